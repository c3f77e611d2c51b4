//! Transactions: each operation against a simple model, on a new storage and over a file.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "tests stop at what they did not expect"
)]

use std::collections::BTreeMap;
use std::io::Read;
use std::sync::Arc;

use bytes::Bytes;
use openimsg_base::{Budget, FileTime, Guid, Limits};
use openimsg_storage::write::{Content, Options, StorageBuilder};
use openimsg_storage::{CompoundFile, EditError, EntryKind, Overlay, Store};
use proptest::prelude::*;

/// What a storage holds: paths, `None` for storages.
type Model = BTreeMap<String, Option<Vec<u8>>>;

fn image(overlay: &Overlay) -> Vec<u8> {
    let mut bytes = Vec::new();
    overlay.image().unwrap().write_to(&Options::default(), &mut bytes).unwrap();
    bytes
}

fn over(image: Vec<u8>) -> Overlay {
    Overlay::new(Arc::new(CompoundFile::open(Bytes::from(image), &Budget::default()).unwrap()))
}

/// All that a store holds, contents read by three ways that must agree.
fn contents<S: Store>(store: &S) -> Model {
    let mut found = Model::new();
    let mut todo = vec![(String::new(), store.root())];
    while let Some((path, node)) = todo.pop() {
        store.visit(&node, &mut |child| {
            let path = format!("{path}/{}", child.name);
            assert!(store.child(&node, &child.name.to_string()).is_some(), "{path}");
            match child.kind {
                EntryKind::Storage => {
                    found.insert(path.clone(), None);
                    todo.push((path, child.node));
                }
                EntryKind::Stream => {
                    let content = store.content(&child.node).unwrap();
                    assert_eq!(store.share(&child.node).unwrap(), *content);
                    let mut read = Vec::new();
                    store.reader(&child.node).unwrap().read_to_end(&mut read).unwrap();
                    assert_eq!(read, *content);
                    assert_eq!(store.stat(&child.node).unwrap().size, read.len() as u64);
                    found.insert(path, Some(read));
                }
            }
        });
    }
    found
}

fn sample() -> Overlay {
    let mut overlay = Overlay::empty();
    overlay.create_storage("a").unwrap();
    overlay.create_storage("a/b").unwrap();
    overlay.create_stream("a/s", b"short".as_slice()).unwrap();
    overlay.create_stream("a/b/long", vec![7; 9000]).unwrap();
    overlay.create_stream("top", b"".as_slice()).unwrap();
    overlay
}

/// Runs `edit` on the sample in memory and on the same sample out of a file.
#[track_caller]
fn check(edit: impl Fn(&mut Overlay) -> Result<(), EditError>, expected: &[(&str, Option<&[u8]>)]) {
    let mut fresh = sample();
    let mut filed = over(image(&fresh));
    assert!(!filed.is_changed());
    for overlay in [&mut fresh, &mut filed] {
        edit(overlay).unwrap();
        let expected: Model =
            expected.iter().map(|(p, c)| ((*p).to_owned(), c.map(<[u8]>::to_vec))).collect();
        assert_eq!(contents(overlay), expected);
        assert_eq!(contents(&over(image(overlay))), expected, "written and read");
    }
    assert_eq!(image(&fresh), image(&filed), "the same content, the same bytes");
}

#[test]
fn operations_do_what_they_say() {
    let long = vec![7; 9000];
    let all: [(&str, Option<&[u8]>); 5] = [
        ("/a", None),
        ("/a/b", None),
        ("/a/b/long", Some(&long)),
        ("/a/s", Some(b"short")),
        ("/top", Some(b"")),
    ];
    let with = |path: &'static str, content: &'static [u8]| {
        all.map(|(p, c)| if p == path { (p, Some(content)) } else { (p, c) })
    };
    check(|_| Ok(()), &all);
    check(|o| o.put_stream("top", b"new".as_slice()), &with("/top", b"new"));
    check(|o| o.append("a/s", b"er".as_slice()), &with("/a/s", b"shorter"));
    check(|o| o.set_len("a/s", 2), &with("/a/s", b"sh"));
    check(|o| o.set_len("a/s", 7), &with("/a/s", b"short\0\0"));
    check(|o| o.write_at("a/s", 1, b"TA".as_slice()), &with("/a/s", b"sTArt"));
    check(|o| o.write_at("a/s", 7, b"x".as_slice()), &with("/a/s", b"short\0\0x"));
    check(|o| o.remove("a"), &[("/top", Some(b""))]);
    check(
        |o| o.move_to("a/b", "b"),
        &[
            ("/a", None),
            ("/a/s", Some(b"short")),
            ("/b", None),
            ("/b/long", Some(&long)),
            ("/top", Some(b"")),
        ],
    );
    check(
        |o| o.rename("a/s", "S"),
        &[
            ("/a", None),
            ("/a/b", None),
            ("/a/b/long", Some(&long)),
            ("/a/S", Some(b"short")),
            ("/top", Some(b"")),
        ],
    );
    check(
        |o| {
            o.copy("a", "top2")?;
            o.remove("top2/b/long")?;
            o.remove("a/s")
        },
        &[
            ("/a", None),
            ("/a/b", None),
            ("/a/b/long", Some(&long)),
            ("/top", Some(b"")),
            ("/top2", None),
            ("/top2/b", None),
            ("/top2/s", Some(b"short")),
        ],
    );
}

#[test]
fn what_cannot_be_done_changes_nothing() {
    type Edit = fn(&mut Overlay) -> Result<(), EditError>;
    let cases: [(&str, Edit); 14] = [
        ("there is no /x", |o| o.remove("x")),
        ("there is no /x", |o| o.create_stream("x/y", b"".as_slice())),
        ("/TOP exists", |o| o.create_storage("TOP")),
        ("/top is no storage", |o| o.create_storage("top/x")),
        ("/a is no stream", |o| o.put_stream("a", b"".as_slice())),
        ("/a is no stream", |o| o.append("a", b"".as_slice())),
        ("/a/b exists", |o| o.move_to("a/s", "a/b")),
        ("/a/B exists", |o| o.rename("a/s", "B")),
        ("a storage cannot be moved into itself", |o| o.move_to("a", "a/b/c")),
        ("the root storage can be neither removed, moved nor renamed", |o| o.remove("")),
        ("the root storage can be neither removed, moved nor renamed", |o| o.rename("", "x")),
        ("there is no /x", |o| o.set_clsid("x", Guid::default())),
        ("/ is no storage", |o| o.put("", o.find("top").unwrap())),
        ("a name cannot hold any of / \\ : ! or a NUL", |o| o.create_storage("a:b")),
    ];
    for (message, edit) in cases {
        let mut overlay = sample();
        let before = contents(&overlay);
        assert_eq!(edit(&mut overlay).unwrap_err().to_string(), message);
        assert_eq!(contents(&overlay), before, "{message}");
    }
}

#[test]
fn metadata_is_kept_and_set() {
    let mut overlay = sample();
    let clsid = Guid::from_u128(0x1234);
    overlay.set_clsid("", clsid).unwrap();
    overlay.set_state_bits("a", 5).unwrap();
    overlay.set_created("a", FileTime::from_raw(77)).unwrap();
    overlay.set_modified("a/b", FileTime::from_raw(78)).unwrap();
    let mut again = over(image(&overlay));
    again.put_stream("a/b/new", b"x".as_slice()).unwrap();
    let again = over(image(&again));
    let stat = |path| again.stat(&again.find(path).unwrap()).unwrap();
    assert_eq!(stat("").clsid, clsid);
    assert_eq!((stat("a").state_bits, stat("a").created), (5, FileTime::from_raw(77)));
    assert_eq!(stat("a/b").modified, FileTime::from_raw(78));
}

#[test]
fn transactions_nest() {
    let mut outer = over(image(&sample()));
    let before = contents(&outer);
    let mut inner = outer.nested(&outer.find("a").unwrap()).unwrap();
    inner.put_stream("s", b"inner".as_slice()).unwrap();
    let mut innermost = inner.nested(&inner.find("b").unwrap()).unwrap();
    innermost.remove("long").unwrap();
    assert_eq!(contents(&outer), before, "nothing is committed");
    inner.put("b", innermost.into_root()).unwrap();
    outer.put("a", inner.into_root()).unwrap();
    assert_eq!(contents(&outer).get("/a/s"), Some(&Some(b"inner".to_vec())));
    assert!(!contents(&outer).contains_key("/a/b/long"));
}

#[test]
fn other_storages_are_grafted_without_reading_them() {
    let mut target = over(image(&sample()));
    let source = over(image(&sample()));
    target.graft("copy", &source, &source.root()).unwrap();
    target.graft("stream", &source, &source.find("a/b/long").unwrap()).unwrap();
    drop(source);
    let found = contents(&over(image(&target)));
    assert_eq!(found.get("/copy/a/s"), Some(&Some(b"short".to_vec())));
    assert_eq!(found.get("/copy/a/b/long"), found.get("/stream"));
    assert_eq!(found.len(), 5 + 6 + 1);
}

#[test]
fn long_content_spills_and_readers_are_read_when_due() {
    let limits = Limits { pending_bytes: 10_000, ..Limits::default() };
    let mut overlay = Overlay::with_limits(sample().base().clone(), &limits);
    let long: Vec<u8> = (0..50_000_u32).map(|i| (i % 251) as u8).collect();
    overlay.create_stream("kept", long[..9000].to_vec()).unwrap();
    overlay.create_stream("spilled", long.clone()).unwrap();
    let given = long.clone();
    let reader = Content::reader(50_000, move || Ok(std::io::Cursor::new(given.clone())));
    overlay.create_stream("read", reader).unwrap();
    overlay.write_at("read", 10, b"changed".as_slice()).unwrap();
    overlay.write_at("spilled", 10, b"changed".as_slice()).unwrap();
    let mut expected = long.clone();
    expected[10..17].copy_from_slice(b"changed");
    for overlay in [overlay.clone(), over(image(&overlay))] {
        let found = contents(&overlay);
        assert_eq!(found["/read"].as_ref(), Some(&expected));
        assert_eq!(found["/spilled"].as_ref(), Some(&expected));
        assert_eq!(found["/kept"].as_deref(), Some(&long[..9000]));
    }
    let short = Content::reader(10, || Ok(&b"only"[..]));
    overlay.put_stream("read", short).unwrap();
    let error = overlay.image().unwrap().write_to(&Options::default(), std::io::sink());
    assert_eq!(error.unwrap_err().to_string(), "/read: 10 bytes were promised, there are only 4");
    let node = overlay.find("read").unwrap();
    assert!(overlay.share(&node).is_err());
}

#[test]
fn storages_nest_to_the_limit() {
    let mut overlay = Overlay::empty();
    let mut path = String::new();
    for _ in 0..64 {
        path.push_str("/d");
        overlay.create_storage(&path).unwrap();
    }
    path.push_str("/d");
    let error = overlay.create_storage(&path).unwrap_err();
    assert!(matches!(error, EditError::TooDeep { max: 64 }), "{error}");
    assert_eq!(contents(&over(image(&overlay))).len(), 64);
    // A tree put into itself again and again.
    let mut overlay = sample();
    let deep = (0..1000).find_map(|_| {
        let root = overlay.root();
        overlay.put("a/b/again", root).err()
    });
    assert!(matches!(deep, Some(EditError::TooDeep { .. })));
}

#[test]
fn damaged_files_are_saved_on_request_only() {
    let mut root = StorageBuilder::new();
    root.stream("long", vec![1; 5000]).unwrap();
    root.stream("short", b"s".as_slice()).unwrap();
    let mut bytes = Vec::new();
    root.write_to(&Options::default(), &mut bytes).unwrap();
    // The chain of `long` leaves the file.
    let entry = bytes.windows(8).position(|w| w == b"l\0o\0n\0g\0").unwrap();
    bytes[entry + 116..entry + 120].copy_from_slice(&0x00FF_FFFF_u32.to_le_bytes());
    let overlay = over(bytes);
    let error = overlay.image().unwrap_err();
    assert!(matches!(error, EditError::Lost { .. }), "{error}");
    let mut left = Vec::new();
    overlay.image_of_what_is_left().unwrap().write_to(&Options::default(), &mut left).unwrap();
    let found = contents(&over(left.clone()));
    assert_eq!(found["/short"].as_deref(), Some(&b"s"[..]));
    assert_eq!(found["/long"].as_deref(), Some(&b""[..]));
    let accepted = overlay.accepting_loss();
    assert_eq!(accepted.lost(), None);
    let mut again = Vec::new();
    accepted.image().unwrap().write_to(&Options::default(), &mut again).unwrap();
    assert_eq!(again, left);
}

#[test]
fn streams_of_damaged_files_say_that_they_are_not_whole() {
    let mut root = StorageBuilder::new();
    root.stream("long", vec![1; 5000]).unwrap();
    root.stream("short", b"s".as_slice()).unwrap();
    let mut bytes = Vec::new();
    root.write_to(&Options::default(), &mut bytes).unwrap();
    let whole = |bytes: Vec<u8>, change: &dyn Fn(&mut Overlay)| {
        let mut overlay = over(bytes);
        change(&mut overlay);
        ["long", "short"].map(|name| overlay.is_whole(&overlay.find(name).unwrap()))
    };
    assert_eq!(whole(bytes.clone(), &|_| ()), [true, true]);
    // The chain of `long` ends before its size.
    let entry = bytes.windows(8).position(|w| w == b"l\0o\0n\0g\0").unwrap();
    let mut short = bytes.clone();
    short[entry + 120..entry + 124].copy_from_slice(&9000_u32.to_le_bytes());
    assert_eq!(whole(short.clone(), &|_| ()), [false, true]);
    let append = |overlay: &mut Overlay| overlay.append("long", b"more".as_slice()).unwrap();
    assert_eq!(whole(short.clone(), &append), [false, true], "what was added mends nothing");
    let replace = |overlay: &mut Overlay| overlay.put_stream("long", b"new".as_slice()).unwrap();
    assert_eq!(whole(short, &replace), [true, true]);
}

#[derive(Debug, Clone)]
enum Op {
    Storage(String),
    Stream(String, Vec<u8>),
    Append(String, Vec<u8>),
    SetLen(String, u64),
    WriteAt(String, u64, Vec<u8>),
    Remove(String),
    Move(String, String),
    Copy(String, String),
    Snapshot,
    Revert,
    Reopen,
}

fn path() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(vec!["a", "b", "c"]), 1..4)
        .prop_map(|names| format!("/{}", names.join("/")))
}

fn op() -> impl Strategy<Value = Op> {
    let bytes = || {
        prop_oneof![
            prop::collection::vec(any::<u8>(), 0..80),
            (0..6000_usize).prop_map(|n| vec![n as u8; n])
        ]
    };
    prop_oneof![
        4 => path().prop_map(Op::Storage),
        4 => (path(), bytes()).prop_map(|(p, b)| Op::Stream(p, b)),
        2 => (path(), bytes()).prop_map(|(p, b)| Op::Append(p, b)),
        2 => (path(), 0..7000_u64).prop_map(|(p, n)| Op::SetLen(p, n)),
        2 => (path(), 0..7000_u64, bytes()).prop_map(|(p, n, b)| Op::WriteAt(p, n, b)),
        1 => path().prop_map(Op::Remove),
        1 => (path(), path()).prop_map(|(a, b)| Op::Move(a, b)),
        1 => (path(), path()).prop_map(|(a, b)| Op::Copy(a, b)),
        1 => Just(Op::Snapshot),
        1 => Just(Op::Revert),
        1 => Just(Op::Reopen),
    ]
}

/// What an operation does to the model; nothing when it cannot be done.
fn apply(model: &mut Model, op: &Op) -> Option<()> {
    let parent_is_storage = |model: &Model, path: &str| {
        let parent = path.rsplit_once('/').map_or("", |(parent, _)| parent);
        parent.is_empty() || matches!(model.get(parent), Some(None))
    };
    let subtree = |model: &Model, from: &str| -> Vec<(String, Option<Vec<u8>>)> {
        let inside = |path: &str| path == from || path.starts_with(&format!("{from}/"));
        model.iter().filter(|(p, _)| inside(p)).map(|(p, c)| (p.clone(), c.clone())).collect()
    };
    match op {
        Op::Storage(path) => {
            let free = !model.contains_key(path) && parent_is_storage(model, path);
            free.then(|| drop(model.insert(path.clone(), None)))
        }
        Op::Stream(path, bytes) => {
            let fits =
                model.get(path).is_none_or(Option::is_some) && parent_is_storage(model, path);
            fits.then(|| drop(model.insert(path.clone(), Some(bytes.clone()))))
        }
        Op::Append(path, bytes) => {
            model.get_mut(path)?.as_mut()?.extend(bytes);
            Some(())
        }
        Op::SetLen(path, len) => {
            model.get_mut(path)?.as_mut()?.resize(*len as usize, 0);
            Some(())
        }
        Op::WriteAt(path, offset, bytes) => {
            let stream = model.get_mut(path)?.as_mut()?;
            let (from, to) = (*offset as usize, *offset as usize + bytes.len());
            // As the overlay: an empty write past the end fills up too.
            stream.resize(stream.len().max(to), 0);
            stream[from..to].copy_from_slice(bytes);
            Some(())
        }
        Op::Remove(path) => {
            model.get(path)?;
            for (path, _) in subtree(model, path) {
                model.remove(&path);
            }
            Some(())
        }
        Op::Move(from, to) | Op::Copy(from, to) => {
            let is_move = matches!(op, Op::Move(..));
            if is_move && to.starts_with(&format!("{from}/")) {
                return None;
            }
            model.get(from)?;
            let onto_itself = is_move && from == to;
            if !onto_itself && (model.contains_key(to) || !parent_is_storage(model, to)) {
                return None;
            }
            let moved = subtree(model, from);
            for (path, _) in moved.iter().filter(|_| is_move) {
                model.remove(path);
            }
            for (path, content) in moved {
                model.insert(format!("{to}{}", &path[from.len()..]), content);
            }
            Some(())
        }
        Op::Snapshot | Op::Revert | Op::Reopen => Some(()),
    }
}

fn run(overlay: &mut Overlay, op: &Op) -> Result<(), EditError> {
    match op {
        Op::Storage(path) => overlay.create_storage(path),
        Op::Stream(path, bytes) => overlay.put_stream(path, bytes.clone()),
        Op::Append(path, bytes) => overlay.append(path, bytes.clone()),
        Op::SetLen(path, len) => overlay.set_len(path, *len),
        Op::WriteAt(path, offset, bytes) => overlay.write_at(path, *offset, bytes.clone()),
        Op::Remove(path) => overlay.remove(path),
        Op::Move(from, to) => overlay.move_to(from, to),
        Op::Copy(from, to) => overlay.copy(from, to),
        Op::Snapshot | Op::Revert | Op::Reopen => Ok(()),
    }
}

proptest! {
    #[test]
    fn any_operations_agree_with_a_model(ops in prop::collection::vec(op(), 0..40)) {
        let mut overlay = Overlay::empty();
        let mut model = Model::new();
        let mut snapshot = (overlay.clone(), model.clone());
        for op in &ops {
            let expected = apply(&mut model, op);
            let done = run(&mut overlay, op);
            prop_assert_eq!(done.is_ok(), expected.is_some(), "{:?}: {:?}", op, done);
            match op {
                Op::Snapshot => snapshot = (overlay.clone(), model.clone()),
                Op::Revert => (overlay, model) = snapshot.clone(),
                Op::Reopen => {
                    overlay = over(image(&overlay));
                    snapshot = (overlay.clone(), model.clone());
                }
                _ => {}
            }
        }
        prop_assert_eq!(&contents(&overlay), &model);
        prop_assert_eq!(&contents(&over(image(&overlay))), &model);
    }
}

/// Reads a stream of an overlay piece by piece.
struct Pieces {
    tree: Overlay,
    at: u64,
}

impl Read for Pieces {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let node = self.tree.find("from").unwrap();
        let read = self.tree.read_at(&node, self.at, buffer).map_err(std::io::Error::other)?;
        self.at += read as u64;
        Ok(read)
    }
}

#[test]
fn content_may_be_read_from_the_temporary_file_that_it_goes_to() {
    // Pins a deadlock: the temporary file was locked while the reader was read. Longer than
    // what is written at once, and in turns with others, so that it lies in several pieces.
    let given: Vec<u8> = (0..700_000_u32).map(|i| (i % 251) as u8).collect();
    let limits = Limits { pending_bytes: 0, ..Limits::default() };
    let mut tree = Overlay::empty_with(&limits);
    tree.create_stream("from", given.clone()).unwrap();
    for name in ["one", "two"] {
        let from = tree.clone();
        let open = move || Ok(Pieces { tree: from.clone(), at: 0 });
        tree.create_stream(name, Content::reader(700_000, open)).unwrap();
    }
    let (done, is_done) = std::sync::mpsc::channel();
    for name in ["one", "two"] {
        let (tree, given, done) = (tree.clone(), given.clone(), done.clone());
        std::thread::spawn(move || {
            let node = tree.find(name).unwrap();
            let mut part = [0; 3];
            // The first look stores it.
            let read = tree.read_at(&node, 262_143, &mut part).unwrap();
            let is_part = (1..=3).contains(&read) && part[..read] == given[262_143..][..read];
            let mut whole = Vec::new();
            tree.reader(&node).unwrap().read_to_end(&mut whole).unwrap();
            done.send(is_part && whole == given && *tree.content(&node).unwrap() == *given)
        });
    }
    for _ in 0..2 {
        let is_equal = is_done.recv_timeout(std::time::Duration::from_secs(60));
        assert_eq!(is_equal, Ok(true), "it hangs");
    }
}
