//! Counting views, telling the shared counter of them, and asking it for everybody's.

use std::cell::{Cell, RefCell};

use super::counter::{Answer, Counter, Hit, Receipt};
use super::log::is_plain;
use super::store::Store;
use super::{Backoff, Platform, ViewEvent, ViewLog};
use crate::model::ViewsPolicy;

/// The key of the reader's own views.
pub const OWN: &str = "habarshy:views";

/// The key of the shared counter's views.
pub const LIVE: &str = "habarshy:shared";

/// What the keys of views begin with that the shared counter has not been told yet. Each has a key of its own, because two
/// tabs that write one value at the same time lose what one of them wrote.
const HIT: &str = "habarshy:hit:";

/// The keys of the patience with a service that is told, and asked: some do the one and not the other.
const TOLD: &str = "habarshy:told";
const ASKED: &str = "habarshy:asked";

/// The key of the view that is being told: the service may have counted it already.
const TELLING: &str = "habarshy:telling";

/// Who sends, in a browser that has no locks.
const LEASE: &str = "habarshy:lease";

/// For how long a tab may send without saying that it is still there, in milliseconds: longer than a request lasts.
const LEASED: i64 = 30_000;

/// How many views wait to be told at most; then the oldest is given up.
const WAITING: usize = 1_000;

/// For how long a count of the shared counter is new enough, in milliseconds.
const FRESH: u64 = 60_000;

/// For how long a service that is behind may not know of this reader's last view, in milliseconds.
const BEHIND: u64 = 1_800_000;

/// For how long a view may be overwritten by another tab that has not heard of it, in milliseconds: browsers run tabs in
/// processes of their own, and tell one what the other stored a moment later, whoever holds which lock.
const UNHEARD: u64 = 10_000;

/// One tab's counting.
pub struct ViewTracker<D> {
    store: Store<D>,
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

impl<D: Platform> ViewTracker<D> {
    /// A tracker that speaks to a counter, if the paper has one. A reader who does not want to be told of is not.
    pub fn new(device: D, policy: ViewsPolicy, counter: Option<Box<dyn Counter>>, may_report: bool) -> ViewTracker<D> {
        let reports = may_report && counter.is_some();
        ViewTracker {
            store: Store::new(device),
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
        self.store.remove(TOLD);
        self.store.remove(ASKED);
    }

    /// Looks at what is kept, and shows it: at the beginning, and whenever another tab may have changed it.
    pub fn look(&self) {
        self.repair();
        let (own, live) = (self.log(OWN), self.log(LIVE));
        let reports = self.reports;
        self.store.device.change(|readership| {
            readership.reports = reports;
            readership.own = own;
            readership.live = live;
        });
    }

    /// An article has been seen long enough: counts the view, unless it is the same as the last one.
    pub async fn seen(&self, look: ViewEvent<'_>) {
        let device = &self.store.device;
        // Two tabs that show one article at the same moment would both find that it has not been counted yet.
        let _held = device.hold(OWN).await;
        // What is counted on top of must be whole, or the view before is missed for good.
        self.repair();
        let now = device.now();
        let mut own = self.log(OWN);
        if !own.is_same_view(look.path, now, self.policy.window_minutes) {
            own.count(look, now);
            if self.reports && is_plain(look.path) {
                self.queue(look.path, now);
            }
            self.keep(OWN, &own);
            self.lately.borrow_mut().0.merge(own.only(look.path));
            self.lately.borrow_mut().1 = now;
        }
        self.look();
    }

    /// Counts views of a moment ago again where another tab has overwritten them. A list that was cleared stays so.
    fn repair(&self) {
        let mut lately = self.lately.borrow_mut();
        if self.store.device.now().abs_diff(lately.1) >= UNHEARD || self.store.get(OWN).is_none() {
            lately.0 = ViewLog::default();
        }
        if lately.0.is_empty() {
            return;
        }
        let mut own = self.log(OWN);
        if own.merge(lately.0.clone()) {
            self.keep(OWN, &own);
        }
    }

    /// Forgets all that this device knows of the reader's views, told or not.
    pub async fn clear(&self) {
        let _held = self.store.device.hold(OWN).await;
        for key in self.store.keys(HIT) {
            self.store.remove(&key);
        }
        self.store.remove(TELLING);
        self.store.remove(OWN);
        self.store.remove(LIVE);
        self.look();
    }

    /// Keeps a view for the counter. It shows at once: by as much as the counter is behind.
    fn queue(&self, path: &str, now: i64) {
        let waiting = self.store.keys(HIT);
        if let Some(oldest) = waiting.first().filter(|_| waiting.len() >= WAITING) {
            self.store.remove(oldest);
        }
        let key = format!("{HIT}{:015}-{}", now.max(0), self.store.device.nonce());
        self.store.set(&key, path);
        let mut live = self.log(LIVE);
        live.add(path);
        self.keep(LIVE, &live);
    }

    /// Tells the counter of all views that it has not been told of. Gives the milliseconds after which to try again, if it
    /// could not be told of all.
    ///
    /// A view is forgotten when the counter has confirmed it: a tab that dies in between leaves one that is told twice.
    pub async fn tell(&self) -> Option<u32> {
        let counter = self.counter.as_deref().filter(|_| self.reports)?;
        if self.store.keys(HIT).is_empty() {
            return None;
        }
        let held = self.store.device.hold(HIT).await;
        let lease = if held.is_none() { Some(self.lease().await?) } else { None };
        let left = self.tell_each(counter, lease.as_deref()).await;
        if lease.is_some() {
            self.store.remove(LEASE);
        }
        left
    }

    async fn tell_each(&self, counter: &dyn Counter, lease: Option<&str>) -> Option<u32> {
        let device = &self.store.device;
        let own = self.log(OWN);
        loop {
            // More may come while these are on their way.
            let waiting = self.store.keys(HIT);
            if waiting.is_empty() {
                return None;
            }
            for key in waiting {
                let left = self.patience(TOLD).left(device.now());
                if left > 0 {
                    return Some(left);
                }
                // Another tab took this one for gone.
                if lease.is_some_and(|lease| !self.renew(lease)) {
                    return Some(LEASED as u32);
                }
                let path = self.store.get(&key).filter(|path| is_plain(path)).unwrap_or_default();
                self.store.set(TELLING, &key);
                let hit = Hit { path: &path, title: own.title(&path), nonce: device.nonce() };
                match self.tell_one(counter, hit).await {
                    Receipt::Failed => self.fail(TOLD),
                    receipt => {
                        self.store.remove(&key);
                        if receipt == Receipt::Counted {
                            self.store.remove(TOLD);
                        }
                    }
                }
                self.store.remove(TELLING);
            }
        }
    }

    async fn tell_one(&self, counter: &dyn Counter, hit: Hit<'_>) -> Receipt {
        // Somebody else wrote it, or took it away.
        if hit.path.is_empty() {
            return Receipt::Refused;
        }
        match self.store.device.fetch(&counter.report(hit)).await {
            Some((status, body)) => counter.receipt(Answer { status, body: &body }),
            None => Receipt::Failed,
        }
    }

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
            if paths.is_empty() || self.patience(ASKED).left(self.store.device.now()) > 0 {
                break;
            }
            let answer = self.store.device.fetch(&counter.ask(&paths)).await;
            match answer.and_then(|(status, body)| counter.counts(&paths, Answer { status, body: &body })) {
                Some(counts) => {
                    self.store.remove(ASKED);
                    self.learn(&paths, &counts);
                }
                None => self.fail(ASKED),
            }
        }
        self.is_asking.set(false);
    }

    /// Takes the next articles to be asked for, at most so many.
    fn due(&self, most: usize) -> Vec<String> {
        let (live, now) = (self.log(LIVE), self.store.device.now());
        let mut wanted = self.wanted.borrow_mut();
        let mut due: Vec<String> = Vec::new();
        while due.len() < most
            && let Some(path) = wanted.pop()
        {
            if is_plain(&path) && !due.contains(&path) && !live.is_within(&path, now, FRESH) {
                due.push(path);
            }
        }
        due
    }

    /// Keeps what the counter said, and adds what it has not been told yet.
    fn learn(&self, paths: &[String], counts: &[Option<u64>]) {
        let now = self.store.device.now();
        let mut live = self.log(LIVE);
        let is_behind = self.counter.as_deref().is_some_and(Counter::is_behind);
        let own = self.log(OWN);
        let telling = self.store.get(TELLING);
        let waiting = self.store.keys(HIT).into_iter().filter(|key| telling.as_ref() != Some(key));
        let waiting: Vec<String> = waiting.filter_map(|key| self.store.get(&key)).collect();
        for (path, count) in paths.iter().zip(counts) {
            let untold = waiting.iter().filter(|waiting| *waiting == path).count() as u64;
            let known = live.views(path);
            let least = if is_behind && own.is_within(path, now, BEHIND) { known } else { 0 };
            // What cannot be believed changes nothing, but is not asked for again at once either.
            let count = count.map_or(known, |count| least.max(count.saturating_add(untold)));
            live.set(path, count, now);
        }
        self.keep(LIVE, &live);
        self.look();
    }

    /// Takes the right to send where the browser has no locks: writes a name, and sees whether it stays.
    async fn lease(&self) -> Option<String> {
        let device = &self.store.device;
        let until = self.store.get(LEASE).and_then(|lease| lease.split_once(' ')?.1.parse::<i64>().ok());
        if until.is_some_and(|until| (1..=LEASED).contains(&until.saturating_sub(device.now()))) {
            return None;
        }
        let name = device.nonce().to_string();
        self.write_lease(&name);
        device.pause(50).await;
        self.renew(&name).then_some(name)
    }

    /// Whether the lease is still ours; if so, it is renewed.
    fn renew(&self, name: &str) -> bool {
        let ours = self.store.get(LEASE).is_some_and(|lease| lease.split_once(' ').is_some_and(|(by, _)| by == name));
        if ours {
            self.write_lease(name);
        }
        ours
    }

    fn write_lease(&self, name: &str) {
        self.store.set(LEASE, &format!("{name} {}", self.store.device.now().saturating_add(LEASED)));
    }

    fn patience(&self, key: &str) -> Backoff {
        self.store.get(key).map(|text| Backoff::parse(&text)).unwrap_or_default()
    }

    fn fail(&self, key: &str) {
        let patience = self.patience(key).failed(self.store.device.now());
        self.store.set(key, &patience.to_text());
    }

    /// What is kept under a key, and what could not be kept.
    fn log(&self, key: &str) -> ViewLog {
        let read = |text: Option<String>| text.and_then(|text| ViewLog::parse(&text)).unwrap_or_default();
        let mut log = read(self.store.device.get(key));
        if let Some(unkept) = self.store.unkept(key) {
            log.merge(read(Some(unkept)));
        }
        log
    }

    fn keep(&self, key: &str, log: &ViewLog) {
        let text = log.to_json();
        match self.store.device.get(key).map(|kept| ViewLog::parse(&kept).is_none()) {
            // A later version of the client wrote it: this page counts for itself.
            Some(true) => self.store.set_here(key, &text),
            _ => self.store.set(key, &text),
        }
    }
}

#[cfg(test)]
mod tests;
