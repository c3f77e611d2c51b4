//! What a message holds, as plainly as can be, and what it should answer.

use std::collections::BTreeMap;

use openimsg_props::guids::PS_PUBLIC_STRINGS;
use openimsg_props::named::NamedProperty;
use openimsg_props::{PropId, PropTag, PropType, PropValue, SCode};

/// A message.
#[derive(Clone, Default)]
pub(super) struct Model {
    pub(super) props: BTreeMap<Key, (PropValue<'static>, u32)>,
    pub(super) recipients: BTreeMap<u32, String>,
    pub(super) next_recipient: u32,
    pub(super) attachments: BTreeMap<u32, Attached>,
    pub(super) next_attachment: u32,
    /// Behind the highest number that was ever saved into the message.
    pub(super) saved_attachments: u32,
    /// Attachments that the table shows.
    pub(super) shown: Vec<u32>,
}

/// An attachment.
#[derive(Clone, Default)]
pub(super) struct Attached {
    pub(super) name: String,
    pub(super) data: Data,
}

/// What is attached.
#[derive(Clone, Default)]
pub(super) enum Data {
    #[default]
    Nothing,
    Bytes(Vec<u8>),
    Message(Model),
}

/// A property that nothing follows from: one with a fixed identifier, or a named one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    Id(u16),
    Name(u16),
}

/// The identifiers that a file has for names.
pub(super) type Names = BTreeMap<u16, PropId>;

const FIRST: u16 = 0x6000;
const IDS: u16 = 6;
const NAMES: u16 = 4;

impl Key {
    pub(super) fn all() -> impl Iterator<Item = Key> {
        (0..IDS).map(|n| Key::Id(FIRST + n)).chain((0..NAMES).map(Key::Name))
    }

    pub(super) fn nth(n: u16) -> Key {
        Key::all().nth(usize::from(n % (IDS + NAMES))).unwrap()
    }

    /// The property in a file; an identifier that no name has, if it does not know the name.
    pub(super) fn tag(self, names: &Names, kind: PropType) -> PropTag {
        let id = match self {
            Key::Id(id) => PropId(id),
            Key::Name(n) => names.get(&n).copied().unwrap_or(PropId(0x8700 + n)),
        };
        PropTag::new(id, kind)
    }

    pub(super) fn of(id: PropId, names: &Names) -> Option<Key> {
        let name = names.iter().find(|(_, known)| **known == id).map(|(n, _)| Key::Name(*n));
        name.or((FIRST..FIRST + IDS).contains(&id.0).then_some(Key::Id(id.0)))
    }
}

/// A name; half of them are numbers.
pub(super) fn name(n: u16) -> NamedProperty {
    match n % 2 {
        0 => NamedProperty::lid(PS_PUBLIC_STRINGS, 0x100 + u32::from(n)),
        _ => NamedProperty::name(PS_PUBLIC_STRINGS, ["one", "two"][usize::from(n / 2 % 2)]),
    }
}

pub(super) fn names() -> impl Iterator<Item = u16> {
    0..NAMES
}

impl Model {
    fn may(&self, key: Key, bit: u32) -> bool {
        self.props.get(&key).is_none_or(|(_, attributes)| attributes & bit != 0)
    }

    pub(super) fn get(&self, key: Key) -> Result<PropValue<'static>, SCode> {
        match self.props.get(&key) {
            None => Err(SCode::MAPI_E_NOT_FOUND),
            Some(_) if !self.may(key, 2) => Err(SCode::MAPI_E_NO_ACCESS),
            Some((value, _)) => Ok(value.clone()),
        }
    }

    pub(super) fn set(
        &mut self,
        key: Key,
        value: PropValue<'static>,
        names: &Names,
    ) -> Result<(), SCode> {
        self.may_set(key)?;
        match key {
            Key::Name(n) if !names.contains_key(&n) => Err(SCode::MAPI_E_UNEXPECTED_ID),
            _ => {
                self.put(key, value);
                Ok(())
            }
        }
    }

    pub(super) fn may_set(&self, key: Key) -> Result<(), SCode> {
        if self.may(key, 4) { Ok(()) } else { Err(SCode::MAPI_E_NO_ACCESS) }
    }

    /// Attributes stay, and are the usual ones for a new property.
    pub(super) fn put(&mut self, key: Key, value: PropValue<'static>) {
        self.props.entry(key).or_insert((PropValue::Null, 6)).0 = value;
    }

    pub(super) fn delete(&mut self, key: Key) -> Result<(), SCode> {
        match self.props.get(&key) {
            None => Err(SCode::MAPI_E_NOT_FOUND),
            Some((_, attributes)) if attributes & 5 != 4 => Err(SCode::MAPI_E_NO_ACCESS),
            Some(_) => {
                self.props.remove(&key);
                Ok(())
            }
        }
    }

    pub(super) fn add_recipient(&mut self, name: String) {
        self.recipients.insert(self.next_recipient, name);
        self.next_recipient += 1;
    }

    /// The number of an attachment that is saved at once.
    pub(super) fn attach(&mut self, attached: Attached) {
        self.attachments.insert(self.next_attachment, attached);
        self.next_attachment += 1;
        self.saved_attachments = self.next_attachment;
    }

    /// What is in the table once the message is saved.
    pub(super) fn settle(&mut self) {
        self.shown = self.attachments.keys().copied().collect();
    }

    /// As it is when it is opened again: a number that was given and not saved is not in the file.
    pub(super) fn opened(&self) -> Model {
        Model { next_attachment: self.saved_attachments, ..self.clone() }
    }
}
