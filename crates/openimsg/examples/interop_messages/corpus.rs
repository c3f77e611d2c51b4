//! Real files, to be changed: what is in them is told by their ground truth, not by us.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use openimsg::base::Budget;
use openimsg::storage::CompoundFile;
use serde_json::{Map, Value, json};

use crate::Failure;
use crate::expected::hash;

/// A file of the corpus.
pub(crate) struct Sample {
    pub(crate) file: PathBuf,
    /// What is in it, as [`crate::expected`] says it.
    pub(crate) expected: Value,
}

/// Where the corpus is; `None`, with a line that says so, where there is none.
///
/// # Errors
/// When `CI` is set and there is none: there, nothing may be skipped in silence.
pub(crate) fn folder() -> Result<Option<PathBuf>, Failure> {
    let place = std::env::var_os("OPENIMSG_CORPUS").map_or_else(
        || concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/corpus").into(),
        PathBuf::from,
    );
    if place.join("truth").is_dir() {
        return Ok(Some(place));
    }
    if std::env::var_os("CI").is_some() {
        return Err(format!("no corpus at {}, and CI is set", place.display()).into());
    }
    println!("skipped: no corpus");
    Ok(None)
}

/// A file of the corpus, by its name without `.msg`.
pub(crate) fn sample(corpus: &Path, name: &str) -> Result<Sample, Failure> {
    let file = corpus.join(format!("files/{name}.msg"));
    let facts = std::fs::read(corpus.join(format!("truth/{name}.msg.json")))?;
    let facts: Value = serde_json::from_slice(&facts)?;
    let budget = Arc::new(Budget::default());
    let storages = CompoundFile::open(std::fs::read(&file)?, &budget)?;
    let expected = message(&storages, at(&facts, "message"))?;
    Ok(Sample { file, expected })
}

fn message(file: &CompoundFile<Vec<u8>>, facts: &Value) -> Result<Value, Failure> {
    let mut found = Map::new();
    let mut put = |key: &str, value: Value| {
        if !is_nothing(&value) {
            found.insert(key.to_owned(), value);
        }
    };
    put("class", at(facts, "class").clone());
    put("subject", at(facts, "subject").clone());
    put("text", text(at(facts, "body"))?);
    put("html", html(file, facts)?);
    let rtf = at(facts, "rtf");
    put("rtf", pair(rtf, "length"));
    put("date", date(facts));
    put("sender", person(at(facts, "sender"), "address", "smtp"));
    put("representing", person(at(facts, "representing"), "address", "smtp"));
    let recipients = list(facts, "recipients").iter().map(|row| {
        let mut found = person(row, "email_3003", "smtp_39FE");
        if let Value::Object(found) = &mut found {
            found.insert("type".to_owned(), at(row, "type").clone());
        }
        found
    });
    put("recipients", recipients.collect());
    let attachments = list(facts, "attachments").iter().map(|each| attachment(file, each));
    put("attachments", attachments.collect::<Result<_, _>>()?);
    Ok(Value::Object(found))
}

fn attachment(file: &CompoundFile<Vec<u8>>, facts: &Value) -> Result<Value, Failure> {
    let name = match at(facts, "long_filename") {
        Value::Null => at(facts, "display_name"),
        name => name,
    };
    let data = at(facts, "data");
    let mut found = Map::new();
    for (key, value) in [
        ("name", name),
        ("mime", at(facts, "mime")),
        ("cid", at(facts, "content_id")),
        ("method", at(facts, "method")),
        ("size", at(data, "bytes")),
        ("sha256", at(data, "sha256")),
        ("streams", &streams(at(facts, "ole_storage"))),
    ] {
        if !is_nothing(value) {
            found.insert(key.to_owned(), value.clone());
        }
    }
    if !at(facts, "message").is_null() {
        found.insert("message".to_owned(), message(file, at(facts, "message"))?);
    }
    Ok(Value::Object(found))
}

/// The streams of an application, which the facts name by their paths.
fn streams(facts: &Value) -> Value {
    let Value::Object(facts) = facts else { return Value::Null };
    let name = |path: &str| path.split_once('/').map_or(path, |(_, name)| name).to_owned();
    facts.iter().map(|(path, pair)| (name(path), pair.clone())).collect()
}

/// The text. The facts have no more than how it begins: it has to be short.
fn text(facts: &Value) -> Result<Value, Failure> {
    let text = at(facts, "text");
    let Some(start) = at(text, "first80").as_str() else { return Ok(Value::Null) };
    if at(text, "sha256") != &json!(hash(start.as_bytes())) {
        return Err("a text of the corpus is too long for its facts".into());
    }
    Ok(json!(start))
}

/// The HTML, in UTF-8, as the file has it; the facts tell whether it is the right one.
fn html(file: &CompoundFile<Vec<u8>>, facts: &Value) -> Result<Value, Failure> {
    let html = at(facts, "html");
    if html.is_null() {
        return Ok(Value::Null);
    }
    let storage = at(facts, "storage").as_str().unwrap_or_default();
    let name = ["__substg1.0_1013", at(html, "type").as_str().unwrap_or_default()].concat();
    let path = if storage.is_empty() { name } else { [storage, "/", &name].concat() };
    let stream = file.find(path.as_str()).ok_or("the HTML is not where it should be")?;
    let bytes = file.content(stream)?;
    if at(html, "sha256") != &json!(hash(&bytes)) {
        return Err("the HTML is not what the facts say".into());
    }
    Ok(json!(std::str::from_utf8(&bytes)?))
}

/// PR_CLIENT_SUBMIT_TIME.
fn date(facts: &Value) -> Value {
    let mut dates = list(facts, "dates").iter();
    let sent = dates.find(|date| at(date, "tag") == "00390040");
    let units = sent.and_then(|sent| at(sent, "filetime").as_i64());
    units.map_or(Value::Null, |units| json!((units / 10_000_000).saturating_sub(11_644_473_600)))
}

fn person(facts: &Value, address: &str, smtp: &str) -> Value {
    let parts = [("name", "name"), ("address", address), ("smtp", smtp)];
    let there = parts.into_iter().map(|(key, fact)| (key.to_owned(), at(facts, fact).clone()));
    Value::Object(there.filter(|(_, value)| !is_nothing(value)).collect())
}

/// Size and hash.
fn pair(facts: &Value, size: &str) -> Value {
    match at(facts, "sha256") {
        Value::Null => Value::Null,
        hash => json!([at(facts, size), hash]),
    }
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.is_empty(),
        Value::Object(map) => map.is_empty(),
        _ => false,
    }
}

fn at<'v>(value: &'v Value, key: &str) -> &'v Value {
    value.get(key).unwrap_or(&Value::Null)
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    at(value, key).as_array().map_or(&[], Vec::as_slice)
}
