//! The device's own way to pass something on.

use js_sys::Reflect;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Navigator, ShareData};

use super::window;

/// What is passed on.
pub struct Shared {
    /// Its title.
    pub title: String,
    /// Its address.
    pub url: String,
}

impl Shared {
    fn data(&self) -> ShareData {
        let data = ShareData::new();
        data.set_title(&self.title);
        data.set_url(&self.url);
        data
    }
}

fn has(navigator: &Navigator, name: &str) -> bool {
    Reflect::get(navigator, &name.into()).is_ok_and(|member| member.is_function())
}

/// Whether the device has a way of its own.
pub fn is_supported() -> bool {
    has(&window().navigator(), "share")
}

/// Whether the device would take it.
pub fn is_offered(shared: &Shared) -> bool {
    let navigator = window().navigator();
    !has(&navigator, "canShare") || navigator.can_share_with_data(&shared.data())
}

/// Passes something on. `false` where that failed, or the reader found nothing there.
pub async fn share(shared: &Shared) -> bool {
    JsFuture::from(window().navigator().share_with_data(&shared.data()).unchecked_into::<js_sys::Promise>())
        .await
        .is_ok()
}
