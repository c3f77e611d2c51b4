//! `cargo xtask calls`: what the program asks of the system while it does everything that it can
//! with the corpus. It may neither reach for a network nor start a process.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, bail};

use crate::shell;

/// Options of `cargo xtask calls`.
#[derive(clap::Args)]
pub(crate) struct Options {}

/// What strace is to write down.
const CALLS: &str = "trace=%network,execve,execveat,fork,vfork,clone,clone3";

pub(crate) fn run(root: &Path, _: &Options) -> anyhow::Result<()> {
    if !shell::works(Command::new("strace").args(["-f", "-o", "/dev/null", "true"])) {
        println!("skipped: no strace that may trace (Debian has it in a package of that name)");
        return Ok(());
    }
    let Some(corpus) = shell::corpus(root)? else { return Ok(()) };
    let build = ["build", "--package", "openimsg-cli", "--bin", "openimsg"];
    let program = shell::built(&mut shell::cargo(root, build))?;
    let folder = root.join("target/calls");
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;

    let (mut runs, mut calls, mut faults) = (0_usize, 0_usize, 0_usize);
    for arguments in everything(&corpus.join("files"), &folder)? {
        let trace = folder.join("trace");
        let mut command = Command::new("strace");
        command.args(["-f", "-qq", "-e", CALLS, "-o"]).arg(&trace).arg(&program).args(&arguments);
        // What it answers is the business of other checks.
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let status = command.status()?;
        if !matches!(status.code(), Some(0..=2)) {
            bail!("{status}: {}", shell::line(&command));
        }
        let trace = std::fs::read_to_string(trace)?;
        if trace.lines().next().and_then(name_of) != Some("execve") {
            bail!("strace is blind: it has not seen the program start");
        }
        runs = runs.saturating_add(1);
        calls = calls.saturating_add(trace.lines().count());
        for line in forbidden(&trace) {
            println!("{}: {line}", shell::line(&command));
            faults = faults.saturating_add(1);
        }
    }
    println!("{runs} runs, {calls} calls traced, {faults} for a network or a process");
    if faults > 0 {
        bail!("the program must not ask for that");
    }
    Ok(())
}

/// What to run: each command on all files, or on each where it takes one.
fn everything(files: &Path, folder: &Path) -> anyhow::Result<Vec<Vec<PathBuf>>> {
    let words = |line: &str| line.split_whitespace().map(PathBuf::from).collect::<Vec<_>>();
    let with = |line: &str, path: &Path| [words(line), vec![path.to_owned()]].concat();
    let mut runs: Vec<Vec<PathBuf>> =
        ["show", "show --json", "props --full", "tree", "check --json", "dump"]
            .map(|line| with(line, files))
            .into();
    let extracted = folder.join("extracted");
    runs.push([with("extract", files), words("-o"), vec![extracted]].concat());
    let mut all: Vec<PathBuf> = std::fs::read_dir(files)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    all.sort();
    for (number, file) in all.iter().enumerate() {
        let page = folder.join(format!("{number}.html"));
        let copy = folder.join(format!("{number}.msg"));
        std::fs::copy(file, &copy).with_context(|| file.display().to_string())?;
        runs.push([with("render", file), words("-o"), vec![page]].concat());
        runs.push([with("edit", &copy), words("--subject Other")].concat());
        runs.push(vec!["diff".into(), file.clone(), copy]);
    }
    let new = folder.join("new.msg");
    runs.push([words("new --subject New --text Text -o"), vec![new]].concat());
    Ok(runs)
}

/// The lines of a trace that are calls for a network or for another process; to begin with, the
/// program itself was started.
fn forbidden(trace: &str) -> impl Iterator<Item = &str> {
    let is_thread = |line: &str| line.contains("CLONE_THREAD");
    trace.lines().skip(1).filter(move |line| match name_of(line) {
        None => false,
        Some("clone" | "clone3") => !is_thread(line),
        Some(_) => true,
    })
}

/// The call that a line tells of: not the end of one that was interrupted, and no signal.
fn name_of(line: &str) -> Option<&str> {
    let (_, call) = line.trim_start().split_once(' ')?;
    let (name, _) = call.trim_start().split_once('(')?;
    name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_').then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn threads_may_be_started_and_nothing_else() {
        let trace = "\
12 execve(\"/x/openimsg\", [\"openimsg\"], 0x7ffd /* 5 vars */) = 0
12 clone3({flags=CLONE_VM|CLONE_THREAD, child_tid=0x7f}, 88 <unfinished ...>
13 <... clone3 resumed> => {parent_tid=[13]}, 88) = 13
13 --- SIGPIPE {si_signo=SIGPIPE, si_code=SI_USER} ---
12 socket(AF_INET, SOCK_STREAM, IPPROTO_IP) = 3
12 clone(child_stack=NULL, flags=CLONE_VM|SIGCHLD) = 14
14 execve(\"/bin/sh\", [\"sh\"], 0x7ffd /* 5 vars */) = 0
12 +++ exited with 0 +++
";
        let found: Vec<_> = forbidden(trace).filter_map(name_of).collect();
        assert_eq!(found, ["socket", "clone", "execve"]);
    }
}
