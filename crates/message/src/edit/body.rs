//! The bodies of a message, kept in agreement: text, HTML and RTF ([MS-OXBBODY]).

use openimsg_base::{CodePage, Limit};
use openimsg_props::{PropId, PropTag, PropType, tags};

use super::computed::{UNSENT, UTF_8};
use super::{MessageEdit, ObjectEdit};
use crate::Error;

/// Values of PR_NATIVE_BODY_INFO ([MS-OXPROPS], `PidTagNativeBody`).
const PLAIN: i32 = 1;
const RTF: i32 = 2;
const HTML: i32 = 3;

impl MessageEdit {
    /// Sets the plain text as the only body: HTML and RTF go away, since Outlook would show them
    /// instead.
    ///
    /// # Errors
    /// As [`ObjectEdit::set`](super::ObjectEdit::set).
    pub fn set_text_body(&mut self, text: &str) -> Result<(), Error> {
        ObjectEdit::all_or_nothing(self, |own| {
            own.set_text(tags::PR_BODY, text)?;
            own.delete_all(&HTML_IDS)?;
            own.delete_all(&RTF_IDS)?;
            own.set(tags::PR_NATIVE_BODY_INFO, PLAIN)
        })
    }

    /// Sets HTML as the body, with the plain text beside it for those who show no HTML; without
    /// such a text it is made from the HTML. RTF goes away, but a draft gets RTF that holds the
    /// same HTML when it is [finished](MessageEdit::finish), since Outlook edits nothing else.
    ///
    /// The HTML is stored in the code page that PR_INTERNET_CPID says, or in UTF-8 if that page
    /// lacks a character. A `charset` that it declares itself is not looked at: it should be the
    /// same, or none.
    ///
    /// # Errors
    /// As [`ObjectEdit::set`](super::ObjectEdit::set).
    pub fn set_html_body(&mut self, html: &str, text: Option<&str>) -> Result<(), Error> {
        let made = match text {
            Some(_) => None,
            None => Some(self.text_of_rtf(&self.rtf_of(html))?),
        };
        let text = text.or(made.as_deref()).unwrap_or_default();
        let declared = self.long(tags::PR_INTERNET_CPID.id()).map(i32::cast_unsigned);
        let declared = declared.map(CodePage).filter(|page| page.is_supported());
        let encoded = declared.and_then(|page| Some((page, page.encode(html).ok()?)));
        let (page, bytes) = encoded.unwrap_or((CodePage(UTF_8), html.as_bytes().into()));
        ObjectEdit::all_or_nothing(self, |own| {
            own.delete_all(&HTML_IDS)?;
            own.delete_all(&RTF_IDS)?;
            own.set_content(HTML_BYTES, bytes.into_owned())?;
            own.set_html_page(page)?;
            own.set(tags::PR_NATIVE_BODY_INFO, HTML)?;
            own.set_text(tags::PR_BODY, text)
        })
    }

    /// Sets RTF as the body, with the plain text that is the same beside it; without such a text
    /// it is made from the RTF. HTML goes away.
    ///
    /// # Errors
    /// [`Problem::Rtf`](crate::Problem::Rtf) when the text would be more than
    /// [`Limits::decoded_bytes`](openimsg_base::Limits::decoded_bytes), and as
    /// [`ObjectEdit::set`](super::ObjectEdit::set).
    pub fn set_rtf_body(&mut self, rtf: &[u8], text: Option<&str>) -> Result<(), Error> {
        let made = match text {
            Some(_) => None,
            None => Some(self.text_of_rtf(rtf)?),
        };
        let text = text.or(made.as_deref()).unwrap_or_default();
        ObjectEdit::all_or_nothing(self, |own| {
            own.delete_all(&HTML_IDS)?;
            own.delete_all(&RTF_IDS)?;
            own.put_rtf(rtf)?;
            own.set(tags::PR_NATIVE_BODY_INFO, RTF)?;
            own.set_text(tags::PR_BODY, text)
        })
    }

    /// A draft with HTML has RTF that holds it, since Outlook edits nothing else.
    pub(super) fn compute_rtf(&mut self) -> Result<(), Error> {
        let flags = self.long(tags::PR_MESSAGE_FLAGS.id()).unwrap_or(0).cast_unsigned();
        let lacks_rtf = self.is_touched(HTML_BYTES.id())
            && self.has(HTML_BYTES.id())
            && !self.has(tags::PR_RTF_COMPRESSED.id());
        if flags & UNSENT == 0 || !lacks_rtf {
            return Ok(());
        }
        let Ok(Some(bytes)) = self.raw(HTML_BYTES) else { return Ok(()) };
        let page = self.long(tags::PR_INTERNET_CPID.id()).map(i32::cast_unsigned);
        let page = CodePage(page.unwrap_or(UTF_8));
        // What does not decode was put in as bytes by someone who knows why.
        let Some(html) = page.decode_strict(&bytes) else { return Ok(()) };
        let rtf = self.rtf_of(&html);
        self.put_rtf(&rtf)
    }

    /// Sets the page of the HTML. Where that alone has said the page of 8-bit text too, or may
    /// have, PR_MESSAGE_CODEPAGE says it from now on.
    fn set_html_page(&mut self, page: CodePage) -> Result<(), Error> {
        let page = page.0.cast_signed();
        if self.long(tags::PR_INTERNET_CPID.id()) == Some(page) {
            return Ok(());
        }
        let own = self.text.page.0.cast_signed();
        let is_narrow =
            |tag: PropTag| matches!(tag.kind(), PropType::STRING8 | PropType::MV_STRING8);
        let has_narrow = self.list().any(|(tag, _)| is_narrow(tag));
        if has_narrow && self.long(tags::PR_MESSAGE_CODEPAGE.id()) != Some(own) {
            self.set(tags::PR_MESSAGE_CODEPAGE, own)?;
        }
        self.set(tags::PR_INTERNET_CPID, page)
    }

    fn put_rtf(&mut self, rtf: &[u8]) -> Result<(), Error> {
        self.set_content(tags::PR_RTF_COMPRESSED, openimsg_rtf::compress(rtf))?;
        self.set(tags::PR_RTF_IN_SYNC, true)
    }

    fn rtf_of(&self, html: &str) -> Vec<u8> {
        let mut options = openimsg_rtf::Options::default();
        if !self.is_unicode() {
            options.code_page = self.text.page;
        }
        openimsg_rtf::encapsulate_html(html, &options)
    }

    fn text_of_rtf(&self, rtf: &[u8]) -> Result<String, Error> {
        let plain = openimsg_rtf::plain_text(rtf, &self.shared.budget);
        let plain = plain.map_err(|e| self.error(Some(tags::PR_BODY), e))?;
        // The caller owns the text now.
        let size = u64::try_from(plain.text.len()).unwrap_or(u64::MAX);
        self.shared.budget.release(Limit::DecodedBytes, size);
        Ok(plain.text)
    }

    fn delete_all(&mut self, ids: &[PropId]) -> Result<(), Error> {
        for id in ids {
            self.delete(*id)?;
        }
        Ok(())
    }
}

/// PR_HTML, which Outlook stores as bytes.
const HTML_BYTES: PropTag = tags::PR_BODY_HTML.with_kind(PropType::BINARY);
const HTML_IDS: [PropId; 1] = [tags::PR_BODY_HTML.id()];

/// The RTF, and what says how it goes with the text ([MS-OXCMSG] 2.2.1.48).
const RTF_IDS: [PropId; 7] = [
    tags::PR_RTF_COMPRESSED.id(),
    tags::PR_RTF_IN_SYNC.id(),
    PropId(0x1006), // PidTagRtfSyncBodyCrc
    PropId(0x1007), // PidTagRtfSyncBodyCount
    PropId(0x1008), // PidTagRtfSyncBodyTag
    PropId(0x1010), // PidTagRtfSyncPrefixCount
    PropId(0x1011), // PidTagRtfSyncTrailingCount
];
