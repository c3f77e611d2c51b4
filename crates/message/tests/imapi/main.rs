//! What MAPI programs can observe of messages on storage. Each test has the number under which
//! `behaviours.md` beside it tells what it shows, and where the contract says so.
#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    reason = "tests"
)]

mod allocating;
mod attachments;
mod attributes;
mod copying;
mod errors;
mod model;
mod names;
mod properties;
mod recipients;
mod saving;
mod tables;

use openimsg_base::{CodePage, FileTime};
use openimsg_message::edit::{Clock, Ids, MessageEdit, Options, Strings};
use openimsg_message::imapi::{
    AttachmentObject, MessageObject, ModifyRecipients, PropObject, SaveFlags, Value,
};
use openimsg_message::rules::Access;
use openimsg_props::{PropTag, SCode, tags};

const RW: SaveFlags = SaveFlags::KEEP_OPEN_READWRITE;

fn options() -> Options {
    let time = FileTime::from_unix_nanos(1_700_000_000_000_000_000).unwrap();
    Options { clock: Clock::Fixed(time), ids: Ids::Seeded(1), ..Options::default() }
}

fn new() -> MessageObject {
    MessageObject::create(options()).unwrap()
}

/// A new message with 8-bit text.
fn ansi() -> MessageObject {
    let strings = Strings::Ansi(CodePage::WINDOWS_1252);
    MessageObject::create(Options { strings, ..options() }).unwrap()
}

/// The file that a message was saved as.
fn bytes(message: &MessageObject) -> Vec<u8> {
    let saved = message.saved().unwrap().clone();
    let budget = std::sync::Arc::new(openimsg_base::Budget::default());
    MessageEdit::over(saved, budget, options()).unwrap().to_vec().unwrap()
}

/// The message in the file that it was saved as.
fn reopened(message: &MessageObject, access: Access) -> MessageObject {
    MessageObject::open(bytes(message), options(), access).unwrap()
}

/// A message that was saved with a subject, and is open for reading only.
fn read_only() -> MessageObject {
    let mut message = new();
    set(&mut message, tags::PR_SUBJECT, "subject");
    message.save_changes(RW).unwrap();
    reopened(&message, Access::Read)
}

fn set(
    object: &mut dyn PropObject,
    tag: PropTag,
    value: impl Into<openimsg_props::PropValue<'static>>,
) {
    let problems = object.set_props(&[Value::new(tag, value)]).unwrap();
    assert!(problems.is_empty(), "{problems:?}");
}

/// What setting one property answers.
fn setting(
    object: &mut dyn PropObject,
    tag: PropTag,
    value: impl Into<openimsg_props::PropValue<'static>>,
) -> Option<SCode> {
    object.set_props(&[Value::new(tag, value)]).unwrap().of(tag)
}

fn text(object: &dyn PropObject, tag: PropTag) -> String {
    object.prop(tag, true).unwrap().as_str().unwrap().to_owned()
}

fn long(object: &dyn PropObject, tag: PropTag) -> i64 {
    object.prop(tag, true).unwrap().as_i64().unwrap()
}

/// An attachment that is saved into the message, with a name.
fn attach(message: &mut MessageObject, name: &'static str) -> u32 {
    let mut attachment = message.create_attachment().unwrap();
    set(&mut attachment, tags::PR_ATTACH_LONG_FILENAME, name);
    attachment.save_changes(RW, message).unwrap();
    attachment.number()
}

fn recipient(kind: i32, name: &'static str) -> Vec<Value> {
    vec![Value::new(tags::PR_RECIPIENT_TYPE, kind), Value::new(tags::PR_DISPLAY_NAME, name)]
}

fn add_recipients(message: &mut MessageObject, rows: &[Vec<Value>]) {
    message.modify_recipients(ModifyRecipients::Add, rows).unwrap();
}

fn open(message: &MessageObject, number: u32) -> AttachmentObject {
    message.open_attachment(number, None, openimsg_message::imapi::OpenAccess::Best).unwrap()
}

/// Every test has a row of its own number, and every row a test.
#[test]
fn the_table_and_the_tests_agree() {
    let table = include_str!("behaviours.md");
    let rows: Vec<&str> = table
        .lines()
        .filter_map(|line| line.strip_prefix("| "))
        .filter_map(|line| line.split(' ').next())
        .filter(|number| number.parse::<u32>().is_ok())
        .collect();
    let sources = [
        include_str!("attachments.rs"),
        include_str!("attributes.rs"),
        include_str!("copying.rs"),
        include_str!("errors.rs"),
        include_str!("names.rs"),
        include_str!("properties.rs"),
        include_str!("recipients.rs"),
        include_str!("saving.rs"),
        include_str!("tables.rs"),
    ];
    let mut tests: Vec<&str> = sources
        .iter()
        .flat_map(|source| source.lines())
        .filter_map(|line| line.strip_prefix("fn b"))
        .filter_map(|line| line.get(..3))
        .filter(|number| number.parse::<u32>().is_ok())
        .collect();
    tests.sort_unstable();
    assert_eq!(rows, tests);
    assert!(rows.len() >= 80, "{}", rows.len());
}
