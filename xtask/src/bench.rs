//! `cargo xtask bench`: our own numbers, those of other readers beside them, limits that hold for
//! large files, or the price of saving safely.

use std::path::Path;

use crate::shell;

/// Options of `cargo xtask bench`.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Compare with other readers instead of running our own suites
    #[arg(long)]
    peers: bool,
    /// Hold time and memory to their limits on large files instead: 60,000 streams, an
    /// attachment of 1 GiB (with `-- --quick` of 64 MiB)
    #[arg(long, conflicts_with = "peers")]
    scale: bool,
    /// Compare saving safely with a plain copy that is synced instead, in time and memory
    #[arg(long, conflicts_with_all = ["peers", "scale"])]
    save: bool,
    /// Arguments for the benchmark program
    #[arg(last = true)]
    arguments: Vec<String>,
}

pub(crate) fn run(root: &Path, options: &Options) -> anyhow::Result<()> {
    let program = |name| {
        shell::cargo(root, ["run", "--release", "-p", "openimsg-benches", "--bin", name, "--"])
    };
    let mut command = match options {
        Options { peers: true, .. } => program("peers"),
        Options { scale: true, .. } => program("scale"),
        Options { save: true, .. } => program("save"),
        _ => shell::cargo(root, ["bench", "-p", "openimsg-benches", "--"]),
    };
    shell::run(command.args(&options.arguments))
}
