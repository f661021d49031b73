//! The [`TreeHash`] of HTML that the build has written: well-formed, without raw text elements.

use crate::tree_hash::TreeHash;

/// The number of the tree that a browser makes of the HTML.
pub fn hash(html: &str) -> TreeHash {
    let mut hash = TreeHash::default();
    let mut rest = html;
    while !rest.is_empty() {
        let (token, after) = next(rest);
        rest = after;
        match token {
            Token::Start(name) => {
                hash.element(name);
                // Browsers drop a line break that a preformatted text begins with.
                if name == "pre" {
                    rest = rest.strip_prefix('\n').unwrap_or(rest);
                }
            }
            Token::End => {}
            Token::Comment => hash.comment(),
            Token::Text(text) => hash.text(length(text)),
        }
    }
    hash
}

enum Token<'a> {
    Start(&'a str),
    End,
    Comment,
    Text(&'a str),
}

/// The first token of some HTML, and what follows it.
fn next(html: &str) -> (Token<'_>, &str) {
    if let Some(comment) = html.strip_prefix("<!") {
        // `<!>` is how Leptos writes an empty one.
        let end = if comment.starts_with("--") { "-->" } else { ">" };
        return (Token::Comment, comment.split_once(end).map_or("", |(_, after)| after));
    }
    if let Some(end) = html.strip_prefix("</") {
        return (Token::End, end.split_once('>').map_or("", |(_, after)| after));
    }
    if let Some(tag) = html.strip_prefix('<') {
        let (tag, after) = tag.split_at(end_of_tag(tag));
        let name = tag.split([' ', '\n']).next().unwrap_or(tag);
        return (Token::Start(name), after.strip_prefix('>').unwrap_or(after));
    }
    let (text, after) = html.split_at(html.find('<').unwrap_or(html.len()));
    (Token::Text(text), after)
}

/// Where a tag ends: at the first `>` outside of quotes.
fn end_of_tag(tag: &str) -> usize {
    let mut quote = None;
    for (index, byte) in tag.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return index,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    tag.len()
}

/// How long a text is in UTF-16 units when its character references are resolved.
fn length(text: &str) -> u32 {
    let mut units = 0;
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let reference = rest.strip_prefix('&').and_then(|after| after.split_once(';'));
        match reference.and_then(|(name, after)| Some((resolved(name)?, after))) {
            Some((letter, after)) => {
                units += letter.len_utf16();
                rest = after;
            }
            None => {
                units += letter.len_utf16();
                rest = rest.get(letter.len_utf8()..).unwrap_or_default();
            }
        }
    }
    units.try_into().unwrap_or(u32::MAX)
}

/// What a character reference stands for: the names that sanitiser, escaper and Leptos write.
fn resolved(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "nbsp" => Some('\u{a0}'),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nodes_are_counted_as_a_browser_counts_them() {
        let mut expected = TreeHash::default();
        expected.element("p");
        // «A & <𝄞»: the clef takes two units.
        expected.text(9);
        expected.comment();
        expected.element("img");
        expected.element("pre");
        expected.text(1);
        assert_eq!(
            hash("<p class=\"a > b\">«A &amp; &lt;𝄞»</p><!><img alt=\"\"><pre>\nx</pre>").to_string(),
            expected.to_string()
        );
    }

    #[test]
    fn a_wrapped_text_and_a_space_are_noticed() {
        let page = hash("<h1>News</h1>");
        for changed in ["<h1><font>News</font></h1>", "<h1>News </h1>", "<h1>News</h1> ", "<h1>News</h1><!>"] {
            assert_ne!(hash(changed), page, "{changed}");
        }
    }
}
