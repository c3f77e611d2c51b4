//! The one bounds-checked way to take bytes apart.

/// The input ended before the value did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("input ended at {at:#x}: {wanted} bytes wanted, {left} left")]
pub struct EndOfInput {
    /// Offset of the value from the start of the input.
    pub at: usize,
    /// Bytes that the value needs.
    pub wanted: usize,
    /// Bytes that were left.
    pub left: usize,
}

/// Takes little-endian values off the front of a slice; never reads past its end.
///
/// ```
/// use openimsg_base::Cursor;
/// let mut cursor = Cursor::new(&[1, 0, 2, 0, 0, 0, 9]);
/// assert_eq!((cursor.u16().unwrap(), cursor.u32().unwrap()), (1, 2));
/// assert_eq!((cursor.position(), cursor.rest()), (6, &[9][..]));
/// assert!(cursor.u16().is_err());
/// ```
#[derive(Debug, Clone)]
pub struct Cursor<'a> {
    input: &'a [u8],
    at: usize,
}

impl<'a> Cursor<'a> {
    /// Starts at the first byte of `input`.
    #[must_use]
    pub fn new(input: &'a [u8]) -> Self {
        Cursor { input, at: 0 }
    }

    /// Offset from the start of the input.
    #[must_use]
    pub fn position(&self) -> usize {
        self.at
    }

    /// What has not been taken yet.
    #[must_use]
    pub fn rest(&self) -> &'a [u8] {
        self.input.get(self.at..).unwrap_or(&[])
    }

    /// Whether everything was taken.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.at >= self.input.len()
    }

    /// The next `n` bytes.
    ///
    /// # Errors
    /// [`EndOfInput`] when fewer are left; nothing is taken then.
    pub fn take(&mut self, n: usize) -> Result<&'a [u8], EndOfInput> {
        let end = self.at.checked_add(n);
        match end.and_then(|end| self.input.get(self.at..end)) {
            Some(taken) => {
                self.at = self.at.saturating_add(n);
                Ok(taken)
            }
            None => {
                let left = self.input.len().saturating_sub(self.at);
                Err(EndOfInput { at: self.at, wanted: n, left })
            }
        }
    }

    /// The next `N` bytes as an array.
    ///
    /// # Errors
    /// [`EndOfInput`] when fewer are left; nothing is taken then.
    pub fn array<const N: usize>(&mut self) -> Result<[u8; N], EndOfInput> {
        let mut array = [0; N];
        array.copy_from_slice(self.take(N)?);
        Ok(array)
    }

    /// A cursor over the next `n` bytes, which are taken from this one.
    ///
    /// # Errors
    /// [`EndOfInput`] when fewer are left; nothing is taken then.
    pub fn sub(&mut self, n: usize) -> Result<Cursor<'a>, EndOfInput> {
        self.take(n).map(Cursor::new)
    }

    /// The next byte.
    ///
    /// # Errors
    /// [`EndOfInput`] when nothing is left.
    pub fn u8(&mut self) -> Result<u8, EndOfInput> {
        self.array().map(u8::from_le_bytes)
    }

    /// The next two bytes, little-endian.
    ///
    /// # Errors
    /// [`EndOfInput`] when fewer are left; nothing is taken then.
    pub fn u16(&mut self) -> Result<u16, EndOfInput> {
        self.array().map(u16::from_le_bytes)
    }

    /// The next four bytes, little-endian.
    ///
    /// # Errors
    /// [`EndOfInput`] when fewer are left; nothing is taken then.
    pub fn u32(&mut self) -> Result<u32, EndOfInput> {
        self.array().map(u32::from_le_bytes)
    }

    /// The next eight bytes, little-endian.
    ///
    /// # Errors
    /// [`EndOfInput`] when fewer are left; nothing is taken then.
    pub fn u64(&mut self) -> Result<u64, EndOfInput> {
        self.array().map(u64::from_le_bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_each_width_follow_one_another() {
        let bytes: Vec<u8> = (1..16).collect();
        let mut cursor = Cursor::new(&bytes);
        assert_eq!((cursor.u8(), cursor.u16()), (Ok(1), Ok(0x0302)));
        assert_eq!((cursor.u32(), cursor.position()), (Ok(0x0706_0504), 7));
        assert_eq!(cursor.u64(), Ok(0x0F0E_0D0C_0B0A_0908));
        assert_eq!(cursor.u16(), Err(EndOfInput { at: 15, wanted: 2, left: 0 }));
    }

    #[test]
    fn a_failed_take_takes_nothing() {
        let mut cursor = Cursor::new(&[1, 2, 3]);
        assert_eq!(cursor.u8(), Ok(1));
        assert_eq!(cursor.u32(), Err(EndOfInput { at: 1, wanted: 4, left: 2 }));
        assert!(cursor.take(usize::MAX).is_err());
        assert_eq!(cursor.sub(2).unwrap().rest(), &[2, 3]);
        assert!(cursor.is_empty() && cursor.u8().is_err());
    }
}
