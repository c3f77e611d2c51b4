//! Windows code pages: 8-bit text to Unicode and back.
//!
//! # Supported
//! | pages | |
//! |---|---|
//! | 874, 1250–1258 | Windows |
//! | 932, 936, 949, 950, 54936 | Windows, East Asian: Shift_JIS, GBK, Unified Hangul, Big5, GB 18030 |
//! | 437, 720, 737, 775, 850, 852, 855, 857, 858, 860–866, 869 | DOS |
//! | 20127, 28591–28600, 28603–28606, 38598 | ASCII and ISO 8859; 28598 in visual, 38598 in logical order |
//! | 20866, 21866 | KOI8-R, KOI8-U |
//! | 50220–50222, 51932, 51936, 51949, 20936, 20949 | ISO-2022-JP, EUC-JP, EUC-CN, EUC-KR |
//! | 10000, 10006, 10007, 10010, 10017, 10029, 10079, 10081, 10082 | Macintosh |
//! | 37, 500, 1026, 1140, 20273, 20424 | EBCDIC |
//! | 1200, 1201, 65000, 65001 | UTF-16 in both byte orders, UTF-7, UTF-8 |
//!
//! Everything else is not: among others 708, 1361 (Johab), the East Asian Macintosh pages
//! 10001–10003 and 10008, 12000 and 12001 (UTF-32), 20932, 50225 (ISO-2022-KR), 52936 (HZ),
//! 57002–57011 (ISCII), the other EBCDIC pages, and the pseudo-pages 0–3 (`CP_ACP` …) and 42
//! (symbol). They are answered with [`UnsupportedCodePage`], never with a guess. [`CodePage::known`]
//! lists all pages that have a name.
//!
//! # Where this differs from Windows
//! The Windows, ISO, EUC and KOI8 pages and 866, 10000, 10007 and 10017 follow the
//! [WHATWG Encoding Standard](https://encoding.spec.whatwg.org/), whose tables were made to agree
//! with Windows wherever mail and web pages use them. What is left:
//! * Bytes that a page leaves undefined. C1 controls are the same as in Windows (1252: byte 0x81
//!   is U+0081). Other undefined bytes, such as 0xAA in 1253, 0xD9 in 1255 or 0xA0 in 932, are
//!   malformed here; Windows gives private-use characters (U+F8F9 …).
//! * 949 and 950: end-user defined characters are malformed or, in 950, those of HKSCS 2008 and
//!   the ETEN extensions; Windows gives private-use characters. Encoding to 950 writes no lead
//!   byte below 0xA1.
//! * 936, 20936 and 51936: decoded as GB 18030, of which they are subsets; a lone byte 0x80 is
//!   the euro sign. GB 18030 is the edition of 2005 with the ten vertical forms and eight
//!   ideographs of 2022.
//! * 50220–50222: decoding takes half-width katakana by escape sequence (`ESC ( I`), not by shift
//!   out. Encoding never writes half-width katakana.
//! * 51932: decoding takes JIS X 0212 too.
//! * 20949 and 51949 are read and written as 949.
//! * 10007 and 10017 are the same page, with the Ukrainian letters; the Macintosh pages have the
//!   euro sign where older editions have the currency sign.
//! * 28591 and 28599 are those of ISO, not 1252 and 1254; 20127 has no bytes from 0x80, and does
//!   not ignore their high bit.
//!
//! # Encoding is exact
//! Windows writes the nearest look-alike ("best fit") for what a page lacks. Here such characters
//! do not fit: what [`CodePage::encode`] returns decodes to the same text again.

use std::borrow::Cow;
use std::convert::Infallible;
use std::fmt;

use pages::Codec;

mod encode;
mod pages;
mod tables;
#[cfg(test)]
mod tests;
mod utf7;

/// A Windows code page by its number.
///
/// ```
/// use openimsg_base::CodePage;
/// let page = CodePage::WINDOWS_1252;
/// let decoded = page.decode(b"na\xEFve").unwrap();
/// assert_eq!((&*decoded.text, decoded.lossy), ("naïve", false));
/// assert_eq!(&*page.encode("naïve").unwrap(), b"na\xEFve");
/// assert_eq!(CodePage(1361).decode(b"").unwrap_err().to_string(), "code page 1361 is not supported");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CodePage(pub u32);

impl CodePage {
    /// 437: DOS, United States.
    pub const IBM437: CodePage = CodePage(437);
    /// 850: DOS, Western European.
    pub const IBM850: CodePage = CodePage(850);
    /// 874: Thai.
    pub const WINDOWS_874: CodePage = CodePage(874);
    /// 932: Japanese.
    pub const SHIFT_JIS: CodePage = CodePage(932);
    /// 936: simplified Chinese.
    pub const GBK: CodePage = CodePage(936);
    /// 949: Korean, Unified Hangul Code.
    pub const UHC: CodePage = CodePage(949);
    /// 950: traditional Chinese.
    pub const BIG5: CodePage = CodePage(950);
    /// 1200: UTF-16, little-endian.
    pub const UTF_16LE: CodePage = CodePage(1200);
    /// 1201: UTF-16, big-endian.
    pub const UTF_16BE: CodePage = CodePage(1201);
    /// 1250: Central European.
    pub const WINDOWS_1250: CodePage = CodePage(1250);
    /// 1251: Cyrillic.
    pub const WINDOWS_1251: CodePage = CodePage(1251);
    /// 1252: Western European.
    pub const WINDOWS_1252: CodePage = CodePage(1252);
    /// 1253: Greek.
    pub const WINDOWS_1253: CodePage = CodePage(1253);
    /// 1254: Turkish.
    pub const WINDOWS_1254: CodePage = CodePage(1254);
    /// 1255: Hebrew.
    pub const WINDOWS_1255: CodePage = CodePage(1255);
    /// 1256: Arabic.
    pub const WINDOWS_1256: CodePage = CodePage(1256);
    /// 1257: Baltic.
    pub const WINDOWS_1257: CodePage = CodePage(1257);
    /// 1258: Vietnamese.
    pub const WINDOWS_1258: CodePage = CodePage(1258);
    /// 10000: Macintosh, Western European.
    pub const MACINTOSH: CodePage = CodePage(10000);
    /// 20127: ASCII.
    pub const US_ASCII: CodePage = CodePage(20127);
    /// 20866: Russian.
    pub const KOI8_R: CodePage = CodePage(20866);
    /// 21866: Ukrainian.
    pub const KOI8_U: CodePage = CodePage(21866);
    /// 28591: Latin 1.
    pub const ISO_8859_1: CodePage = CodePage(28591);
    /// 28592: Latin 2.
    pub const ISO_8859_2: CodePage = CodePage(28592);
    /// 28605: Latin 9.
    pub const ISO_8859_15: CodePage = CodePage(28605);
    /// 50220: Japanese, with full-width katakana only.
    pub const ISO_2022_JP: CodePage = CodePage(50220);
    /// 51932: Japanese.
    pub const EUC_JP: CodePage = CodePage(51932);
    /// 51949: Korean.
    pub const EUC_KR: CodePage = CodePage(51949);
    /// 54936: Chinese.
    pub const GB18030: CodePage = CodePage(54936);
    /// 65000: UTF-7.
    pub const UTF_7: CodePage = CodePage(65000);
    /// 65001: UTF-8.
    pub const UTF_8: CodePage = CodePage(65001);

    /// All pages that have a name, by number, supported or not.
    pub fn known() -> impl ExactSizeIterator<Item = CodePage> {
        pages::PAGES.iter().map(|page| CodePage(page.number))
    }

    /// Whether this page can be decoded and encoded.
    #[must_use]
    pub fn is_supported(self) -> bool {
        self.codec().is_ok()
    }

    /// The charset name by which Windows knows the page, in lower case, or nothing for numbers
    /// that are not in Microsoft's list. It is mostly, but not always, registered with IANA.
    #[must_use]
    pub fn name(self) -> Option<&'static str> {
        pages::find(self.0).map(|page| page.name)
    }

    /// Whether every ASCII byte string decodes to itself. Not so for UTF-7, UTF-16, ISO-2022-JP,
    /// EBCDIC and 864 (whose 0x25 is the Arabic percent sign); no for pages not supported.
    #[must_use]
    pub fn is_ascii_superset(self) -> bool {
        self.codec().is_ok_and(contains_ascii)
    }

    /// Decodes all of `bytes`; what is malformed becomes U+FFFD. A byte order mark is kept as
    /// U+FEFF and changes nothing.
    ///
    /// # Errors
    /// [`UnsupportedCodePage`].
    pub fn decode(self, bytes: &[u8]) -> Result<Decoded<'_>, UnsupportedCodePage> {
        let codec = self.codec()?;
        if let Some(text) = ascii(codec, bytes) {
            return Ok(Decoded { text, lossy: false });
        }
        let (text, lossy) = match codec {
            Codec::Whatwg(encoding) => encoding.decode_without_bom_handling(bytes),
            Codec::Latin1 => (encoding_rs::mem::decode_latin1(bytes), false),
            Codec::Utf7 => owned(utf7::decode(bytes)),
            Codec::Full(table) => owned(decode_by_table(bytes, |b| entry(table, b))),
            Codec::Ascii => owned(decode_by_table(bytes, ascii_or_undefined)),
            Codec::High(table) => owned(decode_by_table(bytes, |b| match b.checked_sub(0x80) {
                Some(index) => entry(table, index),
                None => u16::from(b),
            })),
        };
        Ok(Decoded { text, lossy })
    }

    /// Decodes all of `bytes`, or nothing if any is malformed or the page is not supported.
    #[must_use]
    pub fn decode_strict(self, bytes: &[u8]) -> Option<Cow<'_, str>> {
        if let Ok(codec @ Codec::Whatwg(encoding)) = self.codec() {
            // Stops at the first malformed byte.
            let strict = || encoding.decode_without_bom_handling_and_without_replacement(bytes);
            return ascii(codec, bytes).or_else(strict);
        }
        self.decode(bytes).ok().filter(|decoded| !decoded.lossy).map(|decoded| decoded.text)
    }

    /// Encodes `text` exactly: decoding gives the same text. No byte order mark is written.
    ///
    /// # Errors
    /// [`EncodeError::Unsupported`], or [`EncodeError::Unencodable`] with the first character
    /// that does not fit.
    pub fn encode(self, text: &str) -> Result<Cow<'_, [u8]>, EncodeError> {
        let codec = self.codec()?;
        if is_kept(codec, text) {
            return Ok(Cow::Borrowed(text.as_bytes()));
        }
        let bytes = encode::encode(codec, text, |byte, character| {
            let at = text.get(..byte).map_or(0, |before| before.chars().count());
            Err(Unencodable { code_page: self, at, character })
        })?;
        Ok(Cow::Owned(bytes))
    }

    /// Encodes `text` with `?`, or a look-alike in East Asian pages, for each character that does
    /// not fit; returns how many these are as well.
    ///
    /// # Errors
    /// [`UnsupportedCodePage`].
    pub fn encode_lossy(self, text: &str) -> Result<(Cow<'_, [u8]>, usize), UnsupportedCodePage> {
        let codec = self.codec()?;
        if is_kept(codec, text) {
            return Ok((Cow::Borrowed(text.as_bytes()), 0));
        }
        let mut replaced = 0_usize;
        let Ok(bytes) = encode::encode(codec, text, |_, _| {
            replaced = replaced.saturating_add(1);
            Ok::<(), Infallible>(())
        });
        Ok((Cow::Owned(bytes), replaced))
    }

    fn codec(self) -> Result<Codec, UnsupportedCodePage> {
        pages::find(self.0).and_then(|page| page.codec).ok_or(UnsupportedCodePage(self))
    }
}

impl fmt::Display for CodePage {
    /// The number.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl From<u32> for CodePage {
    fn from(number: u32) -> Self {
        CodePage(number)
    }
}

/// Decoded text. `Debug` shows its length only.
#[derive(Clone, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// The text; borrowed where the bytes were ASCII in a page that contains it, or valid UTF-8
    /// in that page.
    pub text: Cow<'a, str>,
    /// Whether malformed bytes were replaced by U+FFFD.
    pub lossy: bool,
}

impl fmt::Debug for Decoded<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Decoded { text, lossy } = self;
        f.debug_struct("Decoded").field("bytes", &text.len()).field("lossy", lossy).finish()
    }
}

/// There is no decoder for this code page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("code page {0} is not supported")]
pub struct UnsupportedCodePage(pub CodePage);

/// Why text was not encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EncodeError {
    /// There is no encoder for the page.
    #[error(transparent)]
    Unsupported(#[from] UnsupportedCodePage),
    /// The page lacks a character.
    #[error(transparent)]
    Unencodable(#[from] Unencodable),
}

/// A character that a code page does not have. It is part of a message, so that only
/// [`Unencodable::character`] tells which.
#[derive(Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("character {at} of the text does not fit into code page {code_page}")]
pub struct Unencodable {
    /// The page.
    pub code_page: CodePage,
    /// How many characters (Unicode scalar values) stand before it.
    pub at: usize,
    character: char,
}

impl Unencodable {
    /// The character itself.
    #[must_use]
    pub fn character(&self) -> char {
        self.character
    }
}

impl fmt::Debug for Unencodable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Unencodable { code_page, at, .. } = self;
        f.debug_struct("Unencodable")
            .field("code_page", code_page)
            .field("at", at)
            .finish_non_exhaustive()
    }
}

/// What stands in tables for bytes that are not defined.
const UNDEFINED: u16 = 0xFFFD;

/// Whether every ASCII byte string is the same text in this encoding.
fn contains_ascii(codec: Codec) -> bool {
    match codec {
        Codec::Ascii | Codec::Latin1 | Codec::High(_) => true,
        Codec::Whatwg(encoding) => encoding.is_ascii_compatible(),
        Codec::Full(_) | Codec::Utf7 => false,
    }
}

/// The bytes as text if all are ASCII and so is what they stand for. Asking first makes that
/// case, the most frequent one, nearly as fast as copying.
fn ascii(codec: Codec, bytes: &[u8]) -> Option<Cow<'_, str>> {
    if !contains_ascii(codec) || !bytes.is_ascii() {
        return None;
    }
    encoding_rs::UTF_8.decode_without_bom_handling_and_without_replacement(bytes)
}

/// Whether `text` is stored as its own UTF-8 bytes.
fn is_kept(codec: Codec, text: &str) -> bool {
    matches!(codec, Codec::Whatwg(encoding) if encoding == encoding_rs::UTF_8)
        || (contains_ascii(codec) && text.is_ascii())
}

fn owned((text, lossy): (String, bool)) -> (Cow<'static, str>, bool) {
    (Cow::Owned(text), lossy)
}

fn ascii_or_undefined(byte: u8) -> u16 {
    if byte.is_ascii() { u16::from(byte) } else { UNDEFINED }
}

fn entry(table: &[u16], index: u8) -> u16 {
    table.get(usize::from(index)).copied().unwrap_or(UNDEFINED)
}

fn decode_by_table(bytes: &[u8], unit_of: impl Fn(u8) -> u16) -> (String, bool) {
    let mut text = String::with_capacity(bytes.len());
    let mut lossy = false;
    for byte in bytes {
        let unit = unit_of(*byte);
        lossy |= unit == UNDEFINED;
        text.push(char::from_u32(u32::from(unit)).unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    (text, lossy)
}
