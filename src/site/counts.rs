//! What the shared counter counted, as it was imported last: `counts.toml`.

use std::collections::BTreeMap;

/// The shared counter's views by the paths of articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    views: BTreeMap<String, u64>,
}

impl Counts {
    /// Whether nothing was imported.
    pub fn is_empty(&self) -> bool {
        self.views.is_empty()
    }

    /// The shared counter's views of the article at a path.
    pub fn of(&self, path: &str) -> u64 {
        self.views.get(path).copied().unwrap_or_default()
    }
}
