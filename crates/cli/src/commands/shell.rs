//! `openimsg completions` and `openimsg man`: what a shell and `man` want to know.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Context;
use clap::CommandFactory;
use clap_complete::Shell;

use crate::args::Arguments;

/// Prints completions for a shell.
///
/// # Errors
/// When the output cannot be written.
pub(crate) fn completions(shell: Shell) -> anyhow::Result<ExitCode> {
    // Written at once: the generator panics when its output fails.
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "openimsg", &mut script);
    std::io::stdout().write_all(&script)?;
    Ok(ExitCode::SUCCESS)
}

/// Prints the manual page of the program, or writes all pages into a folder.
///
/// # Errors
/// When the output cannot be written.
pub(crate) fn manual(folder: Option<&Path>) -> anyhow::Result<ExitCode> {
    match folder {
        None => {
            let mut page = Vec::new();
            clap_mangen::Man::new(Arguments::command()).render(&mut page)?;
            std::io::stdout().write_all(&page)?;
        }
        Some(folder) => {
            let write = || {
                std::fs::create_dir_all(folder)?;
                clap_mangen::generate_to(Arguments::command(), folder)
            };
            write().with_context(|| folder.display().to_string())?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
