//! Several sessions and a simple model of them: operations that numbers choose.
//!
//! The fuzz target `session` includes this file, and chooses other numbers.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

use openimsg_message::imapi::{OpenAccess, OpenMode, SaveFlags};
use openimsg_props::{SCode, tags};
use openimsg_session::{Attachment, Error, Message, OpenFlags, OpenOptions, Session, Stream};
use openimsg_storage::Storage;

use super::Numbers;
use super::common::{options, storage, subject};

const KEEP: SaveFlags = SaveFlags::KEEP_OPEN_READWRITE;
const NAME: openimsg_props::PropTag = tags::PR_DISPLAY_NAME;

/// What a storage holds: the subject of its message, and the name of its attachment.
#[derive(Debug, Clone, PartialEq)]
struct Content {
    subject: String,
    name: String,
    /// Another number for each save that changed something.
    version: u64,
}

struct StorageModel {
    storage: Storage,
    working: Content,
    committed: Content,
}

struct MessageModel {
    storage: usize,
    /// Nothing for one of no session.
    session: Option<usize>,
    no_commit: bool,
    open: bool,
    content: Content,
    /// Whether something was changed since the last save, whatever became of that.
    edited: bool,
    /// The version that it saved last, or opened.
    seen: u64,
    /// The version that a revert leads to, as far as it knows.
    ground: u64,
    message_handles: usize,
    attachment: Option<AttachmentModel>,
    attachment_handles: usize,
    stream_handles: usize,
    changed: bool,
    released: Arc<AtomicUsize>,
}

struct AttachmentModel {
    writable: bool,
    name: String,
    changed: bool,
}

enum Handle {
    Message(usize, Message),
    Attachment(usize, Attachment),
    Stream(usize, Stream),
}

/// Sessions, what is open in them, and what should be.
pub(crate) struct World {
    storages: Vec<StorageModel>,
    sessions: Vec<Session>,
    messages: Vec<MessageModel>,
    handles: Vec<Handle>,
    numbers: Numbers,
    /// How many versions there are.
    versions: u64,
}

fn code<T>(result: Result<T, Error>) -> SCode {
    result.err().map_or(SCode::S_OK, |error| error.scode())
}

impl World {
    pub(crate) fn new(numbers: Numbers) -> World {
        let storages = (0..2)
            .map(|_| {
                let content = Content { subject: "old".into(), name: "a.txt".into(), version: 0 };
                let (working, committed) = (content.clone(), content);
                StorageModel { storage: storage(), working, committed }
            })
            .collect();
        World {
            storages,
            sessions: (0..3).map(|_| Session::new()).collect(),
            messages: Vec::new(),
            handles: Vec::new(),
            numbers,
            versions: 0,
        }
    }

    /// One operation; then everything is as the model says.
    pub(crate) fn step(&mut self) {
        match self.numbers.below(24) {
            0..=3 => self.open(),
            4 => self.clone_one(),
            5..=7 => self.drop_one(),
            8 => self.close(),
            9 => self.storage(),
            _ => self.act(),
        }
        for (at, session) in self.sessions.iter().enumerate() {
            let mine = |m: &&MessageModel| m.session == Some(at) && m.open;
            let open: Vec<&MessageModel> = self.messages.iter().filter(mine).collect();
            assert_eq!(session.open_messages(), open.len());
            let parts: usize = open
                .iter()
                .map(|m| {
                    let stream = usize::from(m.stream_handles > 0);
                    1 + usize::from(m.attachment.is_some()) + stream
                })
                .sum();
            assert_eq!(session.open_objects(), parts);
        }
        for message in &self.messages {
            assert_eq!(message.released.load(SeqCst), usize::from(!message.open));
        }
    }

    fn open(&mut self) {
        let storage = self.numbers.below(self.storages.len());
        let session = Some(self.numbers.below(4)).filter(|at| *at < 3);
        let no_commit = self.numbers.below(3) == 0;
        let released = Arc::new(AtomicUsize::new(0));
        let flags = if no_commit { OpenFlags::NO_COMMIT } else { OpenFlags::NONE };
        let how = OpenOptions::with_flags(flags).on_release(released.clone(), |count, _| {
            count.fetch_add(1, SeqCst);
        });
        let on = &self.storages[storage];
        let message = match session {
            Some(at) => self.sessions[at].open(&on.storage, how).unwrap(),
            None => Message::on(&on.storage, how, options()).unwrap(),
        };
        let number = self.messages.len();
        self.messages.push(MessageModel {
            storage,
            session,
            no_commit,
            open: true,
            content: on.working.clone(),
            edited: false,
            seen: on.working.version,
            ground: on.working.version,
            message_handles: 1,
            attachment: None,
            attachment_handles: 0,
            stream_handles: 0,
            changed: false,
            released,
        });
        self.handles.push(Handle::Message(number, message));
    }

    fn clone_one(&mut self) {
        let Some(at) = self.any() else { return };
        let clone = match &self.handles[at] {
            Handle::Message(m, handle) => {
                self.messages[*m].message_handles += 1;
                Handle::Message(*m, handle.clone())
            }
            Handle::Attachment(m, handle) => {
                self.messages[*m].attachment_handles += 1;
                Handle::Attachment(*m, handle.clone())
            }
            Handle::Stream(m, handle) => {
                self.messages[*m].stream_handles += 1;
                Handle::Stream(*m, handle.clone())
            }
        };
        self.handles.push(clone);
    }

    fn drop_one(&mut self) {
        let Some(at) = self.any() else { return };
        let handle = self.handles.swap_remove(at);
        let model = match &handle {
            Handle::Message(m, _) => {
                self.messages[*m].message_handles -= 1;
                &mut self.messages[*m]
            }
            Handle::Attachment(m, _) => {
                self.messages[*m].attachment_handles -= 1;
                &mut self.messages[*m]
            }
            Handle::Stream(m, _) => {
                self.messages[*m].stream_handles -= 1;
                &mut self.messages[*m]
            }
        };
        if model.attachment_handles == 0 {
            model.attachment = None;
        }
        if model.message_handles + model.attachment_handles + model.stream_handles == 0 {
            model.open = false;
        }
        drop(handle);
    }

    fn close(&mut self) {
        let at = self.numbers.below(3);
        let report = self.sessions[at].close();
        let (mut closed, mut unsaved) = (0, 0);
        for message in self.messages.iter_mut().filter(|m| m.session == Some(at) && m.open) {
            let changed = message.attachment.as_ref().is_some_and(|one| one.changed);
            unsaved += usize::from(message.changed || changed);
            closed += 1;
            message.open = false;
            message.attachment = None;
        }
        assert_eq!((report.closed, report.callbacks), (closed, closed));
        assert_eq!((report.unsaved, report.panicked), (unsaved, 0));
        let refused = self.sessions[at].open(&self.storages[0].storage, OpenOptions::default());
        assert_eq!(code(refused), SCode::MAPI_E_INVALID_OBJECT);
        // Its handles are still there, and another session takes its place.
        self.sessions[at] = Session::new();
        for message in self.messages.iter_mut().filter(|m| m.session == Some(at)) {
            message.session = None;
        }
    }

    fn storage(&mut self) {
        let at = self.numbers.below(self.storages.len());
        let model = &mut self.storages[at];
        match self.numbers.below(2) {
            0 => {
                model.storage.commit().unwrap();
                model.committed = model.working.clone();
            }
            _ => {
                model.storage.revert();
                model.working = model.committed.clone();
            }
        }
        let working = subject(&model.storage.working());
        assert_eq!(working.as_ref(), Some(&model.working.subject));
    }

    fn act(&mut self) {
        let Some(at) = self.any() else { return };
        match self.handles[at] {
            Handle::Message(..) => self.act_on_message(at),
            Handle::Attachment(..) => self.act_on_attachment(at),
            Handle::Stream(m, ref stream) => {
                let expected = match self.messages[m].open {
                    true => SCode::S_OK,
                    false => SCode::MAPI_E_INVALID_OBJECT,
                };
                assert_eq!(code(stream.len()), expected);
                assert_eq!(code(stream.commit()), expected);
            }
        }
    }

    fn act_on_message(&mut self, at: usize) {
        let Handle::Message(m, handle) = &self.handles[at] else { return };
        let (m, handle) = (*m, handle.clone());
        let model = &mut self.messages[m];
        let expected = if model.open { SCode::S_OK } else { SCode::MAPI_E_INVALID_OBJECT };
        match self.numbers.below(7) {
            0 => {
                let text = format!("subject {}", self.numbers.below(1000));
                assert_eq!(code(handle.set(tags::PR_SUBJECT, text.clone())), expected);
                if model.open {
                    model.content.subject = text;
                    (model.changed, model.edited) = (true, true);
                }
            }
            1 => {
                let forced = self.numbers.below(4) == 0;
                let flags = if forced { KEEP.with(SaveFlags::FORCE_SAVE) } else { KEEP };
                let saved = code(handle.save_changes(flags));
                if !model.open {
                    assert_eq!(saved, expected);
                    return;
                }
                if std::mem::take(&mut model.edited) {
                    self.versions += 1;
                    model.content.version = self.versions;
                }
                let storage = &mut self.storages[model.storage];
                if storage.committed.version == model.seen {
                    model.ground = model.seen;
                }
                // Nobody else's save is lost without a word.
                if !forced && ![model.seen, model.ground].contains(&storage.working.version) {
                    assert_eq!(saved, SCode::MAPI_E_OBJECT_CHANGED);
                    return;
                }
                assert_eq!(saved, SCode::S_OK);
                model.changed = false;
                model.seen = model.content.version;
                storage.working = model.content.clone();
                if !model.no_commit {
                    storage.committed = storage.working.clone();
                    model.ground = model.seen;
                }
            }
            2 | 3 => {
                let access = [OpenAccess::Read, OpenAccess::Modify][self.numbers.below(2)];
                let opened = handle.open_attachment(0, None, access);
                if let Err(error) = opened {
                    assert_eq!(error.scode(), expected);
                    return;
                }
                assert!(model.open);
                let name = model.content.name.clone();
                let writable = access == OpenAccess::Modify;
                model.attachment.get_or_insert(AttachmentModel { writable, name, changed: false });
                model.attachment_handles += 1;
                self.handles.push(Handle::Attachment(m, opened.unwrap()));
            }
            4 => {
                let opened = handle.open_stream(tags::PR_BODY, OpenMode::Read);
                if let Err(error) = opened {
                    assert_eq!(error.scode(), expected);
                    return;
                }
                model.stream_handles += 1;
                self.handles.push(Handle::Stream(m, opened.unwrap()));
            }
            _ => {
                let text = handle.text(tags::PR_SUBJECT);
                if model.open {
                    assert_eq!(text.unwrap().as_ref(), Some(&model.content.subject));
                } else {
                    assert_eq!(code(text), expected);
                }
            }
        }
    }

    fn act_on_attachment(&mut self, at: usize) {
        let Handle::Attachment(m, handle) = &self.handles[at] else { return };
        let model = &mut self.messages[*m];
        let Some(attachment) = model.attachment.as_mut().filter(|_| model.open) else {
            assert_eq!(code(handle.text(NAME)), SCode::MAPI_E_INVALID_OBJECT);
            assert_eq!(code(handle.set(NAME, "x")), SCode::MAPI_E_INVALID_OBJECT);
            assert_eq!(code(handle.save_changes(KEEP)), SCode::MAPI_E_INVALID_OBJECT);
            return;
        };
        let expected = if attachment.writable { SCode::S_OK } else { SCode::MAPI_E_NO_ACCESS };
        match self.numbers.below(3) {
            0 => {
                let name = format!("name {}", self.numbers.below(1000));
                assert_eq!(code(handle.set(NAME, name.clone())), expected);
                if attachment.writable {
                    (attachment.name, attachment.changed) = (name, true);
                }
            }
            1 => {
                assert_eq!(code(handle.save_changes(KEEP)), expected);
                if attachment.writable && std::mem::take(&mut attachment.changed) {
                    model.content.name = attachment.name.clone();
                    (model.changed, model.edited) = (true, true);
                }
            }
            _ => assert_eq!(handle.text(NAME).unwrap().as_ref(), Some(&attachment.name)),
        }
    }

    fn any(&mut self) -> Option<usize> {
        match self.handles.len() {
            0 => None,
            many => Some(self.numbers.below(many)),
        }
    }

    /// Drops what is open.
    pub(crate) fn finish(&mut self) {
        while !self.handles.is_empty() {
            self.drop_one();
        }
        for message in &self.messages {
            assert!(!message.open);
            assert_eq!(message.released.load(SeqCst), 1);
        }
        for model in &self.storages {
            let working = subject(&model.storage.working());
            assert_eq!(working.as_ref(), Some(&model.working.subject));
            let committed = subject(&model.storage.committed());
            assert_eq!(committed.as_ref(), Some(&model.committed.subject));
        }
        assert!(self.sessions.iter().all(|session| session.open_objects() == 0));
    }
}
