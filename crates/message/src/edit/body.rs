//! The bodies of a message, kept in agreement: text, HTML and RTF ([MS-OXBBODY]).

use openimsg_base::CodePage;
use openimsg_props::{PropId, PropType, tags};

use super::MessageEdit;
use super::computed::UTF_8;
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
        self.set_text(tags::PR_BODY, text)?;
        self.delete_all(&HTML_IDS)?;
        self.delete_all(&RTF_IDS)?;
        self.set(tags::PR_NATIVE_BODY_INFO, PLAIN)
    }

    /// Sets HTML as the body, with the plain text beside it for those who show no HTML; without
    /// such a text none is stored.
    ///
    /// The HTML is stored in the code page that PR_INTERNET_CPID says, or in UTF-8 if that page
    /// lacks a character. A `charset` that it declares itself is not looked at: it should be the
    /// same, or none.
    ///
    /// # Errors
    /// As [`ObjectEdit::set`](super::ObjectEdit::set).
    pub fn set_html_body(&mut self, html: &str, text: Option<&str>) -> Result<(), Error> {
        let declared = self.long(tags::PR_INTERNET_CPID.id()).map(i32::cast_unsigned);
        let declared = declared.map(CodePage).filter(|page| page.is_supported());
        let encoded = declared.and_then(|page| Some((page, page.encode(html).ok()?)));
        let (page, bytes) = encoded.unwrap_or((CodePage(UTF_8), html.as_bytes().into()));
        self.delete_all(&HTML_IDS)?;
        self.delete_all(&RTF_IDS)?;
        self.set_content(HTML_BYTES, bytes.into_owned())?;
        self.set(tags::PR_INTERNET_CPID, page.0.cast_signed())?;
        self.set(tags::PR_NATIVE_BODY_INFO, HTML)?;
        self.set_text(tags::PR_BODY, text.unwrap_or_default())
    }

    /// Sets RTF that is [compressed](openimsg_rtf) already as the body, with the plain text that
    /// is the same beside it. HTML goes away.
    ///
    /// # Errors
    /// As [`ObjectEdit::set`](super::ObjectEdit::set).
    pub fn set_compressed_rtf_body(
        &mut self,
        compressed: impl Into<Vec<u8>>,
        text: Option<&str>,
    ) -> Result<(), Error> {
        self.delete_all(&HTML_IDS)?;
        self.set_content(tags::PR_RTF_COMPRESSED, compressed.into())?;
        self.set(tags::PR_RTF_IN_SYNC, text.is_some())?;
        self.set(tags::PR_NATIVE_BODY_INFO, RTF)?;
        self.set_text(tags::PR_BODY, text.unwrap_or_default())
    }

    fn delete_all(&mut self, ids: &[PropId]) -> Result<(), Error> {
        for id in ids {
            self.delete(*id)?;
        }
        Ok(())
    }
}

/// PR_HTML, which Outlook stores as bytes.
const HTML_BYTES: openimsg_props::PropTag = tags::PR_BODY_HTML.with_kind(PropType::BINARY);
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
