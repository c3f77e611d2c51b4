//! HTML taken apart as far as RTF made from it needs: tags, what is not shown, entities, text.
//!
//! It is no parser of documents: whatever the input is, the pieces put together are the input.

mod entities;

/// One piece of HTML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Piece<'a> {
    /// `<name …>` or `</name …>`.
    Tag(Tag<'a>),
    /// A comment, declaration or instruction.
    Aside(&'a str),
    /// What a script, a style sheet or the title consists of.
    Hidden(&'a str),
    /// An entity and the character that it stands for.
    Entity(&'a str, char),
    /// `<`, `>` or `&` that begins nothing.
    Sign(&'a str),
    /// Text without these signs.
    Text(&'a str),
}

/// A tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tag<'a> {
    /// The whole tag.
    pub(crate) source: &'a str,
    /// The name of its element, as written.
    pub(crate) name: &'a str,
    /// Whether it is an end tag.
    pub(crate) closing: bool,
}

/// The pieces of HTML. However wrong the HTML is, time is proportional to its length.
#[derive(Debug)]
pub(crate) struct Pieces<'a> {
    rest: &'a str,
    /// The element whose contents come next, if they are hidden.
    hidden: Option<Hidden>,
    /// What was looked for up to the end and not found: it is not looked for again.
    missing: Missing,
}

/// An element whose contents are neither markup nor shown.
#[derive(Debug, Clone, Copy)]
enum Hidden {
    Script,
    Style,
    Title,
}

#[derive(Debug, Default)]
struct Missing {
    /// The end of an attribute's value: from then on, quotes mean nothing.
    quote: bool,
    /// `>`.
    tag_end: bool,
    /// `-->`.
    comment_end: bool,
    script_end: bool,
    style_end: bool,
    title_end: bool,
}

impl<'a> Pieces<'a> {
    pub(crate) fn new(html: &'a str) -> Self {
        Pieces { rest: html, hidden: None, missing: Missing::default() }
    }

    /// Takes the first `len` bytes.
    fn take(&mut self, len: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at_checked(len).unwrap_or((self.rest, ""));
        self.rest = rest;
        taken
    }

    /// What an element hides, if it ends anywhere.
    fn hidden(&mut self, element: Hidden) -> Option<Piece<'a>> {
        let (name, missing) = match element {
            Hidden::Script => ("script", &mut self.missing.script_end),
            Hidden::Style => ("style", &mut self.missing.style_end),
            Hidden::Title => ("title", &mut self.missing.title_end),
        };
        if *missing {
            return None;
        }
        let is_end = |at: usize| {
            let after = self.rest.get(at.saturating_add(2)..)?;
            let (found, rest) = after.split_at_checked(name.len())?;
            let ends = rest.is_empty() || rest.starts_with(['>', '/', ' ', '\t', '\r', '\n']);
            (ends && found.eq_ignore_ascii_case(name)).then_some(at)
        };
        let len = self.rest.match_indices("</").find_map(|(at, _)| is_end(at));
        *missing = len.is_none();
        len.filter(|len| *len > 0).map(|len| Piece::Hidden(self.take(len)))
    }

    /// What `<` begins.
    fn markup(&mut self) -> Option<Piece<'a>> {
        let after = self.rest.get(1..)?;
        if after.starts_with(['!', '?']) {
            let len = self.aside()?;
            return Some(Piece::Aside(self.take(len)));
        }
        let (closing, after) = match after.strip_prefix('/') {
            Some(after) => (true, after),
            None => (false, after),
        };
        if !after.starts_with(|first: char| first.is_ascii_alphabetic()) {
            return None;
        }
        let len = self.tag_len()?;
        let source = self.take(len);
        let is_end = |c: char| matches!(c, '>' | '/' | ' ' | '\t' | '\r' | '\n' | '\x0C');
        let name = source.trim_start_matches(['<', '/']).split(is_end).next()?;
        if !closing {
            self.hidden =
                [("script", Hidden::Script), ("style", Hidden::Style), ("title", Hidden::Title)]
                    .into_iter()
                    .find_map(|(hidden, element)| {
                        name.eq_ignore_ascii_case(hidden).then_some(element)
                    });
        }
        Some(Piece::Tag(Tag { source, name, closing }))
    }

    /// The length of the comment, declaration or instruction that is next.
    fn aside(&mut self) -> Option<usize> {
        if self.rest.starts_with("<!--") && !self.missing.comment_end {
            // `<!-->` is a comment too.
            let end = self.rest.get(2..).and_then(|rest| rest.find("-->"));
            if let Some(end) = end {
                return end.checked_add(5);
            }
            self.missing.comment_end = true;
        }
        self.up_to_tag_end()
    }

    /// The length of the tag that is next.
    fn tag_len(&mut self) -> Option<usize> {
        if self.missing.quote {
            return self.up_to_tag_end();
        }
        let (mut value, mut quote) = (false, None);
        for (at, byte) in self.rest.bytes().enumerate() {
            match (quote, byte) {
                (Some(open), _) if open == byte => quote = None,
                (Some(_), _) => {}
                (None, b'>') => return at.checked_add(1),
                (None, b'"' | b'\'') if value => (quote, value) = (Some(byte), false),
                (None, b'=') => value = true,
                (None, b' ' | b'\t' | b'\r' | b'\n') => {}
                (None, _) => value = false,
            }
        }
        self.missing.quote = true;
        self.up_to_tag_end()
    }

    fn up_to_tag_end(&mut self) -> Option<usize> {
        if self.missing.tag_end {
            return None;
        }
        let end = self.rest.find('>').and_then(|end| end.checked_add(1));
        self.missing.tag_end = end.is_none();
        end
    }

    /// What `&` begins.
    fn entity(&mut self) -> Option<Piece<'a>> {
        let after = self.rest.get(1..)?;
        let is_name = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'#';
        let len = after.bytes().take(MAX_ENTITY).position(|byte| !is_name(byte))?;
        let (name, after) = after.split_at_checked(len)?;
        let character = if after.starts_with(';') { entities::character(name) } else { None }?;
        Some(Piece::Entity(self.take(len.checked_add(2)?), character))
    }
}

/// Longer names than this, with which nothing is wrong, are text.
const MAX_ENTITY: usize = 32;

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        if let Some(element) = self.hidden.take()
            && let Some(hidden) = self.hidden(element)
        {
            return Some(hidden);
        }
        let piece = match self.rest.as_bytes() {
            [] => return None,
            [b'<', ..] => self.markup(),
            [b'&', ..] => self.entity(),
            [b'>', ..] => None,
            _ => {
                let len = self.rest.find(['<', '>', '&']).unwrap_or(self.rest.len());
                Some(Piece::Text(self.take(len)))
            }
        };
        piece.or_else(|| Some(Piece::Sign(self.take(1))))
    }
}

#[cfg(test)]
mod tests {
    use super::Piece::{Aside, Entity, Hidden, Sign, Text};
    use super::*;

    fn pieces(html: &str) -> Vec<Piece<'_>> {
        let pieces: Vec<_> = Pieces::new(html).collect();
        let source = |piece: &Piece<'_>| match piece {
            Piece::Tag(tag) => tag.source.to_owned(),
            Aside(source) | Hidden(source) | Entity(source, _) | Sign(source) | Text(source) => {
                (*source).to_owned()
            }
        };
        assert_eq!(pieces.iter().map(source).collect::<String>(), html);
        pieces
    }

    fn tag<'a>(source: &'a str, name: &'a str) -> Piece<'a> {
        Piece::Tag(Tag { source, name, closing: source.starts_with("</") })
    }

    #[test]
    fn every_kind_of_piece() {
        assert_eq!(
            pieces("<!DOCTYPE html><P class='a>b'>x&nbsp;&#x20AC;y</p ><br/><!-- <b> -->"),
            [
                Aside("<!DOCTYPE html>"),
                tag("<P class='a>b'>", "P"),
                Text("x"),
                Entity("&nbsp;", '\u{A0}'),
                Entity("&#x20AC;", '€'),
                Text("y"),
                tag("</p >", "p"),
                tag("<br/>", "br"),
                Aside("<!-- <b> -->"),
            ]
        );
        assert_eq!(
            pieces("<STYLE>a>b</stylex></Style><script></script><o:p>"),
            [
                tag("<STYLE>", "STYLE"),
                Hidden("a>b</stylex>"),
                tag("</Style>", "Style"),
                tag("<script>", "script"),
                tag("</script>", "script"),
                tag("<o:p>", "o:p"),
            ]
        );
    }

    #[test]
    fn what_begins_nothing() {
        assert_eq!(
            pieces("a < b > c & d&foo; &#xD800; </ >"),
            [
                Text("a "),
                Sign("<"),
                Text(" b "),
                Sign(">"),
                Text(" c "),
                Sign("&"),
                Text(" d"),
                Sign("&"),
                Text("foo; "),
                Sign("&"),
                Text("#xD800; "),
                Sign("<"),
                Text("/ "),
                Sign(">"),
            ]
        );
        assert_eq!(pieces("<!-- a>b"), [Aside("<!-- a>"), Text("b")]);
        assert_eq!(pieces("<!-->b"), [Aside("<!-->"), Text("b")]);
        assert_eq!(pieces("<a b='c>d"), [tag("<a b='c>", "a"), Text("d")]);
        assert_eq!(pieces("<a b=c's>d"), [tag("<a b=c's>", "a"), Text("d")]);
        assert_eq!(pieces("<a b"), [Sign("<"), Text("a b")]);
        assert_eq!(pieces("<style>a"), [tag("<style>", "style"), Text("a")]);
    }

    #[test]
    fn time_is_linear() {
        for piece in ["<", "&", "<a b='", "<!--", "<script>", "<style></", "<title ", "</", "<a"] {
            pieces(&piece.repeat((1 << 18) / piece.len()));
        }
    }
}
