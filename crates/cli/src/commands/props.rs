//! `openimsg props`: every property of every storage.

use std::fmt;

use anyhow::anyhow;
use openimsg::message::Path;
use openimsg::message::rules::{self, Access, ObjectType, Operation};
use openimsg::message::{Message, Object};
use openimsg::props::named::PropertyName;
use openimsg::props::{Attributes, Entry, SCode, StreamName, tables};
use openimsg::storage::{Base, EntryKind};
use openimsg::{PropTag, PropType, PropValue, Text};
use serde::Serialize;
use serde_json::{Value, json};

use super::show::grouped;
use crate::args::Props;
use crate::escape::Line;
use crate::facts::hex;
use crate::opened::{Input, Store};
use crate::page::{Page, Say};
use crate::run::PerFile;
use crate::style::{BAD, DIM, ERROR, HEADING, NAME};

impl PerFile for Props {
    type Plan = ();

    fn plan(&self, _: &Input, _: bool) {}

    fn look(&self, input: &Input, (): (), page: &mut Page) -> anyhow::Result<()> {
        let file = input.open(input.source()?)?;
        let whole = self.full || self.files.json && !self.attributes;
        let rules = self.attributes;
        let mut list = List { whole, rules, holders: Vec::new(), failed: Vec::new() };
        list.message(&file.message()?);
        page.put(&Document { file: page.name().to_owned(), holders: list.holders })?;
        if let Some((first, more)) = list.failed.split_first() {
            let more = match more.len() {
                0 => String::new(),
                n => format!(", and {n} more that cannot be read"),
            };
            page.fail_in_part(&anyhow!("{first}{more}"));
        }
        Ok(())
    }
}

#[derive(Serialize)]
struct Document {
    file: String,
    /// Messages, recipients and attachments.
    #[serde(rename = "objects")]
    holders: Vec<Holder>,
}

/// A storage with properties.
#[derive(Serialize)]
struct Holder {
    /// `message`, `recipient` or `attachment`.
    kind: &'static str,
    /// Where it is; empty for the message of the file.
    place: String,
    /// Why it cannot be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
    properties: Vec<Property>,
}

#[derive(Serialize)]
struct Property {
    tag: String,
    /// The canonical name, such as `PidTagSubject`.
    name: Option<&'static str>,
    /// What an id of 0x8000 and above stands for.
    #[serde(skip_serializing_if = "Option::is_none")]
    named: Option<Named>,
    #[serde(rename = "type")]
    kind: String,
    attributes: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    allowed: Option<Allowed>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<Value>,
    /// The value for people.
    #[serde(skip)]
    shown: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    defect: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
}

/// What MAPI answers to who gets, sets or deletes a property: the name of a code.
#[derive(Serialize)]
struct Allowed {
    get: String,
    set: String,
    delete: String,
}

#[derive(Serialize)]
struct Named {
    set: String,
    set_name: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lid: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    /// Number or name for people.
    #[serde(skip)]
    own: String,
}

/// Gathers the properties of a file.
struct List {
    /// Whether long values are read, and shown whole.
    whole: bool,
    /// Whether what may be done is told in place of values.
    rules: bool,
    holders: Vec<Holder>,
    /// What cannot be read, and why.
    failed: Vec<String>,
}

impl List {
    fn message(&mut self, message: &Message<'_, Store>) {
        self.holder("message", message);
        for recipient in message.recipients() {
            match recipient {
                Ok(recipient) => self.holder("recipient", &recipient),
                Err(error) => self.unreadable("recipient", &error),
            }
        }
        for attachment in message.attachments() {
            match attachment {
                Ok(attachment) => {
                    self.holder("attachment", &attachment);
                    match attachment.message() {
                        Ok(Some(message)) => self.message(&message),
                        Ok(None) => {}
                        Err(error) => self.unreadable("message", &error),
                    }
                }
                Err(error) => self.unreadable("attachment", &error),
            }
        }
    }

    fn holder(&mut self, kind: &'static str, object: &Object<'_, Store>) {
        let entries = object.properties().entries();
        let owner = match kind {
            "recipient" => ObjectType::Recipient,
            "attachment" => ObjectType::Attachment,
            _ => ObjectType::Message,
        };
        let property = |entry| self.property(object, owner, entry);
        let properties = entries.iter().map(property).collect();
        let place = Path(&object.place()).to_string();
        self.holders.push(Holder { kind, place, error: None, properties });
    }

    fn unreadable(&mut self, kind: &'static str, error: &openimsg::Error) {
        self.failed.push(error.to_string());
        self.holders.push(Holder {
            kind,
            place: Path(error.place()).to_string(),
            error: Some(error.problem().to_string()),
            properties: Vec::new(),
        });
    }

    fn property(
        &mut self,
        object: &Object<'_, Store>,
        owner: ObjectType,
        entry: &Entry,
    ) -> Property {
        let tag = entry.tag();
        let (named, name) = name(object, tag);
        let mut property = Property {
            tag: tag.to_string(),
            name,
            named,
            kind: tag.kind().to_string(),
            attributes: entry.attributes().0,
            allowed: None,
            value: None,
            shown: String::new(),
            defect: None,
            error: None,
        };
        if self.rules {
            let allowed = Allowed::of(owner, entry);
            property.shown = allowed.to_string();
            property.allowed = Some(allowed);
            return property;
        }
        property.value = Some(Value::Null);
        if let Some(shown) = self.glance(object, tag) {
            property.shown = shown;
            return property;
        }
        match object.value(entry) {
            Ok(read) => {
                property.defect = read.defect.map(|defect| defect.kind.what);
                if self.whole {
                    property.value = Some(json(&read.value));
                }
                property.shown = shown(&read.value, if self.whole { usize::MAX } else { SHORT });
            }
            Err(error) => {
                self.failed.push(error.to_string());
                property.error = Some(error.problem().to_string());
            }
        }
        property
    }

    /// Of long bytes that need not be shown whole, only the first are read.
    fn glance(&self, object: &Object<'_, Store>, tag: PropTag) -> Option<String> {
        if self.whole || tag.kind() != PropType::BINARY {
            return None;
        }
        let store = object.store();
        let stream = Base::child(store, *object.node(), &StreamName::value(tag))?;
        let size = store.size(stream);
        if store.kind(stream) != Some(EntryKind::Stream) || size <= MUCH {
            return None;
        }
        let mut start = [0; SHORT];
        let read = Base::read_at(store, stream, 0, &mut start).ok()?;
        Some(bytes(start.get(..read)?, size, SHORT))
    }
}

/// Characters or bytes of a long value that are shown; twice as many digits.
pub(super) const SHORT: usize = 60;
/// Longer bytes are not read when only their start is shown.
const MUCH: u64 = 4096;

/// What the name map says of a tag, and the canonical name.
fn name(object: &Object<'_, Store>, tag: PropTag) -> (Option<Named>, Option<&'static str>) {
    if !tag.id().is_named() {
        return (None, tables::name_of(tag).map(|known| known.name));
    }
    let Ok(Some(named)) = object.name_of(tag.id()) else { return (None, None) };
    let named = named.to_owned();
    let known = tables::name_of_named(&named).map(|known| known.name);
    let (set, set_name) = (named.set.to_string(), tables::set_name(named.set));
    let named = match named.name {
        PropertyName::Lid(lid) => Named {
            set,
            set_name,
            lid: Some(format!("{lid:08X}")),
            name: None,
            own: format!("0x{lid:04X}"),
        },
        PropertyName::Name(name) => {
            let own = Line(&name).to_string();
            Named { set, set_name, lid: None, name: Some(name.into_owned()), own }
        }
    };
    (Some(named), known)
}

/// The value as JSON: bytes as hexadecimal digits, times in UTC, and what JSON's numbers do not
/// hold as text.
pub(super) fn json(value: &PropValue<'_>) -> Value {
    match value {
        PropValue::Null => Value::Null,
        PropValue::I2(value) => json!(value),
        PropValue::Long(value) => json!(value),
        PropValue::Float(value) => float(f64::from(*value)),
        PropValue::Double(value) => float(*value),
        PropValue::Currency(value) => json!(value.to_string()),
        PropValue::AppTime(value) => float(value.0),
        PropValue::Error(value) => json!(value.to_string()),
        PropValue::Boolean(value) => json!(value),
        PropValue::I8(value) => json!(value),
        PropValue::SysTime(value) => json!(value.to_string()),
        PropValue::Clsid(value) => json!(value.to_string()),
        PropValue::String8(text) | PropValue::Unicode(text) => json!(text.as_str()),
        PropValue::Object(kind) => json!(format!("{kind:?}").to_lowercase()),
        PropValue::Binary(bytes)
        | PropValue::ServerId(bytes)
        | PropValue::Restriction(bytes)
        | PropValue::Actions(bytes)
        | PropValue::Unknown { raw: bytes, .. } => json!(hex(bytes)),
        PropValue::MvI2(values) => json!(values),
        PropValue::MvLong(values) => json!(values),
        PropValue::MvFloat(values) => values.iter().map(|v| float(f64::from(*v))).collect(),
        PropValue::MvDouble(values) => values.iter().map(|v| float(*v)).collect(),
        PropValue::MvCurrency(values) => values.iter().map(ToString::to_string).collect(),
        PropValue::MvAppTime(values) => values.iter().map(|v| float(v.0)).collect(),
        PropValue::MvI8(values) => json!(values),
        PropValue::MvSysTime(values) => values.iter().map(ToString::to_string).collect(),
        PropValue::MvClsid(values) => values.iter().map(ToString::to_string).collect(),
        PropValue::MvString8(texts) | PropValue::MvUnicode(texts) => {
            texts.iter().map(Text::as_str).collect()
        }
        PropValue::MvBinary(values) => values.iter().map(|bytes| hex(bytes)).collect(),
    }
}

/// JSON has no infinities.
fn float(value: f64) -> Value {
    if value.is_finite() { json!(value) } else { json!(value.to_string()) }
}

/// The value for people, on one line, of about `most` characters.
pub(super) fn shown(value: &PropValue<'_>, most: usize) -> String {
    let many = |values: Vec<String>| {
        let mut list = String::from("[");
        for (index, value) in values.iter().enumerate() {
            if list.len() > most {
                list += &format!(", … {} in all", values.len());
                break;
            }
            list += if index == 0 { "" } else { ", " };
            list += value;
        }
        list + "]"
    };
    match value {
        PropValue::Null => String::new(),
        PropValue::String8(text) | PropValue::Unicode(text) => quoted(text.as_str(), most),
        PropValue::MvString8(texts) | PropValue::MvUnicode(texts) => {
            many(texts.iter().map(|text| quoted(text.as_str(), most)).collect())
        }
        PropValue::Long(number) => match u32::try_from(*number) {
            Ok(0..=9) => number.to_string(),
            _ => format!("{number} (0x{:X})", number.cast_unsigned()),
        },
        PropValue::AppTime(time) => match time.to_file_time() {
            Some(time) => time.to_string().trim_end_matches('Z').to_owned(),
            None => time.0.to_string(),
        },
        PropValue::MvBinary(values) => {
            many(values.iter().map(|value| bytes(value, length(value), most)).collect())
        }
        other => match (other.as_bytes(), json(other)) {
            (Some(raw), _) => bytes(raw, length(raw), most),
            (None, Value::String(text)) => text,
            (None, Value::Array(values)) => {
                let plain = |value: &Value| match value {
                    Value::String(text) => text.clone(),
                    other => other.to_string(),
                };
                many(values.iter().map(plain).collect())
            }
            (None, value) => value.to_string(),
        },
    }
}

fn length(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}

pub(super) fn quoted(text: &str, most: usize) -> String {
    let end = text.char_indices().nth(most).map_or(text.len(), |(at, _)| at);
    let start = text.get(..end).unwrap_or(text);
    let more = if end < text.len() { "…" } else { "" };
    let count = text.chars().count();
    let count = if more.is_empty() { String::new() } else { format!(" ({count} characters)") };
    format!("\"{}{more}\"{count}", Line(start))
}

/// Bytes as digits, of which `start` may be only the first.
fn bytes(start: &[u8], size: u64, most: usize) -> String {
    let shown = start.get(..most / 2).unwrap_or(start);
    let more = if length(shown) < size { "…" } else { "" };
    format!("{} bytes: {}{more}", grouped(size), hex(shown))
}

impl Say for Document {
    fn say(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        for (index, holder) in self.holders.iter().enumerate() {
            if index > 0 {
                writeln!(out)?;
            }
            let place = if holder.place.is_empty() { holder.kind } else { &holder.place };
            let count = holder.properties.len();
            writeln!(out, "{HEADING}{place}{HEADING:#} {DIM}({count} properties){DIM:#}")?;
            if let Some(error) = &holder.error {
                writeln!(out, "  {ERROR}!{ERROR:#} {}", Line(error))?;
            }
            holder.properties.iter().try_for_each(|property| property.say(out))?;
        }
        Ok(())
    }
}

impl Property {
    fn say(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        let Property { tag, kind, shown, .. } = self;
        write!(out, "  {tag}  {kind:<13} {}  ", letters(Attributes(self.attributes)))?;
        match (&self.named, self.name) {
            (Some(named), name) => {
                let set = named.set_name.unwrap_or(&named.set);
                let own = &named.own;
                let name = name.map(|name| format!("{name} ")).unwrap_or_default();
                write!(out, "{NAME}{name}{NAME:#}{DIM}{set} {own}{DIM:#}")?;
            }
            (None, Some(name)) => write!(out, "{NAME}{name}{NAME:#}")?,
            (None, None) => write!(out, "{DIM}-{DIM:#}")?,
        }
        write!(out, "  {shown}")?;
        if let Some(error) = &self.error {
            write!(out, "  {ERROR}! {}{ERROR:#}", Line(error))?;
        }
        if let Some(defect) = self.defect {
            write!(out, "  {BAD}! {defect}{BAD:#}")?;
        }
        writeln!(out)
    }
}

impl Allowed {
    fn of(owner: ObjectType, entry: &Entry) -> Self {
        let ask = |operation| {
            let stored = Some(entry.attributes());
            let answer = rules::check(operation, entry.tag(), stored, owner, Access::Modify);
            answer.err().unwrap_or(SCode::S_OK).to_string()
        };
        Allowed {
            get: ask(Operation::Get),
            set: ask(Operation::Set),
            delete: ask(Operation::Delete),
        }
    }
}

impl fmt::Display for Allowed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Allowed { get, set, delete } = self;
        write!(f, "get {get}, set {set}, delete {delete}")
    }
}

/// Mandatory, readable, writeable, and in hexadecimal what else is set.
fn letters(attributes: Attributes) -> String {
    let letter = |bit, letter| if attributes.contains(bit) { letter } else { '-' };
    let letters = [
        letter(Attributes::MANDATORY, 'm'),
        letter(Attributes::READABLE, 'r'),
        letter(Attributes::WRITEABLE, 'w'),
    ];
    let others = attributes.0 & !7;
    let others = if others == 0 { String::new() } else { format!("+{others:#x}") };
    letters.iter().collect::<String>() + &others
}

#[cfg(test)]
mod tests {
    use openimsg::FileTime;
    use openimsg::props::{AppTime, Currency};

    use super::*;

    #[test]
    fn values_for_people_and_for_programs() {
        let long = "ü".repeat(100);
        for (value, people, programs) in [
            (PropValue::Null, "", json!(null)),
            (PropValue::Long(7), "7", json!(7)),
            (PropValue::Long(-1), "-1 (0xFFFFFFFF)", json!(-1)),
            (PropValue::Boolean(true), "true", json!(true)),
            (PropValue::from("a\n\"b\""), "\"a\\u{a}\"b\"\"", json!("a\n\"b\"")),
            (PropValue::Binary((&[0_u8, 255][..]).into()), "2 bytes: 00ff", json!("00ff")),
            (PropValue::Double(f64::INFINITY), "inf", json!("inf")),
            (PropValue::Currency(Currency(12_345)), "1.2345", json!("1.2345")),
            (PropValue::AppTime(AppTime(2.5)), "1900-01-01T12:00:00.0000000", json!(2.5)),
            (PropValue::MvLong(vec![1, 2]), "[1, 2]", json!([1, 2])),
            (
                PropValue::MvUnicode(vec![Text::new("a"), Text::new("b")]),
                "[\"a\", \"b\"]",
                json!(["a", "b"]),
            ),
            (
                PropValue::MvSysTime(vec![FileTime::UNSET]),
                "[1601-01-01T00:00:00.0000000Z]",
                json!(["1601-01-01T00:00:00.0000000Z"]),
            ),
        ] {
            assert_eq!((shown(&value, SHORT), json(&value)), (people.to_owned(), programs));
        }
        let value = PropValue::from(long.as_str());
        assert_eq!(shown(&value, SHORT), format!("\"{}…\" (100 characters)", "ü".repeat(60)));
        assert_eq!(shown(&value, usize::MAX), format!("\"{long}\""));
        let value = PropValue::Binary(vec![1; 100].into());
        assert_eq!(shown(&value, SHORT), format!("100 bytes: {}…", "01".repeat(30)));
        assert!(shown(&PropValue::MvLong(vec![7; 1000]), SHORT).ends_with(", … 1000 in all]"));
    }

    #[test]
    fn attributes_are_letters() {
        for (attributes, expected) in [(0, "---"), (6, "-rw"), (7, "mrw"), (0x16, "-rw+0x10")] {
            assert_eq!(letters(Attributes(attributes)), expected);
        }
    }
}
