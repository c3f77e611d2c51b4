//! What programs do with a message, for suites that measure it.

#![expect(clippy::unwrap_used, reason = "samples are sound; if not, there is nothing to measure")]

use std::hint::black_box;

use openimsg::CompoundFile;
use openimsg::message::{Message, Object};

type Store<'b> = CompoundFile<&'b [u8]>;

/// What a list of messages shows, and the body; gives how many parts there are.
///
/// # Panics
/// When something cannot be read: then there is nothing to measure.
#[must_use]
pub fn summary(message: &Message<'_, Store<'_>>) -> usize {
    black_box((message.subject().unwrap(), message.sender().unwrap(), message.submit_time()));
    black_box(message.body().unwrap());
    recipients(message).wrapping_add(attachments(message))
}

/// Name and address of each recipient.
///
/// # Panics
/// When something cannot be read.
#[must_use]
pub fn recipients(message: &Message<'_, Store<'_>>) -> usize {
    let recipients = message.recipients().map(Result::unwrap);
    recipients.inspect(|r| drop(black_box((r.name().unwrap(), r.address().unwrap())))).count()
}

/// Name and data of each attachment.
///
/// # Panics
/// When something cannot be read.
#[must_use]
pub fn attachments(message: &Message<'_, Store<'_>>) -> usize {
    let attachments = message.attachments().map(Result::unwrap);
    attachments.inspect(|a| drop(black_box((a.name().unwrap(), a.data().unwrap())))).count()
}

/// Every property of the message, its recipients and its attachments.
///
/// # Panics
/// When something cannot be read.
#[must_use]
pub fn every_property(message: &Message<'_, Store<'_>>) -> usize {
    let mut count = properties(message);
    for recipient in message.recipients() {
        count = count.wrapping_add(properties(&recipient.unwrap()));
    }
    for attachment in message.attachments() {
        count = count.wrapping_add(properties(&attachment.unwrap()));
    }
    count
}

fn properties(object: &Object<'_, Store<'_>>) -> usize {
    object.iter().inspect(|property| assert!(black_box(property).is_ok())).count()
}
