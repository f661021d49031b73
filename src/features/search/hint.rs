use leptos::prelude::*;

use crate::i18n::search_words;
use crate::session::use_session;

/// Says what can be asked, until the client has come.
#[component]
pub fn Hint() -> impl IntoView {
    let words = search_words(use_session().edition.lang);
    view! { <p class="search-hint needs-script">{words.hint}</p> }
}
