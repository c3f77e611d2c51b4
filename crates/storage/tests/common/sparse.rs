//! A file in memory that keeps only the blocks that are not zero.

use std::collections::BTreeMap;
use std::io::{self, Read, Seek, SeekFrom, Write};

const BLOCK: usize = 4096;

/// Gigabytes of zeros fit in here; what was written can be read back.
#[derive(Default)]
pub(crate) struct Sparse {
    blocks: BTreeMap<u64, Box<[u8; BLOCK]>>,
    len: u64,
    position: u64,
}

impl Sparse {
    /// The number of the block that the position is in, and where in it.
    fn place(&self) -> (u64, usize) {
        let block = u64::try_from(BLOCK).unwrap();
        (self.position / block, usize::try_from(self.position % block).unwrap())
    }

    fn advance(&mut self, n: usize) {
        self.position += u64::try_from(n).unwrap();
        self.len = self.len.max(self.position);
    }
}

impl Write for Sparse {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let (block, at) = self.place();
        let now = &bytes[..bytes.len().min(BLOCK - at)];
        if now != &[0; BLOCK][..now.len()] || self.blocks.contains_key(&block) {
            let block = self.blocks.entry(block).or_insert_with(|| Box::new([0; BLOCK]));
            block[at..at + now.len()].copy_from_slice(now);
        }
        self.advance(now.len());
        Ok(now.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Read for Sparse {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let (block, at) = self.place();
        let left = usize::try_from(self.len.saturating_sub(self.position)).unwrap();
        let n = buffer.len().min(BLOCK - at).min(left);
        match self.blocks.get(&block) {
            Some(block) => buffer[..n].copy_from_slice(&block[at..at + n]),
            None => buffer[..n].fill(0),
        }
        self.advance(n);
        Ok(n)
    }
}

impl Seek for Sparse {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let position = match to {
            SeekFrom::Start(n) => Some(n),
            SeekFrom::End(n) => self.len.checked_add_signed(n),
            SeekFrom::Current(n) => self.position.checked_add_signed(n),
        };
        self.position = position.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.position)
    }
}
