//! A storage or stream with its number and its place in the file.

use std::ops::Range;

use zerocopy::FromZeros;
use zerocopy::little_endian::{U16, U32};

use super::Content;
use super::builder::{Child, Meta, StorageBuilder, StreamBuilder};
use super::label::Label;
use super::tree::{self, Links};
use crate::Name;
use crate::raw::{DirectoryEntry, NO_STREAM, kind};
use crate::source::wide;
use crate::store::{EntryKind, Stat};

/// A storage or stream with its number, by which the nodes of a plan are ordered, and its place.
///
/// Where there are many, builders are far from each other in memory: what is needed of them more
/// than once stands here.
pub(super) struct Node<'b> {
    pub(super) label: Label<&'b Name>,
    /// The number of the storage that it is in; of the root its own.
    pub(super) parent: u32,
    pub(super) what: What<'b>,
}

const _: () = assert!(size_of::<Node<'_>>() <= 72);

/// What has a number.
pub(super) enum What<'b> {
    Storage {
        builder: &'b StorageBuilder<'b>,
        /// The number of the first child; the others follow.
        first_child: u32,
    },
    Stream {
        meta: Option<&'b Meta>,
        bytes: Payload<'b>,
        /// First sector, or first mini sector of a short stream.
        start: U32,
    },
}

/// The bytes of a stream.
#[derive(Clone, Copy)]
pub(super) enum Payload<'b> {
    Whole(&'b [u8]),
    /// In pieces, or to be read.
    Other(&'b Content<'b>),
}

impl<'b> What<'b> {
    pub(super) fn of(child: &'b Child<'b>) -> What<'b> {
        match child {
            Child::Storage(builder) => What::Storage { builder, first_child: 0 },
            Child::Stream(StreamBuilder { meta, content }) => {
                let bytes = content.whole().map_or(Payload::Other(content), Payload::Whole);
                What::Stream { meta: meta.as_deref(), bytes, start: U32::ZERO }
            }
        }
    }
}

impl Payload<'_> {
    /// How many.
    pub(super) fn len(&self) -> u64 {
        match self {
            Payload::Whole(bytes) => wide(bytes.len()),
            Payload::Other(content) => content.len(),
        }
    }
}

impl Node<'_> {
    pub(super) fn name(&self) -> Name {
        self.label.to_name()
    }

    /// The numbers of the children, in the format's order; none of a stream.
    pub(super) fn children(&self) -> Range<u32> {
        match self.what {
            What::Storage { builder, first_child } => {
                let len = u32::try_from(builder.len()).unwrap_or(NO_STREAM);
                first_child..first_child.saturating_add(len)
            }
            What::Stream { .. } => 0..0,
        }
    }

    /// What a reader is to find.
    pub(super) fn stat(&self, number: u32) -> Stat {
        let (kind, size) = match &self.what {
            What::Storage { .. } => (EntryKind::Storage, 0),
            What::Stream { bytes, .. } => (EntryKind::Stream, bytes.len()),
        };
        let Meta { clsid, state_bits, created, modified } = self.meta();
        let name = self.name();
        Stat { name, kind, size, clsid, state_bits, created, modified, entry: number }
    }

    /// The directory entry, with `links` to its siblings; that of the root says nothing of the
    /// mini stream yet.
    pub(super) fn entry(&self, links: Links) -> DirectoryEntry {
        let name = self.name();
        let units = u16::try_from(name.len()).unwrap_or_default();
        let Meta { clsid, state_bits, created, modified } = self.meta();
        let mut entry = DirectoryEntry {
            name: *name.as_bytes(),
            // With the terminating zero, in bytes.
            name_len: U16::new(units.saturating_add(1).saturating_mul(2)),
            kind: kind::STORAGE,
            colour: links.colour,
            left: U32::new(links.left),
            right: U32::new(links.right),
            child: U32::new(tree::top(&self.children())),
            clsid,
            state_bits: U32::new(state_bits),
            created,
            modified,
            ..unused_entry()
        };
        if let What::Stream { bytes, start, .. } = &self.what {
            entry.kind = kind::STREAM;
            entry.start = *start;
            set_size(&mut entry, bytes.len());
        }
        entry
    }

    fn meta(&self) -> Meta {
        match self.what {
            What::Storage { builder, .. } => builder.meta,
            What::Stream { meta, .. } => meta.copied().unwrap_or_default(),
        }
    }
}

/// A slot that no storage or stream takes.
pub(super) fn unused_entry() -> DirectoryEntry {
    let none = U32::new(NO_STREAM);
    DirectoryEntry { left: none, right: none, child: none, ..DirectoryEntry::new_zeroed() }
}

pub(super) fn set_size(entry: &mut DirectoryEntry, len: u64) {
    let [a, b, c, d, e, f, g, h] = len.to_le_bytes();
    entry.size_low = U32::from_bytes([a, b, c, d]);
    entry.size_high = U32::from_bytes([e, f, g, h]);
}
