//! Compressed RTF.

use openimsg_base::{Budget, Limit, Limits};
use openimsg_rtf::{decompress, decompress_into};

/// Decompresses, into an empty and into a used buffer, and with too small a budget.
pub fn rtf(data: &[u8]) {
    let budget = Budget::default();
    let decompressed = decompress(data, &budget);
    let mut text = b"from before".to_vec();
    let defects = decompress_into(data, &Budget::default(), &mut text);
    let Ok(decompressed) = decompressed else {
        assert_eq!(decompressed, defects.map(|_| Default::default()));
        assert!(text.is_empty());
        assert_eq!(budget.used(Limit::DecodedBytes), 0);
        return;
    };
    assert!(decompressed.rtf.len() <= 8 * data.len() + 207);
    assert_eq!(budget.used(Limit::DecodedBytes), decompressed.rtf.len() as u64);
    assert!(decompressed.rtf == text);
    assert_eq!(Ok(decompressed.defects), defects);

    if let Some(too_few) = (text.len() as u64).checked_sub(1) {
        let limits = Limits { decoded_bytes: too_few, ..Limits::default() };
        let budget = Budget::new(limits, None);
        assert!(decompress(data, &budget).is_err());
        assert_eq!(budget.used(Limit::DecodedBytes), 0);
    }
}
