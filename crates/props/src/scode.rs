//! Status codes as MAPI numbers them; the value of PT_ERROR ([MS-OXCDATA] 2.4).

use std::fmt;

/// A status code. Those without a name are kept and print in hexadecimal.
///
/// ```
/// use openimsg_props::SCode;
/// assert_eq!(SCode(0x8004_010F), SCode::MAPI_E_NOT_FOUND);
/// assert_eq!(SCode::MAPI_E_NOT_FOUND.to_string(), "MAPI_E_NOT_FOUND");
/// assert_eq!(SCode(0x8004_0BAD).to_string(), "0x80040BAD");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct SCode(pub u32);

/// Declares the constants and their names in one list.
macro_rules! scodes {
    ($($(#[$doc:meta])* $name:ident = $value:literal;)*) => {
        impl SCode {
            $($(#[$doc])* pub const $name: SCode = SCode($value);)*
        }
        const NAMES: &[(SCode, &str)] = &[$((SCode::$name, stringify!($name)),)*];
    };
}

scodes! {
    /// Success.
    S_OK = 0;
    /// Warning: some elements of the answer are errors.
    MAPI_W_ERRORS_RETURNED = 0x0004_0380;
    /// Warning: the position in the table moved.
    MAPI_W_POSITION_CHANGED = 0x0004_0481;
    /// Warning: the count is an estimate.
    MAPI_W_APPROX_COUNT = 0x0004_0482;
    /// Warning: done in part.
    MAPI_W_PARTIAL_COMPLETION = 0x0004_0680;
    /// The interface does not exist on this object.
    MAPI_E_INTERFACE_NOT_SUPPORTED = 0x8000_4002;
    /// Failure of unknown cause.
    MAPI_E_CALL_FAILED = 0x8000_4005;
    /// No right to do this.
    MAPI_E_NO_ACCESS = 0x8007_0005;
    /// Not enough memory.
    MAPI_E_NOT_ENOUGH_MEMORY = 0x8007_000E;
    /// A parameter is not valid.
    MAPI_E_INVALID_PARAMETER = 0x8007_0057;
    /// Not supported by this object.
    MAPI_E_NO_SUPPORT = 0x8004_0102;
    /// Strings of this width are not supported.
    MAPI_E_BAD_CHARWIDTH = 0x8004_0103;
    /// A string is too long.
    MAPI_E_STRING_TOO_LONG = 0x8004_0105;
    /// Unknown flags were passed.
    MAPI_E_UNKNOWN_FLAGS = 0x8004_0106;
    /// The entry identifier is not valid.
    MAPI_E_INVALID_ENTRYID = 0x8004_0107;
    /// The object is not valid, or no longer.
    MAPI_E_INVALID_OBJECT = 0x8004_0108;
    /// The object was changed by another.
    MAPI_E_OBJECT_CHANGED = 0x8004_0109;
    /// The object was deleted.
    MAPI_E_OBJECT_DELETED = 0x8004_010A;
    /// Busy.
    MAPI_E_BUSY = 0x8004_010B;
    /// Not enough space on the disk.
    MAPI_E_NOT_ENOUGH_DISK = 0x8004_010D;
    /// Not enough resources.
    MAPI_E_NOT_ENOUGH_RESOURCES = 0x8004_010E;
    /// There is no such object or property.
    MAPI_E_NOT_FOUND = 0x8004_010F;
    /// Versions do not fit.
    MAPI_E_VERSION = 0x8004_0110;
    /// The disk failed.
    MAPI_E_DISK_ERROR = 0x8004_0116;
    /// Too complex.
    MAPI_E_TOO_COMPLEX = 0x8004_0117;
    /// A column of a table cannot be asked for in this way.
    MAPI_E_BAD_COLUMN = 0x8004_0118;
    /// An error with more information elsewhere.
    MAPI_E_EXTENDED_ERROR = 0x8004_0119;
    /// The property is computed and cannot be set.
    MAPI_E_COMPUTED = 0x8004_011A;
    /// Stored data are damaged.
    MAPI_E_CORRUPT_DATA = 0x8004_011B;
    /// A value is not valid.
    MAPI_E_BAD_VALUE = 0x8004_0301;
    /// A type is not valid.
    MAPI_E_INVALID_TYPE = 0x8004_0302;
    /// A type is not supported.
    MAPI_E_TYPE_NO_SUPPORT = 0x8004_0303;
    /// Another type was expected.
    MAPI_E_UNEXPECTED_TYPE = 0x8004_0304;
    /// Too big.
    MAPI_E_TOO_BIG = 0x8004_0305;
    /// Copying was declined.
    MAPI_E_DECLINE_COPY = 0x8004_0306;
    /// A property identifier was not expected.
    MAPI_E_UNEXPECTED_ID = 0x8004_0307;
    /// It could not be completed.
    MAPI_E_UNABLE_TO_COMPLETE = 0x8004_0400;
    /// The bookmark is not valid.
    MAPI_E_INVALID_BOOKMARK = 0x8004_0405;
    /// The report cannot be suppressed.
    MAPI_E_NO_SUPPRESS = 0x8004_0602;
    /// Something of this name exists.
    MAPI_E_COLLISION = 0x8004_0604;
    /// There are no recipients.
    MAPI_E_NO_RECIPIENTS = 0x8004_0607;
    /// The message was submitted.
    MAPI_E_SUBMITTED = 0x8004_0608;
    /// It would contain itself.
    MAPI_E_FOLDER_CYCLE = 0x8004_060B;
}

impl SCode {
    /// Whether it stands for failure; warnings and success do not.
    #[must_use]
    pub const fn is_error(self) -> bool {
        self.0 >= 0x8000_0000
    }

    /// The name of the constant, if there is one.
    #[must_use]
    pub fn name(self) -> Option<&'static str> {
        NAMES.iter().find(|(code, _)| *code == self).map(|(_, name)| *name)
    }
}

impl fmt::Display for SCode {
    /// The name, or the number where there is none.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.name() {
            Some(name) => f.pad(name),
            None => write!(f, "0x{:08X}", self.0),
        }
    }
}

impl fmt::Debug for SCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_shown_by_name_and_others_by_number() {
        let shown = |code: SCode| (code.to_string(), format!("{code:?}"));
        let name = "MAPI_E_NOT_FOUND".to_owned();
        assert_eq!(shown(SCode::MAPI_E_NOT_FOUND), (name.clone(), name));
        assert_eq!(shown(SCode(0x8BAD_0001)).0, "0x8BAD0001");
    }

    #[test]
    fn what_cannot_be_written_has_a_code() {
        use openimsg_base::codepage::{CodePage, EncodeError, UnsupportedCodePage};

        use crate::{BuildError, PropTag};

        const UNSUPPORTED: EncodeError = EncodeError::Unsupported(UnsupportedCodePage(CodePage(1)));
        for (error, code) in [
            (BuildError::DuplicateTag(PropTag(0)), SCode::MAPI_E_INVALID_PARAMETER),
            (BuildError::TooLarge { bytes: 1 }, SCode::MAPI_E_TOO_BIG),
            (BuildError::NamesExhausted, SCode::MAPI_E_TOO_BIG),
            (BuildError::NameTooLong { units: 2, max: 1 }, SCode::MAPI_E_STRING_TOO_LONG),
            (BuildError::Text(UNSUPPORTED), SCode::MAPI_E_BAD_CHARWIDTH),
        ] {
            assert_eq!(error.scode(), code, "{error}");
        }
    }

    #[test]
    fn names_are_unique_and_tell_the_severity() {
        for (i, (code, name)) in NAMES.iter().enumerate() {
            assert_eq!(code.name(), Some(*name));
            assert_eq!(code.is_error(), name.contains("_E_"), "{name}");
            assert!(NAMES[i + 1..].iter().all(|(other, _)| other != code), "{name}");
        }
    }
    /// The codes of `mapicode.h` and `winerror.h` that the contract of messages names.
    #[test]
    fn names_have_their_numbers() {
        for (low, name) in [
            (0x0102, "NO_SUPPORT"),
            (0x0103, "BAD_CHARWIDTH"),
            (0x0105, "STRING_TOO_LONG"),
            (0x0106, "UNKNOWN_FLAGS"),
            (0x0107, "INVALID_ENTRYID"),
            (0x0108, "INVALID_OBJECT"),
            (0x0109, "OBJECT_CHANGED"),
            (0x010A, "OBJECT_DELETED"),
            (0x010B, "BUSY"),
            (0x010D, "NOT_ENOUGH_DISK"),
            (0x010E, "NOT_ENOUGH_RESOURCES"),
            (0x010F, "NOT_FOUND"),
            (0x0110, "VERSION"),
            (0x0116, "DISK_ERROR"),
            (0x0117, "TOO_COMPLEX"),
            (0x0118, "BAD_COLUMN"),
            (0x0119, "EXTENDED_ERROR"),
            (0x011A, "COMPUTED"),
            (0x011B, "CORRUPT_DATA"),
            (0x0301, "BAD_VALUE"),
            (0x0302, "INVALID_TYPE"),
            (0x0303, "TYPE_NO_SUPPORT"),
            (0x0304, "UNEXPECTED_TYPE"),
            (0x0305, "TOO_BIG"),
            (0x0306, "DECLINE_COPY"),
            (0x0307, "UNEXPECTED_ID"),
            (0x0400, "UNABLE_TO_COMPLETE"),
            (0x0405, "INVALID_BOOKMARK"),
            (0x0602, "NO_SUPPRESS"),
            (0x0604, "COLLISION"),
            (0x0607, "NO_RECIPIENTS"),
            (0x0608, "SUBMITTED"),
            (0x060B, "FOLDER_CYCLE"),
        ] {
            let named = SCode(0x8004_0000 | low).name();
            assert_eq!(named, Some(format!("MAPI_E_{name}").as_str()));
        }
        for (code, name) in [
            (0, "S_OK"),
            (0x0004_0380, "MAPI_W_ERRORS_RETURNED"),
            (0x0004_0481, "MAPI_W_POSITION_CHANGED"),
            (0x0004_0482, "MAPI_W_APPROX_COUNT"),
            (0x0004_0680, "MAPI_W_PARTIAL_COMPLETION"),
            (0x8000_4002, "MAPI_E_INTERFACE_NOT_SUPPORTED"),
            (0x8000_4005, "MAPI_E_CALL_FAILED"),
            (0x8007_0005, "MAPI_E_NO_ACCESS"),
            (0x8007_000E, "MAPI_E_NOT_ENOUGH_MEMORY"),
            (0x8007_0057, "MAPI_E_INVALID_PARAMETER"),
        ] {
            assert_eq!(SCode(code).name(), Some(name));
        }
        assert_eq!(NAMES.len(), 43);
    }
}
