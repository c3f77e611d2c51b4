//! Proof that saving is safe: every call that a save makes to the file system is broken, every
//! moment is made the one at which the machine fails or the process is killed, and afterwards the
//! path must hold the whole old file or the whole new one.
//!
//! `cargo xtask crash` runs a part in seconds, `cargo xtask crash --full` everything; each prints
//! its numbers. Scripts of edits are in `scripts`, the simulated disk in `disk`, the numbering
//! and breaking of calls in `calls`.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::print_stdout,
    reason = "a test fails by panicking, and prints its table"
)]

mod calls;
mod disk;
mod errors;
mod in_place;
mod power;
#[cfg(unix)]
mod processes;
mod scripts;

/// Whether everything is to be tried, rather than a part that takes seconds.
fn is_full() -> bool {
    std::env::var_os("OPENIMSG_CRASH").is_some_and(|mode| mode == "full")
}
