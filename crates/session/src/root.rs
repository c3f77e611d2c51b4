//! What is open of one message file, behind one lock.
//!
//! The parts of a message (attachments, messages in them, streams, storages, tables) lie in one
//! map, beside each other. A handle is a counted reference to an [`Item`], which names a part by
//! its number and keeps the handle above alive. Closing takes the whole state away.
//!
//! Nothing of a caller runs while the lock is held, save what a caller has put below: sources and
//! targets of storages. These must not call the message they serve.

mod saving;

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering::Relaxed};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, Weak};

use openimsg_base::{Budget, Guid, Limit};
use openimsg_message::edit;
use openimsg_message::imapi::{
    AttachmentObject, Call, MessageObject, OpenMode, PropObject, PropStream,
};
use openimsg_message::rules::Access as Rights;
use openimsg_message::table::{Rows, Table};
use openimsg_message::{Error as MessageError, Problem};
use openimsg_props::{PROPERTIES_STREAM, PropId, PropTag, SCode, tags};
use openimsg_storage::{Access, Overlay, Storage, Store};

use crate::session::{Context, Core, options_of};
use crate::{Error, MessageId, OpenFlags};

/// A message file that is open, or was.
pub(crate) struct Root {
    id: MessageId,
    budget: Arc<Budget>,
    /// Nothing once it was closed.
    state: RwLock<Option<State>>,
    /// Parts whose last handle was dropped, to be taken out of the state.
    gone: Mutex<Vec<PartId>>,
    release: Mutex<Option<Release>>,
    session: Weak<Core>,
    /// For those who read along; 0 if it is in none.
    session_id: u64,
}

/// Everything that is open.
pub(crate) struct State {
    storage: Storage,
    /// The storage as it was when the message was opened, or as the message saved it last and it
    /// was committed: where a revert leads.
    ground: Overlay,
    /// The storage as the message saved it last; before that, as it was opened.
    seen: Overlay,
    budget: Arc<Budget>,
    options: Arc<edit::Options>,
    flags: OpenFlags,
    is_new: bool,
    /// The message itself is there once it was asked for: many are only opened and closed.
    parts: HashMap<PartId, Slot>,
    /// What is open below what, so that it is not opened twice.
    open: HashMap<(PartId, Key), (PartId, Weak<Item>)>,
    next: u32,
    live: Live,
}

/// The number of a part of a message; 0 is the message itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct PartId(u32);

impl PartId {
    pub(crate) const TOP: PartId = PartId(0);
}

/// What of a part is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Key {
    Attachment(u32),
    Message,
    Storage(PropTag),
    Stream(PropTag),
}

/// A part that is open.
pub(crate) struct Slot {
    pub(crate) above: PartId,
    pub(crate) part: Part,
    /// Whether something was changed that was not saved into the part above.
    pub(crate) changed: bool,
    _live: Option<Live>,
}

pub(crate) enum Part {
    Message(Box<MessageObject>),
    Attachment(Box<AttachmentObject>),
    Stream { stream: Box<PropStream>, writable: bool },
    Storage { tree: Overlay, committed: Overlay, writable: bool },
    Table { table: Box<Table>, of: TableOf, wide: bool },
}

/// Which rows a table has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TableOf {
    Recipients,
    Attachments,
}

/// What a handle refers to.
pub(crate) struct Item {
    pub(crate) root: Arc<Root>,
    pub(crate) part: PartId,
    /// The handle above, which stays open as long as this one.
    above: Option<Arc<Item>>,
}

/// What is called when a message is gone.
pub(crate) struct Release(Box<dyn FnOnce(MessageId) + Send>);

/// Counts as long as it is there.
pub(crate) struct Live(Arc<AtomicUsize>);

impl Root {
    /// Opens the message on a storage.
    pub(crate) fn open(
        storage: Storage,
        budget: Arc<Budget>,
        context: &Context,
        flags: OpenFlags,
        session: Weak<Core>,
    ) -> Result<Arc<Root>, Error> {
        budget.proceed()?;
        let tree = storage.working();
        let is_new = is_empty(&tree);
        if !is_new {
            // That there is a message is found out now, what it holds when it is asked for.
            let stream = tree.find(PROPERTIES_STREAM);
            let stream = stream.ok_or_else(|| MessageError::new([], Problem::NoMessage))?;
            drop(tree.content(&stream).map_err(|e| MessageError::new([], e))?);
        } else if storage.access() == Access::Read {
            return Err(MessageError::new([], Problem::NoMessage).into());
        }
        budget.charge(Limit::OpenMessages, 1)?;
        let unicode = context.unicode || flags.contains(OpenFlags::UNICODE);
        let flags = if unicode { flags.with(OpenFlags::UNICODE) } else { flags };
        let state = State {
            storage,
            ground: tree.clone(),
            seen: tree,
            budget: budget.clone(),
            options: context.options.clone(),
            flags,
            is_new,
            parts: HashMap::new(),
            open: HashMap::new(),
            next: 1,
            live: Live::new(&context.live),
        };
        Ok(Arc::new(Root {
            id: MessageId(NEXT_MESSAGE.fetch_add(1, Relaxed)),
            budget,
            state: RwLock::new(Some(state)),
            gone: Mutex::default(),
            release: Mutex::default(),
            session_id: session.upgrade().map_or(0, |session| session.id()),
            session,
        }))
    }

    pub(crate) fn id(&self) -> MessageId {
        self.id
    }

    pub(crate) fn session_id(&self) -> u64 {
        self.session_id
    }

    pub(crate) fn budget(&self) -> &Arc<Budget> {
        &self.budget
    }

    pub(crate) fn on_release(&self, release: Option<Release>) {
        *lock(&self.release) = release;
    }

    pub(crate) fn take_release(&self) -> Option<Release> {
        lock(&self.release).take()
    }

    /// Lets everything go; tells whether something was not saved. Nothing if it was closed before.
    pub(crate) fn end(&self) -> Option<bool> {
        let state = self.state.write().unwrap_or_else(PoisonError::into_inner).take();
        // Not under the lock: dropping a caller's storage may do anything.
        let mut state = state?;
        drop(state.reap(&self.gone));
        let unsaved = state.parts.values().any(|slot| slot.changed);
        drop(state);
        self.budget.release(Limit::OpenMessages, 1);
        self.budget.release(Limit::DecodedBytes, self.budget.used(Limit::DecodedBytes));
        tracing::debug!(
            session_id = self.session_id,
            message_id = self.id.0,
            unsaved,
            "message closed"
        );
        Some(unsaved)
    }

    /// Looks at a part, beside others that do.
    pub(crate) fn read<T>(
        &self,
        part: PartId,
        look: impl FnOnce(&Slot) -> Result<T, Error>,
    ) -> Result<T, Error> {
        loop {
            {
                let state = self.state.read().unwrap_or_else(PoisonError::into_inner);
                let state = state.as_ref().ok_or(Error::InvalidObject)?;
                match state.parts.get(&part) {
                    Some(slot) => return look(slot),
                    None if part == PartId::TOP => {}
                    None => return Err(Error::InvalidObject),
                }
            }
            self.write(|state| state.part(part).map(|_| ()))?;
        }
    }

    /// Changes something, alone.
    pub(crate) fn write<T>(
        &self,
        change: impl FnOnce(&mut State) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let mut state = self.state.write().unwrap_or_else(PoisonError::into_inner);
        let open = state.as_mut().ok_or(Error::InvalidObject)?;
        let dropped = open.reap(&self.gone);
        let done = change(open);
        drop(state);
        drop(dropped);
        done
    }

    /// Changes something in two messages.
    ///
    /// The one that was opened first is locked first, so that two threads that copy either way do
    /// not wait for each other.
    pub(crate) fn write_both<T>(
        &self,
        other: &Root,
        change: impl FnOnce(&mut State, &mut State) -> Result<T, Error>,
    ) -> Result<T, Error> {
        if self.id < other.id {
            self.write(|own| other.write(|others| change(own, others)))
        } else {
            other.write(|others| self.write(|own| change(own, others)))
        }
    }

    /// Takes out what nobody holds any more, unless somebody is busy; then it is done later.
    fn reap(&self) {
        let Ok(mut state) = self.state.try_write() else { return };
        let dropped = state.as_mut().map(|state| state.reap(&self.gone));
        drop(state);
        drop(dropped);
    }
}

impl Drop for Root {
    fn drop(&mut self) {
        if let Some(session) = self.session.upgrade() {
            session.forget(self.id);
        }
        self.end();
        if let Some(release) = self.take_release() {
            release.run(self.session_id, self.id);
        }
    }
}

impl State {
    /// A part, to be changed.
    pub(crate) fn part(&mut self, id: PartId) -> Result<&mut Slot, Error> {
        if id == PartId::TOP && !self.parts.contains_key(&id) {
            let part = Part::Message(Box::new(self.message()?));
            // The message was counted when it was opened.
            self.parts.insert(id, Slot { above: id, part, changed: false, _live: None });
        }
        self.parts.get_mut(&id).ok_or(Error::InvalidObject)
    }

    /// Two parts, to be changed.
    pub(crate) fn parts(&mut self, a: PartId, b: PartId) -> Result<(&mut Slot, &mut Slot), Error> {
        if a == b {
            return Err(SCode::MAPI_E_NO_ACCESS.into());
        }
        self.part(a)?;
        self.part(b)?;
        match self.parts.get_disjoint_mut([&a, &b]) {
            [Some(a), Some(b)] => Ok((a, b)),
            _ => Err(Error::InvalidObject),
        }
    }

    /// A part and the one above it.
    pub(crate) fn with_above(&mut self, id: PartId) -> Result<(&mut Slot, &mut Slot), Error> {
        let above = self.part(id)?.above;
        self.parts(id, above)
    }

    /// What is open below `above`, if it is.
    pub(crate) fn opened(&self, above: PartId, key: Key) -> Option<Arc<Item>> {
        self.open.get(&(above, key)).and_then(|(_, item)| item.upgrade())
    }

    /// What is open below `above`, or is opened now.
    ///
    /// What is open cannot be made anew: that would take its content away from those who hold it.
    /// Neither can it be changed as another thing than it is open as.
    pub(crate) fn open_part(
        &mut self,
        above: &Arc<Item>,
        key: Key,
        mode: OpenMode,
        open: impl FnOnce(&mut Slot) -> Result<Part, Error>,
    ) -> Result<Arc<Item>, Error> {
        let is_made = mode == OpenMode::Create;
        let there = self.opened(above.part, key);
        if let Some(there) = &there
            && !is_made
        {
            return Ok(there.clone());
        }
        let part = open(self.part(above.part)?)?;
        let is_changed_as = |other| {
            let open = self.opened(above.part, other).and_then(|item| self.parts.get(&item.part));
            open.is_some_and(Slot::is_writable)
        };
        let is_conflict = mode != OpenMode::Read && key.others().any(is_changed_as);
        if there.is_some() || is_conflict {
            let busy = Err(SCode::MAPI_E_BUSY.into());
            let slot = self.part(above.part)?;
            return Ok(slot.object()?.failures().note(Call::OpenProperty, busy)?);
        }
        Ok(self.add(above, Some(key), part, is_made))
    }

    /// Puts a part in, and gives the first handle of it.
    pub(crate) fn add(
        &mut self,
        above: &Arc<Item>,
        key: Option<Key>,
        part: Part,
        changed: bool,
    ) -> Arc<Item> {
        let id = PartId(self.next);
        self.next = self.next.wrapping_add(1).max(1);
        let live = Some(Live::new(&self.live.0));
        self.parts.insert(id, Slot { above: above.part, part, changed, _live: live });
        let item =
            Arc::new(Item { root: above.root.clone(), part: id, above: Some(above.clone()) });
        if let Some(key) = key {
            self.open.insert((above.part, key), (id, Arc::downgrade(&item)));
        }
        item
    }

    /// What is open of attachments that are no longer in `above` is not found any more.
    pub(crate) fn forget(&mut self, above: PartId, attachments: impl IntoIterator<Item = u32>) {
        for number in attachments {
            self.open.remove(&(above, Key::Attachment(number)));
        }
    }

    fn message(&self) -> Result<MessageObject, Error> {
        let unicode = self.flags.contains(OpenFlags::UNICODE);
        let options = options_of(&self.options, unicode, &self.budget);
        if self.is_new {
            let mut message = MessageObject::create(options)?;
            without_defaults(&mut message)?;
            return Ok(message);
        }
        let rights = match self.storage.access() {
            Access::Read => Rights::Read,
            Access::ReadWrite => Rights::Modify,
        };
        Ok(MessageObject::over(self.ground.clone(), self.budget.clone(), options, rights)?)
    }

    /// Takes out what nobody holds any more.
    fn reap(&mut self, gone: &Mutex<Vec<PartId>>) -> Vec<Slot> {
        let gone = std::mem::take(&mut *lock(gone));
        if !gone.is_empty() {
            self.open.retain(|_, (part, _)| !gone.contains(part));
        }
        gone.iter().filter_map(|part| self.parts.remove(part)).collect()
    }
}

impl Key {
    /// The other views of the same property: what is attached is bytes, a storage or a message.
    fn others(self) -> impl Iterator<Item = Key> {
        const VIEWS: [Key; 3] = [
            Key::Message,
            Key::Storage(tags::PR_ATTACH_DATA_OBJ),
            Key::Stream(tags::PR_ATTACH_DATA_BIN),
        ];
        let is_view = VIEWS.contains(&self);
        VIEWS.into_iter().filter(move |other| is_view && *other != self)
    }
}

impl Slot {
    /// Whether it can be changed.
    fn is_writable(&self) -> bool {
        match &self.part {
            Part::Message(message) => message.access() == Rights::Modify,
            Part::Attachment(attachment) => attachment.access() == Rights::Modify,
            Part::Stream { writable, .. } | Part::Storage { writable, .. } => *writable,
            Part::Table { .. } => false,
        }
    }

    /// Another number after each call that changed something in it.
    pub(crate) fn revision(&self) -> Result<u64, Error> {
        Ok(self.object()?.revision())
    }

    /// Saves it into the part above, where there is something to save then.
    pub(crate) fn save_into(
        &mut self,
        above: &mut Slot,
        save: impl FnOnce(&mut Slot, &mut Slot) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let before = above.revision()?;
        save(self, above)?;
        above.changed |= std::mem::take(&mut self.changed) || above.revision()? != before;
        Ok(())
    }

    /// As an object with properties.
    pub(crate) fn object(&self) -> Result<&dyn PropObject, Error> {
        match &self.part {
            Part::Message(message) => Ok(&**message),
            Part::Attachment(attachment) => Ok(&**attachment),
            _ => Err(Error::InvalidObject),
        }
    }

    /// As an object with properties, to be changed.
    pub(crate) fn object_mut(&mut self) -> Result<&mut dyn PropObject, Error> {
        match &mut self.part {
            Part::Message(message) => Ok(&mut **message),
            Part::Attachment(attachment) => Ok(&mut **attachment),
            _ => Err(Error::InvalidObject),
        }
    }

    pub(crate) fn message(&mut self) -> Result<&mut MessageObject, Error> {
        match &mut self.part {
            Part::Message(message) => Ok(message),
            _ => Err(Error::InvalidObject),
        }
    }

    /// The attachments, if it is a message.
    pub(crate) fn attachments(&mut self) -> Vec<u32> {
        match &mut self.part {
            Part::Message(message) => message.message_edit().attachments().to_vec(),
            _ => Vec::new(),
        }
    }

    /// Those attachments that are no longer there.
    pub(crate) fn lost(&mut self, mut before: Vec<u32>) -> Vec<u32> {
        let now = self.attachments();
        before.retain(|number| now.binary_search(number).is_err());
        before
    }

    pub(crate) fn attachment(&mut self) -> Result<&mut AttachmentObject, Error> {
        match &mut self.part {
            Part::Attachment(attachment) => Ok(attachment),
            _ => Err(Error::InvalidObject),
        }
    }

    pub(crate) fn stream(&mut self) -> Result<&mut PropStream, Error> {
        match &mut self.part {
            Part::Stream { stream, .. } => Ok(stream),
            _ => Err(Error::InvalidObject),
        }
    }
}

impl TableOf {
    /// By the property that stands for the table.
    pub(crate) fn of(tag: PropTag) -> Option<TableOf> {
        match tag {
            tags::PR_MESSAGE_RECIPIENTS => Some(TableOf::Recipients),
            tags::PR_MESSAGE_ATTACHMENTS => Some(TableOf::Attachments),
            _ => None,
        }
    }

    /// Does something with the rows of a message.
    pub(crate) fn with<T>(
        self,
        message: &MessageObject,
        wide: bool,
        act: impl FnOnce(&dyn Rows) -> T,
    ) -> T {
        match self {
            TableOf::Recipients => act(&message.recipient_rows(wide)),
            TableOf::Attachments => act(&message.attachment_rows(wide)),
        }
    }
}

impl Item {
    /// The handle of the message itself.
    pub(crate) fn top(root: Arc<Root>) -> Arc<Item> {
        Arc::new(Item { root, part: PartId::TOP, above: None })
    }

    pub(crate) fn is_top(&self) -> bool {
        self.above.is_none()
    }

    /// Opens a part, and tells those who read along; not under the lock.
    pub(crate) fn open(
        &self,
        what: &'static str,
        open: impl FnOnce(&mut State) -> Result<Arc<Item>, Error>,
    ) -> Result<Arc<Item>, Error> {
        let item = self.root.write(open)?;
        let (session_id, message_id) = (self.root.session_id, self.root.id.0);
        tracing::debug!(what, session_id, message_id, "part opened");
        Ok(item)
    }

    /// Saves it, and tells those who read along what became of it; not under the lock.
    pub(crate) fn save(
        &self,
        what: &'static str,
        save: impl FnOnce(&mut State) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let (session_id, message_id) = (self.root.session_id, self.root.id.0);
        let _span = tracing::debug_span!("save", what, session_id, message_id).entered();
        let done = self.root.write(save);
        let outcome = done.as_ref().map_or_else(Error::scode, |()| SCode::S_OK);
        tracing::debug!(what, session_id, message_id, %outcome, "save ended");
        done
    }

    /// Looks at the part.
    pub(crate) fn read<T>(&self, look: impl FnOnce(&Slot) -> Result<T, Error>) -> Result<T, Error> {
        self.root.read(self.part, look)
    }

    /// Changes the part.
    pub(crate) fn write<T>(
        &self,
        change: impl FnOnce(&mut Slot) -> Result<T, Error>,
    ) -> Result<T, Error> {
        self.root.write(|state| change(state.part(self.part)?))
    }
}

impl Drop for Item {
    fn drop(&mut self) {
        if !self.is_top() {
            lock(&self.root.gone).push(self.part);
            self.root.reap();
        }
    }
}

impl Release {
    pub(crate) fn new<T: Send + 'static>(
        data: T,
        callback: impl FnOnce(T, MessageId) + Send + 'static,
    ) -> Self {
        Release(Box::new(move |id| callback(data, id)))
    }

    /// Calls it, with no lock held; tells whether it came back.
    pub(crate) fn run(self, session_id: u64, id: MessageId) -> bool {
        tracing::debug!(session_id, message_id = id.0, "release callback");
        let outcome = catch_unwind(AssertUnwindSafe(|| (self.0)(id)));
        let Err(payload) = outcome else { return true };
        tracing::warn!(session_id, message_id = id.0, "release callback panicked");
        // What it panicked with may do so again.
        if let Err(again) = catch_unwind(AssertUnwindSafe(|| drop(payload))) {
            std::mem::forget(again);
        }
        false
    }
}

impl std::fmt::Debug for Release {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Release")
    }
}

impl Live {
    pub(crate) fn new(count: &Arc<AtomicUsize>) -> Live {
        count.fetch_add(1, Relaxed);
        Live(count.clone())
    }
}

impl Drop for Live {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Relaxed);
    }
}

/// Locks, whatever has happened to another thread that held it.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn is_empty(tree: &Overlay) -> bool {
    let mut is_empty = true;
    tree.visit(&tree.root(), &mut |_| is_empty = false);
    is_empty
}

/// A new message has only what is computed, and what its text needs to be read.
fn without_defaults(message: &mut MessageObject) -> Result<(), Error> {
    let kept = [tags::PR_MESSAGE_CODEPAGE.id(), tags::PR_INTERNET_CPID.id()];
    let computed = message.computed_tags();
    let edit = message.message_edit();
    edit.set_class_id(Guid::NULL)?;
    let all: Vec<PropId> = edit.list().map(|(tag, _)| tag.id()).collect();
    for id in all {
        if !kept.contains(&id) && !computed.iter().any(|tag| tag.id() == id) {
            edit.delete(id)?;
        }
    }
    Ok(())
}

static NEXT_MESSAGE: AtomicU64 = AtomicU64::new(1);
