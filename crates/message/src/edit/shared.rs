//! What all objects of a file under edit share.

use std::borrow::Cow;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use openimsg_base::{Budget, CodePage};
use openimsg_props::{PropType, PropValue};
use openimsg_storage::{EditError, Overlay};

use super::names::Names;
use super::{Misfits, Options};

/// What all objects of a file under edit share.
pub(super) struct Shared {
    pub(super) options: Options,
    pub(super) budget: Arc<Budget>,
    /// A storage with nothing in it: where new objects begin.
    pub(super) blank: Overlay,
    names: Mutex<Names>,
}

impl Shared {
    pub(super) fn new(
        options: Options,
        budget: Arc<Budget>,
        names: Names,
    ) -> Result<Self, EditError> {
        // What is in a storage of its own stands on no base, so that it can be put anywhere.
        const NAME: &str = "new";
        let mut scratch = Overlay::empty().charged_to(&budget);
        scratch.create_storage(NAME)?;
        let missing = || EditError::NotFound { path: NAME.into() };
        let blank = scratch.nested(&scratch.find(NAME).ok_or_else(missing)?)?;
        Ok(Shared { options, budget, blank, names: Mutex::new(names) })
    }

    pub(super) fn names(&self) -> MutexGuard<'_, Names> {
        // A map is whole between any two calls.
        self.names.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// How a message stores text.
#[derive(Debug, Clone, Copy)]
pub(super) struct TextForm {
    /// In UTF-16, as PR_STORE_SUPPORT_MASK says.
    pub(super) unicode: bool,
    /// The page of 8-bit text.
    pub(super) page: CodePage,
    pub(super) misfits: Misfits,
}

impl TextForm {
    /// The value in the width of the message.
    pub(super) fn fit<'v>(self, value: PropValue<'v>) -> PropValue<'v> {
        match value {
            PropValue::Unicode(text) if !self.unicode => PropValue::String8(text),
            PropValue::String8(text) if self.unicode => PropValue::Unicode(text),
            PropValue::MvUnicode(texts) if !self.unicode => PropValue::MvString8(texts),
            PropValue::MvString8(texts) if self.unicode => PropValue::MvUnicode(texts),
            other => other,
        }
    }

    /// The type in the width of the message.
    pub(super) fn fit_kind(self, kind: PropType) -> PropType {
        match kind {
            PropType::UNICODE | PropType::STRING8 if self.unicode => PropType::UNICODE,
            PropType::UNICODE | PropType::STRING8 => PropType::STRING8,
            PropType::MV_UNICODE | PropType::MV_STRING8 if self.unicode => PropType::MV_UNICODE,
            PropType::MV_UNICODE | PropType::MV_STRING8 => PropType::MV_STRING8,
            other => other,
        }
    }

    /// Text as it can be stored, with a replacement for what does not fit the page.
    pub(super) fn nearest(self, text: &str) -> Cow<'_, str> {
        let lossy = match self.unicode {
            true => None,
            false => self.page.encode_lossy(text).ok().filter(|(_, replaced)| *replaced > 0),
        };
        let decoded = lossy.and_then(|(bytes, _)| {
            let decoded = self.page.decode(&bytes).ok()?;
            Some(Cow::Owned(decoded.text.into_owned()))
        });
        decoded.unwrap_or(Cow::Borrowed(text))
    }

    /// Text in 8 bits.
    pub(super) fn encode(self, text: &str) -> Result<Vec<u8>, openimsg_props::BuildError> {
        Ok(match self.misfits {
            Misfits::Refuse => self.page.encode(text)?.into_owned(),
            Misfits::Replace => match self.page.encode_lossy(text) {
                Ok((bytes, _)) => bytes.into_owned(),
                Err(unsupported) => {
                    return Err(openimsg_props::BuildError::Text(unsupported.into()));
                }
            },
        })
    }
}
