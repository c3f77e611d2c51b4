//! The crash loop: before every call, the machine fails.

use std::sync::{Arc, Mutex};

use openimsg_storage::Overlay;

use crate::calls::{Fault, Plan, When};
use crate::disk::{self, Disk};
use crate::errors::{NAME, Scene};
use crate::scripts;

/// What was found at the path after so many power failures.
#[derive(Default, Clone, Copy)]
pub(crate) struct Tally {
    pub(crate) cuts: usize,
    pub(crate) old: usize,
    pub(crate) new: usize,
    pub(crate) bad: usize,
    /// Not the new file, after a save that said it was kept.
    pub(crate) broken_promises: usize,
}

impl Tally {
    pub(crate) fn states(&self) -> usize {
        self.old + self.new + self.bad
    }

    fn look(&mut self, disk: &Disk, old: &[u8], new: &[u8]) {
        disk.after_power_failure(&disk::path(NAME), |content| {
            let content = content.unwrap_or_default();
            if content == old {
                self.old += 1;
            } else if content == new {
                self.new += 1;
            } else {
                self.bad += 1;
            }
        });
    }
}

/// Saves, with a power failure before every call and after the last one.
pub(crate) fn save_watched(
    scene: &mut Scene,
    overlay: &Overlay,
    (old, new): (&[u8], &[u8]),
    faults: Vec<(When, Fault)>,
) -> Tally {
    let tally = Arc::new(Mutex::new(Tally::default()));
    let (disk, seen) = (scene.disk.clone(), tally.clone());
    let (before, after) = (old.to_vec(), new.to_vec());
    let look = move |_, _| {
        let mut tally = seen.lock().unwrap();
        tally.cuts += 1;
        tally.look(&disk, &before, &after);
    };
    let plan = Plan { faults, before: Some(Box::new(look)), ..Plan::default() };
    let (saved, _) = scene.save(overlay, plan);
    assert!(saved.unwrap().durable);
    let mut tally = *tally.lock().unwrap();
    let mut kept = Tally::default();
    kept.look(&scene.disk, old, new);
    tally.broken_promises = kept.old + kept.bad;
    tally
}

#[test]
fn the_machine_fails_before_every_call() {
    println!("\n== power failure before each call: unsynced writes dropped, torn, reordered");
    print_head();
    for script in scripts::all() {
        let old = scripts::old();
        let overlay = scripts::edited(&old, &script);
        let new = scripts::image(&overlay);
        let mut scene = Scene::new(&old, false);
        let tally = save_watched(&mut scene, &overlay, (&old, &new), Vec::new());
        print_row(script.name, &tally);
        assert_eq!((tally.bad, tally.broken_promises), (0, 0), "{}", script.name);
        assert!(tally.old > 0 && tally.new > 0);
        // Written in many small pieces.
        let short = vec![(When::From(1), Fault::Short)];
        let mut halves = Scene::new(&old, false);
        let tally = save_watched(&mut halves, &overlay, (&old, &new), short);
        assert_eq!((tally.bad, tally.broken_promises), (0, 0), "{}", script.name);
        // And again, over what was saved.
        let mut more = overlay.clone();
        more.put_stream("again", vec![7; 10_000]).unwrap();
        let newer = scripts::image(&more);
        let tally = save_watched(&mut scene, &more, (&new, &newer), Vec::new());
        assert_eq!((tally.bad, tally.broken_promises), (0, 0), "{}", script.name);
    }
    let overlay = scripts::edited(&[], &scripts::all()[8]);
    let new = scripts::image(&overlay);
    let tally = save_watched(&mut Scene::new(&[], false), &overlay, (&[], &new), Vec::new());
    print_row("a new file", &tally);
    assert_eq!((tally.bad, tally.broken_promises), (0, 0));
}

/// The harness sees what it is there to see: on a disk that only says that it has synced, a
/// power failure loses files.
#[test]
fn a_disk_that_lies_about_syncing_is_found_out() {
    println!("\n== control: the same on a disk that does not sync");
    print_head();
    for script in scripts::all() {
        let old = scripts::old();
        let overlay = scripts::edited(&old, &script);
        let new = scripts::image(&overlay);
        let tally = save_watched(&mut Scene::new(&old, true), &overlay, (&old, &new), Vec::new());
        print_row(script.name, &tally);
        assert!(tally.bad > 0 && tally.broken_promises > 0, "{}", script.name);
    }
}

fn print_head() {
    println!(
        "{:30} {:>6} {:>8} {:>8} {:>8} {:>8} {:>8}",
        "script", "cuts", "states", "old", "new", "bad", "promises"
    );
}

fn print_row(name: &str, tally: &Tally) {
    println!(
        "{name:30} {:>6} {:>8} {:>8} {:>8} {:>8} {:>8}",
        tally.cuts,
        tally.states(),
        tally.old,
        tally.new,
        tally.bad,
        tally.broken_promises
    );
}
