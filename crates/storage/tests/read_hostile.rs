//! What the reader makes of hostile files.
//!
//! `hostile.golden` says for each file the error, or the defects and then what differs from the
//! file before it was damaged; streams that it does not name come out as they were. The same has
//! to come out of every kind of source, strict use has to refuse what has a defect, and memory is
//! bounded by the size of the file.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking"
)]

mod common;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::io::Cursor;
use std::time::{Duration, Instant};

use allocation_counter::measure;
use bytes::Bytes;
use common::{Fixture, Image, hostile};
use openimsg_base::{Budget, Limits, Refused};
use openimsg_storage::raw::sector;
use openimsg_storage::write::{Options, StorageBuilder};
use openimsg_storage::{Base, CompoundFile, EntryId, EntryKind, Error, ReadSource, Source};

const GOLDEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/hostile.golden");

#[test]
fn outcomes_are_those_of_the_golden_file() {
    let golden = golden();
    let mut found = String::new();
    let mut wrong = Vec::new();
    for (n, fixture) in hostile::all() {
        let right = golden.get(fixture.name).map_or("", String::as_str);
        let report = report(fixture, fixture.bytes.as_slice());
        if !golden.contains_key(fixture.name) || right != report {
            wrong.push(fixture.name);
        }
        writeln!(found, "C{n} {}{report}\n", fixture.name).unwrap();
    }
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(GOLDEN, found).unwrap();
        return;
    }
    assert!(wrong.is_empty(), "not as in {GOLDEN}: {wrong:?}; UPDATE_GOLDEN=1 writes it anew");
    assert_eq!(golden.len(), hostile::all().count(), "an outcome without a file");
}

/// Outcomes by name: paragraphs of `C1 name`, then an indented line for each thing.
fn golden() -> BTreeMap<String, String> {
    let text = std::fs::read_to_string(GOLDEN).unwrap_or_default();
    let parts = text.split_terminator("\n\n").map(|paragraph| {
        let (_, rest) = paragraph.split_once(' ').unwrap();
        rest.split_at(rest.find('\n').unwrap_or(rest.len()))
    });
    parts.map(|(name, outcome)| (name.to_owned(), outcome.to_owned())).collect()
}

#[test]
fn every_kind_of_source_gives_the_same() {
    hostile::all().for_each(|(_, fixture)| compare_sources(fixture));
}

fn compare_sources(fixture: &Fixture) {
    let lent = report(fixture, fixture.bytes.as_slice());
    let copied = report(fixture, ReadSource::new(Cursor::new(&fixture.bytes)).unwrap());
    let shared = report(fixture, Bytes::from(fixture.bytes.clone()));
    assert_eq!((&lent, &lent), (&copied, &shared), "{}", fixture.name);
}

#[test]
fn strict_use_refuses_what_has_a_defect() {
    for (_, fixture) in hostile::all() {
        let budget = Budget::default();
        let lenient = CompoundFile::open(fixture.bytes.as_slice(), &budget);
        let strict = Budget::new(Limits::strict(), None);
        let strict = CompoundFile::open(fixture.bytes.as_slice(), &strict);
        let is_sound = lenient.is_ok() && budget.defects_found() == 0;
        assert_eq!(strict.is_ok(), is_sound, "{}", fixture.name);
        if let (Ok(_), Err(error)) = (lenient, strict) {
            assert!(matches!(error, Error::Refused(Refused::Strict(_))), "{}", fixture.name);
        }
    }
}

/// Opens a file and reads all streams, one after another.
fn walk<S: Source>(source: S) {
    let Ok(file) = CompoundFile::open(source, &Budget::default()) else { return };
    for id in file.entries() {
        let _ = file.stat(id);
        let _ = file.content(id);
    }
}

#[test]
fn memory_is_bounded_by_the_file() {
    let (mut largest, mut of_lists) = ((0, "", 0), 0);
    for (n, fixture) in hostile::all() {
        let file = u64::try_from(fixture.bytes.len()).unwrap();
        let lent = measure(|| walk(fixture.bytes.as_slice())).bytes_max;
        let copied =
            measure(|| walk(ReadSource::new(Cursor::new(&fixture.bytes)).unwrap())).bytes_max;
        let most = lent.max(copied);
        // A list of 110 kB that pretends to be a table of 13 MB is not believed.
        let bound = if n == 2 { 2_000_000 } else { 4 * file + 16_000_000 };
        assert!(most <= bound, "{}: {most} bytes for a file of {file}", fixture.name);
        largest = largest.max((most, fixture.name, file));
        of_lists = of_lists.max(if n == 2 { most } else { 0 });
    }
    let (most, name, file) = largest;
    println!("{} files: {most} bytes at most, for {name} of {file}", hostile::all().count());
    println!("lists that lie (C2): {of_lists} bytes at most");
}

#[test]
fn many_mini_streams_take_linear_time() {
    let file = |count| {
        let mut file = Vec::new();
        hostile::many_mini_streams(count).write_to(&Options::default(), &mut file).unwrap();
        file
    };
    let (half, whole) = (file(2000), file(4000));
    let time = |file: &[u8]| {
        let start = Instant::now();
        walk(file);
        start.elapsed()
    };
    // Twice the size: four times the time would be quadratic, in every round. On a busy machine
    // single rounds say little.
    let mut rounds = (0..50).map(|_| (time(&half), time(&whole)));
    let linear = rounds.any(|(half, whole)| whole < half * 3 && whole < Duration::from_secs(1));
    assert!(linear, "none of 50 rounds was linear");
}

/// Each of many streams claims all that lies behind its first sector, the streams after it
/// included. A chain that is followed before it is known whose it is would be followed once for
/// each; a bug found.
#[test]
fn streams_that_claim_all_behind_them_take_linear_time() {
    let greedy = |count: u32| {
        let mut root = StorageBuilder::new();
        for n in 0..count {
            root.stream(&format!("{n:05}"), vec![7; 4096]).unwrap();
        }
        let mut image = Image::new(&root);
        let (first, len) = (image.start("/00000"), 8 * count);
        for n in first..first + len - 1 {
            image.fat(n).set(n + 1);
        }
        for n in 0..count {
            let entry = image.entry(&format!("/{n:05}"));
            assert_eq!(entry.start.get(), first + 8 * n, "one behind the other");
            entry.size_low.set((len - 8 * n) * 512);
        }
        image.named("greedy").bytes
    };
    let time = |file: &[u8]| {
        let start = Instant::now();
        let budget = Budget::default();
        let opened = CompoundFile::open(file, &budget).unwrap();
        assert_eq!(budget.defects_found() + 1, u64::try_from(opened.len()).unwrap() - 1);
        start.elapsed()
    };
    let (half, whole) = (greedy(2000), greedy(4000));
    let mut rounds = (0..20).map(|_| (time(&half), time(&whole)));
    assert!(rounds.any(|(half, whole)| whole < half * 3), "none of 20 rounds was linear");
}

#[test]
fn each_link_of_a_short_stream_counts() {
    let name = |len: u32| format!("{len:02}");
    let mut root = StorageBuilder::new();
    for len in 1..=12 {
        root.stream(&name(len), vec![1; 64 * usize::try_from(len).unwrap()]).unwrap();
    }
    for len in 1..=12 {
        for at in 0..len {
            let last = at + 1 == len;
            let mut image = Image::new(&root);
            let number = image.start(&name(len)) + at;
            // A chain that ends early; after the end, one that goes on.
            let link = if last { number + 1 } else { sector::END_OF_CHAIN };
            image.mini_fat(number).set(link);
            let budget = Budget::default();
            let fixture = image.named("link");
            let file = CompoundFile::open(fixture.bytes.as_slice(), &budget).unwrap();
            let size = |of| file.size(file.find(&name(of)).unwrap());
            let expected = if last { len } else { at + 1 };
            assert_eq!(size(len), 64 * u64::from(expected), "link {at} of {len}");
            assert_eq!(budget.defects_found(), 1, "link {at} of {len}");
            for other in (1..=12).filter(|other| *other != len) {
                assert_eq!(size(other), 64 * u64::from(other), "{other} beside {len}");
            }
        }
    }
}

#[test]
fn cut_off_anywhere() {
    let mut file = Vec::new();
    hostile::sound().write_to(&Options::default(), &mut file).unwrap();
    for len in 0..file.len() {
        walk(&file[..len]);
    }
}

/// Every byte of the metadata, changed to what is likely to hurt.
#[test]
fn any_byte_changed() {
    let mut file = Vec::new();
    hostile::sound().write_to(&Options::default(), &mut file).unwrap();
    // Header, FAT, directory and mini FAT.
    for at in 0..5 * 512 {
        let was = file[at];
        for byte in [0, 1, 0x7F, 0x80, 0xFE, 0xFF, was ^ 1, was.wrapping_add(1)] {
            file[at] = byte;
            walk(file.as_slice());
        }
        file[at] = was;
    }
}

/// What stands in a file, by number of directory entry: path, and the bytes of a stream.
type Contents = BTreeMap<u32, (String, Option<Result<Vec<u8>, String>>)>;

fn contents<S: Source>(file: &CompoundFile<S>) -> Contents {
    let mut contents = Contents::new();
    let mut pending = vec![(EntryId::ROOT, String::new())];
    while let Some((id, path)) = pending.pop() {
        let stat = file.stat(id).unwrap();
        let bytes = (stat.kind == EntryKind::Stream).then(|| match file.content(id) {
            Ok(content) => Ok(content.to_vec()),
            Err(Error::Stream { entry, problem }) if entry == stat.entry => {
                Err(problem.to_string())
            }
            Err(error) => Err(error.to_string()),
        });
        for child in file.children(id) {
            pending.push((child, format!("{path}/{}", file.name(child).unwrap())));
        }
        contents.insert(stat.entry, (path, bytes));
    }
    contents
}

/// The outcome in words: what opening says, then what became of what was in the intact file.
fn report<S: Source>(fixture: &Fixture, source: S) -> String {
    let deep = Budget::new(Limits { storage_depth: u64::MAX, ..Limits::default() }, None);
    let intact = CompoundFile::open(fixture.intact.as_slice(), &deep).unwrap();
    let budget = Budget::default();
    let file = match CompoundFile::open(source, &budget) {
        Ok(file) => file,
        Err(error) => return format!("\n    error: {error}"),
    };
    let mut lines = Lines::default();
    for defect in budget.defects() {
        let place = format!("entry {}, {:#x}", defect.node, defect.offset);
        lines.add(defect.kind.code, &place);
    }
    let (before, after) = (contents(&intact), contents(&file));
    for (entry, (path, bytes)) in &before {
        match after.get(entry) {
            None => lines.add("missing", path),
            Some((renamed, _)) if renamed != path => {
                lines.add(&format!("called {}", renamed.escape_debug()), path);
            }
            Some((_, now)) if now == bytes => {}
            Some((_, Some(Err(error)))) => lines.add(error, path),
            Some((_, None)) => lines.add("a storage", path),
            Some((_, Some(Ok(now)))) => {
                let was = bytes.as_ref().and_then(|b| b.as_deref().ok()).unwrap_or_default();
                lines.add(&difference(was, now), path);
            }
        }
    }
    for (path, _) in after.iter().filter(|(n, _)| !before.contains_key(n)).map(|(_, found)| found) {
        lines.add("new", path);
    }
    lines.finish()
}

fn difference(was: &[u8], now: &[u8]) -> String {
    let same = was.iter().zip(now).take_while(|(a, b)| a == b).count();
    let rest = &now[same..];
    if rest.is_empty() {
        format!("only the first {same} bytes")
    } else if rest.iter().all(|byte| *byte == 0) {
        format!("{} zeros at the end", rest.len())
    } else {
        format!("{} other bytes", now.len())
    }
}

/// What is wrong, and where: places if they are few, else their number.
#[derive(Default)]
struct Lines(Vec<(String, Vec<String>)>);

impl Lines {
    fn add(&mut self, what: &str, place: &str) {
        match self.0.iter_mut().find(|(known, _)| known == what) {
            Some((_, places)) => places.push(place.to_owned()),
            None => self.0.push((what.to_owned(), vec![place.to_owned()])),
        }
    }

    fn finish(self) -> String {
        let line = |(what, places): (String, Vec<String>)| match places.len() {
            n @ 5.. => format!("\n    {what} ({n} times)"),
            _ => format!("\n    {what} ({})", places.join("; ")),
        };
        self.0.into_iter().map(line).collect()
    }
}

/// A stream whose every sector lies elsewhere: finding the piece for an offset must not look at
/// all pieces before it.
#[test]
fn scattered_streams_take_linear_time() {
    let scattered = |sectors: u32| {
        let mut root = StorageBuilder::new();
        let content: Vec<u8> = (0..sectors).flat_map(|i| [i.to_le_bytes()[0]; 512]).collect();
        root.stream("long", content).unwrap();
        let mut image = Image::new(&root);
        // Every second sector of the stream first, then the others, backwards.
        let first = image.start("/long");
        let order: Vec<u32> =
            (0..sectors).step_by(2).chain((1..sectors).step_by(2).rev()).collect();
        for pair in order.windows(2) {
            image.fat(first + pair[0]).set(first + pair[1]);
        }
        image.fat(first + order[order.len() - 1]).set(sector::END_OF_CHAIN);
        (image.named("scattered").bytes, order)
    };
    let read = |bytes: &[u8]| {
        let file = CompoundFile::open(bytes, &Budget::default()).unwrap();
        let id = file.find("long").unwrap();
        let whole = file.content(id).unwrap().to_vec();
        let chunks: Vec<u8> = file.chunks(id).flat_map(|chunk| chunk.unwrap().to_vec()).collect();
        assert_eq!(whole, chunks);
        whole
    };
    let (bytes, order) = scattered(4000);
    let right: Vec<u8> = order.iter().flat_map(|n| [n.to_le_bytes()[0]; 512]).collect();
    assert_eq!(read(&bytes), right);
    let time = |bytes: &[u8]| {
        let start = Instant::now();
        read(bytes);
        start.elapsed()
    };
    let (half, whole) = (scattered(20_000).0, scattered(40_000).0);
    let mut rounds = (0..20).map(|_| (time(&half), time(&whole)));
    assert!(rounds.any(|(half, whole)| whole < half * 3), "none of 20 rounds was linear");
}
