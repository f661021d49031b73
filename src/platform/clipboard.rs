//! The clipboard.

use js_sys::Reflect;
use wasm_bindgen_futures::JsFuture;

use super::window;

/// Writes a text there. `false` where there is no clipboard, or none for this page.
pub async fn write(text: &str) -> bool {
    let navigator = window().navigator();
    if !Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|clipboard| clipboard.is_object()) {
        return false;
    }
    JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}
