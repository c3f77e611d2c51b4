//! The base of what is new.

use crate::store::{Base, Child, Content, EntryKind, Stat};
use crate::{EntryId, Error, Name};

/// A storage with nothing in it.
pub(super) struct Empty;

impl Base for Empty {
    fn child(&self, _: EntryId, _: &str) -> Option<EntryId> {
        None
    }

    fn visit(&self, _: EntryId, _: &mut dyn FnMut(Child<EntryId>)) {}

    fn stat(&self, id: EntryId) -> Option<Stat> {
        (id == EntryId::ROOT).then(|| Stat {
            name: Name::from_units([]),
            kind: EntryKind::Storage,
            size: 0,
            clsid: Default::default(),
            state_bits: 0,
            created: Default::default(),
            modified: Default::default(),
            entry: 0,
        })
    }

    fn content(&self, id: EntryId) -> Result<Content<'_>, Error> {
        Err(Error::WrongKind { id, wanted: "stream" })
    }

    fn read_at(&self, id: EntryId, _: u64, _: &mut [u8]) -> Result<usize, Error> {
        Err(Error::WrongKind { id, wanted: "stream" })
    }
}
