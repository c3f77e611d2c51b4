//! Compound files ([MS-CFB]), the structured storage under `.msg` and older Office files: a small
//! file system of storages and streams within one file.
//!
//! * [`CompoundFile`] reads one in place. Its bytes come from a [`Source`], which lends them
//!   (`&[u8]`, [`bytes::Bytes`], a memory map behind it) or copies them at an offset
//!   ([`FileSource`], [`ReadSource`]); files of any size are read in bounded memory.
//! * [`CfbStorage`] is the same for a [`cfb::CompoundFile`] that the caller has open.
//! * [`Base`] and [`Store`] are the seam above both: what readers of messages are generic over.
//! * [`Overlay`] is a transaction over a base: it changes a storage that stays as it is.
//! * [`Storage`] is what several hold, change and commit, as `IStorage` in transacted mode.
//! * [`mod@write`] writes a whole file in one pass, to anything that takes bytes.
//! * [`mod@save`] puts such a file in the place of another so that no crash can lose both.
//! * [`raw`] has the records as they stand on disk, and [`Name`] the format's order of names.
//!
//! ```
//! use openimsg_base::Budget;
//! use openimsg_storage::write::{Options, StorageBuilder};
//! use openimsg_storage::{CompoundFile, EntryId};
//!
//! let mut root = StorageBuilder::new();
//! root.storage("folder")?.stream("greeting", b"hello".as_slice())?;
//! let mut bytes = Vec::new();
//! root.write_to(&Options::default(), &mut bytes)?;
//!
//! let file = CompoundFile::open(bytes.as_slice(), &Budget::default())?;
//! let names: Vec<_> = file.children(EntryId::ROOT).filter_map(|id| file.name(id)).collect();
//! assert_eq!(names, ["folder".parse()?]);
//! assert_eq!(&*file.content(file.find("folder/greeting").ok_or("missing")?)?, b"hello");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Untrusted input
//! Opening is the pre-flight: every chain of sectors is followed once, every directory entry
//! visited once, and nothing reserved by a size or count that is only declared. What is wrong
//! but can be read around is one of the [`defects`]; a stream whose chain cannot be followed is
//! an error of that stream alone. The memory for opening is at most four times the file.

mod cfb_storage;
pub mod defects;
mod error;
mod name;
mod name_order;
mod name_rank;
pub mod overlay;
pub mod raw;
mod read;
pub mod save;
mod source;
mod store;
pub mod transacted;
mod upper_case;
pub mod write;

pub use cfb_storage::CfbStorage;
pub use error::{ChainProblem, Error};
pub use name::{Name, NameError};
pub use overlay::{EditError, Overlay};
pub use read::{Children, CompoundFile, Format};
pub use source::{FileSource, ReadSource, Source};
pub use store::{Base, Child, ChildRef, Content, EntryKind, Stat, Store, StreamReader};
pub use transacted::{Access, Adopted, CommitError, Storage, Target};

/// A storage or stream of an open compound file; 0 is the root storage. Numbers are given by
/// the reader and mean nothing to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntryId(pub u32);

impl EntryId {
    /// The root storage.
    pub const ROOT: EntryId = EntryId(0);
}
