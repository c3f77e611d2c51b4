//! RTF: compressed, with HTML or text in it, and made of these.

use openimsg_base::{Budget, Limit, Limits};
use openimsg_rtf::{
    Encapsulated, Options, Original, compress, decompress, decompress_into, deencapsulate,
    encapsulate_html, encapsulate_text, native_html, plain_text, store,
};

/// Takes the input for each thing that it may be: compressed RTF, RTF, HTML, text.
pub fn rtf(data: &[u8]) {
    compressed(data);
    for stored in [compress(data), store(data)] {
        let back = decompress(&stored, &Budget::default()).expect("what we compress is sound");
        assert!(back.rtf == data);
        assert_eq!(back.defects, []);
    }
    for head in [&br"{\rtf1\fromhtml1 "[..], br"{\rtf1\fromtext ", b""] {
        encapsulated(&[head, data].concat());
    }
    let text = String::from_utf8_lossy(data).into_owned();
    let options = Options::default();
    let html = (encapsulate_html(&text, &options), Original::Html(text.clone()));
    let plain = (encapsulate_text(&text, &options), Original::Text(text));
    for (rtf, original) in [html, plain] {
        let back = deencapsulate(&rtf, &Budget::default());
        assert!(back == Ok(Encapsulated { original, defects: Vec::new() }));
    }
}

/// Takes out what is in RTF, and again with too small a budget.
fn encapsulated(rtf: &[u8]) {
    let budget = Budget::default();
    let read = deencapsulate(rtf, &budget).expect("nothing but the budget stops it");
    let len = match &read.original {
        Original::Html(text) | Original::Text(text) => text.len(),
        _ => 0,
    };
    // The longest that a byte becomes is an entity of five.
    assert!(len <= 5 * rtf.len());
    assert_eq!(budget.used(Limit::DecodedBytes), len as u64);
    let budget = Budget::default();
    let shown = plain_text(rtf, &budget).expect("nothing but the budget stops it");
    assert_eq!(budget.used(Limit::DecodedBytes), shown.text.len() as u64);
    let made = native_html(rtf, &Budget::default()).expect("nothing but the budget stops it");
    assert!(made.html.len() <= 50 * rtf.len() + 256);
    let budget = Budget::default();
    let made = native_html(rtf, &budget).expect("nothing but the budget stops it");
    assert!(made.html.len() <= 50 * rtf.len() + 256);
    assert_eq!(budget.used(Limit::DecodedBytes), made.html.len() as u64);
    is_well_formed(&made.html);
    if let Some(too_few) = (len as u64).checked_sub(1) {
        let limits = Limits { decoded_bytes: too_few, ..Limits::default() };
        let budget = Budget::new(limits, None);
        assert!(deencapsulate(rtf, &budget).is_err());
        assert_eq!(budget.used(Limit::DecodedBytes), 0);
    }
}

/// Every element that is opened is closed, in the order that is due.
fn is_well_formed(html: &str) {
    let mut open = Vec::new();
    for markup in html.split('<').skip(1) {
        let (tag, _) = markup.split_once('>').expect("a tag ends");
        let name = tag.split([' ', '/', '\n']).next().unwrap_or_default();
        match tag.strip_prefix('/') {
            Some(closed) => assert_eq!(open.pop(), Some(closed), "{html}"),
            None if tag.starts_with('!') || matches!(name, "br" | "meta" | "hr" | "img") => {}
            None => open.push(name),
        }
    }
    assert_eq!(open, [""; 0], "{html}");
}

/// Decompresses, into an empty and into a used buffer, and with too small a budget.
fn compressed(data: &[u8]) {
    let budget = Budget::default();
    let decompressed = decompress(data, &budget);
    let mut text = b"from before".to_vec();
    let defects = decompress_into(data, &Budget::default(), &mut text);
    let Ok(decompressed) = decompressed else {
        assert_eq!(decompressed, defects.map(|_| Default::default()));
        assert!(text.is_empty());
        assert_eq!(budget.used(Limit::DecodedBytes), 0);
        return;
    };
    assert!(decompressed.rtf.len() <= 8 * data.len() + 207);
    assert_eq!(budget.used(Limit::DecodedBytes), decompressed.rtf.len() as u64);
    assert!(decompressed.rtf == text);
    assert_eq!(Ok(decompressed.defects), defects);
    encapsulated(&text);

    if let Some(too_few) = (text.len() as u64).checked_sub(1) {
        let limits = Limits { decoded_bytes: too_few, ..Limits::default() };
        let budget = Budget::new(limits, None);
        assert!(decompress(data, &budget).is_err());
        assert_eq!(budget.used(Limit::DecodedBytes), 0);
    }
}
