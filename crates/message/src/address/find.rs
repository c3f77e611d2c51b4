//! Where a message keeps the addresses of people.

use std::collections::HashMap;

use openimsg_base::CodePage;
use openimsg_props::{PropId, lids, tags};
use openimsg_storage::Store;

use super::{Address, EntryId, Found, flat_entries, is_smtp};
use crate::edit::ObjectEdit;
use crate::{Error, Message, Object, Recipient, RecipientType};

/// What somebody is to a message who has properties of their own in it, beside recipients.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Role {
    /// Who sent it.
    Sender,
    /// For whom it was sent; mostly the sender again.
    Representing,
    /// Whose mailbox took it in.
    ReceivedBy,
    /// For whom it was taken in.
    ReceivedRepresenting,
    /// Who gets the read receipt.
    ReadReceipt,
    /// Who made the message in its store: mostly the sender or who took it in.
    Creator,
    /// Who changed it last.
    LastModifier,
}

/// All whom a message names, each with the best address that the whole message has.
#[derive(Debug, Clone, Default)]
pub struct Addresses {
    /// Who sent it.
    pub sender: Option<Address>,
    /// For whom it was sent; mostly the sender again.
    pub representing: Option<Address>,
    /// Who is to get answers, if others than the sender.
    pub reply_to: Vec<Address>,
    /// The recipients, with the number of each in its storage's name.
    pub recipients: Vec<(u32, Option<RecipientType>, Address)>,
}

impl<S: Store + ?Sized> Message<'_, S> {
    /// Who sent the message, by what is stored of the sender alone.
    ///
    /// # Errors
    /// As [`Object::get`].
    pub fn sender_address(&self) -> Result<Address, Error> {
        self.address_of(Role::Sender)
    }

    /// For whom it was sent, by what is stored of that person alone.
    ///
    /// # Errors
    /// As [`Object::get`].
    pub fn representing_address(&self) -> Result<Address, Error> {
        self.address_of(Role::Representing)
    }

    /// Somebody in a role, by what is stored of that person alone.
    ///
    /// # Errors
    /// As [`Object::get`].
    pub fn address_of(&self, role: Role) -> Result<Address, Error> {
        gather(&**self, role.ids())
    }

    /// Who is to get answers ([MS-OXPROPS], `PidTagReplyRecipientEntries`); nobody if there is
    /// no list, which means the sender.
    ///
    /// # Errors
    /// As [`Object::get`].
    pub fn reply_to(&self) -> Result<Vec<Address>, Error> {
        let Some(list) = self.binary(tags::PR_REPLY_RECIPIENT_ENTRIES.id())? else {
            return Ok(Vec::new());
        };
        self.afford(tags::PR_REPLY_RECIPIENT_ENTRIES, list.len())?;
        let page = self.code_page();
        let ids = flat_entries(&list).filter_map(|id| EntryId::parse(id, page));
        let mut people: Vec<Address> = ids.map(|id| of_entry_id(&id)).collect();
        // The names stand beside, in the same order.
        let names = self.text(tags::PR_REPLY_RECIPIENT_NAMES.id())?;
        let names = names.as_ref().map(openimsg_props::Text::as_str).unwrap_or_default();
        for (person, name) in people.iter_mut().zip(names.split(';')) {
            if person.name.is_none() {
                person.name = filled(name.trim());
            }
        }
        people.retain(|person| !person.is_nobody());
        Ok(people)
    }

    /// All whom the message names. Who has only an X.500 name in one place gets the SMTP address
    /// that stands beside the same name in another, or under the same name in the headers. A
    /// recipient who cannot be read is left out.
    ///
    /// # Errors
    /// As [`Object::get`], of the message itself.
    pub fn addresses(&self) -> Result<Addresses, Error> {
        let somebody = |person: Address| (!person.is_nobody()).then_some(person);
        let mut all = Addresses {
            sender: somebody(self.sender_address()?),
            representing: somebody(self.representing_address()?),
            reply_to: self.reply_to()?,
            recipients: Vec::new(),
        };
        for recipient in self.recipients().flatten() {
            if let Ok(person) = recipient.full_address() {
                all.recipients.push((recipient.number(), recipient.recipient_type(), person));
            }
        }
        if all.iter().any(Address::is_x500) {
            let others = Role::OTHERS.into_iter().filter_map(|role| self.address_of(role).ok());
            all.refer(&others.chain(self.accounts()).collect::<Vec<_>>());
        }
        if all.iter().any(Address::is_x500) {
            all.read_headers(self);
        }
        Ok(all)
    }

    /// The accounts through which the message was sent or is to be sent ([MS-OXCMSG] 2.2.1.46,
    /// [MS-OXOMSG] 2.2.1.63), as far as they have both addresses.
    fn accounts(&self) -> impl Iterator<Item = Address> {
        let stored = |id| self.told(id).ok().flatten().unwrap_or_default();
        let named = |name| {
            let property = self.get_named(&name).ok().flatten();
            let text = property.and_then(|property| property.value.as_str().map(str::to_owned));
            text.unwrap_or_default()
        };
        let (stamp, name) =
            (lids::PID_LID_INTERNET_ACCOUNT_STAMP, lids::PID_LID_INTERNET_ACCOUNT_NAME);
        let stamp = [named(stamp), named(name)].join("\u{1}");
        let accounts = [
            stored(tags::PR_PRIMARY_SEND_ACCOUNT.id()),
            stored(tags::PR_NEXT_SEND_ACCT.id()),
            stamp,
        ];
        accounts.into_iter().filter_map(|account| of_account(&account))
    }
}

impl<S: Store + ?Sized> Recipient<'_, S> {
    /// Who the recipient is, by what is stored of it.
    ///
    /// # Errors
    /// As [`Object::get`].
    pub fn full_address(&self) -> Result<Address, Error> {
        of_recipient(&**self)
    }
}

impl Addresses {
    /// From whom the message is: for whom it was sent, else who sent it.
    #[must_use]
    pub fn from(&self) -> Option<&Address> {
        self.representing.as_ref().or(self.sender.as_ref())
    }

    /// Who sent it for somebody else, if that is so.
    #[must_use]
    pub fn on_behalf(&self) -> Option<&Address> {
        let representing = self.representing.as_ref()?;
        self.sender.as_ref().filter(|sender| !sender.is_same_as(representing))
    }

    /// The recipients of one type.
    pub fn of_type(&self, kind: RecipientType) -> impl Iterator<Item = &Address> {
        let of_kind = move |it: &&(u32, Option<RecipientType>, Address)| it.1 == Some(kind);
        self.recipients.iter().filter(of_kind).map(|(_, _, person)| person)
    }

    /// Everybody.
    pub fn iter(&self) -> impl Iterator<Item = &Address> {
        let recipients = self.recipients.iter().map(|(_, _, person)| person);
        self.sender.iter().chain(&self.representing).chain(&self.reply_to).chain(recipients)
    }

    fn iter_mut(&mut self) -> impl Iterator<Item = &mut Address> {
        let recipients = self.recipients.iter_mut().map(|(_, _, person)| person);
        let two = self.sender.iter_mut().chain(&mut self.representing);
        two.chain(&mut self.reply_to).chain(recipients)
    }

    /// X.500 names get the SMTP address that stands beside the same name elsewhere.
    fn refer(&mut self, others: &[Address]) {
        let mut known = HashMap::new();
        for person in self.iter().chain(others) {
            if let (Some(name), Some(smtp)) = (person.distinguished_name(), &person.smtp) {
                known.entry(name.to_ascii_lowercase()).or_insert_with(|| smtp.clone());
            }
        }
        for person in self.iter_mut().filter(|person| person.is_x500()) {
            let name = person.distinguished_name().map(str::to_ascii_lowercase);
            if let Some(smtp) = name.and_then(|name| known.get(&name)) {
                person.learn(smtp, Found::OtherPlace);
            }
        }
    }

    /// The sender is whom the headers name, if they name one; others go by their name there.
    fn read_headers<S: Store + ?Sized>(&mut self, message: &Message<'_, S>) {
        let Ok(Some(headers)) = message.headers() else { return };
        let single = |name| headers.addresses(name).into_iter().next();
        let (from, sender) = (single("From"), single("Sender"));
        let sender = sender.or_else(|| from.clone());
        for (person, header) in [(&mut self.representing, from), (&mut self.sender, sender)] {
            if let (Some(person), Some(header)) = (person, header)
                && let Some(smtp) = header.smtp.filter(|_| person.is_x500())
            {
                person.learn(&smtp, Found::Headers);
            }
        }
        let mut known: HashMap<String, Option<String>> = HashMap::new();
        for header in ["To", "Cc", "Reply-To", "Resent-To", "Resent-Cc"] {
            for person in headers.addresses(header) {
                let (Some(name), Some(smtp)) = (person.name, person.smtp) else { continue };
                // Two of one name are nobody.
                let kept = known.entry(name).or_insert_with(|| Some(smtp.clone()));
                if kept.as_ref().is_some_and(|kept| !kept.eq_ignore_ascii_case(&smtp)) {
                    *kept = None;
                }
            }
        }
        for person in self.iter_mut().filter(|person| person.is_x500()) {
            let smtp = person.name.as_ref().and_then(|name| known.get(name)?.clone());
            if let Some(smtp) = smtp {
                person.learn(&smtp, Found::Headers);
            }
        }
    }
}

/// The properties that tell of one person.
#[derive(Clone, Copy)]
struct Ids {
    name: PropId,
    kind: PropId,
    address: PropId,
    smtp: PropId,
    entry_id: PropId,
    /// Those who made and changed a message have none.
    search_key: Option<PropId>,
}

impl Role {
    /// Who may be the sender once more, with an SMTP address beside the X.500 name.
    const OTHERS: [Role; 5] = [
        Role::ReceivedBy,
        Role::ReceivedRepresenting,
        Role::ReadReceipt,
        Role::Creator,
        Role::LastModifier,
    ];

    fn ids(self) -> Ids {
        let ids = |name, kind, address, smtp, entry_id, search_key: Option<u16>| Ids {
            name: PropId(name),
            kind: PropId(kind),
            address: PropId(address),
            smtp: PropId(smtp),
            entry_id: PropId(entry_id),
            search_key: search_key.map(PropId),
        };
        match self {
            Role::Sender => ids(0x0C1A, 0x0C1E, 0x0C1F, 0x5D01, 0x0C19, Some(0x0C1D)),
            Role::Representing => ids(0x0042, 0x0064, 0x0065, 0x5D02, 0x0041, Some(0x003B)),
            Role::ReceivedBy => ids(0x0040, 0x0075, 0x0076, 0x5D07, 0x003F, Some(0x0051)),
            Role::ReceivedRepresenting => ids(0x0044, 0x0077, 0x0078, 0x5D08, 0x0043, Some(0x0052)),
            Role::ReadReceipt => ids(0x402B, 0x4029, 0x402A, 0x5D05, 0x0046, Some(0x0053)),
            Role::Creator => ids(0x3FF8, 0x4022, 0x4023, 0x5D0A, 0x3FF9, None),
            Role::LastModifier => ids(0x3FFA, 0x4024, 0x4025, 0x5D0B, 0x3FFB, None),
        }
    }
}

const RECIPIENT: Ids = Ids {
    name: tags::PR_DISPLAY_NAME.id(),
    kind: tags::PR_ADDRTYPE.id(),
    address: tags::PR_EMAIL_ADDRESS.id(),
    smtp: tags::PR_SMTP_ADDRESS.id(),
    entry_id: PropId(0x0FFF),
    search_key: Some(PropId(0x300B)),
};
/// PidTagRecipientDisplayName.
const RECIPIENT_DISPLAY_NAME: PropId = PropId(0x5FF6);
/// PidTagRecipientEntryId.
const RECIPIENT_ENTRY_ID: PropId = PropId(0x5FF7);

/// An object that tells of people, be it read or under edit.
pub(crate) trait Telling {
    /// The text of a property.
    fn told(&self, id: PropId) -> Result<Option<String>, Error>;

    /// The person in an entry identifier or search key.
    fn bytes<T>(&self, id: PropId, of: impl FnOnce(&[u8]) -> T) -> Result<Option<T>, Error>;

    /// The code page of texts in bytes.
    fn page(&self) -> CodePage;
}

impl<S: Store + ?Sized> Telling for Object<'_, S> {
    fn told(&self, id: PropId) -> Result<Option<String>, Error> {
        Ok(self.text(id)?.and_then(|text| filled(&text.text)))
    }

    fn bytes<T>(&self, id: PropId, of: impl FnOnce(&[u8]) -> T) -> Result<Option<T>, Error> {
        Ok(self.binary(id)?.map(|bytes| of(&bytes)))
    }

    fn page(&self) -> CodePage {
        self.code_page()
    }
}

impl Telling for ObjectEdit {
    fn told(&self, id: PropId) -> Result<Option<String>, Error> {
        Ok(self.text(id)?.and_then(|text| filled(&text)))
    }

    fn bytes<T>(&self, id: PropId, of: impl FnOnce(&[u8]) -> T) -> Result<Option<T>, Error> {
        Ok(self.get(id)?.and_then(|value| value.as_bytes().map(of)))
    }

    fn page(&self) -> CodePage {
        self.code_page()
    }
}

/// The name by which lists of recipients have one: that which is stored, else the best that is
/// known.
pub(crate) fn listed_name(recipient: &impl Telling) -> Result<Option<String>, Error> {
    Ok(match recipient.told(RECIPIENT.name)? {
        Some(name) => Some(name),
        None => of_recipient(recipient)?.display_name().map(str::to_owned),
    })
}

fn of_recipient(recipient: &impl Telling) -> Result<Address, Error> {
    let mut person = gather(recipient, RECIPIENT)?;
    // What Exchange knows of a recipient stands beside what the sender wrote.
    if person.name.is_none() {
        person.name = recipient.told(RECIPIENT_DISPLAY_NAME)?;
    }
    if person.lacks_address() {
        learn_stored_entry_id(&mut person, recipient, RECIPIENT_ENTRY_ID)?;
    }
    // Nobody looked up what was typed.
    if person.best().is_none()
        && let Some(name) = person.name.clone()
    {
        person.learn_typed("", name.trim_matches(['\'', '"']), Found::Name);
        person.address = person.smtp.clone();
    }
    Ok(person)
}

/// What an object says of a person.
fn gather(object: &impl Telling, ids: Ids) -> Result<Address, Error> {
    let mut person = Address { name: object.told(ids.name)?, ..Address::default() };
    let kind = object.told(ids.kind)?.unwrap_or_default();
    if let Some(address) = object.told(ids.address)? {
        person.learn_typed(&kind, &address, Found::Address);
    }
    if let Some(smtp) = object.told(ids.smtp)? {
        person.learn(&smtp, Found::SmtpProperty);
    }
    // Beside an SMTP address too: the X.500 name tells who else has that address.
    if person.lacks_address() {
        learn_stored_entry_id(&mut person, object, ids.entry_id)?;
    }
    if person.smtp.is_none()
        && let Some(key) = ids.search_key
    {
        object.bytes(key, |key| learn_search_key(&mut person, key))?;
    }
    Ok(person)
}

fn learn_stored_entry_id(
    person: &mut Address,
    object: &impl Telling,
    id: PropId,
) -> Result<(), Error> {
    let page = object.page();
    let id = object.bytes(id, |id| EntryId::parse(id, page))?;
    id.flatten().iter().for_each(|id| learn_entry_id(person, id));
    Ok(())
}

fn of_entry_id(id: &EntryId) -> Address {
    let mut person = Address::default();
    learn_entry_id(&mut person, id);
    person
}

fn learn_entry_id(person: &mut Address, id: &EntryId) {
    match id {
        EntryId::OneOff(id) => {
            if person.name.is_none() {
                person.name = filled(&id.name);
            }
            person.learn_typed(&id.address_type, &id.address, Found::EntryId);
        }
        EntryId::Exchange(id) => {
            person.learn_typed("EX", &id.distinguished_name, Found::EntryId);
        }
        EntryId::Other { .. } => {}
    }
}

/// Whom an account of Exchange is of, as Outlook stores it: a number, an X.500 name, before which
/// may stand that of a server, and a name, mostly the SMTP address, with U+0001 between them.
fn of_account(account: &str) -> Option<Address> {
    let parts = || account.split('\u{1}');
    // In ASCII, letters of either case are as long.
    let name_of = |part: &str| part.to_ascii_lowercase().find("/o=");
    let name = parts().find_map(|part| part.get(name_of(part)?..))?;
    let smtp = parts().find(|part| name_of(part).is_none() && is_smtp(part))?;
    let mut person = Address::default();
    person.learn_typed("EX", name, Found::Address);
    person.learn(smtp, Found::Address);
    Some(person)
}

/// `TYPE:ADDRESS` in upper case, mostly with a NUL ([MS-OXPROPS], `PidTagSearchKey`).
fn learn_search_key(person: &mut Address, key: &[u8]) {
    let key = key.strip_suffix(&[0]).unwrap_or(key);
    // A search key of another form, such as a GUID, has no type before a colon.
    let Some((kind, address)) = std::str::from_utf8(key).ok().and_then(|key| key.split_once(':'))
    else {
        return;
    };
    if kind.eq_ignore_ascii_case("SMTP") {
        person.learn(&address.to_ascii_lowercase(), Found::SearchKey);
    } else if kind.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        person.learn_typed(kind, address, Found::SearchKey);
    }
}

fn filled(text: &str) -> Option<String> {
    (!text.trim().is_empty()).then(|| text.to_owned())
}
