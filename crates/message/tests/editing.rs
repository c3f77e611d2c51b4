//! Making messages and editing them, through what users have.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking, and says why"
)]

#[expect(dead_code, reason = "each test needs another part of it")]
mod common;

use std::io::Read;

use common::{Item, open};
use openimsg_base::{CodePage, FileTime, Guid};
use openimsg_message::edit::{
    AttachmentEdit, Clock, Ids, MAX_ITEMS, MessageEdit, Misfits, Options, Person, State, Strings,
    TEMPLATE_CLSID,
};
use openimsg_message::{
    AttachMethod, AttachmentData, Message, MessageFile, Problem, RecipientType, check,
};
use openimsg_props::named::NamedProperty;
use openimsg_props::{
    Attributes, BuildError, Entry, NAMEID_STORAGE, PropId, PropTag, PropValue, StreamName, Text,
    guids, lids, tags,
};
use openimsg_storage::write::Content;
use openimsg_storage::{Overlay, Store};

fn options() -> Options {
    let time = FileTime::from_raw(0x01DC_0000_0000_0000);
    Options { clock: Clock::Fixed(time), ids: Ids::Seeded(7), ..Options::default() }
}

fn letter() -> MessageEdit {
    let mut message = MessageEdit::new(options()).unwrap();
    message.set_state(State::Received { read: true }).unwrap();
    message.set_subject("RE: Notes").unwrap();
    message.set_sender(&Person::smtp("Ada", "ada@example.org")).unwrap();
    message.add_recipient(RecipientType::TO, &Person::smtp("Charles", "c@example.org")).unwrap();
    message.add_recipient(RecipientType::CC, &Person::smtp("Mary", "m@example.org")).unwrap();
    message.set_html_body("<p>Hi</p>", Some("Hi")).unwrap();
    message.attach("numbers of Bernoulli.csv", b"1;2").unwrap();
    message.set_categories(["A", "B"]).unwrap();
    message
}

#[test]
fn what_is_built_is_read_back() {
    let bytes = letter().to_vec().unwrap();
    let file = MessageFile::open(bytes.as_slice(), Default::default()).unwrap();
    let message = file.message().unwrap();
    let text = |text: Option<openimsg_props::Text<'_>>| text.unwrap().text.into_owned();
    assert_eq!(text(message.subject().unwrap()), "RE: Notes");
    assert_eq!(text(message.subject_prefix().unwrap()), "RE: ");
    assert_eq!(text(message.normalized_subject().unwrap()), "Notes");
    assert_eq!(text(message.conversation_topic().unwrap()), "Notes");
    assert_eq!(text(message.display_to().unwrap()), "Charles");
    assert_eq!(text(message.display_cc().unwrap()), "Mary");
    assert_eq!(text(message.html_text().unwrap()), "<p>Hi</p>");
    assert_eq!(text(message.body().unwrap()), "Hi");
    assert_eq!(message.flags(), Some(0x13));
    assert_eq!(text(message.sender().unwrap().name), "Ada");
    assert_eq!(message.sender().unwrap(), message.representing().unwrap());
    assert_eq!((message.recipients().len(), message.attachments().len()), (2, 1));
    let attachment = message.attachments().next().unwrap().unwrap();
    assert_eq!(text(attachment.short_filename().unwrap()), "NUMBER~1.CSV");
    let keywords = message.get_named(&lids::PID_NAME_KEYWORDS).unwrap().unwrap();
    assert_eq!(keywords.value.as_texts().unwrap().len(), 2);
    assert_eq!(message.properties().header().next_recipient, 2);
    let (findings, _) = check(&file).unwrap();
    assert!(findings.is_empty(), "{findings:?}");
    assert!(message.get(tags::PR_HASATTACH).unwrap().unwrap().value.as_bool().unwrap());
}

/// The names of all streams and storages in a storage.
fn children<S: Store>(store: &S, node: &S::Node) -> Vec<String> {
    let mut names = Vec::new();
    store.visit(node, &mut |child| names.push(child.name.to_string()));
    names
}

fn root(bytes: &[u8]) -> Vec<String> {
    let file = open(bytes);
    children(file.store(), &file.store().root())
}

fn edit(item: Item) -> MessageEdit {
    MessageEdit::open(item.file(), options()).unwrap()
}

fn subject<S: Store>(message: &Message<'_, S>) -> String {
    message.subject().unwrap().unwrap().text.into_owned()
}

#[test]
fn text_keeps_the_width_of_the_message() {
    let ansi = Options { strings: Strings::Ansi(CodePage::SHIFT_JIS), ..options() };
    let mut message = MessageEdit::new(ansi).unwrap();
    message.set_subject("RE: 日本語").unwrap();
    message.set_sender(&Person::smtp("日本", "a@example.org")).unwrap();
    message.add_recipient(RecipientType::TO, &Person::smtp("語", "b@example.org")).unwrap();
    message.set_categories(["日", "本"]).unwrap();
    let bytes = message.to_vec().unwrap();
    let mut again = MessageEdit::open(bytes, options()).unwrap();
    assert!(!again.is_unicode());
    again.set(tags::PR_BODY, "本文").unwrap();
    let bytes = again.to_vec().unwrap();
    let file = open(&bytes);
    let message = file.message().unwrap();
    assert_eq!(subject(&message), "RE: 日本語");
    assert_eq!(message.body().unwrap().unwrap().as_str(), "本文");
    assert_eq!(message.display_to().unwrap().unwrap().as_str(), "語");
    assert_eq!(check(&file).unwrap().0.len(), 0);
    assert!(root(&bytes).iter().all(|name| !name.ends_with("001F")));
    let mask = message.long(tags::PR_STORE_SUPPORT_MASK.id()).unwrap();
    assert_eq!(mask & 0x4_0000, 0);
}

/// Pins a bug: pages that readers do not take for 8-bit text were accepted, and read as 1252.
#[test]
fn every_page_that_is_accepted_is_read_back() {
    let mut refused = Vec::new();
    for page in CodePage::known() {
        let ansi = Options { strings: Strings::Ansi(page), ..options() };
        let mut message = match MessageEdit::new(ansi) {
            Ok(message) => message,
            Err(error) => {
                let lacks_ascii = matches!(error.problem(), Problem::Value(BuildError::NoAscii(_)));
                assert_eq!(lacks_ascii, page.is_supported(), "{error}");
                refused.push(page.0);
                continue;
            }
        };
        message.set_subject("RE: {~}").unwrap();
        assert_eq!(subject(&open(&message.to_vec().unwrap()).message().unwrap()), "RE: {~}");
    }
    for page in [1200, 1201, 65000, 50220, 37, 1361] {
        assert!(refused.contains(&page), "{page}");
    }
    let without = CodePage::known().filter(|page| !page.is_ascii_superset()).count();
    assert_eq!(refused.len(), without);
}

#[test]
fn what_does_not_fit_a_page_is_refused_or_replaced() {
    let ansi = Options { strings: Strings::Ansi(CodePage::WINDOWS_1252), ..options() };
    let mut message = MessageEdit::new(ansi.clone()).unwrap();
    let error = message.set_subject("a ☃").unwrap_err();
    assert_eq!(
        error.to_string(),
        "property 0037001E: character 2 of the text does not fit into code page 1252"
    );
    assert!(!format!("{error:?}").contains('☃'));
    assert!(!message.has(tags::PR_SUBJECT.id()));
    let replacing = Options { misfits: Misfits::Replace, ..ansi };
    let mut message = MessageEdit::new(replacing).unwrap();
    message.set_subject("a ☃").unwrap();
    assert_eq!(message.text(tags::PR_SUBJECT.id()).unwrap().unwrap(), "a ?");
}

#[test]
fn another_type_replaces_a_value_with_all_its_streams() {
    let id = PropId(0x6701);
    let texts = PropValue::MvUnicode(["a", "b", "c"].map(Text::new).to_vec());
    let item = Item::message("x").set(PropTag(0x6701_101F), texts.into_owned());
    let mut message = edit(item);
    let items = |message: &mut MessageEdit| {
        let names = root(&message.to_vec().unwrap());
        names.into_iter().filter(|name| name.contains("_6701")).collect::<Vec<_>>()
    };
    assert_eq!(items(&mut message).len(), 4);
    message.set(PropTag(0x6701_101F), PropValue::MvUnicode(vec![Text::new("z")])).unwrap();
    assert_eq!(items(&mut message), ["__substg1.0_6701101F", "__substg1.0_6701101F-00000000"]);
    message.set(PropTag(0x6701_001F), "text").unwrap();
    assert_eq!(items(&mut message), ["__substg1.0_6701001F"]);
    message.set(PropTag(0x6701_0003), 7).unwrap();
    assert_eq!(items(&mut message), [""; 0]);
    assert_eq!(message.get(id).unwrap(), Some(PropValue::Long(7)));
    assert!(message.delete(id).unwrap() && !message.delete(id).unwrap());
    let error = message.set(PropTag(0x6701_0003), "text").unwrap_err();
    assert!(matches!(error.problem(), Problem::Type { .. }), "{error}");
}

#[test]
fn what_nobody_knows_and_what_is_damaged_stays() {
    let twice = |value| Entry::new(PropTag(0x6702_0003), Attributes(0x1234), [value; 8]);
    let item = Item::message("old")
        .stream("__substg1.0_67FF0BAD", b"unknown type")
        .stream("notes of mine", b"unknown name")
        .entry(twice(1))
        .entry(Entry::new(PropTag(0x6703_0003), Attributes(7), [9; 8]))
        .entry(twice(2));
    let mut message = edit(item);
    message.set_subject("new").unwrap();
    let bytes = message.to_vec().unwrap();
    let names = root(&bytes);
    for name in ["__substg1.0_67FF0BAD", "notes of mine"] {
        assert!(names.iter().any(|other| other == name), "{name}");
    }
    let file = open(&bytes);
    let message = file.message().unwrap();
    let entries: Vec<_> = message.properties().entries().to_vec();
    let odd = |entry: &&Entry| entry.tag().id().0 & 0xFF00 == 0x6700;
    let values: Vec<_> = entries.iter().filter(odd).map(|entry| entry.fixed()[0]).collect();
    assert_eq!(values, [1, 9, 2]);

    let mut again = MessageEdit::open(bytes, options()).unwrap();
    again.set(PropTag(0x6702_0003), 5).unwrap();
    let bytes = again.to_vec().unwrap();
    let file = open(&bytes);
    let message = file.message().unwrap();
    let of = |entry: &&Entry| entry.tag().id() == PropId(0x6702);
    let properties = message.properties();
    let left: Vec<_> = properties.entries().iter().filter(of).copied().collect();
    let tag = PropTag(0x6702_0003);
    assert_eq!(left, [Entry::new(tag, Attributes(0x1234), [5, 0, 0, 0, 0, 0, 0, 0])]);
}

#[test]
fn a_deleted_property_that_is_set_again_is_where_it_was() {
    let item = || Item::message("x").set(PropTag(0x6701_0003), 1).set(PropTag(0x6702_0003), 2);
    let mut set = edit(item());
    set.set(PropTag(0x6701_0003), 7).unwrap();
    let mut anew = edit(item());
    anew.delete(PropId(0x6701)).unwrap();
    anew.set(PropTag(0x6701_0003), 7).unwrap();
    assert!(set.to_vec().unwrap() == anew.to_vec().unwrap());
}

#[test]
fn numbers_are_not_given_twice() {
    let mut message = letter();
    message.to_vec().unwrap();
    message.remove_attachment(0).unwrap();
    assert!(matches!(message.remove_attachment(0).unwrap_err().problem(), Problem::NotFound));
    assert!(matches!(message.attachment(0).unwrap_err().problem(), Problem::NotFound));
    let mut message = MessageEdit::open(message.to_vec().unwrap(), options()).unwrap();
    assert_eq!(message.get(tags::PR_HASATTACH.id()).unwrap(), Some(PropValue::Boolean(false)));
    assert_eq!(message.attach("b", b"b").unwrap(), 1);
    message.remove_attachment(1).unwrap();
    let bytes = message.to_vec().unwrap();
    let file = open(&bytes);
    let header = file.message().unwrap().properties().header();
    assert_eq!((header.next_attachment, header.attachment_count), (2, 0));
    assert_eq!(file.message().unwrap().flags().unwrap() & 0x10, 0);
}

#[test]
fn numbers_are_closed_up() {
    let mut message = letter();
    for name in ["b", "c", "d"] {
        message.attach(name, name.as_bytes()).unwrap();
    }
    let count = message.recipients().len();
    message.add_recipient(RecipientType::CC, &Person::smtp("Last", "last@example.org")).unwrap();
    message.remove_attachment(0).unwrap();
    message.remove_attachment(2).unwrap();
    message.remove_recipient(0).unwrap();
    let mut message = MessageEdit::open(message.to_vec().unwrap(), options()).unwrap();
    assert_eq!(message.attachments(), [1, 3]);
    let open_one = message.attachment(1).unwrap();
    assert!(!message.renumber().unwrap());
    assert_eq!(message.attachments(), [1, 3]);
    drop(open_one);
    assert!(message.renumber().unwrap());
    assert_eq!(message.attachments(), [0, 1]);
    assert_eq!(message.attach("e", b"e").unwrap(), 2);

    let bytes = message.to_vec().unwrap();
    let file = open(&bytes);
    let read = file.message().unwrap();
    let header = read.properties().header();
    assert_eq!((header.next_attachment, header.attachment_count), (3, 3));
    let count = u32::try_from(count).unwrap();
    assert_eq!((header.next_recipient, header.recipient_count), (count, count));
    for (number, (attachment, name)) in (0..).zip(read.attachments().zip(["b", "d", "e"])) {
        let attachment = attachment.unwrap();
        assert_eq!(attachment.number(), number);
        assert_eq!(attachment.name().unwrap().unwrap().as_str(), name);
        assert_eq!(attachment.long(tags::PR_ATTACH_NUM.id()), Some(number.cast_signed()));
        let key = attachment.binary(tags::PR_RECORD_KEY.id()).unwrap().unwrap();
        assert_eq!(key.to_vec(), number.to_le_bytes());
    }
    for (number, recipient) in (0..).zip(read.recipients()) {
        assert_eq!(recipient.unwrap().long(tags::PR_ROWID.id()), Some(number));
    }
    let (defects, _) = check(&file).unwrap();
    assert_eq!(defects.len(), 0);
    // Nothing to do, nothing done.
    let mut message = MessageEdit::open(bytes.clone(), options()).unwrap();
    assert!(message.renumber().unwrap());
    assert_eq!(message.to_vec().unwrap(), bytes);
}

#[test]
fn there_is_a_limit_to_recipients() {
    let mut message = MessageEdit::new(options()).unwrap();
    for _ in 0..MAX_ITEMS {
        message.new_recipient().unwrap().save(&mut message).unwrap();
    }
    let error = message.new_recipient().unwrap_err();
    assert!(matches!(error.problem(), Problem::TooMany { max: 2048 }));
    message.remove_recipient(5).unwrap();
    assert_eq!(message.new_recipient().unwrap().number(), 2048);
}

fn name_of(message: &MessageEdit) -> String {
    let attachment = message.attachment(0).unwrap();
    attachment.text(tags::PR_ATTACH_LONG_FILENAME.id()).unwrap().unwrap()
}

#[test]
fn parts_are_saved_into_their_own_message_only() {
    let (mut one, mut other) = (letter(), letter());
    let mut attachment = one.attachment(0).unwrap();
    attachment.set_file_name("renamed.txt").unwrap();
    let error = attachment.save(&mut other).unwrap_err();
    assert_eq!(error.to_string(), "attachment 0: it is part of another message");
    assert_eq!(name_of(&one), "numbers of Bernoulli.csv", "not saved yet");
    attachment.save(&mut one).unwrap();
    assert_eq!(name_of(&one), "renamed.txt");
}

#[test]
fn names_are_added_after_those_that_are_there() {
    let mut message = letter();
    let first = message.to_vec().unwrap();
    let mut again = MessageEdit::open(first.clone(), options()).unwrap();
    let header = NamedProperty::name(guids::PS_INTERNET_HEADERS, "X-New");
    again.set_named(&header, "yes").unwrap();
    let id = again.id_of(&header).unwrap().unwrap();
    assert_eq!(id, PropId(0x8001));
    assert_eq!(again.name_of(id).unwrap().unwrap().set, guids::PS_INTERNET_HEADERS);
    let second = again.to_vec().unwrap();
    let stream = |bytes: &[u8], tag| {
        let file = open(bytes);
        let storage = file.store().find(NAMEID_STORAGE).unwrap();
        let stream = Store::child(file.store(), &storage, StreamName::value(PropTag(tag)).as_str());
        Store::content(file.store(), &stream.unwrap()).unwrap().to_vec()
    };
    for tag in [0x0002_0102, 0x0003_0102, 0x0004_0102, 0x1015_0102] {
        let (before, after) = (stream(&first, tag), stream(&second, tag));
        assert!(after.starts_with(&before), "{tag:x}");
    }
    let file = open(&second);
    let message = file.message().unwrap();
    assert!(message.get_named(&header).unwrap().is_some());
    assert!(message.get_named(&lids::PID_NAME_KEYWORDS).unwrap().is_some());
    assert_eq!(check(&file).unwrap().0.len(), 0);
    let mut again = MessageEdit::open(second, options()).unwrap();
    assert!(again.delete_named(&header).unwrap());
    assert!(!again.delete_named(&NamedProperty::lid(guids::PSETID_TASK, 1)).unwrap());
}

#[test]
fn the_order_of_edits_leaves_no_trace() {
    let names = [
        NamedProperty::name(guids::PS_PUBLIC_STRINGS, "b"),
        NamedProperty::name(guids::PS_PUBLIC_STRINGS, "a"),
        NamedProperty::lid(guids::PSETID_TASK, 0x8101),
    ];
    let build = |order: [usize; 3]| {
        let mut message = MessageEdit::new(options()).unwrap();
        for (number, at) in order.into_iter().enumerate() {
            match number {
                1 => message.set_subject("subject").unwrap(),
                _ => message.set_importance(2).unwrap(),
            }
            message.set_named(&names[at], PropValue::Long(i32::try_from(at).unwrap())).unwrap();
        }
        let mut attachment = message.new_attachment().unwrap();
        attachment.set_file("a", b"a").unwrap();
        attachment.set_named(&names[order[0]], "x").unwrap();
        attachment.delete_named(&names[order[0]]).unwrap();
        attachment.set_named(&names[0], "first").unwrap();
        attachment.save(&mut message).unwrap();
        drop(attachment);
        message.to_vec().unwrap()
    };
    let bytes = build([0, 1, 2]);
    for order in [[2, 1, 0], [1, 0, 2], [1, 2, 0]] {
        assert!(build(order) == bytes, "{order:?}");
    }
    let file = open(&bytes);
    let message = file.message().unwrap();
    for (at, name) in names.iter().enumerate() {
        let value = message.get_named(name).unwrap().unwrap().value;
        assert_eq!(value, PropValue::Long(i32::try_from(at).unwrap()));
    }
}

#[test]
fn what_was_set_by_hand_is_not_computed() {
    let time = FileTime::from_raw(0x01D0_0000_0000_0000);
    let mut message = letter();
    message.set(tags::PR_DISPLAY_TO, "someone").unwrap();
    message.set(tags::PR_LAST_MODIFICATION_TIME, time).unwrap();
    message.set_subject_prefix("RE: N").unwrap();
    message.set(tags::PR_CONVERSATION_TOPIC, "topic").unwrap();
    let file = message.snapshot().unwrap();
    let message = file.message().unwrap();
    assert_eq!(message.display_to().unwrap().unwrap().as_str(), "someone");
    assert_eq!(message.display_cc().unwrap().unwrap().as_str(), "Mary");
    assert_eq!(message.last_modification_time(), Some(time));
    assert_eq!(message.normalized_subject().unwrap().unwrap().as_str(), "otes");
    assert_eq!(message.conversation_topic().unwrap().unwrap().as_str(), "topic");
}

#[test]
fn drafts_have_rtf_for_their_html() {
    let build = |state| {
        let mut message = MessageEdit::new(options()).unwrap();
        message.set_html_body("<p>Grüße \u{1F600}</p>", None).unwrap();
        message.set_state(state).unwrap();
        message.snapshot().unwrap()
    };
    let file = build(State::Draft);
    let message = file.message().unwrap();
    assert!(message.is_draft());
    let rtf = message.rtf().unwrap().unwrap().rtf;
    assert!(rtf.windows(10).any(|word| word == b"\\fromhtml1"));
    assert_eq!(message.boolean(tags::PR_RTF_IN_SYNC.id()), Some(true));
    assert!(message.body().unwrap().unwrap().as_str().starts_with("Grüße \u{1F600}"));
    let file = build(State::Received { read: false });
    let message = file.message().unwrap();
    assert!(message.rtf().unwrap().is_none());
    assert_eq!(message.html_text().unwrap().unwrap().as_str(), "<p>Grüße \u{1F600}</p>");

    let mut message = letter();
    message.set_rtf_body(b"{\\rtf1 hello}", None).unwrap();
    let file = message.snapshot().unwrap();
    let message = file.message().unwrap();
    assert!(message.html().unwrap().is_none());
    assert_eq!(message.body().unwrap().unwrap().as_str(), "hello");
    let mut message = letter();
    message.set_text_body("plain").unwrap();
    let file = message.snapshot().unwrap();
    assert!(file.message().unwrap().html().unwrap().is_none());
}

#[test]
fn attachments_of_every_kind() {
    let mut message = letter();
    let new = |message: &mut MessageEdit, fill: &dyn Fn(&mut AttachmentEdit)| {
        let mut attachment = message.new_attachment().unwrap();
        fill(&mut attachment);
        attachment.save(message).unwrap();
    };
    // Streamed, and shown in the HTML.
    new(&mut message, &|attachment| {
        let content = Content::reader(100_000, || Ok(std::io::repeat(7).take(100_000)));
        attachment.set_file("image.png", content).unwrap();
        attachment.set_mime_type("image/png").unwrap();
        attachment.set_inline("image@1").unwrap();
    });
    new(&mut message, &|attachment| {
        attachment.set_web_reference("page", "https://example.org/page").unwrap();
    });
    // The storage of another application.
    let class = Guid::from_u128(0x0003000C_0000_0000_C000_000000000046);
    let mut ole = Overlay::empty();
    ole.set_clsid("", class).unwrap();
    ole.create_stream("\u{1}Ole", b"data").unwrap();
    new(&mut message, &|attachment| attachment.set_storage(&ole).unwrap());
    // A message in a message in the message.
    let mut outer = message.new_attachment().unwrap();
    let mut embedded = outer.new_message().unwrap();
    embedded.set_subject("inner").unwrap();
    let mut within = embedded.new_attachment().unwrap();
    let mut deepest = within.new_message().unwrap();
    deepest.set_subject("deepest").unwrap();
    deepest.save(&mut within).unwrap();
    within.save(&mut embedded).unwrap();
    embedded.save(&mut outer).unwrap();
    outer.save(&mut message).unwrap();

    let bytes = message.to_vec().unwrap();
    let file = open(&bytes);
    let (findings, _) = check(&file).unwrap();
    assert!(findings.is_empty(), "{findings:?}");
    let message = file.message().unwrap();
    let attachments: Vec<_> = message.attachments().map(Result::unwrap).collect();
    let AttachmentData::Bytes { size, .. } = attachments[1].data().unwrap() else { unreachable!() };
    assert_eq!(size, 100_000);
    assert_eq!(attachments[1].content_id().unwrap().unwrap().as_str(), "image@1");
    assert_eq!(attachments[1].boolean(tags::PR_ATTACHMENT_HIDDEN.id()), Some(true));
    assert_eq!(attachments[2].method(), Some(AttachMethod::BY_WEB_REFERENCE));
    let AttachmentData::Reference(address) = attachments[2].data().unwrap() else { unreachable!() };
    assert_eq!(address.as_str(), "https://example.org/page");
    let AttachmentData::Storage { storage } = attachments[3].data().unwrap() else {
        unreachable!()
    };
    assert_eq!(Store::stat(file.store(), &storage).unwrap().clsid, class);
    assert_eq!(children(file.store(), &storage), ["\u{1}Ole"]);
    let inner = attachments[4].message().unwrap().unwrap();
    assert_eq!(subject(&inner), "inner");
    assert_eq!(attachments[4].display_name().unwrap().unwrap().as_str(), "inner");
    let within = inner.attachments().next().unwrap().unwrap();
    assert_eq!(subject(&within.message().unwrap().unwrap()), "deepest");

    // Changed in place, one level down.
    let mut message = MessageEdit::open(bytes.clone(), options()).unwrap();
    let mut outer = message.attachment(4).unwrap();
    let mut embedded = outer.message().unwrap().unwrap();
    embedded.set_subject("changed").unwrap();
    embedded.save(&mut outer).unwrap();
    outer.save(&mut message).unwrap();
    let file = message.snapshot().unwrap();
    let inner = file.message().unwrap().attachments().nth(4).unwrap().unwrap();
    assert_eq!(subject(&inner.message().unwrap().unwrap()), "changed");
}

#[test]
fn a_template_is_a_message_of_another_class() {
    let mut message = letter();
    message.set_class_id(TEMPLATE_CLSID).unwrap();
    let bytes = message.to_vec().unwrap();
    let again = MessageEdit::open(bytes.clone(), options()).unwrap().to_vec().unwrap();
    for bytes in [bytes, again] {
        let file: MessageFile<_> = open(&bytes);
        let stat = Store::stat(file.store(), &file.store().root()).unwrap();
        assert_eq!(stat.clsid, TEMPLATE_CLSID);
    }
}
