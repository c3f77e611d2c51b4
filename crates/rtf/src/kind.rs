//! What RTF stands for.

use crate::token::{Token, Tokens};

/// What RTF stands for, by its first words ([MS-OXRTFEX] 2.1.3.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// HTML that it encapsulates: `\fromhtml1`.
    Html,
    /// Plain text that it encapsulates: `\fromtext`.
    Text,
    /// Nothing but itself.
    Rtf,
}

/// Tells what `rtf` stands for: one of its first ten tokens says so. Nothing further is read.
///
/// ```
/// use openimsg_rtf::{Kind, kind};
/// assert_eq!(kind(br"{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0"), Kind::Html);
/// assert_eq!(kind(br"{\rtf1\ansi\deff0 {\b bold}}"), Kind::Rtf);
/// ```
#[must_use]
pub fn kind(rtf: &[u8]) -> Kind {
    let blank =
        |token: &Token<'_>| matches!(token, Token::Text(text) if text.trim_ascii().is_empty());
    for token in Tokens::new(rtf).filter(|token| !blank(token)).take(HEADER_TOKENS) {
        match token {
            Token::Word(b"fromhtml", Some(1)) => return Kind::Html,
            Token::Word(b"fromtext", _) => return Kind::Text,
            Token::Open | Token::Close | Token::Word(..) | Token::Symbol(_) => {}
            // The header is over.
            Token::Text(_) | Token::Hex(_) | Token::Binary => break,
        }
    }
    Kind::Rtf
}

/// How many tokens may stand up to the word that tells.
const HEADER_TOKENS: usize = 10;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_ten_tokens_decide() {
        for (rtf, expected) in [
            (&br"{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0{\fonttbl"[..], Kind::Html),
            (br"{\rtf1\ansi\fbidis\ansicpg1252\deff0\fromtext{\fonttbl", Kind::Text),
            (b"{\\rtf1\r\n\\ansi\r\n \\fromhtml1\r\n", Kind::Html),
            (br"{\rtf1\ansi\deff0 text \fromhtml1", Kind::Rtf),
            (br"{\rtf1\a\b\c\d\e\f\g\h\fromhtml1", Kind::Rtf),
            (br"{\rtf1\a\b\c\d\e\f\g\fromhtml1", Kind::Html),
            (br"{\rtf1\fromhtml0", Kind::Rtf),
            (br"{\rtf1\fromhtml", Kind::Rtf),
            (br"{\rtf1\fromhtmlx1", Kind::Rtf),
            (br"{\rtf1{\*\x}\fromhtml1", Kind::Html),
            (b"", Kind::Rtf),
            (b"\\", Kind::Rtf),
            (b"{\\", Kind::Rtf),
        ] {
            assert_eq!(kind(rtf), expected, "{}", String::from_utf8_lossy(rtf));
        }
    }
}
