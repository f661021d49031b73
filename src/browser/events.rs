//! What the client listens to, by gloo-events. Listeners live as long as the document.

use gloo_events::EventListener;
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Event, MouseEvent, StorageEvent};

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

/// Whether a click opens what it is on here: no other listener has prevented that, and the reader asks for no other tab,
/// window or menu.
pub fn is_plain_click(event: &Event) -> bool {
    let Some(click) = event.dyn_ref::<MouseEvent>() else { return false };
    let has_modifier = click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
    click.button() == 0 && !has_modifier && !event.default_prevented()
}
