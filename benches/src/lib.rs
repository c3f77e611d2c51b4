//! What benchmarks and peer comparisons share: inputs, a checksum, interleaved measuring.

pub mod corpus;
pub mod folder;
pub mod measure;
pub mod mutation;
pub mod samples;
pub mod shapes;
pub mod sides;
pub mod work;
pub mod writing;

/// A sum over all bytes, fast enough not to hide what is measured: words of 64 bits, eight lanes
/// of them in long streams.
#[must_use]
pub fn checksum(bytes: &[u8]) -> u64 {
    let mut lanes = [0u64; 8];
    let (blocks, rest) = bytes.as_chunks::<64>();
    for block in blocks {
        for (lane, word) in lanes.iter_mut().zip(block.as_chunks::<8>().0) {
            *lane = lane.wrapping_add(u64::from_le_bytes(*word));
        }
    }
    let (words, rest) = rest.as_chunks::<8>();
    let sum = words.iter().fold(0u64, |sum, word| sum.wrapping_add(u64::from_le_bytes(*word)));
    let sum = rest.iter().fold(sum, |sum, byte| sum.wrapping_add(u64::from(*byte)));
    lanes.into_iter().fold(sum, u64::wrapping_add)
}
