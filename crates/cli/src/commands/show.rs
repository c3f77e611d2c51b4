//! `openimsg show`: what a person wants to know of a message.

use std::collections::HashMap;
use std::fmt;

use anyhow::Context;
use openimsg::message::body::{Body, Disposition, Origin};
use openimsg::message::{Attachment, Message};
use openimsg::message::{FollowUp, Path};
use openimsg::storage::Store as _;
use openimsg::{Address, AttachmentData, BodyKind, Error, FileTime, Text};
use serde::Serialize;

use crate::args::{BodyChoice, Inner, Show};
use crate::escape::{Line, Lines};
use crate::opened::{Input, Store};
use crate::page::{Page, Say};
use crate::quote;
use crate::run::PerFile;
use crate::style::{BAD, DIM, HEADING, NAME};
use crate::time;

impl PerFile for Show {
    type Plan = ();

    fn plan(&self, _: &Input, _: bool) {}

    fn look(&self, input: &Input, (): (), page: &mut Page) -> anyhow::Result<()> {
        let file = input.open(input.source()?)?;
        let message = inner(file.message()?, &self.inner)?;
        if let Some(choice) = self.body {
            return page.put(&OneBody { text: one_body(&message, choice)? });
        }
        let mut errors = Vec::new();
        let message = Summary::of(&message, &mut errors);
        let errors_shown = errors.iter().map(ToString::to_string).collect();
        page.put(&Document { file: page.name().to_owned(), message, errors: errors_shown })?;
        for error in errors {
            page.fail_in_part(&error.into());
        }
        Ok(())
    }
}

/// The message in these attachments.
///
/// # Errors
/// When an attachment is not there, or holds no message.
pub(super) fn inner<'s>(
    message: Message<'s, Store>,
    inner: &Inner,
) -> anyhow::Result<Message<'s, Store>> {
    let mut message = message;
    for wanted in inner.path.iter().flat_map(|path| &path.0) {
        let mut attachments = message.attachments().flatten();
        let found = attachments.find(|attachment| attachment.number() == *wanted);
        let attachment = found.with_context(|| format!("there is no attachment {wanted}"))?;
        let place = || format!("{} holds no message", Path(&attachment.place()));
        message = attachment.message()?.with_context(place)?;
    }
    Ok(message)
}

/// One body, in whatever form; nothing is an error, since it was asked for.
fn one_body(message: &Message<'_, Store>, choice: BodyChoice) -> anyhow::Result<String> {
    let none = "the message has none";
    Ok(match choice {
        BodyChoice::Headers => message.transport_headers()?.context(none)?.text.into_owned(),
        BodyChoice::Text => message.read_body()?.text().context(none)?.text.into_owned(),
        BodyChoice::Html => message.read_body()?.html().context(none)?.text.into_owned(),
        // RTF is ASCII, but for what bad programs write.
        BodyChoice::Rtf => {
            let rtf = message.read_body()?.rtf.context(none)?;
            String::from_utf8_lossy(&rtf).trim_end_matches('\0').to_owned()
        }
    })
}

/// A body and nothing else.
#[derive(Serialize)]
struct OneBody {
    text: String,
}

impl Say for OneBody {
    fn say(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        writeln!(out, "{}", Lines(&self.text).to_string().trim_end_matches('\n'))
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
    /// Who is to get answers, if others than the sender.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    reply_to: Vec<Person>,
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
    #[serde(skip_serializing_if = "Vec::is_empty")]
    categories: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    follow_up: Option<Flag>,
    /// What the sender wants to hear of: `read`, `delivery`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    receipts: Vec<&'static str>,
    message_id: Option<String>,
    code_page: u32,
    recipients: Vec<Addressee>,
    attachments: Vec<Attached>,
    /// The plain text body.
    text: Option<String>,
    /// What it was made from: `stored`, `rtf`, `html`.
    text_from: Option<&'static str>,
    /// The form in which the body was written: `text`, `html`, `rtf`.
    body: Option<&'static str>,
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
    /// `attached`, `inline` if the body shows it, `hidden`.
    disposition: &'static str,
    mime: Option<String>,
    bytes: Option<u64>,
    /// Whether the file is damaged, so that bytes of it are missing.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    incomplete: bool,
    /// The path or address of what is elsewhere.
    reference: Option<String>,
    message: Option<Box<Summary>>,
}

/// What is to be done.
#[derive(Serialize)]
struct Flag {
    complete: bool,
    request: Option<String>,
    due: Option<Time>,
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
        let people = keep(message.addresses(), errors).unwrap_or_default();
        let body = keep(message.read_body(), errors);
        let html = keep(message.html(), errors).flatten();
        let rtf = keep(message.rtf_compressed(), errors).flatten();
        let (mut recipients, mut attachments) = (Vec::new(), Vec::new());
        // Of two with one number the first counts, here and below.
        let known = people.recipients.iter().rev();
        let known = known.map(|(number, _, person)| (*number, person));
        let known: HashMap<u32, &Address> = known.collect();
        for recipient in message.recipients() {
            let Some(recipient) = keep(recipient, errors) else { continue };
            let number = recipient.number();
            let person = match known.get(&number) {
                Some(person) => (*person).clone(),
                None => keep(recipient.full_address(), errors).unwrap_or_default(),
            };
            let kind = recipient.recipient_type().map(|kind| kind.to_string());
            recipients.push(Addressee { number, kind, person: person.into() });
        }
        let shown = body.as_ref().and_then(Body::html);
        let dispositions = message.dispositions(shown.as_ref().map(|html| &*html.text));
        let dispositions: HashMap<u32, Disposition> = dispositions.into_iter().rev().collect();
        for attachment in message.attachments() {
            if let Some(attachment) = keep(attachment, errors) {
                let own = dispositions.get(&attachment.number()).copied();
                let disposition = own.unwrap_or(Disposition::Attached);
                attachments.push(Attached::of(&attachment, disposition, errors));
            }
        }
        let plain = body.as_ref().and_then(Body::text);
        let receipts = message.receipts();
        let receipts = [(receipts.read, "read"), (receipts.delivery, "delivery")];
        let person = |person: &Address| Person::from(person.clone());
        Summary {
            class: text(message.class(), errors),
            subject: text(message.subject(), errors),
            from: people.from().map(person),
            sender: people.on_behalf().map(person),
            reply_to: people.reply_to.iter().map(person).collect(),
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
            categories: keep(message.categories(), errors).unwrap_or_default(),
            follow_up: keep(message.follow_up(), errors).flatten().map(Flag::from),
            receipts: receipts.iter().filter(|(wanted, _)| *wanted).map(|(_, of)| *of).collect(),
            message_id: text(message.internet_message_id(), errors),
            code_page: message.code_page().0,
            recipients,
            attachments,
            text_from: match &plain {
                Some(text) => Some(origin(text.origin)),
                None => body.as_ref().filter(|body| body.is_blank_rtf()).map(|_| "rtf"),
            },
            text: plain.map(|text| text.text.into_owned()),
            body: body.as_ref().and_then(Body::native).map(|kind| match kind {
                BodyKind::Text => "text",
                BodyKind::Html => "html",
                BodyKind::Rtf => "rtf",
            }),
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

impl From<Address> for Person {
    fn from(address: Address) -> Self {
        let Address { name, smtp, address_type, address, .. } = address;
        Person { name, address, address_type, smtp }
    }
}

impl From<FollowUp> for Flag {
    fn from(flag: FollowUp) -> Self {
        Flag { complete: flag.complete, request: flag.request, due: flag.due.map(Time) }
    }
}

impl Person {
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

impl Attached {
    fn of(
        attachment: &Attachment<'_, Store>,
        disposition: Disposition,
        errors: &mut Vec<Error>,
    ) -> Self {
        let mut attached = Attached {
            number: attachment.number(),
            name: keep(attachment.name(), errors).flatten().map(|name| name.text.into_owned()),
            method: attachment.method().map(|method| method.0),
            kind: attachment.method().map_or("unknown".to_owned(), |method| method.to_string()),
            disposition: match disposition {
                Disposition::Attached => "attached",
                Disposition::Inline => "inline",
                Disposition::Hidden => "hidden",
            },
            mime: keep(attachment.mime_type(), errors).flatten().map(|m| m.text.into_owned()),
            bytes: None,
            incomplete: false,
            reference: None,
            message: None,
        };
        match keep(attachment.data(), errors) {
            Some(AttachmentData::Bytes { size, stream }) => {
                attached.bytes = Some(size);
                attached.incomplete = !attachment.store().is_whole(&stream);
            }
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
        let people: Vec<String> = self.reply_to.iter().map(Person::to_string).collect();
        field("Reply-To", Some(people.join("; ")))?;
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
        field("Categories", Some(Line(self.categories.join("; ")).to_string()))?;
        field("Follow-up", self.follow_up.as_ref().map(Flag::to_string))?;
        field("Receipts", Some(self.receipts.join(", ")))?;
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
            if attached.incomplete {
                write!(out, "  {BAD}damaged: not whole{BAD:#}")?;
            }
            if attached.disposition != "attached" {
                write!(out, "  {DIM}({}){DIM:#}", attached.disposition)?;
            }
            writeln!(out)?;
        }
        Ok(())
    }

    fn say_body(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        let filled = self.text.as_deref().filter(|text| !text.trim().is_empty());
        if let Some(text) = filled {
            let text = Lines(text).to_string();
            if let Some(from @ ("rtf" | "html")) = self.text_from {
                writeln!(out, "\n{DIM}(text out of {}){DIM:#}", from.to_uppercase())?;
            }
            writeln!(out)?;
            return say_text(text.trim_end_matches('\n'), out);
        }
        let stored = |kind, bytes: Option<usize>| {
            let bytes = u64::try_from(bytes?).unwrap_or(u64::MAX);
            Some(format!("{kind} ({} bytes)", grouped(bytes)))
        };
        let others = [stored("HTML", self.html_bytes), stored("compressed RTF", self.rtf_bytes)];
        let others: Vec<String> = others.into_iter().flatten().collect();
        let others = others.join(" and ");
        let said = match (others.is_empty(), self.text_from) {
            (true, _) => "no text stored".to_owned(),
            // It was read, and shows at most pictures.
            (false, Some("rtf" | "html")) => {
                format!("no text: there is none in the {others} either")
            }
            (false, Some(_)) => format!("the text is blank, but there is {others}: extract it"),
            (false, None) => format!("no text stored, but {others}: extract it"),
        };
        writeln!(out, "\n{DIM}({said}){DIM:#}")
    }
}

impl fmt::Display for Flag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.complete { "done" } else { "to do" })?;
        if let Some(request) = self.request.as_ref().filter(|request| !request.is_empty()) {
            write!(f, ": {}", Line(request))?;
        }
        match &self.due {
            Some(due) => write!(f, ", until {}", time::local(due.0)),
            None => Ok(()),
        }
    }
}

fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Stored => "stored",
        Origin::Encapsulated | Origin::Rtf => "rtf",
        Origin::Html => "html",
        _ => "text",
    }
}

/// Text with what is quoted dimmed.
fn say_text(text: &str, out: &mut dyn fmt::Write) -> fmt::Result {
    quote::lines(text).try_for_each(|(line, is_quoted)| match is_quoted {
        true => writeln!(out, "{DIM}{line}{DIM:#}"),
        false => writeln!(out, "{line}"),
    })
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
