//! Compound files ([MS-CFB]), the structured storage under `.msg` and older Office files.

mod cfb_storage;
pub mod defects;
mod error;
mod name;
pub mod raw;
mod read;
mod source;
mod store;
pub mod write;

pub use cfb_storage::CfbStorage;
pub use error::{ChainProblem, Error};
pub use name::{Name, NameError};
pub use read::{Children, CompoundFile, Format};
pub use source::{FileSource, ReadSource, Source};
pub use store::{Base, Child, Content, EntryKind, Stat, Store, StreamReader};

/// A storage or stream of an open compound file; 0 is the root storage. Numbers are given by
/// the reader and mean nothing to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntryId(pub u32);

impl EntryId {
    /// The root storage.
    pub const ROOT: EntryId = EntryId(0);
}
