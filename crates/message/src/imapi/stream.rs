//! The content of a property as a stream.

use std::io::{self, Read, Seek, SeekFrom, Write};
use std::sync::Arc;

use bytes::Bytes;
use openimsg_base::codepage::UnsupportedCodePage;
use openimsg_base::{Budget, Limit, Refused};
use openimsg_props::{
    BuildError, Entry, PropTag, PropType, PropValue, SCode, decode_utf16le, encode_utf16le, tags,
};

use super::object::{unsync, unsyncs, width};
use super::{Error, OpenMode, PropObject};
use crate::edit::ObjectEdit;
use crate::rules::{self, Operation};

/// The bytes of a property, to be read and written like a file. Text is without terminator, in
/// UTF-16LE or the message's code page, as the tag says.
///
/// It is a transaction of its own: what is written is in the object once it is
/// [committed](PropStream::commit). Until it is dropped its bytes count as
/// [`Limits::decoded_bytes`](openimsg_base::Limits::decoded_bytes), together with those of all
/// other open streams; a write beyond that fails with an [`io::Error`] of kind
/// [`OutOfMemory`](io::ErrorKind::OutOfMemory) that holds the
/// [`Refused`] that names the limit, and leaves the stream as it was.
#[derive(Debug)]
pub struct PropStream {
    tag: PropTag,
    content: Content,
    charge: Charge,
    position: u64,
    writable: bool,
    changed: bool,
}

/// What was opened is lent; it is copied when it is first written to.
enum Content {
    Opened(Bytes),
    Own(Vec<u8>),
}

impl PropStream {
    pub(super) fn create(object: &ObjectEdit, tag: PropTag) -> Self {
        PropStream {
            tag,
            content: Content::Own(Vec::new()),
            charge: Charge::new(object.budget()),
            position: 0,
            writable: true,
            changed: true,
        }
    }

    pub(super) fn open(object: &ObjectEdit, tag: PropTag, mode: OpenMode) -> Result<Self, Error> {
        let stored = object.tag_of(tag.id()).ok_or(SCode::MAPI_E_NOT_FOUND)?;
        let bytes = if stored.kind() == tag.kind() {
            let raw = object.raw(stored)?;
            raw.ok_or(SCode::MAPI_E_CORRUPT_DATA)?
        } else if width(stored.kind(), true) == PropType::UNICODE
            && width(tag.kind(), true) == PropType::UNICODE
        {
            let text = object.text(tag.id())?.unwrap_or_default();
            encode(object, tag, &text)?
        } else if stored.kind() == PropType::OBJECT {
            return Err(SCode::MAPI_E_INTERFACE_NOT_SUPPORTED.into());
        } else {
            return Err(SCode::MAPI_E_UNEXPECTED_TYPE.into());
        };
        PropStream::over(object, tag, bytes, mode != OpenMode::Read)
    }

    /// A value that is nowhere stored, to be read.
    pub(super) fn of_value(
        object: &ObjectEdit,
        tag: PropTag,
        value: PropValue<'static>,
    ) -> Result<Self, Error> {
        let bytes = match (value.as_str(), value.as_bytes()) {
            (Some(text), _) => encode(object, tag, text)?,
            (_, Some(bytes)) => Bytes::copy_from_slice(bytes),
            _ => return Err(SCode::MAPI_E_INTERFACE_NOT_SUPPORTED.into()),
        };
        PropStream::over(object, tag, bytes, false)
    }

    fn over(
        object: &ObjectEdit,
        tag: PropTag,
        bytes: Bytes,
        writable: bool,
    ) -> Result<Self, Error> {
        let mut charge = Charge::new(object.budget());
        charge.resize(bytes.len()).map_err(|refused| object.error(Some(tag), refused))?;
        let content = Content::Opened(bytes);
        Ok(PropStream { tag, content, charge, position: 0, writable, changed: false })
    }

    /// The property.
    #[must_use]
    pub fn tag(&self) -> PropTag {
        self.tag
    }

    /// Bytes that there are.
    #[must_use]
    pub fn len(&self) -> u64 {
        u64::try_from(self.slice().len()).unwrap_or(u64::MAX)
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.slice().is_empty()
    }

    /// Cuts off what is beyond a length, or fills up to it with zeros.
    ///
    /// # Errors
    /// As writing: [`io::ErrorKind::PermissionDenied`] if it is only read,
    /// [`io::ErrorKind::FileTooLarge`] for more than a file can hold,
    /// [`io::ErrorKind::OutOfMemory`] for more than the limits allow.
    pub fn set_len(&mut self, len: u64) -> io::Result<()> {
        self.resize(limited(len)?)?;
        self.changed = true;
        Ok(())
    }

    /// Whether something was written, or it was made, that was not committed.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.changed
    }

    /// Puts what was written into the object, if anything was.
    ///
    /// # Errors
    /// [`SCode::MAPI_E_NO_ACCESS`] when the object can no longer be changed, or the property
    /// itself may not be set any more, whatever it was when the stream was opened; and those of
    /// setting a property.
    pub fn commit(&mut self, object: &mut (impl PropObject + ?Sized)) -> Result<(), Error> {
        if !self.changed {
            return Ok(());
        }
        let stored = object.edit().entry(self.tag.id()).map(Entry::attributes);
        let of = object.object_type();
        rules::check(Operation::Set, self.tag, stored, of, object.access())
            .map_err(|scode| Error::from(scode).at(self.tag))?;
        let kind = self.tag.kind();
        let bytes = match std::mem::replace(&mut self.content, Content::Own(Vec::new())) {
            Content::Opened(bytes) => bytes,
            Content::Own(bytes) => Bytes::from(bytes),
        };
        self.content = Content::Opened(bytes.clone());
        let (id, edit) = (self.tag.id(), object.edit());
        let is_stored_so = kind == PropType::BINARY || kind == width(kind, edit.is_unicode());
        let text = match is_stored_so && id != tags::PR_BODY.id() {
            true => None,
            false => Some(decode(edit, self.tag, &bytes)?),
        };
        let unsyncs = unsyncs(object, id, text.as_deref());
        match text.filter(|_| !is_stored_so) {
            Some(text) => object.edit_mut().set(self.tag.with_kind(PropType::UNICODE), text)?,
            None => object.edit_mut().set_content(self.tag, bytes)?,
        }
        unsync(object, unsyncs)?;
        self.changed = false;
        Ok(())
    }

    fn slice(&self) -> &[u8] {
        match &self.content {
            Content::Opened(bytes) => bytes,
            Content::Own(bytes) => bytes,
        }
    }

    /// The bytes, to change them.
    fn own(&mut self) -> io::Result<&mut Vec<u8>> {
        if !self.writable {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        if let Content::Opened(bytes) = &mut self.content {
            self.content = Content::Own(std::mem::take(bytes).into());
        }
        match &mut self.content {
            Content::Own(bytes) => Ok(bytes),
            Content::Opened(_) => Err(io::ErrorKind::PermissionDenied.into()),
        }
    }

    /// The bytes, so many of them, to change them.
    fn resize(&mut self, len: usize) -> io::Result<&mut Vec<u8>> {
        let before = self.own()?.len();
        let out_of_memory = |refused| io::Error::new(io::ErrorKind::OutOfMemory, refused);
        self.charge.resize(len).map_err(out_of_memory)?;
        if self.own()?.try_reserve(len.saturating_sub(before)).is_err() {
            // What there was is less, and can be had again.
            let _ = self.charge.resize(before);
            return Err(io::ErrorKind::OutOfMemory.into());
        }
        let own = self.own()?;
        own.resize(len, 0);
        Ok(own)
    }
}

/// The bytes of a stream, charged as long as it is open.
#[derive(Debug)]
struct Charge {
    budget: Arc<Budget>,
    bytes: u64,
}

impl Charge {
    fn new(budget: &Arc<Budget>) -> Self {
        Charge { budget: budget.clone(), bytes: 0 }
    }

    /// Charges so many in place of those that were, or leaves it at those.
    fn resize(&mut self, bytes: usize) -> Result<(), Refused> {
        let bytes = u64::try_from(bytes).unwrap_or(u64::MAX);
        match bytes.checked_sub(self.bytes) {
            Some(more) => self.budget.charge(Limit::DecodedBytes, more)?,
            None => self.budget.release(Limit::DecodedBytes, self.bytes.saturating_sub(bytes)),
        }
        self.bytes = bytes;
        Ok(())
    }
}

impl Drop for Charge {
    fn drop(&mut self) {
        self.budget.release(Limit::DecodedBytes, self.bytes);
    }
}

impl Read for PropStream {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let at = usize::try_from(self.position).unwrap_or(usize::MAX);
        let rest = self.slice().get(at..).unwrap_or_default();
        let many = rest.len().min(buffer.len());
        if let (Some(to), Some(from)) = (buffer.get_mut(..many), rest.get(..many)) {
            to.copy_from_slice(from);
        }
        self.position = self.position.saturating_add(u64::try_from(many).unwrap_or(u64::MAX));
        Ok(many)
    }
}

impl Write for PropStream {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        let there = self.own()?.len();
        if buffer.is_empty() {
            return Ok(0);
        }
        let at = limited(self.position)?;
        let end = self.position.saturating_add(u64::try_from(buffer.len()).unwrap_or(u64::MAX));
        let len = limited(end)?;
        let own = self.resize(len.max(there))?;
        if let Some(to) = own.get_mut(at..len) {
            to.copy_from_slice(buffer);
        }
        self.position = end;
        self.changed = true;
        Ok(buffer.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Seek for PropStream {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let position = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::Current(by) => self.position.checked_add_signed(by),
            SeekFrom::End(by) => self.len().checked_add_signed(by),
        };
        self.position = position.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.position)
    }
}

impl std::fmt::Debug for Content {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let len = match self {
            Content::Opened(bytes) => bytes.len(),
            Content::Own(bytes) => bytes.len(),
        };
        write!(f, "{len} bytes")
    }
}

/// A stream in memory is no longer than what a file of version 3 can hold.
fn limited(len: u64) -> io::Result<usize> {
    const MAX: u64 = 0x7FFF_FFFF;
    let fits = usize::try_from(len).ok().filter(|_| len <= MAX);
    fits.ok_or_else(|| io::ErrorKind::FileTooLarge.into())
}

fn decode(object: &ObjectEdit, tag: PropTag, bytes: &[u8]) -> Result<String, Error> {
    if tag.kind() == PropType::UNICODE {
        return Ok(decode_utf16le(bytes).text.into_owned());
    }
    let decoded = object.code_page().decode(bytes);
    let error = |e: UnsupportedCodePage| object.error(Some(tag), BuildError::Text(e.into()));
    Ok(decoded.map_err(error)?.text.into_owned())
}

fn encode(object: &ObjectEdit, tag: PropTag, text: &str) -> Result<Bytes, Error> {
    Ok(match tag.kind() {
        PropType::UNICODE => encode_utf16le(text).into(),
        _ => {
            let encoded = object.code_page().encode(text);
            let error = |e| object.error(Some(tag), BuildError::Text(e));
            encoded.map_err(error)?.into_owned().into()
        }
    })
}
