//! Rules about the text of the files.

use std::fmt::Write;

use super::{File, Finding, Tree};

/// Modules of `std` that reach out of the program, and the crates (folders under `crates/`)
/// whose own code may name them. Tests, examples, benchmarks and chores may do so anywhere.
const SYSTEM_MODULES: &[(&str, &[&str])] =
    &[("fs", &["storage", "cli"]), ("net", &[]), ("process", &["cli"])];

/// What no source file may hold, and what to do about it. Split, so that they are not found here.
const UNFINISHED: &[(&str, &str)] = &[
    (concat!("to", "do!"), "finish it"),
    (concat!("unimpl", "emented!"), "finish it"),
    (concat!("FIX", "ME"), "mend it, or write it among the known shortcomings"),
    (concat!("#[ig", "nore"), "a test that does not run proves nothing"),
    (concat!("#[al", "low("), "expect the lint, with a reason"),
    (concat!("#![al", "low("), "expect the lint, with a reason"),
];

/// Where the folders of machines begin. Split, so that they are not found here.
const MACHINE_FOLDERS: &[&str] = &[
    concat!("/ho", "me/"),
    concat!("/ro", "ot/"),
    concat!("/wo", "rk/"),
    concat!("/t", "mp/"),
    concat!("/Us", "ers/"),
];

/// Files whose lines people read and tools compare.
const LINES_MATTER: &[&str] = &["lock", "md", "py", "rs", "sh", "toml", "yml"];

const MOST_LINES: usize = 800;

/// How the docs of a generated file end, within its first lines.
const GENERATED: &str = "by `cargo xtask codegen`: do not edit.";

/// Only the crates of [`SYSTEM_MODULES`] name the modules there.
pub(super) fn system_modules(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.with_extension("rs") {
        let mut folders = file.path.split('/');
        let (Some("crates"), Some(own), Some("src")) =
            (folders.next(), folders.next(), folders.next())
        else {
            continue;
        };
        if folders.any(|part| matches!(part, "tests" | "tests.rs")) {
            continue;
        }
        let code = own_code(&file.text);
        for (module, allowed) in SYSTEM_MODULES {
            if !allowed.contains(&own) && names_std_module(&code, module) {
                findings.push(file.finding(format!("`{own}` must not touch `std::{module}`")));
            }
        }
    }
    findings
}

pub(super) fn system_table() -> String {
    let mut table = String::from("     Who alone may touch what:\n");
    for (module, allowed) in SYSTEM_MODULES {
        let who = if allowed.is_empty() { "nobody".to_owned() } else { allowed.join(", ") };
        _ = writeln!(table, "     std::{module:8} {who}");
    }
    table
}

/// The first line of each source file is one of `//!` docs.
pub(super) fn module_docs(tree: &Tree) -> Vec<Finding> {
    tree.with_extension("rs")
        .filter(|file| !file.text.starts_with("//!"))
        .map(|file| file.finding("does not begin with `//!`"))
        .collect()
}

/// No source file holds anything of [`UNFINISHED`].
pub(super) fn unfinished(tree: &Tree) -> Vec<Finding> {
    let look = |line: &str| {
        let (word, remedy) = UNFINISHED.iter().find(|(word, _)| line.contains(word))?;
        Some(format!("`{word}`: {remedy}"))
    };
    tree.with_extension("rs").flat_map(|file| file.lines_where(look)).collect()
}

/// No source file is longer than [`MOST_LINES`], unless its first lines say that it is generated.
pub(super) fn length(tree: &Tree) -> Vec<Finding> {
    let generated = |file: &File| file.text.lines().take(10).any(|l| l.ends_with(GENERATED));
    tree.with_extension("rs")
        .filter(|file| !generated(file))
        .map(|file| (file, file.text.lines().count()))
        .filter(|(_, lines)| *lines > MOST_LINES)
        .map(|(file, lines)| file.finding(format!("{lines} lines: is this one concept?")))
        .collect()
}

/// No carriage returns, no white space at the end of lines, and a line feed at the end of a file.
pub(super) fn white_space(tree: &Tree) -> Vec<Finding> {
    let name = |file: &File| file.path.rsplit('/').next().unwrap_or_default().to_owned();
    let matters = |file: &&File| match name(file).rsplit_once('.') {
        Some((stem, extension)) => stem.is_empty() || LINES_MATTER.contains(&extension),
        // Scripts and licences.
        None => !file.path.starts_with("fuzz/"),
    };
    let look = |line: &str| {
        let trimmed = line.trim_end();
        if line.ends_with('\r') {
            Some("a carriage return ends the line".to_owned())
        } else {
            (trimmed.len() < line.len()).then(|| "white space at the end of the line".to_owned())
        }
    };
    let mut findings = Vec::new();
    for file in tree.files.iter().filter(matters) {
        findings.extend(file.lines_where(look));
        if !file.text.is_empty() && !file.text.ends_with('\n') {
            findings.push(file.finding("does not end in a line feed"));
        }
    }
    findings
}

/// No file holds an absolute path into one of [`MACHINE_FOLDERS`].
pub(super) fn machine_paths(tree: &Tree) -> Vec<Finding> {
    // In `https://host/tmp/x` or `target/tmp/x` the folder is not at the root of a machine.
    let at_root = |line: &str, folder: &str| {
        line.match_indices(folder).any(|(at, _)| {
            let before = line.get(..at).and_then(|before| before.chars().next_back());
            !before.is_some_and(|c| c.is_alphanumeric() || "._-})".contains(c))
        })
    };
    let look = |line: &str| {
        let folder = MACHINE_FOLDERS.iter().find(|folder| at_root(line, folder))?;
        Some(format!("`{folder}` exists on some machines only"))
    };
    tree.files.iter().flat_map(|file| file.lines_where(look)).collect()
}

/// The code of a file without comments, white space and the module `tests`, which stands last.
fn own_code(text: &str) -> String {
    let code = text.split("\nmod tests {").next().unwrap_or_default();
    let code = code.lines().filter_map(|line| line.split("//").next());
    code.flat_map(str::chars).filter(|c| !c.is_whitespace()).collect()
}

/// Whether code without white space names `std::module`, alone or in a group of imports.
fn names_std_module(code: &str, module: &str) -> bool {
    let begins = |text: &str| {
        text.strip_prefix(module)
            .is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
    };
    code.match_indices("std::").any(|(at, found)| {
        let rest = code.get(at.saturating_add(found.len())..).unwrap_or_default();
        let Some(group) = rest.strip_prefix('{') else { return begins(rest) };
        let group = group.split(';').next().unwrap_or_default();
        // A name inside a nested group, as in `{io::{self, fs}}`, would be another module; the
        // style has no nested groups, so that finding one too many there costs nothing.
        group.split([',', '{']).any(begins)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What `rule` says about one file: line number (0 for the file as a whole) and finding.
    fn say(rule: fn(&Tree) -> Vec<Finding>, path: &str, text: &str) -> Vec<(usize, String)> {
        let tree = Tree::of(&[(path, text)]);
        let line = |place: &str| place.rsplit_once(':').map_or(0, |(_, n)| n.parse().unwrap());
        rule(&tree).into_iter().map(|f| (line(&f.place), f.what)).collect()
    }

    /// The lines at which `rule` finds something in one file.
    fn lines(rule: fn(&Tree) -> Vec<Finding>, path: &str, text: &str) -> Vec<usize> {
        say(rule, path, text).into_iter().map(|(line, _)| line).collect()
    }

    #[test]
    fn only_storage_and_the_command_line_touch_files() {
        for code in [
            "use std::fs;",
            "use std::fs::File;",
            "use std::{io, fs};",
            "use std::{\n    fs::File,\n    io,\n};",
            "fn f() { std :: fs::read(x) }",
        ] {
            let found = say(system_modules, "crates/message/src/a/b.rs", code);
            assert_eq!(found, [(0, "`message` must not touch `std::fs`".to_owned())], "{code}");
            for free in ["crates/storage/src/a.rs", "crates/cli/src/a.rs", "xtask/src/a.rs"] {
                assert!(lines(system_modules, free, code).is_empty(), "{free}");
            }
            for test in ["crates/message/tests/a.rs", "crates/message/src/a/tests.rs"] {
                assert!(lines(system_modules, test, code).is_empty(), "{test}");
            }
        }
        for code in [
            "use std::fmt;\nlet fs = 1;",
            "/// `std::fs::read` would do.",
            "use std::{fmt, io};\nfs();",
            "use std::fsync;",
            "fn f() {}\n\n#[cfg(test)]\nmod tests {\n    use std::fs;\n}",
        ] {
            assert!(lines(system_modules, "crates/message/src/a.rs", code).is_empty(), "{code}");
        }
        assert_eq!(lines(system_modules, "crates/cli/src/a.rs", "use std::net::TcpStream;"), [0]);
        assert!(system_table().contains("std::net      nobody\n"));
    }

    #[test]
    fn files_begin_with_docs() {
        assert!(lines(module_docs, "a.rs", "//! Docs.\n").is_empty());
        assert_eq!(lines(module_docs, "a.rs", "use a;\n//! Docs.\n"), [0]);
        assert!(lines(module_docs, "a.py", "import a\n").is_empty());
    }

    #[test]
    fn unfinished_code_is_found() {
        assert!(
            lines(unfinished, "a.rs", "#[expect(lint, reason = \"why\")]\n// to do\n").is_empty()
        );
        for (word, _) in UNFINISHED {
            assert_eq!(
                lines(unfinished, "a.rs", &format!("fn f() {{\n  {word}"))[..],
                [2],
                "{word}"
            );
        }
    }

    #[test]
    fn long_files_are_found_unless_generated() {
        let text = "\n".repeat(MOST_LINES);
        assert!(lines(length, "a.rs", &text).is_empty());
        assert_eq!(lines(length, "a.rs", &format!("{text}\n")), [0]);
        assert!(lines(length, "a.rs", &format!("//! Generated {GENERATED}\n{text}")).is_empty());
        assert_eq!(lines(length, "a.rs", &format!("{text}//! Generated {GENERATED}\n")), [0]);
    }

    #[test]
    fn white_space_is_found() {
        assert!(lines(white_space, "a.rs", "a\n\n  b\n").is_empty());
        assert_eq!(lines(white_space, "a.rs", "a \n\t\nb\r\nc\n"), [1, 2, 3]);
        assert_eq!(lines(white_space, ".ci/run", "a\nb"), [0]);
        assert_eq!(lines(white_space, ".gitignore", "a \n"), [1]);
        assert!(lines(white_space, "a.rtf", "a \r\n").is_empty());
        assert!(lines(white_space, "fuzz/artifacts/guid/crash-0", "a \r\n").is_empty());
    }

    #[test]
    fn paths_of_a_machine_are_found() {
        for folder in MACHINE_FOLDERS {
            let text = format!("one\nlet path = \"{folder}x\";\n");
            assert_eq!(lines(machine_paths, "a.rs", &text), [2], "{folder}");
            let inside = format!("https://example.com{folder} target{folder} ${{HERE}}{folder}");
            assert!(lines(machine_paths, "a.md", &inside).is_empty(), "{folder}");
        }
    }
}
