//! What errors of handles tell, and the last one.

use std::path::Path;

use openimsg_base::{Limit, Limits, Refused};
use openimsg_message::imapi::{Call, CopyOptions, Interface, OpenAccess, OpenMode, SaveFlags};
use openimsg_message::scode::ToSCode;
use openimsg_message::{Problem, edit::Options};
use openimsg_props::{SCode, tags};
use openimsg_session::{
    Error, Message, OpenFlags, OpenOptions, Session, SessionFlags, StorageMode,
};
use openimsg_storage::{Overlay, Storage};

use crate::common::{old, options, storage, tree};

const KEEP: SaveFlags = SaveFlags::KEEP_OPEN_READWRITE;

fn plain() -> OpenOptions {
    OpenOptions::default()
}

/// A message with a text of 1,000 characters.
fn long() -> Vec<u8> {
    let message = Message::open_bytes(old(), StorageMode::TO_EDIT, plain()).unwrap();
    message.set(tags::PR_BODY, "x".repeat(1000)).unwrap();
    message.save_changes(KEEP).unwrap();
    message.image().unwrap()
}

#[test]
fn a_limit_that_a_getter_meets_is_named() {
    let mut options: Options = options();
    options.open.limits = Limits { decoded_bytes: 500, ..Limits::default() };
    let session = Session::with_flags(SessionFlags::UNICODE, options).unwrap();
    let message = session.open_bytes(long(), StorageMode::TO_EDIT, plain()).unwrap();
    let limit = Refused::Limit { limit: Limit::DecodedBytes, max: 500 };
    let body = tags::PR_BODY;
    let errors = [
        message.prop(body, true).unwrap_err(),
        message.text(body).unwrap_err(),
        message.open_stream(body, OpenMode::Read).unwrap_err(),
    ];
    for error in errors {
        assert!(matches!(error, Error::Refused(refused) if refused == limit), "{error:?}");
        assert_eq!(error.scode(), SCode::MAPI_E_NOT_ENOUGH_MEMORY);
    }
    let answers = message.props(Some(&[body]), true).unwrap();
    assert_eq!(answers.items.first().unwrap().cause().unwrap().refused(), Some(limit));
}

#[test]
fn damage_is_told_with_its_place() {
    let mut tree: Overlay = tree(long());
    tree.remove("__substg1.0_1000001F").unwrap();
    let message = Message::on(&Storage::memory(tree), plain(), options()).unwrap();
    let error = message.prop(tags::PR_BODY, true).unwrap_err();
    assert_eq!(error.to_string(), "property 1000001F: the value has no stream");
    let cause = match &error {
        Error::Mapi(error) => error.cause().map(openimsg_message::Error::problem),
        _ => None,
    };
    assert!(matches!(cause, Some(Problem::MissingStream)));
}

#[test]
fn the_last_error_is_that_of_the_object_and_shared_by_its_handles() {
    let message = Message::on(&storage(), plain(), options()).unwrap();
    let other = message.clone();
    // That there is no text is no error.
    assert_eq!(message.text(tags::PR_TRANSPORT_MESSAGE_HEADERS).unwrap(), None);
    assert_eq!(message.last_error(SCode::MAPI_E_NOT_FOUND).unwrap(), None);
    message.prop(tags::PR_HTML, true).unwrap_err();
    let last = other.last_error(SCode::MAPI_E_NOT_FOUND).unwrap().unwrap();
    assert_eq!((last.context, last.component), (Call::GetProps, "openimsg"));
    assert_eq!(last.text, "property 10130102: MAPI_E_NOT_FOUND");
    other.set(tags::PR_HASATTACH, true).unwrap_err();
    let last = message.last_error(SCode::MAPI_E_COMPUTED).unwrap().unwrap();
    assert_eq!(last.context, Call::SetProps);
    assert_eq!(message.last_error(SCode::MAPI_E_NOT_FOUND).unwrap(), None);
    // An attachment has its own.
    let attachment = message.create_attachment().unwrap();
    assert_eq!(attachment.last_error(SCode::MAPI_E_COMPUTED).unwrap(), None);
    attachment.open_message(OpenMode::Read).unwrap_err();
    let last = attachment.last_error(SCode::MAPI_E_NOT_FOUND).unwrap().unwrap();
    assert_eq!(last.context, Call::OpenProperty);
}

#[test]
fn what_handles_alone_refuse_is_the_last_error_too() {
    let message = Message::on(&storage(), plain(), options()).unwrap();
    let context = |code| message.last_error(code).unwrap().map(|last| last.context);
    let options = CopyOptions { interface: Some(Interface::Message), ..CopyOptions::default() };
    message.copy_to(None, &message, options).unwrap_err();
    assert_eq!(context(SCode::MAPI_E_NO_ACCESS), Some(Call::CopyTo));
    message.open_attachment(0, Some(Interface::Message), OpenAccess::Read).unwrap_err();
    assert_eq!(context(SCode::MAPI_E_INTERFACE_NOT_SUPPORTED), Some(Call::OpenAttach));
    message.open_table(tags::PR_SUBJECT, true).unwrap_err();
    assert_eq!(context(SCode::MAPI_E_INTERFACE_NOT_SUPPORTED), Some(Call::OpenProperty));
    message.save_changes(SaveFlags(3)).unwrap_err();
    assert_eq!(context(SCode::MAPI_E_INVALID_PARAMETER), Some(Call::SaveChanges));
}

#[test]
fn a_commit_that_fails_is_the_last_error() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.msg");
    std::fs::write(&path, old()).unwrap();
    let open = OpenOptions::with_flags(OpenFlags::NONE);
    let message = Message::open_path(&path, StorageMode::TO_EDIT, open).unwrap();
    message.set(tags::PR_SUBJECT, "new").unwrap();
    std::fs::write(&path, b"something else").unwrap();
    let error = message.save_changes(KEEP).unwrap_err();
    assert_eq!(error.scode(), SCode::MAPI_E_OBJECT_CHANGED);
    let last = message.last_error(error.scode()).unwrap().unwrap();
    assert_eq!((last.context, last.text), (Call::SaveChanges, error.to_string()));
}

#[test]
fn a_closed_object_tells_nothing() {
    let session = Session::new();
    let message = session.open(&storage(), plain()).unwrap();
    session.close();
    let closed = message.last_error(SCode::MAPI_E_INVALID_OBJECT);
    assert!(matches!(closed, Err(Error::InvalidObject)));
}

/// Names each type, which has a code if this compiles.
macro_rules! with_codes {
    ($($path:ty),* $(,)?) => {
        fn with_codes() -> Vec<&'static str> {
            fn name<T: ToSCode>() -> &'static str {
                std::any::type_name::<T>()
            }
            vec![$(name::<$path>()),*]
        }
    };
}

with_codes! {
    openimsg_base::EncodeError,
    openimsg_base::EndOfInput,
    openimsg_base::ParseGuidError,
    openimsg_base::Refused,
    openimsg_base::Unencodable,
    openimsg_base::UnsupportedCodePage,
    openimsg_message::Error,
    openimsg_message::Problem,
    openimsg_message::imapi::Error,
    openimsg_props::BuildError,
    openimsg_props::ParseTagError,
    openimsg_session::Error,
    openimsg_session::SaveFailure,
    openimsg_storage::ChainProblem,
    openimsg_storage::CommitError,
    openimsg_storage::EditError,
    openimsg_storage::Error,
    openimsg_storage::NameError,
    openimsg_storage::save::Change,
    openimsg_storage::save::SaveError,
    openimsg_storage::save::VerifyError,
    openimsg_storage::write::WriteError,
    std::io::Error,
}

/// All errors that the libraries define, by crate and name, are among those with codes. (That of
/// `openimsg-rtf`, which this crate does not know, has a test where its code is.)
#[test]
fn every_error_has_a_code() {
    let ends = |path: &str| {
        (path.split("::").next().map(str::to_owned), path.rsplit("::").next().map(str::to_owned))
    };
    let coded: Vec<_> = with_codes().into_iter().map(ends).collect();
    let crates = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    let mut found = 0;
    for name in ["base", "storage", "props", "message", "session"] {
        let mut folders = vec![crates.join(name).join("src")];
        while let Some(folder) = folders.pop() {
            // In a package of its own this crate has no neighbours.
            let Ok(entries) = std::fs::read_dir(folder) else { continue };
            for path in entries.map(|entry| entry.unwrap().path()) {
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                for error in errors_of(&std::fs::read_to_string(&path).unwrap()) {
                    let error = (Some(format!("openimsg_{name}")), Some(error.to_owned()));
                    assert!(coded.contains(&error), "{error:?} of {} has no code", path.display());
                    found += 1;
                }
            }
        }
    }
    assert!(found == 0 || found > 20, "{found}");
}

/// The public types of a file that are errors.
fn errors_of(code: &str) -> Vec<&str> {
    let mut errors = Vec::new();
    let mut lines = code.lines();
    while let Some(line) = lines.next() {
        let rest = if let Some(name) = line.strip_prefix("impl std::error::Error for ") {
            Some(name)
        } else if line.starts_with("#[derive(") && line.contains("thiserror::Error") {
            let item = lines.find(|line| !line.starts_with("#["));
            item.and_then(|line| {
                line.strip_prefix("pub enum ").or(line.strip_prefix("pub struct "))
            })
        } else {
            None
        };
        errors.extend(rest.and_then(|rest| rest.split(|c: char| !c.is_alphanumeric()).next()));
    }
    errors
}
