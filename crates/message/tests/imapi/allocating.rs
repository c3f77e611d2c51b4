//! Getting properties and listing them allocates what is returned, and nothing else: nothing for
//! a property that is not there.

use std::hint::black_box;

use allocation_counter::measure;
use openimsg_message::imapi::PropObject;
use openimsg_message::rules::Access;
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
