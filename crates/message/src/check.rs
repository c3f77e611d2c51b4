//! Looking at everything in a file and listing every defect.

use std::collections::BTreeMap;

use openimsg_base::{Budget, Defect, DefectKind, Limit, Limits, Refused};
use openimsg_props::{
    Entry, NAMEID_STORAGE, PROPERTIES_STREAM, PropId, PropTag, PropType, StreamName,
    parse_attachment_storage_name, parse_recipient_storage_name, tags,
};
use openimsg_storage::{EntryKind, Store};

use crate::defects::{
    ATTACHMENT_COUNT, MISSING_STREAM, MIXED_STRINGS, NESTED_NAME_MAP, NO_ENTRY, NO_NAME_MAP,
    NO_PROPERTIES, NOT_CHECKED, OTHER_TYPE, RECIPIENT_COUNT, RTF_UNREADABLE, TOO_DEEP, TOO_MANY,
    UNKNOWN_ELEMENT, UNMAPPED, UNREADABLE,
};
use crate::{Error, Message, MessageFile, Object, Problem, Step};

/// A defect and where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What is wrong.
    pub defect: Defect,
    /// In which object; empty for the container and for the message of the file.
    pub place: Box<[Step]>,
}

/// Reads everything in a file and lists every defect: those found while opening, then those of
/// the name map, of each property, body, recipient, attachment and embedded message.
///
/// At most [`Limits::defects_kept`](openimsg_base::Limits::defects_kept) are listed; the second
/// number is how many there are. A defect stops nothing, in strict use neither.
///
/// # Errors
/// As [`MessageFile::message`]; [`Problem::Refused`] when the budget was cancelled.
pub fn check<S: Store>(file: &MessageFile<S>) -> Result<(Vec<Finding>, u64), Error> {
    let budget = file.budget();
    let mut report = Report {
        findings: Vec::new(),
        found: budget.defects_found(),
        kept: budget.limits().defects_kept,
    };
    for defect in budget.defects() {
        report.findings.push(Finding { defect, place: Box::new([]) });
    }
    // Strictness is for getters: here a defect is to be listed, and then the next one.
    let limits = Limits { strict: false, ..budget.limits().clone() };
    let lenient = Budget::new(limits, Some(budget.clone()));
    let message = file.message_on(&lenient)?;
    check_names(&message, &mut report)?;
    let mut messages = vec![message];
    while let Some(message) = messages.pop() {
        check_message(&message, &mut report, &mut messages)?;
    }
    Ok((report.findings, report.found))
}

struct Report {
    findings: Vec<Finding>,
    found: u64,
    kept: usize,
}

impl Report {
    fn add(&mut self, place: impl FnOnce() -> Vec<Step>, defect: Defect) {
        self.found = self.found.saturating_add(1);
        if self.findings.len() < self.kept {
            self.findings.push(Finding { defect, place: place().into() });
        }
    }

    fn add_to<S: Store + ?Sized>(
        &mut self,
        object: &Object<'_, S>,
        kind: &'static DefectKind,
        offset: impl Into<u64>,
    ) {
        self.add(|| object.place(), Defect::new(kind, object.entry_number(), offset.into()));
    }
}

fn check_names<S: Store>(message: &Message<'_, S>, report: &mut Report) -> Result<(), Error> {
    let store = message.store();
    let place = || vec![Step::NamedProperties];
    let storage = store.child(message.node(), NAMEID_STORAGE);
    let missing = |tag: u32| match &storage {
        Some(storage) => store.child(storage, StreamName::value(PropTag(tag)).as_str()).is_none(),
        None => true,
    };
    if let Some(tag) = [0x0002_0102, 0x0003_0102, 0x0004_0102].into_iter().find(|tag| missing(*tag))
    {
        let node = storage.as_ref().and_then(|s| store.stat(s)).map_or(0, |stat| stat.entry);
        report.add(place, Defect::new(&NO_NAME_MAP, node, u64::from(tag)));
    }
    match message.names() {
        Ok(names) => names.defects().for_each(|defect| report.add(place, defect)),
        Err(error) => report.add(place, Defect::new(reason(&error), 0, 0)),
    }
    Ok(())
}

fn check_message<'s, S: Store>(
    message: &Message<'s, S>,
    report: &mut Report,
    embedded: &mut Vec<Message<'s, S>>,
) -> Result<(), Error> {
    check_object(message, report)?;
    let header = message.properties().header();
    let (recipients, attachments) = (message.recipients(), message.attachments());
    for (stored, found, kind) in [
        (header.recipient_count, recipients.len(), &RECIPIENT_COUNT),
        (header.attachment_count, attachments.len(), &ATTACHMENT_COUNT),
    ] {
        if usize::try_from(stored) != Ok(found) {
            report.add_to(message, kind, stored);
        }
        if found > MOST_ITEMS {
            report.add_to(message, &TOO_MANY, u64::try_from(found).unwrap_or(u64::MAX));
        }
    }
    if let Some(bytes) = message.rtf_compressed().ok().flatten() {
        match openimsg_rtf::decompress(&bytes, message.budget()) {
            Ok(rtf) => {
                let size = u64::try_from(rtf.rtf.len()).unwrap_or(u64::MAX);
                message.budget().release(Limit::DecodedBytes, size);
                for defect in rtf.defects {
                    report.add_to(message, defect.kind, defect.offset);
                }
            }
            Err(openimsg_rtf::Error::Refused(_)) => {
                report.add_to(message, &NOT_CHECKED, tags::PR_RTF_COMPRESSED.0);
            }
            Err(_) => report.add_to(message, &RTF_UNREADABLE, tags::PR_RTF_COMPRESSED.0),
        }
    }
    for recipient in recipients {
        match recipient {
            Ok(recipient) => check_object(&recipient, report)?,
            Err(error) => add_error(message, &error, report),
        }
    }
    for attachment in attachments {
        let attachment = match attachment {
            Ok(attachment) => attachment,
            Err(error) => {
                add_error(message, &error, report);
                continue;
            }
        };
        check_object(&attachment, report)?;
        if let Ok(Some(kind)) = attachment.method_defect() {
            let method = attachment.method().map_or(0, |method| method.0.cast_unsigned());
            report.add_to(&attachment, kind, method);
        }
        match attachment.message() {
            Ok(Some(inner)) => embedded.push(inner),
            Ok(None) => {}
            Err(error) if is_too_deep(&error) => {
                report.add_to(&attachment, &TOO_DEEP, message.depth().saturating_add(1));
            }
            Err(error) => add_error(&attachment, &error, report),
        }
    }
    Ok(())
}

/// [MS-OXMSG] 2.2.1 and 2.2.2.
const MOST_ITEMS: usize = 2048;

fn check_object<S: Store>(object: &Object<'_, S>, report: &mut Report) -> Result<(), Error> {
    object.budget().proceed().map_err(|e| object.error(None, e))?;
    let properties = object.properties();
    let node = object.entry_number();
    if object.store().child(object.node(), PROPERTIES_STREAM).is_none() {
        report.add_to(object, &NO_PROPERTIES, 0u32);
    } else {
        for defect in properties.defects() {
            report.add(|| object.place(), Defect { node, ..defect });
        }
    }
    let elements = elements(object, report);
    let mut values = object.iter();
    let mut unread = None;
    for entry in properties.entries() {
        let tag = entry.tag();
        match values.next() {
            // All together are more than may be decoded.
            None => {
                let tag = unread.unwrap_or(tag);
                report.add(
                    || place_of(object, tag),
                    Defect::new(&NOT_CHECKED, node, u64::from(tag.0)),
                );
                break;
            }
            Some(Ok(property)) => {
                if let Some(defect) = property.defect {
                    report.add(|| place_of(object, tag), defect);
                }
            }
            // Of bytes nothing is decoded, however many there are.
            Some(Err(error)) if error.is_limit() && tag.kind() == PropType::BINARY => {
                unread = Some(tag);
            }
            Some(Err(error)) => report.add(
                || error.place().to_vec(),
                Defect::new(reason(&error), node, u64::from(tag.0)),
            ),
        }
        let size = elements.get(&tag.id()).filter(|(stored, _)| *stored == tag);
        if let Some(kind) = size.and_then(|(_, size)| entry.size_defect(*size)) {
            report.add(|| place_of(object, tag), Defect::new(kind, node, u64::from(tag.0)));
        }
        if tag.id().is_named() && matches!(object.name_of(tag.id()), Ok(None)) {
            report.add_to(object, &UNMAPPED, tag.id().0);
        }
    }
    check_elements(object, &elements, report);
    check_string_width(object, properties.entries(), report);
    Ok(())
}

/// The streams and storages with values, by property: the tag in the name and the size.
fn elements<S: Store>(
    object: &Object<'_, S>,
    report: &mut Report,
) -> BTreeMap<PropId, (PropTag, u64)> {
    let store = object.store();
    let is_root = object.step.is_none() && object.message.depth == 0;
    let is_message = object.step.is_none();
    let mut elements = BTreeMap::new();
    store.visit(object.node(), &mut |child| {
        let name = child.name.to_string();
        let stat = store.stat(&child.node);
        let (entry, size) = stat.map_or((0, 0), |stat| (stat.entry, stat.size));
        match StreamName::parse(&name) {
            Some((tag, None)) => drop(elements.insert(tag.id(), (tag, size))),
            Some((_, Some(_))) => {}
            None => {
                let is_map = name.eq_ignore_ascii_case(NAMEID_STORAGE);
                let known = match child.kind {
                    EntryKind::Stream => name.eq_ignore_ascii_case(PROPERTIES_STREAM),
                    EntryKind::Storage => {
                        let item = parse_recipient_storage_name(&name)
                            .or_else(|| parse_attachment_storage_name(&name));
                        is_message && item.is_some() || is_map && is_root
                    }
                };
                let kind = if is_map { &NESTED_NAME_MAP } else { &UNKNOWN_ELEMENT };
                if !known {
                    report.add(|| object.place(), Defect::new(kind, entry, 0));
                }
            }
        }
    });
    elements
}

/// Streams without an entry of the same id, or with one of another type.
fn check_elements<S: Store>(
    object: &Object<'_, S>,
    elements: &BTreeMap<PropId, (PropTag, u64)>,
    report: &mut Report,
) {
    let properties = object.properties();
    let listed: BTreeMap<PropId, PropTag> =
        properties.entries().iter().rev().map(|entry| (entry.tag().id(), entry.tag())).collect();
    for (id, (tag, _)) in elements {
        match listed.get(id) {
            Some(entry) if entry == tag => {}
            Some(_) => report.add_to(object, &OTHER_TYPE, tag.0),
            None => report.add_to(object, &NO_ENTRY, tag.0),
        }
    }
}

/// All strings are of one width, and the mask says which ([MS-OXMSG] 2.1.1.1).
fn check_string_width<S: Store>(object: &Object<'_, S>, entries: &[Entry], report: &mut Report) {
    let Some(mask) = object.long(tags::PR_STORE_SUPPORT_MASK.id()) else { return };
    let unicode = mask.cast_unsigned() & STORE_UNICODE_OK != 0;
    let wrong = if unicode { PropType::STRING8 } else { PropType::UNICODE };
    let other = |entry: &&Entry| {
        entry.tag().kind().base() == wrong && entry.tag().id() != tags::PR_HTML.id()
    };
    if entries.iter().any(|entry| other(&entry)) {
        report.add_to(object, &MIXED_STRINGS, mask.cast_unsigned());
    }
}

const STORE_UNICODE_OK: u32 = 0x0004_0000;

fn place_of<S: Store>(object: &Object<'_, S>, tag: PropTag) -> Vec<Step> {
    let mut place = object.place();
    place.push(Step::Property(tag));
    place
}

fn add_error<S: Store>(object: &Object<'_, S>, error: &Error, report: &mut Report) {
    report.add(|| error.place().to_vec(), Defect::new(reason(error), object.entry_number(), 0));
}

fn is_too_deep(error: &Error) -> bool {
    matches!(error.problem(), Problem::Refused(Refused::Limit { limit: Limit::Nesting, .. }))
}

/// The defect that an error of one getter amounts to.
fn reason(error: &Error) -> &'static DefectKind {
    match error.problem() {
        Problem::MissingStream => &MISSING_STREAM,
        Problem::Refused(_) => &NOT_CHECKED,
        _ => &UNREADABLE,
    }
}
