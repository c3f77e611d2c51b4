//! Random operations on two messages and on simple models of them give the same answers, saved
//! and reopened at random points. `OPENIMSG_MODEL_RUNS` says how many sequences of 50 are tried.

mod copying;
mod state;
mod steps;

use std::io::Read;

use openimsg_message::imapi::{MessageObject, OpenMode, PropObject};
use openimsg_message::rules::Access;
use openimsg_message::table::Advance;
use openimsg_props::{Attributes, PropType, PropValue, tags};

use super::*;
use state::{Data, Key, Model, Names, names};

/// Sequences that are tried unless the environment says another number.
const RUNS: u64 = 40;
const STEPS: u32 = 50;

#[test]
fn messages_are_like_their_models() {
    let runs = std::env::var("OPENIMSG_MODEL_RUNS").ok().and_then(|runs| runs.parse().ok());
    let runs = runs.unwrap_or(RUNS);
    for run in 0..runs {
        sequence(run);
    }
    println!("{runs} sequences of {STEPS} operations");
}

/// A message in a file of its own.
struct File {
    message: MessageObject,
    model: Model,
    names: Names,
    /// The model of the file as it was saved last.
    saved: (Model, Names),
}

fn sequence(run: u64) {
    let mut random = Random(run);
    let mut files = [File::new(run.is_multiple_of(4)), File::new(run.is_multiple_of(3))];
    for step in 0..STEPS {
        let what = format!("run {run}, step {step}");
        let [one, other] = &mut files;
        match random.below(18) {
            0 => {
                copying::step(&mut random, one, other, &what);
                other.compare(&what);
            }
            1 => {
                copying::step(&mut random, other, one, &what);
                other.compare(&what);
            }
            2 | 3 => one.save(),
            4 => one.reopen(),
            _ => steps::step(&mut random, &mut one.message, &mut one.model, &mut one.names, &what),
        }
        one.compare(&what);
        if random.below(8) == 0 {
            files.swap(0, 1);
        }
    }
}

impl File {
    fn new(narrow: bool) -> File {
        let mut message = if narrow { ansi() } else { new() };
        message.save_changes(RW).unwrap();
        File { message, model: Model::default(), names: Names::new(), saved: Default::default() }
    }

    fn save(&mut self) {
        self.message.save_changes(RW).unwrap();
        self.model.settle();
        self.saved = (self.model.opened(), self.names.clone());
    }

    /// What was not saved is lost; numbers that were never saved are free again.
    fn reopen(&mut self) {
        self.message = reopened(&self.message, Access::Modify);
        self.message.save_changes(RW).unwrap();
        (self.model, self.names) = self.saved.clone();
    }

    fn compare(&self, what: &str) {
        compare(&self.message, &self.model, &self.names, what);
    }
}

/// Everything is as the model has it.
fn compare(message: &MessageObject, model: &Model, known: &Names, what: &str) {
    for key in Key::all() {
        let tag = key.tag(known, PropType::UNSPECIFIED);
        let answer = message.prop(tag, true).map_err(|error| error.scode());
        assert_eq!(answer, model.get(key), "{what}: {key:?}");
        let attributes = model.props.get(&key).map_or(8, |(_, attributes)| *attributes);
        assert_eq!(message.attributes(&[tag]), [Attributes(attributes)], "{what}: {key:?}");
    }
    let listed = message.prop_list(true);
    let listed = listed.iter().filter(|tag| Key::of(tag.id(), known).is_some()).count();
    assert_eq!(listed, model.props.len(), "{what}");

    let mut table = message.recipient_table(true);
    table.set_columns(&[tags::PR_ROWID, tags::PR_DISPLAY_NAME]).unwrap();
    let rows = table.query_rows(&message.recipient_rows(true), i32::MAX, Advance::Stay).unwrap();
    let pair = |row: &Vec<Value>| {
        (row[0].value.as_u32().unwrap(), row[1].value.as_str().unwrap().to_owned())
    };
    let recipients: Vec<(u32, String)> = rows.iter().map(pair).collect();
    let expected: Vec<(u32, String)> =
        model.recipients.iter().map(|(number, name)| (*number, name.clone())).collect();
    assert_eq!(recipients, expected, "{what}");

    let mut table = message.attachment_table(true);
    let rows = message.attachment_rows(true);
    let shown = table.query_rows(&rows, i32::MAX, Advance::Stay).unwrap();
    let shown: Vec<u32> = shown.iter().map(|row| row[0].value.as_u32().unwrap()).collect();
    assert_eq!(shown, model.shown, "{what}");
    for (number, attached) in &model.attachments {
        let attachment = open(message, *number);
        let what = format!("{what}, attachment {number}");
        assert_eq!(text(&attachment, tags::PR_ATTACH_PATHNAME), attached.name, "{what}");
        let mut bytes = Vec::new();
        let stream = attachment.open_stream(tags::PR_ATTACH_DATA_BIN, OpenMode::Read);
        let inner = attachment.open_message(OpenMode::Read).map_err(|error| error.scode());
        match &attached.data {
            Data::Nothing => {
                assert_eq!(stream.unwrap_err().scode(), SCode::MAPI_E_NOT_FOUND, "{what}");
                assert_eq!(inner.unwrap_err(), SCode::MAPI_E_NOT_FOUND, "{what}");
            }
            Data::Bytes(expected) => {
                stream.unwrap().read_to_end(&mut bytes).unwrap();
                assert_eq!(bytes, *expected, "{what}");
                let code = inner.unwrap_err();
                assert_eq!(code, SCode::MAPI_E_INTERFACE_NOT_SUPPORTED, "{what}");
            }
            Data::Message(model) => {
                let code = stream.unwrap_err().scode();
                assert_eq!(code, SCode::MAPI_E_INTERFACE_NOT_SUPPORTED, "{what}");
                compare(&inner.unwrap(), model, known, &what);
            }
        }
    }
}

struct Random(u64);

impl Random {
    /// splitmix64.
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut x = self.0;
        x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (x ^ (x >> 31)) % n
    }

    fn small(&mut self, n: u32) -> u32 {
        u32::try_from(self.below(n.into())).unwrap()
    }

    fn flag(&mut self) -> bool {
        self.below(2) == 0
    }

    fn key(&mut self) -> Key {
        Key::nth(u16::try_from(self.below(0x1_0000)).unwrap())
    }

    fn names(&mut self) -> Vec<u16> {
        names().filter(|_| self.flag()).collect()
    }

    fn value(&mut self) -> PropValue<'static> {
        let n = self.small(5);
        match self.below(6) {
            0 => PropValue::Long(n.cast_signed()),
            1 | 2 => format!("text {n} ü").into(),
            3 => vec![7_u8; usize::try_from(n).unwrap()].into(),
            4 => PropValue::Boolean(n > 2),
            _ => PropValue::MvUnicode(vec![format!("{n}").into(), "x".into()]),
        }
    }
}
