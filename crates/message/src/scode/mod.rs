//! The MAPI code of every error of this crate and of those below.
//!
//! The ground crates know no MAPI codes, save that `openimsg-props` has their type. This crate is
//! the lowest that knows the errors of all of them, so the mapping stands here, once; whoever
//! stands on this crate asks [`ToSCode::scode`].

mod storage;

use std::io;

use openimsg_base::codepage::EncodeError;
use openimsg_base::{Limit, Refused};
use openimsg_props::{BuildError, SCode};
use openimsg_storage::transacted::CommitError;
use openimsg_storage::write::WriteError;
use openimsg_storage::{EditError, NameError};

use crate::{Error, Problem};

pub use storage::map_storage_scode;

/// What an error is in MAPI.
///
/// ```
/// use openimsg_message::scode::ToSCode;
/// use openimsg_message::{Error, Problem};
/// use openimsg_props::SCode;
/// assert_eq!(Error::new([], Problem::NoMessage).scode(), SCode::MAPI_E_CORRUPT_DATA);
/// ```
pub trait ToSCode {
    /// The code; never success or a warning.
    fn scode(&self) -> SCode;
}

impl ToSCode for Error {
    fn scode(&self) -> SCode {
        self.problem().scode()
    }
}

impl ToSCode for Problem {
    fn scode(&self) -> SCode {
        match self {
            // A value that is listed and not there is damage, not absence.
            Problem::NoMessage | Problem::MissingStream => SCode::MAPI_E_CORRUPT_DATA,
            Problem::Rtf(error) => error.scode(),
            Problem::Storage(error) => error.scode(),
            Problem::Edit(error) => error.scode(),
            Problem::Write(error) => error.scode(),
            Problem::Value(error) => error.scode(),
            Problem::Type { .. } => SCode::MAPI_E_UNEXPECTED_TYPE,
            Problem::NotFound => SCode::MAPI_E_NOT_FOUND,
            Problem::TooMany { .. } => SCode::MAPI_E_TOO_BIG,
            Problem::OtherMessage => SCode::MAPI_E_INVALID_PARAMETER,
            Problem::Protected => SCode::MAPI_E_NO_ACCESS,
            Problem::Refused(refused) => refused.scode(),
        }
    }
}

impl ToSCode for Refused {
    fn scode(&self) -> SCode {
        match self {
            Refused::Limit { limit: Limit::DecodedBytes, .. } => SCode::MAPI_E_NOT_ENOUGH_MEMORY,
            Refused::Limit { limit: Limit::OpenMessages, .. } => SCode::MAPI_E_NOT_ENOUGH_RESOURCES,
            Refused::Limit { .. } => SCode::MAPI_E_TOO_COMPLEX,
            Refused::Strict(_) => SCode::MAPI_E_CORRUPT_DATA,
            Refused::Cancelled => SCode::MAPI_E_UNABLE_TO_COMPLETE,
            _ => SCode::MAPI_E_CALL_FAILED,
        }
    }
}

impl ToSCode for EncodeError {
    fn scode(&self) -> SCode {
        SCode::MAPI_E_BAD_CHARWIDTH
    }
}

impl ToSCode for BuildError {
    fn scode(&self) -> SCode {
        BuildError::scode(self)
    }
}

impl ToSCode for openimsg_rtf::Error {
    fn scode(&self) -> SCode {
        match self {
            openimsg_rtf::Error::Refused(refused) => refused.scode(),
            _ => SCode::MAPI_E_CORRUPT_DATA,
        }
    }
}

impl ToSCode for openimsg_storage::Error {
    fn scode(&self) -> SCode {
        match self {
            // A caller that mixes up storages and streams, or nodes of two files.
            openimsg_storage::Error::WrongKind { .. } => SCode::MAPI_E_INVALID_PARAMETER,
            openimsg_storage::Error::Refused(refused) => refused.scode(),
            openimsg_storage::Error::Io(error) => error.scode(),
            _ => SCode::MAPI_E_CORRUPT_DATA,
        }
    }
}

impl ToSCode for EditError {
    fn scode(&self) -> SCode {
        match self {
            EditError::NotFound { .. } => SCode::MAPI_E_NOT_FOUND,
            EditError::Exists { .. } => SCode::MAPI_E_COLLISION,
            EditError::WrongKind { .. } | EditError::Root | EditError::Name(_) => {
                SCode::MAPI_E_INVALID_PARAMETER
            }
            EditError::ReadOnly | EditError::NotSafeToEdit { .. } => SCode::MAPI_E_NO_ACCESS,
            EditError::IntoItself => SCode::MAPI_E_FOLDER_CYCLE,
            EditError::TooDeep { .. } => SCode::MAPI_E_TOO_COMPLEX,
            EditError::Lost { .. } => SCode::MAPI_E_CORRUPT_DATA,
            EditError::Storage(error) => error.scode(),
            _ => SCode::MAPI_E_CALL_FAILED,
        }
    }
}

impl ToSCode for NameError {
    fn scode(&self) -> SCode {
        match self {
            NameError::TooLong(_) => SCode::MAPI_E_STRING_TOO_LONG,
            _ => SCode::MAPI_E_INVALID_PARAMETER,
        }
    }
}

impl ToSCode for WriteError {
    fn scode(&self) -> SCode {
        match self {
            WriteError::Name(error) => error.scode(),
            WriteError::IllegalName { .. } => SCode::MAPI_E_INVALID_PARAMETER,
            WriteError::Duplicate { .. } => SCode::MAPI_E_COLLISION,
            WriteError::StreamTooLong { .. }
            | WriteError::FileTooLong { .. }
            | WriteError::TooManyEntries { .. } => SCode::MAPI_E_TOO_BIG,
            WriteError::WrongLength { .. } => SCode::MAPI_E_CORRUPT_DATA,
            other => io_source(other),
        }
    }
}

impl ToSCode for CommitError {
    fn scode(&self) -> SCode {
        match self {
            CommitError::Reverted => SCode::MAPI_E_OBJECT_DELETED,
            CommitError::GivenBack => SCode::MAPI_E_INVALID_OBJECT,
            CommitError::Edit(error) => error.scode(),
            CommitError::Write(error) => error.scode(),
            CommitError::Interrupted { source } => source.scode(),
            other => io_source(other),
        }
    }
}

impl ToSCode for io::Error {
    /// By the kind; what has no kind of its own is the disk's fault.
    fn scode(&self) -> SCode {
        match self.kind() {
            io::ErrorKind::NotFound => SCode::MAPI_E_NOT_FOUND,
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                SCode::MAPI_E_NO_ACCESS
            }
            io::ErrorKind::AlreadyExists => SCode::MAPI_E_COLLISION,
            io::ErrorKind::InvalidInput => SCode::MAPI_E_INVALID_PARAMETER,
            io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof => SCode::MAPI_E_CORRUPT_DATA,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                SCode::MAPI_E_NOT_ENOUGH_DISK
            }
            io::ErrorKind::OutOfMemory => SCode::MAPI_E_NOT_ENOUGH_MEMORY,
            io::ErrorKind::ResourceBusy | io::ErrorKind::WouldBlock => SCode::MAPI_E_BUSY,
            io::ErrorKind::FileTooLarge => SCode::MAPI_E_TOO_BIG,
            io::ErrorKind::Unsupported => SCode::MAPI_E_NO_SUPPORT,
            _ => SCode::MAPI_E_DISK_ERROR,
        }
    }
}

/// The code of the medium's failure behind an error, if that is what it was.
fn io_source(error: &dyn std::error::Error) -> SCode {
    let medium = error.source().and_then(|source| source.downcast_ref::<io::Error>());
    medium.map_or(SCode::MAPI_E_CALL_FAILED, ToSCode::scode)
}

#[cfg(test)]
mod tests {
    use openimsg_base::{CodePage, Defect, DefectKind};
    use openimsg_props::PropType;
    use openimsg_storage::{ChainProblem, EntryId};

    use super::*;

    static KIND: DefectKind = DefectKind { code: "test", spec: "none", what: "a test" };

    fn check(rows: &[(&dyn ToSCode, SCode)]) {
        for (i, (error, code)) in rows.iter().enumerate() {
            assert_eq!(error.scode(), *code, "row {i}");
            assert!(code.is_error(), "row {i}");
        }
    }

    #[test]
    fn refusals() {
        let limit = |limit| Refused::Limit { limit, max: 1 };
        check(&[
            (&limit(Limit::DecodedBytes), SCode::MAPI_E_NOT_ENOUGH_MEMORY),
            (&limit(Limit::OpenMessages), SCode::MAPI_E_NOT_ENOUGH_RESOURCES),
            (&limit(Limit::Nesting), SCode::MAPI_E_TOO_COMPLEX),
            (&limit(Limit::StorageDepth), SCode::MAPI_E_TOO_COMPLEX),
            (&Refused::Strict(Defect::new(&KIND, 0, 0)), SCode::MAPI_E_CORRUPT_DATA),
            (&Refused::Cancelled, SCode::MAPI_E_UNABLE_TO_COMPLETE),
        ]);
    }

    #[test]
    fn storages() {
        use openimsg_storage::Error;
        let stream = Error::Stream { entry: 3, problem: ChainProblem::Loop };
        let path = || Box::from("/a");
        check(&[
            (&Error::NotCompoundFile { found: 0 }, SCode::MAPI_E_CORRUPT_DATA),
            (&stream, SCode::MAPI_E_CORRUPT_DATA),
            (&Error::Refused(Refused::Cancelled), SCode::MAPI_E_UNABLE_TO_COMPLETE),
            (&Error::Io(io::ErrorKind::StorageFull.into()), SCode::MAPI_E_NOT_ENOUGH_DISK),
            (&EditError::NotFound { path: path() }, SCode::MAPI_E_NOT_FOUND),
            (&EditError::Exists { path: path() }, SCode::MAPI_E_COLLISION),
            (&EditError::ReadOnly, SCode::MAPI_E_NO_ACCESS),
            (&EditError::NotSafeToEdit { kind: &KIND }, SCode::MAPI_E_NO_ACCESS),
            (&EditError::Root, SCode::MAPI_E_INVALID_PARAMETER),
            (&EditError::IntoItself, SCode::MAPI_E_FOLDER_CYCLE),
            (&EditError::TooDeep { max: 1 }, SCode::MAPI_E_TOO_COMPLEX),
            (&EditError::Lost { kind: &KIND }, SCode::MAPI_E_CORRUPT_DATA),
            (&EditError::Storage(stream_loop()), SCode::MAPI_E_CORRUPT_DATA),
            (&CommitError::Reverted, SCode::MAPI_E_OBJECT_DELETED),
            (&CommitError::GivenBack, SCode::MAPI_E_INVALID_OBJECT),
            (&CommitError::Edit(EditError::ReadOnly), SCode::MAPI_E_NO_ACCESS),
            (&CommitError::Write(NameError::Empty.into()), SCode::MAPI_E_INVALID_PARAMETER),
            (
                &Error::WrongKind { id: EntryId(1), wanted: "stream" },
                SCode::MAPI_E_INVALID_PARAMETER,
            ),
            (&WriteError::Name(NameError::Empty), SCode::MAPI_E_INVALID_PARAMETER),
            (&WriteError::Name(NameError::TooLong(32)), SCode::MAPI_E_STRING_TOO_LONG),
            (&WriteError::FileTooLong { len: 2, max: 1 }, SCode::MAPI_E_TOO_BIG),
            (&WriteError::TooManyEntries { max: 1 }, SCode::MAPI_E_TOO_BIG),
            (
                &WriteError::WrongLength { path: path(), promised: 1, found: 0 },
                SCode::MAPI_E_CORRUPT_DATA,
            ),
        ]);
    }

    fn stream_loop() -> openimsg_storage::Error {
        openimsg_storage::Error::Stream { entry: 3, problem: ChainProblem::Loop }
    }

    #[test]
    fn values_and_messages() {
        let unencodable = CodePage(1252).encode("\u{4E00}").unwrap_err();
        check(&[
            (&BuildError::NamesExhausted, SCode::MAPI_E_TOO_BIG),
            (&BuildError::Text(unencodable), SCode::MAPI_E_BAD_CHARWIDTH),
            (&openimsg_rtf::Error::TooShort { found: 3 }, SCode::MAPI_E_CORRUPT_DATA),
            (&openimsg_rtf::Error::Refused(Refused::Cancelled), SCode::MAPI_E_UNABLE_TO_COMPLETE),
            (&Problem::NoMessage, SCode::MAPI_E_CORRUPT_DATA),
            (&Problem::MissingStream, SCode::MAPI_E_CORRUPT_DATA),
            (&Problem::Edit(EditError::Root), SCode::MAPI_E_INVALID_PARAMETER),
            (&Problem::Write(NameError::Empty.into()), SCode::MAPI_E_INVALID_PARAMETER),
            (&Problem::Value(BuildError::NamesExhausted), SCode::MAPI_E_TOO_BIG),
            (&Problem::NotFound, SCode::MAPI_E_NOT_FOUND),
            (&Problem::TooMany { max: 2048 }, SCode::MAPI_E_TOO_BIG),
            (&Problem::OtherMessage, SCode::MAPI_E_INVALID_PARAMETER),
            (&Problem::Protected, SCode::MAPI_E_NO_ACCESS),
            (&Problem::Type { found: PropType::LONG }, SCode::MAPI_E_UNEXPECTED_TYPE),
            (&unencodable, SCode::MAPI_E_BAD_CHARWIDTH),
            (&Problem::Storage(stream_loop()), SCode::MAPI_E_CORRUPT_DATA),
            (&Problem::Refused(Refused::Cancelled), SCode::MAPI_E_UNABLE_TO_COMPLETE),
        ]);
    }

    #[test]
    fn media_by_their_kind() {
        use io::ErrorKind::*;
        for (kind, code) in [
            (NotFound, SCode::MAPI_E_NOT_FOUND),
            (PermissionDenied, SCode::MAPI_E_NO_ACCESS),
            (ReadOnlyFilesystem, SCode::MAPI_E_NO_ACCESS),
            (AlreadyExists, SCode::MAPI_E_COLLISION),
            (InvalidInput, SCode::MAPI_E_INVALID_PARAMETER),
            (Unsupported, SCode::MAPI_E_NO_SUPPORT),
            (UnexpectedEof, SCode::MAPI_E_CORRUPT_DATA),
            (StorageFull, SCode::MAPI_E_NOT_ENOUGH_DISK),
            (OutOfMemory, SCode::MAPI_E_NOT_ENOUGH_MEMORY),
            (ResourceBusy, SCode::MAPI_E_BUSY),
            (FileTooLarge, SCode::MAPI_E_TOO_BIG),
            (Other, SCode::MAPI_E_DISK_ERROR),
        ] {
            assert_eq!(io::Error::from(kind).scode(), code, "{kind}");
        }
    }
}
