//! The map of named properties.
#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| openimsg_fuzz::named(data));
