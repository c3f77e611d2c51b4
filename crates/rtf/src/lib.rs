//! Compressed RTF, the form in which Outlook stores rich text bodies ([MS-OXRTFCP]).
//!
//! [`decompress`] takes the bytes of `PidTagRtfCompressed` (0x1009) and gives the RTF text:
//!
//! ```
//! use openimsg_base::Budget;
//! let compressed = b"\x1A\0\0\0\x1C\0\0\0LZFu\xE2\xD4\x4B\x51\x41\0\x04\x20WXYZ\x0D\x6E\x7D\x01\x0E\xB0";
//! let decompressed = openimsg_rtf::decompress(compressed, &Budget::default()).unwrap();
//! assert_eq!(decompressed.rtf, b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}");
//! assert!(decompressed.defects.is_empty());
//! ```
//!
//! RTF is bytes, not text: what is not ASCII in it is in the code page that it names itself. A
//! NUL at the end, which one text in seven has, is kept.
//!
//! # Untrusted input
//! Decoding is one pass over the input and writes at most eight bytes for each byte read. Space
//! is charged to the caller's budget before it is reserved, and never reserved beyond those
//! eight bytes, whatever the header declares. Wrong sizes and checksums, and input that ends too
//! early, are [`DEFECTS`]: the text is decoded all the same.

mod compress;
mod crc;
mod decompress;
mod header;
mod lzfu;

use openimsg_base::{DefectKind, Refused};

pub use compress::{compress, store};
pub use crc::crc;
pub use decompress::{Decompressed, decompress, decompress_into};
pub use header::{CompType, Header};

/// Why compressed RTF could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The input is shorter than its header ([MS-OXRTFCP] 2.1.3.1.1).
    #[error("compressed RTF header at 0x0: 16 bytes expected, {found} found")]
    TooShort {
        /// Length of the input in bytes.
        found: usize,
    },
    /// The compression is not one of the two that exist.
    #[error("compressed RTF header, COMPTYPE at 0x8: LZFu or MELA expected, {found} found")]
    CompType {
        /// The stored value.
        found: CompType,
    },
    /// The declared size is more than the input can yield.
    #[error("compressed RTF header, RAWSIZE at 0x4: at most {max} expected, {found} found")]
    RawSize {
        /// Eight times the length of the input.
        max: u64,
        /// The stored value.
        found: u32,
    },
    /// The budget stopped the work.
    #[error(transparent)]
    Refused(#[from] Refused),
}

/// All kinds of defects that this crate reports, each at most once for an input.
pub static DEFECTS: &[&DefectKind] = &[&COMP_SIZE, &RAW_SIZE, &CRC, &NO_END, &UNWRITTEN];

/// COMPSIZE is not what follows it.
pub static COMP_SIZE: DefectKind = DefectKind {
    code: "rtf-comp-size",
    spec: "[MS-OXRTFCP] 2.1.3.1.1",
    what: "COMPSIZE (the offset given) is not the number of bytes after it; compressed contents are \
           read to their end mark, others as far as declared and present",
};

/// RAWSIZE is not the length of the text.
pub static RAW_SIZE: DefectKind = DefectKind {
    code: "rtf-raw-size",
    spec: "[MS-OXRTFCP] 2.1.3.1.1",
    what: "RAWSIZE (the offset given) is not the length of the text; the text is kept whole",
};

/// The checksum is wrong.
pub static CRC: DefectKind = DefectKind {
    code: "rtf-crc",
    spec: "[MS-OXRTFCP] 2.1.3.2",
    what: "the checksum of the contents is not the CRC (the offset given); they are decoded",
};

/// The end is missing.
pub static NO_END: DefectKind = DefectKind {
    code: "rtf-no-end",
    spec: "[MS-OXRTFCP] 2.1.3.1.5",
    what: "the input ends before the item at the offset given is whole, and no reference marked \
           the end; the text is what was decoded up to there",
};

/// A reference leads before the dictionary's first byte.
pub static UNWRITTEN: DefectKind = DefectKind {
    code: "rtf-unwritten",
    spec: "[MS-OXRTFCP] 2.1.2",
    what: "the reference at the offset given copies dictionary bytes that were never written; \
           they are read as NUL",
};
