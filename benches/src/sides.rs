//! The same work by openimsg and by others, each a function of the bytes of a file: something
//! that depends on what was read, or nothing where it cannot be read.

use std::hint::black_box;
use std::io::{Cursor, Read};
use std::panic::catch_unwind;

use openimsg::message::Object;
use openimsg::storage::EntryKind;
use openimsg::{Budget, CompoundFile, Error, MessageFile, Options, PropValue, rtf};

use crate::checksum;

/// Reads every stream.
#[must_use]
pub fn streams(bytes: &[u8]) -> Option<u64> {
    let file = CompoundFile::open(bytes, &Budget::default()).ok()?;
    let mut sum = 0u64;
    for id in file.entries().filter(|id| file.kind(*id) == Some(EntryKind::Stream)) {
        sum = sum.wrapping_add(checksum(&file.content(id).ok()?));
    }
    Some(sum)
}

/// As [`streams`], with `cfb`.
#[must_use]
pub fn streams_with_cfb(bytes: &[u8]) -> Option<u64> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).ok()?;
    let entries = file.walk().filter(cfb::Entry::is_stream);
    let streams: Vec<_> = entries.map(|entry| entry.path().to_path_buf()).collect();
    let (mut sum, mut content) = (0u64, Vec::new());
    for path in streams {
        content.clear();
        file.open_stream(path).ok()?.read_to_end(&mut content).ok()?;
        sum = sum.wrapping_add(checksum(&content));
    }
    Some(sum)
}

/// Subject, sender, recipients with addresses, attachments with name and size, text body.
#[must_use]
pub fn summary(bytes: &[u8]) -> Option<u64> {
    summarise(bytes).ok()
}

fn summarise(bytes: &[u8]) -> Result<u64, Error> {
    let file = MessageFile::open(bytes, Options::default())?;
    let message = file.message()?;
    let mut count = 0u64;
    let mut took = |_: &str| count = count.wrapping_add(1);
    message.subject()?.iter().for_each(|text| took(&text.text));
    let sender = message.sender()?;
    for text in [sender.name, sender.address, sender.smtp].into_iter().flatten() {
        took(black_box(&text.text));
    }
    for recipient in message.recipients() {
        let recipient = recipient?;
        black_box(recipient.recipient_type());
        for text in [recipient.name()?, recipient.address()?].into_iter().flatten() {
            took(black_box(&text.text));
        }
    }
    for attachment in message.attachments() {
        let attachment = attachment?;
        attachment.name()?.iter().for_each(|text| took(black_box(&text.text)));
        black_box(attachment.data()?);
    }
    message.body()?.iter().for_each(|text| took(black_box(&text.text)));
    Ok(count)
}

/// Every property of the message, its recipients, attachments and embedded messages.
#[must_use]
pub fn properties(bytes: &[u8]) -> Option<u64> {
    decode_all(bytes).ok()
}

fn decode_all(bytes: &[u8]) -> Result<u64, Error> {
    let file = MessageFile::open(bytes, Options::default())?;
    let mut values = Vec::new();
    let mut messages = vec![file.message()?];
    while let Some(message) = messages.pop() {
        take(&message, &mut values);
        for recipient in message.recipients() {
            take(&*recipient?, &mut values);
        }
        for attachment in message.attachments() {
            let attachment = attachment?;
            take(&attachment, &mut values);
            messages.extend(attachment.message()?);
        }
    }
    Ok(u64::try_from(black_box(values).len()).unwrap_or(u64::MAX))
}

/// The values of an object, owned.
fn take(object: &Object<'_, CompoundFile<&[u8]>>, values: &mut Vec<PropValue<'static>>) {
    values.reserve(object.properties().entries().len());
    // A value that cannot be read is no reason to stop: real files have such.
    for property in object.iter().filter_map(Result::ok) {
        values.push(property.value.into_owned());
    }
}

/// Everything that `msg_parser` reads: it reads it when it opens.
#[must_use]
pub fn with_msg_parser(bytes: &[u8]) -> Option<u64> {
    let parsed = catch_unwind(|| msg_parser::Outlook::from_slice(bytes)).ok()?.ok()?;
    let parsed = black_box(parsed);
    u64::try_from(parsed.attachments.len()).ok()
}

/// Decompresses RTF.
#[must_use]
pub fn decompress(bytes: &[u8]) -> Option<u64> {
    let rtf = rtf::decompress(bytes, &Budget::default()).ok()?;
    u64::try_from(black_box(rtf.rtf).len()).ok()
}

/// As [`decompress`], with `compressed-rtf`.
#[must_use]
pub fn decompress_with_compressed_rtf(bytes: &[u8]) -> Option<u64> {
    let rtf = catch_unwind(|| compressed_rtf::decompress_rtf(bytes)).ok()?.ok()?;
    u64::try_from(black_box(rtf).len()).ok()
}
