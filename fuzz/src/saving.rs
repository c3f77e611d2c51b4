//! Edits that are saved, on a disk that fails and loses power.

use std::sync::{Arc, Mutex};

use openimsg_storage::save::{Destination, Expected, FileSystem, Fingerprint, Options, SaveError};
use openimsg_storage::write;

use self::calls::{FAULTS, Fault, Plan, Watched, When};
use self::disk::Disk;
use crate::input::Choices;
use crate::overlay::{Model, State, contents, image, over};

#[path = "../../crates/storage/tests/crash/calls.rs"]
#[expect(dead_code, reason = "the tests of saving need more of it")]
mod calls;
#[path = "../../crates/storage/tests/crash/disk.rs"]
#[expect(dead_code, reason = "the tests of saving need more of it")]
mod disk;

/// Edits a file and a model of it, and saves with calls that fail and a power failure before one
/// of them. Whatever happens, the disk holds the old file or the new one: the old one if saving
/// failed, the new one if it said that it is kept. Both are what the model says. After a save
/// that could not say whether its file is kept, older ones are possible too.
///
/// The input: for each operation a byte for its kind. Edits take what they take in the target
/// `overlay`; a save takes the number of the call before which power fails, and of that which
/// fails, how it fails, and what is found after the power failure.
pub fn saving(data: &[u8]) {
    let mut choices = Choices(data.get(..0x1000).unwrap_or(data));
    let mut life = Life::new(State::with(0x8000));
    let mut saves = 0;
    while !choices.is_empty() && saves < 32 {
        match choices.byte() % 16 {
            0..4 => {
                saves += 1;
                life.save(&mut choices);
            }
            kind => life.now.edit(kind, &mut choices),
        }
    }
    life.save(&mut Choices(&[]));
}

/// A program that edits a file.
struct Life {
    files: Watched<Disk>,
    destination: Destination,
    now: State,
    /// What is on the disk comes last. Before it, what may be there instead after a power
    /// failure: saves since then did not hear that their file is kept.
    kept: Vec<Version>,
}

/// A file, and the model of it.
#[derive(Clone)]
struct Version {
    bytes: Vec<u8>,
    model: Model,
}

impl Life {
    /// Begins with what the state holds, safely kept.
    fn new(now: State) -> Life {
        let bytes = image(&now.overlay);
        let path = disk::path("a.msg");
        let disk = Disk::with(&path, &bytes);
        let expected = Expected::This(Fingerprint::of(&disk, &path).unwrap());
        let files = Watched::new(disk);
        let destination = Destination::on(Arc::new(files.clone()), path, expected);
        let kept = vec![Version { bytes, model: now.model.clone() }];
        Life { files, destination, now, kept }
    }

    fn save(&mut self, choices: &mut Choices<'_>) {
        let (cut, failing, how, then) =
            (choices.byte(), choices.byte(), choices.byte(), choices.byte());
        let new = Version { bytes: image(&self.now.overlay), model: self.now.model.clone() };
        let versions: Vec<Version> = self.kept.iter().cloned().chain([new.clone()]).collect();
        let fault = FAULTS[usize::from(how % 5)];
        let when = match how / 5 % 2 {
            0 => When::Once(failing.into()),
            _ => When::From(failing.into()),
        };
        let faults = if failing == 0 { Vec::new() } else { vec![(when, fault)] };
        let may_fail = !faults.is_empty() && fault != Fault::Short;

        let found = Arc::new(Mutex::new(Vec::new()));
        let look = {
            let (disk, found) = (self.files.files.clone(), found.clone());
            let versions = versions.clone();
            move |number, _| {
                if number == usize::from(cut) {
                    *found.lock().unwrap() = after_power_failure(&disk, &versions);
                }
            }
        };
        self.files.begin(Plan { faults, before: Some(Box::new(look)), ..Plan::default() });
        let saved = {
            let root = self.now.overlay.image().unwrap();
            let layout = root.lay_out(&write::Options::default()).unwrap();
            self.destination.save(&layout, &Options::default(), None)
        };
        self.files.begin(Plan::default());

        let is_new = matches!(saved, Ok(_) | Err(SaveError::DurabilityUnknown { .. }));
        assert!(may_fail || saved.is_ok(), "{saved:?}");
        let disk = &self.files.files;
        let there = disk.read(&disk::path("a.msg")).unwrap();
        let last = self.kept.last().unwrap();
        assert!(there == if is_new { &new } else { last }.bytes, "{saved:?}");
        if let Err(SaveError::Leftover { path, .. }) = &saved {
            _ = disk.remove(path);
        }
        assert_eq!(disk.names().len(), 1, "{saved:?}");
        after_power_failure(disk, &versions);
        if let Ok(saved) = &saved {
            assert!(saved.durable);
            after_power_failure(disk, std::slice::from_ref(&new));
            self.kept.clear();
        }
        if is_new {
            self.kept.push(new);
        }

        let found = std::mem::take(&mut *found.lock().unwrap());
        if !found.is_empty() && then % 2 == 0 {
            // Power failed then: one of what may have been there is there.
            let one = found[usize::from(then / 2) % found.len()];
            self.restart(versions[one].clone());
        } else if then % 4 == 1 {
            self.restart(self.kept.last().unwrap().clone());
        }
    }

    /// The program ends, and begins anew with what it finds.
    fn restart(&mut self, Version { bytes, model }: Version) {
        let overlay = over(bytes);
        assert!(contents(&overlay) == model);
        *self = Life::new(State { overlay, model, left: self.now.left });
    }
}

/// Which of the versions may be there after a power failure; nothing else may.
fn after_power_failure(disk: &Disk, versions: &[Version]) -> Vec<usize> {
    let mut found = Vec::new();
    disk.after_power_failure(&disk::path("a.msg"), |bytes| {
        let bytes = bytes.expect("there was a file before");
        let is_it = |version: &Version| version.bytes == bytes;
        let one = versions.iter().position(is_it).expect("an old or the new file is there");
        if !found.contains(&one) {
            found.push(one);
        }
    });
    found
}
