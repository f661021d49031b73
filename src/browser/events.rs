//! What the client listens to, by gloo-events. Listeners live as long as the document.

use gloo_events::EventListener;
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlAnchorElement, StorageEvent};

use super::window;

/// An event of the window.
pub fn on_window(name: &'static str, call: impl FnMut(&Event) + 'static) {
    EventListener::new(&window(), name, call).forget();
}

/// An event of the document.
pub fn on_document(name: &'static str, call: impl FnMut(&Event) + 'static) {
    EventListener::new(&document(), name, call).forget();
}

/// A click somewhere in the document, before the router hears of it: that listens at the window. The listener may prevent
/// what the click would do.
pub fn on_click(call: impl FnMut(&Event) + 'static) {
    let options = gloo_events::EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "click", options, call).forget();
}

/// Another tab wrote or removed a key of `localStorage`.
pub fn on_storage(key: &'static str, call: impl Fn() + 'static) {
    on_window("storage", move |event| {
        // No key at all: everything was removed.
        if event.dyn_ref::<StorageEvent>().is_some_and(|event| event.key().is_none_or(|changed| changed == key)) {
            call();
        }
    });
}

/// The link of this site that an event happened on.
pub fn link_of(event: &Event) -> Option<HtmlAnchorElement> {
    let link: HtmlAnchorElement =
        event.target()?.dyn_into::<Element>().ok()?.closest("a[href]").ok()??.dyn_into().ok()?;
    (link.origin() == window().location().origin().ok()?).then_some(link)
}

/// Whether a link is the browser's own affair: another tab, a file, or what says that it is.
pub fn is_external(link: &HtmlAnchorElement) -> bool {
    !link.target().is_empty()
        || link.has_attribute("download")
        || link.rel().split_ascii_whitespace().any(|rel| rel == "external")
}
