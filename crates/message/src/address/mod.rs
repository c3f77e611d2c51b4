//! Addresses of people: one [`Address`] for all whom a message names.
//!
//! A file can say who somebody is in six ways: a property with the SMTP address, an address with
//! its type, an [entry identifier](EntryId) that carries either, a search key, what another
//! property of the same message says of the same X.500 name, and the headers of the internet
//! message. [`Message::sender_address`](crate::Message::sender_address),
//! [`Recipient::full_address`](crate::Recipient::full_address) and the others look at what the
//! object itself has; [`Message::addresses`](crate::Message::addresses) looks at all.

mod entry_id;
mod find;
mod imcea;

use std::fmt;

pub(crate) use entry_id::{EXCHANGE, ONE_OFF};
pub use entry_id::{EntryId, Exchange, OneOff, flat_entries};
pub use find::{Addresses, Role};
pub(crate) use find::{Telling, listed_name};

/// Who somebody is: the name to show and the best address that is known.
///
/// `Debug` shows no name and no address; `Display` shows both, as `Ada <ada@example.org>`. It is
/// text of strangers: what goes to a terminal must be escaped.
///
/// ```
/// use openimsg_message::address::Address;
/// let ada = Address::new("Ada", "ada@example.org");
/// assert_eq!(ada.to_string(), "Ada <ada@example.org>");
/// let known_by_name = Address {
///     address_type: Some("EX".to_owned()),
///     address: Some("/o=Engines/cn=ada".to_owned()),
///     ..Address::default()
/// };
/// assert!(known_by_name.is_x500());
/// assert_eq!(known_by_name.to_string(), "EX:/o=Engines/cn=ada");
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Address {
    /// The name to show.
    pub name: Option<String>,
    /// The SMTP address.
    pub smtp: Option<String>,
    /// Where the SMTP address was found.
    pub found: Option<Found>,
    /// `SMTP`, `EX` or another: the form of `address`.
    pub address_type: Option<String>,
    /// The address as stored; for `EX` an X.500 name, which means nothing outside of the
    /// organisation that gave it.
    pub address: Option<String>,
}

/// Where an SMTP address was found, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Found {
    /// The property that is made for it, such as `PidTagSmtpAddress`.
    SmtpProperty,
    /// The address, whose type is SMTP or which has no type and is one.
    Address,
    /// A one-off entry identifier.
    EntryId,
    /// A search key, in which upper case is all that is left.
    SearchKey,
    /// An address that encapsulates another (`IMCEASMTP-…`).
    Encapsulated,
    /// Another place of the message with the same X.500 name.
    OtherPlace,
    /// The headers of the internet message.
    Headers,
    /// The name of a recipient who has nothing else.
    Name,
}

impl Address {
    /// Somebody with an SMTP address.
    pub fn new(name: impl Into<String>, smtp: impl Into<String>) -> Self {
        let smtp = smtp.into();
        Address {
            name: Some(name.into()).filter(|name| !name.is_empty()),
            smtp: Some(smtp.clone()),
            found: Some(Found::Address),
            address_type: Some("SMTP".to_owned()),
            address: Some(smtp),
        }
    }

    /// The SMTP address, else the one that is stored.
    #[must_use]
    pub fn best(&self) -> Option<&str> {
        self.smtp.as_deref().or(self.address.as_deref())
    }

    /// The name, else the best address.
    #[must_use]
    pub fn display_name(&self) -> Option<&str> {
        self.name.as_deref().or(self.best())
    }

    /// Whether nothing is known.
    #[must_use]
    pub fn is_nobody(&self) -> bool {
        self.name.is_none() && self.best().is_none()
    }

    /// Whether only an X.500 name is known, which nobody outside can write to.
    #[must_use]
    pub fn is_x500(&self) -> bool {
        self.smtp.is_none() && self.distinguished_name().is_some()
    }

    /// The X.500 name, if there is one.
    #[must_use]
    pub fn distinguished_name(&self) -> Option<&str> {
        let is_ex =
            self.address_type.as_deref().is_some_and(|kind| kind.eq_ignore_ascii_case("EX"));
        self.address.as_deref().filter(|address| is_ex || is_distinguished_name(address))
    }

    /// Whether this is the other one: by address, and by name where one has none. Case does not
    /// count.
    #[must_use]
    pub fn is_same_as(&self, other: &Address) -> bool {
        let same = |own: &str, other: &str| own.to_lowercase() == other.to_lowercase();
        if let (Some(own), Some(other)) = (&self.smtp, &other.smtp) {
            return same(own, other);
        }
        match (&self.address, &other.address) {
            (Some(own), Some(other)) => same(own, other),
            _ => self.name.is_some() && self.name == other.name,
        }
    }

    /// Whether the SMTP address or the one that is stored is not known.
    fn lacks_address(&self) -> bool {
        self.smtp.is_none() || self.address.is_none()
    }

    /// Takes an SMTP address, unless a better one is known.
    fn learn(&mut self, smtp: &str, found: Found) {
        let smtp = smtp.trim().trim_matches(['<', '>']);
        let better = self.found.is_none_or(|known| found < known);
        if better && is_smtp(smtp) {
            self.smtp = Some(smtp.to_owned());
            self.found = Some(found);
        }
    }

    /// Takes an address of any type.
    fn learn_typed(&mut self, kind: &str, address: &str, found: Found) {
        if let Some(inner) = imcea::decode(address) {
            match inner {
                (kind, inner) if kind.eq_ignore_ascii_case("SMTP") => {
                    self.learn(&inner, Found::Encapsulated);
                }
                (kind, inner)
                    if self.address.is_none() || self.address.as_deref() == Some(address) =>
                {
                    (self.address_type, self.address) = (Some(kind), Some(inner));
                }
                _ => {}
            }
            return;
        }
        if kind.is_empty()
            || kind.eq_ignore_ascii_case("SMTP")
            || kind.eq_ignore_ascii_case("UNKNOWN")
        {
            self.learn(address, found);
        }
        if self.address.is_none() && !address.is_empty() {
            self.address_type = Some(kind.to_owned()).filter(|kind| !kind.is_empty());
            self.address = Some(address.to_owned());
        }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match (&self.smtp, &self.address_type) {
            (None, Some(kind)) if !kind.eq_ignore_ascii_case("SMTP") => kind.as_str(),
            _ => "",
        };
        let colon = if kind.is_empty() { "" } else { ":" };
        match (self.name.as_deref(), self.best()) {
            (Some(name), Some(address)) if !name.eq_ignore_ascii_case(address) => {
                write!(f, "{name} <{kind}{colon}{address}>")
            }
            (_, Some(address)) => write!(f, "{kind}{colon}{address}"),
            (Some(name), None) => f.write_str(name),
            (None, None) => Ok(()),
        }
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Address")
            .field("found", &self.found)
            .field("address_type", &self.address_type)
            .finish_non_exhaustive()
    }
}

/// Whether something has the form of an SMTP address: one that can be written to, not a proof
/// that it is valid.
#[must_use]
pub fn is_smtp(address: &str) -> bool {
    let Some((local, domain)) = address.rsplit_once('@') else { return false };
    let plain = |c: char| {
        !c.is_control() && !c.is_whitespace() && !matches!(c, '<' | '>' | '"' | ',' | ';')
    };
    let quoted = local.len() >= 2 && local.starts_with('"') && local.ends_with('"');
    !local.is_empty()
        && !domain.is_empty()
        && !is_distinguished_name(address)
        && (quoted && !local.contains(char::is_control)
            || local.chars().all(|c| plain(c) && c != '@'))
        && domain.chars().all(plain)
}

/// Whether something is an X.500 name as Exchange writes them: `/o=…/cn=…`.
#[must_use]
pub fn is_distinguished_name(address: &str) -> bool {
    let start = address.get(..3).unwrap_or_default();
    ["/o=", "/ou", "/cn", "/c="].iter().any(|part| start.eq_ignore_ascii_case(part))
        && address.contains('=')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn smtp_addresses_have_a_form() {
        for sound in ["a@b", "a.b+c@example.org", "\"a b\"@x.y", "ü@ö.de", "a@[127.0.0.1]"] {
            assert!(is_smtp(sound), "{sound}");
        }
        for other in [
            "",
            "@",
            "a@",
            "@b",
            "a b@c",
            "/o=X/cn=a@b",
            "a@b@c",
            "<a@b>",
            "a@b,c@d",
            "a@b\r\n",
            "Ann",
        ] {
            assert!(!is_smtp(other), "{other}");
        }
    }

    #[test]
    fn the_best_address_wins() {
        let mut address = Address::default();
        address.learn_typed("EX", "/o=X/cn=a", Found::Address);
        assert!(address.is_x500());
        address.learn("<A@B>", Found::SearchKey);
        address.learn("a@b", Found::EntryId);
        address.learn("other@b", Found::Headers);
        address.learn("no address", Found::SmtpProperty);
        assert_eq!((address.best(), address.found), (Some("a@b"), Some(Found::EntryId)));
        assert_eq!(address.distinguished_name(), Some("/o=X/cn=a"));
        assert!(!address.is_x500());
    }

    #[test]
    fn encapsulated_addresses_are_unpacked() {
        let mut address = Address::default();
        address.learn_typed("SMTP", "IMCEAEX-_O=X_CN=ada+20l@example.org", Found::Address);
        assert!(address.is_x500());
        assert_eq!(address.to_string(), "EX:/O=X/CN=ada l");
        let mut address = Address::default();
        address.learn_typed("SMTP", "IMCEASMTP-ada+40example+2Eorg@x.y", Found::Address);
        assert_eq!(address.best(), Some("ada@example.org"));
    }

    #[test]
    fn people_are_named_once() {
        let shown = |name: &str, kind: &str, address: &str| {
            let mut person = Address { name: Some(name.to_owned()), ..Address::default() };
            person.learn_typed(kind, address, Found::Address);
            person.to_string()
        };
        assert_eq!(shown("Ann", "SMTP", "a@x"), "Ann <a@x>");
        assert_eq!(shown("A@x", "SMTP", "a@X"), "a@X");
        assert_eq!(shown("Ann", "EX", "/o=x"), "Ann <EX:/o=x>");
        assert_eq!(shown("Ann", "", ""), "Ann");
        assert_eq!(Address::default().to_string(), "");
    }

    #[test]
    fn nothing_is_shown_in_errors() {
        assert!(!format!("{:?}", Address::new("Secret", "secret@x")).contains("ecret"));
    }
}
