//! One module a command.

mod attributes;
pub(crate) mod check;
mod compose;
pub(crate) mod diff;
pub(crate) mod dump;
pub(crate) mod edit;
pub(crate) mod extract;
pub(crate) mod new;
pub(crate) mod props;
pub(crate) mod render;
pub(crate) mod shell;
pub(crate) mod show;
pub(crate) mod tree;
