//! `cargo xtask interop`: another implementation reads what the writer writes.
//!
//! The example `write_samples` of the storage crate writes compound files of many sizes and
//! shapes, and says which streams it put into them. The Python library olefile, told to reject
//! what is not correct, must find exactly these.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::Context;

use crate::shell;

/// Options of `cargo xtask interop`.
#[derive(clap::Args)]
pub(crate) struct Options {}

/// The version that the results were obtained with.
const OLEFILE: &str = "olefile==0.47";

pub(crate) fn run(root: &Path, _: &Options) -> anyhow::Result<()> {
    let place = root.join("target/interop");
    let samples = place.join("samples");
    // No sample of an earlier run may stand in for one that is no longer written.
    if samples.exists() {
        std::fs::remove_dir_all(&samples)?;
    }
    std::fs::create_dir_all(&samples)?;
    let python = python(&place)?;

    let mut write = shell::cargo(root, ["run", "--release", "-p", "openimsg-storage"]);
    write.args(["--example", "write_samples", "--"]).arg(&samples);
    let written = shell::output(&mut write)?;
    let list = place.join("samples.jsonl");
    std::fs::write(&list, written)?;

    let mut read = Command::new(python);
    read.arg(root.join("xtask/interop.py")).current_dir(root);
    shell::run(read.stdin(Stdio::from(std::fs::File::open(list)?)))
}

/// The Python interpreter of a virtual environment that has olefile.
fn python(place: &Path) -> anyhow::Result<PathBuf> {
    let environment = place.join("venv");
    let python = environment.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    if !shell::works(Command::new(&python).args(["-c", "import olefile"])) {
        shell::run(Command::new("python3").args(["-m", "venv"]).arg(&environment))
            .context("interop needs Python 3 with its module venv")?;
        let mut install = Command::new(&python);
        install.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", OLEFILE]);
        shell::run(&mut install)?;
    }
    Ok(python)
}
