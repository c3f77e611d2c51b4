//! Names of properties and the identifiers that stand for them.

use openimsg_base::Guid;
use openimsg_props::guids::PS_MAPI;
use openimsg_props::named::{NamedProperty, PropertyName};
use openimsg_props::{PropId, PropTag, PropType, SCode};

use super::{Answers, Error};
use crate::edit::ObjectEdit;
use crate::rules::Access;

/// Which names are asked for.
///
/// The set counts only where no identifiers are given; the documentation says nothing of it then.
/// The kinds count in both cases: of what is left out nothing is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NameFilter {
    /// Only those of this set.
    pub set: Option<Guid>,
    /// MAPI_NO_STRINGS: no names that are text.
    pub no_strings: bool,
    /// MAPI_NO_IDS: no names that are numbers.
    pub no_ids: bool,
}

impl NameFilter {
    fn lets(self, name: &NamedProperty) -> bool {
        match name.name {
            PropertyName::Lid(_) => !self.no_ids,
            PropertyName::Name(_) => !self.no_strings,
        }
    }
}

pub(super) fn ids_from_names(
    object: &mut ObjectEdit,
    access: Access,
    names: Option<&[NamedProperty]>,
    create: bool,
) -> Result<Answers<PropTag>, Error> {
    let tag = |id| PropTag::new(id, PropType::UNSPECIFIED);
    let names = match names {
        Some([]) => return Err(SCode::MAPI_E_INVALID_PARAMETER.into()),
        None if create => return Err(SCode::MAPI_E_INVALID_PARAMETER.into()),
        None => {
            let all = object.names()?;
            let items = all.into_iter().map(|(id, _)| tag(id)).collect();
            return Ok(Answers { items, errors: false });
        }
        Some(names) => names,
    };
    let mut items = Vec::with_capacity(names.len());
    for name in names {
        let known = match name.unmapped_id() {
            Some(id) => Some(id),
            None => object.id_of(name)?,
        };
        items.push(match known {
            Some(id) => tag(id),
            None if !create => PropTag::new(PropId(0), PropType::ERROR),
            None if access == Access::Read => return Err(SCode::MAPI_E_NO_ACCESS.into()),
            None => tag(object.create_id(name)?),
        });
    }
    let errors = items.iter().any(|tag| tag.kind() == PropType::ERROR);
    Ok(Answers { items, errors })
}

pub(super) fn names_from_ids(
    object: &ObjectEdit,
    tags: Option<&[PropTag]>,
    filter: NameFilter,
) -> Result<Answers<(PropTag, Option<NamedProperty>)>, Error> {
    let Some(tags) = tags else {
        let all = object.names()?;
        let wanted = |name: &NamedProperty| {
            filter.lets(name) && filter.set.is_none_or(|set| set == name.set)
        };
        let items = all
            .into_iter()
            .filter(|(_, name)| wanted(name))
            .map(|(id, name)| (PropTag::new(id, PropType::UNSPECIFIED), Some(name)))
            .collect();
        return Ok(Answers { items, errors: false });
    };
    if tags.is_empty() {
        return Err(SCode::MAPI_E_INVALID_PARAMETER.into());
    }
    let mut items = Vec::with_capacity(tags.len());
    for tag in tags {
        let name = match tag.id() {
            // What GetIDsFromNames answers for it.
            id if id < PropId::FIRST_NAMED => Some(NamedProperty::lid(PS_MAPI, id.0.into())),
            id => object.name_of(id)?,
        };
        items.push((*tag, name.filter(|name| filter.lets(name))));
    }
    let errors = items.iter().any(|(_, name)| name.is_none());
    Ok(Answers { items, errors })
}
