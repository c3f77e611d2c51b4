//! Making messages and editing them.
//!
//! * [`MessageEdit`] is a message under edit, new or opened. [`RecipientEdit`] and
//!   [`AttachmentEdit`] are parts of it, and an attachment may hold another [`MessageEdit`]. Each
//!   is a transaction of its own, which is *saved* one level up: a recipient or an attachment
//!   into its message, an embedded message into its attachment.
//! * [`ObjectEdit`] is what they have in common: setting and deleting any property.
//! * [`Guard`] has an edit obey the attributes of properties, for those who want that.
//! * [`Options`] say what time it is, where identifiers come from, and how text is stored.
//!
//! ```
//! use openimsg_message::RecipientType;
//! use openimsg_message::edit::{MessageEdit, Options, Person, State};
//!
//! let mut message = MessageEdit::new(Options::default())?;
//! message.set_state(State::Received { read: true })?;
//! message.set_subject("RE: Notes on the engine")?;
//! message.set_sender(&Person::smtp("Ada Lovelace", "ada@example.org"))?;
//! message.add_recipient(RecipientType::TO, &Person::smtp("Charles", "charles@example.org"))?;
//! message.set_text_body("The notes are done.\r\n")?;
//! message.attach("Bernoulli numbers.csv", b"n;B\r\n1;1/6\r\n")?;
//! let bytes = message.to_vec()?;
//!
//! let mut message = MessageEdit::open(bytes, Options::default())?;
//! message.set_subject("RE: Notes on the engine, corrected")?;
//! message.remove_attachment(0)?;
//! let file = message.snapshot()?;
//! assert_eq!(file.message()?.normalized_subject()?.unwrap().as_str(), "Notes on the engine, corrected");
//! # Ok::<(), openimsg_message::Error>(())
//! ```
//!
//! What is not touched stays byte for byte; opening and finishing a message changes nothing.

mod access;
mod address;
mod attachment;
mod body;
mod computed;
mod content;
mod embed;
mod file_name;
mod guard;
mod items;
mod message;
mod names;
mod object;
mod options;
mod person;
mod recipient;
mod rules;
mod shared;
mod stored;

pub use attachment::AttachmentEdit;
pub use content::State;
pub use guard::Guard;
pub use message::{MAX_ITEMS, MESSAGE_CLSID, MessageEdit, TEMPLATE_CLSID};
pub use object::ObjectEdit;
pub use options::{Clock, Ids, Misfits, Options, Strings};
pub use person::Person;
pub use recipient::RecipientEdit;
