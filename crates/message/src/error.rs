//! What can go wrong with a message, and where in it.

use std::fmt;

use openimsg_base::Refused;
use openimsg_props::{BuildError, PropTag, PropType};

/// What went wrong, and where.
///
/// ```
/// use openimsg_message::{Error, Problem, Step};
/// use openimsg_props::PropTag;
/// let place = [Step::Attachment(2), Step::Property(PropTag(0x3701_0102))];
/// let error = Error::new(place, Problem::MissingStream);
/// assert_eq!(error.to_string(), "attachment 2 → property 37010102: the value has no stream");
/// ```
#[derive(Debug)]
pub struct Error(Box<Inner>);

/// Apart, so that what is read without an error is not carried in the space that one takes.
#[derive(Debug)]
struct Inner {
    place: Box<[Step]>,
    problem: Problem,
}

/// What went wrong.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Problem {
    /// The storage holds no message: it has no property stream ([MS-OXMSG] 2.4).
    #[error("no message: there is no stream __properties_version1.0")]
    NoMessage,
    /// The value of a property should be in a stream of its own, which is not there
    /// ([MS-OXMSG] 2.1.3).
    #[error("the value has no stream")]
    MissingStream,
    /// Compressed RTF that cannot be read.
    #[error(transparent)]
    Rtf(#[from] openimsg_rtf::Error),
    /// The storage below failed.
    #[error(transparent)]
    Storage(#[from] openimsg_storage::Error),
    /// The storage below could not be changed.
    #[error(transparent)]
    Edit(#[from] openimsg_storage::EditError),
    /// The file could not be written.
    #[error(transparent)]
    Write(#[from] openimsg_storage::write::WriteError),
    /// A value cannot be stored; for a character that 8-bit text cannot have, where it is.
    #[error(transparent)]
    Value(#[from] BuildError),
    /// The value is not of the type that the tag says.
    #[error("the value is {found}")]
    Type {
        /// The type of the value.
        found: PropType,
    },
    /// There is no such recipient or attachment.
    #[error("there is none")]
    NotFound,
    /// There would be too many recipients or attachments ([MS-OXMSG] 2.2.1, 2.2.2).
    #[error("there can be at most {max}")]
    TooMany {
        /// How many there can be.
        max: u32,
    },
    /// A recipient, attachment or embedded message is part of another message than the one it is
    /// saved into.
    #[error("it is part of another message")]
    OtherMessage,
    /// The attributes of a property do not allow to change or delete it.
    #[error("its attributes do not allow to change it")]
    Protected,
    /// A limit, strictness or cancelling.
    #[error(transparent)]
    Refused(#[from] Refused),
}

/// One step on the way from the root of a file to a place in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Step {
    /// The recipient with this number in its storage's name.
    Recipient(u32),
    /// The attachment with this number in its storage's name.
    Attachment(u32),
    /// The message embedded in the attachment.
    Message,
    /// The map of named properties.
    NamedProperties,
    /// A property.
    Property(PropTag),
}

impl Error {
    /// A problem at a place; no steps are the file itself.
    pub fn new(place: impl Into<Box<[Step]>>, problem: impl Into<Problem>) -> Self {
        Error(Box::new(Inner { place: place.into(), problem: problem.into() }))
    }

    /// Where it went wrong, from the root of the file on.
    #[must_use]
    pub fn place(&self) -> &[Step] {
        &self.0.place
    }

    /// What went wrong.
    #[must_use]
    pub fn problem(&self) -> &Problem {
        &self.0.problem
    }

    /// The limit that was exceeded, or why else the meter stopped it, at whatever depth.
    #[must_use]
    pub fn refused(&self) -> Option<Refused> {
        use openimsg_storage::{EditError, Error as Storage};
        match &self.0.problem {
            Problem::Refused(refused)
            | Problem::Rtf(openimsg_rtf::Error::Refused(refused))
            | Problem::Storage(Storage::Refused(refused))
            | Problem::Edit(EditError::Storage(Storage::Refused(refused))) => Some(*refused),
            _ => None,
        }
    }

    pub(crate) fn is_limit(&self) -> bool {
        matches!(self.0.problem, Problem::Refused(Refused::Limit { .. }))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.0.place.is_empty() {
            write!(f, "{}: ", Path(&self.0.place))?;
        }
        self.0.problem.fmt(f)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        std::error::Error::source(&self.0.problem)
    }
}

/// A place, printed as steps with arrows between them.
#[derive(Debug, Clone, Copy)]
pub struct Path<'a>(pub &'a [Step]);

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, step) in self.0.iter().enumerate() {
            let arrow = if i == 0 { "" } else { " → " };
            write!(f, "{arrow}{step}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Step::Recipient(number) => write!(f, "recipient {number}"),
            Step::Attachment(number) => write!(f, "attachment {number}"),
            Step::Message => f.write_str("message"),
            Step::NamedProperties => f.write_str("named properties"),
            Step::Property(tag) => write!(f, "property {tag}"),
        }
    }
}
