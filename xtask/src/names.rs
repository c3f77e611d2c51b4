//! `cargo xtask names`: attachments with very many random names, extracted; none outside the
//! folder, none over another.
//!
//! The test itself runs with the others, with fewer names.

use std::path::Path;

use crate::shell;

/// Options of `cargo xtask names`.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// How many names
    #[arg(long, value_name = "N", default_value_t = 1_000_000)]
    count: u64,
}

pub(crate) fn run(root: &Path, options: &Options) -> anyhow::Result<()> {
    let line = "test --release --package openimsg-cli --test extract -- --nocapture random_names";
    let mut command = shell::cargo(root, line.split_whitespace());
    shell::run(command.env("OPENIMSG_NAMES", options.count.to_string()))
}
