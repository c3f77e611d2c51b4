//! `NAME=VALUE`: properties as people write them.

use anyhow::{Context, bail};
use openimsg::props::tables::{self, Known};
use openimsg::props::{AppTime, Attributes, Currency, SCode};
use openimsg::{FileTime, Guid, NamedProperty, PropTag, PropType, PropValue, PropertyName, Text};

use crate::time;

/// Which property is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Which {
    /// One with an identifier of its own.
    Tag(PropTag),
    /// A named one.
    Named(NamedProperty),
}

/// A property as it was written, with the type that its name says or implies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Designation {
    pub(crate) which: Which,
    /// Nothing where only the message can tell.
    pub(crate) kind: Option<PropType>,
}

/// A property and the value it is to have.
#[derive(Debug, Clone)]
pub(crate) struct Assignment {
    pub(crate) property: Designation,
    pub(crate) value: String,
}

/// Types by the names that can be typed.
const TYPES: [(&str, PropType); 24] = [
    ("short", PropType::I2),
    ("long", PropType::LONG),
    ("float", PropType::FLOAT),
    ("double", PropType::DOUBLE),
    ("currency", PropType::CURRENCY),
    ("apptime", PropType::APPTIME),
    ("error", PropType::ERROR),
    ("boolean", PropType::BOOLEAN),
    ("i8", PropType::I8),
    ("time", PropType::SYSTIME),
    ("guid", PropType::CLSID),
    ("string", PropType::UNICODE),
    ("unicode", PropType::UNICODE),
    ("string8", PropType::STRING8),
    ("binary", PropType::BINARY),
    ("mv-short", PropType::MV_I2),
    ("mv-long", PropType::MV_LONG),
    ("mv-double", PropType::MV_DOUBLE),
    ("mv-i8", PropType::MV_I8),
    ("mv-time", PropType::MV_SYSTIME),
    ("mv-guid", PropType::MV_CLSID),
    ("mv-string", PropType::MV_UNICODE),
    ("mv-string8", PropType::MV_STRING8),
    ("mv-binary", PropType::MV_BINARY),
];

/// Reads `NAME=VALUE`.
pub(crate) fn assignment(text: &str) -> Result<Assignment, String> {
    let (name, value) = text.split_once('=').ok_or("there is no = between name and value")?;
    Ok(Assignment { property: designation(name)?, value: value.to_owned() })
}

/// Reads `PROPERTY=LETTERS`: what may be done to a property.
pub(crate) fn attributes(text: &str) -> Result<(Designation, Attributes), String> {
    let (name, letters) = text.rsplit_once('=').ok_or("there is no = behind the property")?;
    let mut attributes = Attributes::default();
    for letter in letters.chars().filter(|_| letters != "-") {
        attributes = attributes.with(match letter {
            'm' => Attributes::MANDATORY,
            'r' => Attributes::READABLE,
            'w' => Attributes::WRITEABLE,
            _ => return Err("the letters are m, r and w".to_owned()),
        });
    }
    if letters.is_empty() {
        return Err("there are no letters; - stands for none".to_owned());
    }
    Ok((designation(name)?, attributes))
}

/// Reads the name of a property: `PR_SUBJECT`, `PidTagSubject`, `0037`, `0037001F`,
/// `PidLidReminderSet`, or `SET/0x8503` and `SET/name` with the name or the GUID of a property
/// set; with `:type` behind it if the type should be another than the usual one. Behind `SET/name`
/// what is no type is part of the name.
pub(crate) fn designation(text: &str) -> Result<Designation, String> {
    let (name, kind) = match text.rsplit_once(':').map(|(name, kind)| (name, type_by_name(kind))) {
        Some((name, Ok(kind))) => (name, Some(kind)),
        // Names in a property set hold colons: urn:schemas:…
        Some((name, Err(_))) if name.contains('/') => (text, None),
        Some((_, Err(error))) => return Err(error),
        None => (text, None),
    };
    let known = |kind: PropType| (kind != PropType::UNSPECIFIED).then_some(kind);
    if let Some((set, name)) = name.split_once('/') {
        let property = NamedProperty { set: set_by_name(set)?, name: name_in_set(name)? };
        let usual = tables::name_of_named(&property).and_then(|known| known.types.first());
        return Ok(Designation { which: Which::Named(property), kind: kind.or(usual.copied()) });
    }
    match tables::by_name(name) {
        Some(Known::Tag { tag, .. }) => {
            let which = Which::Tag(tag.with_kind(PropType::UNSPECIFIED));
            return Ok(Designation { which, kind: kind.or(known(tag.kind())) });
        }
        Some(Known::Named(row)) => {
            let which = Which::Named(row.property.clone());
            return Ok(Designation { which, kind: kind.or(row.types.first().copied()) });
        }
        None => {}
    }
    let digits = name.strip_prefix("0x").unwrap_or(name);
    let is_hex = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    let number = u32::from_str_radix(digits, 16).ok().filter(|_| is_hex);
    let tag = match (digits.len(), number) {
        (8, Some(tag)) => PropTag(tag),
        (4, Some(id)) => PropTag(id << 16),
        _ => {
            return Err("neither the name of a property, nor 4 or 8 hexadecimal digits, nor \
                        SET/0x8503 or SET/name"
                .to_owned());
        }
    };
    let row = tables::with_id(tag.id()).first();
    let usual = row.and_then(|row| row.types.first()).copied();
    let kind = kind.or(known(tag.kind())).or(usual);
    Ok(Designation { which: Which::Tag(tag.with_kind(PropType::UNSPECIFIED)), kind })
}

fn type_by_name(name: &str) -> Result<PropType, String> {
    let found = TYPES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
    found.map(|(_, kind)| *kind).ok_or_else(|| {
        let names: Vec<&str> = TYPES.iter().map(|(name, _)| *name).collect();
        format!("the type is none of {}", names.join(", "))
    })
}

fn set_by_name(name: &str) -> Result<Guid, String> {
    if let Ok(guid) = name.parse() {
        return Ok(guid);
    }
    let mut sets = tables::known_names().iter().map(|row| row.property.set);
    let is_it = |set: &Guid| tables::set_name(*set).is_some_and(|n| n.eq_ignore_ascii_case(name));
    sets.find(is_it).ok_or_else(|| "neither the name nor the GUID of a property set".to_owned())
}

fn name_in_set(name: &str) -> Result<PropertyName, String> {
    match name.strip_prefix("0x") {
        Some(digits) => u32::from_str_radix(digits, 16)
            .map(PropertyName::Lid)
            .map_err(|_| "no hexadecimal number after 0x".to_owned()),
        None if name.is_empty() => Err("the name in the property set is empty".to_owned()),
        None => Ok(PropertyName::Name(name.to_owned().into())),
    }
}

/// Reads a value of a type. Several values stand between semicolons.
///
/// # Errors
/// When it is no value of that type.
pub(crate) fn value(kind: PropType, text: &str) -> anyhow::Result<PropValue<'static>> {
    let string = |text: &str| Text::new(text.to_owned());
    Ok(match kind {
        PropType::I2 => PropValue::I2(number(text)?.try_into().context("does not fit 16 bits")?),
        PropType::LONG => PropValue::Long(long(text)?),
        PropType::FLOAT => PropValue::Float(text.parse().context("no number")?),
        PropType::DOUBLE => PropValue::Double(text.parse().context("no number")?),
        PropType::CURRENCY => PropValue::Currency(currency(text)?),
        PropType::APPTIME => PropValue::AppTime(AppTime(text.parse().context("no number")?)),
        PropType::ERROR => PropValue::Error(SCode(long(text)?.cast_unsigned())),
        PropType::BOOLEAN => PropValue::Boolean(boolean(text)?),
        PropType::I8 => PropValue::I8(number(text)?),
        PropType::SYSTIME => PropValue::SysTime(moment(text)?),
        PropType::CLSID => PropValue::Clsid(guid(text)?),
        PropType::STRING8 => PropValue::String8(string(text)),
        PropType::UNICODE => PropValue::Unicode(string(text)),
        PropType::BINARY => PropValue::Binary(bytes(text)?.into()),
        PropType::MV_I2 => PropValue::MvI2(each(text, |text| {
            number(text)?.try_into().context("does not fit 16 bits")
        })?),
        PropType::MV_LONG => PropValue::MvLong(each(text, long)?),
        PropType::MV_DOUBLE => {
            PropValue::MvDouble(each(text, |text| text.parse().context("no number"))?)
        }
        PropType::MV_I8 => PropValue::MvI8(each(text, number)?),
        PropType::MV_SYSTIME => PropValue::MvSysTime(each(text, moment)?),
        PropType::MV_CLSID => PropValue::MvClsid(each(text, guid)?),
        PropType::MV_STRING8 => PropValue::MvString8(each(text, |text| Ok(string(text)))?),
        PropType::MV_UNICODE => PropValue::MvUnicode(each(text, |text| Ok(string(text)))?),
        PropType::MV_BINARY => PropValue::MvBinary(each(text, |text| Ok(bytes(text)?.into()))?),
        other => bail!("values of type {other} cannot be typed"),
    })
}

fn each<T>(text: &str, one: impl Fn(&str) -> anyhow::Result<T>) -> anyhow::Result<Vec<T>> {
    text.split(';').map(|part| one(part.trim())).collect()
}

/// Decimal, or hexadecimal after `0x`.
fn number(text: &str) -> anyhow::Result<i64> {
    match text.strip_prefix("0x") {
        Some(digits) => {
            let bits = u64::from_str_radix(digits, 16).context("no hexadecimal number")?;
            Ok(bits.cast_signed())
        }
        None => text.parse().context("no whole number"),
    }
}

/// A decimal number with up to four digits behind the point.
fn currency(text: &str) -> anyhow::Result<Currency> {
    let wrong = "no amount such as 12 or -0.5, with up to four digits behind the point";
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", text),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let all = [whole, part]
        .iter()
        .all(|digits| !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit()));
    if !all || part.len() > 4 {
        bail!(wrong);
    }
    format!("{sign}{whole}{part:0<4}").parse().map(Currency).context("too large an amount")
}

/// Signed in decimal; in hexadecimal all 32 bits.
fn long(text: &str) -> anyhow::Result<i32> {
    let number = number(text)?;
    let bits = u32::try_from(number).ok().filter(|_| text.starts_with("0x"));
    match bits {
        Some(bits) => Ok(bits.cast_signed()),
        None => number.try_into().context("does not fit 32 bits"),
    }
}

fn boolean(text: &str) -> anyhow::Result<bool> {
    match text.to_ascii_lowercase().as_str() {
        "true" | "yes" | "1" => Ok(true),
        "false" | "no" | "0" => Ok(false),
        _ => bail!("neither true nor false"),
    }
}

fn moment(text: &str) -> anyhow::Result<FileTime> {
    time::parse(text).map_err(anyhow::Error::msg)
}

fn guid(text: &str) -> anyhow::Result<Guid> {
    text.parse().context("no GUID")
}

/// Hexadecimal digits, with blanks between them if that helps.
fn bytes(text: &str) -> anyhow::Result<Vec<u8>> {
    let digits: Vec<u8> = text.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
    let (pairs, rest) = digits.as_chunks::<2>();
    if !rest.is_empty() {
        bail!("an odd number of hexadecimal digits");
    }
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let byte = |[high, low]: &[u8; 2]| Some(digit(*high)? << 4 | digit(*low)?);
    pairs.iter().map(|pair| byte(pair).context("not hexadecimal digits only")).collect()
}

#[cfg(test)]
mod tests {
    use openimsg::tags;

    use super::*;

    fn tag(text: &str) -> (PropTag, Option<PropType>) {
        match designation(text).unwrap() {
            Designation { which: Which::Tag(tag), kind } => (tag, kind),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn properties_have_many_names() {
        let subject = tags::PR_SUBJECT.with_kind(PropType::UNSPECIFIED);
        for text in ["PR_SUBJECT", "pidtagsubject", "0037001F", "0x0037", "0037", "0037:string"] {
            assert_eq!(tag(text), (subject, Some(PropType::UNICODE)), "{text}");
        }
        assert_eq!(tag("0037:binary").1, Some(PropType::BINARY));
        assert_eq!(tag("7ABC").1, None);
    }

    #[test]
    fn named_properties_too() {
        let reminder = designation("PidLidReminderSet").unwrap();
        for text in ["PSETID_Common/0x8503", "{00062008-0000-0000-C000-000000000046}/0x8503"] {
            assert_eq!(designation(text).unwrap(), reminder, "{text}");
        }
        let own = designation("PS_PUBLIC_STRINGS/Project:long").unwrap();
        assert_eq!(own.kind, Some(PropType::LONG));
        assert!(matches!(own.which, Which::Named(name)
            if name.name == PropertyName::Name("Project".into())));
        for (text, name, kind) in [
            ("PS_PUBLIC_STRINGS/urn:schemas:x", "urn:schemas:x", None),
            ("PS_PUBLIC_STRINGS/urn:schemas:x:long", "urn:schemas:x", Some(PropType::LONG)),
        ] {
            let found = designation(text).unwrap();
            assert_eq!(found.kind, kind, "{text}");
            assert!(matches!(found.which, Which::Named(named)
                if named.name == PropertyName::Name(name.into())));
        }
        for text in [
            "",
            "PR_",
            "37",
            "subject",
            "0x",
            "+037",
            "0037001FF",
            "x/y",
            "PSETID_Common/",
            "PSETID_Common/0xG",
            "0037:odd",
        ] {
            assert!(designation(text).is_err(), "{text}");
        }
    }

    #[test]
    fn attributes_are_letters() {
        for (letters, expected) in [("r", 2), ("rw", 6), ("wrm", 7), ("-", 0)] {
            let (property, attributes) = attributes(&format!("PR_SUBJECT={letters}")).unwrap();
            assert_eq!((property, attributes.0), (designation("0037").unwrap(), expected));
        }
        for text in ["PR_SUBJECT", "PR_SUBJECT=", "PR_SUBJECT=x", "PR_SUBJECT=r-", "PR_=r"] {
            assert!(attributes(text).is_err(), "{text}");
        }
    }

    #[test]
    fn values_by_type() {
        assert_eq!(value(PropType::LONG, "-7").unwrap(), PropValue::Long(-7));
        assert_eq!(value(PropType::LONG, "0xFFFFFFFF").unwrap(), PropValue::Long(-1));
        assert_eq!(value(PropType::BOOLEAN, "Yes").unwrap(), PropValue::Boolean(true));
        assert_eq!(value(PropType::BINARY, "00 ff").unwrap().as_bytes(), Some(&[0, 255][..]));
        assert_eq!(value(PropType::MV_LONG, "1; 2").unwrap(), PropValue::MvLong(vec![1, 2]));
        for (text, raw) in [
            ("12", 120_000),
            ("12.5", 125_000),
            ("-0.0001", -1),
            ("922337203685477.5807", i64::MAX),
        ] {
            let amount = value(PropType::CURRENCY, text).unwrap();
            assert_eq!(amount, PropValue::Currency(Currency(raw)), "{text}");
        }
        for (kind, text) in [
            (PropType::LONG, "4294967296"),
            (PropType::I2, "40000"),
            (PropType::BOOLEAN, "maybe"),
            (PropType::BINARY, "0"),
            (PropType::BINARY, "0g"),
            (PropType::SYSTIME, "soon"),
            (PropType::CURRENCY, ""),
            (PropType::CURRENCY, "1.23456"),
            (PropType::CURRENCY, "1."),
            (PropType::CURRENCY, ".5"),
            (PropType::CURRENCY, "+1"),
            (PropType::CURRENCY, "922337203685477.5808"),
            (PropType::CLSID, "x"),
            (PropType::OBJECT, ""),
        ] {
            assert!(value(kind, text).is_err(), "{kind} {text}");
        }
    }
}
