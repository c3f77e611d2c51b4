//! Values as they are stored, without being read.

use openimsg_props::{Entry, PropTag, PropType, StreamName};
use openimsg_storage::Store;
use openimsg_storage::overlay::Node;

use super::ObjectEdit;

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
        let terminator = match kind {
            PropType::UNICODE => 2,
            PropType::STRING8 => 1,
            _ => 0,
        };
        let stream = self.overlay.child(&self.overlay.root(), StreamName::value(tag).as_str());
        match stream {
            Some(stream) => self.len_of(&stream).saturating_add(terminator),
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

    fn len_of(&self, stream: &Node) -> u64 {
        self.overlay.stat(stream).map_or(0, |stat| stat.size)
    }
}
