//! The corpus of real files, in memory.

use std::fs;
use std::path::{Path, PathBuf};

/// A file of the corpus.
pub struct File {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The messages of the corpus in the order of their names; nothing where it is absent.
///
/// It is looked for where `OPENIMSG_CORPUS` says, else beside the project.
#[must_use]
pub fn messages() -> Option<Vec<File>> {
    let mut files = files()?;
    files.retain(|file| file.name.ends_with(".msg") || file.name.ends_with(".oft"));
    Some(files)
}

/// As [`messages`], with the files that are no messages.
#[must_use]
pub fn files() -> Option<Vec<File>> {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/corpus");
    let corpus = std::env::var_os("OPENIMSG_CORPUS").map_or_else(|| beside.into(), PathBuf::from);
    read_all(&corpus.join("files"))
}

/// The samples that are part of the project.
#[must_use]
pub fn samples() -> Vec<File> {
    read_all(concat!(env!("CARGO_MANIFEST_DIR"), "/../samples").as_ref()).unwrap_or_default()
}

fn read_all(folder: &Path) -> Option<Vec<File>> {
    let file = |path: PathBuf| {
        let name = path.file_name()?.to_str()?.to_owned();
        Some(File { name, bytes: fs::read(&path).ok()? })
    };
    let entries = fs::read_dir(folder).ok()?.filter_map(Result::ok);
    let mut files: Vec<File> = entries.filter_map(|entry| file(entry.path())).collect();
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Some(files)
}
