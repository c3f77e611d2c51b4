//! How much an untrusted file may ask for.

use std::fmt;

/// How much one file, or all files of a session together, may ask for.
///
/// Each limit can be raised for a call; an error that a limit causes names it.
///
/// ```
/// use openimsg_base::Limits;
/// let limits = Limits { decoded_bytes: 4 << 30, ..Limits::default() };
/// assert_eq!(limits.nesting, 16);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Messages inside messages; the top one is at depth 0. Default 16.
    pub nesting: u64,
    /// Storages inside storages of one compound file; the root is at depth 0. Default 64.
    pub storage_depth: u64,
    /// Bytes that decoding may produce (text, decompressed RTF, gathered streams), together, and
    /// that properties open as streams have. Default 256 MiB.
    pub decoded_bytes: u64,
    /// Messages open at once. Default 1,048,576.
    pub open_messages: u64,
    /// Bytes of changes not yet saved that are kept in memory; more are no error, but go to an
    /// anonymous temporary file. Default 64 MiB.
    pub pending_bytes: u64,
    /// Defects that are kept; further ones are counted only. Default 1,000.
    pub defects_kept: usize,
    /// Whether the first defect is an error. Default no.
    pub strict: bool,
}

impl Limits {
    /// The defaults, with every defect an error.
    #[must_use]
    pub fn strict() -> Self {
        Limits { strict: true, ..Limits::default() }
    }

    /// The configured value of `limit`, in its own unit.
    #[must_use]
    pub fn of(&self, limit: Limit) -> u64 {
        match limit {
            Limit::Nesting => self.nesting,
            Limit::StorageDepth => self.storage_depth,
            Limit::DecodedBytes => self.decoded_bytes,
            Limit::OpenMessages => self.open_messages,
            Limit::PendingBytes => self.pending_bytes,
        }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            nesting: 16,
            storage_depth: 64,
            decoded_bytes: 256 << 20,
            open_messages: 1 << 20,
            pending_bytes: 64 << 20,
            defects_kept: 1000,
            strict: false,
        }
    }
}

/// The name of a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Limit {
    /// [`Limits::nesting`].
    Nesting,
    /// [`Limits::storage_depth`].
    StorageDepth,
    /// [`Limits::decoded_bytes`].
    DecodedBytes,
    /// [`Limits::open_messages`].
    OpenMessages,
    /// [`Limits::pending_bytes`].
    PendingBytes,
}

impl Limit {
    /// The name of the field of [`Limits`], for messages and options.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Limit::Nesting => "nesting",
            Limit::StorageDepth => "storage_depth",
            Limit::DecodedBytes => "decoded_bytes",
            Limit::OpenMessages => "open_messages",
            Limit::PendingBytes => "pending_bytes",
        }
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_limit_has_the_name_and_the_value_of_its_field() {
        let limits = Limits {
            nesting: 1,
            storage_depth: 2,
            decoded_bytes: 3,
            open_messages: 4,
            pending_bytes: 5,
            ..Limits::strict()
        };
        let shown = format!("{limits:?}");
        for limit in [
            Limit::Nesting,
            Limit::StorageDepth,
            Limit::DecodedBytes,
            Limit::OpenMessages,
            Limit::PendingBytes,
        ] {
            let field = format!("{limit}: {}", limits.of(limit));
            assert!(shown.contains(&field), "{field} in {shown}");
        }
        assert!(limits.strict && !Limits::default().strict);
    }
}
