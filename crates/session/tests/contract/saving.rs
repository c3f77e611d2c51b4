//! Rows 27 to 38: what storages hold before and after a save.

use openimsg_base::{CodePage, FileTime};
use openimsg_message::edit::{self, Clock, Strings};
use openimsg_message::imapi::{ModifyRecipients, Value};
use openimsg_props::{Attributes, PropValue};
use openimsg_session::StorageMode;
use openimsg_storage::{Overlay, Storage, Store};

use crate::common::{counting, letter, names, storage, subject, tree};
use crate::*;

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

/// What a store sets ([MS-OXCMSG] 2.2.1.6 among others): not before there is something to save, and
/// not for a message that others have made without it.
#[test]
fn the_first_save_tells_when_a_message_was_made() {
    let time = FileTime::from_raw(0x01DA_0000_0000_0000);
    let clock = edit::Options { clock: Clock::Fixed(time), ..options() };
    let stamped = [tags::PR_CREATION_TIME, tags::PR_LAST_MODIFICATION_TIME];
    let storage = Storage::memory(Overlay::empty());
    let message = Message::on(&storage, plain(), clock.clone()).unwrap();
    message.set(tags::PR_SUBJECT, "new").unwrap();
    let attachment = message.create_attachment().unwrap();
    attachment.save_changes(KEEP).unwrap();
    message.save_changes(KEEP).unwrap();
    for tag in stamped {
        assert_eq!(message.prop(tag, true).unwrap(), PropValue::SysTime(time), "{tag}");
        assert_eq!(message.attributes(&[tag]).unwrap(), [Attributes::READABLE]);
    }
    // MSGFLAG_UNMODIFIED, _UNSENT and _HASATTACH; then it was modified.
    let flags = |message: &Message| message.prop(tags::PR_MESSAGE_FLAGS, true).unwrap();
    assert_eq!(flags(&message), PropValue::Long(0x1A));
    message.set(tags::PR_SUBJECT, "newer").unwrap();
    message.save_changes(KEEP).unwrap();
    assert_eq!(flags(&message), PropValue::Long(0x18));

    // Flags that were set stay.
    let other = Message::on(&Storage::memory(Overlay::empty()), plain(), clock.clone()).unwrap();
    other.set(tags::PR_MESSAGE_FLAGS, 1).unwrap();
    other.save_changes(KEEP).unwrap();
    assert_eq!(flags(&other), PropValue::Long(1));

    // A file without them stays without what no change of its own asks for.
    let budget = Arc::new(openimsg_base::Budget::default());
    let mut bare = edit::MessageEdit::over(storage.working(), budget, clock.clone()).unwrap();
    for tag in stamped.into_iter().chain([tags::PR_MESSAGE_FLAGS]) {
        bare.delete(tag.id()).unwrap();
    }
    bare.set(tags::PR_LAST_MODIFICATION_TIME, time).unwrap();
    let storage = Storage::memory(bare.finish().unwrap().clone());
    let message = Message::on(&storage, plain(), clock).unwrap();
    let before = storage.working();
    message.save_changes(KEEP).unwrap();
    assert!(storage.working().is_same_prefixed("__", &before));
    message.set(tags::PR_SUBJECT, "newest").unwrap();
    message.save_changes(KEEP).unwrap();
    for tag in [tags::PR_CREATION_TIME, tags::PR_MESSAGE_FLAGS] {
        assert_eq!(code(message.prop(tag, true)), SCode::MAPI_E_NOT_FOUND, "{tag}");
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
fn rows_30_31_without_commit_the_caller_decides() {
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
