//! From RTF in its own right to HTML that shows the same.

use std::fmt;

use openimsg_base::{Budget, Defect};

use crate::Error;
use crate::reader::{Wanted, read};

/// HTML made of RTF, and what was wrong. `Debug` shows the length of the HTML only.
#[derive(Clone, PartialEq, Eq)]
pub struct NativeHtml {
    /// The HTML, a whole document with CR LF line ends; empty if the RTF shows nothing.
    pub html: String,
    /// At most one of each of [`DEFECTS`](crate::DEFECTS), in their order. `node` is 0: where
    /// the RTF came from is for the caller to say.
    pub defects: Vec<Defect>,
}

impl fmt::Debug for NativeHtml {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let NativeHtml { html, defects } = self;
        f.debug_struct("NativeHtml").field("bytes", &html.len()).field("defects", defects).finish()
    }
}

/// Makes simple HTML of what `rtf` shows to a reader who knows nothing of HTML in it.
///
/// What is kept: paragraphs and lines, bold, italic, underlined, struck, raised and lowered type,
/// colours of text and behind it, lists up to nine levels, tables up to four inside each other, and
/// links. What [`plain_text()`](crate::plain_text()) leaves out is left out here as well, and so
/// are fonts, sizes and margins. All that is text is escaped, and every element is closed where it
/// must be, whatever the RTF says. Addresses of links are those of the RTF, of whatever kind: it is
/// HTML of strangers, to be sanitised before it is shown.
///
/// The HTML has at most 50 bytes for each byte of `rtf`, and 256 more, all of them charged to
/// `budget`. Time and defects are as with [`deencapsulate()`](crate::deencapsulate()), which is for
/// RTF that was made of HTML.
///
/// ```
/// use openimsg_base::Budget;
/// let rtf = br"{\rtf1\ansi\pard na\'efve & {\b bold}\par}";
/// let made = openimsg_rtf::native_html(rtf, &Budget::default()).unwrap();
/// assert!(made.html.contains("<p style=\"margin:0\">naïve &amp; <b>bold</b></p>"));
/// ```
///
/// # Errors
/// [`Error::Refused`] if the budget refuses; nothing stays charged then.
pub fn native_html(rtf: &[u8], budget: &Budget) -> Result<NativeHtml, Error> {
    let (html, defects) = read(rtf, Wanted::Html, budget)?;
    Ok(NativeHtml { html, defects })
}
