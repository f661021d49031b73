use leptos::prelude::*;

use crate::model::Tag;
use crate::routes::{PageNumber, Route};
use crate::session::use_session;

/// What an article is about.
#[component]
pub fn Tags(
    /// The tags.
    tags: Vec<Tag>,
) -> impl IntoView {
    let session = use_session();
    let links = tags.into_iter().map(|tag| {
        let path = session.path(&Route::Tag(tag.slug, PageNumber::FIRST));
        view! { <li><a class="tag" href=path>{tag.name}</a></li> }.into_any()
    });
    view! { <ul class="tags" aria-label=session.words().topics>{links.collect_view()}</ul> }
}
