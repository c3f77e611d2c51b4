//! The bytes of a stream that is to be written.

use std::fmt;
use std::io;

use bytes::Bytes;

use crate::source::wide;

/// The bytes of a stream that is to be written: lent, owned, shared, in pieces, or to be read
/// when it is their turn.
///
/// ```
/// use openimsg_storage::write::Content;
/// assert_eq!(Content::from(b"lent").len(), 4);
/// assert_eq!(Content::from(vec![1, 2, 3]).len(), 3);
/// let pieces: Content<'_> = [&b"one"[..], b"two"].into_iter().collect();
/// assert_eq!(pieces.len(), 6);
/// ```
#[derive(Default)]
pub struct Content<'a>(pub(crate) Repr<'a>);

pub(crate) enum Repr<'a> {
    Slice(&'a [u8]),
    Owned(Vec<u8>),
    Shared(Bytes),
    Slices { len: u64, pieces: Vec<&'a [u8]> },
    Pieces { len: u64, pieces: Vec<Bytes> },
    Reader { len: u64, open: Box<dyn Open + Send + Sync + 'a> },
}

/// Opens a reader and hands it over: the reader's own type and lifetime stay in here.
pub(crate) trait Open {
    fn open(&self, take: &mut dyn FnMut(&mut dyn io::Read)) -> io::Result<()>;
}

impl<F, R> Open for F
where
    F: Fn() -> io::Result<R>,
    R: io::Read,
{
    fn open(&self, take: &mut dyn FnMut(&mut dyn io::Read)) -> io::Result<()> {
        take(&mut self()?);
        Ok(())
    }
}

impl<'a> Content<'a> {
    /// `len` bytes that `open` gives access to. It is called when it is the stream's turn, once
    /// for each time that the file is written; the bytes pass through a fixed buffer. A reader
    /// that gives another number of bytes is [`WrongLength`](super::WriteError::WrongLength).
    ///
    /// ```
    /// use openimsg_storage::write::{Content, Options, StorageBuilder};
    /// let mut root = StorageBuilder::new();
    /// root.stream("zeros", Content::reader(3, || Ok(&[0_u8; 2][..])))?;
    /// let error = root.write_to(&Options::default(), std::io::sink()).unwrap_err();
    /// assert_eq!(error.to_string(), "/zeros: 3 bytes were promised, there are only 2");
    /// # Ok::<(), openimsg_storage::write::WriteError>(())
    /// ```
    #[must_use]
    pub fn reader<F, R>(len: u64, open: F) -> Self
    where
        F: Fn() -> io::Result<R> + Send + Sync + 'a,
        R: io::Read,
    {
        Content(Repr::Reader { len, open: Box::new(open) })
    }

    /// Number of bytes.
    #[must_use]
    pub fn len(&self) -> u64 {
        match &self.0 {
            Repr::Slice(bytes) => wide(bytes.len()),
            Repr::Owned(bytes) => wide(bytes.len()),
            Repr::Shared(bytes) => wide(bytes.len()),
            Repr::Slices { len, .. } | Repr::Pieces { len, .. } | Repr::Reader { len, .. } => *len,
        }
    }

    /// The bytes, if they stand together in memory.
    pub(super) fn whole(&self) -> Option<&[u8]> {
        match &self.0 {
            Repr::Slice(bytes) => Some(bytes),
            Repr::Owned(bytes) => Some(bytes),
            Repr::Shared(bytes) => Some(bytes),
            Repr::Slices { .. } | Repr::Pieces { .. } | Repr::Reader { .. } => None,
        }
    }

    /// Whether there are no bytes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Default for Repr<'_> {
    fn default() -> Self {
        Repr::Slice(&[])
    }
}

impl fmt::Debug for Content<'_> {
    /// The length only: contents are not for logs.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Content").field("len", &self.len()).finish_non_exhaustive()
    }
}

impl<'a> From<&'a [u8]> for Content<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Content(Repr::Slice(bytes))
    }
}

impl<'a, const N: usize> From<&'a [u8; N]> for Content<'a> {
    fn from(bytes: &'a [u8; N]) -> Self {
        Content(Repr::Slice(bytes))
    }
}

impl From<Vec<u8>> for Content<'_> {
    fn from(bytes: Vec<u8>) -> Self {
        Content(Repr::Owned(bytes))
    }
}

impl From<Bytes> for Content<'_> {
    fn from(bytes: Bytes) -> Self {
        Content(Repr::Shared(bytes))
    }
}

impl<'a> FromIterator<&'a [u8]> for Content<'a> {
    fn from_iter<I: IntoIterator<Item = &'a [u8]>>(pieces: I) -> Self {
        let pieces: Vec<&[u8]> = pieces.into_iter().collect();
        Content(Repr::Slices { len: total(&pieces), pieces })
    }
}

impl FromIterator<Bytes> for Content<'_> {
    fn from_iter<I: IntoIterator<Item = Bytes>>(pieces: I) -> Self {
        let pieces: Vec<Bytes> = pieces.into_iter().collect();
        Content(Repr::Pieces { len: total(&pieces), pieces })
    }
}

fn total(pieces: &[impl AsRef<[u8]>]) -> u64 {
    pieces.iter().fold(0, |sum, piece| sum.saturating_add(wide(piece.as_ref().len())))
}
