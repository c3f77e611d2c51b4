//! The children of one storage that is to be written.

use std::collections::HashMap;
use std::collections::hash_map::{Entry, RandomState};
use std::hash::{BuildHasher, BuildHasherDefault, Hash, Hasher};

use super::WriteError;
use super::builder::Child;
use crate::Name;

/// Children by name, each name once.
///
/// They stand as they came and are sorted when the file is laid out, which is twice as fast as
/// keeping a tree; those that came in order, as from a file that was read, need not be sorted.
#[derive(Default)]
pub(super) struct Children<'a> {
    list: Vec<(Name, Child<'a>)>,
    is_unordered: bool,
    /// Where names stand in the list, once they are many and out of order.
    index: Option<Index>,
}

/// Fewer children than this are looked at one by one.
const MANY: usize = 16;

impl<'a> Children<'a> {
    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// Adds a child unless there is one of that name.
    pub(super) fn insert(&mut self, name: Name, child: Child<'a>) -> Result<(), WriteError> {
        self.is_unordered |= self.list.last().is_some_and(|(last, _)| *last >= name);
        if self.is_unordered && self.is_taken(&name) {
            return Err(WriteError::Duplicate { name });
        }
        self.list.push((name, child));
        Ok(())
    }

    /// The child that was added last.
    pub(super) fn last_mut(&mut self) -> Option<&mut Child<'a>> {
        self.list.last_mut().map(|(_, child)| child)
    }

    /// In the format's order.
    pub(super) fn sorted(&self) -> Vec<&(Name, Child<'a>)> {
        if !self.is_unordered {
            return self.list.iter().collect();
        }
        let common = common_prefix(self.list.iter().map(|(name, _)| name));
        let mut ranked: Vec<(u128, &(Name, Child<'a>))> =
            self.list.iter().map(|child| (rank(&child.0, common), child)).collect();
        ranked
            .sort_unstable_by(|(rank, a), (other, b)| rank.cmp(other).then_with(|| a.0.cmp(&b.0)));
        ranked.into_iter().map(|(_, child)| child).collect()
    }

    pub(super) fn take(&mut self) -> impl Iterator<Item = Child<'a>> + use<'a> {
        std::mem::take(&mut self.list).into_iter().map(|(_, child)| child)
    }

    /// Whether a child has that name; if none has, the next one gets it.
    fn is_taken(&mut self, name: &Name) -> bool {
        let list = &self.list;
        let is_listed = || list.iter().any(|(other, _)| other == name);
        if list.len() < MANY {
            return is_listed();
        }
        let index = self.index.get_or_insert_with(|| Index::new(list.iter().map(|(name, _)| name)));
        match index.places.entry(hash(&index.keys, name)) {
            Entry::Vacant(vacant) => {
                vacant.insert(list.len());
                false
            }
            Entry::Occupied(place) => match list.get(*place.get()) {
                Some((other, _)) if other == name => true,
                // Another name with the same 64 bits.
                _ => is_listed(),
            },
        }
    }
}

/// How many units at the beginning are the same in all names; nothing is known to be where one
/// of them is not plain ASCII.
fn common_prefix<'n>(mut names: impl Iterator<Item = &'n Name>) -> Option<usize> {
    // Four units at a time: there can be very many names.
    const BEYOND: u64 = 0xFF80_FF80_FF80_FF80;
    let words = |name: &Name| {
        let words = name.as_bytes().as_chunks::<8>().0;
        let mut copy = [0; 8];
        for (to, word) in copy.iter_mut().zip(words) {
            *to = u64::from_le_bytes(*word);
        }
        copy
    };
    let is_plain = |words: &[u64; 8]| words.iter().fold(0, |all, word| all | word) & BEYOND == 0;
    let first = names.next()?;
    let first_words = words(first);
    if !is_plain(&first_words) {
        return None;
    }
    names.try_fold(first.len(), |common, name| {
        let words = words(name);
        if !is_plain(&words) {
            return None;
        }
        let mut same = 0_u32;
        for (a, b) in first_words.iter().zip(&words) {
            let alike = (a ^ b).trailing_zeros() / 16;
            same = same.saturating_add(alike);
            if alike < 4 {
                break;
            }
        }
        Some(common.min(usize::try_from(same).unwrap_or(0)))
    })
}

/// A number that goes up with the name as far as it reaches: its length, then the 15 units behind
/// the common prefix, in upper case. Comparing it is several times faster than the names.
fn rank(name: &Name, common: Option<usize>) -> u128 {
    let Some(common) = common else { return 0 };
    let mut bytes = [0; 16];
    let units = name.as_bytes().as_chunks::<2>().0.get(common..).unwrap_or_default();
    let units = units.iter().map(|[low, _]| low.to_ascii_uppercase());
    let len = u8::try_from(name.len()).unwrap_or(u8::MAX);
    for (place, byte) in bytes.iter_mut().zip(std::iter::once(len).chain(units)) {
        *place = byte;
    }
    u128::from_be_bytes(bytes)
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
    fn new<'n>(names: impl Iterator<Item = &'n Name>) -> Index {
        let keys = RandomState::new();
        let places = names.zip(0..).map(|(name, place)| (hash(&keys, name), place)).collect();
        Index { keys, places }
    }
}

fn hash(keys: &RandomState, name: &Name) -> u64 {
    let mut hasher = AtOnce { keys, bytes: [0; 64], len: 0 };
    name.hash(&mut hasher);
    hasher.finish()
}

/// Gathers what a name hashes, which it gives unit by unit: hashed at once it takes half the time.
struct AtOnce<'k> {
    keys: &'k RandomState,
    bytes: [u8; 64],
    len: usize,
}

impl Hasher for AtOnce<'_> {
    fn write(&mut self, bytes: &[u8]) {
        let room = self.bytes.get_mut(self.len..).unwrap_or_default();
        // A name has 62 bytes at most; of more, the rest would not count.
        if let Some(room) = room.get_mut(..bytes.len()) {
            room.copy_from_slice(bytes);
            self.len = self.len.saturating_add(bytes.len());
        }
    }

    fn finish(&self) -> u64 {
        self.keys.hash_one(self.bytes.get(..self.len))
    }
}

#[cfg(test)]
mod tests {
    use super::super::StreamBuilder;
    use super::*;

    fn insert(children: &mut Children<'_>, name: &str) -> bool {
        children.insert(name.parse().unwrap(), Child::Stream(StreamBuilder::default())).is_ok()
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
            let sorted = children.sorted();
            assert_eq!(sorted.len(), 200);
            assert!(sorted.is_sorted_by(|a, b| a.0 < b.0));
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
