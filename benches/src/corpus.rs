//! The corpus of real files, in memory.

use std::fs;
use std::path::PathBuf;

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
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/corpus");
    let corpus = std::env::var_os("OPENIMSG_CORPUS").map_or_else(|| beside.into(), PathBuf::from);
    let mut files: Vec<File> = fs::read_dir(corpus.join("files"))
        .ok()?
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            let is_message = path.extension().is_some_and(|ext| ext == "msg" || ext == "oft");
            let name = path.file_name()?.to_str()?.to_owned();
            is_message.then(|| fs::read(&path).ok())?.map(|bytes| File { name, bytes })
        })
        .collect();
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Some(files)
}
