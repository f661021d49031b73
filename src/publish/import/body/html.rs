//! HTML to Markdown. Addresses stay as they are: [`rewrite`](super::rewrite) leads them to their new places.

use std::rc::Rc;
use std::sync::PoisonError;

use htmd::element_handler::{HandlerResult, Handlers};
use htmd::options::{BulletListMarker, Options};
use htmd::{Element, HtmlToMarkdown, Node};

use super::pieces::{Notes, flat, note};
use super::{embed, figure, lost, marks, syntax, table};
use crate::publish::import::dom;

/// What became of a piece of HTML.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Converted {
    /// The Markdown.
    pub markdown: String,
    /// Ids of the HTML, each with the number of the heading that it stands at, from 0.
    pub anchors: Vec<(String, usize)>,
    /// What was left out.
    pub notes: Vec<String>,
}

/// Converts HTML, however broken it is.
pub fn convert(html: &str) -> Converted {
    let notes = Notes::default();
    let html = marks::clean(html);
    let converter = converter(&notes);
    let Some(tree) = dom::parse(&html) else { return Converted::default() };
    let (markdown, anchors) = if dom::is_tangled(&html) || dom::is_too_deep(&tree) {
        note(&notes, format!("elements more than {} deep: the text was carried without its markup", dom::DEEPEST));
        (syntax::label(&marks::plain(&dom::raw_text(&tree))), Vec::new())
    } else {
        let anchors = anchors(&tree);
        let markdown = tidy(&marks::finish(&converter.tree_to_markdown(&tree)));
        for words in lost::find(&tree, &markdown) {
            note(&notes, format!("words were left out: {words}"));
        }
        (markdown, anchors)
    };
    let notes = std::mem::take(&mut *notes.lock().unwrap_or_else(PoisonError::into_inner));
    Converted { markdown, anchors, notes }
}

fn converter(notes: &Notes) -> HtmlToMarkdown {
    let options = Options {
        bullet_list_marker: BulletListMarker::Dash,
        ul_bullet_spacing: 1,
        ol_number_spacing: 1,
        ..Options::default()
    };
    let (scripts, forms, embeds) = (notes.clone(), notes.clone(), notes.clone());
    let figures = notes.clone();
    HtmlToMarkdown::builder()
        .options(options)
        .add_handler(vec!["b", "strong"], |handlers: &dyn Handlers, element: Element| {
            Some(marked(&handlers.walk_children(element.node).content, marks::BOLD, marks::BOLD_END))
        })
        .add_handler(vec!["i", "em", "cite", "dfn"], |handlers: &dyn Handlers, element: Element| {
            Some(marked(&handlers.walk_children(element.node).content, marks::EMPHASIS, marks::EMPHASIS_END))
        })
        .add_handler(vec!["del", "s", "strike"], |handlers: &dyn Handlers, element: Element| {
            let text = handlers.walk_children(element.node).content;
            Some(if text.trim().is_empty() { text.into() } else { format!("<del>{text}</del>").into() })
        })
        .add_handler(vec!["sub", "sup", "mark", "kbd", "ins", "small", "q"], inline_tag)
        .add_handler(vec!["h1", "h2", "h3", "h4", "h5", "h6"], heading)
        .add_handler(vec!["dt", "summary"], |handlers: &dyn Handlers, element: Element| {
            let text = handlers.walk_children(element.node).content;
            let bold = marked(&flat(&text), marks::BOLD, marks::BOLD_END).content;
            Some(format!("\n\n{bold}\n\n").into())
        })
        .add_handler(vec!["pre"], |_: &dyn Handlers, element: Element| {
            Some(syntax::code_block(&marks::plain(&raw(element.node))).into())
        })
        .add_handler(vec!["code", "tt", "samp"], |_: &dyn Handlers, element: Element| {
            Some(syntax::code(&marks::plain(&raw(element.node))).into())
        })
        .add_handler(vec!["a"], figure::link)
        .add_handler(vec!["img"], figure::image)
        .add_handler(vec!["figure"], move |handlers: &dyn Handlers, element: Element| {
            figure::figure(handlers, &element, &figures)
        })
        .add_handler(vec!["table"], table::table)
        .add_handler(vec!["blockquote"], embed::blockquote)
        .add_handler(vec!["iframe", "embed", "object", "video", "audio"], move |_: &dyn Handlers, element: Element| {
            embed::embed(&element, &embeds)
        })
        .add_handler(
            vec!["script", "style", "noscript", "template", "svg", "math"],
            move |_: &dyn Handlers, el: Element| embed::hidden(&el, &scripts),
        )
        .add_handler(
            vec!["form", "select", "button", "input", "textarea"],
            move |handlers: &dyn Handlers, el: Element| {
                note(&forms, format!("<{}>: only its words were carried", el.tag));
                let text = handlers.walk_children(el.node).content;
                Some(if el.tag == "form" { format!("\n\n{}\n\n", text.trim_matches('\n')) } else { text }.into())
            },
        )
        .build()
}

/// Text between marks, which stand at its first and last letter: white space at its ends stays outside. Marks do not reach past a
/// paragraph, so each gets its own.
fn marked(text: &str, begin: char, end: char) -> HandlerResult {
    let paragraphs = text.split("\n\n").map(|part| {
        let inner = part.trim();
        let is_picture = inner.starts_with("![") && inner.ends_with(')');
        if inner.is_empty() || is_picture {
            return part.to_owned();
        }
        let start = part.len() - part.trim_start().len();
        let (before, rest) = part.split_at(start);
        let (inner, after) = rest.split_at(inner.len());
        format!("{before}{begin}{inner}{end}{after}")
    });
    paragraphs.collect::<Vec<_>>().join("\n\n").into()
}

/// An element that Markdown has no sign for and pages may have.
fn inline_tag(handlers: &dyn Handlers, element: Element) -> Option<HandlerResult> {
    let text = handlers.walk_children(element.node).content;
    if text.trim().is_empty() || text.contains("\n\n") {
        return Some(text.into());
    }
    Some(format!("<{0}>{text}</{0}>", element.tag).into())
}

fn heading(handlers: &dyn Handlers, element: Element) -> Option<HandlerResult> {
    let text = flat(&handlers.walk_children(element.node).content);
    // A heading is bold as it is.
    let text: String = text.chars().filter(|letter| !matches!(*letter, marks::BOLD | marks::BOLD_END)).collect();
    let (pictures, words) = split_pictures(text.trim());
    if words.is_empty() {
        return Some(format!("\n\n{pictures}\n\n").into());
    }
    let level = element.tag.as_bytes().get(1).map_or(2, |digit| usize::from(digit.saturating_sub(b'0')).clamp(1, 6));
    // Signs at the end would be taken for those that close a heading.
    let words = if words.ends_with('#') { format!("{}\\#", words.trim_end_matches('#').trim_end()) } else { words };
    Some(format!("\n\n{} {words}\n\n{pictures}\n\n", "#".repeat(level)).into())
}

/// Pictures of a heading stand after it.
fn split_pictures(text: &str) -> (String, String) {
    match text.find("![") {
        Some(at) if text.ends_with(')') => {
            let (words, pictures) = text.split_at(at);
            (pictures.to_owned(), words.trim().to_owned())
        }
        _ => (String::new(), text.to_owned()),
    }
}

/// The text of code, its line breaks kept.
fn raw(node: &Rc<Node>) -> String {
    let mut text = String::new();
    for (node, _) in dom::below(node) {
        match &node.data {
            markup5ever_rcdom::NodeData::Text { contents } => text.push_str(&contents.borrow()),
            markup5ever_rcdom::NodeData::Element { name, .. } if &*name.local == "br" => text.push('\n'),
            _ => {}
        }
    }
    text
}

/// Ids and old names of anchors, each with the heading that it is, lies in, or stands before.
fn anchors(tree: &Rc<Node>) -> Vec<(String, usize)> {
    let mut anchors = Vec::new();
    let mut headings = 0;
    for (node, _) in dom::below(tree) {
        let tag = dom::tag(&node);
        let is_heading = matches!(tag, Some("h1" | "h2" | "h3" | "h4" | "h5" | "h6"));
        let has_words = is_heading && !dom::one_line(&dom::raw_text(&node)).is_empty();
        let id = dom::attribute(&node, "id").or_else(|| dom::attribute(&node, "name").filter(|_| tag == Some("a")));
        if let Some(id) = id {
            // Within a heading the heading itself has been counted.
            let inside = !is_heading && headings > 0 && dom::is_within(&node, &["h1", "h2", "h3", "h4", "h5", "h6"]);
            anchors.push((marks::plain(&id), if inside { headings - 1 } else { headings }));
        }
        headings += usize::from(has_words);
    }
    anchors.retain(|(_, heading)| *heading < headings);
    anchors
}

/// Without lines that look empty, and with one empty line between paragraphs. Code stays as it is.
fn tidy(markdown: &str) -> String {
    let mut text = String::with_capacity(markdown.len());
    let mut fence: Option<String> = None;
    let mut empty = 0;
    for line in markdown.lines() {
        let marks: String = line.trim_start().chars().take_while(|letter| *letter == '`').collect();
        match &fence {
            Some(open) if line.trim() == open => fence = None,
            None if marks.len() > 2 => fence = Some(marks),
            _ => {}
        }
        let looks_empty = line.chars().all(|letter| letter.is_whitespace() || letter == '\u{a0}');
        if fence.is_none() && looks_empty {
            empty += 1;
            continue;
        }
        let mut line = line;
        if empty > 0 || text.is_empty() {
            // A space that stood between words and what is a paragraph of its own now.
            line = line.strip_prefix(' ').filter(|rest| fence.is_none() && !rest.starts_with(' ')).unwrap_or(line);
        }
        if empty > 0 && !text.is_empty() {
            text.truncate(text.trim_end_matches([' ', '\n']).len());
            text.push_str("\n\n");
        }
        empty = 0;
        text.push_str(line);
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests;
