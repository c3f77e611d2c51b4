//! Lists what the crate `cfb`, at its strictest, finds in compound files.
//!
//! `cargo run -p openimsg-storage --example read_with_cfb -- FILE…` prints one line of JSON for
//! each file, as the example `write_samples` does, in the order of their paths inside.

use std::error::Error;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::PathBuf;

use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

fn main() -> Result<(), Box<dyn Error>> {
    for path in std::env::args_os().skip(1).map(PathBuf::from) {
        let mut line = list(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        line.insert("path".to_owned(), json!(path));
        writeln!(io::stdout().lock(), "{}", Value::Object(line))?;
    }
    Ok(())
}

fn list(path: &PathBuf) -> Result<Map<String, Value>, Box<dyn Error>> {
    let mut file = cfb::CompoundFile::open_strict(File::open(path)?)?;
    let entries: Vec<cfb::Entry> = file.walk().filter(|entry| !entry.is_root()).collect();
    let (mut streams, mut storages) = (Map::new(), Vec::new());
    for entry in entries {
        let name = entry.path().to_str().ok_or("a name is not Unicode")?.to_owned();
        if entry.is_storage() {
            storages.push(name);
            continue;
        }
        let mut content = Vec::new();
        file.open_stream(entry.path())?.read_to_end(&mut content)?;
        if u64::try_from(content.len())? != entry.len() {
            return Err(format!("{name} has {} bytes of {}", content.len(), entry.len()).into());
        }
        let hash: String = Sha256::digest(&content).iter().map(|b| format!("{b:02x}")).collect();
        streams.insert(name, json!([content.len(), hash]));
    }
    storages.sort();
    let mut listing = Map::new();
    listing.insert("streams".to_owned(), Value::Object(streams));
    listing.insert("storages".to_owned(), json!(storages));
    Ok(listing)
}
