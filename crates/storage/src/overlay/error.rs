//! What can go wrong while a storage is changed.

use openimsg_base::DefectKind;

use super::path;
use crate::store::EntryKind;
use crate::write::WriteError;
use crate::{Error, Name};

/// What can go wrong while a storage is changed. Nothing was changed then.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EditError {
    /// There is nothing at the path.
    #[error("there is no {path}")]
    NotFound {
        /// Names from the root on, after a `/` each.
        path: Box<str>,
    },
    /// There is something at the path.
    #[error("{path} exists")]
    Exists {
        /// Names from the root on, after a `/` each.
        path: Box<str>,
    },
    /// There is a stream where a storage is needed, or the other way round.
    #[error("{path} is no {}", match .wanted { EntryKind::Storage => "storage", EntryKind::Stream => "stream" })]
    WrongKind {
        /// Names from the root on, after a `/` each.
        path: Box<str>,
        /// What was needed.
        wanted: EntryKind,
    },
    /// The storage is open for reading only.
    #[error("the storage is open for reading only")]
    ReadOnly,
    /// A caller's `cfb` file has a defect: `cfb` could panic on it or damage it further.
    #[error("the compound file has a defect ({}) and is not safe to edit in place", .kind.code)]
    NotSafeToEdit {
        /// The first defect.
        kind: &'static DefectKind,
    },
    /// The root can be neither removed nor renamed.
    #[error("the root storage can be neither removed, moved nor renamed")]
    Root,
    /// A storage cannot be moved into itself.
    #[error("a storage cannot be moved into itself")]
    IntoItself,
    /// Storages would nest too deep.
    #[error("storages would nest deeper than {max}")]
    TooDeep {
        /// [`Limits::storage_depth`](openimsg_base::Limits::storage_depth).
        max: u64,
    },
    /// The base is a damaged file; what could not be read of it would be lost for good.
    #[error("the file is damaged ({}) and saving would lose what cannot be read", .kind.code)]
    Lost {
        /// The first defect of the kind that loses content.
        kind: &'static DefectKind,
    },
    /// That cannot be a name.
    #[error(transparent)]
    Name(#[from] WriteError),
    /// The base or the temporary file failed.
    #[error(transparent)]
    Storage(#[from] Error),
}

impl EditError {
    pub(crate) fn not_found(path: &[Name]) -> EditError {
        EditError::NotFound { path: path::text(path) }
    }
}

impl From<std::io::Error> for EditError {
    fn from(error: std::io::Error) -> Self {
        EditError::Storage(Error::Io(error))
    }
}
