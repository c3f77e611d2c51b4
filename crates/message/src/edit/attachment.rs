//! An attachment under edit.

use std::ops::{Deref, DerefMut};

use openimsg_base::FileTime;
use openimsg_props::{
    HeaderKind, ObjectKind, PropId, PropValue, StreamName, attachment_storage_name, tags,
};
use openimsg_storage::write::Content;
use openimsg_storage::{EntryKind, Overlay, Store};

use super::computed::STORE_SUPPORT;
use super::items::Open;
use super::options::IdSource;
use super::rules::Owner;
use super::{MessageEdit, ObjectEdit, file_name, message};
use crate::{AttachMethod, Error, Problem, Step};

/// An attachment under edit. It is an [`ObjectEdit`]: every property can be set.
#[derive(Debug)]
pub struct AttachmentEdit {
    object: ObjectEdit,
    number: u32,
    ids: IdSource,
    _open: Open,
}

impl AttachmentEdit {
    pub(super) fn create(
        object: ObjectEdit,
        number: u32,
        ids: IdSource,
        open: Open,
    ) -> Result<Self, Error> {
        let mut attachment = AttachmentEdit { object, number, ids, _open: open };
        attachment.set(tags::PR_ATTACH_NUM, number.cast_signed())?;
        attachment.set(tags::PR_OBJECT_TYPE, ATTACH)?;
        attachment.set(tags::PR_ACCESS, 2)?;
        attachment.set(tags::PR_ACCESS_LEVEL, 0)?;
        attachment.set_method(AttachMethod::NONE)?;
        attachment.set(tags::PR_RENDERING_POSITION, -1)?;
        if attachment.is_unicode() {
            attachment.set(tags::PR_STORE_SUPPORT_MASK, STORE_SUPPORT)?;
        }
        attachment.set(tags::PR_RECORD_KEY, number.to_le_bytes().as_slice())?;
        Ok(attachment)
    }

    pub(super) fn of(object: ObjectEdit, number: u32, ids: IdSource, open: Open) -> Self {
        AttachmentEdit { object, number, ids, _open: open }
    }

    /// The number in its storage's name.
    #[must_use]
    pub fn number(&self) -> u32 {
        self.number
    }

    /// Sets how it holds what it attaches. Those who set the content have done so.
    ///
    /// # Errors
    /// As [`ObjectEdit::set`].
    pub fn set_method(&mut self, method: AttachMethod) -> Result<(), Error> {
        self.set(tags::PR_ATTACH_METHOD, method.0)
    }

    /// Attaches bytes under the name of a file. They may be [read](Content::reader) when the
    /// message is written.
    ///
    /// # Errors
    /// As [`ObjectEdit::set`].
    pub fn set_file(
        &mut self,
        name: &str,
        content: impl Into<Content<'static>>,
    ) -> Result<(), Error> {
        ObjectEdit::all_or_nothing(self, |own| {
            own.set_content(tags::PR_ATTACH_DATA_BIN, content)?;
            own.set_method(AttachMethod::BY_VALUE)?;
            own.set_file_name(name)?;
            own.shown()
        })
    }

    /// Sets the name of the file: the long one, one in 8.3 form, its end, and the name to show.
    ///
    /// # Errors
    /// As [`ObjectEdit::set`].
    pub fn set_file_name(&mut self, name: &str) -> Result<(), Error> {
        ObjectEdit::all_or_nothing(self, |own| {
            own.set_text(tags::PR_ATTACH_LONG_FILENAME, name)?;
            own.set_text(tags::PR_ATTACH_FILENAME, &file_name::short(name))?;
            own.set_text(tags::PR_ATTACH_EXTENSION, file_name::extension(name))?;
            own.set_text(tags::PR_DISPLAY_NAME, name)
        })
    }

    /// Sets the content type, such as `image/png`.
    ///
    /// # Errors
    /// As [`ObjectEdit::set`].
    pub fn set_mime_type(&mut self, mime_type: &str) -> Result<(), Error> {
        self.set_text(tags::PR_ATTACH_MIME_TAG, mime_type)
    }

    /// Makes it part of the HTML body, which refers to it by `cid:` and this identifier, and hides
    /// it from the list of attachments.
    ///
    /// # Errors
    /// As [`ObjectEdit::set`].
    pub fn set_inline(&mut self, content_id: &str) -> Result<(), Error> {
        ObjectEdit::all_or_nothing(self, |own| {
            own.set_text(tags::PR_ATTACH_CONTENT_ID, content_id)?;
            own.set(tags::PR_ATTACH_FLAGS, RENDERED_IN_BODY)?;
            own.set(tags::PR_ATTACHMENT_HIDDEN, true)
        })
    }

    /// Sets when the file was made and changed.
    ///
    /// # Errors
    /// As [`ObjectEdit::set`].
    pub fn set_times(&mut self, created: FileTime, modified: FileTime) -> Result<(), Error> {
        self.set(tags::PR_CREATION_TIME, created)?;
        self.set(tags::PR_LAST_MODIFICATION_TIME, modified)
    }

    /// Attaches an address on the web; nothing here ever follows it.
    ///
    /// # Errors
    /// As [`ObjectEdit::set`].
    pub fn set_web_reference(&mut self, name: &str, address: &str) -> Result<(), Error> {
        ObjectEdit::all_or_nothing(self, |own| {
            own.clear_data()?;
            own.set_method(AttachMethod::BY_WEB_REFERENCE)?;
            own.set_text(tags::PR_ATTACH_LONG_PATHNAME, address)?;
            own.set_file_name(name)?;
            own.shown()
        })
    }

    /// Attaches the storage of another application, with its classes, times and names as they
    /// are. Nothing is read: `storage` stays where it is until the message is written.
    ///
    /// # Errors
    /// [`Problem::Edit`] when storages would nest too deep.
    pub fn set_storage(&mut self, storage: &Overlay) -> Result<(), Error> {
        ObjectEdit::all_or_nothing(self, |own| {
            own.put_object(tags::PR_ATTACH_DATA_OBJ, ObjectKind::STORAGE, |own, name| {
                own.graft(name, storage, &storage.root())
            })?;
            own.set(tags::PR_ATTACH_TAG, OLE2_TAG)?;
            own.set_method(AttachMethod::OLE)?;
            own.shown()
        })
    }

    /// A new message to be embedded, which is in the attachment once it is
    /// [saved](MessageEdit::save).
    ///
    /// # Errors
    /// [`Problem::Refused`] when messages would be nested deeper than
    /// [`Limits::nesting`](openimsg_base::Limits::nesting).
    pub fn new_message(&self) -> Result<MessageEdit, Error> {
        let place = self.inner_place();
        MessageEdit::check_depth(&self.object.shared.budget, &place)?;
        let (shared, text) = (self.object.shared.clone(), self.object.text);
        let kind = HeaderKind::Embedded;
        let object = ObjectEdit::create(shared, text, kind, Owner::Message, place);
        MessageEdit::blank(object, self.ids)
    }

    /// The message that is attached, to be changed and [saved](MessageEdit::save); nothing if it
    /// holds none.
    ///
    /// # Errors
    /// As [`AttachmentEdit::new_message`], and [`Problem::Storage`].
    pub fn message(&self) -> Result<Option<MessageEdit>, Error> {
        let place = self.inner_place();
        let Some(storage) = self.message_storage()? else { return Ok(None) };
        MessageEdit::check_depth(&self.object.shared.budget, &place)?;
        let shared = self.object.shared.clone();
        let kind = HeaderKind::Embedded;
        let above = Some(self.object.text);
        let text = message::text_of(&storage, &shared.budget, kind, &shared.options, above);
        let object = ObjectEdit::open(shared, text, storage, kind, Owner::Message, place)?;
        Ok(Some(MessageEdit::of(object, self.ids)))
    }

    /// The storage of the message that is attached.
    pub(super) fn message_storage(&self) -> Result<Option<Overlay>, Error> {
        let name = StreamName::value(tags::PR_ATTACH_DATA_OBJ);
        let storage = &self.object.overlay;
        let Some(node) = storage.find(name.as_str()) else { return Ok(None) };
        let is_storage = storage.stat(&node).is_some_and(|stat| stat.kind == EntryKind::Storage);
        if !is_storage || storage.child(&node, openimsg_props::PROPERTIES_STREAM).is_none() {
            return Ok(None);
        }
        storage.nested(&node).map(Some).map_err(|e| self.object.error(None, e))
    }

    /// Puts a message in as it is now.
    pub(super) fn put_message(&mut self, message: &mut MessageEdit) -> Result<(), Error> {
        if !std::sync::Arc::ptr_eq(&message.shared, &self.object.shared)
            || message.place() != self.inner_place()
        {
            return Err(message.error(None, Problem::OtherMessage));
        }
        message.finish()?;
        let name = message.text(tags::PR_SUBJECT.id()).ok().flatten().unwrap_or_default();
        self.put_message_storage(&message.overlay.clone(), &name)
    }

    /// Puts a message in that is complete and stands on whatever base.
    pub(super) fn put_message_storage(
        &mut self,
        storage: &Overlay,
        name: &str,
    ) -> Result<(), Error> {
        ObjectEdit::all_or_nothing(self, |own| {
            own.put_object(tags::PR_ATTACH_DATA_OBJ, ObjectKind::MESSAGE, |own, path| {
                own.graft(path, storage, &storage.root())
            })?;
            own.set_method(AttachMethod::EMBEDDED_MESSAGE)?;
            // The subject may have characters that text around it cannot have.
            let name = own.text.nearest(name);
            own.set_computed(tags::PR_DISPLAY_NAME, &name)?;
            own.shown()
        })
    }

    /// Puts it into the message, as it is now.
    ///
    /// # Errors
    /// [`Problem::OtherMessage`] when it is not that message's, and [`Problem::Edit`].
    pub fn save(&mut self, message: &mut MessageEdit) -> Result<(), Error> {
        if self.object.is_changed() {
            message.put_item(&attachment_storage_name(self.number), &mut self.object)?;
            message.attachments.put(self.number);
        }
        Ok(())
    }

    pub(super) fn inner_place(&self) -> Vec<Step> {
        self.object.place().iter().copied().chain([Step::Message]).collect()
    }

    /// Takes what is attached out.
    fn clear_data(&mut self) -> Result<(), Error> {
        for id in [
            tags::PR_ATTACH_DATA_BIN.id(),
            tags::PR_ATTACH_LONG_PATHNAME.id(),
            tags::PR_ATTACH_PATHNAME.id(),
        ] {
            self.delete(id)?;
        }
        Ok(())
    }

    /// What every attachment of Outlook's has, set where it is missing.
    fn shown(&mut self) -> Result<(), Error> {
        // 1 January 4501, which means that there is no time.
        let never = PropValue::SysTime(FileTime::from_raw(0x0CB3_4557_A3DD_4000));
        let values: [(PropId, PropValue<'_>); 8] = [
            (tags::PR_ATTACH_ENCODING.id(), PropValue::from([].as_slice())),
            (tags::PR_ATTACH_FLAGS.id(), PropValue::Long(0)),
            (tags::PR_ATTACHMENT_LINKID.id(), PropValue::Long(0)),
            (tags::PR_EXCEPTION_STARTTIME.id(), never.clone()),
            (tags::PR_EXCEPTION_ENDTIME.id(), never),
            (tags::PR_ATTACHMENT_FLAGS.id(), PropValue::Long(0)),
            (tags::PR_ATTACHMENT_HIDDEN.id(), PropValue::Boolean(false)),
            (tags::PR_ATTACHMENT_CONTACTPHOTO.id(), PropValue::Boolean(false)),
        ];
        if !self.is_new() {
            return Ok(());
        }
        for (id, value) in values {
            if !self.has(id) {
                self.set(openimsg_props::PropTag::new(id, value.kind()), value)?;
            }
        }
        Ok(())
    }
}

impl MessageEdit {
    /// Puts an embedded message into its attachment, as it is now; what follows from what was
    /// changed is set as by [`MessageEdit::finish`].
    ///
    /// # Errors
    /// [`Problem::OtherMessage`] when it is not that attachment's, and [`Problem::Edit`].
    pub fn save(&mut self, attachment: &mut AttachmentEdit) -> Result<(), Error> {
        attachment.put_message(self)
    }
}

/// MAPI_ATTACH.
const ATTACH: i32 = 7;
/// The attachment is shown in the HTML ([MS-OXCMSG] 2.2.2.18).
const RENDERED_IN_BODY: i32 = 4;
/// OID_OLE2_STORAGE.
const OLE2_TAG: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x14, 0x03, 0x0A, 0x03, 0x02, 0x01];

impl Deref for AttachmentEdit {
    type Target = ObjectEdit;

    fn deref(&self) -> &ObjectEdit {
        &self.object
    }
}

impl DerefMut for AttachmentEdit {
    fn deref_mut(&mut self) -> &mut ObjectEdit {
        &mut self.object
    }
}
