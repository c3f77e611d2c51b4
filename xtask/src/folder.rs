//! `cargo xtask gen`: folders of messages to measure with.

use std::path::{Path, PathBuf};

use crate::shell;

/// Options of `cargo xtask gen`.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// How many messages
    #[arg(long, default_value_t = 1000, value_parser = clap::value_parser!(u64).range(1..))]
    count: u64,
    /// Where to put them: a new or empty folder, in which each folder gets a thousand
    #[arg(long, default_value = "target/messages")]
    dir: PathBuf,
    /// Another seed makes other messages
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How many of a thousand are damaged
    #[arg(
        long,
        default_value_t = 0,
        value_name = "PER_MILLE",
        value_parser = clap::value_parser!(u64).range(..=1000)
    )]
    damaged: u64,
}

pub(crate) fn run(root: &Path, options: &Options) -> anyhow::Result<()> {
    let mut command = shell::cargo(root, ["run", "--release", "-p", "openimsg-benches"]);
    command.args(["--bin", "folder", "--"]).arg(&options.dir);
    let numbers = [options.count, options.seed, options.damaged];
    shell::run(command.args(numbers.map(|number| number.to_string())))
}
