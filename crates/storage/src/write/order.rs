//! The format's order of many names.

use super::label::Label;
use crate::raw::MAX_NAME_LEN;
use crate::source::wide;

/// The elements of a list in the order of their names ([MS-CFB] 2.6.4), for lists of less than
/// 2³² elements.
///
/// Names are compared by numbers that go up with them as far as they reach, and by themselves
/// only where these are the same: that is several times as fast, and names far from each other in
/// memory need not be fetched for it.
pub(super) fn in_order<T>(list: &[(Label, T)]) -> Vec<Key> {
    let starts = if list.len() < MANY { [None; LENGTHS] } else { starts(list) };
    let key = |((label, _), place): (&(Label, T), u32)| {
        let start = starts.get(label.len()).copied().flatten();
        let rank = start.and_then(|start| rank(label, start)).unwrap_or(0);
        Key(u128::from(wide(label.len())) << 96 | u128::from(rank) << 32 | u128::from(place))
    };
    let mut keys: Vec<Key> = list.iter().zip(0..).map(key).collect();
    keys.sort_unstable();
    let label = |key: &Key| list.get(key.place()).map(|(label, _)| label);
    for same in keys.chunk_by_mut(|a, b| a.rank() == b.rank()).filter(|same| same.len() > 1) {
        same.sort_unstable_by(|a, b| label(a).cmp(&label(b)));
    }
    keys
}

/// An element of a list. From the highest bits to the lowest: the length of its name, which comes
/// first in the format's order, its [`rank`] among those of that length, and its place.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key(u128);

impl Key {
    /// Where in the list the element is.
    pub(super) fn place(self) -> usize {
        usize::try_from(self.0 & u128::from(u32::MAX)).unwrap_or(usize::MAX)
    }

    fn rank(self) -> u128 {
        self.0 >> 32
    }
}

/// Names can have 0 to 31 units.
const LENGTHS: usize = MAX_NAME_LEN.saturating_add(1);

/// For fewer names than this it is not worth looking for what they have in common.
const MANY: usize = 16;

/// For each length of names where ranks begin.
fn starts<T>(list: &[(Label, T)]) -> [Option<usize>; LENGTHS] {
    let mut alike = [Alike::default(); LENGTHS];
    for (label, _) in list {
        if let Some(alike) = alike.get_mut(label.len()) {
            alike.add(label);
        }
    }
    alike.map(|alike| alike.start())
}

/// What the names of one length have in common.
#[derive(Clone, Copy, Default)]
struct Alike {
    first: Option<[u8; 32]>,
    /// Bits in which others differ from the first.
    differing: [u8; 32],
    /// Whether there are names beyond ASCII.
    is_beyond: bool,
}

/// How many characters a rank reaches: as many as the hexadecimal digits of a property's tag or a
/// recipient's number, which are what distinguishes names where there are many.
const REACH: usize = 8;

impl Alike {
    fn add(&mut self, label: &Label) {
        let Some(order) = label.order() else {
            self.is_beyond = true;
            return;
        };
        let first = *self.first.get_or_insert(order);
        for ((differing, first), own) in self.differing.iter_mut().zip(first).zip(order) {
            *differing |= first ^ own;
        }
    }

    /// Where among the bytes of [`Label::order`] ranks begin, those before it being the same for
    /// all names; nowhere if a name is not plain ASCII.
    fn start(&self) -> Option<usize> {
        let same = self.differing.iter().take_while(|bits| **bits == 0).count();
        (!self.is_beyond).then_some(same.min(self.differing.len().saturating_sub(REACH)))
    }
}

/// A number that goes up with a name as far as it reaches, from byte `start` of its order on.
fn rank(label: &Label, start: usize) -> Option<u64> {
    let order = label.order()?;
    let reached = order.get(start..)?.first_chunk::<REACH>()?;
    Some(u64::from_be_bytes(*reached))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(names: impl IntoIterator<Item = String>) {
        let list: Vec<(Label, ())> =
            names.into_iter().map(|name| (Label::from(&name.parse().unwrap()), ())).collect();
        let sorted = in_order(&list).into_iter().map(|key| &list[key.place()].0);
        let mut expected: Vec<&Label> = list.iter().map(|(label, ())| label).collect();
        expected.sort();
        assert!(sorted.eq(expected));
    }

    #[test]
    fn as_names_compare() {
        let mixed = |n: u32| n.wrapping_mul(0x9E37_79B1);
        for count in [0, 1, 2, 500] {
            // What a rank tells apart, what it does not reach, and what it cannot tell.
            check((0..count).map(|n| format!("__substg1.0_{:08X}", mixed(n))));
            check((0..count).map(|n| format!("{:x}", mixed(n))));
            check((0..count).map(|n| format!("{}-the same-{n}", n % 3)));
            check((0..count).map(|n| format!("{}ä{:x}", n % 3, mixed(n))));
            check((0..count).map(|n| format!("prefix of twenty chars-{:x}", mixed(n))));
            check((0..count).map(|n| {
                let name = format!("{:x}_[Zz^{n}", mixed(n) % 7);
                if n % 2 == 0 { name.to_uppercase() } else { name }
            }));
        }
    }
}
