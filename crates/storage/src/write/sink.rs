//! The output: a buffer, a position, and the range lock's sector.

use std::io::{self, ErrorKind, Read, Write};

use crate::source::wide;

/// For outputs where each call costs. Larger than this, bytes go past the buffer.
pub(super) const BUFFER: usize = 64 << 10;
/// For memory: what is small and stays in the nearest cache.
pub(super) const SMALL_BUFFER: usize = 4 << 10;

/// How often the output or a reader may be interrupted before that is an error: a signal that
/// comes again and again must not hang the writer.
const INTERRUPTIONS: u32 = 100;

/// Bytes on their way out. What is put in is written in large pieces; where the range lock's
/// sector is due, that sector is slipped in ([MS-CFB] 2.7).
pub(super) struct Sink<W> {
    out: W,
    buffer: Box<[u8]>,
    filled: usize,
    /// Bytes that `out` has taken.
    written: u64,
    /// Offset and length of the range lock's sector, until it is written.
    lock: Option<(u64, u64)>,
}

impl<W: Write> Sink<W> {
    /// An output for `len` bytes in all, with at most `buffer` of them gathered.
    pub(super) fn new(out: W, len: u64, buffer: usize, lock: Option<(u64, u64)>) -> Self {
        let capacity = usize::try_from(len).unwrap_or(buffer).min(buffer);
        Sink { out, buffer: vec![0; capacity].into(), filled: 0, written: 0, lock }
    }

    /// Bytes that the output has taken, those in the buffer not counted.
    pub(super) fn written(&self) -> u64 {
        self.written
    }

    /// Offset in the file of what comes next.
    pub(super) fn position(&self) -> u64 {
        self.written.saturating_add(wide(self.filled))
    }

    #[inline]
    pub(super) fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        // Nearly all there is to do where there are many streams.
        let room = self.buffer.get_mut(self.filled..).unwrap_or_default();
        if let (None, Some(place)) = (self.lock, room.get_mut(..bytes.len())) {
            place.copy_from_slice(bytes);
            self.filled = self.filled.saturating_add(bytes.len());
            return Ok(());
        }
        self.put_through(bytes)
    }

    fn put_through(&mut self, mut bytes: &[u8]) -> io::Result<()> {
        while !bytes.is_empty() {
            self.skip_lock()?;
            let (now, later) = bytes.split_at(bytes.len().min(self.before_lock()));
            self.push(now)?;
            bytes = later;
        }
        Ok(())
    }

    pub(super) fn put_zeros(&mut self, mut len: u64) -> io::Result<()> {
        const ZEROS: [u8; 4096] = [0; 4096];
        while len > 0 {
            let now = ZEROS.get(..usize::try_from(len).unwrap_or(usize::MAX)).unwrap_or(&ZEROS);
            self.put(now)?;
            len = len.saturating_sub(wide(now.len()));
        }
        Ok(())
    }

    /// Zeros up to the next multiple of `unit` bytes.
    pub(super) fn pad(&mut self, unit: u64) -> io::Result<()> {
        let position = self.position();
        self.put_zeros(position.next_multiple_of(unit).saturating_sub(position))
    }

    /// A part of what `reader` has, at most `max` bytes, read into the buffer itself; `seen`
    /// looks at it. Empty at the reader's end.
    pub(super) fn put_some(
        &mut self,
        reader: &mut dyn Read,
        max: u64,
        seen: impl FnOnce(&[u8]),
    ) -> Result<usize, Side> {
        self.skip_lock().map_err(Side::Out)?;
        if self.filled == self.buffer.len() {
            self.flush().map_err(Side::Out)?;
        }
        let max = usize::try_from(max).unwrap_or(usize::MAX).min(self.before_lock());
        let end = self.filled.saturating_add(max).min(self.buffer.len());
        let room = self.buffer.get_mut(self.filled..end).unwrap_or_default();
        let n = read_some(reader, room).map_err(Side::In)?;
        seen(room.get(..n).unwrap_or(room));
        self.filled = self.filled.saturating_add(n);
        Ok(n)
    }

    /// Writes what is left in the buffer and flushes the output itself.
    pub(super) fn finish(&mut self) -> io::Result<()> {
        self.flush()?;
        self.out.flush()
    }

    /// Bytes that may follow before the range lock's sector.
    fn before_lock(&self) -> usize {
        let distance = self.lock.map(|(offset, _)| offset.saturating_sub(self.position()));
        distance.and_then(|distance| usize::try_from(distance).ok()).unwrap_or(usize::MAX)
    }

    /// Writes the range lock's sector if it is due.
    fn skip_lock(&mut self) -> io::Result<()> {
        match self.lock {
            Some((offset, len)) if offset == self.position() => {
                self.lock = None;
                self.put_zeros(len)
            }
            _ => Ok(()),
        }
    }

    fn push(&mut self, bytes: &[u8]) -> io::Result<()> {
        let capacity = self.buffer.len();
        let room = self.buffer.get_mut(self.filled..).unwrap_or_default();
        if let Some(place) = room.get_mut(..bytes.len()) {
            place.copy_from_slice(bytes);
            self.filled = self.filled.saturating_add(bytes.len());
            return Ok(());
        }
        if bytes.len() >= capacity {
            self.flush()?;
            return self.write(bytes);
        }
        let (now, later) = bytes.split_at(bytes.len().min(room.len()));
        room.copy_from_slice(now);
        self.filled = capacity;
        self.flush()?;
        self.push(later)
    }

    fn flush(&mut self) -> io::Result<()> {
        let buffer = std::mem::take(&mut self.buffer);
        let done = self.write(buffer.get(..self.filled).unwrap_or_default());
        self.buffer = buffer;
        self.filled = 0;
        done
    }

    fn write(&mut self, mut bytes: &[u8]) -> io::Result<()> {
        let mut interruptions = 0_u32;
        while !bytes.is_empty() {
            match self.out.write(bytes) {
                Ok(0) => return Err(ErrorKind::WriteZero.into()),
                Ok(n) => {
                    let n = n.min(bytes.len());
                    self.written = self.written.saturating_add(wide(n));
                    bytes = bytes.get(n..).unwrap_or_default();
                    interruptions = 0;
                }
                Err(error) => again(error, &mut interruptions)?,
            }
        }
        Ok(())
    }
}

/// Which side of a copy failed.
#[derive(Debug)]
pub(super) enum Side {
    In(io::Error),
    Out(io::Error),
}

/// Whether `reader` has a byte more.
pub(super) fn has_more(reader: &mut dyn Read) -> io::Result<bool> {
    read_some(reader, &mut [0]).map(|n| n > 0)
}

fn read_some(reader: &mut dyn Read, buffer: &mut [u8]) -> io::Result<usize> {
    let mut interruptions = 0_u32;
    loop {
        match reader.read(buffer) {
            Ok(n) => return Ok(n.min(buffer.len())),
            Err(error) => again(error, &mut interruptions)?,
        }
    }
}

/// Lets an interruption pass, but not for ever.
fn again(error: io::Error, interruptions: &mut u32) -> io::Result<()> {
    *interruptions = interruptions.saturating_add(1);
    let pass = error.kind() == ErrorKind::Interrupted && *interruptions < INTERRUPTIONS;
    if pass { Ok(()) } else { Err(error) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Takes at most `max` bytes at once, after as many interruptions as told.
    struct Slow {
        max: usize,
        interrupt: u32,
        calls: Vec<usize>,
        bytes: Vec<u8>,
    }

    impl Write for Slow {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            if let Some(left) = self.interrupt.checked_sub(1) {
                self.interrupt = left;
                return Err(ErrorKind::Interrupted.into());
            }
            let n = bytes.len().min(self.max);
            self.calls.push(n);
            self.bytes.extend_from_slice(&bytes[..n]);
            Ok(n)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn slow(max: usize, interrupt: u32) -> Slow {
        Slow { max, interrupt, calls: Vec::new(), bytes: Vec::new() }
    }

    #[test]
    fn small_pieces_are_gathered_and_large_ones_pass() {
        let mut out = slow(usize::MAX, 0);
        let mut sink = Sink::new(&mut out, u64::MAX, BUFFER, None);
        for _ in 0..1000 {
            sink.put(&[7; 100]).unwrap();
        }
        sink.put(&[8; 200_000]).unwrap();
        assert_eq!(sink.position(), 300_000);
        sink.finish().unwrap();
        assert_eq!(out.calls, [65_536, 34_464, 200_000]);
        assert!(
            out.bytes[..100_000].iter().all(|b| *b == 7) && out.bytes[100_000..] == [8; 200_000]
        );
    }

    #[test]
    fn short_writes_and_interruptions_pass_but_not_for_ever() {
        let mut out = slow(3, 99);
        let mut sink = Sink::new(&mut out, 10, BUFFER, None);
        sink.put(b"0123456789").unwrap();
        sink.finish().unwrap();
        assert_eq!(out.bytes, b"0123456789");

        let mut out = slow(3, 100);
        let mut sink = Sink::new(&mut out, 10, BUFFER, None);
        sink.put(b"0123456789").unwrap();
        assert_eq!(sink.finish().unwrap_err().kind(), ErrorKind::Interrupted);

        let mut out = slow(0, 0);
        let mut sink = Sink::new(&mut out, 10, BUFFER, None);
        sink.put(b"0").unwrap();
        assert_eq!(sink.finish().unwrap_err().kind(), ErrorKind::WriteZero);
        assert_eq!(sink.written(), 0);
    }

    #[test]
    fn the_lock_is_slipped_in_where_it_is_due() {
        for step in [1, 3, 8, 100] {
            let mut out = slow(usize::MAX, 0);
            let mut sink = Sink::new(&mut out, 40, BUFFER, Some((16, 8)));
            for piece in [b'a'; 20].chunks(step) {
                let mut reader = piece;
                if step.is_multiple_of(2) {
                    sink.put(piece).unwrap();
                } else {
                    while sink.put_some(&mut reader, 100, |_| ()).unwrap() > 0 {}
                }
            }
            sink.pad(8).unwrap();
            sink.finish().unwrap();
            assert_eq!(out.bytes, b"aaaaaaaaaaaaaaaa\0\0\0\0\0\0\0\0aaaa\0\0\0\0", "{step}");
        }
    }
}
