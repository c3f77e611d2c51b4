//! Messages on a `cfb` file that the caller has open.

#![expect(clippy::unwrap_used, reason = "a test may fail")]

#[expect(dead_code, reason = "each test needs another part of it")]
mod common;

use std::io::{self, Cursor, Read, Seek, SeekFrom, Write};
use std::sync::{Arc, Mutex};

use common::{old, subject, tree};
use openimsg_base::Budget;
use openimsg_message::imapi::{ModifyRecipients, OpenAccess, OpenMode, SaveFlags, Value};
use openimsg_props::{SCode, tags};
use openimsg_session::{Error, OpenFlags, OpenOptions, Session, StorageMode};
use openimsg_storage::{Access, Adopted, CfbStorage, Storage};

const KEEP: SaveFlags = SaveFlags::KEEP_OPEN_READWRITE;

/// The caller's medium, which somebody else may look at.
#[derive(Clone)]
struct Medium(Arc<Mutex<Cursor<Vec<u8>>>>);

impl Medium {
    fn content(&self) -> Vec<u8> {
        self.0.lock().unwrap().get_ref().clone()
    }
}

impl Read for Medium {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.lock().unwrap().read(buffer)
    }
}

impl Write for Medium {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(buffer)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Seek for Medium {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.0.lock().unwrap().seek(to)
    }
}

/// A message with the subject "old", beside which the caller has elements of its own, open with
/// `cfb` and adopted.
fn adopted() -> (Medium, Adopted<Medium>) {
    let medium = Medium(Arc::new(Mutex::new(Cursor::new(old()))));
    let mut file = cfb::CompoundFile::open(medium.clone()).unwrap();
    file.create_stream("/extra").unwrap().write_all(b"mine").unwrap();
    file.create_storage("/folder").unwrap();
    file.create_stream("/folder/note").unwrap().write_all(&[7; 9000]).unwrap();
    file.flush().unwrap();
    (medium, CfbStorage::adopt(file, &Budget::default()).unwrap())
}

/// The caller's elements, as `cfb` finds them when it opens the bytes anew.
fn own(bytes: Vec<u8>) -> (String, Vec<u8>) {
    let mut file = cfb::CompoundFile::open_strict(Cursor::new(bytes)).unwrap();
    let (mut extra, mut note) = (String::new(), Vec::new());
    file.open_stream("/extra").unwrap().read_to_string(&mut extra).unwrap();
    file.open_stream("/folder/note").unwrap().read_to_end(&mut note).unwrap();
    (extra, note)
}

fn no_commit() -> OpenOptions {
    OpenOptions::with_flags(OpenFlags::NO_COMMIT)
}

fn change(storage: &Storage, options: OpenOptions, subject: &str) {
    let session = Session::new();
    let message = session.open(storage, options).unwrap();
    message.set(tags::PR_SUBJECT, subject.to_owned()).unwrap();
    message.save_changes(KEEP).unwrap();
    assert_eq!(session.close().unsaved, 0);
}

#[test]
fn a_message_is_read_edited_and_saved_into_it() {
    let (medium, adopted) = adopted();
    let before = medium.content();
    assert_eq!((adopted.defect(), adopted.storage().access()), (None, Access::ReadWrite));
    let session = Session::new();
    let message = session.open(&adopted.storage(), OpenOptions::default()).unwrap();
    assert_eq!(message.text(tags::PR_SUBJECT).unwrap().as_deref(), Some("old"));

    message.set(tags::PR_SUBJECT, "new").unwrap();
    let attachment = message.create_attachment().unwrap();
    attachment.set(tags::PR_ATTACH_DATA_BIN, vec![1; 10_000]).unwrap();
    attachment.save_changes(KEEP).unwrap();
    let carrier = message.open_attachment(1, None, OpenAccess::Modify).unwrap();
    let inner = carrier.open_message(OpenMode::Modify).unwrap();
    inner.set(tags::PR_SUBJECT, "new inside").unwrap();
    inner.save_changes(KEEP).unwrap();
    carrier.save_changes(KEEP).unwrap();
    let row = vec![Value::new(tags::PR_DISPLAY_NAME, "Bob")];
    message.modify_recipients(ModifyRecipients::Add, &[row]).unwrap();
    assert_eq!(medium.content(), before, "nothing is written before it is saved");
    message.save_changes(KEEP).unwrap();
    assert_eq!(session.close().unsaved, 0);

    // By our reader over the bytes of the medium, and by `cfb`.
    let session = Session::new();
    let open = StorageMode::TO_READ;
    let message = session.open_bytes(medium.content(), open, OpenOptions::default()).unwrap();
    assert_eq!(message.text(tags::PR_SUBJECT).unwrap().as_deref(), Some("new"));
    assert_eq!(message.recipient_table(true).unwrap().row_count().unwrap(), 2);
    let attachment = message.open_attachment(2, None, OpenAccess::Read).unwrap();
    let data = attachment.prop(tags::PR_ATTACH_DATA_BIN, true).unwrap();
    assert_eq!(data.as_bytes(), Some([1; 10_000].as_slice()));
    let carrier = message.open_attachment(1, None, OpenAccess::Read).unwrap();
    let inner = carrier.open_message(OpenMode::Read).unwrap();
    assert_eq!(inner.text(tags::PR_SUBJECT).unwrap().as_deref(), Some("new inside"));
    assert_eq!(own(medium.content()), ("mine".to_owned(), vec![7; 9000]));
}

#[test]
fn without_commit_the_caller_decides() {
    let (medium, adopted) = adopted();
    let (before, storage) = (medium.content(), adopted.storage());
    change(&storage, no_commit(), "dropped");
    assert_eq!(medium.content(), before, "the caller has not committed");
    storage.revert();
    storage.commit().unwrap();
    assert_eq!(subject(&tree(medium.content())).as_deref(), Some("old"));

    change(&storage, no_commit(), "kept");
    storage.edit(|tree| tree.put_stream("extra", b"changed".as_slice())).unwrap();
    storage.commit().unwrap();
    assert_eq!(subject(&tree(medium.content())).as_deref(), Some("kept"));
    assert_eq!(own(medium.content()), ("changed".to_owned(), vec![7; 9000]));
}

#[test]
fn the_callers_elements_survive_saves_and_the_file_is_given_back() {
    let (_, adopted) = adopted();
    let storage = adopted.storage();
    for subject in ["one", "two"] {
        change(&storage, OpenOptions::default(), subject);
    }
    let session = Session::new();
    let message = session.open(&storage, OpenOptions::default()).unwrap();
    let mut file = adopted.into_inner().unwrap();
    file.create_stream("/later").unwrap().write_all(b"by cfb").unwrap();
    let bytes = file.into_inner().content();
    assert_eq!(subject(&tree(bytes.clone())).as_deref(), Some("two"));
    assert_eq!(own(bytes), ("mine".to_owned(), vec![7; 9000]));

    // Who still has the message can read it; there is nothing to save it into.
    message.set(tags::PR_SUBJECT, "three").unwrap();
    assert!(matches!(message.save_changes(KEEP), Err(Error::Commit(_))));
    assert_eq!(message.text(tags::PR_SUBJECT).unwrap().as_deref(), Some("three"));
}

#[test]
fn a_damaged_file_can_only_be_read() {
    let mut bytes = old();
    // The header says one more FAT sector than there is: nothing is lost, but not sound.
    bytes[44] = bytes[44].wrapping_add(1);
    let file = cfb::CompoundFile::open(Cursor::new(bytes.clone())).unwrap();
    let adopted = CfbStorage::adopt(file, &Budget::default()).unwrap();
    assert!(adopted.defect().is_some());
    let session = Session::new();
    let message = session.open(&adopted.storage(), OpenOptions::default()).unwrap();
    assert_eq!(message.text(tags::PR_SUBJECT).unwrap().as_deref(), Some("old"));
    let set = message.set(tags::PR_SUBJECT, "new");
    assert_eq!(set.unwrap_err().scode(), SCode::MAPI_E_NO_ACCESS);
    assert_eq!(message.save_changes(KEEP).unwrap_err().scode(), SCode::MAPI_E_NO_ACCESS);
    drop(message);
    assert_eq!(adopted.into_inner().unwrap().into_inner().into_inner(), bytes);
}
