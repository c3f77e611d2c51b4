//! What is refused while editing leaves everything as it was; what is damaged keeps nothing else
//! from being saved.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking, and says why"
)]

#[expect(dead_code, reason = "each test needs another part of it")]
mod common;

use common::{Item, open};
use openimsg_base::{CodePage, FileTime};
use openimsg_message::edit::{Clock, Ids, MessageEdit, Options, Person, Strings};
use openimsg_message::{Error, Problem, RecipientType, check};
use openimsg_props::{BuildError, PropType, lids, tags};

fn options() -> Options {
    let time = FileTime::from_raw(0x01DC_0000_0000_0000);
    Options { clock: Clock::Fixed(time), ids: Ids::Seeded(7), ..Options::default() }
}

fn ansi(page: CodePage) -> Options {
    Options { strings: Strings::Ansi(page), ..options() }
}

/// A message with something of everything in it.
fn letter(options: Options) -> MessageEdit {
    let mut message = MessageEdit::new(options).unwrap();
    message.set_subject("before").unwrap();
    message.set_sender(&Person::smtp("Ada", "ada@example.org")).unwrap();
    message.add_recipient(RecipientType::TO, &Person::smtp("Mary", "m@example.org")).unwrap();
    message.set_html_body("<p>before</p>", Some("before")).unwrap();
    message.set_categories(["A", "B"]).unwrap();
    message.attach("before.txt", b"before").unwrap();
    message
}

type Change = fn(&mut MessageEdit) -> Result<(), Error>;

/// What fails at something that is stored late.
const CHANGES: [(&str, Change); 10] = [
    ("sender", |message| message.set_sender(&Person::smtp("Eve", "☃@example.org"))),
    ("representing", |message| message.set_representing(&Person::smtp("Eve", "☃@example.org"))),
    ("sender with a NUL", |message| message.set_sender(&Person::smtp("Eve\0", "e@example.org"))),
    ("text", |message| message.set_text_body("☃")),
    ("HTML", |message| message.set_html_body("<p>after</p>", Some("☃"))),
    ("RTF", |message| message.set_rtf_body(b"{\\rtf1 after}", Some("☃"))),
    ("categories", |message| message.set_categories(["C", "☃"])),
    ("recipient", |message| {
        let mut recipient = message.recipient(0)?;
        _ = recipient.set_person(&Person::smtp("Eve", "☃@example.org"));
        recipient.save(message)?;
        Err(Error::new([], Problem::NotFound))
    }),
    ("file", |message| {
        let mut attachment = message.attachment(0)?;
        _ = attachment.set_file("☃.txt", b"after");
        _ = attachment.set_file_name("☃.pdf");
        _ = attachment.set_inline("☃");
        _ = attachment.set_web_reference("☃", "https://example.org");
        attachment.save(message)?;
        Err(Error::new([], Problem::NotFound))
    }),
    ("new recipient", |message| {
        message.add_recipient(RecipientType::TO, &Person::smtp("☃", "e@example.org")).map(|_| ())
    }),
];

/// Pins a bug: setters of several properties deleted before they encoded.
#[test]
fn what_is_refused_changes_nothing() {
    let file = letter(ansi(CodePage::WINDOWS_1252)).to_vec().unwrap();
    for (name, change) in CHANGES {
        let mut message = MessageEdit::open(file.clone(), options()).unwrap();
        assert!(change(&mut message).is_err(), "{name}");
        assert_eq!(message.to_vec().unwrap(), file, "{name}");
    }
}

/// Pins a bug: readers take a name to end at a NUL in it, and what follows for the address.
#[test]
fn a_nul_in_a_person_is_refused() {
    let mut message = letter(options());
    let people = [
        Person::smtp("Eve\0", "e@example.org"),
        Person::smtp("Eve", "e@example.org\0f@example.org"),
        Person::exchange("Eve", "/o=Org/cn=eve\0", "e@example.org"),
        Person::exchange("Eve", "/o=Org/cn=eve", "e@example.org\0"),
    ];
    for person in people {
        let error = message.set_sender(&person).unwrap_err();
        assert!(matches!(error.problem(), Problem::Value(BuildError::Nul)), "{error}");
    }
}

/// Pins a bug: of several values the lengths were stored, and then not the values.
#[test]
fn values_that_cannot_be_kept_change_nothing() {
    let nowhere = std::path::Path::new("/nonexistent/for/tests");
    tempfile::env::override_temp_dir(nowhere).unwrap();
    let file = letter(options()).to_vec().unwrap();
    let mut tight = options();
    tight.open.limits.pending_bytes = 1000;
    let mut message = MessageEdit::open(file.clone(), tight).unwrap();
    let long = "y".repeat(5000);
    assert!(message.set_categories(["C", &long]).is_err());
    assert!(message.set_html_body(&format!("<p>{long}</p>"), None).is_err());
    assert_eq!(message.to_vec().unwrap(), file);
}

/// Pins a bug: HTML in another page took the page of all other text along.
#[test]
fn text_keeps_its_page_whatever_that_of_the_html() {
    let mut message = MessageEdit::new(ansi(CodePage(1251))).unwrap();
    message.set_subject("Привет").unwrap();
    message.delete(tags::PR_MESSAGE_CODEPAGE.id()).unwrap();
    let file = message.to_vec().unwrap();
    let mut message = MessageEdit::open(file, options()).unwrap();
    assert_eq!(message.code_page(), CodePage(1251));
    message.set_html_body("<p>中</p>", Some("plain")).unwrap();
    assert_eq!(message.long(tags::PR_INTERNET_CPID.id()), Some(65001));
    let file = message.to_vec().unwrap();
    let file = open(&file);
    let message = file.message().unwrap();
    assert_eq!(message.subject().unwrap().unwrap().as_str(), "Привет");
    assert_eq!(message.html_text().unwrap().unwrap().as_str(), "<p>中</p>");
}

/// Pins a bug: a computed text without its stream was read before it was replaced.
#[test]
fn damaged_text_that_follows_from_other_does_not_keep_from_saving() {
    let unicode = |tag: openimsg_props::PropTag| tag.with_kind(PropType::UNICODE);
    let file = Item::message("RE: before")
        .declared(unicode(tags::PR_NORMALIZED_SUBJECT), 20)
        .declared(unicode(tags::PR_SUBJECT_PREFIX), 10)
        .declared(unicode(tags::PR_DISPLAY_TO), 20)
        .with_recipient(
            Item::recipient(1, "Ada", "ada@example.org")
                .declared(unicode(tags::PR_RECIPIENT_DISPLAY_NAME), 20),
        )
        .file();
    let mut message = MessageEdit::open(file, options()).unwrap();
    message.set_subject("RE: after").unwrap();
    message.add_recipient(RecipientType::TO, &Person::smtp("Mary", "m@example.org")).unwrap();
    let bytes = message.to_vec().unwrap();
    let file = open(&bytes);
    let message = file.message().unwrap();
    assert_eq!(message.normalized_subject().unwrap().unwrap().as_str(), "after");
    assert_eq!(message.display_to().unwrap().unwrap().as_str(), "Ada; Mary");
    assert_eq!(check(&file).unwrap().0.len(), 1, "the recipient's name is still missing");
}

/// Pins a bug: a subject that the page around it lacks kept a message from being embedded.
#[test]
fn a_subject_that_does_not_fit_is_shown_as_far_as_it_does() {
    let mut inner = MessageEdit::new(options()).unwrap();
    inner.set_subject("a ☃").unwrap();
    let mut outer = MessageEdit::new(ansi(CodePage::WINDOWS_1252)).unwrap();
    let number = outer.embed(inner.finish().unwrap()).unwrap();
    let attachment = outer.attachment(number).unwrap();
    assert_eq!(attachment.text(tags::PR_DISPLAY_NAME.id()).unwrap().as_deref(), Some("a ?"));
    let inner = attachment.message().unwrap().unwrap();
    assert_eq!(inner.text(tags::PR_SUBJECT.id()).unwrap().as_deref(), Some("a ☃"));
    assert!(outer.get_named(&lids::PID_NAME_KEYWORDS).unwrap().is_none());
}
