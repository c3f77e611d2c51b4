//! Names of storages and streams.

use std::cmp::Ordering;
use std::fmt;

use crate::name_order::compare_fields;
use crate::name_rank::{USUAL, USUAL_LEN};
use crate::raw::{DirectoryEntry, MAX_NAME_LEN};
use crate::upper_case::upper_case;

/// The name of a storage or stream as stored: at most 31 UTF-16 units ([MS-CFB] 2.6.1).
///
/// Names compare as the format does ([MS-CFB] 2.6.4): the shorter is the lesser, then unit by
/// unit after upper-casing; `Eq` and `Hash` follow. The stored case is kept.
///
/// ```
/// use openimsg_storage::Name;
/// let name: Name = "Zeta".parse().unwrap();
/// assert_eq!(name, "ZETA".parse().unwrap());
/// assert!(name < "alpha".parse().unwrap(), "shorter first");
/// assert_eq!(name.to_string(), "Zeta");
/// ```
#[derive(Clone, Copy)]
pub struct Name {
    /// UTF-16LE, zero after the end.
    bytes: [u8; 64],
    /// In units.
    len: u8,
}

/// The name of the root storage ([MS-CFB] 2.6.2).
pub(crate) static ROOT_NAME: Name = Name {
    bytes: *b"R\0o\0o\0t\0 \0E\0n\0t\0r\0y\0\0\0\0\0\0\0\0\0\0\0\0\0\
    \0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
    len: 10,
};

/// A name that no storage or stream can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NameError {
    /// The name is empty.
    #[error("a name has at least one character")]
    Empty,
    /// The name has more than 31 UTF-16 units.
    #[error("a name has at most 31 UTF-16 units, not {0}")]
    TooLong(usize),
    /// The name holds one of `/ \ : !` or a NUL.
    #[error("a name cannot hold any of / \\ : ! or a NUL")]
    Forbidden,
}

impl Name {
    /// Reads the name of a directory entry. A wrong length is clamped to what fits, and to the
    /// first zero unit.
    #[must_use]
    pub fn of_entry(entry: &DirectoryEntry) -> Name {
        let len = entry_len(entry);
        let mut bytes = entry.name;
        let units = bytes.as_chunks_mut::<2>().0;
        units.get_mut(len..).unwrap_or_default().fill([0; 2]);
        Name { bytes, len: u8::try_from(len).unwrap_or(0) }
    }

    /// `__substg1.0_` and a number in eight hexadecimal digits: what most streams of a message are
    /// called, by the tag of the property that they hold ([MS-OXMSG] 2.1.3).
    ///
    /// ```
    /// use openimsg_storage::Name;
    /// assert_eq!(Name::of_value(0x0037_001F).to_string(), "__substg1.0_0037001F");
    /// ```
    #[must_use]
    pub fn of_value(tag: u32) -> Name {
        const EACH: u64 = 0x0001_0001_0001_0001;
        // Four digits, a unit each, the first in the lowest.
        let four = |half: u32| {
            let digit = |shift: u32| u64::from(half >> shift & 0xF);
            let digits = digit(12) | digit(8) << 16 | digit(4) << 32 | digit(0) << 48;
            // Letters follow 7 after the figures.
            let letters = digits.wrapping_add(EACH.wrapping_mul(6)) >> 4 & EACH;
            let ascii = digits.wrapping_add(EACH.wrapping_mul(b'0'.into()));
            ascii.wrapping_add(letters.wrapping_mul(7)).to_le_bytes()
        };
        let mut bytes = USUAL;
        let ends = bytes.as_chunks_mut::<8>().0.iter_mut().skip(3);
        for (end, half) in ends.zip([tag >> 16, tag & 0xFFFF]) {
            *end = four(half);
        }
        Name { bytes, len: u8::try_from(USUAL_LEN).unwrap_or(0) }
    }

    /// A name to look up; nothing if no entry can have it.
    pub(crate) fn for_lookup(text: &str) -> Option<Name> {
        let mut name = Name { bytes: [0; 64], len: u8::try_from(text.len()).ok()? };
        if text.len() > MAX_NAME_LEN || !text.is_ascii() {
            return text.parse().ok();
        }
        let slots = name.bytes.as_chunks_mut::<2>().0;
        for (slot, byte) in slots.iter_mut().zip(text.bytes()) {
            *slot = [byte, 0];
        }
        Some(name)
    }

    /// The name of the first `len` of these ASCII characters; zeros stand behind them.
    pub(crate) fn of_ascii(characters: &[u8; MAX_NAME_LEN], len: u8) -> Name {
        // Four units at a time; compilers take single bytes to pieces.
        let spread = |four: [u8; 4]| {
            let four = u64::from(u32::from_le_bytes(four));
            let two = (four | four << 16) & 0x0000_FFFF_0000_FFFF;
            ((two | two << 8) & 0x00FF_00FF_00FF_00FF).to_le_bytes()
        };
        let mut bytes = [0; 64];
        let mut units = bytes.as_chunks_mut::<8>().0.iter_mut();
        let (fours, last) = characters.as_chunks::<4>();
        for (four, units) in fours.iter().zip(&mut units) {
            *units = spread(*four);
        }
        if let (Some(units), [a, b, c]) = (units.next(), last) {
            *units = spread([*a, *b, *c, 0]);
        }
        Name { bytes, len }
    }

    /// The least name of `len` units that begins with `prefix`: nothing but zeros behind that.
    pub(crate) fn least(prefix: &str, len: usize) -> Name {
        let name =
            Name::for_lookup(prefix).unwrap_or_else(|| Name::from_units(prefix.encode_utf16()));
        Name { len: u8::try_from(len.min(MAX_NAME_LEN)).unwrap_or(0), ..name }
    }

    /// The UTF-16 units as stored.
    pub fn units(&self) -> impl DoubleEndedIterator<Item = u16> + '_ {
        units(&self.bytes).take(usize::from(self.len))
    }

    /// The UTF-16LE units as stored.
    pub(crate) fn stored(&self) -> &[[u8; 2]] {
        self.bytes.as_chunks().0.get(..self.len()).unwrap_or_default()
    }

    /// Number of UTF-16 units, 0 to 31.
    #[must_use]
    pub fn len(&self) -> usize {
        usize::from(self.len)
    }

    /// Whether there are no units; only damaged files have such names.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The stored field: UTF-16LE, filled up with zeros ([MS-CFB] 2.6.1).
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; 64] {
        &self.bytes
    }

    /// Whether the name begins with `prefix`, upper and lower case being the same.
    #[must_use]
    pub fn starts_with(&self, prefix: &str) -> bool {
        let mut own = self.units();
        prefix.encode_utf16().all(|unit| own.next().is_some_and(|u| fold(u) == fold(unit)))
    }

    /// Whether the format allows this name: not empty, none of `/ \ : !` and no NUL,
    /// sound UTF-16.
    #[must_use]
    pub fn is_legal(&self) -> bool {
        !self.is_empty()
            && !self.units().any(is_forbidden)
            && char::decode_utf16(self.units()).all(|c| c.is_ok())
    }

    /// Any units at all, cut at 31: what a damaged file can hold.
    #[must_use]
    pub fn from_units(source: impl IntoIterator<Item = u16>) -> Name {
        let mut name = Name { bytes: [0; 64], len: 0 };
        let slots = name.bytes.as_chunks_mut::<2>().0;
        for (slot, unit) in slots.iter_mut().take(MAX_NAME_LEN).zip(source) {
            *slot = unit.to_le_bytes();
            name.len = name.len.saturating_add(1);
        }
        name
    }
}

impl std::str::FromStr for Name {
    type Err = NameError;

    fn from_str(text: &str) -> Result<Name, NameError> {
        match text.encode_utf16().count() {
            0 => Err(NameError::Empty),
            len @ (32..) => Err(NameError::TooLong(len)),
            _ if text.encode_utf16().any(is_forbidden) => Err(NameError::Forbidden),
            _ => Ok(Name::from_units(text.encode_utf16())),
        }
    }
}

impl fmt::Display for Name {
    /// Lone surrogates print as U+FFFD.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        char::decode_utf16(self.units())
            .try_for_each(|c| fmt::Write::write_char(f, c.unwrap_or(char::REPLACEMENT_CHARACTER)))
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.to_string(), f)
    }
}

impl PartialEq for Name {
    fn eq(&self, other: &Name) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Name {}

impl std::hash::Hash for Name {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.units().for_each(|unit| fold(unit).hash(state));
    }
}

impl PartialOrd for Name {
    fn partial_cmp(&self, other: &Name) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Name {
    fn cmp(&self, other: &Name) -> Ordering {
        self.len.cmp(&other.len).then_with(|| compare_fields(&self.bytes, &other.bytes, self.len()))
    }
}

/// Number of units of an entry's name: what the length field says, clamped to the field and to
/// the first zero unit.
#[inline]
pub(crate) fn entry_len(entry: &DirectoryEntry) -> usize {
    let declared = (usize::from(entry.name_len.get()) / 2).saturating_sub(1).min(MAX_NAME_LEN);
    let last = entry.name.as_chunks::<2>().0.get(declared.wrapping_sub(1));
    // A zero within a name is possible only in damaged files; a set last unit rules out the
    // common damage, a length that is too large.
    if last.is_some_and(|unit| *unit != [0, 0]) { declared } else { shortened(entry, declared) }
}

#[cold]
fn shortened(entry: &DirectoryEntry, declared: usize) -> usize {
    units(&entry.name).take(declared).take_while(|unit| *unit != 0).count()
}

/// The units of an entry's name, as many as [`entry_len`] says.
pub(crate) fn stored_units(entry: &DirectoryEntry) -> impl DoubleEndedIterator<Item = u16> + '_ {
    units(&entry.name).take(entry_len(entry))
}

fn units(field: &[u8; 64]) -> impl DoubleEndedIterator<Item = u16> + ExactSizeIterator + '_ {
    field.as_chunks::<2>().0.iter().map(|unit| u16::from_le_bytes(*unit))
}

/// Simple upper-casing of one unit ([MS-CFB] 2.6.4).
pub(crate) fn fold(unit: u16) -> u16 {
    match u8::try_from(unit) {
        Ok(byte) if byte.is_ascii() => u16::from(byte.to_ascii_uppercase()),
        _ => upper_case(unit),
    }
}

pub(crate) fn is_forbidden(unit: u16) -> bool {
    matches!(unit, 0 | 0x2F | 0x5C | 0x3A | 0x21)
}

#[cfg(test)]
mod tests {
    use super::*;
    use zerocopy::FromZeros;
    use zerocopy::little_endian::U16;

    #[test]
    fn what_cannot_be_a_name() {
        for (text, error) in [
            ("", NameError::Empty),
            ("a/b", NameError::Forbidden),
            ("a!", NameError::Forbidden),
            ("12345678901234567890123456789012", NameError::TooLong(32)),
        ] {
            assert_eq!(text.parse::<Name>().unwrap_err(), error);
        }
    }

    #[test]
    fn damaged_entry_names_are_clamped() {
        let mut entry = DirectoryEntry::new_zeroed();
        entry.name.fill(b'A');
        for (declared, len) in [(0, 0), (1, 0), (2, 0), (3, 0), (64, 31), (66, 31), (0xFFFF, 31)] {
            entry.name_len = U16::new(declared);
            assert_eq!(Name::of_entry(&entry).len(), len, "{declared}");
        }
        entry.name[4..].fill(0);
        entry.name_len = U16::new(64);
        assert_eq!(Name::of_entry(&entry).len(), 2);
    }
}
