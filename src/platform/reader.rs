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

/// A property of `navigator`: what the browser says of itself and of the reader's wishes.
fn navigator_property(name: &str) -> JsValue {
    Reflect::get(&super::window().navigator(), &name.into()).unwrap_or_default()
}

/// Whether a program drives the browser.
pub fn is_automated() -> bool {
    navigator_property("webdriver").is_truthy()
}

/// Whether the reader asks not to be told of to others: by Global Privacy Control, or by Do Not Track, which came before
/// it.
pub fn wants_privacy() -> bool {
    navigator_property("globalPrivacyControl").is_truthy()
        || navigator_property("doNotTrack").as_string().is_some_and(|wish| wish == "1")
}
