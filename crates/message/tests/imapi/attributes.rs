//! Behaviours 33–39: what may be done to properties.

use openimsg_message::rules::NOT_PRESENT;
use openimsg_props::{Attributes, PropTag, SCode, tags};

use super::*;

fn give(object: &mut dyn PropObject, tag: PropTag, attributes: Attributes) -> Option<SCode> {
    object.set_attributes(&[tag], &[attributes]).unwrap().of(tag)
}

#[test]
fn b033_one_word_for_each_property() {
    let mut message = new();
    set(&mut message, tags::PR_SUBJECT, "s");
    let asked = [tags::PR_SUBJECT, tags::PR_BODY, tags::PR_CREATION_TIME];
    let words = message.attributes(&asked);
    assert_eq!(words, [Attributes::READ_WRITE, NOT_PRESENT, Attributes::READABLE]);
}

#[test]
fn b034_words_and_properties_must_be_as_many() {
    let mut message = new();
    let asked = message.set_attributes(&[tags::PR_SUBJECT], &[]);
    assert_eq!(asked, Err(SCode::MAPI_E_INVALID_PARAMETER.into()));
    assert_eq!(message.set_attributes(&[], &[]), Err(SCode::MAPI_E_INVALID_PARAMETER.into()));
}

#[test]
fn b035_what_is_not_writeable_cannot_be_set_and_stays_so_in_the_file() {
    let mut message = new();
    set(&mut message, tags::PR_SUBJECT, "s");
    assert_eq!(give(&mut message, tags::PR_SUBJECT, Attributes::READABLE), None);
    assert_eq!(setting(&mut message, tags::PR_SUBJECT, "x"), Some(SCode::MAPI_E_NO_ACCESS));
    message.save_changes(RW).unwrap();
    let mut message = reopened(&message, Access::Modify);
    assert_eq!(message.attributes(&[tags::PR_SUBJECT]), [Attributes::READABLE]);
    assert_eq!(setting(&mut message, tags::PR_SUBJECT, "x"), Some(SCode::MAPI_E_NO_ACCESS));
    assert_eq!(text(&message, tags::PR_SUBJECT), "s");
}

#[test]
fn b036_what_is_not_readable_cannot_be_got() {
    let mut message = new();
    set(&mut message, tags::PR_SUBJECT, "s");
    give(&mut message, tags::PR_SUBJECT, Attributes::WRITEABLE);
    assert_eq!(message.prop(tags::PR_SUBJECT, true), Err(SCode::MAPI_E_NO_ACCESS.into()));
    assert_eq!(setting(&mut message, tags::PR_SUBJECT, "x"), None);
}

#[test]
fn b037_what_is_mandatory_cannot_be_deleted() {
    let mut message = new();
    let number = attach(&mut message, "a");
    let mut attachment = open(&message, number);
    let mandatory = Attributes::READ_WRITE.with(Attributes::MANDATORY);
    for tag in [tags::PR_ATTACH_METHOD, tags::PR_RENDERING_POSITION] {
        assert_eq!(attachment.attributes(&[tag]), [mandatory]);
        let problems = attachment.delete_props(&[tag]).unwrap();
        assert_eq!(problems.of(tag), Some(SCode::MAPI_E_NO_ACCESS));
        assert_eq!(setting(&mut attachment, tag, 1), None);
    }
}

#[test]
fn b038_what_is_not_there_has_no_attributes_to_set() {
    let mut message = new();
    let given = give(&mut message, tags::PR_BODY, Attributes::READABLE);
    assert_eq!(given, Some(SCode::MAPI_E_NOT_FOUND));
    set(&mut message, tags::PR_BODY, "b");
    let given = give(&mut message, tags::PR_BODY, NOT_PRESENT);
    assert_eq!(given, Some(SCode::MAPI_E_INVALID_PARAMETER));
}

#[test]
fn b039_a_message_that_is_read_keeps_its_attributes() {
    let mut message = read_only();
    let given = message.set_attributes(&[tags::PR_SUBJECT], &[Attributes::READABLE]);
    assert_eq!(given, Err(SCode::MAPI_E_NO_ACCESS.into()));
}
