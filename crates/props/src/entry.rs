//! The 16-byte entry of a property stream ([MS-OXMSG] 2.4.2).

use std::fmt;

use openimsg_base::DefectKind;
use zerocopy::little_endian::U32;
use zerocopy::{FromBytes, Immutable, IntoBytes, KnownLayout, Unaligned};

use crate::defects::DECLARED_SIZE;
use crate::{ObjectKind, PropTag, PropType};

/// One property as it stands in a property stream: 16 bytes, looked at in place.
///
/// A short value of fixed width stands in the entry; of every other the entry holds the size,
/// and the value is in a stream (or storage) of its own ([`StreamName`](crate::StreamName)).
#[derive(
    Clone, Copy, PartialEq, Eq, Hash, FromBytes, IntoBytes, KnownLayout, Immutable, Unaligned,
)]
#[repr(C)]
pub struct Entry {
    /// Type in the low word, identifier in the high word.
    tag: U32,
    /// What may be done to the property: [`Attributes`].
    flags: U32,
    /// The value, or its size and a reserved number ([MS-OXMSG] 2.4.2.1, 2.4.2.2).
    value: [u8; 8],
}

const _: () = assert!(size_of::<Entry>() == 16 && align_of::<Entry>() == 1);

impl Entry {
    /// What the size field of a PT_OBJECT holds: the size of a storage is not known.
    pub const OBJECT_SIZE: u32 = u32::MAX;

    /// An entry with its eight value bytes, such as those of
    /// [`Encoded::inline`](field@crate::Encoded::inline).
    #[must_use]
    pub const fn new(tag: PropTag, attributes: Attributes, value: [u8; 8]) -> Self {
        let flags = U32::from_bytes(attributes.0.to_le_bytes());
        Entry { tag: U32::from_bytes(tag.0.to_le_bytes()), flags, value }
    }

    /// Which property this is.
    #[must_use]
    pub const fn tag(&self) -> PropTag {
        PropTag(u32::from_le_bytes(self.tag.to_bytes()))
    }

    /// What may be done to it.
    #[must_use]
    pub const fn attributes(&self) -> Attributes {
        Attributes(u32::from_le_bytes(self.flags.to_bytes()))
    }

    /// The eight value bytes. Those that a shorter value does not need hold junk in many files.
    #[must_use]
    pub const fn fixed(&self) -> [u8; 8] {
        self.value
    }

    /// For values in streams: the size field. Never trust it (see [`Entry::size_defect`]); the
    /// length of the stream counts.
    #[must_use]
    pub const fn declared_size(&self) -> u32 {
        let [a, b, c, d, ..] = self.value;
        u32::from_le_bytes([a, b, c, d])
    }

    /// For values in streams: the number beside the size. Only the low word means something.
    #[must_use]
    pub const fn reserved(&self) -> u32 {
        let [.., a, b, c, d] = self.value;
        u32::from_le_bytes([a, b, c, d])
    }

    /// For a PT_OBJECT: what its storage holds, by the low word of [`Entry::reserved`].
    #[must_use]
    pub const fn object_kind(&self) -> ObjectKind {
        let [.., a, b, _, _] = self.value;
        ObjectKind(u16::from_le_bytes([a, b]))
    }

    /// The defect, if the size field does not fit a stream of `actual` bytes (for multi-valued
    /// text and bytes: the stream of lengths).
    ///
    /// Text counts two bytes (PT_UNICODE) or one (PT_STRING8) more than are stored, by many
    /// writers none: both are accepted. Values in the entry and PT_OBJECT have no size to check.
    #[must_use]
    pub fn size_defect(&self, actual: u64) -> Option<&'static DefectKind> {
        let kind = self.tag().kind();
        if kind.fixed_size().is_some() || kind == PropType::OBJECT {
            return None;
        }
        let uncounted = u64::from(self.declared_size()).checked_sub(actual);
        let terminator = match kind {
            PropType::UNICODE => 2,
            PropType::STRING8 => 1,
            _ => 0,
        };
        let sound = uncounted == Some(0) || uncounted == Some(terminator);
        (!sound).then_some(&DECLARED_SIZE)
    }
}

/// What may be done to a property ([MS-OXMSG] 2.4.2, "Flags"). Bits without a name are kept.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Attributes(pub u32);

impl Attributes {
    /// It cannot be deleted.
    pub const MANDATORY: Attributes = Attributes(1);
    /// It can be read.
    pub const READABLE: Attributes = Attributes(2);
    /// It can be set.
    pub const WRITEABLE: Attributes = Attributes(4);
    /// Readable and writeable, as nearly all properties of real files are.
    pub const READ_WRITE: Attributes = Attributes(6);

    /// Whether all bits of `other` are set.
    #[must_use]
    pub const fn contains(self, other: Attributes) -> bool {
        self.0 & other.0 == other.0
    }

    /// The bits of both.
    #[must_use]
    pub const fn with(self, other: Attributes) -> Attributes {
        Attributes(self.0 | other.0)
    }
}

impl fmt::Debug for Attributes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:#x}", self.0)
    }
}

impl fmt::Debug for Entry {
    /// Tag and attributes: the value bytes may be content.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Entry({}, {:?})", self.tag(), self.attributes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_its_sixteen_bytes() {
        let bytes = [0x0D, 0, 1, 0x37, 6, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 1, 0, 0x6C, 0];
        let entry = Entry::read_from_bytes(&bytes).unwrap();
        assert_eq!(entry.tag(), PropTag(0x3701_000D));
        assert!(entry.attributes().contains(Attributes::READ_WRITE));
        assert!(!entry.attributes().contains(Attributes::MANDATORY));
        assert_eq!(entry.declared_size(), Entry::OBJECT_SIZE);
        // The high word is garbage in real files.
        assert_eq!((entry.reserved(), entry.object_kind()), (0x006C_0001, ObjectKind::MESSAGE));
        assert_eq!(Entry::new(entry.tag(), entry.attributes(), entry.fixed()).as_bytes(), bytes);
        assert_eq!(format!("{entry:?}"), "Entry(3701000D, 0x6)");
    }

    #[test]
    fn sizes_of_text_may_count_a_terminator_that_is_not_stored() {
        let entry = |kind: PropType, size: u32| {
            let [a, b, c, d] = size.to_le_bytes();
            let tag = PropTag::new(crate::PropId(0x37), kind);
            Entry::new(tag, Attributes::READ_WRITE, [a, b, c, d, 3, 0, 0, 0])
        };
        for (kind, declared, actual, sound) in [
            (PropType::UNICODE, 12, 10, true),
            (PropType::UNICODE, 10, 10, true),
            (PropType::UNICODE, 11, 10, false),
            (PropType::STRING8, 11, 10, true),
            (PropType::STRING8, 10, 10, true),
            (PropType::STRING8, 12, 10, false),
            (PropType::STRING8, 9, 10, false),
            (PropType::BINARY, 10, 10, true),
            (PropType::BINARY, 11, 10, false),
            (PropType::MV_UNICODE, 8, 8, true),
            (PropType::LONG, 77, 0, true),
            (PropType::OBJECT, u32::MAX, 0, true),
        ] {
            let found = entry(kind, declared).size_defect(actual);
            assert_eq!(found, (!sound).then_some(&DECLARED_SIZE), "{kind} {declared}");
        }
    }

    #[test]
    fn attributes_add_up() {
        let both = Attributes::MANDATORY.with(Attributes::READABLE);
        assert!(both.contains(Attributes::MANDATORY) && both.contains(Attributes::READABLE));
        assert!(!both.contains(Attributes::WRITEABLE));
        assert_eq!(Attributes::READABLE.with(Attributes::WRITEABLE), Attributes::READ_WRITE);
    }
}
