//! Asking the shared counter for everybody's views: what is due, and what its answer changes.

use super::ViewTracker;
use crate::names::storage_keys::{OUTBOX, OWN_VIEWS, POLLING_BACKOFF, SENDING, SHARED_VIEWS};
use crate::views::Platform;
use crate::views::counter::{Answer, Counter};
use crate::views::log::is_plain;

/// For how long a count of the shared counter is new enough, in milliseconds.
const FRESH: u64 = 60_000;

/// For how long a service that is behind may not know of this reader's last view, in milliseconds.
const BEHIND: u64 = 1_800_000;

impl<P: Platform> ViewTracker<P> {
    /// Asks the counter for the views of a page's articles, as far as what it said last is not new enough. What is still to be
    /// asked for another page is not asked for any more.
    pub async fn ask(&self, paths: Vec<String>) {
        let Some(counter) = self.counter.as_deref() else { return };
        self.wanted.replace(paths);
        if self.is_asking.replace(true) {
            return;
        }
        loop {
            let paths = self.due(counter.most());
            if paths.is_empty() || self.backoff(POLLING_BACKOFF).left(self.store.platform.now()) > 0 {
                break;
            }
            let answer = self.store.platform.fetch(&counter.ask(&paths)).await;
            match answer.and_then(|(status, body)| counter.counts(&paths, Answer { status, body: &body })) {
                Some(counts) => {
                    self.store.remove(POLLING_BACKOFF);
                    self.learn(&paths, &counts);
                }
                None => self.fail(POLLING_BACKOFF),
            }
        }
        self.is_asking.set(false);
    }

    /// Takes the next articles to be asked for, at most so many.
    fn due(&self, most: usize) -> Vec<String> {
        let (shared, now) = (self.log(SHARED_VIEWS), self.store.platform.now());
        let mut wanted = self.wanted.borrow_mut();
        let mut due: Vec<String> = Vec::new();
        while due.len() < most
            && let Some(path) = wanted.pop()
        {
            if is_plain(&path) && !due.contains(&path) && !shared.is_within(&path, now, FRESH) {
                due.push(path);
            }
        }
        due
    }

    /// Keeps what the counter said, and adds what it has not been told yet.
    fn learn(&self, paths: &[String], counts: &[Option<u64>]) {
        let now = self.store.platform.now();
        let mut shared = self.log(SHARED_VIEWS);
        let is_behind = self.counter.as_deref().is_some_and(Counter::is_behind);
        let own = self.log(OWN_VIEWS);
        let sending = self.store.get(SENDING);
        let waiting = self.store.keys(OUTBOX).into_iter().filter(|key| sending.as_ref() != Some(key));
        let waiting: Vec<String> = waiting.filter_map(|key| self.store.get(&key)).collect();
        for (path, count) in paths.iter().zip(counts) {
            let untold = waiting.iter().filter(|waiting| *waiting == path).count() as u64;
            let known = shared.views(path);
            let least = if is_behind && own.is_within(path, now, BEHIND) { known } else { 0 };
            // What cannot be believed changes nothing, but is not asked for again at once either.
            let count = count.map_or(known, |count| least.max(count.saturating_add(untold)));
            shared.set(path, count, now);
        }
        self.keep(SHARED_VIEWS, &shared);
        self.look();
    }
}
