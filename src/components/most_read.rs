use leptos::prelude::*;

use super::{ViewCount, ViewWords};
use crate::content::Headline;
use crate::route::Route;
use crate::session::use_session;

/// The headlines that were read most, with their places.
#[component]
pub fn MostRead(
    /// Most read first.
    headlines: Vec<Headline>,
) -> impl IntoView {
    let session = use_session();
    let items = headlines.into_iter().map(|headline| {
        let path = session.path(&Route::Article(headline.slug));
        view! {
            <li>
                <a href=path.clone()>{headline.title}</a>
                <ViewCount path views=headline.views words=ViewWords::Spoken/>
            </li>
        }
        .into_any()
    });
    view! {
        <aside class="most-read" aria-labelledby="most-read">
            <h2 id="most-read">{session.words().most_read.to_owned()}</h2>
            <ol>{items.collect::<Vec<_>>()}</ol>
            <p class="most-read-more"><a href=session.path(&Route::Popular)>{session.words().full_list.to_owned()}</a></p>
        </aside>
    }
}
