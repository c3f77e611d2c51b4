//! What is fuzzed: a function for each target, from any bytes to nothing or a panic.
//!
//! The targets in `fuzz_targets` hand these functions to libFuzzer; [`TARGETS`] hands them to the
//! test `xtask/tests/fuzzed.rs`, which replays every file that fuzzing has found. A new target
//! takes a function here and its line in the table, a file of three lines in `fuzz_targets`, an
//! entry in `Cargo.toml`, and the folders `corpus/NAME` and `artifacts/NAME`. Files `seed-*` in
//! `corpus/NAME` are kept; `cargo run --example seeds` in this folder makes them.
//!
//! Each function bounds the length of what it takes, so that its time is bounded too.
#![forbid(unsafe_code)]

mod codepage;
mod html;
mod input;
mod message;
mod overlay;
mod props;
mod rtf;
mod saving;
mod session;
mod storage;
mod views;

pub use codepage::codepage;
pub use html::{html, texts};
pub use message::message;
pub use overlay::overlay;
pub use props::{named, props};
pub use rtf::rtf;
pub use saving::saving;
pub use session::{editing, session};
pub use storage::{container, container_cfb, writer};
pub use views::views;

/// Each target by its name.
pub const TARGETS: &[(&str, fn(&[u8]))] = &[
    ("codepage", codepage),
    ("container", container),
    ("container_cfb", container_cfb),
    ("editing", editing),
    ("html", html),
    ("message", message),
    ("named", named),
    ("overlay", overlay),
    ("props", props),
    ("rtf", rtf),
    ("saving", saving),
    ("session", session),
    ("texts", texts),
    ("views", views),
    ("writer", writer),
];

/// Everything that is done to a whole file by any target, however long it is.
pub fn everything(data: &[u8]) {
    storage::read_and_rebuild(data);
    message::read_all_ways(data);
    views::view_all(data);
    overlay::rewrite(data);
    session::edit_all(data);
}
