//! Random operations on a message and on a simple model give the same answers, saved and reopened
//! at random points. `OPENIMSG_MODEL_RUNS` says how many sequences of 50 are tried (default 100).

use std::collections::BTreeMap;

use openimsg_message::imapi::{MessageObject, ModifyRecipients, OpenAccess, PropObject, Value};
use openimsg_message::rules::Access;
use openimsg_message::table::Advance;
use openimsg_props::{Attributes, PropId, PropTag, PropType, PropValue, SCode, tags};

use super::*;

/// What a message holds, as plainly as can be.
#[derive(Clone, Default)]
struct Model {
    props: BTreeMap<u16, (PropValue<'static>, u32)>,
    recipients: BTreeMap<u32, String>,
    next_recipient: u32,
    attachments: BTreeMap<u32, String>,
    next_attachment: u32,
    /// Behind the highest number that was ever saved into the message.
    saved_attachments: u32,
    /// Attachments that the table shows.
    shown: Vec<u32>,
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

    fn value(&mut self) -> PropValue<'static> {
        let n = self.small(5);
        match self.below(5) {
            0 => PropValue::Long(n.cast_signed()),
            1 => format!("text {n} ü").into(),
            2 => vec![7_u8; usize::try_from(n).unwrap()].into(),
            3 => PropValue::Boolean(n > 2),
            _ => PropValue::MvUnicode(vec![format!("{n}").into(), "x".into()]),
        }
    }
}

/// Properties that nothing follows from.
const FIRST: u16 = 0x6000;

fn tag(id: u16, kind: PropType) -> PropTag {
    PropTag::new(PropId(id), kind)
}

impl Model {
    fn may(&self, id: u16, bit: u32) -> bool {
        self.props.get(&id).is_none_or(|(_, attributes)| attributes & bit != 0)
    }

    fn get(&self, id: u16) -> Result<PropValue<'static>, SCode> {
        match self.props.get(&id) {
            None => Err(SCode::MAPI_E_NOT_FOUND),
            Some(_) if !self.may(id, 2) => Err(SCode::MAPI_E_NO_ACCESS),
            Some((value, _)) => Ok(value.clone()),
        }
    }

    fn set(&mut self, id: u16, value: PropValue<'static>) -> Option<SCode> {
        if !self.may(id, 4) {
            return Some(SCode::MAPI_E_NO_ACCESS);
        }
        let attributes = self.props.get(&id).map_or(6, |(_, attributes)| *attributes);
        self.props.insert(id, (value, attributes));
        None
    }

    fn delete(&mut self, id: u16) -> Option<SCode> {
        match self.props.get(&id) {
            None => Some(SCode::MAPI_E_NOT_FOUND),
            Some((_, attributes)) if attributes & 5 != 4 => Some(SCode::MAPI_E_NO_ACCESS),
            Some(_) => {
                self.props.remove(&id);
                None
            }
        }
    }
}

fn names_of_recipients(message: &MessageObject) -> Vec<(u32, String)> {
    let mut table = message.recipient_table(true);
    table.set_columns(&[tags::PR_ROWID, tags::PR_DISPLAY_NAME]).unwrap();
    let rows = table.query_rows(&message.recipient_rows(true), i32::MAX, Advance::Stay).unwrap();
    rows.iter()
        .map(|row| (row[0].value.as_u32().unwrap(), row[1].value.as_str().unwrap().to_owned()))
        .collect()
}

/// Everything is as the model has it.
fn compare(message: &MessageObject, model: &Model, what: &str) {
    for id in FIRST..FIRST + 8 {
        let answer = message.prop(tag(id, PropType::UNSPECIFIED), true);
        assert_eq!(answer.map_err(|e| e.scode()), model.get(id), "{what}: {id:04X}");
        let attributes = model.props.get(&id).map_or(8, |(_, attributes)| *attributes);
        let words = message.attributes(&[tag(id, PropType::LONG)]);
        assert_eq!(words, [Attributes(attributes)], "{what}: {id:04X}");
    }
    let listed = message.prop_list(true).iter().filter(|tag| tag.id().0 & 0xFFF8 == FIRST).count();
    assert_eq!(listed, model.props.len(), "{what}");
    let recipients: Vec<(u32, String)> =
        model.recipients.iter().map(|(number, name)| (*number, name.clone())).collect();
    assert_eq!(names_of_recipients(message), recipients, "{what}");
    let mut table = message.attachment_table(true);
    let rows = message.attachment_rows(true);
    let shown = table.query_rows(&rows, i32::MAX, Advance::Stay).unwrap();
    let shown: Vec<u32> = shown.iter().map(|row| row[0].value.as_u32().unwrap()).collect();
    assert_eq!(shown, model.shown, "{what}");
    for (number, name) in &model.attachments {
        assert_eq!(text(&open(message, *number), tags::PR_DISPLAY_NAME), *name, "{what}");
    }
}

#[test]
fn a_message_is_like_its_model() {
    let runs = std::env::var("OPENIMSG_MODEL_RUNS").ok().and_then(|runs| runs.parse().ok());
    for run in 0..runs.unwrap_or(100) {
        sequence(run);
    }
}

fn sequence(run: u64) {
    let mut random = Random(run);
    let mut message = if run.is_multiple_of(4) { ansi() } else { new() };
    let (mut model, mut saved) = (Model::default(), Model::default());
    message.save_changes(RW).unwrap();
    for step in 0..50 {
        let what = format!("run {run}, step {step}");
        let id = FIRST + u16::try_from(random.below(8)).unwrap();
        match random.below(13) {
            0..=3 => {
                let values: Vec<Value> = (0..=random.below(2))
                    .map(|n| {
                        let value = random.value();
                        let id = FIRST + (id - FIRST + u16::try_from(n).unwrap()) % 8;
                        Value::new(tag(id, value.kind()), value)
                    })
                    .collect();
                let problems = message.set_props(&values).unwrap();
                for value in &values {
                    let expected = model.set(value.tag.id().0, value.value.clone());
                    assert_eq!(problems.of(value.tag), expected, "{what}");
                }
            }
            4 => {
                let problems = message.delete_props(&[tag(id, PropType::NULL)]).unwrap();
                assert_eq!(problems.of(tag(id, PropType::NULL)), model.delete(id), "{what}");
            }
            5 => {
                let attributes = random.small(8);
                let tag = tag(id, PropType::LONG);
                let problems = message.set_attributes(&[tag], &[Attributes(attributes)]).unwrap();
                let there = model.props.get_mut(&id);
                let missing = there.is_none().then_some(SCode::MAPI_E_NOT_FOUND);
                assert_eq!(problems.of(tag), missing, "{what}");
                if let Some((_, stored)) = there {
                    *stored = attributes;
                }
            }
            6 => {
                let name = format!("new {}", random.small(9));
                let row = vec![Value::new(tags::PR_DISPLAY_NAME, name.clone())];
                message.modify_recipients(ModifyRecipients::Add, &[row]).unwrap();
                model.recipients.insert(model.next_recipient, name);
                model.next_recipient += 1;
            }
            7 => {
                let number = random.small(6);
                let name = format!("changed {step}");
                let row = vec![
                    Value::new(tags::PR_ROWID, number.cast_signed()),
                    Value::new(tags::PR_DISPLAY_NAME, name.clone()),
                ];
                let how = match random.below(2) {
                    0 => ModifyRecipients::Modify,
                    _ => ModifyRecipients::Remove,
                };
                let done = message.modify_recipients(how, &[row]);
                match model.recipients.get_mut(&number) {
                    None => assert_eq!(done, Err(SCode::MAPI_E_NOT_FOUND.into()), "{what}"),
                    Some(_) if how == ModifyRecipients::Remove => {
                        model.recipients.remove(&number);
                        assert_eq!(done, Ok(()), "{what}");
                    }
                    Some(own) => {
                        *own = name;
                        assert_eq!(done, Ok(()), "{what}");
                    }
                }
            }
            8 => {
                let mut attachment = message.create_attachment().unwrap();
                assert_eq!(attachment.number(), model.next_attachment, "{what}");
                let name = format!("file {step}");
                set(&mut attachment, tags::PR_DISPLAY_NAME, name.clone());
                model.next_attachment += 1;
                // One in four is let go without being saved.
                if random.below(4) > 0 {
                    attachment.save_changes(RW, &mut message).unwrap();
                    model.attachments.insert(attachment.number(), name);
                    model.saved_attachments = model.next_attachment;
                }
            }
            9 => {
                let number = random.small(6);
                let opened = message.open_attachment(number, None, OpenAccess::Modify);
                match model.attachments.get_mut(&number) {
                    None => {
                        assert_eq!(
                            opened.map(|_| ()).unwrap_err().scode(),
                            SCode::MAPI_E_NOT_FOUND
                        );
                    }
                    Some(name) => {
                        let mut attachment = opened.unwrap();
                        *name = format!("changed {step}");
                        set(&mut attachment, tags::PR_DISPLAY_NAME, name.clone());
                        attachment.save_changes(RW, &mut message).unwrap();
                    }
                }
            }
            10 => {
                let number = random.small(6);
                let done = message.delete_attachment(number);
                let there = model.attachments.remove(&number).is_some();
                let expected = if there { Ok(()) } else { Err(SCode::MAPI_E_NOT_FOUND.into()) };
                assert_eq!(done, expected, "{what}");
                model.shown.retain(|other| *other != number);
            }
            11 => {
                message.save_changes(RW).unwrap();
                model.shown = model.attachments.keys().copied().collect();
                saved = model.clone();
                // A number that was given and not saved is not in the file.
                saved.next_attachment = saved.saved_attachments;
            }
            _ => {
                // What was not saved is lost; numbers that were never saved are free again.
                message = reopened(&message, Access::Modify);
                message.save_changes(RW).unwrap();
                model = saved.clone();
            }
        }
        compare(&message, &model, &what);
    }
}
