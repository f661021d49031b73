//! One file a page.

mod article;
mod failed;
mod front;
mod list;
mod not_found;
mod popular;
mod saved;
mod search;

use leptos::prelude::*;

use crate::content::Content;
use crate::pages::article::ArticlePage;
use crate::pages::failed::FailedPage;
use crate::pages::front::FrontPage;
use crate::pages::list::ListPage;
use crate::pages::not_found::NotFound;
use crate::pages::popular::PopularPage;
use crate::pages::saved::SavedPage;
use crate::pages::search::SearchPage;
use crate::session::{Shown, use_session};

/// What stands in `main`: the page that the session shows, or why there is none.
#[component]
pub fn Screen() -> impl IntoView {
    let session = use_session();
    move || {
        session.shown.with(|shown| match shown {
            Shown::Page(page) => match &page.content {
                Content::Front(front) => view! { <FrontPage front=front.clone()/> }.into_any(),
                Content::List(list) => view! { <ListPage list=list.clone()/> }.into_any(),
                Content::Article(page) => view! { <ArticlePage page=(**page).clone()/> }.into_any(),
                Content::Popular(popular) => view! { <PopularPage popular=popular.clone()/> }.into_any(),
                Content::Search => view! { <SearchPage/> }.into_any(),
                Content::Saved => view! { <SavedPage/> }.into_any(),
                Content::NotFound => view! { <NotFound/> }.into_any(),
            },
            Shown::Failed(failure, path) => view! { <FailedPage failure=*failure path=path.clone()/> }.into_any(),
        })
    }
}

/// What a page says to readers whose browser runs no scripts, as safe HTML: only the build prints it.
#[cfg(feature = "ssr")]
fn without_script(words: &str) -> String {
    crate::components::element("p", "without-script", words)
}
