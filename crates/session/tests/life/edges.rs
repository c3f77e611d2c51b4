//! Callbacks that do as they like, saves level by level, and readers beside each other.

use std::io;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::SeqCst};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use openimsg_base::{Budget, Guid, Limits};
use openimsg_message::imapi::{Call, OpenAccess, OpenMode, SaveFlags, Value};
use openimsg_props::named::{NamedProperty, PropertyName};
use openimsg_props::{SCode, tags};
use openimsg_session::{
    Attachment, Error, Message, Object, OpenFlags, OpenOptions, Session, StorageMode, Stream,
    Substorage, Table,
};
use openimsg_storage::{CommitError, CompoundFile, Overlay, Source, Storage, Target};

use crate::common::{old, storage, subject, tree};

const KEEP: SaveFlags = SaveFlags::KEEP_OPEN_READWRITE;

fn plain() -> OpenOptions {
    OpenOptions::default()
}

#[test]
fn everything_is_send_and_sync() {
    fn both<T: Send + Sync + 'static>() {}
    both::<Session>();
    both::<Message>();
    both::<Attachment>();
    both::<Object>();
    both::<Stream>();
    both::<Table>();
    both::<Substorage>();
    both::<Error>();
}

#[test]
fn a_callback_may_open_close_and_drop() {
    let (session, other) = (Arc::new(Session::new()), Arc::new(Session::new()));
    let count = Arc::new(AtomicU64::new(0));
    let kept = other.open(&storage(), plain()).unwrap();
    let held = Arc::new(Mutex::new(Some(session.open(&storage(), plain()).unwrap())));
    let data = (Arc::downgrade(&session), other.clone(), count.clone(), held.clone());
    let how = plain().on_release(data, |(session, other, count, held), _| {
        // It opens in its own session, drops what is open there, and closes another.
        if let Some(session) = session.upgrade() {
            drop(session.open(&storage(), plain()).unwrap());
            drop(held.lock().unwrap().take());
            assert_eq!(session.open_messages(), 0);
        }
        assert_eq!(other.close().closed, 1);
        count.fetch_add(1, SeqCst);
    });
    drop(session.open(&storage(), how).unwrap());
    assert_eq!(count.load(SeqCst), 1);
    assert!(matches!(kept.text(tags::PR_SUBJECT), Err(Error::InvalidObject)));
}

#[test]
fn a_callback_may_close_its_own_session_again() {
    let session = Arc::new(Session::new());
    let weak = Arc::downgrade(&session);
    let how = plain().on_release(weak, |session, _| {
        if let Some(session) = session.upgrade() {
            assert_eq!(session.close().closed, 0);
            assert!(session.open(&storage(), plain()).is_err());
        }
    });
    let _message = session.open(&storage(), how).unwrap();
    let report = session.close();
    assert_eq!((report.callbacks, report.panicked), (1, 0));
}

#[test]
fn a_callback_that_panics_stops_no_other() {
    struct Bomb;
    impl Drop for Bomb {
        fn drop(&mut self) {
            panic!("so does what it panicked with");
        }
    }
    let (session, count) = (Session::new(), Arc::new(AtomicU64::new(0)));
    let mut open = Vec::new();
    for number in 0..6 {
        let how = plain().on_release((number, count.clone()), |(number, count), _| {
            count.fetch_add(1, SeqCst);
            match number {
                1 => panic!("a callback"),
                3 => std::panic::panic_any(Bomb),
                _ => {}
            }
        });
        open.push(session.open(&storage(), how).unwrap());
    }
    let report = session.close();
    assert_eq!((report.closed, report.callbacks, report.panicked), (6, 6, 2));
    assert_eq!(count.load(SeqCst), 6);
}

#[test]
fn handles_may_be_dropped_in_any_order() {
    type Handles = Vec<Box<dyn std::any::Any>>;
    for first in [false, true] {
        let (session, count) = (Session::new(), Arc::new(AtomicU64::new(0)));
        let how = plain().on_release(count.clone(), |count, _| {
            count.fetch_add(1, SeqCst);
        });
        let message = session.open(&storage(), how).unwrap();
        let attachment = message.open_attachment(1, None, OpenAccess::Modify).unwrap();
        let inner = attachment.open_message(OpenMode::Modify).unwrap();
        let deep = inner.open_attachment(0, None, OpenAccess::Modify).unwrap();
        let data = deep.open_stream(tags::PR_ATTACH_DATA_BIN, OpenMode::Read).unwrap();
        let table = inner.attachment_table(true).unwrap();
        assert_eq!(session.open_objects(), 6);
        let mut all: Handles = vec![
            Box::new(message),
            Box::new(attachment),
            Box::new(inner),
            Box::new(deep),
            Box::new(data),
            Box::new(table),
        ];
        while !all.is_empty() {
            assert_eq!(count.load(SeqCst), 0);
            drop(all.remove(if first { 0 } else { all.len() - 1 }));
        }
        assert_eq!((count.load(SeqCst), session.open_objects()), (1, 0));
    }
}

#[test]
fn saves_go_up_level_by_level() {
    let (session, storage) = (Session::new(), storage());
    let message = session.open(&storage, plain()).unwrap();
    let attachment = message.open_attachment(1, None, OpenAccess::Modify).unwrap();
    let inner = attachment.open_message(OpenMode::Modify).unwrap();
    let stored = || {
        let session = Session::new();
        let message = session.open(&storage, OpenOptions::default()).unwrap();
        let attachment = message.open_attachment(1, None, OpenAccess::Read).unwrap();
        let inner = attachment.open_message(OpenMode::Read).unwrap();
        inner.text(tags::PR_SUBJECT).unwrap().unwrap()
    };
    inner.set(tags::PR_SUBJECT, "changed").unwrap();
    inner.save_changes(KEEP).unwrap();
    message.save_changes(KEEP).unwrap();
    assert_eq!(stored(), "inner", "the attachment was not saved");
    attachment.save_changes(KEEP).unwrap();
    assert_eq!(stored(), "inner", "the message was not saved");
    message.save_changes(KEEP).unwrap();
    assert_eq!(stored(), "changed");
    assert_eq!(session.close().unsaved, 0);
}

#[test]
fn a_deleted_attachment_is_not_found_and_cannot_be_saved() {
    let session = Session::new();
    let message = session.open(&storage(), plain()).unwrap();
    let attachment = message.open_attachment(0, None, OpenAccess::Modify).unwrap();
    message.delete_attachment(0).unwrap();
    let again = message.open_attachment(0, None, OpenAccess::Modify);
    assert_eq!(again.unwrap_err().scode(), SCode::MAPI_E_NOT_FOUND);
    let saved = attachment.save_changes(KEEP);
    assert_eq!(saved.unwrap_err().scode(), SCode::MAPI_E_OBJECT_DELETED);
}

#[test]
fn somebody_elses_change_of_the_file_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.msg");
    std::fs::write(&path, old()).unwrap();
    let message = Message::open_path(&path, StorageMode::TO_EDIT, plain()).unwrap();
    std::fs::write(&path, b"something else").unwrap();
    message.set(tags::PR_SUBJECT, "new").unwrap();
    let saved = message.save_changes(SaveFlags::NONE);
    assert_eq!(saved.unwrap_err().scode(), SCode::MAPI_E_OBJECT_CHANGED);
    assert!(message.is_writable().unwrap(), "it stays open as it is");
    assert_eq!(std::fs::read(&path).unwrap(), b"something else");
    // Again and again, until the caller says that it is not to be kept.
    assert_eq!(message.save_changes(KEEP).unwrap_err().scode(), SCode::MAPI_E_OBJECT_CHANGED);
    message.save_changes(KEEP.with(SaveFlags::FORCE_SAVE)).unwrap();
    let stored = || subject(&tree(std::fs::read(&path).unwrap()));
    assert_eq!(stored().as_deref(), Some("new"));
    // What was overwritten is what it knows now.
    message.set(tags::PR_SUBJECT, "newer").unwrap();
    message.save_changes(KEEP).unwrap();
    assert_eq!(stored().as_deref(), Some("newer"));
    // A file that has gone is made again, though nothing was changed.
    std::fs::remove_file(&path).unwrap();
    message.save_changes(SaveFlags::FORCE_SAVE).unwrap();
    assert_eq!(stored().as_deref(), Some("newer"));
}

#[test]
fn another_messages_save_on_the_same_storage_is_found() {
    for storage in [storage(), Storage::memory(Overlay::empty())] {
        let session = Session::new();
        let a = session.open(&storage, plain()).unwrap();
        let b = session.open(&storage, plain()).unwrap();
        a.set(tags::PR_SUBJECT, "by a").unwrap();
        a.save_changes(KEEP).unwrap();
        b.set(tags::PR_BODY, "by b").unwrap();
        for _ in 0..2 {
            let saved = b.save_changes(KEEP).unwrap_err();
            assert_eq!(saved.scode(), SCode::MAPI_E_OBJECT_CHANGED);
            let told = b.last_error(SCode::MAPI_E_OBJECT_CHANGED).unwrap();
            assert_eq!(told.map(|told| told.context), Some(Call::SaveChanges));
        }
        assert_eq!(subject(&storage.working()).as_deref(), Some("by a"));
        // One that is opened now has both.
        let c = session.open(&storage, plain()).unwrap();
        c.set(tags::PR_BODY, "by c").unwrap();
        c.save_changes(KEEP).unwrap();
        assert_eq!(subject(&storage.committed()).as_deref(), Some("by a"));
        b.save_changes(KEEP.with(SaveFlags::FORCE_SAVE)).unwrap();
        assert_ne!(subject(&storage.committed()).as_deref(), Some("by a"));
        b.save_changes(KEEP).unwrap();
        // Who has not changed anything does not undo it, either.
        assert_eq!(a.save_changes(KEEP).unwrap_err().scode(), SCode::MAPI_E_OBJECT_CHANGED);
        assert_eq!(session.close().unsaved, 0, "all have saved");
    }
}

#[test]
fn what_a_revert_brings_back_is_no_change_by_others() {
    let (storage, session) = (storage(), Session::new());
    let no_commit = || OpenOptions::with_flags(OpenFlags::NO_COMMIT);
    let a = session.open(&storage, no_commit()).unwrap();
    for (number, committed) in [(1, false), (2, true), (3, false), (4, true), (5, true)] {
        a.set(tags::PR_SUBJECT, format!("save {number}")).unwrap();
        a.save_changes(KEEP).unwrap();
        if committed {
            storage.commit().unwrap();
        }
        storage.revert();
        a.save_changes(KEEP).unwrap();
        let saved = subject(&storage.working());
        assert_eq!(saved.as_deref(), Some(format!("save {number}").as_str()));
    }
    // What another has put below it is one.
    let b = session.open(&storage, plain()).unwrap();
    storage.revert();
    b.set(tags::PR_SUBJECT, "by b").unwrap();
    b.save_changes(KEEP).unwrap();
    assert_eq!(a.save_changes(KEEP).unwrap_err().scode(), SCode::MAPI_E_OBJECT_CHANGED);
}

/// Fails once.
struct Failing(AtomicBool);

impl Target for Failing {
    fn commit(&mut self, _: &Overlay, _: &Overlay) -> Result<(), CommitError> {
        match self.0.swap(true, SeqCst) {
            true => Ok(()),
            false => Err(CommitError::Reverted),
        }
    }
}

#[test]
fn a_save_that_failed_can_be_repeated() {
    let target = Box::new(Failing(AtomicBool::new(false)));
    let storage = Storage::new(tree(old()), openimsg_storage::Access::ReadWrite, target);
    let session = Session::new();
    let message = session.open(&storage, plain()).unwrap();
    message.set(tags::PR_SUBJECT, "new").unwrap();
    assert!(matches!(message.save_changes(SaveFlags::NONE), Err(Error::Commit(_))));
    message.save_changes(SaveFlags::NONE).unwrap();
    assert_eq!(subject(&storage.committed()).as_deref(), Some("new"));
    assert!(!message.is_writable().unwrap());
    assert_eq!(session.close().unsaved, 0);
}

#[test]
fn values_outlive_their_session() {
    let session = Session::new();
    let message = session.open(&storage(), plain()).unwrap();
    let all = message.props(None, true).unwrap();
    session.close();
    assert!(all.items.iter().any(|value| value.value.as_str() == Some("old")));
}

#[test]
fn an_image_is_what_was_saved() {
    let session = Session::new();
    let message = session.open_bytes(old(), StorageMode::TO_EDIT, plain()).unwrap();
    message.set(tags::PR_SUBJECT, "new").unwrap();
    assert_eq!(subject(&tree(message.image().unwrap())).as_deref(), Some("old"));
    message.save_changes(KEEP).unwrap();
    assert_eq!(subject(&tree(message.image().unwrap())).as_deref(), Some("new"));
}

#[test]
fn closing_waits_for_calls_under_way() {
    let session = Arc::new(Session::new());
    let message = session.open(&storage(), plain()).unwrap();
    let started = Arc::new(AtomicBool::new(false));
    let go = started.clone();
    let other = std::thread::spawn(move || {
        loop {
            match message.text(tags::PR_SUBJECT) {
                Ok(text) => assert_eq!(text.as_deref(), Some("old")),
                Err(Error::InvalidObject) => return,
                Err(error) => panic!("{error}"),
            }
            go.store(true, SeqCst);
        }
    });
    while !started.load(SeqCst) {
        std::thread::yield_now();
    }
    assert_eq!(session.close().closed, 1);
    other.join().unwrap();
}

/// A source in which, once it is armed, a reader waits until there are two.
struct Meeting {
    bytes: Vec<u8>,
    armed: Arc<AtomicBool>,
    met: Arc<(Mutex<u32>, Condvar)>,
}

impl Source for Meeting {
    fn len(&self) -> u64 {
        u64::try_from(self.bytes.len()).unwrap()
    }

    fn read_at(&self, offset: u64, buf: &mut [u8]) -> io::Result<()> {
        if self.armed.load(SeqCst) {
            let (count, changed) = &*self.met;
            let mut count = count.lock().unwrap();
            *count += 1;
            changed.notify_all();
            let many = Duration::from_secs(60);
            let (_count, late) = changed.wait_timeout_while(count, many, |n| *n < 2).unwrap();
            if late.timed_out() {
                return Err(io::ErrorKind::TimedOut.into());
            }
        }
        let at = usize::try_from(offset).unwrap();
        let from = self.bytes.get(at..at + buf.len()).ok_or(io::ErrorKind::UnexpectedEof)?;
        buf.copy_from_slice(from);
        Ok(())
    }
}

#[test]
fn readers_run_beside_each_other() {
    let (armed, met) = (Arc::new(AtomicBool::new(false)), Arc::default());
    let source = Meeting { bytes: old(), armed: armed.clone(), met };
    let file = CompoundFile::open(source, &Budget::default()).unwrap();
    let session = Session::new();
    let storage = Storage::read_only(Arc::new(file), &Limits::default());
    let message = session.open(&storage, plain()).unwrap();
    message.prop_list(true).unwrap();
    armed.store(true, SeqCst);
    let threads: Vec<_> = (0..2)
        .map(|_| {
            let message = message.clone();
            std::thread::spawn(move || message.text(tags::PR_BODY).unwrap())
        })
        .collect();
    for thread in threads {
        assert_eq!(thread.join().unwrap().as_deref(), Some("A body\r\n"));
    }
}

#[test]
fn the_report_counts_what_was_changed_and_nothing_else() {
    type Change = fn(&Message);
    let unsaved = |change: Change| {
        let session = Session::new();
        let message = session.open(&storage(), plain()).unwrap();
        change(&message);
        session.close().unsaved
    };
    let nothing: [Change; 9] = [
        |_| (),
        |m| drop(m.props(None, true).unwrap()),
        |m| assert!(!m.set_props(&[Value::new(tags::PR_HASATTACH, true)]).unwrap().is_empty()),
        |m| assert!(m.set(tags::PR_HASATTACH, true).is_err()),
        |m| assert!(!m.delete_props(&[tags::PR_HTML]).unwrap().is_empty()),
        |m| {
            let same = m.attributes(&[tags::PR_BODY]).unwrap();
            assert!(m.set_attributes(&[tags::PR_BODY], &same).unwrap().is_empty());
        },
        |m| drop(m.ids_from_names(Some(&[name()]), false).unwrap()),
        |m| {
            let attachment = m.open_attachment(0, None, OpenAccess::Modify).unwrap();
            attachment.save_changes(KEEP).unwrap();
            m.open_stream(tags::PR_BODY, OpenMode::Modify).unwrap().commit().unwrap();
        },
        |m| {
            m.ids_from_names(Some(&[name()]), true).unwrap();
            m.set(tags::PR_SUBJECT, "new").unwrap();
            m.save_changes(KEEP).unwrap();
            m.ids_from_names(Some(&[name()]), true).unwrap();
        },
    ];
    for (row, change) in nothing.into_iter().enumerate() {
        assert_eq!(unsaved(change), 0, "row {row}");
    }
    let something: [Change; 7] = [
        |m| m.set(tags::PR_SUBJECT, "new").unwrap(),
        |m| assert!(m.delete_props(&[tags::PR_BODY, tags::PR_HTML]).unwrap().0.len() == 1),
        |m| drop(m.ids_from_names(Some(&[name()]), true).unwrap()),
        |m| {
            // The file has it, whatever becomes of who asked for it.
            let attachment = m.open_attachment(0, None, OpenAccess::Modify).unwrap();
            attachment.ids_from_names(Some(&[name()]), true).unwrap();
        },
        |m| {
            let attachment = m.open_attachment(0, None, OpenAccess::Modify).unwrap();
            attachment.set(tags::PR_DISPLAY_NAME, "new").unwrap();
            attachment.save_changes(KEEP).unwrap();
        },
        |m| {
            let stream = m.open_stream(tags::PR_BODY, OpenMode::Modify).unwrap();
            stream.set_len(2).unwrap();
            stream.commit().unwrap();
        },
        |m| m.delete_attachment(0).unwrap(),
    ];
    for (row, change) in something.into_iter().enumerate() {
        assert_eq!(unsaved(change), 1, "row {row}");
    }
}

/// A name that the message does not know.
fn name() -> NamedProperty {
    NamedProperty { set: Guid::NULL, name: PropertyName::Lid(0x1234) }
}
