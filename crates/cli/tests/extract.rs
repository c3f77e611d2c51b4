//! Extraction: what is written, and that nothing else is touched.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test that cannot go on fails"
)]
#![expect(clippy::print_stdout, reason = "says when there is nothing to test with")]

mod common;

use std::fs;
use std::path::Path;
use std::process::Stdio;

use common::make_sample::{Failure, Item, Person};
use common::{Ran, corpus, files_below, folder_with_a_bad_file, program, run, run_with, sample};
use openimsg::edit::MessageEdit;
use openimsg::props::named::NameMapBuilder;
use openimsg::storage::write::StorageBuilder;
use openimsg::{FileTime, tags};
use serde_json::Value;

fn extract(file: &[u8], to: &Path, options: &[&str]) -> Ran {
    let mut args = vec!["extract", "-", "-o", to.to_str().unwrap()];
    args.extend(options);
    run_with(args, file)
}

fn letter(subject: &'static str) -> Result<Item, Failure> {
    let at = FileTime::from_raw(133_966_116_000_000_000);
    Item::letter(subject, "text\r\n", &Person("Ann", "ann@example.org"), at)
}

fn file(message: Result<Item, Failure>) -> Vec<u8> {
    message.unwrap().into_file(&NameMapBuilder::default()).unwrap()
}

#[test]
fn bodies_and_attachments_are_written() {
    let out = tempfile::tempdir().unwrap();
    let to = out.path().join("made/on/the/way");
    let ran = run(["extract", sample("hello.msg").to_str().unwrap(), "-o", to.to_str().unwrap()]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_eq!(files_below(&to), ["Bernoulli numbers.csv", "body.txt"]);
    assert_eq!(ran.out.lines().count(), 2);
    assert_eq!(fs::read(to.join("Bernoulli numbers.csv")).unwrap().len(), 69);
    let text = fs::read_to_string(to.join("body.txt")).unwrap();
    assert!(text.starts_with("Dear Charles,\r\n\r\n") && text.contains("voil\u{E0}"));
}

#[test]
fn bodies_that_are_stored_in_another_form_are_taken_out_of_it() {
    let extracted = |set: &dyn Fn(&mut MessageEdit)| {
        let mut message = MessageEdit::new(Default::default()).unwrap();
        set(&mut message);
        let out = tempfile::tempdir().unwrap();
        let ran = extract(&message.to_vec().unwrap(), out.path(), &["--json"]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        let document: Value = serde_json::from_str(&ran.out).unwrap();
        let written = document["written"].as_array().unwrap();
        let written = written.iter().map(|written| {
            let name = Path::new(written["path"].as_str().unwrap()).file_name().unwrap();
            let content = fs::read_to_string(out.path().join(name)).unwrap();
            let from = written["derived_from"].as_str().map(str::to_owned);
            (name.to_str().unwrap().to_owned(), from, content)
        });
        written.collect::<Vec<_>>()
    };
    let file = |name: &str, from: Option<&str>, content: &str| {
        (name.to_owned(), from.map(str::to_owned), content.to_owned())
    };
    let options = openimsg::rtf::Options::default();
    let html = "<html><body><p>\u{FC}n\u{ED}\u{65E5}</p></body></html>";
    let rtf = openimsg::rtf::encapsulate_html(html, &options);
    let stored = String::from_utf8(rtf.clone()).unwrap();
    let in_rtf = |message: &mut MessageEdit| {
        let rtf = openimsg::rtf::compress(&rtf);
        message.set_content(tags::PR_RTF_COMPRESSED, rtf).unwrap();
    };
    let expected = [
        file("body.txt", Some("html"), "\u{FC}n\u{ED}\u{65E5}\n"),
        file("body.html", Some("rtf"), &format!("\u{FEFF}{html}")),
        file("body.rtf", None, &stored),
    ];
    assert_eq!(extracted(&in_rtf), expected);
    // As stored, where it is stored; no HTML is made of mere text.
    let only_html = |message: &mut MessageEdit| {
        message.set(tags::PR_HTML, &b"<p>caf\xC3\xA9"[..]).unwrap();
    };
    let expected =
        [file("body.txt", Some("html"), "caf\u{E9}\n"), file("body.html", None, "<p>caf\u{E9}")];
    // The RTF follows from the HTML.
    assert_eq!(extracted(&only_html)[..2], expected);
    let only_text = |message: &mut MessageEdit| message.set(tags::PR_BODY, "text").unwrap();
    assert_eq!(extracted(&only_text), [file("body.txt", None, "text")]);
    assert_eq!(extracted(&|_| ()), []);

    let mut message = MessageEdit::new(Default::default()).unwrap();
    in_rtf(&mut message);
    let out = tempfile::tempdir().unwrap();
    let ran = extract(&message.to_vec().unwrap(), out.path(), &[]);
    assert_eq!(ran.out.matches("message, out of its RTF\n").count(), 1, "{}", ran.out);
    // What cannot be read is said once, and nothing is made of it.
    message.set_content(tags::PR_RTF_COMPRESSED, b"no RTF at all, or compressed".to_vec()).unwrap();
    let out = tempfile::tempdir().unwrap();
    let ran = extract(&message.to_vec().unwrap(), out.path(), &[]);
    assert_eq!((ran.code, ran.err.lines().count()), (1, 1), "{}", ran.err);
}

#[test]
fn one_kind_alone_can_be_asked_for() {
    let hello = fs::read(sample("hello.msg")).unwrap();
    for (options, expected) in [
        (&["--bodies"][..], &["body.txt"][..]),
        (&["--attachments"], &["Bernoulli numbers.csv"]),
        (&["--attachments", "--bodies"], &["Bernoulli numbers.csv", "body.txt"]),
        (&["--pages"], &["page.html"]),
        (&["--pages", "--bodies"], &["body.txt", "page.html"]),
    ] {
        let out = tempfile::tempdir().unwrap();
        assert_eq!(extract(&hello, out.path(), options).code, 0);
        assert_eq!(files_below(out.path()), expected);
    }
    // Nothing to write, no folder left; the message is a file of its own.
    let out = tempfile::tempdir().unwrap();
    let agenda = fs::read(sample("agenda.msg")).unwrap();
    assert_eq!(extract(&agenda, out.path(), &["--attachments"]).code, 0);
    assert_eq!(fs::read_dir(out.path()).unwrap().count(), 1, "the embedded message");
}

/// A letter with an attachment whose size is declared to be larger than the file has of it.
fn damaged() -> Vec<u8> {
    let letter = letter("damaged").unwrap();
    let letter = letter.attachment(Item::file("a.bin", "A.BIN", &[7; 20_000]).unwrap());
    let mut bytes = file(letter);
    let name: Vec<u8> = "__substg1.0_37010102".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let entry = bytes.windows(name.len()).position(|window| window == name).unwrap();
    bytes[entry + 120..entry + 124].copy_from_slice(&30_000_u32.to_le_bytes());
    bytes
}

#[test]
fn what_is_not_whole_is_written_and_said() {
    let out = tempfile::tempdir().unwrap();
    let ran = extract(&damaged(), out.path(), &["--json"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("attachment 0: the file is damaged: "), "{}", ran.err);
    let document: Value = serde_json::from_str(&ran.out).unwrap();
    let incomplete = |written: &Value| written["incomplete"].as_bool().unwrap_or_default();
    let written = document["written"].as_array().unwrap();
    assert_eq!(written.iter().map(incomplete).collect::<Vec<_>>(), [false, true]);
    let found = fs::read(out.path().join("a.bin")).unwrap();
    assert_eq!(&found[..20_000], [7; 20_000]);
    let shown = run_with(["show", "-"], &damaged());
    assert!(shown.out.contains("damaged: not whole"), "{}", shown.out);
    let page = run_with(["render", "-"], &damaged());
    assert_eq!(page.code, 1);
    assert!(page.out.contains("The file is damaged: attachment 0 is not whole."), "{}", page.out);
    assert!(page.err.contains("attachment 0 is not whole"), "{}", page.err);
}

#[test]
fn extraction_goes_on_when_nobody_reads_what_it_prints() {
    let (from, to) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    for number in 0..100 {
        fs::copy(sample("hello.msg"), from.path().join(format!("{number}.msg"))).unwrap();
    }
    let mut command = program();
    command.arg("extract").arg(from.path()).arg("-o").arg(to.path());
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    drop(child.stdout.take());
    assert!(child.wait().unwrap().success());
    assert_eq!(files_below(to.path()).len(), 200);
}

#[test]
fn a_page_is_what_render_makes() {
    let out = tempfile::tempdir().unwrap();
    let page = |name: &str| {
        let rendered = run(["render", sample(name).to_str().unwrap()]);
        assert_eq!(rendered.code, 0, "{}", rendered.err);
        rendered.out
    };
    let samples = [sample("hello.msg"), sample("agenda.msg")].map(|p| p.display().to_string());
    let [hello, agenda] = &samples;
    let to = out.path().to_str().unwrap();
    assert_eq!(run(["extract", "--pages", "-o", to, hello, agenda]).code, 0);
    assert_eq!(files_below(out.path()), ["agenda/page.html", "hello/page.html"]);
    for name in ["hello", "agenda"] {
        let written = fs::read_to_string(out.path().join(name).join("page.html")).unwrap();
        assert_eq!(written, page(&format!("{name}.msg")));
    }
    // An attachment of that name does not take its place.
    let out = tempfile::tempdir().unwrap();
    let letter = letter("x").unwrap();
    let letter = letter.attachment(Item::file("page.html", "PAGE.HTM", b"mine").unwrap());
    assert_eq!(extract(&file(letter), out.path(), &["--pages", "--attachments"]).code, 0);
    assert_eq!(files_below(out.path()), ["page (2).html", "page.html"]);
    assert_eq!(fs::read(out.path().join("page (2).html")).unwrap(), b"mine");
}

#[test]
fn messages_in_messages_are_files_and_folders() {
    let out = tempfile::tempdir().unwrap();
    let inner = letter("in").unwrap().attachment(Item::file("x.bin", "X.BIN", b"1").unwrap());
    let outer = letter("out").unwrap().attachment(Item::embedding("a/b", inner.unwrap()).unwrap());
    let ran = extract(&file(outer), out.path(), &["--json"]);
    assert_eq!(ran.code, 0);
    assert_eq!(files_below(out.path()), ["a_b.msg", "a_b/body.txt", "a_b/x.bin", "body.txt"]);
    let document: Value = serde_json::from_str(&ran.out).unwrap();
    let places: Vec<&str> = document["written"]
        .as_array()
        .unwrap()
        .iter()
        .map(|w| w["place"].as_str().unwrap())
        .collect();
    assert_eq!(
        places,
        [
            "message",
            "attachment 0",
            "attachment 0 → message",
            "attachment 0 → message → attachment 0"
        ]
    );
}

#[test]
fn hostile_names_stay_in_the_folder() {
    const LONG: &str = "A name of forty characters, and no less. A name of forty characters, and no less. \
                        A name of forty characters, and no less. A name of forty characters, and no less. \
                        A name of forty characters, and no less. A name of forty characters, no less.exe";
    let names = [
        "../evil",
        "../../evil",
        "/evil",
        "//host/evil",
        "\\\\host\\evil",
        "C:\\evil",
        "..",
        ".",
        "a/../../evil",
        "evil\0.txt",
        "CON",
        "nul.txt",
        "x.txt:stream",
        "x. . .",
        "cod\u{202E}gpj.exe",
        "-rf",
        ".bashrc",
        "~/.ssh/authorized_keys",
        "same",
        "SAME",
        "same",
        "body.txt",
        "",
        "\x1B[2J",
        "..\\..\\evil",
        "..\\../evil",
        "....//evil",
        "%2e%2e%2fevil",
        "\u{FF0E}\u{FF0E}\u{FF0F}evil",
        "\\\\?\\C:\\evil",
        "\\\\.\\PhysicalDrive0",
        "file:///evil",
        "COM1",
        "LPT\u{B9}.txt",
        "conin$",
        "evil.txt\r\nevil",
        "evil\u{85}\u{2028}.txt",
        "e\u{301}vil",
        "\u{E9}vil",
        "a*?\"<>|.txt",
        LONG,
    ];
    assert!(names.len() >= 40);
    let message = names.iter().try_fold(letter("names").unwrap(), |message, name| {
        message.attachment(Item::file(name, name, name.as_bytes())?)
    });
    let base = tempfile::tempdir().unwrap();
    let out = base.path().join("deep/er/out");
    fs::create_dir_all(&out).unwrap();
    fs::write(base.path().join("deep/er/evil"), "old").unwrap();
    let ran = extract(&file(message), &out, &[]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    let all = files_below(base.path());
    let (inside, outside): (Vec<String>, Vec<String>) =
        all.into_iter().partition(|path| path.starts_with("deep/er/out/"));
    assert_eq!(outside, ["deep/er/evil"]);
    assert_eq!(fs::read_to_string(base.path().join("deep/er/evil")).unwrap(), "old");
    // All are there, and the text.
    assert_eq!(inside.len(), names.len() + 1, "{inside:?}");
    for path in inside {
        let name = path.strip_prefix("deep/er/out/").unwrap();
        assert!(!name.contains('/') && !name.contains(char::is_control), "{name:?}");
    }
    assert!(!ran.out.contains('\x1B'));
}

/// As many names as `OPENIMSG_NAMES` says, 1,000 to a message, put together of what is dangerous
/// somewhere and of any characters. `cargo xtask names` runs it with a million.
#[test]
fn random_names_stay_in_the_folder_and_overwrite_nothing() {
    const TO_A_MESSAGE: usize = 1_000;
    let count = std::env::var("OPENIMSG_NAMES").map_or(2 * TO_A_MESSAGE, |n| n.parse().unwrap());
    let mut random = Random(14);
    for _ in 0..count.div_ceil(TO_A_MESSAGE) {
        let names: Vec<String> = (0..TO_A_MESSAGE).map(|_| random.name()).collect();
        let message =
            (0_u32..).zip(&names).try_fold(letter("names").unwrap(), |message, (i, name)| {
                let attachment = Item::attached(1)?
                    .set(tags::PR_ATTACH_LONG_FILENAME, name.clone())?
                    .set(tags::PR_ATTACH_DATA_BIN, i.to_le_bytes().to_vec())?;
                message.attachment(attachment)
            });
        let base = tempfile::tempdir().unwrap();
        let out = base.path().join("out");
        fs::create_dir(&out).unwrap();
        // In the way, inside and outside.
        for place in ["evil", "out/evil", "out/CON"] {
            fs::write(base.path().join(place), place).unwrap();
        }
        let ran = extract(&file(message), &out, &["--attachments"]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));

        let mut seen = vec![false; names.len()];
        for path in files_below(base.path()) {
            let content = fs::read(base.path().join(&path)).unwrap();
            if content == path.as_bytes() {
                continue;
            }
            // Whatever was there before is there as it was, so this was written now.
            let number = u32::from_le_bytes(content.try_into().unwrap());
            let number = usize::try_from(number).unwrap();
            assert!(!std::mem::replace(&mut seen[number], true), "{path:?} is written twice");
            let name = path.strip_prefix("out/").unwrap_or_else(|| panic!("{path:?} is outside"));
            assert_is_plain(name, &names[number]);
        }
        assert!(seen.iter().all(|seen| *seen), "a file was overwritten");
        assert_eq!(files_below(base.path()).len(), names.len() + 3);
    }
    println!("{count} names, each a new file in its folder");
}

/// Whether a name is one of a plain file on every usual system; checked without the library.
fn assert_is_plain(name: &str, of: &str) {
    let is_separate = |c: char| matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|');
    let turns = |c: char| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    assert!(!name.contains(is_separate) && !name.contains(char::is_control), "{name:?} of {of:?}");
    assert!(!name.contains(turns), "{name:?} of {of:?}");
    assert!(!name.is_empty() && name.len() <= 255, "{name:?} of {of:?}");
    assert!(!name.starts_with(['.', '-', '~', ' ']), "{name:?} of {of:?}");
    assert!(!name.ends_with(['.', ' ']), "{name:?} of {of:?}");
    let stem = name.split('.').next().unwrap().trim_end().to_uppercase();
    let devices = ["CON", "PRN", "AUX", "NUL", "COM1", "COM9", "LPT1", "LPT9", "CONIN$", "CONOUT$"];
    assert!(!devices.contains(&stem.as_str()), "{name:?} of {of:?}");
}

/// Numbers without order (SplitMix64).
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) >> 1).unwrap() % end
    }

    fn name(&mut self) -> String {
        const PARTS: [&str; 28] = [
            "..", "../", "/", "//host/", "\\", "..\\", "C:", "CON", "nul", "com1", "LPT9", ".",
            " ", "~", "-", ":stream", "::$DATA", "\0", "\n", "\x1B[2J", "\u{202E}", "\u{FEFF}",
            "evil", "EVIL", ".txt", "\u{130}", "\u{DF}", "*",
        ];
        let mut name = String::new();
        for _ in 0..self.below(8) {
            match self.below(8) {
                0..=4 => name.push_str(PARTS[self.below(PARTS.len())]),
                5 => {
                    let any = u32::try_from(self.below(0x11_0000)).unwrap();
                    name.extend(char::from_u32(any));
                }
                6 => name.extend(std::iter::repeat_n('x', self.below(300))),
                _ => name.push(char::from(b' ' + u8::try_from(self.below(95)).unwrap())),
            }
        }
        name
    }
}

#[test]
fn nothing_is_overwritten_however_often_it_is_asked() {
    let out = tempfile::tempdir().unwrap();
    let hello = fs::read(sample("hello.msg")).unwrap();
    fs::write(out.path().join("body.txt"), "mine").unwrap();
    for _ in 0..3 {
        assert_eq!(extract(&hello, out.path(), &[]).code, 0);
    }
    assert_eq!(fs::read_to_string(out.path().join("body.txt")).unwrap(), "mine");
    assert_eq!(
        files_below(out.path()),
        [
            "Bernoulli numbers (2).csv",
            "Bernoulli numbers (3).csv",
            "Bernoulli numbers.csv",
            "body (2).txt",
            "body (3).txt",
            "body (4).txt",
            "body.txt",
        ]
    );
}

#[cfg(unix)]
#[test]
fn links_in_the_way_are_refused() {
    let base = tempfile::tempdir().unwrap();
    let out = base.path().join("out");
    fs::create_dir(&out).unwrap();
    std::os::unix::fs::symlink(base.path().join("target"), out.join("body.txt")).unwrap();
    let hello = fs::read(sample("hello.msg")).unwrap();
    let ran = extract(&hello, &out, &[]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("symbolic link"), "{}", ran.err);
    assert_eq!(files_below(base.path()), ["out/Bernoulli numbers.csv", "out/body.txt"]);
}

#[test]
fn each_of_many_files_has_its_folder() {
    let folder = folder_with_a_bad_file();
    fs::copy(folder.path().join("a.msg"), folder.path().join("d/A.msg")).unwrap();
    let out = tempfile::tempdir().unwrap();
    let args = ["extract", "--bodies", "-j", "4", "-o", out.path().to_str().unwrap()];
    let ran = run(args.into_iter().chain([folder.path().to_str().unwrap()]));
    assert_eq!(ran.code, 1);
    assert_eq!(
        files_below(out.path()),
        ["A (2)/body.txt", "a/body.txt", "c/body.txt", "e/body.txt"]
    );
}

#[test]
fn what_was_written_is_no_input() {
    let folder = tempfile::tempdir().unwrap();
    let hello = fs::read(sample("hello.msg")).unwrap();
    let outer = letter("out").unwrap().attachment(Item::file("z.msg", "Z.MSG", &hello).unwrap());
    fs::write(folder.path().join("a.msg"), file(outer)).unwrap();
    let out = folder.path().join("out");
    for expected in [1, 1] {
        let args = ["extract", "--json", "-o", out.to_str().unwrap()];
        let ran = run(args.into_iter().chain([folder.path().to_str().unwrap()]));
        assert_eq!((ran.code, ran.out.lines().count()), (0, expected), "{}", ran.out);
    }
    // But it is if it was asked for.
    let ran = run(["show", "--json", out.to_str().unwrap()]);
    assert_eq!(ran.out.lines().count(), 2);
}

#[test]
fn storages_of_other_applications_are_compound_files() {
    let mut attachment = Item::attached(6).unwrap().set(tags::PR_DISPLAY_NAME, "Sheet").unwrap();
    let mut ole = StorageBuilder::new();
    ole.clsid("{00020820-0000-0000-C000-000000000046}".parse().unwrap());
    ole.stream("\u{1}CompObj", vec![7; 76]).unwrap();
    ole.storage("inner").unwrap().stream("Workbook", vec![9; 10_000]).unwrap();
    attachment.storage().insert("__substg1.0_3701000D", ole).unwrap();
    let out = tempfile::tempdir().unwrap();
    let message = letter("sheet").unwrap().attachment(attachment);
    let ran = extract(&file(message), out.path(), &["--attachments"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_eq!(files_below(out.path()), ["Sheet.ole"]);
    let ran = run(["tree", out.path().join("Sheet.ole").to_str().unwrap()]);
    for expected in ["{00020820-0000-0000-C000-000000000046}", "CompObj  76", "Workbook  10,000"] {
        assert!(ran.out.contains(expected), "{}", ran.out);
    }
}

#[test]
fn what_is_elsewhere_is_not_fetched() {
    let path = "\\\\host\\share\\secret.docx";
    let attachment = Item::attached(2).unwrap().set(tags::PR_ATTACH_LONG_PATHNAME, path).unwrap();
    let out = tempfile::tempdir().unwrap();
    let ran = extract(&file(letter("x").unwrap().attachment(attachment)), out.path(), &[]);
    assert_eq!(ran.code, 0);
    assert!(ran.out.contains("only a path or address is stored"), "{}", ran.out);
    assert_eq!(files_below(out.path()), ["body.txt"]);
}

/// 200 MB in and out, with a sixth of that for the whole process.
#[cfg(target_os = "linux")]
#[test]
fn large_attachments_pass_in_bounded_memory() {
    use openimsg::storage::write::{Content, Options};
    use std::io::Read;

    const SIZE: u64 = 200_000_000;
    let base = tempfile::tempdir().unwrap();
    let path = base.path().join("large.msg");
    let mut root = StorageBuilder::new();
    root.stream("__properties_version1.0", vec![0; 32]).unwrap();
    let attachment = root.storage("__attach_version1.0_#00000000").unwrap();
    attachment.stream("__properties_version1.0", vec![0; 8]).unwrap();
    let zeros = Content::reader(SIZE, || Ok(std::io::repeat(0).take(SIZE)));
    attachment.stream("__substg1.0_37010102", zeros).unwrap();
    root.write_to(&Options::default(), fs::File::create(&path).unwrap()).unwrap();

    for command in ["extract", "dump"] {
        let program = program();
        let mut limited = std::process::Command::new("sh");
        // Address space in KiB: code and stacks count as well.
        limited.args(["-c", "ulimit -v 120000; exec \"$0\" \"$@\""]);
        limited.arg(program.get_program()).arg(command).arg(&path);
        let ran = common::finish(limited.current_dir(base.path()));
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{command}");
    }
    assert_eq!(fs::metadata(base.path().join("attachment-0")).unwrap().len(), SIZE);
}

#[test]
fn real_files_are_extracted() {
    let Some(files) = corpus() else { return };
    let out = tempfile::tempdir().unwrap();
    let to = out.path().join("to");
    let args = ["extract", files.to_str().unwrap(), "--json", "-o", to.to_str().unwrap()];
    let ran = run(args);
    assert!(ran.code <= 1, "{}", ran.err);
    let mut written = 0;
    for line in ran.out.lines() {
        let document: Value = serde_json::from_str(line).unwrap();
        for file in document["written"].as_array().into_iter().flatten() {
            let path = Path::new(file["path"].as_str().unwrap());
            assert!(path.starts_with(&to) && path.is_file());
            assert_eq!(fs::metadata(path).unwrap().len(), file["bytes"].as_u64().unwrap());
            written += 1;
        }
    }
    assert_eq!(files_below(out.path()).len(), written);
    assert!(written > 400, "{written}");
}
