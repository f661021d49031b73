//! Tells a reader who comes back to the front page or to a section that the paper has news.
//!
//! Asked is only when the tab is looked at again, and seldom. Nothing on the page moves: an offer lies over it, and the new
//! page comes when the reader takes it. Whatever fails here fails in silence.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::notices::{self, Offer};
use crate::browser::{clock, events, http, location, reader};
use crate::content::{Page, Slug};
use crate::navigation::news::{News, is_followed};
use crate::navigation::page_loader::fetch_any_build;
use crate::session::{Session, Shown};

/// Milliseconds between two questions.
const PAUSE: i64 = 5 * 60 * 1_000;

/// Looks for news as long as the document lives.
pub fn start(session: &Session) {
    let asked = Cell::new(clock::now());
    // What was offered last: put aside, it is not offered again by itself.
    let offered = Rc::new(RefCell::new(Vec::new()));
    let this = session.clone();
    events::on_document("visibilitychange", move |_| {
        let passed = clock::now() - asked.get();
        // A clock that was set back would keep us waiting.
        let is_early = (0..PAUSE).contains(&passed);
        let Some(page) = followed(&this).filter(|_| reader::looks() && !is_early && http::is_online()) else { return };
        asked.set(clock::now());
        spawn_local(look(this.clone(), page, offered.clone()));
    });
    // Another page, or the same one anew.
    let offer = session.offer;
    events::on_document("habarshy:shown", move |_| {
        if offer.with_untracked(Option::is_some) {
            offer.set(None);
        }
    });
}

/// The page that is shown, if it is a list whose news are of interest.
fn followed(session: &Session) -> Option<Arc<Page>> {
    match session.shown.get_untracked() {
        Shown::Page(page) if is_followed(&page.route()) => Some(page),
        _ => None,
    }
}

/// Asks for a list, and offers what is new in it.
async fn look(session: Session, shown: Arc<Page>, offered: Rc<RefCell<Vec<Slug>>>) {
    let path = location::path();
    let Some((now, build)) = fetch_any_build(&path).await else { return };
    let News { slugs, is_all } = News::between(&shown, &now);
    if slugs.iter().all(|slug| offered.borrow().contains(slug)) {
        return;
    }
    let is_known = build == *session.build;
    let count = (!is_all).then(|| slugs.len() as u32);
    let accept = move || match is_known {
        // The way that every link to the page takes: it is asked for again, and the reader is put on its top.
        true => location::follow(&path),
        false => location::load(&path, true),
    };
    let Ok(view) = notices::offer(Offer { count, accept: Rc::new(accept) }).await else { return };
    // Meanwhile the reader may have gone on.
    if followed(&session).is_some_and(|page| Arc::ptr_eq(&page, &shown)) {
        offered.replace(slugs);
        session.offer.set(Some(view));
    }
}
