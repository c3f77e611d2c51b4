//! Where the bytes of a compound file come from.

use std::io::{self, Read, Seek, SeekFrom};
use std::ops::Range;
use std::sync::{Mutex, PoisonError};

use bytes::Bytes;

/// The bytes of a compound file: lent, shared, or copied at an offset.
///
/// A memory map is something a caller brings as `Bytes::from_owner(map)`: whoever maps promises
/// that the file will not change.
pub trait Source: Send + Sync {
    /// Number of bytes; it does not change.
    fn len(&self) -> u64;

    /// Whether there are no bytes.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The bytes themselves, if they are in memory and all of `range` is there. A source lends
    /// every range inside its length or none.
    fn lend(&self, range: Range<u64>) -> Option<&[u8]> {
        let _ = range;
        None
    }

    /// The bytes counted, so that they may outlive the source's borrow.
    fn share(&self, range: Range<u64>) -> Option<Bytes> {
        let _ = range;
        None
    }

    /// Fills `buf` from `offset` on.
    ///
    /// # Errors
    /// What the medium says; [`io::ErrorKind::UnexpectedEof`] past the end.
    fn read_at(&self, offset: u64, buf: &mut [u8]) -> io::Result<()>;
}

impl Source for &[u8] {
    fn len(&self) -> u64 {
        wide(<[u8]>::len(self))
    }

    #[inline]
    fn lend(&self, range: Range<u64>) -> Option<&[u8]> {
        part(self, range)
    }

    fn read_at(&self, offset: u64, buf: &mut [u8]) -> io::Result<()> {
        copy(self, offset, buf)
    }
}

impl Source for Bytes {
    fn len(&self) -> u64 {
        wide(<[u8]>::len(self))
    }

    #[inline]
    fn lend(&self, range: Range<u64>) -> Option<&[u8]> {
        part(self, range)
    }

    fn share(&self, range: Range<u64>) -> Option<Bytes> {
        part(self, range).map(|bytes| self.slice_ref(bytes))
    }

    fn read_at(&self, offset: u64, buf: &mut [u8]) -> io::Result<()> {
        copy(self, offset, buf)
    }
}

impl Source for Vec<u8> {
    fn len(&self) -> u64 {
        wide(self.as_slice().len())
    }

    #[inline]
    fn lend(&self, range: Range<u64>) -> Option<&[u8]> {
        part(self, range)
    }

    fn read_at(&self, offset: u64, buf: &mut [u8]) -> io::Result<()> {
        copy(self, offset, buf)
    }
}

impl<S: Source + ?Sized> Source for Box<S> {
    fn len(&self) -> u64 {
        (**self).len()
    }

    fn lend(&self, range: Range<u64>) -> Option<&[u8]> {
        (**self).lend(range)
    }

    fn share(&self, range: Range<u64>) -> Option<Bytes> {
        (**self).share(range)
    }

    fn read_at(&self, offset: u64, buf: &mut [u8]) -> io::Result<()> {
        (**self).read_at(offset, buf)
    }
}

/// A file, or anything else that seeks: read at offsets, never as a whole.
#[derive(Debug)]
pub struct ReadSource<F> {
    file: Mutex<F>,
    len: u64,
}

impl<F: Read + Seek> ReadSource<F> {
    /// Takes the file over; its position does not matter.
    ///
    /// # Errors
    /// What the file says when asked for its length.
    pub fn new(mut file: F) -> io::Result<Self> {
        let len = file.seek(SeekFrom::End(0))?;
        Ok(ReadSource { file: Mutex::new(file), len })
    }

    /// Gives the file back.
    pub fn into_inner(self) -> F {
        self.file.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<F: Read + Seek + Send> Source for ReadSource<F> {
    fn len(&self) -> u64 {
        self.len
    }

    fn read_at(&self, offset: u64, buf: &mut [u8]) -> io::Result<()> {
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(offset))?;
        file.read_exact(buf)
    }
}

/// Lengths of slices as offsets of files.
pub(crate) fn wide(len: usize) -> u64 {
    u64::try_from(len).unwrap_or(u64::MAX)
}

#[inline]
fn part(bytes: &[u8], range: Range<u64>) -> Option<&[u8]> {
    bytes.get(usize::try_from(range.start).ok()?..usize::try_from(range.end).ok()?)
}

fn copy(bytes: &[u8], offset: u64, buf: &mut [u8]) -> io::Result<()> {
    let end = offset.saturating_add(wide(buf.len()));
    buf.copy_from_slice(part(bytes, offset..end).ok_or(io::ErrorKind::UnexpectedEof)?);
    Ok(())
}
