//! Names of the streams and storages that hold properties, recipients and attachments
//! ([MS-OXMSG] 2.1 to 2.4), without allocation.

use std::fmt;
use std::ops::Deref;

use crate::PropTag;
use crate::tag::{parse_hex, parse_hex_units};

/// The property stream of a message, recipient or attachment.
pub const PROPERTIES_STREAM: &str = "__properties_version1.0";
/// The storage of the name map, in the root storage only.
pub const NAMEID_STORAGE: &str = "__nameid_version1.0";

const VALUE: &str = "__substg1.0_";
const RECIPIENT: &str = "__recip_version1.0_#";
const ATTACHMENT: &str = "__attach_version1.0_#";
/// The longest name: an attachment's, and as long that of an item of a multi-valued property.
const LONGEST: usize = 29;

/// The name of an element of the compound file: at most 29 ASCII characters, held in place.
///
/// Digits are written in upper case and read in either: names are looked up without regard
/// to case, and some writers use lower case.
///
/// ```
/// use openimsg_props::{PropTag, StreamName, tags};
/// let name = StreamName::value(tags::PR_SUBJECT);
/// assert_eq!(name.as_str(), "__substg1.0_0037001F");
/// assert_eq!(StreamName::parse(&name), Some((tags::PR_SUBJECT, None)));
/// let third = StreamName::item(PropTag(0x8005_101F), 2);
/// assert_eq!(third.as_str(), "__substg1.0_8005101F-00000002");
/// assert_eq!(StreamName::parse(&third), Some((PropTag(0x8005_101F), Some(2))));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StreamName {
    bytes: [u8; LONGEST],
    len: u8,
}

impl StreamName {
    /// What the name of a value's stream begins with; eight hexadecimal digits follow, the tag.
    pub const VALUE_PREFIX: &str = VALUE;
    /// What the name of a recipient's storage begins with; eight hexadecimal digits follow.
    pub const RECIPIENT_PREFIX: &str = RECIPIENT;
    /// What the name of an attachment's storage begins with; eight hexadecimal digits follow.
    pub const ATTACHMENT_PREFIX: &str = ATTACHMENT;

    /// Characters in the name of a value's stream.
    pub const VALUE_LEN: usize = VALUE.len() + 8;
    /// Characters in the name of the stream of one of several values.
    pub const ITEM_LEN: usize = LONGEST;

    /// The stream of a property's value, or of the lengths of its values; for PT_OBJECT the
    /// storage.
    #[must_use]
    pub fn value(tag: PropTag) -> Self {
        StreamName::numbered(b"__substg1.0_00000000", tag.0)
    }

    /// The stream of value `index` of a multi-valued property, counted from 0.
    #[must_use]
    pub fn item(tag: PropTag, index: u32) -> Self {
        let mut name = StreamName::value(tag);
        name.push(b"-");
        name.push(&hex(index));
        name
    }

    /// As a string slice.
    #[must_use]
    pub fn as_str(&self) -> &str {
        let used = self.bytes.get(..usize::from(self.len)).unwrap_or(&[]);
        str::from_utf8(used).unwrap_or("")
    }

    /// Characters in it.
    #[must_use]
    pub fn len(&self) -> usize {
        usize::from(self.len)
    }

    /// Never: each name has its fixed part.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Reads the name of a value's stream: the property, and which of its values if it has
    /// several.
    #[must_use]
    pub fn parse(name: &str) -> Option<(PropTag, Option<u32>)> {
        let (tag, rest) = strip_ignoring_case(name, VALUE)?.split_first_chunk()?;
        let tag = PropTag(parse_hex(tag)?);
        match rest {
            [] => Some((tag, None)),
            [b'-', index @ ..] => Some((tag, Some(parse_hex(index.try_into().ok()?)?))),
            _ => None,
        }
    }

    /// As [`StreamName::parse`], of a name in UTF-16LE that is known to begin with
    /// [`StreamName::VALUE_PREFIX`].
    #[must_use]
    pub fn parse_units(name: &[[u8; 2]]) -> Option<(PropTag, Option<u32>)> {
        let (tag, rest) = name.get(VALUE.len()..)?.split_first_chunk()?;
        let tag = PropTag(parse_hex_units(tag)?);
        match rest {
            [] => Some((tag, None)),
            [[b'-', 0], index @ ..] => Some((tag, Some(parse_hex_units(index.try_into().ok()?)?))),
            _ => None,
        }
    }

    /// A name that ends with a number: the template's zeros are replaced by its digits.
    fn numbered<const N: usize>(template: &[u8; N], number: u32) -> Self {
        let mut name = StreamName { bytes: [0; LONGEST], len: 0 };
        name.push(template);
        if let Some(digits) = name.bytes.get_mut(N.saturating_sub(8)..N) {
            digits.copy_from_slice(&hex(number));
        }
        name
    }

    fn push<const N: usize>(&mut self, part: &[u8; N]) {
        let end = usize::from(self.len).saturating_add(N);
        if let Some(space) = self.bytes.get_mut(usize::from(self.len)..end) {
            space.copy_from_slice(part);
            self.len = u8::try_from(end).unwrap_or(self.len);
        }
    }
}

/// The storage of the recipient with this number, which is its PR_ROWID.
///
/// ```
/// use openimsg_props::{parse_recipient_storage_name, recipient_storage_name};
/// let name = recipient_storage_name(31);
/// assert_eq!(name.as_str(), "__recip_version1.0_#0000001F");
/// assert_eq!(parse_recipient_storage_name(&name), Some(31));
/// ```
#[must_use]
pub fn recipient_storage_name(number: u32) -> StreamName {
    StreamName::numbered(b"__recip_version1.0_#00000000", number)
}

/// The storage of the attachment with this number, which is its PR_ATTACH_NUM.
#[must_use]
pub fn attachment_storage_name(number: u32) -> StreamName {
    StreamName::numbered(b"__attach_version1.0_#00000000", number)
}

/// The number in the name of a recipient's storage, if it is one.
#[must_use]
pub fn parse_recipient_storage_name(name: &str) -> Option<u32> {
    parse_hex(strip_ignoring_case(name, RECIPIENT)?.try_into().ok()?)
}

/// The number in the name of an attachment's storage, if it is one.
#[must_use]
pub fn parse_attachment_storage_name(name: &str) -> Option<u32> {
    parse_hex(strip_ignoring_case(name, ATTACHMENT)?.try_into().ok()?)
}

impl Deref for StreamName {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<str> for StreamName {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Display for StreamName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for StreamName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

/// Eight upper-case hexadecimal digits, all made at once: the reader needs a name for each
/// property.
fn hex(number: u32) -> [u8; 8] {
    // A digit's value in each byte, the first digit in the highest.
    let mut digits = u64::from(number);
    digits = (digits | digits << 16) & 0x0000_FFFF_0000_FFFF;
    digits = (digits | digits << 8) & 0x00FF_00FF_00FF_00FF;
    digits = (digits | digits << 4) & 0x0F0F_0F0F_0F0F_0F0F;
    // 1 in each byte whose digit is a letter; letters follow 7 after the figures.
    let letters = (digits.wrapping_add(0x0606_0606_0606_0606) >> 4) & 0x0101_0101_0101_0101;
    let ascii = digits.wrapping_add(0x3030_3030_3030_3030).wrapping_add(letters.wrapping_mul(7));
    ascii.to_be_bytes()
}

/// What follows `prefix`.
fn strip_ignoring_case<'a>(name: &'a str, prefix: &str) -> Option<&'a [u8]> {
    let (start, rest) = name.as_bytes().split_at_checked(prefix.len())?;
    start.eq_ignore_ascii_case(prefix.as_bytes()).then_some(rest)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names_of_real_files_in_any_case() {
        for name in ["__substg1.0_3701000d", "__SUBSTG1.0_3701000D"] {
            assert_eq!(StreamName::parse(name), Some((PropTag(0x3701_000D), None)));
        }
        assert_eq!(attachment_storage_name(0).as_str(), "__attach_version1.0_#00000000");
        assert_eq!(parse_attachment_storage_name("__attach_VERSION1.0_#0000000a"), Some(10));
        assert_eq!(parse_recipient_storage_name("__attach_version1.0_#0000000a"), None);
    }

    #[test]
    fn what_only_looks_like_a_name_is_none() {
        for name in [
            "",
            "__substg1.0_",
            "__substg1.0_0037001",
            "__substg1.0_0037001F0",
            "__substg1.0_+037001F",
            "__substg0.0_0037001F",
            "__substg1.0_0037001F-",
            "__substg1.0_0037001F-0000000",
            "__substg1.0_0037001F-000000000",
            "__substg1.0_0037001F_00000000",
            "__substg1.ü_0037001F",
            PROPERTIES_STREAM,
            NAMEID_STORAGE,
        ] {
            assert_eq!(StreamName::parse(name), None, "{name}");
            assert_eq!(parse_recipient_storage_name(name), None);
            assert_eq!(parse_attachment_storage_name(name), None);
        }
    }

    #[test]
    fn names_are_read_in_utf16_as_in_text() {
        for name in [
            "__substg1.0_0037001F",
            "__SUBSTG1.0_0037001f",
            "__substg1.0_8001101E-0000000a",
            "__substg1.0_",
            "__substg1.0_+037001F",
            "__substg1.0_0037001F0",
            "__substg1.0_0037001F_00000000",
            "__substg1.0_0037001F-0000000",
            "__substg1.0_0037001F\u{12D}00000000",
            "__substg1.0_\u{130}037001F",
        ] {
            let units: Vec<_> = name.encode_utf16().map(u16::to_le_bytes).collect();
            assert_eq!(StreamName::parse_units(&units), StreamName::parse(name), "{name}");
        }
    }

    #[test]
    fn a_name_is_a_text() {
        let name = StreamName::item(PropTag(0x8001_101E), 1);
        let text = "__substg1.0_8001101E-00000001";
        assert_eq!((name.as_ref(), &*name, name.to_string()), (text, text, text.to_owned()));
        assert_eq!(format!("{name:?}"), format!("{text:?}"));
    }

    proptest! {
        #[test]
        fn every_name_is_read_back(tag: u32, index: u32) {
            let tag = PropTag(tag);
            prop_assert_eq!(StreamName::parse(&StreamName::value(tag)), Some((tag, None)));
            let item = StreamName::item(tag, index);
            prop_assert_eq!(StreamName::parse(&item), Some((tag, Some(index))));
            prop_assert_eq!(item.as_str(), format!("__substg1.0_{:08X}-{index:08X}", tag.0));
            let name = recipient_storage_name(index);
            prop_assert_eq!(parse_recipient_storage_name(&name), Some(index));
            let name = attachment_storage_name(index);
            prop_assert_eq!(parse_attachment_storage_name(&name), Some(index));
        }

        #[test]
        fn any_text_can_be_tried(name: String) {
            let _ = StreamName::parse(&name);
        }
    }
}
