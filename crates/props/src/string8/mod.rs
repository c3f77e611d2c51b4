//! Which code page 8-bit text is in, and decoding it.
//!
//! No specification has the whole rule. This one gives the right text on every real message
//! that the project has seen, where taking PR_INTERNET_CPID first, or a Latin page always,
//! garbles some:
//!
//! 1. PR_MESSAGE_CODEPAGE, except that a 1252 there yields to the locale's page if that is
//!    another one and all text, not being just ASCII, decodes in it: some writers put 1252
//!    whatever they wrote.
//! 2. The ANSI page of PR_MESSAGE_LOCALE_ID.
//! 3. The ANSI page behind PR_INTERNET_CPID, which names the character set on the wire.
//! 4. The page of the message that this one is embedded in.
//! 5. 1252.
//!
//! The first page under which *all* 8-bit text of the message decodes without a flaw is taken;
//! if there is none, the first one that can be decoded at all. A caller who knows better does
//! not ask, and decodes with another page.

mod locale;

use openimsg_base::{CodePage, DefectKind};

pub use locale::ansi_page_of_locale;

use crate::Text;
use crate::defects::{STRING8_BYTES, STRING8_PAGE};

/// What a message says about its code pages. In each, 0 counts as absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Declared {
    /// PR_MESSAGE_CODEPAGE (3FFD).
    pub message_codepage: Option<u32>,
    /// PR_MESSAGE_LOCALE_ID (3FF1).
    pub locale: Option<u32>,
    /// PR_INTERNET_CPID (3FDE).
    pub internet_codepage: Option<u32>,
}

/// The code page of a message's PT_STRING8 values, as the module describes.
///
/// `decodes` says whether every such value decodes strictly
/// ([`CodePage::decode_strict`]) in a page; it is asked for few pages, mostly one. `parent` is
/// the page of the message that this one is embedded in.
///
/// ```
/// use openimsg_base::CodePage;
/// use openimsg_props::string8::{self, Declared};
/// let japanese = Declared { locale: Some(1041), internet_codepage: Some(50220), ..Declared::default() };
/// assert_eq!(string8::choose(&japanese, None, |_| true), CodePage::SHIFT_JIS);
/// ```
pub fn choose(
    declared: &Declared,
    parent: Option<CodePage>,
    mut decodes: impl FnMut(CodePage) -> bool,
) -> CodePage {
    let present = |number: Option<u32>| number.filter(|number| *number != 0);
    let message = present(declared.message_codepage).map(CodePage);
    let locale = present(declared.locale).and_then(ansi_page_of_locale);
    let internet = present(declared.internet_codepage).map(CodePage);

    let is_latin = |page: &CodePage| *page == CodePage::WINDOWS_1252;
    let lie = message.filter(is_latin).and(locale).filter(|page| !is_latin(page));
    let lie = lie.filter(|_| !decodes(CodePage::US_ASCII));
    let candidates = [
        lie,
        // Text of the 8-bit interfaces contains ASCII as it is; a page that does not cannot be
        // meant.
        message.map(|page| if page.is_ascii_superset() { page } else { ansi_page_behind(page) }),
        locale,
        internet.map(ansi_page_behind),
        parent,
        Some(CodePage::WINDOWS_1252),
    ];
    let usable = || candidates.into_iter().flatten().filter(|page| page.is_ascii_superset());
    // If nothing decodes, a 1252 that may be a lie is better than the guess that it is one.
    let fallback = usable().nth(usize::from(lie.is_some())).unwrap_or(CodePage::WINDOWS_1252);
    usable().find(|page| decodes(*page)).unwrap_or(fallback)
}

/// The code page of HTML in bytes: PR_HTML (10130102), and PR_BODY_HTML as PT_STRING8
/// (1013001E). Both follow PR_INTERNET_CPID itself, not the page of other text, which is given
/// as `string8` for messages that do not say.
#[must_use]
pub fn html_page(declared: &Declared, string8: CodePage) -> CodePage {
    let internet = declared.internet_codepage.map(CodePage);
    internet.filter(|page| page.is_supported()).unwrap_or(string8)
}

/// The Windows page in which a writer works who sends in this one.
///
/// ASCII, ISO 8859-1, ISO-2022-JP and EUC-KR are measured on real files; the other ISO pages,
/// KOI8 and the East Asian wire encodings follow the same idea. Every other page is its own.
#[must_use]
pub fn ansi_page_behind(wire: CodePage) -> CodePage {
    CodePage(match wire.0 {
        20127 | 28591 | 28605 => 1252,
        28592 => 1250,
        28595 | 20866 | 21866 => 1251,
        28597 => 1253,
        28593 | 28599 => 1254,
        28598 | 38598 => 1255,
        28596 => 1256,
        28594 | 28603 => 1257,
        50220..=50222 | 51932 => 932,
        50227 | 51936 | 52936 => 936,
        50225 | 51949 => 949,
        50229 | 51950 => 950,
        own => own,
    })
}

/// Decodes text without terminating NULs, and says what was wrong with it.
///
/// What the page does not define becomes U+FFFD, and all that is not ASCII does if the page is
/// not supported.
#[must_use]
pub fn decode(bytes: &[u8], page: CodePage) -> (Text<'_>, Option<&'static DefectKind>) {
    let (text, lossy, defect) = match page.decode(bytes) {
        Ok(decoded) => (decoded.text, decoded.lossy, &STRING8_BYTES),
        Err(_) => match str::from_utf8(bytes) {
            Ok(text) if text.is_ascii() => (text.into(), true, &STRING8_PAGE),
            _ => {
                let ascii = |byte: &u8| match byte.is_ascii() {
                    true => char::from(*byte),
                    false => char::REPLACEMENT_CHARACTER,
                };
                (bytes.iter().map(ascii).collect::<String>().into(), true, &STRING8_PAGE)
            }
        },
    };
    (Text { text, lossy }.without_terminator(), lossy.then_some(defect))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_of_the_wire_has_one_that_is_supported() {
        let wire = [
            20127, 28591, 28592, 28593, 28594, 28595, 28596, 28597, 28598, 28599, 28603, 28605,
            20866, 21866, 38598, 50220, 50222, 50225, 50227, 50229, 51932, 51936, 51949, 51950,
            52936,
        ];
        for page in wire.map(CodePage) {
            let behind = ansi_page_behind(page);
            assert!(behind.is_supported() && behind != page, "{page}");
            assert_eq!(ansi_page_behind(behind), behind);
        }
    }

    fn declared(message: u32, locale: u32, internet: u32) -> Declared {
        Declared {
            message_codepage: Some(message),
            locale: Some(locale),
            internet_codepage: Some(internet),
        }
    }

    /// The page for a text of which `bytes` is a part.
    fn page(declared: Declared, parent: Option<u32>, bytes: &[u8]) -> u32 {
        choose(&declared, parent.map(CodePage), |page| page.decode_strict(bytes).is_some()).0
    }

    #[test]
    fn cases_of_real_files() {
        for (declared, bytes, expected) in [
            (declared(0, 1049, 1251), b"\xCF\xF0".as_slice(), 1251),
            (declared(0, 1031, 65001), b"\xE4", 1252),
            (declared(0, 1031, 1251), b"\xE4", 1252),
            (declared(1252, 1033, 28591), b"\xE9", 1252),
            (declared(0, 1041, 50220), b"\x93\xFA\x96\x7B", 932),
            // The page is right although the locale says English.
            (declared(936, 1033, 0), b"\xC4\xE3\xBA\xC3", 936),
            // The page is a lie that the locale uncovers.
            (declared(1252, 1041, 0), b"\x93\xFA\x96\x7B", 932),
            // Nothing shows that it is a lie.
            (declared(1252, 1041, 0), b"a", 1252),
            // No lie: the locale's page does not decode this.
            (declared(1252, 1041, 0), b"\x93\xFA\x96", 1252),
            (declared(0, 0, 20127), b"\xE9", 1252),
            (declared(0, 0, 65001), b"\xC3\xA9", 65001),
            (declared(0, 0, 65001), b"\xE9", 1252),
            (declared(0, 0, 51949), b"\xB0\xA1", 949),
            (declared(0, 0, 0), b"\xE9", 1252),
        ] {
            assert_eq!(page(declared, None, bytes), expected, "{declared:?}");
        }
    }

    #[test]
    fn an_embedded_message_follows_its_parent_last() {
        let none = Declared::default();
        assert_eq!(page(none, Some(932), b"\x93\xFA"), 932);
        assert_eq!(page(none, Some(932), b"\x93"), 1252);
        assert_eq!(page(declared(0, 1049, 0), Some(932), b"\x93\xFA"), 1251);
    }

    #[test]
    fn pages_that_cannot_be_meant_are_passed_over() {
        for message in [1200, 1201, 65000, 42, 3, 500] {
            assert_eq!(page(declared(message, 1049, 0), None, b"a"), 1251);
        }
        // A Hindi message: the locale has no ANSI page.
        assert_eq!(page(declared(0, 0x0439, 65001), None, "ह".as_bytes()), 65001);
        assert_eq!(page(declared(50220, 0, 0), None, b"\x93\xFA"), 932);
    }

    #[test]
    fn if_nothing_decodes_the_declared_page_is_kept() {
        let choice = |declared| choose(&declared, None, |_| false).0;
        assert_eq!(choice(declared(936, 1041, 0)), 936);
        assert_eq!(choice(declared(1252, 1041, 0)), 1252);
        assert_eq!(choice(declared(0, 1041, 0)), 932);
        assert_eq!(choice(Declared::default()), 1252);
    }

    #[test]
    fn html_follows_the_wire() {
        let string8 = CodePage::SHIFT_JIS;
        assert_eq!(html_page(&declared(1252, 1033, 50220), string8), CodePage::ISO_2022_JP);
        assert_eq!(html_page(&declared(1252, 1033, 0), string8), string8);
        assert_eq!(html_page(&declared(1252, 1033, 12000), string8), string8);
        assert_eq!(html_page(&Declared::default(), string8), string8);
    }

    #[test]
    fn text_in_an_unknown_page_keeps_its_ascii() {
        let (text, defect) = decode(b"caf\xE9\0", CodePage(42));
        assert_eq!((text.as_str(), text.lossy, defect), ("caf\u{FFFD}", true, Some(&STRING8_PAGE)));
        let (text, defect) = decode(b"cafe\0", CodePage(42));
        assert_eq!((text.as_str(), text.lossy, defect), ("cafe", true, Some(&STRING8_PAGE)));
        let (text, defect) = decode(b"", CodePage::UTF_8);
        assert_eq!((text.as_str(), text.lossy, defect), ("", false, None));
    }
}
