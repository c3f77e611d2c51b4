//! The example `related_messages`, on a folder made for it.

#[path = "../examples/related_messages.rs"]
#[expect(dead_code, reason = "it is a program, and its main is not called here")]
mod example;

use openimsg::edit::Options;
use openimsg::{FileEdit, Message, tags};

#[test]
fn answers_are_found_and_marked_in_one_session() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    for (name, id, answers) in [
        ("question.msg", "<1@example.org>", None),
        ("answer.msg", "<2@example.org>", Some("<1@example.org>")),
        ("other.msg", "<3@example.org>", Some("<elsewhere@example.org>")),
    ] {
        let mut letter = FileEdit::create(Options::default()).unwrap();
        letter.set_subject(name).unwrap();
        letter.set(tags::PR_INTERNET_MESSAGE_ID, id).unwrap();
        if let Some(id) = answers {
            letter.set(tags::PR_IN_REPLY_TO_ID, id).unwrap();
        }
        assert!(letter.save_as(path(name)).unwrap().bytes > 0);
    }
    // One that is none is passed over.
    std::fs::write(path("broken.msg"), "no message").unwrap();

    let verb = |name: &str| {
        let message = Message::open(path(name)).unwrap();
        message
            .prop(example::LAST_VERB_EXECUTED, true)
            .ok()
            .and_then(|verb| verb.as_u32())
            .map(u32::cast_signed)
    };
    for (mark, expected) in [(false, None), (true, Some(example::REPLIED))] {
        let report = example::relate(folder.path(), mark).unwrap();
        assert_eq!((report.closed, report.unsaved, report.callbacks), (3, 0, 3));
        assert_eq!(verb("question.msg"), expected);
    }
    assert_eq!((verb("answer.msg"), verb("other.msg")), (None, None));
}
