//! Editing every message of the corpus: what is not touched stays byte for byte.

#![expect(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::print_stdout,
    reason = "a test fails by panicking, and says why"
)]

#[expect(dead_code, reason = "each test needs another part of it")]
mod common;

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use common::{corpus, open};
use openimsg_base::{FileTime, Guid};
use openimsg_message::edit::{Clock, Ids, MessageEdit, Options, Person};
use openimsg_message::{Message, RecipientType, diff};
use openimsg_props::{Entry, HeaderKind, PROPERTIES_STREAM, PropertyStream, StreamName, tags};
use openimsg_storage::{EntryKind, Store};

fn options() -> Options {
    let time = FileTime::from_raw(0x01DC_0000_0000_0000);
    Options { clock: Clock::Fixed(time), ids: Ids::Seeded(7), ..Options::default() }
}

/// Everything in a storage, by path.
#[derive(Debug, PartialEq, Eq, Clone)]
struct Element {
    clsid: Guid,
    state_bits: u32,
    times: (FileTime, FileTime),
    /// Nothing for storages, and for streams that cannot be read.
    content: Option<Vec<u8>>,
}

fn elements<S: Store>(store: &S) -> BTreeMap<String, Element> {
    let mut all = BTreeMap::new();
    let mut open = vec![(String::new(), store.root())];
    while let Some((path, node)) = open.pop() {
        let stat = store.stat(&node).unwrap();
        let content = match stat.kind {
            EntryKind::Stream => store.content(&node).ok().map(|content| content.to_vec()),
            EntryKind::Storage => {
                store.visit(&node, &mut |child| {
                    open.push((format!("{path}/{}", child.name), child.node));
                });
                None
            }
        };
        let times = (stat.created, stat.modified);
        all.insert(
            path,
            Element { clsid: stat.clsid, state_bits: stat.state_bits, times, content },
        );
    }
    all
}

/// Messages that can be opened for editing.
fn messages() -> Option<impl Iterator<Item = (String, Vec<u8>, MessageEdit)>> {
    let files = corpus()?;
    Some(files.into_iter().filter_map(|(name, bytes)| {
        let message = MessageEdit::open(bytes.clone(), options()).ok()?;
        Some((name, bytes, message))
    }))
}

#[test]
fn nothing_changes_without_an_edit() {
    let Some(messages) = messages() else { return };
    let mut count = 0;
    for (name, bytes, mut message) in messages {
        assert!(!message.finish().unwrap().is_changed(), "{name}");
        let Ok(written) = message.to_vec() else {
            assert!(name.starts_with("bad-"), "{name}");
            continue;
        };
        assert!(elements(open(&bytes).store()) == elements(open(&written).store()), "{name}");
        count += 1;
    }
    println!("{count} messages");
}

#[test]
fn another_subject_changes_what_must_follow() {
    let Some(messages) = messages() else { return };
    for (name, bytes, mut message) in messages {
        let had = message.has(tags::PR_SUBJECT.id());
        let wide = message.is_unicode();
        message.set_subject("RE: Quite another subject").unwrap();
        let Ok(written) = message.to_vec() else {
            assert!(name.starts_with("bad-"), "{name}");
            continue;
        };
        let (before, after) = (open(&bytes), open(&written));
        let new = after.message().unwrap();
        let text = new.subject().unwrap().unwrap();
        assert_eq!(text.as_str(), "RE: Quite another subject", "{name}");
        let normalized = new.normalized_subject().unwrap().unwrap();
        assert_eq!(normalized.as_str(), "Quite another subject", "{name}");
        let expected = if wide { tags::PR_SUBJECT } else { tags::PR_SUBJECT_A };
        assert!(new.get(expected).unwrap().is_some(), "{name}");

        let ids = [0x0037, 0x003D, 0x0E1D];
        let (old, new) = (elements(before.store()), elements(after.store()));
        let about = |path: &str| {
            let tag = StreamName::parse(path.trim_start_matches('/')).map(|(tag, _)| tag.id().0);
            path == format!("/{PROPERTIES_STREAM}") || tag.is_some_and(|id| ids.contains(&id))
        };
        let rest = |all: &BTreeMap<String, Element>| {
            let mut all = all.clone();
            all.retain(|path, _| !about(path));
            all
        };
        assert!(rest(&old) == rest(&new), "{name}");

        let path = format!("/{PROPERTIES_STREAM}");
        let (old, new) = (old[&path].content.clone(), new[&path].content.clone());
        let (old, new) = (old.unwrap(), new.unwrap());
        let entries = |bytes: &[u8]| -> Vec<Entry> {
            let stream = PropertyStream::parse(bytes, HeaderKind::Root);
            stream.entries().to_vec()
        };
        let untouched = |entries: Vec<Entry>| -> Vec<Entry> {
            let is = |entry: &Entry| {
                [0x0037, 0x003D, 0x0E1D, 0x0E07, 0x3008].contains(&entry.tag().id().0)
            };
            entries.into_iter().filter(|entry| !is(entry)).collect()
        };
        assert_eq!(old[..32], new[..32], "{name}");
        assert_eq!(untouched(entries(&old)), untouched(entries(&new)), "{name}");
        // What was there stays where it was.
        let order = |bytes: &[u8]| -> Vec<_> {
            entries(bytes).iter().map(|entry| entry.tag().id()).collect()
        };
        if had {
            let mut seen = order(&new);
            seen.retain(|id| order(&old).contains(id));
            let mut unique = order(&old);
            let mut known = Vec::new();
            unique.retain(|id| {
                let is_new = !known.contains(id) || !ids.contains(&id.0);
                known.push(*id);
                is_new
            });
            assert_eq!(seen, unique, "{name}");
        }
    }
}

#[test]
fn recipients_and_attachments_come_and_go() {
    let Some(messages) = messages() else { return };
    for (name, bytes, mut message) in messages {
        let before = open(&bytes);
        let old = before.message().unwrap();
        let header = old.properties().header();
        let (recipients, attachments) =
            (message.recipients().to_vec(), message.attachments().to_vec());
        let person = Person::smtp("Someone Else", "else@example.org");
        let number = message.add_recipient(RecipientType::BCC, &person).unwrap();
        assert!(!recipients.contains(&number) && number >= header.next_recipient, "{name}");
        let attached = message.attach("a new file.txt", b"new").unwrap();
        assert!(!attachments.contains(&attached), "{name}");
        for number in &attachments {
            message.remove_attachment(*number).unwrap();
        }
        let Ok(written) = message.to_vec() else {
            assert!(name.starts_with("bad-"), "{name}");
            continue;
        };
        let after = open(&written);
        let new = after.message().unwrap();
        let header = new.properties().header();
        assert_eq!(new.recipients().len(), recipients.len() + 1, "{name}");
        assert_eq!(usize::try_from(header.recipient_count).unwrap(), recipients.len() + 1);
        assert_eq!((new.attachments().len(), header.attachment_count), (1, 1), "{name}");
        assert_eq!(header.next_attachment, attached + 1, "{name}");
        assert!(new.flags().is_none_or(|flags| flags & 0x10 != 0), "{name}");
        let bcc = new.display_bcc().unwrap().unwrap();
        assert!(bcc.as_str().ends_with("Someone Else"), "{name}");
    }
}

#[test]
fn other_numbers_are_no_difference() {
    let Some(messages) = messages() else { return };
    let mut moved = 0;
    for (name, _, mut message) in messages {
        for number in message.recipients().iter().copied().step_by(2).collect::<Vec<_>>() {
            message.remove_recipient(number).unwrap();
        }
        for number in message.attachments().iter().copied().step_by(2).collect::<Vec<_>>() {
            message.remove_attachment(number).unwrap();
        }
        let Ok(with_gaps) = message.to_vec() else {
            assert!(name.starts_with("bad-"), "{name}");
            continue;
        };
        moved += message.recipients().len() + message.attachments().len();
        assert!(message.renumber().unwrap(), "{name}");
        let written = message.to_vec().unwrap();
        let (before, after) = (open(&with_gaps), open(&written));
        let (before, after) = (before.message().unwrap(), after.message().unwrap());
        // A file that says to have attachments and has none says the truth from then on.
        let claimed = usize::try_from(before.properties().header().attachment_count).unwrap();
        if claimed == before.attachments().len() {
            assert_eq!(differences(&before, &after), [""; 0], "{name}");
        }
        let header = after.properties().header();
        let counts = [after.recipients().len(), after.attachments().len()];
        let next = [header.next_recipient, header.next_attachment];
        assert_eq!(next.map(|next| usize::try_from(next).unwrap()), counts, "{name}");
    }
    assert!(moved > 200, "{moved}");
}

/// What differs, for people.
fn differences<A: Store, B: Store>(left: &Message<'_, A>, right: &Message<'_, B>) -> Vec<String> {
    let mut found = Vec::new();
    let options = diff::Options { attributes: true, compressed_rtf: true, ..Default::default() };
    let outcome = diff::compare(left, right, &options, |difference| {
        found.push(format!("{difference:?}"));
        ControlFlow::Continue(())
    });
    outcome.unwrap();
    found
}

#[test]
fn what_is_taken_out_can_be_put_in_again() {
    let Some(messages) = messages() else { return };
    let (mut taken, mut put) = (0, 0);
    for (name, bytes, message) in messages {
        let file = open(&bytes);
        for number in message.attachments() {
            let Ok(attachment) = message.attachment(*number) else { continue };
            let Ok(Some(mut extracted)) = attachment.extract() else { continue };
            let written = extracted.to_vec().unwrap();
            let alone = open(&written);
            let inner = file.message().unwrap().attachments().find_map(|attachment| {
                let attachment = attachment.unwrap();
                (attachment.number() == *number).then(|| attachment.message().unwrap().unwrap())
            });
            let mut found = differences(&inner.unwrap(), &alone.message().unwrap());
            // Only a file of its own must say how it stores text.
            found.retain(|difference| !difference.contains("340D") && !difference.contains("3FFD"));
            assert_eq!(found, [""; 0], "{name}");
            taken += 1;

            // Into a file that knows other names.
            let mut other = MessageEdit::new(options()).unwrap();
            other.set_categories(["one"]).unwrap();
            let at = other.embed(extracted.finish().unwrap()).unwrap();
            let again = other.attachment(at).unwrap().extract().unwrap().unwrap().to_vec().unwrap();
            let again = open(&again);
            let found = differences(&alone.message().unwrap(), &again.message().unwrap());
            assert_eq!(found, [""; 0], "{name}");
        }
        // The whole file, too.
        let mut other = MessageEdit::new(options()).unwrap();
        other.set_categories(["one"]).unwrap();
        let mut message = message;
        let at = match other.embed(message.finish().unwrap()) {
            Ok(at) => at,
            Err(error) if name.starts_with("bad-") => {
                println!("{name}: {error}");
                continue;
            }
            Err(error) => panic!("{name}: {error}"),
        };
        let again = other.attachment(at).unwrap().extract().unwrap().unwrap().to_vec();
        let Ok(again) = again else {
            assert!(name.starts_with("bad-"), "{name}");
            continue;
        };
        let again = open(&again);
        let mut found = differences(&file.message().unwrap(), &again.message().unwrap());
        found.retain(|difference| !difference.contains("340D") && !difference.contains("3FFD"));
        // A template that was embedded is a message.
        found.retain(|difference| !difference.contains("what: Element { path: []"));
        if !name.starts_with("bad-") {
            assert_eq!(found, [""; 0], "{name}");
        }
        put += 1;
    }
    println!("{taken} taken out, {put} put in");
}
