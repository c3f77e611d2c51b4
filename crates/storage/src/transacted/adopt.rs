//! A caller's `cfb` file as a transacted storage.

use std::io::{self, Read, Seek, SeekFrom, Write};
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use openimsg_base::{Budget, DefectKind, Limits};

use super::staged::{Pages, Staged};
use super::{Access, CommitError, Storage, Target, apply};
use crate::overlay::Overlay;
use crate::{Base, CfbStorage, CompoundFile, Error, ReadSource, defects};

impl<F: Read + Write + Seek + Send + Sync + 'static> CfbStorage<cfb::CompoundFile<F>, F> {
    /// Takes a [`cfb::CompoundFile`] over for editing, as `OpenIMsgOnIStg` takes the caller's
    /// `IStorage` in `STGM_READWRITE`.
    ///
    /// `cfb` edits in place and has no transactions: our [`Storage`] is the transaction. So the
    /// file is taken apart, copied (to memory, or to a temporary file beyond
    /// [`Limits::pending_bytes`](openimsg_base::Limits::pending_bytes)), examined by our own
    /// reader, and opened again by `cfb`, strictly. Reading goes to the copy. A commit has `cfb`
    /// apply what changed to the caller's file, but keeps what it writes (in memory, or in a
    /// temporary file likewise) until all has succeeded, and only then writes it to the file.
    ///
    /// A file with any defect is open for reading only: `cfb` could panic on it, or damage it
    /// further. [`Adopted::defect`] tells which.
    ///
    /// **A commit here is not crash-safe.** While what was kept is written, the file is neither
    /// the old one nor the new one, and may not open. A commit that failed there,
    /// [`CommitError::Interrupted`], can be repeated once the file can be written again: it
    /// writes all of it once more. So does a commit after a [`Storage::revert`], which brings
    /// the file back to what was committed before. A commit that failed with any other error has
    /// not touched the file. Whoever needs safety saves to a path.
    ///
    /// ```
    /// use openimsg_base::Budget;
    /// use openimsg_storage::CfbStorage;
    /// # use std::io::{Cursor, Read};
    /// let file = cfb::CompoundFile::create(Cursor::new(Vec::new()))?;
    /// let adopted = CfbStorage::adopt(file, &Budget::default())?;
    /// let storage = adopted.storage();
    /// storage.edit(|tree| tree.create_stream("greeting", b"hello".as_slice()))?;
    /// storage.commit()?;
    ///
    /// let mut file = adopted.into_inner()?;
    /// let mut greeting = String::new();
    /// file.open_stream("/greeting")?.read_to_string(&mut greeting)?;
    /// assert_eq!(greeting, "hello");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`Error`] when the file cannot be read at all; it is lost to the caller then, as what
    /// `cfb` takes apart and cannot open again is.
    pub fn adopt(file: cfb::CompoundFile<F>, budget: &Budget) -> Result<Adopted<F>, Error> {
        let mut medium = file.into_inner();
        // A meter of its own: what is wrong here decides, whatever was found before.
        let limits = Limits { strict: false, ..budget.limits().clone() };
        let preflight = Budget::new(limits.clone(), None);
        let base = copy(&mut medium, &preflight)?;
        let mut defect = preflight.defects().first().map(|defect| defect.kind);
        if defect.is_none() && cfb::CompoundFile::open_strict(&mut medium).is_err() {
            defect = Some(&defects::NOT_STRICT);
        }
        if defect.is_some() {
            // It must be possible to give it back.
            cfb::CompoundFile::open(&mut medium)?;
        }
        let medium = Arc::new(Mutex::new(Some(medium)));
        let tree = Overlay::with_limits(base, &limits);
        let in_memory = limits.pending_bytes;
        let target = InPlace { medium: medium.clone(), in_memory, unwritten: None };
        let storage = match defect {
            Some(defect) => Storage::unsafe_to_edit(tree, defect, Box::new(target)),
            None => Storage::new(tree, Access::ReadWrite, Box::new(target)),
        };
        Ok(Adopted { medium, storage, defect })
    }
}

/// A caller's `cfb` file that a transacted [`Storage`] stands on; see [`CfbStorage::adopt`].
pub struct Adopted<F> {
    medium: Medium<F>,
    storage: Storage,
    defect: Option<&'static DefectKind>,
}

/// What the caller's file is in, until it is given back.
type Medium<F> = Arc<Mutex<Option<F>>>;

impl<F> Adopted<F> {
    /// The storage, to be held by whoever works on it.
    #[must_use]
    pub fn storage(&self) -> Storage {
        self.storage.clone()
    }

    /// Why the file is open for reading only, if it is.
    #[must_use]
    pub fn defect(&self) -> Option<&'static DefectKind> {
        self.defect
    }

    /// Gives back what the file is in, as it stands; always something, as only this and
    /// [`Adopted::into_inner`] take it out. Storages that are still held can be read; their
    /// commits fail.
    #[must_use]
    pub fn into_medium(self) -> Option<F> {
        self.medium.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl<F: Read + Seek> Adopted<F> {
    /// Gives the file back, as last committed. Storages that are still held can be read; their
    /// commits fail.
    ///
    /// # Errors
    /// What `cfb` says if it cannot open the file again: it cannot be read any more, or the last
    /// commit was [interrupted](CommitError::Interrupted) and not repeated. The file is lost to
    /// the caller then; [`Adopted::into_medium`] gives back what it is in, whatever that holds.
    pub fn into_inner(self) -> io::Result<cfb::CompoundFile<F>> {
        cfb::CompoundFile::open(self.into_medium().ok_or(io::ErrorKind::NotFound)?)
    }
}

impl<F> std::fmt::Debug for Adopted<F> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Adopted").field("storage", &self.storage).finish_non_exhaustive()
    }
}

/// Applies commits to the caller's file.
///
/// What `cfb` has in memory and what the medium holds are not the same any more once a write
/// has failed, and nothing brings them together. So `cfb` writes to pages, and the pages, which
/// can be written again, to the medium.
struct InPlace<F> {
    medium: Medium<F>,
    in_memory: u64,
    /// What a commit failed to write, and the tree that the medium holds with it.
    unwritten: Option<(Pages, Overlay)>,
}

impl<F: Read + Write + Seek + Send + Sync> Target for InPlace<F> {
    fn commit(&mut self, committed: &Overlay, working: &Overlay) -> Result<(), CommitError> {
        let mut medium = self.medium.lock().unwrap_or_else(PoisonError::into_inner);
        let medium = medium.as_mut().ok_or(CommitError::GivenBack)?;
        let interrupted = |source| CommitError::Interrupted { source };
        if let Some((pages, _)) = &mut self.unwritten {
            pages.write_to(medium).map_err(interrupted)?;
        }
        let now = self.unwritten.as_ref().map_or(committed, |(_, tree)| tree);
        let mut staged = Staged::new(medium, self.in_memory).map_err(Error::Io)?;
        let mut file = cfb::CompoundFile::open(&mut staged).map_err(Error::Io)?;
        apply::apply(&mut file, now, working)?;
        drop(file);
        let mut pages = staged.into_pages();
        let written = pages.write_to(medium).map_err(interrupted);
        self.unwritten = written.is_err().then(|| (pages, working.clone()));
        written
    }
}

/// A copy of the whole medium, examined.
fn copy<F: Read + Seek>(medium: &mut F, budget: &Budget) -> Result<Arc<dyn Base>, Error> {
    let in_memory = budget.limits().pending_bytes;
    let len = medium.seek(SeekFrom::End(0))?;
    medium.seek(SeekFrom::Start(0))?;
    if len <= in_memory {
        let mut bytes = Vec::new();
        medium.take(len).read_to_end(&mut bytes)?;
        return Ok(Arc::new(CompoundFile::open(Bytes::from(bytes), budget)?));
    }
    let mut copy = tempfile::tempfile()?;
    io::copy(&mut medium.take(len), &mut copy)?;
    Ok(Arc::new(CompoundFile::open(ReadSource::new(copy)?, budget)?))
}
