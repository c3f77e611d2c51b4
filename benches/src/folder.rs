//! Folders of messages as people have them: many sizes and shapes, always the same for a seed.

use openimsg::CodePage;
use openimsg::base::{FileTime, Guid};
use openimsg::props::named::NameMapBuilder;
use openimsg::props::{
    Header, HeaderKind, NAMEID_STORAGE, PropType, attachment_storage_name, lids,
    recipient_storage_name, tags,
};
use openimsg::storage::write::{Options, StorageBuilder, WriteError};

use crate::mutation::Random;
use crate::samples::{self, ObjectBuilder};

/// Message number `number` of a folder made with `seed`.
///
/// Of ten, eight have Unicode text and two that of a code page; three have HTML, three
/// compressed RTF, the others plain text; four have attachments, of 1 kB to 1 MB, the long ones
/// rare; one of twenty has a message attached. One to forty recipients.
///
/// # Errors
/// What the writer says; not for these.
pub fn message(seed: u64, number: u64) -> Result<Vec<u8>, WriteError> {
    let mut random = Random::new(&[seed, number]);
    let root = storage(HeaderKind::Root, &mut random)?;
    let mut file = Vec::new();
    root.write_to(&Options::default(), &mut file)?;
    Ok(file)
}

fn storage(kind: HeaderKind, random: &mut Random) -> Result<StorageBuilder<'static>, WriteError> {
    let mut root = StorageBuilder::new();
    let is_root = kind == HeaderKind::Root;
    let recipients = one_of_many(random, 1, 40);
    let attachments = if random.below(10) < 4 { one_of_many(random, 1, 6) } else { 0 };
    let embedded = u32::from(is_root && random.below(20) == 0);
    let header = Header {
        next_recipient: recipients,
        next_attachment: attachments.saturating_add(embedded),
        recipient_count: recipients,
        attachment_count: attachments.saturating_add(embedded),
        ..Header::default()
    };
    let eight_bit = random.below(10) < 2;
    properties(&mut root, kind, header, eight_bit, random)?;
    if is_root {
        root.clsid(Guid::from_u128(0x0002_0D0B_0000_0000_C000_0000_0000_0046));
        let mut names = NameMapBuilder::default();
        for property in [&lids::PID_NAME_KEYWORDS, &lids::PID_LID_REMINDER_SET] {
            // Two known ones are never too many.
            let _ = names.add(property);
        }
        let storage = root.storage(NAMEID_STORAGE)?;
        for (name, bytes) in names.build().iter() {
            storage.stream(name.as_str(), bytes.to_vec())?;
        }
    }
    for number in 0..recipients {
        let storage = root.storage(recipient_storage_name(number).as_str())?;
        let mut recipient = ObjectBuilder::new(storage, HeaderKind::Item, Header::default());
        let person = random.below(5000);
        recipient.fixed(tags::PR_ROWID, &number.to_le_bytes());
        recipient.fixed(tags::PR_RECIPIENT_TYPE, &(number % 2).saturating_add(1).to_le_bytes());
        recipient.text(tags::PR_DISPLAY_NAME, &format!("Person {person}"))?;
        recipient.text(tags::PR_ADDRTYPE, "SMTP")?;
        recipient.text(tags::PR_EMAIL_ADDRESS, &format!("person{person}@example.org"))?;
        recipient.finish()?;
    }
    for number in 0..attachments {
        let storage = root.storage(attachment_storage_name(number).as_str())?;
        let mut attachment = ObjectBuilder::new(storage, HeaderKind::Item, Header::default());
        attachment.fixed(tags::PR_ATTACH_METHOD, &1_u32.to_le_bytes());
        attachment.fixed(tags::PR_ATTACH_NUM, &number.to_le_bytes());
        attachment.text(tags::PR_ATTACH_LONG_FILENAME, &format!("report {number}.bin"))?;
        attachment.text(tags::PR_ATTACH_EXTENSION, ".bin")?;
        let len = usize::try_from(one_of_many(random, 1_000, 1_000_000)).unwrap_or(0);
        let [first, ..] = random.number().to_le_bytes();
        attachment.stream(tags::PR_ATTACH_DATA_BIN, vec![first; len].into())?;
        attachment.finish()?;
    }
    if embedded > 0 {
        let inner = storage_of_embedded(random)?;
        root.insert(attachment_storage_name(attachments).as_str(), inner)?;
    }
    Ok(root)
}

fn storage_of_embedded(random: &mut Random) -> Result<StorageBuilder<'static>, WriteError> {
    let mut storage = StorageBuilder::new();
    let mut attachment = ObjectBuilder::new(&mut storage, HeaderKind::Item, Header::default());
    attachment.fixed(tags::PR_ATTACH_METHOD, &5_u32.to_le_bytes());
    let object = tags::PR_ATTACH_DATA_BIN.with_kind(PropType::OBJECT);
    attachment.fixed(object, &[0xFF, 0xFF, 0xFF, 0xFF, 1]);
    attachment.finish()?;
    storage.insert("__substg1.0_3701000D", self::storage(HeaderKind::Embedded, random)?)?;
    Ok(storage)
}

fn properties(
    root: &mut StorageBuilder<'static>,
    kind: HeaderKind,
    header: Header,
    eight_bit: bool,
    random: &mut Random,
) -> Result<(), WriteError> {
    let mut message = ObjectBuilder::new(root, kind, header);
    let support = if eight_bit { 0x0000_0E79_u32 } else { 0x0004_0E79 };
    message.fixed(tags::PR_STORE_SUPPORT_MASK, &support.to_le_bytes());
    message.fixed(tags::PR_MESSAGE_CODEPAGE, &1252_u32.to_le_bytes());
    message.fixed(tags::PR_IMPORTANCE, &1_u32.to_le_bytes());
    message.fixed(tags::PR_MESSAGE_FLAGS, &1_u32.to_le_bytes());
    // Some time in twenty years from 2005 on, in steps of 0.1 µs.
    let sent = 0x01C4_EF9A_0000_0000_u64.wrapping_add(random.number() % 6_311_520_000_000_000);
    let sent = FileTime::from_raw(sent);
    message.fixed(tags::PR_CLIENT_SUBMIT_TIME, &sent.raw().to_le_bytes());
    message.fixed(tags::PR_MESSAGE_DELIVERY_TIME, &sent.raw().to_le_bytes());
    let body = words(usize::try_from(one_of_many(random, 100, 10_000)).unwrap_or(0), random);
    let person = random.below(5000);
    for (tag, text) in [
        (tags::PR_MESSAGE_CLASS, "IPM.Note"),
        (tags::PR_SUBJECT, &format!("RE: Größe of {}", body.get(..20).unwrap_or_default())),
        (tags::PR_SENDER_NAME, &format!("Person {person}")),
        (tags::PR_SENDER_ADDRTYPE, "SMTP"),
        (tags::PR_SENDER_EMAIL_ADDRESS, &format!("person{person}@example.org")),
        (tags::PR_BODY, &body),
    ] {
        if eight_bit {
            let bytes = CodePage::WINDOWS_1252.encode(text).unwrap_or_default().into_owned();
            message.counted(tag.with_kind(PropType::STRING8), bytes, 1)?;
        } else {
            message.text(tag, text)?;
        }
    }
    match random.below(10) {
        0..=2 => {
            let html = format!("<html><body><p>{}</p></body></html>", body.replace(". ", ".<br>"));
            let html = html.into_bytes();
            message.stream(tags::PR_HTML.with_kind(PropType::BINARY), html.into())?;
        }
        3..=5 => {
            let rtf = openimsg::rtf::compress(&samples::rtf(body.len()));
            message.stream(tags::PR_RTF_COMPRESSED, rtf.into())?;
        }
        _ => {}
    }
    message.finish()
}

/// From `least` to `most`, each power of two as often as the next.
fn one_of_many(random: &mut Random, least: u32, most: u32) -> u32 {
    let octaves = most.checked_div(least).and_then(u32::checked_ilog2).unwrap_or(0);
    let octave = u32::try_from(random.below(usize::try_from(octaves).unwrap_or(0))).unwrap_or(0);
    // Two draws: the longer, the rarer.
    let again = u32::try_from(random.below(usize::try_from(octaves).unwrap_or(0))).unwrap_or(0);
    let base = least.checked_shl(octave.min(again)).unwrap_or(least);
    let more = random.below(usize::try_from(base).unwrap_or(0));
    base.saturating_add(u32::try_from(more).unwrap_or(0)).min(most)
}

/// Sentences of `len` bytes or a little more.
fn words(len: usize, random: &mut Random) -> String {
    const WORDS: [&str; 16] = [
        "the", "minutes", "of", "meeting", "are", "attached", "please", "read", "them", "before",
        "Tuesday", "and", "tell", "me", "what", "missing",
    ];
    let mut text = String::with_capacity(len.saturating_add(16));
    while text.len() < len {
        text.push_str(random.pick(&WORDS).copied().unwrap_or_default());
        text.push_str(if random.below(10) == 0 { ". " } else { " " });
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use openimsg::{MessageFile, check};

    #[test]
    fn messages_are_sound_and_differ() {
        let mut sizes = Vec::new();
        for number in 0..60 {
            let bytes = message(1, number).unwrap();
            assert!(bytes == message(1, number).unwrap());
            sizes.push(bytes.len());
            let file = MessageFile::open(bytes, Default::default()).unwrap();
            let (findings, _) = check(&file).unwrap();
            assert!(findings.is_empty(), "{number}: {findings:?}");
            let message = file.message().unwrap();
            let size = usize::try_from(message.properties().header().recipient_count).unwrap();
            assert_eq!(message.recipients().count(), size);
        }
        sizes.sort_unstable();
        sizes.dedup();
        assert!(sizes.len() > 15, "{sizes:?}");
    }
}
