use leptos::prelude::*;

use super::Headlines;
use super::headlines::ranked;
use crate::model::Headline;
use crate::model::popular::MOST_READ;
use crate::routes::Route;
use crate::session::use_session;

/// The headlines that were read most, with their places.
#[component]
pub fn MostRead(
    /// Most read first.
    headlines: Vec<Headline>,
) -> impl IntoView {
    let session = use_session();
    let words = session.words();
    let popular = session.path(&Route::Popular);
    let rows = ranked(session, headlines, MOST_READ);
    view! {
        <aside class="most-read" aria-labelledby="most-read">
            <h2 id="most-read">{words.most_read}</h2>
            <ol><Headlines rows/></ol>
            <p class="most-read-more"><a href=popular>{words.full_list}</a></p>
        </aside>
    }
}
