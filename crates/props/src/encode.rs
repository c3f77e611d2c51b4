//! From values to stored bytes.

use std::borrow::Cow;

use openimsg_base::CodePage;

use crate::{Attributes, BuildError, Entry, PropTag, PropValue, StreamName, Text, encode_utf16le};

/// A value as it is stored: eight bytes of an entry, and what is in streams.
///
/// ```
/// use openimsg_base::CodePage;
/// use openimsg_props::{Attributes, PropValue, tags};
/// let value = PropValue::from("hi");
/// let encoded = value.encode(CodePage::WINDOWS_1252).unwrap();
/// let entry = encoded.entry(tags::PR_SUBJECT, Attributes::READ_WRITE);
/// assert_eq!(entry.declared_size(), 6);
/// let (name, bytes) = encoded.streams(tags::PR_SUBJECT).next().unwrap();
/// assert_eq!((name.as_str(), bytes), ("__substg1.0_0037001F", b"h\0i\0".as_slice()));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Encoded<'v> {
    /// The eight value bytes of the entry: the value, or its size and a reserved number.
    pub inline: [u8; 8],
    /// What else belongs to the value.
    pub content: Content<'v>,
}

/// Where the value is, other than in the entry.
#[derive(Clone, PartialEq, Eq)]
pub enum Content<'v> {
    /// Nowhere: it is in the entry.
    Inline,
    /// In a storage, which is not made from a [`PropValue`].
    Object,
    /// In a stream.
    Stream(Cow<'v, [u8]>),
    /// In a stream of lengths and a stream for each value.
    Items {
        /// The stream of lengths.
        lengths: Vec<u8>,
        /// The streams of the values.
        items: Vec<Cow<'v, [u8]>>,
    },
}

impl<'v> Encoded<'v> {
    /// The entry of the property. The type in `tag` must be the value's.
    #[must_use]
    pub fn entry(&self, tag: PropTag, attributes: Attributes) -> Entry {
        Entry::new(tag, attributes, self.inline)
    }

    /// The streams of the property with their names: none, one, or one and one for each value.
    pub fn streams(&self, tag: PropTag) -> impl Iterator<Item = (StreamName, &[u8])> {
        let (value, items): (Option<&[u8]>, &[_]) = match &self.content {
            Content::Inline | Content::Object => (None, &[]),
            Content::Stream(bytes) => (Some(bytes), &[]),
            Content::Items { lengths, items } => (Some(lengths), items),
        };
        let value = value.map(|bytes| (StreamName::value(tag), bytes));
        let items = (0..).zip(items).map(move |(i, bytes)| (StreamName::item(tag, i), &**bytes));
        value.into_iter().chain(items)
    }

    /// The same, borrowing nothing.
    #[must_use]
    pub fn into_owned(self) -> Encoded<'static> {
        let owned = |bytes: Cow<'v, [u8]>| Cow::Owned(bytes.into_owned());
        let content = match self.content {
            Content::Inline => Content::Inline,
            Content::Object => Content::Object,
            Content::Stream(bytes) => Content::Stream(owned(bytes)),
            Content::Items { lengths, items } => {
                Content::Items { lengths, items: items.into_iter().map(owned).collect() }
            }
        };
        Encoded { inline: self.inline, content }
    }

    fn inline<const N: usize>(value: [u8; N]) -> Self {
        let mut inline = [0; 8];
        for (to, from) in inline.iter_mut().zip(value) {
            *to = from;
        }
        Encoded { inline, content: Content::Inline }
    }

    /// The size field says `uncounted` more than the stream has ([MS-OXMSG] 2.4.2.2).
    fn stream(bytes: impl Into<Cow<'v, [u8]>>, uncounted: usize) -> Result<Self, BuildError> {
        let bytes = bytes.into();
        let size = size_field(bytes.len().saturating_add(uncounted))?;
        Ok(Encoded { content: Content::Stream(bytes), ..Encoded::inline(size) })
    }

    /// Values of one width back to back.
    fn several<const N: usize>(
        values: impl IntoIterator<Item = [u8; N]>,
    ) -> Result<Self, BuildError> {
        Encoded::stream(values.into_iter().collect::<Vec<_>>().into_flattened(), 0)
    }

    /// Values with streams of their own; `record` is the width of a length.
    fn items(items: Vec<Cow<'v, [u8]>>, record: usize) -> Result<Self, BuildError> {
        let mut lengths = Vec::with_capacity(items.len().saturating_mul(record));
        for item in &items {
            lengths.extend_from_slice(&size_field(item.len())?);
            lengths.resize(lengths.len().next_multiple_of(record), 0);
        }
        let size = size_field(lengths.len())?;
        Ok(Encoded { content: Content::Items { lengths, items }, ..Encoded::inline(size) })
    }
}

impl std::fmt::Debug for Content<'_> {
    /// Sizes only.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Content::Inline => f.write_str("Inline"),
            Content::Object => f.write_str("Object"),
            Content::Stream(bytes) => write!(f, "Stream ({} bytes)", bytes.len()),
            Content::Items { items, .. } => write!(f, "Items ({})", items.len()),
        }
    }
}

impl PropValue<'_> {
    /// The value as it is stored; decoding gives the same value.
    ///
    /// `page` is the code page of PT_STRING8. Terminating NULs of text are not stored, except
    /// after each of several values, which the format demands.
    ///
    /// # Errors
    /// [`BuildError::Text`] when a PT_STRING8 cannot be encoded exactly, and
    /// [`BuildError::TooLarge`] beyond what a size field can say.
    pub fn encode(&self, page: CodePage) -> Result<Encoded<'_>, BuildError> {
        self.encode_with(terminator(page), |text| Ok(page.encode(text)?))
    }

    /// As [`PropValue::encode`], with `?` for what a PT_STRING8 has and the page has not.
    ///
    /// # Errors
    /// [`BuildError::Text`] when the page is not supported, and [`BuildError::TooLarge`].
    pub fn encode_lossy(&self, page: CodePage) -> Result<Encoded<'_>, BuildError> {
        self.encode_with(terminator(page), |text| match page.encode_lossy(text) {
            Ok((bytes, _)) => Ok(bytes),
            Err(unsupported) => Err(BuildError::Text(unsupported.into())),
        })
    }

    fn encode_with<'v>(
        &'v self,
        terminator: &[u8],
        string8: impl Fn(&'v str) -> Result<Cow<'v, [u8]>, BuildError>,
    ) -> Result<Encoded<'v>, BuildError> {
        Ok(match self {
            PropValue::Null => Encoded::inline([]),
            PropValue::I2(value) => Encoded::inline(value.to_le_bytes()),
            PropValue::Long(value) => Encoded::inline(value.to_le_bytes()),
            PropValue::Float(value) => Encoded::inline(value.to_le_bytes()),
            PropValue::Double(value) => Encoded::inline(value.to_le_bytes()),
            PropValue::Currency(value) => Encoded::inline(value.0.to_le_bytes()),
            PropValue::AppTime(value) => Encoded::inline(value.0.to_le_bytes()),
            PropValue::Error(code) => Encoded::inline(code.0.to_le_bytes()),
            PropValue::Boolean(value) => Encoded::inline([u8::from(*value)]),
            PropValue::I8(value) => Encoded::inline(value.to_le_bytes()),
            PropValue::SysTime(time) => Encoded::inline(time.raw().to_le_bytes()),
            PropValue::Object(kind) => {
                let ([a, b, c, d], [e, f]) =
                    (Entry::OBJECT_SIZE.to_le_bytes(), kind.0.to_le_bytes());
                Encoded { content: Content::Object, ..Encoded::inline([a, b, c, d, e, f]) }
            }
            PropValue::Clsid(guid) => Encoded::stream(guid.as_bytes().as_slice(), 0)?,
            PropValue::Unicode(text) => Encoded::stream(encode_utf16le(trimmed(text)), 2)?,
            PropValue::String8(text) => Encoded::stream(string8(trimmed(text))?, terminator.len())?,
            PropValue::Binary(bytes)
            | PropValue::ServerId(bytes)
            | PropValue::Restriction(bytes)
            | PropValue::Actions(bytes)
            | PropValue::Unknown { raw: bytes, .. } => Encoded::stream(&**bytes, 0)?,
            PropValue::MvI2(values) => Encoded::several(values.iter().map(|v| v.to_le_bytes()))?,
            PropValue::MvLong(values) => Encoded::several(values.iter().map(|v| v.to_le_bytes()))?,
            PropValue::MvFloat(values) => Encoded::several(values.iter().map(|v| v.to_le_bytes()))?,
            PropValue::MvDouble(values) => {
                Encoded::several(values.iter().map(|v| v.to_le_bytes()))?
            }
            PropValue::MvCurrency(values) => {
                Encoded::several(values.iter().map(|v| v.0.to_le_bytes()))?
            }
            PropValue::MvAppTime(values) => {
                Encoded::several(values.iter().map(|v| v.0.to_le_bytes()))?
            }
            PropValue::MvI8(values) => Encoded::several(values.iter().map(|v| v.to_le_bytes()))?,
            PropValue::MvSysTime(values) => {
                Encoded::several(values.iter().map(|v| v.raw().to_le_bytes()))?
            }
            PropValue::MvClsid(values) => Encoded::several(values.iter().map(|v| *v.as_bytes()))?,
            PropValue::MvUnicode(texts) => {
                let item = |text: &Text<'_>| {
                    let mut bytes = encode_utf16le(trimmed(text));
                    bytes.extend_from_slice(&[0, 0]);
                    Cow::Owned(bytes)
                };
                Encoded::items(texts.iter().map(item).collect(), 4)?
            }
            PropValue::MvString8(texts) => {
                let item = |text: &'v Text<'_>| {
                    let mut bytes = string8(trimmed(text))?.into_owned();
                    bytes.extend_from_slice(terminator);
                    Ok(Cow::Owned(bytes))
                };
                let items: Result<_, BuildError> = texts.iter().map(item).collect();
                Encoded::items(items?, 4)?
            }
            PropValue::MvBinary(values) => {
                let items = values.iter().map(|bytes| Cow::Borrowed(&**bytes));
                Encoded::items(items.collect(), 8)?
            }
        })
    }
}

/// What ends a PT_STRING8: a NUL, which is as wide as the page has it.
fn terminator(page: CodePage) -> &'static [u8] {
    match page {
        CodePage::UTF_16LE | CodePage::UTF_16BE => &[0, 0],
        _ => &[0],
    }
}

fn trimmed<'t>(text: &'t Text<'_>) -> &'t str {
    text.text.trim_end_matches('\0')
}

fn size_field(bytes: usize) -> Result<[u8; 4], BuildError> {
    let size = u32::try_from(bytes).map_err(|_| BuildError::TooLarge { bytes })?;
    Ok(size.to_le_bytes())
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use openimsg_base::{FileTime, Guid};
    use proptest::prelude::*;

    use super::*;
    use crate::{AppTime, Currency, ObjectKind, PropId, PropType, SCode};

    const PAGE: CodePage = CodePage::SHIFT_JIS;

    /// Stores a value and reads it back as a reader would.
    fn round_trip(value: &PropValue<'_>) -> PropValue<'static> {
        let kind = value.kind();
        let tag = PropTag::new(PropId(0x8000), kind);
        let encoded = value.encode(PAGE).unwrap();
        let entry = encoded.entry(tag, Attributes::READ_WRITE);
        let streams: HashMap<_, _> = encoded.streams(tag).collect();
        if let Some(value) = PropValue::from_fixed(kind, entry.fixed()) {
            assert!(streams.is_empty());
            return value;
        }
        let main = streams[&StreamName::value(tag)];
        assert_eq!(entry.size_defect(main.len().try_into().unwrap()), None);
        assert_eq!(entry.reserved(), 0);
        let item = |i| Ok::<_, ()>(streams.get(&StreamName::item(tag, i)).map(|b| (*b).into()));
        let decoded = PropValue::from_items(kind, main, item, |_| PAGE).unwrap();
        assert_eq!(decoded.defect, None);
        decoded.value.into_owned()
    }

    fn inline(value: PropValue<'_>) -> [u8; 8] {
        value.encode(PAGE).unwrap().inline
    }

    #[cfg(target_pointer_width = "64")]
    #[test]
    fn a_size_beyond_its_field_is_refused() {
        assert_eq!(size_field(0xFFFF_FFFF), Ok([0xFF; 4]));
        let bytes = 0x1_0000_0000;
        assert_eq!(size_field(bytes), Err(BuildError::TooLarge { bytes }));
    }

    #[test]
    fn size_fields_of_the_format() {
        let text = || Text::new("abc");
        assert_eq!(inline(PropValue::Unicode(text())), [8, 0, 0, 0, 0, 0, 0, 0]);
        assert_eq!(inline(PropValue::String8(text())), [4, 0, 0, 0, 0, 0, 0, 0]);
        assert_eq!(inline(PropValue::Unicode(Text::default())), [2, 0, 0, 0, 0, 0, 0, 0]);
        assert_eq!(inline(PropValue::String8(Text::default())), [1, 0, 0, 0, 0, 0, 0, 0]);
        assert_eq!(inline(PropValue::from([1, 2].as_slice())), [2, 0, 0, 0, 0, 0, 0, 0]);
        assert_eq!(inline(PropValue::Clsid(Guid::NULL)), [16, 0, 0, 0, 0, 0, 0, 0]);
        assert_eq!(inline(PropValue::MvLong(vec![1, 2])), [8, 0, 0, 0, 0, 0, 0, 0]);
        assert_eq!(inline(PropValue::MvUnicode(vec![text(); 3])), [12, 0, 0, 0, 0, 0, 0, 0]);
        assert_eq!(inline(PropValue::MvBinary(vec![vec![1].into()])), [8, 0, 0, 0, 0, 0, 0, 0]);
        let object = inline(PropValue::Object(ObjectKind::STORAGE));
        assert_eq!(object, [0xFF, 0xFF, 0xFF, 0xFF, 4, 0, 0, 0]);
        assert_eq!(inline(PropValue::Boolean(true)), [1, 0, 0, 0, 0, 0, 0, 0]);
    }

    #[test]
    fn items_end_with_the_terminator_that_their_length_counts() {
        let value = PropValue::MvString8(vec![Text::new("ab"), Text::new("")]);
        let encoded = value.encode(PAGE).unwrap();
        let tag = PropTag(0x8001_101E);
        let streams: Vec<_> =
            encoded.streams(tag).map(|(name, bytes)| (name.to_string(), bytes)).collect();
        assert_eq!(
            streams,
            [
                ("__substg1.0_8001101E".to_owned(), [3, 0, 0, 0, 1, 0, 0, 0].as_slice()),
                ("__substg1.0_8001101E-00000000".to_owned(), b"ab\0"),
                ("__substg1.0_8001101E-00000001".to_owned(), b"\0"),
            ]
        );
        let wide = value.encode(CodePage::UTF_16LE).unwrap();
        let items: Vec<_> = wide.streams(tag).skip(1).map(|(_, bytes)| bytes).collect();
        assert_eq!(items, [b"a\0b\0\0\0".as_slice(), b"\0\0"]);
        let value = PropValue::MvBinary(vec![vec![7; 3].into()]);
        let encoded = value.encode(PAGE).unwrap();
        let (_, lengths) = encoded.streams(tag).next().unwrap();
        assert_eq!(lengths, [3, 0, 0, 0, 0, 0, 0, 0]);
    }

    #[test]
    fn text_that_does_not_fit_its_page_is_refused() {
        let value = PropValue::String8(Text::new("naïve ☃"));
        let error = value.encode(CodePage::WINDOWS_1252).unwrap_err();
        assert_eq!(error.to_string(), "character 6 of the text does not fit into code page 1252");
        let lossy = value.encode_lossy(CodePage::WINDOWS_1252).unwrap();
        assert_eq!(lossy.content, Content::Stream(b"na\xEFve ?".as_slice().into()));
        assert!(matches!(value.encode(CodePage(1)), Err(BuildError::Text(_))));
        assert_eq!(value.encode_lossy(CodePage(1)), value.encode(CodePage(1)));
        let several = PropValue::MvString8(vec![Text::new("☃")]);
        assert!(several.encode(CodePage::WINDOWS_1252).is_err());
    }

    #[test]
    fn what_is_encoded_can_be_owned_and_shows_sizes_only() {
        let binary = || Cow::Borrowed(b"secret".as_slice());
        for (value, shown) in [
            (PropValue::Long(1), "Inline"),
            (PropValue::Object(ObjectKind::MESSAGE), "Object"),
            (PropValue::Binary(binary()), "Stream (6 bytes)"),
            (PropValue::MvBinary(vec![binary(), binary()]), "Items (2)"),
        ] {
            let encoded = value.encode(PAGE).unwrap();
            assert_eq!(format!("{:?}", encoded.content), shown);
            assert_eq!(encoded.clone().into_owned(), encoded);
        }
    }

    fn text() -> impl Strategy<Value = Text<'static>> {
        "[^\0]{0,40}".prop_map(Text::from)
    }

    /// What Shift_JIS has.
    fn text8() -> impl Strategy<Value = Text<'static>> {
        "[ -~あ-ん日本語]{0,40}".prop_map(Text::from)
    }

    fn bytes() -> impl Strategy<Value = Cow<'static, [u8]>> {
        any::<Vec<u8>>().prop_map(Cow::Owned)
    }

    fn many<S: Strategy>(one: S) -> impl Strategy<Value = Vec<S::Value>> {
        prop::collection::vec(one, 0..6)
    }

    fn guid() -> impl Strategy<Value = Guid> {
        any::<[u8; 16]>().prop_map(Guid::from_bytes)
    }

    fn time() -> impl Strategy<Value = FileTime> {
        any::<u64>().prop_map(FileTime::from_raw)
    }

    fn f32() -> impl Strategy<Value = f32> {
        prop::num::f32::NORMAL | prop::num::f32::ZERO | prop::num::f32::INFINITE
    }

    fn f64() -> impl Strategy<Value = f64> {
        prop::num::f64::NORMAL | prop::num::f64::ZERO | prop::num::f64::INFINITE
    }

    fn single() -> impl Strategy<Value = PropValue<'static>> {
        prop_oneof![
            Just(PropValue::Null),
            any::<i16>().prop_map(PropValue::I2),
            any::<i32>().prop_map(PropValue::Long),
            f32().prop_map(PropValue::Float),
            f64().prop_map(PropValue::Double),
            any::<i64>().prop_map(|v| PropValue::Currency(Currency(v))),
            f64().prop_map(|v| PropValue::AppTime(AppTime(v))),
            any::<u32>().prop_map(|v| PropValue::Error(SCode(v))),
            any::<bool>().prop_map(PropValue::Boolean),
            any::<i64>().prop_map(PropValue::I8),
            time().prop_map(PropValue::SysTime),
            guid().prop_map(PropValue::Clsid),
            text8().prop_map(PropValue::String8),
            text().prop_map(PropValue::Unicode),
            bytes().prop_map(PropValue::Binary),
            any::<u16>().prop_map(|v| PropValue::Object(ObjectKind(v))),
            bytes().prop_map(PropValue::ServerId),
            bytes().prop_map(PropValue::Restriction),
            bytes().prop_map(PropValue::Actions),
            bytes().prop_map(|raw| PropValue::Unknown { kind: PropType(0x0BAD), raw }),
        ]
    }

    fn multiple() -> impl Strategy<Value = PropValue<'static>> {
        prop_oneof![
            many(any::<i16>()).prop_map(PropValue::MvI2),
            many(any::<i32>()).prop_map(PropValue::MvLong),
            many(f32()).prop_map(PropValue::MvFloat),
            many(f64()).prop_map(PropValue::MvDouble),
            many(any::<i64>().prop_map(Currency)).prop_map(PropValue::MvCurrency),
            many(f64().prop_map(AppTime)).prop_map(PropValue::MvAppTime),
            many(any::<i64>()).prop_map(PropValue::MvI8),
            many(time()).prop_map(PropValue::MvSysTime),
            many(guid()).prop_map(PropValue::MvClsid),
            many(text8()).prop_map(PropValue::MvString8),
            many(text()).prop_map(PropValue::MvUnicode),
            many(bytes()).prop_map(PropValue::MvBinary),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1000))]
        #[test]
        fn what_is_stored_is_read_back(value in prop_oneof![single(), multiple()]) {
            prop_assert!(round_trip(&value) == value, "{:?}", value);
        }
    }
}
