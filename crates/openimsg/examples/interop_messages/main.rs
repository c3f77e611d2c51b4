//! Writes messages of many kinds for other programs to read, and tells what is in them:
//!
//! ```text
//! cargo run -p openimsg --example interop_messages -- OUTDIR
//! ```
//!
//! fills OUTDIR with `.msg` files and with `expected.json`, an object from file names to what a
//! reader must find ([`expected`]). Nothing is read back: what is expected comes from the same
//! plain description ([`mail`]) that the file is written from, and for real files that are changed
//! from their ground truth ([`corpus`]).

#![expect(clippy::print_stdout, reason = "says what it skips")]

mod cases;
mod corpus;
mod expected;
mod mail;
mod write;

use std::error::Error;
use std::path::Path;

use serde_json::{Map, Value};

use mail::Start;

/// What goes wrong while a message is put together.
pub(crate) type Failure = Box<dyn Error>;

fn main() -> Result<(), Failure> {
    let dir = std::env::args_os().nth(1).ok_or("usage: interop_messages OUTDIR")?;
    let dir = Path::new(&dir);
    std::fs::create_dir_all(dir)?;
    let mut expected: Map<String, Value> = Map::new();
    for case in cases::all()? {
        let name = format!("{}.msg", case.name);
        let path = dir.join(&name);
        let at = |e: Failure| format!("{name}: {e}");
        let mut found = match &case.start {
            Start::New(mail) => {
                write::message(mail, case.version, &path).map_err(at)?;
                expected::message(mail)
            }
            Start::Copy { file, expected } => {
                // Not `copy`: the corpus may be read-only.
                std::fs::write(&path, std::fs::read(file)?)?;
                expected.clone()
            }
        };
        if let Some(edit) = &case.edit {
            write::edit(&path, edit).map_err(at)?;
            found = expected::edited(found, edit);
        }
        if expected.insert(name.clone(), found).is_some() {
            return Err(format!("two cases are called {name}").into());
        }
    }
    std::fs::write(dir.join("expected.json"), serde_json::to_vec_pretty(&expected)?)?;
    Ok(())
}
