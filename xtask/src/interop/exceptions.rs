//! What each reader cannot do, with the reason.

use super::compare::Difference;
use super::compare::Kind::{self, Differs, Error, Extra, Missing};
use super::readers::Reader::{self, ExtractMsg, Msgreader, Olefile, Poi};

/// A difference that is the reader's doing.
pub(super) struct Exception {
    pub(super) reader: Reader,
    /// The cases, with `*` for any text.
    pub(super) cases: &'static str,
    /// The field as [`Difference::field`] has it, with `*` for any text.
    pub(super) field: &'static str,
    pub(super) kind: Kind,
    /// Why this is no fault of the file.
    pub(super) reason: &'static str,
}

impl Exception {
    /// Whether it is for real files, which not everyone has.
    pub(super) fn needs_corpus(&self) -> bool {
        is_real(self.cases)
    }

    /// Whether this is the difference that is meant.
    pub(super) fn covers(&self, reader: Reader, case: &str, difference: &Difference) -> bool {
        self.reader == reader
            && self.kind == difference.kind
            && matches(self.cases, case)
            && matches(self.field, &difference.field)
    }
}

/// All exceptions. Each must be needed by at least one case, or the run fails.
#[rustfmt::skip]
pub(super) const EXCEPTIONS: &[Exception] = &[
    of(Olefile, "corpus-*", "error", Error, "is strict: the files had bytes in reserved places, or no class, before they were changed"),
    of(Olefile, "draft-html", "html_in_rtf", Missing, "the driver takes no RTF apart"),
    of(Olefile, "rtf-with-html", "html_in_rtf", Missing, "the driver takes no RTF apart"),

    of(ExtractMsg, "ansi-874", "*", Differs, "its own table of code page 874 confuses two vowels"),
    of(ExtractMsg, "attachment-ole", "attachments.streams", Missing, "gives no streams of an application's storage"),
    of(ExtractMsg, "corpus-ole", "attachments.streams", Missing, "gives no streams of an application's storage"),
    of(ExtractMsg, "corpus-*", "*html_in_rtf", Extra, "the facts of the corpus do not have it"),
    of(ExtractMsg, "corpus-ansi", "text", Differs, "takes the text for Latin: the file tells its code page by the language only"),
    of(ExtractMsg, "types*", "*.1006", Missing, "knows no several PT_CURRENCY"),

    of(Msgreader, "corpus-ole", "attachments.streams", Missing, "gives no streams of an application's storage"),
    of(Msgreader, "corpus-ansi", "text", Differs, "takes the text for Latin: the file tells its code page by the language only"),
    of(Msgreader, "embedded-file-ansi", "embedded.*", Differs, "asks only the outermost message for its code page"),
    of(Msgreader, "draft-html", "html_in_rtf", Missing, "leaves RTF to the caller"),
    of(Msgreader, "rtf-with-html", "html_in_rtf", Missing, "leaves RTF to the caller"),
    of(Msgreader, "attachment-ole", "attachments.streams", Missing, "gives no streams of an application's storage"),
    of(Msgreader, "*", "*named.name.*", Missing, "gives names without their sets"),
    of(Msgreader, "types*", "*.0002", Missing, "gives the bytes of the type"),
    of(Msgreader, "types*", "*.0004", Missing, "gives the bytes of the type"),
    of(Msgreader, "t*", "*.0005", Missing, "gives the bytes of the type"),
    of(Msgreader, "types*", "*.0006", Missing, "gives the bytes of the type"),
    of(Msgreader, "types*", "*.0007", Missing, "gives the bytes of the type"),
    of(Msgreader, "types*", "*.000A", Missing, "gives the bytes of the type"),
    of(Msgreader, "types*", "*.0014", Missing, "gives the bytes of the type"),
    of(Msgreader, "types*", "*.0048", Missing, "gives the bytes of the type"),
    of(Msgreader, "types*", "*.1*", Missing, "gives the streams of several values one by one, without a list"),

    of(Poi, "*", "named", Missing, "this version does not read the map of names"),
    of(Poi, "embedded-*named", "embedded.named", Missing, "this version does not read the map of names"),
    of(Poi, "*", "*attachments.method", Missing, "does not read the property streams of attachments"),
    of(Poi, "attachment-ole", "attachments.streams", Missing, "gives no streams of an application's storage"),
    of(Poi, "attachment-*reference", "attachments.reference", Missing, "does not keep where the file is"),
    of(Poi, "corpus-v4", "error", Error, "finds no code page of the HTML, nor in the file before it was changed"),
    of(Poi, "corpus-ole", "attachments.streams", Missing, "gives no streams of an application's storage"),
    of(Poi, "*", "*date", Extra, "takes the time of the last change where nothing was sent"),
    of(Poi, "corpus-ansi", "text", Differs, "takes the encoding of the internet message for that of the file"),
    of(Poi, "corpus-*", "*rtf", Differs, "begins with a dictionary that has LF CR instead of CR LF"),
    of(Poi, "draft-html", "rtf", Differs, "begins with a dictionary that has LF CR instead of CR LF"),
    of(Poi, "draft-html", "html_in_rtf", Missing, "leaves that to Apache Tika"),
    of(Poi, "ansi-1256", "*", Differs, "decodes it as code page 1255"),
    of(Poi, "rtf-*", "rtf", Differs, "begins with a dictionary that has LF CR instead of CR LF"),
    of(Poi, "rtf-with-html", "html_in_rtf", Missing, "leaves that to Apache Tika"),
    of(Poi, "types*", "properties.0006", Differs, "rounds money to whole units"),
    of(Poi, "types*", "properties.0007", Missing, "does not know the type"),
    of(Poi, "types*", "properties.000A", Missing, "does not know the type"),
    of(Poi, "types*", "properties.0048", Missing, "does not know the type"),
    of(Poi, "types*", "properties.1*", Missing, "knows no properties of several values"),
];

const fn of(
    reader: Reader,
    cases: &'static str,
    field: &'static str,
    kind: Kind,
    reason: &'static str,
) -> Exception {
    Exception { reader, cases, field, kind, reason }
}

/// Whether a case is a real file that was changed.
pub(super) fn is_real(case: &str) -> bool {
    case.starts_with("corpus-")
}

/// Whether a text is what a pattern says, in which `*` stands for any text.
fn matches(pattern: &str, text: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == text,
        Some((start, rest)) => text.strip_prefix(start).is_some_and(|tail| {
            let mut ends = tail.char_indices().map(|(at, _)| at).chain([tail.len()]);
            ends.any(|at| tail.get(at..).is_some_and(|tail| matches(rest, tail)))
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns() {
        for (pattern, text) in
            [("*", ""), ("*", "a.b"), ("a", "a"), ("*a*", "bac"), ("a*c*e", "abcde"), ("é*", "éa")]
        {
            assert!(matches(pattern, text), "{pattern} {text}");
        }
        for (pattern, text) in [("a", "ab"), ("a*", "ba"), ("*a", "ab"), ("a*c*e", "aec")] {
            assert!(!matches(pattern, text), "{pattern} {text}");
        }
    }

    #[test]
    fn every_exception_has_a_reason() {
        assert!(EXCEPTIONS.iter().all(|exception| exception.reason.len() > 10));
    }
}
