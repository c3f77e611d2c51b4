//! A message under edit.

use std::io;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use bytes::Bytes;
use openimsg_base::codepage::{EncodeError, UnsupportedCodePage};
use openimsg_base::{Budget, CodePage, Guid, Limit};
use openimsg_props::{
    BuildError, HeaderKind, PropTag, StreamName, attachment_storage_name, recipient_storage_name,
    tags,
};
use openimsg_storage::overlay::Node;
use openimsg_storage::write;
use openimsg_storage::{CompoundFile, Overlay, Store};

use super::computed::UTF_8;
use super::items::Items;
use super::names::{Names, translate};
use super::object::names_error;
use super::options::{IdSource, Purpose};
use super::rules::Owner;
use super::shared::{Shared, TextForm};
use super::{AttachmentEdit, ObjectEdit, Options, Person, RecipientEdit, Strings};
use crate::facts::MessageFacts;
use crate::file::Context;
use crate::{Error, MessageFile, Problem, RecipientType, Step};

/// The class of the root storage of a message ([MS-OXMSG] 2.2, as Outlook writes it).
pub const MESSAGE_CLSID: Guid = Guid::from_u128(0x00020D0B_0000_0000_C000_000000000046);
/// The class of the root storage of an Outlook template (`.oft`).
pub const TEMPLATE_CLSID: Guid = Guid::from_u128(0x0006F046_0000_0000_C000_000000000046);

/// As many recipients, and as many attachments, a message can have ([MS-OXMSG] 2.2.1, 2.2.2).
pub const MAX_ITEMS: u32 = 2048;

/// A message under edit, in a file of its own or embedded in another.
///
/// It is an [`ObjectEdit`]: every property can be set. What follows from what was changed is set
/// by [`MessageEdit::finish`], and only if it was changed: numbers and counts, PR_DISPLAY_TO and
/// its like, whether there are attachments, the parts of the subject, the time of the change.
/// What was set by hand stays as it was set.
#[derive(Debug)]
pub struct MessageEdit {
    object: ObjectEdit,
    pub(super) recipients: Items,
    pub(super) attachments: Items,
    pub(super) ids: IdSource,
    /// Whether who is represented was said, and does not follow the sender.
    pub(super) represented: bool,
}

impl MessageEdit {
    /// A new message: a draft without subject, text, sender or recipients.
    ///
    /// # Errors
    /// [`Problem::Value`] when the code page of [`Strings::Ansi`] is not supported, or does not
    /// [contain ASCII](CodePage::is_ascii_superset): readers would take another.
    pub fn new(options: Options) -> Result<Self, Error> {
        let open = &options.open;
        let budget = Arc::new(Budget::new(open.limits.clone(), open.parent.clone()));
        let ids = IdSource::new(options.ids);
        let (unicode, page) = match options.strings {
            // What 8-bit text there is follows PR_INTERNET_CPID when it is read.
            Strings::Unicode => (true, CodePage(UTF_8)),
            Strings::Ansi(page) if !page.is_supported() => {
                let unsupported = EncodeError::from(UnsupportedCodePage(page));
                return Err(Error::new([], BuildError::from(unsupported)));
            }
            Strings::Ansi(page) if !page.is_ascii_superset() => {
                return Err(Error::new([], BuildError::NoAscii(page)));
            }
            Strings::Ansi(page) => (false, page),
        };
        let text = TextForm { unicode, page, misfits: options.misfits };
        let shared = Shared::new(options, budget, Names::create());
        let shared = Arc::new(shared.map_err(|e| Error::new([], e))?);
        let object = ObjectEdit::create(shared, text, HeaderKind::Root, Owner::Message, []);
        let mut message = MessageEdit::blank(object, ids)?;
        message.set_class_id(MESSAGE_CLSID)?;
        Ok(message)
    }

    /// The message in a storage: a transaction that the caller goes on from. `budget` is the one
    /// that the storage was opened with.
    ///
    /// # Errors
    /// [`Problem::NoMessage`] when there is none, [`Problem::Storage`] when its property stream
    /// cannot be read.
    pub fn over(storage: Overlay, budget: Arc<Budget>, options: Options) -> Result<Self, Error> {
        let ids = IdSource::new(options.ids);
        let storage = storage.charged_to(&budget);
        let text = text_of(&storage, &budget, HeaderKind::Root, &options, None);
        let shared = Shared::new(options, budget, Names::of(&storage));
        let shared = Arc::new(shared.map_err(|e| Error::new([], e))?);
        let object = ObjectEdit::open(shared, text, storage, HeaderKind::Root, Owner::Message, [])?;
        Ok(MessageEdit::of(object, ids))
    }

    /// The message in the bytes of a file.
    ///
    /// # Errors
    /// [`Problem::Storage`] when this is no compound file, and as [`MessageEdit::over`].
    pub fn open(bytes: impl Into<Bytes>, options: Options) -> Result<Self, Error> {
        let open = &options.open;
        let budget = Arc::new(Budget::new(open.limits.clone(), open.parent.clone()));
        let file = CompoundFile::open(bytes.into(), &budget).map_err(|e| Error::new([], e))?;
        let storage = Overlay::new(Arc::new(file));
        MessageEdit::over(storage, budget, options)
    }

    /// A message without anything, embedded or not.
    pub(super) fn blank(object: ObjectEdit, ids: IdSource) -> Result<Self, Error> {
        let mut message = MessageEdit::of(object, ids);
        message.defaults()?;
        Ok(message)
    }

    /// A message that was opened, embedded or not.
    pub(super) fn of(object: ObjectEdit, ids: IdSource) -> Self {
        let (storage, header) = (&object.overlay, object.header());
        let recipients = Items::of(storage, StreamName::RECIPIENT_PREFIX, header.next_recipient);
        let attachments = Items::of(storage, StreamName::ATTACHMENT_PREFIX, header.next_attachment);
        MessageEdit { object, recipients, attachments, ids, represented: false }
    }

    /// The numbers of the recipients, ascending.
    #[must_use]
    pub fn recipients(&self) -> &[u32] {
        &self.recipients.numbers
    }

    /// Adds a recipient and returns its number.
    ///
    /// # Errors
    /// As [`MessageEdit::new_recipient`] and [`ObjectEdit::set`].
    pub fn add_recipient(&mut self, kind: RecipientType, who: &Person) -> Result<u32, Error> {
        let mut recipient = self.new_recipient()?;
        recipient.set_type(kind)?;
        recipient.set_person(who)?;
        recipient.save(self)?;
        Ok(recipient.number())
    }

    /// A new recipient, which is in the message once it is [saved](RecipientEdit::save).
    ///
    /// # Errors
    /// [`Problem::TooMany`].
    pub fn new_recipient(&mut self) -> Result<RecipientEdit, Error> {
        let number = self.recipients.give().map_err(|e| self.object.error(None, e))?;
        let object = self.item(Owner::Recipient, Step::Recipient(number));
        RecipientEdit::create(object, number, self.recipients.open())
    }

    /// A recipient as it is, to be changed and [saved](RecipientEdit::save).
    ///
    /// # Errors
    /// [`Problem::NotFound`], [`Problem::Storage`].
    pub fn recipient(&self, number: u32) -> Result<RecipientEdit, Error> {
        let name = recipient_storage_name(number);
        let object = self.open_item(&name, Owner::Recipient, Step::Recipient(number))?;
        Ok(RecipientEdit::of(object, number, self.recipients.open()))
    }

    /// Removes a recipient. Its number is not given again, unless all are
    /// [numbered anew](MessageEdit::renumber).
    ///
    /// # Errors
    /// [`Problem::NotFound`].
    pub fn remove_recipient(&mut self, number: u32) -> Result<(), Error> {
        self.remove_item(&recipient_storage_name(number), Step::Recipient(number))?;
        self.recipients.remove(number);
        Ok(())
    }

    /// The numbers of the attachments, ascending.
    #[must_use]
    pub fn attachments(&self) -> &[u32] {
        &self.attachments.numbers
    }

    /// Attaches bytes under the name of a file, and returns the attachment's number. They may be
    /// [read](write::Content::reader) when the message is written.
    ///
    /// # Errors
    /// As [`MessageEdit::new_attachment`] and [`ObjectEdit::set`].
    pub fn attach(
        &mut self,
        name: &str,
        content: impl Into<write::Content<'static>>,
    ) -> Result<u32, Error> {
        let mut attachment = self.new_attachment()?;
        attachment.set_file(name, content)?;
        attachment.save(self)?;
        Ok(attachment.number())
    }

    /// A new attachment, which is in the message once it is [saved](AttachmentEdit::save).
    ///
    /// # Errors
    /// [`Problem::TooMany`].
    pub fn new_attachment(&mut self) -> Result<AttachmentEdit, Error> {
        let number = self.attachments.give().map_err(|e| self.object.error(None, e))?;
        let object = self.item(Owner::Attachment, Step::Attachment(number));
        let ids = self.ids.derived(Purpose::Embedded, number);
        AttachmentEdit::create(object, number, ids, self.attachments.open())
    }

    /// An attachment as it is, to be changed and [saved](AttachmentEdit::save).
    ///
    /// # Errors
    /// [`Problem::NotFound`], [`Problem::Storage`].
    pub fn attachment(&self, number: u32) -> Result<AttachmentEdit, Error> {
        let name = attachment_storage_name(number);
        let object = self.open_item(&name, Owner::Attachment, Step::Attachment(number))?;
        let ids = self.ids.derived(Purpose::Embedded, number);
        Ok(AttachmentEdit::of(object, number, ids, self.attachments.open()))
    }

    /// Removes an attachment. Its number is not given again, unless all are
    /// [numbered anew](MessageEdit::renumber).
    ///
    /// # Errors
    /// [`Problem::NotFound`].
    pub fn remove_attachment(&mut self, number: u32) -> Result<(), Error> {
        self.remove_item(&attachment_storage_name(number), Step::Attachment(number))?;
        self.attachments.remove(number);
        Ok(())
    }

    /// Sets the class of the storage: [`MESSAGE_CLSID`] unless it is a
    /// [template](TEMPLATE_CLSID).
    ///
    /// # Errors
    /// [`Problem::Edit`].
    pub fn set_class_id(&mut self, class: Guid) -> Result<(), Error> {
        self.object.overlay.set_clsid("", class).map_err(|e| self.object.error(None, e))
    }

    /// Sets what follows from what was changed, and gives the storage with everything in it.
    /// If nothing was changed, nothing changes.
    ///
    /// New names of properties are put into an order of their own, so that the order of edits
    /// leaves no trace; but not while a recipient, an attachment or an embedded message is open
    /// for editing, nor when [someone asked](ObjectEdit::id_of) for an identifier, nor where
    /// something in the message cannot be read.
    ///
    /// # Errors
    /// As [`ObjectEdit::set`].
    pub fn finish(&mut self) -> Result<&Overlay, Error> {
        self.compute()?;
        if self.object.kind() == HeaderKind::Root {
            self.settle_names()?;
            let shared = self.object.shared.clone();
            shared.names().flush(&mut self.object.overlay).map_err(names_error)?;
        }
        self.object.flush()?;
        self.object.settle();
        self.recipients.changed = false;
        self.attachments.changed = false;
        Ok(&self.object.overlay)
    }

    /// The message as a file in memory.
    ///
    /// # Errors
    /// As [`MessageEdit::write_to`].
    pub fn to_vec(&mut self) -> Result<Vec<u8>, Error> {
        self.finish()?;
        let storage = &self.object.overlay;
        let image = storage.image().map_err(|e| self.object.error(None, e))?;
        image.to_vec(&write::Options::default()).map_err(|e| self.object.error(None, e))
    }

    /// Writes the message as a file and returns its length in bytes. What was not touched is
    /// copied from where it was opened.
    ///
    /// # Errors
    /// As [`MessageEdit::finish`], and [`Problem::Write`].
    pub fn write_to(
        &mut self,
        out: impl io::Write,
        options: &write::Options,
    ) -> Result<u64, Error> {
        self.finish()?;
        let storage = &self.object.overlay;
        let image = storage.image().map_err(|e| self.object.error(None, e))?;
        image.write_to(options, out).map_err(|e| self.object.error(None, e))
    }

    /// The message as it is now, to be looked at; it stays as it is whatever is edited later.
    /// The message must be the one of the file, not an embedded one.
    ///
    /// # Errors
    /// As [`MessageEdit::finish`].
    pub fn snapshot(&mut self) -> Result<MessageFile<Overlay>, Error> {
        self.finish()?;
        let page = self.object.shared.options.open.code_page;
        let budget = self.object.shared.budget.clone();
        Ok(MessageFile::over(self.object.overlay.clone(), budget, page))
    }

    /// Whether it is embedded in another.
    #[must_use]
    pub fn is_embedded(&self) -> bool {
        self.object.kind() == HeaderKind::Embedded
    }

    /// Changes recipients and attachments, all or nothing: an error leaves them as they were.
    pub(crate) fn change_items<T, E>(
        &mut self,
        change: impl FnOnce(&mut Self) -> Result<T, E>,
    ) -> Result<T, E> {
        let before =
            (self.object.overlay.clone(), self.recipients.clone(), self.attachments.clone());
        let done = change(self);
        if done.is_err() {
            (self.object.overlay, self.recipients, self.attachments) = before;
        }
        done
    }

    /// Gives new names of properties an order of their own, if nobody has seen their identifiers:
    /// all that use them at once, or none.
    fn settle_names(&mut self) -> Result<(), Error> {
        if Arc::strong_count(&self.object.shared) > 1 {
            return Ok(());
        }
        let settled = self.object.shared.names().settled().map_err(names_error)?;
        let Some((names, moved)) = settled else { return Ok(()) };
        self.object.flush()?;
        let id = |id| moved.get(&id).copied().unwrap_or(id);
        let mut storage = self.object.overlay.clone();
        let budget = &self.object.shared.budget;
        // All from the first of them on are new.
        let first = moved.values().min().copied();
        if translate(&mut storage, HeaderKind::Root, &id, first, budget, 0).is_err() {
            // Where something cannot be looked into, its identifiers must stay what they are, and
            // so all others. That an order leaves a trace is no reason not to save.
            return Ok(());
        }
        self.object.reload(storage)?;
        *self.object.shared.names() = names;
        Ok(())
    }

    fn item(&self, owner: Owner, step: Step) -> ObjectEdit {
        let (shared, text) = (self.object.shared.clone(), self.object.text);
        ObjectEdit::create(shared, text, HeaderKind::Item, owner, self.place_of(step))
    }

    pub(super) fn open_item(
        &self,
        name: &StreamName,
        owner: Owner,
        step: Step,
    ) -> Result<ObjectEdit, Error> {
        let place = self.place_of(step);
        let node = self.object.overlay.find(name.as_str());
        let node = node.ok_or_else(|| Error::new(place.clone(), Problem::NotFound))?;
        let overlay = self.object.overlay.nested(&node);
        let overlay = overlay.map_err(|e| Error::new(place.clone(), e))?;
        let (shared, text) = (self.object.shared.clone(), self.object.text);
        ObjectEdit::open(shared, text, overlay, HeaderKind::Item, owner, place)
    }

    /// Puts a recipient or an attachment in.
    pub(super) fn put_item(
        &mut self,
        name: &StreamName,
        item: &mut ObjectEdit,
    ) -> Result<(), Error> {
        let above = item.place().split_last().map(|(_, above)| above);
        if !Arc::ptr_eq(&item.shared, &self.object.shared) || above != Some(self.object.place()) {
            return Err(item.error(None, Problem::OtherMessage));
        }
        item.flush()?;
        let done = self.object.overlay.put(name.as_str(), item.node());
        done.map_err(|e| item.error(None, e))?;
        item.settle();
        Ok(())
    }

    fn remove_item(&mut self, name: &StreamName, step: Step) -> Result<(), Error> {
        let place = self.place_of(step);
        if self.object.overlay.find(name.as_str()).is_none() {
            return Err(Error::new(place, Problem::NotFound));
        }
        self.object.overlay.remove(name.as_str()).map_err(|e| Error::new(place, e))
    }

    fn place_of(&self, step: Step) -> Vec<Step> {
        self.object.place().iter().copied().chain([step]).collect()
    }
}

/// How an existing message stores text: in the width that it says, else in that of its subject
/// and class; 8-bit text in the page in which it is read.
pub(super) fn text_of(
    storage: &Overlay,
    budget: &Budget,
    kind: HeaderKind,
    options: &Options,
    above: Option<TextForm>,
) -> TextForm {
    const UNICODE_OK: u32 = 0x0004_0000;
    let forced = options.open.code_page;
    let parent_page = above.map(|above| above.page);
    let facts: MessageFacts<Node> = MessageFacts::alone(storage.root(), kind, forced, parent_page);
    let names = std::sync::OnceLock::new();
    let context = Context { store: storage, budget, names: &names };
    let mut unicode = above.is_none_or(|above| above.unicode);
    if let Some(stream) = storage.find(openimsg_props::PROPERTIES_STREAM)
        && let Ok(bytes) = storage.content(&stream)
    {
        let properties = openimsg_props::PropertyStream::parse(&bytes, kind);
        let is = |tag: PropTag| properties.find(tag).is_some();
        unicode = match properties.find(tags::PR_STORE_SUPPORT_MASK) {
            Some(entry) => {
                let [a, b, c, d, ..] = entry.fixed();
                u32::from_le_bytes([a, b, c, d]) & UNICODE_OK != 0
            }
            None => {
                let has_wide = is(tags::PR_SUBJECT) || is(tags::PR_MESSAGE_CLASS);
                let has_narrow = is(tags::PR_SUBJECT_A) || is(tags::PR_MESSAGE_CLASS_A);
                has_wide || unicode && !has_narrow
            }
        };
    }
    let page = facts.code_page(context);
    TextForm { unicode, page, misfits: options.misfits }
}

impl MessageEdit {
    pub(super) fn check_depth(budget: &Budget, place: &[Step]) -> Result<(), Error> {
        let depth = place.iter().filter(|step| **step == Step::Message).count();
        let depth = u64::try_from(depth).unwrap_or(u64::MAX);
        budget.charge(Limit::Nesting, depth).map_err(|e| Error::new(place, e))
    }
}

impl Deref for MessageEdit {
    type Target = ObjectEdit;

    fn deref(&self) -> &ObjectEdit {
        &self.object
    }
}

impl DerefMut for MessageEdit {
    fn deref_mut(&mut self) -> &mut ObjectEdit {
        &mut self.object
    }
}
