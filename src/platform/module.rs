//! Modules of JavaScript that the site has beside the client.

use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

// `import()` is syntax of JavaScript, and no function: `src/loader.js` puts one around it, on the document.
#[wasm_bindgen]
extern "C" {
    type Importer;

    #[wasm_bindgen(method, catch, js_name = importModule)]
    fn import(this: &Importer, address: &str) -> Result<js_sys::Promise, JsValue>;
}

/// Loads the module at an address, once for the document; none where that fails.
pub async fn import(address: &str) -> Option<JsValue> {
    let document: JsValue = leptos::prelude::document().into();
    let loading = document.unchecked_ref::<Importer>().import(address).ok()?;
    JsFuture::from(loading).await.ok()
}
