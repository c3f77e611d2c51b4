//! The order in which siblings stand ([MS-CFB] 2.6.4), told from names as entries hold them: in
//! place, and a word of four units at a time.

use std::cmp::Ordering;

use crate::name::{Name, entry_len, fold};
use crate::raw::DirectoryEntry;

/// The order of two entries' names, without copying them.
pub(crate) fn compare_entries(a: &DirectoryEntry, b: &DirectoryEntry) -> Ordering {
    let len = entry_len(a);
    len.cmp(&entry_len(b)).then_with(|| compare_fields(&a.name, &b.name, len))
}

/// The order of an entry's name and `name`, without copying the former.
pub(crate) fn compare_entry(entry: &DirectoryEntry, name: &Name) -> Ordering {
    let len = name.len();
    entry_len(entry).cmp(&len).then_with(|| compare_fields(&entry.name, name.as_bytes(), len))
}

/// Whether a name of `len` units is beyond doubt: terminated where it says, and nothing but
/// ASCII from `"` on without `/ \\ :`. Names that fail this quick test are looked at closely.
pub(crate) fn is_plain(entry: &DirectoryEntry, len: usize) -> bool {
    let mut doubtful = 0;
    each_difference(&PLAIN, &entry.name, len, |_, word| {
        doubtful |= doubts(word);
        false
    });
    doubtful == 0 && declares(entry, len)
}

/// Looks at a name that stands behind another in the same storage: whether it comes after that
/// in the format's order, and whether it [`is_plain`]. Siblings share most of their names, and
/// what two share needs to be looked at once: `before` must be plain.
#[inline]
pub(crate) fn follows_plain(
    before: (&DirectoryEntry, usize),
    entry: (&DirectoryEntry, usize),
) -> (bool, bool) {
    let len = entry.1;
    if before.1 != len {
        return (before.1 < len, is_plain(entry.0, len));
    }
    let mut order = Ordering::Equal;
    let mut doubtful = 0;
    each_difference(&before.0.name, &entry.0.name, len, |old, new| {
        doubtful |= doubts(new);
        if order.is_eq() {
            order = compare_words(old, new);
        }
        false
    });
    (order.is_lt(), doubtful == 0 && declares(entry.0, len))
}

/// A name of letters alone, and a word of it.
const PLAIN: [u8; 64] = *b"a\0a\0a\0a\0a\0a\0a\0a\0a\0a\0a\0a\0a\0a\0a\0a\0\
    a\0a\0a\0a\0a\0a\0a\0a\0a\0a\0a\0a\0a\0a\0a\0a\0";
const LETTERS: u64 = 0x0061_0061_0061_0061;

/// Whether the length field says exactly `len` units and a terminator.
#[inline]
pub(crate) fn declares(entry: &DirectoryEntry, len: usize) -> bool {
    len > 0 && usize::from(entry.name_len.get()) == len.wrapping_add(1).wrapping_mul(2)
}

/// Shows the words of four units in which the first `len` units of two names differ, the first
/// unit in the lowest bits, until `found` says that it is enough. Units behind the end, which
/// may be junk, show as one letter.
#[inline]
fn each_difference(
    a: &[u8; 64],
    b: &[u8; 64],
    len: usize,
    mut found: impl FnMut(u64, u64) -> bool,
) {
    let (a, b) = (a.as_chunks::<8>().0, b.as_chunks::<8>().0);
    let whole = len / 4;
    for (a, b) in a.get(..whole).unwrap_or_default().iter().zip(b) {
        let (a, b) = (u64::from_le_bytes(*a), u64::from_le_bytes(*b));
        if a != b && found(a, b) {
            return;
        }
    }
    let mask = rest_mask(len);
    if let (true, Some(a), Some(b)) = (mask != 0, a.get(whole), b.get(whole)) {
        let known = |word: &[u8; 8]| u64::from_le_bytes(*word) & mask | LETTERS & !mask;
        let (a, b) = (known(a), known(b));
        if a != b {
            found(a, b);
        }
    }
}

/// Not zero if a word of units holds anything but ASCII from `"` on, or one of `/ \\ :`.
#[inline]
fn doubts(word: u64) -> u64 {
    word & EACH.wrapping_mul(0xFF80) | doubts_in_ascii(word, EACH)
}

/// Not zero if a word of ASCII holds anything below `"`, or one of `/ \\ :`; `each` has a one in
/// each place where there is a character.
///
/// Adding sets bit 7 of what is large enough; and a character is zero after XOR with the one
/// looked for.
#[inline]
fn doubts_in_ascii(word: u64, each: u64) -> u64 {
    let at_least =
        |word: u64, c: u8| word.wrapping_add(each.wrapping_mul(0x80u64.wrapping_sub(c.into())));
    let differs = |c: u8| at_least(word ^ each.wrapping_mul(c.into()), 1);
    let allowed = at_least(word, b'"') & differs(b'/') & differs(b'\\') & differs(b':');
    !allowed & each.wrapping_mul(0x80)
}

/// The bits of the last word of a name that belong to it; none if it ends with a whole word.
#[inline]
fn rest_mask(len: usize) -> u64 {
    match len % 4 {
        0 => 0,
        1 => 0xFFFF,
        2 => 0xFFFF_FFFF,
        _ => 0xFFFF_FFFF_FFFF,
    }
}

#[cold]
fn fold_wide_word(word: u64) -> u64 {
    let mut bytes = word.to_le_bytes();
    for unit in bytes.as_chunks_mut::<2>().0 {
        *unit = fold(u16::from_le_bytes(*unit)).to_le_bytes();
    }
    u64::from_le_bytes(bytes)
}

/// The order of two words of four units.
#[inline]
fn compare_words(a: u64, b: u64) -> Ordering {
    if (a | b) & EACH.wrapping_mul(0xFF80) != 0 {
        return compare_wide_words(a, b);
    }
    // In ASCII, the first unit's low byte decides first, then the second's …
    upper_ascii(a).swap_bytes().cmp(&upper_ascii(b).swap_bytes())
}

#[cold]
fn compare_wide_words(a: u64, b: u64) -> Ordering {
    let (a, b) = (fold_wide_word(a).to_le_bytes(), fold_wide_word(b).to_le_bytes());
    let units = |bytes: &[u8; 8]| {
        let [a, b, c, d, e, f, g, h] = *bytes;
        [[a, b], [c, d], [e, f], [g, h]].map(u16::from_le_bytes)
    };
    units(&a).cmp(&units(&b))
}

/// Upper-cases ASCII in bytes or units: adding sets bit 7 of those from `a` on, and from behind
/// `z` on.
#[inline]
fn upper_ascii(word: u64) -> u64 {
    let from =
        |first: u8| word.wrapping_add(EACH_BYTE.wrapping_mul(0x80u64.wrapping_sub(first.into())));
    let lower = from(b'a') & !from(b'z' + 1) & EACH_BYTE.wrapping_mul(0x80);
    word ^ (lower >> 2)
}

/// One in each of four units.
const EACH: u64 = 0x0001_0001_0001_0001;
/// One in each of eight bytes.
const EACH_BYTE: u64 = 0x0101_0101_0101_0101;

/// Units of a usual name, and how many of them all its siblings share.
const USUAL_LEN: usize = 20;
const USUAL_SHARED: usize = 12;

/// The ends of two names of `len` units, if these are as nearly all names of siblings in
/// messages are: of twenty units, twelve of them shared, and the rest ASCII. Then the order
/// takes no loop, and nothing that a processor has to guess.
#[inline]
fn usual_ends(a: &[u8; 64], b: &[u8; 64], len: usize) -> Option<(End, End)> {
    if len != USUAL_LEN || !share_usual_start(a, b) {
        return None;
    }
    End::of(a).zip(End::of(b))
}

#[inline]
fn share_usual_start(a: &[u8; 64], b: &[u8; 64]) -> bool {
    const SHARED: usize = USUAL_SHARED * 2;
    a.first_chunk::<SHARED>() == b.first_chunk::<SHARED>()
}

/// The last eight units of a usual name, a byte each: the first four in the even bytes.
struct End(u64);

impl End {
    /// Nothing if a unit is not ASCII.
    #[inline]
    fn of(name: &[u8; 64]) -> Option<End> {
        let words = name.as_chunks::<8>().0;
        let word = |at: usize| words.get(at).copied().map(u64::from_le_bytes);
        let (low, high) = (word(USUAL_SHARED / 4)?, word(USUAL_SHARED / 4 + 1)?);
        ((low | high) & EACH.wrapping_mul(0xFF80) == 0).then_some(End(low | high << 8))
    }

    /// What orders as the upper-cased units do.
    #[inline]
    fn key(&self) -> u128 {
        let upper = upper_ascii(self.0);
        let four = |word: u64| u128::from((word & EACH.wrapping_mul(0xFF)).swap_bytes());
        four(upper) << 64 | four(upper >> 8)
    }
}

/// The units of an entry's name, if it has as many as `like` and the first `prefix_len` are the
/// same.
#[inline]
pub(crate) fn units_with_prefix<'e>(
    entry: &'e DirectoryEntry,
    like: &Name,
    prefix_len: usize,
) -> Option<&'e [[u8; 2]]> {
    let units = entry.name.as_chunks().0.get(..entry_len(entry))?;
    if units.len() != like.len() {
        return None;
    }
    // As a rule not even the case differs.
    let same = units.get(..prefix_len) == like.stored().get(..prefix_len)
        || compare_fields(&entry.name, like.as_bytes(), prefix_len).is_eq();
    same.then_some(units)
}

/// Compares the first `len` units of two name fields; what lies behind them may be junk.
pub(crate) fn compare_fields(a: &[u8; 64], b: &[u8; 64], len: usize) -> Ordering {
    if let Some((a, b)) = usual_ends(a, b, len) {
        return a.key().cmp(&b.key());
    }
    // Siblings share long prefixes: a word at a time finds the first that differs.
    let mut order = Ordering::Equal;
    each_difference(a, b, len, |a, b| {
        order = compare_words(a, b);
        order.is_ne()
    });
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::name::is_forbidden;
    use zerocopy::FromZeros;
    use zerocopy::little_endian::U16;

    fn name(text: &str) -> Name {
        text.parse().unwrap()
    }

    #[test]
    fn order_is_length_then_upper_case() {
        let sorted = ["B", "c", "_x", "aa", "AB", "__substg1.0_0037001F", "__substg1.0_0037001e-"];
        for (i, a) in sorted.iter().enumerate() {
            for (j, b) in sorted.iter().enumerate() {
                let by_rank = i.cmp(&j);
                let got = name(a).cmp(&name(b));
                // `_x` (0x5F) stands after letters.
                if a.len() == b.len() && a.starts_with('_') != b.starts_with('_') {
                    continue;
                }
                assert_eq!(got, by_rank, "{a} {b}");
            }
        }
        assert_eq!(name("é"), name("É"));
        assert_ne!(name("ß"), name("SS"));
        assert!(name("Z") < name("é") && name("aa") < name("_x"));
        // The capital of the first came to Unicode long after the order was fixed: a bug found.
        assert!(name("\u{19b}") < name("\u{9b9b}") && name("z") < name("ı"));
    }

    #[test]
    fn junk_behind_the_end_does_not_count() {
        let mut entry = DirectoryEntry::new_zeroed();
        entry.name.fill(0xEE);
        entry.name[..6].copy_from_slice(b"a\0b\0\0\0");
        entry.name_len = U16::new(6);
        assert_eq!(compare_entry(&entry, &name("AB")), Ordering::Equal);
        assert_eq!(compare_entry(&entry, &name("AC")), Ordering::Less);
        assert_eq!(Name::of_entry(&entry), name("ab"));
    }

    #[test]
    fn a_doubtful_unit_is_found_wherever_it_stands() {
        let entry = |units: &[u16]| {
            let mut entry = DirectoryEntry::new_zeroed();
            entry.name = *Name::from_units(units.iter().copied()).as_bytes();
            entry.name_len = U16::new(u16::try_from(units.len()).unwrap() * 2 + 2);
            entry
        };
        for len in [19, 20, 21] {
            let usual: Vec<u16> = "__substg1.0_00370000F".encode_utf16().take(len).collect();
            let before = entry(&usual);
            for place in 0..len {
                for unit in (1..0x180).chain([0xD800, 0xFFFF]) {
                    let mut units = usual.clone();
                    units[place] = unit;
                    let doubtful = is_forbidden(unit) || !(0x22..0x80).contains(&unit);
                    let this = entry(&units);
                    let (_, plain) = follows_plain((&before, len), (&this, len));
                    assert!(plain != doubtful, "{units:x?}");
                    assert!(is_plain(&this, len) != doubtful, "{units:x?}");
                }
            }
        }
    }

    proptest::proptest! {
        /// The definition that the fast paths must agree with, above all where names share much.
        #[test]
        fn order_is_that_of_the_units(
            shared in "[_a-z0-9.]{10,14}",
            [a, b] in proptest::array::uniform2("[0-9A-Fa-z_@\\[`{é]{5,9}"),
        ) {
            let [a, b] = [a, b].map(|end| format!("{shared}{end}"));
            let units = |text: &str| text.encode_utf16().map(fold).collect::<Vec<_>>();
            let (before, behind) = (units(&a), units(&b));
            let expected = before.len().cmp(&behind.len()).then_with(|| before.cmp(&behind));
            proptest::prop_assert_eq!(name(&a).cmp(&name(&b)), expected);
        }
    }
}
