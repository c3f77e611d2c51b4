//! HTML for a browser: self-contained, sanitised, and nothing loaded from outside; and text out
//! of HTML.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::io::Read;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use ammonia::{Builder, UrlRelative};
use data_encoding::BASE64;
use openimsg_base::Limit;
use openimsg_props::tags;
use openimsg_storage::Store;

use super::html_of_text;
use super::inline::InlineParts;
use super::scan::{Reference, Target, references, target};
use super::tame::Tame;
use crate::{Attachment, Error, Message};

/// What is made of HTML; by default all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RenderOptions {
    /// Puts the pictures that are attached into the HTML, as `data:` addresses.
    pub embed: bool,
    /// Takes out what is loaded from elsewhere: pictures, style sheets, frames, files.
    pub remove_remote: bool,
    /// Leaves only elements and attributes that show text and pictures: no scripts, forms,
    /// frames or style sheets. The result is the inside of a `body`, to be put into a page that
    /// forbids what it does not need by a content security policy.
    pub sanitize: bool,
}

/// HTML as it was asked for, and what was done to it.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Rendered {
    /// The HTML.
    pub html: String,
    /// Attached pictures that were put in, each time they are shown.
    pub embedded: usize,
    /// References to attachments that are not there or are no picture.
    pub missing: usize,
    /// References to other machines and to files that were taken out.
    pub remote: usize,
    /// Whether the HTML is nested too deep, or too tangled, to be parsed, so that its source is
    /// shown instead.
    pub as_source: bool,
}

impl Default for RenderOptions {
    fn default() -> Self {
        RenderOptions { embed: true, remove_remote: true, sanitize: true }
    }
}

impl<S: Store + ?Sized> Message<'_, S> {
    /// Makes HTML of this message, such as that of [`Body::html`](super::Body::html), ready to be
    /// shown.
    ///
    /// # Errors
    /// [`Problem::Refused`](crate::Problem::Refused) when the pictures, each as often as it is
    /// shown, are larger than [`Limits::decoded_bytes`](openimsg_base::Limits::decoded_bytes).
    pub fn render_html(&self, html: &str, options: RenderOptions) -> Result<Rendered, Error> {
        let mut rendered = Rendered::default();
        let mut pictures = Pictures { parts: self.inline_parts(), known: HashMap::new(), bytes: 0 };
        let mut at = 0;
        for reference in references(html).iter().filter(|reference| reference.loads) {
            let Some(address) = pictures.instead(self, html, reference, options, &mut rendered)?
            else {
                continue;
            };
            // Something inside of what was replaced already.
            let Some(before) = html.get(at..reference.range.start) else { continue };
            rendered.html.push_str(before);
            rendered.html.push_str(&reference.replacement(&address));
            at = reference.range.end;
        }
        rendered.html.push_str(html.get(at..).unwrap_or_default());
        if options.sanitize {
            rendered.sanitize(html);
        }
        self.budget().release(Limit::DecodedBytes, pictures.bytes);
        Ok(rendered)
    }
}

impl Rendered {
    /// Leaves what shows text and pictures, or the source if that cannot be told.
    fn sanitize(&mut self, source: &str) {
        let refused = Arc::new(AtomicUsize::new(0));
        let sanitizer = sanitizer(refused.clone());
        let Some(clean) = Tame::new(&self.html).and_then(|tame| tame.clean(&sanitizer)) else {
            let html = html_of_text(source);
            *self = Rendered { html, as_source: true, ..Rendered::default() };
            return;
        };
        self.html = clean;
        self.remote = self.remote.saturating_add(refused.load(Relaxed));
    }
}

/// The attached pictures as `data:` addresses, made when they are first asked for.
struct Pictures {
    parts: InlineParts,
    known: HashMap<u32, Option<Arc<str>>>,
    /// What was charged.
    bytes: u64,
}

impl Pictures {
    /// What stands in place of an address; nothing if it stays.
    fn instead<S: Store + ?Sized>(
        &mut self,
        message: &Message<'_, S>,
        html: &str,
        reference: &Reference,
        options: RenderOptions,
        rendered: &mut Rendered,
    ) -> Result<Option<Arc<str>>, Error> {
        let address = reference.address(html);
        let kind = target(&address);
        if options.embed
            && reference.is_whole()
            && let Some(number) = self.parts.find(&address)
            && let Some(picture) = self.picture(message, number)
        {
            let size = u64::try_from(picture.len()).unwrap_or(u64::MAX);
            let charged = message.budget().charge(Limit::DecodedBytes, size);
            if let Err(refused) = charged {
                message.budget().release(Limit::DecodedBytes, self.bytes);
                return Err(message.error(None, refused));
            }
            self.bytes = self.bytes.saturating_add(size);
            rendered.embedded = rendered.embedded.saturating_add(1);
            return Ok(Some(picture));
        }
        if options.embed && kind == Target::ContentId {
            rendered.missing = rendered.missing.saturating_add(1);
        }
        let outside =
            matches!(kind, Target::Remote | Target::File | Target::Script | Target::Other)
                || !reference.is_whole() && kind != Target::Here;
        if options.remove_remote && outside {
            rendered.remote = rendered.remote.saturating_add(1);
            return Ok(Some(Arc::from("")));
        }
        Ok(None)
    }

    fn picture<S: Store + ?Sized>(
        &mut self,
        message: &Message<'_, S>,
        number: u32,
    ) -> Option<Arc<str>> {
        let known = self.known.entry(number);
        known.or_insert_with(|| data_address(&message.attachment(number)?.ok()?)).clone()
    }
}

/// A picture as a `data:` address; nothing if it is none that browsers show, or too large.
fn data_address<S: Store + ?Sized>(attachment: &Attachment<'_, S>) -> Option<Arc<str>> {
    let mut reader = attachment.reader().ok()??;
    attachment.afford(tags::PR_ATTACH_DATA_BIN, usize::try_from(reader.size()).ok()?).ok()?;
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes).ok()?;
    let declared = attachment.mime_type().ok().flatten();
    let kind = picture_type(&bytes, declared.as_ref().map_or("", |kind| kind.as_str()))?;
    Some(format!("data:{kind};base64,{}", BASE64.encode(&bytes)).into())
}

/// The content type of a picture: by its first bytes, which browsers look at as well.
fn picture_type(bytes: &[u8], declared: &str) -> Option<&'static str> {
    let starts: [(&[u8], &str); 6] = [
        (b"\x89PNG\r\n\x1A\n", "image/png"),
        (b"\xFF\xD8\xFF", "image/jpeg"),
        (b"GIF8", "image/gif"),
        (b"BM", "image/bmp"),
        (b"\0\0\x01\0", "image/x-icon"),
        (b"RIFF", "image/webp"),
    ];
    if let Some((_, kind)) = starts.into_iter().find(|(start, _)| bytes.starts_with(start)) {
        return Some(kind);
    }
    // In an `img` element nothing in it is run or loaded.
    declared.trim().eq_ignore_ascii_case("image/svg+xml").then_some("image/svg+xml")
}

/// Leaves what shows text and pictures; addresses that would be loaded and are no pictures in
/// the page itself are counted and taken out, whatever was found before.
fn sanitizer(refused: Arc<AtomicUsize>) -> Builder<'static> {
    let mut builder = Builder::default();
    builder
        .add_tags(["font", "center", "big", "tt", "address"])
        .add_generic_attributes([
            "align",
            "bgcolor",
            "border",
            "cellpadding",
            "cellspacing",
            "color",
            "dir",
            "face",
            "height",
            "nowrap",
            "size",
            "style",
            "valign",
            "width",
        ])
        .filter_style_properties(HashSet::from(STYLES))
        .add_allowed_classes("p", CLASSES)
        .add_allowed_classes("li", CLASSES)
        .add_allowed_classes("div", CLASSES)
        .add_url_schemes(["data"])
        .url_relative(UrlRelative::Deny)
        .link_rel(Some("noopener noreferrer nofollow"))
        .attribute_filter(move |element, attribute, value| match (element, attribute) {
            ("img", "src") if is_picture(value) => Some(Cow::Borrowed(value)),
            ("a", "href") => {
                let follow = matches!(target(value), Target::Remote | Target::Other);
                follow.then_some(Cow::Borrowed(value))
            }
            (_, "src" | "href" | "cite" | "background" | "srcset") => {
                if !value.is_empty() {
                    refused.fetch_add(usize::from(attribute == "src"), Relaxed);
                }
                None
            }
            _ => Some(Cow::Borrowed(value)),
        });
    builder
}

fn is_picture(address: &str) -> bool {
    address.get(..11).is_some_and(|start| start.eq_ignore_ascii_case("data:image/"))
}

/// Properties of style sheets that change how text looks, and neither load nor cover anything.
const STYLES: [&str; 43] = [
    "background-color",
    "border",
    "border-bottom",
    "border-collapse",
    "border-color",
    "border-left",
    "border-right",
    "border-spacing",
    "border-style",
    "border-top",
    "border-width",
    "clear",
    "color",
    "direction",
    "display",
    "float",
    "font",
    "font-family",
    "font-size",
    "font-style",
    "font-variant",
    "font-weight",
    "height",
    "letter-spacing",
    "line-height",
    "margin",
    "margin-bottom",
    "margin-left",
    "margin-right",
    "margin-top",
    "max-width",
    "padding",
    "padding-bottom",
    "padding-left",
    "padding-right",
    "padding-top",
    "text-align",
    "text-decoration",
    "text-indent",
    "vertical-align",
    "white-space",
    "width",
    "word-spacing",
];

/// Paragraphs without space between them, which Outlook says in a style sheet.
const CLASSES: [&str; 5] =
    ["MsoNormal", "MsoPlainText", "MsoNoSpacing", "MsoListParagraph", "MsoHeader"];

/// HTML as plain text, links with their addresses. Nothing if it is nested too deep or too tangled.
pub(super) fn to_text(html: &str, most: u64) -> Option<String> {
    let tame = Tame::new(html)?;
    // Each level of quoting stands before each line.
    let worst = tame.html.len().saturating_mul(tame.depth.max(2));
    if u64::try_from(worst).unwrap_or(u64::MAX) > most.saturating_mul(64) {
        return None;
    }
    // Only what makes text: no widths, spans and lines that cost more than they are long.
    let mut sanitizer = Builder::empty();
    sanitizer
        .tags(HashSet::from(TEXT_TAGS))
        .clean_content_tags(HashSet::from(["script", "style", "title"]))
        .tag_attributes(HashMap::from([
            ("a", HashSet::from(["href"])),
            ("img", HashSet::from(["alt"])),
        ]))
        // A picture without an address would be left out, whatever its other text says.
        .set_tag_attribute_value("img", "src", "x")
        .url_schemes(HashSet::from(["http", "https", "mailto", "ftp"]))
        .link_rel(None);
    let clean = Tame::new(&tame.clean(&sanitizer)?)?.html;
    // Struck text would get a combining stroke behind each character: nobody could find it.
    let config = html2text::config::with_decorator(Letter::default()).raw_mode(true);
    let config = config.unicode_strikeout(false);
    let text = config.allow_width_overflow().string_from_read(clean.as_bytes(), WIDTH).ok()?;
    // Blanks that do not break are blanks here.
    Some(text.replace('\u{A0}', " "))
}

/// Lines are as long as they are: who shows them breaks them.
const WIDTH: usize = 100_000;

const TEXT_TAGS: [&str; 36] = [
    "a",
    "address",
    "b",
    "blockquote",
    "br",
    "center",
    "code",
    "dd",
    "div",
    "dl",
    "dt",
    "em",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "i",
    "img",
    "li",
    "ol",
    "p",
    "pre",
    "s",
    "span",
    "strong",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "u",
    "ul",
];

/// Plain text as mail programs write it: addresses after links, `>` before quoted text.
#[derive(Clone, Debug, Default)]
struct Letter {
    links: Vec<String>,
}

impl html2text::render::TextDecorator for Letter {
    type Annotation = ();

    fn decorate_link_start(&mut self, url: &str) -> (String, ()) {
        self.links.push(url.to_owned());
        (String::new(), ())
    }

    fn decorate_link_end(&mut self) -> String {
        match self.links.pop() {
            Some(url) if !url.is_empty() && !url.starts_with('#') => format!(" <{url}>"),
            _ => String::new(),
        }
    }

    fn decorate_em_start(&self) -> (String, ()) {
        (String::new(), ())
    }

    fn decorate_em_end(&self) -> String {
        String::new()
    }

    fn decorate_strong_start(&self) -> (String, ()) {
        (String::new(), ())
    }

    fn decorate_strong_end(&self) -> String {
        String::new()
    }

    fn decorate_strikeout_start(&self) -> (String, ()) {
        (String::new(), ())
    }

    fn decorate_strikeout_end(&self) -> String {
        String::new()
    }

    fn decorate_code_start(&self) -> (String, ()) {
        (String::new(), ())
    }

    fn decorate_code_end(&self) -> String {
        String::new()
    }

    fn decorate_preformat_first(&self) {}

    fn decorate_preformat_cont(&self) {}

    fn decorate_image(&mut self, _: &str, title: &str) -> (String, ()) {
        let shown = if title.is_empty() { String::new() } else { format!("[{title}]") };
        (shown, ())
    }

    fn header_prefix(&self, _: usize) -> String {
        String::new()
    }

    fn quote_prefix(&self) -> String {
        "> ".to_owned()
    }

    fn unordered_item_prefix(&self) -> String {
        "* ".to_owned()
    }

    fn ordered_item_prefix(&self, number: i64) -> String {
        format!("{number}. ")
    }

    fn make_subblock_decorator(&self) -> Self {
        Letter::default()
    }
}

impl std::fmt::Debug for Rendered {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Rendered")
            .field("bytes", &self.html.len())
            .field("embedded", &self.embedded)
            .field("missing", &self.missing)
            .field("remote", &self.remote)
            .field("as_source", &self.as_source)
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clean(html: &str) -> (String, usize) {
        let refused = Arc::new(AtomicUsize::new(0));
        let html = sanitizer(refused.clone()).clean(html).to_string();
        (html, refused.load(Relaxed))
    }

    #[test]
    fn what_acts_goes_and_what_shows_stays() {
        for (html, expected) in [
            (
                "<p class='MsoNormal x' style='color:red;position:fixed'>a</p>",
                "<p class=\"MsoNormal\" style=\"color:red\">a</p>",
            ),
            ("<script>x</script><b onclick=x>a</b>", "<b>a</b>"),
            ("<form action=x><input>a</form>", "a"),
            ("<a href='javascript:x'>a</a>", "<a rel=\"noopener noreferrer nofollow\">a</a>"),
            ("<a href='file:///x'>a</a>", "<a rel=\"noopener noreferrer nofollow\">a</a>"),
            ("<img src='data:image/png;base64,AA'>", "<img src=\"data:image/png;base64,AA\">"),
            ("<img src='data:text/html,x'>", "<img>"),
            (
                "<a href='data:image/png;base64,AA'>a</a>",
                "<a rel=\"noopener noreferrer nofollow\">a</a>",
            ),
            ("<p style='background-image:url(http://x)'>a</p>", "<p style=\"\">a</p>"),
            ("<link rel=stylesheet href=http://x><base href=http://x>a", "a"),
            ("<svg><image href=http://x /></svg>a", "a"),
            ("<font color=red size=2>a</font>", "<font color=\"red\" size=\"2\">a</font>"),
        ] {
            assert_eq!(clean(html).0, expected, "{html}");
        }
        assert_eq!(clean("<img src=http://x><img src=x>").1, 1);
    }

    #[test]
    fn text_out_of_html() {
        let text = |html| to_text(html, 1 << 20).unwrap();
        assert_eq!(text("<p>a<b>b</b></p><p>c&nbsp;d<br>e</p>"), "ab\n\nc d\ne\n");
        assert_eq!(text("<a href='http://x/'>link</a>"), "link <http://x/>\n");
        assert_eq!(text("<ul><li>a<li>b</ul><ol><li>c</ol>"), "* a\n* b\n1. c\n");
        assert_eq!(text("<blockquote>a</blockquote>"), "> a\n");
        assert_eq!(text("<style>x</style><title>y</title>z<hr>"), "z\n");
        assert_eq!(text("<table><tr><td colspan=4000000000>a<td>b</table>"), "a\nb\n");
        assert_eq!(text("<em>a</em><i>b</i><s>c</s><code>d</code><b>e</b>"), "abcde\n");
        assert_eq!(text("<h1>a</h1><pre>b\n  c</pre>"), "a\n\nb\n  c\n");
        assert_eq!(text("a<img src='http://x' alt=x>b<img src='cid:y'>"), "a[x]b\n");
        assert_eq!(text("<a href='#here'>a</a><a>b</a>"), "ab\n");
        assert_eq!(text(""), "");
        assert_eq!(to_text(&"<div>".repeat(100_000), 1 << 20), None);
    }

    #[test]
    fn pictures_are_known_by_their_bytes() {
        assert_eq!(picture_type(b"GIF89a", "text/html"), Some("image/gif"));
        assert_eq!(picture_type(b"<svg/>", "Image/SVG+xml"), Some("image/svg+xml"));
        assert_eq!(picture_type(b"<html>", "image/png"), None);
    }
}
