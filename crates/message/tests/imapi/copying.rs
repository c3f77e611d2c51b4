//! Behaviours 92–101, 109, 110, 114 and 115: copying and moving.

use openimsg_message::imapi::{
    AttachmentObject, CopyOptions, Interface, OpenMode, PropObject, copy_props, copy_to,
};
use openimsg_props::guids::PS_PUBLIC_STRINGS;
use openimsg_props::named::NamedProperty;
use openimsg_props::{PropType, SCode, tags};
use openimsg_storage::Store;

use super::*;

const MESSAGE: CopyOptions<'_> =
    CopyOptions { interface: Some(Interface::Message), excluded: &[], moved: false, keep: false };

/// A message with a bit of everything.
fn full() -> MessageObject {
    let mut message = new();
    set(&mut message, tags::PR_SUBJECT, "subject");
    set(&mut message, tags::PR_BODY, "body");
    add_recipients(&mut message, &[recipient(1, "a"), recipient(2, "b")]);
    attach(&mut message, "a.txt");
    message.save_changes(RW).unwrap();
    message
}

fn count(message: &MessageObject) -> (u32, u32) {
    let recipients = message.recipient_table(true).row_count(&message.recipient_rows(true));
    (recipients, message.attachment_table(true).row_count(&message.attachment_rows(true)))
}

#[test]
fn b092_everything_is_copied() {
    let (mut from, mut to) = (full(), new());
    let problems = copy_to(&mut from, None, &mut to, MESSAGE).unwrap();
    // What the destination computes can be disregarded.
    assert!(problems.0.iter().all(|p| p.scode() == SCode::MAPI_E_COMPUTED), "{problems:?}");
    to.save_changes(RW).unwrap();
    let to = reopened(&to, Access::Read);
    assert_eq!(text(&to, tags::PR_SUBJECT), "subject");
    assert_eq!(text(&to, tags::PR_BODY), "body");
    assert_eq!(text(&to, tags::PR_DISPLAY_TO), "a");
    assert_eq!(count(&to), (2, 1));
    assert_eq!(text(&open(&to, 0), tags::PR_ATTACH_LONG_FILENAME), "a.txt");
}

#[test]
fn b093_exclusion_goes_by_identifier_and_covers_tables() {
    let (mut from, mut to) = (full(), new());
    let exclude = [
        tags::PR_BODY.with_kind(PropType::LONG),
        tags::PR_MESSAGE_RECIPIENTS,
        tags::PR_MESSAGE_ATTACHMENTS,
    ];
    let problems = copy_to(&mut from, Some(&exclude), &mut to, MESSAGE).unwrap();
    assert_eq!(problems.of(tags::PR_SUBJECT), None);
    to.save_changes(RW).unwrap();
    assert_eq!(to.prop(tags::PR_BODY, true), Err(SCode::MAPI_E_NOT_FOUND.into()));
    assert_eq!((text(&to, tags::PR_SUBJECT).as_str(), count(&to)), ("subject", (0, 0)));
}

#[test]
fn b094_what_cannot_be_asked_for() {
    let invalid = Err(SCode::MAPI_E_INVALID_PARAMETER.into());
    let (mut from, mut to) = (full(), new());
    let none = CopyOptions { interface: None, ..MESSAGE };
    assert_eq!(copy_to(&mut from, None, &mut to, none), invalid);
    assert_eq!(copy_to(&mut from, Some(&[]), &mut to, MESSAGE), invalid);
    assert_eq!(copy_to(&mut from, Some(&[tags::PR_NULL]), &mut to, MESSAGE), invalid);
    assert_eq!(copy_props(&mut from, &[], &mut to, MESSAGE), invalid);
    assert_eq!(copy_props(&mut from, &[tags::PR_NULL], &mut to, MESSAGE), invalid);
    let unsupported = Err(SCode::MAPI_E_INTERFACE_NOT_SUPPORTED.into());
    let attachment = CopyOptions { interface: Some(Interface::Attachment), ..MESSAGE };
    assert_eq!(copy_to(&mut from, None, &mut to, attachment), unsupported);
    let excluded = CopyOptions { excluded: &[Interface::Message], ..MESSAGE };
    assert_eq!(copy_to(&mut from, None, &mut to, excluded), unsupported);
}

#[test]
fn b095_a_destination_that_is_read_or_is_the_source() {
    let mut from = full();
    let denied = Err(SCode::MAPI_E_NO_ACCESS.into());
    assert_eq!(copy_to(&mut from, None, &mut read_only(), MESSAGE), denied);
    let (mut one, mut same) = (open(&from, 0), open(&from, 0));
    let options = CopyOptions { interface: Some(Interface::Attachment), ..MESSAGE };
    assert_eq!(copy_to(&mut one, None, &mut same, options), denied);
}

#[test]
fn b096_a_message_cannot_be_copied_into_itself() {
    let mut from = full();
    let attachment = from.create_attachment().unwrap();
    let mut inner = attachment.open_message(OpenMode::Create).unwrap();
    let copied = copy_to(&mut from, None, &mut inner, MESSAGE);
    assert_eq!(copied, Err(SCode::MAPI_E_FOLDER_CYCLE.into()));
    // The other way is another matter.
    assert!(copy_to(&mut inner, None, &mut from, MESSAGE).is_ok());
}

#[test]
fn b097_names_are_translated() {
    let name = |name| NamedProperty::name(PS_PUBLIC_STRINGS, name);
    let (mut from, mut to) = (new(), new());
    to.ids_from_names(Some(&[name("other")]), true).unwrap();
    let tag = from.ids_from_names(Some(&[name("mine")]), true).unwrap().items[0];
    set(&mut from, tag.with_kind(PropType::LONG), 42);
    _ = copy_to(&mut from, None, &mut to, MESSAGE).unwrap();
    let there = to.ids_from_names(Some(&[name("mine")]), false).unwrap().items[0];
    assert_ne!(there, tag);
    assert_eq!(long(&to, there.with_kind(PropType::LONG)), 42);
    assert_eq!(
        to.prop(tag.with_kind(PropType::LONG), true),
        Err(SCode::MAPI_E_NOT_FOUND.into()),
        "it means something else there"
    );
}

#[test]
fn b098_embedded_messages_are_copied_with_their_names() {
    let name = |name| NamedProperty::name(PS_PUBLIC_STRINGS, name);
    let (mut from, mut to) = (new(), new());
    to.ids_from_names(Some(&[name("other")]), true).unwrap();
    let mut attachment = from.create_attachment().unwrap();
    let mut inner = attachment.open_message(OpenMode::Create).unwrap();
    let tag = inner.ids_from_names(Some(&[name("mine")]), true).unwrap().items[0];
    set(&mut inner, tag.with_kind(PropType::LONG), 42);
    set(&mut inner, tags::PR_SUBJECT, "inner");
    inner.save_into(RW, &mut attachment).unwrap();
    attachment.save_changes(RW, &mut from).unwrap();
    from.save_changes(RW).unwrap();

    _ = copy_to(&mut from, None, &mut to, MESSAGE).unwrap();
    to.save_changes(RW).unwrap();
    let to = reopened(&to, Access::Read);
    let mut inner = open(&to, 0).open_message(OpenMode::Read).unwrap();
    assert_eq!(text(&inner, tags::PR_SUBJECT), "inner");
    let there = inner.ids_from_names(Some(&[name("mine")]), false).unwrap().items[0];
    assert_eq!(long(&inner, there.with_kind(PropType::LONG)), 42);
}

#[test]
fn b099_what_is_there_can_be_kept() {
    let (mut from, mut to) = (full(), new());
    set(&mut to, tags::PR_SUBJECT, "kept");
    add_recipients(&mut to, &[recipient(1, "kept")]);
    let keep = CopyOptions { keep: true, ..MESSAGE };
    _ = copy_to(&mut from, None, &mut to, keep).unwrap();
    to.save_changes(RW).unwrap();
    assert_eq!(text(&to, tags::PR_SUBJECT), "kept");
    assert_eq!(text(&to, tags::PR_BODY), "body");
    assert_eq!(text(&to, tags::PR_DISPLAY_TO), "kept");
    assert_eq!(count(&to), (1, 1));
}

#[test]
fn b100_moving_deletes_at_the_source() {
    let (mut from, mut to) = (full(), new());
    let moved = CopyOptions { moved: true, ..MESSAGE };
    let include = [
        tags::PR_SUBJECT,
        tags::PR_MESSAGE_RECIPIENTS,
        tags::PR_MESSAGE_ATTACHMENTS,
        tags::PR_TRANSPORT_MESSAGE_HEADERS,
    ];
    let problems = copy_props(&mut from, &include, &mut to, moved).unwrap();
    assert_eq!(problems.0.len(), 1);
    assert_eq!((problems.0[0].index, problems.0[0].scode()), (3, SCode::MAPI_E_NOT_FOUND));
    to.save_changes(RW).unwrap();
    assert_eq!((text(&to, tags::PR_SUBJECT).as_str(), count(&to)), ("subject", (2, 1)));
    assert_eq!(from.prop(tags::PR_SUBJECT, true), Err(SCode::MAPI_E_NOT_FOUND.into()));
    assert_eq!((text(&from, tags::PR_BODY).as_str(), count(&from)), ("body", (0, 0)));
    let source = copy_props(&mut read_only(), &include, &mut to, moved);
    assert_eq!(source, Err(SCode::MAPI_E_NO_ACCESS.into()));
}

#[test]
fn b101_text_takes_the_width_of_the_destination() {
    let (mut from, mut to) = (full(), ansi());
    _ = copy_to(&mut from, None, &mut to, MESSAGE).unwrap();
    to.save_changes(RW).unwrap();
    let narrow = tags::PR_SUBJECT.with_kind(PropType::STRING8);
    assert_eq!(to.edit().tag_of(tags::PR_SUBJECT.id()), Some(narrow));
    assert_eq!(text(&reopened(&to, Access::Read), tags::PR_SUBJECT), "subject");
}

#[test]
fn b109_what_may_not_be_read_is_not_copied() {
    let (mut from, mut to) = (full(), new());
    let hidden = openimsg_props::Attributes::WRITEABLE;
    assert!(from.set_attributes(&[tags::PR_BODY], &[hidden]).unwrap().is_empty());
    let problems = copy_to(&mut from, None, &mut to, MESSAGE).unwrap();
    assert_eq!(problems.of(tags::PR_BODY), Some(SCode::MAPI_E_NO_ACCESS));
    assert!(!to.edit().has(tags::PR_BODY.id()));
    assert_eq!(text(&to, tags::PR_SUBJECT), "subject");
}

#[test]
fn b110_the_code_page_of_narrow_text_is_neither_copied_nor_changed() {
    let page = tags::PR_MESSAGE_CODEPAGE;
    let (mut from, mut to) = (new(), ansi());
    set(&mut from, page, 1250);
    set(&mut to, tags::PR_SUBJECT, "Grüße");
    let problems = copy_to(&mut from, None, &mut to, MESSAGE).unwrap();
    assert_eq!(problems.of(page), Some(SCode::MAPI_E_COMPUTED));
    assert_eq!(setting(&mut to, page, 1250), Some(SCode::MAPI_E_COMPUTED));
    assert_eq!(setting(&mut to, page, 1252), None);
    assert_eq!(to.delete_props(&[page]).unwrap().of(page), Some(SCode::MAPI_E_COMPUTED));
    // It is not moved away either.
    let moved = CopyOptions { moved: true, ..MESSAGE };
    let problems = copy_to(&mut to, None, &mut new(), moved).unwrap();
    assert_eq!(problems.of(page), Some(SCode::MAPI_E_COMPUTED));
    set(&mut to, tags::PR_SUBJECT, "Grüße");
    to.save_changes(RW).unwrap();
    assert_eq!(text(&reopened(&to, Access::Read), tags::PR_SUBJECT), "Grüße");
}

const ATTACHMENT: CopyOptions<'_> =
    CopyOptions { interface: Some(Interface::Attachment), ..MESSAGE };

/// The message in an attachment, saved and opened again.
fn saved_in(attachment: &mut AttachmentObject, message: &mut MessageObject) -> MessageObject {
    attachment.save_changes(RW, message).unwrap();
    message.save_changes(RW).unwrap();
    reopened(message, Access::Read)
}

#[test]
fn b114_an_attached_message_is_copied_from_attachment_to_attachment() {
    let name = |name| NamedProperty::name(PS_PUBLIC_STRINGS, name);
    let (mut from, mut to) = (new(), new());
    to.ids_from_names(Some(&[name("other")]), true).unwrap();
    let mut source = from.create_attachment().unwrap();
    let mut inner = source.open_message(OpenMode::Create).unwrap();
    let tag = inner.ids_from_names(Some(&[name("mine")]), true).unwrap().items[0];
    set(&mut inner, tag.with_kind(PropType::LONG), 42);
    set(&mut inner, tags::PR_SUBJECT, "inner");
    inner.save_into(RW, &mut source).unwrap();
    set(&mut source, tags::PR_DISPLAY_NAME, "shown");
    source.save_changes(RW, &mut from).unwrap();

    let mut copy = to.create_attachment().unwrap();
    let problems = copy_to(&mut source, None, &mut copy, ATTACHMENT).unwrap();
    assert!(problems.0.iter().all(|p| p.scode() == SCode::MAPI_E_COMPUTED), "{problems:?}");
    let to = saved_in(&mut copy, &mut to);
    let there = open(&to, 0);
    assert_eq!(text(&there, tags::PR_DISPLAY_NAME), "shown");
    assert_eq!(long(&there, tags::PR_ATTACH_METHOD), 5);
    let mut inner = there.open_message(OpenMode::Read).unwrap();
    assert_eq!(text(&inner, tags::PR_SUBJECT), "inner");
    let named = inner.ids_from_names(Some(&[name("mine")]), false).unwrap().items[0];
    assert_ne!(named, tag, "it is another number there");
    assert_eq!(long(&inner, named.with_kind(PropType::LONG)), 42);

    // A message has no place for it, and what is there can be kept.
    let data = [tags::PR_ATTACH_DATA_OBJ];
    let options = CopyOptions { interface: Some(Interface::MapiProp), ..MESSAGE };
    let problems = copy_props(&mut source, &data, &mut new(), options).unwrap();
    assert_eq!(problems.of(data[0]), Some(SCode::MAPI_E_INTERFACE_NOT_SUPPORTED));
    let kept = CopyOptions { keep: true, ..ATTACHMENT };
    assert!(copy_props(&mut source, &data, &mut copy, kept).unwrap().is_empty());
}

#[test]
fn b115_an_attached_storage_moves_from_attachment_to_attachment() {
    let mut storage = openimsg_storage::Overlay::empty();
    storage.create_stream("CONTENTS", b"ole".as_slice()).unwrap();
    let (mut from, mut to) = (new(), new());
    let mut source = from.create_attachment().unwrap();
    source.commit_storage(&storage).unwrap();
    let mut copy = to.create_attachment().unwrap();
    let data = tags::PR_ATTACH_DATA_OBJ;
    let moved = CopyOptions { moved: true, ..ATTACHMENT };
    assert!(copy_props(&mut source, &[data], &mut copy, moved).unwrap().is_empty());
    let gone = source.open_storage(data, OpenMode::Read).map(|_| ());
    assert_eq!(gone, Err(SCode::MAPI_E_NOT_FOUND.into()));
    let to = saved_in(&mut copy, &mut to);
    let there = open(&to, 0).open_storage(data, OpenMode::Read).unwrap();
    let stream = there.find("CONTENTS").unwrap();
    assert_eq!(&*there.content(&stream).unwrap(), b"ole");
}

/// Long values are not read to be copied: neither limit for what is read or held stands against
/// it, and what is left of a damaged one is copied as that.
#[test]
fn values_longer_than_what_may_be_read_are_copied() {
    const LEN: usize = 50_000;
    let mut made = MessageEdit::new(options()).unwrap();
    made.set(tags::PR_BODY, "b".repeat(LEN)).unwrap();
    made.attach("long.bin", vec![0xA5; LEN]).unwrap();
    made.attach("short.bin", vec![1; 10]).unwrap();
    let made = made.to_vec().unwrap();
    let mut limited = options();
    limited.open.limits.decoded_bytes = 20_000;
    limited.open.limits.pending_bytes = 20_000;
    let data = tags::PR_ATTACH_DATA_BIN;

    let mut from = MessageObject::open(made.clone(), limited.clone(), Access::Modify).unwrap();
    assert!(from.edit().get(tags::PR_BODY.id()).is_err(), "it cannot be read");
    let mut to = MessageObject::create(limited).unwrap();
    let problems = copy_to(&mut from, None, &mut to, MESSAGE).unwrap();
    assert!(problems.0.iter().all(|p| p.scode() == SCode::MAPI_E_COMPUTED), "{problems:?}");
    let mut source = open(&from, 0);
    let mut copy = to.create_attachment().unwrap();
    assert!(copy_props(&mut source, &[data], &mut copy, ATTACHMENT).unwrap().is_empty());
    copy.save_changes(RW, &mut to).unwrap();
    assert!(to.edit().budget().used(openimsg_base::Limit::PendingBytes) < 20_000);
    drop((from, source));
    to.save_changes(RW).unwrap();
    let there = reopened(&to, Access::Read);
    assert_eq!(text(&there, tags::PR_BODY), "b".repeat(LEN));
    for (number, expected) in [(0, vec![0xA5; LEN]), (1, vec![1; 10]), (2, vec![0xA5; LEN])] {
        let copied = open(&there, number).prop(data, true).unwrap();
        assert_eq!(copied.as_bytes(), Some(expected.as_slice()), "{number}");
    }

    // The file ends before the last bytes of the long one: zeros are in their place.
    let end = made.len() - made.iter().rev().position(|byte| *byte == 0xA5).unwrap();
    let from = MessageObject::open(made[..end - 5].to_vec(), options(), Access::Read).unwrap();
    let mut to = new();
    let mut copy = to.create_attachment().unwrap();
    assert!(copy_props(&mut open(&from, 0), &[data], &mut copy, ATTACHMENT).unwrap().is_empty());
    let copied = open(&saved_in(&mut copy, &mut to), 0).prop(data, true).unwrap();
    assert_eq!(copied.as_bytes(), Some([vec![0xA5; LEN - 5], vec![0; 5]].concat().as_slice()));
    // Without a whole sector it cannot be read, which is found out at once.
    let from = MessageObject::open(made[..end - 1000].to_vec(), options(), Access::Read).unwrap();
    let problems = copy_props(&mut open(&from, 0), &[data], &mut copy, ATTACHMENT).unwrap();
    assert_eq!(problems.of(data), Some(SCode::MAPI_E_CORRUPT_DATA));
}
