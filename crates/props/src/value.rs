//! Property values as Rust values ([MS-OXCDATA] 2.11.1).

use std::borrow::Cow;
use std::fmt;

use openimsg_base::{FileTime, Guid};

use crate::{AppTime, Currency, PropType, SCode};

/// The value of a property. It borrows from the file's bytes what can be borrowed.
///
/// `Debug` shows the type and the size, never the content: values are people's mail.
///
/// This enum is exhaustive: the specification's list of types is closed, and every other type
/// is [`PropValue::Unknown`].
///
/// ```
/// use openimsg_props::PropValue;
/// let value = PropValue::from("hello");
/// assert_eq!(value.as_str(), Some("hello"));
/// assert_eq!(format!("{value:?}"), "PT_UNICODE (5 bytes)");
/// ```
#[derive(Clone, PartialEq)]
pub enum PropValue<'a> {
    /// PT_NULL: no value.
    Null,
    /// PT_I2.
    I2(i16),
    /// PT_LONG; see [`PropValue::as_u32`] for flag words.
    Long(i32),
    /// PT_FLOAT.
    Float(f32),
    /// PT_DOUBLE.
    Double(f64),
    /// PT_CURRENCY.
    Currency(Currency),
    /// PT_APPTIME.
    AppTime(AppTime),
    /// PT_ERROR.
    Error(SCode),
    /// PT_BOOLEAN; stored as 16 bits of which any may be set for true.
    Boolean(bool),
    /// PT_I8.
    I8(i64),
    /// PT_SYSTIME.
    SysTime(FileTime),
    /// PT_CLSID.
    Clsid(Guid),
    /// PT_STRING8, decoded.
    String8(Text<'a>),
    /// PT_UNICODE, decoded.
    Unicode(Text<'a>),
    /// PT_BINARY.
    Binary(Cow<'a, [u8]>),
    /// PT_OBJECT: the value is in a storage.
    Object(ObjectKind),
    /// PT_SVREID, not decoded.
    ServerId(Cow<'a, [u8]>),
    /// PT_SRESTRICT, not decoded.
    Restriction(Cow<'a, [u8]>),
    /// PT_ACTIONS, not decoded.
    Actions(Cow<'a, [u8]>),
    /// PT_MV_I2.
    MvI2(Vec<i16>),
    /// PT_MV_LONG.
    MvLong(Vec<i32>),
    /// PT_MV_FLOAT.
    MvFloat(Vec<f32>),
    /// PT_MV_DOUBLE.
    MvDouble(Vec<f64>),
    /// PT_MV_CURRENCY.
    MvCurrency(Vec<Currency>),
    /// PT_MV_APPTIME.
    MvAppTime(Vec<AppTime>),
    /// PT_MV_I8.
    MvI8(Vec<i64>),
    /// PT_MV_SYSTIME.
    MvSysTime(Vec<FileTime>),
    /// PT_MV_CLSID.
    MvClsid(Vec<Guid>),
    /// PT_MV_STRING8, decoded.
    MvString8(Vec<Text<'a>>),
    /// PT_MV_UNICODE, decoded.
    MvUnicode(Vec<Text<'a>>),
    /// PT_MV_BINARY.
    MvBinary(Vec<Cow<'a, [u8]>>),
    /// A type that this crate does not know, or a value whose bytes do not fit its type: the
    /// bytes of its stream.
    Unknown {
        /// The type in the tag.
        kind: PropType,
        /// The bytes of the stream.
        raw: Cow<'a, [u8]>,
    },
}

/// Decoded text, and whether something was lost on the way.
#[derive(Clone, PartialEq, Eq, Hash, Default)]
pub struct Text<'a> {
    /// The text without terminating NULs. What could not be decoded is U+FFFD.
    pub text: Cow<'a, str>,
    /// Whether the stored bytes were no valid text in the encoding they should have.
    pub lossy: bool,
}

/// What the storage of a PT_OBJECT holds ([MS-OXMSG] 2.4.2.2). Other values are kept.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct ObjectKind(pub u16);

impl ObjectKind {
    /// Not said.
    pub const NONE: ObjectKind = ObjectKind(0);
    /// An embedded message.
    pub const MESSAGE: ObjectKind = ObjectKind(1);
    /// The storage of another application.
    pub const STORAGE: ObjectKind = ObjectKind(4);
}

impl<'a> PropValue<'a> {
    /// The type.
    #[must_use]
    pub fn kind(&self) -> PropType {
        match self {
            PropValue::Null => PropType::NULL,
            PropValue::I2(_) => PropType::I2,
            PropValue::Long(_) => PropType::LONG,
            PropValue::Float(_) => PropType::FLOAT,
            PropValue::Double(_) => PropType::DOUBLE,
            PropValue::Currency(_) => PropType::CURRENCY,
            PropValue::AppTime(_) => PropType::APPTIME,
            PropValue::Error(_) => PropType::ERROR,
            PropValue::Boolean(_) => PropType::BOOLEAN,
            PropValue::I8(_) => PropType::I8,
            PropValue::SysTime(_) => PropType::SYSTIME,
            PropValue::Clsid(_) => PropType::CLSID,
            PropValue::String8(_) => PropType::STRING8,
            PropValue::Unicode(_) => PropType::UNICODE,
            PropValue::Binary(_) => PropType::BINARY,
            PropValue::Object(_) => PropType::OBJECT,
            PropValue::ServerId(_) => PropType::SVREID,
            PropValue::Restriction(_) => PropType::SRESTRICT,
            PropValue::Actions(_) => PropType::ACTIONS,
            PropValue::MvI2(_) => PropType::MV_I2,
            PropValue::MvLong(_) => PropType::MV_LONG,
            PropValue::MvFloat(_) => PropType::MV_FLOAT,
            PropValue::MvDouble(_) => PropType::MV_DOUBLE,
            PropValue::MvCurrency(_) => PropType::MV_CURRENCY,
            PropValue::MvAppTime(_) => PropType::MV_APPTIME,
            PropValue::MvI8(_) => PropType::MV_I8,
            PropValue::MvSysTime(_) => PropType::MV_SYSTIME,
            PropValue::MvClsid(_) => PropType::MV_CLSID,
            PropValue::MvString8(_) => PropType::MV_STRING8,
            PropValue::MvUnicode(_) => PropType::MV_UNICODE,
            PropValue::MvBinary(_) => PropType::MV_BINARY,
            PropValue::Unknown { kind, .. } => *kind,
        }
    }

    /// The same value, borrowing nothing.
    #[must_use]
    pub fn into_owned(self) -> PropValue<'static> {
        let bytes = |bytes: Cow<'a, [u8]>| Cow::Owned(bytes.into_owned());
        let texts = |texts: Vec<Text<'a>>| texts.into_iter().map(Text::into_owned).collect();
        match self {
            PropValue::Null => PropValue::Null,
            PropValue::I2(value) => PropValue::I2(value),
            PropValue::Long(value) => PropValue::Long(value),
            PropValue::Float(value) => PropValue::Float(value),
            PropValue::Double(value) => PropValue::Double(value),
            PropValue::Currency(value) => PropValue::Currency(value),
            PropValue::AppTime(value) => PropValue::AppTime(value),
            PropValue::Error(value) => PropValue::Error(value),
            PropValue::Boolean(value) => PropValue::Boolean(value),
            PropValue::I8(value) => PropValue::I8(value),
            PropValue::SysTime(value) => PropValue::SysTime(value),
            PropValue::Clsid(value) => PropValue::Clsid(value),
            PropValue::String8(text) => PropValue::String8(text.into_owned()),
            PropValue::Unicode(text) => PropValue::Unicode(text.into_owned()),
            PropValue::Binary(value) => PropValue::Binary(bytes(value)),
            PropValue::Object(value) => PropValue::Object(value),
            PropValue::ServerId(value) => PropValue::ServerId(bytes(value)),
            PropValue::Restriction(value) => PropValue::Restriction(bytes(value)),
            PropValue::Actions(value) => PropValue::Actions(bytes(value)),
            PropValue::MvI2(values) => PropValue::MvI2(values),
            PropValue::MvLong(values) => PropValue::MvLong(values),
            PropValue::MvFloat(values) => PropValue::MvFloat(values),
            PropValue::MvDouble(values) => PropValue::MvDouble(values),
            PropValue::MvCurrency(values) => PropValue::MvCurrency(values),
            PropValue::MvAppTime(values) => PropValue::MvAppTime(values),
            PropValue::MvI8(values) => PropValue::MvI8(values),
            PropValue::MvSysTime(values) => PropValue::MvSysTime(values),
            PropValue::MvClsid(values) => PropValue::MvClsid(values),
            PropValue::MvString8(values) => PropValue::MvString8(texts(values)),
            PropValue::MvUnicode(values) => PropValue::MvUnicode(texts(values)),
            PropValue::MvBinary(values) => {
                PropValue::MvBinary(values.into_iter().map(bytes).collect())
            }
            PropValue::Unknown { kind, raw } => PropValue::Unknown { kind, raw: bytes(raw) },
        }
    }

    /// The text of PT_UNICODE or PT_STRING8.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        self.as_text().map(Text::as_str)
    }

    /// The text of PT_UNICODE or PT_STRING8, with the mark of loss.
    #[must_use]
    pub fn as_text(&self) -> Option<&Text<'a>> {
        match self {
            PropValue::String8(text) | PropValue::Unicode(text) => Some(text),
            _ => None,
        }
    }

    /// The texts of PT_MV_UNICODE or PT_MV_STRING8.
    #[must_use]
    pub fn as_texts(&self) -> Option<&[Text<'a>]> {
        match self {
            PropValue::MvString8(texts) | PropValue::MvUnicode(texts) => Some(texts),
            _ => None,
        }
    }

    /// The number of PT_I2, PT_LONG or PT_I8.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        match self {
            PropValue::I2(value) => Some((*value).into()),
            PropValue::Long(value) => Some((*value).into()),
            PropValue::I8(value) => Some(*value),
            _ => None,
        }
    }

    /// The bits of PT_LONG, for flag words and unsigned numbers.
    #[must_use]
    pub fn as_u32(&self) -> Option<u32> {
        match self {
            PropValue::Long(value) => Some(value.cast_unsigned()),
            _ => None,
        }
    }

    /// PT_BOOLEAN.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            PropValue::Boolean(value) => Some(*value),
            _ => None,
        }
    }

    /// The bytes of PT_BINARY and of the types that are not decoded.
    #[must_use]
    pub fn as_bytes(&self) -> Option<&[u8]> {
        match self {
            PropValue::Binary(bytes)
            | PropValue::ServerId(bytes)
            | PropValue::Restriction(bytes)
            | PropValue::Actions(bytes)
            | PropValue::Unknown { raw: bytes, .. } => Some(bytes),
            _ => None,
        }
    }

    /// The time of PT_SYSTIME, or of PT_APPTIME taken as UTC.
    #[must_use]
    pub fn as_time(&self) -> Option<FileTime> {
        match self {
            PropValue::SysTime(time) => Some(*time),
            PropValue::AppTime(time) => time.to_file_time(),
            _ => None,
        }
    }

    /// PT_CLSID.
    #[must_use]
    pub fn as_guid(&self) -> Option<Guid> {
        match self {
            PropValue::Clsid(guid) => Some(*guid),
            _ => None,
        }
    }

    /// Bytes of memory the content takes: of text its UTF-8 length, of several values the sum.
    #[must_use]
    pub fn size(&self) -> usize {
        let texts = |texts: &[Text<'_>]| texts.iter().map(|text| text.text.len()).sum();
        match self {
            PropValue::Null | PropValue::Object(_) => 0,
            PropValue::I2(_) | PropValue::Boolean(_) => 2,
            PropValue::Long(_) | PropValue::Float(_) | PropValue::Error(_) => 4,
            PropValue::Double(_)
            | PropValue::Currency(_)
            | PropValue::AppTime(_)
            | PropValue::I8(_)
            | PropValue::SysTime(_) => 8,
            PropValue::Clsid(_) => 16,
            PropValue::String8(text) | PropValue::Unicode(text) => text.text.len(),
            PropValue::Binary(bytes)
            | PropValue::ServerId(bytes)
            | PropValue::Restriction(bytes)
            | PropValue::Actions(bytes)
            | PropValue::Unknown { raw: bytes, .. } => bytes.len(),
            PropValue::MvI2(values) => size_of_val(values.as_slice()),
            PropValue::MvLong(values) => size_of_val(values.as_slice()),
            PropValue::MvFloat(values) => size_of_val(values.as_slice()),
            PropValue::MvDouble(values) => size_of_val(values.as_slice()),
            PropValue::MvCurrency(values) => size_of_val(values.as_slice()),
            PropValue::MvAppTime(values) => size_of_val(values.as_slice()),
            PropValue::MvI8(values) => size_of_val(values.as_slice()),
            PropValue::MvSysTime(values) => size_of_val(values.as_slice()),
            PropValue::MvClsid(values) => size_of_val(values.as_slice()),
            PropValue::MvString8(values) | PropValue::MvUnicode(values) => texts(values),
            PropValue::MvBinary(values) => values.iter().map(|bytes| bytes.len()).sum(),
        }
    }
}

impl fmt::Debug for PropValue<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({} bytes)", self.kind(), self.size())
    }
}

impl<'a> Text<'a> {
    /// Text that lost nothing.
    #[must_use]
    pub fn new(text: impl Into<Cow<'a, str>>) -> Self {
        Text { text: text.into(), lossy: false }
    }

    /// As a string slice.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The same text, borrowing nothing.
    #[must_use]
    pub fn into_owned(self) -> Text<'static> {
        Text { text: Cow::Owned(self.text.into_owned()), lossy: self.lossy }
    }

    /// Takes the terminating NULs off, of which some writers store one or more.
    #[must_use]
    pub(crate) fn without_terminator(mut self) -> Self {
        match &mut self.text {
            Cow::Borrowed(text) => *text = text.trim_end_matches('\0'),
            Cow::Owned(text) => text.truncate(text.trim_end_matches('\0').len()),
        }
        self
    }
}

impl AsRef<str> for Text<'_> {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl fmt::Debug for Text<'_> {
    /// The length only.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lossy = if self.lossy { ", lossy" } else { "" };
        write!(f, "Text ({} bytes{lossy})", self.text.len())
    }
}

impl fmt::Debug for ObjectKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            ObjectKind::NONE => f.write_str("NONE"),
            ObjectKind::MESSAGE => f.write_str("MESSAGE"),
            ObjectKind::STORAGE => f.write_str("STORAGE"),
            ObjectKind(other) => write!(f, "0x{other:04X}"),
        }
    }
}

impl<'a> From<&'a str> for Text<'a> {
    fn from(text: &'a str) -> Self {
        Text::new(text)
    }
}

impl From<String> for Text<'static> {
    fn from(text: String) -> Self {
        Text::new(text)
    }
}

/// PT_UNICODE.
impl<'a> From<&'a str> for PropValue<'a> {
    fn from(text: &'a str) -> Self {
        PropValue::Unicode(Text::new(text))
    }
}

/// PT_UNICODE.
impl From<String> for PropValue<'static> {
    fn from(text: String) -> Self {
        PropValue::Unicode(Text::new(text))
    }
}

/// PT_BINARY.
impl<'a> From<&'a [u8]> for PropValue<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        PropValue::Binary(Cow::Borrowed(bytes))
    }
}

/// PT_BINARY.
impl From<Vec<u8>> for PropValue<'static> {
    fn from(bytes: Vec<u8>) -> Self {
        PropValue::Binary(Cow::Owned(bytes))
    }
}

/// PT_LONG.
impl From<i32> for PropValue<'static> {
    fn from(value: i32) -> Self {
        PropValue::Long(value)
    }
}

/// PT_BOOLEAN.
impl From<bool> for PropValue<'static> {
    fn from(value: bool) -> Self {
        PropValue::Boolean(value)
    }
}

/// PT_SYSTIME.
impl From<FileTime> for PropValue<'static> {
    fn from(time: FileTime) -> Self {
        PropValue::SysTime(time)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A value of each type, with its size.
    fn one_of_each() -> Vec<(PropValue<'static>, usize)> {
        let bytes = || Cow::Borrowed(b"bytes".as_slice());
        let time = FileTime::from_raw(1);
        vec![
            (PropValue::Null, 0),
            (PropValue::I2(1), 2),
            (PropValue::Long(1), 4),
            (PropValue::Float(1.0), 4),
            (PropValue::Double(1.0), 8),
            (PropValue::Currency(Currency(1)), 8),
            (PropValue::AppTime(AppTime(2.0)), 8),
            (PropValue::Error(SCode(1)), 4),
            (PropValue::Boolean(true), 2),
            (PropValue::I8(1), 8),
            (PropValue::SysTime(time), 8),
            (PropValue::Clsid(Guid::from_u128(1)), 16),
            (PropValue::String8(Text::new("text")), 4),
            (PropValue::Unicode(Text::new("text")), 4),
            (PropValue::Binary(bytes()), 5),
            (PropValue::Object(ObjectKind::MESSAGE), 0),
            (PropValue::ServerId(bytes()), 5),
            (PropValue::Restriction(bytes()), 5),
            (PropValue::Actions(bytes()), 5),
            (PropValue::MvI2(vec![1, 2]), 4),
            (PropValue::MvLong(vec![1, 2]), 8),
            (PropValue::MvFloat(vec![1.0]), 4),
            (PropValue::MvDouble(vec![1.0]), 8),
            (PropValue::MvCurrency(vec![Currency(1)]), 8),
            (PropValue::MvAppTime(vec![AppTime(2.0)]), 8),
            (PropValue::MvI8(vec![1]), 8),
            (PropValue::MvSysTime(vec![time]), 8),
            (PropValue::MvClsid(vec![Guid::NULL]), 16),
            (PropValue::MvString8(vec![Text::new("text")]), 4),
            (PropValue::MvUnicode(vec![Text::new("text"), Text::new("s")]), 5),
            (PropValue::MvBinary(vec![bytes(), bytes()]), 10),
            (PropValue::Unknown { kind: PropType(0x0BAD), raw: bytes() }, 5),
        ]
    }

    #[test]
    fn every_type_is_measured_and_can_be_owned() {
        let mut kinds = std::collections::HashSet::new();
        for (value, size) in one_of_each() {
            assert_eq!(value.size(), size, "{value:?}");
            assert_eq!(value.clone().into_owned(), value);
            assert!(kinds.insert(value.kind()), "{value:?}");
            let answers = [
                value.as_text().is_some(),
                value.as_texts().is_some(),
                value.as_i64().is_some(),
                value.as_bool().is_some(),
                value.as_bytes().is_some(),
                value.as_time().is_some(),
                value.as_guid().is_some(),
            ];
            assert!(answers.iter().filter(|answer| **answer).count() <= 1, "{value:?}");
        }
        assert_eq!(kinds.len(), 32);
    }

    #[test]
    fn debug_shows_no_content() {
        for value in [
            PropValue::from("secret"),
            PropValue::String8(Text::new("secret")),
            PropValue::from(b"secret".as_slice()),
            PropValue::MvUnicode(vec![Text::new("secret"), Text::new("secret")]),
            PropValue::Unknown { kind: PropType(0x0BAD), raw: b"secret".as_slice().into() },
        ] {
            let shown = format!("{value:?} {:?}", Text::new("secret"));
            assert!(!shown.contains("secret") && shown.contains('6'), "{shown}");
        }
        assert_eq!(format!("{:?}", PropValue::Long(815)), "PT_LONG (4 bytes)");
    }

    #[test]
    fn accessors_answer_for_their_types_only() {
        let value = PropValue::Long(-1);
        assert_eq!((value.as_i64(), value.as_u32()), (Some(-1), Some(u32::MAX)));
        assert_eq!((value.as_str(), value.as_bytes()), (None, None));
        assert_eq!((value.as_time(), value.as_bool(), value.as_guid()), (None, None, None));
        let value = PropValue::AppTime(AppTime(f64::NAN));
        assert_eq!(value.as_time(), None);
    }

    #[test]
    fn rust_values_become_those_of_a_type() {
        let time = FileTime::from_raw(7);
        for (value, kind) in [
            (PropValue::from("text"), PropType::UNICODE),
            (PropValue::from("text".to_owned()), PropType::UNICODE),
            (PropValue::from(b"bytes".as_slice()), PropType::BINARY),
            (PropValue::from(b"bytes".to_vec()), PropType::BINARY),
            (PropValue::from(-1), PropType::LONG),
            (PropValue::from(true), PropType::BOOLEAN),
            (PropValue::from(time), PropType::SYSTIME),
        ] {
            assert_eq!(value.kind(), kind);
        }
        assert_eq!(PropValue::from("text"), PropValue::from("text".to_owned()));
        assert_eq!(PropValue::from(true).as_bool(), Some(true));
        assert_eq!(PropValue::from(time).as_time(), Some(time));
        assert_eq!(PropValue::from("text").as_u32(), None);
        assert_eq!(PropValue::from(-1).as_u32(), Some(u32::MAX));
        assert_eq!(PropValue::I2(-1).as_u32(), None);
    }

    #[test]
    fn text_prints_as_text_does() {
        let text = Text::from("ab");
        assert_eq!((format!("{text:>4}"), text.as_ref()), ("  ab".to_owned(), "ab"));
        assert_eq!(Text::from("ab".to_owned()), text);
    }

    #[test]
    fn kinds_of_objects_have_names() {
        for (kind, name) in [
            (ObjectKind::NONE, "NONE"),
            (ObjectKind::MESSAGE, "MESSAGE"),
            (ObjectKind::STORAGE, "STORAGE"),
            (ObjectKind(0x0BAD), "0x0BAD"),
        ] {
            assert_eq!(format!("{kind:?}"), name);
        }
    }
}
