//! What the reader keeps on the device.

use leptos::prelude::*;

use crate::session::use_session;

/// The page of saved articles: only the device knows them, so a part of the page lists them.
#[component]
pub fn SavedPage() -> impl IntoView {
    let words = use_session().words();
    #[cfg(feature = "ssr")]
    let html = super::without_script(words.saved_needs);
    // Where the client draws, scripts run.
    #[cfg(not(feature = "ssr"))]
    let html = String::new();
    view! {
        <div class="saved wrap">
            <header class="listing-head">
                <h1 tabindex="-1">{words.saved}</h1>
                <p class="listing-note">{words.saved_what}</p>
            </header>
            <div data-mount="saved" inner_html=html></div>
        </div>
    }
}
