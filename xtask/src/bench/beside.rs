//! This version of the library beside another one, in one program: `openimsg_benches::beside`.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, bail};

use crate::shell;

/// Works by the names that `benches/src/ours.rs` gives them.
const WORKS: [(&str, &str); 4] = [
    ("storage: open", "open"),
    ("storage: open, every stream", "streams"),
    ("message: open, summary", "summary"),
    ("message: every property, owned", "properties"),
];

/// Cargo wants two packages of one name to differ in their version: the other one gets this.
const OTHER_VERSION: &str = "0.0.0";
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Compares with `revision` in so many rounds.
pub(super) fn run(root: &Path, target: &Path, revision: &str, rounds: usize) -> anyhow::Result<()> {
    // Not below the workspace: cargo would take its settings for those of the other version.
    let folder = tempfile::Builder::new().prefix("openimsg-beside-").tempdir()?;
    let folder = folder.path();
    check_out(root, folder, revision)?;
    let manifest = folder.join("then/Cargo.toml");
    edit(&manifest, |text| text.replace(&quoted(VERSION), &quoted(OTHER_VERSION)))?;
    for (name, library) in [("side-then", folder.join("then")), ("side-now", root.to_owned())] {
        let lib = root.join("benches/src/ours.rs");
        let text = format!(
            "{}\n[lib]\npath = {lib:?}\n\n[dependencies]\nopenimsg.path = {:?}\n",
            package(name),
            library.join("crates/openimsg")
        );
        write(&folder.join(name).join("Cargo.toml"), &text)?;
    }
    let text = format!(
        "{}\n[workspace]\nmembers = [\"side-then\", \"side-now\"]\nexclude = [\"then\"]\n\n[dependencies]\n\
        side-then.path = \"side-then\"\nside-now.path = \"side-now\"\n\
        openimsg-benches.path = {:?}\n\n[profile.release]\nlto = \"thin\"\ncodegen-units = 1\n",
        package("beside"),
        root.join("benches")
    );
    write(&folder.join("Cargo.toml"), &text)?;
    let works = WORKS.map(|(name, f)| format!("({name:?}, side_then::{f}, side_now::{f})"));
    let text = format!(
        "//! Compares two versions.\nfn main() {{\n    openimsg_benches::beside::print(&[{}], {rounds});\n}}\n",
        works.join(", ")
    );
    write(&folder.join("src/main.rs"), &text)?;
    // The same versions of everything else.
    fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock"))?;
    let mut command = shell::cargo(folder, ["run", "--release", "--quiet", "--target-dir"]);
    shell::run(command.arg(target)).with_context(|| {
        format!("if it did not compile, {revision} has another interface: compare with a later one")
    })
}

/// The files of a revision in `folder`, in `then`; nothing else of the repository is touched.
fn check_out(root: &Path, folder: &Path, revision: &str) -> anyhow::Result<()> {
    let git = |arguments: &[&str]| {
        let mut command = Command::new("git");
        command.args(arguments).current_dir(root).env("GIT_INDEX_FILE", folder.join("index"));
        command
    };
    let tree = format!("{revision}^{{tree}}");
    let known =
        shell::output(&mut git(&["rev-parse", "--verify", "--quiet", "--end-of-options", &tree]));
    let Ok(tree) = known else { bail!("no revision {revision} here: `git log` lists them") };
    shell::run(&mut git(&["read-tree", tree.trim()]))?;
    let prefix = format!("--prefix={}/", folder.join("then").display());
    shell::run(&mut git(&["checkout-index", "--all", &prefix]))
}

fn package(name: &str) -> String {
    format!("[package]\nname = {name:?}\nversion = \"0.0.0\"\nedition = \"2024\"\n")
}

fn quoted(version: &str) -> String {
    format!("version = {version:?}")
}

fn edit(path: &Path, change: impl FnOnce(String) -> String) -> anyhow::Result<()> {
    let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
    write(path, &change(text))
}

fn write(path: &Path, text: &str) -> anyhow::Result<()> {
    fs::create_dir_all(path.parent().context("a path without a folder")?)?;
    fs::write(path, text).with_context(|| path.display().to_string())
}
