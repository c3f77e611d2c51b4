//! `cargo xtask package`: the packages as they would be published, without a warning.

use std::path::Path;

use anyhow::bail;
use serde_json::Value;

use crate::{ci, shell};

/// Options of `cargo xtask package`.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Build what is in the packages, too
    #[arg(long)]
    verify: bool,
}

/// What a package tells people who look for one.
const TOLD: &[&str] = &["description", "license", "readme", "repository", "keywords", "categories"];

pub(crate) fn run(root: &Path, options: &Options) -> anyhow::Result<()> {
    let names: Vec<&str> = ci::LIBRARIES.iter().copied().chain(["openimsg-cli"]).collect();
    let metadata = ["metadata", "--format-version=1", "--no-deps"];
    let metadata: Value = serde_json::from_str(&shell::output(&mut shell::cargo(root, metadata))?)?;
    let mut faults = 0_usize;
    for name in &names {
        for what in missing(&metadata, name) {
            println!("{name} has no {what}");
            faults = faults.saturating_add(1);
        }
    }

    let mut command = shell::cargo(root, ["package", "--allow-dirty", "--target-dir"]);
    command.arg("target/package");
    for name in &names {
        command.args(["--package", name]);
    }
    if !options.verify {
        command.arg("--no-verify");
    }
    let output = command.output()?;
    let said = String::from_utf8_lossy(&output.stderr);
    print!("{said}");
    if !output.status.success() {
        bail!("{}: {}", output.status, shell::line(&command));
    }
    let warnings = said.lines().filter(|line| line.starts_with("warning")).count();
    faults = faults.saturating_add(warnings);
    if faults > 0 {
        bail!("{faults} faults");
    }
    Ok(())
}

/// What a package does not tell.
fn missing<'a>(metadata: &Value, name: &str) -> impl Iterator<Item = &'a str> {
    let packages = metadata.get("packages").and_then(Value::as_array).into_iter().flatten();
    let is_it = |package: &&Value| package.get("name").and_then(Value::as_str) == Some(name);
    let package = packages.into_iter().find(is_it).cloned().unwrap_or_default();
    TOLD.iter().copied().filter(move |what| match package.get(what) {
        Some(Value::String(text)) => text.is_empty(),
        Some(Value::Array(list)) => list.is_empty(),
        _ => true,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_told_is_found() {
        let metadata = serde_json::json!({"packages": [{
            "name": "a", "description": "A", "license": "MIT", "readme": null, "keywords": [],
            "repository": "https://example.org", "categories": ["email"],
        }]});
        assert_eq!(missing(&metadata, "a").collect::<Vec<_>>(), ["readme", "keywords"]);
        assert_eq!(missing(&metadata, "b").count(), TOLD.len());
    }
}
