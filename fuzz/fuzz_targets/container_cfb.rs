//! Compound files, beside `cfb`.
#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| openimsg_fuzz::container_cfb(data));
