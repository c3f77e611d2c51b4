//! Damaged name maps.

use proptest::prelude::*;

use super::*;
use crate::tables::guids::PSETID_COMMON;

fn entry(lid_or_offset: u32, set_and_kind: u16, index: u16) -> NameEntry {
    NameEntry {
        lid_or_offset: lid_or_offset.into(),
        set_and_kind: set_and_kind.into(),
        index: index.into(),
    }
}

fn codes(map: &NameMap<'_>) -> Vec<(&'static str, u64)> {
    map.defects().map(|defect| (defect.kind.code, defect.offset)).collect()
}

#[test]
fn the_index_field_counts_not_the_position() {
    let entries = [entry(1, 4, 1), entry(2, 4, 0), entry(3, 4, 0), entry(4, 4, 0x7FFF)];
    let map = NameMap::parse(&[], entries.as_bytes(), &[]);
    let index = NameIndex::new(&map);
    for (id, lid) in [(0x8000, 2), (0x8001, 1)] {
        let named = NamedProperty::lid(PS_PUBLIC_STRINGS, lid);
        assert!(map.get(PropId(id)).unwrap().is(&named));
        assert!(index.get(&map, PropId(id)).unwrap().is(&named));
        assert_eq!(map.id_of(&named), Some(PropId(id)));
        assert_eq!(index.id_of(&map, &named), Some(PropId(id)));
    }
    // 0xFFFF is no identifier of a named property.
    assert_eq!(map.id_of(&NamedProperty::lid(PS_PUBLIC_STRINGS, 4)), None);
    for id in [0x0037, 0x8002, 0xFFFE, 0xFFFF] {
        assert_eq!((map.get(PropId(id)), index.get(&map, PropId(id))), (None, None));
    }
    assert_eq!(codes(&map), [0, 1, 2, 3].map(|at| (NAMED_INDEX.code, at)));
}

#[test]
fn the_entry_at_home_wins_over_an_earlier_one() {
    let entries = [entry(1, 4, 1), entry(2, 4, 1)];
    let map = NameMap::parse(&[], entries.as_bytes(), &[]);
    let named = NamedProperty::lid(PS_PUBLIC_STRINGS, 2);
    assert!(map.get(PropId(0x8001)).unwrap().is(&named));
    assert!(NameIndex::new(&map).get(&map, PropId(0x8001)).unwrap().is(&named));
}

#[test]
fn what_points_nowhere_has_no_name() {
    let strings = b"\x04\0\0\0a\0b\0\xFF\xFF\xFF\xFF\x03\0\0\0abc\0\0\x02\0\0\0c\0";
    let mut streams = strings.to_vec();
    streams.extend(u32::to_le_bytes(2 * 513));
    streams.extend(vec![0x61; 2 * 513]);
    let entries = [
        entry(0, 5, 0),        // "ab" of PS_PUBLIC_STRINGS
        entry(1, 0, 1),        // set 0
        entry(1, 8, 2),        // set 4 of one
        entry(8, 5, 3),        // a length of 4 GB
        entry(12, 5, 4),       // an odd length
        entry(9999, 5, 5),     // outside
        entry(u32::MAX, 5, 6), // far outside
        entry(21, 5, 7),       // not aligned, but fine
        entry(27, 5, 8),       // too long
        entry(1, 6, 9),        // fine
    ];
    let map = NameMap::parse(PSETID_COMMON.as_bytes(), entries.as_bytes(), &streams);
    assert_eq!(
        codes(&map),
        [
            (NAMED_SET.code, 1),
            (NAMED_SET.code, 2),
            (NAMED_LENGTH.code, 3),
            (NAMED_LENGTH.code, 4),
            (NAMED_ALIGNMENT.code, 5),
            (NAMED_OFFSET.code, 5),
            (NAMED_ALIGNMENT.code, 6),
            (NAMED_OFFSET.code, 6),
            (NAMED_ALIGNMENT.code, 7),
            (NAMED_ALIGNMENT.code, 8),
            (NAMED_LENGTH.code, 8),
        ]
    );
    let found: Vec<_> = map.iter().map(|(id, named)| (id.0, named.to_owned())).collect();
    assert_eq!(
        found,
        [
            (0x8000, NamedProperty::name(PS_PUBLIC_STRINGS, "ab")),
            (0x8007, NamedProperty::name(PS_PUBLIC_STRINGS, "c")),
            (0x8009, NamedProperty::lid(PSETID_COMMON, 1)),
        ]
    );
}

#[test]
fn a_terminator_is_no_part_of_a_name() {
    let strings = b"\x06\0\0\0a\0b\0\0\0\0\0";
    let entries = [entry(0, 5, 0)];
    let map = NameMap::parse(&[], entries.as_bytes(), strings);
    let named = NamedProperty::name(PS_PUBLIC_STRINGS, "ab");
    assert_eq!(map.get(PropId(0x8000)).unwrap().to_owned(), named);
    assert_eq!(map.id_of(&named), Some(PropId(0x8000)));
    assert_eq!(NameIndex::new(&map).id_of(&map, &named), Some(PropId(0x8000)));

    let mut builder = crate::named::NameMapBuilder::from_map(&map);
    let terminated = NamedProperty::name(PS_PUBLIC_STRINGS, "ab\0");
    assert_eq!(builder.add(&terminated), Ok(PropId(0x8000)));
    assert_eq!(builder.build().strings, strings);
}

#[test]
fn rests_of_streams_are_left_over() {
    let map = NameMap::parse(&[0; 17], &[0; 9], &[]);
    assert_eq!((map.len(), map.is_empty()), (1, false));
    assert_eq!(codes(&map)[..2], [(NAMED_GUIDS.code, 16), (NAMED_ENTRIES.code, 8)]);

    let too_many = vec![0; 8 * (MAX_ENTRIES + 1)];
    let map = NameMap::parse(&[], &too_many, &[]);
    assert_eq!(map.len(), MAX_ENTRIES);
    assert_eq!(map.defects().next().unwrap().kind, &NAMED_ENTRIES);
}

/// One string of the greatest length serves every entry: the worst that a file can ask for.
#[test]
fn hostile_maps_stay_cheap() {
    let mut strings = u32::to_le_bytes(2 * 512).to_vec();
    strings.extend(vec![0x61; 2 * 512]);
    let entries: Vec<_> = (0..0x7FFF).map(|index| entry(0, 5, index ^ 1)).collect();
    let map = NameMap::parse(&[], entries.as_bytes(), &strings);
    let index = NameIndex::new(&map);
    assert_eq!(index.by_name.len(), 0x7FFF - 1);
    assert!(index.get(&map, PropId(0xFFFE)).is_none());
}

proptest! {
    #[test]
    fn any_bytes_can_be_looked_at(
        guids: Vec<u8>,
        entries in prop::collection::vec((0u32..64, 0u16..16, 0u16..20), 0..20),
        tail in prop::collection::vec(any::<u8>(), 0..8),
        strings in prop::collection::vec(0u8..8, 0..64),
    ) {
        let entries: Vec<_> = entries.into_iter().map(|(a, b, c)| entry(a, b, c)).collect();
        let mut bytes = entries.as_bytes().to_vec();
        bytes.extend(tail);
        let map = NameMap::parse(&guids, &bytes, &strings);
        let index = NameIndex::new(&map);
        for id in 0x8000..0x8020 {
            let id = PropId(id);
            prop_assert_eq!(map.get(id), index.get(&map, id));
        }
        for (_, named) in map.iter() {
            let named = named.to_owned();
            prop_assert_eq!(map.id_of(&named), index.id_of(&map, &named));
        }
        prop_assert!(map.defects().take(100).count() < 100);
    }
}
