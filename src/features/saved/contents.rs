use leptos::prelude::*;
#[cfg(feature = "hydrate")]
use leptos::task::spawn_local;

use super::listing::Listing;
#[cfg(feature = "hydrate")]
use super::load_store;
use super::local_articles::LocalArticles;
use super::missing::Missing;
use super::note::Note;
use super::removal::Removal;
use crate::i18n::SavedWords;
#[cfg(feature = "hydrate")]
use crate::names::SAVED_CACHE;
#[cfg(feature = "hydrate")]
use crate::platform::clock::Timeout;
#[cfg(feature = "hydrate")]
use crate::platform::{channel, events};
#[cfg(feature = "hydrate")]
use crate::session::use_session;

/// How long a change waits for its echo from the other channel, in milliseconds.
#[cfg(feature = "hydrate")]
const GATHER: u32 = 30;

/// What is on the device, drawn again whenever something is saved or let go of, in this tab or another.
#[component]
pub fn Contents(
    /// Whether the page stands in for another one.
    stands_in: bool,
    /// The words of the page.
    words: &'static SavedWords,
) -> impl IntoView {
    // None until the device has said; then none where the browser keeps nothing for this page.
    let known = RwSignal::new(None::<Option<LocalArticles>>);
    let removal = Removal::new(words);
    #[cfg(feature = "hydrate")]
    follow(known);
    // All of it at once: a change of the device is one change of the page.
    let list = move || match known.get() {
        None => None,
        Some(None) => Some(view! { <p class="empty">{words.unavailable}</p> }.into_any()),
        Some(Some(articles)) => Some(view! { <Listing articles removal words/> }.into_any()),
    };
    view! {
        {stands_in.then(|| view! { <Missing words/> })}
        <Note removal words/>
        <div>{list}</div>
    }
}

/// Keeps up with the device.
#[cfg(feature = "hydrate")]
fn follow(known: RwSignal<Option<Option<LocalArticles>>>) {
    let edition = StoredValue::new(use_session().edition);
    let request_id = StoredValue::new(0_u32);
    let draw = move || {
        let number = request_id.get_value().wrapping_add(1);
        request_id.set_value(number);
        spawn_local(async move {
            // The page has not come without the store.
            let Ok(store) = load_store().await else { return };
            let now = (store.find_articles)(edition.get_value()).await.ok();
            // Whoever began earlier has seen an older state, and says no more.
            if request_id.try_get_value() == Some(number) {
                known.set(Some(now));
            }
        });
    };
    // A change in this tab is heard twice: as an event of the page, and as every tab hears it.
    let waits = StoredValue::new_local(None);
    let draw_soon = move || waits.set_value(Some(Timeout::new(GATHER, draw)));
    events::while_mounted(events::document(SAVED_CACHE, move |_| draw_soon()));
    StoredValue::new_local(channel::Listener::new(SAVED_CACHE, draw_soon));
    draw();
}
