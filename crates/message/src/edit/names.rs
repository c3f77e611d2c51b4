//! The map of named properties of a file under edit.

use std::collections::{BTreeSet, HashMap, HashSet};

use openimsg_base::{Budget, Limit};
use openimsg_props::named::{NameIndex, NameMap, NameMapBuilder, NameStreams, NamedProperty};
use openimsg_props::{
    Entry, HeaderKind, NAMEID_STORAGE, PROPERTIES_STREAM, PropId, PropTag, PropType,
    PropertyStream, PropertyStreamBuilder, StreamName, parse_attachment_storage_name,
    parse_recipient_storage_name,
};
use openimsg_storage::{EditError, EntryKind, Overlay, Store};

use crate::{Problem, facts};

/// The map of named properties, read when it is first asked for. What is added goes to the end;
/// what is there stays byte for byte.
#[derive(Clone)]
pub(super) struct Names {
    /// The file as it was opened; nothing once its map is read.
    source: Option<Overlay>,
    builder: NameMapBuilder,
    /// What was added since the map was last written, in that order.
    added: Vec<NamedProperty>,
    /// How often a name was given an identifier.
    given: u64,
    /// Whether someone knows the new identifiers, so that they can no longer be changed.
    pinned: bool,
    /// Whether the map must be written though nothing was added.
    is_new: bool,
}

/// Which identifier stands for what another one stood for.
pub(super) type Moved = HashMap<PropId, PropId>;

impl Names {
    /// The map of a new file.
    pub(super) fn create() -> Self {
        Names {
            source: None,
            builder: NameMapBuilder::default(),
            added: Vec::new(),
            given: 0,
            pinned: false,
            is_new: true,
        }
    }

    /// The map of a file.
    pub(super) fn of(file: &Overlay) -> Self {
        Names { source: Some(file.clone()), is_new: false, ..Names::create() }
    }

    pub(super) fn given(&self) -> u64 {
        self.given
    }

    /// From now on the new identifiers stay as they are.
    pub(super) fn pin(&mut self) {
        self.pinned |= !self.added.is_empty();
    }

    pub(super) fn id_of(&mut self, name: &NamedProperty) -> Result<Option<PropId>, Problem> {
        Ok(self.read()?.id_of(name))
    }

    pub(super) fn name_of(&mut self, id: PropId) -> Result<Option<NamedProperty>, Problem> {
        Ok(self.read()?.name_of(id).map(|name| name.to_owned()))
    }

    /// All names with their identifiers, ascending: what [`Names::name_of`] says of each.
    pub(super) fn all(&mut self) -> Result<Vec<(PropId, NamedProperty)>, Problem> {
        let streams = self.read()?.build();
        let map = NameMap::parse(&streams.guids, &streams.entries, &streams.strings);
        // A damaged map would be searched from its beginning for each.
        let index = NameIndex::new(&map);
        let ids: BTreeSet<PropId> = map.iter().map(|(id, _)| id).collect();
        let named = |id| Some((id, index.get(&map, id)?.to_owned()));
        Ok(ids.into_iter().filter_map(named).collect())
    }

    /// All identifiers that stand for a name.
    pub(super) fn ids(&mut self) -> Result<HashSet<PropId>, Problem> {
        Ok(self.read()?.iter().map(|(id, _)| id).collect())
    }

    pub(super) fn add(&mut self, name: &NamedProperty) -> Result<PropId, Problem> {
        if let Some(id) = self.read()?.id_of(name) {
            return Ok(id);
        }
        let id = self.builder.add(name)?;
        self.added.push(name.clone());
        self.given = self.given.wrapping_add(1);
        Ok(id)
    }

    /// Keeps an identifier from being given: a property without a name has it.
    pub(super) fn reserve(&mut self, id: PropId) -> Result<(), Problem> {
        self.read()?;
        self.builder.reserve([id]);
        Ok(())
    }

    /// The map with what was added in an order of its own, so that the order in which it was
    /// added leaves no trace, and which identifiers stand for what in it; nothing if they may not
    /// change, or need not.
    pub(super) fn settled(&self) -> Result<Option<(Self, Moved)>, Problem> {
        if self.pinned || self.added.is_sorted_by(|a, b| order(a) <= order(b)) {
            return Ok(None);
        }
        let mut settled =
            Names { builder: self.builder.without_added(), added: Vec::new(), ..self.clone() };
        let mut added: Vec<&NamedProperty> = self.added.iter().collect();
        added.sort_by(|a, b| order(a).cmp(&order(b)));
        let mut moved = Moved::new();
        for name in added {
            let new = settled.add(name)?;
            moved.extend(self.builder.id_of(name).filter(|old| *old != new).map(|old| (old, new)));
        }
        Ok(Some((settled, moved)))
    }

    /// Writes what was added, or all of a new map, into the root of a file.
    pub(super) fn flush(&mut self, file: &mut Overlay) -> Result<(), Problem> {
        if self.added.is_empty() && !self.is_new {
            return Ok(());
        }
        let streams = self.builder.build();
        let storage = match file.find(NAMEID_STORAGE) {
            Some(storage) => storage,
            None => {
                file.create_storage(NAMEID_STORAGE)?;
                let missing = || EditError::NotFound { path: NAMEID_STORAGE.into() };
                file.find(NAMEID_STORAGE).ok_or_else(missing)?
            }
        };
        let mut inner = file.nested(&storage)?;
        write(&self.builder, &streams, &mut inner)?;
        file.put(NAMEID_STORAGE, inner.into_root())?;
        self.builder.settle();
        self.added.clear();
        self.pinned = false;
        self.is_new = false;
        Ok(())
    }

    fn read(&mut self) -> Result<&NameMapBuilder, Problem> {
        if let Some(file) = &self.source {
            let names = facts::Names::read(file)?;
            self.builder = NameMapBuilder::from_map(&names.map());
            let used = unmapped(file, &self.builder);
            self.builder.reserve(used);
            self.source = None;
        }
        Ok(&self.builder)
    }
}

/// By set, then number, then name.
fn order(name: &NamedProperty) -> (openimsg_base::Guid, u32, &str) {
    use openimsg_props::named::PropertyName;
    match &name.name {
        PropertyName::Lid(lid) => (name.set, *lid, ""),
        PropertyName::Name(name_of) => (name.set, u32::MAX, name_of),
    }
}

fn write(
    builder: &NameMapBuilder,
    streams: &NameStreams,
    storage: &mut Overlay,
) -> Result<(), Problem> {
    let mut has_buckets = false;
    storage.visit(&storage.root(), &mut |child| {
        let tag = StreamName::parse(&child.name.to_string()).map(|(tag, _)| tag);
        has_buckets |= tag.is_some_and(|tag| tag.id().0 >= 0x1000);
    });
    for (name, bytes) in streams.iter().take(3) {
        let name = name.as_str();
        let same = match storage.find(name) {
            Some(stream) => *storage.content(&stream)? == *bytes,
            None => false,
        };
        if !same {
            storage.put_stream(name, bytes.to_vec())?;
        }
    }
    // A table that is there is kept and added to; one that is missing is made for all names.
    let buckets = match has_buckets {
        true => builder.added_buckets(),
        false => streams.buckets.clone(),
    };
    for (tag, bytes) in buckets {
        let name = StreamName::value(tag);
        match storage.find(name.as_str()) {
            Some(_) => storage.append(name.as_str(), bytes)?,
            None => storage.create_stream(name.as_str(), bytes)?,
        }
    }
    Ok(())
}

/// Identifiers that the properties of a file have and its map has not.
fn unmapped(file: &Overlay, names: &NameMapBuilder) -> HashSet<PropId> {
    let mapped: HashSet<PropId> = names.iter().map(|(id, _)| id).collect();
    let mut found = HashSet::new();
    let mut storages = vec![file.root()];
    while let Some(storage) = storages.pop() {
        file.visit(&storage, &mut |child| {
            let name = child.name.to_string();
            match child.kind {
                EntryKind::Storage if is_object(&name) => storages.push(child.node),
                EntryKind::Stream if name.eq_ignore_ascii_case(PROPERTIES_STREAM) => {
                    let Ok(bytes) = file.content(&child.node) else { return };
                    // The length tells a root; what is taken for an entry in the header of an
                    // embedded message has no such identifier.
                    let root = bytes.len() % 16 == 0;
                    let kind = if root { HeaderKind::Root } else { HeaderKind::Item };
                    let stream = PropertyStream::parse(&bytes, kind);
                    let ids = stream.entries().iter().map(|entry| entry.tag().id());
                    found.extend(ids.filter(|id| id.is_named() && !mapped.contains(id)));
                }
                _ => {}
            }
        });
    }
    found
}

fn is_object(name: &str) -> bool {
    parse_recipient_storage_name(name).is_some()
        || parse_attachment_storage_name(name).is_some()
        || StreamName::parse(name).is_some_and(|(tag, _)| tag.kind() == PropType::OBJECT)
}

/// Gives the properties of an object, and of all objects in it, other identifiers; tells whether
/// there was one to change. The object is in a message of this `depth`. Entries stay where they
/// are, but those from `sorted_from` on are put into the order of their new identifiers.
pub(super) fn translate(
    object: &mut Overlay,
    kind: HeaderKind,
    id: &dyn Fn(PropId) -> PropId,
    sorted_from: Option<PropId>,
    budget: &Budget,
    depth: u64,
) -> Result<bool, Problem> {
    budget.charge(Limit::Nesting, depth)?;
    let mut changed = false;
    let mut moved = Vec::new();
    let mut inner = Vec::new();
    object.visit(&object.root(), &mut |child| {
        let name = child.name.to_string();
        let is_item = parse_recipient_storage_name(&name).is_some()
            || parse_attachment_storage_name(&name).is_some();
        match StreamName::parse(&name) {
            _ if is_item && child.kind == EntryKind::Storage => {
                inner.push((child.name, child.node, HeaderKind::Item));
            }
            Some((tag, item)) if id(tag.id()) != tag.id() => {
                let tag = PropTag::new(id(tag.id()), tag.kind());
                let to = item.map_or(StreamName::value(tag), |item| StreamName::item(tag, item));
                moved.push((child.name, child.node, to));
            }
            Some((tag, None))
                if tag == openimsg_props::tags::PR_ATTACH_DATA_OBJ
                    && child.kind == EntryKind::Storage
                    && object.child(&child.node, PROPERTIES_STREAM).is_some() =>
            {
                inner.push((child.name, child.node, HeaderKind::Embedded));
            }
            _ => {}
        }
    });
    changed |= !moved.is_empty();
    for (name, ..) in &moved {
        object.remove(*name)?;
    }
    for (_, node, to) in moved {
        object.put(to.as_str(), node)?;
    }
    for (name, node, kind) in inner {
        let mut item = object.nested(&node)?;
        let depth = depth.saturating_add(u64::from(kind == HeaderKind::Embedded));
        if translate(&mut item, kind, id, sorted_from, budget, depth)? {
            object.put(name, item.into_root())?;
            changed = true;
        }
    }
    let Some(stream) = object.find(PROPERTIES_STREAM) else { return Ok(changed) };
    let bytes = object.share(&stream)?;
    let stream = PropertyStream::parse(&bytes, kind);
    if stream.entries().iter().any(|entry| id(entry.tag().id()) != entry.tag().id()) {
        let mut builder = PropertyStreamBuilder::from_stream(&stream);
        builder.translate(id);
        if let Some(first) = sorted_from {
            let is_sorted = |entry: &Entry| entry.tag().id() >= first;
            let mut sorted: Vec<Entry> =
                builder.entries().iter().copied().filter(is_sorted).collect();
            sorted.sort_by_key(Entry::tag);
            let places = builder.entries_mut().iter_mut().filter(|entry| is_sorted(entry));
            for (place, entry) in places.zip(sorted) {
                *place = entry;
            }
        }
        object.put_stream(PROPERTIES_STREAM, builder.to_bytes())?;
        changed = true;
    }
    Ok(changed)
}
