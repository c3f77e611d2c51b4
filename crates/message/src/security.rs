//! What a security reader looks for in a message: nothing here is a defect, and all of it is
//! seen in honest mail too.

use openimsg_base::Limit;
use openimsg_props::{PropTag, PropValue};
use openimsg_storage::Store;

use crate::body::{Target, references};
use crate::{
    Address, Attachment, AttachmentData, Error, Message, MessageFile, Object, Problem, Step,
};

/// Something to know before a message is trusted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What it is.
    pub kind: &'static NoteKind,
    /// In which object; empty for the message of the file.
    pub place: Box<[Step]>,
    /// How often, in bodies; else 1.
    pub times: u64,
}

/// A kind of [`Note`].
#[derive(Debug, PartialEq, Eq)]
pub struct NoteKind {
    /// What programs call it.
    pub code: &'static str,
    /// What it means, for people.
    pub what: &'static str,
}

macro_rules! notes {
    ($($name:ident = $code:literal, $what:literal;)*) => {
        $(
            #[doc = concat!($what, ".")]
            pub static $name: NoteKind = NoteKind { code: $code, what: $what };
        )*
        /// All kinds of notes.
        pub static NOTES: &[&NoteKind] = &[$(&$name),*];
    };
}

notes! {
    REMOTE_CONTENT = "note-remote-content",
        "looking at the HTML body in a browser loads something from another machine";
    FILE_LINK = "note-file-link",
        "the HTML body refers to a file on the reader's machine or on a share";
    SCRIPT_LINK = "note-script-link", "an address in the HTML body is a program";
    UNC_PATH = "note-unc-path",
        "a property is a path on another machine, which a program that follows it logs on to";
    EXECUTABLE = "note-executable", "an attachment is of a kind that runs when it is opened";
    DOUBLE_ENDING = "note-double-ending",
        "an attachment that runs has the ending of a document before its own";
    TURNED_NAME = "note-turned-name",
        "the name of an attachment turns the direction of writing, so that it reads otherwise";
    ELSEWHERE = "note-elsewhere",
        "what is attached is not in the message: it is a path or an address";
    OTHER_SENDER = "note-other-sender",
        "the one who sent the message is not the one whom it shows as its sender";
}

/// Looks through a message and those embedded in it. At most
/// [`Limits::defects_kept`](openimsg_base::Limits::defects_kept) notes are given; the second
/// number is how many there are. What cannot be read is passed over:
/// [`check`](crate::check()) lists it.
///
/// # Errors
/// As [`MessageFile::message`]; [`Problem::Refused`] when the budget was cancelled.
pub fn notes<S: Store>(file: &MessageFile<S>) -> Result<(Vec<Note>, u64), Error> {
    let kept = file.budget().limits().defects_kept;
    let mut notes = Notes { notes: Vec::new(), found: 0, kept };
    let mut messages = vec![file.message()?];
    while let Some(message) = messages.pop() {
        message.budget().proceed().map_err(|e| message.error(None, e))?;
        notes.message(&message);
        for attachment in message.attachments().flatten() {
            notes.attachment(&attachment);
            match attachment.message() {
                Ok(Some(inner)) => messages.push(inner),
                Err(error) if is_cancelled(&error) => return Err(error),
                Ok(None) | Err(_) => {}
            }
        }
    }
    Ok((notes.notes, notes.found))
}

struct Notes {
    notes: Vec<Note>,
    found: u64,
    kept: usize,
}

impl Notes {
    fn add(&mut self, kind: &'static NoteKind, place: impl FnOnce() -> Vec<Step>, times: u64) {
        self.found = self.found.saturating_add(1);
        if self.notes.len() < self.kept {
            self.notes.push(Note { kind, place: place().into(), times });
        }
    }

    fn message<S: Store>(&mut self, message: &Message<'_, S>) {
        self.object(message);
        for recipient in message.recipients().flatten() {
            self.object(&recipient);
        }
        self.body(message);
        let (sender, shown) = (message.sender_address(), message.representing_address());
        if let (Ok(sender), Ok(shown)) = (sender, shown)
            && let (Some(own), Some(other)) = (sender.best(), shown.best())
            && !own.is_empty()
            && !other.is_empty()
            && !is_one_person(message, &sender, &shown)
        {
            self.add(&OTHER_SENDER, || message.place(), 1);
        }
    }

    fn body<S: Store>(&mut self, message: &Message<'_, S>) {
        let Ok(body) = message.read_body() else { return };
        let Some(html) = body.html() else { return };
        let mut times = [(&REMOTE_CONTENT, 0u64), (&FILE_LINK, 0), (&SCRIPT_LINK, 0)];
        for reference in references(&html.text) {
            let kind = match reference.target(&html.text) {
                Target::Remote if reference.loads => &REMOTE_CONTENT,
                Target::File => &FILE_LINK,
                Target::Script => &SCRIPT_LINK,
                _ => continue,
            };
            if let Some((_, times)) = times.iter_mut().find(|(other, _)| *other == kind) {
                *times = times.saturating_add(1);
            }
        }
        for (kind, times) in times.into_iter().filter(|(_, times)| *times > 0) {
            self.add(kind, || message.place(), times);
        }
    }

    /// Paths in any property ([MS-OXORMDR] has one that calendars follow by themselves).
    fn object<S: Store>(&mut self, object: &Object<'_, S>) {
        for property in object.iter().flatten() {
            let is_path = match &property.value {
                PropValue::Unicode(text) | PropValue::String8(text) => is_unc(text.as_str()),
                PropValue::MvUnicode(texts) | PropValue::MvString8(texts) => {
                    texts.iter().any(|text| is_unc(text.as_str()))
                }
                _ => false,
            };
            if is_path {
                self.add(&UNC_PATH, || place_of(object, property.tag), 1);
            }
        }
    }

    fn attachment<S: Store>(&mut self, attachment: &Attachment<'_, S>) {
        self.object(attachment);
        let place = || attachment.place();
        if matches!(attachment.data(), Ok(AttachmentData::Reference(_))) {
            self.add(&ELSEWHERE, place, 1);
        }
        let names = [
            attachment.long_filename(),
            attachment.short_filename(),
            attachment.display_name(),
            attachment.extension(),
        ];
        let names = || names.iter().flatten().flatten().map(openimsg_props::Text::as_str);
        if names().any(|name| name.contains(turns)) {
            self.add(&TURNED_NAME, place, 1);
        }
        if names().any(|name| runs(name).is_some()) {
            self.add(&EXECUTABLE, place, 1);
        }
        if names().any(|name| runs(name).is_some_and(is_document)) {
            self.add(&DOUBLE_ENDING, place, 1);
        }
    }
}

/// Whether two addresses are of one person; an X.500 name is looked up in the whole message.
fn is_one_person<S: Store>(message: &Message<'_, S>, own: &Address, other: &Address) -> bool {
    if own.is_same_as(other) {
        return true;
    }
    (own.is_x500() || other.is_x500())
        && message.addresses().is_ok_and(|all| all.on_behalf().is_none())
}

/// `\\host\share` with either slash at each place, as Windows takes it; `file://host/share`; and
/// whatever leads around to a part `UNC`, as in `\\?\UNC\host` and `\.\..\UNC\host`.
fn is_unc(text: &str) -> bool {
    let is_slash = |c: char| matches!(c, '\\' | '/');
    let text = text.trim_start();
    let address = text.get(..5).filter(|scheme| scheme.eq_ignore_ascii_case("file:"));
    let text = address.map_or(text, |scheme| text.get(scheme.len()..).unwrap_or_default());
    let rest = text.trim_start_matches(is_slash);
    let slashes = text.len().saturating_sub(rest.len());
    let (host, share) = rest.split_once(is_slash).unwrap_or_default();
    // Three slashes lead to a path on this machine, four to one elsewhere.
    let leads_out = slashes == 2 || slashes >= 4 && address.is_some();
    (leads_out && is_host(host) && !share.is_empty())
        || slashes > 0 && leads_around(rest.split(is_slash))
}

/// No other text has this form: names of hosts hold no blanks. A drive is none.
fn is_host(host: &str) -> bool {
    let is_of_name =
        |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '@' | ':' | '?');
    !host.is_empty() && host.chars().all(is_of_name) && !(host.len() == 2 && host.ends_with(':'))
}

/// Whether a host follows the part that stands for all machines.
fn leads_around<'t>(parts: impl Iterator<Item = &'t str>) -> bool {
    let mut parts = parts.filter(|part| !part.is_empty());
    // Only what is no name may come before it.
    let is_no_name = |part: &&str| matches!(*part, "." | ".." | "?" | "??");
    let unc = parts.find(|part| !is_no_name(part));
    unc.is_some_and(|part| part.eq_ignore_ascii_case("UNC")) && parts.next().is_some_and(is_host)
}

fn turns(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// What stands before the ending of a name, if files of that ending run when they are opened.
fn runs(name: &str) -> Option<&str> {
    let name = name.trim_end_matches(|c: char| c.is_whitespace() || c == '.');
    let (stem, ending) = name.rsplit_once('.')?;
    let is_ending = |running: &str| running.eq_ignore_ascii_case(ending);
    RUNNING.split(' ').any(is_ending).then_some(stem)
}

/// Whether a name without its last ending still looks like that of a document.
fn is_document(stem: &str) -> bool {
    let stem = stem.trim_end();
    stem.rsplit_once('.').is_some_and(|(name, ending)| {
        !name.is_empty() && DOCUMENTS.iter().any(|other| other.eq_ignore_ascii_case(ending))
    })
}

/// Endings that Outlook and Outlook on the web do not let through, as far as they run something
/// or show what does without the mark of where it came from; and notebooks, which carry such.
const RUNNING: &str = "\
    ade adp apk app appcontent-ms application appref-ms appx appxbundle asp aspx asx bas bat bgi \
    cab cdxml cer chm cmd cnt com cpl crt csh der diagcab diagpkg dll exe fxp gadget grp hlp hpj \
    hta htc img inf ins iso isp its jar jnlp js jse ksh library-ms lnk mad maf mag mam maq mar \
    mas mat mau mav maw mcf mda mdb mde mdt mdw mdz msc msh msh1 msh1xml msh2 msh2xml mshxml msi \
    msix msixbundle msp mst msu ocx one onepkg ops osd pcd pif pl plg prf prg printerexport ps1 \
    ps1xml ps2 ps2xml psc1 psc2 psd1 psdm1 pssc py pyc pyo pyw pyz pyzw reg scf scr sct \
    search-ms searchconnector-ms settingcontent-ms shb shs sys theme udl url vb vbe vbp vbs vhd \
    vhdx vsmacros vsw webpnp website ws wsb wsc wsf wsh xbap xll xnk";

const DOCUMENTS: &[&str] = &[
    "bmp", "csv", "doc", "docx", "eml", "gif", "htm", "html", "jpeg", "jpg", "mp3", "mp4", "msg",
    "odt", "pdf", "png", "ppt", "pptx", "rtf", "tif", "tiff", "txt", "wav", "xls", "xlsx", "xml",
    "zip",
];

fn place_of<S: Store>(object: &Object<'_, S>, tag: PropTag) -> Vec<Step> {
    let mut place = object.place();
    place.push(Step::Property(tag));
    place
}

fn is_cancelled(error: &Error) -> bool {
    use openimsg_base::Refused;
    match error.problem() {
        Problem::Refused(Refused::Limit { limit, .. }) => *limit != Limit::Nesting,
        Problem::Refused(Refused::Cancelled) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_on_other_machines() {
        for path in [
            "\\\\host\\share\\x.wav",
            "\\\\1.2.3.4@80\\x",
            "//host/share",
            " \\\\h/s",
            "\\\\?\\UNC\\h",
            "//evil/share/a b.wav",
            "\\/evil/share/a.wav",
            "/\\evil\\share",
            "file://evil/share/a.wav",
            "FILE:////evil/share",
            "file:\\\\evil\\share",
            "\\\\.\\UNC\\\\evil\\share",
            "\\./.././unc/evil/share",
            "\\??\\UNC\\evil\\share",
        ] {
            assert!(is_unc(path), "{path}");
        }
        for other in [
            "",
            "\\\\",
            "\\\\host",
            "C:\\x",
            "//",
            "// a comment / text",
            "http://x/y",
            "\\\\a b\\c",
            "//host/",
            "/usr/lib",
            "file:///C:/x",
            "file://C:/x",
            "file:C:/x",
            "/one/unc/two",
            "and//or/both",
        ] {
            assert!(!is_unc(other), "{other}");
        }
    }

    #[test]
    fn names_that_run() {
        let containers = ["a.iso", "a.img", "a.vhdx", "a.cab", "a.one", "a.url", "a.search-ms"];
        for name in ["a.exe", "A.EXE", "a.exe. ", "a.lnk", ".js"].into_iter().chain(containers) {
            assert!(runs(name).is_some(), "{name}");
        }
        for name in ["a.pdf", "exe", "a.exe.txt", "", "a.", "com"] {
            assert!(runs(name).is_none(), "{name}");
        }
        for name in ["a.pdf.exe", "a.doc      .scr"] {
            assert!(runs(name).is_some_and(is_document), "{name}");
        }
        for name in ["a.exe", "a.b.exe", ".pdf.exe"] {
            assert!(!runs(name).is_some_and(is_document), "{name}");
        }
    }
}
