//! A message: its typed getters, recipients and attachments.

use std::ops::Deref;
use std::sync::Arc;

use openimsg_base::{Defect, FileTime, Limit};
use openimsg_props::{HeaderKind, PropId, PropTag, PropType, StreamName, Text, tags};
use openimsg_rtf::Decompressed;
use openimsg_storage::{Content, EntryKind, Store};

use crate::facts::MessageFacts;
use crate::file::Context;
use crate::{Attachment, Error, Object, Recipient, Step};

/// A message, in a file of its own or embedded in another ([MS-OXMSG] 2.2).
///
/// It is an [`Object`]: every property is there. The getters here are for what every reader
/// wants; they give values as stored, and nothing where a property is absent.
#[derive(Debug)]
pub struct Message<'s, S: Store + ?Sized> {
    object: Object<'s, S>,
}

/// Who sent a message, or for whom it was sent ([MS-OXPROPS], `PidTagSender…`, `PidTagSentRepresenting…`).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sender<'s> {
    /// The name to show: `PidTagSenderName`, `PidTagSentRepresentingName`.
    pub name: Option<Text<'s>>,
    /// The address, in the form that `address_type` says.
    pub address: Option<Text<'s>>,
    /// `SMTP`, `EX` or another.
    pub address_type: Option<Text<'s>>,
    /// The SMTP address, where the other one is not.
    pub smtp: Option<Text<'s>>,
}

/// A stored HTML body.
#[derive(Debug, Clone)]
pub struct Html<'s> {
    /// [`PropType::BINARY`], [`PropType::STRING8`] or [`PropType::UNICODE`].
    pub kind: PropType,
    /// The bytes as stored.
    pub bytes: Content<'s>,
}

impl<'s, S: Store + ?Sized> Message<'s, S> {
    pub(crate) fn open(
        context: Context<'s, S>,
        facts: Arc<MessageFacts<S::Node>>,
    ) -> Result<Self, Error> {
        let nesting = context.budget.charge(Limit::Nesting, facts.depth);
        nesting.map_err(|e| Error::new(facts.place.clone(), e))?;
        let (node, kind) = (facts.node.clone(), facts.kind);
        let object = Object::open(context, node, kind, facts, None)?;
        let properties = object.properties().entries().len();
        tracing::debug!(properties, depth = object.message.depth, "message open");
        Ok(Message { object })
    }

    /// How many messages it is inside of.
    #[must_use]
    pub fn depth(&self) -> u64 {
        self.object.message.depth
    }

    /// What kind of item it is, such as `IPM.Note` ([MS-OXCMSG] 2.2.1.3).
    ///
    /// # Errors
    /// As [`Object::get`].
    pub fn class(&self) -> Result<Option<Text<'s>>, Error> {
        self.text(tags::PR_MESSAGE_CLASS.id())
    }

    /// The whole subject ([MS-OXPROPS], `PidTagSubject`).
    ///
    /// # Errors
    /// As [`Object::get`].
    pub fn subject(&self) -> Result<Option<Text<'s>>, Error> {
        self.text(tags::PR_SUBJECT.id())
    }

    /// What stands before the normalised subject, such as `RE: ` ([MS-OXCMSG] 2.2.1.9).
    ///
    /// # Errors
    /// As [`Object::get`].
    pub fn subject_prefix(&self) -> Result<Option<Text<'s>>, Error> {
        self.text(tags::PR_SUBJECT_PREFIX.id())
    }

    /// The subject without its prefix ([MS-OXCMSG] 2.2.1.10).
    ///
    /// # Errors
    /// As [`Object::get`].
    pub fn normalized_subject(&self) -> Result<Option<Text<'s>>, Error> {
        self.text(tags::PR_NORMALIZED_SUBJECT.id())
    }

    /// The `Message-ID` of the internet message ([MS-OXPROPS], `PidTagInternetMessageId`).
    ///
    /// # Errors
    /// As [`Object::get`].
    pub fn internet_message_id(&self) -> Result<Option<Text<'s>>, Error> {
        self.text(tags::PR_INTERNET_MESSAGE_ID.id())
    }

    /// The headers with which the message came ([MS-OXPROPS],
    /// `PidTagTransportMessageHeaders`).
    ///
    /// # Errors
    /// As [`Object::get`].
    pub fn transport_headers(&self) -> Result<Option<Text<'s>>, Error> {
        self.text(tags::PR_TRANSPORT_MESSAGE_HEADERS.id())
    }

    /// The subject with which the conversation began ([MS-OXPROPS], `PidTagConversationTopic`).
    ///
    /// # Errors
    /// As [`Object::get`].
    pub fn conversation_topic(&self) -> Result<Option<Text<'s>>, Error> {
        self.text(tags::PR_CONVERSATION_TOPIC.id())
    }

    /// Names of the `To` recipients, separated by `; ` ([MS-OXPROPS], `PidTagDisplayTo`).
    ///
    /// # Errors
    /// As [`Object::get`].
    pub fn display_to(&self) -> Result<Option<Text<'s>>, Error> {
        self.text(tags::PR_DISPLAY_TO.id())
    }

    /// Names of the `Cc` recipients ([MS-OXPROPS], `PidTagDisplayCc`).
    ///
    /// # Errors
    /// As [`Object::get`].
    pub fn display_cc(&self) -> Result<Option<Text<'s>>, Error> {
        self.text(tags::PR_DISPLAY_CC.id())
    }

    /// Names of the `Bcc` recipients ([MS-OXPROPS], `PidTagDisplayBcc`).
    ///
    /// # Errors
    /// As [`Object::get`].
    pub fn display_bcc(&self) -> Result<Option<Text<'s>>, Error> {
        self.text(tags::PR_DISPLAY_BCC.id())
    }

    /// Who sent the message.
    ///
    /// # Errors
    /// As [`Object::get`].
    pub fn sender(&self) -> Result<Sender<'s>, Error> {
        self.sender_by(SENDER)
    }

    /// For whom it was sent; mostly the sender again.
    ///
    /// # Errors
    /// As [`Object::get`].
    pub fn representing(&self) -> Result<Sender<'s>, Error> {
        self.sender_by(REPRESENTING)
    }

    /// When it was sent ([MS-OXPROPS], `PidTagClientSubmitTime`).
    #[must_use]
    pub fn submit_time(&self) -> Option<FileTime> {
        self.time(tags::PR_CLIENT_SUBMIT_TIME.id())
    }

    /// When it arrived ([MS-OXPROPS], `PidTagMessageDeliveryTime`).
    #[must_use]
    pub fn delivery_time(&self) -> Option<FileTime> {
        self.time(tags::PR_MESSAGE_DELIVERY_TIME.id())
    }

    /// When it was made ([MS-OXPROPS], `PidTagCreationTime`).
    #[must_use]
    pub fn creation_time(&self) -> Option<FileTime> {
        self.time(tags::PR_CREATION_TIME.id())
    }

    /// When it was last changed ([MS-OXPROPS], `PidTagLastModificationTime`).
    #[must_use]
    pub fn last_modification_time(&self) -> Option<FileTime> {
        self.time(tags::PR_LAST_MODIFICATION_TIME.id())
    }

    /// 0 low, 1 normal, 2 high ([MS-OXCMSG] 2.2.1.11).
    #[must_use]
    pub fn importance(&self) -> Option<i32> {
        self.long(tags::PR_IMPORTANCE.id())
    }

    /// 0 normal, 1 personal, 2 private, 3 confidential ([MS-OXCMSG] 2.2.1.13).
    #[must_use]
    pub fn sensitivity(&self) -> Option<i32> {
        self.long(tags::PR_SENSITIVITY.id())
    }

    /// The bits of `PidTagMessageFlags` ([MS-OXCMSG] 2.2.1.6).
    #[must_use]
    pub fn flags(&self) -> Option<u32> {
        self.long(tags::PR_MESSAGE_FLAGS.id()).map(i32::cast_unsigned)
    }

    /// Whether it is a draft: the bit "unsent" (8) of [`Message::flags`].
    #[must_use]
    pub fn is_draft(&self) -> bool {
        self.flags().is_some_and(|flags| flags & 8 != 0)
    }

    /// The plain text body as stored ([MS-OXPROPS], `PidTagBody`).
    ///
    /// # Errors
    /// As [`Object::get`].
    pub fn body(&self) -> Result<Option<Text<'s>>, Error> {
        self.text(tags::PR_BODY.id())
    }

    /// The HTML body as stored ([MS-OXPROPS], `PidTagHtml`); most files have it inside the RTF.
    ///
    /// # Errors
    /// [`Problem::Storage`](crate::Problem::Storage) when the stream cannot be read.
    pub fn html(&self) -> Result<Option<Html<'s>>, Error> {
        for kind in [PropType::BINARY, PropType::UNICODE, PropType::STRING8] {
            let tag = tags::PR_HTML.with_kind(kind);
            if let Some(bytes) = self.raw(tag)? {
                return Ok(Some(Html { kind, bytes }));
            }
        }
        Ok(None)
    }

    /// The HTML body as text: bytes in the code page that [`Html`] follows, by
    /// `PidTagInternetCodepage` ([MS-OXPROPS]).
    ///
    /// # Errors
    /// As [`Object::get`].
    pub fn html_text(&self) -> Result<Option<Text<'s>>, Error> {
        let Some(html) = self.html()? else { return Ok(None) };
        let tag = tags::PR_HTML.with_kind(match html.kind {
            PropType::BINARY => PropType::STRING8,
            kind => kind,
        });
        self.decode_text(tag, html.bytes).map(Some)
    }

    /// The RTF body, decompressed ([MS-OXRTFCP] 2.2), and what was wrong with its
    /// compressed form.
    ///
    /// # Errors
    /// [`Problem::Rtf`](crate::Problem::Rtf) when it cannot be decompressed,
    /// [`Problem::Storage`](crate::Problem::Storage) when the stream cannot be read.
    pub fn rtf(&self) -> Result<Option<Decompressed>, Error> {
        let tag = tags::PR_RTF_COMPRESSED;
        let Some(bytes) = self.raw(tag)? else { return Ok(None) };
        let budget = self.budget();
        let mut decompressed =
            openimsg_rtf::decompress(&bytes, budget).map_err(|e| self.error(Some(tag), e))?;
        // The caller owns the text now.
        let size = u64::try_from(decompressed.rtf.len()).unwrap_or(u64::MAX);
        budget.release(Limit::DecodedBytes, size);
        if !decompressed.defects.is_empty() {
            let node = self.entry_number();
            for defect in &mut decompressed.defects {
                *defect = Defect { node, ..*defect };
                budget.tolerate(*defect).map_err(|e| self.error(Some(tag), e))?;
            }
        }
        Ok(Some(decompressed))
    }

    /// The compressed RTF body as stored.
    ///
    /// # Errors
    /// [`Problem::Storage`](crate::Problem::Storage) when the stream cannot be read.
    pub fn rtf_compressed(&self) -> Result<Option<Content<'s>>, Error> {
        self.raw(tags::PR_RTF_COMPRESSED)
    }

    /// The recipients in the order of their numbers, each opened when its turn comes. An error
    /// is for one recipient; the next ones still follow.
    pub fn recipients(
        &self,
    ) -> impl ExactSizeIterator<Item = Result<Recipient<'s, S>, Error>> + use<'s, S> {
        let (context, message) = (self.object.context, self.object.message.clone());
        self.numbered(StreamName::RECIPIENT_PREFIX, EntryKind::Storage).into_iter().map(
            move |(number, node)| {
                let step = Some(Step::Recipient(number));
                Object::open(context, node, HeaderKind::Item, message.clone(), step)
                    .map(|object| Recipient::new(object, number))
            },
        )
    }

    /// The attachments in the order of their numbers, each opened when its turn comes. An error
    /// is for one attachment; the next ones still follow.
    pub fn attachments(
        &self,
    ) -> impl ExactSizeIterator<Item = Result<Attachment<'s, S>, Error>> + use<'s, S> {
        let (context, message) = (self.object.context, self.object.message.clone());
        self.numbered(StreamName::ATTACHMENT_PREFIX, EntryKind::Storage).into_iter().map(
            move |(number, node)| {
                let step = Some(Step::Attachment(number));
                Object::open(context, node, HeaderKind::Item, message.clone(), step)
                    .map(|object| Attachment::new(object, number))
            },
        )
    }

    /// The attachment of a number, without opening those before it; of two the first.
    #[cfg(feature = "html")]
    pub(crate) fn attachment(&self, number: u32) -> Option<Result<Attachment<'s, S>, Error>> {
        let name = openimsg_props::attachment_storage_name(number);
        let node = self.object.context.store.child(&self.object.node, name.as_str())?;
        let message = self.object.message.clone();
        let step = Some(Step::Attachment(number));
        let object = Object::open(self.object.context, node, HeaderKind::Item, message, step);
        Some(object.map(|object| Attachment::new(object, number)))
    }

    fn sender_by(&self, ids: [PropId; 4]) -> Result<Sender<'s>, Error> {
        let [name, address, address_type, smtp] = ids;
        Ok(Sender {
            name: self.text(name)?,
            address: self.text(address)?,
            address_type: self.text(address_type)?,
            smtp: self.text(smtp)?,
        })
    }
}

impl<'s, S: Store + ?Sized> Deref for Message<'s, S> {
    type Target = Object<'s, S>;

    fn deref(&self) -> &Object<'s, S> {
        &self.object
    }
}

const SENDER: [PropId; 4] = [
    tags::PR_SENDER_NAME.id(),
    tags::PR_SENDER_EMAIL_ADDRESS.id(),
    tags::PR_SENDER_ADDRTYPE.id(),
    PropTag(0x5D01_001F).id(), // PidTagSenderSmtpAddress
];

const REPRESENTING: [PropId; 4] = [
    tags::PR_SENT_REPRESENTING_NAME.id(),
    tags::PR_SENT_REPRESENTING_EMAIL_ADDRESS.id(),
    tags::PR_SENT_REPRESENTING_ADDRTYPE.id(),
    PropTag(0x5D02_001F).id(), // PidTagSentRepresentingSmtpAddress
];
