//! What saving safely costs, beside a plain copy that is synced: time and memory.
//!
//! Each measurement is a process of its own, in turns with the others, so that noise meets all
//! alike. Each line has a measured value and its limit; the exit code is 1 if one is exceeded.
//! `--quick` uses a smaller attachment, `--dir FOLDER` another place for them than `target/save`; what
//! is put there is removed.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program that prints a table")]

use std::error::Error;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::sync::Arc;
use std::time::Instant;

use openimsg::storage::save::{Destination, Options, Saved};
use openimsg::storage::write::{self, Content, Layout, StorageBuilder, Version};
use openimsg::storage::{CompoundFile, FileSource, Overlay};
use openimsg::{Budget, Limits};

/// Speed of a save without verification, that of a plain copy being 1.
const LEAST_SPEED: f64 = 0.8;
/// How much longer than copying the file a save may take that changes one small stream.
const MOST_UNVERIFIED: f64 = 1.5;
const MOST_VERIFIED: f64 = 3.0;
/// Peak resident memory.
const MOST_MIB: f64 = 32.0;
/// The buffer of the copy: what the writer uses.
const BUFFER: usize = 64 << 10;

const HELP: &str = "there are --quick and --dir FOLDER";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match *words {
        ["--do", job, len, folder] => work(job, len, Path::new(folder)).map(|()| true),
        ["--quick"] => compare(true, Path::new("target/save")),
        ["--dir", folder] => compare(false, Path::new(folder)),
        ["--quick", "--dir", folder] => compare(true, Path::new(folder)),
        [] => compare(false, Path::new("target/save")),
        _ => Err(HELP.into()),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("save: {error}");
            ExitCode::from(2)
        }
    }
}

/// What one process did.
#[derive(Clone, Copy)]
struct Cost {
    seconds: f64,
    /// Not known on every system.
    mebibytes: Option<f64>,
}

/// Runs all processes in turns and prints the table.
fn compare(is_quick: bool, folder: &Path) -> Result<bool, Box<dyn Error>> {
    fs::create_dir_all(folder)?;
    let _removed = Removed(folder);
    let attachment: u64 = if is_quick { 64 << 20 } else { 1 << 30 };
    // Not less: of a short file, waiting for the disk is all there is to measure.
    let stream = 100_000_000;
    let mut kept = true;
    let mut line = |what: &str, measured: f64, limit: f64, unit: &str, at_least: bool| {
        let holds = if at_least { measured >= limit } else { measured <= limit };
        kept &= holds;
        let mark = if holds { "" } else { "  EXCEEDED" };
        println!("{what:<66} {measured:>8.2} {unit:3} {limit:>8.2} {unit:3}{mark}");
    };

    make_source(&folder.join(SOURCE), attachment)?;
    let jobs = ["copy", "new", "new-verified", "new-v4", "new-v4-verified"];
    let costs = in_turns(&jobs, attachment, folder, if is_quick { 5 } else { 3 })?;
    println!("{:<66} {:>12} {:>12}", "work", "measured", "limit");
    if let Some((copy, saves)) = costs.split_first() {
        let mebibytes = f64::from(u32::try_from(attachment >> 20)?);
        for (job, cost) in jobs.iter().skip(1).zip(saves) {
            let speed = copy.seconds / cost.seconds;
            let rate = mebibytes / cost.seconds;
            let what = format!("{job}: {rate:.0} MiB/s, copying {:.0}", mebibytes / copy.seconds);
            if job.ends_with("verified") {
                println!("{what:<66} {speed:>8.2} ×");
            } else {
                line(&what, speed, LEAST_SPEED, "×", true);
            }
            if let Some(mebibytes) = cost.mebibytes {
                line(&format!("{job}: peak memory"), mebibytes, MOST_MIB, "MiB", false);
            }
        }
    }

    make_old(&folder.join(OLD), stream)?;
    let jobs = ["copy-old", "edit", "edit-verified"];
    let costs = in_turns(&jobs, stream, folder, 7)?;
    if let [copy, plain, verified] = *costs {
        let cases =
            [(plain, "not verified", MOST_UNVERIFIED), (verified, "verified", MOST_VERIFIED)];
        for (cost, how, limit) in cases {
            let what = format!(
                "one small stream changed, {how}: {:.0} ms, copying {:.0}",
                cost.seconds * 1e3,
                copy.seconds * 1e3
            );
            line(&what, cost.seconds / copy.seconds, limit, "×", false);
            if let Some(mebibytes) = cost.mebibytes {
                line(&format!("{how}: peak memory"), mebibytes, MOST_MIB, "MiB", false);
            }
        }
    }
    Ok(kept)
}

/// The median of each job's times, and its largest memory.
fn in_turns(
    jobs: &[&str],
    len: u64,
    folder: &Path,
    rounds: usize,
) -> Result<Vec<Cost>, Box<dyn Error>> {
    let mut costs: Vec<Vec<Cost>> = jobs.iter().map(|_| Vec::new()).collect();
    // The first round warms up.
    for round in 0..=rounds {
        for (job, costs) in jobs.iter().zip(&mut costs) {
            let mut child = Command::new(std::env::current_exe()?);
            let output = child.args(["--do", job, &len.to_string()]).arg(folder).output()?;
            if !output.status.success() {
                let said = String::from_utf8_lossy(&output.stderr);
                return Err(format!("{job}: {}: {said}", output.status).into());
            }
            let said = String::from_utf8(output.stdout)?;
            let (seconds, memory) = said.trim().split_once(' ').unwrap_or((said.trim(), ""));
            let mebibytes = memory.parse::<u32>().ok().map(|kib| f64::from(kib) / 1024.0);
            if round > 0 {
                costs.push(Cost { seconds: seconds.parse()?, mebibytes });
            }
        }
    }
    let median = |mut costs: Vec<Cost>| {
        costs.sort_by(|a, b| a.seconds.total_cmp(&b.seconds));
        let mebibytes = costs.iter().filter_map(|cost| cost.mebibytes).reduce(f64::max);
        costs.get(costs.len() / 2).map(|cost| Cost { mebibytes, ..*cost })
    };
    Ok(costs.into_iter().filter_map(median).collect())
}

const SOURCE: &str = "attachment";
const OLD: &str = "old.cfb";
const NEW: &str = "new.cfb";

/// As a child: does one job, and prints its seconds and peak memory in KiB.
fn work(job: &str, len: &str, folder: &Path) -> Result<(), Box<dyn Error>> {
    let len: u64 = len.parse()?;
    let source = folder.join(SOURCE);
    let (old, new) = (folder.join(OLD), folder.join(NEW));
    // What an earlier job has left to be written or freed is not this one's.
    match fs::remove_file(&new) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
        _ => File::open(folder)?.sync_all()?,
    }
    let verified = Options { verify: job.ends_with("verified") };
    let start = Instant::now();
    match job {
        "copy" => copy(&source, &new)?,
        "copy-old" => copy(&old, &new)?,
        "edit" | "edit-verified" => {
            let mut destination = Destination::opened(&old)?;
            let file = CompoundFile::open(FileSource::open(&old)?, &Budget::default())?;
            let mut overlay = Overlay::with_limits(Arc::new(file), &Limits::default());
            overlay.put_stream("small", vec![b'x'; 300])?;
            let root = overlay.image()?;
            save(&mut destination, &root.lay_out(&write::Options::default())?, &verified)?;
        }
        _ => {
            let mut root = StorageBuilder::new();
            root.stream("small", vec![b'x'; 300])?;
            root.stream("attachment", Content::reader(len, || File::open(&source)))?;
            let version = if job.contains("v4") { Version::V4 } else { Version::V3 };
            let options = write::Options { version, ..write::Options::default() };
            save(&mut Destination::new(&new), &root.lay_out(&options)?, &verified)?;
        }
    }
    let seconds = start.elapsed().as_secs_f64();
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    println!("{seconds} {}", peak.unwrap_or_default().trim().trim_end_matches(" kB"));
    Ok(())
}

fn save(
    destination: &mut Destination,
    layout: &Layout<'_>,
    options: &Options,
) -> Result<(), Box<dyn Error>> {
    let Saved { bytes, verified, .. } = destination.save(layout, options, None)?;
    let is_sound = bytes == layout.file_len() && verified.is_some() == options.verify;
    if is_sound { Ok(()) } else { Err("saved otherwise than asked".into()) }
}

fn copy(from: &Path, to: &Path) -> Result<(), Box<dyn Error>> {
    let (mut from, mut to) = (File::open(from)?, File::create_new(to)?);
    let mut buffer = vec![0; BUFFER];
    loop {
        let read = from.read(&mut buffer)?;
        if read == 0 {
            break;
        }
        to.write_all(buffer.get(..read).unwrap_or_default())?;
    }
    Ok(to.sync_all()?)
}

/// A file of bytes that do not repeat soon.
fn make_source(path: &Path, len: u64) -> io::Result<()> {
    let mut file = io::BufWriter::new(File::create(path)?);
    let mut number = 0x9E37_79B9_7F4A_7C15_u64;
    for _ in 0..len / 8 {
        number ^= number << 13;
        number ^= number >> 7;
        number ^= number << 17;
        file.write_all(&number.to_le_bytes())?;
    }
    file.into_inner()?.sync_all()
}

/// The file that is edited.
fn make_old(path: &Path, stream: u64) -> Result<(), Box<dyn Error>> {
    let mut root = StorageBuilder::new();
    root.stream("small", vec![b'o'; 200])?;
    root.stream("large", Content::reader(stream, || Ok(io::repeat(7).take(stream))))?;
    let file = File::create(path)?;
    root.write_to(&write::Options::default(), &file)?;
    Ok(file.sync_all()?)
}

/// The files of a folder, removed in the end.
struct Removed<'p>(&'p Path);

impl Drop for Removed<'_> {
    fn drop(&mut self) {
        let files: [PathBuf; 3] = [SOURCE, OLD, NEW].map(|name| self.0.join(name));
        for file in files {
            // It may not be there.
            let _ = fs::remove_file(file);
        }
    }
}
