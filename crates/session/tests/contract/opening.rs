//! Rows 3 to 23: sessions, and opening and closing messages in them.

use openimsg_base::Limits;
use openimsg_message::edit::Options;
use openimsg_message::imapi::{ModifyRecipients, OpenAccess, OpenMode, Value};
use openimsg_message::table::Advance;
use openimsg_props::PropType;
use openimsg_session::{Report, StorageMode};
use openimsg_storage::{Access, Storage};
use std::io::Read;

use crate::common::{old, storage, subject, tree};
use crate::*;

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
    let inside = other.open_storage(DATA, OpenMode::Read).unwrap();
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
fn rows_16_17_read_direct_or_transacted() {
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
fn rows_18_19_write_and_direct_are_refused() {
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
    let message = Message::open_path(&path, mode, plain()).unwrap();
    assert_eq!(message.prop(tags::PR_ACCESS_LEVEL, true).unwrap().as_u32(), Some(1));
    message.set(tags::PR_SUBJECT, "new").unwrap();
    message.save_changes(SaveFlags::NONE).unwrap();
    let read = Message::open_path(&path, StorageMode::READ, plain()).unwrap();
    assert_eq!(subject_of(&read).as_deref(), Some("new"));
}

#[test]
fn rows_21_22_nothing_changes_in_a_read_storage() {
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
fn storages_can_only_be_read_where_they_can_only_be_read() {
    // That the modes of the rows above are those of storages.
    assert_eq!(StorageMode::TO_READ.access().unwrap(), Access::Read);
    assert_eq!(StorageMode::TO_EDIT.access().unwrap(), Access::ReadWrite);
    assert_eq!(StorageMode::TO_CREATE.access().unwrap(), Access::ReadWrite);
    assert_eq!(PropType::OBJECT, DATA.kind());
    let _ = Options::default();
}
