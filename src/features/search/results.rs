use leptos::html;
use leptos::prelude::*;
use leptos::task::tick;
use wasm_bindgen_futures::spawn_local;

use super::invitation::Invitation;
use super::result_card::ResultCard;
use super::state::{Search, Shown};
use crate::platform::document::HtmlElement;
use crate::platform::text::elements_within;
use crate::platform::visibility_observer::VisibilityObserver;
use crate::platform::{events, location};
use crate::search::{Found, FoundArticle};

/// What stands under the form: what was found, or what to do.
#[component]
pub fn Results(
    /// The search.
    search: Search,
) -> impl IntoView {
    let words = search.words;
    let list = NodeRef::<html::Div>::new();
    let articles = StoredValue::new(Vec::new());
    look_into_those_in_view(search, list, articles);
    let button = |title: &'static str, press: fn(Search), search: Search| {
        view! { <button type="button" class="action" on:click=move |_| press(search)>{title}</button> }.into_any()
    };
    let shown = move || match search.shown.get() {
        Shown::Nothing => ().into_any(),
        Shown::Invitation(recent) => view! { <Invitation search recent/> }.into_any(),
        Shown::Failed => button(words.retry, Search::try_again, search),
        Shown::Outdated => button(words.reload, |_| location::reload(), search),
        Shown::Found(found) if found.articles.is_empty() => {
            let is_filtered = search.filters.with_untracked(|filters| filters.is_limit());
            is_filtered.then(|| button(words.without_filters, Search::ask_without_limits, search)).into_any()
        }
        Shown::Found(found) => {
            let has_more = found.total > found.articles.len();
            view! {
                <h2 class="visually-hidden">{words.results}</h2>
                <div class="cards found-cards" node_ref=list>{cards(&found, articles)}</div>
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

/// The articles that are shown, each as it is now.
type Articles = StoredValue<Vec<RwSignal<FoundArticle>>>;

fn cards(found: &Found, articles: Articles) -> Vec<AnyView> {
    let all: Vec<_> = found.articles.iter().cloned().map(RwSignal::new).collect();
    articles.set_value(all.clone());
    all.into_iter().map(|article| view! { <ResultCard article/> }.into_any()).collect()
}

/// Looks for passages of those articles that the reader sees.
fn look_into_those_in_view(search: Search, list: NodeRef<html::Div>, articles: Articles) {
    let observer = StoredValue::new_local(None);
    Effect::new(move || {
        // The next answer may be drawn into the same elements.
        search.shown.track();
        spawn_local(async move {
            tick().await;
            let observing = list.try_get_untracked().flatten().and_then(|list| observe(search, &list, articles));
            observer.try_set_value(observing);
        });
    });
}

fn observe(search: Search, list: &HtmlElement, articles: Articles) -> Option<VisibilityObserver> {
    let cards = elements_within(list, ".card");
    let known = cards.clone();
    let observer = VisibilityObserver::new(move |card, is_in_view| {
        let place = known.iter().position(|known| *known == card).filter(|_| is_in_view);
        let article = place.and_then(|place| Some((place, articles.try_get_value()?.get(place).copied()?)));
        if let Some((place, article)) = article {
            search.look_into(place, article);
        }
    })?;
    cards.iter().for_each(|card| observer.observe(card));
    Some(observer)
}
