//! RTF as Outlook stores it: compressed ([MS-OXRTFCP]), and as a rule made of HTML or plain text
//! that can be had back ([MS-OXRTFEX]).
//!
//! | from | to | |
//! |---|---|---|
//! | `PidTagRtfCompressed` (0x1009) | RTF | [`decompress`], [`decompress_into`] |
//! | RTF | `PidTagRtfCompressed` | [`compress`], [`store`] |
//! | RTF | the HTML or text in it | [`deencapsulate()`], [`kind()`] |
//! | RTF | what it shows in its own right | [`native_html()`], [`plain_text()`] |
//! | HTML, text | RTF | [`encapsulate_html`], [`encapsulate_text`] |
//!
//! ```
//! use openimsg_base::Budget;
//! use openimsg_rtf::{Options, Original, compress, decompress, deencapsulate, encapsulate_html};
//! let html = "<p>All work &amp; no play</p>".to_owned();
//! let stored = compress(&encapsulate_html(&html, &Options::default()));
//!
//! let budget = Budget::default();
//! let rtf = decompress(&stored, &budget).unwrap().rtf;
//! assert_eq!(deencapsulate(&rtf, &budget).unwrap().original, Original::Html(html));
//! ```
//!
//! RTF is bytes, not text: what is not ASCII in it is in the code pages that it names itself. A
//! NUL at the end, which one text in seven has, is kept by [`decompress`].
//!
//! # Untrusted input
//! Every direction is one pass over the input, without recursion. Decompression writes at most
//! eight bytes for each byte read. Space is charged to the caller's budget before it is
//! reserved, and never reserved beyond those eight bytes, whatever the header declares; of groups
//! inside groups, 10,000 are told apart. Wrong sizes and checksums, input that ends too early, and
//! bytes that are no text are [`DEFECTS`]: what can be read is read all the same.

mod compress;
mod crc;
mod decompress;
mod deencapsulate;
mod defects;
mod encapsulate;
mod fonts;
mod header;
mod html;
mod kind;
mod lzfu;
mod markup;
mod native_html;
mod output;
mod plain_text;
mod reader;
mod token;

use openimsg_base::Refused;

pub use compress::{compress, store};
pub use crc::crc;
pub use decompress::{Decompressed, decompress, decompress_into};
pub use deencapsulate::{Encapsulated, Original, deencapsulate};
pub use defects::*;
pub use encapsulate::{Options, encapsulate_html, encapsulate_text};
pub use header::{CompType, Header};
pub use kind::{Kind, kind};
pub use native_html::{NativeHtml, native_html};
pub use plain_text::{PlainText, plain_text};

/// Why compressed RTF could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The input is shorter than its header ([MS-OXRTFCP] 2.1.3.1.1).
    #[error("compressed RTF header at 0x0: 16 bytes expected, {found} found")]
    TooShort {
        /// Length of the input in bytes.
        found: usize,
    },
    /// The compression is not one of the two that exist.
    #[error("compressed RTF header, COMPTYPE at 0x8: LZFu or MELA expected, {found} found")]
    CompType {
        /// The stored value.
        found: CompType,
    },
    /// The declared size is more than the input can yield.
    #[error("compressed RTF header, RAWSIZE at 0x4: at most {max} expected, {found} found")]
    RawSize {
        /// Eight times the length of the input.
        max: u64,
        /// The stored value.
        found: u32,
    },
    /// The budget stopped the work.
    #[error(transparent)]
    Refused(#[from] Refused),
}
