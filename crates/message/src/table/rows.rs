//! Where the rows of a table come from.

use openimsg_props::{PropTag, PropType, PropValue, SCode};

use super::restriction::size_of;
use crate::imapi::Error;

/// Where the rows of a table come from.
///
/// A row has a number that is its own as long as it exists and is not given to another one. The
/// order of [`Rows::numbers`] is that of a table that is not sorted.
pub trait Rows {
    /// A number that is another one after any row came, went or changed.
    fn generation(&self) -> u64;

    /// The numbers of the rows.
    fn numbers(&self) -> Vec<u32>;

    /// The columns that rows have.
    fn columns(&self) -> Vec<PropTag>;

    /// The values of a row, each [converted](convert) to the type that was asked for, in the order
    /// of `tags`; all errors if the row is gone.
    fn values(&self, number: u32, tags: &[PropTag]) -> Vec<Result<PropValue<'static>, Error>>;

    /// How many bytes a value has, as MAPI counts them in the type that was asked for; nothing if
    /// the row has no such property. A value that cannot be read, since it is too long for
    /// example, is there nevertheless, with the bytes that are stored.
    ///
    /// By itself it is the size of [what is read](Rows::values).
    fn size(&self, number: u32, tag: PropTag) -> Option<u64> {
        size_of_read(self, number, tag)
    }
}

/// The size of a value that is read for that.
pub(crate) fn size_of_read<R: Rows + ?Sized>(rows: &R, number: u32, tag: PropTag) -> Option<u64> {
    let value = rows.values(number, &[tag]).into_iter().next()?.ok()?;
    convert(value, tag.kind()).ok().map(|value| size_of(&value))
}

/// A value in the type that was asked for: text in the other width, everything else as it is.
///
/// PT_UNSPECIFIED asks for the type that there is. The characters of text are the same in both
/// widths here; who stores or returns 8-bit text encodes them.
///
/// # Errors
/// [`SCode::MAPI_E_UNEXPECTED_TYPE`] for any other type.
pub fn convert(value: PropValue<'static>, wanted: PropType) -> Result<PropValue<'static>, SCode> {
    Ok(match (value, wanted) {
        (value, PropType::UNSPECIFIED) => value,
        (value, wanted) if value.kind() == wanted => value,
        (PropValue::String8(text), PropType::UNICODE) => PropValue::Unicode(text),
        (PropValue::Unicode(text), PropType::STRING8) => PropValue::String8(text),
        (PropValue::MvString8(texts), PropType::MV_UNICODE) => PropValue::MvUnicode(texts),
        (PropValue::MvUnicode(texts), PropType::MV_STRING8) => PropValue::MvString8(texts),
        _ => return Err(SCode::MAPI_E_UNEXPECTED_TYPE),
    })
}
