//! What stands before the mark at which lists cut a text, `<!--more-->`: the lead.

use crate::publish::import::dom;

/// A longer lead is a beginning of the text, no sentence under a headline. In characters.
const LONGEST: usize = 500;

/// What makes a lead more than words.
const RICH: [&str; 15] = [
    "a",
    "img",
    "iframe",
    "video",
    "audio",
    "h1",
    "h2",
    "h3",
    "h4",
    "ul",
    "ol",
    "table",
    "blockquote",
    "pre",
    "figure",
];

/// The lead as plain text, and the text that remains. Words alone move from the text to the lead; what has links or pictures
/// stays in the text too. Where the article has a summary, all of the text stays.
pub fn split(text: &str, has_summary: bool) -> (Option<String>, String) {
    let Some((start, end)) = mark(text) else { return (None, text.to_owned()) };
    let (before, after) = (text.get(..start).unwrap_or_default(), text.get(end..).unwrap_or_default());
    let whole = || format!("{before}\n\n{after}");
    let Some(tree) = dom::parse(before).filter(|_| !has_summary) else { return (None, whole()) };
    let words = dom::one_line(&dom::raw_text(&tree));
    let fits = (1..=LONGEST).contains(&words.chars().count());
    if !fits || dom::words(after).is_empty() {
        return (None, whole());
    }
    let is_rich = RICH.iter().any(|tag| !dom::elements(&tree, tag).is_empty())
        || before.contains("](")
        || before.lines().any(|line| line.starts_with(['#', '>', '|', '-', '*']));
    // A paragraph that goes on after the mark is closed by whoever reads the rest.
    if is_rich { (Some(words), whole()) } else { (Some(words), after.to_owned()) }
}

/// The bytes of the mark.
fn mark(text: &str) -> Option<(usize, usize)> {
    let mut from = 0;
    loop {
        let start = from + text.get(from..)?.find("<!--")?;
        let inside = text.get(start + 4..)?;
        let length = inside.find("-->")?;
        let words = inside.get(..length)?.trim();
        let is_mark = words.strip_prefix("more").is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
        if is_mark || words == "excerpt" {
            return Some((start, start + 4 + length + 3));
        }
        from = start + 4;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_before_the_mark_are_the_lead() {
        let (lead, rest) = split("<p>Снег &amp; ветер.</p><!--more--><p>Дальше.</p>", false);
        assert_eq!((lead.as_deref(), rest.as_str()), (Some("Снег & ветер."), "<p>Дальше.</p>"));
        let (lead, rest) = split("<p><a href=\"/x\">Снег</a></p><!--more Читать--><p>Дальше.</p>", false);
        assert_eq!(lead.as_deref(), Some("Снег"));
        assert!(rest.contains("href") && rest.contains("Дальше"));
        let (lead, rest) = split("Снег<!--more-->Дальше", true);
        assert_eq!((lead, rest.as_str()), (None, "Снег\n\nДальше"));
        assert_eq!(split("<!-- moreover -->a", false).0, None);
        assert_eq!(split("<!--more", false).0, None);
    }
}
