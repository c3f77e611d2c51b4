//! The tree: storages and streams of the base, and those in their place.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use super::EditError;
use super::stream::Stream;
use crate::store::{Base, EntryKind};
use crate::write::Meta;
use crate::{EntryId, Error, Name};

/// A storage or stream of an [`Overlay`](super::Overlay); cheap to clone.
#[derive(Clone)]
pub struct Node(pub(super) Repr);

#[derive(Clone)]
pub(super) enum Repr {
    /// As the base has it, with all that is in it.
    Base(EntryId),
    Storage(Arc<Storage>),
    Stream(Arc<Stream>),
}

impl Node {
    pub(super) fn root() -> Node {
        Node::of_base(EntryId::ROOT)
    }

    pub(super) fn of_base(id: EntryId) -> Node {
        Node(Repr::Base(id))
    }

    pub(super) fn storage(storage: Storage) -> Node {
        Node(Repr::Storage(Arc::new(storage)))
    }

    pub(super) fn stream(stream: Stream) -> Node {
        Node(Repr::Stream(Arc::new(stream)))
    }

    /// Whether this is the very same tree: nobody changed anything in between.
    pub(crate) fn is_same(&self, other: &Node) -> bool {
        match (&self.0, &other.0) {
            (Repr::Base(a), Repr::Base(b)) => a == b,
            (Repr::Storage(a), Repr::Storage(b)) => Arc::ptr_eq(a, b),
            (Repr::Stream(a), Repr::Stream(b)) => Arc::ptr_eq(a, b),
            _ => false,
        }
    }

    /// What a storage keeps while it is changed, and another of the same name does not have;
    /// copies have it in common.
    pub(crate) fn identity(&self, base: &dyn Base) -> Option<u64> {
        match &self.0 {
            Repr::Storage(storage) => Some(storage.identity),
            Repr::Base(id) if kind(base, self) == Some(EntryKind::Storage) => Some(id.0.into()),
            _ => None,
        }
    }

    pub(super) fn is_root_of_base(&self) -> bool {
        matches!(self.0, Repr::Base(EntryId::ROOT))
    }

    /// How many changed storages stand one in another here, at most; 0 for all else.
    pub(super) fn height(&self) -> usize {
        match &self.0 {
            Repr::Storage(storage) => storage.height.max(1),
            _ => 0,
        }
    }
}

impl std::fmt::Debug for Node {
    /// What it is; deep trees cannot exhaust the stack.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.0 {
            Repr::Base(id) => write!(f, "unchanged {id:?}"),
            Repr::Storage(storage) => write!(f, "storage of {}", storage.children.len()),
            Repr::Stream(stream) => write!(f, "stream of {} bytes", stream.len()),
        }
    }
}

/// A storage that is not, or no longer, as the base has it.
#[derive(Clone)]
pub(super) struct Storage {
    pub(super) meta: Meta,
    children: BTreeMap<Name, Node>,
    /// See [`Node::height`]; the tree is dropped by recursion, which this bounds. It only grows.
    height: usize,
    /// See [`Node::identity`]: the number of its entry in the base, or one that no entry has.
    identity: u64,
}

impl Default for Storage {
    fn default() -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(1 << 32);
        Storage::empty(NEXT.fetch_add(1, Relaxed))
    }
}

impl Storage {
    fn empty(identity: u64) -> Storage {
        Storage { meta: Meta::default(), children: BTreeMap::new(), height: 0, identity }
    }

    fn of_base(base: &dyn Base, id: EntryId) -> Storage {
        let mut storage = Storage {
            meta: base.stat(id).map(|stat| Meta::of(&stat)).unwrap_or_default(),
            ..Storage::empty(id.0.into())
        };
        base.visit(id, &mut |child| {
            // Of two with one name a look-up finds the first.
            storage.children.entry(child.name).or_insert(Node::of_base(child.node));
        });
        storage
    }

    /// Sets a child; the name as given replaces one in another case.
    pub(super) fn put(&mut self, name: Name, node: Node) {
        self.height = self.height.max(node.height().saturating_add(1));
        self.children.remove(&name);
        self.children.insert(name, node);
    }

    /// Sets a child that is a stream, or is not there; tells whether it is not a storage. One
    /// search for a name that is new, or is there in the same case.
    pub(super) fn put_stream(&mut self, base: &dyn Base, name: Name, stream: Stream) -> bool {
        self.height = self.height.max(1);
        match self.children.entry(name) {
            Entry::Vacant(vacant) => {
                vacant.insert(Node::stream(stream));
            }
            Entry::Occupied(there) if kind(base, there.get()) == Some(EntryKind::Storage) => {
                return false;
            }
            Entry::Occupied(mut there) if there.key().as_bytes() == name.as_bytes() => {
                there.insert(Node::stream(stream));
            }
            Entry::Occupied(there) => {
                there.remove();
                self.children.insert(name, Node::stream(stream));
            }
        }
        true
    }

    pub(super) fn remove(&mut self, name: &Name) {
        self.children.remove(name);
    }

    /// In the format's order.
    pub(super) fn children(&self) -> impl ExactSizeIterator<Item = (&Name, &Node)> {
        self.children.iter()
    }

    pub(super) fn children_from(&self, least: &Name) -> impl Iterator<Item = (&Name, &Node)> {
        self.children.range(least..)
    }
}

pub(super) fn kind(base: &dyn Base, node: &Node) -> Option<EntryKind> {
    match &node.0 {
        Repr::Base(id) => base.stat(*id).map(|stat| stat.kind),
        Repr::Storage(_) => Some(EntryKind::Storage),
        Repr::Stream(_) => Some(EntryKind::Stream),
    }
}

pub(super) fn child(base: &dyn Base, storage: &Node, name: &Name) -> Option<Node> {
    match &storage.0 {
        Repr::Base(id) => base.child_named(*id, name).map(Node::of_base),
        Repr::Storage(storage) => storage.children.get(name).cloned(),
        Repr::Stream(_) => None,
    }
}

/// The storage at `path`, which is there, ready to be changed and to get a child of `height`:
/// it and those above it are no longer the base's.
pub(super) fn storage_mut<'n>(
    base: &dyn Base,
    root: &'n mut Node,
    path: &[Name],
    height: usize,
) -> Result<&'n mut Storage, Error> {
    let mut storage = own(base, root)?;
    let mut below = path.len();
    for name in path {
        storage.height = storage.height.max(height.saturating_add(below).saturating_add(1));
        below = below.saturating_sub(1);
        let child =
            storage.children.entry(*name).or_insert_with(|| Node::storage(Storage::default()));
        storage = own(base, child)?;
    }
    Ok(storage)
}

/// Makes a storage one that can be changed.
fn own<'n>(base: &dyn Base, node: &'n mut Node) -> Result<&'n mut Storage, Error> {
    if let Repr::Base(id) = node.0 {
        *node = Node::storage(Storage::of_base(base, id));
    }
    match &mut node.0 {
        Repr::Storage(storage) => Ok(Arc::make_mut(storage)),
        _ => Err(Error::WrongKind { id: EntryId(u32::MAX), wanted: "storage" }),
    }
}

/// A copy of a tree that stands on its own: streams of `base` become streams that know it.
pub(super) fn detach(base: &Arc<dyn Base>, node: &Node, max_depth: u64) -> Result<Node, EditError> {
    /// A storage whose children are being copied.
    struct Open {
        name: Option<Name>,
        done: Storage,
        todo: Vec<(Name, Node)>,
    }
    let open = |name, node: &Node| {
        let storage = match &node.0 {
            Repr::Storage(storage) => (**storage).clone(),
            Repr::Base(id) => Storage::of_base(&**base, *id),
            Repr::Stream(_) => Storage::default(),
        };
        let Storage { meta, children, .. } = storage;
        let todo = children.into_iter().rev().collect();
        Open { name, done: Storage { meta, ..Storage::default() }, todo }
    };
    let stream = |node: &Node| match &node.0 {
        Repr::Base(id) => Node::stream(Stream::of_base(base, *id)),
        // Its pieces know where they come from.
        _ => node.clone(),
    };
    if kind(&**base, node) != Some(EntryKind::Storage) {
        return Ok(stream(node));
    }
    let mut stack = vec![open(None, node)];
    loop {
        let deep = stack.len();
        if u64::try_from(deep).is_ok_and(|deep| deep > max_depth.saturating_add(1)) {
            return Err(EditError::TooDeep { max: max_depth });
        }
        let Some(top) = stack.last_mut() else {
            return Ok(Node::storage(Storage::default()));
        };
        if let Some((name, node)) = top.todo.pop() {
            match kind(&**base, &node) {
                Some(EntryKind::Storage) => stack.push(open(Some(name), &node)),
                _ => top.done.put(name, stream(&node)),
            }
        } else if let Some(Open { name, done, .. }) = stack.pop() {
            let done = Node::storage(done);
            match (name, stack.last_mut()) {
                (Some(name), Some(above)) => above.done.put(name, done),
                _ => return Ok(done),
            }
        }
    }
}
