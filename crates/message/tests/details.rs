//! What a message says of itself beside its bodies and people, and the values that stores
//! compute: of messages made for it, and against what is stored in real ones.
#![expect(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::print_stdout,
    reason = "a test fails by panicking, and says why"
)]

#[expect(dead_code, reason = "each test needs another part of it")]
mod common;

use common::{Item, Open, corpus, lenient};
use openimsg_base::FileTime;
use openimsg_message::edit::MessageEdit;
use openimsg_message::{Error, FollowUp, MessageFile, Receipts, RecipientType};
use openimsg_props::named::NamedProperty;
use openimsg_props::{guids, lids, tags};

/// What the getter says of a message that was changed so.
fn of<T>(
    change: impl FnOnce(&mut MessageEdit) -> Result<(), Error>,
    get: impl FnOnce(&Open<'_, '_>) -> T,
) -> T {
    let mut message = MessageEdit::new(Default::default()).unwrap();
    change(&mut message).unwrap();
    let bytes = message.to_vec().unwrap();
    let file = MessageFile::open(bytes.as_slice(), Default::default()).unwrap();
    get(&file.message().unwrap())
}

fn receipts(message: &Open<'_, '_>) -> Receipts {
    message.receipts()
}

fn subject_parts(message: &Open<'_, '_>) -> Result<Option<(String, String)>, Error> {
    message.subject_parts()
}

#[test]
fn categories_are_a_list_or_one() {
    let categories = |change: &dyn Fn(&mut MessageEdit) -> Result<(), Error>| {
        of(change, |message| message.categories().unwrap())
    };
    let keywords = NamedProperty::name(guids::PS_PUBLIC_STRINGS, "Keywords");
    assert_eq!(categories(&|_| Ok(())), [""; 0]);
    assert_eq!(categories(&|m| m.set_categories(["Red", "日本"])), ["Red", "日本"]);
    assert_eq!(categories(&|m| m.set_named(&keywords, "One").map(drop)), ["One"]);
    assert_eq!(categories(&|m| m.set_named(&keywords, 7).map(drop)), [""; 0]);
}

#[test]
fn follow_up_is_what_the_flag_says() {
    let (start, due, done) =
        (FileTime::from_raw(1 << 56), FileTime::from_raw(2 << 56), FileTime::from_raw(3 << 55));
    let flagged = |status: i32, more: bool| {
        let change = |message: &mut MessageEdit| {
            message.set(tags::PR_FLAG_STATUS, status)?;
            if more {
                message.set(tags::PR_FOLLOWUP_ICON, 6)?;
                message.set(tags::PR_FLAG_COMPLETE_TIME, done)?;
                message.set_named(&lids::PID_LID_FLAG_REQUEST, "Call")?;
                message.set_named(&lids::PID_LID_TASK_START_DATE, start)?;
                message.set_named(&lids::PID_LID_TASK_DUE_DATE, due)?;
            }
            Ok(())
        };
        of(change, |message| message.follow_up().unwrap())
    };
    let all = FollowUp {
        complete: false,
        completed: Some(done),
        request: Some("Call".to_owned()),
        colour: Some(6),
        start: Some(start),
        due: Some(due),
    };
    for (status, more, expected) in [
        (0, true, None),
        (3, true, None),
        (2, false, Some(FollowUp::default())),
        (2, true, Some(all.clone())),
        (1, false, Some(FollowUp { complete: true, ..FollowUp::default() })),
        (1, true, Some(FollowUp { complete: true, ..all })),
    ] {
        assert_eq!(flagged(status, more), expected, "{status} {more}");
    }
    assert_eq!(of(|_| Ok(()), |message| message.follow_up().unwrap()), None);
    // No time is no time, and no colour no colour.
    let none = |message: &mut MessageEdit| {
        message.set(tags::PR_FLAG_STATUS, 2)?;
        message.set(tags::PR_FOLLOWUP_ICON, 0)?;
        message.set_named(&lids::PID_LID_TASK_DUE_DATE, FileTime::NONE).map(drop)
    };
    assert_eq!(of(none, |message| message.follow_up().unwrap()), Some(FollowUp::default()));
}

#[test]
fn receipts_are_asked_for_one_by_one() {
    for (read, delivery) in
        [(None, None), (Some(true), None), (None, Some(true)), (Some(false), Some(true))]
    {
        let change = |message: &mut MessageEdit| {
            if let Some(read) = read {
                message.set(tags::PR_READ_RECEIPT_REQUESTED, read)?;
            }
            match delivery {
                Some(yes) => message.set(tags::PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED, yes),
                None => Ok(()),
            }
        };
        let expected = Receipts { read: read == Some(true), delivery: delivery == Some(true) };
        assert_eq!(of(change, receipts), expected);
    }
}

/// A recipient of a type, by some of its properties.
fn recipient(kind: i32, set: impl FnOnce(Item) -> Item) -> Item {
    set(Item::new().set(tags::PR_RECIPIENT_TYPE, kind))
}

#[test]
fn lists_of_names_are_computed_alike_in_reading_and_writing() {
    let named = |name: &'static str| move |item: Item| item.set(tags::PR_DISPLAY_NAME, name);
    // Resent, which is a bit beside the type.
    let resent = 0x1000_0001;
    let message = Item::message("x")
        .with_recipient(recipient(1, named("Ada")))
        .with_recipient(recipient(2, named("Bob; Builder")))
        .with_recipient(recipient(resent, |item| item.set(tags::PR_SMTP_ADDRESS, "c@x.y")))
        .with_recipient(recipient(1, |item| {
            named(" ")(item).set(tags::PR_EMAIL_ADDRESS, "/o=X/cn=d")
        }))
        .with_recipient(recipient(1, |item| item))
        .with_recipient(recipient(0, named("Originator")));
    let expected = [
        (RecipientType::TO, "Ada; c@x.y; /o=X/cn=d"),
        (RecipientType::CC, "Bob; Builder"),
        (RecipientType::BCC, ""),
        (RecipientType::ORIGINATOR, ""),
    ];
    let file = message.file();
    for (kind, names) in expected {
        assert_eq!(lenient(&file, |message| message.computed_display(kind)), names, "{kind}");
    }
    // Whoever changes the recipients has the same lists.
    let mut edit = MessageEdit::open(file.clone(), Default::default()).unwrap();
    let last = edit.recipients().last().copied().unwrap();
    edit.remove_recipient(last).unwrap();
    let stored = lenient(&edit.to_vec().unwrap(), |message| {
        let texts = [message.display_to()?, message.display_cc()?, message.display_bcc()?];
        Ok(texts.map(|text| text.map(|text| text.text.into_owned()).unwrap_or_default()))
    });
    assert_eq!(stored.as_slice(), expected.map(|(_, names)| names).get(..3).unwrap());
}

#[test]
fn parts_of_the_subject_are_stored_or_computed() {
    let parts = |set: fn(Item) -> Item| lenient(&set(Item::new()).file(), subject_parts);
    let expected =
        |normalized: &str, prefix: &str| Some((normalized.to_owned(), prefix.to_owned()));
    assert_eq!(parts(|item| item), None);
    assert_eq!(parts(|item| item.set(tags::PR_SUBJECT, "")), expected("", ""));
    assert_eq!(parts(|item| item.set(tags::PR_SUBJECT, "AW: Plan")), expected("Plan", "AW: "));
    assert_eq!(parts(|item| item.set(tags::PR_SUBJECT, "Note: x")), expected("Note: x", ""));
    let long = |item: Item| {
        item.set(tags::PR_SUBJECT, "Project: x").set(tags::PR_SUBJECT_PREFIX, "Project: ")
    };
    assert_eq!(parts(long), expected("x", "Project: "));
    let before = |item: Item| {
        item.set(tags::PR_SUBJECT, "Project: RE: x").set(tags::PR_NORMALIZED_SUBJECT, "RE: x")
    };
    assert_eq!(parts(before), expected("RE: x", "Project: "));
    let whole =
        |item: Item| item.set(tags::PR_SUBJECT, "RE: x").set(tags::PR_NORMALIZED_SUBJECT, "RE: x");
    assert_eq!(parts(whole), expected("RE: x", ""));
    assert_eq!(parts(|item| item.set(tags::PR_NORMALIZED_SUBJECT, "x")), expected("x", ""));
    // What is stored holds, be it wrong.
    let wrong = |item: Item| {
        item.set(tags::PR_SUBJECT, "RE: x")
            .set(tags::PR_SUBJECT_PREFIX, "FW: ")
            .set(tags::PR_NORMALIZED_SUBJECT, "y")
    };
    assert_eq!(parts(wrong), expected("y", "FW: "));
}

#[test]
fn size_and_attachments_are_counted() {
    let size = |item: Item| lenient(&item.file(), |message| Ok(message.computed_size()));
    let bare = size(Item::message("x"));
    // A property of 16 bytes, and four characters of UTF-16.
    assert_eq!(size(Item::message("x").set(tags::PR_CONVERSATION_TOPIC, "four")), bare + 16 + 8);
    let attached =
        |len: usize| Item::message("x").with_attachment(Item::by_value("x", vec![7; len]));
    assert_eq!(size(attached(10_000)), size(attached(1)) + 9_999);
    let has = |item: Item| lenient(&item.file(), |message| Ok(message.has_attachments()));
    assert!(has(attached(1)));
    // By what is there and not by what is said.
    assert!(!has(Item::message("x").set(tags::PR_HASATTACH, true)));
    assert!(has(attached(1).set(tags::PR_HASATTACH, false)));
}

/// Messages of the corpus whose stored lists are not those of their recipients, by the reason.
const OTHER_LISTS: &[(&str, &str)] = &[
    ("ansi-note-html-new-draft.msg", SEPARATED),
    ("ansi-note-rtfhtml-att1-utf16-body-in-string8.msg", SEPARATED),
    ("uni-note-html-mela.msg", SEPARATED),
    ("bad-fuzzed-directory-types-and-sizes.msg", "the recipients are lost"),
    ("bad-fuzzed-unknown-properties.msg", "the recipients are lost"),
];
const SEPARATED: &str = "their writer puts no blank behind the semicolon";

/// Messages that say that they have attachments, and have none: some were made so to test
/// readers, one has lost its attachments.
const SAID_TO_HAVE: &[&str] = &[
    "ansi-cp1251-note-html8-by-locale.msg",
    "ansi-cp1252-note-html8-in-utf8.msg",
    "ansi-cp1252-note-htmlbin-in-cp1251.msg",
    "ansi-cp1252-note-htmlbin-in-utf8.msg",
    "ansi-cp1252-note-text-internet-cp-utf8.msg",
    "uni-note-rtfhtml-attach-count-says-2-has-0.msg",
];

#[test]
fn computed_values_are_those_that_are_stored() {
    let Some(files) = corpus() else { return };
    let (mut lists, mut equal, mut explained) = (0, 0, 0);
    let (mut subjects, mut apart) = (0, 0);
    let (mut messages_seen, mut attached_as_said) = (0, 0);
    for (name, bytes) in files {
        let Ok(file) = MessageFile::open(bytes.as_slice(), Default::default()) else { continue };
        let mut messages: Vec<Open<'_, '_>> = file.message().ok().into_iter().collect();
        while let Some(message) = messages.pop() {
            let attached: Vec<_> = message.attachments().flatten().collect();
            messages.extend(attached.iter().filter_map(|a| a.message().ok().flatten()));
            for (kind, stored) in [
                (RecipientType::TO, message.display_to()),
                (RecipientType::CC, message.display_cc()),
                (RecipientType::BCC, message.display_bcc()),
            ] {
                let Ok(Some(stored)) = stored else { continue };
                lists += 1;
                let computed = message.computed_display(kind).unwrap_or_default();
                if computed == stored.as_str() {
                    equal += 1;
                } else if OTHER_LISTS.iter().any(|(other, _)| *other == name) {
                    explained += 1;
                } else {
                    println!(
                        "{name}: {kind} {:?} is stored, {computed:?} computed",
                        stored.as_str()
                    );
                }
            }
            if let (Ok(Some(subject)), Ok(Some((normalized, prefix)))) =
                (message.subject(), message.subject_parts())
            {
                subjects += 1;
                let is_damaged = name.starts_with("bad-");
                apart += usize::from(!is_damaged && subject.as_str() != prefix + &normalized);
            }
            messages_seen += 1;
            let said = message.boolean(tags::PR_HASATTACH.id());
            let is_so = said.is_none_or(|said| said == message.has_attachments());
            attached_as_said += usize::from(is_so || SAID_TO_HAVE.contains(&name.as_str()));
        }
    }
    println!("{lists} lists of names, {equal} as computed, {explained} not, for known reasons");
    println!("{subjects} subjects are prefix and normalised subject; {messages_seen} messages");
    assert!(lists >= 400 && subjects >= 150, "too few to tell");
    assert_eq!(lists, equal + explained);
    assert_eq!((apart, attached_as_said), (0, messages_seen));
}
