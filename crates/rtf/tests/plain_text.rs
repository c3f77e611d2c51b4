//! What RTF shows: paragraphs, tables, lists, what is hidden, and HTML made to RTF.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use openimsg_base::{Budget, Limit};
use openimsg_rtf::{Options, PlainText, encapsulate_html, encapsulate_text, plain_text};

fn shown(rtf: &[u8]) -> String {
    let budget = Budget::default();
    let PlainText { text, defects } = plain_text(rtf, &budget).unwrap();
    assert_eq!(defects, []);
    assert_eq!(budget.used(Limit::DecodedBytes), u64::try_from(text.len()).unwrap());
    text
}

#[test]
fn rtf_in_its_own_right() {
    for (body, expected) in [
        (r"a\par b\line\pard c{\b d\i e}\tab f", "a\r\nb\r\ncde\tf"),
        (r"\trowd a\cell b\cell\row c\cell d\cell\row", "a\tb\t\r\nc\td\t\r\n"),
        (r"{\pntext\f1\'b7\tab}a\par{\listtext 1.\tab}b", "\u{B7}\ta\r\n1.\tb"),
        (r"\lquote a\rquote\~\_\bullet\'e9\u8364 ?<&>", "‘a’\u{A0}\u{AD}•é€<&>"),
        (r#"{\field{\*\fldinst{HYPERLINK "x"}}{\fldrslt a}}"#, "a"),
        (r"{\field{\fldinst PAGE}{\fldrslt a}}", "a"),
        (r"{\object{\*\objdata 00}{\result a}}{\pict 00}{\*\shppict{\pict 00}}b", "ab"),
        (r"{\header x}{\footerr x}{\info{\title x}}{\filetbl x}a\page b", "a\r\nb"),
        (r"a{\v hidden}b\v c\v0 d\v e\plain f", "abdf"),
        (r"a\htmlrtf b\htmlrtf0 c{\*\htmltag84 <p>}", "abc"),
    ] {
        assert_eq!(shown(format!(r"{{\rtf1\ansi {body}}}").as_bytes()), expected, "{body}");
    }
    assert_eq!(shown(b"{\\rtf1 a}\0"), "a");
}

#[test]
fn html_and_text_made_to_rtf() {
    let html = "<head><title>a</title></head><p>b &amp; <b>c</b></p>\r\n<ul><li>d</ul>é<br>f";
    let rtf = encapsulate_html(html, &Options::default());
    assert_eq!(shown(&rtf), "b & c\r\n•\td\r\né\r\nf");
    let rtf = encapsulate_text("a <b>\r\nc", &Options::default());
    assert_eq!(shown(&rtf), "a <b>\r\nc");
}

#[test]
fn nothing_of_the_text_is_in_debug_output() {
    let shown = plain_text(br"{\rtf1 secret}", &Budget::default()).unwrap();
    assert_eq!(format!("{shown:?}"), "PlainText { bytes: 6, defects: [] }");
}
