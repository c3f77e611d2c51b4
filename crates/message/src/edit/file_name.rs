//! Names of attached files.

/// The end of a name from its last dot on; empty if there is none.
pub(super) fn extension(name: &str) -> &str {
    match name.rfind('.') {
        Some(at) if at > 0 => name.get(at..).unwrap_or_default(),
        _ => "",
    }
}

/// The name in 8.3 form: as it is if it has that form, else six letters, `~1` and the first
/// three letters of its extension.
pub(super) fn short(name: &str) -> String {
    let end = extension(name);
    let stem = name.strip_suffix(end).unwrap_or(name);
    let end = end.strip_prefix('.').unwrap_or_default();
    let is_plain = |part: &str| part.bytes().all(is_legal);
    if is_plain(stem) && is_plain(end) && stem.len() <= 8 && end.len() <= 3 {
        return name.to_owned();
    }
    let legal = |part: &str, max| {
        let bytes = part.bytes().filter(|byte| is_legal(*byte)).take(max);
        bytes.map(|byte| char::from(byte.to_ascii_uppercase())).collect::<String>()
    };
    let (mut short, end) = (legal(stem, 6), legal(end, 3));
    short.push_str("~1");
    if !end.is_empty() {
        short.push('.');
        short.push_str(&end);
    }
    short
}

fn is_legal(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'()-@^_`{}~".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_short_form() {
        for (name, end, expected) in [
            ("a.txt", ".txt", "a.txt"),
            ("Bernoulli numbers.csv", ".csv", "BERNOU~1.CSV"),
            ("archive.tar.gz", ".gz", "ARCHIV~1.GZ"),
            ("readme", "", "readme"),
            ("a long name", "", "ALONGN~1"),
            ("Übung.docx", ".docx", "BUNG~1.DOC"),
            (".profile", "", "PROFIL~1"),
            ("x.", ".", "x."),
            ("", "", ""),
        ] {
            assert_eq!((extension(name), short(name).as_str()), (end, expected), "{name}");
        }
    }
}
