//! Property streams, values, and the map of named properties.

use std::borrow::Cow;

use openimsg_base::CodePage;
use openimsg_props::named::{NameIndex, NameMap, NameMapBuilder, NameRef, NamedProperty};
use openimsg_props::{
    Content, Decoded, HeaderKind, PropId, PropTag, PropType, PropValue, PropertyStream,
    PropertyStreamBuilder,
};

use crate::input::Choices;

const TYPES: &[PropType] = &[
    PropType::NULL,
    PropType::I2,
    PropType::LONG,
    PropType::FLOAT,
    PropType::DOUBLE,
    PropType::CURRENCY,
    PropType::APPTIME,
    PropType::ERROR,
    PropType::BOOLEAN,
    PropType::OBJECT,
    PropType::I8,
    PropType::STRING8,
    PropType::UNICODE,
    PropType::SYSTIME,
    PropType::CLSID,
    PropType::SVREID,
    PropType::SRESTRICT,
    PropType::ACTIONS,
    PropType::BINARY,
    PropType::MV_I2,
    PropType::MV_LONG,
    PropType::MV_FLOAT,
    PropType::MV_DOUBLE,
    PropType::MV_CURRENCY,
    PropType::MV_APPTIME,
    PropType::MV_I8,
    PropType::MV_STRING8,
    PropType::MV_UNICODE,
    PropType::MV_SYSTIME,
    PropType::MV_CLSID,
    PropType::MV_BINARY,
];

/// One value in every type, then the rest as a property stream. What is sound is written again.
///
/// The input: a code page (two bytes), the value (counted), the kind of stream (one byte), the
/// stream.
pub fn props(data: &[u8]) {
    let mut choices = Choices(data.get(..0x4000).unwrap_or(data));
    let page = CodePage(choices.u16().into());
    let value = choices.counted();
    let other = PropType(choices.u16());
    for kind in TYPES.iter().copied().chain([other]) {
        stream_value(kind, value, page);
        item_values(kind, value, page);
    }
    let kind = match choices.byte() % 3 {
        0 => HeaderKind::Root,
        1 => HeaderKind::Embedded,
        _ => HeaderKind::Item,
    };
    property_stream(choices.0, kind);
}

fn stream_value(kind: PropType, bytes: &[u8], page: CodePage) {
    let decoded = PropValue::from_stream(kind, bytes, |_| page);
    assert_eq!(decoded.value.kind(), kind);
    assert!(decoded.value.size() <= 3 * bytes.len() + 3);
    let again = check_value(&decoded, page);
    if decoded.defect.is_some() {
        return;
    }
    let Some(Content::Stream(stored)) = again else { return };
    match kind {
        // Several bytes can mean the same in some pages; the value was compared.
        PropType::STRING8 => {}
        PropType::UNICODE => {
            let mut units = bytes.as_chunks::<2>().0;
            while let Some((&[0, 0], rest)) = units.split_last() {
                units = rest;
            }
            assert!(*stored == *units.as_flattened());
        }
        _ => assert!(*stored == *bytes, "{kind}"),
    }
}

/// The value in pieces as streams of items; the last one is missing in half of all cases.
fn item_values(kind: PropType, bytes: &[u8], page: CodePage) {
    let mut choices = Choices(bytes);
    let (count, step) = (usize::from(choices.byte() % 16), usize::from(choices.byte() % 32) + 1);
    let pieces: Vec<&[u8]> = choices.0.chunks(step).take(count).collect();
    let width = if kind == PropType::MV_BINARY { 8 } else { 4 };
    let mut lengths = Vec::new();
    for piece in &pieces {
        lengths.extend_from_slice(&(piece.len() as u32).to_le_bytes());
        lengths.resize(lengths.len().next_multiple_of(width), 0);
    }
    let item = |index: u32| -> Result<Option<Cow<'_, [u8]>>, ()> {
        Ok(pieces.get(index as usize).map(|piece| Cow::Borrowed(*piece)))
    };
    let decoded = PropValue::from_items(kind, &lengths, item, |_| page).unwrap();
    check_value(&decoded, page);
    if kind.has_item_streams() {
        lengths.push(0);
        let decoded = PropValue::from_items(kind, &lengths, item, |_| page).unwrap();
        assert!(decoded.defect.is_some());
        lengths.resize(lengths.len().next_multiple_of(width), 0);
        let decoded = PropValue::from_items(kind, &lengths, item, |_| page).unwrap();
        assert!(decoded.defect.is_some());
        let failed = PropValue::from_items(kind, &lengths, |_| Err(()), |_| page);
        assert_eq!(failed.map(|_| ()), Err(()));
    }
}

/// A value that lost nothing is the same after encoding and decoding; returns the encoded one.
fn check_value<'v>(decoded: &'v Decoded<'_>, page: CodePage) -> Option<Content<'v>> {
    let value = &decoded.value;
    let _ = (format!("{decoded:?}"), value.as_str(), value.as_time(), value.as_bytes());
    assert!(value.clone().into_owned().kind() == value.kind());
    let encoded = value.encode(page).ok()?;
    let kind = value.kind();
    let again = match &encoded.content {
        Content::Inline | Content::Object => {
            Decoded { value: PropValue::from_fixed(kind, encoded.inline)?, defect: None }
        }
        Content::Stream(bytes) => PropValue::from_stream(kind, &**bytes, |_| page),
        Content::Items { lengths, items } => {
            let item = |index: u32| {
                Ok::<_, ()>(items.get(index as usize).map(|bytes| Cow::Borrowed(&**bytes)))
            };
            PropValue::from_items(kind, lengths, item, |_| page).unwrap()
        }
    };
    if decoded.defect.is_none() {
        assert_eq!(again.defect.map(|defect| defect.code), None, "{value:?}, page {page}");
        // NaN is not NaN, but its bytes are.
        assert!(again.value.encode(page).as_ref() == Ok(&encoded), "{value:?}, page {page}");
        let is_float =
            matches!(kind.base(), PropType::FLOAT | PropType::DOUBLE | PropType::APPTIME);
        assert!(is_float || again.value == *value, "{value:?}, page {page}");
    }
    Some(encoded.content)
}

fn property_stream(bytes: &[u8], kind: HeaderKind) {
    let stream = PropertyStream::parse(bytes, kind);
    let entries = stream.entries();
    let defects: Vec<_> = stream.defects().collect();
    for entry in entries {
        let tag = entry.tag();
        let _ = (format!("{entry:?}"), entry.size_defect(0), entry.object_kind());
        if let Some(value) = PropValue::from_fixed(tag.kind(), entry.fixed()) {
            check_value(&Decoded { value, defect: None }, CodePage::WINDOWS_1252);
        }
    }
    // Some from the front and some from the back: a search is a walk.
    let some = entries.iter().take(64).chain(entries.iter().rev().take(64)).map(|e| e.tag());
    for tag in some.chain([PropTag(0), PropTag(u32::MAX)]) {
        let position = |entry: Option<_>| entry.map(std::ptr::from_ref);
        let first = entries.iter().find(|entry| entry.tag() == tag);
        assert_eq!(position(stream.find(tag)), position(first));
        let first = entries.iter().find(|entry| entry.tag().id() == tag.id());
        assert_eq!(position(stream.find_id(tag.id())), position(first));
    }
    let mut builder = PropertyStreamBuilder::new(kind, stream.header());
    builder.extend(entries.iter().copied());
    match builder.build() {
        Ok(built) if defects.is_empty() => assert!(built == bytes),
        Ok(built) => {
            let again = PropertyStream::parse(&built, kind);
            assert!(again.entries() == entries && again.header() == stream.header());
        }
        Err(_) => assert!(defects.iter().any(|defect| defect.kind.code.contains("duplicate"))),
    }
}

/// Reads a map, looks everything up in both ways, and goes on with it.
///
/// The input: sets and entries (counted), and names.
pub fn named(data: &[u8]) {
    let mut choices = Choices(data.get(..0x2000).unwrap_or(data));
    let (guids, entries, strings) = (choices.counted(), choices.counted(), choices.0);
    let map = NameMap::parse(guids, entries, strings);
    let index = NameIndex::new(&map);
    assert_eq!(map.len(), entries.len() / 8);
    let defects = map.defects().count();

    let stored = entries.as_chunks::<8>().0.iter().map(|[.., low, high]| [*low, *high]);
    let ids = stored.map(|index| PropId(u16::from_le_bytes(index).wrapping_add(0x8000)));
    let homes = (0x7FFE..).take(map.len() + 4).map(PropId);
    for id in ids.chain(homes).chain([PropId(0), PropId(0xFFFE), PropId(0xFFFF)]) {
        assert_eq!(map.get(id), index.get(&map, id), "{id}");
    }

    let builder = NameMapBuilder::from_map(&map);
    for (id, named) in map.iter() {
        let property = named.to_owned();
        let found = map.id_of(&property);
        assert_eq!(found, index.id_of(&map, &property));
        assert_eq!(found, builder.id_of(&property).filter(|_| found.is_some()));
        if let NameRef::Name(name) = named.name
            && name.to_text().lossy
        {
            continue;
        }
        assert!(found.is_some(), "{id}");
        if defects == 0 && property.unmapped_id().is_none() {
            assert!(map.get(found.unwrap()).unwrap().is(&property));
        }
    }
    go_on(&map, builder, choices);
}

/// What was in the map stays, and new properties are found under their identifiers.
fn go_on(map: &NameMap<'_>, mut builder: NameMapBuilder, mut choices: Choices<'_>) {
    let built = builder.build();
    let again = NameMap::parse(&built.guids, &built.entries, &built.strings);
    assert!(map.iter().eq(again.iter()));
    if map.iter().count() < map.len() {
        // An entry that leads beyond the names would come to mean a new one.
        return;
    }
    let sets = map.iter().map(|(_, named)| named.set).take(4).collect::<Vec<_>>();
    let mut added = Vec::new();
    for set in sets.into_iter().chain([openimsg_props::guids::PS_PUBLIC_STRINGS]) {
        let name = String::from_utf8_lossy(choices.bytes(20)).trim_end_matches('\0').to_owned();
        for property in
            [NamedProperty::from_name(set, name), NamedProperty::lid(set, choices.u32())]
        {
            if let Ok(id) = builder.add(&property) {
                assert_eq!(builder.id_of(&property), Some(id));
                added.push((id, property));
            }
        }
    }
    let built = builder.build();
    let again = NameMap::parse(&built.guids, &built.entries, &built.strings);
    let index = NameIndex::new(&again);
    for (id, property) in added {
        assert_eq!(again.id_of(&property), Some(id), "{property:?}");
        assert_eq!(index.id_of(&again, &property), Some(id), "{property:?}");
    }
    assert!(map.iter().eq(again.iter().take(map.iter().count())));
    let hashed = built.buckets.iter().map(|(_, bytes)| bytes.len() / 8).sum::<usize>();
    assert!(hashed <= again.len());
}
