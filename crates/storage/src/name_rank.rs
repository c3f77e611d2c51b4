//! Numbers that order as names do ([MS-CFB] 2.6.4), so that most names need not be compared unit
//! by unit, nor looked at.

use std::cmp::Ordering;

use crate::name::{Name, entry_len, fold};
use crate::name_order::{compare_entry, compare_fields};
use crate::raw::DirectoryEntry;

/// A number that orders as a name does among its siblings, except that some names share one.
///
/// Usual names, those of the values of properties, have one of their own, or share it with one
/// other: they are `__substg1.0_` and eight hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Rank(u32);

impl Rank {
    /// The least.
    pub(crate) const LEAST: Rank = Rank(0);

    /// The rank of a usual name by its digits: behind what is shorter.
    #[inline]
    const fn of_usual(number: u32) -> Rank {
        Rank((number >> 1).wrapping_add(0x40))
    }

    /// The rank of what is shorter or longer than usual names, by its length.
    #[inline]
    fn of_len(len: usize) -> Rank {
        const LONGER: u32 = 0x8000_0100;
        let behind = if len < USUAL_LEN { 0 } else { LONGER };
        Rank(u32::try_from(len).unwrap_or(0).wrapping_add(behind))
    }

    /// The rank of what has the length of a usual name and is none.
    #[cold]
    fn of_other(name: &[u8; 64]) -> Rank {
        match compare_fields(name, &USUAL, SHARED) {
            Ordering::Less => Rank::of_len(USUAL_LEN.wrapping_sub(1)),
            Ordering::Equal => Rank::of_usual(nearest_number(name)),
            Ordering::Greater => Rank::of_len(USUAL_LEN),
        }
    }
}

/// The rank of a name of `len` units, and whether it is a usual one.
#[inline]
pub(crate) fn rank(name: &[u8; 64], len: usize) -> (Rank, bool) {
    if len != USUAL_LEN {
        return (Rank::of_len(len), false);
    }
    match usual_number(name) {
        Some(number) => (Rank::of_usual(number), true),
        None => (Rank::of_other(name), false),
    }
}

/// A name that is sought among siblings.
pub(crate) struct Sought<'n> {
    name: &'n Name,
    pub(crate) rank: Rank,
}

impl<'n> Sought<'n> {
    #[inline]
    pub(crate) fn new(name: &'n Name) -> Self {
        Sought { name, rank: rank(name.as_bytes(), name.len()).0 }
    }

    /// The order of an entry's name and this one.
    #[inline]
    pub(crate) fn compare(&self, entry: &DirectoryEntry) -> Ordering {
        // As a rule not even the case differs.
        let name = self.name.stored();
        if entry.name.as_chunks().0.starts_with(name) && entry_len(entry) == name.len() {
            return Ordering::Equal;
        }
        compare_entry(entry, self.name)
    }
}

/// Units of a usual name, and how many of them all usual names share.
pub(crate) const USUAL_LEN: usize = 20;
const SHARED: usize = 12;

/// The name field of usual names, but for their digits.
pub(crate) const USUAL: [u8; 64] = *b"_\0_\0s\0u\0b\0s\0t\0g\x001\0.\x000\0_\0\
    \0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";

/// The number that the digits of a usual name are; nothing for any other name, and for one whose
/// start is in another case. The name has as many units.
#[inline]
fn usual_number(name: &[u8; 64]) -> Option<u32> {
    const SAME: usize = SHARED * 2;
    if name.first_chunk::<SAME>() != USUAL.first_chunk::<SAME>() {
        return None;
    }
    let words = name.as_chunks::<8>().0;
    let word = |at: usize| words.get(at).copied().map(u64::from_le_bytes);
    let (high, low) = (word(SHARED / 4)?, word(SHARED / 4 + 1)?);
    if (high | low) & EACH_UNIT.wrapping_mul(0xFF80) != 0 {
        return None;
    }
    // A character a byte: the first four in the even ones.
    let digits = hex_digits(high | low << 8)?;
    let four = |digits: u64| (digits & EACH_UNIT.wrapping_mul(0xFF)).wrapping_mul(GATHER) >> 48;
    u32::try_from(four(digits) << 16 | four(digits >> 8)).ok()
}

/// The values of eight hexadecimal digits, a byte each.
///
/// Adding sets bit 7 of what is large enough, in ASCII.
#[inline]
fn hex_digits(text: u64) -> Option<u64> {
    let from = |word: u64, first: u8| {
        word.wrapping_add(EACH_BYTE.wrapping_mul(0x80_u64.wrapping_sub(first.into())))
    };
    let lower = text | EACH_BYTE.wrapping_mul(0x20);
    let decimal = from(text, b'0') & !from(text, b'9' + 1);
    let letter = from(lower, b'a') & !from(lower, b'f' + 1);
    let all = EACH_BYTE.wrapping_mul(0x80);
    if (decimal | letter) & all != all {
        return None;
    }
    let letters = (text >> 6) & EACH_BYTE;
    Some((text & EACH_BYTE.wrapping_mul(0x0F)).wrapping_add(letters.wrapping_mul(9)))
}

/// One in each of four units.
const EACH_UNIT: u64 = 0x0001_0001_0001_0001;
/// One in each of eight bytes.
const EACH_BYTE: u64 = 0x0101_0101_0101_0101;
/// To multiply with: puts the digits in four units into the highest 16 bits, the first one first.
const GATHER: u64 = 1 << 60 | 1 << 40 | 1 << 20 | 1;

/// The number of the usual name next to one that begins as these do, in the order of names.
fn nearest_number(name: &[u8; 64]) -> u32 {
    let units = name.as_chunks::<2>().0.iter().skip(SHARED).take(USUAL_LEN - SHARED);
    let mut number = 0_u32;
    let mut left = 32_u32;
    for unit in units.map(|unit| fold(u16::from_le_bytes(*unit))) {
        left = left.saturating_sub(4);
        let mut put = |digit: u32| number |= digit.wrapping_shl(left);
        // Letters come after digits, with others before, between and behind them.
        let rest = 1_u32.wrapping_shl(left).wrapping_sub(1);
        match char::from_u32(unit.into()) {
            Some(digit @ '0'..='9') | Some(digit @ 'A'..='F') => {
                put(digit.to_digit(16).unwrap_or(0));
            }
            Some('\0'..'0') => return number,
            Some('0'..'A') => {
                put(9);
                return number | rest;
            }
            _ => {
                put(15);
                return number | rest;
            }
        }
    }
    number
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rank_of(name: &Name) -> (Rank, bool) {
        rank(name.as_bytes(), name.len())
    }

    fn name(text: &str) -> Name {
        Name::from_units(text.encode_utf16())
    }

    #[test]
    fn usual_names_have_their_own() {
        for (text, number) in [
            ("__substg1.0_00000000", 0),
            ("__substg1.0_0037001F", 0x0037_001F),
            ("__substg1.0_0037001f", 0x0037_001F),
            ("__SubStg1.0_89ABcdEF", 0x89AB_CDEF),
            ("__substg1.0_FFFFFFFF", 0xFFFF_FFFF),
        ] {
            assert_eq!(rank_of(&name(text)).0, Rank::of_usual(number), "{text}");
            let usual = text.starts_with("__substg");
            assert_eq!(rank_of(&name(text)).1, usual, "{text}");
        }
        let least = Name::least("__substg1.0_", 20);
        assert_eq!(rank_of(&least).0, Rank::of_usual(0));
        assert!(rank_of(&name(&"z".repeat(19))).0 < Rank::of_usual(0));
        assert!(rank_of(&name(&"!".repeat(21))).0 > Rank::of_usual(u32::MAX));
    }

    fn check_pair(a: &Name, b: &Name) {
        let ((a_rank, _), (b_rank, _)) = (rank_of(a), rank_of(b));
        match a.cmp(b) {
            Ordering::Less => assert!(a_rank <= b_rank, "{a:?} {b:?}"),
            Ordering::Equal => assert_eq!(a_rank, b_rank, "{a:?} {b:?}"),
            Ordering::Greater => assert!(a_rank >= b_rank, "{a:?} {b:?}"),
        }
    }

    #[test]
    fn each_unit_in_each_place_orders_as_names_do() {
        let usual: Vec<u16> = "__substg1.0_0A9f001F".encode_utf16().collect();
        for place in 0..usual.len() {
            let with = |unit: u16| {
                let mut units = usual.clone();
                units[place] = unit;
                Name::from_units(units)
            };
            for unit in (0..0x250).chain([0x2170, 0xD800, 0xFFFE]) {
                for other in [unit + 1, 0, 0x2F, 0x30, 0x39, 0x3A, 0x41, 0x46, 0x47, 0x66, 0xFFFF] {
                    check_pair(&with(unit), &with(other));
                }
            }
        }
    }

    proptest::proptest! {
        #[test]
        fn ranks_order_as_names_do(
            start in proptest::sample::select(vec!["__substg1.0_", "__SUBSTG1.0_", "__sub", "a", ""]),
            ends in proptest::array::uniform2("[0-9A-Fa-z_@\\[`{é]{6,9}"),
        ) {
            let [a, b] = ends.map(|end| name(&format!("{start}{end}")));
            check_pair(&a, &b);
        }
    }
}
