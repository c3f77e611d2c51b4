//! What Outlook does alike in every file: the attributes of properties and the order of entries.

use openimsg_props::{Attributes, PropId};

/// Whose properties they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    Message,
    Recipient,
    Attachment,
}

/// What may be done to a property that is new (measured on messages that Outlook wrote).
pub(super) fn attributes(owner: Owner, id: PropId) -> Attributes {
    match (owner, id.0) {
        (
            Owner::Message,
            0x3007 | 0x3008 | 0x0FF7 | 0x0FF4 | 0x340D | 0x0E02..=0x0E04 | 0x0E1D | 0x0E1B,
        )
        | (Owner::Attachment, 0x0E21 | 0x0FF9 | 0x0FFE | 0x0FF7 | 0x0FF4 | 0x340D) => {
            Attributes::READABLE
        }
        (Owner::Attachment, 0x3705 | 0x370B) => Attributes::READ_WRITE.with(Attributes::MANDATORY),
        _ => Attributes::READ_WRITE,
    }
}

/// Where the entry of a new property stands among other new ones: as in files that Outlook
/// wrote, what is computed first and last, the rest by identifier.
pub(super) fn rank(owner: Owner, id: PropId) -> u32 {
    let (first, last): (&[u16], &[u16]) = match owner {
        Owner::Message => (
            &[0x3007, 0x3008, 0x0FF7, 0x0FF4, 0x340D, 0x0E04, 0x0E03, 0x0E02],
            &[0x003D, 0x0E1F, 0x0E1B, 0x0E1D],
        ),
        Owner::Recipient => (&[], &[0x0FF6, 0x3000]),
        Owner::Attachment => {
            (&[0x0E21, 0x0FFE, 0x0FF4, 0x0FF7, 0x3705, 0x370B, 0x340D, 0x0FF9], &[])
        }
    };
    let place = |list: &[u16]| list.iter().position(|other| *other == id.0);
    let number = |place: usize| u32::try_from(place).unwrap_or(0);
    match (place(first), place(last)) {
        (Some(at), _) => number(at),
        (_, Some(at)) => number(at).saturating_add(0x2_0000),
        _ => u32::from(id.0).saturating_add(0x1_0000),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_stand_as_outlook_has_them() {
        let sorted = |owner, mut ids: Vec<u16>| {
            ids.sort_by_key(|id| rank(owner, PropId(*id)));
            ids
        };
        assert_eq!(
            sorted(Owner::Message, vec![0x0E1D, 0x8000, 0x0037, 0x003D, 0x3008, 0x001A, 0x3007]),
            [0x3007, 0x3008, 0x001A, 0x0037, 0x8000, 0x003D, 0x0E1D]
        );
        assert_eq!(
            sorted(Owner::Recipient, vec![0x3000, 0x3001, 0x0C15]),
            [0x0C15, 0x3001, 0x3000]
        );
        assert_eq!(
            sorted(Owner::Attachment, vec![0x3001, 0x370B, 0x0E21]),
            [0x0E21, 0x370B, 0x3001]
        );
    }
}
