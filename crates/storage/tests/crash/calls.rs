//! A file system whose calls are numbered, traced, and broken on request.

use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use openimsg_storage::save::{FileStat, FileSystem, InputFile, OutputFile};

/// What a call asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum What {
    Resolve,
    Stat,
    Open,
    Read,
    Seek,
    Create,
    Write,
    Flush,
    Sync,
    Rename,
    SyncFolder,
    Remove,
}

/// What goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// EIO.
    Broken,
    /// ENOSPC.
    Full,
    /// EACCES.
    Denied,
    /// Reads and writes do half of what they could.
    Short,
    /// EINTR.
    Interrupted,
}

pub(crate) const FAULTS: [Fault; 5] =
    [Fault::Broken, Fault::Full, Fault::Denied, Fault::Short, Fault::Interrupted];

/// When it goes wrong; calls are counted from 1.
#[derive(Debug, Clone, Copy)]
pub(crate) enum When {
    Once(usize),
    From(usize),
    /// At the first call of a kind.
    First(What),
}

type Before = Box<dyn FnMut(usize, What) + Send>;

/// What is to happen to calls, and what has been called.
#[derive(Default)]
pub(crate) struct Plan {
    pub(crate) faults: Vec<(When, Fault)>,
    /// Looks on before each call.
    pub(crate) before: Option<Before>,
    pub(crate) trace: Vec<(What, PathBuf)>,
}

/// A file system with a plan.
#[derive(Clone)]
pub(crate) struct Watched<F> {
    pub(crate) files: F,
    plan: Arc<Mutex<Plan>>,
}

impl<F> Watched<F> {
    pub(crate) fn new(files: F) -> Watched<F> {
        Watched { files, plan: Arc::default() }
    }

    /// Begins anew with another plan; returns the old one with its trace.
    pub(crate) fn begin(&self, plan: Plan) -> Plan {
        std::mem::replace(&mut self.plan.lock().unwrap(), plan)
    }

    pub(crate) fn watch<T>(&self, file: T, path: &Path) -> WatchedFile<T> {
        WatchedFile { file, path: path.to_owned(), plan: self.plan.clone() }
    }

    fn called(&self, what: What, path: &Path) -> io::Result<()> {
        called(&self.plan, what, path).map(drop)
    }
}

/// Notes a call; whether it is to do half of its work.
fn called(plan: &Mutex<Plan>, what: What, path: &Path) -> io::Result<bool> {
    let mut plan = plan.lock().unwrap();
    let is_first = !plan.trace.iter().any(|(earlier, _)| *earlier == what);
    plan.trace.push((what, path.to_owned()));
    let number = plan.trace.len();
    if let Some(before) = &mut plan.before {
        before(number, what);
    }
    let fault = plan.faults.iter().find(|(when, _)| match when {
        When::Once(n) => *n == number,
        When::From(n) => *n <= number,
        When::First(kind) => *kind == what && is_first,
    });
    match fault.map(|(_, fault)| fault) {
        None => Ok(false),
        Some(Fault::Short) => Ok(true),
        Some(Fault::Broken) => Err(io::Error::other("broken")),
        Some(Fault::Full) => Err(ErrorKind::StorageFull.into()),
        Some(Fault::Denied) => Err(ErrorKind::PermissionDenied.into()),
        Some(Fault::Interrupted) => Err(ErrorKind::Interrupted.into()),
    }
}

impl<F: FileSystem> FileSystem for Watched<F> {
    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        self.called(What::Resolve, path)?;
        self.files.resolve(path)
    }

    fn stat(&self, path: &Path) -> io::Result<FileStat> {
        self.called(What::Stat, path)?;
        self.files.stat(path)
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn InputFile>> {
        self.called(What::Open, path)?;
        Ok(Box::new(self.watch(self.files.open(path)?, path)))
    }

    fn create_new(&self, path: &Path, like: Option<&Path>) -> io::Result<Box<dyn OutputFile>> {
        self.called(What::Create, path)?;
        Ok(Box::new(self.watch(self.files.create_new(path, like)?, path)))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.called(What::Rename, from)?;
        self.files.rename(from, to)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<bool> {
        self.called(What::SyncFolder, folder)?;
        self.files.sync_folder(folder)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.called(What::Remove, path)?;
        self.files.remove(path)
    }
}

/// An open file whose calls are watched.
pub(crate) struct WatchedFile<T> {
    file: T,
    path: PathBuf,
    plan: Arc<Mutex<Plan>>,
}

impl<T> WatchedFile<T> {
    /// How many of `len` bytes are to be read or written.
    fn called(&self, what: What, len: usize) -> io::Result<usize> {
        let is_short = called(&self.plan, what, &self.path)?;
        Ok(if is_short { len.div_ceil(2) } else { len })
    }
}

impl<T: Read> Read for WatchedFile<T> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let len = self.called(What::Read, buf.len())?;
        self.file.read(&mut buf[..len])
    }
}

impl<T: Write> Write for WatchedFile<T> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let len = self.called(What::Write, bytes.len())?;
        self.file.write(&bytes[..len])
    }

    fn flush(&mut self) -> io::Result<()> {
        self.called(What::Flush, 0)?;
        self.file.flush()
    }
}

impl<T: Seek> Seek for WatchedFile<T> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.called(What::Seek, 0)?;
        self.file.seek(to)
    }
}

impl OutputFile for WatchedFile<Box<dyn OutputFile>> {
    fn sync_all(&mut self) -> io::Result<()> {
        self.called(What::Sync, 0)?;
        self.file.sync_all()
    }
}
