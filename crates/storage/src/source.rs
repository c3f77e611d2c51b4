//! Where the bytes of a compound file come from.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::ops::Range;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use bytes::Bytes;

use crate::raw::SIGNATURE;

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

/// A file of the file system, or what a pipe gives: a small one in memory, a large one read at
/// offsets.
///
/// The file must not change while it is read; what does change is found by a save that
/// compares, not by a reader.
#[derive(Debug)]
pub struct FileSource(Kept);

#[derive(Debug)]
enum Kept {
    Whole(Bytes),
    Open(ReadSource<File>),
}

impl FileSource {
    /// Files up to this length, in bytes, are read as a whole.
    pub const IN_MEMORY: u64 = 16 << 20;

    /// How many bytes [`FileSource::open`] takes from what has no length.
    pub const PIPED: u64 = 1 << 30;

    /// Opens a file for reading. What has no length, such as a pipe or a device, is read as by
    /// [`FileSource::read`], up to [`FileSource::PIPED`] bytes.
    ///
    /// # Errors
    /// What the file system says; a folder is no file.
    pub fn open(path: &Path) -> io::Result<Self> {
        let file = File::open(path)?;
        let metadata = file.metadata()?;
        if metadata.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        // Files that a system makes up have a length of zero, and content.
        if !metadata.is_file() || metadata.len() == 0 {
            return FileSource::read(file, FileSource::PIPED);
        }
        if metadata.len() <= FileSource::IN_MEMORY {
            let mut whole = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or(0));
            // No more than that, even if it grows meanwhile.
            file.take(metadata.len()).read_to_end(&mut whole)?;
            return Ok(FileSource(Kept::Whole(whole.into())));
        }
        Ok(FileSource(Kept::Open(ReadSource::new(file)?)))
    }

    /// Reads what has no length, such as a pipe. A large one goes to a temporary file. What does
    /// not begin as a compound file does ([MS-CFB] 2.2), and so is refused by whoever opens it,
    /// is not read beyond its first eight bytes: it may have no end.
    ///
    /// ```
    /// use openimsg_base::Budget;
    /// use openimsg_storage::{CompoundFile, FileSource};
    /// let endless = FileSource::read(std::io::repeat(b'x'), u64::MAX)?;
    /// assert!(CompoundFile::open(endless, &Budget::default()).is_err());
    /// # Ok::<(), std::io::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`io::ErrorKind::FileTooLarge`] for a compound file of more than `max` bytes, and what the
    /// reader and the temporary file say.
    pub fn read(from: impl Read, max: u64) -> io::Result<Self> {
        // One more than may be kept shows that there are more.
        let mut from = from.take(max.saturating_add(1));
        let mut whole = Vec::new();
        from.by_ref().take(wide(SIGNATURE.len())).read_to_end(&mut whole)?;
        if whole == SIGNATURE {
            let rest = FileSource::IN_MEMORY.saturating_sub(wide(whole.len()));
            from.by_ref().take(rest.saturating_add(1)).read_to_end(&mut whole)?;
        }
        let mut len = wide(whole.len());
        let kept = if len <= FileSource::IN_MEMORY {
            Kept::Whole(whole.into())
        } else {
            let mut file = tempfile::tempfile()?;
            file.write_all(&whole)?;
            len = len.saturating_add(io::copy(&mut from, &mut file)?);
            Kept::Open(ReadSource::new(file)?)
        };
        match len <= max {
            true => Ok(FileSource(kept)),
            false => Err(io::Error::new(
                io::ErrorKind::FileTooLarge,
                format!("there are more than {max} bytes"),
            )),
        }
    }
}

impl Source for FileSource {
    fn len(&self) -> u64 {
        match &self.0 {
            Kept::Whole(bytes) => Source::len(bytes),
            Kept::Open(file) => file.len(),
        }
    }

    #[inline]
    fn lend(&self, range: Range<u64>) -> Option<&[u8]> {
        match &self.0 {
            Kept::Whole(bytes) => bytes.lend(range),
            Kept::Open(_) => None,
        }
    }

    fn share(&self, range: Range<u64>) -> Option<Bytes> {
        match &self.0 {
            Kept::Whole(bytes) => bytes.share(range),
            Kept::Open(_) => None,
        }
    }

    fn read_at(&self, offset: u64, buf: &mut [u8]) -> io::Result<()> {
        match &self.0 {
            Kept::Whole(bytes) => bytes.read_at(offset, buf),
            Kept::Open(file) => file.read_at(offset, buf),
        }
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
