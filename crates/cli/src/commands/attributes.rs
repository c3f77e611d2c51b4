//! `edit --attr` and `edit --obey-attributes`: what may be done to properties.

use anyhow::bail;
use openimsg::PropTag;
use openimsg::edit::{Guard, MessageEdit};
use openimsg::message::rules::{self, Access, ObjectType, Operation};
use openimsg::props::PropId;

use super::compose::describe;
use crate::args::compose::Edit;
use crate::assignment::{Designation, Which};

/// What the attributes of a message protect, as it was before the edit.
pub(super) struct Guarded(Guard);

impl Guarded {
    /// What is to stay as it is. An error names what was asked for by name and may not be done.
    pub(super) fn of(message: &MessageEdit, edit: &Edit) -> anyhow::Result<Self> {
        let set = edit.content.set.iter().map(|set| (Operation::Set, &set.property));
        let delete = edit.delete.iter().map(|property| (Operation::Delete, property));
        for (operation, property) in set.chain(delete) {
            let Some(tag) = tag_of(message, property)? else { continue };
            let stored = message.entry(tag.id()).map(openimsg::props::Entry::attributes);
            // What is not there is told by who deletes it.
            if operation == Operation::Delete && stored.is_none() {
                continue;
            }
            let (owner, access) = (ObjectType::Message, Access::Modify);
            if let Err(code) = rules::check(operation, tag, stored, owner, access) {
                bail!("{}: {code}", describe(&property.which));
            }
        }
        Ok(Guarded(Guard::of(message)))
    }

    /// An error names what was changed and should not have been.
    pub(super) fn check(&self, message: &MessageEdit) -> anyhow::Result<()> {
        Ok(self.0.check(message)?)
    }
}

/// Sets the attributes that were asked for.
pub(super) fn set(message: &mut MessageEdit, edit: &Edit) -> anyhow::Result<()> {
    for (property, attributes) in &edit.attr {
        let id = tag_of(message, property)?.map(PropTag::id);
        if !id.is_some_and(|id: PropId| message.set_attributes(id, *attributes)) {
            bail!("there is no {}", describe(&property.which));
        }
    }
    Ok(())
}

fn tag_of(message: &MessageEdit, property: &Designation) -> anyhow::Result<Option<PropTag>> {
    Ok(match &property.which {
        Which::Tag(tag) => Some(*tag),
        Which::Named(name) => {
            message.id_of(name)?.map(|id| PropTag::new(id, openimsg::PropType::UNSPECIFIED))
        }
    })
}
