//! Makes the messages in the folder `samples`, from nothing, with the property encoding and the
//! writer of compound files:
//!
//! ```text
//! cargo run -p openimsg --example make_sample -- samples
//! ```
//!
//! They follow what makes Outlook open a file: the class of the root, names for named
//! properties even where there are none, PR_STORE_SUPPORT_MASK before Unicode text, sender and
//! represented sender alike, and rows of recipients with all that an address book wants.

use std::error::Error;
use std::path::Path;

use openimsg::base::Guid;
use openimsg::props::named::NameMapBuilder;
use openimsg::props::{
    Attributes, Entry, Header, HeaderKind, NAMEID_STORAGE, PROPERTIES_STREAM, PropType,
    PropertyStreamBuilder, StreamName, attachment_storage_name, guids, lids,
    recipient_storage_name,
};
use openimsg::storage::write::{Options, StorageBuilder};
use openimsg::{CodePage, FileTime, NamedProperty, PropTag, PropValue, Text, tags};

/// What goes wrong while a message is put together.
pub type Failure = Box<dyn Error + Send + Sync>;

fn main() -> Result<(), Failure> {
    let folder = std::env::args_os().nth(1).ok_or("the folder to write into is missing")?;
    for (name, bytes) in samples()? {
        std::fs::write(Path::new(&folder).join(name), bytes)?;
    }
    Ok(())
}

/// Names and contents of all samples.
///
/// # Errors
/// When something does not fit together; never, as the samples are.
pub fn samples() -> Result<Vec<(&'static str, Vec<u8>)>, Failure> {
    Ok(vec![("hello.msg", hello()?), ("agenda.msg", agenda()?)])
}

/// A letter to two people with a text and a file.
fn hello() -> Result<Vec<u8>, Failure> {
    let ada = Person("Ada Lovelace", "ada@example.org");
    let text = "Dear Charles,\r\n\r\nthe notes are done. The engine weaves algebraic patterns \
                just as the Jacquard loom weaves flowers and leaves \u{2013} voil\u{E0}!\r\n\r\n\
                Ada\r\n";
    let table = "step;operation;result\r\n1;2 x n;2n\r\n2;2n - 1;2n - 1\r\n3;2n + 1;2n + 1\r\n";
    let message = Item::letter("Notes on the engine", text, &ada, time(0))?
        .set_as(tags::PR_DISPLAY_TO, FIXED, "Charles Babbage")?
        .set_as(tags::PR_DISPLAY_CC, FIXED, "Mary Somerville")?
        .set_as(tags::PR_HASATTACH, FIXED, true)?
        .recipient(Item::recipient_row(&Person("Charles Babbage", "charles@example.org"), TO)?)?
        .recipient(Item::recipient_row(&Person("Mary Somerville", "mary@example.org"), CC)?)?
        .attachment(Item::file("Bernoulli numbers.csv", "BERNOU~1.CSV", table.as_bytes())?)?;
    message.into_file(&NameMapBuilder::default())
}

/// A letter with named properties, and another letter in it.
fn agenda() -> Result<Vec<u8>, Failure> {
    let mary = Person("Mary Somerville", "mary@example.org");
    let mut names = NameMapBuilder::default();
    let keywords = ["Mathematics", "Astronomy"].map(Text::new).to_vec();
    let inner = Item::letter("Re: Agenda", "Agreed.\r\n", &mary, time(3))?;
    let message = Item::letter("Agenda", "See the letter inside.\r\n", &mary, time(24))?
        .set_as(tags::PR_DISPLAY_TO, FIXED, "Ada Lovelace")?
        .set_as(tags::PR_HASATTACH, FIXED, true)?
        .named(&mut names, &lids::PID_NAME_KEYWORDS, PropValue::MvUnicode(keywords))?
        .named(&mut names, &lids::PID_LID_REMINDER_SET, true)?
        .named(&mut names, &lids::PID_LID_REMINDER_DELTA, 15)?
        .named(&mut names, &NamedProperty::name(guids::PS_INTERNET_HEADERS, "x-sample"), "yes")?
        .recipient(Item::recipient_row(&Person("Ada Lovelace", "ada@example.org"), TO)?)?
        .attachment(Item::embedding("Re: Agenda", inner)?)?;
    message.into_file(&names)
}

const TO: i32 = 1;
const CC: i32 = 2;
/// What can be read and not set.
const FIXED: Attributes = Attributes::READABLE;
/// As Outlook writes PR_ATTACH_METHOD.
const ATTACHED: Attributes = Attributes(7);

/// A name and an SMTP address.
pub struct Person<'a>(pub &'a str, pub &'a str);

/// A message, recipient or attachment that is being put together: the entries of its property
/// stream, and the storage with all the rest.
pub struct Item {
    kind: HeaderKind,
    header: Header,
    entries: Vec<Entry>,
    storage: StorageBuilder<'static>,
}

impl Item {
    /// Nothing yet.
    #[must_use]
    pub fn new(kind: HeaderKind) -> Self {
        let (header, entries) = (Header::default(), Vec::new());
        Item { kind, header, entries, storage: StorageBuilder::new() }
    }

    /// A message with a text.
    ///
    /// # Errors
    /// As [`Item::set_as`].
    pub fn letter(
        subject: &'static str,
        text: &'static str,
        sender: &Person<'static>,
        at: FileTime,
    ) -> Result<Self, Failure> {
        let Person(name, address) = *sender;
        let start = subject.find(": ").map_or(0, |colon| colon.saturating_add(2));
        let (prefix, normalized) = subject.split_at_checked(start).unwrap_or(("", subject));
        let (id, key) = (one_off(sender), search_key(sender));
        Item::new(HeaderKind::Root)
            .set_as(tags::PR_CREATION_TIME, FIXED, at)?
            .set_as(tags::PR_LAST_MODIFICATION_TIME, FIXED, at)?
            .set_as(tags::PR_STORE_SUPPORT_MASK, FIXED, 0x0004_0E79)?
            .set(tags::PR_MESSAGE_CLASS, "IPM.Note")?
            .set(tags::PR_MESSAGE_FLAGS, 1)?
            .set(tags::PR_IMPORTANCE, 1)?
            .set(tags::PR_SUBJECT, subject)?
            .set(tags::PR_SUBJECT_PREFIX, prefix)?
            .set_as(tags::PR_NORMALIZED_SUBJECT, FIXED, normalized)?
            .set(tags::PR_CONVERSATION_TOPIC, normalized)?
            .set(tags::PR_CLIENT_SUBMIT_TIME, at)?
            .set(tags::PR_MESSAGE_DELIVERY_TIME, at)?
            .set(tags::PR_SENDER_NAME, name)?
            .set(tags::PR_SENDER_ADDRTYPE, "SMTP")?
            .set(tags::PR_SENDER_EMAIL_ADDRESS, address)?
            .set(tags::PR_SENDER_ENTRYID, id.clone())?
            .set(tags::PR_SENDER_SEARCH_KEY, key.clone())?
            .set(tags::PR_SENT_REPRESENTING_NAME, name)?
            .set(tags::PR_SENT_REPRESENTING_ADDRTYPE, "SMTP")?
            .set(tags::PR_SENT_REPRESENTING_EMAIL_ADDRESS, address)?
            .set(tags::PR_SENT_REPRESENTING_ENTRYID, id)?
            .set(tags::PR_SENT_REPRESENTING_SEARCH_KEY, key)?
            .set(tags::PR_INTERNET_CPID, 65001)?
            .set(tags::PR_BODY, text)
    }

    /// A recipient with all that an address book wants.
    ///
    /// # Errors
    /// As [`Item::set_as`].
    pub fn recipient_row(person: &Person<'static>, kind: i32) -> Result<Self, Failure> {
        let Person(name, address) = *person;
        Item::new(HeaderKind::Item)
            .set(tags::PR_RECIPIENT_TYPE, kind)?
            .set(tags::PR_DISPLAY_NAME, name)?
            .set(tags::PR_ADDRTYPE, "SMTP")?
            .set(tags::PR_EMAIL_ADDRESS, address)?
            .set(tags::PR_SMTP_ADDRESS, address)?
            .set(tags::PR_ENTRYID, one_off(person))?
            .set(tags::PR_SEARCH_KEY, search_key(person))?
            .set(tags::PR_OBJECT_TYPE, 6)?
            .set(tags::PR_DISPLAY_TYPE, 0)
    }

    /// An attached file.
    ///
    /// # Errors
    /// As [`Item::set_as`].
    pub fn file(name: &'static str, short: &'static str, bytes: &[u8]) -> Result<Self, Failure> {
        let ending = name.rfind('.').and_then(|dot| name.get(dot..)).unwrap_or_default();
        Item::attached(1)?
            .set(tags::PR_ATTACH_LONG_FILENAME, name)?
            .set(tags::PR_ATTACH_FILENAME, short)?
            .set(tags::PR_ATTACH_EXTENSION, ending)?
            .set(tags::PR_DISPLAY_NAME, name)?
            .set(tags::PR_ATTACH_DATA_BIN, bytes.to_vec())
    }

    /// An attached message.
    ///
    /// # Errors
    /// As [`Item::set_as`].
    pub fn embedding(name: &'static str, mut message: Item) -> Result<Self, Failure> {
        message.kind = HeaderKind::Embedded;
        let tag = tags::PR_ATTACH_DATA_BIN.with_kind(PropType::OBJECT);
        let mut attachment = Item::attached(5)?.set(tags::PR_DISPLAY_NAME, name)?;
        // Of any size, holding a message ([MS-OXMSG] 2.4.2.2).
        let value = [0xFF, 0xFF, 0xFF, 0xFF, 1, 0, 0, 0];
        attachment.entries.push(Entry::new(tag, Attributes::READ_WRITE, value));
        attachment.storage.insert(StreamName::value(tag).as_str(), message.finish()?)?;
        Ok(attachment)
    }

    /// An attachment without name or content.
    ///
    /// # Errors
    /// As [`Item::set_as`].
    pub fn attached(method: i32) -> Result<Self, Failure> {
        Item::new(HeaderKind::Item)
            .set_as(tags::PR_OBJECT_TYPE, FIXED, 7)?
            .set_as(tags::PR_ATTACH_METHOD, ATTACHED, method)?
            .set_as(tags::PR_RENDERING_POSITION, ATTACHED, -1)?
            .set(tags::PR_ATTACH_FLAGS, 0)
    }

    /// Adds a property that can be read and set.
    ///
    /// # Errors
    /// As [`Item::set_as`].
    pub fn set(self, tag: PropTag, value: impl Into<PropValue<'static>>) -> Result<Self, Failure> {
        self.set_as(tag, Attributes::READ_WRITE, value)
    }

    /// Adds a property. Empty text is left out: older versions of Outlook do not open files
    /// with empty streams.
    ///
    /// # Errors
    /// When the value cannot be stored, or the property is there already.
    pub fn set_as(
        mut self,
        tag: PropTag,
        attributes: Attributes,
        value: impl Into<PropValue<'static>>,
    ) -> Result<Self, Failure> {
        let value = value.into();
        if value.as_str() == Some("") {
            return Ok(self);
        }
        let encoded = value.encode(CodePage::WINDOWS_1252)?;
        self.entries.push(encoded.entry(tag, attributes));
        for (name, bytes) in encoded.streams(tag) {
            self.storage.stream(name.as_str(), bytes.to_vec())?;
        }
        Ok(self)
    }

    /// Adds a named property.
    ///
    /// # Errors
    /// As [`Item::set_as`], and when there are too many names.
    pub fn named(
        self,
        names: &mut NameMapBuilder,
        name: &NamedProperty,
        value: impl Into<PropValue<'static>>,
    ) -> Result<Self, Failure> {
        let value = value.into();
        self.set(PropTag::new(names.add(name)?, value.kind()), value)
    }

    /// Adds a recipient to a message.
    ///
    /// # Errors
    /// As [`Item::set_as`].
    pub fn recipient(mut self, row: Item) -> Result<Self, Failure> {
        let number = self.header.next_recipient;
        let row = row.set(tags::PR_ROWID, number.cast_signed())?;
        self.storage.insert(recipient_storage_name(number).as_str(), row.finish()?)?;
        self.header.next_recipient = number.saturating_add(1);
        self.header.recipient_count = self.header.next_recipient;
        Ok(self)
    }

    /// Adds an attachment to a message.
    ///
    /// # Errors
    /// As [`Item::set_as`].
    pub fn attachment(mut self, attachment: Item) -> Result<Self, Failure> {
        let number = self.header.next_attachment;
        let attachment = attachment.set_as(tags::PR_ATTACH_NUM, FIXED, number.cast_signed())?;
        self.storage.insert(attachment_storage_name(number).as_str(), attachment.finish()?)?;
        self.header.next_attachment = number.saturating_add(1);
        self.header.attachment_count = self.header.next_attachment;
        Ok(self)
    }

    /// The storage, for what else belongs there.
    pub fn storage(&mut self) -> &mut StorageBuilder<'static> {
        &mut self.storage
    }

    /// The bytes of a message file.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn into_file(self, names: &NameMapBuilder) -> Result<Vec<u8>, Failure> {
        let mut root = self.finish()?;
        root.clsid(Guid::from_u128(0x00020D0B_0000_0000_C000_000000000046));
        let map = root.storage(NAMEID_STORAGE)?;
        for (name, bytes) in names.build().iter() {
            map.stream(name.as_str(), bytes.to_vec())?;
        }
        let mut file = Vec::new();
        root.write_to(&Options::default(), &mut file)?;
        Ok(file)
    }

    /// The storage with its property stream.
    fn finish(mut self) -> Result<StorageBuilder<'static>, Failure> {
        let mut stream = PropertyStreamBuilder::new(self.kind, self.header);
        stream.extend(self.entries);
        self.storage.stream(PROPERTIES_STREAM, stream.build()?)?;
        Ok(self.storage)
    }
}

/// So many hours after 2025-07-10T09:00:00Z.
fn time(hours: u64) -> FileTime {
    FileTime::from_raw(hours.saturating_mul(36_000_000_000).saturating_add(NINE))
}

const NINE: u64 = 133_966_116_000_000_000;

/// An entry in no address book ([MS-OXCDATA] 2.2.5.1), in Unicode.
fn one_off(Person(name, address): &Person<'_>) -> Vec<u8> {
    let mut id = vec![0; 4];
    id.extend(Guid::from_u128(0xA41F2B81_A3BE_1910_9D6E_00DD010F5402).as_bytes());
    id.extend([0, 0, 1, 0x80]);
    for text in [name, "SMTP", address] {
        id.extend(text.encode_utf16().chain([0]).flat_map(u16::to_le_bytes));
    }
    id
}

/// `SMTP:` and the address in capitals ([MS-OXOABK] 2.2.3.4).
fn search_key(Person(_, address): &Person<'_>) -> Vec<u8> {
    format!("SMTP:{}\0", address.to_uppercase()).into_bytes()
}
