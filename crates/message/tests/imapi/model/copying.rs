//! Copying and moving from one message to another.

use openimsg_message::imapi::{CopyOptions, Interface, PropObject, copy_props, copy_to};
use openimsg_props::{PropTag, PropType};

use super::state::{Key, Model, name};
use super::*;

/// Copies properties from one file to the other, or all but some.
pub(super) fn step(random: &mut Random, from: &mut File, to: &mut File, what: &str) {
    let options = CopyOptions {
        interface: Some(Interface::Message),
        excluded: &[],
        moved: random.below(4) == 0,
        keep: random.below(4) == 0,
    };
    let tag = |key: &Key| key.tag(&from.names, PropType::NULL);
    let mut keys: Vec<Key> = Key::all().filter(|_| random.flag()).collect();
    let mut named: Vec<PropTag> = keys.iter().map(tag).collect();
    let mut tables = [random.flag(), random.flag()];
    for (table, named_too) in TABLES.iter().zip(tables) {
        named.extend(named_too.then_some(*table));
    }
    let (source, destination) = (&mut from.message, &mut to.message);
    let all = random.flag();
    let problems = match all {
        true => copy_to(source, Some(&named), destination, options),
        false => copy_props(source, &named, destination, options),
    };
    if named.is_empty() {
        assert_eq!(problems, Err(SCode::MAPI_E_INVALID_PARAMETER.into()), "{what}");
        return;
    }
    let problems = problems.unwrap();
    if all {
        keys = from.model.props.keys().copied().filter(|key| !keys.contains(key)).collect();
        tables = tables.map(|excluded| !excluded);
    }
    for key in keys {
        let tag = key.tag(&from.names, PropType::NULL);
        let done = copy_one(&mut from.model, key, &mut to.model, options);
        assert_eq!(problems.of(tag), done.err(), "{what}: {key:?}");
    }
    copy_tables(&mut from.model, tables, &mut to.model, options);
    for table in TABLES {
        assert_eq!(problems.of(table), None, "{what}");
    }
    // Names came with what was copied.
    for n in state::names() {
        let found = to.message.ids_from_names(Some(&[name(n)]), false).unwrap();
        let id = found.items[0].id();
        match to.names.get(&n) {
            Some(known) => assert_eq!(id, *known, "{what}"),
            None if !found.errors => _ = to.names.insert(n, id),
            None => assert!(!to.model.props.contains_key(&Key::Name(n)), "{what}"),
        }
    }
    from.compare(what);
}

const TABLES: [PropTag; 2] = [tags::PR_MESSAGE_RECIPIENTS, tags::PR_MESSAGE_ATTACHMENTS];

fn copy_one(
    from: &mut Model,
    key: Key,
    to: &mut Model,
    options: CopyOptions<'_>,
) -> Result<(), SCode> {
    let value = from.get(key)?;
    if options.keep && to.props.contains_key(&key) {
        return Ok(());
    }
    to.may_set(key)?;
    to.put(key, value);
    if options.moved { from.delete(key) } else { Ok(()) }
}

fn copy_tables(from: &mut Model, which: [bool; 2], to: &mut Model, options: CopyOptions<'_>) {
    let [recipients, attachments] = which;
    if recipients && (to.recipients.is_empty() || !options.keep) {
        to.recipients.clear();
        from.recipients.values().for_each(|name| to.add_recipient(name.clone()));
        if options.moved {
            from.recipients.clear();
        }
    }
    if attachments && (to.attachments.is_empty() || !options.keep) {
        to.attachments.clear();
        to.shown.clear();
        for number in &from.shown {
            to.attach(from.attachments[number].clone());
        }
        if options.moved {
            let gone = std::mem::take(&mut from.shown);
            gone.iter().for_each(|number| _ = from.attachments.remove(number));
        }
    }
}
