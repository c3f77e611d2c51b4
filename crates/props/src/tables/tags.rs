//! Property tags under their MAPI names.
use crate::PropTag;
/// x
pub const PR_SUBJECT: PropTag = PropTag(0x0037_001F);
/// x
pub const PR_SUBJECT_A: PropTag = PropTag(0x0037_001E);
/// x
pub const PR_ROWID: PropTag = PropTag(0x3000_0003);
