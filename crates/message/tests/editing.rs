//! Making messages and editing them, through what users have.

#![expect(clippy::unwrap_used, reason = "a test that fails may panic")]

use openimsg_base::FileTime;
use openimsg_message::edit::{Clock, Ids, MessageEdit, Options, Person, State};
use openimsg_message::{MessageFile, RecipientType, check};
use openimsg_props::{lids, tags};

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
