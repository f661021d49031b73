//! Laying elements out when there is time.

use js_sys::Array;
use web_sys::{CssStyleSheet, HtmlElement};

/// Marks the element in which some wait.
const WAITS: &str = "data-late";

/// A selector for those of some elements that are where some wait.
pub fn within_late(selector: &str) -> String {
    ["[", WAITS, "] :is(", selector, ")"].concat()
}

/// Lets the elements that a selector finds wait, where the document says so. `false` where the browser cannot.
pub fn add_style(selector: &str) -> bool {
    let rule = [&within_late(selector), "{content-visibility:auto;contain-intrinsic-block-size:auto 9rem}"].concat();
    let sheet = CssStyleSheet::new().and_then(|sheet| sheet.replace_sync(&rule).map(|()| sheet));
    sheet.is_ok_and(|sheet| {
        let document = leptos::prelude::document();
        let all = document.adopted_style_sheets().concat(&Array::of1(&sheet));
        document.set_adopted_style_sheets(&all);
        true
    })
}

/// Lays an element out.
pub fn lay_out(element: &HtmlElement) {
    let _ = element.style().set_property("content-visibility", "visible");
}

/// Leaves no trace of that.
pub fn forget(element: &HtmlElement) {
    let _ = element.style().remove_property("content-visibility");
    if element.get_attribute("style").is_some_and(|style| style.is_empty()) {
        let _ = element.remove_attribute("style");
    }
}

/// Nothing waits any more in an element.
pub fn end(element: &HtmlElement) {
    let _ = element.remove_attribute(WAITS);
}
