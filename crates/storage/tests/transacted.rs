//! Transacted storages: commit, revert, nesting, and a caller's `cfb` file below.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::io::{self, Cursor, Read, Seek, SeekFrom, Write};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::SeqCst};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use openimsg_base::{Budget, FileTime, Guid, Limits};
use openimsg_storage::write::{Content, Options, StorageBuilder};
use openimsg_storage::{
    Access, CfbStorage, CommitError, CompoundFile, EditError, EntryKind, Overlay, Storage, Store,
    Target, defects,
};
use proptest::prelude::*;

type CfbFile = cfb::CompoundFile<Cursor<Vec<u8>>>;

fn cfb_file() -> CfbFile {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_storage("/a").unwrap();
    file.create_storage("/a/b").unwrap();
    for (path, content) in [("/a/s", vec![1; 10]), ("/a/b/long", vec![2; 9000]), ("/own", vec![3])]
    {
        file.create_stream(path).unwrap().write_all(&content).unwrap();
    }
    for (path, seconds) in [("/a", 1), ("/a/b", 2)] {
        let time = SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(seconds)).unwrap();
        file.set_created_time(path, time).unwrap();
        file.set_modified_time(path, time).unwrap();
    }
    file
}

/// Paths and contents, and the CLSIDs, state bits and times of storages.
fn listing<F: Read + Seek>(file: &mut cfb::CompoundFile<F>) -> Vec<(String, Vec<u8>, String)> {
    let entries: Vec<_> = file.walk().collect();
    let mut listed: Vec<_> = entries
        .into_iter()
        .map(|entry| {
            let mut content = Vec::new();
            if entry.is_stream() {
                file.open_stream(entry.path()).unwrap().read_to_end(&mut content).unwrap();
            }
            let times = [entry.created(), entry.modified()].map(FileTime::from_system_time);
            let meta = format!("{} {} {times:?}", entry.clsid(), entry.state_bits());
            (entry.path().display().to_string(), content, meta)
        })
        .collect();
    listed.sort();
    listed
}

/// What `cfb` would list of a tree that our writer writes.
fn expected(tree: &Overlay) -> Vec<(String, Vec<u8>, String)> {
    let mut image = Vec::new();
    tree.image().unwrap().write_to(&Options::default(), &mut image).unwrap();
    listing(&mut cfb::CompoundFile::open_strict(Cursor::new(image)).unwrap())
}

#[test]
fn commits_and_reverts_are_of_the_whole_tree() {
    let storage = Storage::memory(Overlay::empty());
    storage.edit(|tree| tree.create_stream("one", b"1".as_slice())).unwrap();
    assert!(storage.is_changed());
    storage.commit().unwrap();
    assert!(!storage.is_changed());
    storage.commit().unwrap();
    assert_eq!(storage.commits(), 2, "a commit without changes succeeds");
    storage.edit(|tree| tree.remove("one")).unwrap();
    storage.revert();
    assert!(storage.working().find("one").is_some());
    let failed = storage.edit(|tree| {
        tree.remove("one")?;
        tree.remove("two")
    });
    assert!(matches!(failed, Err(EditError::NotFound { .. })));
    assert!(storage.working().find("one").is_some(), "a failed edit changes nothing");
}

#[test]
fn nested_storages_commit_one_level_up() {
    let storage = Storage::memory(Overlay::empty());
    storage
        .edit(|tree| tree.create_storage("a").and_then(|()| tree.create_storage("a/b")))
        .unwrap();
    let outer = storage.open_storage("a").unwrap();
    let inner = outer.open_storage("b").unwrap();
    inner.edit(|tree| tree.create_stream("s", b"deep".as_slice())).unwrap();
    inner.commit().unwrap();
    assert!(outer.working().find("b/s").is_some() && storage.working().find("a/b/s").is_none());
    outer.commit().unwrap();
    assert!(storage.working().find("a/b/s").is_some() && storage.committed().find("a").is_none());

    storage.revert();
    inner.edit(|tree| tree.remove("s")).unwrap();
    inner.commit().unwrap();
    assert!(matches!(outer.commit(), Err(CommitError::Reverted)));
}

#[test]
fn a_nested_storage_commits_over_nothing_but_itself() {
    type Edit = fn(&mut Overlay) -> Result<(), EditError>;
    let in_memory = || {
        let mut tree = Overlay::empty();
        tree.create_storage("a").unwrap();
        tree.create_stream("a/s", b"old".as_slice()).unwrap();
        tree.create_storage("other").unwrap();
        tree
    };
    let in_a_file = || {
        let mut image = Vec::new();
        in_memory().image().unwrap().write_to(&Options::default(), &mut image).unwrap();
        let file = CompoundFile::open(Bytes::from(image), &Budget::default()).unwrap();
        Overlay::new(Arc::new(file))
    };
    // Pins a bug: whatever had got the name was overwritten.
    let others: [Edit; 4] = [
        |tree| tree.remove("a").and_then(|()| tree.create_storage("a")),
        |tree| tree.remove("a").and_then(|()| tree.create_stream("a", b"1".as_slice())),
        |tree| tree.remove("a").and_then(|()| tree.rename("other", "a")),
        |tree| tree.move_to("a", "moved"),
    ];
    let same: [Edit; 4] = [
        |tree| tree.create_stream("a/t", b"beside".as_slice()),
        |tree| tree.set_clsid("a", Guid::from_u128(1)),
        |tree| tree.move_to("a", "moved").and_then(|()| tree.move_to("moved", "a")),
        |tree| tree.remove("other"),
    ];
    for tree in [in_memory(), in_a_file()] {
        for (edits, is_same) in [(others, false), (same, true)] {
            for edit in edits {
                let storage = Storage::memory(tree.clone());
                let nested = storage.open_storage("a").unwrap();
                nested.edit(|tree| tree.put_stream("s", b"new".as_slice())).unwrap();
                storage.edit(edit).unwrap();
                let before = storage.working();
                for _ in 0..2 {
                    let done = nested.commit();
                    match is_same {
                        true => done.unwrap(),
                        false => assert!(matches!(done, Err(CommitError::Reverted)), "{done:?}"),
                    }
                    nested.edit(|tree| tree.put_stream("s", b"newer".as_slice())).unwrap();
                }
                assert_eq!(storage.working().is_same_prefixed("", &before), !is_same);
            }
        }
        // Two on one, and one that is something else when it comes back.
        let storage = Storage::memory(tree);
        let [one, two] = [(); 2].map(|()| storage.open_storage("a").unwrap());
        for (nested, text) in [(&one, "one"), (&two, "two"), (&one, "three")] {
            nested.edit(|tree| tree.put_stream("s", text.as_bytes())).unwrap();
            nested.commit().unwrap();
        }
        let other = storage.working().find("other").unwrap();
        one.edit(|tree| tree.put("", other)).unwrap();
        one.commit().unwrap();
        one.edit(|tree| tree.create_stream("s", b"four".as_slice())).unwrap();
        one.commit().unwrap();
        two.edit(|tree| tree.put_stream("s", b"five".as_slice())).unwrap();
        assert!(matches!(two.commit(), Err(CommitError::Reverted)));
    }
}

#[test]
fn a_failed_commit_keeps_the_changes_and_can_be_repeated() {
    struct Failing(Arc<AtomicU32>);
    impl Target for Failing {
        fn commit(&mut self, _: &Overlay, _: &Overlay) -> Result<(), CommitError> {
            match self.0.fetch_add(1, SeqCst) {
                0 => Err(CommitError::Target("disk full".into())),
                _ => Ok(()),
            }
        }
    }
    let calls = Arc::new(AtomicU32::new(0));
    let target = Box::new(Failing(calls.clone()));
    let storage = Storage::new(Overlay::empty(), Access::ReadWrite, target);
    storage.edit(|tree| tree.create_stream("s", b"x".as_slice())).unwrap();
    assert_eq!(storage.commit().unwrap_err().to_string(), "disk full");
    assert!(storage.is_changed() && storage.working().find("s").is_some());
    storage.commit().unwrap();
    assert_eq!((storage.commits(), calls.load(SeqCst)), (1, 2));
}

#[test]
fn a_storage_for_reading_refuses() {
    let storage = Storage::read_only(Overlay::empty().base().clone(), &Limits::default());
    let refused = storage.edit(|tree| tree.create_storage("x"));
    assert!(matches!(refused, Err(EditError::ReadOnly)));
    assert!(matches!(storage.commit(), Err(CommitError::Edit(EditError::ReadOnly))));
}

#[test]
fn own_elements_survive_what_a_message_puts_in() {
    let storage = Storage::memory(Overlay::empty());
    let put = |name: &'static str| storage.edit(|t| t.put_stream(name, name.as_bytes())).unwrap();
    ["__old", "__kept", "own"].into_iter().for_each(put);
    let mut message = storage.working();
    message.remove("__old").unwrap();
    message.put_stream("__new", b"n".as_slice()).unwrap();
    put("later");
    storage.replace_prefixed("__", &message).unwrap();
    let tree = storage.working();
    let mut names = Vec::new();
    tree.visit(&tree.root(), &mut |child| names.push(child.name.to_string()));
    assert_eq!(names, ["own", "later", "__new", "__kept"]);
}

#[test]
fn elements_are_the_same_until_somebody_puts_another_in() {
    let storage = Storage::memory(Overlay::empty());
    let put = |name: &'static str| storage.edit(|t| t.put_stream(name, name.as_bytes())).unwrap();
    ["__a", "__b", "own"].into_iter().for_each(put);
    storage.commit().unwrap();
    let before = storage.working();
    let is_same = || storage.working().is_same_prefixed("__", &before);
    assert!(is_same());
    put("own");
    put("later");
    assert!(is_same(), "these are others'");
    // By identity: the same bytes, put again, are another's.
    for name in ["__b", "__c"] {
        put(name);
        assert!(!is_same());
        storage.revert();
        assert!(is_same());
    }
    storage.edit(|tree| tree.remove("__a")).unwrap();
    assert!(!is_same());
    storage.revert();
    storage.edit(|tree| tree.rename("__a", "__A")).unwrap();
    assert!(!is_same());
    let elsewhere = Storage::memory(Overlay::empty()).working();
    assert!(!elsewhere.is_same_prefixed("__", &Overlay::empty()), "another base");
}

#[test]
fn commits_are_applied_to_an_adopted_file() {
    let adopted = CfbStorage::adopt(cfb_file(), &Budget::default()).unwrap();
    assert_eq!(adopted.defect(), None);
    let storage = adopted.storage();
    storage
        .edit(|tree| {
            tree.put_stream("a/s", vec![9; 5000])?;
            tree.append("a/b/long", b"more".as_slice())?;
            tree.move_to("a/b", "moved")?;
            tree.copy("moved", "a/copy")?;
            tree.rename("own", "OWN")?;
            tree.create_stream("new", b"n".as_slice())?;
            tree.set_clsid("a", Guid::from_u128(7))?;
            tree.set_state_bits("", 5)?;
            tree.set_modified("a", FileTime::from_raw(131_000_000_000_000_000))?;
            // Pins a bug: these had the time of the machine's clock, and that of the first stayed.
            tree.set_created("a", FileTime::UNSET)?;
            tree.create_storage("timeless")?;
            tree.create_storage("timed")?;
            tree.set_created("timed", FileTime::from_raw(132_000_000_000_000_000))
        })
        .unwrap();
    storage.commit().unwrap();
    let after_first = expected(&storage.working());
    storage.edit(|tree| tree.remove("a")).unwrap();
    storage.revert();
    storage.commit().unwrap();
    let mut file = adopted.into_inner().unwrap();
    assert_eq!(listing(&mut file), after_first);
    let mut again = cfb::CompoundFile::open_strict(file.into_inner()).unwrap();
    assert_eq!(listing(&mut again), after_first);

    storage.edit(|tree| tree.remove("a")).unwrap();
    assert!(matches!(storage.commit(), Err(CommitError::GivenBack)));
}

#[test]
fn a_damaged_file_is_not_edited_in_place() {
    let mut image = cfb_file().into_inner().into_inner();
    // The header says one more FAT sector than there is: nothing is lost, but not sound.
    let count = image.get_mut(44).unwrap();
    *count = count.wrapping_add(1);
    let file = cfb::CompoundFile::open(Cursor::new(image.clone())).unwrap();
    let adopted = CfbStorage::adopt(file, &Budget::default()).unwrap();
    assert!(adopted.defect().is_some());
    let storage = adopted.storage();
    assert_eq!(storage.access(), Access::Read);
    let refused = storage.edit(|tree| tree.remove("a"));
    assert!(matches!(refused, Err(EditError::NotSafeToEdit { .. })));
    assert!(storage.working().find("a/b/long").is_some());
    let file = adopted.into_inner().unwrap();
    assert_eq!(file.into_inner().into_inner(), image, "not a byte has changed");
}

#[test]
fn what_only_cfb_objects_to_is_not_edited_in_place_either() {
    let mut image = cfb_file().into_inner().into_inner();
    // A stream with a class: nothing of it is lost, but `cfb` does not take it when it is strict.
    let name: Vec<u8> = "own".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let entry = image.chunks_exact_mut(128).find(|entry| entry.starts_with(&name)).unwrap();
    entry.get_mut(80..96).unwrap().fill(7);
    let file = cfb::CompoundFile::open(Cursor::new(image)).unwrap();
    let adopted = CfbStorage::adopt(file, &Budget::default()).unwrap();
    assert_eq!(adopted.defect().map(|defect| defect.code), Some(defects::NOT_STRICT.code));
    assert_eq!(adopted.storage().access(), Access::Read);
}

/// A medium that takes no more bytes from some time on.
struct Full {
    medium: Cursor<Vec<u8>>,
    is_full: Arc<AtomicBool>,
}

impl Read for Full {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.medium.read(buffer)
    }
}

impl Seek for Full {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.medium.seek(to)
    }
}

impl Write for Full {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.is_full.load(SeqCst) {
            true => Err(io::ErrorKind::StorageFull.into()),
            false => self.medium.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.medium.flush()
    }
}

#[test]
fn a_medium_that_fails_halfway_is_told_of() {
    let is_full = Arc::new(AtomicBool::new(false));
    let medium = Full { medium: cfb_file().into_inner(), is_full: is_full.clone() };
    let file = cfb::CompoundFile::open(medium).unwrap();
    let adopted = CfbStorage::adopt(file, &Budget::default()).unwrap();
    let storage = adopted.storage();
    storage.edit(|tree| tree.create_stream("new", vec![5; 5000])).unwrap();
    is_full.store(true, SeqCst);
    match storage.commit() {
        Err(CommitError::Interrupted { source }) => {
            assert_eq!(source.kind(), io::ErrorKind::StorageFull);
        }
        other => panic!("{other:?}"),
    }
    assert!(storage.is_changed(), "it can be tried again");
}

/// A medium of which one call fails: of those that write only, or of all.
#[derive(Clone)]
struct Flaky(Arc<Mutex<Calls>>);

struct Calls {
    medium: Cursor<Vec<u8>>,
    only_writes: bool,
    /// Calls until one fails; none does at 0.
    left: u32,
}

impl Flaky {
    fn call<T>(
        &self,
        is_write: bool,
        call: impl FnOnce(&mut Cursor<Vec<u8>>, bool) -> io::Result<T>,
    ) -> io::Result<T> {
        let mut calls = self.0.lock().unwrap();
        let counts = calls.left > 0 && (is_write || !calls.only_writes);
        calls.left = calls.left.saturating_sub(u32::from(counts));
        let fails = counts && calls.left == 0;
        let done = call(&mut calls.medium, fails);
        if fails { Err(io::ErrorKind::StorageFull.into()) } else { done }
    }

    fn fail_at(&self, call: u32, only_writes: bool) {
        let mut calls = self.0.lock().unwrap();
        (calls.left, calls.only_writes) = (call, only_writes);
    }

    fn content(&self) -> Vec<u8> {
        self.0.lock().unwrap().medium.get_ref().clone()
    }
}

impl Read for Flaky {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.call(false, |medium, _| medium.read(buffer))
    }
}

impl Seek for Flaky {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.call(false, |medium, _| medium.seek(to))
    }
}

impl Write for Flaky {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // The write that fails leaves half of it there.
        let half = bytes.get(..bytes.len() / 2).unwrap();
        self.call(true, |medium, fails| medium.write(if fails { half } else { bytes }))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.call(true, |_, _| Ok(()))
    }
}

fn change_much(storage: &Storage) {
    let edited = storage.edit(|tree| {
        tree.put_stream("a/s", vec![9; 5000])?;
        tree.append("a/b/long", b"more".as_slice())?;
        tree.move_to("a/b", "moved")?;
        tree.rename("own", "OWN")?;
        tree.create_storage("new")?;
        tree.set_clsid("new", Guid::from_u128(7))?;
        (0..20).try_for_each(|i| tree.create_stream(&*format!("new/{i}"), vec![i; 300]))
    });
    edited.unwrap();
}

#[test]
fn a_commit_that_failed_at_any_call_can_be_repeated() {
    // Pins a bug: `cfb` had in memory what the medium did not hold, so that what was there was
    // made again, what was gone was removed again, and sectors were lost.
    let before = listing(&mut cfb_file());
    let image = cfb_file().into_inner().into_inner();
    let mut interruptions = 0;
    for (only_writes, after) in
        [(true, "repeat"), (true, "revert"), (true, "edit"), (true, "fail"), (false, "repeat")]
    {
        for call in 1.. {
            let calls = Calls { medium: Cursor::new(image.clone()), only_writes, left: 0 };
            let medium = Flaky(Arc::new(Mutex::new(calls)));
            let file = cfb::CompoundFile::open(medium.clone()).unwrap();
            // In memory, or in temporary files.
            let pending_bytes = if after == "edit" { 0 } else { 1 << 20 };
            let budget = Budget::new(Limits { pending_bytes, ..Limits::default() }, None);
            let adopted = CfbStorage::adopt(file, &budget).unwrap();
            let storage = adopted.storage();
            change_much(&storage);
            medium.fail_at(call, only_writes);
            let done = storage.commit();
            medium.fail_at(0, only_writes);
            let failed = match done {
                Ok(()) => false,
                Err(CommitError::Interrupted { .. }) => {
                    interruptions += 1;
                    true
                }
                Err(error) => {
                    assert!(medium.content() == image, "it was touched: {error}");
                    true
                }
            };
            match after {
                "revert" if failed => {
                    storage.revert();
                    assert!(!storage.is_changed());
                }
                "edit" => storage.edit(|tree| tree.remove("new/3")).unwrap(),
                "fail" => {
                    storage.edit(|tree| tree.remove("new/3")).unwrap();
                    medium.fail_at(2, only_writes);
                    assert!(storage.commit().is_err());
                    medium.fail_at(0, only_writes);
                    storage.edit(|tree| tree.create_stream("last", vec![1])).unwrap();
                }
                _ => {}
            }
            storage.commit().unwrap();
            let wanted = expected(&storage.working());
            if after == "revert" && failed {
                assert_eq!(wanted, before);
            }
            let held = medium.content();
            assert_eq!(listing(&mut adopted.into_inner().unwrap()), wanted);
            let mut again = cfb::CompoundFile::open_strict(Cursor::new(held.clone())).unwrap();
            assert_eq!(listing(&mut again), wanted, "call {call}, then {after}");
            let budget = Budget::default();
            CompoundFile::open(Bytes::from(held), &budget).unwrap();
            assert_eq!(budget.defects(), [], "call {call}, then {after}");
            if !failed {
                break;
            }
        }
    }
    assert!(interruptions > 20, "{interruptions}");
}

#[test]
fn content_that_cannot_be_read_leaves_an_adopted_file_as_it_was() {
    let before = cfb_file().into_inner();
    let file = cfb::CompoundFile::open(before.clone()).unwrap();
    let adopted = CfbStorage::adopt(file, &Budget::default()).unwrap();
    let storage = adopted.storage();
    let short = Content::reader(9000, || Ok(io::repeat(1).take(8000)));
    storage
        .edit(|tree| {
            tree.put_stream("a/s", vec![9; 5000])?;
            tree.create_stream("short", short)
        })
        .unwrap();
    match storage.commit() {
        Err(CommitError::Edit(EditError::Storage(openimsg_storage::Error::Io(error)))) => {
            assert_eq!(error.kind(), io::ErrorKind::UnexpectedEof);
        }
        other => panic!("{other:?}"),
    }
    assert!(adopted.into_medium().unwrap().get_ref() == before.get_ref());
}

#[test]
fn a_stream_is_no_storage_and_a_storage_no_stream() {
    let storage = CfbStorage::adopt(cfb_file(), &Budget::default()).unwrap().storage();
    let tree = storage.working();
    let folder = tree.find("a").unwrap();
    let error = tree.reader(&folder).err();
    assert!(matches!(error, Some(openimsg_storage::Error::WrongKind { wanted: "stream", .. })));
    let refused = storage.edit(|tree| tree.create_stream("own/x", b"1".as_slice()));
    assert!(
        matches!(&refused, Err(EditError::WrongKind { path, wanted: EntryKind::Storage }) if &**path == "/own"),
        "{refused:?}"
    );
}

#[test]
fn names_that_are_no_paths_are_refused_before_anything_is_changed() {
    let adopted = CfbStorage::adopt(cfb_file(), &Budget::default()).unwrap();
    let storage = adopted.storage();
    storage
        .edit(|tree| {
            tree.remove("a/s")?;
            tree.create_stream("..", b"x".as_slice())
        })
        .unwrap();
    assert!(matches!(storage.commit(), Err(CommitError::Edit(EditError::Name(_)))));
    let mut file = adopted.into_inner().unwrap();
    assert_eq!(listing(&mut file), listing(&mut cfb_file()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn an_adopted_file_follows_any_edits(
        edits in prop::collection::vec(
            (0..6_u8, 0..5_usize, 0..5_usize, 0..6000_usize), 1..25
        ),
    ) {
        const PATHS: [&str; 5] = ["a", "a/b", "a/s", "x", "a/b/y"];
        let adopted = CfbStorage::adopt(cfb_file(), &Budget::default()).unwrap();
        let storage = adopted.storage();
        for (kind, from, to, len) in edits {
            let (Some(from), Some(to)) = (PATHS.get(from), PATHS.get(to)) else { continue };
            // What cannot be done is not done, here as there.
            let _ = storage.edit(|tree| match kind {
                0 => tree.put_stream(*from, vec![7; len]),
                1 => tree.create_storage(*from),
                2 => tree.remove(*from),
                3 => tree.move_to(*from, *to),
                4 => tree.copy(*from, *to),
                _ => tree.append(*from, vec![8; len]),
            });
            if len % 4 == 0 {
                storage.commit().unwrap();
            }
        }
        storage.commit().unwrap();
        let wanted = expected(&storage.working());
        prop_assert_eq!(listing(&mut adopted.into_inner().unwrap()), wanted);
    }
}

#[test]
fn readers_of_a_storage_are_not_disturbed_by_commits() {
    let mut root = StorageBuilder::new();
    root.stream("s", vec![5; 100_000]).unwrap();
    let mut image = Vec::new();
    root.write_to(&Options::default(), &mut image).unwrap();
    let base = CompoundFile::open(Bytes::from(image), &Budget::default()).unwrap();
    let storage = Storage::memory(Overlay::new(Arc::new(base)));
    let before = storage.working();
    let node = before.find("s").unwrap();
    let mut reader = before.reader(&node).unwrap();
    let mut half = vec![0; 50_000];
    reader.read_exact(&mut half).unwrap();
    storage.edit(|tree| tree.remove("s")).unwrap();
    storage.commit().unwrap();
    let mut rest = Vec::new();
    reader.read_to_end(&mut rest).unwrap();
    assert!(rest.len() == 50_000 && rest.iter().chain(&half).all(|byte| *byte == 5));
}
