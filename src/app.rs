//! The whole page below `body`, the same on both sides.

use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::path;

use crate::components::{Announcer, Footer, Masthead, Progress, Sections, SkipLink};
use crate::pages::{ArticlePage, FrontPage, ListPage, NotFoundPage, PopularPage};
use crate::route;
use crate::session::use_session;

/// The app. Its context is a [`Session`](crate::session::Session).
///
/// The table says which page stands where; the addresses themselves are spelled in [`crate::route`], and a test holds
/// the two together. Pages draw what the session shows: the client moves the router only when that has arrived.
#[component]
pub fn App() -> impl IntoView {
    let edition = use_session().edition;
    view! {
        <Router base=route::base(edition.lang, edition.default_language)>
            <SkipLink/>
            <Masthead/>
            <Sections/>
            <Progress/>
            <main id="main">
                <FlatRoutes fallback=NotFoundPage>
                    <Route path=path!("/") view=FrontPage/>
                    <Route path=path!("/page/:number") view=FrontPage/>
                    <Route path=path!("/section/:id") view=ListPage/>
                    <Route path=path!("/section/:id/page/:number") view=ListPage/>
                    <Route path=path!("/tag/:id") view=ListPage/>
                    <Route path=path!("/tag/:id/page/:number") view=ListPage/>
                    <Route path=path!("/popular") view=PopularPage/>
                    <Route path=path!("/news/:slug") view=ArticlePage/>
                </FlatRoutes>
            </main>
            <Footer/>
            <Announcer/>
        </Router>
    }
}
