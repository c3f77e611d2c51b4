//! Two versions of the library beside each other in one program, over the corpus.
//!
//! Times are noisy, and much of what an improvement is worth is lost in that; the ratio of two
//! rounds that follow each other is not, and its median over many is good to half a percent.

#![expect(clippy::print_stdout, reason = "it prints a table")]

use std::hint::black_box;
use std::time::Instant;

use crate::corpus::{self, File};

/// A function of the bytes of a file; see [`crate::ours`].
pub type Work = fn(&[u8]) -> Option<u64>;

/// Compares both versions of each work in so many rounds, with warm caches and with what other
/// work leaves of them, and prints a table.
///
/// Files that one of them cannot read are left out; a line tells of files that the two read
/// differently.
pub fn print(works: &[(&str, Work, Work)], rounds: usize) {
    let Some(files) = corpus::messages() else {
        println!("skipped: no corpus");
        return;
    };
    println!("{} messages, medians of {rounds} rounds, and of the ratios of rounds", files.len());
    println!();
    println!("{:<36} {:>11} {:>11} {:>8} {:>8}", "work", "then", "now", "warm", "cold");
    for (name, then, now) in works {
        let both: Vec<&File> = files
            .iter()
            .filter(|file| then(&file.bytes).is_some() && now(&file.bytes).is_some())
            .collect();
        let [warm, cold] = [false, true].map(|cold| compare(&both, [*then, *now], rounds, cold));
        let files = f64::from(u32::try_from(both.len()).unwrap_or(u32::MAX));
        let micros = |seconds: f64| seconds / files * 1e6;
        println!(
            "{name:<36} {:>8.2} µs {:>8.2} µs {:>8.3} {:>8.3}",
            micros(warm.then),
            micros(warm.now),
            warm.ratio,
            cold.ratio
        );
        let differing = both.iter().filter(|file| then(&file.bytes) != now(&file.bytes)).count();
        if differing > 0 {
            println!("  {differing} files are read differently");
        }
    }
}

/// The medians of rounds over all files, in seconds.
struct Compared {
    then: f64,
    now: f64,
    /// Now to then.
    ratio: f64,
}

fn compare(files: &[&File], sides: [Work; 2], rounds: usize, cold: bool) -> Compared {
    let other = vec![1_u64; if cold { OTHER_BYTES / 8 } else { 0 }];
    let time = |work: Work| {
        black_box(other.iter().fold(0_u64, |sum, word| sum.wrapping_add(*word)));
        let start = Instant::now();
        for file in files {
            black_box(work(black_box(&file.bytes)));
        }
        start.elapsed()
    };
    let [then, now] = sides;
    let mut times = Vec::with_capacity(rounds);
    for round in 0..rounds {
        // Neither of them is always the one that finds what the other left.
        times.push(if round.is_multiple_of(2) {
            let then = time(then);
            (then, time(now))
        } else {
            let now = time(now);
            (time(then), now)
        });
    }
    let seconds: Vec<(f64, f64)> =
        times.iter().map(|(then, now)| (then.as_secs_f64(), now.as_secs_f64())).collect();
    Compared {
        then: median(seconds.iter().map(|(then, _)| *then)),
        now: median(seconds.iter().map(|(_, now)| *now)),
        ratio: median(seconds.iter().map(|(then, now)| now / then)),
    }
}

fn median(numbers: impl Iterator<Item = f64>) -> f64 {
    let mut numbers: Vec<f64> = numbers.collect();
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied().unwrap_or(f64::NAN)
}

/// More than caches hold.
const OTHER_BYTES: usize = 64 << 20;
