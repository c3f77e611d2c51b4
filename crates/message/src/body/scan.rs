//! What HTML refers to: one pass over its tags, for finding and replacing addresses.
//!
//! This is no HTML parser and no protection: it finds what mail programs write, in linear time,
//! and leaves every other byte as it is. What goes to a browser is sanitised by a parser.

use std::borrow::Cow;
use std::ops::Range;

use super::markup::{Attribute, Tag, Tags};

/// Something in HTML that leads elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// Where the address stands in the HTML, without its quotes.
    pub range: Range<usize>,
    /// Whether looking at the page is enough for the address to be asked; else somebody has to
    /// click.
    pub loads: bool,
    /// Whether it stands in quotes, or in a style sheet.
    quoted: bool,
    /// Several addresses (`srcset`), or one in a style sheet or `meta` element.
    composite: bool,
}

/// Where an address leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Target {
    /// To a part of the same message, by content id: `cid:`.
    ContentId,
    /// Nowhere: `data:`, or an anchor in the same page.
    Here,
    /// To another machine: `http:`, `https:`, `ftp:`, or `//host/`.
    Remote,
    /// To a file on this machine or a share: `file:`, `\\host\share`, `C:\`.
    File,
    /// To a program: `javascript:`, `vbscript:`.
    Script,
    /// To a place beside the message: a part by its location, or nothing.
    Relative,
    /// To something else, such as `mailto:` or a scheme of another program.
    Other,
}

impl Reference {
    /// The address with its entities replaced, and without white space around it.
    #[must_use]
    pub fn address<'h>(&self, html: &'h str) -> Cow<'h, str> {
        decode(html.get(self.range.clone()).unwrap_or_default())
    }

    /// Where it leads.
    #[must_use]
    pub fn target(&self, html: &str) -> Target {
        target(&self.address(html))
    }

    /// What stands in its place when `address` is to: an address without quotes or blanks.
    #[must_use]
    pub fn replacement(&self, address: &str) -> String {
        if self.quoted { address.to_owned() } else { format!("\"{address}\"") }
    }

    /// Whether the range is an address and nothing else, so that one can stand in its place.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        !self.composite
    }
}

/// Everything in HTML that leads elsewhere, in the order in which it stands. Comments are left
/// out, those that only Outlook reads included.
///
/// ```
/// use openimsg_message::body::{Target, references};
/// let html = r#"<a href="https://x.org"><img src=cid:logo></a>"#;
/// let found: Vec<_> = references(html).iter().map(|it| (it.loads, it.target(html))).collect();
/// assert_eq!(found, [(false, Target::Remote), (true, Target::ContentId)]);
/// ```
#[must_use]
pub fn references(html: &str) -> Vec<Reference> {
    let (mut tags, mut found) = (Tags::new(html), Vec::new());
    while let Some(tag) = tags.next() {
        note(html, &tag, &mut found);
    }
    found
}

/// Where an address leads, by its scheme. What is no character of an address is passed over as
/// browsers do, so that nothing hides behind a line end.
#[must_use]
pub fn target(address: &str) -> Target {
    let address: String = address
        .trim_matches(|c: char| c <= ' ')
        .chars()
        .filter(|c| !matches!(c, '\t' | '\n' | '\r'))
        .take(512)
        .collect();
    if address.is_empty() || address.starts_with('#') {
        return Target::Here;
    }
    if address.starts_with("\\\\") {
        return Target::File;
    }
    if address.starts_with("//") || address.starts_with("/\\") || address.starts_with("\\/") {
        return Target::Remote;
    }
    let Some((scheme, _)) = address.split_once(':') else { return Target::Relative };
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    if !is_scheme {
        return Target::Relative;
    }
    match &*scheme.to_ascii_lowercase() {
        "cid" | "mid" => Target::ContentId,
        "data" | "about" | "blob" => Target::Here,
        "http" | "https" | "ftp" | "ftps" | "ws" | "wss" => Target::Remote,
        "file" => Target::File,
        // A drive.
        drive if drive.len() == 1 => Target::File,
        "javascript" | "vbscript" | "jscript" | "livescript" => Target::Script,
        _ => Target::Other,
    }
}

/// Notes what a tag refers to.
fn note(html: &str, tag: &Tag<'_>, found: &mut Vec<Reference>) {
    if tag.ends {
        return;
    }
    if tag.name == "style" {
        style(html, tag.raw.clone(), true, found);
    }
    for attribute in tag.attributes.iter().filter(|attribute| !attribute.value.is_empty()) {
        let name = attribute.name.to_ascii_lowercase();
        let loads = match (&*name, &*tag.name) {
            ("style", _) => {
                style(html, attribute.value.clone(), false, found);
                continue;
            }
            ("content", "meta") => {
                refresh(html, &tag.attributes, attribute, found);
                continue;
            }
            ("href" | "xlink:href", "a" | "area" | "base") => false,
            ("action" | "formaction" | "ping", _) => false,
            ("href" | "xlink:href", _) => true,
            ("src" | "srcset" | "background" | "poster" | "data" | "lowsrc" | "dynsrc", _) => true,
            ("classid" | "codebase" | "archive" | "code", "object" | "applet" | "embed") => true,
            _ => continue,
        };
        let Attribute { value, quoted, .. } = attribute.clone();
        found.push(Reference { range: value, loads, quoted, composite: name == "srcset" });
    }
}

/// `<meta http-equiv=refresh content="0; url=…">`.
fn refresh(
    html: &str,
    attributes: &[Attribute<'_>],
    content: &Attribute<'_>,
    found: &mut Vec<Reference>,
) {
    let value = |attribute: &Attribute<'_>| html.get(attribute.value.clone()).unwrap_or_default();
    let is_refresh = attributes.iter().any(|attribute| {
        attribute.name.eq_ignore_ascii_case("http-equiv")
            && value(attribute).trim().eq_ignore_ascii_case("refresh")
    });
    let text = value(content).to_ascii_lowercase();
    if let Some(at) = text.find("url=").filter(|_| is_refresh) {
        let start = content.value.start.saturating_add(at).saturating_add(4);
        let range = start..content.value.end;
        found.push(Reference { range, loads: true, quoted: content.quoted, composite: true });
    }
}

/// Notes what a style sheet loads: `url(…)` and `@import "…"`.
fn style(html: &str, range: Range<usize>, is_sheet: bool, found: &mut Vec<Reference>) {
    let Some(css) = html.get(range.clone()) else { return };
    let css = css.to_ascii_lowercase();
    let from = found.len();
    for word in ["url(", "@import"] {
        let mut at = 0;
        while let Some(next) = css.get(at..).and_then(|rest| rest.find(word)) {
            let start = at.saturating_add(next).saturating_add(word.len());
            let address = address_in_style(&css, start);
            if address.is_empty() {
                at = start;
                continue;
            }
            at = address.end;
            let absolute = |at: usize| range.start.saturating_add(at);
            let range = absolute(address.start)..absolute(address.end);
            found.push(Reference { range, loads: true, quoted: true, composite: is_sheet });
        }
    }
    if let Some(found) = found.get_mut(from..) {
        found.sort_by_key(|reference| reference.range.start);
    }
}

/// The address in a style sheet that begins at `start`, with or without quotes; empty if another
/// `url(` begins there, as after `@import`: that comes by itself. Its end is not looked for before,
/// or `url(url(url(` would take the square of its length.
fn address_in_style(css: &str, start: usize) -> Range<usize> {
    let rest = css.get(start..).unwrap_or_default();
    let is_before = |c: char| c.is_ascii_whitespace() || matches!(c, '"' | '\'');
    let text = rest.trim_start_matches(is_before);
    let quotes = ["&quot;", "&#34;", "&#39;", "&apos;"];
    let quote = quotes.into_iter().find(|quote| text.starts_with(quote));
    let text = quote.and_then(|quote| text.strip_prefix(quote)).unwrap_or(text);
    let begin = css.len().saturating_sub(text.len());
    if text.starts_with("url(") {
        return begin..begin;
    }
    let is_after = |c: char| matches!(c, ')' | '"' | '\'' | ';' | '}') || c.is_ascii_whitespace();
    let length = quote.and_then(|quote| text.find(quote)).or_else(|| text.find(is_after));
    begin..begin.saturating_add(length.unwrap_or(text.len()))
}

/// Replaces the entities that addresses hold, and takes white space off both ends.
fn decode(text: &str) -> Cow<'_, str> {
    let text = text.trim_matches(|c: char| c <= ' ');
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        decoded.push_str(before);
        let end =
            after.bytes().take(10).take_while(|b| b.is_ascii_alphanumeric() || *b == b'#').count();
        let (name, tail) = after.split_at_checked(end).unwrap_or((after, ""));
        match entity(name) {
            Some(c) => {
                decoded.push(c);
                rest = tail.strip_prefix(';').unwrap_or(tail);
            }
            None => {
                decoded.push('&');
                rest = after;
            }
        }
    }
    decoded.push_str(rest);
    Cow::Owned(decoded.trim_matches(|c: char| c <= ' ').to_owned())
}

fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        };
        return char::from_u32(code.ok()?);
    }
    Some(match name {
        "amp" | "AMP" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "colon" => ':',
        "sol" => '/',
        "bsol" => '\\',
        "Tab" => '\t',
        "NewLine" => '\n',
        "commat" => '@',
        "period" => '.',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(html: &str) -> Vec<(bool, String)> {
        references(html).iter().map(|it| (it.loads, it.address(html).into_owned())).collect()
    }

    fn loads(address: &str) -> (bool, String) {
        (true, address.to_owned())
    }

    fn leads(address: &str) -> (bool, String) {
        (false, address.to_owned())
    }

    #[test]
    fn attributes_in_every_form() {
        assert_eq!(
            found("<img src=\"a\"><IMG SRC='b'><img\nsrc = c><img src=d/><img alt=x src=e />"),
            [loads("a"), loads("b"), loads("c"), loads("d/"), loads("e"),]
        );
        assert_eq!(
            found("<a href='x&amp;y=&#x31;'><area href=z><form action=w>"),
            [leads("x&y=1"), leads("z"), leads("w"),]
        );
        assert_eq!(
            found("<body background=b><link rel=stylesheet href=c><object data=d classid=e>"),
            [loads("b"), loads("c"), loads("d"), loads("e"),]
        );
        assert_eq!(
            found("<meta http-equiv=refresh content='0;URL=http://x'>"),
            [loads("http://x")]
        );
        assert_eq!(found("<meta name=x content='url=http://x'>"), []);
    }

    #[test]
    fn style_sheets_load() {
        assert_eq!(
            found("<p style=\"background:url('a')\"><p style='x:URL( b )'>"),
            [loads("a"), loads("b"),]
        );
        assert_eq!(found("<p style='x:url(&quot;a&quot;);y:url(b)'>"), [loads("a"), loads("b")]);
        let sheet = "<style>@import 'a'; @import url(b); p{x:url(\"c\")}</style><img src=d>";
        assert_eq!(found(sheet), [loads("a"), loads("b"), loads("c"), loads("d")]);
        assert_eq!(found("<style>url(a"), [loads("a")]);
    }

    #[test]
    fn comments_and_raw_text_hold_no_tags() {
        assert_eq!(
            found("<!-- <img src=a> --><!--><img src=b><!x><?y?></img src=c>"),
            [loads("b")]
        );
        assert_eq!(found("<script>'<img src=a>'</script><img src=b>"), [loads("b")]);
        assert_eq!(found("<title><img src=a></TITLE ><img src=b>"), [loads("b")]);
        assert_eq!(
            found("<!--[if gte vml 1]><v:imagedata src='a'/><![endif]--><img src=b>"),
            [loads("b")]
        );
    }

    #[test]
    fn unfinished_markup_ends() {
        for html in [
            "<",
            "<a",
            "<a ",
            "<a href",
            "<a href=",
            "<a href='x",
            "<!--",
            "<style>",
            "a<b",
            "<a =",
            "< img src=a>",
            "<é src=a>",
            "<img é='ü' src",
        ] {
            assert_eq!(found(html), [], "{html}");
        }
    }

    #[test]
    fn time_is_linear() {
        for part in [
            "<",
            "<!--",
            "<a ",
            "<a x='",
            "<style>",
            "url(",
            "@import ",
            "<p style='url(",
            "</",
            "<a b=c ",
            "&#",
            "<script></",
        ] {
            let html = part.repeat(200_000);
            let start = std::time::Instant::now();
            _ = references(&html);
            _ = references(&format!("<style>{html}"));
            assert!(start.elapsed().as_secs() < 20, "{part}");
        }
    }

    #[test]
    fn addresses_lead_somewhere() {
        for (address, expected) in [
            ("cid:a@b", Target::ContentId),
            ("CID:a", Target::ContentId),
            ("data:image/png;base64,AA", Target::Here),
            ("#top", Target::Here),
            ("", Target::Here),
            ("http://x", Target::Remote),
            (" ht\ntps://x", Target::Remote),
            ("//x/y", Target::Remote),
            ("/\\x/y", Target::Remote),
            ("file:///c:/x", Target::File),
            ("file://host/share!x", Target::File),
            ("\\\\host\\share", Target::File),
            ("C:\\x", Target::File),
            ("java\tscript:x", Target::Script),
            ("image.png", Target::Relative),
            ("a/b:c", Target::Relative),
            ("mailto:a@b", Target::Other),
            ("ms-word:x", Target::Other),
        ] {
            assert_eq!(target(address), expected, "{address:?}");
        }
    }

    #[test]
    fn entities_of_addresses() {
        for (written, read) in [
            ("a&amp;b", "a&b"),
            ("a&AMP;b", "a&b"),
            ("&lt;&gt;", "<>"),
            ("&quot;&apos;", "\"'"),
            ("mailto&colon;a&commat;b&period;c", "mailto:a@b.c"),
            ("&sol;&bsol;x", "/\\x"),
            ("a&Tab;b&NewLine;c", "a\tb\nc"),
            ("&#65;&#x42;&#X43;", "ABC"),
            ("&#65&#x42-", "AB-"),
            // Not entities of addresses, or no character: they stay.
            ("&eacute;&;&", "&eacute;&;&"),
            ("&#xD800;&#;&#x;&#99999999999;", "&#xD800;&#;&#x;&#99999999999;"),
        ] {
            assert_eq!(decode(written), read, "{written}");
        }
    }
}
