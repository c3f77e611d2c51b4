//! `openimsg extract`: attachments and bodies into a folder.

mod ole;
mod target;

use std::fmt;
use std::io::{self, BufRead, Write};
use std::path::PathBuf;
use std::sync::PoisonError;

use anyhow::anyhow;
use openimsg::message::{Path, safe_file_name};
use openimsg::storage::Store as _;
use openimsg::{Attachment, AttachmentData, Message, PropType};
use serde::Serialize;

use super::show::grouped;
use crate::args::Extract;
use crate::escape::Line;
use crate::opened::{Input, Store};
use crate::page::{Page, Say};
use crate::run::PerFile;
use crate::style::{DIM, NAME};
use target::Folder;

impl PerFile for Extract {
    const HEADED: bool = false;
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
        let file = input.open(input.source()?)?;
        let message = file.message()?;
        let mut top = Folder::top(&self.output)?;
        let own = own.map(|own| top.folder(&own)).transpose()?;
        let mut extraction = Extraction { command: self, written: Vec::new(), skipped: Vec::new() };
        match own {
            Some(mut own) => {
                extraction.message(&message, &mut own);
                own.tidy();
            }
            None => extraction.message(&message, &mut top),
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
    /// Where it was written.
    path: PathBuf,
    bytes: u64,
    /// Where it comes from in the file.
    place: String,
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

impl Extraction<'_> {
    fn message(&mut self, message: &Message<'_, Store>, folder: &mut Folder) {
        let place = place(&message.place(), "message");
        if self.command.wants_bodies() {
            for (name, write) in BODIES {
                match write(message) {
                    Ok(Some(bytes)) => self.keep(
                        &place,
                        folder.write(name, |out| {
                            out.write_all(&bytes)?;
                            Ok(())
                        }),
                    ),
                    Ok(None) => {}
                    Err(error) => self.skip(&place, &error.into()),
                }
            }
        }
        for attachment in message.attachments() {
            match attachment {
                Ok(attachment) => self.attachment(&attachment, folder),
                Err(error) => self.skip(&place, &error.into()),
            }
        }
    }

    fn attachment(&mut self, attachment: &Attachment<'_, Store>, folder: &mut Folder) {
        let place = place(&attachment.place(), "");
        if let Err(error) = self.try_attachment(attachment, folder, &place) {
            self.skip(&place, &error);
        }
    }

    fn try_attachment(
        &mut self,
        attachment: &Attachment<'_, Store>,
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
                let mut inner =
                    folder.folder(&safe_file_name(&given, &format!("message-{number}")))?;
                self.message(&message, &mut inner);
                inner.tidy();
            }
            _ if !self.command.wants_attachments() => {}
            AttachmentData::Bytes { stream, .. } => {
                let name = attachment.safe_file_name()?;
                let store = attachment.store();
                self.keep(
                    place,
                    folder.write(&name, |out| {
                        let mut reader = store.reader(&stream)?;
                        copy(&mut reader, out)?;
                        Ok(())
                    }),
                );
            }
            AttachmentData::Storage { storage } => {
                let name = attachment.safe_file_name()?;
                self.keep(
                    place,
                    folder.write(&name, |out| ole::write(attachment.store(), storage, out)),
                );
            }
            AttachmentData::Reference(_) => self.pass(place, "only a path or address is stored"),
            AttachmentData::None => self.pass(place, "nothing is stored"),
        }
        Ok(())
    }

    fn keep(&mut self, place: &str, written: anyhow::Result<(PathBuf, u64)>) {
        match written {
            Ok((path, bytes)) => {
                self.written.push(Written { path, bytes, place: place.to_owned() });
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

fn place(steps: &[openimsg::message::Step], top: &str) -> String {
    if steps.is_empty() { top.to_owned() } else { Path(steps).to_string() }
}

/// The bytes of one kind of body, if the message has it.
type Body = fn(&Message<'_, Store>) -> Result<Option<Vec<u8>>, openimsg::Error>;

/// The bodies, with the names of their files.
const BODIES: [(&str, Body); 3] = [("body.txt", text), ("body.html", html), ("body.rtf", rtf)];

/// In UTF-8, with the line ends that are stored.
fn text(message: &Message<'_, Store>) -> Result<Option<Vec<u8>>, openimsg::Error> {
    Ok(message.body()?.map(|body| body.text.into_owned().into_bytes()))
}

/// As stored, in the character set that it mostly names itself; in UTF-8 if it is stored in
/// UTF-16, which no browser would expect.
fn html(message: &Message<'_, Store>) -> Result<Option<Vec<u8>>, openimsg::Error> {
    let Some(html) = message.html()? else { return Ok(None) };
    if html.kind == PropType::UNICODE {
        return Ok(message.html_text()?.map(|text| text.text.into_owned().into_bytes()));
    }
    Ok(Some(html.bytes.to_vec()))
}

fn rtf(message: &Message<'_, Store>) -> Result<Option<Vec<u8>>, openimsg::Error> {
    Ok(message.rtf()?.map(|decompressed| decompressed.rtf))
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
        for Written { path, bytes, place } in &self.written {
            let path = path.to_string_lossy();
            writeln!(
                out,
                "{NAME}{}{NAME:#}  {}  {DIM}{place}{DIM:#}",
                Line(path),
                grouped(*bytes)
            )?;
        }
        // What should have been written is an error, and said elsewhere.
        for Skipped { place, reason, .. } in self.skipped.iter().filter(|s| !s.failed) {
            writeln!(out, "{DIM}{}: {place}: {reason}{DIM:#}", Line(&self.file))?;
        }
        Ok(())
    }
}
