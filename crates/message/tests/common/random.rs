//! Messages at random, as lists of edits that can be made in any order.

use openimsg_base::{CodePage, FileTime, Guid};
use openimsg_message::edit::{Clock, Ids, MessageEdit, Options, Person, State, Strings};
use openimsg_message::{AttachmentData, Message, Object, RecipientType};
use openimsg_props::named::NamedProperty;
use openimsg_props::{AppTime, Currency, PropId, PropTag, PropValue, Text, guids};
use openimsg_storage::Store;

/// Numbers that follow from a seed.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x5DEE_CE66)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut x = self.0;
        x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        x ^ (x >> 31)
    }

    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    fn bytes(&mut self, max: u64) -> Vec<u8> {
        let len = if self.below(20) == 0 { self.below(max * 40) } else { self.below(max) };
        (0..len).map(|_| self.next().to_le_bytes()[0]).collect()
    }

    /// Text that code page 1252 has, mostly; never with NULs.
    fn text(&mut self, narrow: bool) -> String {
        const WIDE: [char; 8] = ['ж', '☃', '\u{1F600}', '日', 'a', ' ', 'é', '\u{FEFF}'];
        const NARROW: [char; 8] = ['a', 'B', ' ', 'é', '€', ':', 'ü', '\n'];
        let len = if self.below(10) == 0 { self.below(3000) } else { self.below(30) };
        let letters = if narrow { NARROW } else { WIDE };
        let mut text: String = (0..len)
            .map(|_| match self.below(4) {
                0 => letters[usize::try_from(self.below(8)).unwrap()],
                _ => char::from(b'a' + u8::try_from(self.below(26)).unwrap()),
            })
            .collect();
        text.push('.');
        text
    }
}

/// One edit. No two of a script are about the same property.
#[derive(Clone)]
pub(crate) enum Step {
    Set(PropTag, PropValue<'static>),
    Named(NamedProperty, PropValue<'static>),
    Subject(String),
    Sender(Person),
    Html(String, Option<String>),
    Text(String),
    State(State),
}

/// A message as a list of edits.
#[derive(Clone)]
pub(crate) struct Script {
    pub(crate) ansi: Option<CodePage>,
    steps: Vec<Step>,
    recipients: Vec<(RecipientType, Person, Vec<Step>)>,
    files: Vec<(String, Vec<u8>, Vec<Step>)>,
    inner: Option<Box<Script>>,
}

pub(crate) fn options(ansi: Option<CodePage>) -> Options {
    let time = FileTime::from_raw(0x01DC_0000_0000_0000);
    let strings = ansi.map_or(Strings::Unicode, Strings::Ansi);
    Options { clock: Clock::Fixed(time), ids: Ids::Seeded(7), strings, ..Options::default() }
}

impl Script {
    pub(crate) fn random(random: &mut Random, depth: u64) -> Self {
        let ansi = (depth == 0 && random.below(4) == 0).then_some(CodePage::WINDOWS_1252);
        Script::of(random, depth, ansi)
    }

    fn of(random: &mut Random, depth: u64, ansi: Option<CodePage>) -> Self {
        let narrow = ansi.is_some();
        let person = |random: &mut Random| match random.below(4) {
            0 => Person::exchange(random.text(narrow), "/o=X/cn=someone", "a@example.org"),
            1 => Person::named(random.text(narrow)),
            _ => Person::smtp(random.text(narrow), format!("p{}@example.org", random.below(100))),
        };
        let mut steps = values(random, narrow, 12);
        if random.below(4) > 0 {
            let prefix = ["", "RE: ", "AW: "][usize::try_from(random.below(3)).unwrap()];
            steps.push(Step::Subject(format!("{prefix}{}", random.text(narrow))));
        }
        if random.below(2) > 0 {
            steps.push(Step::Sender(person(random)));
        }
        match random.below(4) {
            0 => {}
            1 => steps.push(Step::Text(random.text(narrow))),
            2 => steps.push(Step::Html(format!("<p>{}</p>", random.text(narrow)), None)),
            _ => {
                let text = random.text(narrow);
                steps.push(Step::Html(format!("<b>{}</b>", random.text(true)), Some(text)));
            }
        }
        let states = [
            State::Draft,
            State::Sent,
            State::Received { read: false },
            State::Received { read: true },
        ];
        steps.push(Step::State(states[usize::try_from(random.below(4)).unwrap()]));
        let recipients = (0..random.below(4))
            .map(|_| {
                let kind = RecipientType(u32::try_from(random.below(4)).unwrap());
                (kind, person(random), values(random, narrow, 2))
            })
            .collect();
        let files = (0..random.below(3))
            .map(|_| {
                let name = format!("{}.txt", random.text(narrow));
                (name, random.bytes(3000), values(random, narrow, 2))
            })
            .collect();
        let inner = (depth < 2 && random.below(5) == 0)
            .then(|| Box::new(Script::of(random, depth + 1, ansi)));
        Script { ansi, steps, recipients, files, inner }
    }

    /// Puts the edits into another order; that of recipients and attachments is content.
    pub(crate) fn shuffle(&mut self, random: &mut Random) {
        let mut shuffle = |steps: &mut Vec<Step>| {
            for i in (1..steps.len()).rev() {
                let j = usize::try_from(random.below(u64::try_from(i).unwrap() + 1)).unwrap();
                steps.swap(i, j);
            }
        };
        shuffle(&mut self.steps);
        self.recipients.iter_mut().for_each(|(.., steps)| shuffle(steps));
        self.files.iter_mut().for_each(|(.., steps)| shuffle(steps));
        if let Some(inner) = &mut self.inner {
            inner.shuffle(random);
        }
    }

    /// The message that the edits make.
    pub(crate) fn message(&self) -> MessageEdit {
        let mut message = MessageEdit::new(options(self.ansi)).unwrap();
        self.fill(&mut message);
        message
    }

    fn fill(&self, message: &mut MessageEdit) {
        let (before, after) = self.steps.split_at(self.steps.len() / 2);
        before.iter().for_each(|step| step.apply(message));
        for (kind, person, steps) in &self.recipients {
            let mut recipient = message.new_recipient().unwrap();
            recipient.set_person(person).unwrap();
            recipient.set_type(*kind).unwrap();
            steps.iter().for_each(|step| step.apply_to(&mut recipient));
            recipient.save(message).unwrap();
        }
        for (name, bytes, steps) in &self.files {
            let mut attachment = message.new_attachment().unwrap();
            steps.iter().for_each(|step| step.apply_to(&mut attachment));
            attachment.set_file(name, bytes.clone()).unwrap();
            attachment.save(message).unwrap();
        }
        if let Some(inner) = &self.inner {
            let mut attachment = message.new_attachment().unwrap();
            let mut embedded = attachment.new_message().unwrap();
            inner.fill(&mut embedded);
            embedded.save(&mut attachment).unwrap();
            attachment.save(message).unwrap();
        }
        after.iter().for_each(|step| step.apply(message));
    }

    /// Makes the edits of the message itself once more.
    pub(crate) fn apply(&self, message: &mut MessageEdit) {
        self.steps.iter().for_each(|step| step.apply(message));
    }

    /// That all that was set is there.
    pub(crate) fn is_in<S: Store>(&self, message: &Message<'_, S>, seed: u64) {
        self.steps.iter().for_each(|step| step.is_in(message, seed));
        for (recipient, (kind, person, steps)) in message.recipients().zip(&self.recipients) {
            let recipient = recipient.unwrap();
            assert_eq!(recipient.recipient_type(), Some(*kind), "seed {seed}");
            assert_eq!(recipient.name().unwrap().unwrap().as_str(), person.display_name());
            steps.iter().for_each(|step| step.is_in(&recipient, seed));
        }
        let mut attachments = message.attachments();
        assert_eq!(attachments.len(), self.files.len() + usize::from(self.inner.is_some()));
        for (_, bytes, steps) in &self.files {
            let attachment = attachments.next().unwrap().unwrap();
            let AttachmentData::Bytes { stream, .. } = attachment.data().unwrap() else {
                unreachable!("seed {seed}")
            };
            assert!(*attachment.store().content(&stream).unwrap() == **bytes, "seed {seed}");
            steps.iter().for_each(|step| step.is_in(&attachment, seed));
        }
        if let Some(inner) = &self.inner {
            let attachment = attachments.next().unwrap().unwrap();
            inner.is_in(&attachment.message().unwrap().unwrap(), seed);
        }
    }
}

impl Step {
    fn apply(&self, message: &mut MessageEdit) {
        match self {
            Step::Set(..) | Step::Named(..) => self.apply_to(message),
            Step::Subject(subject) => message.set_subject(subject).unwrap(),
            Step::Sender(person) => message.set_sender(person).unwrap(),
            Step::Html(html, text) => message.set_html_body(html, text.as_deref()).unwrap(),
            Step::Text(text) => message.set_text_body(text).unwrap(),
            Step::State(state) => message.set_state(*state).unwrap(),
        }
    }

    fn apply_to(&self, object: &mut openimsg_message::edit::ObjectEdit) {
        match self {
            Step::Set(tag, value) => object.set(*tag, value.clone()).unwrap(),
            Step::Named(name, value) => object.set_named(name, value.clone()).unwrap(),
            _ => {}
        }
    }

    fn is_in<S: Store>(&self, object: &Object<'_, S>, seed: u64) {
        let same = |stored: &PropValue<'_>, set: &PropValue<'_>| match (stored, set) {
            (stored, set) if stored.as_str().is_some() => stored.as_str() == set.as_str(),
            (stored, set) if stored.as_texts().is_some() => stored.as_texts() == set.as_texts(),
            (stored, set) => stored == set,
        };
        match self {
            Step::Set(tag, value) => {
                let stored = object.get_id(tag.id()).unwrap().unwrap();
                assert!(same(&stored.value, value), "seed {seed}: {tag}");
                assert_eq!(stored.defect, None, "seed {seed}: {tag}");
            }
            Step::Named(name, value) => {
                let stored = object.get_named(name).unwrap().unwrap();
                assert!(same(&stored.value, value), "seed {seed}: {name:?}");
            }
            Step::Subject(subject) => {
                let stored = object.text(PropId(0x0037)).unwrap().unwrap();
                assert_eq!(stored.as_str(), subject, "seed {seed}");
            }
            _ => {}
        }
    }
}

/// Properties of any type under identifiers that nothing follows from.
fn values(random: &mut Random, narrow: bool, max: u64) -> Vec<Step> {
    let mut ids = Vec::new();
    (0..random.below(max))
        .filter_map(|_| {
            let value = value(random, narrow);
            let number = u16::try_from(random.below(40)).unwrap();
            if random.below(3) > 0 {
                let id = PropId(0x6700 + number);
                let is_new = !ids.contains(&id);
                ids.push(id);
                let set = || Step::Set(PropTag::new(id, value.kind()), value.clone());
                return is_new.then(set);
            }
            let set = [guids::PS_PUBLIC_STRINGS, guids::PSETID_TASK, guids::PS_INTERNET_HEADERS];
            let set = set[usize::from(number % 3)];
            let name = match number % 2 {
                0 => NamedProperty::lid(set, 0x8100 + u32::from(number)),
                _ => NamedProperty::from_name(set, format!("x-{number}")),
            };
            let id = PropId(0x8000 + number);
            let is_new = !ids.contains(&id);
            ids.push(id);
            is_new.then_some(Step::Named(name, value))
        })
        .collect()
}

fn value(random: &mut Random, narrow: bool) -> PropValue<'static> {
    let bits = random.next();
    let signed = bits.cast_signed();
    let small = i32::from_le_bytes(bits.to_le_bytes()[..4].try_into().unwrap());
    let short = i16::from_le_bytes(bits.to_le_bytes()[..2].try_into().unwrap());
    let guid = Guid::from_u128(u128::from(bits));
    let time = FileTime::from_raw(bits >> 4);
    let count = random.below(4) + 1;
    match random.below(20) {
        0 => PropValue::I2(short),
        1 => PropValue::Float(f32::from(short)),
        2 => PropValue::Double(f64::from(small)),
        3 => PropValue::Currency(Currency(signed)),
        4 => PropValue::AppTime(AppTime(f64::from(small))),
        5 => PropValue::Boolean(bits.is_multiple_of(2)),
        6 => PropValue::I8(signed),
        7 => PropValue::SysTime(time),
        8 => PropValue::Clsid(guid),
        9 => PropValue::from(random.bytes(200)),
        10 => PropValue::MvLong((0..count).map(|_| small).collect()),
        11 => PropValue::MvI8((0..count).map(|_| signed).collect()),
        12 => PropValue::MvSysTime((0..count).map(|_| time).collect()),
        13 => PropValue::MvClsid((0..count).map(|_| guid).collect()),
        14 => PropValue::MvBinary((0..count).map(|_| random.bytes(60).into()).collect()),
        15 | 16 => {
            PropValue::MvUnicode((0..count).map(|_| Text::new(random.text(narrow))).collect())
        }
        17 => PropValue::Long(small),
        _ => PropValue::from(random.text(narrow)),
    }
}
