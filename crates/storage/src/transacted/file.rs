//! Storages that are committed to a file.

use std::io;
use std::path::Path;
use std::sync::Arc;

use openimsg_base::Budget;

use super::{Access, CommitError, Memory, Storage, Target};
use crate::overlay::Overlay;
use crate::save::{self, Destination, Expected};
use crate::write::{self, Layout, StorageBuilder, Version, WriteError};
use crate::{CompoundFile, Error, FileSource};

/// Commits to a file: each puts a whole new file in the place of the old one, or leaves the old
/// one; see [the protocol](save).
#[derive(Debug)]
pub struct FileTarget {
    destination: Destination,
    options: FileOptions,
    budget: Arc<Budget>,
}

/// How a file is written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FileOptions {
    /// Whether the written file is read again and compared before it replaces the old one.
    pub verify: save::Options,
    /// The version of the compound file. By default the third, and the fourth for what the third
    /// cannot hold.
    pub version: Option<Version>,
    /// Whether a damaged file may be saved, of which something could not be read and would be
    /// lost for good.
    pub accept_loss: bool,
}

impl FileTarget {
    /// Commits to `destination`; [cancelling](Budget::cancel) `budget` stops one that is under
    /// way, and the old file stays.
    #[must_use]
    pub fn new(destination: Destination, options: FileOptions, budget: Arc<Budget>) -> Self {
        FileTarget { destination, options, budget }
    }
}

impl Target for FileTarget {
    /// A [`save::SaveError`] comes as [`CommitError::Target`].
    fn commit(&mut self, _: &Overlay, working: &Overlay) -> Result<(), CommitError> {
        let image = match self.options.accept_loss {
            false => working.image(),
            true => working.image_of_what_is_left(),
        }?;
        let layout = lay_out(&image, self.options.version)?;
        let saved = self.destination.save(&layout, &self.options.verify, Some(&self.budget));
        let saved = saved.map_err(|error| CommitError::Target(Box::new(error)))?;
        tracing::debug!(bytes = saved.bytes, durable = saved.durable, "storage saved to its file");
        Ok(())
    }

    /// Whatever is at the path is replaced, and what is saved then is what later commits expect.
    /// If it fails, they expect what they did before.
    fn commit_over(&mut self, committed: &Overlay, working: &Overlay) -> Result<(), CommitError> {
        let over = self.destination.over();
        let before = std::mem::replace(&mut self.destination, over);
        let done = self.commit(committed, working);
        if self.destination.expected() == Expected::Anything {
            self.destination = before;
        }
        done
    }
}

/// In the version that is asked for, or in the oldest that can hold it.
fn lay_out<'a>(
    image: &'a StorageBuilder<'_>,
    version: Option<Version>,
) -> Result<Layout<'a>, WriteError> {
    let plan = |version| image.lay_out(&write::Options { version, ..write::Options::default() });
    match (version, plan(version.unwrap_or(Version::V3))) {
        (None, Err(WriteError::StreamTooLong { .. } | WriteError::FileTooLong { .. })) => {
            plan(Version::V4)
        }
        (_, layout) => layout,
    }
}

impl Storage {
    /// The storage in a file. Of a large file only what is asked for is read, also when it is
    /// committed: nothing of what stays is held in memory. `budget` is charged by reading, and
    /// cancelling it stops a commit.
    ///
    /// ```
    /// use std::sync::Arc;
    /// use openimsg_base::Budget;
    /// use openimsg_storage::{Access, Storage};
    /// # let folder = tempfile::tempdir()?;
    /// # let path = folder.path().join("notes.cfb");
    /// let budget = Arc::new(Budget::default());
    /// let storage = Storage::create_file(&path, &budget);
    /// storage.edit(|tree| tree.create_stream("note", b"text".as_slice()))?;
    /// storage.commit()?;
    ///
    /// let storage = Storage::open_file(&path, Access::Read, &budget)?;
    /// assert!(storage.working().find("note").is_some());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Io`] when the file cannot be read, or is marked read-only and is to be changed
    /// ([`io::ErrorKind::PermissionDenied`]); and what [`CompoundFile::open`] gives.
    pub fn open_file(
        path: impl AsRef<Path>,
        access: Access,
        budget: &Arc<Budget>,
    ) -> Result<Storage, Error> {
        let path = path.as_ref();
        let target: Box<dyn Target> = match access {
            Access::Read => Box::new(Memory),
            Access::ReadWrite => {
                // First: what somebody changes from now on is noticed when it is committed.
                let destination = Destination::opened(path)?;
                if std::fs::metadata(path)?.permissions().readonly() {
                    return Err(Error::Io(io::ErrorKind::PermissionDenied.into()));
                }
                Box::new(FileTarget::new(destination, FileOptions::default(), budget.clone()))
            }
        };
        let file = CompoundFile::open(FileSource::open(path)?, budget)?;
        let tree = Overlay::with_limits(Arc::new(file), budget.limits());
        Ok(Storage::new(tree, access, target))
    }

    /// An empty storage whose first commit creates a file, which must not exist then.
    #[must_use]
    pub fn create_file(path: impl AsRef<Path>, budget: &Arc<Budget>) -> Storage {
        Storage::create_at(Destination::new(path), budget)
    }

    /// An empty storage whose commits go to `destination`, which may replace what is there.
    #[must_use]
    pub fn create_at(destination: Destination, budget: &Arc<Budget>) -> Storage {
        let target = FileTarget::new(destination, FileOptions::default(), budget.clone());
        Storage::new(Overlay::empty(), Access::ReadWrite, Box::new(target))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Store;
    use crate::save::SaveError;

    fn note(storage: &Storage) -> Option<Vec<u8>> {
        let tree = storage.working();
        let note = tree.find("note")?;
        Some(tree.content(&note).unwrap().to_vec())
    }

    fn put(storage: &Storage, text: &'static [u8]) {
        storage.edit(|tree| tree.put_stream("note", text)).unwrap();
    }

    #[test]
    fn a_file_is_created_changed_and_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.cfb");
        let budget = Arc::new(Budget::default());
        let created = Storage::create_file(&path, &budget);
        put(&created, b"one");
        assert!(!path.exists(), "not before it is committed");
        created.commit().unwrap();

        let opened = Storage::open_file(&path, Access::ReadWrite, &budget).unwrap();
        put(&opened, b"two");
        opened.commit().unwrap();
        let read = Storage::open_file(&path, Access::Read, &budget).unwrap();
        assert_eq!(note(&read).as_deref(), Some(b"two".as_slice()));
        assert!(read.commit().is_err());

        // Somebody else has changed what the first one knows.
        put(&created, b"three");
        let error = created.commit().unwrap_err();
        let CommitError::Target(error) = error else { panic!("{error}") };
        assert!(matches!(error.downcast_ref(), Some(SaveError::Changed { .. })));
        assert!(created.is_changed(), "and it can be tried again");
    }

    #[test]
    fn a_commit_over_what_somebody_else_has_saved() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.cfb");
        let budget = Arc::new(Budget::default());
        let storage = Storage::create_file(&path, &budget);
        put(&storage, b"one");
        storage.commit().unwrap();
        for unchanged in [false, true] {
            std::fs::write(&path, "somebody else's").unwrap();
            if !unchanged {
                put(&storage, b"two");
                assert!(storage.commit().is_err());
            }
            storage.commit_over().unwrap();
            assert!(!storage.is_changed());
            let read = Storage::open_file(&path, Access::Read, &budget).unwrap();
            assert_eq!(note(&read).as_deref(), Some(b"two".as_slice()));
        }
        // It has gone, and comes back; from then on nobody else's change is lost again.
        std::fs::remove_file(&path).unwrap();
        put(&storage, b"three");
        assert!(storage.commit().is_err());
        storage.commit_over().unwrap();
        std::fs::write(&path, "somebody else's").unwrap();
        put(&storage, b"four");
        assert!(storage.commit().is_err());
        // One that fails before it replaces anything leaves all as it was.
        budget.cancel();
        assert!(storage.commit_over().is_err());
        assert!(storage.commit().is_err());
        assert_eq!(std::fs::read(&path).unwrap(), b"somebody else's");
    }

    #[test]
    fn what_is_there_is_not_replaced_unless_it_is_meant() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.cfb");
        std::fs::write(&path, "something").unwrap();
        let budget = Arc::new(Budget::default());
        let new = Storage::create_file(&path, &budget);
        put(&new, b"one");
        assert!(new.commit().is_err());
        assert_eq!(std::fs::read(&path).unwrap(), b"something");
        assert!(Storage::open_file(&path, Access::Read, &budget).is_err(), "no compound file");

        let new = Storage::create_at(Destination::overwrite(&path), &budget);
        put(&new, b"one");
        new.commit().unwrap();
        assert!(Storage::open_file(&path, Access::Read, &budget).is_ok());
    }

    #[test]
    fn what_a_version_cannot_hold_is_not_begun() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.cfb");
        let budget = Arc::new(Budget::default());
        let options = FileOptions { version: Some(Version::V3), ..FileOptions::default() };
        let target = FileTarget::new(Destination::new(&path), options, budget.clone());
        let new = Storage::new(Overlay::empty(), Access::ReadWrite, Box::new(target));
        let long = write::Content::reader(3 << 30, || Ok(io::empty()));
        new.edit(|tree| tree.create_stream("long", long)).unwrap();
        let refused = new.commit();
        assert!(
            matches!(refused, Err(CommitError::Write(WriteError::StreamTooLong { .. }))),
            "{refused:?}"
        );
        let missing = Storage::open_file(&path, Access::Read, &budget);
        assert!(matches!(missing, Err(Error::Io(e)) if e.kind() == io::ErrorKind::NotFound));
    }

    #[test]
    fn a_commit_can_be_cancelled() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.cfb");
        let budget = Arc::new(Budget::default());
        let new = Storage::create_file(&path, &budget);
        put(&new, b"one");
        budget.cancel();
        assert!(new.commit().is_err());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
