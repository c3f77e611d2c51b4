//! Writing the name map.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use openimsg_base::Guid;
use zerocopy::IntoBytes;

use super::map::{MAX_ENTRIES, NameEntry};
use super::{
    ENTRY_STREAM, GUID_STREAM, MAX_NAME_UNITS, NameMap, NameRef, NamedProperty, NamedRef,
    PropertyName, STRING_STREAM, ignores_case,
};
use crate::crc::crc32;
use crate::tables::guids::{PS_MAPI, PS_PUBLIC_STRINGS};
use crate::{BuildError, PropId, PropTag, PropType, StreamName, encode_utf16le};

/// Gives identifiers to named properties, and writes the map.
///
/// Identifiers are given in the order of first use, without gaps. A builder that goes on from a
/// map keeps everything that is in it, used or not, as it is.
///
/// ```
/// use openimsg_props::PropId;
/// use openimsg_props::lids::{PID_LID_REMINDER_SET, PID_NAME_KEYWORDS};
/// use openimsg_props::named::{NameMap, NameMapBuilder};
/// let mut builder = NameMapBuilder::default();
/// assert_eq!(builder.add(&PID_NAME_KEYWORDS), Ok(PropId(0x8000)));
/// assert_eq!(builder.add(&PID_LID_REMINDER_SET), Ok(PropId(0x8001)));
/// assert_eq!(builder.add(&PID_NAME_KEYWORDS), Ok(PropId(0x8000)));
/// let streams = builder.build();
/// let map = NameMap::parse(&streams.guids, &streams.entries, &streams.strings);
/// assert_eq!(map.get(PropId(0x8001)).unwrap().to_owned(), PID_LID_REMINDER_SET);
/// ```
#[derive(Debug, Clone, Default)]
pub struct NameMapBuilder {
    guids: Vec<Guid>,
    entries: Vec<NameEntry>,
    strings: Vec<u8>,
    ids: HashMap<NamedProperty, PropId>,
    /// The next index: the number of entries, unless a damaged map has given a higher one.
    next: usize,
    /// What came from a map that was read.
    kept: Kept,
    /// Indexes that properties without a name use.
    reserved: HashSet<u16>,
}

/// How much of each stream was there before anything was added.
#[derive(Debug, Clone, Copy, Default)]
struct Kept {
    guids: usize,
    entries: usize,
    strings: usize,
}

/// The streams of the storage `__nameid_version1.0`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NameStreams {
    /// The property sets.
    pub guids: Vec<u8>,
    /// The entries.
    pub entries: Vec<u8>,
    /// The names.
    pub strings: Vec<u8>,
    /// The hash table: property tag and content of each stream, by tag. Readers need none of
    /// it; Outlook writes it.
    pub buckets: Vec<(PropTag, Vec<u8>)>,
}

impl NameStreams {
    /// All streams with their names: the three main ones, which a sound file has even when
    /// they are empty, and the buckets.
    pub fn iter(&self) -> impl Iterator<Item = (StreamName, &[u8])> {
        let main = [
            (GUID_STREAM, &self.guids),
            (ENTRY_STREAM, &self.entries),
            (STRING_STREAM, &self.strings),
        ];
        let buckets = self.buckets.iter().map(|(tag, bytes)| (*tag, bytes));
        main.into_iter().chain(buckets).map(|(tag, bytes)| (StreamName::value(tag), &**bytes))
    }
}

impl NameMapBuilder {
    /// Goes on from a map that was read: what is added stands after what is there.
    ///
    /// Entries of a damaged map that mean nothing keep meaning nothing, though what is added may
    /// stand where they point to: such an entry, and no other, loses the number of its set.
    #[must_use]
    pub fn from_map(map: &NameMap<'_>) -> Self {
        let (guids, entries, strings) = map.parts();
        let mut ids = HashMap::with_capacity(entries.len());
        for (id, named) in map.iter() {
            ids.entry(normal(&named.to_owned())).or_insert(id);
        }
        let given = entries.iter().map(|entry| usize::from(entry.index.get())).max();
        let next = given.map_or(0, |index| index.saturating_add(1)).max(entries.len());
        let kept = Kept { guids: guids.len(), entries: entries.len(), strings: strings.len() };
        NameMapBuilder {
            guids: guids.to_vec(),
            entries: entries.to_vec(),
            strings: strings.to_vec(),
            ids,
            next,
            kept,
            reserved: HashSet::new(),
        }
    }

    /// Takes what was added for what was there from the start.
    pub fn settle(&mut self) {
        let reserved = std::mem::take(&mut self.reserved);
        let NameStreams { guids, entries, strings, .. } = self.build();
        *self = NameMapBuilder::from_map(&NameMap::parse(&guids, &entries, &strings));
        self.reserved = reserved;
    }

    /// The same without what was added since [`NameMapBuilder::from_map`].
    #[must_use]
    pub fn without_added(&self) -> Self {
        let Kept { guids, entries, strings } = self.kept;
        let guids = self.guids.get(..guids).unwrap_or_default().as_bytes();
        let entries = self.entries.get(..entries).unwrap_or_default().as_bytes();
        let strings = self.strings.get(..strings).unwrap_or_default();
        let kept = NameMapBuilder::from_map(&NameMap::parse(guids, entries, strings));
        NameMapBuilder { reserved: self.reserved.clone(), ..kept }
    }

    /// What an identifier stands for.
    #[must_use]
    pub fn name_of(&self, id: PropId) -> Option<NamedRef<'_>> {
        self.map(&self.entries).get(id)
    }

    /// All properties in the map with their identifiers.
    pub fn iter(&self) -> impl Iterator<Item = (PropId, NamedRef<'_>)> {
        self.map(&self.entries).iter()
    }

    /// Keeps identifiers from being given to what is added: properties of a damaged file use
    /// them, though the map does not have them.
    pub fn reserve(&mut self, ids: impl IntoIterator<Item = PropId>) {
        let index = |id: PropId| id.0.checked_sub(PropId::FIRST_NAMED.0);
        self.reserved.extend(ids.into_iter().filter_map(index));
    }

    /// Whether nothing was added since [`NameMapBuilder::from_map`].
    #[must_use]
    pub fn is_unchanged(&self) -> bool {
        self.entries.len() == self.kept.entries
    }

    /// How many properties are in the map.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether the map is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The identifier of a property that is in the map.
    #[must_use]
    pub fn id_of(&self, property: &NamedProperty) -> Option<PropId> {
        property.unmapped_id().or_else(|| self.ids.get(&normal(property)).copied())
    }

    /// The identifier of a property, which is put into the map if it is not there yet. The
    /// name of an internet header is stored in lower case.
    ///
    /// # Errors
    /// [`BuildError::NamesExhausted`] when no identifier is left, and
    /// [`BuildError::NameTooLong`] for a name of more than [`MAX_NAME_UNITS`].
    pub fn add(&mut self, property: &NamedProperty) -> Result<PropId, BuildError> {
        if let Some(id) = property.unmapped_id() {
            return Ok(id);
        }
        let property = normal(property);
        if let Some(id) = self.ids.get(&property) {
            return Ok(*id);
        }
        let name = match &property.name {
            PropertyName::Lid(_) => Vec::new(),
            PropertyName::Name(name) => encode_utf16le(name),
        };
        let units = name.len() / 2;
        if units > MAX_NAME_UNITS {
            return Err(BuildError::NameTooLong { units, max: MAX_NAME_UNITS });
        }
        // Nothing is changed before all this is known to fit.
        let free = |index: &usize| !u16::try_from(*index).is_ok_and(|i| self.reserved.contains(&i));
        let next = (self.next..MAX_ENTRIES).find(free).unwrap_or(MAX_ENTRIES);
        let index = u16::try_from(next).ok().filter(|_| next < MAX_ENTRIES);
        let index = index.ok_or(BuildError::NamesExhausted)?;
        let id = PropId(PropId::FIRST_NAMED.0.saturating_add(index));
        let offset = self.strings.len().next_multiple_of(4);
        let offset = u32::try_from(offset).map_err(|_| BuildError::TooLarge { bytes: offset })?;
        let set = self.set_number(property.set)?;
        let lid_or_offset = match property.name {
            PropertyName::Lid(lid) => lid,
            PropertyName::Name(_) => {
                self.push_name(&name)?;
                offset
            }
        };
        let is_name = u16::from(matches!(property.name, PropertyName::Name(_)));
        self.entries.push(NameEntry {
            lid_or_offset: lid_or_offset.into(),
            set_and_kind: ((set << 1) | is_name).into(),
            index: index.into(),
        });
        self.ids.insert(property, id);
        self.next = next.saturating_add(1);
        Ok(id)
    }

    /// The streams as they are written.
    #[must_use]
    pub fn build(&self) -> NameStreams {
        let entries = self.settled();
        NameStreams {
            guids: self.guids.as_bytes().to_vec(),
            entries: entries.as_bytes().to_vec(),
            strings: self.strings.clone(),
            buckets: self.buckets(&entries),
        }
    }

    /// What to put at the end of the hash table's streams for what was added since
    /// [`NameMapBuilder::from_map`], for a file whose table is to be kept as it is.
    #[must_use]
    pub fn added_buckets(&self) -> Vec<(PropTag, Vec<u8>)> {
        self.buckets(self.entries.get(self.kept.entries..).unwrap_or_default())
    }

    /// The entries, of which those that meant nothing still do.
    fn settled(&self) -> Cow<'_, [NameEntry]> {
        let Kept { guids, entries, strings } = self.kept;
        let mut settled = Cow::Borrowed(self.entries.as_slice());
        if self.is_unchanged() {
            return settled;
        }
        let guids = self.guids.get(..guids).unwrap_or_default();
        let strings = self.strings.get(..strings).unwrap_or_default();
        let before = NameMap::parse(guids.as_bytes(), &[], strings);
        let now = self.map(&[]);
        for (at, entry) in self.entries.iter().enumerate().take(entries) {
            if !before.resolves(entry)
                && now.resolves(entry)
                && let Some(entry) = settled.to_mut().get_mut(at)
            {
                // No set has the number 0.
                entry.set_and_kind = (entry.set_and_kind.get() & 1).into();
            }
        }
        settled
    }

    fn map<'m>(&'m self, entries: &'m [NameEntry]) -> NameMap<'m> {
        NameMap::parse(self.guids.as_bytes(), entries.as_bytes(), &self.strings)
    }

    /// The hash table of some entries.
    fn buckets(&self, entries: &[NameEntry]) -> Vec<(PropTag, Vec<u8>)> {
        let mut buckets: Vec<(PropTag, Vec<u8>)> = Vec::new();
        for (entry, named) in self.map(entries).resolved() {
            let hashed = NameEntry { lid_or_offset: hash(&named).into(), ..*entry };
            let tag = bucket(&hashed);
            let at = match buckets.binary_search_by_key(&tag, |(tag, _)| *tag) {
                Ok(at) => at,
                Err(at) => {
                    buckets.insert(at, (tag, Vec::new()));
                    at
                }
            };
            if let Some((_, bytes)) = buckets.get_mut(at) {
                bytes.extend_from_slice(hashed.as_bytes());
            }
        }
        buckets
    }

    fn set_number(&mut self, set: Guid) -> Result<u16, BuildError> {
        if set == PS_MAPI {
            return Ok(1);
        }
        if set == PS_PUBLIC_STRINGS {
            return Ok(2);
        }
        let known = self.guids.iter().position(|guid| *guid == set);
        let position = known.unwrap_or(self.guids.len());
        let number = u16::try_from(position).ok().and_then(|p| p.checked_add(3));
        // A damaged map may have more sets than there are numbers (15 bits).
        let number = number.filter(|n| *n < 0x8000).ok_or(BuildError::NamesExhausted)?;
        if known.is_none() {
            self.guids.push(set);
        }
        Ok(number)
    }

    /// Adds a name to the string stream, padded on both sides: a map that was read may end
    /// without padding.
    fn push_name(&mut self, name: &[u8]) -> Result<(), BuildError> {
        let bytes = name.len();
        let length = u32::try_from(bytes).map_err(|_| BuildError::TooLarge { bytes })?;
        self.strings.resize(self.strings.len().next_multiple_of(4), 0);
        self.strings.extend_from_slice(&length.to_le_bytes());
        self.strings.extend_from_slice(name);
        self.strings.resize(self.strings.len().next_multiple_of(4), 0);
        Ok(())
    }
}

/// With the name as it is stored and hashed: internet headers in lower case, and without the
/// terminating NULs that reading takes off.
fn normal(property: &NamedProperty) -> NamedProperty {
    match &property.name {
        PropertyName::Name(name) if ignores_case(property.set) => {
            let name = name.trim_end_matches('\0').to_ascii_lowercase();
            NamedProperty::from_name(property.set, name)
        }
        PropertyName::Name(name) if name.ends_with('\0') => {
            NamedProperty::from_name(property.set, name.trim_end_matches('\0').to_owned())
        }
        _ => property.clone(),
    }
}

/// The number that decides about the bucket ([MS-OXMSG] 2.2.3.2): the LID, or a checksum of the
/// name as stored.
fn hash(named: &NamedRef<'_>) -> u32 {
    match named.name {
        NameRef::Lid(lid) => lid,
        NameRef::Name(name) => crc32(name.as_bytes().iter().copied()),
    }
}

/// The stream that a hashed entry is in: one of 31.
fn bucket(hashed: &NameEntry) -> PropTag {
    let mixed = hashed.lid_or_offset.get() ^ u32::from(hashed.set_and_kind.get());
    let id = u16::try_from(mixed % 0x1F).unwrap_or(0).saturating_add(0x1000);
    PropTag::new(PropId(id), PropType::BINARY)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::tables::guids::{PS_INTERNET_HEADERS, PS_MAPI, PSETID_COMMON, PSETID_TASK};

    fn one(property: &NamedProperty) -> NameStreams {
        let mut builder = NameMapBuilder::default();
        builder.add(property).unwrap();
        builder.build()
    }

    #[test]
    fn vectors_of_real_files() {
        let header = one(&NamedProperty::name(PS_INTERNET_HEADERS, "X-Mailer"));
        assert_eq!(header.guids, PS_INTERNET_HEADERS.as_bytes());
        assert_eq!(header.entries, [0, 0, 0, 0, 7, 0, 0, 0]);
        assert_eq!(header.strings, *b"\x10\0\0\0x\0-\0m\0a\0i\0l\0e\0r\0");
        let bucket = PropTag(0x100F_0102);
        assert_eq!(header.buckets, [(bucket, vec![0x89, 0x4E, 0x50, 0xFF, 7, 0, 0, 0])]);

        let keywords = one(&NamedProperty::name(PS_PUBLIC_STRINGS, "Keywords"));
        assert!(keywords.guids.is_empty());
        let bucket = PropTag(0x1015_0102);
        assert_eq!(keywords.buckets, [(bucket, vec![0x3B, 0x4D, 0xDA, 0x2E, 5, 0, 0, 0])]);

        let reminder = one(&NamedProperty::lid(PSETID_COMMON, 0x8503));
        assert_eq!(reminder.entries, [3, 0x85, 0, 0, 6, 0, 0, 0]);
        assert!(reminder.strings.is_empty());
        assert_eq!(reminder.buckets, [(PropTag(0x100F_0102), reminder.entries.clone())]);
    }

    #[test]
    fn names_are_padded_and_sets_stored_once() {
        let mut builder = NameMapBuilder::default();
        builder.add(&NamedProperty::name(PSETID_TASK, "abc")).unwrap();
        builder.add(&NamedProperty::name(PSETID_TASK, "d")).unwrap();
        let streams = builder.build();
        assert_eq!(streams.guids, PSETID_TASK.as_bytes());
        assert_eq!(streams.strings, *b"\x06\0\0\0a\0b\0c\0\0\0\x02\0\0\0d\0\0\0");
        assert_eq!(streams.entries[8..], [12, 0, 0, 0, 7, 0, 1, 0]);
        let names: Vec<_> = streams.iter().map(|(name, _)| name.to_string()).collect();
        assert_eq!(names[..2], ["__substg1.0_00020102", "__substg1.0_00030102"]);
    }

    #[test]
    fn an_empty_map_has_its_three_streams() {
        let builder = NameMapBuilder::default();
        assert!(builder.is_empty() && builder.is_unchanged());
        assert_eq!(builder.build().iter().count(), 3);
    }

    #[test]
    fn numbers_of_mapi_need_no_entry() {
        let mut builder = NameMapBuilder::default();
        let property = NamedProperty::lid(PS_MAPI, 0x0037);
        assert_eq!(builder.add(&property), Ok(PropId(0x0037)));
        assert!(builder.is_empty());
        assert_eq!(builder.add(&NamedProperty::lid(PS_MAPI, 0x8000)), Ok(PropId(0x8000)));
        assert_eq!(builder.len(), 1);
    }

    #[test]
    fn what_is_settled_stays() {
        let [kept, added] = [1, 2].map(|lid| NamedProperty::lid(PSETID_TASK, lid));
        let mut builder = NameMapBuilder::default();
        builder.reserve([PropId(0x8001)]);
        builder.add(&kept).unwrap();
        builder.settle();
        assert!(builder.is_unchanged() && !builder.is_empty());
        assert_eq!(builder.add(&added), Ok(PropId(0x8002)), "what was reserved still is");
        let before = builder.without_added();
        assert_eq!((before.id_of(&kept), before.id_of(&added)), (Some(PropId(0x8000)), None));
    }

    #[test]
    fn going_on_keeps_what_was_there() {
        // An unpadded string stream, a mixed-case header, and an entry that means nothing.
        let guids = PS_INTERNET_HEADERS.as_bytes();
        let entries = [0, 0, 0, 0, 7, 0, 0, 0, 0xFF, 0xFF, 0, 0, 7, 0, 1, 0];
        let strings = b"\x06\0\0\0X\0-\0A\0";
        let mut builder = NameMapBuilder::from_map(&NameMap::parse(guids, &entries, strings));
        let header = |name| NamedProperty::name(PS_INTERNET_HEADERS, name);
        assert_eq!(builder.add(&header("x-a")), Ok(PropId(0x8000)));
        assert_eq!(builder.add(&header("X-B")), Ok(PropId(0x8002)));
        let streams = builder.build();
        assert_eq!(streams.guids, guids);
        assert_eq!(streams.entries[..16], entries);
        assert_eq!(streams.strings, *b"\x06\0\0\0X\0-\0A\0\0\0\x06\0\0\0x\0-\0b\0\0\0");
        let hashed: usize = streams.buckets.iter().map(|(_, bytes)| bytes.len()).sum();
        assert_eq!(hashed, 16, "the entry without a name is in no bucket");
    }

    #[test]
    fn what_meant_nothing_gets_no_name_from_what_is_added() {
        // A set that is not in the list, a name beyond the strings, and one cut off by their end.
        let entries = [
            [1, 0, 0, 0, 6, 0, 0, 0],
            [12, 0, 0, 0, 5, 0, 1, 0],
            [4, 0, 0, 0, 5, 0, 2, 0],
            [0, 0, 0, 0, 5, 0, 3, 0],
        ]
        .concat();
        let strings = b"\x02\0\0\0\x08\0\0\0";
        let old = NameMap::parse(&[], &entries, strings);
        let mut builder = NameMapBuilder::from_map(&old);
        assert!(builder.is_unchanged());
        assert_eq!(builder.build().entries, entries);
        assert_eq!(builder.add(&NamedProperty::name(PSETID_TASK, "ab")), Ok(PropId(0x8004)));
        let streams = builder.build();
        let new = NameMap::parse(&streams.guids, &streams.entries, &streams.strings);
        for id in 0x8000..0x8004 {
            assert_eq!(old.get(PropId(id)), new.get(PropId(id)), "{id:x}");
        }
        assert!(old.get(PropId(0x8000)).is_none() && old.get(PropId(0x8003)).is_some());
        assert!(new.get(PropId(0x8004)).unwrap().is(&NamedProperty::name(PSETID_TASK, "ab")));
        assert!(streams.strings.starts_with(strings));
        assert_eq!(builder.added_buckets().len(), 1);
        assert!(builder.name_of(PropId(0x8004)).is_some());
        let without = builder.without_added();
        assert_eq!((without.len(), without.iter().count()), (4, 1));
        assert_eq!(without.build().strings, strings);
    }

    #[test]
    fn reserved_identifiers_are_not_given() {
        let mut builder = NameMapBuilder::default();
        builder.reserve([0x0037, 0x8001, 0x8002].map(PropId));
        let ids = [1, 2].map(|lid| builder.add(&NamedProperty::lid(PSETID_TASK, lid)).unwrap());
        assert_eq!(ids, [0x8000, 0x8003].map(PropId));
    }

    #[test]
    fn identifiers_run_out() {
        let mut builder = NameMapBuilder::default();
        for lid in 0..0x7FFF {
            builder.add(&NamedProperty::lid(PSETID_COMMON, lid)).unwrap();
        }
        let one_more = NamedProperty::lid(PSETID_COMMON, 0x7FFF);
        assert_eq!(builder.id_of(&NamedProperty::lid(PSETID_COMMON, 0x7FFE)), Some(PropId(0xFFFE)));
        assert_eq!(builder.add(&one_more), Err(BuildError::NamesExhausted));
        assert_eq!(builder.len(), 0x7FFF);

        let long = NamedProperty::from_name(PSETID_COMMON, "x".repeat(MAX_NAME_UNITS + 1));
        let error = BuildError::NameTooLong { units: 513, max: 512 };
        assert_eq!(NameMapBuilder::default().add(&long), Err(error));
    }

    fn any_property() -> impl Strategy<Value = NamedProperty> {
        let set = prop_oneof![
            Just(PS_MAPI),
            Just(PS_PUBLIC_STRINGS),
            Just(PS_INTERNET_HEADERS),
            any::<[u8; 16]>().prop_map(Guid::from_bytes),
        ];
        let name = prop_oneof![
            (0x8000u32..).prop_map(PropertyName::Lid),
            "[^\0]{0,20}".prop_map(|name| PropertyName::Name(name.into())),
        ];
        (set, name).prop_map(|(set, name)| NamedProperty { set, name })
    }

    proptest! {
        #[test]
        fn what_is_built_is_read_back(properties in prop::collection::vec(any_property(), 0..40)) {
            let mut builder = NameMapBuilder::default();
            let ids: Vec<_> = properties.iter().map(|p| builder.add(p).unwrap()).collect();
            let streams = builder.build();
            let map = NameMap::parse(&streams.guids, &streams.entries, &streams.strings);
            let index = super::super::NameIndex::new(&map);
            prop_assert_eq!(map.defects().count(), 0);
            for (property, id) in properties.iter().zip(ids) {
                prop_assert!(map.get(id).unwrap().is(property));
                prop_assert!(index.get(&map, id).unwrap().is(property));
                prop_assert_eq!(map.id_of(property), Some(id));
                prop_assert_eq!(index.id_of(&map, property), Some(id));
                prop_assert_eq!(builder.id_of(property), Some(id));
            }
            let hashed: usize = streams.buckets.iter().map(|(_, bytes)| bytes.len()).sum();
            prop_assert_eq!(hashed, streams.entries.len());
            prop_assert_eq!(NameMapBuilder::from_map(&map).build(), streams);
        }
    }
}
