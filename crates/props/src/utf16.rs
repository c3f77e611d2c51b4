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
    while !rest.is_empty() {
        let (plain, other) = rest.split_at(ascii_len(rest.as_bytes()));
        let (steps, last) = plain.as_bytes().as_chunks();
        for step in steps {
            out.extend_from_slice(&widen(step));
        }
        out.extend(last.iter().flat_map(|byte| [*byte, 0]));
        rest = other.trim_start_matches(|c: char| {
            let is_other = !c.is_ascii();
            if is_other {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    out.extend_from_slice(&unit.to_le_bytes());
                }
            }
            is_other
        });
    }
    out
}

/// Bytes that are looked at in one step: 16 code units, two to four vector registers.
const STEP: usize = 32;

/// Decodes, and says what was wrong.
pub(crate) fn decode(bytes: &[u8]) -> (Text<'static>, Option<&'static DefectKind>) {
    let mut decoder = Decoder { out: Vec::with_capacity(bytes.len() / 2), high: 0, broken: false };
    let (steps, rest) = bytes.as_chunks();
    for step in steps {
        match narrow(step) {
            Some(ascii) if decoder.high == 0 => decoder.out.extend_from_slice(&ascii),
            _ => decoder.units(step),
        }
    }
    decoder.units(rest);
    let mut defect = None;
    if decoder.high != 0 || decoder.broken {
        defect = Some(&UTF16_SURROGATE);
    }
    let mut out = decoder.out;
    if decoder.high != 0 {
        out.extend_from_slice(&REPLACEMENT);
    }
    if !bytes.len().is_multiple_of(2) {
        defect = Some(&UTF16_LENGTH);
        out.extend_from_slice(&REPLACEMENT);
    }
    // `out` holds whole characters only; checking them again costs little and needs no `unsafe`.
    let text = String::from_utf8(out)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
    let text = Text { text: Cow::Owned(text), lossy: defect.is_some() };
    (text.without_terminator(), defect)
}

/// U+FFFD in UTF-8.
const REPLACEMENT: [u8; 3] = [0xEF, 0xBF, 0xBD];

struct Decoder {
    /// UTF-8.
    out: Vec<u8>,
    /// The first half of a surrogate pair that waits for the other, or 0.
    high: u16,
    /// Whether a half stood alone.
    broken: bool,
}

impl Decoder {
    /// Decodes at most [`STEP`] bytes unit by unit. An odd last byte is left out.
    fn units(&mut self, bytes: &[u8]) {
        let mut step = Utf8Step { bytes: [0; 64], len: 0 };
        let (units, _) = bytes.as_chunks::<2>();
        for unit in units {
            // UTF-8 by hand: a third of the time that `char::encode_utf8` takes.
            let [low, top] = *unit;
            let last = 0x80 | (low & 0x3F);
            let unit = u16::from_le_bytes(*unit);
            if self.high != 0 || unit & 0xF800 == 0xD800 {
                step.push(self.surrogate(unit));
                if unit & 0xF800 == 0xD800 {
                    continue;
                }
            }
            step.push(match unit {
                0..=0x7F => ([low, 0, 0, 0], 1),
                0x80..=0x7FF => ([0xC0 | top << 2 | low >> 6, last, 0, 0], 2),
                _ => {
                    let middle = 0x80 | (top & 0x0F) << 2 | low >> 6;
                    ([0xE0 | top >> 4, middle, last, 0], 3)
                }
            });
        }
        self.out.extend_from_slice(step.bytes.get(..step.len).unwrap_or(&[]));
    }

    /// What a surrogate, or the unit after a first half, adds to the text: the pair, U+FFFD
    /// for a half that stands alone, or nothing yet.
    #[cold]
    fn surrogate(&mut self, unit: u16) -> ([u8; 4], usize) {
        let high = std::mem::take(&mut self.high);
        if (0xD800..0xDC00).contains(&unit) {
            self.high = unit;
            if high == 0 {
                return ([0; 4], 0);
            }
        } else if high != 0
            && let Some(Ok(pair)) = char::decode_utf16([high, unit]).next()
        {
            let mut utf8 = [0; 4];
            let len = pair.encode_utf8(&mut utf8).len();
            return (utf8, len);
        }
        self.broken = true;
        let [a, b, c] = REPLACEMENT;
        ([a, b, c, 0], 3)
    }
}

/// The UTF-8 of one step: at most three bytes a unit, and three for a half that waited.
struct Utf8Step {
    bytes: [u8; 64],
    len: usize,
}

impl Utf8Step {
    /// Adds the first `len` of four bytes. All four are written, as that is one instruction.
    fn push(&mut self, (utf8, len): ([u8; 4], usize)) {
        if let Some(space) = self.bytes.get_mut(self.len..).and_then(<[u8]>::first_chunk_mut) {
            *space = utf8;
            self.len = self.len.wrapping_add(len);
        }
    }
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

/// 16 ASCII characters as code units.
#[expect(clippy::indexing_slicing, reason = "constant ranges over arrays of constant length")]
#[expect(clippy::arithmetic_side_effects, reason = "2 * i < STEP")]
fn widen(ascii: &[u8; STEP / 2]) -> [u8; STEP] {
    let mut units = [0; STEP];
    for i in 0..STEP / 2 {
        units[2 * i] = ascii[i];
    }
    units
}

/// How many bytes from the start are ASCII.
fn ascii_len(bytes: &[u8]) -> usize {
    let (steps, _) = bytes.as_chunks::<{ STEP / 2 }>();
    let whole = steps.iter().take_while(|step| step.is_ascii()).count().saturating_mul(STEP / 2);
    let rest = bytes.get(whole..).unwrap_or(&[]);
    whole.saturating_add(rest.iter().take_while(|byte| byte.is_ascii()).count())
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
