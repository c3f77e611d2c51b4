//! What Outlook wants of a file beyond what the specifications ask for: rules that writers and
//! their users found out.
//!
//! A broken rule is no defect: such files are read as well as any. But Outlook may refuse one,
//! show it wrongly, or take it for something else, so that writers want to know.
//!
//! Some rules ask for what the specifications ask for too; a [`Defect`] of [`check`](crate::check)
//! tells of those, and [`rule_of`] says which rule it breaks. Not judged are what only the
//! history of a file shows (rule 5, large files; rule 6, space that was freed) and the records
//! of the container that readers ignore (colours of rule 3, rule 4).

mod items;
mod message;

use openimsg_base::{Budget, Defect, Guid, Limits};
use openimsg_props::{NAMEID_STORAGE, PropTag, StreamName, named::NameMapBuilder};
use openimsg_storage::{Format, Store, raw};

use crate::edit::TEMPLATE_CLSID;
use crate::{Error, Message, MessageFile, Object, Step};

/// A rule, or one part of it.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Rule {
    /// Its number; several parts have one.
    pub number: u8,
    /// A stable, searchable name such as `outlook-root-class`.
    pub code: &'static str,
    /// One sentence for people.
    pub what: &'static str,
}

/// A rule that is broken, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// Which rule.
    pub rule: &'static Rule,
    /// In which object; empty for the file and its message.
    pub place: Box<[Step]>,
    /// What breaks it: a tag or a number, as the rule says.
    pub detail: u64,
}

macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident = $number:literal, $code:literal, $what:literal;)*) => {
        $(
            #[doc = concat!("Rule ", stringify!($number), ", `", $code, "`: ", $what, ".")]
            ///
            $(#[$doc])*
            pub static $name: Rule = Rule { number: $number, code: $code, what: $what };
        )*
        /// All rules that are judged here, by number.
        pub static RULES: &[&Rule] = &[$(&$name),*];
    };
}

rules! {
    /// `detail` is 0.
    ROOT_CLASS = 1, "outlook-root-class",
        "the root storage has not the class of a message; Outlook may take the file for a document";
    /// `detail` is the version.
    MINOR_VERSION = 2, "outlook-minor-version",
        "the minor version of the compound file is not 0x3E";
    /// `detail` is the length of what is left over, or 0.
    HEADER_SIZE = 7, "outlook-header-size",
        "a property stream seems to have the header of another kind of object";
    /// `detail` is 0.
    HEADER_RESERVED = 7, "outlook-header-reserved",
        "reserved bytes in the header of a property stream are not zero";
    /// `detail` is the tag.
    TERMINATOR = 9, "outlook-terminator",
        "a text is stored with its terminator; some readers refuse it";
    /// `detail` is the tag. What Outlook itself stores empty is left out: named properties, the
    /// names that it computes, the parts of an empty subject.
    EMPTY_STRING = 10, "outlook-empty-string",
        "an empty text is stored; Outlook 2003 to 2010 may refuse the file";
    /// `detail` is the tag.
    INLINE_GUID = 11, "outlook-inline-guid",
        "a GUID has no stream; it may have been written into its entry, which is too short";
    /// `detail` is the tag.
    OBJECT_ENTRY = 12, "outlook-object-entry",
        "the entry of an attached object has not the size FFFFFFFF, or not the mark of its content";
    /// `detail` is the mask.
    UNICODE_MASK = 13, "outlook-unicode-mask",
        "texts are Unicode and PR_STORE_SUPPORT_MASK does not say so; Outlook may not open the file";
    /// `detail` is the number that is missing.
    NUMBER_GAP = 14, "outlook-number-gap",
        "the storages of recipients or attachments are not numbered without gaps from 0";
    /// `detail` is the number in the header.
    NEXT_NUMBER = 14, "outlook-next-number",
        "the header's next number for recipients or attachments is one that is used";
    /// `detail` is the number.
    NUMBER_CASE = 14, "outlook-number-case",
        "the name of a storage has digits in lower case";
    /// `detail` is the tag of the stream.
    NAME_BUCKET = 15, "outlook-name-bucket",
        "a named property is not listed where a look-up by name expects it";
    /// `detail` is the tag.
    RECIPIENT_LACKS = 16, "outlook-recipient-lacks",
        "a recipient lacks a property that Outlook gives each";
    /// `detail` is the type.
    RECIPIENT_OBJECT = 16, "outlook-recipient-object",
        "a recipient's PR_OBJECT_TYPE is not that of a person or list";
    /// `detail` is the tag.
    RECIPIENT_KEY = 16, "outlook-recipient-key",
        "a recipient's search key is not made of its type and address in upper case";
    /// `detail` is the tag.
    REPRESENTING = 17, "outlook-representing",
        "there is a sender and no PR_SENT_REPRESENTING property to go with it";
    /// `detail` is the tag.
    ATTACHMENT_LACKS = 18, "outlook-attachment-lacks",
        "an attachment lacks a property that Outlook gives each";
    /// `detail` is the type.
    ATTACHMENT_OBJECT = 18, "outlook-attachment-object",
        "an attachment's PR_OBJECT_TYPE is not that of an attachment";
    /// `detail` is the number of attachments.
    HAS_ATTACHMENTS = 18, "outlook-has-attachments",
        "PR_HASATTACH does not agree with the attachments that are not hidden";
    /// `detail` is 0.
    RTF_IN_SYNC = 19, "outlook-rtf-in-sync",
        "PR_RTF_IN_SYNC is set and there is another body, but no RTF";
    /// `detail` is the tag of the HTML.
    DRAFT_HTML = 20, "outlook-draft-html",
        "a draft has HTML without RTF, which Outlook ignores";
    /// `detail` is the code page; 0 if there is none.
    HTML_PAGE = 21, "outlook-html-page",
        "PR_INTERNET_CPID is missing or not the code page of the HTML";
    /// `detail` is the tag.
    MESSAGE_LACKS = 22, "outlook-message-lacks",
        "a message lacks a property that Outlook wants";
    /// `detail` is the tag.
    SUBJECT_PARTS = 22, "outlook-subject-parts",
        "the subject is not its prefix and the normalised subject";
    /// `detail` is the tag.
    DERIVED = 23, "outlook-derived",
        "a value is stored that the store derives; it goes stale when the body is changed";
}

/// The rule that a defect breaks, if any.
#[must_use]
pub fn rule_of(defect: &Defect) -> Option<u8> {
    Some(match defect.kind.code {
        "cfb-version" | "cfb-byte-order" => 2,
        "cfb-tree-order" | "cfb-name-twice" => 3,
        "cfb-entry-type" | "cfb-mini-cutoff" => 4,
        "cfb-fat-count" | "cfb-difat-chain" => 5,
        "props-stream-header" => 7,
        "props-stream-tail" => 8,
        "props-declared-size" | "props-item-count" | "props-item-length" => 9,
        "props-value-length" => 11,
        "msg-method" => 12,
        "msg-mixed-strings" => 13,
        "msg-recipient-count" | "msg-attachment-count" | "msg-too-many" => 14,
        "msg-no-name-map" | "msg-nested-name-map" | "msg-unmapped-id" => 15,
        code if code.starts_with("props-named-") => 15,
        "msg-no-method" => 18,
        _ => return None,
    })
}

/// Judges a file by the rules. `format` is what the header of its container says, where there is
/// one.
///
/// At most [`Limits::defects_kept`](openimsg_base::Limits::defects_kept) are listed; the second
/// number is how many there are. What cannot be read is not judged: [`check`](crate::check)
/// tells of it.
///
/// # Errors
/// As [`MessageFile::message`]; [`Problem::Refused`](crate::Problem::Refused) when the budget
/// was cancelled.
pub fn judge<S: Store>(
    file: &MessageFile<S>,
    format: Option<Format>,
) -> Result<(Vec<Warning>, u64), Error> {
    let budget = file.budget();
    let limits = Limits { strict: false, ..budget.limits().clone() };
    let lenient = Budget::new(limits, Some(budget.clone()));
    let message = file.message_on(&lenient)?;
    let mut report = Report { warnings: Vec::new(), found: 0, kept: budget.limits().defects_kept };
    let store = file.store();
    let is_message = |class| [MESSAGE_CLASS_ID, TEMPLATE_CLSID].contains(&class);
    if store.stat(message.node()).is_some_and(|stat| !is_message(stat.clsid)) {
        report.add(&message, &ROOT_CLASS, 0u32);
    }
    if let Some(format) = format
        && format.minor_version != raw::MINOR_VERSION
    {
        report.add(&message, &MINOR_VERSION, format.minor_version);
    }
    buckets(&message, &mut report);
    let mut messages = vec![message];
    while let Some(message) = messages.pop() {
        message.budget().proceed().map_err(|e| message.error(None, e))?;
        message::judge(&message, &mut report);
        for attachment in message.attachments().flatten() {
            if let Ok(Some(inner)) = attachment.message() {
                messages.push(inner);
            }
        }
    }
    Ok((report.warnings, report.found))
}

/// The class of a message's root storage.
const MESSAGE_CLASS_ID: Guid = Guid::from_u128(0x0002_0D0B_0000_0000_C000_0000_0000_0046);

/// Each name is also in the bucket of its hash ([MS-OXMSG] 2.2.3.2.1).
fn buckets<S: Store>(message: &Message<'_, S>, report: &mut Report) {
    let store = message.store();
    let (Ok(names), Some(map)) = (message.names(), store.child(message.node(), NAMEID_STORAGE))
    else {
        return;
    };
    for (tag, expected) in NameMapBuilder::from_map(&names).build().buckets {
        let stored = store.child(&map, &StreamName::value(tag));
        let stored = stored.and_then(|stream| store.content(&stream).ok());
        let mut stored: Vec<&[u8; 8]> =
            stored.iter().flat_map(|bytes| bytes.as_chunks().0).collect();
        stored.sort_unstable();
        if expected.as_chunks::<8>().0.iter().any(|entry| stored.binary_search(&entry).is_err()) {
            report.add(message, &NAME_BUCKET, tag.0);
        }
    }
}

struct Report {
    warnings: Vec<Warning>,
    found: u64,
    kept: usize,
}

impl Report {
    fn add<S: Store>(
        &mut self,
        object: &Object<'_, S>,
        rule: &'static Rule,
        detail: impl Into<u64>,
    ) {
        self.found = self.found.saturating_add(1);
        if self.warnings.len() < self.kept {
            let place = object.place().into();
            self.warnings.push(Warning { rule, place, detail: detail.into() });
        }
    }

    fn add_if<S: Store>(
        &mut self,
        broken: bool,
        object: &Object<'_, S>,
        rule: &'static Rule,
        tag: PropTag,
    ) {
        if broken {
            self.add(object, rule, tag.0);
        }
    }
}
