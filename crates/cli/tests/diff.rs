//! `openimsg diff`: what people and programs are told, and the exit status.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![expect(clippy::print_stdout, reason = "says when there is nothing to test with")]

mod common;

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use common::make_sample::{Failure, Item, Person};
use common::{Ran, corpus, files_below, folder_with_a_bad_file, run, run_with, sample, samples};
use openimsg::props::named::NameMapBuilder;
use openimsg::{FileTime, tags};
use serde_json::Value;

fn letter(subject: &'static str, body: &'static str, files: &[&'static str]) -> Vec<u8> {
    let build = || -> Result<Vec<u8>, Failure> {
        let at = FileTime::from_raw(133_966_116_000_000_000);
        let mut letter = Item::letter(subject, body, &Person("Ann", "ann@example.org"), at)?;
        for name in files {
            letter = letter.attachment(Item::file(name, name, name.as_bytes())?)?;
        }
        letter.into_file(&NameMapBuilder::default())
    };
    build().unwrap()
}

/// Two files in a folder, compared.
fn diff(left: &[u8], right: &[u8], options: &[&str]) -> Ran {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, bytes: &[u8]| -> PathBuf {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    };
    diff_files(&put("a.msg", left), &put("b.msg", right), options)
}

fn diff_files(left: &Path, right: &Path, options: &[&str]) -> Ran {
    let args = [OsStr::new("diff"), left.as_os_str(), right.as_os_str()];
    run(args.into_iter().chain(options.iter().map(OsStr::new)))
}

#[test]
fn people_see_both_sides_of_what_differs() {
    let left = letter("Notes", "one\r\ntwo\r\nthree\r\n", &["a.txt", "b.txt"]);
    let right = letter("Nodes", "one\r\ntwo\r\nfour\r\n", &["b.txt"]);
    let ran = diff(&left, &right, &[]);
    assert_eq!((ran.code, ran.err.as_str()), (1, ""));
    for line in [
        "message\n",
        "  ~ 0037001F  PR_SUBJECT PidTagSubject\n      - \"Notes\"\n      + \"Nodes\"\n",
        "  ~ 1000001F  PR_BODY PidTagBody  first in line 3, character 1\n      \
         - \"one\\u{d}\\u{a}two\\u{d}\\u{a}three\\u{d}\\u{a}\"\n      \
         + \"one\\u{d}\\u{a}two\\u{d}\\u{a}four\\u{d}\\u{a}\"\n",
        "- attachment 0  \"a.txt\"\n",
    ] {
        assert!(ran.out.contains(line), "{line} in {}", ran.out);
    }
    assert!(!ran.out.contains("attachment 1"), "{}", ran.out);
    assert!(ran.out.ends_with(" differences\n"), "{}", ran.out);
}

#[test]
fn programs_get_a_document() {
    let ran = diff(&letter("a", "x", &[]), &letter("b", "x", &["c.txt"]), &["--json"]);
    assert_eq!((ran.code, ran.out.lines().count()), (1, 1));
    let document: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(document["equal"], false);
    assert_eq!(document["unreadable"], 0);
    let list = document["list"].as_array().unwrap();
    assert_eq!(document["differences"], list.len());
    let subject = list.iter().find(|one| one["name"] == "PidTagSubject").unwrap();
    assert_eq!(subject["before"]["value"], "a");
    assert_eq!(subject["after"]["value"], "b");
    assert_eq!((&subject["left"], &subject["right"]), (&"".into(), &"".into()));
    let added = list.iter().find(|one| one["what"] == "item").unwrap();
    assert_eq!((&added["left"], &added["right"]), (&Value::Null, &"attachment 0".into()));
    assert_eq!(added["name"], "c.txt");
}

#[test]
fn the_exit_status_tells() {
    let (a, b) = (letter("a", "x", &[]), letter("b", "x", &[]));
    for (left, right, options, code, out) in [
        (&a, &a, &[][..], 0, "no differences\n"),
        (&a, &a, &["--quiet"], 0, ""),
        (&a, &b, &["-q"], 1, ""),
        (&a, &b, &["--quiet", "--json"], 2, ""),
        (
            &a,
            &b,
            &["--ignore", "PR_SUBJECT", "--ignore", "PidTagNormalizedSubject", "--ignore", "0070"],
            0,
            "no differences\n",
        ),
    ] {
        let ran = diff(left, right, options);
        assert_eq!((ran.code, ran.out.as_str()), (code, out), "{options:?} {}", ran.err);
    }
    let folder = folder_with_a_bad_file();
    let bad = folder.path().join("b.msg");
    for (left, right) in [
        (bad.as_path(), sample("hello.msg").as_path()),
        (sample("hello.msg").as_path(), bad.as_path()),
        (Path::new("no-such-file.msg"), bad.as_path()),
        (Path::new("-"), Path::new("-")),
    ] {
        let ran = diff_files(left, right, &[]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""));
        assert!(!ran.err.is_empty());
    }
    // One of them can come through a pipe.
    let hello = fs::read(sample("hello.msg")).unwrap();
    let path = sample("hello.msg");
    let ran = run_with([OsStr::new("diff"), OsStr::new("-"), path.as_os_str()], &hello);
    assert_eq!((ran.code, ran.out.as_str()), (0, "no differences\n"));
}

#[test]
fn named_properties_can_be_left_out() {
    let folder = tempfile::tempdir().unwrap();
    let hello = sample("hello.msg");
    let files = ["1", "2"].map(|value| {
        let path = folder.path().join(value);
        let set = format!("PS_PUBLIC_STRINGS/Case={value}");
        let args = [OsStr::new("edit"), hello.as_os_str(), OsStr::new("-o"), path.as_os_str()];
        let ran = run(args.into_iter().chain([OsStr::new("--set"), OsStr::new(&set)]));
        assert_eq!(ran.code, 0, "{}", ran.err);
        path
    });
    let [one, other] = &files;
    let ignore = ["--ignore-saving", "--ignore", "PS_PUBLIC_STRINGS/Case"];
    assert_eq!(diff_files(one, other, &ignore[..1]).code, 1);
    assert_eq!(diff_files(one, other, &ignore).code, 0);
}

#[test]
fn text_of_strangers_moves_no_cursor() {
    let ran = diff(
        &letter("a\u{1B}[31m\u{202E}", "x", &["\u{9B}2J"]),
        &letter("b", "x\n\u{1B}[2J", &[]),
        &[],
    );
    assert_eq!(ran.code, 1);
    assert!(!ran.out.contains(['\u{1B}', '\u{202E}', '\u{9B}']), "{}", ran.out);
}

#[test]
fn what_saving_changes_can_be_left_out() {
    let saved = |by: &'static str| {
        let ann = Person("Ann", "ann@example.org");
        let item = Item::letter("a", "x", &ann, FileTime::UNSET).unwrap();
        let item = item.set(tags::PR_LAST_MODIFIER_NAME, by).unwrap();
        item.into_file(&NameMapBuilder::default()).unwrap()
    };
    assert_eq!(diff(&saved("Ann"), &saved("Bob"), &[]).code, 1);
    assert_eq!(diff(&saved("Ann"), &saved("Bob"), &["--ignore-saving"]).code, 0);
}

#[test]
fn no_sample_differs_from_itself() {
    for name in files_below(&samples()) {
        let path = sample(&name);
        if path.extension().is_some_and(|ending| ending == "msg") {
            let ran = diff_files(&path, &path, &["--attributes", "--compressed-rtf"]);
            assert_eq!((ran.code, ran.out.as_str()), (0, "no differences\n"), "{name}");
        }
    }
    let Some(corpus) = corpus() else { return };
    let mut names = files_below(&corpus);
    names.retain(|name| name.ends_with(".msg"));
    for pair in names.windows(2).step_by(17) {
        let [left, right] = [0, 1].map(|at| corpus.join(pair.get(at).unwrap()));
        let ran = diff_files(&left, &right, &["--json"]);
        assert!(ran.code == 1 || ran.code == 2, "{pair:?}: {}", ran.err);
        if ran.code == 1 {
            let document: Value = serde_json::from_str(&ran.out).unwrap();
            assert!(document["differences"].as_u64().unwrap() > 0);
        }
    }
}
