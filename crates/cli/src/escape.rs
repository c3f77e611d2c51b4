//! Text of strangers on a terminal: nothing in it may move the cursor, change colours, or turn
//! the direction of what is printed around it.

use std::fmt::{self, Display, Write};

/// Text that is to stay on its line: all controls are shown as `\u{…}`.
pub(crate) struct Line<T>(pub(crate) T);

/// Text of several lines: line ends and tabs stay, other controls are shown as `\u{…}`.
pub(crate) struct Lines<T>(pub(crate) T);

impl<T: AsRef<str>> Display for Line<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_escaped(f, self.0.as_ref(), is_unsafe)
    }
}

impl<T: AsRef<str>> Display for Lines<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // CR LF, and a lone CR, would show as one line over the other.
        for (i, line) in self.0.as_ref().split('\n').enumerate() {
            if i > 0 {
                f.write_char('\n')?;
            }
            for (i, part) in line.strip_suffix('\r').unwrap_or(line).split('\r').enumerate() {
                if i > 0 {
                    f.write_char('\n')?;
                }
                write_escaped(f, part, |c| is_unsafe(c) && c != '\t')?;
            }
        }
        Ok(())
    }
}

/// Whether a terminal may take a character for anything but a letter: C0 and C1 controls, line
/// and paragraph separators, and what embeds or overrides the direction of writing.
///
/// The marks U+200E, U+200F and U+061C stay: they turn nothing around, and text in Hebrew and
/// Arabic needs them.
pub(crate) fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// The same in JSON: a parser reads the same text, a terminal sees ASCII.
///
/// `json` is a document; what is unsafe can only stand inside of its strings, since C0 controls
/// are escaped there and white space between them is sound.
pub(crate) fn harden(json: String) -> String {
    let harms = |c: char| is_unsafe(c) && c != '\n';
    // Megabytes of digits are quickly seen to have no byte that an unsafe character begins with.
    let may_harm = |byte: u8| byte < b' ' && byte != b'\n' || matches!(byte, 0x7F | 0xC2 | 0xE2);
    let any = |piece: &[u8]| piece.iter().fold(false, |any, byte| any | may_harm(*byte));
    if !json.as_bytes().chunks(64).any(any) || !json.contains(harms) {
        return json;
    }
    let mut hardened = String::with_capacity(json.len().saturating_add(64));
    for c in json.chars() {
        if harms(c) {
            _ = write!(hardened, "\\u{:04x}", u32::from(c));
        } else {
            hardened.push(c);
        }
    }
    hardened
}

fn write_escaped(
    f: &mut fmt::Formatter<'_>,
    text: &str,
    harms: impl Fn(char) -> bool,
) -> fmt::Result {
    let mut rest = text;
    while let Some((at, c)) = rest.char_indices().find(|(_, c)| harms(*c)) {
        let (sound, after) = rest.split_at_checked(at).unwrap_or((rest, ""));
        write!(f, "{sound}{}", c.escape_unicode())?;
        rest = after.get(c.len_utf8()..).unwrap_or("");
    }
    f.write_str(rest)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn controls_are_shown_and_letters_stay() {
        for (text, line, lines) in [
            ("plain ünï 日本", "plain ünï 日本", "plain ünï 日本"),
            ("\x1B[31mred", "\\u{1b}[31mred", "\\u{1b}[31mred"),
            ("a\r\nb\tc", "a\\u{d}\\u{a}b\\u{9}c", "a\nb\tc"),
            ("over\rwritten", "over\\u{d}written", "over\nwritten"),
            ("\u{9B}2J", "\\u{9b}2J", "\\u{9b}2J"),
            ("exe.\u{202E}fdp", "exe.\\u{202e}fdp", "exe.\\u{202e}fdp"),
            ("\u{200F}שלום", "\u{200F}שלום", "\u{200F}שלום"),
            ("\0", "\\u{0}", "\\u{0}"),
            ("", "", ""),
        ] {
            assert_eq!(
                (Line(text).to_string(), Lines(text).to_string()),
                (line.into(), lines.into())
            );
        }
    }

    proptest! {
        #[test]
        fn nothing_unsafe_comes_through(text: String) {
            prop_assert!(!Line(&text).to_string().contains(is_unsafe));
            let lines = Lines(&text).to_string();
            prop_assert!(!lines.contains(|c| is_unsafe(c) && c != '\n' && c != '\t'));
        }

        #[test]
        fn hardened_json_is_the_same_document(texts: Vec<String>) {
            let json = serde_json::to_string_pretty(&texts).unwrap();
            let hardened = harden(json);
            prop_assert!(!hardened.contains(|c| is_unsafe(c) && c != '\n'));
            prop_assert_eq!(serde_json::from_str::<Vec<String>>(&hardened).unwrap(), texts);
        }
    }
}
