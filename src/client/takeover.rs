//! The beginning: the page is there already, and the client takes it over.

use std::sync::Arc;

use leptos::mount::hydrate_from;
use leptos::prelude::*;

use super::navigation;
use crate::app::App;
use crate::browser::{clock, document, events, location};
use crate::content::{Content, Edition, Page, load};
use crate::format::Day;
use crate::readership::watch::Watch;
use crate::session::Session;

/// Starts over the page's own JSON.
///
/// Where that is missing or does not belong to the address, the client steps aside: the page stays as it is, and its
/// links are plain links.
pub fn start() {
    let (Some(mount), Some((edition, page, build))) = (document::by_id("app"), load::embedded()) else { return };
    if !stands_here(&edition, &page) {
        return;
    }
    let root = Owner::new();
    root.set();
    let mut session = Session::new(Arc::new(edition), Arc::new(page));
    let watch = Watch::new(&session);
    let forgetting = watch.clone();
    session.forget = Some(UnsyncCallback::new(move |()| forgetting.clone().forget()));
    let context = session.clone();
    let app = move || {
        provide_context(context);
        view! { <App/> }
    };
    navigation::install(&session, build, watch.clone());
    hydrate_from(mount, app).forget();
    watch.begin();
    see_today(&session);
    keep_today(&session);
    document::show_section();
    document::mark_ready();
    // The listeners live as long as the document.
    std::mem::forget(root);
}

/// Whether a page stands at an address that it was rendered for.
///
/// The page for unknown addresses stands at all of them: what it draws does not depend on which. Any other page has one,
/// but for a spelled-out `index.html` or a forgotten slash, which are corrected in place. A mirror that serves the site
/// from a folder is none of them.
fn stands_here(edition: &Edition, page: &Page) -> bool {
    let (own, here) = (edition.path(&page.route()), location::path());
    if page.content == Content::NotFound || own == here {
        return true;
    }
    let same = edition.address(&here).is_some_and(|address| address.path(edition.default_language) == own);
    if same {
        location::replace_path(&own);
    }
    same
}

/// Looks at the calendar again whenever the reader comes back to the page.
fn keep_today(session: &Session) {
    let session = session.clone();
    events::on_document("visibilitychange", move |_| see_today(&session));
}

fn see_today(session: &Session) {
    let day = Day::at(clock::now(), session.edition.utc_offset);
    if session.today.get_untracked() != day {
        session.today.set(day);
    }
}
