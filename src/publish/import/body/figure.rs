//! Pictures and links of HTML.

use std::rc::Rc;

use htmd::element_handler::{HandlerResult, Handlers};
use htmd::{Element, Node};

use super::pieces::{Notes, attribute, flat, note};
use super::{embed, marks, syntax};
use crate::publish::import::dom;
use crate::publish::pictures::is_picture;

/// The attributes in which pictures that load late keep their address.
const LATE: [&str; 4] = ["data-src", "data-lazy-src", "data-original", "data-orig-file"];

/// The address of a picture.
fn source(image: &Node) -> Option<String> {
    let written = attribute(image, "src").filter(|src| !src.starts_with("data:"));
    let late = || LATE.iter().find_map(|name| attribute(image, name));
    // The last of a set is the largest as most systems write it.
    let set = || {
        let set = attribute(image, "srcset")?;
        set.rsplit(',').find_map(|entry| entry.split_whitespace().next().map(str::to_owned))
    };
    written.or_else(late).or_else(set)
}

/// A picture by itself. It stands in a paragraph of its own wherever one can stand.
pub fn image(_: &dyn Handlers, element: Element) -> Option<HandlerResult> {
    let Some(src) = source(element.node) else { return Some(String::new().into()) };
    let alt = attribute(element.node, "alt").unwrap_or_default();
    let picture = syntax::picture(&alt, &src, "");
    Some(if is_inline(element.node) { picture } else { format!("\n\n{picture}\n\n") }.into())
}

/// What holds lines only.
const LINES: [&str; 13] = ["td", "th", "a", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "summary", "sub", "sup"];

fn is_inline(node: &Node) -> bool {
    dom::is_within(node, &LINES)
}

/// Pictures with the line under them; a bookmark or an embed as a link alone.
pub fn figure(handlers: &dyn Handlers, element: &Element, notes: &Notes) -> Option<HandlerResult> {
    let node = element.node;
    if dom::has_class(node, "kg-bookmark-card") || dom::has_class(node, "wp-block-embed") {
        return Some(embed::card(node, caption(node, notes)).into());
    }
    let images = pictures(node);
    // In a figure that holds figures or a table the parts speak for themselves.
    let has_parts =
        ["figure", "table", "blockquote", "pre", "ul", "ol"].iter().any(|part| !dom::elements(node, part).is_empty());
    if images.is_empty() || has_parts {
        let text = handlers.walk_children(node).content;
        return Some(format!("\n\n{}\n\n", text.trim_matches('\n')).into());
    }
    let caption = caption(node, notes);
    let mut text = String::from("\n\n");
    let last = images.len() - 1;
    for (number, (image, src)) in images.iter().enumerate() {
        let alt = attribute(image, "alt").unwrap_or_default();
        // The line stands once, under the last one.
        let caption = if number == last { caption.as_str() } else { "" };
        text.push_str(&syntax::picture(&alt, src, caption));
        text.push_str("\n\n");
    }
    Some(text.into())
}

/// The pictures of a figure; of one that links to a larger file of its own, that file.
fn pictures(figure: &Rc<Node>) -> Vec<(Rc<Node>, String)> {
    let images = dom::elements(figure, "img").into_iter();
    let with_source = images.filter_map(|image| {
        let src = source(&image)?;
        let link = parent_link(&image).filter(|href| is_same_picture(href, &src));
        Some((image, link.unwrap_or(src)))
    });
    with_source.collect()
}

fn parent_link(image: &Rc<Node>) -> Option<String> {
    let above = dom::parent(image);
    above.filter(|above| dom::tag(above) == Some("a")).and_then(|above| attribute(&above, "href"))
}

/// Whether a link leads to the picture that it shows, in another size.
fn is_same_picture(href: &str, src: &str) -> bool {
    let stem = |address: &str| {
        let name = address.split(['?', '#']).next().unwrap_or_default();
        let name = name.rsplit('/').next().unwrap_or_default();
        name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned()
    };
    is_picture(href.split(['?', '#']).next().unwrap_or_default()) && stem(src).starts_with(&stem(href))
}

/// The line under a figure. Markdown keeps words there, so a link in it is noted.
fn caption(figure: &Rc<Node>, notes: &Notes) -> String {
    let captions = dom::elements(figure, "figcaption");
    for link in captions.iter().flat_map(|caption| dom::elements(caption, "a")) {
        if let Some(href) = attribute(&link, "href") {
            note(notes, format!("a link in the line under a picture was left out: {href}"));
        }
    }
    let words = captions.iter().map(|caption| dom::one_line(&marks::plain(&dom::raw_text(caption))));
    words.filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A link; one around a picture is the picture.
pub fn link(handlers: &dyn Handlers, element: Element) -> Option<HandlerResult> {
    let node = element.node;
    let content = handlers.walk_children(node).content;
    let href = attribute(node, "href");
    let images = dom::elements(node, "img");
    if let (Some(image), Some(href)) = (images.first(), &href) {
        return Some(picture_link(node, image, href, &content).into());
    }
    let Some(href) = href else { return Some(content.into()) };
    let text = flat(&content);
    if text.is_empty() {
        return Some(String::new().into());
    }
    let before = if content.starts_with([' ', '\n']) { " " } else { "" };
    let after = if content.ends_with([' ', '\n']) { " " } else { "" };
    let is_bare = marks::plain(&text).replace("\\_", "_") == href && href.contains("://");
    let link = if is_bare { syntax::bare_link(&href) } else { format!("[{text}]({})", syntax::destination(&href)) };
    Some(format!("{before}{link}{after}").into())
}

/// A picture that is a link: to its own larger file it is the picture, else the link stands after it.
fn picture_link(node: &Rc<Node>, image: &Rc<Node>, href: &str, content: &str) -> String {
    let Some(src) = source(image) else { return content.to_owned() };
    let alt = attribute(image, "alt").unwrap_or_default();
    let words = dom::one_line(&marks::plain(&dom::raw_text(node)));
    let is_own = is_same_picture(href, &src);
    let picture = syntax::picture(&alt, if is_own { href } else { &src }, "");
    let link = match (is_own, words.as_str()) {
        (true, "") => String::new(),
        (true, words) => syntax::label(words),
        (false, "") => syntax::bare_link(href),
        (false, words) => format!("[{}]({})", syntax::label(words), syntax::destination(href)),
    };
    if is_inline(node) {
        format!("{picture} {link}").trim_end().to_owned()
    } else {
        format!("\n\n{picture}\n\n{link}\n\n")
    }
}
