//! From RTF to the HTML or plain text that it encapsulates.

use std::fmt;

use openimsg_base::{Budget, CodePage, Defect, DefectKind, Refused};

use crate::fonts::Fonts;
use crate::output::Output;
use crate::token::{Token, Tokens};
use crate::{BROKEN, CODE_PAGE, DEPTH, Error, Kind, MALFORMED, SURROGATE, UNCLOSED, kind};

/// What RTF encapsulates, and what was wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Encapsulated {
    /// What the RTF was made from.
    pub original: Original,
    /// At most one of each of [`DEFECTS`](crate::DEFECTS), in their order. `node` is 0: where
    /// the RTF came from is for the caller to say.
    pub defects: Vec<Defect>,
}

/// What RTF was made from. `Debug` shows the length of the text only.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Original {
    /// HTML, with CR LF line ends as a rule. It is text here, whatever charset it declares.
    Html(String),
    /// Plain text, with CR LF line ends.
    Text(String),
    /// Nothing else: this is RTF in its own right.
    Rtf,
}

impl fmt::Debug for Original {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Original::Html(html) => write!(f, "Html({} bytes)", html.len()),
            Original::Text(text) => write!(f, "Text({} bytes)", text.len()),
            Original::Rtf => f.write_str("Rtf"),
        }
    }
}

/// Gives back the HTML or plain text that `rtf` encapsulates ([MS-OXRTFEX] 2.1.3).
///
/// The length of the text in UTF-8 is charged to `budget` as
/// [`Limit::DecodedBytes`](openimsg_base::Limit::DecodedBytes). Time is proportional to the
/// length of `rtf`; beside the text, at most 200 KiB and some bytes for each font are in use.
/// Defects are returned and not recorded; strict callers put each to [`Budget::tolerate`].
///
/// ```
/// use openimsg_base::Budget;
/// use openimsg_rtf::{Original, deencapsulate};
/// let rtf = br"{\rtf1\ansi\fromhtml1{\*\htmltag84 <b>}\htmlrtf{\b\htmlrtf0 a & b
/// {\*\htmltag92 </b>}\htmlrtf}\htmlrtf0}";
/// let html = deencapsulate(rtf, &Budget::default()).unwrap().original;
/// assert_eq!(html, Original::Html("<b>a &amp; b</b>".to_owned()));
/// ```
///
/// # Errors
/// [`Error::Refused`] if the budget refuses; nothing stays charged then.
pub fn deencapsulate(rtf: &[u8], budget: &Budget) -> Result<Encapsulated, Error> {
    let kind = kind(rtf);
    if kind == Kind::Rtf {
        return Ok(Encapsulated { original: Original::Rtf, defects: Vec::new() });
    }
    let mut reader = Reader::new(kind == Kind::Html, budget);
    let text = reader.read(rtf).and_then(|()| reader.output.finish());
    let text = text.inspect_err(|_| reader.output.give_up())?;
    let original = if reader.html { Original::Html(text) } else { Original::Text(text) };
    Ok(Encapsulated { original, defects: reader.defects() })
}

/// Groups inside groups of which the state is kept. Outlook writes about ten.
const MAX_DEPTH: usize = 10_000;

/// Goes through RTF and keeps what was there before it was RTF.
struct Reader<'b> {
    /// Whether the original is HTML.
    html: bool,
    output: Output<'b>,
    fonts: Fonts,
    /// What holds in the current group …
    group: Group,
    /// … and in those around it.
    around: Vec<Group>,
    /// Groups open beyond [`MAX_DEPTH`]. They have the state of the one that they are in.
    beyond: usize,
    /// What the next token is to the group that it is in.
    place: Place,
    /// How many characters that stand for the last `\uN` in older readers are still to come.
    fallback: u32,
    /// Where it was first seen that …
    too_deep: Option<usize>,
    unclosed: Option<usize>,
    broken: Option<usize>,
    code_page: Option<usize>,
    malformed: Option<usize>,
    lone_surrogate: Option<usize>,
}

/// What a group inherits, changes and forgets.
#[derive(Clone, Copy)]
struct Group {
    destination: Destination,
    /// Whether `\htmlrtf` is on: what is there is for readers of RTF.
    rtf_only: bool,
    /// The code page of the current font.
    page: CodePage,
    /// `\ucN`: how many characters stand for one of Unicode in older readers.
    fallback: u32,
}

/// Where the text of a group goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Destination {
    /// Into the original, as text.
    Body,
    /// Into the original, as markup.
    Tag,
    /// The font table.
    Fonts,
    /// Nowhere.
    Skipped,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// The first in its group: a word here may name a destination.
    First,
    /// After `{\*`: a word here names one, which who does not know it skips.
    Starred,
    Further,
}

impl<'b> Reader<'b> {
    fn new(html: bool, budget: &'b Budget) -> Self {
        let fonts = Fonts::new();
        let page = fonts.document();
        Reader {
            html,
            output: Output::new(budget),
            fonts,
            group: Group { destination: Destination::Body, rtf_only: false, page, fallback: 1 },
            around: Vec::new(),
            beyond: 0,
            place: Place::Further,
            fallback: 0,
            too_deep: None,
            unclosed: None,
            broken: None,
            code_page: None,
            malformed: None,
            lone_surrogate: None,
        }
    }

    fn read(&mut self, rtf: &[u8]) -> Result<(), Refused> {
        let mut tokens = Tokens::new(rtf);
        loop {
            let at = tokens.position();
            let Some(token) = tokens.next() else {
                self.unclosed = Some(at);
                break;
            };
            self.token(token, at)?;
            if token == Token::Close && self.around.is_empty() {
                // Outlook may have stored a NUL after the last group.
                break;
            }
            let first_at = |seen: bool| seen.then_some(at);
            self.code_page = self.code_page.or(first_at(self.fonts.unusable));
            self.malformed = self.malformed.or(first_at(self.output.malformed));
            self.lone_surrogate = self.lone_surrogate.or(first_at(self.output.lone_surrogate));
        }
        self.output.flush()?;
        let end = tokens.position();
        self.malformed = self.malformed.or(self.output.malformed.then_some(end));
        self.lone_surrogate = self.lone_surrogate.or(self.output.lone_surrogate.then_some(end));
        self.broken = tokens.broken;
        Ok(())
    }

    fn token(&mut self, token: Token<'_>, at: usize) -> Result<(), Refused> {
        let place = std::mem::replace(&mut self.place, Place::Further);
        match token {
            Token::Open => self.open(at),
            Token::Close => self.close(),
            Token::Symbol(b'*') if place == Place::First => self.place = Place::Starred,
            Token::Word(name, _) if self.begins_destination(name, place) => {}
            Token::Word(name, number) => self.word(name, number)?,
            Token::Symbol(symbol) if !self.is_fallback() => self.symbol(symbol)?,
            Token::Hex(byte) if !self.is_fallback() => self.text(&[byte])?,
            Token::Text(text) => {
                let skipped = text.len().min(usize::try_from(self.fallback).unwrap_or(usize::MAX));
                self.fallback = self.fallback.saturating_sub(u32::try_from(skipped).unwrap_or(0));
                self.text(text.get(skipped..).unwrap_or(&[]))?;
            }
            Token::Binary => _ = self.is_fallback(),
            Token::Symbol(_) | Token::Hex(_) => {}
        }
        Ok(())
    }

    fn open(&mut self, at: usize) {
        self.fallback = 0;
        self.place = Place::First;
        if self.around.len() < MAX_DEPTH {
            self.around.push(self.group);
        } else {
            self.beyond = self.beyond.saturating_add(1);
            self.too_deep.get_or_insert(at);
        }
    }

    fn close(&mut self) {
        self.fallback = 0;
        if let Some(beyond) = self.beyond.checked_sub(1) {
            self.beyond = beyond;
        } else if let Some(group) = self.around.pop() {
            self.group = group;
        }
    }

    /// Whether `name` begins a destination of the current group, which then is that.
    fn begins_destination(&mut self, name: &[u8], place: Place) -> bool {
        let destination = match (place, name) {
            (Place::Further, _) => return false,
            (_, b"htmltag") if self.html => Destination::Tag,
            (_, b"fonttbl") => Destination::Fonts,
            (Place::Starred, _)
            | (_, b"colortbl" | b"stylesheet" | b"info" | b"pict" | b"pntext" | b"listtext") => {
                Destination::Skipped
            }
            (Place::First, _) => return false,
        };
        // What is inside something skipped is skipped as well, whatever it is.
        if matches!(self.group.destination, Destination::Body | Destination::Tag) {
            self.group.destination = destination;
        } else {
            self.group.destination = Destination::Skipped;
        }
        true
    }

    fn word(&mut self, name: &[u8], number: Option<i32>) -> Result<(), Refused> {
        if let Some((entity, character)) = entity(name) {
            if self.is_fallback() {
                return Ok(());
            }
            return if self.html {
                self.markup(entity.as_bytes())
            } else {
                self.character(character)
            };
        }
        // Writers that leave out what stands for a character leave it out here.
        self.fallback = 0;
        if self.group.destination == Destination::Fonts {
            self.fonts.table_word(name, number);
            return Ok(());
        }
        match (name, number) {
            (b"htmlrtf", number) if self.html => self.group.rtf_only = number != Some(0),
            (b"par" | b"line", _) => self.markup(b"\r\n")?,
            (b"tab", _) => self.markup(b"\t")?,
            (b"u", Some(number)) => {
                // A signed number of 16 bits, which some write unsigned.
                let [low, high, ..] = number.to_le_bytes();
                self.character(u16::from_le_bytes([low, high]))?;
                self.fallback = self.group.fallback;
            }
            (b"uc", number) => {
                self.group.fallback = u32::try_from(number.unwrap_or(1)).unwrap_or(0);
            }
            (b"f", Some(number)) => self.group.page = self.fonts.page(number),
            (b"plain", _) => self.group.page = self.fonts.default_page(),
            _ if self.fonts.header_word(name, number) => self.group.page = self.fonts.document(),
            _ => {}
        }
        Ok(())
    }

    fn symbol(&mut self, symbol: u8) -> Result<(), Refused> {
        match symbol {
            b'\\' | b'{' | b'}' => self.text(&[symbol]),
            b'~' if self.html => self.markup(b"&nbsp;"),
            b'_' if self.html => self.markup(b"&shy;"),
            b'~' => self.character(0xA0),
            b'_' => self.character(0xAD),
            b'\t' => self.markup(b"\t"),
            _ => Ok(()),
        }
    }

    /// Whether the character at hand stands for one that is there already; counts it.
    fn is_fallback(&mut self) -> bool {
        let left = self.fallback.checked_sub(1);
        self.fallback = left.unwrap_or(0);
        left.is_some()
    }

    /// Whether what is here belongs to the original.
    fn is_original(&self) -> bool {
        let in_original = matches!(self.group.destination, Destination::Body | Destination::Tag);
        in_original && !self.group.rtf_only
    }

    /// Text, in which signs that would be markup are not meant as such outside of tags.
    fn text(&mut self, mut text: &[u8]) -> Result<(), Refused> {
        if !self.is_original() {
            return Ok(());
        }
        if self.html && self.group.destination == Destination::Body {
            while let Some(at) = text.iter().position(|byte| matches!(byte, b'<' | b'>' | b'&')) {
                let (before, from) = text.split_at_checked(at).unwrap_or((text, &[]));
                let (sign, after) = from.split_first().unwrap_or((&0, &[]));
                self.output.bytes(self.group.page, before)?;
                self.output.bytes(self.group.page, escaped(*sign))?;
                text = after;
            }
        }
        self.output.bytes(self.group.page, text)
    }

    /// ASCII that goes into the original as it is.
    fn markup(&mut self, ascii: &[u8]) -> Result<(), Refused> {
        if self.is_original() { self.output.bytes(self.group.page, ascii) } else { Ok(()) }
    }

    fn character(&mut self, unit: u16) -> Result<(), Refused> {
        if !self.is_original() {
            return Ok(());
        }
        if let Ok(sign @ (b'<' | b'>' | b'&')) = u8::try_from(unit) {
            // Not the second half of a character that bytes began.
            self.output.flush()?;
            return self.text(&[sign]);
        }
        self.output.unit(unit)
    }

    fn defects(&self) -> Vec<Defect> {
        let seen: [(&'static DefectKind, Option<usize>); 6] = [
            (&DEPTH, self.too_deep),
            (&UNCLOSED, self.unclosed),
            (&BROKEN, self.broken),
            (&CODE_PAGE, self.code_page),
            (&MALFORMED, self.malformed),
            (&SURROGATE, self.lone_surrogate),
        ];
        let defect = |(kind, at): (_, Option<usize>)| {
            Some(Defect::new(kind, 0, u64::try_from(at?).unwrap_or(u64::MAX)))
        };
        seen.into_iter().filter_map(defect).collect()
    }
}

/// A sign of markup as text.
fn escaped(sign: u8) -> &'static [u8] {
    match sign {
        b'<' => b"&lt;",
        b'>' => b"&gt;",
        _ => b"&amp;",
    }
}

/// The entity, and the character, of a control word that is one ([MS-OXRTFEX] 2.1.3.1.5).
fn entity(word: &[u8]) -> Option<(&'static str, u16)> {
    Some(match word {
        b"lquote" => ("&lsquo;", 0x2018),
        b"rquote" => ("&rsquo;", 0x2019),
        b"ldblquote" => ("&ldquo;", 0x201C),
        b"rdblquote" => ("&rdquo;", 0x201D),
        b"bullet" => ("&bull;", 0x2022),
        b"endash" => ("&ndash;", 0x2013),
        b"emdash" => ("&mdash;", 0x2014),
        _ => return None,
    })
}
