//! Damage done to files: the same each time for the same seed.

use openimsg::storage::EntryKind;
use openimsg::{Budget, CompoundFile};

/// Numbers without order that begin with a seed (SplitMix64).
#[derive(Debug, Clone)]
pub struct Random(u64);

impl Random {
    /// Numbers that depend on all of `seeds`.
    #[must_use]
    pub fn new(seeds: &[u64]) -> Self {
        let mix = |state: u64, seed: &u64| Random(state ^ *seed).number();
        Random(seeds.iter().fold(0x6F70_656E_696D_7367, mix))
    }

    /// The next number.
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`; 0 if that is 0.
    pub fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end).unwrap_or(u64::MAX);
        let number = self.number().checked_rem(end).unwrap_or(0);
        usize::try_from(number).unwrap_or(0)
    }

    /// One of the items; nothing out of none.
    pub fn pick<'i, T>(&mut self, items: &'i [T]) -> Option<&'i T> {
        items.get(self.below(items.len()))
    }
}

/// A file, and the places in it where damage does most: header, tables, directory, and the
/// streams that say what the others mean.
#[derive(Debug)]
pub struct Original<'b> {
    bytes: &'b [u8],
    /// Beginning and length.
    places: Vec<(usize, usize)>,
}

/// Fields of lengths, counts and positions are set to these, or to one that is nearly right.
const EXTREMES: [u32; 12] = [
    0,
    1,
    2,
    0x7F,
    0xFFFF,
    0x0001_0000,
    0x7FFF_FFFF,
    0x8000_0000,
    0xFFFF_FFFA,
    0xFFFF_FFFC,
    0xFFFF_FFFE,
    0xFFFF_FFFF,
];

impl<'b> Original<'b> {
    /// Looks for the places of a file.
    #[must_use]
    pub fn new(bytes: &'b [u8]) -> Self {
        let mut places = vec![(0, 80), (76, 436), (0, bytes.len())];
        let sector_shift = bytes.get(30).copied().unwrap_or(9).min(16);
        let sector_len = 1_usize.checked_shl(sector_shift.into()).unwrap_or(512);
        // First sectors of the directory, the FAT and the mini FAT.
        for field in [0x30, 0x4C, 0x3C] {
            let number = bytes.get(field..).and_then(<[u8]>::first_chunk).copied();
            let number = number.map_or(0, u32::from_le_bytes);
            let sector = usize::try_from(number).unwrap_or(0).saturating_add(1);
            places.push((sector.saturating_mul(sector_len), sector_len));
        }
        if let Ok(file) = CompoundFile::open(bytes, &Budget::default()) {
            for id in file.entries().filter(|id| file.kind(*id) == Some(EntryKind::Stream)) {
                let name = file.name(id).map(|name| name.to_string()).unwrap_or_default();
                let tells = ["__properties", "__substg1.0_000", "__substg1.0_10090102"];
                if tells.iter().any(|prefix| name.starts_with(prefix))
                    && let Ok(content) = file.content(id)
                {
                    // Only what lies in the file as it is can be found there.
                    let at = content.as_ptr().addr().wrapping_sub(bytes.as_ptr().addr());
                    places.push((at, content.len()));
                }
            }
        }
        places.retain(|(at, len)| *len > 0 && *at < bytes.len());
        Original { bytes, places }
    }

    /// The file with some damage; pieces of `other` may come in.
    #[must_use]
    pub fn damaged(&self, other: &[u8], random: &mut Random) -> Vec<u8> {
        let mut bytes = self.bytes.to_vec();
        for _ in 0..=random.below(4) {
            self.damage(&mut bytes, other, random);
        }
        bytes
    }

    fn damage(&self, bytes: &mut Vec<u8>, other: &[u8], random: &mut Random) {
        let place = random.pick(&self.places).copied().unwrap_or_default();
        let at = place.0.saturating_add(random.below(place.1));
        match random.below(10) {
            0..=2 => {
                for _ in 0..=random.below(8) {
                    let at = place.0.saturating_add(random.below(place.1));
                    let bit = 1_u8.rotate_left(u32::try_from(random.below(8)).unwrap_or(0));
                    bytes.get_mut(at).into_iter().for_each(|byte| *byte ^= bit);
                }
            }
            3..=5 => {
                let near = u32::try_from(bytes.len())
                    .unwrap_or(u32::MAX)
                    .wrapping_shr(u32::try_from(random.below(10)).unwrap_or(0));
                let value = match random.below(4) {
                    0 => near.wrapping_add(u32::try_from(random.below(5)).unwrap_or(0)),
                    _ => random.pick(&EXTREMES).copied().unwrap_or(0),
                };
                let width = random.pick(&[4, 4, 4, 2, 1, 8]).copied().unwrap_or(4);
                let value = value.to_le_bytes();
                let field = value.iter().chain(&[0; 4]).take(width);
                overwrite(bytes, at & !3, field.copied());
            }
            6 => bytes.truncate(random.below(bytes.len())),
            7 => {
                let len = random.below(2048).min(other.len());
                let from = random.below(other.len().saturating_sub(len));
                overwrite(bytes, at, other.iter().skip(from).take(len).copied());
            }
            8 => {
                // A piece of the file itself: structures where others belong.
                let sector = 1_usize << 7;
                let from = random.below(self.bytes.len()) & !127;
                let piece = self.bytes.iter().skip(from).take(sector << random.below(3));
                overwrite(bytes, at & !127, piece.copied());
            }
            _ => {
                let fill = random.pick(&[0, 0xFF, 0xFE]).copied().unwrap_or(0);
                overwrite(bytes, at, std::iter::repeat_n(fill, random.below(600)));
            }
        }
    }
}

/// Puts `new` over what is at a place, as far as that goes.
fn overwrite(bytes: &mut [u8], at: usize, new: impl Iterator<Item = u8>) {
    let old = bytes.iter_mut().skip(at);
    old.zip(new).for_each(|(old, new)| *old = new);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples;

    #[test]
    fn damage_is_the_same_each_time_and_rarely_none() {
        let bytes = samples::message(3, 4000, 5000).unwrap();
        let original = Original::new(&bytes);
        assert!(original.places.len() > 8, "{:?}", original.places);
        let damaged = |case| original.damaged(&[7; 5000], &mut Random::new(&[1, case]));
        let changed = (0..1000).filter(|case| damaged(*case) != bytes).count();
        assert!(changed > 950, "{changed}");
        assert!((0..100).all(|case| damaged(case) == damaged(case)));
        assert!((0..100).any(|case| damaged(case) != damaged(100)));
    }

    #[test]
    fn nothing_can_be_damaged_too() {
        for case in 0..100 {
            let _ = Original::new(&[]).damaged(&[], &mut Random::new(&[case]));
        }
        assert_eq!(Random::new(&[1]).below(0), 0);
        assert_eq!(Random::new(&[1]).pick::<u8>(&[]), None);
    }
}
