//! Writes the tables of `openimsg-props` from the data files beside it, and the catalogue of
//! hostile files, `crates/openimsg/src/hostile.rs`, from the tests of its rows.
//!
//! | data (`crates/props/data`) | generated (`crates/props/src/tables`) |
//! |---|---|
//! | `property_tags.tsv` | `tags.rs`: constants such as `PR_SUBJECT` |
//! | `property_lids.tsv` | `lids.rs`: constants such as `PID_LID_REMINDER_SET` |
//! | `guids.tsv` | `guids.rs`: constants such as `PSETID_COMMON` |
//! | the first two | `rows.rs`: what each is called, and an index of all names |
//!
//! The generated files are committed, so that building the crate needs neither this task nor
//! the data; `--check` fails when they differ from what would be written.

mod catalogue;

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};

/// Writes the generated files below `root`, or with `check` only compares them.
///
/// # Errors
/// When a data file cannot be read or contradicts itself, `rustfmt` cannot be run, or with
/// `check` a generated file is not up to date.
pub(crate) fn run(root: &Path, check: bool) -> Result<()> {
    let data = root.join("crates/props/data");
    let guids = read(&data.join("guids.tsv"), Guid::parse)?;
    let tags = read(&data.join("property_tags.tsv"), Tag::parse)?;
    let names = read(&data.join("property_lids.tsv"), |row| Name::parse(row, &guids))?;
    let tables = Tables::new(tags, names)?;

    for (file, text) in [
        ("props/src/tables/guids.rs", guids_rs(&guids)?),
        ("props/src/tables/tags.rs", tables.tags_rs()?),
        ("props/src/tables/lids.rs", tables.lids_rs()?),
        ("props/src/tables/rows.rs", tables.rows_rs(&guids)?),
        ("openimsg/src/hostile.rs", catalogue::hostile_rs(root)?),
    ] {
        let path = root.join("crates").join(file);
        let new = rustfmt(root, &text).with_context(|| format!("formatting {file}"))?;
        let old = std::fs::read_to_string(&path).unwrap_or_default();
        if old == new {
            continue;
        }
        ensure!(
            !check,
            "crates/{file} is not what its sources say: \
             run `cargo xtask codegen` and commit the result"
        );
        std::fs::write(&path, new).with_context(|| format!("writing {}", path.display()))?;
    }
    Ok(())
}

/// A row of `guids.tsv`.
struct Guid {
    kind: String,
    /// As in the data, such as `PSETID_Common`.
    name: String,
    /// The name of the constant.
    constant: String,
    digits: u128,
}

impl Guid {
    fn parse(row: &[&str]) -> Result<Guid> {
        let [kind, name, guid, _source] = row else { bail!("four columns expected") };
        // Some names are followed by an explanation.
        let name = name.split(' ').next().unwrap_or_default();
        let constant = match name.strip_prefix("muid") {
            Some(rest) => format!("MUID_{}", snake_case(rest)),
            None => name.to_ascii_uppercase(),
        };
        let digits: String = guid.chars().filter(char::is_ascii_hexdigit).collect();
        ensure!(digits.len() == 32, "{guid} is no GUID");
        let digits = u128::from_str_radix(&digits, 16)?;
        Ok(Guid { kind: (*kind).to_owned(), name: name.to_owned(), constant, digits })
    }
}

/// A row of `property_tags.tsv`.
struct Tag {
    /// Such as `PidTagSubject`.
    canonical: String,
    id: u16,
    /// Such as `UNICODE`; the first one is the usual type.
    types: Vec<String>,
    area: String,
    aliases: Vec<String>,
}

impl Tag {
    fn parse(row: &[&str]) -> Result<Tag> {
        let [canonical, id, types, area, aliases] = row else { bail!("five columns expected") };
        let id = id.strip_prefix("0x").context("0x expected before the identifier")?;
        Ok(Tag {
            canonical: (*canonical).to_owned(),
            id: u16::from_str_radix(id, 16)?,
            types: type_names(types)?,
            area: (*area).to_owned(),
            aliases: list(aliases),
        })
    }

    fn usual_type(&self) -> &str {
        self.types.first().map_or("UNSPECIFIED", String::as_str)
    }

    /// All names of the property, each with the type that it stands for.
    ///
    /// Rows without an area come from name tables that go by identifier: a name of another
    /// property with the same identifier, but perhaps another type, may have got in. Such a
    /// name stands for the identifier only.
    fn names(&self) -> Vec<(String, String)> {
        let own = [(self.canonical.clone(), self.usual_type().to_owned())];
        let aliases = self.aliases.iter().map(|alias| (alias.clone(), self.type_of(alias)));
        let mut names: Vec<_> = own.into_iter().chain(aliases).collect();
        if !names.iter().any(|(name, _)| name.starts_with("PR_")) {
            let stem = ["PidTag", "ptag"].iter().find_map(|p| self.canonical.strip_prefix(p));
            let stem = snake_case(stem.unwrap_or(&self.canonical));
            names.push((format!("PR_{stem}"), self.usual_type().to_owned()));
        }
        names
    }

    fn type_of(&self, alias: &str) -> String {
        let (stem, suffix) = split_suffix(alias);
        let text = self.types.iter().find(|t| t.ends_with("UNICODE") || t.ends_with("STRING8"));
        let multi = text.is_some_and(|t| t.starts_with("MV_"));
        let kind = match (suffix, text) {
            ("_W", Some(_)) if multi => "MV_UNICODE",
            ("_W", Some(_)) => "UNICODE",
            ("_A", Some(_)) if !multi => "STRING8",
            ("_A" | "_A_MV", Some(_)) => "MV_STRING8",
            ("", _) if self.is_sure(stem) => self.usual_type(),
            _ => "UNSPECIFIED",
        };
        kind.to_owned()
    }

    fn is_sure(&self, stem: &str) -> bool {
        let letters = |name: &str| {
            let name = ["PidTag", "ptag", "PR_"].iter().find_map(|p| name.strip_prefix(p));
            name.unwrap_or_default().replace('_', "").to_ascii_lowercase()
        };
        let mut stems: Vec<&str> = self
            .aliases
            .iter()
            .map(|alias| split_suffix(alias).0)
            .filter(|stem| !stem.starts_with("ptag"))
            .collect();
        stems.sort_unstable();
        stems.dedup();
        let has_widths = self.aliases.iter().any(|alias| split_suffix(alias) == (stem, "_W"));
        let is_text = self.types.iter().any(|t| t.ends_with("UNICODE") || t.ends_with("STRING8"));
        let alone = stems.len() < 2 && (is_text || !has_widths);
        !self.area.is_empty() || alone || letters(stem) == letters(&self.canonical)
    }
}

/// A row of `property_lids.tsv`.
struct Name {
    /// Such as `PidLidReminderSet`.
    canonical: String,
    /// The constant of the property set, its name, and its order among the sets.
    set: (String, String, [u8; 16]),
    key: Key,
    types: Vec<String>,
    aliases: Vec<String>,
}

/// What distinguishes the properties of a set.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Lid(u32),
    /// In lower case for the order, and as it is.
    Name(String, String),
}

impl Name {
    fn parse(row: &[&str], guids: &[Guid]) -> Result<Name> {
        let [canonical, set, key, types, aliases] = row else { bail!("five columns expected") };
        let guid = guids
            .iter()
            .find(|guid| guid.kind == "property_set" && guid.name == *set)
            .with_context(|| format!("{set} is not in guids.tsv"))?;
        let key = match key.strip_prefix("0x") {
            Some(lid) => Key::Lid(u32::from_str_radix(lid, 16)?),
            None => Key::Name(key.to_ascii_lowercase(), (*key).to_owned()),
        };
        Ok(Name {
            canonical: (*canonical).to_owned(),
            set: (guid.constant.clone(), guid.name.clone(), stored_order(guid.digits)),
            key,
            types: type_names(types)?,
            aliases: list(aliases),
        })
    }

    fn order(&self) -> ([u8; 16], &Key) {
        (self.set.2, &self.key)
    }

    fn constructor(&self) -> String {
        match &self.key {
            Key::Lid(lid) => format!("lid(guids::{}, {})", self.set.0, hex32(*lid)),
            Key::Name(_, name) => format!("name(guids::{}, {name:?})", self.set.0),
        }
    }
}

/// The rows in the order in which they are looked up, and every name with what it stands for.
struct Tables {
    tags: Vec<Tag>,
    names: Vec<Name>,
    /// By name in upper case.
    index: BTreeMap<String, (String, Target)>,
}

/// What a name stands for: the number of a row, and for tags the type.
#[derive(Clone, PartialEq)]
enum Target {
    Tag(usize, u16, String),
    Named(usize),
}

impl Tables {
    fn new(mut tags: Vec<Tag>, mut names: Vec<Name>) -> Result<Tables> {
        tags.sort_by_key(|tag| tag.id);
        names.sort_by(|a, b| a.order().cmp(&b.order()));
        for pair in names.windows(2) {
            if let [a, b] = pair {
                ensure!(a.order() != b.order(), "{} and {} are one", a.canonical, b.canonical);
            }
        }
        let mut index = BTreeMap::new();
        for (row, tag) in tags.iter().enumerate() {
            for (name, kind) in tag.names() {
                let canonical = name == tag.canonical;
                add(&mut index, name, canonical, Target::Tag(row, tag.id, kind))?;
            }
        }
        for (row, name) in names.iter().enumerate() {
            add(&mut index, name.canonical.clone(), true, Target::Named(row))?;
            for alias in &name.aliases {
                add(&mut index, alias.clone(), false, Target::Named(row))?;
            }
        }
        let index = index.into_iter().map(|(key, (name, _, target))| (key, (name, target)));
        let index = index.collect();
        Ok(Tables { tags, names, index })
    }

    fn tags_rs(&self) -> Result<String> {
        let mut out = header(
            "Property tags under their MAPI names ([MS-OXPROPS] 2).\n//!\n\
             //! A property that exists in both widths has three constants: `PR_SUBJECT` and\n\
             //! `PR_SUBJECT_W` are PT_UNICODE, `PR_SUBJECT_A` is PT_STRING8. Properties without\n\
             //! a MAPI name have one here that is formed from their canonical name.",
        );
        out.push_str("use crate::{PropId, PropTag, PropType};\n\n");
        let mut constants = BTreeMap::new();
        for (name, target) in self.index.values() {
            if let Target::Tag(row, id, kind) = target
                && name.starts_with("PR_")
                && kind != "UNSPECIFIED"
            {
                constants.insert((*id, *row, name), kind);
            }
        }
        for ((id, row, name), kind) in constants {
            let tag = self.tags.get(row).context("row")?;
            writeln!(out, "/// `{}`, PT_{kind}.", tag.canonical)?;
            let value = format!("PropTag::new(PropId(0x{id:04X}), PropType::{kind})");
            writeln!(out, "pub const {name}: PropTag = {value};")?;
        }
        Ok(out)
    }

    fn lids_rs(&self) -> Result<String> {
        let mut out = header("Named properties under their canonical names ([MS-OXPROPS] 2).");
        out.push_str("use super::guids;\nuse crate::named::NamedProperty;\n\n");
        for name in &self.names {
            let (types, set) = (name.types.join(" or PT_"), &name.set.1);
            writeln!(out, "/// `{}` of {set}, PT_{types}.", name.canonical)?;
            let (constant, constructor) = (snake_case(&name.canonical), name.constructor());
            writeln!(out, "pub const {constant}: NamedProperty = NamedProperty::{constructor};")?;
        }
        Ok(out)
    }

    fn rows_rs(&self, guids: &[Guid]) -> Result<String> {
        let mut out = header("What each property is called, and what each name stands for.");
        out.push_str(
            "use super::{KnownName, KnownTag, Target, guids, lids};\n\
             use crate::{PropId, PropType};\nuse openimsg_base::Guid;\n\n\
             /// By identifier.\n#[rustfmt::skip]\npub(super) static TAGS: &[KnownTag] = &[\n",
        );
        for Tag { canonical, id, types, area, aliases } in &self.tags {
            let types = types_rs(types);
            writeln!(
                out,
                "    KnownTag {{ id: PropId(0x{id:04X}), name: {canonical:?}, types: {types}, \
                 aliases: &{aliases:?}, area: {area:?} }},"
            )?;
        }
        out.push_str(
            "];\n\n/// By property set, then numbers before names.\n\
             #[rustfmt::skip]\npub(super) static NAMES: &[KnownName] = &[\n",
        );
        for Name { canonical, types, aliases, .. } in &self.names {
            let (types, constant) = (types_rs(types), snake_case(canonical));
            writeln!(
                out,
                "    KnownName {{ property: lids::{constant}, name: {canonical:?}, \
                 types: {types}, aliases: &{aliases:?} }},"
            )?;
        }
        out.push_str(
            "];\n\n/// Every name, in the order of upper-case letters.\n\
             #[rustfmt::skip]\npub(super) static INDEX: &[(&str, Target)] = &[\n",
        );
        for (name, target) in self.index.values() {
            match target {
                Target::Tag(row, _, kind) => {
                    writeln!(out, "    ({name:?}, Target::Tag({row}, PropType::{kind})),")?;
                }
                Target::Named(row) => writeln!(out, "    ({name:?}, Target::Named({row})),")?,
            }
        }
        out.push_str(
            "];\n\n/// The property sets.\n\
             #[rustfmt::skip]\npub(super) static SETS: &[(Guid, &str)] = &[\n",
        );
        for Guid { name, constant, .. } in guids.iter().filter(|g| g.kind == "property_set") {
            writeln!(out, "    (guids::{constant}, {name:?}),")?;
        }
        out.push_str("];\n");
        Ok(out)
    }
}

/// Adds a name. A canonical name wins over an alias, and an alias that says the type over one
/// that does not; apart from that two that say different things are a fault of the data.
fn add(
    index: &mut BTreeMap<String, (String, bool, Target)>,
    name: String,
    canonical: bool,
    target: Target,
) -> Result<()> {
    let certainty = |canonical: bool, target: &Target| match target {
        _ if canonical => 2,
        Target::Tag(_, _, kind) if kind == "UNSPECIFIED" => 0,
        _ => 1,
    };
    match index.entry(name.to_ascii_uppercase()) {
        Entry::Vacant(entry) => {
            entry.insert((name, canonical, target));
        }
        Entry::Occupied(mut entry) => {
            let (_, old_is_canonical, old) = entry.get();
            let (before, now) = (certainty(*old_is_canonical, old), certainty(canonical, &target));
            let same = match (old, &target) {
                (Target::Tag(_, a, s), Target::Tag(_, b, t)) => (a, s) == (b, t),
                (old, new) => old == new,
            };
            ensure!(before != now || before == 0 || same, "{name} stands for two properties");
            if now > before {
                entry.insert((name, canonical, target));
            }
        }
    }
    Ok(())
}

fn guids_rs(guids: &[Guid]) -> Result<String> {
    let mut out = header("Property sets, interfaces, classes and provider identifiers of MAPI.");
    out.push_str("use openimsg_base::Guid;\n\n");
    for Guid { kind, name, constant, digits } in guids {
        let what = match kind.as_str() {
            "property_set" => "Property set",
            "interface" => "Interface",
            "class" => "Class",
            "uid" => "Identifier",
            other => bail!("{other} is no kind of GUID"),
        };
        let hex = format!("{digits:032X}");
        let groups: Option<Vec<&str>> =
            [0..8, 8..12, 12..16, 16..20, 20..32].into_iter().map(|range| hex.get(range)).collect();
        let hex = groups.context("32 digits")?.join("_");
        writeln!(out, "/// {what} `{name}`.")?;
        writeln!(out, "pub const {constant}: Guid = Guid::from_u128(0x{hex});")?;
    }
    Ok(out)
}

fn header(what: &str) -> String {
    format!(
        "//! {what}\n//!\n\
         //! Generated from `crates/props/data` by `cargo xtask codegen`: do not edit.\n\n"
    )
}

/// All rows of a table but its heading.
fn read<T>(path: &Path, parse: impl Fn(&[&str]) -> Result<T>) -> Result<Vec<T>> {
    let text =
        std::fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    let rows = text.lines().enumerate().skip(1).map(|(number, line)| {
        let columns: Vec<&str> = line.split('\t').collect();
        let number = number.saturating_add(1);
        parse(&columns).with_context(|| format!("{}, line {number}", path.display()))
    });
    rows.collect()
}

/// Gives the text the form that `cargo fmt` keeps.
fn rustfmt(root: &Path, text: &str) -> Result<String> {
    let mut child = Command::new("rustfmt")
        .args(["--edition", "2024", "--config-path"])
        .arg(root)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("running rustfmt")?;
    // rustfmt reads all of its input before it writes.
    child.stdin.take().context("standard input of rustfmt")?.write_all(text.as_bytes())?;
    let output = child.wait_with_output()?;
    ensure!(output.status.success(), "rustfmt failed");
    Ok(String::from_utf8(output.stdout)?)
}

fn list(column: &str) -> Vec<String> {
    column.split(',').map(str::trim).filter(|s| !s.is_empty()).map(str::to_owned).collect()
}

/// The types of a row without `PT_`.
fn type_names(column: &str) -> Result<Vec<String>> {
    let names = list(column);
    ensure!(!names.is_empty(), "no type");
    let stripped = names.iter().map(|name| name.strip_prefix("PT_").map(str::to_owned));
    stripped.collect::<Option<_>>().with_context(|| format!("{column} is no type"))
}

fn types_rs(types: &[String]) -> String {
    let types: Vec<_> = types.iter().map(|kind| format!("PropType::{kind}")).collect();
    format!("&[{}]", types.join(", "))
}

/// Takes the mark of a string's width off a MAPI name.
fn split_suffix(name: &str) -> (&str, &str) {
    ["_A_MV", "_A", "_W"]
        .into_iter()
        .find_map(|suffix| Some((name.strip_suffix(suffix)?, suffix)))
        .filter(|_| name.starts_with("PR_"))
        .unwrap_or((name, ""))
}

/// `PidLidHTMLBody2` → `PID_LID_HTML_BODY2`.
fn snake_case(name: &str) -> String {
    let chars: Vec<char> = name.chars().collect();
    let mut snake = String::new();
    for (i, c) in chars.iter().enumerate() {
        let before = i.checked_sub(1).and_then(|i| chars.get(i));
        let after = i.checked_add(1).and_then(|i| chars.get(i));
        let starts_word = match before {
            Some(before) if c.is_uppercase() => {
                !before.is_uppercase() || after.is_some_and(|after| after.is_lowercase())
            }
            _ => false,
        };
        if starts_word {
            snake.push('_');
        }
        snake.push(c.to_ascii_uppercase());
    }
    snake
}

/// `0x0000_8005`.
fn hex32(number: u32) -> String {
    format!("0x{:04X}_{:04X}", number >> 16, number & 0xFFFF)
}

/// The bytes of a GUID as files have them: three little-endian numbers, then eight bytes.
fn stored_order(digits: u128) -> [u8; 16] {
    let [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p] = digits.to_be_bytes();
    [d, c, b, a, f, e, h, g, i, j, k, l, m, n, o, p]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_turn_into_constants() {
        for (name, constant) in [
            ("PidLidReminderSet", "PID_LID_REMINDER_SET"),
            ("dispidEmail1RTF", "DISPID_EMAIL1_RTF"),
            ("PidNameXSharingConfigUrl", "PID_NAME_X_SHARING_CONFIG_URL"),
        ] {
            assert_eq!(snake_case(name), constant);
        }
        assert_eq!(split_suffix("PR_SUBJECT_W"), ("PR_SUBJECT", "_W"));
        assert_eq!(split_suffix("PidTag_A"), ("PidTag_A", ""));
    }

    #[test]
    fn the_generated_files_are_up_to_date() {
        run(crate::shell::root(), true).unwrap();
    }

    #[test]
    fn the_name_of_another_property_stands_for_the_identifier_only() {
        let row = ["PidTagOne", "0x6802", "PT_UNICODE", "", "PR_ONE, PR_OTHER, PR_OTHER_W"];
        let names = Tag::parse(&row).unwrap().names();
        let kinds: Vec<_> = names.iter().map(|(n, t)| (n.as_str(), t.as_str())).collect();
        assert_eq!(
            kinds,
            [
                ("PidTagOne", "UNICODE"),
                ("PR_ONE", "UNICODE"),
                ("PR_OTHER", "UNSPECIFIED"),
                ("PR_OTHER_W", "UNICODE"),
            ]
        );
    }

    #[test]
    fn one_name_for_two_properties_is_refused() {
        let tag = |name: &str| Tag::parse(&[name, "0x0001", "PT_LONG", "x", "PR_ONE"]).unwrap();
        let other = Tag::parse(&["PidTagC", "0x0002", "PT_LONG", "x", "PR_ONE"]).unwrap();
        assert!(Tables::new(vec![tag("PidTagA"), tag("PidTagB")], Vec::new()).is_ok());
        assert!(Tables::new(vec![tag("PidTagA"), other], Vec::new()).is_err());
    }
}
