//! Fields that readers write in.

pub use web_sys::HtmlInputElement;

/// What is written in a field.
pub fn text(field: &HtmlInputElement) -> String {
    field.value()
}

/// Writes something else there.
pub fn set_text(field: &HtmlInputElement, text: &str) {
    field.set_value(text);
}

/// Whether the reader writes there now.
pub fn has_focus(field: &HtmlInputElement) -> bool {
    leptos::prelude::document().active_element().as_ref() == Some(field.as_ref())
}

/// Lets the reader write there.
pub fn focus(field: &HtmlInputElement) {
    let _ = field.focus();
}

/// The same without scrolling to it.
pub fn focus_in_place(field: &HtmlInputElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = field.focus_with_options(&options);
}

/// Where fingers type, the keyboard lies on the screen: it gives way.
pub fn put_keyboard_away(field: &HtmlInputElement) {
    let query = super::window().match_media("(pointer: coarse)").ok().flatten();
    if query.is_some_and(|query| query.matches()) {
        let _ = field.blur();
    }
}

/// A text with each letter and its marks as one character, where there is one: some devices write them apart.
pub fn compose(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFC").into()
}
