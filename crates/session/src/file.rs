//! A message that is edited in its file.

use std::ops::{Deref, DerefMut};
use std::path::Path;
use std::sync::Arc;

use openimsg_base::Budget;
use openimsg_message::edit::{MessageEdit, Options};
use openimsg_message::{Error, Problem};
use openimsg_storage::save::{self, Destination, SaveError, Saved};
use openimsg_storage::write::{self, Version};
use openimsg_storage::{CompoundFile, EditError, FileSource, Overlay};

/// A message that is edited in its file, or in none yet. It is a [`MessageEdit`].
///
/// Saving puts a whole new file in the place of the old one, or leaves the old one: see
/// [the protocol](openimsg_storage::save).
///
/// ```
/// # let folder = tempfile::tempdir()?;
/// # let path = folder.path().join("letter.msg");
/// use openimsg_message::RecipientType;
/// use openimsg_message::edit::{Options, Person};
/// use openimsg_session::FileEdit;
///
/// let mut letter = FileEdit::create(Options::default())?;
/// letter.set_subject("Hello")?;
/// letter.add_recipient(RecipientType::TO, &Person::smtp("Ada", "ada@example.org"))?;
/// letter.set_text_body("How do you do?\r\n")?;
/// letter.save_as(&path)?;
///
/// let mut letter = FileEdit::open(&path, Options::default())?;
/// letter.set_subject("Hello again")?;
/// letter.save()?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct FileEdit {
    message: MessageEdit,
    destination: Option<Destination>,
    saving: Saving,
}

/// How a message is saved.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Saving {
    /// Whether the written file is read again and compared before it replaces the old one.
    pub verify: save::Options,
    /// The version of the compound file. By default the third, and the fourth for what the
    /// third cannot hold.
    pub version: Option<Version>,
    /// Whether a damaged file may be saved, of which something could not be read and would be
    /// lost for good.
    pub accept_loss: bool,
}

/// Why a message was not saved. What was edited is kept, and saving can be tried again.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SaveFailure {
    /// The message is in no file yet: [`FileEdit::save_as`] names one.
    #[error("the message is in no file yet")]
    NoFile,
    /// The message cannot be brought into a form to be written.
    #[error(transparent)]
    Message(#[from] Error),
    /// The file was not, or not safely, replaced.
    #[error(transparent)]
    Save(#[from] SaveError),
}

impl FileEdit {
    /// A new message, which is in no file yet.
    ///
    /// # Errors
    /// As [`MessageEdit::new`].
    pub fn create(options: Options) -> Result<Self, Error> {
        Ok(FileEdit::of(MessageEdit::new(options)?, None))
    }

    /// The message in a file, to be edited. Of a large file only what is asked for is read, also
    /// when it is saved: nothing of what stays is held in memory.
    ///
    /// # Errors
    /// [`Problem::Storage`] when the file cannot be read or is no compound file,
    /// [`Problem::NoMessage`] when it holds no message.
    pub fn open(path: impl AsRef<Path>, options: Options) -> Result<Self, Error> {
        let path = path.as_ref();
        let _span = tracing::debug_span!("edit message", path = %path.display()).entered();
        let io = |e| Error::new([], openimsg_storage::Error::Io(e));
        // First: what somebody changes from now on is noticed when this is saved.
        let destination = Destination::opened(path).map_err(io)?;
        let source = FileSource::open(path).map_err(io)?;
        let open = &options.open;
        let budget = Arc::new(Budget::new(open.limits.clone(), open.parent.clone()));
        let file = CompoundFile::open(source, &budget).map_err(|e| Error::new([], e))?;
        let storage = Overlay::new(Arc::new(file));
        let message = MessageEdit::over(storage, budget, options)?;
        Ok(FileEdit::of(message, Some(destination)))
    }

    /// A message from wherever, which is in no file yet.
    #[must_use]
    pub fn of_message(message: MessageEdit) -> Self {
        FileEdit::of(message, None)
    }

    fn of(message: MessageEdit, destination: Option<Destination>) -> Self {
        FileEdit { message, destination, saving: Saving::default() }
    }

    /// How it is saved.
    pub fn saving(&mut self) -> &mut Saving {
        &mut self.saving
    }

    /// The file, if the message is in one.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.destination.as_ref().map(Destination::path)
    }

    /// The meter of the message; [cancelling](Budget::cancel) it stops saving.
    #[must_use]
    pub fn budget(&self) -> &Arc<Budget> {
        self.message.budget()
    }

    /// Saves the message to the file it is in.
    ///
    /// # Errors
    /// [`SaveFailure::NoFile`] when it is in none yet, [`SaveError::Changed`] when somebody else
    /// has changed the file since it was opened or saved, and whatever else prevented it.
    pub fn save(&mut self) -> Result<Saved, SaveFailure> {
        let mut destination = self.destination.clone().ok_or(SaveFailure::NoFile)?;
        let saved = self.save_to(&mut destination);
        // After some errors too it knows better what is there.
        self.destination = Some(destination);
        saved
    }

    /// Saves the message to a new file, in which it is from then on. A file that exists is not
    /// replaced.
    ///
    /// # Errors
    /// [`SaveError::AlreadyExists`], and as [`FileEdit::save`].
    pub fn save_as(&mut self, path: impl AsRef<Path>) -> Result<Saved, SaveFailure> {
        self.save_at(Destination::new(path))
    }

    /// Saves the message to a file, whatever is there, and is in it from then on.
    ///
    /// # Errors
    /// As [`FileEdit::save`].
    pub fn save_over(&mut self, path: impl AsRef<Path>) -> Result<Saved, SaveFailure> {
        self.save_at(Destination::overwrite(path))
    }

    fn save_at(&mut self, mut destination: Destination) -> Result<Saved, SaveFailure> {
        let saved = self.save_to(&mut destination);
        let unsure = matches!(&saved, Err(SaveFailure::Save(SaveError::DurabilityUnknown { .. })));
        if saved.is_ok() || unsure {
            self.destination = Some(destination);
        }
        saved
    }

    fn save_to(&mut self, destination: &mut Destination) -> Result<Saved, SaveFailure> {
        let Saving { verify, version, accept_loss } = self.saving.clone();
        let budget = self.budget().clone();
        let storage = self.message.finish()?;
        let image = match accept_loss {
            false => storage.image(),
            true => storage.image_of_what_is_left(),
        };
        let image = image.map_err(|e: EditError| Error::new([], Problem::from(e)))?;
        let plan =
            |version| image.lay_out(&write::Options { version, ..write::Options::default() });
        let layout = match (version, plan(version.unwrap_or(Version::V3))) {
            (
                None,
                Err(
                    write::WriteError::StreamTooLong { .. } | write::WriteError::FileTooLong { .. },
                ),
            ) => plan(Version::V4),
            (_, layout) => layout,
        };
        let layout = layout.map_err(|e| Error::new([], Problem::from(e)))?;
        Ok(destination.save(&layout, &verify, Some(&budget))?)
    }
}

impl Deref for FileEdit {
    type Target = MessageEdit;

    fn deref(&self) -> &MessageEdit {
        &self.message
    }
}

impl DerefMut for FileEdit {
    fn deref_mut(&mut self) -> &mut MessageEdit {
        &mut self.message
    }
}

impl std::fmt::Debug for FileEdit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FileEdit").field("path", &self.path()).finish_non_exhaustive()
    }
}
