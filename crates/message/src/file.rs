//! A message file: what owns the storage while messages are looked at.

use std::sync::{Arc, OnceLock};

use openimsg_base::{Budget, CodePage, Limits};
use openimsg_storage::{CompoundFile, Source, Store};

use crate::facts::{MessageFacts, Names};
use crate::{Error, Message};

/// An open message file: the storage, the budget, and what is costly to find out.
///
/// It can stand on any [`Store`]: our own reader over bytes or a file, or a caller's `cfb` file.
/// [`MessageFile::message`] is the way in.
#[derive(Debug)]
pub struct MessageFile<S: Store> {
    store: S,
    budget: Arc<Budget>,
    names: OnceLock<Names>,
    root: Arc<MessageFacts<S::Node>>,
}

/// How to open a message file.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// What the file may ask for, and whether defects are errors.
    pub limits: Limits,
    /// The code page of 8-bit strings, for files that declare a wrong one. It holds for
    /// embedded messages too. By default it is found by the rule of [`Object::code_page`].
    ///
    /// [`Object::code_page`]: crate::Object::code_page
    pub code_page: Option<CodePage>,
    /// A budget to charge as well: that of a session.
    pub parent: Option<Arc<Budget>>,
}

impl<S: Source> MessageFile<CompoundFile<S>> {
    /// Opens a message over the bytes of a compound file, whatever lends them.
    ///
    /// # Errors
    /// [`Problem::Storage`](crate::Problem::Storage) when this is no compound file or one that
    /// cannot be read; that it holds no message is found by [`MessageFile::message`].
    pub fn open(source: S, options: Options) -> Result<Self, Error> {
        let budget = Arc::new(Budget::new(options.limits, options.parent));
        let store = CompoundFile::open(source, &budget).map_err(|e| Error::new([], e))?;
        Ok(MessageFile::over(store, budget, options.code_page))
    }
}

impl<S: Store> MessageFile<S> {
    /// Stands on a storage that is open already; `budget` is the one it was opened with.
    pub fn over(store: S, budget: Arc<Budget>, code_page: Option<CodePage>) -> Self {
        let root = Arc::new(MessageFacts::root(store.root(), code_page));
        MessageFile { store, budget, names: OnceLock::new(), root }
    }

    /// The message in the root storage.
    ///
    /// # Errors
    /// [`Problem::NoMessage`](crate::Problem::NoMessage) when there is none,
    /// [`Problem::Storage`](crate::Problem::Storage) when its property stream cannot be read.
    pub fn message(&self) -> Result<Message<'_, S>, Error> {
        self.message_on(&self.budget)
    }

    /// The message, on another meter.
    pub(crate) fn message_on<'s>(&'s self, budget: &'s Budget) -> Result<Message<'s, S>, Error> {
        let context = Context { store: &self.store, budget, names: &self.names };
        Message::open(context, self.root.clone())
    }

    /// The storage below.
    pub fn store(&self) -> &S {
        &self.store
    }

    /// The running meter, with the defects found while opening.
    pub fn budget(&self) -> &Arc<Budget> {
        &self.budget
    }

    /// Closes the message and gives the storage back.
    pub fn into_store(self) -> S {
        tracing::debug!(defects = self.budget.defects_found(), "message closed");
        self.store
    }
}

/// What all objects of a file share.
pub(crate) struct Context<'s, S: ?Sized> {
    pub(crate) store: &'s S,
    pub(crate) budget: &'s Budget,
    pub(crate) names: &'s OnceLock<Names>,
}

impl<S: ?Sized> Clone for Context<'_, S> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<S: ?Sized> Copy for Context<'_, S> {}
