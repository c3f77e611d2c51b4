//! Opens a folder of related messages in one session and finds out, by their message ids, which
//! was answered by which. With `--mark`, those that were answered are marked so and saved. Each
//! message tells when it is released, which is when the session is closed.
//!
//! ```text
//! cargo run --example related_messages -- FOLDER [--mark]
//! ```

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "it is a program")]

use std::collections::HashMap;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use openimsg::message::imapi::SaveFlags;
use openimsg::session::{Message, Report};
use openimsg::{OpenOptions, PropTag, Session, StorageMode, tags};

/// A message of the folder, open until the session is closed.
struct Letter {
    path: PathBuf,
    message: Message,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let folder = arguments.iter().find(|argument| !argument.starts_with('-'));
    let mark = arguments.iter().any(|argument| argument == "--mark");
    let Some(folder) = folder else {
        eprintln!("related_messages FOLDER [--mark]");
        return ExitCode::FAILURE;
    };
    match relate(Path::new(folder), mark) {
        Ok(report) => {
            let Report { closed, unsaved, callbacks, .. } = report;
            println!("closed {closed}, {unsaved} with unsaved changes, {callbacks} callbacks");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

pub(crate) fn relate(folder: &Path, mark: bool) -> Result<Report, Box<dyn Error>> {
    let session = Session::new();
    let mode = if mark { StorageMode::TO_EDIT } else { StorageMode::TO_READ };
    let mut letters = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("msg")) {
            let how = OpenOptions::default().on_release(path.clone(), |path, id| {
                println!("released message {id}: {}", path.display());
            });
            match session.open_path(&path, mode, how) {
                Ok(message) => letters.push(Letter { path, message }),
                // One that cannot be opened is no reason to leave the others.
                Err(error) => eprintln!("{}: {error}", path.display()),
            }
        }
    }
    letters.sort_by(|a, b| a.path.cmp(&b.path));

    let mut by_id = HashMap::new();
    for letter in &letters {
        if let Some(id) = letter.message.text(tags::PR_INTERNET_MESSAGE_ID)? {
            by_id.insert(id, letter);
        }
    }
    for answer in &letters {
        let Some(id) = answer.message.text(tags::PR_IN_REPLY_TO_ID)? else { continue };
        let Some(letter) = by_id.get(&id) else { continue };
        println!("{} answers {}", answer.path.display(), letter.path.display());
        if mark {
            letter.message.set(LAST_VERB_EXECUTED, REPLIED)?;
            letter.message.save_changes(SaveFlags::KEEP_OPEN_READWRITE)?;
        }
    }
    Ok(session.close())
}

/// PidTagLastVerbExecuted ([MS-OXOMSG]): what was done with the message last.
pub(crate) const LAST_VERB_EXECUTED: PropTag = PropTag(0x1081_0003);
/// The sender was answered.
pub(crate) const REPLIED: i32 = 102;
