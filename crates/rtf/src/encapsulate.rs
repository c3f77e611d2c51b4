//! From HTML or plain text to RTF that encapsulates it.

use std::io::Write;

use openimsg_base::CodePage;

use crate::html::{Piece, Pieces, Tag};

/// How RTF is made of HTML or text.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    /// The code page that the RTF names as its own. Nothing is written in it, since what is not
    /// ASCII is written as Unicode; Outlook names the one of the sender's system. Default 1252,
    /// which is also named in place of a page that lacks ASCII.
    pub code_page: CodePage,
}

impl Default for Options {
    fn default() -> Self {
        Options { code_page: CodePage::WINDOWS_1252 }
    }
}

/// Makes RTF that encapsulates `html` ([MS-OXRTFEX] 2.1.4), as Outlook keeps it in
/// `PidTagRtfCompressed`.
///
/// [`deencapsulate`](crate::deencapsulate()) gives back the same HTML, byte for byte, whatever
/// it is. Each tag, comment, entity and line end stands in a group of its own, and text between
/// them, so that readers who know nothing of HTML show the text, with paragraphs, line breaks,
/// bullets, tabs between cells, bold, italic and underlined type.
///
/// ```
/// use openimsg_base::Budget;
/// use openimsg_rtf::{Options, Original, deencapsulate, encapsulate_html};
/// let html = "<p>2 < 3 &amp; <b>naïve</b></p>";
/// let rtf = encapsulate_html(html, &Options::default());
/// let read = deencapsulate(&rtf, &Budget::default()).unwrap();
/// assert_eq!(read.original, Original::Html(html.to_owned()));
/// ```
#[must_use]
pub fn encapsulate_html(html: &str, options: &Options) -> Vec<u8> {
    let mut writer = HtmlWriter::new(header("fromhtml1", html, options));
    for piece in Pieces::new(html) {
        writer.piece(piece);
    }
    writer.finish()
}

/// Makes RTF that encapsulates plain `text` ([MS-OXRTFEX] 2.1.4).
///
/// [`deencapsulate`](crate::deencapsulate()) gives back the same text, byte for byte. Lines end
/// with CR LF: a CR or LF alone is kept as a character, and readers of RTF show no line end.
///
/// ```
/// use openimsg_rtf::{Kind, Options, encapsulate_text, kind};
/// let rtf = encapsulate_text("a {b}\r\nc", &Options::default());
/// assert_eq!(kind(&rtf), Kind::Text);
/// assert!(rtf.ends_with(b" a \\{b\\}\\par\r\nc}"));
/// ```
#[must_use]
pub fn encapsulate_text(text: &str, options: &Options) -> Vec<u8> {
    let mut rtf = header("fromtext", text, options);
    escape(text, "\\par\r\n", &mut rtf);
    rtf.push(b'}');
    rtf
}

/// The header that Outlook writes, with room for `original`.
fn header(kind: &str, original: &str, options: &Options) -> Vec<u8> {
    let page = Some(options.code_page).filter(|page| page.is_ascii_superset());
    let header = format!(
        "{{\\rtf1\\ansi\\ansicpg{}\\{kind} \\fbidis \\deff0{{\\fonttbl\r\n\
         {{\\f0\\fswiss\\fcharset0 Arial;}}\r\n\
         {{\\f1\\fmodern Courier New;}}\r\n\
         {{\\f2\\fnil\\fcharset2 Symbol;}}}}\r\n\
         {{\\colortbl\\red0\\green0\\blue0;\\red0\\green0\\blue255;}}\r\n\
         \\uc1\\pard\\plain\\deftab360 \\f0\\fs24 ",
        page.unwrap_or(CodePage::WINDOWS_1252),
    );
    let mut rtf = Vec::with_capacity(header.len().saturating_add(original.len().saturating_mul(2)));
    rtf.extend_from_slice(header.as_bytes());
    rtf
}

/// Appends `text` with `line_end` for each CR LF.
fn escape(text: &str, line_end: &str, rtf: &mut Vec<u8>) {
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| !matches!(c, ' '..='~') || "\\{}".contains(c)) {
        let (plain, from) = rest.split_at_checked(at).unwrap_or((rest, ""));
        rtf.extend_from_slice(plain.as_bytes());
        if let Some(after) = from.strip_prefix("\r\n") {
            rtf.extend_from_slice(line_end.as_bytes());
            rest = after;
            continue;
        }
        let mut characters = from.chars();
        if let Some(character) = characters.next() {
            escape_character(character, rtf);
        }
        rest = characters.as_str();
    }
    rtf.extend_from_slice(rest.as_bytes());
}

fn escape_character(character: char, rtf: &mut Vec<u8>) {
    match character {
        '\\' | '{' | '}' => _ = write!(rtf, "\\{character}"),
        '\t' => rtf.extend_from_slice(b"\\tab "),
        ' '..='~' => _ = write!(rtf, "{character}"),
        '\0'..='\x7F' => _ = write!(rtf, "\\'{:02x}", u32::from(character)),
        _ => {
            for unit in character.encode_utf16(&mut [0; 2]) {
                _ = write!(rtf, "\\u{} ?", unit.cast_signed());
            }
        }
    }
}

/// Where in a document the next piece stands; bits 0 and 1 of the number after `\htmltag`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Body = 0,
    Head = 1,
    Html = 2,
    Outside = 3,
}

/// Writes pieces of HTML, and beside each what it is for readers of RTF.
struct HtmlWriter {
    rtf: Vec<u8>,
    place: Place,
    /// Whether what is next stands in a paragraph.
    in_paragraph: bool,
    /// Whether nothing is shown yet on the line that is being written.
    line_is_empty: bool,
    /// Whether a blank that is not yet written stands before what is shown next on the line.
    blank: bool,
    /// How many elements are open in which blanks count.
    preformatted: u32,
    /// How many elements of each [`TYPES`] are open.
    types: [u32; TYPES.len()],
}

/// Words that begin a kind of type.
const TYPES: [&str; 4] = ["\\b", "\\i", "\\ul", "\\strike"];

impl HtmlWriter {
    fn new(mut rtf: Vec<u8>) -> Self {
        rtf.extend_from_slice(b"\r\n{\\*\\htmltag64}");
        HtmlWriter {
            rtf,
            place: Place::Outside,
            in_paragraph: false,
            line_is_empty: true,
            blank: false,
            preformatted: 0,
            types: [0; TYPES.len()],
        }
    }

    fn finish(mut self) -> Vec<u8> {
        self.rtf.push(b'}');
        self.rtf
    }

    fn piece(&mut self, piece: Piece<'_>) {
        match piece {
            Piece::Tag(tag) => self.tag(tag),
            Piece::Aside(source) => self.group(kind::OTHER, false, source),
            Piece::Hidden(source) => self.group(kind::TEXT, false, source),
            Piece::Entity(source, character) => {
                self.show();
                self.group(kind::INLINE, false, source);
                let shown = if character.is_control() { ' ' } else { character };
                self.for_rtf(|rtf| escape_character(shown, rtf));
            }
            Piece::Sign(source) => {
                self.show();
                self.group(kind::TEXT, false, source);
                self.for_rtf(|rtf| rtf.extend_from_slice(source.as_bytes()));
            }
            Piece::Text(text) => self.text(text),
        }
    }

    fn tag(&mut self, Tag { source, name, closing }: Tag<'_>) {
        let Element { kind, effect } = Element::of(name);
        match (effect, closing) {
            (Effect::Html, _) => {
                self.place = Place::Outside;
                self.group(kind, closing, source);
                self.place = if closing { Place::Outside } else { Place::Html };
                return;
            }
            (Effect::Head, _) => {
                self.place = if closing { Place::Head } else { Place::Html };
                self.group(kind, closing, source);
                self.place = if closing { Place::Html } else { Place::Head };
                return;
            }
            (Effect::Body, _) => {
                (self.place, self.in_paragraph) = (Place::Html, false);
                self.group(kind, closing, source);
                self.place = if closing { Place::Html } else { Place::Body };
                return;
            }
            (Effect::None, _) => return self.group(kind, closing, source),
            _ => self.place = Place::Body,
        }
        match effect {
            Effect::Type(_) | Effect::Inline => self.in_paragraph = true,
            Effect::Break => {}
            _ => self.in_paragraph = false,
        }
        self.group(kind, closing, source);
        let line_ends = !self.line_is_empty;
        match effect {
            Effect::Break => {
                self.for_rtf(|rtf| rtf.extend_from_slice(b"\\line"));
                (self.line_is_empty, self.blank) = (true, false);
            }
            Effect::Block | Effect::Paragraph | Effect::Item | Effect::Preformatted => {
                if line_ends {
                    self.for_rtf(|rtf| rtf.extend_from_slice(b"\\par"));
                    (self.line_is_empty, self.blank) = (true, false);
                }
                if effect == Effect::Item && !closing {
                    self.for_rtf(|rtf| rtf.extend_from_slice(b"\\bullet\\tab"));
                }
                if effect == Effect::Preformatted {
                    let open = self.preformatted;
                    self.preformatted =
                        if closing { open.saturating_sub(1) } else { open.saturating_add(1) };
                }
                self.in_paragraph = !closing && effect != Effect::Block;
            }
            Effect::Cell => {
                if line_ends && !closing {
                    self.for_rtf(|rtf| rtf.extend_from_slice(b"\\tab"));
                    self.blank = false;
                }
            }
            Effect::Type(number) => self.change_type(number, closing),
            Effect::None | Effect::Inline | Effect::Html | Effect::Head | Effect::Body => {}
        }
    }

    /// Begins or ends type of a kind, where the outermost element of that kind does.
    fn change_type(&mut self, number: usize, closing: bool) {
        let (Some(word), Some(open)) = (TYPES.get(number), self.types.get_mut(number)) else {
            return;
        };
        let before = *open;
        *open = if closing { before.saturating_sub(1) } else { before.saturating_add(1) };
        match (before, closing) {
            (0, false) => self.for_rtf(|rtf| rtf.extend_from_slice(word.as_bytes())),
            (1, true) => self.for_rtf(|rtf| _ = write!(rtf, "{word}0")),
            _ => {}
        }
    }

    /// Text, of which blanks are shown as browsers show them.
    fn text(&mut self, text: &str) {
        let is_blank = |c: char| c <= ' ' || c == '\x7F';
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let blank = is_blank(first);
            let len = rest.find(|c| is_blank(c) != blank).unwrap_or(rest.len());
            let (run, after) = rest.split_at_checked(len).unwrap_or((rest, ""));
            rest = after;
            if !blank {
                self.show();
                escape(run, "", &mut self.rtf);
            } else if self.preformatted > 0 && self.place == Place::Body {
                self.preformatted_blanks(run);
            } else if self.line_is_empty {
                self.group(kind::TEXT, false, run);
            } else if run.bytes().all(|byte| byte == b' ') {
                self.rtf.extend_from_slice(run.as_bytes());
            } else {
                self.group(kind::TEXT, false, run);
                self.blank = true;
            }
        }
    }

    fn preformatted_blanks(&mut self, mut blanks: &str) {
        while let Some(first) = blanks.bytes().next() {
            let len = if blanks.starts_with("\r\n") { 2 } else { 1 };
            let (blank, after) = blanks.split_at_checked(len).unwrap_or((blanks, ""));
            blanks = after;
            match first {
                b' ' | b'\t' => escape(blank, "", &mut self.rtf),
                b'\r' | b'\n' => {
                    self.group(kind::TEXT, false, blank);
                    self.for_rtf(|rtf| rtf.extend_from_slice(b"\\line"));
                }
                _ => self.group(kind::TEXT, false, blank),
            }
        }
    }

    /// Something is shown now: what shows is in the body, whether that has begun or not.
    fn show(&mut self) {
        if std::mem::take(&mut self.blank) && !self.line_is_empty {
            self.for_rtf(|rtf| rtf.push(b' '));
        }
        self.place = Place::Body;
        self.line_is_empty = false;
        self.in_paragraph = true;
    }

    /// Writes `source` as what only readers of HTML see.
    fn group(&mut self, kind: u8, closing: bool, source: &str) {
        let place = match self.place {
            Place::Body => 0,
            Place::Head => 1,
            Place::Html => 2,
            Place::Outside => 3,
        };
        let in_paragraph = self.in_paragraph && self.place == Place::Body;
        let paragraph = if in_paragraph { 0x04 } else { 0 };
        let closing = if closing { 0x08 } else { 0 };
        let number = kind << 4 | closing | paragraph | place;
        _ = write!(self.rtf, "\r\n{{\\*\\htmltag{number} ");
        escape(source, "\\par ", &mut self.rtf);
        self.rtf.push(b'}');
    }

    /// Writes what only readers of RTF see.
    fn for_rtf(&mut self, write: impl FnOnce(&mut Vec<u8>)) {
        self.rtf.extend_from_slice(b"\\htmlrtf ");
        write(&mut self.rtf);
        self.rtf.extend_from_slice(b"\\htmlrtf0 ");
    }
}

/// What a tag is, in the highest bits of the number after `\htmltag`.
mod kind {
    pub(super) const TEXT: u8 = 0;
    pub(super) const HTML: u8 = 1;
    pub(super) const HEAD: u8 = 2;
    pub(super) const BODY: u8 = 3;
    pub(super) const PARAGRAPH: u8 = 4;
    pub(super) const INLINE: u8 = 5;
    pub(super) const BLOCK: u8 = 6;
    pub(super) const BREAK: u8 = 7;
    pub(super) const PREFORMATTED: u8 = 8;
    pub(super) const FONT: u8 = 9;
    pub(super) const META: u8 = 10;
    pub(super) const TITLE: u8 = 11;
    pub(super) const OTHER: u8 = 15;
}

/// What is to be known of the elements of a name.
struct Element {
    kind: u8,
    effect: Effect,
}

/// What a tag means for readers of RTF.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Effect {
    /// Nothing, wherever it stands.
    None,
    Html,
    Head,
    Body,
    /// A new line.
    Break,
    /// A line of its own, before and after.
    Block,
    Paragraph,
    Item,
    Preformatted,
    /// A tab before all but the first.
    Cell,
    /// One of [`TYPES`].
    Type(usize),
    /// Part of the text.
    Inline,
}

impl Element {
    fn of(name: &str) -> Element {
        let element = |kind, effect| Element { kind, effect };
        match name.to_ascii_lowercase().as_str() {
            "html" => element(kind::HTML, Effect::Html),
            "head" => element(kind::HEAD, Effect::Head),
            "body" => element(kind::BODY, Effect::Body),
            "title" => element(kind::TITLE, Effect::None),
            "meta" | "link" | "base" => element(kind::META, Effect::None),
            "style" | "script" | "noscript" | "xml" => element(kind::OTHER, Effect::None),
            "br" => element(kind::BREAK, Effect::Break),
            "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "dt" | "dd" => {
                element(kind::PARAGRAPH, Effect::Paragraph)
            }
            "tr" => element(kind::PARAGRAPH, Effect::Block),
            "li" => element(kind::PARAGRAPH, Effect::Item),
            "pre" => element(kind::PREFORMATTED, Effect::Preformatted),
            "div" | "table" | "blockquote" | "ul" | "ol" | "dl" | "center" | "hr" | "form"
            | "address" | "article" | "section" | "header" | "footer" | "main" | "caption" => {
                element(kind::BLOCK, Effect::Block)
            }
            "td" | "th" => element(kind::FONT, Effect::Cell),
            "b" | "strong" => element(kind::INLINE, Effect::Type(0)),
            "i" | "em" | "cite" => element(kind::INLINE, Effect::Type(1)),
            "u" | "ins" | "a" => element(kind::INLINE, Effect::Type(2)),
            "s" | "strike" | "del" => element(kind::INLINE, Effect::Type(3)),
            "font" | "span" => element(kind::FONT, Effect::Inline),
            "img" | "sub" | "sup" | "small" | "big" | "code" | "tt" => {
                element(kind::INLINE, Effect::Inline)
            }
            // Elements of Office, which may stand anywhere.
            other if other.contains(':') => element(kind::OTHER, Effect::None),
            _ => element(kind::OTHER, Effect::Inline),
        }
    }
}
