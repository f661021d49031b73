//! The style sheet of what is loaded on demand.

use std::cell::Cell;

use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlLinkElement;

use super::document;

thread_local! {
    static IS_THERE: Cell<bool> = const { Cell::new(false) };
}

/// Loads it, once for the document; whether it is there. One that failed is asked for again the next time.
pub async fn load() -> bool {
    if !IS_THERE.get() {
        IS_THERE.set(add().await);
    }
    IS_THERE.get()
}

async fn add() -> bool {
    let Some(link) = document::new_style_sheet().and_then(|link| link.dyn_into::<HtmlLinkElement>().ok()) else {
        return false;
    };
    let loaded = Promise::new(&mut |resolve, reject| {
        link.set_onload(Some(&resolve));
        link.set_onerror(Some(&reject));
    });
    document::add_to_head(&link);
    let is_there = JsFuture::from(loaded).await.is_ok();
    if !is_there {
        link.remove();
    }
    is_there
}
