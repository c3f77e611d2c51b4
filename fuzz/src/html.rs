//! What senders choose freely: HTML, headers, addresses, names of files.

use openimsg_base::CodePage;
use openimsg_message::address::{Address, EntryId, flat_entries, is_smtp};
use openimsg_message::body::{RenderOptions, Target, references};
use openimsg_message::edit::MessageEdit;
use openimsg_message::{ConversationIndex, FileNames, Headers, safe_file_name};
use openimsg_props::tags;

use crate::session::options;

/// Takes the input for HTML: as a page that loads nothing, and as text.
pub fn html(data: &[u8]) {
    let data = data.get(..0x2000).unwrap_or(data);
    let html = String::from_utf8_lossy(data);
    let mut message = MessageEdit::new(options()).unwrap();
    let mut picture = message.new_attachment().unwrap();
    picture.set_file("a.png", b"\x89PNG\r\n\x1A\n".as_slice()).unwrap();
    picture.set_inline("a").unwrap();
    picture.save(&mut message).unwrap();
    message.set(tags::PR_HTML, data).unwrap();
    let file = message.snapshot().unwrap();
    let message = file.message().unwrap();
    let body = message.read_body().unwrap();
    let stored = body.html().map(|shown| shown.text.into_owned()).unwrap_or_default();
    _ = body.text();
    // All eight ways would take four times as long; the input chooses one beside the usual one.
    let choice = data.iter().fold(0, |sum, byte| sum ^ byte);
    let [embed, remove_remote, sanitize] = [1, 2, 4].map(|bit| choice & bit != 0);
    for html in [&*html, &stored] {
        for reference in references(html) {
            let _ = (&html[reference.range.clone()], reference.target(html));
        }
        _ = message.dispositions(Some(html));
        for how in [RenderOptions { embed, remove_remote, sanitize }, RenderOptions::default()] {
            let rendered = message.render_html(html, how).unwrap().html;
            if how.sanitize {
                loads_nothing(&rendered);
            }
        }
    }
}

/// Looking at the page asks nobody for anything.
pub(crate) fn loads_nothing(html: &str) {
    for reference in references(html).iter().filter(|reference| reference.loads) {
        let address = reference.address(html);
        assert!(reference.target(html) == Target::Here || address.is_empty(), "{address}: {html}");
    }
    let lower = html.to_ascii_lowercase();
    for element in ["<script", "<iframe", "<object", "<embed", "<form", "<link", "<meta", "<base"] {
        assert!(!lower.contains(element), "{element}: {html}");
    }
}

/// Takes the input for each of the small things that have a form of their own: headers, an
/// address, an entry identifier, a place in a conversation, the name of a file.
pub fn texts(data: &[u8]) {
    let data = data.get(..0x1000).unwrap_or(data);
    let text = &*String::from_utf8_lossy(data);
    let headers = Headers::parse(text);
    for (name, value) in headers.iter() {
        assert!(headers.all(name).any(|other| other == value));
        headers.addresses(name).iter().for_each(address);
    }
    address(&Address::new(text, text));
    if let Some((name, smtp)) = text.split_once('\n') {
        address(&Address::new(name, smtp));
    }
    for page in [CodePage::WINDOWS_1252, CodePage(932), CodePage(65001)] {
        _ = EntryId::parse(data, page).map(|entry| format!("{entry:?}"));
        for entry in flat_entries(data) {
            assert!(entry.len() <= data.len());
            _ = EntryId::parse(entry, page);
        }
    }
    _ = ConversationIndex::parse(data).map(|index| format!("{index:?}"));
    file_names(text);
}

fn address(address: &Address) {
    let _ = (address.to_string(), address.distinguished_name(), address.display_name());
    assert!(address.is_same_as(address) || address.is_nobody() || address.best().is_none());
    if let Some(smtp) = &address.smtp {
        _ = is_smtp(smtp);
    }
}

/// One name below the folder, and no two the same.
fn file_names(text: &str) {
    let mut names = FileNames::default();
    let mut given = Vec::new();
    for name in text.split('\n').take(20) {
        let safe = safe_file_name(name, "unnamed");
        assert_eq!(safe_file_name(&safe, "unnamed"), safe);
        let name = names.distinct(&safe);
        assert!(name.len() <= 255 && !name.contains(['/', '\\', ':', '\0']), "{name:?}");
        assert!(!name.starts_with('.') && !name.is_empty(), "{name:?}");
        given.push(name.to_lowercase());
    }
    given.sort();
    let count = given.len();
    given.dedup();
    assert_eq!(given.len(), count);
}
