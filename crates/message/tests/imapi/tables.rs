//! Behaviours 80–91: tables of attachments and recipients. What tables do by themselves is shown
//! beside their code.

use openimsg_message::imapi::{MessageObject, ModifyRecipients, Value};
use openimsg_message::table::{
    Advance, Bookmark, Direction, Relation, Restriction, SortOrder, Table, Way,
};
use openimsg_props::{PropTag, PropType, PropValue, SCode, tags};

use super::*;

/// A saved message with attachments of these names.
fn with_attachments(names: &[&'static str]) -> MessageObject {
    let mut message = new();
    for name in names {
        attach(&mut message, name);
    }
    message.save_changes(RW).unwrap();
    message
}

fn names(message: &MessageObject, table: &mut Table) -> Vec<String> {
    let rows = message.attachment_rows(true);
    table.set_columns(&[tags::PR_ATTACH_LONG_FILENAME]).unwrap();
    let rows = table.query_rows(&rows, i32::MAX, Advance::Stay).unwrap();
    rows.iter().map(|row| row[0].value.as_str().unwrap_or("?").to_owned()).collect()
}

fn is_named(name: &'static str) -> Restriction {
    Restriction::Property {
        relation: Relation::EQ,
        tag: tags::PR_ATTACH_LONG_FILENAME,
        value: name.into(),
    }
}

#[test]
fn b080_required_columns_of_attachments() {
    let message = with_attachments(&["a"]);
    let mut table = message.attachment_table(true);
    let required = [
        tags::PR_ATTACH_NUM,
        tags::PR_INSTANCE_KEY,
        tags::PR_RECORD_KEY,
        tags::PR_RENDERING_POSITION,
    ];
    assert!(required.iter().all(|tag| table.columns().contains(tag)));
    table.set_columns(&required).unwrap();
    let rows = table.query_rows(&message.attachment_rows(true), 1, Advance::Stay).unwrap();
    assert!(rows[0].iter().all(|value| value.error().is_none()));
}

#[test]
fn b081_attachments_stand_by_position_then_by_number() {
    let mut message = new();
    for (name, position) in [("a", 5), ("b", -1), ("c", 5), ("d", 0)] {
        let number = attach(&mut message, name);
        let mut attachment = open(&message, number);
        set(&mut attachment, tags::PR_RENDERING_POSITION, position);
        attachment.save_changes(RW, &mut message).unwrap();
    }
    message.save_changes(RW).unwrap();
    assert_eq!(names(&message, &mut message.attachment_table(true)), ["b", "d", "a", "c"]);
}

#[test]
fn b082_attachment_tables_have_no_bookmarks() {
    let message = with_attachments(&["a"]);
    let rows = message.attachment_rows(true);
    let made = message.attachment_table(true).create_bookmark(&rows);
    assert_eq!(made, Err(SCode::MAPI_E_NO_SUPPORT));
    let rows = message.recipient_rows(true);
    assert!(message.recipient_table(true).create_bookmark(&rows).is_ok());
}

#[test]
fn b083_columns_that_rows_do_not_have_are_errors() {
    let message = with_attachments(&["a"]);
    let mut table = message.attachment_table(true);
    table.set_columns(&[tags::PR_SUBJECT, tags::PR_ATTACH_NUM]).unwrap();
    let rows = table.query_rows(&message.attachment_rows(true), 1, Advance::Stay).unwrap();
    assert_eq!(rows[0][0].tag, tags::PR_SUBJECT.with_kind(PropType::ERROR));
    assert_eq!(rows[0][0].error(), Some(SCode::MAPI_E_NOT_FOUND));
    assert_eq!(rows[0][1].value, PropValue::Long(0));
}

#[test]
fn b084_a_cursor_sees_what_is_deleted_and_stays_at_its_row() {
    let mut message = with_attachments(&["a", "b", "c", "d"]);
    let mut table = message.attachment_table(true);
    table.seek(&message.attachment_rows(true), Bookmark::BEGINNING, 2).unwrap();
    message.delete_attachment(0).unwrap();
    assert_eq!(names(&message, &mut table), ["c", "d"]);
    message.delete_attachment(2).unwrap();
    assert_eq!(names(&message, &mut table), ["d"]);
    assert_eq!(table.row_count(&message.attachment_rows(true)), 2);
}

#[test]
fn b085_a_cursor_sees_recipients_come_and_go() {
    let mut message = new();
    add_recipients(&mut message, &[recipient(1, "a"), recipient(1, "b")]);
    let mut table = message.recipient_table(true);
    table.query_rows(&message.recipient_rows(true), 2, Advance::Move).unwrap();
    add_recipients(&mut message, &[recipient(1, "c")]);
    let rows = table.query_rows(&message.recipient_rows(true), 9, Advance::Move).unwrap();
    assert_eq!(rows.len(), 1);
    let gone = vec![Value::new(tags::PR_ROWID, 0)];
    message.modify_recipients(ModifyRecipients::Remove, &[gone]).unwrap();
    assert_eq!(table.position(&message.recipient_rows(true)).row, 2);
}

#[test]
fn b086_a_cursor_sees_what_is_changed_in_a_row() {
    let mut message = with_attachments(&["a", "b"]);
    let mut table = message.attachment_table(true);
    table.restrict(&message.attachment_rows(true), Some(is_named("x"))).unwrap();
    assert_eq!(table.row_count(&message.attachment_rows(true)), 0);
    let mut attachment = open(&message, 1);
    set(&mut attachment, tags::PR_ATTACH_LONG_FILENAME, "x");
    attachment.save_changes(RW, &mut message).unwrap();
    assert_eq!(table.row_count(&message.attachment_rows(true)), 1);
}

#[test]
fn b087_rows_are_found_by_instance_key() {
    let message = with_attachments(&["a", "b", "c"]);
    let rows = message.attachment_rows(true);
    let mut table = message.attachment_table(true);
    let all = table.query_rows(&rows, 3, Advance::Stay).unwrap();
    for row in &all {
        let key = row.iter().find(|value| value.tag == tags::PR_INSTANCE_KEY).unwrap();
        let restriction = Restriction::Property {
            relation: Relation::EQ,
            tag: key.tag,
            value: key.value.clone(),
        };
        table.find(&rows, &restriction, Bookmark::BEGINNING, Way::Forward).unwrap();
        assert_eq!(&table.query_rows(&rows, 1, Advance::Stay).unwrap()[0], row);
    }
}

#[test]
fn b088_a_row_that_is_not_found_leaves_the_cursor() {
    let message = with_attachments(&["a", "b"]);
    let rows = message.attachment_rows(true);
    let mut table = message.attachment_table(true);
    table.seek(&rows, Bookmark::BEGINNING, 1).unwrap();
    let found = table.find(&rows, &is_named("x"), Bookmark::BEGINNING, Way::Forward);
    assert_eq!(found, Err(SCode::MAPI_E_NOT_FOUND));
    assert_eq!(table.position(&rows).row, 1);
}

#[test]
fn b089_restricting_and_sorting_start_again() {
    let message = with_attachments(&["b", "a", "c"]);
    let rows = message.attachment_rows(true);
    let mut table = message.attachment_table(true);
    table.seek(&rows, Bookmark::END, 0).unwrap();
    let tag: PropTag = tags::PR_ATTACH_LONG_FILENAME;
    table.sort(&rows, &[SortOrder { tag, direction: Direction::DESCEND }]).unwrap();
    assert_eq!(names(&message, &mut table), ["c", "b", "a"]);
    table.restrict(&rows, Some(Restriction::Not(Box::new(is_named("b"))))).unwrap();
    assert_eq!(names(&message, &mut table), ["c", "a"]);
    table.restrict(&rows, None).unwrap();
    assert_eq!(names(&message, &mut table), ["c", "b", "a"]);
    table.sort(&rows, &[]).unwrap();
    assert_eq!(names(&message, &mut table), ["b", "a", "c"]);
}

#[test]
fn b090_tables_behind_properties() {
    let message = with_attachments(&["a"]);
    let rows = message.attachment_rows(true);
    let mut table = message.open_table(tags::PR_MESSAGE_ATTACHMENTS, true).unwrap();
    assert_eq!(table.row_count(&rows), 1);
    assert!(message.open_table(tags::PR_MESSAGE_RECIPIENTS, true).is_ok());
    let other = message.open_table(tags::PR_SUBJECT, true).map(|_| ());
    assert_eq!(other, Err(SCode::MAPI_E_INTERFACE_NOT_SUPPORTED.into()));
}

#[test]
fn b091_recipients_have_their_numbers() {
    let mut message = new();
    add_recipients(&mut message, &[recipient(1, "a"), recipient(1, "b")]);
    let mut table = message.recipient_table(true);
    table.set_columns(&[tags::PR_ROWID, tags::PR_INSTANCE_KEY]).unwrap();
    let rows = table.query_rows(&message.recipient_rows(true), 2, Advance::Stay).unwrap();
    assert_eq!((&rows[0][0].value, &rows[1][0].value), (&0.into(), &1.into()));
    assert_ne!(rows[0][1].value, rows[1][1].value);
}
