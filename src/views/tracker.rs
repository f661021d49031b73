//! Counting views in one tab.

mod outbox;
mod polling;

use std::cell::{Cell, RefCell};

use super::counter::Counter;
use super::log::is_plain;
use super::store::Store;
use super::{Backoff, Platform, ViewEvent, ViewLog};
use crate::model::ViewsPolicy;
use crate::names::storage_keys::{OUTBOX, OWN_VIEWS, POLLING_BACKOFF, REPORT_BACKOFF, SENDING, SHARED_VIEWS};

/// For how long a view may be overwritten by another tab that has not heard of it, in milliseconds: browsers run tabs in
/// processes of their own, and tell one what the other stored a moment later, whoever holds which lock.
const UNHEARD: u64 = 10_000;

/// One tab's counting.
pub struct ViewTracker<P> {
    store: Store<P>,
    policy: ViewsPolicy,
    counter: Option<Box<dyn Counter>>,
    /// Whether the counter is told of this reader's views.
    reports: bool,
    /// The articles whose views this tab has counted lately, as it stored them, and when it counted last.
    lately: RefCell<(ViewLog, i64)>,
    /// The articles of the page, as far as they have not been asked for.
    wanted: RefCell<Vec<String>>,
    is_asking: Cell<bool>,
}

impl<P: Platform> ViewTracker<P> {
    /// A tracker that speaks to a counter, if the paper has one. A reader who does not want to be told of is not.
    pub fn new(
        platform: P,
        policy: ViewsPolicy,
        counter: Option<Box<dyn Counter>>,
        may_report: bool,
    ) -> ViewTracker<P> {
        let reports = may_report && counter.is_some();
        ViewTracker {
            store: Store::new(platform),
            policy,
            counter,
            reports,
            lately: RefCell::default(),
            wanted: RefCell::default(),
            is_asking: Cell::new(false),
        }
    }

    /// The network is back: whoever failed while it was away is asked again at once.
    pub fn reset(&self) {
        self.store.remove(REPORT_BACKOFF);
        self.store.remove(POLLING_BACKOFF);
    }

    /// Looks at what is kept, and shows it: at the beginning, and whenever another tab may have changed it.
    pub fn look(&self) {
        self.repair();
        let (own, shared) = (self.log(OWN_VIEWS), self.log(SHARED_VIEWS));
        let reports = self.reports;
        self.store.platform.change(|readership| {
            readership.reports = reports;
            readership.own = own;
            readership.shared = shared;
        });
    }

    /// An article has been seen long enough: counts the view, unless it is the same as the last one.
    pub async fn seen(&self, look: ViewEvent<'_>) {
        let platform = &self.store.platform;
        // Two tabs that show one article at the same moment would both find that it has not been counted yet.
        let _held = platform.hold(OWN_VIEWS).await;
        // What is counted on top of must be whole, or the view before is missed for good.
        self.repair();
        let now = platform.now();
        let mut own = self.log(OWN_VIEWS);
        if !own.is_same_view(look.path, now, self.policy.window_minutes) {
            own.count(look, now);
            if self.reports && is_plain(look.path) {
                self.queue(look.path, now);
            }
            self.keep(OWN_VIEWS, &own);
            self.lately.borrow_mut().0.merge(own.only(look.path));
            self.lately.borrow_mut().1 = now;
        }
        self.look();
    }

    /// Counts views of a moment ago again where another tab has overwritten them. A list that was cleared stays so.
    fn repair(&self) {
        let mut lately = self.lately.borrow_mut();
        if self.store.platform.now().abs_diff(lately.1) >= UNHEARD || self.store.get(OWN_VIEWS).is_none() {
            lately.0 = ViewLog::default();
        }
        if lately.0.is_empty() {
            return;
        }
        let mut own = self.log(OWN_VIEWS);
        if own.merge(lately.0.clone()) {
            self.keep(OWN_VIEWS, &own);
        }
    }

    /// Forgets all that this device knows of the reader's views, told or not.
    pub async fn clear(&self) {
        let _held = self.store.platform.hold(OWN_VIEWS).await;
        for key in self.store.keys(OUTBOX) {
            self.store.remove(&key);
        }
        self.store.remove(SENDING);
        self.store.remove(OWN_VIEWS);
        self.store.remove(SHARED_VIEWS);
        self.look();
    }

    fn backoff(&self, key: &str) -> Backoff {
        self.store.get(key).map(|text| Backoff::parse(&text)).unwrap_or_default()
    }

    fn fail(&self, key: &str) {
        let backoff = self.backoff(key).failed(self.store.platform.now());
        self.store.set(key, &backoff.to_text());
    }

    /// What is kept under a key, and what could not be kept.
    fn log(&self, key: &str) -> ViewLog {
        let read = |text: Option<String>| text.and_then(|text| ViewLog::parse(&text)).unwrap_or_default();
        let mut log = read(self.store.platform.get(key));
        if let Some(unkept) = self.store.unkept(key) {
            log.merge(read(Some(unkept)));
        }
        log
    }

    fn keep(&self, key: &str, log: &ViewLog) {
        let text = log.to_json();
        match self.store.platform.get(key).map(|text| ViewLog::parse(&text).is_none()) {
            // A later version of the client wrote it: this page counts for itself.
            Some(true) => self.store.set_here(key, &text),
            _ => self.store.set(key, &text),
        }
    }
}

#[cfg(test)]
mod tests;
