//! Outlook messages ([MS-OXMSG]) on any structured storage: what the storage means.
//!
//! * [`MessageFile`] owns an open storage, the budget, and what is costly to find out.
//! * [`Message`], [`Recipient`] and [`Attachment`] are borrowed views of it; each is an
//!   [`Object`], through which every property can be had by tag or by name.
//! * [`edit`] makes messages and changes them.
//! * [`imapi`] is editing under the rules of MAPI: IMAPIProp, IMessage and IAttach, with
//!   [`rules`] for attributes, a [`table`] for each list of parts, and an [`scode`] for each error.
//! * [`check`] looks at everything and lists every defect.
//! * [`diff`] tells what differs between two messages.
//! * [`outlook`] tells of what Outlook may not like, though it can be read.
//!
//! Nothing is decoded before it is asked for, and nothing copied that can be borrowed. An error
//! is for the smallest thing that cannot be read, and says [where](Step) it is.
//!
//! ```no_run
//! use openimsg_message::{AttachmentData, MessageFile, Options};
//!
//! let bytes = std::fs::read("hello.msg")?;
//! let file = MessageFile::open(bytes.as_slice(), Options::default())?;
//! let message = file.message()?;
//! println!("{}", message.subject()?.unwrap_or_default());
//! for attachment in message.attachments() {
//!     let attachment = attachment?;
//!     match attachment.data()? {
//!         AttachmentData::Bytes { size, .. } => println!("{size} bytes"),
//!         AttachmentData::Message { .. } => println!("a message"),
//!         _ => println!("something else"),
//!     }
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! This crate knows no sessions, no locks and no file system; nothing that a message names is
//! ever opened.

pub mod address;
mod attachment;
pub mod body;
mod check;
mod computed;
pub mod defects;
mod details;
pub mod diff;
pub mod edit;
mod error;
mod facts;
mod file;
mod file_name;
mod headers;
pub mod imapi;
mod message;
mod object;
pub mod outlook;
mod recipient;
pub mod rules;
pub mod scode;
pub mod security;
pub mod table;

pub use address::{Address, Addresses};
pub use attachment::{AttachMethod, Attachment, AttachmentData};
pub use body::{Body, BodyKind};
pub use check::{Finding, check};
pub use defects::DEFECTS;
pub use details::{ConversationIndex, FollowUp, Receipts};
pub use error::{Error, Path, Problem, Step};
pub use file::{MessageFile, Options};
pub use file_name::{FileNames, safe_file_name};
pub use headers::Headers;
pub use message::{Html, Message, Sender};
pub use object::{Object, Property};
pub use recipient::{Recipient, RecipientType};
