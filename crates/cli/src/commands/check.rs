//! `openimsg check`: everything that is wrong with a file.

use std::collections::BTreeMap;
use std::fmt;

use openimsg::message::{Finding, Path};
use openimsg::{Defect, Problem};
use serde::Serialize;

use crate::escape::Line;
use crate::opened::{Input, Opened};
use crate::page::{Page, Say, Verdict};
use crate::run::PerFile;
use crate::style::{BAD, DIM, HEADING};

/// The command.
pub(crate) struct Check;

impl PerFile for Check {
    const HEADED: bool = false;
    type Plan = ();

    fn plan(&self, _: &Input, _: bool) {}

    fn look(&self, input: &Input, (): (), page: &mut Page) -> anyhow::Result<()> {
        // A check goes on after the first defect, whatever --strict says.
        let file = input.open_leniently(input.source()?)?;
        let (findings, found, error) = check(&file)?;
        let mut kinds = BTreeMap::new();
        for finding in &findings {
            let count: &mut u64 = kinds.entry(finding.defect.kind.code).or_default();
            *count = count.saturating_add(1);
        }
        page.put(&Document {
            file: page.name().to_owned(),
            defects: found,
            kinds,
            findings: findings.iter().map(Found::of).collect(),
            error: error.as_ref().map(ToString::to_string),
        })?;
        page.judge(Verdict::Defects(found));
        if let Some(error) = error {
            page.fail_in_part(&error.into());
        }
        Ok(())
    }
}

/// The findings, how many there are, and why there may be more. A compound file without a
/// message has only the defects of the container.
fn check(file: &Opened) -> Result<(Vec<Finding>, u64, Option<openimsg::Error>), openimsg::Error> {
    match openimsg::check(file) {
        Ok((findings, found)) => Ok((findings, found, None)),
        Err(error) if matches!(error.problem(), Problem::NoMessage) => {
            let budget = file.budget();
            let finding = |defect| Finding { defect, place: Box::new([]) };
            let findings = budget.defects().into_iter().map(finding).collect();
            Ok((findings, budget.defects_found(), Some(error)))
        }
        Err(error) => Err(error),
    }
}

#[derive(Serialize)]
struct Document {
    file: String,
    /// All that were found; not all need be listed.
    defects: u64,
    /// How many of each kind are listed.
    kinds: BTreeMap<&'static str, u64>,
    findings: Vec<Found>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
}

#[derive(Serialize)]
struct Found {
    code: &'static str,
    /// In which object; empty for the file and its message.
    place: String,
    /// The directory entry.
    entry: u32,
    /// Where, as the kind of defect says: an offset, a tag, a number.
    offset: u64,
    what: &'static str,
    spec: &'static str,
}

impl Found {
    fn of(finding: &Finding) -> Self {
        let Defect { kind, node, offset } = finding.defect;
        Found {
            code: kind.code,
            place: Path(&finding.place).to_string(),
            entry: node,
            offset,
            what: kind.what,
            spec: kind.spec,
        }
    }
}

impl Say for Document {
    fn say(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        let file = Line(&self.file);
        let kinds = self.kinds.len();
        match (self.defects, kinds) {
            (0, _) => return writeln!(out, "{HEADING}{file}{HEADING:#}: no defects"),
            (1, _) => writeln!(out, "{HEADING}{file}{HEADING:#}: 1 defect")?,
            (n, 1) => writeln!(out, "{HEADING}{file}{HEADING:#}: {n} defects of one kind")?,
            (n, _) => writeln!(out, "{HEADING}{file}{HEADING:#}: {n} defects of {kinds} kinds")?,
        }
        for Found { code, place, entry, offset, what, spec } in &self.findings {
            let place = if place.is_empty() { "file" } else { place };
            writeln!(
                out,
                "  {BAD}{code}{BAD:#}  {place}, entry {entry}, at {offset:#x}\n    \
                 {what} {DIM}{spec}{DIM:#}"
            )?;
        }
        let listed = u64::try_from(self.findings.len()).unwrap_or(u64::MAX);
        match self.defects.saturating_sub(listed) {
            0 => Ok(()),
            more => writeln!(out, "  {more} more: --max-defects lists them"),
        }
    }
}
