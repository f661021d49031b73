//! Places that raw HTML names.

use std::collections::HashSet;

use pulldown_cmark::{Event, Tag as Block, TagEnd};

use super::Fragment;
use super::tag::{Tag, Token, tokens};
use crate::publish::markdown::Piece;

/// A place that raw HTML names, or links to.
struct Named {
    /// The number of the piece.
    piece: usize,
    name: String,
    is_link: bool,
}

/// The names of the places that raw HTML has and the text links to, in order, each with the number of its piece. `linked` are
/// those that Markdown links to.
pub fn ids(pieces: &[Piece<'_>], linked: HashSet<String>) -> Vec<(usize, String)> {
    let mut named = Vec::new();
    let mut block = Fragment::default();
    for (number, (event, span)) in pieces.iter().enumerate() {
        match event {
            Event::Start(Block::HtmlBlock) => block = Fragment::default(),
            Event::Html(html) => block.push(html, span),
            Event::End(TagEnd::HtmlBlock) => read(block.html(), number, &mut named),
            Event::InlineHtml(html) => read(html, number, &mut named),
            _ => {}
        }
    }
    let mut linked = linked;
    linked.extend(named.iter().filter(|named| named.is_link).map(|named| named.name.clone()));
    let is_linked = |named: &Named| !named.is_link && linked.contains(&named.name);
    named.into_iter().filter(is_linked).map(|named| (named.piece, named.name)).collect()
}

fn read(html: &str, piece: usize, named: &mut Vec<Named>) {
    for (token, _) in tokens(html) {
        let Token::Start(tag) = token else { continue };
        named.extend(names(&tag).map(|name| Named { piece, name, is_link: false }));
        let fragment = tag.attribute("href").and_then(|href| Some(href.trim().strip_prefix('#')?.to_owned()));
        named.extend(fragment.map(|name| Named { piece, name: crate::values::percent_decode(&name), is_link: true }));
    }
}

/// The names that a tag gives its place: links had a `name` once.
pub fn names(tag: &Tag<'_>) -> impl Iterator<Item = String> {
    let name = tag.attribute("name").filter(|_| tag.name == "a");
    [tag.attribute("id"), name].into_iter().flatten().map(|name| name.trim().to_owned()).filter(|name| !name.is_empty())
}
