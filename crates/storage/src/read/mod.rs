//! The reader: opens a compound file by looking at it in place.
//!
//! Opening follows every chain once and keeps, for each entry, where its bytes are. No FAT is
//! needed afterwards: a stream that lies in one piece, as nearly all do, is a slice of the
//! source. That first pass is also the pre-flight: it proves that chains end, stay in the file
//! and share nothing, that the directory is a tree, and that sizes hold; what does not is a
//! [defect](crate::defects) or, for a single stream, an error of that stream.

mod chain;
mod open;
mod tree;

use std::ops::Range;

use bytes::Bytes;
use openimsg_base::{Budget, DefectKind};
use zerocopy::FromBytes;

use crate::name_order::units_with_prefix;
use crate::name_rank::{Rank, Sought};
use crate::raw::DirectoryEntry;
use crate::source::wide;
use crate::store::{Base, Child, ChildRef, Content, EntryKind, Stat};
use crate::{ChainProblem, EntryId, Error, Name, Source};

/// A compound file open for reading ([MS-CFB]), versions 3 and 4.
///
/// It keeps 24 bytes an entry and a sector list beside the source; everything else is looked at
/// in place. Entries are [`EntryId`]s, so nothing borrows the file by accident.
///
/// ```
/// use openimsg_base::Budget;
/// use openimsg_storage::{CompoundFile, EntryId};
/// # let image = {
/// #     let mut file = cfb::CompoundFile::create(std::io::Cursor::new(Vec::new())).unwrap();
/// #     file.create_storage("/folder").unwrap();
/// #     std::io::Write::write_all(&mut file.create_stream("/folder/greeting").unwrap(), b"hello").unwrap();
/// #     file.into_inner().into_inner()
/// # };
/// let file = CompoundFile::open(image.as_slice(), &Budget::default())?;
/// let greeting = file.find("folder/greeting").expect("it is there");
/// assert_eq!(&*file.content(greeting)?, b"hello");
/// # Ok::<(), openimsg_storage::Error>(())
/// ```
pub struct CompoundFile<S> {
    source: S,
    format: Format,
    directory: Directory,
    /// Breadth first: the root, its children in order, then theirs.
    nodes: Box<[Node]>,
    /// Where the bytes of streams in several pieces are.
    extents: Box<[Extent]>,
    defects: u64,
    lost: Option<&'static DefectKind>,
}

/// What the header says about the file as a whole ([MS-CFB] 2.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Format {
    /// 3 or 4 in sound files.
    pub major_version: u16,
    /// Whatever the writer put there.
    pub minor_version: u16,
    /// log₂ of the sector size: 9 or 12.
    pub sector_shift: u32,
    /// Sequence number of transactions.
    pub transaction_signature: u32,
}

/// The children of a storage, in order.
#[derive(Debug, Clone)]
pub struct Children {
    start: u32,
    end: u32,
}

impl Iterator for Children {
    type Item = EntryId;

    fn next(&mut self) -> Option<EntryId> {
        let id = EntryId(self.start);
        (self.start < self.end).then(|| {
            self.start = self.start.saturating_add(1);
            id
        })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = usize::try_from(self.end.saturating_sub(self.start)).unwrap_or(usize::MAX);
        (left, Some(left))
    }
}

impl ExactSizeIterator for Children {}

/// One storage or stream: 24 bytes.
#[derive(Debug, Clone, Copy)]
struct Node {
    /// Its directory entry.
    entry: u32,
    /// Storage: its first child in `nodes`. Stream in one piece: where that starts, in units of
    /// 64 bytes. Stream in pieces: its first one in `extents`.
    first: u32,
    /// Storage: number of children. Stream: number of pieces.
    count: u32,
    /// That of its name: children stand in this order, and those with one rank by their names.
    rank: Rank,
    /// Stream: bytes that can be read, those above 2³² in `size_high`. Storage: its depth.
    size_low: u32,
    size_high: u16,
    state: NodeState,
}

impl Node {
    /// More bytes than a stream can have in as many sectors as there can be.
    const MAX_SIZE: u64 = (1 << 48) - 1;

    /// A storage whose children are still to be found, from `first` on.
    fn storage(entry: u32, rank: Rank, first: u32, depth: u32) -> Self {
        let state = NodeState::Storage;
        Node { entry, first, count: 0, rank, size_low: depth, size_high: 0, state }
    }

    /// A stream whose chain is still to be followed, from `first` on.
    fn stream(entry: u32, rank: Rank, first: u32, size: u64) -> Self {
        let state = NodeState::Stream;
        let mut node = Node { entry, first, count: 0, rank, size_low: 0, size_high: 0, state };
        node.set_size(size);
        node
    }

    /// Bytes that can be read.
    #[inline]
    fn size(&self) -> u64 {
        match self.state {
            NodeState::Storage => 0,
            _ => u64::from(self.size_low) | u64::from(self.size_high) << 32,
        }
    }

    #[inline]
    fn set_size(&mut self, size: u64) {
        let [a, b, c, d, e, f, _, _] = size.min(Node::MAX_SIZE).to_le_bytes();
        self.size_low = u32::from_le_bytes([a, b, c, d]);
        self.size_high = u16::from_le_bytes([e, f]);
    }

    /// How deep a storage is; the root is at 0.
    fn depth(&self) -> u32 {
        self.size_low
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum NodeState {
    Storage,
    Stream,
    /// The file ends inside the last sector; the rest reads as zeros.
    CutOff,
    Broken(ChainProblem),
}

/// One of several pieces of a stream, in units of 64 bytes: every sector and mini sector begins
/// at a multiple of that.
#[derive(Debug, Clone, Copy)]
struct Extent {
    /// Where it starts in the file.
    start: u32,
    /// Where it ends in the stream; it begins where the one before ends.
    end: u32,
}

const UNIT_SHIFT: u32 = 6;

/// Where the directory is: in the source if that can lend it, else copied.
enum Directory {
    /// Its sectors.
    InPlace(Box<[u32]>),
    /// A copy, with the entries that the end of the file cuts off.
    Copied { bytes: Box<[u8]>, cut_off: Range<u32> },
}

impl<S: Source> CompoundFile<S> {
    /// Opens a compound file. Reads the header, the FAT and the directory, and no stream.
    ///
    /// What is wrong but can be read around is recorded in `budget`.
    ///
    /// # Errors
    /// [`Error::NotCompoundFile`] and [`Error::Malformed`] when the header, the FAT's own list
    /// or the root cannot be read; [`Error::Refused`] when storages nest deeper than
    /// [`Limits::storage_depth`](openimsg_base::Limits::storage_depth) or, in strict use, at the
    /// first defect; [`Error::Io`] when the medium fails.
    pub fn open(source: S, budget: &Budget) -> Result<Self, Error> {
        open::open(source, budget)
    }

    /// Gives the source back.
    pub fn into_source(self) -> S {
        self.source
    }

    /// The source.
    pub fn source(&self) -> &S {
        &self.source
    }

    /// What the header says.
    #[must_use]
    pub fn format(&self) -> Format {
        self.format
    }

    /// Number of storages and streams, the root included.
    #[must_use]
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Never: there is always the root.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// How many defects opening found.
    #[must_use]
    pub fn defects_found(&self) -> u64 {
        self.defects
    }

    /// All entries: the root first, each storage before its children, siblings in order.
    pub fn entries(&self) -> impl ExactSizeIterator<Item = EntryId> + use<S> {
        (0..u32::try_from(self.nodes.len()).unwrap_or(u32::MAX)).map(EntryId)
    }

    /// The children of a storage, in order; none for a stream. Nothing is allocated.
    pub fn children(&self, storage: EntryId) -> Children {
        let (first, count) = match self.node(storage) {
            Some(Node { first, count, state: NodeState::Storage, .. }) => (*first, *count),
            _ => (0, 0),
        };
        Children { start: first, end: first.saturating_add(count) }
    }

    /// Follows a path of names separated by `/` from the root; the empty path is the root.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<EntryId> {
        let mut names = path.split('/').filter(|name| !name.is_empty());
        names.try_fold(EntryId::ROOT, |storage, name| self.child(storage, name))
    }

    /// Storage or stream; nothing for a number that this file did not give.
    #[must_use]
    pub fn kind(&self, id: EntryId) -> Option<EntryKind> {
        self.node(id).map(|node| match node.state {
            NodeState::Storage => EntryKind::Storage,
            _ => EntryKind::Stream,
        })
    }

    /// Bytes that can be read from a stream; 0 for a storage.
    #[must_use]
    pub fn size(&self, stream: EntryId) -> u64 {
        self.node(stream).map_or(0, Node::size)
    }

    /// The name as stored.
    #[must_use]
    pub fn name(&self, id: EntryId) -> Option<Name> {
        self.raw(id).map(Name::of_entry)
    }

    /// The directory entry, looked at in place.
    #[must_use]
    pub fn raw(&self, id: EntryId) -> Option<&DirectoryEntry> {
        self.entry(self.node(id)?.entry)
    }

    /// As [`Base::content`].
    ///
    /// # Errors
    /// As [`Base::content`].
    #[inline]
    pub fn content(&self, stream: EntryId) -> Result<Content<'_>, Error> {
        let node = self.stream(stream)?;
        if node.size() == 0 {
            return Ok(Content::Lent(&[]));
        }
        if node.count == 1 && node.state == NodeState::Stream {
            let start = u64::from(node.first) << UNIT_SHIFT;
            if let Some(lent) = self.source.lend(start..start.saturating_add(node.size())) {
                return Ok(Content::Lent(lent));
            }
        }
        self.gather(stream, node).map(Content::Shared)
    }

    /// The pieces of a stream in order, each lent where the source can, else copied in pieces
    /// of at most 1 MiB.
    pub fn chunks(&self, stream: EntryId) -> impl Iterator<Item = Result<Content<'_>, Error>> {
        let mut at = 0;
        let mut failed = false;
        std::iter::from_fn(move || {
            if failed {
                return None;
            }
            let chunk = self.chunk_at(stream, at).transpose()?;
            failed = chunk.is_err();
            at = at.saturating_add(chunk.as_ref().map_or(0, |c| wide(c.len())));
            Some(chunk)
        })
    }

    fn chunk_at(&self, stream: EntryId, offset: u64) -> Result<Option<Content<'_>>, Error> {
        let node = self.stream(stream)?;
        if offset >= node.size() {
            return Ok(None);
        }
        if let Some(lent) = self.lend_at(stream, offset) {
            return Ok(Some(Content::Lent(lent)));
        }
        let left = usize::try_from(node.size().saturating_sub(offset)).unwrap_or(usize::MAX);
        let mut piece = vec![0; left.min(1 << 20)];
        let read = self.read_at(stream, offset, &mut piece)?;
        piece.truncate(read);
        Ok(Some(Content::Shared(piece.into())))
    }

    /// The first child that is not before what is sought; binary search.
    fn first_child(&self, storage: EntryId, sought: &Sought<'_>) -> Option<EntryId> {
        let Children { start, end } = self.children(storage);
        let to = |id: u32| usize::try_from(id).unwrap_or(usize::MAX);
        let siblings = self.nodes.get(to(start)..to(end))?;
        let mut at = siblings.partition_point(|node| node.rank < sought.rank);
        let rest = siblings.get(at..)?;
        // Names are looked at where the rank does not tell them apart.
        let is_before = |node: &Node| {
            let entry = self.entry(node.entry);
            entry.is_some_and(|entry| sought.compare(entry).is_lt())
        };
        if rest.get(1).is_some_and(|second| second.rank == sought.rank) {
            let shared = rest.partition_point(|node| node.rank == sought.rank);
            at = at.saturating_add(rest.get(..shared)?.partition_point(is_before));
        } else if rest.first().is_some_and(|node| node.rank == sought.rank && is_before(node)) {
            at = at.saturating_add(1);
        }
        (at < siblings.len()).then(|| EntryId(start.saturating_add(u32::try_from(at).unwrap_or(0))))
    }

    #[inline]
    fn node(&self, id: EntryId) -> Option<&Node> {
        self.nodes.get(usize::try_from(id.0).ok()?)
    }

    #[inline]
    fn stream(&self, id: EntryId) -> Result<&Node, Error> {
        match self.node(id) {
            Some(Node { entry, state: NodeState::Broken(problem), .. }) => {
                Err(Error::Stream { entry: *entry, problem: *problem })
            }
            Some(node) if node.state != NodeState::Storage => Ok(node),
            _ => Err(Error::WrongKind { id, wanted: "stream" }),
        }
    }

    #[inline]
    fn entry(&self, number: u32) -> Option<&DirectoryEntry> {
        self.directory.entry(&self.source, self.format.sector_shift, number)
    }

    /// The pieces of a stream in several pieces.
    fn extents(&self, node: &Node) -> &[Extent] {
        let from = usize::try_from(node.first).unwrap_or(usize::MAX);
        let to = from.saturating_add(usize::try_from(node.count).unwrap_or(usize::MAX));
        self.extents.get(from..to).unwrap_or(&[])
    }

    /// The piece that holds `offset`: where it goes on in the file, and how many bytes.
    fn piece_at(&self, node: &Node, offset: u64) -> Option<(u64, u64)> {
        if offset >= node.size() {
            return None;
        }
        let bytes = |units: u32| u64::from(units) << UNIT_SHIFT;
        let left = node.size().saturating_sub(offset);
        if node.count == 1 {
            return Some((bytes(node.first).saturating_add(offset), left));
        }
        let extents = self.extents(node);
        let index = extents.partition_point(|extent| bytes(extent.end) <= offset);
        let before = index.checked_sub(1).and_then(|i| extents.get(i)).map_or(0, |e| e.end);
        let extent = extents.get(index)?;
        let within = offset.saturating_sub(bytes(before));
        let here = bytes(extent.end).saturating_sub(offset);
        Some((bytes(extent.start).saturating_add(within), here.min(left)))
    }

    /// The pieces of a stream one behind the other, if the source lends them all.
    fn join(&self, node: &Node, size: usize) -> Option<Vec<u8>> {
        let mut joined = Vec::new();
        let mut at = 0;
        while at < node.size() {
            let (start, len) = self.piece_at(node, at)?;
            let lent = self.source.lend(start..start.saturating_add(len))?;
            // Nothing is reserved for a source that lends nothing.
            if joined.is_empty() {
                joined.reserve_exact(size);
            }
            joined.extend_from_slice(lent);
            at = at.saturating_add(len);
        }
        Some(joined)
    }

    #[cold]
    fn gather(&self, id: EntryId, node: &Node) -> Result<Bytes, Error> {
        if node.count == 1 && node.state == NodeState::Stream {
            let start = u64::from(node.first) << UNIT_SHIFT;
            if let Some(shared) = self.source.share(start..start.saturating_add(node.size())) {
                return Ok(shared);
            }
        }
        // The size was checked against the chain, and the chain against the file.
        let size = usize::try_from(node.size()).map_err(|_| Error::Malformed {
            structure: "stream size",
            offset: 0,
            expected: "a size that fits into memory",
            found: node.size(),
        })?;
        if let Some(bytes) = self.join(node, size) {
            return Ok(bytes.into());
        }
        let mut bytes = vec![0; size];
        let mut at = 0;
        while at < size {
            let Some(rest) = bytes.get_mut(at..) else {
                break;
            };
            match self.read_at(id, wide(at), rest)? {
                0 => break,
                read => at = at.saturating_add(read),
            }
        }
        Ok(bytes.into())
    }
}

impl<S: Source> Base for CompoundFile<S> {
    #[inline]
    fn child(&self, storage: EntryId, name: &str) -> Option<EntryId> {
        self.child_named(storage, &Name::for_lookup(name)?)
    }

    // Of two with one name this finds the first.
    #[inline]
    fn child_named(&self, storage: EntryId, name: &Name) -> Option<EntryId> {
        let sought = Sought::new(name);
        let at = self.first_child(storage, &sought)?;
        self.raw(at).filter(|raw| sought.compare(raw).is_eq()).map(|_| at)
    }

    fn is_whole(&self, stream: EntryId) -> bool {
        let declared =
            self.raw(stream).map(|raw| tree::stream_size(raw, self.format.major_version));
        self.node(stream).is_some_and(|node| {
            node.state == NodeState::Stream && declared.is_none_or(|size| size <= node.size())
        })
    }

    fn lost(&self) -> Option<&'static DefectKind> {
        self.lost
    }

    fn visit(&self, storage: EntryId, visitor: &mut dyn FnMut(Child<EntryId>)) {
        for id in self.children(storage) {
            if let (Some(name), Some(kind)) = (self.name(id), self.kind(id)) {
                visitor(Child { name, kind, node: id });
            }
        }
    }

    fn visit_prefixed(
        &self,
        storage: EntryId,
        prefix: &str,
        len: usize,
        visitor: &mut dyn FnMut(ChildRef<'_, EntryId>),
    ) {
        let is_ascii = prefix.is_ascii();
        let prefix_len = if is_ascii { prefix.len() } else { prefix.encode_utf16().count() };
        let least = Name::least(prefix, len);
        let Some(first) = self.first_child(storage, &Sought::new(&least)) else {
            return;
        };
        for id in (first.0..self.children(storage).end).map(EntryId) {
            let units = self.raw(id).and_then(|raw| units_with_prefix(raw, &least, prefix_len));
            let (Some(units), Some(kind)) = (units, self.kind(id)) else { return };
            visitor(ChildRef { units, kind, node: id });
        }
    }

    fn stat(&self, id: EntryId) -> Option<Stat> {
        let (node, raw) = (self.node(id)?, self.raw(id)?);
        Some(Stat {
            name: Name::of_entry(raw),
            kind: self.kind(id)?,
            size: node.size(),
            clsid: raw.clsid,
            state_bits: raw.state_bits.get(),
            created: raw.created,
            modified: raw.modified,
            entry: node.entry,
        })
    }

    #[inline]
    fn content(&self, stream: EntryId) -> Result<Content<'_>, Error> {
        CompoundFile::content(self, stream)
    }

    fn share(&self, stream: EntryId) -> Result<Bytes, Error> {
        let node = self.stream(stream)?;
        if node.size() == 0 { Ok(Bytes::new()) } else { self.gather(stream, node) }
    }

    fn lend_at(&self, stream: EntryId, offset: u64) -> Option<&[u8]> {
        let node = self.stream(stream).ok()?;
        let (start, len) = self.piece_at(node, offset)?;
        let end = start.saturating_add(len).min(self.source.len());
        self.source.lend(start..end).filter(|lent| !lent.is_empty())
    }

    fn read_at(&self, stream: EntryId, offset: u64, buf: &mut [u8]) -> Result<usize, Error> {
        let node = self.stream(stream)?;
        let Some((start, len)) = self.piece_at(node, offset) else {
            return Ok(0);
        };
        let wanted = usize::try_from(len).unwrap_or(usize::MAX).min(buf.len());
        let Some(buf) = buf.get_mut(..wanted) else {
            return Ok(0);
        };
        // What the file cut off reads as zeros.
        let there = usize::try_from(self.source.len().saturating_sub(start)).unwrap_or(usize::MAX);
        let (stored, beyond) = buf.split_at_mut(there.min(wanted));
        // A source may refuse a place behind its end even if nothing is asked of it.
        if !stored.is_empty() {
            self.source.read_at(start, stored)?;
        }
        beyond.fill(0);
        Ok(wanted)
    }
}

impl Directory {
    #[inline]
    fn entry<'s, S: Source>(
        &'s self,
        source: &'s S,
        sector_shift: u32,
        number: u32,
    ) -> Option<&'s DirectoryEntry> {
        let bytes = match self {
            Directory::InPlace(sectors) => {
                let per_sector_shift = sector_shift.wrapping_sub(ENTRY_SHIFT);
                let index = usize::try_from(number.checked_shr(per_sector_shift)?).ok()?;
                let within = number & !(u32::MAX.checked_shl(per_sector_shift)?);
                let sector = u64::from(*sectors.get(index)?).wrapping_add(1);
                let offset =
                    (sector << sector_shift).wrapping_add(u64::from(within) << ENTRY_SHIFT);
                source.lend(offset..offset.wrapping_add(1 << ENTRY_SHIFT))?
            }
            Directory::Copied { bytes, cut_off } => {
                if cut_off.contains(&number) {
                    return None;
                }
                let offset = usize::try_from(u64::from(number) << ENTRY_SHIFT).ok()?;
                bytes.get(offset..offset.checked_add(1 << ENTRY_SHIFT)?)?
            }
        };
        DirectoryEntry::ref_from_bytes(bytes).ok()
    }
}

/// log₂ of the size of a directory entry.
const ENTRY_SHIFT: u32 = 7;

impl<S> std::fmt::Debug for CompoundFile<S> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CompoundFile")
            .field("format", &self.format)
            .field("entries", &self.nodes.len())
            .field("defects", &self.defects)
            .finish_non_exhaustive()
    }
}
