//! A caller's `cfb` file as something that messages can stand on.

use std::borrow::BorrowMut;
use std::io::{Read, Seek, SeekFrom};
use std::marker::PhantomData;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use openimsg_base::{Budget, FileTime, Guid, Limit};

use crate::source::wide;
use crate::store::{Base, Child, Content, EntryKind, Stat};
use crate::{EntryId, Error, Name};

/// A [`cfb::CompoundFile`] that a caller has open, for reading: as `OpenIMsgOnIStg` takes the
/// caller's `IStorage`. It is lent (`&mut`) or given (and [given back](CfbStorage::into_inner)).
///
/// `cfb` needs its file mutable even to read a stream, hence a lock, and each stream's content
/// is copied out. Opening reads the directory only; a stream is read when it is asked for.
///
/// ```
/// use openimsg_base::Budget;
/// use openimsg_storage::{Base, CfbStorage, EntryId};
/// # use std::io::{Cursor, Write};
/// let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new()))?;
/// file.create_stream("/greeting")?.write_all(b"hello")?;
///
/// let storage = CfbStorage::new(&mut file, &Budget::default())?;
/// let greeting = storage.child(EntryId::ROOT, "greeting").expect("it is there");
/// assert_eq!(&*storage.content(greeting)?, b"hello");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct CfbStorage<C, F> {
    file: Mutex<C>,
    /// In the order in which `cfb` walks: each storage before what it holds.
    nodes: Vec<Node>,
    /// All nodes but the root by storage and, within it, in the format's order.
    order: Vec<u32>,
    of: PhantomData<fn() -> F>,
}

struct Node {
    parent: u32,
    stat: Stat,
}

impl<F: Read + Seek, C: BorrowMut<cfb::CompoundFile<F>>> CfbStorage<C, F> {
    /// Looks at the directory of an open file.
    ///
    /// # Errors
    /// [`Error::Refused`] when storages nest deeper than
    /// [`Limits::storage_depth`](openimsg_base::Limits::storage_depth).
    pub fn new(file: C, budget: &Budget) -> Result<Self, Error> {
        let mut nodes: Vec<Node> = Vec::new();
        // The storages that the walk is inside of, the root first.
        let mut path: Vec<u32> = Vec::new();
        for (number, entry) in (0u32..).zip(file.borrow().walk()) {
            let depth = entry.path().components().count().saturating_sub(1);
            path.truncate(depth);
            let kind = if entry.is_stream() { EntryKind::Stream } else { EntryKind::Storage };
            if kind == EntryKind::Storage {
                budget.charge(Limit::StorageDepth, wide(depth))?;
            }
            let stat = Stat {
                name: Name::from_units(entry.name().encode_utf16()),
                kind,
                size: if entry.is_stream() { entry.len() } else { 0 },
                clsid: Guid::from_u128(entry.clsid().as_u128()),
                state_bits: entry.state_bits(),
                created: FileTime::from_system_time(entry.created()).unwrap_or_default(),
                modified: FileTime::from_system_time(entry.modified()).unwrap_or_default(),
                entry: number,
            };
            nodes.push(Node { parent: path.last().copied().unwrap_or(NO_PARENT), stat });
            path.push(number);
        }
        let mut order: Vec<u32> = (0u32..).zip(&nodes).skip(1).map(|(number, _)| number).collect();
        let key = |number: &u32| {
            let node = usize::try_from(*number).ok().and_then(|index| nodes.get(index));
            node.map(|node| (node.parent, node.stat.name))
        };
        order.sort_by_key(key);
        Ok(CfbStorage { file: Mutex::new(file), nodes, order, of: PhantomData })
    }

    /// Gives the file back.
    pub fn into_inner(self) -> C {
        self.file.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The root is in no storage.
const NO_PARENT: u32 = u32::MAX;

impl<C, F> CfbStorage<C, F> {
    fn node(&self, id: EntryId) -> Option<&Node> {
        self.nodes.get(usize::try_from(id.0).ok()?)
    }

    fn children(&self, storage: EntryId) -> &[u32] {
        let parent_of = |number: &u32| self.node(EntryId(*number)).map(|node| node.parent);
        let before = |number: &u32| parent_of(number) < Some(storage.0);
        let through = |number: &u32| parent_of(number) <= Some(storage.0);
        let Range { start, end } =
            self.order.partition_point(before)..self.order.partition_point(through);
        self.order.get(start..end).unwrap_or_default()
    }

    /// A stream's size and its path as `cfb` wants it.
    fn stream(&self, id: EntryId) -> Result<(u64, PathBuf), Error> {
        let stream = self.node(id).filter(|node| node.stat.kind == EntryKind::Stream);
        let Some(stream) = stream else { return Err(Error::WrongKind { id, wanted: "stream" }) };
        let mut names = vec![stream.stat.name.to_string()];
        let mut parent = stream.parent;
        while let Some(node) = self.node(EntryId(parent)).filter(|_| parent != 0) {
            names.push(node.stat.name.to_string());
            parent = node.parent;
        }
        let path = names.into_iter().rev().fold(PathBuf::from("/"), |path, name| path.join(name));
        Ok((stream.stat.size, path))
    }

    fn lock(&self) -> MutexGuard<'_, C> {
        self.file.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<F: Read + Seek, C: BorrowMut<cfb::CompoundFile<F>> + Send> Base for CfbStorage<C, F> {
    fn child(&self, storage: EntryId, name: &str) -> Option<EntryId> {
        let name = Name::for_lookup(name)?;
        let children = self.children(storage);
        let order = |number: &u32| self.node(EntryId(*number)).map(|node| node.stat.name);
        let at = children.partition_point(|number| order(number) < Some(name));
        let found = children.get(at).filter(|number| order(number) == Some(name))?;
        Some(EntryId(*found))
    }

    fn visit(&self, storage: EntryId, visitor: &mut dyn FnMut(Child<EntryId>)) {
        for number in self.children(storage) {
            if let Some(Node { stat, .. }) = self.node(EntryId(*number)) {
                visitor(Child { name: stat.name, kind: stat.kind, node: EntryId(*number) });
            }
        }
    }

    fn stat(&self, id: EntryId) -> Option<Stat> {
        self.node(id).map(|node| node.stat.clone())
    }

    fn content(&self, stream: EntryId) -> Result<Content<'_>, Error> {
        let (size, path) = self.stream(stream)?;
        let mut file = self.lock();
        let opened = (*file).borrow_mut().open_stream(path)?;
        // `cfb` believes the size in the directory: it bounds the reading, not the reserving.
        let mut bytes = Vec::new();
        opened.take(size).read_to_end(&mut bytes)?;
        Ok(Content::Shared(Bytes::from(bytes)))
    }

    fn read_at(&self, stream: EntryId, offset: u64, buf: &mut [u8]) -> Result<usize, Error> {
        let (size, path) = self.stream(stream)?;
        if offset >= size || buf.is_empty() {
            return Ok(0);
        }
        let mut file = self.lock();
        let mut opened = (*file).borrow_mut().open_stream(path)?;
        opened.seek(SeekFrom::Start(offset))?;
        Ok(opened.read(buf)?)
    }
}

impl<C, F> std::fmt::Debug for CfbStorage<C, F> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CfbStorage").field("entries", &self.nodes.len()).finish_non_exhaustive()
    }
}
