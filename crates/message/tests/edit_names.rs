//! Named properties of a message under edit: identifiers mean the same before and after a save.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking, and says why")]

use openimsg_base::FileTime;
use openimsg_message::MessageFile;
use openimsg_message::edit::{Clock, Ids, MessageEdit, Options};
use openimsg_props::named::NamedProperty;
use openimsg_props::{PropId, PropTag, PropType, guids};

fn options() -> Options {
    let time = FileTime::from_raw(0x01DC_0000_0000_0000);
    Options { clock: Clock::Fixed(time), ids: Ids::Seeded(7), ..Options::default() }
}

fn name(text: &'static str) -> NamedProperty {
    NamedProperty::name(guids::PS_PUBLIC_STRINGS, text)
}

/// What stands under the names in a file.
fn values(bytes: &[u8], names: &[&'static str]) -> Vec<String> {
    let file = MessageFile::open(bytes, Default::default()).unwrap();
    let message = file.message().unwrap();
    let value =
        |text: &&'static str| message.get_named(&name(text)).unwrap().unwrap().value.into_owned();
    names.iter().map(|name| value(name).as_str().unwrap().to_owned()).collect()
}

/// Pins a bug: where the messages in a message were too deep for new names to be put in order,
/// the save failed, and the next one wrote the identifiers of one name under another.
#[test]
fn names_stay_with_their_values_where_a_message_cannot_be_looked_into() {
    let mut nested = MessageEdit::new(options()).unwrap();
    for _ in 0..3 {
        let mut outer = MessageEdit::new(options()).unwrap();
        outer.embed(nested.finish().unwrap()).unwrap();
        nested = outer;
    }
    let mut shallow = options();
    shallow.open.limits.nesting = 2;
    let mut message = MessageEdit::open(nested.to_vec().unwrap(), shallow).unwrap();
    message.set_named(&name("b"), "of b").unwrap();
    message.set_named(&name("a"), "of a").unwrap();
    for _ in 0..2 {
        assert_eq!(values(&message.to_vec().unwrap(), &["a", "b"]), ["of a", "of b"]);
    }
}

/// Pins a bug: only two of the four ways to learn an identifier kept it as it was.
#[test]
fn identifiers_that_someone_knows_stay() {
    const FIRST: PropId = PropId::FIRST_NAMED;
    type Ask = fn(&mut MessageEdit) -> PropId;
    let ways: [(&str, Ask); 4] = [
        ("id_of", |message| message.id_of(&name("b")).unwrap().unwrap()),
        ("create_id", |message| message.create_id(&name("b")).unwrap()),
        ("name_of", |message| {
            assert_eq!(message.name_of(FIRST).unwrap(), Some(name("b")));
            FIRST
        }),
        ("names", |message| message.names().unwrap().first().unwrap().0),
    ];
    for (way, ask) in ways {
        let mut message = MessageEdit::new(options()).unwrap();
        message.set_named(&name("b"), "of b").unwrap();
        message.set_named(&name("a"), "of a").unwrap();
        let id = ask(&mut message);
        let bytes = message.to_vec().unwrap();
        assert_eq!(message.get(id).unwrap().unwrap().as_str(), Some("of b"), "{way}");
        assert_eq!(values(&bytes, &["a", "b"]), ["of a", "of b"], "{way}");
    }
}

/// Whoever learns no identifier leaves no trace of the order.
#[test]
fn the_order_in_which_names_are_set_leaves_no_trace() {
    let made = |order: [&'static str; 3]| {
        let mut message = MessageEdit::new(options()).unwrap();
        for text in order {
            message.set_named(&name(text), text).unwrap();
        }
        message.to_vec().unwrap()
    };
    assert_eq!(made(["c", "a", "b"]), made(["a", "b", "c"]));
}

/// Properties without a name keep their identifiers where these mean nothing, and get others,
/// each its own, where they do. It was quadratic in their number.
#[test]
fn nameless_identifiers_do_not_come_to_mean_something() {
    const COUNT: u16 = 8000;
    let id = |index: u16| PropId(PropId::FIRST_NAMED.0 + index);
    let mut inner = MessageEdit::new(options()).unwrap();
    for index in 0..COUNT {
        let tag = PropTag::new(id(index), PropType::LONG);
        inner.set(tag, i32::from(index)).unwrap();
    }
    let mut outer = MessageEdit::new(options()).unwrap();
    for lid in 0..u32::from(COUNT) / 2 {
        outer.create_id(&NamedProperty::lid(guids::PSETID_COMMON, lid)).unwrap();
    }
    outer.embed(inner.finish().unwrap()).unwrap();
    let embedded = outer.attachment(0).unwrap().message().unwrap().unwrap();
    let mut values = Vec::new();
    for (tag, _) in embedded.list().filter(|(tag, _)| tag.id().is_named()) {
        assert_eq!(embedded.name_of(tag.id()).unwrap(), None, "{tag}");
        let value = embedded.long(tag.id()).unwrap();
        assert!(value < i32::from(COUNT / 2) || tag.id() == id(value.try_into().unwrap()));
        values.push(value);
    }
    values.sort_unstable();
    assert!(values.into_iter().eq(0..i32::from(COUNT)));
}
