//! `openimsg tree`: the storages and streams of a compound file.

use std::fmt;

use openimsg::props::named::{ENTRY_STREAM, GUID_STREAM, NameMap, PropertyName, STRING_STREAM};
use openimsg::props::tables;
use openimsg::props::{
    NAMEID_STORAGE, PROPERTIES_STREAM, StreamName, parse_attachment_storage_name,
    parse_recipient_storage_name,
};
use openimsg::storage::{Base, EntryId, EntryKind, Stat};
use openimsg::{FileTime, Guid};
use serde::Serialize;

use super::show::grouped;
use crate::args::Tree;
use crate::escape::Line;
use crate::opened::{Input, Store};
use crate::page::{Page, Say};
use crate::run::PerFile;
use crate::style::{DIM, HEADING};

impl PerFile for Tree {
    type Plan = ();

    fn plan(&self, _: &Input, _: bool) {}

    fn look(&self, input: &Input, (): (), page: &mut Page) -> anyhow::Result<()> {
        let file = input.open(input.source()?)?;
        let format = file.store().format();
        // Any compound file has a tree; only messages have names.
        let names = file.message().and_then(|message| message.names()).unwrap_or_default();
        page.put(&Document {
            file: page.name().to_owned(),
            version: format.major_version,
            sector_bytes: 1_u64.checked_shl(format.sector_shift).unwrap_or(0),
            root: Element::of(file.store(), EntryId::ROOT, false, &names),
            times: self.times,
        })
    }
}

#[derive(Serialize)]
struct Document {
    file: String,
    /// Of the format: 3 or 4.
    version: u16,
    sector_bytes: u64,
    root: Element,
    #[serde(skip)]
    times: bool,
}

/// A storage or stream.
#[derive(Serialize)]
struct Element {
    name: String,
    kind: &'static str,
    /// Number of the directory entry.
    entry: u32,
    /// What a message keeps there.
    #[serde(skip_serializing_if = "Option::is_none")]
    meaning: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bytes: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    clsid: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    created: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    modified: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    children: Option<Vec<Element>>,
}

impl Element {
    /// An entry with all below it. Storages are at most as deep as `--max-depth` lets them be.
    fn of(store: &Store, id: EntryId, in_name_map: bool, names: &NameMap<'_>) -> Element {
        let Some(stat) = store.stat(id) else { return Element::missing() };
        let Stat { name, kind, size, clsid, created, modified, entry, .. } = stat;
        let name = name.to_string();
        let time = |time: FileTime| (time != FileTime::UNSET).then(|| time.to_string());
        let is_storage = kind == EntryKind::Storage;
        let is_map = name.eq_ignore_ascii_case(NAMEID_STORAGE);
        let children =
            || store.children(id).map(|child| Element::of(store, child, is_map, names)).collect();
        Element {
            kind: if is_storage { "storage" } else { "stream" },
            entry,
            meaning: meaning(&name, in_name_map, names),
            bytes: (!is_storage).then_some(size),
            clsid: (clsid != Guid::NULL).then(|| clsid.to_string()),
            created: time(created),
            modified: time(modified),
            children: is_storage.then(children),
            name,
        }
    }

    fn missing() -> Element {
        Element {
            name: String::new(),
            kind: "missing",
            entry: 0,
            meaning: None,
            bytes: None,
            clsid: None,
            created: None,
            modified: None,
            children: None,
        }
    }

    fn say(&self, out: &mut dyn fmt::Write, prefix: &str, times: bool) -> fmt::Result {
        let name = Line(&self.name);
        match self.bytes {
            Some(bytes) => write!(out, "{name}  {}", grouped(bytes))?,
            None => write!(out, "{HEADING}{name}{HEADING:#}")?,
        }
        write!(out, "{DIM}")?;
        for remark in [&self.meaning, &self.clsid].into_iter().flatten() {
            write!(out, "  {}", Line(remark))?;
        }
        if times {
            for (label, time) in [("created", &self.created), ("modified", &self.modified)] {
                if let Some(time) = time {
                    write!(out, "  {label} {time}")?;
                }
            }
        }
        writeln!(out, "{DIM:#}")?;
        let children = self.children.as_deref().unwrap_or_default();
        for (index, child) in (1..).zip(children) {
            let is_last = index == children.len();
            let (branch, below) =
                if is_last { ("└── ", "    ") } else { ("├── ", "│   ") };
            write!(out, "{prefix}{branch}")?;
            child.say(out, &format!("{prefix}{below}"), times)?;
        }
        Ok(())
    }
}

impl Say for Document {
    fn say(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        self.root.say(out, "", self.times)?;
        let (storages, streams, bytes) = count(&self.root);
        writeln!(
            out,
            "\n{DIM}{storages} storages, {streams} streams, {} bytes in them; version {}{DIM:#}",
            grouped(bytes),
            self.version
        )
    }
}

/// Storages, streams, and the bytes in these.
fn count(element: &Element) -> (u64, u64, u64) {
    let own = match element.bytes {
        Some(bytes) => (0, 1, bytes),
        None => (1, 0, 0),
    };
    let children = element.children.iter().flatten().map(count);
    children.fold(own, |(a, b, c), (d, e, f)| {
        (a.saturating_add(d), b.saturating_add(e), c.saturating_add(f))
    })
}

/// What a message keeps under a name ([MS-OXMSG] 2.2).
fn meaning(name: &str, in_name_map: bool, names: &NameMap<'_>) -> Option<String> {
    if name.eq_ignore_ascii_case(PROPERTIES_STREAM) {
        return Some("property entries".to_owned());
    }
    if name.eq_ignore_ascii_case(NAMEID_STORAGE) {
        return Some("names of named properties".to_owned());
    }
    if let Some(number) = parse_recipient_storage_name(name) {
        return Some(format!("recipient {number}"));
    }
    if let Some(number) = parse_attachment_storage_name(name) {
        return Some(format!("attachment {number}"));
    }
    let (tag, item) = StreamName::parse(name)?;
    if in_name_map {
        return Some(
            match tag {
                GUID_STREAM => "property sets",
                ENTRY_STREAM => "entries",
                STRING_STREAM => "names",
                _ => "hash bucket",
            }
            .to_owned(),
        );
    }
    let known = if tag.id().is_named() {
        let named = names.get(tag.id())?.to_owned();
        match (tables::name_of_named(&named), named.name) {
            (Some(known), _) => known.name.to_owned(),
            (None, PropertyName::Name(name)) => name.into_owned(),
            (None, PropertyName::Lid(lid)) => format!("LID 0x{lid:04X}"),
        }
    } else {
        tables::name_of(tag)?.name.to_owned()
    };
    Some(item.map_or(known.clone(), |item| format!("{known} [{item}]")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_a_meaning() {
        for (name, expected) in [
            ("__properties_version1.0", Some("property entries")),
            ("__attach_version1.0_#0000000A", Some("attachment 10")),
            ("__substg1.0_0037001E", Some("PidTagSubject")),
            ("__substg1.0_8000001F", None),
            ("\u{1}CompObj", None),
        ] {
            assert_eq!(meaning(name, false, &NameMap::default()).as_deref(), expected);
        }
        assert_eq!(
            meaning("__substg1.0_00020102", true, &NameMap::default()).as_deref(),
            Some("property sets")
        );
    }
}
