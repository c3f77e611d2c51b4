//! The contract of sessions and of messages on storages, row by row.
//!
//! What MAPI takes as pointers and interfaces is ruled out by types here. These rows have no test:
//!
//! | row | why |
//! |---|---|
//! | 1, 2 | a session needs neither an allocator nor a place for the result |
//! | 7 | there is no null session to close |
//! | 24, 25, 26 | a storage is a reference, never null; memory is the language's |
//! | 52 | problems are returned, and can be disregarded |
//! | 53 | only an object of a message has the calls; that of a closed one is tested |
//! | 58 | there is no dialog to ask for; no call takes such a flag |

#![expect(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use std::io::{Read, Seek, SeekFrom, Write};
use std::sync::atomic::{AtomicU64, Ordering::SeqCst};
use std::sync::{Arc, Mutex};

use common::{counting, letter, names, old, options, storage, subject, tree};
use openimsg_base::{CodePage, Guid, Limits};
use openimsg_message::edit::{Options, Strings};
use openimsg_message::imapi::{ModifyRecipients, OpenAccess, OpenMode, SaveFlags, Value};
use openimsg_message::rules::NOT_PRESENT;
use openimsg_message::scode::map_storage_scode;
use openimsg_message::table::Advance;
use openimsg_props::{Attributes, PropTag, PropType, SCode, tags};
use openimsg_session::{
    Error, Message, MessageId, OpenFlags, OpenOptions, Report, Session, SessionFlags, StorageMode,
};
use openimsg_storage::{Access, Overlay, Storage, Store};

const KEEP: SaveFlags = SaveFlags::KEEP_OPEN_READWRITE;
const DATA: PropTag = tags::PR_ATTACH_DATA_OBJ;

fn plain() -> OpenOptions {
    OpenOptions::default()
}

fn no_commit() -> OpenOptions {
    OpenOptions::with_flags(OpenFlags::NO_COMMIT)
}

fn session(flags: SessionFlags) -> Session {
    Session::with_flags(flags, options()).unwrap()
}

fn code<T>(result: Result<T, Error>) -> SCode {
    result.err().map_or(SCode::S_OK, |error| error.scode())
}

fn subject_of(message: &Message) -> Option<String> {
    message.text(tags::PR_SUBJECT).unwrap()
}

/// Options with a callback that counts.
fn counted(count: &Arc<AtomicU64>) -> OpenOptions {
    plain().on_release(count.clone(), |count, _| {
        count.fetch_add(1, SeqCst);
    })
}

#[test]
fn row_03_flags_0() {
    assert!(Session::with_flags(SessionFlags(0), options()).is_ok());
}

#[test]
fn row_04_other_flags() {
    let refused = Session::with_flags(SessionFlags(2), options());
    assert_eq!(code(refused), SCode::MAPI_E_UNKNOWN_FLAGS);
}

#[test]
fn row_05_unicode_session() {
    assert!(Session::with_flags(SessionFlags::UNICODE, options()).is_ok());
}

#[test]
fn row_06_close_empty() {
    let session = Session::new();
    assert_eq!(session.close(), Report::default());
    assert_eq!(session.close(), Report::default(), "twice");
    assert_eq!(code(session.open(&storage(), plain())), SCode::MAPI_E_INVALID_OBJECT);
}

#[test]
fn row_08_close_runs_each_callback() {
    let (session, count) = (Session::new(), Arc::default());
    let a = session.open(&storage(), counted(&count)).unwrap();
    let b = session.open(&storage(), counted(&count)).unwrap();
    b.set(tags::PR_SUBJECT, "x").unwrap();
    let report = session.close();
    assert_eq!((report.closed, report.callbacks, report.unsaved), (2, 2, 1));
    assert_eq!(count.load(SeqCst), 2);
    drop((a, b));
    assert_eq!(count.load(SeqCst), 2);
}

#[test]
fn row_09_after_close_all_is_invalid() {
    let session = Session::new();
    let message = session.open(&storage(), plain()).unwrap();
    let attachment = message.open_attachment(0, None, OpenAccess::Modify).unwrap();
    let other = message.open_attachment(1, None, OpenAccess::Modify).unwrap();
    let embedded = other.open_message(OpenMode::Modify).unwrap();
    let table = message.recipient_table(true).unwrap();
    let mut stream = message.open_stream(tags::PR_BODY, OpenMode::Modify).unwrap();
    let inside = other.open_storage(DATA, OpenMode::Modify).unwrap();
    session.close();
    let codes = [
        code(message.text(tags::PR_SUBJECT)),
        code(message.set(tags::PR_SUBJECT, "x")),
        code(message.prop_list(true)),
        code(message.props(None, true)),
        code(message.attributes(&[tags::PR_SUBJECT])),
        code(message.delete_props(&[tags::PR_SUBJECT])),
        code(message.save_changes(KEEP)),
        code(message.create_attachment()),
        code(message.open_attachment(0, None, OpenAccess::Read)),
        code(message.delete_attachment(0)),
        code(message.recipient_table(true)),
        code(message.modify_recipients(ModifyRecipients::Replace, &[])),
        code(message.submit()),
        code(message.image()),
        code(message.is_writable()),
        code(message.copy_to(None, &embedded, Default::default())),
        code(attachment.save_changes(KEEP)),
        code(attachment.number()),
        code(other.open_message(OpenMode::Read)),
        code(embedded.save_changes(KEEP)),
        code(table.query_rows(1, Advance::Move)),
        code(table.row_count()),
        code(stream.commit()),
        code(stream.len()),
        code(inside.list("")),
        code(inside.commit()),
        code(inside.revert()),
    ];
    assert_eq!(codes, [SCode::MAPI_E_INVALID_OBJECT; 27]);
    let error = stream.read(&mut [0; 1]).unwrap_err();
    let inner = error.get_ref().and_then(|error| error.downcast_ref::<Error>());
    assert!(matches!(inner, Some(Error::InvalidObject)));
    // AddRef and Release stay legal.
    drop((message.clone(), attachment.clone(), table.clone(), stream.clone(), inside.clone()));
    drop((message, attachment, embedded, other, table, stream, inside));
}

#[test]
fn row_10_close_discards_what_was_not_saved() {
    let (session, storage) = (Session::new(), storage());
    let message = session.open(&storage, plain()).unwrap();
    message.set(tags::PR_SUBJECT, "new").unwrap();
    assert_eq!(session.close().unsaved, 1);
    assert!(!storage.is_changed());
    assert_eq!(subject(&storage.working()).as_deref(), Some("old"));
}

#[test]
fn row_11_no_session() {
    let count = Arc::default();
    let message = Message::on(&storage(), counted(&count), options()).unwrap();
    assert_eq!(subject_of(&message).as_deref(), Some("old"));
    drop(message);
    assert_eq!(count.load(SeqCst), 1);
}

#[test]
fn row_12_two_sessions() {
    let (one, two) = (Session::new(), Session::new());
    let storage = storage();
    let a = one.open(&storage, plain()).unwrap();
    let b = two.open(&storage, plain()).unwrap();
    one.close();
    assert_eq!(code(a.text(tags::PR_SUBJECT)), SCode::MAPI_E_INVALID_OBJECT);
    assert_eq!(subject_of(&b).as_deref(), Some("old"));
}

#[test]
fn row_13_the_message_holds_its_storage() {
    let (session, storage) = (Session::new(), storage());
    let message = session.open(&storage, plain()).unwrap();
    drop(storage);
    assert!(message.props(None, true).is_ok());
}

#[test]
fn row_14_storage_is_released_first() {
    let session = Session::new();
    let storage = storage();
    let message = session.open(&storage, plain()).unwrap();
    drop(storage);
    message.set(tags::PR_SUBJECT, "new").unwrap();
    message.save_changes(KEEP).unwrap();
    drop(message);
    assert_eq!(session.open_objects(), 0);
}

#[test]
fn row_15_message_is_released_first() {
    let (session, storage) = (Session::new(), storage());
    drop(session.open(&storage, plain()).unwrap());
    storage.edit(|tree| tree.create_stream("extra", b"1".as_slice())).unwrap();
    storage.commit().unwrap();
    assert_eq!(subject(&storage.working()).as_deref(), Some("old"));
}

#[test]
fn row_16_and_17_read_direct_or_transacted() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.msg");
    std::fs::write(&path, old()).unwrap();
    let session = Session::new();
    for mode in [StorageMode::READ, StorageMode::READ.with(StorageMode::TRANSACTED)] {
        let message = session.open_path(&path, mode, plain()).unwrap();
        assert_eq!(subject_of(&message).as_deref(), Some("old"));
        assert_eq!(message.prop(tags::PR_ACCESS_LEVEL, true).unwrap().as_u32(), Some(0));
    }
}

#[test]
fn row_18_and_19_write_and_direct_are_refused() {
    let session = Session::new();
    let transacted = StorageMode::TRANSACTED;
    let refused = [
        StorageMode::WRITE,
        StorageMode::WRITE.with(transacted),
        StorageMode::READWRITE,
        StorageMode::READWRITE.with(StorageMode::CREATE),
        StorageMode::READ.with(StorageMode::CREATE),
    ];
    for mode in refused {
        let opened = session.open_bytes(old(), mode, plain());
        assert_eq!(code(opened), SCode::MAPI_E_NO_ACCESS, "{mode:?}");
    }
    for bits in [3, 0x50, 0x70, 0x8, 0x100, 0x4000_0000] {
        let opened = session.open_bytes(old(), StorageMode(bits), plain());
        assert_eq!(code(opened), SCode::MAPI_E_INVALID_PARAMETER, "{bits:#x}");
    }
    for share in [0x10, 0x20, 0x30, 0x40] {
        let mode = StorageMode::READWRITE.with(transacted).with(StorageMode(share));
        assert!(session.open_bytes(old(), mode, plain()).is_ok());
    }
}

#[test]
fn row_20_readwrite_transacted() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.msg");
    std::fs::write(&path, old()).unwrap();
    let mode = StorageMode::READWRITE.with(StorageMode::TRANSACTED);
    let message = Message::open(&path, mode, plain()).unwrap();
    assert_eq!(message.prop(tags::PR_ACCESS_LEVEL, true).unwrap().as_u32(), Some(1));
    message.set(tags::PR_SUBJECT, "new").unwrap();
    message.save_changes(SaveFlags::NONE).unwrap();
    let read = Message::open(&path, StorageMode::READ, plain()).unwrap();
    assert_eq!(subject_of(&read).as_deref(), Some("new"));
}

#[test]
fn row_21_and_22_nothing_changes_in_a_read_storage() {
    let storage = Storage::read_only(tree(old()).base().clone(), &Limits::default());
    let session = Session::new();
    let message = session.open(&storage, plain()).unwrap();
    let no = SCode::MAPI_E_NO_ACCESS;
    assert_eq!(code(message.set_props(&[Value::new(tags::PR_SUBJECT, "x")])), no);
    assert_eq!(code(message.save_changes(KEEP)), no);
    assert_eq!(code(message.create_attachment()), no);
    assert_eq!(code(message.delete_attachment(0)), no);
    assert_eq!(code(message.open_attachment(0, None, OpenAccess::Modify)), no);
    assert_eq!(session.close().unsaved, 0);
}

#[test]
fn row_23_other_flags_of_a_message() {
    for bits in [2, 4, 0x10, 0x4000_0000, 0x8000_0004] {
        let options = || OpenOptions::with_flags(OpenFlags(bits));
        let opened = Session::new().open(&storage(), options());
        assert_eq!(code(opened), SCode::MAPI_E_UNKNOWN_FLAGS);
        let opened = Message::open_bytes(old(), StorageMode::READ, options());
        assert_eq!(code(opened), SCode::MAPI_E_UNKNOWN_FLAGS);
    }
}

#[test]
fn row_27_an_empty_storage_is_a_new_message() {
    let session = Session::new();
    let message = session.open(&Storage::memory(Overlay::empty()), plain()).unwrap();
    let list = message.prop_list(true).unwrap();
    let computed = [
        tags::PR_OBJECT_TYPE,
        tags::PR_ACCESS,
        tags::PR_ACCESS_LEVEL,
        tags::PR_STORE_SUPPORT_MASK,
        tags::PR_HASATTACH,
        tags::PR_DISPLAY_TO,
        tags::PR_DISPLAY_CC,
        tags::PR_DISPLAY_BCC,
        tags::PR_MESSAGE_RECIPIENTS,
        tags::PR_MESSAGE_ATTACHMENTS,
        // What the text that is to come needs to be read.
        tags::PR_INTERNET_CPID,
    ];
    for tag in list {
        assert!(computed.iter().any(|known| known.id() == tag.id()), "{tag:?}");
    }
}

#[test]
fn row_28_a_storage_that_is_no_message() {
    let mut other = Overlay::empty();
    other.create_stream("Workbook", b"1".as_slice()).unwrap();
    let count = Arc::default();
    let opened = Session::new().open(&Storage::memory(other), counted(&count));
    assert_eq!(code(opened), SCode::MAPI_E_CORRUPT_DATA);
    assert_eq!(count.load(SeqCst), 0, "nothing was opened");
    let opened = Message::open_bytes(b"no file".to_vec(), StorageMode::READ, plain());
    assert_eq!(code(opened), SCode::MAPI_E_CORRUPT_DATA);
}

#[test]
fn row_29_saving_commits() {
    let (storage, commits) = counting();
    let message = Session::new();
    let message = message.open(&storage, plain()).map(|m| (m, message)).unwrap();
    message.0.set(tags::PR_SUBJECT, "new").unwrap();
    message.0.save_changes(KEEP).unwrap();
    assert_eq!((commits.load(SeqCst), storage.commits()), (1, 1));
}

#[test]
fn row_30_and_31_without_commit_the_caller_decides() {
    let (storage, commits) = counting();
    let session = Session::new();
    let message = session.open(&storage, no_commit()).unwrap();
    message.set(tags::PR_SUBJECT, "new").unwrap();
    message.save_changes(KEEP).unwrap();
    assert_eq!((commits.load(SeqCst), storage.commits()), (0, 0));
    assert_eq!(subject(&storage.committed()).as_deref(), Some("old"));
    assert_eq!(subject(&storage.working()).as_deref(), Some("new"));
    storage.revert();
    assert_eq!(subject(&storage.working()).as_deref(), Some("old"));
    message.save_changes(KEEP).unwrap();
    storage.commit().unwrap();
    assert_eq!(commits.load(SeqCst), 1);
    assert_eq!(subject(&storage.committed()).as_deref(), Some("new"));
}

#[test]
fn row_32_the_callers_own_elements_survive() {
    let (storage, session) = (storage(), Session::new());
    storage.edit(|tree| tree.create_stream("extra", b"mine".as_slice())).unwrap();
    let message = session.open(&storage, plain()).unwrap();
    for subject in ["one", "two"] {
        message.set(tags::PR_SUBJECT, subject).unwrap();
        message.save_changes(KEEP).unwrap();
        storage.edit(|tree| tree.put_stream("later", b"too".as_slice())).unwrap();
    }
    let tree = storage.working();
    for (name, content) in [("extra", b"mine".as_slice()), ("later", b"too")] {
        assert_eq!(&*tree.content(&tree.find(name).unwrap()).unwrap(), content);
    }
    assert_eq!(subject(&tree).as_deref(), Some("two"));
}

#[test]
fn row_33_names_begin_with_two_underscores() {
    let (storage, session) = (Storage::memory(Overlay::empty()), Session::new());
    let message = session.open(&storage, plain()).unwrap();
    message.set(tags::PR_SUBJECT, "new").unwrap();
    message.create_attachment().unwrap().save_changes(KEEP).unwrap();
    let row = vec![Value::new(tags::PR_DISPLAY_NAME, "Ada")];
    message.modify_recipients(ModifyRecipients::Add, &[row]).unwrap();
    message.save_changes(KEEP).unwrap();
    let names = names(&storage.committed());
    assert!(names.len() > 4 && names.iter().all(|name| name.starts_with("__")), "{names:?}");
}

/// Makes a message in a storage and saves it.
fn made(session: SessionFlags, flags: OpenFlags) -> (Overlay, u32) {
    let storage = Storage::memory(Overlay::empty());
    let session = crate::session(session);
    let message = session.open(&storage, OpenOptions::with_flags(flags)).unwrap();
    message.set(tags::PR_SUBJECT, "A subject").unwrap();
    let mask = message.prop(tags::PR_STORE_SUPPORT_MASK, true).unwrap().as_u32().unwrap();
    message.save_changes(KEEP).unwrap();
    (storage.committed(), mask)
}

#[test]
fn row_34_a_new_unicode_message() {
    for (session, message) in
        [(SessionFlags::UNICODE, OpenFlags::NONE), (SessionFlags::NONE, OpenFlags::UNICODE)]
    {
        let (tree, mask) = made(session, message);
        assert_ne!(mask & 0x40000, 0);
        assert!(tree.find("__substg1.0_0037001F").is_some());
        assert_eq!(subject(&tree).as_deref(), Some("A subject"));
    }
}

#[test]
fn row_35_a_new_message_in_8_bits() {
    let (tree, mask) = made(SessionFlags::NONE, OpenFlags::NONE);
    assert_eq!(mask & 0x40000, 0);
    assert!(tree.find("__substg1.0_0037001E").is_some());
    assert_eq!(subject(&tree).as_deref(), Some("A subject"));
}

#[test]
fn row_36_a_message_keeps_its_own_width() {
    let text = "Grüße, 你好";
    let bytes = letter(text, Strings::Unicode);
    let message = session(SessionFlags::NONE)
        .open_bytes(bytes, StorageMode::READ, plain())
        .map(|m| m.text(tags::PR_SUBJECT).unwrap());
    assert_eq!(message.unwrap().as_deref(), Some(text));
    let ansi = letter("Grüße", Strings::Ansi(CodePage(1252)));
    let session = Session::new();
    let message = session.open_bytes(ansi, StorageMode::TO_EDIT, plain()).unwrap();
    assert_eq!(subject_of(&message).as_deref(), Some("Grüße"));
    message.set(tags::PR_SUBJECT, "Grüßli").unwrap();
    message.save_changes(KEEP).unwrap();
    assert!(tree(message.image().unwrap()).find("__substg1.0_0037001E").is_some());
}

#[test]
fn row_37_the_mask() {
    assert_eq!(made(SessionFlags::UNICODE, OpenFlags::NONE).1, 0x40E79);
    assert_eq!(made(SessionFlags::NONE, OpenFlags::NONE).1, 0xE79);
}

#[test]
fn row_38_the_mask_is_computed() {
    let session = Session::new();
    let message = session.open(&storage(), plain()).unwrap();
    let problems = message.set_props(&[Value::new(tags::PR_STORE_SUPPORT_MASK, 0)]).unwrap();
    assert_eq!(problems.of(tags::PR_STORE_SUPPORT_MASK), Some(SCode::MAPI_E_COMPUTED));
}

#[test]
fn row_39_what_a_callback_is_given() {
    let seen: Arc<Mutex<Vec<(u32, MessageId)>>> = Arc::default();
    let session = Session::new();
    let to = seen.clone();
    let note = move |data: u32, id| to.lock().unwrap().push((data, id));
    let message = session.open(&storage(), plain().on_release(0xCAFE, note)).unwrap();
    let id = message.id();
    drop(message);
    assert_eq!(*seen.lock().unwrap(), [(0xCAFE, id)]);
}

#[test]
fn row_40_a_callback_runs_once_after_the_last_release() {
    let (session, count) = (Session::new(), Arc::default());
    let message = session.open(&storage(), counted(&count)).unwrap();
    for _ in 0..10 {
        drop(message.clone());
    }
    let attachment = message.open_attachment(0, None, OpenAccess::Read).unwrap();
    drop(message);
    assert_eq!(count.load(SeqCst), 0, "the attachment keeps its message");
    drop(attachment);
    assert_eq!(count.load(SeqCst), 1);
    assert_eq!(session.close().callbacks, 0);
    assert_eq!(count.load(SeqCst), 1);
}

#[test]
fn row_41_parts_have_no_callback() {
    let (session, count) = (Session::new(), Arc::default());
    let message = session.open(&storage(), counted(&count)).unwrap();
    let attachment = message.open_attachment(1, None, OpenAccess::Read).unwrap();
    let embedded = attachment.open_message(OpenMode::Read).unwrap();
    drop((embedded, attachment, message.attachment_table(true).unwrap()));
    assert_eq!(count.load(SeqCst), 0);
    assert_eq!(session.open_objects(), 1);
}

#[test]
fn row_42_no_callback() {
    let session = Session::new();
    drop(session.open(&storage(), plain()).unwrap());
    assert_eq!(session.close(), Report::default());
}

#[test]
fn row_43_the_storage_is_let_go_before_the_callback() {
    let base = tree(old()).base().clone();
    let weak = Arc::downgrade(&base);
    let storage = Storage::memory(Overlay::new(base));
    let count = Arc::new(AtomicU64::new(0));
    let check = move |count: Arc<AtomicU64>, _| {
        assert!(weak.upgrade().is_none(), "nobody holds the storage");
        count.fetch_add(1, SeqCst);
    };
    for close in [false, true] {
        let session = Session::new();
        let options = plain().on_release(count.clone(), check.clone());
        let message = session.open(&storage, options).unwrap();
        message.text(tags::PR_SUBJECT).unwrap();
        if close {
            drop(storage);
            let report = session.close();
            assert_eq!((report.callbacks, report.panicked), (1, 0));
            break;
        }
        // The caller still holds it: this one panics, which goes no further.
        drop(message);
    }
    assert_eq!(count.load(SeqCst), 1);
}

#[test]
fn row_44_an_attachment_is_opened_once() {
    let session = Session::new();
    let message = session.open(&storage(), plain()).unwrap();
    let one = message.open_attachment(0, None, OpenAccess::Read).unwrap();
    assert_eq!(one.references(), 1);
    let two = message.open_attachment(0, None, OpenAccess::Read).unwrap();
    assert!(one.is_same(&two));
    assert_eq!(one.references(), 2);
    assert!(!one.is_same(&message.open_attachment(1, None, OpenAccess::Read).unwrap()));
    let carrier = message.open_attachment(1, None, OpenAccess::Read).unwrap();
    let inner = carrier.open_message(OpenMode::Read).unwrap();
    assert!(inner.is_same(&carrier.open_message(OpenMode::Read).unwrap()));
}

#[test]
fn row_45_the_first_access_holds() {
    let session = Session::new();
    let message = session.open(&storage(), plain()).unwrap();
    let first = message.open_attachment(0, None, OpenAccess::Read).unwrap();
    let second = message.open_attachment(0, None, OpenAccess::Modify).unwrap();
    let set = |attachment: &openimsg_session::Attachment| {
        code(attachment.set(tags::PR_DISPLAY_NAME, "x"))
    };
    assert_eq!(set(&second), SCode::MAPI_E_NO_ACCESS);
    drop((first, second));
    let third = message.open_attachment(0, None, OpenAccess::Modify).unwrap();
    assert_eq!(set(&third), SCode::S_OK);
}

#[test]
fn row_46_a_stream_is_opened_once() {
    let session = Session::new();
    let message = session.open(&storage(), plain()).unwrap();
    let mut one = message.open_stream(tags::PR_BODY, OpenMode::Modify).unwrap();
    let mut two = message.open_stream(tags::PR_BODY, OpenMode::Read).unwrap();
    assert!(one.is_same(&two));
    one.read_exact(&mut [0; 4]).unwrap();
    assert_eq!(two.stream_position().unwrap(), 4);
    two.seek(SeekFrom::Start(0)).unwrap();
    two.write_all(&[b'a', 0]).unwrap();
    two.commit().unwrap();
    assert_eq!(message.text(tags::PR_BODY).unwrap().as_deref(), Some("a body\r\n"));
}

#[test]
fn row_47_a_storage_in_an_attachment() {
    let (session, storage) = (Session::new(), storage());
    let message = session.open(&storage, plain()).unwrap();
    let attachment = message.create_attachment().unwrap();
    let number = attachment.number().unwrap();
    let inside = attachment.open_storage(DATA, OpenMode::Create).unwrap();
    inside.create_storage("folder").unwrap();
    inside.write("folder/note", b"text".as_slice()).unwrap();
    assert_eq!(&*inside.read("folder/note").unwrap(), b"text");
    inside.commit().unwrap();
    inside.remove("folder").unwrap();
    inside.revert().unwrap();
    assert_eq!(inside.list("").unwrap().len(), 1);
    attachment.save_changes(KEEP).unwrap();
    message.save_changes(KEEP).unwrap();
    let path = format!("__attach_version1.0_#{number:08X}/__substg1.0_3701000D/folder/note");
    assert!(storage.committed().find(path.as_str()).is_some());
}

#[test]
fn row_48_and_49_attributes_in_order() {
    let session = Session::new();
    let message = session.open(&storage(), plain()).unwrap();
    let missing = PropTag(0x6001_0003);
    let asked = [missing, tags::PR_SUBJECT, tags::PR_STORE_SUPPORT_MASK, missing];
    let answered = message.attributes(&asked).unwrap();
    assert_eq!(answered.len(), 4);
    assert_eq!((answered[0], answered[3]), (NOT_PRESENT, NOT_PRESENT));
    assert_eq!(answered[1], Attributes::READ_WRITE);
    assert_ne!(answered[2], NOT_PRESENT);
}

#[test]
fn row_50_attributes_are_kept() {
    let (session, storage) = (Session::new(), storage());
    let message = session.open(&storage, plain()).unwrap();
    let tag = tags::PR_IMPORTANCE;
    assert!(message.set_attributes(&[tag], &[Attributes::READABLE]).unwrap().is_empty());
    let problems = message.set_props(&[Value::new(tag, 2)]).unwrap();
    assert!(problems.of(tag).is_some());
    message.save_changes(KEEP).unwrap();
    let again = session.open(&storage, plain()).unwrap();
    assert_eq!(again.attributes(&[tag]).unwrap(), [Attributes::READABLE]);
    assert!(again.set_props(&[Value::new(tag, 2)]).unwrap().of(tag).is_some());
    let tree = storage.committed();
    let stream = tree.content(&tree.find("__properties_version1.0").unwrap()).unwrap();
    let entry = stream[32..].chunks(16).find(|entry| entry[..4] == tag.0.to_le_bytes()).unwrap();
    assert_eq!(entry[4..8], [2, 0, 0, 0]);
}

#[test]
fn row_51_one_attribute_for_each_property() {
    let session = Session::new();
    let message = session.open(&storage(), plain()).unwrap();
    let set = message.set_attributes(&[tags::PR_SUBJECT, tags::PR_BODY], &[Attributes::READABLE]);
    assert_eq!(code(set), SCode::MAPI_E_INVALID_PARAMETER);
}

#[test]
fn row_54_to_56_codes_of_storages() {
    assert_eq!(map_storage_scode(0), SCode::S_OK);
    assert_eq!(map_storage_scode(0x8003_1234), SCode::MAPI_E_CALL_FAILED);
    let rows: &[(&[u32], u32)] = &[
        (&[0x0003_0200, 0x0003_0201], 0),
        (&[0x02, 0x03], 0x8004_010F),
        (&[0x04], 0x8004_010E),
        (&[0x05, 0x13, 0x20, 0x21, 0x106], 0x8007_0005),
        (&[0x08, 0x8007_000E], 0x8007_000E),
        (&[0x09, 0x57, 0xFC, 0xFF], 0x8007_0057),
        (&[0x19, 0x1D, 0x1E], 0x8004_0116),
        (&[0x50], 0x8004_0604),
        (&[0x70], 0x8004_010D),
        (&[0xFB, 0x109], 0x8004_011B),
        (&[0x01, 0xFE], 0x8004_0102),
        (&[0x100], 0x8004_010B),
        (&[0x101], 0x8004_0109),
        (&[0x102], 0x8004_010A),
        (&[0x104, 0x105], 0x8004_0110),
        (&[0x111], 0x8004_0305),
        (
            &[0x06, 0x12, 0xF0, 0xFA, 0xFD, 0x103, 0x107, 0x108, 0x110, 0x112, 0x201, 0x202, 0x999],
            0x8000_4005,
        ),
        (&[0x8007_0057], 0x8007_0057),
        (&[0x8007_0005], 0x8007_0005),
        (&[0x8000_4002], 0x8000_4002),
    ];
    for (codes, mapped) in rows {
        for code in *codes {
            let code = if *code < 0x1000 { 0x8003_0000 | code } else { *code };
            assert_eq!(map_storage_scode(code), SCode(*mapped), "{code:#x}");
        }
    }
}

#[test]
fn row_57_entry_identifiers_are_stored_as_given() {
    let (session, storage) = (Session::new(), storage());
    let message = session.open(&storage, plain()).unwrap();
    let id = vec![1, 2, 3, 4, 5];
    let row =
        vec![Value::new(tags::PR_DISPLAY_NAME, "Bob"), Value::new(tags::PR_ENTRYID, id.clone())];
    message.modify_recipients(ModifyRecipients::Replace, &[row]).unwrap();
    message.save_changes(KEEP).unwrap();
    let table = session.open(&storage, plain()).unwrap().recipient_table(true).unwrap();
    table.set_columns(&[tags::PR_ENTRYID]).unwrap();
    let rows = table.query_rows(10, Advance::Move).unwrap();
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0][0].value.as_bytes(), Some(id.as_slice()));
}

#[test]
fn row_59_the_class_of_the_storage_is_left_alone() {
    let class = Guid::from_u128(0x1234_5678);
    for storage in [storage(), Storage::memory(Overlay::empty())] {
        let session = Session::new();
        let message = session.open(&storage, plain()).unwrap();
        // As a client does after opening the message.
        storage.edit(|tree| tree.set_clsid("", class)).unwrap();
        message.set(tags::PR_SUBJECT, "new").unwrap();
        message.save_changes(KEEP).unwrap();
        let tree = storage.committed();
        assert_eq!(tree.stat(&tree.root()).unwrap().clsid, class);
    }
}

#[test]
fn storages_can_only_be_read_where_they_can_only_be_read() {
    // That the modes of the rows above are those of storages.
    assert_eq!(StorageMode::TO_READ.access().unwrap(), Access::Read);
    assert_eq!(StorageMode::TO_EDIT.access().unwrap(), Access::ReadWrite);
    assert_eq!(StorageMode::TO_CREATE.access().unwrap(), Access::ReadWrite);
    assert_eq!(PropType::OBJECT, DATA.kind());
    let _ = Options::default();
}
