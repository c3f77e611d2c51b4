//! The same work by openimsg and by others, over the corpus in memory, in one run.
//!
//! Prints medians of interleaved rounds, the ratio, and the ratio aimed at. In each round each side
//! has the same time; `first` is the ratio of what came first in the rounds, right after the other
//! side. An argument `--rounds N` sets their number (11 at least), `--work NAME` does one of them
//! alone.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program that prints a table")]

use std::panic::catch_unwind;
use std::process::ExitCode;
use std::time::Duration;

use openimsg::{Budget, MessageFile, Options, rtf};
use openimsg_benches::corpus::{self, File};
use openimsg_benches::measure::{Side, Time, in_slices, interleaved};
use openimsg_benches::ours::{self, checksum};
use openimsg_benches::samples;
use openimsg_benches::theirs;
use openimsg_benches::writing::{self, Folder};

/// How long each side works in a round: many times what caches and predictors need to be its own,
/// and what a peer needs for all files.
const SLICE: Duration = Duration::from_millis(50);

/// A comparison over the corpus, in so many rounds.
type Work = fn(&[File], usize);

/// All of them. One alone finds another heap than one that others have left something on.
const WORKS: [(&str, Work); 7] = [
    ("copying", copying),
    ("storage", storage),
    ("summary", summary),
    ("properties", properties),
    ("rtf", rtf_bodies),
    ("html", |_, rounds| html_out_of_rtf(rounds)),
    ("writing", |_, rounds| {
        if let Err(error) = writing_rows(rounds) {
            eprintln!("peers: {error}");
            std::process::exit(1);
        }
    }),
];

fn main() -> ExitCode {
    let Asked { rounds, work } = match asked() {
        Ok(asked) => asked,
        Err(error) => {
            eprintln!("peers: {error}");
            return ExitCode::from(2);
        }
    };
    let Some(files) = corpus::messages() else {
        println!("skipped: no corpus");
        return ExitCode::SUCCESS;
    };
    let bytes: usize = files.iter().map(|file| file.bytes.len()).sum();
    println!("{} messages, {bytes} bytes, medians of {rounds} interleaved rounds", files.len());
    println!();
    println!(
        "{:<44} {:>5} {:>11} {:>11} {:>8} {:>7} {:>8}",
        "work", "files", "openimsg", "peer", "ratio", "aim", "first"
    );
    match work {
        Some(work) => work(&files, rounds),
        None => WORKS.iter().for_each(|(_, work)| work(&files, rounds)),
    }
    ExitCode::SUCCESS
}

struct Asked {
    rounds: usize,
    /// Nothing for all.
    work: Option<Work>,
}

fn asked() -> Result<Asked, String> {
    let mut asked = Asked { rounds: 21, work: None };
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--rounds" => {
                let rounds = args.next().and_then(|n| n.parse().ok()).filter(|n| *n >= 11);
                asked.rounds = rounds.ok_or("--rounds takes a number from 11 on")?;
            }
            "--work" => {
                let name = args.next().unwrap_or_default();
                let work = WORKS.iter().find(|(known, _)| *known == name).map(|(_, work)| *work);
                let names = WORKS.map(|(name, _)| name).join(", ");
                asked.work = Some(work.ok_or(format!("--work takes one of {names}"))?);
            }
            other => {
                return Err(format!("unknown argument {other}; there are --rounds N, --work NAME"));
            }
        }
    }
    Ok(asked)
}

/// Copying the bytes: what nobody can be faster than who copies.
fn copying(files: &[File], rounds: usize) {
    let files: Vec<&[u8]> = files.iter().map(|file| &*file.bytes).collect();
    let copy = || files.iter().map(|bytes| checksum_of_copy(bytes)).fold(0, u64::wrapping_add);
    let sum = || files.iter().map(|bytes| checksum(bytes)).fold(0, u64::wrapping_add);
    if let [copied, summed] = interleaved(rounds, &mut [Box::new(copy), Box::new(sum)])[..] {
        line("copying every file", files.len(), copied, None, None);
        line("the checksum over every file", files.len(), summed, None, None);
    }
}

fn checksum_of_copy(bytes: &[u8]) -> u64 {
    let copy = std::hint::black_box(bytes.to_vec());
    u64::from(copy.first().copied().unwrap_or(0))
}

fn storage(files: &[File], rounds: usize) {
    let (ours, theirs) = (ours::streams, theirs::streams_with_cfb);
    let both = both_can(files, ours, theirs);
    let differing = both.iter().filter(|bytes| ours(bytes) != theirs(bytes)).count();
    if differing > 0 {
        println!("of {} files, {differing} have other checksums with cfb", both.len());
    }
    compare("storage: open, every stream (cfb)", &both, rounds, 25.0, ours, theirs);
}

fn summary(files: &[File], rounds: usize) {
    let (ours, theirs) = (ours::summary, theirs::with_msg_parser);
    let both = both_can(files, ours, theirs);
    compare("message: open, summary (msg_parser)", &both, rounds, 25.0, ours, theirs);
}

fn properties(files: &[File], rounds: usize) {
    let (ours, theirs) = (ours::properties, theirs::with_msg_parser);
    let both = both_can(files, ours, theirs);
    compare("message: every property, owned (msg_parser)", &both, rounds, 8.0, ours, theirs);
}

fn rtf_bodies(files: &[File], rounds: usize) {
    let bodies: Vec<File> = files
        .iter()
        .filter_map(|file| {
            let opened = MessageFile::open(&*file.bytes, Options::default()).ok()?;
            let bytes = opened.message().ok()?.rtf_compressed().ok()??.to_vec();
            Some(File { name: file.name.clone(), bytes })
        })
        .collect();
    let (ours, theirs) = (ours::decompress, theirs::decompress_with_compressed_rtf);
    std::panic::set_hook(Box::new(|_| {}));
    let both = both_can(&bodies, ours, theirs);
    compare("rtf: decompress a body (compressed-rtf)", &both, rounds, 3.0, ours, theirs);
    compressing(&both, rounds);
}

/// The texts of `bodies`, compressed again.
fn compressing(bodies: &[&[u8]], rounds: usize) {
    // The peer takes ASCII only.
    let texts: Vec<Vec<u8>> = bodies
        .iter()
        .filter_map(|body| rtf::decompress(body, &Budget::default()).ok())
        .map(|body| body.rtf)
        .filter(|text| text.is_ascii())
        .collect();
    let texts: Vec<&[u8]> = texts.iter().map(Vec::as_slice).collect();
    let ours = |text: &[u8]| Some(rtf::compress(text).len());
    let theirs = |text: &[u8]| {
        let text = str::from_utf8(text).ok()?;
        catch_unwind(|| compressed_rtf::compress_rtf(text)).ok()?.ok().map(|stored| stored.len())
    };
    let size = |len: Option<usize>| len.and_then(|len| u64::try_from(len).ok());
    let all = |side: &dyn Fn(&[u8]) -> Option<usize>| -> usize {
        texts.iter().filter_map(|text| side(text)).sum()
    };
    let (our_size, their_size) = (all(&ours), all(&theirs));
    compare(
        "rtf: compress a body (compressed-rtf)",
        &texts,
        rounds,
        3.0,
        |text| size(std::hint::black_box(ours(text))),
        |text| size(std::hint::black_box(theirs(text))),
    );
    println!("  {our_size} bytes compressed, of which compressed-rtf makes {their_size}");
}

/// HTML out of large RTF, and out of such that is hard on a reader. No peer in Rust does it.
fn html_out_of_rtf(rounds: usize) {
    let large = rtf::encapsulate_html(&samples::html(4_000_000), &rtf::Options::default());
    let inputs = [
        ("HTML out of a large RTF body", large),
        ("HTML out of 100,000 groups in each other", samples::deep_rtf(100_000)),
        ("  200,000 groups", samples::deep_rtf(200_000)),
        ("HTML out of 5 MB of escapes", samples::escapes_rtf(5_000_000)),
        ("  10 MB", samples::escapes_rtf(10_000_000)),
        ("HTML for a native RTF body", samples::rtf(1_000_000)),
    ];
    let html = |rtf: &[u8]| -> Option<usize> {
        Some(match rtf::deencapsulate(rtf, &Budget::default()).ok()?.original {
            rtf::Original::Html(html) => std::hint::black_box(html).len(),
            _ => rtf::native_html(rtf, &Budget::default()).ok()?.html.len(),
        })
    };
    let side = |rtf: &[u8]| html(rtf).and_then(|len| u64::try_from(len).ok()).unwrap_or(0);
    let mut sides: Vec<Side<'_>> = Vec::new();
    for (_, rtf) in &inputs {
        sides.push(Box::new(|| side(rtf)));
    }
    let times = interleaved(rounds.min(11), &mut sides);
    let mut before: Option<Time> = None;
    for ((work, rtf), time) in inputs.iter().zip(&times) {
        line(work, 1, *time, None, None);
        let megabytes = f64::from(u32::try_from(rtf.len()).unwrap_or(u32::MAX)) / 1e6;
        println!("  {:.0} MB of RTF a second", megabytes / time.median.as_secs_f64());
        if let Some(before) = before.filter(|_| work.starts_with(' ')) {
            let growth = time.median.as_secs_f64() / before.median.as_secs_f64();
            println!("  twice as much takes {growth:.2} times as long; at most 2.3 is the aim");
        }
        before = Some(*time);
    }
}

/// A usual message and very many streams, written to memory.
fn writing_rows(rounds: usize) -> Result<(), Box<dyn std::error::Error>> {
    let size = |bytes: &[u8]| u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    let ours = |folder: &Folder| writing::write_ours(folder).map_or(0, |bytes| size(&bytes));
    let theirs = |folder: &Folder| writing::write_with_cfb(folder).map_or(0, |bytes| size(&bytes));
    let message = writing::contents(&writing::message()?)?;
    let times = interleaved(
        rounds,
        &mut [
            Box::new(|| ours(&message)),
            Box::new(|| theirs(&message)),
            Box::new(|| writing::message().map_or(0, |bytes| size(&bytes))),
        ],
    );
    if let [written, with_cfb, built] = times[..] {
        line("write the streams of a message (cfb)", 1, written, Some(with_cfb), Some(8.0));
        line("  the same, built from its properties", 1, built, Some(with_cfb), None);
    }
    let many = [30_000, 60_000].map(writing::many_streams);
    let times = interleaved(
        rounds.min(11),
        &mut [
            Box::new(|| many.first().map_or(0, ours)),
            Box::new(|| many.first().map_or(0, theirs)),
            Box::new(|| many.last().map_or(0, ours)),
        ],
    );
    if let [written, with_cfb, twice] = times[..] {
        line("write 30,000 streams, shuffled (cfb)", 1, written, Some(with_cfb), Some(6.0));
        line("  60,000 streams", 1, twice, None, None);
        let growth = twice.median.as_secs_f64() / written.median.as_secs_f64();
        println!("  twice as many streams take {growth:.2} times as long; at most 2.3 is the aim");
    }
    Ok(())
}

/// The files that both sides can do.
fn both_can(
    files: &[File],
    ours: impl Fn(&[u8]) -> Option<u64>,
    theirs: impl Fn(&[u8]) -> Option<u64>,
) -> Vec<&[u8]> {
    let can = |bytes: &&[u8]| ours(bytes).is_some() && theirs(bytes).is_some();
    files.iter().map(|file| &*file.bytes).filter(can).collect()
}

fn compare(
    work: &str,
    files: &[&[u8]],
    rounds: usize,
    aim: f64,
    ours: impl Fn(&[u8]) -> Option<u64>,
    theirs: impl Fn(&[u8]) -> Option<u64>,
) {
    fn all<'a>(files: &'a [&'a [u8]], side: impl Fn(&[u8]) -> Option<u64> + 'a) -> Side<'a> {
        Box::new(move || files.iter().filter_map(|file| side(file)).fold(0, u64::wrapping_add))
    }
    let mut sides = [all(files, ours), all(files, theirs)];
    if let [ours, theirs] = in_slices(rounds, SLICE, &mut sides)[..] {
        line(work, files.len(), ours, Some(theirs), Some(aim));
    }
}

fn line(work: &str, files: usize, ours: Time, theirs: Option<Time>, aim: Option<f64>) {
    let each = |time: Duration| match u32::try_from(files).ok().and_then(|n| time.checked_div(n)) {
        Some(each) => format!("{:.2} µs", each.as_secs_f64() * 1e6),
        None => "-".to_owned(),
    };
    let ratio = |of: fn(Time) -> Duration| match theirs {
        Some(theirs) => format!("{:.1} ×", of(theirs).as_secs_f64() / of(ours).as_secs_f64()),
        None => "-".to_owned(),
    };
    println!(
        "{work:<44} {files:>5} {:>11} {:>11} {:>8} {:>7} {:>8}",
        each(ours.median),
        theirs.map_or_else(|| "-".to_owned(), |theirs| each(theirs.median)),
        ratio(|time| time.median),
        aim.map_or_else(|| "-".to_owned(), |aim| format!("{aim:.0} ×")),
        ratio(|time| time.first),
    );
}
