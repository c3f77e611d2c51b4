//! Whatever a message can stand on shows the same content in the same way: compound files over
//! every source, a caller's `cfb` file, a base with defaults only, and transactions.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "tests stop at what they did not expect"
)]

use std::fs::File;
use std::io::{self, BufRead, Cursor, Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::sync::Arc;

use bytes::Bytes;
use openimsg_base::{Budget, FileTime, Guid, Limit, Limits, Refused};
use openimsg_storage::save::{Destination, Step};
use openimsg_storage::write::{self, Options, StorageBuilder};
use openimsg_storage::{
    Base, CfbStorage, Child, CompoundFile, Content, EditError, EntryId, EntryKind, Error,
    FileSource, Name, Overlay, ReadSource, Source, Stat, Store,
};

const CLASS: Guid = Guid::from_u128(0x00020D0B_0000_0000_C000_000000000046);

/// Path and content of each stream, in the format's order of names: none, in the mini stream, in
/// sectors, and longer than a reader's buffer.
fn streams() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("large", (0..600_000_u32).map(|n| (n % 251) as u8).collect()),
        ("empty", vec![]),
        ("x_0001", b"one".to_vec()),
        ("X_0002", b"two".to_vec()),
        ("x_00030", b"longer name".to_vec()),
        ("y_0001", vec![7; 5000]),
        ("folder/Größe", b"not ASCII".to_vec()),
        ("folder/deep/end", b"end".to_vec()),
    ]
}

const ROOT: [&str; 7] = ["empty", "large", "folder", "X_0002", "x_0001", "y_0001", "x_00030"];

fn built() -> StorageBuilder<'static> {
    let mut root = StorageBuilder::new();
    let mut folder = StorageBuilder::new();
    let mut deep = StorageBuilder::new();
    folder.clsid(CLASS).state_bits(0x1234);
    for (path, content) in streams() {
        let (storage, name) = match path.rsplit_once('/') {
            None => (&mut root, path),
            Some(("folder", name)) => (&mut folder, name),
            Some((_, name)) => (&mut deep, name),
        };
        storage.stream(name, content).unwrap();
    }
    folder.insert("deep", deep).unwrap();
    root.insert("folder", folder).unwrap();
    root
}

fn image() -> Vec<u8> {
    built().to_vec(&Options::default()).unwrap()
}

fn open<S: Source>(source: S) -> CompoundFile<S> {
    CompoundFile::open(source, &Budget::default()).unwrap()
}

fn find<S: Store + ?Sized>(store: &S, path: &str) -> S::Node {
    let root = store.root();
    path.split('/').fold(root, |storage, name| store.child(&storage, name).unwrap())
}

/// Everything that a store can be asked.
fn check<S: Store + ?Sized>(store: &S) {
    let root = store.root();
    let mut names = Vec::new();
    store.visit(&root, &mut |child| names.push(child.name.to_string()));
    // Shorter names come first; among equals the order is that of upper case.
    let mut expected = ROOT;
    expected.sort_by_key(|name| (name.len(), name.to_uppercase()));
    assert_eq!(names, expected);

    let mut names = Vec::new();
    store.visit_prefixed(&root, "x_", 6, &mut |child| names.push(child.name().to_string()));
    assert_eq!(names, ["x_0001", "X_0002"]);
    let mut count = 0;
    store.visit_prefixed(&root, "z", 6, &mut |_| count += 1);
    store.visit_prefixed(&find(store, "folder/deep"), "x_", 6, &mut |_| count += 1);
    assert_eq!(count, 0);

    for name in ["nothing", "x_0003", "a name that is longer than 31 units", "ä"] {
        assert!(store.child(&root, name).is_none(), "{name}");
    }
    let folder = store.stat(&find(store, "FOLDER")).unwrap();
    assert_eq!(folder.kind, EntryKind::Storage);
    // What a transaction has changed knows its place from its parent only.
    assert!(folder.name.is_empty() || folder.name.to_string() == "folder");
    assert_eq!((folder.size, folder.clsid, folder.state_bits), (0, CLASS, 0x1234));

    for (path, expected) in streams() {
        let stream = find(store, path);
        assert_eq!(store.stat(&stream).unwrap().size, expected.len() as u64, "{path}");
        let content = store.content(&stream).unwrap();
        assert_eq!(*content, *expected, "{path}");
        let shown = format!("{content:?}");
        assert!(shown.starts_with(&format!("{} bytes, ", expected.len())), "{shown}");
        assert_eq!(shown.ends_with("lent"), content.is_lent());
        assert_eq!(*std::borrow::Cow::from(content), *expected);
        assert_eq!(*store.share(&stream).unwrap(), *expected, "{path}");
        check_reading(store, &stream, &expected);
    }
    for storage in [root, find(store, "folder")] {
        assert!(store.content(&storage).is_err());
        assert!(store.share(&storage).is_err());
        assert!(store.reader(&storage).is_err());
        assert!(store.read_at(&storage, 0, &mut [0]).is_err());
        assert!(store.lend_at(&storage, 0).is_none());
    }
}

/// Reading a stream in pieces, from anywhere.
fn check_reading<S: Store + ?Sized>(store: &S, stream: &S::Node, expected: &[u8]) {
    let len = expected.len();
    for at in [0, 1, len / 2, len.saturating_sub(1), len, len + 1] {
        let rest = expected.get(at..).unwrap_or_default();
        let mut piece = [0xEE; 100];
        let read = store.read_at(stream, at as u64, &mut piece).unwrap();
        assert_eq!(read == 0, rest.is_empty(), "at {at}");
        assert_eq!(piece[..read], rest[..read], "at {at}");
        assert_eq!(store.read_at(stream, at as u64, &mut []).unwrap(), 0);
        if let Some(lent) = store.lend_at(stream, at as u64) {
            assert!(!lent.is_empty() && rest.starts_with(lent), "at {at}");
        }
    }
    let mut reader = store.reader(stream).unwrap();
    assert_eq!(reader.size(), len as u64);
    for (to, at) in [
        (SeekFrom::Start(2), 2.min(len)),
        (SeekFrom::Current(1), 3.min(len)),
        (SeekFrom::End(-2), len.saturating_sub(2)),
        (SeekFrom::Start(u64::MAX), len),
    ] {
        if matches!(to, SeekFrom::End(_)) && len < 2 {
            assert_eq!(reader.seek(to).unwrap_err().kind(), io::ErrorKind::InvalidInput);
            continue;
        }
        assert_eq!(reader.seek(to).unwrap(), at as u64, "{to:?}");
        let next = reader.fill_buf().unwrap();
        assert!(expected[at..].starts_with(next) && next.is_empty() == (at == len), "{to:?}");
    }
    assert!(reader.seek(SeekFrom::Current(-1 - len as i64)).is_err());
    // In small pieces, then at once.
    for size in [1000, len + 1] {
        reader.rewind().unwrap();
        let (mut all, mut piece) = (Vec::new(), vec![0; size]);
        loop {
            match reader.read(&mut piece).unwrap() {
                0 => break,
                read => all.extend_from_slice(&piece[..read]),
            }
        }
        assert_eq!(all, expected);
    }
}

#[test]
fn compound_files_over_every_source() {
    let image = image();
    check(&open(image.as_slice()));
    check(&open(image.clone()));
    check(&open(Bytes::from(image.clone())));
    check(&open(ReadSource::new(Cursor::new(image.clone())).unwrap()));
    let boxed: [Box<dyn Source>; 2] = [
        Box::new(Bytes::from(image.clone())),
        Box::new(ReadSource::new(Cursor::new(image.clone())).unwrap()),
    ];
    boxed.into_iter().for_each(|source| check(&open(source)));
}

/// Small files are in memory; large ones are read where it is asked for.
#[test]
fn compound_files_over_files() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    for (name, len) in [("small", 0), ("large", FileSource::IN_MEMORY + 512)] {
        let path = folder.join(format!("stores-{name}.msg"));
        let mut file = File::create(&path).unwrap();
        file.write_all(&image()).unwrap();
        let len = len.max(image().len() as u64);
        file.set_len(len).unwrap();
        let source = FileSource::open(&path).unwrap();
        assert_eq!((source.len(), source.is_empty()), (len, false));
        let in_memory = source.lend(0..8).is_some();
        assert_eq!((in_memory, source.share(0..8).is_some()), (name == "small", in_memory));
        let file = open(source);
        check(&file);
        assert_eq!(file.source().len(), len);
        assert!(file.into_source().read_at(len, &mut [0]).is_err());
        std::fs::remove_file(path).unwrap();
    }
    assert!(FileSource::open(folder).is_err());
    assert!(FileSource::open(&folder.join("stores-none.msg")).is_err());
}

/// Counts what is read.
struct Counted<R>(R, u64);

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.0.read(buffer)?;
        self.1 += read as u64;
        Ok(read)
    }
}

#[test]
fn what_comes_through_a_pipe_is_read_as_far_as_it_may_be() {
    let image = image();
    let len = image.len() as u64;
    check(&open(FileSource::read(&*image, len).unwrap()));
    let large = FileSource::IN_MEMORY;
    for (given, max) in [(len, len - 1), (len, 8), (large + 512, large), (large + 512, large + 511)]
    {
        // As of `/dev/zero`, it goes on.
        let mut pipe = Counted((&*image).chain(io::repeat(0)).take(given), 0);
        let error = FileSource::read(&mut pipe, max).unwrap_err();
        assert_eq!((error.kind(), pipe.1), (io::ErrorKind::FileTooLarge, max + 1));
        assert_eq!(error.to_string(), format!("there are more than {max} bytes"));
    }
    for given in [large, large + 512] {
        let source = FileSource::read((&*image).chain(io::repeat(0)).take(given), given).unwrap();
        assert_eq!((source.len(), source.lend(0..8).is_some()), (given, given == large));
        check(&open(source));
    }
    // What is no compound file is not read on, however much may be.
    for (start, len) in [(&b"no compound file"[..], 8), (&image[..7], 7), (b"", 0)] {
        let mut pipe = Counted(start, 0);
        let source = FileSource::read(&mut pipe, u64::MAX).unwrap();
        assert_eq!((source.len(), pipe.1), (len, len));
        let error = CompoundFile::open(source, &Budget::default()).err();
        assert!(matches!(error, Some(Error::NotCompoundFile { len: l, .. }) if l == len));
    }
}

#[cfg(unix)]
#[test]
fn a_device_without_end_is_refused_by_its_first_bytes() {
    // Pins a bug: it was read for ever, and into memory.
    let zeros = FileSource::open(Path::new("/dev/zero")).unwrap();
    let error = CompoundFile::open(zeros, &Budget::default()).err();
    assert!(matches!(error, Some(Error::NotCompoundFile { found: 0, len: 8 })), "{error:?}");
    let nothing = FileSource::open(Path::new("/dev/null")).unwrap();
    let error = CompoundFile::open(nothing, &Budget::default()).err();
    assert!(matches!(error, Some(Error::NotCompoundFile { found: 0, len: 0 })), "{error:?}");
}

#[test]
fn a_source_ends_where_it_ends() {
    fn check(source: impl Source) {
        let mut two = [0; 2];
        assert!(source.read_at(1, &mut two).is_ok() && two == *b"bc");
        for offset in [2, 3, u64::MAX] {
            let error = source.read_at(offset, &mut two).unwrap_err();
            assert_eq!(error.kind(), io::ErrorKind::UnexpectedEof, "{offset}");
        }
        assert!(source.lend(2..4).is_none() && source.share(2..4).is_none());
        assert!(!source.is_empty());
    }
    check(b"abc".as_slice());
    check(b"abc".to_vec());
    check(Bytes::from_static(b"abc"));
    check(ReadSource::new(Cursor::new(b"abc")).unwrap());
    assert!(Source::is_empty(&Bytes::new()));
    let file = ReadSource::new(Cursor::new(b"abc")).unwrap();
    assert_eq!(file.into_inner().into_inner(), b"abc");
}

#[test]
fn a_callers_cfb_file() {
    let mut file = cfb::CompoundFile::open(Cursor::new(image())).unwrap();
    check(&CfbStorage::new(&mut file, &Budget::default()).unwrap());
    let storage = CfbStorage::new(file, &Budget::default()).unwrap();
    let shown = format!("{storage:?}");
    assert_eq!(shown, "CfbStorage { entries: 11, .. }");
    assert!(storage.into_inner().is_stream("/large"));

    let mut file = cfb::CompoundFile::open(Cursor::new(image())).unwrap();
    for (depth, fits) in [(1, false), (2, true)] {
        let budget = Budget::new(Limits { storage_depth: depth, ..Limits::default() }, None);
        match CfbStorage::new(&mut file, &budget) {
            Ok(_) => assert!(fits),
            Err(Error::Refused(Refused::Limit { limit: Limit::StorageDepth, max })) => {
                assert_eq!((fits, max), (false, depth));
            }
            Err(error) => panic!("{error}"),
        }
    }
}

/// What a caller must write to be a base, and no more.
struct Plain(CompoundFile<Vec<u8>>);

impl Base for Plain {
    fn child(&self, storage: EntryId, name: &str) -> Option<EntryId> {
        Base::child(&self.0, storage, name)
    }

    fn visit(&self, storage: EntryId, visitor: &mut dyn FnMut(Child<EntryId>)) {
        Base::visit(&self.0, storage, visitor);
    }

    fn stat(&self, id: EntryId) -> Option<Stat> {
        Base::stat(&self.0, id)
    }

    fn content(&self, stream: EntryId) -> Result<Content<'_>, Error> {
        Base::content(&self.0, stream)
    }

    fn read_at(&self, stream: EntryId, offset: u64, buf: &mut [u8]) -> Result<usize, Error> {
        Base::read_at(&self.0, stream, offset, buf)
    }
}

#[test]
fn a_base_with_defaults() {
    let base = Plain(open(image()));
    check(&base);
    check::<dyn Base>(&base);
    let names = ["x_0002", "large", "nothing"].map(|name| name.parse().unwrap());
    let found = names.map(|name: Name| Base::child_named(&base, EntryId::ROOT, &name).is_some());
    assert_eq!(found, [true, true, false]);
    assert_eq!(base.lost(), None);
}

#[test]
fn transactions() {
    let over = |base: Arc<dyn Base>| {
        let overlay = Overlay::new(base);
        check(&overlay);
        let mut touched = overlay.clone();
        touched.create_stream("temporary", b"".as_slice()).unwrap();
        touched.remove("temporary").unwrap();
        touched.set_state_bits("folder", 0x1234).unwrap();
        assert!(touched.is_changed() && !overlay.is_changed());
        check(&touched);
    };
    over(Arc::new(open(Bytes::from(image()))));
    over(Arc::new(Plain(open(image()))));

    // The smallest limit puts content into a temporary file.
    for pending_bytes in [0, 100, u64::MAX] {
        let limits = Limits { pending_bytes, ..Limits::default() };
        let budget = Arc::new(Budget::new(limits.clone(), None));
        for empty in [Overlay::empty_with(&limits), Overlay::empty().charged_to(&budget)] {
            let mut overlay = empty;
            overlay.create_storage("folder").unwrap();
            overlay.create_storage("folder/deep").unwrap();
            overlay.set_clsid("folder", CLASS).unwrap();
            overlay.set_state_bits("folder", 0x1234).unwrap();
            for (path, content) in streams() {
                overlay.create_stream(path, content).unwrap();
            }
            check(&overlay);
            let image = overlay.image().unwrap().to_vec(&Options::default()).unwrap();
            check(&open(image));
        }
        let used = budget.used(Limit::PendingBytes);
        assert_eq!(used, 0, "given back when the transaction is dropped");
    }
}

/// Content of every form is the same stream.
#[test]
fn content_of_every_form() {
    let read = || write::Content::reader(3, || Ok(Cursor::new(b"abc")));
    let shared = Bytes::from_static(b"abc");
    for content in [
        write::Content::from(b"abc".as_slice()),
        write::Content::from(b"abc".to_vec()),
        write::Content::from(shared.clone()),
        read(),
    ] {
        assert_eq!((content.len(), content.is_empty()), (3, false));
        assert_eq!(format!("{content:?}"), "Content { len: 3, .. }");
        let mut overlay = Overlay::empty();
        overlay.put_stream("a", content).unwrap();
        assert_eq!(*overlay.share(&find(&overlay, "a")).unwrap(), *b"abc");
    }
    assert!(write::Content::default().is_empty());
}

/// A name stays as it was written last, in whatever case, and no storage gives way.
#[test]
fn streams_put_into_the_root() {
    let mut overlay = Overlay::new(Arc::new(open(Bytes::from(image()))));
    for (name, content) in [("new", "1"), ("new", "2"), ("NEW", "3"), ("X_0001", "4")] {
        overlay.put_root_stream(name, content.as_bytes().to_vec()).unwrap();
        let node = find(&overlay, name);
        let mut names = Vec::new();
        overlay.visit(&overlay.root(), &mut |child| names.push(child.name.to_string()));
        assert!(names.iter().any(|there| there == name), "{name} in {names:?}");
        assert_eq!(*overlay.content(&node).unwrap(), *content.as_bytes());
    }
    let mut count = 0;
    overlay.visit(&overlay.root(), &mut |_| count += 1);
    assert_eq!(count, ROOT.len() + 1);
    let error = overlay.put_root_stream("Folder", b"".as_slice()).unwrap_err();
    assert!(matches!(error, EditError::WrongKind { wanted: EntryKind::Stream, .. }), "{error}");
    assert_eq!(error.to_string(), "/Folder is no stream");
    assert!(overlay.put_root_stream("a/b", b"".as_slice()).is_err());
    check(&overlay.nested(&overlay.root()).map(|_| open(image())).unwrap());
    let error = overlay.nested(&find(&overlay, "large")).unwrap_err();
    assert!(matches!(error, EditError::WrongKind { wanted: EntryKind::Storage, .. }));
}

/// A transaction over nothing has a root, and nothing in it.
#[test]
fn nothing_is_in_an_empty_transaction() {
    let overlay = Overlay::empty();
    let base = overlay.base();
    assert_eq!(Base::child(&**base, EntryId::ROOT, "a"), None);
    assert!(Base::content(&**base, EntryId::ROOT).is_err());
    assert!(Base::read_at(&**base, EntryId::ROOT, 0, &mut [0]).is_err());
    assert_eq!(overlay.stat(&overlay.root()).map(|stat| stat.kind), Some(EntryKind::Storage));
    let mut count = 0;
    overlay.visit(&overlay.root(), &mut |_| count += 1);
    assert_eq!(count, 0);
}

/// Streams in pieces: each lent, or copied where the source cannot lend.
#[test]
fn chunks_are_the_stream() {
    fn check(file: &CompoundFile<impl Source>, lends: bool) {
        for (path, expected) in streams() {
            let stream = file.find(path).unwrap();
            let chunks: Vec<_> = file.chunks(stream).map(Result::unwrap).collect();
            assert!(chunks.iter().all(|chunk| chunk.is_lent() == lends), "{path}");
            let whole: Vec<u8> = chunks.iter().flat_map(|chunk| chunk.to_vec()).collect();
            assert!(whole == expected, "{path}");
            assert_eq!(file.size(stream), expected.len() as u64);
        }
        let mut chunks = file.chunks(EntryId::ROOT);
        assert!(chunks.next().unwrap().is_err() && chunks.next().is_none());
        assert_eq!((file.len(), file.is_empty(), file.defects_found()), (11, false, 0));
        assert_eq!(file.size(EntryId(99)), 0);
        assert!(file.format().major_version == 3 || file.format().major_version == 4);
    }
    check(&open(image()), true);
    check(&open(ReadSource::new(Cursor::new(image())).unwrap()), false);
}

#[test]
fn debug_shows_sizes_only() {
    let root = built();
    let layout = root.lay_out(&Options::default()).unwrap();
    assert_eq!((root.len(), root.is_empty(), layout.is_empty()), (ROOT.len(), false, false));
    assert_eq!(layout.to_vec().unwrap(), image());
    let overlay = Overlay::new(Arc::new(open(image())));
    let mut changed = overlay.clone();
    changed.create_storage("folder/new").unwrap();
    changed.create_stream("folder/new/a", b"content".as_slice()).unwrap();
    let destination = Destination::new("nowhere.msg");
    assert!(destination.path().is_absolute() && destination.path().ends_with("nowhere.msg"));
    for (shown, expected) in [
        (format!("{:?}", open(image())), "CompoundFile { format: "),
        (format!("{root:?}"), "StorageBuilder { meta: "),
        (format!("{layout:?}"), "Layout { options: "),
        (format!("{overlay:?}"), "Overlay { changed: false, .. }"),
        (format!("{changed:?}"), "Overlay { changed: true, .. }"),
        (format!("{:?}", find(&overlay, "large")), "unchanged EntryId("),
        (format!("{:?}", find(&changed, "folder/new")), "storage of 1"),
        (format!("{:?}", find(&changed, "folder/new/a")), "stream of 7 bytes"),
        (format!("{:?}", "large".parse::<Name>().unwrap()), "\"large\""),
        (format!("{destination:?}"), "Destination { path: \""),
    ] {
        assert!(shown.starts_with(expected), "{shown}");
        assert!(!shown.contains("content"), "{shown}");
    }
    let times = |store: &Overlay| store.stat(&store.root()).map(|stat| stat.created);
    assert_eq!(times(&overlay), Some(FileTime::UNSET));
}

/// Each step of a save has words of its own.
#[test]
fn steps_of_saving_have_names() {
    let steps =
        [Step::Resolve, Step::Examine, Step::Create, Step::Sync, Step::Reread, Step::Rename];
    let mut words: Vec<_> = steps.iter().map(ToString::to_string).collect();
    assert!(words.iter().all(|word| word.starts_with(char::is_lowercase) && word.contains("ing ")));
    words.sort();
    words.dedup();
    assert_eq!(words.len(), steps.len());
}
