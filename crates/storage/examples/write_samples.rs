//! Writes compound files of many shapes, for other programs to read, and tells what is in them.
//!
//! `cargo run -p openimsg-storage --example write_samples -- OUTDIR` prints one line of JSON for
//! each file: `{"path": …, "streams": {path: [size, SHA-256]}, "storages": [path, …]}`. Paths
//! inside a file begin with `/`; the root storage is not listed.
#![expect(clippy::arithmetic_side_effects, reason = "all numbers are small and stand in here")]

use std::error::Error;
use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

use openimsg_base::{FileTime, Guid};
use openimsg_storage::write::{Options, StorageBuilder, Version, WriteError};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

fn main() -> Result<(), Box<dyn Error>> {
    let dir = std::env::args_os().nth(1).ok_or("usage: write_samples OUTDIR")?;
    std::fs::create_dir_all(&dir)?;
    for (name, version, fill) in SAMPLES {
        let mut root = StorageBuilder::new();
        let mut listing = Listing::default();
        fill(&mut Folder { storage: &mut root, path: String::new(), listing: &mut listing })?;

        let path = Path::new(&dir).join(name);
        let options = Options { version: *version, ..Options::default() };
        root.write_to(&options, File::create(&path)?)?;
        let line = json!({
            "path": path.to_str().ok_or("OUTDIR is not Unicode")?,
            "streams": listing.streams,
            "storages": listing.storages,
        });
        writeln!(io::stdout().lock(), "{line}")?;
    }
    Ok(())
}

type Fill = fn(&mut Folder<'_>) -> Result<(), WriteError>;

const SAMPLES: &[(&str, Version, Fill)] = &[
    ("empty-v3.cfb", Version::V3, |_| Ok(())),
    ("empty-v4.cfb", Version::V4, |_| Ok(())),
    ("empty-streams-v3.cfb", Version::V3, empty_streams),
    ("mini-only-v3.cfb", Version::V3, mini_only),
    ("mini-only-v4.cfb", Version::V4, mini_only),
    ("long-only-v3.cfb", Version::V3, |root| root.stream("long", 100_000)),
    ("borders-v3.cfb", Version::V3, borders),
    ("borders-v4.cfb", Version::V4, borders),
    ("deep-v3.cfb", Version::V3, deep),
    ("many-v3.cfb", Version::V3, many),
    ("many-v4.cfb", Version::V4, many),
    ("names-v3.cfb", Version::V3, names),
    ("metadata-v3.cfb", Version::V3, metadata),
    ("metadata-v4.cfb", Version::V4, metadata),
    ("large-v4.cfb", Version::V4, |root| root.stream("large", 9 << 20)),
    ("difat-one-sector-v3.cfb", Version::V3, |root| root.stream("large", 9 << 20)),
    ("difat-two-sectors-v3.cfb", Version::V3, |root| root.stream("large", 17 << 20)),
    ("mini-stream-2mb-v3.cfb", Version::V3, mini_2mb),
];

fn empty_streams(root: &mut Folder<'_>) -> Result<(), WriteError> {
    root.stream("nothing", 0)?;
    root.folder("folder", |folder| folder.stream("nothing", 0))
}

fn mini_only(root: &mut Folder<'_>) -> Result<(), WriteError> {
    (0..40).try_for_each(|i| root.stream(&format!("stream {i}"), i * 17))
}

/// Around mini sectors, sectors and the end of the mini stream.
fn borders(root: &mut Folder<'_>) -> Result<(), WriteError> {
    let borders = [64, 512, 4096, 8192, 512 << 10];
    let sizes = borders.into_iter().flat_map(|border| [border - 1, border, border + 1]);
    sizes.into_iter().try_for_each(|size| root.stream(&format!("size {size}"), size))
}

fn deep(root: &mut Folder<'_>) -> Result<(), WriteError> {
    fn level(folder: &mut Folder<'_>, n: usize) -> Result<(), WriteError> {
        folder.stream("here", n * 100)?;
        match n {
            60 => Ok(()),
            _ => folder.folder("down", |below| level(below, n + 1)),
        }
    }
    level(root, 0)
}

fn many(root: &mut Folder<'_>) -> Result<(), WriteError> {
    // In an order that is none.
    let shuffled = (0_usize..5000).map(|i| i * 2237 % 5000);
    shuffled.into_iter().try_for_each(|i| root.stream(&format!("__substg1.0_{i:08X}"), i % 300))
}

/// Characters of one to four bytes of UTF-8, upper and lower case, control characters, and the
/// longest name.
fn names(root: &mut Folder<'_>) -> Result<(), WriteError> {
    root.stream("\u{1}CompObj", 20)?;
    root.stream("\u{5}SummaryInformation", 200)?;
    root.stream("1234567890123456789012345678901", 31)?;
    root.folder("Übergröße", |folder| {
        folder.stream("ÄÖÜ äöü ß", 10)?;
        folder.stream("Ελληνικά", 11)?;
        folder.stream("Кириллица", 12)?;
        folder.stream("日本語", 13)?;
        folder.stream("한국어", 14)?;
        folder.stream("עברית", 15)?;
        folder.stream("emoji 🎉 e\u{301}", 16)
    })
}

fn metadata(root: &mut Folder<'_>) -> Result<(), WriteError> {
    let class = Guid::from_u128(0x0002_0D0B_0000_0000_C000_0000_0000_0046);
    let time = FileTime::from_raw(131_314_511_566_641_070);
    root.storage.clsid(class).modified(time);
    root.folder("__attach_version1.0_#00000000", |folder| {
        folder.storage.clsid(class).state_bits(0x8000_0001).created(time).modified(time);
        folder.stream("__properties_version1.0", 200)?;
        folder.stream("__substg1.0_37010102", 20_000)
    })
}

fn mini_2mb(root: &mut Folder<'_>) -> Result<(), WriteError> {
    (0..520).try_for_each(|i| root.stream(&format!("{i}"), 4095))
}

/// A storage that is being filled, and the list that tells what is in the file.
struct Folder<'f> {
    storage: &'f mut StorageBuilder<'static>,
    path: String,
    listing: &'f mut Listing,
}

#[derive(Default)]
struct Listing {
    streams: Map<String, Value>,
    storages: Vec<String>,
}

impl Folder<'_> {
    /// Adds a stream of `len` bytes that look random and depend on its path.
    fn stream(&mut self, name: &str, len: usize) -> Result<(), WriteError> {
        let path = format!("{}/{name}", self.path);
        let content = noise(&path, len);
        let hash: String = Sha256::digest(&content).iter().map(|b| format!("{b:02x}")).collect();
        self.listing.streams.insert(path, json!([len, hash]));
        self.storage.stream(name, content)?;
        Ok(())
    }

    /// Adds a storage and fills it.
    fn folder(
        &mut self,
        name: &str,
        fill: impl FnOnce(&mut Folder<'_>) -> Result<(), WriteError>,
    ) -> Result<(), WriteError> {
        let path = format!("{}/{name}", self.path);
        self.listing.storages.push(path.clone());
        fill(&mut Folder { storage: self.storage.storage(name)?, path, listing: self.listing })
    }
}

fn noise(seed: &str, len: usize) -> Vec<u8> {
    let blocks = (0_u64..).flat_map(|n| {
        Sha256::new().chain_update(seed).chain_update(n.to_le_bytes()).finalize().into_iter()
    });
    // One block of SHA-256 for every kilobyte is noise enough.
    let block: Vec<u8> = blocks.take(len.div_ceil(1024) * 32).collect();
    block.chunks(32).flat_map(|hash| hash.repeat(32)).take(len).collect()
}
