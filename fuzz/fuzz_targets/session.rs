//! The life of sessions and of what is open in them.
#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| openimsg_fuzz::session(data));
