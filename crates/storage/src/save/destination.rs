//! The protocol: one file, replaced at once or not at all.

use std::collections::hash_map::RandomState;
use std::fmt;
use std::hash::{BuildHasher, Hasher};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use openimsg_base::{Budget, Refused};

use super::files::{Patient, folder_of, patiently};
use super::verify::{Hashes, Written};
use super::{
    FileSystem, Fingerprint, InputFile, Options, OutputFile, RealFiles, SaveError, Saved, Step,
    Verifier, VerifyError,
};
use crate::write::{Layout, WriteError};

/// A path to save to, and what is expected to be there.
///
/// After a save it expects what it has saved, so that one destination serves for as many saves
/// as a file has in its life.
///
/// ```
/// use openimsg_storage::save::{Destination, Options, SaveError};
/// use openimsg_storage::write::{self, StorageBuilder};
/// # let folder = tempfile::tempdir()?;
/// # let path = folder.path().join("greeting.cfb");
/// let mut root = StorageBuilder::new();
/// root.stream("greeting", b"hello")?;
/// let layout = root.lay_out(&write::Options::default())?;
///
/// let mut destination = Destination::new(&path);
/// let saved = destination.save(&layout, &Options::default(), None)?;
/// assert_eq!(saved.bytes, layout.file_len());
/// destination.save(&layout, &Options::default(), None)?;
///
/// // Somebody else's change is not lost.
/// std::fs::write(&path, "something else")?;
/// let error = destination.save(&layout, &Options::default(), None).unwrap_err();
/// assert!(matches!(error, SaveError::Changed { .. }));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Destination {
    files: Arc<dyn FileSystem>,
    path: PathBuf,
    expected: Expected,
}

/// What a [`Destination`] expects to find at its path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Expected {
    /// Nothing: the file is a new one.
    Nothing,
    /// Nothing or any file, which is replaced.
    Anything,
    /// The file with this fingerprint and no other.
    This(Fingerprint),
}

impl Destination {
    /// A file that is not there yet.
    #[must_use]
    pub fn new(path: impl AsRef<Path>) -> Destination {
        Destination::on(Arc::new(RealFiles), path, Expected::Nothing)
    }

    /// A file that is replaced, whatever is there. After the first save, it is replaced only
    /// while nobody else has changed it.
    #[must_use]
    pub fn overwrite(path: impl AsRef<Path>) -> Destination {
        Destination::on(Arc::new(RealFiles), path, Expected::Anything)
    }

    /// The file that is there, to be replaced while nobody else has changed it. Call this before
    /// reading the file: what somebody changes in between is found out then.
    ///
    /// # Errors
    /// What the file system says.
    pub fn opened(path: impl AsRef<Path>) -> io::Result<Destination> {
        let mut destination = Destination::overwrite(path);
        let files = &*destination.files;
        let target = patiently(|| files.resolve(&destination.path))?;
        destination.expected = Expected::This(Fingerprint::of(files, &target)?);
        Ok(destination)
    }

    /// A file of another file system than that of this machine.
    #[must_use]
    pub fn on(
        files: Arc<dyn FileSystem>,
        path: impl AsRef<Path>,
        expected: Expected,
    ) -> Destination {
        // What a relative path means must not change with the current folder.
        let path = path.as_ref();
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        Destination { files, path, expected }
    }

    /// The same path, whatever is there.
    pub(crate) fn over(&self) -> Destination {
        Destination { expected: Expected::Anything, ..self.clone() }
    }

    /// The path as it was given, made absolute; links in it are followed by each save anew.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What is expected to be there.
    #[must_use]
    pub fn expected(&self) -> Expected {
        self.expected
    }

    /// Saves a file as [the protocol](super) says. `budget` can stop it: while it is
    /// [cancelled](Budget::cancel), nothing is replaced.
    ///
    /// # Errors
    /// See [`SaveError`]. The save may be tried again after any of them.
    pub fn save(
        &mut self,
        layout: &Layout<'_>,
        options: &Options,
        budget: Option<&Budget>,
    ) -> Result<Saved, SaveError> {
        let span = tracing::debug_span!("save", bytes = layout.file_len());
        let _entered = span.enter();
        self.replace(budget, |job, file| job.fill(file, layout, options))
    }

    /// Saves a file that is no compound file, such as a page made of a message, by the same
    /// [protocol](super); of what was written, only the length is verified.
    ///
    /// # Errors
    /// See [`SaveError`]. The save may be tried again after any of them.
    pub fn save_bytes(
        &mut self,
        bytes: &[u8],
        budget: Option<&Budget>,
    ) -> Result<Saved, SaveError> {
        let span = tracing::debug_span!("save", bytes = bytes.len());
        let _entered = span.enter();
        self.replace(budget, |job, file| job.fill_with(file, bytes))
    }

    /// Puts what `fill` writes in the place of what is there, if that is as expected.
    fn replace(
        &mut self,
        budget: Option<&Budget>,
        fill: impl FnOnce(&Job<'_>, Box<dyn OutputFile>) -> Result<(Saved, Fingerprint), SaveError>,
    ) -> Result<Saved, SaveError> {
        let files = &*self.files;
        let proceed = || budget.map_or(Ok(()), Budget::proceed);
        proceed()?;
        let target = at(Step::Resolve, patiently(|| files.resolve(&self.path)))?;
        let is_there = self.expected.check(files, &target)?;

        let (temporary, file) = Temporary::create(files, &target, is_there)?;
        let job = Job { files, budget, path: &temporary.path };
        let ready = fill(&job, file).and_then(|ready| {
            // Writing may have taken its time.
            self.expected.check(files, &target)?;
            proceed()?;
            Ok(ready)
        });
        let (saved, fingerprint) = match ready {
            Ok(ready) => ready,
            Err(error) => return Err(temporary.discard(error)),
        };
        if let Err(source) = patiently(|| files.rename(&temporary.path, &target)) {
            // Over a network, it may have been done and only the answer been lost.
            if !Fingerprint::of(files, &target).is_ok_and(|found| found == fingerprint) {
                return Err(temporary.discard(SaveError::Io { step: Step::Rename, source }));
            }
            temporary.keep();
            self.expected = Expected::This(fingerprint);
            return Err(SaveError::DurabilityUnknown { saved, source });
        }
        temporary.keep();
        self.expected = Expected::This(fingerprint);
        match patiently(|| files.sync_folder(folder_of(&target))) {
            Ok(durable) => {
                tracing::debug!(verified = ?saved.verified, durable, "saved");
                Ok(Saved { durable, ..saved })
            }
            Err(source) => Err(SaveError::DurabilityUnknown { saved, source }),
        }
    }
}

impl fmt::Debug for Destination {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Destination")
            .field("path", &self.path)
            .field("expected", &self.expected)
            .finish_non_exhaustive()
    }
}

impl Expected {
    /// Whether a file is there, all being as expected.
    fn check(&self, files: &dyn FileSystem, target: &Path) -> Result<bool, SaveError> {
        let path = || target.to_owned();
        let stat = match patiently(|| files.stat(target)) {
            Ok(stat) => stat,
            Err(error) if error.kind() == ErrorKind::NotFound => {
                return match self {
                    Expected::This(_) => Err(SaveError::Vanished { path: path() }),
                    Expected::Nothing | Expected::Anything => Ok(false),
                };
            }
            Err(source) => return Err(SaveError::Io { step: Step::Examine, source }),
        };
        if !stat.is_file {
            return Err(SaveError::NotAFile { path: path() });
        }
        match self {
            Expected::Nothing => return Err(SaveError::AlreadyExists { path: path() }),
            Expected::Anything => {}
            Expected::This(fingerprint) => {
                let change = at(Step::Examine, fingerprint.compare(files, target, &stat))?;
                if let Some(what) = change {
                    return Err(SaveError::Changed { path: path(), what });
                }
            }
        }
        if stat.is_read_only { Err(SaveError::ReadOnly { path: path() }) } else { Ok(true) }
    }
}

/// The temporary file, and who may stop the work on it.
struct Job<'j> {
    files: &'j dyn FileSystem,
    budget: Option<&'j Budget>,
    path: &'j Path,
}

impl Job<'_> {
    /// Writes a compound file, gets it to the disk and reads it again.
    fn fill(
        &self,
        file: Box<dyn OutputFile>,
        layout: &Layout<'_>,
        options: &Options,
    ) -> Result<(Saved, Fingerprint), SaveError> {
        let mut hashes = Hashes::new(layout);
        let bytes = self.write(file, |output| match options.verify {
            true => layout.write_observed(output, |id, piece| hashes.pass(id, piece)),
            false => layout.write_to(output),
        })?;
        let verified = if options.verify { Some(self.verify(layout, hashes)?) } else { None };
        self.finish(bytes, verified)
    }

    /// Writes bytes and gets them to the disk.
    fn fill_with(
        &self,
        file: Box<dyn OutputFile>,
        bytes: &[u8],
    ) -> Result<(Saved, Fingerprint), SaveError> {
        let length = |bytes: &[u8]| u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        self.write(file, |output| {
            let mut left = bytes;
            let mut pass = || -> io::Result<()> {
                while !left.is_empty() {
                    let taken = patiently(|| output.write(left))?;
                    let rest = left.get(taken..).filter(|_| taken > 0);
                    left = rest.ok_or(ErrorKind::WriteZero)?;
                }
                output.flush()
            };
            let passed = pass();
            let written = length(bytes).saturating_sub(length(left));
            passed.map_err(|source| WriteError::Write { written, source })
        })?;
        self.finish(length(bytes), None)
    }

    /// Returns when what `write` has written is on the disk.
    fn write<T>(
        &self,
        file: Box<dyn OutputFile>,
        write: impl FnOnce(&mut Output<'_>) -> Result<T, WriteError>,
    ) -> Result<T, SaveError> {
        let mut output = Output { file, budget: self.budget };
        let written = match write(&mut output) {
            Ok(written) => written,
            Err(error) => {
                self.proceed()?;
                return Err(error.into());
            }
        };
        // Never again for the same file: what failed to be written may count as written then.
        at(Step::Sync, patiently(|| output.file.sync_all()))?;
        Ok(written)
    }

    fn finish(
        &self,
        bytes: u64,
        verified: Option<Verifier>,
    ) -> Result<(Saved, Fingerprint), SaveError> {
        let fingerprint = at(Step::Reread, Fingerprint::of(self.files, self.path))?;
        if fingerprint.len() != bytes {
            let found = fingerprint.len();
            return Err(VerifyError::FileLength { expected: bytes, found }.into());
        }
        Ok((Saved { bytes, verified, durable: false }, fingerprint))
    }

    fn verify(&self, layout: &Layout<'_>, hashes: Hashes) -> Result<Verifier, SaveError> {
        let open = || -> io::Result<Box<dyn InputFile>> {
            Ok(Box::new(Patient(patiently(|| self.files.open(self.path))?)))
        };
        Ok(Written::new(layout, hashes).verify(open, self.budget)?)
    }

    fn proceed(&self) -> Result<(), Refused> {
        self.budget.map_or(Ok(()), Budget::proceed)
    }
}

/// The temporary file on its way to the disk; stops when the caller cancels.
struct Output<'b> {
    file: Box<dyn OutputFile>,
    budget: Option<&'b Budget>,
}

/// Bytes that are written at once, between two looks at the budget.
const AT_ONCE: usize = 1 << 20;

impl io::Write for Output<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.budget.map_or(Ok(()), Budget::proceed).map_err(io::Error::other)?;
        self.file.write(bytes.get(..AT_ONCE).unwrap_or(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        patiently(|| self.file.flush())
    }
}

/// A temporary file, removed unless it takes its place.
struct Temporary<'f> {
    files: &'f dyn FileSystem,
    path: PathBuf,
    is_pending: bool,
}

/// Names that are tried before it is an error that all of them are taken.
const NAMES: u32 = 16;

impl<'f> Temporary<'f> {
    /// Creates a hidden file beside `target`, with the permissions of `target` if that is there.
    ///
    /// Its name does not hold that of the target, which may be as long as names can be.
    fn create(
        files: &'f dyn FileSystem,
        target: &Path,
        is_there: bool,
    ) -> Result<(Temporary<'f>, Box<dyn OutputFile>), SaveError> {
        let like = is_there.then_some(target);
        let mut tried = 0_u32;
        loop {
            tried = tried.saturating_add(1);
            let path = folder_of(target).join(format!(".openimsg-{:016x}.tmp", unpredictable()));
            match patiently(|| files.create_new(&path, like)) {
                Ok(file) => return Ok((Temporary { files, path, is_pending: true }, file)),
                Err(error) if error.kind() == ErrorKind::AlreadyExists && tried < NAMES => {}
                Err(source) => return Err(SaveError::Io { step: Step::Create, source }),
            }
        }
    }

    /// Removes the file because of `error`.
    fn discard(mut self, error: SaveError) -> SaveError {
        self.is_pending = false;
        match patiently(|| self.files.remove(&self.path)) {
            Ok(()) => error,
            Err(remove) if remove.kind() == ErrorKind::NotFound => error,
            Err(remove) => {
                let path = std::mem::take(&mut self.path);
                SaveError::Leftover { path, remove, source: Box::new(error) }
            }
        }
    }

    /// It is not a temporary file any more.
    fn keep(mut self) {
        self.is_pending = false;
    }
}

impl Drop for Temporary<'_> {
    /// After a panic, in a reader of the caller's.
    fn drop(&mut self) {
        if self.is_pending {
            let _ = patiently(|| self.files.remove(&self.path));
        }
    }
}

/// A number that nobody who wants to be there first can tell: a hash with keys that the system
/// gave to this process.
fn unpredictable() -> u64 {
    // Each state has other keys.
    RandomState::new().build_hasher().finish()
}

fn at<T>(step: Step, done: io::Result<T>) -> Result<T, SaveError> {
    done.map_err(|source| SaveError::Io { step, source })
}
