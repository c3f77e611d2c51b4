//! Compound files: our reader on its own, beside `cfb`, and behind our writer.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read, Seek, SeekFrom};

use openimsg_base::{Budget, FileTime, Guid, Limits};
use openimsg_storage::write::{Options, StorageBuilder, Version, WriteError};
use openimsg_storage::{
    Base, ChainProblem, CompoundFile, EntryId, EntryKind, Error, Name, ReadSource, Source, defects,
};

use crate::input::Choices;

/// Longer files take too long. Three quarters of the corpus are shorter.
const MAX_LEN: usize = 1 << 16;

/// Opens a file in lenient and strict use, from bytes and through a file; reads every stream in
/// every way; writes it again.
pub fn container(data: &[u8]) {
    if data.len() > MAX_LEN {
        return;
    }
    read_and_rebuild(data);
}

/// As [`container`], of a file of any length.
pub(crate) fn read_and_rebuild(data: &[u8]) {
    let budget = Budget::default();
    let lenient = CompoundFile::open(data, &budget);
    let strict = CompoundFile::open(data, &Budget::new(Limits::strict(), None));
    let source = ReadSource::new(Cursor::new(data)).unwrap();
    let file = CompoundFile::open(source, &Budget::default());
    match (&lenient, &file) {
        (Ok(lenient), Ok(file)) => {
            assert_eq!(lenient.len(), file.len());
            assert_eq!(lenient.defects_found(), file.defects_found());
            assert_eq!(lenient.defects_found(), budget.defects_found());
            assert_eq!(strict.is_ok(), lenient.defects_found() == 0);
            walk(lenient, file);
            rebuild(lenient);
        }
        (Err(lenient), Err(file)) => {
            assert_eq!(lenient.to_string(), file.to_string());
            assert!(strict.is_err());
        }
        _ => panic!("bytes: {:?}, file: {:?}", lenient.err(), file.err()),
    }
}

/// Everything that both say must be the same, and each with itself.
fn walk<S: Source, F: Source>(bytes: &CompoundFile<S>, file: &CompoundFile<F>) {
    for id in bytes.entries() {
        let (name, kind) = (bytes.name(id).unwrap(), bytes.kind(id).unwrap());
        let stat = bytes.stat(id).unwrap();
        assert_eq!((stat.size, stat.kind), (bytes.size(id), kind));
        assert_eq!(format!("{stat:?}"), format!("{:?}", file.stat(id).unwrap()));
        match kind {
            EntryKind::Storage => {
                children(bytes, id);
                assert!(matches!(bytes.content(id), Err(Error::WrongKind { .. })));
            }
            EntryKind::Stream => {
                assert_eq!(bytes.children(id).len(), 0);
                let by_bytes = contents(bytes, id);
                assert!(by_bytes == contents(file, id), "{name:?}");
                if let Ok(content) = by_bytes {
                    assert_eq!(content.len() as u64, stat.size);
                    assert_eq!(*content, *bytes.share(id).unwrap());
                }
            }
        }
    }
    assert!(bytes.stat(EntryId(bytes.len() as u32)).is_none());
    assert!(matches!(bytes.content(EntryId(u32::MAX)), Err(Error::WrongKind { .. })));
}

fn children<S: Source>(file: &CompoundFile<S>, storage: EntryId) {
    let children: Vec<EntryId> = file.children(storage).collect();
    let names: Vec<Name> = children.iter().map(|child| file.name(*child).unwrap()).collect();
    assert!(names.is_sorted(), "{names:?}");
    for (child, name) in children.iter().zip(&names) {
        if name.is_legal() {
            let found = Base::child(file, storage, &name.to_string());
            let found = found.unwrap_or_else(|| panic!("{name:?} is not found"));
            assert!(found <= *child && file.name(found) == Some(*name));
        }
    }
    let mut visited = Vec::new();
    Base::visit(file, storage, &mut |child| visited.push(child.node));
    assert_eq!(visited, children);
    for (prefix, len) in [("__substg1.0_", 20), ("__RECIP_VERSION1.0_#", 28), ("", 3), ("a", 1)] {
        let is_it = |name: &Name| name.len() == len && name.starts_with(prefix);
        let expected = children.iter().zip(&names).filter(|(_, name)| is_it(name));
        let mut visited = Vec::new();
        file.visit_prefixed(storage, prefix, len, &mut |child| visited.push(child.node));
        assert!(expected.map(|(id, _)| id).eq(&visited), "{prefix} {len} in {names:?}");
    }
}

/// The bytes of a stream, read in four ways that must agree, or the error.
fn contents<S: Source>(file: &CompoundFile<S>, id: EntryId) -> Result<Vec<u8>, String> {
    let content = file.content(id).map(|content| content.to_vec()).map_err(|e| e.to_string());
    let chunks: Result<Vec<_>, _> = file.chunks(id).collect();
    let chunks = chunks.map_err(|e| e.to_string()).map(|chunks| {
        assert!(chunks.iter().all(|chunk| !chunk.is_empty()));
        chunks.iter().flat_map(|chunk| chunk.iter().copied()).collect()
    });
    assert!(content == chunks);
    let mut read = Vec::new();
    let mut reader = match openimsg_storage::Store::reader(file, &id) {
        Ok(reader) => reader,
        Err(error) => {
            assert_eq!(Err(error.to_string()), content);
            return content;
        }
    };
    reader.read_to_end(&mut read).unwrap();
    assert!(content.as_ref() == Ok(&read));
    let middle = read.len() / 2;
    let mut half = Vec::new();
    assert_eq!(reader.seek(SeekFrom::Start(middle as u64)).unwrap(), middle as u64);
    reader.by_ref().take(70).read_to_end(&mut half).unwrap();
    assert!(half == read[middle..read.len().min(middle + 70)]);
    let mut past = [0; 3];
    assert_eq!(file.read_at(id, read.len() as u64, &mut past).unwrap(), 0);
    content
}

/// What can be read, as far as it has legal names: written, opened strictly, and compared.
fn rebuild<S: Source>(file: &CompoundFile<S>) {
    let tree = tree_of(file);
    let image = write(&tree, &Options::default());
    let again = CompoundFile::open(&*image, &Budget::new(Limits::strict(), None)).unwrap();
    for id in again.entries() {
        for child in again.children(id) {
            assert!(again.name(child).unwrap().is_legal());
        }
    }
    assert_eq!(paths(&again), expected(file));
    assert!(write(&tree_of(&again), &Options::default()) == image);
}

/// A builder with everything that can be read and named.
fn tree_of<S: Source>(file: &CompoundFile<S>) -> StorageBuilder<'_> {
    let mut builders: BTreeMap<EntryId, StorageBuilder<'_>> = BTreeMap::new();
    let ids: Vec<EntryId> = file.entries().collect();
    // A storage comes before its children, so that going backwards the children are complete.
    for id in ids.into_iter().rev() {
        if file.kind(id) != Some(EntryKind::Storage) {
            continue;
        }
        let mut builder = StorageBuilder::new();
        builder.metadata_of(file.raw(id).unwrap());
        for child in file.children(id) {
            let name = file.name(child).unwrap();
            let built = match builders.remove(&child) {
                Some(storage) => builder.insert(name, storage).map(drop),
                None => match file.content(child) {
                    Ok(content) => {
                        let stream = builder.stream(name, content.to_vec());
                        stream.map(|stream| {
                            stream.metadata_of(file.raw(child).unwrap());
                        })
                    }
                    Err(_) => Ok(()),
                },
            };
            match built {
                Ok(()) => {}
                Err(WriteError::IllegalName { .. } | WriteError::Name(_)) => {
                    assert!(!name.is_legal() || name.units().any(|unit| unit == 0));
                }
                Err(WriteError::Duplicate { .. }) => {}
                Err(error) => panic!("{error}"),
            }
        }
        builders.insert(id, builder);
    }
    builders.remove(&EntryId::ROOT).unwrap()
}

fn write(tree: &StorageBuilder<'_>, options: &Options) -> Vec<u8> {
    let layout = tree.lay_out(options).unwrap();
    let mut image = Vec::new();
    assert_eq!(layout.write_to(&mut image).unwrap(), layout.file_len());
    assert_eq!(image.len() as u64, layout.file_len());
    image
}

/// Everything below the root: names on the way, and the bytes of a stream.
type Paths = Vec<(Vec<Name>, Option<Vec<u8>>)>;

fn paths<S: Source>(file: &CompoundFile<S>) -> Paths {
    collect(file, |_, _| true)
}

/// What a copy has of a file: no illegal names, and of two equal ones the first that can be read.
fn expected<S: Source>(file: &CompoundFile<S>) -> Paths {
    collect(file, |name, before| {
        name.is_legal() && name.units().all(|unit| unit != 0) && !before.contains(name)
    })
}

/// In the order of a walk.
fn collect<S: Source>(file: &CompoundFile<S>, wanted: impl Fn(&Name, &[Name]) -> bool) -> Paths {
    let mut paths = Vec::new();
    let mut pending = vec![(EntryId::ROOT, Vec::new())];
    while let Some((storage, path)) = pending.pop() {
        // Equal names stand together.
        let mut last: Option<Name> = None;
        for child in file.children(storage) {
            let name = file.name(child).unwrap();
            let content = file.content(child).ok().map(|content| content.to_vec());
            let is_storage = file.kind(child) == Some(EntryKind::Storage);
            if content.is_none() && !is_storage || !wanted(&name, last.as_slice()) {
                continue;
            }
            last = Some(name);
            let mut path = path.clone();
            path.push(name);
            if is_storage {
                pending.push((child, path.clone()));
            }
            paths.push((path, content));
        }
    }
    paths
}

/// What `cfb` opens strictly, we open, and it holds the same.
pub fn container_cfb(data: &[u8]) {
    if data.len() > MAX_LEN {
        return;
    }
    let Ok(mut theirs) = cfb::CompoundFile::open_strict(Cursor::new(data)) else { return };
    let difat = data.get(76..512).unwrap_or_default().as_chunks::<4>().0;
    if difat.iter().skip_while(|number| **number != [0xFF; 4]).any(|number| *number != [0xFF; 4]) {
        // `cfb` ignores what follows the first unused entry of the DIFAT; we take it seriously.
        return;
    }
    let entries: Vec<cfb::Entry> = theirs.walk().collect();
    let names = |entry: &cfb::Entry| -> Vec<Name> {
        let names = entry.path().iter().skip(1).map(|name| name.to_str().unwrap().encode_utf16());
        names.map(Name::from_units).collect()
    };
    if entries.iter().map(names).collect::<BTreeSet<_>>().len() < entries.len() {
        // Of two with one name, each side may give either.
        return;
    }
    if entries.iter().any(|entry| entry.name().contains('\0')) {
        // We take it for the end of the name.
        return;
    }
    let limits = Limits { storage_depth: u64::MAX, ..Limits::default() };
    let budget = Budget::new(limits, None);
    let ours = CompoundFile::open(data, &budget).unwrap();
    assert_eq!(ours.len(), entries.len(), "{:?}", budget.defects());
    let declared: u64 = entries.iter().map(cfb::Entry::len).sum();
    let has_no_mini_stream =
        budget.defects().iter().any(|defect| defect.kind == &defects::MINI_STREAM);
    for entry in entries {
        let mut id = EntryId::ROOT;
        for name in entry.path().iter().skip(1) {
            let name = name.to_str().unwrap();
            id = Base::child(&ours, id, name).unwrap_or_else(|| panic!("{name:?} is not found"));
        }
        let stat = ours.stat(id).unwrap();
        assert_eq!(entry.is_stream(), stat.kind == EntryKind::Stream);
        assert_eq!(entry.state_bits(), stat.state_bits);
        assert_eq!(entry.clsid().as_u128(), stat.clsid.to_u128());
        if !entry.is_stream() {
            continue;
        }
        let mut content = Vec::new();
        let read = theirs.open_stream(entry.path()).and_then(|s| {
            // A stream can pretend to be longer than the file.
            s.take(data.len() as u64 + 1).read_to_end(&mut content)
        });
        match (read, ours.content(id)) {
            // Its size is taken for more than what there is: `cfb` finds the end while reading.
            (Err(_), _) => {}
            (Ok(_), Ok(own)) => {
                assert_eq!(entry.len(), stat.size, "{:?}", entry.path());
                assert!(content == *own, "{:?}", entry.path());
            }
            // Streams may share sectors only where that cannot make a small file large.
            (Ok(_), Err(Error::Stream { problem: ChainProblem::Shared, .. })) => {
                assert!(declared > data.len() as u64);
            }
            // Where the mini stream begins in sectors of a table, we take none of it for content.
            (Ok(_), Err(_)) if has_no_mini_stream => {}
            (Ok(_), Err(error)) => panic!("{:?}: {error}", entry.path()),
        }
    }
}

/// Builds a tree that the input describes, writes and reads it.
pub fn writer(data: &[u8]) {
    let mut choices = Choices(data.get(..0x800).unwrap_or(data));
    let options = Options {
        version: if choices.byte() & 1 == 0 { Version::V3 } else { Version::V4 },
        minor_version: choices.u16(),
        transaction_signature: choices.u32(),
    };
    let mut model = Model::new();
    let mut budget = 256_u64 << 10;
    // The storages that are open, the root first.
    let mut open = vec![(Vec::new(), StorageBuilder::new())];
    while !choices.is_empty() {
        match choices.byte() % 4 {
            0 if open.len() > 1 => close(&mut open),
            0 | 1 if open.len() < 20 => {
                let Some(name) = name(&mut choices) else { continue };
                let mut path = open.last().unwrap().0.clone();
                path.push(name);
                // Checked when the storage is closed would be too late for the model.
                if model.contains_key(&path) {
                    continue;
                }
                let mut storage = StorageBuilder::new();
                let meta = meta(&mut choices);
                storage.clsid(meta.0).state_bits(meta.1).created(meta.2).modified(meta.2);
                model.insert(path.clone(), (meta, None));
                open.push((path, storage));
            }
            _ => {
                let Some(name) = name(&mut choices) else { continue };
                let content = content(&mut choices, &mut budget);
                let meta = (Guid::NULL, choices.byte().into(), FileTime::default());
                let (path, storage) = open.last_mut().unwrap();
                let mut path = path.clone();
                path.push(name);
                match storage.stream(name, content.clone()) {
                    Ok(stream) => {
                        stream.state_bits(meta.1);
                        model.insert(path, (meta, Some(content)));
                    }
                    Err(WriteError::Duplicate { .. }) => assert!(model.contains_key(&path)),
                    Err(error) => panic!("{error}"),
                }
            }
        }
    }
    while open.len() > 1 {
        close(&mut open);
    }
    compare(&open.pop().unwrap().1, &model, &options);
}

/// Class, flags, time, and for a stream its content, by path.
type Model = BTreeMap<Vec<Name>, (Meta, Option<Vec<u8>>)>;
type Meta = (Guid, u32, FileTime);

/// Puts the innermost open storage into the one around it.
fn close(open: &mut Vec<(Vec<Name>, StorageBuilder<'_>)>) {
    let (path, storage) = open.pop().unwrap();
    let around = &mut open.last_mut().unwrap().1;
    around.insert(path.last().unwrap(), storage).unwrap();
}

/// A name from a short alphabet, so that some are equal but for their case, or any name.
fn name(choices: &mut Choices<'_>) -> Option<Name> {
    let len = usize::from(choices.byte());
    let units: Vec<u16> = if len & 0x80 == 0 {
        let text = choices.bytes(len % 4 + 1);
        text.iter().map(|byte| b"abcABC12"[usize::from(byte % 8)].into()).collect()
    } else {
        choices.bytes(2 * (len % 32)).as_chunks().0.iter().map(|u| u16::from_le_bytes(*u)).collect()
    };
    let name = Name::from_units(units);
    let legal = name.is_legal() && name.units().all(|unit| unit != 0);
    let built = StorageBuilder::new().stream(name, b"").map(drop);
    assert_eq!(built.is_ok(), legal, "{name:?}");
    legal.then_some(name)
}

fn meta(choices: &mut Choices<'_>) -> Meta {
    let class = Guid::from_u128(choices.u32().into());
    (class, choices.u32(), FileTime::from_raw(choices.u32().into()))
}

/// Lengths around those where something changes.
fn content(choices: &mut Choices<'_>, budget: &mut u64) -> Vec<u8> {
    let len = match choices.byte() % 8 {
        0 => 0,
        1 => usize::from(choices.byte()),
        2 => 60 + usize::from(choices.byte() % 8),
        3 => 4090 + usize::from(choices.byte() % 12),
        4 => 508 + usize::from(choices.byte() % 8),
        _ => usize::from(choices.u16()),
    };
    let Some(left) = budget.checked_sub(len as u64) else { return Vec::new() };
    *budget = left;
    let first = choices.byte();
    (0..len).map(|i| first.wrapping_add((i % 251) as u8)).collect()
}

fn compare(tree: &StorageBuilder<'_>, model: &Model, options: &Options) {
    let image = write(tree, options);
    let file = CompoundFile::open(&*image, &Budget::new(Limits::strict(), None)).unwrap();
    assert_eq!(file.len(), model.len() + 1);
    assert_eq!(file.format().transaction_signature, options.transaction_signature);
    for (path, (meta, content)) in model {
        let path: String = path.iter().map(|name| format!("/{name}")).collect();
        let id = file.find(&path).unwrap();
        let stat = file.stat(id).unwrap();
        assert_eq!((stat.clsid, stat.state_bits, stat.modified), *meta);
        let found = file.content(id).ok().map(|content| content.to_vec());
        assert!(found == *content, "{path}");
    }
    // From the file in its order: the same bytes.
    let mut again = tree_of(&file);
    let root = file.stat(EntryId::ROOT).unwrap();
    again.clsid(root.clsid);
    assert!(write(&again, options) == image);

    // It has another order for letters beyond ASCII: that of a newer Unicode.
    if !model.keys().flatten().all(|name| name.units().all(|unit| unit < 0x80)) {
        return;
    }
    let theirs = cfb::CompoundFile::open_strict(Cursor::new(&image)).unwrap();
    assert_eq!(theirs.walk().count(), file.len());
}
