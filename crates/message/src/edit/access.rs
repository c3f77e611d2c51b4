//! What the layer of MAPI objects asks beyond editing.

use openimsg_base::CodePage;
use openimsg_props::named::NamedProperty;
use openimsg_props::{NAMEID_STORAGE, PropId, StreamName, tags};
use openimsg_storage::{EntryKind, Overlay, Store};

use super::object::names_error;
use super::{AttachmentEdit, MessageEdit, ObjectEdit};
use crate::{Error, computed};

impl ObjectEdit {
    /// All named properties of the file and their identifiers, ascending. They are never changed
    /// from then on.
    ///
    /// # Errors
    /// [`Problem::Storage`](crate::Problem::Storage) when the map cannot be read.
    pub fn names(&self) -> Result<Vec<(PropId, NamedProperty)>, Error> {
        let mut names = self.shared.names();
        let all = names.all().map_err(names_error)?;
        names.pin();
        Ok(all)
    }

    /// Whether both are parts of one file under edit, and so share its map of named properties.
    #[must_use]
    pub fn is_of_same_file(&self, other: &ObjectEdit) -> bool {
        std::sync::Arc::ptr_eq(&self.shared, &other.shared)
    }

    /// The code page of 8-bit text.
    #[must_use]
    pub fn code_page(&self) -> CodePage {
        self.text.page
    }

    /// Bytes of all streams of the object and of what is in it, save the map of names.
    #[must_use]
    pub fn stored_size(&self) -> u64 {
        let mut size = 0_u64;
        let mut storages = vec![self.overlay.root()];
        while let Some(storage) = storages.pop() {
            self.overlay.visit(&storage, &mut |child| match child.kind {
                EntryKind::Stream => {
                    let stat = self.overlay.stat(&child.node);
                    size = size.saturating_add(stat.map_or(0, |stat| stat.size));
                }
                EntryKind::Storage if child.name.to_string() == NAMEID_STORAGE => {}
                EntryKind::Storage => storages.push(child.node),
            });
        }
        size
    }
}

impl MessageEdit {
    /// The subject without its prefix, and the prefix, as they would be computed now; nothing
    /// without a subject.
    ///
    /// # Errors
    /// As [`ObjectEdit::get`].
    pub fn subject_parts(&self) -> Result<Option<(String, String)>, Error> {
        let Some(subject) = self.text(tags::PR_SUBJECT.id())? else { return Ok(None) };
        let given = self.text(tags::PR_SUBJECT_PREFIX.id())?;
        let (prefix, normalized) = computed::split(&subject, given.as_deref());
        Ok(Some((normalized.to_owned(), prefix.to_owned())))
    }
}

impl AttachmentEdit {
    /// The storage that is attached, be it of another application or of a message; nothing if
    /// there is none. What is changed in it is attached once it is
    /// [set](AttachmentEdit::set_storage).
    ///
    /// # Errors
    /// [`Problem::Edit`](crate::Problem::Edit).
    pub fn storage(&self) -> Result<Option<Overlay>, Error> {
        let tag = tags::PR_ATTACH_DATA_OBJ;
        let Some(node) = self.overlay.find(StreamName::value(tag).as_str()) else {
            return Ok(None);
        };
        match self.overlay.stat(&node) {
            Some(stat) if stat.kind == EntryKind::Storage => {
                self.overlay.nested(&node).map(Some).map_err(|e| self.error(Some(tag), e))
            }
            _ => Ok(None),
        }
    }
}
