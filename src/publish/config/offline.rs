//! `[offline]` of `site.toml`: whether readers get a service worker.

use crate::publish::keys::Keys;
use crate::publish::reporter::Reporter;

/// What is there without a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfflinePolicy {
    /// Whether there is a worker. Without one, `/sw.js` takes away those that readers have.
    pub worker: bool,
}

impl Default for OfflinePolicy {
    fn default() -> Self {
        OfflinePolicy { worker: true }
    }
}

/// Reads the table.
pub fn read(keys: &mut Keys<'_>, reporter: &mut Reporter) -> OfflinePolicy {
    let mut policy = OfflinePolicy::default();
    let Some(mut table) = keys.table("offline", reporter) else { return policy };
    if let Some(worker) = table.flag("worker", reporter) {
        policy.worker = worker;
    }
    table.finish(reporter);
    policy
}
