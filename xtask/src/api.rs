//! `cargo xtask api`: what the libraries offer, item by item, against lists in the tree.
//!
//! A change of what people can call is a decision: it shows as a change of `api/`, which whoever
//! reviews it sees. The lists are made of what rustdoc knows, in the form that the crate
//! `public-api` understands. That form changes with compilers, so the lists are compared only
//! where compiler and crate have the same.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use public_api::PublicApi;
use rustdoc_types::FORMAT_VERSION;
use serde_json::Value;

use crate::{ci, shell};

/// Options of `cargo xtask api`.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Fail when a library offers something else than its list says
    #[arg(long, conflicts_with = "update")]
    check: bool,
    /// Write the lists anew
    #[arg(long)]
    update: bool,
}

/// Where the lists are.
const FOLDER: &str = "api";
/// A place of its own: the variable that makes a stable compiler tell would make it build what
/// others have built here once more.
const TARGET: &str = "target/api";

pub(crate) fn run(root: &Path, options: &Options) -> anyhow::Result<()> {
    let mut changes = 0_usize;
    for package in ci::LIBRARIES {
        let json = described(root, package)?;
        let format = format_of(&json)?;
        if format != u64::from(FORMAT_VERSION) {
            println!(
                "skipped: this rustdoc describes in format {format}, and the lists are made of \
                 {FORMAT_VERSION}: another version of the crate public-api may know it"
            );
            return Ok(());
        }
        let now = list(&json).with_context(|| (*package).to_owned())?;
        let path = root.join(FOLDER).join(format!("{package}.txt"));
        let was = std::fs::read_to_string(&path).unwrap_or_default();
        changes = changes.saturating_add(print_changes(package, &was, &now));
        if options.update {
            std::fs::create_dir_all(root.join(FOLDER))?;
            std::fs::write(path, now)?;
        }
    }
    if options.check && changes > 0 {
        bail!("{changes} changes: if they are meant, `cargo xtask api --update`");
    }
    Ok(())
}

/// What rustdoc knows of a library with all its features.
fn described(root: &Path, package: &str) -> anyhow::Result<PathBuf> {
    let line = ["rustdoc", "--quiet", "--lib", "--all-features", "--package", package];
    let mut command = shell::cargo(root, line);
    command.args(["--target-dir", TARGET, "--", "-Z", "unstable-options"]);
    command.args(["--output-format", "json", "--cap-lints", "allow"]);
    shell::run(command.env("RUSTC_BOOTSTRAP", "1"))?;
    Ok(root.join(TARGET).join("doc").join(format!("{}.json", package.replace('-', "_"))))
}

fn format_of(json: &Path) -> anyhow::Result<u64> {
    let text = std::fs::read_to_string(json).with_context(|| json.display().to_string())?;
    let described: Value = serde_json::from_str(&text)?;
    described.get("format_version").and_then(Value::as_u64).context("a description without format")
}

/// An item a line; without what every type has, and what follows for it by itself.
fn list(json: &Path) -> anyhow::Result<String> {
    let builder = public_api::Builder::from_rustdoc_json(json);
    let api: PublicApi = builder.omit_blanket_impls(true).omit_auto_trait_impls(true).build()?;
    Ok(api.items().map(|item| format!("{item}\n")).collect())
}

/// Prints what is new and what is gone; gives how many lines that are.
fn print_changes(package: &str, was: &str, now: &str) -> usize {
    let lines = |text: &'_ str| -> BTreeSet<String> { text.lines().map(str::to_owned).collect() };
    let (old, new) = (lines(was), lines(now));
    let gone: Vec<_> = old.difference(&new).map(|line| format!("- {line}")).collect();
    let added: Vec<_> = new.difference(&old).map(|line| format!("+ {line}")).collect();
    println!(
        "{package:18} {:>6} items, {} gone, {} new",
        now.lines().count(),
        gone.len(),
        added.len()
    );
    gone.iter().chain(&added).for_each(|line| println!("  {line}"));
    gone.len().saturating_add(added.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_are_counted_and_order_is_none() {
        assert_eq!(print_changes("p", "a\nb\n", "b\na\n"), 0);
        assert_eq!(print_changes("p", "a\nb\n", "b\nc\nd\n"), 3);
    }

    #[test]
    fn every_library_has_a_list() {
        for package in ci::LIBRARIES {
            let path = shell::root().join(FOLDER).join(format!("{package}.txt"));
            assert!(path.is_file(), "`cargo xtask api --update` makes {}", path.display());
        }
    }
}
