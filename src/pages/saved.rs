//! What the reader keeps on the device.

use leptos::prelude::*;

use crate::session::use_session;

/// The page of saved articles: only the device knows them, so a part of the page lists them.
#[component]
pub fn SavedPage() -> impl IntoView {
    let words = use_session().words();
    view! {
        <div class="saved wrap">
            <header class="listing-head">
                <h1 tabindex="-1">{words.saved}</h1>
                <p class="listing-note">{words.saved_what}</p>
            </header>
            <div data-mount="saved">
                <p class="without-script">{words.saved_needs}</p>
            </div>
        </div>
    }
}
