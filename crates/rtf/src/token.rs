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

/// The tokens of `input`, without the line ends between them, which mean nothing.
#[derive(Debug, Clone)]
pub(crate) struct Tokens<'a> {
    input: &'a [u8],
    at: usize,
    /// Where a token begins that the end of the input, or a wrong digit, cuts short.
    pub(crate) broken: Option<usize>,
}

impl<'a> Tokens<'a> {
    pub(crate) fn new(input: &'a [u8]) -> Self {
        Tokens { input, at: 0, broken: None }
    }

    /// Offset of the next token.
    pub(crate) fn position(&self) -> usize {
        self.at
    }

    fn rest(&self) -> &'a [u8] {
        self.input.get(self.at..).unwrap_or(&[])
    }

    fn peek(&self) -> Option<u8> {
        self.input.get(self.at).copied()
    }

    /// Takes the bytes up to the first that is not `wanted`.
    fn take_while(&mut self, wanted: impl Fn(u8) -> bool) -> &'a [u8] {
        let rest = self.rest();
        let len = rest.iter().position(|byte| !wanted(*byte)).unwrap_or(rest.len());
        self.take(len)
    }

    /// Takes `len` bytes, or as many as there are.
    fn take(&mut self, len: usize) -> &'a [u8] {
        let rest = self.rest();
        let taken = rest.get(..len).unwrap_or(rest);
        self.at = self.at.saturating_add(taken.len());
        taken
    }

    /// What follows a `\` that began at `start`, if it is a token.
    fn control(&mut self, start: usize) -> Option<Token<'a>> {
        let name = self.take_while(|byte| byte.is_ascii_alphabetic());
        if !name.is_empty() {
            let number = self.number();
            if self.peek() == Some(b' ') {
                self.take(1);
            }
            return Some(match name {
                b"bin" => self.binary(start, number),
                _ => Token::Word(name, number),
            });
        }
        let [symbol] = *self.take(1) else {
            self.broken.get_or_insert(start);
            return None;
        };
        match symbol {
            b'\'' => match self.rest() {
                [high, low, ..] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                    self.take(2);
                    Some(Token::Hex(digit(*high) << 4 | digit(*low)))
                }
                _ => {
                    self.broken.get_or_insert(start);
                    None
                }
            },
            // An escaped line end is a paragraph's.
            b'\r' | b'\n' => Some(Token::Word(b"par", None)),
            _ => Some(Token::Symbol(symbol)),
        }
    }

    /// A decimal number; what does not fit is the nearest that does.
    fn number(&mut self) -> Option<i32> {
        let negative = match self.rest() {
            [b'-', digit, ..] if digit.is_ascii_digit() => true,
            [digit, ..] if digit.is_ascii_digit() => false,
            _ => return None,
        };
        if negative {
            self.take(1);
        }
        let digits = self.take_while(|byte| byte.is_ascii_digit());
        let number = digits.iter().fold(0_i32, |number, digit| {
            let digit = i32::from(digit.wrapping_sub(b'0'));
            let digit = if negative { digit.saturating_neg() } else { digit };
            number.saturating_mul(10).saturating_add(digit)
        });
        Some(number)
    }

    fn binary(&mut self, start: usize, number: Option<i32>) -> Token<'a> {
        let len = usize::try_from(number.unwrap_or(0)).unwrap_or(0);
        if self.take(len).len() < len {
            self.broken.get_or_insert(start);
        }
        Token::Binary
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    #[inline]
    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let start = self.at;
            match self.peek()? {
                b'\r' | b'\n' => {
                    self.take(1);
                }
                b'{' => {
                    self.take(1);
                    return Some(Token::Open);
                }
                b'}' => {
                    self.take(1);
                    return Some(Token::Close);
                }
                b'\\' => {
                    self.take(1);
                    let token = self.control(start);
                    if token.is_some() {
                        return token;
                    }
                }
                _ => {
                    let plain = |byte| !matches!(byte, b'\\' | b'{' | b'}' | b'\r' | b'\n');
                    return Some(Token::Text(self.take_while(plain)));
                }
            }
        }
    }
}

/// The value of a hexadecimal digit.
fn digit(digit: u8) -> u8 {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok()).unwrap_or(0)
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
