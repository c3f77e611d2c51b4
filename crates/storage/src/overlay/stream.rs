//! A stream that is not, or no longer, as the base has it: pieces of whatever origin.

use std::io;
use std::sync::{Arc, OnceLock};

use bytes::Bytes;

use super::spill::{Held, Spill, Spilled};
use crate::source::wide;
use crate::store::{Base, io_error};
use crate::write::{Content, Meta, Open, Repr as Given};
use crate::{EntryId, Error};

/// A stream in pieces, so that changing some bytes of a long one copies none of the others.
#[derive(Clone, Default)]
pub(super) struct Stream {
    pub(super) meta: Meta,
    /// Each with the offset in the stream where it ends.
    pieces: Vec<(u64, Piece)>,
}

#[derive(Clone)]
pub(super) struct Piece {
    /// Offset in what `data` is.
    from: u64,
    len: u64,
    data: Data,
}

#[derive(Clone)]
enum Data {
    Zeros,
    Memory(Bytes, #[expect(dead_code, reason = "counts as long as it is there")] Held),
    Base(Arc<dyn Base>, EntryId),
    Spilled(Spilled),
    Reader(Arc<Lazy>),
}

/// The content of a stream as its writer needs it.
pub(super) enum Whole<'n> {
    Bytes(&'n [u8]),
    /// All of a stream of a base.
    Base(&'n Arc<dyn Base>, EntryId),
    /// All that a reader gives.
    Reader(&'n Arc<Lazy>),
    Pieces,
}

impl Stream {
    /// A stream of that content, in memory if it fits.
    pub(super) fn new(content: Content<'static>, spill: &Arc<Spill>) -> Result<Self, Error> {
        let mut stream = Stream::default();
        match content.0 {
            Given::Slice(bytes) => stream.push_bytes(Bytes::from_static(bytes), spill)?,
            Given::Owned(bytes) => stream.push_bytes(bytes.into(), spill)?,
            Given::Shared(bytes) => stream.push_bytes(bytes, spill)?,
            Given::Slices { pieces, .. } => {
                for piece in pieces {
                    stream.push_bytes(Bytes::from_static(piece), spill)?;
                }
            }
            Given::Pieces { pieces, .. } => {
                for piece in pieces {
                    stream.push_bytes(piece, spill)?;
                }
            }
            Given::Reader { len, open } => {
                let lazy = Lazy { len, open, spill: spill.clone(), spilled: OnceLock::new() };
                stream.push(Piece { from: 0, len, data: Data::Reader(Arc::new(lazy)) });
            }
        }
        Ok(stream)
    }

    /// The stream as a base has it.
    pub(super) fn of_base(base: &Arc<dyn Base>, id: EntryId) -> Self {
        let mut stream = Stream::default();
        if let Some(stat) = base.stat(id) {
            stream.meta = Meta::of(&stat);
            stream.push(Piece { from: 0, len: stat.size, data: Data::Base(base.clone(), id) });
        }
        stream
    }

    /// In bytes.
    pub(super) fn len(&self) -> u64 {
        self.pieces.last().map_or(0, |(end, _)| *end)
    }

    /// Whether no piece is of a stream that a damaged file has only in part.
    pub(super) fn is_whole(&self) -> bool {
        self.pieces.iter().all(|(_, piece)| match &piece.data {
            Data::Base(base, id) => base.is_whole(*id),
            _ => true,
        })
    }

    pub(super) fn set_len(&mut self, len: u64) {
        self.cut(len);
        let missing = len.saturating_sub(self.len());
        self.push(Piece { from: 0, len: missing, data: Data::Zeros });
    }

    /// Puts all of `content` over what is at `offset`.
    pub(super) fn write_at(&mut self, offset: u64, content: Stream) {
        let after = self.part(offset.saturating_add(content.len()));
        self.set_len(offset);
        for piece in content.pieces.into_iter().map(|(_, piece)| piece).chain(after) {
            self.push(piece);
        }
    }

    pub(super) fn whole(&self) -> Whole<'_> {
        match self.pieces.as_slice() {
            [] => Whole::Bytes(&[]),
            [(_, Piece { from, len, data })] => match data {
                Data::Memory(bytes, _) => Whole::Bytes(part(bytes, *from, *len)),
                Data::Base(base, id)
                    if *from == 0 && base.stat(*id).is_some_and(|s| s.size == *len) =>
                {
                    Whole::Base(base, *id)
                }
                Data::Reader(lazy) if *from == 0 && lazy.len == *len => Whole::Reader(lazy),
                _ => Whole::Pieces,
            },
            _ => Whole::Pieces,
        }
    }

    pub(super) fn share(&self) -> Result<Bytes, Error> {
        match self.pieces.as_slice() {
            [] => Ok(Bytes::new()),
            [(_, Piece { from, len, data: Data::Memory(bytes, _) })] => {
                Ok(bytes.slice_ref(part(bytes, *from, *len)))
            }
            _ => {
                let mut bytes = Vec::new();
                let mut buffer = vec![0; 64 << 10];
                // Grows with what is there, whatever a reader promised.
                loop {
                    match self.read_at(wide(bytes.len()), &mut buffer)? {
                        0 => return Ok(bytes.into()),
                        read => bytes.extend_from_slice(buffer.get(..read).unwrap_or_default()),
                    }
                }
            }
        }
    }

    pub(super) fn read_at(&self, offset: u64, buf: &mut [u8]) -> Result<usize, Error> {
        let index = self.pieces.partition_point(|(end, _)| *end <= offset);
        let Some((end, piece)) = self.pieces.get(index) else { return Ok(0) };
        let left = end.saturating_sub(offset);
        let within = piece.len.saturating_sub(left);
        let most = buf.len().min(usize::try_from(left).unwrap_or(usize::MAX));
        piece.read_at(within, buf.get_mut(..most).unwrap_or_default())
    }

    /// From the first byte to the last.
    pub(super) fn reader(&self) -> impl io::Read + '_ {
        Reader { stream: self, at: 0 }
    }

    fn push(&mut self, piece: Piece) {
        if piece.len > 0 {
            let end = self.len().saturating_add(piece.len);
            self.pieces.push((end, piece));
        }
    }

    fn push_bytes(&mut self, bytes: Bytes, spill: &Arc<Spill>) -> Result<(), Error> {
        let len = wide(bytes.len());
        let data = match spill.hold(&bytes) {
            Some(held) => Data::Memory(bytes, held),
            None => Data::Spilled(spill.store(&mut &bytes[..], len)?.0),
        };
        self.push(Piece { from: 0, len, data });
        Ok(())
    }

    /// Cuts off what is behind `len`.
    fn cut(&mut self, len: u64) {
        let keep = self.pieces.partition_point(|(end, _)| *end <= len);
        let before =
            keep.checked_sub(1).and_then(|i| self.pieces.get(i)).map_or(0, |(end, _)| *end);
        let cut = self.pieces.get(keep).map(|(_, piece)| piece.clone());
        self.pieces.truncate(keep);
        if let Some(piece) = cut {
            self.push(Piece { len: len.saturating_sub(before), ..piece });
        }
    }

    /// The pieces from `offset` on.
    fn part(&self, offset: u64) -> Vec<Piece> {
        let index = self.pieces.partition_point(|(end, _)| *end <= offset);
        let mut pieces: Vec<Piece> =
            self.pieces.get(index..).unwrap_or_default().iter().map(|(_, p)| p.clone()).collect();
        if let (Some(first), Some((end, _))) = (pieces.first_mut(), self.pieces.get(index)) {
            let left = end.saturating_sub(offset);
            first.from = first.from.saturating_add(first.len.saturating_sub(left));
            first.len = left;
        }
        pieces
    }
}

impl Piece {
    /// Copies bytes; fewer than asked only at the end of the piece or where its origin gives
    /// fewer at once.
    fn read_at(&self, offset: u64, buf: &mut [u8]) -> Result<usize, Error> {
        let at = self.from.saturating_add(offset);
        match &self.data {
            Data::Zeros => {
                buf.fill(0);
                Ok(buf.len())
            }
            Data::Memory(bytes, _) => {
                let from = part(bytes, at, wide(buf.len()));
                for (to, byte) in buf.iter_mut().zip(from) {
                    *to = *byte;
                }
                Ok(from.len())
            }
            Data::Base(base, id) => base.read_at(*id, at, buf),
            Data::Spilled(spilled) => Ok(spilled.read_at(at, buf)?),
            Data::Reader(lazy) => Ok(lazy.read_at(at, buf)?),
        }
    }
}

/// A reader that is opened when its content is needed: once for each writing, and once into the
/// temporary file when somebody wants a part.
pub(super) struct Lazy {
    len: u64,
    open: Box<dyn Open + Send + Sync>,
    spill: Arc<Spill>,
    spilled: OnceLock<Spilled>,
}

impl Lazy {
    pub(super) fn len(&self) -> u64 {
        self.len
    }

    fn read_at(&self, offset: u64, buf: &mut [u8]) -> io::Result<usize> {
        if let Some(spilled) = self.spilled.get() {
            return spilled.read_at(offset, buf);
        }
        let mut stored = Err(io::ErrorKind::UnexpectedEof.into());
        self.open.open(&mut |reader| stored = self.spill.store(reader, self.len))?;
        let (spilled, len) = stored?;
        if len < self.len {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        self.spilled.get_or_init(|| spilled).read_at(offset, buf)
    }
}

impl Open for Arc<Lazy> {
    fn open(&self, take: &mut dyn FnMut(&mut dyn io::Read)) -> io::Result<()> {
        self.open.open(take)
    }
}

struct Reader<'n> {
    stream: &'n Stream,
    at: u64,
}

impl io::Read for Reader<'_> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let read = self.stream.read_at(self.at, buf).map_err(io_error)?;
        self.at = self.at.saturating_add(wide(read));
        Ok(read)
    }
}

fn part(bytes: &[u8], from: u64, len: u64) -> &[u8] {
    let from = usize::try_from(from).unwrap_or(usize::MAX).min(bytes.len());
    let rest = bytes.get(from..).unwrap_or_default();
    rest.get(..usize::try_from(len).unwrap_or(usize::MAX)).unwrap_or(rest)
}
