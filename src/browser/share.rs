//! Sharing an address.

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// The device's own share sheet took it, or the reader changed their mind.
    Handed,
    /// It is in the clipboard.
    Copied,
    /// Neither is allowed here.
    Refused,
}

/// Hands a title and an address to the device's share sheet, or copies the address where there is none.
#[cfg(feature = "hydrate")]
pub fn share(title: String, url: String, done: impl Fn(Shared) + 'static) {
    use wasm_bindgen::JsValue;
    use wasm_bindgen_futures::JsFuture;

    let navigator = super::window().navigator();
    let can =
        |what: &str| js_sys::Reflect::get(&navigator, &JsValue::from_str(what)).is_ok_and(|value| value.is_truthy());
    let (promise, outcome) = if can("share") {
        let data = web_sys::ShareData::new();
        data.set_title(&title);
        data.set_url(&url);
        (Some(navigator.share_with_data(&data)), Shared::Handed)
    } else if can("clipboard") {
        (Some(navigator.clipboard().write_text(&url)), Shared::Copied)
    } else {
        (None, Shared::Refused)
    };
    leptos::task::spawn_local(async move {
        let went_well = match promise {
            Some(promise) => JsFuture::from(promise).await.is_ok(),
            None => false,
        };
        // A share sheet that was closed is an answer as well.
        done(if went_well || outcome == Shared::Handed { outcome } else { Shared::Refused });
    });
}

/// Nobody clicks while a page is rendered.
#[cfg(not(feature = "hydrate"))]
pub fn share(_title: String, _url: String, _done: impl Fn(Shared) + 'static) {}
