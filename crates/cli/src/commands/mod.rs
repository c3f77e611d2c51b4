//! One module a command.

pub(crate) mod check;
pub(crate) mod dump;
pub(crate) mod extract;
pub(crate) mod props;
pub(crate) mod shell;
pub(crate) mod show;
pub(crate) mod tree;
