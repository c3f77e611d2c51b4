//! `openimsg dump`: the facts of a file as JSON, for programs that compare.
//!
//! Sizes and SHA-256 hashes of every stream and value, the names of named properties, and what
//! the typed getters give. Values are as stored: null where a property is absent.

mod message;

use std::fmt;

use openimsg::props::named::{NameIndex, NameMap, NamedRef, PropertyName};
use openimsg::storage::{EntryId, EntryKind};
use openimsg::{Problem, PropType};
use serde::{Serialize, Serializer};
use serde_json::{Map, Value, json};

use crate::facts::{Digest, Digests, digest_of_file};
use crate::opened::{Input, Opened, Store};
use crate::page::{Page, Say};
use crate::run::PerFile;

/// The command.
pub(crate) struct Dump;

impl PerFile for Dump {
    type Plan = ();

    fn plan(&self, _: &Input, _: bool) {}

    fn look(&self, input: &Input, (): (), page: &mut Page) -> anyhow::Result<()> {
        let source = input.whole()?;
        let Digest { bytes, sha256 } = digest_of_file(&*source)?;
        let mut facts = Map::new();
        facts.insert("file".to_owned(), input.base_name().into());
        // Of many files several may have one name.
        facts.insert("path".to_owned(), page.name().into());
        facts.insert("sha256".to_owned(), sha256.into());
        facts.insert("bytes".to_owned(), bytes.into());
        match input.open(source) {
            Ok(file) => describe(&file, &mut facts, page),
            Err(error) => {
                page.fail_in_part(&error);
                facts.insert("error".to_owned(), format!("{error:#}").into());
            }
        }
        page.put(&Document(facts))
    }
}

/// The facts of one file.
struct Document(Map<String, Value>);

impl Serialize for Document {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl Say for Document {
    /// JSON is the only form.
    fn say(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        writeln!(out, "{}", Value::Object(self.0.clone()))
    }
}

fn describe(file: &Opened, facts: &mut Map<String, Value>, page: &mut Page) {
    let mut digests = Digests::new(file.store());
    container(file.store(), &mut digests, facts);
    let message = match file.message() {
        Ok(message) => message,
        // Any compound file will do.
        Err(error) if matches!(error.problem(), Problem::NoMessage) => return,
        Err(error) => {
            facts.insert("message_error".to_owned(), error.to_string().into());
            page.fail_in_part(&error.into());
            return;
        }
    };
    match message.names() {
        Ok(names) => facts.insert("named_properties".to_owned(), named_properties(&names)),
        Err(error) => facts.insert("named_properties_error".to_owned(), error.to_string().into()),
    };
    let described = message::Describer::new(&mut digests).message(&message, "");
    facts.insert("message".to_owned(), described);
}

/// Streams, storages, and what cannot be read.
fn container(store: &Store, digests: &mut Digests<'_>, facts: &mut Map<String, Value>) {
    let (mut streams, mut storages, mut unreadable) = (Map::new(), Vec::new(), Vec::new());
    below(store, EntryId::ROOT, &mut |path, id, kind| {
        if kind == EntryKind::Storage {
            storages.push(Value::from(path));
            return;
        }
        // Damaged files have several streams of one name.
        let mut key = path.clone();
        for number in 1_u32.. {
            if !streams.contains_key(&key) {
                break;
            }
            key = format!("{path}~dup{number}");
        }
        match digests.of(id) {
            Ok(digest) => drop(streams.insert(key, pair(digest))),
            Err(error) => unreadable.push(json!({"path": key, "error": error.to_string()})),
        }
    });
    facts.insert("streams".to_owned(), streams.into());
    facts.insert("storages".to_owned(), storages.into());
    if !unreadable.is_empty() {
        facts.insert("unreadable".to_owned(), unreadable.into());
    }
}

/// Shows all that is below a storage, each with its path from there on.
fn below(store: &Store, storage: EntryId, show: &mut dyn FnMut(String, EntryId, EntryKind)) {
    let mut pending = vec![(storage, String::new())];
    while let Some((storage, path)) = pending.pop() {
        for id in store.children(storage) {
            let (Some(name), Some(kind)) = (store.name(id), store.kind(id)) else { continue };
            let path = if path.is_empty() { name.to_string() } else { format!("{path}/{name}") };
            if kind == EntryKind::Storage {
                pending.push((id, path.clone()));
            }
            show(path, id, kind);
        }
    }
}

fn pair(digest: Digest) -> Value {
    json!([digest.bytes, digest.sha256])
}

fn named_properties(names: &NameMap<'_>) -> Value {
    let index = NameIndex::new(names);
    let fact = |named: NamedRef<'_>| {
        let named = named.to_owned();
        let guid = named.set.to_string();
        match named.name {
            PropertyName::Lid(lid) => {
                json!({"guid": guid, "kind": "lid", "lid": format!("{lid:08X}")})
            }
            PropertyName::Name(name) => json!({"guid": guid, "kind": "name", "name": name}),
        }
    };
    let facts = names.iter().filter_map(|(id, _)| {
        let named = index.get(names, id)?;
        Some((id.to_string(), fact(named)))
    });
    Value::Object(facts.collect())
}

/// Four hexadecimal digits, as the keys of properties end in.
fn digits(kind: PropType) -> String {
    format!("{:04X}", kind.0)
}
