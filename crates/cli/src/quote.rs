//! What a mail quotes: the part of its text that the reader has seen before.

/// Each line of a text, and whether it is quoted: with `>` before it, or below the line by which
/// a mail program sets off what is answered or forwarded.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = (&str, bool)> {
    let mut left = text.lines();
    let mut below = false;
    std::iter::from_fn(move || {
        let line = left.next()?;
        let start = line.trim();
        below = below || sets_off(start, left.clone());
        let is_quoted = !start.is_empty() && (below || start.starts_with('>'));
        Some((line, is_quoted))
    })
}

/// What Outlook writes above the header block in mail of HTML.
const RULE: &str = "________________________________";

/// What stands between dashes, in lower case.
const ORIGINAL: &[&str] = &[
    "original message",
    "forwarded message",
    "ursprüngliche nachricht",
    "originalnachricht",
    "original-nachricht",
    "weitergeleitete nachricht",
    "message d'origine",
    "message d’origine",
    "message original",
    "message transféré",
    "mensaje original",
    "mensaje reenviado",
    "messaggio originale",
    "messaggio inoltrato",
    "oorspronkelijk bericht",
    "doorgestuurd bericht",
    "mensagem original",
    "mensagem encaminhada",
    "ursprungligt meddelande",
    "originalmeddelande",
    "oprindelig meddelelse",
    "opprinnelig melding",
    "alkuperäinen viesti",
    "wiadomość oryginalna",
    "původní zpráva",
    "исходное сообщение",
    "пересылаемое сообщение",
];

/// The labels of a header block in one language, in lower case.
struct Labels {
    from: &'static str,
    sent: &'static [&'static str],
    /// One of the lines that follow: to whom, or about what.
    then: &'static [&'static str],
}

const fn labels(
    from: &'static str,
    sent: &'static [&'static str],
    then: &'static [&'static str],
) -> Labels {
    Labels { from, sent, then }
}

const LABELS: &[Labels] = &[
    labels("from", &["sent", "date"], &["to", "subject"]),
    labels("von", &["gesendet", "datum"], &["an", "betreff"]),
    labels("de", &["envoyé", "date"], &["à", "objet"]),
    labels("de", &["enviado", "enviado el", "fecha"], &["para", "asunto"]),
    labels("de", &["enviado", "enviada em", "enviada", "data"], &["para", "assunto"]),
    labels("da", &["inviato", "data"], &["a", "oggetto"]),
    labels("van", &["verzonden", "datum"], &["aan", "onderwerp"]),
    labels("från", &["skickat", "datum"], &["till", "ämne"]),
    labels("fra", &["sendt", "dato"], &["til", "emne"]),
    labels("lähettäjä", &["lähetetty", "päivämäärä"], &["vastaanottaja", "aihe"]),
    labels("od", &["wysłano", "data"], &["do", "temat"]),
    labels("od", &["odesláno", "datum"], &["komu", "předmět"]),
    labels("от", &["отправлено", "дата"], &["кому", "тема"]),
    labels("差出人", &["送信日時"], &["宛先", "件名"]),
    labels("发件人", &["发送时间"], &["收件人", "主题"]),
];

/// Lines that may stand between the first one of a header block and the last that is looked for.
const AHEAD: usize = 6;

/// Whether all from this line on is quoted.
fn sets_off<'t>(line: &str, following: impl Iterator<Item = &'t str>) -> bool {
    if line == RULE {
        return true;
    }
    if let Some(within) = line.strip_prefix("----").and_then(|rest| rest.strip_suffix("----")) {
        let within = within.trim_matches(['-', ' ', '\u{A0}']).to_lowercase();
        return ORIGINAL.contains(&&*within);
    }
    let Some(first) = label(line) else { return false };
    let mut languages = LABELS.iter().filter(|labels| labels.from == first).peekable();
    if languages.peek().is_none() {
        return false;
    }
    let mut ahead = following.take(AHEAD).filter(|line| !line.trim().is_empty());
    let sent = ahead.next().and_then(label).unwrap_or_default();
    let then: Vec<String> = ahead.take(2).filter_map(label).collect();
    languages.any(|labels| {
        labels.sent.contains(&&*sent) && then.iter().any(|then| labels.then.contains(&&**then))
    })
}

/// What stands before the colon, if that is no longer than labels are: without the signs that
/// bold type leaves in plain text.
fn label(line: &str) -> Option<String> {
    let end = line.char_indices().take(LONGEST).find(|(_, c)| matches!(c, ':' | '：'));
    let label = line.get(..end?.0)?.trim().trim_start_matches('*').trim_end();
    Some(label.to_lowercase())
}

/// Characters of the longest label, with signs and blanks around it.
const LONGEST: usize = 24;

#[cfg(test)]
mod tests {
    use super::*;

    /// The numbers of the lines that are quoted.
    fn quoted(text: &str) -> Vec<usize> {
        let lines = lines(text).enumerate();
        lines.filter(|(_, (_, is_quoted))| *is_quoted).map(|(number, _)| number).collect()
    }

    #[test]
    fn answers_between_the_lines() {
        assert_eq!(quoted("> one\nmine\n  >two\n\n>"), [0, 2, 4]);
        assert_eq!(quoted("a > b\n-> c"), [0; 0]);
    }

    #[test]
    fn lines_that_set_off() {
        for line in [
            RULE,
            "-----Original Message-----",
            "---------- Forwarded message ---------",
            "-----Ursprüngliche Nachricht-----",
            "-----Message d'origine-----",
            "-----Mensaje original-----",
            "-----Messaggio originale-----",
            "-----Oorspronkelijk bericht-----",
            " -----MENSAGEM ORIGINAL----- ",
        ] {
            assert_eq!(quoted(&format!("mine\n{line}\n\nyours")), [1, 3], "{line}");
        }
        for other in ["____", &"_".repeat(47), "-----", "--------", "-----A table-----", "---- "] {
            assert_eq!(quoted(&format!("mine\n{other}\nmore")), [0; 0], "{other}");
        }
    }

    #[test]
    fn header_blocks_in_many_languages() {
        for [from, sent, to] in [
            ["From: Ada", "Sent: Monday", "To: Bob"],
            ["**From:** Ada", "**Sent:** Monday", "**To:** Bob"],
            ["Von: Ada", "Gesendet: Montag", "An: Bob"],
            ["De : Ada", "Envoyé : lundi", "À : Bob"],
            ["De\u{A0}: Ada", "Date\u{A0}: lundi", "Objet\u{A0}: x"],
            ["De: Ada", "Enviado el: lunes", "Para: Bob"],
            ["De: Ada", "Enviada em: segunda-feira", "Assunto: x"],
            ["Da: Ada", "Inviato: lunedì", "A: Bob"],
            ["Van: Ada", "Verzonden: maandag", "Onderwerp: x"],
            ["差出人: Ada", "送信日時: 月曜日", "宛先: Bob"],
            ["发件人： Ada", "发送时间： 星期一", "收件人： Bob"],
        ] {
            let text = format!("mine\n\n{from}\n{sent}\nCc: more\n{to}\n\nyours");
            assert_eq!(quoted(&text), [2, 3, 4, 5, 7], "{from}");
            assert_eq!(quoted(&format!("{from}\n\n{sent}\n\n{to}")), [0, 2, 4], "{from}");
        }
    }

    #[test]
    fn other_text_is_not_quoted() {
        for text in [
            "From: here\nTo: there",
            "From: Ada\nSent: Monday",
            "From: Ada\nSent: Monday\nand so on\nmore\nTo: Bob",
            "Von: Ada\nSent: Monday\nTo: Bob",
            "Data: 1\nA: 2\nDa: 3",
            "From",
            ":",
            "",
        ] {
            assert_eq!(quoted(text), [0; 0], "{text}");
        }
    }

    #[test]
    fn long_texts_take_no_longer_by_the_line() {
        let text = "From: a\n\n".repeat(100_000);
        assert_eq!(quoted(&text), [0; 0]);
    }
}
