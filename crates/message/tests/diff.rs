//! What differs between two messages: each kind of difference alone, and none where there is
//! none.
#![expect(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::print_stdout,
    reason = "a test fails by panicking, and says why"
)]

#[expect(dead_code, reason = "each test needs another part of it")]
mod common;

use std::ops::ControlFlow;

use common::{Item, chain, corpus, open, open_with};
use openimsg_base::{Budget, Guid, Limits};
use openimsg_message::diff::{
    CHANGED_BY_SAVING, Difference, Element, Options, Outcome, Side, Value, What, compare,
};
use openimsg_message::{MessageFile, Path, Step};
use openimsg_props::named::{NameMapBuilder, NamedProperty, PropertyName};
use openimsg_props::{
    Attributes, Entry, PropId, PropTag, PropType, PropValue, StreamName, Text, guids, tags,
};
use openimsg_storage::write::StorageBuilder;
use openimsg_storage::{CfbStorage, EntryKind};

fn place(steps: Option<&[Step]>) -> String {
    match steps {
        None => "-".to_owned(),
        Some([]) => "file".to_owned(),
        Some(steps) => Path(steps).to_string(),
    }
}

fn value(side: Option<&Side<'_>>) -> String {
    let Some(Side { tag, value, .. }) = side else { return "-".to_owned() };
    let value = match value {
        Value::Decoded(PropValue::Unicode(text) | PropValue::String8(text)) => text.to_string(),
        Value::Decoded(PropValue::Long(number)) => number.to_string(),
        Value::Rtf(rtf) => String::from_utf8_lossy(rtf).into_owned(),
        other => format!("{other:?}"),
    };
    format!("{tag}={value}")
}

fn element(element: Option<&Element>) -> String {
    match element {
        None => "-".to_owned(),
        Some(e) if e.kind == EntryKind::Stream => format!("{} bytes", e.size),
        Some(e) => format!("storage {} {:x}", e.clsid, e.state_bits),
    }
}

fn in_words(difference: &Difference<'_>) -> String {
    let (left, right) = (place(difference.left.as_deref()), place(difference.right.as_deref()));
    let place = if left == right { left } else { format!("{left} | {right}") };
    let at = |first: &Option<u64>| first.map(|at| format!(" at {at}")).unwrap_or_default();
    let named = |name: &Option<NamedProperty>| match name.as_ref().map(|name| &name.name) {
        None => String::new(),
        Some(PropertyName::Lid(lid)) => format!(" {lid:#x}"),
        Some(PropertyName::Name(name)) => format!(" {name}"),
    };
    let what = match &difference.what {
        What::Item { name } => {
            format!("item {}", name.as_ref().map(Text::as_str).unwrap_or_default())
        }
        What::Order(items) => format!("order of {items:?}"),
        What::Property { name, left, right, first } => {
            let (l, r) = (value(left.as_ref()), value(right.as_ref()));
            format!("property{} {l} | {r}{}", named(name), at(first))
        }
        What::Attributes { name, tag, left, right } => {
            format!("attributes{} {tag} {} | {}", named(name), left.0, right.0)
        }
        What::Element { path, left, right, first } => {
            let path: Vec<String> = path.iter().map(|name| format!("/{name}")).collect();
            let (l, r) = (element(left.as_ref()), element(right.as_ref()));
            format!("element {} {l} | {r}{}", path.concat(), at(first))
        }
        What::Unreadable(error) => format!("unreadable: {}", error.problem()),
        _ => "?".to_owned(),
    };
    format!("{place}: {what}")
}

fn compared(left: &[u8], right: &[u8], options: &Options) -> (Vec<String>, Outcome) {
    let (left, right) = (open(left), open(right));
    let mut found = Vec::new();
    let outcome =
        compare(&left.message().unwrap(), &right.message().unwrap(), options, |difference| {
            found.push(in_words(&difference));
            ControlFlow::Continue(())
        });
    let outcome = outcome.unwrap();
    assert_eq!(u64::try_from(found.len()).unwrap(), outcome.differences + outcome.unreadable);
    (found, outcome)
}

/// Asserts what differs, and that nothing does between a file and itself.
fn check_with(options: &Options, left: &[u8], right: &[u8], expected: &[&str]) {
    assert_eq!(compared(left, right, options).0, expected);
    for same in [left, right] {
        assert_eq!(compared(same, same, options).1.differences, 0);
    }
}

fn check(left: Item, right: Item, expected: &[&str]) {
    check_with(&Options::default(), &left.file(), &right.file(), expected);
}

#[test]
fn properties_are_added_removed_and_changed() {
    check(Item::message("a"), Item::message("a"), &[]);
    check(
        Item::message("a").set(tags::PR_IMPORTANCE, 1).set(tags::PR_BODY, "old"),
        Item::message("b").set(tags::PR_SENSITIVITY, 2).set(tags::PR_BODY, "new"),
        &[
            "file: property 00170003=1 | -",
            "file: property 0037001F=a | 0037001F=b",
            "file: property 1000001F=old | 1000001F=new",
            "file: property - | 00360003=2",
        ],
    );
    // The order of entries is none of the content.
    let swapped = Item::new().set(tags::PR_SUBJECT, "a").set(tags::PR_MESSAGE_CLASS, "IPM.Note");
    check(Item::message("a"), swapped, &[]);
}

#[test]
fn types_are_compared_too() {
    let narrow = tags::PR_SUBJECT.with_kind(PropType::STRING8);
    check(
        Item::new().set(tags::PR_SUBJECT, "a"),
        Item::new().set(narrow, PropValue::String8(Text::new("a"))),
        &["file: property 0037001F=a | 0037001E=a"],
    );
    // Two types of one property are two values.
    check(
        Item::new().set(tags::PR_SUBJECT, "a").set(narrow, PropValue::String8("x".into())),
        Item::new().set(narrow, PropValue::String8("y".into())).set(tags::PR_SUBJECT, "a"),
        &["file: property 0037001E=x | 0037001E=y"],
    );
}

#[test]
fn text_is_compared_as_it_is_read() {
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    check(
        Item::new().raw(tags::PR_DISPLAY_TO, &utf16("Ann\0")),
        Item::new().raw(tags::PR_DISPLAY_TO, &utf16("Ann")),
        &[],
    );
    // The same text in two pages is the same, the same bytes in two pages are not.
    let narrow = tags::PR_BODY.with_kind(PropType::STRING8);
    let text = |page: u32, text: &'static str| {
        Item::new()
            .set(tags::PR_MESSAGE_CODEPAGE, i32::try_from(page).unwrap())
            .page(page)
            .set(narrow, PropValue::String8(text.into()))
    };
    check(
        text(1251, "\u{41F}"),
        text(866, "\u{41F}"),
        &["file: property 3FFD0003=1251 | 3FFD0003=866"],
    );
    check(
        text(1251, "\u{41F}"),
        text(1252, "\u{CF}"),
        &[
            "file: property 1000001E=\u{41F} | 1000001E=\u{CF}",
            "file: property 3FFD0003=1251 | 3FFD0003=1252",
        ],
    );
    // What a page does not define is the same as itself, in HTML too, which has its own page.
    let html = |byte: &'static [u8]| {
        let tag = tags::PR_HTML.with_kind(PropType::STRING8);
        Item::new().set(tags::PR_INTERNET_CPID, 932).raw(tag, byte)
    };
    check(html(b"<p>\xFF"), html(b"<p>\xFF"), &[]);
    // Junk behind short values is nothing; a number that is none is itself.
    let boolean = |value: u8, junk| {
        Item::new().entry(Entry::new(
            PropTag(0x0E1B_000B),
            Attributes::READ_WRITE,
            [value, 0, junk, 0, 0, 0, 0, 0],
        ))
    };
    check(boolean(1, 6), boolean(1, 0), &[]);
    let double = Item::new().set(PropTag(0x6001_0005), PropValue::Double(f64::NAN));
    let same = Item::new().set(PropTag(0x6001_0005), PropValue::Double(f64::NAN));
    check(double, same, &[]);
    let bytes = |bytes: &'static [u8]| Item::new().set(PropTag(0x6002_0102), bytes);
    check(
        bytes(b"abcd"),
        bytes(b"abXd"),
        &["file: property 60020102=PT_BINARY (4 bytes) | 60020102=PT_BINARY (4 bytes) at 2"],
    );
    let several = |last: &'static str| {
        Item::new().set(PropTag(0x6003_101F), PropValue::MvUnicode(vec!["a".into(), last.into()]))
    };
    check(several("b"), several("b"), &[]);
    check(
        several("b"),
        several("c"),
        &["file: property 6003101F=PT_MV_UNICODE (2 bytes) | 6003101F=PT_MV_UNICODE (2 bytes)"],
    );
}

#[test]
fn named_properties_are_compared_by_name() {
    let keywords = NamedProperty::name(guids::PS_PUBLIC_STRINGS, "Keywords");
    let reminder = NamedProperty::lid(guids::PSETID_COMMON, 0x8503);
    let file = |order: [&NamedProperty; 2], minutes: i32| {
        let mut names = NameMapBuilder::default();
        for name in order {
            names.add(name).unwrap();
        }
        let id = |name| names.id_of(name).unwrap();
        let inside = |words: &'static str| {
            Item::message("inside").set(PropTag::new(id(&keywords), PropType::UNICODE), words)
        };
        Item::message("a")
            .set(PropTag::new(id(&reminder), PropType::LONG), minutes)
            .set(PropTag::new(id(&keywords), PropType::UNICODE), "words")
            .with_attachment(Item::embedding(inside("other words")))
            .file_with(&names.build())
    };
    let left = file([&keywords, &reminder], 5);
    let options = Options::default();
    check_with(&options, &left, &file([&reminder, &keywords], 5), &[]);
    check_with(
        &options,
        &left,
        &file([&reminder, &keywords], 6),
        &["file: property 0x8503 80010003=5 | 80000003=6"],
    );
    for (names, differences) in [
        (vec![reminder.clone()], &[][..]),
        (vec![keywords.clone()], &["file: property 0x8503 80010003=5 | 80000003=6"]),
    ] {
        let options = Options { ignored_names: names, ..Options::default() };
        check_with(&options, &left, &file([&reminder, &keywords], 6), differences);
    }
    // Half a surrogate pair in a name is no text, and is found nevertheless: once a message
    // differed from itself.
    let mut halved = left.clone();
    let stored: Vec<u8> = "Keywords".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let at = halved.windows(stored.len()).position(|bytes| bytes == stored).unwrap();
    halved[at..at + 2].copy_from_slice(&[0x00, 0xD8]);
    check_with(&options, &halved, &halved, &[]);
    // Without a name a number is a number.
    let bare = || Item::message("a").set(PropTag(0x8005_0003), 1);
    check(bare(), bare(), &[]);
    let mut named = NameMapBuilder::default();
    let id = named.add(&reminder).unwrap();
    check_with(
        &options,
        &Item::new().set(PropTag::new(id, PropType::LONG), 1).file(),
        &Item::new().set(PropTag::new(id, PropType::LONG), 1).file_with(&named.build()),
        &["file: property 80000003=1 | -", "file: property 0x8503 - | 80000003=1"],
    );
}

fn numbered(item: Item, tag: PropTag, number: i32) -> Item {
    item.set(tag, number).set(tags::PR_RECORD_KEY, number.to_le_bytes().to_vec())
}

fn with_files(names: &[(&'static str, &'static str)]) -> Item {
    names.iter().zip(0..).fold(Item::message("a"), |message, ((name, bytes), number)| {
        let file = Item::by_value(name, *bytes);
        message.with_attachment(numbered(file, tags::PR_ATTACH_NUM, number))
    })
}

#[test]
fn a_removed_attachment_is_one_difference() {
    let [a, b, c] = [("a", "first"), ("b", "second"), ("c", "third")];
    check(with_files(&[a, b, c]), with_files(&[b, c]), &["attachment 0 | -: item a"]);
    check(with_files(&[b, c]), with_files(&[a, b, c]), &["- | attachment 0: item a"]);
    check(with_files(&[a, b, c]), with_files(&[a, c]), &["attachment 1 | -: item b"]);
    // Two that are the same are two.
    check(with_files(&[a, a]), with_files(&[a]), &["attachment 1 | -: item a"]);
    check(with_files(&[a, b, c]), with_files(&[c, a, b]), &["file: order of Attachments"]);
    // By bytes, by name, and when nothing is alike by number.
    check(
        with_files(&[a, b, c]),
        with_files(&[("renamed", "second"), ("c", "changed")]),
        &[
            "attachment 0 | -: item a",
            "attachment 1 | attachment 0: property 3707001F=b | 3707001F=renamed",
            "attachment 2 | attachment 1: property 37010102=PT_BINARY (5 bytes) | \
             37010102=PT_BINARY (7 bytes) at 0",
        ],
    );
    check(
        with_files(&[("x", "one")]),
        with_files(&[("y", "two")]),
        &[
            "attachment 0: property 37010102=PT_BINARY (3 bytes) | 37010102=PT_BINARY (3 bytes) \
             at 0",
            "attachment 0: property 3707001F=x | 3707001F=y",
        ],
    );
}

#[test]
fn recipients_are_matched_by_address() {
    let of = |people: &[(&'static str, &'static str)]| {
        people.iter().zip(0..).fold(Item::message("a"), |message, ((name, address), number)| {
            let person = Item::recipient(1, name, address);
            message.with_recipient(numbered(person, tags::PR_ROWID, number))
        })
    };
    let [ann, bob, eve] = [("Ann", "a@x"), ("Bob", "b@x"), ("Eve", "e@x")];
    check(of(&[ann, bob, eve]), of(&[bob, eve]), &["recipient 0 | -: item Ann"]);
    check(
        of(&[ann, bob, eve]),
        of(&[("Robert", "B@X"), eve]),
        &[
            "recipient 0 | -: item Ann",
            "recipient 1 | recipient 0: property 3001001F=Bob | 3001001F=Robert",
            "recipient 1 | recipient 0: property 3003001F=b@x | 3003001F=B@X",
        ],
    );
    check(of(&[ann, bob]), of(&[bob, ann]), &["file: order of Recipients"]);
    // A number that is not the storage's says something.
    let odd = |number| {
        Item::message("a")
            .with_recipient(Item::recipient(1, "A", "a@x").set(tags::PR_ROWID, number))
    };
    check(odd(0), odd(7), &["recipient 0: property 30000003=0 | 30000003=7"]);
}

#[test]
fn embedded_messages_are_compared_as_messages() {
    let inner = |body: &'static str| Item::message("inner").set(tags::PR_BODY, body);
    check(chain(3, inner("old")), chain(3, inner("old")), &[]);
    check(
        chain(3, inner("old")),
        chain(3, inner("new")),
        &["attachment 0 → message → attachment 0 → message → attachment 0 → message: \
           property 1000001F=old | 1000001F=new"],
    );
    // Deeper than the limit nobody looks, and says so.
    let (left, right) = (chain(3, inner("old")).file(), chain(3, inner("new")).file());
    let limits = || Limits { nesting: 2, ..Limits::default() };
    let (left, right) = (open_with(&left, limits()).unwrap(), open_with(&right, limits()).unwrap());
    let mut found = Vec::new();
    let outcome =
        compare(&left.message().unwrap(), &right.message().unwrap(), &Options::default(), |d| {
            found.push(in_words(&d));
            ControlFlow::Continue(())
        })
        .unwrap();
    assert_eq!(
        found,
        ["attachment 0 → message → attachment 0 → message → attachment 0: \
          unreadable: limit `nesting` of 2 exceeded"]
    );
    assert_eq!((outcome.differences, outcome.unreadable, outcome.is_equal()), (0, 1, false));
}

#[test]
fn other_storages_are_compared_by_names_and_bytes() {
    let ole = |clsid: u8, contents: &'static [u8], extra: Option<&'static str>| {
        let mut storage = StorageBuilder::new();
        storage.clsid(Guid::from_bytes([clsid; 16])).state_bits(u32::from(clsid));
        storage.stream("\u{1}Ole", b"same".as_slice()).unwrap();
        let inner = storage.storage("Pool").unwrap();
        inner.stream("Contents", contents).unwrap();
        if let Some(extra) = extra {
            inner.storage(extra).unwrap();
        }
        Item::message("a").with_attachment(Item::ole(storage))
    };
    check(ole(1, b"old", None), ole(1, b"old", None), &[]);
    check(
        ole(1, b"old", None),
        ole(2, b"ole", Some("More")),
        &[
            "attachment 0: element /__substg1.0_3701000D \
             storage {01010101-0101-0101-0101-010101010101} 1 | \
             storage {02020202-0202-0202-0202-020202020202} 2",
            "attachment 0: element /__substg1.0_3701000D/Pool/More \
             - | storage {00000000-0000-0000-0000-000000000000} 0",
            "attachment 0: element /__substg1.0_3701000D/Pool/Contents 3 bytes | 3 bytes at 2",
        ],
    );
    // What no entry tells of, in a message and in a recipient.
    let with = |bytes: &'static [u8]| {
        Item::message("a")
            .stream("Unknown", bytes)
            .stream(&StreamName::value(PropTag(0x6000_0102)), bytes)
            .with_recipient(Item::recipient(1, "A", "a@x").stream("more", bytes))
    };
    check(with(b"x"), with(b"x"), &[]);
    check(
        with(b"x"),
        with(b"xy"),
        &[
            "file: element /Unknown 1 bytes | 2 bytes at 1",
            "file: element /__substg1.0_60000102 1 bytes | 2 bytes at 1",
            "recipient 0: element /more 1 bytes | 2 bytes at 1",
        ],
    );
}

/// RTF that is stored as it is ([MS-OXRTFCP] 2.1.3.1.1).
fn uncompressed(rtf: &[u8]) -> Vec<u8> {
    let len = u32::try_from(rtf.len()).unwrap();
    let header = [len + 12, len, 0x414C_454D, 0].map(u32::to_le_bytes);
    [header.as_flattened(), rtf].concat()
}

#[test]
fn rtf_is_compared_decompressed() {
    const RTF: &[u8] = b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n";
    const LZFU: &[u8] = &[
        0x2D, 0, 0, 0, 0x2B, 0, 0, 0, 0x4C, 0x5A, 0x46, 0x75, 0xF1, 0xC5, 0xC7, 0xA7, 0x03, 0x00,
        0x0A, 0x00, 0x72, 0x63, 0x70, 0x67, 0x31, 0x32, 0x35, 0x42, 0x32, 0x0A, 0xF3, 0x20, 0x68,
        0x65, 0x6C, 0x09, 0x00, 0x20, 0x62, 0x77, 0x05, 0xB0, 0x6C, 0x64, 0x7D, 0x0A, 0x80, 0x0F,
        0xA0,
    ];
    let with = |rtf: &[u8]| Item::message("a").set(tags::PR_RTF_COMPRESSED, rtf.to_vec());
    check(with(LZFU), with(&uncompressed(RTF)), &[]);
    let options = Options { compressed_rtf: true, ..Options::default() };
    let (left, right) = (with(LZFU).file(), with(&uncompressed(RTF)).file());
    assert_eq!(compared(&left, &right, &options).1.differences, 1);
    check(
        with(&uncompressed(b"{\\rtf1 old}")),
        with(&uncompressed(b"{\\rtf1 new}")),
        &["file: property 10090102={\\rtf1 old} | 10090102={\\rtf1 new} at 23"],
    );
    // What cannot be decompressed is bytes.
    check(with(b"short"), with(b"short"), &[]);
    check(
        with(b"short"),
        with(b"shirt"),
        &["file: property 10090102=PT_BINARY (5 bytes) | 10090102=PT_BINARY (5 bytes) at 2"],
    );
}

#[test]
fn options_take_in_and_leave_out() {
    let with = |attributes, time: i64| {
        Item::new().set_with(tags::PR_SUBJECT, "a", attributes).set(
            tags::PR_LAST_MODIFICATION_TIME,
            openimsg_base::FileTime::from_raw(u64::try_from(time).unwrap()),
        )
    };
    let left = with(Attributes::READABLE, 1).file();
    let right = with(Attributes::READ_WRITE, 2).file();
    let time = "file: property 30080040=PT_SYSTIME (8 bytes) | 30080040=PT_SYSTIME (8 bytes)";
    check_with(&Options::default(), &left, &right, &[time]);
    let ignored = CHANGED_BY_SAVING.to_vec();
    check_with(&Options { ignored, ..Options::default() }, &left, &right, &[]);
    check_with(
        &Options { attributes: true, ..Options::default() },
        &left,
        &right,
        &["file: attributes 0037001F 2 | 6", time],
    );
    assert!(CHANGED_BY_SAVING.contains(&PropId(0x3008)));
}

#[test]
fn what_cannot_be_read_is_not_taken_for_equal_or_different() {
    // Without a stream there is no value: a difference to one that is there.
    let missing = || Item::new().declared(tags::PR_SUBJECT, 4);
    check(missing(), missing(), &[]);
    assert_eq!(
        compared(
            &missing().file(),
            &Item::new().set(tags::PR_SUBJECT, "a").file(),
            &Options::default()
        )
        .1
        .differences,
        1
    );
    // A cancelled budget ends everything.
    let bytes = Item::message("a").file();
    let file = open(&bytes);
    file.budget().cancel();
    let message = file.message().unwrap();
    let outcome = compare(&message, &message, &Options::default(), |_| ControlFlow::Continue(()));
    assert!(outcome.is_err());
}

#[test]
fn a_visitor_can_end_it() {
    let (left, right) = (Item::message("a").file(), Item::new().set(tags::PR_BODY, "b").file());
    let (left, right) = (open(&left), open(&right));
    let mut seen = 0;
    let outcome =
        compare(&left.message().unwrap(), &right.message().unwrap(), &Options::default(), |_| {
            seen += 1;
            ControlFlow::Break(())
        })
        .unwrap();
    assert_eq!((seen, outcome.differences), (1, 1));
}

#[test]
fn large_attachments_are_never_held() {
    const SIZE: usize = 8 << 20;
    let file = |last: u8| {
        let mut bytes = vec![7; SIZE];
        *bytes.last_mut().unwrap() = last;
        Item::message("a").with_attachment(Item::by_value("a", bytes)).file()
    };
    let (left, right) = (file(1), file(2));
    // Of the two engines, `cfb` cannot lend.
    let cfb = |bytes: &[u8]| cfb::CompoundFile::open(std::io::Cursor::new(bytes.to_vec())).unwrap();
    let (mut a, mut b) = (cfb(&left), cfb(&right));
    let budget = std::sync::Arc::new(Budget::default());
    let over = |file| {
        let store = CfbStorage::new(file, &budget).unwrap();
        MessageFile::over(store, budget.clone(), None)
    };
    let (a, b) = (over(&mut a), over(&mut b));
    let (a, b) = (a.message().unwrap(), b.message().unwrap());
    let mut found = Vec::new();
    let info = allocation_counter::measure(|| {
        let outcome = compare(&a, &b, &Options::default(), |difference| {
            allocation_counter::opt_out(|| found.push(in_words(&difference)));
            ControlFlow::Continue(())
        });
        assert_eq!(outcome.unwrap().differences, 1);
    });
    let size = format!("stream ({SIZE} bytes)");
    assert_eq!(
        found,
        [format!("attachment 0: property 37010102={size} | 37010102={size} at {}", SIZE - 1)]
    );
    assert!(info.bytes_max < 2 << 20, "{} bytes", info.bytes_max);
}

#[test]
fn nothing_differs_from_itself_in_the_corpus() {
    let Some(files) = corpus() else { return };
    let options = Options { attributes: true, compressed_rtf: true, ..Options::default() };
    let (mut compared, mut unreadable) = (0, 0);
    for (name, bytes) in &files {
        let opened = || MessageFile::open(bytes.as_slice(), Default::default());
        let (Ok(left), Ok(right)) = (opened(), opened()) else { continue };
        let (Ok(left), Ok(right)) = (left.message(), right.message()) else { continue };
        let outcome = compare(&left, &right, &options, |difference| {
            assert!(matches!(difference.what, What::Unreadable(_)), "{name}: {difference:?}");
            ControlFlow::Continue(())
        });
        unreadable += outcome.unwrap().unreadable;
        compared += 1;
    }
    println!("{compared} of {} files, {unreadable} things unreadable", files.len());
    assert!(compared > 130 && unreadable < 40, "{compared} {unreadable}");
}
