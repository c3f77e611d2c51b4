//! What a message can be asked and told beside its main properties, and that nothing of what it
//! says is in `Debug` output.
#![expect(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::print_stdout,
    reason = "a test fails by panicking, and says why"
)]

#[expect(dead_code, reason = "each test needs another part of it")]
mod common;

use common::{Item, lenient, open};
use openimsg_base::{CodePage, FileTime};
#[cfg(feature = "html")]
use openimsg_base::{Limit, Limits, Refused};
use openimsg_message::body::ToldBy;
use openimsg_message::edit::{Guard, MessageEdit, Options, Person, State};
use openimsg_message::{
    Addresses, AttachMethod, BodyKind, Headers, MessageFile, Receipts, RecipientType,
};
use openimsg_props::named::NameMapBuilder;
use openimsg_props::{Attributes, PropId, PropTag, PropType, PropValue, Text, lids, tags};
use openimsg_storage::write;

fn letter() -> Item {
    Item::message("secret")
        .set(tags::PR_SENDER_NAME, "Ann")
        .set(tags::PR_SENDER_ADDRTYPE, "SMTP")
        .set(tags::PR_SENDER_EMAIL_ADDRESS, "ann@example.org")
        .with_recipient(Item::recipient(1, "Bob", "bob@example.org"))
        .with_recipient(Item::recipient(2, "Cy", "cy@example.org"))
        .with_recipient(Item::recipient(1, "Dee", "dee@example.org"))
        .with_recipient(Item::new().set(tags::PR_RECIPIENT_TYPE, 1))
}

#[test]
fn names_of_recipients_by_their_type() {
    for (kind, shown) in [
        (RecipientType::TO, "Bob; Dee"),
        (RecipientType::CC, "Cy"),
        (RecipientType::BCC, ""),
        (RecipientType::ORIGINATOR, ""),
    ] {
        let found = lenient(&letter().file(), |message| message.computed_display(kind));
        assert_eq!(found, shown, "{kind}");
    }
}

fn people(bytes: &[u8]) -> Addresses {
    open(bytes).message().unwrap().addresses().unwrap()
}

#[test]
fn people_of_a_message() {
    let found = people(&letter().file());
    assert_eq!(found.from().and_then(|from| from.display_name()), Some("Ann"));
    assert!(found.on_behalf().is_none());
    let to: Vec<_> = found.of_type(RecipientType::TO).map(|who| who.display_name()).collect();
    assert_eq!(to, [Some("Bob"), Some("Dee"), None]);
    assert_eq!(found.of_type(RecipientType::BCC).count(), 0);
    // Without a name, the address is shown.
    let bytes = letter().set(tags::PR_SENT_REPRESENTING_EMAIL_ADDRESS, "boss@example.org").file();
    let found = people(&bytes);
    assert_eq!(found.from().and_then(|from| from.display_name()), Some("boss@example.org"));
    assert_eq!(found.on_behalf().and_then(|who| who.display_name()), Some("Ann"));
}

#[test]
fn receipts_that_are_wanted() {
    for (read, delivery) in [(false, false), (true, false), (false, true), (true, true)] {
        let item = letter()
            .set(tags::PR_READ_RECEIPT_REQUESTED, read)
            .set(tags::PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED, delivery);
        let found = lenient(&item.file(), |message| Ok(message.receipts()));
        assert_eq!(found, Receipts { read, delivery });
    }
    let none = lenient(&letter().file(), |message| Ok(message.receipts()));
    assert_eq!(none, Receipts::default());
}

#[test]
fn size_and_attachments_by_what_is_there() {
    let size = |item: Item| lenient(&item.file(), |message| Ok(message.computed_size()));
    let has = |item: Item| lenient(&item.file(), |message| Ok(message.has_attachments()));
    let attachment = |len| Item::by_value("a", vec![0; len]);
    assert!(!has(letter().set(tags::PR_HASATTACH, true)));
    assert!(has(letter().with_attachment(attachment(0)).set(tags::PR_HASATTACH, false)));
    let less = size(letter().with_attachment(attachment(100)));
    assert_eq!(size(letter().with_attachment(attachment(5000))), less + 4900);
    // Those of a message inside count too.
    let inner = |len| Item::embedding(letter().with_attachment(attachment(len)));
    let less = size(letter().with_attachment(inner(0)));
    assert_eq!(size(letter().with_attachment(inner(700))), less + 700);
}

fn categories(bytes: &[u8]) -> Vec<String> {
    open(bytes).message().unwrap().categories().unwrap()
}

#[test]
fn categories_in_every_form() {
    let texts = || vec![Text::new("Red"), Text::new("Blue")];
    for (value, expected) in [
        (PropValue::MvUnicode(texts()), vec!["Red", "Blue"]),
        (PropValue::MvString8(texts()), vec!["Red", "Blue"]),
        (PropValue::Unicode(Text::new("Red")), vec!["Red"]),
        (PropValue::String8(Text::new("Red")), vec!["Red"]),
        (PropValue::Long(1), vec![]),
    ] {
        let mut names = NameMapBuilder::default();
        let id = names.add(&lids::PID_NAME_KEYWORDS).unwrap();
        let tag = PropTag::new(id, value.kind());
        let bytes = Item::message("a").set(tag, value).file_with(&names.build());
        assert_eq!(categories(&bytes), expected);
    }
    assert!(categories(&letter().file()).is_empty());
}

#[test]
fn codes_print_as_words() {
    for (method, words) in [
        (AttachMethod::NONE, "none"),
        (AttachMethod::BY_VALUE, "by value"),
        (AttachMethod::BY_REFERENCE, "by reference"),
        (AttachMethod::BY_REF_RESOLVE, "by reference, resolved"),
        (AttachMethod::BY_REF_ONLY, "by reference only"),
        (AttachMethod::EMBEDDED_MESSAGE, "embedded message"),
        (AttachMethod::OLE, "OLE object"),
        (AttachMethod::BY_WEB_REFERENCE, "web reference"),
        (AttachMethod(0x77), "method 0x77"),
    ] {
        assert_eq!(method.to_string(), words);
    }
    for (kind, word) in [
        (RecipientType::ORIGINATOR, "From"),
        (RecipientType::TO, "To"),
        (RecipientType::CC, "Cc"),
        (RecipientType::BCC, "Bcc"),
        (RecipientType(9), "0x9"),
    ] {
        assert_eq!(kind.to_string(), word);
    }
}

/// Bodies, headers, people and what is edited hold text of the message; it is not shown.
#[test]
fn debug_shows_no_content() {
    let html = b"<p>secret</p><img src=cid:secret>".to_vec();
    let bytes = letter()
        .set(tags::PR_BODY, "secret")
        .set(tags::PR_HTML, html)
        .with_attachment(
            Item::by_value("secret.png", b"secret".to_vec())
                .set(tags::PR_ATTACH_CONTENT_ID, "secret"),
        )
        .file();
    let file = open(&bytes);
    let message = file.message().unwrap();
    let body = message.read_body().unwrap();
    assert!(body.has(BodyKind::Text) && body.has(BodyKind::Html) && !body.has(BodyKind::Rtf));
    let edit = MessageEdit::open(bytes.clone(), Options::default()).unwrap();
    for (shown, what) in [
        (format!("{body:?}"), "Body {"),
        (format!("{:?}", body.text().unwrap()), "Shown {"),
        (format!("{:?}", message.stored_html().unwrap().unwrap()), "HtmlText {"),
        (format!("{:?}", message.inline_parts()), "InlineParts { attachments: 1 }"),
        (format!("{:?}", Headers::parse("Subject: secret\r\n")), "Headers { fields: 1 }"),
        (format!("{:?}", Person::smtp("secret", "secret@x")), "Person {"),
        (format!("{:?}", *edit), "ObjectEdit {"),
    ] {
        assert!(shown.starts_with(what) && !shown.contains("secret"), "{shown}");
    }
}

#[cfg(feature = "html")]
#[test]
fn debug_of_what_is_rendered_shows_no_content() {
    let bytes = letter().file();
    let file = open(&bytes);
    let rendered = file.message().unwrap().render_html("<b>secret</b>", Default::default());
    let rendered = rendered.unwrap();
    let shown = format!("{rendered:?}");
    assert!(rendered.html.contains("secret") && !shown.contains("secret"), "{shown}");
    assert!(shown.starts_with("Rendered { bytes: "), "{shown}");
}

/// What is set is what is read, in a file that was written anywhere.
#[test]
fn everything_that_people_say_can_be_set() {
    let time = |n: u64| FileTime::from_raw(0x01DC_0000_0000_0000 + n);
    let mut edit = MessageEdit::new(Options::default()).unwrap();
    edit.set_class("IPM.Note.Custom").unwrap();
    edit.set_state(State::Sent).unwrap();
    // Whoever is represented stays, however the sender is set after it.
    edit.set_representing(&Person::smtp("Boss", "boss@example.org")).unwrap();
    edit.set_sender(&Person::smtp("Ann", "ann@example.org")).unwrap();
    edit.set_submit_time(time(1)).unwrap();
    edit.set_delivery_time(time(2)).unwrap();
    edit.set_importance(2).unwrap();
    edit.set_sensitivity(3).unwrap();
    edit.set_transport_headers("X-A: 1\r\n\r\n").unwrap();
    edit.set_internet_message_id("<1@example.org>").unwrap();
    edit.set_categories(["Red"]).unwrap();
    let keywords = edit.get_named(&lids::PID_NAME_KEYWORDS).unwrap().unwrap();
    assert_eq!(keywords.kind(), PropType::MV_UNICODE);
    edit.set_categories([]).unwrap();
    assert_eq!(edit.get_named(&lids::PID_NAME_KEYWORDS).unwrap(), None);
    assert_eq!(edit.get_named(&lids::PID_LID_FLAG_REQUEST).unwrap(), None);
    let number = edit.attach("a.txt", b"a").unwrap();
    let mut attachment = edit.attachment(number).unwrap();
    attachment.set_times(time(3), time(4)).unwrap();
    attachment.save(&mut edit).unwrap();

    let mut written = Vec::new();
    let len = edit.write_to(&mut written, &write::Options::default()).unwrap();
    assert_eq!(usize::try_from(len), Ok(written.len()));
    assert_eq!(written, edit.to_vec().unwrap());
    let file = MessageFile::open(written.as_slice(), Default::default()).unwrap();
    let message = file.message().unwrap();
    let people = message.addresses().unwrap();
    assert_eq!(people.from().and_then(|from| from.display_name()), Some("Boss"));
    assert_eq!(people.on_behalf().and_then(|who| who.display_name()), Some("Ann"));
    for (found, expected) in [
        (message.class(), "IPM.Note.Custom"),
        (message.transport_headers(), "X-A: 1\r\n\r\n"),
        (message.internet_message_id(), "<1@example.org>"),
    ] {
        assert_eq!(found.unwrap().unwrap().as_str(), expected);
    }
    assert_eq!((message.submit_time(), message.delivery_time()), (Some(time(1)), Some(time(2))));
    assert_eq!((message.importance(), message.sensitivity()), (Some(2), Some(3)));
    assert!(message.categories().unwrap().is_empty());
    let attachment = message.attachments().next().unwrap().unwrap();
    assert_eq!(attachment.time(tags::PR_CREATION_TIME.id()), Some(time(3)));
    assert_eq!(attachment.time(tags::PR_LAST_MODIFICATION_TIME.id()), Some(time(4)));
}

/// A guard finds what was changed against the attributes of properties, and nothing else.
#[test]
fn attributes_are_obeyed_by_who_asks_for_it() {
    type Change = fn(&mut MessageEdit);
    let readable = Attributes::READABLE;
    let mandatory = Attributes::READ_WRITE.with(Attributes::MANDATORY);
    const SUBJECT: PropId = tags::PR_SUBJECT.id();
    let cases: [(Attributes, Change, bool); 7] = [
        (readable, |_| (), true),
        (readable, |edit| edit.set_text_body("other").unwrap(), true),
        (readable, |edit| edit.set(tags::PR_SUBJECT, "other").unwrap(), false),
        (readable, |edit| assert!(edit.delete(SUBJECT).unwrap()), false),
        (mandatory, |edit| edit.set(tags::PR_SUBJECT, "other").unwrap(), true),
        (mandatory, |edit| assert!(edit.delete(SUBJECT).unwrap()), false),
        (Attributes::READ_WRITE, |edit| assert!(edit.delete(SUBJECT).unwrap()), true),
    ];
    for (i, (attributes, change, fits)) in cases.into_iter().enumerate() {
        let mut edit = MessageEdit::open(letter().file(), Options::default()).unwrap();
        edit.set_attributes(SUBJECT, attributes);
        let guard = Guard::of(&edit);
        assert_eq!(format!("{guard:?}").contains("0037001F"), attributes != Attributes::READ_WRITE);
        change(&mut edit);
        let answer = guard.check(&edit);
        assert_eq!(answer.is_ok(), fits, "case {i}: {answer:?}");
    }
    // Recipients and attachments have attributes of their own.
    let mut edit = MessageEdit::open(letter().file(), Options::default()).unwrap();
    let mut recipient = edit.recipient(0).unwrap();
    recipient.set_attributes(tags::PR_DISPLAY_NAME.id(), readable);
    let guard = Guard::of(&recipient);
    recipient.set(tags::PR_DISPLAY_NAME, "other").unwrap();
    assert!(guard.check(&recipient).is_err());
    let mut attachment = edit.new_attachment().unwrap();
    attachment.set_file("a.txt", b"a").unwrap();
    attachment.set_attributes(tags::PR_ATTACH_LONG_FILENAME.id(), readable);
    let guard = Guard::of(&attachment);
    attachment.set_mime_type("text/plain").unwrap();
    assert!(guard.check(&attachment).is_ok());
    attachment.set(tags::PR_ATTACH_LONG_FILENAME, "b.txt").unwrap();
    assert!(guard.check(&attachment).is_err());
}

/// Who says what page HTML is in: the property's type, the caller, a mark, the message.
#[test]
fn html_has_the_page_that_somebody_tells() {
    let unicode = tags::PR_HTML.with_kind(PropType::UNICODE);
    let wide: Vec<u8> = "\u{FEFF}<p>ü".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let narrow = b"<p>\xFC".to_vec();
    let page = |page| openimsg_message::Options { code_page: page, ..Default::default() };
    let cyrillic = Some(CodePage::WINDOWS_1251);
    for (item, options, text, told_by) in [
        (Item::message("a").raw(unicode, &wide), page(None), "<p>ü", ToldBy::PropertyType),
        (
            Item::message("a").set(tags::PR_HTML, narrow.clone()),
            page(cyrillic),
            "<p>ь",
            ToldBy::Caller,
        ),
    ] {
        let bytes = item.file();
        let file = MessageFile::open(bytes.as_slice(), options).unwrap();
        let html = file.message().unwrap().stored_html().unwrap().unwrap();
        assert_eq!((html.text.as_str(), html.told_by, html.lossy), (text, told_by, false));
    }
}

#[cfg(feature = "html")]
#[test]
fn html_that_costs_too_much_is_refused_or_shown_as_source() {
    // Each picture is charged as often as it is shown; what was charged is given back.
    let picture = [b"GIF89a".as_slice(), &[0; 3000]].concat();
    let picture = Item::by_value("a.gif", picture)
        .set(tags::PR_ATTACH_CONTENT_ID, "a")
        .set(tags::PR_ATTACH_MIME_TAG, "image/gif");
    let bytes = letter().with_attachment(picture).file();
    let limits = Limits { decoded_bytes: 20_000, ..Limits::default() };
    let file = common::open_with(&bytes, limits).unwrap();
    let message = file.message().unwrap();
    for (times, fits) in [(1, true), (2, true), (100, false), (2, true)] {
        let answer = message.render_html(&"<img src=cid:a>".repeat(times), Default::default());
        match answer {
            Ok(rendered) => assert!(fits && rendered.embedded == times, "{times}"),
            Err(error) => {
                let limit = Refused::Limit { limit: Limit::DecodedBytes, max: 20_000 };
                assert!(!fits && error.refused() == Some(limit), "{times}: {error}");
            }
        }
        assert_eq!(file.budget().used(Limit::DecodedBytes), 0, "{times}");
    }
    let deep = "<div>".repeat(100_000) + "a<b>&";
    let rendered = message.render_html(&deep, Default::default()).unwrap();
    assert!(rendered.as_source && !rendered.html.contains("<div>"));
    assert!(rendered.html.contains("&lt;div&gt;") && rendered.html.contains("a&lt;b&gt;&amp;"));
}
