//! Encapsulation: what comes back, how it is written, and what readers of RTF show.
#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may panic"
)]

mod common;

use openimsg_base::{Budget, CodePage};
use openimsg_rtf::{
    Encapsulated, Kind, Options, Original, decompress, deencapsulate, encapsulate_html,
    encapsulate_text, kind,
};
use proptest::prelude::*;

/// The RTF for `html`, from which the same comes back.
fn rtf_of(html: &str) -> String {
    let rtf = encapsulate_html(html, &Options::default());
    let Encapsulated { original, defects } = deencapsulate(&rtf, &Budget::default()).unwrap();
    assert_eq!(defects, [], "{html:?}");
    let Original::Html(back) = original else { panic!("{original:?}") };
    assert_eq!(back, html);
    String::from_utf8(rtf).unwrap()
}

fn text_comes_back(text: &str) {
    let rtf = encapsulate_text(text, &Options::default());
    let Encapsulated { original, defects } = deencapsulate(&rtf, &Budget::default()).unwrap();
    assert_eq!((original, defects), (Original::Text(text.to_owned()), vec![]));
}

#[test]
fn anything_comes_back() {
    for text in [
        "",
        "\r\n",
        "\n",
        "\r",
        "\r\r\n\n",
        "\0",
        "\t",
        " ",
        "  a  ",
        "a\nb\rc",
        "<",
        ">",
        "&",
        "< a > & b",
        "a<b",
        "<!--",
        "<!-- {",
        "<style>",
        "<a b='",
        "{",
        "}",
        "\\",
        "\\par ",
        "{}",
        "\\'e9",
        "\\u233 ?",
        "é€🌈\u{FEFF}\u{FFFD}\u{10FFFF}",
        "&nbsp;&amp;&#8364;&#x1F308;&foo;&",
        "&#9;&#13;",
        "<p>1 2</p>",
        "<p> 1</p>",
        "<123>",
        "<b><i>x</b></i></u>",
        "\u{7F}\u{80}\u{1}",
        "<style>a { b: \"\\2022\" }\r\n\ta</style>",
        "<SCRIPT>if (a<b && c>d) {}</SCRIPT>x",
        "<pre>a\r\n  b\tc\nd</pre>",
        "<body></body></html>\r\n",
        "<html><title>a<b</title>",
    ] {
        rtf_of(text);
        text_comes_back(text);
    }
}

/// The number of each group, and what it holds.
fn groups(rtf: &str) -> Vec<(u32, &str)> {
    rtf.split("{\\*\\htmltag")
        .skip(1)
        .map(|group| {
            let end = group.find('}').unwrap();
            let (number, content) = group[..end].split_once(' ').unwrap_or((&group[..end], ""));
            (number.parse().unwrap(), content)
        })
        .collect()
}

#[test]
fn groups_are_numbered_as_outlook_does() {
    let html = "<!DOCTYPE html>\r\n<html><head><meta a><title>b</title><style>c</style>\
                </head><body><div><p>d<a href=e>f</a><font>g</font><br>&nbsp;<o:p></o:p></p>\
                </div></body></html>";
    assert_eq!(
        groups(&rtf_of(html)),
        [
            (64, ""),
            (243, "<!DOCTYPE html>"),
            (3, "\\par "),
            (19, "<html>"),
            (34, "<head>"),
            (161, "<meta a>"),
            (177, "<title>"),
            (1, "b"),
            (185, "</title>"),
            (241, "<style>"),
            (1, "c"),
            (249, "</style>"),
            (41, "</head>"),
            (50, "<body>"),
            (96, "<div>"),
            (64, "<p>"),
            (84, "<a href=e>"),
            (92, "</a>"),
            (148, "<font>"),
            (156, "</font>"),
            (116, "<br>"),
            (84, "&nbsp;"),
            (244, "<o:p>"),
            (252, "</o:p>"),
            (72, "</p>"),
            (104, "</div>"),
            (58, "</body>"),
            (27, "</html>"),
        ]
    );
}

#[test]
fn the_beginning_is_as_outlook_writes_it() {
    let options = |page| {
        let mut options = Options::default();
        options.code_page = CodePage(page);
        options
    };
    let html = encapsulate_html("a", &options(932));
    assert!(html.starts_with(br"{\rtf1\ansi\ansicpg932\fromhtml1 \fbidis \deff0{\fonttbl"));
    assert!(html.ends_with(b" \r\n{\\*\\htmltag64}a}"));
    let text = encapsulate_text("a", &options(1200));
    assert!(text.starts_with(br"{\rtf1\ansi\ansicpg1252\fromtext \fbidis \deff0{\fonttbl"));
    assert_eq!((kind(&html), kind(&text)), (Kind::Html, Kind::Text));
    assert!(html.is_ascii() && text.is_ascii());
}

#[test]
fn what_is_not_ascii_is_unicode_with_a_question_mark() {
    assert!(rtf_of("é🌈").ends_with("}\\u233 ?\\u-10180 ?\\u-8440 ?}"));
    assert!(
        rtf_of("&#127752;")
            .ends_with("{\\*\\htmltag84 &#127752;}\\htmlrtf \\u-10180 ?\\u-8440 ?\\htmlrtf0 }")
    );
}

#[test]
fn readers_of_rtf_show_the_text() {
    for (html, shown) in [
        ("<p>a</p>\r\n<p>b&nbsp;c &amp; d</p>", "a\nb\u{A0}c & d\n"),
        ("a<br>b\r\nc\td", "a\nb c d"),
        ("  a  b <!-- c --> d", "a  b  d"),
        ("<div><div>a</div>b</div>c", "a\nb\nc"),
        ("<ul>\n <li>a</li>\n <li><p>b</p></li>\n</ul>c", "•\ta\n•\tb\nc"),
        ("<table>\n<tr>\n<td>a</td>\n<td>b</td></tr><tr><td>c</td></tr></table>", "a\tb\nc\n"),
        ("<a href='x y'>a</a> <b>b<b>c</b>d</b>e", "a bcde"),
        ("<html><head><title>a</title><style>b</style>\n</head> <body>c</body></html>", "c"),
        ("<pre>a\r\n  b\n\tc</pre>d", "a\n  b\n\tc\nd"),
        ("a < b > c & {d} \\ é🌈", "a < b > c & {d} \\ é🌈"),
        ("<head>a<p>b", "a\nb"),
        ("<script>a</script>b&#9;c", "b c"),
    ] {
        assert_eq!(shown_by_a_reader_of_rtf(&rtf_of(html)), shown, "{html}");
    }
    let rtf = encapsulate_text("a {b}\r\n\tc é", &Options::default());
    assert_eq!(shown_by_a_reader_of_rtf(std::str::from_utf8(&rtf).unwrap()), "a {b}\n\tc é");
}

#[test]
fn type_is_bold_while_any_element_says_so() {
    let rtf = rtf_of("<b>a<strong>b</b></i>c</strong>d<i>e");
    let words: Vec<_> =
        rtf.split("\\htmlrtf \\").skip(1).filter_map(|s| s.split('\\').next()).collect();
    assert_eq!(words, ["b", "b0", "i"]);
}

/// A reader that knows paragraphs, tabs, bullets, escapes and Unicode, and no HTML.
fn shown_by_a_reader_of_rtf(rtf: &str) -> String {
    let (mut units, mut skipping) = (Vec::<u16>::new(), Vec::<bool>::new());
    let mut rest = rtf;
    while let Some(first) = rest.chars().next() {
        rest = &rest[1..];
        let skipped = skipping.last().copied().unwrap_or(false);
        let mut show = |unit: u16| {
            if !skipped {
                units.push(unit);
            }
        };
        match first {
            '{' => {
                let hidden = ["\\*", "\\fonttbl", "\\colortbl"];
                skipping.push(skipped || hidden.iter().any(|word| rest.starts_with(word)));
            }
            '}' => _ = skipping.pop().unwrap(),
            '\r' | '\n' => {}
            '\\' if rest.starts_with(|c: char| c.is_ascii_alphabetic()) => {
                let end = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap();
                let (name, after) = rest.split_at(end);
                let end = after.find(|c: char| !c.is_ascii_digit() && c != '-').unwrap();
                let (number, after) = after.split_at(end);
                rest = after.strip_prefix(' ').unwrap_or(after);
                match name {
                    "par" | "line" => show(b'\n'.into()),
                    "tab" => show(b'\t'.into()),
                    "bullet" => show(0x2022),
                    "u" => {
                        show(number.parse::<i16>().unwrap().cast_unsigned());
                        rest = rest.strip_prefix('?').unwrap();
                    }
                    _ => {}
                }
            }
            '\\' if rest.starts_with('\'') => {
                show(u16::from_str_radix(&rest[1..3], 16).unwrap());
                rest = &rest[3..];
            }
            '\\' => {
                show(u16::from(rest.as_bytes()[0]));
                rest = &rest[1..];
            }
            other => show(u16::try_from(u32::from(other)).unwrap()),
        }
    }
    assert!(skipping.is_empty());
    String::from_utf16(&units).unwrap()
}

/// The HTML of every body of the corpus, encapsulated anew.
#[test]
fn bodies_of_the_corpus() {
    let Some(bodies) = common::bodies() else { return };
    let mut count = 0;
    for body in bodies {
        let Ok(rtf) = decompress(&body.stored, &Budget::default()) else { continue };
        match deencapsulate(&rtf.rtf, &Budget::default()).unwrap().original {
            Original::Html(html) => {
                let shown = shown_by_a_reader_of_rtf(&rtf_of(&html));
                assert!(!shown.contains("<html"), "{}", body.file);
                count += 1;
            }
            Original::Text(text) => text_comes_back(&text),
            _ => {}
        }
    }
    assert!(count > 80, "{count}");
}

/// Text that looks like HTML, or nearly.
fn html() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<br>",
        "<li>",
        "<pre>",
        "</pre>",
        "<td>",
        "<style>",
        "</style>",
        "<title>",
        "</title>",
        "<head>",
        "</head>",
        "<body>",
        "</body>",
        "<html>",
        "</html>",
        "<!--",
        "-->",
        "<a href=\"x>y\">",
        "<a b='",
        "<![if x]>",
        "&nbsp;",
        "&#8364;",
        "&amp",
        "&",
        "<",
        ">",
        "\r\n",
        "\n",
        "\r",
        "\t",
        " ",
        "  ",
        "a",
        "{",
        "}",
        "\\",
        "\\par",
        "é",
        "🌈",
        "\0",
        "0",
        "-1",
        "?",
        "'",
        "\"",
        "=",
        "/",
        "\u{A0}",
        "\x7F",
    ]);
    let piece = prop_oneof![
        8 => pieces.prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_html_comes_back(html in html()) {
        shown_by_a_reader_of_rtf(&rtf_of(&html));
        text_comes_back(&html);
    }

    #[test]
    fn any_string_comes_back(text in any::<String>()) {
        rtf_of(&text);
        text_comes_back(&text);
    }
}
