//! Brings a `cfb` file from one tree to another, in place.

use std::collections::BTreeMap;
use std::io::{BufRead, Read, Seek, Write};
use std::path::{Path, PathBuf};

use uuid::Uuid;

use super::CommitError;
use crate::overlay::{EditError, Node, Overlay};
use crate::store::{EntryKind, Store};
use crate::write::Meta;
use crate::{Error, Name, NameError};

/// One thing to be done to the file.
enum Step {
    Remove(PathBuf, EntryKind),
    Storage(PathBuf),
    Stream(PathBuf, Node),
    /// Of a storage.
    Meta(PathBuf, Meta),
}

/// Applies what is different in `working`. If it fails, the file holds some of it.
///
/// The contents come from the copy that the trees stand on, never from the file that is being
/// changed.
pub(super) fn apply<F: Read + Write + Seek>(
    file: &mut cfb::CompoundFile<F>,
    committed: &Overlay,
    working: &Overlay,
) -> Result<(), CommitError> {
    for step in plan(committed, working)? {
        carry_out(file, working, step)?;
    }
    Ok(file.flush().map_err(Error::Io)?)
}

fn plan(committed: &Overlay, working: &Overlay) -> Result<Vec<Step>, CommitError> {
    let mut steps = Vec::new();
    let mut todo = vec![(PathBuf::from("/"), Some(committed.root()), working.root())];
    while let Some((path, old, new)) = todo.pop() {
        if old.as_ref().is_some_and(|old| old.is_same(&new)) {
            continue;
        }
        let meta = working.stat(&new).map(|stat| Meta::of(&stat)).unwrap_or_default();
        let was = old.as_ref().and_then(|old| committed.stat(old)).map(|stat| Meta::of(&stat));
        // Of one that is made, too: `cfb` gives it the time of the clock.
        if was != Some(meta) {
            steps.push(Step::Meta(path.clone(), meta));
        }
        let mut before = children(committed, old.as_ref());
        for (name, (kind, node)) in children(working, Some(&new)) {
            let at = path.join(checked(&name)?);
            // A name in another case is another name to write.
            let same = |(old_name, _): &(Name, _)| old_name.as_bytes() == name.as_bytes();
            let was = before.remove_entry(&name);
            let was = match was {
                Some(was) if same(&was) && was.1.0 == kind => Some(was.1.1),
                Some((old_name, (old_kind, _))) => {
                    steps.push(Step::Remove(path.join(checked(&old_name)?), old_kind));
                    None
                }
                None => None,
            };
            match kind {
                EntryKind::Storage => {
                    if was.is_none() {
                        steps.push(Step::Storage(at.clone()));
                    }
                    todo.push((at, was, node));
                }
                EntryKind::Stream if was.is_none_or(|was| !was.is_same(&node)) => {
                    steps.push(Step::Stream(at, node));
                }
                EntryKind::Stream => {}
            }
        }
        for (name, (kind, _)) in before {
            steps.push(Step::Remove(path.join(checked(&name)?), kind));
        }
    }
    Ok(steps)
}

fn children(tree: &Overlay, storage: Option<&Node>) -> BTreeMap<Name, (EntryKind, Node)> {
    let mut children = BTreeMap::new();
    if let Some(storage) = storage {
        tree.visit(storage, &mut |child| {
            children.insert(child.name, (child.kind, child.node));
        });
    }
    children
}

/// A name as part of a path, which `.` and `..` cannot be.
fn checked(name: &Name) -> Result<String, EditError> {
    let text = name.to_string();
    match Path::new(&text).components().next() {
        Some(std::path::Component::Normal(_)) if name.is_legal() => Ok(text),
        _ => Err(EditError::Name(NameError::Forbidden.into())),
    }
}

fn carry_out<F: Read + Write + Seek>(
    file: &mut cfb::CompoundFile<F>,
    tree: &Overlay,
    step: Step,
) -> Result<(), Error> {
    match step {
        Step::Remove(path, EntryKind::Storage) => file.remove_storage_all(path)?,
        Step::Remove(path, EntryKind::Stream) => file.remove_stream(path)?,
        Step::Storage(path) => file.create_storage(path)?,
        Step::Stream(path, node) => {
            let mut from = tree.reader(&node)?;
            let mut to = file.create_stream(path)?;
            loop {
                let piece = from.fill_buf()?;
                if piece.is_empty() {
                    break;
                }
                to.write_all(piece)?;
                let len = piece.len();
                from.consume(len);
            }
            // Dropping would hide an error.
            to.flush()?;
        }
        Step::Meta(path, meta) => {
            file.set_storage_clsid(&path, Uuid::from_bytes_le(*meta.clsid.as_bytes()))?;
            file.set_state_bits(&path, meta.state_bits)?;
            // Not having one is a time as well: the first of 1601, which is zero in the file.
            if let Some(created) = meta.created.to_system_time() {
                file.set_created_time(&path, created)?;
            }
            if let Some(modified) = meta.modified.to_system_time() {
                file.set_modified_time(&path, modified)?;
            }
        }
    }
    Ok(())
}
