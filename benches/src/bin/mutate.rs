//! Every file of the corpus, damaged in many ways, through everything that the library can do.
//!
//! For `cargo xtask mutate`, which says what the options are. A case is known by the name of its
//! file and its number; what fails is written below `target/mutate`. The exit code is 1 if
//! anything did.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program that prints a table")]

use std::cell::Cell;
use std::error::Error;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use openimsg_benches::corpus::{self, File};
use openimsg_benches::mutation::{Original, Random};

/// A case that takes longer is a hang; on a busy machine it is tried again.
const MOST_TIME: Duration = Duration::from_secs(5);
/// Peak heap of a case: that of all decoded text at once, with what holds it.
const MOST_HEAP: u64 = 64 << 20;
/// More for each byte of the file: it is read, rebuilt and written in memory, several at a time.
const MOST_HEAP_A_BYTE: u64 = 16;
/// Of so many cases of a file, one goes through the program too.
const PROGRAM_EVERY: u64 = 40;

fn main() -> ExitCode {
    let done = Arguments::read().and_then(|arguments| match arguments.child {
        true => arguments.run(),
        false => supervise(&arguments.folder),
    });
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("mutate: {error}");
            ExitCode::from(2)
        }
    }
}

/// Runs this program again with the same arguments: if the work ends by a signal, as when the
/// stack or the memory is used up, what it was at is still known.
fn supervise(folder: &Path) -> Result<bool, Box<dyn Error>> {
    fs::create_dir_all(folder)?;
    let mut child = Command::new(std::env::current_exe()?);
    let status = child.arg("--child").args(std::env::args_os().skip(1)).status()?;
    if status.code().is_none() {
        let at = fs::read_to_string(folder.join("current")).unwrap_or_default();
        eprintln!("mutate: {status} at or near {at}: repeat with --only '{at}'");
    }
    Ok(status.success())
}

struct Arguments {
    cases: u64,
    seed: u64,
    jobs: usize,
    only: Option<(String, u64)>,
    program: Option<PathBuf>,
    folder: PathBuf,
    child: bool,
}

impl Arguments {
    fn read() -> Result<Self, Box<dyn Error>> {
        let mut arguments = Arguments {
            cases: 20,
            seed: 1,
            jobs: 1,
            only: None,
            program: None,
            folder: "target/mutate".into(),
            child: false,
        };
        let mut given = std::env::args().skip(1);
        while let Some(argument) = given.next() {
            let mut value = || given.next().ok_or("a value is missing");
            match argument.as_str() {
                "--cases" => arguments.cases = value()?.parse()?,
                "--seed" => arguments.seed = value()?.parse()?,
                "--jobs" => arguments.jobs = value()?.parse()?,
                "--program" => arguments.program = Some(value()?.into()),
                "--only" => {
                    let value = value()?;
                    let (name, case) = value.rsplit_once(' ').ok_or("--only takes 'FILE CASE'")?;
                    arguments.only = Some((name.to_owned(), case.parse()?));
                }
                "--child" => arguments.child = true,
                other => return Err(format!("unknown argument {other}").into()),
            }
        }
        Ok(arguments)
    }

    fn run(&self) -> Result<bool, Box<dyn Error>> {
        let mut files = corpus::files().unwrap_or_else(|| {
            println!("no corpus: the samples alone");
            Vec::new()
        });
        files.extend(corpus::samples());
        if let Some((name, _)) = &self.only {
            files.retain(|file| file.name == *name);
        }
        if files.is_empty() {
            return Err("no files".into());
        }
        silence_panics();
        let started = Instant::now();
        let (next, total) = (AtomicUsize::new(0), Mutex::new(Total::default()));
        std::thread::scope(|scope| {
            for _ in 0..self.jobs.max(1) {
                scope.spawn(|| {
                    while let index = next.fetch_add(1, Ordering::Relaxed)
                        && let Some(file) = files.get(index)
                    {
                        let other = Random::new(&[self.seed, seed_of(&file.name)]).pick(&files);
                        let done = self.file(file, other.unwrap_or(file));
                        let done = done.unwrap_or_else(|error| Total::of_failure(file, &*error));
                        if let Ok(mut total) = total.lock() {
                            total.add(done);
                            total.files = total.files.saturating_add(1);
                            if total.files.is_multiple_of(10) {
                                let Total { files: done, cases, .. } = &*total;
                                eprintln!("{done} of {} files, {cases} cases", files.len());
                            }
                        }
                    }
                });
            }
        });
        let total = total.into_inner().unwrap_or_default();
        total.print(files.len(), started.elapsed());
        Ok(total.failures.is_empty())
    }

    /// All cases of one file.
    fn file(&self, file: &File, other: &File) -> Result<Total, Box<dyn Error>> {
        let original = Original::new(&file.bytes);
        let seed = file
            .name
            .bytes()
            .fold(self.seed, |sum, byte| sum.rotate_left(7).wrapping_add(byte.into()));
        let cases = match self.only {
            Some((_, case)) => case..case.saturating_add(1),
            None => 0..self.cases,
        };
        let mut total = Total::default();
        let batch = self.folder.join("batch").join(&file.name);
        for case in cases {
            let bytes = original.damaged(&other.bytes, &mut Random::new(&[seed, case]));
            let label = format!("{} {case}", file.name);
            fs::write(self.folder.join("current"), &label)?;
            let mut run = run(&bytes);
            for _ in 0..2 {
                if run.time > MOST_TIME {
                    run.time = run.time.min(self::run(&bytes).time);
                }
            }
            let fault = run.fault(bytes.len());
            if let Some(fault) = &fault {
                eprintln!("{label}: {fault}");
            }
            if fault.is_some() || self.only.is_some() {
                fs::write(self.folder.join(format!("{}-{case}", file.name)), &bytes)?;
            }
            if self.program.is_some() && case % PROGRAM_EVERY == 0 {
                fs::create_dir_all(&batch)?;
                fs::write(batch.join(format!("{case}.msg")), &bytes)?;
            }
            total.add(Total::of_run(label, run, fault));
        }
        if let Some(program) = &self.program
            && batch.exists()
        {
            self.program(program, &batch, file, &mut total)?;
        }
        Ok(total)
    }

    /// The damaged files of a folder through every command of the program.
    fn program(
        &self,
        program: &Path,
        batch: &Path,
        file: &File,
        total: &mut Total,
    ) -> Result<(), Box<dyn Error>> {
        let out = batch.with_extension("out");
        let commands: [&[&str]; 8] = [
            &["dump"],
            &["show"],
            &["show", "--json"],
            &["props"],
            &["tree"],
            &["check"],
            &["show", "--strict"],
            &["extract", "-o"],
        ];
        let mut failed = false;
        for command in commands {
            let mut process = Command::new(program);
            process.args(command);
            if command.contains(&"-o") {
                process.arg(&out);
            }
            let output = process.arg(batch).args(["--jobs", "1"]).output()?;
            total.programs = total.programs.saturating_add(1);
            // 1 is for files that cannot be read.
            if !matches!(output.status.code(), Some(0 | 1)) {
                let said = String::from_utf8_lossy(&output.stderr);
                let last: Vec<&str> = said.lines().rev().take(3).collect();
                let what = format!("openimsg {}: {}: {last:?}", command.join(" "), output.status);
                total.failures.push(format!("{}: {what}, on {}", file.name, batch.display()));
                failed = true;
            }
        }
        let _ = fs::remove_dir_all(out);
        if !failed {
            fs::remove_dir_all(batch)?;
        }
        Ok(())
    }
}

/// A number for a name.
fn seed_of(name: &str) -> u64 {
    name.bytes().fold(0, |sum: u64, byte| sum.rotate_left(7).wrapping_add(byte.into()))
}

thread_local! {
    /// Where the last panic of this thread was.
    static PANIC: Cell<Option<String>> = const { Cell::new(None) };
}

/// A panic is a line of the report, not pages on the terminal.
fn silence_panics() {
    std::panic::set_hook(Box::new(|info| {
        let at = info.location().map(ToString::to_string).unwrap_or_default();
        let payload = info.payload();
        let said = payload.downcast_ref::<String>().map(String::as_str);
        let said = said.or_else(|| payload.downcast_ref::<&str>().copied()).unwrap_or_default();
        let said: String = said.chars().take(200).collect();
        PANIC.set(Some(format!("{at}: {said}")));
    }));
}

/// What one case did.
struct Run {
    panic: Option<String>,
    heap: u64,
    time: Duration,
}

fn run(bytes: &[u8]) -> Run {
    let started = Instant::now();
    let mut panicked = false;
    let allocated = allocation_counter::measure(|| {
        let work = AssertUnwindSafe(|| openimsg_fuzz::everything(bytes));
        panicked = catch_unwind(work).is_err();
    });
    let panic = panicked.then(|| PANIC.take().unwrap_or_default());
    Run { panic, heap: allocated.bytes_max, time: started.elapsed() }
}

impl Run {
    fn fault(&self, len: usize) -> Option<String> {
        let len = u64::try_from(len).unwrap_or(u64::MAX);
        let most = MOST_HEAP.saturating_add(len.saturating_mul(MOST_HEAP_A_BYTE));
        match self {
            Run { panic: Some(at), .. } => Some(format!("panics at {at}")),
            Run { heap, .. } if *heap > most => Some(format!("{heap} bytes of heap")),
            Run { time, .. } if *time > MOST_TIME => Some(format!("takes {time:?}")),
            _ => None,
        }
    }
}

/// What all cases did.
#[derive(Default)]
struct Total {
    files: usize,
    cases: u64,
    programs: u64,
    failures: Vec<String>,
    heap: (u64, String),
    slowest: (Duration, String),
}

impl Total {
    fn of_run(label: String, run: Run, fault: Option<String>) -> Self {
        let failures = fault.map(|fault| format!("{label}: {fault}")).into_iter().collect();
        Total {
            files: 0,
            cases: 1,
            programs: 0,
            failures,
            heap: (run.heap, label.clone()),
            slowest: (run.time, label),
        }
    }

    fn of_failure(file: &File, error: &dyn Error) -> Self {
        Total { failures: vec![format!("{}: {error}", file.name)], ..Total::default() }
    }

    fn add(&mut self, other: Total) {
        self.cases = self.cases.saturating_add(other.cases);
        self.programs = self.programs.saturating_add(other.programs);
        self.failures.extend(other.failures);
        if other.heap.0 > self.heap.0 {
            self.heap = other.heap;
        }
        if other.slowest.0 > self.slowest.0 {
            self.slowest = other.slowest;
        }
    }

    fn print(&self, files: usize, took: Duration) {
        println!("files      {files}");
        println!("cases      {}", self.cases);
        println!("programs   {}", self.programs);
        println!("failures   {}", self.failures.len());
        for failure in &self.failures {
            println!("  {failure}");
        }
        let mebibytes = self.heap.0 >> 10;
        println!("peak heap  {mebibytes} KiB in {}", self.heap.1);
        println!("slowest    {:.1} ms in {}", self.slowest.0.as_secs_f64() * 1e3, self.slowest.1);
        println!("seconds    {:.0}", took.as_secs_f64());
    }
}
