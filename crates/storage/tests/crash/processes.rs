//! Real processes on real files: killed before each call and at random moments, and on a disk
//! that is full.
//!
//! A child is this program again, told by the environment what to do.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use openimsg_storage::save::{Destination, Expected, Fingerprint, Options, RealFiles, SaveError};
use openimsg_storage::write;

use crate::calls::{Plan, Watched};
use crate::errors::NAME;
use crate::is_full;
use crate::scripts;

const TASK: &str = "OPENIMSG_CRASH_TASK";
const FOLDER: &str = "OPENIMSG_CRASH_FOLDER";

/// What a child says: it is about to save, it has come to its call, it has saved.
const READY: &str = "child: ready";
const THERE: &str = "child: there";
const SAVED: &str = "child: saved";

/// What a child does: edits the file in its folder with a script and saves it.
#[test]
fn child() {
    let (Ok(task), Some(folder)) = (std::env::var(TASK), std::env::var_os(FOLDER)) else { return };
    let folder = PathBuf::from(folder);
    let mut words = task.split(' ');
    let mut number = || words.next().and_then(|word| word.parse::<usize>().ok()).unwrap();
    let (script, stop_at, expects_failure) = (number(), number(), number() == 1);
    let path = folder.join(NAME);
    let old = fs::read(&path).unwrap();
    let overlay = scripts::edited(&old, &scripts::all()[script]);
    let root = overlay.image().unwrap();
    let layout = root.lay_out(&write::Options::default()).unwrap();

    let files = Watched::new(RealFiles);
    let expected = Expected::This(Fingerprint::of(&RealFiles, &path).unwrap());
    let mut destination = Destination::on(Arc::new(files.clone()), &path, expected);
    let before = move |number, _| {
        if number == stop_at {
            say(THERE);
            // The parent kills us here.
            std::thread::sleep(Duration::from_secs(600));
        }
    };
    files.begin(Plan { before: Some(Box::new(before)), ..Plan::default() });
    say(READY);
    let mut saved = destination.save(&layout, &Options::default(), None);
    if expects_failure {
        match saved {
            Err(SaveError::Write(error)) => say(&format!("child: {error}")),
            other => panic!("{other:?}"),
        }
        assert!(fs::read(&path).unwrap() == old, "the old file stays");
        let names: Vec<_> = fs::read_dir(&folder).unwrap().map(|e| e.unwrap().path()).collect();
        assert!(names.iter().all(|name| *name == path || name.ends_with(FILLER)), "{names:?}");
        let Ok(()) = fs::remove_file(folder.join(FILLER)) else { return say(SAVED) };
        saved = destination.save(&layout, &Options::default(), None);
    }
    let bytes = saved.unwrap().bytes;
    assert!(fs::read(&path).unwrap() == scripts::image(&overlay));
    assert_eq!(fs::metadata(&path).unwrap().len(), bytes);
    say(SAVED);
}

/// A file that fills a disk up.
const FILLER: &str = "filler";

fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "\n{line}").unwrap();
    out.flush().unwrap();
}

/// A folder with the old file in it, removed in the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("crash-{name}"));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        fs::write(path.join(NAME), scripts::old()).unwrap();
        Folder(path)
    }

    fn content(&self) -> Vec<u8> {
        fs::read(self.0.join(NAME)).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn command(program: impl AsRef<std::ffi::OsStr>, folder: &Path, task: &str) -> Command {
    let mut command = Command::new(program);
    command.env(TASK, task).env(FOLDER, folder).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

const ARGUMENTS: [&str; 3] = ["processes::child", "--exact", "--nocapture"];

fn start(folder: &Folder, task: &str) -> (Child, BufReader<ChildStdout>) {
    let mut command = command(std::env::current_exe().unwrap(), &folder.0, task);
    let mut child = command.args(ARGUMENTS).spawn().unwrap();
    let out = BufReader::new(child.stdout.take().unwrap());
    (child, out)
}

/// Reads up to a line that the child says; whether it came.
fn wait_for(out: &mut BufReader<ChildStdout>, wanted: &str) -> bool {
    out.lines().map_while(Result::ok).any(|line| line == wanted)
}

#[derive(Default)]
struct Kills {
    calls: usize,
    kills: usize,
    old: usize,
    new: usize,
    temporary_files: usize,
}

impl Kills {
    /// Looks at what a killed child has left; `saved` if it had said so.
    fn look(&mut self, folder: &Folder, (old, new): (&[u8], &[u8]), saved: bool) {
        let content = folder.content();
        assert!(content == old || content == new, "a bad state after {} kills", self.kills);
        assert!(!saved || content == new, "it had said that it has saved");
        self.kills += 1;
        self.old += usize::from(content == old);
        self.new += usize::from(content == new);
        for entry in fs::read_dir(&folder.0).unwrap() {
            let path = entry.unwrap().path();
            if path.file_name().unwrap() != NAME {
                self.temporary_files += 1;
                fs::remove_file(path).unwrap();
            }
        }
        fs::write(folder.0.join(NAME), old).unwrap();
    }
}

#[test]
fn processes_are_killed() {
    println!("\n== SIGKILL of a process: before each call, and at random moments");
    println!(
        "{:30} {:>6} {:>6} {:>6} {:>6} {:>5} {:>10}",
        "script", "calls", "kills", "old", "new", "bad", "temporary"
    );
    let all = scripts::all();
    let wanted = if is_full() { 1000 } else { 40 };
    let mut done = 0;
    for (number, script) in all.iter().enumerate() {
        let folder = Folder::new("kill");
        let old = scripts::old();
        let new = scripts::image(&scripts::edited(&old, script));
        let states = (&*old, &*new);
        let mut kills = Kills::default();
        let step = if is_full() { 1 } else { 23 };
        for n in (1..).step_by(step) {
            let (mut child, mut out) = start(&folder, &format!("{number} {n} 0"));
            if !wait_for(&mut out, THERE) {
                assert!(child.wait().unwrap().success() && folder.content() == new);
                // Known only where none was left out.
                kills.calls = if step == 1 { n - 1 } else { 0 };
                fs::write(folder.0.join(NAME), &old).unwrap();
                break;
            }
            child.kill().unwrap();
            child.wait().unwrap();
            kills.look(&folder, states, false);
        }
        done += kills.kills;
        // Random moments of what is left of the time that a save takes.
        let left = (all.len() - number).max(1);
        for _ in 0..(wanted.max(done) - done).div_ceil(left) {
            let (mut child, mut out) = start(&folder, &format!("{number} 0 0"));
            assert!(wait_for(&mut out, READY));
            let nanos = std::time::UNIX_EPOCH.elapsed().unwrap().subsec_nanos();
            let moment = Duration::from_micros(u64::from(nanos / 7 % 12_000));
            let started = Instant::now();
            while started.elapsed() < moment {
                std::hint::spin_loop();
            }
            child.kill().unwrap();
            child.wait().unwrap();
            let saved = wait_for(&mut out, SAVED);
            kills.look(&folder, states, saved);
            done += 1;
        }
        println!(
            "{:30} {:>6} {:>6} {:>6} {:>6} {:>5} {:>10}",
            script.name, kills.calls, kills.kills, kills.old, kills.new, 0, kills.temporary_files
        );
    }
    println!("kills: {done}");
}

/// Runs a shell script with a child at its end; what it printed, and whether it succeeded.
fn shell(folder: &Folder, task: &str, prelude: &str) -> (bool, String) {
    let mut command = command("sh", &folder.0, task);
    command.args(["-c", &format!("{prelude}\nexec \"$@\""), "sh"]);
    command.arg(std::env::current_exe().unwrap()).args(ARGUMENTS);
    let mut child = command.spawn().unwrap();
    let mut said = String::new();
    child.stdout.take().unwrap().read_to_string(&mut said).unwrap();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    (child.wait().unwrap().success(), said)
}

/// Files may not grow beyond 20 kB: writing says so, or the process is killed by a signal.
#[test]
fn a_limit_of_the_size_of_files() {
    let folder = Folder::new("limit");
    let (succeeded, said) = shell(&folder, "5 0 1", "trap '' XFSZ; ulimit -f 40 || exit 9");
    assert!(succeeded && said.contains(SAVED), "{said}");
    assert!(folder.content() == scripts::old());
    let (succeeded, said) = shell(&folder, "5 0 1", "ulimit -f 40");
    assert!(!succeeded && !said.contains(SAVED), "{said}");
    assert!(folder.content() == scripts::old());
    println!("\n== limit of the size of files: the old file stays, both times");
}

/// A file system of its own with room for the old file and half of the new one; with more room,
/// the second try succeeds.
#[test]
fn a_full_disk() {
    let folder = Folder::new("full");
    let unshared = Command::new("unshare").args(["--mount", "true"]).output();
    if !unshared.is_ok_and(|output| output.status.success()) {
        println!("\nskipped: a file system of one's own needs `unshare --mount`, that is root");
        return;
    }
    let body = format!(
        "cp \"${FOLDER}/{NAME}\" \"${FOLDER}.old\" && \
         mount -t tmpfs -o size=200k tmpfs \"${FOLDER}\" || exit 7; \
         mv \"${FOLDER}.old\" \"${FOLDER}/{NAME}\"; \
         dd if=/dev/zero of=\"${FOLDER}/{FILLER}\" bs=4096 count=28 2>/dev/null; \
         exec \"$@\""
    );
    let mut command = command("sh", &folder.0, "5 0 1");
    let inside = "exec unshare --mount sh -c \"$BODY\" sh \"$@\"";
    command.env("BODY", body).args(["-c", inside, "sh"]);
    command.arg(std::env::current_exe().unwrap()).args(ARGUMENTS);
    let output = command.output().unwrap();
    if output.status.code() == Some(7) {
        println!("\nskipped: tmpfs cannot be mounted here");
        return;
    }
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && said.contains(SAVED), "{said}{output:?}");
    let why = said.lines().find(|line| line.starts_with("child: writing")).unwrap_or_default();
    println!("\n== full disk: the old file stays, with more room the next try succeeds ({why})");
}
