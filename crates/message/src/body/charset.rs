//! Stored HTML as characters.

use std::borrow::Cow;

use openimsg_base::CodePage;

/// Stored HTML as characters, and how they were found.
///
/// `Debug` shows the length of the text only.
#[derive(Clone, PartialEq, Eq)]
pub struct HtmlText {
    /// The characters, without a byte order mark. What could not be decoded is U+FFFD.
    pub text: String,
    /// The page in which the bytes were read.
    pub code_page: CodePage,
    /// What told the page.
    pub told_by: ToldBy,
    /// Whether some bytes were no valid text in that page.
    pub lossy: bool,
}

/// What told the code page of stored HTML.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ToldBy {
    /// The caller: [`Options::code_page`](crate::Options::code_page).
    Caller,
    /// A byte order mark.
    ByteOrderMark,
    /// `PidTagInternetCodepage` ([MS-OXCMSG] 2.2.1.58.7).
    Message,
    /// A `meta` element.
    Meta,
    /// The type of the property: UTF-16.
    PropertyType,
    /// Nothing that goes with the bytes; the page of the message's strings was taken.
    Nothing,
}

impl std::fmt::Debug for HtmlText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("HtmlText")
            .field("bytes", &self.text.len())
            .field("code_page", &self.code_page)
            .field("told_by", &self.told_by)
            .field("lossy", &self.lossy)
            .finish()
    }
}

/// Decodes HTML. A byte order mark tells the page; else the first of `declared` (by the message)
/// and the page of the `meta` element in which every byte is sound; else the declared one; else
/// the page of the message's strings.
pub(super) fn decode(bytes: &[u8], declared: Option<CodePage>, strings: CodePage) -> HtmlText {
    if let Some((page, rest)) = byte_order_mark(bytes) {
        return in_page(rest, page, ToldBy::ByteOrderMark);
    }
    let declared = declared.filter(|page| page.is_supported());
    let named = in_meta(bytes);
    for (page, told_by) in [(declared, ToldBy::Message), (named, ToldBy::Meta)] {
        if let Some(page) = page
            && let Some(text) = page.decode_strict(bytes)
        {
            return HtmlText { text: text.into_owned(), code_page: page, told_by, lossy: false };
        }
    }
    match (declared, named) {
        (Some(page), _) => in_page(bytes, page, ToldBy::Message),
        (None, Some(page)) => in_page(bytes, page, ToldBy::Meta),
        (None, None) => in_page(bytes, strings, ToldBy::Nothing),
    }
}

pub(super) fn in_page(bytes: &[u8], page: CodePage, told_by: ToldBy) -> HtmlText {
    let (text, lossy) = match page.decode(bytes) {
        Ok(decoded) => (decoded.text, decoded.lossy),
        Err(_) => (String::from_utf8_lossy(bytes), true),
    };
    let text = match text {
        Cow::Borrowed(text) => text.to_owned(),
        Cow::Owned(text) => text,
    };
    HtmlText { text, code_page: page, told_by, lossy }
}

fn byte_order_mark(bytes: &[u8]) -> Option<(CodePage, &[u8])> {
    let marks: [(&[u8], CodePage); 3] = [
        (&[0xEF, 0xBB, 0xBF], CodePage::UTF_8),
        (&[0xFF, 0xFE], CodePage::UTF_16LE),
        (&[0xFE, 0xFF], CodePage::UTF_16BE),
    ];
    marks.into_iter().find_map(|(mark, page)| Some((page, bytes.strip_prefix(mark)?)))
}

/// How far a `meta` element is looked for.
const HEAD: usize = 4096;

/// The page that a `meta` element names: `charset=…`, in its own attribute or in `content`.
fn in_meta(bytes: &[u8]) -> Option<CodePage> {
    let head = bytes.get(..HEAD).unwrap_or(bytes).to_ascii_lowercase();
    let find =
        |text: &[u8], what: &[u8]| text.windows(what.len()).position(|window| window == what);
    let mut rest = head.as_slice();
    while let Some(at) = find(rest, b"<meta") {
        rest = rest.get(at.saturating_add(5)..)?;
        let end = rest.iter().position(|byte| *byte == b'>').unwrap_or(rest.len());
        let tag = rest.get(..end)?;
        if let Some(at) = find(tag, b"charset") {
            let value = tag.get(at.saturating_add(7)..)?.trim_ascii_start();
            let Some(value) = value.strip_prefix(b"=") else { continue };
            let is_around = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'"' | b'\'');
            let label = value.iter().skip_while(|byte| is_around(byte));
            let is_label = |byte: &&u8| byte.is_ascii_alphanumeric() || b"-_.:".contains(byte);
            let label: Vec<u8> = label.take_while(is_label).copied().collect();
            return page_of_label(std::str::from_utf8(&label).ok()?);
        }
    }
    None
}

/// The page of a charset's label, in lower case.
fn page_of_label(label: &str) -> Option<CodePage> {
    let aliases = [
        ("ascii", 20127),
        ("big5-hkscs", 950),
        ("cp1252", 1252),
        ("euc-kr", 51949),
        ("gb18030", 54936),
        ("gb2312", 936),
        ("gbk", 936),
        ("iso-8859-1", 28591),
        ("iso8859-1", 28591),
        ("ks_c_5601-1987", 949),
        ("latin1", 28591),
        ("ms932", 932),
        ("shift-jis", 932),
        ("shift_jis", 932),
        ("sjis", 932),
        // Who can read the element does not read UTF-16.
        ("unicode", 65001),
        ("utf-16", 65001),
        ("utf8", 65001),
        ("x-sjis", 932),
    ];
    let alias =
        aliases.into_iter().find(|(name, _)| *name == label).map(|(_, page)| CodePage(page));
    let known = || CodePage::known().find(|page| page.name() == Some(label));
    alias.or_else(known).filter(|page| page.is_supported())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8], declared: Option<u32>) -> (String, u32, ToldBy, bool) {
        let html = decode(bytes, declared.map(CodePage), CodePage::WINDOWS_1252);
        (html.text, html.code_page.0, html.told_by, html.lossy)
    }

    fn expected(text: &str, page: u32, by: ToldBy) -> (String, u32, ToldBy, bool) {
        (text.to_owned(), page, by, false)
    }

    #[test]
    fn what_tells_the_page() {
        let meta = b"<meta http-equiv=Content-Type content=\"text/html; charset=koi8-r\">\xC1";
        let shown = "<meta http-equiv=Content-Type content=\"text/html; charset=koi8-r\">а";
        assert_eq!(read(meta, None), expected(shown, 20866, ToldBy::Meta));
        // What the message declares holds if it goes with the bytes.
        assert_eq!(
            read(b"\xEF\xBB\xBF\xC3\xBC", Some(1252)),
            expected("ü", 65001, ToldBy::ByteOrderMark)
        );
        assert_eq!(read(b"\xFF\xFEa\0", Some(1252)), expected("a", 1200, ToldBy::ByteOrderMark));
        assert_eq!(read(b"\xFC", Some(28591)), expected("ü", 28591, ToldBy::Message));
        let other = b"<META CHARSET = 'windows-1251'>\xE4";
        assert_eq!(
            read(other, Some(65001)),
            expected("<META CHARSET = 'windows-1251'>д", 1251, ToldBy::Meta)
        );
        assert_eq!(read(b"\xFC", Some(99_999)), expected("ü", 1252, ToldBy::Nothing));
        assert_eq!(
            read(b"\xFC", Some(65001)),
            ("\u{FFFD}".to_owned(), 65001, ToldBy::Message, true)
        );
        assert_eq!(read(b"<meta charset><meta name=x>", None).2, ToldBy::Nothing);
    }
}
