//! What the search remembers on the device.

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

/// Keeps what is shown at this entry of the history. Where that is refused, it is looked for again.
pub fn keep(found: &Found) {
    let memory = Memory::new(entry(), location::query(), scroll::position(), found.clone());
    if let Ok(text) = serde_json::to_string(&memory) {
        storage::set_for_tab(SEARCH_RESULTS, &text);
    }
}

/// What was shown at this entry, and how far down the reader was.
pub fn recall() -> Option<(Found, f64)> {
    let memory = Memory::parse(&storage::get_for_tab(SEARCH_RESULTS)?, entry(), &location::query())?;
    Some((memory.found, memory.y))
}
