//! One file a page; those that are features of their own are in [`features`](crate::features).

mod article;
mod failed;
mod front;
mod list;
mod not_found;

use futures::FutureExt;
use leptos::prelude::*;

use crate::features::chunk::ChunkError;
use crate::features::{popular, saved, search};
use crate::model::Content;
use crate::pages::article::ArticlePage;
pub use crate::pages::failed::FailedPage;
use crate::pages::front::FrontPage;
use crate::pages::list::ListPage;
use crate::pages::not_found::NotFound;
use crate::routes::Route;

/// The view of the page at an address: the only table of what stands where. None where the content belongs elsewhere, or
/// where the page's chunk has not been loaded.
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
        Route::Popular => of_chunk(popular::popular_page(content.into_popular()?))?,
        Route::Search => of_chunk(search::search_page())?,
        Route::Saved => of_chunk(saved::saved_page())?,
        Route::NotFound => view! { <NotFound/> }.into_any(),
    };
    Some(view)
}

/// A page that a chunk draws is there at once, because the chunk was loaded before; natively there are no chunks.
fn of_chunk(page: impl Future<Output = Result<AnyView, ChunkError>>) -> Option<AnyView> {
    page.now_or_never()?.ok()
}

/// Loads the chunk that draws the page of an address, if that has one of its own. To be awaited before the page is shown.
///
/// # Errors
/// The chunk did not arrive; a later call tries again.
pub async fn load_chunk(route: Option<Route>) -> Result<(), ChunkError> {
    match route {
        Some(Route::Popular) => popular::load().await?,
        Some(Route::Search) => search::load().await?,
        Some(Route::Saved) => saved::load().await?,
        _ => {}
    }
    Ok(())
}
