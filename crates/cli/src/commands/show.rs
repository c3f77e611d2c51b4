//! `openimsg show`: what a person wants to know of a message.

use std::fmt;

use openimsg::message::Sender;
use openimsg::{Attachment, AttachmentData, Error, FileTime, Message, Recipient, Text};
use serde::Serialize;

use crate::escape::{Line, Lines};
use crate::opened::{Input, Store};
use crate::page::{Page, Say};
use crate::run::PerFile;
use crate::style::{DIM, HEADING, NAME};
use crate::time;

/// The command.
pub(crate) struct Show;

impl PerFile for Show {
    type Plan = ();

    fn plan(&self, _: &Input, _: bool) {}

    fn look(&self, input: &Input, (): (), page: &mut Page) -> anyhow::Result<()> {
        let file = input.open(input.source()?)?;
        let mut errors = Vec::new();
        let message = Summary::of(&file.message()?, &mut errors);
        let errors_shown = errors.iter().map(ToString::to_string).collect();
        page.put(&Document { file: page.name().to_owned(), message, errors: errors_shown })?;
        for error in errors {
            page.fail_in_part(&error.into());
        }
        Ok(())
    }
}

#[derive(Serialize)]
struct Document {
    file: String,
    #[serde(flatten)]
    message: Summary,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<String>,
}

/// A message in short. What is absent in the file is nothing here.
#[derive(Serialize)]
struct Summary {
    class: Option<String>,
    subject: Option<String>,
    from: Option<Person>,
    /// Who sent it for them, if that is somebody else.
    sender: Option<Person>,
    to: Option<String>,
    cc: Option<String>,
    bcc: Option<String>,
    sent: Option<Time>,
    received: Option<Time>,
    created: Option<Time>,
    modified: Option<Time>,
    importance: Option<i32>,
    sensitivity: Option<i32>,
    draft: bool,
    message_id: Option<String>,
    code_page: u32,
    recipients: Vec<Addressee>,
    attachments: Vec<Attached>,
    /// The plain text body as stored.
    text: Option<String>,
    /// Bytes of the stored HTML body.
    html_bytes: Option<usize>,
    /// Bytes of the compressed RTF body.
    rtf_bytes: Option<usize>,
}

#[derive(Serialize)]
struct Person {
    name: Option<String>,
    address: Option<String>,
    address_type: Option<String>,
    smtp: Option<String>,
}

#[derive(Serialize)]
struct Addressee {
    number: u32,
    kind: Option<String>,
    #[serde(flatten)]
    person: Person,
}

#[derive(Serialize)]
struct Attached {
    number: u32,
    name: Option<String>,
    method: Option<i32>,
    kind: String,
    mime: Option<String>,
    bytes: Option<u64>,
    /// The path or address of what is elsewhere.
    reference: Option<String>,
    message: Option<Box<Summary>>,
}

/// Exact in JSON, local for people.
struct Time(FileTime);

impl Serialize for Time {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl Summary {
    fn of(message: &Message<'_, Store>, errors: &mut Vec<Error>) -> Self {
        let text = |got: Result<Option<Text<'_>>, Error>, errors: &mut Vec<Error>| {
            keep(got, errors).flatten().map(|text| text.text.into_owned())
        };
        let mut person = |got| Person::of(keep(got, errors).unwrap_or_default());
        let (sender, representing) = (person(message.sender()), person(message.representing()));
        let is_other =
            !representing.is_nobody() && !sender.is_nobody() && !sender.is(&representing);
        let (from, sender) = match (representing.is_nobody(), is_other) {
            (true, _) => (sender, None),
            (false, true) => (representing, Some(sender)),
            (false, false) => (representing, None),
        };
        let html = keep(message.html(), errors).flatten();
        let rtf = keep(message.rtf_compressed(), errors).flatten();
        let (mut recipients, mut attachments) = (Vec::new(), Vec::new());
        for recipient in message.recipients() {
            if let Some(recipient) = keep(recipient, errors) {
                recipients.push(Addressee::of(&recipient, errors));
            }
        }
        for attachment in message.attachments() {
            if let Some(attachment) = keep(attachment, errors) {
                attachments.push(Attached::of(&attachment, errors));
            }
        }
        Summary {
            class: text(message.class(), errors),
            subject: text(message.subject(), errors),
            from: (!from.is_nobody()).then_some(from),
            sender,
            to: text(message.display_to(), errors),
            cc: text(message.display_cc(), errors),
            bcc: text(message.display_bcc(), errors),
            sent: message.submit_time().map(Time),
            received: message.delivery_time().map(Time),
            created: message.creation_time().map(Time),
            modified: message.last_modification_time().map(Time),
            importance: message.importance(),
            sensitivity: message.sensitivity(),
            draft: message.is_draft(),
            message_id: text(message.internet_message_id(), errors),
            code_page: message.code_page().0,
            recipients,
            attachments,
            text: text(message.body(), errors),
            html_bytes: html.map(|html| html.bytes.len()),
            rtf_bytes: rtf.map(|rtf| rtf.len()),
        }
    }

    /// The names as stored, or those of the recipients of one kind.
    fn addressees(&self, stored: &Option<String>, kind: &str) -> String {
        if let Some(names) = stored.as_ref().filter(|names| !names.is_empty()) {
            return names.clone();
        }
        let names = self.recipients.iter().filter(|r| r.kind.as_deref() == Some(kind));
        names.map(|recipient| recipient.person.short()).collect::<Vec<_>>().join("; ")
    }
}

impl Person {
    fn of(sender: Sender<'_>) -> Self {
        let own = |text: Option<Text<'_>>| text.map(|text| text.text.into_owned());
        Person {
            name: own(sender.name),
            address: own(sender.address),
            address_type: own(sender.address_type),
            smtp: own(sender.smtp),
        }
    }

    fn is_nobody(&self) -> bool {
        self.name.is_none() && self.best_address().is_none()
    }

    fn is(&self, other: &Person) -> bool {
        match (self.best_address(), other.best_address()) {
            (Some(own), Some(other)) => own.eq_ignore_ascii_case(other),
            _ => self.name == other.name,
        }
    }

    fn best_address(&self) -> Option<&str> {
        let filled = |text: &Option<String>| text.as_deref().is_some_and(|text| !text.is_empty());
        [&self.smtp, &self.address].into_iter().find(|text| filled(text))?.as_deref()
    }

    fn short(&self) -> String {
        self.name.as_deref().or(self.best_address()).unwrap_or("?").to_owned()
    }
}

impl fmt::Display for Person {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_smtp = self.address_type.as_deref().is_none_or(|t| t.eq_ignore_ascii_case("SMTP"));
        let kind = match &self.address_type {
            Some(kind) if !is_smtp && self.smtp.is_none() => format!("{kind}:"),
            _ => String::new(),
        };
        match (self.name.as_deref().filter(|name| !name.is_empty()), self.best_address()) {
            (Some(name), Some(address)) if name != address => {
                write!(f, "{} <{}{}>", Line(name), Line(kind), Line(address))
            }
            (_, Some(address)) => write!(f, "{}{}", Line(kind), Line(address)),
            (Some(name), None) => write!(f, "{}", Line(name)),
            (None, None) => f.write_str("?"),
        }
    }
}

impl Addressee {
    fn of(recipient: &Recipient<'_, Store>, errors: &mut Vec<Error>) -> Self {
        let mut text = |got| keep::<Option<Text<'_>>>(got, errors).flatten();
        let sender = Sender {
            name: text(recipient.name()),
            address: text(recipient.email_address()),
            address_type: text(recipient.address_type()),
            smtp: text(recipient.smtp_address()),
        };
        let kind = recipient.recipient_type().map(|kind| kind.to_string());
        Addressee { number: recipient.number(), kind, person: Person::of(sender) }
    }
}

impl Attached {
    fn of(attachment: &Attachment<'_, Store>, errors: &mut Vec<Error>) -> Self {
        let mut attached = Attached {
            number: attachment.number(),
            name: keep(attachment.name(), errors).flatten().map(|name| name.text.into_owned()),
            method: attachment.method().map(|method| method.0),
            kind: attachment.method().map_or("unknown".to_owned(), |method| method.to_string()),
            mime: keep(attachment.mime_type(), errors).flatten().map(|m| m.text.into_owned()),
            bytes: None,
            reference: None,
            message: None,
        };
        match keep(attachment.data(), errors) {
            Some(AttachmentData::Bytes { size, .. }) => attached.bytes = Some(size),
            Some(AttachmentData::Message { .. }) => {
                let message = keep(attachment.message(), errors).flatten();
                attached.message = message.map(|message| Box::new(Summary::of(&message, errors)));
            }
            Some(AttachmentData::Reference(path)) => {
                attached.reference = Some(path.text.into_owned());
            }
            Some(AttachmentData::Storage { .. } | AttachmentData::None) | None => {}
        }
        attached
    }
}

/// What could be read; what could not is noted.
fn keep<T>(got: Result<T, Error>, errors: &mut Vec<Error>) -> Option<T> {
    got.map_err(|error| errors.push(error)).ok()
}

impl Say for Document {
    fn say(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        let message = &self.message;
        message.say_header(out)?;
        message.say_recipients(out)?;
        message.say_attachments(out)?;
        message.say_body(out)
    }
}

impl Summary {
    fn say_header(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        let mut field = |label: &str, value: Option<String>| match value {
            Some(value) if !value.is_empty() => {
                writeln!(out, "{HEADING}{label:<12}{HEADING:#} {value}")
            }
            _ => Ok(()),
        };
        let line = |text: &Option<String>| text.as_ref().map(|text| Line(text).to_string());
        let time = |time: &Option<Time>| time.as_ref().map(|time| time::local(time.0));
        field("From", self.from.as_ref().map(Person::to_string))?;
        field("Sender", self.sender.as_ref().map(Person::to_string))?;
        for (label, stored) in [("To", &self.to), ("Cc", &self.cc), ("Bcc", &self.bcc)] {
            field(label, Some(Line(self.addressees(stored, label)).to_string()))?;
        }
        field("Subject", line(&self.subject))?;
        field("Date", time(&self.sent))?;
        field("Received", time(&self.received))?;
        if self.sent.is_none() && self.received.is_none() {
            field("Created", time(&self.created))?;
            field("Modified", time(&self.modified))?;
        }
        field("Class", line(&self.class))?;
        field("Importance", word(self.importance, &["low", "", "high"]))?;
        let sensitivities = ["", "personal", "private", "confidential"];
        field("Sensitivity", word(self.sensitivity, &sensitivities))?;
        field("Status", self.draft.then(|| "draft".to_owned()))?;
        field("Message-ID", line(&self.message_id))
    }

    fn say_recipients(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        if self.recipients.is_empty() {
            return Ok(());
        }
        writeln!(out, "\n{HEADING}Recipients ({}){HEADING:#}", self.recipients.len())?;
        for Addressee { number, kind, person } in &self.recipients {
            let kind = kind.as_deref().unwrap_or("?");
            writeln!(out, "{number:>4}  {kind:<4}  {person}")?;
        }
        Ok(())
    }

    fn say_attachments(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        if self.attachments.is_empty() {
            return Ok(());
        }
        writeln!(out, "\n{HEADING}Attachments ({}){HEADING:#}", self.attachments.len())?;
        for attached in &self.attachments {
            let Attached { number, kind, .. } = attached;
            let size = attached.bytes.map_or("-".to_owned(), grouped);
            let inner = attached.message.as_ref().and_then(|message| message.subject.as_ref());
            let name = attached.name.as_ref().or(inner).map_or("", String::as_str);
            write!(out, "{number:>4}  {size:>13}  {kind:<16}  {NAME}{}{NAME:#}", Line(name))?;
            if let Some(mime) = &attached.mime {
                write!(out, "  {DIM}{}{DIM:#}", Line(mime))?;
            }
            if let Some(reference) = &attached.reference {
                write!(out, "  {DIM}{}{DIM:#}", Line(reference))?;
            }
            writeln!(out)?;
        }
        Ok(())
    }

    fn say_body(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        let filled = self.text.as_deref().filter(|text| !text.trim().is_empty());
        if let Some(text) = filled {
            let text = Lines(text).to_string();
            return writeln!(out, "\n{}", text.trim_end_matches('\n'));
        }
        let stored = |kind, bytes: Option<usize>| Some(format!("{kind} ({} bytes)", bytes?));
        let others = [stored("HTML", self.html_bytes), stored("compressed RTF", self.rtf_bytes)];
        let others: Vec<String> = others.into_iter().flatten().collect();
        let instead = match others.is_empty() {
            true => String::new(),
            false => format!(", but {}: extract it", others.join(" and ")),
        };
        writeln!(out, "\n{DIM}(no text stored{instead}){DIM:#}")
    }
}

/// What a stored number means; nothing for what goes without saying.
fn word(number: Option<i32>, words: &[&str]) -> Option<String> {
    let number = number?;
    let word = usize::try_from(number).ok().and_then(|index| words.get(index));
    Some(word.map_or_else(|| format!("unknown ({number})"), |word| (*word).to_owned()))
}

/// With commas between thousands.
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len().saturating_mul(2));
    for (index, digit) in digits.chars().enumerate() {
        let left = digits.len().saturating_sub(index);
        if index > 0 && left.is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        for (number, expected) in
            [(0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567"), (12_345, "12,345")]
        {
            assert_eq!(grouped(number), expected);
        }
    }

    #[test]
    fn people_are_named_once() {
        let person = |name: &str, address: &str, kind: &str, smtp: &str| {
            let text = |text: &str| (!text.is_empty()).then(|| text.to_owned());
            let (name, address) = (text(name), text(address));
            Person { name, address, address_type: text(kind), smtp: text(smtp) }.to_string()
        };
        assert_eq!(person("Ann", "a@x", "SMTP", ""), "Ann <a@x>");
        assert_eq!(person("a@x", "a@x", "SMTP", ""), "a@x");
        assert_eq!(person("Ann", "/o=x", "EX", "a@x"), "Ann <a@x>");
        assert_eq!(person("Ann", "/o=x", "EX", ""), "Ann <EX:/o=x>");
        assert_eq!(person("Ann", "", "", ""), "Ann");
        assert_eq!(person("", "a\x1Bx", "", ""), "a\\u{1b}x");
        assert_eq!(person("", "", "", ""), "?");
    }
}
