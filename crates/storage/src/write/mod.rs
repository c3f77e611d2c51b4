//! The writer: a whole compound file in one pass, to anything that takes bytes.
//!
//! All sizes are known before the first byte is written, so nothing is ever sought or patched:
//! the header comes first, then DIFAT, FAT, directory, mini FAT, the mini stream, and the longer
//! streams one after another. Every chain of sectors is contiguous, siblings form a balanced,
//! soundly coloured tree, and the same content gives the same bytes in whatever order it was
//! put in.
//!
//! 1. [`StorageBuilder`] and [`StreamBuilder`] hold what is to be written; streams borrow, own,
//!    share or lazily read their [`Content`].
//! 2. [`Layout`] is the plan of one file: every number that will stand in it.
//! 3. [`Layout::write_to`] carries the plan out.
//!
//! ```
//! use openimsg_storage::write::{Options, StorageBuilder};
//!
//! let mut root = StorageBuilder::new();
//! root.clsid("{00020D0B-0000-0000-C000-000000000046}".parse()?);
//! root.stream("__properties_version1.0", vec![0; 32])?;
//! root.storage("__nameid_version1.0")?.stream("__substg1.0_00020102", b"")?;
//!
//! let mut file = Vec::new();
//! let len = root.write_to(&Options::default(), &mut file)?;
//! assert_eq!(len, 2560);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What it costs
//! Beside the builders, writing needs about 90 bytes for each storage and stream and one buffer
//! of at most 64 KiB; FAT and mini FAT are never in memory. Time is linear in what is written,
//! but for sorting the children of each storage that were not added in order.

mod builder;
mod children;
mod content;
mod emit;
mod error;
mod label;
mod layout;
mod node;
mod order;
mod sink;
mod tree;

pub(crate) use builder::Meta;
pub use builder::{IntoName, StorageBuilder, StreamBuilder};
pub use content::Content;
pub(crate) use content::{Open, Repr};
pub use error::WriteError;
pub use layout::Layout;

use crate::raw;

/// How a compound file is written, apart from what it holds.
///
/// ```
/// use openimsg_storage::write::{Options, Version};
/// let options = Options { version: Version::V4, ..Options::default() };
/// assert_eq!(options.minor_version, 0x3E);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Size of sectors and with it of the largest file. Default [`Version::V3`], as Outlook.
    pub version: Version,
    /// The header's minor version, which readers ignore. Default [`raw::MINOR_VERSION`].
    pub minor_version: u16,
    /// The header's sequence number of transactions; any value. Default 0.
    pub transaction_signature: u32,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            version: Version::V3,
            minor_version: raw::MINOR_VERSION,
            transaction_signature: 0,
        }
    }
}

/// The major version of a compound file ([MS-CFB] 2.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Version {
    /// Sectors of 512 bytes, files below 2 GiB.
    V3,
    /// Sectors of 4,096 bytes, files up to 16 TiB.
    V4,
}

impl Version {
    /// log₂ of the size of a sector in bytes.
    #[must_use]
    pub const fn sector_shift(self) -> u16 {
        match self {
            Version::V3 => 9,
            Version::V4 => 12,
        }
    }

    /// Bytes of a sector.
    #[must_use]
    pub const fn sector_len(self) -> u64 {
        match self {
            Version::V3 => 512,
            Version::V4 => 4096,
        }
    }

    /// The header's major version.
    #[must_use]
    pub const fn number(self) -> u16 {
        match self {
            Version::V3 => 3,
            Version::V4 => 4,
        }
    }

    /// Bytes of the longest file. A version 3 file ends before the range lock
    /// ([`raw::RANGE_LOCK_OFFSET`]), which only version 4 knows how to step over; a version 4
    /// file runs out of sector numbers.
    #[must_use]
    pub const fn max_file_len(self) -> u64 {
        match self {
            Version::V3 => 0x7FFF_FE00,
            // Sectors 0 to `MAX_REGULAR`, and the header before them.
            Version::V4 => 0xFFFF_FFFC << 12,
        }
    }
}
