//! From stored bytes to values.

use std::borrow::Cow;

use openimsg_base::{CodePage, DefectKind, FileTime, Guid};

use crate::defects::{ITEM_COUNT, ITEM_LENGTH, ITEM_MISSING, VALUE_LENGTH};
use crate::{AppTime, Currency, ObjectKind, PropType, PropValue, SCode, Text, string8, utf16};

/// A value, and what was wrong with its bytes.
#[derive(Debug, Clone, PartialEq)]
pub struct Decoded<'a> {
    /// The value. Text that lost something says so.
    pub value: PropValue<'a>,
    /// The first thing that was wrong; the value is as good as it can be all the same.
    pub defect: Option<&'static DefectKind>,
}

impl PropValue<'static> {
    /// The value that stands in an entry's eight bytes ([`Entry::fixed`](crate::Entry::fixed)),
    /// or nothing for a type whose value is in a stream.
    ///
    /// Bytes that the type does not need are ignored: many files have junk there. Of PT_OBJECT
    /// only the kind of storage is known here.
    ///
    /// ```
    /// use openimsg_props::{PropType, PropValue};
    /// let junk = [1, 0, 6, 0, 0, 0, 0, 0];
    /// assert_eq!(PropValue::from_fixed(PropType::BOOLEAN, junk), Some(PropValue::Boolean(true)));
    /// assert_eq!(PropValue::from_fixed(PropType::UNICODE, junk), None);
    /// ```
    #[must_use]
    pub fn from_fixed(kind: PropType, bytes: [u8; 8]) -> Option<Self> {
        let [a, b, c, d, e, f, ..] = bytes;
        let (two, four) = ([a, b], [a, b, c, d]);
        Some(match kind {
            PropType::NULL => PropValue::Null,
            PropType::I2 => PropValue::I2(i16::from_le_bytes(two)),
            PropType::LONG => PropValue::Long(i32::from_le_bytes(four)),
            PropType::FLOAT => PropValue::Float(f32::from_le_bytes(four)),
            PropType::DOUBLE => PropValue::Double(f64::from_le_bytes(bytes)),
            PropType::CURRENCY => PropValue::Currency(currency(bytes)),
            PropType::APPTIME => PropValue::AppTime(app_time(bytes)),
            PropType::ERROR => PropValue::Error(SCode(u32::from_le_bytes(four))),
            PropType::BOOLEAN => PropValue::Boolean(two != [0, 0]),
            PropType::I8 => PropValue::I8(i64::from_le_bytes(bytes)),
            PropType::SYSTIME => PropValue::SysTime(file_time(bytes)),
            PropType::OBJECT => PropValue::Object(ObjectKind(u16::from_le_bytes([e, f]))),
            _ => return None,
        })
    }
}

impl<'a> PropValue<'a> {
    /// The value in a stream: of a single value of variable length, or of several values of
    /// fixed width. Streams of other types are [`PropValue::Unknown`].
    ///
    /// `page` tells the code page of PT_STRING8 and is asked for nothing else; it gets the bytes,
    /// so that a page can be chosen by them.
    ///
    /// ```
    /// use openimsg_base::CodePage;
    /// use openimsg_props::{PropType, PropValue};
    /// let page = |_: &[u8]| CodePage::WINDOWS_1252;
    /// let decoded = PropValue::from_stream(PropType::STRING8, b"caf\xE9".as_slice(), page);
    /// assert_eq!(decoded.value.as_str(), Some("café"));
    /// assert_eq!(decoded.defect, None);
    /// ```
    #[must_use]
    pub fn from_stream(
        kind: PropType,
        bytes: impl Into<Cow<'a, [u8]>>,
        page: impl Fn(&[u8]) -> CodePage,
    ) -> Decoded<'a> {
        let bytes = bytes.into();
        match kind {
            PropType::UNICODE => Decoded::text(utf16::decode(&bytes), PropValue::Unicode),
            PropType::STRING8 => Decoded::text(string8_text(bytes, page), PropValue::String8),
            PropType::BINARY => Decoded::sound(PropValue::Binary(bytes)),
            PropType::SVREID => Decoded::sound(PropValue::ServerId(bytes)),
            PropType::SRESTRICT => Decoded::sound(PropValue::Restriction(bytes)),
            PropType::ACTIONS => Decoded::sound(PropValue::Actions(bytes)),
            PropType::CLSID => clsid(bytes),
            PropType::MV_I2 => several(&bytes, i16::from_le_bytes, PropValue::MvI2),
            PropType::MV_LONG => several(&bytes, i32::from_le_bytes, PropValue::MvLong),
            PropType::MV_FLOAT => several(&bytes, f32::from_le_bytes, PropValue::MvFloat),
            PropType::MV_DOUBLE => several(&bytes, f64::from_le_bytes, PropValue::MvDouble),
            PropType::MV_CURRENCY => several(&bytes, currency, PropValue::MvCurrency),
            PropType::MV_APPTIME => several(&bytes, app_time, PropValue::MvAppTime),
            PropType::MV_I8 => several(&bytes, i64::from_le_bytes, PropValue::MvI8),
            PropType::MV_SYSTIME => several(&bytes, file_time, PropValue::MvSysTime),
            PropType::MV_CLSID => several(&bytes, Guid::from_bytes, PropValue::MvClsid),
            _ => Decoded::sound(PropValue::Unknown { kind, raw: bytes }),
        }
    }

    /// Several values of variable length, each in a stream of its own: PT_MV_UNICODE,
    /// PT_MV_STRING8 and PT_MV_BINARY. Other types are as in [`PropValue::from_stream`].
    ///
    /// `lengths` is the stream with the values' lengths; its real length, and no declared
    /// number, says how many values there are. `item` gives the stream of the value with this
    /// number, or nothing if there is none: that is a defect, and the value is empty. The memory
    /// for values that are missing is at most eight times that of `lengths`.
    ///
    /// # Errors
    /// The error of `item`, which ends the reading.
    pub fn from_items<E>(
        kind: PropType,
        lengths: &[u8],
        mut item: impl FnMut(u32) -> Result<Option<Cow<'a, [u8]>>, E>,
        page: impl Fn(&[u8]) -> CodePage,
    ) -> Result<Decoded<'a>, E> {
        // A length is four bytes, for PT_MV_BINARY followed by four reserved ones
        // ([MS-OXMSG] 2.1.4.2); those of text count the terminator.
        let (width, terminator) = match kind {
            PropType::MV_UNICODE => (4, 2),
            PropType::MV_STRING8 => (4, 1),
            PropType::MV_BINARY => (8, 0),
            _ => return Ok(PropValue::from_stream(kind, lengths.to_vec(), page)),
        };
        let whole_records = lengths.len().is_multiple_of(width);
        let mut defect = (!whole_records).then_some(&ITEM_COUNT);
        let mut next = |(index, declared): (u32, &[u8])| -> Result<Cow<'a, [u8]>, E> {
            let (bytes, found) = match item(index)? {
                Some(bytes) if fits(declared, bytes.len(), terminator) => (bytes, None),
                Some(bytes) => (bytes, Some(&ITEM_LENGTH)),
                None => (Cow::Borrowed([].as_slice()), Some(&ITEM_MISSING)),
            };
            defect = defect.or(found);
            Ok(bytes)
        };
        let records = (0..).zip(lengths.chunks_exact(width));
        let mut text_defect = None;
        let mut keep = |(text, found): (Text<'a>, _)| {
            text_defect = text_defect.or(found);
            text
        };
        let value = match kind {
            PropType::MV_UNICODE => PropValue::MvUnicode(
                records
                    .map(|record| Ok(keep(utf16::decode(&next(record)?))))
                    .collect::<Result<_, E>>()?,
            ),
            PropType::MV_STRING8 => PropValue::MvString8(
                records
                    .map(|record| Ok(keep(string8_text(next(record)?, &page))))
                    .collect::<Result<_, E>>()?,
            ),
            _ => PropValue::MvBinary(records.map(next).collect::<Result<_, E>>()?),
        };
        Ok(Decoded { value, defect: defect.or(text_defect) })
    }
}

impl<'a> Decoded<'a> {
    fn sound(value: PropValue<'a>) -> Self {
        Decoded { value, defect: None }
    }

    fn text(
        (text, defect): (Text<'a>, Option<&'static DefectKind>),
        value: impl FnOnce(Text<'a>) -> PropValue<'a>,
    ) -> Self {
        Decoded { value: value(text), defect }
    }

    /// The same, borrowing nothing.
    #[must_use]
    pub fn into_owned(self) -> Decoded<'static> {
        Decoded { value: self.value.into_owned(), defect: self.defect }
    }
}

fn string8_text<'a>(
    bytes: Cow<'a, [u8]>,
    page: impl Fn(&[u8]) -> CodePage,
) -> (Text<'a>, Option<&'static DefectKind>) {
    match bytes {
        Cow::Borrowed(bytes) => string8::decode(bytes, page(bytes)),
        Cow::Owned(bytes) => {
            let (text, defect) = string8::decode(&bytes, page(&bytes));
            (text.into_owned(), defect)
        }
    }
}

/// Sixteen bytes; more are ignored, fewer are no GUID.
fn clsid(bytes: Cow<'_, [u8]>) -> Decoded<'_> {
    let defect = (bytes.len() != 16).then_some(&VALUE_LENGTH);
    let value = match bytes.first_chunk() {
        Some(guid) => PropValue::Clsid(Guid::from_bytes(*guid)),
        None => PropValue::Unknown { kind: PropType::CLSID, raw: bytes },
    };
    Decoded { value, defect }
}

/// Values of `N` bytes back to back.
fn several<'a, const N: usize, T>(
    bytes: &[u8],
    one: impl Fn([u8; N]) -> T,
    all: impl FnOnce(Vec<T>) -> PropValue<'a>,
) -> Decoded<'a> {
    let (values, rest) = bytes.as_chunks();
    let value = all(values.iter().copied().map(one).collect());
    Decoded { value, defect: (!rest.is_empty()).then_some(&VALUE_LENGTH) }
}

/// Whether a declared length fits the real one; the terminator may be counted, stored, both or
/// neither.
fn fits(declared: &[u8], actual: usize, terminator: usize) -> bool {
    let Some(declared) = declared.first_chunk().map(|bytes| u32::from_le_bytes(*bytes)) else {
        return false;
    };
    usize::try_from(declared).is_ok_and(|declared| {
        let difference = declared.abs_diff(actual);
        difference == 0 || difference == terminator
    })
}

fn currency(bytes: [u8; 8]) -> Currency {
    Currency(i64::from_le_bytes(bytes))
}

fn app_time(bytes: [u8; 8]) -> AppTime {
    AppTime(f64::from_le_bytes(bytes))
}

fn file_time(bytes: [u8; 8]) -> FileTime {
    FileTime::from_raw(u64::from_le_bytes(bytes))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::defects::{STRING8_BYTES, STRING8_PAGE, UTF16_LENGTH, UTF16_SURROGATE};

    fn latin(_: &[u8]) -> CodePage {
        CodePage::WINDOWS_1252
    }

    fn from_stream(kind: PropType, bytes: &[u8]) -> (PropValue<'_>, Option<&'static str>) {
        let decoded = PropValue::from_stream(kind, bytes, latin);
        (decoded.value, decoded.defect.map(|kind| kind.code))
    }

    #[test]
    fn terminators_and_emptiness_are_no_defects() {
        for (kind, bytes, text) in [
            (PropType::UNICODE, b"".as_slice(), ""),
            (PropType::UNICODE, b"a\0\0\0", "a"),
            (PropType::STRING8, b"", ""),
            (PropType::STRING8, b"a\0\0", "a"),
            // UTF-16 in an 8-bit property, as one real writer has it.
            (PropType::STRING8, b"a\0b\0\0\0", "a\0b"),
        ] {
            let (value, defect) = from_stream(kind, bytes);
            assert_eq!((value.as_str(), defect), (Some(text), None));
        }
    }

    #[test]
    fn damaged_text_is_given_and_marked() {
        for (kind, bytes, text, code) in [
            (PropType::UNICODE, b"a\0b".as_slice(), "a\u{FFFD}", UTF16_LENGTH.code),
            (PropType::UNICODE, b"\x00\xD8a\0", "\u{FFFD}a", UTF16_SURROGATE.code),
        ] {
            let (value, defect) = from_stream(kind, bytes);
            assert_eq!((value.as_str(), defect), (Some(text), Some(code)));
            assert!(value.as_text().unwrap().lossy);
        }
        for (page, code) in [(CodePage::UTF_8, &STRING8_BYTES), (CodePage(1), &STRING8_PAGE)] {
            let decoded = PropValue::from_stream(PropType::STRING8, b"a\xE9".as_slice(), |_| page);
            assert_eq!(decoded.value.as_str(), Some("a\u{FFFD}"));
            assert!(decoded.value.as_text().unwrap().lossy);
            assert_eq!(decoded.defect, Some(code));
        }
    }

    #[test]
    fn bytes_that_do_not_fit_the_type() {
        let (value, defect) = from_stream(PropType::CLSID, &[7; 15]);
        assert_eq!(value.as_bytes(), Some([7; 15].as_slice()));
        assert_eq!((value.kind(), defect), (PropType::CLSID, Some(VALUE_LENGTH.code)));
        let (value, defect) = from_stream(PropType::CLSID, &[7; 17]);
        assert_eq!(value.as_guid(), Some(Guid::from_bytes([7; 16])));
        assert_eq!(defect, Some(VALUE_LENGTH.code));
        let (value, defect) = from_stream(PropType::MV_LONG, &[1, 0, 0, 0, 9]);
        assert_eq!(value, PropValue::MvLong(vec![1]));
        assert_eq!(defect, Some(VALUE_LENGTH.code));
    }

    #[test]
    fn unknown_types_keep_their_bytes() {
        for kind in [PropType(0xFFFF), PropType(0x100B), PropType::LONG, PropType::UNSPECIFIED] {
            let (value, defect) = from_stream(kind, b"xyz");
            assert_eq!(value, PropValue::Unknown { kind, raw: b"xyz".as_slice().into() });
            assert_eq!(defect, None);
        }
    }

    #[test]
    fn dirty_padding_is_ignored() {
        let dirty = [0xFF; 8];
        for (kind, value) in [
            (PropType::NULL, PropValue::Null),
            (PropType::I2, PropValue::I2(-1)),
            (PropType::LONG, PropValue::Long(-1)),
            (PropType::ERROR, PropValue::Error(SCode(u32::MAX))),
            (PropType::BOOLEAN, PropValue::Boolean(true)),
            (PropType::OBJECT, PropValue::Object(ObjectKind(0xFFFF))),
        ] {
            assert_eq!(PropValue::from_fixed(kind, dirty), Some(value));
        }
        // Upper bytes only: false.
        let dirty = [0, 0, 6, 0, 0, 0, 0, 0];
        let value = PropValue::from_fixed(PropType::BOOLEAN, dirty);
        assert_eq!(value, Some(PropValue::Boolean(false)));
    }

    fn items<'a>(
        kind: PropType,
        lengths: &[u8],
        streams: &'a [Option<&'a [u8]>],
    ) -> (PropValue<'a>, Option<&'static str>) {
        let item = |i: u32| Ok::<_, ()>(streams[usize::try_from(i).unwrap()].map(Cow::Borrowed));
        let decoded = PropValue::from_items(kind, lengths, item, latin).unwrap();
        (decoded.value, decoded.defect.map(|kind| kind.code))
    }

    fn texts<'a>(value: &'a PropValue<'_>) -> Vec<&'a str> {
        value.as_texts().unwrap().iter().map(Text::as_str).collect()
    }

    #[test]
    fn items_are_read_whatever_their_lengths_say() {
        let (value, defect) = items(
            PropType::MV_UNICODE,
            &[4, 0, 0, 0, 2, 0, 0, 0],
            &[Some(b"a\0\0\0"), Some(b"b\0")],
        );
        assert_eq!((texts(&value), defect), (vec!["a", "b"], None));

        let (value, defect) =
            items(PropType::MV_STRING8, &[0xFF; 8], &[Some(b"caf\xE9\0"), Some(b"x")]);
        assert_eq!((texts(&value), defect), (vec!["café", "x"], Some(ITEM_LENGTH.code)));

        let lengths = [1, 0, 0, 0, 9, 9, 9, 9, 0, 0, 0, 0, 0, 0, 0, 0];
        let (value, defect) = items(PropType::MV_BINARY, &lengths, &[Some(b"x"), Some(b"")]);
        let expected = [b"x".as_slice(), b""].map(Cow::Borrowed).to_vec();
        assert_eq!((value, defect), (PropValue::MvBinary(expected), None));
    }

    #[test]
    fn a_missing_item_ends_nothing_else() {
        let lengths = [2, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0];
        let streams = [Some(b"a\0".as_slice()), None, Some(b"c\0")];
        let (value, defect) = items(PropType::MV_STRING8, &lengths, &streams);
        assert_eq!((texts(&value), defect), (vec!["a", "", "c"], Some(ITEM_MISSING.code)));
    }

    #[test]
    fn a_rest_of_lengths_is_no_item() {
        let (value, defect) = items(PropType::MV_UNICODE, &[2, 0, 0, 0, 2], &[Some(b"a\0")]);
        assert_eq!((texts(&value), defect), (vec!["a"], Some(ITEM_COUNT.code)));
        let (value, defect) = items(PropType::MV_UNICODE, &[], &[]);
        assert_eq!((texts(&value), defect), (vec![], None));
    }

    #[test]
    fn damage_inside_an_item_is_reported_too() {
        let (value, defect) = items(PropType::MV_UNICODE, &[3, 0, 0, 0], &[Some(b"a\0b")]);
        assert_eq!((texts(&value), defect), (vec!["a\u{FFFD}"], Some(UTF16_LENGTH.code)));
    }

    #[test]
    fn an_error_of_the_storage_is_passed_on() {
        let failing = |_| Err("lost");
        let result = PropValue::from_items(PropType::MV_BINARY, &[0; 8], failing, latin);
        assert_eq!(result.unwrap_err(), "lost");
    }

    proptest! {
        #[test]
        fn any_bytes_have_a_value(kind: u16, bytes: Vec<u8>, page in 0u32..66_000) {
            let (kind, page) = (PropType(kind), |_: &[u8]| CodePage(page));
            let decoded = PropValue::from_stream(kind, bytes.as_slice(), page);
            prop_assert_eq!(decoded.value.kind(), kind);
            let item = |i: u32| Ok::<_, ()>((!i.is_multiple_of(3)).then(|| bytes.as_slice().into()));
            let decoded = PropValue::from_items(kind, &bytes, item, page).unwrap();
            prop_assert_eq!(decoded.value.kind(), kind);
            let owned = decoded.clone().into_owned();
            prop_assert_eq!(format!("{:?}", owned), format!("{:?}", decoded));
        }

        #[test]
        fn every_known_type_decodes_any_bytes(bytes: Vec<u8>) {
            for kind in (0..0x1200).map(PropType).filter(|kind| kind.is_known()) {
                let page = |_: &[u8]| CodePage::SHIFT_JIS;
                let decoded = PropValue::from_stream(kind, bytes.as_slice(), page);
                prop_assert_eq!(decoded.value.kind(), kind);
            }
        }
    }
}
