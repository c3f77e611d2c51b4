//! Siblings as a balanced tree, soundly coloured.

use zerocopy::little_endian::U32;

use crate::raw::{DirectoryEntry, NO_STREAM, colour};

/// Links siblings, which stand in the format's order and have the numbers `first`, `first + 1`,
/// …, to a balanced red-black tree ([MS-CFB] 2.6.4) and returns the number of its top.
///
/// Halving makes every level of the tree full but the last. With the last one red, if it is not
/// full, and all else black, no red entry is above another, and every path down passes equally
/// many black ones.
pub(super) fn link(siblings: &mut [DirectoryEntry], first: u32) -> u32 {
    let levels_of = |n: usize| usize::BITS.saturating_sub(n.leading_zeros());
    // One more would begin a new level if the last one is full.
    let last_is_full = levels_of(siblings.len().saturating_add(1)) > levels_of(siblings.len());
    let red_level = if last_is_full { None } else { Some(levels_of(siblings.len())) };
    link_level(siblings, first, 1, red_level)
}

/// One entry and what is below it; at most 32 levels deep, since numbers have 32 bits.
fn link_level(
    siblings: &mut [DirectoryEntry],
    first: u32,
    level: u32,
    red_level: Option<u32>,
) -> u32 {
    let (lesser, rest) = siblings.split_at_mut(siblings.len() / 2);
    let Some((entry, greater)) = rest.split_first_mut() else { return NO_STREAM };
    let number = first.saturating_add(u32::try_from(lesser.len()).unwrap_or(NO_STREAM));
    let below = level.saturating_add(1);
    entry.left = U32::new(link_level(lesser, first, below, red_level));
    entry.right = U32::new(link_level(greater, number.saturating_add(1), below, red_level));
    entry.colour = if red_level == Some(level) { colour::RED } else { colour::BLACK };
    number
}

#[cfg(test)]
mod tests {
    use super::*;
    use zerocopy::FromZeros;

    /// In-order numbers and the black height below `number`; fails on two reds in a row.
    fn walk(tree: &[DirectoryEntry], number: u32, above_red: bool, order: &mut Vec<u32>) -> u32 {
        if number == NO_STREAM {
            return 0;
        }
        let entry = &tree[usize::try_from(number).unwrap()];
        let red = entry.colour == colour::RED;
        assert!(!(red && above_red), "two reds in a row at {number}");
        let left = walk(tree, entry.left.get(), red, order);
        order.push(number);
        let right = walk(tree, entry.right.get(), red, order);
        assert_eq!(left, right, "black height below {number}");
        left.saturating_add(u32::from(!red))
    }

    #[test]
    fn every_number_of_siblings_gives_a_sound_tree() {
        for n in (0..300).chain([1023, 1024, 1025, 4095, 4096]) {
            let mut tree = vec![DirectoryEntry::new_zeroed(); n];
            let top = link(&mut tree, 0);
            let mut order = Vec::new();
            walk(&tree, top, true, &mut order);
            assert!(order.into_iter().eq(0..u32::try_from(n).unwrap()), "{n} siblings");
        }
    }

    #[test]
    fn numbers_begin_where_they_are_told() {
        let mut tree = vec![DirectoryEntry::new_zeroed(); 3];
        assert_eq!(link(&mut tree, 70), 71);
        assert_eq!((tree[1].left.get(), tree[1].right.get()), (70, 72));
        assert_eq!(link(&mut [], 70), NO_STREAM);
    }
}
