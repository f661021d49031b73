//! The style sheet of what is loaded on demand.

use std::cell::RefCell;

use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlLinkElement;

use super::head;

thread_local! {
    /// Settled when it is there, or has failed.
    static LOADED: RefCell<Option<Promise>> = const { RefCell::new(None) };
}

/// Loads it, once for the document; whether it is there. One that failed is asked for again the next time.
pub async fn load() -> bool {
    let Some(loaded) = begin() else { return false };
    let is_there = JsFuture::from(loaded).await.is_ok();
    if !is_there {
        LOADED.take();
    }
    is_there
}

/// Begins to load it, once for the document.
pub fn begin() -> Option<Promise> {
    LOADED.with_borrow(Clone::clone).or_else(add)
}

fn add() -> Option<Promise> {
    let link = head::new_style_sheet()?.dyn_into::<HtmlLinkElement>().ok()?;
    let loaded = Promise::new(&mut |resolve, reject| {
        link.set_onload(Some(&resolve));
        link.set_onerror(Some(&reject));
    });
    head::add_to_head(&link);
    LOADED.set(Some(loaded.clone()));
    Some(loaded)
}
