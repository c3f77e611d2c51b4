//! The control: `cfb` edits the same file where it is, in the same harness. What it leaves when
//! it is stopped must be reported as bad, or the harness is blind.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Seek, SeekFrom, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex};

use crate::calls::{Plan, Watched, WatchedFile, What};
use crate::disk::{self, Disk, OnDisk};
use crate::errors::NAME;
use crate::scripts;

/// A file that `cfb` has open to change it.
pub(crate) struct File(cfb::CompoundFile<WatchedFile<OnDisk>>);

impl File {
    pub(crate) fn write_at(&mut self, path: &str, offset: u64, bytes: &[u8]) {
        let mut stream = self.0.open_stream(path).unwrap();
        stream.seek(SeekFrom::Start(offset)).unwrap();
        stream.write_all(bytes).unwrap();
        stream.flush().unwrap();
    }

    pub(crate) fn replace(&mut self, path: &str, bytes: &[u8]) {
        let mut stream = self.0.create_stream(path).unwrap();
        stream.write_all(bytes).unwrap();
        stream.flush().unwrap();
    }

    pub(crate) fn remove(&mut self, path: &str) {
        self.0.remove_stream(path).unwrap();
    }
}

type Tree = BTreeMap<String, Option<Vec<u8>>>;

/// Storages and the content of streams, as `cfb` reads them; nothing if it does not open them.
fn tree(image: Vec<u8>) -> Option<Tree> {
    // What `cfb` makes of half-written files includes panics.
    let read = || -> std::io::Result<Tree> {
        let mut file = cfb::CompoundFile::open(Cursor::new(image))?;
        let entries: Vec<cfb::Entry> = file.walk().collect();
        let content = |file: &mut cfb::CompoundFile<_>, entry: &cfb::Entry| {
            let mut bytes = Vec::new();
            file.open_stream(entry.path())?.read_to_end(&mut bytes).map(|_| bytes)
        };
        let read = entries.iter().map(|entry| {
            let bytes = entry.is_stream().then(|| content(&mut file, entry)).transpose()?;
            Ok((entry.path().display().to_string(), bytes))
        });
        read.collect()
    };
    catch_unwind(AssertUnwindSafe(read)).ok()?.ok()
}

#[derive(Default)]
struct Found {
    cuts: usize,
    old: usize,
    new: usize,
    half_done: usize,
    unreadable: usize,
}

#[test]
fn editing_in_place_is_found_out() {
    println!("\n== control: cfb edits in place, stopped before each write");
    println!(
        "{:30} {:>6} {:>8} {:>8} {:>9} {:>10}",
        "script", "cuts", "old", "new", "half-done", "unreadable"
    );
    let (mut bad, mut unreadable) = (0, 0);
    for script in scripts::all() {
        let Some(edit) = script.in_place else { continue };
        let image = scripts::old();
        let path = disk::path(NAME);
        let disk = Disk::with(&path, &image);
        let files = Watched::new(disk.clone());
        let states: Arc<Mutex<Vec<Vec<u8>>>> = Arc::default();
        let (watched, seen) = (disk.clone(), states.clone());
        let look = move |_, what| {
            if what == What::Write {
                seen.lock().unwrap().push(watched.read(&disk::path(NAME)).unwrap());
            }
        };
        files.begin(Plan { before: Some(Box::new(look)), ..Plan::default() });
        let medium = files.watch(disk.open_in_place(&path), &path);
        let mut file = File(cfb::CompoundFile::open(medium).unwrap());
        edit(&mut file);
        file.0.flush().unwrap();
        drop(file);
        files.begin(Plan::default());
        let end = disk.read(&path).unwrap();
        let (old, new) = (tree(image).unwrap(), tree(end.clone()).unwrap());
        let states = std::mem::take(&mut *states.lock().unwrap());
        let mut found = Found::default();
        for state in states.into_iter().chain([end]) {
            found.cuts += 1;
            match tree(state) {
                None => found.unreadable += 1,
                Some(tree) if tree == old => found.old += 1,
                Some(tree) if tree == new => found.new += 1,
                Some(_) => found.half_done += 1,
            }
        }
        println!(
            "{:30} {:>6} {:>8} {:>8} {:>9} {:>10}",
            script.name, found.cuts, found.old, found.new, found.half_done, found.unreadable
        );
        bad += found.half_done + found.unreadable;
        unreadable += found.unreadable;
    }
    println!("bad states: {bad}, of these unreadable: {unreadable}");
    assert!(bad > 100 && unreadable > 0, "the harness must see what goes wrong");
}
