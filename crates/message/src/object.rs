//! An object with properties: a message, a recipient or an attachment.

use std::borrow::Cow;
use std::sync::Arc;

use openimsg_base::{Budget, CodePage, Defect, DefectKind, FileTime, Limit};
use openimsg_props::named::{NameMap, NamedProperty, NamedRef};
use openimsg_props::{
    Attributes, Decoded, Entry, HeaderKind, PROPERTIES_STREAM, PropId, PropTag, PropType,
    PropValue, PropertyStream, StreamName, Text, parse_hex_units,
};
use openimsg_storage::{Content, EntryKind, Name, Store};

use crate::facts::{MessageFacts, Names};
use crate::file::Context;
use crate::{Error, Problem, Step, defects};

/// A borrowed view of an object with properties: a message, a recipient or an attachment.
///
/// Getters decode when they are asked, and borrow what can be borrowed. A getter returns what
/// is wrong with a value beside the value; in strict use it is an error instead.
pub struct Object<'s, S: Store + ?Sized> {
    pub(crate) context: Context<'s, S>,
    pub(crate) node: S::Node,
    stream: Content<'s>,
    kind: HeaderKind,
    pub(crate) message: Arc<MessageFacts<S::Node>>,
    pub(crate) step: Option<Step>,
}

/// A property with its value.
#[derive(Debug, Clone)]
pub struct Property<'s> {
    /// Its id and type.
    pub tag: PropTag,
    /// What may be done to it ([MS-OXMSG] 2.4.2.1).
    pub attributes: Attributes,
    /// Its value.
    pub value: PropValue<'s>,
    /// What is wrong with the value, if anything.
    pub defect: Option<Defect>,
}

impl Property<'static> {
    /// A property whose value stands in its entry.
    #[inline]
    fn in_entry(entry: &Entry) -> Option<Self> {
        let (tag, attributes) = (entry.tag(), entry.attributes());
        let value = PropValue::from_fixed(tag.kind(), entry.fixed())?;
        Some(Property { tag, attributes, value, defect: None })
    }
}

impl<'s, S: Store + ?Sized> Object<'s, S> {
    pub(crate) fn open(
        context: Context<'s, S>,
        node: S::Node,
        kind: HeaderKind,
        message: Arc<MessageFacts<S::Node>>,
        step: Option<Step>,
    ) -> Result<Self, Error> {
        let stream = context.store.child(&node, PROPERTIES_STREAM);
        let mut object = Object { context, node, stream: Content::Lent(&[]), kind, message, step };
        match stream {
            Some(stream) => {
                let content = context.store.content(&stream);
                object.stream = content.map_err(|e| object.error(None, e))?;
                // Without strictness they would only cost time: a check lists them.
                if context.budget.limits().strict {
                    for defect in object.properties().defects() {
                        object.tolerate(defect.kind, None, defect.offset)?;
                    }
                }
            }
            // Recipients and attachments are kept with what else they have.
            None if kind == HeaderKind::Item => {
                object.tolerate(&defects::NO_PROPERTIES, None, 0)?;
            }
            None => return Err(object.error(None, Problem::NoMessage)),
        }
        Ok(object)
    }

    /// The property stream: header and entries, as stored ([MS-OXMSG] 2.4).
    #[must_use]
    pub fn properties(&self) -> PropertyStream<'_> {
        PropertyStream::parse(&self.stream, self.kind)
    }

    /// The storage that holds the object.
    #[must_use]
    pub fn node(&self) -> &S::Node {
        &self.node
    }

    /// The storage below.
    #[must_use]
    pub fn store(&self) -> &'s S {
        self.context.store
    }

    /// The meter of the file.
    #[must_use]
    pub fn budget(&self) -> &'s Budget {
        self.context.budget
    }

    /// Where the object is, from the root of the file on.
    #[must_use]
    pub fn place(&self) -> Vec<Step> {
        self.message.place.iter().copied().chain(self.step).collect()
    }

    /// The value of a property of exactly this type; nothing if there is none.
    ///
    /// # Errors
    /// [`Problem::MissingStream`] and [`Problem::Storage`] when the value cannot be read,
    /// [`Problem::Refused`] when it is larger than
    /// [`Limits::decoded_bytes`](openimsg_base::Limits::decoded_bytes).
    pub fn get(&self, tag: PropTag) -> Result<Option<Property<'s>>, Error> {
        self.properties().find(tag).map(|entry| self.value(entry)).transpose()
    }

    /// The value of a property of whatever type; the first entry wins.
    ///
    /// # Errors
    /// As [`Object::get`].
    pub fn get_id(&self, id: PropId) -> Result<Option<Property<'s>>, Error> {
        self.properties().find_id(id).map(|entry| self.value(entry)).transpose()
    }

    /// The value of a named property, of whatever type.
    ///
    /// # Errors
    /// As [`Object::get`].
    pub fn get_named(&self, name: &NamedProperty) -> Result<Option<Property<'s>>, Error> {
        match self.id_of(name)? {
            Some(id) => self.get_id(id),
            None => Ok(None),
        }
    }

    /// The id that stands for a named property in this file; nothing if none does.
    ///
    /// # Errors
    /// As [`Object::names`].
    pub fn id_of(&self, name: &NamedProperty) -> Result<Option<PropId>, Error> {
        let names = self.kept_names()?;
        Ok(names.index().id_of(&names.map(), name))
    }

    /// What an id of 0x8000 and above stands for in this file.
    ///
    /// # Errors
    /// As [`Object::names`].
    pub fn name_of(&self, id: PropId) -> Result<Option<NamedRef<'s>>, Error> {
        let names = self.kept_names()?;
        Ok(names.index().get(&names.map(), id))
    }

    /// All properties in the order in which they are stored, each decoded when its turn comes.
    /// An error is for one property; the next ones still follow, unless all together are more
    /// than [`Limits::decoded_bytes`](openimsg_base::Limits::decoded_bytes): that error is last.
    ///
    /// Until the iterator is dropped, the values that it gave stay charged to the meter, and up
    /// to 4 KiB more.
    pub fn iter(&self) -> impl Iterator<Item = Result<Property<'s>, Error>> + '_ {
        // A file can list one large stream any number of times: together they are one walk.
        let mut walk = Walk::new(self.context.budget);
        let mut entries = self.properties_in_place().iter();
        let mut streams = (entries.len() >= MANY)
            .then(|| ValueStreams::new(self.numbered(StreamName::VALUE_PREFIX, EntryKind::Stream)));
        let mut value = move |entry: &Entry| {
            self.streamed(entry, |tag| match &mut streams {
                Some(streams) => streams.find(tag).map(|stream| self.read(tag, stream)).transpose(),
                None => self.stream(tag),
            })
        };
        std::iter::from_fn(move || {
            let entry = entries.next()?;
            // What stands in the entry itself is no larger than that.
            if let Some(property) = Property::in_entry(entry) {
                return Some(Ok(property));
            }
            let mut property = value(entry);
            if let Ok(Property { value, .. }) = &property
                && let Err(e) = walk.charge(cost(value))
            {
                property = Err(self.error(Some(entry.tag()), e));
            }
            if property.as_ref().is_err_and(Error::is_limit)
                && walk.without(|| value(entry).is_ok())
            {
                entries = [].iter();
            }
            Some(property)
        })
    }

    /// The value that an entry of [`Object::properties`] announces.
    ///
    /// # Errors
    /// As [`Object::get`].
    pub fn value(&self, entry: &Entry) -> Result<Property<'s>, Error> {
        match Property::in_entry(entry) {
            Some(property) => Ok(property),
            None => self.streamed(entry, |tag| self.stream(tag)),
        }
    }

    /// The value of an entry that has it in a stream.
    fn streamed(
        &self,
        entry: &Entry,
        stream: impl FnOnce(PropTag) -> Result<Option<Content<'s>>, Error>,
    ) -> Result<Property<'s>, Error> {
        let (tag, attributes) = (entry.tag(), entry.attributes());
        let bytes = stream(tag)?.ok_or_else(|| self.error(Some(tag), Problem::MissingStream))?;
        let page = |bytes: &[u8]| self.page_for(tag, bytes);
        let decoded: Decoded<'s> = if tag.kind().has_item_streams() {
            // Each four bytes of lengths announce a value, which takes 32 even if it is empty.
            self.afford(tag, bytes.len().saturating_mul(8))?;
            let item = |index| self.item(tag, index).map(|item| item.map(Cow::from));
            PropValue::from_items(tag.kind(), &bytes, item, page)?
        } else {
            self.afford(tag, bytes.len())?;
            PropValue::from_stream(tag.kind(), bytes, page)
        };
        let defect = match decoded.defect {
            Some(kind) => Some(self.tolerate(kind, Some(tag), u64::from(tag.0))?),
            None => None,
        };
        Ok(Property { tag, attributes, value: decoded.value, defect })
    }

    /// The stored bytes of a property's stream, undecoded: for strings the lossless form, for
    /// multi-valued strings and binaries their lengths.
    ///
    /// # Errors
    /// [`Problem::Storage`] when the stream cannot be read.
    pub fn raw(&self, tag: PropTag) -> Result<Option<Content<'s>>, Error> {
        self.stream(tag)
    }

    /// The stored bytes of value `index` of a multi-valued string or binary.
    ///
    /// # Errors
    /// [`Problem::Storage`] when the stream cannot be read.
    pub fn raw_item(&self, tag: PropTag, index: u32) -> Result<Option<Content<'s>>, Error> {
        self.item(tag, index)
    }

    /// A property's text, be it stored as Unicode or in 8 bits.
    ///
    /// A stream that the property stream does not list counts: damaged files and some writers
    /// have such.
    ///
    /// # Errors
    /// As [`Object::get`].
    pub fn text(&self, id: PropId) -> Result<Option<Text<'s>>, Error> {
        let listed = self.properties().find_id(id).map(|entry| entry.tag().kind());
        match listed {
            Some(kind @ (PropType::UNICODE | PropType::STRING8)) => {
                let tag = PropTag::new(id, kind);
                let bytes = self.stream(tag)?;
                let bytes = bytes.ok_or_else(|| self.error(Some(tag), Problem::MissingStream))?;
                self.decode_text(tag, bytes).map(Some)
            }
            // Any other type is no text, and not to be read as such.
            Some(_) => Ok(None),
            None => {
                let Some((tag, stream)) = self.unlisted_text(id) else {
                    return Ok(None);
                };
                let bytes = self.read(tag, &stream)?;
                self.tolerate(&defects::NO_ENTRY, Some(tag), u64::from(tag.0))?;
                self.decode_text(tag, bytes).map(Some)
            }
        }
    }

    /// The stream of a text, rather Unicode than 8 bits, found with one search.
    fn unlisted_text(&self, id: PropId) -> Option<(PropTag, S::Node)> {
        let name = StreamName::value(PropTag::new(id, PropType::UNSPECIFIED));
        let prefix = name.as_str().strip_suffix("0000")?;
        let mut found: Option<(PropTag, S::Node)> = None;
        self.context.store.visit_prefixed(&self.node, prefix, name.len(), &mut |child| {
            let before = found.as_ref().map(|(tag, _)| tag.kind());
            let tag = child.units.last_chunk().and_then(parse_hex_units).map(PropTag);
            let better = tag.filter(|tag| match tag.kind() {
                PropType::UNICODE => before != Some(PropType::UNICODE),
                PropType::STRING8 => before.is_none(),
                _ => false,
            });
            if let Some(tag) = better {
                found = Some((tag, child.node));
            }
        });
        found
    }

    /// A 32-bit number; nothing if there is none or it is of another type.
    #[must_use]
    pub fn long(&self, id: PropId) -> Option<i32> {
        match self.fixed(id, PropType::LONG)? {
            PropValue::Long(value) => Some(value),
            _ => None,
        }
    }

    /// A truth value; nothing if there is none or it is of another type.
    #[must_use]
    pub fn boolean(&self, id: PropId) -> Option<bool> {
        self.fixed(id, PropType::BOOLEAN)?.as_bool()
    }

    /// A point in time; nothing if there is none or it is of another type.
    #[must_use]
    pub fn time(&self, id: PropId) -> Option<FileTime> {
        self.fixed(id, PropType::SYSTIME)?.as_time()
    }

    /// The bytes of a binary property.
    ///
    /// # Errors
    /// [`Problem::Storage`] when the stream cannot be read.
    pub fn binary(&self, id: PropId) -> Result<Option<Content<'s>>, Error> {
        self.stream(PropTag::new(id, PropType::BINARY))
    }

    /// The map of named properties, which the root has for the whole file ([MS-OXMSG] 2.2.3);
    /// empty where it is missing.
    ///
    /// # Errors
    /// [`Problem::Storage`] when its streams cannot be read.
    pub fn names(&self) -> Result<NameMap<'s>, Error> {
        self.kept_names().map(Names::map)
    }

    /// The code page of 8-bit strings.
    ///
    /// It is that of [`Options::code_page`](crate::Options::code_page) if given; else found by
    /// what the message declares and what decodes, see
    /// [`openimsg_props::string8::choose`].
    #[must_use]
    pub fn code_page(&self) -> CodePage {
        self.message.code_page(self.context)
    }

    /// The directory entry of the object's storage, as defects name it.
    pub(crate) fn entry_number(&self) -> u32 {
        self.context.store.stat(&self.node).map_or(0, |stat| stat.entry)
    }

    pub(crate) fn error(&self, tag: Option<PropTag>, problem: impl Into<Problem>) -> Error {
        let mut place = self.place();
        place.extend(tag.map(Step::Property));
        Error::new(place, problem)
    }

    /// A defect to go with a value, or the error it is in strict use.
    #[cold]
    pub(crate) fn tolerate(
        &self,
        kind: &'static DefectKind,
        tag: Option<PropTag>,
        offset: u64,
    ) -> Result<Defect, Error> {
        let defect = Defect::new(kind, self.entry_number(), offset);
        tracing::debug!(code = kind.code, entry = defect.node, offset, "defect");
        self.context.budget.tolerate(defect).map_err(|e| self.error(tag, e))?;
        Ok(defect)
    }

    fn kept_names(&self) -> Result<&'s Names, Error> {
        self.context.names().map_err(|e| Error::new([Step::NamedProperties], e))
    }

    pub(crate) fn properties_in_place(&self) -> &[Entry] {
        self.properties().entries()
    }

    fn fixed(&self, id: PropId, kind: PropType) -> Option<PropValue<'static>> {
        let entry = self.properties().find(PropTag::new(id, kind))?.fixed();
        PropValue::from_fixed(kind, entry)
    }

    fn stream(&self, tag: PropTag) -> Result<Option<Content<'s>>, Error> {
        let stream = self.context.store.child_named(&self.node, &Name::of_value(tag.0));
        stream.map(|stream| self.read(tag, &stream)).transpose()
    }

    fn item(&self, tag: PropTag, index: u32) -> Result<Option<Content<'s>>, Error> {
        let stream = self.context.store.child(&self.node, &StreamName::item(tag, index));
        stream.map(|stream| self.read(tag, &stream)).transpose()
    }

    fn read(&self, tag: PropTag, stream: &S::Node) -> Result<Content<'s>, Error> {
        self.context.store.content(stream).map_err(|e| self.error(Some(tag), e))
    }

    /// The children whose names are `prefix` and a number in eight hexadecimal digits, by number.
    pub(crate) fn numbered(&self, prefix: &str, kind: EntryKind) -> Vec<(u32, S::Node)> {
        let mut numbered = Vec::with_capacity(match kind {
            EntryKind::Stream => self.properties_in_place().len().min(256),
            EntryKind::Storage => 0,
        });
        let len = prefix.len().saturating_add(8);
        self.context.store.visit_prefixed(&self.node, prefix, len, &mut |child| {
            let number = child.units.last_chunk().and_then(parse_hex_units);
            if let Some(number) = number.filter(|_| child.kind == kind) {
                numbered.push((number, child.node));
            }
        });
        // They stand in this order unless the digits differ in case. Of two with one number the
        // first stays the first.
        if !numbered.is_sorted_by_key(|(number, _)| *number) {
            numbered.sort_by_key(|(number, _)| *number);
        }
        numbered
    }

    pub(crate) fn decode_text(&self, tag: PropTag, bytes: Content<'s>) -> Result<Text<'s>, Error> {
        self.afford(tag, bytes.len())?;
        let page = |bytes: &[u8]| self.page_for(tag, bytes);
        let decoded = PropValue::from_stream(tag.kind(), bytes, page);
        if let Some(kind) = decoded.defect {
            self.tolerate(kind, Some(tag), u64::from(tag.0))?;
        }
        Ok(match decoded.value {
            PropValue::String8(text) | PropValue::Unicode(text) => text,
            _ => Text::default(),
        })
    }

    /// One value may not be larger than what decoding may produce; nothing stays charged, since
    /// the caller owns the value.
    pub(crate) fn afford(&self, tag: PropTag, size: usize) -> Result<(), Error> {
        let size = u64::try_from(size).unwrap_or(u64::MAX);
        let budget = self.context.budget;
        budget.afford(Limit::DecodedBytes, size).map_err(|e| self.error(Some(tag), e))
    }

    pub(crate) fn page_for(&self, tag: PropTag, bytes: &[u8]) -> CodePage {
        self.message.page_for(self.context, tag, bytes)
    }
}

impl<S: Store + ?Sized> std::fmt::Debug for Object<'_, S> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Object")
            .field("place", &self.place())
            .field("properties", &self.properties().entries().len())
            .finish_non_exhaustive()
    }
}

/// What a walk is charged for a value: several values cost work and memory even if all are empty.
fn cost(value: &PropValue<'_>) -> u64 {
    let items = match value {
        PropValue::MvUnicode(texts) | PropValue::MvString8(texts) => size_of_val(texts.as_slice()),
        PropValue::MvBinary(values) => size_of_val(values.as_slice()),
        _ => 0,
    };
    u64::try_from(value.size().saturating_add(items)).unwrap_or(u64::MAX)
}

/// From so many properties on it pays to find the streams of all values at once.
const MANY: usize = 8;

/// The streams of values, by tag, and where the one after the last that was found is: properties
/// are mostly asked for in the order of their tags.
struct ValueStreams<N> {
    streams: Vec<(u32, N)>,
    next: usize,
}

impl<N> ValueStreams<N> {
    /// Given the streams in order; of two with one tag the first is meant.
    fn new(mut streams: Vec<(u32, N)>) -> Self {
        streams.dedup_by_key(|(tag, _)| *tag);
        ValueStreams { streams, next: 0 }
    }

    fn find(&mut self, tag: PropTag) -> Option<&N> {
        let is_next = self.streams.get(self.next).is_some_and(|(other, _)| *other == tag.0);
        let at = if is_next {
            self.next
        } else {
            self.streams.partition_point(|(other, _)| *other < tag.0)
        };
        let (_, stream) = self.streams.get(at).filter(|(other, _)| *other == tag.0)?;
        self.next = at.saturating_add(1);
        Some(stream)
    }
}

/// What a walk over values has charged; given back at its end.
struct Walk<'b> {
    budget: &'b Budget,
    bytes: u64,
    /// Of these, what no value has needed yet.
    ahead: u64,
}

impl<'b> Walk<'b> {
    /// What is charged ahead: the meter is shared, and most values are small.
    const STEP: u64 = 4096;

    fn new(budget: &'b Budget) -> Self {
        Walk { budget, bytes: 0, ahead: 0 }
    }

    fn charge(&mut self, bytes: u64) -> Result<(), openimsg_base::Refused> {
        if let Some(left) = self.ahead.checked_sub(bytes) {
            self.ahead = left;
            return Ok(());
        }
        let needed = bytes.saturating_sub(self.ahead);
        let step = needed.saturating_add(Self::STEP);
        match self.take(step) {
            Ok(()) => self.ahead = Self::STEP,
            // At the limit it counts to the byte.
            Err(_) => {
                self.take(needed)?;
                self.ahead = 0;
            }
        }
        Ok(())
    }

    fn take(&mut self, bytes: u64) -> Result<(), openimsg_base::Refused> {
        self.budget.charge(Limit::DecodedBytes, bytes)?;
        self.bytes = self.bytes.saturating_add(bytes);
        Ok(())
    }
}

impl Walk<'_> {
    /// What is answered when this walk holds nothing.
    #[cold]
    fn without(&mut self, ask: impl FnOnce() -> bool) -> bool {
        self.budget.release(Limit::DecodedBytes, self.bytes);
        let answer = ask();
        let held = std::mem::take(&mut self.bytes);
        // Others may have taken what was free for a moment: then this walk is at its end too.
        self.take(held).is_err() || answer
    }
}

impl Drop for Walk<'_> {
    fn drop(&mut self) {
        self.budget.release(Limit::DecodedBytes, self.bytes);
    }
}
