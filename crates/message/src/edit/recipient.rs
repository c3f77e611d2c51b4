//! A recipient under edit.

use std::ops::{Deref, DerefMut};

use openimsg_props::{PropId, recipient_storage_name, tags};

use super::items::Open;
use super::{MessageEdit, ObjectEdit, Person, address};
use crate::{Error, RecipientType};

/// A recipient under edit. It is an [`ObjectEdit`]: every property can be set.
#[derive(Debug)]
pub struct RecipientEdit {
    object: ObjectEdit,
    number: u32,
    _open: Open,
}

impl RecipientEdit {
    pub(super) fn create(object: ObjectEdit, number: u32, open: Open) -> Result<Self, Error> {
        let mut recipient = RecipientEdit { object, number, _open: open };
        recipient.set(tags::PR_ROWID, number.cast_signed())?;
        recipient.set_type(RecipientType::TO)?;
        Ok(recipient)
    }

    pub(super) fn of(object: ObjectEdit, number: u32, open: Open) -> Self {
        RecipientEdit { object, number, _open: open }
    }

    /// The number in its storage's name.
    #[must_use]
    pub fn number(&self) -> u32 {
        self.number
    }

    /// Sets what it is to the message. The bits above (already sent, resent) are left as they
    /// are.
    ///
    /// # Errors
    /// As [`ObjectEdit::set`].
    pub fn set_type(&mut self, kind: RecipientType) -> Result<(), Error> {
        let stored = self.long(tags::PR_RECIPIENT_TYPE.id()).unwrap_or(0).cast_unsigned();
        let value = stored & !0x0F | kind.0;
        self.set(tags::PR_RECIPIENT_TYPE, value.cast_signed())
    }

    /// Sets who it is, with all that an address book and Outlook want to find in the row. Of
    /// someone without an address only the name is set: such a recipient is unresolved.
    ///
    /// # Errors
    /// As [`ObjectEdit::set`].
    pub fn set_person(&mut self, who: &Person) -> Result<(), Error> {
        ObjectEdit::all_or_nothing(self, |own| own.put_person(who))
    }

    /// Puts it into the message, as it is now.
    ///
    /// # Errors
    /// [`Problem::OtherMessage`](crate::Problem::OtherMessage) when it is not that message's,
    /// and [`Problem::Edit`](crate::Problem::Edit).
    pub fn save(&mut self, message: &mut MessageEdit) -> Result<(), Error> {
        if self.object.is_changed() {
            message.put_item(&recipient_storage_name(self.number), &mut self.object)?;
            message.recipients.put(self.number);
        }
        Ok(())
    }

    fn put_person(&mut self, who: &Person) -> Result<(), Error> {
        let name = who.display_name();
        self.set_text(tags::PR_DISPLAY_NAME, name)?;
        self.set_text(tags::PR_ADDRTYPE, &who.address_type)?;
        self.set_text(tags::PR_EMAIL_ADDRESS, &who.address)?;
        self.set_text(tags::PR_SMTP_ADDRESS, who.smtp_address().unwrap_or_default())?;
        let Some(key) = address::search_key(who) else {
            for id in ROW {
                self.delete(id)?;
            }
            return Ok(());
        };
        let entry_id = self.entry_id(who)?;
        self.set(tags::PR_SEARCH_KEY, key)?;
        self.set(tags::PR_ENTRYID, entry_id.as_slice())?;
        self.set(tags::PR_OBJECT_TYPE, MAIL_USER)?;
        self.set(tags::PR_DISPLAY_TYPE, 0)?;
        self.set(tags::PR_SEND_RICH_INFO, false)?;
        self.set(tags::PR_RECIPIENT_DISPLAY_NAME, name)?;
        self.set(tags::PR_RECIPIENT_ENTRYID, entry_id)?;
        // Sendable; no answer yet; in the order of the rows.
        self.set(tags::PR_RECIPIENT_FLAGS, 1)?;
        self.set(tags::PR_RECIPIENT_TRACKSTATUS, 0)?;
        self.set(tags::PR_RECIPIENT_RESOURCESTATE, 0)?;
        let order = self.number.cast_signed();
        self.set(tags::PR_RECIPIENT_ORDER, order)
    }
}

impl ObjectEdit {
    /// The entry identifier of a person in the width of the message.
    pub(super) fn entry_id(&self, who: &Person) -> Result<Vec<u8>, Error> {
        let id = address::entry_id(who, self.text);
        id.map_err(|e| self.error(Some(tags::PR_ENTRYID), e))
    }
}

/// MAPI_MAILUSER.
const MAIL_USER: i32 = 6;

/// What only a recipient with an address has.
const ROW: [PropId; 11] = [
    tags::PR_SEARCH_KEY.id(),
    tags::PR_ENTRYID.id(),
    tags::PR_OBJECT_TYPE.id(),
    tags::PR_DISPLAY_TYPE.id(),
    tags::PR_SEND_RICH_INFO.id(),
    tags::PR_RECIPIENT_DISPLAY_NAME.id(),
    tags::PR_RECIPIENT_ENTRYID.id(),
    tags::PR_RECIPIENT_FLAGS.id(),
    tags::PR_RECIPIENT_TRACKSTATUS.id(),
    tags::PR_RECIPIENT_RESOURCESTATE.id(),
    tags::PR_RECIPIENT_ORDER.id(),
];

impl Deref for RecipientEdit {
    type Target = ObjectEdit;

    fn deref(&self) -> &ObjectEdit {
        &self.object
    }
}

impl DerefMut for RecipientEdit {
    fn deref_mut(&mut self) -> &mut ObjectEdit {
        &mut self.object
    }
}
