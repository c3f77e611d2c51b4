//! Transactions: changes to a storage that stays as it is until they are saved.
//!
//! An [`Overlay`] is a persistent tree over an untouched [`Base`]: what nobody changed is still
//! the base's, what was changed is in memory or in an anonymous temporary file. A clone is a
//! snapshot that costs nothing, so that transactions nest as those of structured storage do:
//!
//! * begin: `let mut inner = outer.clone()`, or [`Overlay::nested`] for one storage in it;
//! * commit: `outer = inner`, or [`Overlay::put`] of [`Overlay::into_root`];
//! * revert: drop `inner`.
//!
//! ```
//! use std::sync::Arc;
//! use openimsg_base::Budget;
//! use openimsg_storage::{CompoundFile, Overlay, Store};
//! # use openimsg_storage::write::{Options, StorageBuilder};
//! # let mut root = StorageBuilder::new();
//! # root.storage("folder")?.stream("greeting", b"hello".as_slice())?;
//! # let mut image = Vec::new();
//! # root.write_to(&Options::default(), &mut image)?;
//! let file = CompoundFile::open(image, &Budget::default())?;
//! let mut storage = Overlay::new(Arc::new(file));
//!
//! let folder = storage.find("folder").ok_or("missing")?;
//! let mut inner = storage.nested(&folder)?;
//! inner.append("greeting", b", world".as_slice())?;
//! let greeting = storage.find("folder/greeting").ok_or("missing")?;
//! assert_eq!(&*storage.content(&greeting)?, b"hello", "not committed");
//!
//! storage.put("folder", inner.into_root())?;
//! let greeting = storage.find("folder/greeting").ok_or("missing")?;
//! assert_eq!(&*storage.content(&greeting)?, b"hello, world");
//!
//! let mut changed = Vec::new();
//! storage.image()?.write_to(&Options::default(), &mut changed)?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod empty;
mod error;
mod image;
mod path;
mod spill;
mod stream;
mod tree;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use bytes::Bytes;
use openimsg_base::{Budget, DefectKind, FileTime, Guid, Limits};

pub use error::EditError;
pub use path::IntoPath;
use spill::Spill;
use stream::Stream;
pub use tree::Node;
use tree::{Repr, Storage};

use crate::store::{Base, Child, ChildRef, Content, EntryKind, Stat, Store};
use crate::write;
use crate::{Error, Name};

/// A transaction over an untouched base; see the [module](self).
///
/// Paths are names separated by `/`, or slices of [`Name`]s for names that hold one; the empty
/// path is the root. An operation that fails changes nothing.
#[derive(Clone)]
pub struct Overlay {
    base: Arc<dyn Base>,
    root: Node,
    spill: Arc<Spill>,
    /// Storages inside storages, the root being at depth 0.
    max_depth: u64,
    accepts_loss: bool,
}

impl Overlay {
    /// A transaction over `base`, with the default [`Limits`].
    #[must_use]
    pub fn new(base: Arc<dyn Base>) -> Self {
        Overlay::with_limits(base, &Limits::default())
    }

    /// A transaction over `base`: [`Limits::storage_depth`] and [`Limits::pending_bytes`] hold.
    #[must_use]
    pub fn with_limits(base: Arc<dyn Base>, limits: &Limits) -> Self {
        Overlay {
            base,
            root: Node::root(),
            spill: Arc::new(Spill::new(limits.pending_bytes)),
            max_depth: limits.storage_depth,
            accepts_loss: false,
        }
    }

    /// The same with the limits of a budget: what is pending from now on is charged to it, and so
    /// to the budget above it, together with what is pending elsewhere.
    #[must_use]
    pub fn charged_to(self, budget: &Arc<Budget>) -> Self {
        let spill = Arc::new(Spill::charged_to(budget.clone()));
        Overlay { spill, max_depth: budget.limits().storage_depth, ..self }
    }

    /// A transaction over nothing: how a new file begins.
    #[must_use]
    pub fn empty() -> Self {
        Overlay::empty_with(&Limits::default())
    }

    /// As [`Overlay::empty`], with limits as of [`Overlay::with_limits`].
    #[must_use]
    pub fn empty_with(limits: &Limits) -> Self {
        Overlay::with_limits(Arc::new(empty::Empty), limits)
    }

    /// What is below.
    #[must_use]
    pub fn base(&self) -> &Arc<dyn Base> {
        &self.base
    }

    /// Why something of the base cannot be read, if anything cannot and that was not
    /// [accepted](Overlay::accepting_loss).
    #[must_use]
    pub fn lost(&self) -> Option<&'static DefectKind> {
        self.base.lost().filter(|_| !self.accepts_loss)
    }

    /// The same, for which what is left of a damaged base counts as all there is: nothing is
    /// [lost](Overlay::lost), and [`Overlay::image`] is [`Overlay::image_of_what_is_left`].
    #[must_use]
    pub fn accepting_loss(self) -> Self {
        Overlay { accepts_loss: true, ..self }
    }

    /// The storage or stream at `path`.
    #[must_use]
    pub fn find(&self, path: impl IntoPath) -> Option<Node> {
        self.resolve(&path.into_path().ok()?)
    }

    /// A transaction whose root is a storage of this one. What it changes is seen here once its
    /// [root](Overlay::into_root) is [put](Overlay::put) back.
    ///
    /// # Errors
    /// [`EditError::WrongKind`] for a stream.
    pub fn nested(&self, storage: &Node) -> Result<Overlay, EditError> {
        match self.kind(storage) {
            Some(EntryKind::Storage) => Ok(Overlay { root: storage.clone(), ..self.clone() }),
            _ => Err(EditError::WrongKind { path: "".into(), wanted: EntryKind::Storage }),
        }
    }

    /// The tree as it is now, to be [put](Overlay::put) into the transaction it came from.
    #[must_use]
    pub fn into_root(self) -> Node {
        self.root
    }

    /// A transaction like this one over another tree of the same base.
    pub(crate) fn rooted(&self, root: Node) -> Overlay {
        Overlay { root, ..self.clone() }
    }

    /// Puts the elements of `from`'s root whose names begin with `prefix`, upper and lower case
    /// being the same, in the place of those here; everything else in the root stays. Class,
    /// flags and times of the root become those of `from`'s.
    ///
    /// # Errors
    /// As [`Overlay::graft`].
    pub fn replace_prefixed(&mut self, prefix: &str, from: &Overlay) -> Result<(), EditError> {
        let mut changed = self.clone();
        let (old, new) = (self.prefixed(prefix), from.prefixed(prefix));
        let same_base = Arc::ptr_eq(&self.base, &from.base);
        let kept: HashSet<Name> = new.iter().map(|(name, _)| *name).collect();
        for (name, _) in old.iter().filter(|(name, _)| !kept.contains(name)) {
            changed.remove(*name)?;
        }
        let old: HashMap<&[u8; 64], &Node> =
            old.iter().map(|(name, node)| (name.as_bytes(), node)).collect();
        for (name, node) in new {
            let is_there = old.get(name.as_bytes()).is_some_and(|old| old.is_same(&node));
            if !(same_base && is_there) {
                changed.graft(name, from, &node)?;
            }
        }
        if let (Some(old), Some(new)) = (self.stat(&self.root), from.stat(&from.root))
            && write::Meta::of(&old) != write::Meta::of(&new)
        {
            changed.edit_meta(&[], |meta| *meta = write::Meta::of(&new))?;
        }
        *self = changed;
        Ok(())
    }

    /// Whether the elements of the root whose names begin with `prefix` are the very same here and
    /// in `other`: nobody put another in the place of one, whatever it holds. Nothing is read. Of
    /// two transactions over different bases, they are not.
    #[must_use]
    pub fn is_same_prefixed(&self, prefix: &str, other: &Overlay) -> bool {
        if !Arc::ptr_eq(&self.base, &other.base) {
            return false;
        }
        if self.root.is_same(&other.root) {
            return true;
        }
        let (own, others) = (self.prefixed(prefix), other.prefixed(prefix));
        let same = |((a, x), (b, y)): (&(Name, Node), &(Name, Node))| {
            a.as_bytes() == b.as_bytes() && x.is_same(y)
        };
        own.len() == others.len() && own.iter().zip(&others).all(same)
    }

    /// Whether the tree is no longer simply the base's.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        !self.root.is_root_of_base()
    }

    /// Adds an empty storage.
    ///
    /// # Errors
    /// [`EditError::Exists`] when something has that name, [`EditError::NotFound`] when the
    /// storage above is missing, and what [`Overlay::put`] gives.
    pub fn create_storage(&mut self, path: impl IntoPath) -> Result<(), EditError> {
        let path = path.into_path()?;
        self.must_be_free(&path)?;
        self.put_at(&path, Node::storage(Storage::default()))
    }

    /// Adds a stream. Content beyond [`Limits::pending_bytes`] goes to a temporary file; a
    /// [reader](write::Content::reader) is asked when the content is needed.
    ///
    /// # Errors
    /// As [`Overlay::create_storage`], and [`EditError::Storage`] when the temporary file fails.
    pub fn create_stream(
        &mut self,
        path: impl IntoPath,
        content: impl Into<write::Content<'static>>,
    ) -> Result<(), EditError> {
        let path = path.into_path()?;
        self.must_be_free(&path)?;
        let stream = Stream::new(content.into(), &self.spill)?;
        self.put_at(&path, Node::stream(stream))
    }

    /// Gives a stream a new content, adding it if it is missing. Class, flags and times that a
    /// stream of a damaged file may have go away.
    ///
    /// # Errors
    /// [`EditError::WrongKind`] when there is a storage; else as [`Overlay::create_stream`].
    pub fn put_stream(
        &mut self,
        path: impl IntoPath,
        content: impl Into<write::Content<'static>>,
    ) -> Result<(), EditError> {
        let path = path.into_path()?;
        if let Some(old) = self.resolve(&path) {
            self.must_be(&path, &old, EntryKind::Stream)?;
        }
        let stream = Stream::new(content.into(), &self.spill)?;
        self.put_at(&path, Node::stream(stream))
    }

    /// As [`Overlay::put_stream`] for a stream in the root, several times as fast: for those who
    /// put many.
    ///
    /// # Errors
    /// As [`Overlay::put_stream`].
    pub fn put_root_stream(
        &mut self,
        name: impl write::IntoName,
        content: impl Into<write::Content<'static>>,
    ) -> Result<(), EditError> {
        let name = name.into_name()?;
        let stream = Stream::new(content.into(), &self.spill)?;
        let storage = tree::storage_mut(&*self.base, &mut self.root, &[], 0)?;
        if storage.put_stream(&*self.base, name, stream) {
            return Ok(());
        }
        Err(EditError::WrongKind { path: path::text(&[name]), wanted: EntryKind::Stream })
    }

    /// Puts a storage or stream of this transaction, of a snapshot or of a nested one at `path`,
    /// in place of what is there. The storage above must exist.
    ///
    /// A node of a transaction over *another* base needs [`Overlay::graft`].
    ///
    /// # Errors
    /// [`EditError::NotFound`] when the storage above is missing, [`EditError::TooDeep`] when
    /// storages would nest too deep, [`EditError::WrongKind`] for a stream as the root.
    pub fn put(&mut self, path: impl IntoPath, node: Node) -> Result<(), EditError> {
        self.put_at(&path.into_path()?, node)
    }

    /// Copies a storage or stream of any transaction to `path`, in place of what is there.
    /// Nothing is read: the content stays where it is, and `from`'s base is kept alive.
    ///
    /// # Errors
    /// As [`Overlay::put`].
    pub fn graft(
        &mut self,
        path: impl IntoPath,
        from: &Overlay,
        node: &Node,
    ) -> Result<(), EditError> {
        let path = path.into_path()?;
        let node = if Arc::ptr_eq(&self.base, &from.base) {
            node.clone()
        } else {
            tree::detach(&from.base, node, self.max_depth)?
        };
        self.put_at(&path, node)
    }

    /// Removes a storage with all that is in it, or a stream.
    ///
    /// # Errors
    /// [`EditError::NotFound`], [`EditError::Root`].
    pub fn remove(&mut self, path: impl IntoPath) -> Result<(), EditError> {
        let path = path.into_path()?;
        self.take(&path).map(|_| ())
    }

    /// Gives a storage or stream another name in the same storage; the case alone may change.
    ///
    /// # Errors
    /// [`EditError::NotFound`], [`EditError::Exists`], [`EditError::Root`], and
    /// [`EditError::Name`] for what cannot be a name.
    pub fn rename(
        &mut self,
        path: impl IntoPath,
        name: impl write::IntoName,
    ) -> Result<(), EditError> {
        let from = path.into_path()?;
        let mut to = from.clone();
        to.pop().ok_or(EditError::Root)?;
        to.push(name.into_name()?);
        self.move_at(&from, &to)
    }

    /// Moves a storage with all that is in it, or a stream.
    ///
    /// # Errors
    /// As [`Overlay::rename`], and [`EditError::IntoItself`].
    pub fn move_to(&mut self, from: impl IntoPath, to: impl IntoPath) -> Result<(), EditError> {
        self.move_at(&from.into_path()?, &to.into_path()?)
    }

    /// Copies a storage with all that is in it, or a stream; costs nothing.
    ///
    /// # Errors
    /// [`EditError::NotFound`], [`EditError::Exists`], [`EditError::TooDeep`].
    pub fn copy(&mut self, from: impl IntoPath, to: impl IntoPath) -> Result<(), EditError> {
        let (from, to) = (from.into_path()?, to.into_path()?);
        let node = self.resolve(&from).ok_or_else(|| EditError::not_found(&from))?;
        self.must_be_free(&to)?;
        self.put_at(&to, node)
    }

    /// Adds bytes at the end of a stream.
    ///
    /// # Errors
    /// [`EditError::NotFound`], [`EditError::WrongKind`], and [`EditError::Storage`] when the
    /// temporary file fails.
    pub fn append(
        &mut self,
        path: impl IntoPath,
        content: impl Into<write::Content<'static>>,
    ) -> Result<(), EditError> {
        let added = Stream::new(content.into(), &self.spill)?;
        self.edit_stream(&path.into_path()?, |stream| stream.write_at(stream.len(), added))
    }

    /// Cuts a stream off, or fills it up with zeros.
    ///
    /// # Errors
    /// [`EditError::NotFound`], [`EditError::WrongKind`].
    pub fn set_len(&mut self, path: impl IntoPath, len: u64) -> Result<(), EditError> {
        self.edit_stream(&path.into_path()?, |stream| stream.set_len(len))
    }

    /// Writes over the bytes of a stream from `offset` on; it grows as needed, with zeros up to
    /// an `offset` past its end.
    ///
    /// # Errors
    /// As [`Overlay::append`].
    pub fn write_at(
        &mut self,
        path: impl IntoPath,
        offset: u64,
        content: impl Into<write::Content<'static>>,
    ) -> Result<(), EditError> {
        let added = Stream::new(content.into(), &self.spill)?;
        self.edit_stream(&path.into_path()?, |stream| stream.write_at(offset, added))
    }

    /// Sets the class of the object that a storage holds.
    ///
    /// # Errors
    /// [`EditError::NotFound`].
    pub fn set_clsid(&mut self, path: impl IntoPath, clsid: Guid) -> Result<(), EditError> {
        self.edit_meta(&path.into_path()?, |meta| meta.clsid = clsid)
    }

    /// Sets the application's flags of a storage.
    ///
    /// # Errors
    /// [`EditError::NotFound`].
    pub fn set_state_bits(&mut self, path: impl IntoPath, bits: u32) -> Result<(), EditError> {
        self.edit_meta(&path.into_path()?, |meta| meta.state_bits = bits)
    }

    /// Sets when a storage was made.
    ///
    /// # Errors
    /// [`EditError::NotFound`].
    pub fn set_created(&mut self, path: impl IntoPath, time: FileTime) -> Result<(), EditError> {
        self.edit_meta(&path.into_path()?, |meta| meta.created = time)
    }

    /// Sets when a storage was changed.
    ///
    /// # Errors
    /// [`EditError::NotFound`].
    pub fn set_modified(&mut self, path: impl IntoPath, time: FileTime) -> Result<(), EditError> {
        self.edit_meta(&path.into_path()?, |meta| meta.modified = time)
    }

    /// The whole tree, ready to be written. What was not changed is copied from the base as it
    /// stands.
    ///
    /// # Errors
    /// [`EditError::Lost`] when the base is a damaged file of which something could not be read:
    /// writing it would lose that for good; see [`Overlay::image_of_what_is_left`].
    /// [`EditError::TooDeep`] when storages nest deeper than the limit.
    pub fn image(&self) -> Result<write::StorageBuilder<'_>, EditError> {
        match self.lost() {
            Some(kind) => Err(EditError::Lost { kind }),
            None => image::build(self, self.accepts_loss),
        }
    }

    /// As [`Overlay::image`], of a damaged base too: streams that cannot be read are empty, and
    /// names that no file can have are left out.
    ///
    /// # Errors
    /// [`EditError::TooDeep`] when storages nest deeper than the limit.
    pub fn image_of_what_is_left(&self) -> Result<write::StorageBuilder<'_>, EditError> {
        image::build(self, true)
    }

    /// The node at `path`, if any.
    fn resolve(&self, path: &[Name]) -> Option<Node> {
        let mut node = self.root.clone();
        for name in path {
            node = tree::child(&*self.base, &node, name)?;
        }
        Some(node)
    }

    /// The elements of the root whose names begin with `prefix`, in the format's order.
    fn prefixed(&self, prefix: &str) -> Vec<(Name, Node)> {
        let mut all = Vec::new();
        self.visit(&self.root, &mut |child| {
            if child.name.starts_with(prefix) {
                all.push((child.name, child.node));
            }
        });
        all
    }

    fn kind(&self, node: &Node) -> Option<EntryKind> {
        tree::kind(&*self.base, node)
    }

    fn must_be(&self, path: &[Name], node: &Node, wanted: EntryKind) -> Result<(), EditError> {
        match self.kind(node) {
            Some(kind) if kind == wanted => Ok(()),
            _ => Err(EditError::WrongKind { path: path::text(path), wanted }),
        }
    }

    fn must_be_free(&self, path: &[Name]) -> Result<(), EditError> {
        match self.resolve(path) {
            Some(_) => Err(EditError::Exists { path: path::text(path) }),
            None => Ok(()),
        }
    }

    /// Puts a node in; the one place that changes the tree.
    fn put_at(&mut self, path: &[Name], node: Node) -> Result<(), EditError> {
        let depth = path.len().saturating_add(node.height());
        if u64::try_from(depth).is_ok_and(|depth| depth > self.max_depth.saturating_add(1)) {
            return Err(EditError::TooDeep { max: self.max_depth });
        }
        let Some((name, above)) = path.split_last() else {
            self.must_be(path, &node, EntryKind::Storage)?;
            self.root = node;
            return Ok(());
        };
        let storage = self.resolve(above).ok_or_else(|| EditError::not_found(above))?;
        self.must_be(above, &storage, EntryKind::Storage)?;
        let height = node.height();
        let storage = tree::storage_mut(&*self.base, &mut self.root, above, height)?;
        storage.put(*name, node);
        Ok(())
    }

    fn take(&mut self, path: &[Name]) -> Result<Node, EditError> {
        let (name, above) = path.split_last().ok_or(EditError::Root)?;
        let node = self.resolve(path).ok_or_else(|| EditError::not_found(path))?;
        tree::storage_mut(&*self.base, &mut self.root, above, 0)?.remove(name);
        Ok(node)
    }

    fn move_at(&mut self, from: &[Name], to: &[Name]) -> Result<(), EditError> {
        if to.len() > from.len() && to.starts_with(from) {
            return Err(EditError::IntoItself);
        }
        // The same name in another case is the same place.
        if from != to {
            self.must_be_free(to)?;
        }
        let before = self.root.clone();
        let node = self.take(from)?;
        self.put_at(to, node).inspect_err(|_| self.root = before)
    }

    fn edit_stream(
        &mut self,
        path: &[Name],
        edit: impl FnOnce(&mut Stream),
    ) -> Result<(), EditError> {
        let node = self.resolve(path).ok_or_else(|| EditError::not_found(path))?;
        self.must_be(path, &node, EntryKind::Stream)?;
        let mut stream = match node.0 {
            Repr::Stream(stream) => stream,
            Repr::Base(id) => {
                // A stream that cannot be read would lose the rest of it.
                self.base.read_at(id, 0, &mut [])?;
                Arc::new(Stream::of_base(&self.base, id))
            }
            Repr::Storage(_) => return Ok(()),
        };
        edit(Arc::make_mut(&mut stream));
        self.put_at(path, Node(Repr::Stream(stream)))
    }

    fn edit_meta(
        &mut self,
        path: &[Name],
        edit: impl FnOnce(&mut write::Meta),
    ) -> Result<(), EditError> {
        let node = self.resolve(path).ok_or_else(|| EditError::not_found(path))?;
        match self.kind(&node) {
            Some(EntryKind::Storage) => {
                edit(&mut tree::storage_mut(&*self.base, &mut self.root, path, 0)?.meta);
                Ok(())
            }
            _ => self.edit_stream(path, |stream| edit(&mut stream.meta)),
        }
    }
}

impl Store for Overlay {
    type Node = Node;

    fn root(&self) -> Node {
        self.root.clone()
    }

    fn child(&self, storage: &Node, name: &str) -> Option<Node> {
        match &storage.0 {
            Repr::Base(id) => self.base.child(*id, name).map(Node::of_base),
            _ => tree::child(&*self.base, storage, &Name::for_lookup(name)?),
        }
    }

    fn child_named(&self, storage: &Node, name: &Name) -> Option<Node> {
        match &storage.0 {
            Repr::Base(id) => self.base.child_named(*id, name).map(Node::of_base),
            _ => tree::child(&*self.base, storage, name),
        }
    }

    fn visit(&self, storage: &Node, visitor: &mut dyn FnMut(Child<Node>)) {
        match &storage.0 {
            Repr::Base(id) => self.base.visit(*id, &mut |child| visitor(of_base(child))),
            Repr::Storage(storage) => {
                for (name, node) in storage.children() {
                    if let Some(kind) = self.kind(node) {
                        visitor(Child { name: *name, kind, node: node.clone() });
                    }
                }
            }
            Repr::Stream(_) => {}
        }
    }

    fn visit_prefixed(
        &self,
        storage: &Node,
        prefix: &str,
        len: usize,
        visitor: &mut dyn FnMut(ChildRef<'_, Node>),
    ) {
        if let Repr::Base(id) = storage.0 {
            self.base.visit_prefixed(id, prefix, len, &mut |ChildRef { units, kind, node }| {
                visitor(ChildRef { units, kind, node: Node::of_base(node) });
            });
            return;
        }
        let Repr::Storage(storage) = &storage.0 else { return };
        let least = Name::least(prefix, len);
        for (name, node) in storage.children_from(&least) {
            if name.len() != len || !name.starts_with(prefix) {
                return;
            }
            if let Some(kind) = self.kind(node) {
                visitor(ChildRef { units: name.stored(), kind, node: node.clone() });
            }
        }
    }

    /// The name is that in the base for what was not changed, else empty: a node does not know
    /// where it is put. The entry is the base's, else [`u32::MAX`].
    fn stat(&self, node: &Node) -> Option<Stat> {
        let stat = |kind, size, meta: &write::Meta| Stat {
            name: Name::from_units([]),
            kind,
            size,
            clsid: meta.clsid,
            state_bits: meta.state_bits,
            created: meta.created,
            modified: meta.modified,
            entry: u32::MAX,
        };
        match &node.0 {
            Repr::Base(id) => self.base.stat(*id),
            Repr::Storage(storage) => Some(stat(EntryKind::Storage, 0, &storage.meta)),
            Repr::Stream(stream) => Some(stat(EntryKind::Stream, stream.len(), &stream.meta)),
        }
    }

    fn content(&self, stream: &Node) -> Result<Content<'_>, Error> {
        match &stream.0 {
            Repr::Base(id) => self.base.content(*id),
            _ => self.share(stream).map(Content::Shared),
        }
    }

    fn share(&self, stream: &Node) -> Result<Bytes, Error> {
        match &stream.0 {
            Repr::Base(id) => self.base.share(*id),
            Repr::Stream(stream) => stream.share(),
            Repr::Storage(_) => Err(not_a_stream()),
        }
    }

    fn is_whole(&self, stream: &Node) -> bool {
        match &stream.0 {
            Repr::Base(id) => self.base.is_whole(*id),
            Repr::Stream(stream) => stream.is_whole(),
            Repr::Storage(_) => false,
        }
    }

    fn lend_at(&self, stream: &Node, offset: u64) -> Option<&[u8]> {
        match &stream.0 {
            Repr::Base(id) => self.base.lend_at(*id, offset),
            _ => None,
        }
    }

    fn read_at(&self, stream: &Node, offset: u64, buf: &mut [u8]) -> Result<usize, Error> {
        match &stream.0 {
            Repr::Base(id) => self.base.read_at(*id, offset, buf),
            Repr::Stream(stream) => stream.read_at(offset, buf),
            Repr::Storage(_) => Err(not_a_stream()),
        }
    }
}

fn of_base(child: Child<crate::EntryId>) -> Child<Node> {
    Child { name: child.name, kind: child.kind, node: Node::of_base(child.node) }
}

fn not_a_stream() -> Error {
    Error::WrongKind { id: crate::EntryId(u32::MAX), wanted: "stream" }
}

impl std::fmt::Debug for Overlay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Overlay").field("changed", &self.is_changed()).finish_non_exhaustive()
    }
}
