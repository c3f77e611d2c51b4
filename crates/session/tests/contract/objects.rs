//! Rows 39 to 59: callbacks, parts of messages, and what may be done to them.

use std::io::{Read, Seek, SeekFrom, Write};
use std::sync::Mutex;
use std::sync::atomic::AtomicBool;

use openimsg_base::{Budget, Guid};
use openimsg_message::imapi::{
    Call, CopyOptions, Interface, ModifyRecipients, OpenAccess, OpenMode, Value,
};
use openimsg_message::rules::NOT_PRESENT;
use openimsg_message::scode::map_storage_scode;
use openimsg_message::table::Advance;
use openimsg_props::{Attributes, PropType};
use openimsg_session::{MessageId, Object, Report};
use openimsg_storage::{CompoundFile, Overlay, Source, Storage, Store};

use crate::common::{old, storage};
use crate::*;

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

/// Counts what is read from it once it is poisoned.
struct Poisoned {
    bytes: Vec<u8>,
    poison: Arc<AtomicBool>,
    touched: Arc<AtomicU64>,
}

impl Source for Poisoned {
    fn len(&self) -> u64 {
        self.bytes.as_slice().len().try_into().unwrap()
    }

    fn read_at(&self, offset: u64, buf: &mut [u8]) -> std::io::Result<()> {
        self.touched.fetch_add(u64::from(self.poison.load(SeqCst)), SeqCst);
        self.bytes.as_slice().read_at(offset, buf)
    }
}

#[test]
fn row_43_nothing_uses_the_storage_after_the_callback() {
    for close in [false, true] {
        let (poison, touched) = (Arc::new(AtomicBool::new(false)), Arc::default());
        let (bytes, mine) = (old(), poison.clone());
        let source = Poisoned { bytes, poison, touched: Arc::clone(&touched) };
        let file = Arc::new(CompoundFile::open(source, &Budget::default()).unwrap());
        let weak = Arc::downgrade(&file);
        let count = Arc::new(AtomicU64::new(0));
        let check = move |count: Arc<AtomicU64>, _| {
            assert!(weak.upgrade().is_none(), "nobody holds the storage");
            mine.store(true, SeqCst);
            count.fetch_add(1, SeqCst);
        };
        let session = Session::new();
        let options = plain().on_release(count.clone(), check);
        // The caller lets go of its storage at once.
        let message = session.open(&Storage::memory(Overlay::new(file)), options).unwrap();
        let stream = message.open_stream(tags::PR_BODY, OpenMode::Read).unwrap();
        assert_eq!(subject_of(&message).as_deref(), Some("old"));
        if close {
            let report = session.close();
            assert_eq!((report.callbacks, report.panicked), (1, 0));
            assert_eq!(code(message.text(tags::PR_BODY)), SCode::MAPI_E_INVALID_OBJECT);
            assert_eq!(code(stream.commit()), SCode::MAPI_E_INVALID_OBJECT);
        }
        drop((message, stream));
        assert_eq!((count.load(SeqCst), touched.load(SeqCst)), (1, 0));
    }
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
fn what_is_open_is_given_again_only_as_what_it_is() {
    let session = Session::new();
    let message = session.open(&storage(), plain()).unwrap();
    let mut wide = message.open_stream(tags::PR_BODY, OpenMode::Modify).unwrap();
    let mut narrow = message.open_stream(tags::PR_BODY_A, OpenMode::Read).unwrap();
    assert!(!wide.is_same(&narrow));
    let mut text = String::new();
    narrow.read_to_string(&mut text).unwrap();
    assert_eq!(text, "A body\r\n");
    let open = |tag, mode| code(message.open_stream(tag, mode));
    let as_type = |kind| open(tags::PR_BODY.with_kind(kind), OpenMode::Read);
    assert_eq!(as_type(PropType::LONG), SCode::MAPI_E_INTERFACE_NOT_SUPPORTED);
    assert_eq!(as_type(PropType::UNSPECIFIED), SCode::MAPI_E_INVALID_PARAMETER);
    assert_eq!(as_type(PropType::BINARY), SCode::MAPI_E_UNEXPECTED_TYPE);

    // Nobody's bytes are taken away under its hands.
    assert_eq!(open(tags::PR_BODY, OpenMode::Create), SCode::MAPI_E_BUSY);
    let told = message.last_error(SCode::MAPI_E_BUSY).unwrap();
    assert_eq!(told.map(|told| told.context), Some(Call::OpenProperty));
    wide.write_all(&[b'a', 0]).unwrap();
    wide.commit().unwrap();
    assert_eq!(message.text(tags::PR_BODY).unwrap().as_deref(), Some("a body\r\n"));
    drop(wide);
    let made = message.open_stream(tags::PR_BODY, OpenMode::Create).unwrap();
    assert!(made.is_empty().unwrap());

    let attachment = message.open_attachment(1, None, OpenAccess::Modify).unwrap();
    let inner = attachment.open_message(OpenMode::Modify).unwrap();
    assert_eq!(code(attachment.open_message(OpenMode::Create)), SCode::MAPI_E_BUSY);
    assert_eq!(subject_of(&inner).as_deref(), Some("inner"));
    let kept = attachment.open_storage(DATA, OpenMode::Read).unwrap();
    assert_eq!(code(attachment.open_storage(DATA, OpenMode::Create)), SCode::MAPI_E_BUSY);
    let other = attachment.open_storage(tags::PR_BODY, OpenMode::Read);
    assert_eq!(code(other), SCode::MAPI_E_INTERFACE_NOT_SUPPORTED);
    drop((inner, kept));
    assert!(attachment.open_message(OpenMode::Create).is_ok());
}

/// Copying replaces attachments, and moving takes them away: both as deleting does.
#[test]
fn attachments_that_copying_took_away_are_gone() {
    let session = Session::new();
    let [from, to] = [(); 2].map(|()| session.open(&storage(), plain()).unwrap());
    let open = |message: &Message, number| message.open_attachment(number, None, OpenAccess::Best);
    let made = to.create_attachment().unwrap();
    let old = [open(&from, 0).unwrap(), open(&to, 0).unwrap()];
    let table = [tags::PR_MESSAGE_ATTACHMENTS];
    let interface = Some(Interface::Message);
    let moving = CopyOptions { interface, moved: true, ..CopyOptions::default() };
    assert!(from.copy_props(&table, &to, moving).unwrap().is_empty());
    for (message, old) in [&from, &to].into_iter().zip(old) {
        assert_eq!(code(open(message, 0)), SCode::MAPI_E_NOT_FOUND);
        old.set(tags::PR_DISPLAY_NAME, "late").unwrap();
        assert_eq!(code(old.save_changes(KEEP)), SCode::MAPI_E_OBJECT_DELETED);
    }
    // One that was never in the message is not of those that were replaced.
    assert!(made.is_same(&open(&to, made.number().unwrap()).unwrap()));

    // The same within one file: the message inside takes the place of what it is attached to.
    let outer = session.open(&storage(), plain()).unwrap();
    let [old, carrier] = [0, 1].map(|number| open(&outer, number).unwrap());
    let inner = carrier.open_message(OpenMode::Modify).unwrap();
    let copying = CopyOptions { interface, ..CopyOptions::default() };
    assert!(inner.copy_props(&table, &outer, copying).unwrap().is_empty());
    assert_eq!(code(open(&outer, 0)), SCode::MAPI_E_NOT_FOUND);
    assert!(!old.is_same(&open(&outer, 2).unwrap()));
    assert_eq!(code(carrier.save_changes(KEEP)), SCode::MAPI_E_OBJECT_DELETED);
}

/// What is attached is bytes, a storage or a message: as which it was opened to be changed, as
/// that alone it can be changed until it is let go.
#[test]
fn what_is_attached_is_changed_as_one_thing() {
    let session = Session::new();
    let message = session.open(&storage(), plain()).unwrap();
    let open = |number| message.open_attachment(number, None, OpenAccess::Best).unwrap();
    let (file, carrier) = (open(0), open(1));
    let bytes = tags::PR_ATTACH_DATA_BIN;

    let inner = carrier.open_message(OpenMode::Modify).unwrap();
    for mode in [OpenMode::Modify, OpenMode::Create] {
        assert_eq!(code(carrier.open_storage(DATA, mode)), SCode::MAPI_E_BUSY);
    }
    assert_eq!(code(carrier.open_stream(bytes, OpenMode::Create)), SCode::MAPI_E_BUSY);
    let told = carrier.last_error(SCode::MAPI_E_BUSY).unwrap();
    assert_eq!(told.map(|told| told.context), Some(Call::OpenProperty));
    // To look at it is no conflict; neither is what can no longer be changed.
    assert!(carrier.open_storage(DATA, OpenMode::Read).is_ok());
    inner.save_changes(SaveFlags::default()).unwrap();
    let inside = carrier.open_storage(DATA, OpenMode::Modify).unwrap();
    assert_eq!(code(carrier.open_message(OpenMode::Create)), SCode::MAPI_E_BUSY);
    drop((inner, inside));
    assert!(carrier.open_message(OpenMode::Create).is_ok());

    let stream = file.open_stream(bytes, OpenMode::Modify).unwrap();
    assert_eq!(code(file.open_message(OpenMode::Create)), SCode::MAPI_E_BUSY);
    assert_eq!(code(file.open_storage(DATA, OpenMode::Create)), SCode::MAPI_E_BUSY);
    // Other properties are other things.
    assert!(file.open_stream(tags::PR_DISPLAY_NAME, OpenMode::Modify).is_ok());
    drop(stream);
    let _stream = file.open_stream(bytes, OpenMode::Read).unwrap();
    assert!(file.open_message(OpenMode::Create).is_ok());
}

#[test]
fn a_stream_cannot_go_round_an_attribute() {
    let session = Session::new();
    let message = session.open(&storage(), plain()).unwrap();
    let mut stream = message.open_stream(tags::PR_BODY, OpenMode::Modify).unwrap();
    stream.write_all(&[b'a', 0]).unwrap();
    let set = |attributes| message.set_attributes(&[tags::PR_BODY], &[attributes]).unwrap();
    assert!(set(Attributes::READABLE).is_empty());
    assert_eq!(code(stream.commit()), SCode::MAPI_E_NO_ACCESS);
    assert_eq!(message.text(tags::PR_BODY).unwrap().as_deref(), Some("A body\r\n"));
    // It is not lost: it can be committed once it may be.
    assert!(set(Attributes::READ_WRITE).is_empty());
    stream.commit().unwrap();
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
fn rows_48_49_attributes_in_order() {
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
fn row_52_problems_can_be_disregarded() {
    let session = Session::new();
    let message = session.open(&storage(), plain()).unwrap();
    let (missing, there) = (PropTag(0x6001_0003), tags::PR_SUBJECT);
    // One of two cannot be done; the call succeeds, and who does not look at the problems has the
    // other.
    drop(message.set_attributes(&[missing, there], &[Attributes::READABLE; 2]).unwrap());
    assert_eq!(message.attributes(&[there]).unwrap(), [Attributes::READABLE]);
}

#[test]
fn attributes_are_of_objects_that_are_open() {
    // Nothing else has these calls; what was closed is no such object any more.
    let session = Session::new();
    let message = session.open(&storage(), plain()).unwrap();
    let attachment = message.open_attachment(0, None, OpenAccess::Modify).unwrap();
    let (tag, to) = ([tags::PR_DISPLAY_NAME], [Attributes::READ_WRITE]);
    assert_eq!(code(attachment.attributes(&tag)), SCode::S_OK);
    assert_eq!(code(attachment.set_attributes(&tag, &to)), SCode::S_OK);
    session.close();
    let objects: [&Object; 2] = [&message, &attachment];
    for object in objects {
        assert_eq!(code(object.attributes(&tag)), SCode::MAPI_E_INVALID_OBJECT);
        assert_eq!(code(object.set_attributes(&tag, &to)), SCode::MAPI_E_INVALID_OBJECT);
    }
}

#[test]
fn rows_54_55_56_codes_of_storages() {
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
fn nobody_is_asked() {
    // What MAPI would show a dialog for is done without one.
    let (session, storage) = (Session::new(), storage());
    let message = session.open(&storage, plain()).unwrap();
    let other = session.open(&Storage::memory(Overlay::empty()), plain()).unwrap();
    let interface = Some(Interface::Message);
    let how = CopyOptions { interface, ..CopyOptions::default() };
    assert_eq!(code(message.copy_to(None, &other, how)), SCode::S_OK);
    assert_eq!(code(message.delete_attachment(0)), SCode::S_OK);
    assert_eq!(code(message.save_changes(KEEP)), SCode::S_OK);
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
