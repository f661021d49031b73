use leptos::prelude::*;

use crate::i18n::SavedWords;
#[cfg(feature = "hydrate")]
use crate::platform::{events, location};
use crate::session::use_session;

/// Says why another page cannot be shown, in the place of what this one is else about: that stands below. It goes away by
/// itself when the network is back, unless the reader is on the way elsewhere.
#[component]
pub fn Missing(
    /// The words of the page.
    words: &'static SavedWords,
) -> impl IntoView {
    let session = use_session();
    let general = session.words();
    #[cfg(feature = "hydrate")]
    reload_when_online(session.busy);
    view! {
        <div class="saved-missing">
            <p>{words.missing_why}</p>
            <button class="action" type="button" on:click=move |_| reload()>{words.again}</button>
        </div>
        <h2>{general.saved}</h2>
        <p class="listing-note">{general.saved_what}</p>
    }
}

fn reload() {
    #[cfg(feature = "hydrate")]
    location::reload();
}

/// To load the page anew would break off a way that has begun: `busy` says whether the client is on one.
#[cfg(feature = "hydrate")]
fn reload_when_online(busy: RwSignal<bool>) {
    let is_leaving = StoredValue::new(false);
    for leaving in ["beforeunload", "pagehide"] {
        events::while_mounted(events::window(leaving, move |_| is_leaving.set_value(true)));
    }
    events::while_mounted(events::window("online", move |_| {
        if !is_leaving.get_value() && !busy.get_untracked() {
            location::reload();
        }
    }));
}
