//! What cannot be written.

use openimsg_base::CodePage;
use openimsg_base::codepage::EncodeError;

use crate::{PropId, PropTag, SCode};

/// Why something cannot be written as the format has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BuildError {
    /// Two entries of a property stream have the same tag.
    #[error("property {0} occurs twice")]
    DuplicateTag(PropTag),
    /// A value is larger than its size field can say.
    #[error("a value of {bytes} bytes is too large to be stored")]
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// A text cannot be encoded in its code page.
    #[error(transparent)]
    Text(#[from] EncodeError),
    /// 8-bit text cannot be in this code page, since readers take none for it that does not
    /// [contain ASCII](CodePage::is_ascii_superset).
    #[error("code page {0} does not contain ASCII, as 8-bit text of a message must")]
    NoAscii(CodePage),
    /// A name or address of a person has a NUL in it.
    #[error("a name or address has a NUL in it, where readers would take it to end")]
    Nul,
    /// The file has as many named properties as it can.
    #[error("all property identifiers from {first} to {last} are in use",
        first = PropId::FIRST_NAMED, last = PropId::LAST_NAMED)]
    NamesExhausted,
    /// The name of a named property is too long.
    #[error("the name of a named property has {units} UTF-16 units, {max} is the most")]
    NameTooLong {
        /// Its length in UTF-16 code units.
        units: usize,
        /// The most that is accepted.
        max: usize,
    },
}

impl BuildError {
    /// What it is in MAPI.
    #[must_use]
    pub const fn scode(&self) -> SCode {
        match self {
            BuildError::DuplicateTag(_) | BuildError::Nul => SCode::MAPI_E_INVALID_PARAMETER,
            BuildError::TooLarge { .. } | BuildError::NamesExhausted => SCode::MAPI_E_TOO_BIG,
            BuildError::Text(_) | BuildError::NoAscii(_) => SCode::MAPI_E_BAD_CHARWIDTH,
            BuildError::NameTooLong { .. } => SCode::MAPI_E_STRING_TOO_LONG,
        }
    }
}
