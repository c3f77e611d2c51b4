//! `openimsg new`: a message from options and files.

use std::process::ExitCode;

use openimsg::edit::{Options, State, Strings, TEMPLATE_CLSID};
use openimsg::{FileEdit, Session};

use super::compose;
use crate::args::Common;
use crate::args::compose::New;
use crate::session::{change_a_file, stop_on_interrupt};

/// Makes a message.
///
/// # Errors
/// When something given cannot be read or stored, or the message cannot be saved: then there is
/// no file.
pub(crate) fn run(common: &Common, new: &New) -> anyhow::Result<ExitCode> {
    change_a_file(common, |session, scope| make(common, new, session, scope))
}

fn make(common: &Common, new: &New, session: &Session, scope: Options) -> anyhow::Result<()> {
    let strings = new.ansi.map_or(Strings::Unicode, Strings::Ansi);
    let options = compose::options(common, scope, new.content.replace_misfits);
    let mut message = FileEdit::create(Options { strings, ..options })?;
    if new.template {
        message.set_class_id(TEMPLATE_CLSID)?;
    }
    // What nobody has sent or received is a draft.
    message.set_state(State::Draft)?;
    compose::fill(&mut message, &new.content)?;
    stop_on_interrupt(session);
    compose::save_new(message, &new.output, new.force)
}
