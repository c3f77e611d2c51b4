//! Sessions: their life beside a model, and whole files that are edited in one.

use openimsg_base::Limits;
use openimsg_message::imapi::{
    CopyOptions, Interface, ModifyRecipients, NameFilter, OpenAccess, OpenMode, SaveFlags, Value,
};
use openimsg_message::table::{Advance, Direction, Restriction, SortOrder};
use openimsg_message::{MessageFile, Options, check, edit};
use openimsg_props::{PropTag, PropType, PropValue, SCode, tags};
use openimsg_session::{
    Error, Message, Object, OpenOptions, Session, SessionFlags, StorageMode, Table,
};

#[path = "../../crates/session/tests/common/mod.rs"]
#[expect(dead_code, reason = "the tests of sessions need more of it")]
mod common;
#[path = "../../crates/session/tests/life/model.rs"]
mod model;

pub(crate) use common::options;

/// Numbers that the input chooses.
pub(crate) struct Numbers(Vec<u8>);

impl Numbers {
    /// One below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::from(self.0.pop().unwrap_or_default()) % end.max(1)
    }
}

/// Opens, clones, drops, edits, saves and closes what the input says, in three sessions and none;
/// each answer, count and callback is as the model of the tests in `crates/session` says.
///
/// The input: for each operation a byte for its kind, and one for each thing that it takes.
pub fn session(data: &[u8]) {
    let bytes: Vec<u8> = data.iter().take(256).rev().copied().collect();
    // Most operations take three bytes; when there are no more, zeros.
    let steps = bytes.len().div_ceil(3);
    let mut world = model::World::new(Numbers(bytes));
    (0..steps).for_each(|_| world.step());
    world.finish();
}

/// Longer files take too long.
const MAX_LEN: usize = 1 << 16;

/// Opens a file that somebody else made, and does to it what a program can do through handles:
/// reads by list and by table, changes, copies, saves, and reads what was saved.
pub fn editing(data: &[u8]) {
    if data.len() <= MAX_LEN {
        edit_all(data);
    }
}

/// As [`editing`], of a file of any length.
pub(crate) fn edit_all(data: &[u8]) {
    let limits = Limits { decoded_bytes: 16 << 20, ..Limits::default() };
    let open = Options { limits, ..Options::default() };
    let options = edit::Options { open, ..common::options() };
    let session = Session::with_flags(SessionFlags::UNICODE, options).unwrap();
    let to = |mode, bytes| session.open_bytes(bytes, mode, OpenOptions::default());
    let Ok(message) = to(StorageMode::TO_EDIT, data.to_vec()) else {
        assert_eq!((session.open_messages(), session.open_objects()), (0, 0));
        return;
    };
    let copy = to(StorageMode::TO_CREATE, Vec::new()).unwrap();
    let mut left = 32;
    handle_message(&message, &copy, &mut left);
    let subject = message.set(tags::PR_SUBJECT, "edited").is_ok();
    for (message, is_new) in [(&message, false), (&copy, true)] {
        match message.save_changes(KEEP).and_then(|()| message.image()) {
            Ok(image) => reopen(&session, &image, subject && !is_new),
            // What is lost of a damaged file stays lost only if the caller says so. Nothing is
            // in the way of a new message but what was copied and has no legal name.
            Err(error) => assert!(!is_new || is_limit(&error) || is_name(&error), "{error}"),
        }
    }
    let report = session.close();
    assert_eq!((report.closed, report.callbacks, report.panicked), (2, 0, 0));
    assert!(matches!(message.props(None, true), Err(Error::InvalidObject)));
    assert!(matches!(copy.save_changes(KEEP), Err(Error::InvalidObject)));
    assert_eq!((session.open_messages(), session.open_objects()), (0, 0));
}

const KEEP: SaveFlags = SaveFlags::KEEP_OPEN_READWRITE;

fn is_limit(error: &Error) -> bool {
    matches!(error.scode(), SCode::MAPI_E_NOT_ENOUGH_RESOURCES | SCode::MAPI_E_TOO_BIG)
        || matches!(error, Error::Refused(_))
}

fn is_name(error: &Error) -> bool {
    let mut cause: Option<&dyn std::error::Error> = Some(error);
    while let Some(error) = cause {
        if error.to_string().contains("no storage or stream can be called") {
            return true;
        }
        cause = error.source();
    }
    false
}

/// What was saved can be opened, and says what was written.
fn reopen(session: &Session, image: &[u8], edited: bool) {
    let how = OpenOptions::default();
    let again = session.open_bytes(image.to_vec(), StorageMode::TO_READ, how).unwrap();
    // A damaged entry may say that its value is not to be read.
    if edited && let Ok(subject) = again.text(tags::PR_SUBJECT) {
        assert_eq!(subject.as_deref(), Some("edited"));
    }
    assert!(again.set(tags::PR_SUBJECT, "x").is_err(), "opened to be read");
    let file = MessageFile::open(image, Options::default()).unwrap();
    check(&file).unwrap();
}

/// Does everything to a message and to what is in it, `left` parts in all.
fn handle_message(message: &Message, copy: &Message, left: &mut u32) {
    handle_object(message, copy, Interface::Message);
    if let Ok(table) = message.recipient_table(true) {
        let rows = handle_table(&table);
        for how in [ModifyRecipients::Modify, ModifyRecipients::Add] {
            _ = message.modify_recipients(how, &rows);
        }
        _ = message.modify_recipients(ModifyRecipients::Remove, rows.get(..1).unwrap_or_default());
    }
    let Ok(table) = message.attachment_table(true) else { return };
    handle_table(&table);
    let numbers = table.set_columns(&[tags::PR_ATTACH_NUM]);
    let rows = numbers.and_then(|()| table.query_rows(100, Advance::Stay)).unwrap_or_default();
    for row in rows {
        let Some(left_now) = left.checked_sub(1) else { return };
        *left = left_now;
        let Some(PropValue::Long(number)) = row.first().map(|value| &value.value) else { continue };
        let number = number.cast_unsigned();
        let Ok(attachment) = message.open_attachment(number, None, OpenAccess::Modify) else {
            continue;
        };
        assert_eq!(attachment.number().unwrap(), number);
        if let Ok(other) = copy.create_attachment() {
            handle_object(&attachment, &other, Interface::Attachment);
            _ = other.save_changes(KEEP);
        }
        if let Ok(inner) = attachment.open_message(OpenMode::Modify) {
            handle_message(&inner, copy, left);
            _ = inner.save_changes(KEEP);
        }
        if let Ok(storage) = attachment.open_storage(tags::PR_ATTACH_DATA_OBJ, OpenMode::Modify) {
            for (name, _) in storage.list("").unwrap_or_default() {
                _ = storage.read(&*name).map(|bytes| bytes.len());
            }
            _ = storage.write("new", b"new".as_slice()).and_then(|()| storage.commit());
        }
        _ = attachment.save_changes(KEEP);
    }
    _ = message.delete_attachment(0);
}

/// Reads all, writes it back, copies it, and removes some.
fn handle_object(object: &Object, copy: &Object, interface: Interface) {
    let how = CopyOptions { interface: Some(interface), ..CopyOptions::default() };
    _ = object.copy_to(None, copy, how);
    let Ok(listed) = object.prop_list(true) else { return };
    _ = object.attributes(&listed);
    _ = object.names_from_ids(None, NameFilter::default()).map(|names| {
        let names: Vec<_> = names.items.into_iter().filter_map(|(_, name)| name).collect();
        copy.ids_from_names(Some(&names), true)
    });
    if let Ok(values) = object.props(None, true) {
        assert_eq!(values.items.len(), listed.len());
        _ = object.set_props(&values.items);
    }
    for tag in listed.iter().take(64) {
        if let Ok(stream) = object.open_stream(*tag, OpenMode::Modify) {
            _ = stream.set_len(stream.len().unwrap() / 2).map(|()| stream.commit());
        }
    }
    let some: Vec<PropTag> = listed.iter().copied().step_by(3).take(64).collect();
    _ = object.copy_props(&some, copy, how);
    _ = object.delete_props(&some);
}

/// Reads the rows, sorted and not, all of them and some.
fn handle_table(table: &Table) -> Vec<Vec<Value>> {
    let rows = table.query_rows(100, Advance::Stay).unwrap_or_default();
    let count = table.row_count().unwrap_or_default();
    assert_eq!(rows.len(), usize::try_from(count).unwrap().min(100));
    let columns = table.all_columns().unwrap_or_default();
    for tag in columns.iter().copied().filter(|tag| tag.kind() != PropType::OBJECT).take(8) {
        _ = table.sort(&[SortOrder { tag, direction: Direction::DESCEND }]);
        assert_eq!(table.row_count().unwrap(), count);
        _ = table.restrict(Some(Restriction::Exist { tag }));
        assert!(table.row_count().unwrap() <= count);
        _ = table.query_rows(-3, Advance::Move);
        table.restrict(None).unwrap();
    }
    rows
}
