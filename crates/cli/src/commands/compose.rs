//! What `new`, `edit` and `embed` share: bringing content into a message, and saving it.

use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;

use anyhow::{Context, bail};
use openimsg::edit::{AttachmentEdit, MessageEdit, Misfits, Options, State};
use openimsg::props::tables;
use openimsg::storage::save::SaveError;
use openimsg::storage::write::{self, Content as Bytes};
use openimsg::{
    CompoundFile, FileEdit, FileSource, FileTime, NamedProperty, PropType, PropertyName,
    RecipientType, SaveFailure, tags,
};

use crate::args::Common;
use crate::args::compose::{Content, Importance, Saving};
use crate::assignment::{self, Assignment, Designation, Which};
use crate::escape::Line;

/// How messages are made and edited here, in a [scope](openimsg::Session::scope).
pub(super) fn options(common: &Common, scope: Options, replace_misfits: bool) -> Options {
    let misfits = if replace_misfits { Misfits::Replace } else { Misfits::Refuse };
    let open = openimsg::Options { parent: scope.open.parent.clone(), ..common.options() };
    Options { open, misfits, ..scope }
}

/// Brings everything that was asked for into a message, in an order in which nothing undoes what
/// was set before: single properties last.
pub(super) fn fill(message: &mut FileEdit, content: &Content) -> anyhow::Result<()> {
    if let Some(from) = &content.from {
        message.set_sender(from)?;
    }
    let kinds = [
        (RecipientType::TO, &content.to),
        (RecipientType::CC, &content.cc),
        (RecipientType::BCC, &content.bcc),
    ];
    for (kind, people) in kinds {
        for who in people {
            message.add_recipient(kind, who)?;
        }
    }
    if let Some(subject) = &content.subject {
        message.set_subject(subject)?;
    }
    bodies(message, content)?;
    for path in &content.attach {
        attach(message, path, None)?;
    }
    for inline in &content.inline {
        // A path may hold a = itself.
        let whole = Path::new(inline);
        let (path, id) = match inline.rsplit_once('=').filter(|_| !whole.is_file()) {
            Some((path, id)) => (Path::new(path), id.to_owned()),
            None => (whole, file_name(whole)?),
        };
        attach(message, path, Some(&id))?;
    }
    for path in &content.embed {
        embed(message, path)?;
    }
    if let Some(date) = content.date {
        message.set_submit_time(date)?;
        message.set_delivery_time(date)?;
    }
    if let Some(importance) = content.importance {
        message.set_importance(match importance {
            Importance::Low => 0,
            Importance::Normal => 1,
            Importance::High => 2,
        })?;
    }
    if !content.category.is_empty() {
        message.set_categories(content.category.iter().map(String::as_str))?;
    }
    if let Some(path) = &content.headers_file {
        message.set_transport_headers(&text_of(path)?)?;
    }
    let state = [
        (content.draft, State::Draft),
        (content.sent, State::Sent),
        (content.received, State::Received { read: true }),
    ];
    for (_, state) in state.into_iter().filter(|(asked, _)| *asked) {
        message.set_state(state)?;
    }
    content.set.iter().try_for_each(|assignment| set(message, assignment))
}

/// Sets one property, of the type that was typed, or that it has, or that it usually has.
fn set(message: &mut MessageEdit, assignment: &Assignment) -> anyhow::Result<()> {
    let Assignment { property: Designation { which, kind }, value } = assignment;
    let present = match which {
        Which::Tag(tag) => message.tag_of(tag.id()),
        Which::Named(name) => message.id_of(name)?.and_then(|id| message.tag_of(id)),
    };
    let kind = kind.or(present.map(openimsg::PropTag::kind)).unwrap_or(PropType::UNICODE);
    let value = assignment::value(kind, value).with_context(|| describe(which))?;
    match which {
        Which::Tag(tag) if tag.id().is_named() => {
            if message.name_of(tag.id())?.is_none() {
                bail!("{}: no name stands behind this number in the file", describe(which));
            }
            message.set(tag.with_kind(kind), value)?;
        }
        Which::Tag(tag) => message.set(tag.with_kind(kind), value)?,
        Which::Named(name) => {
            message.set_named(name, value)?;
        }
    }
    Ok(())
}

/// Deletes a property; tells whether there was one.
pub(super) fn delete(message: &mut MessageEdit, property: &Designation) -> anyhow::Result<bool> {
    Ok(match &property.which {
        Which::Tag(tag) => message.delete(tag.id())?,
        Which::Named(name) => message.delete_named(name)?,
    })
}

/// A property in an error message.
pub(super) fn describe(which: &Which) -> String {
    match which {
        Which::Tag(tag) => format!("property {:04X}", tag.0 >> 16),
        Which::Named(NamedProperty { set, name }) => {
            let set = tables::set_name(*set).map_or_else(|| set.to_string(), str::to_owned);
            match name {
                PropertyName::Lid(lid) => format!("property {set}/{lid:#06X}"),
                PropertyName::Name(name) => format!("property {set}/{}", Line(name)),
            }
        }
    }
}

fn bodies(message: &mut MessageEdit, content: &Content) -> anyhow::Result<()> {
    let read = |given: &Option<String>, file: &Option<std::path::PathBuf>| match (given, file) {
        (Some(given), _) => Ok(Some(given.clone())),
        (None, Some(path)) => text_of(path).map(Some),
        (None, None) => anyhow::Ok(None),
    };
    let text = read(&content.text, &content.text_file)?;
    let html = read(&content.html, &content.html_file)?;
    match (html, text) {
        (Some(html), text) => message.set_html_body(&html, text.as_deref())?,
        (None, Some(text)) => message.set_text_body(&text)?,
        (None, None) => {}
    }
    Ok(())
}

fn text_of(path: &Path) -> anyhow::Result<String> {
    let name = || path.display().to_string();
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        std::io::stdin().lock().read_to_end(&mut bytes).with_context(name)?;
    } else {
        File::open(path).and_then(|mut file| file.read_to_end(&mut bytes)).with_context(name)?;
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").map(<[u8]>::to_vec).unwrap_or(bytes);
    String::from_utf8(bytes).context("the text is not in UTF-8").with_context(name)
}

/// Attaches a file, with `inline` as its content id if the HTML shows it. It is read when the
/// message is saved.
fn attach(message: &mut MessageEdit, path: &Path, inline: Option<&str>) -> anyhow::Result<()> {
    let name = file_name(path)?;
    let at = || path.display().to_string();
    let metadata = std::fs::metadata(path).with_context(at)?;
    if metadata.is_dir() {
        bail!("{}: a folder cannot be attached", path.display());
    }
    // What cannot be opened is better known now than while saving.
    let mut file = File::open(path).with_context(at)?;
    let bytes = if metadata.is_file() {
        let path = path.to_owned();
        Bytes::reader(metadata.len(), move || File::open(&path))
    } else {
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).with_context(at)?;
        bytes.into()
    };
    let mut attachment = message.new_attachment()?;
    attachment.set_file(&name, bytes)?;
    if let Some(mime) = mime_guess::from_path(path).first_raw() {
        attachment.set_mime_type(mime)?;
    }
    let time = |time: std::io::Result<_>| time.ok().and_then(FileTime::from_system_time);
    if let Some(modified) = time(metadata.modified()) {
        attachment.set_times(time(metadata.created()).unwrap_or(modified), modified)?;
    }
    if let Some(id) = inline {
        attachment.set_inline(id)?;
    }
    attachment.save(message)?;
    Ok(())
}

fn file_name(path: &Path) -> anyhow::Result<String> {
    let name =
        path.file_name().with_context(|| format!("{}: no name of a file", path.display()))?;
    Ok(name.to_string_lossy().into_owned())
}

/// Embeds the message in a file. It is read when the outer one is saved.
pub(super) fn embed(message: &mut FileEdit, path: &Path) -> anyhow::Result<()> {
    let accept_loss = message.saving().accept_loss;
    let open = || -> anyhow::Result<_> {
        let file = CompoundFile::open(FileSource::open(path)?, message.budget())?;
        let file = openimsg::storage::Overlay::new(std::sync::Arc::new(file));
        Ok(if accept_loss { file.accepting_loss() } else { file })
    };
    let file = open().with_context(|| path.display().to_string())?;
    message.embed(&file).with_context(|| path.display().to_string())?;
    Ok(())
}

/// Opens a message to be edited, in place or not.
pub(super) fn open(path: &Path, options: Options, saving: &Saving) -> anyhow::Result<FileEdit> {
    let mut message = FileEdit::open(path, options).with_context(|| path.display().to_string())?;
    message.saving().verify.verify = !saving.no_verify;
    message.saving().accept_loss = saving.accept_loss;
    Ok(message)
}

/// Saves an edited message where it was asked for.
pub(super) fn save(mut message: FileEdit, saving: &Saving) -> anyhow::Result<()> {
    match &saving.output {
        None => {
            let path = message.path().map(|path| path.display().to_string());
            let path = path.unwrap_or_default();
            let saved = message.save().map_err(|error| at(&path, error))?;
            say(&path, saved.bytes)
        }
        Some(output) => save_new(message, output, saving.force),
    }
}

/// Saves a message to a file of its own, or the standard output.
pub(super) fn save_new(mut message: FileEdit, output: &Path, force: bool) -> anyhow::Result<()> {
    if output == Path::new("-") {
        let mut out = std::io::stdout().lock();
        message.write_to(&mut out, &write::Options::default())?;
        return Ok(out.flush()?);
    }
    let source = message.path().map(|path| path.display().to_string());
    let saved = if force { message.save_over(output) } else { message.save_as(output) };
    let name = output.display().to_string();
    let saved = saved.map_err(|error| match (&error, &source) {
        // What cannot be written is wrong with what was read.
        (SaveFailure::Message(_), Some(source)) => at(source, error),
        _ => at(&name, error),
    })?;
    say(&name, saved.bytes)
}

/// The error with the file's name, which some have already.
pub(super) fn at(name: &str, error: SaveFailure) -> anyhow::Error {
    let named = matches!(
        &error,
        SaveFailure::Save(
            SaveError::NotAFile { .. }
                | SaveError::ReadOnly { .. }
                | SaveError::AlreadyExists { .. }
                | SaveError::Vanished { .. }
                | SaveError::Changed { .. }
        )
    );
    let error = anyhow::Error::from(error);
    if named { error } else { error.context(name.to_owned()) }
}

fn say(name: &str, bytes: u64) -> anyhow::Result<()> {
    let bytes = super::show::grouped(bytes);
    writeln!(anstream::stdout(), "{}  {bytes}", Line(name))?;
    Ok(())
}

/// Whether a recipient is the one that was named: by address or name, upper and lower case being
/// the same, or by number.
pub(super) fn is_called(who: &str, number: u32, names: &[Option<String>]) -> bool {
    if let Some(wanted) = who.strip_prefix('#').and_then(|digits| digits.parse::<u32>().ok()) {
        return number == wanted;
    }
    let who = who.to_lowercase();
    names.iter().flatten().any(|name| name.to_lowercase() == who)
}

/// Removes what was asked for; an error names what is not there.
pub(super) fn remove(
    message: &mut MessageEdit,
    recipients: &[String],
    attachments: &[String],
) -> anyhow::Result<()> {
    for who in recipients {
        let mut found = Vec::new();
        for number in message.recipients() {
            let recipient = message.recipient(*number)?;
            let names = [tags::PR_DISPLAY_NAME, tags::PR_EMAIL_ADDRESS, tags::PR_SMTP_ADDRESS];
            let names = names.map(|tag| recipient.text(tag.id()).ok().flatten());
            if is_called(who, *number, &names) {
                found.push(*number);
            }
        }
        if found.is_empty() {
            bail!("no recipient is called {}", Line(who));
        }
        found.into_iter().try_for_each(|number| message.remove_recipient(number))?;
    }
    for name in attachments {
        let mut found = Vec::new();
        for number in message.attachments() {
            let attachment = message.attachment(*number)?;
            if is_called(name, *number, &names_of(&attachment)) {
                found.push(*number);
            }
        }
        if found.is_empty() {
            bail!("no attachment is called {}", Line(name));
        }
        found.into_iter().try_for_each(|number| message.remove_attachment(number))?;
    }
    Ok(())
}

fn names_of(attachment: &AttachmentEdit) -> [Option<String>; 3] {
    [tags::PR_ATTACH_LONG_FILENAME, tags::PR_ATTACH_FILENAME, tags::PR_DISPLAY_NAME]
        .map(|tag| attachment.text(tag.id()).ok().flatten())
}
