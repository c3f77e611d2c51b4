//! The seam between saving and the file system: each call that a save makes is one method here,
//! so that tests can number, trace and break every one of them.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The file system that a save works on.
///
/// Calls that are interrupted ([`ErrorKind::Interrupted`]) are made again by the caller, a
/// limited number of times.
pub trait FileSystem: Send + Sync {
    /// Follows links until there is none: the absolute path of the file that `path` means. That
    /// file need not be there, but its folder has to be.
    ///
    /// # Errors
    /// What the system says; [`ErrorKind::NotFound`] without that folder.
    fn resolve(&self, path: &Path) -> io::Result<PathBuf>;

    /// What is known of the file at `path`. Links are not followed.
    ///
    /// # Errors
    /// What the system says; [`ErrorKind::NotFound`] if there is nothing.
    fn stat(&self, path: &Path) -> io::Result<FileStat>;

    /// Opens a file for reading.
    ///
    /// # Errors
    /// What the system says.
    fn open(&self, path: &Path) -> io::Result<Box<dyn InputFile>>;

    /// Creates a file that is not there yet. It gets the permissions of the file `like`, and as
    /// far as the system lets us its owner; without `like`, those that new files get.
    ///
    /// # Errors
    /// What the system says; [`ErrorKind::AlreadyExists`] if there is a file. After another
    /// error there is none.
    fn create_new(&self, path: &Path, like: Option<&Path>) -> io::Result<Box<dyn OutputFile>>;

    /// Gives a file another name in the same folder, replacing a file that has it, at once: at
    /// any moment, one of the two has that name.
    ///
    /// # Errors
    /// What the system says.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Returns when the names in a folder are on the disk; `false`, at once, where the system
    /// has no call for that.
    ///
    /// # Errors
    /// What the system says.
    fn sync_folder(&self, folder: &Path) -> io::Result<bool>;

    /// Removes a file.
    ///
    /// # Errors
    /// What the system says.
    fn remove(&self, path: &Path) -> io::Result<()>;
}

/// A file open for reading.
pub trait InputFile: Read + Seek + Send {}

impl<F: Read + Seek + Send> InputFile for F {}

/// A file open for writing, from its beginning on.
pub trait OutputFile: Write + Send {
    /// Returns when content and length are on the disk.
    ///
    /// # Errors
    /// What the system says. What has been written may be lost then, even if a second call
    /// succeeds.
    fn sync_all(&mut self) -> io::Result<()>;
}

impl OutputFile for File {
    fn sync_all(&mut self) -> io::Result<()> {
        File::sync_all(self)
    }
}

/// What a file system knows of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileStat {
    /// Whether it is a file with content, rather than a folder, device, pipe or link.
    pub is_file: bool,
    /// Whether nobody may write to it.
    pub is_read_only: bool,
    /// In bytes.
    pub len: u64,
    /// When it was written to, where the system keeps that.
    pub modified: Option<SystemTime>,
    /// Which file it is, whatever its name, where the system tells.
    pub id: Option<FileId>,
}

/// Which file it is, whatever its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct FileId {
    /// The file system it is on.
    pub device: u64,
    /// Its number there; used again after it has been removed.
    pub number: u64,
}

/// The file system of this machine.
///
/// On Unix the new file gets mode, owner and group of the old one; where the owner or group
/// cannot be set, group and others keep only the rights that both had. Access lists and extended
/// attributes are not carried over.
#[derive(Debug, Clone, Copy, Default)]
pub struct RealFiles;

impl FileSystem for RealFiles {
    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        let mut path = path.to_owned();
        for _ in 0..MOST_LINKS {
            match fs::symlink_metadata(&path) {
                Ok(metadata) if metadata.is_symlink() => {
                    path = folder_of(&path).join(fs::read_link(&path)?);
                }
                Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
                _ => {
                    let Some(name) = path.file_name() else { break };
                    return Ok(fs::canonicalize(folder_of(&path))?.join(name));
                }
            }
        }
        // A folder like `..`, or more links than the system itself follows.
        fs::canonicalize(&path)
    }

    fn stat(&self, path: &Path) -> io::Result<FileStat> {
        let metadata = fs::symlink_metadata(path)?;
        Ok(FileStat {
            is_file: metadata.is_file(),
            is_read_only: metadata.permissions().readonly(),
            len: metadata.len(),
            modified: metadata.modified().ok(),
            id: file_id(&metadata),
        })
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn InputFile>> {
        Ok(Box::new(File::open(path)?))
    }

    fn create_new(&self, path: &Path, like: Option<&Path>) -> io::Result<Box<dyn OutputFile>> {
        let like = like.map(fs::metadata).transpose()?;
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        if like.is_some() {
            // Until it has the right owner, nobody else has a right.
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        }
        let file = options.open(path)?;
        if let Some(like) = &like
            && let Err(error) = adopt(&file, like)
        {
            drop(file);
            // The error that counts is the first one.
            let _ = fs::remove_file(path);
            return Err(error);
        }
        Ok(Box::new(file))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<bool> {
        if !cfg!(unix) {
            return Ok(false);
        }
        match File::open(folder)?.sync_all() {
            Ok(()) => Ok(true),
            // What file systems say that have no such call.
            Err(error) if error.kind() == ErrorKind::InvalidInput => Ok(false),
            Err(error) if error.kind() == ErrorKind::Unsupported => Ok(false),
            Err(error) => Err(error),
        }
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }
}

/// More links in a row than any system follows.
const MOST_LINKS: u32 = 64;

/// The folder of a file; a name alone is in the current one.
pub(super) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

#[cfg(unix)]
fn file_id(metadata: &Metadata) -> Option<FileId> {
    use std::os::unix::fs::MetadataExt;
    Some(FileId { device: metadata.dev(), number: metadata.ino() })
}

#[cfg(not(unix))]
fn file_id(_: &Metadata) -> Option<FileId> {
    None
}

/// Gives `file` the owner and permissions of another one.
#[cfg(unix)]
fn adopt(file: &File, like: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};
    let own = file.metadata()?;
    let mut mode = like.mode() & 0o777;
    if (own.uid(), own.gid()) != (like.uid(), like.gid())
        && fchown(file, Some(like.uid()), Some(like.gid())).is_err()
    {
        // Only root may give files away; a group that we belong to is possible.
        if own.gid() != like.gid() && fchown(file, None, Some(like.gid())).is_err() {
            // What the old group might do, the new one may do only if all others might.
            mode = mode & 0o707 | (mode & 0o007) << 3 & mode;
        }
    }
    file.set_permissions(fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn adopt(file: &File, like: &Metadata) -> io::Result<()> {
    file.set_permissions(like.permissions())
}

/// How often a call may be interrupted before that is an error: a signal that comes again and
/// again must not hang a save.
const INTERRUPTIONS: u32 = 100;

/// Makes a call again while it is interrupted, but not for ever.
pub(super) fn patiently<T>(mut call: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    for _ in 1..INTERRUPTIONS {
        match call() {
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            done => return done,
        }
    }
    // Of another kind: callers such as `read_exact` would try again themselves.
    call().map_err(|error| match error.kind() {
        ErrorKind::Interrupted => io::Error::other("interrupted again and again"),
        _ => error,
    })
}

/// A file whose calls are made patiently.
pub(super) struct Patient<F>(pub(super) F);

impl<F: Read> Read for Patient<F> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        patiently(|| self.0.read(buf))
    }
}

impl<F: Seek> Seek for Patient<F> {
    fn seek(&mut self, to: io::SeekFrom) -> io::Result<u64> {
        patiently(|| self.0.seek(to))
    }
}
