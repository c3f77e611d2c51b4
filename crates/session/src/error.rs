//! Why something could not be done.

use openimsg_base::Refused;
use openimsg_message::imapi;
use openimsg_message::scode::ToSCode;
use openimsg_props::SCode;
use openimsg_storage::{CommitError, EditError};

use crate::{SaveFailure, StorageMode};

/// Why something could not be done with a session or an object in it.
///
/// Each has a code of MAPI, [`Error::scode`].
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The session or the message was closed.
    #[error("the object was closed")]
    InvalidObject,
    /// Bits among the flags that mean nothing.
    #[error("unknown flags {0:#x}")]
    UnknownFlags(u32),
    /// Messages are not opened in this mode.
    #[error("messages are not opened in mode {:#x}", .0.0)]
    Mode(StorageMode),
    /// More was asked for than the limits of session and message allow, or it was cancelled;
    /// whichever call met it, and at whatever depth.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// The file cannot be read or is no compound file.
    #[error(transparent)]
    Storage(openimsg_storage::Error),
    /// The storage cannot be changed.
    #[error(transparent)]
    Edit(EditError),
    /// What was saved could not be committed. It can be tried again.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// The storage holds no message, or one that cannot be read.
    #[error(transparent)]
    Message(openimsg_message::Error),
    /// The object refused it, or failed; the error tells what was below.
    #[error(transparent)]
    Mapi(imapi::Error),
}

impl Error {
    /// Its code in MAPI; never success or a warning.
    #[must_use]
    pub fn scode(&self) -> SCode {
        match self {
            Error::InvalidObject => SCode::MAPI_E_INVALID_OBJECT,
            Error::UnknownFlags(_) => SCode::MAPI_E_UNKNOWN_FLAGS,
            Error::Mode(_) => SCode::MAPI_E_NO_ACCESS,
            Error::Refused(error) => error.scode(),
            Error::Storage(error) => error.scode(),
            Error::Edit(error) => error.scode(),
            Error::Commit(error @ CommitError::Target(target)) => {
                // A target may use sessions itself.
                target.downcast_ref().map_or_else(|| error.scode(), Error::scode)
            }
            Error::Commit(error) => error.scode(),
            Error::Message(error) => error.scode(),
            Error::Mapi(error) => error.scode(),
        }
    }
}

impl From<SCode> for Error {
    fn from(code: SCode) -> Self {
        Error::Mapi(code.into())
    }
}

impl From<imapi::Error> for Error {
    fn from(error: imapi::Error) -> Self {
        error.refused().map_or_else(|| Error::Mapi(error), Error::Refused)
    }
}

impl From<openimsg_message::Error> for Error {
    fn from(error: openimsg_message::Error) -> Self {
        error.refused().map_or_else(|| Error::Message(error), Error::Refused)
    }
}

impl From<openimsg_storage::Error> for Error {
    fn from(error: openimsg_storage::Error) -> Self {
        match error {
            openimsg_storage::Error::Refused(refused) => Error::Refused(refused),
            error => Error::Storage(error),
        }
    }
}

impl From<EditError> for Error {
    fn from(error: EditError) -> Self {
        match error {
            EditError::Storage(openimsg_storage::Error::Refused(refused)) => {
                Error::Refused(refused)
            }
            error => Error::Edit(error),
        }
    }
}

impl ToSCode for Error {
    fn scode(&self) -> SCode {
        Error::scode(self)
    }
}

impl ToSCode for SaveFailure {
    fn scode(&self) -> SCode {
        match self {
            SaveFailure::NoFile => SCode::MAPI_E_INVALID_PARAMETER,
            SaveFailure::Message(error) => error.scode(),
            SaveFailure::Save(error) => error.scode(),
        }
    }
}
