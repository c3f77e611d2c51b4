//! Headers, addresses, and names of files.
#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| openimsg_fuzz::texts(data));
