//! From RTF to the HTML or plain text that it encapsulates.

use std::fmt;

use openimsg_base::{Budget, Defect};

use crate::reader::{Wanted, read};
use crate::{Error, Kind, kind};

/// What RTF encapsulates, and what was wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Encapsulated {
    /// What the RTF was made from.
    pub original: Original,
    /// At most one of each of [`DEFECTS`](crate::DEFECTS), in their order. `node` is 0: where
    /// the RTF came from is for the caller to say.
    pub defects: Vec<Defect>,
}

/// What RTF was made from. `Debug` shows the length of the text only.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Original {
    /// HTML, with CR LF line ends as a rule. It is text here, whatever charset it declares.
    Html(String),
    /// Plain text, with CR LF line ends.
    Text(String),
    /// Nothing else: this is RTF in its own right.
    Rtf,
}

impl fmt::Debug for Original {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Original::Html(html) => write!(f, "Html({} bytes)", html.len()),
            Original::Text(text) => write!(f, "Text({} bytes)", text.len()),
            Original::Rtf => f.write_str("Rtf"),
        }
    }
}

/// Gives back the HTML or plain text that `rtf` encapsulates ([MS-OXRTFEX] 2.1.3).
///
/// The length of the text in UTF-8 is charged to `budget` as
/// [`Limit::DecodedBytes`](openimsg_base::Limit::DecodedBytes). Time is proportional to the
/// length of `rtf`; beside the text, at most 200 KiB and some bytes for each font are in use.
/// Text that is all escapes takes about four times as long by the byte as other text: there each
/// character is a token or two of its own, instead of one token for a run of them, and where bytes
/// and `\uN` take turns, a decoder of a code page is called for every few bytes.
/// Defects are returned and not recorded; strict callers put each to [`Budget::tolerate`].
///
/// ```
/// use openimsg_base::Budget;
/// use openimsg_rtf::{Original, deencapsulate};
/// let rtf = br"{\rtf1\ansi\fromhtml1{\*\htmltag84 <b>}\htmlrtf{\b\htmlrtf0 a & b
/// {\*\htmltag92 </b>}\htmlrtf}\htmlrtf0}";
/// let html = deencapsulate(rtf, &Budget::default()).unwrap().original;
/// assert_eq!(html, Original::Html("<b>a &amp; b</b>".to_owned()));
/// ```
///
/// # Errors
/// [`Error::Refused`] if the budget refuses; nothing stays charged then.
pub fn deencapsulate(rtf: &[u8], budget: &Budget) -> Result<Encapsulated, Error> {
    let (made, wanted): (fn(String) -> Original, _) = match kind(rtf) {
        Kind::Html => (Original::Html, Wanted::OriginalHtml),
        Kind::Text => (Original::Text, Wanted::OriginalText),
        Kind::Rtf => return Ok(Encapsulated { original: Original::Rtf, defects: Vec::new() }),
    };
    let (text, defects) = read(rtf, wanted, budget)?;
    Ok(Encapsulated { original: made(text), defects })
}
