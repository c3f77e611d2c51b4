//! The LZFu encoder: always the longest match, found in chains of places where the same two
//! bytes stand.

use super::{MAX_MATCH, MIN_MATCH, PRESET, RING};

/// Appends the items of `text` and the end mark to `out`.
pub(crate) fn encode(text: &[u8], out: &mut Vec<u8>) {
    // Two literals cost more than a match, so that this is room enough for all but noise.
    out.reserve(text.len() / 2);
    let mut window =
        Vec::with_capacity(text.len().saturating_add(PRESET.len()).saturating_add(SLACK));
    window.extend_from_slice(PRESET);
    window.extend_from_slice(text);
    let end = window.len();
    window.extend_from_slice(&[0; SLACK]);

    let mut chains = Chains::new();
    chains.insert(&window, 0..PRESET.len().min(end.saturating_sub(1)));
    let mut items = Items::new(out);
    let mut at = PRESET.len();
    while at < end {
        let left = end.saturating_sub(at);
        let next = match chains.longest(&window, at, left) {
            Some(Match { from, len }) => {
                items.reference(from, len);
                at.saturating_add(len)
            }
            None => {
                items.literal(window.get(at).copied().unwrap_or(0));
                at.saturating_add(1)
            }
        };
        // The last byte has no second byte to be found by.
        chains.insert(&window, at..next.min(end.saturating_sub(1)));
        at = next;
    }
    items.reference(end, MIN_MATCH);
}

/// Bytes after the text that comparing in one go reads.
const SLACK: usize = MAX_MATCH;

/// A place in the window where the bytes to be written stand, `len` of them.
struct Match {
    from: usize,
    len: usize,
}

/// Where in the window each pair of bytes stands: the latest place of each, and for each place
/// of the last 4096 the one before it.
///
/// Places are kept modulo 2³², and those that were never written hold 0: whatever a chain leads
/// to is compared before it is used.
struct Chains {
    latest: Vec<u32>,
    before: Vec<u32>,
}

impl Chains {
    fn new() -> Chains {
        Chains { latest: vec![0; 1 << 16], before: vec![0; RING] }
    }

    /// Adds the places of a range.
    fn insert(&mut self, window: &[u8], places: std::ops::Range<usize>) {
        for at in places {
            if let Some(pair) = window.get(at..).and_then(<[u8]>::first_chunk)
                && let Some(latest) = self.latest.get_mut(usize::from(u16::from_le_bytes(*pair)))
                && let Some(before) = self.before.get_mut(at % RING)
            {
                *before = std::mem::replace(latest, low(at));
            }
        }
    }

    /// The longest match for what stands at `at`, of `left` bytes at most; the farthest of those
    /// equally long, but the nearest of [`MAX_MATCH`] bytes, where the search ends.
    #[inline]
    fn longest(&self, window: &[u8], at: usize, left: usize) -> Option<Match> {
        let wanted: &[u8; MAX_MATCH] = window.get(at..)?.first_chunk()?;
        let [first, second, ..] = *wanted;
        let most = left.min(MAX_MATCH);
        let mut best = Match { from: 0, len: MIN_MATCH.saturating_sub(1) };
        let mut place = *self.latest.get(usize::from(u16::from_le_bytes([first, second])))?;
        let mut distance = 0;
        loop {
            // Chains lead back; where one does not, it has left what is known.
            let back = usize::try_from(low(at).wrapping_sub(place)).ok()?;
            if back <= distance || back >= RING {
                break;
            }
            distance = back;
            let from = at.checked_sub(back)?;
            let len = common(window.get(from..)?.first_chunk()?, wanted).min(most);
            if len >= best.len.max(MIN_MATCH) {
                best = Match { from, len };
                if len == MAX_MATCH {
                    break;
                }
            }
            place = *self.before.get(from % RING)?;
        }
        (best.len >= MIN_MATCH).then_some(best)
    }
}

/// How many bytes at the front are the same.
#[inline]
fn common(a: &[u8; MAX_MATCH], b: &[u8; MAX_MATCH]) -> usize {
    let [a @ .., last_a] = *a;
    let [b @ .., last_b] = *b;
    let differing = u128::from_le_bytes(a) ^ u128::from_le_bytes(b);
    let same = usize::try_from(differing.trailing_zeros() / 8).unwrap_or(0);
    if differing == 0 && last_a == last_b { MAX_MATCH } else { same }
}

#[expect(clippy::as_conversions, reason = "places are kept modulo 2^32")]
fn low(place: usize) -> u32 {
    place as u32
}

/// Writes items in groups of eight, each after its control byte.
struct Items<'o> {
    out: &'o mut Vec<u8>,
    /// Where the control byte of the group begun is.
    control: usize,
    /// The bit of the next item; 0 when the group is full.
    bit: u8,
}

impl Items<'_> {
    fn new(out: &mut Vec<u8>) -> Items<'_> {
        Items { out, control: 0, bit: 0 }
    }

    #[inline]
    fn literal(&mut self, byte: u8) {
        self.item(0);
        self.out.push(byte);
    }

    /// `place` is one in the window, `len` from 2 to 17.
    #[inline]
    fn reference(&mut self, place: usize, len: usize) {
        self.item(u8::MAX);
        let place = u16::try_from(place % RING).unwrap_or(0);
        let len = u16::try_from(len.saturating_sub(MIN_MATCH)).unwrap_or(0);
        self.out.extend_from_slice(&(place << 4 | len).to_be_bytes());
    }

    /// Begins an item whose bit is that of `flags`.
    #[inline]
    fn item(&mut self, flags: u8) {
        if self.bit == 0 {
            self.control = self.out.len();
            self.out.push(0);
            self.bit = 1;
        }
        if let Some(control) = self.out.get_mut(self.control) {
            *control |= self.bit & flags;
        }
        self.bit <<= 1;
    }
}
