//! What stores compute of a message, for who reads one and who writes one alike.

use openimsg_props::{PropTag, tags};

use crate::address::{Telling, listed_name};
use crate::{Error, RecipientType};

/// The lists of recipients' names, which are computed when a message is saved: a property for
/// each type ([MS-OXPROPS], `PidTagDisplayTo`, `PidTagDisplayCc`, `PidTagDisplayBcc`).
#[derive(Debug, Default)]
pub(crate) struct DisplayNames([String; 3]);

impl DisplayNames {
    /// The types that have lists, and their properties.
    pub(crate) const KINDS: [(RecipientType, PropTag); 3] = [
        (RecipientType::TO, tags::PR_DISPLAY_TO),
        (RecipientType::CC, tags::PR_DISPLAY_CC),
        (RecipientType::BCC, tags::PR_DISPLAY_BCC),
    ];

    /// Puts a recipient into the list of its type, if that has one. Who has neither name nor
    /// address is left out.
    pub(crate) fn add(
        &mut self,
        kind: RecipientType,
        recipient: &impl Telling,
    ) -> Result<(), Error> {
        let mut lists = Self::KINDS.iter().zip(&mut self.0);
        let list = lists.find(|((of, _), _)| *of == kind).map(|(_, list)| list);
        if let Some(list) = list
            && let Some(name) = listed_name(recipient)?
        {
            if !list.is_empty() {
                list.push_str("; ");
            }
            list.push_str(&name);
        }
        Ok(())
    }

    /// The lists with their properties; names are separated by `; `.
    pub(crate) fn finish(self) -> impl Iterator<Item = (PropTag, String)> {
        Self::KINDS.into_iter().map(|(_, tag)| tag).zip(self.0)
    }
}

/// Splits a subject into prefix and normalised subject ([MS-OXCMSG] 2.2.1.9, 2.2.1.10).
///
/// A `given` prefix holds if the subject begins with it; else the prefix is one to three letters,
/// a colon and a blank at the start, or nothing.
pub(crate) fn split<'s>(subject: &'s str, given: Option<&str>) -> (&'s str, &'s str) {
    if let Some(given) = given.filter(|given| !given.is_empty())
        && let Some(rest) = subject.strip_prefix(given)
        && let Some(prefix) = subject.get(..given.len())
    {
        return (prefix, rest);
    }
    let end = subject.char_indices().take(4).find(|(_, c)| *c == ':').map_or(0, |(at, _)| at);
    let (letters, rest) = subject.split_at_checked(end).unwrap_or((subject, ""));
    let is_prefix = !letters.is_empty() && letters.chars().all(char::is_alphabetic);
    match rest.strip_prefix(": ") {
        Some(normalized) if is_prefix => {
            let prefix = subject.strip_suffix(normalized).unwrap_or_default();
            (prefix, normalized)
        }
        _ => ("", subject),
    }
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn prefixes_are_short_or_given() {
        for (subject, given, prefix, normalized) in [
            ("RE: Hello", None, "RE: ", "Hello"),
            ("Re: Re: Hello", None, "Re: ", "Re: Hello"),
            ("AW: Grüße", None, "AW: ", "Grüße"),
            ("ÄÖÜ: x", None, "ÄÖÜ: ", "x"),
            ("Hello", None, "", "Hello"),
            ("Note: x", None, "", "Note: x"),
            ("R2: x", None, "", "R2: x"),
            (": x", None, "", ": x"),
            ("RE:x", None, "", "RE:x"),
            ("RE: ", None, "RE: ", ""),
            ("", None, "", ""),
            ("Note: x", Some("Note: "), "Note: ", "x"),
            ("RE: x", Some("FW: "), "RE: ", "x"),
            ("RE: x", Some(""), "RE: ", "x"),
            ("RE: x", Some("RE: x and more"), "RE: ", "x"),
        ] {
            assert_eq!(split(subject, given), (prefix, normalized), "{subject:?} {given:?}");
        }
    }
}
