//! What can be typed.

pub(crate) mod compose;

use std::num::NonZero;
use std::path::PathBuf;
use std::sync::Mutex;

use clap::{Args, Parser, Subcommand, ValueEnum, ValueHint};
use openimsg::message::FileNames;
use openimsg::{CodePage, Limits, Options};

use crate::assignment::{Designation, designation};

/// Outlook .msg files without Outlook.
///
/// Reads, makes and edits messages and templates (.oft); `tree` and `dump` read any compound
/// file. Nothing that a message names is ever opened.
#[derive(Parser)]
#[command(name = "openimsg", version, max_term_width = 100, subcommand_required = true)]
#[command(arg_required_else_help = true, propagate_version = true, after_long_help = EXAMPLES)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) common: Common,
    #[command(subcommand)]
    pub(crate) command: Command,
}

const EXAMPLES: &str = "\
Examples:
  openimsg show letter.msg               what a person wants to know
  openimsg show mail/ --json             every message in a folder, a line of JSON each
  openimsg extract letter.msg -o out     its attachments and bodies
  openimsg check mail/                   everything that is wrong with them
  openimsg diff letter.msg saved.msg     what differs between two messages
  openimsg edit letter.msg --subject New change it, and nothing else
  curl -s https://example.org/a.msg | openimsg props -

Exit status:
  0  all is well
  1  a file could not be read; for check: has defects; for diff: they differ
  2  wrong usage, or trouble apart from the files; for diff: could not be compared
130  interrupted with Ctrl-C";

/// Options of all commands.
#[derive(Args)]
pub(crate) struct Common {
    /// Take the first defect for an error
    #[arg(long, global = true, help_heading = "Reading")]
    pub(crate) strict: bool,

    /// Read 8-bit text in this code page, whatever the files declare
    #[arg(long, global = true, help_heading = "Reading", value_name = "N", value_parser = code_page)]
    pub(crate) code_page: Option<CodePage>,

    /// How much decoding one file may produce
    #[arg(long, global = true, help_heading = "Reading", value_name = "SIZE")]
    #[arg(default_value = "256M", value_parser = size)]
    pub(crate) max_decoded: u64,

    /// How deep messages may be inside messages
    #[arg(long, global = true, help_heading = "Reading", value_name = "N")]
    #[arg(default_value_t = 16, value_parser = clap::value_parser!(u64).range(..=256))]
    pub(crate) max_nesting: u64,

    /// How deep storages may be inside storages
    #[arg(long, global = true, help_heading = "Reading", value_name = "N")]
    #[arg(default_value_t = 64, value_parser = clap::value_parser!(u64).range(..=256))]
    pub(crate) max_depth: u64,

    /// How many defects of one file are listed; the others are counted
    #[arg(long, global = true, help_heading = "Reading", value_name = "N", default_value_t = 1000)]
    pub(crate) max_defects: usize,

    /// How much is read from the standard input
    #[arg(long, global = true, help_heading = "Reading", value_name = "SIZE")]
    #[arg(default_value = "1G", value_parser = size)]
    pub(crate) max_input: u64,

    /// How many files are read at once [default: one for each core]
    #[arg(long, short, global = true, value_name = "N")]
    pub(crate) jobs: Option<NonZero<usize>>,

    /// When to use colours
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: Color,

    /// Tell what the library does; twice for more. Contents are never shown
    #[arg(long, short, global = true, action = clap::ArgAction::Count)]
    pub(crate) verbose: u8,
}

impl Common {
    /// How to open each file.
    pub(crate) fn options(&self) -> Options {
        let limits = Limits {
            nesting: self.max_nesting,
            storage_depth: self.max_depth,
            decoded_bytes: self.max_decoded,
            defects_kept: self.max_defects,
            strict: self.strict,
            ..Limits::default()
        };
        Options { limits, code_page: self.code_page, parent: None }
    }
}

/// When to use colours.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

impl From<Color> for anstream::ColorChoice {
    fn from(color: Color) -> Self {
        match color {
            Color::Auto => anstream::ColorChoice::Auto,
            Color::Always => anstream::ColorChoice::Always,
            Color::Never => anstream::ColorChoice::Never,
        }
    }
}

/// What to do.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Show a message: summary, recipients, attachments, and the text
    #[command(after_long_help = "\
The text is the one that is stored; if none is, it is taken out of the HTML or RTF. With --body only
a body is written, in UTF-8 and safe for a terminal: `extract` writes the bytes as they are stored.

Examples:
  openimsg show letter.msg
  openimsg show --body html letter.msg | less -R
  openimsg show --message 2 letter.msg         the message in attachment 2
  openimsg show --json inbox/ | jq -r .subject
  openimsg show --code-page 1251 old.msg")]
    Show(Show),

    /// Make a page for a browser: header, body, pictures, and a list of attachments
    #[command(after_long_help = "\
The page is one file. It holds the pictures that the body shows, and the messages that are embedded.
Scripts, forms and everything that would be loaded from elsewhere are taken out, and counted; links
stay, but are followed only by who clicks on them.

Examples:
  openimsg render letter.msg -o letter.html
  openimsg render letter.msg --message 0/1 > inner.html")]
    Render(Render),

    /// List every property of every storage
    #[command(after_long_help = "\
Attributes are m (mandatory), r (readable) and w (writeable). In JSON, bytes are hexadecimal.

Examples:
  openimsg props letter.msg
  openimsg props letter.msg --full | less -R
  openimsg props letter.msg --attributes
  openimsg props letter.msg --json --pretty")]
    Props(Props),

    /// Show the storages and streams of a compound file, with their sizes
    #[command(after_long_help = "\
Examples:
  openimsg tree letter.msg
  openimsg tree --times old.doc")]
    Tree(Tree),

    /// Write attachments and bodies into a folder
    #[command(after_long_help = "\
Names are made safe, nothing that exists is overwritten, and nothing is written outside the
folder. An embedded message is written as a file of its own, and what is in it into a folder. With
several files, or folders, each file gets a folder.

Bodies are body.txt, body.html and body.rtf, as they are stored. Where no text or no HTML is stored,
it is taken out of the others, in UTF-8, and what is written says so: HTML mostly is in the RTF only.
No HTML is made of mere text. With --pages there is page.html too: header, body and pictures of the
message and of those in it, as `render` shows them.

Examples:
  openimsg extract letter.msg
  openimsg extract inbox/ -o out --attachments
  openimsg extract inbox/ -o pages --pages")]
    Extract(Extract),

    /// List everything that is wrong with a file, with the section of the specification
    #[command(after_long_help = "\
A defect breaks a specification. A warning is of a rule that writers found out: Outlook may refuse
such a file, or show it wrongly. A note is what to know before the message is trusted: content
elsewhere, paths on other machines, attachments that run, names that mislead.

The exit status is 1 if there is any defect; warnings count with --deny-warnings. Damage never
stops the check, not even with --strict.

Examples:
  openimsg check letter.msg
  openimsg check --deny-warnings made-by-my-program.msg
  openimsg check --json archive/ > report.jsonl")]
    Check(Check),

    /// Tell what differs between two messages, by what they hold
    #[command(after_long_help = "\
Named properties are compared by name, recipients and attachments with those that are most alike,
embedded messages as messages, and RTF decompressed. Where things lie in the files is no
difference.

The exit status is 0 if nothing differs, 1 if something does, and 2 if the files cannot be
compared, or nothing differs as far as they can be read.

Examples:
  openimsg diff letter.msg saved.msg
  openimsg diff --ignore-saving --ignore PR_SUBJECT a.msg b.msg
  openimsg diff --quiet a.msg b.msg && rm b.msg")]
    Diff(Diff),

    /// Make a message
    #[command(after_long_help = "\
Examples:
  openimsg new -o letter.msg --from 'Ada <ada@example.org>' --to charles@example.org \\
      --subject 'Notes' --text 'See below.' --attach notes.pdf
  openimsg new -o card.msg --to bob@example.org --html-file card.html --inline logo.png
  openimsg new -o old.msg --ansi=1251 --subject 'Привет' --text-file letter.txt")]
    New(Box<compose::New>),

    /// Change a message, in place or into another file
    #[command(after_long_help = "\
What is not named stays as it is, byte for byte. In place, the file is replaced by a new one that
was read again before; if anything fails, the old one stays.

Examples:
  openimsg edit letter.msg --subject 'Better subject'
  openimsg edit letter.msg -o public.msg --remove-attachment secret.pdf --delete 007D
  openimsg edit letter.msg --attr PR_SUBJECT=r
  openimsg edit letter.msg --set PidLidReminderSet=true --set PS_PUBLIC_STRINGS/Case=4711")]
    Edit(Box<compose::Edit>),

    /// Embed messages in another, as attachments
    #[command(after_long_help = "\
The other way round, `extract` writes embedded messages as files.

Examples:
  openimsg embed report.msg one.msg two.msg
  openimsg embed report.msg one.msg -o with-one.msg")]
    Embed(compose::Embed),

    /// Print the facts of a file as JSON: sizes and hashes of all there is
    #[command(after_long_help = "\
Examples:
  openimsg dump letter.msg --pretty
  openimsg dump inbox/ > facts.jsonl")]
    Dump(Dump),

    /// Print completions for a shell
    #[command(after_long_help = "\
Examples:
  openimsg completions bash > ~/.local/share/bash-completion/completions/openimsg
  openimsg completions fish > ~/.config/fish/completions/openimsg.fish")]
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },

    /// Print the manual page, or write all manual pages into a folder
    #[command(after_long_help = "\
Examples:
  openimsg man | man -l -
  openimsg man ~/.local/share/man/man1")]
    Man {
        /// Where to write openimsg.1, openimsg-show.1 and so on
        #[arg(value_name = "DIR", value_hint = ValueHint::DirPath)]
        folder: Option<PathBuf>,
    },
}

/// Which files, and in what form they are answered.
#[derive(Args, Clone)]
pub(crate) struct Files {
    #[command(flatten)]
    pub(crate) inputs: Inputs,

    /// Answer in JSON, one document a file, each on a line of its own
    #[arg(long)]
    pub(crate) json: bool,

    /// Spread JSON over several lines
    #[arg(long, requires = "json")]
    pub(crate) pretty: bool,
}

/// Which files.
#[derive(Args, Clone)]
pub(crate) struct Inputs {
    /// Files, folders with all below them but links, or - for the standard input
    #[arg(required = true, value_name = "FILE", value_hint = ValueHint::AnyPath)]
    pub(crate) paths: Vec<PathBuf>,

    /// In folders take all files, not only those that end in .msg or .oft
    #[arg(long)]
    pub(crate) all_files: bool,
}

/// `openimsg show`.
#[derive(Args)]
pub(crate) struct Show {
    #[command(flatten)]
    pub(crate) files: Files,

    /// Write only a body: the text, the HTML, the RTF, or the headers it came with
    #[arg(long, value_name = "KIND", conflicts_with = "json")]
    pub(crate) body: Option<BodyChoice>,

    #[command(flatten)]
    pub(crate) inner: Inner,
}

/// `openimsg render`.
#[derive(Args)]
pub(crate) struct Render {
    /// The file, or - for the standard input
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) file: PathBuf,

    /// The file to make; - is the standard output, as without this option
    #[arg(long, short, value_name = "PAGE", value_hint = ValueHint::FilePath)]
    pub(crate) output: Option<PathBuf>,

    /// Replace the file of --output if it exists; never the message itself
    #[arg(long, short, requires = "output")]
    pub(crate) force: bool,

    #[command(flatten)]
    pub(crate) inner: Inner,
}

/// Which message of a file.
#[derive(Args, Clone)]
pub(crate) struct Inner {
    /// The message in attachment N, or in attachment M of that
    #[arg(long = "message", value_name = "N[/M…]", value_parser = attachment_path)]
    pub(crate) path: Option<AttachmentPath>,
}

/// The numbers of attachments on the way to an embedded message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct AttachmentPath(pub(crate) Vec<u32>);

/// Which body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum BodyChoice {
    /// Plain text; taken out of the HTML or RTF if none is stored
    Text,
    /// HTML, as Outlook shows it; taken out of the RTF if it is only there
    Html,
    /// RTF
    Rtf,
    /// The headers of the internet message
    Headers,
}

/// `openimsg props`.
#[derive(Args)]
pub(crate) struct Props {
    #[command(flatten)]
    pub(crate) files: Files,

    /// Show long values whole
    #[arg(long)]
    pub(crate) full: bool,

    /// Tell what MAPI would let programs do to each property, in place of its value
    #[arg(long, conflicts_with = "full")]
    pub(crate) attributes: bool,
}

/// `openimsg tree`.
#[derive(Args)]
pub(crate) struct Tree {
    #[command(flatten)]
    pub(crate) files: Files,

    /// Show when storages were made and changed
    #[arg(long)]
    pub(crate) times: bool,
}

/// `openimsg extract`.
#[derive(Args)]
pub(crate) struct Extract {
    #[command(flatten)]
    pub(crate) files: Files,

    /// The folder to write into; it is made if it is not there
    #[arg(long, short, value_name = "DIR", default_value = ".", value_hint = ValueHint::DirPath)]
    pub(crate) output: PathBuf,

    /// Attachments, and nothing else that is not asked for
    #[arg(long)]
    pub(crate) attachments: bool,

    /// Bodies, and nothing else that is not asked for
    #[arg(long)]
    pub(crate) bodies: bool,

    /// The page that `render` makes, as page.html, and nothing else that is not asked for
    #[arg(long)]
    pub(crate) pages: bool,

    /// The names of folders that files were given so far.
    #[arg(skip)]
    pub(crate) stems: Mutex<FileNames>,
}

impl Extract {
    pub(crate) fn wants_attachments(&self) -> bool {
        self.attachments || !self.bodies && !self.pages
    }

    pub(crate) fn wants_bodies(&self) -> bool {
        self.bodies || !self.attachments && !self.pages
    }
}

/// `openimsg check`.
#[derive(Args)]
pub(crate) struct Check {
    #[command(flatten)]
    pub(crate) files: Files,

    /// Let warnings count as defects do
    #[arg(long)]
    pub(crate) deny_warnings: bool,
}

/// `openimsg diff`.
#[derive(Args)]
pub(crate) struct Diff {
    /// A file, or - for the standard input
    #[arg(value_name = "LEFT", value_hint = ValueHint::FilePath)]
    pub(crate) left: PathBuf,

    /// The file it is compared with
    #[arg(value_name = "RIGHT", value_hint = ValueHint::FilePath)]
    pub(crate) right: PathBuf,

    /// Answer in JSON, with values whole
    #[arg(long)]
    pub(crate) json: bool,

    /// Spread JSON over several lines
    #[arg(long, requires = "json")]
    pub(crate) pretty: bool,

    /// Say nothing; the exit status tells
    #[arg(long, short, conflicts_with = "json")]
    pub(crate) quiet: bool,

    /// Leave out a property: PR_SUBJECT, PidTagSubject, 0037, 0037001F, PidLidReminderSet,
    /// PSETID_Common/0x8503 or PS_PUBLIC_STRINGS/Keywords. May be repeated
    #[arg(long, value_name = "PROPERTY", value_parser = designation)]
    pub(crate) ignore: Vec<Designation>,

    /// Leave out what saving always changes, such as the time of the last change
    #[arg(long)]
    pub(crate) ignore_saving: bool,

    /// Compare attributes of properties too
    #[arg(long)]
    pub(crate) attributes: bool,

    /// Compare the compressed bytes of RTF too
    #[arg(long)]
    pub(crate) compressed_rtf: bool,
}

/// `openimsg dump`.
#[derive(Args)]
pub(crate) struct Dump {
    #[command(flatten)]
    inputs: Inputs,

    /// JSON is the only form; accepted so that all commands take it
    #[arg(long, hide = true)]
    json: bool,

    /// Spread the JSON over several lines
    #[arg(long)]
    pretty: bool,
}

impl Dump {
    pub(crate) fn as_files(&self) -> Files {
        Files { inputs: self.inputs.clone(), json: true, pretty: self.pretty }
    }
}

fn code_page(text: &str) -> Result<CodePage, String> {
    let page = CodePage(text.parse().map_err(|_| "not a number".to_owned())?);
    if page.is_supported() { Ok(page) } else { Err(format!("code page {page} is not supported")) }
}

/// A code page that 8-bit text of a new message can be in.
fn ansi_page(text: &str) -> Result<CodePage, String> {
    let page = code_page(text)?;
    if page.is_ascii_superset() {
        Ok(page)
    } else {
        Err(format!("code page {page} does not contain ASCII, so readers would take another"))
    }
}

fn attachment_path(text: &str) -> Result<AttachmentPath, String> {
    let number = |part: &str| part.parse().map_err(|_| "not numbers of attachments".to_owned());
    text.split('/').map(number).collect::<Result<_, _>>().map(AttachmentPath)
}

/// A number of bytes: `1000`, `64k`, `256M`, `1G`; the letters are powers of 1,024.
fn size(text: &str) -> Result<u64, String> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let unit = text.get(digits.len()..).unwrap_or_default().to_ascii_lowercase();
    let unit = unit.strip_suffix("ib").or(unit.strip_suffix('b')).unwrap_or(&unit);
    let shift = match unit {
        "" => 0,
        "k" => 10,
        "m" => 20,
        "g" => 30,
        "t" => 40,
        _ => return Err("the unit is none of k, M, G, T".to_owned()),
    };
    let number: u64 =
        digits.parse().map_err(|_| "not a size such as 64k, 256M or 1G".to_owned())?;
    number.checked_mul(1 << shift).ok_or_else(|| "too large".to_owned())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_definition_is_sound() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn the_defaults_are_those_of_the_library() {
        let arguments = Arguments::try_parse_from(["openimsg", "show", "x"]).unwrap();
        assert_eq!(arguments.common.options().limits, Limits::default());
    }

    #[test]
    fn sizes() {
        for (text, bytes) in
            [("0", 0), ("17", 17), ("1b", 1), ("64k", 65536), ("1G", 1 << 30), ("2MiB", 2 << 20)]
        {
            assert_eq!(size(text), Ok(bytes), "{text}");
        }
        for text in ["", "k", "1x", "-1", "1.5M", "99999999T", "1kk", "M1"] {
            assert!(size(text).is_err(), "{text}");
        }
    }

    #[test]
    fn code_pages() {
        assert_eq!(code_page("1252"), Ok(CodePage::WINDOWS_1252));
        for text in ["", "x", "0", "1361", "99999"] {
            assert!(code_page(text).is_err(), "{text}");
        }
        assert_eq!(ansi_page("932"), Ok(CodePage::SHIFT_JIS));
        for text in ["x", "1361", "1200", "65000", "37"] {
            assert!(ansi_page(text).is_err(), "{text}");
        }
    }
}
