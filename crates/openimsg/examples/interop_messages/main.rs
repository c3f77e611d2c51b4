//! Writes messages of many kinds for other programs to read, and tells what is in them:
//!
//! ```text
//! cargo run -p openimsg --example interop_messages -- OUTDIR
//! ```
//!
//! fills OUTDIR with `.msg` files and with `expected.json`, an object from file names to what a
//! reader must find ([`expected`]). Nothing is read back: what is expected comes from the same
//! plain description ([`mail`]) that the file is written from.

mod cases;
mod expected;
mod mail;
mod write;

use std::error::Error;
use std::path::Path;

use serde_json::{Map, Value};

/// What goes wrong while a message is put together.
pub(crate) type Failure = Box<dyn Error>;

fn main() -> Result<(), Failure> {
    let dir = std::env::args_os().nth(1).ok_or("usage: interop_messages OUTDIR")?;
    let dir = Path::new(&dir);
    std::fs::create_dir_all(dir)?;
    let mut expected: Map<String, Value> = Map::new();
    for case in cases::all() {
        let name = format!("{}.msg", case.name);
        let file = std::fs::File::create(dir.join(&name))?;
        write::message(&case.mail, case.version, file).map_err(|e| format!("{name}: {e}"))?;
        if expected.insert(name.clone(), expected::message(&case.mail)).is_some() {
            return Err(format!("two cases are called {name}").into());
        }
    }
    std::fs::write(dir.join("expected.json"), serde_json::to_vec_pretty(&expected)?)?;
    Ok(())
}
