//! Saving: putting a compound file in the place of another so that at any moment, whatever
//! fails, the path holds the whole old file or the whole new one.
//!
//! A [`Layout`](crate::write::Layout) is saved to a [`Destination`], which remembers what is at
//! its path. What the caller has, edits included, is read and never changed; the caller marks it
//! clean when [`Destination::save`] returns `Ok`, and may try again after every error.
//!
//! # The protocol
//! 1. Links are followed: the link stays, and the file that it means is replaced.
//! 2. If the file there is not the one expected ([`Fingerprint`]: length, time of change, which
//!    file it is, hash of header and directory), the save is refused.
//! 3. A temporary file is created in the same folder, under a hidden name that nothing has, with
//!    the permissions of the file to be replaced.
//! 4. The image is written into it; each stream is hashed as it passes.
//! 5. It is synced: the system says that content and length are on the disk. A file that could
//!    not be synced is thrown away.
//! 6. It is opened again and read by an independent implementation, strictly: names, kinds,
//!    classes, flags, times, sizes and the hashes of all streams must be what was written
//!    ([`Options::verify`]).
//! 7. Once more, the file to be replaced must be the expected one. Then the temporary file is
//!    renamed to it.
//! 8. The folder is synced, so that the new name survives too.
//!
//! # What a caller gets
//!
//! | result | at the path | temporary file |
//! |---|---|---|
//! | `Ok` | the new file; after a power failure too, if [`Saved::durable`] | none |
//! | [`SaveError::DurabilityUnknown`] | the new file; after a power failure either | none |
//! | [`SaveError::Leftover`] | what was there | named in the error |
//! | any other error | what was there | none |
//! | the process is killed | the old or the new file | one may remain, `.openimsg-….tmp` |
//! | the machine fails | the old or the new file | one may remain |
//!
//! # What is assumed
//! * Renaming within a folder is atomic, for other programs and for a power failure. POSIX
//!   promises the former; file systems that keep a journal, or copy on write, do both.
//! * What a sync call has confirmed is on the disk and stays there: the disk does not lie about
//!   its cache. Nothing is assumed of what was not synced: it may be lost, torn, or written in
//!   any order.
//! * Nobody writes to the path between the last look at it and the rename, a moment later. There
//!   is no call that replaces a file only if it is still the same; programs that share a file
//!   need a lock that all of them heed.
//! * Reading again sees what the system would give to any reader, which may come from its
//!   memory: it proves that what was written is a sound file with the intended content, not that
//!   the surface of the disk is.
//!
//! Other names of the same file (hard links) keep the old content, and access lists and extended
//! attributes are not carried over: the price of replacing instead of changing. [`RealFiles`]
//! tells what becomes of mode and owner.
//!
//! **Windows**: [`std::fs::rename`] replaces a file there too, in one call that NTFS carries out
//! as one transaction of its journal, though this is not promised by its documentation. It fails,
//! and the old file stays, while another program has the file open without sharing deletion.
//! There is no call to sync a folder: [`Saved::durable`] is false. The new file gets the access
//! list of its folder.

mod destination;
mod error;
mod files;
mod fingerprint;
mod verify;

pub use destination::{Destination, Expected};
pub use error::{Change, SaveError, Step};
pub use files::{FileId, FileStat, FileSystem, InputFile, OutputFile, RealFiles};
pub use fingerprint::Fingerprint;
pub use verify::{Verifier, VerifyError};

/// How a file is saved, apart from what it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Whether the written file is read again, and compared with what was meant, before it
    /// replaces another. Default yes.
    pub verify: bool,
}

impl Default for Options {
    fn default() -> Self {
        Options { verify: true }
    }
}

/// What was saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use = "it says whether the file was verified, and whether it would survive a power failure"]
#[non_exhaustive]
pub struct Saved {
    /// Length of the file.
    pub bytes: u64,
    /// Who read the file again; nobody if [`Options::verify`] is off.
    pub verified: Option<Verifier>,
    /// Whether the system has confirmed that the new file has taken the place of the old one on
    /// the disk. Some systems have no call for that.
    pub durable: bool,
}
