//! Which code page 8-bit text is read in: what the message declares, what decodes, what its
//! parent has, and what the caller says.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::print_stdout,
    reason = "a test fails by panicking, and says why"
)]

#[expect(dead_code, reason = "each test needs another part of it")]
mod common;

use common::{Item, check, lenient, open};
use openimsg_base::CodePage;
use openimsg_message::{MessageFile, Options};
use openimsg_props::{PropTag, PropType, PropValue, Text, tags};

/// Page, page on the wire, locale, text.
const LANGUAGES: &[(u32, u32, i32, &str)] = &[
    (1255, 28598, 1037, "שלום עולם"),
    (1256, 28596, 1025, "مرحبا بالعالم"),
    (874, 874, 1054, "สวัสดีชาวโลก"),
    (1253, 28597, 1032, "Γειά σου Κόσμε"),
    (949, 51949, 1042, "안녕하세요 세계"),
    (936, 52936, 2052, "你好，世界"),
    (950, 950, 1028, "世界你好，繁體中文"),
    (1251, 20866, 1049, "Привет, мир"),
    (932, 50220, 1041, "こんにちは世界"),
    (1250, 28592, 1045, "Zażółć gęślą jaźń"),
    (1252, 20127, 1031, "Grüße, élève"),
];

const SUBJECT: PropTag = tags::PR_SUBJECT_A;
const NAME: PropTag = PropTag(0x3001_001E);
const FILENAME: PropTag = PropTag(0x3707_001E);
const WORDS: PropTag = PropTag(0x6001_101E);

/// 8-bit text in each part of a message.
fn message(page: u32, text: &'static str) -> Item {
    let value = || PropValue::String8(Text::new(text));
    Item::new()
        .page(page)
        .set(SUBJECT, value())
        .set(WORDS, PropValue::MvString8(vec![Text::new(text), Text::new("ascii")]))
        .with_recipient(Item::new().page(page).set(NAME, value()))
        .with_attachment(Item::attachment(1).page(page).set(FILENAME, value()))
}

/// All 8-bit text of the first message is this.
fn assert_text(file: &[u8], code_page: Option<u32>, text: &str, context: &str) {
    let options = Options { code_page: code_page.map(CodePage), ..Options::default() };
    let file = MessageFile::open(file, options).unwrap();
    let message = file.message().unwrap();
    let words = message.get(WORDS).unwrap().unwrap().value.into_owned();
    let name = message.recipients().next().unwrap().unwrap().name().unwrap().unwrap().into_owned();
    let attachment = message.attachments().next().unwrap().unwrap();
    for found in [
        message.subject().unwrap().unwrap().as_str(),
        message.get(SUBJECT).unwrap().unwrap().value.as_str().unwrap(),
        words.as_texts().unwrap()[0].as_str(),
        name.as_str(),
        attachment.name().unwrap().unwrap().as_str(),
    ] {
        assert_eq!(found, text, "{context}");
    }
}

#[test]
fn every_language_by_every_declaration() {
    for &(page, wire, locale, text) in LANGUAGES {
        let declare = |declared: &[(PropTag, i32)]| {
            let message = message(page, text);
            declared.iter().fold(message, |item, (tag, number)| item.set(*tag, *number)).file()
        };
        let (number, wire) = (page.cast_signed(), wire.cast_signed());
        let [own, language, internet] =
            [tags::PR_MESSAGE_CODEPAGE, tags::PR_MESSAGE_LOCALE_ID, tags::PR_INTERNET_CPID];
        for (declared, context) in [
            (&[(own, number)][..], "own page"),
            (&[(own, number), (language, 1033), (internet, 65001)], "own page before all"),
            (&[(language, locale)], "locale"),
            (&[(own, 0), (language, locale), (internet, 65001)], "locale before the wire"),
            (&[(own, 1252), (language, locale)], "a page of 1252 that the locale uncovers"),
            (&[(internet, wire)], "wire"),
            (&[(own, 0), (language, 0), (internet, wire)], "wire, others 0"),
        ] {
            let file = declare(declared);
            assert_text(&file, None, text, &format!("{page}: {context}"));
            check(&file, &[]);
        }
        // A caller who knows better.
        let wrong = declare(&[(own, 437), (language, 1033)]);
        assert_text(&wrong, Some(page), text, &format!("{page}: forced"));
    }
}

#[test]
fn utf8_is_tried_where_the_wire_says_so() {
    let declared = |page: u32, text| {
        let message = message(page, text).set(tags::PR_INTERNET_CPID, 65001);
        message.set(tags::PR_MESSAGE_LOCALE_ID, 0).file()
    };
    assert_text(&declared(65001, "日本"), None, "日本", "UTF-8");
    assert_text(&declared(1252, "Grüße"), None, "Grüße", "1252 that is no UTF-8");
}

/// The page of an embedded message is its own; where it says nothing, that of its parent.
#[test]
fn an_embedded_message_asks_itself_and_then_its_parent() {
    let parent = |inner: Item| {
        message(932, "日本")
            .set(tags::PR_MESSAGE_CODEPAGE, 932)
            .with_attachment(Item::embedding(inner))
            .file()
    };
    for (file, text, page) in [
        (parent(message(932, "世界")), "世界", 932),
        (parent(message(1251, "мир").set(tags::PR_MESSAGE_CODEPAGE, 1251)), "мир", 1251),
        (parent(message(1251, "мир").set(tags::PR_MESSAGE_LOCALE_ID, 1049)), "мир", 1251),
        (parent(Item::new().set(tags::PR_SUBJECT, "no 8-bit text")), "no 8-bit text", 932),
    ] {
        assert_text(&file, None, "日本", "parent");
        let opened = open(&file);
        let outer = opened.message().unwrap();
        let attachment = outer.attachments().nth(1).unwrap().unwrap();
        let inner = attachment.message().unwrap().unwrap();
        assert_eq!(inner.subject().unwrap().unwrap().as_str(), text);
        assert_eq!((inner.code_page(), outer.code_page()), (CodePage(page), CodePage(932)));
    }
}

/// What is embedded has no say in the page of what it is embedded in.
#[test]
fn text_of_an_embedded_message_is_none_of_its_parent() {
    let inner = message(1251, "Привет").set(tags::PR_MESSAGE_CODEPAGE, 1251);
    let file = message(932, "日本")
        .set(tags::PR_MESSAGE_CODEPAGE, 1252)
        .set(tags::PR_MESSAGE_LOCALE_ID, 1041)
        .with_attachment(Item::embedding(inner))
        .file();
    assert_text(&file, None, "日本", "the outer message alone decides");
}

#[test]
fn html_follows_the_wire_and_not_the_other_text() {
    let html = "<p>日本";
    let bytes = |page: u32| CodePage(page).encode(html).unwrap().into_owned();
    let base = || message(1251, "мир").set(tags::PR_MESSAGE_CODEPAGE, 1251);
    let in_html8 = tags::PR_HTML.with_kind(PropType::STRING8);
    for (item, context) in [
        (base().set(tags::PR_INTERNET_CPID, 65001).set(tags::PR_HTML, bytes(65001)), "UTF-8"),
        (base().set(tags::PR_INTERNET_CPID, 50220).set(tags::PR_HTML, bytes(50220)), "JIS"),
        (base().set(tags::PR_INTERNET_CPID, 932).raw(in_html8, &bytes(932)), "as 8-bit text"),
        (base().set(tags::PR_HTML.with_kind(PropType::UNICODE), html), "as Unicode"),
    ] {
        let file = item.file();
        let text = lenient(&file, |m| Ok(m.html_text()?.unwrap().into_owned()));
        assert_eq!((text.as_str(), text.lossy), (html, false), "{context}");
        assert_text(&file, None, "мир", context);
        check(&file, &[]);
    }
    // Without a page of the wire it follows the other text.
    let file = message(932, "日本").set(tags::PR_MESSAGE_CODEPAGE, 932);
    let file = file.set(tags::PR_HTML, bytes(932)).file();
    assert_eq!(lenient(&file, |m| Ok(m.html_text()?.unwrap().to_string())), html);
}

#[test]
fn ascii_is_the_same_in_all() {
    for page in [0, 1252, 932, 65001, 42, 1200] {
        let file = message(20127, "plain").set(tags::PR_MESSAGE_CODEPAGE, page).file();
        assert_text(&file, None, "plain", "ASCII");
        check(&file, &[]);
    }
}
