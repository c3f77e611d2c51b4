//! What the reader gives of sound messages: every type of property, the typed getters,
//! recipients, attachments of every kind, embedded messages and named properties.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::print_stdout,
    reason = "a test fails by panicking, and says why"
)]

#[expect(dead_code, reason = "each test needs another part of it")]
mod common;

use std::io::Read;

use common::{DATA_OBJECT, Item, check, findings, open, strict, subject};
use openimsg_base::{CodePage, FileTime, Guid, Limits};
use openimsg_message::{
    AttachMethod, AttachmentData, MessageFile, Object, Options, Recipient, RecipientType,
};
use openimsg_props::named::{NameMapBuilder, NamedProperty};
use openimsg_props::{
    AppTime, Attributes, Currency, ObjectKind, PropId, PropTag, PropType, PropValue, SCode,
    StreamName, Text, guids, lids, tags,
};
use openimsg_storage::Store;
use openimsg_storage::write::StorageBuilder;

/// A value of every type that can be stored ([MS-OXCDATA] 2.11.1), each list with two values.
fn values() -> Vec<PropValue<'static>> {
    let time = |n: u64| FileTime::from_raw(0x01DC_0000_0000_0000 + n);
    let guid = |n: u8| Guid::from_bytes([n; 16]);
    let bytes = |bytes: &'static [u8]| bytes.into();
    vec![
        PropValue::Null,
        PropValue::I2(i16::MIN),
        PropValue::Long(i32::MIN),
        PropValue::Float(-1.5),
        PropValue::Double(2.25),
        PropValue::Currency(Currency(-123_400)),
        PropValue::AppTime(AppTime(45_000.5)),
        PropValue::Error(SCode(0x8004_010F)),
        PropValue::Boolean(true),
        PropValue::I8(i64::MIN),
        PropValue::SysTime(time(1)),
        PropValue::Clsid(guid(7)),
        PropValue::String8(Text::new("caf\u{E9}")),
        PropValue::Unicode(Text::new("日本 \u{1F600}")),
        PropValue::Binary(bytes(b"\0\x01\0")),
        PropValue::Object(ObjectKind::NONE),
        PropValue::ServerId(bytes(b"server")),
        PropValue::Restriction(bytes(b"restriction")),
        PropValue::Actions(bytes(b"actions")),
        PropValue::MvI2(vec![1, -1]),
        PropValue::MvLong(vec![i32::MAX, -2]),
        PropValue::MvFloat(vec![0.5, -0.5]),
        PropValue::MvDouble(vec![0.25, f64::MIN]),
        PropValue::MvCurrency(vec![Currency(1), Currency(-1)]),
        PropValue::MvAppTime(vec![AppTime(1.5), AppTime(-1.25)]),
        PropValue::MvI8(vec![i64::MAX, -1]),
        PropValue::MvSysTime(vec![time(2), time(3)]),
        PropValue::MvClsid(vec![guid(1), guid(2)]),
        PropValue::MvString8(vec![Text::new("a"), Text::new("\u{E9}t\u{E9}")]),
        PropValue::MvUnicode(vec![Text::new("ä"), Text::new("")]),
        PropValue::MvBinary(vec![bytes(b"\0"), bytes(b"")]),
        // Unknown types are kept raw.
        PropValue::Unknown { kind: PropType(0x0BAD), raw: bytes(b"raw") },
        PropValue::Unknown { kind: PropType(0x1BAD), raw: bytes(b"more") },
    ]
}

/// The values with tags whose ids go down, so that order by tag is not the order of writing.
fn properties() -> Vec<(PropTag, Attributes, PropValue<'static>)> {
    let with_tag = |(i, value): (u16, PropValue<'static>)| {
        let tag = PropTag::new(PropId(0x67F0 - i), value.kind());
        (tag, Attributes(u32::from(i % 8)), value)
    };
    (0..).zip(values()).map(with_tag).collect()
}

fn with_all(item: Item) -> Item {
    properties()
        .into_iter()
        .fold(item, |item, (tag, attributes, value)| item.set_with(tag, value, attributes))
}

/// All properties are there, in order, by each way of asking.
fn assert_all<S: Store>(object: &Object<'_, S>) {
    let stored = properties();
    let first = stored[0].0;
    let mut walked = object.iter().map(Result::unwrap).skip_while(|p| p.tag != first);
    for (tag, attributes, value) in stored {
        for property in [
            object.get(tag).unwrap().unwrap(),
            object.get_id(tag.id()).unwrap().unwrap(),
            walked.next().unwrap(),
        ] {
            assert!(property.value == value, "{tag}");
            assert_eq!((property.tag, property.attributes), (tag, attributes));
            assert_eq!(property.defect, None);
        }
        let other = tag.with_kind(PropType(tag.kind().0 ^ 0x4000));
        assert!(object.get(other).unwrap().is_none(), "no other type");
    }
    assert!(walked.next().is_none());
}

#[test]
fn every_type_in_every_kind_of_object() {
    let message = || with_all(Item::message("all"));
    let file = message()
        .with_recipient(with_all(Item::recipient(1, "Ada", "ada@example.org")))
        .with_attachment(with_all(Item::attachment(1)))
        .with_attachment(Item::embedding(message()))
        .file();
    check(&file, &[]);
    for limits in [Limits::default(), Limits::strict()] {
        let file = common::open_with(&file, limits).unwrap();
        let message = file.message().unwrap();
        assert_all(&message);
        assert_all(&message.recipients().next().unwrap().unwrap());
        let attachments: Vec<_> = message.attachments().map(Result::unwrap).collect();
        assert_all(&attachments[0]);
        assert_all(&attachments[1].message().unwrap().unwrap());
    }
}

#[test]
fn raw_bytes_are_as_stored() {
    let many = PropTag(0x6001_101F);
    let texts = vec![Text::new("a"), Text::new("bc")];
    let file = Item::message("raw").set(many, PropValue::MvUnicode(texts)).file();
    let file = open(&file);
    let message = file.message().unwrap();
    assert_eq!(&*message.raw(tags::PR_SUBJECT).unwrap().unwrap(), b"r\0a\0w\0");
    assert_eq!(&*message.raw(many).unwrap().unwrap(), [4, 0, 0, 0, 6, 0, 0, 0]);
    assert_eq!(&*message.raw_item(many, 1).unwrap().unwrap(), b"b\0c\0\0\0");
    assert!(message.raw_item(many, 2).unwrap().is_none());
    assert!(message.raw(tags::PR_BODY).unwrap().is_none());
}

#[test]
fn the_getters_of_a_message() {
    let time = |n: u64| FileTime::from_raw(0x01DC_0000_0000_0000 + n);
    let file = Item::message("RE: plan")
        .set(tags::PR_SUBJECT_PREFIX, "RE: ")
        .set(tags::PR_NORMALIZED_SUBJECT, "plan")
        .set(tags::PR_CONVERSATION_TOPIC, "plan")
        .set(tags::PR_INTERNET_MESSAGE_ID, "<1@example.org>")
        .set(tags::PR_TRANSPORT_MESSAGE_HEADERS, "Subject: plan")
        .set(tags::PR_DISPLAY_TO, "Ada")
        .set(tags::PR_DISPLAY_CC, "Bob")
        .set(tags::PR_DISPLAY_BCC, "Eve")
        .set(tags::PR_SENDER_NAME, "Joe")
        .set(tags::PR_SENDER_EMAIL_ADDRESS, "/o=x/cn=joe")
        .set(tags::PR_SENDER_ADDRTYPE, "EX")
        .set(PropTag(0x5D01_001F), "joe@example.org")
        .set(tags::PR_SENT_REPRESENTING_NAME, "Max")
        .set(PropTag(0x5D02_001F), "max@example.org")
        .set(tags::PR_CLIENT_SUBMIT_TIME, time(1))
        .set(tags::PR_MESSAGE_DELIVERY_TIME, time(2))
        .set(tags::PR_CREATION_TIME, time(3))
        .set(tags::PR_LAST_MODIFICATION_TIME, time(4))
        .set(tags::PR_IMPORTANCE, 2)
        .set(tags::PR_SENSITIVITY, 3)
        .set(tags::PR_MESSAGE_FLAGS, 9)
        .set(tags::PR_BODY, "text")
        .set(tags::PR_HTML, b"<p>html".to_vec())
        .file();
    check(&file, &[]);
    let file = open(&file);
    let message = file.message().unwrap();
    for (got, expected) in [
        (message.class(), "IPM.Note"),
        (message.subject(), "RE: plan"),
        (message.subject_prefix(), "RE: "),
        (message.normalized_subject(), "plan"),
        (message.conversation_topic(), "plan"),
        (message.internet_message_id(), "<1@example.org>"),
        (message.transport_headers(), "Subject: plan"),
        (message.display_to(), "Ada"),
        (message.display_cc(), "Bob"),
        (message.display_bcc(), "Eve"),
        (message.body(), "text"),
        (message.html_text(), "<p>html"),
    ] {
        assert_eq!(got.unwrap().unwrap().as_str(), expected);
    }
    let text = |text: Option<Text<'_>>| text.map(|text| text.to_string()).unwrap_or_default();
    let sender = message.sender().unwrap();
    let sender = [sender.name, sender.address, sender.address_type, sender.smtp].map(text);
    assert_eq!(sender, ["Joe", "/o=x/cn=joe", "EX", "joe@example.org"]);
    let other = message.representing().unwrap();
    let other = [other.name, other.address, other.address_type, other.smtp].map(text);
    assert_eq!(other, ["Max", "", "", "max@example.org"]);
    let times = [
        message.submit_time(),
        message.delivery_time(),
        message.creation_time(),
        message.last_modification_time(),
    ];
    assert_eq!(times, [1, 2, 3, 4].map(|n| Some(time(n))));
    assert_eq!((message.importance(), message.sensitivity()), (Some(2), Some(3)));
    assert_eq!((message.flags(), message.is_draft(), message.depth()), (Some(9), true, 0));
    let html = message.html().unwrap().unwrap();
    assert_eq!((html.kind, &*html.bytes), (PropType::BINARY, b"<p>html".as_slice()));
    assert!(html.bytes.is_lent());
}

#[test]
fn an_empty_message_has_nothing() {
    let file = Item::new().file();
    check(&file, &[]);
    let file = open(&file);
    let message = file.message().unwrap();
    assert!(message.class().unwrap().is_none() && message.subject().unwrap().is_none());
    assert!(message.html_text().unwrap().is_none() && message.rtf().unwrap().is_none());
    assert!(message.submit_time().is_none() && !message.is_draft());
    assert!(message.sender().unwrap() == openimsg_message::Sender::default());
    assert_eq!((message.recipients().len(), message.attachments().len()), (0, 0));
    assert_eq!(message.iter().count(), 0);
}

#[test]
fn a_getter_asks_for_its_own_type() {
    let file = Item::new()
        .set(PropTag(0x0037_0003), 7)
        .set(PropTag(0x0017_0002), PropValue::I2(1))
        .set(PropTag(0x0039_0014), PropValue::I8(1))
        .file();
    let file = open(&file);
    let message = file.message().unwrap();
    assert!(message.subject().unwrap().is_none(), "a number is no text");
    assert_eq!((message.importance(), message.submit_time()), (None, None));
    assert_eq!(message.get_id(PropId(0x0037)).unwrap().unwrap().value.as_i64(), Some(7));
}

#[test]
fn recipients_in_the_order_of_their_numbers() {
    let smtp = Item::recipient(1, "Ada", "ada@example.org");
    let exchange = Item::recipient(0x1000_0002_u32.cast_signed(), "Bob", "/o=x/cn=bob")
        .set(tags::PR_SMTP_ADDRESS, "bob@example.org");
    let file = Item::message("to many")
        .with_recipient_at(0x1F, Item::recipient(3, "Eve", "eve@example.org"))
        .with_recipient_at(0, smtp)
        .with_recipient_at(0xA, exchange)
        .file();
    check(&file, &[]);
    let file = open(&file);
    let of = |recipient: &Recipient<'_, _>| {
        let text = |text: Option<Text<'_>>| text.unwrap().to_string();
        assert_eq!(text(recipient.address_type().unwrap()), "SMTP");
        let kind = recipient.recipient_type().unwrap();
        let (name, address) = (recipient.name().unwrap(), recipient.address().unwrap());
        (recipient.number(), kind, text(name), text(address))
    };
    let message = file.message().unwrap();
    let all: Vec<_> = message.recipients().map(|recipient| of(&recipient.unwrap())).collect();
    let one = |number, kind, name: &str, address: &str| {
        (number, kind, name.to_owned(), address.to_owned())
    };
    assert_eq!(
        all,
        [
            one(0, RecipientType::TO, "Ada", "ada@example.org"),
            one(0xA, RecipientType::CC, "Bob", "bob@example.org"),
            one(0x1F, RecipientType::BCC, "Eve", "eve@example.org"),
        ]
    );
    let bob = message.recipients().nth(1).unwrap().unwrap();
    assert_eq!(bob.email_address().unwrap().unwrap().as_str(), "/o=x/cn=bob");
    assert_eq!(bob.smtp_address().unwrap().unwrap().as_str(), "bob@example.org");
}

/// What an attachment holds, in words.
fn held<N>(data: &AttachmentData<'_, N>) -> String {
    match data {
        AttachmentData::Bytes { size, .. } => format!("{size} bytes"),
        AttachmentData::Message { .. } => "message".to_owned(),
        AttachmentData::Storage { .. } => "storage".to_owned(),
        AttachmentData::Reference(text) => format!("reference {text}"),
        AttachmentData::None => "nothing".to_owned(),
    }
}

#[test]
fn attachments_of_every_method() {
    let mut ole = StorageBuilder::new();
    ole.clsid(Guid::from_bytes([9; 16]));
    ole.stream("\u{1}CompObj", b"object").unwrap();
    let long = |item: Item| item.set(tags::PR_ATTACH_LONG_PATHNAME, "https://example.org/long");
    let cases = [
        (Item::attachment(0), "nothing"),
        (Item::by_value("a.txt", b"abc".to_vec()), "3 bytes"),
        (Item::by_value("empty.txt", Vec::new()), "0 bytes"),
        (Item::attachment(2).set(tags::PR_ATTACH_PATHNAME, "C:\\a"), "reference C:\\a"),
        (long(Item::attachment(3)), "reference https://example.org/long"),
        (
            long(Item::attachment(4)).set(tags::PR_ATTACH_PATHNAME, "C:\\a"),
            "reference https://example.org/long",
        ),
        (Item::embedding(Item::message("inner")), "message"),
        (Item::ole(ole), "storage"),
        // An OLE 1 object is bytes.
        (Item::attachment(6).set(tags::PR_ATTACH_DATA_BIN, vec![1, 2]), "2 bytes"),
        // A web reference with PidTagAttachLongPathname, and with the long filename only.
        (
            long(Item::attachment(7)).set(tags::PR_ATTACH_LONG_FILENAME, "name"),
            "reference https://example.org/long",
        ),
        (
            Item::attachment(7).set(tags::PR_ATTACH_LONG_FILENAME, "https://example.org/name"),
            "reference https://example.org/name",
        ),
    ];
    let (items, expected): (Vec<_>, Vec<_>) = cases.into_iter().unzip();
    // Numbers with gaps.
    let numbered = (0..).step_by(3).zip(items);
    let file = numbered
        .fold(Item::message("all"), |message, (n, item)| message.with_attachment_at(n, item))
        .file();
    check(&file, &[]);
    let file = open(&file);
    let message = file.message().unwrap();
    for ((number, attachment), expected) in
        (0..).step_by(3).zip(message.attachments()).zip(expected)
    {
        let attachment = attachment.unwrap();
        assert_eq!(attachment.number(), number);
        let data = attachment.data().unwrap();
        assert_eq!(held(&data), expected);
        let mut read = Vec::new();
        let reader = attachment.reader().unwrap();
        let is_bytes = matches!(data, AttachmentData::Bytes { .. });
        assert_eq!(reader.is_some(), is_bytes);
        reader.map(|mut reader| reader.read_to_end(&mut read).unwrap());
        if let AttachmentData::Bytes { stream, size } = data {
            assert_eq!(u64::try_from(read.len()).unwrap(), size);
            assert_eq!(read, &*file.store().content(stream).unwrap());
        } else if let AttachmentData::Storage { storage } = data {
            let clsid = file.store().stat(&storage).unwrap().clsid;
            assert_eq!(clsid, Guid::from_bytes([9; 16]));
            let stream = file.store().child(&storage, "\u{1}CompObj").unwrap();
            assert_eq!(&*file.store().content(stream).unwrap(), b"object");
        }
    }
}

#[test]
fn the_getters_of_an_attachment() {
    let attachment = Item::by_value("picture.png", b"png".to_vec())
        .set(tags::PR_ATTACH_FILENAME, "pictur~1.png")
        .set(tags::PR_DISPLAY_NAME, "shown")
        .set(tags::PR_ATTACH_EXTENSION, ".png")
        .set(tags::PR_ATTACH_MIME_TAG, "image/png")
        .set(PropTag(0x3712_001F), "cid")
        .set(tags::PR_RENDERING_POSITION, -1);
    // Without a method and a name it is told by what is there.
    let bare = Item::new().set(tags::PR_ATTACH_DATA_BIN, vec![1]).set(tags::PR_DISPLAY_NAME, "d");
    let file = Item::message("a").with_attachment(attachment).with_attachment(bare).file();
    let file = open(&file);
    let message = file.message().unwrap();
    let all: Vec<_> = message.attachments().map(Result::unwrap).collect();
    let [full, bare] = all.as_slice() else { unreachable!() };
    for (got, expected) in [
        (full.name(), "picture.png"),
        (full.long_filename(), "picture.png"),
        (full.short_filename(), "pictur~1.png"),
        (full.display_name(), "shown"),
        (full.extension(), ".png"),
        (full.mime_type(), "image/png"),
        (full.content_id(), "cid"),
        (bare.name(), "d"),
    ] {
        assert_eq!(got.unwrap().unwrap().as_str(), expected);
    }
    assert_eq!(full.method(), Some(AttachMethod::BY_VALUE));
    assert_eq!(full.rendering_position(), Some(-1));
    assert_eq!((bare.method(), held(&bare.data().unwrap())), (None, "1 bytes".to_owned()));
    assert_eq!(findings(&file), ["attachment 1: msg-no-method 0x0"]);
}

#[test]
fn an_embedded_message_has_parts_of_its_own_and_the_names_of_the_file() {
    let mut names = NameMapBuilder::default();
    let keywords = NamedProperty::name(guids::PS_PUBLIC_STRINGS, "Keywords");
    let mut tag = |name: &NamedProperty, kind| PropTag::new(names.add(name).unwrap(), kind);
    let reminder = tag(&lids::PID_LID_REMINDER_SET, PropType::BOOLEAN);
    let words = tag(&keywords, PropType::MV_UNICODE);
    let inner = Item::message("inner")
        .set(words, PropValue::MvUnicode(vec![Text::new("a"), Text::new("b")]))
        .with_recipient(Item::recipient(1, "Inner", "inner@example.org").set(reminder, true))
        .with_attachment(Item::by_value("inner.txt", b"inner".to_vec()).set(reminder, false));
    let file = Item::message("outer")
        .set(reminder, true)
        .with_recipient(Item::recipient(1, "Outer", "outer@example.org"))
        .with_attachment(Item::embedding(inner))
        .file_with(&names.build());
    check(&file, &[]);
    assert_eq!(strict(&file, |m| m.names().map(drop)), "read");
    let file = open(&file);
    let outer = file.message().unwrap();
    let inner = outer.attachments().next().unwrap().unwrap().message().unwrap().unwrap();
    assert_eq!((inner.depth(), subject(&inner).unwrap().as_deref()), (1, Some("inner")));
    let recipient = inner.recipients().next().unwrap().unwrap();
    let attachment = inner.attachments().next().unwrap().unwrap();
    assert_eq!(recipient.name().unwrap().unwrap().as_str(), "Inner");
    assert_eq!(attachment.name().unwrap().unwrap().as_str(), "inner.txt");
    let place = openimsg_message::Path(&attachment.place()).to_string();
    assert_eq!(place, "attachment 0 → message → attachment 0");

    let value = |object: &Object<'_, _>, name| {
        object.get_named(name).unwrap().map(|property| property.value.into_owned())
    };
    let set = &lids::PID_LID_REMINDER_SET;
    assert!(value(&outer, set) == Some(PropValue::Boolean(true)));
    assert!(value(&inner, set).is_none());
    assert!(value(&recipient, set) == Some(PropValue::Boolean(true)));
    assert!(value(&attachment, set) == Some(PropValue::Boolean(false)));
    assert_eq!(value(&inner, &keywords).unwrap().as_texts().unwrap().len(), 2);
    assert_eq!(inner.id_of(&keywords).unwrap(), Some(words.id()));
    assert!(recipient.name_of(words.id()).unwrap().unwrap().is(&keywords));
    assert_eq!(inner.names().unwrap().len(), 2);
    let unknown = NamedProperty::lid(guids::PSETID_COMMON, 1);
    assert!(value(&inner, &unknown).is_none());
}

#[test]
fn what_other_writers_do_reads_the_same() {
    let name = StreamName::value(tags::PR_BODY).to_ascii_lowercase();
    let file = Item::new()
        // NUL stored, one or more; empty text; size without the terminator.
        .raw(tags::PR_DISPLAY_TO, b"A\0\0\0")
        .raw(tags::PR_DISPLAY_CC, b"B\0\0\0\0\0")
        .raw(tags::PR_DISPLAY_BCC, b"")
        .raw(tags::PR_SUBJECT_A, b"C\0")
        // Lower-case digits.
        .declared(tags::PR_BODY, 4)
        .stream(&name, b"D\0")
        // A stream without an entry.
        .stream(&StreamName::value(tags::PR_NORMALIZED_SUBJECT), b"E\0")
        .file();
    check(&file, &["msg-no-entry 0xe1d001f"]);
    assert_eq!(strict(&file, |m| m.normalized_subject().map(drop)), {
        "property 0E1D001F: msg-no-entry"
    });
    let file = open(&file);
    let message = file.message().unwrap();
    for (got, expected) in [
        (message.display_to(), "A"),
        (message.display_cc(), "B"),
        (message.display_bcc(), ""),
        (message.subject(), "C"),
        (message.body(), "D"),
        (message.normalized_subject(), "E"),
    ] {
        let got = got.unwrap().unwrap();
        assert_eq!((got.as_str(), got.lossy), (expected, false));
    }
    assert!(message.get_id(tags::PR_NORMALIZED_SUBJECT.id()).unwrap().is_none());
}

#[test]
fn debug_and_errors_show_no_content() {
    let file = Item::message("secret").with_attachment(Item::by_value("secret", vec![7; 9])).file();
    let file = open(&file);
    let message = file.message().unwrap();
    let attachment = message.attachments().next().unwrap().unwrap();
    let shown = format!(
        "{message:?} {attachment:?} {file:?} {:?} {:?} {:?}",
        message.subject(),
        message.get(tags::PR_SUBJECT),
        attachment.data(),
    );
    assert!(!shown.contains("secret"), "{shown}");
    assert!(attachment.get(DATA_OBJECT).unwrap().is_none());
    let forced = Options { code_page: Some(CodePage(932)), ..Options::default() };
    let bytes = Item::message("x").file();
    let forced = MessageFile::open(bytes.as_slice(), forced).unwrap();
    assert_eq!(forced.message().unwrap().code_page(), CodePage(932));
}
