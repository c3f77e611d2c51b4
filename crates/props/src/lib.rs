//! The encoding of MAPI properties in Outlook messages: bytes in, views out.
//!
//! This crate knows no files and no compound storage; whoever has the bytes of a property
//! stream, of a value's stream or of the name map gives them in. From the bottom up:
//!
//! * [`PropTag`] is the number of a property: a [`PropId`] and a [`PropType`]; [`tags`] has the
//!   constants such as [`tags::PR_SUBJECT`].
//! * [`PropertyStream`] looks at the 16-byte [`Entry`]s of a message, recipient or attachment in
//!   place ([MS-OXMSG] 2.4); [`PropertyStreamBuilder`] writes them.
//! * [`StreamName`] tells in which stream a value is.
//! * [`PropValue`] is a decoded value ([MS-OXCDATA] 2.11); [`PropValue::encode`] goes back.
//! * [`string8`] is the rule for the code page of 8-bit text.
//! * [`named`] reads and writes the map of named properties ([MS-OXMSG] 2.2.3); [`lids`] and
//!   [`guids`] have constants for them.
//! * [`tables`] knows what the documentation calls each property.
//!
//! Nothing here fails on damaged input: what can be read is read, and a
//! [`DefectKind`](openimsg_base::DefectKind) of [`DEFECTS`] says what was wrong.

mod crc;
mod decode;
pub mod defects;
mod encode;
mod entry;
mod error;
pub mod named;
mod scalar;
mod scode;
mod stream;
mod stream_name;
pub mod string8;
pub mod tables;
mod tag;
mod utf16;
mod value;

pub use decode::Decoded;
pub use defects::DEFECTS;
pub use encode::{Content, Encoded};
pub use entry::{Attributes, Entry};
pub use error::BuildError;
pub use scalar::{AppTime, Currency};
pub use scode::SCode;
pub use stream::{Header, HeaderKind, PropertyStream, PropertyStreamBuilder};
pub use stream_name::{
    NAMEID_STORAGE, PROPERTIES_STREAM, StreamName, attachment_storage_name,
    parse_attachment_storage_name, parse_recipient_storage_name, recipient_storage_name,
};
pub use tables::{guids, lids, tags};
pub use tag::{ParseTagError, PropId, PropTag, PropType, parse_hex_units};
pub use utf16::{decode_utf16le, encode_utf16le};
pub use value::{ObjectKind, PropValue, Text};
