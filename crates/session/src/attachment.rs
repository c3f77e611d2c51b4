//! IAttach, by counted handles.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use openimsg_message::imapi::{OpenMode, SaveFlags};
use openimsg_props::PropTag;

use crate::root::{Item, Key, Part};
use crate::{Error, Message, Object, Substorage};

/// An attachment that is open (IAttach). It is an [`Object`], and a counted handle as that says;
/// it keeps its message open.
#[derive(Clone)]
pub struct Attachment(Object);

impl Attachment {
    pub(crate) fn part(item: Arc<Item>) -> Attachment {
        Attachment(Object(item))
    }

    /// Its number, which is PR_ATTACH_NUM.
    ///
    /// # Errors
    /// [`Error::InvalidObject`].
    pub fn number(&self) -> Result<u32, Error> {
        self.0.0.write(|slot| Ok(slot.attachment()?.number()))
    }

    /// Saves it into its message, which is to be saved then (SaveChanges).
    ///
    /// # Errors
    /// As [`AttachmentObject::save_changes`](openimsg_message::imapi::AttachmentObject::save_changes).
    pub fn save_changes(&self, flags: SaveFlags) -> Result<(), Error> {
        let item = &self.0.0;
        item.save("attachment", |state| {
            let (own, above) = state.with_above(item.part)?;
            own.save_into(above, |own, above| {
                Ok(own.attachment()?.save_changes(flags, above.message()?)?)
            })
        })
    }

    /// Opens the attached message, or makes one (OpenProperty of PR_ATTACH_DATA_OBJ with
    /// IID_IMessage). One that is open already is given again, with the access of the first time,
    /// and cannot be made anew meanwhile.
    ///
    /// # Errors
    /// As [`AttachmentObject::open_message`](openimsg_message::imapi::AttachmentObject::open_message);
    /// [`SCode::MAPI_E_BUSY`](openimsg_props::SCode::MAPI_E_BUSY) for [`OpenMode::Create`] while
    /// it is open, and for changing it while what is attached is open to be changed as a
    /// storage or a stream.
    pub fn open_message(&self, mode: OpenMode) -> Result<Message, Error> {
        let item = &self.0.0;
        let opened = item.open("embedded message", |state| {
            state.open_part(item, Key::Message, mode, |slot| {
                Ok(Part::Message(Box::new(slot.attachment()?.open_message(mode)?)))
            })
        });
        opened.map(Message::part)
    }

    /// Opens the attached storage, or makes one (OpenProperty with IID_IStorage). One that is
    /// open already is given again, with the access of the first time, and cannot be made anew
    /// meanwhile.
    ///
    /// # Errors
    /// As [`AttachmentObject::open_storage`](openimsg_message::imapi::AttachmentObject::open_storage);
    /// [`SCode::MAPI_E_BUSY`](openimsg_props::SCode::MAPI_E_BUSY) for [`OpenMode::Create`] while
    /// it is open, and for changing it while what is attached is open to be changed as a
    /// message or a stream.
    pub fn open_storage(&self, tag: PropTag, mode: OpenMode) -> Result<Substorage, Error> {
        let item = &self.0.0;
        let opened = item.open("storage", |state| {
            state.open_part(item, Key::Storage(tag), mode, |slot| {
                let tree = slot.attachment()?.open_storage(tag, mode)?;
                let tree = tree.charged_to(item.root.budget());
                let writable = mode != OpenMode::Read;
                Ok(Part::Storage { committed: tree.clone(), tree, writable })
            })
        });
        opened.map(Substorage)
    }
}

impl Deref for Attachment {
    type Target = Object;

    fn deref(&self) -> &Object {
        &self.0
    }
}

impl fmt::Debug for Attachment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Attachment").field("message", &self.message_id().0).finish_non_exhaustive()
    }
}
