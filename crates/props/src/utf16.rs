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
            out.extend_from_slice(widen(step).as_flattened());
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

/// A code unit as it is stored.
type Unit = [u8; 2];

/// Code units that are looked at in one step: two to four vector registers.
const STEP: usize = 16;

/// Decodes, and says what was wrong.
pub(crate) fn decode(bytes: &[u8]) -> (Text<'static>, Option<&'static DefectKind>) {
    let (units, odd) = bytes.as_chunks::<2>();
    let (ascii, rest) = ascii_start(units);
    // Checking the whole start to be UTF-8 needs no `unsafe`, and half the time of checking it
    // step by step.
    let mut text = String::from_utf8(ascii).unwrap_or_default();
    if !rest.is_empty() || !odd.is_empty() {
        return decode_mixed(text, rest, odd);
    }
    let last = text.bytes().rposition(|byte| byte != 0);
    text.truncate(last.map_or(0, |last| last.saturating_add(1)));
    (Text { text: Cow::Owned(text), lossy: false }, None)
}

/// Decodes the rest of a text that begins with `out`, and what may be behind the last unit.
fn decode_mixed(
    mut out: String,
    mut rest: &[Unit],
    odd: &[u8],
) -> (Text<'static>, Option<&'static DefectKind>) {
    let mut defect = None;
    // Most letters of other scripts take two bytes as before, and few texts three.
    out.reserve(rest.len().saturating_mul(2));
    while !rest.is_empty() {
        // What is not ASCII, up to the next step that is. No surrogate pair reaches into that.
        let (steps, _) = rest.as_chunks::<STEP>();
        let run = match steps.iter().position(|step| narrow(step).is_some()) {
            Some(steps) => steps.saturating_mul(STEP),
            None => rest.len(),
        };
        let (run, after) = rest.split_at_checked(run).unwrap_or((rest, &[]));
        for c in char::decode_utf16(run.iter().map(|unit| u16::from_le_bytes(*unit))) {
            out.push(c.unwrap_or_else(|_| {
                defect = Some(&UTF16_SURROGATE);
                char::REPLACEMENT_CHARACTER
            }));
        }
        rest = after;
        while let Some((step, after)) = rest.split_first_chunk::<STEP>()
            && let Some(ascii) = narrow(step)
        {
            out.push_str(str::from_utf8(&ascii).unwrap_or_default());
            rest = after;
        }
    }
    if !odd.is_empty() {
        defect = Some(&UTF16_LENGTH);
        out.push(char::REPLACEMENT_CHARACTER);
    }
    let text = Text { text: Cow::Owned(out), lossy: defect.is_some() };
    (text.without_terminator(), defect)
}

/// The ASCII at the start, which is mostly all there is, and the rest.
fn ascii_start(units: &[Unit]) -> (Vec<u8>, &[Unit]) {
    let mut ascii = Vec::with_capacity(units.len());
    let mut rest = units;
    while let Some((step, after)) = rest.split_first_chunk::<STEP>()
        && let Some(narrowed) = narrow(step)
    {
        ascii.extend_from_slice(&narrowed);
        rest = after;
    }
    match units.len() {
        0 => {}
        1 => put_ends::<1>(units, &mut ascii),
        2..4 => put_ends::<2>(units, &mut ascii),
        4..8 => put_ends::<4>(units, &mut ascii),
        8..STEP => put_ends::<8>(units, &mut ascii),
        _ if rest.len() < STEP => put_ends::<STEP>(units, &mut ascii),
        _ => {}
    }
    let rest = units.get(ascii.len()..).unwrap_or_default();
    (ascii, rest)
}

/// Takes the last `N` units, and before them the first unless some were taken, if these are all
/// that is left. They overlap, so that nothing of any other length is copied: that would be a
/// call, and a wait for what it wrote.
#[inline]
fn put_ends<const N: usize>(units: &[Unit], ascii: &mut Vec<u8>) {
    if ascii.is_empty()
        && let Some(first) = units.first_chunk::<N>().and_then(narrow)
    {
        ascii.extend_from_slice(&first);
    }
    let before = units.len().saturating_sub(N);
    if ascii.len() >= before
        && let Some(last) = units.last_chunk::<N>().and_then(narrow)
    {
        ascii.truncate(before);
        ascii.extend_from_slice(&last);
    }
}

/// The low bytes of code units, if all are ASCII.
#[inline]
fn narrow<const N: usize>(units: &[Unit; N]) -> Option<[u8; N]> {
    // Of code units and without an early exit: such a loop becomes a few vector instructions.
    let mut ascii = [0; N];
    let mut seen = 0;
    for (ascii, unit) in ascii.iter_mut().zip(units) {
        [*ascii, _] = *unit;
        seen |= u16::from_le_bytes(*unit);
    }
    (seen < 0x80).then_some(ascii)
}

/// ASCII characters as code units.
#[inline]
fn widen(ascii: &[u8; STEP]) -> [Unit; STEP] {
    let mut units = [[0; 2]; STEP];
    for (unit, ascii) in units.iter_mut().zip(ascii) {
        *unit = u16::from(*ascii).to_le_bytes();
    }
    units
}

/// How many bytes from the start are ASCII.
fn ascii_len(bytes: &[u8]) -> usize {
    let (steps, _) = bytes.as_chunks::<STEP>();
    let whole = steps.iter().take_while(|step| step.is_ascii()).count().saturating_mul(STEP);
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
