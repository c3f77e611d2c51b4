//! Edits saved to a disk that fails.
#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| openimsg_fuzz::saving(data));
