//! The page for every address that is none.

use leptos::prelude::*;

use crate::components::{Message, Ways};
use crate::session::use_session;

/// "Page not found", with the way back.
#[component]
pub fn NotFound() -> impl IntoView {
    let words = use_session().words();
    view! { <Message mark="404" title=words.not_found why=words.not_found_why ways=Ways::Front/> }
}
