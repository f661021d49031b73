//! What the client listens to, by gloo-events. Listeners live as long as the document, or as a component.

use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::StoredValue;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventTarget, KeyboardEvent, MouseEvent, PointerEvent, StorageEvent};

/// Listens to an event of the window.
pub fn window(name: &'static str, call: impl FnMut(&Event) + 'static) -> EventListener {
    EventListener::new(&super::window(), name, call)
}

/// Listens to an event of the document.
pub fn document(name: &'static str, call: impl FnMut(&Event) + 'static) -> EventListener {
    EventListener::new(&leptos::prelude::document(), name, call)
}

/// The next event of the document of a name.
pub fn once_on_document(name: &'static str, call: impl FnOnce() + 'static) {
    EventListener::once(&leptos::prelude::document(), name, move |_| call()).forget();
}

/// An event of the document that somebody points, touches or moves the focus by, wherever it happens. Says whether it is a
/// mouse.
pub fn on_pointer(name: &'static str, mut call: impl FnMut(&Event, bool) + 'static) {
    let options = EventListenerOptions::run_in_capture_phase();
    let call = move |event: &Event| {
        let is_mouse = event.dyn_ref::<PointerEvent>().is_some_and(|event| event.pointer_type() == "mouse");
        call(event, is_mouse);
    };
    EventListener::new_with_options(&leptos::prelude::document(), name, options, call).forget();
}

/// Listens until the component is gone that asks for it.
pub fn while_mounted(listener: EventListener) {
    StoredValue::new_local(listener);
}

/// An event of the window, as long as the document lives.
pub fn on_window(name: &'static str, call: impl FnMut(&Event) + 'static) {
    window(name, call).forget();
}

/// An event of the document, as long as it lives.
pub fn on_document(name: &'static str, call: impl FnMut(&Event) + 'static) {
    document(name, call).forget();
}

/// A click somewhere in the document, before the router hears of it: that listens at the window. The listener may prevent
/// what the click would do.
pub fn on_click(call: impl FnMut(&Event) + 'static) {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&leptos::prelude::document(), "click", options, call).forget();
}

/// A key that is pressed somewhere in the document, as long as that lives. The listener may prevent what the key would do.
pub fn on_key(mut call: impl FnMut(&KeyboardEvent) + 'static) {
    let options = EventListenerOptions::enable_prevent_default();
    let call = move |event: &Event| {
        if let Some(event) = event.dyn_ref() {
            call(event);
        }
    };
    EventListener::new_with_options(&leptos::prelude::document(), "keydown", options, call).forget();
}

/// The key of a press that is no command to the browser and no part of a letter that is being put together; none where
/// somebody has answered it already.
pub fn plain_key(event: &KeyboardEvent) -> Option<String> {
    let is_command = event.ctrl_key() || event.meta_key() || event.alt_key();
    (!is_command && !event.is_composing() && !event.default_prevented()).then(|| event.key())
}

/// Another tab wrote or removed a key of `localStorage`.
pub fn on_storage(key: &'static str, call: impl Fn() + 'static) {
    storage(key, call).forget();
}

/// The same, for a listener that ends.
pub fn storage(key: &'static str, call: impl Fn() + 'static) -> EventListener {
    window("storage", move |event| {
        // No key at all: everything was removed.
        if event.dyn_ref::<StorageEvent>().is_some_and(|event| event.key().is_none_or(|changed| changed == key)) {
            call();
        }
    })
}

/// Whether an event is on an element itself, and on nothing within it.
pub fn is_on(event: &Event, element: &EventTarget) -> bool {
    event.target().as_ref() == Some(element)
}

/// Whether an event is on an element that a selector finds, or within one.
pub fn is_within(event: &Event, selector: &str) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| element.closest(selector).is_ok_and(|found| found.is_some()))
}

/// Whether a click opens what it is on here: no other listener has prevented that, and the reader asks for no other tab,
/// window or menu.
pub fn is_plain_click(event: &Event) -> bool {
    let Some(click) = event.dyn_ref::<MouseEvent>() else { return false };
    let has_modifier = click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
    click.button() == 0 && !has_modifier && !event.default_prevented()
}
