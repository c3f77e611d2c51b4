//! What is read from the medium, and when: a message stands on a caller's `cfb` file or on a file
//! that is read at offsets, and nothing is read before it is asked for. Whatever it stands on,
//! the values are the same.
#![expect(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::print_stdout,
    reason = "a test fails by panicking, and says why"
)]

#[expect(dead_code, reason = "each test needs another part of it")]
mod common;

use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use bytes::Bytes;
use common::{Item, findings};
use openimsg_base::Budget;
use openimsg_message::{Attachment, Message, MessageFile, Object, Options, Recipient};
use openimsg_props::{Attributes, PropTag, PropValue, tags};
use openimsg_storage::write::StorageBuilder;
use openimsg_storage::{CfbStorage, CompoundFile, ReadSource, Store};

/// A file in memory that counts the bytes that are read from it.
struct Counted {
    file: Cursor<Vec<u8>>,
    read: Arc<AtomicU64>,
}

impl Counted {
    fn new(file: &[u8]) -> (Self, Arc<AtomicU64>) {
        let read = Arc::new(AtomicU64::new(0));
        (Counted { file: Cursor::new(file.to_vec()), read: read.clone() }, read)
    }
}

impl Read for Counted {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(buf)?;
        self.read.fetch_add(u64::try_from(read).unwrap(), Relaxed);
        Ok(read)
    }
}

impl Seek for Counted {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}

const ATTACHED: usize = 5 << 20;

/// A message with everything in it, and five megabytes attached.
fn large() -> Vec<u8> {
    let mut ole = StorageBuilder::new();
    ole.stream("Contents", vec![3; 5000]).unwrap();
    Item::message("the subject")
        .set(tags::PR_BODY, "body ".repeat(2000))
        .with_recipient(Item::recipient(1, "Ada", "ada@example.org"))
        .with_recipient(Item::recipient(2, "Bob", "bob@example.org"))
        .with_attachment(Item::by_value("large.bin", vec![0x5A; ATTACHED]))
        .with_attachment(Item::ole(ole))
        .with_attachment(Item::embedding(
            Item::message("inner").with_attachment(Item::by_value("a", b"abc".to_vec())),
        ))
        .file()
}

fn on_cfb<C, F>(file: C) -> MessageFile<CfbStorage<C, F>>
where
    F: Read + Seek,
    C: std::borrow::BorrowMut<cfb::CompoundFile<F>> + Send,
{
    let budget = Arc::new(Budget::default());
    let storage = CfbStorage::new(file, &budget).unwrap();
    MessageFile::over(storage, budget, None)
}

/// Reads the subject, then all properties of all parts but the large one, then that one; tells
/// how much was read after each.
fn read_in_steps<S: Store>(file: &MessageFile<S>, read: &AtomicU64) -> [u64; 3] {
    let message = file.message().unwrap();
    assert_eq!(message.subject().unwrap().unwrap().as_str(), "the subject");
    let subject = read.load(Relaxed);
    assert_eq!(message.body().unwrap().unwrap().text.len(), 10_000);
    for recipient in message.recipients() {
        recipient.unwrap().name().unwrap().unwrap();
    }
    for attachment in message.attachments() {
        let attachment = attachment.unwrap();
        attachment.name().unwrap();
        attachment.data().unwrap();
    }
    let parts = read.load(Relaxed);
    let attachment = message.attachments().next().unwrap().unwrap();
    let copied = io::copy(&mut attachment.reader().unwrap().unwrap(), &mut io::sink()).unwrap();
    assert_eq!(usize::try_from(copied), Ok(ATTACHED));
    [subject, parts, read.load(Relaxed)]
}

#[test]
fn the_subject_costs_no_attachment() {
    let bytes = large();
    let (file, cfb_read) = Counted::new(&bytes);
    let on_cfb = read_in_steps(&on_cfb(cfb::CompoundFile::open(file).unwrap()), &cfb_read);
    let (file, own_read) = Counted::new(&bytes);
    let file = MessageFile::open(ReadSource::new(file).unwrap(), Options::default()).unwrap();
    let on_own = read_in_steps(&file, &own_read);
    println!("{} bytes; on cfb {on_cfb:?}, on our reader {on_own:?}", bytes.len());
    let tables = u64::try_from(bytes.len() / 128 * 2).unwrap();
    for [subject, parts, all] in [on_cfb, on_own] {
        // The FAT is a 128th of the file.
        assert!(subject < tables, "{subject} of {tables}");
        assert!(parts < tables * 3, "{parts}");
        assert!(all > u64::try_from(ATTACHED).unwrap());
    }
}

/// Every value of every object, by place.
type Values = Vec<(String, PropTag, Attributes, Result<PropValue<'static>, String>)>;

fn values<S: Store>(file: &MessageFile<S>) -> Values {
    let mut values = Values::new();
    add_message(&file.message().unwrap(), &mut values);
    values
}

fn add_message<S: Store>(message: &Message<'_, S>, values: &mut Values) {
    add(message, values);
    message.recipients().for_each(|recipient| add(&recipient.unwrap(), values));
    for attachment in message.attachments() {
        let attachment = attachment.unwrap();
        add(&attachment, values);
        if let Some(inner) = attachment.message().unwrap() {
            add_message(&inner, values);
        }
    }
}

fn add<S: Store>(object: &Object<'_, S>, values: &mut Values) {
    let place = openimsg_message::Path(&object.place()).to_string();
    for property in object.iter() {
        let property = property.unwrap();
        let value = property.value.into_owned();
        values.push((place.clone(), property.tag, property.attributes, Ok(value)));
    }
}

#[test]
fn the_same_from_every_medium() {
    let bytes = large();
    let borrowed = MessageFile::open(bytes.as_slice(), Options::default()).unwrap();
    let expected = values(&borrowed);
    assert!(expected.len() > 20);
    let shared = MessageFile::open(Bytes::from(bytes.clone()), Options::default()).unwrap();
    let source = ReadSource::new(Cursor::new(bytes.clone())).unwrap();
    let seeking = MessageFile::open(source, Options::default()).unwrap();
    let owned = MessageFile::open(bytes.clone(), Options::default()).unwrap();
    let foreign = on_cfb(cfb::CompoundFile::open(Cursor::new(bytes.clone())).unwrap());
    assert!(values(&shared) == expected);
    assert!(values(&owned) == expected);
    assert!(values(&seeking) == expected);
    assert!(values(&foreign) == expected);
    for found in [findings(&shared), findings(&owned), findings(&seeking), findings(&foreign)] {
        assert_eq!(found, [""; 0]);
    }
    let message = shared.message().unwrap();
    assert!(message.raw(tags::PR_BODY).unwrap().unwrap().is_lent());
    drop(shared.into_store().into_source());
}

#[test]
fn a_callers_file_is_lent_and_comes_back() {
    let mut file = cfb::CompoundFile::open(Cursor::new(large())).unwrap();
    {
        let message = on_cfb(&mut file);
        assert!(message.message().unwrap().subject().unwrap().is_some());
        let lent: &mut cfb::CompoundFile<_> = message.into_store().into_inner();
        assert!(lent.is_stream("/__properties_version1.0"));
    }
    // The caller goes on with it: reads, and gives it away.
    let mut class = Vec::new();
    file.open_stream("/__substg1.0_001A001F").unwrap().read_to_end(&mut class).unwrap();
    assert_eq!(class.len(), 16);
    let message = on_cfb(file);
    assert!(values(&message).len() > 20);
    let file = message.into_store().into_inner();
    assert_eq!(file.into_inner().into_inner().len(), large().len());
}

#[test]
fn files_and_objects_can_be_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<MessageFile<CompoundFile<Bytes>>>();
    shared::<MessageFile<CompoundFile<ReadSource<std::fs::File>>>>();
    shared::<MessageFile<CfbStorage<cfb::CompoundFile<std::fs::File>, std::fs::File>>>();
    shared::<Message<'_, CompoundFile<Bytes>>>();
    shared::<Recipient<'_, CompoundFile<&[u8]>>>();
    shared::<Attachment<'_, CompoundFile<&[u8]>>>();
    shared::<openimsg_message::Error>();

    let file = MessageFile::open(Bytes::from(large()), Options::default()).unwrap();
    let expected = values(&file);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| assert!(values(&file) == expected));
        }
    });
}
