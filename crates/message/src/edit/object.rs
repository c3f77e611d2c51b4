//! An object under edit: a message, recipient or attachment as a transaction of its own.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap, VecDeque};
use std::ops::DerefMut;
use std::sync::Arc;

use bytes::Bytes;
use openimsg_base::{Budget, Limit};
use openimsg_props::named::NamedProperty;
use openimsg_props::{
    Attributes, Content as ValueContent, Encoded, Entry, Header, HeaderKind, ObjectKind,
    PROPERTIES_STREAM, PropId, PropTag, PropType, PropValue, PropertyStream, PropertyStreamBuilder,
    StreamName,
};
use openimsg_storage::overlay::Node;
use openimsg_storage::write::Content;
use openimsg_storage::{Name, Overlay, Store};

use super::Misfits;
use super::rules::{Owner, attributes, rank};
use super::shared::{Shared, TextForm};
use super::stored::terminator;
use crate::{Error, Problem, Step};

/// An object with properties under edit: a message, a recipient or an attachment.
///
/// It is a transaction: what is set here is seen by others once it is saved one level up. Nothing
/// is forbidden here, and nothing follows from anything: attributes are not asked, and computed
/// properties are like any other. What follows is for those above:
/// [`MessageEdit`](super::MessageEdit), [`RecipientEdit`](super::RecipientEdit) and
/// [`AttachmentEdit`](super::AttachmentEdit), all of which are this too.
///
/// What is not touched stays byte for byte: entries keep their 16 bytes and their order, and
/// streams that nobody knows stay.
pub struct ObjectEdit {
    pub(super) shared: Arc<Shared>,
    pub(super) text: TextForm,
    /// The storage of the object is its root.
    pub(super) overlay: Overlay,
    properties: PropertyStreamBuilder,
    /// Which properties the stored stream has, in its order; none if the object is new.
    original: Box<[PropId]>,
    /// Properties that were set or deleted since the object was opened or finished.
    changed: BTreeSet<PropId>,
    /// How often something was set or deleted.
    edits: u64,
    /// Whether the stored property stream is behind.
    stale: bool,
    is_new: bool,
    owner: Owner,
    place: Box<[Step]>,
}

impl ObjectEdit {
    pub(super) fn create(
        shared: Arc<Shared>,
        text: TextForm,
        kind: HeaderKind,
        owner: Owner,
        place: impl Into<Box<[Step]>>,
    ) -> Self {
        ObjectEdit {
            overlay: shared.blank.clone(),
            shared,
            text,
            properties: PropertyStreamBuilder::new(kind, Header::default()),
            original: Box::new([]),
            changed: BTreeSet::new(),
            edits: 0,
            stale: true,
            is_new: true,
            owner,
            place: place.into(),
        }
    }

    pub(super) fn open(
        shared: Arc<Shared>,
        text: TextForm,
        overlay: Overlay,
        kind: HeaderKind,
        owner: Owner,
        place: impl Into<Box<[Step]>>,
    ) -> Result<Self, Error> {
        let place = place.into();
        let at = |problem: Problem| Error::new(place.clone(), problem);
        let properties = match overlay.find(PROPERTIES_STREAM) {
            Some(stream) => {
                let bytes = overlay.content(&stream).map_err(|e| at(e.into()))?;
                PropertyStreamBuilder::from_stream(&PropertyStream::parse(&bytes, kind))
            }
            None if kind == HeaderKind::Item => PropertyStreamBuilder::new(kind, Header::default()),
            None => return Err(at(Problem::NoMessage)),
        };
        let original = properties.entries().iter().map(|entry| entry.tag().id()).collect();
        Ok(ObjectEdit {
            shared,
            text,
            overlay,
            properties,
            original,
            changed: BTreeSet::new(),
            edits: 0,
            stale: false,
            is_new: false,
            owner,
            place,
        })
    }

    /// All properties in the order in which they are stored.
    ///
    /// Identifiers of names that are new to the file may be others once the message is finished;
    /// those that were [asked for](ObjectEdit::id_of) are not.
    pub fn list(&self) -> impl ExactSizeIterator<Item = (PropTag, Attributes)> + '_ {
        self.properties.entries().iter().map(|entry| (entry.tag(), entry.attributes()))
    }

    /// The tag of a property, with the type in which it is stored.
    #[must_use]
    pub fn tag_of(&self, id: PropId) -> Option<PropTag> {
        self.entry(id).map(Entry::tag)
    }

    /// Whether there is such a property, of whatever type.
    #[must_use]
    pub fn has(&self, id: PropId) -> bool {
        self.entry(id).is_some()
    }

    /// The entry of a property, of whatever type; the first one counts.
    #[must_use]
    pub fn entry(&self, id: PropId) -> Option<&Entry> {
        self.properties.find_id(id)
    }

    /// The value of a property, of whatever type.
    ///
    /// # Errors
    /// [`Problem::MissingStream`] and [`Problem::Storage`] when the value cannot be read,
    /// [`Problem::Refused`] when it is larger than
    /// [`Limits::decoded_bytes`](openimsg_base::Limits::decoded_bytes).
    pub fn get(&self, id: PropId) -> Result<Option<PropValue<'static>>, Error> {
        self.entry(id).map(|entry| self.value(entry)).transpose()
    }

    /// The value of a named property, of whatever type.
    ///
    /// # Errors
    /// As [`ObjectEdit::get`].
    pub fn get_named(&self, name: &NamedProperty) -> Result<Option<PropValue<'static>>, Error> {
        let id = self.shared.names().id_of(name).map_err(names_error)?;
        match id {
            Some(id) => self.get(id),
            None => Ok(None),
        }
    }

    /// The text of a property.
    ///
    /// # Errors
    /// As [`ObjectEdit::get`].
    pub fn text(&self, id: PropId) -> Result<Option<String>, Error> {
        Ok(match self.get(id)? {
            Some(PropValue::Unicode(text) | PropValue::String8(text)) => {
                Some(text.text.into_owned())
            }
            _ => None,
        })
    }

    /// A 32-bit number.
    #[must_use]
    pub fn long(&self, id: PropId) -> Option<i32> {
        let entry = self.entry(id)?;
        match PropValue::from_fixed(entry.tag().kind(), entry.fixed())? {
            PropValue::Long(value) => Some(value),
            _ => None,
        }
    }

    /// The stored bytes of a property's stream: for strings the lossless form, for multi-valued
    /// strings and binaries their lengths.
    ///
    /// # Errors
    /// [`Problem::Storage`] when the stream cannot be read.
    pub fn raw(&self, tag: PropTag) -> Result<Option<Bytes>, Error> {
        self.bytes(tag, &StreamName::value(tag))
    }

    /// Sets a property. Text is stored in the width of the message, whatever the width in the tag.
    /// A value of another type under the same identifier is replaced. Attributes stay as they
    /// are; those of a new property are the usual ones.
    ///
    /// # Errors
    /// [`Problem::Type`] when the value is not of the tag's type, [`Problem::Value`] when it
    /// cannot be stored, and [`Problem::Edit`].
    pub fn set<'v>(&mut self, tag: PropTag, value: impl Into<PropValue<'v>>) -> Result<(), Error> {
        let tag = tag.with_kind(self.text.fit_kind(tag.kind()));
        self.set_exact(tag, &self.text.fit(value.into()))
    }

    /// Sets a property with the type as given: PT_STRING8 in a Unicode message too.
    ///
    /// # Errors
    /// As [`ObjectEdit::set`].
    pub fn set_exact(&mut self, tag: PropTag, value: &PropValue<'_>) -> Result<(), Error> {
        let found = value.kind();
        let is_stream = found.fixed_size().is_none() && !found.has_item_streams();
        let storable = match value {
            PropValue::Object(_) => false,
            PropValue::Unknown { .. } => is_stream && found != PropType::OBJECT,
            _ => true,
        };
        if found != tag.kind() || !storable {
            return Err(self.error(Some(tag), Problem::Type { found }));
        }
        let page = self.page_of(tag);
        let encoded = match self.text.misfits {
            Misfits::Refuse => value.encode(page),
            Misfits::Replace => value.encode_lossy(page),
        };
        let encoded = encoded.map_err(|e| self.error(Some(tag), e))?;
        self.store(tag, encoded).map_err(|e| self.error(Some(tag), e))
    }

    /// Sets a named property, which gets an identifier if it has none.
    ///
    /// # Errors
    /// As [`ObjectEdit::set`]; [`Problem::Value`] when there are no more identifiers.
    pub fn set_named<'v>(
        &mut self,
        name: &NamedProperty,
        value: impl Into<PropValue<'v>>,
    ) -> Result<(), Error> {
        let value = self.text.fit(value.into());
        let id = self.shared.names().add(name).map_err(names_error)?;
        self.set_exact(PropTag::new(id, value.kind()), &value)
    }

    /// Sets a property that is stored in a stream to bytes as they are to be stored, which may be
    /// [read](Content::reader) when the message is written: text without terminator in the
    /// encoding that the type says.
    ///
    /// # Errors
    /// [`Problem::Type`] for a type that is not stored in one stream, [`Problem::Value`] for
    /// more bytes than can be told, and [`Problem::Edit`].
    pub fn set_content(
        &mut self,
        tag: PropTag,
        content: impl Into<Content<'static>>,
    ) -> Result<(), Error> {
        let found = tag.kind();
        if found.fixed_size().is_some() || found.has_item_streams() || found == PropType::OBJECT {
            return Err(self.error(Some(tag), Problem::Type { found }));
        }
        let content = content.into();
        let len = content.len();
        self.put_value(tag, len, |own, name| own.put_root_stream(name, content))
    }

    /// Changes what may be done to a property; tells whether there is one.
    pub fn set_attributes(&mut self, id: PropId, attributes: Attributes) -> bool {
        let mut entries = self.properties.entries_mut().iter_mut();
        let Some(entry) = entries.find(|entry| entry.tag().id() == id) else { return false };
        if entry.attributes() != attributes {
            *entry = Entry::new(entry.tag(), attributes, entry.fixed());
            self.note(id);
        }
        true
    }

    /// Deletes a property with all its streams, of whatever type; tells whether there was one.
    ///
    /// # Errors
    /// [`Problem::Edit`].
    pub fn delete(&mut self, id: PropId) -> Result<bool, Error> {
        let removed = self.properties.remove(id);
        let streams = self.streams_of(id, &removed);
        for name in &streams {
            self.overlay.remove(*name).map_err(|e| self.error(None, e))?;
        }
        let any = !removed.is_empty() || !streams.is_empty();
        if any {
            self.note(id);
        }
        Ok(any)
    }

    /// Deletes a named property; the name stays in the map. Tells whether there was one.
    ///
    /// # Errors
    /// As [`ObjectEdit::delete`].
    pub fn delete_named(&mut self, name: &NamedProperty) -> Result<bool, Error> {
        let id = self.shared.names().id_of(name).map_err(names_error)?;
        match id {
            Some(id) => self.delete(id),
            None => Ok(false),
        }
    }

    /// The identifier that stands for a named property in this file; nothing if none does. It is
    /// never changed from then on.
    ///
    /// # Errors
    /// [`Problem::Storage`] when the map cannot be read.
    pub fn id_of(&self, name: &NamedProperty) -> Result<Option<PropId>, Error> {
        let mut names = self.shared.names();
        let id = names.id_of(name).map_err(names_error)?;
        if id.is_some() {
            names.pin();
        }
        Ok(id)
    }

    /// The identifier of a named property, which is given one if it has none. It is never
    /// changed from then on.
    ///
    /// # Errors
    /// [`Problem::Storage`] when the map cannot be read, [`Problem::Value`] when there are no
    /// more identifiers.
    pub fn create_id(&mut self, name: &NamedProperty) -> Result<PropId, Error> {
        let mut names = self.shared.names();
        let id = names.add(name).map_err(names_error)?;
        names.pin();
        Ok(id)
    }

    /// What an identifier of 0x8000 and above stands for in this file; nothing if it has no name.
    /// It never stands for anything else from then on.
    ///
    /// # Errors
    /// [`Problem::Storage`] when the map cannot be read.
    pub fn name_of(&self, id: PropId) -> Result<Option<NamedProperty>, Error> {
        let mut names = self.shared.names();
        let name = names.name_of(id).map_err(names_error)?;
        if name.is_some() {
            names.pin();
        }
        Ok(name)
    }

    /// Whether anything was set or deleted since the object was opened or finished.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.is_new || self.stale || !self.changed.is_empty()
    }

    /// Another number after each call that changed something: that set or deleted a property
    /// here, or gave a name its identifier anywhere in the file.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.edits.wrapping_add(self.shared.names().given())
    }

    /// Where the object is, from the root of the file on.
    #[must_use]
    pub fn place(&self) -> &[Step] {
        &self.place
    }

    /// Whether text is stored in UTF-16.
    #[must_use]
    pub fn is_unicode(&self) -> bool {
        self.text.unicode
    }
}

/// For those above.
impl ObjectEdit {
    pub(crate) fn error(&self, tag: Option<PropTag>, problem: impl Into<Problem>) -> Error {
        let place: Vec<Step> = self.place.iter().copied().chain(tag.map(Step::Property)).collect();
        Error::new(place, problem)
    }

    /// The meter that what is read and held for the file is charged to.
    #[must_use]
    pub fn budget(&self) -> &Arc<Budget> {
        &self.shared.budget
    }

    pub(super) fn owner(&self) -> Owner {
        self.owner
    }

    pub(super) fn header(&self) -> &Header {
        self.properties.header()
    }

    /// The header, to change it.
    pub(super) fn header_mut(&mut self) -> &mut Header {
        self.stale = true;
        self.properties.header_mut()
    }

    pub(super) fn kind(&self) -> HeaderKind {
        self.properties.kind()
    }

    pub(super) fn is_new(&self) -> bool {
        self.is_new
    }

    /// Whether a property was set or deleted since the object was opened or finished.
    pub(super) fn is_touched(&self, id: PropId) -> bool {
        self.changed.contains(&id)
    }

    /// Takes a property for one that was not set by hand: what follows from others may change it.
    pub(super) fn forget_change(&mut self, id: PropId) {
        self.changed.remove(&id);
    }

    /// Takes what was set so far for what the object always had.
    pub(super) fn forget_changes(&mut self) {
        self.changed.clear();
    }

    /// Forgets what was changed: from now on it is how things are.
    pub(super) fn settle(&mut self) {
        self.changed.clear();
        self.is_new = false;
    }

    /// Changes several things or, where one of them fails, none.
    pub(super) fn all_or_nothing<O: DerefMut<Target = ObjectEdit>, T>(
        object: &mut O,
        change: impl FnOnce(&mut O) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let before = (
            object.overlay.clone(),
            object.properties.clone(),
            object.changed.clone(),
            object.stale,
        );
        let done = change(object);
        if done.is_err() {
            let object: &mut ObjectEdit = object;
            (object.overlay, object.properties, object.changed, object.stale) = before;
        }
        done
    }

    /// Sets a text, or deletes the property if the text is empty.
    pub(super) fn set_text(&mut self, tag: PropTag, text: &str) -> Result<(), Error> {
        if text.is_empty() { self.delete(tag.id()).map(|_| ()) } else { self.set(tag, text) }
    }

    /// Sets what follows from other properties: an empty text only if there was one before, and
    /// nothing if it is so already. One that cannot be read is replaced.
    pub(super) fn set_computed(&mut self, tag: PropTag, text: &str) -> Result<(), Error> {
        match self.text(tag.id()) {
            Ok(Some(now)) if now == text => Ok(()),
            Ok(None) if text.is_empty() => Ok(()),
            _ => self.set(tag, text),
        }
    }

    /// Puts a stream of `len` bytes in as the value of a property.
    pub(super) fn put_value(
        &mut self,
        tag: PropTag,
        len: u64,
        put: impl FnOnce(&mut Overlay, &str) -> Result<(), openimsg_storage::EditError>,
    ) -> Result<(), Error> {
        let size = len.saturating_add(terminator(tag.kind()));
        let Ok(size) = u32::try_from(size) else {
            let bytes = usize::try_from(size).unwrap_or(usize::MAX);
            let problem = openimsg_props::BuildError::TooLarge { bytes };
            return Err(self.error(Some(tag), problem));
        };
        let [a, b, c, d] = size.to_le_bytes();
        let name = StreamName::value(tag);
        put(&mut self.overlay, name.as_str()).map_err(|e| self.error(Some(tag), e))?;
        self.put_entry(tag, [a, b, c, d, 0, 0, 0, 0], 1).map_err(|e| self.error(Some(tag), e))
    }

    /// Puts a storage in as the value of a PT_OBJECT.
    pub(super) fn put_object(
        &mut self,
        tag: PropTag,
        kind: ObjectKind,
        put: impl FnOnce(&mut Overlay, &str) -> Result<(), openimsg_storage::EditError>,
    ) -> Result<(), Error> {
        let name = StreamName::value(tag);
        put(&mut self.overlay, name.as_str()).map_err(|e| self.error(Some(tag), e))?;
        let [a, b, c, d] = Entry::OBJECT_SIZE.to_le_bytes();
        let [e, f] = kind.0.to_le_bytes();
        // What an entry that is there already has in its last two bytes means nothing.
        self.put_entry(tag, [a, b, c, d, e, f, 0, 0], 1).map_err(|e| self.error(Some(tag), e))
    }

    /// Writes the property stream if it is behind.
    pub(super) fn flush(&mut self) -> Result<(), Error> {
        if !self.stale {
            return Ok(());
        }
        self.sort();
        let done = self.overlay.put_stream(PROPERTIES_STREAM, self.properties.to_bytes());
        done.map_err(|e| self.error(None, e))?;
        self.stale = false;
        Ok(())
    }

    /// Goes on from another state of the storage, whose identifiers others have changed.
    pub(super) fn reload(&mut self, overlay: Overlay) -> Result<(), Error> {
        let stream = overlay.find(PROPERTIES_STREAM);
        let stream = stream.ok_or_else(|| self.error(None, Problem::NoMessage))?;
        let bytes = overlay.share(&stream).map_err(|e| self.error(None, e))?;
        let stream = PropertyStream::parse(&bytes, self.kind());
        self.properties = PropertyStreamBuilder::from_stream(&stream);
        self.stale = true;
        self.overlay = overlay;
        Ok(())
    }

    /// What was there stands where it stood; what is new follows in Outlook's order. So the order
    /// in which properties were set leaves no trace.
    fn sort(&mut self) {
        let owner = self.owner;
        let rank = |entry: &Entry| (rank(owner, entry.tag().id()), entry.tag().0);
        if self.original.is_empty() {
            self.properties.entries_mut().sort_by_cached_key(rank);
            return;
        }
        let mut places: HashMap<PropId, VecDeque<usize>> = HashMap::new();
        for (place, id) in self.original.iter().enumerate() {
            places.entry(*id).or_default().push_back(place);
        }
        self.properties.entries_mut().sort_by_cached_key(|entry| {
            let id = entry.tag().id();
            match places.get_mut(&id).and_then(VecDeque::pop_front) {
                Some(place) => (place, (0, 0)),
                None => (usize::MAX, rank(entry)),
            }
        });
    }

    fn value(&self, entry: &Entry) -> Result<PropValue<'static>, Error> {
        let tag = entry.tag();
        if let Some(value) = PropValue::from_fixed(tag.kind(), entry.fixed()) {
            return Ok(value);
        }
        let bytes = self.content(tag, &StreamName::value(tag))?;
        let bytes = bytes.ok_or_else(|| self.error(Some(tag), Problem::MissingStream))?;
        let page = |_: &[u8]| self.page_of(tag);
        let decoded = if tag.kind().has_item_streams() {
            self.afford(tag, bytes.len().saturating_mul(8))?;
            let item = |index| {
                let item = self.content(tag, &StreamName::item(tag, index))?;
                Ok::<_, Error>(item.map(Cow::from))
            };
            PropValue::from_items(tag.kind(), &bytes, item, page)?
        } else {
            // Borrowed: what is shared would be copied, and text decoded from the copy.
            PropValue::from_stream(tag.kind(), &*bytes, page)
        };
        Ok(decoded.value.into_owned())
    }

    /// The bytes of a stream, lent if they can be.
    fn content(
        &self,
        tag: PropTag,
        name: &StreamName,
    ) -> Result<Option<openimsg_storage::Content<'_>>, Error> {
        let Some(stream) = self.affordable(tag, name)? else { return Ok(None) };
        self.overlay.content(&stream).map(Some).map_err(|e| self.error(Some(tag), e))
    }

    fn bytes(&self, tag: PropTag, name: &StreamName) -> Result<Option<Bytes>, Error> {
        let Some(stream) = self.affordable(tag, name)? else { return Ok(None) };
        self.overlay.share(&stream).map(Some).map_err(|e| self.error(Some(tag), e))
    }

    /// A stream that is not too long to be read whole.
    fn affordable(&self, tag: PropTag, name: &StreamName) -> Result<Option<Node>, Error> {
        let stream = self.overlay.child(&self.overlay.root(), name.as_str());
        if let Some(stream) = &stream {
            let size = self.overlay.stat(stream).map_or(0, |stat| stat.size);
            self.afford(tag, usize::try_from(size).unwrap_or(usize::MAX))?;
        }
        Ok(stream)
    }

    fn afford(&self, tag: PropTag, size: usize) -> Result<(), Error> {
        let size = u64::try_from(size).unwrap_or(u64::MAX);
        let afford = self.shared.budget.afford(Limit::DecodedBytes, size);
        afford.map_err(|e| self.error(Some(tag), e))
    }

    /// The page of an 8-bit text.
    fn page_of(&self, tag: PropTag) -> openimsg_base::CodePage {
        use openimsg_props::tags::{PR_BODY_HTML, PR_INTERNET_CPID};
        let html = tag.id() == PR_BODY_HTML.id() && tag.kind() == PropType::STRING8;
        let page = html.then(|| self.long(PR_INTERNET_CPID.id())).flatten();
        let page = page.map(|number| openimsg_base::CodePage(number.cast_unsigned()));
        page.filter(|page| page.is_supported()).unwrap_or(self.text.page)
    }

    fn store(&mut self, tag: PropTag, encoded: Encoded<'_>) -> Result<(), Problem> {
        let mut streams = 0_u32;
        let inline = encoded.inline;
        match encoded.content {
            ValueContent::Inline | ValueContent::Object => {}
            ValueContent::Stream(bytes) => {
                self.put_stream(&StreamName::value(tag), bytes.into_owned())?;
                streams = 1;
            }
            ValueContent::Items { lengths, items } => {
                let before = self.overlay.clone();
                let put = || {
                    self.put_stream(&StreamName::value(tag), lengths)?;
                    (0..).zip(items).try_for_each(|(index, item)| {
                        self.put_stream(&StreamName::item(tag, index), item.into_owned())
                    })
                };
                let done: Result<(), Problem> = put();
                if done.is_err() {
                    self.overlay = before;
                }
                done?;
                streams = 1;
            }
        }
        self.put_entry(tag, inline, streams)
    }

    fn put_stream(
        &mut self,
        name: &StreamName,
        content: impl Into<Content<'static>>,
    ) -> Result<(), Problem> {
        Ok(self.overlay.put_root_stream(name.as_str(), content)?)
    }

    /// Puts the entry in and takes the streams out that the new value does not have.
    fn put_entry(&mut self, tag: PropTag, inline: [u8; 8], streams: u32) -> Result<(), Problem> {
        let id = tag.id();
        let attributes = match self.entry(id) {
            Some(entry) => entry.attributes(),
            None => attributes(self.owner, id),
        };
        let replaced = self.properties.put(Entry::new(tag, attributes, inline));
        for name in self.streams_of(id, &replaced) {
            if !(streams > 0 && self.belongs(&name, tag, inline)) {
                self.overlay.remove(name)?;
            }
        }
        self.note(id);
        Ok(())
    }

    /// Notes that a property was set or deleted.
    fn note(&mut self, id: PropId) {
        self.changed.insert(id);
        self.edits = self.edits.wrapping_add(1);
        self.stale = true;
    }

    /// Whether a stream is one of the value that has just been stored.
    fn belongs(&self, name: &Name, tag: PropTag, inline: [u8; 8]) -> bool {
        match StreamName::parse(&name.to_string()) {
            Some((other, None)) => other == tag,
            Some((other, Some(index))) => {
                let [a, b, c, d, ..] = inline;
                let width = if tag.kind() == PropType::MV_BINARY { 8 } else { 4 };
                let count = u32::from_le_bytes([a, b, c, d]).checked_div(width).unwrap_or(0);
                other == tag && tag.kind().has_item_streams() && index < count
            }
            None => true,
        }
    }

    /// What is stored for an identifier, of whatever type, also without an entry. A new object
    /// has only what was set.
    fn streams_of(&self, id: PropId, replaced: &[Entry]) -> Vec<Name> {
        let mut streams = Vec::new();
        let stored = |entry: &Entry| entry.tag().kind().fixed_size().is_none();
        if self.original.is_empty() && !replaced.iter().any(stored) {
            return streams;
        }
        let prefix = StreamName::value(PropTag::new(id, PropType::UNSPECIFIED));
        let prefix = prefix.as_str().strip_suffix("0000").unwrap_or_default();
        for len in [20, 29] {
            self.overlay.visit_prefixed(&self.overlay.root(), prefix, len, &mut |child| {
                streams.push(child.name());
            });
        }
        streams
    }

    pub(super) fn node(&self) -> Node {
        self.overlay.root()
    }
}

impl std::fmt::Debug for ObjectEdit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ObjectEdit")
            .field("place", &self.place)
            .field("properties", &self.properties.entries().len())
            .finish_non_exhaustive()
    }
}

pub(super) fn names_error(problem: Problem) -> Error {
    Error::new([Step::NamedProperties], problem)
}
