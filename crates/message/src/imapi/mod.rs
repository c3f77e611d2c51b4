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
//! # Each method of MAPI
//!
//! | IMAPIProp, IMessage, IAttach | here |
//! |---|---|
//! | GetLastError | [`PropObject::last_error`] |
//! | SaveChanges | [`MessageObject::save_changes`], [`MessageObject::save_into`], [`AttachmentObject::save_changes`] |
//! | GetProps, GetPropList | [`PropObject::prop`], [`PropObject::props`], [`PropObject::prop_list`] |
//! | OpenProperty | [`PropObject::open_stream`], [`MessageObject::open_table`], [`AttachmentObject::open_message`], [`AttachmentObject::open_storage`] |
//! | SetProps, DeleteProps | [`PropObject::set_props`], [`PropObject::delete_props`] |
//! | CopyTo, CopyProps | [`copy_to`], [`copy_props`] |
//! | GetNamesFromIDs, GetIDsFromNames | [`PropObject::names_from_ids`], [`PropObject::ids_from_names`] |
//! | GetAttachmentTable, GetRecipientTable | [`MessageObject::attachment_table`], [`MessageObject::recipient_table`] |
//! | OpenAttach, CreateAttach, DeleteAttach | [`MessageObject::open_attachment`], [`MessageObject::create_attachment`], [`MessageObject::delete_attachment`] |
//! | ModifyRecipients | [`MessageObject::modify_recipients`] |
//! | SubmitMessage, SetReadFlag | [`MessageObject::submit`], [`MessageObject::set_read_flag`] |
//! | `GetAttribIMsgOnIStg`, `SetAttribIMsgOnIStg` | [`PropObject::attributes`], [`PropObject::set_attributes`] |
//!
//! What a method answers about pointers that are missing has no place here, and neither have
//! these:
//!
//! * MAPI_UNICODE is `wide`; STGM_* and MAPI_CREATE without MAPI_MODIFY cannot be said in an
//!   [`OpenMode`], nor any other interface than those of its methods. IID_IStreamDocfile is not
//!   offered: an attached storage is opened as a storage.
//! * MAPI_DEFERRED_ERRORS is accepted where flags are numbers: every error comes at once.
//! * MAPI_DIALOG, ATTACH_DIALOG, windows and progress: there is nobody to show them to.
//! * MAPI_W_ERRORS_RETURNED is [`Answers::scode`]. Of [rows](crate::table::Row) it is that one has
//!   an [error](Value::error), of attributes that one is
//!   [`NOT_PRESENT`](crate::rules::NOT_PRESENT).
//!
//! Methods of tables are listed in [`table`](crate::table).
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
