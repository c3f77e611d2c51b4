//! Ctrl-C: a run over many files ends between two of them, and says so.

#![cfg(unix)]
#![expect(clippy::print_stdout, reason = "says when there is nothing to test with")]

#[expect(dead_code, reason = "each test uses a part")]
mod common;

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};

use common::{program, sample};

#[test]
fn a_run_over_a_folder_stops_and_says_after_how_many() {
    const FILES: usize = 2_000;
    let folder = tempfile::tempdir().unwrap();
    for number in 0..FILES {
        fs::copy(sample("hello.msg"), folder.path().join(format!("{number:04}.msg"))).unwrap();
    }
    let mut command = program();
    command.arg("dump").arg(folder.path()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // It cannot be done: nobody has read what it writes, and a pipe does not hold all of it.
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let mut first = String::new();
    out.read_line(&mut first).unwrap();
    assert!(first.starts_with("{\"file\":\"0000.msg\""));
    let killed = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(killed.success());

    // It waits until somebody reads, and may learn of it only then.
    let mut rest = String::new();
    out.read_to_string(&mut rest).unwrap();
    let mut errors = String::new();
    child.stderr.take().unwrap().read_to_string(&mut errors).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(130), "{errors}");
    let whole = rest.lines().count() + 1;
    assert!(whole < FILES, "{whole} files were looked at");
    assert!(rest.is_empty() || rest.ends_with("}\n"), "no half of a line");
    assert_eq!(errors, format!("openimsg: interrupted after {whole} files, 0 failed\n"));
}
