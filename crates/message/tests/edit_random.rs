//! Random messages: what is built is read back the same, in whatever order it was set, and
//! editing it again comes to the same. `OPENIMSG_CASES` says how many.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::print_stdout,
    reason = "a test fails by panicking, and says why"
)]

#[expect(dead_code, reason = "each test needs another part of it")]
mod common;
#[path = "common/random.rs"]
mod random;

use std::ops::ControlFlow;

use common::open;
use openimsg_message::edit::MessageEdit;
use openimsg_message::{Message, check, diff};
use openimsg_props::tags;
use openimsg_storage::Store;
use random::{Random, Script};

fn cases() -> u64 {
    let default = if std::env::var_os("CI").is_some() { 2000 } else { 200 };
    let given = std::env::var("OPENIMSG_CASES").ok();
    given.map_or(default, |given| given.parse().unwrap())
}

fn differences<A: Store, B: Store>(left: &Message<'_, A>, right: &Message<'_, B>) -> Vec<String> {
    let mut found = Vec::new();
    let options = diff::Options { attributes: true, compressed_rtf: true, ..Default::default() };
    diff::compare(left, right, &options, |difference| {
        found.push(format!("{difference:?}"));
        ControlFlow::Continue(())
    })
    .unwrap();
    found
}

#[test]
fn what_is_built_is_read_back_in_whatever_order_it_was_set() {
    for seed in 0..cases() {
        let mut random = Random::new(seed);
        let mut script = Script::random(&mut random, 0);
        let mut message = script.message();
        let snapshot = message.snapshot().unwrap();
        let bytes = message.to_vec().unwrap();

        // The bytes are a sound file with the content that was set.
        let file = open(&bytes);
        let (findings, _) = check(&file).unwrap();
        let serious: Vec<_> = findings.iter().map(|finding| finding.defect.kind.code).collect();
        assert_eq!(serious, [""; 0], "seed {seed}");
        script.is_in(&file.message().unwrap(), seed);
        let found = differences(&snapshot.message().unwrap(), &file.message().unwrap());
        assert_eq!(found, [""; 0], "seed {seed}");

        // Another order of the same edits gives the same bytes.
        script.shuffle(&mut random);
        assert!(bytes == script.message().to_vec().unwrap(), "seed {seed}: order");

        // Opened and written again it is the same, byte for byte.
        let mut again = MessageEdit::open(bytes.clone(), random::options(script.ansi)).unwrap();
        assert!(!again.finish().unwrap().is_changed(), "seed {seed}");
        assert!(bytes == again.to_vec().unwrap(), "seed {seed}: written again");

        // What is set again to what it was changes no more than the time, and that the message is
        // no longer unmodified.
        script.apply(&mut again);
        let flags = again.get(tags::PR_MESSAGE_FLAGS.id()).unwrap().unwrap();
        again.set(tags::PR_MESSAGE_FLAGS, flags).unwrap();
        let again = again.to_vec().unwrap();
        let found = differences(&file.message().unwrap(), &open(&again).message().unwrap());
        assert_eq!(found, [""; 0], "seed {seed}: set again");

        // Taken apart and put together by embedding.
        if seed.is_multiple_of(8) {
            let mut other = MessageEdit::new(random::options(None)).unwrap();
            other.set_categories(["zero"]).unwrap();
            let mut inner = MessageEdit::open(bytes.clone(), random::options(None)).unwrap();
            let at = other.embed(inner.finish().unwrap()).unwrap();
            let outer = MessageEdit::open(other.to_vec().unwrap(), random::options(None)).unwrap();
            let mut taken = outer.attachment(at).unwrap().extract().unwrap().unwrap();
            let taken = taken.to_vec().unwrap();
            let found = differences(&file.message().unwrap(), &open(&taken).message().unwrap());
            assert_eq!(found, [""; 0], "seed {seed}: embedded");
        }
    }
}
