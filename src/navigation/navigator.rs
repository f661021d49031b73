//! Follows the router: loads the page of each location and shows it.

mod follow;
mod listen;
mod load;
mod show;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use futures::future::{AbortHandle, LocalBoxFuture};
use leptos::prelude::*;
use leptos_router::hooks::use_url;
use leptos_router::location::{BrowserUrl, Url};

use super::PageLoader;
use super::scroll::Positions;
use super::view_observer::ViewObserver;
use crate::model::{Content, LoadError};
use crate::platform::history::Entry;
use crate::platform::{location, scroll};
use crate::routes::{Address, Route};
use crate::session::{Session, Shown};

/// What following the router needs beside the session: the client provides it by context.
#[derive(Clone, Copy)]
pub struct NavigatorContext(StoredValue<(Rc<PageLoader>, LoadParts, Rc<ViewObserver>), LocalStorage>);

/// Loads what the page of an address needs beside its JSON: its look, and what draws it.
pub type LoadParts = fn(Option<Route>) -> LocalBoxFuture<'static, Result<(), LoadError>>;

impl NavigatorContext {
    /// Where pages and what draws them come from, and who is told of each that is shown.
    pub fn new(pages: Rc<PageLoader>, load_parts: LoadParts, view_observer: Rc<ViewObserver>) -> NavigatorContext {
        NavigatorContext(StoredValue::new_local((pages, load_parts, view_observer)))
    }
}

/// Sets `session.shown` to the page of each location that the router goes to, for as long as the document lives. To be
/// called within the router.
pub fn follow_location(session: &Session) {
    let (Some(router), Some(NavigatorContext(context))) = (use_context::<BrowserUrl>(), use_context()) else { return };
    let navigator = context.with_value(|(pages, load_parts, view_observer)| {
        Navigator::new(session, router, pages.clone(), *load_parts, view_observer.clone())
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
    load_parts: LoadParts,
    view_observer: Rc<ViewObserver>,
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
        load_parts: LoadParts,
        view_observer: Rc<ViewObserver>,
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
            load_parts,
            view_observer,
            positions: RefCell::new(Positions::load()),
            entry: Cell::new(Entry::name_current()),
            path: RefCell::new(path),
            has_stepped: Cell::default(),
            wanted: RefCell::default(),
            pending: RefCell::default(),
            shown: Cell::default(),
        })
    }

    fn note_position(&self) {
        self.positions.borrow_mut().note(self.entry.get());
    }

    fn restore_position(&self) {
        if let Some(y) = self.positions.borrow().of(self.entry.get()) {
            scroll::to(y);
        }
    }

    /// Whether a path is that of a page of this document's language. A page in another language is another document: its
    /// interface, `html[lang]` and hyphenation differ.
    fn is_own(&self, path: &str) -> bool {
        let edition = &self.session.edition;
        edition.address(path).is_some_and(|address| address.lang == edition.lang && address.route != Route::NotFound)
    }

    /// Whether the page of this address could not be had: then each link to it, or to a place of it, loads it.
    fn has_failed(&self) -> bool {
        self.session.shown.with_untracked(|shown| matches!(shown, Shown::Failed(..)))
    }
}

/// A location as the history shows it.
fn href(url: &Url) -> String {
    let query = if url.search().is_empty() { "" } else { "?" };
    [url.path(), query, url.search(), url.hash()].concat()
}
