use leptos::prelude::*;

use super::html::{add, add_text};
use crate::content::Tag;
use crate::route::{PageNumber, Route};
use crate::session::use_session;

/// What an article is about.
#[component]
pub fn Tags(
    /// The tags.
    tags: Vec<Tag>,
) -> impl IntoView {
    let session = use_session();
    let mut html = String::new();
    for tag in tags {
        html.push_str("<li><a class=\"tag\"");
        add(&mut html, "href", &session.path(&Route::Tag(tag.slug, PageNumber::FIRST)));
        html.push('>');
        add_text(&mut html, &tag.name);
        html.push_str("</a></li>");
    }
    view! { <ul class="tags" aria-label=session.words().topics.to_owned() inner_html=html></ul> }
}
