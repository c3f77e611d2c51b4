//! Streams of properties, by counted handles.

use std::fmt;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::sync::Arc;

use openimsg_message::imapi::PropStream;
use openimsg_props::PropTag;

use crate::Error;
use crate::root::Item;

/// The bytes or the text of a property, to be read and written like a file (IStream).
///
/// A counted handle; all of one stream share its position. What is written is in the object once
/// the stream is [committed](Stream::commit). After the message was closed, reading and writing
/// fail with an [`io::Error`] that holds [`Error::InvalidObject`].
#[derive(Clone)]
pub struct Stream(pub(crate) Arc<Item>);

impl Stream {
    /// The property.
    ///
    /// # Errors
    /// [`Error::InvalidObject`].
    pub fn tag(&self) -> Result<PropTag, Error> {
        self.0.write(|slot| Ok(slot.stream()?.tag()))
    }

    /// Bytes that there are.
    ///
    /// # Errors
    /// [`Error::InvalidObject`].
    pub fn len(&self) -> Result<u64, Error> {
        self.0.write(|slot| Ok(slot.stream()?.len()))
    }

    /// Whether there are none.
    ///
    /// # Errors
    /// [`Error::InvalidObject`].
    pub fn is_empty(&self) -> Result<bool, Error> {
        self.len().map(|len| len == 0)
    }

    /// Cuts off what is beyond a length, or fills up to it with zeros.
    ///
    /// # Errors
    /// As writing: an [`io::Error`] that holds [`Error::InvalidObject`] once the message was closed, or
    /// the [`Refused`](openimsg_base::Refused) that names the limit.
    pub fn set_len(&self, len: u64) -> io::Result<()> {
        self.act(|stream| stream.set_len(len))
    }

    /// Puts what was written into the object, which is to be saved then.
    ///
    /// # Errors
    /// [`SCode::MAPI_E_NO_ACCESS`](openimsg_props::SCode::MAPI_E_NO_ACCESS) when the object can no
    /// longer be changed, and those of setting a property.
    pub fn commit(&self) -> Result<(), Error> {
        self.0.root.write(|state| {
            let (own, above) = state.with_above(self.0.part)?;
            own.save_into(above, |own, above| Ok(own.stream()?.commit(above.object_mut()?)?))
        })
    }

    /// Whether both are handles of one stream.
    #[must_use]
    pub fn is_same(&self, other: &Stream) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    fn act<T>(&self, act: impl FnOnce(&mut PropStream) -> io::Result<T>) -> io::Result<T> {
        let done = self.0.write(|slot| {
            let done = act(slot.stream()?);
            slot.changed = slot.stream()?.is_changed();
            Ok(done)
        });
        done.map_err(io::Error::other)?
    }
}

impl Read for &Stream {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.act(|stream| stream.read(buffer))
    }
}

impl Write for &Stream {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        self.act(|stream| stream.write(buffer))
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Seek for &Stream {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.act(|stream| stream.seek(to))
    }
}

impl Read for Stream {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        (&*self).read(buffer)
    }
}

impl Write for Stream {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        (&*self).write(buffer)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Seek for Stream {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        (&*self).seek(to)
    }
}

impl fmt::Debug for Stream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stream").field("message", &self.0.root.id().0).finish_non_exhaustive()
    }
}
