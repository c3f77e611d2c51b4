//! Entry identifiers that carry an address ([MS-OXCDATA] 2.2.5), and lists of them.

use std::fmt;

use openimsg_base::{CodePage, Cursor, Guid};
use openimsg_props::decode_utf16le;

/// What a permanent entry identifier says of a person ([MS-OXCDATA] 2.2.5).
///
/// `Debug` shows no name and no address.
///
/// ```
/// use openimsg_base::CodePage;
/// use openimsg_message::address::EntryId;
/// let bytes = b"\0\0\0\0\x81\x2B\x1F\xA4\xBE\xA3\x10\x19\x9D\x6E\0\xDD\x01\x0F\x54\x02\
///               \0\0\x01\0Ada\0SMTP\0ada@example.org\0";
/// let Some(EntryId::OneOff(id)) = EntryId::parse(bytes, CodePage::WINDOWS_1252) else { panic!() };
/// assert_eq!((&*id.address_type, &*id.address), ("SMTP", "ada@example.org"));
/// ```
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum EntryId {
    /// One that carries name and address itself.
    OneOff(OneOff),
    /// One that names an entry in the address book of an Exchange organisation.
    Exchange(Exchange),
    /// One of another provider, such as that of a contacts folder: it means nothing outside of
    /// the store that gave it.
    Other {
        /// The provider that gave it.
        provider: Guid,
    },
}

/// A one-off entry identifier ([MS-OXCDATA] 2.2.5.1).
#[derive(Clone, Default, PartialEq, Eq)]
pub struct OneOff {
    /// The flag word: 0x8000 strings are UTF-16, 0x1000 no look-up in the address book, 0x0001
    /// no TNEF; the others say what the person can read.
    pub flags: u16,
    /// The name to show.
    pub name: String,
    /// `SMTP` or another.
    pub address_type: String,
    /// The address in the form that the type says.
    pub address: String,
}

/// An address book entry identifier ([MS-OXCDATA] 2.2.5.2).
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Exchange {
    /// 0 a person with a mailbox, 1 a distribution list, 6 somebody outside.
    pub kind: u32,
    /// The distinguished name (X.500).
    pub distinguished_name: String,
}

impl EntryId {
    /// Reads an entry identifier; `page` is that of its 8-bit strings. What is cut off is read as
    /// far as it goes. Nothing if it is shorter than flags and provider.
    #[must_use]
    pub fn parse(bytes: &[u8], page: CodePage) -> Option<EntryId> {
        let mut rest = bytes;
        // A member of a distribution list is wrapped; once, or the file means no good.
        if provider(rest) == Some(WRAPPED) {
            rest = rest.get(21..)?;
        }
        let provider = provider(rest)?;
        let body = rest.get(20..)?;
        Some(match provider {
            ONE_OFF => EntryId::OneOff(OneOff::parse(body, page)),
            EXCHANGE => EntryId::Exchange(Exchange::parse(body)),
            other => EntryId::Other { provider: Guid::from_bytes(other) },
        })
    }
}

impl OneOff {
    fn parse(body: &[u8], page: CodePage) -> Self {
        let flags =
            body.get(2..).and_then(|b| b.first_chunk()).map_or(0, |b| u16::from_le_bytes(*b));
        let mut strings = body.get(4..).unwrap_or_default();
        let mut next = || match flags & UNICODE {
            0 => ansi(take_until_nul(&mut strings), page),
            _ => decode_utf16le(take_until_wide_nul(&mut strings)).text.into_owned(),
        };
        let (name, address_type, address) = (next(), next(), next());
        OneOff { flags, name, address_type, address }
    }
}

impl Exchange {
    fn parse(body: &[u8]) -> Self {
        let kind =
            body.get(4..).and_then(|b| b.first_chunk()).map_or(0, |b| u32::from_le_bytes(*b));
        let mut rest = body.get(8..).unwrap_or_default();
        let name = take_until_nul(&mut rest);
        Exchange { kind, distinguished_name: ansi(name, CodePage::WINDOWS_1252) }
    }
}

/// The entries of a flat entry list ([MS-OXCDATA] 2.3.3), such as `PidTagReplyRecipientEntries`.
///
/// Neither the declared number nor the declared size is believed: there are as many entries as
/// there are bytes for. One that is cut off ends the list and is left out.
pub fn flat_entries(list: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut cursor = Cursor::new(list);
    let declared = cursor.u32().ok();
    let mut left = declared.filter(|_| cursor.u32().is_ok()).unwrap_or(0);
    std::iter::from_fn(move || {
        left = left.checked_sub(1)?;
        let size = usize::try_from(cursor.u32().ok()?).ok()?;
        let entry = cursor.take(size).ok()?;
        // Each is padded to four bytes, the last one not always.
        let padding = size.wrapping_neg() & 3;
        if cursor.take(padding).is_err() {
            left = 0;
        }
        Some(entry)
    })
}

/// Strings are UTF-16: bit of the flag word.
const UNICODE: u16 = 0x8000;

/// `MAPI_ONE_OFF_UID`.
pub(crate) const ONE_OFF: [u8; 16] = [
    0x81, 0x2B, 0x1F, 0xA4, 0xBE, 0xA3, 0x10, 0x19, 0x9D, 0x6E, 0x00, 0xDD, 0x01, 0x0F, 0x54, 0x02,
];
/// The provider of Exchange addresses.
pub(crate) const EXCHANGE: [u8; 16] = [
    0xDC, 0xA7, 0x40, 0xC8, 0xC0, 0x42, 0x10, 0x1A, 0xB4, 0xB9, 0x08, 0x00, 0x2B, 0x2F, 0xE1, 0x82,
];
/// Around the members of a distribution list ([MS-OXOCNTC] 2.4.1): a byte, then another identifier.
const WRAPPED: [u8; 16] = [
    0xC0, 0x91, 0xAD, 0xD3, 0x51, 0x9D, 0xCF, 0x11, 0xA4, 0xA9, 0x00, 0xAA, 0x00, 0x47, 0xFA, 0xA4,
];

fn provider(bytes: &[u8]) -> Option<[u8; 16]> {
    bytes.get(4..)?.first_chunk().copied()
}

fn ansi(bytes: &[u8], page: CodePage) -> String {
    match page.decode(bytes) {
        Ok(decoded) => decoded.text.into_owned(),
        Err(_) => String::from_utf8_lossy(bytes).into_owned(),
    }
}

/// What stands before the next NUL, or all; the NUL is taken too.
fn take_until_nul<'a>(bytes: &mut &'a [u8]) -> &'a [u8] {
    let mut parts = bytes.splitn(2, |byte| *byte == 0);
    let taken = parts.next().unwrap_or_default();
    *bytes = parts.next().unwrap_or_default();
    taken
}

/// The same in UTF-16.
fn take_until_wide_nul<'a>(bytes: &mut &'a [u8]) -> &'a [u8] {
    let units = bytes.chunks_exact(2).take_while(|unit| *unit != [0, 0]).count();
    let (taken, rest) = bytes.split_at_checked(units.saturating_mul(2)).unwrap_or((bytes, &[]));
    *bytes = rest.get(2..).unwrap_or_default();
    taken
}

impl fmt::Debug for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            EntryId::OneOff(id) => id.fmt(f),
            EntryId::Exchange(id) => id.fmt(f),
            EntryId::Other { provider } => {
                f.debug_struct("Other").field("provider", provider).finish()
            }
        }
    }
}

impl fmt::Debug for OneOff {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OneOff").field("flags", &self.flags).finish_non_exhaustive()
    }
}

impl fmt::Debug for Exchange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Exchange").field("kind", &self.kind).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one_off(flags: u16, strings: &[u8]) -> Vec<u8> {
        [&[0; 4], &ONE_OFF[..], &[0, 0], &flags.to_le_bytes(), strings].concat()
    }

    fn parsed(bytes: &[u8], page: u32) -> (String, String, String) {
        match EntryId::parse(bytes, CodePage(page)) {
            Some(EntryId::OneOff(id)) => (id.name, id.address_type, id.address),
            other => panic!("{other:?}"),
        }
    }

    fn owned(name: &str, kind: &str, address: &str) -> (String, String, String) {
        (name.to_owned(), kind.to_owned(), address.to_owned())
    }

    #[test]
    fn one_offs_are_read_in_both_widths() {
        let wide: Vec<u8> = "Zoë\0SMTP\0z@x\0".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(parsed(&one_off(0x9001, &wide), 1252), owned("Zoë", "SMTP", "z@x"));
        assert_eq!(parsed(&one_off(1, b"Zo\xEB\0SMTP\0z@x\0"), 1252), owned("Zoë", "SMTP", "z@x"));
        assert_eq!(parsed(&one_off(1, b"\xD0\0SMTP\0z@x\0"), 1251), owned("Р", "SMTP", "z@x"));
    }

    #[test]
    fn what_is_cut_off_is_read_as_far_as_it_goes() {
        assert_eq!(parsed(&one_off(1, b"A\0SM"), 1252), owned("A", "SM", ""));
        assert_eq!(parsed(&one_off(0x8000, b"A\0\0\0S"), 1252), owned("A", "", ""));
        assert_eq!(parsed(&one_off(1, b"")[..20], 1252), owned("", "", ""));
        assert_eq!(EntryId::parse(&one_off(1, b"")[..19], CodePage(1252)), None);
        assert_eq!(EntryId::parse(&[], CodePage(1252)), None);
    }

    #[test]
    fn exchange_and_others() {
        let id = [&[0; 4], &EXCHANGE[..], &[1, 0, 0, 0, 6, 0, 0, 0], b"/o=X/cn=a\0"].concat();
        let exchange = Exchange { kind: 6, distinguished_name: "/o=X/cn=a".to_owned() };
        assert_eq!(EntryId::parse(&id, CodePage(1252)), Some(EntryId::Exchange(exchange.clone())));
        let wrapped = [&[0; 4], &WRAPPED[..], &[0xB5], &id].concat();
        assert_eq!(EntryId::parse(&wrapped, CodePage(1252)), Some(EntryId::Exchange(exchange)));
        let other = [7; 40];
        let provider = Guid::from_bytes([7; 16]);
        assert_eq!(EntryId::parse(&other, CodePage(1252)), Some(EntryId::Other { provider }));
    }

    #[test]
    fn lists_give_what_is_there() {
        let list = |count: u32, rest: &[u8]| {
            let head = [count.to_le_bytes(), u32::MAX.to_le_bytes()].concat();
            let list = [head, rest.to_vec()].concat();
            flat_entries(&list).map(<[u8]>::to_vec).collect::<Vec<_>>()
        };
        let two = b"\x03\0\0\0abc\0\x01\0\0\0d";
        assert_eq!(list(2, two), [b"abc".to_vec(), b"d".to_vec()]);
        assert_eq!(list(1, two), [b"abc".to_vec()]);
        assert_eq!(list(u32::MAX, two), [b"abc".to_vec(), b"d".to_vec()]);
        assert_eq!(list(2, b"\xFF\xFF\xFF\xFFabc"), Vec::<Vec<u8>>::new());
        assert_eq!(flat_entries(b"\x01\0\0\0\0").count(), 0);
        // Empty entries take four bytes each: no list is longer than its bytes.
        assert_eq!(list(u32::MAX, &[0; 40]).len(), 10);
    }

    #[test]
    fn nothing_is_shown_in_errors() {
        let id = EntryId::parse(&one_off(1, b"Secret\0SMTP\0s@x\0"), CodePage(1252));
        assert!(!format!("{id:?}").contains("ecret"));
    }
}
