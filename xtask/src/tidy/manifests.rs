//! Rules about what the crates of the workspace may know.

use std::fmt::Write;

use toml::{Table, Value};

use super::{File, Finding, Tree};

/// The architecture: each package of ours and those of ours that it may depend on. Tests may
/// stand on anything, so development dependencies do not count.
const LAYERS: &[(&str, &[&str])] = &[
    ("openimsg-base", &[]),
    ("openimsg-storage", &["openimsg-base"]),
    ("openimsg-props", &["openimsg-base"]),
    ("openimsg-rtf", &["openimsg-base"]),
    ("openimsg-message", &["openimsg-base", "openimsg-storage", "openimsg-props", "openimsg-rtf"]),
    // Tags and values pass through handles; what they look like on disk does not.
    (
        "openimsg-session",
        &["openimsg-base", "openimsg-storage", "openimsg-props", "openimsg-message"],
    ),
    (
        "openimsg",
        &[
            "openimsg-base",
            "openimsg-storage",
            "openimsg-props",
            "openimsg-rtf",
            "openimsg-message",
            "openimsg-session",
        ],
    ),
    // The command line is a user of the facade like any other.
    ("openimsg-cli", &["openimsg"]),
    (
        "openimsg-benches",
        &[
            "openimsg",
            "openimsg-base",
            "openimsg-storage",
            "openimsg-props",
            "openimsg-rtf",
            "openimsg-message",
            "openimsg-session",
        ],
    ),
    // Chores must run while the libraries do not compile.
    ("xtask", &[]),
];

/// Packages that are not ours and the only packages of ours that may depend on them.
const OUTSIDE: &[(&[&str], &[&str])] = &[
    (&["cfb"], &["openimsg-storage", "openimsg-benches"]),
    // What bodies and headers hold is for one crate to say.
    (&["ammonia", "html2text", "mailparse"], &["openimsg-message"]),
    (
        &[
            "anyhow",
            "clap",
            "clap_complete",
            "clap_mangen",
            "ctrlc",
            "indicatif",
            "serde_json",
            "toml",
            "tracing-subscriber",
            "walkdir",
        ],
        &["openimsg-cli", "openimsg-benches", "xtask"],
    ),
    (&["compressed-rtf", "criterion", "msg_parser", "proptest"], &["openimsg-benches"]),
    // Pending content may go to an anonymous file.
    (&["tempfile"], &["openimsg-storage", "openimsg-benches", "xtask"]),
    // Nothing that a message names is ever fetched.
    (&["curl", "hyper", "isahc", "native-tls", "reqwest", "rustls", "tokio", "ureq"], &[]),
];

/// Each dependency on a package of ours stands in [`LAYERS`].
pub(super) fn layers(tree: &Tree) -> Vec<Finding> {
    let ours = |name: &str| LAYERS.iter().find(|(package, _)| *package == name);
    let mut findings = Vec::new();
    for Member { file, name, manifest } in members(tree) {
        let Some((_, may_know)) = ours(&name) else {
            findings.push(file.finding(format!("`{name}` is missing in the table of layers")));
            continue;
        };
        for dependency in dependencies(&manifest) {
            if ours(&dependency).is_some() && !may_know.contains(&dependency.as_str()) {
                findings.push(file.finding(format!("`{name}` must not know `{dependency}`")));
            }
        }
    }
    findings
}

pub(super) fn layer_table() -> String {
    let mut table = String::from("     What may be known:\n");
    for (package, may_know) in LAYERS {
        let below = if may_know.is_empty() { "-".to_owned() } else { may_know.join(", ") };
        _ = writeln!(table, "     {package:18} {below}");
    }
    table
}

/// Each dependency on a package of [`OUTSIDE`] is one that stands there.
pub(super) fn outside(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for Member { file, name, manifest } in members(tree) {
        for dependency in dependencies(&manifest) {
            let forbidden = OUTSIDE.iter().any(|(packages, allowed)| {
                packages.contains(&dependency.as_str()) && !allowed.contains(&name.as_str())
            });
            if forbidden {
                findings.push(file.finding(format!("`{name}` must not know `{dependency}`")));
            }
        }
    }
    findings
}

pub(super) fn outside_table() -> String {
    let mut table = String::from("     Who alone may know what:\n");
    for (packages, allowed) in OUTSIDE {
        let who = if allowed.is_empty() { "nobody".to_owned() } else { allowed.join(", ") };
        _ = writeln!(table, "     {}: {who}", packages.join(", "));
    }
    table
}

/// `edition`, `rust-version` and `[lints]` are inherited by every member.
pub(super) fn inherited(tree: &Tree) -> Vec<Finding> {
    let from_workspace = |value: Option<&Value>| {
        value.and_then(|v| v.get("workspace")).and_then(Value::as_bool) == Some(true)
    };
    let mut findings = Vec::new();
    for Member { file, manifest, .. } in members(tree) {
        let package = manifest.get("package");
        let inherits = |key| from_workspace(package.and_then(|p| p.get(key)));
        for key in ["edition", "rust-version"] {
            if !inherits(key) {
                findings.push(file.finding(format!("lacks `{key}.workspace = true`")));
            }
        }
        if !from_workspace(manifest.get("lints")) {
            findings.push(file.finding("lacks `[lints] workspace = true`"));
        }
    }
    findings
}

/// A section `` ### `folder` `` of `crates/README.md` for each crate there, with exactly one line
/// that begins with `Invariant:`.
pub(super) fn invariants(tree: &Tree) -> Vec<Finding> {
    const PAGE: &str = "crates/README.md";
    let page = tree.file(PAGE).map_or("", |file| file.text.as_str());
    let sections: Vec<(&str, usize)> = page
        .split("\n### `")
        .skip(1)
        .filter_map(|section| {
            let (folder, text) = section.split_once('`')?;
            // The section ends where the next heading begins, of whatever level.
            let own = text.split_once("\n#").map_or(text, |(own, _)| own);
            Some((folder, own.lines().filter(|line| line.starts_with("Invariant:")).count()))
        })
        .collect();
    let crates: Vec<String> = members(tree)
        .filter_map(|member| {
            let folder = member.file.path.strip_prefix("crates/")?.strip_suffix("/Cargo.toml")?;
            Some(folder.to_owned())
        })
        .collect();

    let finding = |what| Finding { place: PAGE.to_owned(), what };
    let mut findings = Vec::new();
    for folder in &crates {
        let own: Vec<usize> =
            sections.iter().filter(|(name, _)| name == folder).map(|(_, lines)| *lines).collect();
        if own != [1] {
            findings.push(finding(format!(
                "`{folder}` has {} sections with {} `Invariant:` lines",
                own.len(),
                own.iter().sum::<usize>()
            )));
        }
    }
    for (folder, _) in &sections {
        if !crates.iter().any(|name| name == folder) {
            findings.push(finding(format!("there is no crate `{folder}`")));
        }
    }
    findings
}

/// A package of the workspace.
struct Member<'t> {
    file: &'t File,
    name: String,
    manifest: Table,
}

/// Every package whose manifest is tracked, but for `fuzz`, which is a workspace of its own.
/// Cargo itself rejects a manifest that does not parse.
fn members(tree: &Tree) -> impl Iterator<Item = Member<'_>> {
    let manifests = tree.files.iter().filter(|f| f.path.ends_with("/Cargo.toml"));
    manifests.filter(|file| !file.path.starts_with("fuzz/")).filter_map(|file| {
        let manifest: Table = file.text.parse().ok()?;
        let name = manifest.get("package")?.get("name")?.as_str()?.to_owned();
        Some(Member { file, name, manifest })
    })
}

/// The packages that a package depends on when it is built: for all targets, by their own names.
fn dependencies(manifest: &Table) -> Vec<String> {
    let targets = manifest.get("target").and_then(Value::as_table);
    let tables = std::iter::once(manifest)
        .chain(targets.into_iter().flat_map(Table::values).filter_map(Value::as_table));
    tables
        .flat_map(|table| ["dependencies", "build-dependencies"].map(|kind| table.get(kind)))
        .filter_map(|dependencies| dependencies?.as_table())
        .flatten()
        .map(|(name, value)| {
            value.get("package").and_then(Value::as_str).unwrap_or(name).to_owned()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(name: &str, rest: &str) -> String {
        format!("[package]\nname = \"{name}\"\n{rest}")
    }

    /// What `rule` says about one manifest.
    fn say(rule: fn(&Tree) -> Vec<Finding>, manifest: &str) -> Vec<String> {
        let tree = Tree::of(&[("crates/made-up/Cargo.toml", manifest)]);
        rule(&tree).into_iter().map(|finding| finding.what).collect()
    }

    #[test]
    fn a_ground_crate_knows_no_other() {
        let good = package("openimsg-rtf", "[dependencies]\nopenimsg-base.workspace = true");
        assert_eq!(say(layers, &good), [""; 0]);
        let bad = "`openimsg-rtf` must not know `openimsg-storage`";
        for place in ["dependencies", "build-dependencies", "target.'cfg(unix)'.dependencies"] {
            let text = format!("[{place}]\nopenimsg-storage = {{ workspace = true }}");
            assert_eq!(say(layers, &package("openimsg-rtf", &text)), [bad], "{place}");
        }
        let renamed = "[dependencies]\nmasked = { path = \"\", package = \"openimsg-storage\" }";
        assert_eq!(say(layers, &package("openimsg-rtf", renamed)), [bad]);
        let test = "[dev-dependencies]\nopenimsg-storage.workspace = true";
        assert_eq!(say(layers, &package("openimsg-rtf", test)), [""; 0]);
    }

    #[test]
    fn a_crate_outside_the_architecture_is_noticed() {
        let missing = ["`openimsg-new` is missing in the table of layers"];
        assert_eq!(say(layers, &package("openimsg-new", "")), missing);
        let session = "openimsg-session   openimsg-base, openimsg-storage, openimsg-props, openimsg-message\n";
        assert!(layer_table().contains(session));
    }

    #[test]
    fn only_storage_names_cfb_and_only_programs_have_clap() {
        let with = |name, crates| package(name, &format!("[dependencies]\n{crates} = \"1\""));
        assert_eq!(say(outside, &with("openimsg-storage", "cfb")), [""; 0]);
        assert_eq!(say(outside, &with("openimsg-cli", "clap")), [""; 0]);
        for (name, dependency) in
            [("openimsg-message", "cfb"), ("openimsg", "clap"), ("openimsg-cli", "ureq")]
        {
            let forbidden = [format!("`{name}` must not know `{dependency}`")];
            assert_eq!(say(outside, &with(name, dependency)), forbidden);
        }
        assert!(outside_table().contains("cfb: openimsg-storage, openimsg-benches\n"));
        assert!(outside_table().contains("ureq: nobody\n"));
    }

    #[test]
    fn settings_come_from_the_workspace() {
        let good = "edition.workspace = true\nrust-version = { workspace = true }\n[lints]\nworkspace = true";
        assert_eq!(say(inherited, &package("openimsg", good)), [""; 0]);
        let bad = "edition = \"2021\"\nrust-version.workspace = false\n[lints.rust]\nunsafe_code = \"deny\"";
        let lacks = [
            "lacks `edition.workspace = true`",
            "lacks `rust-version.workspace = true`",
            "lacks `[lints] workspace = true`",
        ];
        assert_eq!(say(inherited, &package("openimsg", bad)), lacks);
    }

    #[test]
    fn each_crate_has_its_invariant() {
        let check = |page: &str| {
            let base = package("openimsg-base", "");
            let tree = Tree::of(&[("crates/README.md", page), ("crates/base/Cargo.toml", &base)]);
            invariants(&tree).into_iter().map(|finding| finding.what).collect::<Vec<_>>()
        };
        assert_eq!(check("# A\n\n### `base`\nText.\n\nInvariant: it knows no format.\n"), [""; 0]);
        let none = ["`base` has 1 sections with 0 `Invariant:` lines"];
        assert_eq!(check("# A\n\n### `base`\nAn Invariant: not at the start.\n"), none);
        assert_eq!(check("# A\n\n### `base`\n## Other\nInvariant: a rule of all.\n"), none);
        let two = ["`base` has 1 sections with 2 `Invariant:` lines"];
        assert_eq!(check("# A\n\n### `base`\nInvariant: a\nInvariant: b\n"), two);
        let other = ["`base` has 0 sections with 0 `Invariant:` lines", "there is no crate `ease`"];
        assert_eq!(check("# A\n\n### `ease`\nInvariant: a\n"), other);
    }
}
