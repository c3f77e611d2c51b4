//! The life of open messages: against a model, in many threads, and at its edges.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::arithmetic_side_effects,
    reason = "a test may fail"
)]

#[path = "../common/mod.rs"]
#[expect(dead_code, reason = "each test needs another part of it")]
mod common;
mod edges;
mod errors;
mod limits;
mod model;
mod refused;
mod tables;
mod threads;

/// Numbers that look random and are the same in each run.
pub(crate) struct Numbers(u64);

impl Numbers {
    pub(crate) fn new(seed: u64) -> Self {
        Numbers(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// One below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        let end = u64::try_from(end.max(1)).unwrap();
        usize::try_from((self.0 >> 11) % end).unwrap()
    }
}

/// How many runs, unless the environment says another number.
pub(crate) fn runs(variable: &str, usual: u64) -> u64 {
    let asked = std::env::var(variable).ok();
    asked.and_then(|runs| runs.parse().ok()).unwrap_or(usual)
}

/// `OPENIMSG_SESSION_RUNS` says how many runs of fifty operations there are; 100 by default.
#[test]
fn sessions_are_as_the_model_says() {
    let runs = runs("OPENIMSG_SESSION_RUNS", 100);
    for seed in 1..=runs {
        let mut world = model::World::new(Numbers::new(seed));
        for _ in 0..50 {
            world.step();
        }
        world.finish();
    }
    println!("{runs} runs of 50 operations");
}
