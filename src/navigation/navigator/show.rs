//! Shows the page of a location: it is drawn, the history moves, and the reader is taken to their place on it.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::tick;
use leptos_router::location::{LocationProvider, Url};

use super::super::after_navigation::{describe, settle};
use super::super::scroll::ScrollTarget;
use super::{HistoryAction, Navigator, href};
use crate::names::SHOWN;
use crate::platform::history::{self, Entry};
use crate::platform::transition::{self, Pace};
use crate::platform::{client_state, document, focus, location};
use crate::session::Shown;

impl Navigator {
    /// Shows a page and completes the navigation.
    pub(super) fn show(self: &Rc<Self>, shown: Shown, url: Url, action: HistoryAction) {
        let number = self.shown.get().wrapping_add(1);
        self.shown.set(number);
        let this = self.clone();
        // Going back is known ground, and some browsers move the pages themselves under the reader's finger.
        let is_animated = !matches!(action, HistoryAction::Step(_));
        transition::change(is_animated, move |pace| this.arrive(shown, url, action, number, pace));
    }

    /// The steps of a change, in order: the page is drawn, the history moves, the page is described, the reader is settled.
    /// A later change ends them.
    async fn arrive(self: Rc<Self>, shown: Shown, url: Url, action: HistoryAction, number: u32, pace: Pace) {
        let is_latest = || self.shown.get() == number;
        if !is_latest() || !self.is_wanted(&url, action) {
            return;
        }
        let target = self.target(&url, action);
        // What is about to go loses the focus: when the browser finds that out by itself, it styles the new page for it.
        focus::let_go_of_focus();
        if !matches!(action, HistoryAction::Step(_)) {
            self.note_position();
        }
        // A reader who arrives further down needs the true heights of all that is above.
        self.session.late_layout.set(target.is_top());
        self.session.by_step.set(matches!(action, HistoryAction::Step(_)));
        self.path.replace(url.path().to_owned());
        client_state::tell_drawn_path(Some(url.path()));
        self.session.shown.set(shown);
        self.view_observer.shown();
        pace.next().await;
        // A trap in drawing ends the effect that draws, not this: then the loader has taken the page over.
        if !is_latest() || !client_state::is_client_ready() {
            return;
        }
        self.complete(&url, action).await;
        client_state::tell_drawn_path(None);
        describe(&self.session);
        if pace == Pace::Tasks {
            pace.next().await;
        }
        if !is_latest() {
            return;
        }
        settle(&target);
        if pace == Pace::Tasks {
            pace.next().await;
        }
        document::tell(SHOWN);
    }

    fn target(&self, url: &Url, action: HistoryAction) -> ScrollTarget {
        let before = match action {
            HistoryAction::Step(entry) => self.positions.borrow().of(entry),
            HistoryAction::Push | HistoryAction::Replace => None,
        };
        before.map_or_else(|| ScrollTarget::of_hash(url.hash()), ScrollTarget::Position)
    }

    /// Whether the router still goes to a location: meanwhile it may be on the way to another page.
    fn is_wanted(&self, url: &Url, action: HistoryAction) -> bool {
        action != HistoryAction::Push || self.router.as_url().with_untracked(|current| current.path() == url.path())
    }

    /// Brings the history to where the page is.
    async fn complete(&self, url: &Url, action: HistoryAction) {
        if let HistoryAction::Step(entry) = action {
            self.entry.set(entry);
            return;
        }
        if !self.is_wanted(url, action) {
            return;
        }
        if action == HistoryAction::Push {
            self.router.ready_to_complete();
            // The router makes the entry in a task of its own.
            tick().await;
            self.entry.set(Entry::name_current());
        }
        // Another place of the page may have been asked for while it was on its way.
        if location::path() == url.path() && location::href() != href(url) {
            history::replace_address(&href(url));
        }
    }
}
