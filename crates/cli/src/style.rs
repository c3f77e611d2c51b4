//! The few colours. They are always written, and taken out where there is no terminal.

use anstyle::{AnsiColor, Style};

/// What a line is about.
pub(crate) const HEADING: Style = Style::new().bold();
/// What to look at first.
pub(crate) const NAME: Style = AnsiColor::Cyan.on_default();
/// What may be passed over.
pub(crate) const DIM: Style = Style::new().dimmed();
/// What is wrong with a file.
pub(crate) const BAD: Style = AnsiColor::Yellow.on_default();
/// What went wrong.
pub(crate) const ERROR: Style = AnsiColor::Red.on_default().bold();
