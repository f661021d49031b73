//! HTML of other systems as a tree.

use std::rc::Rc;

use htmd::{HtmlToMarkdown, Node};
use markup5ever_rcdom::NodeData;

use crate::publish::teaser::fold;

/// Elements that may lie in each other so deep: converting goes down by recursion, and what people write is far from it.
pub const DEEPEST: usize = 200;

/// Elements that HTML lets open without ever closing them: any number of them is a list, not a depth.
const UNCLOSED: [&str; 26] = [
    "p", "li", "td", "th", "tr", "dt", "dd", "option", "area", "base", "br", "col", "embed", "hr", "img", "input",
    "link", "meta", "param", "source", "track", "wbr", "thead", "tbody", "tfoot", "colgroup",
];

/// Elements that were opened and never closed: of so many the tree takes the square of their number.
const MOST_UNCLOSED: usize = 1_000;

/// The tree of a piece of HTML. It may be as broken as it likes; one that would take too long to read is its text alone.
pub fn parse(html: &str) -> Option<Rc<Node>> {
    let read = |html: &str| HtmlToMarkdown::new().html_to_tree(html).ok();
    if is_tangled(html) { read(&without_tags(html)) } else { read(html) }
}

/// Whether elements lie in each other so deep that a tree of them takes too long.
pub fn is_tangled(html: &str) -> bool {
    let (mut open, mut most) = (0_usize, 0);
    for tag in html.split('<').skip(1) {
        if tag.starts_with('/') {
            open = open.saturating_sub(1);
            continue;
        }
        let length = tag.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let name = tag.get(..length).unwrap_or_default().to_ascii_lowercase();
        if !name.is_empty() && !UNCLOSED.contains(&name.as_str()) {
            open += 1;
            most = most.max(open);
        }
    }
    most > MOST_UNCLOSED
}

/// The text between tags, its entities as they are.
pub fn without_tags(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    for (number, part) in html.split('<').enumerate() {
        let words = if number == 0 { part } else { part.split_once('>').map_or("", |(_, words)| words) };
        text.push_str(words);
        text.push(' ');
    }
    text
}

/// An element's name; none for text.
pub fn tag(node: &Node) -> Option<&str> {
    match &node.data {
        NodeData::Element { name, .. } => Some(&*name.local),
        _ => None,
    }
}

/// The value of an attribute.
pub fn attribute(node: &Node, wanted: &str) -> Option<String> {
    let NodeData::Element { attrs, .. } = &node.data else { return None };
    let attrs = attrs.borrow();
    attrs.iter().find(|attribute| &*attribute.name.local == wanted).map(|attribute| attribute.value.to_string())
}

/// The node above one.
pub fn parent(node: &Node) -> Option<Rc<Node>> {
    let parent = node.parent.take();
    let above = parent.as_ref().and_then(std::rc::Weak::upgrade);
    node.parent.set(parent);
    above
}

/// Whether one of the elements above a node has one of these names.
pub fn is_within(node: &Node, tags: &[&str]) -> bool {
    let mut above = parent(node);
    while let Some(node) = above {
        if tag(&node).is_some_and(|tag| tags.contains(&tag)) {
            return true;
        }
        above = parent(&node);
    }
    false
}

/// Whether one of an element's classes is this.
pub fn has_class(node: &Node, wanted: &str) -> bool {
    attribute(node, "class").is_some_and(|classes| classes.split_whitespace().any(|class| class == wanted))
}

/// All nodes below one, in the order of the document, with their depth. It goes through trees of any depth.
pub fn below(node: &Rc<Node>) -> impl Iterator<Item = (Rc<Node>, usize)> + use<> {
    let mut stack = vec![(Rc::clone(node), 0)];
    std::iter::from_fn(move || {
        let (node, depth) = stack.pop()?;
        stack.extend(node.children.borrow().iter().rev().map(|child| (Rc::clone(child), depth + 1)));
        Some((node, depth))
    })
    .skip(1)
}

/// The elements of a name below a node.
pub fn elements(node: &Rc<Node>, wanted: &str) -> Vec<Rc<Node>> {
    below(node).map(|(node, _)| node).filter(|node| tag(node) == Some(wanted)).collect()
}

/// Whether the tree is deeper than anything that people write.
pub fn is_too_deep(node: &Rc<Node>) -> bool {
    below(node).any(|(_, depth)| depth > DEEPEST)
}

/// The text of a node as it stands in the document, without that of scripts and styles.
pub fn raw_text(node: &Rc<Node>) -> String {
    let mut text = String::new();
    let hidden = |node: &Node| matches!(tag(node), Some("script" | "style" | "noscript" | "template"));
    for (node, _) in below(node) {
        match &node.data {
            NodeData::Text { contents } if !parent(&node).is_some_and(|parent| hidden(&parent)) => {
                text.push_str(&contents.borrow());
            }
            NodeData::Element { name, .. } if is_break(&name.local) => text.push(' '),
            _ => {}
        }
    }
    text
}

/// Whether words on both sides of an element do not belong together.
fn is_break(tag: &str) -> bool {
    matches!(
        tag,
        "p" | "br"
            | "div"
            | "li"
            | "td"
            | "th"
            | "tr"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "figcaption"
            | "hr"
            | "blockquote"
            | "dt"
            | "dd"
            | "section"
            | "article"
            | "figure"
            | "pre"
    )
}

/// The words of a piece of HTML: entities read, tags gone, white space folded, control characters gone.
pub fn words(html: &str) -> String {
    if !html.contains(['<', '&']) {
        return one_line(html);
    }
    parse(html).map_or_else(String::new, |tree| one_line(&raw_text(&tree)))
}

/// A text as one line that front matter takes.
pub fn one_line(text: &str) -> String {
    let plain: String = text
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .filter(|c| !c.is_control() && !matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{feff}' | '\u{ad}' | '\u{200b}'))
        .collect();
    fold(&plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_html_are_one_line() {
        for (html, text) in [
            ("Снег", "Снег"),
            ("<p>Снег</p><p>и&nbsp;ветер&#8212;<b>да</b></p>", "Снег и ветер—да"),
            ("a &amp; b &lt;c&gt;", "a & b <c>"),
            ("x<script>alert(1)</script>y", "xy"),
            ("a\u{8}b\r\n  c", "ab c"),
        ] {
            assert_eq!(words(html), text);
        }
    }

    #[test]
    fn deep_trees_are_walked() {
        for (depth, tangled) in [(500, false), (20_000, true)] {
            let html = "<div>".repeat(depth) + "слово";
            let tree = parse(&html).expect("a tree");
            assert_eq!((is_tangled(&html), is_too_deep(&tree)), (tangled, !tangled));
            assert_eq!(one_line(&raw_text(&tree)), "слово");
        }
    }
}
