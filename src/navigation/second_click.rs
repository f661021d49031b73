//! The one listener to clicks beside the router's.

use leptos::prelude::*;
use leptos_router::location::{BrowserUrl, LocationProvider, Url};

use crate::platform::link::Link;
use crate::platform::{events, location};

/// Keeps the address from running ahead of the page: a second click on a link whose page is still on its way would be, to
/// the router, a step within one page, which it completes at once.
///
/// `before_link` is called before a link is followed here, `second_click` instead of the router for such a click: with the
/// address, which may name another place of the page.
pub fn guard(router: &BrowserUrl, before_link: impl Fn() + 'static, second_click: impl Fn(Url) + 'static) {
    let pending = router.as_url().clone();
    events::on_click(move |event| {
        let Some(link) = Link::of(event) else { return };
        if !events::is_plain_click(event) {
            return;
        }
        before_link();
        let path = link.path();
        let is_pending = pending.with_untracked(|url| url.path() == path) && location::path() != path;
        if is_pending
            && !link.is_external()
            && let Ok(url) = BrowserUrl::parse(&link.href())
        {
            event.prevent_default();
            second_click(url);
        }
    });
}
