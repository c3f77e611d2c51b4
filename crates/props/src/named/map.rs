//! Reading the name map.

use std::cmp::Ordering;

use openimsg_base::{Defect, DefectKind, Guid};
use zerocopy::little_endian::{U16, U32};
use zerocopy::{FromBytes, Immutable, IntoBytes, KnownLayout, Unaligned};

use super::{MAX_NAME_UNITS, NamedProperty, PropertyName, ignores_case};
use crate::defects::{
    NAMED_ALIGNMENT, NAMED_ENTRIES, NAMED_GUIDS, NAMED_INDEX, NAMED_LENGTH, NAMED_OFFSET, NAMED_SET,
};
use crate::tables::guids::{PS_MAPI, PS_PUBLIC_STRINGS};
use crate::{PropId, Text, decode_utf16le};

/// The name map of a file, looked at in place: making one costs nothing, and nothing is
/// allocated until a name is turned into text.
///
/// A single look-up is a glance at one entry ([`NameMap::get`]) or a pass over all
/// ([`NameMap::id_of`]); for many look-ups make a [`NameIndex`] once.
///
/// An entry that cannot be resolved has no meaning, and the properties with its identifier
/// keep their number only; [`NameMap::defects`] tells which.
#[derive(Debug, Clone, Copy, Default)]
pub struct NameMap<'a> {
    guids: &'a [Guid],
    entries: &'a [NameEntry],
    strings: &'a [u8],
    /// Offsets of what is left over after the last whole GUID and entry.
    guids_tail: Option<usize>,
    entries_tail: Option<usize>,
}

/// An entry of the map as stored ([MS-OXMSG] 2.2.3.1.2).
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, FromBytes, IntoBytes, KnownLayout, Immutable, Unaligned,
)]
#[repr(C)]
pub(super) struct NameEntry {
    /// The number, or the offset of the name in the string stream.
    pub(super) lid_or_offset: U32,
    /// Bit 0: it is a name. Bits 1 to 15: the property set.
    pub(super) set_and_kind: U16,
    /// The identifier minus 0x8000.
    pub(super) index: U16,
}

const _: () = assert!(size_of::<NameEntry>() == 8 && align_of::<NameEntry>() == 1);

/// As many entries as there are identifiers, 0x8000 to 0xFFFE.
pub(super) const MAX_ENTRIES: usize = 0x7FFF;

impl<'a> NameMap<'a> {
    /// Takes the three streams apart; a stream that is missing is given as empty.
    ///
    /// Entries beyond the number of identifiers are ignored.
    #[must_use]
    pub fn parse(guids: &'a [u8], entries: &'a [u8], strings: &'a [u8]) -> Self {
        let whole = guids.len() / 16;
        let (guid_list, rest) =
            <[Guid]>::ref_from_prefix_with_elems(guids, whole).unwrap_or((&[], guids));
        let guids_tail = (!rest.is_empty()).then_some(guids.len().saturating_sub(rest.len()));
        let whole = (entries.len() / 8).min(MAX_ENTRIES);
        let (list, rest) =
            <[NameEntry]>::ref_from_prefix_with_elems(entries, whole).unwrap_or((&[], entries));
        let entries_tail = (!rest.is_empty()).then_some(entries.len().saturating_sub(rest.len()));
        NameMap { guids: guid_list, entries: list, strings, guids_tail, entries_tail }
    }

    /// How many entries there are, those that cannot be resolved included.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are no entries.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// What the identifier stands for.
    ///
    /// The entry at the identifier's own position counts, as in every sound file it is the
    /// one; else the first one that says to have this identifier.
    #[must_use]
    pub fn get(&self, id: PropId) -> Option<NamedRef<'a>> {
        let index = index_of(id)?;
        let position = self
            .position(index, || self.entries.iter().position(|entry| entry.index.get() == index))?;
        self.resolve(self.entries.get(position)?).ok()
    }

    /// The identifier that stands for this property: the first one if there are several.
    #[must_use]
    pub fn id_of(&self, property: &NamedProperty) -> Option<PropId> {
        // Most entries are told apart by one comparison of numbers.
        let may_be = |entry: &NameEntry| match &property.name {
            PropertyName::Lid(lid) => !entry.is_name() && entry.lid_or_offset.get() == *lid,
            PropertyName::Name(_) => entry.is_name(),
        };
        let is_it = |entry: &&NameEntry| {
            may_be(entry)
                && id(entry).is_some()
                && self.resolve(entry).is_ok_and(|named| named.is(property))
        };
        property.unmapped_id().or_else(|| self.entries.iter().find(is_it).and_then(id))
    }

    /// All entries that can be resolved, in stored order, with their identifiers.
    pub fn iter(&self) -> impl Iterator<Item = (PropId, NamedRef<'a>)> + use<'a> {
        self.resolved().filter_map(|(entry, named)| Some((id(entry)?, named)))
    }

    /// What is wrong. [`Defect::offset`] is a byte offset for what is left over at a stream's
    /// end, else the entry's position; the caller knows the [`Defect::node`].
    pub fn defects(&self) -> impl Iterator<Item = Defect> + use<'a> {
        let map = *self;
        let at = |kind, place: usize| Defect::new(kind, 0, u64::try_from(place).unwrap_or(0));
        let guids = map.guids_tail.map(|offset| at(&NAMED_GUIDS, offset));
        let entries = map.entries_tail.map(|offset| at(&NAMED_ENTRIES, offset));
        let each = map.entries.iter().enumerate().flat_map(move |(position, entry)| {
            let misplaced = usize::from(entry.index.get()) != position || id(entry).is_none();
            let index = misplaced.then(|| at(&NAMED_INDEX, position));
            let offset = entry.lid_or_offset.get();
            let unaligned = entry.is_name() && !offset.is_multiple_of(4);
            let alignment = unaligned.then(|| at(&NAMED_ALIGNMENT, position));
            let broken = map.resolve(entry).err().map(|kind| at(kind, position));
            [index, alignment, broken].into_iter().flatten()
        });
        guids.into_iter().chain(entries).chain(each)
    }

    /// All entries that can be resolved, in stored order.
    pub(super) fn resolved(&self) -> impl Iterator<Item = (&'a NameEntry, NamedRef<'a>)> + use<'a> {
        let map = *self;
        map.entries.iter().filter_map(move |entry| Some((entry, map.resolve(entry).ok()?)))
    }

    /// The parts as they are, for a builder that goes on from here.
    pub(super) fn parts(&self) -> (&'a [Guid], &'a [NameEntry], &'a [u8]) {
        (self.guids, self.entries, self.strings)
    }

    /// Where the entry for `index` is: at home, or where `elsewhere` finds it.
    fn position(&self, index: u16, elsewhere: impl FnOnce() -> Option<usize>) -> Option<usize> {
        let home = usize::from(index);
        match self.entries.get(home) {
            Some(entry) if entry.index.get() == index => Some(home),
            _ => elsewhere(),
        }
    }

    /// Whether an entry stands for something.
    pub(super) fn resolves(&self, entry: &NameEntry) -> bool {
        self.resolve(entry).is_ok()
    }

    /// What an entry stands for, or why nothing can be said.
    fn resolve(&self, entry: &NameEntry) -> Result<NamedRef<'a>, &'static DefectKind> {
        let set = self.set(entry.set_number()).ok_or(&NAMED_SET)?;
        let name = if entry.is_name() {
            NameRef::Name(self.name_at(entry.lid_or_offset.get())?)
        } else {
            NameRef::Lid(entry.lid_or_offset.get())
        };
        Ok(NamedRef { set, name })
    }

    fn set(&self, number: u16) -> Option<Guid> {
        match number {
            0 => None,
            1 => Some(PS_MAPI),
            2 => Some(PS_PUBLIC_STRINGS),
            _ => self.guids.get(usize::from(number).checked_sub(3)?).copied(),
        }
    }

    /// The name whose length stands at `offset` of the string stream.
    fn name_at(&self, offset: u32) -> Result<Utf16Name<'a>, &'static DefectKind> {
        let offset = usize::try_from(offset).map_err(|_| &NAMED_OFFSET)?;
        let rest = self.strings.get(offset..).ok_or(&NAMED_OFFSET)?;
        let (length, rest) = U32::ref_from_prefix(rest).map_err(|_| &NAMED_OFFSET)?;
        let length = usize::try_from(length.get()).map_err(|_| &NAMED_LENGTH)?;
        if length / 2 > MAX_NAME_UNITS {
            return Err(&NAMED_LENGTH);
        }
        let (mut units, odd) = rest.get(..length).ok_or(&NAMED_LENGTH)?.as_chunks();
        // A terminator is no part of the name, as in any other text.
        while let Some(([0, 0], before)) = units.split_last() {
            units = before;
        }
        if odd.is_empty() { Ok(Utf16Name { units }) } else { Err(&NAMED_LENGTH) }
    }
}

/// What an identifier stands for, borrowed from the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NamedRef<'a> {
    /// The property set.
    pub set: Guid,
    /// Which property of the set.
    pub name: NameRef<'a>,
}

/// Which property of a set, borrowed from the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameRef<'a> {
    /// By number.
    Lid(u32),
    /// By name.
    Name(Utf16Name<'a>),
}

/// A name in the string stream, without terminating NULs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Utf16Name<'a> {
    units: &'a [[u8; 2]],
}

impl<'a> NamedRef<'a> {
    /// With a name of its own. Halves of surrogate pairs are U+FFFD in it.
    #[must_use]
    pub fn to_owned(&self) -> NamedProperty {
        let name = match self.name {
            NameRef::Lid(lid) => PropertyName::Lid(lid),
            NameRef::Name(name) => PropertyName::Name(name.to_text().text),
        };
        NamedProperty { set: self.set, name }
    }

    /// Whether this is that property, in the sense of [`NamedProperty::is_same`].
    #[must_use]
    pub fn is(&self, property: &NamedProperty) -> bool {
        self.compare(property) == Ordering::Equal
    }

    fn compare(&self, other: &NamedProperty) -> Ordering {
        self.set.cmp(&other.set).then_with(|| match (&self.name, &other.name) {
            (NameRef::Lid(a), PropertyName::Lid(b)) => a.cmp(b),
            (NameRef::Lid(_), PropertyName::Name(_)) => Ordering::Less,
            (NameRef::Name(_), PropertyName::Lid(_)) => Ordering::Greater,
            (NameRef::Name(a), PropertyName::Name(b)) => {
                compare_units(self.set, a.units(), b.encode_utf16())
            }
        })
    }

    fn compare_stored(&self, other: &NamedRef<'_>) -> Ordering {
        self.set.cmp(&other.set).then_with(|| match (&self.name, &other.name) {
            (NameRef::Lid(a), NameRef::Lid(b)) => a.cmp(b),
            (NameRef::Lid(_), NameRef::Name(_)) => Ordering::Less,
            (NameRef::Name(_), NameRef::Lid(_)) => Ordering::Greater,
            // The first case is quick: a hostile file may let all entries share a long name.
            (NameRef::Name(a), NameRef::Name(b)) if a.as_bytes() == b.as_bytes() => Ordering::Equal,
            (NameRef::Name(a), NameRef::Name(b)) => compare_units(self.set, a.units(), b.units()),
        })
    }
}

impl<'a> Utf16Name<'a> {
    /// The UTF-16 code units.
    pub fn units(&self) -> impl ExactSizeIterator<Item = u16> + use<'a> {
        self.units.iter().map(|unit| u16::from_le_bytes(*unit))
    }

    /// The stored bytes, UTF-16LE.
    #[must_use]
    pub fn as_bytes(&self) -> &'a [u8] {
        self.units.as_flattened()
    }

    /// As text.
    #[must_use]
    pub fn to_text(&self) -> Text<'static> {
        decode_utf16le(self.as_bytes())
    }
}

/// Makes many look-ups in a [`NameMap`] fast: both directions are binary searches.
///
/// It borrows nothing, so that it can be kept beside the bytes of the map; every look-up takes
/// the map that it was made from. (With another map answers are wrong, nothing worse.)
#[derive(Debug, Clone, Default)]
pub struct NameIndex {
    /// Entries that are not at home: index field and position, the first of each index.
    away: Vec<(u16, u16)>,
    /// Positions of the entries that can be resolved, by property, then position.
    by_name: Vec<u16>,
}

impl NameIndex {
    /// Sorts the entries: two bytes of memory each.
    #[must_use]
    pub fn new(map: &NameMap<'_>) -> Self {
        let positions = || (0..=u16::MAX).zip(map.entries);
        let mut away: Vec<_> = positions()
            .filter(|(position, entry)| entry.index.get() != *position)
            .map(|(position, entry)| (entry.index.get(), position))
            .collect();
        away.sort_unstable();
        away.dedup_by_key(|(index, _)| *index);

        let mut by_name: Vec<_> = positions()
            .filter(|(_, entry)| id(entry).is_some())
            .filter_map(|(position, entry)| Some((map.resolve(entry).ok()?, position)))
            .collect();
        by_name.sort_by(|(a, at), (b, bt)| a.compare_stored(b).then(at.cmp(bt)));
        let by_name = by_name.into_iter().map(|(_, position)| position).collect();
        NameIndex { away, by_name }
    }

    /// The same as [`NameMap::get`].
    #[must_use]
    pub fn get<'a>(&self, map: &NameMap<'a>, id: PropId) -> Option<NamedRef<'a>> {
        let index = index_of(id)?;
        let position = map.position(index, || {
            let found = self.away.binary_search_by_key(&index, |(index, _)| *index).ok()?;
            self.away.get(found).map(|(_, position)| usize::from(*position))
        })?;
        map.resolve(map.entries.get(position)?).ok()
    }

    /// The same as [`NameMap::id_of`].
    #[must_use]
    pub fn id_of(&self, map: &NameMap<'_>, property: &NamedProperty) -> Option<PropId> {
        if let Some(id) = property.unmapped_id() {
            return Some(id);
        }
        let entry_at = |position: &u16| map.entries.get(usize::from(*position));
        let order = |position: &u16| {
            let named = entry_at(position).and_then(|entry| map.resolve(entry).ok());
            named.map_or(Ordering::Less, |named| named.compare(property))
        };
        let first = self.by_name.partition_point(|p| order(p) == Ordering::Less);
        let found = self.by_name.get(first).filter(|p| order(p) == Ordering::Equal)?;
        entry_at(found).and_then(id)
    }
}

impl NameEntry {
    pub(super) fn is_name(&self) -> bool {
        self.set_and_kind.get() & 1 != 0
    }

    fn set_number(&self) -> u16 {
        self.set_and_kind.get() >> 1
    }
}

/// The identifier of an entry, unless its index is beyond all identifiers.
fn id(entry: &NameEntry) -> Option<PropId> {
    let id = PropId(PropId::FIRST_NAMED.0.checked_add(entry.index.get())?);
    id.is_named().then_some(id)
}

fn index_of(id: PropId) -> Option<u16> {
    id.is_named().then(|| id.0.wrapping_sub(PropId::FIRST_NAMED.0))
}

fn compare_units(
    set: Guid,
    a: impl Iterator<Item = u16>,
    b: impl Iterator<Item = u16>,
) -> Ordering {
    let lower = |unit: u16| match u8::try_from(unit) {
        Ok(ascii) => u16::from(ascii.to_ascii_lowercase()),
        Err(_) => unit,
    };
    if ignores_case(set) { a.map(lower).cmp(b.map(lower)) } else { a.cmp(b) }
}

#[cfg(test)]
mod tests;
