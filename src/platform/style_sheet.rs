//! The style sheet of all that is not within every page. The page loads it by itself: `src/theme_init.js`.

use std::cell::Cell;

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use super::document::document;

thread_local! {
    static IS_THERE: Cell<bool> = const { Cell::new(false) };
}

/// Waits for it; whether it is there. One that failed is asked for again the next time.
pub async fn load() -> bool {
    if !IS_THERE.get()
        && let Some(loading) = begin()
    {
        IS_THERE.set(JsFuture::from(loading).await.is_ok_and(|is_there| is_there.is_truthy()));
    }
    IS_THERE.get()
}

/// Asks for it, unless it is there or on its way.
pub fn begin() -> Option<Promise> {
    let document = document();
    let load = Reflect::get(&document, &"loadStyle".into()).ok()?.dyn_into::<Function>().ok()?;
    load.call0(&document).ok()?.dyn_into().ok()
}
