//! HTML out of RTF in its own right: what each kind of formatting gives, and that whatever the
//! RTF is, the HTML is well nested and bounded.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::unwrap_used,
    reason = "a test may panic, and its numbers are small"
)]

mod common;

use openimsg_base::{Budget, Limit, Limits};
use openimsg_rtf::{Kind, NativeHtml, decompress, kind, native_html, plain_text};
use proptest::prelude::*;

const HEAD: &str = "<html><head><meta charset=\"utf-8\"></head><body>\r\n";
const TAIL: &str = "</body></html>\r\n";

fn read(rtf: &[u8]) -> NativeHtml {
    let budget = Budget::default();
    let made = native_html(rtf, &budget).unwrap();
    assert_eq!(budget.used(Limit::DecodedBytes), u64::try_from(made.html.len()).unwrap());
    made
}

/// The body of what is made of `body`, which stands behind a header. Line ends and the style of
/// paragraphs are left out.
fn html(body: &str) -> String {
    let rtf = format!(
        r"{{\rtf1\ansi\ansicpg1252\deff0{{\fonttbl{{\f0 Arial;}}{{\f1\fcharset128 X;}}}}
{{\colortbl;\red255\green0\blue0;\red0\green0\blue0;\red1\green2\blue3;}}\pard {body}}}"
    );
    let NativeHtml { html, defects } = read(rtf.as_bytes());
    assert_eq!(defects, [], "{body}");
    if html.is_empty() {
        return html;
    }
    let inside = html.strip_prefix(HEAD).unwrap().strip_suffix(TAIL).unwrap();
    assert_eq!(nesting(&html), Ok(()), "{body}");
    inside.replace("\r\n", "").replace("<p style=\"margin:0\">", "<p>")
}

#[test]
fn text_and_paragraphs() {
    for (rtf, expected) in [
        ("", ""),
        (r"{\pict 00}{\*\x y}\par\par", ""),
        (r"a", "<p>a</p>"),
        (r"a\par b\par", "<p>a</p><p>b</p>"),
        (r"\par\par a\par\par b\line c\par\par", "<p>a</p><p>&nbsp;</p><p>b<br>c</p><p>&nbsp;</p>"),
        (r"a\sect b\page c", "<p>a</p><p>b</p><p>c</p>"),
        (r#"<a href="x">&amp; \{\}\\"#, "<p>&lt;a href=\"x\"&gt;&amp;amp; {}\\</p>"),
        (r"a  b   c ", "<p>a &nbsp;b &nbsp;&nbsp;c </p>"),
        (r"  a\par  b{\b  c}", "<p>&nbsp;&nbsp;a</p><p>&nbsp;b<b> c</b></p>"),
        (r"a\tab b\~c\_d", "<p>a&emsp;b\u{A0}c\u{AD}d</p>"),
        (r"\'e9\u8364 ?\lquote\u-10180 ?\u-8440 ?\u60 ?\u1 ?\'01", "<p>é€‘🌈&lt;</p>"),
        (r"\f1\'93\'fa{\'93}{\'fa}\'83\\", "<p>日日ソ</p>"),
        (r"a{\v hidden\par}b{\header x\par}\v c\v0 d", "<p>abd</p>"),
    ] {
        assert_eq!(html(rtf), expected, "{rtf}");
    }
}

#[test]
fn looks() {
    for (rtf, expected) in [
        (r"a{\b b}c", "<p>a<b>b</b>c</p>"),
        (r"\b a\i b\b0 c\i0 d", "<p><b>a<i>b</i></b><i>c</i>d</p>"),
        (r"\b a\par b\plain c", "<p><b>a</b></p><p><b>b</b>c</p>"),
        (r"{\ul a}{\uldb b}{\ulnone c}{\ul0 d}{\ulc1 e}", "<p><u>ab</u>cde</p>"),
        (r"{\strike a}{\super b}{\sub c\nosupersub d}", "<p><s>a</s><sup>b</sup><sub>c</sub>d</p>"),
        (r"\cf1 a\cf2 b\cf3 c\cf0 d\cf99 e\cf-1 f", {
            "<p><span style=\"color:#ff0000\">a</span>b<span style=\"color:#010203\">c</span>def</p>"
        }),
        (r"{\highlight1 a}{\cf3\chcbpat1 b}", {
            "<p><span style=\"background-color:#ff0000\">a</span>\
             <span style=\"color:#010203;background-color:#ff0000\">b</span></p>"
        }),
        // Nothing is opened where nothing is shown.
        (r"{\b}{\b\i\par}a{\b }b", "<p>ab</p>"),
    ] {
        assert_eq!(html(rtf), expected, "{rtf}");
    }
}

#[test]
fn lists() {
    for (rtf, expected) in [
        (
            r"a\par{\pntext\f1\'b7\tab}b\par{\pntext\f1\'b7\tab}c\par\pard d",
            "<p>a</p><ul><li>b</li><li>c</li></ul><p>d</p>",
        ),
        (
            r"{\listtext\pard 1.\tab}\ilvl0 a\par{\listtext 2.\tab}b\par{\listtext a)\tab}\pard\ilvl1 c\par{\listtext 3.\tab}\pard\ilvl0 d\par",
            "<ol><li>a</li><li>b<ol type=\"a\"><li>c</li></ol></li><li>d</li></ol>",
        ),
        (r"{\pntext 7.}a\par", "<ol start=\"7\"><li>a</li></ol>"),
        (r"{\pntext 1.}a\par{\pntext -}b\par", "<ol><li>a</li></ol><ul><li>b</li></ul>"),
        (
            r"{\pntext -}{\b a}\line b\par{\pntext -}\par",
            "<ul><li><b>a<br></b>b</li><li></li></ul>",
        ),
        (r"{\pntext -}\ilvl8 a\par{\pntext -}\ilvl200 b\par", "<ul><li>a</li><li>b</li></ul>"),
    ] {
        assert_eq!(html(rtf), expected, "{rtf}");
    }
}

#[test]
fn tables() {
    for (rtf, expected) in [
        (
            r"a\par\trowd\cellx1\pard\intbl b\cell{\b c\cell}\row\trowd d\cell\cell\row\pard e",
            "<p>a</p><table><tr><td>b</td><td><b>c</b></td></tr>\
             <tr><td>d</td><td></td></tr></table><p>e</p>",
        ),
        // Neither said where it is, nor ended.
        (r"\trowd a\cell b", "<table><tr><td>a</td><td>b</td></tr></table>"),
        (r"a\cell b\row c", "<p>a</p><table><tr><td></td></tr></table><p>b</p><p>c</p>"),
        (
            r"\row\nestrow\nestcell",
            "<table><tr><td><table><tr><td></td></tr></table></td></tr></table>",
        ),
        (r"\intbl a\par\par b\par\cell\row", "<table><tr><td>a<br><br>b</td></tr></table>"),
        (
            r"\intbl{\pntext -}a\par{\pntext -}b\cell c\cell\row",
            "<table><tr><td><ul><li>a</li><li>b</li></ul></td><td>c</td></tr></table>",
        ),
        (
            r"\pard\intbl\itap2 a\nestcell b\nestcell{\*\nesttableprops\trowd\nestrow}{\nonesttables\par}\pard\intbl\itap1 c\cell\row\pard d",
            "<table><tr><td><table><tr><td>a</td><td>b</td></tr></table>c</td></tr></table><p>d</p>",
        ),
        (r"\intbl\itap99 a", {
            "<table><tr><td><table><tr><td><table><tr><td><table><tr><td>a</td></tr></table></td>\
             </tr></table></td></tr></table></td></tr></table>"
        }),
    ] {
        assert_eq!(html(rtf), expected, "{rtf}");
    }
}

#[test]
fn links() {
    for (rtf, expected) in [
        (
            r#"a{\field{\*\fldinst{HYPERLINK "http://x/?a&b"}}{\fldrslt{\ul\cf1 b}c}}d"#,
            "<p>a<a href=\"http://x/?a&amp;b\"><span style=\"color:#ff0000\"><u>b</u></span>c</a>d</p>",
        ),
        (
            r#"{\field{\fldinst HYPERLINK "x" \\l "<\'22\u8364 ?>"}{\fldrslt{\plain b\i c}}}"#,
            "<p><a href=\"x#&lt;\">b<i>c</i></a></p>",
        ),
        (
            r#"{\field{\*\fldinst{HYPERLINK "a\u8364 ?\'e9"}}{\fldrslt b\par c}}d"#,
            "<p><a href=\"a€é\">b</a></p><p>cd</p>",
        ),
        (r"{\field{\*\fldinst PAGE}{\fldrslt 1}}", "<p>1</p>"),
        (
            r#"{\field{\*\fldinst{HYPERLINK "a"}}{\fldrslt b{\field{\*\fldinst{HYPERLINK "c"}}{\fldrslt d}}e}}"#,
            "<p><a href=\"a\">bde</a></p>",
        ),
        (
            r#"{\field{\*\fldinst{HYPERLINK "a"}}{\fldrslt b}}{\field{\*\fldinst{HYPERLINK "c"}}{\fldrslt d}{\fldrslt e}}"#,
            "<p><a href=\"a\">b</a><a href=\"c\">d</a>e</p>",
        ),
        // Nothing shown, nothing linked.
        (r#"{\field{\*\fldinst{HYPERLINK "a"}}{\fldrslt}}b"#, "<p>b</p>"),
    ] {
        assert_eq!(html(rtf), expected, "{rtf}");
    }
}

#[test]
fn defects_are_those_of_the_text() {
    for rtf in [
        &br"{\rtf1\ansicpg932 a\'93}"[..],
        br"{\rtf1\u-10180 ?a{b",
        br"{\rtf1\ansicpg1 a\'x}",
        br#"{\rtf1\ansi\ansicpg932 a{\field{\*\fldinst{HYPERLINK "\'93"}}{\fldrslt b}}}"#,
    ] {
        let (made, shown) = (read(rtf), plain_text(rtf, &Budget::default()).unwrap());
        assert!(!made.defects.is_empty());
        let kinds = |defects: &[openimsg_base::Defect]| -> Vec<_> {
            defects.iter().map(|defect| defect.kind.code).collect()
        };
        if !rtf.windows(5).any(|word| word == b"field") {
            assert_eq!(kinds(&made.defects), kinds(&shown.defects));
        }
    }
}

#[test]
fn nothing_stays_charged_after_a_refusal() {
    let rtf = br#"{\rtf1 {\field{\*\fldinst{HYPERLINK "http://example.org"}}{\fldrslt text}}}"#;
    let whole = u64::try_from(read(rtf).html.len()).unwrap();
    for decoded_bytes in [0, 5, 20, 60, whole - 1] {
        let budget = Budget::new(Limits { decoded_bytes, ..Limits::default() }, None);
        assert!(native_html(rtf, &budget).is_err());
        assert_eq!(budget.used(Limit::DecodedBytes), 0);
    }
}

#[test]
fn nothing_of_the_text_is_in_debug_output() {
    let made = NativeHtml { html: "secret".to_owned(), defects: Vec::new() };
    assert_eq!(format!("{made:?}"), "NativeHtml { bytes: 6, defects: [] }");
}

#[test]
fn real_bodies() {
    let (mut native, mut characters) = (0, 0);
    for body in common::bodies().unwrap_or_default() {
        let Ok(rtf) = decompress(&body.stored, &Budget::default()) else { continue };
        let NativeHtml { html, defects } = read(&rtf.rtf);
        assert_eq!(nesting(&html), Ok(()), "{}", body.file);
        assert!(html.len() <= most(&rtf.rtf), "{}", body.file);
        let shown = plain_text(&rtf.rtf, &Budget::default()).unwrap();
        assert_eq!(defects, shown.defects, "{}", body.file);
        if kind(&rtf.rtf) == Kind::Rtf {
            // Bullets are elements of HTML.
            let of =
                |text: &str| -> String { text.chars().filter(|c| c.is_alphabetic()).collect() };
            assert_eq!(of(&text_of(&html)), of(&shown.text), "{}", body.file);
            native += 1;
            characters += shown.text.chars().count();
        }
    }
    println!("{native} native bodies, {characters} characters, the same in HTML and in text");
}

/// The most HTML that may be made of RTF.
fn most(rtf: &[u8]) -> usize {
    50 * rtf.len() + 256
}

/// Whether each element is closed in the one that it was opened in.
fn nesting(html: &str) -> Result<(), String> {
    let mut open = Vec::new();
    for tag in html.split('<').skip(1) {
        let (tag, text) = tag.split_once('>').ok_or("a tag has no end")?;
        if text.contains('>') {
            return Err(format!("a sign of markup in text: {text}"));
        }
        let name = tag.split(' ').next().unwrap_or_default();
        match name.strip_prefix('/') {
            Some(name) if open.pop() != Some(name) => return Err(format!("</{name}>")),
            None if !matches!(name, "br" | "meta") => open.push(name),
            _ => {}
        }
    }
    if open.is_empty() { Ok(()) } else { Err(format!("open: {open:?}")) }
}

/// The characters outside of tags, as they are shown.
fn text_of(html: &str) -> String {
    let texts = html.split('<').filter_map(|tag| Some(tag.split_once('>')?.1));
    let text: String = texts.collect();
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", " ");
    text.replace("&emsp;", "\t").replace("&amp;", "&")
}

/// Words that matter here, text and groups, in any order.
fn rtf() -> impl Strategy<Value = Vec<u8>> {
    let words = [
        "{",
        "{",
        "}",
        "}",
        "a",
        " ",
        "<&\">",
        "\\par",
        "\\\n",
        "\\line",
        "\\tab ",
        "\\cell",
        "\\row",
        "\\trowd",
        "\\nestcell",
        "\\nestrow",
        "\\intbl",
        "\\itap2",
        "\\itap9",
        "\\itap0",
        "\\pard",
        "\\plain",
        "\\b",
        "\\i",
        "\\ul",
        "\\strike",
        "\\super",
        "\\sub",
        "\\cf1",
        "\\cf2",
        "\\highlight1",
        "{\\pntext -}",
        "{\\listtext 1.}",
        "\\ilvl1",
        "\\ilvl8",
        "\\v",
        "\\v0",
        "\\'93",
        "\\'fa",
        "\\u8364 ?",
        "\\u-10180 ?",
        "\\f1",
        "\\f0",
        "{\\field{\\*\\fldinst{HYPERLINK \"x&y\"}}{\\fldrslt b}}",
        "{\\fldrslt ",
        "{\\*\\fldinst ",
        "HYPERLINK \"z\"",
        "{\\colortbl;\\red9;\\blue8;}",
        "{\\fonttbl{\\f1\\fcharset128 X;}}",
    ];
    let word = proptest::sample::select(words.to_vec());
    proptest::collection::vec(word, 0..80)
        .prop_map(|words| [r"{\rtf1\ansi ", &words.concat()].concat().into_bytes())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn html_is_well_nested_and_bounded(rtf in rtf()) {
        let html = read(&rtf).html;
        prop_assert_eq!(nesting(&html), Ok(()));
        prop_assert!(html.len() <= most(&rtf));
        // What is shown as text is shown as HTML.
        let shown = plain_text(&rtf, &Budget::default()).unwrap().text;
        let count = |text: &str, sign| text.matches(sign).count();
        prop_assert_eq!(count(&text_of(&html), '€'), count(&shown, '€'));
        prop_assert_eq!(html.is_empty(), html.len() < HEAD.len());
    }

    #[test]
    fn any_bytes_are_read(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let rtf = [&b"{\\rtf1 "[..], &bytes].concat();
        let html = read(&rtf).html;
        prop_assert!(html.len() <= most(&rtf));
        prop_assert_eq!(nesting(&html), Ok(()));
    }
}

#[test]
fn the_longest_html_of_the_shortest_rtf() {
    let looks = r"{\rtf1{\colortbl;\red9;\red8;}\b\i\ul\strike\super\cf1\highlight2 ";
    for unit in [
        "\\\na",
        "a\\cell ",
        "a\\row ",
        "{\\plain a}b",
        "{\\intbl\\itap4 a}b\\row ",
        "\\\n",
        "  ",
        "\t",
    ] {
        let rtf = [looks.as_bytes(), unit.repeat(5_000).as_bytes(), b"}"].concat();
        let html = read(&rtf).html;
        println!("{unit:?}: {} for each byte", html.len() / rtf.len());
        assert!(html.len() <= most(&rtf), "{unit}");
    }
}
