//! `openimsg edit` and `openimsg embed`: messages changed in place, or saved as others.

use std::process::ExitCode;

use anyhow::{Context, bail};
use openimsg::Session;
use openimsg::edit::Options;

use super::{attributes, compose};
use crate::args::Common;
use crate::args::compose::{Edit, Embed};
use crate::session::{change_a_file, stop_on_interrupt};

/// Edits a message.
///
/// # Errors
/// When the file cannot be read, something that was asked for cannot be done, or the message
/// cannot be saved: then nothing is changed.
pub(crate) fn run(common: &Common, edit: &Edit) -> anyhow::Result<ExitCode> {
    let name = edit.file.display().to_string();
    if edit.is_idle() {
        bail!("{name}: nothing to do; `openimsg edit --help` tells what can be");
    }
    change_a_file(common, |session, scope| change(common, edit, session, scope))
}

fn change(common: &Common, edit: &Edit, session: &Session, scope: Options) -> anyhow::Result<()> {
    let options = compose::options(common, scope, edit.content.replace_misfits);
    let mut message = compose::open(&edit.file, options, &edit.saving)?;
    let name = edit.file.display().to_string();
    let guarded = edit.obey_attributes.then(|| attributes::Guarded::of(&message, edit));
    let guarded = guarded.transpose().with_context(|| name.clone())?;
    for property in &edit.delete {
        if !compose::delete(&mut message, property)? {
            bail!("{name}: there is no {}", compose::describe(&property.which));
        }
    }
    compose::remove(&mut message, &edit.remove_recipient, &edit.remove_attachment)
        .with_context(|| name.clone())?;
    compose::fill(&mut message, &edit.content).with_context(|| name.clone())?;
    if let Some(guarded) = guarded {
        guarded.check(&message).with_context(|| name.clone())?;
    }
    attributes::set(&mut message, edit).with_context(|| name.clone())?;
    if !(edit.remove_recipient.is_empty() && edit.remove_attachment.is_empty()) {
        message.renumber().with_context(|| name)?;
    }
    stop_on_interrupt(session);
    compose::save(message, &edit.saving)
}

/// Embeds messages in another.
///
/// # Errors
/// As [`run`].
pub(crate) fn embed(common: &Common, embed: &Embed) -> anyhow::Result<ExitCode> {
    change_a_file(common, |session, scope| {
        let options = compose::options(common, scope, false);
        let mut message = compose::open(&embed.file, options, &embed.saving)?;
        for path in &embed.messages {
            compose::embed(&mut message, path)?;
        }
        stop_on_interrupt(session);
        compose::save(message, &embed.saving)
    })
}
