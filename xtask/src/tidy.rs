//! `cargo xtask tidy`: the house rules that a compiler does not know.
//!
//! Every rule is a function over a [`Tree`], so that each is tested on a made-up one: a rule
//! that cannot fail is worth nothing.

mod manifests;
mod sources;

use std::path::Path;
use std::process::Command;

use anyhow::{Context, bail};

use crate::shell;

/// Options of `cargo xtask tidy`.
#[derive(clap::Args)]
pub(crate) struct Options {}

/// One rule: what it promises about a sound tree, and the function that finds what breaks it.
struct Rule {
    promise: &'static str,
    check: fn(&Tree) -> Vec<Finding>,
    /// What to print once below the findings, to help mend them.
    help: fn() -> String,
}

const RULES: &[Rule] = &[
    Rule {
        promise: "a crate depends only on layers below it",
        check: manifests::layers,
        help: manifests::layer_table,
    },
    Rule {
        promise: "crates from outside stay where they belong",
        check: manifests::outside,
        help: manifests::outside_table,
    },
    Rule {
        promise: "edition, rust-version and lints come from the workspace",
        check: manifests::inherited,
        help: String::new,
    },
    Rule {
        promise: "crates/README.md has one section with one `Invariant:` line for each crate",
        check: manifests::invariants,
        help: String::new,
    },
    Rule {
        promise: "files, network and processes are touched only where they belong",
        check: sources::system_modules,
        help: sources::system_table,
    },
    Rule {
        promise: "every source file begins with `//!` docs",
        check: sources::module_docs,
        help: String::new,
    },
    Rule {
        promise: "nothing is left unfinished, switched off or allowed without being expected",
        check: sources::unfinished,
        help: String::new,
    },
    Rule {
        promise: "a file that is not generated has at most 800 lines",
        check: sources::length,
        help: String::new,
    },
    Rule {
        promise: "lines end in LF, without white space before it, the last line too",
        check: sources::white_space,
        help: String::new,
    },
    Rule {
        promise: "no file names a folder of somebody's machine",
        check: sources::machine_paths,
        help: String::new,
    },
];

pub(crate) fn run(root: &Path, _: &Options) -> anyhow::Result<()> {
    let tree = Tree::tracked(root)?;
    let mut found = 0_usize;
    for rule in RULES {
        let findings = (rule.check)(&tree);
        let verdict = if findings.is_empty() { "ok  " } else { "FAIL" };
        println!("{verdict} {}", rule.promise);
        for Finding { place, what } in &findings {
            println!("     {place}: {what}");
        }
        if !findings.is_empty() {
            print!("{}", (rule.help)());
        }
        found = found.saturating_add(findings.len());
    }
    if found > 0 {
        bail!("{found} findings");
    }
    Ok(())
}

/// The text files of the project.
#[derive(Default)]
struct Tree {
    files: Vec<File>,
}

/// A text file: its path below the root, with `/`, and its content.
struct File {
    path: String,
    text: String,
}

/// Something that breaks a rule: where (a path, or path and line), and what.
#[derive(Debug, PartialEq, Eq)]
struct Finding {
    place: String,
    what: String,
}

impl Tree {
    /// What git tracks, read from the working tree; files that are no UTF-8 are left out.
    fn tracked(root: &Path) -> anyhow::Result<Tree> {
        let list = shell::output(Command::new("git").args(["ls-files", "-z"]).current_dir(root))
            .context("tidy looks at what git tracks")?;
        let mut files = Vec::new();
        for path in list.split_terminator('\0') {
            // A file that was deleted and not yet committed is still on the list.
            let Ok(bytes) = std::fs::read(root.join(path)) else { continue };
            if let Ok(text) = String::from_utf8(bytes) {
                files.push(File { path: path.to_owned(), text });
            }
        }
        Ok(Tree { files })
    }

    fn file(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }

    fn with_extension<'t>(&'t self, extension: &'t str) -> impl Iterator<Item = &'t File> {
        self.files.iter().filter(move |file| {
            Path::new(&file.path).extension().is_some_and(|found| found == extension)
        })
    }

    #[cfg(test)]
    fn of(files: &[(&str, &str)]) -> Tree {
        let file =
            |(path, text): &(&str, &str)| File { path: (*path).into(), text: (*text).into() };
        Tree { files: files.iter().map(file).collect() }
    }
}

impl File {
    fn finding(&self, what: impl Into<String>) -> Finding {
        Finding { place: self.path.clone(), what: what.into() }
    }

    /// A finding for each line for which `look` has something to say.
    fn lines_where(&self, look: impl Fn(&str) -> Option<String>) -> Vec<Finding> {
        let numbered = (1_usize..).zip(self.text.split('\n'));
        numbered
            .filter_map(|(number, line)| {
                Some(Finding { place: format!("{}:{number}", self.path), what: look(line)? })
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_tree_breaks_no_rule_about_files() {
        for rule in RULES {
            assert_eq!((rule.check)(&Tree::default()), [], "{}", rule.promise);
        }
    }
}
