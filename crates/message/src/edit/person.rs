//! Someone who sends or receives a message.

use std::fmt;

/// Someone who sends or receives a message.
///
/// `Debug` shows no name and no address.
///
/// ```
/// use openimsg_message::edit::Person;
/// let ada = Person::smtp("Ada Lovelace", "ada@example.org");
/// assert_eq!(ada.address_type, "SMTP");
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Person {
    /// The name to show. If it is empty the address is shown.
    pub name: String,
    /// `SMTP`, `EX` or another.
    pub address_type: String,
    /// The address, in the form that the type says.
    pub address: String,
    /// The SMTP address, where the other one is not.
    pub smtp: Option<String>,
}

impl Person {
    /// Someone with an internet address.
    pub fn smtp(name: impl Into<String>, address: impl Into<String>) -> Self {
        let address = address.into();
        Person { name: name.into(), address_type: "SMTP".to_owned(), address, smtp: None }
    }

    /// Someone in an Exchange organisation, by distinguished name; `smtp` is the internet
    /// address.
    pub fn exchange(
        name: impl Into<String>,
        distinguished_name: impl Into<String>,
        smtp: impl Into<String>,
    ) -> Self {
        Person {
            name: name.into(),
            address_type: "EX".to_owned(),
            address: distinguished_name.into(),
            smtp: Some(smtp.into()).filter(|smtp| !smtp.is_empty()),
        }
    }

    /// Someone of whom only the name is known: an unresolved recipient.
    pub fn named(name: impl Into<String>) -> Self {
        Person { name: name.into(), ..Person::default() }
    }

    /// The name to show; never blank if anything is known.
    #[must_use]
    pub fn display_name(&self) -> &str {
        if self.name.trim().is_empty() { &self.address } else { &self.name }
    }

    pub(super) fn is_exchange(&self) -> bool {
        self.address_type.eq_ignore_ascii_case("EX")
    }

    /// The internet address, if there is one.
    #[must_use]
    pub fn smtp_address(&self) -> Option<&str> {
        match &self.smtp {
            Some(smtp) => Some(smtp),
            None if self.address_type.eq_ignore_ascii_case("SMTP") => Some(&self.address),
            None => None,
        }
    }
}

impl fmt::Debug for Person {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Person").field("address_type", &self.address_type).finish_non_exhaustive()
    }
}
