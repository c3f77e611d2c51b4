//! Running the program, and messages to run it on.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The builder of samples, which tests build their messages with.
#[expect(dead_code, unreachable_pub, reason = "each test uses a part, and nobody its `main`")]
#[path = "../../../openimsg/examples/make_sample.rs"]
pub(crate) mod make_sample;

/// What came of a run.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// The program, in a time zone and without colours.
pub(crate) fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_openimsg"));
    command.env("TZ", "UTC").env_remove("CLICOLOR_FORCE").stdin(Stdio::null());
    command
}

/// Runs the program to its end.
pub(crate) fn run<A: AsRef<OsStr>>(args: impl IntoIterator<Item = A>) -> Ran {
    finish(program().args(args))
}

/// Runs it with bytes on its standard input.
pub(crate) fn run_with<A: AsRef<OsStr>>(args: impl IntoIterator<Item = A>, input: &[u8]) -> Ran {
    let mut command = program();
    command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    // It may not want all of it.
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    ran(output)
}

pub(crate) fn finish(command: &mut Command) -> Ran {
    ran(command.output().unwrap())
}

fn ran(output: std::process::Output) -> Ran {
    Ran {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// The folder of the samples.
pub(crate) fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples")
}

/// A sample by its name.
pub(crate) fn sample(name: &str) -> PathBuf {
    samples().join(name)
}

/// A folder with two messages and something else between them, and one level down another.
pub(crate) fn folder_with_a_bad_file() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes).unwrap();
    let hello = fs::read(sample("hello.msg")).unwrap();
    put("a.msg", &hello);
    put("b.msg", b"no message at all");
    put("c.MSG", &hello);
    put("ignored.txt", b"no message either");
    fs::create_dir(folder.path().join("d")).unwrap();
    put("d/e.oft", &hello);
    folder
}

/// All files below a folder, as paths from there with `/`, sorted.
pub(crate) fn files_below(folder: &Path) -> Vec<String> {
    let mut files: Vec<String> = walkdir::WalkDir::new(folder)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| !entry.file_type().is_dir())
        .map(|entry| {
            entry.path().strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/")
        })
        .collect();
    files.sort();
    files
}

/// The real files, if they are here.
pub(crate) fn corpus() -> Option<PathBuf> {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/corpus");
    let corpus = std::env::var_os("OPENIMSG_CORPUS").map_or_else(|| beside.into(), PathBuf::from);
    let files = corpus.join("files");
    if files.is_dir() {
        return Some(files);
    }
    assert!(std::env::var_os("CI").is_none(), "the corpus is missing");
    println!("skipped: no corpus");
    None
}
