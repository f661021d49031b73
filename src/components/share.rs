use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::{Icon, IconView};
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
    let copied = RwSignal::new(false);
    let on_click = {
        let url = url.clone().unwrap_or_default();
        move |event: MouseEvent| {
            event.prevent_default();
            copied.set(false);
            share(title.clone(), url.clone(), move |outcome| copied.set(outcome == Shared::Copied));
        }
    };
    view! {
        <p class="actions">
            <a class="action" href=url.unwrap_or_default() on:click=on_click><IconView icon=Icon::Share/>{words.share.to_owned()}</a>
            <span class="action-note" role="status">{move || if copied.get() { words.link_copied.to_owned() } else { String::new() }}</span>
        </p>
    }
}
