use leptos::prelude::*;

use crate::session::use_session;

/// The line that screen readers listen to: after a navigation it holds the new page's name.
#[component]
pub fn Announcer() -> impl IntoView {
    let announcement = use_session().announcement;
    view! { <p class="announcer visually-hidden" role="status">{move || announcement.get()}</p> }
}
