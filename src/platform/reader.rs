//! Who looks, and what they want nobody to know.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// Whether the page can be seen: not in a hidden tab, and not prerendered.
pub fn looks() -> bool {
    !leptos::prelude::document().hidden()
}

/// Whether things may move: neither the system nor the paper's settings ask for less.
pub fn wants_motion() -> bool {
    let window = super::window();
    let less =
        window.match_media("(prefers-reduced-motion: reduce)").ok().flatten().is_some_and(|query| query.matches());
    !less && super::document::all("[data-motion=less]").is_empty()
}

/// What the browser says of itself and of the reader's wishes.
fn said(name: &str) -> JsValue {
    Reflect::get(&super::window().navigator(), &name.into()).unwrap_or_default()
}

/// Whether a program drives the browser.
pub fn is_automated() -> bool {
    said("webdriver").is_truthy()
}

/// Whether the reader asks not to be told of to others: by Global Privacy Control, or by Do Not Track, which came before
/// it.
pub fn wants_privacy() -> bool {
    said("globalPrivacyControl").is_truthy() || said("doNotTrack").as_string().is_some_and(|wish| wish == "1")
}
