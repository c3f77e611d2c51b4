//! Messages and storages that the tests share.

use std::sync::atomic::{AtomicU64, Ordering::SeqCst};
use std::sync::{Arc, LazyLock};

use openimsg_base::Budget;
use openimsg_message::RecipientType;
use openimsg_message::edit::{self, Clock, Ids, MessageEdit, Options, Person};
use openimsg_storage::{Access, CommitError, CompoundFile, Overlay, Storage, Store, Target};

/// How the messages of tests are made.
pub(crate) fn options() -> Options {
    Options { clock: Clock::Fixed(Default::default()), ids: Ids::Seeded(1), ..Options::default() }
}

/// A message with a recipient, an attached file (0) and an attached message (1).
pub(crate) fn letter(subject: &str, strings: edit::Strings) -> Vec<u8> {
    let options = Options { strings, ..options() };
    let mut inner = MessageEdit::new(options.clone()).unwrap();
    inner.set_subject("inner").unwrap();
    inner.attach("deep.txt", b"deep".as_slice()).unwrap();
    let mut message = MessageEdit::new(options).unwrap();
    message.set_subject(subject).unwrap();
    message.set_text_body("A body\r\n").unwrap();
    message.add_recipient(RecipientType::TO, &Person::smtp("Ada", "ada@example.org")).unwrap();
    message.attach("a.txt", b"attached".as_slice()).unwrap();
    message.embed(inner.finish().unwrap()).unwrap();
    message.to_vec().unwrap()
}

/// A Unicode message with the subject "old".
pub(crate) fn old() -> Vec<u8> {
    // Made once: the fuzz target `session` asks for it thousands of times.
    static OLD: LazyLock<Vec<u8>> = LazyLock::new(|| letter("old", edit::Strings::Unicode));
    OLD.clone()
}

/// The tree of a file.
pub(crate) fn tree(bytes: Vec<u8>) -> Overlay {
    Overlay::new(Arc::new(CompoundFile::open(bytes, &Budget::default()).unwrap()))
}

/// A storage in memory with a message.
pub(crate) fn storage() -> Storage {
    Storage::memory(tree(old()))
}

/// The subject in a tree, without any session.
pub(crate) fn subject(tree: &Overlay) -> Option<String> {
    let budget = Arc::new(Budget::default());
    let message = MessageEdit::over(tree.clone(), budget, Options::default()).unwrap();
    message.text(openimsg_props::tags::PR_SUBJECT.id()).unwrap()
}

/// The names in the root of a tree.
pub(crate) fn names(tree: &Overlay) -> Vec<String> {
    let mut names = Vec::new();
    tree.visit(&tree.root(), &mut |child| names.push(child.name.to_string()));
    names
}

/// Counts the commits that reach it.
pub(crate) struct Counting(pub(crate) Arc<AtomicU64>);

impl Target for Counting {
    fn commit(&mut self, _: &Overlay, _: &Overlay) -> Result<(), CommitError> {
        self.0.fetch_add(1, SeqCst);
        Ok(())
    }
}

/// A storage with a message, and a count of its commits.
pub(crate) fn counting() -> (Storage, Arc<AtomicU64>) {
    let commits = Arc::new(AtomicU64::new(0));
    let target = Box::new(Counting(commits.clone()));
    (Storage::new(tree(old()), Access::ReadWrite, target), commits)
}
