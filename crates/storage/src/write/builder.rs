//! What is to be written: a tree of storages and streams.

use std::fmt;
use std::io;

use openimsg_base::{FileTime, Guid};

use super::children::Children;
use super::label::Label;
use super::{Content, Layout, Options, WriteError};
use crate::Name;
use crate::raw::DirectoryEntry;
use crate::store::Stat;

/// A storage that is to be written, or, written by itself, the root of a compound file.
///
/// Each name is there once, upper and lower case being the same; the order in which children are
/// added does not matter.
///
/// ```
/// use openimsg_storage::write::{StorageBuilder, WriteError};
/// let mut root = StorageBuilder::new();
/// let folder = root.storage("folder")?;
/// folder.state_bits(7).stream("a", b"one")?;
/// let error = folder.stream("A", b"two").unwrap_err();
/// assert!(matches!(error, WriteError::Duplicate { .. }));
/// # Ok::<(), WriteError>(())
/// ```
#[derive(Default)]
pub struct StorageBuilder<'a> {
    pub(super) meta: Meta,
    pub(super) children: Children<'a>,
}

/// A stream that is to be written.
#[derive(Debug, Default)]
pub struct StreamBuilder<'a> {
    /// Boxed because streams rarely have any, and there are many streams.
    pub(super) meta: Option<Box<Meta>>,
    pub(super) content: Content<'a>,
}

#[derive(Debug)]
pub(super) enum Child<'a> {
    Storage(Box<StorageBuilder<'a>>),
    Stream(StreamBuilder<'a>),
}

/// What a directory entry says beside name, place and size.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Meta {
    pub(crate) clsid: Guid,
    pub(crate) state_bits: u32,
    pub(crate) created: FileTime,
    pub(crate) modified: FileTime,
}

impl Meta {
    pub(crate) fn of(stat: &Stat) -> Meta {
        Meta {
            clsid: stat.clsid,
            state_bits: stat.state_bits,
            created: stat.created,
            modified: stat.modified,
        }
    }
}

impl<'a> StorageBuilder<'a> {
    /// An empty storage with no class, no flags and no times.
    #[must_use]
    pub fn new() -> Self {
        StorageBuilder::default()
    }

    /// Adds a stream.
    ///
    /// # Errors
    /// [`WriteError::Name`] or [`WriteError::IllegalName`] if nothing can have that name,
    /// [`WriteError::Duplicate`] if another child has it.
    pub fn stream(
        &mut self,
        name: impl IntoName,
        content: impl Into<Content<'a>>,
    ) -> Result<&mut StreamBuilder<'a>, WriteError> {
        let stream = StreamBuilder { meta: None, content: content.into() };
        self.children.insert_stream(name.into_label()?, stream)
    }

    /// Adds an empty storage.
    ///
    /// # Errors
    /// As [`StorageBuilder::stream`].
    pub fn storage(&mut self, name: impl IntoName) -> Result<&mut Self, WriteError> {
        self.insert(name, StorageBuilder::new())
    }

    /// Adds a storage that was built before.
    ///
    /// # Errors
    /// As [`StorageBuilder::stream`].
    pub fn insert(&mut self, name: impl IntoName, storage: Self) -> Result<&mut Self, WriteError> {
        self.children.insert_storage(name.into_label()?, storage)
    }

    /// Number of storages and streams directly in this one.
    #[must_use]
    pub fn len(&self) -> usize {
        self.children.len()
    }

    /// Whether there are no storages or streams in this one.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.children.len() == 0
    }

    /// Plans the file whose root is this storage: all places, all sizes.
    ///
    /// # Errors
    /// [`WriteError::StreamTooLong`], [`WriteError::FileTooLong`] or
    /// [`WriteError::TooManyEntries`] if `options.version` cannot hold it.
    pub fn lay_out(&self, options: &Options) -> Result<Layout<'_>, WriteError> {
        Layout::new(self, options)
    }

    /// The file whose root is this storage, in memory.
    ///
    /// # Errors
    /// As [`StorageBuilder::lay_out`] and [`Layout::to_vec`].
    pub fn to_vec(&self, options: &Options) -> Result<Vec<u8>, WriteError> {
        self.lay_out(options)?.to_vec()
    }

    /// Writes the file whose root is this storage and returns its length in bytes.
    ///
    /// # Errors
    /// As [`StorageBuilder::lay_out`] before anything is written, and as [`Layout::write_to`].
    pub fn write_to(&self, options: &Options, out: impl io::Write) -> Result<u64, WriteError> {
        self.lay_out(options)?.write_to(out)
    }
}

/// The same setters for storages and streams.
macro_rules! metadata_setters {
    ($builder:ident) => {
        impl $builder<'_> {
            /// Sets the class of the object in here; streams in sound files have none.
            pub fn clsid(&mut self, clsid: Guid) -> &mut Self {
                self.change_meta(|meta| meta.clsid = clsid)
            }

            /// Sets the application's flags.
            pub fn state_bits(&mut self, state_bits: u32) -> &mut Self {
                self.change_meta(|meta| meta.state_bits = state_bits)
            }

            /// Sets when this was made; streams in sound files say nothing.
            pub fn created(&mut self, created: FileTime) -> &mut Self {
                self.change_meta(|meta| meta.created = created)
            }

            /// Sets when this was changed; streams in sound files say nothing.
            pub fn modified(&mut self, modified: FileTime) -> &mut Self {
                self.change_meta(|meta| meta.modified = modified)
            }

            /// Sets class, flags and times to those of an entry that was read, whatever they are.
            pub fn metadata_of(&mut self, entry: &DirectoryEntry) -> &mut Self {
                self.change_meta(|meta| {
                    *meta = Meta {
                        clsid: entry.clsid,
                        state_bits: entry.state_bits.get(),
                        created: entry.created,
                        modified: entry.modified,
                    };
                })
            }
        }
    };
}

metadata_setters!(StorageBuilder);
metadata_setters!(StreamBuilder);

impl StorageBuilder<'_> {
    pub(crate) fn set_meta(&mut self, meta: Meta) {
        self.meta = meta;
    }

    fn change_meta(&mut self, change: impl FnOnce(&mut Meta)) -> &mut Self {
        change(&mut self.meta);
        self
    }
}

impl StreamBuilder<'_> {
    pub(crate) fn set_meta(&mut self, meta: Meta) {
        self.meta = (meta != Meta::default()).then(|| Box::new(meta));
    }

    fn change_meta(&mut self, change: impl FnOnce(&mut Meta)) -> &mut Self {
        let mut meta = self.meta();
        change(&mut meta);
        self.set_meta(meta);
        self
    }

    pub(super) fn meta(&self) -> Meta {
        self.meta.as_deref().copied().unwrap_or_default()
    }
}

impl fmt::Debug for StorageBuilder<'_> {
    /// The number of children only, so that deep trees cannot exhaust the stack.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let children = &self.children.len();
        f.debug_struct("StorageBuilder")
            .field("meta", &self.meta)
            .field("children", children)
            .finish()
    }
}

impl Drop for StorageBuilder<'_> {
    /// Takes the tree apart storage by storage: a deep one would exhaust the stack.
    fn drop(&mut self) {
        let mut pending = Vec::new();
        take_storages(self, &mut pending);
        while let Some(mut storage) = pending.pop() {
            take_storages(&mut storage, &mut pending);
        }
    }
}

/// Moves the storages in `storage` to `to`.
fn take_storages<'a>(storage: &mut StorageBuilder<'a>, to: &mut Vec<StorageBuilder<'a>>) {
    to.extend(storage.children.take().filter_map(|child| match child {
        Child::Storage(storage) => Some(*storage),
        Child::Stream(_) => None,
    }));
}

/// What can name a storage or stream: text, or a [`Name`] that was read.
pub trait IntoName: sealed::Sealed {
    /// The name.
    ///
    /// # Errors
    /// [`WriteError::Name`] or [`WriteError::IllegalName`] if the format does not allow it.
    fn into_name(self) -> Result<Name, WriteError> {
        Ok(self.into_label()?.to_name())
    }
}

impl IntoName for &str {}
impl IntoName for &String {}
impl IntoName for Name {}
impl IntoName for &Name {}

mod sealed {
    use super::{Label, Name, WriteError};

    pub trait Sealed: Sized {
        /// The name as builders keep it.
        fn into_label(self) -> Result<Label, WriteError>;
    }

    impl Sealed for &str {
        fn into_label(self) -> Result<Label, WriteError> {
            match Label::of_plain(self) {
                Some(label) => Ok(label),
                None => self.parse::<Name>()?.into_label(),
            }
        }
    }

    impl Sealed for &String {
        fn into_label(self) -> Result<Label, WriteError> {
            self.as_str().into_label()
        }
    }

    impl Sealed for Name {
        fn into_label(self) -> Result<Label, WriteError> {
            // No zero either: it ends the name for readers, which could make two siblings' names
            // one.
            Label::of_legal(&self).ok_or(WriteError::IllegalName { name: self })
        }
    }

    impl Sealed for &Name {
        fn into_label(self) -> Result<Label, WriteError> {
            (*self).into_label()
        }
    }
}
