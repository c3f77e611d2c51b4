//! Behaviours 48–60: attachments.

use openimsg_message::imapi::{
    CopyOptions, Interface, OpenAccess, OpenMode, PropObject, SaveFlags, copy_props,
};
use openimsg_message::table::{Advance, Table};
use openimsg_props::{PropTag, PropValue, SCode, tags};
use openimsg_storage::Overlay;

use super::*;

fn numbers(message: &MessageObject, table: &mut Table) -> Vec<i64> {
    let rows = message.attachment_rows(true);
    table.seek(&rows, openimsg_message::table::Bookmark::BEGINNING, 0).unwrap();
    let rows = table.query_rows(&rows, i32::MAX, Advance::Stay).unwrap();
    rows.iter().map(|row| row[0].value.as_i64().unwrap()).collect()
}

#[test]
fn b048_a_new_attachment_has_no_method_and_no_position() {
    let attachment = new().create_attachment().unwrap();
    assert_eq!(long(&attachment, tags::PR_ATTACH_METHOD), 0);
    assert_eq!(long(&attachment, tags::PR_RENDERING_POSITION), -1);
    assert_eq!(long(&attachment, tags::PR_OBJECT_TYPE), 7);
    assert_eq!(long(&attachment, tags::PR_ATTACH_NUM), 0);
    let key = attachment.prop(tags::PR_RECORD_KEY, true).unwrap();
    assert_eq!(key.as_bytes(), Some([0; 4].as_slice()));
}

#[test]
fn b049_a_new_attachment_is_shown_after_both_saves() {
    let mut message = new();
    let mut table = message.attachment_table(true);
    let number = attach(&mut message, "a");
    assert!(numbers(&message, &mut table).is_empty());
    assert_eq!(message.prop(tags::PR_HASATTACH, true), Ok(PropValue::Boolean(false)));
    message.save_changes(RW).unwrap();
    assert_eq!(numbers(&message, &mut table), [i64::from(number)]);
    assert_eq!(message.prop(tags::PR_HASATTACH, true), Ok(PropValue::Boolean(true)));
}

#[test]
fn b050_one_that_is_not_saved_is_nowhere() {
    let mut message = new();
    let attachment = message.create_attachment().unwrap();
    let opened = message.open_attachment(attachment.number(), None, OpenAccess::Read);
    assert_eq!(opened.map(|_| ()).unwrap_err().scode(), SCode::MAPI_E_NOT_FOUND);
    drop(attachment);
    message.save_changes(RW).unwrap();
    assert_eq!(message.attachment_table(true).row_count(&message.attachment_rows(true)), 0);
}

#[test]
fn b051_numbers_are_not_given_again() {
    let mut message = new();
    assert_eq!((attach(&mut message, "a"), attach(&mut message, "b")), (0, 1));
    message.delete_attachment(1).unwrap();
    message.save_changes(RW).unwrap();
    let mut message = reopened(&message, Access::Modify);
    assert_eq!(attach(&mut message, "c"), 2);
}

#[test]
fn b052_unknown_numbers_are_not_found() {
    let mut message = new();
    let opened = message.open_attachment(7, None, OpenAccess::Read).map(|_| ());
    assert_eq!(opened, Err(SCode::MAPI_E_NOT_FOUND.into()));
    assert_eq!(message.delete_attachment(7), Err(SCode::MAPI_E_NOT_FOUND.into()));
}

#[test]
fn b053_an_attachment_is_no_message() {
    let mut message = new();
    let number = attach(&mut message, "a");
    let open =
        |interface| message.open_attachment(number, Some(interface), OpenAccess::Read).map(|_| ());
    assert_eq!(open(Interface::Message), Err(SCode::MAPI_E_INTERFACE_NOT_SUPPORTED.into()));
    assert_eq!(open(Interface::Attachment), Ok(()));
    assert_eq!(open(Interface::MapiProp), Ok(()));
}

#[test]
fn b054_access_is_what_was_asked_for_and_the_message_allows() {
    let mut message = new();
    let number = attach(&mut message, "a");
    message.save_changes(RW).unwrap();
    let access = |message: &MessageObject, access| {
        message.open_attachment(number, None, access).map(|opened| opened.access())
    };
    assert_eq!(access(&message, OpenAccess::Read), Ok(Access::Read));
    assert_eq!(access(&message, OpenAccess::Modify), Ok(Access::Modify));
    assert_eq!(access(&message, OpenAccess::Best), Ok(Access::Modify));
    let mut message = reopened(&message, Access::Read);
    assert_eq!(access(&message, OpenAccess::Best), Ok(Access::Read));
    assert_eq!(access(&message, OpenAccess::Modify), Err(SCode::MAPI_E_NO_ACCESS.into()));
    assert_eq!(message.delete_attachment(number), Err(SCode::MAPI_E_NO_ACCESS.into()));
    assert_eq!(
        message.create_attachment().map(|_| ()).unwrap_err().scode(),
        SCode::MAPI_E_NO_ACCESS
    );
}

#[test]
fn b055_a_deleted_one_is_gone_from_the_table_at_once() {
    let mut message = new();
    attach(&mut message, "a");
    attach(&mut message, "b");
    message.save_changes(RW).unwrap();
    let mut table = message.attachment_table(true);
    message.delete_attachment(0).unwrap();
    assert_eq!(numbers(&message, &mut table), [1]);
    // The file has it until the message is saved.
    let file = reopened(&message, Access::Read);
    assert_eq!(numbers(&file, &mut file.attachment_table(true)), [0, 1]);
    message.save_changes(RW).unwrap();
    let file = reopened(&message, Access::Read);
    assert_eq!(numbers(&file, &mut file.attachment_table(true)), [1]);
}

#[test]
fn b056_saving_a_deleted_one_fails_whatever_the_flags() {
    let mut message = new();
    let number = attach(&mut message, "a");
    let mut attachment = open(&message, number);
    message.delete_attachment(number).unwrap();
    set(&mut attachment, tags::PR_DISPLAY_NAME, "x");
    for flags in [RW, RW.with(SaveFlags::FORCE_SAVE)] {
        let saved = attachment.save_changes(flags, &mut message);
        assert_eq!(saved, Err(SCode::MAPI_E_OBJECT_DELETED.into()));
    }
}

#[test]
fn b057_what_another_saved_is_overwritten_by_force_only() {
    let mut message = new();
    let number = attach(&mut message, "a");
    let (mut one, mut other) = (open(&message, number), open(&message, number));
    set(&mut one, tags::PR_DISPLAY_NAME, "one");
    set(&mut other, tags::PR_DISPLAY_NAME, "other");
    one.save_changes(RW, &mut message).unwrap();
    assert_eq!(other.save_changes(RW, &mut message), Err(SCode::MAPI_E_OBJECT_CHANGED.into()));
    assert_eq!(text(&open(&message, number), tags::PR_DISPLAY_NAME), "one");
    other.save_changes(RW.with(SaveFlags::FORCE_SAVE), &mut message).unwrap();
    assert_eq!(text(&open(&message, number), tags::PR_DISPLAY_NAME), "other");
}

#[test]
fn b058_an_embedded_message_is_saved_level_by_level() {
    let mut message = new();
    let mut attachment = message.create_attachment().unwrap();
    let mut inner = attachment.open_message(OpenMode::Create).unwrap();
    set(&mut inner, tags::PR_SUBJECT, "inner");
    assert_eq!(inner.save_changes(RW), Err(SCode::MAPI_E_INVALID_OBJECT.into()));
    let missing = attachment.open_message(OpenMode::Read).map(|_| ());
    assert_eq!(missing, Err(SCode::MAPI_E_NOT_FOUND.into()));
    inner.save_into(RW, &mut attachment).unwrap();
    assert_eq!(long(&attachment, tags::PR_ATTACH_METHOD), 5);
    attachment.save_changes(RW, &mut message).unwrap();
    message.save_changes(RW).unwrap();
    let message = reopened(&message, Access::Read);
    let inner = open(&message, 0).open_message(OpenMode::Read).unwrap();
    assert_eq!((text(&inner, tags::PR_SUBJECT).as_str(), inner.access()), ("inner", Access::Read));
    let denied = open(&message, 0).open_message(OpenMode::Modify).map(|_| ());
    assert_eq!(denied, Err(SCode::MAPI_E_NO_ACCESS.into()));
}

#[test]
fn b059_an_attached_storage_is_put_in_when_it_is_committed() {
    let mut message = new();
    let mut attachment = message.create_attachment().unwrap();
    let tag = tags::PR_ATTACH_DATA_OBJ;
    let missing = attachment.open_storage(tag, OpenMode::Read).map(|_| ());
    assert_eq!(missing, Err(SCode::MAPI_E_NOT_FOUND.into()));
    let bytes = attachment.open_storage(tags::PR_ATTACH_DATA_BIN, OpenMode::Create).map(|_| ());
    assert_eq!(bytes, Err(SCode::MAPI_E_INTERFACE_NOT_SUPPORTED.into()));
    let mut storage: Overlay = attachment.open_storage(tag, OpenMode::Create).unwrap();
    storage.create_stream("CONTENTS", b"ole".as_slice()).unwrap();
    attachment.commit_storage(&storage).unwrap();
    assert_eq!(long(&attachment, tags::PR_ATTACH_METHOD), 6);
    attachment.save_changes(RW, &mut message).unwrap();
    message.save_changes(RW).unwrap();
    let message = reopened(&message, Access::Read);
    let attachment = open(&message, 0);
    let storage = attachment.open_storage(tag, OpenMode::Read).unwrap();
    assert!(storage.find("CONTENTS").is_some());
    assert_eq!(attachment.prop(tag, true), Err(SCode::MAPI_E_NO_SUPPORT.into()));
    let message = attachment.open_message(OpenMode::Read).map(|_| ());
    assert_eq!(message, Err(SCode::MAPI_E_INTERFACE_NOT_SUPPORTED.into()));
}

#[test]
fn b060_bytes_are_written_and_read_as_a_stream() {
    use std::io::{Read, Write};
    let mut message = new();
    let mut attachment = message.create_attachment().unwrap();
    let data: PropTag = tags::PR_ATTACH_DATA_BIN;
    let mut stream = attachment.open_stream(data, OpenMode::Create).unwrap();
    stream.write_all(b"content").unwrap();
    stream.commit(&mut attachment).unwrap();
    attachment.save_changes(RW, &mut message).unwrap();
    message.save_changes(RW).unwrap();
    let attachment = open(&reopened(&message, Access::Read), 0);
    let mut read = String::new();
    attachment.open_stream(data, OpenMode::Read).unwrap().read_to_string(&mut read).unwrap();
    assert_eq!(read, "content");
    assert!(long(&attachment, tags::PR_ATTACH_SIZE) > 7);
}

#[test]
fn b113_what_is_attached_is_opened_as_what_it_is() {
    let mut message = new();
    let mut attachment = message.create_attachment().unwrap();
    let (object, bytes) = (tags::PR_ATTACH_DATA_OBJ, tags::PR_ATTACH_DATA_BIN);
    let unspecified = object.with_kind(openimsg_props::PropType::UNSPECIFIED);
    let opened = attachment.open_storage(unspecified, OpenMode::Read).map(|_| ());
    assert_eq!(opened, Err(SCode::MAPI_E_INVALID_PARAMETER.into()));
    let opened = message.open_table(unspecified, true).map(|_| ());
    assert_eq!(opened, Err(SCode::MAPI_E_INVALID_PARAMETER.into()));
    let mut inner = attachment.open_message(OpenMode::Create).unwrap();
    inner.save_into(RW, &mut attachment).unwrap();
    for tag in [object, bytes] {
        let opened = attachment.open_stream(tag, OpenMode::Read).map(|_| ());
        assert_eq!(opened, Err(SCode::MAPI_E_INTERFACE_NOT_SUPPORTED.into()), "{tag}");
    }
    // Bytes take the place of the message: there is one identifier for both.
    attachment.open_stream(bytes, OpenMode::Create).unwrap().commit(&mut attachment).unwrap();
    assert_eq!(attachment.edit().tag_of(object.id()), Some(bytes));
}

#[test]
fn a_message_is_not_saved_over_what_came_after_it() {
    let (mut from, mut to) = (new(), new());
    let (data, force) = (tags::PR_ATTACH_DATA_OBJ, RW.with(SaveFlags::FORCE_SAVE));
    let mut attachment = to.create_attachment().unwrap();
    let mut inner = attachment.open_message(OpenMode::Create).unwrap();
    set(&mut inner, tags::PR_SUBJECT, "inner");
    inner.save_into(RW, &mut attachment).unwrap();
    let storage = attachment.open_storage(data, OpenMode::Modify).unwrap();
    let mut save = |attachment: &mut AttachmentObject| {
        assert_eq!(inner.save_into(RW, attachment), Err(SCode::MAPI_E_OBJECT_CHANGED.into()));
        inner.save_into(force, attachment).unwrap();
        assert_eq!(long(attachment, tags::PR_ATTACH_METHOD), 5);
    };
    attachment.commit_storage(&storage).unwrap();
    save(&mut attachment);

    // What is copied came later too, and so did its move elsewhere.
    let interface = Some(Interface::Attachment);
    let moving = CopyOptions { interface, moved: true, ..CopyOptions::default() };
    let mut other = from.create_attachment().unwrap();
    other.commit_storage(&storage).unwrap();
    assert!(copy_props(&mut other, &[data], &mut attachment, moving).unwrap().is_empty());
    save(&mut attachment);
    assert!(copy_props(&mut attachment, &[data], &mut other, moving).unwrap().is_empty());
    save(&mut attachment);
}
