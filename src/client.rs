//! The client: takes a page that is there already over, and turns the paper into an app.

mod arrival;
mod cache;
mod links;
mod navigation;

pub use links::Link;

use std::sync::Arc;

use leptos::mount::{hydrate_from, mount_to};
use leptos::prelude::*;

use crate::app::App;
use crate::browser::{clock, document, events, location};
use crate::content::{Content, Edition, Page, load};
use crate::format::Day;
use crate::readership::watch;
use crate::session::Session;

/// Starts over the page's own JSON.
///
/// Where that is missing or does not belong to the address, the client steps aside: the page stays as it is, and its
/// links are plain links.
pub fn start() {
    let (Some(mount), Some((edition, page, build))) = (document::by_id("app"), load::embedded()) else { return };
    let Some(place) = Place::of(&edition, &page) else { return };
    let session = Session::new(Arc::new(edition), Arc::new(page));
    let root = Owner::new();
    root.set();
    let app = {
        let session = session.clone();
        move || {
            provide_context(session);
            view! { <App/> }
        }
    };
    match place {
        Place::Own => hydrate_from(mount, app).forget(),
        Place::Another => {
            mount.set_inner_html("");
            mount_to(mount, app).forget();
        }
    }
    navigation::install(&session, build);
    watch::install(&session);
    keep_today(&session);
    document::mark_ready();
    // The listeners live as long as the document.
    std::mem::forget(root);
}

/// Where the page stands.
enum Place {
    /// At the address that it was rendered for.
    Own,
    /// At an unknown address: the page for those is rendered once, and drawn anew at each.
    Another,
}

impl Place {
    /// `None` where the page stands at an address that is not of this site, as on a mirror in a folder.
    fn of(edition: &Edition, page: &Page) -> Option<Place> {
        let (own, here) = (edition.path(&page.route()), location::path());
        if page.content == Content::NotFound {
            return Some(if own == here { Place::Own } else { Place::Another });
        }
        let same =
            own == here || edition.address(&here).is_some_and(|address| address.path(edition.default_language) == own);
        if same && own != here {
            // `/index.html`, or a slash forgotten: the router should see the address itself.
            location::replace_path(&own);
        }
        same.then_some(Place::Own)
    }
}

/// Shows the day on the paper's wall, and again whenever the reader comes back to the page.
fn keep_today(session: &Session) {
    let (today, offset) = (session.today, session.edition.utc_offset);
    let refresh = move || {
        let day = Day::at(clock::now(), offset);
        if today.get_untracked() != day {
            today.set(day);
        }
    };
    refresh();
    events::on_document("visibilitychange", move |_| refresh());
}
