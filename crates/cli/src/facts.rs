//! Sizes and hashes of streams, each found out once.

use std::collections::HashMap;

use openimsg::storage::{EntryId, Error, Source};
use sha2::{Digest as _, Sha256};

use crate::opened::Store;

/// Size and hash of some bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Digest {
    /// How many.
    pub(crate) bytes: u64,
    /// SHA-256 in lower-case hexadecimal digits.
    pub(crate) sha256: String,
}

/// The digests of the streams of a file, in bounded memory; properties and attachments name
/// streams again that the container has listed.
pub(crate) struct Digests<'s> {
    store: &'s Store,
    known: HashMap<EntryId, Digest>,
}

impl<'s> Digests<'s> {
    pub(crate) fn new(store: &'s Store) -> Self {
        Digests { store, known: HashMap::new() }
    }

    /// The digest of a stream.
    ///
    /// # Errors
    /// When it cannot be read.
    pub(crate) fn of(&mut self, stream: EntryId) -> Result<Digest, Error> {
        if let Some(known) = self.known.get(&stream) {
            return Ok(known.clone());
        }
        let mut hasher = Sha256::new();
        for chunk in self.store.chunks(stream) {
            hasher.update(&*chunk?);
        }
        let digest = Digest { bytes: self.store.size(stream), sha256: hex(&hasher.finalize()) };
        self.known.insert(stream, digest.clone());
        Ok(digest)
    }
}

/// The digest of bytes at hand.
pub(crate) fn digest(bytes: &[u8]) -> Digest {
    Digest {
        bytes: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
        sha256: hex(&Sha256::digest(bytes)),
    }
}

/// The digest of a whole file, in bounded memory.
///
/// # Errors
/// When it cannot be read.
pub(crate) fn digest_of_file(source: &dyn Source) -> std::io::Result<Digest> {
    let bytes = source.len();
    if let Some(whole) = source.lend(0..bytes) {
        return Ok(digest(whole));
    }
    let mut hasher = Sha256::new();
    let mut buffer = vec![0; 1 << 18];
    let mut at = 0;
    while at < bytes {
        let left = usize::try_from(bytes.saturating_sub(at)).unwrap_or(usize::MAX);
        let length = left.min(buffer.len());
        let Some(piece) = buffer.get_mut(..length) else { break };
        source.read_at(at, piece)?;
        hasher.update(piece);
        at = at.saturating_add(u64::try_from(length).unwrap_or(u64::MAX));
    }
    Ok(Digest { bytes, sha256: hex(&hasher.finalize()) })
}

/// Lower-case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    // A loop that becomes vector instructions: a message has megabytes to show.
    let digit = |half: u8| half.wrapping_add(if half < 10 { b'0' } else { b'a' - 10 });
    let mut digits = vec![0; bytes.len().saturating_mul(2)];
    for (pair, byte) in digits.as_chunks_mut::<2>().0.iter_mut().zip(bytes) {
        *pair = [digit(byte >> 4), digit(byte & 0xF)];
    }
    String::from_utf8(digits).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A source that cannot lend.
    struct Far(Vec<u8>);

    impl Source for Far {
        fn len(&self) -> u64 {
            self.0.len().try_into().unwrap()
        }

        fn read_at(&self, offset: u64, buf: &mut [u8]) -> std::io::Result<()> {
            self.0.read_at(offset, buf)
        }
    }

    #[test]
    fn every_byte_has_two_digits() {
        let bytes: Vec<u8> = (0..=u8::MAX).collect();
        let expected: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hex(&bytes), expected);
        assert_eq!(hex(&[]), "");
    }

    #[test]
    fn a_file_has_the_same_digest_wherever_it_is() {
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(digest(b"abc"), Digest { bytes: 3, sha256: abc.to_owned() });
        for len in [0, 3, 1 << 18, (1 << 18) + 1, 700_000] {
            let bytes: Vec<u8> = (0..=u8::MAX).cycle().take(len).collect();
            let near = digest_of_file(&bytes).unwrap();
            assert_eq!(near, digest(&bytes));
            assert_eq!(digest_of_file(&Far(bytes)).unwrap(), near);
        }
    }
}
