//! `openimsg check`: everything that is wrong with a file, and what Outlook may not like, and what to
//! know before it is trusted.

use std::collections::BTreeMap;
use std::fmt;

use openimsg::message::outlook::{self, Warning};
use openimsg::message::security::{self, Note};
use openimsg::message::{Finding, Path};
use openimsg::{Defect, Problem};
use serde::Serialize;

use crate::args::Check;
use crate::escape::Line;
use crate::opened::{Input, Opened};
use crate::page::{Page, Say, Verdict};
use crate::run::PerFile;
use crate::style::{BAD, DIM, HEADING, NAME};

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
        let (warnings, warned) = match error {
            None => outlook::judge(&file, Some(file.store().format()))?,
            Some(_) => (Vec::new(), 0),
        };
        let (notes, noted) = match error {
            None => security::notes(&file)?,
            Some(_) => (Vec::new(), 0),
        };
        page.put(&Document {
            file: page.name().to_owned(),
            defects: found,
            warnings: warned,
            notes: noted,
            kinds,
            warned: warnings.iter().map(Warned::of).collect(),
            noted: notes.iter().map(Noted::of).collect(),
            findings: findings.iter().map(Found::of).collect(),
            error: error.as_ref().map(ToString::to_string),
        })?;
        let denied = if self.deny_warnings { warned } else { 0 };
        page.judge(Verdict::Defects(found.saturating_add(denied)));
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
    /// All that were found; not all need be listed.
    warnings: u64,
    /// All that were found; not all need be listed.
    notes: u64,
    /// How many defects of each kind are listed.
    kinds: BTreeMap<&'static str, u64>,
    findings: Vec<Found>,
    warned: Vec<Warned>,
    noted: Vec<Noted>,
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
    /// Of the rules for Outlook, the one that it breaks too.
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<u8>,
}

/// A broken rule.
#[derive(Serialize)]
struct Warned {
    rule: u8,
    code: &'static str,
    /// In which object; empty for the file and its message.
    place: String,
    /// What breaks it, as the rule says: a tag or a number.
    detail: u64,
    what: &'static str,
}

/// Something to know before the message is trusted.
#[derive(Serialize)]
struct Noted {
    code: &'static str,
    /// In which object; empty for the file and its message.
    place: String,
    times: u64,
    what: &'static str,
}

impl Noted {
    fn of(note: &Note) -> Self {
        let Note { kind, place, times } = note;
        let place = Path(place).to_string();
        Noted { code: kind.code, place, times: *times, what: kind.what }
    }
}

impl Warned {
    fn of(warning: &Warning) -> Self {
        let Warning { rule, place, detail } = warning;
        let place = Path(place).to_string();
        Warned { rule: rule.number, code: rule.code, place, detail: *detail, what: rule.what }
    }
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
            rule: outlook::rule_of(&finding.defect),
        }
    }
}

impl Say for Document {
    fn say(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        let file = Line(&self.file);
        // Of those that are not listed the kind is not known.
        let listed: u64 = self.kinds.values().fold(0, |sum, n| sum.saturating_add(*n));
        let kinds = if listed == self.defects { self.kinds.len() } else { 0 };
        let defects = match (self.defects, kinds) {
            (0, _) => "no defects".to_owned(),
            (1, _) => "1 defect".to_owned(),
            (n, 0) => format!("{n} defects"),
            (n, 1) => format!("{n} defects of one kind"),
            (n, _) => format!("{n} defects of {kinds} kinds"),
        };
        let warnings = match self.warnings {
            0 => String::new(),
            1 => ", 1 warning".to_owned(),
            n => format!(", {n} warnings"),
        };
        let notes = match self.notes {
            0 => String::new(),
            1 => ", 1 note".to_owned(),
            n => format!(", {n} notes"),
        };
        writeln!(out, "{HEADING}{file}{HEADING:#}: {defects}{warnings}{notes}")?;
        for Found { code, place, entry, offset, what, spec, .. } in &self.findings {
            let place = if place.is_empty() { "file" } else { place };
            writeln!(
                out,
                "  {BAD}{code}{BAD:#}  {place}, entry {entry}, at {offset:#x}\n    \
                 {what} {DIM}{spec}{DIM:#}"
            )?;
        }
        for Warned { rule, code, place, detail, what } in &self.warned {
            let place = if place.is_empty() { "file" } else { place };
            writeln!(
                out,
                "  {NAME}rule {rule}{NAME:#}: {place}, {detail:#x}\n    {what} {DIM}{code}{DIM:#}"
            )?;
        }
        for Noted { code, place, times, what } in &self.noted {
            let place = if place.is_empty() { "file" } else { place };
            let times = if *times == 1 { String::new() } else { format!(", {times} times") };
            writeln!(out, "  {NAME}{code}{NAME:#}  {place}{times}\n    {what}")?;
        }
        let more =
            |all: u64, listed: usize| all.saturating_sub(u64::try_from(listed).unwrap_or(u64::MAX));
        let more_defects = more(self.defects, self.findings.len());
        let more_warnings = more(self.warnings, self.warned.len());
        let more_notes = more(self.notes, self.noted.len());
        match more_defects.saturating_add(more_warnings).saturating_add(more_notes) {
            0 => Ok(()),
            more => writeln!(out, "  {more} more: --max-defects lists them"),
        }
    }
}
