//! How time grows with size, here and with others: a table, and a drawing below `target`.

use std::path::Path;

use anyhow::Context;
use serde_json::Value;

use super::plot::{self, Point};
use crate::interop::readers::{Place, Reader, Running};
use crate::shell;

/// Those who read messages and are not in Rust.
const READERS: &[Reader] = &[Reader::ExtractMsg, Reader::Msgreader, Reader::Poi];

/// Measures, prints and draws; with `all`, those too who are not in Rust.
pub(super) fn run(root: &Path, all: bool, quick: bool) -> anyhow::Result<()> {
    let folder = root.join("target/sizes");
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    let line = ["run", "--release", "-p", "openimsg-benches", "--bin", "sizes", "--"];
    let mut measure = shell::cargo(root, line);
    measure.arg(&folder).args(quick.then_some("--quick"));
    let lines = shell::output(&mut measure)?;
    let mut points: Vec<Point> = lines.lines().filter_map(Point::parse).collect();
    if all {
        points.extend(others(root, &folder, if quick { 3 } else { 11 })?);
    }
    print!("{}", plot::table(&points));
    let path = folder.join("time.svg");
    std::fs::write(&path, plot::drawing(&points))?;
    println!("drawn in {}", path.display());
    Ok(())
}

/// What the drivers of others say of the files in a folder, whose names are their lengths.
fn others(root: &Path, folder: &Path, rounds: u32) -> anyhow::Result<Vec<Point>> {
    let target = root.join("target/interop");
    let place = Place { drivers: &root.join("xtask/readers"), target: &target };
    std::fs::create_dir_all(&target)?;
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        files.extend(path.extension().is_some_and(|ending| ending == "msg").then_some(path));
    }
    files.sort();
    let mut sides = Vec::new();
    for reader in READERS {
        sides.push(("read a summary", reader.to_string(), place.command(*reader)));
    }
    sides.push(("write", "oxmsg".to_owned(), place.oxmsg()));
    let mut points = Vec::new();
    for (work, side, command) in sides {
        // Who lacks Java compares with the rest.
        let mut command = match command {
            Ok(command) => command,
            Err(error) => {
                eprintln!("{side} is left out: {error:#}");
                continue;
            }
        };
        eprintln!("{work} with {side} …");
        // One after another: they are to have the machine for themselves.
        command.arg(format!("--time={rounds}")).args(&files);
        let running = Running::start(command, target.join(format!("{side}-times.json")))?;
        let (found, _) = running.finish().with_context(|| side.clone())?;
        for (name, nanoseconds) in found.as_object().into_iter().flatten() {
            let bytes = name.trim_end_matches(".msg").parse();
            let (Ok(bytes), Some(nanoseconds)) = (bytes, Value::as_f64(nanoseconds)) else {
                continue;
            };
            points.push(Point { work: work.to_owned(), side: side.clone(), bytes, nanoseconds });
        }
    }
    Ok(points)
}
