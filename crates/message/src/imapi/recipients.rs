//! Changing recipients (ModifyRecipients).

use openimsg_props::{PropId, PropType, SCode, tags};

use super::object::is_empty_list;
use super::{Call, Error, MessageObject, ModifyRecipients, PropObject, Value};
use crate::edit::{MessageEdit, RecipientEdit};
use crate::rules;

const ROW: PropId = tags::PR_ROWID.id();
const INSTANCE: PropId = tags::PR_INSTANCE_KEY.id();

impl MessageObject {
    /// Changes recipients. Errors among the values are passed over, and so are rows without
    /// values; tables that are open see the change. All is done or nothing.
    ///
    /// What the documentation leaves open is decided here: PT_NULL among the values is an error,
    /// and so are several values of which there are none, and a PR_ROWID that is missing, is there where it must not be, or is given twice. A
    /// row that is changed keeps its number and has nothing of what it had before.
    ///
    /// # Errors
    /// [`SCode::MAPI_E_NO_ACCESS`] if the message is only read,
    /// [`SCode::MAPI_E_INVALID_PARAMETER`], [`SCode::MAPI_E_NOT_FOUND`] for a PR_ROWID that does
    /// not exist, [`SCode::MAPI_E_TOO_BIG`] for too many recipients, and those of setting a
    /// property.
    pub fn modify_recipients(
        &mut self,
        how: ModifyRecipients,
        rows: &[Vec<Value>],
    ) -> Result<(), Error> {
        let done = self.change_recipients(how, rows);
        self.failures().note(Call::ModifyRecipients, done)
    }

    fn change_recipients(
        &mut self,
        how: ModifyRecipients,
        rows: &[Vec<Value>],
    ) -> Result<(), Error> {
        self.require_modify()?;
        let rows: Vec<&[Value]> =
            rows.iter().map(Vec::as_slice).filter(|r| !r.is_empty()).collect();
        let named = matches!(how, ModifyRecipients::Modify | ModifyRecipients::Remove);
        let mut numbers = Vec::with_capacity(rows.len());
        for row in &rows {
            let number = self.check_row(row)?;
            if number.is_some() != named {
                return Err(SCode::MAPI_E_INVALID_PARAMETER.into());
            }
            numbers.extend(number);
        }
        if numbers.iter().any(|number| self.edit.recipients().binary_search(number).is_err()) {
            return Err(SCode::MAPI_E_NOT_FOUND.into());
        }
        let mut sorted = numbers.clone();
        sorted.sort_unstable();
        if sorted.windows(2).any(|pair| pair.first() == pair.last()) {
            return Err(SCode::MAPI_E_INVALID_PARAMETER.into());
        }

        self.edit.change_items(|message| match how {
            ModifyRecipients::Remove => Ok(remove(message, numbers)?),
            ModifyRecipients::Modify => rows.iter().zip(numbers).try_for_each(|(row, number)| {
                let mut recipient = message.recipient(number)?;
                let old: Vec<PropId> = recipient.list().map(|(tag, _)| tag.id()).collect();
                for id in old.into_iter().filter(|id| *id != ROW) {
                    recipient.delete(id)?;
                }
                put(message, recipient, row)
            }),
            ModifyRecipients::Add | ModifyRecipients::Replace => {
                if how == ModifyRecipients::Replace {
                    remove(message, message.recipients().to_vec())?;
                }
                rows.iter().try_for_each(|row| {
                    let recipient = message.new_recipient()?;
                    put(message, recipient, row)
                })
            }
        })?;
        self.note_parts();
        Ok(())
    }

    /// Whether values can be those of a recipient; tells its PR_ROWID if they say it.
    fn check_row(&self, row: &[Value]) -> Result<Option<u32>, Error> {
        let mut number = None;
        for Value { tag, value, .. } in row {
            let error = |code| Error::from(code).at(*tag);
            match tag.kind() {
                PropType::ERROR => continue,
                PropType::NULL | PropType::OBJECT => {
                    return Err(error(SCode::MAPI_E_INVALID_PARAMETER));
                }
                _ if is_empty_list(value) => return Err(error(SCode::MAPI_E_INVALID_PARAMETER)),
                _ => rules::check_type(*tag, value.kind()).map_err(error)?,
            }
            if tag.id() == ROW {
                number = Some(value.as_u32().ok_or(SCode::MAPI_E_UNEXPECTED_TYPE).map_err(error)?);
            }
            self.require_known(tag.id()).map_err(|e| e.at(*tag))?;
        }
        Ok(number)
    }
}

fn remove(message: &mut MessageEdit, numbers: Vec<u32>) -> Result<(), crate::Error> {
    numbers.into_iter().try_for_each(|number| message.remove_recipient(number))
}

/// Puts a recipient in with these values.
fn put(
    message: &mut MessageEdit,
    mut recipient: RecipientEdit,
    row: &[Value],
) -> Result<(), Error> {
    for Value { tag, value, .. } in row {
        if tag.kind() != PropType::ERROR && tag.id() != ROW && tag.id() != INSTANCE {
            recipient.set(*tag, value.clone())?;
        }
    }
    Ok(recipient.save(message)?)
}
