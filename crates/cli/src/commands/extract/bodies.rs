//! The bodies of a message as files: those that are stored, and text and HTML made of another
//! where they are not.

use openimsg::message::Message;
use openimsg::message::body::{Body, Origin, Shown};
use openimsg::props::{Entry, StreamName};
use openimsg::storage::{Overlay, Store};
use openimsg::{Error, PropTag, PropType, tags};

/// A body to be written.
pub(super) struct BodyFile {
    /// What the file is called.
    pub(super) name: &'static str,
    pub(super) bytes: Vec<u8>,
    /// In which form the message has it, if it is not stored in this one: `rtf` or `html`.
    pub(super) derived_from: Option<&'static str>,
}

/// The bodies, and an error for each that cannot be read.
pub(super) fn of(message: &Message<'_, Overlay>) -> Vec<Result<BodyFile, Error>> {
    let stored = [text(message), html(message), rtf(message)];
    let has_failed = stored.iter().any(Result::is_err);
    let best = match &stored {
        [Ok(None), ..] | [_, Ok(None), _] => Some(message.read_body()),
        _ => None,
    };
    let mut failed = None;
    let best = best.and_then(|best| best.map_err(|error| failed = Some(error)).ok());
    let names = ["body.txt", "body.html", "body.rtf"];
    let derive: [fn(&Body<'_>) -> Option<BodyFile>; 3] = [derived_text, derived_html, |_| None];
    let mut files = Vec::new();
    for ((name, stored), derive) in names.into_iter().zip(stored).zip(derive) {
        match stored {
            Ok(Some(bytes)) => files.push(Ok(BodyFile { name, bytes, derived_from: None })),
            Ok(None) => files.extend(best.as_ref().and_then(derive).map(Ok)),
            Err(error) => files.push(Err(error)),
        }
    }
    // What cannot be read as it is stored cannot be derived from either, and is said once.
    files.extend(failed.filter(|_| !has_failed).map(Err));
    files
}

/// Whether bytes of a stored body are missing because the file is damaged.
pub(in crate::commands) fn is_cut<S: Store + ?Sized>(message: &Message<'_, S>) -> bool {
    let bodies = [tags::PR_BODY, tags::PR_HTML, tags::PR_RTF_COMPRESSED].map(PropTag::id);
    let store = message.store();
    message.properties().entries().iter().map(Entry::tag).any(|tag| {
        let name = StreamName::value(tag);
        bodies.contains(&tag.id())
            && store.child(message.node(), name.as_str()).is_some_and(|node| !store.is_whole(&node))
    })
}

/// In UTF-8, with the line ends that are stored.
fn text(message: &Message<'_, Overlay>) -> Result<Option<Vec<u8>>, Error> {
    Ok(message.body()?.map(|body| body.text.into_owned().into_bytes()))
}

/// As stored, in the character set that it mostly names itself; in UTF-8 if it is stored in
/// UTF-16, which no browser would expect.
fn html(message: &Message<'_, Overlay>) -> Result<Option<Vec<u8>>, Error> {
    let Some(html) = message.html()? else { return Ok(None) };
    if html.kind == PropType::UNICODE {
        return Ok(message.html_text()?.map(|text| text.text.into_owned().into_bytes()));
    }
    Ok(Some(html.bytes.to_vec()))
}

fn rtf(message: &Message<'_, Overlay>) -> Result<Option<Vec<u8>>, Error> {
    Ok(message.rtf()?.map(|decompressed| decompressed.rtf))
}

/// In UTF-8.
fn derived_text(body: &Body<'_>) -> Option<BodyFile> {
    let shown = body.text()?;
    let derived_from = Some(form(&shown)?);
    Some(BodyFile { name: "body.txt", bytes: shown.text.into_owned().into(), derived_from })
}

/// In UTF-8, and marked as such: it may name the character set that it once had.
fn derived_html(body: &Body<'_>) -> Option<BodyFile> {
    let shown = body.html()?;
    let derived_from = Some(form(&shown).filter(|form| *form == "rtf")?);
    let bytes = format!("\u{FEFF}{}", shown.text).into();
    Some(BodyFile { name: "body.html", bytes, derived_from })
}

/// What a text was made from; nothing if it is stored as it is, or was made of mere text.
fn form(shown: &Shown<'_>) -> Option<&'static str> {
    match shown.origin {
        Origin::Encapsulated | Origin::Rtf => Some("rtf"),
        Origin::Html => Some("html"),
        _ => None,
    }
}
