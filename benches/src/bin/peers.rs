//! The same work by openimsg and by others, over the corpus in memory, in one run.
//!
//! Prints medians of interleaved rounds, the ratio, and the ratio aimed at. An argument
//! `--rounds N` sets their number (11 at least).

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program that prints a table")]

use std::io::{Cursor, Read};
use std::panic::catch_unwind;
use std::process::ExitCode;
use std::time::Duration;

use openimsg::storage::EntryKind;
use openimsg::{Budget, CompoundFile, MessageFile, Options, rtf};
use openimsg_benches::checksum;
use openimsg_benches::corpus::{self, File};
use openimsg_benches::measure::{Side, Time, interleaved};
use openimsg_benches::writing::{self, Folder};

fn main() -> ExitCode {
    let rounds = match rounds() {
        Ok(rounds) => rounds,
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
        "{:<44} {:>5} {:>11} {:>11} {:>8} {:>7}",
        "work", "files", "openimsg", "peer", "ratio", "aim"
    );
    copying(&files, rounds);
    storage(&files, rounds);
    summary(&files, rounds);
    properties(&files, rounds);
    rtf_bodies(&files, rounds);
    match writing_rows(rounds) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("peers: {error}");
            ExitCode::FAILURE
        }
    }
}

fn rounds() -> Result<usize, String> {
    let mut rounds = 21;
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--rounds" => {
                let number = args.next().and_then(|n| n.parse().ok());
                rounds = number.filter(|n| *n >= 11).ok_or("--rounds takes a number from 11 on")?;
            }
            other => return Err(format!("unknown argument {other}; there is --rounds N")),
        }
    }
    Ok(rounds)
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
    let ours = |bytes: &[u8]| -> Option<u64> {
        let file = CompoundFile::open(bytes, &Budget::default()).ok()?;
        let mut sum = 0u64;
        for id in file.entries().filter(|id| file.kind(*id) == Some(EntryKind::Stream)) {
            sum = sum.wrapping_add(checksum(&file.content(id).ok()?));
        }
        Some(sum)
    };
    let theirs = |bytes: &[u8]| -> Option<u64> {
        let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).ok()?;
        let streams: Vec<_> = file
            .walk()
            .filter(cfb::Entry::is_stream)
            .map(|entry| entry.path().to_path_buf())
            .collect();
        let (mut sum, mut content) = (0u64, Vec::new());
        for path in streams {
            content.clear();
            file.open_stream(path).ok()?.read_to_end(&mut content).ok()?;
            sum = sum.wrapping_add(checksum(&content));
        }
        Some(sum)
    };
    let both = both_can(files, ours, theirs);
    let differing = both.iter().filter(|bytes| ours(bytes) != theirs(bytes)).count();
    if differing > 0 {
        println!("of {} files, {differing} have other checksums with cfb", both.len());
    }
    compare("storage: open, every stream (cfb)", &both, rounds, 25.0, ours, theirs);
}

fn summary(files: &[File], rounds: usize) {
    let ours = |bytes: &[u8]| summarise(bytes).ok();
    let both = both_can(files, ours, parse);
    compare("message: open, summary (msg_parser)", &both, rounds, 25.0, ours, parse);
}

fn properties(files: &[File], rounds: usize) {
    let ours = |bytes: &[u8]| decode_all(bytes).ok();
    let both = both_can(files, ours, parse);
    compare("message: every property, owned (msg_parser)", &both, rounds, 8.0, ours, parse);
}

/// Everything that `msg_parser` reads, it reads when it opens.
fn parse(bytes: &[u8]) -> Option<u64> {
    let parsed = catch_unwind(|| msg_parser::Outlook::from_slice(bytes)).ok()?.ok()?;
    let parsed = std::hint::black_box(parsed);
    u64::try_from(parsed.attachments.len()).ok()
}

/// Subject, sender, recipients with addresses, attachments with name and size, text body.
fn summarise(bytes: &[u8]) -> Result<u64, openimsg::Error> {
    let file = MessageFile::open(bytes, Options::default())?;
    let message = file.message()?;
    let mut count = 0u64;
    let mut took = |_: &str| count = count.wrapping_add(1);
    message.subject()?.iter().for_each(|text| took(&text.text));
    let sender = message.sender()?;
    for text in [sender.name, sender.address, sender.smtp].into_iter().flatten() {
        took(std::hint::black_box(&text.text));
    }
    for recipient in message.recipients() {
        let recipient = recipient?;
        std::hint::black_box(recipient.recipient_type());
        for text in [recipient.name()?, recipient.address()?].into_iter().flatten() {
            took(std::hint::black_box(&text.text));
        }
    }
    for attachment in message.attachments() {
        let attachment = attachment?;
        attachment.name()?.iter().for_each(|text| took(std::hint::black_box(&text.text)));
        std::hint::black_box(attachment.data()?);
    }
    message.body()?.iter().for_each(|text| took(std::hint::black_box(&text.text)));
    Ok(count)
}

/// Every property of the message, its recipients, attachments and embedded messages.
fn decode_all(bytes: &[u8]) -> Result<u64, openimsg::Error> {
    let file = MessageFile::open(bytes, Options::default())?;
    let mut values = Vec::new();
    let mut messages = vec![file.message()?];
    while let Some(message) = messages.pop() {
        // A value that cannot be read is no reason to stop: real files have such.
        let owned = |value: openimsg::PropValue<'_>| value.into_owned();
        values.extend(message.iter().flatten().map(|property| owned(property.value)));
        for recipient in message.recipients() {
            values.extend(recipient?.iter().flatten().map(|property| owned(property.value)));
        }
        for attachment in message.attachments() {
            let attachment = attachment?;
            values.extend(attachment.iter().flatten().map(|property| owned(property.value)));
            messages.extend(attachment.message()?);
        }
    }
    Ok(u64::try_from(std::hint::black_box(values).len()).unwrap_or(u64::MAX))
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
    let ours = |bytes: &[u8]| -> Option<u64> {
        let rtf = rtf::decompress(bytes, &Budget::default()).ok()?;
        u64::try_from(std::hint::black_box(rtf.rtf).len()).ok()
    };
    let theirs = |bytes: &[u8]| -> Option<u64> {
        let rtf = catch_unwind(|| compressed_rtf::decompress_rtf(bytes)).ok()?.ok()?;
        u64::try_from(std::hint::black_box(rtf).len()).ok()
    };
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
    if let [ours, theirs] = interleaved(rounds, &mut [all(files, ours), all(files, theirs)])[..] {
        line(work, files.len(), ours, Some(theirs), Some(aim));
    }
}

fn line(work: &str, files: usize, ours: Time, theirs: Option<Time>, aim: Option<f64>) {
    let each = |time: Duration| match u32::try_from(files).ok().and_then(|n| time.checked_div(n)) {
        Some(each) => format!("{:.2} µs", each.as_secs_f64() * 1e6),
        None => "-".to_owned(),
    };
    let ratio = theirs.map(|theirs| theirs.median.as_secs_f64() / ours.median.as_secs_f64());
    println!(
        "{work:<44} {files:>5} {:>11} {:>11} {:>8} {:>7}",
        each(ours.median),
        theirs.map_or_else(|| "-".to_owned(), |theirs| each(theirs.median)),
        ratio.map_or_else(|| "-".to_owned(), |ratio| format!("{ratio:.1} ×")),
        aim.map_or_else(|| "-".to_owned(), |aim| format!("{aim:.0} ×")),
    );
}
