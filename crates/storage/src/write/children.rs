//! The children of one storage that is to be written.

use std::collections::HashMap;
use std::collections::hash_map::{Entry, RandomState};
use std::hash::{BuildHasher, BuildHasherDefault, Hasher};

use super::builder::Child;
use super::label::Label;
use super::order::in_order;
use super::{StorageBuilder, StreamBuilder, WriteError};
use crate::raw::sector;

/// Children by name, each name once.
///
/// They stand as they came and are sorted when the file is laid out, which is twice as fast as
/// keeping a tree; those that came in order, as from a file that was read, need not be sorted.
#[derive(Default)]
pub(super) struct Children<'a> {
    list: Vec<(Label, Child<'a>)>,
    is_unordered: bool,
    /// Where names stand in the list, once they are many and out of order.
    index: Option<Index>,
}

const _: () = assert!(size_of::<(Label, Child<'_>)>() <= 80);

/// What was just added is there.
const NOT_REACHED: WriteError = WriteError::TooManyEntries { max: sector::MAX_REGULAR };

/// Fewer children than this are looked at one by one.
const MANY: usize = 16;

impl<'a> Children<'a> {
    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// Adds a stream unless there is a child of that name.
    pub(super) fn insert_stream(
        &mut self,
        label: Label,
        stream: StreamBuilder<'a>,
    ) -> Result<&mut StreamBuilder<'a>, WriteError> {
        match self.insert(label, Child::Stream(stream))? {
            Some(Child::Stream(stream)) => Ok(stream),
            _ => Err(NOT_REACHED),
        }
    }

    /// Adds a storage unless there is a child of that name.
    pub(super) fn insert_storage(
        &mut self,
        label: Label,
        storage: StorageBuilder<'a>,
    ) -> Result<&mut StorageBuilder<'a>, WriteError> {
        match self.insert(label, Child::Storage(Box::new(storage)))? {
            Some(Child::Storage(storage)) => Ok(storage),
            _ => Err(NOT_REACHED),
        }
    }

    /// In the format's order.
    pub(super) fn sorted(&self) -> impl Iterator<Item = &(Label, Child<'a>)> {
        let order = self.is_unordered.then(|| in_order(&self.list));
        (0..self.list.len()).filter_map(move |n| match &order {
            Some(order) => self.list.get(order.get(n)?.place()),
            None => self.list.get(n),
        })
    }

    pub(super) fn take(&mut self) -> impl Iterator<Item = Child<'a>> + use<'a> {
        std::mem::take(&mut self.list).into_iter().map(|(_, child)| child)
    }

    /// The child, now the last one.
    fn insert(
        &mut self,
        label: Label,
        child: Child<'a>,
    ) -> Result<Option<&mut Child<'a>>, WriteError> {
        self.is_unordered |= self.list.last().is_some_and(|(last, _)| *last >= label);
        if self.is_unordered && self.is_taken(&label) {
            return Err(WriteError::Duplicate { name: label.to_name() });
        }
        self.list.push((label, child));
        Ok(self.list.last_mut().map(|(_, child)| child))
    }

    /// Whether a child has that name; if none has, the next one gets it.
    fn is_taken(&mut self, label: &Label) -> bool {
        let list = &self.list;
        let is_listed = || list.iter().any(|(other, _)| other == label);
        if list.len() < MANY {
            return is_listed();
        }
        let index =
            self.index.get_or_insert_with(|| Index::new(list.iter().map(|(label, _)| label)));
        match index.places.entry(index.keys.hash_one(label)) {
            Entry::Vacant(vacant) => {
                vacant.insert(list.len());
                false
            }
            Entry::Occupied(place) => match list.get(*place.get()) {
                Some((other, _)) if other == label => true,
                // Another name with the same 64 bits.
                _ => is_listed(),
            },
        }
    }
}

/// Places by hash of the name, under keys that nobody who makes up names can know.
struct Index {
    keys: RandomState,
    places: HashMap<u64, usize, BuildHasherDefault<Hashed>>,
}

/// A hash that need not be hashed again.
#[derive(Default)]
struct Hashed(u64);

impl Hasher for Hashed {
    fn write(&mut self, _: &[u8]) {}

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

impl Index {
    fn new<'l>(labels: impl Iterator<Item = &'l Label>) -> Index {
        let keys = RandomState::new();
        let places = labels.zip(0..).map(|(label, place)| (keys.hash_one(label), place)).collect();
        Index { keys, places }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn insert(children: &mut Children<'_>, name: &str) -> bool {
        let label = Label::from(&name.parse().unwrap());
        children.insert_stream(label, StreamBuilder::default()).is_ok()
    }

    #[test]
    fn every_name_once_in_any_order() {
        for step in [1, 199, 77] {
            let mut children = Children::default();
            for n in (0..200).map(|i| i * step % 200) {
                // Each name a second time, soon or late, in another case.
                assert!(insert(&mut children, &format!("Ä{n}a")), "{n}");
                assert!(!insert(&mut children, &format!("ä{n}A")), "{n}");
            }
            for n in 0..200 {
                assert!(!insert(&mut children, &format!("ä{n}A")), "{n}");
            }
            assert_eq!(children.sorted().count(), 200);
            assert!(children.sorted().is_sorted_by(|a, b| a.0 < b.0));
        }
    }

    #[test]
    fn names_that_come_in_order_need_no_index() {
        let mut children = Children::default();
        (100..999).for_each(|n| assert!(insert(&mut children, &n.to_string())));
        assert!(!children.is_unordered && children.index.is_none());
        assert!(!insert(&mut children, "100"));
        assert!(insert(&mut children, "10"));
        assert_eq!(children.index.unwrap().places.len(), 900);
    }
}
