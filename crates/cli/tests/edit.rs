//! Making, editing and embedding messages: what is written, and that nothing else changes.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![expect(clippy::print_stdout, reason = "says when there is nothing to test with")]

mod common;

use std::fs;
use std::path::Path;

use common::{Ran, corpus, files_below, folder_with_a_bad_file, run, run_with, sample};
use serde_json::Value;

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Folder(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> String {
        self.0.path().join(name).display().to_string()
    }

    fn write(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.path(name);
        fs::write(&path, content).unwrap();
        path
    }

    fn copy_of(&self, name: &str) -> String {
        let path = self.path(name);
        fs::copy(sample(name), &path).unwrap();
        path
    }
}

#[track_caller]
fn fine(args: &[&str]) -> Ran {
    let ran = run(args);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{args:?}");
    ran
}

#[track_caller]
fn fails(args: &[&str], message: &str) {
    let ran = run(args);
    assert_eq!(ran.code, 2, "{args:?}: {}", ran.err);
    assert!(ran.err.contains(message), "{args:?}: {}", ran.err);
}

fn json(args: &[&str]) -> Value {
    serde_json::from_str(&fine(args).out).unwrap()
}

/// What `diff` says, a line each; indentation left out.
fn differences(a: &str, b: &str) -> Vec<String> {
    differences_but(&[], a, b)
}

fn differences_but(options: &[&str], a: &str, b: &str) -> Vec<String> {
    let ran = run([&["diff", "--ignore-saving"], options, &[a, b]].concat());
    assert!(ran.code < 2, "{}", ran.err);
    if ran.code == 0 {
        return Vec::new();
    }
    ran.out.lines().map(|line| line.trim().to_owned()).collect()
}

#[test]
fn a_message_is_made_from_options_and_files() {
    let folder = Folder::new();
    let letter = folder.path("letter.msg");
    let html = "<html><body><p>Grüße</p><img src=\"cid:logo\"></body></html>";
    let html = folder.write("letter.html", html);
    let notes = folder.write("notes.txt", [b'x'; 5000]);
    let logo = folder.write("logo.png", b"\x89PNG\r\n\x1A\n");
    fine(&[
        "new",
        "-o",
        &letter,
        "--from",
        "Ada <ada@example.org>",
        "--to",
        "charles@example.org",
        "--cc",
        "\"Byron, George\" <g@example.org>",
        "--subject",
        "RE: Notes",
        "--html-file",
        &html,
        "--attach",
        &notes,
        "--inline",
        &format!("{logo}=logo"),
        "--category",
        "Blue",
        "--importance",
        "high",
        "--set",
        "PidLidReminderSet=true",
        "--set",
        "PS_PUBLIC_STRINGS/Case:long=4711",
        "--date",
        "2026-11-22T09:30:00Z",
    ]);
    let shown = json(&["show", "--json", &letter]);
    assert_eq!(shown["subject"], "RE: Notes");
    assert_eq!(shown["recipients"].as_array().unwrap().len(), 2);
    let attachments = shown["attachments"].as_array().unwrap();
    assert_eq!(attachments.len(), 2);
    let check = fine(&["check", "--deny-warnings", &letter]);
    assert!(check.out.contains("no defects"), "{}", check.out);
    let props = fine(&["props", &letter]).out;
    for expected in ["PidLidReminderSet", "4711", "\"Blue\"", "\"Byron, George\"", "\"image/png\""]
    {
        assert!(props.contains(expected), "{expected}");
    }
    fails(&["new", "-o", &letter], "exists already");
    fine(&["new", "-o", &letter, "--force"]);
}

#[test]
fn ansi_messages_take_what_their_page_has() {
    let folder = Folder::new();
    let old = folder.path("old.msg");
    fine(&["new", "-o", &old, "--ansi=1251", "--subject", "Привет", "--text", "Да"]);
    assert_eq!(json(&["show", "--json", &old])["subject"], "Привет");
    assert!(fine(&["props", &old]).out.contains("0037001E"));
    let refused = ["new", "-o", &folder.path("no.msg"), "--ansi", "--subject", "aПривет"];
    fails(&refused, "character 1 of the text does not fit into code page 1252");
    assert!(!Path::new(&folder.path("no.msg")).exists());
    fine(&[&refused[..], &["--replace-misfits"]].concat());
    assert_eq!(json(&["show", "--json", &folder.path("no.msg")])["subject"], "a??????");
}

#[test]
fn an_edit_changes_what_it_names_and_what_follows() {
    let folder = Folder::new();
    let file = folder.copy_of("hello.msg");
    let original = sample("hello.msg").display().to_string();
    let changed = folder.path("changed.msg");
    fine(&["edit", &file, "-o", &changed, "--subject", "Changed"]);
    assert!(differences(&original, &file).is_empty(), "-o leaves the file alone");
    let shown = differences(&file, &changed).join("\n");
    for follows in ["PR_SUBJECT ", "PR_NORMALIZED_SUBJECT"] {
        assert!(shown.contains(follows), "{shown}");
    }
    assert!(!shown.contains("recipient") && !shown.contains("attachment"), "{shown}");

    fine(&["edit", &file, "--remove-attachment", "BERNOULLI numbers.csv"]);
    assert!(fs::metadata(&file).unwrap().len() < fs::metadata(&original).unwrap().len());
    let shown = json(&["show", "--json", &file]);
    assert_eq!(shown["attachments"].as_array().unwrap().len(), 0);

    let name = json(&["show", "--json", &file])["recipients"][0]["name"].clone();
    fine(&["edit", &file, "--remove-recipient", name.as_str().unwrap(), "--to", "new@example.org"]);
    let recipients = json(&["show", "--json", &file])["recipients"].clone();
    assert!(recipients.to_string().contains("new@example.org"));
    assert!(!recipients.to_string().contains(name.as_str().unwrap()));
}

/// Pins a bug: what was left after removing was not numbered as Outlook numbers it.
#[test]
fn nothing_is_missing_in_the_numbers_after_removing() {
    let folder = Folder::new();
    let file = folder.copy_of("hello.msg");
    let more = folder.path("more.txt");
    fs::write(&more, "more").unwrap();
    fine(&["edit", &file, "--attach", &more, "--to", "new@example.org"]);
    fine(&["edit", &file, "--remove-attachment", "#0", "--remove-recipient", "#0"]);
    let drawn = fine(&["tree", &file]).out;
    for prefix in ["__attach_version1.0_#", "__recip_version1.0_#"] {
        let numbers: Vec<&str> =
            drawn.match_indices(prefix).map(|(at, _)| &drawn[at + prefix.len()..][..8]).collect();
        assert_eq!(numbers.first(), Some(&"00000000"), "{drawn}");
    }
    let checked = fine(&["check", &file]).out;
    assert!(!checked.contains("outlook-number-gap"), "{checked}");
}

#[test]
fn properties_are_set_and_deleted_by_any_name() {
    let folder = Folder::new();
    let file = folder.copy_of("hello.msg");
    fine(&["edit", &file, "--set", "PidTagImportance=2"]);
    assert_eq!(json(&["show", "--json", &file])["importance"], 2);
    fine(&["edit", &file, "--set", "PSETID_Common/0x8530=call back"]);
    assert!(fine(&["props", &file]).out.contains("call back"));
    fine(&["edit", &file, "--delete", "PidLidFlagRequest", "--delete", "PR_IMPORTANCE"]);
    assert!(!fine(&["props", &file]).out.contains("call back"));
    fails(&["edit", &file, "--delete", "PR_IMPORTANCE"], "there is no property 0017");
    fails(&["edit", &file, "--set", "PR_IMPORTANCE=often"], "no whole number");
    fails(&["edit", &file, "--set", "8F00:long=1"], "no name stands behind this number");
    fails(&["edit", &file, "--set", "nonsense"], "there is no =");
    fails(&["edit", &file, "--remove-attachment", "none.txt"], "no attachment is called none.txt");
}

#[test]
fn what_fails_leaves_the_file_as_it_is() {
    let folder = Folder::new();
    let file = folder.copy_of("hello.msg");
    let before = fs::read(&file).unwrap();
    fails(&["edit", &file, "--subject", "x", "--attach", &folder.path("missing")], "missing");
    fails(&["edit", &folder.path("none.msg"), "--subject", "x"], "none.msg");
    let text = folder.write("text.txt", "no message");
    fails(&["edit", &text, "--subject", "x"], "not a compound file");
    fails(&["edit", &file, "--subject", "x", "-o", &text], "exists already");
    assert_eq!(fs::read(&file).unwrap(), before);
    assert_eq!(files_below(folder.0.path()), ["hello.msg", "text.txt"], "nothing is left over");
}

#[test]
fn a_damaged_file_is_saved_on_request_only() {
    let folder = Folder::new();
    let mut bytes = fs::read(sample("hello.msg")).unwrap();
    // The start of a stream, in its directory entry, is outside the file.
    let name: Vec<u8> = "__substg1.0_1000001F".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let entry = bytes.windows(name.len()).position(|window| window == name).unwrap();
    let start = bytes.get_mut(entry..).and_then(|entry| entry.get_mut(116..120)).unwrap();
    start.copy_from_slice(&0x00FF_FFFF_u32.to_le_bytes());
    let file = folder.write("damaged.msg", &bytes);
    fails(&["edit", &file, "--subject", "x"], "saving would lose what cannot be read");
    assert_eq!(fs::read(&file).unwrap(), bytes);
    fine(&["edit", &file, "--subject", "x", "--accept-loss"]);
    assert_eq!(json(&["show", "--json", &file])["subject"], "x");
}

#[test]
fn embedded_messages_go_in_and_come_out_the_same() {
    let folder = Folder::new();
    let outer = folder.path("outer.msg");
    let inner = folder.copy_of("agenda.msg");
    let innermost = folder.copy_of("hello.msg");
    fine(&["embed", &inner, &innermost]);
    fine(&["new", "-o", &outer, "--subject", "Outer", "--embed", &inner]);
    let out = folder.path("out");
    fine(&["extract", &outer, "-o", &out, "--attachments"]);
    for (file, like) in [("Agenda.msg", &inner), ("Agenda/Notes on the engine.msg", &innermost)] {
        let file = format!("{out}/{file}");
        let found = differences(like, &file);
        assert!(found.is_empty(), "{file}: {found:#?}");
        assert_eq!(run(["check", &file]).code, 0);
    }
}

/// A damaged file would not be recognised as such inside of another.
#[test]
fn damaged_messages_are_embedded_on_request_only() {
    let folder = Folder::new();
    let outer = folder.copy_of("hello.msg");
    let inner = folder.copy_of("agenda.msg");
    let mut bytes = fs::read(&inner).unwrap();
    // Its subject's chain ends before the size.
    let name: Vec<u8> = "__substg1.0_0037001F".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let entry = bytes.windows(name.len()).position(|window| window == name).unwrap();
    bytes[entry + 120..entry + 124].copy_from_slice(&4000_u32.to_le_bytes());
    fs::write(&inner, bytes).unwrap();
    let before = fs::read(&outer).unwrap();
    let new = folder.path("new.msg");
    for args in [&["embed", &outer, &inner][..], &["new", "-o", &new, "--embed", &inner]] {
        let ran = run(args);
        assert_eq!(ran.code, 2, "{args:?}");
        assert!(ran.err.contains("agenda.msg") && ran.err.contains("is damaged"), "{}", ran.err);
    }
    assert_eq!(fs::read(&outer).unwrap(), before);
    assert!(!fs::exists(&new).unwrap());
    fine(&["embed", &outer, &inner, "--accept-loss"]);
    // A damaged message that is to be another file: it is named, not the other.
    let ran = run(["edit", &inner, "-o", &new, "--subject", "x"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("agenda.msg: ") && !ran.err.contains("new.msg"), "{}", ran.err);
}

/// Real files: what follows from a new subject, and nothing else.
#[test]
fn a_new_subject_changes_nothing_else_in_real_files() {
    let Some(corpus) = corpus() else { return };
    let folder = Folder::new();
    let mut edited = 0;
    for name in files_below(&corpus).iter().filter(|name| name.ends_with(".msg")).step_by(7) {
        let file = corpus.join(name).display().to_string();
        let changed = folder.path("changed.msg");
        let ran = run(["edit", &file, "-o", &changed, "--force", "--subject", "A new subject"]);
        if ran.code != 0 {
            // Damaged files are not saved, and some hold no message.
            assert!(!ran.err.is_empty());
            continue;
        }
        edited += 1;
        let follows = ["0037", "003D", "0E1D"];
        // One of the flags says that the message is unmodified.
        for line in differences_but(&["--ignore", "PR_MESSAGE_FLAGS"], &file, &changed) {
            let is_property = line.starts_with(['+', '-', '~']) && line.get(2..3) != Some("\"");
            let is_expected = follows.iter().any(|id| line.get(2..6) == Some(*id));
            assert!(!is_property || is_expected, "{name}: {line}");
        }
    }
    assert!(edited > 10, "{edited}");
}

#[test]
fn texts_come_through_pipes() {
    let folder = folder_with_a_bad_file();
    let file = folder.path().join("a.msg").display().to_string();
    let ran = run_with(["edit", &file, "--text-file", "-"], b"from a pipe");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(fine(&["show", &file]).out.contains("from a pipe"));
    let bad = folder.path().join("b.msg").display().to_string();
    fails(&["edit", &bad, "--subject", "x"], "not a compound file");
}

#[test]
fn messages_pass_through_pipes() {
    let folder = Folder::new();
    let file = folder.path("piped.msg");
    let text = folder.write("text", "from a pipe");
    let status = common::program()
        .args(["new", "-o", "-", "--subject", "Piped", "--text-file", "-"])
        .stdin(fs::File::open(text).unwrap())
        .stdout(fs::File::create(&file).unwrap())
        .status();
    assert!(status.unwrap().success());
    assert!(fine(&["show", &file]).out.contains("from a pipe"));
}

#[test]
fn nothing_to_do_is_wrong_usage() {
    let folder = Folder::new();
    let letter = folder.copy_of("hello.msg");
    let before = fs::read(&letter).unwrap();
    for options in [&[][..], &["--obey-attributes"], &["--no-verify"], &["--replace-misfits"]] {
        fails(&[&["edit", letter.as_str()], options].concat(), "nothing to do");
    }
    assert_eq!(fs::read(&letter).unwrap(), before);
    // Elsewhere, it is written anew.
    fine(&["edit", &letter, "-o", &folder.path("anew.msg")]);
}

#[test]
fn who_edits_a_message_has_modified_it() {
    let folder = Folder::new();
    let letter = folder.path("letter.msg");
    let flags = || {
        let list = fine(&["props", &letter]).out;
        let line = list.lines().find(|line| line.contains("PidTagMessageFlags")).unwrap();
        line.split_whitespace().nth(4).unwrap().to_owned()
    };
    fine(&["new", "-o", &letter, "--subject", "one"]);
    assert_eq!(flags(), "10");
    fine(&["edit", &letter, "--subject", "two"]);
    assert_eq!(flags(), "8");
    fine(&["edit", &letter, "--attach", &sample("hello.msg").display().to_string()]);
    assert_eq!(flags(), "24");
    // Who says what the flags are knows best.
    fine(&["edit", &letter, "--set", "PR_MESSAGE_FLAGS=11"]);
    assert_eq!(flags(), "11");
}
