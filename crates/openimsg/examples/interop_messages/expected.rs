//! What a reader must find in a message, as JSON.
//!
//! | key | value |
//! |---|---|
//! | `class`, `subject`, `text` | text |
//! | `html` | text |
//! | `rtf` | [size, SHA-256] of what was compressed |
//! | `html_in_rtf` | text: HTML that is encapsulated in the RTF |
//! | `date` | seconds since 1970 |
//! | `sender`, `representing` | `name`, `address`, `smtp` |
//! | `recipients` | in order: `type` (1 To, 2 Cc, 3 Bcc), `name`, `address`, `smtp` |
//! | `attachments` | in order: `name`, `mime`, `cid`, `method`, and `size` and `sha256` or `message` or `reference` or `streams` |
//! | `named` | `{SET}:0xLID/TYPE` or `{SET}:NAME/TYPE` → value |
//! | `properties` | tag → value |
//!
//! What is not in the message is not there. Values: numbers as numbers, but PT_I8 and
//! PT_CURRENCY as text; PT_SYSTIME in seconds since 1970, PT_APPTIME in days; binary values in
//! hexadecimal digits; several values as a list.

use openimsg::rtf::encapsulate_html;
use openimsg::{FileTime, PropValue, PropertyName};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use crate::mail::{Attachment, Content, Edit, Kind, Mail, Person};

pub(crate) fn message(mail: &Mail) -> Value {
    let mut found = Map::new();
    let mut put = |key: &str, value: Value| {
        let nothing = match &value {
            Value::Null => true,
            Value::String(text) => text.is_empty(),
            Value::Array(list) => list.is_empty(),
            Value::Object(map) => map.is_empty(),
            _ => false,
        };
        if !nothing {
            found.insert(key.to_owned(), value);
        }
    };
    put("class", json!(mail.class.unwrap_or("IPM.Note")));
    put("subject", json!(mail.subject));
    put("text", json!(mail.text));
    put("html", json!(mail.html.as_ref().map(|html| &html.text)));
    let html = mail.html.as_ref().filter(|_| mail.sent.is_none());
    // A draft with HTML has it in RTF too.
    let made = html.map(|html| encapsulate_html(&html.text, &openimsg::rtf::Options::default()));
    let rtf = mail.rtf.as_ref().map(|rtf| &rtf.bytes).or(made.as_ref());
    put("rtf", rtf.map_or(Value::Null, |rtf| size_and_hash(rtf)));
    let in_rtf = mail.rtf.as_ref().and_then(|rtf| rtf.html);
    put("html_in_rtf", json!(in_rtf.or(html.map(|html| html.text.as_str()))));
    put("date", json!(mail.sent));
    put("sender", json!(mail.from.as_ref().map(person)));
    let representing = mail.on_behalf_of.as_ref().or(mail.from.as_ref());
    put("representing", json!(representing.map(person)));
    put("recipients", mail.recipients.iter().map(recipient).collect());
    put("attachments", mail.attachments.iter().map(attachment).collect());
    let named = mail.named.iter().map(|(named, property)| {
        let name = match &named.name {
            PropertyName::Lid(lid) => format!("0x{lid:08X}"),
            PropertyName::Name(name) => name.to_string(),
        };
        (format!("{}:{name}/{:04X}", named.set, property.kind().0), value(property))
    });
    put("named", Value::Object(named.collect()));
    let properties = mail.properties.iter().map(|(tag, v)| (format!("{:08X}", tag.0), value(v)));
    put("properties", Value::Object(properties.collect()));
    Value::Object(found)
}

/// What is in a message when it was changed.
pub(crate) fn edited(mut found: Value, edit: &Edit) -> Value {
    let Value::Object(parts) = &mut found else { return found };
    parts.insert("subject".to_owned(), json!(edit.subject));
    let mut list = |key: &str, removed: &[usize], added: Vec<Value>| {
        let old = parts.remove(key).and_then(|old| old.as_array().cloned()).unwrap_or_default();
        let kept = (0..).zip(old).filter(|(at, _)| !removed.contains(at)).map(|(_, item)| item);
        let all: Vec<Value> = kept.chain(added).collect();
        if !all.is_empty() {
            parts.insert(key.to_owned(), all.into());
        }
    };
    list("recipients", &[], edit.recipients.iter().map(recipient).collect());
    list("attachments", &edit.removed, edit.attachments.iter().map(attachment).collect());
    found
}

fn recipient((kind, who): &(Kind, Person)) -> Value {
    let mut row = person(who);
    row.insert("type".to_owned(), json!(kind.number()));
    Value::Object(row)
}

fn person(person: &Person) -> Map<String, Value> {
    let parts = [("name", &person.name), ("address", &person.address), ("smtp", &person.smtp)];
    let there = parts.into_iter().filter(|(_, text)| !text.is_empty());
    there.map(|(key, text)| (key.to_owned(), json!(text))).collect()
}

fn attachment(attachment: &Attachment) -> Value {
    let Attachment { name, mime, content_id, content, .. } = attachment;
    let mut found = Map::new();
    found.insert("name".to_owned(), json!(name));
    found.extend(mime.map(|mime| ("mime".to_owned(), json!(mime))));
    found.extend(content_id.map(|id| ("cid".to_owned(), json!(id))));
    found.insert("method".to_owned(), json!(content.method()));
    match content {
        Content::Bytes(bytes) => {
            found.insert("size".to_owned(), json!(bytes.len()));
            found.insert("sha256".to_owned(), json!(hash(bytes)));
        }
        Content::Message(mail) | Content::MessageFile(mail) => {
            found.insert("message".to_owned(), message(mail));
        }
        Content::Ole(streams) => {
            let streams = streams.iter().map(|(name, b)| ((*name).to_owned(), size_and_hash(b)));
            found.insert("streams".to_owned(), Value::Object(streams.collect()));
        }
        Content::Reference(path) | Content::WebReference(path) => {
            found.insert("reference".to_owned(), json!(path));
        }
    }
    Value::Object(found)
}

fn value(value: &PropValue<'_>) -> Value {
    match value {
        PropValue::I2(v) => json!(v),
        PropValue::Long(v) => json!(v),
        PropValue::Float(v) => json!(v),
        PropValue::Double(v) => json!(v),
        PropValue::Currency(v) => json!(v.to_string()),
        PropValue::AppTime(v) => json!(v.0),
        PropValue::Error(v) => json!(v.0),
        PropValue::Boolean(v) => json!(v),
        PropValue::I8(v) => json!(v.to_string()),
        PropValue::SysTime(v) => seconds(*v),
        PropValue::Clsid(v) => json!(v.to_string()),
        PropValue::String8(v) | PropValue::Unicode(v) => json!(v.as_str()),
        PropValue::Binary(v) => json!(hex(v)),
        PropValue::MvI2(v) => json!(v),
        PropValue::MvLong(v) => json!(v),
        PropValue::MvFloat(v) => json!(v),
        PropValue::MvDouble(v) => json!(v),
        PropValue::MvCurrency(v) => v.iter().map(|v| json!(v.to_string())).collect(),
        PropValue::MvAppTime(v) => v.iter().map(|v| json!(v.0)).collect(),
        PropValue::MvI8(v) => v.iter().map(|v| json!(v.to_string())).collect(),
        PropValue::MvSysTime(v) => v.iter().map(|v| seconds(*v)).collect(),
        PropValue::MvClsid(v) => v.iter().map(|v| json!(v.to_string())).collect(),
        PropValue::MvString8(v) | PropValue::MvUnicode(v) => {
            v.iter().map(|v| json!(v.as_str())).collect()
        }
        PropValue::MvBinary(v) => v.iter().map(|v| json!(hex(v))).collect(),
        // No case has others.
        _ => Value::Null,
    }
}

fn seconds(time: FileTime) -> Value {
    json!(i64::try_from(time.to_unix_nanos() / 1_000_000_000).ok())
}

fn size_and_hash(bytes: &[u8]) -> Value {
    json!([bytes.len(), hash(bytes)])
}

pub(crate) fn hash(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes)).to_lowercase()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02X}")).collect()
}
