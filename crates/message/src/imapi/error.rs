//! Why a call failed, and what an object tells of the last one that did.

use std::fmt;
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use openimsg_base::Refused;
use openimsg_props::{PropTag, SCode};
use openimsg_storage::EditError;

use crate::scode::ToSCode;
use crate::{Problem, Step};

/// Why a call failed: its code in MAPI, the property that it was about, and the cause below, if
/// it is more than a rule of MAPI.
///
/// It is small and cheap to copy; one without a cause, such as that there is no such property,
/// allocates nothing. Two errors are equal if MAPI could not tell them apart: if their codes are.
///
/// ```
/// use openimsg_base::{Limit, Refused};
/// use openimsg_message::imapi::Error;
/// use openimsg_message::Step;
/// use openimsg_props::{SCode, tags};
/// let error = Error::from(SCode::MAPI_E_NO_ACCESS).at(tags::PR_BODY);
/// assert_eq!(error.to_string(), "property 1000001F: MAPI_E_NO_ACCESS");
///
/// let refused = Refused::Limit { limit: Limit::DecodedBytes, max: 100 };
/// let below = openimsg_message::Error::new([Step::Attachment(2)], refused);
/// let error = Error::from(below);
/// assert_eq!(error.scode(), SCode::MAPI_E_NOT_ENOUGH_MEMORY);
/// assert_eq!(error.refused(), Some(refused));
/// assert_eq!(error.to_string(), "attachment 2: limit `decoded_bytes` of 100 exceeded");
/// ```
#[derive(Debug, Clone)]
pub struct Error {
    scode: SCode,
    tag: Option<PropTag>,
    cause: Option<Arc<crate::Error>>,
}

impl Error {
    /// The same, about a property.
    #[must_use]
    pub fn at(self, tag: PropTag) -> Self {
        Error { tag: Some(tag), ..self }
    }

    /// Its code; never success or a warning.
    #[must_use]
    pub fn scode(&self) -> SCode {
        self.scode
    }

    /// The property that it is about, if it is about one: as the caller gave it, or where the
    /// cause is.
    #[must_use]
    pub fn tag(&self) -> Option<PropTag> {
        let of_cause = || match self.cause()?.place().last()? {
            Step::Property(tag) => Some(*tag),
            _ => None,
        };
        self.tag.or_else(of_cause)
    }

    /// What went wrong below, with its place; nothing if a rule of MAPI says so.
    #[must_use]
    pub fn cause(&self) -> Option<&crate::Error> {
        self.cause.as_deref()
    }

    /// The limit that was exceeded, or why else the meter stopped it.
    #[must_use]
    pub fn refused(&self) -> Option<Refused> {
        self.cause().and_then(crate::Error::refused)
    }

    fn low_level(&self) -> i32 {
        match self.cause().map(crate::Error::problem) {
            Some(Problem::Storage(error) | Problem::Edit(EditError::Storage(error))) => {
                low_level(error)
            }
            _ => low_level(self),
        }
    }

    pub(super) fn into_cause(self) -> Option<Arc<crate::Error>> {
        self.cause
    }
}

impl From<SCode> for Error {
    fn from(scode: SCode) -> Self {
        Error { scode, tag: None, cause: None }
    }
}

impl From<crate::Error> for Error {
    fn from(error: crate::Error) -> Self {
        Error { scode: error.scode(), tag: None, cause: Some(Arc::new(error)) }
    }
}

impl ToSCode for Error {
    fn scode(&self) -> SCode {
        self.scode
    }
}

impl PartialEq for Error {
    fn eq(&self, other: &Self) -> bool {
        self.scode == other.scode
    }
}

impl Eq for Error {}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.cause, self.tag) {
            (Some(cause), _) => cause.fmt(f),
            (None, Some(tag)) => write!(f, "{}: {}", Step::Property(tag), self.scode),
            (None, None) => self.scode.fmt(f),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.cause().and_then(std::error::Error::source)
    }
}

/// What is known of the call that failed last (MAPIERROR).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastError {
    /// What went wrong and where (`lpszError`). There is nothing in it of what a message says.
    pub text: String,
    /// Who says so (`lpszComponent`).
    pub component: &'static str,
    /// The number that the operating system gave (`ulLowLevelError`); 0 if it had no part in it.
    pub low_level: i32,
    /// The call that failed; its [number](Call::number) is `ulContext`.
    pub context: Call,
}

/// A call that can fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "they are the methods of MAPI")]
#[non_exhaustive]
pub enum Call {
    SaveChanges,
    GetProps,
    OpenProperty,
    SetProps,
    DeleteProps,
    CopyTo,
    CopyProps,
    GetNamesFromIDs,
    GetIDsFromNames,
    OpenAttach,
    CreateAttach,
    DeleteAttach,
    ModifyRecipients,
    SubmitMessage,
    SetReadFlag,
    SetAttribIMsgOnIStg,
}

impl Call {
    /// The place of the method in IMessage, which begins with those of IMAPIProp; 0 for
    /// `SetAttribIMsgOnIStg`, which is in no interface.
    #[must_use]
    pub const fn number(self) -> u32 {
        match self {
            Call::SetAttribIMsgOnIStg => 0,
            Call::SaveChanges => 4,
            Call::GetProps => 5,
            Call::OpenProperty => 7,
            Call::SetProps => 8,
            Call::DeleteProps => 9,
            Call::CopyTo => 10,
            Call::CopyProps => 11,
            Call::GetNamesFromIDs => 12,
            Call::GetIDsFromNames => 13,
            Call::OpenAttach => 15,
            Call::CreateAttach => 16,
            Call::DeleteAttach => 17,
            Call::ModifyRecipients => 19,
            Call::SubmitMessage => 20,
            Call::SetReadFlag => 21,
        }
    }
}

/// The call on an object that failed last, for
/// [`PropObject::last_error`](super::PropObject::last_error).
#[derive(Debug, Default)]
pub struct Failures(Mutex<Option<Failure>>);

#[derive(Debug)]
struct Failure {
    call: Call,
    scode: SCode,
    what: What,
}

#[derive(Debug)]
enum What {
    /// It becomes text if anybody asks.
    Error(Error),
    Told {
        text: String,
        low_level: i32,
    },
}

impl Failures {
    /// Notes it if a call failed.
    ///
    /// # Errors
    /// What the call answered.
    pub fn note<T>(&self, call: Call, answer: Result<T, Error>) -> Result<T, Error> {
        if let Err(error) = &answer {
            let failure = Failure { call, scode: error.scode, what: What::Error(error.clone()) };
            self.replace(failure);
        }
        answer
    }

    /// Notes what prevented a call above this crate.
    pub fn note_other(&self, call: Call, scode: SCode, error: &(dyn std::error::Error + 'static)) {
        let (text, low_level) = (error.to_string(), low_level(error));
        self.replace(Failure { call, scode, what: What::Told { text, low_level } });
    }

    /// What is known of the call that failed last, if it answered this code.
    #[must_use]
    pub fn last(&self, scode: SCode) -> Option<LastError> {
        let last = self.lock();
        let Failure { call, what, .. } = last.as_ref().filter(|last| last.scode == scode)?;
        let (text, low_level) = match what {
            What::Error(error) => (error.to_string(), error.low_level()),
            What::Told { text, low_level } => (text.clone(), *low_level),
        };
        Some(LastError { text, component: COMPONENT, low_level, context: *call })
    }

    fn replace(&self, failure: Failure) {
        let before = self.lock().replace(failure);
        // Not under the lock.
        drop(before);
    }

    fn lock(&self) -> MutexGuard<'_, Option<Failure>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

const COMPONENT: &str = "openimsg";

/// The number that the operating system gave, if it is behind an error.
fn low_level(error: &(dyn std::error::Error + 'static)) -> i32 {
    let number = |error: &(dyn std::error::Error + 'static)| match error.downcast_ref() {
        // It is as its medium, and not before it.
        Some(openimsg_storage::Error::Io(medium)) => medium.raw_os_error(),
        _ => error.downcast_ref::<io::Error>().and_then(io::Error::raw_os_error),
    };
    let mut all = std::iter::successors(Some(error), |error| error.source());
    all.find_map(number).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use openimsg_base::Limit;
    use openimsg_props::tags;

    use super::*;

    #[test]
    fn codes_causes_and_places() {
        let plain = Error::from(SCode::MAPI_E_NOT_FOUND);
        assert_eq!((plain.to_string().as_str(), plain.tag()), ("MAPI_E_NOT_FOUND", None));
        let tag = tags::PR_BODY;
        let place = [Step::Attachment(2), Step::Message, Step::Property(tag)];
        let refused = Refused::Limit { limit: Limit::DecodedBytes, max: 7 };
        for problem in [
            Problem::Refused(refused),
            Problem::Rtf(refused.into()),
            Problem::Storage(refused.into()),
            Problem::Edit(openimsg_storage::Error::from(refused).into()),
        ] {
            let error = Error::from(crate::Error::new(place, problem));
            assert_eq!(error.refused(), Some(refused));
            assert_eq!(error.scode(), SCode::MAPI_E_NOT_ENOUGH_MEMORY);
            assert_eq!(error.tag(), Some(tag));
            assert!(error.to_string().starts_with("attachment 2 → message → property 1000001F: "));
        }
        let missing = Error::from(crate::Error::new(place, Problem::MissingStream));
        assert_eq!((missing.scode(), missing.refused()), (SCode::MAPI_E_CORRUPT_DATA, None));
        assert!(size_of::<Error>() <= 24);
    }

    #[test]
    fn the_last_failure_is_told_by_its_code() {
        let failures = Failures::default();
        let not_found = Error::from(SCode::MAPI_E_NOT_FOUND);
        assert_eq!(failures.last(SCode::MAPI_E_NOT_FOUND), None);
        assert_eq!(failures.note(Call::GetProps, Ok(1)), Ok(1));
        assert_eq!(failures.note::<()>(Call::GetProps, Err(not_found.clone())), Err(not_found));
        assert_eq!(failures.last(SCode::MAPI_E_NO_ACCESS), None);
        let told = failures.last(SCode::MAPI_E_NOT_FOUND).unwrap();
        assert_eq!((told.context.number(), told.low_level), (5, 0));
        let error = openimsg_storage::Error::Io(io::Error::from_raw_os_error(28));
        failures.note_other(Call::SaveChanges, SCode::MAPI_E_NOT_ENOUGH_DISK, &error);
        assert_eq!(failures.last(SCode::MAPI_E_NOT_FOUND), None);
        let told = failures.last(SCode::MAPI_E_NOT_ENOUGH_DISK).unwrap();
        assert_eq!((told.context, told.low_level), (Call::SaveChanges, 28));
        assert_eq!(told.text, error.to_string());
        let below = crate::Error::new([], error);
        assert!(failures.note::<()>(Call::OpenProperty, Err(below.into())).is_err());
        assert_eq!(failures.last(SCode::MAPI_E_NOT_ENOUGH_DISK).unwrap().low_level, 28);
    }

    #[test]
    fn calls_have_their_places_in_the_interface() {
        for (place, call) in [
            (0, Call::SetAttribIMsgOnIStg),
            (4, Call::SaveChanges),
            (5, Call::GetProps),
            (7, Call::OpenProperty),
            (8, Call::SetProps),
            (9, Call::DeleteProps),
            (10, Call::CopyTo),
            (11, Call::CopyProps),
            (12, Call::GetNamesFromIDs),
            (13, Call::GetIDsFromNames),
            (15, Call::OpenAttach),
            (16, Call::CreateAttach),
            (17, Call::DeleteAttach),
            (19, Call::ModifyRecipients),
            (20, Call::SubmitMessage),
            (21, Call::SetReadFlag),
        ] {
            assert_eq!(call.number(), place, "{call:?}");
        }
    }
}
