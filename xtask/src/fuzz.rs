//! `cargo xtask fuzz`: the targets of `fuzz/fuzz_targets`, under libFuzzer or replayed without.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, bail};

use crate::shell;

/// Options of `cargo xtask fuzz`.
#[derive(clap::Args)]
pub(crate) struct Options {
    #[command(subcommand)]
    action: Action,
}

#[derive(clap::Subcommand)]
enum Action {
    /// List the targets
    List,
    /// Fuzz one target
    Run {
        /// A name that `list` prints
        target: String,
        /// For how long: seconds, or minutes and hours as in 5m and 2h; 0 is for ever
        #[arg(long, default_value = "60s", value_parser = seconds)]
        time: u64,
        /// How many processes at once
        #[arg(long, default_value_t = 1)]
        jobs: u16,
    },
    /// Fuzz every target, one after the other
    All {
        /// For how long each
        #[arg(long, default_value = "10s", value_parser = seconds)]
        time: u64,
    },
    /// Run what fuzzing has found before through the targets, without libFuzzer
    Replay,
    /// Fuzz every target for ten seconds, as continuous integration does
    Smoke,
}

/// Targets whose input is a whole file: they begin with the files of the corpus.
const WHOLE_FILES: &[&str] = &["container", "container_cfb", "message"];

pub(crate) fn run(root: &Path, options: &Options) -> anyhow::Result<()> {
    match &options.action {
        Action::List => {
            for target in targets(root)? {
                println!("{target}");
            }
            Ok(())
        }
        Action::Run { target, time, jobs } => {
            if !targets(root)?.contains(target) {
                bail!("no target `{target}`: see `cargo xtask fuzz list`");
            }
            Fuzzer::find(root)?.fuzz(target, *time, *jobs, RANDOM)
        }
        Action::All { time } => fuzz_all(root, *time, RANDOM),
        // A change is judged by the same inputs as the one before it; new ones are for `all`.
        Action::Smoke => fuzz_all(root, 10, 1),
        Action::Replay => {
            shell::run(&mut shell::cargo(root, ["test", "-p", "xtask", "--test", "fuzzed"]))
        }
    }
}

/// What libFuzzer takes as: another seed each time.
const RANDOM: u32 = 0;

fn fuzz_all(root: &Path, time: u64, seed: u32) -> anyhow::Result<()> {
    let fuzzer = Fuzzer::find(root)?;
    for target in targets(root)? {
        fuzzer.fuzz(&target, time, 1, seed)?;
    }
    Ok(())
}

/// The names of the targets, sorted.
fn targets(root: &Path) -> anyhow::Result<Vec<String>> {
    let mut targets = Vec::new();
    for entry in std::fs::read_dir(root.join("fuzz/fuzz_targets"))? {
        let path = entry?.path();
        targets.extend(path.file_stem().and_then(|stem| stem.to_str()).map(str::to_owned));
    }
    targets.sort();
    Ok(targets)
}

/// How `cargo fuzz` runs on this machine.
struct Fuzzer<'r> {
    root: &'r Path,
    /// Whether there is a nightly toolchain that works. If not, the default one is told to accept
    /// the unstable flags that sanitizers need; fuzzing proves nothing about the compiler.
    nightly: bool,
}

impl<'r> Fuzzer<'r> {
    /// Looks for a toolchain, and installs `cargo-fuzz` if need be.
    fn find(root: &'r Path) -> anyhow::Result<Self> {
        let nightly =
            Command::new("rustup").args(["run", "nightly", "rustc", "--version"]).output();
        let fuzzer = Fuzzer { root, nightly: nightly.is_ok_and(|output| output.status.success()) };
        if !fuzzer.nightly {
            println!("no nightly toolchain: fuzzing with the default one");
        }
        if !shell::works(&mut shell::cargo(root, ["fuzz", "--version"])) {
            shell::run(&mut shell::cargo(root, ["install", "cargo-fuzz", "--locked"]))
                .context("fuzzing needs cargo-fuzz, and it cannot be installed")?;
        }
        Ok(fuzzer)
    }

    fn fuzz(&self, target: &str, time: u64, jobs: u16, seed: u32) -> anyhow::Result<()> {
        let mut command = if self.nightly {
            let mut command = Command::new("rustup");
            command.args(["run", "nightly", "cargo"]).current_dir(self.root);
            command
        } else {
            let mut command = shell::cargo::<&str>(self.root, []);
            command.env("RUSTC_BOOTSTRAP", "1");
            command
        };
        command.args(["fuzz", "run", "--fuzz-dir", "fuzz", "--jobs", &jobs.to_string(), target]);
        // New inputs go into the first folder.
        command.arg(format!("fuzz/corpus/{target}"));
        if WHOLE_FILES.contains(&target)
            && let Some(corpus) = shell::corpus(self.root)?
        {
            command.arg(corpus.join("files"));
        }
        // An input that takes 5 s is a hang. No input may ask for 256 MB at once; in all there is
        // more, because the sanitizer keeps what was freed.
        command.args(["--", "-timeout=5", "-malloc_limit_mb=256", "-rss_limit_mb=1024"]);
        command.arg(format!("-max_total_time={time}")).arg("-print_final_stats=1");
        command
            .arg(format!("-seed={seed}"))
            .arg(format!("-verbosity={}", u8::from(seed == RANDOM)));
        println!("{}", shell::line(&command));
        shell::run(&mut command).with_context(|| {
            format!(
                "`{target}` found something, unless it does not build: the input is below \
                 fuzz/artifacts/{target}; commit it with its fix, `fuzz replay` runs it from then on"
            )
        })
    }
}

/// A number of seconds, from `90`, `90s`, `5m` or `2h`.
fn seconds(text: &str) -> Result<u64, String> {
    let digits = text.trim_end_matches(['s', 'm', 'h']);
    let unit = match text.get(digits.len()..) {
        Some("" | "s") => 1,
        Some("m") => 60,
        Some("h") => 3600,
        _ => return Err("the unit is s, m or h".to_owned()),
    };
    let number: u64 = digits.parse().map_err(|_| "not a whole number".to_owned())?;
    number.checked_mul(unit).ok_or_else(|| "too long".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_have_units() {
        assert_eq!(seconds("90"), Ok(90));
        assert_eq!(seconds("10s"), Ok(10));
        assert_eq!(seconds("2h"), Ok(7200));
        assert_eq!(seconds("5m"), Ok(300));
        for bad in ["", "s", "5d", "5sm", "-1s", "99999999999999999999", "9999999999999999999h"] {
            assert!(seconds(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn there_are_targets() {
        assert!(targets(shell::root()).unwrap().contains(&"codepage".to_owned()));
    }
}
