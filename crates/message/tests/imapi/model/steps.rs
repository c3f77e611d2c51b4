//! What is done to one message, at whatever depth.

use std::io::{Read, Seek, SeekFrom, Write};

use openimsg_message::imapi::{
    MessageObject, ModifyRecipients, NameFilter, OpenAccess, OpenMode, PropObject,
};
use openimsg_props::{Attributes, PropId, PropTag, PropType, PropValue, decode_utf16le};

use super::state::{Attached, Data, Key, Model, Names, name};
use super::*;

/// Does one thing to a message and to its model.
pub(super) fn step(
    random: &mut Random,
    message: &mut MessageObject,
    model: &mut Model,
    names: &mut Names,
    what: &str,
) {
    let key = random.key();
    match random.below(14) {
        0..=2 => set_some(random, message, model, names, what),
        3 => {
            let tag = key.tag(names, PropType::NULL);
            let problems = message.delete_props(&[tag]).unwrap();
            assert_eq!(problems.of(tag), model.delete(key).err(), "{what}");
        }
        4 => {
            let (tag, attributes) = (key.tag(names, PropType::LONG), random.small(8));
            let problems = message.set_attributes(&[tag], &[Attributes(attributes)]).unwrap();
            let there = model.props.get_mut(&key);
            let missing = there.is_none().then_some(SCode::MAPI_E_NOT_FOUND);
            assert_eq!(problems.of(tag), missing, "{what}");
            if let Some((_, stored)) = there {
                *stored = attributes;
            }
        }
        5 | 6 => stream(random, message, model, names, key, what),
        7 => ids_of_names(random, message, names, what),
        8 => names_of_ids(random, message, names, what),
        9 => {
            let added: Vec<String> =
                (0..=random.below(2)).map(|_| format!("new {}", random.small(9))).collect();
            let row = |name: &String| vec![Value::new(tags::PR_DISPLAY_NAME, name.clone())];
            let rows: Vec<Vec<Value>> = added.iter().map(row).collect();
            let how = match random.below(4) {
                0 => ModifyRecipients::Replace,
                _ => ModifyRecipients::Add,
            };
            message.modify_recipients(how, &rows).unwrap();
            if how == ModifyRecipients::Replace {
                model.recipients.clear();
            }
            added.into_iter().for_each(|name| model.add_recipient(name));
        }
        10 => change_recipient(random, message, model, what),
        11 => attach(random, message, model, names, what),
        12 => change_attachment(random, message, model, names, what),
        _ => {
            let number = random.small(6);
            let done = message.delete_attachment(number);
            let there = model.attachments.remove(&number).is_some();
            let expected = if there { Ok(()) } else { Err(SCode::MAPI_E_NOT_FOUND.into()) };
            assert_eq!(done, expected, "{what}");
            model.shown.retain(|other| *other != number);
        }
    }
}

fn set_some(
    random: &mut Random,
    message: &mut MessageObject,
    model: &mut Model,
    names: &Names,
    what: &str,
) {
    let mut keys = vec![random.key(), random.key()];
    keys.dedup();
    let value = |key: &Key| {
        let value = random.value();
        Value::new(key.tag(names, value.kind()), value)
    };
    let values: Vec<Value> = keys.iter().map(value).collect();
    let problems = message.set_props(&values).unwrap();
    for (key, value) in keys.iter().zip(values) {
        let expected = model.set(*key, value.value, names).err();
        assert_eq!(problems.of(value.tag), expected, "{what}: {key:?}");
    }
}

/// Opens bytes or text as a stream, reads it, and may write and commit.
fn stream(
    random: &mut Random,
    message: &mut MessageObject,
    model: &mut Model,
    names: &Names,
    key: Key,
    what: &str,
) {
    use PropType as T;
    let kinds = [T::BINARY, T::UNICODE, T::UNICODE, T::STRING8, T::LONG, T::UNSPECIFIED];
    let kind = kinds[usize::try_from(random.below(6)).unwrap()];
    let mode = [OpenMode::Read, OpenMode::Modify, OpenMode::Create]
        [usize::try_from(random.below(3)).unwrap()];
    let tag = key.tag(names, kind);
    let page = message.edit().code_page();
    let encode = |text: &str| match kind {
        T::UNICODE => openimsg_props::encode_utf16le(text),
        T::STRING8 => page.encode(text).unwrap().into_owned(),
        _ => text.as_bytes().to_vec(),
    };
    let expected = match (kind, mode) {
        (T::UNSPECIFIED, _) => Err(SCode::MAPI_E_INVALID_PARAMETER),
        (T::LONG, _) => Err(SCode::MAPI_E_INTERFACE_NOT_SUPPORTED),
        (_, OpenMode::Read) => content(model, key, kind, &encode),
        (_, OpenMode::Modify) => {
            model.may_set(key).and_then(|()| content(model, key, kind, &encode))
        }
        (_, OpenMode::Create) => match key {
            Key::Name(n) if !names.contains_key(&n) => Err(SCode::MAPI_E_UNEXPECTED_ID),
            _ => model.may_set(key).map(|()| Vec::new()),
        },
    };
    let opened = message.open_stream(tag, mode);
    let (mut stream, mut bytes) = match (opened, expected) {
        (Ok(stream), Ok(bytes)) => (stream, bytes),
        (opened, expected) => {
            let code = opened.unwrap_err().scode();
            assert_eq!(Some(code), expected.err(), "{what}: {tag}");
            assert!(message.last_error(code).is_some(), "{what}");
            return;
        }
    };
    let mut read = Vec::new();
    stream.read_to_end(&mut read).unwrap();
    assert_eq!(read, bytes, "{what}: {tag}");
    if mode == OpenMode::Read {
        assert!(stream.write(b"x").is_err(), "{what}");
        return;
    }
    let (end, unit) = (encode("zé"), encode("A"));
    match random.below(4) {
        0 => {
            stream.seek(SeekFrom::End(0)).unwrap();
            stream.write_all(&end).unwrap();
            bytes.extend(&end);
        }
        1 => {
            stream.seek(SeekFrom::Start(0)).unwrap();
            stream.write_all(&unit).unwrap();
            let len = bytes.len().max(unit.len());
            bytes.resize(len, 0);
            bytes[..unit.len()].copy_from_slice(&unit);
        }
        // Zeros at the end of a text are not part of it.
        2 if bytes.len() >= unit.len() => {
            stream.set_len(u64::try_from(unit.len()).unwrap()).unwrap();
            bytes.resize(unit.len(), 0);
        }
        _ => {}
    }
    // What is not committed is gone with the stream.
    if random.below(4) == 0 {
        return;
    }
    stream.commit(message).unwrap();
    let value = match kind {
        T::BINARY => PropValue::from(bytes),
        T::UNICODE => decode_utf16le(&bytes).text.into_owned().into(),
        _ => page.decode(&bytes).unwrap().text.into_owned().into(),
    };
    model.put(key, value);
}

/// The bytes of a stream of this type.
fn content(
    model: &Model,
    key: Key,
    kind: PropType,
    encode: &dyn Fn(&str) -> Vec<u8>,
) -> Result<Vec<u8>, SCode> {
    match (model.get(key)?, kind) {
        (PropValue::Binary(bytes), PropType::BINARY) => Ok(bytes.into_owned()),
        (PropValue::Unicode(text), PropType::UNICODE | PropType::STRING8) => {
            Ok(encode(text.as_str()))
        }
        _ => Err(SCode::MAPI_E_UNEXPECTED_TYPE),
    }
}

fn ids_of_names(random: &mut Random, message: &mut MessageObject, names: &mut Names, what: &str) {
    let (asked, create) = (random.names(), random.flag());
    let all: Vec<_> = asked.iter().copied().map(name).collect();
    let answers = message.ids_from_names(Some(&all), create);
    let Ok(answers) = answers else {
        assert!(asked.is_empty(), "{what}");
        return;
    };
    let mut missing = false;
    for (n, tag) in asked.into_iter().zip(answers.items) {
        match names.get(&n) {
            Some(known) => assert_eq!(tag, PropTag::new(*known, PropType::UNSPECIFIED), "{what}"),
            None if create => {
                assert!(tag.id().is_named(), "{what}");
                assert!(!names.values().any(|known| *known == tag.id()), "{what}");
                names.insert(n, tag.id());
            }
            None => {
                assert_eq!(tag, PropTag::new(PropId(0), PropType::ERROR), "{what}");
                missing = true;
            }
        }
    }
    assert_eq!(answers.errors, missing, "{what}");
}

fn names_of_ids(random: &mut Random, message: &MessageObject, names: &Names, what: &str) {
    let asked: Vec<u16> = random.names();
    let tags: Vec<PropTag> =
        asked.iter().map(|n| Key::Name(*n).tag(names, PropType::UNSPECIFIED)).collect();
    let filter = NameFilter { no_strings: random.flag(), ..NameFilter::default() };
    let Ok(answers) = message.names_from_ids(Some(&tags), filter) else {
        assert!(asked.is_empty(), "{what}");
        return;
    };
    for (n, (_, answer)) in asked.iter().zip(answers.items) {
        let is_lid = n.is_multiple_of(2);
        let known = names.contains_key(n) && (is_lid || !filter.no_strings);
        assert_eq!(answer, known.then(|| name(*n)), "{what}");
    }
}

fn change_recipient(
    random: &mut Random,
    message: &mut MessageObject,
    model: &mut Model,
    what: &str,
) {
    let number = random.small(8);
    let name = format!("changed {}", random.small(99));
    let row = vec![
        Value::new(tags::PR_ROWID, number.cast_signed()),
        Value::new(tags::PR_DISPLAY_NAME, name.clone()),
    ];
    let how = if random.flag() { ModifyRecipients::Modify } else { ModifyRecipients::Remove };
    let done = message.modify_recipients(how, &[row]);
    let there = model.recipients.contains_key(&number);
    let expected = if there { Ok(()) } else { Err(SCode::MAPI_E_NOT_FOUND.into()) };
    assert_eq!(done, expected, "{what}");
    if there {
        model.recipients.remove(&number);
        if how == ModifyRecipients::Modify {
            model.recipients.insert(number, name);
        }
    }
}

/// Makes an attachment with bytes, with a message, or with nothing in it.
fn attach(
    random: &mut Random,
    message: &mut MessageObject,
    model: &mut Model,
    names: &mut Names,
    what: &str,
) {
    let mut attachment = message.create_attachment().unwrap();
    assert_eq!(attachment.number(), model.next_attachment, "{what}");
    let mut attached = Attached::default();
    change(random, &mut attachment, &mut attached, names, what);
    // One in four is let go without being saved.
    if random.below(4) == 0 {
        model.next_attachment += 1;
    } else {
        attachment.save_changes(RW, message).unwrap();
        model.attach(attached);
    }
}

fn change_attachment(
    random: &mut Random,
    message: &mut MessageObject,
    model: &mut Model,
    names: &mut Names,
    what: &str,
) {
    let number = random.small(6);
    let opened = message.open_attachment(number, None, OpenAccess::Modify);
    let Some(attached) = model.attachments.get_mut(&number) else {
        assert_eq!(opened.map(|_| ()), Err(SCode::MAPI_E_NOT_FOUND.into()), "{what}");
        assert!(message.last_error(SCode::MAPI_E_NOT_FOUND).is_some(), "{what}");
        return;
    };
    let mut attachment = opened.unwrap();
    let mut new = attached.clone();
    change(random, &mut attachment, &mut new, names, what);
    if random.below(4) > 0 {
        attachment.save_changes(RW, message).unwrap();
        *attached = new;
    }
}

fn change(
    random: &mut Random,
    attachment: &mut AttachmentObject,
    attached: &mut Attached,
    names: &mut Names,
    what: &str,
) {
    attached.name = format!("file {}", random.small(99));
    set(attachment, tags::PR_ATTACH_PATHNAME, attached.name.clone());
    match random.below(4) {
        0 | 1 => {
            let bytes = vec![b'b'; usize::try_from(random.below(9)).unwrap() * 1000];
            let mut stream =
                attachment.open_stream(tags::PR_ATTACH_DATA_BIN, OpenMode::Create).unwrap();
            stream.write_all(&bytes).unwrap();
            if random.below(4) > 0 {
                stream.commit(attachment).unwrap();
                attached.data = Data::Bytes(bytes);
            }
        }
        2 => embed(random, attachment, attached, names, what),
        _ => {}
    }
}

/// Makes a message in an attachment, or changes the one that is there.
fn embed(
    random: &mut Random,
    attachment: &mut AttachmentObject,
    attached: &mut Attached,
    names: &mut Names,
    what: &str,
) {
    let (mode, mut model) = match &attached.data {
        Data::Message(model) if random.below(4) > 0 => (OpenMode::Modify, model.opened()),
        _ => (OpenMode::Create, Model::default()),
    };
    let mut inner = attachment.open_message(mode).unwrap();
    for _ in 0..random.below(4) {
        step(random, &mut inner, &mut model, names, what);
    }
    compare(&inner, &model, names, what);
    if random.below(4) > 0 {
        inner.save_into(RW, attachment).unwrap();
        model.settle();
        attached.data = Data::Message(model);
    }
}
