//! HTML out of RTF, by three converters: ours, RTFDE, and rtf-stream-parser.
//!
//! Each gets every RTF body of the corpus that holds HTML. Before they are compared, line ends
//! become LF, for some converters write these and some keep CR LF, and NULs behind the RTF's end
//! are taken off; nothing else is changed. A difference is a failure unless it is [judged].
//!
//! [judged]: JUDGED

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use super::compare::Kind::{self, Differs, Error};
use super::readers::{Place, Reader, Running};
use crate::shell;

/// The converters of others.
const CONVERTERS: [Reader; 2] = [Reader::Rtfde, Reader::RtfStreamParser];

/// How many bodies there must be: nothing compared is no success.
const FEWEST_BODIES: usize = 80;

/// A difference that was looked at.
struct Judged {
    converter: Reader,
    /// The file that the body is from, and the number of the body in it if that is not 0.
    body: &'static str,
    kind: Kind,
    right: Right,
    /// Why, by which rule.
    reason: &'static str,
}

/// Whose HTML is as it must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Right {
    /// Ours, and that of the other converter, which is the same.
    Ours,
    /// Either will do.
    Both,
}

/// All differences. Each must be found, or the run fails.
#[rustfmt::skip]
const JUDGED: &[Judged] = &[
    of("ansi-note-html-new-draft", Error, Right::Ours,
        "the RTF goes on behind its outermost group, and RTFDE takes nothing of it; RTF is one group, \
         as [MSFT-RTF] says ([MS-OXRTFEX] 2.2.3), which is taken, and the rest is a defect"),
    of("ansi-note-rtfhtml-att1-utf16-body-in-string8", Error, Right::Ours,
        "there is no font table, without which RTFDE gives up; the code page is then that of the \
         header ([MS-OXRTFEX] 2.2.3)"),
    of("uni-note-rtfhtml-att1-embedded-image-2", Error, Right::Ours,
        "there is no font table, without which RTFDE gives up; the code page is then that of the \
         header ([MS-OXRTFEX] 2.2.3)"),
    of("uni-note-rtfhtml-headers", Error, Right::Ours,
        "there is no font table, without which RTFDE gives up; the code page is then that of the \
         header ([MS-OXRTFEX] 2.2.3)"),
    of("uni-note-html-att4-attachment-inline-img", Differs, Right::Both,
        "\\'a0 is the byte of a character, which is to be copied as such ([MS-OXRTFEX] 2.2.3); RTFDE \
         writes the entity, which shows the same"),
    of("uni-note-rtfhtml-rtf-short-russian-string", Differs, Right::Both,
        "\\'a0 is the byte of a character, which is to be copied as such ([MS-OXRTFEX] 2.2.3); RTFDE \
         writes the entity, which shows the same"),
    of("uni-note-rtfhtml-emb3-att20-1.1", Differs, Right::Ours,
        "RTFDE takes the group of \\pntext, the bullet for readers of RTF, for text of the HTML: of \
         destinations only \\htmltag holds some ([MS-OXRTFEX] 2.1.3.1.4)"),
    of("uni-note-rtfhtml-emb3-att20-2.1", Differs, Right::Ours,
        "RTFDE takes the group of \\pntext, the bullet for readers of RTF, for text of the HTML: of \
         destinations only \\htmltag holds some ([MS-OXRTFEX] 2.1.3.1.4)"),
];

const fn of(body: &'static str, kind: Kind, right: Right, reason: &'static str) -> Judged {
    Judged { converter: Reader::Rtfde, body, kind, right, reason }
}

/// The converters at work.
pub(super) struct Converting {
    /// What ours made of each body.
    ours: BTreeMap<String, String>,
    others: Vec<(Reader, Running)>,
}

impl Converting {
    /// Takes the bodies out of the corpus and starts the converters; nothing without a corpus.
    ///
    /// # Errors
    /// When a converter is neither there nor to be had, or there are too few bodies.
    pub(super) fn start(
        root: &Path,
        place: &Place<'_>,
        skipped: &dyn Fn(Reader) -> bool,
    ) -> anyhow::Result<Option<Converting>> {
        let Some(corpus) = shell::corpus(root)? else { return Ok(None) };
        let folder = super::emptied(place.target.join("html"))?;
        // As tests are built: this is done in no time, and its building is done already.
        let mut write = shell::cargo(root, ["run", "-p", "openimsg-rtf"]);
        write.args(["--example", "html_out_of_rtf", "--"]).arg(&folder).arg(corpus.join("files"));
        shell::run(&mut write)?;
        let mut ours = BTreeMap::new();
        let mut files: Vec<PathBuf> = Vec::new();
        for entry in std::fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.extension().is_some_and(|ending| ending == "rtf") {
                let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
                ours.insert(name, std::fs::read_to_string(path.with_extension("html"))?);
                files.push(path);
            }
        }
        files.sort();
        if files.len() < FEWEST_BODIES {
            bail!("only {} bodies with HTML in them", files.len());
        }
        let mut others = Vec::new();
        for converter in CONVERTERS.into_iter().filter(|converter| !skipped(*converter)) {
            let mut command = place.command(converter)?;
            let output = place.target.join(format!("{converter}.json"));
            command.args(&files);
            others.push((converter, Running::start(command, output)?));
        }
        Ok(Some(Converting { ours, others }))
    }

    /// Waits for the converters, prints what they made of the bodies, and gives the number of
    /// differences that are not judged, and of judgements that are not needed.
    ///
    /// # Errors
    /// When a converter does not end by itself and in time.
    pub(super) fn finish(self, verbose: bool) -> anyhow::Result<usize> {
        let mut faults = 0_usize;
        for (converter, running) in self.others {
            let (found, time) = running.finish().with_context(|| format!("{converter}"))?;
            let (mut equal, mut judged) = (0_usize, 0_usize);
            let mut differences = BTreeMap::new();
            for (name, ours) in &self.ours {
                let html = found.pointer(&format!("/{name}/html")).and_then(|html| html.as_str());
                match html {
                    Some(html) if normal(html) == normal(ours) => equal = equal.saturating_add(1),
                    Some(_) => _ = differences.insert(name.as_str(), Differs),
                    None => _ = differences.insert(name.as_str(), Error),
                }
            }
            let own = || JUDGED.iter().filter(|judged| judged.converter == converter);
            for (name, kind) in &differences {
                match own().find(|judged| judged.body == *name && judged.kind == *kind) {
                    Some(Judged { right, reason, .. }) => {
                        judged = judged.saturating_add(1);
                        if verbose {
                            println!("{converter} {name}: {kind}, right is {right:?}: {reason}");
                        }
                    }
                    None => {
                        println!("{converter} {name}: {kind}");
                        faults = faults.saturating_add(1);
                    }
                }
            }
            for Judged { body, kind, .. } in own() {
                if differences.get(body) != Some(kind) {
                    println!("no such difference, take it out: {converter} {body} {kind}");
                    faults = faults.saturating_add(1);
                }
            }
            println!(
                "HTML out of RTF, {converter} ({:.1} s): {} bodies, {equal} equal, {judged} \
                 different and judged, {} not",
                time.as_secs_f64(),
                self.ours.len(),
                differences.len().saturating_sub(judged),
            );
        }
        Ok(faults)
    }
}

/// See the top of this file.
fn normal(html: &str) -> String {
    html.replace("\r\n", "\n").trim_end_matches('\0').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_judgement_has_a_reason_and_a_converter() {
        for Judged { converter, reason, .. } in JUDGED {
            assert!(CONVERTERS.contains(converter) && reason.len() > 20);
        }
    }

    #[test]
    fn line_ends_are_no_difference() {
        assert_eq!(normal("a\r\nb\n\0"), normal("a\nb\n"));
        assert_ne!(normal("a b"), normal("a  b"));
    }
}
