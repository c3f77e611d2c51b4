//! Simple HTML, written element by element: whatever is asked for, it comes out well nested.

use openimsg_base::Refused;

use crate::output::Output;

/// How characters look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Style {
    pub(crate) bold: bool,
    pub(crate) italic: bool,
    pub(crate) underline: bool,
    pub(crate) strike: bool,
    pub(crate) script: Script,
    pub(crate) color: Option<Color>,
    pub(crate) background: Option<Color>,
    /// The number of the link that they are in; 0 for none.
    pub(crate) link: u32,
}

/// Red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Color(pub(crate) [u8; 3]);

/// Where characters stand on the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Script {
    #[default]
    Normal,
    Super,
    Sub,
}

/// What stands before the first paragraph of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Marker {
    Bullet,
    /// A number, or a letter that says how to count.
    Number(Counting),
}

/// How the items of a list are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Counting {
    /// With digits, from this number on.
    From(u32),
    /// As the attribute `type` says: one of `a`, `A`, `i`, `I`.
    Type(char),
}

/// Where a paragraph belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Block {
    /// Tables inside each other that it is in.
    pub(crate) tables: u8,
    /// The level of the list if it is an item; 0 is the outermost.
    pub(crate) level: u8,
}

impl Block {
    /// Tables inside tables that are told apart, and levels of lists.
    pub(crate) const MOST: u8 = 4;
    pub(crate) const MOST_LEVELS: u8 = 9;
}

/// Writes a page of paragraphs, lists and tables.
///
/// An element is opened when something is shown in it, so that none is empty for nothing, and
/// closed after all that stands in it: that is the whole of the nesting. At most
/// `Block::MOST` tables, their rows and cells, as many times the levels of lists, and seven
/// elements for the looks of characters are ever open.
#[derive(Debug, Default)]
pub(crate) struct Markup {
    /// The elements that are open, the innermost last.
    open: Vec<Element>,
    /// How many of these do not say how characters look.
    blocks: usize,
    /// Whether characters have a place to stand: a paragraph, an item or a cell.
    in_text: bool,
    /// How the next characters look without any change.
    style: Style,
    /// The link to be opened next: its number, and its address if it was not opened before.
    link: (u32, Option<String>),
    /// Line ends between paragraphs of a cell that are written before the next of them.
    breaks: u32,
    /// Whether a blank would be lost, since one or nothing stands before it.
    blank: bool,
    /// Whether anything is written.
    begun: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Element {
    Table,
    Row,
    Cell,
    List { level: u8, is_counted: bool },
    Item,
    Paragraph,
    Link(u32),
    Colors(Option<Color>, Option<Color>),
    Bold,
    Italic,
    Underline,
    Strike,
    Super,
    Sub,
}

type Done = Result<(), Refused>;

impl Markup {
    /// Makes place for characters that look like `style`. A `marker` makes the paragraph that
    /// begins with them an item.
    #[inline]
    pub(crate) fn show(
        &mut self,
        output: &mut Output<'_>,
        block: Block,
        style: Style,
        marker: &mut Option<Marker>,
    ) -> Done {
        if self.in_text && self.style == style {
            return Ok(());
        }
        if !self.in_text {
            self.begin_block(output, block, marker.take())?;
        }
        self.restyle(output, style)
    }

    /// Writes bytes of text for which there is a place.
    pub(crate) fn text(
        &mut self,
        output: &mut Output<'_>,
        page: openimsg_base::CodePage,
        text: &[u8],
    ) -> Done {
        // No second byte of a character is below 0x30: what is looked for is what it seems.
        let special = |byte: &u8| *byte <= b' ' || matches!(byte, b'<' | b'>' | b'&');
        for piece in text.split_inclusive(special) {
            let Some((last, before)) = piece.split_last().filter(|(last, _)| special(last)) else {
                self.blank = false;
                output.bytes(page, piece)?;
                continue;
            };
            self.blank &= before.is_empty();
            output.bytes(page, before)?;
            let instead: &[u8] = match last {
                b' ' if !std::mem::replace(&mut self.blank, true) => b" ",
                b' ' => b"&nbsp;",
                b'\t' => {
                    self.blank = true;
                    TAB
                }
                b'<' | b'>' | b'&' => {
                    self.blank = false;
                    escaped(*last)
                }
                // Controls mean nothing in HTML.
                _ => b"",
            };
            output.bytes(page, instead)?;
        }
        Ok(())
    }

    /// Writes a character for which there is a place.
    pub(crate) fn unit(&mut self, output: &mut Output<'_>, unit: u16) -> Done {
        match u8::try_from(unit) {
            Ok(ascii @ 0..0x80) => {
                output.flush()?;
                self.text(output, openimsg_base::CodePage::WINDOWS_1252, &[ascii])
            }
            _ => {
                self.blank = false;
                output.unit(unit)
            }
        }
    }

    /// Writes a blank of the width of a tab, for which there is a place.
    pub(crate) fn tab(&mut self, output: &mut Output<'_>) -> Done {
        self.blank = true;
        output.markup(TAB)
    }

    /// Ends the line, which begins a paragraph if nothing stands before it.
    pub(crate) fn end_line(
        &mut self,
        output: &mut Output<'_>,
        block: Block,
        marker: &mut Option<Marker>,
    ) -> Done {
        if !self.in_text {
            self.begin_block(output, block, marker.take())?;
        }
        self.blank = true;
        output.markup(b"<br>\r\n")
    }

    /// Ends the paragraph, which shows an empty line if nothing is in it.
    pub(crate) fn end_paragraph(
        &mut self,
        output: &mut Output<'_>,
        block: Block,
        marker: &mut Option<Marker>,
    ) -> Done {
        if !self.in_text {
            let in_cell = self.tables() > 0 && self.tables() == block.tables;
            match marker.take() {
                Some(marker) => self.begin_block(output, block, Some(marker))?,
                None if in_cell && self.open.last() == Some(&Element::Cell) => {
                    self.breaks = self.breaks.saturating_add(1);
                    return Ok(());
                }
                // Nothing is above it.
                None if !self.begun || block.tables > 0 => return Ok(()),
                None => {
                    self.begin_block(output, block, None)?;
                    output.markup(b"&nbsp;")?;
                }
            }
        }
        self.end_text(output)?;
        match self.open.last() {
            Some(Element::Paragraph) => self.close(output)?,
            Some(Element::Cell) => self.breaks = self.breaks.saturating_add(1),
            _ => {}
        }
        Ok(())
    }

    /// Ends the cell of the innermost of `tables` tables; there is one even if nothing is in it.
    pub(crate) fn end_cell(&mut self, output: &mut Output<'_>, tables: u8) -> Done {
        self.enter(output, tables)?;
        self.end_text(output)?;
        let cell = self.last(Element::Cell).unwrap_or(0);
        self.close_down_to(output, cell)
    }

    /// Ends the row of the innermost of `tables` tables; where there is none, the paragraph.
    pub(crate) fn end_row(&mut self, output: &mut Output<'_>, tables: u8) -> Done {
        if self.tables() < tables {
            let (here, in_text) = (Block::default(), self.in_text);
            return if in_text { self.end_paragraph(output, here, &mut None) } else { Ok(()) };
        }
        self.leave(output, tables)?;
        self.end_text(output)?;
        let table = self.last(Element::Table).unwrap_or(0);
        self.close_down_to(output, table.saturating_add(1))
    }

    /// Ends all.
    pub(crate) fn finish(&mut self, output: &mut Output<'_>) -> Done {
        self.end_text(output)?;
        self.close_down_to(output, 0)?;
        if self.begun { output.markup(TAIL) } else { Ok(()) }
    }

    /// Makes a link to `address`, of characters whose style says its number: that is returned.
    /// A link does not go on after its paragraph.
    pub(crate) fn link(&mut self, address: String) -> u32 {
        let number = self.link.0.saturating_add(1);
        self.link = (number, Some(address));
        number
    }

    fn begin_block(
        &mut self,
        output: &mut Output<'_>,
        block: Block,
        marker: Option<Marker>,
    ) -> Done {
        if !std::mem::replace(&mut self.begun, true) {
            output.markup(HEAD)?;
        }
        self.enter(output, block.tables)?;
        match marker {
            Some(marker) => self.begin_item(output, block.level, &marker)?,
            None => {
                self.close_down_to(output, self.container())?;
                if block.tables == 0 {
                    self.open(output, Element::Paragraph, b"<p style=\"margin:0\">")?;
                }
            }
        }
        for _ in 0..std::mem::take(&mut self.breaks) {
            output.markup(b"<br>\r\n")?;
        }
        self.blocks = self.open.len();
        self.style = Style::default();
        (self.in_text, self.blank) = (true, true);
        Ok(())
    }

    fn begin_item(&mut self, output: &mut Output<'_>, level: u8, marker: &Marker) -> Done {
        let is_counted = *marker != Marker::Bullet;
        let this = Element::List { level, is_counted };
        let container = self.container();
        // Where its list is, or the one that its list will be in.
        let list = loop {
            let is_list = |element: &Element| matches!(element, Element::List { .. });
            let inside = self.open.get(container..).unwrap_or(&[]);
            let Some(at) = inside.iter().rposition(is_list) else { break None };
            let at = container.saturating_add(at);
            match self.open.get(at) {
                Some(list) if *list == this => break Some(at),
                Some(Element::List { level: outer, .. }) if *outer < level => break None,
                _ => self.close_down_to(output, at)?,
            }
        };
        self.breaks = 0;
        match list {
            Some(list) => self.close_down_to(output, list.saturating_add(1))?,
            None => {
                let tag = match marker {
                    Marker::Bullet => "\r\n<ul>\r\n".to_owned(),
                    Marker::Number(Counting::From(0 | 1)) => "\r\n<ol>\r\n".to_owned(),
                    Marker::Number(Counting::From(first)) => {
                        format!("\r\n<ol start=\"{first}\">\r\n")
                    }
                    Marker::Number(Counting::Type(letter)) => {
                        format!("\r\n<ol type=\"{letter}\">\r\n")
                    }
                };
                self.open(output, this, tag.as_bytes())?;
            }
        }
        self.open(output, Element::Item, b"<li>")
    }

    /// Goes into a cell of the innermost of `tables` tables, or out of all tables for 0.
    fn enter(&mut self, output: &mut Output<'_>, tables: u8) -> Done {
        if !std::mem::replace(&mut self.begun, true) {
            output.markup(HEAD)?;
        }
        self.leave(output, tables)?;
        while self.tables() < tables {
            self.end_text(output)?;
            self.close_down_to(output, self.container())?;
            self.open(output, Element::Table, b"<table>\r\n")?;
            if self.tables() < tables {
                self.open_cell(output)?;
            }
        }
        let (table, cell) = (self.last(Element::Table), self.last(Element::Cell));
        if tables > 0 && cell < table { self.open_cell(output) } else { Ok(()) }
    }

    /// Goes out of tables that are in more than `tables` others.
    fn leave(&mut self, output: &mut Output<'_>, tables: u8) -> Done {
        while self.tables() > tables {
            self.end_text(output)?;
            let table = self.last(Element::Table).unwrap_or(0);
            self.close_down_to(output, table)?;
        }
        Ok(())
    }

    fn open_cell(&mut self, output: &mut Output<'_>) -> Done {
        if self.last(Element::Row) < self.last(Element::Table) {
            self.open(output, Element::Row, b"<tr>")?;
        }
        self.breaks = 0;
        self.open(output, Element::Cell, b"<td>")
    }

    /// What is shown from here on stands in another paragraph.
    fn end_text(&mut self, output: &mut Output<'_>) -> Done {
        if std::mem::take(&mut self.in_text) {
            self.close_down_to(output, self.blocks)?;
        }
        Ok(())
    }

    /// Closes the elements that the new style has not, and opens those that it has: always in
    /// the same order.
    fn restyle(&mut self, output: &mut Output<'_>, style: Style) -> Done {
        let has = |wanted: bool, element: Element| wanted.then_some(element);
        let link = Element::Link(style.link);
        let is_open = self.open.get(self.blocks) == Some(&link);
        let can_open = self.link.0 == style.link && self.link.1.is_some();
        let colored = style.color.is_some() || style.background.is_some();
        let wanted = [
            has(style.link > 0 && (is_open || can_open), link),
            has(colored, Element::Colors(style.color, style.background)),
            has(style.bold, Element::Bold),
            has(style.italic, Element::Italic),
            has(style.underline, Element::Underline),
            has(style.strike, Element::Strike),
            has(style.script == Script::Super, Element::Super),
            has(style.script == Script::Sub, Element::Sub),
        ];
        let mut wanted = wanted.into_iter().flatten().peekable();
        let mut same = self.blocks;
        while wanted.peek().is_some() && self.open.get(same) == wanted.peek() {
            same = same.saturating_add(1);
            wanted.next();
        }
        self.close_down_to(output, same)?;
        for element in wanted {
            self.open_style(output, element)?;
        }
        self.style = style;
        Ok(())
    }

    fn open_style(&mut self, output: &mut Output<'_>, element: Element) -> Done {
        let tag: &[u8] = match element {
            Element::Bold => b"<b>",
            Element::Italic => b"<i>",
            Element::Underline => b"<u>",
            Element::Strike => b"<s>",
            Element::Super => b"<sup>",
            Element::Sub => b"<sub>",
            Element::Colors(color, background) => {
                let of = |name: &str, color: Option<Color>| {
                    color.map(|Color([red, green, blue])| {
                        format!("{name}:#{red:02x}{green:02x}{blue:02x}")
                    })
                };
                let both = [of("color", color), of("background-color", background)];
                let both: Vec<String> = both.into_iter().flatten().collect();
                let tag = format!("<span style=\"{}\">", both.join(";"));
                return self.open(output, element, tag.as_bytes());
            }
            Element::Link(_) => {
                let address = self.link.1.take().unwrap_or_default();
                self.open(output, element, b"<a href=\"")?;
                output.characters(&attribute(&address))?;
                return output.markup(b"\">");
            }
            _ => return Ok(()),
        };
        self.open(output, element, tag)
    }

    fn open(&mut self, output: &mut Output<'_>, element: Element, tag: &[u8]) -> Done {
        self.open.push(element);
        output.markup(tag)
    }

    /// Closes the innermost element.
    fn close(&mut self, output: &mut Output<'_>) -> Done {
        let Some(element) = self.open.pop() else { return Ok(()) };
        output.markup(match element {
            Element::Table => b"</table>\r\n",
            Element::Row => b"</tr>\r\n",
            Element::Cell => b"</td>",
            Element::List { is_counted: true, .. } => b"</ol>\r\n",
            Element::List { is_counted: false, .. } => b"</ul>\r\n",
            Element::Item => b"</li>\r\n",
            Element::Paragraph => b"</p>\r\n",
            Element::Link(_) => b"</a>",
            Element::Colors(..) => b"</span>",
            Element::Bold => b"</b>",
            Element::Italic => b"</i>",
            Element::Underline => b"</u>",
            Element::Strike => b"</s>",
            Element::Super => b"</sup>",
            Element::Sub => b"</sub>",
        })
    }

    fn close_down_to(&mut self, output: &mut Output<'_>, len: usize) -> Done {
        while self.open.len() > len {
            self.close(output)?;
        }
        Ok(())
    }

    /// How many tables are open.
    fn tables(&self) -> u8 {
        let tables = self.open.iter().filter(|element| **element == Element::Table).count();
        u8::try_from(tables).unwrap_or(u8::MAX)
    }

    fn last(&self, element: Element) -> Option<usize> {
        self.open.iter().rposition(|open| *open == element)
    }

    /// How many elements are open up to the innermost cell: what is in it stands behind.
    fn container(&self) -> usize {
        self.last(Element::Cell).map_or(0, |cell| cell.saturating_add(1))
    }
}

/// A sign of markup as text.
pub(crate) fn escaped(sign: u8) -> &'static [u8] {
    match sign {
        b'<' => b"&lt;",
        b'>' => b"&gt;",
        _ => b"&amp;",
    }
}

/// Text as the value of an attribute between double quotes.
fn attribute(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => value.push_str("&amp;"),
            '<' => value.push_str("&lt;"),
            '>' => value.push_str("&gt;"),
            '"' => value.push_str("&quot;"),
            character => value.push(character),
        }
    }
    value
}

const HEAD: &[u8] = b"<html><head><meta charset=\"utf-8\"></head><body>\r\n";
const TAIL: &[u8] = b"</body></html>\r\n";
/// A tab, of which HTML has none.
const TAB: &[u8] = b"&emsp;";
