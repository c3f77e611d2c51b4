//! `cargo xtask mutate`: every file of the corpus, damaged in many ways, through everything that
//! the library and the program can do, within limits on memory and time.

use std::path::Path;
use std::process::Command;

use crate::shell;

/// Options of `cargo xtask mutate`.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// How many damaged copies of each file; with --full 2000
    #[arg(long)]
    cases: Option<u64>,
    /// Another seed makes other damage
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How many files at once
    #[arg(long, default_value_t = 1)]
    jobs: usize,
    /// Repeat one case, as `file.msg 17`; it is written below target/mutate
    #[arg(long, value_name = "CASE")]
    only: Option<String>,
    /// Optimised, though with every check of arithmetic, and 2000 cases a file: takes an hour or
    /// so
    #[arg(long)]
    full: bool,
}

pub(crate) fn run(root: &Path, options: &Options) -> anyhow::Result<()> {
    let build = |package, program| {
        let mut command = shell::cargo(root, ["build", "-p", package, "--bin", program]);
        if options.full {
            // A place of its own, so that nothing else is built anew for the other flags.
            command.args(["--release", "--target-dir", "target/mutate/build"]);
            command.env("CARGO_PROFILE_RELEASE_OVERFLOW_CHECKS", "true");
            command.env("CARGO_PROFILE_RELEASE_DEBUG_ASSERTIONS", "true");
            command.env("CARGO_PROFILE_RELEASE_LTO", "off");
            command.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
        }
        shell::built(&mut command)
    };
    let program = build("openimsg-cli", "openimsg")?;
    let mut command = Command::new(build("openimsg-benches", "mutate")?);
    let cases = options.cases.unwrap_or(if options.full { 2000 } else { 20 });
    command.current_dir(root).arg("--program").arg(program);
    command.arg("--cases").arg(cases.to_string()).arg("--seed").arg(options.seed.to_string());
    command.arg("--jobs").arg(options.jobs.to_string());
    if let Some(case) = &options.only {
        command.arg("--only").arg(case);
    }
    shell::run(&mut command)
}
