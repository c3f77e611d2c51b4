//! What is in a message, said plainly: neither how it is stored nor how it is read.

use std::path::PathBuf;

use openimsg::storage::write::Version;
use openimsg::{CodePage, NamedProperty, PropTag, PropValue};
use serde_json::Value;

/// A message and the file it goes into.
pub(crate) struct Case {
    /// The name of the file without `.msg`.
    pub(crate) name: &'static str,
    pub(crate) start: Start,
    pub(crate) version: Version,
    /// What is changed in the file once it is there.
    pub(crate) edit: Option<Edit>,
}

/// What a file is at first.
pub(crate) enum Start {
    /// A new message.
    New(Box<Mail>),
    /// A copy of a file, and what is in it.
    Copy { file: PathBuf, expected: Value },
}

/// What is changed in a message.
#[derive(Default)]
pub(crate) struct Edit {
    pub(crate) subject: &'static str,
    /// Which attachments are removed, counted from 0.
    pub(crate) removed: Vec<usize>,
    pub(crate) recipients: Vec<(Kind, Person)>,
    pub(crate) attachments: Vec<Attachment>,
}

/// A message. What is empty or `None` is left out of the file.
#[derive(Default)]
pub(crate) struct Mail {
    /// The code page of all text; `None` for Unicode.
    pub(crate) page: Option<CodePage>,
    pub(crate) class: Option<&'static str>,
    pub(crate) subject: String,
    pub(crate) from: Option<Person>,
    /// Whom the sender represents, when it is not the sender.
    pub(crate) on_behalf_of: Option<Person>,
    pub(crate) recipients: Vec<(Kind, Person)>,
    pub(crate) text: String,
    pub(crate) html: Option<Html>,
    pub(crate) rtf: Option<Rtf>,
    pub(crate) attachments: Vec<Attachment>,
    pub(crate) named: Vec<(NamedProperty, PropValue<'static>)>,
    /// Whatever else is to be stored, with tags that nothing else here uses.
    pub(crate) properties: Vec<(PropTag, PropValue<'static>)>,
    /// When it was sent, in seconds since 1970; a draft was not.
    pub(crate) sent: Option<u32>,
}

#[derive(Clone, Default)]
pub(crate) struct Person {
    pub(crate) name: String,
    pub(crate) kind: &'static str,
    pub(crate) address: String,
    /// The SMTP address where `address` is none.
    pub(crate) smtp: String,
}

impl Person {
    pub(crate) fn new(name: impl Into<String>, address: impl Into<String>) -> Self {
        let (name, address) = (name.into(), address.into());
        Person { name, smtp: address.clone(), address, kind: "SMTP" }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    To,
    Cc,
    Bcc,
}

impl Kind {
    /// PR_RECIPIENT_TYPE.
    pub(crate) fn number(self) -> i32 {
        match self {
            Kind::To => 1,
            Kind::Cc => 2,
            Kind::Bcc => 3,
        }
    }
}

/// A body in HTML, stored in the encoding of its code page.
pub(crate) struct Html {
    pub(crate) page: CodePage,
    pub(crate) text: String,
}

/// A body in RTF.
pub(crate) struct Rtf {
    pub(crate) bytes: Vec<u8>,
    /// The HTML that is encapsulated in it.
    pub(crate) html: Option<&'static str>,
    pub(crate) compressed: bool,
}

#[derive(Default)]
pub(crate) struct Attachment {
    pub(crate) name: String,
    pub(crate) mime: Option<&'static str>,
    /// The name by which the HTML shows it.
    pub(crate) content_id: Option<&'static str>,
    pub(crate) content: Content,
}

pub(crate) enum Content {
    Bytes(Vec<u8>),
    Message(Box<Mail>),
    /// A message that was a file of its own.
    MessageFile(Box<Mail>),
    /// The storage of an application, with streams.
    Ole(Vec<(&'static str, Vec<u8>)>),
    /// Where a file is that is not in the message.
    Reference(&'static str),
    /// The same on the web.
    WebReference(&'static str),
}

impl Content {
    /// PR_ATTACH_METHOD.
    pub(crate) fn method(&self) -> i32 {
        match self {
            Content::Bytes(_) => 1,
            Content::Reference(_) => 2,
            Content::Message(_) | Content::MessageFile(_) => 5,
            Content::Ole(_) => 6,
            Content::WebReference(_) => 7,
        }
    }
}

impl Default for Content {
    fn default() -> Self {
        Content::Bytes(Vec::new())
    }
}

/// Bytes that look random, always the same for one seed.
pub(crate) fn noise(seed: u64, len: usize) -> Vec<u8> {
    let mut state = seed;
    let words = std::iter::repeat_with(|| {
        // The generator SplitMix64.
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB).to_le_bytes()
    });
    words.flatten().take(len).collect()
}
