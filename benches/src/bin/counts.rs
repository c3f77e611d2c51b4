//! Each hot path once, for `cargo xtask counts`, which runs this under callgrind.
//!
//! Prints a name a line. Whatever is between two calls of [`measured`] is not counted; each call
//! ends one of callgrind's dumps, in the order of the names.

#![expect(clippy::print_stdout, clippy::unwrap_used, reason = "samples are sound")]

use std::hint::black_box;
use std::sync::Arc;

use openimsg::props::named::{NameIndex, NameMap};
use openimsg::props::{HeaderKind, PropId, PropTag, PropType, PropValue, PropertyStream};
use openimsg::storage::write::{Content, Options as WriteOptions};
use openimsg::storage::{EntryKind, Overlay, Storage};
use openimsg::{
    Budget, CodePage, CompoundFile, Limits, MessageFile, OpenOptions, Options, Session, check, rtf,
    session, tags,
};
use openimsg_benches::samples::{self, Compression};
use openimsg_benches::{ours::checksum, work};

fn main() {
    property_streams();
    values();
    names();
    storage();
    writing();
    messages();
    sessions();
    rich_text();
}

/// Runs the work once so that what is made on first use is there, and once to be counted.
fn path<T>(name: &str, work: impl Fn() -> T) {
    black_box(work());
    println!("{name}");
    measured(&|| drop(black_box(work())));
}

/// What callgrind looks for by its name.
#[inline(never)]
fn measured(work: &dyn Fn()) {
    work();
}

fn property_streams() {
    const COUNT: u32 = 1_000;
    let bytes = samples::property_stream(COUNT);
    let parse = || PropertyStream::parse(black_box(&bytes), HeaderKind::Root);
    path("property stream: iterate 1000", || {
        parse().entries().iter().fold(0, |sum, entry| sum ^ entry.tag().0)
    });
    let last = samples::property_tag(COUNT.saturating_sub(1));
    path("property stream: find the last of 1000", || parse().find(black_box(last)).is_some());
    path("property stream: miss in 1000", || parse().find(black_box(PropTag(3))).is_some());
}

fn values() {
    let ascii = "All work and no play. ".repeat(50);
    let greek = "Όλα δουλειά και καθόλου παιχνίδι. ".repeat(30);
    let page = CodePage(1253);
    let fixed = [PropType::LONG, PropType::SYSTIME, PropType::BOOLEAN, PropType::DOUBLE];
    path("decode: 4 fixed values", || {
        fixed.map(|kind| PropValue::from_fixed(black_box(kind), black_box([1; 8])).is_some())
    });
    let inputs = [
        ("decode: 1100 characters, unicode", PropType::UNICODE, utf16(&ascii)),
        ("decode: 1020 characters, unicode, Greek", PropType::UNICODE, utf16(&greek)),
        ("decode: 1100 characters, string8", PropType::STRING8, ascii.clone().into_bytes()),
        ("decode: 1020 characters, code page 1253", PropType::STRING8, {
            page.encode(&greek).unwrap().into_owned()
        }),
        ("decode: 4096 bytes", PropType::BINARY, vec![0x5A; 4096]),
        ("decode: 1000 longs", PropType::MV_LONG, vec![7; 4000]),
    ];
    for (name, kind, bytes) in inputs {
        path(name, || PropValue::from_stream(kind, black_box(&*bytes), |_| page).defect.is_none());
    }
}

fn utf16(text: &str) -> Vec<u8> {
    openimsg::props::encode_utf16le(text)
}

fn names() {
    let streams = samples::name_map(200);
    let map = NameMap::parse(&streams.guids, &streams.entries, &streams.strings);
    path("names: index of 200", || drop(NameIndex::new(black_box(&map))));
    let index = NameIndex::new(&map);
    let name = samples::named_property(199);
    path("names: name to id, indexed", || index.id_of(&map, black_box(&name)));
    path("names: id to name, indexed", || index.get(&map, black_box(PropId(0x80C7))).is_some());
}

fn storage() {
    let message = samples::message(3, 4_000, 5_000).unwrap();
    let names = samples::shuffled_names(3_000);
    let mut many = Vec::new();
    let tree = samples::many_streams(&names).unwrap();
    tree.write_to(&WriteOptions::default(), &mut many).unwrap();
    let open = |bytes| CompoundFile::open(black_box(bytes), &Budget::default()).unwrap();
    path("storage: open a message", || open(message.as_slice()).len());
    path("storage: open 3000 streams", || open(many.as_slice()).len());
    let file = open(many.as_slice());
    path("storage: find among 3000", || file.find(black_box("__substg1.0_9E3779B1")).is_some());
    path("storage: read 3000 streams", || {
        let streams = file.entries().filter(|id| file.kind(*id) == Some(EntryKind::Stream));
        streams.map(|id| checksum(&file.content(id).unwrap())).fold(0, u64::wrapping_add)
    });
}

fn writing() {
    let attachment = || Content::from(vec![0x5A; 5_000]);
    let message = samples::message_from(3, 4_000, attachment()).unwrap();
    let names = samples::shuffled_names(3_000);
    let many = samples::many_streams(&names).unwrap();
    for (name, tree) in [("write: a message", &message), ("write: 3000 streams", &many)] {
        path(name, || {
            let mut image = Vec::with_capacity(1 << 20);
            tree.write_to(&WriteOptions::default(), &mut image).unwrap()
        });
    }
    let bytes = samples::message(3, 4_000, 5_000).unwrap();
    let base = Arc::new(CompoundFile::open(bytes, &Budget::default()).unwrap());
    path("edit: one stream, and the image", || {
        let mut overlay = Overlay::new(base.clone());
        overlay.put_stream("__substg1.0_0037001F", b"n\0e\0w\0".as_slice()).unwrap();
        let mut image = Vec::with_capacity(1 << 16);
        overlay.image().unwrap().write_to(&WriteOptions::default(), &mut image).unwrap()
    });
}

fn messages() {
    let bytes = samples::message(3, 4_000, 5_000).unwrap();
    let many = samples::message(500, 4_000, 5_000).unwrap();
    let open = |bytes| MessageFile::open(black_box(bytes), Options::default()).unwrap();
    path("message: open", || open(bytes.as_slice()).message().unwrap().depth());
    path("message: open, summary", || work::summary(&open(bytes.as_slice()).message().unwrap()));
    path("message: open, summary of 500 recipients", || {
        work::summary(&open(many.as_slice()).message().unwrap())
    });
    path("message: open, every property", || {
        work::every_property(&open(bytes.as_slice()).message().unwrap())
    });
    path("message: open, check", || check(&open(bytes.as_slice())).unwrap().1);
    let file = open(bytes.as_slice());
    let message = file.message().unwrap();
    path("message: subject", || message.subject().unwrap().is_some());
}

/// `cargo xtask counts` holds the difference to a promise.
fn sessions() {
    let bytes = samples::message(3, 4_000, 5_000).unwrap();
    let file = CompoundFile::open(bytes, &Budget::default()).unwrap();
    let storage = Storage::read_only(Arc::new(file), &Limits::default());
    let edit = openimsg::edit::Options::default();
    path("session: open and close alone", || {
        drop(session::Message::on(&storage, OpenOptions::default(), edit.clone()).unwrap());
    });
    let session = Session::new();
    path("session: open and close in a session", || {
        drop(session.open(&storage, OpenOptions::default()).unwrap());
    });
    path("session: a scope", || session.scope(drop).is_ok());
    let message = session.open(&storage, OpenOptions::default()).unwrap();
    path("session: subject", || message.text(tags::PR_SUBJECT).unwrap().is_some());
    let mut open = Vec::with_capacity(1_000);
    for _ in 0..1_000 {
        open.push(session.open(&storage, OpenOptions::default()).unwrap());
    }
    path("session: one more beside 1000", || {
        drop(session.open(&storage, OpenOptions::default()).unwrap());
    });
}

fn rich_text() {
    let text = samples::rtf(20_000);
    let stored = samples::compressed_rtf(&text, Compression::Lzfu);
    path("rtf: decompress 20 kB", || {
        rtf::decompress(black_box(&stored), &Budget::default()).unwrap().rtf.len()
    });
    path("rtf: compress 20 kB", || rtf::compress(black_box(&text)).len());
    let html = samples::html(20_000);
    let of_html = rtf::encapsulate_html(&html, &rtf::Options::default());
    path("rtf: 20 kB of HTML out of it", || {
        rtf::deencapsulate(black_box(&of_html), &Budget::default()).unwrap().original
    });
    path("rtf: HTML for 20 kB", || {
        rtf::native_html(black_box(&text), &Budget::default()).unwrap().html.len()
    });
}
