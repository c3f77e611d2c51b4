//! How much memory looking at a sound file takes: few allocations whatever its size, and a
//! small part of its length.
#![expect(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::print_stdout,
    reason = "a test fails by panicking, and says why"
)]

#[expect(dead_code, reason = "each test needs another part of it")]
mod common;

use std::hint::black_box;

use allocation_counter::measure;
use common::{Item, chain, corpus, open};
use openimsg_base::Budget;
use openimsg_props::named::NameMapBuilder;
use openimsg_props::{HeaderKind, PropId, PropTag, PropType, PropertyStream, guids, named, tags};
use openimsg_storage::{CompoundFile, EntryId, EntryKind};

const MOST_ALLOCATIONS: u64 = 16;

/// What opening a file and looking at all bytes of all its streams takes.
struct Cost {
    allocations: u64,
    held: u64,
    entries: u64,
    bytes: u64,
    /// Streams in several pieces, and allocations that asking for each stream in one piece made.
    scattered: u64,
    gathered: u64,
}

impl Cost {
    /// Nothing where opening finds defects: listing them costs too.
    fn of(bytes: &[u8]) -> Option<Cost> {
        let budget = Budget::default();
        CompoundFile::open(bytes, &budget).ok().filter(|file| file.defects_found() == 0)?;
        let mut file = None;
        let info = measure(|| {
            let opened = CompoundFile::open(bytes, &budget).unwrap();
            for id in streams(&opened) {
                opened.chunks(id).for_each(|chunk| assert!(black_box(chunk).unwrap().is_lent()));
            }
            file = Some(opened);
        });
        let file = file?;
        let scattered = streams(&file).filter(|id| file.chunks(*id).count() > 1).count();
        let whole = measure(|| {
            for id in streams(&file) {
                black_box(&*file.content(id).unwrap());
            }
        });
        Some(Cost {
            allocations: info.count_total,
            held: u64::try_from(info.bytes_current).unwrap(),
            entries: u64::try_from(file.len()).unwrap(),
            bytes: u64::try_from(bytes.len()).unwrap(),
            scattered: u64::try_from(scattered).unwrap(),
            gathered: whole.count_total,
        })
    }

    /// 1 KiB, 24 bytes an entry and a hundredth of the file.
    fn bound(&self) -> u64 {
        1024 + 24 * self.entries + self.bytes / 100
    }

    fn keeps(&self) -> bool {
        self.allocations <= MOST_ALLOCATIONS
            && self.held <= self.bound()
            && self.gathered <= self.scattered
    }
}

fn streams<'f>(file: &'f CompoundFile<&'f [u8]>) -> impl Iterator<Item = EntryId> + use<'f> {
    file.entries().filter(|id| file.kind(*id) == Some(EntryKind::Stream))
}

/// Measures the files and prints the worst; says which do not keep within the bounds.
fn check(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Vec<String> {
    let costs: Vec<_> =
        files.into_iter().filter_map(|(name, bytes)| Some((name, Cost::of(&bytes)?))).collect();
    let shown = |(name, cost): &(String, Cost)| {
        let Cost { allocations, held, entries, bytes, scattered, gathered } = cost;
        let bound = cost.bound();
        format!(
            "{name}, {bytes} bytes with {entries} entries: {allocations} allocations, {held} of \
             {bound} bytes held, {gathered} allocations for {scattered} scattered streams"
        )
    };
    println!("{} files", costs.len());
    let most = costs.iter().max_by_key(|(_, cost)| cost.allocations);
    println!("most allocations: {}", most.map(shown).unwrap());
    let fullest = costs.iter().max_by_key(|(_, cost)| cost.held * 1000 / cost.bound());
    println!("nearest to the bound: {}", fullest.map(shown).unwrap());
    costs.iter().filter(|(_, cost)| !cost.keeps()).map(shown).collect()
}

#[test]
fn sound_files_of_the_corpus() {
    let Some(files) = corpus() else { return };
    assert_eq!(check(files), [""; 0]);
}

#[test]
fn built_files() {
    let recipient = || Item::recipient(1, "Ada", "ada@example.org");
    let many =
        (0..2000).fold(Item::message("many"), |message, _| message.with_recipient(recipient()));
    let attached = |bytes| Item::message("a").with_attachment(Item::by_value("a", vec![7; bytes]));
    let files = [
        ("empty", Item::new().file()),
        ("small", Item::message("small").with_recipient(recipient()).file()),
        ("2,000 recipients", many.file()),
        ("100 kB attached", attached(100_000).file()),
        ("9 MB attached", attached(9_000_000).file()),
        ("16 deep", chain(16, Item::message("deep")).file()),
    ];
    assert_eq!(check(files.map(|(name, bytes)| (name.to_owned(), bytes))), [""; 0]);
}

#[test]
fn a_property_stream_is_looked_at_in_place() {
    let item = (0..500).fold(Item::new(), |item, i| {
        item.set(PropTag::new(PropId(0x6000 + i), PropType::LONG), i32::from(i))
    });
    let bytes = item.property_stream(HeaderKind::Root);
    let info = measure(|| {
        let stream = PropertyStream::parse(&bytes, HeaderKind::Root);
        assert_eq!(stream.entries().iter().filter(|entry| entry.tag().0 != 0).count(), 500);
        assert!(stream.find(PropTag(0x61F3_0003)).is_some());
        assert!(stream.find(PropTag(0x7000_0003)).is_none());
        assert!(stream.find_id(PropId(0x61F3)).is_some());
        black_box(stream.header());
    });
    assert_eq!((info.count_total, info.bytes_total), (0, 0));
}

/// Looking at an open message takes no memory but for what is decoded.
#[test]
fn a_message_is_looked_at_in_place() {
    let mut names = NameMapBuilder::default();
    let name = named::NamedProperty::lid(guids::PSETID_COMMON, 0x8503);
    let flag = PropTag::new(names.add(&name).unwrap(), PropType::BOOLEAN);
    let bytes = Item::new()
        .set(tags::PR_IMPORTANCE, 1)
        .set(flag, true)
        .set(tags::PR_HTML, vec![b'x'; 100_000])
        .file_with(&names.build());
    let file = open(&bytes);
    // What is known of the whole file is found out once.
    file.message().unwrap().get_named(&name).unwrap().unwrap();
    let info = measure(|| {
        let message = file.message().unwrap();
        assert_eq!(message.importance(), Some(1));
        assert_eq!(message.html().unwrap().unwrap().bytes.len(), 100_000);
        assert!(message.get_named(&name).unwrap().is_some());
        assert!(message.get(tags::PR_HTML).unwrap().is_some());
    });
    assert_eq!(info.count_total, 0);
    // A walk may note once where the streams are.
    let info = measure(|| {
        let message = file.message().unwrap();
        assert_eq!(message.iter().map(|p| p.unwrap().value.size()).sum::<usize>(), 100_006);
    });
    assert!(info.count_total <= 1, "{info:?}");
}
