//! `edit --attr` and `edit --obey-attributes`: what may be done to properties.

use anyhow::bail;
use openimsg::edit::MessageEdit;
use openimsg::message::rules::{self, Access, ObjectType, Operation};
use openimsg::props::{Attributes, PropId};
use openimsg::{PropTag, PropValue};

use super::compose::describe;
use crate::args::compose::Edit;
use crate::assignment::{Designation, Which};

/// Properties of a message that may not be set or not be deleted, as they were before the edit.
///
/// Those that the message computes are not among them: they follow from what is edited.
pub(super) struct Guarded(Vec<(PropTag, Attributes, Option<PropValue<'static>>)>);

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
        let list: Vec<(PropTag, Attributes)> = message.list().collect();
        let mut guarded = Vec::new();
        for (tag, attributes) in list {
            let is_free = attributes.contains(Attributes::WRITEABLE)
                && !attributes.contains(Attributes::MANDATORY);
            if !is_free && !rules::is_computed(ObjectType::Message, tag.id()) {
                guarded.push((tag, attributes, message.get(tag.id()).ok().flatten()));
            }
        }
        Ok(Guarded(guarded))
    }

    /// An error names what was changed and should not have been.
    pub(super) fn check(&self, message: &MessageEdit) -> anyhow::Result<()> {
        for (tag, attributes, before) in &self.0 {
            let after = message.get(tag.id()).ok().flatten();
            let is_same = attributes.contains(Attributes::WRITEABLE) || after == *before;
            if after.is_none() && before.is_some() || !is_same {
                let property = Which::Tag(*tag);
                bail!("{}: its attributes do not allow to change it", describe(&property));
            }
        }
        Ok(())
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
