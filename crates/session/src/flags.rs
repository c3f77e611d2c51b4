//! Flags of sessions and messages, and the modes in which storages are opened.

use openimsg_props::SCode;
use openimsg_storage::Access;

use crate::Error;

/// Flags of a session (`OpenIMsgSession`).
///
/// The documentation says that they are reserved, and also that `MAPI_UNICODE` makes messages
/// Unicode. Here 0 and `MAPI_UNICODE` are accepted; any other bit is `MAPI_E_UNKNOWN_FLAGS`, as no
/// header has the `MAPI_E_INVALID_FLAGS` that the documentation names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SessionFlags(pub u32);

impl SessionFlags {
    /// New messages store text in 8 bits unless they are opened with [`OpenFlags::UNICODE`].
    pub const NONE: SessionFlags = SessionFlags(0);
    /// `MAPI_UNICODE`: new messages store text in UTF-16.
    pub const UNICODE: SessionFlags = SessionFlags(MAPI_UNICODE);

    /// Whether new messages are Unicode.
    ///
    /// # Errors
    /// [`Error::UnknownFlags`].
    pub(crate) fn unicode(self) -> Result<bool, Error> {
        known(self.0, MAPI_UNICODE)?;
        Ok(self.0 & MAPI_UNICODE != 0)
    }
}

/// Flags of a message (`OpenIMsgOnIStg`). Any other bit is `MAPI_E_UNKNOWN_FLAGS`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OpenFlags(pub u32);

impl OpenFlags {
    /// Saving commits the storage; text is as the session says.
    pub const NONE: OpenFlags = OpenFlags(0);
    /// `IMSG_NO_ISTG_COMMIT`: saving writes into the storage, and the caller commits or reverts.
    pub const NO_COMMIT: OpenFlags = OpenFlags(0x0000_0001);
    /// `MAPI_UNICODE`: a new message stores text in UTF-16. One that exists keeps its own width,
    /// and all of its text can be read in either. PR_STORE_SUPPORT_MASK tells which it is: 0x40E79,
    /// as Outlook writes it, or 0xE79.
    pub const UNICODE: OpenFlags = OpenFlags(MAPI_UNICODE);

    /// Both.
    #[must_use]
    pub const fn with(self, other: OpenFlags) -> OpenFlags {
        OpenFlags(self.0 | other.0)
    }

    /// Whether all of `other` are set.
    #[must_use]
    pub const fn contains(self, other: OpenFlags) -> bool {
        self.0 & other.0 == other.0
    }

    pub(crate) fn check(self) -> Result<(), Error> {
        known(self.0, OpenFlags::NO_COMMIT.with(OpenFlags::UNICODE).0)
    }
}

/// The mode in which a storage is opened: the bits of `STGM`.
///
/// | mode | |
/// |---|---|
/// | `READ`, with or without `TRANSACTED` | the message can be read |
/// | `READWRITE` with `TRANSACTED` | it can be changed |
/// | `READWRITE` with `TRANSACTED` and `CREATE` | a new one takes the place of what is there |
/// | `READWRITE` alone, `WRITE`, `READ` with `CREATE` | refused with `MAPI_E_NO_ACCESS` |
///
/// The bits for sharing are accepted and mean nothing here: nothing is locked. Instead, a save
/// refuses to overwrite what somebody else has changed. Any other bit, and a way of sharing that
/// does not exist, is `MAPI_E_INVALID_PARAMETER`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StorageMode(pub u32);

impl StorageMode {
    /// `STGM_READ`.
    pub const READ: StorageMode = StorageMode(0);
    /// `STGM_WRITE`.
    pub const WRITE: StorageMode = StorageMode(1);
    /// `STGM_READWRITE`.
    pub const READWRITE: StorageMode = StorageMode(2);
    /// `STGM_SHARE_EXCLUSIVE`.
    pub const SHARE_EXCLUSIVE: StorageMode = StorageMode(0x10);
    /// `STGM_SHARE_DENY_WRITE`.
    pub const SHARE_DENY_WRITE: StorageMode = StorageMode(0x20);
    /// `STGM_SHARE_DENY_READ`.
    pub const SHARE_DENY_READ: StorageMode = StorageMode(0x30);
    /// `STGM_SHARE_DENY_NONE`.
    pub const SHARE_DENY_NONE: StorageMode = StorageMode(0x40);
    /// `STGM_CREATE`.
    pub const CREATE: StorageMode = StorageMode(0x1000);
    /// `STGM_TRANSACTED`.
    pub const TRANSACTED: StorageMode = StorageMode(0x1_0000);

    /// To read a message.
    pub const TO_READ: StorageMode = StorageMode::READ.with(StorageMode::SHARE_DENY_WRITE);
    /// To change a message.
    pub const TO_EDIT: StorageMode =
        StorageMode::READWRITE.with(StorageMode::TRANSACTED).with(StorageMode::SHARE_EXCLUSIVE);
    /// To make a message, in the place of whatever is there.
    pub const TO_CREATE: StorageMode = StorageMode::TO_EDIT.with(StorageMode::CREATE);

    /// Both.
    #[must_use]
    pub const fn with(self, other: StorageMode) -> StorageMode {
        StorageMode(self.0 | other.0)
    }

    /// Whether all of `other` are set.
    #[must_use]
    pub const fn contains(self, other: StorageMode) -> bool {
        self.0 & other.0 == other.0
    }

    /// What may be done with a storage in this mode.
    ///
    /// # Errors
    /// [`Error::Mode`], whose code is `MAPI_E_NO_ACCESS`, for a mode that messages are not opened
    /// in; [`Error::Mapi`] with `MAPI_E_INVALID_PARAMETER` for bits that are no mode.
    pub fn access(self) -> Result<Access, Error> {
        const ACCESS: u32 = 0x3;
        const SHARE: u32 = 0x70;
        let known = ACCESS | SHARE | StorageMode::CREATE.0 | StorageMode::TRANSACTED.0;
        let (access, share) = (self.0 & ACCESS, self.0 & SHARE);
        if self.0 & !known != 0 || access == ACCESS || share > StorageMode::SHARE_DENY_NONE.0 {
            return Err(SCode::MAPI_E_INVALID_PARAMETER.into());
        }
        let creates = self.contains(StorageMode::CREATE);
        match (StorageMode(access), self.contains(StorageMode::TRANSACTED)) {
            (StorageMode::READ, _) if !creates => Ok(Access::Read),
            (StorageMode::READWRITE, true) => Ok(Access::ReadWrite),
            _ => Err(Error::Mode(self)),
        }
    }
}

const MAPI_UNICODE: u32 = 0x8000_0000;

fn known(flags: u32, known: u32) -> Result<(), Error> {
    match flags & !known {
        0 => Ok(()),
        unknown => Err(Error::UnknownFlags(unknown)),
    }
}
