//! The MAPI code of every error of this crate and of those below.
//!
//! The ground crates know no MAPI codes, save that `openimsg-props` has their type. This crate is
//! the lowest that knows the errors of all of them, so the mapping stands here, once; whoever
//! stands on this crate asks [`ToSCode::scode`].

mod storage;

use std::io;

use openimsg_base::{
    EncodeError, EndOfInput, Limit, ParseGuidError, Refused, Unencodable, UnsupportedCodePage,
};
use openimsg_props::{BuildError, ParseTagError, SCode};
use openimsg_storage::save::{Change, SaveError, VerifyError};
use openimsg_storage::transacted::CommitError;
use openimsg_storage::write::WriteError;
use openimsg_storage::{ChainProblem, EditError, NameError};

use crate::{Error, Problem, imapi};

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

/// Errors of one cause each.
macro_rules! always {
    ($($error:ty => $code:ident),* $(,)?) => {$(
        impl ToSCode for $error {
            fn scode(&self) -> SCode {
                SCode::$code
            }
        }
    )*};
}

always! {
    EncodeError => MAPI_E_BAD_CHARWIDTH,
    Unencodable => MAPI_E_BAD_CHARWIDTH,
    UnsupportedCodePage => MAPI_E_BAD_CHARWIDTH,
    ParseGuidError => MAPI_E_INVALID_PARAMETER,
    ParseTagError => MAPI_E_INVALID_PARAMETER,
    EndOfInput => MAPI_E_CORRUPT_DATA,
    ChainProblem => MAPI_E_CORRUPT_DATA,
    Change => MAPI_E_OBJECT_CHANGED,
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
            CommitError::Target(error) => of_any(&**error),
            other => io_source(other),
        }
    }
}

impl ToSCode for SaveError {
    fn scode(&self) -> SCode {
        match self {
            SaveError::Changed { what, .. } => what.scode(),
            SaveError::Vanished { .. } => SCode::MAPI_E_OBJECT_DELETED,
            SaveError::AlreadyExists { .. } => SCode::MAPI_E_COLLISION,
            SaveError::ReadOnly { .. } | SaveError::NotAFile { .. } => SCode::MAPI_E_NO_ACCESS,
            SaveError::Write(error) => error.scode(),
            SaveError::Io { source, .. } | SaveError::DurabilityUnknown { source, .. } => {
                source.scode()
            }
            SaveError::Verify(error) => error.scode(),
            SaveError::Refused(refused) => refused.scode(),
            SaveError::Leftover { source, .. } => source.scode(),
            other => io_source(other),
        }
    }
}

impl ToSCode for VerifyError {
    /// What reads back as something else than was written is the disk's fault.
    fn scode(&self) -> SCode {
        match self {
            VerifyError::Unreadable(openimsg_storage::Error::Refused(refused)) => refused.scode(),
            _ => SCode::MAPI_E_DISK_ERROR,
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

/// The code of whatever a caller's target failed with, if it is an error that is known here.
fn of_any(error: &(dyn std::error::Error + 'static)) -> SCode {
    type Any<'e> = &'e (dyn std::error::Error + 'static);
    fn of<T: ToSCode + std::error::Error + 'static>(error: Any<'_>) -> Option<SCode> {
        error.downcast_ref::<T>().map(T::scode)
    }
    of::<SaveError>(error)
        .or_else(|| of::<CommitError>(error))
        .or_else(|| of::<EditError>(error))
        .or_else(|| of::<WriteError>(error))
        .or_else(|| of::<openimsg_storage::Error>(error))
        .or_else(|| of::<Refused>(error))
        .or_else(|| of::<imapi::Error>(error))
        .or_else(|| of::<Error>(error))
        .or_else(|| of::<io::Error>(error))
        .unwrap_or_else(|| io_source(error))
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
            (&Error::NotCompoundFile { found: 0, len: 8 }, SCode::MAPI_E_CORRUPT_DATA),
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
            (&CommitError::Interrupted { source: full() }, SCode::MAPI_E_NOT_ENOUGH_DISK),
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

    #[test]
    fn saves() {
        let path = || std::path::PathBuf::from("a.msg");
        let exists = || SaveError::AlreadyExists { path: path() };
        let what = Change::Length;
        let (verify, source) = (VerifyError::Tree, Box::new(exists()));
        let leftover = SaveError::Leftover { path: path(), remove: full(), source };
        let step = openimsg_storage::save::Step::Sync;
        let unreadable = VerifyError::Unreadable(Refused::Cancelled.into());
        let rows: Vec<(SaveError, SCode)> = vec![
            (SaveError::Changed { path: path(), what }, SCode::MAPI_E_OBJECT_CHANGED),
            (SaveError::Vanished { path: path() }, SCode::MAPI_E_OBJECT_DELETED),
            (exists(), SCode::MAPI_E_COLLISION),
            (leftover, SCode::MAPI_E_COLLISION),
            (SaveError::ReadOnly { path: path() }, SCode::MAPI_E_NO_ACCESS),
            (SaveError::NotAFile { path: path() }, SCode::MAPI_E_NO_ACCESS),
            (SaveError::Io { step, source: full() }, SCode::MAPI_E_NOT_ENOUGH_DISK),
            (SaveError::Verify(verify), SCode::MAPI_E_DISK_ERROR),
            (SaveError::Verify(unreadable), SCode::MAPI_E_UNABLE_TO_COMPLETE),
            (SaveError::Write(NameError::Empty.into()), SCode::MAPI_E_INVALID_PARAMETER),
            (SaveError::Refused(Refused::Cancelled), SCode::MAPI_E_UNABLE_TO_COMPLETE),
        ];
        for (error, code) in rows {
            check(&[(&error, code)]);
            // The same, wherever it is met.
            check(&[(&CommitError::Target(Box::new(error)), code)]);
        }
    }

    #[test]
    fn what_a_callers_target_fails_with() {
        let target = |error: Box<dyn std::error::Error + Send + Sync>| CommitError::Target(error);
        let message = || Error::new([], Problem::Protected);
        check(&[
            (&target(full().into()), SCode::MAPI_E_NOT_ENOUGH_DISK),
            (&target(EditError::IntoItself.into()), SCode::MAPI_E_FOLDER_CYCLE),
            (&target(CommitError::Reverted.into()), SCode::MAPI_E_OBJECT_DELETED),
            (&target(stream_loop().into()), SCode::MAPI_E_CORRUPT_DATA),
            (&target(Refused::Cancelled.into()), SCode::MAPI_E_UNABLE_TO_COMPLETE),
            (&target(message().into()), SCode::MAPI_E_NO_ACCESS),
            (&target(imapi::Error::from(message()).into()), SCode::MAPI_E_NO_ACCESS),
            (&target("something".into()), SCode::MAPI_E_CALL_FAILED),
        ]);
    }

    fn full() -> io::Error {
        io::ErrorKind::StorageFull.into()
    }

    fn stream_loop() -> openimsg_storage::Error {
        openimsg_storage::Error::Stream { entry: 3, problem: ChainProblem::Loop }
    }

    #[test]
    fn values_and_messages() {
        let unencodable = CodePage(1252).encode("\u{4E00}").unwrap_err();
        check(&[
            (&BuildError::NamesExhausted, SCode::MAPI_E_TOO_BIG),
            (&UnsupportedCodePage(CodePage(1)), SCode::MAPI_E_BAD_CHARWIDTH),
            (&ParseGuidError, SCode::MAPI_E_INVALID_PARAMETER),
            (&ParseTagError, SCode::MAPI_E_INVALID_PARAMETER),
            (&EndOfInput { at: 0, wanted: 1, left: 0 }, SCode::MAPI_E_CORRUPT_DATA),
            (&ChainProblem::Loop, SCode::MAPI_E_CORRUPT_DATA),
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
