//! Why a file was not saved, and what is at its path then.

use std::fmt;
use std::io;
use std::path::PathBuf;

use openimsg_base::Refused;

use super::{Saved, VerifyError};
use crate::write::WriteError;

/// Why a file was not saved.
///
/// With all but [`SaveError::DurabilityUnknown`], what was at the destination is there still,
/// untouched; with all but that and [`SaveError::Leftover`], no temporary file remains.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SaveError {
    /// A folder, device or pipe is at the destination.
    #[error("{} is not a file", .path.display())]
    NotAFile {
        /// The destination.
        path: PathBuf,
    },
    /// The file at the destination may not be written to. It could be replaced, but whoever
    /// marked it did not mean that.
    #[error("{} is read-only", .path.display())]
    ReadOnly {
        /// The destination.
        path: PathBuf,
    },
    /// The destination was to be a new file, and there is one.
    #[error("{} exists already", .path.display())]
    AlreadyExists {
        /// The destination.
        path: PathBuf,
    },
    /// The file that was opened, or saved before, is not there any more.
    #[error("{} is not there any more", .path.display())]
    Vanished {
        /// The destination.
        path: PathBuf,
    },
    /// The file at the destination is not as it was when it was opened or saved last: somebody
    /// else's change would be lost.
    #[error("{} was changed by somebody else: {what}", .path.display())]
    Changed {
        /// The destination.
        path: PathBuf,
        /// In what it differs.
        what: Change,
    },
    /// The image could not be written, because of its content or of the file system.
    #[error(transparent)]
    Write(#[from] WriteError),
    /// The file system refused a step.
    #[error("{step} failed")]
    Io {
        /// Which step.
        step: Step,
        /// What the file system says.
        source: io::Error,
    },
    /// What was written does not read back as what was meant.
    #[error("the written file did not pass its check")]
    Verify(#[from] VerifyError),
    /// The caller cancelled.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// The save failed, and the temporary file could not be removed.
    #[error("{} could not be removed ({remove}) after an error", .path.display())]
    Leftover {
        /// The temporary file.
        path: PathBuf,
        /// Why it could not be removed.
        remove: io::Error,
        /// Why the save failed.
        source: Box<SaveError>,
    },
    /// **The new file is in place**, but the file system did not confirm that its name will
    /// survive a power failure: then the old file may be back. Saving again puts that right.
    #[error("the new file is in place, but it is unknown whether it would survive a power failure")]
    DurabilityUnknown {
        /// What was saved.
        saved: Saved,
        /// What the file system says.
        source: io::Error,
    },
}

/// A step of saving that asks something of the file system. Writing is not among them:
/// [`SaveError::Write`] has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Step {
    /// Following links from the destination's path.
    Resolve,
    /// Looking at the file at the destination.
    Examine,
    /// Creating the temporary file in the destination's folder.
    Create,
    /// Waiting until the temporary file is on the disk.
    Sync,
    /// Opening the temporary file again and reading it.
    Reread,
    /// Putting the temporary file in the destination's place.
    Rename,
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Step::Resolve => "finding the destination",
            Step::Examine => "looking at the file at the destination",
            Step::Create => "creating a temporary file beside the destination",
            Step::Sync => "getting the temporary file to the disk",
            Step::Reread => "reading the temporary file again",
            Step::Rename => "putting the temporary file in the destination's place",
        })
    }
}

/// In what a file differs from what it was; the first that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum Change {
    /// It is another file under the same name.
    #[error("it is another file")]
    Identity,
    /// It has another length.
    #[error("its length is another")]
    Length,
    /// It was written to at another time.
    #[error("it was written to")]
    Modified,
    /// Its header or directory has other content.
    #[error("its directory has other content")]
    Content,
}
