//! The records of a compound file as they stand on disk: definitions only, no logic.
//!
//! All integers are little-endian and unaligned, so that a record can be looked at in place.

use openimsg_base::{FileTime, Guid};
use zerocopy::little_endian::{U16, U32};
use zerocopy::{FromBytes, Immutable, IntoBytes, KnownLayout, Unaligned};

/// The first eight bytes of every compound file ([MS-CFB] 2.2).
pub const SIGNATURE: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
/// The byte order mark: little-endian is the only one defined ([MS-CFB] 2.2).
pub const BYTE_ORDER: u16 = 0xFFFE;
/// The minor version that writers set ([MS-CFB] 2.2); readers ignore it.
pub const MINOR_VERSION: u16 = 0x003E;
/// log₂ of the size of a mini sector in bytes, the same in every file ([MS-CFB] 2.2).
pub const MINI_SECTOR_SHIFT: u16 = 6;
/// Streams shorter than this, in bytes, live in the mini stream ([MS-CFB] 2.2).
pub const MINI_STREAM_CUTOFF: u32 = 4096;
/// FAT sector numbers that fit into the header ([MS-CFB] 2.2).
pub const HEADER_DIFAT_LEN: usize = 109;
/// The offset whose sector belongs to no stream in a version 4 file ([MS-CFB] 2.7).
pub const RANGE_LOCK_OFFSET: u64 = 0x7FFF_FF00;
/// UTF-16 units of a name, its terminator not counted ([MS-CFB] 2.6.1).
pub const MAX_NAME_LEN: usize = 31;

/// What a sector number can say instead of naming a sector ([MS-CFB] 2.1).
pub mod sector {
    /// The largest number of a real sector.
    pub const MAX_REGULAR: u32 = 0xFFFF_FFFA;
    /// A sector of the DIFAT (a mark in the FAT).
    pub const DIFAT: u32 = 0xFFFF_FFFC;
    /// A sector of the FAT (a mark in the FAT).
    pub const FAT: u32 = 0xFFFF_FFFD;
    /// The end of a chain.
    pub const END_OF_CHAIN: u32 = 0xFFFF_FFFE;
    /// Nothing: an unused sector.
    pub const FREE: u32 = 0xFFFF_FFFF;
}

/// No sibling or child ([MS-CFB] 2.6.1).
pub const NO_STREAM: u32 = 0xFFFF_FFFF;

/// Values of [`DirectoryEntry::kind`] ([MS-CFB] 2.6.1).
pub mod kind {
    /// An unused entry.
    pub const UNALLOCATED: u8 = 0;
    /// A storage.
    pub const STORAGE: u8 = 1;
    /// A stream.
    pub const STREAM: u8 = 2;
    /// The root storage, always entry 0.
    pub const ROOT: u8 = 5;
}

/// Values of [`DirectoryEntry::colour`] ([MS-CFB] 2.6.1).
pub mod colour {
    /// A red node of the tree of siblings.
    pub const RED: u8 = 0;
    /// A black node of the tree of siblings.
    pub const BLACK: u8 = 1;
}

/// The header, sector "−1" of the file ([MS-CFB] 2.2).
#[derive(Debug, Clone, Copy, FromBytes, IntoBytes, KnownLayout, Immutable, Unaligned)]
#[repr(C)]
pub struct Header {
    /// [`SIGNATURE`]; anything else is no compound file.
    pub signature: [u8; 8],
    /// Zero; ignored on reading.
    pub clsid: Guid,
    /// [`MINOR_VERSION`] or another number; ignored on reading.
    pub minor_version: U16,
    /// 3 or 4.
    pub major_version: U16,
    /// [`BYTE_ORDER`].
    pub byte_order: U16,
    /// log₂ of the size of a sector in bytes: 9 in version 3, 12 in version 4.
    pub sector_shift: U16,
    /// [`MINI_SECTOR_SHIFT`].
    pub mini_sector_shift: U16,
    /// Zero; ignored on reading.
    pub reserved: [u8; 6],
    /// Number of directory sectors in version 4, 0 in version 3; ignored on reading.
    pub directory_sectors: U32,
    /// Number of FAT sectors; checked against the DIFAT, which wins.
    pub fat_sectors: U32,
    /// First sector of the directory's chain.
    pub first_directory_sector: U32,
    /// Sequence number of transactions; any value.
    pub transaction_signature: U32,
    /// [`MINI_STREAM_CUTOFF`].
    pub mini_stream_cutoff: U32,
    /// First sector of the mini FAT's chain, or [`sector::END_OF_CHAIN`].
    pub first_mini_fat_sector: U32,
    /// Number of mini FAT sectors; the chain wins.
    pub mini_fat_sectors: U32,
    /// First DIFAT sector, or [`sector::END_OF_CHAIN`].
    pub first_difat_sector: U32,
    /// Number of DIFAT sectors; the chain wins.
    pub difat_sectors: U32,
    /// The first FAT sectors, filled up with [`sector::FREE`].
    pub difat: [U32; HEADER_DIFAT_LEN],
}

/// One storage or stream ([MS-CFB] 2.6.1).
#[derive(Debug, Clone, Copy, FromBytes, IntoBytes, KnownLayout, Immutable, Unaligned)]
#[repr(C)]
pub struct DirectoryEntry {
    /// UTF-16LE, terminated by a zero unit.
    pub name: [u8; 64],
    /// Bytes of the name, terminator included: 2 to 64, even; clamped on reading.
    pub name_len: U16,
    /// One of [`kind`].
    pub kind: u8,
    /// One of [`colour`]; ignored on reading.
    pub colour: u8,
    /// The root of the subtree of lesser siblings, or [`NO_STREAM`].
    pub left: U32,
    /// The root of the subtree of greater siblings, or [`NO_STREAM`].
    pub right: U32,
    /// The top of the tree of children, or [`NO_STREAM`].
    pub child: U32,
    /// Class of the object that a storage holds.
    pub clsid: Guid,
    /// Flags of the application.
    pub state_bits: U32,
    /// When a storage was made; 0 if unknown.
    pub created: FileTime,
    /// When a storage was changed; 0 if unknown.
    pub modified: FileTime,
    /// First sector, or first mini sector of a short stream; of the root: of the mini stream.
    pub start: U32,
    /// Bytes of the stream, low half; of the root: of the mini stream.
    pub size_low: U32,
    /// High half in version 4; junk in version 3.
    pub size_high: U32,
}

const _: () = assert!(size_of::<Header>() == 512);
const _: () = assert!(size_of::<DirectoryEntry>() == 128);
