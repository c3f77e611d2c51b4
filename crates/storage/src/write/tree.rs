//! Siblings as a balanced tree, soundly coloured.

use std::ops::Range;

use crate::raw::{NO_STREAM, colour};

/// What the entry of a sibling says of the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Links {
    /// The top of what comes before it in the part of the tree below it.
    pub(super) left: u32,
    /// The top of what comes after it there.
    pub(super) right: u32,
    /// One of [`colour`].
    pub(super) colour: u8,
}

impl Links {
    /// Those of the root, which has no siblings.
    pub(super) const NONE: Links =
        Links { left: NO_STREAM, right: NO_STREAM, colour: colour::BLACK };
}

/// The number of the top of the tree of siblings that have these numbers in the format's order.
pub(super) fn top(siblings: &Range<u32>) -> u32 {
    if siblings.is_empty() { NO_STREAM } else { middle(siblings) }
}

/// Gives `each` the links of siblings, one after another, in a balanced red-black tree ([MS-CFB]
/// 2.6.4).
///
/// Halving makes every level of the tree full but the last. With the last one red, if it is not
/// full, and all else black, no red entry is above another, and every path down passes equally
/// many black ones.
pub(super) fn link<E>(
    siblings: Range<u32>,
    each: &mut impl FnMut(Links) -> Result<(), E>,
) -> Result<(), E> {
    let levels_of = |n: usize| usize::BITS.saturating_sub(n.leading_zeros());
    // One more would begin a new level if the last one is full.
    let last_is_full = levels_of(siblings.len().saturating_add(1)) > levels_of(siblings.len());
    let red_level = if last_is_full { None } else { Some(levels_of(siblings.len())) };
    link_level(siblings, 1, red_level, each)
}

/// One entry and what is below it; at most 32 levels deep, since numbers have 32 bits.
fn link_level<E>(
    siblings: Range<u32>,
    level: u32,
    red_level: Option<u32>,
    each: &mut impl FnMut(Links) -> Result<(), E>,
) -> Result<(), E> {
    if siblings.is_empty() {
        return Ok(());
    }
    let number = middle(&siblings);
    let lesser = siblings.start..number;
    let greater = number.saturating_add(1)..siblings.end;
    let colour = if red_level == Some(level) { colour::RED } else { colour::BLACK };
    let links = Links { left: top(&lesser), right: top(&greater), colour };
    let below = level.saturating_add(1);
    link_level(lesser, below, red_level, each)?;
    each(links)?;
    link_level(greater, below, red_level, each)
}

fn middle(siblings: &Range<u32>) -> u32 {
    siblings.start.midpoint(siblings.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn linked(siblings: Range<u32>) -> Vec<Links> {
        let mut all = Vec::new();
        let done: Result<(), ()> = link(siblings, &mut |links| {
            all.push(links);
            Ok(())
        });
        assert_eq!(done, Ok(()));
        all
    }

    /// In-order numbers and the black height below `number`; fails on two reds in a row.
    fn walk(tree: &[Links], number: u32, above_red: bool, order: &mut Vec<u32>) -> u32 {
        if number == NO_STREAM {
            return 0;
        }
        let links = &tree[usize::try_from(number).unwrap()];
        let red = links.colour == colour::RED;
        assert!(!(red && above_red), "two reds in a row at {number}");
        let left = walk(tree, links.left, red, order);
        order.push(number);
        let right = walk(tree, links.right, red, order);
        assert_eq!(left, right, "black height below {number}");
        left.saturating_add(u32::from(!red))
    }

    #[test]
    fn every_number_of_siblings_gives_a_sound_tree() {
        for n in (0..300).chain([1023, 1024, 1025, 4095, 4096]) {
            let tree = linked(0..n);
            let mut order = Vec::new();
            walk(&tree, top(&(0..n)), true, &mut order);
            assert!(order.into_iter().eq(0..n), "{n} siblings");
        }
    }

    #[test]
    fn numbers_begin_where_they_are_told() {
        assert_eq!(top(&(70..73)), 71);
        let links = |left, right, colour| Links { left, right, colour };
        let black = links(NO_STREAM, NO_STREAM, colour::BLACK);
        assert_eq!(linked(70..73), [black, links(70, 72, colour::BLACK), black]);
        assert_eq!((top(&(70..70)), linked(70..70)), (NO_STREAM, vec![]));
    }

    #[test]
    fn an_error_ends_it() {
        let mut given = 0;
        let done = link(0..100, &mut |_| {
            given += 1;
            if given == 7 { Err("full") } else { Ok(()) }
        });
        assert_eq!((done, given), (Err("full"), 7));
    }
}
