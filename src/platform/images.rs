//! The images of the page: which of them it shows, and how one is loaded ahead.

use wasm_bindgen::JsCast;
use web_sys::HtmlImageElement;

use super::document::{all, document, first};

/// Whether an image on the page shows the file at an address.
pub fn shows_image(url: &str) -> bool {
    all("img").iter().any(|image| image.dyn_ref::<HtmlImageElement>().is_some_and(|image| image.current_src() == url))
}

/// Loads an image that stands nowhere yet, for a reader who will see it; of several files the one that suits the window.
pub fn load_image(src: &str, srcset: &str, sizes: &str) {
    if first("[data-pictures=off]").is_some() {
        return;
    }
    if let Ok(image) = document().create_element("img") {
        // The file is chosen when its names are known: they come last.
        for (name, value) in [("fetchpriority", "low"), ("sizes", sizes), ("srcset", srcset), ("src", src)] {
            if !value.is_empty() {
                let _ = image.set_attribute(name, value);
            }
        }
    }
}
