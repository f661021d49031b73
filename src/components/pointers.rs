//! Lines that lead on, as safe HTML: they never change by themselves.

use super::html::{add, add_link, add_text, element};
use crate::content::{Near, Pointer, Shelf};
use crate::format::Messages;

/// The ways to what came before and after; nothing where there are none.
pub fn neighbours_html(near: &Near, words: &Messages) -> String {
    let mut links = String::new();
    for (pointer, rel, way) in [(&near.older, "prev", words.older), (&near.newer, "next", words.newer)] {
        let Some(pointer) = pointer else { continue };
        links.push_str("<a");
        add(&mut links, "rel", rel);
        add(&mut links, "href", &pointer.path);
        links.push('>');
        links.push_str(&element("span", "listing-note", way));
        // The space keeps the two apart for who hears them.
        links.push(' ');
        add_text(&mut links, &pointer.name);
        links.push_str("</a>");
    }
    if links.is_empty() {
        return links;
    }
    let mut html = String::from("<nav class=\"neighbours\"");
    add(&mut html, "aria-label", words.near);
    [&html, ">", &links, "</nav>"].concat()
}

/// More of a section, under its name.
pub fn more_html(more: &Shelf) -> String {
    let mut html = String::from("<aside class=\"more\"");
    if let Some(head) = &more.head {
        add(&mut html, "aria-label", &head.name);
    }
    [&html, ">", &shelf_html(more), "</aside>"].concat()
}

/// Lines under their heading, as safe HTML.
pub fn shelf_html(shelf: &Shelf) -> String {
    let mut html = String::new();
    if let Some(head) = &shelf.head {
        html.push_str("<h2>");
        add_link(&mut html, &head.path, &head.name);
        html.push_str("</h2>");
    }
    html.push_str("<ul class=\"shelf\">");
    for pointer in &shelf.pointers {
        html.push_str("<li>");
        add_link(&mut html, &pointer.path, &pointer.name);
        html.push(' ');
        html.push_str(&element("span", "listing-note", &pointer.note));
        html.push_str("</li>");
    }
    html + "</ul>"
}

/// The way up from a page of the archive, as safe HTML.
pub fn above_html(above: Option<&Pointer>) -> String {
    let mut html = String::new();
    if let Some(above) = above {
        add_link(&mut html, &above.path, &above.name);
    }
    html
}
