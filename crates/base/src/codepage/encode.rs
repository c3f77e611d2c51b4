//! Encoding with a caller's rule for what does not fit.

use encoding_rs::{Encoder, EncoderResult, Encoding};

use super::pages::Codec;
use super::utf7;

/// Encodes `text`. `misfit` is called, in the order of the text, with the byte offset of each
/// character that the page does not have, or would give back as another one; its error stops
/// the work. Otherwise the character becomes `?` or its look-alike.
pub(super) fn encode<E>(
    codec: Codec,
    text: &str,
    misfit: impl FnMut(usize, char) -> Result<(), E>,
) -> Result<Vec<u8>, E> {
    match codec {
        Codec::Ascii => by_char(text, misfit, |c| u8::try_from(c).ok().filter(u8::is_ascii)),
        Codec::Latin1 => by_char(text, misfit, |c| u8::try_from(c).ok()),
        Codec::High(table) => by_char(text, misfit, |c| match u8::try_from(c) {
            Ok(ascii @ 0..0x80) => Some(ascii),
            _ => find(table, c)?.checked_add(0x80),
        }),
        Codec::Full(table) => by_char(text, misfit, |c| find(table, c)),
        Codec::Utf7 => Ok(utf7::encode(text).into_bytes()),
        Codec::Whatwg(encoding) if encoding == encoding_rs::UTF_8 => Ok(text.into()),
        Codec::Whatwg(encoding) if encoding == encoding_rs::UTF_16LE => {
            Ok(text.encode_utf16().flat_map(u16::to_le_bytes).collect())
        }
        Codec::Whatwg(encoding) if encoding == encoding_rs::UTF_16BE => {
            Ok(text.encode_utf16().flat_map(u16::to_be_bytes).collect())
        }
        Codec::Whatwg(encoding) => whatwg(encoding, text, misfit),
    }
}

fn by_char<E>(
    text: &str,
    mut misfit: impl FnMut(usize, char) -> Result<(), E>,
    byte_of: impl Fn(char) -> Option<u8>,
) -> Result<Vec<u8>, E> {
    let mut out = Vec::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        match byte_of(c) {
            Some(byte) => out.push(byte),
            None => {
                misfit(at, c)?;
                out.extend(byte_of('?'));
            }
        }
    }
    Ok(out)
}

/// The place of `c` in a table.
fn find(table: &[u16], c: char) -> Option<u8> {
    let unit = u16::try_from(u32::from(c)).ok()?;
    if c == char::REPLACEMENT_CHARACTER {
        return None; // marks bytes that are not defined
    }
    u8::try_from(table.iter().position(|entry| *entry == unit)?).ok()
}

fn whatwg<E>(
    encoding: &'static Encoding,
    text: &str,
    mut misfit: impl FnMut(usize, char) -> Result<(), E>,
) -> Result<Vec<u8>, E> {
    let mut encoder = encoding.new_encoder();
    let mut out = Vec::with_capacity(text.len());
    let mut at = 0_usize;
    for part in text.split_inclusive(|c| is_folded(encoding, c)) {
        let mut rest = part;
        while let Some(read) = feed(&mut encoder, rest, &mut out, false) {
            let (done, tail) = rest.split_at_checked(read).unwrap_or((rest, ""));
            if let Some((i, c)) = done.char_indices().next_back() {
                misfit(at.saturating_add(i), c)?;
            }
            feed(&mut encoder, "?", &mut out, false);
            at = at.saturating_add(read);
            rest = tail;
        }
        if let Some((i, c)) =
            rest.char_indices().next_back().filter(|(_, c)| is_folded(encoding, *c))
        {
            misfit(at.saturating_add(i), c)?;
        }
        at = at.saturating_add(rest.len());
    }
    feed(&mut encoder, "", &mut out, true);
    Ok(out)
}

/// Encodes up to and including the first character that the encoding does not have; returns
/// the length of that, or nothing if all characters were encoded.
fn feed(encoder: &mut Encoder, text: &str, out: &mut Vec<u8>, last: bool) -> Option<usize> {
    let mut read = 0_usize;
    loop {
        let rest = text.get(read..).unwrap_or_default();
        let needed = encoder.max_buffer_length_from_utf8_without_replacement(rest.len());
        out.reserve(needed.unwrap_or(rest.len()));
        let (result, n) = encoder.encode_from_utf8_to_vec_without_replacement(rest, out, last);
        read = read.saturating_add(n);
        match result {
            EncoderResult::InputEmpty => return None,
            EncoderResult::Unmappable(_) => return Some(read),
            EncoderResult::OutputFull => {}
        }
    }
}

/// Whether the encoder writes `c` as bytes that stand for another character. The list is
/// complete: a test goes through all characters.
fn is_folded(encoding: &'static Encoding, c: char) -> bool {
    if encoding == encoding_rs::SHIFT_JIS || encoding == encoding_rs::EUC_JP {
        matches!(c, '\u{A5}' | '\u{203E}' | '\u{2212}')
    } else if encoding == encoding_rs::ISO_2022_JP {
        matches!(c, '\u{2212}' | '\u{FF61}'..='\u{FF9F}')
    } else if encoding == encoding_rs::GBK || encoding == encoding_rs::GB18030 {
        matches!(
            c,
            '\u{E78D}'
                ..='\u{E796}'
                    | '\u{E81E}'
                    | '\u{E826}'
                    | '\u{E82B}'
                    | '\u{E82C}'
                    | '\u{E832}'
                    | '\u{E843}'
                    | '\u{E854}'
                    | '\u{E864}'
        )
    } else {
        false
    }
}
