//! What every openimsg crate shares: limits, a running budget, defects, identifiers, times and
//! code pages. This crate knows no file format.
//!
//! * [`Limits`] is configuration; [`Budget`] is the running meter of one file, with a session's
//!   meter as its parent, so that no nested message starts with a fresh allowance.
//! * A [`Defect`] is something wrong in a file that did not stop the reader. Each crate declares
//!   its own [`DefectKind`]s; there is no common list.
//! * [`Guid`] and [`FileTime`] keep the stored bits and never fail to print.
//! * [`CodePage`] decodes and encodes 8-bit text (feature `codepages`).
//! * [`Cursor`] is the one bounds-checked way to take bytes apart.

mod budget;
#[cfg(feature = "codepages")]
pub mod codepage;
mod cursor;
mod defect;
mod file_time;
mod guid;
mod limits;

pub use budget::{Budget, Refused};
#[cfg(feature = "codepages")]
pub use codepage::{CodePage, Decoded, EncodeError, Unencodable, UnsupportedCodePage};
pub use cursor::{Cursor, EndOfInput};
pub use defect::{Defect, DefectKind};
pub use file_time::FileTime;
pub use guid::{Guid, ParseGuidError};
pub use limits::{Limit, Limits};
