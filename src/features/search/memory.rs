//! What the search remembers on the device.

use std::cell::RefCell;

use crate::names::storage_keys::{RECENT_SEARCHES, SEARCH_RESULTS};
use crate::platform::history::Entry;
use crate::platform::{location, scroll, storage};
use crate::search::{Found, Memory, Recent};

/// What was asked for, the last first.
pub fn recent() -> Recent {
    storage::get(RECENT_SEARCHES).map(|text| Recent::parse(&text)).unwrap_or_default()
}

/// Keeps a question, if storage may be written.
pub fn remember(question: &str) {
    if let Some(text) = recent().with(question).and_then(|recent| serde_json::to_string(&recent).ok()) {
        storage::set(RECENT_SEARCHES, &text);
    }
}

/// Forgets all questions.
pub fn forget() {
    storage::remove(RECENT_SEARCHES);
}

fn entry() -> Option<u64> {
    Entry::current().map(|entry| entry.0)
}

thread_local! {
    /// What was shown last, and the entry and the query under which.
    static SHOWN: RefCell<Option<(Option<u64>, String, Found)>> = const { RefCell::new(None) };
}

/// Keeps what is shown at this entry of the history. Where storage is refused, that lasts as long as the document.
pub fn keep(found: &Found) {
    let (entry, query) = (entry(), location::query());
    let memory = Memory::new(entry, query.clone(), scroll::position(), found.articles.len());
    if let Ok(text) = serde_json::to_string(&memory) {
        storage::set_for_tab(SEARCH_RESULTS, &text);
    }
    SHOWN.set(Some((entry, query, found.clone())));
}

/// Where the reader was at this entry, and what was shown there if it was in this document.
pub fn recall() -> Option<(Memory, Option<Found>)> {
    let (entry, query) = (entry(), location::query());
    let memory = Memory::parse(&storage::get_for_tab(SEARCH_RESULTS)?, entry, &query)?;
    let shown = SHOWN.with_borrow(|shown| shown.clone());
    Some((memory, shown.filter(|(of, at, _)| *of == entry && *at == query).map(|(_, _, found)| found)))
}
