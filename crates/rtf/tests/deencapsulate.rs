//! De-encapsulation: what each control word gives, code pages, hostile input, real bodies.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may panic, and its numbers are small"
)]

mod common;

use std::collections::HashMap;

use openimsg_base::{Budget, DefectKind, Limit, Limits, Refused};
use openimsg_rtf::{
    BROKEN, CODE_PAGE, DEPTH, Encapsulated, Error, MALFORMED, Original, SURROGATE, TRAILING,
    UNCLOSED, decompress, deencapsulate,
};
use proptest::prelude::*;
use serde_json::Value;
use sha2::{Digest, Sha256};

fn read(rtf: &[u8]) -> Encapsulated {
    deencapsulate(rtf, &Budget::default()).unwrap()
}

/// The HTML of `body`, which stands after the header of a document in code page 1252.
fn html(body: &str) -> String {
    let rtf = format!(r"{{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0{FONTS}\uc1\pard\plain {body}}}");
    match read(rtf.as_bytes()) {
        Encapsulated { original: Original::Html(html), defects } if defects.is_empty() => html,
        other => panic!("{body}: {other:?}"),
    }
}

/// Fonts in pages 1252, 932, 1251, that of the document, and 1253.
const FONTS: &str = concat!(
    r"{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fnil\fcharset128 MS Gothic;}",
    r"{\f2\fcharset204 Arial{\*\falt Other};}{\f3\fcharset2 Symbol;}{\f4\cpg1253\fcharset0 X;}}",
    r"{\colortbl\red0\green0\blue0;}{\*\generator x;}{\stylesheet {\s0 Normal;}}"
);

#[test]
fn markup_and_text() {
    for (rtf, expected) in [
        (r"{\*\htmltag64 <p>}a < b & c\par {\*\htmltag72 </p>}", "<p>a &lt; b &amp; c\r\n</p>"),
        (r"{\*\htmltag <p title='\{\\\}'>}", r"<p title='{\}'>"),
        (r"{\*\htmltag241 <style>\par \tab a \{ b \}}", "<style>\r\n\ta { b }"),
        (r"a\tab b\line c\~d\_e", "a\tb\r\nc&nbsp;d&shy;e"),
        (
            r"\lquote\rquote\ldblquote\rdblquote\bullet\endash\emdash",
            "&lsquo;&rsquo;&ldquo;&rdquo;&bull;&ndash;&mdash;",
        ),
        (r"\'e9\'3c\u60 ?\u8364 ?", "é&lt;&lt;€"),
        (r"{\*\htmltag84 \'3c\u38 ?}", "<&"),
        ("a\r\nb\n c", "ab c"),
        (r"a{\b b}c\b d\b0 e\unknown-5 f", "abcdef"),
        // What HTML is not made of.
        (r"{\pntext *\tab}{\listtext x}{\pict 00}{\info{\title x}}{\*\unknown {x}}a", "a"),
        (r"{\*\mhtmltag64 <img src=x>}{\*\htmltag64 <img>}", "<img>"),
        (r"{\colortbl{\*\htmltag x}x}a{\bin5 }{\'x}b", "ab"),
        // A destination is named by the first word of a group only.
        (r"{a\pict b}{\*a}\* \x c", "aba c"),
        // Groups in markup are markup.
        (r"{\*\htmltag1 a{\b <}>}<", "a<>&lt;"),
    ] {
        assert_eq!(html(rtf), expected, "{rtf}");
    }
}

#[test]
fn what_is_for_readers_of_rtf_only() {
    for (rtf, expected) in [
        (r"a\htmlrtf b\par\tab\'e9\u233 ?\lquote\~\htmlrtf0 c", "ac"),
        (r"a\htmlrtf1 b\htmlrtf0 c", "ac"),
        // The state goes into groups, and is restored after them.
        (r"a\htmlrtf{b\htmlrtf0 c}d\htmlrtf0 e", "ace"),
        (r"a{\htmlrtf b}c", "ac"),
        (r"\htmlrtf{\*\htmltag64 <p>}\htmlrtf0 a", "a"),
        // Fonts are chosen there too.
        (r"\htmlrtf\f1\htmlrtf0 \'93\'fa", "日"),
        (r"{\htmlrtf\f1\htmlrtf0 \'93\'fa}\'e9", "日é"),
    ] {
        assert_eq!(html(rtf), expected, "{rtf}");
    }
}

#[test]
fn code_pages() {
    for (rtf, expected) in [
        (r"\f1\'93\'fa\f2\'e9\f3\'e9\f0\'e9\f4\'e1\f99\'e9", "日йééαé"),
        (r"\f1\'93\'fa\plain\'e9", "日é"),
        // Characters of two bytes, in two escapes, groups, or with a second byte that is a letter.
        (r"\f1{\'93}{\'fa}\'83A\'83\\\'83\{", "日アソボ"),
        (r"\f1{\*\htmltag84 <\'93}{\*\htmltag84 \'fa>}", "<日>"),
        // A Unicode character is no second byte.
        (r"\f1 a\u65 ?", "aA"),
        (r"\u-10180 ?\u-8440 ?", "🌈"),
        (r"\u55356 ?\u57096 ?", "🌈"),
        // What stands for a character is skipped, and nothing else.
        (r"\u233e{\uc2\u233ee\u233\'65e}\uc0\u233e\uc1\u233{e}", "ééééeée"),
        (r"\u8216\lquote\u233\par a\u233\b e", "‘é\r\naée"),
        (r"\uc3\u233\'65\bin1 ee", "é"),
    ] {
        assert_eq!(html(rtf), expected, "{rtf}");
    }
    let greek =
        read(br"{\rtf1\ansi\ansicpg1253\fromhtml1 \'e1{\fonttbl{\f0\fcharset1 X;}}\f0\'e1}");
    assert_eq!(greek.original, Original::Html("αα".to_owned()));
}

#[test]
fn plain_text() {
    let rtf = br"{\rtf1\ansi\ansicpg1252\fromtext \fbidis \deff0{\fonttbl{\f0\fswiss Arial;}}
{\colortbl\red0;}\uc1\pard\plain\f0 a <b> & {\*\unknown x}\{c\}\par\tab\'e9\u8364 ?\lquote\~\htmlrtf d\htmlrtf0\line{\*\htmltag <p>}}";
    let Encapsulated { original, defects } = read(rtf);
    let expected = "a <b> & {c}\r\n\té€‘\u{A0}d\r\n";
    assert_eq!((original, defects), (Original::Text(expected.to_owned()), vec![]));
    assert_eq!(read(br"{\rtf1\ansi a}").original, Original::Rtf);
}

#[test]
fn each_defect_keeps_the_text() {
    let head = br"{\rtf1\fromhtml1 ".as_slice();
    let at = u64::try_from(head.len()).unwrap();
    let cases: [(&[u8], &str, &DefectKind, u64); 9] = [
        (b"a}\r\n\0 {b}", "a", &TRAILING, at + 6),
        (b"a{b", "ab", &UNCLOSED, at + 3),
        (b"", "", &UNCLOSED, at),
        (b"a\\'4gb}", "a4gb", &BROKEN, at + 1),
        (b"a\\bin9 b}", "a", &BROKEN, at + 1),
        (b"\\ansicpg1200 \\'e9}", "é", &CODE_PAGE, at),
        (b"\\ansicpg932 \\'93}", "\u{FFFD}", &MALFORMED, at + 17),
        (b"\\u-10180 ?a}", "\u{FFFD}a", &SURROGATE, at + 9),
        (b"\\u-8440 ?a}", "\u{FFFD}a", &SURROGATE, at),
    ];
    for (rtf, html, kind, at) in cases {
        let Encapsulated { original, defects } = read(&[head, rtf].concat());
        assert_eq!(original, Original::Html(html.to_owned()), "{}", kind.code);
        let found: Vec<_> = defects.iter().map(|defect| (defect.kind, defect.offset)).collect();
        assert!(found.contains(&(kind, at)), "{}: {found:?}", kind.code);
    }
}

#[test]
fn groups_nested_too_deep_are_one() {
    let deep = |depth: usize| {
        let (open, close) = ("{".repeat(depth), "}".repeat(depth));
        read(format!(r"{{\rtf1\fromhtml1 {open}a{close}b\htmlrtf c}}").as_bytes())
    };
    let expected = Original::Html("ab".to_owned());
    assert_eq!(deep(9_999), Encapsulated { original: expected.clone(), defects: vec![] });
    let Encapsulated { original, defects } = deep(1_000_000);
    assert_eq!((original, defects.len()), (expected, 1));
    assert_eq!((defects[0].kind, defects[0].offset), (&DEPTH, 17 + 9_999));
    assert_eq!(read(b"{\\rtf1\\fromhtml1 a}}}b").original, Original::Html("a".to_owned()));
}

#[test]
fn the_budget_is_charged_for_the_text_and_no_more() {
    let rtf = br"{\rtf1\fromhtml1 \u8364 ?{\*\htmltag64 <p>}abc}";
    let budget = Budget::default();
    deencapsulate(rtf, &budget).unwrap();
    assert_eq!(budget.used(Limit::DecodedBytes), 9);
    for max in 0..9 {
        let budget = Budget::new(Limits { decoded_bytes: max, ..Limits::default() }, None);
        let error = Error::Refused(Refused::Limit { limit: Limit::DecodedBytes, max });
        assert_eq!(deencapsulate(rtf, &budget), Err(error));
        assert_eq!(budget.used(Limit::DecodedBytes), 0);
    }
    budget.cancel();
    assert_eq!(deencapsulate(rtf, &budget), Err(Error::Refused(Refused::Cancelled)));
}

#[test]
fn nothing_of_the_text_is_in_debug_output() {
    let shown = format!("{:?}", read(br"{\rtf1\fromhtml1 secret}"));
    assert_eq!(shown, "Encapsulated { original: Html(6 bytes), defects: [] }");
}

/// Another reader's HTML, which has LF line ends.
#[test]
fn bodies_of_the_corpus_agree_with_another_reader() {
    // An old version of that reader, which left in the bullets of lists. Today's agrees.
    const OTHER: [&str; 3] = [
        "uni-note-rtfhtml-emb3-att20-1.msg",
        "uni-note-rtfhtml-emb3-att20-2.msg",
        "uni-note-rtfhtml-rtf-short-russian-string.msg",
    ];
    let (mut same, mut other) = (0, Vec::new());
    let Some(bodies) = common::bodies() else { return };
    for body in bodies {
        let Ok(rtf) = decompress(&body.stored, &Budget::default()) else { continue };
        let Encapsulated { original, defects } = read(&rtf.rtf);
        // Its RTF goes on behind its outermost group.
        let ends_early = body.file == "ansi-note-html-new-draft.msg";
        let kinds: Vec<_> = defects.iter().map(|defect| defect.kind).collect();
        assert_eq!(kinds, if ends_early { vec![&TRAILING] } else { vec![] }, "{}", body.file);
        let Original::Html(html) = original else { continue };
        assert!(!html.contains(char::REPLACEMENT_CHARACTER), "{}", body.file);
        let html = html.replace("\r\n", "\n");
        match truth(&body.file).get(&sha256(&body.stored)) {
            Some(sum) if *sum == sha256(html.as_bytes()) => same += 1,
            Some(_) => other.push(body.file),
            None => {}
        }
    }
    assert_eq!((same, other), (74, OTHER.map(str::to_owned).to_vec()));
}

/// For the sum of each compressed body in `file`, that of the HTML that extract-msg makes of it.
#[expect(clippy::indexing_slicing, reason = "what is missing in JSON is null")]
fn truth(file: &str) -> HashMap<String, String> {
    let path = common::corpus().join("truth").join(format!("{file}.json"));
    let text = std::fs::read(path).unwrap();
    let file: Value = serde_json::from_slice(&text).unwrap();
    let mut messages = vec![&file["message"]];
    let mut truth = HashMap::new();
    while let Some(message) = messages.pop() {
        let attachments = message["attachments"].as_array().into_iter().flatten();
        messages.extend(attachments.map(|attachment| &attachment["message"]));
        let rtf = message["rtf"]["compressed_sha256"].as_str();
        let html = message["extract_msg_derived"]["htmlBody"]["sha256"].as_str();
        // Where there is a body in HTML, it is that.
        if let (Some(rtf), Some(html), true) = (rtf, html, message["html"].is_null()) {
            truth.insert(rtf.to_owned(), html.to_owned());
        }
    }
    truth
}

/// The SHA-256 of `bytes` in hexadecimal digits.
fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Pieces of which RTF may consist, in any order.
fn pieces() -> impl Strategy<Value = Vec<u8>> {
    let words = prop::sample::select(vec![
        r"{",
        r"}",
        r"{\*\htmltag64 ",
        r"{\*\mhtmltag ",
        r"\htmlrtf ",
        r"\htmlrtf0 ",
        r"\par ",
        r"\'93",
        r"\'fa",
        r"\'",
        r"\u-10180 ?",
        r"\u-8440 ?",
        r"\u233 ?",
        r"\uc2 ",
        r"\bin3 ",
        r"\f1 ",
        r"\plain ",
        r"\*",
        r"{\fonttbl{\f1\fcharset128 x;}}",
        r"\ansicpg950 ",
        r"\~",
        "<",
        r"\lquote ",
        r"{\pict ",
        "\r\n",
        "\\",
        "-9",
        " a & b ",
    ]);
    let piece = prop_oneof![
        6 => words.prop_map(|word| word.as_bytes().to_vec()),
        1 => prop::collection::vec(any::<u8>(), 0..6),
    ];
    prop::collection::vec(piece, 0..80).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_rtf_is_read(body in pieces(), html in any::<bool>()) {
        let head = if html { &br"{\rtf1\fromhtml1 "[..] } else { br"{\rtf1\fromtext " };
        let budget = Budget::default();
        let rtf = [head, &body].concat();
        let Encapsulated { original, defects } = deencapsulate(&rtf, &budget).unwrap();
        let (Original::Html(text) | Original::Text(text)) = original else {
            panic!("recognised by its head");
        };
        prop_assert_eq!(budget.used(Limit::DecodedBytes), u64::try_from(text.len()).unwrap());
        prop_assert!(text.len() <= 5 * rtf.len());
        for defect in defects {
            prop_assert!(defect.offset <= u64::try_from(rtf.len()).unwrap());
        }
    }
}
