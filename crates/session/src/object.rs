//! IMAPIProp, by counted handles.

use std::fmt;
use std::sync::Arc;

use openimsg_message::imapi::{
    Answers, Call, CopyOptions, LastError, NameFilter, OpenMode, PropProblems, Value, copy_props,
    copy_to,
};
use openimsg_message::rules::Access;
use openimsg_props::named::NamedProperty;
use openimsg_props::{Attributes, PropTag, PropValue, SCode};

use crate::root::{Item, Key, Part, PartId, Slot};
use crate::{Error, MessageId, Stream};

/// What messages and attachments have in common: properties (IMAPIProp).
///
/// A handle is counted: a clone is one more reference to the same object, and the object is open
/// until the last is dropped. Every call may be made from any thread; those that only read do not
/// wait for each other. The rules are those of
/// [`PropObject`](openimsg_message::imapi::PropObject), which tells what each call does.
///
/// # Errors
/// Every call answers [`Error::InvalidObject`] once the message or its session was closed,
/// [`Error::Refused`] where a limit stops it, and else [`Error::Mapi`] with the code that MAPI's
/// documentation says and with what caused it.
#[derive(Clone)]
pub struct Object(pub(crate) Arc<Item>);

impl Object {
    /// The value of a property, in the type of the tag; with PT_UNSPECIFIED in its own, text in
    /// the width that `wide` says (GetProps with one tag).
    ///
    /// # Errors
    /// Why there is none, [`SCode::MAPI_E_NOT_FOUND`] for example.
    pub fn prop(&self, tag: PropTag, wide: bool) -> Result<PropValue<'static>, Error> {
        self.0.read(|slot| Ok(slot.object()?.prop(tag, wide)?))
    }

    /// The text of a property; nothing if it is not there.
    ///
    /// # Errors
    /// As [`Object::prop`].
    pub fn text(&self, tag: PropTag) -> Result<Option<String>, Error> {
        self.0.read(|slot| Ok(slot.object()?.text(tag)?))
    }

    /// The values of properties, in order; of all without tags (GetProps).
    ///
    /// # Errors
    /// As [`PropObject::props`](openimsg_message::imapi::PropObject::props).
    pub fn props(&self, tags: Option<&[PropTag]>, wide: bool) -> Result<Answers<Value>, Error> {
        self.0.read(|slot| Ok(slot.object()?.props(tags, wide)?))
    }

    /// The tags of all properties (GetPropList).
    ///
    /// # Errors
    /// [`Error::InvalidObject`].
    pub fn prop_list(&self, wide: bool) -> Result<Vec<PropTag>, Error> {
        self.0.read(|slot| Ok(slot.object()?.prop_list(wide)))
    }

    /// Sets properties (SetProps).
    ///
    /// # Errors
    /// As [`PropObject::set_props`](openimsg_message::imapi::PropObject::set_props).
    pub fn set_props(&self, values: &[Value]) -> Result<PropProblems, Error> {
        self.change(|slot| Ok(slot.object_mut()?.set_props(values)?))
    }

    /// Sets one property.
    ///
    /// # Errors
    /// As [`Object::set_props`], the problem with the property included.
    pub fn set(&self, tag: PropTag, value: impl Into<PropValue<'static>>) -> Result<(), Error> {
        self.change(|slot| {
            let object = slot.object_mut()?;
            let problems = object.set_props(&[Value::new(tag, value)])?;
            let problem = problems.0.into_iter().next();
            let done = problem.map_or(Ok(()), |problem| Err(problem.error));
            Ok(object.failures().note(Call::SetProps, done)?)
        })
    }

    /// Deletes properties (DeleteProps).
    ///
    /// # Errors
    /// As [`PropObject::delete_props`](openimsg_message::imapi::PropObject::delete_props).
    pub fn delete_props(&self, tags: &[PropTag]) -> Result<PropProblems, Error> {
        self.change(|slot| Ok(slot.object_mut()?.delete_props(tags)?))
    }

    /// What may be done to properties, in order (GetAttribIMsgOnIStg); those of an attachment, too,
    /// and of a message in one.
    ///
    /// # Errors
    /// [`Error::InvalidObject`].
    pub fn attributes(&self, tags: &[PropTag]) -> Result<Vec<Attributes>, Error> {
        self.0.read(|slot| Ok(slot.object()?.attributes(tags)))
    }

    /// Changes what may be done to properties (SetAttribIMsgOnIStg).
    ///
    /// # Errors
    /// As [`PropObject::set_attributes`](openimsg_message::imapi::PropObject::set_attributes).
    pub fn set_attributes(
        &self,
        tags: &[PropTag],
        attributes: &[Attributes],
    ) -> Result<PropProblems, Error> {
        self.change(|slot| Ok(slot.object_mut()?.set_attributes(tags, attributes)?))
    }

    /// The identifiers that stand for names (GetIDsFromNames).
    ///
    /// # Errors
    /// As [`PropObject::ids_from_names`](openimsg_message::imapi::PropObject::ids_from_names).
    pub fn ids_from_names(
        &self,
        names: Option<&[NamedProperty]>,
        create: bool,
    ) -> Result<Answers<PropTag>, Error> {
        self.0.root.write(|state| {
            let slot = state.part(self.0.part)?;
            let before = slot.revision()?;
            let answers = slot.object_mut()?.ids_from_names(names, create);
            if slot.revision()? != before {
                // Names are the file's, whichever object they were asked of.
                state.part(PartId::TOP)?.changed = true;
            }
            Ok(answers?)
        })
    }

    /// The names that identifiers stand for (GetNamesFromIDs).
    ///
    /// # Errors
    /// As [`PropObject::names_from_ids`](openimsg_message::imapi::PropObject::names_from_ids).
    pub fn names_from_ids(
        &self,
        tags: Option<&[PropTag]>,
        filter: NameFilter,
    ) -> Result<Answers<(PropTag, Option<NamedProperty>)>, Error> {
        self.0.read(|slot| Ok(slot.object()?.names_from_ids(tags, filter)?))
    }

    /// Opens the bytes or the text of a property (OpenProperty with IID_IStream). A stream that is
    /// open already is given again, at its position and as it was opened first; text in another
    /// width is another stream.
    ///
    /// What the documentation leaves open is decided here: while a stream is open it cannot be
    /// made anew, which would take its bytes away from those who hold it.
    ///
    /// # Errors
    /// As [`PropObject::open_stream`](openimsg_message::imapi::PropObject::open_stream);
    /// [`SCode::MAPI_E_BUSY`] for [`OpenMode::Create`] while the stream is open, and for changing
    /// what is attached while it is open to be changed as a message or a storage.
    pub fn open_stream(&self, tag: PropTag, mode: OpenMode) -> Result<Stream, Error> {
        let opened = self.0.open("stream", |state| {
            state.open_part(&self.0, Key::Stream(tag), mode, |slot| {
                let stream = Box::new(slot.object()?.open_stream(tag, mode)?);
                Ok(Part::Stream { stream, writable: mode != OpenMode::Read })
            })
        });
        opened.map(Stream)
    }

    /// Copies all properties to another object but those that are excluded (CopyTo).
    ///
    /// # Errors
    /// As [`copy_to`].
    pub fn copy_to(
        &self,
        exclude: Option<&[PropTag]>,
        destination: &Object,
        options: CopyOptions<'_>,
    ) -> Result<PropProblems, Error> {
        self.copy(Call::CopyTo, destination, |from, to| {
            Ok(copy_to(from.object_mut()?, exclude, to.object_mut()?, options)?)
        })
    }

    /// Copies properties to another object (CopyProps).
    ///
    /// # Errors
    /// As [`copy_props`].
    pub fn copy_props(
        &self,
        include: &[PropTag],
        destination: &Object,
        options: CopyOptions<'_>,
    ) -> Result<PropProblems, Error> {
        self.copy(Call::CopyProps, destination, |from, to| {
            Ok(copy_props(from.object_mut()?, include, to.object_mut()?, options)?)
        })
    }

    /// What is known of the call on the object that failed last, by whichever handle, if that
    /// answered `scode` (GetLastError).
    ///
    /// # Errors
    /// [`Error::InvalidObject`].
    pub fn last_error(&self, scode: SCode) -> Result<Option<LastError>, Error> {
        self.0.read(|slot| Ok(slot.object()?.last_error(scode)))
    }

    /// Whether it can be changed.
    ///
    /// # Errors
    /// [`Error::InvalidObject`].
    pub fn is_writable(&self) -> Result<bool, Error> {
        self.0.read(|slot| Ok(slot.object()?.access() == Access::Modify))
    }

    /// Whether both are handles of one object.
    #[must_use]
    pub fn is_same(&self, other: &Object) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    /// References to the object: its handles, and the parts of it that are open.
    #[must_use]
    pub fn references(&self) -> usize {
        Arc::strong_count(&self.0)
    }

    /// The message that it is, or is in.
    #[must_use]
    pub fn message_id(&self) -> MessageId {
        self.0.root.id()
    }

    /// Changes it, and notes whether there is something to save.
    pub(crate) fn change<T>(
        &self,
        change: impl FnOnce(&mut Slot) -> Result<T, Error>,
    ) -> Result<T, Error> {
        self.0.write(|slot| {
            let before = slot.revision()?;
            let done = change(slot);
            slot.changed |= slot.revision()? != before;
            done
        })
    }

    fn copy(
        &self,
        call: Call,
        to: &Object,
        copy: impl FnOnce(&mut Slot, &mut Slot) -> Result<PropProblems, Error>,
    ) -> Result<PropProblems, Error> {
        // What was open of attachments that it replaces or takes away is to be found no more.
        let copy = |from: &mut Slot, to: &mut Slot| {
            let before = (from.revision()?, to.revision()?);
            let attached = (from.attachments(), to.attachments());
            let problems = copy(from, to)?;
            from.changed |= from.revision()? != before.0;
            to.changed |= to.revision()? != before.1;
            Ok::<_, Error>((problems, from.lost(attached.0), to.lost(attached.1)))
        };
        let (own, other) = (self.0.part, to.0.part);
        if Arc::ptr_eq(&self.0.root, &to.0.root) {
            return self.0.root.write(|state| {
                if own == other {
                    let error = Err(SCode::MAPI_E_NO_ACCESS.into());
                    return Ok(state.part(own)?.object()?.failures().note(call, error)?);
                }
                let (from, to) = state.parts(own, other)?;
                let (problems, moved, replaced) = copy(from, to)?;
                state.forget(own, moved);
                state.forget(other, replaced);
                Ok(problems)
            });
        }
        self.0.root.write_both(&to.0.root, |from, to| {
            let (problems, moved, replaced) = copy(from.part(own)?, to.part(other)?)?;
            from.forget(own, moved);
            to.forget(other, replaced);
            Ok(problems)
        })
    }
}

impl fmt::Debug for Object {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Object").field("message", &self.message_id().0).finish_non_exhaustive()
    }
}
