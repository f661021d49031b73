//! The whole page below `body`, the same on both sides.

mod page_outlet;

use leptos::prelude::*;
use leptos_router::components::Router;

use crate::components::{Announcer, Footer, Masthead, Notice, Offer, Overlay, Progress, Sections, SkipLink};
use page_outlet::PageOutlet;

/// The app. Its context is a [`Session`](crate::session::Session).
#[component]
pub fn App() -> impl IntoView {
    view! {
        <Router>
            <SkipLink/>
            <Masthead/>
            <Sections/>
            <Progress/>
            <Offer/>
            <PageOutlet/>
            <Footer/>
            <Announcer/>
            <Notice/>
            <Overlay/>
        </Router>
    }
}
