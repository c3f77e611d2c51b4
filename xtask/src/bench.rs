//! `cargo xtask bench`: our own numbers, or those of other readers beside them.

use std::path::Path;

use crate::shell;

/// Options of `cargo xtask bench`.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Compare with other readers instead of running our own suites
    #[arg(long)]
    peers: bool,
    /// Arguments for the benchmark program
    #[arg(last = true)]
    arguments: Vec<String>,
}

pub(crate) fn run(root: &Path, options: &Options) -> anyhow::Result<()> {
    let mut command = if options.peers {
        shell::cargo(root, ["run", "--release", "-p", "openimsg-benches", "--bin", "peers", "--"])
    } else {
        shell::cargo(root, ["bench", "-p", "openimsg-benches", "--"])
    };
    shell::run(command.args(&options.arguments))
}
