use leptos::prelude::*;

use super::Icon;
use super::adopted::adopted;
use crate::route::Route;
use crate::session::use_session;

/// The two round buttons of the masthead: the search, and the settings, which are a part that is loaded when they are asked for.
#[component]
pub fn Tools() -> impl IntoView {
    view! { <div class="tools" inner_html=adopted(inside)></div> }
}

fn inside() -> impl IntoView {
    let session = use_session();
    let words = session.words();
    view! {
        <a class="tool" href=session.path(&Route::Search) aria-label=words.search inner_html=Icon::Search.html()></a>
        <button
            type="button"
            class="tool needs-script"
            data-part="settings"
            aria-haspopup="dialog"
            aria-label=words.settings
            inner_html=Icon::Settings.html()
        ></button>
    }
}
