//! The views that the shared counter has still to be told of: queueing and sending them, from one tab at a time.

use super::{HIT, OWN, SHARED, TELLING, TOLD, ViewTracker};
use crate::views::Platform;
use crate::views::counter::{Answer, Counter, Hit, Receipt};
use crate::views::log::is_plain;

/// Who sends, in a browser that has no locks.
const LEASE: &str = "habarshy:lease";
/// For how long a tab may send without saying that it is still there, in milliseconds: longer than a request lasts.
pub(super) const LEASED: i64 = 30_000;
/// How many views wait to be told at most; then the oldest is given up.
pub(super) const WAITING: usize = 1_000;

impl<D: Platform> ViewTracker<D> {
    /// Keeps a view for the counter. It shows at once: by as much as the counter is behind.
    pub(super) fn queue(&self, path: &str, now: i64) {
        let waiting = self.store.keys(HIT);
        if let Some(oldest) = waiting.first().filter(|_| waiting.len() >= WAITING) {
            self.store.remove(oldest);
        }
        let key = format!("{HIT}{:015}-{}", now.max(0), self.store.device.nonce());
        self.store.set(&key, path);
        let mut shared = self.log(SHARED);
        shared.add(path);
        self.keep(SHARED, &shared);
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
}
