//! Flags and choices that callers give.

use openimsg_props::SCode;

use super::Error;

/// How an object is to be open after it was saved, and how it is saved (SaveChanges).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SaveFlags(pub u32);

impl SaveFlags {
    /// Only to be let go. It cannot be changed any more, as with the next one: providers differ
    /// here, and what is lost silently is worse than an error.
    pub const NONE: SaveFlags = SaveFlags(0);
    /// It is only read from now on. (It might stay open for changes; here it does not.)
    pub const KEEP_OPEN_READONLY: SaveFlags = SaveFlags(1);
    /// It can be changed further.
    pub const KEEP_OPEN_READWRITE: SaveFlags = SaveFlags(2);
    /// Whatever others have saved meanwhile is overwritten, of the file too that a storage came
    /// from.
    pub const FORCE_SAVE: SaveFlags = SaveFlags(4);

    /// The former three, MAPI_DEFERRED_ERRORS, SPAMFILTER_ONSAVE and NON_EMS_XP_SAVE, which all
    /// mean nothing here.
    const KNOWN: u32 = 0x1 | 0x2 | 0x4 | 0x8 | 0x80 | 0x1000;

    /// Both.
    #[must_use]
    pub const fn with(self, other: SaveFlags) -> SaveFlags {
        SaveFlags(self.0 | other.0)
    }

    /// Whether all of `other` are set.
    #[must_use]
    pub const fn contains(self, other: SaveFlags) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether these can be given.
    pub(super) fn check(self) -> Result<(), Error> {
        let both = SaveFlags::KEEP_OPEN_READONLY.with(SaveFlags::KEEP_OPEN_READWRITE);
        if self.0 & !SaveFlags::KNOWN != 0 {
            Err(SCode::MAPI_E_UNKNOWN_FLAGS.into())
        } else if self.contains(both) {
            Err(SCode::MAPI_E_INVALID_PARAMETER.into())
        } else {
            Ok(())
        }
    }
}

/// How a part of a message is to be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OpenAccess {
    /// To be read.
    #[default]
    Read,
    /// MAPI_MODIFY: to be changed.
    Modify,
    /// MAPI_BEST_ACCESS: to be changed if the message can be.
    Best,
}

/// How the content of a property is to be opened (OpenProperty).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OpenMode {
    /// To be read.
    #[default]
    Read,
    /// MAPI_MODIFY: to be changed.
    Modify,
    /// MAPI_CREATE and MAPI_MODIFY: to be made. What is there is discarded.
    Create,
}

/// What an object is asked as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Interface {
    /// IID_IMAPIProp: every object is one.
    MapiProp,
    /// IID_IMessage.
    Message,
    /// IID_IAttachment.
    Attachment,
}

/// What is to be done with rows of recipients (ModifyRecipients).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ModifyRecipients {
    /// 0: they replace all that are there.
    Replace,
    /// MODRECIP_ADD: they are added.
    Add,
    /// MODRECIP_MODIFY: each replaces the one with its PR_ROWID, as a whole.
    Modify,
    /// MODRECIP_REMOVE: those with their PR_ROWID are removed.
    Remove,
}

impl ModifyRecipients {
    /// By the number of the flag.
    ///
    /// # Errors
    /// [`SCode::MAPI_E_INVALID_PARAMETER`] for more than one, [`SCode::MAPI_E_UNKNOWN_FLAGS`] for
    /// any other; 1 is none.
    pub fn from_flags(flags: u32) -> Result<Self, Error> {
        match flags {
            0 => Ok(ModifyRecipients::Replace),
            2 => Ok(ModifyRecipients::Add),
            4 => Ok(ModifyRecipients::Modify),
            8 => Ok(ModifyRecipients::Remove),
            _ if flags & !0xE == 0 => Err(SCode::MAPI_E_INVALID_PARAMETER.into()),
            _ => Err(SCode::MAPI_E_UNKNOWN_FLAGS.into()),
        }
    }
}

/// What is to become of the mark that a message was read (SetReadFlag).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ReadFlags(pub u32);

impl ReadFlags {
    /// It was read.
    pub const READ: ReadFlags = ReadFlags(0);
    /// It was read, and nobody is to be told.
    pub const SUPPRESS_RECEIPT: ReadFlags = ReadFlags(0x01);
    /// It was not read.
    pub const CLEAR_READ_FLAG: ReadFlags = ReadFlags(0x04);
    /// Somebody is to be told; the mark stays as it is.
    pub const GENERATE_RECEIPT_ONLY: ReadFlags = ReadFlags(0x10);
    /// Nobody is waiting to be told that it was read.
    pub const CLEAR_RN_PENDING: ReadFlags = ReadFlags(0x20);
    /// Nobody is waiting to be told that it was not read.
    pub const CLEAR_NRN_PENDING: ReadFlags = ReadFlags(0x40);

    /// These and MAPI_DEFERRED_ERRORS.
    const KNOWN: u32 = 0x01 | 0x04 | 0x08 | 0x10 | 0x20 | 0x40;

    /// Both.
    #[must_use]
    pub const fn with(self, other: ReadFlags) -> ReadFlags {
        ReadFlags(self.0 | other.0)
    }

    pub(super) const fn has(self, other: ReadFlags) -> bool {
        self.0 & other.0 != 0
    }

    pub(super) fn check(self) -> Result<(), Error> {
        if self.0 & !ReadFlags::KNOWN != 0 {
            return Err(SCode::MAPI_E_UNKNOWN_FLAGS.into());
        }
        let clears = self.has(ReadFlags::CLEAR_READ_FLAG);
        let tells = self.has(ReadFlags::SUPPRESS_RECEIPT.with(ReadFlags::GENERATE_RECEIPT_ONLY));
        if clears && tells { Err(SCode::MAPI_E_INVALID_PARAMETER.into()) } else { Ok(()) }
    }
}
