//! The work of [`crate::ours`] as others do it.

use std::hint::black_box;
use std::io::{Cursor, Read};
use std::panic::catch_unwind;

use crate::ours::checksum;

/// As [`crate::ours::streams`], with `cfb`.
#[must_use]
pub fn streams_with_cfb(bytes: &[u8]) -> Option<u64> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).ok()?;
    let entries = file.walk().filter(cfb::Entry::is_stream);
    let streams: Vec<_> = entries.map(|entry| entry.path().to_path_buf()).collect();
    let (mut sum, mut content) = (0u64, Vec::new());
    for path in streams {
        content.clear();
        file.open_stream(path).ok()?.read_to_end(&mut content).ok()?;
        sum = sum.wrapping_add(checksum(&content));
    }
    Some(sum)
}

/// Everything that `msg_parser` reads: it reads it when it opens.
#[must_use]
pub fn with_msg_parser(bytes: &[u8]) -> Option<u64> {
    let parsed = catch_unwind(|| msg_parser::Outlook::from_slice(bytes)).ok()?.ok()?;
    let parsed = black_box(parsed);
    u64::try_from(parsed.attachments.len()).ok()
}

/// As [`crate::ours::decompress`], with `compressed-rtf`.
#[must_use]
pub fn decompress_with_compressed_rtf(bytes: &[u8]) -> Option<u64> {
    let rtf = catch_unwind(|| compressed_rtf::decompress_rtf(bytes)).ok()?.ok()?;
    u64::try_from(black_box(rtf).len()).ok()
}
