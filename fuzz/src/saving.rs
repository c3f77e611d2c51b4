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
/// failed, the new one if it said that it is kept. Both are what the model says.
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
    /// What is on the disk, and the model of it.
    saved: (Vec<u8>, Model),
}

/// What may be found after the power failure.
#[derive(Default, Clone, Copy)]
struct Found {
    old: bool,
    new: bool,
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
        let saved = (bytes, now.model.clone());
        Life { files, destination, now, saved }
    }

    fn save(&mut self, choices: &mut Choices<'_>) {
        let (cut, failing, how, then) =
            (choices.byte(), choices.byte(), choices.byte(), choices.byte());
        let new = image(&self.now.overlay);
        let fault = FAULTS[usize::from(how % 5)];
        let when = match how / 5 % 2 {
            0 => When::Once(failing.into()),
            _ => When::From(failing.into()),
        };
        let faults = if failing == 0 { Vec::new() } else { vec![(when, fault)] };
        let may_fail = !faults.is_empty() && fault != Fault::Short;

        let found = Arc::new(Mutex::new(None));
        let look = {
            let (disk, found) = (self.files.files.clone(), found.clone());
            let (old, new) = (self.saved.0.clone(), new.clone());
            move |number, _| {
                if number == usize::from(cut) {
                    *found.lock().unwrap() = Some(after_power_failure(&disk, &old, &new));
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
        assert!(there == *if is_new { &new } else { &self.saved.0 }, "{saved:?}");
        if let Err(SaveError::Leftover { path, .. }) = &saved {
            _ = disk.remove(path);
        }
        assert_eq!(disk.names().len(), 1, "{saved:?}");
        let kept = after_power_failure(disk, &self.saved.0, &new);
        if let Ok(saved) = &saved {
            assert!(saved.durable && (!kept.old || self.saved.0 == new), "it is kept");
        }

        let found = found.lock().unwrap().take();
        let after = (new, self.now.model.clone());
        if let Some(found) = found.filter(|_| then % 2 == 0) {
            // Power failed: one of what may be there is there.
            let is_new = found.new && (!found.old || then / 2 % 2 == 0);
            let (bytes, model) = if is_new { after } else { self.saved.clone() };
            self.restart(bytes, model);
        } else if is_new {
            self.saved = after;
            if then % 4 == 1 {
                let (bytes, model) = self.saved.clone();
                self.restart(bytes, model);
            }
        }
    }

    /// The program ends, and begins anew with what it finds.
    fn restart(&mut self, bytes: Vec<u8>, model: Model) {
        let overlay = over(bytes);
        assert!(contents(&overlay) == model);
        *self = Life::new(State { overlay, model, left: self.now.left });
    }
}

/// Nothing but the old and the new file may be there.
fn after_power_failure(disk: &Disk, old: &[u8], new: &[u8]) -> Found {
    let mut found = Found::default();
    disk.after_power_failure(&disk::path("a.msg"), |bytes| {
        let bytes = bytes.expect("there was a file before");
        found.old |= bytes == old;
        found.new |= bytes == new;
        assert!(bytes == old || bytes == new, "{} bytes", bytes.len());
    });
    found
}
