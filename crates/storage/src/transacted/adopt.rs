//! A caller's `cfb` file as a transacted storage.

use std::io::{self, Read, Seek, SeekFrom, Write};
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use openimsg_base::{Budget, DefectKind, Limits};

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
    /// reader, and opened again by `cfb`, strictly. Reading goes to the copy; a commit applies
    /// what changed to the caller's file.
    ///
    /// A file with any defect is open for reading only: `cfb` could panic on it, or damage it
    /// further. [`Adopted::defect`] tells which.
    ///
    /// **A commit here is not crash-safe.** What is interrupted halfway can leave a file that
    /// does not open any more. Whoever needs safety saves to a path.
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
    /// let mut file = adopted.into_inner().ok_or("it is there once")?;
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
        // Through a borrow, so that a refusal does not swallow the medium.
        if defect.is_none() && cfb::CompoundFile::open_strict(&mut medium).is_err() {
            defect = Some(&defects::NOT_STRICT);
        }
        let file = Arc::new(Mutex::new(Some(cfb::CompoundFile::open(medium)?)));
        let tree = Overlay::with_limits(base, &limits);
        let target = Box::new(InPlace { file: file.clone() });
        let storage = match defect {
            Some(defect) => Storage::unsafe_to_edit(tree, defect, target),
            None => Storage::new(tree, Access::ReadWrite, target),
        };
        Ok(Adopted { file, storage, defect })
    }
}

/// A caller's `cfb` file that a transacted [`Storage`] stands on; see [`CfbStorage::adopt`].
pub struct Adopted<F> {
    file: File<F>,
    storage: Storage,
    defect: Option<&'static DefectKind>,
}

/// The caller's file, until it is given back.
type File<F> = Arc<Mutex<Option<cfb::CompoundFile<F>>>>;

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

    /// Gives the file back, as last committed; always something, as only this takes it out.
    /// Storages that are still held can be read; their commits fail.
    #[must_use]
    pub fn into_inner(self) -> Option<cfb::CompoundFile<F>> {
        self.file.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl<F> std::fmt::Debug for Adopted<F> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Adopted").field("storage", &self.storage).finish_non_exhaustive()
    }
}

/// Applies commits to the caller's file.
struct InPlace<F> {
    file: File<F>,
}

impl<F: Read + Write + Seek + Send + Sync> Target for InPlace<F> {
    fn commit(&mut self, committed: &Overlay, working: &Overlay) -> Result<(), CommitError> {
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        apply::apply(file.as_mut().ok_or(CommitError::GivenBack)?, committed, working)
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
