//! `cargo xtask crash`: saving, with every call broken, before every call a power failure, and
//! processes killed on the way.
//!
//! The harness is the test `crash` of the storage crate; this runs it and shows its tables. Each
//! table ends in an error when a state is bad; the controls among them, when none is.

use std::path::Path;

use crate::shell;

/// Options of `cargo xtask crash`.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// All calls in all ways, and 1,000 killed processes, instead of a part that takes seconds
    #[arg(long)]
    full: bool,
}

pub(crate) fn run(root: &Path, options: &Options) -> anyhow::Result<()> {
    let mut test = shell::cargo(root, ["test", "-p", "openimsg-storage", "--test", "crash"]);
    if options.full {
        test.arg("--release").env("OPENIMSG_CRASH", "full");
    }
    shell::run(test.args(["--", "--nocapture", "--test-threads=1"]))
}
