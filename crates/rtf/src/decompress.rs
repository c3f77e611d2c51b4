//! From the stored form to RTF.

use std::fmt;

use openimsg_base::{Budget, Defect, DefectKind, Limit};

use crate::lzfu::{self, Decoder, Next, SLACK};
use crate::{COMP_SIZE, CRC, CompType, Error, Header, NO_END, RAW_SIZE, UNWRITTEN, crc};

/// RTF, and what was wrong with its stored form. `Debug` shows the length of the text only.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Decompressed {
    /// The RTF as it was before compression, with the NUL at its end if it has one.
    pub rtf: Vec<u8>,
    /// At most one of each of [`DEFECTS`](crate::DEFECTS), in their order. `node` is 0: where
    /// the input came from is for the caller to say.
    pub defects: Vec<Defect>,
}

impl fmt::Debug for Decompressed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Decompressed { rtf, defects } = self;
        f.debug_struct("Decompressed").field("bytes", &rtf.len()).field("defects", defects).finish()
    }
}

/// Decompresses `input`, the value of `PidTagRtfCompressed` ([MS-OXRTFCP] 2.2).
///
/// The length of the RTF is charged to `budget` as [`Limit::DecodedBytes`]. Defects are returned
/// and not recorded; strict callers put each to [`Budget::tolerate`].
///
/// # Errors
/// [`Error`] if the header cannot be read or declares more than the input can yield, or if the
/// budget refuses; nothing is charged then.
pub fn decompress(input: &[u8], budget: &Budget) -> Result<Decompressed, Error> {
    let mut rtf = Vec::new();
    let defects = decompress_into(input, budget, &mut rtf)?;
    Ok(Decompressed { rtf, defects })
}

/// As [`decompress`], into a buffer that the caller keeps; what it held is dropped.
///
/// # Errors
/// As [`decompress`]; `rtf` is empty then.
pub fn decompress_into(
    input: &[u8],
    budget: &Budget,
    rtf: &mut Vec<u8>,
) -> Result<Vec<Defect>, Error> {
    rtf.clear();
    let (header, contents) = Header::parse(input)?;
    let declared = contents.get(..header.contents_len()).unwrap_or(contents);

    let mut defects = Vec::new();
    let mut check = |holds: bool, kind: &'static DefectKind, at: u64| {
        if !holds {
            defects.push(Defect::new(kind, 0, at));
        }
    };
    let comp_size = u64::from(header.comp_size);
    let raw_size = u64::from(header.raw_size);
    check(comp_size == wide(contents.len()).saturating_add(12), &COMP_SIZE, comp_size);
    match header.comp_type {
        CompType::LZFU => {
            let max = wide(lzfu::max_text(input.len()));
            if raw_size > max {
                return Err(Error::RawSize { max, found: header.raw_size });
            }
            let (decoder, end) = decode(contents, header.raw_size, budget, rtf)?;
            check(raw_size == wide(rtf.len()), &RAW_SIZE, raw_size);
            check(header.crc == crc(declared), &CRC, header.crc.into());
            let in_input = |at: usize| wide(at.saturating_add(Header::LEN));
            check(end.is_some(), &NO_END, in_input(decoder.read));
            let unwritten = decoder.unwritten.map(in_input);
            check(unwritten.is_none(), &UNWRITTEN, unwritten.unwrap_or_default());
        }
        CompType::MELA => {
            budget.charge(Limit::DecodedBytes, wide(declared.len()))?;
            rtf.extend_from_slice(declared);
            // Outlook stores COMPSIZE in both fields.
            check(raw_size == wide(rtf.len()) || raw_size == comp_size, &RAW_SIZE, raw_size);
            check(header.crc == 0, &CRC, header.crc.into());
        }
        found => return Err(Error::CompType { found }),
    }
    Ok(defects)
}

/// Decodes `contents` into `rtf`, up to the end mark if there is one.
///
/// RAWSIZE says how much space is wanted at first. It is believed as far as the input could
/// yield that much; if it was too small, space grows as the text does.
fn decode(
    contents: &[u8],
    raw_size: u32,
    budget: &Budget,
    rtf: &mut Vec<u8>,
) -> Result<(Decoder, Option<Next>), Error> {
    let most = lzfu::max_text(contents.len());
    let mut space = usize::try_from(raw_size).unwrap_or(usize::MAX).min(most);
    budget.charge(Limit::DecodedBytes, wide(space))?;
    reserve(rtf, space);
    let mut decoder = Decoder::default();
    let end = loop {
        let next = decoder.group(contents, rtf);
        if decoder.written > space {
            let wanted = space.saturating_mul(2).min(most).max(decoder.written);
            let more = wide(wanted.saturating_sub(space));
            budget.charge(Limit::DecodedBytes, more).inspect_err(|_| {
                budget.release(Limit::DecodedBytes, wide(space));
                rtf.clear();
            })?;
            space = wanted;
            reserve(rtf, space);
        }
        if next != Some(Next::Group) {
            break next;
        }
    };
    budget.release(Limit::DecodedBytes, wide(space.saturating_sub(decoder.written)));
    rtf.truncate(decoder.written);
    Ok((decoder, end))
}

/// Makes room for `space` bytes of text and the decoder's slack.
fn reserve(rtf: &mut Vec<u8>, space: usize) {
    let len = space.saturating_add(SLACK);
    if rtf.is_empty() && rtf.capacity() < len {
        *rtf = vec![0; len]; // memory that the system hands out zeroed is not zeroed again
    } else {
        rtf.resize(len, 0);
    }
}

fn wide(len: usize) -> u64 {
    u64::try_from(len).unwrap_or(u64::MAX)
}
