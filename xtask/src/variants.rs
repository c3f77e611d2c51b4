//! `cargo xtask variants`: errors and defects that no test names.
//!
//! A variant that no test produces may be wrong, or impossible. This looks for the names: of a
//! defect its code or its constant, of an error `Variant` after the name of its type or the longest
//! constant part of its message. It cannot see whether a test that names one also produces it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use anyhow::bail;

use crate::shell;

/// Options of `cargo xtask variants`.
#[derive(clap::Args)]
pub(crate) struct Options {}

pub(crate) fn run(root: &Path, _: &Options) -> anyhow::Result<()> {
    let list =
        shell::output(Command::new("git").args(["ls-files", "-z", "crates"]).current_dir(root))?;
    let (mut things, mut tests) = (Vec::new(), BTreeMap::<String, String>::new());
    for path in list.split_terminator('\0') {
        let Ok(text) = std::fs::read_to_string(root.join(path)) else { continue };
        let package = path.split('/').nth(1).unwrap_or_default();
        let tests = tests.entry(package.to_owned()).or_default();
        if path.contains("/tests/") || path.ends_with("/tests.rs") {
            tests.push_str(&text);
        } else if path.contains("/src/") && path.ends_with(".rs") {
            let (code, unit_tests) = text.split_once("#[cfg(test)]\nmod ").unwrap_or((&text, ""));
            tests.push_str(unit_tests);
            let found = defects(code).chain(errors(code));
            things.extend(found.map(|thing| (path.to_owned(), package.to_owned(), thing)));
        }
    }
    let all: String = tests.values().map(String::as_str).collect();
    let mut packages = BTreeMap::<&str, BTreeSet<&str>>::new();
    for (_, package, thing) in &things {
        packages.entry(thing.kind()).or_default().insert(package);
    }
    let is_produced = |package: &str, thing: &Thing| {
        // Several crates have an `Error`: which one a test names is only sure in the same crate.
        let is_unique = packages.get(thing.kind()).is_none_or(|packages| packages.len() == 1);
        thing.is_in(if is_unique { &all } else { tests.get(package).map_or("", |tests| tests) })
    };
    let unseen: Vec<_> =
        things.iter().filter(|(_, package, thing)| !is_produced(package, thing)).collect();
    println!("{} kinds of errors and defects, {} in no test", things.len(), unseen.len());
    for (path, _, thing) in &unseen {
        println!("  {}  {path}", thing.name);
    }
    if !unseen.is_empty() {
        bail!("a test must produce each");
    }
    Ok(())
}

/// An error or a defect.
#[derive(Debug, PartialEq, Eq)]
struct Thing {
    name: String,
    /// A test that has one of these knows it.
    marks: Vec<String>,
}

impl Thing {
    /// The type of an error; the code of a defect, which no other has.
    fn kind(&self) -> &str {
        self.name.split(':').next().unwrap_or_default()
    }

    fn is_in(&self, tests: &str) -> bool {
        self.marks.iter().any(|mark| {
            // Of a message a part is enough, of a name the whole.
            if mark.contains(' ') {
                return tests.contains(mark.as_str());
            }
            let is_end = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && c != '_');
            tests.match_indices(mark.as_str()).any(|(at, _)| {
                let (before, rest) = tests.split_at(at);
                let after = rest.strip_prefix(mark.as_str()).unwrap_or_default();
                is_end(before.chars().next_back()) && is_end(after.chars().next())
            })
        })
    }
}

/// The rows of `defects! { NAME = "code", ... }`.
fn defects(code: &str) -> impl Iterator<Item = Thing> {
    let is_docs = |before: &str| before.ends_with("/// openimsg_base::");
    let list = code.split_once("defects! {").filter(|(before, _)| !is_docs(before));
    let list = list.map_or("", |(_, list)| list);
    list.lines().filter_map(|line| {
        let (name, rest) = line.trim().split_once(" = \"")?;
        let code = rest.split('"').next()?;
        let marks = vec![code.to_owned(), name.to_owned()];
        Some(Thing { name: code.to_owned(), marks })
    })
}

/// The variants of enums that are errors, which have an `#[error(...)]` each.
fn errors(code: &str) -> impl Iterator<Item = Thing> {
    let (mut found, mut kind, mut message) = (Vec::new(), String::new(), None);
    let mut lines = code.lines();
    while let Some(line) = lines.next() {
        if let Some(rest) = line.strip_prefix("pub enum ") {
            kind = rest.split(' ').next().unwrap_or_default().to_owned();
        } else if line == "}" {
            kind.clear();
        } else if let Some(rest) = line.trim().strip_prefix("#[error(")
            && !kind.is_empty()
        {
            let mut text = rest.to_owned();
            while !text.ends_with(")]") {
                let Some(more) = lines.next() else { break };
                text.push_str(more.trim());
            }
            message = Some(text.strip_prefix('"').unwrap_or_default().to_owned());
        } else if line.starts_with("    ")
            && !line.trim().starts_with(['/', '#'])
            && let Some(text) = message.take()
        {
            let end = |c: char| !c.is_alphanumeric();
            let variant = line.trim().split(end).next().unwrap_or_default();
            let constant = text.split('"').next().unwrap_or_default().split(['{', '}']).step_by(2);
            let said = constant.map(str::trim).max_by_key(|part| part.len()).unwrap_or_default();
            let mut marks = vec![format!("{kind}::{variant}")];
            marks.extend((said.len() > 8 && said.contains(' ')).then(|| said.to_owned()));
            found.push(Thing { name: format!("{kind}::{variant}"), marks });
        }
    }
    found.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    const CODE: &str = "\
openimsg_base::defects! {
    /// Where.
    VERSION = \"cfb-version\", \"2.2\",
        \"the version\";
}
pub enum Error {
    /// What.
    #[error(\"no compound file: {found}\")]
    NotCompound {
        /// Which.
        found: u64,
    },
    /// Long.
    #[error(\"all from {first} are in use\",
        first = 1)]
    Used,
    /// Other.
    #[error(transparent)]
    Io(#[from] std::io::Error),
}
";

    #[test]
    fn names_are_found_and_missed() {
        let found: Vec<Thing> = defects(CODE).chain(errors(CODE)).collect();
        let names: Vec<&str> = found.iter().map(|thing| thing.name.as_str()).collect();
        assert_eq!(names, ["cfb-version", "Error::NotCompound", "Error::Used", "Error::Io"]);
        let known = |tests: &str| found.iter().map(|thing| thing.is_in(tests)).collect::<Vec<_>>();
        assert_eq!(known("defects::VERSION"), [true, false, false, false]);
        assert_eq!(known("MY_VERSION cfb-versions Error::Ior"), [false, false, false, false]);
        assert_eq!(known("\"no compound file: 7\" Error::Io(_)"), [false, true, false, true]);
    }
}
