//! IMAPIProp.

use openimsg_props::named::NamedProperty;
use openimsg_props::{
    Attributes, BuildError, Entry, PropId, PropTag, PropType, PropValue, SCode, tags,
};

use super::names::{self, NameFilter};
use super::{
    Answers, AttachmentObject, Call, Error, Failures, Interface, LastError, MessageObject,
    OpenMode, PropProblems, PropStream, Value,
};
use crate::edit::ObjectEdit;
use crate::rules::{self, Access, NOT_PRESENT, ObjectType, Operation};
use crate::table::{self, convert};

/// IMAPIProp: an object with properties, under the rules of MAPI.
///
/// What the documentation leaves open is decided here:
///
/// * An error among values keeps the identifier of its property, beside the type PT_ERROR.
/// * A value whose type is neither the one that was asked for nor the other width of text is
///   [`SCode::MAPI_E_UNEXPECTED_TYPE`]. Text that the message's code page does not have, asked for
///   in 8 bits, is [`SCode::MAPI_E_BAD_CHARWIDTH`] rather than damaged.
/// * A PT_OBJECT is listed, and answers [`SCode::MAPI_E_NO_SUPPORT`] when its value is asked for.
/// * A value of more than 16 MiB is [`SCode::MAPI_E_NOT_ENOUGH_MEMORY`]; it can be read as a
///   [stream](PropObject::open_stream).
/// * Setting a value of another type under the same identifier replaces the old one.
/// * An identifier from 0x8000 on that nothing is known of cannot be set, and neither can 0:
///   [`SCode::MAPI_E_UNEXPECTED_ID`].
/// * Nothing can be set to PT_NULL: [`SCode::MAPI_E_INVALID_TYPE`].
/// * PR_MESSAGE_CODEPAGE of a message that stores text in 8 bits says how: it is computed.
/// * Deleting what is not there is a problem for that property,
///   [`SCode::MAPI_E_NOT_FOUND`].
/// * The error of a single value that was asked for is that of a call, and can be the
///   [last](PropObject::last_error); one among several values is not. A call that succeeds does
///   not make the object forget the one that failed before.
pub trait PropObject {
    /// The object below, in which the rules are not asked.
    fn edit(&self) -> &ObjectEdit;

    /// The object below, to change it without asking the rules.
    fn edit_mut(&mut self) -> &mut ObjectEdit;

    /// What it is.
    fn object_type(&self) -> ObjectType;

    /// Whether it can be changed.
    fn access(&self) -> Access;

    /// The call on it that failed last, for those who implement calls.
    fn failures(&self) -> &Failures;

    /// The value of a property that follows from how things are and is not as stored; nothing for
    /// any other property.
    fn computed(&self, id: PropId) -> Option<Result<PropValue<'static>, Error>>;

    /// Adds the properties that are there whether they are stored or not.
    fn add_computed_tags(&self, tags: &mut Vec<PropTag>);

    /// The properties that are there whether they are stored or not.
    #[must_use]
    fn computed_tags(&self) -> Vec<PropTag> {
        let mut tags = Vec::new();
        self.add_computed_tags(&mut tags);
        tags
    }

    /// It, if it is a message.
    fn as_message(&mut self) -> Option<&mut MessageObject> {
        None
    }

    /// It, if it is an attachment.
    fn as_attachment(&mut self) -> Option<&mut AttachmentObject> {
        None
    }

    /// Whether it can be asked as this.
    fn supports(&self, interface: Interface) -> bool {
        match interface {
            Interface::MapiProp => true,
            Interface::Message => self.object_type() == ObjectType::Message,
            Interface::Attachment => self.object_type() == ObjectType::Attachment,
        }
    }

    /// The value of a property (GetProps with one tag). The type in the tag is the one that is
    /// wanted; with PT_UNSPECIFIED it is that of the value, for text the width that `wide` says.
    ///
    /// # Errors
    /// Why there is none.
    fn prop(&self, tag: PropTag, wide: bool) -> Result<PropValue<'static>, Error> {
        let answer = value(self, tag, wide).map_err(|error| error.at(tag));
        self.failures().note(Call::GetProps, answer)
    }

    /// The text of a property; nothing if it is not there, which is no error.
    ///
    /// # Errors
    /// As [`PropObject::prop`]; [`SCode::MAPI_E_UNEXPECTED_TYPE`] if it is no text.
    fn text(&self, tag: PropTag) -> Result<Option<String>, Error> {
        let text = match value(self, tag, true) {
            Ok(PropValue::Unicode(text) | PropValue::String8(text)) => {
                Ok(Some(text.text.into_owned()))
            }
            Ok(_) => Err(SCode::MAPI_E_UNEXPECTED_TYPE.into()),
            Err(error) if error.scode() == SCode::MAPI_E_NOT_FOUND => Ok(None),
            Err(error) => Err(error),
        };
        self.failures().note(Call::GetProps, text.map_err(|error: Error| error.at(tag)))
    }

    /// The values of properties, in order; of all without tags (GetProps).
    ///
    /// # Errors
    /// [`SCode::MAPI_E_INVALID_PARAMETER`] if `tags` are none.
    fn props(&self, tags: Option<&[PropTag]>, wide: bool) -> Result<Answers<Value>, Error> {
        match tags {
            Some([]) => {
                self.failures().note(Call::GetProps, Err(SCode::MAPI_E_INVALID_PARAMETER.into()))
            }
            Some(tags) => Ok(values(self, tags, wide)),
            None => Ok(values(self, &self.prop_list(wide), wide)),
        }
    }

    /// The tags of all properties, those with objects included; text in the width that `wide`
    /// says (GetPropList).
    #[must_use]
    fn prop_list(&self, wide: bool) -> Vec<PropTag> {
        let stored = self.edit().list();
        let count = stored.len();
        let mut list = Vec::with_capacity(count.saturating_add(16));
        list.extend(stored.map(|(tag, _)| tag));
        self.add_computed_tags(&mut list);
        let mut index = 0_usize;
        list.retain(|tag| {
            index = index.saturating_add(1);
            index <= count || !self.edit().has(tag.id())
        });
        for tag in &mut list {
            *tag = tag.with_kind(width(tag.kind(), wide));
        }
        list
    }

    /// Sets properties (SetProps). PR_NULL and errors are passed over.
    ///
    /// # Errors
    /// [`SCode::MAPI_E_INVALID_PARAMETER`] for no values, objects and several values of which
    /// there are none, [`SCode::MAPI_E_NO_ACCESS`] on an object that is only read. Nothing was set
    /// then.
    fn set_props(&mut self, values: &[Value]) -> Result<PropProblems, Error> {
        let done = set_all(self, values);
        self.failures().note(Call::SetProps, done)
    }

    /// Deletes properties; their types do not matter (DeleteProps).
    ///
    /// # Errors
    /// [`SCode::MAPI_E_INVALID_PARAMETER`] for none, [`SCode::MAPI_E_NO_ACCESS`] on an object that
    /// is only read.
    fn delete_props(&mut self, tags: &[PropTag]) -> Result<PropProblems, Error> {
        let done = delete_all(self, tags);
        self.failures().note(Call::DeleteProps, done)
    }

    /// What may be done to properties, in order; [`NOT_PRESENT`] for those that are not there
    /// (GetAttribIMsgOnIStg).
    #[must_use]
    fn attributes(&self, tags: &[PropTag]) -> Vec<Attributes> {
        let of = |tag: &PropTag| match self.edit().entry(tag.id()) {
            Some(entry) => entry.attributes(),
            None if self.computed(tag.id()).is_some_and(|value| value.is_ok()) => {
                Attributes::READABLE
            }
            None => NOT_PRESENT,
        };
        tags.iter().map(of).collect()
    }

    /// Changes what may be done to properties, from now on and in the file (SetAttribIMsgOnIStg).
    /// A property that is not stored has no attributes to change:
    /// [`SCode::MAPI_E_NOT_FOUND`]; a word with other bits than the three that can be stored is
    /// [`SCode::MAPI_E_INVALID_PARAMETER`].
    ///
    /// # Errors
    /// [`SCode::MAPI_E_INVALID_PARAMETER`] for none, or not one for each property,
    /// [`SCode::MAPI_E_NO_ACCESS`] on an object that is only read.
    fn set_attributes(
        &mut self,
        tags: &[PropTag],
        attributes: &[Attributes],
    ) -> Result<PropProblems, Error> {
        let done = allow_all(self, tags, attributes);
        self.failures().note(Call::SetAttribIMsgOnIStg, done)
    }

    /// The identifiers that stand for names, in order, each with PT_UNSPECIFIED; of all names
    /// that the file knows, without names (GetIDsFromNames). With `create` a name that is not
    /// known gets one. A number of PS_MAPI below 0x8000 is its own identifier.
    ///
    /// # Errors
    /// [`SCode::MAPI_E_INVALID_PARAMETER`] for none, and for `create` without names;
    /// [`SCode::MAPI_E_TOO_BIG`] if there are no more identifiers; [`SCode::MAPI_E_NO_ACCESS`] if
    /// one would have to be made and the object is only read.
    fn ids_from_names(
        &mut self,
        names: Option<&[NamedProperty]>,
        create: bool,
    ) -> Result<Answers<PropTag>, Error> {
        let access = self.access();
        let done = names::ids_from_names(self.edit_mut(), access, names, create);
        self.failures().note(Call::GetIDsFromNames, done)
    }

    /// What identifiers stand for, in order; without tags all names that the file knows, and
    /// their identifiers (GetNamesFromIDs).
    ///
    /// # Errors
    /// [`SCode::MAPI_E_INVALID_PARAMETER`] if `tags` are none.
    fn names_from_ids(
        &self,
        tags: Option<&[PropTag]>,
        filter: NameFilter,
    ) -> Result<Answers<(PropTag, Option<NamedProperty>)>, Error> {
        let done = names::names_from_ids(self.edit(), tags, filter);
        self.failures().note(Call::GetNamesFromIDs, done)
    }

    /// Opens bytes or text of any length as a stream (OpenProperty with IID_IStream). What is
    /// written reaches the object when the stream is [committed](PropStream::commit).
    ///
    /// # Errors
    /// [`SCode::MAPI_E_INVALID_PARAMETER`] for PT_UNSPECIFIED,
    /// [`SCode::MAPI_E_INTERFACE_NOT_SUPPORTED`] for any other type that is neither bytes nor
    /// text, [`SCode::MAPI_E_NOT_FOUND`], and those of [`rules::check`].
    fn open_stream(&self, tag: PropTag, mode: OpenMode) -> Result<PropStream, Error> {
        let opened = stream(self, tag, mode).map_err(|error| error.at(tag));
        self.failures().note(Call::OpenProperty, opened)
    }

    /// Another number after each call that changed something in it, or gave a name its
    /// identifier; the same after one that changed nothing, since every property was a problem
    /// for example.
    #[must_use]
    fn revision(&self) -> u64 {
        self.edit().revision()
    }

    /// What is known of the call on it that failed last, if that answered `scode`
    /// (GetLastError); nothing if none failed or the last one answered another code.
    ///
    /// What fails in streams, storages and tables is told by them alone.
    #[must_use]
    fn last_error(&self, scode: SCode) -> Option<LastError> {
        self.failures().last(scode)
    }

    /// An error unless the object can be changed.
    ///
    /// # Errors
    /// [`SCode::MAPI_E_NO_ACCESS`].
    fn require_modify(&self) -> Result<(), Error> {
        match self.access() {
            Access::Modify => Ok(()),
            Access::Read => Err(SCode::MAPI_E_NO_ACCESS.into()),
        }
    }

    /// An error if nothing is known of an identifier of a named property, or if it is 0.
    ///
    /// # Errors
    /// [`SCode::MAPI_E_UNEXPECTED_ID`].
    fn require_known(&self, id: PropId) -> Result<(), Error> {
        let is_known =
            id != PropId(0) && id < PropId::FIRST_NAMED || self.edit().name_of(id)?.is_some();
        if is_known { Ok(()) } else { Err(SCode::MAPI_E_UNEXPECTED_ID.into()) }
    }
}

/// A value of more bytes is to be read as a stream.
const LARGEST_VALUE: u32 = 16 << 20;

pub(super) fn value<T: PropObject + ?Sized>(
    object: &T,
    tag: PropTag,
    wide: bool,
) -> Result<PropValue<'static>, Error> {
    value_of(object.edit(), tag, wide, object.computed(tag.id()), |stored| {
        let stored = Some(stored);
        Ok(rules::check(Operation::Get, tag, stored, object.object_type(), object.access())?)
    })
}

fn set_all<T: PropObject + ?Sized>(
    object: &mut T,
    values: &[Value],
) -> Result<PropProblems, Error> {
    let invalid = Error::from(SCode::MAPI_E_INVALID_PARAMETER);
    let is_bad = |v: &&Value| v.tag.kind() == PropType::OBJECT || is_empty_list(&v.value);
    if let Some(bad) = values.iter().find(is_bad) {
        return Err(invalid.at(bad.tag));
    }
    if values.is_empty() {
        return Err(invalid);
    }
    object.require_modify()?;
    let mut problems = PropProblems::default();
    for (index, Value { tag, value, .. }) in values.iter().enumerate() {
        if *tag == tags::PR_NULL || tag.kind() == PropType::ERROR {
            continue;
        }
        let keeps_sync = values.iter().any(|v| v.tag.id() == tags::PR_RTF_IN_SYNC.id());
        if let Err(error) = set_one(object, *tag, value, keeps_sync) {
            problems.add(index, *tag, error);
        }
    }
    Ok(problems)
}

fn delete_all<T: PropObject + ?Sized>(
    object: &mut T,
    tags: &[PropTag],
) -> Result<PropProblems, Error> {
    if tags.is_empty() {
        return Err(SCode::MAPI_E_INVALID_PARAMETER.into());
    }
    object.require_modify()?;
    let mut problems = PropProblems::default();
    for (index, tag) in tags.iter().enumerate() {
        if let Err(error) = delete_one(object, *tag) {
            problems.add(index, *tag, error);
        }
    }
    Ok(problems)
}

fn allow_all<T: PropObject + ?Sized>(
    object: &mut T,
    tags: &[PropTag],
    attributes: &[Attributes],
) -> Result<PropProblems, Error> {
    if tags.is_empty() || tags.len() != attributes.len() {
        return Err(SCode::MAPI_E_INVALID_PARAMETER.into());
    }
    object.require_modify()?;
    let storable = Attributes::READ_WRITE.with(Attributes::MANDATORY);
    let mut problems = PropProblems::default();
    for (index, (tag, attributes)) in tags.iter().zip(attributes).enumerate() {
        if !storable.contains(*attributes) {
            problems.add(index, *tag, SCode::MAPI_E_INVALID_PARAMETER.into());
        } else if !object.edit_mut().set_attributes(tag.id(), *attributes) {
            problems.add(index, *tag, SCode::MAPI_E_NOT_FOUND.into());
        }
    }
    Ok(problems)
}

fn stream<T: PropObject + ?Sized>(
    object: &T,
    tag: PropTag,
    mode: OpenMode,
) -> Result<PropStream, Error> {
    let stored = object.edit().entry(tag.id()).map(Entry::attributes);
    let check =
        |operation| rules::check(operation, tag, stored, object.object_type(), object.access());
    if tag.kind() == PropType::UNSPECIFIED {
        return Err(SCode::MAPI_E_INVALID_PARAMETER.into());
    }
    if !matches!(tag.kind(), PropType::BINARY | PropType::STRING8 | PropType::UNICODE) {
        return Err(SCode::MAPI_E_INTERFACE_NOT_SUPPORTED.into());
    }
    if mode != OpenMode::Read {
        check(Operation::Set)?;
    }
    if mode == OpenMode::Create {
        object.require_known(tag.id())?;
        return Ok(PropStream::create(object.edit(), tag));
    }
    if let Some(computed) = object.computed(tag.id()) {
        return PropStream::of_value(object.edit(), tag, convert(computed?, tag.kind())?);
    }
    check(Operation::Get)?;
    PropStream::open(object.edit(), tag, mode)
}

fn values<T: PropObject + ?Sized>(object: &T, tags: &[PropTag], wide: bool) -> Answers<Value> {
    tags.iter().map(|tag| Value::of(*tag, value(object, *tag, wide))).collect()
}

/// The value of a property, stored or computed, in the type that the tag wants.
pub(super) fn value_of(
    object: &ObjectEdit,
    tag: PropTag,
    wide: bool,
    computed: Option<Result<PropValue<'static>, Error>>,
    readable: impl FnOnce(Attributes) -> Result<(), Error>,
) -> Result<PropValue<'static>, Error> {
    let wanted = |kind: PropType| match tag.kind() {
        PropType::UNSPECIFIED => width(kind, wide),
        wanted => wanted,
    };
    let value = match computed {
        Some(value) => value?,
        None => {
            let entry = object.entry(tag.id()).ok_or(SCode::MAPI_E_NOT_FOUND)?;
            readable(entry.attributes())?;
            let stored = entry.tag().kind();
            if stored == PropType::OBJECT {
                return Err(SCode::MAPI_E_NO_SUPPORT.into());
            }
            // Nothing is decoded in vain.
            if width(wanted(stored), true) != width(stored, true) {
                return Err(SCode::MAPI_E_UNEXPECTED_TYPE.into());
            }
            if stored.fixed_size().is_none() && entry.declared_size() > LARGEST_VALUE {
                return Err(SCode::MAPI_E_NOT_ENOUGH_MEMORY.into());
            }
            let value = object.get(tag.id())?;
            value.ok_or(SCode::MAPI_E_NOT_FOUND)?
        }
    };
    if is_empty_list(&value) {
        return Err(SCode::MAPI_E_NOT_FOUND.into());
    }
    if value.size() > usize::try_from(LARGEST_VALUE).unwrap_or(usize::MAX) {
        return Err(SCode::MAPI_E_NOT_ENOUGH_MEMORY.into());
    }
    let wanted = wanted(value.kind());
    if width(wanted, true) == wanted || value.kind() == wanted {
        return Ok(convert(value, wanted)?);
    }
    let page = object.code_page();
    for text in value.as_text().into_iter().chain(value.as_texts().into_iter().flatten()) {
        let encoded = page.encode(text.as_str());
        encoded.map_err(|error| object.error(Some(tag), BuildError::Text(error)))?;
    }
    Ok(convert(value, wanted)?)
}

/// The size of a stored value in the type that the tag wants. One that cannot be read has the
/// bytes that are stored, and bytes are not read at all.
pub(super) fn size_of(object: &ObjectEdit, entry: &Entry, tag: PropTag) -> Option<u64> {
    let stored = entry.tag().kind();
    let wanted = if tag.kind() == PropType::UNSPECIFIED { stored } else { tag.kind() };
    if width(wanted, true) != width(stored, true) {
        return None;
    }
    let is_read = !matches!(stored, PropType::BINARY | PropType::OBJECT);
    match is_read.then(|| object.get(tag.id())) {
        Some(Ok(value)) => {
            let value = value.filter(|value| !is_empty_list(value))?;
            convert(value, wanted).ok().map(|value| table::size_of(&value))
        }
        _ => Some(object.stored_len(entry)),
    }
}

/// The type of text in a width; other types as they are.
pub(super) fn width(kind: PropType, wide: bool) -> PropType {
    match (kind, wide) {
        (PropType::STRING8 | PropType::UNICODE, true) => PropType::UNICODE,
        (PropType::STRING8 | PropType::UNICODE, false) => PropType::STRING8,
        (PropType::MV_STRING8 | PropType::MV_UNICODE, true) => PropType::MV_UNICODE,
        (PropType::MV_STRING8 | PropType::MV_UNICODE, false) => PropType::MV_STRING8,
        (other, _) => other,
    }
}

fn set_one<T: PropObject + ?Sized>(
    object: &mut T,
    tag: PropTag,
    value: &PropValue<'static>,
    keeps_sync: bool,
) -> Result<(), Error> {
    let stored = object.edit().entry(tag.id()).map(Entry::attributes);
    rules::check(Operation::Set, tag, stored, object.object_type(), object.access())?;
    rules::check_type(tag, value.kind())?;
    object.require_known(tag.id())?;
    if tells_page(object, tag.id()) && value.as_u32() != Some(object.edit().code_page().0) {
        return Err(SCode::MAPI_E_COMPUTED.into());
    }
    let unsyncs = !keeps_sync && unsyncs(object, tag.id(), value.as_str());
    object.edit_mut().set(tag, value.clone())?;
    unsync(object, unsyncs)
}

fn delete_one<T: PropObject + ?Sized>(object: &mut T, tag: PropTag) -> Result<(), Error> {
    let stored = object.edit().entry(tag.id()).map(Entry::attributes);
    rules::check(Operation::Delete, tag, stored, object.object_type(), object.access())?;
    if tells_page(object, tag.id()) {
        return Err(SCode::MAPI_E_COMPUTED.into());
    }
    let unsyncs = unsyncs(object, tag.id(), None);
    object.edit_mut().delete(tag.id())?;
    unsync(object, unsyncs)
}

/// Whether a property is PR_MESSAGE_CODEPAGE of a message that stores text in 8 bits: it says how,
/// and with another one it would be another text.
pub(super) fn tells_page<T: PropObject + ?Sized>(object: &T, id: PropId) -> bool {
    id == tags::PR_MESSAGE_CODEPAGE.id()
        && object.object_type() == ObjectType::Message
        && !object.edit().is_unicode()
}

/// Whether the plain text is no longer that of the RTF once a property has this text: it is if
/// only white space changes. One that cannot be read is another.
pub(super) fn unsyncs<T: PropObject + ?Sized>(object: &T, id: PropId, text: Option<&str>) -> bool {
    const BODY: PropId = tags::PR_BODY.id();
    let is_body = id == BODY && object.object_type() == ObjectType::Message;
    if !is_body || !object.edit().has(tags::PR_RTF_IN_SYNC.id()) {
        return false;
    }
    match (object.edit().text(BODY), text) {
        (Ok(Some(before)), Some(text)) => !before.split_whitespace().eq(text.split_whitespace()),
        (Ok(before), text) => before.is_some() || text.is_some(),
        (Err(_), _) => true,
    }
}

/// The plain text has changed: if it is another one it is no longer that of the RTF.
pub(super) fn unsync<T: PropObject + ?Sized>(object: &mut T, is_other: bool) -> Result<(), Error> {
    if is_other {
        object.edit_mut().delete(tags::PR_RTF_IN_SYNC.id())?;
    }
    Ok(())
}

/// Several values of which there are none.
pub(super) fn is_empty_list(value: &PropValue<'_>) -> bool {
    use PropValue as P;
    match value {
        P::MvI2(all) => all.is_empty(),
        P::MvLong(all) => all.is_empty(),
        P::MvFloat(all) => all.is_empty(),
        P::MvDouble(all) => all.is_empty(),
        P::MvCurrency(all) => all.is_empty(),
        P::MvAppTime(all) => all.is_empty(),
        P::MvI8(all) => all.is_empty(),
        P::MvSysTime(all) => all.is_empty(),
        P::MvClsid(all) => all.is_empty(),
        P::MvString8(all) | P::MvUnicode(all) => all.is_empty(),
        P::MvBinary(all) => all.is_empty(),
        _ => false,
    }
}
