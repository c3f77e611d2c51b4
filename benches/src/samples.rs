//! Messages made for benchmarks, of typical shape and of chosen size.

use std::collections::HashMap;

use openimsg::base::{FileTime, Guid};
use openimsg::props::named::{NameMapBuilder, NameStreams, NamedProperty};
use openimsg::props::{
    Attributes, Entry, Header, HeaderKind, NAMEID_STORAGE, PROPERTIES_STREAM, PropId, PropTag,
    PropType, PropertyStreamBuilder, StreamName, attachment_storage_name, encode_utf16le,
    recipient_storage_name, tags,
};
use openimsg::rtf::CompType;
use openimsg::storage::write::{Content, Options, StorageBuilder, WriteError};

/// A property stream of `count` entries of mixed types, more than half of them of fixed width.
/// The tag of each is [`property_tag`] of its position; 1,032,192 at most.
#[must_use]
pub fn property_stream(count: u32) -> Vec<u8> {
    let mut builder = PropertyStreamBuilder::new(HeaderKind::Root, Header::default());
    for position in 0..count {
        let [low, high, ..] = position.to_le_bytes();
        let value = [low, high, 0, 0, 0, 0, 0, 0];
        builder.push(Entry::new(property_tag(position), Attributes::READ_WRITE, value));
    }
    builder.build().unwrap_or_default()
}

/// The tag at a position of [`property_stream`]: ids go up from 0x1000, and begin again with
/// other types when they have run out.
#[must_use]
pub fn property_tag(position: u32) -> PropTag {
    const IDS: u32 = 0xE000;
    const TYPES: [PropType; 18] = [
        PropType::LONG,
        PropType::SYSTIME,
        PropType::UNICODE,
        PropType::BOOLEAN,
        PropType::I8,
        PropType::BINARY,
        PropType::I2,
        PropType::CURRENCY,
        PropType::STRING8,
        PropType::ERROR,
        PropType::DOUBLE,
        PropType::CLSID,
        PropType::FLOAT,
        PropType::APPTIME,
        PropType::MV_LONG,
        PropType::MV_UNICODE,
        PropType::MV_BINARY,
        PropType::OBJECT,
    ];
    let (round, number) = (position / IDS, position % IDS);
    let id = u16::try_from(number).unwrap_or(0).saturating_add(0x1000);
    let kind = usize::try_from(round.saturating_add(number) % 18).ok().and_then(|at| TYPES.get(at));
    PropTag::new(PropId(id), kind.copied().unwrap_or(PropType::LONG))
}

/// A name map of `count` properties in eight sets, half with numbers and half with names.
#[must_use]
pub fn name_map(count: u32) -> NameStreams {
    let mut builder = NameMapBuilder::default();
    for position in 0..count {
        let _ = builder.add(&named_property(position));
    }
    builder.build()
}

/// The property at a position of [`name_map`], where its id is 0x8000 and the position.
#[must_use]
pub fn named_property(position: u32) -> NamedProperty {
    let set = Guid::from_u128(0x0006_2000_0000_0000_C000_0000_0000_0046 ^ u128::from(position % 8));
    match position % 2 {
        0 => NamedProperty::lid(set, 0x8000_u32.saturating_add(position)),
        _ => NamedProperty::from_name(set, format!("example-header-{position}")),
    }
}

/// A storage of `names.len()` streams of 100 bytes each, put in in the order of `names`.
///
/// # Errors
/// [`WriteError::Duplicate`] if a name is there twice.
pub fn many_streams(names: &[String]) -> Result<StorageBuilder<'static>, WriteError> {
    static CONTENT: [u8; 100] = [0x5A; 100];
    let mut root = StorageBuilder::new();
    for name in names {
        root.stream(name, &CONTENT)?;
    }
    Ok(root)
}

/// `count` different names of streams, as long as those of properties, in an order that is
/// always the same but has no order in it.
#[must_use]
pub fn shuffled_names(count: u32) -> Vec<String> {
    // Multiplying by an odd number permutes all numbers of 32 bits.
    let name = |i: u32| format!("__substg1.0_{:08X}", i.wrapping_mul(0x9E37_79B1));
    (0..count).map(name).collect()
}

/// RTF of `len` bytes at least: paragraphs of words, some of them formatted.
#[must_use]
pub fn rtf(len: usize) -> Vec<u8> {
    const WORDS: [&str; 12] = [
        "minutes",
        "of the",
        "meeting",
        "{\\b in}",
        "Lisbon",
        "are",
        "attached",
        "\\'e9t\\'e9",
        "please",
        "read",
        "them",
        "before",
    ];
    let mut text =
        b"{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss Arial;}}\r\n".to_vec();
    let mut number = 1_u32;
    while text.len() < len {
        number = number.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let (word, paragraph) = ((number >> 16) % 12, (number >> 24) % 16);
        let word = usize::try_from(word).ok().and_then(|word| WORDS.get(word)).unwrap_or(&"");
        text.extend_from_slice(word.as_bytes());
        text.extend_from_slice(if paragraph == 0 { b"\\par\r\n" } else { b" " });
    }
    text.push(b'}');
    text
}

/// HTML of `len` bytes at least, as Outlook writes it: paragraphs, some of them in tables.
#[must_use]
pub fn html(len: usize) -> String {
    let mut html =
        "<html><head><style>p.MsoNormal\r\n\t{margin:0cm;}</style></head><body>\r\n".to_owned();
    for number in 0_u32.. {
        if html.len() >= len {
            break;
        }
        html += &format!(
            "<p class=MsoNormal><span style='font-size:11.0pt;color:#1F497D'>Minutes of the \
             <b>meeting</b> number {number} in Lisbon &amp; caf\u{e9} are attached, please read \
             them before.<o:p></o:p></span></p>\r\n"
        );
        if number % 8 == 7 {
            html +=
                "<table border=0><tr><td>one</td><td>&nbsp;</td><td>12,50</td></tr></table>\r\n";
        }
    }
    html += "</body></html>";
    html
}

/// RTF with HTML in it that is hard on a reader, of `count` groups inside each other.
#[must_use]
pub fn deep_rtf(count: usize) -> Vec<u8> {
    encapsulated(&["{".repeat(count), "x".to_owned(), "}".repeat(count)].concat())
}

/// As [`deep_rtf`], of `len` bytes of escapes: bytes and Unicode by turns.
#[must_use]
pub fn escapes_rtf(len: usize) -> Vec<u8> {
    // 16 bytes.
    encapsulated(&"\\'e9\\'e8\\u8364 ?".repeat(len / 16))
}

fn encapsulated(body: &str) -> Vec<u8> {
    format!("{{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 \\deff0 {body}}}").into_bytes()
}

/// How [`compressed_rtf()`] stores.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compression {
    /// As it is: "MELA".
    None,
    /// "LZFu", looking for repetitions in the simplest way.
    Lzfu,
}

/// The stored form of RTF ([MS-OXRTFCP]).
#[must_use]
pub fn compressed_rtf(rtf: &[u8], compression: Compression) -> Vec<u8> {
    let (kind, contents) = match compression {
        Compression::None => (CompType::MELA, rtf.to_vec()),
        Compression::Lzfu => (CompType::LZFU, lzfu(rtf)),
    };
    let crc = if kind == CompType::LZFU { openimsg::rtf::crc(&contents) } else { 0 };
    let size = |len: usize| u32::try_from(len).unwrap_or(u32::MAX);
    let comp_size = size(contents.len()).saturating_add(12);
    let header = [comp_size, size(rtf.len()), kind.0, crc];
    let mut stored: Vec<u8> = header.into_iter().flat_map(u32::to_le_bytes).collect();
    stored.extend_from_slice(&contents);
    stored
}

/// Refers back to where the next four bytes stood the last time, else stores a byte as it is.
fn lzfu(text: &[u8]) -> Vec<u8> {
    let mut last_seen: HashMap<[u8; 4], usize> = HashMap::new();
    let mut items: Vec<Item> = Vec::new();
    let mut at = 0_usize;
    while let Some(rest) = text.get(at..)
        && let Some(byte) = rest.first()
    {
        let four = rest.first_chunk();
        let before = four.and_then(|four| last_seen.insert(*four, at));
        // The ring holds 4,096 bytes, of which the last is the one to be written next.
        let near = before.filter(|before| at.saturating_sub(*before) < 4096);
        let taken = match near.and_then(|before| text.get(before..)) {
            Some(earlier) => {
                let len = earlier.iter().zip(rest).take(17).take_while(|(a, b)| a == b).count();
                items.push(Item::reference(near.unwrap_or(0), len));
                len
            }
            None => {
                items.push(Item { is_reference: false, bytes: [*byte, 0] });
                1
            }
        };
        at = at.saturating_add(taken);
    }
    // A reference to the place that is to be written next is the end.
    items.push(Item::reference(at, 2));
    let mut contents = Vec::new();
    for run in items.chunks(8) {
        let flags = (0..)
            .zip(run)
            .fold(0_u8, |flags, (bit, item)| flags | u8::from(item.is_reference).wrapping_shl(bit));
        contents.push(flags);
        for Item { is_reference, bytes: [first, second] } in run {
            contents.push(*first);
            contents.extend(is_reference.then_some(second));
        }
    }
    contents
}

/// A byte as it is, or a reference to `len` bytes at a place of the ring.
struct Item {
    is_reference: bool,
    bytes: [u8; 2],
}

impl Item {
    fn reference(place: usize, len: usize) -> Self {
        // The ring begins with a text of 207 bytes.
        let place = u16::try_from(place.saturating_add(207) % 4096).unwrap_or(0);
        let len = u16::try_from(len.saturating_sub(2)).unwrap_or(0);
        Item { is_reference: true, bytes: (place.wrapping_shl(4) | len).to_be_bytes() }
    }
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
pub(crate) struct ObjectBuilder<'b, 'c> {
    storage: &'b mut StorageBuilder<'c>,
    entries: PropertyStreamBuilder,
}

impl<'b, 'c> ObjectBuilder<'b, 'c> {
    pub(crate) fn new(
        storage: &'b mut StorageBuilder<'c>,
        kind: HeaderKind,
        header: Header,
    ) -> Self {
        ObjectBuilder { storage, entries: PropertyStreamBuilder::new(kind, header) }
    }

    pub(crate) fn fixed(&mut self, tag: PropTag, bytes: &[u8]) {
        let mut value = [0; 8];
        value.iter_mut().zip(bytes).for_each(|(slot, byte)| *slot = *byte);
        self.entries.push(Entry::new(tag, Attributes::READ_WRITE, value));
    }

    pub(crate) fn text(&mut self, tag: PropTag, text: &str) -> Result<(), WriteError> {
        self.counted(tag, encode_utf16le(text), 2)
    }

    /// Text, stored with its length and that of a terminator that is not stored.
    pub(crate) fn counted(
        &mut self,
        tag: PropTag,
        bytes: Vec<u8>,
        terminator: u32,
    ) -> Result<(), WriteError> {
        let size = u32::try_from(bytes.len()).unwrap_or(u32::MAX).saturating_add(terminator);
        self.fixed(tag, &size.to_le_bytes());
        self.storage.stream(StreamName::value(tag).as_str(), bytes).map(drop)
    }

    pub(crate) fn stream(&mut self, tag: PropTag, content: Content<'c>) -> Result<(), WriteError> {
        let size = u32::try_from(content.len()).unwrap_or(u32::MAX);
        self.fixed(tag, &size.to_le_bytes());
        self.storage.stream(StreamName::value(tag).as_str(), content).map(drop)
    }

    pub(crate) fn finish(self) -> Result<(), WriteError> {
        let bytes = self.entries.build().unwrap_or_default();
        self.storage.stream(PROPERTIES_STREAM, bytes).map(drop)
    }
}

#[cfg(test)]
mod tests {
    use openimsg::props::named::NameMap;

    use super::*;

    #[test]
    fn samples_are_what_they_say() {
        let rtf = rtf(20_000);
        for compression in [Compression::None, Compression::Lzfu] {
            let stored = compressed_rtf(&rtf, compression);
            let read = openimsg::rtf::decompress(&stored, &openimsg::Budget::default()).unwrap();
            assert!(read.rtf == rtf && read.defects.is_empty(), "{read:?}");
            assert!(compression == Compression::None || stored.len() < rtf.len());
        }

        let stream = property_stream(1_000_000);
        let stream = openimsg::props::PropertyStream::parse(&stream, HeaderKind::Root);
        assert_eq!(stream.find(property_tag(999_999)), stream.entries().last());

        let map = name_map(2000);
        let map = NameMap::parse(&map.guids, &map.entries, &map.strings);
        assert_eq!(map.id_of(&named_property(1999)), Some(PropId(0x8000 + 1999)));

        let file = openimsg::MessageFile::open(message(3, 4000, 10).unwrap(), Default::default());
        let (findings, _) = openimsg::check(&file.unwrap()).unwrap();
        assert_eq!(findings.len(), 1, "no streams in the name map: {findings:?}");
    }
}
