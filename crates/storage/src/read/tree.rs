//! Walking the directory: neither the order nor the colour nor the depth of the stored trees is
//! trusted, and every entry is visited at most once.

use std::cmp::Ordering;

use openimsg_base::Limit;
use zerocopy::FromBytes;

use super::chain::{Claims, MiniPiece, MiniSectors, Sectors, Space};
use super::open::Opening;
use super::{Directory, ENTRY_SHIFT, Extent, Node, NodeState};
use crate::name::{entry_len, stored_units};
use crate::name_order::{compare_entries, declares, follows_plain, is_plain};
use crate::name_rank::{Rank, rank};
use crate::raw::{self, DirectoryEntry, NO_STREAM, kind};
use crate::{ChainProblem, Error, Name, Source, defects};

pub(super) struct Tree {
    pub(super) nodes: Vec<Node>,
    pub(super) extents: Vec<Extent>,
}

pub(super) fn read<S: Source>(
    opening: &mut Opening<'_, S>,
    directory: &Directory,
    mini_fat: Vec<u32>,
) -> Result<Tree, Error> {
    let reading = &*opening;
    let Survey { entries, used, stream_bytes } =
        directory.survey(&reading.source, reading.shift, reading.major_version);
    let Some(root) = entries.first().copied().flatten() else {
        return Err(Error::Malformed {
            structure: "root directory entry",
            offset: 48,
            expected: "128 bytes",
            found: 0,
        });
    };
    let mut walk =
        Walk { directory, nodes: Vec::with_capacity(used), entries, path: Vec::with_capacity(64) };
    walk.root(reading, root)?;
    let mut at = 0;
    while let Some(node) = walk.nodes.get(at).copied() {
        if node.state == NodeState::Storage {
            walk.children(reading, at, node)?;
        }
        at = at.saturating_add(1);
    }
    // Streams that nothing leads to do not count: then it is added up again.
    let all = |nodes: &[Node]| nodes.iter().map(Node::size).fold(0, u64::saturating_add);
    let file_len = reading.source.len();
    let crowded = stream_bytes > file_len && all(&walk.nodes) > file_len;
    let mini_stream = (root.start.get(), stream_size(root, reading.major_version));
    let mut tree = Tree { nodes: walk.nodes, extents: Vec::new() };
    let mini_stream = read_mini_stream(opening, mini_stream)?;
    resolve_streams(opening, directory, &mini_fat, &mini_stream, crowded, &mut tree)?;
    Ok(tree)
}

/// A sibling that was visited.
#[derive(Clone, Copy)]
struct Seen<'d> {
    entry: &'d DirectoryEntry,
    /// Units of its name.
    len: usize,
    rank: Rank,
    /// Whether its name is beyond doubt.
    plain: bool,
}

struct Walk<'d> {
    directory: &'d Directory,
    nodes: Vec<Node>,
    /// The entries that nothing led to yet.
    entries: Vec<Option<&'d DirectoryEntry>>,
    /// Entries that are still to be visited, with their right-hand siblings.
    path: Vec<(u32, &'d DirectoryEntry)>,
}

impl<'d> Walk<'d> {
    fn root<S: Source>(
        &mut self,
        opening: &Opening<'_, S>,
        root: &DirectoryEntry,
    ) -> Result<(), Error> {
        if root.kind != kind::ROOT {
            opening.defect(&defects::ROOT_ENTRY, 0, root.kind)?;
        }
        self.visit(0);
        self.nodes.push(Node::storage(0, Rank::LEAST, root.child.get(), 0));
        Ok(())
    }

    /// An entry that a link leads to, the first time that one does.
    #[inline]
    fn visit(&mut self, number: u32) -> Option<&'d DirectoryEntry> {
        self.entries.get_mut(usize::try_from(number).ok()?)?.take()
    }

    /// Appends the children of the storage `nodes[at]`, in order.
    fn children<S: Source>(
        &mut self,
        opening: &Opening<'_, S>,
        at: usize,
        storage: Node,
    ) -> Result<(), Error> {
        let first = self.nodes.len();
        let depth = storage.depth().saturating_add(1);
        let mut link = storage.first;
        let mut previous: Option<Seen<'_>> = None;
        let mut ordered = true;
        self.path.clear();
        loop {
            // Down to the left as far as it goes …
            while link != NO_STREAM {
                let Some(entry) = self.visit(link) else {
                    opening.defect(&defects::TREE_LINK, storage.entry, link)?;
                    break;
                };
                self.path.push((link, entry));
                link = entry.left.get();
            }
            // … then the entry itself, then its right.
            let Some((number, entry)) = self.path.pop() else {
                break;
            };
            link = entry.right.get();
            let len = entry_len(entry);
            let (rank, usual) = rank(&entry.name, len);
            // Until chains are followed, a stream's first piece is its first sector, and until
            // a storage is visited, its first child is the top of their tree.
            let node = match entry.kind {
                kind::STREAM => {
                    let size = stream_size(entry, opening.major_version);
                    Node::stream(number, rank, entry.start.get(), size)
                }
                kind::STORAGE => {
                    opening.budget.charge(Limit::StorageDepth, u64::from(depth))?;
                    Node::storage(number, rank, entry.child.get(), depth)
                }
                _ => {
                    opening.defect(&defects::ENTRY_TYPE, number, entry.kind)?;
                    continue;
                }
            };
            let (follows, plain) = match previous {
                _ if usual => {
                    let follows = previous.is_none_or(|before| {
                        before.rank < rank
                            || before.rank == rank && compare_entries(before.entry, entry).is_lt()
                    });
                    (follows, declares(entry, len))
                }
                Some(before) if before.plain => {
                    follows_plain((before.entry, before.len), (entry, len))
                }
                Some(before) => {
                    (compare_entries(before.entry, entry).is_lt(), is_plain(entry, len))
                }
                None => (true, is_plain(entry, len)),
            };
            ordered &= follows;
            previous = Some(Seen { entry, len, rank, plain });
            if !plain {
                check_name(opening, number, entry)?;
            }
            self.nodes.push(node);
        }
        if !ordered {
            self.sort(opening, storage.entry, first)?;
        }
        let count = self.nodes.len().saturating_sub(first);
        if let Some(node) = self.nodes.get_mut(at) {
            node.first = u32::try_from(first).unwrap_or(u32::MAX);
            node.count = u32::try_from(count).unwrap_or(u32::MAX);
        }
        Ok(())
    }

    /// Puts the children from `first` on in order; of equal names the one met first stays first.
    #[cold]
    fn sort<S: Source>(
        &mut self,
        opening: &Opening<'_, S>,
        storage: u32,
        first: usize,
    ) -> Result<(), Error> {
        let directory = self.directory;
        let entry = |node: &Node| directory.entry(&opening.source, opening.shift, node.entry);
        let compare = |a: &Node, b: &Node| match (entry(a), entry(b)) {
            (Some(a), Some(b)) => compare_entries(a, b),
            _ => Ordering::Equal,
        };
        let children = self.nodes.get_mut(first..).unwrap_or_default();
        let unsorted = !children.is_sorted_by(|a, b| compare(a, b).is_le());
        children.sort_by(compare);
        let twice: Vec<u32> = children
            .windows(2)
            .filter_map(|pair| match pair {
                [a, b] if compare(a, b).is_eq() => Some(b.entry),
                _ => None,
            })
            .collect();
        if unsorted {
            opening.defect(&defects::TREE_ORDER, storage, 0u32)?;
        }
        for entry in twice {
            opening.defect(&defects::NAME_TWICE, entry, 0u32)?;
        }
        Ok(())
    }
}

#[cold]
fn check_name<S: Source>(
    opening: &Opening<'_, S>,
    number: u32,
    entry: &DirectoryEntry,
) -> Result<(), Error> {
    let declared = entry.name_len.get();
    let terminated = entry_len(entry).saturating_add(1).saturating_mul(2);
    if usize::from(declared) != terminated || !Name::from_units(stored_units(entry)).is_legal() {
        opening.defect(&defects::NAME, number, declared)?;
    }
    Ok(())
}

/// Follows the chain of every stream.
fn resolve_streams<S: Source>(
    opening: &mut Opening<'_, S>,
    directory: &Directory,
    mini_fat: &[u32],
    mini_stream: &MiniStream,
    crowded: bool,
    tree: &mut Tree,
) -> Result<(), Error> {
    let mut mini_space = Space {
        fat: mini_fat,
        claims: Claims::new(mini_stream.count),
        place: mini_stream.place(opening.shift),
        sectors: mini_stream.count,
    };
    let fat = std::mem::take(&mut opening.fat);
    let mut space = Space {
        fat: &fat,
        claims: std::mem::replace(&mut opening.claims, Claims::new(0)),
        place: Sectors { shift: opening.shift },
        sectors: opening.sectors,
    };
    let file_len = opening.source.len();
    let cut_off = file_len < opening.offset(opening.sectors);
    let likely_extents = tree.nodes.len();
    for node in tree.nodes.iter_mut().filter(|node| node.state == NodeState::Stream) {
        let (first, size) = (node.first, node.size());
        if size == 0 {
            continue;
        }
        let mini = size < u64::from(raw::MINI_STREAM_CUTOFF);
        // Chains of a crowded file are followed with care: most of them may be lies.
        let in_one_piece = if crowded {
            None
        } else if mini {
            mini_space.resolve_in_one_piece(first, size)
        } else {
            space.resolve_in_one_piece(first, size)
        };
        if let Some(place) = in_one_piece {
            (node.first, node.count) = (place, 1);
            if cut_off && is_cut_off(node, &[], file_len) {
                node.state = NodeState::CutOff;
                opening.defect(&defects::LAST_SECTOR, node.entry, file_len)?;
            }
            continue;
        }
        if tree.extents.capacity() == 0 {
            tree.extents.reserve(likely_extents);
        }
        let resolved = if mini {
            mini_space.resolve(first, size, crowded, &mut tree.extents)
        } else {
            space.resolve(first, size, crowded, &mut tree.extents)
        };
        let entry = directory.entry(&opening.source, opening.shift, node.entry);
        let declared = entry.map_or(0, |entry| stream_size(entry, opening.major_version));
        node.set_size(resolved.size);
        (node.first, node.count) = (resolved.first, resolved.count);
        if let Some(problem) = resolved.problem {
            node.state = NodeState::Broken(problem);
            node.set_size(0);
            opening.defect(&defects::CHAIN_BROKEN, node.entry, first)?;
            continue;
        }
        if let Some(number) = resolved.shared {
            opening.defect(&defects::SHARED_SECTOR, node.entry, number)?;
        }
        if resolved.size < declared {
            opening.defect(&defects::CHAIN_SHORT, node.entry, declared)?;
        }
        if resolved.longer {
            opening.defect(&defects::CHAIN_LONG, node.entry, declared)?;
        }
        if cut_off && is_cut_off(node, &tree.extents, file_len) {
            node.state = NodeState::CutOff;
            opening.defect(&defects::LAST_SECTOR, node.entry, file_len)?;
        }
    }
    Ok(())
}

/// Whether the last sector of the file is cut off and the stream goes beyond. Only the piece
/// that comes last in the file can: all its sectors exist at least in part.
fn is_cut_off(node: &Node, extents: &[Extent], file_len: u64) -> bool {
    let end_of = |start: u32, len: u64| (u64::from(start) << super::UNIT_SHIFT).saturating_add(len);
    if node.count <= 1 {
        return end_of(node.first, node.size()) > file_len;
    }
    let from = usize::try_from(node.first).unwrap_or(usize::MAX);
    let mut at = 0;
    extents.get(from..).unwrap_or_default().iter().any(|extent| {
        let end = node.size().min(u64::from(extent.end) << super::UNIT_SHIFT);
        let len = end.saturating_sub(std::mem::replace(&mut at, end));
        end_of(extent.start, len) > file_len
    })
}

/// The mini stream: a stream of its own that starts in the root's entry ([MS-CFB] 2.6.2).
struct MiniStream {
    sectors: Vec<u32>,
    /// Mini sectors that it holds.
    count: u32,
}

impl MiniStream {
    /// Where its mini sectors are, given log₂ of the size of a sector.
    fn place(&self, sector_shift: u32) -> MiniSectors {
        let unit_shift = sector_shift.saturating_sub(super::UNIT_SHIFT);
        let mut pieces: Vec<MiniPiece> = Vec::with_capacity(self.sectors.len());
        // From the last on, so that each knows how far the sectors behind it go on.
        for number in self.sectors.iter().rev() {
            // The file's length was checked to fit.
            let start = number.wrapping_add(1) << unit_shift;
            let len = 1u32 << unit_shift;
            let joined = pieces.last().filter(|next| next.start == start.wrapping_add(len));
            let len = joined.map_or(len, |next| next.len.saturating_add(len));
            pieces.push(MiniPiece { start, len });
        }
        pieces.reverse();
        MiniSectors { pieces, unit_shift }
    }
}

fn read_mini_stream<S: Source>(
    opening: &mut Opening<'_, S>,
    (first, size): (u32, u64),
) -> Result<MiniStream, Error> {
    if size == 0 {
        return Ok(MiniStream { sectors: Vec::new(), count: 0 });
    }
    let mut sectors = Vec::new();
    let broken = opening.follow(first, &mut sectors).is_some();
    let there = u64::try_from(sectors.len()).unwrap_or(u64::MAX) << opening.shift;
    if broken || there < size {
        opening.defect(&defects::MINI_STREAM, 0, size)?;
    }
    let count = u32::try_from(there.min(size).div_ceil(1 << super::UNIT_SHIFT));
    Ok(MiniStream { sectors, count: count.unwrap_or(u32::MAX) })
}

/// The declared size; in version 3 the upper half may be junk ([MS-CFB] 2.6.1).
pub(super) fn stream_size(entry: &DirectoryEntry, major_version: u16) -> u64 {
    let high = if major_version == 3 { 0 } else { entry.size_high.get() };
    u64::from(entry.size_low.get()) | u64::from(high) << 32
}

/// All entries in the order in which they lie. Looking at them in that order brings them close:
/// the walk jumps.
struct Survey<'s> {
    /// Nothing where the end of the file cuts one off.
    entries: Vec<Option<&'s DirectoryEntry>>,
    /// How many are not blank; the tree has no more.
    used: usize,
    /// What the streams claim to hold together.
    stream_bytes: u64,
}

impl<'s> Survey<'s> {
    #[inline]
    fn add(&mut self, entries: &'s [DirectoryEntry], major_version: u16) {
        for entry in entries {
            let counts = u64::from(entry.kind == kind::STREAM).wrapping_neg();
            // To look at both ends of an entry brings all of it close.
            let [initial, ..] = entry.name;
            self.used = self.used.wrapping_add(usize::from(entry.kind | initial != 0));
            let size = stream_size(entry, major_version) & counts;
            self.stream_bytes = self.stream_bytes.saturating_add(size);
        }
        self.entries.extend(entries.iter().map(Some));
    }
}

impl Directory {
    fn survey<'s, S: Source>(
        &'s self,
        source: &'s S,
        sector_shift: u32,
        major_version: u16,
    ) -> Survey<'s> {
        let per_sector = 1usize << sector_shift.saturating_sub(ENTRY_SHIFT);
        let mut survey = Survey { entries: Vec::new(), used: 0, stream_bytes: 0 };
        let sectors = match self {
            Directory::InPlace(sectors) => sectors,
            Directory::Copied { bytes, cut_off } => {
                survey.add(<[_]>::ref_from_bytes(bytes).unwrap_or_default(), major_version);
                for (number, entry) in (0..).zip(&mut survey.entries) {
                    if cut_off.contains(&number) {
                        *entry = None;
                    }
                }
                return survey;
            }
        };
        bring_close(source, sectors, sector_shift);
        survey.entries.reserve_exact(sectors.len().saturating_mul(per_sector));
        for number in sectors {
            let start = u64::from(*number).wrapping_add(1) << sector_shift;
            let lend = |from: u64, len: u64| {
                let lent = source.lend(from..from.wrapping_add(len))?;
                <[DirectoryEntry]>::ref_from_bytes(lent).ok()
            };
            match lend(start, 1 << sector_shift) {
                // A sector holds four entries or 32; to add four takes no loop.
                Some(lent) => {
                    for four in lent.as_chunks::<4>().0 {
                        survey.add(four, major_version);
                    }
                }
                // Only the last sector of the file can be cut off.
                None => {
                    for index in 0..1u64 << sector_shift.saturating_sub(ENTRY_SHIFT) {
                        match lend(start.wrapping_add(index << ENTRY_SHIFT), 1 << ENTRY_SHIFT) {
                            Some(lent) => survey.add(lent, major_version),
                            None => survey.entries.push(None),
                        }
                    }
                }
            }
        }
        survey
    }
}

/// Looks at a byte of each line of some sectors, so that the processor asks for many lines at
/// once instead of waiting for each when there is work to do with it.
fn bring_close<S: Source>(source: &S, sectors: &[u32], shift: u32) {
    let mut seen = 0;
    for number in sectors {
        let start = u64::from(*number).wrapping_add(1) << shift;
        let lent = source.lend(start..start.wrapping_add(1 << shift)).unwrap_or_default();
        for [first, ..] in lent.as_chunks::<64>().0 {
            seen |= first;
        }
    }
    std::hint::black_box(seen);
}

// `ChainProblem` is part of `NodeState`; the size of a node is part of the promise on memory.
const _: () = assert!(size_of::<Node>() == 24 && size_of::<ChainProblem>() == 1);
