use leptos::prelude::*;

use super::{Card, CardPlace};
use crate::model;
use crate::session::use_session;

/// «Другие новости»: what to read after an article.
#[component]
pub fn Related(
    /// Best first.
    cards: Vec<model::Card>,
) -> impl IntoView {
    let heading = use_session().words().other_news;
    let cards = cards.into_iter().map(|card| view! { <Card card place=CardPlace::List/> }.into_any());
    view! {
        <aside class="related wrap" aria-labelledby="related">
            <h2 id="related">{heading}</h2>
            <div class="cards cards-four">{cards.collect_view()}</div>
        </aside>
    }
}
