//! Text and tags of HTML, told apart as parsers tell them, in linear time.

use std::ops::Range;

/// A tag of HTML.
pub(super) struct Tag<'h> {
    /// In lower case.
    pub(super) name: String,
    /// Whether it ends an element.
    pub(super) ends: bool,
    /// The tag as it stands, from its name to its last attribute that is looked at.
    #[cfg_attr(not(feature = "html"), expect(dead_code, reason = "references do without"))]
    pub(super) source: &'h str,
    pub(super) attributes: Vec<Attribute<'h>>,
    /// What stands between this and its end tag where that is no markup.
    pub(super) raw: Range<usize>,
}

impl Tag<'_> {
    /// Whether it begins or ends an element whose content is no markup.
    pub(super) fn has_raw_text(&self) -> bool {
        RAW_TEXT.contains(&&*self.name)
    }
}

/// A stretch of HTML.
pub(super) enum Piece<'h> {
    /// Text with its entities.
    #[cfg_attr(not(feature = "html"), expect(dead_code, reason = "references do without"))]
    Text(&'h str),
    /// A tag, with the content of its element if that is no markup.
    Tag(Tag<'h>),
}

/// Goes through the tags of HTML.
pub(super) struct Tags<'h> {
    html: &'h str,
    at: usize,
}

impl<'h> Tags<'h> {
    pub(super) fn new(html: &'h str) -> Self {
        Tags { html, at: 0 }
    }

    /// The next tag.
    pub(super) fn next(&mut self) -> Option<Tag<'h>> {
        loop {
            if let Piece::Tag(tag) = self.piece()? {
                return Some(tag);
            }
        }
    }

    /// The next text or tag; comments, declarations and what is not finished are passed over.
    pub(super) fn piece(&mut self) -> Option<Piece<'h>> {
        loop {
            let text = self.text();
            if !text.is_empty() {
                return Some(Piece::Text(text));
            }
            if self.rest().is_empty() {
                return None;
            }
            self.skip(1);
            if self.rest().starts_with("!--") {
                self.skip(3);
                self.comment()?;
                continue;
            }
            let ends = self.rest().starts_with('/');
            self.skip(usize::from(ends));
            if self.rest().starts_with(|c: char| c.is_ascii_alphabetic()) {
                return self.tag(ends).map(Piece::Tag);
            }
            self.find(">")?;
        }
    }

    /// What stands before the next markup.
    fn text(&mut self) -> &'h str {
        let begins = |c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?');
        let start = self.at;
        while self.find("<").is_some() {
            if self.rest().starts_with(begins) {
                self.at = self.at.saturating_sub(1);
                break;
            }
        }
        self.html.get(start..self.at).unwrap_or_default()
    }

    /// Goes behind a comment.
    fn comment(&mut self) -> Option<()> {
        // `<!-->` is a whole one.
        for end in [">", "->"] {
            if self.rest().starts_with(end) {
                self.skip(end.len());
                return Some(());
            }
        }
        loop {
            self.find("--")?;
            for end in [">", "!>"] {
                if self.rest().starts_with(end) {
                    self.skip(end.len());
                    return Some(());
                }
            }
            // The second hyphen may be the first.
            self.at = self.at.saturating_sub(1);
        }
    }

    fn tag(&mut self, ends: bool) -> Option<Tag<'h>> {
        let start = self.at;
        let name = self.take_while(|c| !c.is_ascii_whitespace() && c != '/' && c != '>');
        let name = name.to_ascii_lowercase();
        let (mut attributes, mut end) = (Vec::new(), self.at);
        while let Some(attribute) = self.attribute()? {
            // No sound tag has so many; what comes after them is not looked at.
            if attributes.len() < MOST_ATTRIBUTES {
                attributes.push(attribute);
                end = self.at;
            }
        }
        let source = self.html.get(start..end).unwrap_or_default();
        let mut tag = Tag { name, ends, source, attributes, raw: self.at..self.at };
        if tag.has_raw_text() && !ends {
            tag.raw = self.raw_text(&tag.name);
        }
        Some(tag)
    }

    /// The next attribute of a tag; nothing at the tag's end, which is taken.
    fn attribute(&mut self) -> Option<Option<Attribute<'h>>> {
        self.take_while(|c| c.is_ascii_whitespace() || c == '/');
        if self.rest().starts_with('>') {
            self.skip(1);
            return Some(None);
        }
        if self.rest().is_empty() {
            return None;
        }
        // An equals sign at the start belongs to the name.
        let start = self.at;
        let first = self.rest().chars().next().map_or(0, char::len_utf8);
        self.skip(first);
        self.take_while(|c| !c.is_ascii_whitespace() && !matches!(c, '/' | '>' | '='));
        let name = self.html.get(start..self.at).unwrap_or_default();
        self.take_while(|c| c.is_ascii_whitespace());
        if !self.rest().starts_with('=') {
            return Some(Some(Attribute { name, value: self.at..self.at, quoted: true }));
        }
        self.skip(1);
        self.take_while(|c| c.is_ascii_whitespace());
        let quote = self.rest().chars().next().filter(|c| matches!(c, '"' | '\''));
        if let Some(quote) = quote {
            self.skip(1);
            let start = self.at;
            let length = self.rest().find(quote);
            let Some(length) = length else {
                self.at = self.html.len();
                return None;
            };
            self.skip(length.saturating_add(1));
            let end = start.saturating_add(length);
            return Some(Some(Attribute { name, value: start..end, quoted: true }));
        }
        let start = self.at;
        self.take_while(|c| !c.is_ascii_whitespace() && c != '>');
        Some(Some(Attribute { name, value: start..self.at, quoted: false }))
    }

    /// Goes to the end tag of an element whose content is no markup; the content.
    fn raw_text(&mut self, element: &str) -> Range<usize> {
        let start = self.at;
        if element == "plaintext" {
            self.at = self.html.len();
        }
        let ends = |c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>');
        while self.find("</").is_some() {
            let name = self.rest().split_at_checked(element.len());
            if name.is_some_and(|(name, rest)| {
                name.eq_ignore_ascii_case(element) && rest.starts_with(ends)
            }) {
                // The end tag is a tag again.
                self.at = self.at.saturating_sub(2);
                return start..self.at;
            }
        }
        start..self.at
    }

    fn rest(&self) -> &'h str {
        self.html.get(self.at..).unwrap_or_default()
    }

    fn skip(&mut self, bytes: usize) {
        self.at = self.at.saturating_add(bytes);
    }

    /// Goes behind the next `what`; nothing, and to the end, if there is none.
    fn find(&mut self, what: &str) -> Option<()> {
        let found = self.rest().find(what);
        self.at = match found {
            Some(found) => self.at.saturating_add(found).saturating_add(what.len()),
            None => self.html.len(),
        };
        found.map(drop)
    }

    fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> &'h str {
        let rest = self.rest();
        let length = rest.find(|c| !wanted(c)).unwrap_or(rest.len());
        self.skip(length);
        rest.get(..length).unwrap_or_default()
    }
}

/// An attribute of a tag.
#[derive(Clone)]
pub(super) struct Attribute<'h> {
    pub(super) name: &'h str,
    /// Where its value stands in the HTML, without quotes.
    pub(super) value: Range<usize>,
    /// Whether it stands in quotes, or there is none.
    pub(super) quoted: bool,
}

const MOST_ATTRIBUTES: usize = 256;

/// Elements whose content is no markup.
const RAW_TEXT: [&str; 9] =
    ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext"];
