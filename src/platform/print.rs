//! Paper.

use futures::future::select;
use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlElement, HtmlImageElement};

use super::clock;

/// Opens the browser's dialog.
pub fn print() {
    // A browser without one prints nothing.
    let _ = super::window().print();
}

/// Loads all images of an element, for so many milliseconds at most.
pub async fn load_pictures(element: &HtmlElement, timeout: u32) {
    let Ok(images) = element.query_selector_all("img") else { return };
    let images = (0..images.length()).filter_map(|index| images.item(index)?.dyn_into::<HtmlImageElement>().ok());
    // `complete` is also one whose loading was put off.
    let coming = images.filter(|image| image.set_attribute("loading", "eager").is_ok() && image.natural_width() == 0);
    let ends: Vec<JsFuture> = coming.map(|image| JsFuture::from(end_of(&image))).collect();
    let loading = async {
        for end in ends {
            // A promise that is never rejected.
            let _ = end.await;
        }
    };
    select(std::pin::pin!(loading), std::pin::pin!(clock::pause(timeout))).await;
}

/// Resolves when an image is there, or fails to come.
fn end_of(image: &HtmlImageElement) -> Promise {
    Promise::new(&mut |done, _| {
        image.set_onload(Some(&done));
        image.set_onerror(Some(&done));
    })
}
