//! Addresses of other systems that are encapsulated in SMTP addresses ([MS-OXCMAIL] 2.1.1.1).

/// Type and address inside of `IMCEAtype-address@domain`, where `_` stands for `/` and `+HH` for
/// any other byte; nothing if it is no such address.
///
/// ```text
/// IMCEAEX-_O=ENGINES_CN=ada@example.org → EX, /O=ENGINES/CN=ada
/// ```
pub(super) fn decode(address: &str) -> Option<(String, String)> {
    let (prefix, rest) = address.split_at_checked(PREFIX.len())?;
    if !prefix.eq_ignore_ascii_case(PREFIX) {
        return None;
    }
    let (local, _) = rest.rsplit_once('@')?;
    let (kind, encoded) = local.split_once('-')?;
    if kind.is_empty() || !kind.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return None;
    }
    let mut bytes = Vec::with_capacity(encoded.len());
    let mut rest = encoded.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'_' => b'/',
            b'+' => hex(rest.next()?)? << 4 | hex(rest.next()?)?,
            other => other,
        });
    }
    Some((kind.to_ascii_uppercase(), String::from_utf8_lossy(&bytes).into_owned()))
}

const PREFIX: &str = "IMCEA";

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_and_bytes() {
        let some = |kind: &str, address: &str| Some((kind.to_owned(), address.to_owned()));
        assert_eq!(decode("IMCEAEX-_O=E_CN=a+20b+5Fc@x"), some("EX", "/O=E/CN=a b_c"));
        assert_eq!(decode("imceafax-Ann+40+2B1@x"), some("FAX", "Ann@+1"));
        assert_eq!(decode("IMCEAX-+C3+BC@x"), some("X", "ü"));
        for other in ["", "IMCEA", "a@b", "IMCEAEX-a", "IMCEA-a@b", "IMCEAEX-+4@b", "IMCEAEX-+zz@b"]
        {
            assert_eq!(decode(other), None, "{other}");
        }
    }
}
