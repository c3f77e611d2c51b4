//! The LZFu decoder: whole groups of items, copied in chunks.

use super::{MAX_MATCH, MIN_MATCH, PRESET, RING};

/// A control byte and its eight items read at most this many bytes …
const GROUP_IN: usize = 1 + 8 * 2;
/// … and write at most this many.
const GROUP_OUT: usize = 8 * MAX_MATCH;

/// Bytes that [`Decoder::group`] wants after the text: a group, and what copying in chunks
/// writes beyond it.
pub(crate) const SLACK: usize = GROUP_OUT + 16;

/// How many bytes of text `input` bytes can yield at most.
pub(crate) fn max_text(input: usize) -> usize {
    input.saturating_mul(GROUP_OUT / GROUP_IN)
}

/// What follows a group of eight items.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Next {
    /// Another group.
    Group,
    /// Nothing: one of its items was the reference that marks the end.
    End,
}

/// How far decoding has come.
#[derive(Debug, Default)]
pub(crate) struct Decoder {
    /// Bytes of input that were read.
    pub(crate) read: usize,
    /// Bytes of text that were written.
    pub(crate) written: usize,
    /// Where in the input the first reference to bytes before the preset stands. These would be
    /// ring positions not yet written, and are read as NUL.
    pub(crate) unwritten: Option<usize>,
}

impl Decoder {
    /// Decodes one control byte and its items, or nothing more if the input ends before the last
    /// item. `text` is the text from its start, with at least [`SLACK`] bytes yet to be written.
    #[inline]
    pub(crate) fn group(&mut self, input: &[u8], text: &mut [u8]) -> Option<Next> {
        let rest = input.get(self.read..)?;
        if let Some(window) = rest.first_chunk() {
            return self.items::<true>(window, WINDOW, text);
        }
        let mut window = [0; WINDOW];
        window.get_mut(..rest.len())?.copy_from_slice(rest);
        self.items::<false>(&window, rest.len(), text)
    }

    /// Decodes the group at the start of `window`, of which `len` bytes are input; with `WHOLE`,
    /// no item can end beyond them.
    ///
    /// How many literals come in a row, and how long a match is, can hardly be predicted, so that
    /// branches on it would cost more than copying: as much as may follow is copied in chunks of
    /// fixed size, and what was too much is overwritten next.
    #[inline]
    #[expect(
        clippy::arithmetic_side_effects,
        reason = "`at` stays within the window, `read` and `written` within their slices"
    )]
    fn items<const WHOLE: bool>(
        &mut self,
        window: &[u8; WINDOW],
        len: usize,
        text: &mut [u8],
    ) -> Option<Next> {
        let start = self.read;
        let [control, ..] = *window;
        // One bit an item, the lowest first, 1 for references; a ninth bit ends the group.
        let mut items = u32::from(control) | 0x100;
        let mut at = 1;
        loop {
            let run = usize::try_from(items.trailing_zeros()).ok()?;
            items >>= run + 1;
            let literals: [u8; 8] = *window.get(at..)?.first_chunk()?;
            *text.get_mut(self.written..)?.first_chunk_mut()? = literals;
            let present = if WHOLE { run } else { run.min(len.checked_sub(at)?) };
            self.written += present;
            at += present;
            self.read = start + at;
            if present < run {
                return None;
            }
            if items == 0 {
                return Some(Next::Group);
            }

            if !WHOLE && at + 2 > len {
                return None;
            }
            let reference = usize::from(u16::from_be_bytes(*window.get(at..)?.first_chunk()?));
            let back = (PRESET.len() + self.written).wrapping_sub(reference >> 4) % RING;
            if back == 0 {
                self.read += 2;
                return Some(Next::End);
            }
            self.copy(back, (reference & 15) + MIN_MATCH, text)?;
            at += 2;
        }
    }

    /// Writes the `len` bytes (2 to 17) that begin `back` bytes before the end once more. They
    /// may reach beyond the end, which moves with each byte.
    #[inline]
    #[expect(clippy::arithmetic_side_effects, reason = "offsets stay within `text` and its slack")]
    fn copy(&mut self, back: usize, len: usize, text: &mut [u8]) -> Option<()> {
        let to = self.written;
        self.written += len;
        match to.checked_sub(back) {
            Some(from) if back >= 16 => {
                let chunk: [u8; 16] = *text.get(from..)?.first_chunk()?;
                *text.get_mut(to..)?.first_chunk_mut()? = chunk;
                *text.get_mut(to + 16)? = *text.get(from + 16)?;
            }
            Some(from) => {
                for i in 0..len {
                    *text.get_mut(to + i)? = *text.get(from + i)?;
                }
            }
            None => match preset_chunk(to, back) {
                Some(chunk) => *text.get_mut(to..)?.first_chunk_mut()? = *chunk,
                None => self.copy_from_before(to, back, text)?,
            },
        }
        Some(())
    }

    /// Copies from `back` before `to` up to all that counts as written, where the first bytes
    /// are near the end of the preset or before it.
    #[cold]
    fn copy_from_before(&mut self, to: usize, back: usize, text: &mut [u8]) -> Option<()> {
        for to in to..self.written {
            let byte = match (to.checked_sub(back), in_preset(to, back)) {
                (Some(from), _) => *text.get(from)?,
                (None, Some(from)) => *PRESET.get(from)?,
                (None, None) => {
                    self.unwritten.get_or_insert(self.read);
                    0
                }
            };
            *text.get_mut(to)? = byte;
        }
        Some(())
    }
}

/// Input that is looked at together: a group, and what copying in chunks reads beyond it.
const WINDOW: usize = 32;

/// The preset from `back` bytes before text offset `to`, if it has as much as a match may need.
#[inline]
fn preset_chunk(to: usize, back: usize) -> Option<&'static [u8; MAX_MATCH]> {
    PRESET.get(in_preset(to, back)?..)?.first_chunk()
}

/// Where in "preset, then text" the byte `back` bytes before text offset `to` is.
#[inline]
fn in_preset(to: usize, back: usize) -> Option<usize> {
    to.checked_add(PRESET.len())?.checked_sub(back)
}
