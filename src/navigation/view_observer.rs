//! Counting the article that is open, and keeping the numbers of the page fresh.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::model::Content;
use crate::names::storage_keys::{OWN_VIEWS, SHARED_VIEWS};
use crate::platform::clock::Timeout;
use crate::platform::tab::Tab;
use crate::platform::{clock, events, focus, reader};
use crate::routes::Route;
use crate::session::{Session, Shown};
use crate::views::counter::counter;
use crate::views::tracker::ViewTracker;
use crate::views::{Dwell, ViewEvent};

/// The article that is open, and for how long it has been seen.
pub struct ViewObserver {
    session: Session,
    tracker: ViewTracker<Tab>,
    /// Whether this browser is counted at all.
    counts: bool,
    article: RefCell<Option<Article>>,
    dwell: Cell<Dwell>,
    /// Ends in a view.
    timer: RefCell<Option<Timeout>>,
    /// Ends in telling the shared counter again.
    again: RefCell<Option<Timeout>>,
}

#[derive(Clone)]
struct Article {
    path: String,
    title: String,
    shared: u64,
}

impl ViewObserver {
    /// An observer that does not look yet.
    pub fn new(session: &Session) -> Rc<ViewObserver> {
        let (policy, chosen) = (session.edition.views_policy(), session.edition.shared_counter());
        let counts = policy.count_automation || !reader::is_automated();
        let may_report = counts && !reader::wants_privacy();
        Rc::new(ViewObserver {
            session: session.clone(),
            tracker: ViewTracker::new(
                Tab::new(session.readership, session.edition.clone()),
                policy,
                chosen.as_ref().map(counter),
                may_report,
            ),
            counts,
            article: RefCell::default(),
            dwell: Cell::default(),
            timer: RefCell::default(),
            again: RefCell::default(),
        })
    }

    /// Shows what this browser knows, and begins to count, for as long as the document lives. Once the page has been
    /// hydrated: the server knew nothing of it. [`ViewObserver::shown`] is to be told of every further page.
    pub fn begin(self: &Rc<Self>) {
        for key in [OWN_VIEWS, SHARED_VIEWS] {
            let this = self.clone();
            events::on_storage(key, move || this.tracker.look());
        }
        let this = self.clone();
        events::on_document("visibilitychange", move |_| {
            // A page that comes back out of the browser's cache has heard nothing meanwhile.
            this.tracker.look();
            this.look();
            this.speak();
        });
        let this = self.clone();
        events::on_window("online", move |_| {
            this.tracker.reset();
            this.speak();
        });
        self.tracker.look();
        self.shown();
    }

    /// Another page stands in `main`, or the same one anew.
    pub fn shown(self: &Rc<Self>) {
        let article = self.session.shown.with_untracked(|shown| match shown {
            Shown::Page(page) => match &page.content {
                Content::Article(article) => Some(Article {
                    path: self.session.path(&Route::Article(article.slug.clone())),
                    title: article.title.clone(),
                    shared: article.views().shared,
                }),
                _ => None,
            },
            Shown::Failed(..) => None,
        });
        self.article.replace(article);
        self.dwell.take();
        self.look();
        self.speak();
    }

    /// Forgets what this device knows of the reader, and tells them so.
    pub fn forget(self: Rc<Self>) {
        spawn_local(async move {
            self.tracker.clear().await;
            self.session.announcement.set(self.session.words().history_cleared.to_owned());
            // The button that had the focus is gone.
            focus::focus("history");
        });
    }

    /// The article became visible, or invisible.
    fn look(self: &Rc<Self>) {
        let (mut dwell, now) = (self.dwell.get(), clock::monotonic());
        dwell.set_visible(self.counts && self.article.borrow().is_some() && reader::looks(), now);
        self.dwell.set(dwell);
        let timer = dwell.left(self.session.edition.dwell_seconds, now).map(|left| {
            let this = self.clone();
            // Rounded up, so that no part of a millisecond is missing.
            Timeout::new(left.div_ceil(1_000).try_into().unwrap_or(u32::MAX), move || this.seen())
        });
        self.timer.replace(timer);
    }

    fn seen(self: Rc<Self>) {
        // The next look begins from nothing.
        self.dwell.take();
        let article = self.article.borrow().clone();
        self.work(article);
    }

    /// Speaks to the shared counter, if there is one and somebody looks: of what was seen, and of what stands on the page.
    fn speak(self: &Rc<Self>) {
        if self.session.edition.counter.is_some() && reader::looks() {
            self.work(None);
        }
    }

    /// Counts an article that was seen, tells the counter of it, and asks it for the numbers of the page.
    fn work(self: &Rc<Self>, seen: Option<Article>) {
        let this = self.clone();
        spawn_local(async move {
            if let Some(Article { path, title, shared }) = &seen {
                this.tracker.seen(ViewEvent { path, title, shared: *shared }).await;
            }
            let timer = this.tracker.tell().await.map(|left| {
                let this = this.clone();
                Timeout::new(left, move || this.speak())
            });
            this.again.replace(timer);
            this.tracker.ask(this.paths()).await;
        });
    }

    /// The articles whose numbers stand on the page.
    fn paths(&self) -> Vec<String> {
        let mut paths = Vec::new();
        self.session.shown.with_untracked(|shown| {
            if let Shown::Page(page) = shown {
                page.counted(&mut |slug| paths.push(self.session.path(&Route::Article(slug.clone()))));
            }
        });
        paths
    }
}
