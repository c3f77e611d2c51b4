//! Values, and what went wrong with some of many.

use std::sync::Arc;

use openimsg_props::{PropTag, PropType, PropValue, SCode};

use super::Error;

/// A property with its value, or with the error in place of it (SPropValue).
#[derive(Debug, Clone)]
pub struct Value {
    /// Which property. For an error the type is PT_ERROR; the identifier stays, so that the value
    /// can be found by it.
    pub tag: PropTag,
    /// Its value; [`PropValue::Error`] if there is none.
    pub value: PropValue<'static>,
    cause: Option<Arc<crate::Error>>,
}

impl Value {
    /// A value.
    #[must_use]
    pub fn new(tag: PropTag, value: impl Into<PropValue<'static>>) -> Self {
        Value { tag, value: value.into(), cause: None }
    }

    /// What was answered for a property: a value with its type, or an error.
    #[must_use]
    pub fn of(tag: PropTag, answer: Result<PropValue<'static>, Error>) -> Self {
        match answer {
            Ok(value) => Value::new(tag.with_kind(value.kind()), value),
            Err(error) => Value {
                tag: tag.with_kind(PropType::ERROR),
                value: PropValue::Error(error.scode()),
                cause: error.into_cause(),
            },
        }
    }

    /// The error in place of a value.
    #[must_use]
    pub fn error(&self) -> Option<SCode> {
        match self.value {
            PropValue::Error(code) => Some(code),
            _ => None,
        }
    }

    /// What went wrong below, if that is why there is no value.
    #[must_use]
    pub fn cause(&self) -> Option<&crate::Error> {
        self.cause.as_deref()
    }
}

/// By tag and value; why a value is an error makes no difference.
impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        self.tag == other.tag && self.value == other.value
    }
}

/// The answers to several questions, some of which may have failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answers<T> {
    /// One for each question, in order.
    pub items: Vec<T>,
    /// Whether some failed.
    pub errors: bool,
}

impl<T> Answers<T> {
    /// [`SCode::MAPI_W_ERRORS_RETURNED`] if some failed, else [`SCode::S_OK`].
    #[must_use]
    pub fn scode(&self) -> SCode {
        if self.errors { SCode::MAPI_W_ERRORS_RETURNED } else { SCode::S_OK }
    }
}

impl FromIterator<Value> for Answers<Value> {
    fn from_iter<I: IntoIterator<Item = Value>>(values: I) -> Self {
        let items: Vec<Value> = values.into_iter().collect();
        let errors = items.iter().any(|value| value.error().is_some());
        Answers { items, errors }
    }
}

/// What went wrong with one of several properties (SPropProblem). The others were done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PropProblem {
    /// The place in what the caller gave, from 0 on.
    pub index: u32,
    /// The property.
    pub tag: PropTag,
    /// Why.
    pub error: Error,
}

impl PropProblem {
    /// The code of the error.
    #[must_use]
    pub fn scode(&self) -> SCode {
        self.error.scode()
    }
}

/// What went wrong with some of several properties (SPropProblemArray); nothing if it is empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use = "some properties may not have been set, deleted or copied"]
pub struct PropProblems(pub Vec<PropProblem>);

impl PropProblems {
    /// Whether nothing went wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What went wrong with a property.
    #[must_use]
    pub fn of(&self, tag: PropTag) -> Option<SCode> {
        self.0.iter().find(|problem| problem.tag.id() == tag.id()).map(PropProblem::scode)
    }

    pub(super) fn add(&mut self, index: usize, tag: PropTag, error: Error) {
        let index = u32::try_from(index).unwrap_or(u32::MAX);
        self.0.push(PropProblem { index, tag, error: error.at(tag) });
    }
}
