//! Paths in a storage.

use super::EditError;
use crate::Name;
use crate::write::{IntoName, WriteError};

/// What can name a place in a storage: names separated by `/` from the root on (empty for the
/// root), a [`Name`], or a slice of them.
pub trait IntoPath: sealed::Sealed {
    /// The names.
    ///
    /// # Errors
    /// [`EditError::Name`] when one of them cannot be a name.
    fn into_path(self) -> Result<Vec<Name>, EditError>;
}

mod sealed {
    pub trait Sealed {}
    impl Sealed for &str {}
    impl Sealed for &String {}
    impl Sealed for crate::Name {}
    impl Sealed for &[crate::Name] {}
    impl Sealed for &Vec<crate::Name> {}
}

impl IntoPath for &str {
    fn into_path(self) -> Result<Vec<Name>, EditError> {
        let names = self.split('/').filter(|name| !name.is_empty());
        Ok(names.map(IntoName::into_name).collect::<Result<_, WriteError>>()?)
    }
}

impl IntoPath for &String {
    fn into_path(self) -> Result<Vec<Name>, EditError> {
        self.as_str().into_path()
    }
}

impl IntoPath for Name {
    fn into_path(self) -> Result<Vec<Name>, EditError> {
        Ok(vec![self])
    }
}

impl IntoPath for &[Name] {
    fn into_path(self) -> Result<Vec<Name>, EditError> {
        Ok(self.to_vec())
    }
}

impl IntoPath for &Vec<Name> {
    fn into_path(self) -> Result<Vec<Name>, EditError> {
        Ok(self.clone())
    }
}

/// For people.
pub(super) fn text(path: &[Name]) -> Box<str> {
    let mut text = String::new();
    for name in path {
        text.push('/');
        text.push_str(&name.to_string());
    }
    if text.is_empty() {
        text.push('/');
    }
    text.into()
}
