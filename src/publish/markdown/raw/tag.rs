//! Raw HTML as tokens with their places. What browsers make of it is the affair of the [allow-list](super::super::allow_list);
//! here faults are found, and known tags are written anew.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, Parser};

/// Elements whose content is no markup, up to their end tag.
const RAW_TEXT: [&str; 9] =
    ["iframe", "noembed", "noframes", "noscript", "script", "style", "textarea", "title", "xmp"];

/// The longest name of a character reference.
const LONGEST_REFERENCE: usize = 34;

/// References that browsers know without their semicolon, and that old texts have.
const BARE: [&str; 12] = ["nbsp", "amp", "laquo", "raquo", "quot", "copy", "reg", "shy", "middot", "deg", "lt", "gt"];

/// A part of raw HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token<'a> {
    /// Text, its character references as they were written.
    Text(&'a str),
    /// A comment.
    Comment,
    /// `<!…>` or `<?…>`, which browsers take for a comment.
    Instruction,
    /// A start tag.
    Start(Tag<'a>),
    /// An end tag: its name in lower case.
    End(String),
    /// A tag that the text ends in.
    Unclosed,
}

/// A start tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag<'a> {
    /// Its name in lower case.
    pub name: String,
    /// Names in lower case, and values as they were written.
    attributes: Vec<(String, &'a str)>,
}

impl<'a> Tag<'a> {
    /// An attribute's value with its character references resolved: of two the first.
    pub fn attribute(&self, name: &str) -> Option<Cow<'a, str>> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| decode(value))
    }
}

/// The tokens of raw HTML, with their bytes in it.
pub fn tokens(html: &str) -> Vec<(Token<'_>, Range<usize>)> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < html.len() {
        let rest = html.get(at..).unwrap_or_default();
        let (token, length) = match next_tag(rest) {
            Some(found) => found,
            None => {
                let end = text_end(rest);
                (Token::Text(rest.get(..end).unwrap_or(rest)), end)
            }
        };
        let end = at + length.max(1);
        let raw_text = match &token {
            Token::Start(tag) => RAW_TEXT.iter().find(|name| **name == tag.name),
            _ => None,
        };
        tokens.push((token, at..end));
        at = end;
        if let Some(name) = raw_text {
            // The content goes with the element, or nowhere: it is neither text nor tags.
            at += end_tag(html.get(at..).unwrap_or_default(), name);
        }
    }
    tokens
}

/// The text of character references: `&laquo;` is `«`.
pub fn decode(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, reference)) = rest.find('&').and_then(|at| rest.split_at_checked(at)) {
        decoded.push_str(before);
        let name = reference.get(1..).unwrap_or_default();
        let name_end = name.find(|c: char| !(c.is_ascii_alphanumeric() || c == '#')).unwrap_or(name.len());
        let is_closed = name.get(name_end..).is_some_and(|after| after.starts_with(';'));
        let bare = BARE.iter().find(|bare| name.starts_with(**bare)).filter(|_| !is_closed);
        let (end, written) = match bare {
            Some(bare) => (1 + bare.len(), format!("&{bare};")),
            None if is_closed && name_end <= LONGEST_REFERENCE => (name_end + 2, String::new()),
            None => (1, String::new()),
        };
        let (reference, after) = reference.split_at_checked(end).unwrap_or((reference, ""));
        decoded.push_str(&resolved(if written.is_empty() { reference } else { &written }));
        rest = after;
    }
    Cow::Owned(decoded + rest)
}

/// What a reference stands for, by the table of the Markdown parser: that of HTML.
fn resolved(reference: &str) -> String {
    let text = |event| match event {
        Event::Text(text) => Some(text),
        _ => None,
    };
    match reference {
        "&" => reference.to_owned(),
        "&nbsp;" => "\u{a0}".to_owned(),
        _ => Parser::new(reference).filter_map(text).map(|text| text.into_string()).collect(),
    }
}

/// Where a text ends: before the next tag.
fn text_end(html: &str) -> usize {
    let starts = html.match_indices('<').map(|(at, _)| at).filter(|at| *at > 0);
    let mut tags = starts.filter(|at| html.get(*at..).is_some_and(begins_tag));
    tags.next().unwrap_or(html.len())
}

fn begins_tag(html: &str) -> bool {
    let mut letters = html.chars().skip(1);
    match letters.next() {
        Some('!' | '?') => true,
        Some('/') => letters.next().is_some_and(|letter| letter.is_ascii_alphabetic()),
        Some(letter) => letter.is_ascii_alphabetic(),
        None => false,
    }
}

/// The tag at the beginning of a text, and its length.
fn next_tag(html: &str) -> Option<(Token<'_>, usize)> {
    if !html.starts_with('<') || !begins_tag(html) {
        return None;
    }
    if let Some(comment) = html.strip_prefix("<!--") {
        // Browsers take `<!-->` and `<!--->` for whole comments.
        let end = if comment.starts_with('>') {
            Some(1)
        } else if comment.starts_with("->") {
            Some(2)
        } else {
            comment.find("-->").map(|end| end + 3)
        };
        // An open one hides all that follows it.
        return Some(end.map_or((Token::Unclosed, html.len()), |end| (Token::Comment, end + 4)));
    }
    if html.starts_with("<!") || html.starts_with("<?") {
        return Some((Token::Instruction, html.find('>').map_or(html.len(), |end| end + 1)));
    }
    let is_end = html.starts_with("</");
    let start = if is_end { 2 } else { 1 };
    let name_end = find_from(html, start, |c| c.is_ascii_whitespace() || matches!(c, '/' | '>'));
    let name = html.get(start..name_end).unwrap_or_default().to_ascii_lowercase();
    let Some((attributes, end)) = attributes(html, name_end) else { return Some((Token::Unclosed, html.len())) };
    Some((if is_end { Token::End(name) } else { Token::Start(Tag { name, attributes }) }, end))
}

/// Attributes with their values.
type Attributes<'a> = Vec<(String, &'a str)>;

/// The attributes of a tag from a byte on, and where the tag ends; none where it does not.
fn attributes(html: &str, mut at: usize) -> Option<(Attributes<'_>, usize)> {
    let mut attributes = Vec::new();
    loop {
        at = find_from(html, at, |c| !c.is_ascii_whitespace() && c != '/');
        let rest = html.get(at..)?;
        if rest.is_empty() {
            return None;
        }
        if rest.starts_with('>') {
            return Some((attributes, at + 1));
        }
        // A name may begin with an equals sign.
        let first = rest.chars().next().map_or(1, char::len_utf8);
        let name_end = find_from(html, at + first, |c| c.is_ascii_whitespace() || matches!(c, '/' | '>' | '='));
        let name = html.get(at..name_end)?.to_ascii_lowercase();
        at = find_from(html, name_end, |c| !c.is_ascii_whitespace());
        if !html.get(at..)?.starts_with('=') {
            attributes.push((name, ""));
            continue;
        }
        at = find_from(html, at + 1, |c| !c.is_ascii_whitespace());
        let quote = html.get(at..)?.chars().next()?;
        let (from, to, after) = if matches!(quote, '"' | '\'') {
            let end = at + 1 + html.get(at + 1..)?.find(quote)?;
            (at + 1, end, end + 1)
        } else {
            let end = find_from(html, at, |c| c.is_ascii_whitespace() || c == '>');
            (at, end, end)
        };
        attributes.push((name, html.get(from..to)?));
        at = after;
    }
}

/// The first character from a byte on that a test holds for; the end where there is none.
fn find_from(html: &str, at: usize, test: impl Fn(char) -> bool) -> usize {
    html.get(at..).and_then(|rest| rest.find(test)).map_or(html.len(), |found| at + found)
}

/// Where the end tag of an element begins; all of the text where there is none.
fn end_tag(html: &str, name: &str) -> usize {
    let is_end = |at: &usize| {
        let found = html.get(at + 2..at + 2 + name.len());
        found.is_some_and(|found| found.eq_ignore_ascii_case(name))
    };
    html.match_indices("</").map(|(at, _)| at).find(is_end).unwrap_or(html.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(html: &str) -> Vec<String> {
        let show = |(token, span): (Token<'_>, Range<usize>)| match token {
            Token::Start(tag) => format!("{} {:?}", tag.name, tag.attributes),
            Token::End(name) => format!("/{name}"),
            Token::Text(text) => text.to_owned(),
            Token::Comment => "comment".to_owned(),
            Token::Instruction => "instruction".to_owned(),
            Token::Unclosed => format!("unclosed {span:?}"),
        };
        tokens(html).into_iter().map(show).collect()
    }

    #[test]
    fn tags_are_told_from_text() {
        for (html, expected) in [
            ("a < b <B>c</b >", vec!["a < b ", "b []", "c", "/b"]),
            (
                "<img\nsrc='a>b' ALT=\"c'd\" hidden e=f/>",
                vec!["img [(\"src\", \"a>b\"), (\"alt\", \"c'd\"), (\"hidden\", \"\"), (\"e\", \"f/\")]"],
            ),
            ("<!-- <b> --><!--><?php 1 ?>x", vec!["comment", "comment", "instruction", "x"]),
            ("a<!-- b", vec!["a", "unclosed 1..7"]),
            ("<script>a <b></SCRIPT>c", vec!["script []", "/script", "c"]),
            ("<iframe src=x />\nlost", vec!["iframe [(\"src\", \"x\")]"]),
            ("a<div b", vec!["a", "unclosed 1..7"]),
            ("<div b=\"c", vec!["unclosed 0..9"]),
        ] {
            assert_eq!(shown(html), expected, "{html}");
        }
    }

    #[test]
    fn references_are_resolved() {
        for (text, expected) in [
            ("a&amp;b", "a&b"),
            ("&laquo;&#1078;&#x436;&raquo;", "«жж»"),
            ("?a=1&b=2&c", "?a=1&b=2&c"),
            ("a&nbsp b&laquoc&raquo", "a\u{a0} b«c»"),
            ("&nope;", "&nope;"),
            ("&nbsp;", "\u{a0}"),
        ] {
            assert_eq!(decode(text), expected);
        }
    }
}
