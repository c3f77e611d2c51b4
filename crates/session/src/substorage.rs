//! Storages in attachments, by counted handles.

use std::fmt;
use std::sync::Arc;

use bytes::Bytes;
use openimsg_message::{Error as MessageError, Problem};
use openimsg_storage::overlay::IntoPath;
use openimsg_storage::{EditError, EntryKind, Overlay, Store};

use crate::Error;
use crate::root::{Item, Part};

/// The storage in an attachment (IStorage of PR_ATTACH_DATA_OBJ): a transaction.
///
/// A counted handle. What is changed is in the attachment once the storage is
/// [committed](Substorage::commit).
#[derive(Clone)]
pub struct Substorage(pub(crate) Arc<Item>);

impl Substorage {
    /// What is in a storage: names and kinds, in the format's order. The empty path is this one.
    ///
    /// # Errors
    /// [`EditError::NotFound`].
    pub fn list(&self, path: impl IntoPath) -> Result<Vec<(String, EntryKind)>, Error> {
        self.tree(|tree| {
            let path = path.into_path()?;
            let node = tree.find(&path).ok_or_else(not_found)?;
            let mut all = Vec::new();
            tree.visit(&node, &mut |child| all.push((child.name.to_string(), child.kind)));
            Ok(all)
        })
    }

    /// The bytes of a stream.
    ///
    /// # Errors
    /// [`EditError::NotFound`], and what prevents reading.
    pub fn read(&self, path: impl IntoPath) -> Result<Bytes, Error> {
        self.tree(|tree| {
            let path = path.into_path()?;
            let node = tree.find(&path).ok_or_else(not_found)?;
            Ok(tree.share(&node)?)
        })
    }

    /// Gives a stream its content; makes it if it is not there.
    ///
    /// # Errors
    /// As [`Overlay::put_stream`].
    pub fn write(&self, path: impl IntoPath, content: impl Into<Bytes>) -> Result<(), Error> {
        self.edit(|tree| tree.put_stream(path, content.into()))
    }

    /// Makes a storage in it.
    ///
    /// # Errors
    /// As [`Overlay::create_storage`].
    pub fn create_storage(&self, path: impl IntoPath) -> Result<(), Error> {
        self.edit(|tree| tree.create_storage(path))
    }

    /// Removes a storage or stream.
    ///
    /// # Errors
    /// As [`Overlay::remove`].
    pub fn remove(&self, path: impl IntoPath) -> Result<(), Error> {
        self.edit(|tree| tree.remove(path))
    }

    /// Puts it into the attachment as it is now, which is to be saved then.
    ///
    /// # Errors
    /// [`EditError::ReadOnly`] if it was opened to be read, and as
    /// [`AttachmentObject::commit_storage`](openimsg_message::imapi::AttachmentObject::commit_storage).
    pub fn commit(&self) -> Result<(), Error> {
        self.0.root.write(|state| {
            let (own, above) = state.with_above(self.0.part)?;
            let Part::Storage { tree, committed, writable } = &mut own.part else {
                return Err(Error::InvalidObject);
            };
            if !*writable {
                return Err(EditError::ReadOnly.into());
            }
            above.attachment()?.commit_storage(tree)?;
            *committed = tree.clone();
            (own.changed, above.changed) = (false, true);
            Ok(())
        })
    }

    /// Goes back to the last commit.
    ///
    /// # Errors
    /// [`Error::InvalidObject`].
    pub fn revert(&self) -> Result<(), Error> {
        self.0.write(|slot| {
            let Part::Storage { tree, committed, .. } = &mut slot.part else {
                return Err(Error::InvalidObject);
            };
            *tree = committed.clone();
            slot.changed = false;
            Ok(())
        })
    }

    /// Whether both are handles of one storage.
    #[must_use]
    pub fn is_same(&self, other: &Substorage) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    fn tree<T>(&self, look: impl FnOnce(&Overlay) -> Result<T, Error>) -> Result<T, Error> {
        self.0.read(|slot| match &slot.part {
            Part::Storage { tree, .. } => look(tree),
            _ => Err(Error::InvalidObject),
        })
    }

    fn edit<T>(&self, edit: impl FnOnce(&mut Overlay) -> Result<T, EditError>) -> Result<T, Error> {
        self.0.write(|slot| {
            let Part::Storage { tree, writable, .. } = &mut slot.part else {
                return Err(Error::InvalidObject);
            };
            if !*writable {
                return Err(EditError::ReadOnly.into());
            }
            let done = edit(tree)?;
            slot.changed = true;
            Ok(done)
        })
    }
}

fn not_found() -> Error {
    MessageError::new([], Problem::NotFound).into()
}

impl fmt::Debug for Substorage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Substorage").field("message", &self.0.root.id().0).finish_non_exhaustive()
    }
}
