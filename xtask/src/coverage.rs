//! `cargo xtask coverage`: how many lines of the libraries the tests reach, crate by crate.
//!
//! The compiler itself puts counters into the code (`-C instrument-coverage`), the unit and
//! integration tests of each crate run, and LLVM's tools map the counters back to lines. Lines
//! are counted as LLVM does: each one that holds code, the later lines of an expression and
//! closing braces as well. A line is reached when any part of it is, and in generic code when it
//! is for any type. Test modules do not count, nor does what a `derive` writes.
//!
//! The number is rather too low than too high:
//! * Examples in docs are tests too, but their programs are gone when they have run: what only
//!   they reach counts as not reached.
//! * So does a `const fn` that only the compiler runs, such as `table` in
//!   `crates/props/src/crc.rs`, though each test of checksums is one of it.
//!
//! Tools that set breakpoints on the lines of the debug information (tarpaulin's `ptrace` engine)
//! know fewer lines: of `crates/base/src/defect.rs` five where LLVM knows ten, since a `write!`
//! over four lines is one to them. Of the whole crate they know 420 of 584.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, bail};
use serde_json::Value;

use crate::shell;

/// Options of `cargo xtask coverage`.
#[derive(clap::Args)]
#[command(
    after_help = "It prints a table: crate, lines, lines reached, percent, aim. Only a crate's own \
                  unit and integration tests count for it. LLVM's tools are those of the \
                  toolchain (installed by rustup when missing), else those on the PATH, which may \
                  not be older than the compiler's LLVM."
)]
pub(crate) struct Options {
    /// Fail when less of a crate is reached than its aim
    #[arg(long)]
    check: bool,
    /// Name the lines that no test reaches
    #[arg(long)]
    lines: bool,
    /// Only these crates
    #[arg(value_name = "CRATE", value_parser = CRATES.map(|(name, _)| name))]
    crates: Vec<String>,
}

/// The crates that read what others made, and `session` above them, which parses nothing; how
/// many of a hundred of their lines their own tests are to reach.
const CRATES: [(&str, usize); 6] =
    [("base", 95), ("storage", 95), ("props", 95), ("rtf", 95), ("message", 95), ("session", 90)];

pub(crate) fn run(root: &Path, options: &Options) -> anyhow::Result<()> {
    let tools = Tools::find(root)?;
    let folder = root.join("target/coverage");
    let programs = build(root, &folder)?;
    let mut table = Vec::new();
    for (name, aim) in CRATES {
        if !options.crates.is_empty() && options.crates.iter().all(|chosen| chosen != name) {
            continue;
        }
        let programs = programs.get(name).with_context(|| format!("{name} has no tests"))?;
        let profile = profile(root, programs, &folder.join(name), &tools)?;
        let report = report(root, programs, &profile, &tools)?;
        table.push((name, aim, lines(root, name, &report)?));
    }
    println!("{:8} {:>6} {:>7} {:>8} {:>5}", "crate", "lines", "reached", "", "aim");
    let mut short = Vec::new();
    for (name, aim, lines) in &table {
        let reached = lines.values().filter(|reached| **reached).count();
        let per_mille = reached.saturating_mul(1000).checked_div(lines.len()).unwrap_or(0);
        let (whole, tenth) = (per_mille / 10, per_mille % 10);
        println!("{name:8} {:>6} {reached:>7} {whole:>4}.{tenth} % {aim:>3} %", lines.len());
        short.extend((whole < *aim).then_some(*name));
    }
    if options.lines {
        for ((file, line), _) in table.iter().flat_map(|row| &row.2).filter(|(_, hit)| !**hit) {
            println!("{file}:{line}");
        }
    }
    if options.check && !short.is_empty() {
        bail!("below the aim: {}; --lines names what is not reached", short.join(", "));
    }
    Ok(())
}

/// Builds the tests of all crates, in one run so that each has the same features in all of them:
/// the programs, by the folder of their crate.
fn build(root: &Path, folder: &Path) -> anyhow::Result<BTreeMap<String, Vec<PathBuf>>> {
    let mut command = shell::cargo(root, ["test", "--no-run", "--all-features"]);
    command.args(["--message-format=json-render-diagnostics", "--config", "profile.dev.debug=0"]);
    command.arg("--target-dir").arg(folder.join("build"));
    for (name, _) in CRATES {
        command.args(["--package", &format!("openimsg-{name}")]);
    }
    command.env("RUSTFLAGS", "-Cinstrument-coverage");
    // What runs while building counts too, and would leave its counts wherever it was started.
    command.env("LLVM_PROFILE_FILE", folder.join("build/%m.profraw"));
    let mut programs = BTreeMap::<String, Vec<PathBuf>>::new();
    for line in shell::output(&mut command)?.lines() {
        let message: Value = serde_json::from_str(line)?;
        let text = |name: &str| message.pointer(name).and_then(Value::as_str);
        let (Some(program), Some(manifest)) = (text("/executable"), text("/manifest_path")) else {
            continue;
        };
        if text("/target/kind/0") == Some("example") {
            continue;
        }
        let name = Path::new(manifest).parent().and_then(Path::file_name).unwrap_or_default();
        programs.entry(name.to_string_lossy().into_owned()).or_default().push(program.into());
    }
    Ok(programs)
}

/// Runs the tests of one crate; what they counted is in the file that is returned.
fn profile(
    root: &Path,
    programs: &[PathBuf],
    folder: &Path,
    tools: &Tools,
) -> anyhow::Result<PathBuf> {
    if folder.exists() {
        std::fs::remove_dir_all(folder)?;
    }
    std::fs::create_dir_all(folder)?;
    let home = root.join("crates").join(folder.file_name().unwrap_or_default());
    for program in programs {
        let mut command = Command::new(program);
        command.arg("--quiet").current_dir(&home);
        command.env("LLVM_PROFILE_FILE", folder.join("%m-%p.profraw"));
        let output = command.output()?;
        if !output.status.success() {
            print!("{}", String::from_utf8_lossy(&output.stdout));
            bail!("{}: {}", output.status, shell::line(&command));
        }
    }
    let merged = folder.join("merged.profdata");
    let mut command = tools.command("llvm-profdata");
    // Tests of saving kill processes, which leave their counts half written.
    command.args(["merge", "--sparse", "--failure-mode=all", "--output"]).arg(&merged).arg(folder);
    shell::run(&mut command)?;
    Ok(merged)
}

/// What LLVM tells of the lines of the programs, in the format of `lcov`.
fn report(
    root: &Path,
    programs: &[PathBuf],
    profile: &Path,
    tools: &Tools,
) -> anyhow::Result<String> {
    let mut command = tools.command("llvm-cov");
    command.args(["export", "--format=lcov", "--skip-functions", "--instr-profile"]);
    command.arg(profile).current_dir(root);
    for program in programs {
        command.arg("--object").arg(program);
    }
    shell::output(&mut command)
}

/// The lines of a crate that hold code, and whether they are reached; by file, from the root.
fn lines(root: &Path, name: &str, report: &str) -> anyhow::Result<BTreeMap<(String, usize), bool>> {
    let source = format!("crates/{name}/src/");
    let mut lines = BTreeMap::new();
    // The file, and the line at which its test module begins.
    let mut file = None;
    for record in report.lines() {
        if let Some(path) = record.strip_prefix("SF:") {
            let path = Path::new(path).strip_prefix(root).unwrap_or(Path::new(path));
            let path = path.to_string_lossy().into_owned();
            file = None;
            if path.starts_with(&source) && !path.ends_with("/tests.rs") {
                let text = std::fs::read_to_string(root.join(&path))?;
                file = Some((path, code(&text)));
            }
        } else if let (Some((path, code)), Some(record)) = (&file, record.strip_prefix("DA:")) {
            let mut numbers = record.split(',').map(str::parse::<usize>);
            let (Some(Ok(line)), Some(Ok(count))) = (numbers.next(), numbers.next()) else {
                bail!("not a record of lcov: {record}");
            };
            if line <= *code {
                *lines.entry((path.clone(), line)).or_default() |= count > 0;
            }
        }
    }
    Ok(lines)
}

/// How many lines of a file come before its test module, which is its last item.
fn code(text: &str) -> usize {
    let lines: Vec<&str> = text.lines().collect();
    let module = |pair: &[&str]| matches!(pair, ["#[cfg(test)]", next] if next.ends_with('{') || next.starts_with("#["));
    lines.windows(2).position(module).unwrap_or(lines.len())
}

/// LLVM's tools for what the compiler counts.
struct Tools(Option<PathBuf>);

impl Tools {
    /// Those of the toolchain, for which rustup is asked when they are missing.
    ///
    /// # Errors
    /// When there are none, and none on the path either.
    fn find(root: &Path) -> anyhow::Result<Self> {
        let rustc = |what: &str| {
            shell::output(Command::new("rustc").current_dir(root).args(["--print", what]))
        };
        let mut folder = PathBuf::from(rustc("sysroot")?.trim());
        folder.extend(["lib", "rustlib", rustc("host-tuple")?.trim(), "bin"]);
        let install = ["component", "add", "llvm-tools"];
        if folder.join("llvm-cov").exists()
            || shell::works(Command::new("rustup").current_dir(root).args(install))
        {
            return Ok(Tools(Some(folder)));
        }
        let tools = Tools(None);
        if !shell::works(tools.command("llvm-cov").arg("--version")) {
            bail!("this needs LLVM's tools: rustup component add llvm-tools");
        }
        Ok(tools)
    }

    fn command(&self, name: &str) -> Command {
        Command::new(self.0.as_ref().map_or_else(|| name.into(), |folder| folder.join(name)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn test_modules_are_no_code() {
        for (text, lines) in [
            ("fn a() {}\n", 1),
            ("#[cfg(test)]\nmod tests;\nmod a;\n", 3),
            ("fn a() {}\n\n#[cfg(test)]\nmod tests {\n}\n", 2),
            ("fn a() {}\n#[cfg(test)]\n#[expect(lint)]\nmod tests {\n}\n", 1),
        ] {
            assert_eq!(code(text), lines, "{text}");
        }
    }

    #[test]
    fn a_line_is_reached_when_any_record_says_so() {
        let report = "SF:/x/crates/rtf/src/none.rs\nDA:3,1\nend_of_record\n";
        let root = Path::new("/x");
        assert!(lines(root, "props", report).is_ok_and(|lines| lines.is_empty()));
        assert!(lines(root, "rtf", report).is_err(), "no such file");
        let report = "SF:crates/rtf/src/lib.rs\nDA:1,0\nDA:2,0\nDA:1,7\nDA:99999,1\n";
        let file = || "crates/rtf/src/lib.rs".to_owned();
        let expected = BTreeMap::from([((file(), 1), true), ((file(), 2), false)]);
        assert_eq!(lines(shell::root(), "rtf", report).ok(), Some(expected));
    }
}
