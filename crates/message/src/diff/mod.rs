//! What differs between two messages, by content: not where bytes lie in the files, nor which
//! numbers stand for named properties.
//!
//! [`compare`] walks both messages side by side and shows each [`Difference`] when it is found;
//! nothing is kept, and of long streams only a piece at a time is in memory.
//!
//! * Properties are compared by identifier, named ones by set and name. Text is compared
//!   decoded, so that stored terminators are no difference, and compressed RTF decompressed.
//! * Recipients and attachments are matched with those that are most alike, then by number:
//!   when the first of three attachments is taken away, that is one difference.
//! * Embedded messages are compared as messages, other storages and streams by their names and
//!   bytes, storages by class and state bits too.
//!
//! What says where things lie is no content: the counts and next numbers in headers, declared
//! sizes, the numbers that repeat a storage's own, times of storages, unused names of the name
//! map, junk behind short values, and all but the first of entries with one tag.
//!
//! ```
//! use std::ops::ControlFlow;
//! # use openimsg_message::{MessageFile, diff};
//! # let bytes = std::fs::read("../../samples/hello.msg")?;
//! let (left, right) = (bytes.as_slice(), bytes.as_slice());
//! let left = MessageFile::open(left, Default::default())?;
//! let right = MessageFile::open(right, Default::default())?;
//! let options = diff::Options::default();
//! let outcome = diff::compare(&left.message()?, &right.message()?, &options, |difference| {
//!     println!("{difference:?}");
//!     ControlFlow::Continue(())
//! })?;
//! assert!(outcome.is_equal());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod elements;
mod items;
mod properties;

use std::borrow::Cow;
use std::fmt;
use std::ops::ControlFlow;

use openimsg_base::{Guid, Refused};
use openimsg_props::named::NamedProperty;
use openimsg_props::{Attributes, PropId, PropTag, PropValue, Text};
use openimsg_storage::{EntryKind, Name, Store};

use self::properties::name_of;
use crate::{Error, Message, Object, Problem, Step};

/// What counts as a difference.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// Also other [`Attributes`] of a property. Default no.
    pub attributes: bool,
    /// Also other compressed bytes of the same RTF. Default no.
    pub compressed_rtf: bool,
    /// Properties that are left out wherever they are, such as [`CHANGED_BY_SAVING`].
    pub ignored: Vec<PropId>,
    /// Named properties that are left out wherever they are: their identifiers say little, as they
    /// are others in each file.
    pub ignored_names: Vec<NamedProperty>,
}

/// What changes when a message is saved, whatever else was done to it: the time and the one who
/// saved, the size, and the change key with its list of predecessors.
pub const CHANGED_BY_SAVING: &[PropId] = &[
    PropId(0x3008), // PidTagLastModificationTime
    PropId(0x3FFA), // PidTagLastModifierName
    PropId(0x3FFB), // PidTagLastModifierEntryId
    PropId(0x0E08), // PidTagMessageSize
    PropId(0x65E2), // PidTagChangeKey
    PropId(0x65E3), // PidTagPredecessorChangeList
];

/// What a comparison came to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Outcome {
    /// How many differences were shown.
    pub differences: u64,
    /// How many values, streams and objects could not be compared, because they cannot be read
    /// on either or both sides.
    pub unreadable: u64,
}

impl Outcome {
    /// Whether everything could be compared and is the same.
    #[must_use]
    pub fn is_equal(self) -> bool {
        self == Outcome::default()
    }
}

/// Something that is not the same in both messages, or could not be compared.
#[derive(Debug)]
pub struct Difference<'v> {
    /// The object it is about in the left file, from the root on; nothing if the object is in
    /// the right one only.
    pub left: Option<Vec<Step>>,
    /// The object in the right file; nothing if it is in the left one only.
    pub right: Option<Vec<Step>>,
    /// What is not the same.
    pub what: What<'v>,
}

/// What is not the same.
#[derive(Debug)]
#[non_exhaustive]
pub enum What<'v> {
    /// A recipient or attachment is on one side only.
    Item {
        /// What it is called there.
        name: Option<Text<'v>>,
    },
    /// Recipients, or attachments, of the object are in another order.
    Order(Items),
    /// A property is on one side only, or has another type or value.
    Property {
        /// What it stands for, if it is a named one.
        name: Option<NamedProperty>,
        /// On the left.
        left: Option<Side<'v>>,
        /// On the right.
        right: Option<Side<'v>>,
        /// Of bytes: the offset of the first that differs.
        first: Option<u64>,
    },
    /// A property of the same value has other attributes.
    Attributes {
        /// What it stands for, if it is a named one.
        name: Option<NamedProperty>,
        /// The tag on the left.
        tag: PropTag,
        /// On the left.
        left: Attributes,
        /// On the right.
        right: Attributes,
    },
    /// A stream or storage that is no value of a property, or lies in the storage of another
    /// application.
    Element {
        /// Its name, with those of the storages it is in; none for the object's own storage.
        path: &'v [Name],
        /// On the left.
        left: Option<Element>,
        /// On the right.
        right: Option<Element>,
        /// Of streams: the offset of the first byte that differs.
        first: Option<u64>,
    },
    /// Something cannot be read, so that nobody knows whether it is the same. This is counted
    /// in [`Outcome::unreadable`].
    Unreadable(&'v Error),
}

/// Recipients or attachments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Items {
    /// Recipients.
    Recipients,
    /// Attachments.
    Attachments,
}

/// A property in one of the messages.
#[derive(Debug)]
pub struct Side<'v> {
    /// Its tag there.
    pub tag: PropTag,
    /// Its attributes.
    pub attributes: Attributes,
    /// Its value.
    pub value: Value<'v>,
}

/// A value to be shown. `Debug` shows sizes only.
pub enum Value<'v> {
    /// The value.
    Decoded(PropValue<'v>),
    /// Compressed RTF, decompressed.
    Rtf(Cow<'v, [u8]>),
    /// Bytes that are too long to be held, or cannot be decoded.
    Stream {
        /// How many.
        size: u64,
    },
}

impl fmt::Debug for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Decoded(value) => value.fmt(f),
            Value::Rtf(rtf) => write!(f, "RTF ({} bytes)", rtf.len()),
            Value::Stream { size } => write!(f, "stream ({size} bytes)"),
        }
    }
}

/// A stream or storage of one of the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Element {
    /// Storage or stream.
    pub kind: EntryKind,
    /// Bytes of a stream.
    pub size: u64,
    /// The class of a storage.
    pub clsid: Guid,
    /// The state bits of a storage.
    pub state_bits: u32,
}

/// Compares two messages and shows each difference to `visitor`, which may end the comparison.
///
/// Objects come in the order of the left file, each with its own differences first; what an
/// embedded message differs in comes after the attachments of the message around it.
///
/// # Errors
/// [`Problem::Refused`] when a budget was cancelled, or for the first defect in strict use.
/// What cannot be read is no error: see [`What::Unreadable`].
pub fn compare<A: Store, B: Store>(
    left: &Message<'_, A>,
    right: &Message<'_, B>,
    options: &Options,
    mut visitor: impl FnMut(Difference<'_>) -> ControlFlow<()>,
) -> Result<Outcome, Error> {
    let mut comparison = Comparison { options, visitor: &mut visitor, outcome: Outcome::default() };
    match comparison.run(left, right) {
        Ok(()) | Err(Stop::Visitor) => Ok(comparison.outcome),
        Err(Stop::Error(error)) => Err(error),
    }
}

/// A comparison on its way.
struct Comparison<'c> {
    options: &'c Options,
    visitor: &'c mut dyn FnMut(Difference<'_>) -> ControlFlow<()>,
    outcome: Outcome,
}

/// Why a comparison ends before its time.
enum Stop {
    /// Enough was seen.
    Visitor,
    Error(Error),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Stop::Error(error)
    }
}

/// Two messages to be compared.
type Pair<'l, 'r, A, B> = (Message<'l, A>, Message<'r, B>);

impl Comparison<'_> {
    fn run<A: Store, B: Store>(
        &mut self,
        left: &Message<'_, A>,
        right: &Message<'_, B>,
    ) -> Result<(), Stop> {
        let mut waiting = self.message(left, right)?;
        waiting.reverse();
        while let Some((left, right)) = waiting.pop() {
            let inner = self.message(&left, &right)?;
            waiting.extend(inner.into_iter().rev());
        }
        Ok(())
    }

    /// Compares two messages with their recipients and attachments; gives the messages inside.
    fn message<'l, 'r, A: Store, B: Store>(
        &mut self,
        left: &Message<'l, A>,
        right: &Message<'r, B>,
    ) -> Result<Vec<Pair<'l, 'r, A, B>>, Stop> {
        self.properties(left, right)?;
        // The root has a class, an embedded message has none.
        if (left.depth() == 0) == (right.depth() == 0) {
            let of = |element: Option<Element>| element.map(|e| (e.clsid, e.state_bits));
            let (l, r) = (elements::element(left), elements::element(right));
            if of(l) != of(r) {
                let what = What::Element { path: &[], left: l, right: r, first: None };
                self.differ(left, right, what)?;
            }
        }
        self.other_elements(left, right, elements::Within::Message)?;
        self.recipients(left, right)?;
        self.attachments(left, right)
    }

    /// Shows a difference between two objects.
    fn differ<A: Store, B: Store>(
        &mut self,
        left: &Object<'_, A>,
        right: &Object<'_, B>,
        what: What<'_>,
    ) -> Result<(), Stop> {
        self.show(Difference { left: Some(left.place()), right: Some(right.place()), what })
    }

    fn show(&mut self, difference: Difference<'_>) -> Result<(), Stop> {
        let count = match difference.what {
            What::Unreadable(_) => &mut self.outcome.unreadable,
            _ => &mut self.outcome.differences,
        };
        *count = count.saturating_add(1);
        match (self.visitor)(difference) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(Stop::Visitor),
        }
    }

    /// What cannot be read is noted; being cancelled and strictness end the comparison.
    fn unreadable<A: Store, B: Store>(
        &mut self,
        left: &Object<'_, A>,
        right: &Object<'_, B>,
        error: Error,
    ) -> Result<(), Stop> {
        let error = pass(error)?;
        self.differ(left, right, What::Unreadable(&error))
    }

    fn is_ignored<S: Store>(&self, object: &Object<'_, S>, id: PropId) -> bool {
        let Options { ignored, ignored_names, .. } = self.options;
        ignored.contains(&id)
            || !ignored_names.is_empty()
                && name_of(object, id).is_some_and(|name| ignored_names.contains(&name))
    }
}

/// The error, unless it is one that ends everything.
fn pass(error: Error) -> Result<Error, Stop> {
    let refused = match error.problem() {
        Problem::Refused(refused)
        | Problem::Storage(openimsg_storage::Error::Refused(refused))
        | Problem::Rtf(openimsg_rtf::Error::Refused(refused)) => Some(refused),
        _ => None,
    };
    match refused {
        Some(Refused::Cancelled | Refused::Strict(_)) => Err(Stop::Error(error)),
        _ => Ok(error),
    }
}
