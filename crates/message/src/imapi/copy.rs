//! CopyTo and CopyProps.

use openimsg_props::{Entry, PropId, PropTag, PropType, SCode, tags};

use super::object::{tells_page, unsync, unsyncs};
use super::{Call, Error, Interface, PropObject, PropProblems};
use crate::edit::{AttachmentEdit, ObjectEdit};
use crate::rules::{self, ObjectType, Operation};

/// How properties are copied.
///
/// What the documentation leaves open is decided here:
///
/// * The recipients and the attachments of a message are each copied as one property, so that
///   they replace all that the destination has, or nothing of it; no name of one collides with
///   that of another.
/// * What may not be read is a problem, [`SCode::MAPI_E_NO_ACCESS`], and so is what was copied and
///   may not be deleted where it was to be moved from.
/// * Attributes are not copied: what is there keeps its own.
/// * MAPI_DIALOG and MAPI_DECLINE_OK mean nothing here: there is nobody to ask.
#[derive(Debug, Clone, Copy, Default)]
pub struct CopyOptions<'a> {
    /// What source and destination have in common; needed.
    pub interface: Option<Interface>,
    /// What is not to be copied of it (CopyTo alone).
    pub excluded: &'a [Interface],
    /// MAPI_MOVE: what was copied is deleted at the source.
    pub moved: bool,
    /// MAPI_NOREPLACE: what the destination has stays.
    pub keep: bool,
}

/// Copies all properties, with recipients, attachments and what is in them, but those that are
/// excluded, by identifier (CopyTo). Names of properties are translated. Properties that the
/// destination computes are problems ([`SCode::MAPI_E_COMPUTED`]) that can be disregarded; a
/// problem's index is its place in the source's [list](PropObject::prop_list).
///
/// # Errors
/// [`SCode::MAPI_E_INVALID_PARAMETER`] without an interface, for an empty list of exclusions or
/// PR_NULL in it; [`SCode::MAPI_E_INTERFACE_NOT_SUPPORTED`] if the destination does not have the
/// interface or all of it is excluded; [`SCode::MAPI_E_NO_ACCESS`] if the destination is the
/// source or is only read, or the source is and is to be moved; [`SCode::MAPI_E_FOLDER_CYCLE`] if
/// the destination is within the source.
pub fn copy_to(
    source: &mut dyn PropObject,
    exclude: Option<&[PropTag]>,
    destination: &mut dyn PropObject,
    options: CopyOptions<'_>,
) -> Result<PropProblems, Error> {
    let done = copy_all(source, exclude, destination, options);
    source.failures().note(Call::CopyTo, done)
}

fn copy_all(
    source: &mut dyn PropObject,
    exclude: Option<&[PropTag]>,
    destination: &mut dyn PropObject,
    options: CopyOptions<'_>,
) -> Result<PropProblems, Error> {
    let interface = options.interface.ok_or(SCode::MAPI_E_INVALID_PARAMETER)?;
    let is_excluded = |one| options.excluded.contains(&one);
    if is_excluded(interface) || is_excluded(Interface::MapiProp) {
        return Err(SCode::MAPI_E_INTERFACE_NOT_SUPPORTED.into());
    }
    if exclude.is_some_and(|tags| tags.is_empty() || tags.contains(&tags::PR_NULL)) {
        return Err(SCode::MAPI_E_INVALID_PARAMETER.into());
    }
    check(source, destination, interface, options)?;
    let is_wanted =
        |tag: &PropTag| !exclude.is_some_and(|all| all.iter().any(|own| own.id() == tag.id()));
    let wanted = source.prop_list(true);
    let wanted = (0..).zip(wanted).filter(|(_, tag)| is_wanted(tag)).collect();
    copy(source, wanted, destination, options)
}

/// Copies the properties that are named (CopyProps). PR_MESSAGE_RECIPIENTS and
/// PR_MESSAGE_ATTACHMENTS stand for the tables. What the source does not have is a problem.
///
/// # Errors
/// As [`copy_to`]; [`SCode::MAPI_E_INVALID_PARAMETER`] for no properties and for PR_NULL.
pub fn copy_props(
    source: &mut dyn PropObject,
    include: &[PropTag],
    destination: &mut dyn PropObject,
    options: CopyOptions<'_>,
) -> Result<PropProblems, Error> {
    let done = copy_included(source, include, destination, options);
    source.failures().note(Call::CopyProps, done)
}

fn copy_included(
    source: &mut dyn PropObject,
    include: &[PropTag],
    destination: &mut dyn PropObject,
    options: CopyOptions<'_>,
) -> Result<PropProblems, Error> {
    let interface = options.interface.ok_or(SCode::MAPI_E_INVALID_PARAMETER)?;
    if include.is_empty() || include.contains(&tags::PR_NULL) {
        return Err(SCode::MAPI_E_INVALID_PARAMETER.into());
    }
    check(source, destination, interface, options)?;
    copy(source, (0..).zip(include.iter().copied()).collect(), destination, options)
}

fn check(
    source: &dyn PropObject,
    destination: &dyn PropObject,
    interface: Interface,
    options: CopyOptions<'_>,
) -> Result<(), Error> {
    if !destination.supports(interface) {
        return Err(SCode::MAPI_E_INTERFACE_NOT_SUPPORTED.into());
    }
    if source.edit().is_of_same_file(destination.edit()) {
        let (from, to) = (source.edit().place(), destination.edit().place());
        if from == to {
            return Err(SCode::MAPI_E_NO_ACCESS.into());
        }
        if to.starts_with(from) {
            return Err(SCode::MAPI_E_FOLDER_CYCLE.into());
        }
    }
    destination.require_modify()?;
    if options.moved { source.require_modify() } else { Ok(()) }
}

fn copy(
    source: &mut dyn PropObject,
    wanted: Vec<(usize, PropTag)>,
    destination: &mut dyn PropObject,
    options: CopyOptions<'_>,
) -> Result<PropProblems, Error> {
    let mut problems = PropProblems::default();
    // What is attached comes first: to put it in sets properties that are then copied too.
    let (objects, values): (Vec<_>, Vec<_>) =
        wanted.into_iter().partition(|(_, tag)| is_object(source, *tag));
    let keeps_sync = values.iter().any(|(_, tag)| tag.id() == tags::PR_RTF_IN_SYNC.id());
    for (index, tag) in objects.into_iter().chain(values) {
        let done = copy_one(source, tag, destination, options.keep, keeps_sync);
        match done {
            Ok(false) => {}
            Ok(true) if options.moved => {
                if let Err(error) = remove(source, tag) {
                    problems.add(index, tag, error);
                }
            }
            Ok(true) => {}
            Err(error) => problems.add(index, tag, error),
        }
    }
    problems.0.sort_by_key(|problem| problem.index);
    Ok(problems)
}

fn is_object(source: &dyn PropObject, tag: PropTag) -> bool {
    let stored = source.edit().tag_of(tag.id());
    stored.is_some_and(|stored| stored.kind() == PropType::OBJECT) || is_table(tag)
}

fn is_table(tag: PropTag) -> bool {
    tag.id() == tags::PR_MESSAGE_RECIPIENTS.id() || tag.id() == tags::PR_MESSAGE_ATTACHMENTS.id()
}

/// Copies a property; tells whether it did, or left what was there.
fn copy_one(
    source: &mut dyn PropObject,
    tag: PropTag,
    destination: &mut dyn PropObject,
    keep: bool,
    keeps_sync: bool,
) -> Result<bool, Error> {
    if is_table(tag) && source.object_type() == ObjectType::Message {
        return copy_table(source, tag.id(), destination, keep);
    }
    let (from, owner) = (source.edit(), destination.object_type());
    if !from.has(tag.id()) {
        // It may be computed at both ends; then nothing is missing.
        let computed = source.computed(tag.id()).is_some_and(|value| value.is_ok());
        return match computed && rules::is_computed(owner, tag.id()) {
            true => Err(SCode::MAPI_E_COMPUTED.into()),
            false if computed => Ok(false),
            false => Err(SCode::MAPI_E_NOT_FOUND.into()),
        };
    }
    let attributes = |object: &ObjectEdit, id| object.entry(id).map(Entry::attributes);
    let (of, stored) = (source.object_type(), attributes(from, tag.id()));
    rules::check(Operation::Get, tag, stored, of, source.access())?;
    if tells_page(destination, tag.id()) {
        return Err(SCode::MAPI_E_COMPUTED.into());
    }
    let id = translate(from, tag.id(), destination.edit_mut())?;
    if keep && destination.edit().has(id) {
        return Ok(false);
    }
    let stored = attributes(destination.edit(), id);
    rules::check(Operation::Set, tag, stored, owner, destination.access())?;
    if from.tag_of(tag.id()).is_some_and(|stored| stored.kind() == PropType::OBJECT) {
        let (Some(from), Some(to)) = (source.as_attachment(), destination.as_attachment()) else {
            return Err(SCode::MAPI_E_INTERFACE_NOT_SUPPORTED.into());
        };
        copy_object(&from.edit, &mut to.edit)?;
        to.note_object();
        return Ok(true);
    }
    let text = (id == tags::PR_BODY.id() && !keeps_sync).then(|| source.edit().text(id));
    let unsyncs = text.is_some_and(|text| unsyncs(destination, id, text.ok().flatten().as_deref()));
    copy_value(source.edit(), tag.id(), destination.edit_mut(), id)?;
    unsync(destination, unsyncs)?;
    Ok(true)
}

/// The identifier that stands at the destination for what one stands for at the source.
fn translate(from: &ObjectEdit, id: PropId, to: &mut ObjectEdit) -> Result<PropId, Error> {
    if id < PropId::FIRST_NAMED || from.is_of_same_file(to) {
        return Ok(id);
    }
    let name = from.name_of(id)?;
    let name = name.ok_or(SCode::MAPI_E_UNEXPECTED_ID)?;
    Ok(to.create_id(&name)?)
}

/// Copies a value that is stored; as bytes where they mean the same.
fn copy_value(
    from: &ObjectEdit,
    id: PropId,
    to: &mut ObjectEdit,
    to_id: PropId,
) -> Result<(), Error> {
    let stored = from.tag_of(id).ok_or(SCode::MAPI_E_NOT_FOUND)?;
    let tag = PropTag::new(to_id, stored.kind());
    let same_bytes = match stored.kind() {
        PropType::UNICODE => to.is_unicode(),
        PropType::STRING8 => false,
        kind => kind.fixed_size().is_none() && !kind.has_item_streams() && kind != PropType::OBJECT,
    };
    if same_bytes {
        return Ok(to.set_stored(tag, from, stored)?);
    }
    let value = from.get(id)?.ok_or(SCode::MAPI_E_NOT_FOUND)?;
    Ok(to.set(tag, value)?)
}

/// Copies all values that are stored, but those that the destination computes.
fn copy_values(from: &ObjectEdit, owner: ObjectType, to: &mut ObjectEdit) -> Result<(), Error> {
    let list: Vec<PropTag> = from.list().map(|(tag, _)| tag).collect();
    for tag in list {
        if tag.kind() != PropType::OBJECT && !rules::is_computed(owner, tag.id()) {
            let id = translate(from, tag.id(), to)?;
            copy_value(from, tag.id(), to, id)?;
        }
    }
    Ok(())
}

/// Copies an attached message, whose names are translated, or another storage as it is.
fn copy_object(from: &AttachmentEdit, to: &mut AttachmentEdit) -> Result<(), Error> {
    if let Some(mut message) = from.extract()? {
        let file = message.finish()?;
        return Ok(to.set_message(file)?);
    }
    let storage = from.storage()?.ok_or(SCode::MAPI_E_CORRUPT_DATA)?;
    Ok(to.set_storage(&storage)?)
}

fn copy_table(
    source: &mut dyn PropObject,
    table: PropId,
    destination: &mut dyn PropObject,
    keep: bool,
) -> Result<bool, Error> {
    let (Some(from), Some(to)) = (source.as_message(), destination.as_message()) else {
        return Err(SCode::MAPI_E_INTERFACE_NOT_SUPPORTED.into());
    };
    let recipients = table == tags::PR_MESSAGE_RECIPIENTS.id();
    let there = if recipients { to.edit.recipients() } else { to.edit.attachments() }.to_vec();
    if keep && !there.is_empty() {
        return Ok(false);
    }
    if recipients {
        to.edit.change_items(|to| {
            there.iter().try_for_each(|number| to.remove_recipient(*number))?;
            from.edit.recipients().iter().try_for_each(|number| {
                let mut copy = to.new_recipient()?;
                let recipient = from.edit.recipient(*number)?;
                copy_values(&recipient, ObjectType::Recipient, &mut copy)?;
                Ok::<_, Error>(copy.save(to)?)
            })
        })?;
        to.note_parts();
    } else {
        to.edit.change_items(|to| {
            there.iter().try_for_each(|number| to.remove_attachment(*number))?;
            from.shown().try_for_each(|number| {
                let attachment = from.edit.attachment(number)?;
                let mut copy = to.new_attachment()?;
                let data = attachment.tag_of(tags::PR_ATTACH_DATA_OBJ.id());
                if data.is_some_and(|tag| tag.kind() == PropType::OBJECT) {
                    copy_object(&attachment, &mut copy)?;
                }
                copy_values(&attachment, ObjectType::Attachment, &mut copy)?;
                Ok::<_, Error>(copy.save(to)?)
            })
        })?;
        to.forget_attachments(&there);
    }
    Ok(true)
}

/// Deletes at the source what was moved.
fn remove(source: &mut dyn PropObject, tag: PropTag) -> Result<(), Error> {
    if is_table(tag)
        && let Some(message) = source.as_message()
    {
        if tag.id() == tags::PR_MESSAGE_RECIPIENTS.id() {
            message.edit.change_items(|message| {
                let all = message.recipients().to_vec();
                all.into_iter().try_for_each(|number| message.remove_recipient(number))
            })?;
            message.note_parts();
            return Ok(());
        }
        let shown: Vec<u32> = message.shown().collect();
        message.edit.change_items(|message| {
            shown.iter().try_for_each(|number| message.remove_attachment(*number))
        })?;
        message.forget_attachments(&shown);
        return Ok(());
    }
    let problems = source.delete_props(&[tag])?;
    if problems.is_empty()
        && tag.id() == tags::PR_ATTACH_DATA_OBJ.id()
        && let Some(attachment) = source.as_attachment()
    {
        attachment.note_object();
    }
    problems.0.into_iter().next().map_or(Ok(()), |problem| Err(problem.error))
}
