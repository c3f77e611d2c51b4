//! Transacted storages: what somebody has open, changes, and commits.
//!
//! A [`Storage`] is counted and shared, as `IStorage` is: a caller and the messages on it hold
//! it, and whoever lets go last closes it. It reads from its first base until it is closed,
//! whatever is committed meanwhile.

mod adopt;
mod apply;
mod file;
mod staged;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use openimsg_base::{DefectKind, Limits};

pub use adopt::Adopted;
pub use file::{FileOptions, FileTarget};

use crate::overlay::{EditError, IntoPath, Node, Overlay};
use crate::store::{Base, Store};
use crate::write::WriteError;
use crate::{Error, Name};

/// A storage that several hold and change in transactions, as `IStorage` in transacted mode.
///
/// Changes are made to the *working* tree, which all holders see; [`Storage::commit`] carries
/// it to where the storage came from, [`Storage::revert`] goes back to the last commit. A
/// [nested](Storage::open_storage) storage commits into the working tree of the one it is in.
///
/// ```
/// use openimsg_storage::{Overlay, Storage, Store};
/// let storage = Storage::memory(Overlay::empty());
/// storage.edit(|tree| tree.create_storage("folder"))?;
/// let folder = storage.open_storage("folder")?;
/// folder.edit(|tree| tree.create_stream("note", b"text".as_slice()))?;
/// assert!(storage.working().find("folder/note").is_none());
/// folder.commit()?;
/// assert!(storage.working().find("folder/note").is_some());
/// storage.revert();
/// assert!(storage.working().find("folder").is_none(), "nothing was committed");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Storage(Arc<Shared>);

struct Shared {
    access: Access,
    /// Why a storage that was to be changed can only be read.
    unsafe_because: Option<&'static DefectKind>,
    /// Gives new transactions their base, their limits and their temporary file.
    origin: Overlay,
    trees: Mutex<Trees>,
    target: Mutex<Box<dyn Target>>,
}

struct Trees {
    working: Node,
    committed: Node,
    commits: u64,
    /// Goes up when nested storages lose their ground.
    reverts: u64,
    /// Whether the target may hold something else than what is committed.
    interrupted: bool,
}

/// What may be done with a storage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Access {
    /// `STGM_READ`.
    Read,
    /// `STGM_READWRITE` with `STGM_TRANSACTED`.
    ReadWrite,
}

/// Where a storage's commits go: a file, memory, a caller's `cfb` file, or what a caller makes.
pub trait Target: Send {
    /// Carries a whole tree there. When it fails, the storage stays uncommitted and the call can
    /// be repeated. After a [`CommitError::Interrupted`] that may be with a tree like the one that
    /// was committed last: it is to be brought back.
    ///
    /// # Errors
    /// What prevented it.
    fn commit(&mut self, committed: &Overlay, working: &Overlay) -> Result<(), CommitError>;

    /// As [`Target::commit`], over whatever somebody else has put there meanwhile. A target that
    /// does not look for that has nothing else to do.
    ///
    /// # Errors
    /// What prevented it.
    fn commit_over(&mut self, committed: &Overlay, working: &Overlay) -> Result<(), CommitError> {
        self.commit(committed, working)
    }
}

/// Why a storage was not committed. The working tree is as it was.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CommitError {
    /// The storage that this one is nested in was reverted, or this one is gone from it; another
    /// that has its name is not overwritten.
    #[error("the storage above was reverted")]
    Reverted,
    /// The caller has its `cfb` file back.
    #[error("the compound file was given back")]
    GivenBack,
    /// The tree cannot be written as it is.
    #[error(transparent)]
    Edit(#[from] EditError),
    /// The image cannot be written.
    #[error(transparent)]
    Write(#[from] WriteError),
    /// A caller's `cfb` file failed while it was written: until a commit succeeds, it may hold
    /// some of the changes, or not open. See [`CfbStorage::adopt`](crate::CfbStorage::adopt).
    #[error("the compound file failed while changes were applied to it")]
    Interrupted {
        /// What its medium says.
        source: std::io::Error,
    },
    /// The target failed.
    #[error(transparent)]
    Target(Box<dyn std::error::Error + Send + Sync>),
}

impl From<Error> for CommitError {
    fn from(error: Error) -> Self {
        CommitError::Edit(error.into())
    }
}

/// Commits stay in memory.
struct Memory;

impl Target for Memory {
    fn commit(&mut self, _: &Overlay, _: &Overlay) -> Result<(), CommitError> {
        Ok(())
    }
}

impl Storage {
    /// A storage whose commits go to `target`.
    #[must_use]
    pub fn new(tree: Overlay, access: Access, target: Box<dyn Target>) -> Self {
        Storage::with(tree, access, None, target)
    }

    /// A storage that could damage what it stands on, and so can only be read.
    pub(crate) fn unsafe_to_edit(
        tree: Overlay,
        because: &'static DefectKind,
        target: Box<dyn Target>,
    ) -> Self {
        Storage::with(tree, Access::Read, Some(because), target)
    }

    fn with(
        tree: Overlay,
        access: Access,
        unsafe_because: Option<&'static DefectKind>,
        target: Box<dyn Target>,
    ) -> Self {
        let node = tree.clone().into_root();
        let trees = Trees {
            working: node.clone(),
            committed: node,
            commits: 0,
            reverts: 0,
            interrupted: false,
        };
        Storage(Arc::new(Shared {
            access,
            unsafe_because,
            origin: tree,
            trees: Mutex::new(trees),
            target: Mutex::new(target),
        }))
    }

    /// A storage whose commits stay in memory; [`Storage::committed`] gives what they hold.
    #[must_use]
    pub fn memory(tree: Overlay) -> Self {
        Storage::new(tree, Access::ReadWrite, Box::new(Memory))
    }

    /// A base, for reading.
    #[must_use]
    pub fn read_only(base: Arc<dyn Base>, limits: &Limits) -> Self {
        Storage::new(Overlay::with_limits(base, limits), Access::Read, Box::new(Memory))
    }

    /// What may be done.
    #[must_use]
    pub fn access(&self) -> Access {
        self.0.access
    }

    /// The tree with all changes, as it is now.
    #[must_use]
    pub fn working(&self) -> Overlay {
        self.tree(self.trees().working.clone())
    }

    /// The tree as last committed, or as opened.
    #[must_use]
    pub fn committed(&self) -> Overlay {
        self.tree(self.trees().committed.clone())
    }

    /// How many commits there were.
    #[must_use]
    pub fn commits(&self) -> u64 {
        self.trees().commits
    }

    /// Whether there is something to commit.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        let trees = self.trees();
        !trees.working.is_same(&trees.committed)
    }

    /// Changes the working tree, or nothing when `edit` fails. Others wait meanwhile.
    ///
    /// # Errors
    /// What `edit` gives; [`EditError::ReadOnly`], [`EditError::NotSafeToEdit`].
    pub fn edit<T>(
        &self,
        edit: impl FnOnce(&mut Overlay) -> Result<T, EditError>,
    ) -> Result<T, EditError> {
        self.may_write()?;
        let mut trees = self.trees();
        let mut tree = self.tree(trees.working.clone());
        let done = edit(&mut tree)?;
        trees.working = tree.into_root();
        Ok(done)
    }

    /// Puts the elements of `tree`'s root whose names begin with `prefix` in the place of those
    /// here. Whatever else is in the root, such as streams that the caller has put there
    /// meanwhile, stays; class, flags and times of the root are `tree`'s.
    ///
    /// # Errors
    /// [`EditError::ReadOnly`], and as [`Overlay::put`].
    pub fn replace_prefixed(&self, prefix: &str, tree: &Overlay) -> Result<(), EditError> {
        self.edit(|working| working.replace_prefixed(prefix, tree))
    }

    /// Carries the working tree to the storage's target. A commit without changes does nothing
    /// and succeeds, unless one before was [interrupted](CommitError::Interrupted).
    ///
    /// # Errors
    /// [`CommitError`]; the working tree is as it was, and the commit can be repeated.
    pub fn commit(&self) -> Result<(), CommitError> {
        self.carry(|target, committed, working, interrupted| {
            match working.root().is_same(&committed.root()) && !interrupted {
                true => Ok(()),
                false => target.commit(committed, working),
            }
        })
    }

    /// As [`Storage::commit`], over what somebody else has put in the place of what was opened or
    /// committed last: in a file, whatever is there. It is carried there without changes, too.
    ///
    /// # Errors
    /// [`CommitError`]; the working tree is as it was, and the commit can be repeated.
    pub fn commit_over(&self) -> Result<(), CommitError> {
        self.carry(|target, committed, working, _| target.commit_over(committed, working))
    }

    fn carry(
        &self,
        carry: impl FnOnce(&mut dyn Target, &Overlay, &Overlay, bool) -> Result<(), CommitError>,
    ) -> Result<(), CommitError> {
        self.may_write()?;
        // One commit at a time; readers and writers go on meanwhile.
        let mut target = self.0.target.lock().unwrap_or_else(PoisonError::into_inner);
        let (committed, working, interrupted) = {
            let trees = self.trees();
            (trees.committed.clone(), trees.working.clone(), trees.interrupted)
        };
        let (committed, now) = (self.tree(committed), self.tree(working.clone()));
        let done = carry(&mut **target, &committed, &now, interrupted);
        let mut trees = self.trees();
        trees.interrupted = match &done {
            Ok(()) => false,
            Err(CommitError::Interrupted { .. }) => true,
            Err(_) => interrupted,
        };
        done?;
        trees.committed = working;
        trees.commits = trees.commits.saturating_add(1);
        tracing::debug!(commits = trees.commits, "storage committed");
        Ok(())
    }

    /// Goes back to the last commit. Nested storages that are open can no longer commit.
    pub fn revert(&self) {
        let mut trees = self.trees();
        trees.working = trees.committed.clone();
        trees.reverts = trees.reverts.saturating_add(1);
        tracing::debug!("storage reverted");
    }

    /// A storage in this one, as a transaction of its own: its commits go into the working tree
    /// here, as long as it is there. What others have changed in it meanwhile is replaced.
    ///
    /// # Errors
    /// [`EditError::NotFound`], [`EditError::WrongKind`].
    pub fn open_storage(&self, path: impl IntoPath) -> Result<Storage, EditError> {
        let path = path.into_path()?;
        let (working, reverts) = {
            let trees = self.trees();
            (self.tree(trees.working.clone()), trees.reverts)
        };
        let node = working.find(&path).ok_or_else(|| EditError::not_found(&path))?;
        let nested = working.nested(&node)?;
        let identity = node.identity(&**working.base());
        let above = Above { storage: self.clone(), path, reverts, identity };
        Ok(Storage::with(nested, self.0.access, self.0.unsafe_because, Box::new(above)))
    }

    fn tree(&self, root: Node) -> Overlay {
        self.0.origin.rooted(root)
    }

    fn may_write(&self) -> Result<(), EditError> {
        match (self.0.access, self.0.unsafe_because) {
            (Access::ReadWrite, _) => Ok(()),
            (Access::Read, Some(kind)) => Err(EditError::NotSafeToEdit { kind }),
            (Access::Read, None) => Err(EditError::ReadOnly),
        }
    }

    fn trees(&self) -> MutexGuard<'_, Trees> {
        self.0.trees.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The place of a nested storage.
struct Above {
    storage: Storage,
    path: Vec<Name>,
    reverts: u64,
    /// Of what was opened, or committed last: another may have taken its place.
    identity: Option<u64>,
}

impl Target for Above {
    fn commit(&mut self, _: &Overlay, working: &Overlay) -> Result<(), CommitError> {
        let mut trees = self.storage.trees();
        let mut tree = self.storage.tree(trees.working.clone());
        let identity = |node: &Node| node.identity(&**working.base());
        let there = tree.find(&self.path);
        if trees.reverts != self.reverts
            || there.and_then(|there| identity(&there)) != self.identity
        {
            return Err(CommitError::Reverted);
        }
        tree.put(&self.path, working.root())?;
        self.identity = identity(&working.root());
        trees.working = tree.into_root();
        Ok(())
    }
}

impl std::fmt::Debug for Storage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Storage")
            .field("access", &self.0.access)
            .field("changed", &self.is_changed())
            .field("commits", &self.commits())
            .finish_non_exhaustive()
    }
}
