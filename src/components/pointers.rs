use leptos::prelude::*;

use super::html::{add, add_link, add_text, element};
use crate::content::{Near, Pointer, Shelf};
use crate::session::use_session;

/// The ways to what came before and after; nothing where there are none.
#[component]
pub fn Neighbours(
    /// Where they lead.
    near: Near,
) -> impl IntoView {
    let words = use_session().words();
    let mut html = String::new();
    for (pointer, rel, way) in [(near.older, "prev", words.older), (near.newer, "next", words.newer)] {
        let Some(pointer) = pointer else { continue };
        html.push_str("<a");
        add(&mut html, "rel", rel);
        add(&mut html, "href", &pointer.path);
        html.push('>');
        html.push_str(&element("span", "listing-note", way));
        // The space keeps the two apart for who hears them.
        html.push(' ');
        add_text(&mut html, &pointer.name);
        html.push_str("</a>");
    }
    (!html.is_empty())
        .then(|| view! { <nav class="neighbours wrap" aria-label=words.near inner_html=html></nav> }.into_any())
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
