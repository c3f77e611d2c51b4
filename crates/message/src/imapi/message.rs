//! IMessage.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use bytes::Bytes;
use openimsg_base::Budget;
use openimsg_props::{PropId, PropTag, PropType, PropValue, SCode, tags};
use openimsg_storage::Overlay;

use super::{
    AttachmentObject, AttachmentRows, Call, Error, Failures, Interface, OpenAccess, PropObject,
    ReadFlags, RecipientRows, SaveFlags,
};
use crate::edit::{MessageEdit, ObjectEdit, Options};
use crate::rules::{Access, ObjectType};
use crate::table::Table;

/// IMessage: a message, in a file of its own or embedded in another.
///
/// What the documentation leaves open is decided here:
///
/// * A new attachment is in the table once it and the message were saved; one that is deleted is
///   gone from the table at once, and from the file when the message is saved.
/// * Saving clears MSGFLAG_UNMODIFIED if the message was saved before and anything changed.
/// * PR_DISPLAY_TO, PR_DISPLAY_CC and PR_DISPLAY_BCC are those of the last save, and empty where
///   none are stored.
/// * PR_MESSAGE_SIZE is there once the message was saved; PR_NORMALIZED_SUBJECT and
///   PR_SUBJECT_PREFIX follow the subject where none are stored.
#[derive(Debug)]
pub struct MessageObject {
    pub(super) edit: MessageEdit,
    access: Access,
    /// The storage as it was saved last.
    saved: Option<Overlay>,
    /// Whether it was saved before, here or elsewhere.
    is_old: bool,
    /// Whether recipients or attachments changed since it was saved.
    parts_changed: bool,
    generation: u64,
    /// The attachments that the table shows, and where they stand in it once that was asked for.
    shown: BTreeMap<u32, OnceLock<i32>>,
    /// How often each attachment was saved.
    versions: BTreeMap<u32, u64>,
    /// How often something had been put into the attachment when this one was opened.
    version: u64,
    failures: Failures,
}

impl MessageObject {
    /// A new message.
    ///
    /// # Errors
    /// As [`MessageEdit::new`].
    pub fn create(options: Options) -> Result<Self, Error> {
        let edit = MessageEdit::new(options)?;
        Ok(MessageObject::of(edit, Access::Modify, false, 0))
    }

    /// The message in the bytes of a file.
    ///
    /// # Errors
    /// As [`MessageEdit::open`].
    pub fn open(bytes: impl Into<Bytes>, options: Options, access: Access) -> Result<Self, Error> {
        let edit = MessageEdit::open(bytes, options)?;
        Ok(MessageObject::of(edit, access, true, 0))
    }

    /// The message in a storage; `budget` is the one that the storage was opened with.
    ///
    /// # Errors
    /// As [`MessageEdit::over`].
    pub fn over(
        storage: Overlay,
        budget: Arc<Budget>,
        options: Options,
        access: Access,
    ) -> Result<Self, Error> {
        let edit = MessageEdit::over(storage, budget, options)?;
        Ok(MessageObject::of(edit, access, true, 0))
    }

    pub(super) fn of(edit: MessageEdit, access: Access, is_old: bool, version: u64) -> Self {
        let shown = edit.attachments().iter().map(|number| (*number, OnceLock::new())).collect();
        MessageObject {
            edit,
            access,
            saved: None,
            is_old,
            parts_changed: false,
            generation: 0,
            shown,
            versions: BTreeMap::new(),
            version,
            failures: Failures::default(),
        }
    }

    /// The message below, in which the rules are not asked. The tables do not see what is changed
    /// there in recipients and attachments.
    pub fn message_edit(&mut self) -> &mut MessageEdit {
        self.shown.values_mut().for_each(|position| *position = OnceLock::new());
        &mut self.edit
    }

    /// Saves the message of a file: what follows from what was changed is renewed, and
    /// [`MessageObject::saved`] is the storage with everything in it. An error leaves the message
    /// open as it is.
    ///
    /// # Errors
    /// [`SCode::MAPI_E_NO_ACCESS`] if it is only read, [`SCode::MAPI_E_INVALID_OBJECT`] if it is
    /// embedded: then [`MessageObject::save_into`] saves it; [`SCode::MAPI_E_UNKNOWN_FLAGS`] and
    /// [`SCode::MAPI_E_INVALID_PARAMETER`] for flags that cannot be; and what prevents writing.
    pub fn save_changes(&mut self, flags: SaveFlags) -> Result<(), Error> {
        let done = self.save(flags);
        self.failures.note(Call::SaveChanges, done)
    }

    fn save(&mut self, flags: SaveFlags) -> Result<(), Error> {
        flags.check()?;
        self.require_modify()?;
        if self.edit.is_embedded() {
            return Err(SCode::MAPI_E_INVALID_OBJECT.into());
        }
        self.prepare()?;
        let storage = self.edit.finish()?;
        self.saved = Some(storage.clone());
        self.settle(flags);
        Ok(())
    }

    /// Saves an embedded message into its attachment, which is to be saved then.
    ///
    /// # Errors
    /// As [`MessageObject::save_changes`]; [`SCode::MAPI_E_NO_ACCESS`] too if the attachment is
    /// only read, [`SCode::MAPI_E_OBJECT_CHANGED`] if another message or storage was put into it
    /// meanwhile, or taken out, and it is not to be overwritten.
    pub fn save_into(
        &mut self,
        flags: SaveFlags,
        attachment: &mut AttachmentObject,
    ) -> Result<(), Error> {
        let done = self.save_embedded(flags, attachment);
        self.failures.note(Call::SaveChanges, done)
    }

    fn save_embedded(
        &mut self,
        flags: SaveFlags,
        attachment: &mut AttachmentObject,
    ) -> Result<(), Error> {
        flags.check()?;
        self.require_modify()?;
        attachment.require_modify()?;
        if self.version != attachment.objects_put && !flags.contains(SaveFlags::FORCE_SAVE) {
            return Err(SCode::MAPI_E_OBJECT_CHANGED.into());
        }
        self.prepare()?;
        self.edit.save(&mut attachment.edit)?;
        attachment.note_object();
        self.version = attachment.objects_put;
        self.settle(flags);
        Ok(())
    }

    /// The storage as it was saved last; nothing if it was not saved since it was opened.
    #[must_use]
    pub fn saved(&self) -> Option<&Overlay> {
        self.saved.as_ref()
    }

    /// Makes an attachment, which is in the message once it is
    /// [saved](AttachmentObject::save_changes). Its number is never given again.
    ///
    /// # Errors
    /// [`SCode::MAPI_E_NO_ACCESS`] if the message is only read, [`SCode::MAPI_E_TOO_BIG`] if it
    /// has as many as it can.
    pub fn create_attachment(&mut self) -> Result<AttachmentObject, Error> {
        let made = self.require_modify().and_then(|()| Ok(self.edit.new_attachment()?));
        let edit = self.failures.note(Call::CreateAttach, made)?;
        Ok(AttachmentObject::of(edit, Access::Modify, true, 0))
    }

    /// Opens an attachment.
    ///
    /// # Errors
    /// [`SCode::MAPI_E_NOT_FOUND`]; [`SCode::MAPI_E_NO_ACCESS`] if it is to be changed and the
    /// message is only read; [`SCode::MAPI_E_INTERFACE_NOT_SUPPORTED`] if it is asked as anything
    /// but an attachment or an object with properties.
    pub fn open_attachment(
        &self,
        number: u32,
        interface: Option<Interface>,
        access: OpenAccess,
    ) -> Result<AttachmentObject, Error> {
        self.failures.note(Call::OpenAttach, self.attachment(number, interface, access))
    }

    /// Opens an attachment; for the table too.
    pub(super) fn attachment(
        &self,
        number: u32,
        interface: Option<Interface>,
        access: OpenAccess,
    ) -> Result<AttachmentObject, Error> {
        if interface == Some(Interface::Message) {
            return Err(SCode::MAPI_E_INTERFACE_NOT_SUPPORTED.into());
        }
        let edit = self.edit.attachment(number)?;
        let access = match access {
            OpenAccess::Read => Access::Read,
            OpenAccess::Best => self.access,
            OpenAccess::Modify => self.require_modify().map(|()| Access::Modify)?,
        };
        Ok(AttachmentObject::of(edit, access, false, self.version_of(number)))
    }

    /// Deletes an attachment.
    ///
    /// # Errors
    /// [`SCode::MAPI_E_NO_ACCESS`] if the message is only read, [`SCode::MAPI_E_NOT_FOUND`].
    pub fn delete_attachment(&mut self, number: u32) -> Result<(), Error> {
        let done = self.remove_attachment(number);
        self.failures.note(Call::DeleteAttach, done)
    }

    fn remove_attachment(&mut self, number: u32) -> Result<(), Error> {
        self.require_modify()?;
        self.edit.remove_attachment(number)?;
        self.forget_attachments(&[number]);
        Ok(())
    }

    /// The rows of the attachment table as they are now; text in the width that `wide` says.
    #[must_use]
    pub fn attachment_rows(&self, wide: bool) -> AttachmentRows<'_> {
        AttachmentRows { message: self, wide }
    }

    /// The rows of the recipient table as they are now; text in the width that `wide` says.
    #[must_use]
    pub fn recipient_rows(&self, wide: bool) -> RecipientRows<'_> {
        RecipientRows { message: self, wide }
    }

    /// The table of attachments (GetAttachmentTable). It has no bookmarks of its own.
    #[must_use]
    pub fn attachment_table(&self, wide: bool) -> Table {
        Table::without_bookmarks(&self.attachment_rows(wide))
    }

    /// The table of recipients (GetRecipientTable).
    #[must_use]
    pub fn recipient_table(&self, wide: bool) -> Table {
        Table::new(&self.recipient_rows(wide))
    }

    /// The table behind PR_MESSAGE_RECIPIENTS or PR_MESSAGE_ATTACHMENTS (OpenProperty with
    /// IID_IMAPITable).
    ///
    /// # Errors
    /// [`SCode::MAPI_E_INVALID_PARAMETER`] for PT_UNSPECIFIED,
    /// [`SCode::MAPI_E_INTERFACE_NOT_SUPPORTED`] for any other property.
    pub fn open_table(&self, tag: PropTag, wide: bool) -> Result<Table, Error> {
        match tag {
            tags::PR_MESSAGE_RECIPIENTS => Ok(self.recipient_table(wide)),
            tags::PR_MESSAGE_ATTACHMENTS => Ok(self.attachment_table(wide)),
            _ => self.failures.note(Call::OpenProperty, Err(not_supported(tag))),
        }
    }

    /// Notes that the message was read, or was not, in PR_MESSAGE_FLAGS (SetReadFlag). No report
    /// is ever sent; where one is both suppressed and generated, nobody asks for it any longer.
    ///
    /// What the documentation leaves open is decided here: the mark is a property like others,
    /// which changes in a message that can be changed, and is in the file once it is saved.
    ///
    /// # Errors
    /// [`SCode::MAPI_E_INVALID_PARAMETER`] for flags that contradict each other,
    /// [`SCode::MAPI_E_UNKNOWN_FLAGS`], [`SCode::MAPI_E_NO_ACCESS`] if the message is only read.
    pub fn set_read_flag(&mut self, flags: ReadFlags) -> Result<(), Error> {
        let done = self.mark(flags);
        self.failures.note(Call::SetReadFlag, done)
    }

    fn mark(&mut self, flags: ReadFlags) -> Result<(), Error> {
        flags.check()?;
        self.require_modify()?;
        let suppress = flags.has(ReadFlags::SUPPRESS_RECEIPT);
        let generate = flags.has(ReadFlags::GENERATE_RECEIPT_ONLY);
        if suppress && generate {
            let requested = tags::PR_READ_RECEIPT_REQUESTED.id();
            self.edit.delete(requested)?;
            return Ok(());
        }
        let now = self.edit.long(tags::PR_MESSAGE_FLAGS.id()).unwrap_or(0).cast_unsigned();
        let mut new = now;
        let pending = flags.has(ReadFlags::CLEAR_RN_PENDING.with(ReadFlags::CLEAR_NRN_PENDING));
        if flags.has(ReadFlags::CLEAR_READ_FLAG) {
            new &= !READ;
        } else if !generate && !pending {
            new |= READ;
        }
        if flags.has(ReadFlags::CLEAR_RN_PENDING) {
            new &= !RN_PENDING;
        }
        if flags.has(ReadFlags::CLEAR_NRN_PENDING) {
            new &= !NRN_PENDING;
        }
        if new == now { Ok(()) } else { self.set_flags(new) }
    }

    /// Messages in files cannot be submitted (SubmitMessage).
    ///
    /// # Errors
    /// [`SCode::MAPI_E_NO_SUPPORT`], always.
    pub fn submit(&mut self) -> Result<(), Error> {
        self.failures.note(Call::SubmitMessage, Err(SCode::MAPI_E_NO_SUPPORT.into()))
    }

    pub(super) fn generation(&self) -> u64 {
        self.generation
    }

    /// The attachments that the table shows, by number.
    pub(super) fn shown(&self) -> impl Iterator<Item = u32> + '_ {
        self.shown.keys().copied()
    }

    /// The same with their rendering positions, each of which is looked up once; that of one that
    /// has none is -1.
    pub(super) fn positions(&self) -> impl Iterator<Item = (i32, u32)> + '_ {
        self.shown.iter().map(|(number, position)| {
            let look = || {
                let attachment = self.edit.attachment(*number).ok()?;
                attachment.long(tags::PR_RENDERING_POSITION.id())
            };
            (*position.get_or_init(|| look().unwrap_or(-1)), *number)
        })
    }

    pub(super) fn note_parts(&mut self) {
        self.generation = self.generation.wrapping_add(1);
        self.parts_changed = true;
    }

    /// Notes that attachments are gone.
    pub(super) fn forget_attachments(&mut self, numbers: &[u32]) {
        for number in numbers {
            self.shown.remove(number);
            self.versions.remove(number);
        }
        self.note_parts();
    }

    /// How often an attachment was saved.
    pub(super) fn version_of(&self, number: u32) -> u64 {
        self.versions.get(&number).copied().unwrap_or(0)
    }

    /// Notes that an attachment was saved; tells how often it was.
    pub(super) fn note_attachment(&mut self, number: u32) -> u64 {
        self.note_parts();
        if let Some(position) = self.shown.get_mut(&number) {
            *position = OnceLock::new();
        }
        let version = self.versions.entry(number).or_insert(0);
        *version = version.wrapping_add(1);
        *version
    }

    /// What the store sets when a message is saved.
    fn prepare(&mut self) -> Result<(), Error> {
        if !(self.edit.is_changed() || self.parts_changed) {
            return Ok(());
        }
        if !self.edit.has(tags::PR_MESSAGE_CLASS.id()) {
            self.edit.set(tags::PR_MESSAGE_CLASS, "IPM")?;
        }
        // A file that others made without them stays as it is.
        if !self.is_old {
            self.edit.set_missing()?;
        }
        Ok(())
    }

    fn settle(&mut self, flags: SaveFlags) {
        self.is_old = true;
        self.parts_changed = false;
        let mut known = std::mem::take(&mut self.shown);
        let shown = self.edit.attachments().iter();
        self.shown =
            shown.map(|number| (*number, known.remove(number).unwrap_or_default())).collect();
        self.generation = self.generation.wrapping_add(1);
        if !flags.contains(SaveFlags::KEEP_OPEN_READWRITE) {
            self.access = Access::Read;
        }
    }

    fn set_flags(&mut self, flags: u32) -> Result<(), Error> {
        Ok(self.edit.set(tags::PR_MESSAGE_FLAGS, flags.cast_signed())?)
    }
}

impl PropObject for MessageObject {
    fn edit(&self) -> &ObjectEdit {
        &self.edit
    }

    fn edit_mut(&mut self) -> &mut ObjectEdit {
        &mut self.edit
    }

    fn object_type(&self) -> ObjectType {
        ObjectType::Message
    }

    fn access(&self) -> Access {
        self.access
    }

    fn failures(&self) -> &Failures {
        &self.failures
    }

    fn revision(&self) -> u64 {
        self.edit.revision().wrapping_add(self.generation)
    }

    fn computed(&self, id: PropId) -> Option<Result<PropValue<'static>, Error>> {
        const RECIPIENTS: PropId = tags::PR_MESSAGE_RECIPIENTS.id();
        const ATTACHMENTS: PropId = tags::PR_MESSAGE_ATTACHMENTS.id();
        const HAS_ATTACHMENTS: PropId = tags::PR_HASATTACH.id();
        const SIZE: PropId = tags::PR_MESSAGE_SIZE.id();
        const DISPLAY: [PropId; 3] =
            [tags::PR_DISPLAY_TO.id(), tags::PR_DISPLAY_CC.id(), tags::PR_DISPLAY_BCC.id()];
        const NORMALIZED: PropId = tags::PR_NORMALIZED_SUBJECT.id();
        const PREFIX: PropId = tags::PR_SUBJECT_PREFIX.id();
        if let Some(value) = common(self, id) {
            return Some(Ok(value));
        }
        Some(match id {
            RECIPIENTS | ATTACHMENTS => Err(SCode::MAPI_E_NO_SUPPORT.into()),
            HAS_ATTACHMENTS => Ok((!self.shown.is_empty()).into()),
            SIZE if self.is_old => {
                Ok(i32::try_from(self.edit.stored_size()).unwrap_or(i32::MAX).into())
            }
            SIZE => Err(SCode::MAPI_E_NOT_FOUND.into()),
            _ if self.edit.has(id) => return None,
            _ if DISPLAY.contains(&id) => Ok("".into()),
            NORMALIZED | PREFIX => match self.edit.subject_parts() {
                Ok(Some((normalized, _))) if id == NORMALIZED => Ok(normalized.into()),
                Ok(Some((_, prefix))) => Ok(prefix.into()),
                Ok(None) => return None,
                Err(error) => Err(error.into()),
            },
            _ => return None,
        })
    }

    fn add_computed_tags(&self, tags: &mut Vec<PropTag>) {
        tags.extend([
            tags::PR_OBJECT_TYPE,
            tags::PR_ACCESS,
            tags::PR_ACCESS_LEVEL,
            tags::PR_STORE_SUPPORT_MASK,
            tags::PR_HASATTACH,
            tags::PR_DISPLAY_TO,
            tags::PR_DISPLAY_CC,
            tags::PR_DISPLAY_BCC,
            tags::PR_MESSAGE_RECIPIENTS,
            tags::PR_MESSAGE_ATTACHMENTS,
        ]);
        if self.is_old {
            tags.push(tags::PR_MESSAGE_SIZE);
        }
        if self.edit.has(tags::PR_SUBJECT.id()) {
            tags.extend([tags::PR_NORMALIZED_SUBJECT, tags::PR_SUBJECT_PREFIX]);
        }
    }

    fn as_message(&mut self) -> Option<&mut MessageObject> {
        Some(self)
    }
}

/// Why a property cannot be opened as what was asked for.
pub(super) fn not_supported(tag: PropTag) -> Error {
    let code = match tag.kind() {
        PropType::UNSPECIFIED => SCode::MAPI_E_INVALID_PARAMETER,
        _ => SCode::MAPI_E_INTERFACE_NOT_SUPPORTED,
    };
    Error::from(code).at(tag)
}

/// What every object computes in the same way.
pub(super) fn common(object: &dyn PropObject, id: PropId) -> Option<PropValue<'static>> {
    const TYPE: PropId = tags::PR_OBJECT_TYPE.id();
    const ACCESS: PropId = tags::PR_ACCESS.id();
    const LEVEL: PropId = tags::PR_ACCESS_LEVEL.id();
    const MASK: PropId = tags::PR_STORE_SUPPORT_MASK.id();
    let modify = i32::from(object.access() == Access::Modify);
    let value = match id {
        TYPE => object.object_type().number(),
        // MAPI_ACCESS_READ, and MAPI_ACCESS_MODIFY if it can be changed.
        ACCESS => 2 | modify,
        LEVEL => modify,
        // As Outlook writes it; the difference says whether text is in UTF-16.
        MASK if object.edit().is_unicode() => 0x0004_0E79,
        MASK => 0x0E79,
        _ => return None,
    };
    Some(value.into())
}

/// Bits of PR_MESSAGE_FLAGS ([MS-OXCMSG] 2.2.1.6).
const READ: u32 = 0x001;
const RN_PENDING: u32 = 0x100;
const NRN_PENDING: u32 = 0x200;
