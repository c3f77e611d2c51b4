//! Measuring several sides in interleaved rounds, so that noise meets all alike.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// One side of a comparison: does its work once and gives something that depends on it.
pub type Side<'a> = Box<dyn FnMut() -> u64 + 'a>;

/// What a side took to do its work once.
#[derive(Debug, Clone, Copy)]
pub struct Time {
    /// Half of the rounds took longer.
    pub median: Duration,
    /// The fastest round.
    pub best: Duration,
    /// As `median`, but of what came first in each round: what caches and predictors hold is then
    /// the other sides'.
    pub first: Duration,
}

/// Runs each side once a round, for `rounds` rounds after one to warm up.
pub fn interleaved(rounds: usize, sides: &mut [Side<'_>]) -> Vec<Time> {
    in_slices(rounds, Duration::ZERO, sides)
}

/// As [`interleaved`], but a round gives each side the same time instead of the same work: it does
/// its work again until `slice` is over.
///
/// Who is twenty times as fast as the others would else be measured in what they leave behind in
/// caches and predictors, which nobody meets who uses one of them.
pub fn in_slices(rounds: usize, slice: Duration, sides: &mut [Side<'_>]) -> Vec<Time> {
    let mut times = vec![(Vec::with_capacity(rounds), Vec::with_capacity(rounds)); sides.len()];
    for side in sides.iter_mut() {
        black_box(side());
    }
    for _ in 0..rounds {
        for (side, (each, first)) in sides.iter_mut().zip(&mut times) {
            let start = Instant::now();
            black_box(side());
            first.push(start.elapsed());
            let mut count = 1_u32;
            while start.elapsed() < slice {
                black_box(side());
                count = count.saturating_add(1);
            }
            each.push(start.elapsed().checked_div(count).unwrap_or_default());
        }
    }
    let at = |times: &[Duration], index: usize| times.get(index).copied().unwrap_or_default();
    times
        .into_iter()
        .map(|(mut each, mut first)| {
            each.sort_unstable();
            first.sort_unstable();
            let middle = each.len() / 2;
            Time { median: at(&each, middle), best: at(&each, 0), first: at(&first, middle) }
        })
        .collect()
}
