//! Code pages (being written).

/// A Windows code page number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CodePage(pub u32);
