//! Values as they are stored, without being read.

use openimsg_props::{Entry, PropTag, PropType, StreamName};
use openimsg_storage::Store;
use openimsg_storage::overlay::Node;

use super::ObjectEdit;
use crate::{Error, Problem};

/// Shorter streams, which are those of the mini stream ([MS-CFB] 2.2), are not worth it to keep a
/// file open for them.
const SHORT: u64 = 4096;

impl ObjectEdit {
    /// How many bytes the streams of a value have, with the terminator of a text; for values
    /// without a stream, those of the entry.
    pub(crate) fn stored_len(&self, entry: &Entry) -> u64 {
        let (tag, kind) = (entry.tag(), entry.tag().kind());
        if let Some(size) = kind.fixed_size() {
            return u64::try_from(size).unwrap_or(u64::MAX);
        }
        if kind.has_item_streams() {
            return self.items_len(tag);
        }
        let stream = self.overlay.child(&self.overlay.root(), StreamName::value(tag).as_str());
        match stream {
            Some(stream) => self.len_of(&stream).saturating_add(terminator(kind)),
            None => entry.declared_size().into(),
        }
    }

    /// Bytes of all streams of single values of several.
    fn items_len(&self, tag: PropTag) -> u64 {
        let first = StreamName::item(tag, 0);
        let prefix = first.as_str().strip_suffix("00000000").unwrap_or_default();
        let mut len = 0_u64;
        self.overlay.visit_prefixed(
            &self.overlay.root(),
            prefix,
            first.as_str().len(),
            &mut |item| {
                len = len.saturating_add(self.len_of(&item.node));
            },
        );
        len
    }

    /// Sets a property to the bytes that another object has as `stored`. Short ones are copied;
    /// long ones are not read: they stay where they are, as
    /// [grafted](openimsg_storage::Overlay::graft), until the message is written.
    pub(crate) fn set_stored(
        &mut self,
        tag: PropTag,
        from: &ObjectEdit,
        stored: PropTag,
    ) -> Result<(), Error> {
        let missing = || from.error(Some(stored), Problem::MissingStream);
        let (theirs, name) = (&from.overlay, StreamName::value(stored));
        let stream = theirs.child(&theirs.root(), name.as_str()).ok_or_else(missing)?;
        let len = from.len_of(&stream);
        // Of a damaged one, what is left can be written only once it was read.
        if len < SHORT || !theirs.is_whole(&stream) {
            return self.set_content(tag, from.raw(stored)?.ok_or_else(missing)?);
        }
        self.put_value(tag, len, |own, name| own.graft(name, theirs, &stream))
    }

    fn len_of(&self, stream: &Node) -> u64 {
        self.overlay.stat(stream).map_or(0, |stat| stat.size)
    }
}

/// Bytes that the size of a text counts beyond those that are stored ([MS-OXMSG] 2.4.2.2).
pub(super) fn terminator(kind: PropType) -> u64 {
    match kind {
        PropType::UNICODE => 2,
        PropType::STRING8 => 1,
        _ => 0,
    }
}
