//! `openimsg render`: a message as one page for a browser.

use std::collections::HashMap;
use std::fmt::{self, Write as _};
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use anyhow::bail;
use openimsg::message::Message;
use openimsg::message::body::{Body, Disposition, RenderOptions};
use openimsg::storage::Store;
use openimsg::storage::save::{Destination, FileSystem, RealFiles};
use openimsg::{AttachmentData, RecipientType, Text};

use super::extract::is_cut;
use super::show::{grouped, inner};
use crate::args::{Common, Render};
use crate::opened::Input;
use crate::run::complain;
use crate::session::session;
use crate::time;

/// Writes the page.
///
/// # Errors
/// When the file or the message cannot be opened, or the page cannot be written. What cannot be
/// read of the message is said in the page, and by the exit status.
pub(crate) fn run(common: &Common, render: &Render) -> anyhow::Result<ExitCode> {
    let input = Input::new(&render.file, common);
    session(common, 1)?.scope(|scope| write(&input.within(scope), render))?
}

fn write(input: &Input, render: &Render) -> anyhow::Result<ExitCode> {
    let output = render.output.as_deref().filter(|path| *path != Path::new("-"));
    // Known before anything is read: with --force the message would be lost.
    if let Some(path) = output.filter(|path| is_same_file(path, &render.file)) {
        bail!("{} is the message: the page needs a file of its own", path.display());
    }
    let read = || {
        let file = input.open(input.source()?)?;
        let message = inner(file.message()?, &render.inner)?;
        anyhow::Ok(Page::of(&message))
    };
    let page = match read() {
        Ok(page) => page,
        // As of any command that only reads.
        Err(error) => {
            complain(&format!("{}: {error:#}", input.name()));
            return Ok(ExitCode::FAILURE);
        }
    };
    match output {
        Some(path) => save(path, page.html.as_bytes(), render.force)?,
        None => std::io::stdout().lock().write_all(page.html.as_bytes())?,
    }
    for failed in &page.failed {
        complain(&format!("{}: {failed}", input.name()));
    }
    Ok(if page.failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Saves a page as messages are saved: whole or not at all, and over another file only if forced.
fn save(path: &Path, page: &[u8], force: bool) -> anyhow::Result<()> {
    let mut destination = match force {
        true => Destination::overwrite(path),
        false => Destination::new(path),
    };
    match destination.save_bytes(page, None) {
        Ok(_) => Ok(()),
        Err(error) => Err(super::compose::at(&path.display().to_string(), error.into())),
    }
}

/// Whether two paths are names of one file, be it by links.
fn is_same_file(one: &Path, other: &Path) -> bool {
    let file = |path: &Path| {
        let path = RealFiles.resolve(path).ok()?;
        let id = RealFiles.stat(&path).ok()?.id;
        Some((path, id))
    };
    let (Some((one, one_id)), Some((other, other_id))) = (file(one), file(other)) else {
        return false;
    };
    one == other || one_id.is_some() && one_id == other_id
}

/// Nothing is loaded, run or sent, whatever the page holds.
const POLICY: &str = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; \
                      base-uri 'none'; form-action 'none'";

const STYLE: &str = "\
body{margin:0;background:#f3f3f3;color:#1b1b1b;font:15px/1.45 Calibri,Carlito,Arial,sans-serif}
.message{max-width:60rem;margin:1rem auto;background:#fff;border:1px solid #d0d0d0}
.message .message{margin:1rem}
.head{padding:.8rem 1.2rem;border-bottom:1px solid #d0d0d0;background:#fafafa}
.head h1{margin:0 0 .5rem;font-size:1.3rem}
.head table{border-spacing:0}
.head th{padding:.1rem 1rem .1rem 0;text-align:left;vertical-align:top;font-weight:600;color:#555}
.head td{padding:.1rem 0;overflow-wrap:anywhere}
.note{margin:0;padding:.4rem 1.2rem;background:#fff6dd;border-bottom:1px solid #d0d0d0}
.parts{margin:0;padding:.4rem 1.2rem;border-bottom:1px solid #d0d0d0;list-style:none}
.parts span{color:#555}
.body{padding:1.2rem;overflow-x:auto;contain:paint;isolation:isolate}
.body img{max-width:100%}
.body .MsoNormal,.body .MsoPlainText,.body .MsoNoSpacing,.body .MsoHeader{margin:0}
";

/// A message, and those in it, as one page.
pub(super) struct Page {
    pub(super) html: String,
    /// What could not be read.
    pub(super) failed: Vec<String>,
}

impl Page {
    pub(super) fn of<S: Store + ?Sized>(message: &Message<'_, S>) -> Self {
        let mut page = Page { html: String::new(), failed: Vec::new() };
        page.write(message);
        page
    }

    fn write<S: Store + ?Sized>(&mut self, message: &Message<'_, S>) {
        let subject = text(message.subject());
        let title = if subject.trim().is_empty() { "(no subject)" } else { &subject };
        self.put(format_args!(
            "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
             <meta name=\"referrer\" content=\"no-referrer\">\n\
             <meta name=\"viewport\" content=\"width=device-width\">\n\
             <title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n",
            Escaped(title)
        ));
        self.message(message);
        self.html.push_str("</body>\n</html>\n");
    }

    fn message<S: Store + ?Sized>(&mut self, message: &Message<'_, S>) {
        let subject = text(message.subject());
        let title = if subject.trim().is_empty() { "(no subject)" } else { &subject };
        self.put(format_args!(
            "<section class=\"message\">\n<div class=\"head\">\n<h1 dir=\"auto\">{}</h1>\n<table>\n",
            Escaped(title)
        ));
        self.people(message);
        let times = [("Sent", message.submit_time()), ("Received", message.delivery_time())];
        for (label, time) in times {
            self.row(label, &time.map(time::local).unwrap_or_default());
        }
        let categories = self.keep(message.categories()).unwrap_or_default();
        self.row("Categories", &categories.join("; "));
        self.html.push_str("</table>\n</div>\n");
        if is_cut(message) {
            self.cut("the text is not whole");
        }
        let body = self.keep(message.read_body());
        let html = body.as_ref().and_then(Body::html).map(|html| html.text.into_owned());
        let rendered = html
            .as_ref()
            .and_then(|html| self.keep(message.render_html(html, RenderOptions::default())));
        if let Some(rendered) = &rendered {
            if rendered.remote > 0 {
                let (s, were) = if rendered.remote == 1 { ("", "was") } else { ("s", "were") };
                self.note(&format!(
                    "{} reference{s} to places outside of the message {were} taken out.",
                    rendered.remote
                ));
            }
            if rendered.as_source {
                self.note(
                    "The HTML is nested too deep, or too tangled, to be shown; this is its source.",
                );
            }
        }
        self.attachments(message, html.as_deref());
        match (&rendered, &body) {
            (Some(rendered), _) => {
                self.html.push_str("<div class=\"body\">\n");
                self.html.push_str(&rendered.html);
                self.html.push_str("\n</div>\n");
            }
            (None, Some(body)) if body.rtf.is_some() && !body.is_blank_rtf() => {
                self.note("The body is stored as RTF only; extract it.");
            }
            _ => {}
        }
        for attachment in message.attachments().flatten() {
            if let Some(Some(inner)) = self.keep(attachment.message()) {
                self.message(&inner);
            }
        }
        self.html.push_str("</section>\n");
    }

    fn people<S: Store + ?Sized>(&mut self, message: &Message<'_, S>) {
        let people = self.keep(message.addresses()).unwrap_or_default();
        let one = |person: Option<&openimsg::Address>| {
            person.map(ToString::to_string).unwrap_or_default()
        };
        self.row("From", &one(people.from()));
        self.row("Sender", &one(people.on_behalf()));
        let many = |people: &mut dyn Iterator<Item = &openimsg::Address>| {
            people.map(ToString::to_string).collect::<Vec<_>>().join("; ")
        };
        self.row("Reply-To", &many(&mut people.reply_to.iter()));
        let names = [message.display_to(), message.display_cc(), message.display_bcc()];
        let kinds = [RecipientType::TO, RecipientType::CC, RecipientType::BCC];
        for (kind, names) in kinds.into_iter().zip(names) {
            let known = many(&mut people.of_type(kind));
            let shown = if known.is_empty() { text(names) } else { known };
            self.row(&kind.to_string(), &shown);
        }
    }

    fn attachments<S: Store + ?Sized>(&mut self, message: &Message<'_, S>, html: Option<&str>) {
        // Of two with one number the first counts.
        let names = message.safe_file_names().into_iter().rev();
        let names: HashMap<u32, String> = names.collect();
        let dispositions = message.dispositions(html).into_iter().rev();
        let dispositions: HashMap<u32, Disposition> = dispositions.collect();
        let mut rows = String::new();
        for attachment in message.attachments().flatten() {
            let number = attachment.number();
            let name = names.get(&number).map_or("", String::as_str);
            let size = match attachment.data() {
                Ok(AttachmentData::Bytes { size, stream }) => {
                    if !attachment.store().is_whole(&stream) {
                        self.cut(&format!("attachment {number} is not whole"));
                    }
                    format!("{} bytes", grouped(size))
                }
                Ok(AttachmentData::Message { .. }) => "a message, below".to_owned(),
                Ok(AttachmentData::Storage { .. }) => "an OLE object".to_owned(),
                Ok(AttachmentData::Reference(_)) => "a reference".to_owned(),
                Ok(AttachmentData::None) => "nothing".to_owned(),
                Err(_) => "unreadable".to_owned(),
            };
            // All of them: what the text refers to need not be a picture, nor seen.
            let how = match dispositions.get(&number) {
                Some(Disposition::Hidden) => ", hidden",
                Some(Disposition::Inline) => ", in the text",
                _ => "",
            };
            _ = writeln!(rows, "<li>{} <span>{size}{how}</span></li>", Escaped(name));
        }
        if !rows.is_empty() {
            self.put(format_args!("<ul class=\"parts\">\n{rows}</ul>\n"));
        }
    }

    fn row(&mut self, label: &str, value: &str) {
        if !value.trim().is_empty() {
            self.put(format_args!(
                "<tr><th>{label}</th><td dir=\"auto\">{}</td></tr>\n",
                Escaped(value)
            ));
        }
    }

    /// Says that bytes of the message are missing.
    fn cut(&mut self, what: &str) {
        self.note(&format!("The file is damaged: {what}."));
        self.failed.push(format!("the file is damaged: {what}"));
    }

    fn note(&mut self, note: &str) {
        self.put(format_args!("<p class=\"note\">{}</p>\n", Escaped(note)));
    }

    fn put(&mut self, what: fmt::Arguments<'_>) {
        _ = self.html.write_fmt(what);
    }

    fn keep<T>(&mut self, got: Result<T, openimsg::Error>) -> Option<T> {
        got.map_err(|error| self.failed.push(error.to_string())).ok()
    }
}

fn text(got: Result<Option<Text<'_>>, openimsg::Error>) -> String {
    got.ok().flatten().map(|text| text.text.into_owned()).unwrap_or_default()
}

/// Text that is no markup, and turns nothing around it.
struct Escaped<'a>(&'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                c if crate::escape::is_unsafe(c) => f.write_char(' ')?,
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}
