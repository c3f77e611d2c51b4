//! What benchmarks and peer comparisons share: inputs, a checksum, interleaved measuring.

pub mod corpus;
pub mod folder;
pub mod measure;
pub mod mutation;
pub mod samples;
pub mod sides;
pub mod work;
pub mod writing;

/// A sum over all bytes, fast enough not to hide what is measured: eight lanes of 64 bits.
#[must_use]
pub fn checksum(bytes: &[u8]) -> u64 {
    let mut lanes = [0u64; 8];
    let (blocks, rest) = bytes.as_chunks::<64>();
    for block in blocks {
        for (lane, word) in lanes.iter_mut().zip(block.as_chunks::<8>().0) {
            *lane = lane.wrapping_add(u64::from_le_bytes(*word));
        }
    }
    let rest = rest.iter().fold(0u64, |sum, byte| sum.wrapping_add(u64::from(*byte)));
    lanes.into_iter().fold(rest, u64::wrapping_add)
}
