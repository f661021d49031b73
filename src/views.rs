//! How often articles are read, counted in the reader's browser; docs/readership.md says by which rule.
//!
//! All of it is plain code over a [`Platform`], so that the native tests try whole browsers of several tabs; the client applies it
//! to the page that is open (`navigation/view_observer.rs`).

mod backoff;
pub mod counter;
mod dwell;
mod log;
mod order;
pub mod platform;
mod store;
pub mod tracker;

pub use backoff::Backoff;
pub use dwell::Dwell;
pub use log::{ViewEvent, ViewLog};
pub use order::descending;
pub use platform::Platform;
pub use tracker::ViewTracker;

use crate::model::Views;

/// What this browser knows of views.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Readership {
    /// The reader's own.
    pub own: ViewLog,
    /// Those of all readers, as the shared counter said last, and the reader's own that it has not been told yet.
    pub shared: ViewLog,
    /// Whether the shared counter is told of this reader's views at all.
    pub reports: bool,
}

impl Readership {
    /// The number to show for an article with so many views.
    pub fn shown(&self, path: &str, views: Views) -> u64 {
        let shared = self.shared.is_known(path).then(|| self.shared.views(path));
        if self.reports {
            // Own views from before the last import are among the published ones.
            return views.shown(self.own.views_since(path, views.shared), shared);
        }
        // The counter does not know this reader, so own views come on top of whatever it says.
        let own = self.own.views(path);
        views.shown(own, shared.map(|shared| shared.saturating_add(own)))
    }
}
