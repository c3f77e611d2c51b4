//! A disk that knows what it has promised to keep: what was written is kept for sure only once it
//! was synced, and names only once their folder was.

use std::collections::BTreeMap;
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, SystemTime};

use openimsg_storage::save::{FileId, FileStat, FileSystem, InputFile, OutputFile};

/// A disk with one folder, shared by clones.
#[derive(Clone, Default)]
pub(crate) struct Disk {
    state: Arc<Mutex<State>>,
    /// A disk that only says that it has synced.
    pub(crate) lies: bool,
}

#[derive(Default)]
struct State {
    inodes: Vec<Inode>,
    names: BTreeMap<PathBuf, usize>,
    kept_names: BTreeMap<PathBuf, usize>,
    /// Changes of names since the folder was synced.
    renamings: Vec<Renaming>,
    clock: u64,
}

#[derive(Default)]
struct Inode {
    now: Vec<u8>,
    kept: Vec<u8>,
    /// What was written since it was synced: offsets and bytes.
    writes: Vec<(usize, Vec<u8>)>,
    modified: u64,
}

#[derive(Clone)]
enum Renaming {
    Create(PathBuf, usize),
    Rename(PathBuf, PathBuf, usize),
    Remove(PathBuf),
}

pub(crate) const FOLDER: &str = "/folder";

/// The path of a file in the only folder.
pub(crate) fn path(name: &str) -> PathBuf {
    Path::new(FOLDER).join(name)
}

impl Disk {
    /// A disk with one file, safely kept.
    pub(crate) fn with(path: &Path, content: &[u8]) -> Disk {
        let disk = Disk::default();
        let mut state = disk.lock();
        state.inodes.push(Inode { now: content.into(), kept: content.into(), ..Inode::default() });
        state.names.insert(path.into(), 0);
        state.kept_names.insert(path.into(), 0);
        drop(state);
        disk
    }

    pub(crate) fn names(&self) -> Vec<PathBuf> {
        self.lock().names.keys().cloned().collect()
    }

    pub(crate) fn read(&self, path: &Path) -> Option<Vec<u8>> {
        let state = self.lock();
        Some(state.inodes[*state.names.get(path)?].now.clone())
    }

    /// Opens a file to change it where it is.
    pub(crate) fn open_in_place(&self, path: &Path) -> OnDisk {
        let inode = self.lock().names[path];
        OnDisk { disk: self.clone(), inode, at: 0 }
    }

    /// Shows what may be found at `path` if the machine fails now: for each set of names that
    /// may have got to the disk, each content that may have.
    pub(crate) fn after_power_failure(&self, path: &Path, mut seen: impl FnMut(Option<&[u8]>)) {
        let state = self.lock();
        let mut found: Vec<Option<usize>> = Vec::new();
        let mut names = state.kept_names.clone();
        found.push(names.get(path).copied());
        for renaming in &state.renamings {
            // In order, and this one alone before those that came earlier.
            let mut alone = state.kept_names.clone();
            renaming.apply(&mut alone);
            renaming.apply(&mut names);
            found.extend([names.get(path).copied(), alone.get(path).copied()]);
        }
        found.sort_unstable();
        found.dedup();
        for inode in found {
            match inode {
                Some(inode) => {
                    state.inodes[inode].after_power_failure(&mut |bytes| seen(Some(bytes)));
                }
                None => seen(None),
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap()
    }
}

impl Renaming {
    fn apply(&self, names: &mut BTreeMap<PathBuf, usize>) {
        match self {
            Renaming::Create(path, inode) => _ = names.insert(path.clone(), *inode),
            Renaming::Rename(from, to, inode) => {
                names.remove(from);
                names.insert(to.clone(), *inode);
            }
            Renaming::Remove(path) => _ = names.remove(path),
        }
    }
}

impl Inode {
    /// What was written and not synced may be there or not: up to any write, any one alone, all
    /// but any one, the last one torn, or only the length.
    fn after_power_failure(&self, seen: &mut dyn FnMut(&[u8])) {
        seen(&self.kept);
        if self.writes.is_empty() {
            return;
        }
        let write = |bytes: &mut Vec<u8>, offset: usize, piece: &[u8]| {
            let end = offset + piece.len();
            bytes.resize(bytes.len().max(end), 0);
            bytes[offset..end].copy_from_slice(piece);
        };
        let mut length_only = self.kept.clone();
        length_only.resize(self.now.len().max(length_only.len()), 0);
        seen(&length_only);
        let mut in_order = self.kept.clone();
        for (n, (offset, piece)) in self.writes.iter().enumerate() {
            for unit in [512, 4096] {
                let units = piece.len() / unit;
                for cut in [1, units / 2, units].map(|units| units * unit) {
                    if (1..piece.len()).contains(&cut) {
                        let mut torn = in_order.clone();
                        write(&mut torn, *offset, &piece[..cut]);
                        seen(&torn);
                        let mut torn = in_order.clone();
                        write(&mut torn, offset + cut, &piece[cut..]);
                        seen(&torn);
                    }
                }
            }
            write(&mut in_order, *offset, piece);
            seen(&in_order);
            let mut alone = self.kept.clone();
            write(&mut alone, *offset, piece);
            seen(&alone);
            let mut others = self.kept.clone();
            for (m, (offset, piece)) in self.writes.iter().enumerate() {
                if m != n {
                    write(&mut others, *offset, piece);
                }
            }
            seen(&others);
        }
    }
}

impl FileSystem for Disk {
    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        Ok(path.to_owned())
    }

    fn stat(&self, path: &Path) -> io::Result<FileStat> {
        let state = self.lock();
        let number = *state.names.get(path).ok_or(ErrorKind::NotFound)?;
        let inode = &state.inodes[number];
        Ok(FileStat {
            is_file: true,
            is_read_only: false,
            len: wide(inode.now.len()),
            modified: Some(SystemTime::UNIX_EPOCH + Duration::from_secs(inode.modified)),
            id: Some(FileId { device: 1, number: wide(number) }),
        })
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn InputFile>> {
        let inode = *self.lock().names.get(path).ok_or(ErrorKind::NotFound)?;
        Ok(Box::new(OnDisk { disk: self.clone(), inode, at: 0 }))
    }

    fn create_new(&self, path: &Path, _: Option<&Path>) -> io::Result<Box<dyn OutputFile>> {
        let mut state = self.lock();
        if state.names.contains_key(path) {
            return Err(ErrorKind::AlreadyExists.into());
        }
        let inode = state.inodes.len();
        state.inodes.push(Inode::default());
        state.names.insert(path.into(), inode);
        state.renamings.push(Renaming::Create(path.into(), inode));
        Ok(Box::new(OnDisk { disk: self.clone(), inode, at: 0 }))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut state = self.lock();
        let inode = state.names.remove(from).ok_or(ErrorKind::NotFound)?;
        state.names.insert(to.into(), inode);
        state.renamings.push(Renaming::Rename(from.into(), to.into(), inode));
        Ok(())
    }

    fn sync_folder(&self, _: &Path) -> io::Result<bool> {
        let mut state = self.lock();
        if !self.lies {
            state.kept_names = state.names.clone();
            state.renamings.clear();
        }
        Ok(true)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        let mut state = self.lock();
        state.names.remove(path).ok_or(ErrorKind::NotFound)?;
        state.renamings.push(Renaming::Remove(path.into()));
        Ok(())
    }
}

/// An open file.
pub(crate) struct OnDisk {
    disk: Disk,
    inode: usize,
    at: usize,
}

impl Read for OnDisk {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let state = self.disk.lock();
        let left = state.inodes[self.inode].now.get(self.at..).unwrap_or_default();
        let n = left.len().min(buf.len());
        buf[..n].copy_from_slice(&left[..n]);
        self.at += n;
        Ok(n)
    }
}

impl Write for OnDisk {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut state = self.disk.lock();
        state.clock += 1;
        let clock = state.clock;
        let inode = &mut state.inodes[self.inode];
        let end = self.at + bytes.len();
        let len = inode.now.len().max(end);
        inode.now.resize(len, 0);
        inode.now[self.at..end].copy_from_slice(bytes);
        inode.writes.push((self.at, bytes.to_vec()));
        inode.modified = clock;
        self.at = end;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Seek for OnDisk {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let len = self.disk.lock().inodes[self.inode].now.len();
        let position = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => wide(len).checked_add_signed(by),
            SeekFrom::Current(by) => wide(self.at).checked_add_signed(by),
        };
        let position = position.ok_or(ErrorKind::InvalidInput)?;
        self.at = usize::try_from(position).unwrap();
        Ok(position)
    }
}

impl OutputFile for OnDisk {
    fn sync_all(&mut self) -> io::Result<()> {
        let mut state = self.disk.lock();
        if !self.disk.lies {
            let inode = &mut state.inodes[self.inode];
            inode.kept = inode.now.clone();
            inode.writes.clear();
        }
        Ok(())
    }
}

fn wide(n: usize) -> u64 {
    u64::try_from(n).unwrap()
}
