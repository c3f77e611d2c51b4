//! The property stream `__properties_version1.0`: a header, then one entry a property
//! ([MS-OXMSG] 2.4).

use openimsg_base::Defect;
use zerocopy::little_endian::U32;
use zerocopy::{FromBytes, FromZeros, Immutable, IntoBytes, KnownLayout, Unaligned};

use crate::defects::{DUPLICATE_TAG, STREAM_HEADER, STREAM_TAIL};
use crate::{BuildError, Entry, PropId, PropTag};

/// Whose property stream it is, which fixes the length of the header ([MS-OXMSG] 2.4.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HeaderKind {
    /// The message that the file is: 32 bytes.
    Root,
    /// A message embedded in an attachment: 24 bytes.
    Embedded,
    /// A recipient or an attachment: 8 bytes.
    Item,
}

impl HeaderKind {
    /// Bytes before the first entry.
    #[must_use]
    pub const fn size(self) -> usize {
        match self {
            HeaderKind::Root => 32,
            HeaderKind::Embedded => 24,
            HeaderKind::Item => 8,
        }
    }
}

/// The header's fields. A kind of stream that lacks a field reads it as 0 and does not write it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Header {
    /// First eight bytes, reserved, 0 in sound files.
    pub reserved: [u8; 8],
    /// The number that the next new recipient gets; 0 when there never was one. It may exceed
    /// the count: numbers of deleted recipients stay used.
    pub next_recipient: u32,
    /// The number that the next new attachment gets; 0 when there never was one.
    pub next_attachment: u32,
    /// How many recipients there are. The storages that are there count, not this.
    pub recipient_count: u32,
    /// How many attachments there are. The storages that are there count, not this.
    pub attachment_count: u32,
    /// Last eight bytes of [`HeaderKind::Root`], reserved, 0 in sound files.
    pub reserved_end: [u8; 8],
}

impl Header {
    /// The fields in a header's bytes; bytes that are missing read as 0.
    fn read(bytes: &[u8]) -> Header {
        let mut raw = RawHeader::new_zeroed();
        for (to, from) in raw.as_mut_bytes().iter_mut().zip(bytes) {
            *to = *from;
        }
        Header {
            reserved: raw.reserved,
            next_recipient: raw.next_recipient.get(),
            next_attachment: raw.next_attachment.get(),
            recipient_count: raw.recipient_count.get(),
            attachment_count: raw.attachment_count.get(),
            reserved_end: raw.reserved_end,
        }
    }

    fn raw(&self) -> RawHeader {
        RawHeader {
            reserved: self.reserved,
            next_recipient: self.next_recipient.into(),
            next_attachment: self.next_attachment.into(),
            recipient_count: self.recipient_count.into(),
            attachment_count: self.attachment_count.into(),
            reserved_end: self.reserved_end,
        }
    }
}

/// A property stream, looked at in place: reading it allocates nothing and never fails.
///
/// ```
/// use openimsg_props::{Attributes, Entry, Header, HeaderKind, PropertyStream};
/// use openimsg_props::{PropertyStreamBuilder, tags};
/// let mut builder = PropertyStreamBuilder::new(HeaderKind::Item, Header::default());
/// builder.push(Entry::new(tags::PR_ROWID, Attributes::READ_WRITE, [7, 0, 0, 0, 0, 0, 0, 0]));
/// let bytes = builder.build().unwrap();
/// let stream = PropertyStream::parse(&bytes, HeaderKind::Item);
/// assert_eq!(stream.find(tags::PR_ROWID).unwrap().fixed()[0], 7);
/// ```
#[derive(Debug, Clone, Copy)]
pub struct PropertyStream<'a> {
    kind: HeaderKind,
    header: &'a [u8],
    entries: &'a [Entry],
    tail: &'a [u8],
}

impl<'a> PropertyStream<'a> {
    /// Takes the stream apart. A short header reads as if filled up with 0, and a rest that is
    /// no whole entry is the [`PropertyStream::tail`]; both are [`PropertyStream::defects`].
    #[must_use]
    pub fn parse(bytes: &'a [u8], kind: HeaderKind) -> Self {
        let (header, body) = bytes.split_at_checked(kind.size()).unwrap_or((bytes, &[]));
        let whole = body.len() / 16;
        let (entries, tail) =
            <[Entry]>::ref_from_prefix_with_elems(body, whole).unwrap_or((&[], body));
        PropertyStream { kind, header, entries, tail }
    }

    /// Whose stream it was taken for.
    #[must_use]
    pub fn kind(&self) -> HeaderKind {
        self.kind
    }

    /// The header's fields.
    #[must_use]
    pub fn header(&self) -> Header {
        Header::read(self.header)
    }

    /// All whole entries in the order in which they are stored.
    #[must_use]
    pub fn entries(&self) -> &'a [Entry] {
        self.entries
    }

    /// The first entry of a property of this very type.
    #[must_use]
    pub fn find(&self, tag: PropTag) -> Option<&'a Entry> {
        // Eight comparisons without a branch between them take half the time of eight with.
        let is_it = |entry: &Entry| entry.tag() == tag;
        let (eights, rest) = self.entries.as_chunks::<8>();
        let eight = eights.iter().find(|eight| eight.iter().fold(false, |any, e| any | is_it(e)));
        let found_in = eight.map_or(rest, |eight| eight);
        found_in.iter().find(|entry| is_it(entry))
    }

    /// The first entry of a property of whatever type.
    #[must_use]
    pub fn find_id(&self, id: PropId) -> Option<&'a Entry> {
        self.entries.iter().find(|entry| entry.tag().id() == id)
    }

    /// Bytes after the last whole entry; none in sound files.
    #[must_use]
    pub fn tail(&self) -> &'a [u8] {
        self.tail
    }

    /// What is wrong: a short header or a tail (at their offset), and every entry whose tag an
    /// earlier one has (at the entry's offset). The caller knows the [`Defect::node`].
    pub fn defects(&self) -> impl Iterator<Item = Defect> + use<'a> {
        let body = self.kind.size();
        let offset_of = move |entry: usize| body.saturating_add(entry.saturating_mul(16));
        let at = |kind, offset: usize| Defect::new(kind, 0, u64::try_from(offset).unwrap_or(0));

        let short = (self.header.len() < body).then(|| at(&STREAM_HEADER, self.header.len()));
        let tail = (!self.tail.is_empty()).then(|| at(&STREAM_TAIL, offset_of(self.entries.len())));
        let repeated = duplicates(self.entries)
            .into_iter()
            .map(move |entry| at(&DUPLICATE_TAG, offset_of(entry)));
        short.into_iter().chain(tail).chain(repeated)
    }
}

/// Writes a property stream, a new one or one that goes on from what was read.
#[derive(Debug, Clone)]
pub struct PropertyStreamBuilder {
    kind: HeaderKind,
    header: Header,
    entries: Vec<Entry>,
    tail: Vec<u8>,
}

impl PropertyStreamBuilder {
    /// A stream without entries.
    #[must_use]
    pub fn new(kind: HeaderKind, header: Header) -> Self {
        PropertyStreamBuilder { kind, header, entries: Vec::new(), tail: Vec::new() }
    }

    /// Goes on from a stream that was read: header, entries and tail stay as they are until they
    /// are changed, repeated tags included.
    #[must_use]
    pub fn from_stream(stream: &PropertyStream<'_>) -> Self {
        PropertyStreamBuilder {
            kind: stream.kind,
            header: stream.header(),
            entries: stream.entries.to_vec(),
            tail: stream.tail.to_vec(),
        }
    }

    /// Whose stream it is.
    #[must_use]
    pub fn kind(&self) -> HeaderKind {
        self.kind
    }

    /// Makes it the stream of another kind of object: a message that is taken out of another, or
    /// put into one. Fields that the new kind lacks are not written.
    pub fn set_kind(&mut self, kind: HeaderKind) {
        self.kind = kind;
    }

    /// The header's fields.
    #[must_use]
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// The header's fields, to change them.
    pub fn header_mut(&mut self) -> &mut Header {
        &mut self.header
    }

    /// All entries in the order in which they will be stored.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entries, to put them into another order or to change their attributes.
    pub fn entries_mut(&mut self) -> &mut [Entry] {
        &mut self.entries
    }

    /// The first entry of a property of whatever type.
    #[must_use]
    pub fn find_id(&self, id: PropId) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.tag().id() == id)
    }

    /// Adds an entry at the end. The order is kept; entries that were read can be given back
    /// as they are, with all their sixteen bytes.
    pub fn push(&mut self, entry: Entry) {
        self.entries.push(entry);
    }

    /// Puts an entry in the place of the first one with its identifier, of whatever type, and
    /// takes out all others with it; at the end if there is none. Returns what it replaces.
    pub fn put(&mut self, entry: Entry) -> Vec<Entry> {
        let id = entry.tag().id();
        let Some(first) = self.entries.iter().position(|entry| entry.tag().id() == id) else {
            self.entries.push(entry);
            return Vec::new();
        };
        let mut replaced = Vec::new();
        if let Some(place) = self.entries.get_mut(first) {
            replaced.push(std::mem::replace(place, entry));
        }
        let mut at = 0_usize..;
        self.entries.retain(|entry| {
            let stays = at.next() == Some(first) || entry.tag().id() != id;
            if !stays {
                replaced.push(*entry);
            }
            stays
        });
        replaced
    }

    /// Takes out all entries with an identifier and returns them.
    pub fn remove(&mut self, id: PropId) -> Vec<Entry> {
        self.entries.extract_if(.., |entry| entry.tag().id() == id).collect()
    }

    /// Gives the entries other identifiers, as the name map of another file has them.
    pub fn translate(&mut self, id: impl Fn(PropId) -> PropId) {
        for entry in &mut self.entries {
            let tag = entry.tag();
            let tag = PropTag::new(id(tag.id()), tag.kind());
            *entry = Entry::new(tag, entry.attributes(), entry.fixed());
        }
    }

    /// The bytes of the stream.
    ///
    /// # Errors
    /// [`BuildError::DuplicateTag`] when two entries have the same tag.
    pub fn build(&self) -> Result<Vec<u8>, BuildError> {
        if let Some(entry) = duplicates(&self.entries).first().and_then(|i| self.entries.get(*i)) {
            return Err(BuildError::DuplicateTag(entry.tag()));
        }
        Ok(self.to_bytes())
    }

    /// The bytes of the stream, with tags that are repeated if what was read had such.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let entries = self.entries.as_bytes();
        let header = self.header.raw();
        let header = header.as_bytes().get(..self.kind.size()).unwrap_or_default();
        [header, entries, &self.tail].concat()
    }
}

impl Extend<Entry> for PropertyStreamBuilder {
    fn extend<T: IntoIterator<Item = Entry>>(&mut self, entries: T) {
        self.entries.extend(entries);
    }
}

/// The header as it stands in a file; shorter kinds are cut off at the end.
#[derive(FromBytes, IntoBytes, KnownLayout, Immutable, Unaligned)]
#[repr(C)]
struct RawHeader {
    reserved: [u8; 8],
    next_recipient: U32,
    next_attachment: U32,
    recipient_count: U32,
    attachment_count: U32,
    reserved_end: [u8; 8],
}

const _: () = assert!(size_of::<RawHeader>() == HeaderKind::Root.size());

/// Positions of entries whose tag an earlier entry has, ascending.
fn duplicates(entries: &[Entry]) -> Vec<usize> {
    let mut by_tag: Vec<(PropTag, usize)> =
        entries.iter().enumerate().map(|(position, entry)| (entry.tag(), position)).collect();
    by_tag.sort_unstable();
    let mut repeated: Vec<usize> = by_tag
        .windows(2)
        .filter_map(|pair| match pair {
            [(first, _), (second, position)] if first == second => Some(*position),
            _ => None,
        })
        .collect();
    repeated.sort_unstable();
    repeated
}

#[cfg(test)]
#[expect(clippy::arithmetic_side_effects, reason = "sizes of test inputs are small")]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Attributes;

    const KINDS: [HeaderKind; 3] = [HeaderKind::Root, HeaderKind::Embedded, HeaderKind::Item];

    fn entry(tag: u32) -> Entry {
        Entry::new(PropTag(tag), Attributes::READ_WRITE, [1, 2, 3, 4, 5, 6, 7, 8])
    }

    fn header() -> Header {
        Header {
            reserved: [1; 8],
            next_recipient: 4,
            next_attachment: 3,
            recipient_count: 2,
            attachment_count: 1,
            reserved_end: [9; 8],
        }
    }

    #[test]
    fn each_kind_keeps_the_header_fields_it_has() {
        for (kind, len) in KINDS.into_iter().zip([32, 24, 8]) {
            let bytes = PropertyStreamBuilder::new(kind, header()).build().unwrap();
            assert_eq!(bytes.len(), len);
            let read = PropertyStream::parse(&bytes, kind).header();
            let expected = match kind {
                HeaderKind::Root => header(),
                HeaderKind::Embedded => Header { reserved_end: [0; 8], ..header() },
                HeaderKind::Item => Header { reserved: [1; 8], ..Header::default() },
            };
            assert_eq!(read, expected);
        }
    }

    #[test]
    fn fields_stand_where_the_format_has_them() {
        let bytes = PropertyStreamBuilder::new(HeaderKind::Root, header()).build().unwrap();
        assert_eq!(bytes[8..24], [4, 0, 0, 0, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0]);
    }

    #[test]
    fn the_first_of_two_entries_wins() {
        let mut second = entry(0x0037_001F);
        second = Entry::new(second.tag(), second.attributes(), [9; 8]);
        let mut builder = PropertyStreamBuilder::new(HeaderKind::Item, Header::default());
        builder.extend([entry(0x0037_001E), entry(0x0037_001F)]);
        let mut bytes = builder.build().unwrap();
        bytes.extend_from_slice(second.as_bytes());
        builder.push(second);
        assert_eq!(builder.build(), Err(BuildError::DuplicateTag(second.tag())));

        let stream = PropertyStream::parse(&bytes, HeaderKind::Item);
        assert_eq!(stream.find(second.tag()), Some(&entry(0x0037_001F)));
        assert_eq!(stream.find_id(PropId(0x0037)), Some(&entry(0x0037_001E)));
        assert_eq!((stream.find(PropTag(0)), stream.find_id(PropId(0))), (None, None));
        let defects: Vec<_> = stream.defects().collect();
        assert_eq!(defects, [Defect::new(&DUPLICATE_TAG, 0, 8 + 2 * 16)]);
    }

    #[test]
    fn a_tail_and_a_short_header_are_defects_and_nothing_more() {
        let mut builder = PropertyStreamBuilder::new(HeaderKind::Root, header());
        builder.push(entry(0x0017_0003));
        let mut bytes = builder.build().unwrap();
        bytes.extend([0; 4]);
        let stream = PropertyStream::parse(&bytes, HeaderKind::Root);
        assert_eq!((stream.entries().len(), stream.tail()), (1, &[0; 4][..]));
        assert!(stream.defects().eq([Defect::new(&STREAM_TAIL, 0, 48)]));

        let stream = PropertyStream::parse(&bytes[..12], HeaderKind::Root);
        assert_eq!(stream.header().next_recipient, 4);
        assert_eq!(stream.header().next_attachment, 0);
        assert!(stream.entries().is_empty() && stream.tail().is_empty());
        assert!(stream.defects().eq([Defect::new(&STREAM_HEADER, 0, 12)]));
    }

    #[test]
    fn an_entry_takes_the_place_of_all_with_its_identifier() {
        let mut builder = PropertyStreamBuilder::new(HeaderKind::Item, header());
        builder.extend([0x0037_001E, 0x0017_0003, 0x0037_001F, 0x0037_001E].map(entry));
        let with_tail = [builder.to_bytes(), vec![0; 4]].concat();
        let stream = PropertyStream::parse(&with_tail, HeaderKind::Item);
        let mut builder = PropertyStreamBuilder::from_stream(&stream);
        assert_eq!(builder.to_bytes(), with_tail);

        assert_eq!(builder.put(entry(0x0070_001F)), []);
        let replaced = builder.put(entry(0x0037_001F));
        assert_eq!(replaced, [0x0037_001E, 0x0037_001F, 0x0037_001E].map(entry));
        assert_eq!(builder.entries(), [0x0037_001F, 0x0017_0003, 0x0070_001F].map(entry));
        assert_eq!(builder.remove(PropId(0x0037)), [entry(0x0037_001F)]);
        assert_eq!(builder.remove(PropId(0x0037)), []);
        builder.translate(|id| if id.0 == 0x0070 { PropId(0x8001) } else { id });
        assert_eq!(builder.entries(), [0x0017_0003, 0x8001_001F].map(entry));
        assert_eq!(builder.to_bytes().len(), 8 + 2 * 16 + 4);
        builder.set_kind(HeaderKind::Root);
        assert_eq!(builder.to_bytes().len(), 32 + 2 * 16 + 4);
    }

    proptest! {
        #[test]
        fn any_bytes_can_be_looked_at(bytes: Vec<u8>) {
            for kind in KINDS {
                let stream = PropertyStream::parse(&bytes, kind);
                let seen = stream.entries().len() * 16 + stream.tail().len();
                prop_assert_eq!(seen, bytes.len().saturating_sub(kind.size()));
                prop_assert!(stream.defects().count() <= stream.entries().len() + 1);
                let _ = (stream.header(), stream.find(PropTag(0)));
            }
        }

        #[test]
        fn what_is_built_is_read_back(values: std::collections::BTreeMap<u32, [u8; 8]>) {
            let entries: Vec<_> = values
                .iter()
                .map(|(tag, value)| Entry::new(PropTag(*tag), Attributes(*tag), *value))
                .collect();
            for kind in KINDS {
                let mut builder = PropertyStreamBuilder::new(kind, header());
                builder.extend(entries.iter().copied());
                let bytes = builder.build().unwrap();
                let stream = PropertyStream::parse(&bytes, kind);
                prop_assert_eq!(stream.entries(), &entries);
                prop_assert_eq!(stream.defects().count(), 0);
            }
        }
    }

    #[test]
    fn what_was_read_can_be_changed_and_moved() {
        let mut builder = PropertyStreamBuilder::new(HeaderKind::Embedded, header());
        builder.extend([entry(0x0037_001E), entry(0x0070_001F)]);
        let bytes = builder.build().unwrap();
        let stream = PropertyStream::parse(&bytes, HeaderKind::Embedded);
        let mut builder = PropertyStreamBuilder::from_stream(&stream);
        assert_eq!((stream.kind(), builder.kind()), (HeaderKind::Embedded, HeaderKind::Embedded));
        assert_eq!(builder.find_id(PropId(0x0070)), Some(&entry(0x0070_001F)));
        assert_eq!(builder.find_id(PropId(0x0071)), None);

        builder.set_kind(HeaderKind::Root);
        builder.header_mut().recipient_count = 77;
        assert_eq!(builder.header().recipient_count, 77);
        builder.entries_mut().reverse();
        let bytes = builder.build().unwrap();
        let stream = PropertyStream::parse(&bytes, HeaderKind::Root);
        let expected = Header { recipient_count: 77, reserved_end: [0; 8], ..header() };
        assert_eq!(stream.header(), expected);
        assert_eq!(stream.entries(), [entry(0x0070_001F), entry(0x0037_001E)]);
    }
}
