//! What Outlook wants of a file: a clean message gives no warning, and each rule has a message
//! that breaks it and no other.
#![expect(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::print_stdout,
    reason = "a test fails by panicking, and says why"
)]

#[expect(dead_code, reason = "each test needs another part of it")]
mod common;

use std::collections::BTreeMap;

use common::{DATA_OBJECT, Item, corpus, open, write};
use openimsg_base::Guid;
use openimsg_message::outlook::{RULES, judge, rule_of};
use openimsg_message::{MessageFile, Path};
use openimsg_props::named::{NameMapBuilder, NamedProperty};
use openimsg_props::{
    Attributes, Entry, HeaderKind, ObjectKind, PropTag, PropType, PropValue, StreamName, guids,
    tags,
};
use openimsg_storage::write::StorageBuilder;

fn text(item: Item, tag: PropTag, text: &'static str) -> Item {
    item.set(tag, text)
}

/// A received message without recipients and attachments.
fn bare() -> Item {
    let time = openimsg_base::FileTime::from_raw(133_966_116_000_000_000);
    Item::new()
        .set(tags::PR_STORE_SUPPORT_MASK, 0x0004_0E79)
        .set(tags::PR_MESSAGE_CLASS, "IPM.Note")
        .set(tags::PR_MESSAGE_FLAGS, 1)
        .set(tags::PR_SUBJECT, "RE: a")
        .set(tags::PR_SUBJECT_PREFIX, "RE: ")
        .set(tags::PR_NORMALIZED_SUBJECT, "a")
        .set(tags::PR_CLIENT_SUBMIT_TIME, time)
        .set(tags::PR_MESSAGE_DELIVERY_TIME, time)
        .set(tags::PR_SENDER_NAME, "Ann")
        .set(tags::PR_SENT_REPRESENTING_NAME, "Ann")
}

/// The same with a recipient and an attachment.
fn full() -> Item {
    bare()
        .set(tags::PR_DISPLAY_TO, "Bob")
        .set(tags::PR_HASATTACH, true)
        .with_recipient(recipient())
        .with_attachment(attachment())
}

fn recipient() -> Item {
    Item::recipient(1, "Bob", "bob@x")
        .set(tags::PR_ROWID, 0)
        .set(tags::PR_ENTRYID, vec![0; 4])
        .set(tags::PR_SEARCH_KEY, b"SMTP:BOB@X\0".to_vec())
        .set(tags::PR_OBJECT_TYPE, 6)
}

fn attachment() -> Item {
    as_attachment(Item::by_value("a.txt", b"a".to_vec()))
}

fn as_attachment(item: Item) -> Item {
    item.set(tags::PR_ATTACH_NUM, 0)
        .set(tags::PR_RENDERING_POSITION, -1)
        .set(tags::PR_OBJECT_TYPE, 7)
}

fn warnings(bytes: &[u8]) -> Vec<String> {
    let file = open(bytes);
    let format = file.store().format();
    let (warnings, found) = judge(&file, Some(format)).unwrap();
    assert_eq!(u64::try_from(warnings.len()).unwrap(), found);
    let in_words = |warning: &openimsg_message::outlook::Warning| {
        let place = Path(&warning.place).to_string();
        let colon = if place.is_empty() { "" } else { ": " };
        let rule = warning.rule;
        format!("{place}{colon}rule {} {} {:x}", rule.number, rule.code, warning.detail)
    };
    warnings.iter().map(in_words).collect()
}

fn check(item: Item, expected: &[&str]) {
    assert_eq!(warnings(&item.file()), expected);
}

#[test]
fn a_clean_message_gives_no_warning() {
    check(bare(), &[]);
    check(full(), &[]);
    let attached = as_attachment(Item::embedding(full()));
    check(bare().set(tags::PR_HASATTACH, true).with_attachment(attached), &[]);
    let attached = as_attachment(Item::ole(StorageBuilder::new()));
    check(bare().set(tags::PR_HASATTACH, true).with_attachment(attached), &[]);
    // One without Unicode needs no mask.
    let narrow = |tag: PropTag| tag.with_kind(PropType::STRING8);
    let ansi = Item::new()
        .set(narrow(tags::PR_MESSAGE_CLASS), PropValue::String8("IPM.Contact".into()))
        .set(tags::PR_MESSAGE_FLAGS, 1);
    check(ansi, &[]);
}

#[test]
fn rules_1_and_2_the_container() {
    let mut root = bare().finish(HeaderKind::Root);
    assert_eq!(warnings(&write(&root)), ["rule 1 outlook-root-class 0"]);
    root.clsid(Guid::from_u128(0x0002_0D0B_0000_0000_C000_0000_0000_0046));
    let mut bytes = write(&root);
    assert_eq!(warnings(&bytes), Vec::<String>::new());
    root.clsid(openimsg_message::edit::TEMPLATE_CLSID);
    assert_eq!(warnings(&write(&root)), Vec::<String>::new());
    *bytes.get_mut(24).unwrap() = 0x3B;
    assert_eq!(warnings(&bytes), ["rule 2 outlook-minor-version 3b"]);
}

#[test]
fn rule_7_headers() {
    // Eight bytes too many before the first entry of an embedded message: all after them is lost.
    let inner = Item::new().set(tags::PR_MESSAGE_FLAGS, 1);
    let bytes = inner.property_stream(HeaderKind::Root);
    let inner = inner.properties(Some(bytes));
    let outer =
        bare().set(tags::PR_HASATTACH, true).with_attachment(as_attachment(Item::embedding(inner)));
    let found = warnings(&outer.file());
    let place = "attachment 0 → message: rule 7 outlook-header-size 8";
    assert_eq!(found.first().map(String::as_str), Some(place), "{found:?}");
    // The header of an embedded message before the entries of a recipient reads as an entry.
    let bytes = recipient().property_stream(HeaderKind::Embedded);
    let item = bare().set(tags::PR_DISPLAY_TO, "Bob");
    check(
        item.with_recipient(recipient().properties(Some(bytes))),
        &["recipient 0: rule 7 outlook-header-size 0"],
    );
    check(bare().header(|header| header.reserved = [1; 8]), &["rule 7 outlook-header-reserved 0"]);
}

#[test]
fn rules_9_to_12_values() {
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    check(bare().raw(tags::PR_BODY, &utf16("a\0")), &["rule 9 outlook-terminator 1000001f"]);
    check(bare().raw(tags::PR_DISPLAY_TO, &utf16("a\0")), &[]);
    check(text(bare(), tags::PR_BODY, ""), &["rule 10 outlook-empty-string 1000001f"]);
    check(text(bare(), tags::PR_DISPLAY_BCC, ""), &[]);
    let guid = PropTag(0x6000_0048);
    check(bare().declared(guid, 16), &["rule 11 outlook-inline-guid 60000048"]);
    check(bare().set(guid, PropValue::Clsid(Guid::from_u128(7))), &[]);
    let wrong = |value: [u8; 8]| {
        let mut storage = StorageBuilder::new();
        storage.stream("x", b"y".as_slice()).unwrap();
        let item = as_attachment(Item::attachment(6))
            .entry(Entry::new(DATA_OBJECT, Attributes::READ_WRITE, value))
            .storage(&StreamName::value(DATA_OBJECT), storage);
        bare().set(tags::PR_HASATTACH, true).with_attachment(item)
    };
    let [no, size] = [[0xFF, 0xFF, 0xFF, 0xFF, 1, 0, 0, 0], [0, 0, 0, 0, 4, 0, 0, 0]];
    let line = "attachment 0: rule 12 outlook-object-entry 3701000d";
    check(wrong(no), &[line]);
    check(wrong(size), &[line]);
    check(wrong([0xFF, 0xFF, 0xFF, 0xFF, 4, 0, 0x6C, 0]), &[]);
    assert_eq!(ObjectKind::STORAGE.0, 4);
}

#[test]
fn rule_13_the_mask() {
    let item = |mask: Option<i32>| {
        let item = Item::new().set(tags::PR_MESSAGE_FLAGS, 1).set(tags::PR_MESSAGE_CLASS, "x");
        match mask {
            Some(mask) => item.set(tags::PR_STORE_SUPPORT_MASK, mask),
            None => item,
        }
    };
    check(item(None), &["rule 13 outlook-unicode-mask 0"]);
    check(item(Some(0x0E79)), &["rule 13 outlook-unicode-mask e79"]);
    check(item(Some(0x0004_0000)), &[]);
}

#[test]
fn rule_14_numbers() {
    let item = || bare().set(tags::PR_HASATTACH, true);
    check(item().with_attachment_at(2, attachment()), &["rule 14 outlook-number-gap 0"]);
    check(
        item().with_attachment(attachment()).header(|header| header.next_attachment = 0),
        &["rule 14 outlook-next-number 0"],
    );
    let lower = (0..11).fold(item(), |message, _| message.with_attachment(attachment()));
    check(lower, &[]);
    let lower = (0..10)
        .fold(item(), |message, _| message.with_attachment(attachment()))
        .storage("__attach_version1.0_#0000000a", attachment().finish(HeaderKind::Item))
        .header(|header| {
            header.attachment_count += 1;
            header.next_attachment += 1;
        });
    check(lower, &["rule 14 outlook-number-case a"]);
}

#[test]
fn rule_15_names() {
    let mut names = NameMapBuilder::default();
    let id = names.add(&NamedProperty::lid(guids::PSETID_COMMON, 0x8503)).unwrap();
    let mut built = names.build();
    let item = || bare().set(PropTag::new(id, PropType::BOOLEAN), true);
    assert_eq!(warnings(&item().file_with(&built)), Vec::<String>::new());
    built.buckets.clear();
    assert_eq!(warnings(&item().file_with(&built)), ["rule 15 outlook-name-bucket 100f0102"]);
}

#[test]
fn rule_16_recipients() {
    let with = |recipient| bare().set(tags::PR_DISPLAY_TO, "Bob").with_recipient(recipient);
    let lacking = Item::recipient(1, " ", "bob@x").set(tags::PR_ENTRYID, vec![0; 4]);
    check(
        with(lacking),
        &[
            "recipient 0: rule 16 outlook-recipient-lacks 30000003",
            "recipient 0: rule 16 outlook-recipient-lacks 3001001f",
            "recipient 0: rule 16 outlook-recipient-lacks 300b0102",
        ],
    );
    let row = || Item::recipient(1, "Bob", "bob@x").set(tags::PR_ROWID, 0);
    let row = |kind: i32, key: &[u8]| {
        row()
            .set(tags::PR_ENTRYID, vec![0; 4])
            .set(tags::PR_OBJECT_TYPE, kind)
            .set(tags::PR_SEARCH_KEY, key.to_vec())
    };
    check(with(row(7, b"SMTP:BOB@X\0")), &["recipient 0: rule 16 outlook-recipient-object 7"]);
    check(with(row(8, b"SMTP:bob@x\0")), &["recipient 0: rule 16 outlook-recipient-key 300b0102"]);
    check(with(row(6, b"SMTP:BOB@X")), &[]);
}

#[test]
fn rule_17_the_sender() {
    check(
        bare().set(tags::PR_SENDER_EMAIL_ADDRESS, "ann@x"),
        &["rule 17 outlook-representing 65001f"],
    );
}

#[test]
fn rule_18_attachments() {
    let with = |attachment| bare().set(tags::PR_HASATTACH, true).with_attachment(attachment);
    check(
        with(Item::attachment(1).set(tags::PR_ATTACH_DATA_BIN, vec![0])),
        &[
            "attachment 0: rule 18 outlook-attachment-lacks e210003",
            "attachment 0: rule 18 outlook-attachment-lacks 370b0003",
            "attachment 0: rule 18 outlook-attachment-lacks 3707001f",
        ],
    );
    let row = Item::by_value("a", b"a".to_vec())
        .set(tags::PR_ATTACH_NUM, 0)
        .set(tags::PR_RENDERING_POSITION, -1);
    check(
        with(row.set(tags::PR_OBJECT_TYPE, 6)),
        &["attachment 0: rule 18 outlook-attachment-object 6"],
    );
    check(bare().with_attachment(attachment()), &["rule 18 outlook-has-attachments 1"]);
    check(bare().set(tags::PR_HASATTACH, true), &["rule 18 outlook-has-attachments 0"]);
    let hidden = attachment().set(tags::PR_ATTACHMENT_HIDDEN, true);
    check(bare().with_attachment(hidden), &[]);
}

#[test]
fn rules_19_to_21_and_23_bodies() {
    let rtf = || vec![0; 16];
    let text = bare().set(tags::PR_BODY, "text");
    check(text.set(tags::PR_RTF_IN_SYNC, true), &["rule 19 outlook-rtf-in-sync 0"]);
    check(bare().set(tags::PR_RTF_IN_SYNC, true), &[]);
    check(bare().set(tags::PR_RTF_IN_SYNC, true).set(tags::PR_RTF_COMPRESSED, rtf()), &[]);
    let html = |flags: i32, html: &[u8]| {
        Item::new()
            .set(tags::PR_STORE_SUPPORT_MASK, 0x0004_0000)
            .set(tags::PR_MESSAGE_CLASS, "IPM.Post")
            .set(tags::PR_MESSAGE_FLAGS, flags)
            .set(tags::PR_HTML, html.to_vec())
    };
    check(html(8, b"<p>"), &["rule 20 outlook-draft-html 10130102"]);
    check(html(8, b"<p>").set(tags::PR_RTF_COMPRESSED, rtf()), &[]);
    check(html(1, b"\xFC"), &["rule 21 outlook-html-page 0"]);
    let page = |page: i32| html(1, b"\xFC").set(tags::PR_INTERNET_CPID, page);
    check(page(65001), &["rule 21 outlook-html-page fde9"]);
    check(page(1252), &[]);
    check(bare().set(tags::PR_RTF_SYNC_BODY_CRC, 7), &["rule 23 outlook-derived 10060003"]);
}

#[test]
fn rule_22_state() {
    let mask = || Item::new().set(tags::PR_STORE_SUPPORT_MASK, 0x0004_0000);
    check(
        mask(),
        &["rule 22 outlook-message-lacks 1a001f", "rule 22 outlook-message-lacks e070003"],
    );
    let note = || mask().set(tags::PR_MESSAGE_CLASS, "IPM.Note");
    check(
        note().set(tags::PR_MESSAGE_FLAGS, 1),
        &["rule 22 outlook-message-lacks 390040", "rule 22 outlook-message-lacks e060040"],
    );
    check(note().set(tags::PR_MESSAGE_FLAGS, 9), &[]);
    check(bare().with_recipient(recipient()), &["rule 22 outlook-message-lacks e04001f"]);
    let subject = |subject: &'static str| {
        note()
            .set(tags::PR_MESSAGE_FLAGS, 8)
            .set(tags::PR_SUBJECT, subject)
            .set(tags::PR_NORMALIZED_SUBJECT, "a")
    };
    check(subject("RE: a"), &["rule 22 outlook-subject-parts 37001f"]);
    check(subject("a"), &[]);
}

#[test]
fn defects_that_break_rules_are_not_told_twice() {
    let bytes = bare().header(|header| header.recipient_count = 3).file();
    assert_eq!(warnings(&bytes), Vec::<String>::new());
    let file = open(&bytes);
    let (findings, _) = openimsg_message::check(&file).unwrap();
    let rules: Vec<_> = findings.iter().map(|finding| rule_of(&finding.defect)).collect();
    assert_eq!(rules, [Some(14)]);
    // Every rule has its name, and comes in the order of numbers.
    assert!(RULES.is_sorted_by_key(|rule| rule.number));
    let mut codes: Vec<_> = RULES.iter().map(|rule| rule.code).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), RULES.len());
}

/// Outlook keeps its own rules. (What is in the corpus was written by many programs.)
#[test]
fn files_of_outlook_give_few_warnings() {
    let Some(files) = corpus() else { return };
    let mut counts: BTreeMap<(u8, &str), [u64; 4]> = BTreeMap::new();
    let (mut by_outlook, mut clean) = (0u64, 0u64);
    for (name, bytes) in files.iter().filter(|(name, _)| !name.starts_with("bad-")) {
        let Ok(file) = MessageFile::open(bytes.as_slice(), Default::default()) else { continue };
        let Ok(message) = file.message() else { continue };
        let created = message.properties().find(tags::PR_CREATION_TIME);
        let outlook = created.is_some_and(|entry| entry.attributes() == Attributes::READABLE);
        let (warnings, _) = judge(&file, Some(file.store().format())).unwrap();
        by_outlook += u64::from(outlook);
        clean += u64::from(outlook && warnings.is_empty());
        let mut kinds: Vec<_> = warnings.iter().map(|w| (w.rule.number, w.rule.code)).collect();
        for kind in &kinds {
            let [of_outlook, of_others, ..] = counts.entry(*kind).or_default();
            *(if outlook { of_outlook } else { of_others }) += 1;
        }
        kinds.sort_unstable();
        kinds.dedup();
        for kind in kinds {
            let [.., in_outlook, in_others] = counts.entry(kind).or_default();
            *(if outlook { in_outlook } else { in_others }) += 1;
            if outlook {
                println!("{name} {kind:?}");
            }
        }
    }
    println!("{by_outlook} files of Outlook, {clean} clean, of {}", files.len());
    for ((number, code), [a, b, c, d]) in &counts {
        println!("{number:2} {code:28} Outlook {a:4} in {c:3} files, others {b:4} in {d:3} files");
    }
    assert!(clean * 4 > by_outlook * 3, "{clean} of {by_outlook}");
}
