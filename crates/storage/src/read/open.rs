//! Opening: header, DIFAT, FAT, directory, mini FAT, then the tree and every chain.

use std::cell::Cell;

use openimsg_base::{Budget, Defect, DefectKind};
use zerocopy::little_endian::U32;
use zerocopy::{FromBytes, FromZeros, IntoBytes};

use super::chain::{Claims, FatChain};
use super::{CompoundFile, Directory, ENTRY_SHIFT, Format, tree};
use crate::raw::{self, Header, sector};
use crate::{Error, Source, defects};

pub(super) fn open<S: Source>(source: S, budget: &Budget) -> Result<CompoundFile<S>, Error> {
    let _span = tracing::debug_span!("open storage", bytes = source.len()).entered();
    let header = read_header(&source)?;
    let mut opening = Opening::new(source, &header, budget)?;
    opening.check_header(&header)?;
    opening.read_fat(&header)?;
    let directory = opening.read_directory(&header)?;
    let mini_fat = opening.read_mini_fat(&header)?;
    let tree = tree::read(&mut opening, &directory, mini_fat)?;
    tracing::debug!(
        entries = tree.nodes.len(),
        defects = opening.defects.get(),
        sector_shift = opening.shift,
        "storage open"
    );
    Ok(CompoundFile {
        format: Format {
            major_version: header.major_version.get(),
            minor_version: header.minor_version.get(),
            sector_shift: opening.shift,
            transaction_signature: header.transaction_signature.get(),
        },
        defects: opening.defects.get(),
        lost: opening.lost.get(),
        source: opening.source,
        directory,
        nodes: tree.nodes.into(),
        extents: tree.extents.into(),
    })
}

fn read_header<S: Source>(source: &S) -> Result<Header, Error> {
    let mut header = Header::new_zeroed();
    let there = usize::try_from(source.len()).unwrap_or(usize::MAX).min(size_of::<Header>());
    let bytes = header.as_mut_bytes().get_mut(..there).unwrap_or_default();
    source.read_at(0, bytes)?;
    if header.signature != raw::SIGNATURE {
        let found = u64::from_be_bytes(header.signature);
        return Err(Error::NotCompoundFile { found, len: source.len() });
    }
    if there < size_of::<Header>() {
        return Err(Error::Malformed {
            structure: "header",
            offset: 0,
            expected: "512 bytes",
            found: source.len(),
        });
    }
    Ok(header)
}

/// What is known while a file is being opened, and let go afterwards.
pub(super) struct Opening<'b, S> {
    pub(super) source: S,
    pub(super) budget: &'b Budget,
    /// log₂ of the sector size.
    pub(super) shift: u32,
    pub(super) major_version: u16,
    /// Sectors that the file has room for; the last may be cut off.
    pub(super) sectors: u32,
    /// The FAT, no longer than the file has sectors.
    pub(super) fat: Vec<u32>,
    /// Which sectors something was found to use.
    pub(super) claims: Claims,
    pub(super) defects: Cell<u64>,
    /// The first defect by which content was lost.
    lost: Cell<Option<&'static DefectKind>>,
}

impl<'b, S: Source> Opening<'b, S> {
    fn new(source: S, header: &Header, budget: &'b Budget) -> Result<Self, Error> {
        let shift = header.sector_shift.get();
        if !matches!(shift, 9 | 12) {
            return Err(malformed("sector shift", 30, "9 or 12", shift));
        }
        let mini_shift = header.mini_sector_shift.get();
        if mini_shift != raw::MINI_SECTOR_SHIFT {
            return Err(malformed("mini sector shift", 32, "6", mini_shift));
        }
        let shift = u32::from(shift);
        let size = 1u64 << shift;
        let sectors = source.len().saturating_sub(size).div_ceil(size);
        // Places are kept in units of 64 bytes in 32 bits.
        let units = source.len() >> super::UNIT_SHIFT;
        let sectors = u32::try_from(sectors)
            .ok()
            .filter(|n| *n <= sector::MAX_REGULAR && u32::try_from(units).is_ok())
            .ok_or(Error::Malformed {
                structure: "file length",
                offset: 0,
                expected: "at most 256 GiB",
                found: source.len(),
            })?;
        Ok(Opening {
            source,
            budget,
            shift,
            major_version: header.major_version.get(),
            sectors,
            fat: Vec::new(),
            claims: Claims::new(sectors),
            defects: Cell::new(0),
            lost: Cell::new(None),
        })
    }

    /// Records a defect of directory entry `node`, 0 for the file as a whole.
    #[cold]
    pub(super) fn defect(
        &self,
        kind: &'static DefectKind,
        node: u32,
        offset: impl Into<u64>,
    ) -> Result<(), Error> {
        let defect = Defect::new(kind, node, offset.into());
        tracing::debug!(code = kind.code, node, offset = defect.offset, "defect");
        self.defects.set(self.defects.get().saturating_add(1));
        if self.lost.get().is_none() && defects::loses_content(kind) {
            self.lost.set(Some(kind));
        }
        Ok(self.budget.defect(defect)?)
    }

    fn check_header(&self, header: &Header) -> Result<(), Error> {
        let major = header.major_version.get();
        if !matches!((major, self.shift), (3, 9) | (4, 12)) {
            self.defect(&defects::VERSION, 0, major)?;
        }
        if header.byte_order.get() != raw::BYTE_ORDER {
            self.defect(&defects::BYTE_ORDER, 0, header.byte_order.get())?;
        }
        if header.mini_stream_cutoff.get() != raw::MINI_STREAM_CUTOFF {
            self.defect(&defects::MINI_CUTOFF, 0, header.mini_stream_cutoff.get())?;
        }
        Ok(())
    }

    /// Finds the FAT's sectors by the DIFAT ([MS-CFB] 2.5) and reads as much of the FAT as the
    /// file has sectors for.
    ///
    /// A sector that is listed twice would let a small file claim a large FAT: that is an error,
    /// and nothing is reserved before it is excluded.
    fn read_fat(&mut self, header: &Header) -> Result<(), Error> {
        let per_sector = self.entries_per_sector();
        let needed = self.sectors.div_ceil(per_sector);
        let reserve = needed.min(header.fat_sectors.get()).saturating_mul(per_sector);
        let mut listed = 0u32;
        // Sectors that the FAT should mark as its own or the DIFAT's.
        let most = usize::try_from(header.fat_sectors.get()).unwrap_or(usize::MAX);
        let mut marked = Vec::with_capacity(most.min(raw::HEADER_DIFAT_LEN));
        self.fat.reserve_exact(usize::try_from(reserve.min(self.sectors)).unwrap_or(0));
        // The list ends with its first free place; behind it there may be junk.
        for number in header.difat.iter().take_while(|number| number.get() != sector::FREE) {
            self.add_fat_sector(number.get(), &mut listed, &mut marked)?;
        }
        let mut difat = header.first_difat_sector.get();
        let mut table = Vec::new();
        while difat <= sector::MAX_REGULAR {
            if difat >= self.sectors {
                self.defect(&defects::DIFAT_CHAIN, 0, difat)?;
                break;
            }
            if !self.claims.claim(difat) {
                return Err(malformed("DIFAT", 68, "each sector once", difat));
            }
            marked.push((difat, sector::DIFAT));
            table.clear();
            self.read_table(difat, u32::MAX, &mut table)?;
            let next = table.pop().unwrap_or(sector::FREE);
            for number in &table {
                self.add_fat_sector(*number, &mut listed, &mut marked)?;
            }
            difat = next;
        }
        if listed != header.fat_sectors.get() {
            self.defect(&defects::FAT_COUNT, 0, header.fat_sectors.get())?;
        }
        let covered = u32::try_from(self.fat.len()).unwrap_or(u32::MAX);
        if covered < self.sectors {
            self.defect(&defects::FAT_SHORT, 0, covered)?;
        }
        for (number, mark) in marked {
            let found = usize::try_from(number).ok().and_then(|index| self.fat.get(index));
            if found.is_some_and(|found| *found != mark) {
                self.defect(&defects::FAT_MARK, 0, number)?;
            }
        }
        Ok(())
    }

    fn add_fat_sector(
        &mut self,
        number: u32,
        listed: &mut u32,
        marked: &mut Vec<(u32, u32)>,
    ) -> Result<(), Error> {
        if number > sector::MAX_REGULAR {
            return Ok(());
        }
        *listed = listed.saturating_add(1);
        let left = self.sectors.saturating_sub(u32::try_from(self.fat.len()).unwrap_or(u32::MAX));
        if number >= self.sectors {
            if left > 0 {
                self.defect(&defects::FAT_SECTOR, 0, number)?;
                let hole = left.min(self.entries_per_sector());
                let len = self.fat.len().saturating_add(usize::try_from(hole).unwrap_or(0));
                self.fat.resize(len, sector::FREE);
            }
            return Ok(());
        }
        if !self.claims.claim(number) {
            return Err(malformed("DIFAT", 76, "each FAT sector once", number));
        }
        marked.push((number, sector::FAT));
        let mut fat = std::mem::take(&mut self.fat);
        let read = self.read_table(number, left, &mut fat);
        self.fat = fat;
        read
    }

    /// Appends the numbers in a sector, at most `most`; beyond the end of the file there is
    /// nothing but free sectors.
    fn read_table(&self, number: u32, most: u32, table: &mut Vec<u32>) -> Result<(), Error> {
        let most = usize::try_from(most.min(self.entries_per_sector())).unwrap_or(0);
        let start = self.offset(number);
        let end = start.saturating_add(1 << self.shift);
        if let Some(lent) = self.source.lend(start..end) {
            let numbers = <[U32]>::ref_from_bytes(lent).unwrap_or_default();
            table.extend(numbers.iter().take(most).map(|n| n.get()));
            return Ok(());
        }
        let mut copy = [U32::new(sector::FREE); 1024];
        let there = end.min(self.source.len()).saturating_sub(start);
        let there = usize::try_from(there).unwrap_or(0);
        let bytes = copy.as_mut_bytes().get_mut(..there).unwrap_or_default();
        self.source.read_at(start, bytes)?;
        table.extend(copy.iter().take(most).map(|n| n.get()));
        Ok(())
    }

    fn read_directory(&mut self, header: &Header) -> Result<Directory, Error> {
        let first = header.first_directory_sector.get();
        let mut sectors = Vec::new();
        if let Some(bad) = self.follow(first, &mut sectors) {
            if sectors.is_empty() {
                return Err(malformed("first directory sector", 48, "a sector of the file", bad));
            }
            self.defect(&defects::DIRECTORY_CHAIN, 0, bad)?;
        }
        if self.source.lend(0..0).is_some() {
            return Ok(Directory::InPlace(sectors.into()));
        }
        let sector_len = 1usize << self.shift;
        let mut bytes = vec![0; sectors.len().saturating_mul(sector_len)];
        let mut cut_off = 0..0;
        for (i, (number, into)) in
            sectors.iter().zip(bytes.chunks_exact_mut(sector_len)).enumerate()
        {
            let start = self.offset(*number);
            let there = usize::try_from(self.source.len().saturating_sub(start)).unwrap_or(0);
            let into = into.get_mut(..there.min(sector_len)).unwrap_or_default();
            self.source.read_at(start, into)?;
            if into.len() < sector_len {
                // Only the last sector of the file can be cut off.
                let entries = |bytes: usize| {
                    let before = i.saturating_mul(sector_len);
                    u32::try_from(before.saturating_add(bytes) >> ENTRY_SHIFT).unwrap_or(u32::MAX)
                };
                cut_off = entries(into.len())..entries(sector_len);
            }
        }
        Ok(Directory::Copied { bytes: bytes.into(), cut_off })
    }

    fn read_mini_fat(&mut self, header: &Header) -> Result<Vec<u32>, Error> {
        let first = header.first_mini_fat_sector.get();
        if first > sector::MAX_REGULAR {
            return Ok(Vec::new());
        }
        let mut sectors = Vec::new();
        if let Some(bad) = self.follow(first, &mut sectors) {
            self.defect(&defects::MINI_FAT_CHAIN, 0, bad)?;
        }
        let per_sector = usize::try_from(self.entries_per_sector()).unwrap_or(0);
        let mut mini_fat = Vec::with_capacity(sectors.len().saturating_mul(per_sector));
        for number in sectors {
            self.read_table(number, u32::MAX, &mut mini_fat)?;
        }
        Ok(mini_fat)
    }

    /// Follows a chain that only the format itself uses, to its end; says at which sector it
    /// broke, if it did.
    pub(super) fn follow(&mut self, first: u32, sectors: &mut Vec<u32>) -> Option<u32> {
        let most = usize::try_from(self.sectors).unwrap_or(usize::MAX);
        sectors.reserve_exact(FatChain::new(&self.fat, first).take(most).count());
        let mut chain = FatChain::new(&self.fat, first);
        for number in chain.by_ref() {
            if number >= self.sectors || !self.claims.claim(number) {
                return Some(number);
            }
            sectors.push(number);
        }
        (chain.end() != sector::END_OF_CHAIN).then_some(chain.end())
    }

    /// Where a sector begins in the file ([MS-CFB] 2.1).
    pub(super) fn offset(&self, number: u32) -> u64 {
        u64::from(number).saturating_add(1) << self.shift
    }

    fn entries_per_sector(&self) -> u32 {
        1 << (self.shift.saturating_sub(2))
    }
}

fn malformed(
    structure: &'static str,
    offset: u64,
    expected: &'static str,
    found: impl Into<u64>,
) -> Error {
    Error::Malformed { structure, offset, expected, found: found.into() }
}
