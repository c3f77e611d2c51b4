//! Behaviours 1–32: getting, listing, setting and deleting properties, streams.

use std::io::{Read, Seek, SeekFrom, Write};

use openimsg_message::imapi::{MessageObject, OpenMode, PropObject, Value};
use openimsg_message::rules::Access;
use openimsg_props::{PropId, PropTag, PropType, PropValue, SCode, Text, tags};

use super::*;

const SUBJECT: PropTag = tags::PR_SUBJECT;
const SUBJECT_A: PropTag = SUBJECT.with_kind(PropType::STRING8);
const UNSPECIFIED: PropTag = SUBJECT.with_kind(PropType::UNSPECIFIED);

fn with_subject(subject: &'static str) -> MessageObject {
    let mut message = new();
    set(&mut message, SUBJECT, subject);
    message
}

#[test]
fn b001_values_come_in_the_order_of_the_tags() {
    let message = with_subject("s");
    let asked = [tags::PR_SENSITIVITY, SUBJECT, tags::PR_IMPORTANCE];
    let answers = message.props(Some(&asked), true).unwrap();
    let tags: Vec<PropTag> = answers.items.iter().map(|value| value.tag).collect();
    assert_eq!((tags.as_slice(), answers.scode()), (asked.as_slice(), SCode::S_OK));
}

#[test]
fn b002_no_tags_are_an_invalid_parameter() {
    assert_eq!(new().props(Some(&[]), true), Err(SCode::MAPI_E_INVALID_PARAMETER.into()));
}

#[test]
fn b003_the_tag_forces_the_type() {
    let message = with_subject("Grüße");
    assert_eq!(message.prop(SUBJECT_A, true).unwrap().kind(), PropType::STRING8);
    assert_eq!(message.prop(SUBJECT, false).unwrap().kind(), PropType::UNICODE);
}

#[test]
fn b004_without_a_type_text_has_the_width_that_is_asked_for() {
    let message = with_subject("s");
    assert_eq!(message.prop(UNSPECIFIED, true).unwrap(), PropValue::from("s"));
    assert_eq!(message.prop(UNSPECIFIED, false).unwrap(), PropValue::String8(Text::new("s")));
    let long = tags::PR_IMPORTANCE.with_kind(PropType::UNSPECIFIED);
    assert_eq!(message.prop(long, false).unwrap(), PropValue::Long(1));
}

#[test]
fn b005_text_that_the_page_lacks_is_a_bad_charwidth() {
    let mut message = with_subject("\u{4E00}");
    set(&mut message, tags::PR_MESSAGE_CODEPAGE, 1252);
    message.save_changes(RW).unwrap();
    let message = reopened(&message, Access::Read);
    assert_eq!(message.prop(SUBJECT_A, true), Err(SCode::MAPI_E_BAD_CHARWIDTH.into()));
}

#[test]
fn b006_another_type_is_unexpected() {
    let message = with_subject("s");
    let long = SUBJECT.with_kind(PropType::LONG);
    assert_eq!(message.prop(long, true), Err(SCode::MAPI_E_UNEXPECTED_TYPE.into()));
}

#[test]
fn b007_a_missing_property_is_an_error_with_its_identifier() {
    let answers = with_subject("s").props(Some(&[SUBJECT, tags::PR_BODY]), true).unwrap();
    assert_eq!(answers.items[1].tag, tags::PR_BODY.with_kind(PropType::ERROR));
    assert_eq!(answers.items[1].error(), Some(SCode::MAPI_E_NOT_FOUND));
    assert_eq!(answers.scode(), SCode::MAPI_W_ERRORS_RETURNED);
}

#[test]
fn b008_all_properties_are_those_of_the_list() {
    let message = with_subject("s");
    let all = message.props(None, true).unwrap();
    let ids: Vec<PropId> = all.items.iter().map(|value| value.tag.id()).collect();
    let list: Vec<PropId> = message.prop_list(true).iter().map(|tag| tag.id()).collect();
    assert_eq!(ids, list);
}

#[test]
fn b009_objects_are_listed_and_not_read() {
    let message = new();
    for tag in [tags::PR_MESSAGE_RECIPIENTS, tags::PR_MESSAGE_ATTACHMENTS] {
        assert!(message.prop_list(true).contains(&tag), "{tag}");
        assert_eq!(message.prop(tag, true), Err(SCode::MAPI_E_NO_SUPPORT.into()));
    }
}

#[test]
fn b010_the_list_has_the_width_that_is_asked_for() {
    let message = with_subject("s");
    assert!(message.prop_list(true).contains(&SUBJECT));
    assert!(message.prop_list(false).contains(&SUBJECT_A));
    assert!(!message.prop_list(false).iter().any(|tag| tag.kind() == PropType::UNICODE));
}

#[test]
fn b011_nothing_to_set_is_an_invalid_parameter() {
    assert_eq!(new().set_props(&[]), Err(SCode::MAPI_E_INVALID_PARAMETER.into()));
}

#[test]
fn b012_null_and_errors_are_passed_over() {
    let mut message = new();
    let values = [
        Value::new(tags::PR_NULL, PropValue::Null),
        Value::of(tags::PR_BODY, Err(SCode::MAPI_E_NOT_FOUND.into())),
        Value::new(SUBJECT, "s"),
    ];
    assert!(message.set_props(&values).unwrap().is_empty());
    assert_eq!(text(&message, SUBJECT), "s");
    assert_eq!(message.prop(tags::PR_BODY, true), Err(SCode::MAPI_E_NOT_FOUND.into()));
}

#[test]
fn b013_objects_and_empty_lists_fail_the_whole_call() {
    let words = PropTag::new(PropId(0x6000), PropType::MV_UNICODE);
    for bad in [
        Value::new(words, PropValue::MvUnicode(vec![])),
        Value::new(
            tags::PR_ATTACH_DATA_OBJ,
            PropValue::Object(openimsg_props::ObjectKind::MESSAGE),
        ),
    ] {
        let mut message = new();
        let values = [Value::new(SUBJECT, "s"), bad];
        assert_eq!(message.set_props(&values), Err(SCode::MAPI_E_INVALID_PARAMETER.into()));
        assert_eq!(message.prop(SUBJECT, true), Err(SCode::MAPI_E_NOT_FOUND.into()));
    }
}

#[test]
fn b014_another_type_replaces_the_value() {
    let mut message = new();
    let id = PropId(0x6001);
    set(&mut message, PropTag::new(id, PropType::LONG), 7);
    set(&mut message, PropTag::new(id, PropType::UNICODE), "seven");
    let list = message.prop_list(true);
    assert_eq!(list.iter().filter(|tag| tag.id() == id).count(), 1);
    assert_eq!(text(&message, PropTag::new(id, PropType::UNICODE)), "seven");
}

#[test]
fn b015_computed_properties_cannot_be_set() {
    let mut message = new();
    for (tag, value) in [
        (tags::PR_HASATTACH, PropValue::Boolean(true)),
        (tags::PR_STORE_SUPPORT_MASK, PropValue::Long(0)),
        (tags::PR_DISPLAY_TO, PropValue::from("x")),
        (tags::PR_MESSAGE_SIZE, PropValue::Long(1)),
        (tags::PR_NORMALIZED_SUBJECT, PropValue::from("x")),
        (tags::PR_ACCESS, PropValue::Long(1)),
    ] {
        assert_eq!(setting(&mut message, tag, value), Some(SCode::MAPI_E_COMPUTED), "{tag}");
    }
}

#[test]
fn b016_a_problem_has_its_index_and_the_others_are_set() {
    let mut message = new();
    let values = [
        Value::new(SUBJECT, "s"),
        Value::new(tags::PR_HASATTACH, true),
        Value::new(tags::PR_BODY, "b"),
    ];
    let problems = message.set_props(&values).unwrap();
    assert_eq!(problems.0.len(), 1);
    assert_eq!((problems.0[0].index, problems.0[0].tag), (1, tags::PR_HASATTACH));
    assert_eq!(
        (text(&message, SUBJECT).as_str(), text(&message, tags::PR_BODY).as_str()),
        ("s", "b")
    );
}

#[test]
fn b017_nothing_can_be_set_in_a_message_that_is_read() {
    let mut message = read_only();
    assert_eq!(message.set_props(&[Value::new(SUBJECT, "x")]), Err(SCode::MAPI_E_NO_ACCESS.into()));
    assert_eq!(message.delete_props(&[SUBJECT]), Err(SCode::MAPI_E_NO_ACCESS.into()));
    assert_eq!(text(&message, SUBJECT), "subject");
}

#[test]
fn b018_types_that_do_not_exist_or_fit() {
    let mut message = new();
    let odd = PropTag::new(PropId(0x6002), PropType(0x0BAD));
    let raw = PropValue::Unknown { kind: PropType(0x0BAD), raw: vec![1].into() };
    assert_eq!(setting(&mut message, odd, raw), Some(SCode::MAPI_E_INVALID_TYPE));
    assert_eq!(setting(&mut message, SUBJECT, 1), Some(SCode::MAPI_E_UNEXPECTED_TYPE));
}

#[test]
fn b019_an_unmapped_name_cannot_be_set() {
    let mut message = new();
    let tag = PropTag::new(PropId(0x8123), PropType::LONG);
    assert_eq!(setting(&mut message, tag, 1), Some(SCode::MAPI_E_UNEXPECTED_ID));
}

#[test]
fn b020_text_is_stored_in_the_width_of_the_message() {
    let mut message = new();
    set(&mut message, SUBJECT_A, PropValue::String8(Text::new("wide")));
    assert_eq!(message.edit().tag_of(SUBJECT.id()), Some(SUBJECT));
    let mut message = ansi();
    set(&mut message, SUBJECT, "narrow");
    assert_eq!(message.edit().tag_of(SUBJECT.id()), Some(SUBJECT_A));
    assert_eq!(text(&message, SUBJECT), "narrow");
}

#[test]
fn b021_what_a_narrow_message_cannot_store() {
    let mut message = ansi();
    assert_eq!(setting(&mut message, SUBJECT, "\u{4E00}"), Some(SCode::MAPI_E_BAD_CHARWIDTH));
}

#[test]
fn b022_deleting_goes_by_identifier() {
    let mut message = with_subject("s");
    let problems = message.delete_props(&[SUBJECT.with_kind(PropType::LONG)]).unwrap();
    assert!(problems.is_empty());
    assert_eq!(message.prop(SUBJECT, true), Err(SCode::MAPI_E_NOT_FOUND.into()));
}

#[test]
fn b023_nothing_to_delete_is_an_invalid_parameter() {
    assert_eq!(new().delete_props(&[]), Err(SCode::MAPI_E_INVALID_PARAMETER.into()));
}

#[test]
fn b024_deleting_what_is_missing_or_computed_is_a_problem() {
    let mut message = new();
    let problems = message.delete_props(&[tags::PR_BODY, tags::PR_CREATION_TIME]).unwrap();
    assert_eq!(problems.of(tags::PR_BODY), Some(SCode::MAPI_E_NOT_FOUND));
    assert_eq!(problems.of(tags::PR_CREATION_TIME), Some(SCode::MAPI_E_COMPUTED));
}

#[test]
fn b025_large_values_are_to_be_read_as_streams() {
    let mut message = new();
    let large = vec![7_u8; (16 << 20) + 1];
    set(&mut message, tags::PR_RTF_COMPRESSED, large);
    assert_eq!(
        message.prop(tags::PR_RTF_COMPRESSED, true),
        Err(SCode::MAPI_E_NOT_ENOUGH_MEMORY.into())
    );
    let stream = message.open_stream(tags::PR_RTF_COMPRESSED, OpenMode::Read).unwrap();
    assert_eq!(stream.len(), (16 << 20) + 1);
}

#[test]
fn b026_a_stream_reads_in_the_width_of_its_tag() {
    let message = with_subject("Grüße");
    let read = |tag| {
        let mut bytes = Vec::new();
        message.open_stream(tag, OpenMode::Read).unwrap().read_to_end(&mut bytes).unwrap();
        bytes
    };
    assert_eq!(read(SUBJECT), openimsg_props::encode_utf16le("Grüße"));
    let page = message.edit().code_page();
    assert_eq!(read(SUBJECT_A), *page.encode("Grüße").unwrap());
}

#[test]
fn b027_streams_need_a_type_of_bytes_or_text() {
    let message = with_subject("s");
    let open = |tag| message.open_stream(tag, OpenMode::Read).map(|_| ());
    assert_eq!(open(UNSPECIFIED), Err(SCode::MAPI_E_INVALID_PARAMETER.into()));
    assert_eq!(open(tags::PR_IMPORTANCE), Err(SCode::MAPI_E_INTERFACE_NOT_SUPPORTED.into()));
    assert_eq!(open(tags::PR_BODY), Err(SCode::MAPI_E_NOT_FOUND.into()));
}

#[test]
fn b028_a_stream_of_a_message_that_is_read_cannot_be_written() {
    let message = read_only();
    for mode in [OpenMode::Modify, OpenMode::Create] {
        let opened = message.open_stream(tags::PR_BODY, mode).map(|_| ());
        assert_eq!(opened, Err(SCode::MAPI_E_NO_ACCESS.into()));
    }
    let mut stream = message.open_stream(SUBJECT, OpenMode::Read).unwrap();
    let error = stream.write(b"x").unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::PermissionDenied);
}

#[test]
fn b029_what_is_written_is_there_once_it_is_committed() {
    let mut message = new();
    let mut stream = message.open_stream(tags::PR_BODY, OpenMode::Create).unwrap();
    stream.write_all(&openimsg_props::encode_utf16le("text")).unwrap();
    assert_eq!(message.prop(tags::PR_BODY, true), Err(SCode::MAPI_E_NOT_FOUND.into()));
    stream.commit(&mut message).unwrap();
    assert_eq!(text(&message, tags::PR_BODY), "text");
    // It goes on from where it was.
    stream.seek(SeekFrom::Start(0)).unwrap();
    stream.write_all(b"T\0").unwrap();
    stream.commit(&mut message).unwrap();
    assert_eq!(text(&message, tags::PR_BODY), "Text");
}

#[test]
fn b030_making_discards_and_changing_keeps() {
    let mut message = with_subject("old");
    let stream = message.open_stream(SUBJECT, OpenMode::Create).unwrap();
    assert!(stream.is_empty());
    let mut stream = message.open_stream(SUBJECT, OpenMode::Modify).unwrap();
    stream.seek(SeekFrom::End(0)).unwrap();
    stream.write_all(b"!\0").unwrap();
    stream.commit(&mut message).unwrap();
    assert_eq!(text(&message, SUBJECT), "old!");
    stream.set_len(2).unwrap();
    stream.commit(&mut message).unwrap();
    assert_eq!(text(&message, SUBJECT), "o");
}

#[test]
fn b031_a_new_text_ends_the_agreement_with_the_rtf() {
    let sync = tags::PR_RTF_IN_SYNC;
    let mut message = new();
    set(&mut message, tags::PR_BODY, "some text");
    set(&mut message, sync, true);
    set(&mut message, tags::PR_BODY, " some\r\ntext ");
    assert_eq!(message.prop(sync, true), Ok(PropValue::Boolean(true)));
    set(&mut message, tags::PR_BODY, "another text");
    assert_eq!(message.prop(sync, true), Err(SCode::MAPI_E_NOT_FOUND.into()));
    // Who says so in the same call is believed.
    let values = [Value::new(sync, true), Value::new(tags::PR_BODY, "a third")];
    assert!(message.set_props(&values).unwrap().is_empty());
    assert_eq!(message.prop(sync, true), Ok(PropValue::Boolean(true)));
}

#[test]
fn b032_run_time_properties_follow_how_it_is_open() {
    let message = new();
    assert_eq!(long(&message, tags::PR_OBJECT_TYPE), 5);
    assert_eq!(long(&message, tags::PR_ACCESS), 3);
    assert_eq!(long(&message, tags::PR_ACCESS_LEVEL), 1);
    assert_eq!(long(&message, tags::PR_STORE_SUPPORT_MASK), 0x0004_0E79);
    assert_eq!(long(&ansi(), tags::PR_STORE_SUPPORT_MASK), 0x0E79);
    let message = read_only();
    assert_eq!(message.access(), Access::Read);
    assert_eq!(long(&message, tags::PR_ACCESS), 2);
    assert_eq!(long(&message, tags::PR_ACCESS_LEVEL), 0);
}

#[test]
fn b111_neither_null_nor_identifier_zero_can_be_set() {
    let mut message = new();
    let null = PropTag::new(PropId(0x6000), PropType::NULL);
    assert_eq!(setting(&mut message, null, PropValue::Null), Some(SCode::MAPI_E_INVALID_TYPE));
    let zero = PropTag::new(PropId(0), PropType::LONG);
    assert_eq!(setting(&mut message, zero, 1), Some(SCode::MAPI_E_UNEXPECTED_ID));
}

#[test]
fn b112_a_text_that_is_written_or_copied_ends_the_agreement_too() {
    use openimsg_message::imapi::{CopyOptions, Interface, copy_props};
    let (body, sync) = (tags::PR_BODY, tags::PR_RTF_IN_SYNC);
    let options = CopyOptions { interface: Some(Interface::Message), ..CopyOptions::default() };
    let mut message = new();
    set(&mut message, body, "some text");
    for (new_text, stays) in [("some\r\ntext", true), ("another", false)] {
        set(&mut message, sync, true);
        let mut stream = message.open_stream(body, OpenMode::Create).unwrap();
        stream.write_all(&openimsg_props::encode_utf16le(new_text)).unwrap();
        stream.commit(&mut message).unwrap();
        assert_eq!(message.prop(sync, true).is_ok(), stays, "{new_text}");
        let mut to = new();
        set(&mut to, body, "some text");
        set(&mut to, sync, true);
        assert!(copy_props(&mut message, &[body], &mut to, options).unwrap().is_empty());
        assert_eq!(to.prop(sync, true).is_ok(), stays, "{new_text}");
    }
    // What is copied with it is believed.
    set(&mut message, sync, true);
    let mut to = new();
    assert!(copy_props(&mut message, &[sync, body], &mut to, options).unwrap().is_empty());
    assert_eq!(to.prop(sync, true), Ok(PropValue::Boolean(true)));
}
