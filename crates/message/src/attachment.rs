//! An attachment of a message.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use openimsg_props::{PROPERTIES_STREAM, PropId, PropTag, Text, tags};
use openimsg_storage::{EntryKind, Name, Store, StreamReader};

use crate::{Error, Message, Object, Step, defects};

/// An attachment ([MS-OXMSG] 2.2.2). It is an [`Object`]: every property is there.
#[derive(Debug)]
pub struct Attachment<'s, S: Store + ?Sized> {
    object: Object<'s, S>,
    number: u32,
}

/// How an attachment holds what it attaches ([MS-OXCMSG] 2.2.2.9). Others are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct AttachMethod(pub i32);

impl AttachMethod {
    /// Nothing is attached (yet).
    pub const NONE: AttachMethod = AttachMethod(0);
    /// Bytes in the file.
    pub const BY_VALUE: AttachMethod = AttachMethod(1);
    /// A path.
    pub const BY_REFERENCE: AttachMethod = AttachMethod(2);
    /// A path that is resolved on sending.
    pub const BY_REF_RESOLVE: AttachMethod = AttachMethod(3);
    /// A path, for those who can reach it.
    pub const BY_REF_ONLY: AttachMethod = AttachMethod(4);
    /// A message.
    pub const EMBEDDED_MESSAGE: AttachMethod = AttachMethod(5);
    /// The storage of another application.
    pub const OLE: AttachMethod = AttachMethod(6);
    /// An address on the web.
    pub const BY_WEB_REFERENCE: AttachMethod = AttachMethod(7);
}

impl fmt::Display for AttachMethod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match *self {
            AttachMethod::NONE => "none",
            AttachMethod::BY_VALUE => "by value",
            AttachMethod::BY_REFERENCE => "by reference",
            AttachMethod::BY_REF_RESOLVE => "by reference, resolved",
            AttachMethod::BY_REF_ONLY => "by reference only",
            AttachMethod::EMBEDDED_MESSAGE => "embedded message",
            AttachMethod::OLE => "OLE object",
            AttachMethod::BY_WEB_REFERENCE => "web reference",
            AttachMethod(other) => return write!(f, "method {other:#x}"),
        })
    }
}

/// What an attachment holds, told by what is there; the method only decides where that leaves a
/// choice.
#[derive(Debug, Clone)]
pub enum AttachmentData<'s, N> {
    /// A stream of bytes of this length.
    Bytes {
        /// The stream.
        stream: N,
        /// Its length in bytes.
        size: u64,
    },
    /// A message; see [`Attachment::message`].
    Message {
        /// Its storage.
        storage: N,
    },
    /// The storage of another application ([MS-OXMSG] 2.2.2.1), whose form is that one's affair.
    Storage {
        /// The storage.
        storage: N,
    },
    /// The path or address of what is attached. It is data: nothing here follows it.
    Reference(Text<'s>),
    /// Nothing.
    None,
}

impl<'s, S: Store + ?Sized> Attachment<'s, S> {
    pub(crate) fn new(object: Object<'s, S>, number: u32) -> Self {
        Attachment { object, number }
    }

    /// The number in its storage's name.
    #[must_use]
    pub fn number(&self) -> u32 {
        self.number
    }

    /// How it says that it holds what it attaches.
    #[must_use]
    pub fn method(&self) -> Option<AttachMethod> {
        self.long(tags::PR_ATTACH_METHOD.id()).map(AttachMethod)
    }

    /// The name of the file, of any length ([MS-OXCMSG] 2.2.2.10). It is data from an untrusted
    /// file, and no path.
    ///
    /// # Errors
    /// As [`Object::get`].
    pub fn long_filename(&self) -> Result<Option<Text<'s>>, Error> {
        self.text(tags::PR_ATTACH_LONG_FILENAME.id())
    }

    /// The name of the file in 8.3 form ([MS-OXCMSG] 2.2.2.11).
    ///
    /// # Errors
    /// As [`Object::get`].
    pub fn short_filename(&self) -> Result<Option<Text<'s>>, Error> {
        self.text(tags::PR_ATTACH_FILENAME.id())
    }

    /// The name to show ([MS-OXPROPS], `PidTagDisplayName`).
    ///
    /// # Errors
    /// As [`Object::get`].
    pub fn display_name(&self) -> Result<Option<Text<'s>>, Error> {
        self.text(tags::PR_DISPLAY_NAME.id())
    }

    /// The first that is stored and not empty: long name, short name, name to show.
    ///
    /// # Errors
    /// As [`Object::get`].
    pub fn name(&self) -> Result<Option<Text<'s>>, Error> {
        for id in [
            tags::PR_ATTACH_LONG_FILENAME.id(),
            tags::PR_ATTACH_FILENAME.id(),
            tags::PR_DISPLAY_NAME.id(),
        ] {
            if let Some(name) = self.text(id)?
                && !name.text.is_empty()
            {
                return Ok(Some(name));
            }
        }
        Ok(None)
    }

    /// The end of the file's name, with the dot ([MS-OXPROPS], `PidTagAttachExtension`).
    ///
    /// # Errors
    /// As [`Object::get`].
    pub fn extension(&self) -> Result<Option<Text<'s>>, Error> {
        self.text(tags::PR_ATTACH_EXTENSION.id())
    }

    /// The content type, such as `image/png` ([MS-OXPROPS], `PidTagAttachMimeTag`).
    ///
    /// # Errors
    /// As [`Object::get`].
    pub fn mime_type(&self) -> Result<Option<Text<'s>>, Error> {
        self.text(tags::PR_ATTACH_MIME_TAG.id())
    }

    /// By what the HTML body refers to it ([MS-OXPROPS], `PidTagAttachContentId`).
    ///
    /// # Errors
    /// As [`Object::get`].
    pub fn content_id(&self) -> Result<Option<Text<'s>>, Error> {
        self.text(CONTENT_ID)
    }

    /// Where it stands in the text, in characters; −1 if nowhere ([MS-OXPROPS],
    /// `PidTagRenderingPosition`).
    #[must_use]
    pub fn rendering_position(&self) -> Option<i32> {
        self.long(tags::PR_RENDERING_POSITION.id())
    }

    /// What it holds.
    ///
    /// # Errors
    /// As [`Object::get`].
    pub fn data(&self) -> Result<AttachmentData<'s, S::Node>, Error> {
        let store = self.store();
        let child = |tag: PropTag| store.child_named(&self.node, &Name::of_value(tag.0));
        let is_storage =
            |node: &S::Node| store.stat(node).is_some_and(|stat| stat.kind == EntryKind::Storage);
        if let Some(storage) = child(DATA_OBJECT).filter(is_storage) {
            // The method is no help in damaged files: a message has a property stream.
            let is_message = store.child(&storage, PROPERTIES_STREAM).is_some();
            return Ok(match is_message {
                true => AttachmentData::Message { storage },
                false => AttachmentData::Storage { storage },
            });
        }
        if let Some(stream) = child(tags::PR_ATTACH_DATA_BIN) {
            let size = store.stat(&stream).map_or(0, |stat| stat.size);
            return Ok(AttachmentData::Bytes { stream, size });
        }
        for id in [tags::PR_ATTACH_LONG_PATHNAME.id(), tags::PR_ATTACH_PATHNAME.id()] {
            if let Some(path) = self.text(id)? {
                return Ok(AttachmentData::Reference(path));
            }
        }
        // Some writers put the address where the name belongs.
        if self.method() == Some(AttachMethod::BY_WEB_REFERENCE)
            && let Some(address) = self.long_filename()?
        {
            return Ok(AttachmentData::Reference(address));
        }
        Ok(AttachmentData::None)
    }

    /// A reader over the attached bytes, with bounded memory; nothing if it holds no bytes.
    ///
    /// # Errors
    /// As [`Object::get`].
    pub fn reader(&self) -> Result<Option<StreamReader<'s, S>>, Error> {
        match self.data()? {
            AttachmentData::Bytes { stream, .. } => {
                let reader = self.store().reader(&stream);
                reader.map(Some).map_err(|e| self.error(Some(tags::PR_ATTACH_DATA_BIN), e))
            }
            _ => Ok(None),
        }
    }

    /// The message that is attached; nothing if it holds none.
    ///
    /// # Errors
    /// [`Problem::Refused`](crate::Problem::Refused) when messages are nested deeper than
    /// [`Limits::nesting`](openimsg_base::Limits::nesting), else as [`Object::get`].
    pub fn message(&self) -> Result<Option<Message<'s, S>>, Error> {
        let AttachmentData::Message { storage } = self.data()? else { return Ok(None) };
        let mut place = self.place();
        place.push(Step::Message);
        let facts = self.object.message.embedded(storage, place);
        Message::open(self.object.context, Arc::new(facts)).map(Some)
    }

    /// Whether the method goes with what is there; the defect if not.
    ///
    /// # Errors
    /// As [`Object::get`].
    pub(crate) fn method_defect(
        &self,
    ) -> Result<Option<&'static openimsg_base::DefectKind>, Error> {
        let Some(method) = self.method() else { return Ok(Some(&defects::NO_METHOD)) };
        let fits = match self.data()? {
            AttachmentData::Message { .. } => method == AttachMethod::EMBEDDED_MESSAGE,
            AttachmentData::Storage { .. } => method == AttachMethod::OLE,
            // Old OLE objects are bytes ([MS-OXCMSG] 2.2.2.9).
            AttachmentData::Bytes { .. } => method != AttachMethod::EMBEDDED_MESSAGE,
            AttachmentData::Reference(_) | AttachmentData::None => {
                !matches!(method, AttachMethod::EMBEDDED_MESSAGE | AttachMethod::OLE)
            }
        };
        Ok((!fits).then_some(&defects::METHOD))
    }
}

impl<'s, S: Store + ?Sized> Deref for Attachment<'s, S> {
    type Target = Object<'s, S>;

    fn deref(&self) -> &Object<'s, S> {
        &self.object
    }
}

/// PidTagAttachDataObject: a storage.
pub(crate) const DATA_OBJECT: PropTag = PropTag(0x3701_000D);
/// PidTagAttachContentId.
const CONTENT_ID: PropId = PropId(0x3712);
