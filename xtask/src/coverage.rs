//! `cargo xtask coverage`: how many lines of the libraries the tests reach, crate by crate.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, bail};
use serde_json::Value;

use crate::shell;

/// Options of `cargo xtask coverage`.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Name the lines that no test reaches
    #[arg(long)]
    lines: bool,
}

/// Crates that read what others made, and how many of a hundred of their lines are reached.
const PARSERS: &[&str] = &["base", "storage", "props", "rtf", "message"];
const LEAST: u64 = 95;

pub(crate) fn run(root: &Path, options: &Options) -> anyhow::Result<()> {
    if !shell::works(&mut shell::cargo(root, ["tarpaulin", "--version"])) {
        shell::run(&mut shell::cargo(root, ["install", "cargo-tarpaulin", "--locked"]))
            .context("this needs cargo-tarpaulin, and it cannot be installed")?;
    }
    let folder = root.join("target/coverage");
    std::fs::create_dir_all(&folder)?;
    let mut command = shell::cargo(root, ["tarpaulin", "--engine", "ptrace", "--skip-clean"]);
    command.args(["--target-dir", "target/coverage/build", "--out", "Json", "--output-dir"]);
    command.arg(&folder).args(["--timeout", "600", "--exclude-files", "*/tests/*", "*/tests.rs"]);
    for package in PARSERS {
        command.args(["--packages", &format!("openimsg-{package}")]);
    }
    shell::run(&mut command)?;
    let report = std::fs::read_to_string(folder.join("tarpaulin-report.json"))?;
    let crates = sums(&serde_json::from_str(&report)?, options.lines);
    println!("{:10} {:>8} {:>8} {:>8}", "crate", "lines", "reached", "");
    let mut poor = Vec::new();
    for name in PARSERS {
        let (lines, reached) = crates.get(*name).copied().unwrap_or_default();
        let per_mille = reached.saturating_mul(1000).checked_div(lines).unwrap_or(0);
        println!("{name:10} {lines:>8} {reached:>8} {:>5}.{} %", per_mille / 10, per_mille % 10);
        poor.extend((per_mille < LEAST.saturating_mul(10)).then_some(*name));
    }
    if !poor.is_empty() {
        bail!("less than {LEAST} % of {}: --lines names the rest", poor.join(", "));
    }
    Ok(())
}

/// Lines that can be reached and that are, by crate.
fn sums(report: &Value, print: bool) -> BTreeMap<String, (u64, u64)> {
    let mut crates = BTreeMap::<String, (u64, u64)>::new();
    for file in report.get("files").and_then(Value::as_array).into_iter().flatten() {
        let path = file.get("path").and_then(Value::as_array).into_iter().flatten();
        let path: Vec<&str> = path.filter_map(Value::as_str).collect();
        let Some(after) = path.iter().position(|part| *part == "crates") else { continue };
        let [name, "src", rest @ ..] = path.get(after.saturating_add(1)..).unwrap_or_default()
        else {
            continue;
        };
        let sum = crates.entry((*name).to_owned()).or_default();
        for trace in file.get("traces").and_then(Value::as_array).into_iter().flatten() {
            let hits = trace.pointer("/stats/Line").and_then(Value::as_u64).unwrap_or(0);
            sum.0 = sum.0.saturating_add(1);
            sum.1 = sum.1.saturating_add(u64::from(hits > 0));
            if hits == 0 && print {
                let line = trace.get("line").and_then(Value::as_u64).unwrap_or(0);
                println!("crates/{name}/src/{}:{line}", rest.join("/"));
            }
        }
    }
    crates
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_summed_by_crate() {
        let report = serde_json::json!({"files": [
            {"path": ["/", "x", "crates", "rtf", "src", "a.rs"],
             "traces": [{"line": 1, "stats": {"Line": 3}}, {"line": 2, "stats": {"Line": 0}}]},
            {"path": ["/", "x", "xtask", "src", "a.rs"], "traces": [{"line": 1, "stats": {"Line": 3}}]},
        ]});
        assert_eq!(sums(&report, false), BTreeMap::from([("rtf".to_owned(), (2, 1))]));
    }
}
