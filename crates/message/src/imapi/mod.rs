//! IMAPIProp, IMessage and IAttach: what MAPI programs rely on, on one thread and without counted
//! references.
//!
//! * [`PropObject`] is IMAPIProp: properties with partial success, names, attributes, streams.
//! * [`MessageObject`] is IMessage: recipients and attachments, their tables, saving.
//! * [`AttachmentObject`] is IAttach.
//! * [`copy_to`] and [`copy_props`] are CopyTo and CopyProps.
//!
//! Each object is a transaction: nothing reaches the object above before it is saved, level by
//! level. An [`Error`] has a code of MAPI and keeps what caused it; what fails for one of many
//! properties is told for it alone, in [`Answers`] or [`PropProblems`], while the others are done.
//! What failed last can be [asked](PropObject::last_error) for.
//!
//! ```
//! use openimsg_message::edit::Options;
//! use openimsg_message::imapi::{MessageObject, PropObject, SaveFlags, Value};
//! use openimsg_props::{SCode, tags};
//!
//! let mut message = MessageObject::create(Options::default())?;
//! let values = [
//!     Value::new(tags::PR_SUBJECT, "RE: Notes"),
//!     Value::new(tags::PR_HASATTACH, true),
//! ];
//! let problems = message.set_props(&values)?;
//! assert_eq!(problems.of(tags::PR_HASATTACH), Some(SCode::MAPI_E_COMPUTED));
//! message.save_changes(SaveFlags::KEEP_OPEN_READWRITE)?;
//! let answers = message.props(Some(&[tags::PR_NORMALIZED_SUBJECT, tags::PR_BODY]), true)?;
//! assert_eq!(answers.items[0].value.as_str(), Some("Notes"));
//! assert_eq!(answers.items[1].error(), Some(SCode::MAPI_E_NOT_FOUND));
//! assert_eq!(answers.scode(), SCode::MAPI_W_ERRORS_RETURNED);
//! # Ok::<(), openimsg_message::imapi::Error>(())
//! ```

mod attachment;
mod copy;
mod error;
mod flags;
mod message;
mod names;
mod object;
mod recipients;
mod rows;
mod stream;
mod value;

pub use attachment::AttachmentObject;
pub use copy::{CopyOptions, copy_props, copy_to};
pub use error::{Call, Error, Failures, LastError};
pub use flags::{Interface, ModifyRecipients, OpenAccess, OpenMode, ReadFlags, SaveFlags};
pub use message::MessageObject;
pub use names::NameFilter;
pub use object::PropObject;
pub use rows::{AttachmentRows, RecipientRows};
pub use stream::PropStream;
pub use value::{Answers, PropProblem, PropProblems, Value};
