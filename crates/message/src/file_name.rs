//! Names of files from the names that strangers gave.
//!
//! A name is data: whatever it holds, [`safe_file_name`] makes of it one that is a plain file in
//! the folder it is put into, on every usual file system. [`FileNames`] keeps the names in one
//! folder apart.

use std::collections::HashMap;

use openimsg_storage::Store;

use crate::{Attachment, AttachmentData, Error, Message};

/// Bytes of the longest name that usual file systems take. UTF-16 units, which Windows counts,
/// are never more than bytes of UTF-8.
const MAX_LEN: usize = 255;

/// Bytes of the longest ending that is kept when a name is cut.
const MAX_ENDING: usize = 32;

/// What stands in place of what a name cannot hold.
const INSTEAD: char = '_';

impl<S: Store + ?Sized> Attachment<'_, S> {
    /// A name for a file that holds what is attached: whatever the message says, it is a plain
    /// file in the folder it is put into.
    ///
    /// It is made of the first that is there: the long file name, the short one, the name to
    /// show, the subject of an attached message, the number of the attachment. A name to show
    /// or a number gets the stored ending, or one that goes with the content type; an attached
    /// message gets `.msg`, the storage of another application `.ole`. See [`safe_file_name`]
    /// for what a name cannot hold. Several attachments may have one name:
    /// [`Message::safe_file_names`] keeps them apart.
    ///
    /// # Errors
    /// As [`Object::get`](crate::Object::get).
    pub fn safe_file_name(&self) -> Result<String, Error> {
        let filled = |text: Option<openimsg_props::Text<'_>>| {
            text.map(|text| text.text.into_owned()).filter(|text| !text.trim().is_empty())
        };
        let data = self.data()?;
        let ending = match data {
            AttachmentData::Message { .. } => ".msg".to_owned(),
            AttachmentData::Storage { .. } => ".ole".to_owned(),
            _ => self.ending()?,
        };
        let is_bytes =
            !matches!(data, AttachmentData::Message { .. } | AttachmentData::Storage { .. });
        let stored = match filled(self.long_filename()?) {
            None => filled(self.short_filename()?),
            long => long,
        };
        if let Some(name) = stored.as_ref().filter(|name| is_bytes || has_ending(name, &ending)) {
            return Ok(safe_file_name(name, &self.numbered_name(&ending)));
        }
        let mut name = match stored {
            None => filled(self.display_name()?),
            stored => stored,
        };
        if name.is_none()
            && let AttachmentData::Message { .. } = data
        {
            // A message that is nested too deep still has a number.
            let message = self.message().ok().flatten();
            name = message.and_then(|message| filled(message.subject().ok().flatten()));
        }
        let fallback = self.numbered_name(&ending);
        let Some(name) = name else { return Ok(fallback) };
        let complete = match is_bytes {
            true => name.trim().rfind('.').is_some_and(|dot| dot > 0),
            false => has_ending(&name, &ending),
        };
        let ending = if complete { "" } else { &ending };
        Ok(safe_file_name(&format!("{}{ending}", name.trim_end_matches(['.', ' '])), &fallback))
    }

    fn numbered_name(&self, ending: &str) -> String {
        safe_file_name(&format!("attachment-{}{ending}", self.number()), "attachment")
    }

    /// The stored ending with its dot, or the one that goes with the content type, or nothing.
    fn ending(&self) -> Result<String, Error> {
        if let Some(ending) = self.extension()? {
            let ending = ending.text.trim().trim_start_matches('.');
            if !ending.is_empty() {
                return Ok(format!(".{ending}"));
            }
        }
        let kind = self.mime_type()?;
        let ending = kind.and_then(|kind| ending_of_type(&kind.text));
        Ok(ending.map_or_else(String::new, |ending| format!(".{ending}")))
    }
}

impl<S: Store + ?Sized> Message<'_, S> {
    /// The number of each attachment with a safe name for its file, no two the same, not where
    /// upper and lower case are one either. An attachment that cannot be read has only its
    /// number in its name.
    #[must_use]
    pub fn safe_file_names(&self) -> Vec<(u32, String)> {
        let mut names = FileNames::default();
        let name = |attachment: Result<Attachment<'_, S>, Error>| {
            let attachment = attachment.ok()?;
            let name = attachment.safe_file_name();
            let name = name.unwrap_or_else(|_| attachment.numbered_name(""));
            Some((attachment.number(), names.distinct(&name)))
        };
        self.attachments().filter_map(name).collect()
    }
}

/// The endings of usual content types.
const ENDINGS: &[(&str, &str)] = &[
    ("application/gzip", "gz"),
    ("application/json", "json"),
    ("application/msword", "doc"),
    ("application/pdf", "pdf"),
    ("application/pkcs7-mime", "p7m"),
    ("application/pkcs7-signature", "p7s"),
    ("application/rtf", "rtf"),
    ("application/vnd.ms-excel", "xls"),
    ("application/vnd.ms-outlook", "msg"),
    ("application/vnd.ms-powerpoint", "ppt"),
    ("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    ("application/x-zip-compressed", "zip"),
    ("application/xml", "xml"),
    ("application/zip", "zip"),
    ("audio/mpeg", "mp3"),
    ("audio/wav", "wav"),
    ("image/bmp", "bmp"),
    ("image/gif", "gif"),
    ("image/jpeg", "jpg"),
    ("image/jpg", "jpg"),
    ("image/png", "png"),
    ("image/svg+xml", "svg"),
    ("image/tiff", "tif"),
    ("image/webp", "webp"),
    ("message/rfc822", "eml"),
    ("text/calendar", "ics"),
    ("text/csv", "csv"),
    ("text/html", "html"),
    ("text/plain", "txt"),
    ("text/rtf", "rtf"),
    ("text/vcard", "vcf"),
    ("text/x-vcard", "vcf"),
    ("text/xml", "xml"),
    ("video/mp4", "mp4"),
];

fn ending_of_type(kind: &str) -> Option<&'static str> {
    let kind = kind.split(';').next().unwrap_or_default().trim();
    let known = ENDINGS.iter().find(|(known, _)| known.eq_ignore_ascii_case(kind));
    known.map(|(_, ending)| *ending)
}

/// Whether a name ends with this ending in any case.
fn has_ending(name: &str, ending: &str) -> bool {
    let name = name.trim_end();
    let end = name.len().checked_sub(ending.len()).and_then(|start| name.get(start..));
    end.is_some_and(|end| end.eq_ignore_ascii_case(ending))
}

/// A safe name like `name`; `fallback`, which must be safe, if nothing is left of it.
///
/// Separators, characters that Windows reserves, controls and what is invisible or turns the
/// direction of writing become `_`, as does a dot, hyphen or tilde at the start; spaces at both
/// ends and dots at the end go. The names of DOS devices get a `_` before them. What is longer
/// than 255 bytes is cut before its ending.
///
/// ```
/// use openimsg_message::safe_file_name;
/// assert_eq!(safe_file_name("../../etc/passwd", "unnamed"), "_._.._etc_passwd");
/// assert_eq!(safe_file_name("invoice\u{202E}fdp.exe", "unnamed"), "invoice_fdp.exe");
/// ```
#[must_use]
pub fn safe_file_name(name: &str, fallback: &str) -> String {
    let replaced: String = name.chars().map(|c| if is_bad(c) { INSTEAD } else { c }).collect();
    let trimmed = trim(&replaced);
    if trimmed.is_empty() {
        return fallback.to_owned();
    }
    // Hidden files, options of commands, folders of users.
    let mut safe = match trimmed.strip_prefix(['.', '-', '~']) {
        Some(rest) => format!("{INSTEAD}{rest}"),
        None => trimmed.to_owned(),
    };
    if is_device(&safe) {
        safe.insert(0, INSTEAD);
    }
    if safe.len() > MAX_LEN { numbered(&safe, "") } else { safe }
}

/// The names given in one folder. No two are the same, not where upper and lower case are one
/// either.
#[derive(Debug, Default)]
pub struct FileNames {
    /// How often each name was given, in lower case.
    given: HashMap<String, u32>,
    /// The least number that may be free, for names that are the same once they are cut to make
    /// room for a number: the digits of the number are zeros here. All before it are given.
    free: HashMap<String, u32>,
}

impl FileNames {
    /// `name`, which is safe; with a number before its ending if it was given before. Asked again
    /// with the same name, it gives another.
    pub fn distinct(&mut self, name: &str) -> String {
        let key = |name: &str| name.to_lowercase();
        // Number 0 stands for none; so many digits as the number has.
        let cut = |times: u32| key(&numbered(name, &format!(" ({:01$})", 0, digits(times))));
        let mut times = self.given.get(&key(name)).copied().unwrap_or(0);
        loop {
            times = times.saturating_add(1);
            while times > 1
                && let Some(free) = self.free.get(&cut(times)).filter(|free| **free > times)
            {
                times = *free;
            }
            let candidate = match times {
                1 => name.to_owned(),
                _ => numbered(name, &format!(" ({times})")),
            };
            if times > 1 {
                self.free.insert(cut(times), times.saturating_add(1));
            }
            // What was given for another name counts as well.
            if times == 1 || !self.given.contains_key(&key(&candidate)) {
                self.given.insert(key(name), times);
                self.given.entry(key(&candidate)).or_insert(1);
                return candidate;
            }
        }
    }
}

/// Decimal digits of a number.
fn digits(number: u32) -> usize {
    usize::try_from(number.checked_ilog10().unwrap_or(0)).unwrap_or(0).saturating_add(1)
}

/// The name with `number` before its ending, cut to [`MAX_LEN`].
fn numbered(name: &str, number: &str) -> String {
    let (stem, ending) = match name.rfind('.') {
        Some(dot) if dot > 0 && name.len().saturating_sub(dot) <= MAX_ENDING => {
            name.split_at_checked(dot).unwrap_or((name, ""))
        }
        _ => (name, ""),
    };
    let room = MAX_LEN.saturating_sub(ending.len()).saturating_sub(number.len());
    let end = (0..=room.min(stem.len())).rev().find(|end| stem.is_char_boundary(*end));
    let cut = end.and_then(|end| stem.get(..end)).unwrap_or(stem);
    let cut = if ending.is_empty() && number.is_empty() { trim(cut) } else { cut };
    format!("{cut}{number}{ending}")
}

/// Without white space at both ends, and dots at the end: Windows drops these itself.
fn trim(name: &str) -> &str {
    name.trim_start().trim_end_matches(|c: char| c.is_whitespace() || c == '.')
}

fn is_bad(c: char) -> bool {
    c.is_control()
        || matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|')
        || matches!(c,
            '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}'
            | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}'
            | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Whether Windows takes the name for a device, which it does with any ending.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_ascii_uppercase();
    let numbered = |device: &str| {
        let number = stem.strip_prefix(device).unwrap_or_default();
        let mut digits = number.chars();
        let digit = |c: char| c.is_ascii_digit() || matches!(c, '¹' | '²' | '³');
        digits.next().is_some_and(digit) && digits.next().is_none()
    };
    matches!(&*stem, "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$" | "CLOCK$")
        || numbered("COM")
        || numbered("LPT")
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::path::{Component, Path};

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn hostile_names_become_plain_ones() {
        let long = "x".repeat(300);
        let cases: &[(&str, &str)] = &[
            // Ways out of the folder.
            ("..", "unnamed"),
            (".", "unnamed"),
            ("../evil", "_._evil"),
            ("../../etc/passwd", "_._.._etc_passwd"),
            ("..\\..\\windows\\win.ini", "_._.._windows_win.ini"),
            ("/etc/passwd", "_etc_passwd"),
            ("//host/share/x", "__host_share_x"),
            ("\\\\host\\share\\x", "__host_share_x"),
            ("\\\\?\\C:\\x", "____C__x"),
            ("\\\\.\\pipe\\x", "__._pipe_x"),
            ("C:\\x.exe", "C__x.exe"),
            ("C:x.exe", "C_x.exe"),
            ("a/../../b", "a_.._.._b"),
            ("x/", "x_"),
            ("~/.bashrc", "__.bashrc"),
            ("~user", "_user"),
            ("file:///etc/passwd", "file____etc_passwd"),
            // Streams, and endings that Windows drops.
            ("x.txt:evil.exe", "x.txt_evil.exe"),
            ("x.txt::$DATA", "x.txt__$DATA"),
            ("x.exe.", "x.exe"),
            ("x.exe...", "x.exe"),
            ("x.exe ", "x.exe"),
            ("x.exe. . .", "x.exe"),
            ("x.exe\u{A0}\u{3000}", "x.exe"),
            ("   x", "x"),
            // Devices.
            ("CON", "_CON"),
            ("con.txt", "_con.txt"),
            ("NUL.tar.gz", "_NUL.tar.gz"),
            ("nul .txt", "_nul .txt"),
            ("Aux.", "_Aux"),
            ("COM1", "_COM1"),
            ("com9.log", "_com9.log"),
            ("COM¹", "_COM¹"),
            ("lpt0.x", "_lpt0.x"),
            ("CONIN$", "_CONIN$"),
            ("COM10", "COM10"),
            ("CONSOLE", "CONSOLE"),
            // What is not seen, or seen in another order.
            ("cod\u{202E}fdp.exe", "cod_fdp.exe"),
            ("a\u{200E}b\u{2066}c\u{2069}", "a_b_c_"),
            ("a\u{200B}\u{FEFF}b\u{AD}c", "a__b_c"),
            ("a\0b", "a_b"),
            ("a\r\nb\tc\x1B[31m", "a__b_c_[31m"),
            ("a\u{85}\u{9B}b", "a__b"),
            ("a\u{2028}b", "a_b"),
            ("a\u{E0041}b", "a_b"),
            // What shells and people fall for.
            ("-rf", "_rf"),
            (".bashrc", "_bashrc"),
            (".htaccess", "_htaccess"),
            ("a*?\"<>|b", "a______b"),
            // Nothing.
            ("", "unnamed"),
            ("   ", "unnamed"),
            ("...", "unnamed"),
            (" . . ", "unnamed"),
            ("\u{3000}", "unnamed"),
            // And what is sound stays.
            ("Übersicht 2024 (final).pdf", "Übersicht 2024 (final).pdf"),
            ("報告.docx", "報告.docx"),
            ("👩\u{200D}👧.png", "👩\u{200D}👧.png"),
            ("a.b.c", "a.b.c"),
        ];
        assert!(cases.len() >= 50);
        for (name, expected) in cases {
            assert_eq!(safe_file_name(name, "unnamed"), *expected, "{name:?}");
        }
        assert_eq!(safe_file_name(&long, "unnamed"), "x".repeat(255));
        assert_eq!(safe_file_name(&format!("{long}.pdf"), "unnamed"), "x".repeat(251) + ".pdf");
        assert_eq!(
            safe_file_name(&format!("x.{long}"), "unnamed"),
            format!("x.{}", "x".repeat(253))
        );
        assert_eq!(
            safe_file_name(&format!("{}.txt", "ü".repeat(200)), "x"),
            "ü".repeat(125) + ".txt"
        );
        assert_eq!(safe_file_name(&("x".repeat(254) + " . y"), "unnamed"), "x".repeat(252) + ". y");
        assert_eq!(safe_file_name(&("x".repeat(252) + " . " + &long), "unnamed"), "x".repeat(252));
    }

    /// Names that are one name where they are cut for a number share the numbers: looking for a
    /// free one from 2 on each time took the square of their number. A bug found.
    #[test]
    fn many_long_names_take_linear_time() {
        let name = |n: u32| format!("{}{n:04}", "x".repeat(MAX_LEN - 4));
        let (mut names, mut seen) = (FileNames::default(), HashSet::new());
        let start = std::time::Instant::now();
        for n in 0..10_000 {
            assert_eq!(names.distinct(&name(n)), name(n));
        }
        for n in 0..10_000 {
            let given = names.distinct(&name(n));
            assert!(
                given.ends_with(&format!("x ({})", n + 2)) && given.len() == MAX_LEN,
                "{given}"
            );
            assert!(seen.insert(given));
        }
        // With less cut off, numbers begin anew.
        assert_eq!((names.distinct("x"), names.distinct("x")), ("x".into(), "x (2)".into()));
        assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
    }

    #[test]
    fn names_in_a_folder_are_distinct_in_any_case() {
        let mut names = FileNames::default();
        let given = ["a.txt", "A.TXT", "a.txt", "a (2).txt", "a", "a", "ÄÖ", "äö", "a (2).txt"];
        let got: Vec<String> = given.iter().map(|name| names.distinct(name)).collect();
        let expected = [
            "a.txt",
            "A (2).TXT",
            "a (3).txt",
            "a (2) (2).txt",
            "a",
            "a (2)",
            "ÄÖ",
            "äö (2)",
            "a (2) (3).txt",
        ];
        assert_eq!(got, expected);
        let long = "x".repeat(251) + ".pdf";
        assert_eq!(
            (names.distinct(&long), names.distinct(&long)),
            (long, "x".repeat(247) + " (2).pdf")
        );
    }

    fn hostile() -> impl Strategy<Value = String> {
        let part = prop_oneof![
            Just("..".to_owned()),
            Just("/".to_owned()),
            Just("\\".to_owned()),
            Just("C:".to_owned()),
            Just("CON".to_owned()),
            Just(". ".to_owned()),
            Just("\u{202E}".to_owned()),
            Just("x".repeat(200)),
            any::<char>().prop_map(String::from),
            "\\PC{0,8}",
        ];
        proptest::collection::vec(part, 0..12).prop_map(|parts| parts.concat())
    }

    fn assert_plain(name: &str) {
        assert!(!name.is_empty() && name.len() <= MAX_LEN, "{name:?}");
        assert!(!name.contains(is_bad) && !is_device(name), "{name:?}");
        assert!(!name.starts_with(['.', '-', '~']) && !name.ends_with(['.', ' ']), "{name:?}");
        let parts: Vec<_> = Path::new(name).components().collect();
        assert!(matches!(parts[..], [Component::Normal(part)] if part == name), "{name:?}");
    }

    proptest! {
        #[test]
        fn every_name_is_plain(names in proptest::collection::vec(hostile(), 1..6)) {
            let mut folder = FileNames::default();
            let mut seen = HashSet::new();
            for name in names.iter().chain(&names) {
                let safe = safe_file_name(name, "unnamed");
                assert_plain(&safe);
                let distinct = folder.distinct(&safe);
                assert_plain(&distinct);
                prop_assert!(seen.insert(distinct.to_lowercase()), "{:?}", distinct);
            }
        }
    }
}
