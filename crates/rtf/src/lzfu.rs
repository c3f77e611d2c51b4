//! The LZFu algorithm ([MS-OXRTFCP] 2.1.2, 2.1.3.1): LZ77 over a ring of 4096 bytes that is
//! preset with common RTF words.
//!
//! Position `p` of the ring holds the last byte of "preset, then text" whose index is `p` modulo
//! 4096. So no ring is kept: a reference is a distance back from the end of that sequence.

mod decode;
mod encode;

pub(crate) use decode::{Decoder, Next, SLACK, max_text};
pub(crate) use encode::encode;

/// What stands before the text ([MS-OXRTFCP] 2.1.2.1).
pub(crate) const PRESET: &[u8; 207] = b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}\
    {\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New \
    RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";

/// Size of the ring; the longest distance is one less.
const RING: usize = 4096;

/// The shortest match, for which a length nibble of 0 stands.
const MIN_MATCH: usize = 2;

/// The longest match: a length nibble of 15 stands for 17.
const MAX_MATCH: usize = 17;
