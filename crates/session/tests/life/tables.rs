//! Tables by counted handles: each call does what that of a plain table does, on what the
//! message has now; after the message was closed, none does anything.

use openimsg_message::RecipientType;
use openimsg_message::edit::{MessageEdit, Person};
use openimsg_message::table::{Advance, Bookmark, Direction, Restriction, Row, SortOrder, Way};
use openimsg_message::table::{Fuzzy, Position};
use openimsg_props::{PropTag, SCode, tags};
use openimsg_session::{OpenOptions, Session, Table};
use openimsg_storage::Storage;

use crate::common::{options, tree};

const NAME: PropTag = tags::PR_DISPLAY_NAME;

/// A message to these people, in this order.
fn to(names: &[&str]) -> Storage {
    let mut message = MessageEdit::new(options()).unwrap();
    for name in names {
        let who = Person::smtp(*name, format!("{name}@example.org"));
        message.add_recipient(RecipientType::TO, &who).unwrap();
    }
    Storage::memory(tree(message.to_vec().unwrap()))
}

fn starting_with(prefix: &'static str) -> Restriction {
    Restriction::Content { tag: NAME, fuzzy: Fuzzy::PREFIX, value: prefix.into() }
}

fn names(rows: &[Row]) -> Vec<&str> {
    rows.iter().map(|row| row[0].value.as_str().unwrap()).collect()
}

fn check_rows(table: &Table, expected: &[&str]) {
    table.seek(Bookmark::BEGINNING, 0).unwrap();
    assert_eq!(names(&table.query_rows(100, Advance::Stay).unwrap()), expected);
    assert_eq!(usize::try_from(table.row_count().unwrap()), Ok(expected.len()));
}

#[test]
fn tables_show_what_is_asked_for() {
    let session = Session::new();
    let message = session.open(&to(&["Cy", "Ada", "Bo", "Abe"]), OpenOptions::default()).unwrap();
    let table = message.recipient_table(true).unwrap();
    assert!(table.all_columns().unwrap().contains(&NAME));
    table.set_columns(&[NAME]).unwrap();
    assert_eq!(table.columns().unwrap(), [NAME]);
    check_rows(&table, &["Cy", "Ada", "Bo", "Abe"]);

    let by_name = [SortOrder { tag: NAME, direction: Direction::ASCEND }];
    assert_eq!(table.order().unwrap(), []);
    table.sort(&by_name).unwrap();
    assert_eq!(table.order().unwrap(), by_name);
    check_rows(&table, &["Abe", "Ada", "Bo", "Cy"]);
    table.restrict(Some(starting_with("A"))).unwrap();
    check_rows(&table, &["Abe", "Ada"]);
    table.restrict(None).unwrap();

    // All handles of one table share its cursor, and its bookmarks.
    let other = table.clone();
    let found = other.find(&starting_with("B"), Bookmark::BEGINNING, Way::Forward).unwrap();
    assert_eq!((found.by, found.moved), (2, false));
    let position = Position { row: 2, numerator: 2, denominator: 4 };
    assert_eq!(table.position().unwrap(), position);
    let bookmark = table.create_bookmark().unwrap();
    table.seek_approximately(3, 4).unwrap();
    assert_eq!(names(&table.query_rows(1, Advance::Move).unwrap()), ["Cy"]);
    other.seek(bookmark, 0).unwrap();
    assert_eq!(table.position().unwrap(), position);
    other.free_bookmark(bookmark).unwrap();
    let error = table.seek(bookmark, 0).unwrap_err();
    assert_eq!(error.scode(), SCode::MAPI_E_INVALID_BOOKMARK);
    let error = table.find(&starting_with("X"), Bookmark::BEGINNING, Way::Forward).unwrap_err();
    assert_eq!(error.scode(), SCode::MAPI_E_NOT_FOUND);
}

#[test]
fn tables_of_closed_messages_are_gone() {
    let session = Session::new();
    let message = session.open(&to(&["Ada"]), OpenOptions::default()).unwrap();
    let table = message.recipient_table(true).unwrap();
    assert!(!format!("{message:?} {table:?} {session:?}").contains("Ada"));
    session.close();
    for answer in [
        table.set_columns(&[NAME]),
        table.restrict(None),
        table.sort(&[]),
        table.seek(Bookmark::BEGINNING, 0).map(drop),
        table.seek_approximately(0, 1),
        table.find(&starting_with("A"), Bookmark::BEGINNING, Way::Forward).map(drop),
        table.free_bookmark(Bookmark(7)),
        table.create_bookmark().map(drop),
        table.query_rows(1, Advance::Move).map(drop),
        table.columns().map(drop),
        table.all_columns().map(drop),
        table.order().map(drop),
        table.position().map(drop),
        table.row_count().map(drop),
    ] {
        assert_eq!(answer.unwrap_err().scode(), SCode::MAPI_E_INVALID_OBJECT);
    }
}
