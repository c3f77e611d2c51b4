//! From RTF to the text that it shows.

use std::fmt;

use openimsg_base::{Budget, Defect};

use crate::Error;
use crate::reader::{Wanted, read};

/// The text that RTF shows, and what was wrong. `Debug` shows the length of the text only.
#[derive(Clone, PartialEq, Eq)]
pub struct PlainText {
    /// The text, with CR LF line ends.
    pub text: String,
    /// At most one of each of [`DEFECTS`](crate::DEFECTS), in their order. `node` is 0: where
    /// the RTF came from is for the caller to say.
    pub defects: Vec<Defect>,
}

impl fmt::Debug for PlainText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let PlainText { text, defects } = self;
        f.debug_struct("PlainText").field("bytes", &text.len()).field("defects", defects).finish()
    }
}

/// The text that `rtf` shows to a reader who knows nothing of HTML in it: paragraphs, lines and
/// rows of tables end with CR LF, cells with a tab, and the bullets of lists are what the RTF
/// says. Pictures, objects, fields' instructions, page headers and hidden text are left out.
///
/// What [`deencapsulate()`](crate::deencapsulate()) gives is nearer to the original where there is one; this
/// is for RTF in its own right. Budget, time and defects are as there.
///
/// ```
/// use openimsg_base::Budget;
/// let rtf = br"{\rtf1\ansi{\fonttbl{\f0 Arial;}}\pard na\'efve {\b text}\par {\pict 00}next}";
/// let shown = openimsg_rtf::plain_text(rtf, &Budget::default()).unwrap();
/// assert_eq!(shown.text, "naïve text\r\nnext");
/// ```
///
/// # Errors
/// [`Error::Refused`] if the budget refuses; nothing stays charged then.
pub fn plain_text(rtf: &[u8], budget: &Budget) -> Result<PlainText, Error> {
    let (text, defects) = read(rtf, Wanted::Text, budget)?;
    Ok(PlainText { text, defects })
}
