//! Who somebody is, by each of the ways in which a file can say so; names of files; details.
#![expect(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::print_stdout,
    reason = "a test fails by panicking, and says why"
)]

#[expect(dead_code, reason = "each test needs another part of it")]
mod common;

use common::{Item, Open, lenient, open};
use openimsg_message::address::{Address, Found};
use openimsg_message::body::{BodyKind, Disposition, HtmlText, Origin, ToldBy};
use openimsg_message::edit::MessageEdit;
use openimsg_message::{Addresses, Error, security};
use openimsg_props::{PropId, PropTag, PropType, lids, tags};

const ONE_OFF: &[u8] =
    b"\0\0\0\0\x81\x2B\x1F\xA4\xBE\xA3\x10\x19\x9D\x6E\0\xDD\x01\x0F\x54\x02\0\0\x01\0";
const EXCHANGE: &[u8] =
    b"\0\0\0\0\xDC\xA7\x40\xC8\xC0\x42\x10\x1A\xB4\xB9\x08\0\x2B\x2F\xE1\x82\x01\0\0\0\0\0\0\0";

fn one_off(strings: &[u8]) -> Vec<u8> {
    [ONE_OFF, strings].concat()
}

fn tag(id: u16, kind: PropType) -> PropTag {
    PropTag::new(PropId(id), kind)
}

fn x500_sender(item: Item) -> Item {
    item.set(tags::PR_SENDER_NAME, "Ada")
        .set(tags::PR_SENDER_ADDRTYPE, "EX")
        .set(tags::PR_SENDER_EMAIL_ADDRESS, "/o=Org/cn=ada")
}

fn people(message: &Open<'_, '_>) -> Result<Addresses, Error> {
    message.addresses()
}

fn reply_to(message: &Open<'_, '_>) -> Result<Vec<Address>, Error> {
    message.reply_to()
}

fn stored_html(message: &Open<'_, '_>) -> Result<Option<HtmlText>, Error> {
    message.stored_html()
}

/// The sender by what a message says.
fn sender(item: Item) -> Address {
    lenient(&item.file(), people).sender.unwrap()
}

fn smtp_of(address: &Address) -> (Option<&str>, Option<Found>) {
    (address.smtp.as_deref(), address.found)
}

#[test]
fn each_way_to_an_smtp_address() {
    let message = || x500_sender(Item::message("x"));
    assert!(sender(message()).is_x500());
    let known = |item| {
        let person = sender(item);
        assert_eq!(person.distinguished_name(), Some("/o=Org/cn=ada"));
        (person.smtp.unwrap(), person.found.unwrap())
    };
    let expected = |found| ("ada@example.org".to_owned(), found);
    let smtp = tag(0x5D01, PropType::UNICODE);
    assert_eq!(known(message().set(smtp, "ada@example.org")), expected(Found::SmtpProperty));
    let id = one_off(b"Ada\0SMTP\0ada@example.org\0");
    assert_eq!(known(message().set(tags::PR_SENDER_ENTRYID, id)), expected(Found::EntryId));
    let key = b"SMTP:ADA@EXAMPLE.ORG\0".to_vec();
    assert_eq!(known(message().set(tags::PR_SENDER_SEARCH_KEY, key)), expected(Found::SearchKey));
    let row = Item::new()
        .set(tags::PR_DISPLAY_NAME, "Somebody")
        .set(tags::PR_ADDRTYPE, "EX")
        .set(tags::PR_EMAIL_ADDRESS, "/O=ORG/CN=ADA")
        .set(tags::PR_SMTP_ADDRESS, "ada@example.org");
    assert_eq!(known(message().with_recipient(row)), expected(Found::OtherPlace));
    let headers = "From: Somebody <ada@example.org>\r\nTo: b@c\r\n";
    let headers = message().set(tags::PR_TRANSPORT_MESSAGE_HEADERS, headers);
    assert_eq!(known(headers), expected(Found::Headers));
    // Who made or changed the message, if that is the sender, and nobody else.
    for (entry_id, smtp) in [(0x3FF9, 0x5D0A), (0x3FFB, 0x5D0B)] {
        let by = |dn: &[u8]| {
            message()
                .set(tag(entry_id, PropType::BINARY), [EXCHANGE, dn].concat())
                .set(tag(smtp, PropType::UNICODE), "ada@example.org")
        };
        assert_eq!(known(by(b"/O=ORG/cn=Ada\0")), expected(Found::OtherPlace));
        assert!(sender(by(b"/o=Org/cn=bob\0")).is_x500());
    }
    // The account, as two properties have it; not one of somebody else, or without an address.
    let account = tag(0x0E28, PropType::UNICODE);
    let by = |account_text: &'static str| message().set(account, account_text);
    let own = "00000002\u{1}SERVER/o=Org/cn=ada\u{1}ada@example.org";
    assert_eq!(known(by(own)), expected(Found::OtherPlace));
    for other in [
        "00000002\u{1}/o=Org/cn=bob\u{1}bob@example.org",
        "00000002\u{1}/o=Org/cn=ada\u{1}Microsoft Exchange",
        "00000002\u{1}/o=Org/cn=ada",
        "ada@example.org",
        "",
    ] {
        assert!(sender(by(other)).is_x500(), "{other}");
    }
    // What is no address is no help.
    let bad = message().set(smtp, "no address").set(tags::PR_SENDER_ENTRYID, one_off(b"A\0SMTP"));
    assert!(sender(bad).is_x500());
}

#[test]
fn the_account_of_a_message_may_be_the_senders() {
    let mut message = MessageEdit::new(Default::default()).unwrap();
    message.set(tags::PR_SENDER_ADDRTYPE, "EX").unwrap();
    message.set(tags::PR_SENDER_EMAIL_ADDRESS, "/o=Org/cn=ada").unwrap();
    let stamp = "00000003\u{1}EXCHANGE/o=Org/cn=ada";
    message.set_named(&lids::PID_LID_INTERNET_ACCOUNT_STAMP, stamp).unwrap();
    message.set_named(&lids::PID_LID_INTERNET_ACCOUNT_NAME, "ada@example.org").unwrap();
    let sender = lenient(&message.to_vec().unwrap(), people).sender.unwrap();
    assert_eq!(smtp_of(&sender), (Some("ada@example.org"), Some(Found::OtherPlace)));
}

#[test]
fn recipients_have_names_in_headers() {
    let row = |name: &'static str, dn: &'static str| {
        Item::new()
            .set(tags::PR_RECIPIENT_TYPE, 1)
            .set(tags::PR_DISPLAY_NAME, name)
            .set(tags::PR_ADDRTYPE, "EX")
            .set(tags::PR_EMAIL_ADDRESS, dn)
    };
    let headers = "To: Bob <b@x.y>, Two <t1@x.y>,\r\n Two <t2@x.y>\r\n";
    let message = Item::message("x")
        .set(tags::PR_TRANSPORT_MESSAGE_HEADERS, headers)
        .with_recipient(row("Bob", "/o=O/cn=b"))
        .with_recipient(row("Two", "/o=O/cn=t"))
        .with_recipient(Item::new().set(tags::PR_DISPLAY_NAME, "'typed@x.y'"));
    let people = lenient(&message.file(), people);
    let found: Vec<_> = people.recipients.iter().map(|(_, _, person)| smtp_of(person)).collect();
    let expected = [
        (Some("b@x.y"), Some(Found::Headers)),
        (None, None),
        (Some("typed@x.y"), Some(Found::Name)),
    ];
    assert_eq!(found, expected);
}

#[test]
fn answers_go_to_a_list() {
    let entries = [one_off(b"Bob\0SMTP\0b@x.y\0"), [EXCHANGE, b"/o=O/cn=c\0"].concat()];
    let mut list = vec![2, 0, 0, 0, 0, 0, 0, 0];
    for entry in entries {
        list.extend_from_slice(&u32::try_from(entry.len()).unwrap().to_le_bytes());
        list.extend_from_slice(&entry);
        list.resize(list.len().next_multiple_of(4), 0);
    }
    let message = Item::message("x")
        .set(tags::PR_REPLY_RECIPIENT_ENTRIES, list)
        .set(tags::PR_REPLY_RECIPIENT_NAMES, "Bob; Carl");
    let people = lenient(&message.file(), reply_to);
    let shown: Vec<_> = people.iter().map(ToString::to_string).collect();
    assert_eq!(shown, ["Bob <b@x.y>", "Carl <EX:/o=O/cn=c>"]);
}

#[test]
fn attachments_have_safe_and_distinct_names() {
    let named = |name: &'static str| Item::by_value(name, *b"x");
    let message = Item::message("x")
        .with_attachment(named("../a.txt"))
        .with_attachment(named("_._A.TXT"))
        .with_attachment(Item::attachment(1).set(tags::PR_ATTACH_DATA_BIN, b"x".to_vec()))
        .with_attachment(
            Item::attachment(1)
                .set(tags::PR_DISPLAY_NAME, "scan")
                .set(tags::PR_ATTACH_MIME_TAG, "image/PNG; x=y")
                .set(tags::PR_ATTACH_DATA_BIN, b"x".to_vec()),
        )
        .with_attachment(Item::embedding(Item::message("RE: a/b?")))
        .with_attachment(Item::embedding(Item::new()));
    let names = lenient(&message.file(), |message| Ok(message.safe_file_names()));
    let names: Vec<_> = names.iter().map(|(_, name)| name.as_str()).collect();
    let expected = [
        "_._a.txt",
        "_._A (2).TXT",
        "attachment-2",
        "scan.png",
        "RE_ a_b_.msg",
        "attachment-5.msg",
    ];
    assert_eq!(names, expected);
}

#[test]
fn bodies_are_chosen_as_outlook_does() {
    let rtf = |html: &str| {
        openimsg_rtf::compress(&openimsg_rtf::encapsulate_html(html, &Default::default()))
    };
    let html_tag = tags::PR_HTML.with_kind(PropType::BINARY);
    let body = |item: Item| {
        let bytes = item.file();
        let file = open(&bytes);
        let message = file.message().unwrap();
        let body = message.read_body().unwrap();
        let html = body.html().map(|html| (html.text.into_owned(), html.origin));
        (body.native(), html)
    };
    let message = || Item::message("x").set(tags::PR_BODY, "text");
    let expected = |html: &str, origin| Some((html.to_owned(), origin));
    assert_eq!(body(Item::message("x")), (None, None));
    assert_eq!(body(message()).0, Some(BodyKind::Text));
    assert_eq!(body(message()).1.unwrap().1, Origin::Text);
    let in_rtf =
        message().set(tags::PR_RTF_COMPRESSED, rtf("<b>r</b>")).set(tags::PR_RTF_IN_SYNC, true);
    assert_eq!(body(in_rtf), (Some(BodyKind::Html), expected("<b>r</b>", Origin::Encapsulated)));
    let both = |in_sync: bool| {
        message()
            .set(tags::PR_RTF_COMPRESSED, rtf("<b>r</b>"))
            .set(html_tag, b"<b>h</b>".to_vec())
            .set(tags::PR_RTF_IN_SYNC, in_sync)
    };
    assert_eq!(body(both(true)).1, expected("<b>r</b>", Origin::Encapsulated));
    assert_eq!(body(both(false)).1, expected("<b>h</b>", Origin::Stored));
    let native = openimsg_rtf::compress(br"{\rtf1\ansi{\b bold}}");
    let native = Item::message("x").set(tags::PR_RTF_COMPRESSED, native).file();
    let file = open(&native);
    let message = file.message().unwrap();
    let body = message.read_body().unwrap();
    assert_eq!(body.native(), Some(BodyKind::Rtf));
    assert_eq!(body.text().unwrap().origin, Origin::Rtf);
    assert_eq!(body.text().unwrap().text, "bold");
    let html = body.html().unwrap();
    assert_eq!(html.origin, Origin::Rtf);
    assert!(html.text.contains("<p style=\"margin:0\"><b>bold</b></p>"), "{}", html.text);
}

#[test]
fn html_is_made_of_rtf_where_that_is_the_body() {
    let body = |rtf: &[u8], in_sync: bool| {
        let rtf = openimsg_rtf::compress(rtf);
        let message = Item::message("x").set(tags::PR_BODY, "text");
        let message = message.set(tags::PR_RTF_COMPRESSED, rtf).set(tags::PR_RTF_IN_SYNC, in_sync);
        let bytes = message.file();
        let file = open(&bytes);
        let message = file.message().unwrap();
        let body = message.read_body().unwrap();
        assert_eq!(body.text().unwrap().origin, Origin::Stored);
        let defects: Vec<_> = body.defects.iter().map(|defect| defect.kind.code).collect();
        (body.html().unwrap().origin, defects)
    };
    assert_eq!(body(br"{\rtf1 {\b text}}", true), (Origin::Rtf, vec![]));
    // What is wrong is told once.
    assert_eq!(body(br"{\rtf1 {\b text}", true), (Origin::Rtf, vec!["rtf-unclosed"]));
    // The text is newer than the RTF.
    assert_eq!(body(br"{\rtf1 {\b text}}", false), (Origin::Text, vec![]));
    // Nothing to be seen in it.
    assert_eq!(body(br"{\rtf1 {\pict 00}}", true), (Origin::Text, vec![]));
    let twice = openimsg_rtf::compress(br"{\rtf1 text");
    let message = Item::message("x").set(tags::PR_RTF_COMPRESSED, twice).file();
    let file = open(&message);
    assert_eq!(file.message().unwrap().read_body().unwrap().defects.len(), 1);
}

#[test]
fn stored_html_is_in_the_page_that_the_message_says() {
    let html_tag = tags::PR_HTML.with_kind(PropType::BINARY);
    let message =
        Item::message("x").set(html_tag, b"\xC4\xE0".to_vec()).set(tags::PR_INTERNET_CPID, 1251);
    let html = lenient(&message.file(), stored_html).unwrap();
    assert_eq!((html.text.as_str(), html.told_by), ("Да", ToldBy::Message));
}

#[test]
fn parts_of_the_body_are_told_from_attachments() {
    let with_id =
        |id: &'static str| Item::by_value("a.png", *b"x").set(tag(0x3712, PropType::UNICODE), id);
    let hidden = Item::by_value("b.png", *b"x").set(tag(0x7FFE, PropType::BOOLEAN), true);
    let message = Item::message("x")
        .with_attachment(with_id("<one@x>"))
        .with_attachment(with_id("two@x"))
        .with_attachment(hidden);
    let html = "<img src='cid:one@x'>";
    let found = lenient(&message.file(), |message| Ok(message.dispositions(Some(html))));
    let expected = [(0, Disposition::Inline), (1, Disposition::Attached), (2, Disposition::Hidden)];
    assert_eq!(found, expected);
}

#[test]
fn notes_say_what_to_know() {
    let html_tag = tags::PR_HTML.with_kind(PropType::BINARY);
    let html =
        b"<img src=http://x><img src=//y><a href='file://h/s'>a</a><a href=javascript:x>b</a>";
    let inner =
        Item::message("inner").set(tag(0x851F, PropType::UNICODE), "\\\\host\\share\\a.wav");
    let message = x500_sender(Item::message("x"))
        .set(tags::PR_SENT_REPRESENTING_NAME, "Boss")
        .set(tags::PR_SENT_REPRESENTING_ADDRTYPE, "SMTP")
        .set(tags::PR_SENT_REPRESENTING_EMAIL_ADDRESS, "boss@x.y")
        .set(html_tag, html.to_vec())
        .with_attachment(Item::by_value("invoice.pdf.exe", *b"MZ"))
        .with_attachment(Item::by_value("x\u{202E}gpj.scr", *b"MZ"))
        .with_attachment(Item::attachment(7).set(tags::PR_ATTACH_LONG_PATHNAME, "https://x/y"))
        .with_attachment(Item::embedding(inner));
    let bytes = message.file();
    let (notes, found) = security::notes(&open(&bytes)).unwrap();
    assert_eq!(found, 10);
    let notes: Vec<_> = notes
        .iter()
        .map(|note| {
            format!("{} {}{}", openimsg_message::Path(&note.place), note.kind.code, note.times)
        })
        .collect();
    let expected = [
        " note-remote-content2",
        " note-file-link1",
        " note-script-link1",
        " note-other-sender1",
        "attachment 0 note-executable1",
        "attachment 0 note-double-ending1",
        "attachment 1 note-turned-name1",
        "attachment 1 note-executable1",
        "attachment 2 note-elsewhere1",
        "attachment 3 → message → property 851F001F note-unc-path1",
    ];
    assert_eq!(notes, expected);
}
