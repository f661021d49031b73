//! How far down the page is scrolled.

use web_sys::{HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

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

/// Brings an element into sight: into the middle of the window, or with its beginning at the upper edge.
pub fn into_view(element: &HtmlElement, is_centered: bool, is_smooth: bool) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(if is_centered { ScrollLogicalPosition::Center } else { ScrollLogicalPosition::Start });
    options.set_behavior(if is_smooth { ScrollBehavior::Smooth } else { ScrollBehavior::Instant });
    element.scroll_into_view_with_scroll_into_view_options(&options);
}
