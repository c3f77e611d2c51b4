//! How long each kind of work takes with files of many sizes, here and with others in Rust.
//!
//! Writes the files into a folder, by their length in bytes, for those who are not in Rust.
//! Prints `work, side, bytes, nanoseconds` with tabs between them. With `--quick`, fewer sizes and
//! rounds.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program that prints a table")]

use std::error::Error;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use openimsg_benches::measure::{Side, interleaved};
use openimsg_benches::samples::{self, Compression};
use openimsg_benches::{ours, theirs, writing};

/// About how long the files are.
const SIZES: [u64; 7] = [20_000, 60_000, 200_000, 600_000, 2_000_000, 6_000_000, 20_000_000];

fn main() -> ExitCode {
    std::panic::set_hook(Box::new(|_| {}));
    match measure() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("sizes: {error}");
            ExitCode::from(2)
        }
    }
}

fn measure() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let is_quick = arguments.iter().any(|argument| argument == "--quick");
    let folder = PathBuf::from(arguments.first().ok_or("FOLDER [--quick]")?);
    fs::create_dir_all(&folder)?;
    let (sizes, rounds) = if is_quick { (&SIZES[..5], 5) } else { (&SIZES[..], 21) };
    for size in sizes {
        // Half a kilobyte for each recipient, a tenth of the whole for the text, in UTF-16.
        let recipients = u32::try_from(size / 20_000)?.clamp(3, 500);
        let text = usize::try_from(size / 20)?.min(50_000);
        let file = samples::message(recipients, text, size / 2)?;
        fs::write(folder.join(format!("{:09}.msg", file.len())), &file)?;
        let contents = writing::contents(&file)?;
        let rtf = samples::rtf(file.len());
        let rtf = samples::compressed_rtf(&rtf, Compression::Lzfu);

        let some = |sum: Option<u64>| sum.unwrap_or(0);
        let length =
            |written: Option<Vec<u8>>| written.map_or(0, |file| u64::from(!file.is_empty()));
        let work: Vec<(&str, &str, usize, Side<'_>)> = vec![
            ("read every stream", "openimsg", file.len(), Box::new(|| some(ours::streams(&file)))),
            (
                "read every stream",
                "cfb",
                file.len(),
                Box::new(|| some(theirs::streams_with_cfb(&file))),
            ),
            ("read a summary", "openimsg", file.len(), Box::new(|| some(ours::summary(&file)))),
            (
                "read a summary",
                "msg_parser",
                file.len(),
                Box::new(|| some(theirs::with_msg_parser(&file))),
            ),
            (
                "read every property",
                "openimsg",
                file.len(),
                Box::new(|| some(ours::properties(&file))),
            ),
            (
                "read every property",
                "msg_parser",
                file.len(),
                Box::new(|| some(theirs::with_msg_parser(&file))),
            ),
            (
                "write",
                "openimsg",
                file.len(),
                Box::new(|| length(writing::write_ours(&contents).ok())),
            ),
            (
                "write",
                "cfb",
                file.len(),
                Box::new(|| length(writing::write_with_cfb(&contents).ok())),
            ),
            ("decompress RTF", "openimsg", rtf.len(), Box::new(|| some(ours::decompress(&rtf)))),
            (
                "decompress RTF",
                "compressed-rtf",
                rtf.len(),
                Box::new(|| some(theirs::decompress_with_compressed_rtf(&rtf))),
            ),
        ];
        let (names, mut sides): (Vec<_>, Vec<_>) =
            work.into_iter().map(|(work, side, len, does)| ((work, side, len), does)).unzip();
        for ((work, side, len), time) in names.iter().zip(interleaved(rounds, &mut sides)) {
            println!("{work}\t{side}\t{len}\t{}", time.median.as_nanos());
        }
    }
    Ok(())
}
