//! From the tree to what the writer writes.

use super::stream::{Stream, Whole};
use super::tree::{Node, Repr, Storage};
use super::{EditError, Overlay};
use crate::source::wide;
use crate::store::{Base, EntryKind, Store};
use crate::write::{Content, Meta, Repr as Given, StorageBuilder, WriteError};
use crate::{EntryId, Error, Name};

/// What is to be written.
#[derive(Clone, Copy)]
enum Item<'o> {
    /// Of the overlay's base.
    Base(EntryId, EntryKind),
    Storage(&'o Storage),
    Stream(&'o Stream),
}

/// A storage whose children are being added.
struct Open<'o> {
    name: Name,
    builder: StorageBuilder<'o>,
    /// The last one comes first.
    todo: Vec<(Name, Item<'o>)>,
}

/// The whole tree; with `accept_loss`, what cannot be read is empty and what cannot be named is
/// left out.
pub(super) fn build(overlay: &Overlay, accept_loss: bool) -> Result<StorageBuilder<'_>, EditError> {
    let legal = |done: Result<(), WriteError>| match done {
        Err(WriteError::IllegalName { .. }) if accept_loss => Ok(()),
        done => done,
    };
    let root = item(&overlay.root, EntryKind::Storage);
    let mut stack = vec![open(overlay, Name::from_units([]), root)];
    loop {
        if wide(stack.len()) > overlay.max_depth.saturating_add(1) {
            return Err(EditError::TooDeep { max: overlay.max_depth });
        }
        let Some(top) = stack.last_mut() else { return Ok(StorageBuilder::new()) };
        match top.todo.pop() {
            Some((name, storage @ (Item::Storage(_) | Item::Base(_, EntryKind::Storage)))) => {
                stack.push(open(overlay, name, storage));
            }
            Some((name, stream)) => {
                let (content, meta) = match content(overlay, stream) {
                    Err(_) if accept_loss => <(Content<'_>, Meta)>::default(),
                    content => content?,
                };
                let added = top.builder.stream(name, content).map(|stream| stream.set_meta(meta));
                legal(added)?;
            }
            None => {
                let Some(Open { name, builder, .. }) = stack.pop() else { continue };
                let Some(above) = stack.last_mut() else { return Ok(builder) };
                legal(above.builder.insert(name, builder).map(|_| ()))?;
            }
        }
    }
}

fn item(node: &Node, kind: EntryKind) -> Item<'_> {
    match &node.0 {
        Repr::Base(id) => Item::Base(*id, kind),
        Repr::Storage(storage) => Item::Storage(storage),
        Repr::Stream(stream) => Item::Stream(stream),
    }
}

fn open<'o>(overlay: &'o Overlay, name: Name, storage: Item<'o>) -> Open<'o> {
    let mut open = Open { name, builder: StorageBuilder::new(), todo: Vec::new() };
    match storage {
        Item::Base(id, _) => {
            open.builder.set_meta(meta(&*overlay.base, id));
            overlay.base.visit(id, &mut |child| {
                // Of two with one name a look-up finds the first.
                if open.todo.last().is_none_or(|(last, _)| *last != child.name) {
                    open.todo.push((child.name, Item::Base(child.node, child.kind)));
                }
            });
        }
        Item::Storage(storage) => {
            open.builder.set_meta(storage.meta);
            for (name, node) in storage.children() {
                let kind = overlay.kind(node).unwrap_or(EntryKind::Stream);
                open.todo.push((*name, item(node, kind)));
            }
        }
        Item::Stream(_) => {}
    }
    open.todo.reverse();
    open
}

fn meta(base: &dyn Base, id: EntryId) -> Meta {
    base.stat(id).map(|stat| Meta::of(&stat)).unwrap_or_default()
}

fn content<'o>(overlay: &'o Overlay, stream: Item<'o>) -> Result<(Content<'o>, Meta), Error> {
    match stream {
        Item::Base(id, _) => Ok((of_base(&*overlay.base, id)?, meta(&*overlay.base, id))),
        Item::Stream(stream) => {
            let content = match stream.whole() {
                Whole::Bytes(bytes) => Content::from(bytes),
                Whole::Base(base, id) => of_base(&**base, id)?,
                Whole::Reader(lazy) => {
                    Content(Given::Reader { len: lazy.len(), open: Box::new(lazy.clone()) })
                }
                Whole::Pieces => Content::reader(stream.len(), move || Ok(stream.reader())),
            };
            Ok((content, stream.meta))
        }
        Item::Storage(_) => Ok(Default::default()),
    }
}

/// The bytes of a stream as the base has them: lent where it can, else read when they are due.
fn of_base(base: &dyn Base, id: EntryId) -> Result<Content<'_>, Error> {
    let reader = base.reader(&id)?;
    let size = reader.size();
    let mut lent = Vec::new();
    let mut at = 0;
    while at < size {
        let Some(piece) = base.lend_at(id, at).filter(|piece| !piece.is_empty()) else {
            return Ok(Content::reader(size, move || {
                base.reader(&id).map_err(crate::store::io_error)
            }));
        };
        at = at.saturating_add(wide(piece.len()));
        lent.push(piece);
    }
    Ok(match lent.as_slice() {
        [one] => Content::from(*one),
        _ => lent.into_iter().collect(),
    })
}
