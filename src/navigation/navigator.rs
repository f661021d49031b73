//! Follows the router: loads the page of each location and shows it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use futures::FutureExt;
use futures::future::{AbortHandle, LocalBoxFuture, abortable, join};
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use leptos_router::hooks::use_url;
use leptos_router::location::{BrowserUrl, LocationChange, LocationProvider, State, Url};

use super::after_navigation::{describe, not_found, settle};
use super::prefetch::{Done, Prefetcher};
use super::scroll::{Positions, ScrollTarget};
use super::view_observer::ViewObserver;
use super::{PageLoader, late_layout, search_key, second_click};
use crate::components::{ImageSource, PicturePlace};
use crate::model::{Content, LoadError, Page};
use crate::names::SHOWN;
use crate::platform::clock::Timeout;
use crate::platform::history::{self, Entry};
use crate::platform::http::CachePolicy;
use crate::platform::link::Link;
use crate::platform::transition::{self, Pace};
use crate::platform::{document, events, location, scroll};
use crate::routes::{Address, Route};
use crate::session::{Session, Shown};

/// What following the router needs beside the session: the client provides it by context.
#[derive(Clone, Copy)]
pub struct NavigatorContext(StoredValue<(Rc<PageLoader>, LoadChunk, Rc<ViewObserver>), LocalStorage>);

/// Loads what draws the page of an address, where that is not in the main module.
pub type LoadChunk = fn(Option<Route>) -> LocalBoxFuture<'static, Result<(), LoadError>>;

impl NavigatorContext {
    /// Where pages and what draws them come from, and who is told of each that is shown.
    pub fn new(pages: Rc<PageLoader>, load_chunk: LoadChunk, watch: Rc<ViewObserver>) -> NavigatorContext {
        NavigatorContext(StoredValue::new_local((pages, load_chunk, watch)))
    }
}

/// How long after a step in the history that is done which the reader does not see, in milliseconds: the page comes first.
const AFTER_STEP: u32 = 200;

/// Sets `session.shown` to the page of each location that the router goes to, for as long as the document lives. To be
/// called within the router.
pub fn follow_location(session: &Session) {
    let (Some(router), Some(NavigatorContext(context))) = (use_context::<BrowserUrl>(), use_context()) else { return };
    let navigator = context.with_value(|(pages, load_chunk, watch)| {
        Navigator::new(session, router, pages.clone(), *load_chunk, watch.clone())
    });
    navigator.listen();
    let url = use_url();
    // The router sets its signal for each click and each step in the history, also where the address stays the same.
    Effect::watch(move || url.get(), move |url, _, _| navigator.go(url), false);
}

/// What a navigation does to the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum HistoryAction {
    /// The router makes a new entry when the page is shown.
    Push,
    /// The entry stays: the page is loaded anew.
    Replace,
    /// A step to an entry that the browser has made already, by the reader or by a script.
    Step(Entry),
}

struct Navigator {
    session: Session,
    router: BrowserUrl,
    pages: Rc<PageLoader>,
    load_chunk: LoadChunk,
    watch: Rc<ViewObserver>,
    positions: RefCell<Positions>,
    /// The history entry that is shown, and its path.
    entry: Cell<Entry>,
    path: RefCell<String>,
    /// Whether there were steps in the history since a link was followed.
    has_stepped: Cell<bool>,
    /// The address that was opened last.
    wanted: RefCell<String>,
    /// Ends the loading of the page that the reader waits for.
    pending: RefCell<Option<AbortHandle>>,
    /// Counts what is shown: steps that belong to an earlier page come too late.
    shown: Cell<u32>,
}

impl Navigator {
    fn new(
        session: &Session,
        router: BrowserUrl,
        pages: Rc<PageLoader>,
        load_chunk: LoadChunk,
        watch: Rc<ViewObserver>,
    ) -> Rc<Navigator> {
        let path = location::path();
        if let Shown::Page(page) = session.shown.get_untracked() {
            // The page of what is saved may stand in for another one, which is not in hand.
            let is_saved = |address: Address| address.route == Route::Saved;
            if !matches!(page.content, Content::Saved) || session.edition.address(&path).is_some_and(is_saved) {
                pages.keep(path.clone(), page);
            }
        }
        Rc::new(Navigator {
            session: session.clone(),
            router,
            pages,
            load_chunk,
            watch,
            positions: RefCell::new(Positions::load()),
            entry: Cell::new(Entry::name_current()),
            path: RefCell::new(path),
            has_stepped: Cell::default(),
            wanted: RefCell::default(),
            pending: RefCell::default(),
            shown: Cell::default(),
        })
    }

    /// Listens to what is not the router's: leaving the document and coming back, the network, and what the reader is about
    /// to open.
    fn listen(self: &Rc<Self>) {
        history::restore_scroll_ourselves(true);
        // From here on the browser restores nothing; where it had not come to that yet, it is ours to do.
        if scroll::position() == 0.0 {
            self.restore_position();
        }
        let this = self.clone();
        // A fragment is followed by the browser, which has scrolled by the time that the router hears of it.
        let before_link = move || {
            this.note_position();
            this.correct_router();
        };
        let this = self.clone();
        second_click::guard(&self.router, before_link, move |url| this.open_again(url));
        let this = self.clone();
        // A reload, or a step to another document and back, is the browser's: it knows where the reader was.
        events::on_window("pagehide", move |_| {
            this.note_position();
            this.positions.borrow().store();
            history::restore_scroll_ourselves(false);
        });
        let this = self.clone();
        events::on_window("pageshow", move |event| {
            history::restore_scroll_ourselves(true);
            // Not every browser puts the reader back where they were.
            if document::is_from_cache(event) {
                this.restore_position();
            }
        });
        let this = self.clone();
        events::on_window("online", move |_| this.network_returned());
        let this = self.clone();
        late_layout::start();
        search_key::start();
        Prefetcher::start(move |link, done| this.prefetch(link, done));
    }

    fn note_position(&self) {
        self.positions.borrow_mut().note(self.entry.get());
    }

    fn restore_position(&self) {
        if let Some(y) = self.positions.borrow().of(self.entry.get()) {
            scroll::to(y);
        }
    }

    /// The network is back: a page that could not be had without it is loaded again.
    fn network_returned(self: &Rc<Self>) {
        if self.has_failed()
            && let Ok(here) = BrowserUrl::current()
        {
            self.open(here, HistoryAction::Replace);
        }
    }

    /// Fetches a page that the reader is likely to open soon.
    fn prefetch(self: &Rc<Self>, link: &Link, done: Done) {
        let path = link.path();
        let came = move |page: Option<&Page>| {
            if let Some(Content::Article(article)) = page.map(|page| &page.content) {
                let ImageSource { src, srcset, sizes } = ImageSource::of(&article.cover, PicturePlace::Cover);
                document::load_image(&src, &srcset, sizes);
            }
            done();
        };
        if link.is_external() || path == location::path() || !self.is_own(&path) {
            return came(None);
        }
        self.pages.prefetch(path, came);
    }

    /// Whether a path is that of a page of this document's language. A page in another language is another document: its
    /// interface, `html[lang]` and hyphenation differ.
    fn is_own(&self, path: &str) -> bool {
        let edition = &self.session.edition;
        edition.address(path).is_some_and(|address| address.lang == edition.lang && address.route != Route::NotFound)
    }

    /// The router is at a location, or on the way there.
    fn go(self: &Rc<Self>, url: &Url) {
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

    /// Whether the page of this address could not be had: then each link to it, or to a place of it, loads it.
    fn has_failed(&self) -> bool {
        self.session.shown.with_untracked(|shown| matches!(shown, Shown::Failed(..)))
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
    fn correct_router(&self) {
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

    /// Nobody waits for a page any more.
    fn cancel(&self) {
        if let Some(pending) = self.pending.take() {
            pending.abort();
        }
        self.session.busy.set(false);
    }

    /// A link to the page that is on its way was followed: it may name another place of it.
    fn open_again(self: &Rc<Self>, url: Url) {
        if *self.wanted.borrow() != href(&url) {
            self.open(url, HistoryAction::Push);
        }
    }

    /// Shows the page of a location: at once where it is in hand, else when it is loaded. The last call wins.
    fn open(self: &Rc<Self>, url: Url, action: HistoryAction) {
        self.cancel();
        self.wanted.replace(href(&url));
        let in_hand = match action {
            HistoryAction::Push => self.pages.fresh(url.path()),
            HistoryAction::Step(_) => self.pages.kept(url.path()),
            HistoryAction::Replace => None,
        };
        let route = self.session.edition.address(url.path()).map(|address| address.route);
        if let Some(page) = in_hand
            && (self.load_chunk)(route.clone()).now_or_never() == Some(Ok(()))
        {
            return self.show(Shown::Page(page), url, action);
        }
        self.session.busy.set(true);
        let policy = if action == HistoryAction::Replace { CachePolicy::Reload } else { CachePolicy::Default };
        let (pages, path, chunk) = (self.pages.clone(), url.path().to_owned(), (self.load_chunk)(route));
        let (loading, abort) = abortable(async move {
            let (page, chunk) = join(pages.load(&path, policy), chunk).await;
            page.and_then(|page| chunk.map(|()| page))
        });
        self.pending.replace(Some(abort));
        let this = self.clone();
        spawn_local(async move {
            if let Ok(answer) = loading.await {
                this.session.busy.set(false);
                this.loaded(answer, url, action);
            }
        });
    }

    fn loaded(self: &Rc<Self>, answer: Result<Arc<Page>, LoadError>, url: Url, action: HistoryAction) {
        let route = self.session.edition.address(url.path()).map(|address| address.route);
        let is_other = |page: &Arc<Page>| route.is_some_and(|route| route != page.route());
        let shown = match answer.map(|page| (is_other(&page), page)) {
            Ok((false, page)) => Shown::Page(page),
            Ok(_) => Shown::Failed(LoadError::Unreadable("another page's".to_owned()), href(&url)),
            Err(LoadError::NotFound) => Shown::Page(Arc::new(not_found(self.session.edition.lang))),
            Err(LoadError::OtherBuild) => return location::load(&href(&url), action == HistoryAction::Push),
            Err(error) => Shown::Failed(error, href(&url)),
        };
        self.show(shown, url, action);
    }

    /// Shows a page and completes the navigation.
    fn show(self: &Rc<Self>, shown: Shown, url: Url, action: HistoryAction) {
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
        document::let_go_of_focus();
        if !matches!(action, HistoryAction::Step(_)) {
            self.note_position();
        }
        // A reader who arrives further down needs the true heights of all that is above.
        self.session.late_layout.set(target.is_top());
        self.session.by_step.set(matches!(action, HistoryAction::Step(_)));
        self.path.replace(url.path().to_owned());
        document::tell_drawn_path(Some(url.path()));
        self.session.shown.set(shown);
        self.watch.shown();
        pace.next().await;
        // A trap in drawing ends the effect that draws, not this: then the loader has taken the page over.
        if !is_latest() || !document::is_client_ready() {
            return;
        }
        self.complete(&url, action).await;
        document::tell_drawn_path(None);
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

/// A location as the history shows it.
fn href(url: &Url) -> String {
    let query = if url.search().is_empty() { "" } else { "?" };
    [url.path(), query, url.search(), url.hash()].concat()
}
