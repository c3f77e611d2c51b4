//! Any tree of storages and streams comes back as it went in, from `cfb` and from the crate's own
//! reader, both strict; siblings stand in sound red-black trees.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking"
)]

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use openimsg_base::{Budget, FileTime, Guid, Limits};
use openimsg_storage::raw::{DirectoryEntry, Header, NO_STREAM, colour, kind, sector};
use openimsg_storage::write::{Options, StorageBuilder, Version};
use openimsg_storage::{Base, CompoundFile, EntryId, Name};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use zerocopy::FromBytes;

/// What is in a storage; names that differ in case only are one.
#[derive(Debug, Clone, Default)]
struct Tree {
    clsid: u128,
    state_bits: u32,
    /// Times that `cfb` can tell exactly: whole seconds since 1601.
    times: (u32, u32),
    children: BTreeMap<Name, Node>,
}

#[derive(Debug, Clone)]
enum Node {
    Storage(Tree),
    Stream { state_bits: u32, content: Vec<u8> },
}

fn build(tree: &Tree, storage: &mut StorageBuilder<'_>, backwards: bool) {
    let time = |seconds: u32| FileTime::from_raw(u64::from(seconds) * 10_000_000);
    storage.clsid(Guid::from_u128(tree.clsid)).state_bits(tree.state_bits);
    storage.created(time(tree.times.0)).modified(time(tree.times.1));
    let mut children: Vec<(&Name, &Node)> = tree.children.iter().collect();
    if backwards {
        children.reverse();
    }
    for (name, node) in children {
        match node {
            Node::Storage(tree) => build(tree, storage.storage(name).unwrap(), backwards),
            Node::Stream { state_bits, content } => {
                storage.stream(name, content.clone()).unwrap().state_bits(*state_bits);
            }
        }
    }
}

fn write(tree: &Tree, version: Version, backwards: bool) -> Vec<u8> {
    let mut root = StorageBuilder::new();
    build(tree, &mut root, backwards);
    let mut file = Vec::new();
    root.write_to(&Options { version, ..Options::default() }, &mut file).unwrap();
    file
}

/// Compares what `cfb` finds at `path` with `tree`.
fn compare(file: &mut cfb::CompoundFile<Cursor<Vec<u8>>>, path: &str, tree: &Tree) {
    let entry = file.entry(if path.is_empty() { "/" } else { path }).unwrap();
    let time = |seconds: u32| {
        FileTime::from_raw(u64::from(seconds) * 10_000_000).to_system_time().unwrap()
    };
    assert_eq!((entry.clsid().as_u128(), entry.state_bits()), (tree.clsid, tree.state_bits));
    assert_eq!((entry.created(), entry.modified()), (time(tree.times.0), time(tree.times.1)));
    let listed = file.read_storage(if path.is_empty() { "/" } else { path }).unwrap();
    let listed: Vec<String> = listed.map(|entry| entry.name().to_owned()).collect();
    let expected: Vec<String> = tree.children.keys().map(Name::to_string).collect();
    assert_eq!(listed, expected, "children of {path:?}");
    for (name, node) in &tree.children {
        let path = format!("{path}/{name}");
        match node {
            Node::Storage(tree) => compare(file, &path, tree),
            Node::Stream { state_bits, content } => {
                assert_eq!(file.entry(&path).unwrap().state_bits(), *state_bits);
                let mut found = Vec::new();
                file.open_stream(&path).unwrap().read_to_end(&mut found).unwrap();
                assert!(found == *content, "content of {path:?}");
            }
        }
    }
}

/// Compares what the crate's own reader finds in `storage` with `tree`.
fn compare_own(file: &CompoundFile<&[u8]>, storage: EntryId, tree: &Tree) {
    let stat = file.stat(storage).unwrap();
    assert_eq!((stat.clsid.to_u128(), stat.state_bits), (tree.clsid, tree.state_bits));
    let children: Vec<EntryId> = file.children(storage).collect();
    assert_eq!(children.len(), tree.children.len());
    for (child, (name, node)) in children.into_iter().zip(&tree.children) {
        let stat = file.stat(child).unwrap();
        assert_eq!(stat.name.to_string(), name.to_string());
        match node {
            Node::Storage(tree) => compare_own(file, child, tree),
            Node::Stream { state_bits, content } => {
                assert_eq!(stat.state_bits, *state_bits);
                assert!(*file.content(child).unwrap() == **content, "content of {name}");
            }
        }
    }
}

/// Every rule of [MS-CFB] 2.6.4 on the trees of siblings, and of 2.6.1 and 2.6.3 on entries.
fn check_directory(file: &[u8]) {
    let header = Header::ref_from_prefix(file).unwrap().0;
    let shift = header.sector_shift.get();
    let at = |n: u32| (usize::try_from(n).unwrap() + 1) << shift;
    // The writer's chains are contiguous: the directory ends where the FAT says.
    let fat = &file[at(header.difat[0].get())..];
    let mut last = header.first_directory_sector.get();
    let mut sectors = 1;
    loop {
        let next = u32::read_from_prefix(&fat[usize::try_from(last).unwrap() * 4..]).unwrap().0;
        if next == sector::END_OF_CHAIN {
            break;
        }
        assert_eq!(next, last + 1);
        (last, sectors) = (next, sectors + 1);
    }
    let from = at(header.first_directory_sector.get());
    let bytes = &file[from..from + (sectors << shift)];
    let entries = <[DirectoryEntry]>::ref_from_bytes(bytes).unwrap();
    let mut seen = vec![false; entries.len()];
    seen[0] = true;
    assert_eq!(
        (entries[0].kind, entries[0].left.get(), entries[0].right.get()),
        (5, NO_STREAM, NO_STREAM)
    );
    assert_eq!(entries[0].colour, colour::BLACK);
    for entry in entries {
        let mut order = Vec::new();
        check_siblings(entries, entry.child.get(), true, &mut order);
        let names: Vec<Name> = order.iter().map(|n| Name::of_entry(&entries[*n])).collect();
        assert!(names.is_sorted_by(|a, b| a < b));
        for n in order {
            assert!(!std::mem::replace(&mut seen[n], true), "entry {n} twice");
        }
        if entry.kind == kind::STORAGE {
            assert_eq!((entry.start.get(), entry.size_low.get()), (0, 0));
        } else {
            assert!(entry.kind == kind::ROOT || entry.child.get() == NO_STREAM);
        }
    }
    for (entry, seen) in entries.iter().zip(seen) {
        assert_eq!(seen, entry.kind != kind::UNALLOCATED);
        if !seen {
            assert_eq!(
                (entry.left.get(), entry.right.get(), entry.name_len.get()),
                (NO_STREAM, NO_STREAM, 0)
            );
        }
    }
}

/// Numbers in order into `order`; returns the black height. The top has to be black.
fn check_siblings(
    entries: &[DirectoryEntry],
    number: u32,
    above_is_red: bool,
    order: &mut Vec<usize>,
) -> u32 {
    if number == NO_STREAM {
        return 1;
    }
    let number = usize::try_from(number).unwrap();
    let entry = &entries[number];
    let is_red = entry.colour == colour::RED;
    assert!(!(is_red && above_is_red), "two reds in a row, or a red top");
    let left = check_siblings(entries, entry.left.get(), is_red, order);
    order.push(number);
    let right = check_siblings(entries, entry.right.get(), is_red, order);
    assert_eq!(left, right, "black height");
    left + u32::from(!is_red)
}

fn names() -> impl Strategy<Value = Name> {
    // Scripts on whose upper case everyone agrees; `.` and `..` mean something in cfb's paths.
    prop_oneof![
        4 => "__substg1\\.0_[0-9A-F]{8}",
        2 => "[ -~&&[^/\\\\:!.]]{1,31}",
        1 => "[\u{1}-\u{6}][A-Za-z]{1,8}",
        1 => "[a-zäöüéñα-ωа-яא-ת日月火水木한국어🎉📎]{1,15}",
    ]
    .prop_map(|text| text.parse().unwrap())
}

fn sizes() -> impl Strategy<Value = usize> {
    prop_oneof![
        4 => 0_usize..300,
        1 => prop::sample::select(vec![63, 64, 65, 511, 512, 513, 4095, 4096, 4097, 8192]),
        1 => 0_usize..20_000,
    ]
}

fn streams() -> impl Strategy<Value = Node> {
    (any::<u32>(), sizes(), any::<u8>()).prop_map(|(state_bits, len, seed)| {
        let content = (0..len).map(|i| seed.wrapping_add(i.to_le_bytes()[0] ^ i.to_le_bytes()[1]));
        Node::Stream { state_bits, content: content.collect() }
    })
}

fn trees() -> impl Strategy<Value = Tree> {
    let tree = |children| {
        (any::<u128>(), any::<u32>(), any::<(u32, u32)>(), btree_map(names(), children, 0..12))
            .prop_map(|(clsid, state_bits, times, children)| Tree {
                clsid,
                state_bits,
                times,
                children,
            })
    };
    let node = streams().prop_recursive(
        5,
        60,
        8,
        move |inner| prop_oneof![2 => tree(inner).prop_map(Node::Storage), 1 => streams()],
    );
    tree(node.boxed())
}

proptest! {
    #[test]
    fn any_tree_comes_back(tree in trees(), v4: bool) {
        let version = if v4 { Version::V4 } else { Version::V3 };
        let file = write(&tree, version, false);
        prop_assert!(file == write(&tree, version, true), "the order of insertion matters");
        check_directory(&file);
        let strict = Budget::new(Limits::strict(), None);
        let own = CompoundFile::open(file.as_slice(), &strict).unwrap();
        compare_own(&own, EntryId::ROOT, &tree);
        let mut read = cfb::CompoundFile::open_strict(Cursor::new(file)).unwrap();
        compare(&mut read, "", &tree);
    }

    #[test]
    fn any_number_of_siblings_is_sound(lens in vec(0_usize..100, 0..400)) {
        let mut root = StorageBuilder::new();
        for (i, len) in lens.iter().enumerate() {
            root.stream(&format!("{i:X}"), vec![1; *len]).unwrap();
        }
        let mut file = Vec::new();
        root.write_to(&Options::default(), &mut file).unwrap();
        check_directory(&file);
        cfb::CompoundFile::open_strict(Cursor::new(file)).unwrap();
    }
}
