//! The one listener to clicks beside the router's.

use leptos_router::location::{BrowserUrl, LocationProvider};

use crate::browser::{events, location};
use leptos::prelude::*;

/// Keeps the address from running ahead of the page: a second click on a link whose page is still on its way would be, to
/// the router, a step within one page, which it completes at once. `before_link` is called before any link is followed.
pub fn guard(router: &BrowserUrl, before_link: impl Fn() + 'static) {
    let pending = router.as_url().clone();
    events::on_click(move |event| {
        let Some(link) = events::link_of(event) else { return };
        before_link();
        let path = link.pathname();
        let is_pending = pending.with_untracked(|url| url.path() == path) && location::path() != path;
        if is_pending && !events::is_external(&link) {
            event.prevent_default();
        }
    });
}
