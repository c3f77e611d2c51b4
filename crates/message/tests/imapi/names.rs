//! Behaviours 40–47: names of properties and their identifiers.

use openimsg_message::imapi::{MessageObject, NameFilter, PropObject};
use openimsg_props::guids::{PS_MAPI, PS_PUBLIC_STRINGS};
use openimsg_props::named::NamedProperty;
use openimsg_props::{PropId, PropTag, PropType, SCode};

use super::*;

const ONE: NamedProperty = NamedProperty::name(PS_PUBLIC_STRINGS, "one");
const TWO: NamedProperty = NamedProperty::lid(PS_PUBLIC_STRINGS, 2);

fn ids(message: &mut MessageObject, names: &[NamedProperty], create: bool) -> Vec<PropTag> {
    message.ids_from_names(Some(names), create).unwrap().items
}

#[test]
fn b040_new_names_get_identifiers_of_their_own() {
    let mut message = new();
    let made = ids(&mut message, &[ONE, TWO], true);
    assert!(made.iter().all(|tag| tag.kind() == PropType::UNSPECIFIED && tag.id().is_named()));
    assert_ne!(made[0], made[1]);
    assert_eq!(ids(&mut message, &[TWO, ONE], false), [made[1], made[0]]);
}

#[test]
fn b041_an_unknown_name_is_an_error_with_identifier_zero() {
    let mut message = new();
    let answers = message.ids_from_names(Some(&[ONE]), false).unwrap();
    assert_eq!(answers.items, [PropTag::new(PropId(0), PropType::ERROR)]);
    assert_eq!(answers.scode(), SCode::MAPI_W_ERRORS_RETURNED);
}

#[test]
fn b042_names_that_cannot_be_asked_for() {
    let mut message = new();
    let invalid = Err(SCode::MAPI_E_INVALID_PARAMETER.into());
    assert_eq!(message.ids_from_names(Some(&[]), true), invalid);
    assert_eq!(message.ids_from_names(None, true), invalid);
    assert_eq!(
        message.names_from_ids(Some(&[]), NameFilter::default()),
        Err(SCode::MAPI_E_INVALID_PARAMETER.into())
    );
}

#[test]
fn b043_without_names_all_that_are_known() {
    let mut message = new();
    assert!(message.ids_from_names(None, false).unwrap().items.is_empty());
    let made = ids(&mut message, &[ONE, TWO], true);
    assert_eq!(message.ids_from_names(None, false).unwrap().items, made);
}

#[test]
fn b044_a_number_of_ps_mapi_is_its_own_identifier() {
    let mut message = new();
    let subject = NamedProperty::lid(PS_MAPI, 0x37);
    let found = ids(&mut message, std::slice::from_ref(&subject), false);
    assert_eq!(found, [PropTag::new(PropId(0x37), PropType::UNSPECIFIED)]);
    let names = message.names_from_ids(Some(&found), NameFilter::default()).unwrap();
    assert_eq!(names.items[0].1, Some(subject));
}

#[test]
fn b045_identifiers_go_back_to_names() {
    let mut message = new();
    let made = ids(&mut message, &[ONE, TWO], true);
    let unknown = PropTag::new(PropId(0x8FFF), PropType::UNSPECIFIED);
    let asked = [made[1], unknown, made[0]];
    let answers = message.names_from_ids(Some(&asked), NameFilter::default()).unwrap();
    let names: Vec<Option<NamedProperty>> =
        answers.items.iter().map(|(_, name)| name.clone()).collect();
    assert_eq!(names, [Some(TWO), None, Some(ONE)]);
    assert_eq!(answers.scode(), SCode::MAPI_W_ERRORS_RETURNED);
}

#[test]
fn b046_names_by_set_and_kind() {
    let mut message = new();
    ids(&mut message, &[ONE, TWO, NamedProperty::lid(openimsg_props::guids::PSETID_TASK, 3)], true);
    let count = |filter| message.names_from_ids(None, filter).unwrap().items.len();
    assert_eq!(count(NameFilter::default()), 3);
    assert_eq!(count(NameFilter { set: Some(PS_PUBLIC_STRINGS), ..NameFilter::default() }), 2);
    assert_eq!(count(NameFilter { no_strings: true, ..NameFilter::default() }), 2);
    assert_eq!(count(NameFilter { no_ids: true, ..NameFilter::default() }), 1);
    let none = NameFilter { no_ids: true, no_strings: true, ..NameFilter::default() };
    assert_eq!(count(none), 0);
}

#[test]
fn b047_reading_makes_no_names_and_saving_keeps_them() {
    let mut message = new();
    let made = ids(&mut message, &[ONE], true);
    set(&mut message, made[0].with_kind(PropType::LONG), 5);
    message.save_changes(RW).unwrap();
    let mut message = reopened(&message, Access::Read);
    assert_eq!(ids(&mut message, &[ONE], true), made);
    assert_eq!(long(&message, made[0].with_kind(PropType::LONG)), 5);
    assert_eq!(message.ids_from_names(Some(&[TWO]), true), Err(SCode::MAPI_E_NO_ACCESS.into()));
}
