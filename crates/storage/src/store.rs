//! The seam between storages and those who read them.
//!
//! [`Base`] is what a message can stand on: object-safe, read-only, by [`EntryId`]. [`Store`] is
//! what readers are generic over: any base, or later a transaction over one.

use std::io::{self, BufRead, Read, Seek, SeekFrom};
use std::ops::Deref;

use bytes::Bytes;
use openimsg_base::{DefectKind, FileTime, Guid};

use crate::source::wide;
use crate::{EntryId, Error, Name};

/// The bytes of a stream: borrowed where the source can lend, counted where it cannot.
#[derive(Clone)]
pub enum Content<'s> {
    /// Lent by the source.
    Lent(&'s [u8]),
    /// Shared with the source, or copied.
    Shared(Bytes),
}

impl Content<'_> {
    /// Whether nothing was copied or counted.
    #[must_use]
    pub fn is_lent(&self) -> bool {
        matches!(self, Content::Lent(_))
    }
}

impl Deref for Content<'_> {
    type Target = [u8];

    #[inline]
    fn deref(&self) -> &[u8] {
        match self {
            Content::Lent(bytes) => bytes,
            Content::Shared(bytes) => bytes,
        }
    }
}

impl std::fmt::Debug for Content<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let kind = if self.is_lent() { "lent" } else { "shared" };
        write!(f, "{} bytes, {kind}", self.len())
    }
}

impl<'s> From<Content<'s>> for std::borrow::Cow<'s, [u8]> {
    fn from(content: Content<'s>) -> Self {
        match content {
            Content::Lent(bytes) => bytes.into(),
            Content::Shared(bytes) => Vec::from(bytes).into(),
        }
    }
}

/// Storage or stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EntryKind {
    /// Holds storages and streams.
    Storage,
    /// Holds bytes.
    Stream,
}

/// What a directory entry says about a storage or stream ([MS-CFB] 2.6.1).
#[derive(Debug, Clone)]
pub struct Stat {
    /// Its name as stored.
    pub name: Name,
    /// Storage or stream.
    pub kind: EntryKind,
    /// Bytes that can be read from a stream; 0 for a storage.
    pub size: u64,
    /// Class of the object a storage holds.
    pub clsid: Guid,
    /// Flags of the application.
    pub state_bits: u32,
    /// When the storage was made.
    pub created: FileTime,
    /// When the storage was changed.
    pub modified: FileTime,
    /// Number of the directory entry, as defects name it.
    pub entry: u32,
}

/// One child of a storage, as [`Store::visit`] shows it.
#[derive(Debug, Clone)]
pub struct Child<N> {
    /// Its name as stored.
    pub name: Name,
    /// Storage or stream.
    pub kind: EntryKind,
    /// How to ask for it.
    pub node: N,
}

/// One child of a storage, its name looked at in place, as [`Store::visit_prefixed`] shows it.
#[derive(Debug, Clone)]
pub struct ChildRef<'n, N> {
    /// The units of its name as stored, in UTF-16LE.
    pub units: &'n [[u8; 2]],
    /// Storage or stream.
    pub kind: EntryKind,
    /// How to ask for it.
    pub node: N,
}

impl<N> ChildRef<'_, N> {
    /// Its name as stored.
    #[must_use]
    pub fn name(&self) -> Name {
        Name::from_units(self.units.iter().map(|unit| u16::from_le_bytes(*unit)))
    }
}

/// What a message can stand on: a compound file, or anything that can be seen as one.
pub trait Base: Send + Sync {
    /// The child of `storage` that is called `name`, compared as the format does
    /// ([MS-CFB] 2.6.4).
    fn child(&self, storage: EntryId, name: &str) -> Option<EntryId>;

    /// As [`Base::child`], for a name at hand, which may be one that text cannot express.
    fn child_named(&self, storage: EntryId, name: &Name) -> Option<EntryId> {
        if name.is_legal() {
            return self.child(storage, &name.to_string());
        }
        let mut found = None;
        self.visit(storage, &mut |child| {
            if found.is_none() && child.name == *name {
                found = Some(child.node);
            }
        });
        found
    }

    /// Shows the children of `storage` to `visitor`, in the format's order.
    fn visit(&self, storage: EntryId, visitor: &mut dyn FnMut(Child<EntryId>));

    /// As [`Base::visit`], but only the children whose names have `len` units and begin with
    /// `prefix`, which stand together in the format's order.
    fn visit_prefixed(
        &self,
        storage: EntryId,
        prefix: &str,
        len: usize,
        visitor: &mut dyn FnMut(ChildRef<'_, EntryId>),
    ) {
        self.visit(storage, &mut |Child { name, kind, node }| {
            if name.len() == len && name.starts_with(prefix) {
                visitor(ChildRef { units: name.stored(), kind, node });
            }
        });
    }

    /// What is known of an entry; nothing for a number that this base did not give.
    fn stat(&self, id: EntryId) -> Option<Stat>;

    /// All bytes of a stream.
    ///
    /// # Errors
    /// [`Error::Stream`] when its chain is broken, [`Error::WrongKind`] for a storage,
    /// [`Error::Io`] when the medium fails.
    fn content(&self, stream: EntryId) -> Result<Content<'_>, Error>;

    /// All bytes of a stream, counted, so that they may outlive the base.
    ///
    /// # Errors
    /// As [`Base::content`].
    fn share(&self, stream: EntryId) -> Result<Bytes, Error> {
        Ok(match self.content(stream)? {
            Content::Shared(bytes) => bytes,
            Content::Lent(bytes) => Bytes::copy_from_slice(bytes),
        })
    }

    /// The longest piece of a stream from `offset` on that can be lent; nothing at the end or
    /// where nothing can be lent.
    fn lend_at(&self, stream: EntryId, offset: u64) -> Option<&[u8]> {
        let _ = (stream, offset);
        None
    }

    /// Copies bytes of a stream from `offset` on; returns how many, 0 only at the end or for
    /// an empty `buf`.
    ///
    /// # Errors
    /// As [`Base::content`].
    fn read_at(&self, stream: EntryId, offset: u64, buf: &mut [u8]) -> Result<usize, Error>;

    /// Whether a stream has all bytes that its entry declares ([MS-CFB] 2.6.3): those of a damaged
    /// file may end early, or be zeros from where the file was cut off. False for a storage and
    /// for a stream that cannot be read at all.
    fn is_whole(&self, stream: EntryId) -> bool {
        let _ = stream;
        true
    }

    /// Why something that belongs to this storage cannot be read, if anything cannot: saving
    /// what is left would lose it for good.
    fn lost(&self) -> Option<&'static DefectKind> {
        None
    }
}

/// What readers of messages are generic over.
pub trait Store {
    /// A storage or stream of this store.
    type Node: Clone;

    /// The root storage.
    fn root(&self) -> Self::Node;

    /// As [`Base::child`].
    fn child(&self, storage: &Self::Node, name: &str) -> Option<Self::Node>;

    /// As [`Base::child_named`].
    fn child_named(&self, storage: &Self::Node, name: &Name) -> Option<Self::Node>;

    /// As [`Base::visit`].
    fn visit(&self, storage: &Self::Node, visitor: &mut dyn FnMut(Child<Self::Node>));

    /// As [`Base::visit_prefixed`].
    fn visit_prefixed(
        &self,
        storage: &Self::Node,
        prefix: &str,
        len: usize,
        visitor: &mut dyn FnMut(ChildRef<'_, Self::Node>),
    );

    /// As [`Base::stat`].
    fn stat(&self, node: &Self::Node) -> Option<Stat>;

    /// As [`Base::content`].
    ///
    /// # Errors
    /// As [`Base::content`].
    fn content(&self, stream: &Self::Node) -> Result<Content<'_>, Error>;

    /// As [`Base::share`].
    ///
    /// # Errors
    /// As [`Base::content`].
    fn share(&self, stream: &Self::Node) -> Result<Bytes, Error>;

    /// As [`Base::lend_at`].
    fn lend_at(&self, stream: &Self::Node, offset: u64) -> Option<&[u8]>;

    /// As [`Base::read_at`].
    ///
    /// # Errors
    /// As [`Base::content`].
    fn read_at(&self, stream: &Self::Node, offset: u64, buf: &mut [u8]) -> Result<usize, Error>;

    /// As [`Base::is_whole`].
    fn is_whole(&self, stream: &Self::Node) -> bool;

    /// A stream as a reader; see [`StreamReader`].
    ///
    /// # Errors
    /// As [`Base::content`].
    fn reader(&self, stream: &Self::Node) -> Result<StreamReader<'_, Self>, Error> {
        let size = self.stat(stream).map_or(0, |stat| stat.size);
        self.read_at(stream, 0, &mut [])?;
        Ok(StreamReader {
            store: self,
            stream: stream.clone(),
            size,
            at: 0,
            buffer: Buffer::default(),
        })
    }
}

impl<B: Base + ?Sized> Store for B {
    type Node = EntryId;

    #[inline]
    fn root(&self) -> EntryId {
        EntryId::ROOT
    }

    #[inline]
    fn child(&self, storage: &EntryId, name: &str) -> Option<EntryId> {
        Base::child(self, *storage, name)
    }

    #[inline]
    fn child_named(&self, storage: &EntryId, name: &Name) -> Option<EntryId> {
        Base::child_named(self, *storage, name)
    }

    fn visit(&self, storage: &EntryId, visitor: &mut dyn FnMut(Child<EntryId>)) {
        Base::visit(self, *storage, visitor);
    }

    fn visit_prefixed(
        &self,
        storage: &EntryId,
        prefix: &str,
        len: usize,
        visitor: &mut dyn FnMut(ChildRef<'_, EntryId>),
    ) {
        Base::visit_prefixed(self, *storage, prefix, len, visitor);
    }

    fn stat(&self, node: &EntryId) -> Option<Stat> {
        Base::stat(self, *node)
    }

    #[inline]
    fn content(&self, stream: &EntryId) -> Result<Content<'_>, Error> {
        Base::content(self, *stream)
    }

    fn share(&self, stream: &EntryId) -> Result<Bytes, Error> {
        Base::share(self, *stream)
    }

    fn lend_at(&self, stream: &EntryId, offset: u64) -> Option<&[u8]> {
        Base::lend_at(self, *stream, offset)
    }

    fn read_at(&self, stream: &EntryId, offset: u64, buf: &mut [u8]) -> Result<usize, Error> {
        Base::read_at(self, *stream, offset, buf)
    }

    fn is_whole(&self, stream: &EntryId) -> bool {
        Base::is_whole(self, *stream)
    }
}

/// A stream to read from, with bounded memory and without copying where the store can lend.
pub struct StreamReader<'s, S: Store + ?Sized> {
    store: &'s S,
    stream: S::Node,
    size: u64,
    at: u64,
    buffer: Buffer,
}

/// Bytes of the stream from `from` on, for stores that cannot lend.
#[derive(Default)]
struct Buffer {
    bytes: Vec<u8>,
    from: u64,
}

/// How much is read ahead from a store that cannot lend.
const BUFFER_LEN: usize = 256 << 10;

impl<S: Store + ?Sized> StreamReader<'_, S> {
    /// Bytes of the whole stream.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }
}

impl<S: Store + ?Sized> BufRead for StreamReader<'_, S> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if let Some(lent) = self.store.lend_at(&self.stream, self.at) {
            return Ok(lent);
        }
        let skip = usize::try_from(self.at.wrapping_sub(self.buffer.from)).unwrap_or(usize::MAX);
        if skip >= self.buffer.bytes.len() {
            let left = usize::try_from(self.size.saturating_sub(self.at)).unwrap_or(usize::MAX);
            self.buffer.from = self.at;
            self.buffer.bytes.resize(left.min(BUFFER_LEN), 0);
            let read = self.store.read_at(&self.stream, self.at, &mut self.buffer.bytes);
            self.buffer.bytes.truncate(*read.as_ref().unwrap_or(&0));
            read.map_err(io_error)?;
            return Ok(&self.buffer.bytes);
        }
        Ok(self.buffer.bytes.get(skip..).unwrap_or(&[]))
    }

    fn consume(&mut self, amount: usize) {
        self.at = self.at.saturating_add(wide(amount)).min(self.size);
    }
}

impl<S: Store + ?Sized> Read for StreamReader<'_, S> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        // Large reads go past the buffer.
        let read = if buf.len() >= BUFFER_LEN {
            self.store.read_at(&self.stream, self.at, buf).map_err(io_error)?
        } else {
            self.fill_buf()?.read(buf)?
        };
        self.consume(read);
        Ok(read)
    }
}

impl<S: Store + ?Sized> Seek for StreamReader<'_, S> {
    /// Positions past the end are moved to the end.
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let target = match to {
            SeekFrom::Start(offset) => Some(offset),
            SeekFrom::End(offset) => self.size.checked_add_signed(offset),
            SeekFrom::Current(offset) => self.at.checked_add_signed(offset),
        };
        self.at = target
            .ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "seek before the start"))?
            .min(self.size);
        Ok(self.at)
    }
}

pub(crate) fn io_error(error: Error) -> io::Error {
    match error {
        Error::Io(error) => error,
        other => io::Error::other(other),
    }
}
