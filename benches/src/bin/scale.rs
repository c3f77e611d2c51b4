//! Whether time grows with size as it should, and memory does not grow at all.
//!
//! Each line has a measured value and its limit; the exit code is 1 if one is exceeded.
//! `--quick` uses a smaller attachment, `--dir FOLDER` another place for files than
//! `target/scale`; what is put there is removed.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program that prints a table")]

use std::error::Error;
use std::fs::{self, File};
use std::hint::black_box;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use openimsg::storage::write::{Content, Options, StorageBuilder};
use openimsg::storage::{ReadSource, Source};
use openimsg::{Budget, CompoundFile, rtf};
use openimsg_benches::measure::{Side, interleaved};
use openimsg_benches::samples;

/// Twice the streams, or twice the RTF, may take this times the time: twice the work, each look-up
/// being a little deeper, and noise.
const MOST_GROWTH: f64 = 2.3;
/// Peak resident memory in bytes of a program that reads or writes a large attachment.
const MOST_MEMORY: u64 = 32 << 20;
const STREAMS: u32 = 30_000;
/// How many streams are looked for: of either file the same number, else the caches of the
/// processor would be measured.
const LOOK_UPS: usize = 3_000;
const ROUNDS: usize = 15;
const BATCHES: usize = 8;

fn main() -> ExitCode {
    match Arguments::read().and_then(|arguments| arguments.run()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("scale: {error}");
            ExitCode::from(2)
        }
    }
}

struct Arguments {
    attachment: u64,
    folder: PathBuf,
    /// What this process is to do for the one that measures it.
    child: Option<(String, PathBuf)>,
}

impl Arguments {
    fn read() -> Result<Self, Box<dyn Error>> {
        let mut arguments =
            Arguments { attachment: 1 << 30, folder: "target/scale".into(), child: None };
        let mut given = std::env::args_os().skip(1);
        while let Some(argument) = given.next() {
            let mut value = || given.next().map(PathBuf::from).ok_or("a value is missing");
            match argument.to_str() {
                Some("--quick") => arguments.attachment = 64 << 20,
                Some("--dir") => arguments.folder = value()?,
                Some(child @ ("--write" | "--copy")) => {
                    arguments.child = Some((child.to_owned(), value()?));
                }
                _ => return Err("there are --quick and --dir FOLDER".into()),
            }
        }
        Ok(arguments)
    }

    fn run(&self) -> Result<bool, Box<dyn Error>> {
        match &self.child {
            Some((task, path)) if task == "--write" => write_large(path, self.attachment)?,
            Some((_, path)) => copy_attachment(path, self.attachment)?,
            None => {
                fs::create_dir_all(&self.folder)?;
                let mut report = Report::new();
                growth(&self.folder, &mut report)?;
                html_growth(&mut report)?;
                memory(self, &mut report)?;
                return Ok(report.kept);
            }
        }
        Ok(true)
    }
}

/// Time for twice the streams.
fn growth(folder: &Path, report: &mut Report) -> Result<(), Box<dyn Error>> {
    let options = Options::default();
    let names = [STREAMS, STREAMS.saturating_mul(2)].map(samples::shuffled_names);
    let [small, large] = &names;
    let trees = (samples::many_streams(small)?, samples::many_streams(large)?);
    let image = |tree: &StorageBuilder<'_>| -> Result<Vec<u8>, Box<dyn Error>> {
        let mut image = Vec::new();
        tree.write_to(&options, &mut image)?;
        Ok(image)
    };
    let images = (image(&trees.0)?, image(&trees.1)?);
    let files = Removed([folder.join("small.cfb"), folder.join("large.cfb")]);
    let [small_path, large_path] = &files.0;
    fs::write(small_path, &images.0)?;
    fs::write(large_path, &images.1)?;

    // What fails finds nothing, which is seen below.
    let bytes = |image: &[u8], names: &[String]| open_and_find(image, names);
    let file = |path: &Path, names: &[String]| {
        let source = File::open(path).and_then(ReadSource::new);
        source.map_or(0, |source| open_and_find(source, names))
    };
    // Into memory that is there already.
    let write = |tree: &StorageBuilder<'_>, image: &mut Vec<u8>| {
        image.clear();
        tree.write_to(&options, image).unwrap_or(0)
    };
    let mut copies = images.clone();
    for found in [
        bytes(&images.0, small),
        bytes(&images.1, large),
        file(small_path, small),
        file(large_path, large),
    ] {
        if usize::try_from(found) != Ok(LOOK_UPS) {
            return Err(format!("of {LOOK_UPS} streams {found} were found").into());
        }
    }
    let mut sides: [Side<'_>; 6] = [
        Box::new(|| bytes(&images.0, small)),
        Box::new(|| bytes(&images.1, large)),
        Box::new(|| file(small_path, small)),
        Box::new(|| file(large_path, large)),
        Box::new(|| write(&trees.0, &mut copies.0)),
        Box::new(|| write(&trees.1, &mut copies.1)),
    ];
    let streams = "twice as many streams";
    let works = ["open and find, bytes", "open and find, file", "plan and write"];
    report.growth(&works.map(|work| (work, streams)), &mut sides);
    Ok(())
}

/// Time for HTML out of twice the RTF: of a large body, and of what is hard on a reader. A round is
/// short enough to be left alone on a busy machine; `peers` prints the times of 10 MB.
fn html_growth(report: &mut Report) -> Result<(), Box<dyn Error>> {
    let body = |len| rtf::encapsulate_html(&samples::html(len), &rtf::Options::default());
    let texts = [
        body(1_000_000),
        body(2_000_000),
        samples::deep_rtf(100_000),
        samples::deep_rtf(200_000),
        samples::escapes_rtf(1_000_000),
        samples::escapes_rtf(2_000_000),
    ];
    let html = |text: &[u8]| match rtf::deencapsulate(text, &Budget::default()) {
        Ok(rtf::Encapsulated { original: rtf::Original::Html(html), .. }) => {
            u64::try_from(black_box(html).len()).unwrap_or(0)
        }
        _ => 0,
    };
    if texts.iter().any(|text| html(text) == 0) {
        return Err("there is RTF without HTML in it".into());
    }
    let mut sides: Vec<Side<'_>> = Vec::new();
    for text in &texts {
        sides.push(Box::new(move || html(text)));
    }
    let works = [
        ("HTML out of 1 MB in RTF", "twice as much"),
        ("HTML out of 100,000 groups inside each other", "twice as many"),
        ("HTML out of 1 MB of escapes", "twice as much"),
    ];
    report.growth(&works, &mut sides);
    Ok(())
}

fn open_and_find<S: Source>(source: S, names: &[String]) -> u64 {
    let Ok(file) = CompoundFile::open(source, &Budget::default()) else { return 0 };
    let found = names.iter().take(LOOK_UPS).filter(|name| black_box(file.find(name)).is_some());
    u64::try_from(found.count()).unwrap_or(0)
}

/// Memory for a message with a large attachment: for writing it, for opening it by its path and
/// copying the attachment.
fn memory(arguments: &Arguments, report: &mut Report) -> Result<(), Box<dyn Error>> {
    let file = Removed([arguments.folder.join("large.msg")]);
    let [path] = &file.0;
    let mebibytes = arguments.attachment >> 20;
    for (task, work) in [("--write", "write a message with"), ("--copy", "open it, copy the")] {
        let mut child = Command::new(std::env::current_exe()?);
        child.arg(task).arg(path);
        if arguments.attachment < 1 << 30 {
            child.arg("--quick");
        }
        let output = child.stderr(std::process::Stdio::inherit()).output()?;
        if !output.status.success() {
            return Err(format!("{work} attachment: {}", output.status).into());
        }
        let what = format!("{work} attachment of {mebibytes} MiB: peak memory");
        match String::from_utf8(output.stdout)?.trim().parse::<u32>() {
            Ok(kib) => {
                let most = f64::from(u32::try_from(MOST_MEMORY >> 10)?) / 1024.0;
                report.line(&what, f64::from(kib) / 1024.0, most, "MiB");
            }
            Err(_) => println!("{what}: not known on this system"),
        }
    }
    Ok(())
}

/// As a child: writes the message.
fn write_large(path: &Path, attachment: u64) -> Result<(), Box<dyn Error>> {
    let content = Content::reader(attachment, move || Ok(Pattern { at: 0 }.take(attachment)));
    let tree = samples::message_from(3, 4_000, content)?;
    tree.write_to(&Options::default(), File::create(path)?)?;
    print_peak_memory();
    Ok(())
}

/// As a child: opens the message and copies the attachment, looking at each byte.
fn copy_attachment(path: &Path, attachment: u64) -> Result<(), Box<dyn Error>> {
    let file = openimsg::open(path, openimsg::Options::default())?;
    let message = file.message()?;
    let first = message.attachments().next().ok_or("no attachment")??;
    let mut reader = first.reader()?.ok_or("no bytes attached")?;
    let mut compared = Pattern { at: 0 };
    let copied = io::copy(&mut reader, &mut compared)?;
    if copied != attachment {
        return Err(format!("{copied} bytes copied").into());
    }
    print_peak_memory();
    Ok(())
}

/// KiB that this process had in memory at most, where the system tells.
fn print_peak_memory() {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    println!("{}", peak.unwrap_or_default().trim().trim_end_matches(" kB"));
}

/// Bytes that tell where they are: gives them without end, and takes only these.
struct Pattern {
    at: u64,
}

impl Pattern {
    /// The bytes from here to the end of a block. Blocks of 4 KiB differ in their first bytes,
    /// so that one in the place of another is found out.
    fn block(&self) -> impl Iterator<Item = u8> {
        let number = (self.at >> 12).to_le_bytes();
        let skip = usize::try_from(self.at & 0xFFF).unwrap_or(0);
        number.into_iter().chain((0..=u8::MAX).cycle()).take(0x1000).skip(skip)
    }
}

impl Read for Pattern {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let taken = buffer.iter_mut().zip(self.block()).map(|(to, from)| *to = from).count();
        self.at = self.at.saturating_add(u64::try_from(taken).unwrap_or(0));
        Ok(taken)
    }
}

impl Write for Pattern {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let same = bytes.iter().zip(self.block()).take_while(|(a, b)| *a == b).count();
        if same < bytes.len()
            && (self.at.wrapping_add(u64::try_from(same).unwrap_or(0))) & 0xFFF != 0
        {
            return Err(io::Error::other(format!("other bytes from {:#x} on", self.at)));
        }
        self.at = self.at.saturating_add(u64::try_from(same).unwrap_or(0));
        Ok(same)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Files that are removed in the end.
struct Removed<const N: usize>([PathBuf; N]);

impl<const N: usize> Drop for Removed<N> {
    fn drop(&mut self) {
        for path in &self.0 {
            // It may not be there.
            let _ = fs::remove_file(path);
        }
    }
}

/// The table, and whether all limits were kept.
struct Report {
    kept: bool,
}

impl Report {
    fn new() -> Self {
        println!("{:<76} {:>10} {:>10}", "work", "measured", "limit");
        Report { kept: true }
    }

    /// How much longer each second side takes, which does twice the work of the one before it.
    fn growth(&mut self, works: &[(&str, &str)], sides: &mut [Side<'_>]) {
        let ratio = |[small, large]: [f64; 2]| large / small;
        let mut best = vec![f64::INFINITY; sides.len()];
        // On a busy machine some rounds of one side may all be slow: then there are more.
        for _ in 0..BATCHES {
            for (best, time) in best.iter_mut().zip(interleaved(ROUNDS, sides)) {
                *best = best.min(time.best.as_secs_f64() * 1e3);
            }
            if best.as_chunks().0.iter().all(|pair| ratio(*pair) <= MOST_GROWTH) {
                break;
            }
        }
        for ((work, twice), pair) in works.iter().zip(best.as_chunks().0) {
            let [small, large] = pair;
            let what = format!("{work}: {small:.1} ms, {twice} {large:.1} ms");
            self.line(&what, ratio(*pair), MOST_GROWTH, "×");
        }
    }

    fn line(&mut self, what: &str, measured: f64, limit: f64, unit: &str) {
        let kept = measured <= limit;
        self.kept &= kept;
        let cell = |value: f64| format!("{value:.2} {unit}");
        let mark = if kept { "" } else { "  EXCEEDED" };
        println!("{what:<76} {:>10} {:>10}{mark}", cell(measured), cell(limit));
    }
}
