//! Behaviours 61–69: recipients.

use openimsg_message::imapi::{MessageObject, ModifyRecipients, Value};
use openimsg_message::table::Advance;
use openimsg_props::{PropValue, SCode, tags};

use super::*;

fn names(message: &MessageObject) -> Vec<String> {
    let rows = message.recipient_rows(true);
    let mut table = message.recipient_table(true);
    table.set_columns(&[tags::PR_DISPLAY_NAME]).unwrap();
    let rows = table.query_rows(&rows, i32::MAX, Advance::Stay).unwrap();
    rows.iter().map(|row| row[0].value.as_str().unwrap_or("?").to_owned()).collect()
}

fn three() -> MessageObject {
    let mut message = new();
    add_recipients(&mut message, &[recipient(1, "a"), recipient(2, "b"), recipient(3, "c")]);
    message
}

fn with_row(number: i32, mut row: Vec<Value>) -> Vec<Value> {
    row.push(Value::new(tags::PR_ROWID, number));
    row
}

#[test]
fn b061_adding_and_replacing() {
    let mut message = three();
    assert_eq!(names(&message), ["a", "b", "c"]);
    add_recipients(&mut message, &[recipient(1, "d")]);
    assert_eq!(names(&message), ["a", "b", "c", "d"]);
    message.modify_recipients(ModifyRecipients::Replace, &[recipient(1, "e")]).unwrap();
    assert_eq!(names(&message), ["e"]);
}

#[test]
fn b062_changing_replaces_the_whole_row() {
    let mut message = three();
    let row = vec![Value::new(tags::PR_ROWID, 1), Value::new(tags::PR_DISPLAY_NAME, "B")];
    message.modify_recipients(ModifyRecipients::Modify, &[row]).unwrap();
    assert_eq!(names(&message), ["a", "B", "c"]);
    let rows = message.recipient_rows(true);
    let kind = openimsg_message::table::Rows::values(&rows, 1, &[tags::PR_RECIPIENT_TYPE]);
    assert_eq!(kind, [Err(SCode::MAPI_E_NOT_FOUND.into())]);
}

#[test]
fn b063_removing_by_row() {
    let mut message = three();
    let row = vec![Value::new(tags::PR_ROWID, 0)];
    message.modify_recipients(ModifyRecipients::Remove, &[row]).unwrap();
    assert_eq!(names(&message), ["b", "c"]);
}

#[test]
fn b064_the_row_must_be_there_or_must_not() {
    let mut message = three();
    let invalid = Err(SCode::MAPI_E_INVALID_PARAMETER.into());
    for (how, row) in [
        (ModifyRecipients::Add, with_row(9, recipient(1, "x"))),
        (ModifyRecipients::Replace, with_row(0, recipient(1, "x"))),
        (ModifyRecipients::Modify, recipient(1, "x")),
        (ModifyRecipients::Remove, recipient(1, "x")),
    ] {
        assert_eq!(message.modify_recipients(how, &[recipient(1, "y"), row]), invalid);
        assert_eq!(names(&message), ["a", "b", "c"]);
    }
}

#[test]
fn b065_an_unknown_row_is_not_found_and_nothing_is_done() {
    let mut message = three();
    let rows = [with_row(0, recipient(1, "A")), with_row(9, recipient(1, "x"))];
    for how in [ModifyRecipients::Modify, ModifyRecipients::Remove] {
        assert_eq!(message.modify_recipients(how, &rows), Err(SCode::MAPI_E_NOT_FOUND.into()));
        assert_eq!(names(&message), ["a", "b", "c"]);
    }
}

#[test]
fn b066_values_that_recipients_cannot_have() {
    let mut message = new();
    let null = tags::PR_DISPLAY_NAME.with_kind(openimsg_props::PropType::NULL);
    let row = vec![Value::new(null, PropValue::Null)];
    let added = message.modify_recipients(ModifyRecipients::Add, &[row]);
    assert_eq!(added, Err(SCode::MAPI_E_INVALID_PARAMETER.into()));
    // Errors are passed over, and so is a row without values.
    let mut row = recipient(1, "a");
    row.push(Value::of(tags::PR_EMAIL_ADDRESS, Err(SCode::MAPI_E_NOT_FOUND.into())));
    add_recipients(&mut message, &[row, vec![]]);
    assert_eq!(names(&message), ["a"]);
}

#[test]
fn b067_flags_of_changing() {
    for (flags, expected) in [
        (0, Ok(ModifyRecipients::Replace)),
        (2, Ok(ModifyRecipients::Add)),
        (4, Ok(ModifyRecipients::Modify)),
        (8, Ok(ModifyRecipients::Remove)),
        (1, Err(SCode::MAPI_E_UNKNOWN_FLAGS.into())),
        (6, Err(SCode::MAPI_E_INVALID_PARAMETER.into())),
    ] {
        assert_eq!(ModifyRecipients::from_flags(flags), expected);
    }
    let mut message = read_only();
    let added = message.modify_recipients(ModifyRecipients::Add, &[recipient(1, "x")]);
    assert_eq!(added, Err(SCode::MAPI_E_NO_ACCESS.into()));
}

#[test]
fn b068_names_to_show_follow_when_the_message_is_saved() {
    let mut message = three();
    add_recipients(&mut message, &[recipient(1, "d")]);
    assert_eq!(text(&message, tags::PR_DISPLAY_TO), "");
    message.save_changes(RW).unwrap();
    assert_eq!(text(&message, tags::PR_DISPLAY_TO), "a; d");
    assert_eq!(text(&message, tags::PR_DISPLAY_CC), "b");
    assert_eq!(text(&message, tags::PR_DISPLAY_BCC), "c");
}

#[test]
fn b069_columns_are_all_that_any_recipient_has() {
    let mut message = three();
    let mut row = recipient(1, "d");
    row.push(Value::new(tags::PR_ADDRTYPE, "SMTP"));
    add_recipients(&mut message, &[row]);
    let table = message.recipient_table(true);
    for tag in [
        tags::PR_ROWID,
        tags::PR_INSTANCE_KEY,
        tags::PR_DISPLAY_NAME,
        tags::PR_RECIPIENT_TYPE,
        tags::PR_ADDRTYPE,
    ] {
        assert!(table.columns().contains(&tag), "{tag}");
    }
    let narrow = tags::PR_ADDRTYPE.with_kind(openimsg_props::PropType::STRING8);
    assert!(message.recipient_table(false).columns().contains(&narrow));
}
