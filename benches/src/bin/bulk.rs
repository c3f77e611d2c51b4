//! How many messages a second `openimsg show --json` reads out of a large folder, and in how much
//! memory. Takes the program and folders that `cargo xtask gen` made.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program that prints a table")]

use std::error::Error;
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

/// Peak memory may grow by this much from a tenth of the files to all: names of files, and noise.
const MOST_GROWTH: u64 = 16 << 10;

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("bulk: {error}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<bool, Box<dyn Error>> {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let program = arguments.next().ok_or("PROGRAM FOLDER...")?;
    println!(
        "{:<28} {:>4} {:>9} {:>8} {:>9} {:>11} {:>11} {:>12} {:>10}",
        "folder",
        "jobs",
        "messages",
        "errors",
        "seconds",
        "messages/s",
        "processor s",
        "messages/ps",
        "peak"
    );
    let (mut compared, mut flat) = (false, true);
    for folder in arguments {
        let mut parts: Vec<PathBuf> = fs::read_dir(&folder)?
            .map(|entry| entry.map(|entry| entry.path()))
            .collect::<Result<_, _>>()?;
        parts.sort();
        let tenth = parts.get(..parts.len() / 10).filter(|tenth| !tenth.is_empty());
        let whole = [folder.clone()];
        for jobs in ["1", "2"] {
            let part = tenth.map(|tenth| show(&program, tenth, jobs)).transpose()?;
            let all = show(&program, &whole, jobs)?;
            if let Some(part) = part {
                part.print(&format!("{}, a tenth", name(&folder)), jobs);
                compared = true;
                flat &= all.used.peak <= part.used.peak.saturating_add(MOST_GROWTH);
            }
            all.print(&name(&folder), jobs);
            if all.messages == 0 {
                return Err(format!("no message could be read in {}", folder.display()).into());
            }
        }
    }
    println!(
        "memory is {}",
        match (compared, flat) {
            (false, _) =>
                "not compared: that takes ten folders in one, `cargo xtask gen --count 10000`",
            (true, true) => "flat",
            (true, false) => "NOT flat",
        }
    );
    Ok(flat)
}

fn name(folder: &Path) -> String {
    folder.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// What one run took.
struct Taken {
    messages: u64,
    failed: u64,
    time: Duration,
    used: Used,
}

/// What a process has used so far; zeros where the system does not tell.
#[derive(Clone, Copy, Default)]
struct Used {
    /// Most memory, in KiB.
    peak: u64,
    /// Time of all processors, in hundredths of a second.
    processor: u64,
}

impl Taken {
    fn print(&self, folder: &str, jobs: &str) {
        let Taken { messages, failed, time, used: Used { peak, processor } } = self;
        let millis = u64::try_from(time.as_millis()).unwrap_or(u64::MAX);
        let a_second = |of: u64, parts| messages.saturating_mul(parts).checked_div(of).unwrap_or(0);
        println!(
            "{folder:<28} {jobs:>4} {messages:>9} {failed:>8} {:>9.2} {:>11} {:>8}.{:02} {:>12} {:>6} MiB",
            time.as_secs_f64(),
            a_second(millis, 1000),
            processor / 100,
            processor % 100,
            a_second(*processor, 100),
            peak >> 10
        );
    }
}

fn show(program: &Path, paths: &[PathBuf], jobs: &str) -> Result<Taken, Box<dyn Error>> {
    let started = Instant::now();
    let mut command = Command::new(program);
    command.args(["show", "--json", "--jobs", jobs]).args(paths);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    let (stdout, stderr) = (child.stdout.take(), child.stderr.take());
    let messages = std::thread::spawn(move || count_lines(stdout));
    let failed = std::thread::spawn(move || failed(stderr));
    let used = watch(&mut child);
    let status = child.wait()?;
    let time = started.elapsed();
    if !matches!(status.code(), Some(0 | 1)) {
        return Err(format!("openimsg: {status}").into());
    }
    let joined =
        |lines: std::thread::JoinHandle<u64>| lines.join().map_err(|_| "lines were not counted");
    Ok(Taken { messages: joined(messages)?, failed: joined(failed)?, time, used })
}

/// What the last line says: `100000 files, 0 failed …`.
fn failed(stream: Option<impl Read>) -> u64 {
    let lines = stream.map(|stream| BufReader::new(stream).lines().map_while(Result::ok));
    let last = lines.and_then(Iterator::last).unwrap_or_default();
    let words: Vec<&str> = last.split([' ', ',']).collect();
    let number = words.windows(2).find_map(|pair| match pair {
        [number, "failed"] => number.parse().ok(),
        _ => None,
    });
    number.unwrap_or(0)
}

fn count_lines(stream: Option<impl Read>) -> u64 {
    let (mut buffer, mut lines) = (vec![0; 1 << 16], 0_u64);
    let Some(mut stream) = stream else { return 0 };
    while let Ok(read) = stream.read(&mut buffer)
        && read > 0
    {
        let ends = buffer.iter().take(read).filter(|byte| **byte == b'\n').count();
        lines = lines.saturating_add(u64::try_from(ends).unwrap_or(0));
    }
    lines
}

/// Looks at what a child uses until it ends.
fn watch(child: &mut Child) -> Used {
    let process = child.id();
    let told = |what: &str| fs::read_to_string(format!("/proc/{process}/{what}"));
    let mut used = Used::default();
    while matches!(child.try_wait(), Ok(None)) {
        let status = told("status").unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let peak = line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok());
        used.peak = peak.unwrap_or(used.peak);
        // Behind the name, which is in brackets: the state, …, user's and system's hundredths.
        let stat = told("stat").unwrap_or_default();
        let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
        let times = fields.skip(11).take(2).filter_map(|field| field.parse::<u64>().ok());
        used.processor = used.processor.max(times.sum());
        std::thread::sleep(Duration::from_millis(5));
    }
    used
}
