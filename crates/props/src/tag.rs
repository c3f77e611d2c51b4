//! Property identifiers, types and tags ([MS-OXCDATA] 2.9 and 2.11.1).

use std::fmt;
use std::str::FromStr;

/// The number of a property, without its type; the upper half of a [`PropTag`].
///
/// Numbers from 0x8000 to 0xFFFE stand for named properties and mean something only together
/// with the file's name map ([`crate::named`]).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct PropId(pub u16);

impl PropId {
    /// The number that the first named property of a file gets.
    pub const FIRST_NAMED: PropId = PropId(0x8000);

    /// The highest number that a named property can have.
    pub const LAST_NAMED: PropId = PropId(0xFFFE);

    /// Whether the meaning of this number depends on the file's name map.
    #[must_use]
    pub fn is_named(self) -> bool {
        (PropId::FIRST_NAMED..=PropId::LAST_NAMED).contains(&self)
    }
}

impl fmt::Display for PropId {
    /// Four upper-case hexadecimal digits.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04X}", self.0)
    }
}

impl fmt::Debug for PropId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// What kind of value a property has; the lower half of a [`PropTag`] ([MS-OXCDATA] 2.11.1).
///
/// The constants have the names of MAPI without `PT_`. Other values are kept as they are and
/// print in hexadecimal.
///
/// ```
/// use openimsg_props::PropType;
/// assert_eq!(PropType::MV_UNICODE.base(), PropType::UNICODE);
/// assert_eq!(PropType(0x101F).to_string(), "PT_MV_UNICODE");
/// assert_eq!(PropType(0x0BAD).to_string(), "0x0BAD");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct PropType(pub u16);

/// Declares the constants and their names in one list.
macro_rules! prop_types {
    ($($(#[$doc:meta])* $name:ident = $value:literal, $text:literal;)*) => {
        impl PropType {
            $($(#[$doc])* pub const $name: PropType = PropType($value);)*
        }
        const NAMES: &[(PropType, &str)] = &[$((PropType($value), $text),)*];
    };
}

prop_types! {
    /// Any type: asks for the one that is stored; never stored itself.
    UNSPECIFIED = 0x0000, "PT_UNSPECIFIED";
    /// No value.
    NULL = 0x0001, "PT_NULL";
    /// 16-bit signed integer.
    I2 = 0x0002, "PT_I2";
    /// 32-bit signed integer; flag words too.
    LONG = 0x0003, "PT_LONG";
    /// 32-bit floating point number.
    FLOAT = 0x0004, "PT_FLOAT";
    /// 64-bit floating point number.
    DOUBLE = 0x0005, "PT_DOUBLE";
    /// 64-bit count of ten-thousandths ([`Currency`](crate::Currency)).
    CURRENCY = 0x0006, "PT_CURRENCY";
    /// Days since 1899-12-30 ([`AppTime`](crate::AppTime)).
    APPTIME = 0x0007, "PT_APPTIME";
    /// An error code in place of a value ([`SCode`](crate::SCode)).
    ERROR = 0x000A, "PT_ERROR";
    /// 16-bit truth value.
    BOOLEAN = 0x000B, "PT_BOOLEAN";
    /// An object in a storage of its own: an embedded message or OLE data.
    OBJECT = 0x000D, "PT_OBJECT";
    /// 64-bit signed integer.
    I8 = 0x0014, "PT_I8";
    /// Text in a code page ([`crate::string8`]).
    STRING8 = 0x001E, "PT_STRING8";
    /// Text in UTF-16LE.
    UNICODE = 0x001F, "PT_UNICODE";
    /// Point in time ([`FileTime`](openimsg_base::FileTime)).
    SYSTIME = 0x0040, "PT_SYSTIME";
    /// A GUID.
    CLSID = 0x0048, "PT_CLSID";
    /// A server identifier, kept as bytes.
    SVREID = 0x00FB, "PT_SVREID";
    /// A restriction, kept as bytes.
    SRESTRICT = 0x00FD, "PT_SRESTRICT";
    /// Rule actions, kept as bytes.
    ACTIONS = 0x00FE, "PT_ACTIONS";
    /// Bytes.
    BINARY = 0x0102, "PT_BINARY";
    /// Several of [`PropType::I2`].
    MV_I2 = 0x1002, "PT_MV_I2";
    /// Several of [`PropType::LONG`].
    MV_LONG = 0x1003, "PT_MV_LONG";
    /// Several of [`PropType::FLOAT`].
    MV_FLOAT = 0x1004, "PT_MV_FLOAT";
    /// Several of [`PropType::DOUBLE`].
    MV_DOUBLE = 0x1005, "PT_MV_DOUBLE";
    /// Several of [`PropType::CURRENCY`].
    MV_CURRENCY = 0x1006, "PT_MV_CURRENCY";
    /// Several of [`PropType::APPTIME`].
    MV_APPTIME = 0x1007, "PT_MV_APPTIME";
    /// Several of [`PropType::I8`].
    MV_I8 = 0x1014, "PT_MV_I8";
    /// Several of [`PropType::STRING8`].
    MV_STRING8 = 0x101E, "PT_MV_STRING8";
    /// Several of [`PropType::UNICODE`].
    MV_UNICODE = 0x101F, "PT_MV_UNICODE";
    /// Several of [`PropType::SYSTIME`].
    MV_SYSTIME = 0x1040, "PT_MV_SYSTIME";
    /// Several of [`PropType::CLSID`].
    MV_CLSID = 0x1048, "PT_MV_CLSID";
    /// Several of [`PropType::BINARY`].
    MV_BINARY = 0x1102, "PT_MV_BINARY";
}

impl PropType {
    /// The bit that makes a type multi-valued.
    pub const MV_FLAG: u16 = 0x1000;

    /// Whether the bit for several values is set.
    #[must_use]
    pub const fn is_multi(self) -> bool {
        self.0 & PropType::MV_FLAG != 0
    }

    /// The type of one value: the type itself unless it is multi-valued.
    #[must_use]
    pub const fn base(self) -> PropType {
        PropType(self.0 & !PropType::MV_FLAG)
    }

    /// Bytes of the entry's eight that the value takes, 0 to 8, for the types whose value stands
    /// in the property stream itself ([MS-OXMSG] 2.4.2.1); nothing for all others.
    #[must_use]
    pub const fn fixed_size(self) -> Option<usize> {
        match self {
            PropType::NULL => Some(0),
            PropType::I2 | PropType::BOOLEAN => Some(2),
            PropType::LONG | PropType::FLOAT | PropType::ERROR => Some(4),
            PropType::DOUBLE
            | PropType::CURRENCY
            | PropType::APPTIME
            | PropType::I8
            | PropType::SYSTIME => Some(8),
            _ => None,
        }
    }

    /// Bytes of one value in the stream of a multi-valued type of fixed width
    /// ([MS-OXMSG] 2.1.4.1); nothing for all others.
    #[must_use]
    pub const fn element_size(self) -> Option<usize> {
        match self {
            PropType::MV_I2 => Some(2),
            PropType::MV_LONG | PropType::MV_FLOAT => Some(4),
            PropType::MV_DOUBLE
            | PropType::MV_CURRENCY
            | PropType::MV_APPTIME
            | PropType::MV_I8
            | PropType::MV_SYSTIME => Some(8),
            PropType::MV_CLSID => Some(16),
            _ => None,
        }
    }

    /// Whether each value has a stream of its own beside a stream of lengths
    /// ([MS-OXMSG] 2.1.4.2).
    #[must_use]
    pub const fn has_item_streams(self) -> bool {
        matches!(self, PropType::MV_STRING8 | PropType::MV_UNICODE | PropType::MV_BINARY)
    }

    /// Whether this is one of the constants.
    #[must_use]
    pub fn is_known(self) -> bool {
        self.name().is_some()
    }

    /// The MAPI name, such as `PT_LONG`, of a known type.
    #[must_use]
    pub fn name(self) -> Option<&'static str> {
        NAMES.iter().find(|(kind, _)| *kind == self).map(|(_, name)| *name)
    }
}

impl fmt::Display for PropType {
    /// The MAPI name, or the number where there is none.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.name() {
            Some(name) => f.pad(name),
            None => write!(f, "0x{:04X}", self.0),
        }
    }
}

impl fmt::Debug for PropType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Identifier and type of a property in one number ([MS-OXCDATA] 2.9).
///
/// ```
/// use openimsg_props::{PropId, PropTag, PropType, tags};
/// assert_eq!(tags::PR_SUBJECT, PropTag::new(PropId(0x0037), PropType::UNICODE));
/// assert_eq!(tags::PR_SUBJECT.to_string(), "0037001F");
/// assert_eq!("0x0037001e".parse(), Ok(tags::PR_SUBJECT_A));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct PropTag(pub u32);

impl PropTag {
    /// Puts the two halves together.
    #[must_use]
    pub const fn new(id: PropId, kind: PropType) -> Self {
        let ([a, b], [c, d]) = (kind.0.to_le_bytes(), id.0.to_le_bytes());
        PropTag(u32::from_le_bytes([a, b, c, d]))
    }

    /// The upper half.
    #[must_use]
    pub const fn id(self) -> PropId {
        let [_, _, c, d] = self.0.to_le_bytes();
        PropId(u16::from_le_bytes([c, d]))
    }

    /// The lower half.
    #[must_use]
    pub const fn kind(self) -> PropType {
        let [a, b, _, _] = self.0.to_le_bytes();
        PropType(u16::from_le_bytes([a, b]))
    }

    /// The same property with another type.
    #[must_use]
    pub const fn with_kind(self, kind: PropType) -> Self {
        PropTag::new(self.id(), kind)
    }
}

impl fmt::Display for PropTag {
    /// Eight upper-case hexadecimal digits, identifier first.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08X}", self.0)
    }
}

impl fmt::Debug for PropTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The text is not a property tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a property tag is eight hexadecimal digits, with or without 0x")]
pub struct ParseTagError;

impl FromStr for PropTag {
    type Err = ParseTagError;

    fn from_str(text: &str) -> Result<Self, ParseTagError> {
        let digits = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")).unwrap_or(text);
        let digits = <&[u8; 8]>::try_from(digits.as_bytes()).map_err(|_| ParseTagError)?;
        parse_hex(digits).map(PropTag).ok_or(ParseTagError)
    }
}

/// Eight hexadecimal digits of either case, and nothing else.
///
/// All at once: a reader parses the name of each stream.
pub(crate) fn parse_hex(digits: &[u8; 8]) -> Option<u32> {
    /// A byte in each of eight.
    const fn each(byte: u8) -> u64 {
        u64::from_ne_bytes([byte; 8])
    }
    let text = u64::from_be_bytes(*digits);
    // Whether each byte is at least as large: for bytes below 0x80, adding sets the highest bit.
    let at_least = |text: u64, c: u8| text.wrapping_add(each(0x80_u8.wrapping_sub(c)));
    let lower = text | each(0x20);
    let figure = at_least(text, b'0') & !at_least(text, b'9' + 1);
    let letter = at_least(lower, b'a') & !at_least(lower, b'f' + 1);
    if text & each(0x80) != 0 || (figure | letter) & each(0x80) != each(0x80) {
        return None;
    }
    // The last four bits say the figure; a letter's say 9 less than its value.
    let letters = (letter & each(0x80)) >> 7;
    let mut value = (text & each(0x0F)).wrapping_add(letters.wrapping_mul(9));
    // Two digits to a byte, two bytes to 16 bits, then all.
    value = (value | value >> 4) & 0x00FF_00FF_00FF_00FF;
    value = (value | value >> 8) & 0x0000_FFFF_0000_FFFF;
    u32::try_from((value | value >> 16) & 0xFFFF_FFFF).ok()
}

/// Eight hexadecimal digits in UTF-16LE, of either case, and nothing else: the number at the end
/// of the name of a storage or stream ([MS-OXMSG] 2.2).
///
/// ```
/// use openimsg_props::parse_hex_units;
/// assert_eq!(parse_hex_units(&b"0037001f".map(|digit| [digit, 0])), Some(0x0037_001F));
/// assert_eq!(parse_hex_units(&b"+037001F".map(|digit| [digit, 0])), None);
/// ```
#[must_use]
pub fn parse_hex_units(units: &[[u8; 2]; 8]) -> Option<u32> {
    let (words, _) = units.as_flattened().as_chunks::<8>();
    let word = |at: usize| words.get(at).map_or(u64::MAX, |word| u64::from_le_bytes(*word));
    let (first, last) = (word(0), word(1));
    // The low bytes of four units, moved together.
    let narrow = |word: u64| {
        let pairs = (word | word >> 8) & 0x0000_FFFF_0000_FFFF;
        (pairs | pairs >> 16) & 0xFFFF_FFFF
    };
    let digits = (narrow(first) | narrow(last) << 32).to_le_bytes();
    let wide = (first | last) & 0xFF00_FF00_FF00_FF00;
    parse_hex(&digits).filter(|_| wide == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_its_two_halves() {
        let tag = PropTag(0x3701_000D);
        assert_eq!((tag.id(), tag.kind()), (PropId(0x3701), PropType::OBJECT));
        assert_eq!(tag.with_kind(PropType::BINARY), PropTag(0x3701_0102));
        assert_eq!(format!("{tag} {tag:?}"), "3701000D 3701000D");
    }

    #[test]
    fn hexadecimal_digits_are_as_the_standard_library_reads_them() {
        let mut digits = *b"19aF0fA9";
        assert_eq!(parse_hex(&digits), Some(0x19AF_0FA9));
        for place in 0..8 {
            for byte in 0..=255 {
                let before = std::mem::replace(&mut digits[place], byte);
                let expected =
                    digits.iter().try_fold(0, |n, d| Some(n << 4 | char::from(*d).to_digit(16)?));
                assert_eq!(parse_hex(&digits), expected, "{digits:x?}");
                digits[place] = before;
            }
        }
    }

    #[test]
    fn tags_parse_from_eight_digits_only() {
        for good in ["9800FFFF", "0x9800ffff", "0X9800FfFf"] {
            assert_eq!(good.parse(), Ok(PropTag(0x9800_FFFF)));
        }
        for bad in ["", "0x", "+800FFFF", "9800FFF", "9800FFFFF", "9800 FFF", "98ÖFFFF"] {
            assert_eq!(bad.parse::<PropTag>(), Err(ParseTagError), "{bad}");
        }
    }

    #[test]
    fn every_type_is_stored_in_exactly_one_way() {
        for (kind, name) in NAMES {
            let ways = [
                kind.fixed_size().is_some(),
                kind.element_size().is_some(),
                kind.has_item_streams(),
            ];
            assert!(ways.iter().filter(|way| **way).count() <= 1, "{name}");
            assert_eq!(kind.is_multi(), name.starts_with("PT_MV_"), "{name}");
            assert!(kind.is_known() && kind.base().is_known());
        }
        assert!(!PropType(0xFFFF).is_known() && PropType(0xFFFF).fixed_size().is_none());
    }

    #[test]
    fn named_properties_are_known_by_number() {
        assert!(!PropId(0x7FFF).is_named() && !PropId(0xFFFF).is_named());
        assert!(PropId::FIRST_NAMED.is_named() && PropId::LAST_NAMED.is_named());
    }

    #[test]
    fn digits_of_a_name_are_ascii() {
        let mut units = b"0037001f".map(|digit| [digit, 0]);
        assert_eq!(parse_hex_units(&units), Some(0x0037_001F));
        // U+0130 has the low byte of a zero.
        units[0] = [b'0', 1];
        assert_eq!(parse_hex_units(&units), None);
    }

    #[test]
    fn identifiers_and_types_print_as_they_are_written() {
        assert_eq!(format!("{} {:?}", PropId(0x37), PropId(0xABCD)), "0037 ABCD");
        for (kind, text) in [(PropType::LONG, "PT_LONG"), (PropType(0x0BAD), "0x0BAD")] {
            assert_eq!((kind.to_string(), format!("{kind:?}")), (text.to_owned(), text.to_owned()));
        }
    }
}
