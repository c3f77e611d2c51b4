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
        let (session, message) = (item.root.session_id(), self.message_id().0);
        let _span = tracing::debug_span!("save attachment", session, message).entered();
        item.root.write(|state| {
            let (own, above) = state.with_above(item.part)?;
            own.attachment()?.save_changes(flags, above.message()?)?;
            own.changed = false;
            above.changed = true;
            Ok(())
        })
    }

    /// Opens the attached message, or makes one (OpenProperty of PR_ATTACH_DATA_OBJ with
    /// IID_IMessage). One that is open already is given again, with the access of the first time.
    ///
    /// # Errors
    /// As [`AttachmentObject::open_message`](openimsg_message::imapi::AttachmentObject::open_message).
    pub fn open_message(&self, mode: OpenMode) -> Result<Message, Error> {
        let item = &self.0.0;
        item.root.write(|state| {
            if let Some(open) = state.opened(item.part, Key::Message) {
                return Ok(Message::part(open));
            }
            let message = state.part(item.part)?.attachment()?.open_message(mode)?;
            let part = Part::Message(Box::new(message));
            let changed = mode == OpenMode::Create;
            Ok(Message::part(state.add(item, Some(Key::Message), part, changed)))
        })
    }

    /// Opens the attached storage, or makes one (OpenProperty with IID_IStorage). One that is
    /// open already is given again, with the access of the first time.
    ///
    /// # Errors
    /// As [`AttachmentObject::open_storage`](openimsg_message::imapi::AttachmentObject::open_storage).
    pub fn open_storage(&self, tag: PropTag, mode: OpenMode) -> Result<Substorage, Error> {
        let item = &self.0.0;
        item.root.write(|state| {
            if let Some(open) = state.opened(item.part, Key::Storage) {
                return Ok(Substorage(open));
            }
            let tree = state.part(item.part)?.attachment()?.open_storage(tag, mode)?;
            let tree = tree.charged_to(item.root.budget());
            let writable = mode != OpenMode::Read;
            let part = Part::Storage { committed: tree.clone(), tree, writable };
            let changed = mode == OpenMode::Create;
            Ok(Substorage(state.add(item, Some(Key::Storage), part, changed)))
        })
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
