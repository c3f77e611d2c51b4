//! The folder that is written into: new files only, no links, nothing outside.

use std::fs::{self, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use openimsg::message::FileNames;

/// A folder to write into.
///
/// All names that come here are [safe](openimsg::message::safe_file_name): one part, and none that leads out.
#[derive(Debug)]
pub(super) struct Folder {
    path: PathBuf,
    names: FileNames,
}

/// How many names are tried when those before exist.
const MOST_TRIES: u32 = 10_000;

impl Folder {
    /// The folder that the user named; it is made if it is not there, and may be a link.
    pub(super) fn top(path: &Path) -> anyhow::Result<Self> {
        fs::create_dir_all(path).with_context(|| path.display().to_string())?;
        Ok(Folder { path: path.to_owned(), names: FileNames::default() })
    }

    /// Makes a new folder in this one, with a number in its name if that is taken.
    pub(super) fn folder(&mut self, name: &str) -> anyhow::Result<Self> {
        let ((), path) = self.create(name, |path| fs::create_dir(path))?;
        Ok(Folder { path, names: FileNames::default() })
    }

    /// Removes the folder if nothing was written into it.
    pub(super) fn tidy(self) {
        _ = fs::remove_dir(&self.path);
    }

    /// Writes a new file, with a number in its name if that is taken. Returns where it is, and
    /// its length in bytes. A file that cannot be written to its end is removed.
    pub(super) fn write(
        &mut self,
        name: &str,
        content: impl FnOnce(&mut dyn Write) -> anyhow::Result<()>,
    ) -> anyhow::Result<(PathBuf, u64)> {
        let new = |path: &Path| OpenOptions::new().write(true).create_new(true).open(path);
        let (file, path) = self.create(name, new)?;
        let mut out = Counting { out: BufWriter::with_capacity(1 << 16, file), bytes: 0 };
        let written = content(&mut out).and_then(|()| Ok(out.flush()?));
        let Counting { out, bytes } = out;
        if let Err(error) = written {
            // What is left in the buffer goes nowhere.
            drop(out.into_parts());
            _ = fs::remove_file(&path);
            return Err(error).with_context(|| path.display().to_string());
        }
        Ok((path, bytes))
    }

    /// Makes something new under the first name that is free. A link is never followed, and
    /// whoever put one where we write means no good: no other name is tried then.
    fn create<T>(
        &mut self,
        name: &str,
        make: impl Fn(&Path) -> io::Result<T>,
    ) -> anyhow::Result<(T, PathBuf)> {
        for _ in 0..MOST_TRIES {
            let path = self.path.join(self.names.distinct(name));
            match make(&path) {
                Ok(made) => return Ok((made, path)),
                Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
                    return Err(error).with_context(|| path.display().to_string());
                }
                Err(_) if fs::symlink_metadata(&path).is_ok_and(|there| there.is_symlink()) => {
                    bail!("{}: there is a symbolic link in its place", path.display());
                }
                Err(_) => {}
            }
        }
        bail!("{}: {MOST_TRIES} files have this name already", self.path.join(name).display())
    }
}

/// Counts what passes through.
struct Counting<W> {
    out: W,
    bytes: u64,
}

impl<W: Write> Write for Counting<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.bytes = self.bytes.saturating_add(u64::try_from(written).unwrap_or(u64::MAX));
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use anyhow::anyhow;

    use super::*;

    fn write(folder: &mut Folder, name: &str, content: &'static str) -> anyhow::Result<PathBuf> {
        folder.write(name, |out| Ok(out.write_all(content.as_bytes())?)).map(|(path, _)| path)
    }

    #[test]
    fn nothing_is_overwritten() {
        let temporary = tempfile::tempdir().unwrap();
        fs::write(temporary.path().join("a.txt"), "old").unwrap();
        let mut folder = Folder::top(temporary.path()).unwrap();
        let path = write(&mut folder, "a.txt", "new").unwrap();
        assert_eq!(path.file_name().unwrap(), "a (2).txt");
        assert_eq!(fs::read_to_string(temporary.path().join("a.txt")).unwrap(), "old");
        let path = write(&mut folder, "A.txt", "newer").unwrap();
        assert_eq!(path.file_name().unwrap(), "A (3).txt");
        let inner = folder.folder("a.txt").unwrap();
        assert_eq!(inner.path.file_name().unwrap(), "a (4).txt");
        inner.tidy();
        assert_eq!(fs::read_dir(temporary.path()).unwrap().count(), 3);
    }

    #[test]
    fn what_fails_midway_leaves_nothing() {
        let temporary = tempfile::tempdir().unwrap();
        let mut folder = Folder::top(temporary.path()).unwrap();
        let failed = folder.write("a", |out| {
            out.write_all(&[1; 200_000])?;
            Err(anyhow!("no more"))
        });
        assert!(format!("{:#}", failed.unwrap_err()).ends_with("a: no more"));
        assert_eq!(fs::read_dir(temporary.path()).unwrap().count(), 0);
    }

    #[cfg(unix)]
    #[test]
    fn links_are_not_followed() {
        let temporary = tempfile::tempdir().unwrap();
        let outside = temporary.path().join("outside");
        let inside = temporary.path().join("inside");
        fs::create_dir(&inside).unwrap();
        // One that leads nowhere yet, and one to a folder.
        std::os::unix::fs::symlink(&outside, inside.join("a")).unwrap();
        std::os::unix::fs::symlink(temporary.path(), inside.join("b")).unwrap();
        let mut folder = Folder::top(&inside).unwrap();
        let error = write(&mut folder, "a", "x").unwrap_err();
        assert!(error.to_string().contains("symbolic link"));
        assert!(folder.folder("b").unwrap_err().to_string().contains("symbolic link"));
        assert!(!outside.exists());
    }
}
