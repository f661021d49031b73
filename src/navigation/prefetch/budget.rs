//! What may be fetched ahead: bytes of a tab's session, and no page a second time for nothing but being in view.

use crate::names::storage_keys::PREFETCHED_BYTES;
use crate::platform::resources::{Kind, Resource};
use crate::platform::{images, storage};

/// Bytes over the network, JSON and pictures together, until cards are no longer asked for, and until nothing is.
const FOR_CARDS: u64 = 1_000_000;
const FOR_INTENTS: u64 = 3_000_000;

/// The budget of this tab. Paths are those of JSON.
pub struct Budget {
    spent: u64,
    /// What was asked for.
    known: Vec<String>,
    /// What of it is on its way: what comes after that was asked for by the reader.
    expected: Vec<String>,
}

impl Budget {
    /// The budget, less what was spent before a reload. Where storage is refused, it is as old as the document.
    pub fn load() -> Budget {
        let spent = storage::get_for_tab(PREFETCHED_BYTES).and_then(|spent| spent.parse().ok()).unwrap_or_default();
        Budget { spent, known: Vec::new(), expected: Vec::new() }
    }

    /// A page is asked for. Says whether it was not on its way already.
    pub fn expect(&mut self, path: &str) -> bool {
        let add_to = |paths: &mut Vec<String>| {
            let is_new = paths.iter().all(|known| known != path);
            if is_new {
                paths.push(path.to_owned());
            }
            is_new
        };
        add_to(&mut self.known);
        add_to(&mut self.expected)
    }

    /// It does not come after all.
    pub fn expect_no_longer(&mut self, path: &str) {
        self.expected.retain(|expected| expected != path);
    }

    /// Counts what has come, if it was fetched ahead: a page that was expected, or a picture that stands nowhere on the page.
    pub fn count(&mut self, resource: &Resource) {
        let is_ahead = match resource.kind {
            Kind::Image => !images::shows_image(&resource.url),
            Kind::Other => {
                let is_expected = self.expected.contains(&resource.path);
                self.expect_no_longer(&resource.path);
                is_expected
            }
        };
        if is_ahead && resource.bytes > 0 {
            self.spent += resource.bytes;
            storage::set_for_tab(PREFETCHED_BYTES, &self.spent.to_string());
        }
    }

    /// Whether a page was asked for before.
    pub fn knows(&self, path: &str) -> bool {
        self.known.iter().any(|known| known == path)
    }

    /// Whether cards in view may be asked for.
    pub fn has_for_cards(&self) -> bool {
        self.spent < FOR_CARDS
    }

    /// Whether what the reader is about to open may be asked for.
    pub fn has_for_intents(&self) -> bool {
        self.spent < FOR_INTENTS
    }
}
