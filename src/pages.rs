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
pub use crate::pages::failed::FailedPage;
use crate::pages::front::FrontPage;
use crate::pages::list::ListPage;
use crate::pages::not_found::NotFound;
use crate::pages::popular::PopularPage;
use crate::pages::saved::SavedPage;
use crate::pages::search::SearchPage;
use crate::route::Route;

/// The view of the page at an address: the only table of what stands where. None where the content belongs elsewhere.
pub fn page_view(route: &Route, content: Content) -> Option<AnyView> {
    let view = match route {
        Route::Front(_) => {
            let front = content.into_front()?;
            view! { <FrontPage front/> }.into_any()
        }
        Route::Section(..) | Route::Tag(..) | Route::Archive(..) => {
            let list = content.into_list()?;
            view! { <ListPage list/> }.into_any()
        }
        Route::Article(_) => {
            let article = content.into_article()?;
            view! { <ArticlePage article/> }.into_any()
        }
        Route::Popular => {
            let popular = content.into_popular()?;
            view! { <PopularPage popular/> }.into_any()
        }
        Route::Search => view! { <SearchPage/> }.into_any(),
        Route::Saved => view! { <SavedPage/> }.into_any(),
        Route::NotFound => view! { <NotFound/> }.into_any(),
    };
    Some(view)
}
