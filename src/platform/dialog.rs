//! The dialogs of the browser: what is behind one cannot be used while it is open.

use web_sys::HtmlDialogElement;

use super::window;

/// Opens a dialog over the page.
pub fn show(dialog: &HtmlDialogElement) {
    // Only one that is open already, or no longer in the document, is refused.
    let _ = dialog.show_modal();
}

/// Has a dialog keep its size, which goes by that of its text, until it is let go.
pub fn hold_text_size(dialog: &HtmlDialogElement) {
    let size = window().get_computed_style(dialog).ok().flatten();
    let size = size.and_then(|style| style.get_property_value("font-size").ok());
    let _ = dialog.style().set_property("font-size", &size.unwrap_or_default());
}

/// Lets a dialog have the size of its text again.
pub fn release_text_size(dialog: &HtmlDialogElement) {
    let _ = dialog.style().remove_property("font-size");
}

/// Asks a question in the browser's own dialog: that one needs nothing of ours, and stands over everything.
pub fn confirm(question: &str) -> bool {
    // A browser that shows no dialogs takes that for a no.
    window().confirm_with_message(question).unwrap_or_default()
}
