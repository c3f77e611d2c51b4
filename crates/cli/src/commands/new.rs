//! `openimsg new`: a message from options and files.

use std::process::ExitCode;

use openimsg::FileEdit;
use openimsg::edit::{Options, State, Strings, TEMPLATE_CLSID};

use super::compose;
use crate::args::Common;
use crate::args::compose::New;

/// Makes a message.
///
/// # Errors
/// When something given cannot be read or stored, or the message cannot be saved: then there is
/// no file.
pub(crate) fn run(common: &Common, new: &New) -> anyhow::Result<ExitCode> {
    let strings = new.ansi.map_or(Strings::Unicode, Strings::Ansi);
    let options = compose::options(common, new.content.replace_misfits);
    let mut message = FileEdit::create(Options { strings, ..options })?;
    if new.template {
        message.set_class_id(TEMPLATE_CLSID)?;
    }
    // What nobody has sent or received is a draft.
    message.set_state(State::Draft)?;
    compose::fill(&mut message, &new.content)?;
    compose::save_new(message, &new.output, new.force)?;
    Ok(ExitCode::SUCCESS)
}
