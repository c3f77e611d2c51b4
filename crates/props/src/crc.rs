//! The checksum of [MS-OXRTFCP] 2.1.3.2, with which names are put into buckets.

/// CRC-32 of polynomial 0xEDB88320, which starts at 0 and is not inverted at the end.
pub(crate) fn crc32(bytes: impl IntoIterator<Item = u8>) -> u32 {
    bytes.into_iter().fold(0, |crc: u32, byte| {
        let [low, ..] = crc.to_le_bytes();
        let entry = TABLE.get(usize::from(low ^ byte)).copied().unwrap_or(0);
        (crc >> 8) ^ entry
    })
}

static TABLE: [u32; 256] = table();

#[expect(clippy::indexing_slicing, reason = "the index counts up to the array's length")]
#[expect(clippy::arithmetic_side_effects, reason = "counters stay below 256")]
const fn table() -> [u32; 256] {
    let mut table = [0; 256];
    let (mut byte, mut i) = (0, 0);
    while i < table.len() {
        let mut crc: u32 = byte;
        let mut bit = 0;
        while bit < 8 {
            crc = if crc & 1 == 0 { crc >> 1 } else { (crc >> 1) ^ 0xEDB8_8320 };
            bit += 1;
        }
        table[i] = crc;
        byte += 1;
        i += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vector_of_the_compressed_rtf_preset() {
        let preset =
            b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \
            \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\
            \\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";
        assert_eq!(preset.len(), 207);
        assert_eq!(crc32(*preset), 0x06F4_4644);
    }
}
