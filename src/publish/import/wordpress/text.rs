//! The text of a post of WordPress as plain HTML: shortcodes read, blank lines made into paragraphs, addresses that stand alone
//! made into links.

use super::shortcodes::{self, Gallery};
use crate::publish::html::escape;

/// Elements at which a paragraph ends.
const BLOCKS: [&str; 30] = [
    "table",
    "thead",
    "tfoot",
    "caption",
    "col",
    "colgroup",
    "tbody",
    "tr",
    "td",
    "th",
    "div",
    "dl",
    "dd",
    "dt",
    "ul",
    "ol",
    "li",
    "pre",
    "form",
    "blockquote",
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "figure",
    "section",
];

/// Elements whose content keeps its line breaks.
const KEPT: [&str; 4] = ["pre", "script", "style", "textarea"];

/// A text and what was left out of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The HTML.
    pub html: String,
    /// What was left out.
    pub notes: Vec<String>,
}

/// The HTML of a post.
pub fn html(content: &str, gallery: Gallery<'_>) -> Text {
    let mut notes = Vec::new();
    let content = content.replace("\r\n", "\n").replace('\r', "\n").replace("<!--nextpage-->", "\n\n");
    dynamic_blocks(&content, &mut notes);
    let content = shortcodes::html(&content, gallery, &mut notes);
    let mut html = String::with_capacity(content.len() + 200);
    for (is_block, part) in parts(&content) {
        match is_block {
            true => html.push_str(part),
            false => html.push_str(&paragraphs(part)),
        }
    }
    notes.dedup();
    Text { html, notes }
}

/// Notes blocks that have no content of their own: the old site filled them when it showed a page.
fn dynamic_blocks(content: &str, notes: &mut Vec<String>) {
    for comment in content.split("<!-- wp:").skip(1) {
        let Some((head, _)) = comment.split_once("-->") else { continue };
        let Some(head) = head.trim_end().strip_suffix('/') else { continue };
        let name = head.split_whitespace().next().unwrap_or_default();
        if !matches!(name, "separator" | "spacer" | "more" | "nextpage") {
            notes.push(format!("the block {name} has no text of its own and was left out"));
        }
    }
}

/// A text cut into blocks, which are HTML as they are, and what stands between them, which is not.
fn parts(content: &str) -> Vec<(bool, &str)> {
    let mut parts = Vec::new();
    let (mut from, mut depth, mut at) = (0, 0_usize, 0);
    while let Some(found) = content.get(at..).and_then(|rest| rest.find("<!--")) {
        let start = at + found;
        let rest = content.get(start..).unwrap_or_default();
        let end = start + rest.find("-->").map_or(rest.len(), |end| end + 3);
        let comment = content.get(start..end).unwrap_or_default();
        let name = comment.trim_start_matches("<!--").trim();
        // What the old editor wrote within the new one is as it was.
        let is_old = name.starts_with("wp:freeform") || name.starts_with("/wp:freeform");
        let is_empty = comment.trim_end_matches("-->").trim_end().ends_with('/');
        if name.starts_with("wp:") && !is_old && !is_empty {
            if depth == 0 {
                parts.push((false, content.get(from..start).unwrap_or_default()));
                from = start;
            }
            depth += 1;
        } else if name.starts_with("/wp:") && !is_old && depth > 0 {
            depth -= 1;
            if depth == 0 {
                parts.push((true, content.get(from..end).unwrap_or_default()));
                from = end;
            }
        }
        at = end;
    }
    parts.push((depth > 0, content.get(from..).unwrap_or_default()));
    parts
}

/// Blank lines end paragraphs, other line breaks are line breaks, as WordPress shows them.
fn paragraphs(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + 100);
    for (is_kept, part) in kept(text) {
        if is_kept {
            html.push_str(part);
            continue;
        }
        for chunk in chunks(part) {
            let chunk = chunk.trim();
            if chunk.is_empty() {
                continue;
            }
            match (begins_block(chunk), is_address(chunk)) {
                (true, _) => html.push_str(chunk),
                (false, true) => {
                    html.push_str(&format!("<p><a href=\"{0}\">{0}</a></p>", escape(&chunk.replace("&amp;", "&"))))
                }
                (false, false) => html.push_str(&format!("<p>{}</p>", chunk.replace('\n', "<br>\n"))),
            }
            html.push('\n');
        }
    }
    html
}

/// A text cut at the elements whose line breaks are kept.
fn kept(text: &str) -> Vec<(bool, &str)> {
    let lower = text.to_ascii_lowercase();
    let mut parts = Vec::new();
    // What is not closed once is not closed further on.
    let mut unclosed: Vec<&str> = Vec::new();
    let (mut from, mut at) = (0, 0);
    while let Some(start) = lower.get(at..).and_then(|rest| rest.find('<')).map(|found| at + found) {
        at = start + 1;
        let inside = lower.get(at..).unwrap_or_default();
        let begins =
            |tag: &str| inside.strip_prefix(tag).is_some_and(|after| after.starts_with(['>', ' ', '\n', '\t']));
        let Some(tag) = KEPT.into_iter().find(|tag| begins(tag) && !unclosed.contains(tag)) else { continue };
        let close = format!("</{tag}>");
        let Some(end) = inside.find(&close).map(|found| at + found + close.len()) else {
            unclosed.push(tag);
            continue;
        };
        parts.push((false, text.get(from..start).unwrap_or_default()));
        parts.push((true, text.get(start..end).unwrap_or_default()));
        (from, at) = (end, end);
    }
    parts.push((false, text.get(from..).unwrap_or_default()));
    parts
}

/// A text cut at blank lines, before and after blocks, and around addresses that have a line for themselves.
fn chunks(text: &str) -> Vec<String> {
    let mut spaced = String::with_capacity(text.len() + 100);
    let mut rest = text;
    while let Some((before, tag)) = rest.find('<').and_then(|at| rest.split_at_checked(at)) {
        spaced.push_str(before);
        let (tag, after) = tag.split_at(tag.find('>').map_or(tag.len(), |end| end + 1));
        match block_name(tag) {
            Some(true) => spaced.push_str(&format!("{tag}\n\n")),
            Some(false) if tag.starts_with("<hr") => spaced.push_str(&format!("\n\n{tag}\n\n")),
            Some(false) => spaced.push_str(&format!("\n\n{tag}")),
            None => spaced.push_str(tag),
        }
        rest = after;
    }
    spaced.push_str(rest);
    let mut chunks = vec![String::new()];
    for line in spaced.lines() {
        let alone = is_address(line);
        if alone || line.trim().is_empty() {
            chunks.push(if alone { line.to_owned() } else { String::new() });
            if alone {
                chunks.push(String::new());
            }
        } else if let Some(chunk) = chunks.last_mut() {
            chunk.push_str(if chunk.is_empty() { "" } else { "\n" });
            chunk.push_str(line);
        }
    }
    chunks
}

/// Whether a tag is one of a block, and closes it.
fn block_name(tag: &str) -> Option<bool> {
    let inner = tag.strip_prefix('<')?;
    let closes = inner.starts_with('/');
    let name = inner.trim_start_matches('/');
    let length = name.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let name = name.get(..length)?.to_ascii_lowercase();
    BLOCKS.contains(&name.as_str()).then_some(closes)
}

fn begins_block(chunk: &str) -> bool {
    chunk.starts_with("<!--") || block_name(chunk).is_some()
}

/// Whether a line is an address and nothing else: WordPress shows what stands there.
fn is_address(line: &str) -> bool {
    let line = line.trim();
    (line.starts_with("https://") || line.starts_with("http://"))
        && !line.contains(|c: char| c.is_whitespace() || c == '<')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(text: &str) -> String {
        html(text, &|_| Vec::new()).html.replace('\n', "")
    }

    #[test]
    fn blank_lines_make_paragraphs() {
        for (text, expected) in [
            ("Раз\r\n\r\nДва\nтри", "<p>Раз</p><p>Два<br>три</p>"),
            ("Текст\n<h2>Глава</h2>\nДальше", "<p>Текст</p><h2>Глава</h2><p>Дальше</p>"),
            ("<pre>a\n\nb</pre>\n\nв", "<pre>ab</pre><p>в</p>"),
            (
                "См.\nhttps://youtu.be/x\nДа",
                "<p>См.</p><p><a href=\"https://youtu.be/x\">https://youtu.be/x</a></p><p>Да</p>",
            ),
            (
                "<!-- wp:paragraph -->\n<p>Раз</p>\n<!-- /wp:paragraph -->\n\nДва",
                "<!-- wp:paragraph --><p>Раз</p><!-- /wp:paragraph --><p>Два</p>",
            ),
            ("<blockquote>Раз\n\nДва</blockquote>", "<blockquote>Раз<p>Два</blockquote></p>"),
            ("", ""),
        ] {
            assert_eq!(run(text), expected, "{text}");
        }
    }

    #[test]
    fn blocks_without_text_are_noted() {
        let text = html("<!-- wp:latest-posts {\"a\":1} /--><!-- wp:spacer /-->", &|_| Vec::new());
        assert_eq!(text.notes.len(), 1, "{:?}", text.notes);
    }
}
