//! What the reader keeps on the device.

use leptos::prelude::*;
#[cfg(feature = "hydrate")]
use leptos::task::spawn_local;
#[cfg(feature = "hydrate")]
use leptos_router::hooks::use_url;

use super::contents::Contents;
use crate::i18n::saved_words;
#[cfg(feature = "hydrate")]
use crate::platform::{head, style_sheet};
#[cfg(feature = "hydrate")]
use crate::routes::Route;
#[cfg(feature = "hydrate")]
use crate::session::Session;
use crate::session::use_session;

/// The page of saved articles. Only the device knows them, so they come after the first drawing. Under an address whose page
/// is not kept, the service worker shows this page in its place: then it says so.
#[component]
pub fn SavedPage() -> impl IntoView {
    let session = use_session();
    let (general, words) = (session.words(), saved_words(session.edition.lang));
    let stands_in = RwSignal::new(false);
    let is_begun = RwSignal::new(false);
    #[cfg(feature = "hydrate")]
    begin(session, stands_in, is_begun);
    // What the page is about comes first; what it is at its own address stands below.
    let heading = move || if stands_in.get() { words.missing } else { general.saved };
    let note = move || (!stands_in.get()).then(|| view! { <p class="listing-note">{general.saved_what}</p> });
    let contents = move || match is_begun.get() {
        false => view! { <p class="without-script">{general.saved_needs}</p> }.into_any(),
        true => view! { <Contents stands_in=stands_in.get_untracked() words/> }.into_any(),
    };
    view! {
        <div class="saved wrap">
            <header class="listing-head">
                <h1 tabindex="-1">{heading}</h1>
                {note}
            </header>
            <div class="saved-contents">{contents}</div>
        </div>
    }
}

/// Finds out whether the page is at its own address, and has its contents drawn when there is a style for them.
#[cfg(feature = "hydrate")]
fn begin(session: Session, stands_in: RwSignal<bool>, is_begun: RwSignal<bool>) {
    // Of the router: the browser's address may still be that of the page before.
    let url = use_url();
    Effect::new(move || {
        let address = url.with_untracked(|url| session.edition.address(url.path()));
        if address.is_none_or(|address| address.route != Route::Saved) {
            stands_in.set(true);
            let name = saved_words(session.edition.lang).missing;
            head::set_title(&[name, " — ", &session.edition.title].concat());
        }
        spawn_local(async move {
            // Without a style the contents are better than nothing.
            style_sheet::load().await;
            is_begun.set(true);
        });
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::testing::html;

    #[test]
    fn is_drawn_first_without_what_only_the_device_knows() {
        let html = html(|_| view! { <SavedPage/> });
        assert!(html.contains("<h1 tabindex=\"-1\">Сохраненное</h1><p class=\"listing-note\">"), "{html}");
        let contents = "<div class=\"saved-contents\"><p class=\"without-script\">";
        assert!(html.contains(contents) && html.ends_with("</p></div></div>"), "{html}");
    }
}
