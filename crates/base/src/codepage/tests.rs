//! Tests of all pages. The vectors were made with CPython's codecs, not with this crate.

use super::*;

#[test]
fn vectors_both_ways() {
    for (number, text, bytes) in VECTORS {
        let page = CodePage(*number);
        let decoded = page.decode(bytes).unwrap();
        assert_eq!((&*decoded.text, decoded.lossy), (*text, false), "{page}");
        assert_eq!(page.decode_strict(bytes).as_deref(), Some(*text), "{page}");
        assert_eq!(page.encode(text).as_deref(), Ok(*bytes), "{page}");
        assert_eq!(page.encode_lossy(text).unwrap(), (Cow::Borrowed(*bytes), 0), "{page}");
    }
}

#[test]
fn every_supported_page_has_a_vector_and_no_other() {
    let supported = CodePage::known().filter(|page| page.is_supported()).map(|page| page.0);
    assert!(supported.eq(VECTORS.iter().map(|(number, ..)| *number)));
    assert!(CodePage::known().is_sorted());
}

#[test]
fn unsupported_pages_answer_with_an_error() {
    for number in [0, 1, 3, 42, 875, 1361, 50225, 52936, 65002, u32::MAX] {
        let page = CodePage(number);
        let error = UnsupportedCodePage(page);
        assert!(!page.is_supported() && !page.is_ascii_superset());
        assert_eq!(page.decode(b"").unwrap_err(), error);
        assert_eq!(page.decode_strict(b""), None);
        assert_eq!(page.encode("").unwrap_err(), EncodeError::Unsupported(error));
        assert_eq!(page.encode_lossy("").unwrap_err(), error);
    }
    assert_eq!((CodePage(1361).name(), CodePage(42).name()), (Some("johab"), None));
}

#[test]
fn ascii_supersets_are_what_they_say_and_borrow() {
    let ascii: String = ('\0'..='\x7F').collect();
    for page in CodePage::known().filter(|page| page.is_supported()) {
        let decoded = page.decode(ascii.as_bytes()).unwrap();
        assert_eq!(decoded.text == ascii && !decoded.lossy, page.is_ascii_superset(), "{page}");
        if page.is_ascii_superset() {
            assert!(matches!(decoded.text, Cow::Borrowed(_)), "{page}");
            assert!(matches!(page.encode(&ascii), Ok(Cow::Borrowed(_))), "{page}");
        }
    }
    let utf8 = CodePage::UTF_8.decode("é".as_bytes()).unwrap();
    assert!(matches!(utf8.text, Cow::Borrowed(_)));
    assert!(matches!(CodePage::UTF_8.encode("é"), Ok(Cow::Borrowed(_))));
}

#[test]
fn debug_shows_no_text() {
    let decoded = CodePage::from(1252).decode(b"secret \x80").unwrap();
    assert_eq!(format!("{decoded:?}"), "Decoded { bytes: 10, lossy: false }");
    let Err(EncodeError::Unencodable(misfit)) = CodePage::US_ASCII.encode("secret ☃") else {
        panic!("no page of ASCII has a snowman")
    };
    let shown = format!("{misfit:?}");
    assert_eq!(shown, "Unencodable { code_page: CodePage(20127), at: 7, .. }");
    assert_eq!(misfit.character(), '☃');
}

#[test]
fn byte_order_marks_are_kept_and_change_nothing() {
    let text = |page: CodePage, bytes| page.decode(bytes).unwrap().text.into_owned();
    assert_eq!(text(CodePage::UTF_8, b"\xEF\xBB\xBFa"), "\u{FEFF}a");
    assert_eq!(text(CodePage::WINDOWS_1252, b"\xEF\xBB\xBFa"), "ï»¿a");
    assert_eq!(text(CodePage::UTF_16LE, b"\xFE\xFFa\0"), "\u{FFFE}a");
}

#[test]
fn malformed_bytes_become_replacement_characters() {
    for (number, bytes, text) in [
        (20127, &b"a\x80b"[..], "a\u{FFFD}b"),
        (857, b"\xD5", "\u{FFFD}"),
        (932, b"a\x81", "a\u{FFFD}"),
        (1253, b"\xAA", "\u{FFFD}"),
        (1200, b"a\0b", "a\u{FFFD}"),
        (1200, b"\x00\xD8a\0", "\u{FFFD}a"),
        (50220, b"\x1B$BF", "\u{FFFD}"),
        (65000, b"a+", "a\u{FFFD}"),
        (65001, b"a\xFFb", "a\u{FFFD}b"),
    ] {
        let page = CodePage(number);
        let decoded = page.decode(bytes).unwrap();
        assert_eq!((&*decoded.text, decoded.lossy), (text, true), "{page}");
        assert_eq!(page.decode_strict(bytes), None, "{page}");
    }
}

#[test]
fn control_characters_of_1252_are_those_of_windows() {
    let decoded = CodePage::WINDOWS_1252.decode(b"\x81\x8D\x8F\x90\x9D").unwrap();
    assert_eq!(decoded.text, "\u{81}\u{8D}\u{8F}\u{90}\u{9D}");
    assert!(!decoded.lossy);
}

#[test]
fn what_does_not_fit() {
    for (number, text, at, character, lossy) in [
        (20127, "né€", 1, 'é', &b"n??"[..]),
        (28591, "né€", 2, '€', b"n\xE9?"),
        (437, "né→", 2, '→', b"n\x82?"),
        (437, "\u{FFFD}", 0, '\u{FFFD}', b"?"),
        (500, "n→", 1, '→', b"\x95\x6F"),
        (1252, "日é", 0, '日', b"?\xE9"),
        (932, "日→€日", 2, '€', b"\x93\xFA\x81\xA8?\x93\xFA"),
        (932, "日¥€", 1, '¥', b"\x93\xFA\\?"),
        (50220, "日€日", 1, '€', b"\x1B$BF|\x1B(B?\x1B$BF|\x1B(B"),
        (50220, "ｶ\x1B", 0, 'ｶ', b"\x1B$B%+\x1B(B?"),
    ] {
        let page = CodePage(number);
        let Err(EncodeError::Unencodable(error)) = page.encode(text) else {
            panic!("{page} encoded {text}");
        };
        assert_eq!((error.code_page, error.at, error.character()), (page, at, character), "{page}");
        assert!(!format!("{error} {error:?}").contains(character));
        let (bytes, replaced) = page.encode_lossy(text).unwrap();
        let misfits = text.chars().filter(|c| page.encode(c.encode_utf8(&mut [0; 4])).is_err());
        assert_eq!((&*bytes, replaced), (lossy, misfits.count()), "{page}");
    }
}

/// The blocks in which encoders are known to write look-alikes in full, of the others every 61st
/// character; pages that share an encoder once.
#[test]
fn every_character_encodes_exactly_or_not_at_all() {
    let in_full = |c: char| {
        let c = u32::from(c);
        c < 0x300
            || matches!(c, 0x2000..0x2300 | 0xE780..0xE880 | 0xFE00..0x1_0000)
            || c.is_multiple_of(61)
    };
    let sample: Vec<char> = ('\0'..='\u{2FFFF}').filter(|c| in_full(*c)).collect();
    let same_as_another = [20936, 20949, 50221, 50222, 51936, 51949];
    for page in CodePage::known().filter(|page| page.is_supported()) {
        if same_as_another.contains(&page.0) {
            continue;
        }
        let fits = |c: &&char| page.encode(c.encode_utf8(&mut [0; 4])).is_ok();
        let fitting: String = sample.iter().filter(fits).collect();
        let bytes = page.encode(&fitting).unwrap();
        assert!(page.decode_strict(&bytes).as_deref() == Some(&fitting), "{page}");
    }
}

#[test]
fn every_byte_of_single_byte_pages_goes_round() {
    for page in CodePage::known() {
        let Ok(Codec::Ascii | Codec::Latin1 | Codec::High(_) | Codec::Full(_)) = page.codec()
        else {
            continue;
        };
        for byte in 0..=u8::MAX {
            if let Some(text) = page.decode_strict(&[byte]) {
                assert_eq!(page.encode(&text).as_deref(), Ok(&[byte][..]), "{page}");
            }
        }
    }
}

/// All pages on pseudo-random bytes, of which every other run is rich in escape, shift and lead
/// bytes: decoding ends, agrees with strict decoding, and is linear in its input.
#[test]
fn any_bytes_decode() {
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut next = || {
        state ^= state.wrapping_shl(13);
        state ^= state >> 7;
        state ^= state.wrapping_shl(17);
        state.to_le_bytes()
    };
    let rich = b"\x1B$(BJI@~{}+-A/\x81\x8E\x8F\x9F\xA1\xFE\xFF\x80\xD8\xDC\x00\x0E\x0F09";
    for page in CodePage::known().filter(|page| page.is_supported()) {
        for round in 0..200_usize {
            let mut bytes: Vec<u8> = (0..round.div_ceil(8)).flat_map(|_| next()).collect();
            if round.is_multiple_of(2) {
                bytes.iter_mut().for_each(|b| *b = rich[usize::from(*b).rem_euclid(rich.len())]);
            }
            let decoded = page.decode(&bytes).unwrap();
            let strict = page.decode_strict(&bytes);
            assert_eq!(strict.is_none(), decoded.lossy, "{page}");
            assert!(strict.is_none_or(|text| text == decoded.text), "{page}");
            assert!(decoded.text.len() <= bytes.len().saturating_mul(4), "{page}");
            let (_, replaced) = page.encode_lossy(&decoded.text).unwrap();
            assert_eq!(page.encode(&decoded.text).is_ok(), replaced == 0, "{page}");
        }
    }
}

/// Page, text, and the text in the page.
const VECTORS: &[(u32, &str, &[u8])] = &[
    (37, "Hello, naïve", b"\xC8\x85\x93\x93\x96k@\x95\x81W\xA5\x85"),
    (437, "Çédille ░ Ω √", b"\x80\x82dille \xB0 \xEA \xFB"),
    (500, "Hello, naïve", b"\xC8\x85\x93\x93\x96k@\x95\x81W\xA5\x85"),
    (720, "مرحبا", b"\xEA\xA9\xA5\xA0\x9F"),
    (737, "Καλημέρα", b"\x89\x98\xA2\x9E\xA3\xE2\xA8\x98"),
    (775, "Žemaitė ąčęė", b"\xCFemait\xD3 \xD0\xD1\xD2\xD3"),
    (850, "Grüße, Ø × ½", b"Gr\x81\xE1e, \x9D \x9E \xAB"),
    (852, "Příliš žluťoučký kůň", b"P\xFD\xA1li\xE7 \xA7lu\x9Cou\x9Fk\xEC k\x85\xE5"),
    (855, "Привет, мир", b"\xDD\xE1\xB7\xEB\xA8\xE5, \xD2\xB7\xE1"),
    (857, "İstanbul ığdır şeker", b"\x98stanbul \x8D\xA7d\x8Dr \x9Feker"),
    (858, "Grüße 10 €", b"Gr\x81\xE1e 10 \xD5"),
    (860, "Ação, coração", b"A\x87\x84o, cora\x87\x84o"),
    (861, "Þórður æði", b"\x8D\xA2r\x8Cur \x91\x8Ci"),
    (862, "שלום עולם", b"\x99\x8C\x85\x8D \x92\x85\x8C\x8D"),
    (863, "Où êtes-vous, ça va ?", b"O\x97 \x88tes-vous, \x87a va ?"),
    (864, "١٢٣ ٪", b"\xB1\xB2\xB3 %"),
    (865, "Blåbærsyltetøy", b"Bl\x86b\x91rsyltet\x9By"),
    (866, "Привет, мир", b"\x8F\xE0\xA8\xA2\xA5\xE2, \xAC\xA8\xE0"),
    (869, "Καλημέρα", b"\xB5\xD6\xE5\xE1\xE6\x9D\xEB\xD6"),
    (874, "สวัสดี", b"\xCA\xC7\xD1\xCA\xB4\xD5"),
    (932, "日本語テキスト、カナ漢字ｶﾅ①", b"\x93\xFA\x96{\x8C\xEA\x83e\x83L\x83X\x83g\x81A\x83J\x83i\x8A\xBF\x8E\x9A\xB6\xC5\x87@"),
    (936, "简体中文", b"\xBC\xF2\xCC\xE5\xD6\xD0\xCE\xC4"),
    (949, "한국어 텍스트 똠방각하", b"\xC7\xD1\xB1\xB9\xBE\xEE \xC5\xD8\xBD\xBA\xC6\xAE \x8Cc\xB9\xE6\xB0\xA2\xC7\xCF"),
    (950, "繁體中文", b"\xC1c\xC5\xE9\xA4\xA4\xA4\xE5"),
    (1026, "İstanbul", b"[\xA2\xA3\x81\x95\x82\xA4\x93"),
    (1140, "10 €", b"\xF1\xF0@\x9F"),
    (1200, "Aé🌈", b"A\x00\xE9\x00<\xD8\x08\xDF"),
    (1201, "Aé🌈", b"\x00A\x00\xE9\xD8<\xDF\x08"),
    (1250, "Příliš žluťoučký kůň", b"P\xF8\xEDli\x9A \x9Elu\x9Dou\xE8k\xFD k\xF9\xF2"),
    (1251, "Привет, мир", b"\xCF\xF0\xE8\xE2\xE5\xF2, \xEC\xE8\xF0"),
    (1252, "Grüße, garçon — 10 €", b"Gr\xFC\xDFe, gar\xE7on \x97 10 \x80"),
    (1253, "Καλημέρα", b"\xCA\xE1\xEB\xE7\xEC\xDD\xF1\xE1"),
    (1254, "İstanbul ığdır şeker", b"\xDDstanbul \xFD\xF0d\xFDr \xFEeker"),
    (1255, "שלום עולם", b"\xF9\xEC\xE5\xED \xF2\xE5\xEC\xED"),
    (1256, "مرحبا", b"\xE3\xD1\xCD\xC8\xC7"),
    (1257, "Žemaitė ąčęė", b"\xDEemait\xEB \xE0\xE8\xE6\xEB"),
    (1258, "Tiê\u{301}ng Viê\u{323}t, đô\u{300}ng", b"Ti\xEA\xECng Vi\xEA\xF2t, \xF0\xF4\xCCng"),
    (10000, "Grüße, garçon — 10 €", b"Gr\x9F\xA7e, gar\x8Don \xD1 10 \xDB"),
    (10006, "Καλημέρα", b"\xBA\xE1\xEC\xE8\xED\xDB\xF2\xE1"),
    (10007, "Привет, мир", b"\x8F\xF0\xE8\xE2\xE5\xF2, \xEC\xE8\xF0"),
    (10010, "Țară și Ărăș", b"\xDEar\xBE \xBFi \xAEr\xBE\xBF"),
    (10017, "Ґедзь, їжак", b"\xA2\xE5\xE4\xE7\xFC, \xBB\xE6\xE0\xEA"),
    (10029, "Příliš žluťoučký kůň", b"P\xDE\x92li\xE4 \xEClu\xE9ou\x8Bk\xF9 k\xF3\xCB"),
    (10079, "Þórður æði", b"\xDE\x97r\xDDur \xBE\xDDi"),
    (10081, "İstanbul ığdır şeker", b"\xDCstanbul \xDD\xDBd\xDDr \xDFeker"),
    (10082, "Šćepan Đurđević", b"\xA9\xE6epan \xD0ur\xF0evi\xE6"),
    (20127, "plain", b"plain"),
    (20273, "Grüße", b"\xC7\x99\xD0\xA1\x85"),
    (20424, "שלום עולם", b"iTFU@bFTU"),
    (20866, "Привет, мир", b"\xF0\xD2\xC9\xD7\xC5\xD4, \xCD\xC9\xD2"),
    (20936, "简体中文", b"\xBC\xF2\xCC\xE5\xD6\xD0\xCE\xC4"),
    (20949, "한국어 텍스트", b"\xC7\xD1\xB1\xB9\xBE\xEE \xC5\xD8\xBD\xBA\xC6\xAE"),
    (21866, "Ґедзь, їжак", b"\xBD\xC5\xC4\xDA\xD8, \xA7\xD6\xC1\xCB"),
    (28591, "naïve \u{80}\u{9F} ÿ", b"na\xEFve \x80\x9F \xFF"),
    (28592, "Příliš žluťoučký kůň", b"P\xF8\xEDli\xB9 \xBElu\xBBou\xE8k\xFD k\xF9\xF2"),
    (28593, "Ċetta Ħamrun ġgantija", b"\xC5etta \xA1amrun \xF5gantija"),
    (28594, "Kārlis ģimene", b"K\xE0rlis \xBBimene"),
    (28595, "Привет, мир", b"\xBF\xE0\xD8\xD2\xD5\xE2, \xDC\xD8\xE0"),
    (28596, "مرحبا", b"\xE5\xD1\xCD\xC8\xC7"),
    (28597, "Καλημέρα", b"\xCA\xE1\xEB\xE7\xEC\xDD\xF1\xE1"),
    (28598, "שלום עולם", b"\xF9\xEC\xE5\xED \xF2\xE5\xEC\xED"),
    (28599, "İstanbul ığdır şeker\u{80}", b"\xDDstanbul \xFD\xF0d\xFDr \xFEeker\x80"),
    (28600, "Þórður čáhppes ŋ", b"\xDE\xF3r\xF0ur \xE8\xE1hppes \xBF"),
    (28603, "Žemaitė ąčęė", b"\xDEemait\xEB \xE0\xE8\xE6\xEB"),
    (28604, "Ŵyn ẃ ỳ", b"\xD0yn \xBA \xBC"),
    (28605, "Œuvre, 10 €", b"\xBCuvre, 10 \xA4"),
    (28606, "Țară și Ărăș", b"\xDEar\xE3 \xBAi \xC3r\xE3\xBA"),
    (38598, "שלום עולם", b"\xF9\xEC\xE5\xED \xF2\xE5\xEC\xED"),
    (50220, "日本語テキスト、カナ漢字", b"\x1B$BF|K\x5C8l%F%-%9%H!\x22%+%J4A;z\x1B(B"),
    (50221, "日本語テキスト、カナ漢字", b"\x1B$BF|K\x5C8l%F%-%9%H!\x22%+%J4A;z\x1B(B"),
    (50222, "日本語テキスト、カナ漢字", b"\x1B$BF|K\x5C8l%F%-%9%H!\x22%+%J4A;z\x1B(B"),
    (51932, "日本語テキスト、カナ漢字ｶﾅ", b"\xC6\xFC\xCB\xDC\xB8\xEC\xA5\xC6\xA5\xAD\xA5\xB9\xA5\xC8\xA1\xA2\xA5\xAB\xA5\xCA\xB4\xC1\xBB\xFA\x8E\xB6\x8E\xC5"),
    (51936, "简体中文", b"\xBC\xF2\xCC\xE5\xD6\xD0\xCE\xC4"),
    (51949, "한국어 텍스트", b"\xC7\xD1\xB1\xB9\xBE\xEE \xC5\xD8\xBD\xBA\xC6\xAE"),
    (54936, "简体中文🌈€", b"\xBC\xF2\xCC\xE5\xD6\xD0\xCE\xC4\x949\xB06\xA2\xE3"),
    (65000, "1 + 1日本", b"1 +- 1+ZeVnLA-"),
    (65001, "Aé🌈", b"A\xC3\xA9\xF0\x9F\x8C\x88"),
];
