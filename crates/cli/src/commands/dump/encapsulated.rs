//! What is inside RTF.

/// What RTF stands for: `html` or `text` that it encapsulates, or nothing but itself
/// ([MS-OXRTFEX] 2.2.3.1: one of the first ten tokens says so).
pub(super) fn encapsulated(rtf: &[u8]) -> Option<&'static str> {
    let mut rest = rtf;
    for _ in 0..10 {
        rest = rest.trim_ascii_start();
        match rest {
            [b'{' | b'}', after @ ..] => rest = after,
            [b'\\', after @ ..] => {
                let letters = after.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
                let (word, after) = after.split_at_checked(letters)?;
                let number = after.iter().take_while(|b| b.is_ascii_digit() || **b == b'-').count();
                let (number, after) = after.split_at_checked(number)?;
                match (word, number) {
                    (b"fromhtml", b"1") => return Some("html"),
                    (b"fromtext", _) => return Some("text"),
                    // A control symbol, such as `\*`.
                    (b"", _) => rest = after.get(1..)?,
                    _ => rest = after,
                }
            }
            // Text: the header is over.
            _ => return None,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_ten_tokens_decide() {
        for (rtf, expected) in [
            (&br"{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0{\fonttbl"[..], Some("html")),
            (br"{\rtf1\ansi\fbidis\ansicpg1252\deff0\fromtext{\fonttbl", Some("text")),
            (b"{\\rtf1\r\n\\ansi\r\n\\fromhtml1\r\n", Some("html")),
            (br"{\rtf1\ansi\deff0 text \fromhtml1", None),
            (br"{\rtf1\a\b\c\d\e\f\g\h\fromhtml1", None),
            (br"{\rtf1\a\b\c\d\e\f\g\fromhtml1", Some("html")),
            (br"{\rtf1\fromhtml0", None),
            (br"{\rtf1\fromhtmlx1", None),
            (br"{\rtf1{\*\x}\fromhtml1", Some("html")),
            (b"", None),
            (b"\\", None),
            (b"{\\", None),
        ] {
            assert_eq!(encapsulated(rtf), expected, "{}", String::from_utf8_lossy(rtf));
        }
    }
}
