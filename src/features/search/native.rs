//! The search where there is no browser: it shows the form, and finds nothing.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use super::hint::Hint;

/// A search that only stands there.
#[derive(Clone, Copy)]
pub struct Search;

impl Search {
    /// The same interface as in the browser.
    pub fn new(_: NodeRef<html::Input>) -> Search {
        Search
    }

    /// Nobody types.
    pub fn typed(self) {}

    /// Nobody asks.
    pub fn submit(self, _: &ev::SubmitEvent) {}

    /// Nobody presses a key.
    pub fn key(self, _: &ev::KeyboardEvent) {}
}

/// What can be asked stands below the form.
pub fn answer(_: Search) -> AnyView {
    view! { <Hint/> }.into_any()
}
