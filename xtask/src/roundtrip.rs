//! `cargo xtask roundtrip`: random messages, built, written, read and compared, in very many
//! cases.
//!
//! The test itself runs with the others, in fewer cases.

use std::path::Path;

use crate::shell;

/// Options of `cargo xtask roundtrip`.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// How many messages
    #[arg(long, value_name = "N", default_value_t = 100_000)]
    cases: u64,
}

pub(crate) fn run(root: &Path, options: &Options) -> anyhow::Result<()> {
    let line = "test --release --package openimsg-message --test edit_random -- --nocapture";
    let mut command = shell::cargo(root, line.split_whitespace());
    shell::run(command.env("OPENIMSG_CASES", options.cases.to_string()))
}
