//! `[offline]` of `site.toml`: whether readers get a service worker.

use crate::publish::finding::Findings;
use crate::publish::keys::Keys;

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
pub fn read(keys: &mut Keys<'_>, findings: &mut Findings) -> OfflinePolicy {
    let mut policy = OfflinePolicy::default();
    let Some(mut table) = keys.table("offline", findings) else { return policy };
    if let Some(worker) = table.flag("worker", findings) {
        policy.worker = worker;
    }
    table.finish(findings);
    policy
}
