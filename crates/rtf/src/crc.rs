//! The checksum of compressed contents.

/// The checksum of `bytes` ([MS-OXRTFCP] 2.1.3.2): the reflected CRC-32 of polynomial 0xEDB88320
/// that starts at 0 and is not inverted at the end.
///
/// ```
/// assert_eq!(openimsg_rtf::crc(b"123456789"), 0x2DFD_2D88);
/// ```
#[must_use]
pub fn crc(bytes: &[u8]) -> u32 {
    let (chunks, rest) = bytes.as_chunks::<LANES>();
    let crc = chunks.iter().fold(0, |crc, chunk| {
        let mut chunk = *chunk;
        for (byte, folded) in chunk.iter_mut().zip(u32::to_le_bytes(crc)) {
            *byte ^= folded;
        }
        // Each byte's share of the result is looked up on its own, so that no look-up waits for
        // another ("slicing by eight").
        chunk
            .iter()
            .zip(TABLES.iter().rev())
            .fold(0, |crc, (byte, table)| crc ^ look_up(table, *byte))
    });
    let [table, ..] = &TABLES;
    rest.iter().fold(crc, |crc, byte| {
        let [low, ..] = crc.to_le_bytes();
        crc >> 8 ^ look_up(table, low ^ byte)
    })
}

const LANES: usize = 16;
const POLYNOMIAL: u32 = 0xEDB8_8320;

/// `TABLES[n][b]` is the checksum of the byte `b` followed by `n` zeros.
static TABLES: [[u32; 256]; LANES] = tables();

#[inline]
#[expect(clippy::indexing_slicing, reason = "a byte is below 256")]
fn look_up(table: &[u32; 256], byte: u8) -> u32 {
    table[usize::from(byte)]
}

#[expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "evaluated at compile time, where a fault is a compile error"
)]
const fn tables() -> [[u32; 256]; LANES] {
    let mut tables = [[0; 256]; LANES];
    let mut byte = 0;
    while byte < 256 {
        let mut crc = byte as u32;
        let mut bit = 0;
        while bit < 8 {
            crc = if crc & 1 == 0 { crc >> 1 } else { crc >> 1 ^ POLYNOMIAL };
            bit += 1;
        }
        tables[0][byte] = crc;
        byte += 1;
    }
    let mut lane = 1;
    while lane < LANES {
        let mut byte = 0;
        while byte < 256 {
            let crc = tables[lane - 1][byte];
            tables[lane][byte] = crc >> 8 ^ tables[0][(crc & 0xFF) as usize];
            byte += 1;
        }
        lane += 1;
    }
    tables
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lzfu::PRESET;

    #[test]
    fn known_values() {
        assert_eq!(crc(PRESET), 0x06F4_4644);
        assert_eq!(crc(b""), 0);
    }

    #[test]
    fn any_length_is_as_byte_by_byte() {
        for len in 0..PRESET.len() {
            let by_bytes = PRESET[..len].iter().fold(0, |mut crc: u32, byte| {
                crc ^= u32::from(*byte);
                for _ in 0..8 {
                    crc = if crc & 1 == 0 { crc >> 1 } else { crc >> 1 ^ POLYNOMIAL };
                }
                crc
            });
            assert_eq!(crc(&PRESET[..len]), by_bytes, "{len}");
        }
    }
}
