//! What follows from other things: defaults of a new message, and what is renewed when a message
//! is finished ([MS-OXCMSG] 2.2.1).

use openimsg_props::{PropId, PropValue, tags};

use super::MessageEdit;
use super::options::Purpose;
use crate::computed::{self, DisplayNames};
use crate::{Error, RecipientType};

/// Bits of PR_MESSAGE_FLAGS ([MS-OXCMSG] 2.2.1.6).
pub(super) const READ: u32 = 0x01;
const UNMODIFIED: u32 = 0x02;
pub(super) const UNSENT: u32 = 0x08;
const HAS_ATTACHMENTS: u32 = 0x10;

/// PR_STORE_SUPPORT_MASK as Outlook writes it, and its bit for Unicode text.
pub(super) const STORE_SUPPORT: i32 = 0x0004_0E79;
pub(super) const STORE_UNICODE: i32 = 0x0004_0000;

/// UTF-8.
pub(super) const UTF_8: u32 = 65001;

impl MessageEdit {
    /// What a new message has from the start.
    pub(super) fn defaults(&mut self) -> Result<(), Error> {
        self.set_missing()?;
        self.set(tags::PR_ACCESS_LEVEL, 0)?;
        self.set(tags::PR_ACCESS, 2)?;
        let mask = if self.is_unicode() { STORE_SUPPORT } else { STORE_SUPPORT & !STORE_UNICODE };
        self.set(tags::PR_STORE_SUPPORT_MASK, mask)?;
        self.set(tags::PR_MESSAGE_CLASS, "IPM.Note")?;
        self.set(tags::PR_IMPORTANCE, 1)?;
        self.set(tags::PR_PRIORITY, 0)?;
        self.set(tags::PR_SENSITIVITY, 0)?;
        let key = self.ids.bytes(Purpose::SearchKey);
        self.set(tags::PR_SEARCH_KEY, key.as_slice())?;
        let page = self.text.page.0;
        if self.is_unicode() {
            self.set(tags::PR_INTERNET_CPID, UTF_8.cast_signed())?;
        } else {
            self.set(tags::PR_MESSAGE_CODEPAGE, page.cast_signed())?;
            self.set(tags::PR_INTERNET_CPID, page.cast_signed())?;
        }
        // From here on these are as if the message had always had them.
        self.forget_changes();
        Ok(())
    }

    /// Sets what a store gives to each message that it makes, where it is missing: when it was
    /// made and changed, and how far it is on its way.
    pub(crate) fn set_missing(&mut self) -> Result<(), Error> {
        let now = self.shared.options.clock.now();
        for tag in [tags::PR_CREATION_TIME, tags::PR_LAST_MODIFICATION_TIME] {
            if !self.has(tag.id()) {
                self.set(tag, now)?;
            }
        }
        if !self.has(tags::PR_MESSAGE_FLAGS.id()) {
            self.set(tags::PR_MESSAGE_FLAGS, (UNSENT | UNMODIFIED).cast_signed())?;
            // Still computed: whether there are attachments is one of the bits.
            self.forget_change(tags::PR_MESSAGE_FLAGS.id());
        }
        Ok(())
    }

    /// Renews what follows from what was changed, and only that.
    pub(super) fn compute(&mut self) -> Result<(), Error> {
        let is_new = self.is_new();
        if !(self.is_changed() || self.recipients.changed || self.attachments.changed) {
            return Ok(());
        }
        if is_new || self.recipients.changed {
            self.compute_recipients()?;
        }
        self.compute_flags(is_new)?;
        if is_new || self.attachments.changed {
            self.compute_attachments()?;
        }
        if is_new || self.is_touched(SUBJECT) || self.is_touched(PREFIX) {
            self.compute_subject()?;
        }
        self.compute_rtf()?;
        if is_new {
            self.compute_conversation()?;
        } else if !self.is_touched(MODIFIED) {
            let now = self.shared.options.clock.now();
            self.set(tags::PR_LAST_MODIFICATION_TIME, now)?;
        }
        Ok(())
    }

    fn compute_recipients(&mut self) -> Result<(), Error> {
        let numbers = self.recipients.numbers.clone();
        let next = self.recipients.next;
        let header = self.header_mut();
        header.recipient_count = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
        header.next_recipient = header.next_recipient.max(next);

        if DisplayNames::KINDS.iter().all(|(_, tag)| self.is_touched(tag.id())) {
            return Ok(());
        }
        let mut names = DisplayNames::default();
        for number in numbers {
            // One that cannot be read is as one without a name.
            let Ok(recipient) = self.recipient(number) else { continue };
            let kind = recipient.long(tags::PR_RECIPIENT_TYPE.id()).unwrap_or(0);
            _ = names.add(RecipientType(kind.cast_unsigned() & 0x0F), &*recipient);
        }
        for (tag, names) in names.finish() {
            if !self.is_touched(tag.id()) {
                self.set_computed(tag, &names)?;
            }
        }
        Ok(())
    }

    fn compute_attachments(&mut self) -> Result<(), Error> {
        let count = self.attachments.numbers.len();
        let next = self.attachments.next;
        let header = self.header_mut();
        header.attachment_count = u32::try_from(count).unwrap_or(u32::MAX);
        header.next_attachment = header.next_attachment.max(next);

        let has = count > 0;
        let id = tags::PR_HASATTACH.id();
        let stored = self.get(id)?.and_then(|value| value.as_bool());
        if stored != Some(has) && (has || stored.is_some()) && !self.is_touched(id) {
            self.set(tags::PR_HASATTACH, has)?;
        }
        Ok(())
    }

    /// Whether there are attachments, and that it is no longer as it was saved first.
    fn compute_flags(&mut self, is_new: bool) -> Result<(), Error> {
        let id = tags::PR_MESSAGE_FLAGS.id();
        let Some(flags) = self.long(id).filter(|_| !self.is_touched(id)) else { return Ok(()) };
        let mut flags = flags.cast_unsigned();
        if !is_new {
            flags &= !UNMODIFIED;
        }
        if is_new || self.attachments.changed {
            let bit = if self.attachments.numbers.is_empty() { 0 } else { HAS_ATTACHMENTS };
            flags = flags & !HAS_ATTACHMENTS | bit;
        }
        self.set_flags_if_other(flags)
    }

    pub(super) fn set_flags_if_other(&mut self, flags: u32) -> Result<(), Error> {
        let flags = flags.cast_signed();
        match self.long(tags::PR_MESSAGE_FLAGS.id()) {
            Some(now) if now == flags => Ok(()),
            _ => self.set(tags::PR_MESSAGE_FLAGS, flags),
        }
    }

    fn compute_subject(&mut self) -> Result<(), Error> {
        let Ok(Some(subject)) = self.text(SUBJECT) else { return Ok(()) };
        // A prefix that is there counts, be it old or new, if the subject begins with it.
        let given = self.text(PREFIX).unwrap_or_default();
        let (prefix, normalized) = computed::split(&subject, given.as_deref());
        if !self.is_touched(PREFIX) || given.as_deref() != Some(prefix) {
            self.set_computed(tags::PR_SUBJECT_PREFIX, prefix)?;
        }
        if !self.is_touched(tags::PR_NORMALIZED_SUBJECT.id()) {
            self.set_computed(tags::PR_NORMALIZED_SUBJECT, normalized)?;
        }
        Ok(())
    }

    /// A new message begins a conversation, unless it says otherwise.
    fn compute_conversation(&mut self) -> Result<(), Error> {
        let (topic, index) = (tags::PR_CONVERSATION_TOPIC, tags::PR_CONVERSATION_INDEX);
        if !self.is_touched(topic.id())
            && !self.has(topic.id())
            && let Some(subject) = self.text(tags::PR_NORMALIZED_SUBJECT.id())?
        {
            self.set_text(topic, &subject)?;
        }
        if !self.is_touched(index.id()) && !self.has(index.id()) {
            let time = match self.get(tags::PR_CLIENT_SUBMIT_TIME.id())? {
                Some(PropValue::SysTime(time)) => time,
                _ => self.shared.options.clock.now(),
            };
            // Byte 0 is 1; the first six bytes are the top of the time.
            let mut value = time.raw().to_be_bytes().get(..6).unwrap_or_default().to_vec();
            value.extend_from_slice(&self.ids.bytes(Purpose::Conversation));
            self.set(index, value)?;
        }
        Ok(())
    }
}

const SUBJECT: PropId = tags::PR_SUBJECT.id();
const PREFIX: PropId = tags::PR_SUBJECT_PREFIX.id();
const MODIFIED: PropId = tags::PR_LAST_MODIFICATION_TIME.id();
