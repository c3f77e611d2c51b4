//! What the reader makes of hostile messages, row by row of the project's catalogue of bad input
//! (M1 to M16): which getter gives which value or error, with and without strictness, and what a
//! check lists. Each file is opened and checked within a bound on memory.
#![expect(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::print_stdout,
    reason = "a test fails by panicking, and says why"
)]

#[expect(dead_code, reason = "each test needs another part of it")]
mod common;

use common::{
    Item, Open, chain, check, error, findings, lenient, open, open_with, strict, subject,
};
use openimsg_base::{Budget, Limit, Limits};
use openimsg_message::{Error, MessageFile, Options, Problem};
use openimsg_props::named::{NameMapBuilder, NameStreams, NamedProperty};
use openimsg_props::{
    Attributes, Entry, HeaderKind, NAMEID_STORAGE, PropId, PropTag, PropValue, StreamName, Text,
    tags,
};
use openimsg_storage::write::StorageBuilder;

// M1: the property stream.

#[test]
fn m1_header_cut_off() {
    let whole = Item::message("kept").property_stream(HeaderKind::Root);
    for len in [0, 7, 31] {
        let file = Item::message("kept").properties(Some(whole[..len].to_vec())).file();
        // What the streams tell is still there.
        assert_eq!(lenient(&file, subject).as_deref(), Some("kept"));
        let short = format!("props-stream-header {len:#x}");
        check(&file, &[&short, "msg-no-entry 0x1a001f", "msg-no-entry 0x37001f"]);
        assert_eq!(strict(&file, subject), "props-stream-header");
    }
}

#[test]
fn m1_body_is_not_of_whole_entries() {
    let mut stream = Item::message("kept").property_stream(HeaderKind::Root);
    stream.extend([7; 4]);
    let file = Item::message("kept").properties(Some(stream)).file();
    assert_eq!(lenient(&file, subject).as_deref(), Some("kept"));
    check(&file, &["props-stream-tail 0x40"]);
    assert_eq!(strict(&file, subject), "props-stream-tail");
}

#[test]
fn m1_in_a_recipient_and_in_an_embedded_message() {
    let recipient = Item::recipient(1, "Ada", "ada@example.org");
    let short = recipient.properties(Some(vec![0; 5]));
    let mut stream = Item::message("inner").property_stream(HeaderKind::Embedded);
    stream.pop();
    let inner = Item::message("inner").properties(Some(stream));
    let file =
        Item::message("outer").with_recipient(short).with_attachment(Item::embedding(inner)).file();
    let name = |m: &Open<'_, '_>| Ok(m.recipients().next().unwrap()?.name()?.map(Text::into_owned));
    assert_eq!(lenient(&file, name).unwrap().as_str(), "Ada");
    let inner = |m: &Open<'_, '_>| {
        let attachment = m.attachments().next().unwrap()?;
        Ok((attachment.message()?.unwrap().class()?, attachment.message()?.unwrap().subject()?)
            .0
            .map(Text::into_owned))
    };
    assert_eq!(lenient(&file, inner).unwrap().as_str(), "IPM.Note");
    check(
        &file,
        &[
            "recipient 0: props-stream-header 0x5",
            "recipient 0: msg-no-entry 0x3001001f",
            "recipient 0: msg-no-entry 0x3002001f",
            "recipient 0: msg-no-entry 0x3003001f",
            // The subject's entry is the one that is cut off.
            "attachment 0 → message: props-stream-tail 0x28",
            "attachment 0 → message: msg-no-entry 0x37001f",
        ],
    );
    assert_eq!(strict(&file, subject), "read");
    assert_eq!(strict(&file, name), "recipient 0: props-stream-header");
    assert_eq!(strict(&file, inner), "attachment 0 → message: props-stream-tail");
}

// M2: sizes.

#[test]
fn m2_the_real_length_wins() {
    let utf16 = b"a\0b\0c\0";
    let stream = StreamName::value(tags::PR_SUBJECT);
    for (declared, sound) in [(6, true), (8, true), (0, false), (7, false), (u32::MAX, false)] {
        let file = Item::new().declared(tags::PR_SUBJECT, declared).stream(&stream, utf16).file();
        assert_eq!(lenient(&file, subject).as_deref(), Some("abc"));
        let wrong: &[&str] = &["property 0037001F: props-declared-size 0x37001f"];
        check(&file, if sound { &[] } else { wrong });
    }
}

#[test]
fn m2_a_value_without_its_stream() {
    let file = Item::new()
        .declared(tags::PR_SUBJECT, 8)
        .declared(tags::PR_HTML, 5)
        .set(tags::PR_BODY, "here")
        .file();
    let missing = "property 0037001F: the value has no stream";
    assert_eq!(error(&file, subject), missing);
    assert_eq!(error(&file, |m| m.get(tags::PR_SUBJECT).map(drop)), missing);
    assert_eq!(strict(&file, subject), missing);
    assert!(lenient(&file, |m| Ok(m.html()?.is_none())));
    assert_eq!(lenient(&file, |m| Ok(m.body()?.unwrap().into_owned())).as_str(), "here");
    let listed = lenient(&file, |m| Ok(m.iter().map(|p| p.is_ok()).collect::<Vec<_>>()));
    assert_eq!(listed, [false, false, true]);
    check(
        &file,
        &[
            "property 0037001F: msg-missing-stream 0x37001f",
            "property 10130102: msg-missing-stream 0x10130102",
        ],
    );
}

// M3: several values.

const MANY: PropTag = PropTag(0x6001_101F);

#[test]
fn m3_counts_and_lengths_that_lie() {
    let item = |i| StreamName::item(MANY, i);
    let (lengths, b) = ([4, 0, 0, 0, 4, 0, 0, 0, 4, 0, 0, 0], b"b\0\0\0".as_slice());
    let text = |file: &[u8]| {
        lenient(file, |m| {
            let property = m.get(MANY)?.unwrap();
            let texts = property.value.as_texts().unwrap();
            let texts: Vec<_> = texts.iter().map(|text| text.text.to_string()).collect();
            Ok((texts, property.defect.map(|defect| defect.kind.code)))
        })
    };
    let get = |m: &Open<'_, '_>| m.get(MANY).map(drop);
    for (lengths, streams, texts, code) in [
        (lengths.as_slice(), &[0, 2][..], &["b", "", "b"][..], Some("props-item-missing")),
        (&lengths[..7], &[0, 1, 2], &["b"], Some("props-item-count")),
        (&[0xFF; 8], &[0, 1], &["b", "b"], Some("props-item-length")),
        (&lengths[..8], &[0, 1], &["b", "b"], None),
        (&[], &[0], &[], None),
    ] {
        let file = Item::new().raw(MANY, lengths);
        let file = streams.iter().fold(file, |file, i| file.stream(&item(*i), b)).file();
        assert_eq!(text(&file), (texts.iter().map(|&t| t.to_owned()).collect(), code));
        let finding = code.map(|code| format!("property 6001101F: {code} 0x6001101f"));
        check(&file, &finding.as_deref().into_iter().collect::<Vec<_>>());
        let found = code.map_or("read".to_owned(), |code| format!("property 6001101F: {code}"));
        assert_eq!(strict(&file, get), found);
    }
}

#[test]
fn m3_widths_that_do_not_fit() {
    let (longs, guid) = (PropTag(0x6001_1003), PropTag(0x6002_0048));
    let file = Item::new().raw(longs, &[1, 0, 0, 0, 9]).raw(guid, &[7; 15]).file();
    let value = |tag| lenient(&file, |m| Ok(m.get(tag)?.unwrap().value.into_owned()));
    assert!(value(longs) == PropValue::MvLong(vec![1]));
    assert_eq!(value(guid).as_bytes(), Some([7; 15].as_slice()));
    check(
        &file,
        &[
            "property 60011003: props-value-length 0x60011003",
            "property 60020048: props-value-length 0x60020048",
        ],
    );
}

#[test]
fn m3_a_quarter_of_a_million_values_that_are_not_there() {
    let file = Item::new().raw(MANY, &vec![0xFF; 1 << 20]).file();
    let texts = lenient(&file, |m| Ok(m.get(MANY)?.unwrap().value.as_texts().unwrap().len()));
    assert_eq!(texts, 1 << 18);
    check(&file, &["property 6001101F: props-item-missing 0x6001101f"]);
}

// M4 and M5: the name map.

/// A message with one named property and a name map of these streams.
fn named(guids: &[u8], entries: &[u8], strings: &[u8]) -> Vec<u8> {
    let (guids, entries, strings) = (guids.to_vec(), entries.to_vec(), strings.to_vec());
    let streams = NameStreams { guids, entries, strings, buckets: Vec::new() };
    Item::message("named").set(PropTag(0x8000_0003), 7).file_with(&streams)
}

#[test]
fn m4_names_that_cannot_be_resolved() {
    let name = *b"\x02\0\0\0a\0\0\0";
    let too_long = *b"\xFF\xFF\xFF\xFFa\0\0\0";
    for (guids, entry, strings, code) in [
        // The GUID's number is beyond the list, or 0.
        (&[1; 16][..], [1, 0, 0, 0, 8, 0, 0, 0], &name[..], "props-named-set 0x0"),
        (&[1; 16], [1, 0, 0, 0, 0, 0, 0, 0], &name, "props-named-set 0x0"),
        // The offset is beyond the string stream.
        (&[1; 16], [8, 0, 0, 0, 7, 0, 0, 0], &name, "props-named-offset 0x0"),
        (&[1; 16], [0xFC, 0xFF, 0xFF, 0xFF, 7, 0, 0, 0], &name, "props-named-offset 0x0"),
        // The string claims 4 GiB, more than the stream has, or an odd length.
        (&[1; 16], [0, 0, 0, 0, 7, 0, 0, 0], &too_long, "props-named-length 0x0"),
        (&[1; 16], [0, 0, 0, 0, 7, 0, 0, 0], &name[..5], "props-named-length 0x0"),
        (&[1; 16], [0, 0, 0, 0, 7, 0, 0, 0], b"\x01\0\0\0a\0", "props-named-length 0x0"),
    ] {
        let file = named(guids, &entry, strings);
        // The number stays.
        let value = lenient(&file, |m| Ok(m.get_id(PropId(0x8000))?.unwrap().value.as_i64()));
        assert_eq!(value, Some(7));
        assert!(lenient(&file, |m| Ok(m.name_of(PropId(0x8000))?.is_none())));
        check(&file, &[&format!("named properties: {code}"), "msg-unmapped-id 0x8000"]);
        assert_eq!(strict(&file, |m| m.get_id(PropId(0x8000)).map(drop)), "read");
    }
}

#[test]
fn m4_a_map_that_is_odd_but_can_be_read() {
    let name = *b"\x02\0\0\0a\0\0\0";
    let set = openimsg_base::Guid::from_bytes([1; 16]);
    let a = NamedProperty::name(set, "a");
    let [aligned, shifted, moved] =
        [[0, 0, 0, 0, 7, 0, 0, 0], [1, 0, 0, 0, 7, 0, 0, 0], [0, 0, 0, 0, 7, 0, 5, 0]];
    let unaligned = [&[9], &name[..]].concat();
    let with_tail = [&aligned[..], &[1, 2, 3]].concat();
    for (guids, entries, strings, id, found) in [
        (&[1; 16][..], &aligned[..], &name[..], 0x8000, &[][..]),
        (&[1; 17], &aligned, &name, 0x8000, &["props-named-guids 0x10"]),
        (&[1; 16], &with_tail, &name, 0x8000, &["props-named-entries 0x8"]),
        (&[1; 16], &shifted, &unaligned, 0x8000, &["props-named-alignment 0x0"]),
        (&[1; 16], &moved, &name, 0x8005, &["props-named-index 0x0"]),
    ] {
        let file = named(guids, entries, strings);
        assert_eq!(lenient(&file, |m| m.id_of(&a)), Some(PropId(id)));
        let mut expected: Vec<String> =
            found.iter().map(|found| format!("named properties: {found}")).collect();
        expected.extend((id != 0x8000).then(|| "msg-unmapped-id 0x8000".to_owned()));
        check(&file, &expected.iter().map(String::as_str).collect::<Vec<_>>());
    }
}

#[test]
fn m4_no_map_or_half_a_map() {
    let message = || Item::message("unnamed").set(PropTag(0x8000_0003), 7);
    let unmapped = "msg-unmapped-id 0x8000";
    let none = "named properties: msg-no-name-map 0x20102";
    let files = [
        (message().file_without_names(), none),
        (message().storage(NAMEID_STORAGE, StorageBuilder::new()).file_without_names(), none),
        (message().stream(NAMEID_STORAGE, b"no storage").file_without_names(), none),
    ];
    for (file, finding) in &files {
        assert!(lenient(file, |m| Ok(m.names()?.is_empty())));
        assert_eq!(lenient(file, subject).as_deref(), Some("unnamed"));
        let found = findings(&open(file));
        assert_eq!(found[0], *finding);
        assert!(found.contains(&unmapped.to_owned()), "{found:?}");
    }
    // An embedded message needs none, and has none that counts.
    let own = Item::message("inner").storage(NAMEID_STORAGE, StorageBuilder::new());
    let file = Item::message("outer").with_attachment(Item::embedding(own)).file();
    check(&file, &["attachment 0 → message: msg-nested-name-map 0x0"]);
}

/// The streams of the map's hash table have names like those of properties.
#[test]
fn m5_streams_of_the_map_are_no_properties() {
    let mut streams = NameMapBuilder::default().build();
    streams.buckets.push((tags::PR_HTML, b"<b>no body</b>".to_vec()));
    streams.buckets.push((tags::PR_SUBJECT, b"n\0o\0".to_vec()));
    let file = Item::new().set(tags::PR_MESSAGE_CLASS, "IPM.Note").file_with(&streams);
    assert!(lenient(&file, |m| Ok(m.html()?.is_none() && m.subject()?.is_none())));
    assert!(lenient(&file, |m| Ok(m.get(PropTag(0x0002_0102))?.is_none())));
    assert!(lenient(&file, |m| Ok(m.raw(PropTag(0x0003_0102))?.is_none())));
    check(&file, &[]);
}

// M6: entries that contradict.

#[test]
fn m6_the_first_of_two_entries_wins() {
    let number = |value| Entry::new(tags::PR_IMPORTANCE, Attributes::READ_WRITE, [value; 8]);
    let file = Item::new().entry(number(1)).entry(number(2)).file();
    assert_eq!(lenient(&file, |m| Ok(m.importance())), Some(0x0101_0101));
    check(&file, &["props-duplicate-tag 0x30"]);
    assert_eq!(strict(&file, |m| m.get(tags::PR_IMPORTANCE).map(drop)), "props-duplicate-tag");
}

#[test]
fn m6_the_type_in_the_name_of_the_stream_is_another() {
    // The entry says 8 bits, the stream Unicode.
    let file = Item::new()
        .declared(tags::PR_SUBJECT_A, 4)
        .stream(&StreamName::value(tags::PR_SUBJECT), b"a\0b\0")
        .set(tags::PR_BODY, "kept")
        .file();
    let missing = "property 0037001E: the value has no stream";
    assert_eq!(error(&file, subject), missing);
    assert_eq!(lenient(&file, |m| Ok(m.raw(tags::PR_SUBJECT)?.unwrap().to_vec())), b"a\0b\0");
    check(&file, &["property 0037001E: msg-missing-stream 0x37001e", "msg-other-type 0x37001f"]);
}

/// A megabyte that 10,000 entries claim would be 10 GB.
#[test]
fn m6_one_stream_listed_ten_thousand_times() {
    let tag = PropTag(0x6001_0102);
    let entries = |item: Item| (1..10_000).fold(item, |item, _| item.declared(tag, 1 << 20));
    let file = entries(Item::message("large").raw(tag, &vec![7; 1 << 20])).file();
    assert_walk_stops(&file, &Limits::default(), 256 + 2);
    assert_eq!(lenient(&file, |m| Ok(m.get(tag)?.unwrap().value.size())), 1 << 20);
    let opened = open(&file);
    let (listed, found) = openimsg_message::check(&opened).unwrap();
    // The duplicates that are kept, those that are not, and the end of the walk.
    assert_eq!((listed.len(), found), (1000, 9999 + 1));
}

/// A limit of the reader is no fault of the file: bytes are sound however many they are, and of
/// what would have to be decoded it is said that it was not.
#[test]
fn what_a_limit_keeps_from_being_checked_is_no_other_defect() {
    let file = || Item::message("x").raw(PropTag(0x6001_0102), &[7; 5000]);
    let small = Limits { decoded_bytes: 4000, ..Limits::default() };
    let long = "a".repeat(5000);
    let kinds = |file: &[u8]| -> Vec<&str> {
        let opened = open_with(file, small.clone()).unwrap();
        let (listed, _) = openimsg_message::check(&opened).unwrap();
        listed.iter().map(|finding| finding.defect.kind.code).collect()
    };
    assert_eq!(kinds(&file().file()), [""; 0]);
    let text = PropValue::from(long);
    assert_eq!(kinds(&file().set(tags::PR_BODY, text).file()), ["msg-not-checked"]);
}

/// The lengths of several values alone make work and take memory.
#[test]
fn m6_lengths_listed_ten_thousand_times() {
    let file = Item::message("large").raw(MANY, &[0; 1 << 16]);
    let file = (1..10_000).fold(file, |file, _| file.declared(MANY, 1 << 16)).file();
    let limits = Limits { decoded_bytes: 16 << 20, ..Limits::default() };
    // 16,384 values of 32 bytes an entry.
    assert_walk_stops(&file, &limits, 32 + 2);
}

/// Walks over all properties: after at most `most` of them, the walk ends with the limit.
fn assert_walk_stops(file: &[u8], limits: &Limits, most: usize) {
    let file = open_with(file, limits.clone()).unwrap();
    let message = file.message().unwrap();
    let mut walked = message.iter().collect::<Vec<_>>();
    assert!(walked.len() <= most + 1, "{}", walked.len());
    let error = walked.pop().unwrap().unwrap_err().to_string();
    let limit = limits.decoded_bytes;
    assert!(error.ends_with(&format!("limit `decoded_bytes` of {limit} exceeded")), "{error}");
    assert!(walked.iter().all(Result::is_ok));
    assert_eq!(file.budget().used(Limit::DecodedBytes), 0, "given back at the end");
}

#[test]
fn one_value_at_the_limit_and_one_byte_more() {
    let file =
        Item::message("s").set(tags::PR_HTML, vec![b'x'; 5000]).set(tags::PR_BODY, "b").file();
    for (decoded_bytes, fits) in [(5000, true), (4999, false)] {
        let limits = Limits { decoded_bytes, ..Limits::default() };
        let file = open_with(&file, limits).unwrap();
        let message = file.message().unwrap();
        let value = message.get(tags::PR_HTML).map(drop).map_err(|error| error.to_string());
        let refused =
            format!("property 10130102: limit `decoded_bytes` of {decoded_bytes} exceeded");
        assert_eq!(value, if fits { Ok(()) } else { Err(refused) });
        assert_eq!(message.html().unwrap().unwrap().bytes.len(), 5000, "bytes as stored are lent");
        assert_eq!(message.html_text().is_ok(), fits);
        // A value that is too large alone is one error; values that are so together are the end.
        let walked: Vec<_> = message.iter().map(|property| property.is_ok()).collect();
        assert_eq!(walked, [true, true, false, true][..if fits { 3 } else { 4 }]);
    }
}

// M7: text.

#[test]
fn m7_text_that_is_damaged() {
    let a = tags::PR_SUBJECT_A;
    let japanese = |item: Item| item.set(tags::PR_MESSAGE_CODEPAGE, 932);
    let unknown = |item: Item| item.set(tags::PR_MESSAGE_CODEPAGE, 42);
    for (item, text, code) in [
        // Odd length, high and low half of a surrogate pair alone.
        (Item::new().raw(tags::PR_SUBJECT, b"a\0b"), "a\u{FFFD}", Some("props-utf16-length")),
        (
            Item::new().raw(tags::PR_SUBJECT, b"\x3D\xD8a\0"),
            "\u{FFFD}a",
            Some("props-utf16-surrogate"),
        ),
        (Item::new().raw(tags::PR_SUBJECT, b"\0\xDC"), "\u{FFFD}", Some("props-utf16-surrogate")),
        // A page that cannot be meant is passed over.
        (unknown(Item::new().raw(a, b"caf\xE9")), "café", None),
        // Half a character: 932 does not decode it, and 1252 decodes everything.
        (japanese(Item::new().raw(a, b"\x93\xFA\x81")), "“ú\u{81}", None),
    ] {
        let tag = if text.contains(['“', 'c']) { a } else { tags::PR_SUBJECT };
        let file = item.file();
        let found = lenient(&file, |m| Ok(m.subject()?.unwrap().into_owned()));
        assert_eq!((found.as_str(), found.lossy), (text, code.is_some()));
        let stored = lenient(&file, |m| Ok(m.raw(tag)?.unwrap().to_vec()));
        assert!(!stored.is_empty(), "the bytes as stored are there");
        let finding = code.map(|code| format!("property {tag}: {code} {:#x}", tag.0));
        check(&file, &finding.as_deref().into_iter().collect::<Vec<_>>());
        let found = code.map_or("read".to_owned(), |code| format!("property {tag}: {code}"));
        assert_eq!(strict(&file, subject), found);
        assert_eq!(strict(&file, |m| m.get(tag).map(drop)), found);
    }
}

#[test]
fn m7_pages_that_the_caller_forces() {
    for (page, bytes, text, code) in [
        (42, b"caf\xE9".as_slice(), "caf\u{FFFD}", "props-string8-page"),
        (932, b"\x93\xFA\x81", "日\u{FFFD}", "props-string8-bytes"),
    ] {
        let file = Item::new().raw(tags::PR_SUBJECT_A, bytes).file();
        let code_page = Some(openimsg_base::CodePage(page));
        let options = Options { code_page, ..Options::default() };
        let opened = MessageFile::open(file.as_slice(), options).unwrap();
        let message = opened.message().unwrap();
        let property = message.get(tags::PR_SUBJECT_A).unwrap().unwrap();
        let found = property.value.as_text().unwrap();
        assert_eq!((found.as_str(), found.lossy), (text, true));
        assert_eq!(property.defect.unwrap().kind.code, code);
        assert_eq!(findings(&opened), [format!("property 0037001E: {code} 0x37001e")]);
    }
}

// M8: messages in messages.

/// Goes down to the deepest message; how deep it is, or what stopped.
fn descend(file: &common::File<'_>) -> Result<u64, Error> {
    let mut message = file.message()?;
    loop {
        let Some(attachment) = message.attachments().next() else { return Ok(message.depth()) };
        match attachment?.message()? {
            Some(inner) => message = inner,
            None => return Ok(message.depth()),
        }
    }
}

#[test]
fn m8_sixteen_messages_deep_and_no_deeper() {
    let file = chain(16, Item::message("deepest")).file();
    assert_eq!(descend(&open(&file)).unwrap(), 16);
    check(&file, &[]);

    let file = chain(17, Item::message("deepest")).file();
    let stopped = descend(&open(&file)).unwrap_err();
    assert!(matches!(stopped.problem(), Problem::Refused(_)));
    let place = "attachment 0 → message → ".repeat(16) + "attachment 0";
    assert_eq!(stopped.to_string(), format!("{place} → message: limit `nesting` of 16 exceeded"));
    check(&file, &[&format!("{place}: msg-too-deep 0x11")]);
    let raised = Limits { nesting: 17, ..Limits::default() };
    assert_eq!(descend(&open_with(&file, raised).unwrap()).unwrap(), 17);
}

#[test]
fn m8_forty_deep_meets_the_limit_on_storages_first() {
    let file = chain(40, Item::message("deepest")).file();
    let refused = open_with(&file, Limits::default()).unwrap_err();
    assert_eq!(refused.to_string(), "limit `storage_depth` of 64 exceeded");
    let storages = Limits { storage_depth: 80, ..Limits::default() };
    let stopped = descend(&open_with(&file, storages.clone()).unwrap()).unwrap_err();
    assert!(stopped.to_string().ends_with("message: limit `nesting` of 16 exceeded"));
    let both = Limits { nesting: 40, ..storages };
    assert_eq!(descend(&open_with(&file, both).unwrap()).unwrap(), 40);
}

/// What an embedded message decodes is charged to the meter of the file and of its parent.
#[test]
fn m8_one_budget_for_all() {
    let file = chain(3, Item::message("deep").set(tags::PR_HTML, vec![7; 1 << 16])).file();
    let session = Budget::new(Limits { decoded_bytes: 1 << 15, ..Limits::default() }, None);
    let parent = Some(std::sync::Arc::new(session));
    let file =
        MessageFile::open(file.as_slice(), Options { parent, ..Options::default() }).unwrap();
    let mut message = file.message().unwrap();
    while let Some(attachment) = message.attachments().next() {
        message = attachment.unwrap().message().unwrap().unwrap();
    }
    let refused = message.get(tags::PR_HTML).unwrap_err().to_string();
    assert!(refused.ends_with("10130102: limit `decoded_bytes` of 32768 exceeded"), "{refused}");
}

// M9: compressed RTF.

#[test]
fn m9_rtf_that_lies() {
    const SOUND: &[u8] =
        b"\x1A\0\0\0\x1C\0\0\0LZFu\xE2\xD4\x4B\x51\x41\0\x04\x20WXYZ\x0D\x6E\x7D\x01\x0E\xB0";
    const TEXT: &[u8] = b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}";
    let patched = |at: usize, bytes: &[u8]| {
        let mut rtf = SOUND.to_vec();
        rtf[at..at + bytes.len()].copy_from_slice(bytes);
        rtf
    };
    let property = "property 10090102: ";
    for (rtf, outcome, finding) in [
        (SOUND.to_vec(), Ok(None), None),
        (
            patched(4, &[0xFF; 4]),
            Err("compressed RTF header, RAWSIZE at 0x4: at most 240 expected, 4294967295 found"),
            Some("msg-rtf-unreadable 0x10090102"),
        ),
        (
            SOUND[..15].to_vec(),
            Err("compressed RTF header at 0x0: 16 bytes expected, 15 found"),
            Some("msg-rtf-unreadable 0x10090102"),
        ),
        (patched(12, &[0; 4]), Ok(Some("rtf-crc")), Some("rtf-crc 0x0")),
        (patched(4, &[5]), Ok(Some("rtf-raw-size")), Some("rtf-raw-size 0x5")),
    ] {
        let file = Item::message("rtf").raw(tags::PR_RTF_COMPRESSED, &rtf).file();
        let (strictly, read) = match outcome {
            Ok(code) => (code, lenient(&file, |m| Ok(m.rtf()?.unwrap()))),
            Err(text) => {
                assert_eq!(error(&file, |m| m.rtf().map(drop)), format!("{property}{text}"));
                assert_eq!(strict(&file, |m| m.rtf().map(drop)), format!("{property}{text}"));
                check(&file, finding.as_slice());
                continue;
            }
        };
        assert_eq!(read.rtf, TEXT);
        assert_eq!(read.defects.first().map(|defect| defect.kind.code), strictly);
        check(&file, finding.as_slice());
        let expected = strictly.map_or("read".to_owned(), |code| format!("{property}{code}"));
        assert_eq!(strict(&file, |m| m.rtf().map(drop)), expected);
    }
}

#[test]
fn m9_what_the_rtf_has_is_in_the_error() {
    let file = Item::message("rtf").raw(tags::PR_RTF_COMPRESSED, b"short").file();
    let error = open(&file).message().unwrap().rtf().unwrap_err();
    assert!(matches!(error.problem(), Problem::Rtf(_)), "{error}");
}
