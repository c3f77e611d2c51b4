//! Taking an embedded message out as a file of its own, and putting files in ([MS-OXMSG] 2.2.2.1).
//!
//! An embedded message has a shorter header, no class, and no map of named properties: that of
//! the file serves all. What is in the file otherwise stays as it is.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use openimsg_base::{CodePage, Guid};
use openimsg_props::named::NamedProperty;
use openimsg_props::{
    Attributes, BuildError, Entry, HeaderKind, NAMEID_STORAGE, PROPERTIES_STREAM, PropId, PropTag,
    PropertyStream, PropertyStreamBuilder, StreamName, tags,
};
use openimsg_storage::{EditError, Overlay, Store};

use super::computed::{STORE_SUPPORT, STORE_UNICODE};
use super::message::text_of;
use super::names::{Names, translate};
use super::object::names_error;
use super::shared::TextForm;
use super::{AttachmentEdit, MESSAGE_CLSID, MessageEdit};
use crate::{Error, Problem, Step, facts};

impl MessageEdit {
    /// Attaches a message that is a file of its own, and returns the attachment's number; see
    /// [`AttachmentEdit::set_message`].
    ///
    /// # Errors
    /// As [`AttachmentEdit::set_message`].
    pub fn embed(&mut self, file: &Overlay) -> Result<u32, Error> {
        let mut attachment = self.new_attachment()?;
        attachment.set_message(file)?;
        attachment.save(self)?;
        Ok(attachment.number())
    }
}

impl AttachmentEdit {
    /// Attaches a message that is a file of its own, such as [`MessageEdit::finish`] gives. Its
    /// named properties get identifiers of this file, by name. Nothing is read but the names:
    /// `file`'s base stays where it is until this message is written.
    ///
    /// # Errors
    /// [`Problem::NoMessage`] when there is none in `file`, [`Problem::Value`] when there are no
    /// more identifiers, [`Problem::Refused`] when messages would be nested deeper than
    /// [`Limits::nesting`](openimsg_base::Limits::nesting), and [`Problem::Edit`]: of these
    /// [`EditError::Lost`] when `file` is damaged, unless that was
    /// [accepted](Overlay::accepting_loss): nothing would tell later that something is missing.
    pub fn set_message(&mut self, file: &Overlay) -> Result<(), Error> {
        let place: Vec<Step> = self.inner_place();
        let at = |problem: Problem| Error::new(place.clone(), problem);
        if let Some(kind) = file.lost() {
            return Err(at(EditError::Lost { kind }.into()));
        }
        let shared = self.shared.clone();
        let form = |message: &Overlay, kind, above| {
            text_of(message, &shared.budget, kind, &shared.options, above)
        };
        let before = form(file, HeaderKind::Root, None);

        let mut message = file.clone();
        let own = facts::Names::read(file).map_err(|e| at(e.into()))?;
        let own: HashMap<PropId, NamedProperty> =
            own.map().iter().map(|(id, name)| (id, name.to_owned())).collect();
        if message.find(NAMEID_STORAGE).is_some() {
            message.remove(NAMEID_STORAGE).map_err(|e| at(e.into()))?;
        }
        let depth = u64::try_from(place.iter().filter(|step| **step == Step::Message).count());
        let depth = depth.unwrap_or(u64::MAX);
        let used = used(&mut message, HeaderKind::Root, &shared.budget, depth).map_err(at)?;
        let table = {
            let mut names = shared.names();
            Table::new(&used, &own, &mut names).map_err(names_error)?
        };
        let id = |id| table.get(id);
        translate(&mut message, HeaderKind::Root, &id, None, &shared.budget, depth).map_err(at)?;
        change_header(&mut message, HeaderKind::Root, HeaderKind::Embedded, |_| ()).map_err(at)?;
        message.set_clsid("", Guid::NULL).map_err(|e| at(e.into()))?;
        let after = form(&message, HeaderKind::Embedded, Some(self.text));
        keep_page(&mut message, HeaderKind::Embedded, before, after).map_err(at)?;

        let subject = subject(&message, before);
        self.put_message_storage(&message, &subject)
    }

    /// The attached message as a file of its own, with the names that it uses; nothing if it
    /// holds none. It stays attached too.
    ///
    /// # Errors
    /// [`Problem::Storage`] when its property streams cannot be read, and [`Problem::Refused`]
    /// when messages in it are nested too deep.
    pub fn extract(&self) -> Result<Option<MessageEdit>, Error> {
        let Some(mut message) = self.message_storage()? else { return Ok(None) };
        let place = self.inner_place();
        let at = |problem: Problem| Error::new(place.clone(), problem);
        let (shared, embedded) = (&self.shared, HeaderKind::Embedded);
        let (budget, options) = (&shared.budget, shared.options.clone());
        let before = text_of(&message, budget, embedded, &options, Some(self.text));

        let used = used(&mut message, embedded, budget, 0).map_err(at)?;
        let mut own = Names::create();
        let known = shared.names().all().map_err(names_error)?.into_iter().collect();
        let table = Table::new(&used, &known, &mut own).map_err(names_error)?;
        translate(&mut message, embedded, &|id| table.get(id), None, budget, 0).map_err(at)?;
        // An embedded message of its own has no map; a damaged one is replaced.
        if message.find(NAMEID_STORAGE).is_some() {
            message.remove(NAMEID_STORAGE).map_err(|e| at(e.into()))?;
        }
        own.flush(&mut message).map_err(at)?;
        message.set_clsid("", MESSAGE_CLSID).map_err(|e| at(e.into()))?;
        change_header(&mut message, embedded, HeaderKind::Root, |properties| {
            if properties.find_id(tags::PR_STORE_SUPPORT_MASK.id()).is_none() {
                let off = if before.unicode { 0 } else { STORE_UNICODE };
                let mask = (STORE_SUPPORT & !off).cast_unsigned();
                properties.push(long(tags::PR_STORE_SUPPORT_MASK, mask, Attributes::READABLE));
            }
        })
        .map_err(at)?;
        let after = text_of(&message, budget, HeaderKind::Root, &options, None);
        keep_page(&mut message, HeaderKind::Root, before, after).map_err(at)?;
        MessageEdit::over(message, Arc::clone(budget), options).map(Some)
    }
}

/// Which identifier stands for what in another file.
struct Table(HashMap<PropId, PropId>);

impl Table {
    /// Identifiers for all that are used, by name. Those without a name stay as they are, unless
    /// that means something in the other file.
    fn new(
        used: &BTreeSet<PropId>,
        own: &HashMap<PropId, NamedProperty>,
        to: &mut Names,
    ) -> Result<Self, Problem> {
        let mut table = HashMap::new();
        let mut nameless = Vec::new();
        for id in used {
            match own.get(id) {
                Some(name) => _ = table.insert(*id, to.add(name)?),
                None => nameless.push(*id),
            }
        }
        let mut taken = to.ids()?;
        let mut free = (PropId::FIRST_NAMED.0..=PropId::LAST_NAMED.0).rev().map(PropId);
        for id in nameless {
            let mut new = Some(id).filter(|id| !taken.contains(id));
            new = new.or_else(|| free.find(|id| !taken.contains(id)));
            let new = new.ok_or(BuildError::NamesExhausted)?;
            taken.insert(new);
            to.reserve(new)?;
            table.insert(id, new);
        }
        Ok(Table(table))
    }

    fn get(&self, id: PropId) -> PropId {
        self.0.get(&id).copied().unwrap_or(id)
    }
}

/// All identifiers of named properties in a message, and in all that is in it.
fn used(
    message: &mut Overlay,
    kind: HeaderKind,
    budget: &openimsg_base::Budget,
    depth: u64,
) -> Result<BTreeSet<PropId>, Problem> {
    let used = RefCell::new(BTreeSet::new());
    let note = |id: PropId| {
        if id.is_named() {
            used.borrow_mut().insert(id);
        }
        id
    };
    translate(message, kind, &note, None, budget, depth)?;
    Ok(used.into_inner())
}

/// Makes the property stream one of another kind of message.
fn change_header(
    message: &mut Overlay,
    from: HeaderKind,
    to: HeaderKind,
    change: impl FnOnce(&mut PropertyStreamBuilder),
) -> Result<(), Problem> {
    let stream = message.find(PROPERTIES_STREAM).ok_or(Problem::NoMessage)?;
    let bytes = message.share(&stream)?;
    let mut properties = PropertyStreamBuilder::from_stream(&PropertyStream::parse(&bytes, from));
    properties.set_kind(to);
    change(&mut properties);
    message.put_stream(PROPERTIES_STREAM, properties.to_bytes())?;
    Ok(())
}

/// 8-bit text whose code page follows from where the message is: says which one it was.
fn keep_page(
    message: &mut Overlay,
    kind: HeaderKind,
    before: TextForm,
    after: TextForm,
) -> Result<(), Problem> {
    let CodePage(page) = before.page;
    if before.page == after.page {
        return Ok(());
    }
    change_header(message, kind, kind, |properties| {
        let tag = tags::PR_MESSAGE_CODEPAGE;
        _ = properties.put(long(tag, page, Attributes::READ_WRITE));
    })
}

fn long(tag: PropTag, value: u32, attributes: Attributes) -> Entry {
    let [a, b, c, d] = value.to_le_bytes();
    Entry::new(tag, attributes, [a, b, c, d, 0, 0, 0, 0])
}

/// The subject, to name the attachment; a damaged one is none.
fn subject(message: &Overlay, form: TextForm) -> String {
    let stream = |tag| {
        let stream = message.find(StreamName::value(tag).as_str())?;
        message.share(&stream).ok()
    };
    match (stream(tags::PR_SUBJECT), stream(tags::PR_SUBJECT_A)) {
        (Some(wide), _) => openimsg_props::decode_utf16le(&wide).text.into_owned(),
        (None, Some(narrow)) => {
            let decoded = form.page.decode(&narrow);
            decoded.map(|decoded| decoded.text.into_owned()).unwrap_or_default()
        }
        (None, None) => String::new(),
    }
}
