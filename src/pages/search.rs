//! The search: a form, and the place for what a part of the page finds.

use leptos::prelude::*;

use crate::format::Span;
use crate::route::{PageNumber, Route};
use crate::session::use_session;

/// The search page. Without scripts the form leads back here, where a sentence says what to do instead: the archive is one of
/// the ways.
#[component]
pub fn SearchPage() -> impl IntoView {
    let session = use_session();
    let words = session.words();
    let [before, archive, after] = words.search_needs;
    view! {
        <div class="search wrap">
            <header class="listing-head">
                <h1 tabindex="-1">{words.search}</h1>
            </header>
            <div data-mount="search">
                <form class="search-form" role="search" method="get" action=session.path(&Route::Search)>
                    <input
                        class="search-field"
                        type="search"
                        name="q"
                        maxlength="200"
                        autocomplete="off"
                        aria-label=words.search_what
                    />
                    <button class="action">{words.search}</button>
                </form>
                <p class="without-script">
                    {before}
                    <a href=session.path(&Route::Archive(Span::Ever, PageNumber::FIRST))>{archive}</a>
                    {after}
                </p>
            </div>
        </div>
    }
}
