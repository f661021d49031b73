//! Where elements are in the window, in CSS pixels.

use web_sys::HtmlElement;

use super::window;

/// The upper and the lower edge of an element, from the window's upper edge.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// The upper edge.
    pub top: f64,
    /// The lower edge.
    pub bottom: f64,
}

/// Where an element is now.
pub fn extent(element: &HtmlElement) -> Extent {
    let rect = element.get_bounding_client_rect();
    Extent { top: rect.top(), bottom: rect.bottom() }
}

/// The height of the window.
pub fn window_height() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default()
}

/// How much of the window's upper edge is covered by what sticks there, as the style sheet says for anchors.
pub fn covered_above() -> f64 {
    let root = leptos::prelude::document().document_element();
    let style = root.and_then(|root| window().get_computed_style(&root).ok().flatten());
    let padding = style.and_then(|style| style.get_property_value("scroll-padding-block-start").ok());
    // Rust's own reading of such numbers has a table of ten kilobytes.
    padding.map(|padding| js_sys::Number::parse_float(&padding)).filter(|pixels| pixels.is_finite()).unwrap_or_default()
}
