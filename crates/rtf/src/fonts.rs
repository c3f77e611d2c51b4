//! Which code page the bytes of text are in: the document's, or that of the current font.

use std::collections::HashMap;

use openimsg_base::CodePage;

/// The code pages of a document and of its font table.
#[derive(Debug)]
pub(crate) struct Fonts {
    /// `\ansicpgN`, or what `\ansi`, `\mac`, `\pc` or `\pca` say.
    document: CodePage,
    /// `\deffN`.
    default: Option<i32>,
    /// `\fN` of the table.
    table: HashMap<i32, CodePage>,
    /// The font that the table is about to define, and whether it named its page itself.
    defining: Option<(i32, bool)>,
    /// Whether a page was asked for that text cannot be in.
    pub(crate) unusable: bool,
}

impl Fonts {
    pub(crate) fn new() -> Self {
        Fonts {
            document: CodePage::WINDOWS_1252,
            default: None,
            table: HashMap::new(),
            defining: None,
            unusable: false,
        }
    }

    /// The page of text before any font is chosen.
    pub(crate) fn document(&self) -> CodePage {
        self.document
    }

    /// The page of text in font `number`.
    pub(crate) fn page(&self, number: i32) -> CodePage {
        self.table.get(&number).copied().unwrap_or(self.document)
    }

    /// The page of text in the default font.
    pub(crate) fn default_page(&self) -> CodePage {
        self.default.map_or(self.document, |number| self.page(number))
    }

    /// Takes a control word of the document's header; tells whether it changed the page of text.
    pub(crate) fn header_word(&mut self, name: &[u8], number: Option<i32>) -> bool {
        let page = match (name, number) {
            (b"ansicpg", Some(number)) => number_of_page(number),
            (b"mac", None) => CodePage::MACINTOSH,
            (b"pc", None) => CodePage::IBM437,
            (b"pca", None) => CodePage::IBM850,
            (b"deff", number) => {
                self.default = number;
                return false;
            }
            _ => return false,
        };
        self.document = self.usable(page).unwrap_or(CodePage::WINDOWS_1252);
        true
    }

    /// Takes a control word of the font table.
    pub(crate) fn table_word(&mut self, name: &[u8], number: Option<i32>) {
        let number = number.unwrap_or(0);
        match (name, self.defining) {
            (b"f", _) => self.defining = Some((number, false)),
            (b"fcharset", Some((font, false))) => {
                let page = page_of_charset(number).and_then(|page| self.usable(page));
                self.table.insert(font, page.unwrap_or(self.document));
            }
            (b"cpg", Some((font, _))) => {
                let page = self.usable(number_of_page(number));
                self.table.insert(font, page.unwrap_or(self.document));
                self.defining = Some((font, true));
            }
            _ => {}
        }
    }

    /// The page, if it can be decoded and ASCII, of which control words consist, is ASCII in it.
    fn usable(&mut self, page: CodePage) -> Option<CodePage> {
        let usable = page.is_ascii_superset();
        self.unusable |= !usable;
        usable.then_some(page)
    }
}

fn number_of_page(number: i32) -> CodePage {
    CodePage(u32::try_from(number).unwrap_or(0))
}

/// The code page for `\fcharsetN`, if it has one of its own. Symbols (2) have none: HTML that
/// was made to RTF holds no text in them.
fn page_of_charset(charset: i32) -> Option<CodePage> {
    Some(CodePage(match charset {
        0 => 1252,
        77 => 10000,
        78 => 10001,
        79 => 10003,
        80 => 10008,
        81 => 10002,
        83 => 10005,
        84 => 10004,
        85 => 10006,
        86 => 10081,
        87 => 10021,
        88 => 10029,
        89 => 10007,
        128 => 932,
        129 => 949,
        130 => 1361,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        254 => 437,
        255 => 850,
        _ => return None,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_font_has_the_page_of_its_charset_or_its_own() {
        let mut fonts = Fonts::new();
        assert!(fonts.header_word(b"ansicpg", Some(1251)));
        assert!(!fonts.header_word(b"deff", Some(2)));
        let words: [(&[u8], i32); 9] = [
            (b"fcharset", 238), // of no font
            (b"f", 0),
            (b"fcharset", 0),
            (b"f", 1),
            (b"cpg", 1253),
            (b"fcharset", 128),
            (b"f", 2),
            (b"fcharset", 128),
            (b"f", 3),
        ];
        words.iter().for_each(|(name, number)| fonts.table_word(name, Some(*number)));
        let pages: Vec<u32> = (0..5).map(|font| fonts.page(font).0).collect();
        assert_eq!(pages, [1252, 1253, 932, 1251, 1251]);
        assert_eq!((fonts.default_page().0, fonts.unusable), (932, false));
        fonts.table_word(b"fcharset", Some(130));
        assert_eq!((fonts.page(3).0, fonts.unusable), (1251, true));
    }

    #[test]
    fn a_page_without_ascii_is_not_the_documents() {
        for page in [0, 42, 1200, 500, 65000, -1, 99999] {
            let mut fonts = Fonts::new();
            fonts.header_word(b"ansicpg", Some(page));
            assert_eq!((fonts.document(), fonts.unusable), (CodePage::WINDOWS_1252, true));
        }
    }

    /// The table of the RTF specification, version 1.9.1.
    #[test]
    fn charsets_have_the_pages_of_the_specification() {
        for (charset, page) in [
            (0, Some(1252)),
            (1, None),
            (2, None),
            (77, Some(10000)),
            (78, Some(10001)),
            (79, Some(10003)),
            (80, Some(10008)),
            (81, Some(10002)),
            (82, None),
            (83, Some(10005)),
            (84, Some(10004)),
            (85, Some(10006)),
            (86, Some(10081)),
            (87, Some(10021)),
            (88, Some(10029)),
            (89, Some(10007)),
            (128, Some(932)),
            (129, Some(949)),
            (130, Some(1361)),
            (134, Some(936)),
            (136, Some(950)),
            (161, Some(1253)),
            (162, Some(1254)),
            (163, Some(1258)),
            (177, Some(1255)),
            (178, Some(1256)),
            (186, Some(1257)),
            (204, Some(1251)),
            (222, Some(874)),
            (238, Some(1250)),
            (254, Some(437)),
            (255, Some(850)),
            (-1, None),
            (256, None),
        ] {
            assert_eq!(page_of_charset(charset), page.map(CodePage), "{charset}");
        }
    }

    #[test]
    fn the_header_names_a_page_in_words_too() {
        for (word, page) in
            [("mac", CodePage::MACINTOSH), ("pc", CodePage::IBM437), ("pca", CodePage::IBM850)]
        {
            let mut fonts = Fonts::new();
            assert!(fonts.header_word(word.as_bytes(), None));
            assert_eq!((fonts.document(), fonts.unusable), (page, false));
        }
    }
}
