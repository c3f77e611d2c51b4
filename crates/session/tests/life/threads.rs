//! Many threads on a few sessions: whatever happens, calls succeed or answer that the object is
//! closed, callbacks run once, and nothing is left.
//!
//! `OPENIMSG_SESSION_STRESS` says how many operations each thread does; 400 by default.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering::SeqCst};
use std::sync::{Arc, Mutex, RwLock};

use openimsg_message::imapi::{CopyOptions, Interface, OpenAccess, OpenMode, SaveFlags};
use openimsg_props::{SCode, tags};
use openimsg_session::{Attachment, Error, Message, OpenOptions, Session, Stream, Table};

use crate::common::{options, storage};
use crate::{Numbers, runs};

const KEEP: SaveFlags = SaveFlags::KEEP_OPEN_READWRITE;
const THREADS: u64 = 4;

#[derive(Clone)]
enum Handle {
    Message(Message),
    Attachment(Attachment),
    Stream(Stream),
    Table(Table),
}

struct Shared {
    sessions: Vec<RwLock<Arc<Session>>>,
    handles: Mutex<Vec<Handle>>,
    opened: AtomicU64,
    released: Arc<AtomicU64>,
    /// What was done, and how often it succeeded and found the object closed.
    covered: Mutex<BTreeMap<&'static str, [u64; 2]>>,
}

#[test]
fn nothing_breaks_in_many_threads() {
    let steps = runs("OPENIMSG_SESSION_STRESS", 400);
    let shared = Arc::new(Shared {
        sessions: (0..3).map(|_| RwLock::new(Arc::new(Session::new()))).collect(),
        handles: Mutex::default(),
        opened: AtomicU64::new(0),
        released: Arc::default(),
        covered: Mutex::default(),
    });
    let threads: Vec<_> = (0..THREADS)
        .map(|seed| {
            let shared = shared.clone();
            std::thread::spawn(move || {
                let mut numbers = Numbers::new(seed + 77);
                (0..steps).for_each(|_| shared.step(&mut numbers));
            })
        })
        .collect();
    threads.into_iter().for_each(|thread| thread.join().unwrap());
    shared.handles.lock().unwrap().clear();
    for session in &shared.sessions {
        let session = session.read().unwrap();
        session.close();
        assert_eq!((session.open_messages(), session.open_objects()), (0, 0));
    }
    assert_eq!(shared.released.load(SeqCst), shared.opened.load(SeqCst));
    println!("{THREADS} threads, {steps} operations each: done, and found closed");
    for (what, [done, closed]) in shared.covered.lock().unwrap().iter() {
        println!("  {what}: {done}, {closed}");
    }
}

impl Shared {
    fn step(&self, numbers: &mut Numbers) {
        let handle = {
            let handles = self.handles.lock().unwrap();
            match handles.len() {
                0 => None,
                many => Some(handles[numbers.below(many)].clone()),
            }
        };
        match (numbers.below(200), handle) {
            (0..=24, _) | (_, None) => self.open(numbers),
            (25..=54, _) => {
                let mut handles = self.handles.lock().unwrap();
                let at = numbers.below(handles.len());
                let dropped = (!handles.is_empty()).then(|| handles.swap_remove(at));
                drop(handles);
                drop(dropped);
            }
            (55, _) => {
                let at = numbers.below(self.sessions.len());
                let new = Arc::new(Session::new());
                let old = std::mem::replace(&mut *self.sessions[at].write().unwrap(), new);
                let report = old.close();
                assert_eq!((report.callbacks, report.panicked), (report.closed, 0));
                self.note("close a session", Ok(()));
            }
            (_, Some(Handle::Message(message))) => self.act_on_message(&message, numbers),
            (_, Some(Handle::Attachment(attachment))) => match numbers.below(3) {
                0 => self.note("set on an attachment", attachment.set(tags::PR_DISPLAY_NAME, "x")),
                1 => self.note("save an attachment", attachment.save_changes(KEEP)),
                _ => self.note("read an attachment", attachment.props(None, true).map(drop)),
            },
            (_, Some(Handle::Stream(stream))) => {
                self.note("a stream's length", stream.len().map(drop));
                self.note("commit a stream", stream.commit());
            }
            (_, Some(Handle::Table(table))) => {
                let rows = table.query_rows(5, Default::default());
                self.note("rows of a table", rows.map(drop));
            }
        }
    }

    fn open(&self, numbers: &mut Numbers) {
        let session = self.sessions[numbers.below(self.sessions.len())].read().unwrap().clone();
        let released = self.released.clone();
        let how = OpenOptions::default().on_release(released, |count, _| {
            count.fetch_add(1, SeqCst);
        });
        let opened = match numbers.below(4) {
            0 => Message::on(&storage(), how, options()),
            _ => session.open(&storage(), how),
        };
        if let Ok(message) = &opened {
            self.opened.fetch_add(1, SeqCst);
            self.handles.lock().unwrap().push(Handle::Message(message.clone()));
        }
        self.note("open", opened.map(drop));
    }

    fn act_on_message(&self, message: &Message, numbers: &mut Numbers) {
        let keep = |handle| self.handles.lock().unwrap().push(handle);
        let access = [OpenAccess::Read, OpenAccess::Modify][numbers.below(2)];
        match numbers.below(9) {
            0 => self.note("set", message.set(tags::PR_SUBJECT, "new")),
            1 => self.note("save", message.save_changes(KEEP)),
            2 => {
                let opened = message.open_attachment(0, None, access);
                self.note("open an attachment", opened.map(|one| keep(Handle::Attachment(one))));
            }
            3 => {
                let opened = message.open_stream(tags::PR_BODY, OpenMode::Read);
                self.note("open a stream", opened.map(|one| keep(Handle::Stream(one))));
            }
            4 => {
                let opened = message.attachment_table(true);
                self.note("open a table", opened.map(|one| keep(Handle::Table(one))));
            }
            5 => {
                let opened = message.open_attachment(1, None, access);
                let inner = opened.and_then(|one| one.open_message(OpenMode::Read));
                self.note(
                    "an attached message",
                    inner.and_then(|one| one.text(tags::PR_SUBJECT)).map(drop),
                );
            }
            6 => {
                let messages = |handle: &Handle| match handle {
                    Handle::Message(other) => Some(other.clone()),
                    _ => None,
                };
                let all: Vec<Message> =
                    self.handles.lock().unwrap().iter().filter_map(messages).collect();
                let other = all.get(numbers.below(all.len())).cloned();
                let interface = Some(Interface::Message);
                let how = CopyOptions { interface, ..CopyOptions::default() };
                if let Some(other) = other.filter(|other| !other.is_same(message)) {
                    let (from, to) = [(message, &other), (&other, message)][numbers.below(2)];
                    let copied = from.copy_props(&[tags::PR_SUBJECT], to, how);
                    self.note("copy", copied.map(drop));
                }
            }
            _ => self.note("read", message.props(None, true).map(drop)),
        }
    }

    /// Everything is done, or the object is closed, or it was opened to be read only.
    fn note(&self, what: &'static str, result: Result<(), Error>) {
        let closed = match result {
            Ok(()) => false,
            Err(error) => match error.scode() {
                SCode::MAPI_E_INVALID_OBJECT => true,
                SCode::MAPI_E_NO_ACCESS => false,
                code => panic!("{what}: {code}"),
            },
        };
        let mut covered = self.covered.lock().unwrap();
        covered.entry(what).or_default()[usize::from(closed)] += 1;
    }
}
