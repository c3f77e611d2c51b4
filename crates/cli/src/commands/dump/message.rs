//! The facts of a message.

use openimsg::message::{Attachment, Message, Object, Sender};
use openimsg::props::{Entry, StreamName, tags};
use openimsg::rtf;
use openimsg::storage::{Base, EntryId};
use openimsg::{AttachmentData, Error, PropTag, PropType, Recipient, Text};
use serde_json::{Map, Value, json};

use super::{below, digits, pair};
use crate::facts::{Digest, Digests, digest, hex};
use crate::opened::Store;

/// Describes messages of one file. A fact that cannot be had is null, and said among `errors`.
pub(super) struct Describer<'d, 's> {
    digests: &'d mut Digests<'s>,
    errors: Vec<String>,
}

impl<'d, 's> Describer<'d, 's> {
    pub(super) fn new(digests: &'d mut Digests<'s>) -> Self {
        Describer { digests, errors: Vec::new() }
    }

    /// The facts of the message in the storage with this path, and of all that is in it.
    pub(super) fn message(&mut self, message: &Message<'_, Store>, path: &str) -> Value {
        let mut facts = Map::new();
        let mut fact = |key: &str, value: Value| drop(facts.insert(key.to_owned(), value));
        fact("storage", path.into());
        fact("depth", message.depth().into());
        fact("header", header(message));
        fact("properties", self.properties(message));
        fact("codepage", code_page(message));
        fact("class", self.text(message.class()));
        fact("subject", self.text(message.subject()));
        fact("subject_prefix", self.text(message.subject_prefix()));
        fact("normalized_subject", self.text(message.normalized_subject()));
        fact("internet_message_id", self.text(message.internet_message_id()));
        fact("sender", self.person(message.sender()));
        fact("representing", self.person(message.representing()));
        fact("display_to", self.text(message.display_to()));
        fact("display_cc", self.text(message.display_cc()));
        fact("display_bcc", self.text(message.display_bcc()));
        fact("dates", dates(message));
        fact("body", self.body(message));
        fact("html", self.html(message));
        fact("rtf", self.rtf(message));

        let mut recipients = Vec::new();
        for recipient in message.recipients() {
            if let Some(recipient) = self.keep(recipient) {
                recipients.push(self.recipient(&recipient));
            }
        }
        fact("recipients", recipients.into());
        let mut attachments = Vec::new();
        for attachment in message.attachments() {
            if let Some(attachment) = self.keep(attachment) {
                attachments.push(self.attachment(&attachment, path));
            }
        }
        fact("attachments", attachments.into());
        if !self.errors.is_empty() {
            fact("errors", std::mem::take(&mut self.errors).into());
        }
        facts.into()
    }

    fn recipient(&mut self, recipient: &Recipient<'_, Store>) -> Value {
        json!({
            "storage": name(recipient.store(), *recipient.node()),
            "type": recipient.recipient_type().map(|kind| kind.0),
            "type_raw": recipient.long(tags::PR_RECIPIENT_TYPE.id()).map(i32::cast_unsigned),
            "name": self.text(recipient.name()),
            "addrtype": self.text(recipient.address_type()),
            "email_3003": self.text(recipient.email_address()),
            "smtp_39FE": self.text(recipient.smtp_address()),
            "address": self.text(recipient.address()),
            "properties": self.properties(recipient),
        })
    }

    fn attachment(&mut self, attachment: &Attachment<'_, Store>, path: &str) -> Value {
        let storage = name(attachment.store(), *attachment.node());
        let mut facts = json!({
            "storage": storage,
            "method": attachment.method().map(|method| method.0),
            "long_filename": self.text(attachment.long_filename()),
            "short_filename": self.text(attachment.short_filename()),
            "display_name": self.text(attachment.display_name()),
            "extension": self.text(attachment.extension()),
            "mime": self.text(attachment.mime_type()),
            "content_id": self.text(attachment.content_id()),
            "rendering_position": attachment.rendering_position(),
            "properties": self.properties(attachment),
        });
        let mut fact = |key: &str, value: Value| {
            if let Some(facts) = facts.as_object_mut() {
                facts.insert(key.to_owned(), value);
            }
        };
        let Some(data) = self.keep(attachment.data()) else { return facts };
        match data {
            AttachmentData::Bytes { stream, .. } => {
                let digest = self.digests.of(stream);
                if let Some(Digest { bytes, sha256 }) = self.keep_storage(attachment, digest) {
                    fact("data", json!({"bytes": bytes, "sha256": sha256}));
                }
            }
            AttachmentData::Storage { storage } => {
                fact("ole_storage", self.streams(attachment.store(), storage));
            }
            AttachmentData::Message { storage: inner } => {
                let prefix = if path.is_empty() { String::new() } else { format!("{path}/") };
                let path = format!("{prefix}{storage}/{}", name(attachment.store(), inner));
                // Each message has its own list of errors.
                let outer = std::mem::take(&mut self.errors);
                let message = attachment.message();
                if let Ok(Some(message)) = &message {
                    fact("message", self.message(message, &path));
                }
                self.errors = outer;
                self.keep(message);
            }
            AttachmentData::Reference(_) | AttachmentData::None => {}
        }
        facts
    }

    /// The streams of a storage, by path from the attachment on.
    fn streams(&mut self, store: &Store, storage: EntryId) -> Value {
        let mut streams = Map::new();
        let root = name(store, storage);
        below(store, storage, &mut |path, id, _| {
            if let Ok(digest) = self.digests.of(id) {
                streams.insert(format!("{root}/{path}"), pair(digest));
            }
        });
        streams.into()
    }

    /// All entries by tag; two of one tag are two values.
    fn properties(&mut self, object: &Object<'_, Store>) -> Value {
        let mut properties = Map::new();
        for entry in object.properties().entries() {
            let value = self.property(object, entry);
            let values = properties.entry(entry.tag().to_string()).or_insert_with(|| json!([]));
            if let Some(values) = values.as_array_mut() {
                values.push(value);
            }
        }
        properties.into()
    }

    fn property(&mut self, object: &Object<'_, Store>, entry: &Entry) -> Value {
        let (tag, flags) = (entry.tag(), entry.attributes().0);
        // An entry without a type cannot have a stream either.
        if tag.kind().fixed_size().is_some() || tag.kind() == PropType::UNSPECIFIED {
            return json!({"flags": flags, "fixed": hex(&entry.fixed())});
        }
        let mut facts = Map::new();
        let mut fact = |key: &str, value: Value| drop(facts.insert(key.to_owned(), value));
        fact("flags", flags.into());
        fact("declared_size", entry.declared_size().into());
        fact("reserved", entry.reserved().into());
        match self.stream(object, &StreamName::value(tag)) {
            Stream::Missing => fact("missing", true.into()),
            Stream::Unreadable => fact("unreadable", true.into()),
            Stream::Storage => fact("object", "storage".into()),
            Stream::Read(Digest { bytes, sha256 }) => {
                fact("size", bytes.into());
                fact("sha256", sha256.into());
                if tag.kind().has_item_streams() {
                    let items = self.items(object, tag);
                    fact("count", items.len().into());
                    fact("items", items.into());
                }
            }
        }
        facts.into()
    }

    /// The values of a multi-valued property: as many as the stream of lengths has.
    fn items(&mut self, object: &Object<'_, Store>, tag: PropTag) -> Vec<Value> {
        let Some(lengths) = self.keep(object.raw(tag)).flatten() else { return Vec::new() };
        let record = if tag.kind() == PropType::MV_BINARY { 8 } else { 4 };
        let mut items = Vec::new();
        for (index, length) in (0..).zip(lengths.chunks_exact(record)) {
            let declared = length.first_chunk().map(|length| u32::from_le_bytes(*length));
            items.push(match self.stream(object, &StreamName::item(tag, index)) {
                Stream::Read(Digest { bytes, sha256 }) => {
                    json!({"size": bytes, "sha256": sha256, "declared": declared})
                }
                Stream::Unreadable => json!({"unreadable": true, "declared": declared}),
                Stream::Missing | Stream::Storage => {
                    json!({"missing": true, "declared": declared})
                }
            });
        }
        items
    }

    fn stream(&mut self, object: &Object<'_, Store>, name: &StreamName) -> Stream {
        let store = object.store();
        let Some(id) = Base::child(store, *object.node(), name) else { return Stream::Missing };
        if store.kind(id) == Some(openimsg::storage::EntryKind::Storage) {
            return Stream::Storage;
        }
        self.digests.of(id).map_or(Stream::Unreadable, Stream::Read)
    }

    fn person(&mut self, sender: Result<Sender<'_>, Error>) -> Value {
        let Some(sender) = self.keep(sender) else { return Value::Null };
        let text = |text: Option<Text<'_>>| text.map(|text| text.text.into_owned());
        json!({
            "name": text(sender.name),
            "address": text(sender.address),
            "addrtype": text(sender.address_type),
            "smtp": text(sender.smtp),
        })
    }

    fn body(&mut self, message: &Message<'_, Store>) -> Value {
        let kinds = [PropType::UNICODE, PropType::STRING8];
        let listed = message.properties().find_id(tags::PR_BODY.id()).map(|e| e.tag().kind());
        let kind = listed.or_else(|| {
            kinds.into_iter().find(|kind| {
                let stream =
                    self.stream(message, &StreamName::value(tags::PR_BODY.with_kind(*kind)));
                !matches!(stream, Stream::Missing)
            })
        });
        let Some(kind) = kind.filter(|kind| kinds.contains(kind)) else { return Value::Null };
        let stream = self.stream(message, &StreamName::value(tags::PR_BODY.with_kind(kind)));
        let (Stream::Read(stored), Some(text)) = (stream, self.keep(message.body()).flatten())
        else {
            return Value::Null;
        };
        json!({
            "type": digits(kind),
            "stream_bytes": stored.bytes,
            "stream_sha256": stored.sha256,
            "text": {
                "chars": text.text.chars().count(),
                "sha256": digest(text.text.as_bytes()).sha256,
            },
        })
    }

    fn html(&mut self, message: &Message<'_, Store>) -> Value {
        let Some(html) = self.keep(message.html()).flatten() else { return Value::Null };
        let Digest { bytes, sha256 } = digest(&html.bytes);
        json!({"type": digits(html.kind), "stream_bytes": bytes, "sha256": sha256})
    }

    fn rtf(&mut self, message: &Message<'_, Store>) -> Value {
        let Some(compressed) = self.keep(message.rtf_compressed()).flatten() else {
            return Value::Null;
        };
        let Digest { bytes, sha256 } = digest(&compressed);
        let mut facts = json!({"compressed_bytes": bytes, "compressed_sha256": sha256});
        let mut fact = |key: &str, value: Value| {
            if let Some(facts) = facts.as_object_mut() {
                facts.insert(key.to_owned(), value);
            }
        };
        if let Ok((header, _)) = rtf::Header::parse(&compressed) {
            fact("compression", header.comp_type.to_string().into());
            fact(
                "header",
                json!({
                    "compsize": header.comp_size,
                    "rawsize": header.raw_size,
                    "comptype": header.comp_type.0,
                    "crc": header.crc,
                }),
            );
        }
        if let Some(text) = self.keep(message.rtf()).flatten() {
            let Digest { bytes, sha256 } = digest(&text.rtf);
            fact("length", bytes.into());
            fact("sha256", sha256.into());
            let encapsulates = match rtf::kind(&text.rtf) {
                rtf::Kind::Html => Some("html"),
                rtf::Kind::Text => Some("text"),
                rtf::Kind::Rtf => None,
            };
            fact("encapsulates", encapsulates.into());
        }
        facts
    }

    fn text(&mut self, text: Result<Option<Text<'_>>, Error>) -> Value {
        self.keep(text).flatten().map(|text| text.text.into_owned()).into()
    }

    /// What could be read; what could not is noted.
    fn keep<T>(&mut self, got: Result<T, Error>) -> Option<T> {
        got.map_err(|error| self.errors.push(error.to_string())).ok()
    }

    fn keep_storage<T>(
        &mut self,
        object: &Object<'_, Store>,
        got: Result<T, openimsg::storage::Error>,
    ) -> Option<T> {
        self.keep(got.map_err(|error| Error::new(object.place(), error)))
    }
}

/// What there is under a name.
enum Stream {
    Missing,
    Unreadable,
    Storage,
    Read(Digest),
}

fn header(message: &Message<'_, Store>) -> Value {
    let header = message.properties().header();
    json!({
        "next_recipient": header.next_recipient,
        "next_attachment": header.next_attachment,
        "recipient_count": header.recipient_count,
        "attachment_count": header.attachment_count,
        "reserved1": hex(&header.reserved),
        "reserved2": (message.depth() == 0).then(|| hex(&header.reserved_end)),
    })
}

fn code_page(message: &Message<'_, Store>) -> Value {
    let number = |tag: PropTag| message.long(tag.id()).map(i32::cast_unsigned);
    let mask = number(tags::PR_STORE_SUPPORT_MASK);
    json!({
        "message_codepage_3FFD": number(tags::PR_MESSAGE_CODEPAGE),
        "internet_codepage_3FDE": number(tags::PR_INTERNET_CPID),
        "locale_3FF1": number(tags::PR_MESSAGE_LOCALE_ID),
        "store_support_mask_340D": mask,
        "store_unicode_ok": mask.map(|mask| mask & STORE_UNICODE_OK != 0),
        "string8_decoded_as": message.code_page().0,
    })
}

/// STORE_UNICODE_OK, a bit of PidTagStoreSupportMask ([MS-OXMSG] 2.1.1.1).
const STORE_UNICODE_OK: u32 = 0x0004_0000;

/// Every property of the message that is a point in time, in stored order.
fn dates(message: &Message<'_, Store>) -> Value {
    let entries = message.properties().entries();
    let dates = entries.iter().filter(|entry| entry.tag().kind() == PropType::SYSTIME);
    dates
        .map(|entry| {
            let time = openimsg::FileTime::from_raw(u64::from_le_bytes(entry.fixed()));
            json!({
                "tag": entry.tag().to_string(),
                "filetime": time.raw(),
                "filetime_hex": format!("{:016x}", time.raw()),
                "iso": time.to_string().replace(".0000000Z", "Z"),
            })
        })
        .collect()
}

/// A name as stored.
fn name(store: &Store, id: EntryId) -> String {
    store.name(id).map(|name| name.to_string()).unwrap_or_default()
}
