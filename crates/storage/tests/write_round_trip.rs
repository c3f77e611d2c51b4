//! What the writer writes, `cfb` reads back strictly, byte for byte.
#![expect(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking"
)]

use std::collections::BTreeMap;
use std::io::{self, Cursor, Read, Write};

use bytes::Bytes;
use openimsg_base::{FileTime, Guid};
use openimsg_storage::Name;
use openimsg_storage::raw::{DirectoryEntry, Header};
use openimsg_storage::write::{Content, Options, StorageBuilder, Version, WriteError};
use zerocopy::FromBytes;

const VERSIONS: [Version; 2] = [Version::V3, Version::V4];

fn options(version: Version) -> Options {
    Options { version, ..Options::default() }
}

fn write(root: &StorageBuilder<'_>, version: Version) -> Vec<u8> {
    let mut file = Vec::new();
    let len = root.write_to(&options(version), &mut file).unwrap();
    assert_eq!(len, u64::try_from(file.len()).unwrap());
    assert!(len.is_multiple_of(version.sector_len()));
    assert_eq!(root.lay_out(&options(version)).unwrap().file_len(), len);
    file
}

fn open(file: Vec<u8>) -> cfb::CompoundFile<Cursor<Vec<u8>>> {
    cfb::CompoundFile::open_strict(Cursor::new(file)).unwrap()
}

/// All streams by path, and all storages with nothing.
fn contents(file: Vec<u8>) -> BTreeMap<String, Option<Vec<u8>>> {
    let mut file = open(file);
    let entries: Vec<cfb::Entry> = file.walk().collect();
    let content = |entry: &cfb::Entry| {
        entry.is_stream().then(|| {
            let mut bytes = Vec::new();
            file.open_stream(entry.path()).unwrap().read_to_end(&mut bytes).unwrap();
            bytes
        })
    };
    entries
        .iter()
        .map(|e| e.path().to_str().unwrap().to_owned())
        .zip(entries.iter().map(content))
        .collect()
}

/// Bytes that tell streams and places in them apart.
fn pattern(seed: usize, len: usize) -> Vec<u8> {
    let mut state = u32::try_from(seed).unwrap().wrapping_mul(0x9E37_79B9) | 1;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state.to_le_bytes()[1]
    };
    (0..len).map(|_| next()).collect()
}

/// The sizes around every border: mini sectors, sectors, the mini stream.
const SIZES: [usize; 18] = [
    0,
    1,
    63,
    64,
    65,
    127,
    511,
    512,
    513,
    4095,
    4096,
    4097,
    8191,
    8192,
    8193,
    65_535,
    65_537,
    512 << 10,
];

#[test]
fn sizes_at_the_borders() {
    for version in VERSIONS {
        let streams: Vec<Vec<u8>> = SIZES.iter().map(|len| pattern(*len, *len)).collect();
        let mut together = StorageBuilder::new();
        for bytes in &streams {
            let name = format!("s{}", bytes.len());
            together.stream(&name, bytes.as_slice()).unwrap();
            let mut alone = StorageBuilder::new();
            alone.stream(&name, bytes.as_slice()).unwrap();
            let read = contents(write(&alone, version));
            assert_eq!(read[&format!("/{name}")].as_ref(), Some(bytes), "{version:?}");
        }
        let read = contents(write(&together, version));
        for bytes in &streams {
            assert_eq!(read[&format!("/s{}", bytes.len())].as_ref(), Some(bytes), "{version:?}");
        }
    }
}

#[test]
fn an_empty_file_is_sound() {
    for version in VERSIONS {
        let file = write(&StorageBuilder::new(), version);
        assert_eq!(u64::try_from(file.len()).unwrap(), 3 * version.sector_len());
        assert_eq!(contents(file).len(), 1);
    }
}

#[test]
fn all_kinds_of_content_give_the_same_bytes() {
    for len in [0, 100, 5000, 300_000] {
        let bytes = pattern(1, len);
        let shared = Bytes::from(bytes.clone());
        let third = len.div_ceil(3).max(1);
        let kinds: [Content<'_>; 6] = [
            Content::from(bytes.as_slice()),
            Content::from(bytes.clone()),
            Content::from(shared.clone()),
            bytes.chunks(third).collect(),
            shared.chunks(third).map(|piece| shared.slice_ref(piece)).collect(),
            Content::reader(u64::try_from(len).unwrap(), || Ok(bytes.as_slice())),
        ];
        let mut files = Vec::new();
        for kind in kinds {
            assert_eq!(kind.len(), u64::try_from(len).unwrap());
            let mut root = StorageBuilder::new();
            root.stream("a", b"before").unwrap();
            root.stream("bb", kind).unwrap();
            root.stream("ccc", vec![9; 4096]).unwrap();
            files.push(write(&root, Version::V3));
        }
        assert_eq!(contents(files[0].clone())["/bb"].as_ref(), Some(&bytes));
        assert!(files.iter().all(|file| *file == files[0]));
    }
}

#[test]
fn metadata_is_kept() {
    let class = Guid::from_u128(0x0002_0D0B_0000_0000_C000_0000_0000_0046);
    let (early, late) = (FileTime::from_raw(131_314_511_566_641_070), FileTime::NONE);
    let mut root = StorageBuilder::new();
    root.clsid(class).state_bits(1).modified(late);
    let inner = root.storage("inner").unwrap();
    inner.clsid(class).state_bits(0xDEAD_BEEF).created(early).modified(late);
    inner.stream("flags", b"x").unwrap().state_bits(5);
    for version in VERSIONS {
        let file = open(write(&root, version));
        let time = |t: FileTime| t.to_system_time().unwrap();
        let entry = file.root_entry();
        assert_eq!(entry.clsid().as_u128(), class.to_u128());
        assert_eq!((entry.state_bits(), entry.modified()), (1, time(late)));
        assert_eq!(entry.created(), time(FileTime::UNSET));
        let entry = file.entry("/inner").unwrap();
        assert_eq!(entry.clsid().as_u128(), class.to_u128());
        assert_eq!(entry.state_bits(), 0xDEAD_BEEF);
        assert_eq!((entry.created(), entry.modified()), (time(early), time(late)));
        assert_eq!(file.entry("/inner/flags").unwrap().state_bits(), 5);
    }
}

/// `cfb` refuses class and times on streams, but what a file had must survive.
#[test]
fn metadata_of_streams_is_written_as_given() {
    let mut root = StorageBuilder::new();
    root.stream("s", b"x")
        .unwrap()
        .clsid(Guid::from_u128(7))
        .created(FileTime::from_raw(8))
        .modified(FileTime::from_raw(9));
    let file = write(&root, Version::V3);
    let at = file.windows(4).position(|w| w == b"s\0\0\0").unwrap();
    let (entry, _) = DirectoryEntry::ref_from_prefix(&file[at..]).unwrap();
    assert_eq!(entry.clsid, Guid::from_u128(7));
    assert_eq!((entry.created.raw(), entry.modified.raw()), (8, 9));

    let mut again = StorageBuilder::new();
    again.stream("s", b"x").unwrap().metadata_of(entry);
    assert_eq!(write(&again, Version::V3), file);
}

#[test]
fn the_header_says_what_it_is_told() {
    let mut root = StorageBuilder::new();
    for i in 0..100 {
        root.stream(&format!("{i}"), vec![1; 50]).unwrap();
    }
    for version in VERSIONS {
        let options = Options { version, minor_version: 0x3B, transaction_signature: 77 };
        let mut file = Vec::new();
        root.write_to(&options, &mut file).unwrap();
        let (header, rest) = Header::ref_from_prefix(&file).unwrap();
        assert_eq!((header.minor_version.get(), header.transaction_signature.get()), (0x3B, 77));
        assert_eq!(
            (header.major_version.get(), header.sector_shift.get()),
            (version.number(), version.sector_shift())
        );
        let directory_sectors = if version == Version::V4 { 101_u32.div_ceil(32) } else { 0 };
        assert_eq!(header.directory_sectors.get(), directory_sectors);
        if version == Version::V4 {
            assert!(rest[..4096 - 512].iter().all(|b| *b == 0));
        }
        open(file);
    }
}

#[test]
fn the_order_of_insertion_does_not_matter() {
    let names: Vec<String> = (0..200).map(|i| format!("__substg1.0_{:08X}", i * 7919)).collect();
    let build = |order: &mut dyn Iterator<Item = usize>| {
        let mut root = StorageBuilder::new();
        for i in order {
            if i % 10 == 0 {
                let inner = root.storage(&names[i]).unwrap();
                inner.stream("b", pattern(i, 30)).unwrap();
                inner.stream("a", pattern(i, 5000)).unwrap();
            } else {
                root.stream(&names[i], pattern(i, i * 40)).unwrap();
            }
        }
        write(&root, Version::V3)
    };
    let sorted = build(&mut (0..200));
    assert_eq!(contents(sorted.clone()).len(), 1 + 200 + 2 * 20);
    assert_eq!(sorted, build(&mut (0..200).rev()));
    assert_eq!(sorted, build(&mut (0..200).map(|i| i * 77 % 200)));
}

#[test]
fn names_that_cannot_be() {
    let mut root = StorageBuilder::new();
    root.stream("Name", b"").unwrap();
    assert!(
        matches!(root.storage("nAME"), Err(WriteError::Duplicate { name }) if name.to_string() == "nAME")
    );
    for bad in ["", "a/b", "a\\b", "a:b", "a!b", "12345678901234567890123456789012"] {
        assert!(matches!(root.stream(bad, b""), Err(WriteError::Name(_))), "{bad}");
    }
    let of = |units: &[u16]| Name::from_units(units.iter().copied());
    for bad in [of(&[]), of(&[0xD800]), of(&[0x61, 0]), of(&[0x2F])] {
        assert!(matches!(root.stream(bad, b""), Err(WriteError::IllegalName { .. })), "{bad:?}");
    }
    assert_eq!(root.len(), 1);
    root.stream("\u{1}Ole", b"").unwrap();
    root.stream("1234567890123456789012345678901", b"").unwrap();
    open(write(&root, Version::V3));
}

#[test]
fn readers_that_lie_or_fail() {
    let fails = |content: Content<'_>| {
        let mut root = StorageBuilder::new();
        root.storage("a").unwrap().stream("b", content).unwrap();
        root.write_to(&Options::default(), Vec::new()).unwrap_err().to_string()
    };
    for len in [1_u64, 100, 5000, 200_000] {
        let bytes = vec![1; usize::try_from(len).unwrap()];
        let less = &bytes[1..];
        assert_eq!(
            fails(Content::reader(len, || Ok(less))),
            format!("/a/b: {len} bytes were promised, there are only {}", len - 1)
        );
        assert_eq!(
            fails(Content::reader(len - 1, || Ok(bytes.as_slice()))),
            format!("/a/b: {} bytes were promised, there are more", len - 1)
        );
    }
    let closed = || Err::<&[u8], _>(io::ErrorKind::NotFound.into());
    assert_eq!(fails(Content::reader(1, closed)), "/a/b: reading its content failed");
}

#[test]
fn an_observer_sees_every_stream_as_it_passes() {
    let mut root = StorageBuilder::new();
    let mut expected = BTreeMap::new();
    for len in SIZES {
        let bytes = pattern(len, len);
        root.storage(&format!("{len}")).unwrap().stream("s", bytes.clone()).unwrap();
        expected.insert(format!("/{len}/s"), bytes);
    }
    let layout = root.lay_out(&Options::default()).unwrap();
    let mut seen: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    layout
        .write_observed(io::sink(), |id, piece| {
            seen.entry(layout.path(id)).or_default().extend_from_slice(piece);
        })
        .unwrap();
    assert!(seen == expected);
}

/// Counts calls, and fails once it has taken `room` bytes.
struct Output {
    calls: u32,
    taken: usize,
    room: usize,
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.calls += 1;
        let n = bytes.len().min(self.room - self.taken);
        self.taken += n;
        if n == 0 { Err(io::ErrorKind::StorageFull.into()) } else { Ok(n) }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn few_writes_and_a_failure_says_how_far_it_came() {
    let mut root = StorageBuilder::new();
    for n in 0..60 {
        root.stream(&format!("__substg1.0_{n:08X}"), vec![1; 50]).unwrap();
    }
    root.stream("attachment", vec![2; 80_000]).unwrap();
    let mut out = Output { calls: 0, taken: 0, room: usize::MAX };
    let len = root.write_to(&Options::default(), &mut out).unwrap();
    assert!(len > 90_000 && out.calls <= 4, "{} calls for {len} bytes", out.calls);

    for room in [0, 1, 512, 20_000, 70_000, usize::try_from(len).unwrap() - 1] {
        let mut out = Output { calls: 0, taken: 0, room };
        match root.write_to(&Options::default(), &mut out) {
            Err(WriteError::Write { written, source }) => {
                assert_eq!(written, u64::try_from(room).unwrap());
                assert_eq!(source.kind(), io::ErrorKind::StorageFull);
            }
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn depth_does_not_matter() {
    let mut root = StorageBuilder::new();
    let mut here = &mut root;
    for _ in 0..100_000 {
        here = here.storage("s").unwrap();
    }
    here.stream("bottom", b"reached").unwrap();
    let len = root.write_to(&Options::default(), io::sink()).unwrap();
    assert!(len > 128 * 100_000);

    // Also the other way: from the bottom up.
    let mut storage = StorageBuilder::new();
    for _ in 0..100_000 {
        let mut outer = StorageBuilder::new();
        outer.insert("s", storage).unwrap();
        storage = outer;
    }
}
