//! What is fuzzed: a function for each target, from any bytes to nothing or a panic.
//!
//! The targets in `fuzz_targets` hand these functions to libFuzzer; [`TARGETS`] hands them to the
//! test `xtask/tests/fuzzed.rs`, which replays every file that fuzzing has found. A new target
//! takes a function here and its line in the table, a file of three lines in `fuzz_targets`, an
//! entry in `Cargo.toml`, and the folders `corpus/NAME` and `artifacts/NAME`.
#![forbid(unsafe_code)]

use openimsg_base::CodePage;

/// Each target by its name.
pub const TARGETS: &[(&str, fn(&[u8]))] = &[("codepage", codepage)];

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
