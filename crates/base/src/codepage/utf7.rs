//! UTF-7 (RFC 2152): one pass in each direction.

/// Decodes `bytes`; the flag tells whether any of them were malformed.
///
/// Malformed are bytes from 0x80, a `+` without digits, lone surrogates, and digits that leave
/// an unfinished unit or padding that is not zero; each gives U+FFFD. A shift may end with any
/// byte that is no digit, or with the input.
pub(super) fn decode(bytes: &[u8]) -> (String, bool) {
    let mut text = String::with_capacity(bytes.len());
    let mut lossy = false;
    let mut rest = bytes;
    while let Some((&first, tail)) = rest.split_first() {
        rest = tail;
        match first {
            b'+' => {
                let digits = tail.iter().take_while(|b| sextet(**b).is_some()).count();
                let (digits, tail) = tail.split_at_checked(digits).unwrap_or((tail, &[]));
                rest = tail.strip_prefix(b"-").unwrap_or(tail);
                match (digits, tail.first()) {
                    ([], Some(b'-')) => text.push('+'),
                    ([], _) => {
                        text.push(char::REPLACEMENT_CHARACTER);
                        lossy = true;
                    }
                    _ => lossy |= decode_shifted(digits, &mut text),
                }
            }
            0..0x80 => text.push(char::from(first)),
            _ => {
                text.push(char::REPLACEMENT_CHARACTER);
                lossy = true;
            }
        }
    }
    (text, lossy)
}

/// Encodes `text`: what RFC 2152 lets stand everywhere (set D and rule 3) stands for itself, the
/// rest is shifted, and each shift is closed with `-`.
pub(super) fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let (direct, tail) = split_at_first(rest, |c| !is_direct(c));
        let (shifted, tail) = split_at_first(tail, is_direct);
        out.push_str(direct);
        match shifted {
            "" => {}
            "+" => out.push_str("+-"),
            _ => encode_shifted(shifted, &mut out),
        }
        rest = tail;
    }
    out
}

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn is_direct(c: char) -> bool {
    c.is_ascii_alphanumeric() || "'(),-./:? \t\r\n".contains(c)
}

fn split_at_first(text: &str, found: impl Fn(char) -> bool) -> (&str, &str) {
    text.find(found).and_then(|at| text.split_at_checked(at)).unwrap_or((text, ""))
}

/// The value of a Base64 digit.
fn sextet(digit: u8) -> Option<u8> {
    match digit {
        b'A'..=b'Z' => digit.checked_sub(b'A'),
        b'a'..=b'z' => digit.checked_sub(b'a' - 26),
        b'0'..=b'9' => digit.checked_add(52 - b'0'),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    }
}

/// Appends what a run of digits stands for; tells whether any of it is malformed.
fn decode_shifted(digits: &[u8], text: &mut String) -> bool {
    let mut lossy = false;
    let mut bits = Bits::default();
    let units = digits.iter().filter_map(|digit| {
        bits.push(u32::from(sextet(*digit)?), 6);
        bits.pop(16)
    });
    for decoded in char::decode_utf16(units.map(low_half)) {
        lossy |= decoded.is_err();
        text.push(decoded.unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    if !bits.is_zero_padding() {
        lossy = true;
        text.push(char::REPLACEMENT_CHARACTER);
    }
    lossy
}

/// Appends `text` as one shift.
fn encode_shifted(text: &str, out: &mut String) {
    let mut bits = Bits::default();
    let digit = |value: u32| {
        let index = usize::from(low_half(value) & 63);
        char::from(DIGITS.get(index).copied().unwrap_or(b'A'))
    };
    out.push('+');
    for unit in text.encode_utf16() {
        bits.push(u32::from(unit), 16);
        while let Some(value) = bits.pop(6) {
            out.push(digit(value));
        }
    }
    if bits.count > 0 {
        bits.push(0, 6_u32.saturating_sub(bits.count));
        out.push(digit(bits.held));
    }
    out.push('-');
}

fn low_half(value: u32) -> u16 {
    let [low, high, ..] = value.to_le_bytes();
    u16::from_le_bytes([low, high])
}

/// A queue of at most 31 bits: the lowest `count` of `held`, oldest highest.
#[derive(Default)]
struct Bits {
    held: u32,
    count: u32,
}

#[expect(
    clippy::arithmetic_side_effects,
    reason = "at most 15 bits are held when at most 16 are pushed, so that no shift reaches 32"
)]
impl Bits {
    fn push(&mut self, value: u32, width: u32) {
        self.held = self.held << width | value;
        self.count += width;
    }

    fn pop(&mut self, width: u32) -> Option<u32> {
        self.count = self.count.checked_sub(width)?;
        let value = self.held >> self.count;
        self.held &= (1 << self.count) - 1;
        Some(value)
    }

    fn is_zero_padding(&self) -> bool {
        self.count < 6 && self.held == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_of_the_rfc() {
        for (text, encoded) in [
            ("A≢Α.", "A+ImIDkQ-."),
            ("Hi Mom -☺-!", "Hi Mom -+Jjo--+ACE-"),
            ("日本語", "+ZeVnLIqe-"),
            ("+", "+-"),
            ("1 + 1 = 2", "1 +- 1 +AD0- 2"),
            ("🌈", "+2DzfCA-"),
            ("", ""),
        ] {
            assert_eq!(encode(text), encoded);
            assert_eq!(decode(encoded.as_bytes()), (text.to_owned(), false));
        }
        // Set O may stand for itself, and a shift may end without its `-`.
        assert_eq!(decode(b"Hi Mom +Jjo!"), ("Hi Mom ☺!".to_owned(), false));
        assert_eq!(decode(b"+ZeVnLIqe"), ("日本語".to_owned(), false));
    }

    #[test]
    fn malformed() {
        for (bytes, text) in [
            (&b"a\x80b"[..], "a\u{FFFD}b"),
            (b"+", "\u{FFFD}"),
            (b"+!", "\u{FFFD}!"),
            (b"+A-", "\u{FFFD}"),
            (b"+AEF-", "A\u{FFFD}"),  // 2 bits of padding, not zero
            (b"+AEEA-", "A\u{FFFD}"), // 8 bits left
            (b"+2Dw-", "\u{FFFD}"),   // high surrogate alone
            (b"+32s-", "\u{FFFD}"),   // low surrogate alone
            (b"+2Dw-+32s-", "\u{FFFD}\u{FFFD}"),
        ] {
            assert_eq!(decode(bytes), (text.to_owned(), true), "{bytes:?}");
        }
    }
}
