//! From RTF to the stored form.

use crate::lzfu::encode;
use crate::{CompType, Header, crc};

/// Compresses `rtf` for `PidTagRtfCompressed` ([MS-OXRTFCP] 2.1.3.2).
///
/// Each item is the longest match with what stands up to 4095 bytes before it, the preset words
/// included, as the specification describes it and Outlook does it: sizes are the same, though
/// among equally long matches Outlook mostly takes others. What comes out depends on nothing but
/// `rtf`. Time is proportional to the length of `rtf`, and space to the length and 256 KiB.
///
/// The format has 32 bits for each size: a text of 4 GiB or more is stored with the largest one.
///
/// ```
/// let stored = openimsg_rtf::compress(b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}");
/// assert_eq!(&stored[16..], b"\x41\0\x04\x20WXYZ\x0D\x6E\x7D\x01\x0E\xB0");
/// ```
#[must_use]
pub fn compress(rtf: &[u8]) -> Vec<u8> {
    // The header's place is taken now, and its sum known at last.
    let mut stored = vec![0; Header::LEN];
    encode(rtf, &mut stored);
    let contents = stored.get(Header::LEN..).unwrap_or(&[]);
    let header = Header::of(CompType::LZFU, contents.len(), rtf.len(), crc(contents));
    if let Some(place) = stored.first_chunk_mut() {
        *place = header.to_bytes();
    }
    stored
}

/// Stores `rtf` as it is, after a header of type [`CompType::MELA`] ([MS-OXRTFCP] 2.1.3.1.1).
///
/// ```
/// use openimsg_base::Budget;
/// let stored = openimsg_rtf::store(b"{\\rtf1 }");
/// assert_eq!(stored.len(), 16 + 8);
/// assert_eq!(openimsg_rtf::decompress(&stored, &Budget::default()).unwrap().rtf, b"{\\rtf1 }");
/// ```
#[must_use]
pub fn store(rtf: &[u8]) -> Vec<u8> {
    let header = Header::of(CompType::MELA, rtf.len(), rtf.len(), 0);
    [&header.to_bytes(), rtf].concat()
}
