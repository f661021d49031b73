//! What the navigator listens to beside the router: the document, the network, and what the reader is about to open.

use std::rc::Rc;

use leptos_router::location::{BrowserUrl, LocationProvider};

use super::super::prefetch::{Done, Prefetcher};
use super::super::{late_layout, search_key, second_click};
use super::{HistoryAction, Navigator};
use crate::components::{ImageSource, PicturePlace};
use crate::model::{Content, Page};
use crate::platform::link::Link;
use crate::platform::{document, events, history, images, location, scroll};

impl Navigator {
    /// Listens to what is not the router's: leaving the document and coming back, the network, and what the reader is about
    /// to open.
    pub(super) fn listen(self: &Rc<Self>) {
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
                images::load_image(&src, &srcset, sizes);
            }
            done();
        };
        if link.is_external() || path == location::path() || !self.is_own(&path) {
            return came(None);
        }
        self.pages.prefetch(path, came);
    }
}
