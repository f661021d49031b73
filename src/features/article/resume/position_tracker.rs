//! Writes down where the reader is, at most every second and when they leave.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;

use super::super::Article;
use super::super::paragraphs::paragraphs;
use super::super::places::{Place, Places};
use super::{covered_above, end_of_text, extent, window_height};
use crate::names::storage_keys::READING_POSITIONS;
use crate::platform::clock::{self, Timeout};
use crate::platform::document::{self, HtmlElement};
use crate::platform::{events, location, reader, scroll, storage};

/// Articles of fewer screens are read in one go.
const SCREENS: f64 = 3.0;
/// From here on an article has been read, in parts of its text.
const READ: f64 = 0.9;
/// Between two notes lie so many milliseconds.
const PAUSE: u32 = 1_000;

/// The place in an article.
pub fn place_in(path: &str) -> Option<Place> {
    Places::parse(&storage::get(READING_POSITIONS)?).of(path)
}

/// Changes what is kept. It is read anew each time: another tab may have written.
fn change(change: impl FnOnce(&mut Places)) {
    let stored = storage::get(READING_POSITIONS).unwrap_or_default();
    if Places::is_of_later_version(&stored) {
        return;
    }
    let mut places = Places::parse(&stored);
    change(&mut places);
    // Refused or full: then nothing is remembered.
    storage::set(READING_POSITIONS, &places.to_json());
}

/// The reader of one article.
pub struct PositionTracker {
    article: Article,
    /// Found when they are asked for: to find them in each article would keep the page from answering.
    blocks: OnceCell<Vec<HtmlElement>>,
    /// Where they stopped before, as long as they have not come that far again.
    before: Cell<Option<Place>>,
    /// Where they are, if that is to be noted.
    here: Cell<Option<Place>>,
    timer: RefCell<Option<Timeout>>,
    is_read: Cell<bool>,
}

impl PositionTracker {
    /// Begins; ends with the current owner.
    pub fn begin(article: &Article, before: Option<Place>) -> Rc<PositionTracker> {
        let watch = Rc::new(PositionTracker {
            article: article.clone(),
            blocks: OnceCell::new(),
            before: Cell::new(before),
            here: Cell::default(),
            timer: RefCell::default(),
            is_read: Cell::default(),
        });
        let this = watch.clone();
        events::while_mounted(events::window("scroll", move |_| this.look()));
        let this = watch.clone();
        events::while_mounted(events::window("pagehide", move |_| this.write()));
        let this = watch.clone();
        events::while_mounted(events::document("visibilitychange", move |_| {
            if !reader::looks() {
                this.write();
            }
        }));
        // What has been scrolled before is where they are.
        if scroll::position() > 0.0 {
            watch.look();
        }
        watch
    }

    /// There is no earlier place to be kept any more.
    pub fn forget(&self) {
        self.before.set(None);
        change(|places| places.forget(&self.article.path));
    }

    fn blocks(&self) -> &[HtmlElement] {
        self.blocks.get_or_init(|| paragraphs(&self.article.body))
    }

    fn look(self: &Rc<Self>) {
        let Article { path, body, .. } = &self.article;
        // The scrolling of a page that has been left says nothing of this one, nor does that to a footnote.
        if self.is_read.get() || location::path() != *path || document::is_footnote_followed() {
            return;
        }
        let at = extent(body);
        if at.bottom - at.top <= SCREENS * window_height()
            || !self.blocks().first().is_some_and(|block| block.is_connected())
        {
            return;
        }
        if scroll::position() > window_height() {
            self.withdraw_offer();
        }
        if at.top > 0.0 {
            return;
        }
        if window_height() - at.top >= READ * (end_of_text(body) - at.top) {
            self.is_read.set(true);
            self.here.set(None);
            self.withdraw_offer();
            return change(|places| places.forget(path));
        }
        self.note(self.place_at(covered_above()));
    }

    fn note(self: &Rc<Self>, here: Option<Place>) {
        let Some(here) = here else { return };
        if let Some(before) = self.before.get() {
            if here.is_before(&before) {
                return self.here.set(None);
            }
            self.before.set(None);
            self.withdraw_offer();
        }
        self.here.set(Some(here));
        if self.timer.borrow().is_none() {
            let this = self.clone();
            self.timer.replace(Some(Timeout::new(PAUSE, move || this.write())));
        }
    }

    fn write(&self) {
        self.timer.take();
        if let Some(here) = self.here.take() {
            change(|places| places.note(&self.article.path, here, clock::now() as f64));
        }
    }

    fn withdraw_offer(&self) {
        let resume = self.article.tools.resume;
        if resume.try_with_untracked(Option::is_some) == Some(true) {
            resume.set(None);
        }
    }

    /// The last paragraph that begins above a line, by halving: paragraphs stand below one another.
    fn place_at(&self, line: f64) -> Option<Place> {
        let blocks = self.blocks();
        let after = blocks.partition_point(|block| extent(block).top <= line);
        let paragraph = after.saturating_sub(1);
        let at = extent(blocks.get(paragraph)?);
        let height = if at.bottom > at.top { at.bottom - at.top } else { 1.0 };
        Some(Place { paragraph, offset: ((line - at.top) / height).clamp(0.0, 1.0) })
    }
}

/// The article is left.
impl Drop for PositionTracker {
    fn drop(&mut self) {
        self.write();
    }
}
