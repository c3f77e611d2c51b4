//! The error loop: call 1 fails, then call 2, … until a save comes through untouched.

use std::path::Path;
use std::sync::Arc;

use openimsg_storage::save::{Destination, Expected, Fingerprint, Options, SaveError, Saved};
use openimsg_storage::{Overlay, write};

use crate::calls::{FAULTS, Fault, Plan, Watched, What, When};
use crate::disk::{self, Disk};
use crate::is_full;
use crate::power::save_watched;
use crate::scripts::{self, Script};

/// One file on one disk, about to be saved.
pub(crate) struct Scene {
    pub(crate) disk: Disk,
    pub(crate) files: Watched<Disk>,
    pub(crate) destination: Destination,
}

pub(crate) const NAME: &str = "a.msg";

impl Scene {
    /// Over `old`, or over nothing if that is empty.
    pub(crate) fn new(old: &[u8], lies: bool) -> Scene {
        let path = disk::path(NAME);
        let is_new = old.is_empty();
        let mut disk = if is_new { Disk::default() } else { Disk::with(&path, old) };
        disk.lies = lies;
        let files = Watched::new(disk.clone());
        let expected = if is_new {
            Expected::Nothing
        } else {
            Expected::This(Fingerprint::of(&disk, &path).unwrap())
        };
        let destination = Destination::on(Arc::new(files.clone()), path, expected);
        Scene { disk, files, destination }
    }

    /// Saves with a plan, and returns what was called.
    pub(crate) fn save(
        &mut self,
        overlay: &Overlay,
        plan: Plan,
    ) -> (Result<Saved, SaveError>, Vec<(What, std::path::PathBuf)>) {
        self.files.begin(plan);
        let root = overlay.image().unwrap();
        let layout = root.lay_out(&write::Options::default()).unwrap();
        let saved = self.destination.save(&layout, &Options::default(), None);
        (saved, self.files.begin(Plan::default()).trace)
    }

    pub(crate) fn content(&self) -> Option<Vec<u8>> {
        self.disk.read(&disk::path(NAME))
    }
}

/// What the loop has seen.
#[derive(Default)]
struct Numbers {
    calls: usize,
    runs: usize,
    errors: usize,
    durability_unknown: usize,
    leftovers_named: usize,
}

#[test]
fn every_call_fails_in_every_way() {
    println!("\n== error loop: each call × 5 faults × once, for ever");
    println!(
        "{:30} {:>6} {:>6} {:>7} {:>8} {:>9} {:>8} {:>9} {:>9}",
        "script", "calls", "runs", "errors", "unknown", "named", "changed", "false Ok", "leftovers"
    );
    let mut cases: Vec<(Script, Vec<u8>)> =
        scripts::all().into_iter().map(|script| (script, scripts::old())).collect();
    let new = Script {
        name: "a new file",
        edit: |file| file.create_stream("a", vec![1; 5000]).unwrap(),
        in_place: None,
    };
    cases.push((new, Vec::new()));
    for (script, old) in &cases {
        let overlay = scripts::edited(old, script);
        let numbers = errors_of(&overlay, old);
        println!(
            "{:30} {:>6} {:>6} {:>7} {:>8} {:>9} {:>8} {:>9} {:>9}",
            script.name,
            numbers.calls,
            numbers.runs,
            numbers.errors,
            numbers.durability_unknown,
            numbers.leftovers_named,
            0,
            0,
            0
        );
    }
}

/// Fails on the first thing that is not as it should be.
fn errors_of(overlay: &Overlay, old: &[u8]) -> Numbers {
    let new = scripts::image(overlay);
    let mut numbers = Numbers::default();
    for n in 1.. {
        for (f, fault) in FAULTS.into_iter().enumerate() {
            for (w, when) in [When::Once(n), When::From(n)].into_iter().enumerate() {
                // In short, each call fails in two of the ten ways.
                if !is_full() && (n + f + 3 * w) % 5 != 0 {
                    continue;
                }
                let mut scene = Scene::new(old, false);
                let plan = Plan { faults: vec![(when, fault)], ..Plan::default() };
                let (saved, trace) = scene.save(overlay, plan);
                if trace.len() < n {
                    assert!(saved.is_ok(), "{n}: {saved:?}");
                    numbers.calls = n - 1;
                    return numbers;
                }
                let place = format!("call {n}, {:?}, {when:?}, {fault:?}: {saved:?}", trace[n - 1]);
                numbers.runs += 1;
                judge(&scene, &saved, (old, &new), (when, fault), &place);
                never_synced_again(&trace, &saved, fault, n, &place);
                numbers.errors += usize::from(saved.is_err());
                match &saved {
                    Err(SaveError::DurabilityUnknown { .. }) => numbers.durability_unknown += 1,
                    Err(SaveError::Leftover { .. }) => numbers.leftovers_named += 1,
                    _ => {}
                }
                // The edits are still there, and nothing stands in the way.
                let (saved, _) = scene.save(overlay, Plan::default());
                assert!(saved.is_ok(), "again after {place}: {saved:?}");
                assert_eq!(scene.content().as_deref(), Some(&*new), "again after {place}");
            }
        }
    }
    numbers
}

/// Old bytes or new ones, as the result says; no temporary file, unless it is named.
fn judge(
    scene: &Scene,
    saved: &Result<Saved, SaveError>,
    (old, new): (&[u8], &[u8]),
    (when, fault): (When, Fault),
    place: &str,
) {
    let content = scene.content().unwrap_or_default();
    match saved {
        Ok(_) | Err(SaveError::DurabilityUnknown { .. }) => assert!(content == new, "{place}"),
        Err(_) => assert!(content == old, "{place}"),
    }
    let is_passing =
        fault == Fault::Short || fault == Fault::Interrupted && matches!(when, When::Once(_));
    assert_eq!(saved.is_ok(), is_passing, "{place}");

    let others = scene.disk.names().into_iter().filter(|path| *path != disk::path(NAME));
    let others: Vec<_> = others.collect();
    match saved {
        Err(SaveError::Leftover { path, .. }) if matches!(when, When::From(_)) => {
            assert_eq!(others, std::slice::from_ref(path), "{place}");
        }
        _ => assert!(others.is_empty(), "{place}: {others:?}"),
    }
}

/// Syncing is not tried again for the same file: what could not be written is forgotten then.
fn never_synced_again(
    trace: &[(What, std::path::PathBuf)],
    saved: &Result<Saved, SaveError>,
    fault: Fault,
    n: usize,
    place: &str,
) {
    if trace[n - 1].0 == What::Sync && fault != Fault::Interrupted && saved.is_err() {
        let syncs = trace.iter().filter(|(what, _)| *what == What::Sync).count();
        assert_eq!(syncs, 1, "{place}");
    }
}

/// The file is synced before it is renamed, and its folder afterwards.
#[test]
fn the_order_of_calls() {
    for script in scripts::all() {
        let old = scripts::old();
        let mut scene = Scene::new(&old, false);
        let (saved, trace) = scene.save(&scripts::edited(&old, &script), Plan::default());
        assert!(saved.unwrap().durable);
        let places = |kind| -> Vec<usize> {
            let calls = trace.iter().enumerate();
            calls.filter(|(_, (what, _))| *what == kind).map(|(at, _)| at).collect()
        };
        let [create, sync, rename, folder] =
            [What::Create, What::Sync, What::Rename, What::SyncFolder].map(places);
        assert_eq!([create.len(), sync.len(), rename.len(), folder.len()], [1; 4]);
        assert!(create < sync && sync < rename && rename < folder, "{trace:?}");
        assert_eq!(trace[sync[0]].1, trace[rename[0]].1, "the file that is renamed was synced");
        assert_eq!(trace[folder[0]].1, Path::new(disk::FOLDER));
        assert!(places(What::Write).iter().all(|at| create[0] < *at && *at < sync[0]));
        let is_reread = |at: &usize| sync[0] < *at && trace[*at].1 == trace[sync[0]].1;
        assert!(places(What::Open).iter().any(is_reread), "it is read again");
        assert!(places(What::Remove).is_empty());
    }
}

/// A second error while cleaning up, and then a machine that fails during the next save.
#[test]
fn errors_while_cleaning_up() {
    println!("\n== a second error while cleaning up, then power failures during the next save");
    println!("{:30} {:>6} {:>8} {:>8}", "script", "errors", "states", "bad");
    for script in scripts::all().iter().take(if is_full() { 99 } else { 3 }) {
        let old = scripts::old();
        let overlay = scripts::edited(&old, script);
        let new = scripts::image(&overlay);
        let (mut errors, mut states) = (0, 0);
        for n in 1.. {
            let mut scene = Scene::new(&old, false);
            let faults =
                vec![(When::Once(n), Fault::Broken), (When::First(What::Remove), Fault::Denied)];
            let (saved, trace) = scene.save(&overlay, Plan { faults, ..Plan::default() });
            if trace.len() < n {
                break;
            }
            let content = scene.content().unwrap();
            match saved {
                Err(SaveError::DurabilityUnknown { .. }) => assert!(content == new),
                Err(SaveError::Leftover { path, .. }) => {
                    assert!(content == old && scene.disk.names().contains(&path));
                }
                Err(_) => assert!(content == old && scene.disk.names().len() == 1),
                Ok(_) => panic!("call {n} failed, and the save came through"),
            }
            errors += 1;
            if is_full() || n % 5 == 0 {
                let tally = save_watched(&mut scene, &overlay, (&old, &new), Vec::new());
                assert_eq!(tally.bad, 0, "after call {n} failed");
                states += tally.states();
            }
        }
        println!("{:30} {:>6} {:>8} {:>8}", script.name, errors, states, 0);
    }
}
