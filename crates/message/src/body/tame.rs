//! HTML that parsers take in linear time: they, and those who write HTML and make text, take time
//! for each level of nesting, each attribute of a tag, and each character that is escaped.

use ammonia::Builder;

use super::markup::{Piece, Tag, Tags};

/// Elements inside elements that are still parsed. Mail of long threads has about a hundred.
const MOST: usize = 512;

/// Open elements that are looked at for each tag, on average, before a text is too tangled; the
/// first tags may take more.
const STEPS: (usize, usize) = (64, 1 << 22);

/// What may be looked at for the characters that are escaped, see [`Escapes`], for each byte on
/// average, and before that: as long as parsing takes.
const ESCAPES: (u64, u64) = (1 << 15, 1 << 30);

/// What may be looked at for what stands in tables but in no cell, likewise: parsers put it before
/// the table, and go through all that is there already for each.
const SIBLINGS: (u64, u64) = (1 << 9, 1 << 24);

/// Quotes and lists inside each other that are still indented: text has the marks of all levels
/// before each line. Deeper ones are no deeper than these.
const LEVELS: usize = 32;

/// HTML as [`Tags`] sees it, so that every parser sees the same tags: without comments and
/// declarations, without elements whose content is no markup (scripts, styles and titles go; what
/// would be seen stays as text), with 256 attributes in a tag at most; and without the tags that
/// make parsers read what follows by other rules, see [`DROPPED`].
pub(super) struct Tame {
    pub(super) html: String,
    /// How deep elements stand in each other. The estimate follows the rules by which parsers
    /// repair HTML as far as they close elements; what they close beyond that counts as open.
    pub(super) depth: usize,
    /// What writing it looks at for what is escaped in it.
    escapes: u64,
}

impl Tame {
    /// Nothing if elements are nested too deep, or if closing tags look through so many open
    /// elements, or there is so much in tables that does not belong there, that parsers take long.
    pub(super) fn new(source: &str) -> Option<Self> {
        let (mut tags, mut open, mut depth) = (Tags::new(source), Open::default(), 0);
        let (mut html, mut allowed) = (String::with_capacity(source.len()), STEPS.1);
        let (mut in_tags, mut cost) = (Escapes::default(), 0_u64);
        let (mut pieces, mut siblings, mut flat) = (0_u64, 0_u64, 0_usize);
        let most_siblings = most(SIBLINGS, source);
        while let Some(piece) = tags.piece() {
            pieces = pieces.saturating_add(1);
            if !belongs_in_table(&piece) && open.is_table() {
                siblings = siblings.saturating_add(pieces);
            }
            let tag = match piece {
                Piece::Text(text) => {
                    push_text(text, &mut html);
                    continue;
                }
                Piece::Tag(tag) => tag,
            };
            let name = tag.name.as_str();
            if tag.has_raw_text() || DROPPED.contains(&name) {
                if !tag.ends && matches!(name, "textarea" | "xmp" | "plaintext") {
                    let text = source.get(tag.raw.clone()).unwrap_or_default();
                    // Only a text area has entities.
                    let escaped = (name != "textarea").then(|| text.replace('&', "&amp;"));
                    push_text(escaped.as_deref().unwrap_or(text), &mut html);
                }
                continue;
            }
            if INDENTING.contains(&name) {
                if tag.ends && flat > 0 {
                    flat = flat.saturating_sub(1);
                    continue;
                }
                if !tag.ends && open.indents() >= LEVELS {
                    flat = flat.saturating_add(1);
                    continue;
                }
            }
            if tag.ends {
                open.end(name);
                html.extend(["</", name, ">"]);
            } else {
                open.start(&tag);
                html.extend(["<", tag.source, ">"]);
                let escapes = Escapes::of(tag.source);
                cost = cost.saturating_add(escapes.cost());
                in_tags = in_tags.and(&escapes);
            }
            depth = depth.max(open.elements.len());
            allowed = allowed.saturating_add(STEPS.0);
            if depth > MOST || open.steps > allowed || siblings > most_siblings {
                return None;
            }
        }
        let text = Escapes::of(&html).without(&in_tags);
        Some(Tame { html, depth, escapes: cost.saturating_add(text.cost()) })
    }

    /// What a sanitiser leaves of it. Nothing if characters to be escaped would have it look
    /// through too much text.
    pub(super) fn clean(&self, sanitizer: &Builder<'_>) -> Option<String> {
        (self.escapes <= most(ESCAPES, &self.html)).then(|| sanitizer.clean(&self.html).to_string())
    }
}

/// Adds text, in which `<` begins nothing: behind it may have stood what was left out.
fn push_text(text: &str, html: &mut String) {
    let mut parts = text.split('<');
    html.extend(parts.next());
    html.extend(parts.flat_map(|part| ["&lt;", part]));
}

/// What may be looked at for a text.
fn most((each, first): (u64, u64), text: &str) -> u64 {
    let length = u64::try_from(text.len()).unwrap_or(u64::MAX);
    each.saturating_mul(length).saturating_add(first)
}

/// The characters of a text that are escaped where HTML is written and do not end with it: for
/// each of them html5ever 0.40 looks through all that follows for `<` and `>`. Texts between tags
/// become one if parsers ignore the tags, so that they count as one; what is in a tag stays by
/// itself.
#[derive(Default)]
struct Escapes {
    count: u64,
    length: u64,
}

impl Escapes {
    fn of(text: &str) -> Self {
        // No-break spaces, and whatever else begins with the same byte.
        let all = text.bytes().filter(|byte| matches!(byte, b'&' | 0xC2)).count();
        let ends = ["&lt;", "&gt;"].map(|end| text.matches(end).count());
        let count = all.saturating_sub(ends.iter().sum());
        let wide = |length: usize| u64::try_from(length).unwrap_or(u64::MAX);
        Escapes { count: wide(count), length: wide(text.len()) }
    }

    fn and(&self, other: &Escapes) -> Self {
        Escapes {
            count: self.count.saturating_add(other.count),
            length: self.length.saturating_add(other.length),
        }
    }

    fn without(&self, other: &Escapes) -> Self {
        Escapes {
            count: self.count.saturating_sub(other.count),
            length: self.length.saturating_sub(other.length),
        }
    }

    fn cost(&self) -> u64 {
        self.count.saturating_mul(self.length)
    }
}

/// The elements that are open.
#[derive(Default)]
struct Open<'h> {
    elements: Vec<Element<'h>>,
    /// How many of them were looked at so far.
    steps: usize,
}

struct Element<'h> {
    name: String,
    /// As it stands.
    source: &'h str,
    part: Option<Part>,
}

/// What an element is to a table.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Cell,
    Other,
}

impl<'h> Open<'h> {
    fn start(&mut self, tag: &Tag<'h>) {
        let name = tag.name.as_str();
        if name != "table" && TABLE.contains(&name) {
            self.close(CELLS, &["table"]);
            match name {
                "tr" => drop(self.close(&["tr"], &["table"])),
                "tbody" | "thead" | "tfoot" => drop(self.close(SECTIONS, &["table"])),
                _ => {}
            }
        }
        match name {
            _ if VOID.contains(&name) => return,
            "li" => drop(self.close(&["li"], BLOCKS)),
            "dt" | "dd" => drop(self.close(&["dt", "dd"], BLOCKS)),
            _ => {}
        }
        if name == "p" || BLOCKS.contains(&name) || matches!(name, "div" | "address") {
            self.close(&["p"], SCOPES);
        }
        if FORMATTING.contains(&name) {
            // Parsers keep three of the same at most.
            self.steps = self.steps.saturating_add(self.elements.len());
            let same = |element: &&Element<'_>| element.source == tag.source;
            if self.elements.iter().filter(same).count() >= 3 {
                return;
            }
        }
        let part = match name {
            _ if CELLS.contains(&name) => Some(Part::Cell),
            _ if TABLE.contains(&name) => Some(Part::Other),
            _ => None,
        };
        self.elements.push(Element { name: tag.name.clone(), source: tag.source, part });
    }

    fn end(&mut self, name: &str) {
        if FORMATTING.contains(&name) {
            let at = self.elements.iter().rposition(|open| open.name == name);
            let passed = self.elements.len().saturating_sub(at.unwrap_or(0));
            self.steps = self.steps.saturating_add(passed);
            if let Some(at) = at {
                self.elements.remove(at);
            }
            return;
        }
        let is_in_table = TABLE.contains(&name);
        let closed = self.close(&[name], if is_in_table { &["table"] } else { SCOPES });
        // Rows and their groups are there even where nothing begins them.
        if !closed && (name == "tr" || SECTIONS.contains(&name)) {
            self.close(CELLS, &["table"]);
        }
    }

    fn indents(&self) -> usize {
        self.elements.iter().filter(|open| INDENTING.contains(&open.name.as_str())).count()
    }

    /// Whether what comes now comes into a table, but into no cell.
    fn is_table(&self) -> bool {
        self.elements.iter().rev().find_map(|open| open.part) == Some(Part::Other)
    }

    /// Closes the innermost of these elements, unless one of `walls` is inside of it; whether it
    /// did. Formatting goes on after it, except in tables.
    fn close(&mut self, names: &[&str], walls: &[&str]) -> bool {
        for at in (0..self.elements.len()).rev() {
            let Some(open) = self.elements.get(at).map(|open| open.name.as_str()) else {
                return false;
            };
            self.steps = self.steps.saturating_add(1);
            if names.contains(&open) {
                let in_table = matches!(open, "td" | "th" | "tr" | "table");
                let inside = self.elements.split_off(at);
                let goes_on =
                    |open: &Element<'_>| !in_table && FORMATTING.contains(&open.name.as_str());
                self.elements.extend(inside.into_iter().skip(1).filter(goes_on));
                return true;
            }
            if walls.contains(&open) {
                return false;
            }
        }
        false
    }
}

/// Whether parsers leave it where it is in a table.
fn belongs_in_table(piece: &Piece<'_>) -> bool {
    match piece {
        Piece::Text(text) => text.trim_ascii().is_empty(),
        // The end of a paragraph that is none is a whole one.
        Piece::Tag(tag) if tag.ends => !matches!(tag.name.as_str(), "p" | "br"),
        Piece::Tag(tag) => TABLE.contains(&tag.name.as_str()),
    }
}

/// Tags that parsers ignore in a body, or after which other rules count, such as those of SVG;
/// without them what stands in their elements is shown as it is.
const DROPPED: &[&str] = &[
    "body", "frame", "frameset", "head", "html", "math", "noscript", "optgroup", "option",
    "select", "svg", "template",
];
const INDENTING: &[&str] = &["blockquote", "dl", "ol", "ul"];
const CELLS: &[&str] = &["td", "th"];
const SECTIONS: &[&str] = &["tbody", "tfoot", "thead"];
const TABLE: &[&str] =
    &["caption", "col", "colgroup", "table", "tbody", "td", "tfoot", "th", "thead", "tr"];

const VOID: &[&str] = &[
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input",
    "keygen", "link", "meta", "param", "source", "track", "wbr",
];
const FORMATTING: &[&str] = &[
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
];
const SCOPES: &[&str] = &["applet", "button", "caption", "marquee", "object", "table", "td", "th"];
/// Elements that close a paragraph, and out of which no list item is closed.
const BLOCKS: &[&str] = &[
    "article",
    "aside",
    "blockquote",
    "center",
    "details",
    "dialog",
    "dir",
    "dl",
    "fieldset",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "listing",
    "main",
    "menu",
    "nav",
    "ol",
    "pre",
    "section",
    "summary",
    "table",
    "td",
    "th",
    "ul",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn depth(html: &str) -> Option<usize> {
        Tame::new(html).map(|tame| tame.depth)
    }

    #[test]
    fn what_closes_by_itself_is_not_deep() {
        for part in [
            "<p>a",
            "<p><b>a</b>",
            "<p><font size=1>a",
            "<br><img><hr>",
            "<div><p>a</div>",
            "<b>a<p>b</b>",
            "<table><tr><td>a<td>b<tr><td><p>c</table>",
            "<ul><li>a<li>b</ul>",
            "<dl><dt>a<dd>b</dl>",
            "<!-- <div> --><style><div></style>",
            "</div></b></p>",
        ] {
            let html = part.repeat(2_000);
            assert!(depth(&html).is_some_and(|depth| depth < 12), "{part} {:?}", depth(&html));
        }
        let nested = |n| depth(&("<div>".repeat(n) + &"</div>".repeat(n)));
        assert_eq!((nested(MOST), nested(MOST + 1)), (Some(MOST), None));
    }

    #[test]
    fn what_parsers_do_not_close_is() {
        for part in [
            "<div>",
            "<span>",
            "<div></b>",
            "<b><div></b>",
            "<div><table><td></div>",
            "<table><tr><td></table2>",
            "<pre><li>",
            "<x/>",
        ] {
            assert_eq!(depth(&part.repeat(2_000)), None, "{part}");
        }
        // Each closes nothing, and would look at all that is open.
        let tangled = |many: usize| "<span>".repeat(MOST - 10) + &"</q>".repeat(many);
        assert_eq!(depth(&tangled(2_000)), Some(MOST - 10));
        assert_eq!(depth(&tangled(20_000)), None);
        let fonts: String = (0..2_000).map(|n| format!("<p><font size={n}>")).collect();
        assert_eq!(depth(&fonts), None);
    }

    /// Took the square of their length. Bugs found, though not ours.
    #[test]
    fn what_takes_writers_and_parsers_long_is_refused_or_cut() {
        let clean = |html: String| {
            let tame = Tame::new(&html).unwrap();
            tame.clean(&Builder::default()).map(|clean| clean.len())
        };
        let text = |many: usize| "&amp;</x>\u{A0}".repeat(many);
        assert_eq!(clean(text(3_000)), Some(3_000 * "&amp;&nbsp;".len()));
        assert_eq!(clean(text(400_000)), None);
        let title = |many: usize| format!("<p title=\"{}\">", "&amp;".repeat(many));
        assert!(clean(title(1_000).repeat(5)).is_some());
        assert_eq!(clean(title(400_000)), None);
        assert_eq!(clean("&lt;&gt;".repeat(30_000)), Some(240_000));
        for start in ["", "<td></tr>", "<td></tbody>", "<td><col>", "<caption>"] {
            let stray = |many: usize| format!("<table>{start}{}", "a<i>b</i>".repeat(many));
            assert!(Tame::new(&stray(1_000)).is_some(), "{start}");
            assert!(Tame::new(&stray(5_000)).is_none(), "{start}");
        }
        let rows = "\n<tr> <td>a<i>b</i></td>\n</tr>\n<tr><th>c".repeat(20_000);
        assert_eq!(depth(&format!("<table>{rows}")), Some(4));
        let attributes: String = (0..1000).map(|n| format!(" a{n}=b")).collect();
        let tame = Tame::new(&format!("<p{attributes}>x")).unwrap().html;
        assert!(tame.ends_with(" a255=b>x"), "{tame}");
    }

    #[test]
    fn quotes_in_quotes_without_end_are_flat() {
        let levels = |n: usize| "<ul>".repeat(n) + "a" + &"</ul>".repeat(n) + "<ul>b</ul>";
        assert_eq!(Tame::new(&levels(LEVELS)).unwrap().html, levels(LEVELS));
        assert_eq!(Tame::new(&levels(LEVELS + 1)).unwrap().html, levels(LEVELS));
        assert_eq!(Tame::new(&levels(1_000)).unwrap().html, levels(LEVELS));
    }

    /// Where parsers see other tags than those that were counted, nothing is counted. They do so
    /// where an element's content is markup for one and text for the other.
    #[test]
    fn every_parser_sees_the_same_tags() {
        for (html, expected) in [
            ("a < b <c d=1 e='>'>f</c g>&amp;", "a &lt; b <c d=1 e='>'>f</c>&amp;"),
            ("<<!-- -->b><<svg>i>", "&lt;b>&lt;i>"),
            ("a<!-- <b> -->c<!-->d<!--->e<!-- --!>f<!doctype x>g<?x y>h</ x>i</>j", "acdefghij"),
            ("<svg><style><p a='</style><b>'>x", "<b>'>x"),
            ("<title>a</titles></title>b<script>c</SCRIPT >d<iframe><p></iframe>e", "bde"),
            ("<noscript><i>a</i></noscript>", "<i>a</i>"),
            ("<textarea>&amp;<b></textarea>", "&amp;&lt;b>"),
            ("<xmp>&amp;<b></xmp>", "&amp;amp;&lt;b>"),
            ("a<plaintext>b</plaintext><i>", "ab&lt;/plaintext>&lt;i>"),
            ("a<![CDATA[ <b> ]]>c", "a ]]>c"),
            ("a<!-- b", "a"),
            ("a<b c", "a"),
            ("a<b c='d", "a"),
            ("a<", "a&lt;"),
            ("a</", "a"),
        ] {
            assert_eq!(Tame::new(html).unwrap().html, expected, "{html}");
        }
    }
}
