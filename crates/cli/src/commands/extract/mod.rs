//! `openimsg extract`: attachments and bodies into a folder.

mod bodies;
mod target;

use std::fmt;
use std::io::{self, BufRead, Write};
use std::path::PathBuf;
use std::sync::{Arc, PoisonError};

use anyhow::anyhow;
use openimsg::edit::{self, MessageEdit};
use openimsg::message::{Attachment, Message};
use openimsg::message::{Path, safe_file_name};
use openimsg::storage::write::{self, Version, WriteError};
use openimsg::storage::{Overlay, Store as _};
use openimsg::{AttachmentData, MessageFile};
use serde::Serialize;

use super::render;
use super::show::grouped;
use crate::args::Extract;
use crate::escape::Line;
use crate::opened::Input;
use crate::page::{Page, Say};
use crate::run::PerFile;
use crate::style::{DIM, NAME};
use bodies::BodyFile;
pub(super) use bodies::is_cut;
use target::Folder;

impl PerFile for Extract {
    const HEADED: bool = false;
    const WRITES: bool = true;
    /// The name of the file's own folder, where there are many.
    type Plan = Option<String>;

    fn output(&self) -> Option<&std::path::Path> {
        Some(&self.output)
    }

    fn plan(&self, input: &Input, many: bool) -> Option<String> {
        many.then(|| {
            let name = safe_file_name(&input.stem(), "message");
            self.stems.lock().unwrap_or_else(PoisonError::into_inner).distinct(&name)
        })
    }

    fn look(&self, input: &Input, own: Option<String>, page: &mut Page) -> anyhow::Result<()> {
        let file = Editable::open(input)?;
        let message = file.file.message()?;
        let mut top = Folder::top(&self.output)?;
        let own = own.map(|own| top.folder(&own)).transpose()?;
        let mut extraction = Extraction { command: self, written: Vec::new(), skipped: Vec::new() };
        let mut extract = |folder: &mut Folder| {
            if self.pages {
                extraction.page(&message, folder);
            }
            extraction.message(&message, file.edit.as_ref(), folder);
        };
        match own {
            Some(mut own) => {
                extract(&mut own);
                own.tidy();
            }
            None => extract(&mut top),
        }
        let Extraction { written, skipped, .. } = extraction;
        let document = Document { file: page.name().to_owned(), written, skipped };
        page.put(&document)?;
        for Skipped { place, reason, .. } in document.skipped.iter().filter(|s| s.failed) {
            page.fail_in_part(&anyhow!("{place}: {reason}"));
        }
        Ok(())
    }
}

/// Makes the folder that is written into: without it there is no point in looking at files.
///
/// # Errors
/// When it cannot be made.
pub(crate) fn prepare(extract: &Extract) -> anyhow::Result<()> {
    Folder::top(&extract.output).map(drop)
}

#[derive(Serialize)]
struct Document {
    file: String,
    written: Vec<Written>,
    skipped: Vec<Skipped>,
}

#[derive(Serialize)]
struct Written {
    /// Where it was written; a path need not be Unicode.
    #[serde(serialize_with = "lossy")]
    path: PathBuf,
    bytes: u64,
    /// Where it comes from in the file.
    place: String,
    /// For bodies that are stored in another form only: in which one.
    #[serde(skip_serializing_if = "Option::is_none")]
    derived_from: Option<&'static str>,
    /// Whether the file is damaged, so that bytes of it are missing.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    incomplete: bool,
}

fn lossy<S: serde::Serializer>(path: &std::path::Path, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&path.to_string_lossy())
}

#[derive(Serialize)]
struct Skipped {
    place: String,
    reason: String,
    /// Whether it should have been written.
    #[serde(skip)]
    failed: bool,
}

struct Extraction<'c> {
    command: &'c Extract,
    written: Vec<Written>,
    skipped: Vec<Skipped>,
}

/// A file seen in both ways: to be read, and to take embedded messages out as files.
struct Editable {
    file: MessageFile<Overlay>,
    /// Nothing where the message is too damaged for that.
    edit: Option<MessageEdit>,
}

impl Editable {
    fn open(input: &Input) -> anyhow::Result<Self> {
        let opened = input.open(input.source()?)?;
        let (budget, options) = (opened.budget().clone(), input.options().clone());
        let storage = Overlay::with_limits(Arc::new(opened.into_store()), &options.limits);
        let page = options.code_page;
        let edit = edit::Options { open: options, ..edit::Options::default() };
        let edit = MessageEdit::over(storage.clone(), budget.clone(), edit).ok();
        Ok(Editable { file: MessageFile::over(storage, budget, page), edit })
    }
}

impl Extraction<'_> {
    /// The message and those in it.
    fn page(&mut self, message: &Message<'_, Overlay>, folder: &mut Folder) {
        let render::Page { html, failed } = render::Page::of(message);
        let written = folder.write("page.html", |out| Ok(out.write_all(html.as_bytes())?));
        self.keep("message", written, None, false);
        for reason in failed {
            self.skip("message", &anyhow!(reason));
        }
    }

    /// `edit` is the same message, nothing if it cannot be edited.
    fn message(
        &mut self,
        message: &Message<'_, Overlay>,
        edit: Option<&MessageEdit>,
        folder: &mut Folder,
    ) {
        let place = place(&message.place(), "message");
        if self.command.wants_bodies() {
            let cut = is_cut(message);
            for body in bodies::of(message) {
                match body {
                    Ok(BodyFile { name, bytes, derived_from }) => {
                        let written = folder.write(name, |out| Ok(out.write_all(&bytes)?));
                        self.keep(&place, written, derived_from, cut);
                    }
                    Err(error) => self.skip(&place, &error.into()),
                }
            }
            if cut {
                self.skip(&place, &anyhow!("the file is damaged: a body is not whole"));
            }
        }
        for attachment in message.attachments() {
            match attachment {
                Ok(attachment) => self.attachment(&attachment, edit, folder),
                Err(error) => self.skip(&place, &error.into()),
            }
        }
    }

    fn attachment(
        &mut self,
        attachment: &Attachment<'_, Overlay>,
        edit: Option<&MessageEdit>,
        folder: &mut Folder,
    ) {
        let place = place(&attachment.place(), "");
        if let Err(error) = self.try_attachment(attachment, edit, folder, &place) {
            self.skip(&place, &error);
        }
    }

    fn try_attachment(
        &mut self,
        attachment: &Attachment<'_, Overlay>,
        edit: Option<&MessageEdit>,
        folder: &mut Folder,
        place: &str,
    ) -> anyhow::Result<()> {
        let number = attachment.number();
        let stored = attachment.name()?.map(|name| name.text.into_owned()).unwrap_or_default();
        match attachment.data()? {
            AttachmentData::Message { .. } => {
                let Some(message) = attachment.message()? else { return Ok(()) };
                let subject = message.subject().ok().flatten();
                let subject = subject.map(|subject| subject.text.into_owned());
                let given = if stored.is_empty() { subject.unwrap_or_default() } else { stored };
                let name = safe_file_name(&given, &format!("message-{number}"));
                let mut taken_out = match edit {
                    Some(edit) => edit.attachment(number)?.extract()?,
                    None => None,
                };
                if self.command.wants_attachments() {
                    self.embedded(taken_out.as_mut(), &name, folder, place);
                }
                let mut inner = folder.folder(&name)?;
                self.message(&message, taken_out.as_ref(), &mut inner);
                inner.tidy();
            }
            _ if !self.command.wants_attachments() => {}
            AttachmentData::Bytes { stream, .. } => {
                let name = attachment.safe_file_name()?;
                let store = attachment.store();
                let cut = !store.is_whole(&stream);
                let written = folder.write(&name, |out| {
                    let mut reader = store.reader(&stream)?;
                    copy(&mut reader, out)?;
                    Ok(())
                });
                self.keep(place, written, None, cut);
                if cut {
                    self.skip(place, &anyhow!("the file is damaged: the content is not whole"));
                }
            }
            AttachmentData::Storage { storage } => {
                let name = attachment.safe_file_name()?;
                self.keep(
                    place,
                    folder.write(&name, |out| write(&attachment.store().nested(&storage)?, out)),
                    None,
                    false,
                );
            }
            AttachmentData::Reference(_) => self.pass(place, "only a path or address is stored"),
            AttachmentData::None => self.pass(place, "nothing is stored"),
        }
        Ok(())
    }

    /// Writes an embedded message as a file of its own.
    fn embedded(
        &mut self,
        message: Option<&mut MessageEdit>,
        name: &str,
        folder: &mut Folder,
        place: &str,
    ) {
        let Some(message) = message else {
            return self.pass(place, "too damaged to be a file of its own");
        };
        let name = name.strip_suffix(".msg").unwrap_or(name);
        let written = folder.write(&safe_file_name(&format!("{name}.msg"), "message.msg"), |out| {
            write(message.finish()?, out)
        });
        self.keep(place, written, None, false);
    }

    fn keep(
        &mut self,
        place: &str,
        written: anyhow::Result<(PathBuf, u64)>,
        derived_from: Option<&'static str>,
        incomplete: bool,
    ) {
        match written {
            Ok((path, bytes)) => {
                let place = place.to_owned();
                self.written.push(Written { path, bytes, place, derived_from, incomplete });
            }
            Err(error) => self.skip(place, &error),
        }
    }

    fn skip(&mut self, place: &str, error: &anyhow::Error) {
        let reason = format!("{error:#}");
        self.skipped.push(Skipped { place: place.to_owned(), reason, failed: true });
    }

    fn pass(&mut self, place: &str, reason: &str) {
        let (place, reason) = (place.to_owned(), reason.to_owned());
        self.skipped.push(Skipped { place, reason, failed: false });
    }
}

/// Writes a storage as a compound file of its own. Streams are read when it is their turn.
fn write(storage: &Overlay, out: &mut dyn Write) -> anyhow::Result<()> {
    let image = storage.image()?;
    let written = image.write_to(&write::Options::default(), &mut *out);
    match written {
        // Too long for version 3, which is known before the first byte.
        Err(WriteError::FileTooLong { .. } | WriteError::StreamTooLong { .. }) => {
            let options = write::Options { version: Version::V4, ..write::Options::default() };
            image.write_to(&options, out)?;
        }
        other => drop(other?),
    }
    Ok(())
}

fn place(steps: &[openimsg::message::Step], top: &str) -> String {
    if steps.is_empty() { top.to_owned() } else { Path(steps).to_string() }
}

/// Copies in pieces that the reader lends or has read ahead: memory stays bounded.
fn copy(reader: &mut impl BufRead, out: &mut dyn Write) -> io::Result<()> {
    loop {
        let piece = reader.fill_buf()?;
        if piece.is_empty() {
            return Ok(());
        }
        out.write_all(piece)?;
        let length = piece.len();
        reader.consume(length);
    }
}

impl Say for Document {
    fn say(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        for Written { path, bytes, place, derived_from, incomplete } in &self.written {
            let (path, bytes) = (Line(path.to_string_lossy()), grouped(*bytes));
            let from = derived_from.map(|form| format!(", out of its {}", form.to_uppercase()));
            let from = from.unwrap_or_default();
            let cut = if *incomplete { ", not whole" } else { "" };
            writeln!(out, "{NAME}{path}{NAME:#}  {bytes}{cut}  {DIM}{place}{from}{DIM:#}")?;
        }
        // What should have been written is an error, and said elsewhere.
        for Skipped { place, reason, .. } in self.skipped.iter().filter(|s| !s.failed) {
            writeln!(out, "{DIM}{}: {place}: {reason}{DIM:#}", Line(&self.file))?;
        }
        Ok(())
    }
}
