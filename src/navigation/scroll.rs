//! Where the reader is on a page.

use crate::names::storage_keys::SCROLL_POSITIONS;
use crate::platform::history::Entry;
use crate::platform::{document, scroll, storage};

/// How many entries of the history are remembered.
const CAPACITY: usize = 100;

/// Positions are stored in whole parts of a CSS pixel, as fine as browsers lay pages out.
const PARTS: f64 = 64.0;

/// Where on a page the reader is to be.
#[derive(Clone, Debug, PartialEq)]
pub enum ScrollTarget {
    /// At its top.
    Top,
    /// At an element, by the fragment of the address.
    Fragment(String),
    /// Where they were before, in CSS pixels from the top.
    Position(f64),
}

impl ScrollTarget {
    /// The place that an address names: its fragment comes with its hash sign, or empty.
    pub fn of_hash(hash: &str) -> ScrollTarget {
        match hash.trim_start_matches('#') {
            "" => ScrollTarget::Top,
            id => ScrollTarget::Fragment(document::decode(id)),
        }
    }

    /// Whether that is the top of the page.
    pub fn is_top(&self) -> bool {
        matches!(self, ScrollTarget::Top) || *self == ScrollTarget::Position(0.0)
    }

    /// Scrolls there, at once.
    pub fn scroll(&self) {
        match self {
            ScrollTarget::Top => scroll::to(0.0),
            ScrollTarget::Fragment(id) => scroll::to_element(id),
            ScrollTarget::Position(y) => scroll::to(*y),
        }
    }
}

/// Where the reader was on each entry of the history, the one left last at the end.
#[derive(Debug, Default)]
pub struct Positions(Vec<(Entry, f64)>);

impl Positions {
    /// Those of this tab from before a reload.
    pub fn load() -> Positions {
        let stored = storage::get_for_tab(SCROLL_POSITIONS).unwrap_or_default();
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
        storage::set_for_tab(SCROLL_POSITIONS, &pairs.join(";"));
    }

    /// Notes where the reader is on an entry.
    pub fn note(&mut self, entry: Entry) {
        let y = scroll::position();
        self.0.retain(|(known, _)| *known != entry);
        self.0.push((entry, y));
        if self.0.len() > CAPACITY {
            self.0.remove(0);
        }
    }

    /// Where the reader was last on an entry.
    pub fn of(&self, entry: Entry) -> Option<f64> {
        self.0.iter().find(|(known, _)| *known == entry).map(|(_, y)| *y)
    }
}
