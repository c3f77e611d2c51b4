//! IMessage, by counted handles.

use std::fmt;
use std::ops::Deref;
use std::path::Path;
use std::sync::{Arc, Weak};

use bytes::Bytes;
use openimsg_base::Budget;
use openimsg_message::edit;
use openimsg_message::imapi::{
    Interface, ModifyRecipients, OpenAccess, ReadFlags, SaveFlags, Value,
};
use openimsg_props::{PropTag, SCode};
use openimsg_storage::Storage;

use crate::root::{Item, Key, Part, Root, TableOf};
use crate::session::Context;
use crate::{Attachment, Error, MessageId, Object, OpenFlags, OpenOptions, StorageMode, Table};

/// A message that is open (IMessage): one of a file, or one that is attached to another.
///
/// It is an [`Object`], and a counted handle as that says. It is closed when the last handle is
/// dropped, of it and of all its parts, or with the [session](crate::Session) that it is in.
/// One of no session, as [`Message::open`] gives it, is closed by the former alone.
#[derive(Clone)]
pub struct Message(Object);

impl Message {
    /// Opens the message in a file to read it, in no session, with the usual options.
    ///
    /// ```
    /// # use openimsg_message::imapi::SaveFlags;
    /// # use openimsg_props::tags;
    /// # use openimsg_session::{Error, Message, OpenOptions, StorageMode};
    /// # let folder = tempfile::tempdir()?;
    /// # let path = folder.path().join("letter.msg");
    /// # let new = Message::open_path(&path, StorageMode::TO_CREATE, OpenOptions::default())?;
    /// # new.set(tags::PR_SUBJECT, "Hello")?;
    /// # new.save_changes(SaveFlags::KEEP_OPEN_READWRITE)?;
    /// let letter = Message::open(&path)?;
    /// assert_eq!(letter.text(tags::PR_SUBJECT)?.as_deref(), Some("Hello"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// As [`Session::open_path`](crate::Session::open_path).
    pub fn open(path: impl AsRef<Path>) -> Result<Message, Error> {
        Message::open_path(path, StorageMode::TO_READ, OpenOptions::default())
    }

    /// Opens the message in a file, in no session; see
    /// [`Session::open_path`](crate::Session::open_path).
    ///
    /// # Errors
    /// As there.
    pub fn open_path(
        path: impl AsRef<Path>,
        mode: StorageMode,
        options: OpenOptions,
    ) -> Result<Message, Error> {
        let context = alone(&options, edit::Options::default());
        let (storage, budget) = context.storage_at(path.as_ref(), mode, options.flags())?;
        Message::in_no_session(storage, budget, &context, options)
    }

    /// Opens the message in the bytes of a file, in no session; see
    /// [`Session::open_bytes`](crate::Session::open_bytes).
    ///
    /// # Errors
    /// As there.
    pub fn open_bytes(
        bytes: impl Into<Bytes>,
        mode: StorageMode,
        options: OpenOptions,
    ) -> Result<Message, Error> {
        let context = alone(&options, edit::Options::default());
        let (storage, budget) = context.storage_in(bytes.into(), mode, options.flags())?;
        Message::in_no_session(storage, budget, &context, options)
    }

    /// Opens the message on a storage, in no session (`OpenIMsgOnIStg` with no session); see
    /// [`Session::open`](crate::Session::open). `edit` says what a session would.
    ///
    /// # Errors
    /// As there.
    pub fn on(
        storage: &Storage,
        options: OpenOptions,
        edit: edit::Options,
    ) -> Result<Message, Error> {
        options.flags().check()?;
        let context = alone(&options, edit);
        let budget = context.meter();
        Message::in_no_session(storage.clone(), budget, &context, options)
    }

    fn in_no_session(
        storage: Storage,
        budget: Arc<Budget>,
        context: &Context,
        options: OpenOptions,
    ) -> Result<Message, Error> {
        let (flags, release) = options.into_parts();
        let root = Root::open(storage, budget, context, flags, Weak::new())?;
        tracing::debug!(session_id = root.session_id(), message_id = root.id().0, "message opened");
        root.on_release(release);
        Ok(Message::of(root))
    }

    pub(crate) fn of(root: Arc<Root>) -> Message {
        Message(Object(Item::top(root)))
    }

    pub(crate) fn part(item: Arc<Item>) -> Message {
        Message(Object(item))
    }

    /// What its release callback is called with.
    #[must_use]
    pub fn id(&self) -> MessageId {
        self.message_id()
    }

    /// Whether it is attached to another.
    #[must_use]
    pub fn is_embedded(&self) -> bool {
        !self.0.0.is_top()
    }

    /// The meter of the message and all that is in it. [Cancelling](Budget::cancel) it stops a
    /// save that is under way, and later ones.
    #[must_use]
    pub fn budget(&self) -> Arc<Budget> {
        self.0.0.root.budget().clone()
    }

    /// Saves the message (SaveChanges): one of a file into its storage, which is committed unless
    /// the message was opened with [`OpenFlags::NO_COMMIT`]; one that is attached into its
    /// attachment, which is to be saved then. Changes in parts that were not saved themselves are
    /// not in it.
    ///
    /// # Errors
    /// [`SCode::MAPI_E_NO_ACCESS`] if it can only be read; [`SCode::MAPI_E_OBJECT_CHANGED`] if
    /// somebody else, another message on the storage for example, has saved there since this one
    /// was opened or saved last, or has changed the file that is to be replaced;
    /// [`Error::Commit`] if the storage could not be committed. It stays open as it is and can be
    /// saved again, with [`SaveFlags::FORCE_SAVE`] over what others have saved. (That a revert of
    /// the storage took back what this message saved is no change by others.) Else as
    /// [`MessageObject::save_changes`](openimsg_message::imapi::MessageObject::save_changes) and
    /// [`save_into`](openimsg_message::imapi::MessageObject::save_into).
    pub fn save_changes(&self, flags: SaveFlags) -> Result<(), Error> {
        let item = &self.0.0;
        if item.is_top() {
            return item.save("message", |state| state.save(flags));
        }
        item.save("embedded message", |state| {
            let (own, above) = state.with_above(item.part)?;
            own.save_into(above, |own, above| {
                Ok(own.message()?.save_into(flags, above.attachment()?)?)
            })
        })
    }

    /// The file that it is in, with what was saved of it and what the caller has in it besides.
    ///
    /// # Errors
    /// [`Error::InvalidObject`], [`Error::Refused`] if it has more bytes than may be decoded, and
    /// what prevents writing.
    pub fn image(&self) -> Result<Vec<u8>, Error> {
        self.0.0.root.write(|state| state.image())
    }

    /// Makes an attachment, which is in the message once both are saved (CreateAttach).
    ///
    /// # Errors
    /// As [`MessageObject::create_attachment`](openimsg_message::imapi::MessageObject::create_attachment).
    pub fn create_attachment(&self) -> Result<Attachment, Error> {
        let item = &self.0.0;
        let made = item.open("new attachment", |state| {
            let attachment = state.part(item.part)?.message()?.create_attachment()?;
            let key = Key::Attachment(attachment.number());
            let part = Part::Attachment(Box::new(attachment));
            Ok(state.add(item, Some(key), part, true))
        });
        made.map(Attachment::part)
    }

    /// Opens an attachment (OpenAttach). One that is open already is given again, with the access
    /// of the first time.
    ///
    /// # Errors
    /// As [`MessageObject::open_attachment`](openimsg_message::imapi::MessageObject::open_attachment).
    pub fn open_attachment(
        &self,
        number: u32,
        interface: Option<Interface>,
        access: OpenAccess,
    ) -> Result<Attachment, Error> {
        let item = &self.0.0;
        let opened = item.open("attachment", |state| {
            let key = Key::Attachment(number);
            if interface != Some(Interface::Message)
                && let Some(open) = state.opened(item.part, key)
            {
                return Ok(open);
            }
            let message = state.part(item.part)?.message()?;
            let attachment = message.open_attachment(number, interface, access)?;
            let part = Part::Attachment(Box::new(attachment));
            Ok(state.add(item, Some(key), part, false))
        });
        opened.map(Attachment::part)
    }

    /// Deletes an attachment (DeleteAttach). If it is open, what is done with it from now on
    /// cannot be saved any more.
    ///
    /// # Errors
    /// As [`MessageObject::delete_attachment`](openimsg_message::imapi::MessageObject::delete_attachment).
    pub fn delete_attachment(&self, number: u32) -> Result<(), Error> {
        let item = &self.0.0;
        item.root.write(|state| {
            let slot = state.part(item.part)?;
            slot.message()?.delete_attachment(number)?;
            slot.changed = true;
            state.forget(item.part, [number]);
            Ok(())
        })
    }

    /// A table of the attachments, with a cursor of its own (GetAttachmentTable).
    ///
    /// # Errors
    /// [`Error::InvalidObject`].
    pub fn attachment_table(&self, wide: bool) -> Result<Table, Error> {
        self.table(TableOf::Attachments, wide)
    }

    /// A table of the recipients, with a cursor of its own (GetRecipientTable).
    ///
    /// # Errors
    /// [`Error::InvalidObject`].
    pub fn recipient_table(&self, wide: bool) -> Result<Table, Error> {
        self.table(TableOf::Recipients, wide)
    }

    /// The table behind PR_MESSAGE_RECIPIENTS or PR_MESSAGE_ATTACHMENTS (OpenProperty with
    /// IID_IMAPITable).
    ///
    /// # Errors
    /// [`SCode::MAPI_E_INTERFACE_NOT_SUPPORTED`] for any other property.
    pub fn open_table(&self, tag: PropTag, wide: bool) -> Result<Table, Error> {
        match TableOf::of(tag) {
            Some(of) => self.table(of, wide),
            None => self.0.0.write(|slot| {
                slot.message()?.open_table(tag, wide)?;
                Err(SCode::MAPI_E_INTERFACE_NOT_SUPPORTED.into())
            }),
        }
    }

    /// Changes recipients (ModifyRecipients). Entry identifiers are stored as they are given.
    ///
    /// # Errors
    /// As [`MessageObject::modify_recipients`](openimsg_message::imapi::MessageObject::modify_recipients).
    pub fn modify_recipients(
        &self,
        how: ModifyRecipients,
        rows: &[Vec<Value>],
    ) -> Result<(), Error> {
        self.change(|slot| Ok(slot.message()?.modify_recipients(how, rows)?))
    }

    /// Notes that it was read, or was not (SetReadFlag).
    ///
    /// # Errors
    /// As [`MessageObject::set_read_flag`](openimsg_message::imapi::MessageObject::set_read_flag).
    pub fn set_read_flag(&self, flags: ReadFlags) -> Result<(), Error> {
        self.change(|slot| Ok(slot.message()?.set_read_flag(flags)?))
    }

    /// Messages in files cannot be submitted (SubmitMessage).
    ///
    /// # Errors
    /// [`SCode::MAPI_E_NO_SUPPORT`], unless it was closed.
    pub fn submit(&self) -> Result<(), Error> {
        self.0.0.write(|slot| Ok(slot.message()?.submit()?))
    }

    fn table(&self, of: TableOf, wide: bool) -> Result<Table, Error> {
        let item = &self.0.0;
        let opened = item.open("table", |state| {
            let message = state.part(item.part)?.message()?;
            let table = Box::new(match of {
                TableOf::Recipients => message.recipient_table(wide),
                TableOf::Attachments => message.attachment_table(wide),
            });
            Ok(state.add(item, None, Part::Table { table, of, wide }, false))
        });
        opened.map(Table)
    }
}

impl Deref for Message {
    type Target = Object;

    fn deref(&self) -> &Object {
        &self.0
    }
}

impl fmt::Debug for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Message").field("id", &self.id().0).finish_non_exhaustive()
    }
}

/// What a message in no session is opened with.
fn alone(options: &OpenOptions, edit: edit::Options) -> Context {
    Context::new(options.flags().contains(OpenFlags::UNICODE), edit)
}
