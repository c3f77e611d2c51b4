//! `cargo xtask corpus`: what `openimsg dump` reads from every file of the corpus must be what
//! the corpus says is in it.
//!
//! The corpus is `../shared/corpus` (or `OPENIMSG_CORPUS`): real files, and for each a JSON file
//! of ground truth. [`facts`] says which of its keys are facts and how they are compared. A
//! difference is a failure unless it stands, with its reason, in `xtask/corpus-exceptions.tsv`.

mod exceptions;
mod facts;

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use serde_json::Value;

use crate::shell;
use exceptions::Exceptions;
use facts::{Difference, Expected, Kind, Report};

/// Options of `cargo xtask corpus`.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Only this file of the corpus
    #[arg(long, value_name = "NAME")]
    file: Option<String>,
    /// Print all differences, and the values that differ (parts of real mail!)
    #[arg(long)]
    verbose: bool,
}

/// How long the dump of one file may take. A file that takes longer hangs: most take 1 ms.
const LONGEST: Duration = Duration::from_secs(20);

/// How many differences are printed without `--verbose`.
const FEW: usize = 20;

const EXCEPTIONS: &str = "xtask/corpus-exceptions.tsv";

pub(crate) fn run(root: &Path, options: &Options) -> anyhow::Result<()> {
    let Some(corpus) = shell::corpus(root)? else { return Ok(()) };
    let names = names(&corpus, options.file.as_deref())?;
    let mut exceptions = Exceptions::parse(&std::fs::read_to_string(root.join(EXCEPTIONS))?)?;
    let program = build(root)?;

    let checked = check_all(&program, &corpus, &names)?;
    let mut sum = Sum::default();
    let mut shown = 0_usize;
    for Checked { name, expected, report } in &checked {
        sum.add(*expected, report);
        for difference in &report.differences {
            if exceptions.excuse(name, &difference.path) {
                sum.excused = sum.excused.saturating_add(difference.facts);
                continue;
            }
            shown = shown.saturating_add(1);
            if options.verbose || shown <= FEW {
                print_difference(name, difference, options.verbose);
            }
        }
    }
    sum.print();
    let unused = exceptions.unused(&names);
    for (file, path) in &unused {
        println!("{EXCEPTIONS}: {file} {path}: no such difference, take the line out");
    }
    if shown > FEW && !options.verbose {
        println!("{} more differences: --verbose shows all", shown.saturating_sub(FEW));
    }
    if shown > 0 || !unused.is_empty() {
        bail!("{shown} differences from the ground truth, {} unused exceptions", unused.len());
    }
    Ok(())
}

/// The names of the files, all or one, sorted. Each file has its truth and the other way round.
fn names(corpus: &Path, only: Option<&str>) -> anyhow::Result<Vec<String>> {
    let list = |folder: &str, ending: &str| -> anyhow::Result<Vec<String>> {
        let mut names = Vec::new();
        for entry in std::fs::read_dir(corpus.join(folder))? {
            let name = entry?.file_name();
            let name = name.to_str().context("a file name is no UTF-8")?;
            names.extend(name.strip_suffix(ending).map(str::to_owned));
        }
        names.sort();
        Ok(names)
    };
    let mut names = list("files", "")?;
    if names != list("truth", ".json")? {
        bail!("the folders `files` and `truth` of {} do not match", corpus.display());
    }
    if let Some(only) = only {
        names.retain(|name| name == only);
    }
    if names.is_empty() {
        bail!("no such file in {}", corpus.join("files").display());
    }
    Ok(names)
}

/// Builds the command line as users get it, and says where it is.
fn build(root: &Path) -> anyhow::Result<PathBuf> {
    let mut command = shell::cargo(root, ["build", "--release", "-p", "openimsg-cli"]);
    let messages = shell::output(command.arg("--message-format=json-render-diagnostics"))?;
    let executable = |line: &str| -> Option<PathBuf> {
        let message: Value = serde_json::from_str(line).ok()?;
        Some(message.get("executable")?.as_str()?.into())
    };
    messages.lines().find_map(executable).context("cargo did not say where it put `openimsg`")
}

/// One file, what was to be expected of it, and what came of it.
struct Checked {
    name: String,
    expected: Expected,
    report: Report,
}

/// Checks all files, a few at a time. One process each: whatever a file does to its reader, the
/// others are still checked.
fn check_all(program: &Path, corpus: &Path, names: &[String]) -> anyhow::Result<Vec<Checked>> {
    let next = AtomicUsize::new(0);
    let work = || -> anyhow::Result<Vec<Checked>> {
        let mut checked = Vec::new();
        while let Some(name) = names.get(next.fetch_add(1, Ordering::Relaxed)) {
            let truth = corpus.join("truth").join(format!("{name}.json"));
            let truth: Value = serde_json::from_slice(&std::fs::read(truth)?)?;
            let expected = Expected::of(&truth);
            let report = match dump(program, &corpus.join("files"), name) {
                Ok(dump) => facts::compare(expected, &truth, &dump),
                Err(error) => Report::failed(&truth, &error.to_string()),
            };
            checked.push(Checked { name: name.clone(), expected, report });
        }
        Ok(checked)
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let mut checked = std::thread::scope(|scope| -> anyhow::Result<Vec<Checked>> {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        let mut all = Vec::new();
        for worker in workers {
            all.extend(worker.join().map_err(|_| anyhow::anyhow!("a checking thread panicked"))??);
        }
        Ok(all)
    })?;
    checked.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(checked)
}

/// The JSON document that `openimsg dump` prints for one file.
///
/// # Errors
/// When there is none: the process crashed, hung, or printed something else.
fn dump(program: &Path, folder: &Path, name: &str) -> anyhow::Result<Value> {
    let mut child = Command::new(program)
        .args(["dump", name])
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let mut pipe = child.stdout.take().context("the pipe is missing")?;
    // Somebody has to read while we watch the clock, or a full pipe would look like a hang.
    let reader = std::thread::spawn(move || {
        let mut printed = Vec::new();
        pipe.read_to_end(&mut printed).map(|_| printed)
    });
    let started = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        if started.elapsed() > LONGEST {
            child.kill()?;
            child.wait()?;
            bail!("hangs: stopped after {} s", LONGEST.as_secs());
        }
        std::thread::sleep(Duration::from_millis(1));
    };
    let printed = reader.join().map_err(|_| anyhow::anyhow!("the reading thread panicked"))??;
    // A document may come with an exit status of its own, but not from a panic or a signal.
    if matches!(status.code(), None | Some(101)) {
        bail!("`openimsg dump` ended with {status}");
    }
    serde_json::from_slice(&printed).with_context(|| format!("no JSON document ({status})"))
}

fn print_difference(name: &str, difference: &Difference, values: bool) {
    let Difference { path, kind, facts, truth, dump } = difference;
    let facts = if *facts > 1 { format!(" ({facts} facts)") } else { String::new() };
    println!("{name} {path}: {kind}{facts}");
    // The reason why there is no document is the program's own, not a part of a mail.
    if values || *kind == Kind::NoDocument {
        println!("    truth {truth}\n    dump  {dump}");
    }
}

/// The sums that are printed at the end.
#[derive(Default)]
struct Sum {
    files: usize,
    damaged: usize,
    tnef: usize,
    no_compound_file: usize,
    facts: usize,
    equal: usize,
    excused: usize,
}

impl Sum {
    fn add(&mut self, expected: Expected, report: &Report) {
        self.files = self.files.saturating_add(1);
        match expected {
            Expected::All => {}
            Expected::PartOrError => self.damaged = self.damaged.saturating_add(1),
            Expected::Tnef => self.tnef = self.tnef.saturating_add(1),
            Expected::Error => self.no_compound_file = self.no_compound_file.saturating_add(1),
        }
        self.facts = self.facts.saturating_add(report.facts);
        self.equal = self.equal.saturating_add(report.equal());
    }

    fn print(&self) {
        let Sum { files, damaged, tnef, no_compound_file, facts, equal, excused } = self;
        // In hundredths of a percent, cut off: 100 % is printed only when nothing differs.
        let share = equal.saturating_mul(10_000).checked_div(*facts).unwrap_or(0);
        let (percent, hundredths) = (share.div_euclid(100), share.rem_euclid(100));
        println!(
            "{files} files, of which {damaged} are damaged, {tnef} TNEF (only recognised as such) \
             and {no_compound_file} of no known kind"
        );
        println!(
            "{facts} facts compared, {equal} equal ({percent}.{hundredths:02} %), {excused} excused"
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_truth_equals_itself() {
        let Some(corpus) = shell::corpus(shell::root()).unwrap() else { return };
        let mut facts = 0_usize;
        for name in names(&corpus, None).unwrap() {
            let truth = std::fs::read(corpus.join("truth").join(format!("{name}.json"))).unwrap();
            let truth: Value = serde_json::from_slice(&truth).unwrap();
            let expected = Expected::of(&truth);
            if matches!(expected, Expected::All | Expected::PartOrError) {
                let report = facts::compare(expected, &truth, &truth);
                assert_eq!(report.differences, [], "{name}");
                // Twice the same count, so that what is missing weighs what it holds.
                assert_eq!(report.facts, Report::failed(&truth, "").facts, "{name}");
                facts = facts.saturating_add(report.facts);
            }
        }
        assert!(facts > 100_000, "{facts}");
    }

    /// A corpus of one file for each answer that a program could give.
    ///
    /// `sh dump NAME` runs the script `dump` in the folder `files` as if it were `openimsg`.
    #[test]
    fn the_answers_of_a_program_are_judged() {
        let corpus = std::env::temp_dir().join(format!("xtask-corpus-{}", std::process::id()));
        let truth =
            |name| format!(r#"{{"file": "{name}", "bytes": 3, "message": {{"depth": 0}}}}"#);
        let answers = [
            ("right", r#"echo '{"file": "right", "bytes": 3, "message": {"depth": 0}}'"#),
            ("status", r#"echo '{"file": "status", "bytes": 3, "message": {"depth": 0}}'; exit 1"#),
            ("wrong", r#"echo '{"file": "wrong", "bytes": 4, "message": {"depth": 0}}'"#),
            ("error", r#"echo '{"file": "error", "error": "no"}'; exit 1"#),
            ("panic", r#"echo '{"file": "panic", "bytes": 3, "message": {"depth": 0}}'; exit 101"#),
            ("signal", "kill -SEGV $$"),
            ("babble", "echo panic"),
        ];
        for folder in ["files", "truth"] {
            std::fs::create_dir_all(corpus.join(folder)).unwrap();
        }
        let mut script = "case $1 in\n".to_owned();
        for (name, answer) in answers {
            script += &format!("{name}) {answer};;\n");
            std::fs::write(corpus.join(format!("truth/{name}.json")), truth(name)).unwrap();
        }
        std::fs::write(corpus.join("files/dump"), script + "esac\n").unwrap();

        let names: Vec<String> = answers.iter().map(|(name, _)| (*name).to_owned()).collect();
        let checked = check_all(Path::new("sh"), &corpus, &names).unwrap();
        std::fs::remove_dir_all(&corpus).unwrap();

        let said = |name: &str| {
            let report = &checked.iter().find(|c| c.name == name).unwrap().report;
            let differences = report.differences.iter();
            let lines: Vec<String> =
                differences.map(|d| format!("{} {} {}", d.path, d.kind, d.dump)).collect();
            (report.facts, report.equal(), lines.join("; "))
        };
        assert_eq!(said("right"), (3, 3, String::new()));
        assert_eq!(said("status"), (3, 3, String::new()));
        assert_eq!(said("wrong"), (3, 2, "/bytes differs 4".to_owned()));
        assert_eq!(said("error"), (3, 0, r#" no facts "no""#.to_owned()));
        for (name, why) in [("panic", "101"), ("signal", "signal"), ("babble", "no JSON document")]
        {
            let (facts, equal, line) = said(name);
            assert_eq!((facts, equal), (3, 0), "{name}");
            assert!(line.contains("no facts") && line.contains(why), "{line}");
        }
    }
}
