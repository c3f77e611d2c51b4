//! Changing recipients (ModifyRecipients).

use openimsg_props::{PropId, PropType, SCode, tags};

use super::{MessageObject, ModifyRecipients, PropObject, Value};
use crate::edit::{MAX_ITEMS, RecipientEdit};
use crate::rules;
use crate::scode::ToSCode;

const ROW: PropId = tags::PR_ROWID.id();
const INSTANCE: PropId = tags::PR_INSTANCE_KEY.id();

impl MessageObject {
    /// Changes recipients. Errors among the values are passed over, and so are rows without
    /// values; tables that are open see the change. All is done or nothing.
    ///
    /// What the documentation leaves open is decided here: PT_NULL among the values is an error,
    /// and so is a PR_ROWID that is missing, is there where it must not be, or is given twice. A
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
    ) -> Result<(), SCode> {
        self.require_modify()?;
        let rows: Vec<&[Value]> =
            rows.iter().map(Vec::as_slice).filter(|r| !r.is_empty()).collect();
        let named = matches!(how, ModifyRecipients::Modify | ModifyRecipients::Remove);
        let mut numbers = Vec::with_capacity(rows.len());
        for row in &rows {
            let number = self.check_row(row)?;
            if number.is_some() != named {
                return Err(SCode::MAPI_E_INVALID_PARAMETER);
            }
            numbers.extend(number);
        }
        if numbers.iter().any(|number| self.edit.recipients().binary_search(number).is_err()) {
            return Err(SCode::MAPI_E_NOT_FOUND);
        }
        let mut sorted = numbers.clone();
        sorted.sort_unstable();
        if sorted.windows(2).any(|pair| pair.first() == pair.last()) {
            return Err(SCode::MAPI_E_INVALID_PARAMETER);
        }

        // Whatever can fail is done before anything is changed.
        let mut changed: Vec<RecipientEdit> = Vec::new();
        match how {
            ModifyRecipients::Remove => {}
            ModifyRecipients::Modify => {
                for (row, number) in rows.iter().zip(&numbers) {
                    let mut recipient = self.edit.recipient(*number).map_err(|e| e.scode())?;
                    let old: Vec<PropId> = recipient.list().map(|(tag, _)| tag.id()).collect();
                    for id in old.into_iter().filter(|id| *id != ROW) {
                        recipient.delete(id).map_err(|e| e.scode())?;
                    }
                    changed.push(filled(recipient, row)?);
                }
            }
            ModifyRecipients::Add | ModifyRecipients::Replace => {
                let before = match how {
                    ModifyRecipients::Add => self.edit.recipients().len(),
                    _ => 0,
                };
                let after = u32::try_from(before.saturating_add(rows.len()));
                if after.is_err() || after.is_ok_and(|after| after > MAX_ITEMS) {
                    return Err(SCode::MAPI_E_TOO_BIG);
                }
                for row in &rows {
                    let recipient = self.edit.new_recipient().map_err(|e| e.scode())?;
                    changed.push(filled(recipient, row)?);
                }
            }
        }

        let gone = match how {
            ModifyRecipients::Remove => numbers,
            ModifyRecipients::Replace => self.edit.recipients().to_vec(),
            _ => Vec::new(),
        };
        self.note_parts();
        for number in gone {
            self.edit.remove_recipient(number).map_err(|e| e.scode())?;
        }
        for mut recipient in changed {
            recipient.save(&mut self.edit).map_err(|e| e.scode())?;
        }
        Ok(())
    }

    /// Whether values can be those of a recipient; tells its PR_ROWID if they say it.
    fn check_row(&self, row: &[Value]) -> Result<Option<u32>, SCode> {
        let mut number = None;
        for Value { tag, value } in row {
            match tag.kind() {
                PropType::ERROR => continue,
                PropType::NULL | PropType::OBJECT => return Err(SCode::MAPI_E_INVALID_PARAMETER),
                _ => rules::check_type(*tag, value.kind())?,
            }
            if tag.id() == ROW {
                number = Some(value.as_u32().ok_or(SCode::MAPI_E_UNEXPECTED_TYPE)?);
            }
            self.require_known(tag.id())?;
        }
        Ok(number)
    }
}

/// The recipient with these values.
fn filled(mut recipient: RecipientEdit, row: &[Value]) -> Result<RecipientEdit, SCode> {
    for Value { tag, value } in row {
        if tag.kind() != PropType::ERROR && tag.id() != ROW && tag.id() != INSTANCE {
            recipient.set(*tag, value.clone()).map_err(|e| e.scode())?;
        }
    }
    Ok(recipient)
}
