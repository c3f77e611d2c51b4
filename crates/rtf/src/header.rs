//! The 16 bytes before the contents.

use std::fmt;

use openimsg_base::Cursor;

use crate::Error;

/// The header ([MS-OXRTFCP] 2.1.3.1.1): four little-endian numbers, as stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Header {
    /// COMPSIZE: bytes after this field, so the length of the contents plus 12.
    pub comp_size: u32,
    /// RAWSIZE: length of the text in bytes. Outlook stores COMPSIZE here for [`CompType::MELA`].
    pub raw_size: u32,
    /// COMPTYPE.
    pub comp_type: CompType,
    /// CRC: [`crc`](crate::crc()) of the contents; 0 for [`CompType::MELA`].
    pub crc: u32,
}

impl Header {
    /// Length of a header in bytes.
    pub const LEN: usize = 16;

    /// Takes the header off the front of `input`; returns it and what follows.
    ///
    /// # Errors
    /// [`Error::TooShort`]. Any values are taken.
    pub fn parse(input: &[u8]) -> Result<(Header, &[u8]), Error> {
        let mut cursor = Cursor::new(input);
        let mut next = || cursor.u32().map_err(|_| Error::TooShort { found: input.len() });
        let header = Header {
            comp_size: next()?,
            raw_size: next()?,
            comp_type: CompType(next()?),
            crc: next()?,
        };
        Ok((header, cursor.rest()))
    }

    /// The header of `contents` bytes that stand for `raw` bytes of text.
    pub(crate) fn of(comp_type: CompType, contents: usize, raw: usize, crc: u32) -> Header {
        let size = |len: usize| u32::try_from(len).unwrap_or(u32::MAX);
        Header {
            // COMPSIZE counts the header's other three fields.
            comp_size: size(contents.saturating_add(12)),
            raw_size: size(raw),
            comp_type,
            crc,
        }
    }

    /// The 16 bytes as they are stored.
    #[must_use]
    pub fn to_bytes(&self) -> [u8; Header::LEN] {
        let Header { comp_size, raw_size, comp_type, crc } = *self;
        let mut bytes = [0; Header::LEN];
        let (places, _) = bytes.as_chunks_mut();
        for (place, field) in places.iter_mut().zip([comp_size, raw_size, comp_type.0, crc]) {
            *place = field.to_le_bytes();
        }
        bytes
    }

    /// Length of the contents that COMPSIZE declares.
    pub(crate) fn contents_len(&self) -> usize {
        // COMPSIZE counts the header's other three fields.
        usize::try_from(self.comp_size.saturating_sub(12)).unwrap_or(usize::MAX)
    }
}

/// How the contents are compressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CompType(pub u32);

impl CompType {
    /// Compressed: "LZFu".
    pub const LZFU: CompType = CompType(0x7546_5A4C);
    /// Not compressed: "MELA".
    pub const MELA: CompType = CompType(0x414C_454D);
}

impl fmt::Display for CompType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            CompType::LZFU => f.write_str("LZFu"),
            CompType::MELA => f.write_str("MELA"),
            CompType(other) => write!(f, "{other:#010x}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sixteen_bytes_and_no_less() {
        let input = b"\x1A\0\0\0\x1C\0\0\0MELA\x01\0\0\x80rest";
        let (header, rest) = Header::parse(input).unwrap();
        let expected =
            Header { comp_size: 26, raw_size: 28, comp_type: CompType::MELA, crc: 0x8000_0001 };
        assert_eq!((header, rest), (expected, &b"rest"[..]));
        assert_eq!(header.to_bytes()[..], input[..Header::LEN]);
        for len in 0..Header::LEN {
            assert_eq!(Header::parse(&input[..len]), Err(Error::TooShort { found: len }));
        }
        assert_eq!(CompType(0x1234).to_string(), "0x00001234");
        for name in ["LZFu", "MELA"] {
            let code = u32::from_le_bytes(name.as_bytes().try_into().unwrap());
            assert_eq!(CompType(code).to_string(), name);
        }
    }
}
