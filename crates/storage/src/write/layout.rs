//! The plan of a compound file: numbers and places of everything in it.

use std::io;

use openimsg_base::Guid;
use zerocopy::little_endian::{U16, U32};

use super::label::Label;
use super::node::{Node, Payload, What, set_size};
use super::sink::{BUFFER, SMALL_BUFFER};
use super::tree::Links;
use super::{Options, StorageBuilder, Version, WriteError, emit};
use crate::EntryId;
use crate::name::ROOT_NAME;
use crate::raw::{
    BYTE_ORDER, DirectoryEntry, HEADER_DIFAT_LEN, Header, MINI_SECTOR_SHIFT, MINI_STREAM_CUTOFF,
    RANGE_LOCK_OFFSET, SIGNATURE, kind, sector,
};
use crate::source::wide;
use crate::store::Stat;

/// Bytes of a mini sector.
pub(super) const MINI_SECTOR_LEN: u64 = 1 << MINI_SECTOR_SHIFT;

/// The plan of one file: what [`StorageBuilder::lay_out`] makes and
/// [`write_to`](Layout::write_to) carries out, as often as one likes.
///
/// ```
/// use openimsg_storage::write::{Options, StorageBuilder};
/// let mut root = StorageBuilder::new();
/// root.stream("long", vec![1; 10_000])?;
/// let layout = root.lay_out(&Options::default())?;
/// let mut file = Vec::new();
/// layout.write_to(&mut file)?;
/// assert_eq!(u64::try_from(file.len()), Ok(layout.file_len()));
/// # Ok::<(), openimsg_storage::write::WriteError>(())
/// ```
pub struct Layout<'b> {
    pub(super) options: Options,
    pub(super) sectors: Sectors,
    /// By their numbers. Node 0 is the root; the children of a storage stand together, in the
    /// format's order, and come in the order of their storages.
    pub(super) nodes: Vec<Node<'b>>,
    /// Mini sectors in use.
    mini_sectors: u64,
}

#[derive(Clone, Copy)]
pub(super) struct Stream<'b> {
    pub(super) id: EntryId,
    /// In bytes.
    pub(super) len: u64,
    pub(super) bytes: Payload<'b>,
}

impl<'b> Layout<'b> {
    pub(super) fn new(root: &'b StorageBuilder<'b>, options: &Options) -> Result<Self, WriteError> {
        let mut layout = Layout {
            options: options.clone(),
            sectors: Sectors::default(),
            nodes: Vec::new(),
            mini_sectors: 0,
        };
        layout.number(root)?;
        layout.place()?;
        Ok(layout)
    }

    /// Bytes of the file.
    #[must_use]
    pub fn file_len(&self) -> u64 {
        self.sectors.file_len(self.options.version)
    }

    /// Number of storages and streams, the root included: the file's [`EntryId`]s are the
    /// numbers below it.
    #[must_use]
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Never: there is always the root.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// How the file is written.
    #[must_use]
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// What a reader is to find, by the numbers.
    pub(crate) fn stats(&self) -> impl Iterator<Item = Stat> {
        self.nodes.iter().zip(0..).map(|(node, number)| node.stat(number))
    }

    /// What a reader is to find under a number.
    pub(crate) fn stat(&self, id: EntryId) -> Option<Stat> {
        self.node(id.0).map(|node| node.stat(id.0))
    }

    /// The children of a storage, in the format's order; none for a stream.
    pub(crate) fn children(
        &self,
        storage: EntryId,
    ) -> impl ExactSizeIterator<Item = EntryId> + DoubleEndedIterator + use<> {
        self.node(storage.0).map(Node::children).unwrap_or_default().map(EntryId)
    }

    /// Names from the root to an entry, after a `/` each; `/` for the root itself and for what
    /// is not there.
    ///
    /// ```
    /// # use openimsg_storage::{EntryId, write::{Options, StorageBuilder}};
    /// let mut root = StorageBuilder::new();
    /// root.storage("a")?.stream("b", b"")?;
    /// assert_eq!(root.lay_out(&Options::default())?.path(EntryId(2)), "/a/b");
    /// # Ok::<(), openimsg_storage::write::WriteError>(())
    /// ```
    #[must_use]
    pub fn path(&self, id: EntryId) -> String {
        let mut names = Vec::new();
        let mut at = id.0;
        while at > 0
            && let Some(node) = self.node(at)
        {
            names.push(node.name().to_string());
            at = node.parent;
        }
        names.reverse();
        format!("/{}", names.join("/"))
    }

    /// The file in memory, which is reserved at once.
    ///
    /// # Errors
    /// As [`Layout::write_to`].
    pub fn to_vec(&self) -> Result<Vec<u8>, WriteError> {
        let mut bytes = Vec::with_capacity(usize::try_from(self.file_len()).unwrap_or(0));
        emit::file(self, &mut bytes, SMALL_BUFFER, &mut |_, _| ())?;
        Ok(bytes)
    }

    /// Writes the file from its first byte to its last and returns its length.
    ///
    /// # Errors
    /// [`WriteError::Write`] if the output fails; [`WriteError::Read`] or
    /// [`WriteError::WrongLength`] if the reader of a stream does. What has been written then is
    /// no compound file.
    pub fn write_to(&self, out: impl io::Write) -> Result<u64, WriteError> {
        self.write_observed(out, |_, _| ())
    }

    /// As [`Layout::write_to`], showing `observe` the content of each stream as it passes, piece
    /// by piece, one stream after another: those in the mini stream first. Of an empty stream
    /// an empty piece may pass, or none.
    ///
    /// # Errors
    /// As [`Layout::write_to`].
    pub fn write_observed(
        &self,
        out: impl io::Write,
        mut observe: impl FnMut(EntryId, &[u8]),
    ) -> Result<u64, WriteError> {
        let _span = tracing::debug_span!("write storage", bytes = self.file_len()).entered();
        let written = emit::file(self, out, BUFFER, &mut observe)?;
        tracing::debug!(entries = self.len(), bytes = written, "storage written");
        Ok(written)
    }

    /// The streams that go into the mini stream, in the order of their numbers.
    pub(super) fn short_streams(&self) -> impl Iterator<Item = Stream<'b>> {
        self.streams().filter(|stream| is_short(stream.len))
    }

    /// The streams that have sectors of their own, in the order of their numbers.
    pub(super) fn long_streams(&self) -> impl Iterator<Item = Stream<'b>> {
        self.streams().filter(|stream| !is_short(stream.len))
    }

    /// The entry of the root, which tells where the mini stream is ([MS-CFB] 2.6.2).
    pub(super) fn root_entry(&self) -> Option<DirectoryEntry> {
        let mut entry = self.nodes.first()?.entry(Links::NONE);
        entry.kind = kind::ROOT;
        entry.start = self.sectors.start_of(self.sectors.mini_stream_start(), self.mini_sectors);
        set_size(&mut entry, self.mini_sectors.saturating_mul(MINI_SECTOR_LEN));
        Some(entry)
    }

    fn node(&self, number: u32) -> Option<&Node<'b>> {
        self.nodes.get(usize::try_from(number).ok()?)
    }

    fn streams(&self) -> impl Iterator<Item = Stream<'b>> {
        self.nodes.iter().zip(0..).filter_map(|(node, number)| match node.what {
            What::Stream { bytes, .. } => {
                Some(Stream { id: EntryId(number), len: bytes.len(), bytes })
            }
            What::Storage { .. } => None,
        })
    }

    /// Gives every storage and stream its number. Storages come in the order of their numbers,
    /// level by level, so that the order depends on the names alone.
    fn number(&mut self, root: &'b StorageBuilder<'b>) -> Result<(), WriteError> {
        let what = What::Storage { builder: root, first_child: 0 };
        self.nodes.push(Node { label: Label::Other(&ROOT_NAME), parent: 0, what });
        let mut next = 0_usize;
        while let Some(node) = self.nodes.get(next) {
            if let What::Storage { builder, .. } = node.what {
                self.number_children(next, builder)?;
            }
            next = next.saturating_add(1);
        }
        Ok(())
    }

    fn number_children(
        &mut self,
        parent: usize,
        storage: &'b StorageBuilder<'b>,
    ) -> Result<(), WriteError> {
        let max = sector::MAX_REGULAR;
        let last = self.nodes.len().saturating_add(storage.len()).saturating_sub(1);
        if u32::try_from(last).map_or(true, |last| last > max) {
            return Err(WriteError::TooManyEntries { max });
        }
        let number = |at: usize| u32::try_from(at).unwrap_or(max);
        let first = number(self.nodes.len());
        if let Some(Node { what: What::Storage { first_child, .. }, .. }) =
            self.nodes.get_mut(parent)
        {
            *first_child = first;
        }
        let parent = number(parent);
        self.nodes.reserve(storage.len());
        let children = storage.children.sorted();
        self.nodes.extend(children.map(|(label, child)| Node {
            label: label.lend(),
            parent,
            what: What::of(child),
        }));
        Ok(())
    }

    /// Decides the places of all streams and checks that the version can hold them.
    fn place(&mut self) -> Result<(), WriteError> {
        let version = self.options.version;
        let sector_len = version.sector_len();
        let max = version.max_file_len();
        if let Some(Stream { id, len, .. }) = self.streams().find(|stream| stream.len > max) {
            return Err(WriteError::StreamTooLong { path: self.path(id).into(), len, max });
        }
        let units = |sum: u64, len: u64, unit| sum.saturating_add(len.div_ceil(unit));
        let mini = |sum, stream: Stream<'_>| units(sum, stream.len, MINI_SECTOR_LEN);
        self.mini_sectors = self.short_streams().fold(0, mini);
        let sectors = self.long_streams().fold(0, |sum, s| units(sum, s.len, sector_len));
        self.sectors = Sectors::new(version, self.nodes.len(), self.mini_sectors, sectors);
        let len = self.file_len();
        if len > max {
            return Err(WriteError::FileTooLong { len, max });
        }

        let mut next_mini = 0_u64;
        let mut next = self.sectors.streams_start();
        for node in &mut self.nodes {
            let What::Stream { bytes, start, .. } = &mut node.what else { continue };
            let len = bytes.len();
            *start = if len == 0 {
                U32::new(sector::END_OF_CHAIN)
            } else if is_short(len) {
                let start = next_mini;
                next_mini = units(next_mini, len, MINI_SECTOR_LEN);
                number_of(start)
            } else {
                let start = self.sectors.physical(next);
                next = units(next, len, sector_len);
                number_of(start)
            };
        }
        Ok(())
    }

    pub(super) fn header(&self) -> Header {
        let sectors = &self.sectors;
        let version = self.options.version;
        let mut header = Header {
            signature: SIGNATURE,
            clsid: Guid::NULL,
            minor_version: U16::new(self.options.minor_version),
            major_version: U16::new(version.number()),
            byte_order: U16::new(BYTE_ORDER),
            sector_shift: U16::new(version.sector_shift()),
            mini_sector_shift: U16::new(MINI_SECTOR_SHIFT),
            reserved: [0; 6],
            directory_sectors: match version {
                Version::V3 => U32::ZERO,
                Version::V4 => number_of(sectors.directory),
            },
            fat_sectors: number_of(sectors.fat),
            first_directory_sector: number_of(sectors.physical(sectors.directory_start())),
            transaction_signature: U32::new(self.options.transaction_signature),
            mini_stream_cutoff: U32::new(MINI_STREAM_CUTOFF),
            first_mini_fat_sector: sectors.start_of(sectors.mini_fat_start(), sectors.mini_fat),
            mini_fat_sectors: number_of(sectors.mini_fat),
            first_difat_sector: sectors.start_of(0, sectors.difat),
            difat_sectors: number_of(sectors.difat),
            difat: [U32::new(sector::FREE); HEADER_DIFAT_LEN],
        };
        for (place, n) in header.difat.iter_mut().zip(sectors.fat_numbers()) {
            *place = n;
        }
        header
    }
}

impl std::fmt::Debug for Layout<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Layout")
            .field("options", &self.options)
            .field("sectors", &self.sectors)
            .field("entries", &self.nodes.len())
            .finish_non_exhaustive()
    }
}

/// How many sectors each part of the file takes. The parts stand in this order. They are counted
/// without the range lock's sector; [`Sectors::physical`] gives the numbers that stand in the
/// file.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Sectors {
    pub(super) difat: u64,
    pub(super) fat: u64,
    pub(super) directory: u64,
    pub(super) mini_fat: u64,
    pub(super) mini_stream: u64,
    pub(super) streams: u64,
    /// The number of the range lock's sector, if the file reaches it.
    pub(super) lock: Option<u64>,
}

impl Sectors {
    fn new(version: Version, entries: usize, mini_sectors: u64, streams: u64) -> Self {
        let sector_len = version.sector_len();
        let in_bytes = |n: u64, each: u64| n.saturating_mul(each).div_ceil(sector_len);
        let mut sectors = Sectors {
            directory: in_bytes(wide(entries), ENTRY_LEN),
            mini_fat: in_bytes(mini_sectors, NUMBER_LEN),
            mini_stream: in_bytes(mini_sectors, MINI_SECTOR_LEN),
            streams,
            ..Sectors::default()
        };
        let in_fat_sector = numbers_in(sector_len);
        let lock = RANGE_LOCK_OFFSET.checked_div(sector_len).map(|n| n.saturating_sub(1));
        // Adding FAT sectors may ask for more of them; it ends since each covers many.
        loop {
            let before = sectors;
            sectors.lock = lock.filter(|lock| sectors.without_lock() > *lock);
            sectors.fat = sectors.total().div_ceil(in_fat_sector);
            sectors.difat = sectors
                .fat
                .saturating_sub(wide(HEADER_DIFAT_LEN))
                .div_ceil(in_fat_sector.saturating_sub(1));
            if sectors.total() == before.total() && sectors.fat == before.fat {
                return sectors;
            }
        }
    }

    /// All sectors, the range lock's included.
    pub(super) fn total(&self) -> u64 {
        self.without_lock().saturating_add(u64::from(self.lock.is_some()))
    }

    fn file_len(&self, version: Version) -> u64 {
        self.total().saturating_add(1).saturating_mul(version.sector_len())
    }

    pub(super) fn directory_start(&self) -> u64 {
        self.difat.saturating_add(self.fat)
    }

    pub(super) fn mini_fat_start(&self) -> u64 {
        self.directory_start().saturating_add(self.directory)
    }

    pub(super) fn mini_stream_start(&self) -> u64 {
        self.mini_fat_start().saturating_add(self.mini_fat)
    }

    pub(super) fn streams_start(&self) -> u64 {
        self.mini_stream_start().saturating_add(self.mini_stream)
    }

    fn without_lock(&self) -> u64 {
        self.streams_start().saturating_add(self.streams)
    }

    /// The number in the file of the `n`th sector.
    pub(super) fn physical(&self, n: u64) -> u64 {
        n.saturating_add(u64::from(self.lock.is_some_and(|lock| n >= lock)))
    }

    /// The first number of a chain of `len` sectors from the `n`th on.
    fn start_of(&self, n: u64, len: u64) -> U32 {
        if len == 0 { U32::new(sector::END_OF_CHAIN) } else { number_of(self.physical(n)) }
    }

    /// The numbers of the FAT's sectors.
    pub(super) fn fat_numbers(&self) -> impl Iterator<Item = U32> + '_ {
        (self.difat..self.directory_start()).map(|n| number_of(self.physical(n)))
    }
}

const ENTRY_LEN: u64 = 128;
pub(super) const NUMBER_LEN: u64 = 4;

/// How many sector numbers fit into a sector.
pub(super) fn numbers_in(sector_len: u64) -> u64 {
    sector_len / NUMBER_LEN
}

/// A count or number of sectors as stored; [`Version::max_file_len`] has seen to it that it fits.
pub(super) fn number_of(n: u64) -> U32 {
    U32::new(u32::try_from(n).unwrap_or(sector::END_OF_CHAIN))
}

/// Whether a stream of `len` bytes goes into the mini stream.
pub(super) fn is_short(len: u64) -> bool {
    len < u64::from(MINI_STREAM_CUTOFF)
}
