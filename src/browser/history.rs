//! The history of the tab.

use wasm_bindgen::JsValue;
use web_sys::{History, ScrollRestoration};

use super::{clock, window};
use crate::content::wire::value::Value;

/// The name of a history entry, kept in the entry itself: unique in a tab, also across reloads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry(pub(super) u64);

fn history() -> Option<History> {
    window().history().ok()
}

impl Entry {
    /// A name that no entry has: two entries are never made within a microsecond.
    fn fresh() -> Entry {
        Entry(clock::now().unsigned_abs() * 1_000 + clock::monotonic() % 1_000)
    }

    /// As a number: below 2^53 for some centuries to come.
    fn to_state(self) -> JsValue {
        JsValue::from_f64(self.0 as f64)
    }

    /// The name of the current entry, if we gave it one.
    pub fn of_current_state() -> Option<Entry> {
        history()?.state().ok()?.number().map(Entry)
    }

    /// The name of the current entry; it gets one where it has none.
    pub fn current() -> Entry {
        Entry::of_current_state().unwrap_or_else(|| Entry::replace(""))
    }

    /// Makes a new entry for an address and steps to it.
    pub fn push(href: &str) -> Entry {
        let entry = Entry::fresh();
        if let Some(history) = history() {
            let _ = history.push_state_with_url(&entry.to_state(), "", Some(href));
        }
        entry
    }

    /// Names the current entry anew, and gives it an address unless that is empty.
    pub fn replace(href: &str) -> Entry {
        let entry = Entry::fresh();
        if let Some(history) = history() {
            let href = (!href.is_empty()).then_some(href);
            let _ = history.replace_state_with_url(&entry.to_state(), "", href);
        }
        entry
    }
}

/// Whether scrolling after a step is ours to do or the browser's. The browser remembers it with the entry.
pub fn restore_scroll_ourselves(ours: bool) {
    let restoration = if ours { ScrollRestoration::Manual } else { ScrollRestoration::Auto };
    if let Some(history) = history() {
        let _ = history.set_scroll_restoration(restoration);
    }
}
