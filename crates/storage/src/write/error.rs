//! What can go wrong while a compound file is built and written.

use std::fmt;
use std::io;

use crate::{Name, NameError};

/// What can go wrong while a compound file is built and written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WriteError {
    /// The text cannot be a name.
    #[error(transparent)]
    Name(#[from] NameError),
    /// The name comes from a damaged file and the format does not allow it: it holds a zero, half
    /// a surrogate pair or one of `/ \ : !`, or nothing ([MS-CFB] 2.6.1).
    #[error("no storage or stream can be called {name:?}")]
    IllegalName {
        /// The name.
        name: Name,
    },
    /// The storage has a child of that name already, upper and lower case being the same.
    #[error("the storage already has a child called {name}")]
    Duplicate {
        /// The name of the later one.
        name: Name,
    },
    /// A stream is longer than the file can be.
    #[error("{path}: a stream of {len} bytes in a file of at most {max}")]
    StreamTooLong {
        /// Names from the root to the stream, after a `/` each.
        path: Box<str>,
        /// Bytes of the stream.
        len: u64,
        /// Bytes of the longest file of this version.
        max: u64,
    },
    /// All together is longer than the file can be.
    #[error("the file would have {len} bytes, at most {max} are possible")]
    FileTooLong {
        /// Bytes of the file, metadata included; [`u64::MAX`] if it does not fit into 64 bits.
        len: u64,
        /// Bytes of the longest file of this version.
        max: u64,
    },
    /// There are more storages and streams than numbers for them.
    #[error("more than {max} storages and streams")]
    TooManyEntries {
        /// The largest number of a directory entry.
        max: u32,
    },
    /// A reader gave less or more than was promised; the file is cut off at this stream.
    #[error("{path}: {promised} bytes were promised, {}", Found { promised: *.promised, found: *.found })]
    WrongLength {
        /// Names from the root to the stream, after a `/` each.
        path: Box<str>,
        /// The length given with the reader.
        promised: u64,
        /// What it gave; if more than promised, one byte more, the rest not being asked for.
        found: u64,
    },
    /// A reader could not be opened or read; the file is cut off at this stream.
    #[error("{path}: reading its content failed")]
    Read {
        /// Names from the root to the stream, after a `/` each.
        path: Box<str>,
        /// What the reader says.
        source: io::Error,
    },
    /// The output failed.
    #[error("writing failed after {written} bytes")]
    Write {
        /// How many bytes the output had taken.
        written: u64,
        /// What the output says.
        source: io::Error,
    },
}

/// How many bytes a reader gave, for people: one that gives more is not read to its end.
struct Found {
    promised: u64,
    found: u64,
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.found > self.promised {
            f.write_str("there are more")
        } else {
            write!(f, "there are only {}", self.found)
        }
    }
}
