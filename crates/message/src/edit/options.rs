//! How messages are made and edited.

use std::hash::{BuildHasher, RandomState};
use std::time::SystemTime;

use openimsg_base::{CodePage, FileTime};

/// How messages are made and edited.
///
/// With a [fixed](Clock::Fixed) clock and [seeded](Ids::Seeded) identifiers the same content,
/// reached by any order of edits, gives the same bytes.
///
/// ```
/// use openimsg_base::FileTime;
/// use openimsg_message::edit::{Clock, Ids, MessageEdit, Options};
/// let time = FileTime::from_unix_nanos(1_700_000_000_000_000_000).unwrap_or_default();
/// let options = Options { clock: Clock::Fixed(time), ids: Ids::Seeded(7), ..Options::default() };
/// let bytes = || MessageEdit::new(options.clone())?.to_vec();
/// assert_eq!(bytes()?, bytes()?);
/// # Ok::<(), openimsg_message::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// What reading asks for as well: limits, a code page for those who know better, a budget.
    pub open: crate::Options,
    /// What time it is.
    pub clock: Clock,
    /// Where search keys and the like come from.
    pub ids: Ids,
    /// How a new message stores text. A message that is opened keeps to its own width.
    pub strings: Strings,
    /// What happens to a character that 8-bit text cannot have.
    pub misfits: Misfits,
}

/// What time it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Clock {
    /// That of the system.
    #[default]
    System,
    /// Always this.
    Fixed(FileTime),
}

impl Clock {
    pub(super) fn now(self) -> FileTime {
        match self {
            Clock::System => FileTime::from_system_time(SystemTime::now()).unwrap_or_default(),
            Clock::Fixed(time) => time,
        }
    }
}

/// Where identifiers come from that should be unique: search keys, conversations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ids {
    /// They differ each time. They are no secrets: do not take them for such.
    #[default]
    Random,
    /// They follow from this number and from what they are for.
    Seeded(u64),
}

/// How text is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Strings {
    /// In UTF-16: PT_UNICODE.
    #[default]
    Unicode,
    /// In 8 bits: PT_STRING8, in this code page, which must
    /// [contain ASCII](CodePage::is_ascii_superset).
    Ansi(CodePage),
}

/// What happens to a character that an 8-bit code page does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Misfits {
    /// Setting the property is an error, which tells property and place of the character.
    #[default]
    Refuse,
    /// It becomes `?`, or a look-alike in East Asian pages.
    Replace,
}

/// What an identifier is for; each has its own of one seed.
#[derive(Debug, Clone, Copy)]
pub(super) enum Purpose {
    SearchKey,
    Conversation,
    /// Those of the message embedded in the attachment of a number.
    Embedded,
}

/// A source of identifiers: the same for the same purpose, whenever it is asked.
#[derive(Debug, Clone, Copy)]
pub(super) struct IdSource(u64, u64);

impl IdSource {
    pub(super) fn new(ids: Ids) -> Self {
        match ids {
            Ids::Seeded(seed) => IdSource(seed, 0),
            Ids::Random => {
                let random = || RandomState::new().hash_one(SystemTime::now());
                IdSource(random(), random())
            }
        }
    }

    /// Sixteen bytes for a purpose.
    pub(super) fn bytes(self, purpose: Purpose) -> [u8; 16] {
        let Self(first, second) = self.derived(purpose, 0);
        (u128::from(second) << 64 | u128::from(first)).to_le_bytes()
    }

    /// The source for a part, by its number.
    pub(super) fn derived(self, purpose: Purpose, number: u32) -> IdSource {
        let what = u64::from(number) << 8
            | match purpose {
                Purpose::SearchKey => 1,
                Purpose::Conversation => 2,
                Purpose::Embedded => 3,
            };
        let first = mix(mix(self.0).wrapping_add(what));
        IdSource(first, mix(first ^ mix(self.1)))
    }
}

/// A step of splitmix64: every bit of the result depends on every bit given.
fn mix(seed: u64) -> u64 {
    let mut x = seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
    x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    x ^ (x >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_differ_by_seed_and_purpose() {
        let ids = |seed| IdSource::new(Ids::Seeded(seed));
        let all = [
            ids(1).bytes(Purpose::SearchKey),
            ids(2).bytes(Purpose::SearchKey),
            ids(1).bytes(Purpose::Conversation),
            ids(1).derived(Purpose::Embedded, 0).bytes(Purpose::SearchKey),
            ids(1).derived(Purpose::Embedded, 1).bytes(Purpose::SearchKey),
            IdSource::new(Ids::Random).bytes(Purpose::SearchKey),
            IdSource::new(Ids::Random).bytes(Purpose::SearchKey),
        ];
        for (i, one) in all.iter().enumerate() {
            assert!(all[i + 1..].iter().all(|other| other != one), "{i}");
        }
        assert_eq!(ids(1).bytes(Purpose::SearchKey), ids(1).bytes(Purpose::SearchKey));
    }
}
