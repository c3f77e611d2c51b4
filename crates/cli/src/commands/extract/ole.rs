//! The storage of another application as a compound file of its own.

use std::io::{self, Write};

use openimsg::storage::write::{Content, Options, StorageBuilder, Version, WriteError};
use openimsg::storage::{EntryId, EntryKind, Stat, Store as _};

use crate::opened::Store;

/// Writes what is in `storage`, with its class, flags and times, as a compound file. Streams are
/// read when it is their turn.
///
/// # Errors
/// When a name or stream in it is damaged, or writing fails.
pub(super) fn write(store: &Store, storage: EntryId, out: &mut dyn Write) -> anyhow::Result<()> {
    let root = build(store, storage)?;
    let written = root.write_to(&Options::default(), &mut *out);
    match written {
        // Too long for version 3, which is known before the first byte.
        Err(WriteError::FileTooLong { .. } | WriteError::StreamTooLong { .. }) => {
            let options = Options { version: Version::V4, ..Options::default() };
            root.write_to(&options, out)?;
        }
        other => drop(other?),
    }
    Ok(())
}

/// Storages are at most as deep as `--max-depth` lets them be.
fn build(store: &Store, storage: EntryId) -> anyhow::Result<StorageBuilder<'_>> {
    let mut builder = StorageBuilder::new();
    if let Some(Stat { clsid, state_bits, created, modified, .. }) = store.stat(&storage) {
        builder.clsid(clsid).state_bits(state_bits).created(created).modified(modified);
    }
    for child in store.children(storage) {
        let (Some(name), Some(kind)) = (store.name(child), store.kind(child)) else { continue };
        if kind == EntryKind::Storage {
            builder.insert(name, build(store, child)?)?;
            continue;
        }
        // Found out now, not when half of the file is written.
        store.reader(&child)?;
        let open = move || store.reader(&child).map_err(io::Error::other);
        builder.stream(name, Content::reader(store.size(child), open))?;
    }
    Ok(builder)
}
