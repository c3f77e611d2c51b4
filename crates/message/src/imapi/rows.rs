//! The rows of the tables of attachments and recipients.

use openimsg_props::{PropId, PropTag, PropType, PropValue, SCode, tags};

use super::object::{size_of, value, value_of, width};
use super::{Error, MessageObject, OpenAccess, PropObject};
use crate::rules::{self, Access, ObjectType, Operation};
use crate::table::{Rows, size_of_read};

const INSTANCE: PropId = tags::PR_INSTANCE_KEY.id();
const ROW: PropId = tags::PR_ROWID.id();

/// The attachments that the table shows; by rendering position, of those that have none first,
/// then by number.
#[derive(Debug, Clone, Copy)]
pub struct AttachmentRows<'m> {
    pub(super) message: &'m MessageObject,
    pub(super) wide: bool,
}

/// The recipients of a message, by number.
#[derive(Debug, Clone, Copy)]
pub struct RecipientRows<'m> {
    pub(super) message: &'m MessageObject,
    pub(super) wide: bool,
}

impl Rows for AttachmentRows<'_> {
    fn generation(&self) -> u64 {
        self.message.generation()
    }

    fn numbers(&self) -> Vec<u32> {
        let mut numbers: Vec<(i32, u32)> = self.message.positions().collect();
        numbers.sort_unstable();
        numbers.into_iter().map(|(_, number)| number).collect()
    }

    fn columns(&self) -> Vec<PropTag> {
        let columns = [
            tags::PR_ATTACH_NUM,
            tags::PR_INSTANCE_KEY,
            tags::PR_RECORD_KEY,
            tags::PR_RENDERING_POSITION,
            tags::PR_ATTACH_METHOD,
            tags::PR_ATTACH_FILENAME,
            tags::PR_ATTACH_LONG_FILENAME,
            tags::PR_ATTACH_PATHNAME,
            tags::PR_ATTACH_LONG_PATHNAME,
            tags::PR_ATTACH_EXTENSION,
            tags::PR_ATTACH_TAG,
            tags::PR_ATTACH_ENCODING,
            tags::PR_ATTACH_MIME_TAG,
            tags::PR_DISPLAY_NAME,
            tags::PR_CREATION_TIME,
            tags::PR_LAST_MODIFICATION_TIME,
            tags::PR_ATTACH_SIZE,
        ];
        columns.iter().map(|tag| tag.with_kind(width(tag.kind(), self.wide))).collect()
    }

    fn values(&self, number: u32, tags: &[PropTag]) -> Vec<Result<PropValue<'static>, Error>> {
        let attachment = self.message.attachment(number, None, OpenAccess::Read);
        let answer = |tag: &PropTag| match (&attachment, tag.id()) {
            (Err(error), _) => Err(error.clone()),
            (Ok(_), INSTANCE) => of_number(*tag, number.to_le_bytes().to_vec().into()),
            (Ok(attachment), _) => value(attachment, *tag, self.wide),
        };
        tags.iter().map(answer).collect()
    }

    fn size(&self, number: u32, tag: PropTag) -> Option<u64> {
        let attachment = self.message.attachment(number, None, OpenAccess::Read).ok()?;
        let id = tag.id();
        match attachment.edit.entry(id) {
            Some(entry) if id != INSTANCE && attachment.computed(id).is_none() => {
                size_of(&attachment.edit, entry, tag)
            }
            _ => size_of_read(self, number, tag),
        }
    }
}

impl Rows for RecipientRows<'_> {
    fn generation(&self) -> u64 {
        self.message.generation()
    }

    fn numbers(&self) -> Vec<u32> {
        self.message.edit.recipients().to_vec()
    }

    /// What is always there, then whatever any recipient has.
    fn columns(&self) -> Vec<PropTag> {
        let wide = |tag: PropTag| tag.with_kind(width(tag.kind(), self.wide));
        let mut columns = vec![
            tags::PR_ROWID,
            tags::PR_INSTANCE_KEY,
            wide(tags::PR_DISPLAY_NAME),
            tags::PR_RECIPIENT_TYPE,
        ];
        let mut ids: std::collections::HashSet<PropId> =
            columns.iter().map(|tag| tag.id()).collect();
        for number in self.message.edit.recipients() {
            let Ok(recipient) = self.message.edit.recipient(*number) else { continue };
            let list = recipient.list().map(|(tag, _)| tag);
            columns.extend(list.filter(|tag| ids.insert(tag.id())).map(wide));
        }
        columns
    }

    fn values(&self, number: u32, tags: &[PropTag]) -> Vec<Result<PropValue<'static>, Error>> {
        let recipient = self.message.edit.recipient(number).map_err(Error::from);
        let answer = |tag: &PropTag| match (&recipient, tag.id()) {
            (Err(error), _) => Err(error.clone()),
            (Ok(_), INSTANCE) => of_number(*tag, number.to_le_bytes().to_vec().into()),
            (Ok(_), ROW) => of_number(*tag, number.cast_signed().into()),
            (Ok(recipient), _) => value_of(recipient, *tag, self.wide, None, |stored| {
                let owner = ObjectType::Recipient;
                Ok(rules::check(Operation::Get, *tag, Some(stored), owner, Access::Read)?)
            }),
        };
        tags.iter().map(answer).collect()
    }

    fn size(&self, number: u32, tag: PropTag) -> Option<u64> {
        let recipient = self.message.edit.recipient(number).ok()?;
        match recipient.entry(tag.id()) {
            Some(entry) if ![INSTANCE, ROW].contains(&tag.id()) => size_of(&recipient, entry, tag),
            _ => size_of_read(self, number, tag),
        }
    }
}

/// What follows from the number of a row, in the type that the tag wants.
fn of_number(tag: PropTag, value: PropValue<'static>) -> Result<PropValue<'static>, Error> {
    match tag.kind() {
        PropType::UNSPECIFIED => Ok(value),
        kind if kind == value.kind() => Ok(value),
        _ => Err(SCode::MAPI_E_UNEXPECTED_TYPE.into()),
    }
}
