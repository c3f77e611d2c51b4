//! `fuzz/LEDGER.md`: how long each target was fuzzed, at which commit, and what came of it.

use std::fmt;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, bail};

use crate::shell;

/// What one run of a target did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) seconds: u64,
    pub(super) executions: u64,
    /// Edges of the program that were reached.
    pub(super) edges: u64,
    /// New files in `fuzz/artifacts`.
    pub(super) findings: u64,
    /// Whether the fuzzer did not end as it should.
    pub(super) failed: bool,
}

impl Run {
    /// Both together.
    pub(super) fn add(&mut self, other: &Run) {
        self.seconds = self.seconds.saturating_add(other.seconds);
        self.executions = self.executions.saturating_add(other.executions);
        self.edges = self.edges.max(other.edges);
        self.findings = self.findings.saturating_add(other.findings);
        self.failed |= other.failed;
    }

    /// An error if there is something to mend.
    pub(super) fn outcome(&self, target: &str) -> anyhow::Result<()> {
        if self.failed || self.findings > 0 {
            bail!(
                "`{target}` found something: the input is below fuzz/artifacts/{target}; `fuzz tmin` \
                 makes it shorter. Commit it with its fix: `fuzz replay` runs it from then on"
            );
        }
        Ok(())
    }
}

/// The cells of a table of runs.
impl fmt::Display for Run {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Run { seconds, executions, edges, findings, .. } = self;
        let speed = executions.checked_div(*seconds).unwrap_or(0);
        write!(f, "{seconds:>8} {executions:>12} {speed:>9} {edges:>7}  {findings}")
    }
}

/// The ledger: a line for each target and commit.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Ledger {
    lines: Vec<(String, String, Run)>,
}

const PATH: &str = "fuzz/LEDGER.md";
const HEAD: &str = "\
# What was fuzzed

A line for each target and commit, added up by `cargo xtask fuzz run` and `fuzz all`. Findings are
new files in `artifacts`: each stays there with its mending, and `cargo test` replays it.

| target | commit | seconds | executions | edges | findings |
|---|---|--:|--:|--:|--:|
";

impl Ledger {
    pub(super) fn read(root: &Path) -> anyhow::Result<Ledger> {
        match std::fs::read_to_string(root.join(PATH)) {
            Ok(text) => Ledger::parse(&text).context(PATH),
            Err(_) => Ok(Ledger::default()),
        }
    }

    fn parse(text: &str) -> anyhow::Result<Ledger> {
        let mut ledger = Ledger::default();
        for line in text.lines().filter(|line| line.starts_with('|')).skip(2) {
            let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
            let [target, commit, seconds, executions, edges, findings] = cells[..] else {
                bail!("not six cells: {line}");
            };
            let run = Run {
                seconds: seconds.parse()?,
                executions: executions.parse()?,
                edges: edges.parse()?,
                findings: findings.parse()?,
                failed: false,
            };
            ledger.lines.push((target.to_owned(), commit.to_owned(), run));
        }
        Ok(ledger)
    }

    /// Adds runs of the present commit and writes the file.
    pub(super) fn note(mut self, root: &Path, runs: &[(String, Run)]) -> anyhow::Result<()> {
        let mut commit = Command::new("git");
        commit.args(["rev-parse", "--short=8", "HEAD"]).current_dir(root);
        let commit = shell::output(&mut commit)?;
        for (target, run) in runs.iter().filter(|(_, run)| run.executions > 0) {
            self.add(target, commit.trim(), run);
        }
        Ok(std::fs::write(root.join(PATH), self.to_string())?)
    }

    fn add(&mut self, target: &str, commit: &str, run: &Run) {
        let mut same = self.lines.iter_mut().filter(|(t, c, _)| t == target && c == commit);
        let Some((.., sum)) = same.next() else {
            self.lines.push((target.to_owned(), commit.to_owned(), *run));
            // In the order of time within a target.
            self.lines.sort_by(|(a, ..), (b, ..)| a.cmp(b));
            return;
        };
        sum.add(run);
    }

    /// For people: how long a target was fuzzed, over all commits.
    pub(super) fn total(&self, target: &str) -> String {
        let runs = || self.lines.iter().filter(|(found, ..)| found == target).map(|line| line.2);
        let sum = |part: fn(Run) -> u64| runs().map(part).fold(0, u64::saturating_add);
        let (seconds, executions) = (sum(|run| run.seconds), sum(|run| run.executions));
        format!("{:>6} min {executions:>12} executions", seconds / 60)
    }
}

impl fmt::Display for Ledger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(HEAD)?;
        for (target, commit, run) in &self.lines {
            let Run { seconds, executions, edges, findings, .. } = run;
            writeln!(
                f,
                "| {target} | {commit} | {seconds} | {executions} | {edges} | {findings} |"
            )?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_one_commit_are_one_line() {
        let run = Run { seconds: 60, executions: 100, edges: 7, findings: 1, failed: true };
        let mut ledger = Ledger::default();
        ledger.add("rtf", "aaaaaaaa", &run);
        ledger.add("rtf", "bbbbbbbb", &run);
        ledger.add("props", "bbbbbbbb", &run);
        ledger.add("rtf", "bbbbbbbb", &run);
        let text = ledger.to_string();
        let lines: Vec<&str> = text.lines().filter(|line| line.contains("| rtf")).collect();
        assert_eq!(
            lines,
            ["| rtf | aaaaaaaa | 60 | 100 | 7 | 1 |", "| rtf | bbbbbbbb | 120 | 200 | 7 | 2 |"]
        );
        assert_eq!(Ledger::parse(&text).unwrap().to_string(), text);
        assert_eq!(ledger.total("rtf"), "     3 min          300 executions");
        assert!(run.outcome("rtf").is_err() && Run::default().outcome("rtf").is_ok());
    }
}
