//! `openimsg diff`: what differs between two messages.

use std::fmt::{self, Write as _};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};
use openimsg::message::diff::{
    self, CHANGED_BY_SAVING, Difference, Element, Items, Outcome, Side, Value, What,
};
use openimsg::message::{Path as Place, Step};
use openimsg::props::tables;
use openimsg::storage::{EntryKind, Name};
use openimsg::{NamedProperty, PropTag, PropValue, PropertyName, Text, edit};
use serde_json::{Map, json};

use super::props::{SHORT, json as value_json, quoted, shown};
use crate::args::{Common, Diff};
use crate::assignment::Which;
use crate::escape::{Line, harden};
use crate::facts::hex;
use crate::opened::{Input, Opened};
use crate::run::{TROUBLE, print};
use crate::session::session;
use crate::style::{BAD, DIM, ERROR, HEADING, NAME};

/// The exit code when something differs.
const DIFFERENT: u8 = 1;

/// Compares two files.
///
/// # Errors
/// When one of them holds no message that can be read, or the output cannot be written.
pub(crate) fn run(common: &Common, args: &Diff) -> anyhow::Result<ExitCode> {
    let is_stdin = |path: &PathBuf| path == Path::new("-");
    if is_stdin(&args.left) && is_stdin(&args.right) {
        bail!("only one of the two files can be the standard input");
    }
    let session = session(common, 2)?;
    session.scope(|left| session.scope(|right| compare(common, args, [left, right])))??
}

fn compare(
    common: &Common,
    args: &Diff,
    [left, right]: [edit::Options; 2],
) -> anyhow::Result<ExitCode> {
    let (left, left_name) = open(Input::new(&args.left, common).within(left))?;
    let (right, right_name) = open(Input::new(&args.right, common).within(right))?;
    let left_message = left.message().with_context(|| left_name.clone())?;
    let right_message = right.message().with_context(|| right_name.clone())?;
    let options = options(args);

    let mut text = Report::default();
    let mut list = Vec::new();
    let outcome = diff::compare(&left_message, &right_message, &options, |difference| {
        let is_known = !matches!(difference.what, What::Unreadable(_));
        match (args.quiet, args.json) {
            // One difference is enough for the answer.
            (true, _) if is_known => return ControlFlow::Break(()),
            (true, _) => {}
            (false, true) => list.push(document(&difference)),
            (false, false) => text.add(&difference),
        }
        ControlFlow::Continue(())
    })?;
    let out = if args.quiet {
        String::new()
    } else if args.json {
        let Outcome { differences, unreadable } = outcome;
        let document = json!({
            "left": left_name,
            "right": right_name,
            "equal": outcome.is_equal(),
            "differences": differences,
            "unreadable": unreadable,
            "list": list,
        });
        let json = if args.pretty {
            serde_json::to_string_pretty(&document)?
        } else {
            document.to_string()
        };
        harden(json) + "\n"
    } else {
        text.end(outcome)
    };
    print(&out)?;
    Ok(match outcome {
        Outcome { differences: 0, unreadable: 0 } => ExitCode::SUCCESS,
        Outcome { differences: 0, .. } => ExitCode::from(TROUBLE),
        _ => ExitCode::from(DIFFERENT),
    })
}

fn options(args: &Diff) -> diff::Options {
    let (attributes, compressed_rtf) = (args.attributes, args.compressed_rtf);
    let mut options = diff::Options { attributes, compressed_rtf, ..diff::Options::default() };
    for property in &args.ignore {
        match &property.which {
            Which::Tag(tag) => options.ignored.push(tag.id()),
            Which::Named(name) => options.ignored_names.push(name.clone()),
        }
    }
    if args.ignore_saving {
        options.ignored.extend(CHANGED_BY_SAVING);
    }
    options
}

fn open(input: Input) -> anyhow::Result<(Opened, String)> {
    let name = input.name();
    let opened = input.source().and_then(|source| input.open(source));
    Ok((opened.with_context(|| name.clone())?, name))
}

/// What differs, for people.
#[derive(Default)]
struct Report {
    out: String,
    /// The object that the last lines are about.
    heading: String,
}

impl Report {
    fn add(&mut self, difference: &Difference<'_>) {
        // A `String` takes everything.
        _ = self.write(difference);
    }

    fn write(&mut self, difference: &Difference<'_>) -> fmt::Result {
        let Difference { left, right, what } = difference;
        if let What::Item { name } = what {
            self.heading.clear();
            let sign = if left.is_some() { '-' } else { '+' };
            let place = place(left.as_deref().or(right.as_deref()).unwrap_or_default());
            let name = name.as_ref().map(|name| quoted(name.as_str(), SHORT)).unwrap_or_default();
            return writeln!(self.out, "{HEADING}{sign} {place}{HEADING:#}  {name}");
        }
        let [left, right] = [left, right].map(|side| place(side.as_deref().unwrap_or_default()));
        let heading = if left == right { left } else { format!("{left} | {right}") };
        if heading != self.heading {
            writeln!(self.out, "{HEADING}{heading}{HEADING:#}")?;
            self.heading = heading;
        }
        let out = &mut self.out;
        match what {
            What::Order(items) => {
                let items = items_name(*items);
                writeln!(out, "  {BAD}~{BAD:#} the {items} are in another order")
            }
            What::Property { name, left, right, first } => {
                property(out, name.as_ref(), left.as_ref(), right.as_ref(), *first)
            }
            What::Attributes { name, tag, left, right } => {
                let title = title(name.as_ref(), *tag);
                writeln!(out, "  {BAD}~{BAD:#} {title}  attributes {} | {}", left.0, right.0)
            }
            What::Element { path, left, right, first } => {
                let sign = sign(left.is_some(), right.is_some());
                let path = joined(path);
                write!(out, "  {BAD}{sign}{BAD:#} {NAME}{}{NAME:#}  ", Line(&path))?;
                match (left, right) {
                    (Some(left), Some(right)) => {
                        write!(out, "{} | {}", element(left), element(right))?;
                    }
                    (left, right) => {
                        let one = left.as_ref().or(right.as_ref());
                        write!(out, "{}", one.map(element).unwrap_or_default())?;
                    }
                }
                writeln!(out, "{}", offset(*first))
            }
            What::Unreadable(error) => {
                writeln!(out, "  {ERROR}!{ERROR:#} cannot be compared: {}", Line(error.to_string()))
            }
            _ => writeln!(out, "  {BAD}~{BAD:#}"),
        }
    }

    fn end(mut self, outcome: Outcome) -> String {
        let s = |n: u64| if n == 1 { "" } else { "s" };
        let Outcome { differences, unreadable } = outcome;
        self.out += &match differences {
            0 => "no differences".to_owned(),
            n => format!("{n} difference{}", s(n)),
        };
        if unreadable > 0 {
            let thing = if unreadable == 1 { "thing" } else { "things" };
            self.out += &format!(", {unreadable} {thing} that cannot be compared");
        }
        self.out.push('\n');
        self.out
    }
}

fn property(
    out: &mut String,
    name: Option<&NamedProperty>,
    left: Option<&Side<'_>>,
    right: Option<&Side<'_>>,
    first: Option<u64>,
) -> fmt::Result {
    let sign = sign(left.is_some(), right.is_some());
    let Some(any) = left.or(right) else { return Ok(()) };
    write!(out, "  {BAD}{sign}{BAD:#} {}", title(name, any.tag))?;
    let (Some(l), Some(r)) = (left, right) else {
        return writeln!(out, "  {}", glance(&any.value));
    };
    let before = |side: &Side<'_>| match l.tag.kind() == r.tag.kind() {
        true => String::new(),
        false => format!("{} ", side.tag.kind()),
    };
    let (ours, theirs) = match (text_of(&l.value), text_of(&r.value)) {
        (Some(x), Some(y)) if x != y && (is_long(&x) || is_long(&y)) => {
            let at = Position::of(&x, &y);
            write!(out, "  first in line {}, character {}", at.line, at.column)?;
            (at.context(&x), at.context(&y))
        }
        _ => {
            write!(out, "{}", offset(first))?;
            (glance(&l.value), glance(&r.value))
        }
    };
    writeln!(out)?;
    writeln!(out, "      - {}{ours}", before(l))?;
    writeln!(out, "      + {}{theirs}", before(r))
}

/// Where two texts begin to differ.
struct Position {
    /// Characters before it.
    index: usize,
    /// Counted from 1.
    line: usize,
    /// Counted from 1.
    column: usize,
}

/// Characters that are shown around the place where two texts begin to differ.
const AROUND: usize = 24;

impl Position {
    fn of(left: &str, right: &str) -> Self {
        let mut at = Position { index: 0, line: 1, column: 1 };
        for (c, _) in left.chars().zip(right.chars()).take_while(|(x, y)| x == y) {
            at.index = at.index.saturating_add(1);
            if c == '\n' {
                (at.line, at.column) = (at.line.saturating_add(1), 1);
            } else {
                at.column = at.column.saturating_add(1);
            }
        }
        at
    }

    fn context(&self, text: &str) -> String {
        let start = self.index.saturating_sub(AROUND);
        let mut chars = text.chars().skip(start);
        let length = AROUND.saturating_mul(2);
        let part: String = chars.by_ref().take(length).collect();
        let [before, after] =
            [start > 0, chars.next().is_some()].map(|more| if more { "…" } else { "" });
        format!("\"{before}{}{after}\"", Line(&part))
    }
}

fn text_of<'a>(value: &'a Value<'_>) -> Option<std::borrow::Cow<'a, str>> {
    match value {
        Value::Decoded(PropValue::Unicode(text) | PropValue::String8(text)) => {
            Some(text.as_str().into())
        }
        Value::Rtf(rtf) => Some(String::from_utf8_lossy(rtf)),
        _ => None,
    }
}

fn is_long(text: &str) -> bool {
    text.contains('\n') || text.chars().nth(SHORT).is_some()
}

/// A value on one line.
fn glance(value: &Value<'_>) -> String {
    match value {
        Value::Decoded(value) => shown(value, SHORT),
        Value::Rtf(rtf) => quoted(&String::from_utf8_lossy(rtf), SHORT),
        Value::Stream { size } => format!("{size} bytes"),
    }
}

/// What the property is called, and its tag.
fn title(name: Option<&NamedProperty>, tag: PropTag) -> String {
    let mut title = String::new();
    match name {
        Some(named) => {
            let set = tables::set_name(named.set).map_or(named.set.to_string(), str::to_owned);
            let own = match &named.name {
                PropertyName::Lid(lid) => format!("0x{lid:04X}"),
                PropertyName::Name(name) => Line(name).to_string(),
            };
            if let Some(known) = tables::name_of_named(named) {
                _ = write!(title, "{NAME}{}{NAME:#} ", known.name);
            }
            _ = write!(title, "{DIM}{set} {own}{DIM:#}");
        }
        None => match tables::name_of(tag) {
            Some(known) => {
                if let Some(mapi) = known.aliases.iter().find(|alias| alias.starts_with("PR_")) {
                    _ = write!(title, "{NAME}{mapi}{NAME:#} ");
                }
                _ = write!(title, "{NAME}{}{NAME:#}", known.name);
            }
            None => _ = write!(title, "{DIM}-{DIM:#}"),
        },
    }
    format!("{tag}  {title}")
}

fn sign(left: bool, right: bool) -> char {
    match (left, right) {
        (true, false) => '-',
        (false, true) => '+',
        _ => '~',
    }
}

fn offset(first: Option<u64>) -> String {
    first.map(|at| format!("  first at {at:#x}")).unwrap_or_default()
}

fn place(steps: &[Step]) -> String {
    if steps.is_empty() { "message".to_owned() } else { Place(steps).to_string() }
}

fn joined(path: &[Name]) -> String {
    if path.is_empty() {
        return "(storage)".to_owned();
    }
    path.iter().map(Name::to_string).collect::<Vec<_>>().join("/")
}

fn element(element: &Element) -> String {
    match element.kind {
        EntryKind::Stream => format!("{} bytes", element.size),
        EntryKind::Storage => format!("{} state {:#x}", element.clsid, element.state_bits),
    }
}

fn items_name(items: Items) -> &'static str {
    match items {
        Items::Recipients => "recipients",
        Items::Attachments => "attachments",
    }
}

/// A difference as JSON.
fn document(difference: &Difference<'_>) -> serde_json::Value {
    let Difference { left, right, what } = difference;
    let place = |steps: &Option<Vec<Step>>| steps.as_ref().map(|s| Place(s).to_string());
    let mut document = Map::new();
    let mut put = |key: &str, value| drop(document.insert(key.to_owned(), value));
    put("left", json!(place(left)));
    put("right", json!(place(right)));
    let name = |name: &Option<NamedProperty>| {
        name.as_ref().map(|named| match &named.name {
            PropertyName::Lid(lid) => {
                json!({"set": named.set.to_string(), "lid": format!("{lid:08X}")})
            }
            PropertyName::Name(name) => json!({"set": named.set.to_string(), "name": name}),
        })
    };
    let canonical = |named: &Option<NamedProperty>, tag: PropTag| match named {
        Some(named) => tables::name_of_named(named).map(|known| known.name),
        None => tables::name_of(tag).map(|known| known.name),
    };
    match what {
        What::Item { name } => {
            put("what", json!("item"));
            put("name", json!(name.as_ref().map(Text::as_str)));
        }
        What::Order(items) => {
            put("what", json!("order"));
            put("of", json!(items_name(*items)));
        }
        What::Property { name: named, left, right, first } => {
            let tag = left.as_ref().or(right.as_ref()).map(|side| side.tag).unwrap_or_default();
            put("what", json!("property"));
            put("name", json!(canonical(named, tag)));
            put("named", json!(name(named)));
            put("first", json!(first));
            put("before", json!(left.as_ref().map(side)));
            put("after", json!(right.as_ref().map(side)));
        }
        What::Attributes { name: named, tag, left, right } => {
            put("what", json!("attributes"));
            put("name", json!(canonical(named, *tag)));
            put("named", json!(name(named)));
            put("tag", json!(tag.to_string()));
            put("before", json!(left.0));
            put("after", json!(right.0));
        }
        What::Element { path, left, right, first } => {
            let of = |element: &Element| match element.kind {
                EntryKind::Stream => json!({"bytes": element.size}),
                EntryKind::Storage => {
                    json!({"clsid": element.clsid.to_string(), "state_bits": element.state_bits})
                }
            };
            put("what", json!("element"));
            put("path", json!(path.iter().map(Name::to_string).collect::<Vec<_>>()));
            put("first", json!(first));
            put("before", json!(left.as_ref().map(of)));
            put("after", json!(right.as_ref().map(of)));
        }
        What::Unreadable(error) => {
            put("what", json!("unreadable"));
            put("error", json!(error.to_string()));
        }
        _ => put("what", json!("unknown")),
    }
    document.into()
}

fn side(side: &Side<'_>) -> serde_json::Value {
    let mut document = Map::new();
    let mut put = |key: &str, value| drop(document.insert(key.to_owned(), value));
    put("tag", json!(side.tag.to_string()));
    put("type", json!(side.tag.kind().to_string()));
    match &side.value {
        Value::Decoded(value) => put("value", value_json(value)),
        Value::Rtf(rtf) => match str::from_utf8(rtf) {
            Ok(rtf) => put("rtf", json!(rtf)),
            Err(_) => put("rtf_hex", json!(hex(rtf))),
        },
        Value::Stream { size } => put("bytes", json!(size)),
    }
    document.into()
}
