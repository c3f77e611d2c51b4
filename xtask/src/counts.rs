//! `cargo xtask counts`: how many instructions the hot paths take, against a table in the tree.
//!
//! Time on a busy machine says little about a change of a few per cent; the number of instructions
//! that callgrind counts is nearly the same each time. It depends on the compiler, on valgrind and
//! on what the processor can do: the table names these, and is compared only where they are equal.

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, bail};

use crate::shell;

/// Options of `cargo xtask counts`.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Fail when a path takes over 2 % more instructions than the table says
    #[arg(long, conflicts_with = "update")]
    check: bool,
    /// Write the table anew
    #[arg(long)]
    update: bool,
}

/// Where the table is.
const TABLE: &str = "benches/counts.tsv";
/// How far a number may be above the table's. One that is as far below is no fault, but the table
/// should learn of it, or the next change may lose what this one won.
const TOLERANCE_PER_MILLE: u64 = 20;
/// Numbers so small that a few instructions are per cents: this many more or fewer are no change.
const TOLERANCE: u64 = 20;
/// Paths that may take so many more instructions than others, on whatever machine.
const APART: &[(&str, &str, u64)] = &[
    ("session: open and close in a session", "session: open and close alone", 2_500),
    ("session: one more beside 1000", "session: open and close alone", 2_500),
];
/// The function of `benches/src/bin/counts.rs` that is counted.
const MEASURED: &str = "counts::measured";

pub(crate) fn run(root: &Path, options: &Options) -> anyhow::Result<()> {
    if !shell::has("valgrind", Command::new("valgrind").arg("--version"))? {
        return Ok(());
    }
    let machine = machine(root)?;
    let path = root.join(TABLE);
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    let committed = Table::parse(&committed).with_context(|| TABLE.to_owned())?;
    let counted = Table { machine, counts: count(root)? };
    let too_far = apart(&counted);
    if too_far > 0 {
        bail!("{too_far} paths take more than was promised, beside others");
    }
    if options.check && committed.machine != counted.machine {
        println!("no comparison with {TABLE}, which was made with");
        println!("{}but here is\n{}", indented(&committed.machine), indented(&counted.machine));
        println!("`cargo xtask counts` prints the numbers of this machine all the same.");
        return Ok(());
    }
    let faults = compare(&committed, &counted);
    if options.update {
        std::fs::write(path, counted.to_string())?;
        println!("wrote {TABLE}");
    }
    if options.check && faults > 0 {
        bail!("{faults} numbers are not the table's: see why, then `cargo xtask counts --update`");
    }
    Ok(())
}

/// What the numbers depend on apart from the code, a line each.
fn machine(root: &Path) -> anyhow::Result<String> {
    let valgrind = shell::output(Command::new("valgrind").arg("--version"))?;
    let rustc = shell::output(Command::new("rustc").arg("--version").current_dir(root))?;
    let processor = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = processor.lines().find_map(|line| line.strip_prefix("model name")?.split_once(':'));
    let model = model.map_or("unknown processor", |(_, model)| model.trim());
    Ok(format!("{}\n{}\n{model}\n", rustc.trim(), valgrind.trim()))
}

/// Lines set in by two spaces.
fn indented(lines: &str) -> String {
    lines.lines().map(|line| format!("  {line}\n")).collect()
}

/// Runs the paths under callgrind.
fn count(root: &Path) -> anyhow::Result<Vec<(String, u64)>> {
    let mut build = shell::cargo(root, ["build", "--release", "-p", "openimsg-benches"]);
    let program = shell::built(build.args(["--bin", "counts"]))?;
    let folder = root.join("target/counts");
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;

    let mut command = Command::new("valgrind");
    command.args(["--tool=callgrind", "--quiet", "--collect-atstart=no"]);
    command.arg(format!("--toggle-collect={MEASURED}")).arg(format!("--dump-after={MEASURED}"));
    command.arg(format!("--callgrind-out-file={}", folder.join("dump").display())).arg(program);
    let names = shell::output(command.stdin(Stdio::null()))?;
    let counts = (1_u32..).zip(names.lines()).map(|(number, name)| {
        let dump = std::fs::read_to_string(folder.join(format!("dump.{number}")))
            .with_context(|| format!("callgrind left no numbers for {name}"))?;
        let total = dump.lines().find_map(|line| line.strip_prefix("totals:"));
        let total = total.and_then(|total| total.trim().parse().ok());
        Ok((name.to_owned(), total.with_context(|| format!("no total for {name}"))?))
    });
    counts.collect()
}

/// Prints both tables side by side; gives how many lines are slower, new, or gone.
fn compare(committed: &Table, counted: &Table) -> usize {
    println!("{:<46} {:>12} {:>12} {:>9}", "path", "table", "now", "change");
    let mut faults = 0_usize;
    let mut line = |name: &str, was: Option<u64>, now: Option<u64>| {
        let cell = |count: Option<u64>| count.map_or("-".to_owned(), |count| count.to_string());
        let (fault, verdict) = match (was, now) {
            (Some(was), Some(now)) if !differs(was, now) => (false, ""),
            (Some(was), Some(now)) if now < was => (false, "fewer: update the table"),
            (Some(_), Some(_)) => (true, "MORE"),
            (None, _) => (true, "NEW"),
            (_, None) => (true, "GONE"),
        };
        faults = faults.saturating_add(usize::from(fault));
        let row = format!(
            "{name:<46} {:>12} {:>12} {:>9}  {verdict}",
            cell(was),
            cell(now),
            change(was, now)
        );
        println!("{}", row.trim_end());
    };
    for (name, now) in &counted.counts {
        line(name, committed.get(name), Some(*now));
    }
    for (name, was) in &committed.counts {
        if counted.get(name).is_none() {
            line(name, Some(*was), None);
        }
    }
    faults
}

/// Prints how far paths are apart, and gives how many are too far.
fn apart(counted: &Table) -> usize {
    let mut faults = 0_usize;
    for (more, fewer, most) in APART {
        let (Some(a), Some(b)) = (counted.get(more), counted.get(fewer)) else { continue };
        let verdict = if a <= b.saturating_add(*most) { "" } else { "  TOO MANY" };
        faults = faults.saturating_add(usize::from(!verdict.is_empty()));
        println!("{more}: {a}, {fewer}: {b}; at most {most} more{verdict}");
    }
    faults
}

fn differs(was: u64, now: u64) -> bool {
    let apart = was.abs_diff(now);
    apart > TOLERANCE && apart.saturating_mul(1000) > was.saturating_mul(TOLERANCE_PER_MILLE)
}

/// In per cent, with a sign and one place.
fn change(was: Option<u64>, now: Option<u64>) -> String {
    let (Some(was), Some(now)) = (was, now) else { return "-".to_owned() };
    let per_mille = was.abs_diff(now).saturating_mul(1000).checked_div(was).unwrap_or(0);
    let sign = if now < was { '-' } else { '+' };
    format!("{sign}{}.{} %", per_mille / 10, per_mille % 10)
}

/// What is in the file: a head of what the numbers depend on, then name and number a line.
#[derive(Debug, Default, PartialEq, Eq)]
struct Table {
    machine: String,
    counts: Vec<(String, u64)>,
}

impl Table {
    fn parse(text: &str) -> anyhow::Result<Table> {
        let mut table = Table::default();
        for line in text.lines() {
            if let Some(line) = line.strip_prefix("# ") {
                writeln!(table.machine, "{line}")?;
            } else {
                let (name, count) = line.split_once('\t').context("a line without a tab")?;
                table.counts.push((name.to_owned(), count.parse()?));
            }
        }
        Ok(table)
    }

    fn get(&self, name: &str) -> Option<u64> {
        self.counts.iter().find(|(found, _)| found == name).map(|(_, count)| *count)
    }
}

impl std::fmt::Display for Table {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.machine.lines().try_for_each(|line| writeln!(f, "# {line}"))?;
        self.counts.iter().try_for_each(|(name, count)| writeln!(f, "{name}\t{count}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_read_as_it_was_written() {
        let text = "# rustc 1\n# valgrind 2\n# a processor\na path\t100\nanother\t7\n";
        let table = Table::parse(text).unwrap();
        assert_eq!(table.machine, "rustc 1\nvalgrind 2\na processor\n");
        assert_eq!((table.get("another"), table.get("none")), (Some(7), None));
        assert_eq!(table.to_string(), text);
        assert!(Table::parse("no number\n").is_err());
    }

    #[test]
    fn a_session_costs_what_was_promised() {
        let (more, fewer, most) = APART[0];
        let table = |count| Table {
            machine: String::new(),
            counts: vec![(more.into(), count), (fewer.into(), 1_000)],
        };
        assert_eq!(apart(&table(1_000 + most)), 0);
        assert_eq!(apart(&table(1_001 + most)), 1);
    }

    #[test]
    fn two_per_cent_and_no_more() {
        assert!(!differs(10_000, 10_200) && !differs(10_000, 9_800));
        assert!(differs(10_000, 10_201) && differs(10_000, 9_799));
        assert!(!differs(100, 120), "a few instructions");
        assert_eq!(change(Some(1000), Some(985)), "-1.5 %");
        assert_eq!(change(None, Some(985)), "-");
        let table = |count| Table { machine: String::new(), counts: vec![("p".into(), count)] };
        assert_eq!(compare(&table(1000), &table(1019)), 0);
        assert_eq!(compare(&table(1000), &table(2000)), 1);
        assert_eq!(compare(&table(2000), &table(1000)), 0, "a gain");
        assert_eq!(compare(&Table::default(), &table(2000)), 1);
        assert_eq!(compare(&table(2000), &Table::default()), 1);
    }
}
