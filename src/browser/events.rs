//! What the client listens to. Listeners live as long as the document.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, EventTarget, HtmlAnchorElement, MouseEvent, StorageEvent};

use super::window;
use crate::client::links::Link;

fn on(target: &EventTarget, name: &str, call: impl Fn(Event) + 'static) {
    let call = Closure::<dyn Fn(Event)>::new(call);
    // A target that takes no listeners leaves us without news, and the page as it is.
    let _ = target.add_event_listener_with_callback(name, call.as_ref().unchecked_ref());
    call.forget();
}

/// An event of the window.
pub fn on_window(name: &str, call: impl Fn(Event) + 'static) {
    on(&window(), name, call);
}

/// An event of the document.
pub fn on_document(name: &str, call: impl Fn(Event) + 'static) {
    on(&leptos::prelude::document(), name, call);
}

/// Another tab wrote or removed a key of `localStorage`.
pub fn on_storage(key: &'static str, call: impl Fn() + 'static) {
    on_window("storage", move |event| {
        if let Ok(event) = event.dyn_into::<StorageEvent>() {
            // No key at all: everything was removed.
            if event.key().is_none_or(|changed| changed == key) {
                call();
            }
        }
    });
}

/// A part expects that the reader will follow a link of this site (`src/parts/ahead.js`).
pub fn on_expected(call: impl Fn(Link) + 'static) {
    on_document("habarshy:ahead", move |event| {
        if let Some(link) = link_of(&event) {
            call(link);
        }
    });
}

/// A plain click on a link of this site: not one that opens another tab, saves, or was handled by a component.
pub fn on_link(call: impl Fn(&Event, Link) + 'static) {
    on_document("click", move |event| {
        if let Some(link) = clicked(&event) {
            call(&event, link);
        }
    });
}

fn clicked(event: &Event) -> Option<Link> {
    let mouse = event.dyn_ref::<MouseEvent>()?;
    let modified = mouse.meta_key() || mouse.ctrl_key() || mouse.shift_key() || mouse.alt_key();
    if event.default_prevented() || mouse.button() != 0 || modified {
        return None;
    }
    link_of(event)
}

fn link_of(event: &Event) -> Option<Link> {
    let anchor = event.target()?.dyn_into::<Element>().ok()?.closest("a[href]").ok()??;
    let anchor: HtmlAnchorElement = anchor.dyn_into().ok()?;
    let elsewhere = !matches!(anchor.target().as_str(), "" | "_self") || anchor.has_attribute("download");
    if elsewhere || anchor.origin() != window().location().origin().ok()? {
        return None;
    }
    let external = anchor.rel().split_ascii_whitespace().any(|rel| rel == "external");
    Some(Link { path: anchor.pathname(), search: anchor.search(), hash: anchor.hash(), external })
}
