//! `cargo xtask bench`: our own numbers, now or beside saved ones, those of other readers beside
//! them, limits that hold for large files and for many, or the price of saving safely.

mod beside;
mod plot;
mod sizes;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, bail};
use serde_json::Value;

use crate::shell;

/// Options of `cargo xtask bench`.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Compare with others instead of running our own suites: those in Rust, or all, which gets
    /// Apache POI, extract-msg, msgreader and oxmsg into target/interop
    #[arg(long, value_name = "WHICH", num_args = 0..=1, default_missing_value = "rust")]
    peers: Option<Peers>,
    /// Draw time against size, of each kind of work by us and by others, into target/sizes; with
    /// `--peers all` by those too who are not in Rust; with `-- --quick` in fewer rounds
    #[arg(long)]
    plot: bool,
    /// Hold time and memory to their limits on large files instead: 60,000 streams, an
    /// attachment of 1 GiB (with `-- --quick` of 64 MiB)
    #[arg(long, conflicts_with_all = ["peers", "plot"])]
    scale: bool,
    /// Hold the time for messages of hostile shapes to what their length allows instead; with
    /// `-- --all` print all, with `-- --bytes N` make them that long, with `-- --only TEXT` take
    /// those whose names have that text
    #[arg(long, conflicts_with_all = ["peers", "plot", "scale"])]
    shapes: bool,
    /// Compare saving safely with a plain copy that is synced instead, in time and memory
    #[arg(long, conflicts_with_all = ["plot", "peers", "scale", "shapes"])]
    saving: bool,
    /// Let the program show every message of folders that `cargo xtask gen` made, with one job
    /// and with two
    #[arg(long, conflicts_with_all = ["plot", "peers", "scale", "shapes", "saving"], value_name = "DIR", num_args = 1..)]
    bulk: Vec<PathBuf>,
    /// Run our own suites and keep their numbers under a name
    #[arg(long, conflicts_with_all = ["plot", "peers", "scale", "shapes", "saving", "bulk"], value_name = "NAME")]
    save: Option<String>,
    /// Run our own suites and print what changed since numbers were kept under a name
    #[arg(long, conflicts_with_all = ["plot", "peers", "scale", "shapes", "saving", "bulk", "save"], value_name = "NAME")]
    against: Option<String>,
    /// Run another revision beside this version in one program, over the corpus in alternating
    /// rounds, and print the ratio of their times, good to half a percent; with `-- N` in N rounds
    #[arg(long, conflicts_with_all = ["plot", "peers", "scale", "shapes", "saving", "bulk", "save", "against"], value_name = "REVISION")]
    beside: Option<String>,
    /// Arguments for the benchmark program; for our own suites words that names must contain
    #[arg(last = true)]
    arguments: Vec<String>,
}

/// Whom to compare with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Peers {
    /// Crates
    Rust,
    /// And programs in Java, Python and JavaScript
    All,
}

pub(crate) fn run(root: &Path, options: &Options) -> anyhow::Result<()> {
    let all = options.peers == Some(Peers::All);
    let sizes = || sizes::run(root, all, options.arguments.iter().any(|word| word == "--quick"));
    if options.plot {
        return sizes();
    }
    if !options.bulk.is_empty() {
        return bulk(root, &options.bulk);
    }
    if let Some(revision) = &options.beside {
        let rounds = match &options.arguments[..] {
            [] => 150,
            [rounds] => rounds.parse().context("the number of rounds is no number")?,
            _ => bail!("there is nothing to tell but the number of rounds"),
        };
        return beside::run(root, &target(root)?, revision, rounds);
    }
    let program = |name| {
        shell::cargo(root, ["run", "--release", "-p", "openimsg-benches", "--bin", name, "--"])
    };
    let mut command = match options {
        Options { peers: Some(_), .. } => program("peers"),
        Options { scale: true, .. } => program("scale"),
        Options { shapes: true, .. } => program("shapes"),
        Options { saving: true, .. } => program("save"),
        _ => shell::cargo(root, ["bench", "-p", "openimsg-benches", "--benches", "--"]),
    };
    if let Some(name) = &options.save {
        command.args(["--save-baseline", name]);
    }
    let started = std::time::SystemTime::now();
    if let Some(name) = &options.save
        && ["base", "change", "new", "report"].contains(&&**name)
    {
        bail!("Criterion keeps numbers of its own as `{name}`");
    }
    if let Some(name) = &options.against {
        let kept = kept(&target(root)?.join("criterion"))?;
        if !kept.contains(name) {
            let names: Vec<String> = kept.into_iter().collect();
            let others = if names.is_empty() { "nothing else" } else { &names.join(", ") };
            bail!("nothing was kept as `{name}` (but {others}): `cargo xtask bench --save {name}`");
        }
        // What was not there then has no number to stand beside.
        command.args(["--noplot", "--baseline-lenient", name]);
    }
    shell::run(command.args(&options.arguments))?;
    // One run tells of everything that others can be compared in.
    if options.peers.is_some() && options.arguments.is_empty() {
        shell::run(&mut program("save"))?;
    }
    if all {
        sizes()?;
    }
    let report = target(root)?.join("criterion/report/index.html");
    if options.peers.is_none()
        && report.exists()
        && !(options.scale || options.shapes || options.saving)
    {
        println!("\nreports with pictures: {}", report.display());
    }
    match &options.against {
        Some(name) => changes(root, name, started),
        None => Ok(()),
    }
}

fn bulk(root: &Path, folders: &[PathBuf]) -> anyhow::Result<()> {
    let release = |package, name| {
        let line = ["build", "--release", "-p", package, "--bin", name];
        shell::built(&mut shell::cargo(root, line))
    };
    let program = release("openimsg-cli", "openimsg")?;
    let mut command = Command::new(release("openimsg-benches", "bulk")?);
    shell::run(command.current_dir(root).arg(program).args(folders))
}

/// The table of what changed, out of the files that Criterion left.
fn changes(root: &Path, name: &str, since: std::time::SystemTime) -> anyhow::Result<()> {
    let mut rows = Vec::new();
    collect(&target(root)?.join("criterion"), name, since, &mut rows)?;
    if rows.is_empty() {
        bail!("no numbers were kept as `{name}`: `cargo xtask bench --save {name}`");
    }
    rows.sort_by(|a, b| a.name.cmp(&b.name));
    println!(
        "\n{:<52} {:>11} {:>11} {:>9} {:>18}",
        "median", name, "now", "change", "95 % between"
    );
    for row in rows {
        println!("{row}");
    }
    Ok(())
}

/// Where cargo puts what it makes.
fn target(root: &Path) -> anyhow::Result<PathBuf> {
    let metadata = ["metadata", "--format-version=1", "--no-deps"];
    let metadata: Value = serde_json::from_str(&shell::output(&mut shell::cargo(root, metadata))?)?;
    let target = metadata.get("target_directory").and_then(Value::as_str);
    Ok(target.context("cargo tells no target directory")?.into())
}

/// One benchmark, then and now: nanoseconds, and the change with what noise leaves open.
struct Row {
    name: String,
    was: f64,
    now: f64,
    change: f64,
    between: [f64; 2],
}

/// The names under which numbers were kept, below Criterion's folder.
fn kept(folder: &Path) -> anyhow::Result<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let path = entry?.path();
        if path.join("estimates.json").exists() {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let own = ["base", "change", "new"].contains(&&*name);
            names.extend((!own).then(|| name.into_owned()));
        } else if path.is_dir() {
            names.append(&mut kept(&path)?);
        }
    }
    Ok(names)
}

/// Looks for benchmarks that were compared just now below a folder.
fn collect(
    folder: &Path,
    name: &str,
    since: std::time::SystemTime,
    rows: &mut Vec<Row>,
) -> anyhow::Result<()> {
    let change = folder.join("change/estimates.json");
    let is_new =
        std::fs::metadata(&change).and_then(|file| file.modified()).is_ok_and(|time| time >= since);
    if is_new && folder.join(name).is_dir() {
        let read = |path: &str| -> anyhow::Result<Value> {
            Ok(serde_json::from_str(&std::fs::read_to_string(folder.join(path))?)?)
        };
        let number = |value: &Value, path: &str| {
            value
                .pointer(path)
                .and_then(Value::as_f64)
                .with_context(|| format!("no {path} in {}", folder.display()))
        };
        let change = read("change/estimates.json")?;
        let bound = |which| number(&change, &format!("/median/confidence_interval/{which}_bound"));
        let title = read("new/benchmark.json")?;
        rows.push(Row {
            name: title.get("title").and_then(Value::as_str).unwrap_or_default().to_owned(),
            was: number(&read(&format!("{name}/estimates.json"))?, "/median/point_estimate")?,
            now: number(&read("new/estimates.json")?, "/median/point_estimate")?,
            change: number(&change, "/median/point_estimate")?,
            between: [bound("lower")?, bound("upper")?],
        });
        return Ok(());
    }
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, name, since, rows)?;
        }
    }
    Ok(())
}

impl std::fmt::Display for Row {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Row { name, was, now, change, between: [low, high] } = self;
        let percent = |change: &f64| format!("{:+.1} %", change * 100.0);
        let between = format!("{} {}", percent(low), percent(high));
        // Less than Criterion's own threshold is noise, and so is what may be either.
        let verdict = match () {
            () if *low > 0.02 => "  slower",
            () if *high < -0.02 => "  faster",
            () => "",
        };
        let change = percent(change);
        write!(
            f,
            "{name:<52} {:>11} {:>11} {change:>9} {between:>18}{verdict}",
            time(*was),
            time(*now)
        )
    }
}

/// Nanoseconds in a unit that people read.
fn time(nanoseconds: f64) -> String {
    match nanoseconds {
        time if time < 1e3 => format!("{time:.1} ns"),
        time if time < 1e6 => format!("{:.2} µs", time / 1e3),
        time => format!("{:.2} ms", time / 1e6),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_say_what_is_noise() {
        let row = |low, high| {
            let row = Row {
                name: "a suite/a path".into(),
                was: 1234.5,
                now: 1.5e6,
                change: (low + high) / 2.0,
                between: [low, high],
            };
            row.to_string()
        };
        assert!(
            row(0.03, 0.05).ends_with("+4.0 %      +3.0 % +5.0 %  slower"),
            "{}",
            row(0.03, 0.05)
        );
        assert!(row(-0.05, -0.03).ends_with("faster"));
        assert!(row(-0.05, 0.03).ends_with("+3.0 %"));
        assert!(row(0.0, 0.0).contains("1.23 µs     1.50 ms"));
        assert_eq!(time(12.0), "12.0 ns");
    }
}
