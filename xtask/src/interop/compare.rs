//! What was written against what a reader found.

use std::fmt;

use serde_json::Value;

/// One value that is not as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Difference {
    /// Where, without which of several: `subject`, `recipients.name`, `embedded.subject` (whatever
    /// the depth), `properties.TYPE`, `named.lid.TYPE`, `named.name.TYPE`.
    pub(super) field: String,
    pub(super) kind: Kind,
    /// The two values, cut short.
    pub(super) values: String,
}

/// How a value differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The reader gives nothing.
    Missing,
    /// The reader gives something where nothing was written.
    Extra,
    /// Text is equal but for its line ends.
    LineEnds,
    /// Text is equal but for white space and NULs at its ends.
    Ends,
    /// The value is another one.
    Differs,
    /// The reader gives up.
    Error,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Kind::Missing => "is missing",
            Kind::Extra => "is not in the file",
            Kind::LineEnds => "has other line ends",
            Kind::Ends => "begins or ends otherwise",
            Kind::Differs => "differs",
            Kind::Error => "gives an error",
        })
    }
}

/// What differs in one message, and how many values were compared.
#[derive(Debug, Default)]
pub(super) struct Comparison {
    pub(super) values: usize,
    pub(super) differences: Vec<Difference>,
}

/// Compares what a reader found in a file with what was written.
pub(super) fn compare(written: &Value, found: Option<&Value>) -> Comparison {
    let mut comparison = Comparison::default();
    let error = found.and_then(|found| found.get("error"));
    if let Some(error) = error.or(found.is_none().then_some(&Value::Null)) {
        comparison.add("error", Kind::Error, &Value::Null, error);
    } else if let Some(found) = found {
        comparison.value("", written, found);
    }
    comparison
}

impl Comparison {
    fn value(&mut self, field: &str, written: &Value, found: &Value) {
        match (written, found) {
            (Value::Object(expected), Value::Object(there)) => {
                for (key, value) in expected {
                    let below = below(field, key);
                    match there.get(key) {
                        Some(found) => self.value(&below, value, found),
                        None => self.add(&below, Kind::Missing, value, &Value::Null),
                    }
                }
                // Of properties, only some are written down.
                let all = !field.ends_with("named") && !field.ends_with("properties");
                for (key, found) in there.iter().filter(|(key, _)| !expected.contains_key(*key)) {
                    if all && !(key == "named" || key == "properties") {
                        self.add(&below(field, key), Kind::Extra, &Value::Null, found);
                    }
                }
            }
            // A list of objects, one by one; of values, as one.
            (Value::Array(expected), Value::Array(there))
                if expected.first().is_some_and(Value::is_object) =>
            {
                if expected.len() != there.len() {
                    let lengths = [expected.len(), there.len()].map(Value::from);
                    let [expected, there] = &lengths;
                    self.add(&below(field, "count"), Kind::Differs, expected, there);
                }
                for (expected, there) in expected.iter().zip(there) {
                    self.value(field, expected, there);
                }
            }
            _ => {
                self.values = self.values.saturating_add(1);
                if let Some(kind) = difference(written, found) {
                    self.push(field, kind, written, found);
                }
            }
        }
    }

    fn add(&mut self, field: &str, kind: Kind, written: &Value, found: &Value) {
        self.values = self.values.saturating_add(1);
        self.push(field, kind, written, found);
    }

    fn push(&mut self, field: &str, kind: Kind, written: &Value, found: &Value) {
        let values = format!("written {}, read {}", short(written), short(found));
        self.differences.push(Difference { field: field.to_owned(), kind, values });
    }
}

/// The name of a part of `field`; embedded messages have one name, whatever their depth.
fn below(field: &str, key: &str) -> String {
    match (field, key) {
        ("", _) => key.to_owned(),
        ("attachments" | "embedded.attachments", "message") => "embedded".to_owned(),
        ("properties" | "embedded.properties", _) => {
            format!("{field}.{}", key.get(4..).unwrap_or(key))
        }
        ("named" | "embedded.named", _) => {
            let kind = if key.contains(":0x") { "lid" } else { "name" };
            format!("{field}.{kind}.{}", key.rsplit('/').next().unwrap_or(key))
        }
        _ => format!("{field}.{key}"),
    }
}

fn difference(written: &Value, found: &Value) -> Option<Kind> {
    match (written, found) {
        (Value::String(written), Value::String(found)) => match () {
            () if written == found => None,
            () if unix(written) == unix(found) => Some(Kind::LineEnds),
            () if trimmed(written) == trimmed(found) => Some(Kind::Ends),
            () => Some(Kind::Differs),
        },
        // 1 and 1.0 are one number.
        (Value::Number(written), Value::Number(found)) => {
            let equal = written == found || written.as_f64() == found.as_f64();
            (!equal).then_some(Kind::Differs)
        }
        (Value::Array(written), Value::Array(found)) if written.len() == found.len() => {
            written.iter().zip(found).find_map(|(written, found)| difference(written, found))
        }
        _ => (written != found).then_some(Kind::Differs),
    }
}

fn unix(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || c == '\0')
}

fn short(value: &Value) -> String {
    const LONGEST: usize = 100;
    let text = value.to_string();
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}… ({} bytes)", text.get(..end).unwrap_or(""), text.len()),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn said(written: &Value, found: &Value) -> Vec<String> {
        let differences = compare(written, Some(found)).differences;
        differences.iter().map(|d| format!("{} {}", d.field, d.kind)).collect()
    }

    #[test]
    fn every_kind_of_difference_is_found() {
        let written = json!({
            "subject": "Hello", "text": "a\r\nb\r\n", "rtf": [3, "ab"],
            "recipients": [{"name": "Ada", "type": 1}],
            "attachments": [{"message": {"attachments": [{"message": {"subject": "deep"}}]}}],
            "properties": {"66010003": 1, "66021003": [1, 2]},
        });
        assert_eq!(said(&written, &written), Vec::<String>::new());
        let found = json!({
            "text": "a\nb\n", "rtf": [3, "ac"], "html": "new",
            "recipients": [{"name": "Ada", "type": 2}, {"name": "Eve"}],
            "attachments": [{"message": {"attachments": [{"message": {"subject": " deep\0"}}]}}],
            "properties": {"66010003": 1.0, "66021003": [1, 3], "66030003": 3},
        });
        assert_eq!(
            said(&written, &found),
            [
                "subject is missing",
                "text has other line ends",
                "rtf differs",
                "recipients.count differs",
                "recipients.type differs",
                "embedded.subject begins or ends otherwise",
                "properties.1003 differs",
                "html is not in the file",
            ]
        );
        assert_eq!(said(&written, &json!({"error": "no"})), ["error gives an error"]);
        assert_eq!(compare(&written, None).differences.len(), 1);
    }
}
