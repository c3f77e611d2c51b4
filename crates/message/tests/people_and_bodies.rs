//! What people see of every message of the corpus: SMTP addresses, and HTML as it was before it
//! was RTF.
#![cfg(feature = "html")]
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::print_stdout,
    reason = "a test fails by panicking, and says why"
)]

#[expect(dead_code, reason = "each test needs another part of it")]
mod common;

use std::collections::{BTreeMap, BTreeSet};

use common::{Open, corpus};
use openimsg_message::body::{Origin, RenderOptions};
use openimsg_message::{Object, security};
use openimsg_props::PropValue;
use openimsg_storage::Store;

/// Every message of the corpus that can be opened, with those inside.
fn each_message(mut look: impl FnMut(&str, &Open<'_, '_>)) {
    for (name, bytes) in corpus().unwrap_or_default() {
        let file = open_leniently(&bytes);
        let Some(file) = file else { continue };
        let Ok(message) = file.message() else { continue };
        let mut messages = vec![message];
        while let Some(message) = messages.pop() {
            look(&name, &message);
            for attachment in message.attachments().flatten() {
                messages.extend(attachment.message().ok().flatten());
            }
        }
    }
}

fn open_leniently(bytes: &[u8]) -> Option<common::File<'_>> {
    openimsg_message::MessageFile::open(bytes, Default::default()).ok()
}

/// What has the form of an SMTP address anywhere in the properties of an object: found without
/// any of the code under test, in texts and in bytes of both widths.
fn has_smtp_anywhere<S: Store>(object: &Object<'_, S>) -> bool {
    let in_text = |text: &str| {
        text.split(|c: char| c.is_whitespace() || c.is_control() || "<>;,'\"()".contains(c)).any(
            |word| {
                let word = word.rsplit(':').next().unwrap();
                word.split_once('@').is_some_and(|(local, domain)| {
                    local.len() > 1 && domain.contains('.') && local.is_ascii() && domain.is_ascii()
                })
            },
        )
    };
    object.iter().flatten().any(|property| match &property.value {
        PropValue::Unicode(text) | PropValue::String8(text) => in_text(text.as_str()),
        PropValue::Binary(bytes) => {
            let narrow: String = bytes.iter().map(|byte| char::from(*byte)).collect();
            let wide = |from: usize| {
                let units = bytes.get(from..).unwrap_or_default().chunks_exact(2);
                let units: Vec<u16> = units.map(|b| u16::from_le_bytes([b[0], b[1]])).collect();
                String::from_utf16_lossy(&units)
            };
            in_text(&narrow) || in_text(&wide(0)) || in_text(&wide(1))
        }
        _ => false,
    })
}

#[test]
fn people_have_the_smtp_address_that_the_file_has() {
    let (mut all, mut stored, mut given, mut x500) = (0, 0, 0, 0);
    let (mut senders, mut senders_x500) = (0, 0);
    let mut unknown = BTreeSet::new();
    each_message(|name, message| {
        let people = message.addresses().unwrap_or_default();
        for recipient in message.recipients().flatten() {
            all += 1;
            let found = people.recipients.iter().find(|(n, _, _)| *n == recipient.number());
            let smtp = found.and_then(|(_, _, person)| person.smtp.as_deref());
            if has_smtp_anywhere(&recipient) {
                stored += 1;
                given += usize::from(smtp.is_some());
                if smtp.is_none() {
                    println!("{name}: recipient {} has one", recipient.number());
                }
            }
            if found.is_some_and(|(_, _, person)| person.is_x500()) {
                x500 += 1;
                println!("{name}: recipient {} has only an X.500 name", recipient.number());
            }
        }
        for person in [&people.sender, &people.representing].into_iter().flatten() {
            senders += 1;
            senders_x500 += usize::from(person.is_x500());
            if person.is_x500() && SENDERS_WITHOUT_SMTP.contains(&name) {
                unknown.insert(name.to_owned());
            } else if person.is_x500() {
                println!("{name}: a sender has only an X.500 name");
            }
        }
    });
    println!("{all} recipients; {stored} with an SMTP address anywhere, {given} of them given");
    println!("{x500} recipients and {senders_x500} of {senders} senders with an X.500 name only");
    assert_eq!((given, x500), (stored, 0));
    // As sender and as whom the message was sent for.
    assert_eq!(senders_x500, 2 * unknown.len());
    if senders > 0 {
        assert_eq!(unknown.len(), SENDERS_WITHOUT_SMTP.len());
    }
}

/// Files in which no property, no recipient and no header has an SMTP address of the sender:
/// three come from an archive whose headers name people without addresses, and three were sent
/// within the organisation of the sender, without headers.
const SENDERS_WITHOUT_SMTP: &[&str] = &[
    "ansi-vault-shortcut-1979.msg",
    "ansi-vault-shortcut-1980.msg",
    "ansi-vault-shortcut-1981.msg",
    "uni-note-html-53784-fails.msg",
    "uni-note-html-extra-hyphen-submission-chunk.msg",
    "uni-note-html-normal-submission-chunk.msg",
];

/// Files whose RTF holds other HTML than is stored, and why.
const DIFFERENT: &[(&str, &str)] = &[
    (
        "ansi-note-html-new-draft.msg",
        "the RTF closes its outermost group after the first element: there it ends for readers",
    ),
    (
        "uni-note-html-bug66335.msg",
        "made by a converter of Exchange, which adds the end tags that the HTML leaves out",
    ),
];

#[test]
fn html_out_of_rtf_is_what_was_stored() {
    let (mut both, mut equal, mut derived) = (0, 0, 0);
    let mut different = BTreeSet::new();
    each_message(|name, message| {
        let Ok(body) = message.read_body() else { return };
        let Some(encapsulated) = body.encapsulated_html() else { return };
        derived += 1;
        let Some(stored) = &body.stored_html else { return };
        both += 1;
        let (left, right) = (normal(encapsulated), normal(&stored.text));
        equal += usize::from(left == right);
        if name == "ansi-note-html-new-draft.msg" {
            let shown = body.html().map(|shown| shown.text);
            assert_eq!(shown.as_deref(), Some(&*stored.text), "what breaks off is not shown");
        }
        let excused = DIFFERENT.iter().any(|(other, _)| *other == name);
        if left != right && excused {
            different.insert(name.to_owned());
        } else if left != right {
            let at = left.chars().zip(right.chars()).take_while(|(a, b)| a == b).count();
            let part =
                |text: &str| text.chars().skip(at.saturating_sub(30)).take(200).collect::<String>();
            if std::env::var_os("SHOW").is_some() {
                println!(
                    "{name}: at {at} of {}:\n  {:?}\n  {:?}",
                    left.len(),
                    part(&left),
                    part(&right)
                );
            } else {
                println!("{name}: differs at {at} of {}", left.len());
            }
        }
    });
    println!("{derived} with HTML inside of RTF, {both} beside stored HTML, {equal} of them equal");
    assert_eq!(equal, both - different.len());
    if corpus().is_some() {
        assert!(derived >= FEWEST_DERIVED && both >= FEWEST_BOTH, "too few to tell");
        assert_eq!(different.len(), DIFFERENT.len(), "all exceptions are needed");
    }
}

/// Messages of the corpus with HTML inside of RTF, and those that store it beside that too: with
/// none of them nothing would be compared.
const FEWEST_DERIVED: usize = 90;
const FEWEST_BOTH: usize = 9;

#[test]
fn no_body_whose_bytes_are_sound_has_a_replaced_character() {
    let (mut sound, mut unsound) = (BTreeMap::<_, u32>::new(), 0);
    let mut characters = 0;
    each_message(|name, message| {
        let Ok(body) = message.read_body() else { return };
        for (kind, shown) in [("HTML", body.html()), ("text", body.text())] {
            let Some(shown) = shown else { continue };
            // Whether bytes were damaged is for the decoder to say; that of RTF says it as a defect.
            let is_damaged = |code| body.defects.iter().any(|defect| defect.kind.code == code);
            if shown.lossy || is_damaged("rtf-text") || is_damaged("rtf-surrogate") {
                unsound += 1;
                println!("{name}: the bytes of the {kind} are not sound");
                continue;
            }
            *sound.entry((kind, format!("{:?}", shown.origin))).or_default() += 1;
            characters += shown.text.chars().count();
            assert!(!shown.text.contains('\u{FFFD}'), "{name}: {kind} {:?}", shown.origin);
        }
    });
    println!("no U+FFFD in {sound:?}, {characters} characters; {unsound} with bytes that are not");
    if corpus().is_some() {
        assert!(sound.values().sum::<u32>() > 200);
    }
}

/// HTML without what Outlook changes when it puts it into RTF: the `meta` element that names the
/// charset goes, names of elements are in lower case, and line ends and blanks beside tags come and go; elsewhere a run of white space
/// is one blank.
fn normal(html: &str) -> String {
    let mut kept = String::new();
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        kept.push_str(before);
        let (tag, after) = tag.split_once('>').unwrap_or((tag, ""));
        let lower = tag.to_lowercase();
        let is_charset = lower.starts_with("meta") && lower.contains("charset");
        if !is_charset {
            let name = tag.find(|c: char| c.is_ascii_whitespace()).unwrap_or(tag.len());
            kept.push_str(&format!("<{}{}>", &lower[..name], &tag[name..]));
        }
        rest = after;
    }
    kept.push_str(rest);
    let words: Vec<&str> = kept.trim_end_matches('\0').split_ascii_whitespace().collect();
    words.join(" ").replace(" <", "<").replace("> ", ">")
}

#[test]
fn pages_and_texts_are_made_of_everything() {
    let (mut pages, mut embedded, mut remote, mut texts) = (0, 0, 0, 0);
    each_message(|name, message| {
        let Ok(body) = message.read_body() else { return };
        let Some(html) = body.html() else { return };
        let rendered = message.render_html(&html.text, RenderOptions::default()).unwrap();
        pages += 1;
        embedded += rendered.embedded;
        remote += rendered.remote;
        let lower = rendered.html.to_lowercase();
        for bad in ["<script", "<style", "<iframe", "src=\"http", "javascript:", "url(http"] {
            assert!(!lower.contains(bad), "{name}: {bad}");
        }
        let text = body.text();
        texts += usize::from(text.is_some_and(|text| text.origin == Origin::Html));
        assert!(!rendered.as_source, "{name}");
        let names = message.safe_file_names();
        assert_eq!(names.len(), message.attachments().flatten().count());
        drop((message.categories(), message.follow_up(), message.conversation_index()));
    });
    println!("{pages} pages, {embedded} pictures put in, {remote} references taken out");
    println!("{texts} texts out of HTML");
}

#[test]
fn notes_of_the_corpus_are_counted() {
    let mut counts = BTreeMap::new();
    for (_, bytes) in corpus().unwrap_or_default() {
        let Some(file) = open_leniently(&bytes) else { continue };
        let Ok((notes, _)) = security::notes(&file) else { continue };
        for note in notes {
            *counts.entry(note.kind.code).or_insert(0) += 1;
        }
    }
    println!("{counts:?}");
}
