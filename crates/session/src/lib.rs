//! The life of open messages: by path, alone, and in groups that are closed together.
//!
//! * [`Session`] groups messages; closing it closes all that was opened in it. In its
//!   [scopes](Session::scope) files are read and edited directly.
//! * [`Message`], [`Attachment`], [`Stream`], [`Table`] and [`Substorage`] are counted handles:
//!   a clone is one more reference, and an object is open until its last handle is dropped.
//!   [`Object`] is what messages and attachments have in common.
//! * [`FileEdit`] is a message that one program edits in its file, without handles; [`open`] reads
//!   one.
//!
//! What is done to messages follows the rules of MAPI as [`openimsg_message::imapi`] has them;
//! what follows here is their life. `MAPI` in Rust:
//!
//! | MAPI | here |
//! |---|---|
//! | `OpenIMsgSession`, `CloseIMsgSession` | [`Session::with_flags`], [`Session::close`] or drop |
//! | `OpenIMsgOnIStg` | [`Session::open`]; without a session [`Message::on`] |
//! | `AddRef`, `Release` | clone, drop |
//! | `MSGCALLRELEASE` | [`OpenOptions::on_release`] |
//! | `SaveChanges` | [`Message::save_changes`], [`Attachment::save_changes`] |
//! | `GetLastError` | [`Object::last_error`] |
//! | `GetAttribIMsgOnIStg`, `SetAttribIMsgOnIStg` | [`Object::attributes`], [`Object::set_attributes`] |
//! | `MapStorageSCode` | [`map_storage_scode`](openimsg_message::scode::map_storage_scode) |
//!
//! There is one lock for each message file and all that is open in it. Calls that read run beside
//! each other, others wait. No lock is held while a release callback runs. A caller's
//! [`Source`](openimsg_storage::Source) or [`Target`](openimsg_storage::Target) is called under
//! the lock of its message, and must not call that message.
//!
//! Who subscribes to `tracing` is told, at level `debug`, of each session and message that is opened
//! and closed, each part that is opened, each save with its outcome and each release callback, with
//! `session_id` (0 for none) and `message_id`.

mod attachment;
mod error;
mod file;
mod flags;
mod message;
mod object;
mod root;
mod session;
mod stream;
mod substorage;
mod table;

use std::path::Path;

pub use attachment::Attachment;
pub use error::Error;
pub use file::{FileEdit, SaveFailure, Saving};
pub use flags::{OpenFlags, SessionFlags, StorageMode};
pub use message::Message;
pub use object::Object;
pub use session::{MessageId, OpenOptions, Report, Session};
pub use stream::Stream;
pub use substorage::Substorage;
pub use table::Table;

use openimsg_message::{Error as MessageError, MessageFile, Options};
use openimsg_storage::{CompoundFile, FileSource};

/// Opens the message in a file, read-only.
///
/// A file of up to [`FileSource::IN_MEMORY`] bytes is read as a whole; of a larger one only
/// what is asked for is read, in bounded memory.
///
/// # Errors
/// [`Problem::Storage`](openimsg_message::Problem::Storage) when the file cannot be read or is
/// no compound file.
pub fn open(path: impl AsRef<Path>, options: Options) -> Result<PathFile, MessageError> {
    let path = path.as_ref();
    let _span = tracing::debug_span!("open message", path = %path.display()).entered();
    let source = FileSource::open(path)
        .map_err(|e| MessageError::new([], openimsg_storage::Error::Io(e)))?;
    MessageFile::open(source, options)
}

/// A message file opened by its path.
pub type PathFile = MessageFile<CompoundFile<FileSource>>;
