//! Files at the limits of the format: long DIFATs, the range lock, and what does not fit.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking"
)]

#[path = "common/sparse.rs"]
mod sparse;

use std::io::{self, Read, Seek, SeekFrom};

use openimsg_base::{Budget, Limits};
use openimsg_storage::raw::{Header, RANGE_LOCK_OFFSET, sector};
use openimsg_storage::write::{Content, Options, StorageBuilder, Version, WriteError};
use openimsg_storage::{CompoundFile, ReadSource, Store};
use sparse::Sparse;
use zerocopy::{FromBytes, FromZeros, IntoBytes};

const V3: Options = Options { version: Version::V3, minor_version: 0x3E, transaction_signature: 0 };
const V4: Options = Options { version: Version::V4, minor_version: 0x3E, transaction_signature: 0 };

/// Zeros, but for one kilobyte on either side of `mark`, which tells its offset.
struct Zeros {
    mark: u64,
    position: u64,
    len: u64,
}

impl Zeros {
    fn content<'a>(len: u64, mark: u64) -> Content<'a> {
        Content::reader(len, move || Ok(Zeros { mark, position: 0, len }))
    }

    fn byte(mark: u64, at: u64) -> u8 {
        if at.abs_diff(mark) < 1024 { at.to_le_bytes()[0] ^ 0x55 } else { 0 }
    }
}

impl Read for Zeros {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = u64::try_from(buffer.len()).unwrap().min(self.len - self.position);
        let buffer = &mut buffer[..usize::try_from(n).unwrap()];
        buffer.fill(0);
        let from = self.mark.saturating_sub(1024).max(self.position);
        for at in from..self.mark.saturating_add(1024).min(self.position + n) {
            buffer[usize::try_from(at - self.position).unwrap()] = Zeros::byte(self.mark, at);
        }
        self.position += n;
        Ok(buffer.len())
    }
}

fn write(root: &StorageBuilder<'_>, options: &Options) -> Sparse {
    let mut file = Sparse::default();
    root.write_to(options, &mut file).unwrap();
    file
}

fn header(file: &mut Sparse) -> Header {
    let mut header = Header::new_zeroed();
    file.rewind().unwrap();
    file.read_exact(header.as_mut_bytes()).unwrap();
    header
}

/// The FAT, its sectors found through header and DIFAT.
fn fat(file: &mut Sparse) -> Vec<u32> {
    let header = header(file);
    let mut sector = |n: u32| -> Vec<u32> {
        let mut bytes = vec![0; 1 << header.sector_shift.get()];
        let offset = (u64::from(n) + 1) << header.sector_shift.get();
        file.seek(SeekFrom::Start(offset)).unwrap();
        file.read_exact(&mut bytes).unwrap();
        <[[u8; 4]]>::ref_from_bytes(&bytes)
            .unwrap()
            .iter()
            .map(|n| u32::from_le_bytes(*n))
            .collect()
    };
    let mut listed: Vec<u32> = header.difat.iter().map(|n| n.get()).collect();
    let mut next = header.first_difat_sector.get();
    for _ in 0..header.difat_sectors.get() {
        let mut part = sector(next);
        next = part.pop().unwrap();
        listed.extend(part);
    }
    assert_eq!(next, sector::END_OF_CHAIN);
    let fat_sectors = usize::try_from(header.fat_sectors.get()).unwrap();
    assert!(listed[fat_sectors..].iter().all(|n| *n == sector::FREE));
    listed[..fat_sectors].iter().flat_map(|n| sector(*n)).collect()
}

/// A version 3 file with exactly `sectors` sectors in all but the header.
fn of_sectors(sectors: u64) -> StorageBuilder<'static> {
    let build = |len| {
        let mut root = StorageBuilder::new();
        root.stream("s", Zeros::content(len, len / 2)).unwrap();
        root
    };
    let own = |root: &StorageBuilder<'_>| root.lay_out(&V3).unwrap().file_len() / 512 - 1;
    let mut len = (sectors - own(&StorageBuilder::new())) * 512;
    while own(&build(len)) > sectors {
        len -= 512;
    }
    let root = build(len);
    assert_eq!(own(&root), sectors);
    root
}

#[test]
fn fat_sectors_beyond_the_header_are_listed_in_the_difat() {
    // The header lists 109 FAT sectors, a DIFAT sector 127; each covers 128 sectors.
    for (fat_sectors, difat_sectors) in [(108, 0), (109, 0), (110, 1), (236, 1), (237, 2), (364, 3)]
    {
        for sectors in [(fat_sectors - 1) * 128 + 3, fat_sectors * 128] {
            let root = of_sectors(sectors);
            let mut file = write(&root, &V3);
            let header = header(&mut file);
            assert_eq!(u64::from(header.fat_sectors.get()), fat_sectors);
            assert_eq!(header.difat_sectors.get(), difat_sectors, "{sectors} sectors");

            let fat = fat(&mut file);
            let count = |mark| u32::try_from(fat.iter().filter(|n| **n == mark).count()).unwrap();
            assert_eq!(count(sector::DIFAT), difat_sectors);
            assert_eq!(u64::from(count(sector::FAT)), fat_sectors);
            assert_eq!(u64::from(count(sector::FREE)), fat_sectors * 128 - sectors);

            let mut read = cfb::CompoundFile::open_strict(file).unwrap();
            let mut stream = read.open_stream("/s").unwrap();
            check_mark(&mut stream, stream_len(&root) / 2);
        }
    }
}

fn stream_len(root: &StorageBuilder<'_>) -> u64 {
    let mut len = 0;
    root.lay_out(&V3)
        .unwrap()
        .write_observed(io::sink(), |_, piece| len += u64::try_from(piece.len()).unwrap())
        .unwrap();
    len
}

fn check_mark(stream: &mut (impl Read + Seek), mark: u64) {
    let from = mark - 2000;
    let mut bytes = [0; 4000];
    stream.seek(SeekFrom::Start(from)).unwrap();
    stream.read_exact(&mut bytes).unwrap();
    for (at, byte) in (from..).zip(bytes) {
        assert_eq!(byte, Zeros::byte(mark, at), "at {at:#x}");
    }
}

/// Number of the sector that holds the range lock in a version 4 file.
const LOCK: u64 = 0x7_FFFE;

#[test]
fn chains_step_over_the_range_lock() {
    assert_eq!((LOCK + 1) * 4096, RANGE_LOCK_OFFSET & !0xFFF);
    let len = RANGE_LOCK_OFFSET + (1 << 20);
    // Where the first stream's content is cut: known once it is laid out.
    let build = |mark| {
        let mut root = StorageBuilder::new();
        root.stream("a", Zeros::content(len, mark)).unwrap();
        root.stream("b", vec![7; 5000]).unwrap();
        root.storage("c").unwrap().stream("short", vec![8; 100]).unwrap();
        root
    };
    let before = build(0).lay_out(&V4).unwrap().file_len() - len.next_multiple_of(4096) - 2 * 4096;
    // `before` holds the lock's own sector, which does not stand before the stream.
    let mark = RANGE_LOCK_OFFSET - RANGE_LOCK_OFFSET % 4096 - (before - 4096);
    let root = build(mark);
    let mut file = write(&root, &V4);
    assert_eq!(file.seek(SeekFrom::End(0)).unwrap(), root.lay_out(&V4).unwrap().file_len());

    let mut lock = [1; 4096];
    file.seek(SeekFrom::Start((LOCK + 1) * 4096)).unwrap();
    file.read_exact(&mut lock).unwrap();
    assert_eq!(lock, [0; 4096], "nothing lies under the lock");

    let fat = fat(&mut file);
    let at = usize::try_from(LOCK).unwrap();
    assert_eq!(fat[at], sector::END_OF_CHAIN);
    assert_eq!(u64::from(fat[at - 1]), LOCK + 1, "the chain steps over");
    assert!(!fat.iter().any(|n| u64::from(*n) == LOCK), "no chain holds the lock's sector");

    let strict = Budget::new(Limits::strict(), None);
    let read = CompoundFile::open(ReadSource::new(file).unwrap(), &strict).unwrap();
    check_mark(&mut read.reader(&read.find("a").unwrap()).unwrap(), mark);
    assert_eq!(*read.content(read.find("b").unwrap()).unwrap(), [7; 5000]);

    let file = read.into_source().into_inner();
    let mut read = cfb::CompoundFile::open_strict(file).unwrap();
    check_mark(&mut read.open_stream("/a").unwrap(), mark);
    let mut bytes = Vec::new();
    read.open_stream("/b").unwrap().read_to_end(&mut bytes).unwrap();
    assert_eq!(bytes, vec![7; 5000], "a stream behind the lock");
}

#[test]
fn the_lock_is_there_only_if_the_file_reaches_it() {
    let file_len = |sectors: u64| {
        let mut root = StorageBuilder::new();
        root.stream("s", Zeros::content(sectors * 4096, 0)).unwrap();
        root.lay_out(&V4).unwrap().file_len() / 4096
    };
    // Header, DIFAT, FAT (512 sectors cover 2^19), directory.
    let others = 1 + 1 + 512 + 1;
    let fits = LOCK + 1 - others;
    assert_eq!(file_len(fits), LOCK + 1);
    assert_eq!(file_len(fits + 1), LOCK + 3, "one sector and the lock");
}

#[test]
fn version_3_ends_before_the_range_lock() {
    let with = |len| {
        let mut root = StorageBuilder::new();
        root.stream("long", Zeros::content(len, 0)).unwrap();
        root.lay_out(&V3).map(|layout| layout.file_len())
    };
    let max = Version::V3.max_file_len();
    assert_eq!(max, RANGE_LOCK_OFFSET & !0x1FF);
    let error = with(max + 1).unwrap_err();
    assert!(
        matches!(&error, WriteError::StreamTooLong { path, len, max: m } if **path == *"/long" && *len == max + 1 && *m == max)
    );
    assert_eq!(
        error.to_string(),
        "/long: a stream of 2147483137 bytes in a file of at most 2147483136"
    );
    assert!(matches!(with(max), Err(WriteError::FileTooLong { .. })));
    // The largest file: FAT and DIFAT take their part.
    let most = (0..).map(|n| max - n * 512).find(|len| with(*len).is_ok()).unwrap();
    assert_eq!(with(most).unwrap(), max);
    assert!(matches!(with(u64::MAX), Err(WriteError::StreamTooLong { .. })));
}

#[test]
fn version_4_ends_with_the_sector_numbers() {
    let max = Version::V4.max_file_len();
    let with = |streams: u64, len| {
        let mut root = StorageBuilder::new();
        for n in 0..streams {
            root.stream(&format!("{n}"), Zeros::content(len, 0)).unwrap();
        }
        root.lay_out(&V4).map(|layout| layout.file_len())
    };
    assert!(with(4, max / 5).unwrap() < max);
    assert!(matches!(with(4, max / 4), Err(WriteError::FileTooLong { .. })));
    assert!(matches!(with(4, max), Err(WriteError::FileTooLong { .. })));
    assert!(matches!(with(1, max + 1), Err(WriteError::StreamTooLong { .. })));
}
