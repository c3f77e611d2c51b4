//! Messages built for tests, sound and damaged, on the project's own writers; and what a check
//! finds in them, in words.

use std::path::PathBuf;

use openimsg_base::{CodePage, Guid, Limit, Limits};
use openimsg_message::{Error, Finding, Message, MessageFile, Options, Path, Problem};
use openimsg_props::named::{NameMapBuilder, NameStreams};
use openimsg_props::{
    Attributes, Entry, Header, HeaderKind, NAMEID_STORAGE, ObjectKind, PROPERTIES_STREAM, PropTag,
    PropValue, PropertyStreamBuilder, StreamName, attachment_storage_name, recipient_storage_name,
    tags,
};
use openimsg_storage::write::{self, StorageBuilder};
use openimsg_storage::{CompoundFile, Store};

/// A message, recipient or attachment in the making.
///
/// Numbers and counts of recipients and attachments follow by themselves, unless a test says
/// otherwise.
pub(crate) struct Item {
    header: Header,
    entries: Vec<Entry>,
    storage: StorageBuilder<'static>,
    /// What stands in place of the property stream that `entries` would give.
    properties: Option<Option<Vec<u8>>>,
    page: CodePage,
}

/// PidTagAttachDataObject.
pub(crate) const DATA_OBJECT: PropTag = PropTag(0x3701_000D);

impl Item {
    /// An object without properties.
    pub(crate) fn new() -> Self {
        Item {
            header: Header::default(),
            entries: Vec::new(),
            storage: StorageBuilder::new(),
            properties: None,
            page: CodePage::WINDOWS_1252,
        }
    }

    /// A small message.
    pub(crate) fn message(subject: &'static str) -> Self {
        Item::new().set(tags::PR_MESSAGE_CLASS, "IPM.Note").set(tags::PR_SUBJECT, subject)
    }

    /// A recipient with an SMTP address.
    pub(crate) fn recipient(kind: i32, name: &'static str, address: &'static str) -> Self {
        Item::new()
            .set(tags::PR_RECIPIENT_TYPE, kind)
            .set(tags::PR_DISPLAY_NAME, name)
            .set(tags::PR_ADDRTYPE, "SMTP")
            .set(tags::PR_EMAIL_ADDRESS, address)
    }

    /// An attachment that has a method and nothing else.
    pub(crate) fn attachment(method: i32) -> Self {
        Item::new().set(tags::PR_ATTACH_METHOD, method)
    }

    /// An attachment of bytes.
    pub(crate) fn by_value(name: &'static str, bytes: impl Into<Vec<u8>>) -> Self {
        Item::attachment(1)
            .set(tags::PR_ATTACH_LONG_FILENAME, name)
            .set(tags::PR_ATTACH_DATA_BIN, bytes.into())
    }

    /// An attached message.
    pub(crate) fn embedding(message: Item) -> Self {
        Item::attachment(5).object(ObjectKind::MESSAGE, message.finish(HeaderKind::Embedded))
    }

    /// The storage of another application.
    pub(crate) fn ole(storage: StorageBuilder<'static>) -> Self {
        Item::attachment(6).object(ObjectKind::STORAGE, storage)
    }

    /// Sets a property that can be read and written. 8-bit text is in the page of
    /// [`Item::page`].
    pub(crate) fn set(self, tag: PropTag, value: impl Into<PropValue<'static>>) -> Self {
        self.set_with(tag, value, Attributes::READ_WRITE)
    }

    /// Sets a property with these attributes.
    pub(crate) fn set_with(
        mut self,
        tag: PropTag,
        value: impl Into<PropValue<'static>>,
        attributes: Attributes,
    ) -> Self {
        let value = value.into();
        let encoded = value.encode(self.page).unwrap();
        for (name, bytes) in encoded.streams(tag) {
            self.storage.stream(name.as_str(), bytes.to_vec()).unwrap();
        }
        self.entry(encoded.entry(tag, attributes))
    }

    /// The page of the 8-bit text that is set from here on.
    pub(crate) fn page(self, page: u32) -> Self {
        Item { page: CodePage(page), ..self }
    }

    /// An entry and its stream, whatever is in it; the size is that of the bytes.
    pub(crate) fn raw(self, tag: PropTag, bytes: &[u8]) -> Self {
        self.declared(tag, u32::try_from(bytes.len()).unwrap())
            .stream(&StreamName::value(tag), bytes)
    }

    /// An entry of a value of this size, without a stream.
    pub(crate) fn declared(self, tag: PropTag, size: u32) -> Self {
        let mut value = [0; 8];
        value[..4].copy_from_slice(&size.to_le_bytes());
        self.entry(Entry::new(tag, Attributes::READ_WRITE, value))
    }

    /// An entry.
    pub(crate) fn entry(mut self, entry: Entry) -> Self {
        self.entries.push(entry);
        self
    }

    /// A stream that no entry tells of.
    pub(crate) fn stream(mut self, name: &str, bytes: &[u8]) -> Self {
        self.storage.stream(name, bytes.to_vec()).unwrap();
        self
    }

    /// A storage.
    pub(crate) fn storage(mut self, name: &str, storage: StorageBuilder<'static>) -> Self {
        self.storage.insert(name, storage).unwrap();
        self
    }

    /// The storage of PidTagAttachDataObject, with its entry.
    pub(crate) fn object(self, kind: ObjectKind, storage: StorageBuilder<'static>) -> Self {
        self.set(DATA_OBJECT, PropValue::Object(kind))
            .storage(&StreamName::value(DATA_OBJECT), storage)
    }

    /// Adds a recipient with the next number.
    pub(crate) fn with_recipient(self, recipient: Item) -> Self {
        let number = self.header.next_recipient;
        self.with_recipient_at(number, recipient)
    }

    /// Adds a recipient with this number.
    pub(crate) fn with_recipient_at(mut self, number: u32, recipient: Item) -> Self {
        self.header.next_recipient = self.header.next_recipient.max(number + 1);
        self.header.recipient_count += 1;
        self.storage(&recipient_storage_name(number), recipient.finish(HeaderKind::Item))
    }

    /// Adds an attachment with the next number.
    pub(crate) fn with_attachment(self, attachment: Item) -> Self {
        let number = self.header.next_attachment;
        self.with_attachment_at(number, attachment)
    }

    /// Adds an attachment with this number.
    pub(crate) fn with_attachment_at(mut self, number: u32, attachment: Item) -> Self {
        self.header.next_attachment = self.header.next_attachment.max(number + 1);
        self.header.attachment_count += 1;
        self.storage(&attachment_storage_name(number), attachment.finish(HeaderKind::Item))
    }

    /// Changes the header.
    pub(crate) fn header(mut self, change: impl FnOnce(&mut Header)) -> Self {
        change(&mut self.header);
        self
    }

    /// Puts these bytes, or no stream at all, in place of the property stream.
    pub(crate) fn properties(self, bytes: Option<Vec<u8>>) -> Self {
        Item { properties: Some(bytes), ..self }
    }

    /// The bytes that the property stream will have.
    pub(crate) fn property_stream(&self, kind: HeaderKind) -> Vec<u8> {
        let mut bytes = PropertyStreamBuilder::new(kind, self.header).build().unwrap();
        // The builder refuses a tag that occurs twice, which some tests want.
        for entry in &self.entries {
            bytes.extend_from_slice(&entry.tag().0.to_le_bytes());
            bytes.extend_from_slice(&entry.attributes().0.to_le_bytes());
            bytes.extend_from_slice(&entry.fixed());
        }
        bytes
    }

    /// The storage of the object.
    pub(crate) fn finish(mut self, kind: HeaderKind) -> StorageBuilder<'static> {
        let built = self.property_stream(kind);
        if let Some(bytes) = self.properties.unwrap_or(Some(built)) {
            self.storage.stream(PROPERTIES_STREAM, bytes).unwrap();
        }
        self.storage
    }

    /// The file whose root is this message, with an empty name map.
    pub(crate) fn file(self) -> Vec<u8> {
        self.file_with(&NameMapBuilder::default().build())
    }

    /// The file whose root is this message, with this name map.
    pub(crate) fn file_with(self, names: &NameStreams) -> Vec<u8> {
        let mut map = StorageBuilder::new();
        for (name, bytes) in names.iter() {
            map.stream(name.as_str(), bytes.to_vec()).unwrap();
        }
        self.storage(NAMEID_STORAGE, map).file_without_names()
    }

    /// The file whose root is this message, with nothing in it that a test has not put there.
    pub(crate) fn file_without_names(self) -> Vec<u8> {
        let mut root = self.finish(HeaderKind::Root);
        root.clsid(Guid::from_u128(0x0002_0D0B_0000_0000_C000_0000_0000_0046));
        write(&root)
    }
}

/// The compound file with this root.
pub(crate) fn write(root: &StorageBuilder<'_>) -> Vec<u8> {
    let mut bytes = Vec::new();
    root.write_to(&write::Options::default(), &mut bytes).unwrap();
    bytes
}

/// A message inside a message, `depth` times; the subjects are `deepest` and `outer`.
pub(crate) fn chain(depth: usize, deepest: Item) -> Item {
    (0..depth)
        .fold(deepest, |inner, _| Item::message("outer").with_attachment(Item::embedding(inner)))
}

pub(crate) type File<'a> = MessageFile<CompoundFile<&'a [u8]>>;

/// Opens a file that has a message, without strictness.
pub(crate) fn open(bytes: &[u8]) -> File<'_> {
    MessageFile::open(bytes, Options::default()).unwrap()
}

/// Opens with these limits.
pub(crate) fn open_with(bytes: &[u8], limits: Limits) -> Result<File<'_>, Error> {
    MessageFile::open(bytes, Options { limits, ..Options::default() })
}

/// What a getter says in strict use: `read`, or the error in short.
pub(crate) fn strict<T>(
    bytes: &[u8],
    get: impl FnOnce(&Message<'_, CompoundFile<&[u8]>>) -> Result<T, Error>,
) -> String {
    let file = open_with(bytes, Limits::strict());
    let read = file.and_then(|file| file.message().and_then(|message| get(&message)).map(drop));
    read.map_or_else(|error| in_short(&error), |()| "read".to_owned())
}

/// An error as text, of a defect the code only.
pub(crate) fn in_short(error: &Error) -> String {
    use openimsg_base::Refused;
    use openimsg_storage::Error as Storage;
    match error.problem() {
        Problem::Refused(Refused::Strict(defect))
        | Problem::Storage(Storage::Refused(Refused::Strict(defect))) => {
            let path = Path(error.place()).to_string();
            format!("{path}{}{}", if path.is_empty() { "" } else { ": " }, defect.kind.code)
        }
        _ => error.to_string(),
    }
}

/// What a check lists, in words: place, code and offset.
pub(crate) fn findings<S: Store>(file: &MessageFile<S>) -> Vec<String> {
    openimsg_message::check(file).unwrap().0.iter().map(in_words).collect()
}

/// A finding: place, code and offset.
pub(crate) fn in_words(finding: &Finding) -> String {
    let path = Path(&finding.place).to_string();
    let colon = if path.is_empty() { "" } else { ": " };
    format!("{path}{colon}{} {:#x}", finding.defect.kind.code, finding.defect.offset)
}

/// A message of an open file.
pub(crate) type Open<'m, 'f> = Message<'m, CompoundFile<&'f [u8]>>;

/// Opens and checks a file within four times its size and 16 MB of memory, and compares what
/// the check lists.
pub(crate) fn check(bytes: &[u8], expected: &[&str]) {
    let mut found = Vec::new();
    let mut held = 0;
    let info = allocation_counter::measure(|| {
        let file = open(bytes);
        let (findings, _) = openimsg_message::check(&file).unwrap();
        held = file.budget().used(Limit::DecodedBytes);
        allocation_counter::opt_out(|| found = findings.iter().map(in_words).collect());
    });
    assert_eq!(found, expected);
    assert_eq!(held, 0, "a check gives back what it was charged");
    let bound = 4 * u64::try_from(bytes.len()).unwrap() + (16 << 20);
    assert!(info.bytes_max <= bound, "{} of {bound} bytes", info.bytes_max);
    // Strictness is for getters: a check lists the same with it, if the file can be opened.
    if let Ok(file) = open_with(bytes, Limits::strict())
        && file.message().is_ok()
    {
        assert_eq!(findings(&file), expected, "in strict use");
    }
}

/// The subject.
pub(crate) fn subject(message: &Open<'_, '_>) -> Result<Option<String>, Error> {
    Ok(message.subject()?.map(|text| text.to_string()))
}

/// What a getter gives without strictness, or its error.
pub(crate) fn lenient<T>(bytes: &[u8], get: impl FnOnce(&Open<'_, '_>) -> Result<T, Error>) -> T {
    let file = open(bytes);
    let message = file.message().unwrap();
    get(&message).map_err(|error| error.to_string()).unwrap()
}

/// The error that a getter gives without strictness.
pub(crate) fn error<T>(
    bytes: &[u8],
    get: impl FnOnce(&Open<'_, '_>) -> Result<T, Error>,
) -> String {
    let file = open(bytes);
    let message = file.message().unwrap();
    get(&message).err().map_or("read".to_owned(), |error| in_short(&error))
}

/// The messages of the corpus with their names, or nothing where there is no corpus.
pub(crate) fn corpus() -> Option<Vec<(String, Vec<u8>)>> {
    let folder = corpus_folder()?.join("files");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "msg" || end == "oft"))
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, std::fs::read(&path).unwrap())
        })
        .collect();
    files.sort();
    Some(files)
}

/// Where the corpus is, if it is there; on the build server it has to be.
pub(crate) fn corpus_folder() -> Option<PathBuf> {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/corpus");
    let folder = std::env::var_os("OPENIMSG_CORPUS").map_or(PathBuf::from(beside), PathBuf::from);
    if folder.is_dir() {
        return Some(folder);
    }
    assert!(std::env::var_os("CI").is_none(), "no corpus at {}", folder.display());
    println!("skipped: no corpus");
    None
}
