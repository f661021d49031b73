use leptos::prelude::*;

use super::html::{add, element};
use crate::content::Pointer;
use crate::route::Route;
use crate::session::use_session;

/// The way from an article to the one before and the one after it in its section.
#[component]
pub fn Neighbours(
    /// The one before.
    older: Option<Pointer>,
    /// The one after.
    newer: Option<Pointer>,
) -> impl IntoView {
    let session = use_session();
    let words = session.words();
    let mut html = String::new();
    for (pointer, rel, way) in [(older, "prev", words.previous), (newer, "next", words.next)] {
        let Some(pointer) = pointer else { continue };
        html.push_str("<a");
        add(&mut html, "rel", rel);
        add(&mut html, "href", &session.path(&Route::Article(pointer.slug)));
        html.push('>');
        html.push_str(&element("span", "neighbour-way", way));
        // The space keeps the two apart for who hears them.
        html.push(' ');
        html.push_str(&element("span", "neighbour-title", &pointer.title));
        html.push_str("</a>");
    }
    view! { <nav class="neighbours wrap" aria-label=words.near inner_html=html></nav> }
}
