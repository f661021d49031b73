use leptos::prelude::*;

use super::html::{add, add_text};
use crate::route::{PageNumber, Route};
use crate::session::use_session;

/// What a reader can do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ways {
    /// Go to the front page.
    Front,
    /// Ask for the page at a path again, through the client or by a plain link that leaves the client out; or read what is
    /// kept on the device.
    Again(String),
}

/// A page that says one thing.
#[component]
pub fn Message(
    /// A sign above the heading; it only adorns.
    mark: &'static str,
    /// What happened.
    title: &'static str,
    /// Why, in a sentence.
    why: &'static str,
    /// What can be done.
    ways: Ways,
) -> impl IntoView {
    let session = use_session();
    let words = session.words();
    let mut links = String::new();
    let mut link = |path: &str, rel: &str, words: &str| {
        links.push_str("<a class=\"action\"");
        add(&mut links, "href", path);
        if !rel.is_empty() {
            add(&mut links, "rel", rel);
        }
        links.push('>');
        add_text(&mut links, words);
        links.push_str("</a>");
    };
    if let Ways::Again(path) = &ways {
        link(path, "", words.try_again);
        link(path, "external", words.open_plainly);
        // What is kept on the device is there whatever the network does.
        link(&session.path(&Route::Saved), "", words.saved);
    }
    link(&session.path(&Route::Front(PageNumber::FIRST)), "", words.to_front);
    let html = [
        "<p class=\"message-mark\" aria-hidden=\"true\">",
        mark,
        "</p><h1 tabindex=\"-1\">",
        title,
        "</h1><p class=\"message-why\">",
        why,
        "</p><p class=\"message-actions\">",
        &links,
        "</p>",
    ]
    .concat();
    view! { <section class="message wrap" inner_html=html></section> }
}
