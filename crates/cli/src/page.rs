//! What a command has to say about one file, for people or as JSON.

use std::fmt;

use serde::Serialize;
use serde_json::json;

use crate::escape::{Line, harden};
use crate::style::HEADING;

/// Something that can be said both ways. The JSON way is an object, told by [`Serialize`].
pub(crate) trait Say: Serialize {
    /// Writes it for people.
    ///
    /// # Errors
    /// What `out` says; a `String` never fails.
    fn say(&self, out: &mut dyn fmt::Write) -> fmt::Result;
}

/// In what form files are answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// For people.
    Text,
    /// A line of JSON.
    Json,
    /// JSON over several lines.
    PrettyJson,
}

/// What came of one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// All is well.
    Fine,
    /// It was read, and has this many defects. Only `check` says so.
    Defects(u64),
    /// It could not be read, or not as was asked.
    Failed,
}

/// What a command has to say about one file.
#[derive(Debug)]
pub(crate) struct Page {
    /// The name of the file as people know it.
    name: String,
    format: Format,
    headed: bool,
    out: String,
    errors: Vec<String>,
    verdict: Verdict,
}

impl Page {
    /// An empty page about the file of this name. With `headed`, text has the name above it.
    pub(crate) fn new(name: String, format: Format, headed: bool) -> Self {
        let (out, errors) = (String::new(), Vec::new());
        Page { name, format, headed, out, errors, verdict: Verdict::Fine }
    }

    /// The name of the file, not made safe.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Says it in the form that is asked for. JSON is one document: this is called once.
    ///
    /// # Errors
    /// When the answer cannot be put into JSON.
    pub(crate) fn put(&mut self, answer: &impl Say) -> anyhow::Result<()> {
        match self.format {
            Format::Text => {
                if self.headed {
                    let name = Line(&self.name);
                    self.out += &format!("{HEADING}==> {name} <=={HEADING:#}\n");
                }
                answer.say(&mut self.out)?;
                if self.headed {
                    self.out.push('\n');
                }
            }
            Format::Json => self.out += &(harden(serde_json::to_string(answer)?) + "\n"),
            Format::PrettyJson => {
                self.out += &(harden(serde_json::to_string_pretty(answer)?) + "\n");
            }
        }
        Ok(())
    }

    /// The file could not be read: says why, and in JSON gives a document that says so.
    pub(crate) fn fail(&mut self, error: &anyhow::Error) {
        if self.format != Format::Text && self.out.is_empty() {
            let document = json!({"file": self.name, "error": format!("{error:#}")});
            self.out = harden(document.to_string()) + "\n";
        }
        self.fail_in_part(error);
    }

    /// Something in the file could not be read; the answer has the rest.
    pub(crate) fn fail_in_part(&mut self, error: &anyhow::Error) {
        self.errors.push(format!("{}: {:#}", self.name, error));
        self.verdict = Verdict::Failed;
    }

    /// What came of the file, unless it failed.
    pub(crate) fn judge(&mut self, verdict: Verdict) {
        if self.verdict != Verdict::Failed {
            self.verdict = verdict;
        }
    }

    /// What is for the standard output, what for the standard error output, and the verdict.
    pub(crate) fn into_parts(self) -> (String, Vec<String>, Verdict) {
        (self.out, self.errors, self.verdict)
    }
}
