//! The body of a message: what is stored, what can be derived from it, and which one is best.
//!
//! A message can store its text up to three times: as plain text, as HTML and as RTF, and most
//! files have their HTML only inside of the RTF ([MS-OXRTFEX]). [`Message::read_body`] reads what
//! is there; [`Body::text`] and [`Body::html`] give what Outlook would show, and say where it
//! comes from.

mod charset;
mod inline;
mod markup;
#[cfg(feature = "html")]
mod render;
mod scan;
#[cfg(feature = "html")]
mod tame;

use std::borrow::Cow;

use openimsg_base::{CodePage, Defect, Limit};
use openimsg_props::{PropId, PropType, Text, tags};
use openimsg_rtf::{Kind, Original};
use openimsg_storage::Store;

use crate::{Error, Message};

pub use charset::{HtmlText, ToldBy};
pub use inline::{Disposition, InlineParts};
#[cfg(feature = "html")]
pub use render::{RenderOptions, Rendered};
pub use scan::{Reference, Target, references, target};

/// The form of a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BodyKind {
    /// Plain text.
    Text,
    /// HTML.
    Html,
    /// Rich text in its own right, with no other form inside.
    Rtf,
}

/// A text to show, and where it comes from.
#[derive(Clone, PartialEq, Eq)]
pub struct Shown<'b> {
    /// The text.
    pub text: Cow<'b, str>,
    /// What it was made from.
    pub origin: Origin,
    /// Whether some of what is stored was no valid text.
    pub lossy: bool,
}

/// What a text was made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Origin {
    /// It is stored as such.
    Stored,
    /// The RTF encapsulates it: it is what was there before the RTF.
    Encapsulated,
    /// It is what RTF in its own right shows.
    Rtf,
    /// It was derived from HTML.
    Html,
    /// It was derived from plain text.
    Text,
}

/// What a message stores of its body, decoded.
///
/// `Debug` shows no text.
#[derive(Clone)]
pub struct Body<'s> {
    /// The plain text as stored.
    pub stored_text: Option<Text<'s>>,
    /// The HTML as stored.
    pub stored_html: Option<HtmlText>,
    /// The RTF, decompressed.
    pub rtf: Option<Vec<u8>>,
    /// What the RTF was made from.
    original: Original,
    /// The text that RTF in its own right shows, where no text is stored.
    rtf_text: Option<String>,
    /// The HTML that shows the same as RTF in its own right, where that is the best body.
    rtf_html: Option<String>,
    native: Option<BodyKind>,
    /// Whether the RTF is what Outlook shows, where HTML is stored beside it: it is whole, and said
    /// to be the newer one or the best.
    rtf_first: bool,
    /// How many bytes deriving a text may produce.
    #[cfg(feature = "html")]
    most: u64,
    /// What was wrong with the RTF.
    pub defects: Vec<Defect>,
}

impl<S: Store + ?Sized> Message<'_, S> {
    /// Reads the body in all its forms.
    ///
    /// A form that cannot be read is left out as long as another one is there.
    ///
    /// # Errors
    /// As [`Message::body`], [`Message::html`] and [`Message::rtf`], when no form can be read;
    /// in strict use when any cannot.
    pub fn read_body(&self) -> Result<Body<'_>, Error> {
        let mut failed = Vec::new();
        let strict = self.budget().limits().strict;
        let stored_text = self.body().or_else(|e| keep(&mut failed, e));
        let stored_html = self.stored_html().or_else(|e| keep(&mut failed, e));
        let rtf = self.rtf().or_else(|e| keep(&mut failed, e));
        let (stored_text, stored_html, rtf) = (stored_text?, stored_html?, rtf?);
        let mut defects = Vec::new();
        let (mut original, mut rtf_text, mut shown) = (Original::Rtf, None, None);
        if let Some(decompressed) = rtf {
            defects = decompressed.defects;
            match self.original(&decompressed.rtf, &mut defects) {
                Ok(found) => original = found,
                Err(error) => failed.push(error),
            }
            let has_text = |text: &Text<'_>| !text.text.trim().is_empty();
            if original == Original::Rtf && !stored_text.as_ref().is_some_and(has_text) {
                match self.rtf_as_text(&decompressed.rtf, &mut defects) {
                    Ok(text) => shown = Some(text),
                    Err(error) => failed.push(error),
                }
            }
            rtf_text = Some(decompressed.rtf);
        }
        let stored = self.long(NATIVE_BODY);
        let rtf_in_sync = self.boolean(tags::PR_RTF_IN_SYNC.id()).unwrap_or(false);
        // Whoever wrote RTF that breaks off, or ends before its end, has not written all of it.
        let breaks_off = defects.iter().any(|defect| {
            [openimsg_rtf::UNCLOSED.code, openimsg_rtf::TRAILING.code].contains(&defect.kind.code)
        });
        let mut body = Body {
            stored_text,
            stored_html,
            rtf: rtf_text,
            original,
            rtf_text: shown,
            rtf_html: None,
            native: None,
            rtf_first: (rtf_in_sync || stored == Some(2)) && !breaks_off,
            #[cfg(feature = "html")]
            most: self.budget().limits().decoded_bytes,
            defects,
        };
        body.native = body.best(stored, rtf_in_sync);
        let derives = body.native == Some(BodyKind::Rtf) && body.stored_html.is_none();
        let is_native = |rtf: &&Vec<u8>| derives && openimsg_rtf::kind(rtf) == Kind::Rtf;
        if let Some(rtf) = body.rtf.as_ref().filter(is_native) {
            match self.rtf_as_html(rtf, &mut body.defects) {
                Ok(html) => body.rtf_html = Some(html).filter(|html| !html.is_empty()),
                Err(error) => failed.push(error),
            }
        }
        let nothing = body.native.is_none();
        match failed.into_iter().next().filter(|_| strict || nothing) {
            Some(error) => Err(error),
            None => Ok(body),
        }
    }

    /// The stored HTML as characters; [`Message::html`] has the bytes.
    ///
    /// The page is that of the caller if one is given; else it is told by a byte order mark,
    /// `PidTagInternetCodepage`, a `meta` element, in this order, as far as all bytes are sound
    /// in it.
    ///
    /// # Errors
    /// As [`Message::html`].
    pub fn stored_html(&self) -> Result<Option<HtmlText>, Error> {
        let Some(html) = self.html()? else { return Ok(None) };
        self.afford(tags::PR_HTML, html.bytes.len())?;
        if html.kind == PropType::UNICODE {
            let decoded = charset::in_page(&html.bytes, CodePage::UTF_16LE, ToldBy::PropertyType);
            let text = decoded.text.trim_start_matches('\u{FEFF}').to_owned();
            return Ok(Some(HtmlText { text, ..decoded }));
        }
        if let Some(page) = self.message.forced() {
            return Ok(Some(charset::in_page(&html.bytes, page, ToldBy::Caller)));
        }
        let declared =
            self.long(tags::PR_INTERNET_CPID.id()).and_then(|page| u32::try_from(page).ok());
        let declared = declared.filter(|page| *page != 0).map(CodePage);
        let mut html = charset::decode(&html.bytes, declared, self.code_page());
        while html.text.ends_with('\0') {
            html.text.pop();
        }
        Ok(Some(html))
    }

    /// What RTF was made from, with the defects found on the way.
    fn original(&self, rtf: &[u8], defects: &mut Vec<Defect>) -> Result<Original, Error> {
        let encapsulated = openimsg_rtf::deencapsulate(rtf, self.budget())
            .map_err(|e| self.error(Some(tags::PR_RTF_COMPRESSED), e))?;
        let size = match &encapsulated.original {
            Original::Html(text) | Original::Text(text) => text.len(),
            _ => 0,
        };
        self.settle(size, encapsulated.defects, defects)?;
        Ok(encapsulated.original)
    }

    /// The text that RTF in its own right shows.
    fn rtf_as_text(&self, rtf: &[u8], defects: &mut Vec<Defect>) -> Result<String, Error> {
        let shown = openimsg_rtf::plain_text(rtf, self.budget())
            .map_err(|e| self.error(Some(tags::PR_RTF_COMPRESSED), e))?;
        self.settle(shown.text.len(), shown.defects, defects)?;
        Ok(shown.text)
    }

    /// HTML that shows the same as RTF in its own right. What is wrong with the RTF is listed
    /// once, though two texts may be made of it.
    fn rtf_as_html(&self, rtf: &[u8], defects: &mut Vec<Defect>) -> Result<String, Error> {
        let made = openimsg_rtf::native_html(rtf, self.budget())
            .map_err(|e| self.error(Some(tags::PR_RTF_COMPRESSED), e))?;
        let node = self.entry_number();
        let is_new = |found: &Defect| !defects.contains(&Defect { node, ..*found });
        let found = made.defects.into_iter().filter(is_new).collect();
        self.settle(made.html.len(), found, defects)?;
        Ok(made.html)
    }

    /// The caller owns a decoded text now, and its defects have a place.
    fn settle(
        &self,
        size: usize,
        found: Vec<Defect>,
        defects: &mut Vec<Defect>,
    ) -> Result<(), Error> {
        let budget = self.budget();
        budget.release(Limit::DecodedBytes, u64::try_from(size).unwrap_or(u64::MAX));
        if found.is_empty() {
            return Ok(());
        }
        let node = self.entry_number();
        for defect in found {
            let defect = Defect { node, ..defect };
            let tolerated = budget.tolerate(defect);
            tolerated.map_err(|e| self.error(Some(tags::PR_RTF_COMPRESSED), e))?;
            defects.push(defect);
        }
        Ok(())
    }
}

impl Body<'_> {
    /// The form in which the body was written: the best one, from which the others were derived
    /// ([MS-OXBBODY] 2.1.3.1). Nothing if there is no body.
    #[must_use]
    pub fn native(&self) -> Option<BodyKind> {
        self.native
    }

    /// Whether a form is stored, be it inside of another.
    #[must_use]
    pub fn has(&self, kind: BodyKind) -> bool {
        match kind {
            BodyKind::Text => {
                self.text_as_stored().is_some() || matches!(self.original, Original::Text(_))
            }
            BodyKind::Html => {
                self.stored_html.is_some() || matches!(self.original, Original::Html(_))
            }
            BodyKind::Rtf => self.rtf.is_some(),
        }
    }

    /// The body as plain text: as stored, as the RTF encapsulates or shows
    /// it, or derived from HTML (feature `html`). Nothing if there is none.
    ///
    /// Line ends are those that are stored.
    #[must_use]
    pub fn text(&self) -> Option<Shown<'_>> {
        if let Some(stored) = self.text_as_stored() {
            return Some(Shown::new(stored.as_str(), Origin::Stored, stored.lossy));
        }
        if let Original::Text(text) = &self.original {
            return Some(Shown::new(text, Origin::Encapsulated, false));
        }
        let rtf_text = self.rtf_text.as_ref().filter(|text| !text.trim().is_empty());
        if let Some(text) = rtf_text.filter(|_| self.stored_html.is_none()) {
            return Some(Shown::new(text, Origin::Rtf, false));
        }
        #[cfg(feature = "html")]
        if let Some(html) = self.html_as_written() {
            let text = render::to_text(&html.text, self.most)?;
            return Some(Shown { text: text.into(), origin: Origin::Html, lossy: html.lossy });
        }
        None
    }

    /// Whether the body is RTF in its own right that was read and shows no text, as that of many
    /// appointments ([MS-OXBBODY] 2.1.3.1). False where text is stored beside it.
    #[must_use]
    pub fn is_blank_rtf(&self) -> bool {
        self.rtf_text.as_ref().is_some_and(|text| text.trim().is_empty())
    }

    /// The body as HTML: that which Outlook would show. As stored, as the RTF encapsulates it,
    /// derived from what RTF in its own right shows where that is the best body, or derived from
    /// plain text. Nothing if there is no body.
    ///
    /// It is HTML of strangers: before a browser sees it, it must be sanitised, see
    /// `Message::render_html`.
    #[must_use]
    pub fn html(&self) -> Option<Shown<'_>> {
        if let Some(html) = self.html_as_written() {
            return Some(html);
        }
        if let Some(html) = &self.rtf_html {
            return Some(Shown::new(html, Origin::Rtf, false));
        }
        let text = self.text()?;
        Some(Shown { text: html_of_text(&text.text).into(), origin: Origin::Text, ..text })
    }

    /// The HTML that the RTF encapsulates, if it does.
    #[must_use]
    pub fn encapsulated_html(&self) -> Option<&str> {
        match &self.original {
            Original::Html(html) => Some(html),
            _ => None,
        }
    }

    /// HTML that was HTML from the beginning.
    fn html_as_written(&self) -> Option<Shown<'_>> {
        let stored = self.stored_html.as_ref();
        let stored = stored.map(|html| Shown::new(&html.text, Origin::Stored, html.lossy));
        let encapsulated = self.encapsulated_html();
        let encapsulated = encapsulated.map(|html| Shown::new(html, Origin::Encapsulated, false));
        if self.rtf_first { encapsulated.or(stored) } else { stored.or(encapsulated) }
    }

    /// An empty text beside another body is none.
    fn text_as_stored(&self) -> Option<&Text<'_>> {
        let others = self.stored_html.is_some() || self.rtf.is_some();
        self.stored_text.as_ref().filter(|text| !others || !text.text.trim().is_empty())
    }

    /// The best body ([MS-OXBBODY] 2.1.3.1). RTF that only carries another form is that form.
    fn best(&self, stored: Option<i32>, rtf_in_sync: bool) -> Option<BodyKind> {
        let (text, html, rtf) =
            (self.stored_text.is_some(), self.stored_html.is_some(), self.rtf.is_some());
        let stored = match stored {
            Some(1) if text => Some(BodyKind::Text),
            Some(2) if rtf => Some(BodyKind::Rtf),
            Some(3) if self.has(BodyKind::Html) => Some(BodyKind::Html),
            _ => None,
        };
        let inside = match &self.original {
            Original::Html(_) => BodyKind::Html,
            Original::Text(_) => BodyKind::Text,
            _ => BodyKind::Rtf,
        };
        let stored = match stored {
            Some(BodyKind::Rtf) => Some(inside),
            other => other,
        };
        stored.or(match (html, rtf) {
            (true, true) if rtf_in_sync && inside == BodyKind::Rtf => Some(BodyKind::Rtf),
            (true, _) => Some(BodyKind::Html),
            (false, true) if rtf_in_sync || !text || inside == BodyKind::Html => Some(inside),
            _ => text.then_some(BodyKind::Text),
        })
    }
}

impl<'b> Shown<'b> {
    fn new(text: &'b str, origin: Origin, lossy: bool) -> Self {
        Shown { text: Cow::Borrowed(text), origin, lossy }
    }
}

/// `PidTagNativeBody` ([MS-OXBBODY] 2.1.1.1): 1 text, 2 RTF, 3 HTML.
const NATIVE_BODY: PropId = PropId(0x1016);

/// Plain text as a piece of HTML: what is markup is escaped, line ends are kept.
fn html_of_text(text: &str) -> String {
    let mut html = String::with_capacity(text.len().saturating_add(64));
    html.push_str("<pre style=\"white-space:pre-wrap;font-family:inherit\">");
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '\r' => {}
            c => html.push(c),
        }
    }
    html.push_str("</pre>");
    html
}

fn keep<T>(failed: &mut Vec<Error>, error: Error) -> Result<Option<T>, Error> {
    failed.push(error);
    Ok(None)
}

impl std::fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Shown")
            .field("bytes", &self.text.len())
            .field("origin", &self.origin)
            .field("lossy", &self.lossy)
            .finish()
    }
}

impl std::fmt::Debug for Body<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Body")
            .field("native", &self.native)
            .field("stored_text", &self.stored_text.as_ref().map(|text| text.text.len()))
            .field("stored_html", &self.stored_html)
            .field("rtf", &self.rtf.as_ref().map(Vec::len))
            .field("original", &self.original)
            .finish_non_exhaustive()
    }
}
