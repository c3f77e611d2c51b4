//! Everything that this crate can find wrong with a compound file and still read it.

use openimsg_base::DefectKind;

openimsg_base::defects! {
    /// `offset` is the major version.
    VERSION = "cfb-version", "[MS-CFB] 2.2",
        "the version is not 3 or 4, or does not go with the sector size; the sector size holds";
    /// `offset` is the mark found.
    BYTE_ORDER = "cfb-byte-order", "[MS-CFB] 2.2",
        "the byte order mark is not FFFE; little-endian is assumed";
    /// `offset` is the cutoff found.
    MINI_CUTOFF = "cfb-mini-cutoff", "[MS-CFB] 2.2",
        "the cutoff of the mini stream is not 4096; 4096 is assumed";
    /// `offset` is the number the header gives.
    FAT_COUNT = "cfb-fat-count", "[MS-CFB] 2.2",
        "the header's number of FAT sectors is not that of the DIFAT; the DIFAT holds";
    /// `offset` is the sector number found.
    FAT_SECTOR = "cfb-fat-sector", "[MS-CFB] 2.5",
        "a FAT sector lies outside the file; its part of the FAT counts as free";
    /// `offset` is the number of sectors that the FAT covers.
    FAT_SHORT = "cfb-fat-short", "[MS-CFB] 2.3",
        "the FAT covers less than the file; the rest counts as free";
    /// `offset` is the sector number.
    FAT_MARK = "cfb-fat-mark", "[MS-CFB] 2.3",
        "a sector of the FAT or DIFAT is not marked so in the FAT; it is taken for one";
    /// `offset` is the sector number found.
    DIFAT_CHAIN = "cfb-difat-chain", "[MS-CFB] 2.5",
        "the chain of DIFAT sectors leaves the file; the FAT ends there";
    /// `offset` is the sector where it goes wrong.
    DIRECTORY_CHAIN = "cfb-directory-chain", "[MS-CFB] 2.6",
        "the chain of the directory is broken; the directory ends there";
    /// `offset` is the sector where it goes wrong.
    MINI_FAT_CHAIN = "cfb-mini-fat-chain", "[MS-CFB] 2.4",
        "the chain of the mini FAT is broken; the mini FAT ends there";
    /// `offset` is the size declared.
    MINI_STREAM = "cfb-mini-stream", "[MS-CFB] 2.6.2",
        "the chain of the mini stream is broken or shorter than its size; it ends there";
    /// `offset` is the type found.
    ROOT_ENTRY = "cfb-root-entry", "[MS-CFB] 2.6.2",
        "the first directory entry is not a root storage; it is taken for one";
    /// `offset` is the type found.
    ENTRY_TYPE = "cfb-entry-type", "[MS-CFB] 2.6.1",
        "a tree holds an entry that is neither storage nor stream; it is left out";
    /// `offset` is the number of the entry that is linked again or does not exist.
    TREE_LINK = "cfb-tree-link", "[MS-CFB] 2.6.4",
        "an entry is linked twice, in a circle or does not exist; the link is ignored";
    /// `node` is the storage.
    TREE_ORDER = "cfb-tree-order", "[MS-CFB] 2.6.4",
        "the children of a storage are not in order; all are still found";
    /// `node` is the second of two children of the same name.
    NAME_TWICE = "cfb-name-twice", "[MS-CFB] 2.6.4",
        "two children of a storage have one name; a look-up finds the first";
    /// `offset` is the length field.
    NAME = "cfb-name", "[MS-CFB] 2.6.1",
        "a name is empty, not sound UTF-16, badly terminated or holds one of / \\ : !; it is kept";
    /// `offset` is the first sector shared.
    SHARED_SECTOR = "cfb-shared-sector", "[MS-CFB] 4.1",
        "a stream uses sectors that something else uses; it is read, but never written in place";
    /// `offset` is the size declared.
    CHAIN_SHORT = "cfb-chain-short", "[MS-CFB] 2.6.3",
        "the chain of a stream ends before its size; the stream ends there";
    /// `offset` is the size declared.
    CHAIN_LONG = "cfb-chain-long", "[MS-CFB] 2.6.3",
        "the chain of a stream goes on after its size; the rest is ignored";
    /// `offset` is the first sector.
    CHAIN_BROKEN = "cfb-chain-broken", "[MS-CFB] 2.3",
        "the chain of a stream is a loop, leaves the file or runs into another; it cannot be read";
    /// `offset` is the length of the file.
    LAST_SECTOR = "cfb-last-sector", "[MS-CFB] 2.2",
        "the file ends inside a sector of the stream; the rest reads as zeros";
    /// Of a caller's `cfb` file that is to be edited in place.
    NOT_STRICT = "cfb-not-strict", "[MS-CFB] 2",
        "the crate `cfb` does not open the file strictly; it is not edited in place";
}

/// Whether what has this defect, or something beside it, cannot be read any more.
pub(crate) fn loses_content(kind: &DefectKind) -> bool {
    [&ENTRY_TYPE, &TREE_LINK, &NAME_TWICE, &CHAIN_SHORT, &CHAIN_BROKEN, &LAST_SECTOR]
        .into_iter()
        .any(|lossy| lossy == kind)
}
