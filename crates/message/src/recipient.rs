//! A recipient of a message.

use std::ops::Deref;

use openimsg_props::{Text, tags};
use openimsg_storage::Store;

use crate::{Error, Object};

/// A recipient ([MS-OXMSG] 2.2.1). It is an [`Object`]: every property is there.
#[derive(Debug)]
pub struct Recipient<'s, S: Store + ?Sized> {
    object: Object<'s, S>,
    number: u32,
}

/// What a recipient is to a message: the low bits of `PidTagRecipientType`
/// ([MS-OXPROPS]).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct RecipientType(pub u32);

impl RecipientType {
    /// The one who wrote the message.
    pub const ORIGINATOR: RecipientType = RecipientType(0);
    /// A primary recipient.
    pub const TO: RecipientType = RecipientType(1);
    /// A recipient of a copy.
    pub const CC: RecipientType = RecipientType(2);
    /// A recipient of a copy of which others do not know.
    pub const BCC: RecipientType = RecipientType(3);
}

impl std::fmt::Display for RecipientType {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match *self {
            RecipientType::ORIGINATOR => f.write_str("From"),
            RecipientType::TO => f.write_str("To"),
            RecipientType::CC => f.write_str("Cc"),
            RecipientType::BCC => f.write_str("Bcc"),
            RecipientType(other) => write!(f, "{other:#x}"),
        }
    }
}

impl<'s, S: Store + ?Sized> Recipient<'s, S> {
    pub(crate) fn new(object: Object<'s, S>, number: u32) -> Self {
        Recipient { object, number }
    }

    /// The number in its storage's name.
    #[must_use]
    pub fn number(&self) -> u32 {
        self.number
    }

    /// To, Cc, Bcc; the bits above (already sent, resent) are left out.
    #[must_use]
    pub fn recipient_type(&self) -> Option<RecipientType> {
        let stored = self.long(tags::PR_RECIPIENT_TYPE.id())?;
        Some(RecipientType(stored.cast_unsigned() & 0x0F))
    }

    /// The name to show ([MS-OXPROPS], `PidTagDisplayName`).
    ///
    /// # Errors
    /// As [`Object::get`].
    pub fn name(&self) -> Result<Option<Text<'s>>, Error> {
        self.text(tags::PR_DISPLAY_NAME.id())
    }

    /// `SMTP`, `EX` or another ([MS-OXPROPS], `PidTagAddressType`).
    ///
    /// # Errors
    /// As [`Object::get`].
    pub fn address_type(&self) -> Result<Option<Text<'s>>, Error> {
        self.text(tags::PR_ADDRTYPE.id())
    }

    /// The address in the form that the type says ([MS-OXPROPS], `PidTagEmailAddress`).
    ///
    /// # Errors
    /// As [`Object::get`].
    pub fn email_address(&self) -> Result<Option<Text<'s>>, Error> {
        self.text(tags::PR_EMAIL_ADDRESS.id())
    }

    /// The SMTP address, stored beside another ([MS-OXPROPS], `PidTagSmtpAddress`).
    ///
    /// # Errors
    /// As [`Object::get`].
    pub fn smtp_address(&self) -> Result<Option<Text<'s>>, Error> {
        self.text(tags::PR_SMTP_ADDRESS.id())
    }

    /// The SMTP address if one is stored, else the other one.
    ///
    /// # Errors
    /// As [`Object::get`].
    pub fn address(&self) -> Result<Option<Text<'s>>, Error> {
        Ok(match self.smtp_address()? {
            Some(smtp) => Some(smtp),
            None => self.email_address()?,
        })
    }
}

impl<'s, S: Store + ?Sized> Deref for Recipient<'s, S> {
    type Target = Object<'s, S>;

    fn deref(&self) -> &Object<'s, S> {
        &self.object
    }
}
