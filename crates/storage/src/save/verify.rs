//! Reading a written file again, to see whether it holds what was meant.

use std::io::{self, BufRead, ErrorKind, Read};

use openimsg_base::{Budget, FileTime, Guid, Limits, Refused};
use xxhash_rust::xxh3::{Xxh3Default, xxh3_64};

use super::{InputFile, SaveError};
use crate::store::{Base, EntryKind, Stat, Store};
use crate::write::Layout;
use crate::{CompoundFile, EntryId, Error, ReadSource};

/// Who read the file again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Verifier {
    /// The crate `cfb`, strict: an implementation that shares no code with the one that wrote.
    Cfb,
    /// The reader of this crate, strict: for files that `cfb` rejects or cannot hold in bounded
    /// memory.
    Own,
}

/// What is wrong with a file that was written and read again.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum VerifyError {
    /// It has another length.
    #[error("the file has {found} bytes, {expected} were written")]
    FileLength {
        /// Bytes that were written.
        expected: u64,
        /// Bytes that the file has.
        found: u64,
    },
    /// `cfb`, strict, does not accept it.
    #[error("an independent reader rejects the file")]
    Rejected(#[source] io::Error),
    /// The reader of this crate, strict, does not accept it.
    #[error("the file cannot be read")]
    Unreadable(#[source] Error),
    /// There are more storages and streams than were written, or fewer.
    #[error("the file has other storages or streams than were written")]
    Tree,
    /// A storage or stream is not as it was written.
    #[error("{path}: the {what} is not what was written")]
    Differs {
        /// Names from the root, after a `/` each.
        path: Box<str>,
        /// What differs: `name`, `kind`, `class`, `flags`, `times`, `size`, `content`.
        what: &'static str,
    },
}

/// What was written: the plan, and a hash of each stream as it passed.
///
/// The hash is XXH3 with 64 bits: it guards against faults, not against somebody who has means to
/// change the file between writing and reading, and runs at the speed of memory, so that saving
/// stays as fast as the disk.
pub(super) struct Written<'l> {
    layout: &'l Layout<'l>,
    hashes: Hashes,
}

/// The hashes of streams by the number of their entry.
#[derive(Default)]
pub(super) struct Hashes {
    done: Vec<u64>,
    at: usize,
    hash: Xxh3Default,
}

impl Hashes {
    pub(super) fn new(layout: &Layout<'_>) -> Hashes {
        // Of an empty stream nothing may pass.
        Hashes { done: vec![xxh3_64(&[]); layout.len()], ..Hashes::default() }
    }

    /// A piece of a stream; those of one stream come one after another.
    pub(super) fn pass(&mut self, id: EntryId, piece: &[u8]) {
        let at = usize::try_from(id.0).unwrap_or(usize::MAX);
        if at != self.at {
            self.finish();
            self.at = at;
        }
        self.hash.update(piece);
    }

    fn finish(&mut self) {
        // The root is no stream, and nothing has passed of it.
        if let Some(done) = self.done.get_mut(self.at).filter(|_| self.at > 0) {
            *done = self.hash.digest();
        }
        self.hash.reset();
    }
}

/// Sectors of the largest file that `cfb` reads again. It needs about 30 bytes of memory for
/// each, and follows a stream's chain from its beginning for each piece.
const MOST_SECTORS: u64 = 1 << 19;

/// Files up to this length are read into memory at once.
const IN_MEMORY: u64 = 1 << 20;

/// Bytes of the largest piece of a stream that is asked from `cfb`.
const PIECE: u64 = 4 << 20;

impl<'l> Written<'l> {
    pub(super) fn new(layout: &'l Layout<'l>, mut hashes: Hashes) -> Written<'l> {
        hashes.finish();
        Written { layout, hashes }
    }

    /// Reads a file and compares it with what was written.
    ///
    /// `open` is called again if `cfb` rejects a file that holds something in which it is known
    /// to be stricter than the format, or to see an order otherwise.
    pub(super) fn verify(
        &self,
        mut open: impl FnMut() -> io::Result<Box<dyn InputFile>>,
        budget: Option<&Budget>,
    ) -> Result<Verifier, Failure> {
        let len = self.layout.file_len();
        let sectors = len.checked_div(self.layout.options().version.sector_len()).unwrap_or(len);
        let mut image = || -> io::Result<Box<dyn InputFile>> {
            let mut file = open()?;
            if len > IN_MEMORY {
                return Ok(file);
            }
            let mut bytes = Vec::new();
            file.by_ref().take(IN_MEMORY).read_to_end(&mut bytes)?;
            Ok(Box::new(io::Cursor::new(bytes)))
        };
        if sectors <= MOST_SECTORS {
            match self.with_cfb(image()?, budget) {
                Err(Failure::Verify(_)) if self.is_beyond_cfb() => {}
                done => return done.map(|()| Verifier::Cfb),
            }
        }
        self.with_own(image()?, budget).map(|()| Verifier::Own)
    }

    fn with_cfb(&self, image: Box<dyn InputFile>, budget: Option<&Budget>) -> Result<(), Failure> {
        let mut file = cfb::OpenOptions::new().strict().open_with(image).map_err(rejected)?;
        let mut expected = vec![EntryId::ROOT];
        for found in file.walk() {
            let id = expected.pop().ok_or(VerifyError::Tree)?;
            let stat = self.stat(id)?;
            let is_right_kind = match stat.kind {
                EntryKind::Stream => found.is_stream(),
                EntryKind::Storage => {
                    found.is_storage() && found.is_root() == (id == EntryId::ROOT)
                }
            };
            let time = |time: FileTime| time.to_system_time().unwrap_or(std::time::UNIX_EPOCH);
            let checks = [
                ("name", found.name().encode_utf16().eq(stat.name.units())),
                ("kind", is_right_kind),
                ("class", found.clsid().as_u128() == stat.clsid.to_u128()),
                ("flags", found.state_bits() == stat.state_bits),
                ("times", found.created() == time(stat.created)),
                ("times", found.modified() == time(stat.modified)),
                ("size", found.is_storage() || found.len() == stat.size),
            ];
            self.all_hold(id, &checks)?;
            expected.extend(self.layout.children(id).rev());
        }
        if !expected.is_empty() {
            return Err(VerifyError::Tree.into());
        }
        let mut buffer = Vec::new();
        for id in self.streams() {
            proceed(budget)?;
            let mut stream = file.open_stream(self.layout.path(id)).map_err(rejected)?;
            let piece = usize::try_from(stream.len().min(PIECE)).unwrap_or_default();
            if buffer.len() < piece {
                buffer.resize(piece, 0);
            }
            let mut hash = Xxh3Default::new();
            loop {
                let read = stream.read(&mut buffer).map_err(rejected)?;
                hash.update(buffer.get(..read).unwrap_or_default());
                if read == 0 {
                    break;
                }
                proceed(budget)?;
            }
            self.same_content(id, &hash)?;
        }
        Ok(())
    }

    fn with_own(&self, image: Box<dyn InputFile>, budget: Option<&Budget>) -> Result<(), Failure> {
        let limits = Limits { storage_depth: u64::MAX, ..Limits::strict() };
        let source = ReadSource::new(image)?;
        let file = CompoundFile::open(source, &Budget::new(limits, None)).map_err(unreadable)?;
        let mut pending = vec![(EntryId::ROOT, EntryId::ROOT)];
        while let Some((id, found)) = pending.pop() {
            let stat = Base::stat(&file, found).ok_or(VerifyError::Tree)?;
            self.all_hold(id, &checks(&self.stat(id)?, &stat))?;
            if stat.kind == EntryKind::Stream {
                let mut stream = Store::reader(&file, &found).map_err(unreadable)?;
                let mut hash = Xxh3Default::new();
                loop {
                    proceed(budget)?;
                    let piece = stream.fill_buf()?;
                    hash.update(piece);
                    let len = piece.len();
                    if len == 0 {
                        break;
                    }
                    stream.consume(len);
                }
                self.same_content(id, &hash)?;
            }
            let (expected, found) = (self.layout.children(id), file.children(found));
            if expected.len() != found.len() {
                return Err(VerifyError::Tree.into());
            }
            pending.extend(expected.zip(found));
        }
        Ok(())
    }

    /// Whether something was written in which `cfb` differs: names beyond ASCII, which it may
    /// order otherwise, names that it takes for a way up, and streams with class or times, which
    /// some writers leave and it does not accept.
    fn is_beyond_cfb(&self) -> bool {
        self.layout.stats().any(|stat| {
            let name = &stat.name;
            let is_odd_stream = || {
                let times = stat.created != FileTime::UNSET || stat.modified != FileTime::UNSET;
                stat.kind == EntryKind::Stream && (times || stat.clsid != Guid::NULL)
            };
            let is_dots = || name.len() <= 2 && name.units().all(|unit| unit == u16::from(b'.'));
            name.units().any(|unit| unit >= 0x80) || is_dots() || is_odd_stream()
        })
    }

    fn streams(&self) -> impl Iterator<Item = EntryId> {
        let streams = self.layout.stats().filter(|stat| stat.kind == EntryKind::Stream);
        streams.map(|stat| EntryId(stat.entry))
    }

    fn stat(&self, id: EntryId) -> Result<Stat, VerifyError> {
        self.layout.stat(id).ok_or(VerifyError::Tree)
    }

    fn all_hold(&self, id: EntryId, checks: &[(&'static str, bool)]) -> Result<(), VerifyError> {
        match checks.iter().find(|(_, holds)| !holds) {
            Some((what, _)) => Err(self.differs(id, what)),
            None => Ok(()),
        }
    }

    fn same_content(&self, id: EntryId, hash: &Xxh3Default) -> Result<(), VerifyError> {
        let expected = usize::try_from(id.0).ok().and_then(|at| self.hashes.done.get(at));
        if expected == Some(&hash.digest()) { Ok(()) } else { Err(self.differs(id, "content")) }
    }

    fn differs(&self, id: EntryId, what: &'static str) -> VerifyError {
        VerifyError::Differs { path: self.layout.path(id).into(), what }
    }
}

/// Compares what was written with what the own reader says.
fn checks(written: &Stat, found: &Stat) -> [(&'static str, bool); 6] {
    let times = |stat: &Stat| (stat.created, stat.modified);
    [
        ("name", found.name.units().eq(written.name.units())),
        ("kind", found.kind == written.kind),
        ("class", found.clsid == written.clsid),
        ("flags", found.state_bits == written.state_bits),
        ("times", times(found) == times(written)),
        ("size", found.size == written.size),
    ]
}

/// What `cfb` says, unless it only passes on what the medium says.
fn rejected(error: io::Error) -> Failure {
    match error.kind() {
        ErrorKind::InvalidData
        | ErrorKind::InvalidInput
        | ErrorKind::NotFound
        | ErrorKind::UnexpectedEof => VerifyError::Rejected(error).into(),
        _ => error.into(),
    }
}

fn unreadable(error: Error) -> Failure {
    match error {
        Error::Io(error) => error.into(),
        other => VerifyError::Unreadable(other).into(),
    }
}

fn proceed(budget: Option<&Budget>) -> Result<(), Refused> {
    budget.map_or(Ok(()), Budget::proceed)
}

/// Why verifying ended early.
pub(super) enum Failure {
    Verify(VerifyError),
    Io(io::Error),
    Refused(Refused),
}

impl From<VerifyError> for Failure {
    fn from(error: VerifyError) -> Self {
        Failure::Verify(error)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Failure::Io(error)
    }
}

impl From<Refused> for Failure {
    fn from(refused: Refused) -> Self {
        Failure::Refused(refused)
    }
}

impl From<Failure> for SaveError {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Verify(error) => SaveError::Verify(error),
            Failure::Io(source) => SaveError::Io { step: super::Step::Reread, source },
            Failure::Refused(refused) => SaveError::Refused(refused),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::{Options, StorageBuilder};

    fn tree(names: &[&str]) -> StorageBuilder<'static> {
        let mut root = StorageBuilder::new();
        for name in names {
            root.stream(*name, b"").unwrap();
        }
        root
    }

    fn image(names: &[&str]) -> Vec<u8> {
        let mut image = Vec::new();
        tree(names).write_to(&Options::default(), &mut image).unwrap();
        image
    }

    /// What is found in a file when this was written.
    fn verify(written: &[&str], found: &[u8]) -> Result<Verifier, SaveError> {
        let tree = tree(written);
        let layout = tree.lay_out(&Options::default()).unwrap();
        let written = Written::new(&layout, Hashes::new(&layout));
        let open =
            || -> io::Result<Box<dyn InputFile>> { Ok(Box::new(io::Cursor::new(found.to_vec()))) };
        Ok(written.verify(open, None)?)
    }

    /// Names that `cfb` reads as we do, and one that it may order otherwise.
    const BOTH: [&[&str]; 2] = [&["a", "b"], &["a", "b", "\u{E9}"]];

    #[test]
    fn what_was_written_is_found() {
        for names in BOTH {
            assert!(verify(names, &image(names)).is_ok());
        }
    }

    #[test]
    fn what_cannot_be_read_is_no_saved_file() {
        let [plain, beyond] = BOTH.map(|names| {
            let mut image = image(names);
            image[0] ^= 1;
            verify(names, &image).unwrap_err()
        });
        assert!(matches!(plain, SaveError::Verify(VerifyError::Rejected(_))), "{plain}");
        assert!(matches!(beyond, SaveError::Verify(VerifyError::Unreadable(_))), "{beyond}");
    }

    #[test]
    fn more_or_less_than_was_written_is_found_out() {
        for names in BOTH {
            let more = [names, &["zz"]].concat();
            for error in [verify(names, &image(&more)), verify(&more, &image(names))] {
                let error = error.unwrap_err();
                assert!(matches!(error, SaveError::Verify(VerifyError::Tree)), "{error}");
            }
        }
    }
}
