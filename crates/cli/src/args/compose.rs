//! The options that say what a message is to hold.

use std::path::PathBuf;

use clap::{Args, ValueEnum, ValueHint};
use openimsg::edit::Person;
use openimsg::props::Attributes;
use openimsg::{CodePage, FileTime};

use crate::assignment::{Assignment, Designation, assignment, attributes, designation};
use crate::time;

/// `openimsg new`.
#[derive(Args)]
pub(crate) struct New {
    /// The file to make, or - for the standard output
    #[arg(long, short, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) output: PathBuf,

    /// Replace the file if it exists
    #[arg(long, short)]
    pub(crate) force: bool,

    /// Store text in 8 bits in this code page, not in Unicode [default page: 1252]
    #[arg(long, value_name = "PAGE", num_args = 0..=1, require_equals = true)]
    #[arg(default_missing_value = "1252", value_parser = super::ansi_page)]
    pub(crate) ansi: Option<CodePage>,

    /// Make a template, as .oft files are
    #[arg(long)]
    pub(crate) template: bool,

    #[command(flatten)]
    pub(crate) content: Content,
}

/// `openimsg edit`.
#[derive(Args)]
pub(crate) struct Edit {
    /// The message
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) file: PathBuf,

    #[command(flatten)]
    pub(crate) saving: Saving,

    #[command(flatten)]
    pub(crate) content: Content,

    /// Delete a property. May be repeated
    #[arg(long, value_name = "PROPERTY", value_parser = designation, help_heading = "Removing")]
    pub(crate) delete: Vec<Designation>,

    /// Remove the recipients with this address or name, or the one with the number #N. May be
    /// repeated. Those that are left are numbered anew
    #[arg(long, value_name = "WHO", help_heading = "Removing")]
    pub(crate) remove_recipient: Vec<String>,

    /// Remove the attachments with this name, or the one with the number #N. May be repeated.
    /// Those that are left are numbered anew
    #[arg(long, value_name = "NAME", help_heading = "Removing")]
    pub(crate) remove_attachment: Vec<String>,

    /// Say what may be done to a property: m (mandatory), r (readable) and w (writeable), or - for
    /// nothing. Done last. May be repeated
    #[arg(long, value_name = "PROPERTY=LETTERS", value_parser = attributes)]
    #[arg(help_heading = "Attributes")]
    pub(crate) attr: Vec<(Designation, Attributes)>,

    /// Fail if something is to be changed whose attributes do not allow it, or that is computed
    #[arg(long, help_heading = "Attributes")]
    pub(crate) obey_attributes: bool,
}

impl Edit {
    /// Whether nothing is to be changed, and nothing to be written elsewhere or without what cannot
    /// be read.
    pub(crate) fn is_idle(&self) -> bool {
        let Edit {
            file: _,
            saving,
            content,
            delete,
            remove_recipient,
            remove_attachment,
            attr,
            obey_attributes: _,
        } = self;
        saving.output.is_none()
            && !saving.accept_loss
            && content.is_empty()
            && [delete.len(), remove_recipient.len(), remove_attachment.len(), attr.len()] == [0; 4]
    }
}

/// `openimsg embed`.
#[derive(Args)]
pub(crate) struct Embed {
    /// The message that the others are put into
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) file: PathBuf,

    /// Messages to embed
    #[arg(required = true, value_name = "MESSAGE", value_hint = ValueHint::FilePath)]
    pub(crate) messages: Vec<PathBuf>,

    #[command(flatten)]
    pub(crate) saving: Saving,
}

/// Where and how an edited message is saved.
#[derive(Args)]
pub(crate) struct Saving {
    /// Save to this file and leave the first one alone; - is the standard output
    #[arg(long, short, value_name = "FILE", value_hint = ValueHint::FilePath)]
    #[arg(help_heading = "Saving")]
    pub(crate) output: Option<PathBuf>,

    /// Replace the file of --output if it exists
    #[arg(long, short, requires = "output", help_heading = "Saving")]
    pub(crate) force: bool,

    /// Do not read the new file again before it replaces the old one
    #[arg(long, help_heading = "Saving")]
    pub(crate) no_verify: bool,

    /// Save a damaged file too, without what cannot be read of it
    #[arg(long, help_heading = "Saving")]
    pub(crate) accept_loss: bool,
}

/// What a message is to hold.
#[derive(Args)]
pub(crate) struct Content {
    /// Who sends it: `Name <address>`, an address or a name
    #[arg(long, value_name = "WHO", value_parser = person)]
    pub(crate) from: Option<Person>,

    /// Add a recipient: `Name <address>`, an address or a name. May be repeated, as may --cc and
    /// --bcc
    #[arg(long, value_name = "WHO", value_parser = person)]
    pub(crate) to: Vec<Person>,

    /// Add somebody who gets a copy
    #[arg(long, value_name = "WHO", value_parser = person)]
    pub(crate) cc: Vec<Person>,

    /// Add somebody who gets a copy that others do not know of
    #[arg(long, value_name = "WHO", value_parser = person)]
    pub(crate) bcc: Vec<Person>,

    /// Set the subject
    #[arg(long, value_name = "TEXT")]
    pub(crate) subject: Option<String>,

    /// Set the text; with --html, the text for those who do not show HTML
    #[arg(long, value_name = "TEXT", conflicts_with = "text_file")]
    pub(crate) text: Option<String>,

    /// Set the text to that of a file in UTF-8, or of the standard input for -
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) text_file: Option<PathBuf>,

    /// Set the HTML
    #[arg(long, value_name = "HTML", conflicts_with = "html_file")]
    pub(crate) html: Option<String>,

    /// Set the HTML to that of a file in UTF-8, or of the standard input for -
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) html_file: Option<PathBuf>,

    /// Attach a file. May be repeated
    #[arg(long, short, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) attach: Vec<PathBuf>,

    /// Attach a picture that the HTML shows by `<img src="cid:…">`, under its own name or as
    /// FILE=CID. May be repeated
    #[arg(long, value_name = "FILE[=CID]", value_hint = ValueHint::FilePath)]
    pub(crate) inline: Vec<String>,

    /// Embed a message. May be repeated
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) embed: Vec<PathBuf>,

    /// When it was sent and delivered: 2026-11-22T09:30:00Z, or 2026-11-22 09:30 in local time
    #[arg(long, value_name = "WHEN", value_parser = time::parse)]
    pub(crate) date: Option<FileTime>,

    /// Set how important it is
    #[arg(long, value_name = "LEVEL")]
    pub(crate) importance: Option<Importance>,

    /// Set the categories. May be repeated
    #[arg(long, value_name = "NAME")]
    pub(crate) category: Vec<String>,

    /// Set the transport headers to those of a file
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) headers_file: Option<PathBuf>,

    /// A message that is being written, as Outlook opens it in a window for writing
    #[arg(long, group = "state")]
    pub(crate) draft: bool,

    /// A message that was sent
    #[arg(long, group = "state")]
    pub(crate) sent: bool,

    /// A message that was received and read
    #[arg(long, group = "state")]
    pub(crate) received: bool,

    /// Set a property: PR_SUBJECT, PidTagSubject, 0037, 0037001F, PidLidReminderSet, or
    /// SET/0x8503 and SET/name with the name or GUID of a property set; `:type` after the name
    /// says another type than the usual one. Bytes are hexadecimal, several values are put
    /// between semicolons. May be repeated
    #[arg(long, value_name = "NAME=VALUE", value_parser = assignment)]
    pub(crate) set: Vec<Assignment>,

    /// Write ? for what the code page of 8-bit text does not have
    #[arg(long)]
    pub(crate) replace_misfits: bool,
}

impl Content {
    /// Whether nothing is said.
    fn is_empty(&self) -> bool {
        // All are named, so that a new one is not forgotten.
        let Content {
            from,
            to,
            cc,
            bcc,
            subject,
            text,
            text_file,
            html,
            html_file,
            attach,
            inline,
            embed,
            date,
            importance,
            category,
            headers_file,
            draft,
            sent,
            received,
            set,
            replace_misfits: _,
        } = self;
        let given = [subject, text, html].iter().any(|text| text.is_some())
            || [text_file, html_file, headers_file].iter().any(|file| file.is_some())
            || [to, cc, bcc].iter().any(|people| !people.is_empty())
            || [attach, embed].iter().any(|files| !files.is_empty())
            || from.is_some()
            || date.is_some()
            || importance.is_some()
            || !inline.is_empty()
            || !category.is_empty()
            || !set.is_empty()
            || *draft
            || *sent
            || *received;
        !given
    }
}

/// How important a message is.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Importance {
    /// It can wait
    Low,
    /// As usual
    Normal,
    /// It cannot wait
    High,
}

/// Reads `Name <address>`, an address, or a name.
fn person(text: &str) -> Result<Person, String> {
    let text = text.trim();
    if let Some((name, rest)) = text.rsplit_once('<') {
        let address = rest.strip_suffix('>').ok_or("a < without its >")?.trim();
        if address.is_empty() {
            return Err("there is nothing between < and >".to_owned());
        }
        let name = name.trim();
        let name = name.strip_prefix('"').and_then(|n| n.strip_suffix('"')).unwrap_or(name);
        return Ok(Person::smtp(if name.is_empty() { address } else { name }, address));
    }
    match text {
        "" => Err("nobody".to_owned()),
        address if address.contains('@') => Ok(Person::smtp(address, address)),
        name => Ok(Person::named(name)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people() {
        for (text, name, address) in [
            ("Ada <ada@example.org>", "Ada", "ada@example.org"),
            ("\"Byron, Ada\" <ada@example.org>", "Byron, Ada", "ada@example.org"),
            ("<ada@example.org>", "ada@example.org", "ada@example.org"),
            ("ada@example.org", "ada@example.org", "ada@example.org"),
            ("Ada", "Ada", ""),
        ] {
            let person = person(text).unwrap();
            assert_eq!((person.name.as_str(), person.address.as_str()), (name, address), "{text}");
        }
        for text in ["", " ", "Ada <", "Ada <>", "Ada <x"] {
            assert!(person(text).is_err(), "{text}");
        }
    }
}
