//! The key of searches everywhere: `/`.

use crate::platform::{document, events, focus};

/// Where a slash is written, and means nothing else.
const WRITTEN: &str = "input, textarea, select, [contenteditable], dialog";

/// The field of the search page, and the link that leads to that page.
const FIELD: &str = ".search-field";
const LINK: &str = ".tool[href]";

/// Lets the key lead to the search, for as long as the document lives.
pub fn start() {
    events::on_key(|event| {
        if events::plain_key(event).is_none_or(|key| key != "/") || events::is_within(event, WRITTEN) {
            return;
        }
        event.prevent_default();
        if document::all(FIELD).is_empty() { document::click_first(LINK) } else { focus::focus_nth(FIELD, 0) }
    });
}
