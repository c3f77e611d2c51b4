//! The state machine that goes through RTF and takes text out of it.

mod native;

use openimsg_base::{Budget, CodePage, Defect, DefectKind, Refused};

use crate::fonts::Fonts;
use crate::markup::escaped;
use crate::output::Output;
use crate::token::{Token, Tokens};
use crate::{BROKEN, CODE_PAGE, DEPTH, MALFORMED, SURROGATE, TRAILING, UNCLOSED};
use native::{Looks, Native};

/// What is taken out of RTF.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// The HTML that it was made from.
    OriginalHtml,
    /// The text that it was made from.
    OriginalText,
    /// What it shows in its own right, as text …
    Text,
    /// … and as HTML.
    Html,
}

/// Takes what is wanted out of `rtf`, and says what was wrong. The text is charged to `budget`;
/// after a refusal, nothing is.
pub(crate) fn read(
    rtf: &[u8],
    wanted: Wanted,
    budget: &Budget,
) -> Result<(String, Vec<Defect>), Refused> {
    let mut reader = Reader::new(wanted, budget);
    match reader.read(rtf).and_then(|()| reader.output.finish()) {
        Ok(text) => Ok((text, reader.defects())),
        Err(refused) => {
            reader.output.give_up();
            reader.native.give_up();
            Err(refused)
        }
    }
}

/// Groups inside groups of which the state is kept. Outlook writes about ten.
const MAX_DEPTH: usize = 10_000;

/// Goes through RTF and keeps what is wanted of it.
struct Reader<'b> {
    wanted: Wanted,
    output: Output<'b>,
    /// What is needed for HTML out of RTF in its own right.
    native: Native<'b>,
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
    trailing: Option<usize>,
    broken: Option<usize>,
    code_page: Option<usize>,
    malformed: Option<usize>,
    lone_surrogate: Option<usize>,
}

/// What a group inherits, changes and forgets.
#[derive(Clone, Copy)]
struct Group {
    destination: Destination,
    /// Whether text is not wanted: `\htmlrtf` in HTML, `\v` (hidden) where RTF itself counts.
    hidden: bool,
    /// The code page of the current font.
    page: CodePage,
    /// `\ucN`: how many characters stand for one of Unicode in older readers.
    fallback: u32,
    looks: Looks,
}

/// Where the text of a group goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Destination {
    /// Into the result, as text.
    Body,
    /// Into the result, as markup.
    Tag,
    /// The font table.
    Fonts,
    /// The colour table, of interest for HTML only, as are the next two.
    Colors,
    /// The instruction of a field.
    Instruction,
    /// What stands before an item of a list.
    Marker,
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
    fn new(wanted: Wanted, budget: &'b Budget) -> Self {
        let fonts = Fonts::new();
        let page = fonts.document();
        Reader {
            wanted,
            output: Output::new(budget),
            native: Native::new(budget),
            fonts,
            group: Group {
                destination: Destination::Body,
                hidden: false,
                page,
                fallback: 1,
                looks: Looks::default(),
            },
            around: Vec::new(),
            beyond: 0,
            place: Place::Further,
            fallback: 0,
            too_deep: None,
            unclosed: None,
            trailing: None,
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
                self.trailing = tokens.trailing();
                break;
            }
            if self.fonts.unusable | self.output.malformed | self.output.lone_surrogate {
                let first_at = |seen: bool| seen.then_some(at);
                self.code_page = self.code_page.or(first_at(self.fonts.unusable));
                self.malformed = self.malformed.or(first_at(self.output.malformed));
                self.lone_surrogate = self.lone_surrogate.or(first_at(self.output.lone_surrogate));
            }
        }
        if self.wanted == Wanted::Html {
            self.native_finish()?;
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
        let native = self.wanted == Wanted::Html;
        let destination = match (place, name) {
            (Place::Further, _) => return false,
            (_, b"htmltag") if self.html() => Destination::Tag,
            (_, b"fonttbl") => Destination::Fonts,
            (_, b"colortbl") if native => Destination::Colors,
            (_, b"fldinst") if native => Destination::Instruction,
            (_, b"pntext" | b"listtext") if native => Destination::Marker,
            // Cells and rows of tables in tables are told twice.
            (_, b"nesttableprops") if native => return false,
            (Place::First, b"nonesttables") if native => Destination::Skipped,
            // The bullets of lists are for readers of RTF only.
            (Place::First, b"pntext" | b"listtext") if self.shown() => return false,
            (Place::First, name) if !is_skipped(name) => return false,
            _ => Destination::Skipped,
        };
        // What is inside something skipped is skipped as well, whatever it is.
        if matches!(self.group.destination, Destination::Body | Destination::Tag) {
            self.group.destination = destination;
            match destination {
                Destination::Instruction => self.begin_instruction(),
                Destination::Marker if !self.group.hidden => self.begin_marker(),
                _ => {}
            }
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
            return if self.html() {
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
        if self.wanted == Wanted::Html && self.native_word(name, number)? {
            return Ok(());
        }
        match (name, number) {
            (b"htmlrtf", number) if self.html() => self.group.hidden = number != Some(0),
            (b"v", number) if self.shown() => self.group.hidden = number != Some(0),
            (b"row" | b"nestrow" | b"sect" | b"page", _) if self.shown() => {
                self.markup(b"\r\n")?;
            }
            (b"cell" | b"nestcell", _) if self.shown() => self.markup(b"\t")?,
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
            (b"plain", _) => {
                self.group.page = self.fonts.default_page();
                self.group.hidden &= self.html();
            }
            _ if self.fonts.header_word(name, number) => self.group.page = self.fonts.document(),
            _ => {}
        }
        Ok(())
    }

    fn symbol(&mut self, symbol: u8) -> Result<(), Refused> {
        match symbol {
            b'\\' | b'{' | b'}' => self.text(&[symbol]),
            b'~' if self.html() => self.markup(b"&nbsp;"),
            b'_' if self.html() => self.markup(b"&shy;"),
            b'~' => self.character(0xA0),
            b'_' => self.character(0xAD),
            b'\t' => self.word(b"tab", None),
            _ => Ok(()),
        }
    }

    /// Whether the character at hand stands for one that is there already; counts it.
    fn is_fallback(&mut self) -> bool {
        let left = self.fallback.checked_sub(1);
        self.fallback = left.unwrap_or(0);
        left.is_some()
    }

    fn html(&self) -> bool {
        self.wanted == Wanted::OriginalHtml
    }

    /// Whether what RTF shows in its own right is wanted.
    fn shown(&self) -> bool {
        matches!(self.wanted, Wanted::Text | Wanted::Html)
    }

    /// Whether what is here is wanted.
    fn is_wanted(&self) -> bool {
        let in_result = matches!(self.group.destination, Destination::Body | Destination::Tag);
        in_result && !self.group.hidden
    }

    /// Text, in which signs that would be markup are not meant as such outside of tags.
    fn text(&mut self, mut text: &[u8]) -> Result<(), Refused> {
        if self.wanted == Wanted::Html {
            return self.native_text(text);
        }
        if !self.is_wanted() {
            return Ok(());
        }
        if self.html() && self.group.destination == Destination::Body {
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

    /// ASCII that goes into the result as it is.
    fn markup(&mut self, ascii: &[u8]) -> Result<(), Refused> {
        if self.is_wanted() { self.output.bytes(self.group.page, ascii) } else { Ok(()) }
    }

    fn character(&mut self, unit: u16) -> Result<(), Refused> {
        if self.wanted == Wanted::Html {
            return self.native_unit(unit);
        }
        if !self.is_wanted() {
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
        let seen: [(&'static DefectKind, Option<usize>); 7] = [
            (&DEPTH, self.too_deep),
            (&UNCLOSED, self.unclosed),
            (&TRAILING, self.trailing),
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

/// Whether a group that begins with this word holds nothing that is shown in the body.
fn is_skipped(name: &[u8]) -> bool {
    const SKIPPED: [&[u8]; 18] = [
        b"colortbl",
        b"stylesheet",
        b"info",
        b"pict",
        b"pntext",
        b"listtext",
        b"filetbl",
        b"header",
        b"headerl",
        b"headerr",
        b"headerf",
        b"footer",
        b"footerl",
        b"footerr",
        b"footerf",
        b"fldinst",
        b"objdata",
        b"datastore",
    ];
    SKIPPED.contains(&name)
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
