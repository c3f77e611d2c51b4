//! Opening messages by path, to read or to edit and save them; groups of messages that are closed
//! together build on this.

mod file;

use std::path::Path;

pub use file::{FileEdit, SaveFailure, Saving};

use openimsg_message::{Error, MessageFile, Options};
use openimsg_storage::{CompoundFile, FileSource};

/// Opens the message in a file, read-only.
///
/// A file of up to [`FileSource::IN_MEMORY`] bytes is read as a whole; of a larger one only
/// what is asked for is read, in bounded memory.
///
/// # Errors
/// [`Problem::Storage`](openimsg_message::Problem::Storage) when the file cannot be read or is
/// no compound file.
pub fn open(path: impl AsRef<Path>, options: Options) -> Result<PathFile, Error> {
    let path = path.as_ref();
    let _span = tracing::debug_span!("open message", path = %path.display()).entered();
    let source =
        FileSource::open(path).map_err(|e| Error::new([], openimsg_storage::Error::Io(e)))?;
    MessageFile::open(source, options)
}

/// A message file opened by its path.
pub type PathFile = MessageFile<CompoundFile<FileSource>>;
