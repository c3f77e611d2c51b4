//! Messages as people see them: what `show`, `render`, `check` and `diff` are made of.

use std::ops::ControlFlow;

use openimsg_base::{Limit, Limits};
use openimsg_message::body::{Body, RenderOptions};
use openimsg_message::{
    Attachment, Error, Message, MessageFile, Options, RecipientType, diff, outlook, security,
};
use openimsg_storage::{CompoundFile, Store};

use crate::html::loads_nothing;

/// Longer files take too long.
const MAX_LEN: usize = 1 << 16;

/// People, bodies, pages, names of files, notes on security, what Outlook may not like, and the
/// difference to itself, which is none.
pub fn views(data: &[u8]) {
    if data.len() <= MAX_LEN {
        view_all(data);
    }
}

/// As [`views`], of a file of any length.
pub(crate) fn view_all(data: &[u8]) {
    let limits = Limits { decoded_bytes: 16 << 20, ..Limits::default() };
    let options = Options { limits, ..Options::default() };
    let Ok(file) = MessageFile::open(data, options) else { return };
    let format = file.store().format();
    let known = |error: &Error| assert!(!error.to_string().is_empty());
    _ = security::notes(&file).map(|(notes, count)| assert!(notes.len() as u64 <= count));
    _ = outlook::judge(&file, Some(format))
        .map(|(warnings, count)| assert!(warnings.len() as u64 <= count));
    let mut pending: Vec<Message<'_, CompoundFile<&[u8]>>> = file.message().into_iter().collect();
    for message in &pending {
        let itself = diff::compare(message, message, &diff::Options::default(), |difference| {
            assert!(!format!("{difference:?}").is_empty());
            ControlFlow::Continue(())
        });
        match itself {
            Ok(outcome) => assert_eq!(outcome.differences, 0),
            Err(error) => known(&error),
        }
    }
    while let Some(message) = pending.pop() {
        people(&message);
        if let Err(error) = body(&message) {
            known(&error);
        }
        let names = message.safe_file_names();
        let mut distinct: Vec<String> = names.iter().map(|(_, name)| name.to_lowercase()).collect();
        distinct.sort();
        distinct.dedup();
        assert_eq!(distinct.len(), names.len());
        for attachment in message.attachments().flatten() {
            _ = attachment.safe_file_name();
            pending.extend(inner(&attachment));
        }
    }
    let used = file.budget().used(Limit::DecodedBytes);
    assert_eq!(used, 0, "getters give back what they charge");
}

fn inner<'s, S: Store>(attachment: &Attachment<'s, S>) -> Option<Message<'s, S>> {
    attachment.message().ok().flatten()
}

fn people<S: Store>(message: &Message<'_, S>) {
    if let Ok(people) = message.addresses() {
        let everybody = people.iter().chain(people.from()).chain(people.on_behalf());
        for address in everybody.chain(&people.reply_to) {
            let _ = (address.to_string(), address.best(), address.distinguished_name());
        }
    }
    for kind in [RecipientType::TO, RecipientType::CC, RecipientType::BCC] {
        _ = message.computed_display(kind);
    }
    if let Ok(Some(headers)) = message.headers() {
        assert!(headers.iter().take(50).all(|(name, _)| headers.get(name).is_some()));
        _ = headers.addresses("To");
    }
    let _ = (message.categories(), message.follow_up(), message.receipts());
    let _ = (message.conversation_index(), message.has_attachments(), message.computed_size());
}

fn body<S: Store>(message: &Message<'_, S>) -> Result<(), Error> {
    let body = message.read_body()?;
    let _ = (body.native(), body.text().map(|shown| shown.lossy), message.stored_html());
    let html = Body::html(&body).map(|shown| shown.text.into_owned());
    assert_eq!(
        message.dispositions(html.as_deref()).len(),
        message.inline_parts().dispositions(None).len()
    );
    if let Some(html) = html {
        loads_nothing(&message.render_html(&html, RenderOptions::default())?.html);
    }
    Ok(())
}
