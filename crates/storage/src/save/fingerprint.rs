//! Telling whether the file at a path is still the one that was opened or saved.

use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;
use std::time::SystemTime;

use xxhash_rust::xxh3::Xxh3Default;
use zerocopy::FromBytes;
use zerocopy::little_endian::U32;

use super::files::{FileId, FileStat, FileSystem, Patient, patiently};
use super::{Change, InputFile};
use crate::raw::{HEADER_DIFAT_LEN, Header, SIGNATURE, sector};

/// What a file was like: length, time of the last change, which file it is, and a hash of header
/// and directory.
///
/// A change that keeps the length, the time (in the resolution of the file system) and the
/// directory is not seen. The hash looks at no more than the first mebibyte of the directory and
/// cannot be made to read more than a few mebibytes by any file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fingerprint {
    len: u64,
    modified: Option<SystemTime>,
    id: Option<FileId>,
    hash: u64,
}

impl Fingerprint {
    /// Takes the fingerprint of the file at `path`, any file. To be sure that what is read is
    /// what the fingerprint tells of, take it first and read then.
    ///
    /// # Errors
    /// What the file system says.
    pub fn of(files: &dyn FileSystem, path: &Path) -> io::Result<Fingerprint> {
        let stat = patiently(|| files.stat(path))?;
        Fingerprint::with(files, path, &stat)
    }

    /// Length of the file in bytes.
    #[must_use]
    pub fn len(&self) -> u64 {
        self.len
    }

    /// Whether the file has no bytes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// In what the file at `path` differs.
    pub(super) fn compare(
        &self,
        files: &dyn FileSystem,
        path: &Path,
        stat: &FileStat,
    ) -> io::Result<Option<Change>> {
        Ok(if self.id != stat.id {
            Some(Change::Identity)
        } else if self.len != stat.len {
            Some(Change::Length)
        } else if self.modified != stat.modified {
            Some(Change::Modified)
        } else if *self != Fingerprint::with(files, path, stat)? {
            Some(Change::Content)
        } else {
            None
        })
    }

    fn with(files: &dyn FileSystem, path: &Path, stat: &FileStat) -> io::Result<Fingerprint> {
        let file = Patient(patiently(|| files.open(path))?);
        let FileStat { len, modified, id, .. } = *stat;
        Ok(Fingerprint { len, modified, id, hash: hash(file)? })
    }
}

/// Sectors of the directory that are hashed, and sectors read to find them, together.
const MOST_DIRECTORY: u64 = 1 << 20;
const MOST_SECTORS: u32 = 1 << 14;

/// The hash of header and directory, as far as they can be found.
///
/// Places that lead out of the file are read as nothing: that a file is damaged is a reader's
/// business, and here two damaged files are to be told apart like others.
fn hash(file: Patient<Box<dyn InputFile>>) -> io::Result<u64> {
    let mut window = Window { file, from: 0, bytes: Vec::new() };
    let mut hash = Xxh3Default::new();
    let start = window.at(0, size_of::<Header>())?.to_vec();
    hash.update(&start);
    let header = Header::read_from_bytes(&start).ok();
    let shift = header.map_or(0, |header| header.sector_shift.get());
    let Some(header) = header.filter(|header| header.signature == SIGNATURE) else {
        return Ok(hash.digest());
    };
    if shift != 9 && shift != 12 {
        return Ok(hash.digest());
    }
    let mut chains =
        Chains { window, header, shift: shift.into(), left: MOST_SECTORS, listed: None };
    let mut at = header.first_directory_sector.get();
    for _ in 0..MOST_DIRECTORY >> shift {
        let Some(entries) = chains.sector(at)? else { break };
        hash.update(entries);
        at = chains.next(at)?;
    }
    Ok(hash.digest())
}

/// The chains of a file, followed in the file.
struct Chains {
    window: Window,
    header: Header,
    shift: u32,
    /// Sectors that may still be read.
    left: u32,
    /// The DIFAT sector that was looked at last: which one, and where.
    listed: Option<(u32, u32)>,
}

impl Chains {
    /// The bytes of a sector; nothing behind the end of the file or of our patience.
    fn sector(&mut self, number: u32) -> io::Result<Option<&[u8]>> {
        let Some(left) = self.left.checked_sub(1).filter(|_| number <= sector::MAX_REGULAR) else {
            return Ok(None);
        };
        self.left = left;
        let offset = u64::from(number).saturating_add(1) << self.shift;
        let bytes = self.window.at(offset, 1 << self.shift)?;
        Ok(Some(bytes).filter(|bytes| !bytes.is_empty()))
    }

    /// The number at `index` in a sector of numbers.
    fn number(&mut self, number: u32, index: u32) -> io::Result<u32> {
        let Some(bytes) = self.sector(number)? else { return Ok(sector::END_OF_CHAIN) };
        let numbers = bytes.as_chunks::<4>().0;
        let found = usize::try_from(index).ok().and_then(|index| numbers.get(index));
        Ok(found.map_or(sector::END_OF_CHAIN, |bytes| u32::from_le_bytes(*bytes)))
    }

    /// The sector that follows `number`.
    fn next(&mut self, number: u32) -> io::Result<u32> {
        // A FAT sector has a number for each four bytes.
        let per = self.shift.saturating_sub(2);
        let fat = self.fat_sector(number >> per)?;
        self.number(fat, number & (1_u32 << per).wrapping_sub(1))
    }

    /// Where the `n`th FAT sector is.
    fn fat_sector(&mut self, n: u32) -> io::Result<u32> {
        let in_header = usize::try_from(n).ok().and_then(|n| self.header.difat.get(n));
        if let Some(found) = in_header {
            return Ok(U32::get(*found));
        }
        let beyond = n.saturating_sub(u32::try_from(HEADER_DIFAT_LEN).unwrap_or(n));
        let last = (1_u32 << self.shift >> 2).saturating_sub(1);
        let wanted = beyond.checked_div(last).unwrap_or(0);
        let (mut which, mut at) = match self.listed {
            Some(listed) if listed.0 <= wanted => listed,
            _ => (0, self.header.first_difat_sector.get()),
        };
        while which < wanted && at <= sector::MAX_REGULAR {
            at = self.number(at, last)?;
            which = which.saturating_add(1);
        }
        self.listed = Some((which, at));
        self.number(at, beyond.checked_rem(last).unwrap_or(0))
    }
}

/// A piece of a file that is kept, so that neighbouring sectors are read at once.
struct Window {
    file: Patient<Box<dyn InputFile>>,
    from: u64,
    bytes: Vec<u8>,
}

const WINDOW: u64 = 16 << 10;

impl Window {
    /// `len` bytes from `offset` on, fewer at the end of the file. They lie in one window if
    /// `offset` is a multiple of `len`, a power of two.
    fn at(&mut self, offset: u64, len: usize) -> io::Result<&[u8]> {
        let from = offset & !WINDOW.wrapping_sub(1);
        if self.bytes.is_empty() || self.from != from {
            self.bytes.clear();
            self.from = from;
            self.file.seek(SeekFrom::Start(from))?;
            self.file.by_ref().take(WINDOW).read_to_end(&mut self.bytes)?;
        }
        let start = usize::try_from(offset.saturating_sub(from)).unwrap_or(usize::MAX);
        let end = start.saturating_add(len).min(self.bytes.len());
        Ok(self.bytes.get(start..end).unwrap_or_default())
    }
}

const _: () = assert!(WINDOW.is_power_of_two() && WINDOW >= 4096);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::{Options, StorageBuilder, Version};
    use std::io::Cursor;

    fn hash_of(image: &[u8]) -> u64 {
        hash(Patient(Box::new(Cursor::new(image.to_vec())))).unwrap()
    }

    #[test]
    fn every_byte_of_header_and_directory_counts_and_no_other() {
        for version in [Version::V3, Version::V4] {
            let mut root = StorageBuilder::new();
            for n in 0..40 {
                root.stream(&format!("stream {n}"), vec![1; n * 300]).unwrap();
            }
            let mut image = Vec::new();
            root.write_to(&Options { version, ..Options::default() }, &mut image).unwrap();
            let whole = hash_of(&image);
            let header = Header::read_from_prefix(&image).unwrap().0;
            let sector = usize::try_from(version.sector_len()).unwrap();
            let first = usize::try_from(header.first_directory_sector.get()).unwrap();
            let start = (first + 1) * sector;
            let directory = start..start + (41_usize * 128).next_multiple_of(sector);
            for at in (0..image.len()).step_by(61) {
                image[at] ^= 0x80;
                let counts = at < 512 || directory.contains(&at);
                let is_fat = (sector..start).contains(&at);
                if !is_fat {
                    assert_eq!(hash_of(&image) != whole, counts, "{version:?} {at}");
                }
                image[at] ^= 0x80;
            }
        }
    }

    #[test]
    fn no_file_is_too_odd_or_makes_it_read_for_ever() {
        let mut image = Vec::new();
        StorageBuilder::new().write_to(&Options::default(), &mut image).unwrap();
        for cut in [0, 1, 511, 512, 513, 1024, 1500] {
            hash_of(&image[..cut]);
        }
        // A directory that is a loop, and one that is outside.
        for first in [0_u32, 1, 5, sector::MAX_REGULAR, u32::MAX] {
            image[48..52].copy_from_slice(&first.to_le_bytes());
            hash_of(&image);
        }
        // Every sector lists itself as the next, far behind what the header lists.
        let mut loops = vec![0_u8; 1 << 20];
        loops[..512].copy_from_slice(&image[..512]);
        loops[48..52].copy_from_slice(&0x0070_0000_u32.to_le_bytes());
        loops[68..72].copy_from_slice(&3_u32.to_le_bytes());
        loops[512..].fill(3);
        hash_of(&loops);
    }
}
