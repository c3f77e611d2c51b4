//! Hostile compound files, a function for each kind of construct; the kinds are numbered.
//!
//! The files that most of them begin with hold: `/short` 100 bytes and `/folder/inner` 3,000 in
//! the mini stream; `/long` 5,000 and `/folder/deep` 9,000 in sectors of 512 bytes.

use std::sync::LazyLock;

use openimsg_storage::raw::{NO_STREAM, kind, sector};
use openimsg_storage::write::{StorageBuilder, Version};
use zerocopy::little_endian::{U16, U32};

use super::{Fixture, Image};

/// A sector number that no file here reaches.
const FAR: u32 = 0x00FF_FFFF;
const END: u32 = sector::END_OF_CHAIN;

/// All of them, with the number of their kind.
pub(crate) fn all() -> impl Iterator<Item = (usize, &'static Fixture)> {
    static ALL: LazyLock<Vec<(usize, Fixture)>> = LazyLock::new(|| {
        let kinds = [c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14];
        let of = |(n, kind): (usize, fn() -> Vec<Fixture>)| kind().into_iter().map(move |f| (n, f));
        (1..).zip(kinds).flat_map(of).collect()
    });
    ALL.iter().map(|(n, fixture)| (*n, fixture))
}

/// C1: chains that come back to where they were.
fn c1() -> Vec<Fixture> {
    vec![
        // The second of ten sectors leads to the first: the size is never reached.
        change("fat-loop", |image| {
            let start = image.start("/long");
            image.fat(start + 1).set(start);
        }),
        // A loop of one.
        change("fat-loop-of-one", |image| {
            let start = image.start("/long");
            image.fat(start).set(start);
        }),
        // A loop behind the last byte, which a reader that stops at the size never meets.
        change("fat-loop-after-end", |image| {
            let start = image.start("/long");
            image.fat(start + 9).set(start);
        }),
        // A small loop that pretends to be two gigabytes.
        change("fat-loop-of-2-gib", |image| {
            let start = image.start("/long");
            image.fat(start + 9).set(start);
            image.entry("/long").size_low.set(0x7FFF_FFFF);
        }),
        change("mini-fat-loop", |image| {
            let start = image.start("/folder/inner");
            image.mini_fat(start + 5).set(start + 2);
        }),
        // The directory has two sectors; the second leads back to the first.
        change("directory-loop", |image| {
            let first = image.directory;
            image.fat(first + 1).set(first);
        }),
        // The only sector of the mini FAT follows itself.
        change("mini-fat-chain-loop", |image| {
            let first = image.mini_fat;
            image.fat(first).set(first);
        }),
        change("mini-stream-loop", |image| {
            let first = image.mini_stream;
            image.fat(first + 1).set(first);
        }),
        // With a size that only the loop could hold.
        change("mini-stream-loop-of-2-gib", |image| {
            let first = image.mini_stream;
            image.fat(first + 1).set(first);
            image.entry("/").size_low.set(0x7FFF_FFC0);
        }),
    ]
}

/// C2: DIFATs that list much more than there is.
fn c2() -> Vec<Fixture> {
    vec![
        change("difat-loop-of-one", |image| {
            let this = image.sectors();
            image.append(&[sector::FREE; 127], this);
            image.header().first_difat_sector.set(this);
            image.header().difat_sectors.set(1);
        }),
        change("difat-loop", |image| {
            image.append_difat(3, |_| sector::FREE);
            let last = image.sectors() - 1;
            let first = image.header().first_difat_sector.get();
            let at = image.offset(last) + 508;
            image.bytes[at..at + 4].copy_from_slice(&first.to_le_bytes());
        }),
        change("fat-sector-listed-twice", |image| {
            let fat = image.fat;
            image.header().difat[1].set(fat);
            image.header().fat_sectors.set(2);
        }),
        // 110 kB whose 200 DIFAT sectors list the one FAT sector 25,400 times: a reader that
        // believes them makes a FAT of 13 MB, and several tables of that size.
        change("fat-sector-listed-25400-times", |image| {
            let fat = image.fat;
            image.header().difat.fill(U32::new(fat));
            image.append_difat(200, |_| fat);
        }),
        // The same without a repetition: FAT sectors that do not exist.
        change("fat-sectors-far-outside", |image| {
            image.append_difat(200, |n| FAR - n);
        }),
        // The FAT's own sector as a sector of the DIFAT.
        change("difat-sector-is-fat-sector", |image| {
            let fat = image.fat;
            image.header().first_difat_sector.set(fat);
            image.header().difat_sectors.set(1);
        }),
        change("difat-sector-outside", |image| {
            image.header().first_difat_sector.set(FAR);
            image.header().difat_sectors.set(1);
        }),
    ]
}

/// C3: sizes of sectors that no version has.
fn c3() -> Vec<Fixture> {
    let shift = |name, shift| change(name, |image| image.header().sector_shift.set(shift));
    let mini = |name, shift| change(name, |image| image.header().mini_sector_shift.set(shift));
    vec![
        // Big-endian, says the header; the file is not.
        change("byte-order-swapped", |image| image.header().byte_order.set(0xFEFF)),
        shift("shift-0", 0),
        shift("shift-1", 1),
        shift("shift-8", 8),
        shift("shift-10", 10),
        shift("shift-11", 11),
        shift("shift-13", 13),
        shift("shift-16", 16),
        shift("shift-ffff", 0xFFFF),
        mini("mini-shift-0", 0),
        mini("mini-shift-7", 7),
        mini("mini-shift-9", 9),
        mini("mini-shift-ffff", 0xFFFF),
    ]
}

/// C4: counts in the header that make the sizes of tables wrap.
fn c4() -> Vec<Fixture> {
    const MOST: u32 = u32::MAX;
    vec![
        change("fat-sectors-0", |image| image.header().fat_sectors.set(0)),
        change("fat-sectors-ffffffff", |image| image.header().fat_sectors.set(MOST)),
        change("fat-sectors-40000000", |image| image.header().fat_sectors.set(1 << 30)),
        change("difat-sectors-ffffffff", |image| image.header().difat_sectors.set(MOST)),
        change("mini-fat-sectors-0", |image| image.header().mini_fat_sectors.set(0)),
        change("mini-fat-sectors-ffffffff", |image| image.header().mini_fat_sectors.set(MOST)),
        change("directory-sectors-ffffffff", |image| image.header().directory_sectors.set(MOST)),
        change_v4("directory-sectors-ffffffff-v4", |image| {
            image.header().directory_sectors.set(MOST);
        }),
        change("cutoff-0", |image| image.header().mini_stream_cutoff.set(0)),
        change("cutoff-ffffffff", |image| image.header().mini_stream_cutoff.set(MOST)),
        // (sector + 1) << 9 is 0 in 32 bits.
        change("directory-at-wrapping-sector", |image| {
            image.header().first_directory_sector.set(0x007F_FFFF);
        }),
        change("directory-at-end-of-chain", |image| {
            image.header().first_directory_sector.set(END);
        }),
        change("directory-at-largest-sector", |image| {
            image.header().first_directory_sector.set(sector::MAX_REGULAR);
        }),
        change("mini-fat-outside", |image| image.header().first_mini_fat_sector.set(FAR)),
    ]
}

/// C5: directories that are no trees.
fn c5() -> Vec<Fixture> {
    vec![
        change("sibling-of-itself", |image| {
            let this = image.entry_number("/short");
            image.entry("/short").right.set(this);
        }),
        // Two that are each other's left.
        change("siblings-in-a-circle", |image| {
            let (long, short) = (image.entry_number("/long"), image.entry_number("/short"));
            image.entry("/long").left.set(short);
            image.entry("/short").left.set(long);
        }),
        change("child-of-itself", |image| {
            let this = image.entry_number("/folder");
            image.entry("/folder").child.set(this);
        }),
        change("child-is-an-ancestor", |image| image.entry("/folder").child.set(0)),
        change("sibling-is-the-root", |image| image.entry("/short").left.set(0)),
        // Two storages with the same children.
        change("two-parents", |image| {
            let child = image.entry("/folder").child;
            image.entry("/other").child = child;
        }),
        // The tree of one storage goes on in that of another.
        change("sibling-of-another-storage", |image| {
            let inner = image.entry_number("/folder/inner");
            image.entry("/short").right.set(inner);
        }),
        change("child-outside", |image| image.entry("/folder").child.set(FAR)),
        change("child-just-outside", |image| image.entry("/folder").child.set(8)),
        change("sibling-outside", |image| image.entry("/short").right.set(NO_STREAM - 1)),
        // What is linked is no storage and no stream.
        change("child-is-unused", |image| image.entry("/folder").child.set(7)),
        change("kind-unknown", |image| image.entry("/short").kind = 3),
        change("kind-unused", |image| image.entry("/long").kind = kind::UNALLOCATED),
        change("second-root", |image| image.entry("/other").kind = kind::ROOT),
        change("stream-with-children", |image| {
            let child = image.entry("/folder").child;
            image.entry("/long").child = child;
        }),
        change("root-is-a-storage", |image| image.entry("/").kind = kind::STORAGE),
        change("root-is-a-stream", |image| image.entry("/").kind = kind::STREAM),
        change("root-without-children", |image| image.entry("/").child.set(NO_STREAM)),
        // Every entry on one side: a list of 4,000, which recursion would not survive.
        build(
            "list-instead-of-tree",
            {
                let mut root = StorageBuilder::new();
                (0..4000).for_each(|i| drop(root.stream(&format!("{i:04}"), vec![])));
                root
            },
            |image| {
                for n in 1..=4000_u32 {
                    image.slot(n).left.set(NO_STREAM);
                    image.slot(n).right.set(if n < 4000 { n + 1 } else { NO_STREAM });
                }
                image.entry("/").child.set(1);
            },
        ),
    ]
}

/// C6: sectors that several streams use.
fn c6() -> Vec<Fixture> {
    vec![
        // All sizes together are still below that of the file.
        change("two-streams-one-chain", |image| {
            let start = image.start("/folder/deep");
            image.entry("/long").start.set(start);
        }),
        change("two-mini-streams-one-chain", |image| {
            let start = image.start("/folder/inner");
            image.entry("/short").start.set(start);
        }),
        // One chain runs into the middle of another.
        change("chains-flow-together", |image| {
            let (long, deep) = (image.start("/long"), image.start("/folder/deep"));
            image.fat(long + 3).set(deep + 2);
        }),
        change("stream-over-directory", |image| {
            let directory = image.directory;
            image.entry("/long").start.set(directory);
        }),
        change("stream-over-fat", |image| {
            let fat = image.fat;
            image.entry("/long").start.set(fat);
        }),
        change("stream-over-mini-stream", |image| {
            let mini_stream = image.mini_stream;
            image.entry("/long").start.set(mini_stream);
        }),
        change("mini-fat-over-directory", |image| {
            let directory = image.directory;
            image.header().first_mini_fat_sector.set(directory);
        }),
        // 2 MB that pretend to hold 8 GB: 8,000 streams on one chain of 1 MB.
        build(
            "8000-streams-one-chain",
            {
                let mut root = StorageBuilder::new();
                (1..8000).for_each(|i| drop(root.stream(&format!("{i:04}"), vec![])));
                root.stream("0000", pattern(1 << 20)).unwrap();
                root
            },
            |image| {
                let start = image.start("/0000");
                for n in 1..=8000 {
                    image.slot(n).start.set(start);
                    image.slot(n).size_low.set(1 << 20);
                }
            },
        ),
    ]
}

/// C7: sizes that the chain or the file does not have.
fn c7() -> Vec<Fixture> {
    let size_of =
        |name, path: &'static str, size| change(name, |image| image.entry(path).size_low.set(size));
    vec![
        // The chain has ten sectors, 5,120 bytes; of mini sectors it has two, 128 bytes.
        size_of("size-larger-than-chain", "/long", 6000),
        size_of("mini-size-larger-than-chain", "/short", 200),
        size_of("size-larger-than-file", "/long", 1 << 20),
        size_of("size-ffffffff", "/long", u32::MAX),
        size_of("mini-size-ffffffff", "/short", u32::MAX),
        size_of("size-80000000", "/long", 1 << 31),
        size_of("size-smaller-than-chain", "/long", 4096),
        // Its number now means a mini sector.
        size_of("size-falls-below-cutoff", "/long", 100),
        // Its number now means a sector.
        size_of("mini-size-rises-to-cutoff", "/short", 4096),
        size_of("size-0", "/long", 0),
        // Junk in the upper half: nothing to version 3, everything to version 4.
        change("size-junk-v3", |image| image.entry("/long").size_high.set(0xDEAD_BEEF)),
        change_v4("size-junk-v4", |image| image.entry("/long").size_high.set(0xDEAD_BEEF)),
        change_v4("size-ffffffffffffffff-v4", |image| {
            image.entry("/long").size_low.set(u32::MAX);
            image.entry("/long").size_high.set(u32::MAX);
        }),
        size_of("mini-stream-size-0", "/", 0),
        size_of("mini-stream-size-too-small", "/", 128),
        size_of("mini-stream-size-odd", "/", 3233),
        size_of("mini-stream-size-larger-than-chain", "/", 1 << 20),
        size_of("mini-stream-size-ffffffff", "/", u32::MAX),
        change("storage-with-size", |image| {
            image.entry("/folder").size_low.set(u32::MAX);
            image.entry("/folder").start.set(FAR);
        }),
    ]
}

/// C8: chains that begin or go on where there is nothing.
fn c8() -> Vec<Fixture> {
    let start_of =
        |name, path: &'static str, start| change(name, |image| image.entry(path).start.set(start));
    vec![
        start_of("start-outside", "/long", FAR),
        start_of("start-at-largest-sector", "/long", sector::MAX_REGULAR),
        start_of("start-just-outside", "/long", sound_sectors()),
        start_of("start-free", "/long", sector::FREE),
        start_of("start-end-of-chain", "/long", END),
        start_of("mini-start-outside", "/short", FAR),
        start_of("mini-start-largest", "/short", sector::MAX_REGULAR),
        // 49 mini sectors: 2 and 47.
        start_of("mini-start-just-outside", "/short", 49),
        start_of("mini-start-end-of-chain", "/short", END),
        start_of("mini-stream-outside", "/", FAR),
        start_of("mini-stream-end-of-chain", "/", END),
        change("fat-entry-outside", |image| {
            let start = image.start("/long");
            image.fat(start + 4).set(FAR);
        }),
        change("fat-entry-largest", |image| {
            let start = image.start("/long");
            image.fat(start + 4).set(sector::MAX_REGULAR);
        }),
        // The chain goes on in a sector that is not there, behind the last byte.
        change("fat-entry-outside-after-end", |image| {
            let start = image.start("/long");
            image.fat(start + 9).set(FAR);
        }),
        change("fat-entry-free", |image| {
            let start = image.start("/long");
            image.fat(start + 4).set(sector::FREE);
        }),
        change("fat-entry-marks-a-fat-sector", |image| {
            let start = image.start("/long");
            image.fat(start + 4).set(sector::FAT);
        }),
        change("mini-fat-entry-outside", |image| {
            let start = image.start("/folder/inner");
            image.mini_fat(start + 4).set(FAR);
        }),
        change("mini-fat-entry-free", |image| {
            let start = image.start("/folder/inner");
            image.mini_fat(start + 4).set(sector::FREE);
        }),
    ]
}

/// C9: a FAT that covers only a part of the file.
fn c9() -> Vec<Fixture> {
    let large = || {
        let mut root = sound();
        // Together more than the 128 sectors of the first FAT sector.
        root.stream("first", pattern(40_000)).unwrap();
        root.stream("second", pattern(60_000)).unwrap();
        root
    };
    vec![
        build("second-fat-sector-not-listed", large(), |image| {
            image.header().difat[1].set(sector::FREE);
            image.header().fat_sectors.set(1);
        }),
        build("second-fat-sector-outside", large(), |image| image.header().difat[1].set(FAR)),
        // The file goes on behind what the FAT covers.
        change("sectors-behind-the-fat", |image| {
            for n in 0..200 {
                image.append(&[n], n);
            }
        }),
        // There is no FAT at all: nothing is known but first sectors.
        change("no-fat", |image| {
            image.header().difat[0].set(sector::FREE);
            image.header().fat_sectors.set(0);
        }),
    ]
}

/// C10: storages in storages.
fn c10() -> Vec<Fixture> {
    let nested = |levels: u32| {
        let mut root = StorageBuilder::new();
        let mut here = &mut root;
        for _ in 0..levels {
            here = here.storage("s").unwrap();
        }
        here.stream("bottom", b"reached").unwrap();
        root
    };
    vec![
        build("nested-64", nested(64), |_| ()),
        build("nested-65", nested(65), |_| ()),
        build("nested-4000", nested(4000), |_| ()),
    ]
}

/// C11: many streams in the mini stream.
fn c11() -> Vec<Fixture> {
    vec![
        build("mini-4-mb", many_mini_streams(4000), |_| ()),
        // Every chain backwards, and the mini stream's own: no two pieces follow each other.
        build("mini-4-mb-backwards", many_mini_streams(4000), |image| {
            for n in 1..=4000 {
                let start = image.slot(n).start.get();
                let last =
                    reverse(start, 1100_u32.div_ceil(64), |n, next| image.mini_fat(n).set(next));
                image.slot(n).start.set(last);
            }
            let (start, size) = (image.mini_stream, image.entry("/").size_low.get());
            let last = reverse(start, size.div_ceil(512), |n, next| image.fat(n).set(next));
            image.entry("/").start.set(last);
        }),
    ]
}

/// Turns a contiguous chain of `count` sectors round and returns its new beginning.
fn reverse(first: u32, count: u32, mut set: impl FnMut(u32, u32)) -> u32 {
    set(first, END);
    for n in first + 1..first + count {
        set(n, n - 1);
    }
    first + count - 1
}

/// `count` streams of 1,100 bytes.
pub(crate) fn many_mini_streams(count: u32) -> StorageBuilder<'static> {
    let mut root = StorageBuilder::new();
    for n in 0..count {
        root.stream(&format!("{n:08}"), pattern(1100)).unwrap();
    }
    root
}

/// C12: names that the format forbids.
fn c12() -> Vec<Fixture> {
    let first_unit = |name, unit: u16| {
        change(name, |image| image.entry("/short").name[..2].copy_from_slice(&unit.to_le_bytes()))
    };
    let name_len = |name, len| change(name, |image| image.entry("/short").name_len.set(len));
    vec![
        first_unit("name-lone-high-surrogate", 0xD83D),
        first_unit("name-lone-low-surrogate", 0xDC00),
        first_unit("name-slash", u16::from(b'/')),
        first_unit("name-backslash", u16::from(b'\\')),
        first_unit("name-colon", u16::from(b':')),
        first_unit("name-exclamation-mark", u16::from(b'!')),
        first_unit("name-begins-with-zero", 0),
        change("name-with-zero-inside", |image| {
            image.entry("/short").name[4..6].copy_from_slice(&[0; 2]);
        }),
        name_len("name-length-0", 0),
        name_len("name-length-1", 1),
        name_len("name-length-odd", 11),
        name_len("name-length-66", 66),
        name_len("name-length-ffff", 0xFFFF),
        change("name-not-terminated", |image| {
            image.entry("/short").name.fill(b'a');
            image.entry("/short").name_len = U16::new(64);
        }),
        change("name-twice", |image| {
            let name = image.entry("/other").name;
            image.entry("/short").name = name;
        }),
        change("name-out-of-order", |image| {
            let (long, short) = (image.entry("/long").name, image.entry("/other").name);
            (image.entry("/long").name, image.entry("/other").name) = (short, long);
            let (long, short) = (image.entry("/long").name_len, image.entry("/other").name_len);
            (image.entry("/long").name_len, image.entry("/other").name_len) = (short, long);
        }),
        change("root-name", |image| image.entry("/").name[..2].copy_from_slice(b"\x00\xD8")),
    ]
}

/// C13: files that end too early, in each of their parts.
fn c13() -> Vec<Fixture> {
    let cut = |name, at: fn(&Image) -> usize| {
        change(name, |image| {
            let len = at(image);
            assert!(len < image.bytes.len());
            image.truncate(len);
        })
    };
    vec![
        cut("cut-to-nothing", |_| 0),
        cut("cut-in-signature", |_| 7),
        cut("cut-in-header", |_| 511),
        cut("cut-after-header", |_| 512),
        cut("cut-in-fat", |image| image.offset(image.fat) + 20),
        cut("cut-after-fat", |image| image.offset(image.fat) + 512),
        cut("cut-in-first-directory-sector", |image| image.offset(image.directory) + 200),
        cut("cut-in-directory-entry", |image| image.offset(image.directory) + 512 + 130),
        cut("cut-before-mini-fat", |image| image.offset(image.mini_fat)),
        cut("cut-in-mini-fat", |image| image.offset(image.mini_fat) + 30),
        cut("cut-in-mini-stream", |image| image.offset(image.mini_stream) + 1000),
        cut("cut-before-streams", |image| image.offset(image.mini_stream + 7)),
        cut("cut-in-last-sector", |image| image.bytes.len() - 300),
        cut("cut-after-last-byte", |image| image.bytes.len() - 100),
        cut("cut-last-sector", |image| image.bytes.len() - 512),
        change_v4("cut-in-last-sector-v4", |image| {
            let len = image.bytes.len();
            image.truncate(len - 4000);
        }),
        change_v4("cut-in-header-v4", |image| image.truncate(600)),
    ]
}

/// C14: what other formats put into compound files. It is content here, and nothing reads it.
fn c14() -> Vec<Fixture> {
    let mut root = sound();
    // A property set with 2^32 − 1 sections, and one with that many properties.
    let mut property_set = [0xFE, 0xFF, 0, 0].to_vec();
    property_set.extend([0; 20]);
    property_set.extend([0xFF; 24]);
    root.stream("\u{5}SummaryInformation", property_set.clone()).unwrap();
    root.stream("\u{5}DocumentSummaryInformation", property_set).unwrap();
    root.stream("\u{1}CompObj", vec![0xFF; 100]).unwrap();
    root.stream("\u{1}Ole10Native", vec![0xFF; 4]).unwrap();
    // Encryption: size 2^64 − 1, then nothing.
    root.stream("EncryptedPackage", vec![0xFF; 8]).unwrap();
    root.stream("EncryptionInfo", vec![0xFF; 40]).unwrap();
    let spaces = root.storage("\u{6}DataSpaces").unwrap();
    spaces.stream("Version", vec![0xFF; 16]).unwrap();
    spaces.storage("TransformInfo").unwrap().stream("\u{6}Primary", vec![0xFF; 16]).unwrap();
    // Compressed macros that pretend to be long.
    let macros = root.storage("Macros").unwrap().storage("VBA").unwrap();
    macros.stream("dir", vec![0x01, 0xFF, 0xFF]).unwrap();
    vec![build("side-features", root, |_| ())]
}

/// The sound file that most others come from.
pub(crate) fn sound() -> StorageBuilder<'static> {
    let mut root = StorageBuilder::new();
    root.stream("short", pattern(100)).unwrap();
    root.stream("long", pattern(5000)).unwrap();
    root.storage("other").unwrap();
    let folder = root.storage("folder").unwrap();
    folder.stream("inner", pattern(3000)).unwrap();
    folder.stream("deep", pattern(9000)).unwrap();
    root
}

/// Sectors of that file.
fn sound_sectors() -> u32 {
    Image::new(&sound()).sectors()
}

fn change(name: &'static str, change: impl FnOnce(&mut Image)) -> Fixture {
    build(name, sound(), change)
}

fn change_v4(name: &'static str, change: impl FnOnce(&mut Image)) -> Fixture {
    let mut image = Image::of_version(&sound(), Version::V4);
    change(&mut image);
    image.named(name)
}

fn build(name: &'static str, root: StorageBuilder<'_>, change: impl FnOnce(&mut Image)) -> Fixture {
    let mut image = Image::new(&root);
    change(&mut image);
    image.named(name)
}

/// Bytes that tell the places in a stream apart.
fn pattern(len: usize) -> Vec<u8> {
    (0..len).map(|i| (i / 251 * 7 + i % 251).to_le_bytes()[0]).collect()
}
