//! Work for those who write: a message of a usual size, and very many streams.

use std::io::{self, Cursor, Read as _, Write as _};

use openimsg::edit::{Clock, Ids, MessageEdit, Options, Person};
use openimsg::props::guids;
use openimsg::props::named::NamedProperty;
use openimsg::storage::write::{self, StorageBuilder, WriteError};
use openimsg::{FileTime, RecipientType};

/// A storage with what is in it.
#[derive(Debug, Default)]
pub struct Folder {
    /// Names from the root on, after a `/` each; the last one is its name.
    path: String,
    folders: Vec<Folder>,
    streams: Vec<Stream>,
}

/// A stream by its path, which `cfb` wants, and its name, which our writer wants.
#[derive(Debug)]
struct Stream {
    path: String,
    name: String,
    content: Vec<u8>,
}

impl Stream {
    fn new(path: String, content: Vec<u8>) -> Stream {
        let name = name(&path).to_owned();
        Stream { path, name, content }
    }
}

/// A message with 60 properties, 3 recipients, 20 KB of HTML and an attachment of 100 KB.
///
/// # Errors
/// Never, unless the library is at fault.
pub fn message() -> Result<Vec<u8>, openimsg::Error> {
    let clock = Clock::Fixed(FileTime::from_raw(133_000_000_000_000_000));
    let options = Options { clock, ids: Ids::Seeded(1), ..Options::default() };
    let mut message = MessageEdit::new(options)?;
    message.set_subject("A message as they are")?;
    message.set_sender(&Person::smtp("Ada Lovelace", "ada@example.org"))?;
    for (kind, name) in
        [(RecipientType::TO, "charles"), (RecipientType::CC, "mary"), (RecipientType::BCC, "ann")]
    {
        message.add_recipient(kind, &Person::smtp(name, format!("{name}@example.org")))?;
    }
    message.set_html_body(&HTML, Some("A text to go with it"))?;
    for number in 0..30_u32 {
        let name = NamedProperty::lid(guids::PSETID_COMMON, 0x9000_u32.saturating_add(number));
        message.set_named(&name, format!("the value of number {number}"))?;
    }
    message.attach("picture.jpg", ATTACHED.as_slice())?;
    message.to_vec()
}

static HTML: std::sync::LazyLock<String> = std::sync::LazyLock::new(|| {
    let line = "<p class=\"line\">All work and no play makes a <b>dull</b> message.</p>\r\n";
    format!("<html><body>{}</body></html>", line.repeat(20_480_usize.div_ceil(line.len())))
});

static ATTACHED: [u8; 100 << 10] = [0x5A; 100 << 10];

/// What is in a compound file.
///
/// # Errors
/// What `cfb` says, which reads it.
pub fn contents(file: &[u8]) -> io::Result<Folder> {
    let mut file = cfb::CompoundFile::open(Cursor::new(file))?;
    folder(&mut file, String::new())
}

fn folder(file: &mut cfb::CompoundFile<Cursor<&[u8]>>, path: String) -> io::Result<Folder> {
    let inside = if path.is_empty() { "/" } else { &path };
    let entries: Vec<_> = file.read_storage(inside)?.collect();
    let mut found = Folder { path, ..Folder::default() };
    for entry in entries {
        let path = format!("{}/{}", found.path, entry.name());
        if entry.is_stream() {
            let mut content = Vec::new();
            file.open_stream(&path)?.read_to_end(&mut content)?;
            found.streams.push(Stream::new(path, content));
        } else {
            found.folders.push(folder(file, path)?);
        }
    }
    Ok(found)
}

/// `count` streams of a few bytes each, in an order that helps nobody.
#[must_use]
pub fn many_streams(count: u32) -> Folder {
    let mut numbers: Vec<u32> = (0..count).collect();
    numbers.sort_by_cached_key(|number| mix(*number));
    let stream = |number: u32| Stream::new(format!("/__substg1.0_{number:08X}"), vec![1; 32]);
    Folder { streams: numbers.into_iter().map(stream).collect(), ..Folder::default() }
}

/// Another number for each, by multiplying and folding: their order is as good as random.
fn mix(number: u32) -> u64 {
    let fold = |bits: u64, by: u32| bits ^ bits.wrapping_shr(by);
    let bits = u64::from(number).wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let bits = fold(bits, 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    fold(fold(bits, 27).wrapping_mul(0x94D0_49BB_1331_11EB), 31)
}

/// Writes it with our writer.
///
/// # Errors
/// What the writer says.
pub fn write_ours(folder: &Folder) -> Result<Vec<u8>, WriteError> {
    build(folder)?.to_vec(&write::Options::default())
}

fn build(folder: &Folder) -> Result<StorageBuilder<'_>, WriteError> {
    let mut storage = StorageBuilder::new();
    for Stream { name, content, .. } in &folder.streams {
        storage.stream(name, content.as_slice())?;
    }
    for inner in &folder.folders {
        storage.insert(name(&inner.path), build(inner)?)?;
    }
    Ok(storage)
}

fn name(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, name)| name)
}

/// Writes it with `cfb`, in version 3 as ours.
///
/// # Errors
/// What `cfb` says.
pub fn write_with_cfb(folder: &Folder) -> io::Result<Vec<u8>> {
    let medium = Cursor::new(Vec::new());
    let mut file = cfb::CompoundFile::create_with_version(cfb::Version::V3, medium)?;
    let mut todo = vec![folder];
    while let Some(folder) = todo.pop() {
        for Stream { path, content, .. } in &folder.streams {
            let mut stream = file.create_stream(path)?;
            stream.write_all(content)?;
            stream.flush()?;
        }
        for inner in &folder.folders {
            file.create_storage(&inner.path)?;
            todo.push(inner);
        }
    }
    file.flush()?;
    Ok(file.into_inner().into_inner())
}
