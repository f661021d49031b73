//! The views that the shared counter has still to be told of: queueing and sending them, from one tab at a time.

use super::ViewTracker;
use crate::names::storage_keys::{OUTBOX, OWN_VIEWS, REPORT_BACKOFF, SENDER_LEASE, SENDING, SHARED_VIEWS};
use crate::views::Platform;
use crate::views::counter::{Answer, Counter, Hit, Receipt};
use crate::views::log::is_plain;

/// For how long a tab may send without saying that it is still there, in milliseconds: longer than a request lasts.
pub(super) const LEASED: i64 = 30_000;
/// How many views wait to be told at most; then the oldest is given up.
pub(super) const WAITING: usize = 1_000;

impl<P: Platform> ViewTracker<P> {
    /// Keeps a view for the counter. It shows at once: by as much as the counter is behind.
    pub(super) fn queue(&self, path: &str, now: i64) {
        let waiting = self.store.keys(OUTBOX);
        if let Some(oldest) = waiting.first().filter(|_| waiting.len() >= WAITING) {
            self.store.remove(oldest);
        }
        let key = format!("{OUTBOX}{:015}-{}", now.max(0), self.store.platform.nonce());
        self.store.set(&key, path);
        let mut shared = self.log(SHARED_VIEWS);
        shared.add(path);
        self.keep(SHARED_VIEWS, &shared);
    }

    /// The views that are to be told, by their keys, the oldest first. Papers of one host share its storage, and each has a
    /// counter of its own: a view is told by the paper whose article was seen.
    fn waiting(&self) -> Vec<String> {
        let is_own = |path: String| !is_plain(&path) || self.store.platform.has_article(&path);
        self.store.keys(OUTBOX).into_iter().filter(|key| self.store.get(key).is_none_or(is_own)).collect()
    }

    /// Tells the counter of all views that it has not been told of. Gives the milliseconds after which to try again, if it
    /// could not be told of all.
    ///
    /// A view is forgotten when the counter has confirmed it: a tab that dies in between leaves one that is told twice.
    pub async fn tell(&self) -> Option<u32> {
        let counter = self.counter.as_deref().filter(|_| self.reports)?;
        if self.waiting().is_empty() {
            return None;
        }
        let held = self.store.platform.hold(OUTBOX).await;
        let lease = if held.is_none() { Some(self.lease().await?) } else { None };
        let left = self.tell_each(counter, lease.as_deref()).await;
        if lease.is_some() {
            self.store.remove(SENDER_LEASE);
        }
        left
    }

    async fn tell_each(&self, counter: &dyn Counter, lease: Option<&str>) -> Option<u32> {
        let platform = &self.store.platform;
        let own = self.log(OWN_VIEWS);
        loop {
            // More may come while these are on their way.
            let waiting = self.waiting();
            if waiting.is_empty() {
                return None;
            }
            for key in waiting {
                let left = self.backoff(REPORT_BACKOFF).left(platform.now());
                if left > 0 {
                    return Some(left);
                }
                // Another tab took this one for gone.
                if lease.is_some_and(|lease| !self.renew(lease)) {
                    return Some(LEASED as u32);
                }
                let path = self.store.get(&key).filter(|path| is_plain(path)).unwrap_or_default();
                self.store.set(SENDING, &key);
                let hit = Hit { path: &path, title: own.title(&path), nonce: platform.nonce() };
                match self.tell_one(counter, hit).await {
                    Receipt::Failed => self.fail(REPORT_BACKOFF),
                    receipt => {
                        self.store.remove(&key);
                        if receipt == Receipt::Counted {
                            self.store.remove(REPORT_BACKOFF);
                        }
                    }
                }
                self.store.remove(SENDING);
            }
        }
    }

    async fn tell_one(&self, counter: &dyn Counter, hit: Hit<'_>) -> Receipt {
        // Somebody else wrote it, or took it away.
        if hit.path.is_empty() {
            return Receipt::Refused;
        }
        match self.store.platform.fetch(&counter.report(hit)).await {
            Some((status, body)) => counter.receipt(Answer { status, body: &body }),
            None => Receipt::Failed,
        }
    }

    /// Takes the right to send where the browser has no locks: writes a name, and sees whether it stays.
    async fn lease(&self) -> Option<String> {
        let platform = &self.store.platform;
        let until = self.store.get(SENDER_LEASE).and_then(|lease| lease.split_once(' ')?.1.parse::<i64>().ok());
        if until.is_some_and(|until| (1..=LEASED).contains(&until.saturating_sub(platform.now()))) {
            return None;
        }
        let name = platform.nonce().to_string();
        self.write_lease(&name);
        platform.pause(50).await;
        self.renew(&name).then_some(name)
    }

    /// Whether the lease is still ours; if so, it is renewed.
    fn renew(&self, name: &str) -> bool {
        let ours =
            self.store.get(SENDER_LEASE).is_some_and(|lease| lease.split_once(' ').is_some_and(|(by, _)| by == name));
        if ours {
            self.write_lease(name);
        }
        ours
    }

    fn write_lease(&self, name: &str) {
        self.store.set(SENDER_LEASE, &format!("{name} {}", self.store.platform.now().saturating_add(LEASED)));
    }
}
