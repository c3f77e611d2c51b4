//! `cargo xtask fuzz`: the targets of `fuzz/fuzz_targets`, under libFuzzer or replayed without.

mod ledger;

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::thread;
use std::time::Instant;

use anyhow::{Context, bail};

use self::ledger::{Ledger, Run};
use crate::shell;

/// Options of `cargo xtask fuzz`.
#[derive(clap::Args)]
pub(crate) struct Options {
    #[command(subcommand)]
    action: Action,
}

#[derive(clap::Subcommand)]
enum Action {
    /// List the targets, and how long each was fuzzed
    List,
    /// Fuzz one target
    Run {
        /// A name that `list` prints
        target: String,
        /// For how long: seconds, or minutes and hours as in 5m and 2h; 0 is for ever
        #[arg(long, default_value = "60s", value_parser = seconds)]
        time: u64,
        /// How many processes at once
        #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..))]
        jobs: u16,
        #[command(flatten)]
        speed: Speed,
    },
    /// Fuzz every target, one after the other, and note it in fuzz/LEDGER.md
    All {
        /// For how long each
        #[arg(long, default_value = "10s", value_parser = seconds)]
        time: u64,
        #[command(flatten)]
        speed: Speed,
    },
    /// Keep of the inputs that were found those that reach what others do not, and take the
    /// shortest of these into fuzz/corpus, which is committed; of every target without a name
    Cmin {
        /// A name that `list` prints
        target: Option<String>,
    },
    /// Make an input shorter that still fails
    Tmin {
        /// A name that `list` prints
        target: String,
        /// A file of fuzz/artifacts
        input: PathBuf,
    },
    /// Tell how much of its program the inputs of a target reach; of every target without a name
    Coverage {
        /// A name that `list` prints
        target: Option<String>,
    },
    /// Run fuzz/artifacts and fuzz/corpus through the targets, without libFuzzer
    Replay,
    /// Fuzz every target for ten seconds, as continuous integration does
    Smoke,
}

#[derive(clap::Args, Clone, Copy)]
struct Speed {
    /// Without AddressSanitizer: two to five times as fast, and a process that holds more than
    /// 256 MB in all is a finding. What remains unseen is a fault of unsafe code, of which we
    /// have none and our dependencies some
    #[arg(long)]
    fast: bool,
}

/// Targets whose input is a whole file: they begin with the files of the corpus.
const WHOLE_FILES: &[&str] = &["container", "container_cfb", "editing", "message", "views"];
/// Files of the corpus that are longer take too long; three quarters are not.
const MAX_FILE: u64 = 1 << 16;
/// What is committed for each target, in bytes and in files.
const MAX_CORPUS: u64 = 24 << 10;
const MAX_INPUTS: usize = 128;

pub(crate) fn run(root: &Path, options: &Options) -> anyhow::Result<()> {
    match &options.action {
        Action::List => {
            let ledger = Ledger::read(root)?;
            for target in targets(root)? {
                println!("{target:16} {}", ledger.total(&target));
            }
            Ok(())
        }
        Action::Run { target, time, jobs, speed } => {
            known(root, target)?;
            let run = Fuzzer::find(root, *speed)?.fuzz(target, *time, *jobs, RANDOM)?;
            Ledger::read(root)?.note(root, &[(target.clone(), run)])?;
            run.outcome(target)
        }
        Action::All { time, speed } => fuzz_all(root, *time, *speed),
        Action::Smoke => smoke(root),
        Action::Cmin { target } => {
            target.iter().try_for_each(|target| known(root, target))?;
            minimise(root, target.as_deref())
        }
        Action::Tmin { target, input } => {
            known(root, target)?;
            shorten(root, target, input)
        }
        Action::Coverage { target } => {
            target.iter().try_for_each(|target| known(root, target))?;
            coverage(root, target.as_deref())
        }
        Action::Replay => {
            shell::run(&mut shell::cargo(root, ["test", "-p", "xtask", "--test", "fuzzed"]))
        }
    }
}

/// What libFuzzer takes as: another seed each time.
const RANDOM: u32 = 0;

/// Goes on after a finding: the other targets may have some too.
fn fuzz_all(root: &Path, time: u64, speed: Speed) -> anyhow::Result<()> {
    let (fuzzer, targets) = (Fuzzer::find(root, speed)?, targets(root)?);
    let mut runs = Vec::new();
    for (number, target) in (1_usize..).zip(&targets) {
        println!("== {number} of {}: {target}", targets.len());
        let run = fuzzer.fuzz(target, time, 1, RANDOM)?;
        // At once, for who stops this before its end.
        Ledger::read(root)?.note(root, &[(target.clone(), run)])?;
        runs.push((target, run));
    }
    println!(
        "\n{:16} {:>8} {:>12} {:>9} {:>7}  new findings",
        "target", "seconds", "executions", "a second", "edges"
    );
    for (target, run) in &runs {
        println!("{target:16} {run}");
    }
    runs.iter().try_for_each(|(target, run)| run.outcome(target))
}

/// A change is judged by the same inputs as the one before it; new ones are for `all`. Two targets
/// at once: machines have two processors, and a target takes one.
fn smoke(root: &Path) -> anyhow::Result<()> {
    let fuzzer = Fuzzer::find(root, Speed { fast: false })?;
    let targets = Mutex::new(targets(root)?.into_iter());
    let next = || targets.lock().ok()?.next();
    let work = || {
        std::iter::from_fn(next)
            .try_for_each(|target| fuzzer.fuzz(&target, 10, 1, 1)?.outcome(&target))
    };
    thread::scope(|scope| {
        let beside = scope.spawn(work);
        work().and(beside.join().unwrap_or_else(|_| bail!("a thread has panicked")))
    })
}

/// Of every target without a name.
fn minimise(root: &Path, only: Option<&str>) -> anyhow::Result<()> {
    let fuzzer = Fuzzer::find(root, Speed { fast: true })?;
    println!("{:16} {:>8} {:>8} {:>8} {:>10}", "target", "inputs", "needed", "kept", "bytes");
    for target in targets(root)?.iter().filter(|target| only.is_none_or(|only| only == *target)) {
        let minimal = root.join("fuzz/target/minimal").join(target);
        let _ = std::fs::remove_dir_all(&minimal);
        std::fs::create_dir_all(&minimal)?;
        let mut command = fuzzer.command("run", target);
        command.arg(&minimal);
        fuzzer.inputs(target, &mut command)?;
        let said =
            Said::of(command.args(["--", "-merge=1"]).arg(format!("-max_len={MAX_FILE}")), false)?;
        if said.run.failed {
            bail!("`{target}` cannot be minimised: an input fails, `fuzz replay` tells which");
        }
        let needed = paths(&minimal).len();
        let (kept, bytes) = keep(&minimal, &root.join("fuzz/corpus").join(target))?;
        println!("{target:16} {:>8} {needed:>8} {kept:>8} {bytes:>10}", said.merged);
        // The rest stays at hand, and is fuzzed on.
        let found = fuzzer.found(target);
        std::fs::remove_dir_all(&found)?;
        std::fs::rename(&minimal, &found)?;
    }
    Ok(())
}

/// Takes the shortest inputs into the folder that is committed, instead of those that are there
/// and are no seeds; returns how many, and how many bytes.
fn keep(from: &Path, to: &Path) -> anyhow::Result<(usize, u64)> {
    let mut seeds = Vec::new();
    for entry in std::fs::read_dir(to)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with("seed-") {
            seeds.push(std::fs::read(entry.path())?);
        } else if name != ".gitkeep" {
            std::fs::remove_file(entry.path())?;
        }
    }
    let mut inputs = Vec::new();
    for entry in std::fs::read_dir(from)? {
        let path = entry?.path();
        let bytes = std::fs::read(&path)?;
        if !seeds.contains(&bytes) {
            inputs.push((bytes, path));
        }
    }
    inputs.sort_by_key(|(bytes, path)| (bytes.len(), path.clone()));
    let (mut kept, mut sum) = (0_usize, 0_u64);
    // Of many, some of each length.
    let step = inputs.len().div_ceil(MAX_INPUTS).max(1);
    for (bytes, path) in inputs.into_iter().step_by(step) {
        let longer = sum.saturating_add(u64::try_from(bytes.len())?);
        let Some(name) = path.file_name().filter(|_| longer <= MAX_CORPUS) else { break };
        std::fs::write(to.join(name), bytes)?;
        (kept, sum) = (kept.saturating_add(1), longer);
    }
    Ok((kept, sum))
}

/// libFuzzer leaves a file for each step that it made; only the last, the shortest, stays.
fn shorten(root: &Path, target: &str, input: &Path) -> anyhow::Result<()> {
    let input = std::fs::canonicalize(input).with_context(|| format!("{}", input.display()))?;
    let len = |path: &Path| std::fs::metadata(path).map_or(u64::MAX, |data| data.len());
    let folder = root.join("fuzz/artifacts").join(target);
    let before = paths(&folder);
    let fuzzer = Fuzzer::find(root, Speed { fast: false })?;
    let outcome = shell::run(fuzzer.command("tmin", target).arg(&input));
    let mut steps: Vec<PathBuf> = paths(&folder).difference(&before).cloned().collect();
    steps.sort_by_key(|path| len(path));
    let mut steps = steps.into_iter();
    let shortest = steps.next();
    steps.try_for_each(std::fs::remove_file)?;
    outcome?;
    match shortest.filter(|shortest| len(shortest) < len(&input)) {
        Some(path) => println!("{}: {} of {} bytes", path.display(), len(&path), len(&input)),
        None => println!("{}: nothing shorter fails", input.display()),
    }
    Ok(())
}

/// Edges are those of the whole program, the libraries that it never calls included: of use to
/// see whether more time or other seeds reach more.
fn coverage(root: &Path, only: Option<&str>) -> anyhow::Result<()> {
    let fuzzer = Fuzzer::find(root, Speed { fast: true })?;
    println!("{:16} {:>8} {:>8} {:>8}", "target", "inputs", "reached", "edges");
    for target in targets(root)?.iter().filter(|target| only.is_none_or(|only| only == *target)) {
        let mut command = fuzzer.command("run", target);
        fuzzer.inputs(target, &mut command)?;
        let said = Said::of(command.args(["--", "-runs=0"]), false)?;
        let (inputs, reached, edges) = (said.inputs, said.run.edges, said.edges);
        println!("{target:16} {inputs:>8} {reached:>8} {edges:>8}");
    }
    Ok(())
}

fn known(root: &Path, target: &str) -> anyhow::Result<()> {
    if !targets(root)?.iter().any(|known| known == target) {
        bail!("no target `{target}`: see `cargo xtask fuzz list`");
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
    speed: Speed,
}

impl<'r> Fuzzer<'r> {
    /// Looks for a toolchain, and installs `cargo-fuzz` if need be.
    fn find(root: &'r Path, speed: Speed) -> anyhow::Result<Self> {
        let nightly =
            Command::new("rustup").args(["run", "nightly", "rustc", "--version"]).output();
        let nightly = nightly.is_ok_and(|output| output.status.success());
        let fuzzer = Fuzzer { root, nightly, speed };
        if !fuzzer.nightly {
            println!("no nightly toolchain: fuzzing with the default one");
        }
        if !shell::works(&mut shell::cargo(root, ["fuzz", "--version"])) {
            shell::run(&mut shell::cargo(root, ["install", "cargo-fuzz", "--locked"]))
                .context("fuzzing needs cargo-fuzz, and it cannot be installed")?;
        }
        Ok(fuzzer)
    }

    /// `cargo fuzz` with an action and a target.
    fn command(&self, action: &str, target: &str) -> Command {
        let mut command = if self.nightly {
            let mut command = Command::new("rustup");
            command.args(["run", "nightly", "cargo"]).current_dir(self.root);
            command
        } else {
            let mut command = shell::cargo::<&str>(self.root, []);
            command.env("RUSTC_BOOTSTRAP", "1");
            command
        };
        command.args(["fuzz", action, "--fuzz-dir", "fuzz"]);
        if self.speed.fast {
            // A place of its own, so that not everything is built anew when one goes back.
            command.args(["--sanitizer", "none", "--target-dir", "fuzz/target/fast"]);
        }
        command.arg(target);
        command
    }

    /// Where new inputs go; not committed.
    fn found(&self, target: &str) -> PathBuf {
        self.root.join("fuzz/target/found").join(target)
    }

    /// The folders that a target begins with; new inputs go into the first.
    fn inputs(&self, target: &str, command: &mut Command) -> anyhow::Result<()> {
        let found = self.found(target);
        std::fs::create_dir_all(&found)?;
        command.arg(found).arg(format!("fuzz/corpus/{target}"));
        if WHOLE_FILES.contains(&target)
            && let Some(corpus) = shell::corpus(self.root)?
        {
            command.arg(self.short_files(&corpus.join("files"))?);
        }
        Ok(())
    }

    /// A folder with copies of the files that are not too long: libFuzzer would cut those.
    fn short_files(&self, from: &Path) -> anyhow::Result<PathBuf> {
        let folder = self.root.join("fuzz/target/files");
        std::fs::create_dir_all(&folder)?;
        for entry in std::fs::read_dir(from)? {
            let entry = entry?;
            let copy = folder.join(entry.file_name());
            if entry.metadata()?.len() <= MAX_FILE && !copy.exists() {
                std::fs::copy(entry.path(), copy)?;
            }
        }
        Ok(folder)
    }

    /// Fuzzes for so many seconds, 0 for ever; shows what is said if `seed` is [`RANDOM`].
    fn fuzz(&self, target: &str, time: u64, jobs: u16, seed: u32) -> anyhow::Result<Run> {
        shell::run(&mut self.command("build", target)).context("the target does not build")?;
        let folder = self.root.join("fuzz/artifacts").join(target);
        let mut sum = Run::default();
        loop {
            let before = paths(&folder);
            let left = time.saturating_sub(sum.seconds);
            let mut command = self.process(target, left, jobs, seed)?;
            println!("{}", shell::line(&command));
            let started = Instant::now();
            let mut run = Said::of(&mut command, seed == RANDOM)?.run;
            // One that fails does not say how long it took.
            run.seconds = run.seconds.max(started.elapsed().as_secs());
            let mut excused = 0_u64;
            for new in paths(&folder).difference(&before) {
                if self.was_only_late(target, new)? {
                    std::fs::remove_file(new)?;
                    excused = excused.saturating_add(1);
                } else {
                    run.findings = run.findings.saturating_add(1);
                }
            }
            let goes_on = run.failed && excused > 0 && run.findings == 0;
            run.failed &= !goes_on;
            sum.add(&run);
            if !goes_on || time > 0 && sum.seconds.saturating_add(5) > time {
                return Ok(sum);
            }
        }
    }

    /// One process of libFuzzer.
    fn process(&self, target: &str, time: u64, jobs: u16, seed: u32) -> anyhow::Result<Command> {
        let mut command = self.command("run", target);
        command.args(["--jobs", &jobs.to_string()]);
        self.inputs(target, &mut command)?;
        // An input that takes 5 s is a hang, and one that takes 256 MB too large. The sanitizer
        // keeps what was freed, so that with it only what is asked for at once can be judged.
        let memory = if self.speed.fast { 256 } else { 1024 };
        command.args(["--", "-timeout=5", "-malloc_limit_mb=256"]);
        command.arg(format!("-rss_limit_mb={memory}")).arg(format!("-max_len={MAX_FILE}"));
        command.arg(format!("-max_total_time={time}")).arg("-print_final_stats=1");
        command.arg(format!("-seed={seed}"));
        let dictionary = format!("fuzz/dictionaries/{target}.dict");
        if self.root.join(&dictionary).exists() {
            command.arg(format!("-dict={dictionary}"));
        }
        Ok(command)
    }

    /// Whether an input that took too long takes its time no more: on a busy machine, the fuzzer
    /// itself may have had to wait.
    fn was_only_late(&self, target: &str, input: &Path) -> anyhow::Result<bool> {
        let name = input.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with("slow-unit-") {
            return Ok(true);
        }
        if !name.starts_with("timeout-") {
            return Ok(false);
        }
        let mut again = self.command("run", target);
        again.arg(input).args(["--", "-timeout=5"]);
        let is_late = shell::works(&mut again);
        println!("{}: {}", input.display(), if is_late { "not again" } else { "again" });
        Ok(is_late)
    }
}

/// The paths of what is in a folder.
fn paths(folder: &Path) -> BTreeSet<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).collect()
}

/// What libFuzzer says of a run.
#[derive(Default)]
struct Said {
    run: Run,
    /// Inputs that it began with.
    inputs: u64,
    /// Inputs that it has looked at to find the minimal ones.
    merged: u64,
    /// Edges of the program.
    edges: u64,
}

impl Said {
    /// Runs a fuzzer, and shows what it says line by line; without `all` that of faults alone.
    fn of(command: &mut Command, all: bool) -> anyhow::Result<Said> {
        let line = shell::line(command);
        let mut child = command
            .stderr(Stdio::piped())
            .spawn()
            .with_context(|| format!("cannot start: {line}"))?;
        let mut said = Said::default();
        let mut last: Vec<String> = Vec::new();
        for line in BufReader::new(child.stderr.take().context("no output")?).split(b'\n') {
            let line = String::from_utf8_lossy(&line?).into_owned();
            said.line(&line);
            if all {
                println!("{line}");
            }
            last.push(line);
        }
        let failed = !child.wait()?.success();
        if failed && !all {
            last.iter().for_each(|line| println!("{line}"));
        }
        said.run.failed = failed;
        Ok(said)
    }

    fn line(&mut self, line: &str) {
        let after = |mark: &str| -> Option<u64> {
            let rest = line.split_once(mark)?.1.trim_start();
            rest.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
        };
        let take = |mark: &str, number: &mut u64| *number = after(mark).unwrap_or(*number);
        take("stat::number_of_executed_units:", &mut self.run.executions);
        take(" runs in ", &mut self.run.seconds);
        take(" cov: ", &mut self.run.edges);
        take("seed corpus: files: ", &mut self.inputs);
        take("MERGE-OUTER: ", &mut self.merged);
        take("modules (", &mut self.edges);
        take("modules   (", &mut self.edges);
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
    fn the_fuzzer_is_understood() {
        let mut said = Said::default();
        for line in [
            "INFO: Loaded 1 modules   (24301 inline 8-bit counters): 24301 [0x5, 0x6),",
            "INFO: seed corpus: files: 12 min: 1b max: 9b total: 40b rss: 60Mb",
            "#13\tINITED cov: 412 ft: 500 corp: 9/30b exec/s: 0 rss: 62Mb",
            "#99\tNEW    cov: 1413 ft: 512 corp: 10/31b lim: 4 exec/s: 0 rss: 62Mb L: 1/4",
            "Done 1024 runs in 11 second(s)",
            "stat::number_of_executed_units: 1024",
        ] {
            said.line(line);
        }
        assert_eq!((said.edges, said.inputs), (24301, 12));
        assert_eq!((said.run.edges, said.run.executions, said.run.seconds), (1413, 1024, 11));
    }

    #[test]
    fn there_are_targets() {
        assert!(targets(shell::root()).unwrap().contains(&"codepage".to_owned()));
    }
}
