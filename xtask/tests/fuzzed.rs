//! What fuzzing has found before must never come back: every file of `fuzz/artifacts` and of
//! `fuzz/corpus` goes through its target, without a fuzzer.
#![expect(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use openimsg_fuzz::TARGETS;

fn fuzz_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz")
}

/// The entries of a folder, sorted.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{folder:?}: {error}"));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

#[test]
fn past_findings_stay_mended() {
    let mut replayed = 0_usize;
    for (name, target) in TARGETS {
        for kind in ["artifacts", "corpus"] {
            for input in entries(&fuzz_folder().join(kind).join(name)) {
                // The name of the input that panics is the last one printed.
                println!("{}", input.display());
                target(&fs::read(input).unwrap());
                replayed += 1;
            }
        }
        target(&[]);
    }
    println!("{replayed} inputs replayed through {} targets", TARGETS.len());
}

#[test]
fn every_target_is_replayed() {
    let known: BTreeSet<String> = TARGETS.iter().map(|(name, _)| (*name).to_owned()).collect();
    for folder in ["fuzz_targets", "artifacts", "corpus"] {
        let found: BTreeSet<String> = entries(&fuzz_folder().join(folder))
            .iter()
            .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
            .collect();
        assert_eq!(found, known, "{folder} and TARGETS of fuzz/src/lib.rs");
    }
}
