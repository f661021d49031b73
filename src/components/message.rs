use leptos::prelude::*;

use crate::routes::{PageNumber, Route};
use crate::session::use_session;

/// What a reader can do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ways {
    /// Go to the front page.
    Front,
    /// Ask for the page at a path again, through the client or by a plain link that leaves the client out; or read what is
    /// kept on the device.
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
    let front = session.path(&Route::Front(PageNumber::FIRST));
    let again = match ways {
        Ways::Front => None,
        Ways::Again(path) => Some(
            view! {
                <a class="action" href=path.clone()>{words.try_again}</a>
                <a class="action" href=path rel="external">{words.open_plainly}</a>
                // What is kept on the device is there whatever the network does.
                <a class="action" href=session.path(&Route::Saved)>{words.saved}</a>
            }
            .into_any(),
        ),
    };
    view! {
        <section class="message wrap">
            <p class="message-mark" aria-hidden="true">{mark}</p>
            <h1 tabindex="-1">{title}</h1>
            <p class="message-why">{why}</p>
            <p class="message-actions">
                {again}
                <a class="action" href=front>{words.to_front}</a>
            </p>
        </section>
    }
}
