//! Makes folders of messages: `cargo xtask gen` says what the options are.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program for a terminal")]

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use openimsg_benches::folder;
use openimsg_benches::mutation::{Original, Random};

/// So many messages are in one folder below the one that is made.
const IN_ONE_FOLDER: u64 = 1_000;
/// After so many messages the terminal hears how far it is.
const TOLD_AFTER: u64 = 10_000;

fn main() -> ExitCode {
    match make() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("folder: {error}");
            ExitCode::from(2)
        }
    }
}

/// Takes the folder, how many messages, the seed, and how many of a thousand to damage.
fn make() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, count, seed, damaged] = &arguments[..] else {
        return Err("FOLDER COUNT SEED DAMAGED".into());
    };
    let (folder, count) = (PathBuf::from(folder), count.parse::<u64>()?);
    let (seed, damaged) = (seed.parse::<u64>()?, damaged.parse::<u64>()?);
    // Older messages among the new ones would be measured with them.
    if fs::read_dir(&folder).is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(format!("{} is not empty", folder.display()).into());
    }
    let (mut total, mut spoilt) = (0_u64, 0_u64);
    for number in 0..count {
        if number > 0 && number % TOLD_AFTER == 0 {
            eprintln!("{number} of {count} messages");
        }
        let mut bytes = folder::message(seed, number)?;
        let mut random = Random::new(&[seed, number, 1]);
        if random.number() % 1_000 < damaged {
            bytes = Original::new(&bytes).damaged(&[0x5A; 4096], &mut random);
            spoilt = spoilt.saturating_add(1);
        }
        let place = place(&folder, number);
        put(&place, &bytes).map_err(|error| format!("{}: {error}", place.display()))?;
        total = total.saturating_add(u64::try_from(bytes.len())?);
    }
    println!("{count} messages, {total} bytes, {spoilt} damaged, in {}", folder.display());
    Ok(())
}

fn put(place: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if let Some(folder) = place.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(place, bytes)
}

fn place(folder: &Path, number: u64) -> PathBuf {
    let below = number.checked_div(IN_ONE_FOLDER).unwrap_or(0);
    folder.join(format!("{below:04}")).join(format!("{number:07}.msg"))
}
