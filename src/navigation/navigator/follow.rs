//! Where the router goes: to another page, within the page, or a step in the history.

use std::rc::Rc;

use leptos::prelude::*;
use leptos_router::location::{BrowserUrl, LocationChange, LocationProvider, State, Url};

use super::{HistoryAction, Navigator, href};
use crate::names::SHOWN;
use crate::platform::clock::Timeout;
use crate::platform::history::Entry;
use crate::platform::{document, location, scroll};

/// How long after a step in the history that is done which the reader does not see, in milliseconds: the page comes first.
const AFTER_STEP: u32 = 200;

impl Navigator {
    /// The router is at a location, or on the way there.
    pub(super) fn go(self: &Rc<Self>, url: &Url) {
        let Ok(here) = BrowserUrl::current() else { return };
        if url.path() != here.path() {
            // A link that should have been marked as external leads to another document all the same.
            return if self.is_own(url.path()) {
                self.open(url.clone(), HistoryAction::Push);
            } else {
                location::load(&href(url), true);
            };
        }
        let is_waiting = self.session.busy.get_untracked();
        match Entry::current() {
            // The router or the browser made an entry within the page, by another query or by a fragment.
            None if *self.path.borrow() == url.path() => self.stay(url),
            // Some browsers take the name away from an entry whose fragment is followed once more.
            None => self.step(url, Entry::name_current()),
            // Forward again, say, while the page before was on its way.
            Some(entry) if entry != self.entry.get() || is_waiting => self.step(url, entry),
            // A fragment that was followed before, in browsers that keep the entry's name.
            Some(_) if !url.hash().is_empty() && !self.has_failed() => {}
            // A link to the page that is shown: it is loaded anew.
            Some(_) => self.open(url.clone(), HistoryAction::Replace),
        }
    }

    /// A new entry within the page that is shown.
    fn stay(self: &Rc<Self>, url: &Url) {
        self.cancel();
        self.entry.set(Entry::name_current());
        if self.has_failed() {
            self.open(url.clone(), HistoryAction::Replace);
        } else if url.hash().is_empty() {
            document::tell(SHOWN);
        }
    }

    /// A step in the history.
    fn step(self: &Rc<Self>, url: &Url, entry: Entry) {
        self.note_position();
        self.has_stepped.set(true);
        self.open(url.clone(), HistoryAction::Step(entry));
        let this = self.clone();
        Timeout::new(AFTER_STEP, move || this.correct_router()).forget();
    }

    /// Tells the router where it is after steps in the history: when they are over, at the latest before it follows a link.
    ///
    /// leptos_router 0.8.17 keeps a stack of addresses to find out whether a link leads to where it is, and does not keep
    /// it right over steps: without this it may neither push nor replace the next entry. Replacing an entry by itself puts
    /// its address on top of the stack. That takes milliseconds, which a step back does not have.
    pub(super) fn correct_router(&self) {
        if !self.has_stepped.replace(false) {
            return;
        }
        let y = scroll::position();
        self.router.complete_navigation(&LocationChange {
            value: location::href(),
            replace: true,
            scroll: false,
            state: State::new(Entry::current().map(Entry::to_state)),
        });
        // It scrolls to the fragment, if there is one. To scroll where one is would stop a finger's swing.
        if scroll::position() != y {
            scroll::to(y);
        }
    }
}
