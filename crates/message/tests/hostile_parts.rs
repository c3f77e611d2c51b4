//! What the reader makes of hostile messages, continued: names and paths (M12 to M15),
//! recipients and attachments whose number or whose parts are wrong (M16), and containers that
//! hold no message or a damaged one.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::print_stdout,
    reason = "a test fails by panicking, and says why"
)]

#[expect(dead_code, reason = "each test needs another part of it")]
mod common;

use common::{
    DATA_OBJECT, Item, Open, check, error, lenient, open, open_with, strict, subject, write,
};
use openimsg_base::Limits;
use openimsg_message::{AttachMethod, Attachment, AttachmentData, Error, MessageFile, Options};
use openimsg_props::named::NameMapBuilder;
use openimsg_props::{
    ObjectKind, PROPERTIES_STREAM, PropTag, PropType, PropValue, StreamName,
    attachment_storage_name, lids, recipient_storage_name, tags,
};
use openimsg_storage::CompoundFile;
use openimsg_storage::write::StorageBuilder;

type First<'m, 'f> = Attachment<'m, CompoundFile<&'f [u8]>>;

/// What a getter says of the first attachment.
fn first<T>(bytes: &[u8], get: impl FnOnce(&First<'_, '_>) -> Result<T, Error>) -> T {
    lenient(bytes, |message| get(&message.attachments().next().unwrap()?))
}

/// What an attachment holds, in words.
fn held(attachment: &First<'_, '_>) -> Result<String, Error> {
    Ok(match attachment.data()? {
        AttachmentData::Bytes { size, .. } => format!("{size} bytes"),
        AttachmentData::Message { .. } => "message".to_owned(),
        AttachmentData::Storage { .. } => "storage".to_owned(),
        AttachmentData::Reference(text) => format!("reference {text}"),
        AttachmentData::None => "nothing".to_owned(),
    })
}

// M12 to M15: names are data.

#[test]
fn m12_names_come_back_as_they_are() {
    let long = "x".repeat(300);
    for name in [
        "../../etc/passwd",
        "/etc/passwd",
        "C:\\Windows\\win.ini",
        "\\\\host\\share\\a.txt",
        "a\0b.txt",
        "CON",
        "dot.",
        "a.txt:stream",
        "a\u{202E}fdp.exe",
        &long,
    ] {
        let name = name.to_owned();
        let attachment = Item::by_value("", b"x".to_vec());
        let attachment = attachment.set(tags::PR_ATTACH_FILENAME, name.clone());
        let file = Item::message("names").with_attachment(attachment).file();
        let read = first(&file, |a| Ok((a.name()?.unwrap().to_string(), held(a)?)));
        assert_eq!(read, (name, "1 bytes".to_owned()));
        check(&file, &[]);
    }
}

#[test]
fn m13_a_path_in_a_named_property_is_text() {
    let mut names = NameMapBuilder::default();
    let sound = &lids::PID_LID_REMINDER_FILE_PARAMETER;
    let tag = PropTag::new(names.add(sound).unwrap(), PropType::UNICODE);
    let file = Item::message("ping").set(tag, "\\\\host.example\\a.wav").file_with(&names.build());
    let value = lenient(&file, |m| Ok(m.get_named(sound)?.unwrap().value.into_owned()));
    assert_eq!(value.as_str(), Some("\\\\host.example\\a.wav"));
    check(&file, &[]);
}

#[test]
fn m14_html_is_given_as_it_is() {
    let html = "<img src=\"file://host.example/a!b\"><img src=\"http://example.org/x.png\">";
    let file = Item::message("html").set(tags::PR_HTML, html.as_bytes().to_vec()).file();
    assert_eq!(lenient(&file, |m| Ok(m.html_text()?.unwrap().to_string())), html);
    check(&file, &[]);
}

#[test]
fn m15_what_is_attached_by_reference_stays_a_path() {
    // The file exists on most machines; nothing of it may be seen.
    for (method, path) in [(2, "/etc/hostname"), (3, "\\\\host\\a"), (4, "C:\\a"), (7, "file:///a")]
    {
        let attachment = Item::attachment(method).set(tags::PR_ATTACH_LONG_PATHNAME, path);
        let file = Item::message("by reference").with_attachment(attachment).file();
        assert_eq!(first(&file, held), format!("reference {path}"));
        assert!(first(&file, |a| Ok(a.reader()?.is_none() && a.message()?.is_none())));
        check(&file, &[]);
    }
}

// M16: recipients and attachments.

#[test]
fn m16_counts_that_are_wrong() {
    let file = Item::message("counts")
        .with_recipient(Item::recipient(1, "Ada", "ada@example.org"))
        .with_attachment(Item::by_value("a", b"a".to_vec()))
        .header(|header| (header.recipient_count, header.attachment_count) = (u32::MAX, 0))
        .file();
    let counts = lenient(&file, |m| Ok((m.recipients().len(), m.attachments().len())));
    assert_eq!(counts, (1, 1));
    check(&file, &["msg-recipient-count 0xffffffff", "msg-attachment-count 0x0"]);
    // Getters do not rely on the header.
    assert_eq!(strict(&file, |m| m.recipients().try_for_each(|r| r.map(drop))), "read");
}

#[test]
fn m16_storages_that_are_missing() {
    let file = Item::message("gone")
        .with_recipient_at(3, Item::recipient(1, "Ada", "ada@example.org"))
        .header(|header| (header.recipient_count, header.attachment_count) = (4, 1))
        .file();
    let numbers = lenient(&file, |m| {
        m.recipients().map(|r| r.map(|r| r.number())).collect::<Result<Vec<_>, _>>()
    });
    assert_eq!(numbers, [3]);
    assert!(lenient(&file, |m| Ok(m.attachments().next().is_none())));
    check(&file, &["msg-recipient-count 0x4", "msg-attachment-count 0x1"]);
}

#[test]
fn m16_more_recipients_than_the_format_allows() {
    for (count, expected) in [(2048, &[][..]), (2049, &["msg-too-many 0x801"])] {
        let mut message = Item::message("many");
        for _ in 0..count {
            message = message.with_recipient(Item::new().set(tags::PR_RECIPIENT_TYPE, 1));
        }
        let file = message.file();
        assert_eq!(lenient(&file, |m| Ok(m.recipients().filter(Result::is_ok).count())), count);
        check(&file, expected);
    }
}

#[test]
fn m16_parts_without_a_property_stream() {
    let file = Item::message("half")
        .with_recipient(Item::recipient(1, "Ada", "ada@example.org").properties(None))
        .with_recipient(Item::recipient(1, "Bob", "bob@example.org"))
        .with_attachment(Item::by_value("a.txt", b"abc".to_vec()).properties(None))
        .file();
    let name = |m: &Open<'_, '_>, at: usize| {
        Ok(m.recipients().nth(at).unwrap()?.name()?.unwrap().to_string())
    };
    assert_eq!(lenient(&file, |m| name(m, 0)), "Ada");
    assert!(lenient(&file, |m| Ok(m.recipients().next().unwrap()?.recipient_type().is_none())));
    let attached = first(&file, |a| Ok((a.name()?.unwrap().to_string(), held(a)?)));
    assert_eq!(attached, ("a.txt".to_owned(), "3 bytes".to_owned()));
    assert_eq!(strict(&file, |m| name(m, 0)), "recipient 0: msg-no-properties");
    assert_eq!(strict(&file, |m| name(m, 1)), "read", "the next one is not affected");
    check(
        &file,
        &[
            "recipient 0: msg-no-properties 0x0",
            "recipient 0: msg-no-entry 0x3001001f",
            "recipient 0: msg-no-entry 0x3002001f",
            "recipient 0: msg-no-entry 0x3003001f",
            "attachment 0: msg-no-properties 0x0",
            "attachment 0: msg-no-entry 0x37010102",
            "attachment 0: msg-no-entry 0x3707001f",
            "attachment 0: msg-no-method 0x0",
        ],
    );
}

#[test]
fn m16_a_method_that_does_not_go_with_the_content() {
    let text = |item: Item| item.set(tags::PR_ATTACH_DATA_BIN, b"abc".to_vec());
    let inner = || Item::embedding(Item::message("inner"));
    let bare = |kind| Item::new().object(kind, StorageBuilder::new());
    let method = |item: Item, method: i32| item.set(tags::PR_ATTACH_METHOD, method);
    let no_message = Item::embedding(Item::new().properties(None));
    for (attachment, holds, finding) in [
        (text(Item::attachment(5)), "3 bytes", Some("msg-method 0x5")),
        (text(Item::attachment(6)), "3 bytes", None),
        (text(Item::new()), "3 bytes", Some("msg-no-method 0x0")),
        (inner(), "message", None),
        (no_message, "storage", Some("msg-method 0x5")),
        (method(bare(ObjectKind::MESSAGE), 6), "storage", None),
        (method(bare(ObjectKind::STORAGE), 1), "storage", Some("msg-method 0x1")),
        (Item::attachment(5), "nothing", Some("msg-method 0x5")),
        (Item::attachment(6), "nothing", Some("msg-method 0x6")),
        (Item::attachment(1), "nothing", None),
        (Item::attachment(99), "nothing", None),
        // A stream where the storage belongs.
        (
            Item::attachment(5)
                .set(DATA_OBJECT, PropValue::Object(ObjectKind::MESSAGE))
                .stream(&StreamName::value(DATA_OBJECT), b"no storage"),
            "nothing",
            Some("msg-method 0x5"),
        ),
    ] {
        let file = Item::message("method").with_attachment(attachment).file();
        assert_eq!(first(&file, held), holds);
        let finding = finding.map(|finding| format!("attachment 0: {finding}"));
        check(&file, &finding.as_deref().into_iter().collect::<Vec<_>>());
    }
    assert_eq!(AttachMethod(99).to_string(), "method 0x63");
}

#[test]
fn m16_storages_where_streams_belong_and_the_other_way_round() {
    let storage = StorageBuilder::new;
    let file = Item::new()
        .declared(tags::PR_SUBJECT, 2)
        .storage(&StreamName::value(tags::PR_SUBJECT), storage())
        .set(tags::PR_BODY, "kept")
        .stream(&recipient_storage_name(0), b"a stream")
        .storage(&attachment_storage_name(0), storage())
        .header(|header| header.attachment_count = 1)
        .file();
    assert!(error(&file, subject).starts_with("property 0037001F: "));
    assert_eq!(lenient(&file, |m| Ok(m.body()?.unwrap().to_string())), "kept");
    assert_eq!(lenient(&file, |m| Ok(m.recipients().len())), 0);
    assert_eq!(first(&file, held), "nothing");
    check(
        &file,
        &[
            "msg-unknown-element 0x0",
            "property 0037001F: msg-unreadable 0x37001f",
            "attachment 0: msg-no-properties 0x0",
            "attachment 0: msg-no-method 0x0",
        ],
    );
}

#[test]
fn what_nobody_knows_is_listed_and_left_alone() {
    let file = Item::message("more")
        .stream("Extra", b"1")
        .storage("__unknown", StorageBuilder::new())
        .stream(&StreamName::value(PropTag(0x6001_0003)), b"no entry")
        .set(tags::PR_STORE_SUPPORT_MASK, 0)
        .file();
    check(
        &file,
        &[
            "msg-unknown-element 0x0",
            "msg-unknown-element 0x0",
            "msg-no-entry 0x60010003",
            "msg-mixed-strings 0x0",
        ],
    );
}

// Containers.

#[test]
fn what_is_no_compound_file() {
    for (bytes, expected) in [
        (&b""[..], "not a compound file: it is empty"),
        (b"hi\n", "not a compound file: it is only 3 bytes long"),
        (b"From: ada@example.org", "not a compound file"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "header at 0x0: expected 512 bytes, found 0x8"),
    ] {
        let error = open_with(bytes, Limits::default()).unwrap_err();
        assert!(error.place().is_empty());
        assert!(error.to_string().starts_with(expected), "{error}");
    }
}

#[test]
fn what_holds_no_message() {
    let mut workbook = StorageBuilder::new();
    workbook.stream("Workbook", b"1").unwrap();
    let mut storage = StorageBuilder::new();
    storage.storage(PROPERTIES_STREAM).unwrap();
    for (root, expected) in [
        (workbook, "no message: there is no stream __properties_version1.0"),
        (StorageBuilder::new(), "no message: there is no stream __properties_version1.0"),
        (storage, "EntryId(1) is not a stream"),
    ] {
        let bytes = write(&root);
        let file = open(&bytes);
        assert_eq!(file.message().unwrap_err().to_string(), expected);
        assert_eq!(openimsg_message::check(&file).unwrap_err().to_string(), expected);
    }
}

/// Makes the stream of this name, of several the last, start outside the file.
fn break_chain(file: &mut [u8], name: &str) {
    let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let at = file.windows(name.len()).rposition(|bytes| bytes == name).unwrap();
    file[at + 116..at + 120].copy_from_slice(&0x00FF_FFFF_u32.to_le_bytes());
}

#[test]
fn a_broken_stream_is_the_loss_of_one_property() {
    let mut file = Item::message("kept")
        .set(tags::PR_BODY, "x".repeat(5000))
        .with_recipient(Item::recipient(1, "Ada", "ada@example.org"))
        .file();
    break_chain(&mut file, "__substg1.0_1000001F");
    assert_eq!(lenient(&file, subject).as_deref(), Some("kept"));
    let body = |m: &Open<'_, '_>| m.body().map(drop);
    let error_of_body = error(&file, body);
    assert!(error_of_body.starts_with("property 1000001F: stream (entry "), "{error_of_body}");
    assert!(error_of_body.ends_with("leaves the file"), "{error_of_body}");
    assert!(!strict(&file, |m| m.subject().map(drop)).contains("read"), "the container is damaged");
    check(
        &file,
        &[
            "cfb-chain-broken 0xffffff",
            "property 1000001F: msg-unreadable 0x1000001f",
            "property 1000001F: props-declared-size 0x1000001f",
        ],
    );
}

#[test]
fn a_broken_name_map_is_the_loss_of_names() {
    let mut names = NameMapBuilder::default();
    let id = names.add(&lids::PID_LID_REMINDER_SET).unwrap();
    let tag = PropTag::new(id, PropType::BOOLEAN);
    let mut file = Item::message("kept").set(tag, true).file_with(&names.build());
    break_chain(&mut file, "__substg1.0_00030102");
    let by_name = error(&file, |m| m.get_named(&lids::PID_LID_REMINDER_SET).map(drop));
    assert!(by_name.starts_with("named properties: stream (entry "), "{by_name}");
    assert_eq!(lenient(&file, |m| Ok(m.boolean(id))), Some(true));
    check(&file, &["cfb-chain-broken 0xffffff", "named properties: msg-unreadable 0x0"]);
}

#[test]
fn a_broken_recipient_is_the_loss_of_one() {
    let ada = || Item::recipient(1, "Ada", "ada@example.org");
    let mut file = Item::message("kept").with_recipient(ada()).with_recipient(ada()).file();
    break_chain(&mut file, PROPERTIES_STREAM);
    let read = lenient(&file, |m| Ok(m.recipients().map(|r| r.is_ok()).collect::<Vec<_>>()));
    assert_eq!(read, [true, false]);
    check(&file, &["cfb-chain-broken 0xffffff", "recipient 1: msg-unreadable 0x0"]);
}

#[test]
fn names_are_looked_up_without_regard_to_case() {
    let file = Item::new()
        .declared(PropTag(0x0E1D_001F), 2)
        .stream("__SUBSTG1.0_0e1d001f", b"a\0")
        .file_without_names();
    let text = lenient(&file, |m| Ok(m.normalized_subject()?.unwrap().to_string()));
    assert_eq!(text, "a");
}

#[test]
fn cancelling_stops_a_check() {
    let file = Item::message("long").file();
    let opened = MessageFile::open(file.as_slice(), Options::default()).unwrap();
    opened.budget().cancel();
    assert_eq!(openimsg_message::check(&opened).unwrap_err().to_string(), "cancelled");
    assert!(opened.message().unwrap().subject().is_ok(), "a getter is no long work");
}
