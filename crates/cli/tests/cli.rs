//! The program as people run it: arguments, streams, exit codes.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![expect(clippy::print_stdout, reason = "says when there is nothing to test with")]

mod common;

use std::fs;
use std::io::Read;
use std::process::Stdio;

use common::make_sample::{Failure, Item, Person};
use common::{corpus, finish, folder_with_a_bad_file, program, run, run_with, sample, samples};
use openimsg::props::HeaderKind;
use openimsg::props::named::NameMapBuilder;
use openimsg::{FileTime, tags};
use serde_json::Value;

const COMMANDS: [&str; 5] = ["show", "props", "tree", "check", "dump"];

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn samples_are_what_the_program_makes() {
    for (name, bytes) in common::make_sample::samples().unwrap() {
        let committed = fs::read(sample(name)).unwrap();
        assert!(
            committed == bytes,
            "{name}: cargo run -p openimsg --example make_sample -- samples"
        );
    }
}

#[test]
fn show_tells_what_a_person_wants_to_know() {
    let ran = run(["show".as_ref(), sample("hello.msg").as_os_str()]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let expected = "\
From         Ada Lovelace <ada@example.org>
To           Charles Babbage
Cc           Mary Somerville
Subject      Notes on the engine
Date         2025-07-10 09:00:00 +00:00 (UTC)
Received     2025-07-10 09:00:00 +00:00 (UTC)
Class        IPM.Note

Recipients (2)
   0  To    Charles Babbage <charles@example.org>
   1  Cc    Mary Somerville <mary@example.org>

Attachments (1)
   0             69  by value          Bernoulli numbers.csv

Dear Charles,

the notes are done. The engine weaves algebraic patterns just as the Jacquard loom weaves \
flowers and leaves \u{2013} voil\u{E0}!

Ada
";
    assert_eq!(ran.out, expected);
}

#[test]
fn exit_codes() {
    let hello = sample("hello.msg");
    let hello = hello.to_str().unwrap();
    let folder = folder_with_a_bad_file();
    let bad = folder.path().join("b.msg");
    let bad = bad.to_str().unwrap();
    let cases: &[(&[&str], i32)] = &[
        (&["show", hello], 0),
        (&["check", hello], 0),
        (&["check", hello, bad], 1),
        (&["show", bad], 1),
        (&["show", bad, "--json"], 1),
        (&["dump", bad], 1),
        (&["show", "no-such-file.msg"], 1),
        (&["show", hello, "--strict"], 0),
        (&["--strict", "show", hello], 0),
        (&["show"], 2),
        (&[], 2),
        (&["unknown", hello], 2),
        (&["show", hello, "--pretty"], 2),
        (&["show", hello, "--code-page", "1361"], 2),
        (&["show", hello, "--max-decoded", "lots"], 2),
        (&["show", hello, "--jobs", "0"], 2),
        (&["completions", "tcl"], 2),
        (&["man", "/dev/null/x"], 2),
        (&["extract", hello, "-o", bad], 2),
        (&["--help"], 0),
        (&["--version"], 0),
        (&["help", "extract"], 0),
    ];
    for (args, expected) in cases {
        let ran = run(*args);
        assert_eq!(ran.code, *expected, "{args:?}: {ran:?}");
        assert_eq!(ran.code == 0, ran.err.is_empty(), "{args:?}: {ran:?}");
    }
}

#[test]
fn a_bad_file_stops_no_other() {
    let folder = folder_with_a_bad_file();
    for jobs in ["1", "2", "8"] {
        let ran = run(["show", "-j", jobs, folder.path().to_str().unwrap()]);
        assert_eq!(ran.code, 1);
        let headings: Vec<&str> = ran.out.lines().filter(|l| l.starts_with("==>")).collect();
        assert_eq!(headings.len(), 3, "{}", ran.out);
        for (heading, name) in headings.iter().zip(["a.msg", "c.MSG", "e.oft"]) {
            assert!(heading.ends_with(&format!("{name} <==")), "{heading}");
        }
        let err: Vec<&str> = ran.err.lines().collect();
        assert!(err[0].starts_with("openimsg: ") && err[0].contains("b.msg: not a compound file"));
        assert_eq!(err[1..], ["openimsg: 4 files, 1 failed"]);
    }
}

#[test]
fn json_is_a_line_a_file_whatever_the_file() {
    let folder = folder_with_a_bad_file();
    let path = folder.path().to_str().unwrap();
    for command in COMMANDS {
        let ran = run([command, "--json", path, "-j", "3"]);
        let documents = lines(&ran.out);
        assert_eq!((ran.code, documents.len()), (1, 4), "{command}");
        let errors: Vec<bool> = documents.iter().map(|d| d["error"].is_string()).collect();
        assert_eq!(errors, [false, true, false, false], "{command}");
        let ran = run([command, "--json", "--all-files", path]);
        assert_eq!(lines(&ran.out).len(), 5, "{command}");
    }
    let ran = run(["dump", "--pretty", sample("hello.msg").to_str().unwrap()]);
    let document: Value = serde_json::from_str(&ran.out).unwrap();
    assert!(ran.out.lines().count() > 100 && document["file"] == "hello.msg");
}

#[test]
fn pages_come_in_order_from_all_cores() {
    let folder = tempfile::tempdir().unwrap();
    let (hello, agenda) = (sample("hello.msg"), sample("agenda.msg"));
    for number in 0..150 {
        let from = if number % 3 == 0 { &agenda } else { &hello };
        fs::copy(from, folder.path().join(format!("{number:03}.msg"))).unwrap();
    }
    let path = folder.path().to_str().unwrap();
    let one = run(["dump", "-j", "1", path]);
    let many = run(["dump", "-j", "16", path]);
    assert_eq!((one.code, many.code), (0, 0));
    assert!(one.out == many.out);
    let files: Vec<Value> =
        lines(&one.out).iter().map(|document| document["file"].clone()).collect();
    let expected: Vec<Value> = (0..150).map(|n| format!("{n:03}.msg").into()).collect();
    assert_eq!(files, expected);
}

#[test]
fn standard_input_is_a_file() {
    let hello = fs::read(sample("hello.msg")).unwrap();
    for command in COMMANDS {
        let ran = run_with([command, "-"], &hello);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{command}");
        assert!(!ran.out.is_empty());
    }
    let document: Value = serde_json::from_str(&run_with(["dump", "-"], &hello).out).unwrap();
    assert_eq!(document["file"], "-");
    let ran = run_with(["show", "-", "--max-input", "1k"], &hello);
    assert_eq!(ran.code, 1);
    assert_eq!(
        ran.err,
        "openimsg: -: standard input: more than the 1024 bytes that --max-input allows\n"
    );
    let ran = run_with(["show", "-"], b"");
    assert!(ran.code == 1 && ran.err.contains("not a compound file"));
    // What tells of any file reads all of it, what reads messages no more than it must.
    let ran = run_with(["dump", "-", "--max-input", "10"], b"no message");
    let document: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!((ran.code, &document["bytes"]), (1, &10.into()));
    let ran = run_with(["dump", "-", "--max-input", "9"], b"no message");
    assert!(ran.code == 1 && ran.err.contains("--max-input"), "{}", ran.err);
    let ran = run_with(["show", "-", "--max-input", "9"], b"no message");
    assert!(ran.code == 1 && ran.err.contains("not a compound file"), "{}", ran.err);
}

#[test]
fn a_reader_that_leaves_is_not_talked_about() {
    let folder = tempfile::tempdir().unwrap();
    for number in 0..100 {
        fs::copy(sample("hello.msg"), folder.path().join(format!("{number}.msg"))).unwrap();
    }
    let mut command = program();
    command.arg("dump").arg(folder.path()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdout = child.stdout.take().unwrap();
    stdout.read_exact(&mut [0; 10]).unwrap();
    drop(stdout);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}

/// A message whose texts try to talk to the terminal.
fn loud() -> Result<Vec<u8>, Failure> {
    let at = FileTime::from_raw(133_966_116_000_000_000);
    let ann = Person("Ann\u{9B}2J", "a\x1B]0;x\x07@example.org");
    Item::letter("subject \x1B[31mred \u{202E}denrut", "one\x1B[2J\r\ntwo\rthree\tfour", &ann, at)?
        .recipient(Item::recipient_row(&Person("Bob\r\nBcc: x", "b@example.org"), 1)?)?
        .attachment(Item::file("a\x08\x08.txt", "A.TXT", b"x")?)?
        .into_file(&NameMapBuilder::default())
}

#[test]
fn text_of_strangers_does_not_reach_the_terminal_raw() {
    let file = loud().unwrap();
    let raw = |c: char| {
        c.is_control() && !matches!(c, '\n' | '\t') || matches!(c, '\u{202A}'..='\u{202E}')
    };
    for command in COMMANDS {
        for args in [vec![command, "-"], vec![command, "-", "--json"]] {
            let ran = run_with(&args, &file);
            assert_eq!(ran.code, 0, "{ran:?}");
            assert!(!ran.out.contains(raw), "{args:?}: {:?}", ran.out);
        }
    }
    let ran = run_with(["show", "-"], &file);
    assert!(ran.out.contains("subject \\u{1b}[31mred \\u{202e}denrut\n"), "{}", ran.out);
    assert!(ran.out.contains("one\\u{1b}[2J\ntwo\nthree\tfour\n"), "{}", ran.out);
    // In JSON the text is the same.
    let ran = run_with(["show", "-", "--json"], &file);
    assert_eq!(lines(&ran.out)[0]["subject"], "subject \x1B[31mred \u{202E}denrut");
}

#[test]
fn colours_are_for_terminals() {
    let hello = sample("hello.msg");
    let hello = hello.to_str().unwrap();
    for (when, expected) in [("auto", false), ("never", false), ("always", true)] {
        let ran = run(["show", hello, "--color", when]);
        assert_eq!(ran.out.contains("\x1B["), expected, "{when}");
    }
    assert!(!run(["show", "--json", hello, "--color", "always"]).out.contains('\x1B'));
}

#[test]
fn what_is_quoted_is_dim() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.msg");
    let mut message = openimsg::edit::MessageEdit::new(Default::default()).unwrap();
    let text = "Mine\r\n> yours\r\n\r\nVon: Ada\r\nGesendet: Montag\r\nAn: Bob\r\n\r\nOld";
    message.set_text_body(text).unwrap();
    fs::write(&file, message.to_vec().unwrap()).unwrap();
    let ran = run(["--color".as_ref(), "always".as_ref(), "show".as_ref(), file.as_os_str()]);
    let dim = |line: &str| format!("\x1B[2m{line}\x1B[0m\n");
    let block = ["Von: Ada", "Gesendet: Montag", "An: Bob"].map(dim).concat();
    let expected = format!("\n\nMine\n{}\n{block}\n{}", dim("> yours"), dim("Old"));
    assert!(ran.out.ends_with(&expected), "{:?}", ran.out);
    let ran = run(["show".as_ref(), file.as_os_str()]);
    assert!(ran.out.ends_with("Mine\n> yours\n\nVon: Ada\nGesendet: Montag\nAn: Bob\n\nOld\n"));
}

#[test]
fn a_body_without_text_is_not_to_be_searched() {
    let folder = tempfile::tempdir().unwrap();
    let check = |html: Option<(&str, Option<&str>)>, expected: &str| {
        let file = folder.path().join("a.msg");
        let mut message = openimsg::edit::MessageEdit::new(Default::default()).unwrap();
        if let Some((html, text)) = html {
            message.set_html_body(html, text).unwrap();
        }
        fs::write(&file, message.to_vec().unwrap()).unwrap();
        let ran = run(["show".as_ref(), file.as_os_str()]);
        let last = ran.out.lines().last().unwrap_or_default();
        assert!(last.starts_with(expected), "{html:?}: {last}");
    };
    check(None, "(no text stored)");
    check(Some(("<p><img src='cid:1'>&nbsp;</p>", None)), "(no text: there is none in the ");
    check(Some(("<p>Read me</p>", Some(" "))), "Read me");
    check(Some(("<p>Read me</p>", None)), "Read me");
}

#[test]
fn blank_rtf_is_not_to_be_searched_either() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.msg");
    let mut message = openimsg::edit::MessageEdit::new(Default::default()).unwrap();
    message.set_rtf_body(br"{\rtf1\ansi\pard\par}", None).unwrap();
    fs::write(&file, message.to_vec().unwrap()).unwrap();
    let ran = run(["show".as_ref(), file.as_os_str()]);
    let last = ran.out.lines().last().unwrap_or_default();
    assert!(last.starts_with("(no text: there is none in the compressed RTF ("), "{last}");
    let page = run(["render".as_ref(), file.as_os_str()]);
    assert!(!page.out.contains("RTF only"));
}

#[test]
fn a_check_names_the_specification() {
    let mut message = Item::new(HeaderKind::Root).set(tags::PR_SUBJECT, "x").unwrap();
    // A value that no entry lists, and a name that messages do not use.
    message.storage().stream("__substg1.0_1000001F", b"y\0").unwrap();
    message.storage().stream("stranger", b"?").unwrap();
    let file = message.into_file(&NameMapBuilder::default()).unwrap();
    let ran = run_with(["check", "-"], &file);
    assert_eq!((ran.code, ran.err.as_str()), (1, ""));
    assert!(ran.out.starts_with("-: 2 defects of 2 kinds, 3 warnings\n"), "{}", ran.out);
    for expected in ["msg-no-entry", "[MS-OXMSG] 2.4.2", "msg-unknown-element", "at 0x1000001f"] {
        assert!(ran.out.contains(expected), "{expected}: {}", ran.out);
    }
    let ran = run_with(["check", "-", "--json", "--strict"], &file);
    let document = &lines(&ran.out)[0];
    assert_eq!((ran.code, &document["defects"]), (1, &2.into()));
    assert_eq!(document["findings"].as_array().unwrap().len(), 2);
    assert_eq!(document["findings"][0]["spec"].as_str().unwrap().get(..4), Some("[MS-"));
    let ran = run_with(["check", "-", "--max-defects", "1"], &file);
    assert!(ran.out.contains("3 more: --max-defects lists them"), "{}", ran.out);
    // Reading it is another matter.
    assert_eq!(run_with(["show", "-"], &file).code, 0);
    let strict = run_with(["show", "-", "--strict"], &file);
    assert!(strict.code == 1 && strict.err.contains("msg-no-entry"), "{strict:?}");
}

#[test]
fn warnings_count_when_they_are_denied() {
    let message = Item::new(HeaderKind::Root).set(tags::PR_SUBJECT, "x").unwrap();
    let file = message.into_file(&NameMapBuilder::default()).unwrap();
    let ran = run_with(["check", "-"], &file);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(ran.out.starts_with("-: no defects, 3 warnings\n"), "{}", ran.out);
    assert!(ran.out.contains("  rule 13: file, 0x0\n    texts are Unicode"), "{}", ran.out);
    assert_eq!(run_with(["check", "-", "--deny-warnings"], &file).code, 1);
    let ran = run_with(["check", "-", "--json"], &file);
    let document = &lines(&ran.out)[0];
    assert_eq!((&document["defects"], &document["warnings"]), (&0.into(), &3.into()));
    let warned = document["warned"].as_array().unwrap();
    assert_eq!((warned.len(), &warned[0]["rule"]), (3, &13.into()));
    assert_eq!(warned[0]["code"], "outlook-unicode-mask");
    // The samples are as Outlook wants them.
    for name in ["hello.msg", "agenda.msg"] {
        let ran = run(["check".as_ref(), sample(name).as_os_str(), "--deny-warnings".as_ref()]);
        assert_eq!(ran.code, 0, "{}", ran.out);
    }
}

#[test]
fn a_check_of_many_sums_up() {
    let folder = folder_with_a_bad_file();
    let mut message = Item::new(HeaderKind::Root).set(tags::PR_SUBJECT, "x").unwrap();
    message.storage().stream("stranger", b"?").unwrap();
    let file = message.into_file(&NameMapBuilder::default()).unwrap();
    fs::write(folder.path().join("f.msg"), file).unwrap();
    let ran = run(["check", folder.path().to_str().unwrap()]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.ends_with("openimsg: 5 files, 1 failed, 1 with defects (1 defect)\n"));
}

#[test]
fn limits_are_named() {
    let agenda = sample("agenda.msg");
    let agenda = agenda.to_str().unwrap();
    for (command, option, limit) in [
        ("show", "--max-decoded=10", "decoded_bytes"),
        ("show", "--max-nesting=0", "nesting"),
        ("tree", "--max-depth=1", "storage_depth"),
    ] {
        let ran = run([command, option, agenda]);
        assert!(ran.code == 1 && ran.err.contains(&format!("`{limit}`")), "{ran:?}");
    }
}

#[test]
fn tracing_is_loud_on_request_and_discreet() {
    let hello = sample("hello.msg");
    let hello = hello.to_str().unwrap();
    let quiet = run(["show", hello]);
    let loud = run(["show", hello, "-v"]);
    let louder = run(["-vv", "show", hello]);
    assert_eq!((&quiet.out, &quiet.out), (&loud.out, &louder.out));
    assert!(quiet.err.is_empty() && loud.err.contains("message open"), "{}", loud.err);
    assert!(louder.err.len() > loud.err.len());
    for secret in ["Notes on the engine", "Charles", "weaves"] {
        assert!(!louder.err.contains(secret), "{}", louder.err);
    }
}

#[test]
fn shells_and_man_are_served() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let ran = run(["completions", shell]);
        assert!(ran.code == 0 && ran.out.contains("openimsg"), "{shell}");
    }
    assert!(run(["man"]).out.contains(".TH openimsg 1"));
    let folder = tempfile::tempdir().unwrap();
    let pages = folder.path().join("man1");
    let ran = finish(program().arg("man").arg(&pages));
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
    let written = common::files_below(&pages);
    for page in ["openimsg.1", "openimsg-show.1", "openimsg-extract.1", "openimsg-dump.1"] {
        assert!(written.iter().any(|file| file == page), "{written:?}");
    }
}

#[test]
fn every_help_has_examples() {
    for command in
        ["show", "props", "tree", "extract", "check", "diff", "dump", "completions", "man"]
    {
        let ran = run([command, "--help"]);
        assert!(ran.out.contains("Examples:\n  openimsg "), "{command}");
    }
    assert!(run(["--help"]).out.contains("Exit status:"));
}

#[test]
fn the_tree_shows_all_there_is() {
    let ran = run(["tree".as_ref(), sample("agenda.msg").as_os_str()]);
    for expected in [
        "Root Entry  {00020D0B-0000-0000-C000-000000000046}\n",
        "├── __nameid_version1.0  names of named properties\n",
        "__substg1.0_0037001F  12  PidTagSubject\n",
        "├── __attach_version1.0_#00000000  attachment 0\n",
        "│   ├── __substg1.0_3701000D  PidTagAttachDataObject\n",
        "│   │   └── __properties_version1.0  408  property entries\n",
        "├── __substg1.0_8000101F-00000000  24  PidNameKeywords [0]\n",
        "├── __substg1.0_8003001F  6  x-sample\n",
        "storages, ",
    ] {
        assert!(ran.out.contains(expected), "{expected}: {}", ran.out);
    }
    let ran = run(["tree", "--json", samples().to_str().unwrap()]);
    let documents = lines(&ran.out);
    assert_eq!(documents[0]["root"]["children"][0]["kind"], "storage");
}

#[test]
fn every_real_file_is_answered_by_every_command() {
    let Some(files) = corpus() else { return };
    let count = fs::read_dir(&files).unwrap().count();
    for command in COMMANDS {
        let ran = run([command, "--json", "--all-files", files.to_str().unwrap()]);
        assert!(ran.code <= 1, "{command}: {}", ran.err);
        assert_eq!(lines(&ran.out).len(), count, "{command}");
        let ran = run([command, "--all-files", files.to_str().unwrap()]);
        assert!(ran.code <= 1, "{command}: {}", ran.err);
        let raw = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
        assert!(!ran.out.contains(raw), "{command}");
    }
}
