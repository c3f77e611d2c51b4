//! Limits that hold for all messages of a session together, and work that is stopped.

use std::io::{self, Seek, Write};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::SeqCst};
use std::sync::{Arc, OnceLock};

use openimsg_base::{Budget, Limit, Limits, Refused};
use openimsg_message::MessageFile;
use openimsg_message::edit::MessageEdit;
use openimsg_message::imapi::{OpenAccess, OpenMode, SaveFlags};
use openimsg_props::{SCode, tags};
use openimsg_session::{Error, FileEdit, OpenOptions, Session, SessionFlags, StorageMode};
use openimsg_storage::save::Destination;
use openimsg_storage::transacted::{FileOptions, FileTarget};
use openimsg_storage::{Access, CompoundFile, Overlay, Source, Storage};

use crate::common::{old, options, storage};

const KEEP: SaveFlags = SaveFlags::KEEP_OPEN_READWRITE;

fn plain() -> OpenOptions {
    OpenOptions::default()
}

fn limited(limits: Limits) -> Session {
    let mut options = options();
    options.open.limits = limits;
    Session::with_flags(SessionFlags::UNICODE, options).unwrap()
}

/// The limit that an error names, and its value.
fn named<T>(result: Result<T, Error>) -> Option<(Limit, u64)> {
    let error = result.err()?;
    let refused = match &error {
        Error::Refused(refused) => Some(refused),
        _ => None,
    };
    match refused {
        Some(Refused::Limit { limit, max }) => Some((*limit, *max)),
        _ => panic!("{error:?}"),
    }
}

#[test]
fn so_many_messages_may_be_open() {
    let session = limited(Limits { open_messages: 2, ..Limits::default() });
    let too_many = Some((Limit::OpenMessages, 2));
    let one = session.open(&storage(), plain()).unwrap();
    let two = session.open_bytes(old(), StorageMode::TO_READ, plain()).unwrap();
    assert_eq!(named(session.open(&storage(), plain())), too_many);
    assert_eq!(named(session.open_bytes(old(), StorageMode::TO_READ, plain())), too_many);
    assert_eq!(named(session.scope(|_| ())), too_many);
    assert_eq!(session.open_messages(), 2);
    drop(one);
    // Parts of a message do not count, scopes do.
    two.open_attachment(1, None, OpenAccess::Read).unwrap().open_message(OpenMode::Read).unwrap();
    session
        .scope(|_| {
            assert_eq!((session.open_messages(), session.open_objects()), (1, 2));
            assert_eq!(named(session.open(&storage(), plain())), too_many);
        })
        .unwrap();
    assert!(session.open(&storage(), plain()).is_ok());
}

#[test]
fn what_streams_hold_is_shared() {
    let limits = Limits { decoded_bytes: 1000, pending_bytes: 1000, ..Limits::default() };
    let session = limited(limits);
    let messages: Vec<_> = (0..2).map(|_| session.open(&storage(), plain()).unwrap()).collect();
    let used = || session.budget().used(Limit::DecodedBytes);
    let named = |error: io::Error| {
        assert_eq!(error.kind(), io::ErrorKind::OutOfMemory);
        let inner = error.into_inner().unwrap();
        *inner.downcast::<Refused>().unwrap()
    };
    let limit = Refused::Limit { limit: Limit::DecodedBytes, max: 1000 };

    let mut one = messages[0].open_stream(tags::PR_BODY, OpenMode::Create).unwrap();
    assert_eq!(named(one.set_len(512 << 20).unwrap_err()), limit);
    assert_eq!((one.len().unwrap(), used()), (0, 0));
    one.write_all(&[0; 600]).unwrap();
    assert_eq!(used(), 600);
    // What one message holds another does not get, in whatever way.
    let mut two = messages[1].open_stream(tags::PR_HTML, OpenMode::Create).unwrap();
    assert_eq!(named(two.write(&[0; 401]).unwrap_err()), limit);
    two.write_all(&[0; 400]).unwrap();
    assert_eq!(used(), 1000);
    let subject = messages[1].open_stream(tags::PR_SUBJECT, OpenMode::Read);
    assert_eq!(self::named(subject), Some((Limit::DecodedBytes, 1000)));
    // Writing over what is there costs nothing, and what is cut off comes back.
    two.seek(io::SeekFrom::Start(0)).unwrap();
    two.write_all(&[1; 400]).unwrap();
    one.set_len(10).unwrap();
    assert_eq!(used(), 410);
    drop(one);
    assert_eq!(used(), 400);
    two.commit().unwrap();
    session.close();
    assert_eq!(used(), 0);
    drop(two);
    assert_eq!(used(), 0);
}

#[test]
fn an_image_is_within_the_limit() {
    let session = limited(Limits { decoded_bytes: 1000, ..Limits::default() });
    let message = session.open(&storage(), plain()).unwrap();
    assert_eq!(named(message.image()), Some((Limit::DecodedBytes, 1000)));
}

#[test]
fn what_is_pending_in_memory_is_shared() {
    let session = limited(Limits { pending_bytes: 30_000, ..Limits::default() });
    let storages = [storage(), storage(), storage()];
    let messages: Vec<_> =
        storages.iter().map(|storage| session.open(storage, plain()).unwrap()).collect();
    let pending = || session.budget().used(Limit::PendingBytes);
    for (byte, message) in (1_u8..).zip(&messages) {
        let attachment = message.create_attachment().unwrap();
        attachment.set(tags::PR_ATTACH_DATA_BIN, vec![byte; 20_000]).unwrap();
        attachment.save_changes(KEEP).unwrap();
        // There is room for the first; the others go to files.
        assert_eq!(pending(), 20_000);
    }
    for (byte, message) in (1_u8..).zip(&messages) {
        message.save_changes(KEEP).unwrap();
        let attachment = message.open_attachment(2, None, OpenAccess::Read).unwrap();
        let data = attachment.prop(tags::PR_ATTACH_DATA_BIN, true).unwrap();
        assert_eq!(data.as_bytes(), Some(vec![byte; 20_000].as_slice()));
    }
    session.close();
    drop(storages);
    assert_eq!(pending(), 0);
}

#[test]
fn a_scope_is_charged_and_gives_back() {
    let session = limited(Limits { decoded_bytes: 1_000, ..Limits::default() });
    let decoded = || session.budget().used(Limit::DecodedBytes);
    let message = session.open(&storage(), plain()).unwrap();
    let bytes = old();
    session
        .scope(|options| {
            let file = MessageFile::open(bytes.as_slice(), options.open).unwrap();
            assert!(file.message().unwrap().subject().unwrap().is_some());
            file.budget().charge(Limit::DecodedBytes, 999).unwrap();
            assert_eq!(decoded(), 999);
            // There is nothing left for anybody else.
            assert_eq!(named(message.text(tags::PR_BODY)), Some((Limit::DecodedBytes, 1_000)));
        })
        .unwrap();
    assert_eq!(decoded(), 0);
    assert_eq!(message.text(tags::PR_BODY).unwrap().as_deref(), Some("A body\r\n"));
    session.close();
    assert!(matches!(session.scope(|_| ()), Err(Error::InvalidObject)));
    assert_eq!(session.budget().used(Limit::OpenMessages), 0);
}

#[test]
fn a_scope_that_panics_gives_back() {
    let session = Session::new();
    let scope = || session.scope(|_| panic!("in a scope")).unwrap();
    assert!(std::panic::catch_unwind(std::panic::AssertUnwindSafe(scope)).is_err());
    assert_eq!((session.open_objects(), session.budget().used(Limit::OpenMessages)), (0, 0));
}

#[test]
fn messages_nest_so_deep() {
    for (nesting, deep) in [(0, false), (1, true)] {
        let session = limited(Limits { nesting, ..Limits::default() });
        for _ in 0..2 {
            let message = session.open(&storage(), plain()).unwrap();
            let carrier = message.open_attachment(1, None, OpenAccess::Read).unwrap();
            let inner = carrier.open_message(OpenMode::Read);
            assert_eq!(inner.is_ok(), deep);
            if !deep {
                assert_eq!(named(inner), Some((Limit::Nesting, 0)));
            }
        }
    }
}

#[test]
fn a_value_beyond_the_limit_is_refused_by_name() {
    let session = limited(Limits { decoded_bytes: 10, ..Limits::default() });
    for _ in 0..2 {
        let message = session.open(&storage(), plain()).unwrap();
        let long = Some((Limit::DecodedBytes, 10));
        assert_eq!(named(message.text(tags::PR_BODY)), long);
        assert_eq!(named(message.open_stream(tags::PR_BODY, OpenMode::Read)), long);
        assert_eq!(message.text(tags::PR_SUBJECT).unwrap().as_deref(), Some("old"));
    }
}

#[test]
fn a_session_that_is_cancelled_opens_and_saves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.msg");
    std::fs::write(&path, old()).unwrap();
    let session = Session::new();
    let message = session.open_path(&path, StorageMode::TO_EDIT, plain()).unwrap();
    message.set(tags::PR_SUBJECT, "new").unwrap();
    session.budget().cancel();
    let saved = message.save_changes(KEEP);
    assert_eq!(saved.unwrap_err().scode(), SCode::MAPI_E_UNABLE_TO_COMPLETE);
    let cancelled = |error| matches!(error, Some(Error::Refused(Refused::Cancelled)));
    assert!(cancelled(session.open_path(&path, StorageMode::TO_READ, plain()).err()));
    assert!(cancelled(session.open(&storage(), plain()).err()));
    assert!(cancelled(session.scope(|_| ()).err()));
    assert_eq!(message.text(tags::PR_SUBJECT).unwrap().as_deref(), Some("new"), "it can be read");
    assert_eq!(session.close().unsaved, 1);
    assert_eq!(std::fs::read(&path).unwrap(), old());
}

/// A long file that cancels a budget while it is read, and counts what is read from then on.
struct Cancelling {
    bytes: Vec<u8>,
    budget: Arc<OnceLock<Arc<Budget>>>,
    armed: Arc<AtomicBool>,
    after: Arc<AtomicU64>,
}

impl Source for Cancelling {
    fn len(&self) -> u64 {
        self.bytes.len().try_into().unwrap()
    }

    fn read_at(&self, offset: u64, buf: &mut [u8]) -> io::Result<()> {
        if self.armed.load(SeqCst) && offset > self.len() / 4 {
            self.budget.get().unwrap().cancel();
            self.after.fetch_add(buf.len().try_into().unwrap(), SeqCst);
        }
        self.bytes.read_at(offset, buf)
    }
}

/// A message with 16 MiB attached.
fn long() -> Vec<u8> {
    let mut message = MessageEdit::new(options()).unwrap();
    message.set_subject("old").unwrap();
    message.attach("long.bin", vec![7; 16 << 20]).unwrap();
    message.to_vec().unwrap()
}

#[test]
fn a_long_save_is_stopped_on_its_way() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.msg");
    std::fs::write(&path, "what was there").unwrap();
    let (budget, armed, after) = (Arc::new(OnceLock::new()), Arc::default(), Arc::default());
    let source = Cancelling {
        bytes: long(),
        budget: Arc::clone(&budget),
        armed: Arc::clone(&armed),
        after: Arc::clone(&after),
    };
    let session = Session::new();
    budget.set(session.budget()).unwrap();
    let file = Arc::new(CompoundFile::open(source, &Budget::default()).unwrap());
    let to = Destination::overwrite(&path);
    let target = FileTarget::new(to, FileOptions::default(), session.budget());
    let storage = Storage::new(Overlay::new(file), Access::ReadWrite, Box::new(target));
    let message = session.open(&storage, plain()).unwrap();
    message.set(tags::PR_SUBJECT, "new").unwrap();
    armed.store(true, SeqCst);
    let saved = message.save_changes(KEEP);
    assert_eq!(saved.unwrap_err().scode(), SCode::MAPI_E_UNABLE_TO_COMPLETE);
    armed.store(false, SeqCst);
    assert!(after.load(SeqCst) < 4 << 20, "{} bytes were read after it", after.load(SeqCst));
    assert_eq!(std::fs::read(&path).unwrap(), b"what was there");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left behind");
    assert!(message.is_writable().unwrap(), "it stays open as it is");
    assert_eq!(session.close().unsaved, 1);
}

#[test]
fn an_edit_in_a_scope_is_stopped_with_the_session() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.msg");
    std::fs::write(&path, old()).unwrap();
    let session = Session::new();
    let saved = session.scope(|options| {
        let mut file = FileEdit::open(&path, options).unwrap();
        file.set_subject("new").unwrap();
        session.budget().cancel();
        file.save()
    });
    assert!(saved.unwrap().is_err());
    assert_eq!(std::fs::read(&path).unwrap(), old());
}

/// Wherever the message comes from: its own meter is that of its file.
#[test]
fn an_edit_has_the_meter_of_its_message() {
    let folder = tempfile::tempdir().unwrap();
    let session = Session::new();
    let edits = session.scope(|options| {
        let message = MessageEdit::open(old(), options.clone()).unwrap();
        let budget = message.budget().clone();
        let edit = FileEdit::of_message(message);
        assert!(Arc::ptr_eq(edit.budget(), &budget));
        let made = FileEdit::create(options).unwrap();
        session.budget().cancel();
        [edit, made]
    });
    for (number, mut edit) in edits.unwrap().into_iter().enumerate() {
        edit.attach("a.txt", b"a".as_slice()).unwrap();
        let path = folder.path().join(number.to_string());
        assert!(edit.save_as(&path).is_err());
        assert!(!path.exists());
    }
}
