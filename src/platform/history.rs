//! The history of the tab: its entries are the router's, and here they get names.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{History, NavigationType, PerformanceNavigationTiming, ScrollRestoration};

use super::{clock, window};

/// The name of a history entry, kept in the entry itself: unique in a tab, also across reloads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry(pub u64);

fn history() -> Option<History> {
    window().history().ok()
}

impl Entry {
    /// The name of the current entry, if it has one: a whole number below 2^53.
    pub fn current() -> Option<Entry> {
        let number = history()?.state().ok()?.as_f64()?;
        (number >= 0.0 && number.trunc() == number).then_some(Entry(number as u64))
    }

    /// The name of the current entry; it gets one where it has none.
    pub fn name_current() -> Entry {
        Entry::current().unwrap_or_else(|| {
            // Two entries are never named within a microsecond.
            let entry = Entry(clock::now().unsigned_abs() * 1_000 + clock::monotonic() % 1_000);
            if let Some(history) = history() {
                let _ = history.replace_state(&entry.to_state(), "");
            }
            entry
        })
    }

    /// The state of a history entry with this name.
    pub fn to_state(self) -> JsValue {
        JsValue::from_f64(self.0 as f64)
    }
}

/// Corrects the address of the current entry.
pub fn replace_address(address: &str) {
    if let Some(history) = history() {
        let state = history.state().unwrap_or_default();
        let _ = history.replace_state_with_url(&state, "", Some(address));
    }
}

/// Whether scrolling after a step is ours to do or the browser's. The browser remembers it with the entry.
pub fn restore_scroll_ourselves(ours: bool) {
    let restoration = if ours { ScrollRestoration::Manual } else { ScrollRestoration::Auto };
    if let Some(history) = history() {
        let _ = history.set_scroll_restoration(restoration);
    }
}

/// Whether a step in the history led to this document.
pub fn is_step() -> bool {
    let entries = window().performance().map(|performance| performance.get_entries_by_type("navigation"));
    let entry = entries.and_then(|entries| entries.get(0).dyn_into::<PerformanceNavigationTiming>().ok());
    entry.is_some_and(|entry| entry.type_() == NavigationType::BackForward)
}
