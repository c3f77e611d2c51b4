//! Attributes that an edit is to obey.

use openimsg_props::{Attributes, PropTag, PropValue};

use super::ObjectEdit;
use super::rules::Owner;
use crate::rules::{self, ObjectType};
use crate::{Error, Problem};

/// What the attributes of an object's properties protect, as it was before an edit: editing asks
/// no rules, so who wants them obeyed looks before and checks after.
///
/// Properties that the object computes are not protected: they follow from what is edited.
///
/// ```
/// use openimsg_message::edit::{Guard, MessageEdit, Options};
/// use openimsg_props::{Attributes, tags};
/// let mut message = MessageEdit::new(Options::default())?;
/// message.set_subject("Fixed")?;
/// message.set_attributes(tags::PR_SUBJECT.id(), Attributes::READABLE);
/// let guard = Guard::of(&message);
/// message.set_text_body("This may change.")?;
/// guard.check(&message)?;
/// message.set_subject("This may not")?;
/// let error = guard.check(&message).unwrap_err();
/// let text = "property 0037001F: its attributes do not allow to change it";
/// assert_eq!(error.to_string(), text);
/// # Ok::<(), openimsg_message::Error>(())
/// ```
pub struct Guard(Vec<(PropTag, Attributes, Option<PropValue<'static>>)>);

impl Guard {
    /// Looks at an object before it is edited.
    #[must_use]
    pub fn of(object: &ObjectEdit) -> Self {
        let owner = match object.owner() {
            Owner::Message => ObjectType::Message,
            Owner::Recipient => ObjectType::Recipient,
            Owner::Attachment => ObjectType::Attachment,
        };
        let is_protected = |(tag, attributes): &(PropTag, Attributes)| {
            let is_free = attributes.contains(Attributes::WRITEABLE)
                && !attributes.contains(Attributes::MANDATORY);
            !is_free && !rules::is_computed(owner, tag.id())
        };
        let now = |(tag, attributes)| (tag, attributes, value(object, tag));
        Guard(object.list().filter(is_protected).map(now).collect())
    }

    /// Whether the edit changed nothing that may not be set, and deleted nothing that may not be
    /// deleted.
    ///
    /// # Errors
    /// [`Problem::Protected`] for the first property that it did, with its place.
    pub fn check(&self, object: &ObjectEdit) -> Result<(), Error> {
        for (tag, attributes, before) in &self.0 {
            let after = value(object, *tag);
            let is_same = attributes.contains(Attributes::WRITEABLE) || after == *before;
            if after.is_none() && before.is_some() || !is_same {
                return Err(object.error(Some(*tag), Problem::Protected));
            }
        }
        Ok(())
    }
}

fn value(object: &ObjectEdit, tag: PropTag) -> Option<PropValue<'static>> {
    object.get(tag.id()).ok().flatten()
}

impl std::fmt::Debug for Guard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.0.iter().map(|(tag, ..)| tag)).finish()
    }
}
