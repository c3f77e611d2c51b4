//! What the tasks share: the places they work in, and how they run other programs.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, bail};

/// The folder of the workspace.
pub(crate) fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
}

/// The corpus of real files: `OPENIMSG_CORPUS`, or `../shared/corpus` beside the workspace.
///
/// `None`, with a line that says so, where there is none.
///
/// # Errors
/// Under `CI` its absence is an error: there, nothing may be skipped in silence.
pub(crate) fn corpus(root: &Path) -> anyhow::Result<Option<PathBuf>> {
    let place = std::env::var_os("OPENIMSG_CORPUS")
        .map_or_else(|| root.join("../shared/corpus"), PathBuf::from);
    if place.join("truth").is_dir() {
        return Ok(Some(place));
    }
    if std::env::var_os("CI").is_some() {
        bail!("no corpus at {}, and CI is set: set OPENIMSG_CORPUS to its folder", place.display());
    }
    println!("skipped: no corpus");
    Ok(None)
}

/// Whether a tool works, which Debian has in a `package`; a line says so where it does not.
///
/// # Errors
/// Under `CI` its absence is an error: `.ci/run` installs what the checks need.
pub(crate) fn has(package: &str, try_it: &mut Command) -> anyhow::Result<bool> {
    if works(try_it) {
        return Ok(true);
    }
    if std::env::var_os("CI").is_some() {
        bail!("no {package}, and CI is set: install Debian's package of that name");
    }
    println!("skipped: no {package} (Debian has it in a package of that name)");
    Ok(false)
}

/// A cargo command in the workspace.
pub(crate) fn cargo<I: AsRef<OsStr>>(
    root: &Path,
    arguments: impl IntoIterator<Item = I>,
) -> Command {
    // Not `$CARGO`: that names one toolchain's cargo and would not let `rustup` choose another.
    let mut command = Command::new("cargo");
    command.args(arguments).current_dir(root);
    command
}

/// Runs a command to its end.
///
/// # Errors
/// When it cannot be started or does not succeed; the message holds the command line.
pub(crate) fn run(command: &mut Command) -> anyhow::Result<()> {
    let status = command.status().with_context(|| format!("cannot start: {}", line(command)))?;
    if !status.success() {
        bail!("{status}: {}", line(command));
    }
    Ok(())
}

/// Runs a command to its end and returns what it printed; its errors go to the terminal.
///
/// # Errors
/// As [`run`], or when the output is no UTF-8.
pub(crate) fn output(command: &mut Command) -> anyhow::Result<String> {
    let output = command
        .stderr(std::process::Stdio::inherit())
        .output()
        .with_context(|| format!("cannot start: {}", line(command)))?;
    if !output.status.success() {
        bail!("{}: {}", output.status, line(command));
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// Runs a `cargo build` of one program and returns where that is.
///
/// # Errors
/// As [`output`], or when cargo names no program.
pub(crate) fn built(build: &mut Command) -> anyhow::Result<PathBuf> {
    let messages = output(build.arg("--message-format=json-render-diagnostics"))?;
    let mut programs = messages.lines().filter_map(|line| {
        let message: serde_json::Value = serde_json::from_str(line).ok()?;
        message.get("executable")?.as_str().map(PathBuf::from)
    });
    programs.next_back().context("cargo named no program")
}

/// Whether a command can be started and succeeds; its output is dropped.
pub(crate) fn works(command: &mut Command) -> bool {
    command.output().is_ok_and(|output| output.status.success())
}

/// A command as one types it, with the variables that were set for it.
pub(crate) fn line(command: &Command) -> String {
    let variables = command
        .get_envs()
        .filter_map(|(name, value)| Some(format!("{}={}", name.display(), quoted(value?))));
    let program = std::iter::once(command.get_program()).chain(command.get_args()).map(quoted);
    variables.chain(program).collect::<Vec<_>>().join(" ")
}

/// A word in quotes where a shell would otherwise take it apart.
fn quoted(word: &OsStr) -> String {
    let word = word.to_string_lossy();
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_=./:,+".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        return word.into_owned();
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn command_lines_can_be_typed_again() {
        let mut command = cargo(root(), ["doc", "--open now", "it's"]);
        command.env("RUSTDOCFLAGS", "-D warnings");
        assert_eq!(line(&command), r"RUSTDOCFLAGS='-D warnings' cargo doc '--open now' 'it'\''s'");
    }

    #[test]
    fn a_failed_command_is_named() {
        let error = run(&mut Command::new("false")).unwrap_err();
        assert!(error.to_string().ends_with(": false"), "{error}");
        assert!(run(&mut Command::new("true")).is_ok());
        assert!(!works(&mut Command::new("no such program")));
    }
}
