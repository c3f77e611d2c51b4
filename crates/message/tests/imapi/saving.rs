//! Behaviours 70–79: saving, and marks that a message was read.

use openimsg_message::imapi::{MessageObject, PropObject, ReadFlags, SaveFlags};
use openimsg_props::{SCode, tags};

use super::*;

fn flags(message: &MessageObject) -> i64 {
    long(message, tags::PR_MESSAGE_FLAGS)
}

#[test]
fn b070_nothing_reaches_the_storage_before_it_is_saved() {
    let mut message = new();
    set(&mut message, tags::PR_SUBJECT, "first");
    assert!(message.saved().is_none());
    message.save_changes(RW).unwrap();
    set(&mut message, tags::PR_SUBJECT, "second");
    assert_eq!(text(&reopened(&message, Access::Read), tags::PR_SUBJECT), "first");
    message.save_changes(RW).unwrap();
    assert_eq!(text(&reopened(&message, Access::Read), tags::PR_SUBJECT), "second");
}

#[test]
fn b071_how_it_stays_open() {
    for (flags, access) in [
        (SaveFlags::KEEP_OPEN_READWRITE, Access::Modify),
        (SaveFlags::KEEP_OPEN_READONLY, Access::Read),
        (SaveFlags::NONE, Access::Read),
    ] {
        let mut message = new();
        message.save_changes(flags).unwrap();
        assert_eq!(message.access(), access, "{flags:?}");
    }
}

#[test]
fn b072_flags_that_cannot_be() {
    let mut message = new();
    let unknown = Err(SCode::MAPI_E_UNKNOWN_FLAGS.into());
    assert_eq!(message.save_changes(SaveFlags(0x10)), unknown);
    assert_eq!(message.save_changes(SaveFlags(3)), Err(SCode::MAPI_E_INVALID_PARAMETER.into()));
    // These mean nothing here.
    assert_eq!(message.save_changes(SaveFlags(0x2 | 0x8 | 0x80 | 0x1000)), Ok(()));
}

#[test]
fn b073_a_message_that_is_read_cannot_be_saved() {
    let mut message = read_only();
    assert_eq!(message.save_changes(RW), Err(SCode::MAPI_E_NO_ACCESS.into()));
    assert!(message.saved().is_none());
}

#[test]
fn b074_parts_of_the_subject_follow_when_it_is_saved() {
    let mut message = new();
    set(&mut message, tags::PR_SUBJECT, "RE: Hello");
    message.save_changes(RW).unwrap();
    assert_eq!(text(&message, tags::PR_SUBJECT_PREFIX), "RE: ");
    assert_eq!(text(&message, tags::PR_NORMALIZED_SUBJECT), "Hello");
    set(&mut message, tags::PR_SUBJECT, "Project: Hello");
    set(&mut message, tags::PR_SUBJECT_PREFIX, "Project: ");
    message.save_changes(RW).unwrap();
    assert_eq!(text(&message, tags::PR_NORMALIZED_SUBJECT), "Hello");
}

#[test]
fn b075_the_size_is_there_once_it_was_saved() {
    let mut message = new();
    assert_eq!(message.prop(tags::PR_MESSAGE_SIZE, true), Err(SCode::MAPI_E_NOT_FOUND.into()));
    message.save_changes(RW).unwrap();
    let before = long(&message, tags::PR_MESSAGE_SIZE);
    set(&mut message, tags::PR_BODY, "a text of some length");
    message.save_changes(RW).unwrap();
    assert!(long(&message, tags::PR_MESSAGE_SIZE) > before);
    assert!(!message.edit().has(tags::PR_MESSAGE_SIZE.id()), "it is not stored");
}

#[test]
fn b076_a_second_save_tells_that_it_was_modified() {
    let mut message = new();
    assert_eq!(flags(&message), 0x8 | 0x2);
    set(&mut message, tags::PR_SUBJECT, "s");
    message.save_changes(RW).unwrap();
    assert_eq!(flags(&message), 0x8 | 0x2);
    set(&mut message, tags::PR_SUBJECT, "t");
    message.save_changes(RW).unwrap();
    assert_eq!(flags(&message), 0x8);
}

#[test]
fn b077_a_message_without_a_class_gets_one() {
    let mut message = new();
    assert!(message.delete_props(&[tags::PR_MESSAGE_CLASS]).unwrap().is_empty());
    message.save_changes(RW).unwrap();
    assert_eq!(text(&message, tags::PR_MESSAGE_CLASS), "IPM");
}

#[test]
fn b078_marks_that_it_was_read() {
    let mut message = new();
    let start = 0xA | 0x300;
    set(&mut message, tags::PR_MESSAGE_FLAGS, start);
    let mut marked = |read: ReadFlags| message.set_read_flag(read).map(|()| flags(&message));
    assert_eq!(marked(ReadFlags::READ), Ok(0x30B));
    assert_eq!(marked(ReadFlags::CLEAR_READ_FLAG), Ok(0x30A));
    assert_eq!(marked(ReadFlags::SUPPRESS_RECEIPT), Ok(0x30B));
    assert_eq!(marked(ReadFlags::CLEAR_RN_PENDING), Ok(0x20B));
    assert_eq!(marked(ReadFlags::CLEAR_NRN_PENDING), Ok(0xB));
    let clear = ReadFlags::CLEAR_READ_FLAG;
    for other in [ReadFlags::SUPPRESS_RECEIPT, ReadFlags::GENERATE_RECEIPT_ONLY] {
        assert_eq!(marked(clear.with(other)), Err(SCode::MAPI_E_INVALID_PARAMETER.into()));
    }
    assert_eq!(marked(ReadFlags(2)), Err(SCode::MAPI_E_UNKNOWN_FLAGS.into()));
    set(&mut message, tags::PR_READ_RECEIPT_REQUESTED, true);
    let both = ReadFlags::SUPPRESS_RECEIPT.with(ReadFlags::GENERATE_RECEIPT_ONLY);
    message.set_read_flag(both).unwrap();
    let requested = message.prop(tags::PR_READ_RECEIPT_REQUESTED, true);
    assert_eq!(requested, Err(SCode::MAPI_E_NOT_FOUND.into()));
    assert_eq!(read_only().set_read_flag(ReadFlags::READ), Err(SCode::MAPI_E_NO_ACCESS.into()));
}

#[test]
fn b079_messages_in_files_cannot_be_submitted() {
    assert_eq!(new().submit(), Err(SCode::MAPI_E_NO_SUPPORT.into()));
}
