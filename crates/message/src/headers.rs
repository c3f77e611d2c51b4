//! The headers of the internet message, taken apart when they are asked for ([RFC 5322]).
//!
//! [RFC 5322]: https://www.rfc-editor.org/rfc/rfc5322

use std::fmt;

use mailparse::{MailAddr, SingleInfo};
use openimsg_storage::Store;

use crate::address::{Address, Found, is_smtp};
use crate::{Error, Message};

/// The headers with which a message came.
///
/// `Debug` shows none of their contents.
///
/// ```
/// use openimsg_message::Headers;
/// let headers = Headers::parse("From: =?utf-8?q?Zo=C3=AB?= <z@x.y>\r\nSubject: a\r\n b\r\n");
/// assert_eq!(headers.get("subject").as_deref(), Some("a b"));
/// assert_eq!(headers.addresses("From")[0].to_string(), "Zoë <z@x.y>");
/// ```
#[derive(Clone, Default)]
pub struct Headers {
    fields: Vec<Field>,
}

/// A field as it stands: name, colon, value with its line ends.
#[derive(Clone)]
struct Field {
    text: String,
    name: usize,
}

impl<S: Store + ?Sized> Message<'_, S> {
    /// The headers with which the message came, in fields
    /// ([`Message::transport_headers`] has them as stored); nothing if it has none.
    ///
    /// # Errors
    /// As [`Object::get`](crate::Object::get).
    pub fn headers(&self) -> Result<Option<Headers>, Error> {
        Ok(self.transport_headers()?.map(|text| Headers::parse(&text.text)))
    }
}

impl Headers {
    /// Takes headers apart. What is no field (the line with which Outlook's own begin, a blank
    /// line) is left out; a line that begins with white space goes on the field before.
    #[must_use]
    pub fn parse(text: &str) -> Headers {
        let mut fields: Vec<Field> = Vec::new();
        let mut open = false;
        for line in text.split_inclusive('\n') {
            if line.starts_with([' ', '\t']) {
                if let Some(field) = fields.last_mut().filter(|_| open) {
                    field.text.push_str(line);
                }
                continue;
            }
            let name = line.find(':').map(|colon| line.get(..colon).unwrap_or_default().trim_end());
            let name =
                name.filter(|name| !name.is_empty() && name.bytes().all(|b| b.is_ascii_graphic()));
            open = name.is_some();
            if let Some(name) = name {
                fields.push(Field { text: line.to_owned(), name: name.len() });
            }
        }
        Headers { fields }
    }

    /// Names and values in the order in which they stand, values decoded ([RFC 2047]) and in one
    /// line.
    ///
    /// [RFC 2047]: https://www.rfc-editor.org/rfc/rfc2047
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, String)> {
        self.fields.iter().map(|field| (field.name(), field.value()))
    }

    /// The value of the first field of this name, decoded. Case does not count.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<String> {
        self.all(name).next()
    }

    /// The values of all fields of this name, decoded.
    pub fn all(&self, name: &str) -> impl Iterator<Item = String> {
        self.of_name(name).map(Field::value)
    }

    /// The people in all fields of this name, those of groups included.
    #[must_use]
    pub fn addresses(&self, name: &str) -> Vec<Address> {
        self.of_name(name).flat_map(Field::addresses).collect()
    }

    fn of_name(&self, name: &str) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(move |field| field.name().eq_ignore_ascii_case(name))
    }
}

impl Field {
    fn name(&self) -> &str {
        self.text.get(..self.name).unwrap_or_default()
    }

    fn value(&self) -> String {
        match mailparse::parse_header(self.text.as_bytes()) {
            Ok((header, _)) if !self.is_tangled() => header.get_value(),
            _ => self.raw_value().to_owned(),
        }
    }

    /// Whether decoding takes too long: for each begin and end of an encoded word mailparse goes
    /// through its line from the start.
    fn is_tangled(&self) -> bool {
        let cost = |line: &str| {
            let words = ["=?", "?="].map(|mark| line.matches(mark).count());
            words.iter().sum::<usize>().saturating_mul(line.len())
        };
        self.text.lines().map(cost).fold(0, usize::saturating_add) > MOST_DECODING
    }

    fn raw_value(&self) -> &str {
        self.text.split_once(':').map_or("", |(_, value)| value.trim())
    }

    fn addresses(&self) -> Vec<Address> {
        let Ok((header, _)) = mailparse::parse_header(self.text.as_bytes()) else {
            return Vec::new();
        };
        let list = match self.is_tangled() {
            false => mailparse::addrparse_header(&header),
            true => mailparse::addrparse(self.raw_value()),
        };
        let Ok(list) = list else { return Vec::new() };
        let mut people = Vec::new();
        for address in list.iter() {
            match address {
                MailAddr::Single(single) => people.extend(person(single)),
                MailAddr::Group(group) => people.extend(group.addrs.iter().filter_map(person)),
            }
        }
        people
    }
}

/// Characters that are gone through to decode a field: a line of a thousand encoded names takes half
/// of them.
const MOST_DECODING: usize = 1 << 27;

fn person(single: &SingleInfo) -> Option<Address> {
    is_smtp(&single.addr).then(|| Address {
        found: Some(Found::Headers),
        ..Address::new(single.display_name.clone().unwrap_or_default(), single.addr.as_str())
    })
}

impl fmt::Debug for Headers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Headers").field("fields", &self.fields.len()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Encoded words without end in one line take the square of its length to decode, though not by
    /// us: a bug found.
    #[test]
    fn endless_encoded_words_stay_encoded() {
        let subject = |words: usize| format!("Subject: {}", "=?utf-8?q?a?= ".repeat(words));
        let value = |text: String| Headers::parse(&text).get("Subject").unwrap();
        assert_eq!(value(subject(1_000)), "a".repeat(1_000));
        assert!(value(subject(200_000)).starts_with("=?utf-8?q?a?= =?"));
        let people = "To: ".to_owned() + &"=?utf-8?q?a?= <a@b.c>, ".repeat(100_000);
        assert_eq!(Headers::parse(&people).addresses("To").len(), 100_000);
    }

    const SAMPLE: &str = "Microsoft Mail Internet Headers Version 2.0\r\n\
        Received: from a\r\n\tby b\r\n\
        Received: from c by d\r\n\
        From: \"Lovelace, Ada\" <ada@example.org>\r\n\
        To: Friends: z@x.y, =?iso-8859-1?Q?J=FCrgen?= <j@x.y>;\r\n\
        Subject : =?UTF-8?B?R3LDvMOfZQ==?=\r\n\
        X-Raw: gr\u{FC}n\r\n\
        \r\n";

    #[test]
    fn fields_are_unfolded_and_decoded() {
        let headers = Headers::parse(SAMPLE);
        assert_eq!(headers.iter().len(), 6);
        assert_eq!(headers.all("received").collect::<Vec<_>>(), ["from a by b", "from c by d"]);
        assert_eq!(headers.get("SUBJECT").as_deref(), Some("Grüße"));
        assert_eq!(headers.get("X-Raw").as_deref(), Some("grün"));
        assert_eq!(headers.get("X-None"), None);
    }

    #[test]
    fn people_are_found_in_groups_too() {
        let headers = Headers::parse(SAMPLE);
        let shown = |name| {
            let people = headers.addresses(name);
            people.iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        assert_eq!(shown("from"), ["Lovelace, Ada <ada@example.org>"]);
        assert_eq!(shown("To"), ["z@x.y", "Jürgen <j@x.y>"]);
        assert!(shown("Cc").is_empty());
    }

    #[test]
    fn odd_input_is_no_trouble() {
        for text in
            ["", ":", " : x", "\r\n\r\n", "a", " folded\r\n", "a:\n b\n\n c", "To: <<<>>\"\\"]
        {
            let headers = Headers::parse(text);
            for (name, _) in headers.iter() {
                _ = headers.addresses(name);
            }
        }
    }
}
