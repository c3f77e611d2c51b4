//! What may be done to a property: the attribute rules.
//!
//! [`check`] is the one place that decides. It knows nothing but what it is given, so that the
//! object layer, the builder and tools that edit can all ask it, or none of them.
//!
//! What the documentation leaves open is decided here:
//!
//! * A property that is not [readable](Attributes::READABLE) answers
//!   [`SCode::MAPI_E_NO_ACCESS`] when it is asked for.
//! * One that is computed answers [`SCode::MAPI_E_COMPUTED`] to setting and deleting, whatever its
//!   attributes say; one that is merely not [writeable](Attributes::WRITEABLE) answers
//!   [`SCode::MAPI_E_NO_ACCESS`].
//! * What cannot be set cannot be deleted either, and a [mandatory](Attributes::MANDATORY)
//!   property cannot be deleted though it can be set: [`SCode::MAPI_E_NO_ACCESS`].
//! * On an object that is open for reading everything but reading is refused before anything
//!   else is looked at.

use openimsg_props::{Attributes, PropId, PropTag, PropType, SCode};

/// An attribute word that says that there is no such property; never stored
/// (`PROPATTR_NOT_PRESENT`).
pub const NOT_PRESENT: Attributes = Attributes(8);

/// The kind of an object with properties. The numbers are those of `PidTagObjectType`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ObjectType {
    /// MAPI_MESSAGE, 5.
    Message,
    /// MAPI_MAILUSER, 6: a recipient.
    Recipient,
    /// MAPI_ATTACH, 7.
    Attachment,
}

impl ObjectType {
    /// The value of `PidTagObjectType`.
    #[must_use]
    pub const fn number(self) -> i32 {
        match self {
            ObjectType::Message => 5,
            ObjectType::Recipient => 6,
            ObjectType::Attachment => 7,
        }
    }
}

/// How an object is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Access {
    /// Nothing can be changed.
    Read,
    /// It can be changed and saved.
    Modify,
}

/// What is to be done to a property.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Operation {
    /// Its value is asked for.
    Get,
    /// It is given a value, or made.
    Set,
    /// It is deleted.
    Delete,
}

/// Whether `operation` may be done to property `tag` of an object of type `owner` that is open
/// with `access`. `stored` is what the file says about the property; nothing if it is not there.
///
/// ```
/// use openimsg_message::rules::{Access, ObjectType, Operation, check};
/// use openimsg_props::{Attributes, SCode, tags};
/// let set = |tag, stored| {
///     check(Operation::Set, tag, stored, ObjectType::Message, Access::Modify)
/// };
/// assert_eq!(set(tags::PR_SUBJECT, None), Ok(()));
/// assert_eq!(set(tags::PR_SUBJECT, Some(Attributes::READABLE)), Err(SCode::MAPI_E_NO_ACCESS));
/// assert_eq!(set(tags::PR_HASATTACH, None), Err(SCode::MAPI_E_COMPUTED));
/// ```
///
/// # Errors
/// The code that MAPI answers instead.
pub fn check(
    operation: Operation,
    tag: PropTag,
    stored: Option<Attributes>,
    owner: ObjectType,
    access: Access,
) -> Result<(), SCode> {
    if operation != Operation::Get {
        if access == Access::Read {
            return Err(SCode::MAPI_E_NO_ACCESS);
        }
        if is_computed(owner, tag.id()) {
            return Err(SCode::MAPI_E_COMPUTED);
        }
    }
    let allowed = match (operation, stored) {
        (Operation::Set, None) => true,
        (Operation::Get | Operation::Delete, None) => return Err(SCode::MAPI_E_NOT_FOUND),
        (Operation::Get, Some(stored)) => stored.contains(Attributes::READABLE),
        (Operation::Set, Some(stored)) => stored.contains(Attributes::WRITEABLE),
        (Operation::Delete, Some(stored)) => {
            stored.contains(Attributes::WRITEABLE) && !stored.contains(Attributes::MANDATORY)
        }
    };
    if allowed { Ok(()) } else { Err(SCode::MAPI_E_NO_ACCESS) }
}

/// Whether a property follows from others, or from how the object is open, and cannot be set.
///
/// Attachments have times of their own, which are those of the file: there they can be set.
#[must_use]
pub fn is_computed(owner: ObjectType, id: PropId) -> bool {
    let list = match owner {
        ObjectType::Message => COMPUTED_OF_MESSAGES,
        ObjectType::Recipient => COMPUTED_OF_RECIPIENTS,
        ObjectType::Attachment => COMPUTED_OF_ATTACHMENTS,
    };
    list.contains(&id.0)
}

/// Whether a value of this type can be given to a property at all.
///
/// # Errors
/// [`SCode::MAPI_E_INVALID_TYPE`] for PT_UNSPECIFIED, PT_NULL, PT_ERROR and types that do not
/// exist,
/// [`SCode::MAPI_E_UNEXPECTED_TYPE`] when value and tag differ.
pub fn check_type(tag: PropTag, value: PropType) -> Result<(), SCode> {
    let none = matches!(tag.kind(), PropType::UNSPECIFIED | PropType::NULL | PropType::ERROR);
    if none || !tag.kind().is_known() {
        Err(SCode::MAPI_E_INVALID_TYPE)
    } else if tag.kind() != value {
        Err(SCode::MAPI_E_UNEXPECTED_TYPE)
    } else {
        Ok(())
    }
}

/// PR_OBJECT_TYPE, PR_ACCESS, PR_ACCESS_LEVEL, PR_STORE_SUPPORT_MASK; PR_HASATTACH,
/// PR_MESSAGE_SIZE, PR_DISPLAY_BCC, _CC and _TO, PR_NORMALIZED_SUBJECT, PR_CREATION_TIME,
/// PR_LAST_MODIFICATION_TIME; PR_MESSAGE_RECIPIENTS, PR_MESSAGE_ATTACHMENTS.
const COMPUTED_OF_MESSAGES: &[u16] = &[
    0x0FFE, 0x0FF4, 0x0FF7, 0x340D, 0x0E1B, 0x0E08, 0x0E02, 0x0E03, 0x0E04, 0x0E1D, 0x3007, 0x3008,
    0x0E12, 0x0E13,
];
/// PR_ROWID, PR_INSTANCE_KEY.
const COMPUTED_OF_RECIPIENTS: &[u16] = &[0x3000, 0x0FF6];
/// PR_OBJECT_TYPE, PR_ACCESS, PR_ACCESS_LEVEL, PR_STORE_SUPPORT_MASK, PR_ATTACH_NUM,
/// PR_ATTACH_SIZE, PR_RECORD_KEY, PR_INSTANCE_KEY.
const COMPUTED_OF_ATTACHMENTS: &[u16] =
    &[0x0FFE, 0x0FF4, 0x0FF7, 0x340D, 0x0E21, 0x0E20, 0x0FF9, 0x0FF6];

#[cfg(test)]
mod tests {
    use openimsg_props::tags;

    use super::*;

    const OK: Result<(), SCode> = Ok(());
    const NO_ACCESS: Result<(), SCode> = Err(SCode::MAPI_E_NO_ACCESS);
    const NOT_FOUND: Result<(), SCode> = Err(SCode::MAPI_E_NOT_FOUND);

    #[test]
    fn every_attribute_word_with_every_operation() {
        for (stored, get, set, delete) in [
            (None, NOT_FOUND, OK, NOT_FOUND),
            (Some(0), NO_ACCESS, NO_ACCESS, NO_ACCESS),
            (Some(1), NO_ACCESS, NO_ACCESS, NO_ACCESS),
            (Some(2), OK, NO_ACCESS, NO_ACCESS),
            (Some(3), OK, NO_ACCESS, NO_ACCESS),
            (Some(4), NO_ACCESS, OK, OK),
            (Some(5), NO_ACCESS, OK, NO_ACCESS),
            (Some(6), OK, OK, OK),
            (Some(7), OK, OK, NO_ACCESS),
            // Bits without a meaning change nothing.
            (Some(0xFFFF_FFF6), OK, OK, OK),
        ] {
            let stored_attributes = stored.map(Attributes);
            for owner in [ObjectType::Message, ObjectType::Recipient, ObjectType::Attachment] {
                let ask = |operation, access| {
                    check(operation, tags::PR_BODY, stored_attributes, owner, access)
                };
                assert_eq!(ask(Operation::Get, Access::Modify), get, "get {stored:?}");
                assert_eq!(ask(Operation::Get, Access::Read), get, "get {stored:?}");
                assert_eq!(ask(Operation::Set, Access::Modify), set, "set {stored:?}");
                assert_eq!(ask(Operation::Delete, Access::Modify), delete, "delete {stored:?}");
                assert_eq!(ask(Operation::Set, Access::Read), NO_ACCESS);
                assert_eq!(ask(Operation::Delete, Access::Read), NO_ACCESS);
            }
        }
    }

    #[test]
    fn computed_whatever_the_attributes_say() {
        for owner in [ObjectType::Message, ObjectType::Recipient, ObjectType::Attachment] {
            for id in (0..=u16::MAX).map(PropId).filter(|id| is_computed(owner, *id)) {
                let tag = PropTag::new(id, PropType::LONG);
                for stored in [None, Some(Attributes::READ_WRITE), Some(Attributes(7))] {
                    for operation in [Operation::Set, Operation::Delete] {
                        let ask = |access| check(operation, tag, stored, owner, access);
                        assert_eq!(ask(Access::Modify), Err(SCode::MAPI_E_COMPUTED), "{tag}");
                        assert_eq!(ask(Access::Read), NO_ACCESS, "{tag}");
                    }
                }
            }
        }
    }

    #[test]
    fn times_are_computed_on_messages_only() {
        let time = tags::PR_LAST_MODIFICATION_TIME.id();
        assert!(is_computed(ObjectType::Message, time));
        assert!(!is_computed(ObjectType::Attachment, time));
        assert!(!is_computed(ObjectType::Message, tags::PR_MESSAGE_FLAGS.id()));
        assert!(!is_computed(ObjectType::Message, tags::PR_SUBJECT_PREFIX.id()));
    }

    #[test]
    fn types_must_exist_and_agree() {
        let subject = tags::PR_SUBJECT;
        assert_eq!(check_type(subject, PropType::UNICODE), OK);
        assert_eq!(check_type(subject, PropType::LONG), Err(SCode::MAPI_E_UNEXPECTED_TYPE));
        for kind in [PropType::UNSPECIFIED, PropType::NULL, PropType::ERROR, PropType(0x0BAD)] {
            assert_eq!(check_type(subject.with_kind(kind), kind), Err(SCode::MAPI_E_INVALID_TYPE));
        }
    }
}
