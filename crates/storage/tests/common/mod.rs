//! Damaged compound files, made from sound ones: an [`Image`] is what the writer wrote, with
//! everything in it at hand to be changed.

pub(crate) mod hostile;

use std::collections::BTreeMap;

use openimsg_storage::Name;
use openimsg_storage::raw::{DirectoryEntry, HEADER_DIFAT_LEN, Header, NO_STREAM, sector};
use openimsg_storage::write::{Options, StorageBuilder, Version};
use zerocopy::FromBytes;
use zerocopy::little_endian::U32;

/// A compound file that can be damaged on purpose.
///
/// Since the writer's chains are contiguous, places are known once and for all: what is done to
/// one structure does not move the others.
pub(crate) struct Image {
    bytes: Vec<u8>,
    intact: Vec<u8>,
    /// Numbers of directory entries by storage and name.
    entries: BTreeMap<(u32, String), u32>,
    shift: u16,
    /// First sectors of these structures.
    fat: u32,
    directory: u32,
    mini_fat: u32,
    mini_stream: u32,
}

/// A damaged file, what it is called, and what it was before.
pub(crate) struct Fixture {
    pub(crate) name: &'static str,
    pub(crate) bytes: Vec<u8>,
    pub(crate) intact: Vec<u8>,
}

impl Image {
    /// A sound file of version 3.
    pub(crate) fn new(root: &StorageBuilder<'_>) -> Image {
        Image::of_version(root, Version::V3)
    }

    /// A sound file.
    pub(crate) fn of_version(root: &StorageBuilder<'_>, version: Version) -> Image {
        let mut bytes = Vec::new();
        root.write_to(&Options { version, ..Options::default() }, &mut bytes).unwrap();
        let header = Header::read_from_prefix(&bytes).unwrap().0;
        let mut image = Image {
            intact: bytes.clone(),
            bytes,
            entries: BTreeMap::new(),
            shift: header.sector_shift.get(),
            fat: header.difat[0].get(),
            directory: header.first_directory_sector.get(),
            mini_fat: header.first_mini_fat_sector.get(),
            mini_stream: 0,
        };
        image.mini_stream = image.slot(0).start.get();
        let mut pending = vec![(0, image.slot(0).child.get())];
        while let Some((storage, number)) = pending.pop() {
            if number != NO_STREAM {
                let entry = *image.slot(number);
                image.entries.insert((storage, Name::of_entry(&entry).to_string()), number);
                pending.extend([(storage, entry.left.get()), (storage, entry.right.get())]);
                pending.push((number, entry.child.get()));
            }
        }
        image
    }

    /// The damaged file.
    pub(crate) fn named(self, name: &'static str) -> Fixture {
        Fixture { name, bytes: self.bytes, intact: self.intact }
    }

    pub(crate) fn header(&mut self) -> &mut Header {
        Header::mut_from_prefix(&mut self.bytes).unwrap().0
    }

    /// What the FAT says about sector `number`.
    pub(crate) fn fat(&mut self, number: u32) -> &mut U32 {
        self.number_at(self.fat, number)
    }

    /// What the mini FAT says about mini sector `number`.
    pub(crate) fn mini_fat(&mut self, number: u32) -> &mut U32 {
        self.number_at(self.mini_fat, number)
    }

    /// The directory entry of a storage or stream; `/` is the root.
    pub(crate) fn entry(&mut self, path: &str) -> &mut DirectoryEntry {
        self.slot(self.entry_number(path))
    }

    /// The directory entry of a number, in use or not.
    pub(crate) fn slot(&mut self, number: u32) -> &mut DirectoryEntry {
        let at = self.offset(self.directory) + 128 * size(number);
        DirectoryEntry::mut_from_prefix(&mut self.bytes[at..]).unwrap().0
    }

    pub(crate) fn entry_number(&self, path: &str) -> u32 {
        let names = path.split('/').filter(|name| !name.is_empty());
        names.fold(0, |storage, name| self.entries[&(storage, name.to_owned())])
    }

    /// The first sector, or mini sector, of a stream.
    pub(crate) fn start(&mut self, path: &str) -> u32 {
        self.entry(path).start.get()
    }

    /// Sectors of the file, that of the header not counted.
    pub(crate) fn sectors(&self) -> u32 {
        u32::try_from((self.bytes.len() >> self.shift) - 1).unwrap()
    }

    /// Adds a sector with these numbers, filled up with `fill`, and returns its own number. The
    /// FAT does not know of it.
    pub(crate) fn append(&mut self, numbers: &[u32], fill: u32) -> u32 {
        let sector = self.sectors();
        let all = numbers.iter().copied().chain(std::iter::repeat(fill));
        let count = (1 << self.shift) / 4;
        self.bytes.extend(all.take(count).flat_map(u32::to_le_bytes));
        sector
    }

    /// Adds DIFAT sectors after those that the header knows: the header's own list is full
    /// before they count, but readers follow the chain in any case.
    pub(crate) fn append_difat(&mut self, sectors: u32, lists: impl Fn(u32) -> u32) {
        let first = self.sectors();
        let each = (1_u32 << self.shift) / 4 - 1;
        for n in 0..sectors {
            let mut numbers: Vec<u32> = (0..each).map(|i| lists(n * each + i)).collect();
            let is_last = n + 1 == sectors;
            numbers.push(if is_last { sector::END_OF_CHAIN } else { first + n + 1 });
            self.append(&numbers, sector::END_OF_CHAIN);
        }
        self.header().first_difat_sector = U32::new(first);
        self.header().difat_sectors = U32::new(sectors);
        let header_len = u32::try_from(HEADER_DIFAT_LEN).unwrap();
        self.header().fat_sectors = U32::new(header_len + sectors * each);
    }

    /// Cuts the file off.
    pub(crate) fn truncate(&mut self, len: usize) {
        self.bytes.truncate(len);
    }

    /// Where a sector begins.
    pub(crate) fn offset(&self, sector: u32) -> usize {
        (size(sector) + 1) << self.shift
    }

    fn number_at(&mut self, table: u32, number: u32) -> &mut U32 {
        let at = self.offset(table) + 4 * size(number);
        U32::mut_from_prefix(&mut self.bytes[at..]).unwrap().0
    }
}

fn size(n: u32) -> usize {
    usize::try_from(n).unwrap()
}
