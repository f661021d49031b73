//! How far down the page is scrolled.

use super::{document, window};

/// CSS pixels from the top.
pub fn position() -> f64 {
    window().scroll_y().unwrap_or_default()
}

/// Scrolls to so many CSS pixels from the top, at once: the style sheet asks for no smooth scrolling.
pub fn to(y: f64) {
    window().scroll_to_with_x_and_y(0.0, y);
}

/// Scrolls to an element, or to the top where there is none.
pub fn to_element(id: &str) {
    match document::by_id(id) {
        Some(element) => element.scroll_into_view(),
        None => to(0.0),
    }
}
