//! Each kind of error that is not an answer of an object: what makes it.

use openimsg_message::Problem;
use openimsg_message::edit;
use openimsg_message::imapi::OpenMode;
use openimsg_props::{PropTag, SCode};
use openimsg_session::{
    Error, FileEdit, Message, OpenOptions, SaveFailure, Session, SessionFlags, StorageMode,
};
use openimsg_storage::save::SaveError;
use openimsg_storage::write::{Content, Version, WriteError};
use openimsg_storage::{EditError, Overlay, Storage};

use crate::common::{old, options, storage};

/// PidTagAttachDataObject.
const DATA: PropTag = PropTag(0x3701_000D);

fn plain() -> OpenOptions {
    OpenOptions::default()
}

#[test]
fn what_cannot_be_opened() {
    let unknown = Session::with_flags(SessionFlags(0x4), options()).unwrap_err();
    assert!(matches!(unknown, Error::UnknownFlags(0x4)), "{unknown}");
    let mode = StorageMode::READ.with(StorageMode::CREATE);
    let refused = Message::open_bytes(old(), mode, plain()).unwrap_err();
    assert!(matches!(refused, Error::Mode(found) if found == mode), "{refused}");
    let no_file = Message::open_bytes(b"none".to_vec(), StorageMode::READ, plain()).unwrap_err();
    assert!(matches!(no_file, Error::Storage(_)), "{no_file}");
    let other = Storage::memory(Overlay::empty());
    other.edit(|tree| tree.create_stream("Workbook", b"1".as_slice())).unwrap();
    let no_message = Message::on(&other, plain(), options()).unwrap_err();
    assert!(matches!(&no_message, Error::Message(error)
        if matches!(error.problem(), Problem::NoMessage)));
    for error in [unknown, refused, no_file, no_message] {
        assert!(error.scode().is_error(), "{error}");
    }
}

#[test]
fn what_a_storage_refuses() {
    let message = Message::on(&storage(), plain(), options()).unwrap();
    let attachment = message.create_attachment().unwrap();
    let inside = attachment.open_storage(DATA, OpenMode::Create).unwrap();
    let error = inside.read("nothing").unwrap_err();
    assert_eq!(error.scode(), SCode::MAPI_E_NOT_FOUND);
    inside.create_storage("a").unwrap();
    let error = inside.create_storage("a").unwrap_err();
    assert!(matches!(error, Error::Edit(EditError::Exists { .. })), "{error}");
}

#[test]
fn what_cannot_be_saved() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.msg");
    let mut file = FileEdit::create(edit::Options::default()).unwrap();
    assert!(matches!(file.save(), Err(SaveFailure::NoFile)));

    std::fs::write(&path, "there").unwrap();
    let there = file.save_as(&path).unwrap_err();
    assert!(matches!(there, SaveFailure::Save(SaveError::AlreadyExists { .. })), "{there}");

    file.saving().version = Some(Version::V3);
    file.attach("long", Content::reader(3 << 30, || Ok(std::io::empty()))).unwrap();
    let SaveFailure::Message(long) = file.save_over(&path).unwrap_err() else { panic!() };
    let problem = long.problem();
    assert!(matches!(problem, Problem::Write(WriteError::StreamTooLong { .. })), "{long}");
    assert_eq!(std::fs::read(&path).unwrap(), b"there");
}
