//! Behaviours 80–91: tables of attachments and recipients. What tables do by themselves is shown
//! beside their code.

use openimsg_message::imapi::{MessageObject, ModifyRecipients, Value};
use openimsg_message::table::{
    Advance, Bookmark, Direction, Relation, Restriction, Rows, SortOrder, Table, Way,
};
use openimsg_props::{Attributes, PropId, PropTag, PropType, PropValue, SCode, tags};

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

/// What cannot be read is there: existence and size need no reading.
#[test]
fn what_cannot_be_read_exists_and_has_a_size() {
    let tag = |id, kind| PropTag::new(PropId(id), kind);
    let (texts, binaries) = (tag(0x6001, PropType::MV_UNICODE), tag(0x6002, PropType::MV_BINARY));
    let mut message = MessageEdit::new(options()).unwrap();
    for len in [10, 10_000] {
        let number = message.attach("a.bin", vec![1; len]).unwrap();
        let mut attachment = message.attachment(number).unwrap();
        attachment.set(tags::PR_DISPLAY_NAME, "é".repeat(len)).unwrap();
        let several = PropValue::MvUnicode(vec!["x".repeat(len).into(), "y".into()]);
        attachment.set(texts, several).unwrap();
        attachment.set(binaries, PropValue::MvBinary(vec![vec![1; len].into(); 2])).unwrap();
        attachment.save(&mut message).unwrap();
    }
    let mut empty = message.attachment(0).unwrap();
    empty.set(tag(0x6003, PropType::MV_LONG), PropValue::MvLong(vec![])).unwrap();
    empty.set_attributes(tags::PR_ATTACH_EXTENSION.id(), Attributes::WRITEABLE);
    empty.save(&mut message).unwrap();
    let mut limited = options();
    limited.open.limits.decoded_bytes = 5000;
    let message = MessageObject::open(message.to_vec().unwrap(), limited, Access::Read).unwrap();

    let rows = message.attachment_rows(true);
    let fitting = |restriction: Restriction| {
        restriction.check().unwrap();
        [0, 1].map(|number| restriction.fits(&rows, number))
    };
    let exists = |tag| fitting(Restriction::Exist { tag });
    let sized = |tag, size| fitting(Restriction::Size { relation: Relation::EQ, tag, size });
    let data = tags::PR_ATTACH_DATA_BIN;
    for (tag, short, long) in [
        (data, 10, 10_000),
        (tags::PR_DISPLAY_NAME, 22, 20_002),
        (texts, 22 + 4, 20_002 + 4),
        (binaries, 20, 20_000),
    ] {
        assert!(rows.values(1, &[tag])[0].is_err(), "{tag}");
        assert_eq!(exists(tag), [true; 2], "{tag}");
        assert_eq!(exists(tag.with_kind(PropType::UNSPECIFIED)), [true; 2], "{tag}");
        assert_eq!(exists(tag.with_kind(PropType::LONG)), [false; 2], "{tag}");
        assert_eq!([sized(tag, short), sized(tag, long)], [[true, false], [false, true]], "{tag}");
    }
    assert_eq!(exists(tag(0x6003, PropType::MV_LONG)), [false; 2], "of none there are none");
    assert_eq!(exists(tags::PR_ATTACH_EXTENSION), [true; 2], "it may only not be read");
    assert_eq!(exists(tags::PR_INSTANCE_KEY), [true; 2]);
    assert_eq!(sized(tags::PR_RECORD_KEY, 4), [true; 2]);
    assert_eq!(sized(tags::PR_ATTACH_NUM, 4), [true; 2]);

    // What the page of narrow text lacks is there too.
    let mut narrow = ansi();
    add_recipients(&mut narrow, &[recipient(1, "a")]);
    let mut edited = narrow.message_edit().recipient(0).unwrap();
    let name = PropValue::Unicode("日本".into());
    edited.set_exact(tags::PR_DISPLAY_NAME, &name).unwrap();
    edited.save(narrow.message_edit()).unwrap();
    let (rows, name) = (narrow.recipient_rows(false), tags::PR_DISPLAY_NAME_A);
    assert!(rows.values(0, &[name])[0].is_err());
    assert!(Restriction::Exist { tag: name }.fits(&rows, 0));
    let size = |tag, size| Restriction::Size { relation: Relation::EQ, tag, size }.fits(&rows, 0);
    assert!(size(name, 3) && size(tags::PR_DISPLAY_NAME, 6) && size(tags::PR_ROWID, 4));
}
