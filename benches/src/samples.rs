//! Messages made for benchmarks, of typical shape and of chosen size.

use openimsg::base::{FileTime, Guid};
use openimsg::props::{
    Attributes, Entry, Header, HeaderKind, NAMEID_STORAGE, PROPERTIES_STREAM, PropTag, PropType,
    PropertyStreamBuilder, StreamName, attachment_storage_name, encode_utf16le,
    recipient_storage_name, tags,
};
use openimsg::storage::write::{Content, Options, StorageBuilder, WriteError};

/// A property stream of `count` entries, two thirds of fixed width and one third strings, as
/// messages have them; ids go up from 0x1000.
#[must_use]
pub fn property_stream(count: u16) -> Vec<u8> {
    let mut builder = PropertyStreamBuilder::new(HeaderKind::Root, Header::default());
    for i in 0..count {
        let kind = match i % 3 {
            0 => PropType::LONG,
            1 => PropType::SYSTIME,
            _ => PropType::UNICODE,
        };
        let tag = PropTag::new(openimsg::props::PropId(0x1000_u16.wrapping_add(i)), kind);
        let value = [i.to_le_bytes()[0], i.to_le_bytes()[1], 0, 0, 0, 0, 0, 0];
        builder.push(Entry::new(tag, Attributes::READ_WRITE, value));
    }
    builder.build().unwrap_or_default()
}

/// A message: a subject, `recipients` recipients, a body of `body` characters and one attachment
/// of `attachment` bytes.
///
/// # Errors
/// What the writer says; not for sizes that fit into memory.
pub fn message(recipients: u32, body: usize, attachment: u64) -> Result<Vec<u8>, WriteError> {
    let mut file = Vec::new();
    message_from(
        recipients,
        body,
        Content::from(vec![0x5A; usize::try_from(attachment).unwrap_or(0)]),
    )?
    .write_to(&Options::default(), &mut file)?;
    Ok(file)
}

/// As [`message`], with an attachment from anywhere, to be written when wanted.
///
/// # Errors
/// What the builder says; not for these names.
pub fn message_from(
    recipients: u32,
    body: usize,
    attachment: Content<'_>,
) -> Result<StorageBuilder<'_>, WriteError> {
    let mut root = StorageBuilder::new();
    root.clsid(Guid::from_u128(0x0002_0D0B_0000_0000_C000_0000_0000_0046));
    let header = Header {
        next_recipient: recipients,
        next_attachment: 1,
        recipient_count: recipients,
        attachment_count: 1,
        ..Header::default()
    };
    let mut message = ObjectBuilder::new(&mut root, HeaderKind::Root, header);
    message.fixed(tags::PR_STORE_SUPPORT_MASK, &0x0004_0E79_u32.to_le_bytes());
    message.fixed(tags::PR_IMPORTANCE, &1u32.to_le_bytes());
    message.fixed(tags::PR_MESSAGE_FLAGS, &1u32.to_le_bytes());
    let sent = FileTime::from_raw(0x01D2_85DA_3FC8_97AE);
    message.fixed(tags::PR_CLIENT_SUBMIT_TIME, &sent.raw().to_le_bytes());
    message.text(tags::PR_MESSAGE_CLASS, "IPM.Note")?;
    message.text(tags::PR_SUBJECT, "Minutes of the meeting")?;
    message.text(tags::PR_SENDER_NAME, "Ada Example")?;
    message.text(tags::PR_SENDER_ADDRTYPE, "SMTP")?;
    message.text(tags::PR_SENDER_EMAIL_ADDRESS, "ada@example.org")?;
    message.text(tags::PR_BODY, &"All work and no play. ".repeat(body / 22))?;
    message.finish()?;
    root.storage(NAMEID_STORAGE)?;
    for number in 0..recipients {
        let storage = root.storage(recipient_storage_name(number).as_str())?;
        let mut recipient = ObjectBuilder::new(storage, HeaderKind::Item, Header::default());
        recipient.fixed(tags::PR_ROWID, &number.to_le_bytes());
        recipient.fixed(tags::PR_RECIPIENT_TYPE, &1u32.to_le_bytes());
        recipient.text(tags::PR_DISPLAY_NAME, &format!("Reader {number}"))?;
        recipient.text(tags::PR_ADDRTYPE, "SMTP")?;
        recipient.text(tags::PR_EMAIL_ADDRESS, &format!("reader{number}@example.org"))?;
        recipient.finish()?;
    }
    let storage = root.storage(attachment_storage_name(0).as_str())?;
    let mut object = ObjectBuilder::new(storage, HeaderKind::Item, Header::default());
    object.fixed(tags::PR_ATTACH_METHOD, &1u32.to_le_bytes());
    object.fixed(tags::PR_ATTACH_NUM, &0u32.to_le_bytes());
    object.text(tags::PR_ATTACH_LONG_FILENAME, "minutes.bin")?;
    object.stream(tags::PR_ATTACH_DATA_BIN, attachment)?;
    object.finish()?;
    Ok(root)
}

/// One object with properties: the entries go with the streams.
struct ObjectBuilder<'b, 'c> {
    storage: &'b mut StorageBuilder<'c>,
    entries: PropertyStreamBuilder,
}

impl<'b, 'c> ObjectBuilder<'b, 'c> {
    fn new(storage: &'b mut StorageBuilder<'c>, kind: HeaderKind, header: Header) -> Self {
        ObjectBuilder { storage, entries: PropertyStreamBuilder::new(kind, header) }
    }

    fn fixed(&mut self, tag: PropTag, bytes: &[u8]) {
        let mut value = [0; 8];
        value.iter_mut().zip(bytes).for_each(|(slot, byte)| *slot = *byte);
        self.entries.push(Entry::new(tag, Attributes::READ_WRITE, value));
    }

    fn text(&mut self, tag: PropTag, text: &str) -> Result<(), WriteError> {
        let bytes = encode_utf16le(text);
        let size = u32::try_from(bytes.len()).unwrap_or(u32::MAX).saturating_add(2);
        self.fixed(tag, &size.to_le_bytes());
        self.storage.stream(StreamName::value(tag).as_str(), bytes).map(drop)
    }

    fn stream(&mut self, tag: PropTag, content: Content<'c>) -> Result<(), WriteError> {
        let size = u32::try_from(content.len()).unwrap_or(u32::MAX);
        self.fixed(tag, &size.to_le_bytes());
        self.storage.stream(StreamName::value(tag).as_str(), content).map(drop)
    }

    fn finish(self) -> Result<(), WriteError> {
        let bytes = self.entries.build().unwrap_or_default();
        self.storage.stream(PROPERTIES_STREAM, bytes).map(drop)
    }
}
