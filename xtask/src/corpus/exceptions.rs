//! The committed list of differences from the ground truth that we mean.

use anyhow::bail;

/// Lines of `file`, `path` and `reason` with tabs between them; `#` begins a comment.
///
/// A path is a JSON pointer as `cargo xtask corpus` prints it; it stands for all that is below
/// it too.
pub(super) struct Exceptions {
    lines: Vec<Line>,
}

struct Line {
    file: String,
    path: String,
    used: bool,
}

impl Exceptions {
    /// # Errors
    /// When a line has no three columns: a difference without a reason is no exception.
    pub(super) fn parse(text: &str) -> anyhow::Result<Exceptions> {
        let mut lines = Vec::new();
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let columns: Vec<&str> = line.split('\t').map(str::trim).collect();
            match columns.as_slice() {
                [file, path, reason] if !reason.is_empty() => lines.push(Line {
                    file: (*file).to_owned(),
                    path: (*path).to_owned(),
                    used: false,
                }),
                _ => bail!("not `file`, `path` and `reason` with tabs between them: {line}"),
            }
        }
        Ok(Exceptions { lines })
    }

    /// Whether the difference at a path of a file is one that we mean.
    pub(super) fn excuse(&mut self, file: &str, path: &str) -> bool {
        let covers = |line: &Line| {
            line.file == file
                && path
                    .strip_prefix(&line.path)
                    .is_some_and(|below| below.is_empty() || below.starts_with('/'))
        };
        match self.lines.iter_mut().find(|line| covers(line)) {
            Some(line) => {
                line.used = true;
                true
            }
            None => false,
        }
    }

    /// The lines about the checked files that excused nothing.
    pub(super) fn unused(&self, checked: &[String]) -> Vec<(&str, &str)> {
        let unused = self.lines.iter().filter(|line| !line.used && checked.contains(&line.file));
        unused.map(|line| (line.file.as_str(), line.path.as_str())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_excuses_its_path_and_what_is_below() {
        let text = "# comment\n\na.msg\t/message/html\tbecause\nb.msg\t/streams\tbecause\n";
        let mut exceptions = Exceptions::parse(text).unwrap();
        assert!(exceptions.excuse("a.msg", "/message/html"));
        assert!(exceptions.excuse("a.msg", "/message/html/sha256"));
        assert!(!exceptions.excuse("a.msg", "/message/html5"));
        assert!(!exceptions.excuse("a.msg", "/message"));
        assert!(!exceptions.excuse("c.msg", "/message/html"));
        assert_eq!(exceptions.unused(&["a.msg".into(), "b.msg".into()]), [("b.msg", "/streams")]);
        assert_eq!(exceptions.unused(&["a.msg".into()]), []);
    }

    #[test]
    fn a_line_needs_a_reason() {
        assert!(Exceptions::parse("a.msg\t/message\t\n").is_err());
        assert!(Exceptions::parse("a.msg\t/message\n").is_err());
    }
}
