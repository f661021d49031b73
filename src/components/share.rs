use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::Icon;
use crate::browser::share::{Shared, share};
use crate::session::use_session;

/// The share link. Without the client it leads to the article's own address, to be copied by hand.
#[component]
pub fn Share(
    /// The article's headline.
    title: String,
) -> impl IntoView {
    let session = use_session();
    let words = session.words();
    let url = session.route().map(|route| session.edition.url(&session.path(&route)));
    let note = RwSignal::new(String::new());
    let on_click = {
        let url = url.clone().unwrap_or_default();
        move |event: MouseEvent| {
            event.prevent_default();
            let address = url.clone();
            note.set(String::new());
            share(title.clone(), url.clone(), move |outcome| {
                note.set(match outcome {
                    Shared::Handed => String::new(),
                    Shared::Copied => words.link_copied.to_owned(),
                    // To be copied by hand.
                    Shared::Refused => address.clone(),
                });
            });
        }
    };
    let label = [Icon::Share.html(), words.share].concat();
    view! {
        <p class="actions">
            <a class="action" href=url.unwrap_or_default() on:click=on_click inner_html=label></a>
            <span class="action-note" role="status">{move || note.get()}</span>
        </p>
    }
}
