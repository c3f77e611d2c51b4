//! Transactions over compound files: operations beside a model, saved, opened again, and cut off.

use std::collections::BTreeMap;
use std::sync::Arc;

use openimsg_base::{Budget, Limits};
use openimsg_storage::write::{Options, StorageBuilder};
use openimsg_storage::{CompoundFile, EditError, EntryKind, Overlay, Store};

use crate::input::Choices;

/// What a storage holds: paths, nothing for storages.
pub(crate) type Model = BTreeMap<String, Option<Vec<u8>>>;

/// Does what the input says to a storage and to a model of it; whatever is done, both agree.
///
/// The input: for each operation a byte for its kind, paths of a byte each, and what else it takes.
pub fn overlay(data: &[u8]) {
    let mut choices = Choices(data.get(..0x800).unwrap_or(data));
    let mut now = State::with(1 << 17);
    let (mut snapshot, mut disk) = (now.clone(), now.clone());
    while !choices.is_empty() {
        match choices.byte() % 16 {
            0 => snapshot = now.clone(),
            // A transaction that is dropped.
            1 => now = snapshot.clone(),
            2 => {
                now = State { overlay: over(image(&now.overlay)), ..now };
                (snapshot, disk) = (now.clone(), now.clone());
            }
            // What was not saved is lost, and nothing else.
            3 => (now, snapshot) = (disk.clone(), disk.clone()),
            kind => now.edit(kind, &mut choices),
        }
    }
    assert!(contents(&now.overlay) == now.model);
    let image = image(&now.overlay);
    assert!(contents(&over(image.clone())) == now.model, "written and read");
    // The same content in whatever order gives the same bytes.
    assert!(self::image(&now.rebuilt()) == image);
    assert!(contents(&disk.overlay) == disk.model, "what was saved stays as it was");
    assert!(contents(&snapshot.overlay) == snapshot.model, "so does a snapshot");
}

/// A storage, and what it should hold.
#[derive(Clone)]
pub(crate) struct State {
    pub(crate) overlay: Overlay,
    pub(crate) model: Model,
    /// The bytes that may still be added.
    pub(crate) left: usize,
}

impl State {
    /// Nothing yet, and so many bytes at most.
    pub(crate) fn with(left: usize) -> State {
        State { overlay: Overlay::empty(), model: Model::new(), left }
    }

    /// One operation on both sides; they agree on whether it can be done.
    pub(crate) fn edit(&mut self, kind: u8, choices: &mut Choices<'_>) {
        let at = path(choices.byte());
        let (done, expected) = match kind {
            4 | 5 => {
                let free = !self.model.contains_key(&at) && self.has_parent(&at);
                let expected = free.then(|| drop(self.model.insert(at.clone(), None)));
                (self.overlay.create_storage(&at), expected)
            }
            6..=8 => {
                let bytes = self.bytes(choices);
                let is_no_storage = self.model.get(&at).is_none_or(Option::is_some);
                let expected = (is_no_storage && self.has_parent(&at))
                    .then(|| drop(self.model.insert(at.clone(), Some(bytes.clone()))));
                (self.overlay.put_stream(&at, bytes), expected)
            }
            9 => {
                let bytes = self.bytes(choices);
                let expected = self.stream(&at).map(|stream| stream.extend(&bytes));
                (self.overlay.append(&at, bytes), expected)
            }
            10 => {
                let len = usize::from(choices.u16() % 0x2000).min(self.left);
                let expected = self.stream(&at).map(|stream| stream.resize(len, 0));
                (self.overlay.set_len(&at, len as u64), expected)
            }
            11 => {
                let from = usize::from(choices.u16() % 0x2000).min(self.left);
                let bytes = self.bytes(choices);
                let to = from + bytes.len();
                let expected = self.stream(&at).map(|stream| {
                    stream.resize(stream.len().max(to), 0);
                    stream[from..to].copy_from_slice(&bytes);
                });
                (self.overlay.write_at(&at, from as u64, bytes), expected)
            }
            12 => (self.overlay.remove(&at), self.take(&at).map(drop)),
            _ => {
                let to = path(choices.byte());
                let is_move = kind != 13;
                let done = match is_move {
                    true => self.overlay.move_to(&at, &to),
                    false => self.overlay.copy(&at, &to),
                };
                (done, self.transfer(&at, &to, is_move))
            }
        };
        assert_eq!(done.is_ok(), expected.is_some(), "{kind} at {at}: {done:?}");
        if matches!(done, Err(EditError::Storage(_) | EditError::Lost { .. })) {
            panic!("{done:?}");
        }
    }

    fn has_parent(&self, path: &str) -> bool {
        let parent = path.rsplit_once('/').map_or("", |(parent, _)| parent);
        parent.is_empty() || matches!(self.model.get(parent), Some(None))
    }

    fn stream(&mut self, path: &str) -> Option<&mut Vec<u8>> {
        self.model.get_mut(path)?.as_mut()
    }

    /// What is at the path and below it.
    fn below(&self, top: &str) -> Option<Model> {
        self.model.get(top)?;
        let inside = |path: &str| path == top || path.starts_with(&format!("{top}/"));
        let found = self.model.iter().filter(|(path, _)| inside(path));
        Some(found.map(|(path, content)| (path.clone(), content.clone())).collect())
    }

    fn take(&mut self, top: &str) -> Option<Model> {
        let taken = self.below(top)?;
        self.model.retain(|path, _| !taken.contains_key(path));
        Some(taken)
    }

    fn transfer(&mut self, from: &str, to: &str, is_move: bool) -> Option<()> {
        if is_move && to.starts_with(&format!("{from}/")) {
            return None;
        }
        let moved = self.below(from)?;
        let onto_itself = is_move && from == to;
        if !onto_itself && (self.model.contains_key(to) || !self.has_parent(to)) {
            return None;
        }
        if is_move {
            self.take(from);
        }
        let renamed = |path: &str| format!("{to}{}", &path[from.len()..]);
        self.model.extend(moved.into_iter().map(|(path, content)| (renamed(&path), content)));
        Some(())
    }

    /// New content: some bytes of the input, or many that are all the same.
    fn bytes(&mut self, choices: &mut Choices<'_>) -> Vec<u8> {
        let kind = choices.byte();
        let bytes = match kind % 2 {
            0 => choices.bytes(usize::from(kind / 2)).to_vec(),
            _ => vec![kind; usize::from(choices.u16() % 0x2400)],
        };
        if bytes.len() > self.left {
            return Vec::new();
        }
        self.left -= bytes.len();
        bytes
    }

    /// The model put into an empty storage, the last first.
    fn rebuilt(&self) -> Overlay {
        let mut overlay = Overlay::empty();
        let depth = |path: &String| path.matches('/').count();
        // Copying puts what is deep below what is deep.
        for level in 1..=self.model.keys().map(depth).max().unwrap_or(0) {
            for path in self.model.keys().rev().filter(|path| depth(path) == level) {
                match &self.model[path] {
                    None => overlay.create_storage(path).unwrap(),
                    Some(bytes) => overlay.create_stream(path, bytes.clone()).unwrap(),
                }
            }
        }
        overlay
    }
}

/// One to three names out of four.
fn path(choice: u8) -> String {
    let names = (0..=choice % 3)
        .map(|level| ["a", "b", "c", "Ä"][usize::from(choice >> (2 + 2 * level)) % 4]);
    names.map(|name| format!("/{name}")).collect()
}

pub(crate) fn image(overlay: &Overlay) -> Vec<u8> {
    written(&overlay.image().unwrap())
}

fn written(tree: &StorageBuilder<'_>) -> Vec<u8> {
    let mut bytes = Vec::new();
    tree.write_to(&Options::default(), &mut bytes).unwrap();
    bytes
}

/// What was written here must be without any defect.
pub(crate) fn over(image: Vec<u8>) -> Overlay {
    let strict = Budget::new(Limits::strict(), None);
    Overlay::new(Arc::new(CompoundFile::open(image, &strict).unwrap()))
}

/// Writes a file that somebody else made as it is and with changes; what can be read stays.
pub(crate) fn rewrite(data: &[u8]) {
    let Ok(file) = CompoundFile::open(data.to_vec(), &Budget::default()) else { return };
    let has_defects = file.defects_found() > 0;
    let mut overlay = Overlay::new(Arc::new(file));
    let before = contents(&overlay);
    for edited in [false, true] {
        if edited {
            overlay.put_stream("__substg1.0_0037001F", b"x\0".as_slice()).ok();
            overlay.create_storage("new").ok();
            if let Some(first) = before.keys().next() {
                overlay.remove(first).ok();
            }
        }
        let now = contents(&overlay);
        let (tree, is_whole) = match overlay.image() {
            Ok(tree) => (tree, !has_defects),
            // Content that cannot be read, or a name that nobody may give.
            Err(EditError::Lost { .. } | EditError::Name(_)) => {
                (overlay.image_of_what_is_left().unwrap(), false)
            }
            Err(error) => panic!("{error}"),
        };
        let written = over(written(&tree));
        let found = contents(&written);
        if is_whole {
            assert!(found == now, "what was readable is written");
        }
        assert!(found.len() <= now.len());
    }
}

/// All that can be read; a stream that cannot is empty.
pub(crate) fn contents(store: &Overlay) -> Model {
    let mut found = Model::new();
    let mut todo = vec![(String::new(), store.root())];
    while let Some((path, node)) = todo.pop() {
        store.visit(&node, &mut |child| {
            let path = format!("{path}/{}", child.name);
            let content = match child.kind {
                EntryKind::Storage => {
                    todo.push((path.clone(), child.node));
                    None
                }
                EntryKind::Stream => {
                    let content = store.content(&child.node);
                    Some(content.map(|content| content.to_vec()).unwrap_or_default())
                }
            };
            found.entry(path).or_insert(content);
        });
    }
    found
}
