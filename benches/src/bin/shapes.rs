//! Whether the time of everything that is done to a message grows with its length, whatever its
//! shape.
//!
//! Each line has the times of a short and of a long message and how they grow; only what grows or
//! takes more than it may is printed, and the slowest. The exit code is 1 if there is any.
//! `--all` prints every shape, `--bytes N` takes long ones of that length, `--only TEXT` those whose
//! name has that text.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program that prints a table")]

use std::error::Error;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use openimsg_benches::shapes::{Shape, shapes};

/// Long messages are so many times as long as short ones.
const TIMES: usize = 4;
/// And may take so many times as long: the square would be 16.
const MOST_GROWTH: f64 = 8.0;
/// Of less, growth is noise.
const LEAST: Duration = Duration::from_millis(100);
/// A long message may take so long for each 100 KB: reading it in all ways, showing it, comparing
/// it with itself, editing it and writing it.
const MOST: Duration = Duration::from_secs(3);
/// A time is what it takes in the best of so many tries, if the first took too much.
const TRIES: usize = 4;

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("shapes: {error}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<bool, Box<dyn Error>> {
    let (mut all, mut bytes, mut only) = (false, 160_000_usize, String::new());
    let mut given = std::env::args().skip(1);
    while let Some(argument) = given.next() {
        match argument.as_str() {
            "--all" => all = true,
            "--bytes" => bytes = given.next().ok_or("a number is missing")?.parse()?,
            "--only" => only = given.next().ok_or("a text is missing")?,
            _ => return Err("there are --all, --bytes N and --only TEXT".into()),
        }
    }
    println!("{:<58} {:>9} {:>9} {:>7}", "shape", "short/ms", "long/ms", "growth");
    let (short, long) = (shapes(bytes / TIMES)?, shapes(bytes)?);
    let most = MOST.mul_f64(f64::from(u32::try_from(bytes)?) / 100_000.0).max(MOST);
    let (mut slowest, mut seen, mut failed): (Option<Line<'_>>, usize, usize) = (None, 0, 0);
    let pairs = short.iter().zip(&long);
    for (short, long) in pairs.filter(|(short, _)| short.name.contains(&only)) {
        let mut line = Line::new(short, long);
        // On a busy machine, what takes long may have waited.
        for _ in 1..TRIES {
            if line.is_kept(most) {
                break;
            }
            line = line.best(Line::new(short, long));
        }
        let kept = line.is_kept(most);
        seen = seen.saturating_add(1);
        failed = failed.saturating_add(usize::from(!kept));
        if all || !kept {
            line.print(if kept { "" } else { "  TOO MUCH" });
        }
        if slowest.as_ref().is_none_or(|slowest| slowest.long < line.long) {
            slowest = Some(line);
        }
    }
    if let Some(slowest) = slowest {
        slowest.print("  the slowest");
    }
    println!("{seen} shapes of {} and {bytes} bytes, {failed} take too much", bytes / TIMES);
    Ok(failed == 0)
}

/// The times of a shape.
struct Line<'s> {
    name: &'s str,
    short: Duration,
    long: Duration,
}

impl<'s> Line<'s> {
    fn new(short: &'s Shape, long: &Shape) -> Self {
        let time = |shape: &Shape| {
            let start = Instant::now();
            openimsg_fuzz::everything(&shape.file);
            start.elapsed()
        };
        Line { name: &short.name, short: time(short), long: time(long) }
    }

    fn best(self, other: Self) -> Self {
        Line { short: self.short.min(other.short), long: self.long.min(other.long), ..self }
    }

    fn growth(&self) -> f64 {
        self.long.as_secs_f64() / self.short.as_secs_f64().max(1e-6)
    }

    fn is_kept(&self, most: Duration) -> bool {
        self.long <= most && (self.long < LEAST || self.growth() <= MOST_GROWTH)
    }

    fn print(&self, remark: &str) {
        let name: String = self.name.chars().take(56).collect();
        let name = name.replace(['\r', '\n'], " ");
        let millis = |time: Duration| time.as_secs_f64() * 1e3;
        let (short, long) = (millis(self.short), millis(self.long));
        println!("{name:<58} {short:>9.1} {long:>9.1} {:>7.1}{remark}", self.growth());
    }
}
