//! What a message and its parts should have.

use std::collections::BTreeSet;

use openimsg_base::CodePage;
use openimsg_props::{
    Entry, ObjectKind, PROPERTIES_STREAM, PropId, PropTag, PropType, PropertyStream, StreamName,
    tags,
};
use openimsg_storage::{EntryKind, Store};

use super::{
    DERIVED, DRAFT_HTML, EMPTY_STRING, HEADER_RESERVED, HEADER_SIZE, HTML_PAGE, INLINE_GUID,
    MESSAGE_LACKS, NEXT_NUMBER, NUMBER_CASE, NUMBER_GAP, OBJECT_ENTRY, REPRESENTING, RTF_IN_SYNC,
    Report, SUBJECT_PARTS, TERMINATOR, UNICODE_MASK, items,
};
use crate::{Message, Object, RecipientType};

pub(super) fn judge<S: Store>(message: &Message<'_, S>, report: &mut Report) {
    object(message, report);
    unicode_mask(message, report);
    numbers(message, report);
    sender(message, report);
    bodies(message, report);
    state(message, report);
    for recipient in message.recipients().flatten() {
        object(&recipient, report);
        items::recipient(&recipient, report);
    }
    items::attachments(message, report);
}

/// What holds for every object with properties.
pub(super) fn object<S: Store>(object: &Object<'_, S>, report: &mut Report) {
    let properties = object.properties();
    if object.store().child(object.node(), PROPERTIES_STREAM).is_some() {
        header(object, &properties, report);
    }
    let mut seen = BTreeSet::new();
    for entry in properties.entries() {
        if seen.insert(entry.tag()) {
            stored(object, entry, report);
        }
    }
}

/// Rule 7: an object with the header of another kind has eight bytes that fill no entry, or an
/// entry without a tag in front.
fn header<S: Store>(object: &Object<'_, S>, properties: &PropertyStream<'_>, report: &mut Report) {
    let header = properties.header();
    let is_foreign = properties.tail().len() == 8
        || properties.entries().first().is_some_and(|entry| entry.tag() == PropTag(0));
    if is_foreign {
        report.add(object, &HEADER_SIZE, u64::try_from(properties.tail().len()).unwrap_or(0));
    } else if header.reserved != [0; 8] || header.reserved_end != [0; 8] {
        report.add(object, &HEADER_RESERVED, 0u32);
    }
}

/// Rules 9 to 12: how one value is stored.
fn stored<S: Store>(object: &Object<'_, S>, entry: &Entry, report: &mut Report) {
    let tag = entry.tag();
    let stream = || object.store().child(object.node(), &StreamName::value(tag));
    match tag.kind() {
        PropType::UNICODE | PropType::STRING8 => {
            let Some(stream) = stream() else { return };
            let size = object.store().stat(&stream).map_or(0, |stat| stat.size);
            if size == 0 {
                let is_usual = tag.id().is_named() || EMPTY_BY_OUTLOOK.contains(&tag.id());
                report.add_if(!is_usual, object, &EMPTY_STRING, tag);
                return;
            }
            let width = if tag.kind() == PropType::UNICODE { 2 } else { 1 };
            let mut last = [0; 2];
            let end = last.get_mut(..width).unwrap_or_default();
            let from = size.saturating_sub(u64::try_from(width).unwrap_or(0));
            let read = object.store().read_at(&stream, from, end);
            // Outlook keeps the terminators of the names that it computes.
            let is_ended = read.is_ok() && last == [0; 2] && !DISPLAY.contains(&tag.id());
            report.add_if(is_ended, object, &TERMINATOR, tag);
        }
        PropType::CLSID => report.add_if(stream().is_none(), object, &INLINE_GUID, tag),
        PropType::OBJECT => {
            let store = object.store();
            let Some(node) = stream() else { return };
            if store.stat(&node).is_none_or(|stat| stat.kind != EntryKind::Storage) {
                return;
            }
            let content = match store.child(&node, PROPERTIES_STREAM) {
                Some(_) => ObjectKind::MESSAGE,
                None => ObjectKind::STORAGE,
            };
            let is_sound = entry.declared_size() == u32::MAX && entry.object_kind() == content;
            report.add_if(!is_sound, object, &OBJECT_ENTRY, tag);
        }
        _ => {}
    }
}

/// Names that Outlook computes: PidTagDisplayBcc, PidTagDisplayCc, PidTagDisplayTo.
const DISPLAY: [PropId; 3] = [PropId(0x0E02), PropId(0x0E03), PropId(0x0E04)];
/// What Outlook itself stores empty, beside named properties: the names that it computes, and
/// the parts of an empty subject.
const EMPTY_BY_OUTLOOK: [PropId; 7] = [
    PropId(0x0E02),
    PropId(0x0E03),
    PropId(0x0E04),
    PropId(0x0037),
    PropId(0x003D),
    PropId(0x0070),
    PropId(0x0E1D),
];

/// Rule 13. That both widths occur is a defect.
fn unicode_mask<S: Store>(message: &Message<'_, S>, report: &mut Report) {
    let mask = message.long(tags::PR_STORE_SUPPORT_MASK.id()).map(i32::cast_unsigned);
    let is_unicode = |entry: &Entry| entry.tag().kind().base() == PropType::UNICODE;
    if mask.is_none() && message.properties().entries().iter().any(is_unicode) {
        report.add(message, &UNICODE_MASK, 0u32);
    }
    // Where the mask says that texts have 8 bits and they all have 16, it is the mask.
    let is_narrow = |entry: &Entry| entry.tag().kind().base() == PropType::STRING8;
    if let Some(mask) = mask.filter(|mask| mask & STORE_UNICODE_OK == 0) {
        let entries = message.properties().entries();
        if entries.iter().any(is_unicode) && !entries.iter().any(is_narrow) {
            report.add(message, &UNICODE_MASK, mask);
        }
    }
}

const STORE_UNICODE_OK: u32 = 0x0004_0000;

/// Rule 14: how recipients and attachments are numbered. Their counts are defects.
fn numbers<S: Store>(message: &Message<'_, S>, report: &mut Report) {
    let header = message.properties().header();
    let prefixes = [StreamName::RECIPIENT_PREFIX, StreamName::ATTACHMENT_PREFIX];
    let next = [header.next_recipient, header.next_attachment];
    for (prefix, next) in prefixes.into_iter().zip(next) {
        let numbered = message.numbered(prefix, EntryKind::Storage);
        let mut expected = 0..=u32::MAX;
        let gap = numbered.iter().find_map(|(number, node)| {
            let digits =
                |stat: openimsg_storage::Stat| stat.name.units().skip(prefix.len()).any(is_lower);
            if message.store().stat(node).is_some_and(digits) {
                report.add(message, &NUMBER_CASE, *number);
            }
            expected.next().filter(|expected| expected != number)
        });
        if let Some(gap) = gap {
            report.add(message, &NUMBER_GAP, gap);
        }
        if numbered.last().is_some_and(|(highest, _)| *highest >= next) {
            report.add(message, &NEXT_NUMBER, next);
        }
    }
}

fn is_lower(unit: u16) -> bool {
    (u16::from(b'a')..=u16::from(b'f')).contains(&unit)
}

/// Rule 17. They may differ, where somebody sends for somebody else.
fn sender<S: Store>(message: &Message<'_, S>, report: &mut Report) {
    for (sender, representing) in [
        (tags::PR_SENDER_NAME, tags::PR_SENT_REPRESENTING_NAME),
        (tags::PR_SENDER_ADDRTYPE, tags::PR_SENT_REPRESENTING_ADDRTYPE),
        (tags::PR_SENDER_EMAIL_ADDRESS, tags::PR_SENT_REPRESENTING_EMAIL_ADDRESS),
    ] {
        let is_alone = has(message, sender) && !has(message, representing);
        report.add_if(is_alone, message, &REPRESENTING, representing);
    }
}

/// Rules 19 to 21 and 23.
fn bodies<S: Store>(message: &Message<'_, S>, report: &mut Report) {
    let has_rtf = has(message, tags::PR_RTF_COMPRESSED);
    // Without any body Outlook sets it too.
    let has_other = has(message, tags::PR_BODY) || has(message, tags::PR_HTML);
    let in_sync = message.boolean(tags::PR_RTF_IN_SYNC.id()) == Some(true);
    if in_sync && !has_rtf && has_other {
        report.add(message, &RTF_IN_SYNC, 0u32);
    }
    if let Some(html) = message.properties().find_id(tags::PR_HTML.id()) {
        report.add_if(message.is_draft() && !has_rtf, message, &DRAFT_HTML, html.tag());
        html_page(message, html.tag(), report);
    }
    for tag in DERIVED_FROM_RTF {
        report.add_if(has(message, tag), message, &DERIVED, tag);
    }
}

fn html_page<S: Store>(message: &Message<'_, S>, tag: PropTag, report: &mut Report) {
    let Ok(Some(html)) = message.raw(tag) else { return };
    if tag.kind() != PropType::BINARY || html.is_ascii() {
        return;
    }
    let page = message.long(tags::PR_INTERNET_CPID.id()).map_or(0, i32::cast_unsigned);
    let size = html.len();
    let fits = message.afford(tag, size).is_err()
        || page != 0 && CodePage(page).decode_strict(&html).is_some();
    if !fits {
        report.add(message, &HTML_PAGE, page);
    }
}

/// What ties RTF to plain text: PidTagRtfSyncBodyCrc and the others.
const DERIVED_FROM_RTF: [PropTag; 5] = [
    tags::PR_RTF_SYNC_BODY_CRC,
    tags::PR_RTF_SYNC_BODY_COUNT,
    tags::PR_RTF_SYNC_BODY_TAG,
    tags::PR_RTF_SYNC_PREFIX_COUNT,
    tags::PR_RTF_SYNC_TRAILING_COUNT,
];

/// Rule 22.
fn state<S: Store>(message: &Message<'_, S>, report: &mut Report) {
    for tag in [tags::PR_MESSAGE_CLASS, tags::PR_MESSAGE_FLAGS] {
        report.add_if(!has(message, tag), message, &MESSAGE_LACKS, tag);
    }
    let class = message.class().ok().flatten().unwrap_or_default();
    // Appointments, contacts and so on are not sent.
    let is_note = class.as_str().eq_ignore_ascii_case("IPM.Note");
    if is_note && !message.is_draft() && message.flags().is_some() {
        for tag in [tags::PR_CLIENT_SUBMIT_TIME, tags::PR_MESSAGE_DELIVERY_TIME] {
            report.add_if(!has(message, tag), message, &MESSAGE_LACKS, tag);
        }
    }
    let mut kinds: Vec<_> =
        message.recipients().flatten().filter_map(|row| row.recipient_type()).collect();
    kinds.dedup();
    for (kind, tag) in
        [(RecipientType::TO, tags::PR_DISPLAY_TO), (RecipientType::CC, tags::PR_DISPLAY_CC)]
    {
        let lacks = kinds.contains(&kind) && !has(message, tag);
        report.add_if(lacks, message, &MESSAGE_LACKS, tag);
    }
    let text = |id| message.text(id).ok().flatten();
    if let (Some(subject), Some(normalized)) =
        (text(tags::PR_SUBJECT.id()), text(tags::PR_NORMALIZED_SUBJECT.id()))
    {
        let prefix = text(tags::PR_SUBJECT_PREFIX.id()).unwrap_or_default();
        let rest = subject.as_str().strip_prefix(prefix.as_str());
        let is_sum = rest == Some(normalized.as_str());
        report.add_if(!is_sum, message, &SUBJECT_PARTS, tags::PR_SUBJECT);
    }
}

/// Whether there is a property of this id, of whatever type.
pub(super) fn has<S: Store>(object: &Object<'_, S>, tag: PropTag) -> bool {
    object.properties().find_id(tag.id()).is_some()
}
