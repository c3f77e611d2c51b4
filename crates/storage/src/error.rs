//! What can go wrong with a compound file.

use std::io;

use openimsg_base::Refused;

use crate::EntryId;

/// What can go wrong with a compound file.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The input is no compound file: the signature is missing ([MS-CFB] 2.2).
    #[error("not a compound file: {}", start(*found, *len))]
    NotCompoundFile {
        /// The first eight bytes, big-endian, as far as there are any.
        found: u64,
        /// Bytes of the input; of a [pipe](crate::FileSource::read), eight at most.
        len: u64,
    },
    /// A structure that cannot be read at all.
    #[error("{structure} at {offset:#x}: expected {expected}, found {found:#x}")]
    Malformed {
        /// The structure.
        structure: &'static str,
        /// Byte offset in the file.
        offset: u64,
        /// What should be there.
        expected: &'static str,
        /// What is there.
        found: u64,
    },
    /// The chain of one stream cannot be followed; other streams are not affected.
    #[error("stream (entry {entry}): {problem}")]
    Stream {
        /// Number of the directory entry.
        entry: u32,
        /// What is wrong with its chain.
        problem: ChainProblem,
    },
    /// A stream was asked for and this is a storage, or the other way round, or nothing.
    #[error("{id:?} is not a {wanted}")]
    WrongKind {
        /// What was asked.
        id: EntryId,
        /// `stream` or `storage`.
        wanted: &'static str,
    },
    /// A limit, strictness or cancelling.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// The medium failed.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// What an input begins with that is no compound file.
fn start(found: u64, len: u64) -> String {
    match len {
        0 => "it is empty".to_owned(),
        1..8 => format!("it is only {len} bytes long"),
        _ => format!("expected the signature D0CF11E0A1B11AE1 at 0, found {found:016X}"),
    }
}

/// Why the chain of a stream cannot be followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ChainProblem {
    /// The chain comes back to a sector it has passed.
    #[error("its chain of sectors is a loop")]
    Loop,
    /// The chain leaves the file, or starts outside it.
    #[error("its chain of sectors leaves the file")]
    OutOfRange,
    /// The chain runs into a sector of another stream, in a file whose streams together are
    /// larger than the file.
    #[error("its sectors belong to another stream")]
    Shared,
}
