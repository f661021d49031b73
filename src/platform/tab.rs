//! The browser as the device that views are counted on.

use std::cell::Cell;
use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use super::{clock, http, lock, storage};
use crate::model::Edition;
use crate::routes::Route;
use crate::views::counter::Request;
use crate::views::{Platform, Readership};

/// How long a counter may take.
const TIMEOUT: Duration = Duration::from_secs(10);

/// This tab.
pub struct Tab {
    readership: RwSignal<Readership>,
    edition: Arc<Edition>,
    given: Cell<u64>,
}

impl Tab {
    /// This tab of a paper, which shows what is known by a signal.
    pub fn new(readership: RwSignal<Readership>, edition: Arc<Edition>) -> Tab {
        Tab { readership, edition, given: Cell::new(0) }
    }
}

impl Platform for Tab {
    type Held = lock::Held;

    fn now(&self) -> i64 {
        clock::now()
    }

    fn nonce(&self) -> u64 {
        // Two tabs have the same number once in a million times if they begin in the same microsecond.
        self.given.set(self.given.get() + 1);
        clock::monotonic() * 1_000_000 + (js_sys::Math::random() * 1e6) as u64 + self.given.get()
    }

    fn has_article(&self, path: &str) -> bool {
        self.edition.address(path).is_some_and(|address| matches!(address.route, Route::Article(_)))
    }

    fn get(&self, key: &str) -> Option<String> {
        storage::get(key)
    }

    fn set(&self, key: &str, value: &str) -> bool {
        storage::set(key, value)
    }

    fn remove(&self, key: &str) {
        storage::remove(key);
    }

    fn keys(&self, prefix: &str) -> Vec<String> {
        storage::keys(prefix)
    }

    async fn hold(&self, name: &str) -> Option<lock::Held> {
        lock::hold(name).await
    }

    async fn pause(&self, milliseconds: u32) {
        clock::pause(milliseconds).await;
    }

    async fn fetch(&self, request: &Request) -> Option<(u16, String)> {
        let answer = http::send_to_counter(request, TIMEOUT).await;
        answer.ok().map(|answer| (answer.status, answer.text))
    }

    fn change(&self, change: impl FnOnce(&mut Readership)) {
        self.readership.update(change);
    }
}
