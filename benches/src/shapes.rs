//! Messages of shapes that take naive readers the square of their length, of any length: tags that
//! close nothing, lists of people with one name, properties that are there a thousand times.

use openimsg::props::{
    Header, HeaderKind, NAMEID_STORAGE, PropId, PropTag, PropType, attachment_storage_name,
    recipient_storage_name, tags,
};
use openimsg::storage::write::{Options, StorageBuilder, WriteError};

use crate::samples::{Compression, ObjectBuilder, compressed_rtf};

/// A shape by what is repeated in it, and the message made of it.
#[derive(Debug)]
pub struct Shape {
    /// Where it is, and its text as it begins.
    pub name: String,
    /// The file.
    pub file: Vec<u8>,
}

/// All shapes, each with `len` bytes of what is repeated.
///
/// # Errors
/// What the writer says; not for lengths of some megabytes.
pub fn shapes(len: usize) -> Result<Vec<Shape>, WriteError> {
    let mut shapes = Vec::new();
    let mut add = |place: &str, part: &str, message: Parts| -> Result<(), WriteError> {
        shapes.push(Shape { name: format!("{place}: {part}"), file: message.file()? });
        Ok(())
    };
    let deep = "<span>".repeat(500);
    let deep = ["a<br>", "<ul></ul>", "<td>"].map(|part| (deep.as_str(), part));
    for (start, part) in HTML.iter().chain(&deep) {
        let html = repeated(start, part, len).into_bytes();
        let parts = Parts { values: vec![(tags::PR_HTML, html)], ..Parts::default() };
        let start: String = start.chars().take(30).collect();
        add("HTML", &format!("{start}{part}"), parts)?;
    }
    for (kind, start) in [("native RTF", "{\\rtf1\\ansi "), ("RTF", "{\\rtf1\\ansi\\fromhtml1 ")] {
        for part in RTF {
            let rtf = repeated(start, part, len);
            let rtf = compressed_rtf(rtf.as_bytes(), Compression::Lzfu);
            let values = vec![(tags::PR_RTF_COMPRESSED, rtf)];
            add(kind, part, Parts { values, ..Parts::default() })?;
        }
    }
    for (tag, start, part) in TEXTS {
        let texts = vec![(*tag, repeated(start, part, len))];
        add(&tag.to_string(), &format!("{start}{part}"), Parts { texts, ..Parts::default() })?;
    }
    // The storage of one takes about a thousand bytes.
    let many = len / 1024;
    for name in ["Reader", "Reader #"] {
        let recipients = (0..many).map(|n| numbered(name, n)).collect();
        let names = repeated("", &format!("{name}; "), many.saturating_mul(12));
        let texts = vec![(tags::PR_DISPLAY_TO, names)];
        add("recipients", name, Parts { recipients, texts, ..Parts::default() })?;
    }
    let long = "x".repeat(250);
    for name in ["same.txt", "same (#).txt", "#.txt", &format!("{long}#.txt")] {
        let attachments = (0..many).map(|n| numbered(name, n)).collect();
        let page = repeated("", &format!("<img src=\"cid:{name}\">"), many.saturating_mul(24));
        let values = vec![(tags::PR_HTML, page.into_bytes())];
        add("attachments", name, Parts { attachments, values, ..Parts::default() })?;
    }
    for (what, distinct) in [("with one tag", 1), ("with 2,048 tags", 2048_usize)] {
        let ids = (0x4000..).take(distinct).cycle().take(len / 16);
        let entries = ids.map(|id| PropTag::new(PropId(id), PropType::UNICODE));
        add("entries", what, Parts { entries: entries.collect(), ..Parts::default() })?;
    }
    Ok(shapes)
}

/// What stands in HTML, and what is repeated after it; `#` is another number each time.
const HTML: &[(&str, &str)] = &[
    ("", "<b>"),
    ("", "<p>"),
    ("", "</p>"),
    ("", "<div>"),
    ("", "<a href=x>"),
    ("", "<b><i>"),
    ("", "<b><p></b>"),
    ("", "<a><p>"),
    ("", "<a><font><p></a>"),
    ("", "<font size=#><p>"),
    ("", "</b>"),
    ("<span><span><span><span><span><span><span><span>", "</q>"),
    ("", "<"),
    ("", "<<!-- -->div>"),
    ("", "&"),
    ("", "a&"),
    ("", "&amp;</x>"),
    ("", "\u{A0}"),
    ("<a title=\"", "&"),
    ("<a title=\"", "&lt;"),
    ("<p ", "a#=b "),
    ("<svg><style><p ", "a#=b "),
    ("", "<body a#=b>"),
    ("", "<p a='"),
    ("", "<!--"),
    ("<!-- --!>", "<div>"),
    ("<!--", "-"),
    ("", "<![CDATA["),
    ("", "<?"),
    ("", "<script>"),
    ("", "<style>"),
    ("", "<textarea>"),
    ("", "<title>"),
    ("", "<noscript><div>"),
    ("<svg><style>", "<b>"),
    ("", "<svg>"),
    ("", "<math><mi>"),
    ("", "<select><option>"),
    ("", "<template><tr>"),
    ("", "<table><tr><td>"),
    ("<table>", "<tr><td>a</td></tr>"),
    ("<table><tr>", "<td>a</td>"),
    ("<table>", "a<b>b</b>"),
    ("<table><td></tr>", "a<i>b</i>"),
    ("<table><td><col>", "a<i>b</i>"),
    ("<table>", "&amp;<tr>"),
    ("<table>", "<caption>a</caption>"),
    ("", "<ul><li>"),
    ("<ol>", "<li>a"),
    ("<dl>", "<dt>a<dd>b"),
    ("", "<blockquote>a<br>"),
    ("", "<form><input>"),
    ("", "<x>a"),
    ("", "<br>"),
    ("<pre>", "a \n"),
    ("", "<a href='http://example.org/#'>a</a>"),
    ("<a href='http://", "@a:"),
    ("", "<img src='http://example.org/#.png'>"),
    ("<img src='cid:", "%61"),
    ("<img srcset='", "http://example.org 1x,"),
    ("", "<p style='background:url(http://example.org/#)'>"),
    ("<p style='", "a:url(x);"),
    ("<p style='color:red;font:", "("),
    ("<p style='", "url("),
    ("<p style='", "/*"),
    ("<style>", "url("),
    ("<style>", "@import url(x);"),
    ("<style>", "\\"),
];

const RTF: &[&str] = &[
    "{",
    "}",
    "\\",
    "{\\f# a}",
    "{\\*\\htmltag64 <p>}",
    "\\htmlrtf x\\htmlrtf0 ",
    "\\'e4",
    "\\uc9\\u228?",
    "\\bin1 x",
    "{\\field{\\*\\fldinst HYPERLINK \"x\"}{\\fldrslt y}}",
    "{\\*\\x y}",
    "\\par ",
    "{\\fonttbl{\\f# a;}}",
    "{\\pntext a}",
    "\\trowd\\cellx1\\intbl a\\cell\\row ",
];

const TEXTS: &[(PropTag, &str, &str)] = &[
    (tags::PR_BODY, "", "> x\r\n"),
    (tags::PR_BODY, "", "From: a\r\nSent: b\r\n"),
    (tags::PR_BODY, "", "-----Original Message-----\r\n"),
    (tags::PR_BODY, "", "http://example.org/# "),
    (tags::PR_SUBJECT, "", "RE: "),
    (tags::PR_DISPLAY_TO, "", "; "),
    (tags::PR_TRANSPORT_MESSAGE_HEADERS, "", "Received: x\r\n"),
    (tags::PR_TRANSPORT_MESSAGE_HEADERS, "Received: x\r\n", " y\r\n"),
    (tags::PR_TRANSPORT_MESSAGE_HEADERS, "From: ", "("),
    (tags::PR_TRANSPORT_MESSAGE_HEADERS, "To: ", "\"a\" <a@example.org>, "),
    (tags::PR_TRANSPORT_MESSAGE_HEADERS, "Subject: ", "=?utf-8?q?a?= "),
];

/// `start` with as many `part` as make `len` bytes.
fn repeated(start: &str, part: &str, len: usize) -> String {
    let mut text = start.to_owned();
    let mut number = 0_usize;
    while text.len() < len {
        text.push_str(&numbered(part, number));
        number = number.saturating_add(1);
    }
    text
}

fn numbered(part: &str, number: usize) -> String {
    part.replace('#', &number.to_string())
}

/// What a message is made of.
#[derive(Default)]
struct Parts {
    texts: Vec<(PropTag, String)>,
    values: Vec<(PropTag, Vec<u8>)>,
    /// Entries without streams.
    entries: Vec<PropTag>,
    /// Names.
    recipients: Vec<String>,
    attachments: Vec<String>,
}

impl Parts {
    fn file(self) -> Result<Vec<u8>, WriteError> {
        let mut root = StorageBuilder::new();
        let count = |of: &[String]| u32::try_from(of.len()).unwrap_or(u32::MAX);
        let (recipients, attachments) = (count(&self.recipients), count(&self.attachments));
        let header = Header {
            next_recipient: recipients,
            next_attachment: attachments,
            recipient_count: recipients,
            attachment_count: attachments,
            ..Header::default()
        };
        let mut message = ObjectBuilder::new(&mut root, HeaderKind::Root, header);
        message.text(tags::PR_MESSAGE_CLASS, "IPM.Note")?;
        message.fixed(tags::PR_STORE_SUPPORT_MASK, &0x0004_0E79_u32.to_le_bytes());
        message.fixed(tags::PR_INTERNET_CPID, &65001_u32.to_le_bytes());
        for (tag, text) in &self.texts {
            message.text(*tag, text)?;
        }
        for (tag, value) in self.values {
            message.stream(tag, value.into())?;
        }
        for tag in self.entries {
            message.fixed(tag, &8_u32.to_le_bytes());
        }
        message.finish()?;
        root.storage(NAMEID_STORAGE)?;
        for (number, name) in (0..).zip(&self.recipients) {
            let storage = root.storage(recipient_storage_name(number).as_str())?;
            let mut recipient = ObjectBuilder::new(storage, HeaderKind::Item, Header::default());
            recipient.fixed(tags::PR_ROWID, &number.to_le_bytes());
            recipient.fixed(tags::PR_RECIPIENT_TYPE, &1u32.to_le_bytes());
            recipient.text(tags::PR_DISPLAY_NAME, name)?;
            recipient.finish()?;
        }
        for (number, name) in (0..).zip(&self.attachments) {
            let storage = root.storage(attachment_storage_name(number).as_str())?;
            let mut attachment = ObjectBuilder::new(storage, HeaderKind::Item, Header::default());
            attachment.fixed(tags::PR_ATTACH_METHOD, &1u32.to_le_bytes());
            attachment.fixed(tags::PR_ATTACH_NUM, &number.to_le_bytes());
            attachment.text(tags::PR_ATTACH_LONG_FILENAME, name)?;
            attachment.text(tags::PR_ATTACH_CONTENT_ID, name)?;
            attachment.stream(tags::PR_ATTACH_DATA_BIN, b"\x89PNG\r\n\x1A\n".to_vec().into())?;
            attachment.finish()?;
        }
        let mut file = Vec::new();
        root.write_to(&Options::default(), &mut file)?;
        Ok(file)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each opens, and has what its name says.
    #[test]
    fn shapes_are_messages() {
        let shapes = shapes(4096).unwrap();
        for Shape { name, file } in &shapes {
            let opened = openimsg::MessageFile::open(&**file, Default::default());
            assert!(opened.is_ok(), "{name}: {:?}", opened.err());
        }
        let html = shapes.iter().find(|shape| shape.name == "HTML: <p a#=b ").unwrap();
        let file = openimsg::MessageFile::open(&*html.file, Default::default()).unwrap();
        let html = file.message().unwrap().stored_html().unwrap().unwrap();
        assert!(html.text.starts_with("<p a0=b a1=b "), "{} bytes", html.text.len());
    }
}
