//! How deep HTML is nested: parsers of HTML take time, and text makers stack, for each level.

use super::scan::{Tag, Tags};

/// Elements inside elements that are still parsed. Mail of long threads has about a hundred.
pub(super) const MOST: usize = 512;

/// Open elements that are looked at for each tag, on average, before a text is too tangled; the
/// first tags may take more.
const STEPS: (usize, usize) = (64, 1 << 22);

/// How deep elements stand in each other, or nothing if deeper than [`MOST`], or if closing tags
/// look through so many open elements that this and any parser takes long.
///
/// The estimate follows the rules by which parsers repair HTML as far as they close elements;
/// what they close beyond that counts as open.
pub(super) fn depth(html: &str) -> Option<usize> {
    let (mut tags, mut open, mut deepest) = (Tags::new(html), Open::default(), 0);
    let mut allowed = STEPS.1;
    while let Some(tag) = tags.next() {
        if tag.ends {
            open.end(&tag.name);
        } else {
            open.start(&tag);
        }
        deepest = deepest.max(open.elements.len());
        allowed = allowed.saturating_add(STEPS.0);
        if deepest > MOST || open.steps > allowed {
            return None;
        }
    }
    Some(deepest)
}

/// The elements that are open: names, and formatting elements as they stand.
#[derive(Default)]
struct Open<'h> {
    elements: Vec<(String, &'h str)>,
    /// How many of them were looked at so far.
    steps: usize,
}

impl<'h> Open<'h> {
    fn start(&mut self, tag: &Tag<'h>) {
        let name = tag.name.as_str();
        match name {
            _ if VOID.contains(&name) => return,
            "td" | "th" => self.close(&["td", "th"], &["table"]),
            "tr" => self.close(&["tr"], &["table"]),
            "tbody" | "thead" | "tfoot" => self.close(&["tbody", "thead", "tfoot"], &["table"]),
            "option" => self.close(&["option"], &["select"]),
            "li" => self.close(&["li"], BLOCKS),
            "dt" | "dd" => self.close(&["dt", "dd"], BLOCKS),
            _ => {}
        }
        if name == "p" || BLOCKS.contains(&name) || matches!(name, "div" | "address") {
            self.close(&["p"], SCOPES);
        }
        if FORMATTING.contains(&name) {
            // Parsers keep three of the same at most.
            self.steps = self.steps.saturating_add(self.elements.len());
            let same = |(_, source): &&(String, &str)| *source == tag.source;
            if self.elements.iter().filter(same).count() >= 3 {
                return;
            }
        }
        self.elements.push((tag.name.clone(), tag.source));
    }

    fn end(&mut self, name: &str) {
        if FORMATTING.contains(&name) {
            let at = self.elements.iter().rposition(|(open, _)| open == name);
            let passed = self.elements.len().saturating_sub(at.unwrap_or(0));
            self.steps = self.steps.saturating_add(passed);
            if let Some(at) = at {
                self.elements.remove(at);
            }
            return;
        }
        let is_table = matches!(name, "table" | "tr" | "td" | "th" | "tbody" | "thead" | "tfoot");
        self.close(&[name], if is_table { &["table"] } else { SCOPES });
    }

    /// Closes the innermost of these elements, unless one of `walls` is inside of it. Formatting
    /// goes on after it, except in tables.
    fn close(&mut self, names: &[&str], walls: &[&str]) {
        for at in (0..self.elements.len()).rev() {
            let Some((open, _)) = self.elements.get(at) else { return };
            self.steps = self.steps.saturating_add(1);
            if names.contains(&open.as_str()) {
                let in_table = matches!(open.as_str(), "td" | "th" | "tr" | "table");
                let inside = self.elements.split_off(at);
                let goes_on = |(name, _): &(String, &str)| FORMATTING.contains(&name.as_str());
                self.elements
                    .extend(inside.into_iter().skip(1).filter(|it| !in_table && goes_on(it)));
                return;
            }
            if walls.contains(&open.as_str()) {
                return;
            }
        }
    }
}

const VOID: &[&str] = &[
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input",
    "keygen", "link", "meta", "param", "source", "track", "wbr",
];
const FORMATTING: &[&str] = &[
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
];
const SCOPES: &[&str] = &[
    "applet", "button", "caption", "html", "marquee", "math", "object", "svg", "table", "td",
    "template", "th",
];
/// Elements that close a paragraph, and out of which no list item is closed.
const BLOCKS: &[&str] = &[
    "article",
    "aside",
    "blockquote",
    "center",
    "details",
    "dialog",
    "dir",
    "dl",
    "fieldset",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "listing",
    "main",
    "menu",
    "nav",
    "ol",
    "pre",
    "section",
    "summary",
    "table",
    "td",
    "th",
    "ul",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_closes_by_itself_is_not_deep() {
        for part in [
            "<p>a",
            "<p><b>a</b>",
            "<p><font size=1>a",
            "<br><img><hr>",
            "<div><p>a</div>",
            "<b>a<p>b</b>",
            "<table><tr><td>a<td>b<tr><td><p>c</table>",
            "<ul><li>a<li>b</ul>",
            "<dl><dt>a<dd>b</dl>",
            "<!-- <div> --><style><div></style>",
            "</div></b></p>",
        ] {
            let html = part.repeat(2_000);
            assert!(depth(&html).is_some_and(|depth| depth < 12), "{part} {:?}", depth(&html));
        }
        let nested = |n| depth(&("<div>".repeat(n) + &"</div>".repeat(n)));
        assert_eq!((nested(MOST), nested(MOST + 1)), (Some(MOST), None));
    }

    #[test]
    fn what_parsers_do_not_close_is() {
        for part in [
            "<div>",
            "<span>",
            "<div></b>",
            "<b><div></b>",
            "<div><table><td></div>",
            "<table><tr><td></table2>",
            "<blockquote><li>",
            "<svg/>",
        ] {
            assert_eq!(depth(&part.repeat(2_000)), None, "{part}");
        }
        // Each closes nothing, and would look at all that is open.
        let tangled = |many: usize| "<span>".repeat(MOST - 10) + &"</q>".repeat(many);
        assert_eq!(depth(&tangled(2_000)), Some(MOST - 10));
        assert_eq!(depth(&tangled(20_000)), None);
        let fonts: String = (0..2_000).map(|n| format!("<p><font size={n}>")).collect();
        assert_eq!(depth(&fonts), None);
    }
}
