//! What is compared with others, and with other versions of the library: each a function of the
//! bytes of a file, and something that depends on what was read, or nothing where it cannot be
//! read.
//!
//! `cargo xtask bench --beside` compiles this file by itself against each of two versions.

use std::hint::black_box;

use openimsg::message::Object;
use openimsg::storage::EntryKind;
use openimsg::{Budget, CompoundFile, Error, MessageFile, Options, PropValue, rtf};

/// Opens a compound file.
#[must_use]
pub fn open(bytes: &[u8]) -> Option<u64> {
    let file = CompoundFile::open(bytes, &Budget::default()).ok()?;
    u64::try_from(black_box(file).len()).ok()
}

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

/// Decompresses RTF.
#[must_use]
pub fn decompress(bytes: &[u8]) -> Option<u64> {
    let rtf = rtf::decompress(bytes, &Budget::default()).ok()?;
    u64::try_from(black_box(rtf.rtf).len()).ok()
}

/// A sum over all bytes, fast enough not to hide what is measured: words of 64 bits, eight lanes
/// of them in long streams. The last piece overlaps the one before it, because a loop over what
/// is left takes a number of rounds that no processor can guess.
#[must_use]
pub fn checksum(bytes: &[u8]) -> u64 {
    if let Some(last) = bytes.last_chunk::<64>() {
        let mut lanes = [0u64; 8];
        for block in bytes.as_chunks::<64>().0.iter().chain([last]) {
            for (lane, word) in lanes.iter_mut().zip(block.as_chunks::<8>().0) {
                *lane = lane.wrapping_add(u64::from_le_bytes(*word));
            }
        }
        return lanes.into_iter().fold(0, u64::wrapping_add);
    }
    both_ends::<32>(bytes)
        .or_else(|| both_ends::<16>(bytes))
        .or_else(|| both_ends::<8>(bytes))
        .unwrap_or_else(|| bytes.iter().fold(0, |sum, byte| sum.wrapping_add(u64::from(*byte))))
}

/// The sum of the first `N` bytes and the last, which are all that up to twice as many have.
#[inline]
fn both_ends<const N: usize>(bytes: &[u8]) -> Option<u64> {
    let ends = [bytes.first_chunk::<N>()?, bytes.last_chunk::<N>()?];
    let words = ends.iter().flat_map(|end| end.as_chunks::<8>().0);
    Some(words.fold(0, |sum, word| sum.wrapping_add(u64::from_le_bytes(*word))))
}
