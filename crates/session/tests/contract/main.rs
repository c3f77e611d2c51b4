//! The contract of sessions and of messages on storages, row by row.
//!
//! A test's name begins with the numbers of its rows. What MAPI takes as pointers is ruled out by
//! types here. These rows have no test, and every other has one, as
//! `each_row_has_a_test_or_a_reason` shows:
//!
//! | rows | why |
//! |---|---|
//! | 1 | a session takes no allocator: memory is the language's |
//! | 2 | a session is what the call returns: there is no place for it to be null |
//! | 7 | a session to close is a reference, which is never null; closing twice is row 6 |
//! | 24 | a storage is a reference, which is never null |
//! | 25 26 | opening a message takes neither allocators nor a support object |
//! | 53 | only objects of open messages have the calls of attributes; `attributes_are_of_objects_that_are_open` shows what these answer |
//! | 58 | no call takes a flag for a dialog; `nobody_is_asked` shows that they do without |

#![expect(clippy::unwrap_used, reason = "a test may fail")]

#[path = "../common/mod.rs"]
mod common;
mod objects;
mod opening;
mod saving;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::SeqCst};

use common::options;
use openimsg_message::imapi::SaveFlags;
use openimsg_props::{PropTag, SCode, tags};
use openimsg_session::{Error, Message, OpenFlags, OpenOptions, Session, SessionFlags};

pub(crate) const KEEP: SaveFlags = SaveFlags::KEEP_OPEN_READWRITE;
pub(crate) const DATA: PropTag = tags::PR_ATTACH_DATA_OBJ;

pub(crate) fn plain() -> OpenOptions {
    OpenOptions::default()
}

pub(crate) fn no_commit() -> OpenOptions {
    OpenOptions::with_flags(OpenFlags::NO_COMMIT)
}

pub(crate) fn session(flags: SessionFlags) -> Session {
    Session::with_flags(flags, options()).unwrap()
}

pub(crate) fn code<T>(result: Result<T, Error>) -> SCode {
    result.err().map_or(SCode::S_OK, |error| error.scode())
}

pub(crate) fn subject_of(message: &Message) -> Option<String> {
    message.text(tags::PR_SUBJECT).unwrap()
}

/// Options with a callback that counts.
pub(crate) fn counted(count: &Arc<AtomicU64>) -> OpenOptions {
    plain().on_release(count.clone(), |count, _| {
        count.fetch_add(1, SeqCst);
    })
}

#[test]
fn each_row_has_a_test_or_a_reason() {
    let numbers = |words: &str, between: char| -> Vec<u32> {
        words.split(between).map_while(|word| word.parse().ok()).collect()
    };
    let mut rows = Vec::new();
    let files = [
        include_str!("main.rs"),
        include_str!("opening.rs"),
        include_str!("saving.rs"),
        include_str!("objects.rs"),
    ];
    for line in files.iter().flat_map(|file| file.lines()) {
        if let Some(name) = line.strip_prefix("fn row_").or(line.strip_prefix("fn rows_")) {
            rows.extend(numbers(name, '_'));
        } else if let Some(reason) = line.strip_prefix("//! | ") {
            rows.extend(numbers(reason, ' '));
        }
    }
    rows.sort_unstable();
    assert_eq!(rows, (1..=59).collect::<Vec<u32>>());
}
