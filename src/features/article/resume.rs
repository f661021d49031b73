//! A long article that was left in the middle: the reader is asked whether to go on there. Nothing scrolls by itself.

mod offer;
mod position_tracker;

use leptos::prelude::*;

use super::Article;
use super::paragraphs::paragraphs;
use super::places::Place;
use crate::names::storage_keys::READING_POSITIONS;
use crate::platform::document::{self, HtmlElement};
use crate::platform::geometry::{covered_above, extent, window_height};
use crate::platform::{location, scroll, storage};
use crate::session::use_session;
use offer::show_offer;
use position_tracker::PositionTracker;

/// Whether the reader has stopped within the article at a path, as far as can be told before that is read.
pub fn has_place(path: &str) -> bool {
    storage::get(READING_POSITIONS).is_some_and(|places| places.contains(path))
}

/// Offers to go on, and notes from now on where the reader is.
pub fn begin(article: &Article) {
    let known = position_tracker::place_in(&article.path);
    let session = use_session();
    let is_new_visit = !session.by_step.get_untracked();
    let blocks = known.map(|_| paragraphs(&article.body)).unwrap_or_default();
    let known = known.and_then(|place| Some((place, blocks.get(place.paragraph)?.clone())));
    let is_at_top = scroll::position() < window_height() / 2.0;
    let offered = known.filter(|_| is_new_visit && is_at_top && location::hash().is_empty());
    let watch = PositionTracker::begin(article, offered.as_ref().map(|(place, _)| *place));
    if let Some((place, block)) = offered {
        show_offer(article, place, block, watch);
    }
}

/// Where the running text ends: footnotes are looked up, not read.
fn end_of_text(body: &HtmlElement) -> f64 {
    match document::first_within(body, ".footnotes") {
        Some(footnotes) => extent(&footnotes).top,
        None => extent(body).bottom,
    }
}

/// Where a place is now, from the window's upper edge.
fn position(block: &HtmlElement, place: Place) -> f64 {
    let at = extent(block);
    at.top + (at.bottom - at.top) * place.offset
}
