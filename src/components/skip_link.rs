use leptos::prelude::*;

use crate::session::use_session;

/// The first link of the page: past the masthead, for those who use a keyboard.
#[component]
pub fn SkipLink() -> impl IntoView {
    view! { <a class="skip-link" href="#main" rel="external">{use_session().words().skip_to_content}</a> }
}
