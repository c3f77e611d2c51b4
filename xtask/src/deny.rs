//! `cargo xtask deny`: licences, origins and duplicates of what the project depends on.

use std::path::Path;

use anyhow::Context;

use crate::shell;

/// Options of `cargo xtask deny`.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Ask for known faults of dependencies too: fetches a list from a server
    #[arg(long)]
    advisories: bool,
}

pub(crate) fn run(root: &Path, options: &Options) -> anyhow::Result<()> {
    if !shell::works(&mut shell::cargo(root, ["deny", "--version"])) {
        shell::run(&mut shell::cargo(root, ["install", "cargo-deny", "--locked"]))
            .context("this needs cargo-deny, and it cannot be installed")?;
    }
    // What other systems need is looked at, too, and nothing else may have got it yet.
    shell::run(&mut shell::cargo(root, ["fetch", "--locked", "--quiet"]))?;
    let mut command = shell::cargo(root, ["deny"]);
    if !options.advisories {
        command.arg("--offline");
    }
    // Duplicates are warnings that nobody reads: `cargo tree --duplicates` tells more.
    command.args(["--log-level", "error", "--config", "xtask/deny.toml", "check"]);
    command.args(["licenses", "bans", "sources"]);
    shell::run(command.args(options.advisories.then_some("advisories")))
}
