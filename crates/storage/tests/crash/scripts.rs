//! The file that is edited, and the edits.

use std::io::Read;
use std::sync::Arc;

use openimsg_base::{Budget, FileTime, Guid};
use openimsg_storage::write::{Content, Options, StorageBuilder};
use openimsg_storage::{CompoundFile, Overlay};

/// An edit: what it is called, and how it is done to our overlay.
pub(crate) struct Script {
    pub(crate) name: &'static str,
    pub(crate) edit: fn(&mut Overlay),
    /// The same in place through `cfb`, if it can.
    pub(crate) in_place: Option<fn(&mut super::in_place::File)>,
}

/// Stream lengths that the scripts know by name.
const STORED: [(&str, usize); 3] = [("text", 3000), ("attachment", 20_000), ("properties", 400)];

/// The file: 42 kB, 33 streams and two storages.
pub(crate) fn old() -> Vec<u8> {
    let mut root = StorageBuilder::new();
    root.clsid(Guid::from_u128(0x20D0B)).state_bits(1);
    for (name, len) in STORED {
        root.stream(name, pattern(name.len(), len)).unwrap();
    }
    let folder = root.storage("folder").unwrap();
    folder.created(FileTime::from_raw(0x01D0_0000_0000_0000));
    folder.storage("inner").unwrap().stream("deep", pattern(9, 100)).unwrap();
    for n in 0..29 {
        folder.stream(&format!("__substg1.0_{n:08X}"), pattern(n, 50 + n * 30)).unwrap();
    }
    let mut image = Vec::new();
    root.write_to(&Options::default(), &mut image).unwrap();
    image
}

/// The file in a transaction, edited.
pub(crate) fn edited(old: &[u8], script: &Script) -> Overlay {
    let mut overlay = if old.is_empty() {
        Overlay::empty()
    } else {
        Overlay::new(Arc::new(CompoundFile::open(old.to_vec(), &Budget::default()).unwrap()))
    };
    (script.edit)(&mut overlay);
    overlay
}

/// What is to be at the path after the save.
pub(crate) fn image(overlay: &Overlay) -> Vec<u8> {
    let mut image = Vec::new();
    overlay.image().unwrap().write_to(&Options::default(), &mut image).unwrap();
    image
}

pub(crate) fn all() -> Vec<Script> {
    let script = |name, edit, in_place| Script { name, edit, in_place };
    vec![
        script(
            "overwrite 40 bytes",
            |file| file.write_at("properties", 80, pattern(77, 40)).unwrap(),
            Some(|file| file.write_at("/properties", 80, &pattern(77, 40))),
        ),
        script(
            "append 6,000 bytes to 3,000",
            |file| file.append("text", pattern(1, 6000)).unwrap(),
            Some(|file| file.write_at("/text", 3000, &pattern(1, 6000))),
        ),
        script(
            "replace a stream",
            |file| file.put_stream("folder/__substg1.0_00000005", pattern(2, 900)).unwrap(),
            Some(|file| file.replace("/folder/__substg1.0_00000005", &pattern(2, 900))),
        ),
        script(
            "add one stream",
            |file| file.create_stream("folder/new", pattern(3, 700)).unwrap(),
            Some(|file| file.replace("/folder/new", &pattern(3, 700))),
        ),
        script(
            "remove a stream",
            |file| file.remove("folder/__substg1.0_00000011").unwrap(),
            Some(|file| file.remove("/folder/__substg1.0_00000011")),
        ),
        script(
            "attachment 20 kB to 50 kB",
            |file| file.append("attachment", pattern(4, 30_000)).unwrap(),
            Some(|file| file.write_at("/attachment", 20_000, &pattern(4, 30_000))),
        ),
        script(
            "add 40 streams",
            |file| {
                for n in 0..40 {
                    file.create_stream(&*format!("folder/added {n}"), pattern(n, 300)).unwrap();
                }
            },
            Some(|file| {
                for n in 0..40 {
                    file.replace(&format!("/folder/added {n}"), &pattern(n, 300));
                }
            }),
        ),
        script(
            "rename, move, metadata",
            |file| {
                file.rename("text", "body").unwrap();
                file.move_to("folder/inner", "inner").unwrap();
                file.copy("inner", "folder/copy").unwrap();
                file.set_clsid("inner", Guid::from_u128(5)).unwrap();
                file.set_state_bits("folder", 9).unwrap();
                file.set_modified("folder", FileTime::from_raw(0x01D0_0000_0000_0010)).unwrap();
            },
            None,
        ),
        script(
            "600 kB through many buffers",
            |file| {
                let content = Content::reader(600_000, || Ok(std::io::repeat(5).take(600_000)));
                file.put_stream("large", content).unwrap();
            },
            None,
        ),
        script(
            "a long stream cut to nothing",
            |file| file.set_len("attachment", 0).unwrap(),
            Some(|file| file.replace("/attachment", &[])),
        ),
    ]
}

/// Bytes that tell where they are.
fn pattern(seed: usize, len: usize) -> Vec<u8> {
    (0..len).map(|i| (seed * 31 + i / 251 * 7 + i % 251).to_le_bytes()[0]).collect()
}
