//! What those who subscribe to `tracing` are told.
//!
//! One test in a process of its own: while others begin to be told too, `tracing` may take an event
//! for one that nobody wants.

#![expect(clippy::unwrap_used, reason = "a test may fail")]

#[expect(dead_code, reason = "each test needs another part of it")]
mod common;

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::{Arc, Mutex};

use openimsg_message::imapi::{OpenAccess, OpenMode, SaveFlags};
use openimsg_props::tags;
use openimsg_session::{Message, OpenOptions, Session};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use common::{options, storage};

const KEEP: SaveFlags = SaveFlags::KEEP_OPEN_READWRITE;

/// The fields of an event; its text is under `message`.
type Told = BTreeMap<&'static str, String>;

/// Keeps the events of this library's sessions.
#[derive(Clone, Default)]
struct Listener(Arc<Mutex<Vec<Told>>>);

struct Fields(Told);

impl Visit for Fields {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        let twice = self.0.insert(field.name(), format!("{value:?}"));
        assert_eq!(twice, None, "two fields of one name");
    }
}

impl Subscriber for Listener {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("openimsg_session") && metadata.is_event()
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut fields = Fields(Told::new());
        event.record(&mut fields);
        self.0.lock().unwrap().push(fields.0);
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

/// What is told while something is done, and each in short: its text, what it is about, the
/// message and the outcome.
fn told(act: impl FnOnce()) -> (Vec<Told>, Vec<String>) {
    let listener = Listener::default();
    tracing::subscriber::with_default(listener.clone(), act);
    let told = std::mem::take(&mut *listener.0.lock().unwrap());
    let short = |one: &Told| {
        let fields = ["message", "what", "outcome", "unsaved"];
        fields
            .iter()
            .filter_map(|field| Some(one.get(field)?.as_str()))
            .collect::<Vec<_>>()
            .join(" ")
    };
    let all = told.iter().map(short).collect();
    (told, all)
}

#[test]
fn each_step_is_told_with_its_session_and_message() {
    in_a_session();
    in_no_session();
}

fn in_a_session() {
    let storage = storage();
    let mut id = 0;
    let (told, short) = told(|| {
        let session = Session::new();
        let how = OpenOptions::default().on_release((), |(), _| {});
        let message = session.open(&storage, how).unwrap();
        id = message.id().0;
        message.set(tags::PR_SUBJECT, "new").unwrap();
        let attachment = message.open_attachment(1, None, OpenAccess::Modify).unwrap();
        let inner = attachment.open_message(OpenMode::Modify).unwrap();
        inner.set(tags::PR_SUBJECT, "new").unwrap();
        inner.save_changes(KEEP).unwrap();
        attachment.save_changes(KEEP).unwrap();
        message.save_changes(KEEP).unwrap();
        message.open_stream(tags::PR_BODY, OpenMode::Read).unwrap();
        message.recipient_table(true).unwrap();
        message.create_attachment().unwrap();
        message.save_changes(SaveFlags(0x4000_0000)).unwrap_err();
        session.close();
    });
    let expected = [
        "session opened",
        "message opened",
        "part opened \"attachment\"",
        "part opened \"embedded message\"",
        "save ended \"embedded message\" S_OK",
        "save ended \"attachment\" S_OK",
        "save ended \"message\" S_OK",
        "part opened \"stream\"",
        "part opened \"table\"",
        "part opened \"new attachment\"",
        "save ended \"message\" MAPI_E_UNKNOWN_FLAGS",
        "message closed false",
        "release callback",
        "session closed",
    ];
    assert_eq!(short, expected);
    let session = told.first().and_then(|first| first.get("session_id")).unwrap();
    assert_ne!(session, "0");
    for one in &told {
        assert_eq!(one.get("session_id"), Some(session), "{one:?}");
        let is_of_session = short_text(one).starts_with("session");
        let of = one.get("message_id").cloned();
        assert_eq!(of, (!is_of_session).then(|| id.to_string()), "{one:?}");
    }
}

fn short_text(told: &Told) -> &str {
    told.get("message").map_or("", String::as_str)
}

fn in_no_session() {
    let storage = storage();
    let (told, short) =
        told(|| drop(Message::on(&storage, OpenOptions::default(), options()).unwrap()));
    assert_eq!(short, ["message opened", "message closed false"]);
    assert!(told.iter().all(|one| one.get("session_id").is_some_and(|id| id == "0")));
}
