//! Getting properties and listing them allocates what is returned, and nothing else: nothing for
//! a property that is not there.

use std::hint::black_box;

use allocation_counter::measure;
use openimsg_message::imapi::PropObject;
use openimsg_message::rules::Access;
use openimsg_message::table::{Advance, Bookmark, Table};
use openimsg_props::{PropTag, tags};

use super::*;

const TEN: [PropTag; 10] = [
    tags::PR_SUBJECT,
    tags::PR_MESSAGE_CLASS,
    tags::PR_IMPORTANCE,
    tags::PR_SENSITIVITY,
    tags::PR_CREATION_TIME,
    tags::PR_MESSAGE_FLAGS,
    tags::PR_SEARCH_KEY,
    tags::PR_ACCESS,
    tags::PR_HASATTACH,
    tags::PR_BODY,
];

/// Subject, class, body and search key.
const IN_MEMORY: u64 = 4;

#[test]
fn values_and_lists_allocate_what_they_return() {
    let mut message = new();
    set(&mut message, tags::PR_SUBJECT, "a subject");
    set(&mut message, tags::PR_BODY, "some text that is a bit longer than the subject is");
    message.save_changes(RW).unwrap();
    let opened = reopened(&message, Access::Read);
    for (name, message) in [("edited", &message), ("opened", &opened)] {
        // What is found out once is found out.
        black_box(message.props(Some(&TEN), true).unwrap());
        let values = measure(|| {
            black_box(message.props(Some(&TEN), true).unwrap());
        });
        // The list, and what values have outside of it.
        assert_eq!(values.count_total, 1 + IN_MEMORY, "{name}");
        let list = measure(|| {
            black_box(message.prop_list(true));
        });
        assert_eq!(list.count_total, 1, "{name}");
        let missing = measure(|| {
            black_box(message.prop(tags::PR_HTML, true)).unwrap_err();
        });
        assert_eq!(missing.count_total, 0, "{name}");
    }
}

/// A table of attachments looks at what came or changed, not at all of them again.
#[test]
fn a_table_looks_at_each_attachment_once() {
    let mut message = new();
    for number in 0..100 {
        attach(&mut message, "a.txt");
        if number % 2 == 0 {
            let mut placed = open(&message, number);
            set(&mut placed, tags::PR_RENDERING_POSITION, 100 - number.cast_signed());
            placed.save_changes(RW, &mut message).unwrap();
        }
    }
    message.save_changes(RW).unwrap();
    let mut table = message.attachment_table(true);
    table.set_columns(&[tags::PR_ATTACH_NUM]).unwrap();
    let last = |table: &mut Table, message: &MessageObject| {
        let rows = message.attachment_rows(true);
        table.seek(&rows, Bookmark::END, -1).unwrap();
        table.query_rows(&rows, 1, Advance::Stay).unwrap()[0][0].value.as_i64()
    };
    assert_eq!(last(&mut table, &message), Some(0), "it has the last position");
    for number in 1..50 {
        message.delete_attachment(number).unwrap();
        let counted = measure(|| {
            black_box(table.row_count(&message.attachment_rows(true)));
        });
        assert!(counted.count_total < 10, "{counted:?}");
    }
    // What changed is looked at again.
    let mut moved = open(&message, 0);
    set(&mut moved, tags::PR_RENDERING_POSITION, 0);
    moved.save_changes(RW, &mut message).unwrap();
    assert_eq!(last(&mut table, &message), Some(50));
    let edit = message.message_edit();
    let mut moved = edit.attachment(99).unwrap();
    moved.set(tags::PR_RENDERING_POSITION, 1000).unwrap();
    moved.save(edit).unwrap();
    message.save_changes(RW).unwrap();
    assert_eq!(last(&mut table, &message), Some(99));
}
