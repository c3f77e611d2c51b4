//! Carries out a [`Layout`]: the parts of the file, one after another.

use std::io;

use zerocopy::IntoBytes;
use zerocopy::little_endian::U32;

use super::content::Repr;
use super::layout::{MINI_SECTOR_LEN, Stream, number_of, numbers_in};
use super::node::{Payload, unused_entry};
use super::sink::{Side, Sink, has_more};
use super::{Layout, WriteError, tree};
use crate::EntryId;
use crate::raw::{HEADER_DIFAT_LEN, sector};
use crate::source::wide;

/// What looks at the contents as they pass.
pub(super) type Observer<'o> = &'o mut dyn FnMut(EntryId, &[u8]);

/// Writes the whole file and returns its length.
pub(super) fn file(
    layout: &Layout<'_>,
    out: impl io::Write,
    buffer: usize,
    observe: Observer<'_>,
) -> Result<u64, WriteError> {
    let sector_len = layout.options.version.sector_len();
    let lock = layout.sectors.lock.map(|n| n.saturating_add(1).saturating_mul(sector_len));
    let mut sink =
        Sink::new(out, layout.file_len(), buffer, lock.map(|offset| (offset, sector_len)));

    let done = metadata(layout, &mut sink, sector_len);
    failed_at(&sink, done)?;
    for short in layout.short_streams() {
        stream(layout, &mut sink, &short, observe)?;
        let done = sink.pad(MINI_SECTOR_LEN);
        failed_at(&sink, done)?;
    }
    let done = sink.pad(sector_len);
    failed_at(&sink, done)?;
    for long in layout.long_streams() {
        stream(layout, &mut sink, &long, observe)?;
        let done = sink.pad(sector_len);
        failed_at(&sink, done)?;
    }
    let done = sink.finish();
    failed_at(&sink, done)?;
    Ok(sink.position())
}

/// All that comes before the contents: header, DIFAT, FAT, directory and mini FAT.
fn metadata(
    layout: &Layout<'_>,
    sink: &mut Sink<impl io::Write>,
    sector_len: u64,
) -> io::Result<()> {
    let sectors = &layout.sectors;
    sink.put(layout.header().as_bytes())?;
    sink.pad(sector_len)?;

    // A sector of the DIFAT lists FAT sectors and ends with the number of the next such sector.
    let mut difat = Numbers::new(sink, None);
    let mut listed = sectors.fat_numbers().skip(HEADER_DIFAT_LEN);
    for n in 1..=sectors.difat {
        for _ in 1..numbers_in(sector_len) {
            difat.put(listed.next().unwrap_or(U32::new(sector::FREE)))?;
        }
        let next = number_of(sectors.physical(n));
        difat.put(if n < sectors.difat { next } else { U32::new(sector::END_OF_CHAIN) })?;
    }
    difat.finish()?;

    let mut fat = Numbers::new(sink, sectors.lock);
    fat.mark(sectors.difat, sector::DIFAT)?;
    fat.mark(sectors.fat, sector::FAT)?;
    fat.chain(sectors.directory)?;
    fat.chain(sectors.mini_fat)?;
    fat.chain(sectors.mini_stream)?;
    for stream in layout.long_streams() {
        fat.chain(stream.len.div_ceil(sector_len))?;
    }
    fat.fill(sector_len)?;

    directory(layout, sink)?;
    while !sink.position().is_multiple_of(sector_len) {
        sink.put(unused_entry().as_bytes())?;
    }

    let mut mini_fat = Numbers::new(sink, None);
    for stream in layout.short_streams() {
        mini_fat.chain(stream.len.div_ceil(MINI_SECTOR_LEN))?;
    }
    mini_fat.fill(sector_len)
}

/// The directory entries in the order of their numbers: the root, then the children of one storage
/// after another.
fn directory(layout: &Layout<'_>, sink: &mut Sink<impl io::Write>) -> io::Result<()> {
    if let Some(root) = layout.root_entry() {
        sink.put(root.as_bytes())?;
    }
    let mut nodes = layout.nodes.iter().skip(1);
    let mut put = |links| match nodes.next() {
        Some(node) => sink.put(node.entry(links).as_bytes()),
        None => Ok(()),
    };
    layout.nodes.iter().try_for_each(|storage| tree::link(storage.children(), &mut put))
}

/// Sector numbers on their way into the file. Since every chain is contiguous, the FAT is
/// written from the lengths of the chains alone.
struct Numbers<'s, W> {
    sink: &'s mut Sink<W>,
    /// The number of the sector whose entry comes next.
    at: u64,
    /// The number of the range lock's sector: it ends, and chains step over it.
    lock: Option<u64>,
    block: [U32; 512],
    filled: usize,
}

impl<'s, W: io::Write> Numbers<'s, W> {
    fn new(sink: &'s mut Sink<W>, lock: Option<u64>) -> Self {
        Numbers { sink, at: 0, lock, block: [U32::ZERO; 512], filled: 0 }
    }

    /// The entries of `len` sectors that follow each other.
    fn chain(&mut self, len: u64) -> io::Result<()> {
        for _ in 1..len {
            self.skip_lock()?;
            let mut next = self.at.saturating_add(1);
            if self.lock == Some(next) {
                next = next.saturating_add(1);
            }
            self.put(number_of(next))?;
        }
        self.mark(len.min(1), sector::END_OF_CHAIN)
    }

    /// The same entry for `len` sectors.
    fn mark(&mut self, len: u64, mark: u32) -> io::Result<()> {
        for _ in 0..len {
            self.skip_lock()?;
            self.put(U32::new(mark))?;
        }
        Ok(())
    }

    /// Fills the last sector up.
    fn fill(mut self, sector_len: u64) -> io::Result<()> {
        while !self.at.is_multiple_of(numbers_in(sector_len)) {
            self.put(U32::new(sector::FREE))?;
        }
        self.finish()
    }

    fn skip_lock(&mut self) -> io::Result<()> {
        if self.lock == Some(self.at) { self.put(U32::new(sector::END_OF_CHAIN)) } else { Ok(()) }
    }

    #[inline]
    fn put(&mut self, number: U32) -> io::Result<()> {
        if self.filled == self.block.len() {
            self.sink.put(self.block.as_bytes())?;
            self.filled = 0;
        }
        if let Some(place) = self.block.get_mut(self.filled) {
            *place = number;
        }
        self.filled = self.filled.saturating_add(1);
        self.at = self.at.saturating_add(1);
        Ok(())
    }

    fn finish(self) -> io::Result<()> {
        self.sink.put(self.block.get(..self.filled).unwrap_or_default().as_bytes())
    }
}

/// Writes the content of one stream.
fn stream(
    layout: &Layout<'_>,
    sink: &mut Sink<impl io::Write>,
    stream: &Stream<'_>,
    observe: Observer<'_>,
) -> Result<(), WriteError> {
    let id = stream.id;
    let mut put = |piece: &[u8]| {
        observe(id, piece);
        let done = sink.put(piece);
        failed_at(sink, done)
    };
    let content = match stream.bytes {
        Payload::Whole(bytes) => return put(bytes),
        Payload::Other(content) => content,
    };
    match &content.0 {
        Repr::Slice(bytes) => put(bytes),
        Repr::Owned(bytes) => put(bytes),
        Repr::Shared(bytes) => put(bytes),
        Repr::Slices { pieces, .. } => pieces.iter().try_for_each(|piece| put(piece)),
        Repr::Pieces { pieces, .. } => pieces.iter().try_for_each(|piece| put(piece)),
        Repr::Reader { len, open } => {
            let mut copied = Ok(());
            let opened = open.open(&mut |reader| {
                copied = copy(layout, sink, id, *len, reader, observe);
            });
            opened.map_err(|source| WriteError::Read { path: layout.path(id).into(), source })?;
            copied
        }
    }
}

/// Copies the `promised` bytes that `reader` has to have.
fn copy(
    layout: &Layout<'_>,
    sink: &mut Sink<impl io::Write>,
    id: EntryId,
    promised: u64,
    reader: &mut dyn io::Read,
    observe: Observer<'_>,
) -> Result<(), WriteError> {
    let path = || layout.path(id).into();
    let mut found = 0_u64;
    while found < promised {
        let left = promised.saturating_sub(found);
        match sink.put_some(reader, left, |piece| observe(id, piece)) {
            Ok(0) => return Err(WriteError::WrongLength { path: path(), promised, found }),
            Ok(n) => found = found.saturating_add(wide(n)),
            Err(Side::In(source)) => return Err(WriteError::Read { path: path(), source }),
            Err(Side::Out(error)) => return failed_at(sink, Err(error)),
        }
    }
    match has_more(reader) {
        Ok(false) => Ok(()),
        Ok(true) => {
            let found = promised.saturating_add(1);
            Err(WriteError::WrongLength { path: path(), promised, found })
        }
        Err(source) => Err(WriteError::Read { path: path(), source }),
    }
}

/// Tells how far the output came.
fn failed_at(sink: &Sink<impl io::Write>, done: io::Result<()>) -> Result<(), WriteError> {
    done.map_err(|source| WriteError::Write { written: sink.written(), source })
}
