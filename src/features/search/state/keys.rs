//! The keys of the search page.

use leptos::ev;
use leptos::prelude::*;

use super::{LINKS, Search};
use crate::platform::{events, field, focus};

impl Search {
    /// Keys lead through the results and back to the field.
    pub fn key(self, event: &ev::KeyboardEvent) {
        let Some(key) = events::plain_key(event) else { return };
        if events::is_within(event, "select") {
            return;
        }
        let at = focus::focused_among(LINKS);
        let is_in_field = self.field.get_untracked().is_some_and(|field| field::has_focus(&field));
        match (key.as_str(), at) {
            ("Escape", _) => self.ask_for(""),
            ("ArrowDown", Some(at)) => focus::focus_nth(LINKS, at + 1),
            ("ArrowDown", None) if is_in_field => focus::focus_nth(LINKS, 0),
            ("ArrowUp", Some(0)) => self.with_field(field::focus),
            ("ArrowUp", Some(at)) => focus::focus_nth(LINKS, at - 1),
            _ => return,
        }
        event.prevent_default();
    }
}
