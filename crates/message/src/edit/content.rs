//! What people say of a message: subject, sender, dates, categories.

use openimsg_base::FileTime;
use openimsg_props::{PropId, PropTag, PropType, PropValue, Text, lids, tags};

use super::computed::{READ, UNSENT};
use super::{MessageEdit, ObjectEdit, Person, address};
use crate::Error;

/// How far a message is on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It is being written: Outlook opens it in a window for writing.
    Draft,
    /// It was sent.
    Sent,
    /// It was received.
    Received {
        /// Whether it was read.
        read: bool,
    },
}

impl MessageEdit {
    /// Sets what kind of item it is, such as `IPM.Note` ([MS-OXCMSG] 2.2.1.3).
    ///
    /// # Errors
    /// As [`ObjectEdit::set`](super::ObjectEdit::set).
    pub fn set_class(&mut self, class: &str) -> Result<(), Error> {
        self.set_text(tags::PR_MESSAGE_CLASS, class)
    }

    /// Sets the whole subject. Its parts follow: one to three letters, a colon and a blank at its
    /// start are the prefix, or [what was said to be](MessageEdit::set_subject_prefix).
    ///
    /// # Errors
    /// As [`ObjectEdit::set`](super::ObjectEdit::set).
    pub fn set_subject(&mut self, subject: &str) -> Result<(), Error> {
        if subject.is_empty() && !self.is_new() {
            return self.set(tags::PR_SUBJECT, subject);
        }
        self.set_text(tags::PR_SUBJECT, subject)
    }

    /// Says what the prefix of the subject is; the subject must begin with it.
    ///
    /// # Errors
    /// As [`ObjectEdit::set`](super::ObjectEdit::set).
    pub fn set_subject_prefix(&mut self, prefix: &str) -> Result<(), Error> {
        self.set(tags::PR_SUBJECT_PREFIX, prefix)
    }

    /// Sets who sent the message, and for whom unless that
    /// [was said](MessageEdit::set_representing).
    ///
    /// # Errors
    /// As [`ObjectEdit::set`](super::ObjectEdit::set).
    pub fn set_sender(&mut self, who: &Person) -> Result<(), Error> {
        ObjectEdit::all_or_nothing(self, |own| {
            own.set_role(&SENDER, who)?;
            if own.represented {
                return Ok(());
            }
            own.set_role(&REPRESENTING, who)
        })
    }

    /// Sets for whom the message was sent, if that is not the sender.
    ///
    /// # Errors
    /// As [`ObjectEdit::set`](super::ObjectEdit::set).
    pub fn set_representing(&mut self, who: &Person) -> Result<(), Error> {
        ObjectEdit::all_or_nothing(self, |own| own.set_role(&REPRESENTING, who))?;
        self.represented = true;
        Ok(())
    }

    /// Sets when it was sent.
    ///
    /// # Errors
    /// As [`ObjectEdit::set`](super::ObjectEdit::set).
    pub fn set_submit_time(&mut self, time: FileTime) -> Result<(), Error> {
        self.set(tags::PR_CLIENT_SUBMIT_TIME, time)
    }

    /// Sets when it arrived.
    ///
    /// # Errors
    /// As [`ObjectEdit::set`](super::ObjectEdit::set).
    pub fn set_delivery_time(&mut self, time: FileTime) -> Result<(), Error> {
        self.set(tags::PR_MESSAGE_DELIVERY_TIME, time)
    }

    /// Sets how far it is on its way; other bits of PR_MESSAGE_FLAGS stay as they are.
    ///
    /// # Errors
    /// As [`ObjectEdit::set`](super::ObjectEdit::set).
    pub fn set_state(&mut self, state: State) -> Result<(), Error> {
        let flags = self.long(tags::PR_MESSAGE_FLAGS.id()).unwrap_or(0).cast_unsigned();
        let bits = match state {
            State::Draft => UNSENT,
            State::Sent => READ,
            State::Received { read: true } => READ,
            State::Received { read: false } => 0,
        };
        self.set_flags_if_other(flags & !(UNSENT | READ) | bits)?;
        // Still computed: whether there are attachments is one of the bits.
        self.forget_change(tags::PR_MESSAGE_FLAGS.id());
        Ok(())
    }

    /// Sets 0 low, 1 normal or 2 high importance ([MS-OXCMSG] 2.2.1.11), and the priority that
    /// goes with it.
    ///
    /// # Errors
    /// As [`ObjectEdit::set`](super::ObjectEdit::set).
    pub fn set_importance(&mut self, importance: i32) -> Result<(), Error> {
        self.set(tags::PR_IMPORTANCE, importance)?;
        self.set(tags::PR_PRIORITY, importance.saturating_sub(1).clamp(-1, 1))
    }

    /// Sets 0 normal, 1 personal, 2 private or 3 confidential ([MS-OXCMSG] 2.2.1.13).
    ///
    /// # Errors
    /// As [`ObjectEdit::set`](super::ObjectEdit::set).
    pub fn set_sensitivity(&mut self, sensitivity: i32) -> Result<(), Error> {
        self.set(tags::PR_SENSITIVITY, sensitivity)
    }

    /// Sets the categories; none are no property at all.
    ///
    /// # Errors
    /// As [`ObjectEdit::set_named`](super::ObjectEdit::set_named).
    pub fn set_categories<'c>(
        &mut self,
        categories: impl IntoIterator<Item = &'c str>,
    ) -> Result<(), Error> {
        let categories: Vec<&str> = categories.into_iter().collect();
        if categories.is_empty() {
            return self.delete_named(&lids::PID_NAME_KEYWORDS).map(|_| ());
        }
        let texts = categories.into_iter().map(Text::new).collect();
        self.set_named(&lids::PID_NAME_KEYWORDS, PropValue::MvUnicode(texts))
    }

    /// Sets the headers with which the message came.
    ///
    /// # Errors
    /// As [`ObjectEdit::set`](super::ObjectEdit::set).
    pub fn set_transport_headers(&mut self, headers: &str) -> Result<(), Error> {
        self.set_text(tags::PR_TRANSPORT_MESSAGE_HEADERS, headers)
    }

    /// Sets the `Message-ID` of the internet message.
    ///
    /// # Errors
    /// As [`ObjectEdit::set`](super::ObjectEdit::set).
    pub fn set_internet_message_id(&mut self, id: &str) -> Result<(), Error> {
        self.set_text(tags::PR_INTERNET_MESSAGE_ID, id)
    }

    fn set_role(&mut self, role: &Role, who: &Person) -> Result<(), Error> {
        let text = |id| PropTag::new(id, PropType::UNICODE);
        let binary = |id| PropTag::new(id, PropType::BINARY);
        self.set_text(text(role.name), who.display_name())?;
        self.set_text(text(role.address_type), &who.address_type)?;
        self.set_text(text(role.address), &who.address)?;
        self.set_text(text(role.smtp), who.smtp_address().unwrap_or_default())?;
        match address::search_key(who) {
            Some(key) => {
                let entry_id = self.entry_id(who)?;
                self.set(binary(role.search_key), key)?;
                self.set(binary(role.entry_id), entry_id)
            }
            None => {
                self.delete(role.search_key)?;
                self.delete(role.entry_id).map(|_| ())
            }
        }
    }
}

/// The properties that say who did something.
struct Role {
    name: PropId,
    address_type: PropId,
    address: PropId,
    smtp: PropId,
    entry_id: PropId,
    search_key: PropId,
}

const SENDER: Role = Role {
    name: tags::PR_SENDER_NAME.id(),
    address_type: tags::PR_SENDER_ADDRTYPE.id(),
    address: tags::PR_SENDER_EMAIL_ADDRESS.id(),
    smtp: tags::PR_SENDER_SMTP_ADDRESS.id(),
    entry_id: tags::PR_SENDER_ENTRYID.id(),
    search_key: tags::PR_SENDER_SEARCH_KEY.id(),
};

const REPRESENTING: Role = Role {
    name: tags::PR_SENT_REPRESENTING_NAME.id(),
    address_type: tags::PR_SENT_REPRESENTING_ADDRTYPE.id(),
    address: tags::PR_SENT_REPRESENTING_EMAIL_ADDRESS.id(),
    smtp: tags::PR_SENT_REPRESENTING_SMTP_ADDRESS.id(),
    entry_id: tags::PR_SENT_REPRESENTING_ENTRYID.id(),
    search_key: tags::PR_SENT_REPRESENTING_SEARCH_KEY.id(),
};
