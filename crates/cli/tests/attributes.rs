//! Attributes of properties at the command line: shown, set, and obeyed on request.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]
#![expect(clippy::print_stdout, reason = "says when there is nothing to test with")]

#[expect(dead_code, reason = "each test needs another part of it")]
mod common;

use common::{run, sample};
use serde_json::Value;

/// A copy of a sample, in a folder that goes with it.
fn copy() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("hello.msg");
    std::fs::copy(sample("hello.msg"), &path).unwrap();
    (folder, path.display().to_string())
}

#[track_caller]
fn fine(args: &[&str]) -> String {
    let ran = run(args);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{args:?}");
    ran.out
}

#[track_caller]
fn fails(args: &[&str], message: &str) {
    let ran = run(args);
    assert_eq!(ran.code, 2, "{args:?}: {}", ran.err);
    assert!(ran.err.contains(message), "{args:?}: {}", ran.err);
}

/// What the message of a file lets be done to a property.
fn allowed(file: &str, tag: &str) -> Value {
    let document: Value =
        serde_json::from_str(&fine(&["props", "--attributes", "--json", file])).unwrap();
    let properties = document["objects"][0]["properties"].as_array().unwrap();
    properties.iter().find(|property| property["tag"] == tag).unwrap().clone()
}

#[test]
fn attributes_are_shown_with_what_follows_from_them() {
    let (_folder, file) = copy();
    let subject = allowed(&file, "0037001F");
    assert_eq!(subject["allowed"]["set"], "S_OK");
    assert!(subject.get("value").is_none());
    let shown = fine(&["props", "--attributes", &file]);
    assert!(shown.contains("get S_OK, set S_OK, delete S_OK"), "{shown}");
    let times = shown.lines().find(|line| line.contains("30080040"));
    if let Some(times) = times {
        assert!(times.contains("set MAPI_E_COMPUTED"), "{times}");
    }
}

#[test]
fn attributes_are_set_and_stay_in_the_file() {
    let (_folder, file) = copy();
    fine(&["edit", &file, "--attr", "PR_SUBJECT=r"]);
    let subject = allowed(&file, "0037001F");
    assert_eq!(
        (&subject["attributes"], &subject["allowed"]["set"]),
        (&2.into(), &"MAPI_E_NO_ACCESS".into())
    );
    // Nobody is held to them who does not ask to be.
    fine(&["edit", &file, "--subject", "Other"]);
    assert_eq!(allowed(&file, "0037001F")["attributes"], 2);
    fails(&["edit", &file, "--attr", "PR_CALLBACK_TELEPHONE_NUMBER=r"], "there is no property");
    fails(&["edit", &file, "--attr", "PR_SUBJECT=q"], "the letters are m, r and w");
}

#[test]
fn attributes_are_obeyed_on_request() {
    let (_folder, file) = copy();
    fine(&["edit", &file, "--attr", "PR_SUBJECT=r", "--attr", "PR_MESSAGE_CLASS=mrw"]);
    let before = std::fs::read(&file).unwrap();
    let obey = |args: &[&'static str]| -> Vec<String> {
        let fixed = ["edit", &file, "--obey-attributes"];
        fixed.iter().chain(args).map(|arg| (*arg).to_owned()).collect()
    };
    let fails = |args: Vec<String>, message| {
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        fails(&args, message);
    };
    let fine = |args: Vec<String>| {
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        fine(&args)
    };
    fails(obey(&["--subject", "Other"]), "property 0037");
    fails(obey(&["--set", "PR_SUBJECT=Other"]), "MAPI_E_NO_ACCESS");
    fails(obey(&["--set", "PR_HASATTACH=true"]), "MAPI_E_COMPUTED");
    fails(obey(&["--delete", "PR_MESSAGE_CLASS"]), "MAPI_E_NO_ACCESS");
    assert_eq!(std::fs::read(&file).unwrap(), before, "nothing was written");
    fine(obey(&["--set", "PR_MESSAGE_CLASS=IPM.Other", "--text", "Other"]));
    fine(obey(&["--attr", "PR_SUBJECT=rw"]));
    fine(obey(&["--subject", "Other"]));
}
