//! Whole files, edited in a session.
#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| openimsg_fuzz::editing(data));
