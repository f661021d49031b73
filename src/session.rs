//! What a page is drawn from: the edition around it, and the few things that change while it is open.
//!
//! The native renderer makes a session that never changes. The client makes the same one from the page's JSON, hydrates
//! over it, and only then moves the signals: so the first drawing is the same on both sides.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use crate::i18n::{Messages, messages};
use crate::model::{Edition, LoadError, Page};
use crate::routes::Route;
use crate::values::Day;
use crate::views::Readership;

/// The context of all components.
#[derive(Clone)]
pub struct Session {
    /// The paper in the page's language. A page in another language is another document.
    pub edition: Arc<Edition>,
    /// What stands in `main`.
    pub shown: RwSignal<Shown>,
    /// Whether the browser may lay out what is below the first screen after that has been painted (`main[data-late]`);
    /// `src/navigation/late_layout.rs` says what waits, and sees to it that it is laid out.
    pub late_layout: RwSignal<bool>,
    /// Whether a step in the history led to what stands there: then the reader is where they were.
    pub by_step: RwSignal<bool>,
    /// Whether a page is on its way.
    pub busy: RwSignal<bool>,
    /// What a screen reader is told next.
    pub announcement: RwSignal<String>,
    /// The day on the paper's wall: known to the client only.
    pub today: RwSignal<Option<Day>>,
    /// What this browser knows of views: known to the client only.
    pub readership: RwSignal<Readership>,
    /// What lies over the page: a feature's dialog.
    pub overlay: RwSignal<Option<OverlayView>, LocalStorage>,
    /// What lies over the beginning of the page: an offer of news.
    pub offer: RwSignal<Option<OverlayView>, LocalStorage>,
    /// What lies at the lower edge: a notice.
    pub notice: RwSignal<Option<OverlayView>, LocalStorage>,
    /// Opens the panel of settings; only a client can.
    pub open_settings: Option<fn(Session)>,
    /// Whether the panel is on its way.
    pub loads_settings: RwSignal<bool>,
    /// The build that the client belongs to.
    pub build: Arc<str>,
    /// Forgets which articles were read; only a client can.
    pub forget: Option<UnsyncCallback<()>>,
}

/// Draws what lies over the page.
pub type OverlayView = Rc<dyn Fn() -> AnyView>;

/// What stands in `main`: a page, or why there is none.
#[derive(Clone, Debug)]
pub enum Shown {
    /// A page.
    Page(Arc<Page>),
    /// The page at an address could not be loaded.
    Failed(LoadError, String),
}

/// Pages are compared by identity: two that are equal were still fetched at different times.
impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Shown::Page(a), Shown::Page(b)) => Arc::ptr_eq(a, b),
            (Shown::Failed(a, path), Shown::Failed(b, other)) => a == b && path == other,
            _ => false,
        }
    }
}

impl Session {
    /// A session that shows something.
    pub fn new(edition: Arc<Edition>, shown: Shown) -> Session {
        Session {
            edition,
            shown: RwSignal::new(shown),
            late_layout: RwSignal::new(false),
            by_step: RwSignal::new(false),
            busy: RwSignal::new(false),
            announcement: RwSignal::new(String::new()),
            today: RwSignal::new(None),
            readership: RwSignal::new(Readership::default()),
            overlay: RwSignal::new_local(None),
            offer: RwSignal::new_local(None),
            notice: RwSignal::new_local(None),
            open_settings: None,
            loads_settings: RwSignal::new(false),
            build: Arc::default(),
            forget: None,
        }
    }

    /// The words of the edition's language.
    pub fn words(&self) -> &'static Messages {
        messages(self.edition.lang)
    }

    /// The path of a page of this edition.
    pub fn path(&self, route: &Route) -> String {
        self.edition.path(route)
    }

    /// The address of what stands in `main`; none where nothing could be had.
    pub fn route(&self) -> Option<Route> {
        self.shown.with(|shown| match shown {
            Shown::Page(page) => Some(page.route()),
            Shown::Failed(..) => None,
        })
    }
}

/// The session that the renderer or the client provided.
pub fn use_session() -> Session {
    expect_context()
}
