//! Where the reader is on a page.

use super::history::Entry;
use super::{document, storage, window};

/// The key of the positions in `sessionStorage`.
const KEY: &str = "habarshy:scroll";

/// How many entries of the history are remembered.
const CAPACITY: usize = 100;

/// Positions are stored in whole parts of a CSS pixel, as fine as browsers lay pages out.
const PARTS: f64 = 64.0;

/// Scrolls to so many CSS pixels from the top, at once: the style sheet asks for no smooth scrolling.
pub fn to(y: f64) {
    window().scroll_to_with_x_and_y(0.0, y);
}

/// Whether the page stands at its top.
pub fn is_at_top() -> bool {
    window().scroll_y().is_ok_and(|y| y == 0.0)
}

/// Scrolls to an element, or to the top where there is none.
pub fn to_element(id: &str) {
    match document::by_id(id) {
        Some(element) => element.scroll_into_view(),
        None => to(0.0),
    }
}

/// Where the reader was on each entry of the history, the one left last at the end.
#[derive(Debug, Default)]
pub struct Positions(Vec<(Entry, f64)>);

impl Positions {
    /// Those of this tab from before a reload.
    pub fn load() -> Positions {
        let stored = storage::get_for_tab(KEY).unwrap_or_default();
        let pairs = stored.split(';').filter_map(|pair| {
            let (entry, y) = pair.split_once(',')?;
            Some((Entry(entry.parse().ok()?), y.parse::<u32>().ok()? as f64 / PARTS))
        });
        Positions(pairs.collect())
    }

    /// Keeps them over a reload.
    pub fn store(&self) {
        let pairs: Vec<String> =
            self.0.iter().map(|(entry, y)| format!("{},{}", entry.0, (y * PARTS) as u32)).collect();
        storage::set_for_tab(KEY, &pairs.join(";"));
    }

    /// Notes where the reader is, because they leave an entry.
    pub fn leave(&mut self, entry: Entry) {
        let y = window().scroll_y().unwrap_or_default();
        self.0.retain(|(known, _)| *known != entry);
        self.0.push((entry, y));
        if self.0.len() > CAPACITY {
            self.0.remove(0);
        }
    }

    /// Where the reader was when they left an entry.
    pub fn of(&self, entry: Entry) -> Option<f64> {
        self.0.iter().find(|(known, _)| *known == entry).map(|(_, y)| *y)
    }
}
