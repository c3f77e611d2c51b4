//! RTF taken apart: groups, control words and symbols, text.

/// One piece of RTF.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Token<'a> {
    /// `{`.
    Open,
    /// `}`.
    Close,
    /// A control word and its number, such as `\fs24`; what delimits it is part of it.
    Word(&'a [u8], Option<i32>),
    /// A control symbol: `\` and what is neither a letter nor part of another token.
    Symbol(u8),
    /// A byte as `\'HH`.
    Hex(u8),
    /// Bytes as they are; none of them is `\`, `{`, `}`, CR or LF.
    Text(&'a [u8]),
    /// `\binN` with the N bytes that follow it.
    Binary,
}

/// The tokens of RTF, without the line ends between them, which mean nothing.
#[derive(Debug, Clone)]
pub(crate) struct Tokens<'a> {
    /// Length of all of the input.
    len: usize,
    /// What is left of it.
    rest: &'a [u8],
    /// Where a token begins that the end of the input, or a wrong digit, cuts short.
    pub(crate) broken: Option<usize>,
}

impl<'a> Tokens<'a> {
    pub(crate) fn new(input: &'a [u8]) -> Self {
        Tokens { len: input.len(), rest: input, broken: None }
    }

    /// Offset of the next token.
    #[inline]
    pub(crate) fn position(&self) -> usize {
        self.offset(self.rest)
    }

    /// Offset of the first byte from here on that means anything. Outlook may have stored a NUL
    /// after the last group.
    pub(crate) fn trailing(&self) -> Option<usize> {
        let blank = |byte: &u8| matches!(byte, b'\0' | b'\r' | b'\n' | b'\t' | b' ');
        let at = self.rest.iter().position(|byte| !blank(byte))?;
        Some(self.position().saturating_add(at))
    }

    /// Offset of the end of the input that is given.
    fn offset(&self, rest: &[u8]) -> usize {
        self.len.saturating_sub(rest.len())
    }

    /// Takes the bytes up to the first that is not of `class`.
    #[inline]
    fn take_class(&mut self, class: u8) -> &'a [u8] {
        let len = self.rest.iter().position(|byte| !is(*byte, class));
        self.take(len.unwrap_or(self.rest.len()))
    }

    /// Takes `len` bytes, or as many as there are.
    #[inline]
    fn take(&mut self, len: usize) -> &'a [u8] {
        let (taken, rest) = self.rest.split_at_checked(len).unwrap_or((self.rest, &[]));
        self.rest = rest;
        taken
    }

    /// What follows the `\` with which `from` begins, if it is a token.
    #[inline]
    fn control(&mut self, from: &[u8]) -> Option<Token<'a>> {
        let name = self.take_class(LETTER);
        if !name.is_empty() {
            let number = self.number();
            if let [b' ', rest @ ..] = self.rest {
                self.rest = rest;
            }
            return Some(match name {
                b"bin" => self.binary(from, number),
                _ => Token::Word(name, number),
            });
        }
        let Some((symbol, rest)) = self.rest.split_first() else {
            self.is_broken(from);
            return None;
        };
        self.rest = rest;
        match symbol {
            b'\'' => match rest {
                [high, low, rest @ ..] if is(*high, HEX) && is(*low, HEX) => {
                    self.rest = rest;
                    Some(Token::Hex(digit(*high) << 4 | digit(*low)))
                }
                _ => {
                    self.is_broken(from);
                    None
                }
            },
            // An escaped line end is a paragraph's.
            b'\r' | b'\n' => Some(Token::Word(b"par", None)),
            symbol => Some(Token::Symbol(*symbol)),
        }
    }

    /// Notes that the token with which `from` begins is cut short.
    #[cold]
    fn is_broken(&mut self, from: &[u8]) {
        let at = self.offset(from);
        self.broken.get_or_insert(at);
    }

    /// A decimal number; what does not fit is the nearest that does.
    #[inline]
    fn number(&mut self) -> Option<i32> {
        let negative = match self.rest {
            [b'-', rest @ ..] if rest.first().is_some_and(u8::is_ascii_digit) => {
                self.rest = rest;
                true
            }
            [digit, ..] if digit.is_ascii_digit() => false,
            _ => return None,
        };
        let digits = self.take_class(DIGIT);
        let number = digits.iter().fold(0_i32, |number, digit| {
            let digit = i32::from(digit.wrapping_sub(b'0'));
            let digit = if negative { digit.saturating_neg() } else { digit };
            number.saturating_mul(10).saturating_add(digit)
        });
        Some(number)
    }

    fn binary(&mut self, from: &[u8], number: Option<i32>) -> Token<'a> {
        let len = usize::try_from(number.unwrap_or(0)).unwrap_or(0);
        if self.take(len).len() < len {
            self.is_broken(from);
        }
        Token::Binary
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    #[inline]
    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let from = self.rest;
            let (first, rest) = from.split_first()?;
            match first {
                b'\r' | b'\n' => self.rest = rest,
                b'{' => {
                    self.rest = rest;
                    return Some(Token::Open);
                }
                b'}' => {
                    self.rest = rest;
                    return Some(Token::Close);
                }
                b'\\' => {
                    self.rest = rest;
                    let token = self.control(from);
                    if token.is_some() {
                        return token;
                    }
                }
                _ => return Some(Token::Text(self.take_class(PLAIN))),
            }
        }
    }
}

/// What bytes can be part of: bits of [`CLASSES`].
const PLAIN: u8 = 1;
const LETTER: u8 = 2;
const DIGIT: u8 = 4;
const HEX: u8 = 8;

/// The classes of each byte.
const CLASSES: [u8; 256] = classes();

const fn classes() -> [u8; 256] {
    let mut classes = [PLAIN; 256];
    let mut byte = 0_u8;
    loop {
        let plain = !matches!(byte, b'\\' | b'{' | b'}' | b'\r' | b'\n');
        let mut class = if plain { PLAIN } else { 0 };
        if byte.is_ascii_alphabetic() {
            class |= LETTER;
        }
        if byte.is_ascii_digit() {
            class |= DIGIT;
        }
        if byte.is_ascii_hexdigit() {
            class |= HEX;
        }
        #[expect(
            clippy::as_conversions,
            clippy::indexing_slicing,
            reason = "there are as many bytes as places, and `From` is not const"
        )]
        {
            classes[byte as usize] = class;
        }
        if byte == u8::MAX {
            return classes;
        }
        byte = byte.wrapping_add(1);
    }
}

#[inline]
#[expect(clippy::indexing_slicing, reason = "there are as many places as bytes")]
fn is(byte: u8, class: u8) -> bool {
    CLASSES[usize::from(byte)] & class != 0
}

/// The value of a hexadecimal digit.
#[inline]
fn digit(digit: u8) -> u8 {
    // Letters are nine places behind their value, and have this bit.
    (digit & 0x0F).wrapping_add(if digit & 0x40 == 0 { 0 } else { 9 })
}

#[cfg(test)]
mod tests {
    use super::Token::{Binary, Close, Hex, Open, Symbol, Text, Word};
    use super::*;

    fn tokens(input: &[u8]) -> (Vec<Token<'_>>, Option<usize>) {
        let mut tokens = Tokens::new(input);
        let all = tokens.by_ref().collect();
        (all, tokens.broken)
    }

    #[test]
    fn every_kind_of_token() {
        let input = b"{\\rtf1\\fi-360 \\b\\i  a\r\nb\\'e9\\'E9c\\~\\{\\bin4 }{\\\\x\\*\\u-10180 ?}";
        let expected = [
            Open,
            Word(b"rtf", Some(1)),
            Word(b"fi", Some(-360)),
            Word(b"b", None),
            Word(b"i", None),
            Text(b" a"),
            Text(b"b"),
            Hex(0xE9),
            Hex(0xE9),
            Text(b"c"),
            Symbol(b'~'),
            Symbol(b'{'),
            Binary,
            Symbol(b'*'),
            Word(b"u", Some(-10180)),
            Text(b"?"),
            Close,
        ];
        let (mut found, broken) = tokens(input);
        // The four bytes of binary data are `}{\\`, of which nothing is a token.
        found.retain(|token| *token != Text(b"x"));
        assert_eq!((&*found, broken), (&expected[..], None));
    }

    #[test]
    fn numbers_and_escapes_that_are_none() {
        assert_eq!(tokens(b"\\a99999999999").0, [Word(b"a", Some(i32::MAX))]);
        assert_eq!(tokens(b"\\a-99999999999").0, [Word(b"a", Some(i32::MIN))]);
        assert_eq!(tokens(b"\\a-b").0, [Word(b"a", None), Text(b"-b")]);
        assert_eq!(tokens(b"\\\r\nx"), (vec![Word(b"par", None), Text(b"x")], None));
        assert_eq!(tokens(b"ab\\'4gh"), (vec![Text(b"ab"), Text(b"4gh")], Some(2)));
        assert_eq!(tokens(b"\\'4"), (vec![Text(b"4")], Some(0)));
        assert_eq!(tokens(b"ab\\"), (vec![Text(b"ab")], Some(2)));
        assert_eq!(tokens(b"\\bin99 ab"), (vec![Binary], Some(0)));
        assert_eq!(tokens(b"\\bin-1 ab"), (vec![Binary, Text(b"ab")], None));
    }

    #[test]
    fn many_broken_escapes_do_not_nest() {
        let input = b"\\'".repeat(1 << 20);
        assert_eq!(tokens(&input), (vec![], Some(0)));
    }
}
