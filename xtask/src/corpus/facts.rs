//! Which keys of the ground truth are facts, and how they are compared with a dump.

use std::fmt;

use serde_json::Value;

/// How the facts of a value are found.
enum Shape {
    /// One fact, compared as a whole.
    Fact,
    /// A stream: `[size, hash]`, one fact. A third element says why the truth holds only a part
    /// of it; then there is no fact.
    Stream,
    /// An object with known keys; its other keys are no facts.
    Record(&'static [(&'static str, &'static Shape)]),
    /// An object whose keys are data: each must be there, and no other.
    Map(&'static Shape),
    /// A list in a given order.
    List(&'static Shape),
    /// A list of texts whose order says nothing.
    Set,
}

use Shape::{Fact, List, Map, Record, Set, Stream};

/// The facts, as the README of the corpus lists them. All else in the files of truth tells how
/// other readers fared, or what they derive.
static DOCUMENT: Shape = Record(&[
    ("file", &Fact),
    ("sha256", &Fact),
    ("bytes", &Fact),
    ("streams", &Map(&Stream)),
    ("storages", &Set),
    (
        "named_properties",
        &Map(&Record(&[("guid", &Fact), ("kind", &Fact), ("lid", &Fact), ("name", &Fact)])),
    ),
    ("message", &MESSAGE),
]);

static MESSAGE: Shape = Record(&[
    ("storage", &Fact),
    ("depth", &Fact),
    (
        "header",
        &Record(&[
            ("next_recipient", &Fact),
            ("next_attachment", &Fact),
            ("recipient_count", &Fact),
            ("attachment_count", &Fact),
        ]),
    ),
    ("properties", &PROPERTIES),
    ("class", &Fact),
    ("subject", &Fact),
    ("subject_prefix", &Fact),
    ("normalized_subject", &Fact),
    ("internet_message_id", &Fact),
    ("sender", &PERSON),
    ("representing", &PERSON),
    ("display_to", &Fact),
    ("display_cc", &Fact),
    ("display_bcc", &Fact),
    ("dates", &List(&Record(&[("tag", &Fact), ("filetime", &Fact), ("iso", &Fact)]))),
    ("codepage", &Record(&[("string8_decoded_as", &Fact)])),
    (
        "body",
        &Record(&[
            ("type", &Fact),
            ("stream_bytes", &Fact),
            ("stream_sha256", &Fact),
            ("text", &Record(&[("chars", &Fact), ("sha256", &Fact)])),
        ]),
    ),
    ("html", &Record(&[("type", &Fact), ("stream_bytes", &Fact), ("sha256", &Fact)])),
    (
        "rtf",
        &Record(&[
            ("compressed_bytes", &Fact),
            ("compression", &Fact),
            ("length", &Fact),
            ("sha256", &Fact),
            ("encapsulates", &Fact),
        ]),
    ),
    (
        "recipients",
        &List(&Record(&[
            ("storage", &Fact),
            ("type", &Fact),
            ("name", &Fact),
            ("addrtype", &Fact),
            ("email_3003", &Fact),
            ("smtp_39FE", &Fact),
            ("address", &Fact),
            ("properties", &PROPERTIES),
        ])),
    ),
    (
        "attachments",
        &List(&Record(&[
            ("storage", &Fact),
            ("method", &Fact),
            ("long_filename", &Fact),
            ("short_filename", &Fact),
            ("display_name", &Fact),
            ("extension", &Fact),
            ("mime", &Fact),
            ("content_id", &Fact),
            ("rendering_position", &Fact),
            ("data", &Record(&[("bytes", &Fact), ("sha256", &Fact)])),
            ("ole_storage", &Map(&Stream)),
            ("properties", &PROPERTIES),
            ("message", &MESSAGE),
        ])),
    ),
]);

static PERSON: Shape =
    Record(&[("name", &Fact), ("address", &Fact), ("addrtype", &Fact), ("smtp", &Fact)]);

static PROPERTIES: Shape = Map(&List(&Record(&[
    ("flags", &Fact),
    ("fixed", &Fact),
    ("declared_size", &Fact),
    ("reserved", &Fact),
    ("size", &Fact),
    ("sha256", &Fact),
    ("items", &List(&Record(&[("size", &Fact), ("sha256", &Fact)]))),
    ("missing", &Fact),
    ("object", &Fact),
])));

/// What is known of a file that a dump without readable content can still say.
static IDENTITY: Shape = Record(&[("file", &Fact), ("sha256", &Fact), ("bytes", &Fact)]);

/// What must come of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Expected {
    /// All the facts.
    All,
    /// An error, or facts of which none is wrong: a damaged compound file.
    PartOrError,
    /// An error: a file of no known kind.
    Error,
    /// Its identity, and an error that says that it is no compound file: TNEF.
    Tnef,
}

impl Expected {
    /// By the kind of the file and the judgement `expect` in its truth.
    pub(super) fn of(truth: &Value) -> Expected {
        let text = |key| truth.get(key).and_then(Value::as_str).unwrap_or_default();
        if text("kind") == "tnef" {
            Expected::Tnef
        } else if text("expect").starts_with("open must fail") {
            Expected::Error
        } else if text("expect").contains("in an error or") {
            Expected::PartOrError
        } else {
            Expected::All
        }
    }
}

/// What came of one file.
#[derive(Debug, Default)]
pub(super) struct Report {
    /// Number of facts compared.
    pub(super) facts: usize,
    pub(super) differences: Vec<Difference>,
}

/// Facts of the truth that are not the dump's.
#[derive(Debug, PartialEq)]
pub(super) struct Difference {
    /// JSON pointer.
    pub(super) path: String,
    pub(super) kind: Kind,
    /// How many facts it stands for.
    pub(super) facts: usize,
    pub(super) truth: Value,
    pub(super) dump: Value,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Differs,
    Missing,
    Extra,
    NoDocument,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Kind::Differs => "differs",
            Kind::Missing => "is missing in the dump",
            Kind::Extra => "is not in the truth",
            Kind::NoDocument => "no facts",
        })
    }
}

impl Report {
    /// The report of a file for which there is no dump at all.
    pub(super) fn failed(truth: &Value, why: &str) -> Report {
        let mut report = Report::default();
        let facts = count(&DOCUMENT, truth);
        report.differ("", Kind::NoDocument, facts, Some(&Value::Null), Some(&why.into()));
        report
    }

    /// Number of facts that are the same in both.
    pub(super) fn equal(&self) -> usize {
        let unequal = self.differences.iter().map(|difference| difference.facts).sum();
        self.facts.saturating_sub(unequal)
    }

    fn differ(
        &mut self,
        path: &str,
        kind: Kind,
        facts: usize,
        truth: Option<&Value>,
        dump: Option<&Value>,
    ) {
        self.facts = self.facts.saturating_add(facts);
        let value = |value: Option<&Value>| value.cloned().unwrap_or_default();
        let (truth, dump) = (value(truth), value(dump));
        self.differences.push(Difference { path: path.to_owned(), kind, facts, truth, dump });
    }

    fn fact(&mut self, path: &str, truth: &Value, dump: &Value) {
        if truth == dump {
            self.facts = self.facts.saturating_add(1);
        } else {
            self.differ(path, Kind::Differs, 1, Some(truth), Some(dump));
        }
    }
}

/// Compares the facts of one file.
pub(super) fn compare(expected: Expected, truth: &Value, dump: &Value) -> Report {
    let mut comparison = Comparison { partial: false, report: Report::default() };
    let error = dump.get("error").and_then(Value::as_str);
    match (expected, error) {
        (Expected::All, None) => comparison.walk(&DOCUMENT, "", Some(truth), Some(dump)),
        (Expected::PartOrError, None) => {
            comparison.partial = true;
            comparison.walk(&DOCUMENT, "", Some(truth), Some(dump));
        }
        (Expected::All, Some(error)) => return Report::failed(truth, error),
        (Expected::PartOrError | Expected::Error, Some(_)) => {
            // An error document need hold no more than the name, but nothing wrong.
            comparison.partial = true;
            comparison.walk(&IDENTITY, "", Some(truth), Some(dump));
            comparison.report.fact("/error", &true.into(), &true.into());
        }
        (Expected::Error | Expected::Tnef, error) => {
            comparison.walk(&IDENTITY, "", Some(truth), Some(dump));
            let said = match expected {
                Expected::Tnef => error.is_some_and(|error| error.contains("compound file")),
                _ => error.is_some(),
            };
            comparison.report.fact("/error", &true.into(), &said.into());
        }
    }
    comparison.report
}

struct Comparison {
    /// Whether the dump may lack facts; those that it has must be right.
    partial: bool,
    report: Report,
}

impl Comparison {
    /// Compares a value of both sides. A key that is absent and one that is null say the same:
    /// there is no such thing in the file.
    fn walk(&mut self, shape: &Shape, path: &str, truth: Option<&Value>, dump: Option<&Value>) {
        let present = |value: &&Value| !value.is_null();
        match (truth, dump.filter(present)) {
            (None, None) => {}
            (None | Some(Value::Null), Some(_)) => {
                self.report.differ(path, Kind::Extra, 1, truth, dump);
            }
            (Some(Value::Null), None) => {
                self.report.facts = self.report.facts.saturating_add(1);
            }
            (Some(_), None) if self.partial => {}
            (Some(there), None) => {
                self.report.differ(path, Kind::Missing, count(shape, there), truth, dump);
            }
            (Some(truth), Some(dump)) => self.both(shape, path, truth, dump),
        }
    }

    /// Compares two values that are both there.
    fn both(&mut self, shape: &Shape, path: &str, truth: &Value, dump: &Value) {
        match (shape, truth, dump) {
            (Fact, ..) => self.report.fact(path, truth, dump),
            (Stream, Value::Array(known), _) => {
                // Where the truth itself is incomplete there is nothing to compare with, and a
                // damaged file may have a stream that is listed but not read.
                let read = dump.as_array().is_some_and(|pair| pair.len() == 2);
                if known.len() == 2 && (read || !self.partial) {
                    self.report.fact(path, truth, dump);
                }
            }
            (Record(keys), Value::Object(known), Value::Object(found)) => {
                for (key, shape) in *keys {
                    self.walk(shape, &below(path, key), known.get(*key), found.get(*key));
                }
            }
            (Map(shape), Value::Object(known), Value::Object(found)) => {
                for (key, value) in known {
                    self.walk(shape, &below(path, key), Some(value), found.get(key));
                }
                for (key, value) in found.iter().filter(|(key, _)| !known.contains_key(*key)) {
                    self.walk(shape, &below(path, key), None, Some(value));
                }
            }
            (List(shape), Value::Array(known), Value::Array(found)) => {
                for index in 0..known.len().max(found.len()) {
                    let path = below(path, &index.to_string());
                    self.walk(shape, &path, known.get(index), found.get(index));
                }
            }
            (Set, Value::Array(known), Value::Array(found)) => {
                for value in known {
                    let there = found.contains(value).then_some(value);
                    self.walk(&Fact, &below(path, name(value)), Some(value), there);
                }
                for value in found.iter().filter(|value| !known.contains(value)) {
                    self.walk(&Fact, &below(path, name(value)), None, Some(value));
                }
            }
            _ => {
                let facts = count(shape, truth);
                self.report.differ(path, Kind::Differs, facts, Some(truth), Some(dump));
            }
        }
    }
}

/// How many facts a value of the truth holds.
fn count(shape: &Shape, truth: &Value) -> usize {
    match (shape, truth) {
        (Stream, Value::Array(known)) if known.len() > 2 => 0,
        (Record(keys), Value::Object(known)) => {
            keys.iter().filter_map(|(key, shape)| Some(count(shape, known.get(*key)?))).sum()
        }
        (Map(shape), Value::Object(known)) => known.values().map(|v| count(shape, v)).sum(),
        (List(shape), Value::Array(known)) => known.iter().map(|v| count(shape, v)).sum(),
        (Set, Value::Array(known)) => known.len(),
        _ => 1,
    }
}

fn name(value: &Value) -> &str {
    value.as_str().unwrap_or("?")
}

/// The JSON pointer of a key below a path. Control characters are escaped: stream names have
/// them, and the list of exceptions is a file of lines.
fn below(path: &str, key: &str) -> String {
    let mut pointer = format!("{path}/");
    for c in key.chars() {
        match c {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            c if c.is_control() => pointer.extend(c.escape_default()),
            c => pointer.push(c),
        }
    }
    pointer
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn truth() -> Value {
        json!({
            "file": "a.msg", "sha256": "aa", "bytes": 3, "readers": {"x": "ok"},
            "streams": {"s/\u{1}x": [1, "bb"], "t": [0, "ee", "incomplete: declared 9"]},
            "storages": ["p", "q"],
            "named_properties": {"8000": {"guid": "{g}", "kind": "lid", "lid": "00000001"}},
            "message": {
                "subject": "hello", "html": null, "poi_date": 1,
                "body": {"type": "001F", "text": {"chars": 1, "sha256": "dd", "first80": "x"}},
                "properties": {"0037001F": [{"flags": 6, "size": 10, "sha256": "cc", "text": "x"}]},
                "recipients": [{"storage": "r0", "type": 1}],
                "attachments": [{"storage": "a0", "message": {"subject": "inner"}}],
            },
        })
    }

    type Edit = fn(&mut Value);

    /// Paths and kinds of the differences after an edit of a dump that was equal.
    fn after(expected: Expected, edit: impl Fn(&mut Value)) -> Vec<(String, Kind)> {
        let mut dump = truth();
        edit(&mut dump);
        let report = compare(expected, &truth(), &dump);
        report.differences.into_iter().map(|d| (d.path, d.kind)).collect()
    }

    fn one(path: &str, kind: Kind) -> Vec<(String, Kind)> {
        vec![(path.to_owned(), kind)]
    }

    #[test]
    fn the_same_facts_are_equal_whatever_else_there_is() {
        let dump = json!({
            "file": "a.msg", "sha256": "aa", "bytes": 3, "version": 1,
            "streams": {"t": [9, "ff"], "s/\u{1}x": [1, "bb"]},
            "storages": ["q", "p"],
            "named_properties": {"8000": {"guid": "{g}", "kind": "lid", "lid": "00000001"}},
            "message": {
                "subject": "hello", "defects": [],
                "body": {"type": "001F", "text": {"chars": 1, "sha256": "dd"}},
                "properties": {"0037001F": [{"flags": 6, "size": 10, "sha256": "cc"}]},
                "recipients": [{"storage": "r0", "type": 1, "name": null}],
                "attachments": [{"storage": "a0", "message": {"subject": "inner"}}],
            },
        });
        let report = compare(Expected::All, &truth(), &dump);
        assert_eq!(report.differences, []);
        // 3 + stream + 2 storages + 3 of a name + subject, html + body 3 + property 3
        // + recipient 2 + attachment 2.
        assert_eq!((report.facts, report.equal()), (21, 21));
    }

    #[test]
    fn what_differs_is_found() {
        let cases: [(&str, Value); 8] = [
            ("/sha256", json!("ab")),
            ("/bytes", json!(4)),
            ("/streams/s~1\u{1}x", json!([1, "b0"])),
            ("/named_properties/8000/lid", json!("00000002")),
            ("/message/subject", json!("hallo")),
            ("/message/body/text/sha256", json!("d0")),
            ("/message/properties/0037001F/0/flags", json!(7)),
            ("/message/attachments/0/message/subject", json!("other")),
        ];
        for (path, value) in cases {
            let shown = path.replace('\u{1}', "\\u{1}");
            for expected in [Expected::All, Expected::PartOrError] {
                let found =
                    after(expected, |dump| *dump.pointer_mut(path).unwrap() = value.clone());
                assert_eq!(found, one(&shown, Kind::Differs));
            }
        }
    }

    #[test]
    fn what_is_missing_or_too_much_is_found() {
        let all = |edit: Edit| after(Expected::All, edit);
        let part = |edit: Edit| after(Expected::PartOrError, edit);

        let missing: [(&str, Edit); 5] = [
            ("/message", |d| d["message"] = Value::Null),
            ("/message/recipients/0", |d| d["message"]["recipients"] = json!([])),
            ("/storages/q", |d| d["storages"] = json!(["p"])),
            ("/message/properties/0037001F", |d| d["message"]["properties"] = json!({})),
            ("/streams/s~1\\u{1}x", |d| d["streams"] = json!({"t": [0, "ee"]})),
        ];
        for (path, edit) in missing {
            assert_eq!(all(edit), one(path, Kind::Missing));
            assert_eq!(part(edit), []);
        }
        let extra: [(&str, Edit); 5] = [
            ("/message/html", |d| d["message"]["html"] = json!({"type": "0102"})),
            ("/message/recipients/1", |d| {
                d["message"]["recipients"] = json!([{"storage": "r0", "type": 1}, {}]);
            }),
            ("/storages/r", |d| d["storages"] = json!(["p", "q", "r"])),
            ("/message/properties/0037001F/0/fixed", |d| {
                d["message"]["properties"]["0037001F"][0]["fixed"] = json!("00");
            }),
            ("/streams/u", |d| d["streams"]["u"] = json!([0, "ee"])),
        ];
        for (path, edit) in extra {
            assert_eq!(all(edit), one(path, Kind::Extra));
            assert_eq!(part(edit), one(path, Kind::Extra));
        }
    }

    #[test]
    fn a_missing_part_counts_with_all_its_facts() {
        let mut dump = truth();
        dump["message"]["body"] = Value::Null;
        let report = compare(Expected::All, &truth(), &dump);
        assert_eq!((report.facts, report.equal()), (21, 18));
        let report = Report::failed(&truth(), "crash");
        assert_eq!((report.facts, report.equal()), (21, 0));
    }

    #[test]
    fn a_wrong_shape_is_a_difference() {
        let found = after(Expected::All, |dump| dump["message"]["recipients"] = json!("none"));
        assert_eq!(found, one("/message/recipients", Kind::Differs));
    }

    #[test]
    fn a_damaged_file_may_end_in_an_error_or_leave_streams_unread() {
        let error = json!({"file": "a.msg", "error": "directory loop"});
        assert_eq!(compare(Expected::PartOrError, &truth(), &error).differences, []);
        assert_eq!(compare(Expected::All, &truth(), &error).equal(), 0);
        let unread = |dump: &mut Value| dump["streams"]["s/\u{1}x"] = json!({"error": "loop"});
        assert_eq!(after(Expected::PartOrError, unread), []);
        assert_eq!(after(Expected::All, unread), one("/streams/s~1\\u{1}x", Kind::Differs));
        let wrong = json!({"file": "b.msg", "error": "directory loop"});
        assert_eq!(compare(Expected::PartOrError, &truth(), &wrong).differences.len(), 1);
    }

    #[test]
    fn a_file_of_no_known_kind_needs_an_error() {
        let error = json!({"file": "a.msg", "error": "no"});
        assert_eq!(compare(Expected::Error, &truth(), &error).differences, []);
        assert_eq!(after(Expected::Error, |_| ()), one("/error", Kind::Differs));
        let tnef = |error: &str| {
            let dump = json!({"file": "a.msg", "sha256": "aa", "bytes": 3, "error": error});
            compare(Expected::Tnef, &truth(), &dump).differences.len()
        };
        assert_eq!(tnef("not a compound file"), 0);
        assert_eq!(tnef("no"), 1);
        let bare = json!({"file": "a.msg", "error": "not a compound file"});
        assert_eq!(compare(Expected::Tnef, &truth(), &bare).differences.len(), 2);
    }

    #[test]
    fn the_truth_says_what_to_expect() {
        let of = |kind: &str, expect: Value| Expected::of(&json!({"kind": kind, "expect": expect}));
        assert_eq!(of("msg", Value::Null), Expected::All);
        assert_eq!(of("msg", json!("readable: every reader …")), Expected::All);
        assert_eq!(of("msg", json!("open must fail with an error")), Expected::Error);
        assert_eq!(of("cfb", json!("must end quickly, in an error or …")), Expected::PartOrError);
        assert_eq!(
            of("msg", json!("fuzzed: must end quickly in an error or …")),
            Expected::PartOrError
        );
        assert_eq!(of("tnef", Value::Null), Expected::Tnef);
    }
}
