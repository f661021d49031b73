use leptos::prelude::*;

use super::article_tools::in_slot;
use crate::session::use_session;

/// The place of what lies over the page: a dialog of a feature. Nothing stands here until the reader asks for one.
#[component]
pub fn Overlay() -> impl IntoView {
    in_slot(use_session().overlay)
}

/// The place of an offer of news. It is there from the beginning, so that what comes into it is told to those who hear the
/// page.
#[component]
pub fn Offer() -> impl IntoView {
    view! { <div class="fresh" role="status">{in_slot(use_session().offer)}</div> }
}

/// The place of a notice at the lower edge; it is there for the same reason.
#[component]
pub fn Notice() -> impl IntoView {
    view! { <div role="status">{in_slot(use_session().notice)}</div> }
}
