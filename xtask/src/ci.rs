//! `cargo xtask ci`: every check, in the order that finds faults soonest.
//!
//! A step is a list of commands that one can also type; the failure of one is printed with the
//! command that repeats it.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::bail;

use crate::shell;

/// Options of `cargo xtask ci`.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Go on after a failure and list them all at the end
    #[arg(long)]
    keep_going: bool,
}

struct Step {
    name: &'static str,
    commands: Vec<Command>,
}

/// The packages that people can depend on one by one.
pub(crate) const LIBRARIES: &[&str] = &[
    "openimsg-base",
    "openimsg-storage",
    "openimsg-props",
    "openimsg-rtf",
    "openimsg-message",
    "openimsg-session",
    "openimsg",
];

/// The steps. They assume that `cargo test --workspace` has run: that is the command of the
/// README and no chore of ours.
fn steps(root: &Path) -> Vec<Step> {
    let cargo = |line: &str| shell::cargo(root, line.split_whitespace());
    let step = |name, line: &str| Step { name, commands: vec![cargo(line)] };
    // What a run of all tests does a few times is done as often as the models promise.
    let often = |line: &str, variable: &str, many: &str| {
        let mut command = cargo(&format!("test --profile models --package {line} --nocapture"));
        command.env(variable, many);
        command
    };
    let mut documentation = cargo("doc --workspace --no-deps");
    documentation.env("RUSTDOCFLAGS", "-D warnings");
    let alone = LIBRARIES.iter().flat_map(|package| {
        let features = features(root, package);
        let alone = features.iter().map(|name| format!("--no-default-features --features {name}"));
        let lines: Vec<String> =
            ["--no-default-features".to_owned()].into_iter().chain(alone).collect();
        lines.into_iter().map(move |line| cargo(&format!("check --package {package} {line}")))
    });
    vec![
        Step {
            name: "format",
            commands: vec![
                cargo("fmt --check"),
                cargo("fmt --check --manifest-path fuzz/Cargo.toml"),
            ],
        },
        step("tidy", "xtask tidy"),
        step("generated files", "xtask codegen --check"),
        step("dependencies", "xtask deny"),
        step("clippy", "clippy --workspace --all-targets --all-features -- -D warnings"),
        Step { name: "documentation", commands: vec![documentation] },
        Step { name: "each library alone", commands: alone.collect() },
        step("public API", "xtask api --check"),
        step("packages", "xtask package"),
        step("other machines", "xtask targets"),
        step("errors and defects", "xtask variants"),
        step("corpus", "xtask corpus"),
        step("system calls", "xtask calls"),
        step("crash safety", "xtask crash"),
        step("past findings", "xtask fuzz replay"),
        step("instruction counts", "xtask counts --check"),
        step("mutations", "xtask mutate --cases 5 --jobs 2"),
        step("interop", "xtask interop"),
        step("pages", "xtask pages"),
        Step {
            name: "models and costs",
            commands: vec![
                often("openimsg-message --test imapi -- model::", "OPENIMSG_MODEL_RUNS", "10000"),
                often(
                    "openimsg-session --test life -- sessions_are_as_the_model_says",
                    "OPENIMSG_SESSION_RUNS",
                    "10000",
                ),
                often("openimsg-session --test cost --", "OPENIMSG_SESSION_COST", "1"),
                cargo("xtask bench --shapes"),
            ],
        },
        step("fuzz", "xtask fuzz smoke"),
    ]
}

/// The features of a library, but for the usual choice of them.
fn features(root: &Path, package: &str) -> Vec<String> {
    let folder = package.strip_prefix("openimsg-").unwrap_or(package);
    let manifest = root.join("crates").join(folder).join("Cargo.toml");
    let manifest = std::fs::read_to_string(manifest).unwrap_or_default();
    let manifest: toml::Table = manifest.parse().unwrap_or_default();
    let features = manifest.get("features").and_then(toml::Value::as_table);
    let names = features.into_iter().flat_map(toml::Table::keys);
    names.filter(|name| *name != "default").cloned().collect()
}

pub(crate) fn run(root: &Path, options: &Options) -> anyhow::Result<()> {
    let mut outcomes: Vec<(&'static str, Duration, Option<String>)> = Vec::new();
    for Step { name, commands } in steps(root) {
        let started = Instant::now();
        let failed = commands.into_iter().find_map(|mut command| {
            let line = shell::line(&command);
            println!("\n== {name}: {line}");
            shell::run(&mut command).err().map(|_| line)
        });
        let stop = failed.is_some() && !options.keep_going;
        outcomes.push((name, started.elapsed(), failed));
        if stop {
            break;
        }
    }

    println!("\n{:20} {:>8}  outcome", "step", "seconds");
    for (name, time, failed) in &outcomes {
        let outcome =
            failed.as_ref().map_or("ok".to_owned(), |line| format!("FAILED, repeat: {line}"));
        println!("{name:20} {:8.1}  {outcome}", time.as_secs_f64());
    }
    let failed = outcomes.iter().filter(|(.., failed)| failed.is_some()).count();
    if failed > 0 {
        bail!("{failed} of {} steps failed", outcomes.len());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_library_is_checked_alone() {
        let folders = std::fs::read_dir(shell::root().join("crates")).unwrap();
        let crates = folders.filter(|entry| entry.as_ref().unwrap().path().is_dir()).count();
        // All but the command line.
        assert_eq!(LIBRARIES.len(), crates.checked_sub(1).unwrap());
        let features = |package| features(shell::root(), package);
        assert_eq!(features("openimsg-message"), ["html"]);
        assert_eq!(features("openimsg-base"), ["codepages"]);
        assert_eq!(features("openimsg"), ["html"]);
    }
}
