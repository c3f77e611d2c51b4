//! Names as builders keep them.

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};
use std::num::NonZero;
use std::ops::Deref;

use zerocopy::{Immutable, IntoBytes};

use crate::Name;
use crate::raw::MAX_NAME_LEN;

/// A name as a builder keeps it: plain ASCII, as nearly all names are, takes half the room, and
/// where there are many, half the time to fetch from memory.
///
/// Labels compare as names do. One that is plain and one that is not are never equal: nothing
/// beyond ASCII folds to it.
#[derive(Debug, Clone, Copy)]
pub enum Label<N = Box<Name>> {
    Plain(Plain),
    /// Beyond ASCII, or empty.
    Other(N),
}

/// At least one character of ASCII: their number, then they, then zeros. So the bytes stand in the
/// format's order of names, upper and lower case apart.
#[derive(Debug, Clone, Copy, IntoBytes, Immutable)]
#[repr(C)]
pub struct Plain {
    len: NonZero<u8>,
    characters: [u8; MAX_NAME_LEN],
}

const _: () = assert!(size_of::<Label>() == 32);

impl Label {
    /// The label of a text that is a legal name of ASCII characters.
    pub(super) fn of_plain(text: &str) -> Option<Label> {
        let len = u8::try_from(text.len()).ok().and_then(NonZero::new)?;
        let mut characters = [0; MAX_NAME_LEN];
        characters.get_mut(..text.len())?.copy_from_slice(text.as_bytes());
        Some(Plain { len, characters }).filter(Plain::is_legal).map(Label::Plain)
    }

    /// The label of a name that the format allows.
    pub(super) fn of_legal(name: &Name) -> Option<Label> {
        match Label::from(name) {
            Label::Plain(plain) => Some(plain).filter(Plain::is_legal).map(Label::Plain),
            other => name.is_legal().then_some(other),
        }
    }

    /// The same, with a name lent that is not plain.
    pub(super) fn lend(&self) -> Label<&Name> {
        match self {
            Label::Plain(plain) => Label::Plain(*plain),
            Label::Other(name) => Label::Other(name),
        }
    }

    /// Number of UTF-16 units.
    pub(super) fn len(&self) -> usize {
        match self {
            Label::Plain(plain) => usize::from(plain.len.get()),
            Label::Other(name) => name.len(),
        }
    }

    /// Bytes that compare as plain names do; nothing for others.
    pub(super) fn order(&self) -> Option<[u8; 32]> {
        match self {
            Label::Plain(plain) => Some(plain.order()),
            Label::Other(_) => None,
        }
    }
}

impl<N: Deref<Target = Name>> Label<N> {
    pub(super) fn to_name(&self) -> Name {
        match self {
            Label::Plain(plain) => Name::of_ascii(&plain.characters, plain.len.get()),
            Label::Other(name) => **name,
        }
    }
}

impl Plain {
    fn of(name: &Name) -> Option<Plain> {
        let len = u8::try_from(name.len()).ok().and_then(NonZero::new)?;
        let mut characters = [0; MAX_NAME_LEN];
        let mut beyond = 0;
        let units = name.as_bytes().as_chunks::<2>().0;
        for (character, [low, high]) in characters.iter_mut().zip(units) {
            *character = *low;
            beyond |= high | low & 0x80;
        }
        (beyond == 0).then_some(Plain { len, characters })
    }

    /// Whether the format allows this name ([MS-CFB] 2.6.1).
    fn is_legal(&self) -> bool {
        // All characters at once, those behind the end too.
        let (mut illegal, mut set) = (false, 0_u8);
        for character in self.characters {
            illegal |= !character.is_ascii() | is_forbidden_character(character);
            set = set.wrapping_add((character != 0).into());
        }
        !illegal && set == self.len.get()
    }

    fn order(&self) -> [u8; 32] {
        let mut bytes: [u8; 32] = zerocopy::transmute!(*self);
        // The length is no letter.
        bytes.make_ascii_uppercase();
        bytes
    }
}

/// Beside zero, which stands behind the end too.
fn is_forbidden_character(character: u8) -> bool {
    matches!(character, b'/' | b'\\' | b':' | b'!')
}

impl From<&Name> for Label {
    fn from(name: &Name) -> Label {
        Plain::of(name).map_or_else(|| Label::Other(Box::new(*name)), Label::Plain)
    }
}

impl PartialEq for Label {
    fn eq(&self, other: &Label) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Label {}

impl PartialOrd for Label {
    fn partial_cmp(&self, other: &Label) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Label {
    fn cmp(&self, other: &Label) -> Ordering {
        match (self, other) {
            (Label::Plain(a), Label::Plain(b)) => {
                let words = |plain: &Plain| {
                    let [high, low]: [[u8; 16]; 2] = zerocopy::transmute!(plain.order());
                    (u128::from_be_bytes(high), u128::from_be_bytes(low))
                };
                words(a).cmp(&words(b))
            }
            _ => self.to_name().cmp(&other.to_name()),
        }
    }
}

impl Hash for Label {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match self {
            Label::Plain(plain) => state.write(&plain.order()),
            Label::Other(name) => name.hash(state),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::hash::{BuildHasher, RandomState};

    use super::*;

    #[test]
    fn what_a_text_can_be() {
        let longest = "x".repeat(MAX_NAME_LEN);
        let name: Name = longest.parse().unwrap();
        let [plain, longest] = ["a b\u{1}", &longest].map(|text| Label::of_plain(text).unwrap());
        assert_eq!((plain.to_name().to_string(), longest.to_name()), ("a b\u{1}".into(), name));
        let too_long = "x".repeat(MAX_NAME_LEN.saturating_add(1));
        for other in ["", "ä", "a/b", "a\\", ":", "!", "a\0", "a\0b", &too_long] {
            assert!(Label::of_plain(other).is_none(), "{other:?}");
        }
    }

    #[test]
    fn as_names() {
        let longest = "x".repeat(MAX_NAME_LEN);
        let texts = ["a", "A", "B", "_", "Z", "z", "aa", "ä", "Ä", "äa", "ı", "ſ", "\u{7F}"];
        let names: Vec<Name> =
            texts.into_iter().chain([&*longest]).map(|text| text.parse().unwrap()).collect();
        let illegal = ["", "a/", "!", "ä:", "a\0", "a\0b", "\0"];
        let illegal = illegal.map(|text| Name::from_units(text.encode_utf16()));
        let names: Vec<Name> = names.into_iter().chain(illegal).collect();
        let keys = RandomState::new();
        for a in &names {
            let label = Label::from(a);
            assert_eq!(Label::of_legal(a).is_some(), a.is_legal(), "{a}");
            assert_eq!((label.to_name().as_bytes(), label.len()), (a.as_bytes(), a.len()));
            for b in &names {
                let other = Label::from(b);
                assert_eq!(label.cmp(&other), a.cmp(b), "{a} {b}");
                assert_eq!(keys.hash_one(&label) == keys.hash_one(&other), a == b, "{a} {b}");
            }
        }
    }
}
