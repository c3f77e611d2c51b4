//! What the words of RTF in its own right mean for HTML.

use openimsg_base::{Budget, Refused};

use super::{Destination, Reader};
use crate::markup::{Block, Color, Counting, Marker, Markup, Script, Style};
use crate::output::Output;

/// What is known of a document on the way to HTML, beside what groups hold.
#[derive(Debug)]
pub(super) struct Native<'b> {
    markup: Markup,
    /// The colour table; nothing is the reader's own choice.
    colors: Vec<Option<Color>>,
    /// What the next colour of the table has so far.
    defining: Option<Color>,
    /// What stands before the text of an item, up to [`MAX_MARKER`] bytes.
    bullet: Vec<u8>,
    marker: Option<Marker>,
    /// What the field at hand is to show.
    instruction: Output<'b>,
    /// Whether a row was begun by `\trowd`, with cells that need not say where they are.
    in_row: bool,
}

/// How a group looks on the way to HTML.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Looks {
    style: Style,
    block: Block,
    /// `\intbl`.
    in_table: bool,
}

type Done = Result<(), Refused>;

impl<'b> Native<'b> {
    pub(super) fn new(budget: &'b Budget) -> Self {
        Native {
            markup: Markup::default(),
            colors: Vec::new(),
            defining: None,
            bullet: Vec::new(),
            marker: None,
            instruction: Output::new(budget),
            in_row: false,
        }
    }

    /// Gives back what was charged for what is not part of the result.
    pub(super) fn give_up(&mut self) {
        self.instruction.give_up();
    }
}

impl Reader<'_> {
    /// Takes a control word; tells whether it is dealt with.
    pub(super) fn native_word(
        &mut self,
        name: &[u8],
        number: Option<i32>,
    ) -> Result<bool, Refused> {
        let on = number != Some(0);
        let looks = &mut self.group.looks;
        let style = &mut looks.style;
        match name {
            b"b" => style.bold = on,
            b"i" => style.italic = on,
            b"ulnone" => style.underline = false,
            _ if name.starts_with(b"ul") && is_underline(name) => style.underline = on,
            b"strike" | b"striked" => style.strike = on,
            b"super" => style.script = if on { Script::Super } else { Script::Normal },
            b"sub" => style.script = if on { Script::Sub } else { Script::Normal },
            b"nosupersub" => style.script = Script::Normal,
            b"cf" => style.color = self.native.color(number).filter(|color| *color != BLACK),
            b"cb" | b"highlight" | b"chcbpat" => style.background = self.native.color(number),
            b"plain" => {
                *style = Style { link: style.link, ..Style::default() };
                // It changes the font as well.
                return Ok(false);
            }
            b"pard" => (looks.block, looks.in_table) = (Block::default(), false),
            b"intbl" => looks.in_table = on,
            b"itap" => looks.block.tables = small(number).min(Block::MOST),
            b"ilvl" => looks.block.level = small(number).min(Block::MOST_LEVELS.saturating_sub(1)),
            b"red" | b"green" | b"blue" => self.native.define(name, small(number)),
            b"fldrslt" => self.field_result()?,
            _ => return self.native_structure(name),
        }
        Ok(true)
    }

    /// Takes a control word that ends something, or stands for a blank.
    fn native_structure(&mut self, name: &[u8]) -> Result<bool, Refused> {
        let is_known = matches!(
            name,
            b"par"
                | b"sect"
                | b"page"
                | b"line"
                | b"tab"
                | b"cell"
                | b"nestcell"
                | b"row"
                | b"nestrow"
                | b"trowd"
        );
        if !is_known || self.group.destination != Destination::Body || self.group.hidden {
            return Ok(is_known);
        }
        let (block, inner) = (self.block(), self.group.looks.block.tables.max(2));
        let Native { markup, marker, in_row, .. } = &mut self.native;
        let output = &mut self.output;
        match name {
            b"tab" => {
                self.native_place()?;
                self.native.markup.tab(&mut self.output)?;
            }
            b"line" => markup.end_line(output, block, marker)?,
            b"cell" => markup.end_cell(output, 1)?,
            b"nestcell" => markup.end_cell(output, inner)?,
            b"row" => {
                *in_row = false;
                markup.end_row(output, 1)?;
            }
            b"nestrow" => markup.end_row(output, inner)?,
            b"trowd" => *in_row = true,
            _ => markup.end_paragraph(output, block, marker)?,
        }
        if matches!(name, b"cell" | b"nestcell" | b"row" | b"nestrow") {
            self.native.marker = None;
        }
        Ok(true)
    }

    /// Takes text, wherever it goes.
    pub(super) fn native_text(&mut self, text: &[u8]) -> Done {
        let page = self.group.page;
        match self.group.destination {
            Destination::Body if !self.group.hidden && !text.is_empty() => {
                self.native_place()?;
                self.native.markup.text(&mut self.output, page, text)
            }
            Destination::Instruction => self.native.instruction.bytes(page, text),
            Destination::Marker => {
                self.native.note_marker(text);
                Ok(())
            }
            Destination::Colors => {
                let colors = text.iter().filter(|byte| **byte == b';').count();
                self.native.end_colors(colors);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// Takes a unit of UTF-16, wherever it goes.
    pub(super) fn native_unit(&mut self, unit: u16) -> Done {
        match self.group.destination {
            Destination::Body if !self.group.hidden => {
                self.native_place()?;
                self.native.markup.unit(&mut self.output, unit)
            }
            Destination::Instruction => self.native.instruction.unit(unit),
            _ => Ok(()),
        }
    }

    /// The instruction of a field begins here.
    pub(super) fn begin_instruction(&mut self) {
        self.native.instruction.give_up();
    }

    /// What is before an item begins here.
    pub(super) fn begin_marker(&mut self) {
        self.native.bullet.clear();
        self.native.marker = Some(Marker::Bullet);
    }

    pub(super) fn native_finish(&mut self) -> Done {
        self.native.give_up();
        self.native.markup.finish(&mut self.output)
    }

    /// Makes place for characters.
    fn native_place(&mut self) -> Done {
        let (block, style) = (self.block(), self.group.looks.style);
        let Native { markup, marker, .. } = &mut self.native;
        markup.show(&mut self.output, block, style, marker)
    }

    fn block(&self) -> Block {
        let Looks { block, in_table, .. } = self.group.looks;
        let least = u8::from(in_table || self.native.in_row);
        let tables = if least > 0 { block.tables.max(least) } else { 0 };
        Block { tables, ..block }
    }

    /// What the field shows begins here: it is a link if the instruction says so.
    fn field_result(&mut self) -> Done {
        let instruction = self.native.instruction.take()?;
        self.output.malformed |= self.native.instruction.malformed;
        self.output.lone_surrogate |= self.native.instruction.lone_surrogate;
        if let (Some(address), 0) = (hyperlink(&instruction), self.group.looks.style.link) {
            self.group.looks.style.link = self.native.markup.link(address);
        }
        Ok(())
    }
}

impl Native<'_> {
    fn color(&self, number: Option<i32>) -> Option<Color> {
        let number = usize::try_from(number.unwrap_or(0)).ok().filter(|number| *number > 0)?;
        self.colors.get(number).copied().flatten()
    }

    fn define(&mut self, name: &[u8], value: u8) {
        let Color([red, green, blue]) = self.defining.get_or_insert(BLACK);
        *match name {
            b"red" => red,
            b"green" => green,
            _ => blue,
        } = value;
    }

    fn end_colors(&mut self, colors: usize) {
        for _ in 0..colors.min(MAX_COLORS.saturating_sub(self.colors.len())) {
            let color = self.defining.take();
            self.colors.push(color);
        }
    }

    fn note_marker(&mut self, text: &[u8]) {
        let room = MAX_MARKER.saturating_sub(self.bullet.len());
        self.bullet.extend_from_slice(text.get(..room).unwrap_or(text));
        self.marker = Some(marker(&self.bullet));
    }
}

/// What a list is by what stands before an item: `1.`, `(2)`, `a)` count, and `o` does not.
fn marker(bullet: &[u8]) -> Marker {
    let is_blank = |byte: &u8| !byte.is_ascii_alphanumeric();
    let start = bullet.iter().position(|byte| !is_blank(byte)).unwrap_or(bullet.len());
    let rest = bullet.get(start..).unwrap_or(&[]);
    let len = rest.iter().position(is_blank).unwrap_or(rest.len());
    let (sign, after) = rest.split_at_checked(len).unwrap_or((rest, &[]));
    let is_closed = matches!(after.first(), Some(b'.' | b')'));
    let counting = match sign {
        [b'0'..=b'9', ..] => match std::str::from_utf8(sign).ok().and_then(|n| n.parse().ok()) {
            Some(number @ 0..=999_999_999) => Counting::From(number),
            _ => Counting::From(1),
        },
        [b'i', ..] if is_closed => Counting::Type('i'),
        [b'I', ..] if is_closed => Counting::Type('I'),
        [b'a'..=b'z'] if is_closed => Counting::Type('a'),
        [b'A'..=b'Z'] if is_closed => Counting::Type('A'),
        [b'v' | b'x', ..] if is_closed => Counting::Type('i'),
        [b'V' | b'X', ..] if is_closed => Counting::Type('I'),
        _ => return Marker::Bullet,
    };
    Marker::Number(counting)
}

/// The address that a field leads to, if its instruction is `HYPERLINK`: the first argument, and
/// behind `#` that of the switch `\l`.
fn hyperlink(instruction: &str) -> Option<String> {
    let mut arguments = Arguments { rest: instruction };
    if !arguments.next()?.0.eq_ignore_ascii_case("HYPERLINK") {
        return None;
    }
    let (mut address, mut place) = (String::new(), None);
    while let Some((argument, is_quoted)) = arguments.next() {
        match &*argument {
            "\\l" if !is_quoted => place = arguments.next().map(|(place, _)| place),
            "\\o" | "\\t" if !is_quoted => _ = arguments.next(),
            switch if !is_quoted && switch.starts_with('\\') && switch.len() == 2 => {}
            _ if address.is_empty() => address = argument,
            _ => {}
        }
    }
    if let Some(place) = place {
        address.push('#');
        address.push_str(&place);
    }
    Some(address).filter(|address| !address.is_empty())
}

/// Words and quoted texts of a field's instruction, and which they are.
struct Arguments<'i> {
    rest: &'i str,
}

impl Iterator for Arguments<'_> {
    type Item = (String, bool);

    fn next(&mut self) -> Option<(String, bool)> {
        let rest = self.rest.trim_start();
        let Some(quoted) = rest.strip_prefix('"') else {
            let len = rest.find(char::is_whitespace).unwrap_or(rest.len());
            let (word, after) = rest.split_at_checked(len)?;
            self.rest = after;
            return (!word.is_empty()).then(|| (word.to_owned(), false));
        };
        let mut argument = String::new();
        let mut characters = quoted.chars();
        while let Some(character) = characters.next().filter(|character| *character != '"') {
            // A sign behind `\` means itself.
            let escaped = (character == '\\').then(|| characters.next()).flatten();
            argument.push(escaped.unwrap_or(character));
        }
        self.rest = characters.as_str();
        Some((argument, true))
    }
}

/// Whether the word after `\ul` is one of those for kinds of underlining.
fn is_underline(name: &[u8]) -> bool {
    let kind = name.get(2..).unwrap_or(&[]);
    matches!(
        kind,
        b"" | b"d"
            | b"dash"
            | b"dashd"
            | b"dashdd"
            | b"db"
            | b"hair"
            | b"hwave"
            | b"ldash"
            | b"th"
            | b"thd"
            | b"thdash"
            | b"thdashd"
            | b"thdashdd"
            | b"thldash"
            | b"uldbwave"
            | b"dbwave"
            | b"w"
            | b"wave"
    )
}

fn small(number: Option<i32>) -> u8 {
    u8::try_from(number.unwrap_or(0).clamp(0, 255)).unwrap_or(0)
}

/// What text has by itself.
const BLACK: Color = Color([0; 3]);
/// Colours of which a table is remembered.
const MAX_COLORS: usize = 65_536;
/// How much of what stands before an item is looked at.
const MAX_MARKER: usize = 16;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_before_items() {
        let number = |counting| Marker::Number(counting);
        for (bullet, expected) in [
            (&b"1."[..], number(Counting::From(1))),
            (b" (12)\t", number(Counting::From(12))),
            (b"3", number(Counting::From(3))),
            (b"99999999999999999999.", number(Counting::From(1))),
            (b"a)", number(Counting::Type('a'))),
            (b"C.", number(Counting::Type('A'))),
            (b"iv.", number(Counting::Type('i'))),
            (b"II)", number(Counting::Type('I'))),
            (b"x.", number(Counting::Type('a'))),
            (b"xi.", number(Counting::Type('i'))),
            (b"o\t", Marker::Bullet),
            (b"\xB7\t", Marker::Bullet),
            (b"-", Marker::Bullet),
            (b"", Marker::Bullet),
        ] {
            assert_eq!(marker(bullet), expected, "{}", String::from_utf8_lossy(bullet));
        }
    }

    #[test]
    fn where_links_lead() {
        for (instruction, expected) in [
            (r#" HYPERLINK "http://x/?a&b" "#, Some("http://x/?a&b")),
            (r"hyperlink http://x/ ", Some("http://x/")),
            (r#"HYPERLINK "http://x/" \l "part" \o "tip" \t "_blank" \n"#, Some("http://x/#part")),
            (r#"HYPERLINK \l "part""#, Some("#part")),
            (r#"HYPERLINK \o "tip" "mailto:a@b""#, Some("mailto:a@b")),
            (r#"HYPERLINK "\\\\server\\share\\a \"b\".txt""#, Some(r#"\\server\share\a "b".txt"#)),
            (r#"HYPERLINK "http://x/"#, Some("http://x/")),
            (r#"HYPERLINK """#, None),
            ("HYPERLINK", None),
            ("PAGE", None),
            ("", None),
        ] {
            assert_eq!(hyperlink(instruction).as_deref(), expected, "{instruction}");
        }
    }
}
