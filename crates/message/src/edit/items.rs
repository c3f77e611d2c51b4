//! The numbers of recipients and attachments under edit.

use std::sync::Arc;

use openimsg_props::{
    PropValue, StreamName, attachment_storage_name, parse_hex_units, recipient_storage_name, tags,
};
use openimsg_storage::{EntryKind, Overlay, Store};

use super::rules::Owner;
use super::{MAX_ITEMS, MessageEdit};
use crate::{Error, Problem, Step};

/// The recipients or the attachments.
#[derive(Debug, Clone)]
pub(super) struct Items {
    /// Their numbers, ascending.
    pub(super) numbers: Vec<u32>,
    pub(super) changed: bool,
    /// The number for the next new one, and what the header is to say about it: the latter counts
    /// only what was saved.
    given: u32,
    pub(super) next: u32,
    /// Shared with those that are open for editing.
    open: Open,
}

/// Held by a recipient or an attachment while it is open for editing.
pub(super) type Open = Arc<()>;

/// What differs between recipients and attachments where they are numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Recipient,
    Attachment,
}

impl MessageEdit {
    /// Numbers recipients and attachments from 0 on without gaps, in their order, as Outlook does
    /// in all its files ([MS-OXMSG] 2.2.1, 2.2.2); [removing](MessageEdit::remove_attachment)
    /// leaves gaps. The numbers that were known before no longer hold.
    ///
    /// Says whether they are without gaps now. While one of them is open for editing nothing is
    /// done, since it would be saved under the number that it had; nor where something else in the
    /// message has the name that one of them would get.
    ///
    /// ```
    /// use openimsg_message::edit::{MessageEdit, Options};
    /// let mut message = MessageEdit::new(Options::default())?;
    /// message.attach("a.txt", b"a")?;
    /// message.attach("b.txt", b"b")?;
    /// message.remove_attachment(0)?;
    /// assert_eq!(message.attachments(), [1]);
    /// assert!(message.renumber()?);
    /// assert_eq!(message.attachments(), [0]);
    /// # Ok::<(), openimsg_message::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`ObjectEdit::set`](super::ObjectEdit::set); then nothing is changed.
    pub fn renumber(&mut self) -> Result<bool, Error> {
        let kinds = [Kind::Recipient, Kind::Attachment];
        if kinds.iter().any(|kind| self.items(*kind).is_any_open() || self.is_hindered(*kind)) {
            return Ok(false);
        }
        self.change_items(|message| kinds.into_iter().try_for_each(|kind| message.close_up(kind)))?;
        for kind in kinds {
            let next = self.items(kind).next;
            let header = self.header();
            let declared = kind.of(header.next_recipient, header.next_attachment);
            if declared != next {
                let header = self.header_mut();
                *kind.of(&mut header.next_recipient, &mut header.next_attachment) = next;
                self.items_mut(kind).changed = true;
            }
        }
        Ok(true)
    }

    fn items(&self, kind: Kind) -> &Items {
        kind.of(&self.recipients, &self.attachments)
    }

    fn items_mut(&mut self, kind: Kind) -> &mut Items {
        kind.of(&mut self.recipients, &mut self.attachments)
    }

    /// Whether a stream has the name that one would get.
    fn is_hindered(&self, kind: Kind) -> bool {
        (0..).zip(&self.items(kind).numbers).any(|(to, _)| {
            let found = self.overlay.find(kind.storage_name(to).as_str());
            found.is_some_and(|node| {
                self.overlay.stat(&node).is_none_or(|stat| stat.kind != EntryKind::Storage)
            })
        })
    }

    /// Gives each the number of its place in the order.
    fn close_up(&mut self, kind: Kind) -> Result<(), Error> {
        let numbers = self.items(kind).numbers.clone();
        let mut next = 0_u32;
        for from in numbers {
            if from != next {
                self.move_item(kind, from, next)?;
            }
            next = next.saturating_add(1);
        }
        let items = self.items_mut(kind);
        items.changed |= items.numbers.last().is_some_and(|last| last.saturating_add(1) != next);
        items.numbers = (0..next).collect();
        (items.given, items.next) = (next, next);
        Ok(())
    }

    fn move_item(&mut self, kind: Kind, from: u32, to: u32) -> Result<(), Error> {
        let (old, new) = (kind.storage_name(from), kind.storage_name(to));
        let moved = self.overlay.rename(old.as_str(), new.as_str());
        moved.map_err(|e| self.error(None, e))?;
        // One that cannot be read keeps what it says in there.
        let Ok(mut item) = self.open_item(&new, kind.owner(), kind.step(to)) else {
            return Ok(());
        };
        let number = kind.of(tags::PR_ROWID, tags::PR_ATTACH_NUM);
        if item.long(number.id()) == Some(from.cast_signed()) {
            item.set(number, to.cast_signed())?;
        }
        let (key, value) = (tags::PR_RECORD_KEY, from.to_le_bytes());
        let is_key = |stored: PropValue<'_>| stored.as_bytes() == Some(value.as_slice());
        if kind == Kind::Attachment && item.get(key.id()).is_ok_and(|key| key.is_some_and(is_key)) {
            item.set(key, to.to_le_bytes().as_slice())?;
        }
        self.put_item(&new, &mut item)
    }
}

impl Kind {
    fn of<T>(self, recipient: T, attachment: T) -> T {
        match self {
            Kind::Recipient => recipient,
            Kind::Attachment => attachment,
        }
    }

    fn storage_name(self, number: u32) -> StreamName {
        match self {
            Kind::Recipient => recipient_storage_name(number),
            Kind::Attachment => attachment_storage_name(number),
        }
    }

    fn owner(self) -> Owner {
        self.of(Owner::Recipient, Owner::Attachment)
    }

    fn step(self, number: u32) -> Step {
        self.of(Step::Recipient(number), Step::Attachment(number))
    }
}

impl Items {
    pub(super) fn of(storage: &Overlay, prefix: &str, declared: u32) -> Self {
        let numbers = numbered(storage, prefix);
        let used = numbers.last().map_or(0, |last| last.saturating_add(1));
        // A header that leaves no number is damaged.
        let next = if declared == u32::MAX { used } else { used.max(declared) };
        Items { numbers, changed: false, given: next, next, open: Arc::default() }
    }

    /// The number for a new item: it was never used.
    pub(super) fn give(&mut self) -> Result<u32, Problem> {
        let many = Problem::TooMany { max: MAX_ITEMS };
        let is_full = u32::try_from(self.numbers.len()).is_ok_and(|count| count >= MAX_ITEMS);
        let number = self.given;
        match number.checked_add(1) {
            Some(next) if !is_full => {
                self.given = next;
                Ok(number)
            }
            _ => Err(many),
        }
    }

    /// For one that is opened.
    pub(super) fn open(&self) -> Open {
        self.open.clone()
    }

    /// Says that an item was put in.
    pub(super) fn put(&mut self, number: u32) {
        if let Err(at) = self.numbers.binary_search(&number) {
            self.numbers.insert(at, number);
        }
        self.next = self.next.max(number.saturating_add(1));
        self.changed = true;
    }

    pub(super) fn remove(&mut self, number: u32) {
        self.numbers.retain(|other| *other != number);
        self.changed = true;
    }

    fn is_any_open(&self) -> bool {
        Arc::strong_count(&self.open) > 1
    }
}

/// The numbers in the names of storages, ascending.
fn numbered(storage: &Overlay, prefix: &str) -> Vec<u32> {
    let mut numbers = Vec::new();
    let len = prefix.len().saturating_add(8);
    storage.visit_prefixed(&storage.root(), prefix, len, &mut |child| {
        let number = child.units.last_chunk().and_then(parse_hex_units);
        numbers.extend(number.filter(|_| child.kind == EntryKind::Storage));
    });
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}
