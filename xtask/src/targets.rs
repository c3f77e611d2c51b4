//! `cargo xtask targets`: the program built for machines that are unlike ours.
//!
//! Built, not run: that takes `--run`, where miri interprets the unit tests of the crates that
//! read bytes as if such a machine ran them.

use std::path::Path;
use std::process::Command;

use anyhow::Context;

use crate::shell;

/// Options of `cargo xtask targets`.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Let miri run unit tests, too: takes a nightly toolchain and an hour or so
    #[arg(long)]
    run: bool,
}

/// A machine whose words have 32 bits, and one that is big-endian.
const TARGETS: &[&str] = &["i686-unknown-linux-gnu", "s390x-unknown-linux-gnu"];

pub(crate) fn run(root: &Path, options: &Options) -> anyhow::Result<()> {
    let rustup = |line: &str| {
        let mut command = Command::new("rustup");
        command.args(line.split_whitespace()).current_dir(root);
        command
    };
    if !shell::works(&mut rustup("--version")) {
        println!("skipped: no rustup, which gets what building for other machines needs");
        return Ok(());
    }
    let installed = shell::output(&mut rustup("target list --installed"))?;
    for target in TARGETS {
        if !installed.lines().any(|line| line == *target) {
            shell::run(&mut rustup(&format!("target add {target}")))
                .context("the library for another machine cannot be had")?;
        }
        let check = ["check", "--package", "openimsg", "--package", "openimsg-cli"];
        shell::run(shell::cargo(root, check).args(["--target", target]))?;
    }
    if options.run {
        shell::run(&mut rustup("component add miri rust-src --toolchain nightly"))?;
        for target in TARGETS {
            let mut miri = shell::cargo(root, ["+nightly", "miri", "test", "--lib"]);
            miri.args(["--target", target, "--target-dir", "target/miri"]);
            for package in ["base", "props", "rtf", "storage"] {
                miri.args(["--package", &format!("openimsg-{package}")]);
            }
            // Times and temporary files are those of the system.
            miri.env("MIRIFLAGS", "-Zmiri-disable-isolation").env("PROPTEST_CASES", "8");
            shell::run(&mut miri)?;
        }
    }
    Ok(())
}
