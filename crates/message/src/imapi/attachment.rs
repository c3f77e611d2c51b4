//! IAttach.

use openimsg_props::{PropId, PropTag, PropValue, SCode, tags};
use openimsg_storage::Overlay;

use super::message::{common, not_supported};
use super::{Call, Error, Failures, MessageObject, OpenMode, PropObject, SaveFlags};
use crate::edit::{AttachmentEdit, ObjectEdit};
use crate::rules::{Access, ObjectType};

/// IAttach: an attachment.
///
/// 0x37010102 and 0x3701000D are two views of one identifier: what is attached is bytes, or a
/// storage or message, and never both.
#[derive(Debug)]
pub struct AttachmentObject {
    pub(super) edit: AttachmentEdit,
    access: Access,
    /// Whether it was made and not yet saved.
    is_new: bool,
    /// How often it had been saved when it was opened, by whomever.
    version: u64,
    /// How often a message or a storage was put into it, or taken out.
    pub(super) objects_put: u64,
    failures: Failures,
}

impl AttachmentObject {
    pub(super) fn of(edit: AttachmentEdit, access: Access, is_new: bool, version: u64) -> Self {
        let failures = Failures::default();
        AttachmentObject { edit, access, is_new, version, objects_put: 0, failures }
    }

    /// Its number, which is PR_ATTACH_NUM.
    #[must_use]
    pub fn number(&self) -> u32 {
        self.edit.number()
    }

    /// The attachment below, in which the rules are not asked.
    pub fn attachment_edit(&mut self) -> &mut AttachmentEdit {
        &mut self.edit
    }

    /// Saves it into its message, which is to be saved then. An error leaves it open as it is.
    ///
    /// # Errors
    /// [`SCode::MAPI_E_NO_ACCESS`] if it or the message is only read;
    /// [`SCode::MAPI_E_OBJECT_DELETED`] if it was deleted meanwhile, which nothing overrides;
    /// [`SCode::MAPI_E_OBJECT_CHANGED`] if another has saved it meanwhile, unless
    /// [`SaveFlags::FORCE_SAVE`] is set; [`SCode::MAPI_E_INVALID_PARAMETER`] if it is not that
    /// message's; [`SCode::MAPI_E_UNKNOWN_FLAGS`].
    pub fn save_changes(
        &mut self,
        flags: SaveFlags,
        message: &mut MessageObject,
    ) -> Result<(), Error> {
        let done = self.save(flags, message);
        self.failures.note(Call::SaveChanges, done)
    }

    fn save(&mut self, flags: SaveFlags, message: &mut MessageObject) -> Result<(), Error> {
        flags.check()?;
        self.require_modify()?;
        message.require_modify()?;
        let number = self.number();
        if !self.is_new {
            if message.edit.attachments().binary_search(&number).is_err() {
                return Err(SCode::MAPI_E_OBJECT_DELETED.into());
            }
            let is_other = message.version_of(number) != self.version;
            if is_other && !flags.contains(SaveFlags::FORCE_SAVE) {
                return Err(SCode::MAPI_E_OBJECT_CHANGED.into());
            }
        }
        if self.edit.is_changed() {
            self.edit.save(&mut message.edit)?;
            self.version = message.note_attachment(number);
        }
        self.is_new = false;
        if !flags.contains(SaveFlags::KEEP_OPEN_READWRITE) {
            self.access = Access::Read;
        }
        Ok(())
    }

    /// Opens the attached message, or makes one (OpenProperty of PR_ATTACH_DATA_OBJ with
    /// IID_IMessage).
    ///
    /// # Errors
    /// [`SCode::MAPI_E_NOT_FOUND`] if nothing is attached,
    /// [`SCode::MAPI_E_INTERFACE_NOT_SUPPORTED`] if something else is,
    /// [`SCode::MAPI_E_NO_ACCESS`] if it is to be changed and the attachment is only read,
    /// [`SCode::MAPI_E_TOO_COMPLEX`] if messages would be nested too deep.
    pub fn open_message(&self, mode: OpenMode) -> Result<MessageObject, Error> {
        self.failures.note(Call::OpenProperty, self.message(mode))
    }

    fn message(&self, mode: OpenMode) -> Result<MessageObject, Error> {
        let access = match mode {
            OpenMode::Read => Access::Read,
            OpenMode::Modify | OpenMode::Create => {
                self.require_modify().map(|()| Access::Modify)?
            }
        };
        if mode == OpenMode::Create {
            let edit = self.edit.new_message()?;
            return Ok(MessageObject::of(edit, access, false, self.objects_put));
        }
        match self.edit.message()? {
            Some(edit) => Ok(MessageObject::of(edit, access, true, self.objects_put)),
            None if self.edit.has(tags::PR_ATTACH_DATA_OBJ.id()) => {
                Err(SCode::MAPI_E_INTERFACE_NOT_SUPPORTED.into())
            }
            None => Err(SCode::MAPI_E_NOT_FOUND.into()),
        }
    }

    /// Opens the attached storage, or makes one (OpenProperty with IID_IStorage). It is a
    /// transaction: [`AttachmentObject::commit_storage`] puts it in. A message's storage can be
    /// opened too.
    ///
    /// # Errors
    /// [`SCode::MAPI_E_INVALID_PARAMETER`] for PT_UNSPECIFIED,
    /// [`SCode::MAPI_E_INTERFACE_NOT_SUPPORTED`] for any other property but PR_ATTACH_DATA_OBJ,
    /// [`SCode::MAPI_E_NOT_FOUND`] if no storage is attached, [`SCode::MAPI_E_NO_ACCESS`].
    pub fn open_storage(&self, tag: PropTag, mode: OpenMode) -> Result<Overlay, Error> {
        self.failures.note(Call::OpenProperty, self.storage(tag, mode))
    }

    fn storage(&self, tag: PropTag, mode: OpenMode) -> Result<Overlay, Error> {
        if tag != tags::PR_ATTACH_DATA_OBJ {
            return Err(not_supported(tag));
        }
        if mode != OpenMode::Read {
            self.require_modify()?;
        }
        if mode == OpenMode::Create {
            return Ok(Overlay::empty());
        }
        Ok(self.edit.storage()?.ok_or(SCode::MAPI_E_NOT_FOUND)?)
    }

    /// Attaches a storage as it is now. A message that was opened there before cannot be saved any
    /// more but by force.
    ///
    /// # Errors
    /// [`SCode::MAPI_E_NO_ACCESS`] if the attachment is only read, and what prevents writing.
    pub fn commit_storage(&mut self, storage: &Overlay) -> Result<(), Error> {
        self.require_modify()?;
        self.edit.set_storage(storage)?;
        self.note_object();
        Ok(())
    }

    /// Notes that what is attached is another message or storage, or none: one that was opened
    /// before is saved over it by force only.
    pub(super) fn note_object(&mut self) {
        self.objects_put = self.objects_put.wrapping_add(1);
    }
}

impl PropObject for AttachmentObject {
    fn edit(&self) -> &ObjectEdit {
        &self.edit
    }

    fn edit_mut(&mut self) -> &mut ObjectEdit {
        &mut self.edit
    }

    fn object_type(&self) -> ObjectType {
        ObjectType::Attachment
    }

    fn access(&self) -> Access {
        self.access
    }

    fn failures(&self) -> &Failures {
        &self.failures
    }

    fn computed(&self, id: PropId) -> Option<Result<PropValue<'static>, Error>> {
        const NUMBER: PropId = tags::PR_ATTACH_NUM.id();
        const KEY: PropId = tags::PR_RECORD_KEY.id();
        const SIZE: PropId = tags::PR_ATTACH_SIZE.id();
        let value = match id {
            NUMBER => self.number().cast_signed().into(),
            KEY if !self.edit.has(KEY) => self.number().to_le_bytes().to_vec().into(),
            SIZE => i32::try_from(self.edit.stored_size()).unwrap_or(i32::MAX).into(),
            _ => common(self, id)?,
        };
        Some(Ok(value))
    }

    fn add_computed_tags(&self, tags: &mut Vec<PropTag>) {
        tags.extend([
            tags::PR_OBJECT_TYPE,
            tags::PR_ACCESS,
            tags::PR_ACCESS_LEVEL,
            tags::PR_STORE_SUPPORT_MASK,
            tags::PR_ATTACH_NUM,
            tags::PR_RECORD_KEY,
            tags::PR_ATTACH_SIZE,
        ]);
    }

    fn as_attachment(&mut self) -> Option<&mut AttachmentObject> {
        Some(self)
    }
}
