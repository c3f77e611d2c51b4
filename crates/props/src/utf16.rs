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
    let (ascii, rest) = ascii_start(bytes);
    if !rest.is_empty() {
        return decode_mixed(ascii, rest);
    }
    // Behind the text, the last step may be filled up: whole steps are checked faster.
    let all = ascii.get(..bytes.len() / 2).unwrap_or_default();
    let kept = all.iter().rposition(|byte| *byte != 0).map_or(0, |last| last.saturating_add(1));
    let mut text = String::from_utf8(ascii).unwrap_or_default();
    text.truncate(kept);
    (Text { text: Cow::Owned(text), lossy: false }, None)
}

/// Decodes the rest of a text that begins with `ascii`.
fn decode_mixed(ascii: Vec<u8>, mut rest: &[u8]) -> (Text<'static>, Option<&'static DefectKind>) {
    let mut defect = None;
    let mut out = String::from_utf8(ascii).unwrap_or_default();
    // Most letters of other scripts take two bytes as before, and few texts three.
    out.reserve(rest.len());
    while !rest.is_empty() {
        // What is not ASCII, up to the next step that is. No surrogate pair reaches into that.
        let (steps, _) = rest.as_chunks::<STEP>();
        let run = match steps.iter().position(|step| narrow(step).is_some()) {
            Some(steps) => steps.saturating_mul(STEP),
            None => rest.len(),
        };
        let (run, after) = rest.split_at_checked(run).unwrap_or((rest, &[]));
        let (units, odd) = run.as_chunks::<2>();
        for c in char::decode_utf16(units.iter().map(|unit| u16::from_le_bytes(*unit))) {
            out.push(c.unwrap_or_else(|_| {
                defect = Some(&UTF16_SURROGATE);
                char::REPLACEMENT_CHARACTER
            }));
        }
        if !odd.is_empty() {
            defect = Some(&UTF16_LENGTH);
            out.push(char::REPLACEMENT_CHARACTER);
        }
        rest = after;
        while let Some((step, after)) = rest.split_first_chunk()
            && let Some(ascii) = narrow(step)
        {
            out.push_str(str::from_utf8(&ascii).unwrap_or_default());
            rest = after;
        }
    }
    let text = Text { text: Cow::Owned(out), lossy: defect.is_some() };
    (text.without_terminator(), defect)
}

/// The ASCII at the start, which is mostly all there is, and the rest. If there is none, zeros
/// may follow, up to a whole step. Checking the whole start to be UTF-8 needs no `unsafe` and
/// half the time of checking step by step.
fn ascii_start(bytes: &[u8]) -> (Vec<u8>, &[u8]) {
    // With room for whole steps: to copy one is a single instruction.
    let mut ascii = Vec::with_capacity((bytes.len() / 2).next_multiple_of(STEP / 2));
    let mut rest = bytes;
    while let Some((step, after)) = rest.split_first_chunk()
        && let Some(narrowed) = narrow(step)
    {
        ascii.extend_from_slice(&narrowed);
        rest = after;
    }
    // Most texts are shorter than a step: the last one is filled up with zeros.
    let mut last = [0; STEP];
    if (1..STEP).contains(&rest.len())
        && rest.len().is_multiple_of(2)
        && let Some(start) = last.get_mut(..rest.len())
    {
        start.copy_from_slice(rest);
        if let Some(narrowed) = narrow(&last) {
            ascii.extend_from_slice(&narrowed);
            rest = &[];
        }
    }
    (ascii, rest)
}

/// The low bytes of 16 code units, if all are ASCII.
#[inline]
fn narrow(chunk: &[u8; STEP]) -> Option<[u8; STEP / 2]> {
    // Of code units and without an early exit: such a loop becomes a few vector instructions.
    let mut ascii = [0; STEP / 2];
    let mut seen = 0;
    for (ascii, unit) in ascii.iter_mut().zip(chunk.as_chunks::<2>().0) {
        [*ascii, _] = *unit;
        seen |= u16::from_le_bytes(*unit);
    }
    (seen < 0x80).then_some(ascii)
}

/// 16 ASCII characters as code units.
#[inline]
fn widen(ascii: &[u8; STEP / 2]) -> [u8; STEP] {
    let mut units = [0; STEP];
    for (unit, ascii) in units.as_chunks_mut::<2>().0.iter_mut().zip(ascii) {
        *unit = u16::from(*ascii).to_le_bytes();
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
