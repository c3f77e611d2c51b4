//! A medium on which writes wait until all of them are known.

use std::collections::BTreeMap;
use std::io::{self, Read, Seek, SeekFrom, Write};

use tempfile::SpooledTempFile;

use crate::source::wide;

const PAGE: usize = 4096;
const PAGE_LEN: u64 = 4096;

/// What is to be written to a medium. Writing it again does the same again.
pub(super) struct Pages {
    /// Where each page is in `file`, in pages, by its number on the medium.
    slots: BTreeMap<u64, u64>,
    file: SpooledTempFile,
    /// How long the medium is with them, in bytes.
    len: u64,
}

impl Pages {
    /// None; the first `in_memory` bytes are kept in memory, more go to a temporary file.
    pub(super) fn new(in_memory: u64) -> Self {
        let in_memory = usize::try_from(in_memory).unwrap_or(usize::MAX);
        Pages { slots: BTreeMap::new(), file: SpooledTempFile::new(in_memory), len: 0 }
    }

    /// Writes all of them.
    pub(super) fn write_to<F: Write + Seek>(&mut self, medium: &mut F) -> io::Result<()> {
        let mut page = [0; PAGE];
        for (number, slot) in &self.slots {
            let at = number.saturating_mul(PAGE_LEN);
            let page = up_to(&mut page, self.len.saturating_sub(at));
            self.file.seek(SeekFrom::Start(slot.saturating_mul(PAGE_LEN)))?;
            self.file.read_exact(page)?;
            medium.seek(SeekFrom::Start(at))?;
            medium.write_all(page)?;
        }
        medium.flush()
    }

    /// Goes to the place in `file` of a byte of the medium, if its page is here.
    fn seek_to(&mut self, at: u64) -> io::Result<bool> {
        let Some(slot) = self.slots.get(&(at / PAGE_LEN)) else { return Ok(false) };
        let within = at % PAGE_LEN;
        self.file.seek(SeekFrom::Start(slot.saturating_mul(PAGE_LEN).saturating_add(within)))?;
        Ok(true)
    }

    /// Adds a page, which is not here yet.
    fn add(&mut self, number: u64, page: &[u8; PAGE]) -> io::Result<()> {
        let slot = wide(self.slots.len());
        self.file.seek(SeekFrom::Start(slot.saturating_mul(PAGE_LEN)))?;
        self.file.write_all(page)?;
        self.slots.insert(number, slot);
        Ok(())
    }
}

/// A medium as it will be: what is written is kept in [`Pages`], the medium is only read.
pub(super) struct Staged<'m, F> {
    medium: &'m mut F,
    /// How long it is without the pages.
    medium_len: u64,
    pages: Pages,
    at: u64,
}

impl<'m, F: Read + Seek> Staged<'m, F> {
    pub(super) fn new(medium: &'m mut F, in_memory: u64) -> io::Result<Self> {
        let medium_len = medium.seek(SeekFrom::End(0))?;
        let pages = Pages { len: medium_len, ..Pages::new(in_memory) };
        Ok(Staged { medium, medium_len, pages, at: 0 })
    }

    pub(super) fn into_pages(self) -> Pages {
        self.pages
    }

    /// What the medium has at `at`, and zeros behind its end.
    fn read_medium(&mut self, at: u64, buf: &mut [u8]) -> io::Result<()> {
        buf.fill(0);
        let buf = up_to(buf, self.medium_len.saturating_sub(at));
        self.medium.seek(SeekFrom::Start(at))?;
        self.medium.read_exact(buf)
    }
}

impl<F: Read + Seek> Read for Staged<'_, F> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let buf = up_to(buf, left_of_page(self.at).min(self.pages.len.saturating_sub(self.at)));
        match self.pages.seek_to(self.at)? {
            true => self.pages.file.read_exact(buf)?,
            false => self.read_medium(self.at, buf)?,
        }
        self.at = self.at.saturating_add(wide(buf.len()));
        Ok(buf.len())
    }
}

impl<F: Read + Seek> Write for Staged<'_, F> {
    fn write(&mut self, buf: &[u8]) -> io::Result<usize> {
        let most = usize::try_from(left_of_page(self.at)).unwrap_or(PAGE);
        let buf = buf.get(..most).unwrap_or(buf);
        if !self.pages.seek_to(self.at)? {
            let number = self.at / PAGE_LEN;
            let mut page = [0; PAGE];
            self.read_medium(number.saturating_mul(PAGE_LEN), &mut page)?;
            self.pages.add(number, &page)?;
            self.pages.seek_to(self.at)?;
        }
        self.pages.file.write_all(buf)?;
        self.at = self.at.saturating_add(wide(buf.len()));
        self.pages.len = self.pages.len.max(self.at);
        Ok(buf.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<F> Seek for Staged<'_, F> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.pages.len.checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = at.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}

/// From a byte of the medium to the end of its page.
fn left_of_page(at: u64) -> u64 {
    PAGE_LEN.saturating_sub(at % PAGE_LEN)
}

fn up_to(buf: &mut [u8], len: u64) -> &mut [u8] {
    let len = usize::try_from(len).unwrap_or(usize::MAX).min(buf.len());
    buf.get_mut(..len).unwrap_or_default()
}
