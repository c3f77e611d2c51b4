//! Addresses of people: one-off entry identifiers and search keys.

use openimsg_props::{BuildError, encode_utf16le};

use super::Person;
use super::shared::TextForm;
use crate::address::{EXCHANGE, ONE_OFF};

/// The entry identifier of a person: of an Exchange address one that names it, of all others a
/// one-off, with strings in the width of the message. They end with a NUL ([MS-OXCDATA] 2.2.5.1),
/// so that one in them would end it too early and name someone else.
pub(super) fn entry_id(person: &Person, form: TextForm) -> Result<Vec<u8>, BuildError> {
    let texts = [&person.name, &person.address_type, &person.address];
    if texts.into_iter().chain(&person.smtp).any(|text| text.contains('\0')) {
        return Err(BuildError::Nul);
    }
    let mut id = vec![0; 4];
    if person.is_exchange() {
        id.extend_from_slice(&EXCHANGE);
        // Version 1, type 0: a user.
        id.extend_from_slice(&[1, 0, 0, 0, 0, 0, 0, 0]);
        id.extend_from_slice(person.address.as_bytes());
        id.push(0);
        return Ok(id);
    }
    id.extend_from_slice(&ONE_OFF);
    // Version 0; no TNEF, and whether the strings are in UTF-16.
    let flags: u16 = if form.unicode { 0x8001 } else { 0x0001 };
    id.extend_from_slice(&[0, 0]);
    id.extend_from_slice(&flags.to_le_bytes());
    for text in [&person.name, &person.address_type, &person.address] {
        if form.unicode {
            id.extend_from_slice(&encode_utf16le(text));
            id.extend_from_slice(&[0, 0]);
        } else {
            id.extend_from_slice(&form.encode(text)?);
            id.push(0);
        }
    }
    Ok(id)
}

/// `TYPE:ADDRESS` in upper case with a NUL, in bytes without any conversion: what PR_SEARCH_KEY
/// of a recipient is. Nothing without an address.
pub(super) fn search_key(person: &Person) -> Option<Vec<u8>> {
    if person.address.is_empty() {
        return None;
    }
    let mut key = person.address_type.to_ascii_uppercase().into_bytes();
    key.push(b':');
    key.extend(person.address.bytes().map(|byte| byte.to_ascii_uppercase()));
    key.push(0);
    Some(key)
}

#[cfg(test)]
mod tests {
    use openimsg_base::CodePage;

    use super::*;
    use crate::edit::Misfits;

    fn id_of(person: &Person, unicode: bool) -> Vec<u8> {
        let form = TextForm { unicode, page: CodePage::WINDOWS_1252, misfits: Misfits::default() };
        entry_id(person, form).unwrap()
    }

    #[test]
    fn one_offs_carry_name_type_and_address() {
        let id = id_of(&Person::smtp("A", "a@b"), true);
        let expected =
            [&[0; 4][..], &ONE_OFF, &[0, 0, 1, 0x80], b"A\0\0\0S\0M\0T\0P\0\0\0a\0@\0b\0\0\0"];
        assert_eq!(id, expected.concat());
        let id = id_of(&Person::smtp("A", "a@b"), false);
        assert_eq!(id, [&[0; 4][..], &ONE_OFF, &[0, 0, 1, 0], b"A\0SMTP\0a@b\0"].concat());
    }

    #[test]
    fn exchange_addresses_are_named() {
        let person = Person::exchange("Ada", "/o=X/cn=ada", "ada@example.org");
        let id = id_of(&person, true);
        assert_eq!(id[4..20], EXCHANGE);
        assert_eq!(&id[28..], b"/o=X/cn=ada\0");
        assert_eq!(search_key(&person).unwrap(), b"EX:/O=X/CN=ADA\0");
    }

    #[test]
    fn search_keys_are_in_upper_case() {
        assert_eq!(search_key(&Person::smtp("", "aé@B")).unwrap(), "SMTP:Aé@B\0".as_bytes());
        assert_eq!(search_key(&Person::named("Ada")), None);
    }
}
