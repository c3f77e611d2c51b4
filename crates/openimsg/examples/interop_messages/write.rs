//! From the description of a message to its file.

use std::io::Write;

use openimsg::base::Guid;
use openimsg::props::named::NameMapBuilder;
use openimsg::props::{
    Attributes, Entry, Header, HeaderKind, NAMEID_STORAGE, ObjectKind, PROPERTIES_STREAM, PropType,
    PropertyStreamBuilder, StreamName, attachment_storage_name, recipient_storage_name,
};
use openimsg::storage::write::{Options, StorageBuilder, Version};
use openimsg::{CodePage, FileTime, PropTag, PropValue, Text, tags};

use crate::Failure;
use crate::mail::{Attachment, Content, Kind, Mail, Person};

/// Writes a message as a file.
pub(crate) fn message(mail: &Mail, version: Version, file: impl Write) -> Result<(), Failure> {
    let mut names = NameMapBuilder::default();
    let mut root = storage_of(mail, HeaderKind::Root, &mut names)?;
    root.clsid(Guid::from_u128(0x00020D0B_0000_0000_C000_000000000046));
    let map = root.storage(NAMEID_STORAGE)?;
    for (name, bytes) in names.build().iter() {
        map.stream(name.as_str(), bytes.to_vec())?;
    }
    root.write_to(&Options { version, ..Options::default() }, file)?;
    Ok(())
}

fn storage_of(
    mail: &Mail,
    kind: HeaderKind,
    names: &mut NameMapBuilder,
) -> Result<StorageBuilder<'static>, Failure> {
    let mut object = Object::new(mail.page);
    match mail.page {
        None => object.set(tags::PR_STORE_SUPPORT_MASK, 0x0004_0E79)?,
        Some(page) => {
            object.set(tags::PR_STORE_SUPPORT_MASK, 0x0000_0E79)?;
            object.set(tags::PR_MESSAGE_CODEPAGE, page.0.cast_signed())?;
            object.set(tags::PR_MESSAGE_LOCALE_ID, locale(page))?;
        }
    }
    let internet = mail.html.as_ref().map(|html| html.page).or(mail.page);
    let internet = internet.unwrap_or(CodePage::UTF_8);
    object.set(tags::PR_INTERNET_CPID, internet.0.cast_signed())?;
    let sent = FileTime::from_unix_nanos(i128::from(mail.sent).saturating_mul(1_000_000_000));
    object.set(tags::PR_CLIENT_SUBMIT_TIME, sent.ok_or("the time is too late")?)?;
    object.text(tags::PR_MESSAGE_CLASS, mail.class.unwrap_or("IPM.Note"))?;
    object.set(tags::PR_MESSAGE_FLAGS, 1)?;
    object.text(tags::PR_SUBJECT, &mail.subject)?;
    let start = mail.subject.find(": ").map_or(0, |colon| colon.saturating_add(2));
    let (prefix, normalized) = mail.subject.split_at_checked(start).unwrap_or_default();
    object.text(tags::PR_SUBJECT_PREFIX, prefix)?;
    object.text(tags::PR_NORMALIZED_SUBJECT, normalized)?;
    if let Some(person) = &mail.from {
        object.person(person, SENDER)?;
    }
    if let Some(person) = mail.on_behalf_of.as_ref().or(mail.from.as_ref()) {
        object.person(person, REPRESENTING)?;
    }
    object.text(tags::PR_BODY, &mail.text)?;
    if let Some(html) = &mail.html {
        object.set(tags::PR_HTML, html.page.encode(&html.text)?.into_owned())?;
    }
    if let Some(rtf) = &mail.rtf {
        let pack = if rtf.compressed { openimsg::rtf::compress } else { openimsg::rtf::store };
        object.set(tags::PR_RTF_COMPRESSED, pack(&rtf.bytes))?;
        object.set(tags::PR_RTF_IN_SYNC, true)?;
    }
    for (kind, tag) in [
        (Kind::To, tags::PR_DISPLAY_TO),
        (Kind::Cc, tags::PR_DISPLAY_CC),
        (Kind::Bcc, tags::PR_DISPLAY_BCC),
    ] {
        let of_kind = mail.recipients.iter().filter(|(of, _)| *of == kind);
        let listed: Vec<&str> = of_kind.map(|(_, who)| who.name.as_str()).collect();
        object.text(tag, &listed.join("; "))?;
    }
    object.set(tags::PR_HASATTACH, !mail.attachments.is_empty())?;
    for (tag, value) in &mail.properties {
        object.set(*tag, value.clone())?;
    }
    for (name, value) in &mail.named {
        object.set(PropTag::new(names.add(name)?, value.kind()), value.clone())?;
    }

    let mut header = Header::default();
    for (number, (kind, who)) in (0..).zip(&mail.recipients) {
        let row = recipient(*kind, who, number, mail.page)?;
        object.storage.insert(recipient_storage_name(number).as_str(), row)?;
        header.recipient_count = number.saturating_add(1);
    }
    for (number, attachment) in (0..).zip(&mail.attachments) {
        let storage = attachment_of(attachment, number, mail.page, names)?;
        object.storage.insert(attachment_storage_name(number).as_str(), storage)?;
        header.attachment_count = number.saturating_add(1);
    }
    header.next_recipient = header.recipient_count;
    header.next_attachment = header.attachment_count;
    object.finish(kind, header)
}

fn recipient(
    kind: Kind,
    who: &Person,
    number: u32,
    page: Option<CodePage>,
) -> Result<StorageBuilder<'static>, Failure> {
    let mut row = Object::new(page);
    row.set(tags::PR_ROWID, number.cast_signed())?;
    row.set(tags::PR_RECIPIENT_TYPE, kind.number())?;
    row.set(tags::PR_OBJECT_TYPE, 6)?;
    row.set(tags::PR_DISPLAY_TYPE, 0)?;
    row.person(who, RECIPIENT)?;
    row.finish(HeaderKind::Item, Header::default())
}

fn attachment_of(
    attachment: &Attachment,
    number: u32,
    page: Option<CodePage>,
    names: &mut NameMapBuilder,
) -> Result<StorageBuilder<'static>, Failure> {
    let Attachment { name, mime, content_id, content, properties } = attachment;
    let mut object = Object::new(page);
    object.set(tags::PR_ATTACH_NUM, number.cast_signed())?;
    object.set(tags::PR_ATTACH_METHOD, content.method())?;
    object.set(tags::PR_RENDERING_POSITION, -1)?;
    object.set(tags::PR_OBJECT_TYPE, 7)?;
    object.text(tags::PR_DISPLAY_NAME, name)?;
    object.text(tags::PR_ATTACH_MIME_TAG, mime.unwrap_or_default())?;
    object.text(tags::PR_ATTACH_CONTENT_ID, content_id.unwrap_or_default())?;
    for (tag, value) in properties {
        object.set(*tag, value.clone())?;
    }
    let data = tags::PR_ATTACH_DATA_BIN;
    match content {
        Content::Bytes(bytes) => {
            object.text(tags::PR_ATTACH_LONG_FILENAME, name)?;
            object.set(data, bytes.clone())?;
        }
        Content::Reference(path) => {
            object.text(tags::PR_ATTACH_LONG_FILENAME, name)?;
            object.text(tags::PR_ATTACH_LONG_PATHNAME, path)?;
        }
        Content::Message(mail) => {
            let storage = storage_of(mail, HeaderKind::Embedded, names)?;
            object.object(data, ObjectKind::MESSAGE, storage)?;
        }
        Content::Ole(streams) => {
            let mut storage = StorageBuilder::new();
            storage.clsid(Guid::from_u128(0x00000316_0000_0000_C000_000000000046));
            for (name, bytes) in streams {
                storage.stream(*name, bytes.clone())?;
            }
            object.object(data, ObjectKind::STORAGE, storage)?;
        }
    }
    object.finish(HeaderKind::Item, Header::default())
}

/// Name, address type, address and SMTP address of somebody.
type PersonTags = [PropTag; 4];

const SENDER: PersonTags = [
    tags::PR_SENDER_NAME,
    tags::PR_SENDER_ADDRTYPE,
    tags::PR_SENDER_EMAIL_ADDRESS,
    tags::PR_SENDER_SMTP_ADDRESS,
];
const REPRESENTING: PersonTags = [
    tags::PR_SENT_REPRESENTING_NAME,
    tags::PR_SENT_REPRESENTING_ADDRTYPE,
    tags::PR_SENT_REPRESENTING_EMAIL_ADDRESS,
    tags::PR_SENT_REPRESENTING_SMTP_ADDRESS,
];
const RECIPIENT: PersonTags =
    [tags::PR_DISPLAY_NAME, tags::PR_ADDRTYPE, tags::PR_EMAIL_ADDRESS, tags::PR_SMTP_ADDRESS];

/// The properties of a message, recipient or attachment, and the storage that they go into.
struct Object {
    page: Option<CodePage>,
    entries: Vec<Entry>,
    storage: StorageBuilder<'static>,
}

impl Object {
    fn new(page: Option<CodePage>) -> Self {
        Object { page, entries: Vec::new(), storage: StorageBuilder::new() }
    }

    fn set(&mut self, tag: PropTag, value: impl Into<PropValue<'static>>) -> Result<(), Failure> {
        let value = value.into();
        let encoded = value.encode(self.page.unwrap_or(CodePage::WINDOWS_1252))?;
        self.entries.push(encoded.entry(tag, Attributes::READ_WRITE));
        for (name, bytes) in encoded.streams(tag) {
            self.storage.stream(name.as_str(), bytes.to_vec())?;
        }
        Ok(())
    }

    /// Adds text in the encoding of the message, but not where there is none: older versions of
    /// Outlook do not open files with empty streams.
    fn text(&mut self, tag: PropTag, text: &str) -> Result<(), Failure> {
        let value = Text { text: text.to_owned().into(), lossy: false };
        match self.page {
            _ if text.is_empty() => Ok(()),
            None => self.set(tag, PropValue::Unicode(value)),
            Some(_) => self.set(tag.with_kind(PropType::STRING8), PropValue::String8(value)),
        }
    }

    fn person(&mut self, person: &Person, tags: PersonTags) -> Result<(), Failure> {
        let Person { name, kind, address, smtp } = person;
        for (tag, text) in tags.into_iter().zip([name, *kind, address, smtp]) {
            self.text(tag, text)?;
        }
        Ok(())
    }

    /// Adds a storage as the value of a property.
    fn object(
        &mut self,
        tag: PropTag,
        kind: ObjectKind,
        storage: StorageBuilder<'static>,
    ) -> Result<(), Failure> {
        let tag = tag.with_kind(PropType::OBJECT);
        let value = PropValue::Object(kind);
        self.entries.push(value.encode(CodePage::WINDOWS_1252)?.entry(tag, Attributes::READ_WRITE));
        self.storage.insert(StreamName::value(tag).as_str(), storage)?;
        Ok(())
    }

    fn finish(
        mut self,
        kind: HeaderKind,
        header: Header,
    ) -> Result<StorageBuilder<'static>, Failure> {
        let mut stream = PropertyStreamBuilder::new(kind, header);
        stream.extend(self.entries);
        self.storage.stream(PROPERTIES_STREAM, stream.build()?)?;
        Ok(self.storage)
    }
}

/// A language that is written in a code page.
fn locale(page: CodePage) -> i32 {
    match page.0 {
        874 => 1054,
        932 => 1041,
        936 => 2052,
        949 => 1042,
        950 => 1028,
        1250 => 1045,
        1251 => 1049,
        1253 => 1032,
        1254 => 1055,
        1255 => 1037,
        1256 => 1025,
        1257 => 1063,
        1258 => 1066,
        _ => 1033,
    }
}
