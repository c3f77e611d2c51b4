//! Properties of two objects, compared by identifier or name.

use openimsg_base::Limit;
use openimsg_props::named::NamedProperty;
use openimsg_props::{Entry, PropId, PropTag, PropType, PropValue, StreamName, Text, tags};
use openimsg_storage::{EntryKind, Store};

use super::elements::{Bytes, compare_streams};
use super::{Comparison, Side, Stop, Value, What, pass};
use crate::{Error, Object, Step};

/// The entries of an object by tag, of each tag the first.
pub(super) struct Listing<'o>(Vec<&'o Entry>);

impl<'o> Listing<'o> {
    pub(super) fn of<S: Store>(object: &'o Object<'_, S>) -> Self {
        let mut entries: Vec<&Entry> = object.properties_in_place().iter().collect();
        entries.sort_by_key(|entry| entry.tag());
        entries.dedup_by_key(|entry| entry.tag());
        Listing(entries)
    }

    pub(super) fn has(&self, tag: PropTag) -> bool {
        self.0.binary_search_by_key(&tag, |entry| entry.tag()).is_ok()
    }

    /// The entries of one property, one for each type.
    fn with_id(&self, id: PropId) -> &[&'o Entry] {
        let start = self.0.partition_point(|entry| entry.tag().id() < id);
        let after = self.0.get(start..).unwrap_or_default();
        after.get(..after.partition_point(|entry| entry.tag().id() == id)).unwrap_or_default()
    }

    /// The entries in groups of one property.
    pub(super) fn groups(&self) -> impl Iterator<Item = &[&'o Entry]> {
        self.0.chunk_by(|a, b| a.tag().id() == b.tag().id())
    }
}

/// The identifier that means on the other side what `id` means here; nothing if none does.
fn counterpart<A: Store, B: Store>(
    here: &Object<'_, A>,
    there: &Object<'_, B>,
    id: PropId,
) -> Option<PropId> {
    if !id.is_named() {
        return Some(id);
    }
    // Names that cannot be read leave numbers.
    let Some(name) = name_of(here, id) else {
        return there.name_of(id).ok().flatten().is_none().then_some(id);
    };
    // A damaged map can give one name to several identifiers, or hold names that no text can be.
    match there.name_of(id) {
        Ok(Some(same)) if same.is(&name) || same.to_owned() == name => Some(id),
        _ => there.id_of(&name).ok().flatten(),
    }
}

pub(super) fn name_of<S: Store>(object: &Object<'_, S>, id: PropId) -> Option<NamedProperty> {
    let named = if id.is_named() { object.name_of(id).ok().flatten() } else { None };
    named.map(|named| named.to_owned())
}

/// Whether an item's property only repeats the number of the item, which says where it is and
/// not what ([MS-OXMSG] 2.2.1, 2.2.2): Outlook gives attachments such a record key too.
pub(super) fn is_own_number<S: Store>(object: &Object<'_, S>, entry: &Entry) -> bool {
    let Some(Step::Recipient(number) | Step::Attachment(number)) = object.step else {
        return false;
    };
    match entry.tag() {
        tags::PR_ROWID | tags::PR_ATTACH_NUM => {
            entry.fixed().first_chunk() == Some(&number.to_le_bytes())
        }
        tags::PR_RECORD_KEY => matches!(
            object.raw(entry.tag()), Ok(Some(key)) if *key == number.to_le_bytes()
        ),
        _ => false,
    }
}

/// How two values compare.
enum Values {
    Same,
    /// Bytes differ from this offset on.
    Differ(Option<u64>),
}

impl Comparison<'_> {
    /// Compares the properties of two objects.
    pub(super) fn properties<A: Store, B: Store>(
        &mut self,
        left: &Object<'_, A>,
        right: &Object<'_, B>,
    ) -> Result<(), Stop> {
        let (of_left, of_right) = (Listing::of(left), Listing::of(right));
        for group in of_left.groups() {
            left.budget().proceed().map_err(|e| left.error(None, e))?;
            let Some(id) = group.first().map(|entry| entry.tag().id()) else { continue };
            let other = counterpart(left, right, id)
                .filter(|other| counterpart(right, left, *other) == Some(id));
            let others = other.map(|id| of_right.with_id(id)).unwrap_or_default();
            self.group(left, group, right, others)?;
        }
        for group in of_right.groups() {
            let Some(id) = group.first().map(|entry| entry.tag().id()) else { continue };
            let other = counterpart(right, left, id)
                .filter(|other| counterpart(left, right, *other) == Some(id));
            if other.is_none_or(|other| of_left.with_id(other).is_empty()) {
                self.group(left, &[], right, group)?;
            }
        }
        Ok(())
    }

    /// Compares what two objects have of one property: first those of one type, then what is
    /// left in the order of types.
    fn group<A: Store, B: Store>(
        &mut self,
        left: &Object<'_, A>,
        ours: &[&Entry],
        right: &Object<'_, B>,
        theirs: &[&Entry],
    ) -> Result<(), Stop> {
        let id = |entries: &[&Entry]| entries.first().map(|entry| entry.tag().id());
        if id(ours).is_some_and(|id| self.is_ignored(left, id))
            || id(theirs).is_some_and(|id| self.is_ignored(right, id))
        {
            return Ok(());
        }
        // Both are in the order of types, each type once.
        let of_kind = |entries: &[&'_ Entry], entry: &Entry| {
            let kind = entry.tag().kind();
            entries.binary_search_by_key(&kind, |other| other.tag().kind()).ok()
        };
        for entry in ours {
            if let Some(other) = of_kind(theirs, entry).and_then(|at| theirs.get(at)) {
                self.property(left, Some(entry), right, Some(other))?;
            }
        }
        let (all_ours, all_theirs) = (ours, theirs);
        let mut ours = ours.iter().filter(|entry| of_kind(all_theirs, entry).is_none());
        let mut theirs = theirs.iter().filter(|entry| of_kind(all_ours, entry).is_none());
        loop {
            match (ours.next(), theirs.next()) {
                (None, None) => return Ok(()),
                (l, r) => self.property(left, l.copied(), right, r.copied())?,
            }
        }
    }

    fn property<A: Store, B: Store>(
        &mut self,
        left: &Object<'_, A>,
        ours: Option<&Entry>,
        right: &Object<'_, B>,
        theirs: Option<&Entry>,
    ) -> Result<(), Stop> {
        let name = || {
            let of_left = ours.and_then(|entry| name_of(left, entry.tag().id()));
            of_left.or_else(|| theirs.and_then(|entry| name_of(right, entry.tag().id())))
        };
        let mut first = None;
        if let (Some(l), Some(r)) = (ours, theirs) {
            if is_own_number(left, l) && is_own_number(right, r) {
                return Ok(());
            }
            match self.values(left, l, right, r) {
                Err(error) => return self.unreadable(left, right, error),
                Ok(Values::Differ(at)) => first = at,
                Ok(Values::Same) => {
                    let (before, after) = (l.attributes(), r.attributes());
                    if !self.options.attributes || before == after {
                        return Ok(());
                    }
                    let (name, tag) = (name(), l.tag());
                    let what = What::Attributes { name, tag, left: before, right: after };
                    return self.differ(left, right, what);
                }
            }
        }
        let what = What::Property {
            name: name(),
            left: ours.map(|entry| side(left, entry)).transpose()?,
            right: theirs.map(|entry| side(right, entry)).transpose()?,
            first,
        };
        self.differ(left, right, what)
    }

    fn values<A: Store, B: Store>(
        &self,
        left: &Object<'_, A>,
        ours: &Entry,
        right: &Object<'_, B>,
        theirs: &Entry,
    ) -> Result<Values, Error> {
        let (l, r) = (ours.tag(), theirs.tag());
        let kind = l.kind();
        if kind != r.kind() {
            return Ok(Values::Differ(None));
        }
        if let Some(size) = kind.fixed_size() {
            let (x, y) = (ours.fixed(), theirs.fixed());
            let same = x.get(..size) == y.get(..size)
                // Any number but 0 is true.
                || PropValue::from_fixed(kind, x) == PropValue::from_fixed(kind, y);
            return Ok(if same { Values::Same } else { Values::Differ(None) });
        }
        if kind == PropType::OBJECT {
            let same = ours.object_kind() == theirs.object_kind();
            return Ok(if same { Values::Same } else { Values::Differ(None) });
        }
        let at = match bytes(left, l, right, r)? {
            Bytes::Same if is_read_alike(left, right, l) => return Ok(Values::Same),
            Bytes::Same => None,
            Bytes::Differ(at) => Some(at),
        };
        let differ = Values::Differ(at.filter(|_| has_offsets(kind)));
        if has_offsets(kind) {
            let is_rtf = l == tags::PR_RTF_COMPRESSED && !self.options.compressed_rtf;
            let same = is_rtf && rtf(left, l).is_some_and(|rtf| Some(rtf) == self::rtf(right, r));
            return Ok(if same { Values::Same } else { differ });
        }
        // Terminators, lengths that are off, another code page: what is read counts. Of what
        // cannot be decoded the bytes do.
        let (Ok(x), Ok(y)) = (left.value(ours), right.value(theirs)) else { return Ok(differ) };
        let same = x.value == y.value && !is_lossy(&x.value);
        Ok(if same { Values::Same } else { differ })
    }
}

/// Whether the value is bytes, in which there are offsets.
fn has_offsets(kind: PropType) -> bool {
    let is_text = matches!(kind, PropType::STRING8 | PropType::UNICODE | PropType::CLSID);
    !is_text && !kind.is_multi()
}

/// Whether the same bytes are the same text on both sides.
fn is_read_alike<A: Store, B: Store>(
    left: &Object<'_, A>,
    right: &Object<'_, B>,
    tag: PropTag,
) -> bool {
    // Any byte beyond ASCII, which reads the same in all pages.
    tag.kind().base() != PropType::STRING8
        || left.page_for(tag, &[0x80]) == right.page_for(tag, &[0x80])
}

fn is_lossy(value: &PropValue<'_>) -> bool {
    value.as_text().is_some_and(|text| text.lossy)
        || value.as_texts().is_some_and(|texts| texts.iter().any(|text: &Text<'_>| text.lossy))
}

/// Compares the streams of a value; if it is a list, those of its items too.
fn bytes<A: Store, B: Store>(
    left: &Object<'_, A>,
    l: PropTag,
    right: &Object<'_, B>,
    r: PropTag,
) -> Result<Bytes, Error> {
    let both = |name: StreamName, other: StreamName| {
        let ours = left.store().child(left.node(), &name);
        let theirs = right.store().child(right.node(), &other);
        match (ours, theirs) {
            (Some(ours), Some(theirs)) => compare_streams((left, &ours), (right, &theirs)),
            // Without a stream there is no value, on both sides.
            (None, None) => Ok(Bytes::Same),
            _ => Ok(Bytes::Differ(0)),
        }
    };
    let whole = both(StreamName::value(l), StreamName::value(r))?;
    if !l.kind().has_item_streams() || matches!(whole, Bytes::Differ(_)) {
        return Ok(whole);
    }
    let lengths = size_of(left, l).unwrap_or(0);
    let count = if l.kind() == PropType::MV_BINARY { lengths / 8 } else { lengths / 4 };
    for index in 0..u32::try_from(count).unwrap_or(u32::MAX) {
        left.budget().proceed().map_err(|e| left.error(Some(l), e))?;
        let item = both(StreamName::item(l, index), StreamName::item(r, index))?;
        if matches!(item, Bytes::Differ(_)) {
            return Ok(item);
        }
    }
    Ok(whole)
}

/// Bytes in the stream of a value.
fn size_of<S: Store>(object: &Object<'_, S>, tag: PropTag) -> Option<u64> {
    let stream = object.store().child(object.node(), &StreamName::value(tag))?;
    let stat = object.store().stat(&stream)?;
    (stat.kind == EntryKind::Stream).then_some(stat.size)
}

/// Bytes of a value that is shown without having been decoded.
const LONG: u64 = 1 << 16;

/// A property as it is shown.
fn side<'v, S: Store>(object: &Object<'v, S>, entry: &Entry) -> Result<Side<'v>, Stop> {
    let (tag, attributes) = (entry.tag(), entry.attributes());
    let size = size_of(object, tag).unwrap_or(0);
    let done = |value| Ok(Side { tag, attributes, value });
    if tag == tags::PR_RTF_COMPRESSED
        && let Some(rtf) = rtf(object, tag)
    {
        return done(Value::Rtf(rtf.into()));
    }
    if size > LONG && has_offsets(tag.kind()) {
        return done(Value::Stream { size });
    }
    match object.value(entry) {
        Ok(property) => done(Value::Decoded(property.value)),
        Err(error) => {
            pass(error)?;
            done(Value::Stream { size })
        }
    }
}

/// Decompressed RTF, without the NUL that some writers compress with it.
fn rtf<S: Store>(object: &Object<'_, S>, tag: PropTag) -> Option<Vec<u8>> {
    let bytes = object.raw(tag).ok()??;
    let mut rtf = openimsg_rtf::decompress(&bytes, object.budget()).ok()?.rtf;
    // The comparison holds two of them at most, and only while it looks at them.
    object.budget().release(Limit::DecodedBytes, u64::try_from(rtf.len()).unwrap_or(u64::MAX));
    if rtf.last() == Some(&0) {
        rtf.pop();
    }
    Some(rtf)
}
