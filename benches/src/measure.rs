//! Measuring several sides in interleaved rounds, so that noise meets all alike.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// One side of a comparison: does its work once and gives something that depends on it.
pub type Side<'a> = Box<dyn FnMut() -> u64 + 'a>;

/// What a side took: the median of its rounds, and the fastest one.
#[derive(Debug, Clone, Copy)]
pub struct Time {
    /// Half of the rounds took longer.
    pub median: Duration,
    /// The fastest round.
    pub best: Duration,
}

/// Runs each side once a round, for `rounds` rounds after one to warm up.
pub fn interleaved(rounds: usize, sides: &mut [Side<'_>]) -> Vec<Time> {
    let mut times = vec![Vec::with_capacity(rounds); sides.len()];
    for side in sides.iter_mut() {
        black_box(side());
    }
    for _ in 0..rounds {
        for (side, times) in sides.iter_mut().zip(&mut times) {
            let start = Instant::now();
            black_box(side());
            times.push(start.elapsed());
        }
    }
    times
        .into_iter()
        .map(|mut times| {
            times.sort_unstable();
            let at = |index: usize| times.get(index).copied().unwrap_or_default();
            Time { median: at(times.len() / 2), best: at(0) }
        })
        .collect()
}
