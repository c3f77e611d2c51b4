//! Following the chains of streams, once, into runs of bytes.

use std::ops::Range;

use super::Extent;
use crate::ChainProblem;
use crate::raw::sector;

/// One bit a sector: used by something, or not yet.
pub(super) struct Claims {
    bits: Vec<u64>,
}

impl Claims {
    pub(super) fn new(sectors: u32) -> Self {
        let words = usize::try_from(sectors.div_ceil(64)).unwrap_or(0);
        Claims { bits: vec![0; words] }
    }

    /// Takes a sector; false if it was taken, or does not exist.
    #[inline]
    pub(super) fn claim(&mut self, number: u32) -> bool {
        let word = usize::try_from(number >> 6).ok().and_then(|index| self.bits.get_mut(index));
        let bit = 1u64 << (number & 63);
        match word {
            Some(word) if *word & bit == 0 => {
                *word |= bit;
                true
            }
            _ => false,
        }
    }

    /// Takes the sectors of a run, or none if one of them was taken or does not exist.
    #[inline]
    pub(super) fn claim_run(&mut self, Range { start: first, end }: Range<u32>) -> bool {
        let Some(last) = end.checked_sub(1).filter(|last| *last >= first) else {
            return false;
        };
        let (low, high) = (first >> 6, last >> 6);
        if low == high {
            let mask = u64::MAX << (first & 63) & u64::MAX >> (!last & 63);
            let word = usize::try_from(low).ok().and_then(|index| self.bits.get_mut(index));
            return match word {
                Some(word) if *word & mask == 0 => {
                    *word |= mask;
                    true
                }
                _ => false,
            };
        }
        let mask = |word: u32| {
            let from = if word == low { u64::MAX << (first & 63) } else { u64::MAX };
            let to = if word == high { u64::MAX >> (!last & 63) } else { u64::MAX };
            from & to
        };
        let range = usize::try_from(low).ok().zip(usize::try_from(high).ok());
        let Some(words) = range.and_then(|(low, high)| self.bits.get_mut(low..=high)) else {
            return false;
        };
        let taken = (low..).zip(&*words).any(|(number, word)| *word & mask(number) != 0);
        if !taken {
            (low..).zip(words).for_each(|(number, word)| *word |= mask(number));
        }
        !taken
    }
}

/// The sectors of a chain in a FAT, until a number that is no sector.
pub(super) struct FatChain<'f> {
    fat: &'f [u32],
    next: u32,
}

impl<'f> FatChain<'f> {
    pub(super) fn new(fat: &'f [u32], first: u32) -> Self {
        FatChain { fat, next: first }
    }

    /// The number that the chain would go on with; at its end, how it ended.
    pub(super) fn end(&self) -> u32 {
        self.next
    }
}

impl Iterator for FatChain<'_> {
    type Item = u32;

    #[inline]
    fn next(&mut self) -> Option<u32> {
        let number = self.next;
        if number > sector::MAX_REGULAR {
            return None;
        }
        let index = usize::try_from(number).ok();
        // A sector that the FAT does not cover counts as free: nothing follows it.
        self.next = index.and_then(|i| self.fat.get(i)).copied().unwrap_or(sector::FREE);
        Some(number)
    }
}

/// A kind of sector that streams are made of: those of the file, or mini sectors.
pub(super) struct Space<'t, P> {
    /// What follows each sector.
    pub(super) fat: &'t [u32],
    /// Which of them something was found to use.
    pub(super) claims: Claims,
    pub(super) place: P,
    /// Sectors that exist.
    pub(super) sectors: u32,
}

/// Where a kind of sector is in the file, in units of 64 bytes.
pub(super) trait Place {
    /// log₂ of the size of a sector.
    fn shift(&self) -> u32;

    /// Where sector `number` is, and how many sectors from it on lie behind one another.
    fn of(&self, number: u32) -> Option<(u32, u32)>;
}

/// The sectors of the file.
pub(super) struct Sectors {
    /// log₂ of the size of one.
    pub(super) shift: u32,
}

impl Place for Sectors {
    #[inline]
    fn shift(&self) -> u32 {
        self.shift
    }

    #[inline]
    fn of(&self, number: u32) -> Option<(u32, u32)> {
        // The file's length was checked to fit.
        let units = self.shift.wrapping_sub(super::UNIT_SHIFT);
        Some((number.wrapping_add(1).checked_shl(units)?, u32::MAX))
    }
}

/// The mini sectors: a unit each.
pub(super) struct MiniSectors {
    /// For each sector of the mini stream, in its order.
    pub(super) pieces: Vec<MiniPiece>,
    /// log₂ of the mini sectors in each of them.
    pub(super) unit_shift: u32,
}

/// What lies in one piece from a sector of the mini stream on, in units.
#[derive(Clone, Copy)]
pub(super) struct MiniPiece {
    pub(super) start: u32,
    pub(super) len: u32,
}

impl Place for MiniSectors {
    #[inline]
    fn shift(&self) -> u32 {
        super::UNIT_SHIFT
    }

    #[inline]
    fn of(&self, number: u32) -> Option<(u32, u32)> {
        let piece = self.pieces.get(usize::try_from(number.checked_shr(self.unit_shift)?).ok()?)?;
        let within = number & !u32::MAX.checked_shl(self.unit_shift)?;
        Some((piece.start.checked_add(within)?, piece.len.checked_sub(within)?))
    }
}

/// How a stream's chain turned out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Resolved {
    /// The only piece, or the first in `extents`.
    pub(super) first: u32,
    /// Number of pieces.
    pub(super) count: u32,
    /// Bytes the chain gives; less than asked where it ends early.
    pub(super) size: u64,
    /// The chain goes on after the size.
    pub(super) longer: bool,
    /// A sector that something else uses too.
    pub(super) shared: Option<u32>,
    pub(super) problem: Option<ChainProblem>,
}

impl<P: Place> Space<'_, P> {
    /// Where a stream begins whose chain is sound, exactly as long as its size, in one piece
    /// and nobody else's; else nothing, and [`Space::resolve`] finds out.
    #[inline]
    pub(super) fn resolve_in_one_piece(&mut self, first: u32, size: u64) -> Option<u32> {
        let behind_first = u32::try_from(size.wrapping_sub(1) >> self.place.shift()).ok()?;
        let last = first.checked_add(behind_first)?;
        let (from, to) = (usize::try_from(first).ok()?, usize::try_from(last).ok()?);
        let links = self.fat.get(from..)?;
        let astray = match links.first_chunk() {
            Some(links) if to.wrapping_sub(from) < FEW => {
                few_astray(first, to.wrapping_sub(from), links)
            }
            _ => many_astray(first, self.fat.get(from..=to)?),
        };
        let (place, neighbours) = self.place.of(first)?;
        let sound = !astray && last < self.sectors && behind_first < neighbours;
        (sound && self.claims.claim_run(first..last.wrapping_add(1))).then_some(place)
    }

    /// Follows a chain for `size` bytes and appends its pieces to `extents` if there are
    /// several. `crowded` says that the streams together are larger than the file, so that one
    /// which runs into another must be lying; then no sector is looked at before it is known to
    /// be free, so that no chain is followed twice.
    pub(super) fn resolve(
        &mut self,
        first: u32,
        size: u64,
        crowded: bool,
        extents: &mut Vec<Extent>,
    ) -> Resolved {
        let mut pieces = Pieces { from: extents.len(), current: Piece::default(), at: 0, extents };
        let wanted = size.div_ceil(1 << self.place.shift());
        let mut left = wanted;
        let mut number = first;
        let mut shared = None;
        let mut problem = None;
        let mut detector = LoopDetector::default();
        // Set where a run met a sector already taken: then each sector is looked at by itself.
        let mut one_by_one = crowded;
        while left > 0 && number <= sector::MAX_REGULAR {
            if number >= self.sectors {
                problem = Some(ChainProblem::OutOfRange);
                break;
            }
            let Some((start, neighbours)) = self.place.of(number) else {
                problem = Some(ChainProblem::OutOfRange);
                break;
            };
            // A run of sectors at once, as long as none of them was seen before.
            let most = neighbours.min(self.sectors.saturating_sub(number));
            let mut run = if one_by_one { 1 } else { self.run(number, most, left) };
            if !self.claims.claim_run(number..number.saturating_add(run)) {
                (run, one_by_one) = (1, true);
                if !self.claims.claim(number) {
                    let first_time = shared.is_none();
                    if first_time && pieces.hold(start) || !first_time && detector.is_loop(number) {
                        problem = Some(ChainProblem::Loop);
                        break;
                    }
                    shared = shared.or(Some(number));
                }
            }
            if crowded && shared.is_some() {
                problem = Some(ChainProblem::Shared);
                break;
            }
            pieces.add(start, run << self.place.shift().saturating_sub(super::UNIT_SHIFT));
            left = left.saturating_sub(u64::from(run));
            number = self.next(number.wrapping_add(run).wrapping_sub(1));
        }
        let longer = left == 0 && problem.is_none() && number <= sector::MAX_REGULAR;
        let size = if left == 0 { size } else { wanted.saturating_sub(left) << self.place.shift() };
        let (first, count) = if problem.is_some() { pieces.discard() } else { pieces.finish() };
        Resolved { first, count, size, longer, shared, problem }
    }

    /// How many sectors from `number` on the chain takes one after the other, at most `most`
    /// and `left`.
    #[inline]
    fn run(&self, number: u32, most: u32, left: u64) -> u32 {
        let most = u32::try_from(left).unwrap_or(u32::MAX).min(most);
        let from = usize::try_from(number).unwrap_or(usize::MAX);
        let to = from.saturating_add(usize::try_from(most.saturating_sub(1)).unwrap_or(0));
        let links = self.fat.get(from..to.min(self.fat.len())).unwrap_or_default();
        u32::try_from(straight_links(number, links)).unwrap_or(0).saturating_add(1)
    }

    /// A sector that the FAT does not cover counts as free: nothing follows it.
    #[inline]
    fn next(&self, number: u32) -> u32 {
        let index = usize::try_from(number).ok();
        index.and_then(|i| self.fat.get(i)).copied().unwrap_or(sector::FREE)
    }
}

/// Links that are looked at together: more than most short streams have sectors.
const FEW: usize = 8;

/// Whether the links of a sector and of those behind it are not what one piece has. However
/// many they are, nothing needs to be guessed: lengths of streams follow no pattern.
#[inline]
fn few_astray(first: u32, behind_first: usize, links: &[u32; FEW]) -> bool {
    // As many links as come before the end matter: a window over those that do and that do not.
    const MATTERS: [u32; FEW * 2] =
        [MAX, MAX, MAX, MAX, MAX, MAX, MAX, MAX, 0, 0, 0, 0, 0, 0, 0, 0];
    const MAX: u32 = u32::MAX;
    let window = MATTERS.get(FEW.wrapping_sub(behind_first)..).and_then(<[u32]>::first_chunk);
    let matters: &[u32; FEW] = window.unwrap_or(&[MAX; FEW]);
    let mut next = first;
    let mut astray = links.get(behind_first).map_or(MAX, |end| end ^ sector::END_OF_CHAIN);
    for (link, matters) in links.iter().zip(matters) {
        next = next.wrapping_add(1);
        astray |= (link ^ next) & matters;
    }
    astray != 0
}

/// As [`few_astray`], of any number of links.
#[inline]
fn many_astray(first: u32, links: &[u32]) -> bool {
    let Some((end, links)) = links.split_last() else {
        return true;
    };
    let (mut next, mut astray) = (first, end ^ sector::END_OF_CHAIN);
    for link in links {
        next = next.wrapping_add(1);
        astray |= link ^ next;
    }
    astray != 0
}

/// How many of the links, the first of which is that of sector `number`, lead to the next
/// sector one after another.
#[inline]
fn straight_links(number: u32, links: &[u32]) -> usize {
    let mut next = number;
    links
        .iter()
        .take_while(|link| {
            next = next.wrapping_add(1);
            **link == next
        })
        .count()
}

/// The pieces of one stream, collected at the end of the list for all.
struct Pieces<'e> {
    extents: &'e mut Vec<Extent>,
    from: usize,
    current: Piece,
    /// Where `current` begins in the stream.
    at: u32,
}

#[derive(Clone, Copy, Default)]
struct Piece {
    start: u32,
    len: u32,
}

impl Pieces<'_> {
    fn add(&mut self, start: u32, len: u32) {
        if start == self.current.start.wrapping_add(self.current.len) {
            self.current.len = self.current.len.wrapping_add(len);
        } else {
            if self.current.len > 0 {
                self.push();
            }
            self.current = Piece { start, len };
        }
    }

    fn push(&mut self) {
        // A stream is not longer than the file, whose length in units was checked to fit.
        self.at = self.at.wrapping_add(self.current.len);
        self.extents.push(Extent { start: self.current.start, end: self.at });
    }

    fn hold(&self, place: u32) -> bool {
        let mut at = 0;
        let kept = self.extents.get(self.from..).unwrap_or_default();
        place.wrapping_sub(self.current.start) < self.current.len
            || kept.iter().any(|extent| {
                let len = extent.end.wrapping_sub(std::mem::replace(&mut at, extent.end));
                place.wrapping_sub(extent.start) < len
            })
    }

    /// The only piece or the first in the list, and how many there are.
    fn finish(mut self) -> (u32, u32) {
        if self.extents.len() == self.from {
            return (self.current.start, u32::from(self.current.len > 0));
        }
        self.push();
        let count = self.extents.len().saturating_sub(self.from);
        (u32::try_from(self.from).unwrap_or(u32::MAX), u32::try_from(count).unwrap_or(u32::MAX))
    }

    fn discard(self) -> (u32, u32) {
        self.extents.truncate(self.from);
        (0, 0)
    }
}

/// Brent's: remembers a sector and moves on to another after 1, 2, 4, 8 … steps, so that a loop
/// is found within three times its length, with no memory.
#[derive(Default)]
struct LoopDetector {
    remembered: Option<u32>,
    steps: u32,
    until: u32,
}

impl LoopDetector {
    fn is_loop(&mut self, number: u32) -> bool {
        if self.remembered == Some(number) {
            return true;
        }
        self.steps = self.steps.saturating_add(1);
        if self.steps >= self.until {
            self.remembered = Some(number);
            self.steps = 0;
            self.until = self.until.saturating_mul(2).max(1);
        }
        false
    }
}
