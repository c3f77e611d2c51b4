//! Which attachments are parts of the body, and which are there for themselves.

use std::collections::{HashMap, HashSet};

use openimsg_props::PropId;
use openimsg_storage::Store;

use super::scan::{Target, references};
use crate::{Attachment, Message};

/// How an attachment is part of a message, for who reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Disposition {
    /// There for itself: to be listed.
    Attached,
    /// Part of the body: the HTML shows it.
    Inline,
    /// Neither: the message hides it ([MS-OXCMSG] 2.2.2.24), and the HTML does not show it.
    Hidden,
}

/// The attachments of a message by what its HTML calls them.
///
/// `Debug` shows no names.
#[derive(Clone, Default)]
pub struct InlineParts {
    /// The numbers of all attachments that could be read, and whether they are hidden.
    numbers: Vec<(u32, bool)>,
    by_id: HashMap<String, u32>,
    by_location: HashMap<String, u32>,
    by_name: HashMap<String, u32>,
}

impl<S: Store + ?Sized> Message<'_, S> {
    /// The attachments by what HTML may call them: content id, content location, name. One that
    /// cannot be read is left out.
    #[must_use]
    pub fn inline_parts(&self) -> InlineParts {
        let mut parts = InlineParts::default();
        self.attachments().flatten().for_each(|attachment| parts.add(&attachment));
        parts
    }

    /// How each attachment is part of the message, by its number: `html` is the body that is
    /// shown, such as that of [`Body::html`](super::Body::html).
    #[must_use]
    pub fn dispositions(&self, html: Option<&str>) -> Vec<(u32, Disposition)> {
        self.inline_parts().dispositions(html)
    }
}

impl InlineParts {
    /// The number of the attachment that an address in HTML means: `cid:` and an id (or, as some
    /// programs write, a file's name), a location, or a file's name.
    #[must_use]
    pub fn find(&self, address: &str) -> Option<u32> {
        let address = address.trim();
        if let Some(id) = strip_scheme(address) {
            let id = key(&percent_decoded(id));
            let by_name = || {
                let name = id.split_once('@').map_or(&*id, |(name, _)| name);
                self.by_name.get(name)
            };
            return self.by_id.get(&id).or_else(by_name).copied();
        }
        let by_name = || match super::scan::target(address) {
            Target::Relative => self.by_name.get(&key(&percent_decoded(address))),
            _ => None,
        };
        self.by_location.get(&key(address)).or_else(by_name).copied()
    }

    /// How each attachment is part of the message, by its number.
    #[must_use]
    pub fn dispositions(&self, html: Option<&str>) -> Vec<(u32, Disposition)> {
        let html = html.unwrap_or_default();
        let shown = references(html).into_iter().filter(|reference| reference.loads);
        let shown: HashSet<u32> =
            shown.filter_map(|reference| self.find(&reference.address(html))).collect();
        let disposition = |(number, hidden): &(u32, bool)| {
            let disposition = match (shown.contains(number), hidden) {
                (true, _) => Disposition::Inline,
                (false, true) => Disposition::Hidden,
                (false, false) => Disposition::Attached,
            };
            (*number, disposition)
        };
        self.numbers.iter().map(disposition).collect()
    }

    fn add<S: Store + ?Sized>(&mut self, attachment: &Attachment<'_, S>) {
        let number = attachment.number();
        let text = |id| {
            let text = attachment.text(id).ok().flatten();
            text.map(|text| key(&text.text)).filter(|text| !text.is_empty())
        };
        self.numbers.push((number, attachment.boolean(HIDDEN).unwrap_or(false)));
        if let Some(id) = text(CONTENT_ID) {
            let id = strip_scheme(&id).unwrap_or(&id);
            self.by_id.entry(id.trim_matches(['<', '>']).to_owned()).or_insert(number);
        }
        if let Some(location) = text(CONTENT_LOCATION) {
            self.by_location.entry(location).or_insert(number);
        }
        for name in [LONG_NAME, SHORT_NAME].into_iter().filter_map(text) {
            self.by_name.entry(name).or_insert(number);
        }
    }
}

/// PidTagAttachmentHidden.
const HIDDEN: PropId = PropId(0x7FFE);
/// PidTagAttachContentId.
const CONTENT_ID: PropId = PropId(0x3712);
/// PidTagAttachContentLocation.
const CONTENT_LOCATION: PropId = PropId(0x3713);
/// PidTagAttachLongFilename.
const LONG_NAME: PropId = PropId(0x3707);
/// PidTagAttachFilename.
const SHORT_NAME: PropId = PropId(0x3704);

/// Case does not count: programs change it on the way.
fn key(text: &str) -> String {
    text.trim().to_lowercase()
}

fn strip_scheme(address: &str) -> Option<&str> {
    let (scheme, rest) = address.split_at_checked(4)?;
    scheme.eq_ignore_ascii_case("cid:").then_some(rest)
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let digit = |at: usize| char::from(*after.get(at)?).to_digit(16);
        let byte = match (*first, digit(0), digit(1)) {
            (b'%', Some(high), Some(low)) => u8::try_from(high << 4 | low).ok(),
            _ => None,
        };
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { after.get(2..).unwrap_or_default() } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

impl std::fmt::Debug for InlineParts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("InlineParts").field("attachments", &self.numbers.len()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_found_by_what_html_calls_them() {
        let mut parts =
            InlineParts { numbers: vec![(0, false), (1, true), (2, true)], ..Default::default() };
        parts.by_id.insert("image001.png@01d0".to_owned(), 0);
        parts.by_name.insert("photo 1.jpg".to_owned(), 1);
        parts.by_location.insert("http://x/y.gif".to_owned(), 2);
        for (address, expected) in [
            ("cid:image001.png@01D0", Some(0)),
            ("CID:image001.png%4001D0", Some(0)),
            ("cid:photo%201.jpg@other", Some(1)),
            ("photo%201.jpg", Some(1)),
            ("HTTP://x/y.gif", Some(2)),
            ("http://x/photo 1.jpg", None),
            ("cid:none", None),
            ("", None),
        ] {
            assert_eq!(parts.find(address), expected, "{address}");
        }
        let html = "<img src='cid:photo 1.jpg'><a href='cid:image001.png@01D0'>";
        let expected =
            [(0, Disposition::Attached), (1, Disposition::Inline), (2, Disposition::Hidden)];
        assert_eq!(parts.dispositions(Some(html)), expected);
    }
}
