//! Streams and storages compared by their names and bytes.

use std::io::BufRead;

use openimsg_props::{
    NAMEID_STORAGE, PROPERTIES_STREAM, PropType, StreamName, parse_attachment_storage_name,
    parse_recipient_storage_name,
};
use openimsg_storage::{Child, EntryKind, Name, Store};

use super::properties::Listing;
use super::{Comparison, Element, Stop, What};
use crate::attachment::DATA_OBJECT;
use crate::{Error, Object};

/// Whose elements are looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Within {
    /// A message, which has recipients, attachments and, as the root, a name map.
    Message,
    Recipient,
    /// An attachment, which has a data object.
    Attachment,
}

/// What is known of the storage of an object.
pub(super) fn element<S: Store>(object: &Object<'_, S>) -> Option<Element> {
    of(object.store(), object.node())
}

fn of<S: Store>(store: &S, node: &S::Node) -> Option<Element> {
    let stat = store.stat(node)?;
    let (kind, size) = (stat.kind, stat.size);
    Some(Element { kind, size, clsid: stat.clsid, state_bits: stat.state_bits })
}

/// How two streams compare.
pub(super) enum Bytes {
    Same,
    /// From this offset on.
    Differ(u64),
}

/// Compares two streams piece by piece.
///
/// # Errors
/// When one of them cannot be read.
pub(super) fn compare_streams<A: Store, B: Store>(
    (left, stream): (&Object<'_, A>, &A::Node),
    (right, other): (&Object<'_, B>, &B::Node),
) -> Result<Bytes, Error> {
    let mut a = left.store().reader(stream).map_err(|e| left.error(None, e))?;
    let mut b = right.store().reader(other).map_err(|e| right.error(None, e))?;
    let sizes = (a.size(), b.size());
    let mut at = 0u64;
    loop {
        left.budget().proceed().map_err(|e| left.error(None, e))?;
        let io = openimsg_storage::Error::from;
        let x = a.fill_buf().map_err(|e| left.error(None, io(e)))?;
        let y = b.fill_buf().map_err(|e| right.error(None, io(e)))?;
        let len = x.len().min(y.len());
        let (x, y) = (x.get(..len).unwrap_or(x), y.get(..len).unwrap_or(y));
        let offset = |n: usize| at.saturating_add(u64::try_from(n).unwrap_or(u64::MAX));
        if x != y {
            let same = x.iter().zip(y).take_while(|(x, y)| x == y).count();
            return Ok(Bytes::Differ(offset(same)));
        }
        if len == 0 {
            return Ok(if sizes.0 == sizes.1 { Bytes::Same } else { Bytes::Differ(at) });
        }
        at = offset(len);
        a.consume(len);
        b.consume(len);
    }
}

/// The children of two storages with one name. Names in a storage are unique in sound files;
/// of damaged ones the first is matched with the first.
struct Matched<A, B> {
    name: Name,
    left: Option<A>,
    right: Option<B>,
}

fn matched<A, B>(mut left: Vec<Child<A>>, mut right: Vec<Child<B>>) -> Vec<Matched<A, B>> {
    left.sort_by_key(|child| child.name);
    right.sort_by_key(|child| child.name);
    let mut all = Vec::with_capacity(left.len().max(right.len()));
    let (mut left, mut right) = (left.into_iter().peekable(), right.into_iter().peekable());
    loop {
        let name = match (left.peek(), right.peek()) {
            (Some(l), Some(r)) => l.name.min(r.name),
            (Some(l), None) => l.name,
            (None, Some(r)) => r.name,
            (None, None) => return all,
        };
        let left = left.next_if(|child| child.name == name).map(|child| child.node);
        let right = right.next_if(|child| child.name == name).map(|child| child.node);
        all.push(Matched { name, left, right });
    }
}

fn children<S: Store>(store: &S, storage: &S::Node) -> Vec<Child<S::Node>> {
    let mut children = Vec::new();
    store.visit(storage, &mut |child| children.push(child));
    children
}

impl Comparison<'_> {
    /// Compares what is in the storages of two objects beside properties, recipients and
    /// attachments.
    pub(super) fn other_elements<A: Store, B: Store>(
        &mut self,
        left: &Object<'_, A>,
        right: &Object<'_, B>,
        within: Within,
    ) -> Result<(), Stop> {
        let all = matched(others(left, within), others(right, within));
        self.elements(left, right, Vec::new(), all)
    }

    /// Compares two storages of other applications, or of nobody knows what.
    pub(super) fn storages<A: Store, B: Store>(
        &mut self,
        left: (&Object<'_, A>, Option<A::Node>),
        right: (&Object<'_, B>, Option<B::Node>),
        name: Name,
    ) -> Result<(), Stop> {
        let pair = Matched { name, left: left.1, right: right.1 };
        self.elements(left.0, right.0, Vec::new(), vec![pair])
    }

    /// Compares elements and all that is in them, without recursion: a level is what is left to
    /// do in one storage, and the path has the names of the storages around it.
    fn elements<A: Store, B: Store>(
        &mut self,
        left: &Object<'_, A>,
        right: &Object<'_, B>,
        mut path: Vec<Name>,
        all: Vec<Matched<A::Node, B::Node>>,
    ) -> Result<(), Stop> {
        let mut levels = vec![all.into_iter()];
        while let Some(level) = levels.last_mut() {
            let Some(Matched { name, left: l, right: r }) = level.next() else {
                levels.pop();
                path.pop();
                continue;
            };
            left.budget().proceed().map_err(|e| left.error(None, e))?;
            path.push(name);
            let of_left = l.as_ref().and_then(|node| of(left.store(), node));
            let of_right = r.as_ref().and_then(|node| of(right.store(), node));
            let kinds = (of_left.map(|e| e.kind), of_right.map(|e| e.kind));
            let what = |first| What::Element { path: &path, left: of_left, right: of_right, first };
            match (l, r, kinds) {
                (Some(l), Some(r), (Some(EntryKind::Stream), Some(EntryKind::Stream))) => {
                    match compare_streams((left, &l), (right, &r)) {
                        Ok(Bytes::Same) => {}
                        Ok(Bytes::Differ(at)) => self.differ(left, right, what(Some(at)))?,
                        Err(error) => self.unreadable(left, right, error)?,
                    }
                }
                (Some(l), Some(r), (Some(EntryKind::Storage), Some(EntryKind::Storage))) => {
                    if of_left != of_right {
                        self.differ(left, right, what(None))?;
                    }
                    let inner = matched(children(left.store(), &l), children(right.store(), &r));
                    levels.push(inner.into_iter());
                    continue;
                }
                // All that is in a storage is on one side only, as it is.
                _ => self.differ(left, right, what(None))?,
            }
            path.pop();
        }
        Ok(())
    }
}

/// The elements of an object's storage that nothing else compares.
fn others<S: Store>(object: &Object<'_, S>, within: Within) -> Vec<Child<S::Node>> {
    let listing = Listing::of(object);
    let is_root = within == Within::Message && object.message.depth == 0;
    let mut children = children(object.store(), object.node());
    children.retain(|child| {
        let name = child.name.to_string();
        let is_known = match (child.kind, StreamName::parse(&name)) {
            // Values within an entry have no stream.
            (EntryKind::Stream, Some((tag, item))) => {
                let kind = tag.kind();
                listing.has(tag)
                    && kind.fixed_size().is_none()
                    && kind != PropType::OBJECT
                    && (item.is_none() || kind.has_item_streams())
            }
            (EntryKind::Stream, None) => name.eq_ignore_ascii_case(PROPERTIES_STREAM),
            (EntryKind::Storage, Some((tag, None))) => {
                within == Within::Attachment && tag == DATA_OBJECT
            }
            (EntryKind::Storage, Some(_)) => false,
            (EntryKind::Storage, None) => {
                let item = || {
                    parse_recipient_storage_name(&name)
                        .or_else(|| parse_attachment_storage_name(&name))
                        .is_some()
                };
                is_root && name.eq_ignore_ascii_case(NAMEID_STORAGE)
                    || within == Within::Message && item()
            }
        };
        !is_known
    });
    children
}
