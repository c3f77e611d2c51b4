//! The parts of a subject ([MS-OXCMSG] 2.2.1.9, 2.2.1.10).

/// Splits a subject into prefix and normalised subject.
///
/// A `given` prefix holds if the subject begins with it; else the prefix is one to three letters,
/// a colon and a blank at the start, or nothing.
pub(super) fn split<'s>(subject: &'s str, given: Option<&str>) -> (&'s str, &'s str) {
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
