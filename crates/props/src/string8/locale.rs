//! Locales and their ANSI code pages.

use openimsg_base::CodePage;

/// The ANSI code page of a Windows locale ([MS-LCID] 2.2), or nothing for the languages that
/// Windows has in Unicode only, such as Hindi.
///
/// Locales that are not in the table, and those in Unicode only of a language that has a page
/// elsewhere, have the page of their language. The sort order in the upper half is ignored.
///
/// ```
/// use openimsg_base::CodePage;
/// use openimsg_props::string8::ansi_page_of_locale;
/// assert_eq!(ansi_page_of_locale(1041), Some(CodePage::SHIFT_JIS));
/// assert_eq!(ansi_page_of_locale(0x0001_0407), Some(CodePage::WINDOWS_1252));
/// assert_eq!(ansi_page_of_locale(0x0439), None);
/// ```
#[must_use]
pub fn ansi_page_of_locale(lcid: u32) -> Option<CodePage> {
    let page = match lcid & 0xFFFF {
        // Chinese in traditional characters: Taiwan, Hong Kong, Macao, neutral.
        0x0404 | 0x0C04 | 0x1404 | 0x7C04 => 950,
        // Serbian and Bosnian in Cyrillic letters.
        0x0C1A | 0x1C1A | 0x201A | 0x281A | 0x301A | 0x641A | 0x6C1A => 1251,
        // Azerbaijani and Uzbek in Cyrillic letters.
        0x082C | 0x742C | 0x0843 | 0x7843 => 1251,
        // Punjabi in Arabic letters.
        0x0846 | 0x7C46 => 1256,
        // Pseudo-locales for tests.
        0x0501 => 1250,
        0x05FE => 932,
        0x09FF => 1256,
        other => return page_of_language(other & 0x03FF),
    };
    Some(CodePage(page))
}

/// By primary language identifier, the lower ten bits of a locale.
fn page_of_language(language: u32) -> Option<CodePage> {
    let page = match language {
        0x1E => 874,  // Thai
        0x11 => 932,  // Japanese
        0x04 => 936,  // Chinese
        0x12 => 949,  // Korean
        0x05          // Czech
        | 0x0E        // Hungarian
        | 0x15        // Polish
        | 0x18        // Romanian
        | 0x1A        // Croatian, Serbian, Bosnian
        | 0x1B        // Slovak
        | 0x1C        // Albanian
        | 0x24        // Slovenian
        | 0x42        // Turkmen
        => 1250,
        0x02          // Bulgarian
        | 0x19        // Russian
        | 0x22        // Ukrainian
        | 0x23        // Belarusian
        | 0x28        // Tajik
        | 0x2F        // Macedonian
        | 0x3F        // Kazakh, in older versions of Windows
        | 0x40        // Kyrgyz
        | 0x44        // Tatar
        | 0x50        // Mongolian
        | 0x6D        // Bashkir
        | 0x85        // Sakha
        => 1251,
        0x08 => 1253, // Greek
        0x1F          // Turkish
        | 0x2C        // Azerbaijani
        | 0x43        // Uzbek
        => 1254,
        0x0D => 1255, // Hebrew
        0x01          // Arabic
        | 0x20        // Urdu
        | 0x29        // Persian
        | 0x59        // Sindhi
        | 0x80        // Uyghur
        | 0x8C        // Dari
        | 0x92        // Central Kurdish
        => 1256,
        0x25..=0x27   // Estonian, Latvian, Lithuanian
        => 1257,
        0x2A => 1258, // Vietnamese
        0x03          // Catalan
        | 0x06        // Danish
        | 0x07        // German
        | 0x09        // English
        | 0x0A        // Spanish
        | 0x0B        // Finnish
        | 0x0C        // French
        | 0x0F        // Icelandic
        | 0x10        // Italian
        | 0x13        // Dutch
        | 0x14        // Norwegian
        | 0x16        // Portuguese
        | 0x17        // Romansh
        | 0x1D        // Swedish
        | 0x21        // Indonesian
        | 0x2D        // Basque
        | 0x2E        // Sorbian
        | 0x32        // Setswana
        | 0x34..=0x36 // Xhosa, Zulu, Afrikaans
        | 0x38        // Faroese
        | 0x3B        // Sami
        | 0x3C        // Irish
        | 0x3E        // Malay
        | 0x41        // Swahili
        | 0x52        // Welsh
        | 0x56        // Galician
        | 0x5D        // Inuktitut
        | 0x5F        // Tamazight
        | 0x62        // Frisian
        | 0x64        // Filipino
        | 0x67        // Fulah
        | 0x68        // Hausa
        | 0x6A..=0x6C // Yoruba, Quechua, Sesotho sa Leboa
        | 0x6E..=0x70 // Luxembourgish, Greenlandic, Igbo
        | 0x74        // Guarani
        | 0x75        // Hawaiian
        | 0x7A        // Mapudungun
        | 0x7C        // Mohawk
        | 0x7E        // Breton
        | 0x7F        // invariant
        | 0x82..=0x84 // Occitan, Corsican, Alsatian
        | 0x86..=0x88 // K'iche', Kinyarwanda, Wolof
        | 0x91        // Scottish Gaelic
        => 1252,
        _ => return None,
    };
    Some(CodePage(page))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locales_of_one_language_differ_by_script() {
        for (lcid, page) in [
            (0x0404, 950),
            (0x0804, 936),
            (0x1004, 936),
            (0x7C04, 950),
            (0x041A, 1250),
            (0x081A, 1250),
            (0x0C1A, 1251),
            (0x042C, 1254),
            (0x082C, 1251),
            (0x0443, 1254),
            (0x0843, 1251),
            (0x0427, 1257),
            (0x080C, 1252),
            (0x200C, 1252),
        ] {
            assert_eq!(ansi_page_of_locale(lcid), Some(CodePage(page)), "{lcid:04X}");
        }
    }

    #[test]
    fn every_page_is_one_that_can_be_decoded() {
        for lcid in 0..=0xFFFF {
            if let Some(page) = ansi_page_of_locale(lcid) {
                assert!(page.is_supported() && page.is_ascii_superset(), "{lcid:04X}");
            }
        }
        for unicode_only in [0x0439, 0x042B, 0x0437, 0x0446, 0x0463, 0x0400, 0x0800] {
            assert_eq!(ansi_page_of_locale(unicode_only), None);
        }
    }
}
