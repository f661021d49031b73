use leptos::prelude::*;

use super::invitation::Invitation;
use super::result_card::ResultCard;
use super::state::{Search, Shown};
use crate::platform::events;
use crate::search::Found;

/// What stands under the form: what was found, or what to do.
#[component]
pub fn Results(
    /// The search.
    search: Search,
) -> impl IntoView {
    let words = search.words;
    let button = |title: &'static str, press: fn(Search), search: Search| {
        view! { <button type="button" class="action" on:click=move |_| press(search)>{title}</button> }.into_any()
    };
    let shown = move || match search.shown.get() {
        Shown::Nothing => ().into_any(),
        Shown::Invitation(recent) => view! { <Invitation search recent/> }.into_any(),
        Shown::Failed => button(words.retry, Search::try_again, search),
        Shown::Found(found) if found.articles.is_empty() => {
            let is_filtered = search.filters.with_untracked(|filters| filters.is_limit());
            is_filtered.then(|| button(words.without_filters, Search::ask_without_limits, search)).into_any()
        }
        Shown::Found(found) => {
            let has_more = found.total > found.articles.len();
            view! {
                <h2 class="visually-hidden">{words.results}</h2>
                <div class="cards found-cards">{cards(&found)}</div>
                {has_more.then(|| button(words.more, Search::show_more, search))}
            }
            .into_any()
        }
    };
    let open = move |event: leptos::ev::MouseEvent| {
        if events::is_within(&event, ".card a") {
            search.opened();
        }
    };
    view! {
        <div class="found" aria-busy=move || search.is_busy.get().then_some("true") on:click=open>
            {shown}
        </div>
    }
}

fn cards(found: &Found) -> Vec<AnyView> {
    found.articles.iter().map(|article| view! { <ResultCard article/> }.into_any()).collect()
}
