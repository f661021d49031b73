//! The whole page below `body`, the same on both sides.

use leptos::prelude::*;

use crate::components::{Announcer, Footer, Masthead, Progress, Sections, SkipLink};
use crate::pages::Screen;

/// The app. Its context is a [`Session`](crate::session::Session), and `main` holds what that shows.
///
/// There is no table of routes here: what stands at an address is decided in [`crate::route`], and the client shows a page
/// when it has arrived (docs/adr/007).
#[component]
pub fn App() -> impl IntoView {
    view! {
        <SkipLink/>
        <Masthead/>
        <Sections/>
        <Progress/>
        <main id="main">
            <Screen/>
        </main>
        <Footer/>
        <Announcer/>
    }
}
