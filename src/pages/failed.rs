//! What stands in place of a page that could not be had.

use leptos::prelude::*;

use crate::components::{Message, Ways};
use crate::session::{Failure, use_session};

/// Says what happened, and offers to try again and the plain link.
#[component]
pub fn FailedPage(
    /// What happened.
    failure: Failure,
    /// The path of the page that was asked for.
    path: String,
) -> impl IntoView {
    let words = use_session().words();
    let (title, why) = match failure {
        Failure::Offline => (words.offline, words.offline_why),
        Failure::Unreachable => (words.unreachable, words.unreachable_why),
        Failure::Broken => (words.broken, words.broken_why),
    };
    view! { <Message mark="…" title why ways=Ways::Again(path)/> }
}
