use leptos::prelude::*;

use crate::session::use_session;

/// The quiet bar under the masthead while a page is on its way; the style sheet lets it appear after 150 ms.
#[component]
pub fn Progress() -> impl IntoView {
    let busy = use_session().busy;
    view! { <div class="progress" data-busy=move || busy.get().then_some("true")></div> }
}
