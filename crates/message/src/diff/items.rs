//! Recipients and attachments: which of one message is which of the other.

use std::collections::{HashMap, VecDeque};
use std::hash::{DefaultHasher, Hash, Hasher};

use openimsg_props::{StreamName, Text};
use openimsg_storage::{Name, Store};

use super::elements::Within;
use super::properties::{Listing, is_own_number, name_of};
use super::{Comparison, Difference, Items, Pair, Stop, What};
use crate::attachment::DATA_OBJECT;
use crate::{Attachment, AttachmentData, Error, Message, Object, Recipient};

/// What an item is told by, from the surest to the least sure. Equal hashes only propose a
/// match: what differs in it is found by comparing.
struct Keys {
    /// All of its properties.
    content: u64,
    /// What it holds: the bytes of an attachment, the address of a recipient.
    substance: Option<u64>,
    name: Option<u64>,
    /// The number in its storage's name.
    number: u64,
}

/// Which of the left goes with which of the right, in the order of the left; then the positions
/// on the right that are left over.
struct Matching {
    pairs: Vec<(usize, Option<usize>)>,
    added: Vec<usize>,
}

impl Matching {
    fn of(left: &[Keys], right: &[Keys]) -> Self {
        let mut found = vec![None; left.len()];
        let mut free = vec![true; right.len()];
        let keys: [fn(&Keys) -> Option<u64>; 4] = [
            |keys| Some(keys.content),
            |keys| keys.substance,
            |keys| keys.name,
            |keys| Some(keys.number),
        ];
        for key in keys {
            let mut waiting: HashMap<u64, VecDeque<usize>> = HashMap::new();
            for (at, (keys, _)) in right.iter().zip(&free).enumerate().filter(|(_, (_, f))| **f) {
                if let Some(key) = key(keys) {
                    waiting.entry(key).or_default().push_back(at);
                }
            }
            for (keys, found) in left.iter().zip(&mut found).filter(|(_, found)| found.is_none()) {
                let queue = key(keys).and_then(|key| waiting.get_mut(&key));
                *found = queue.and_then(VecDeque::pop_front);
                if let Some(free) = found.and_then(|at| free.get_mut(at)) {
                    *free = false;
                }
            }
        }
        let added = free.iter().enumerate().filter(|(_, free)| **free).map(|(at, _)| at);
        Matching { added: added.collect(), pairs: found.into_iter().enumerate().collect() }
    }

    /// Whether what is on both sides has one order there.
    fn is_in_order(&self) -> bool {
        self.pairs.iter().filter_map(|(_, right)| *right).is_sorted()
    }
}

impl Comparison<'_> {
    pub(super) fn recipients<A: Store, B: Store>(
        &mut self,
        left: &Message<'_, A>,
        right: &Message<'_, B>,
    ) -> Result<(), Stop> {
        let ours = self.readable(left, right, left.recipients())?;
        let theirs = self.readable(left, right, right.recipients())?;
        let of_left: Vec<Keys> = ours.iter().map(|item| self.recipient_keys(item)).collect();
        let of_right: Vec<Keys> = theirs.iter().map(|item| self.recipient_keys(item)).collect();
        let matching = Matching::of(&of_left, &of_right);
        for (at, other) in &matching.pairs {
            let Some(item) = ours.get(*at) else { continue };
            match other.and_then(|other| theirs.get(other)) {
                Some(other) => {
                    self.properties(item, other)?;
                    self.other_elements(item, other, Within::Recipient)?;
                }
                None => self.removed(item, item.name())?,
            }
        }
        for item in matching.added.iter().filter_map(|at| theirs.get(*at)) {
            self.added(item, item.name())?;
        }
        self.order(left, right, &matching, Items::Recipients)
    }

    pub(super) fn attachments<'l, 'r, A: Store, B: Store>(
        &mut self,
        left: &Message<'l, A>,
        right: &Message<'r, B>,
    ) -> Result<Vec<Pair<'l, 'r, A, B>>, Stop> {
        let ours = self.readable(left, right, left.attachments())?;
        let theirs = self.readable(left, right, right.attachments())?;
        let of_left: Vec<Keys> = ours.iter().map(|item| self.attachment_keys(item)).collect();
        let of_right: Vec<Keys> = theirs.iter().map(|item| self.attachment_keys(item)).collect();
        let matching = Matching::of(&of_left, &of_right);
        let mut inner = Vec::new();
        for (at, other) in &matching.pairs {
            let Some(item) = ours.get(*at) else { continue };
            match other.and_then(|other| theirs.get(other)) {
                Some(other) => inner.extend(self.attachment(item, other)?),
                None => self.removed(item, item.name())?,
            }
        }
        for item in matching.added.iter().filter_map(|at| theirs.get(*at)) {
            self.added(item, item.name())?;
        }
        self.order(left, right, &matching, Items::Attachments)?;
        Ok(inner)
    }

    /// Compares two attachments; gives their messages, if both hold one.
    fn attachment<'l, 'r, A: Store, B: Store>(
        &mut self,
        left: &Attachment<'l, A>,
        right: &Attachment<'r, B>,
    ) -> Result<Option<Pair<'l, 'r, A, B>>, Stop> {
        self.properties(left, right)?;
        self.other_elements(left, right, Within::Attachment)?;
        match (left.message(), right.message()) {
            (Ok(Some(left)), Ok(Some(right))) => Ok(Some((left, right))),
            (Err(error), _) | (_, Err(error)) => {
                self.unreadable(left, right, error)?;
                Ok(None)
            }
            _ => {
                let name = StreamName::value(DATA_OBJECT);
                let (ours, theirs) = (object_storage(left), object_storage(right));
                if ours.is_some() || theirs.is_some() {
                    let name = Name::from_units(name.encode_utf16());
                    self.storages((left, ours), (right, theirs), name)?;
                }
                Ok(None)
            }
        }
    }

    /// The items that can be opened; the others are noted.
    fn readable<T, A: Store, B: Store>(
        &mut self,
        left: &Object<'_, A>,
        right: &Object<'_, B>,
        items: impl Iterator<Item = Result<T, Error>>,
    ) -> Result<Vec<T>, Stop> {
        let mut readable = Vec::new();
        for item in items {
            match item {
                Ok(item) => readable.push(item),
                Err(error) => self.unreadable(left, right, error)?,
            }
        }
        Ok(readable)
    }

    fn removed<S: Store>(
        &mut self,
        item: &Object<'_, S>,
        name: Result<Option<Text<'_>>, Error>,
    ) -> Result<(), Stop> {
        let what = What::Item { name: name.ok().flatten() };
        self.show(Difference { left: Some(item.place()), right: None, what })
    }

    fn added<S: Store>(
        &mut self,
        item: &Object<'_, S>,
        name: Result<Option<Text<'_>>, Error>,
    ) -> Result<(), Stop> {
        let what = What::Item { name: name.ok().flatten() };
        self.show(Difference { left: None, right: Some(item.place()), what })
    }

    fn order<A: Store, B: Store>(
        &mut self,
        left: &Object<'_, A>,
        right: &Object<'_, B>,
        matching: &Matching,
        items: Items,
    ) -> Result<(), Stop> {
        if matching.is_in_order() {
            return Ok(());
        }
        self.differ(left, right, What::Order(items))
    }

    fn recipient_keys<S: Store>(&self, recipient: &Recipient<'_, S>) -> Keys {
        Keys {
            content: self.content(recipient),
            substance: key_of(recipient.address()),
            name: key_of(recipient.name()),
            number: recipient.number().into(),
        }
    }

    fn attachment_keys<S: Store>(&self, attachment: &Attachment<'_, S>) -> Keys {
        let mut hasher = DefaultHasher::new();
        self.content(attachment).hash(&mut hasher);
        let substance = self.held(attachment);
        substance.hash(&mut hasher);
        Keys {
            content: hasher.finish(),
            substance,
            name: key_of(attachment.name()),
            number: attachment.number().into(),
        }
    }

    /// The hash of what is attached: the first bytes and the size, or the properties of a
    /// message, or the names and sizes in a storage.
    fn held<S: Store>(&self, attachment: &Attachment<'_, S>) -> Option<u64> {
        let store = attachment.store();
        let mut hasher = DefaultHasher::new();
        match attachment.data().ok()? {
            AttachmentData::Bytes { stream, size } => {
                hash_start(store, &stream, &mut hasher);
                size.hash(&mut hasher);
            }
            AttachmentData::Message { .. } => {
                let message = attachment.message().ok()??;
                self.content(&message).hash(&mut hasher);
            }
            AttachmentData::Storage { storage } => store.visit(&storage, &mut |child| {
                child.name.hash(&mut hasher);
                store.stat(&child.node).map(|stat| stat.size).hash(&mut hasher);
            }),
            AttachmentData::Reference(path) => path.as_str().hash(&mut hasher),
            AttachmentData::None => return None,
        }
        Some(hasher.finish())
    }

    /// The hash of all properties that are compared.
    fn content<S: Store>(&self, object: &Object<'_, S>) -> u64 {
        let mut hasher = DefaultHasher::new();
        // Identifiers of named properties are in another order in each file.
        let mut sum = 0u64;
        for entry in Listing::of(object).groups().flatten() {
            let tag = entry.tag();
            if self.is_ignored(object, tag.id()) || is_own_number(object, entry) {
                continue;
            }
            let mut one = DefaultHasher::new();
            match name_of(object, tag.id()) {
                Some(name) => name.hash(&mut one),
                None => tag.id().hash(&mut one),
            }
            tag.kind().hash(&mut one);
            match tag.kind().fixed_size() {
                Some(size) => entry.fixed().get(..size).hash(&mut one),
                None => {
                    let store = object.store();
                    if let Some(stream) = store.child(object.node(), &StreamName::value(tag)) {
                        hash_start(store, &stream, &mut one);
                    }
                }
            }
            sum = sum.wrapping_add(one.finish());
        }
        sum.hash(&mut hasher);
        hasher.finish()
    }
}

fn object_storage<S: Store>(attachment: &Attachment<'_, S>) -> Option<S::Node> {
    match attachment.data() {
        Ok(AttachmentData::Storage { storage } | AttachmentData::Message { storage }) => {
            Some(storage)
        }
        _ => None,
    }
}

/// Two texts are alike in any case.
fn key_of(text: Result<Option<Text<'_>>, Error>) -> Option<u64> {
    let text = text.ok()??;
    let mut hasher = DefaultHasher::new();
    text.as_str().to_lowercase().hash(&mut hasher);
    (!text.as_str().is_empty()).then(|| hasher.finish())
}

/// Bytes at the start of a stream that tell it from others.
const START: usize = 4096;

fn hash_start<S: Store>(store: &S, stream: &S::Node, hasher: &mut impl Hasher) {
    let mut start = [0; START];
    let read = store.read_at(stream, 0, &mut start).unwrap_or(0);
    start.get(..read).hash(hasher);
    store.stat(stream).map(|stat| stat.size).hash(hasher);
}
