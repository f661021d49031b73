//! Going from page to page: first the page is fetched, then it is shown and the history moves.
//!
//! A gate stands between the reader and the session: a click or a step in the history comes through when the page is in
//! hand, so that the old page stays until then, the address never runs ahead of what is shown, and scrolling happens once.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::arrival::{self, Spot};
use super::cache::Cache;
use super::links::{Follow, Link};
use crate::browser::history::{self, Entry};
use crate::browser::network::{Abort, Freshness};
use crate::browser::scroll::{self, Positions};
use crate::browser::{clock, document, events, location, transition};
use crate::components::{PicturePlace, picture_html};
use crate::content::load::{self, Missing};
use crate::content::{Content, Page};
use crate::readership::watch::Watch;
use crate::session::{Failure, Session, Shown};

/// Takes over links and history for as long as the document lives.
pub fn install(session: &Session, build: String, watch: Rc<Watch>) {
    let gate = Rc::new(Gate::new(session.clone(), build, watch));
    history::restore_scroll_ourselves(true);
    // From here on the browser restores nothing; where it had not come to that yet, it is ours to do.
    if let Some(y) = gate.positions.borrow().of(gate.here.get()).filter(|_| scroll::is_at_top()) {
        scroll::to(y);
    }
    let this = gate.clone();
    events::on_link(move |event, link| this.clicked(event, &link));
    let this = gate.clone();
    events::on_expected(move |link| this.expected(&link));
    let this = gate.clone();
    events::on_window("popstate", move |_| this.stepped());
    let this = gate.clone();
    // A reload, or a step to another document and back, is the browser's: it knows where the reader was.
    events::on_window("pagehide", move |_| {
        this.positions.borrow_mut().leave(this.here.get());
        this.positions.borrow().store();
        history::restore_scroll_ourselves(false);
    });
    events::on_window("online", move |_| gate.connected());
    events::on_window("pageshow", |_| history::restore_scroll_ourselves(true));
}

/// Stands between the reader and what is shown.
struct Gate {
    session: Session,
    /// The build that this client belongs to.
    build: String,
    watch: Rc<Watch>,
    cache: RefCell<Cache>,
    positions: RefCell<Positions>,
    /// The history entry that is shown, and its path.
    here: Cell<Entry>,
    path: RefCell<String>,
    /// Counts navigations: an answer that belongs to an earlier one comes too late.
    turn: Cell<u32>,
    /// Counts what is shown.
    number: Cell<u32>,
    pending: RefCell<Option<Abort>>,
    /// The pages that are fetched ahead of a click, by their paths.
    coming: RefCell<Vec<(String, Abort)>>,
    /// What the reader waits for, where that is coming already.
    awaited: RefCell<Option<(Link, Way)>>,
}

/// How a page is entered.
#[derive(Clone, Debug)]
enum Way {
    /// By a new history entry.
    Push,
    /// In place of the current entry: the link led to the page that is shown, or could not be.
    Replace,
    /// By a step in the history.
    Step(Entry),
}

impl Gate {
    fn new(session: Session, build: String, watch: Rc<Watch>) -> Gate {
        let mut cache = Cache::default();
        if let Shown::Page(page) = session.shown.get_untracked() {
            cache.keep(location::path(), page, clock::now());
        }
        Gate {
            session,
            build,
            watch,
            cache: RefCell::new(cache),
            positions: RefCell::new(Positions::load()),
            here: Cell::new(Entry::current()),
            path: RefCell::new(location::path()),
            turn: Cell::default(),
            number: Cell::default(),
            pending: RefCell::new(None),
            coming: RefCell::default(),
            awaited: RefCell::default(),
        }
    }

    /// A plain click on a link of this site.
    fn clicked(self: &Rc<Self>, event: &web_sys::Event, link: &Link) {
        let here = location::path();
        match link.follow(&here, &self.session.edition) {
            Follow::Client => {
                event.prevent_default();
                let way = if link.path == here { Way::Replace } else { Way::Push };
                self.enter(link.clone(), way);
            }
            Follow::Fragment => {
                // By the time that the history says so, the browser has scrolled already.
                self.positions.borrow_mut().leave(self.here.get());
            }
            Follow::Browser => {}
        }
    }

    /// A step in the history, by the reader or by a fragment.
    fn stepped(self: &Rc<Self>) {
        let known = Entry::of_current_state();
        // A fragment was followed: the browser made the entry, and it has no name yet; or it is the one that was followed last.
        // Then some browsers keep the name and some take it away, which is found out on the way back.
        let is_followed = known.is_none_or(|entry| entry == self.here.get() && !self.session.busy.get_untracked());
        let entry = known.unwrap_or_else(Entry::current);
        if is_followed && *self.path.borrow() == location::path() {
            self.here.set(entry);
            return;
        }
        self.positions.borrow_mut().leave(self.here.get());
        self.enter(location::link(), Way::Step(entry));
    }

    /// The network is back: a page that could not be had without it is asked for again.
    fn connected(self: &Rc<Self>) {
        if self.session.shown.with_untracked(|shown| matches!(shown, Shown::Failed(Failure::Offline, _))) {
            self.enter(location::link(), Way::Replace);
        }
    }

    /// The reader is likely to follow a link soon.
    fn expected(self: &Rc<Self>, link: &Link) {
        let here = location::path();
        let is_ours = link.path != here && link.follow(&here, &self.session.edition) == Follow::Client;
        let at_hand = || self.cache.borrow_mut().fresh(&link.path, clock::now()).is_some();
        if !is_ours || self.coming(&link.path).is_some() || at_hand() {
            document::tell_parts("habarshy:came");
            return;
        }
        let (path, abort) = (link.path.clone(), Abort::new());
        self.coming.borrow_mut().push((path.clone(), abort.clone()));
        let this = self.clone();
        spawn_local(async move {
            let answer = load::page(&path, Freshness::Ahead, &this.build, &abort).await;
            this.came(path, answer);
        });
    }

    /// What was fetched ahead is there, or is not to be had: then whoever wants it asks again, and is told.
    fn came(self: &Rc<Self>, path: String, answer: Result<Page, Missing>) {
        self.coming.borrow_mut().retain(|(coming, _)| *coming != path);
        if let Ok(page) = answer {
            if let Content::Article(page) = &page.content {
                document::load_pictures(&picture_html(&page.article.cover.picture, PicturePlace::CoverAhead, ""));
            }
            self.cache.borrow_mut().keep(path.clone(), Arc::new(page), clock::now());
        }
        document::tell_parts("habarshy:came");
        let awaited = self.awaited.borrow_mut().take_if(|(link, _)| link.path == path);
        if let Some((link, way)) = awaited {
            self.enter(link, way);
        }
    }

    /// The request for a page that is fetched ahead.
    fn coming(&self, path: &str) -> Option<Abort> {
        self.coming.borrow().iter().find(|(coming, _)| coming == path).map(|(_, abort)| abort.clone())
    }

    /// Enters the page of a link, at once where it is at hand.
    fn enter(self: &Rc<Self>, link: Link, way: Way) {
        let turn = self.turn.get().wrapping_add(1);
        self.turn.set(turn);
        if let Some(pending) = self.pending.take() {
            pending.abort();
        }
        self.awaited.take();
        let at_hand = match way {
            Way::Step(_) => self.cache.borrow_mut().any(&link.path),
            Way::Push => self.cache.borrow_mut().fresh(&link.path, clock::now()),
            Way::Replace => None,
        };
        if let Some(page) = at_hand {
            self.session.busy.set(false);
            self.show(Shown::Page(page), &link, &way);
            return;
        }
        self.session.busy.set(true);
        if let (Some(coming), false) = (self.coming(&link.path), matches!(way, Way::Replace)) {
            self.pending.replace(Some(coming));
            self.awaited.replace(Some((link, way)));
            return;
        }
        let freshness = if matches!(way, Way::Replace) { Freshness::Asked } else { Freshness::Kept };
        let abort = Abort::new();
        self.pending.replace(Some(abort.clone()));
        let this = self.clone();
        spawn_local(async move {
            let answer = load::page(&link.path, freshness, &this.build, &abort).await;
            if this.turn.get() == turn {
                this.session.busy.set(false);
                this.arrived(answer, &link, &way);
            }
        });
    }

    fn arrived(self: &Rc<Self>, answer: Result<Page, Missing>, link: &Link, way: &Way) {
        let shown = match answer {
            Ok(page) => {
                let page = Arc::new(page);
                self.cache.borrow_mut().keep(link.path.clone(), page.clone(), clock::now());
                Shown::Page(page)
            }
            Err(Missing::Nothing) => Shown::Page(Arc::new(arrival::nothing(self.session.edition.lang))),
            Err(Missing::Failed(failure)) => Shown::Failed(failure, link.path.clone()),
            Err(Missing::OtherBuild) => {
                location::load(&link.href(), matches!(way, Way::Push));
                return;
            }
            Err(Missing::Aborted) => return,
        };
        self.show(shown, link, way);
    }

    /// Makes the step in the history and shows a page.
    fn show(self: &Rc<Self>, shown: Shown, link: &Link, way: &Way) {
        let spot = self.step(link, way);
        let number = self.number.get().wrapping_add(1);
        self.number.set(number);
        let this = self.clone();
        let arriving = spot.clone();
        let draw = move || {
            arrival::prepare(&arriving);
            this.session.shown.set(shown);
            this.watch.shown();
        };
        let session = self.session.clone();
        let steps: [Box<dyn FnOnce()>; 4] = [
            Box::new(draw),
            Box::new(move || arrival::describe(&session)),
            Box::new(move || arrival::settle(&spot)),
            Box::new(|| document::tell_parts("habarshy:shown")),
        ];
        // A transition begins with the next frame: the reader may be further by then.
        let this = self.clone();
        let goes_on = move || this.number.get() == number;
        // Going back is known ground, and some browsers move the pages themselves under the reader's finger.
        transition::change(!matches!(way, Way::Step(_)), steps.into(), goes_on);
    }

    /// Makes the step in the history, and says where on the page it leads.
    fn step(&self, link: &Link, way: &Way) -> Spot {
        self.path.replace(link.path.clone());
        let fragment = link.hash.strip_prefix('#').filter(|id| !id.is_empty());
        let spot = fragment.map_or(Spot::Top, |id| Spot::Fragment(location::decode(id)));
        match way {
            Way::Push => {
                self.positions.borrow_mut().leave(self.here.get());
                self.here.set(Entry::push(&link.href()));
            }
            Way::Replace => self.here.set(Entry::replace(&link.href())),
            Way::Step(entry) => {
                self.here.set(*entry);
                if let Some(y) = self.positions.borrow().of(*entry) {
                    return Spot::Before(y);
                }
            }
        }
        spot
    }
}
