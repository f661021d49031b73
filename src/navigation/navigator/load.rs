//! Gets the page of a location: what is in hand is shown at once, all else is loaded first.

use std::rc::Rc;
use std::sync::Arc;

use futures::FutureExt;
use futures::future::{abortable, join};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::location::Url;

use super::super::after_navigation::not_found;
use super::{HistoryAction, Navigator, href};
use crate::model::{LoadError, Page};
use crate::platform::http::CachePolicy;
use crate::platform::location;
use crate::session::Shown;

impl Navigator {
    /// Nobody waits for a page any more.
    pub(super) fn cancel(&self) {
        if let Some(pending) = self.pending.take() {
            pending.abort();
        }
        self.session.busy.set(false);
    }

    /// A link to the page that is on its way was followed: it may name another place of it.
    pub(super) fn open_again(self: &Rc<Self>, url: Url) {
        if *self.wanted.borrow() != href(&url) {
            self.open(url, HistoryAction::Push);
        }
    }

    /// Shows the page of a location: at once where it is in hand, else when it is loaded. The last call wins.
    pub(super) fn open(self: &Rc<Self>, url: Url, action: HistoryAction) {
        self.cancel();
        self.wanted.replace(href(&url));
        let in_hand = match action {
            HistoryAction::Push => self.pages.fresh(url.path()),
            HistoryAction::Step(_) => self.pages.any(url.path()),
            HistoryAction::Replace => None,
        };
        let route = self.session.edition.address(url.path()).map(|address| address.route);
        if let Some(page) = in_hand
            && (self.load_parts)(route.clone()).now_or_never() == Some(Ok(()))
        {
            return self.show(Shown::Page(page), url, action);
        }
        self.session.busy.set(true);
        let policy = if action == HistoryAction::Replace { CachePolicy::Reload } else { CachePolicy::Default };
        let (pages, path, parts) = (self.pages.clone(), url.path().to_owned(), (self.load_parts)(route));
        let (loading, abort) = abortable(async move {
            let (page, parts) = join(pages.load(&path, policy), parts).await;
            page.and_then(|page| parts.map(|()| page))
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
}
