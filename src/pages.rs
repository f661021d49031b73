//! One file a page. A page draws what the session shows, if it is of its kind.

mod article;
mod failed;
mod front;
mod list;
mod not_found;
mod popular;

pub use article::ArticlePage;
pub use front::FrontPage;
pub use list::ListPage;
pub use not_found::NotFoundPage;
pub use popular::PopularPage;

use leptos::prelude::*;

use crate::content::Content;
use crate::pages::failed::FailedPage;
use crate::pages::not_found::NotFound;
use crate::session::{Session, Shown, use_session};

/// Draws what the session shows: by `draw` where it is of the page's kind; a failure or an empty address in its place.
///
/// `draw` gives nothing for another kind. That is what a page meets while it is being left: the session shows the next
/// page already, and the router is about to put its page here.
fn screen(draw: fn(&Session, &Content) -> Option<AnyView>) -> impl IntoView {
    let session = use_session();
    move || {
        session.shown.with(|shown| match shown {
            Shown::Page(page) => match &page.content {
                Content::NotFound => Some(view! { <NotFound/> }.into_any()),
                content => draw(&session, content),
            },
            Shown::Failed(failure, path) => Some(view! { <FailedPage failure=*failure path=path.clone()/> }.into_any()),
        })
    }
}
