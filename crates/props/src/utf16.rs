//! UTF-16LE text, fast where it is ASCII, as nearly all of it is.

use std::borrow::Cow;

use openimsg_base::DefectKind;

use crate::Text;
use crate::defects::{UTF16_LENGTH, UTF16_SURROGATE};

/// Decodes UTF-16LE, without terminating NULs.
///
/// Half a surrogate pair and an odd last byte become U+FFFD, and the text is
/// [`Text::lossy`] then.
///
/// ```
/// use openimsg_props::decode_utf16le;
/// let text = decode_utf16le(b"h\0i\0\0\0");
/// assert_eq!((text.as_str(), text.lossy), ("hi", false));
/// assert!(decode_utf16le(b"h\0i").lossy);
/// ```
#[must_use]
pub fn decode_utf16le(bytes: &[u8]) -> Text<'static> {
    decode(bytes).0
}

/// Encodes as UTF-16LE, without a terminator.
#[must_use]
pub fn encode_utf16le(text: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len().saturating_mul(2));
    let mut rest = text;
    loop {
        let ascii = rest.len().min(rest.bytes().position(|b| !b.is_ascii()).unwrap_or(rest.len()));
        let (plain, other) = rest.split_at(ascii);
        out.extend(plain.bytes().flat_map(|b| [b, 0]));
        let Some(first) = other.chars().next() else { return out };
        for unit in first.encode_utf16(&mut [0; 2]) {
            out.extend_from_slice(&unit.to_le_bytes());
        }
        rest = other.get(first.len_utf8()..).unwrap_or("");
    }
}

/// Bytes that are looked at in one step: 16 code units, two to four vector registers.
const STEP: usize = 32;

/// Decodes, and says what was wrong.
pub(crate) fn decode(bytes: &[u8]) -> (Text<'static>, Option<&'static DefectKind>) {
    let mut out = Vec::with_capacity(bytes.len() / 2);
    let mut defect = None;
    let mut high = None;
    let mut rest = bytes;
    while let Some((chunk, after)) = rest.split_first_chunk::<STEP>() {
        match narrow(chunk) {
            Some(ascii) if high.is_none() => out.extend_from_slice(&ascii),
            _ => decode_units(chunk, &mut high, &mut out, &mut defect),
        }
        rest = after;
    }
    decode_units(rest, &mut high, &mut out, &mut defect);
    if high.is_some() {
        defect = Some(&UTF16_SURROGATE);
        push(&mut out, char::REPLACEMENT_CHARACTER);
    }
    if !bytes.len().is_multiple_of(2) {
        defect = Some(&UTF16_LENGTH);
        push(&mut out, char::REPLACEMENT_CHARACTER);
    }
    // `out` holds whole characters only; checking them again costs little and needs no `unsafe`.
    let text = String::from_utf8(out)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
    let text = Text { text: Cow::Owned(text), lossy: defect.is_some() };
    (text.without_terminator(), defect)
}

/// The low bytes of 16 code units, if all are ASCII.
#[expect(clippy::indexing_slicing, reason = "constant ranges over arrays of constant length")]
#[expect(clippy::arithmetic_side_effects, reason = "2 * i + 1 < STEP")]
fn narrow(chunk: &[u8; STEP]) -> Option<[u8; STEP / 2]> {
    // Without an early exit, so that the compiler turns both loops into vector instructions.
    let mut ascii = [0; STEP / 2];
    let mut seen = 0;
    for i in 0..STEP / 2 {
        let (low, high) = (chunk[2 * i], chunk[2 * i + 1]);
        ascii[i] = low;
        seen |= (low & 0x80) | high;
    }
    (seen == 0).then_some(ascii)
}

/// Decodes unit by unit; `high` is a surrogate that waits for its other half. An odd last byte
/// is left out.
fn decode_units(
    bytes: &[u8],
    high: &mut Option<u16>,
    out: &mut Vec<u8>,
    defect: &mut Option<&'static DefectKind>,
) {
    let mut broken = |out: &mut Vec<u8>| {
        *defect = Some(&UTF16_SURROGATE);
        push(out, char::REPLACEMENT_CHARACTER);
    };
    let (units, _) = bytes.as_chunks::<2>();
    for unit in units.iter().map(|unit| u16::from_le_bytes(*unit)) {
        if let Some(waiting) = high.take() {
            if let Some(Ok(c)) = char::decode_utf16([waiting, unit]).next() {
                push(out, c);
                continue;
            }
            broken(out);
        }
        match unit {
            0xD800..=0xDBFF => *high = Some(unit),
            _ => match char::from_u32(unit.into()) {
                Some(c) => push(out, c),
                None => broken(out),
            },
        }
    }
}

fn push(out: &mut Vec<u8>, c: char) {
    out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The definition that the fast paths must agree with.
    fn slow(bytes: &[u8]) -> (String, bool) {
        let units = bytes.chunks_exact(2).map(|unit| u16::from_le_bytes([unit[0], unit[1]]));
        let mut lossy = !bytes.len().is_multiple_of(2);
        let mut text: String = char::decode_utf16(units)
            .map(|c| c.inspect_err(|_| lossy = true).unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect();
        if !bytes.len().is_multiple_of(2) {
            text.push(char::REPLACEMENT_CHARACTER);
        }
        (text.trim_end_matches('\0').to_owned(), lossy)
    }

    fn check(bytes: &[u8]) -> Result<(), TestCaseError> {
        let text = decode_utf16le(bytes);
        prop_assert_eq!((text.text.into_owned(), text.lossy), slow(bytes));
        Ok(())
    }

    #[test]
    fn surrogates_across_steps() {
        for padding in 0..40 {
            for units in [&[0xD83D, 0xDE00][..], &[0xD83D], &[0xDE00], &[0xD83D, 0xD83D, 0xDE00]] {
                for after in [0, 1, 20] {
                    let mut all = vec![0x61; padding];
                    all.extend_from_slice(units);
                    all.extend(vec![0x62; after]);
                    let bytes: Vec<u8> = all.into_iter().flat_map(u16::to_le_bytes).collect();
                    check(&bytes).unwrap();
                    check(&bytes[..bytes.len() - 1]).unwrap();
                }
            }
        }
    }

    #[test]
    fn every_defect_is_named() {
        let defect = |bytes: &[u8]| decode(bytes).1.map(|kind| kind.code);
        assert_eq!(defect(b"a\0b\0\0\0"), None);
        assert_eq!(defect(b"a\0b"), Some(UTF16_LENGTH.code));
        assert_eq!(defect(&[0x3D, 0xD8]), Some(UTF16_SURROGATE.code));
        assert_eq!(defect(&[0x00, 0xDE, 0x61, 0]), Some(UTF16_SURROGATE.code));
    }

    proptest! {
        #[test]
        fn any_bytes_decode_as_the_definition_says(bytes: Vec<u8>) {
            check(&bytes)?;
        }

        #[test]
        fn mostly_ascii_decodes_as_the_definition_says(
            units in prop::collection::vec(prop_oneof![9 => 0u16..0x80, 1 => any::<u16>()], 0..300),
        ) {
            let bytes: Vec<u8> = units.into_iter().flat_map(u16::to_le_bytes).collect();
            check(&bytes)?;
        }

        #[test]
        fn what_is_encoded_is_decoded(text: String) {
            let encoded = encode_utf16le(&text);
            let expected: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            prop_assert_eq!(&encoded, &expected);
            let decoded = decode_utf16le(&encoded);
            prop_assert_eq!(decoded.as_str(), text.trim_end_matches('\0'));
            prop_assert!(!decoded.lossy);
        }
    }
}
