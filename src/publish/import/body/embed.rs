//! What other sites put into a page: it becomes a link alone in its paragraph.

use std::rc::Rc;

use htmd::element_handler::{HandlerResult, Handlers};
use htmd::{Element, Node};

use super::pieces::{Notes, attribute, note};
use super::{marks, syntax};
use crate::publish::import::dom;

/// Classes of quotations that a script of another site turns into one of its posts.
const POSTS: [&str; 6] =
    ["twitter-tweet", "twitter-video", "instagram-media", "tiktok-embed", "reddit-card", "telegram-post"];

/// A frame, a film or a recording.
pub fn embed(element: &Element, notes: &Notes) -> Option<HandlerResult> {
    let node = element.node;
    let own = attribute(node, "src").or_else(|| attribute(node, "data-src")).or_else(|| attribute(node, "data"));
    let within = || {
        let names = ["source", "embed", "iframe"];
        names.iter().flat_map(|name| dom::elements(node, name)).find_map(|part| attribute(&part, "src"))
    };
    let Some(address) = own.or_else(within) else {
        note(notes, format!("<{}> without an address was left out", element.tag));
        return Some(String::new().into());
    };
    Some(format!("\n\n{}\n\n", syntax::bare_link(&page_of(&address))).into())
}

/// The page of what a player shows, by the player's address: what people open.
pub fn page_of(address: &str) -> String {
    let address = if address.starts_with("//") { format!("https:{address}") } else { address.to_owned() };
    let Some((_, rest)) = address.split_once("://") else { return address };
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let host = host.strip_prefix("www.").unwrap_or(host);
    let id = |prefix: &str| {
        let id = path.strip_prefix(prefix)?.split(['?', '&', '/', '#']).next()?;
        (!id.is_empty()).then(|| id.to_owned())
    };
    match host {
        "youtube.com" | "youtube-nocookie.com" => match id("embed/").or_else(|| id("v/")) {
            Some(id) => format!("https://www.youtube.com/watch?v={id}"),
            None => address,
        },
        "player.vimeo.com" => id("video/").map_or(address.clone(), |id| format!("https://vimeo.com/{id}")),
        "rutube.ru" => id("play/embed/").map_or(address.clone(), |id| format!("https://rutube.ru/video/{id}/")),
        "dailymotion.com" => {
            id("embed/video/").map_or(address.clone(), |id| format!("https://www.dailymotion.com/video/{id}"))
        }
        _ => address,
    }
}

/// A figure that holds another site's page: a bookmark or an embed, with the line under it.
pub fn card(figure: &Rc<Node>, caption: String) -> String {
    let frames = ["iframe", "embed", "video", "audio"];
    let frame = frames.iter().flat_map(|tag| dom::elements(figure, tag)).find_map(|node| attribute(&node, "src"));
    let link = || dom::elements(figure, "a").iter().rev().find_map(|link| attribute(link, "href"));
    // WordPress keeps the address alone, and asks the other site when it shows the page.
    let bare = || {
        let text = marks::plain(&dom::raw_text(figure));
        text.split_whitespace().find(|word| word.contains("://")).map(str::to_owned)
    };
    let quote = dom::elements(figure, "blockquote").first().map(|quote| marks::plain(&dom::raw_text(quote)));
    let quote = quote.map(|words| format!("> {}\n\n", syntax::label(&words))).unwrap_or_default();
    let caption = if caption.is_empty() { caption } else { format!("{}\n\n", syntax::label(&caption)) };
    match frame.or_else(link).or_else(bare) {
        Some(address) => format!("\n\n{quote}{}\n\n{caption}", syntax::bare_link(&page_of(&address))),
        None => format!("\n\n{quote}{}\n\n{caption}", syntax::label(&marks::plain(&dom::raw_text(figure)))),
    }
}

/// A quotation; one of another site's posts is followed by the post's address.
pub fn blockquote(handlers: &dyn Handlers, element: Element) -> Option<HandlerResult> {
    let is_post = POSTS.iter().any(|class| dom::has_class(element.node, class));
    let given = ["data-instgrm-permalink", "cite"].iter().find_map(|name| attribute(element.node, name));
    let last = dom::elements(element.node, "a").iter().rev().find_map(|link| attribute(link, "href"));
    let content = handlers.fallback(element)?.content;
    let address = given.or(last).filter(|address| is_post && address.contains("://"));
    Some(match address {
        Some(address) => format!("{content}\n\n{}\n\n", syntax::bare_link(&address)).into(),
        None => content.into(),
    })
}

/// What is no text for readers.
pub fn hidden(element: &Element, notes: &Notes) -> Option<HandlerResult> {
    let what = match attribute(element.node, "src") {
        Some(src) => format!("<{}> was left out: {src}", element.tag),
        None => format!("<{}> was left out", element.tag),
    };
    // Every post of another site brings the same script, which the link replaces.
    if !what.contains("platform.twitter.com") && !what.contains("instagram.com/embed") {
        note(notes, what);
    }
    Some(String::new().into())
}
