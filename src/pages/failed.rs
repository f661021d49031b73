//! What stands in place of a page that could not be loaded.

use leptos::prelude::*;

use crate::components::{Message, Ways};
use crate::model::LoadError;
use crate::session::use_session;

/// Says what happened, and offers to try again and the plain link.
#[component]
pub fn FailedPage(
    /// What happened.
    error: LoadError,
    /// The address of the page that was asked for.
    path: String,
) -> impl IntoView {
    let (title, why) = error.words(use_session().words());
    view! { <Message mark="…" title why ways=Ways::Again(path)/> }
}
