//! What recipients and attachments should have.

use openimsg_props::{PropTag, tags};
use openimsg_storage::Store;

use super::message::{has, object};
use super::{
    ATTACHMENT_LACKS, ATTACHMENT_OBJECT, HAS_ATTACHMENTS, RECIPIENT_KEY, RECIPIENT_LACKS,
    RECIPIENT_OBJECT, Report,
};
use crate::{AttachMethod, Attachment, Message, Recipient};

/// Rule 16.
pub(super) fn recipient<S: Store>(recipient: &Recipient<'_, S>, report: &mut Report) {
    for tag in OF_RECIPIENTS {
        let lacks = !has(recipient, tag)
            || tag == tags::PR_DISPLAY_NAME && is_blank(recipient.name().ok().flatten());
        report.add_if(lacks, recipient, &RECIPIENT_LACKS, tag);
    }
    if let Some(kind) = recipient.long(tags::PR_OBJECT_TYPE.id())
        && !matches!(kind, MAPI_MAILUSER | MAPI_DISTLIST)
    {
        report.add(recipient, &RECIPIENT_OBJECT, kind.cast_unsigned());
    }
    let text = |text: Result<Option<openimsg_props::Text<'_>>, _>| {
        text.ok().flatten().map(|text| text.as_str().to_uppercase())
    };
    if let (Ok(Some(key)), Some(kind), Some(address)) = (
        recipient.binary(tags::PR_SEARCH_KEY.id()),
        text(recipient.address_type()),
        text(recipient.email_address()),
    ) {
        let expected = format!("{kind}:{address}");
        let key = key.strip_suffix(b"\0").unwrap_or(&key);
        let is_sound = key == expected.as_bytes() || !expected.is_ascii();
        report.add_if(!is_sound, recipient, &RECIPIENT_KEY, tags::PR_SEARCH_KEY);
    }
}

fn is_blank(text: Option<openimsg_props::Text<'_>>) -> bool {
    text.is_none_or(|text| text.as_str().trim().is_empty())
}

/// The values of PidTagObjectType ([MS-OXCMSG] 2.2.1): a person, a list, an attachment.
const MAPI_MAILUSER: i32 = 6;
const MAPI_ATTACH: i32 = 7;
const MAPI_DISTLIST: i32 = 8;

const OF_RECIPIENTS: [PropTag; 7] = [
    tags::PR_ROWID,
    tags::PR_RECIPIENT_TYPE,
    tags::PR_DISPLAY_NAME,
    tags::PR_ADDRTYPE,
    tags::PR_EMAIL_ADDRESS,
    tags::PR_ENTRYID,
    tags::PR_SEARCH_KEY,
];

/// Rule 18.
pub(super) fn attachments<S: Store>(message: &Message<'_, S>, report: &mut Report) {
    let (mut shown, mut all) = (0u32, 0u32);
    for attachment in message.attachments().flatten() {
        all = all.saturating_add(1);
        if attachment.boolean(tags::PR_ATTACHMENT_HIDDEN.id()) != Some(true) {
            shown = shown.saturating_add(1);
        }
        object(&attachment, report);
        one(&attachment, report);
    }
    let says = message.boolean(tags::PR_HASATTACH.id()).unwrap_or(false);
    if says && all == 0 || !says && shown > 0 {
        report.add(message, &HAS_ATTACHMENTS, all);
    }
}

fn one<S: Store>(attachment: &Attachment<'_, S>, report: &mut Report) {
    for tag in [tags::PR_ATTACH_NUM, tags::PR_RENDERING_POSITION] {
        report.add_if(!has(attachment, tag), attachment, &ATTACHMENT_LACKS, tag);
    }
    if attachment.method() == Some(AttachMethod::BY_VALUE) {
        let is_nameless = is_blank(attachment.name().ok().flatten());
        let tag = tags::PR_ATTACH_LONG_FILENAME;
        report.add_if(is_nameless, attachment, &ATTACHMENT_LACKS, tag);
    }
    if let Some(kind) = attachment.long(tags::PR_OBJECT_TYPE.id())
        && kind != MAPI_ATTACH
    {
        report.add(attachment, &ATTACHMENT_OBJECT, kind.cast_unsigned());
    }
}
