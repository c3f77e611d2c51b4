//! Every message of the corpus, with and without strictness: nothing panics, every getter
//! answers, and what a check lists agrees with what is known to be wrong with the file.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::print_stdout,
    reason = "a test fails by panicking, and says why"
)]

#[expect(dead_code, reason = "each test needs another part of it")]
mod common;

use std::collections::BTreeMap;
use std::hint::black_box;
use std::io;

use common::{corpus, corpus_folder, in_short, open, open_with};
use openimsg_base::{Limit, Limits};
use openimsg_message::{Attachment, Error, Message, Object, Recipient};
use openimsg_props::PropType;
use openimsg_storage::Store;

/// Objects looked at, and what getters said.
#[derive(Default)]
struct Walked {
    messages: usize,
    recipients: usize,
    attachments: usize,
    properties: usize,
    errors: Vec<String>,
}

impl Walked {
    fn note<T>(&mut self, outcome: Result<T, Error>) -> Option<T> {
        outcome.map_err(|error| self.errors.push(in_short(&error))).ok()
    }

    fn object<S: Store>(&mut self, object: &Object<'_, S>) {
        for property in object.iter() {
            self.properties += 1;
            let Some(property) = self.note(property) else { continue };
            self.note(object.get(property.tag));
            self.note(object.get_id(property.tag.id()));
            if property.tag.kind() != PropType::OBJECT {
                self.note(object.raw(property.tag));
            }
            self.note(object.text(property.tag.id()));
            self.note(object.binary(property.tag.id()));
            self.note(object.name_of(property.tag.id()));
            let id = property.tag.id();
            black_box((object.long(id), object.boolean(id), object.time(id)));
        }
        assert!(object.code_page().is_ascii_superset());
    }

    fn message<S: Store>(&mut self, message: &Message<'_, S>) {
        self.messages += 1;
        self.object(message);
        for text in [
            Message::class,
            Message::subject,
            Message::subject_prefix,
            Message::normalized_subject,
            Message::internet_message_id,
            Message::transport_headers,
            Message::conversation_topic,
            Message::display_to,
            Message::display_cc,
            Message::display_bcc,
            Message::body,
            Message::html_text,
        ] {
            self.note(text(message));
        }
        self.note(message.sender());
        self.note(message.representing());
        self.note(message.rtf());
        for recipient in message.recipients() {
            let Some(recipient) = self.note(recipient) else { continue };
            self.recipient(&recipient);
        }
        for attachment in message.attachments() {
            let Some(attachment) = self.note(attachment) else { continue };
            self.attachment(&attachment);
        }
    }

    fn recipient<S: Store>(&mut self, recipient: &Recipient<'_, S>) {
        self.recipients += 1;
        self.object(recipient);
        black_box(recipient.recipient_type());
        for text in [Recipient::name, Recipient::address, Recipient::address_type] {
            self.note(text(recipient));
        }
    }

    fn attachment<S: Store>(&mut self, attachment: &Attachment<'_, S>) {
        self.attachments += 1;
        self.object(attachment);
        for text in [
            Attachment::name,
            Attachment::short_filename,
            Attachment::extension,
            Attachment::mime_type,
            Attachment::content_id,
        ] {
            self.note(text(attachment));
        }
        self.note(attachment.data());
        if let Some(Some(mut reader)) = self.note(attachment.reader()) {
            let read = io::copy(&mut reader, &mut io::sink()).unwrap();
            assert_eq!(read, reader.size());
        }
        if let Some(Some(inner)) = self.note(attachment.message()) {
            self.message(&inner);
        }
    }
}

/// What the truth says is wrong with a file.
fn malformed(name: &str) -> Vec<String> {
    let path = corpus_folder().unwrap().join("truth").join(format!("{name}.json"));
    let truth: serde_json::Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let list = truth["malformed"].as_array().unwrap();
    list.iter().map(|fault| fault.as_str().unwrap().to_owned()).collect()
}

#[test]
fn every_message_is_read_and_checked() {
    let Some(files) = corpus() else { return };
    let mut all = Walked::default();
    let mut kinds = BTreeMap::<&str, usize>::new();
    let (mut clean, mut opened) = (0, 0);
    let count = files.len();
    for (name, bytes) in files {
        let file = match open_with(&bytes, Limits::default()) {
            Ok(file) => file,
            Err(error) => {
                println!("{name}: {error}");
                assert!(name.starts_with("bad-"), "{name}");
                continue;
            }
        };
        let message = match file.message() {
            Ok(message) => message,
            Err(error) => {
                println!("{name}: {error}");
                assert!(name.starts_with("bad-"), "{name}");
                continue;
            }
        };
        opened += 1;
        let mut walked = Walked::default();
        walked.message(&message);
        let (findings, found) = openimsg_message::check(&file).unwrap();
        assert_eq!(u64::try_from(findings.len()).unwrap(), found.min(1000));
        assert_eq!(file.budget().used(Limit::DecodedBytes), 0, "{name}");
        for finding in &findings {
            *kinds.entry(finding.defect.kind.code).or_default() += 1;
        }
        // What getters cannot read, a check lists.
        assert!(walked.errors.is_empty() || !findings.is_empty(), "{name}: {:?}", walked.errors);
        clean += usize::from(findings.is_empty());
        assert!(!name.starts_with("bad-") || !findings.is_empty(), "{name}");

        // Of the container, strictness refuses what the check lists, and nothing else.
        let container = findings.iter().any(|f| f.defect.kind.code.starts_with("cfb-"));
        let strict = open_with(&bytes, Limits::strict());
        assert_eq!(strict.is_err(), container, "{name}");
        // What has no defects reads to the end in strict use too.
        if let Ok(strict) = strict
            && findings.is_empty()
        {
            let mut strictly = Walked::default();
            strictly.message(&strict.message().unwrap());
            assert_eq!(strictly.errors, [""; 0], "{name}");
            assert_eq!(strictly.properties, walked.properties);
        }
        all.messages += walked.messages;
        all.recipients += walked.recipients;
        all.attachments += walked.attachments;
        all.properties += walked.properties;
        all.errors.extend(walked.errors.into_iter().map(|error| format!("{name}: {error}")));
    }
    println!(
        "{opened} of {count} files, {} messages, {} recipients, {} attachments, {} properties",
        all.messages, all.recipients, all.attachments, all.properties
    );
    println!("{clean} files without findings; findings: {kinds:?}");
    println!("{} errors of getters, all in files that are known to be bad", all.errors.len());
    assert!(all.errors.iter().all(|error| error.starts_with("bad-")), "{:?}", all.errors);
}

/// Faults that the truth names and those that a check finds.
#[test]
fn findings_agree_with_what_is_known() {
    let Some(files) = corpus() else { return };
    for (name, bytes) in files.iter().filter(|(name, _)| !name.starts_with("bad-")) {
        let file = open(bytes);
        let (findings, _) = openimsg_message::check(&file).unwrap();
        let faults = malformed(name);
        let names = |part: &str| faults.iter().any(|fault| fault.contains(part));
        // Sizes that leave the terminator out are common, and no defect for us.
        let uncounted = |fault: &&String| fault.ends_with("-1") || fault.ends_with("-2");
        let mut sizes = faults.iter().filter(|fault| fault.contains("declared size"));
        // The truth does not look at the sizes of several values.
        let wrong_sizes =
            !sizes.all(|fault| uncounted(&fault)) || name.as_str() == "uni-task-mapi-task.msg";
        for (code, known) in [
            ("props-stream-tail", names("not 16n")),
            ("props-declared-size", wrong_sizes),
            ("msg-attachment-count", names("attachments, ")),
            ("msg-unknown-element", names("unexpected names")),
        ] {
            let found = findings.iter().any(|finding| finding.defect.kind.code == code);
            assert_eq!(found, known, "{name}: {code}: {faults:?}");
        }
    }
}
