use leptos::prelude::*;

use crate::route::{PageNumber, Route};
use crate::session::use_session;

/// What a reader can do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ways {
    /// Go to the front page.
    Front,
    /// Ask for the page at a path again: through the client, or by a plain link that leaves the client out.
    Again(String),
}

/// A page that says one thing.
#[component]
pub fn Message(
    /// A sign above the heading; it only adorns.
    mark: &'static str,
    /// What happened.
    title: &'static str,
    /// Why, in a sentence.
    why: &'static str,
    /// What can be done.
    ways: Ways,
) -> impl IntoView {
    let session = use_session();
    let words = session.words();
    let again = match ways {
        Ways::Front => None,
        Ways::Again(path) => Some(
            view! {
                <a class="action" href=path.clone()>{words.try_again.to_owned()}</a>
                <a class="action" href=path rel="external">{words.open_plainly.to_owned()}</a>
            }
            .into_any(),
        ),
    };
    let front = session.path(&Route::Front(PageNumber::FIRST));
    view! {
        <section class="message wrap">
            <p class="message-mark" aria-hidden="true">{mark.to_owned()}</p>
            <h1 tabindex="-1">{title.to_owned()}</h1>
            <p class="message-why">{why.to_owned()}</p>
            <p class="message-actions">
                {again}
                <a class="action" href=front>{words.to_front.to_owned()}</a>
            </p>
        </section>
    }
}
