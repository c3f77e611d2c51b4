//! From the description of a message to its file.

use std::path::Path;

use openimsg::base::Guid;
use openimsg::edit::{
    AttachmentEdit, Clock, Ids, MessageEdit, Options, Person as Someone, State, Strings,
};
use openimsg::storage::Overlay;
use openimsg::storage::write::Version;
use openimsg::{AttachMethod, FileEdit, FileTime, RecipientType, tags};

use crate::Failure;
use crate::mail::{Attachment, Content, Edit, Kind, Mail, Person};

/// Writes a message as a new file.
pub(crate) fn message(mail: &Mail, version: Version, path: &Path) -> Result<(), Failure> {
    let mut file = FileEdit::create(options(mail))?;
    fill(&mut file, mail)?;
    file.saving().version = Some(version);
    _ = file.save_as(path)?;
    Ok(())
}

/// Changes the message in a file.
pub(crate) fn edit(path: &Path, edit: &Edit) -> Result<(), Failure> {
    let mut file = FileEdit::open(path, Options::default())?;
    file.set_subject(edit.subject)?;
    let numbers = file.attachments().to_vec();
    for removed in &edit.removed {
        file.remove_attachment(*numbers.get(*removed).ok_or("no such attachment")?)?;
    }
    add_items(&mut file, &edit.recipients, &edit.attachments)?;
    _ = file.save()?;
    Ok(())
}

fn options(mail: &Mail) -> Options {
    Options {
        clock: Clock::Fixed(
            FileTime::from_unix_nanos(1_752_130_000_000_000_000).unwrap_or_default(),
        ),
        ids: Ids::Seeded(1),
        strings: mail.page.map_or(Strings::Unicode, Strings::Ansi),
        ..Options::default()
    }
}

fn fill(message: &mut MessageEdit, mail: &Mail) -> Result<(), Failure> {
    if let Some(class) = mail.class {
        message.set_class(class)?;
    }
    if !mail.subject.is_empty() {
        message.set_subject(&mail.subject)?;
    }
    if let Some(sent) = mail.sent {
        let sent = FileTime::from_unix_nanos(i128::from(sent).saturating_mul(1_000_000_000));
        message.set_submit_time(sent.ok_or("the time is too late")?)?;
        message.set_state(State::Sent)?;
    }
    if let Some(person) = &mail.from {
        message.set_sender(&someone(person))?;
    }
    if let Some(person) = &mail.on_behalf_of {
        message.set_representing(&someone(person))?;
    }
    fill_bodies(message, mail)?;
    for (tag, value) in &mail.properties {
        message.set_exact(*tag, value)?;
    }
    for (name, value) in &mail.named {
        message.set_named(name, value.clone())?;
    }
    add_items(message, &mail.recipients, &mail.attachments)
}

fn fill_bodies(message: &mut MessageEdit, mail: &Mail) -> Result<(), Failure> {
    match (&mail.html, &mail.rtf) {
        (Some(html), _) => {
            // The encoding of the HTML.
            message.set(tags::PR_INTERNET_CPID, html.page.0.cast_signed())?;
            message.set_html_body(&html.text, Some(&mail.text))?;
        }
        (None, Some(rtf)) => {
            message.set_rtf_body(&rtf.bytes, Some(&mail.text))?;
            if !rtf.compressed {
                let stored = openimsg::rtf::store(&rtf.bytes);
                message.set_content(tags::PR_RTF_COMPRESSED, stored)?;
            }
        }
        (None, None) if mail.text.is_empty() => {}
        (None, None) => message.set_text_body(&mail.text)?,
    }
    Ok(())
}

fn add_items(
    message: &mut MessageEdit,
    recipients: &[(Kind, Person)],
    attachments: &[Attachment],
) -> Result<(), Failure> {
    for (kind, who) in recipients {
        let kind = match kind {
            Kind::To => RecipientType::TO,
            Kind::Cc => RecipientType::CC,
            Kind::Bcc => RecipientType::BCC,
        };
        message.add_recipient(kind, &someone(who))?;
    }
    for attachment in attachments {
        attach(message, attachment)?;
    }
    Ok(())
}

fn someone(person: &Person) -> Someone {
    let Person { name, kind, address, smtp } = person;
    match *kind {
        "EX" => Someone::exchange(name, address, smtp),
        _ if address.is_empty() => Someone::named(name),
        _ => Someone::smtp(name, address),
    }
}

fn attach(message: &mut MessageEdit, attachment: &Attachment) -> Result<(), Failure> {
    let Attachment { name, mime, content_id, content } = attachment;
    let mut made = message.new_attachment()?;
    match content {
        Content::Bytes(bytes) => made.set_file(name, bytes.clone())?,
        Content::Message(mail) => {
            let mut inner = made.new_message()?;
            fill(&mut inner, mail)?;
            inner.save(&mut made)?;
        }
        Content::MessageFile(mail) => {
            let mut file = MessageEdit::new(options(mail))?;
            fill(&mut file, mail)?;
            made.set_message(file.finish()?)?;
        }
        Content::Ole(streams) => {
            made.set_storage(&application(streams)?)?;
            made.set(tags::PR_DISPLAY_NAME, name.as_str())?;
        }
        Content::Reference(path) => refer(&mut made, name, path)?,
        Content::WebReference(address) => made.set_web_reference(name, address)?,
    }
    if let Some(mime) = mime {
        made.set_mime_type(mime)?;
    }
    if let Some(content_id) = content_id {
        made.set_inline(content_id)?;
    }
    made.save(message)?;
    Ok(())
}

/// A storage as an application leaves it.
fn application(streams: &[(&str, Vec<u8>)]) -> Result<Overlay, Failure> {
    const STATIC_DIB: Guid = Guid::from_u128(0x00000316_0000_0000_C000_000000000046);
    let mut storage = Overlay::empty();
    storage.set_clsid("", STATIC_DIB)?;
    for (name, bytes) in streams {
        storage.put_root_stream(*name, bytes.clone())?;
    }
    Ok(storage)
}

/// Attaches where a file is.
fn refer(attachment: &mut AttachmentEdit, name: &str, path: &str) -> Result<(), Failure> {
    attachment.set_method(AttachMethod::BY_REFERENCE)?;
    attachment.set_file_name(name)?;
    attachment.set(tags::PR_ATTACH_LONG_PATHNAME, path)?;
    Ok(())
}
