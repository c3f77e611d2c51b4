//! Sessions: messages that are closed together.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering::Relaxed};
use std::sync::{Arc, Mutex, Weak};

use bytes::Bytes;
use openimsg_base::{Budget, CodePage, Limit};
use openimsg_message::edit::{self, MESSAGE_CLSID, Strings};
use openimsg_storage::save::Destination;
use openimsg_storage::{Access, CompoundFile, Overlay, Storage};

use crate::root::{Live, Release, Root, lock};
use crate::{Error, Message, OpenFlags, SessionFlags, StorageMode};

/// A group of related messages that are closed together (`OpenIMsgSession`).
///
/// It tracks each message that is opened in it. [`Session::close`], and dropping the session,
/// closes them all: what was not saved is gone, each release callback runs once, and from then on
/// every handle of the session answers [`Error::InvalidObject`]. Handles can still be cloned and
/// dropped.
///
/// All messages of a session share its limits: so many may be open, and so many bytes decoded or
/// pending in memory at once, in all of them together. What exceeds one is [`Error::Refused`] with
/// its name, in getters too; only what is pending is no error, but goes to a temporary file.
///
/// ```
/// use openimsg_message::imapi::SaveFlags;
/// use openimsg_props::tags;
/// use openimsg_session::{Error, OpenOptions, Session, StorageMode};
/// # let folder = tempfile::tempdir()?;
/// # let path = folder.path().join("letter.msg");
///
/// let session = Session::new();
/// let letter = session.open_path(&path, StorageMode::TO_CREATE, OpenOptions::default())?;
/// letter.set(tags::PR_SUBJECT, "Hello")?;
/// letter.save_changes(SaveFlags::KEEP_OPEN_READWRITE)?;
///
/// letter.set(tags::PR_SUBJECT, "Never saved")?;
/// let report = session.close();
/// assert_eq!((report.closed, report.unsaved), (1, 1));
/// assert!(matches!(letter.text(tags::PR_SUBJECT), Err(Error::InvalidObject)));
///
/// let session = Session::new();
/// let letter = session.open_path(&path, StorageMode::TO_READ, OpenOptions::default())?;
/// assert_eq!(letter.text(tags::PR_SUBJECT)?.as_deref(), Some("Hello"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Session(Arc<Core>);

/// What closing a session did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Report {
    /// Messages that were open.
    pub closed: usize,
    /// Those of them that had changes, in themselves or in an open part, that were not saved and
    /// are gone.
    pub unsaved: usize,
    /// Release callbacks that ran.
    pub callbacks: usize,
    /// Those of them that panicked.
    pub panicked: usize,
}

/// How a message is opened.
#[derive(Debug, Default)]
pub struct OpenOptions {
    flags: OpenFlags,
    release: Option<Release>,
}

/// Tells messages apart, in all sessions of the process.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MessageId(pub u64);

/// What the messages of a session share.
pub(crate) struct Core {
    id: u64,
    pub(crate) context: Context,
    /// Nothing once it was closed.
    open: Mutex<Option<BTreeMap<MessageId, Weak<Root>>>>,
}

/// What a message is opened with, in a session or not.
#[derive(Clone)]
pub(crate) struct Context {
    pub(crate) options: Arc<edit::Options>,
    pub(crate) unicode: bool,
    /// The budget that is charged with what a message's own is.
    pub(crate) budget: Option<Arc<Budget>>,
    /// How many messages and parts of messages are open.
    pub(crate) live: Arc<AtomicUsize>,
}

impl Session {
    /// A session whose new messages are Unicode, with default [limits](openimsg_base::Limits).
    #[must_use]
    pub fn new() -> Session {
        Session::of(true, edit::Options::default())
    }

    /// A session. `options` hold for all its messages: the limits for all of them together, the
    /// clock, and the code page of new messages that are not Unicode (1252 unless
    /// [`Strings::Ansi`] says another).
    ///
    /// # Errors
    /// [`Error::UnknownFlags`].
    pub fn with_flags(flags: SessionFlags, options: edit::Options) -> Result<Session, Error> {
        Ok(Session::of(flags.unicode()?, options))
    }

    fn of(unicode: bool, options: edit::Options) -> Session {
        let budget = Budget::new(options.open.limits.clone(), options.open.parent.clone());
        let context = Context { budget: Some(Arc::new(budget)), ..Context::new(unicode, options) };
        let id = NEXT_SESSION.fetch_add(1, Relaxed);
        tracing::debug!(session_id = id, "session opened");
        Session(Arc::new(Core { id, context, open: Mutex::new(Some(BTreeMap::new())) }))
    }

    /// Opens the message on a storage (`OpenIMsgOnIStg`); an empty storage is a new message. The
    /// message holds the storage until it is closed. It can be changed if the storage can.
    ///
    /// The class of the storage and whatever the caller has in it beside the message, under names
    /// that don't begin with `__`, is left alone: who makes a file writes its class, such as
    /// [`MESSAGE_CLSID`].
    ///
    /// # Errors
    /// [`Error::UnknownFlags`], [`Error::InvalidObject`] if the session was closed,
    /// [`Error::Refused`] if too many messages are open or the session was cancelled,
    /// [`Error::Message`], whose code is `MAPI_E_CORRUPT_DATA`, if the storage holds something else,
    /// or nothing and can only be read. The release callback does not run then.
    pub fn open(&self, storage: &Storage, options: OpenOptions) -> Result<Message, Error> {
        options.flags().check()?;
        let budget = self.0.context.meter();
        self.open_metered(storage.clone(), budget, options)
    }

    /// Opens the message in a file.
    ///
    /// With [`StorageMode::CREATE`] it is a new message of class
    /// [`MESSAGE_CLSID`]; the file is written when the message is saved, and nothing happens to
    /// what is there before that.
    ///
    /// # Errors
    /// As [`Session::open`] and [`StorageMode::access`]; [`Error::Storage`] if the file cannot be
    /// read, or not be written though the mode says so.
    pub fn open_path(
        &self,
        path: impl AsRef<Path>,
        mode: StorageMode,
        options: OpenOptions,
    ) -> Result<Message, Error> {
        let (storage, budget) = self.0.context.storage_at(path.as_ref(), mode, options.flags())?;
        self.open_metered(storage, budget, options)
    }

    /// Opens the message in the bytes of a file. What is saved can be had as
    /// [`Message::image`].
    ///
    /// # Errors
    /// As [`Session::open_path`].
    pub fn open_bytes(
        &self,
        bytes: impl Into<Bytes>,
        mode: StorageMode,
        options: OpenOptions,
    ) -> Result<Message, Error> {
        let (storage, budget) = self.0.context.storage_in(bytes.into(), mode, options.flags())?;
        self.open_metered(storage, budget, options)
    }

    /// Works on a file directly, as one open message of the session: without handles, and so
    /// without the rules that they ask. This is the way of programs that look at very many
    /// messages, each for a short time and without copying anything.
    ///
    /// `work` is given the options of the session, to open a
    /// [`MessageFile`](openimsg_message::MessageFile) or a [`FileEdit`](crate::FileEdit) with. The
    /// meter in them holds the limits of the session and is stopped with it; what it was charged
    /// is given back when `work` returns, and what `work` takes out with it is the caller's own.
    /// Nothing is locked meanwhile: `work` may do with the session what it likes, and closing the
    /// session neither waits for it nor ends it.
    ///
    /// ```
    /// use openimsg_message::MessageFile;
    /// use openimsg_session::Session;
    /// # let mut letter = openimsg_message::edit::MessageEdit::new(Default::default())?;
    /// # letter.set_subject("Hello")?;
    /// # let bytes = letter.to_vec()?;
    ///
    /// let session = Session::new();
    /// let has_subject = session.scope(|options| {
    ///     let file = MessageFile::open(bytes.as_slice(), options.open)?;
    ///     Ok::<_, openimsg_message::Error>(file.message()?.subject()?.is_some())
    /// })??;
    /// assert!(has_subject);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::InvalidObject`] if the session was closed, [`Error::Refused`] if too many messages
    /// are open or the session was cancelled; `work` is not called then.
    pub fn scope<T>(&self, work: impl FnOnce(edit::Options) -> T) -> Result<T, Error> {
        if lock(&self.0.open).is_none() {
            return Err(Error::InvalidObject);
        }
        let context = &self.0.context;
        let scope = Scope::enter(context)?;
        let mut options = edit::Options::clone(&context.options);
        options.strings = strings_of(&options, context.unicode);
        options.open.parent = Some(scope.0.clone());
        let _span = tracing::debug_span!("scope", session_id = self.0.id).entered();
        Ok(work(options))
    }

    /// The meter that all messages of the session charge. [Cancelling](Budget::cancel) it stops
    /// saves that are under way, and nothing is opened or saved any more.
    #[must_use]
    pub fn budget(&self) -> Arc<Budget> {
        self.0.context.budget.clone().unwrap_or_default()
    }

    /// How many messages are open in it, apart from those of [scopes](Session::scope).
    #[must_use]
    pub fn open_messages(&self) -> usize {
        lock(&self.0.open).as_ref().map_or(0, BTreeMap::len)
    }

    /// How many objects are open in it: messages, parts of messages that somebody holds or that
    /// were asked for, and [scopes](Session::scope).
    #[must_use]
    pub fn open_objects(&self) -> usize {
        self.0.context.live.load(Relaxed)
    }

    /// Closes the session and all that is open in it (`CloseIMsgSession`). A call that is under
    /// way in another thread is waited for. What was not saved is gone, as nobody has saved it. A
    /// second time, it does nothing.
    pub fn close(&self) -> Report {
        self.0.close()
    }

    fn open_metered(
        &self,
        storage: Storage,
        budget: Arc<Budget>,
        options: OpenOptions,
    ) -> Result<Message, Error> {
        let (flags, release) = options.into_parts();
        if lock(&self.0.open).is_none() {
            return Err(Error::InvalidObject);
        }
        let session = Arc::downgrade(&self.0);
        let root = Root::open(storage, budget, &self.0.context, flags, session)?;
        tracing::debug!(session_id = self.0.id, message_id = root.id().0, "message opened");
        match &mut *lock(&self.0.open) {
            Some(open) => drop(open.insert(root.id(), Arc::downgrade(&root))),
            None => return Err(Error::InvalidObject),
        }
        root.on_release(release);
        Ok(Message::of(root))
    }
}

impl Core {
    pub(crate) fn id(&self) -> u64 {
        self.id
    }

    fn close(&self) -> Report {
        let Some(open) = lock(&self.open).take() else { return Report::default() };
        let mut report = Report::default();
        // First all are closed, so that no callback finds one that is not.
        let mut ended = Vec::new();
        for root in open.into_values().filter_map(|root| root.upgrade()) {
            let Some(unsaved) = root.end() else { continue };
            report.closed = report.closed.saturating_add(1);
            report.unsaved = report.unsaved.saturating_add(usize::from(unsaved));
            ended.extend(root.take_release().map(|release| (root.id(), release)));
        }
        for (id, release) in ended {
            report.callbacks = report.callbacks.saturating_add(1);
            let panicked = !release.run(self.id, id);
            report.panicked = report.panicked.saturating_add(usize::from(panicked));
        }
        tracing::debug!(session_id = self.id, ?report, "session closed");
        report
    }

    /// A message is gone.
    pub(crate) fn forget(&self, id: MessageId) {
        let gone = lock(&self.open).as_mut().and_then(|open| open.remove(&id));
        drop(gone);
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.0.close();
    }
}

impl Default for Session {
    fn default() -> Self {
        Session::new()
    }
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Session")
            .field("id", &self.0.id)
            .field("open_messages", &self.open_messages())
            .finish_non_exhaustive()
    }
}

impl fmt::Display for MessageId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl OpenOptions {
    /// With flags.
    #[must_use]
    pub fn with_flags(flags: OpenFlags) -> Self {
        OpenOptions { flags, release: None }
    }

    /// Calls `callback` with `data` once the message is gone (`MSGCALLRELEASE`): its last handle
    /// was dropped and so was the last of its parts, or the session was closed.
    ///
    /// It runs once, in the thread where that happened. The message no longer holds its storage
    /// and no lock is held, so it may open and drop what it likes; the session that is being
    /// closed opens nothing any more. Should it panic, this goes no further.
    #[must_use]
    pub fn on_release<T: Send + 'static>(
        mut self,
        data: T,
        callback: impl FnOnce(T, MessageId) + Send + 'static,
    ) -> Self {
        self.release = Some(Release::new(data, callback));
        self
    }

    pub(crate) fn into_parts(self) -> (OpenFlags, Option<Release>) {
        (self.flags, self.release)
    }

    pub(crate) fn flags(&self) -> OpenFlags {
        self.flags
    }
}

impl Context {
    pub(crate) fn new(unicode: bool, options: edit::Options) -> Context {
        let (options, live) = (Arc::new(options), Arc::new(AtomicUsize::new(0)));
        Context { budget: options.open.parent.clone(), options, unicode, live }
    }

    /// The meter of one message.
    pub(crate) fn meter(&self) -> Arc<Budget> {
        Arc::new(Budget::new(self.options.open.limits.clone(), self.budget.clone()))
    }

    pub(crate) fn storage_at(
        &self,
        path: &Path,
        mode: StorageMode,
        flags: OpenFlags,
    ) -> Result<(Storage, Arc<Budget>), Error> {
        flags.check()?;
        let (access, budget) = (mode.access()?, self.meter());
        budget.afford(Limit::OpenMessages, 1)?;
        let storage = if mode.contains(StorageMode::CREATE) {
            let storage = Storage::create_at(Destination::overwrite(path), &budget);
            as_message(&storage)?;
            storage
        } else {
            Storage::open_file(path, access, &budget)?
        };
        Ok((storage, budget))
    }

    pub(crate) fn storage_in(
        &self,
        bytes: Bytes,
        mode: StorageMode,
        flags: OpenFlags,
    ) -> Result<(Storage, Arc<Budget>), Error> {
        flags.check()?;
        let (access, budget) = (mode.access()?, self.meter());
        budget.afford(Limit::OpenMessages, 1)?;
        if mode.contains(StorageMode::CREATE) {
            let storage = Storage::memory(Overlay::empty());
            as_message(&storage)?;
            return Ok((storage, budget));
        }
        let file = Arc::new(CompoundFile::open(bytes, &budget)?);
        let storage = match access {
            Access::Read => Storage::read_only(file, budget.limits()),
            Access::ReadWrite => Storage::memory(Overlay::with_limits(file, budget.limits())),
        };
        Ok((storage, budget))
    }
}

/// The options of one message; a new one has this width.
pub(crate) fn options_of(
    options: &edit::Options,
    unicode: bool,
    budget: &Arc<Budget>,
) -> edit::Options {
    let mut options = options.clone();
    options.open.parent = Some(budget.clone());
    options.strings = strings_of(&options, unicode);
    options
}

/// How new messages store text.
fn strings_of(options: &edit::Options, unicode: bool) -> Strings {
    match (unicode, options.strings) {
        (true, _) => Strings::Unicode,
        (false, Strings::Ansi(page)) => Strings::Ansi(page),
        (false, Strings::Unicode) => Strings::Ansi(CodePage(1252)),
    }
}

/// The meter of a [scope](Session::scope), which gives back what it was charged.
struct Scope(Arc<Budget>, #[expect(dead_code, reason = "counts as long as it is there")] Live);

impl Scope {
    fn enter(context: &Context) -> Result<Scope, Error> {
        let budget = context.meter();
        budget.proceed()?;
        budget.charge(Limit::OpenMessages, 1)?;
        Ok(Scope(budget, Live::new(&context.live)))
    }
}

impl Drop for Scope {
    fn drop(&mut self) {
        self.0.release(Limit::OpenMessages, 1);
        self.0.release(Limit::DecodedBytes, self.0.used(Limit::DecodedBytes));
    }
}

/// Where we make the storage, we say of what class it is, as a client does.
fn as_message(storage: &Storage) -> Result<(), Error> {
    Ok(storage.edit(|tree| tree.set_clsid("", MESSAGE_CLSID))?)
}

static NEXT_SESSION: AtomicU64 = AtomicU64::new(1);
