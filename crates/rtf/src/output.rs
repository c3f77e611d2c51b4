//! Text that is put together from bytes of various code pages and from UTF-16.

use openimsg_base::{Budget, CodePage, Limit, Refused};

/// Collects text; what it holds is charged to a budget.
///
/// Bytes are kept until their end is sure to be no half of a character: in RTF, the two bytes of
/// one may stand in different escapes or groups.
#[derive(Debug)]
pub(crate) struct Output<'b> {
    text: String,
    budget: &'b Budget,
    /// Bytes not yet decoded, in `page`.
    pending: Vec<u8>,
    page: CodePage,
    /// The first half of a surrogate pair, whose second one has not come yet.
    high: Option<u16>,
    /// Whether bytes were not of their page.
    pub(crate) malformed: bool,
    /// Whether half a surrogate pair stood alone.
    pub(crate) lone_surrogate: bool,
}

impl<'b> Output<'b> {
    pub(crate) fn new(budget: &'b Budget) -> Self {
        Output {
            text: String::new(),
            budget,
            pending: Vec::new(),
            page: CodePage::WINDOWS_1252,
            high: None,
            malformed: false,
            lone_surrogate: false,
        }
    }

    /// Appends bytes of text in `page`, a page that contains ASCII.
    #[inline]
    pub(crate) fn bytes(&mut self, page: CodePage, bytes: &[u8]) -> Result<(), Refused> {
        if bytes.is_empty() {
            return Ok(());
        }
        if page != self.page || self.high.is_some() {
            self.flush()?;
            self.page = page;
        }
        self.pending.extend_from_slice(bytes);
        // No second or later byte of a character is below 0x30 in any page.
        if self.pending.len() >= CHUNK && self.pending.last().is_some_and(|byte| *byte < 0x30) {
            self.flush()?;
        }
        Ok(())
    }

    /// Appends ASCII, which is no part of a character that bytes began.
    pub(crate) fn markup(&mut self, ascii: &[u8]) -> Result<(), Refused> {
        if self.high.is_some() || self.pending.last().is_some_and(|byte| !byte.is_ascii()) {
            self.flush()?;
        }
        self.bytes(self.page, ascii)
    }

    /// Appends text that is whole.
    pub(crate) fn characters(&mut self, text: &str) -> Result<(), Refused> {
        self.flush()?;
        self.push(text)
    }

    /// Appends a unit of UTF-16, with that of its other half if it is one of a pair.
    pub(crate) fn unit(&mut self, unit: u16) -> Result<(), Refused> {
        if let Some(high) = self.high
            && let Some(Ok(character)) = char::decode_utf16([high, unit]).next()
        {
            self.high = None;
            return self.push(character.encode_utf8(&mut [0; 4]));
        }
        self.flush()?;
        match char::from_u32(u32::from(unit)) {
            Some(character) => self.push(character.encode_utf8(&mut [0; 4])),
            None if unit < 0xDC00 => {
                self.high = Some(unit);
                Ok(())
            }
            _ => self.replacement(),
        }
    }

    /// Appends nothing more: what came so far is whole, and so is what comes.
    pub(crate) fn flush(&mut self) -> Result<(), Refused> {
        if self.high.take().is_some() {
            self.replacement()?;
        }
        if self.pending.is_empty() {
            return Ok(());
        }
        self.budget.proceed()?;
        let bytes = std::mem::take(&mut self.pending);
        match self.page.decode(&bytes) {
            Ok(decoded) => {
                self.malformed |= decoded.lossy;
                self.push(&decoded.text)?;
            }
            // Pages are chosen among those that can be decoded.
            Err(_) => self.push(&String::from_utf8_lossy(&bytes))?,
        }
        self.pending = bytes;
        self.pending.clear();
        Ok(())
    }

    /// The text, all of which stays charged.
    pub(crate) fn finish(&mut self) -> Result<String, Refused> {
        self.flush()?;
        Ok(std::mem::take(&mut self.text))
    }

    /// The text so far, for which nothing stays charged; it begins anew.
    pub(crate) fn take(&mut self) -> Result<String, Refused> {
        let text = self.finish()?;
        self.uncharge(text.len());
        Ok(text)
    }

    /// Drops the text and gives back what was charged for it.
    pub(crate) fn give_up(&mut self) {
        let text = std::mem::take(&mut self.text);
        self.uncharge(text.len());
        self.pending.clear();
        self.high = None;
    }

    fn uncharge(&self, len: usize) {
        self.budget.release(Limit::DecodedBytes, u64::try_from(len).unwrap_or(u64::MAX));
    }

    fn replacement(&mut self) -> Result<(), Refused> {
        self.lone_surrogate = true;
        self.push("\u{FFFD}")
    }

    fn push(&mut self, text: &str) -> Result<(), Refused> {
        self.budget.charge(Limit::DecodedBytes, u64::try_from(text.len()).unwrap_or(u64::MAX))?;
        self.text.push_str(text);
        Ok(())
    }
}

/// Bytes that are decoded together.
const CHUNK: usize = 4096;

#[cfg(test)]
mod tests {
    use super::*;
    use openimsg_base::Limits;

    #[test]
    fn characters_are_whole_though_their_bytes_come_one_by_one() {
        let budget = Budget::default();
        let mut output = Output::new(&budget);
        for byte in *b"\x93\xFA<\x83A" {
            output.bytes(CodePage::SHIFT_JIS, &[byte]).unwrap();
        }
        output.bytes(CodePage::WINDOWS_1252, b"\xE9").unwrap();
        for unit in [0xD83C, 0xDF08, 0x20AC] {
            output.unit(unit).unwrap();
        }
        assert!(!output.malformed && !output.lone_surrogate);
        assert_eq!(output.finish().unwrap(), "日<アé🌈€");
        assert_eq!(budget.used(Limit::DecodedBytes), 3 + 1 + 3 + 2 + 4 + 3);
    }

    #[test]
    fn halves_are_replaced() {
        let budget = Budget::default();
        let mut output = Output::new(&budget);
        for unit in [0xD83C, 0xD83C, 0xDF08, 0xDF08, 0xD83C] {
            output.unit(unit).unwrap();
        }
        output.bytes(CodePage::SHIFT_JIS, b"a\x93").unwrap();
        output.unit(0x41).unwrap();
        assert_eq!(output.finish().unwrap(), "\u{FFFD}🌈\u{FFFD}\u{FFFD}a\u{FFFD}A");
        assert!(output.malformed && output.lone_surrogate);
    }

    #[test]
    fn nothing_stays_charged_for_what_is_given_up() {
        let budget = Budget::new(Limits { decoded_bytes: 10, ..Limits::default() }, None);
        let mut output = Output::new(&budget);
        output.unit(0x20AC).unwrap();
        output.bytes(CodePage::WINDOWS_1252, b"\x80\x80\x80").unwrap();
        let refused = Refused::Limit { limit: Limit::DecodedBytes, max: 10 };
        assert_eq!(output.finish(), Err(refused));
        output.give_up();
        assert_eq!(budget.used(Limit::DecodedBytes), 0);
    }
}
