//! Where pending content goes: memory up to a limit, then an anonymous temporary file.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use bytes::Bytes;
use openimsg_base::{Budget, Limit};

use crate::source::wide;

/// The pending content of an overlay and its clones.
#[derive(Debug)]
pub(super) struct Spill {
    meter: Meter,
    file: OnceLock<Arc<SpillFile>>,
}

/// Who says how many bytes may be held in memory.
#[derive(Debug)]
enum Meter {
    /// So many.
    Own { limit: u64, held: AtomicU64 },
    /// As many as a budget has left, which others share.
    Shared(Arc<Budget>),
}

/// Content smaller than this is not worth a file, and not counted.
const SMALL: usize = 4096;

impl Spill {
    pub(super) fn new(limit: u64) -> Self {
        Spill { meter: Meter::Own { limit, held: AtomicU64::new(0) }, file: OnceLock::new() }
    }

    pub(super) fn charged_to(budget: Arc<Budget>) -> Self {
        Spill { meter: Meter::Shared(budget), file: OnceLock::new() }
    }

    /// Whether `bytes` may stay in memory; the token is kept as long as they do.
    pub(super) fn hold(self: &Arc<Self>, bytes: &Bytes) -> Option<Held> {
        if bytes.len() < SMALL {
            return Some(Held(None));
        }
        let n = wide(bytes.len());
        match &self.meter {
            Meter::Own { limit, held } => {
                let fits = |held: u64| held.checked_add(n).filter(|sum| sum <= limit);
                held.fetch_update(Relaxed, Relaxed, fits).ok()?;
            }
            Meter::Shared(budget) => budget.charge(Limit::PendingBytes, n).ok()?,
        }
        Some(Held(Some(Arc::new(Hold { spill: self.clone(), n }))))
    }

    /// Writes what `reader` gives to the file, at most `len` bytes; where it stands, and how
    /// many there were.
    pub(super) fn store(&self, reader: &mut dyn Read, len: u64) -> io::Result<(Spilled, u64)> {
        let file = match self.file.get() {
            Some(file) => file,
            None => {
                let fresh = Arc::new(SpillFile::new()?);
                self.file.get_or_init(|| fresh)
            }
        };
        let runs = file.append(&mut reader.take(len))?;
        let written = runs.last().map_or(0, |run| run.until);
        Ok((Spilled { file: file.clone(), runs: runs.into() }, written))
    }
}

/// Bytes that are held in memory; they count until the last copy goes.
#[derive(Clone)]
pub(super) struct Held(#[expect(dead_code, reason = "its end is what counts")] Option<Arc<Hold>>);

struct Hold {
    spill: Arc<Spill>,
    n: u64,
}

impl Drop for Hold {
    fn drop(&mut self) {
        match &self.spill.meter {
            Meter::Own { held, .. } => drop(held.fetch_sub(self.n, Relaxed)),
            Meter::Shared(budget) => budget.release(Limit::PendingBytes, self.n),
        }
    }
}

/// A content in the temporary file.
#[derive(Clone)]
pub(super) struct Spilled {
    file: Arc<SpillFile>,
    /// In order; one, unless others were written meanwhile.
    runs: Arc<[Run]>,
}

/// Bytes of a content that lie in one piece.
#[derive(Clone, Copy)]
struct Run {
    /// Where they end in the content; they begin where those before end.
    until: u64,
    /// Where they end in the file.
    end: u64,
}

impl Spilled {
    /// Fewer bytes than asked for where a run ends.
    pub(super) fn read_at(&self, offset: u64, buf: &mut [u8]) -> io::Result<usize> {
        let index = self.runs.partition_point(|run| run.until <= offset);
        let Some(run) = self.runs.get(index) else { return Ok(0) };
        let left = run.until.saturating_sub(offset);
        let most = buf.len().min(usize::try_from(left).unwrap_or(usize::MAX));
        let buf = buf.get_mut(..most).unwrap_or_default();
        self.file.read_at(run.end.saturating_sub(left), buf)
    }
}

/// A file without a name, which ends with the last that knows it.
#[derive(Debug)]
struct SpillFile(Mutex<File>);

impl SpillFile {
    fn new() -> io::Result<Self> {
        Ok(SpillFile(Mutex::new(tempfile::tempfile()?)))
    }

    fn append(&self, reader: &mut dyn Read) -> io::Result<Vec<Run>> {
        let mut buffer = vec![0; 256 << 10];
        let mut runs: Vec<Run> = Vec::new();
        let mut interrupted = 0_u32;
        loop {
            // Not under the lock: the reader may read from this very file.
            let read = match reader.read(&mut buffer) {
                Err(e) if e.kind() == io::ErrorKind::Interrupted && interrupted < 100 => {
                    interrupted = interrupted.saturating_add(1);
                    continue;
                }
                read => read?,
            };
            if read == 0 {
                return Ok(runs);
            }
            let from = self.write(buffer.get(..read).unwrap_or_default())?;
            let grown = |at: u64| at.saturating_add(wide(read));
            match runs.last_mut() {
                Some(run) if run.end == from => {
                    *run = Run { until: grown(run.until), end: grown(run.end) };
                }
                last => {
                    let until = last.map_or(0, |run| run.until);
                    runs.push(Run { until: grown(until), end: grown(from) });
                }
            }
        }
    }

    /// Adds `bytes` at the end; where that was.
    fn write(&self, bytes: &[u8]) -> io::Result<u64> {
        let mut file = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let from = file.seek(SeekFrom::End(0))?;
        file.write_all(bytes)?;
        Ok(from)
    }

    fn read_at(&self, offset: u64, buf: &mut [u8]) -> io::Result<usize> {
        let mut file = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(offset))?;
        file.read(buf)
    }
}
