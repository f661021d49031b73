//! Where the choices are kept: on the device, as one record. Only the panel writes it.

use std::cell::Cell;

use crate::names::storage_keys::SETTINGS;
use crate::platform::{document, storage};
use crate::settings::Settings;

thread_local! {
    /// The record as it holds for this document where the browser keeps none.
    static UNKEPT: Cell<Option<Settings>> = const { Cell::new(None) };
}

/// What is chosen.
pub fn load() -> Settings {
    let stored = || storage::get(SETTINGS).map(|text| Settings::parse(&text)).unwrap_or_default();
    UNKEPT.get().unwrap_or_else(stored)
}

/// Keeps a record and puts it on the page. Says whether it could be kept.
pub fn keep(settings: Settings) -> bool {
    let text = serde_json::to_string(&settings).unwrap_or_default();
    let is_kept = if settings.is_empty() { storage::remove(SETTINGS) } else { storage::set(SETTINGS, &text) };
    UNKEPT.set((!is_kept).then_some(settings));
    document::tell_settings(&text);
    is_kept
}
