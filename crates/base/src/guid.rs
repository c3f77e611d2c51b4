//! Globally unique identifiers as stored.

use std::fmt;
use std::str::FromStr;

use zerocopy::{FromBytes, Immutable, IntoBytes, KnownLayout, Unaligned};

/// A GUID in its stored form: three little-endian numbers, then eight bytes ([MS-DTYP] 2.3.4.2).
///
/// Prints and parses the form that registries use, with braces and upper-case digits:
///
/// ```
/// use openimsg_base::Guid;
/// let ps_mapi: Guid = "{00020328-0000-0000-C000-000000000046}".parse().unwrap();
/// assert_eq!(ps_mapi, Guid::from_u128(0x00020328_0000_0000_C000_000000000046));
/// assert_eq!(ps_mapi.as_bytes()[..4], [0x28, 0x03, 0x02, 0x00]);
/// assert_eq!(ps_mapi.to_string(), "{00020328-0000-0000-C000-000000000046}");
/// ```
#[derive(
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Default,
    FromBytes,
    IntoBytes,
    KnownLayout,
    Immutable,
    Unaligned,
)]
#[repr(transparent)]
pub struct Guid([u8; 16]);

impl Guid {
    /// The GUID whose bits are all zero.
    pub const NULL: Guid = Guid([0; 16]);

    /// From the 16 bytes as they stand in a file.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Guid(bytes)
    }

    /// From the digits in the order in which they are written.
    #[must_use]
    pub const fn from_u128(digits: u128) -> Self {
        let [a, b, c, d, e, f, g, h, tail @ ..] = digits.to_be_bytes();
        let [i, j, k, l, m, n, o, p] = tail;
        Guid([d, c, b, a, f, e, h, g, i, j, k, l, m, n, o, p])
    }

    /// The 16 bytes as they stand in a file.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }

    /// The digits in the order in which they are written.
    #[must_use]
    pub const fn to_u128(self) -> u128 {
        // Swapping the three little-endian numbers is its own inverse.
        u128::from_be_bytes(Guid::from_u128(u128::from_be_bytes(self.0)).0)
    }

    /// Whether all bits are zero.
    #[must_use]
    pub fn is_null(&self) -> bool {
        *self == Guid::NULL
    }
}

impl fmt::Display for Guid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [a, b, c, d, e, f1, g, h, i, j, k, l, m, n, o, p] = self.to_u128().to_be_bytes();
        write!(
            f,
            "{{{a:02X}{b:02X}{c:02X}{d:02X}-{e:02X}{f1:02X}-{g:02X}{h:02X}-{i:02X}{j:02X}-\
             {k:02X}{l:02X}{m:02X}{n:02X}{o:02X}{p:02X}}}"
        )
    }
}

impl fmt::Debug for Guid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The text is not a GUID.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a GUID is 32 hexadecimal digits in groups of 8-4-4-4-12, with or without braces")]
pub struct ParseGuidError;

impl FromStr for Guid {
    type Err = ParseGuidError;

    fn from_str(text: &str) -> Result<Self, ParseGuidError> {
        let text = match text.strip_prefix('{') {
            Some(inner) => inner.strip_suffix('}').ok_or(ParseGuidError)?,
            None => text,
        };
        let groups = text.split('-').map(str::len);
        let all_hex = text.bytes().all(|b| b == b'-' || b.is_ascii_hexdigit());
        if !all_hex || !groups.eq([8, 4, 4, 4, 12]) {
            return Err(ParseGuidError);
        }
        let digits: String = text.chars().filter(|c| *c != '-').collect();
        u128::from_str_radix(&digits, 16).map(Guid::from_u128).map_err(|_| ParseGuidError)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_one_is_null() {
        assert!(Guid::NULL.is_null() && !Guid::from_u128(1).is_null());
        assert_eq!(format!("{:?}", Guid::NULL), Guid::NULL.to_string());
    }

    #[test]
    fn only_the_registry_form_parses() {
        let guid = Guid::from_u128(0x0123_4567_89AB_CDEF_0123_4567_89AB_CDEF);
        assert_eq!("01234567-89ab-cdef-0123-456789abcdef".parse(), Ok(guid));
        assert_eq!(guid.to_string().parse(), Ok(guid));
        for bad in [
            "",
            "{",
            "{01234567-89ab-cdef-0123-456789abcdef",
            "01234567-89ab-cdef-0123-456789abcdeg",
            "0123456789abcdef0123456789abcdef",
            "+1234567-89ab-cdef-0123-456789abcdef",
            "01234567-89ab-cdef-0123-456789abcdef-",
        ] {
            assert_eq!(bad.parse::<Guid>(), Err(ParseGuidError), "{bad}");
        }
    }

    #[test]
    fn bytes_are_those_of_the_file() {
        let bytes = *b"\x28\x03\x02\0\x01\0\x02\0\xC0\0\0\0\0\0\0\x46";
        let guid = Guid::from_bytes(bytes);
        assert_eq!(guid.to_string(), "{00020328-0001-0002-C000-000000000046}");
        assert_eq!(guid.as_bytes(), &bytes);
    }
}
