//! What can be wrong in a file that is read all the same.

use std::fmt;

/// One kind of defect, declared as a `static` by the crate that finds it and listed in that
/// crate's `DEFECTS`.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct DefectKind {
    /// A stable, searchable name such as `cfb-tree-link`.
    pub code: &'static str,
    /// The section that is broken, such as `[MS-CFB] 2.6.4`.
    pub spec: &'static str,
    /// One sentence for people: what is wrong and what the reader does about it.
    pub what: &'static str,
}

/// Declares a crate's kinds of defect: each a public static, and all of them as `DEFECTS`.
///
/// ```
/// openimsg_base::defects! {
///     /// `offset` is the number found.
///     COUNT = "demo-count", "[MS-DEMO] 2.1", "a number is wrong; what is there counts";
/// }
/// assert_eq!(DEFECTS, [&COUNT]);
/// ```
#[macro_export]
macro_rules! defects {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $spec:literal, $what:literal;)*) => {
        $(
            #[doc = concat!("`", $code, "`: ", $what, ".")]
            ///
            $(#[$doc])*
            pub static $name: $crate::DefectKind =
                $crate::DefectKind { code: $code, spec: $spec, what: $what };
        )*
        /// All kinds of defect that this crate reports.
        pub static DEFECTS: &[&$crate::DefectKind] = &[$(&$name),*];
    };
}

/// Something wrong in a file that did not stop the reader.
///
/// It is of fixed size and holds no text of the message, so a hostile file cannot make a list
/// of defects large, and a log of them gives nothing away.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Defect {
    /// What is wrong.
    pub kind: &'static DefectKind,
    /// The directory entry of the storage or stream it is in ([MS-CFB] 2.6.1), 0 for the file.
    pub node: u32,
    /// Where: a byte offset, or the number (tag, index, sector) that is wrong, as `kind` says.
    pub offset: u64,
}

impl Defect {
    /// A defect of `kind` in directory entry `node` at `offset`.
    #[must_use]
    pub fn new(kind: &'static DefectKind, node: u32, offset: u64) -> Self {
        Defect { kind, node, offset }
    }
}

impl fmt::Debug for Defect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (entry {}, {:#x})", self.kind.code, self.node, self.offset)
    }
}

impl fmt::Display for Defect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}: {} ({}, entry {}, at {:#x})",
            self.kind.code, self.kind.what, self.kind.spec, self.node, self.offset
        )
    }
}
