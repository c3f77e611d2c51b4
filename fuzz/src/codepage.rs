//! Code pages.

use openimsg_base::CodePage;

/// Decodes bytes in a code page that they choose themselves, strictly and not.
pub fn codepage(data: &[u8]) {
    let Some(([low, high], text)) = data.split_first_chunk() else { return };
    let page = CodePage(u32::from(u16::from_le_bytes([*low, *high])));
    let strict = page.decode_strict(text);
    match page.decode(text) {
        Ok(decoded) => {
            assert_eq!(strict.is_none(), decoded.lossy, "page {page}");
            if let Some(strict) = strict {
                assert_eq!(strict, decoded.text, "page {page}");
            }
        }
        Err(_) => assert!(!page.is_supported() && strict.is_none(), "page {page}"),
    }
}
