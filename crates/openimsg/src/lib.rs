//! Outlook `.msg` files without Outlook.
//!
//! Several related messages are opened in a [`Session`], under the rules of MAPI; closing it
//! closes all that was opened in it, and nothing is left behind:
//!
//! ```
//! use openimsg::message::imapi::SaveFlags;
//! use openimsg::{OpenOptions, Session, StorageMode, tags};
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let folder = std::env::temp_dir().join(format!("openimsg-session-{}", std::process::id()));
//! # std::fs::create_dir_all(&folder)?;
//! # let path = folder.join("hello.msg");
//! # std::fs::copy("../../samples/hello.msg", &path)?;
//! let session = Session::new();
//! let hello = session.open_path(&path, StorageMode::TO_EDIT, OpenOptions::default())?;
//! let agenda = "../../samples/agenda.msg";
//! let agenda = session.open_path(agenda, StorageMode::TO_READ, OpenOptions::default())?;
//!
//! let subject = agenda.text(tags::PR_SUBJECT)?.unwrap_or_default();
//! hello.set(tags::PR_SUBJECT, format!("Hello: {subject}"))?;
//! hello.save_changes(SaveFlags::NONE)?;
//! assert_eq!(session.close().closed, 2);
//! assert!(agenda.text(tags::PR_SUBJECT).is_err(), "it was closed with its session");
//! # std::fs::remove_dir_all(&folder)?;
//! # Ok(())
//! # }
//! ```
//!
//! A message of no session, as [`Message::open`] gives it, is open until its last handle goes.
//!
//! One that is only to be read is read in place, without handles and without copying; its parts
//! are [`message::Message`], [`message::Attachment`] and their like, which borrow from the file:
//!
//! ```
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let file = openimsg::open("../../samples/hello.msg", openimsg::Options::default())?;
//! let message = file.message()?;
//! println!("{}", message.subject()?.unwrap_or_default());
//! for recipient in message.recipients() {
//!     println!("to {}", recipient?.address()?.unwrap_or_default());
//! }
//! for attachment in message.attachments() {
//!     println!("with {}", attachment?.name()?.unwrap_or_default());
//! }
//! # Ok(())
//! # }
//! ```
//!
//! One message is made and edited as a [`FileEdit`], and saved so that its path holds the whole
//! old file or the whole new one, whatever fails:
//!
//! ```
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let folder = std::env::temp_dir().join(format!("openimsg-doc-{}", std::process::id()));
//! # std::fs::create_dir_all(&folder)?;
//! # let path = folder.join("hello.msg");
//! # std::fs::copy("../../samples/hello.msg", &path)?;
//! let mut letter = openimsg::FileEdit::open(&path, Default::default())?;
//! letter.set_subject("Hello again")?;
//! letter.attach("notes.txt", b"for later".as_slice())?;
//! letter.save()?;
//! # std::fs::remove_dir_all(&folder)?;
//! # Ok(())
//! # }
//! ```
//!
//! Both go into a session too: [`Session::scope`] charges them to its limits, and stops with it.
//!
//! This crate only puts the layers together. From the ground up:
//!
//! * [`base`]: limits, budget, defects, GUIDs, times, code pages;
//! * [`storage`]: compound files ([MS-CFB]): reader, writer, and the seam to other engines;
//! * [`props`]: property encoding ([MS-OXCDATA], [MS-OXMSG] 2.4): tags, values, named properties;
//! * [`rtf`]: compressed RTF ([MS-OXRTFCP]);
//! * [`message`]: messages, recipients, attachments, and the check of a whole file;
//! * [`session`]: opening and closing, alone and in groups, by counted handles.
//!
//! What hostile files can do, and what is done about it, is listed in [`hostile`].
//!
//! Each is a crate of its own, `openimsg-storage` and so on, and can be taken alone.

pub mod hostile;

pub use openimsg_base as base;
pub use openimsg_message as message;
pub use openimsg_props as props;
pub use openimsg_rtf as rtf;
pub use openimsg_session as session;
pub use openimsg_storage as storage;

pub use openimsg_base::{Budget, CodePage, Defect, FileTime, Guid, Limits};
pub use openimsg_message::{
    Address, AttachMethod, AttachmentData, Body, BodyKind, Error, Headers, MessageFile, Options,
    Problem, Property, Recipient, RecipientType, check, edit,
};
pub use openimsg_props::named::{NamedProperty, PropertyName};
pub use openimsg_props::{PropTag, PropType, PropValue, Text, tags};
pub use openimsg_session::{
    Attachment, FileEdit, Message, MessageId, Object, OpenFlags, OpenOptions, PathFile,
    SaveFailure, Saving, Session, SessionFlags, StorageMode, open,
};
pub use openimsg_storage::{CompoundFile, FileSource};

/// The examples of the project's first page, compiled.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;
