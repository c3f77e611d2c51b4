//! Following the chains of streams, once, into runs of bytes.

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
        if number >= sector::MAX_REGULAR {
            return None;
        }
        let index = usize::try_from(number).ok();
        // A sector that the FAT does not cover counts as free: nothing follows it.
        self.next = index.and_then(|i| self.fat.get(i)).copied().unwrap_or(sector::FREE);
        Some(number)
    }
}

/// A kind of sector that streams are made of: those of the file, or mini sectors.
pub(super) struct Space<'t> {
    /// What follows each sector.
    pub(super) fat: &'t [u32],
    pub(super) claims: &'t mut Claims,
    pub(super) place: Place<'t>,
    /// log₂ of the size of a sector.
    pub(super) shift: u32,
    /// Sectors that exist.
    pub(super) sectors: u32,
}

/// Where a sector is in the file, in units of 64 bytes.
pub(super) enum Place<'t> {
    /// A sector of the file, of so many units (log₂).
    Sector { unit_shift: u32 },
    /// A mini sector: the mini stream is in one piece that starts here.
    Mini { start: u32 },
    /// A mini sector: the sectors of the mini stream, of so many units (log₂).
    ScatteredMini { sectors: &'t [u32], unit_shift: u32 },
}

impl Place<'_> {
    #[inline]
    fn of(&self, number: u32) -> Option<u32> {
        match self {
            // The file's length was checked to fit.
            Place::Sector { unit_shift } => number.wrapping_add(1).checked_shl(*unit_shift),
            Place::Mini { start } => start.checked_add(number),
            Place::ScatteredMini { sectors, unit_shift } => {
                let index = usize::try_from(number.checked_shr(*unit_shift)?).ok()?;
                let within = number & !u32::MAX.checked_shl(*unit_shift)?;
                let start = sectors.get(index)?.wrapping_add(1).checked_shl(*unit_shift)?;
                start.checked_add(within)
            }
        }
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

impl Space<'_> {
    /// Follows a chain for `size` bytes and appends its pieces to `extents` if there are
    /// several. `crowded` says that the streams together are larger than the file, so that one
    /// which runs into another must be lying.
    pub(super) fn resolve(
        &mut self,
        first: u32,
        size: u64,
        crowded: bool,
        extents: &mut Vec<Extent>,
    ) -> Resolved {
        let from = extents.len();
        let unit_len = 1u32 << self.shift.saturating_sub(super::UNIT_SHIFT);
        let mut chain = FatChain::new(self.fat, first);
        let mut current = Extent { start: 0, len: 0 };
        let mut left = size.div_ceil(1 << self.shift);
        let mut shared = None;
        let mut detector = LoopDetector::default();
        let mut problem = None;
        while left > 0 {
            let Some(number) = chain.next() else { break };
            let place = if number < self.sectors { self.place.of(number) } else { None };
            let Some(start) = place else {
                problem = Some(ChainProblem::OutOfRange);
                break;
            };
            if !self.claims.claim(number) {
                let own = |extent: &Extent| start.wrapping_sub(extent.start) < extent.len;
                let met_before = shared.is_some();
                if !met_before
                    && (own(&current) || extents.get(from..).is_some_and(|e| e.iter().any(own)))
                    || met_before && detector.is_loop(number)
                {
                    problem = Some(ChainProblem::Loop);
                    break;
                }
                shared.get_or_insert(number);
                if crowded {
                    problem = Some(ChainProblem::Shared);
                    break;
                }
            }
            if start == current.start.wrapping_add(current.len) {
                current.len = current.len.wrapping_add(unit_len);
            } else {
                if current.len > 0 {
                    extents.push(current);
                }
                current = Extent { start, len: unit_len };
            }
            left = left.wrapping_sub(1);
        }
        let longer = left == 0 && problem.is_none() && chain.end() < sector::MAX_REGULAR;
        let missing = left << self.shift;
        let size = if left == 0 {
            size
        } else {
            size.next_multiple_of(1 << self.shift).saturating_sub(missing)
        };
        let mut resolved = Resolved { first: 0, count: 0, size, longer, shared, problem };
        if problem.is_some() {
            extents.truncate(from);
        } else if extents.len() > from {
            extents.push(current);
            resolved.first = u32::try_from(from).unwrap_or(u32::MAX);
            resolved.count = u32::try_from(extents.len().saturating_sub(from)).unwrap_or(u32::MAX);
        } else if current.len > 0 {
            resolved.first = current.start;
            resolved.count = 1;
        }
        resolved
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
