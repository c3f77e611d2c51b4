//! `cargo xtask interop`: programs of others read what we write.
//!
//! Two examples write, and say what they have written without reading it back:
//! - `write_samples` of the storage crate: compound files of many sizes and shapes. The crate
//!   cfb and the Python library olefile, at their strictest, must find exactly these streams.
//! - `interop_messages` of the facade: messages of many kinds, new ones, edited ones, and real
//!   files of the corpus with changes. Both must find the same streams in them, and [readers] of
//!   messages what is in the messages.
//!
//! And two converters of others make [html] of the RTF bodies of the corpus, as we do.
//!
//! A difference is a failure unless it stands among the [exceptions], with its reason. What the
//! readers are and how their drivers answer is told in `xtask/readers/README.md`.

mod compare;
mod exceptions;
mod html;
pub(crate) mod readers;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context, bail};
use serde_json::{Map, Value};

use crate::shell;
use compare::{Comparison, compare};
use exceptions::{EXCEPTIONS, is_real};
use html::Converting;
use readers::{Place, Reader, Running};

/// Options of `cargo xtask interop`.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Leave a reader out (not under CI)
    #[arg(long, value_name = "READER")]
    skip: Vec<Reader>,
    /// Only messages whose name has this in it
    #[arg(long, value_name = "TEXT")]
    case: Option<String>,
    /// Only compare what is made of RTF with HTML in it
    #[arg(long, conflicts_with = "case")]
    html: bool,
    /// Print each difference, the excused ones too
    #[arg(long)]
    verbose: bool,
}

/// The readers of messages.
const READERS: &[Reader] = &[Reader::Olefile, Reader::ExtractMsg, Reader::Msgreader, Reader::Poi];

/// How many messages there must be: nothing compared is no success.
const FEWEST_CASES: usize = 75;

pub(crate) fn run(root: &Path, options: &Options) -> anyhow::Result<()> {
    if std::env::var_os("CI").is_some() && !options.skip.is_empty() {
        bail!("CI is set: no reader may be left out");
    }
    let target = root.join("target/interop");
    std::fs::create_dir_all(&target)?;
    let place = Place { drivers: &root.join("xtask/readers"), target: &target };
    let skipped = |reader: Reader| options.skip.contains(&reader);
    let mut faults = 0_usize;
    // The slowest: the others are done meanwhile.
    let converting = match options.case {
        None => Converting::start(root, &place, &skipped)?,
        Some(_) => None,
    };
    if options.html {
        let Some(converting) = converting else { return Ok(()) };
        return match converting.finish(options.verbose)? {
            0 => Ok(()),
            faults => bail!("{faults} faults"),
        };
    }
    let samples = Written::samples(root, &target)?;
    let (cases, expected) = cases(root, &target)?;

    if !skipped(Reader::Cfb) {
        faults = faults.saturating_add(containers(root, &place, samples, &cases, &skipped)?);
    }
    let chosen = |name: &str| options.case.as_ref().is_none_or(|part| name.contains(part));
    let files: Vec<PathBuf> =
        expected.keys().filter(|name| chosen(name)).map(|name| cases.join(name)).collect();
    let mut running = Vec::new();
    for reader in READERS.iter().copied().filter(|reader| !skipped(*reader)) {
        let mut command = place.command(reader)?;
        command.args(&files);
        running.push((reader, Running::start(command, target.join(format!("{reader}.json")))?));
    }
    let mut table = Table::new(options.verbose);
    for (reader, running) in running {
        let (found, time) = running.finish().with_context(|| format!("{reader}"))?;
        println!("{reader} has read {} messages in {:.1} s", files.len(), time.as_secs_f64());
        for (name, expected) in expected.iter().filter(|(name, _)| chosen(name)) {
            table.add(reader, name, compare(expected, found.get(name)));
        }
    }
    let all = options.case.is_none();
    faults = faults.saturating_add(table.print(all));
    if let Some(converting) = converting {
        faults = faults.saturating_add(converting.finish(options.verbose)?);
    }
    if all && expected.len() < FEWEST_CASES {
        bail!("only {} messages were written", expected.len());
    }
    if faults > 0 {
        bail!("{faults} faults");
    }
    Ok(())
}

/// Compound files and what is in them: lines of `{"path", "streams", "storages"}`.
struct Written {
    list: String,
}

impl Written {
    fn samples(root: &Path, target: &Path) -> anyhow::Result<Written> {
        let samples = emptied(target.join("samples"))?;
        let mut write = shell::cargo(root, ["run", "--release", "-p", "openimsg-storage"]);
        write.args(["--example", "write_samples", "--"]).arg(&samples);
        Ok(Written { list: shell::output(&mut write)? })
    }

    /// Each file with its listing, in an order that does not depend on the writer.
    fn parsed(&self) -> anyhow::Result<Vec<(PathBuf, BTreeMap<String, Value>)>> {
        let parse = |line: &str| -> anyhow::Result<_> {
            let line: Value = serde_json::from_str(line)?;
            let path = line.get("path").and_then(Value::as_str).context("no path")?;
            let streams = line.get("streams").and_then(Value::as_object).context("no streams")?;
            let storages = line.get("storages").and_then(Value::as_array).context("no storages")?;
            let streams = streams.iter().map(|(name, value)| (name.clone(), value.clone()));
            let storages = storages.iter().filter_map(Value::as_str);
            let storages = storages.map(|name| (name.to_owned(), Value::from("a storage")));
            Ok((path.into(), streams.chain(storages).collect()))
        };
        self.list.lines().map(parse).collect()
    }
}

/// Writes the messages: their folder, and what is in each.
fn cases(root: &Path, target: &Path) -> anyhow::Result<(PathBuf, Map<String, Value>)> {
    let cases = emptied(target.join("cases"))?;
    let mut write = shell::cargo(root, ["run", "--release", "-p", "openimsg"]);
    write.args(["--example", "interop_messages", "--"]).arg(&cases);
    shell::run(&mut write)?;
    let expected = std::fs::read(cases.join("expected.json"))?;
    Ok((cases, serde_json::from_slice(&expected)?))
}

/// No file of an earlier run may stand in for one that is no longer written.
fn emptied(folder: PathBuf) -> anyhow::Result<PathBuf> {
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// Lets cfb and olefile read all files as compound files; returns the number of faults.
fn containers(
    root: &Path,
    place: &Place<'_>,
    samples: Written,
    cases: &Path,
    skipped: &dyn Fn(Reader) -> bool,
) -> anyhow::Result<usize> {
    let written = samples.parsed()?;
    let mut messages = Vec::new();
    for entry in std::fs::read_dir(cases)? {
        let path = entry?.path();
        messages.extend(path.extension().is_some_and(|e| e == "msg").then_some(path));
    }
    messages.sort();
    let mut read = shell::cargo(root, ["run", "--release", "-p", "openimsg-storage"]);
    read.args(["--example", "read_with_cfb", "--"]);
    read.args(written.iter().map(|(path, _)| path)).args(&messages);
    let found = Written { list: shell::output(&mut read)? };

    let mut faults = 0_usize;
    let parsed = found.parsed()?;
    for ((path, written), (_, found)) in written.iter().zip(&parsed) {
        if written != found {
            println!("{}: cfb finds other streams than were written", path.display());
            faults = faults.saturating_add(1);
        }
    }
    println!("cfb has read {} compound files, {faults} faults", parsed.len());
    if parsed.len() != written.len().saturating_add(messages.len()) {
        bail!("cfb has not read all files");
    }
    if !skipped(Reader::Olefile) {
        let list = place.target.join("containers.jsonl");
        std::fs::write(&list, found.list)?;
        let mut read = place.python()?;
        read.arg(place.drivers.join("containers.py"))
            .stdin(Stdio::from(std::fs::File::open(list)?));
        shell::run(&mut read)?;
    }
    Ok(faults)
}

/// Case by case what the readers found.
struct Table {
    verbose: bool,
    rows: BTreeMap<String, Vec<String>>,
    readers: Vec<Sum>,
    used: Vec<bool>,
}

/// What came of one reader.
struct Sum {
    reader: Reader,
    values: usize,
    excused: usize,
    faults: usize,
    equal: usize,
    cases: usize,
}

impl Table {
    fn new(verbose: bool) -> Table {
        Table {
            verbose,
            rows: BTreeMap::new(),
            readers: Vec::new(),
            used: vec![false; EXCEPTIONS.len()],
        }
    }

    fn add(&mut self, reader: Reader, name: &str, comparison: Comparison) {
        let case = name.strip_suffix(".msg").unwrap_or(name);
        let Comparison { values, differences } = comparison;
        let (mut excused, mut faults) = (0_usize, Vec::new());
        for difference in &differences {
            let reason = EXCEPTIONS.iter().zip(&mut self.used).find_map(|(exception, used)| {
                let covers = exception.covers(reader, case, difference);
                *used |= covers;
                covers.then_some(exception.reason)
            });
            match reason {
                Some(_) => excused = excused.saturating_add(1),
                None => faults.push(format!("{} {}", difference.field, difference.kind)),
            }
            if self.verbose {
                let compare::Difference { field, kind, values } = difference;
                println!("{reader} {case}: {field} {kind}: {}", reason.unwrap_or(values));
            }
        }
        let cell = match (faults.first(), excused) {
            (None, 0) => "equal".to_owned(),
            (None, _) => format!("equal but {excused}"),
            (Some(first), _) if faults.len() == 1 => first.clone(),
            (Some(first), _) => format!("{first} (+{})", faults.len().saturating_sub(1)),
        };
        self.rows.entry(case.to_owned()).or_default().push(cell);
        if self.readers.last().is_none_or(|sum| sum.reader != reader) {
            let (values, excused, faults, equal, cases) = (0, 0, 0, 0, 0);
            self.readers.push(Sum { reader, values, excused, faults, equal, cases });
        }
        if let Some(sum) = self.readers.last_mut() {
            sum.cases = sum.cases.saturating_add(1);
            sum.equal = sum.equal.saturating_add(usize::from(differences.is_empty()));
            sum.values = sum.values.saturating_add(values);
            sum.excused = sum.excused.saturating_add(excused);
            sum.faults = sum.faults.saturating_add(faults.len());
        }
    }

    /// Prints all, and returns the number of faults; with `all`, an exception that was not needed
    /// is one.
    fn print(&self, all: bool) -> usize {
        let line = |name: &str, cells: &mut dyn Iterator<Item = String>| {
            let cells: Vec<String> = cells.map(|cell| format!("{cell:28}")).collect();
            println!("{}", format!("{name:26}{}", cells.concat()).trim_end());
        };
        line("", &mut self.readers.iter().map(|sum| sum.reader.to_string()));
        for (case, cells) in &self.rows {
            line(case, &mut cells.iter().cloned());
        }
        let mut faults = 0_usize;
        for Sum { reader, values, excused, faults: own, equal, cases } in &self.readers {
            println!(
                "{reader}: {values} values in {cases} messages compared, {equal} messages equal \
                 in all, {excused} differences excused, {own} not"
            );
            faults = faults.saturating_add(*own);
        }
        for (exception, used) in EXCEPTIONS.iter().zip(&self.used) {
            let run = self.readers.iter().any(|sum| sum.reader == exception.reader);
            let there = !exception.needs_corpus() || self.rows.keys().any(|case| is_real(case));
            if all && run && there && !used {
                let exceptions::Exception { reader, cases, field, kind, .. } = exception;
                println!("no such difference, take it out: {reader} {cases} {field} {kind}");
                faults = faults.saturating_add(1);
            }
        }
        faults
    }
}
