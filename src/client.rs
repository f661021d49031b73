//! The start in the browser: the page is there already, and the client hydrates it.

mod place;

use std::rc::Rc;
use std::sync::Arc;

use futures::FutureExt;
use futures::future::{Either, LocalBoxFuture, select};
use leptos::mount::{hydrate_from, mount_to};
use leptos::prelude::*;
// The executor of Leptos begins with the first view.
use wasm_bindgen_futures::spawn_local;

use crate::app::App;
use crate::components::StartArticleTools;
use crate::features::{article, fresh, offline, settings};
use crate::model::{Content, Edition, Embedded, LoadError, Page, SafeHtml};
use crate::navigation::page_loader::{RETRY_AFTER, fetch_page};
use crate::navigation::view_observer::ViewObserver;
use crate::navigation::{NavigatorContext, PageLoader};
use crate::pages;
use crate::platform::client_state::ClientState;
use crate::platform::document::HtmlElement;
use crate::platform::http::CachePolicy;
use crate::platform::{
    client_state, clock, document, events, history, http, location, page_scripts, style_sheet, tree,
};
use crate::routes::Route;
use crate::session::{Session, Shown};
use crate::values::Day;
use place::Place;

/// The pauses before further attempts to fetch the page that stands in the document, in milliseconds.
const REFETCH_AFTER: [u32; 6] = [1_000, 2_000, 4_000, 8_000, 16_000, 32_000];

/// How long a page may wait for its look, in milliseconds.
const LOOK_TIMEOUT: u32 = 10_000;

/// Starts over the page's own JSON.
///
/// Where that is missing or does not belong to the address, the client steps aside: the page stays as it is, and its
/// links are plain links.
pub fn start() {
    page_scripts::provide_hydration_data();
    let (Some(app), Some(embedded)) = (document::by_id("app"), embedded()) else { return };
    let build = embedded.page.build.clone();
    let (edition, page) = (embedded.edition, embedded.page.into_page());
    if !is_at_own_address(&edition, &page) {
        return;
    }
    // Nearly all pages are drawn by the main module, and nothing is waited for.
    if let Some(Ok(())) = load_chunk(Some(page.route())).now_or_never()
        && tree::is_as_sent(&app)
    {
        hydrate(app, edition, page, build);
    } else {
        client_state::tell_client_state(ClientState::Starting);
        spawn_local(start_later(app, edition, page, build));
    }
}

/// Starts when what draws the page is there; where it does not come, with a page that says so in its place.
async fn start_later(app: HtmlElement, edition: Edition, page: Page, build: String) {
    match load_chunk(Some(page.route())).await {
        Ok(()) if tree::is_as_sent(&app) => hydrate(app, edition, page, build),
        Ok(()) => mount_anew(app, edition, page, build).await,
        Err(error) => {
            let shown = Shown::Failed(error, location::href());
            run(edition, shown, build, mount(app));
        }
    }
}

/// Starts over the page as it was sent.
fn hydrate(app: HtmlElement, edition: Edition, mut page: Page, build: String) {
    // The text of an article is not repeated in the JSON.
    if let (Content::Article(article), Some(html)) = (&mut page.content, document::body_html()) {
        article.body = SafeHtml::of_own_page(html);
    }
    run(edition, Shown::Page(Arc::new(page)), build, Box::new(|view| hydrate_from(app, view).forget()));
}

/// Draws the app.
type AppView = Box<dyn FnOnce() -> AnyView>;

fn mount(app: HtmlElement) -> Box<dyn FnOnce(AppView)> {
    Box::new(move |view| {
        document::clear(&app);
        mount_to(app, view).forget();
    })
}

/// What draws the page of an address, where that is not in the main module.
fn load_chunk(route: Option<Route>) -> LocalBoxFuture<'static, Result<(), LoadError>> {
    let load = async move {
        let mut pauses = RETRY_AFTER.into_iter();
        while pages::load_chunk(route.clone()).await.is_err() {
            match pauses.next() {
                _ if !http::is_online() => return Err(LoadError::Offline),
                Some(pause) => clock::pause(pause).await,
                None => return Err(LoadError::Network("a part of the client did not arrive".to_owned())),
            }
        }
        Ok(())
    };
    load.boxed_local()
}

/// What the page of an address needs beside its JSON. A page is shown when it has its look; where that does not come, the
/// browser loads the document, which has its own within it.
fn load_parts(route: Option<Route>) -> LocalBoxFuture<'static, Result<(), LoadError>> {
    let load = async move {
        match select(style_sheet::load().boxed_local(), clock::pause(LOOK_TIMEOUT).boxed_local()).await {
            Either::Left((true, _)) => load_chunk(route).await,
            _ => Err(LoadError::OtherBuild),
        }
    };
    load.boxed_local()
}

/// Something has changed the page before the client came (a translator, an extension): hydration would find other elements
/// than it draws. So the page is drawn anew, and the reader stays where they are.
async fn mount_anew(app: HtmlElement, edition: Edition, mut page: Page, build: String) {
    if matches!(page.content, Content::Article(_)) {
        // The text that stands in the document may be changed, too.
        match fetch_patiently(&build).await {
            Some(fetched) => page = fetched,
            // Then the page stays as it is, with plain links.
            None => return client_state::tell_client_state(ClientState::GivenUp),
        }
    }
    let place = Place::current();
    run(edition, Shown::Page(Arc::new(page)), build, mount(app));
    place.restore();
}

/// Fetches the page that stands in the document. Its reader has it before their eyes, so there is time.
async fn fetch_patiently(build: &str) -> Option<Page> {
    let mut pauses = REFETCH_AFTER.into_iter();
    loop {
        match fetch_page(&location::path(), CachePolicy::Default, build).await {
            Ok(page) => return Some(page),
            Err(LoadError::Offline | LoadError::TimedOut | LoadError::Network(_)) => clock::pause(pauses.next()?).await,
            Err(_) => return None,
        }
    }
}

/// Runs the app, for as long as the document lives: `mount` puts its view into the document.
fn run(edition: Edition, shown: Shown, build: String, mount: Box<dyn FnOnce(AppView)>) {
    let root = Owner::new();
    root.set();
    let mut session = Session::new(Arc::new(edition), shown);
    session.build = build.as_str().into();
    session.open_settings = Some(settings::open);
    session.by_step.set(history::is_step());
    let view_observer = ViewObserver::new(&session);
    let forgetting = view_observer.clone();
    session.forget = Some(UnsyncCallback::new(move |()| forgetting.clone().forget()));
    let navigator = NavigatorContext::new(Rc::new(PageLoader::new(build)), load_parts, view_observer.clone());
    let context = session.clone();
    mount(Box::new(move || {
        provide_context(context);
        provide_context(navigator);
        provide_context(StartArticleTools(article::start));
        view! { <App/> }.into_any()
    }));
    view_observer.begin();
    see_today(&session);
    keep_today(&session);
    fresh::start(&session);
    offline::start(&session);
    document::show_section();
    client_state::tell_client_state(ClientState::Ready);
    page_scripts::remove_speculation_rules();
    // After the effects of the first drawing.
    spawn_local(async { page_scripts::repeat_early_press() });
    // So that the first navigation finds it at hand.
    spawn_local(async { _ = style_sheet::load().await });
    std::mem::forget(root);
}

/// The JSON that the page was rendered from.
fn embedded() -> Option<Embedded> {
    serde_json::from_str(&document::embedded_json()?).ok()
}

/// Whether a page stands at an address that it was rendered for.
///
/// The page for unknown addresses stands at all of them: what it draws does not depend on which. Any other page has one,
/// but for a spelled-out `index.html` or a forgotten slash, which are corrected in place. A mirror that serves the site
/// from another folder is none of them. The page of what is saved also stands in for pages that are not kept, and says so.
fn is_at_own_address(edition: &Edition, page: &Page) -> bool {
    let (own, here) = (edition.path(&page.route()), location::path());
    if matches!(page.content, Content::NotFound) || own == here {
        return true;
    }
    let same = edition.address(&here).is_some_and(|address| edition.at(&address.path(edition.default_language)) == own);
    if same {
        let rest = location::href().split_off(here.len());
        history::replace_address(&(own + &rest));
    }
    same || matches!(page.content, Content::Saved)
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
