//! Named properties: those whose identifier (0x8000 and above) means something only together
//! with the file's name map ([MS-OXMSG] 2.2.3).
//!
//! The map is in the storage `__nameid_version1.0` of the root; it serves the whole file,
//! recipients, attachments and embedded messages included. [`NameMap`] reads it in place,
//! [`NameMapBuilder`] extends or writes one.

mod build;
mod map;

use std::borrow::Cow;

use openimsg_base::Guid;

pub use build::{NameMapBuilder, NameStreams};
pub use map::{NameIndex, NameMap, NameRef, NamedRef, Utf16Name};

use crate::tables::guids::{PS_INTERNET_HEADERS, PS_MAPI};
use crate::{PropId, PropTag, PropType};

/// The stream of the property sets in the name map's storage: `__substg1.0_00020102`.
pub const GUID_STREAM: PropTag = PropTag::new(PropId(0x0002), PropType::BINARY);
/// The stream of the entries: `__substg1.0_00030102`.
pub const ENTRY_STREAM: PropTag = PropTag::new(PropId(0x0003), PropType::BINARY);
/// The stream of the names: `__substg1.0_00040102`.
pub const STRING_STREAM: PropTag = PropTag::new(PropId(0x0004), PropType::BINARY);

/// UTF-16 units that a name may have. The protocols carry at most 126 ([MS-OXCDATA] 2.6.1),
/// the longest in real files has 62; this limit is the project's own, so that a file cannot
/// make one long string serve as the name of every property.
pub const MAX_NAME_UNITS: usize = 512;

/// The meaning of a named property: a property set, and a number or a name in it.
///
/// ```
/// use openimsg_props::guids;
/// use openimsg_props::named::NamedProperty;
/// let keywords = NamedProperty::name(guids::PS_PUBLIC_STRINGS, "Keywords");
/// let reminder = NamedProperty::lid(guids::PSETID_COMMON, 0x8503);
/// assert!(!keywords.is_same(&reminder));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct NamedProperty {
    /// The property set.
    pub set: Guid,
    /// Which property of the set.
    pub name: PropertyName,
}

/// Which property of a set ([MS-OXCDATA] 2.6.1).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum PropertyName {
    /// By number.
    Lid(u32),
    /// By name.
    Name(Cow<'static, str>),
}

impl NamedProperty {
    /// A property with a number.
    #[must_use]
    pub const fn lid(set: Guid, lid: u32) -> Self {
        NamedProperty { set, name: PropertyName::Lid(lid) }
    }

    /// A property with a name that is known when the program is compiled.
    #[must_use]
    pub const fn name(set: Guid, name: &'static str) -> Self {
        NamedProperty { set, name: PropertyName::Name(Cow::Borrowed(name)) }
    }

    /// A property with a name.
    #[must_use]
    pub fn from_name(set: Guid, name: String) -> Self {
        NamedProperty { set, name: PropertyName::Name(Cow::Owned(name)) }
    }

    /// Whether both mean the same property: names are compared exactly, but those of internet
    /// headers without regard to the case of ASCII letters.
    #[must_use]
    pub fn is_same(&self, other: &NamedProperty) -> bool {
        self.set == other.set
            && match (&self.name, &other.name) {
                (PropertyName::Name(a), PropertyName::Name(b)) if ignores_case(self.set) => {
                    a.eq_ignore_ascii_case(b)
                }
                (a, b) => a == b,
            }
    }

    /// The identifier itself, for a number of PS_MAPI below 0x8000: such a property needs no
    /// mapping. (The project's reading; no page says so.)
    #[must_use]
    pub fn unmapped_id(&self) -> Option<PropId> {
        match self.name {
            PropertyName::Lid(lid) if self.set == PS_MAPI => {
                u16::try_from(lid).ok().map(PropId).filter(|id| *id < PropId::FIRST_NAMED)
            }
            _ => None,
        }
    }
}

/// Internet headers are the only names that are the same in any case: Outlook makes them
/// lower case before it hashes them ([MS-OXMSG] 2.2.3.2.1).
fn ignores_case(set: Guid) -> bool {
    set == PS_INTERNET_HEADERS
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::guids::PS_PUBLIC_STRINGS;

    #[test]
    fn only_headers_are_the_same_in_any_case() {
        let name = NamedProperty::name;
        let headers = |n| name(PS_INTERNET_HEADERS, n);
        assert!(headers("X-Mailer").is_same(&headers("x-mailer")));
        assert!(!headers("x-mailer").is_same(&name(PS_PUBLIC_STRINGS, "x-mailer")));
        assert!(!name(PS_PUBLIC_STRINGS, "A").is_same(&name(PS_PUBLIC_STRINGS, "a")));
    }

    #[test]
    fn ps_mapi_numbers_are_identifiers() {
        assert_eq!(NamedProperty::lid(PS_MAPI, 0x37).unmapped_id(), Some(PropId(0x37)));
        assert_eq!(NamedProperty::lid(PS_MAPI, 0x8000).unmapped_id(), None);
        assert_eq!(NamedProperty::lid(PS_PUBLIC_STRINGS, 0x37).unmapped_id(), None);
    }
}
