//! What the documentation calls each property ([MS-OXPROPS]).
//!
//! The tables are sorted statics: looking something up costs a binary search, and starting a
//! program costs nothing.
//!
//! ```
//! use openimsg_props::tables::{self, Known};
//! use openimsg_props::{lids, tags};
//! assert_eq!(tables::name_of(tags::PR_SUBJECT_A).unwrap().name, "PidTagSubject");
//! let named = lids::PID_LID_REMINDER_SET;
//! assert_eq!(tables::name_of_named(&named).unwrap().name, "PidLidReminderSet");
//! for name in ["pidtagsubject", "PR_SUBJECT", "PR_SUBJECT_W"] {
//!     let Some(Known::Tag { tag, .. }) = tables::by_name(name) else { panic!() };
//!     assert_eq!(tag, tags::PR_SUBJECT);
//! }
//! assert!(matches!(tables::by_name("dispidReminderSet"), Some(Known::Named(n)) if n.property == named));
//! ```

pub mod guids;
pub mod lids;
mod rows;
pub mod tags;

use std::cmp::Ordering;

use openimsg_base::Guid;

use crate::named::{NamedProperty, PropertyName};
use crate::{PropId, PropTag, PropType};

/// A property that is known by its identifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KnownTag {
    /// The identifier; a few are shared by properties of different types.
    pub id: PropId,
    /// The canonical name, such as `PidTagSubject`; where there is none, the MAPI name.
    pub name: &'static str,
    /// The types it can have, the usual one first.
    pub types: &'static [PropType],
    /// Other names, such as `PR_SUBJECT`. A few rows without an area list here the names of
    /// other properties with the same identifier.
    pub aliases: &'static [&'static str],
    /// The subject area that the documentation puts it in; empty where it has no page.
    pub area: &'static str,
}

/// A property that is known by its property set and its number or name there.
#[derive(Debug, PartialEq, Eq)]
pub struct KnownName {
    /// Set, and number or name.
    pub property: NamedProperty,
    /// The canonical name, such as `PidLidReminderSet` or `PidNameKeywords`.
    pub name: &'static str,
    /// The types it can have, the usual one first.
    pub types: &'static [PropType],
    /// Other names, such as `dispidReminderSet`.
    pub aliases: &'static [&'static str],
}

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// A property with an identifier of its own.
    Tag {
        /// With the type that the name says or implies; [`PropType::UNSPECIFIED`] where that
        /// is not certain.
        tag: PropTag,
        /// What else is known of it.
        property: &'static KnownTag,
    },
    /// A named property.
    Named(&'static KnownName),
}

/// What the property is called. Text properties are found in both widths; apart from that the
/// type must be one that the property can have.
#[must_use]
pub fn name_of(tag: PropTag) -> Option<&'static KnownTag> {
    let candidates = with_id(tag.id());
    let has = |kind| candidates.iter().find(|known| known.types.contains(&kind));
    has(tag.kind()).or_else(|| other_width(tag.kind()).and_then(has))
}

/// All properties with this identifier, of whatever type: none, one, or in a few cases two.
#[must_use]
pub fn with_id(id: PropId) -> &'static [KnownTag] {
    let start = rows::TAGS.partition_point(|known| known.id < id);
    let after = rows::TAGS.get(start..).unwrap_or(&[]);
    after.get(..after.partition_point(|known| known.id == id)).unwrap_or(&[])
}

/// What the named property is called.
#[must_use]
pub fn name_of_named(property: &NamedProperty) -> Option<&'static KnownName> {
    let order = |known: &KnownName| compare(&known.property, property);
    let found = rows::NAMES.binary_search_by(order).ok().and_then(|i| rows::NAMES.get(i));
    found.filter(|known| known.property.is_same(property))
}

/// What the name stands for: a canonical name (`PidTagSubject`, `PidLidReminderSet`), a MAPI
/// name (`PR_SUBJECT`, `PR_SUBJECT_A`) or an alternate one (`dispidReminderSet`), in any case.
#[must_use]
pub fn by_name(name: &str) -> Option<Known> {
    let order = |row: &(&str, Target)| compare_ignoring_case(row.0, name);
    let found = rows::INDEX.binary_search_by(order).ok().and_then(|i| rows::INDEX.get(i));
    match found?.1 {
        Target::Tag(row, kind) => {
            let property = rows::TAGS.get(usize::from(row))?;
            Some(Known::Tag { tag: PropTag::new(property.id, kind), property })
        }
        Target::Named(row) => rows::NAMES.get(usize::from(row)).map(Known::Named),
    }
}

/// The name of a property set, such as `PSETID_Common`.
#[must_use]
pub fn set_name(set: Guid) -> Option<&'static str> {
    rows::SETS.iter().find(|(guid, _)| *guid == set).map(|(_, name)| *name)
}

/// All properties with an identifier of their own, by identifier.
#[must_use]
pub fn known_tags() -> &'static [KnownTag] {
    rows::TAGS
}

/// All named properties.
#[must_use]
pub fn known_names() -> &'static [KnownName] {
    rows::NAMES
}

/// Every name that [`by_name`] knows.
pub fn all_names() -> impl ExactSizeIterator<Item = &'static str> {
    rows::INDEX.iter().map(|(name, _)| *name)
}

/// What a row of the index points at: a row of one of the two tables.
enum Target {
    Tag(u16, PropType),
    Named(u16),
}

fn other_width(kind: PropType) -> Option<PropType> {
    match kind {
        PropType::STRING8 => Some(PropType::UNICODE),
        PropType::UNICODE => Some(PropType::STRING8),
        PropType::MV_STRING8 => Some(PropType::MV_UNICODE),
        PropType::MV_UNICODE => Some(PropType::MV_STRING8),
        _ => None,
    }
}

/// The order of the table: by set, numbers before names, names without regard to case.
fn compare(a: &NamedProperty, b: &NamedProperty) -> Ordering {
    a.set.cmp(&b.set).then_with(|| match (&a.name, &b.name) {
        (PropertyName::Lid(a), PropertyName::Lid(b)) => a.cmp(b),
        (PropertyName::Lid(_), PropertyName::Name(_)) => Ordering::Less,
        (PropertyName::Name(_), PropertyName::Lid(_)) => Ordering::Greater,
        (PropertyName::Name(a), PropertyName::Name(b)) => compare_ignoring_case(a, b),
    })
}

fn compare_ignoring_case(a: &str, b: &str) -> Ordering {
    let upper = |byte: u8| byte.to_ascii_uppercase();
    a.bytes().map(upper).cmp(b.bytes().map(upper))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tags;

    #[test]
    fn the_tables_are_in_the_order_in_which_they_are_searched() {
        assert!(rows::TAGS.is_sorted_by_key(|known| known.id));
        assert!(
            rows::NAMES.is_sorted_by(|a, b| compare(&a.property, &b.property) == Ordering::Less)
        );
        assert!(rows::INDEX.is_sorted_by(|a, b| compare_ignoring_case(a.0, b.0) == Ordering::Less));
    }

    #[test]
    fn every_row_is_found_by_what_it_is_and_by_its_names() {
        for known in known_tags() {
            for kind in known.types {
                let found = name_of(PropTag::new(known.id, *kind)).unwrap();
                assert!(found.id == known.id && found.types.contains(kind));
            }
            let Some(Known::Tag { tag, property }) = by_name(known.name) else {
                panic!("{}", known.name)
            };
            assert_eq!((property, tag.id()), (known, known.id));
        }
        for known in known_names() {
            assert_eq!(name_of_named(&known.property), Some(known));
            assert_eq!(by_name(known.name), Some(Known::Named(known)));
            for alias in known.aliases {
                // An alias may be another property's canonical name, which wins.
                let Some(Known::Named(found)) = by_name(&alias.to_lowercase()) else {
                    panic!("{alias}")
                };
                assert!(found == known || found.name == *alias);
            }
        }
    }

    #[test]
    fn types_tell_properties_of_one_identifier_apart() {
        let name = |tag: u32| name_of(PropTag(tag)).map(|known| known.name);
        assert_eq!(name(0x3701_000D), Some("PidTagAttachDataObject"));
        assert_eq!(name(0x3701_0102), Some("PidTagAttachDataBinary"));
        assert_eq!(name(0x1013_001E), Some("PidTagBodyHtml"));
        assert_eq!(name(0x1013_0102), Some("PidTagHtml"));
        assert_eq!(name(0x0E08_0014), Some("PidTagMessageSizeExtended"));
        assert_eq!(name(0x0037_0003), None);
        assert_eq!(with_id(PropId(0x1013)).len(), 2);
        assert!(with_id(PropId(0xFFFF)).is_empty());
    }

    #[test]
    fn constants_are_what_they_are_known_as() {
        for (tag, digits) in [
            (tags::PR_MESSAGE_CLASS, 0x001A_001F),
            (tags::PR_BODY, 0x1000_001F),
            (tags::PR_HTML, 0x1013_0102),
            (tags::PR_RTF_COMPRESSED, 0x1009_0102),
            (tags::PR_ATTACH_DATA_OBJ, 0x3701_000D),
            (tags::PR_STORE_SUPPORT_MASK, 0x340D_0003),
            (tags::PR_INTERNET_CPID, 0x3FDE_0003),
            (tags::PR_MESSAGE_CODEPAGE, 0x3FFD_0003),
            (tags::PR_MESSAGE_LOCALE_ID, 0x3FF1_0003),
            (tags::PR_RECIPIENT_ORDER, 0x5FDF_0003),
            (tags::PR_SMTP_ADDRESS, 0x39FE_001F),
        ] {
            assert_eq!(tag, PropTag(digits));
        }
        assert_eq!(lids::PID_NAME_KEYWORDS.set, guids::PS_PUBLIC_STRINGS);
        assert_eq!(set_name(guids::PSETID_COMMON), Some("PSETID_Common"));
        assert_eq!(set_name(Guid::NULL), None);
    }

    #[test]
    fn doubtful_names_stand_for_the_identifier_only() {
        let Some(Known::Tag { tag, .. }) = by_name("PR_RW_RULES_STREAM") else { panic!() };
        assert_eq!(tag, PropTag::new(PropId(0x6802), PropType::UNSPECIFIED));
        let Some(Known::Tag { tag, .. }) = by_name("PR_CONTAB_DISPLAY_NAMES_W") else { panic!() };
        assert_eq!(tag, PropTag::new(PropId(0x6624), PropType::MV_UNICODE));
        assert_eq!(by_name("PR_NO_SUCH_PROPERTY"), None);
        assert_eq!(by_name(""), None);
    }

    #[test]
    fn names_of_public_strings_are_exact_and_those_of_headers_not() {
        let keywords = NamedProperty::name(guids::PS_PUBLIC_STRINGS, "keywords");
        assert_eq!(name_of_named(&keywords), None);
        let xref = NamedProperty::name(guids::PS_INTERNET_HEADERS, "XREF");
        assert_eq!(name_of_named(&xref).unwrap().name, "PidNameCrossReference");
    }

    #[test]
    fn text_is_known_in_either_width() {
        let widths =
            [[PropType::UNICODE, PropType::STRING8], [PropType::MV_UNICODE, PropType::MV_STRING8]];
        for known in known_tags() {
            for pair in widths {
                let [wide, narrow] = pair.map(|kind| name_of(PropTag::new(known.id, kind)));
                assert_eq!(wide, narrow, "{}", known.name);
                let is_text =
                    with_id(known.id).iter().any(|k| pair.iter().any(|t| k.types.contains(t)));
                assert_eq!(wide.is_some(), is_text, "{}", known.name);
            }
        }
    }

    #[test]
    fn every_name_of_the_list_is_known() {
        assert!(all_names().len() > known_tags().len());
        for name in all_names() {
            assert!(by_name(name).is_some(), "{name}");
        }
    }
}
