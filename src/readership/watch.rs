//! Counting the article that is open, by the rule of `[views]`.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;

use super::Ledger;
use crate::browser::clock::Timer;
use crate::browser::{clock, events, storage, visibility};
use crate::content::wire::value::Json;
use crate::content::{Content, ViewsPolicy};
use crate::route::Route;
use crate::session::{Session, Shown};

/// The key of the ledger in `localStorage`.
const KEY: &str = "habarshy:views";

fn read(stored: &str) -> Ledger {
    Ledger::parse::<Json>(stored)
}

/// The article that is open, and for how long it has been seen.
pub struct Watch {
    ledger: RwSignal<Ledger>,
    policy: ViewsPolicy,
    /// Whether this browser is counted at all.
    counts: bool,
    /// Its path.
    article: RefCell<Option<String>>,
    /// For how long it has been visible before the present look, in microseconds.
    seen: Cell<u64>,
    /// The present look: since when, and the timer that ends in a view.
    look: RefCell<Option<(u64, Timer)>>,
}

impl Watch {
    /// A watch that does not look yet.
    pub fn new(session: &Session) -> Rc<Watch> {
        let policy = session.edition.views;
        Rc::new(Watch {
            ledger: session.ledger,
            policy,
            counts: policy.count_automation || !visibility::is_automated(),
            article: RefCell::default(),
            seen: Cell::new(0),
            look: RefCell::default(),
        })
    }

    /// Shows the reader's own views, and begins to count, for as long as the document lives. Once the page has been
    /// hydrated: the server knew none of them. [`Watch::shown`] is to be told of every further page.
    pub fn begin(self: &Rc<Self>, session: &Session) {
        let ledger = self.ledger;
        if let Some(stored) = storage::get(KEY) {
            ledger.set(read(&stored));
        }
        events::on_storage(KEY, move |stored| ledger.set(stored.as_deref().map(read).unwrap_or_default()));
        let this = self.clone();
        events::on_document("visibilitychange", move |_| this.look());
        self.shown(session);
    }

    /// Another page stands in `main`, or the same one anew.
    pub fn shown(self: &Rc<Self>, session: &Session) {
        let article = session.shown.with_untracked(|shown| match shown {
            Shown::Page(page) => match &page.content {
                Content::Article(page) => Some(session.path(&Route::Article(page.article.slug.clone()))),
                _ => None,
            },
            Shown::Failed(..) => None,
        });
        self.look.take();
        self.seen.set(0);
        self.article.replace(article);
        self.look();
    }

    /// The article became visible, or invisible.
    fn look(self: &Rc<Self>) {
        if let Some((since, _timer)) = self.look.take() {
            self.seen.set(self.seen.get() + clock::monotonic().saturating_sub(since));
        }
        if !self.counts || self.article.borrow().is_none() || !visibility::is_visible() {
            return;
        }
        let left = (u64::from(self.policy.dwell_seconds) * 1_000).saturating_sub(self.seen.get() / 1_000);
        let this = self.clone();
        let timer = Timer::after(left.try_into().unwrap_or(u32::MAX), move || this.seen_long_enough());
        self.look.replace(Some((clock::monotonic(), timer)));
    }

    fn seen_long_enough(&self) {
        self.seen.set(0);
        let Some(article) = self.article.borrow().clone() else { return };
        // Another tab may have counted meanwhile; without storage the page's own memory has to do.
        let mut ledger = storage::get(KEY).map_or_else(|| self.ledger.get_untracked(), |stored| read(&stored));
        let now = clock::now();
        if !ledger.is_same_view(&article, now, self.policy.window_minutes) {
            ledger.count(&article, now);
            storage::set(KEY, &ledger.to_json());
        }
        self.ledger.set(ledger);
    }
}
