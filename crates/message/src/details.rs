//! What else a message says of itself: categories, follow-up, receipts, conversation, and the
//! values that a store would compute.

use openimsg_base::{FileTime, Guid};
use openimsg_props::named::NamedProperty;
use openimsg_props::{PropValue, guids, lids, tags};
use openimsg_storage::Store;

use crate::computed::{self, DisplayNames};
use crate::{Error, Message, RecipientType};

/// That a message is to be followed up ([MS-OXOFLAG] 2.2).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FollowUp {
    /// Whether it is done.
    pub complete: bool,
    /// When it was done.
    pub completed: Option<FileTime>,
    /// What to do, such as `Follow up`; text of the message.
    pub request: Option<String>,
    /// The colour of the flag: 1 purple, 2 orange, 3 green, 4 yellow, 5 blue, 6 red.
    pub colour: Option<i32>,
    /// When to begin, and until when.
    pub start: Option<FileTime>,
    /// Until when.
    pub due: Option<FileTime>,
}

/// What the sender wants to hear of a message.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Receipts {
    /// That it was read ([MS-OXPROPS], `PidTagReadReceiptRequested`).
    pub read: bool,
    /// That it arrived ([MS-OXPROPS], `PidTagOriginatorDeliveryReportRequested`).
    pub delivery: bool,
}

/// Where a message stands in a conversation ([MS-OXOMSG] 2.2.1.3).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConversationIndex {
    /// When the conversation began, to 6.5 seconds or less; there are two ways to write it.
    pub began: FileTime,
    /// The conversation.
    pub id: Guid,
    /// How many answers before this one led to it: 0 for the message that began it.
    pub depth: usize,
}

impl<S: Store + ?Sized> Message<'_, S> {
    /// The categories ([MS-OXCMSG] 2.2.1.22), such as `Red Category`.
    ///
    /// # Errors
    /// As [`Object::get`](crate::Object::get).
    pub fn categories(&self) -> Result<Vec<String>, Error> {
        let keywords = NamedProperty::name(guids::PS_PUBLIC_STRINGS, "Keywords");
        Ok(match self.get_named(&keywords)?.map(|property| property.value) {
            Some(PropValue::MvUnicode(texts) | PropValue::MvString8(texts)) => {
                texts.into_iter().map(|text| text.text.into_owned()).collect()
            }
            // Some writers store one.
            Some(PropValue::Unicode(text) | PropValue::String8(text)) => {
                vec![text.text.into_owned()]
            }
            _ => Vec::new(),
        })
    }

    /// Whether and how the message is to be followed up; nothing if it is not flagged.
    ///
    /// # Errors
    /// As [`Object::get`](crate::Object::get).
    pub fn follow_up(&self) -> Result<Option<FollowUp>, Error> {
        let status = self.long(tags::PR_FLAG_STATUS.id()).unwrap_or(0);
        if !matches!(status, 1 | 2) {
            return Ok(None);
        }
        let named = |name: &NamedProperty| -> Result<Option<PropValue<'_>>, Error> {
            Ok(self.get_named(name)?.map(|property| property.value))
        };
        let time = |value: Option<PropValue<'_>>| {
            value.and_then(|value| value.as_time()).filter(|time| !time.is_none())
        };
        let request = named(&lids::PID_LID_FLAG_REQUEST)?;
        Ok(Some(FollowUp {
            complete: status == 1,
            completed: self.time(tags::PR_FLAG_COMPLETE_TIME.id()).filter(|time| !time.is_none()),
            request: request.and_then(|value| value.as_str().map(str::to_owned)),
            colour: self.long(tags::PR_FOLLOWUP_ICON.id()).filter(|colour| *colour != 0),
            start: time(named(&lids::PID_LID_TASK_START_DATE)?),
            due: time(named(&lids::PID_LID_TASK_DUE_DATE)?),
        }))
    }

    /// What the sender wants to hear.
    #[must_use]
    pub fn receipts(&self) -> Receipts {
        let is_set = |id| self.boolean(id).unwrap_or(false);
        Receipts {
            read: is_set(tags::PR_READ_RECEIPT_REQUESTED.id()),
            delivery: is_set(tags::PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED.id()),
        }
    }

    /// Where the message stands in a conversation; nothing if it does not say so.
    ///
    /// # Errors
    /// As [`Object::binary`](crate::Object::binary).
    pub fn conversation_index(&self) -> Result<Option<ConversationIndex>, Error> {
        let bytes = self.binary(tags::PR_CONVERSATION_INDEX.id())?;
        Ok(bytes.and_then(|bytes| ConversationIndex::parse(&bytes)))
    }

    /// Whether there are attachments, those that the body shows included ([MS-OXCMSG] 2.2.1.2),
    /// by what is there and not by what is stored.
    #[must_use]
    pub fn has_attachments(&self) -> bool {
        self.attachments().len() > 0
    }

    /// The names of the recipients of one type as a store computes them, such as
    /// `PidTagDisplayTo`: separated by `; `, nothing for none; addresses of those who have no
    /// name. Types other than To, Cc and Bcc have no such list.
    ///
    /// # Errors
    /// As [`Object::get`](crate::Object::get).
    pub fn computed_display(&self, kind: RecipientType) -> Result<String, Error> {
        let mut names = DisplayNames::default();
        for recipient in self.recipients() {
            let recipient = recipient?;
            if recipient.recipient_type() == Some(kind) {
                names.add(kind, &*recipient)?;
            }
        }
        Ok(names.finish().map(|(_, names)| names).collect())
    }

    /// The normalised subject and the prefix ([MS-OXCMSG] 2.2.1.9, 2.2.1.10): each as it is
    /// stored, else as a store computes it of the subject. Nothing if there is neither.
    ///
    /// # Errors
    /// As [`Object::get`](crate::Object::get).
    pub fn subject_parts(&self) -> Result<Option<(String, String)>, Error> {
        let (prefix, normalized) = (self.subject_prefix()?, self.normalized_subject()?);
        let prefix = prefix.map(|prefix| prefix.text.into_owned());
        let normalized = normalized.map(|normalized| normalized.text.into_owned());
        let Some(subject) = self.subject()? else {
            return Ok(normalized.map(|normalized| (normalized, prefix.unwrap_or_default())));
        };
        // What stands before a stored normalised subject is the prefix, however long it is.
        let before = normalized.as_deref().and_then(|rest| subject.as_str().strip_suffix(rest));
        let (computed_prefix, computed) = computed::split(subject.as_str(), prefix.as_deref());
        let computed_prefix = before.unwrap_or(computed_prefix).to_owned();
        let normalized = normalized.unwrap_or_else(|| computed.to_owned());
        Ok(Some((normalized, prefix.unwrap_or(computed_prefix))))
    }

    /// How large the message is: the values of its properties and those of its recipients and
    /// attachments, in bytes ([MS-OXCMSG] 2.2.1.7 leaves open how stores count). It is not
    /// stored in files.
    #[must_use]
    pub fn computed_size(&self) -> u64 {
        let store = self.store();
        let (mut size, mut storages) = (0u64, vec![self.node().clone()]);
        // Storages are at most as deep as the limits let them be, and each is visited once.
        while let Some(storage) = storages.pop() {
            store.visit(&storage, &mut |child| match store.stat(&child.node) {
                Some(stat) if stat.kind == openimsg_storage::EntryKind::Stream => {
                    size = size.saturating_add(stat.size);
                }
                Some(_) => storages.push(child.node),
                None => {}
            });
        }
        size
    }
}

impl ConversationIndex {
    /// Reads an index: a reserved byte, five of time, a GUID, five for each answer. Nothing if
    /// it is cut off.
    #[must_use]
    pub fn parse(bytes: &[u8]) -> Option<ConversationIndex> {
        let (head, rest) = bytes.split_first_chunk::<6>()?;
        let (id, answers) = rest.split_first_chunk::<16>()?;
        // Programs write the upper six bytes of the time; the specification says five of them
        // below a byte that is 1. Both begin with 1 in our times: the next bytes tell.
        let [_, rest @ ..] = head;
        let upper = head.iter().fold(0u64, |time, byte| time << 8 | u64::from(*byte)) << 16;
        let lower = rest.iter().fold(0u64, |time, byte| time << 8 | u64::from(*byte)) << 24;
        let began = if head.first() == Some(&1) && is_of_our_times(lower) { lower } else { upper };
        Some(ConversationIndex {
            began: FileTime::from_raw(began),
            id: Guid::from_bytes(*id),
            depth: answers.len() / 5,
        })
    }
}

/// From 1990 to 2100: between these no time is one in both layouts.
fn is_of_our_times(time: u64) -> bool {
    (0x01B4_1E00_0000_0000..0x0238_0000_0000_0000).contains(&time)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_layouts_of_the_conversation_index() {
        let time = 0x01DC_1234_5678_9ABC_u64;
        let guid = [7; 16];
        let six = [&time.to_be_bytes()[..6], &guid, &[1; 10]].concat();
        let index = ConversationIndex::parse(&six).unwrap();
        assert_eq!(index.began, FileTime::from_raw(0x01DC_1234_5678_0000));
        assert_eq!((index.id, index.depth), (Guid::from_bytes(guid), 2));
        let five = [&[1], &time.to_be_bytes()[..5], &guid[..]].concat();
        let index = ConversationIndex::parse(&five).unwrap();
        assert_eq!((index.began, index.depth), (FileTime::from_raw(0x01DC_1234_5600_0000), 0));
        assert_eq!(ConversationIndex::parse(&six[..21]), None);
    }
}
