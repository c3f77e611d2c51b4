//! Messages: everything that can be asked of one.

use std::io::{self, Cursor};

use openimsg_base::Limits;
use openimsg_message::{
    Attachment, AttachmentData, Error, Message, MessageFile, Object, Options, check,
};
use openimsg_storage::{CompoundFile, ReadSource, Source, Store};

/// Longer files take too long.
const MAX_LEN: usize = 1 << 16;

/// Reads everything in lenient use, and again: through a file, or in strict use. What is said
/// does not depend on where the bytes are, and being strict is to refuse, not to say something
/// else.
pub fn message(data: &[u8]) {
    if data.len() > MAX_LEN {
        return;
    }
    // Both would take half as long again; the input chooses by what any change of it changes.
    match data.iter().fold(0, |sum, byte| sum ^ byte).count_ones() % 2 {
        0 => as_through_a_file(data, &read(data, false)),
        _ => as_in_strict_use(data, &read(data, false)),
    }
}

/// As [`message`] in both ways, of a file of any length.
pub(crate) fn read_all_ways(data: &[u8]) {
    let said = read(data, false);
    as_through_a_file(data, &said);
    as_in_strict_use(data, &said);
}

fn as_through_a_file(data: &[u8], said: &Said) {
    assert!(*said == read(ReadSource::new(Cursor::new(data)).unwrap(), false));
}

fn as_in_strict_use(data: &[u8], said: &Said) {
    let in_strict_use = read(data, true);
    if in_strict_use.errors == 0 {
        assert_eq!(in_strict_use, *said, "strictness refuses, it does not say something else");
    }
}

/// What was said: numbers that depend on all values.
#[derive(Debug, Default, PartialEq, Eq)]
struct Said {
    hash: u64,
    errors: u64,
    messages: u64,
}

impl Said {
    fn bytes(&mut self, bytes: &[u8]) {
        let (eights, rest) = bytes.as_chunks();
        for eight in eights {
            self.number(u64::from_le_bytes(*eight));
        }
        rest.iter().for_each(|byte| self.number((*byte).into()));
        self.number(bytes.len() as u64);
    }

    fn number(&mut self, number: u64) {
        self.hash = (self.hash ^ number).wrapping_mul(0x0000_0100_0000_01B3).rotate_left(23);
    }

    fn debug(&mut self, value: impl std::fmt::Debug) {
        self.bytes(format!("{value:?}").as_bytes());
    }

    /// A value or nothing, or an error, which is looked at too.
    fn get<T>(&mut self, result: Result<Option<T>, Error>) -> Option<T> {
        result.unwrap_or_else(|error| {
            self.error(&error);
            None
        })
    }

    fn error(&mut self, error: &Error) {
        self.errors += 1;
        self.bytes(error.to_string().as_bytes());
    }
}

fn read<S: Source>(source: S, strict: bool) -> Said {
    let limits = Limits { decoded_bytes: 16 << 20, strict, ..Limits::default() };
    let mut said = Said::default();
    let file = match MessageFile::open(source, Options { limits, ..Options::default() }) {
        Ok(file) => file,
        Err(error) => {
            said.error(&error);
            return said;
        }
    };
    said.debug(file.budget().defects());
    match file.message() {
        Ok(message) => read_message(message, &mut said),
        Err(error) => said.error(&error),
    }
    match check(&file) {
        Ok((findings, count)) => {
            said.debug(findings);
            said.number(count);
        }
        Err(error) => said.error(&error),
    }
    let used = file.budget().used(openimsg_base::Limit::DecodedBytes);
    assert_eq!(used, 0, "getters give back what they charge");
    said
}

fn read_message<S: Source>(message: Message<'_, CompoundFile<S>>, said: &mut Said) {
    let mut pending = vec![message];
    while let Some(message) = pending.pop() {
        said.messages += 1;
        texts(&message, said);
        read_object(&message, said);
        for recipient in message.recipients() {
            match recipient {
                Ok(recipient) => {
                    said.number(recipient.number().into());
                    said.debug(recipient.recipient_type());
                    for text in [
                        recipient.name(),
                        recipient.address_type(),
                        recipient.email_address(),
                        recipient.smtp_address(),
                        recipient.address(),
                    ] {
                        text_of(text, said);
                    }
                    read_object(&recipient, said);
                }
                Err(error) => said.error(&error),
            }
        }
        for attachment in message.attachments() {
            match attachment {
                Ok(attachment) => {
                    read_attachment(&attachment, said);
                    pending.extend(said.get(attachment.message()));
                }
                Err(error) => said.error(&error),
            }
        }
    }
}

fn text_of<T: AsRef<str>>(text: Result<Option<T>, Error>, said: &mut Said) {
    if let Some(text) = said.get(text) {
        said.bytes(text.as_ref().as_bytes());
    }
}

fn texts<S: Store + ?Sized>(message: &Message<'_, S>, said: &mut Said) {
    for text in [
        message.class(),
        message.subject(),
        message.subject_prefix(),
        message.normalized_subject(),
        message.internet_message_id(),
        message.transport_headers(),
        message.conversation_topic(),
        message.display_to(),
        message.display_cc(),
        message.display_bcc(),
        message.body(),
        message.html_text(),
    ] {
        text_of(text, said);
    }
    for sender in [message.sender(), message.representing()] {
        if let Some(sender) = said.get(sender.map(Some)) {
            let parts = [sender.name, sender.address, sender.address_type, sender.smtp];
            parts.into_iter().flatten().for_each(|text| said.bytes(text.text.as_bytes()));
        }
    }
    said.debug([
        message.submit_time(),
        message.delivery_time(),
        message.creation_time(),
        message.last_modification_time(),
    ]);
    said.debug((message.importance(), message.sensitivity(), message.flags(), message.is_draft()));
    if let Some(html) = said.get(message.html()) {
        said.debug(html.kind);
        said.bytes(&html.bytes);
    }
    if let Some(rtf) = said.get(message.rtf()) {
        said.bytes(&rtf.rtf);
        said.debug(rtf.defects);
    }
    if let Some(stored) = said.get(message.rtf_compressed()) {
        said.bytes(&stored);
    }
}

fn read_object<S: Store + ?Sized>(object: &Object<'_, S>, said: &mut Said) {
    said.debug((object.place(), object.code_page(), object.properties().header()));
    for property in object.iter() {
        match property {
            Ok(property) => {
                said.debug(&property);
                said.bytes(property.value.as_bytes().unwrap_or_default());
                said.bytes(property.value.as_str().unwrap_or_default().as_bytes());
                for text in property.value.as_texts().unwrap_or_default() {
                    said.bytes(text.text.as_bytes());
                }
            }
            Err(error) => said.error(&error),
        }
    }
    // Single getters have no common limit: some are enough.
    for entry in object.properties().entries().iter().take(64) {
        let tag = entry.tag();
        for property in [object.get(tag), object.get_id(tag.id())] {
            let property = said.get(property);
            said.debug(property);
        }
        if let Some(raw) = said.get(object.raw(tag)) {
            said.bytes(&raw);
        }
        if let Some(item) = said.get(object.raw_item(tag, 0)) {
            said.bytes(&item);
        }
        if let Some(named) = said.get(object.name_of(tag.id())) {
            let id = said.get(object.id_of(&named.to_owned()));
            said.debug(id);
            let property = said.get(object.get_named(&named.to_owned()));
            said.debug(property);
        }
    }
}

fn read_attachment<S: Store>(attachment: &Attachment<'_, S>, said: &mut Said)
where
    S::Node: std::fmt::Debug,
{
    said.debug((attachment.number(), attachment.method(), attachment.rendering_position()));
    for text in [
        attachment.long_filename(),
        attachment.short_filename(),
        attachment.display_name(),
        attachment.name(),
        attachment.extension(),
        attachment.mime_type(),
        attachment.content_id(),
    ] {
        text_of(text, said);
    }
    match said.get(attachment.data().map(Some)) {
        Some(AttachmentData::Reference(place)) => said.bytes(place.text.as_bytes()),
        data => said.debug(data),
    }
    if let Some(mut reader) = said.get(attachment.reader()) {
        let mut copy = Vec::new();
        let copied = io::copy(&mut reader, &mut copy);
        assert_eq!(copied.unwrap(), reader.size());
        said.bytes(&copy);
    }
    read_object(attachment, said);
}
